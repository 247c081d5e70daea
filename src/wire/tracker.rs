//! What goes to the tracker and comes from it. A [`TicketOrder`] is part of the commit that caused it, and is owed until
//! the tracker shows what it says. What comes proves nobody's identity beyond a login there.

use super::OutboxKey;
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// The name of the tracker among networks: in outbox and incoming ids.
pub const TRACKER_NETWORK: &str = "tracker";

/// How far the tracker's clock may be ahead: a later time is a lie or a fault.
pub const CLOCKS_DIFFER: TimeDelta = TimeDelta::hours(1);

/// What a ticket is to show. Each part is left as it is where nothing is said of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TicketOrder {
    /// The ticket's address.
    pub url: String,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// A comment, in Markdown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The phase whose label it is to have, of all labels of phases that alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phase: Option<String>,
    /// Whom it is to be assigned to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assign: Option<Assign>,
    /// Whether it is to be closed (`true`) or open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<bool>,
}

/// An assignment that is to be made. Other assignees stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assign {
    /// The login of the new assignee.
    pub login: String,
    /// The login in whose place it is, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<String>,
}

/// An order on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketDelivery {
    /// The key in the outbox.
    pub key: OutboxKey,
    /// What is to be done.
    pub order: TicketOrder,
}

/// A ticket as the tracker shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketRead {
    /// Its address, made from the config's and its number.
    pub url: String,
    /// Its number.
    pub number: u64,
    /// Its title.
    pub title: String,
    /// The login of its author.
    pub author: String,
    /// Is it closed?
    pub closed: bool,
    /// The logins of its assignees.
    pub assignees: Vec<String>,
    /// The names of its labels.
    pub labels: Vec<String>,
    /// When it was written, by the tracker's clock.
    pub created: DateTime<Utc>,
    /// When it was changed last, by the tracker's clock.
    pub updated: DateTime<Utc>,
}

/// A comment in a ticket, by somebody else than the bot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketComment {
    /// Its number in the tracker.
    pub id: u64,
    /// The address of its ticket.
    pub ticket: String,
    /// Its own address.
    pub url: String,
    /// The login of its author.
    pub author: String,
    /// Its text, in Markdown; at most 64 KiB.
    pub text: String,
    /// Was it changed after it was written?
    pub is_edited: bool,
}

/// What the tracker's adaptor reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrackerReport {
    /// A ticket was read, and is not as it was when it was read before.
    Ticket(TicketRead),
    /// An order was carried out, and the ticket shows this now.
    Shown(TicketRead),
    /// Somebody commented.
    Comment(TicketComment),
    /// The tracker did not take the assignment of a ticket.
    NotAssigned {
        /// The ticket's address.
        ticket: String,
        /// To whom.
        login: String,
        /// Why, as far as the tracker says.
        why: String,
    },
    /// An order could not be carried out yet; it will be retried.
    Delayed {
        /// Which one.
        key: OutboxKey,
        /// What went wrong.
        why: String,
    },
    /// How one of the adaptor's tasks is getting on.
    State {
        /// Which: reading, writing, labels, …
        part: &'static str,
        /// What is wrong, and what to do; `None` if it works.
        trouble: Option<String>,
        /// When it worked (seconds since 1970), if it does.
        at: i64,
    },
}
