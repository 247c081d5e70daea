//! What goes to the message bus. A [`BusMessage`] is part of the commit that caused it, with the id by which consumers
//! recognise it when it comes again, and is owed until the broker confirms it.

use super::OutboxKey;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The name of the bus among networks: in outbox and reports.
pub const BUS_NETWORK: &str = "bus";

/// What a message on the bus is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum BusTopic {
    /// An RFR was requested.
    #[serde(rename = "rfr.new")]
    RfrNew,
    /// It stands in another phase.
    #[serde(rename = "rfr.phase")]
    RfrPhase,
    /// Its sponsor signed off.
    #[serde(rename = "rfr.signoff")]
    RfrSignoff,
    /// A sign-off no longer counts.
    #[serde(rename = "rfr.withdrawn")]
    RfrWithdrawn,
    /// It rests.
    #[serde(rename = "rfr.hold")]
    RfrHold,
    /// It no longer rests.
    #[serde(rename = "rfr.released")]
    RfrReleased,
    /// It ended.
    #[serde(rename = "rfr.ended")]
    RfrEnded,
    /// A freeze is in force.
    #[serde(rename = "freeze.start")]
    FreezeStart,
    /// A freeze is over.
    #[serde(rename = "freeze.lift")]
    FreezeLift,
    /// Somebody asked for a freeze break.
    #[serde(rename = "freeze_break.requested")]
    BreakRequested,
    /// Somebody agreed to one.
    #[serde(rename = "freeze_break.approved")]
    BreakApproved,
    /// Somebody objected to one.
    #[serde(rename = "freeze_break.refused")]
    BreakRefused,
    /// It was used.
    #[serde(rename = "freeze_break.done")]
    BreakDone,
}

impl BusTopic {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::RfrNew,
        Self::RfrPhase,
        Self::RfrSignoff,
        Self::RfrWithdrawn,
        Self::RfrHold,
        Self::RfrReleased,
        Self::RfrEnded,
        Self::FreezeStart,
        Self::FreezeLift,
        Self::BreakRequested,
        Self::BreakApproved,
        Self::BreakRefused,
        Self::BreakDone,
    ];

    /// Its name, without the prefix that the config adds and without `rfrbot.`.
    pub fn name(self) -> &'static str {
        match self {
            Self::RfrNew => "rfr.new",
            Self::RfrPhase => "rfr.phase",
            Self::RfrSignoff => "rfr.signoff",
            Self::RfrWithdrawn => "rfr.withdrawn",
            Self::RfrHold => "rfr.hold",
            Self::RfrReleased => "rfr.released",
            Self::RfrEnded => "rfr.ended",
            Self::FreezeStart => "freeze.start",
            Self::FreezeLift => "freeze.lift",
            Self::BreakRequested => "freeze_break.requested",
            Self::BreakApproved => "freeze_break.approved",
            Self::BreakRefused => "freeze_break.refused",
            Self::BreakDone => "freeze_break.done",
        }
    }
}

/// A message for the bus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BusMessage {
    /// Its id, a UUID of version 4: the same whenever it is sent.
    pub id: String,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// What it is about.
    pub topic: BusTopic,
    /// What it says, as its schema demands.
    pub body: Value,
}

/// A message on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BusDelivery {
    /// The key in the outbox.
    pub key: OutboxKey,
    /// What is to be published.
    pub message: BusMessage,
}

/// What the adaptor of the bus reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BusReport {
    /// The broker refuses a topic; the message waits, and the others go on.
    Parked {
        /// Which message.
        key: OutboxKey,
        /// What it is about.
        topic: BusTopic,
        /// The broker's words.
        why: String,
    },
    /// Messages became too old to be published, and are left.
    Left {
        /// How many.
        count: usize,
    },
    /// How one of the adaptor's tasks is getting on.
    State {
        /// Which: publishing, or a topic.
        part: &'static str,
        /// What is wrong, and what to do; `None` if it works.
        trouble: Option<String>,
        /// When it worked (seconds since 1970), if it does.
        at: i64,
    },
}
