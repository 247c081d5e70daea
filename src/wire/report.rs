//! What adaptors report to the rest of the bot.

use super::{AccountsTold, BusReport, Incoming, ListMail, Notice, OutboxKey, Place, RfrId, TrackerReport};
use crate::calendar::CalendarReading;
use crate::people::Identity;
use chrono::{DateTime, Utc};

/// The bot's state in a configured place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is there.
    In,
    /// It is not there, and keeps trying: the server's words, or what happened.
    Out(String),
    /// The config no longer wants it there.
    NotWanted,
}

/// The nick in use instead of the configured one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherNick {
    /// The nick now.
    pub nick: String,
    /// Why, and what the operator can do about it.
    pub why: String,
}

/// What an adaptor reports to the rest of the bot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// Somebody said something.
    Heard(Incoming),
    /// Somebody said several things in one message, which are answered by one.
    HeardTogether(Vec<Incoming>),
    /// Something other than text; [`Incoming::id`] is the id of that event, not of the message it is about.
    Noticed(Incoming, Notice),
    /// Somebody sent a mail to the list. Mail proves nobody's identity.
    Mailed(Box<ListMail>),
    /// A thread started at a message of the bot about an RFR.
    ThreadIsAbout {
        /// The thread.
        place: Place,
        /// The number of the RFR.
        rfr: RfrId,
    },
    /// The network is connected, registered and in its rooms: deliveries can be handed over. A second `Up` means a new
    /// connection: everything unconfirmed must be handed over again.
    Up {
        /// The network's name in the config.
        network: String,
    },
    /// The network is down; unconfirmed deliveries are still owed.
    Down {
        /// The network's name in the config.
        network: String,
        /// The reason, for the log.
        why: String,
    },
    /// The bot lost its configured login with a network's services, or has it again.
    Login {
        /// The network's name in the config.
        network: String,
        /// Why there is none; `None` if there is one again.
        missing: Option<String>,
    },
    /// The bot's state in a configured place has changed.
    Place {
        /// The place, as the config names it.
        place: Place,
        /// How it stands.
        presence: Presence,
    },
    /// Whether the bot has its configured nick on a network has changed.
    Nick {
        /// The network's name in the config.
        network: String,
        /// The nick in use instead of the wanted one; `None` if it has that.
        instead: Option<OtherNick>,
    },
    /// By the network's clock, everything said now is old, and is ignored: the bot is deaf there.
    Deaf {
        /// The network's name in the config.
        network: String,
        /// How many seconds the network's clock is behind; `None` if the bot hears again.
        seconds_behind: Option<i64>,
    },
    /// A network's adaptor panicked; it is being restarted.
    Panicked {
        /// The network's name in the config.
        network: String,
        /// The panic's message, for the log.
        why: String,
    },
    /// Somebody in the config came into sight on a network, or went out of it. Proves nothing by itself.
    Around {
        /// The network's name in the config.
        network: String,
        /// How the config knows them; a services account is in lower case.
        identity: Identity,
        /// Came (`true`) or went.
        here: bool,
    },
    /// The server confirmed lines of a kept delivery.
    Delivered {
        /// Which one.
        key: OutboxKey,
        /// How many of its lines are out in all.
        lines: u32,
        /// Is all of it out?
        complete: bool,
    },
    /// The account system said who is in which group, and whose an identity is, or could not.
    Accounts(AccountsTold),
    /// The configured calendars were read again.
    CalendarsRead(Vec<CalendarReading>),
    /// The server refused a kept delivery for good (no such nick or channel, cannot send).
    Undeliverable {
        /// Which one.
        key: OutboxKey,
        /// The server's words.
        why: String,
    },
    /// A mail could not be sent yet; it will be retried.
    MailDelayed {
        /// Which one.
        key: OutboxKey,
        /// Number of attempts since the start.
        attempts: u32,
        /// The server's words, or what went wrong before reaching it.
        why: String,
        /// When it will be retried.
        again: DateTime<Utc>,
    },
    /// Something of the tracker.
    Tracker(Box<TrackerReport>),
    /// Something of the message bus.
    Bus(Box<BusReport>),
}
