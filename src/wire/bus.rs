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

/// What a message of others says. It is a hint, and proves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BusNews {
    /// Something happened in a ticket, or in its comments.
    Ticket {
        /// `OWNER/NAME`
        repository: String,
        /// Its number there.
        number: u64,
    },
    /// Somebody joined a group, or left it.
    Member {
        /// Who.
        user: String,
        /// Which group.
        group: String,
        /// Which of the two.
        has_left: bool,
    },
    /// A playbook was run.
    Playbook {
        /// By whom.
        by: String,
        /// Which one.
        playbook: String,
        /// On which hosts it worked; `None` where that is not said.
        hosts: Option<Vec<String>>,
    },
    /// A meeting began.
    Meeting {
        /// Its name.
        name: String,
    },
}

/// How many messages of others were heard, by what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BusCounts {
    /// Of interest, and reported.
    pub taken: u64,
    /// The same as one before.
    pub repeated: u64,
    /// Not as their kind should be.
    pub invalid: u64,
    /// About something else.
    pub other: u64,
}

impl BusCounts {
    /// Adds those of another report.
    pub fn add(&mut self, more: Self) {
        self.taken += more.taken;
        self.repeated += more.repeated;
        self.invalid += more.invalid;
        self.other += more.other;
    }
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
    /// Something of interest was heard.
    Heard {
        /// The id of the message.
        id: Option<String>,
        /// When it was sent, as it says.
        at: DateTime<Utc>,
        /// What it says.
        news: BusNews,
    },
    /// So many messages were heard since the last report.
    Counted(BusCounts),
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
