//! What adaptors tell the rest of the house.

use super::{GroupsTold, Incoming, ListMail, Notice, OutboxKey, Place};
use crate::calendar::Reading;
use crate::people::Identity;
use chrono::{DateTime, Utc};

/// How the bot stands with a place where the config wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Presence {
    /// It is there.
    In,
    /// It is not there, and tries again: the server's words, or what happened.
    Out(String),
    /// The config wants it there no more.
    NotWanted,
}

/// The nick that the bot has in place of the one that the config wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherNick {
    /// What it is called there now.
    pub nick: String,
    /// Why, and what the operator can do about it.
    pub why: String,
}

/// What an adaptor tells the rest of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// Somebody said something.
    Heard(Incoming),
    /// Something else than words happened; [`Incoming::id`] is the id of that, not of the message to which it did.
    Noticed(Incoming, Notice),
    /// Somebody wrote a mail to the list. By mail nobody proves who they are.
    Mailed(Box<ListMail>),
    /// A thread hangs on a message of the bot that was about an RFR.
    ThreadIsAbout {
        /// The thread.
        place: Place,
        /// The number of the RFR.
        rfr: u64,
    },
    /// The network is connected, registered and in its rooms: deliveries can be handed over.
    /// A second `Up` means a new connection: what was not confirmed must be handed over again.
    Up {
        /// The network's name in the config.
        network: String,
    },
    /// The network went away; deliveries that were not confirmed are still owed.
    Down {
        /// The network's name in the config.
        network: String,
        /// What happened, for the log.
        why: String,
    },
    /// The bot has no login at a network's services though the config gives one, or has it again.
    Login {
        /// The network's name in the config.
        network: String,
        /// Why there is none; `None` where there is one again.
        missing: Option<String>,
    },
    /// How the bot stands with a place where the config wants it has changed.
    Place {
        /// The place, as the config names it.
        place: Place,
        /// How it stands.
        presence: Presence,
    },
    /// Whether the bot has the nick that the config wants on a network has changed.
    Nick {
        /// The network's name in the config.
        network: String,
        /// The nick that it has in place of the one wanted; `None` where it has that.
        instead: Option<OtherNick>,
    },
    /// By the network's clock, what is said now was said long ago, and is passed over: the bot is deaf there.
    Deaf {
        /// The network's name in the config.
        network: String,
        /// How many seconds the network's clock is behind; `None` where the bot hears again.
        seconds_behind: Option<i64>,
    },
    /// The adaptor of a network panicked; it was ended, and is started again.
    Panicked {
        /// The network's name in the config.
        network: String,
        /// The panic's words, for the log.
        why: String,
    },
    /// Somebody whom the config knows came into sight on a network, or went out of it. Proves nothing by itself.
    Around {
        /// The network's name in the config.
        network: String,
        /// By what the config knows them; a services account is in lower case.
        identity: Identity,
        /// Came, or went?
        here: bool,
    },
    /// The server confirmed lines of a kept delivery.
    Delivered {
        /// Which one.
        key: OutboxKey,
        /// How many of its lines are out in all.
        lines: u32,
        /// Is it out completely?
        complete: bool,
    },
    /// The account system said who is in which group, or could not.
    Groups(GroupsTold),
    /// The config's calendars were read again.
    CalendarsRead(Vec<Reading>),
    /// The server refused a kept delivery for good (no such nick or channel, cannot send).
    Undeliverable {
        /// Which one.
        key: OutboxKey,
        /// The server's words.
        why: String,
    },
    /// A mail could not be sent yet; it is tried again.
    MailDelayed {
        /// Which one.
        key: OutboxKey,
        /// How often it was tried since the start.
        attempts: u32,
        /// The server's words, or what went wrong on the way to it.
        why: String,
        /// When it is tried again.
        again: DateTime<Utc>,
    },
}
