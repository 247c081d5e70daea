//! The border between the networks and the desk: what comes in and what goes out.
//!
//! An adaptor turns its wire into [`Incoming`] and [`Outgoing`] into its wire. It takes no decisions:
//! whether a line is a command, who may do what, and what is said is settled elsewhere.

pub mod console;
pub mod irc;
#[cfg(feature = "matrix")]
pub mod matrix;

use crate::calendar::Reading;
use crate::mail::ListMail;
use crate::people::Identity;
use crate::wording::text::Message;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Where something is said: a room of one network, perhaps a thread in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The network's name in the config, for example `libera`.
    pub network: String,
    /// The room on that network.
    pub room: Room,
    /// The thread in that room, where the network has threads (Matrix: the root event's id).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<String>,
}

/// A room of a network.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Room {
    /// An IRC channel or a Matrix room with several people, by the name or id that the network uses.
    Channel(String),
    /// A private conversation, by the nick or the Matrix room id.
    Direct(String),
    /// A private conversation with whoever is proven to have this Fedora account there; the adaptor knows where.
    Person(String),
}

impl Place {
    /// A channel of a network.
    pub fn channel(network: &str, name: &str) -> Self {
        Self {
            network: network.to_owned(),
            room: Room::Channel(name.to_owned()),
            thread: None,
        }
    }

    /// A private conversation on a network.
    pub fn direct(network: &str, name: &str) -> Self {
        Self {
            network: network.to_owned(),
            room: Room::Direct(name.to_owned()),
            thread: None,
        }
    }

    /// A private conversation with a person of a network, by account.
    pub fn person(network: &str, account: &str) -> Self {
        Self {
            network: network.to_owned(),
            room: Room::Person(account.to_owned()),
            thread: None,
        }
    }

    /// Is this a private conversation?
    pub fn is_direct(&self) -> bool {
        matches!(self.room, Room::Direct(_) | Room::Person(_))
    }

    /// The name or id of the room on its network.
    pub fn room_name(&self) -> &str {
        match &self.room {
            Room::Channel(name) | Room::Direct(name) | Room::Person(name) => name,
        }
    }
}

/// `libera/#fedora-admin`, as logs and history show it.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.network, self.room_name())
    }
}

/// The network's own id of a message: an IRC `msgid` tag, a Matrix event id. Unique with its network.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct IncomingId {
    /// The network's name in the config.
    pub network: String,
    /// The id on that network; behind it other names of the same words, where it has any: see [`IncomingId::also`].
    pub id: String,
}

impl IncomingId {
    /// Stands between the names of a message: no network has it in its ids.
    pub(crate) const JOINT: char = '\u{1f}';

    /// The same message with another name by which it is known: what has one of its names acts once.
    #[must_use]
    pub fn also(mut self, name: &str) -> Self {
        self.id.push(Self::JOINT);
        self.id.push_str(name);
        self
    }

    /// The network's own id.
    pub fn own(&self) -> &str {
        self.id.split(Self::JOINT).next().unwrap_or_default()
    }

    /// Each of its names as an id, the network's own first.
    pub fn names(&self) -> impl Iterator<Item = Self> + '_ {
        self.id.split(Self::JOINT).map(|name| Self {
            network: self.network.clone(),
            id: name.to_owned(),
        })
    }
}

/// One message that somebody said where the bot can hear it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The network's id of this message, where it has one: a message seen twice acts once.
    pub id: Option<IncomingId>,
    /// Where it was said, and where a reply belongs.
    pub place: Place,
    /// The name that the room sees: nick or display name. Proves nothing.
    pub name: String,
    /// What the network proved about the speaker.
    pub identity: Identity,
    /// The bot's own name in that place, so that `rfrbot: status` is recognised.
    pub own_name: String,
    /// The words, decoded, without colours and control codes; never contains a line break.
    pub text: String,
    /// When the network says that it was said.
    pub at: DateTime<Utc>,
}

/// How something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Manner {
    /// An answer to one person: on IRC a PRIVMSG, ahead of bulk.
    Reply,
    /// Something for everybody in the room: on IRC a NOTICE.
    Announcement,
}

/// One message that the bot says in one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outgoing {
    /// Where it is said.
    pub place: Place,
    /// How it is said.
    pub manner: Manner,
    /// The person whom it answers, by the name that the room sees; IRC puts it in front of the first line
    /// where the place is a channel.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The message that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_reply_to: Option<IncomingId>,
    /// What is said.
    pub message: Message,
    /// What goes with the words on networks that can show more than words.
    #[serde(default, skip_serializing_if = "Beside::is_empty")]
    pub beside: Beside,
}

/// What goes with a message beside its words. Nobody needs it to understand them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// How the command that it answers ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The number of the RFR that it is about: a thread that begins here goes on about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rfr: Option<u64>,
    /// It asks the RFR's sponsor for the sign-off, who can give it by a reaction to this very message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<SignOffAsked>,
    /// The people whom it is really for, by account: they are called, as far as the network knows them there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub highlights: Vec<String>,
}

impl Beside {
    /// Are there the words only?
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It was done.
    Done,
    /// It was refused.
    Refused,
}

/// A sign-off that the bot asked for: nothing but the signature was missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOffAsked {
    /// The name of the phase.
    pub phase: String,
    /// The sponsor who was asked, by account.
    pub sponsor: String,
    /// The newest commit that the bot knew when it asked: what changed later was not shown to the sponsor.
    pub seq: u64,
}

/// Something other than words that happened to a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It is an edit of an earlier message; its new words are in [`Incoming::text`], and are not run.
    Edited,
    /// It is encrypted, and the bot has no key for it. It has no words.
    Unreadable,
    /// It is encrypted by a device of which the speaker's own identity knows nothing. It has no words.
    UnverifiedDevice,
    /// It came without encryption where everything is encrypted, and the bot is to trust verified devices alone. Its
    /// words are in [`Incoming::text`], and are not run.
    InTheClear,
    /// Some clients show other words than others do. Its words are in [`Incoming::text`], and are not run.
    TwoFaced,
    /// The speaker's encryption shows another identity than before, and the operator has not confirmed it. Its words
    /// are in [`Incoming::text`], and are not run.
    OtherIdentity,
    /// Its words are a copy of what was said and heard before, under another id. They are in [`Incoming::text`], and
    /// are not run again.
    Copied,
    /// It holds more commands than one message may. The first is in [`Incoming::text`]; none is run.
    TooManyCommands {
        /// So many it may.
        most: usize,
    },
    /// The speaker agreed, by reaction, to a message of the bot that asked for a sign-off. The adaptor has checked
    /// that the bot itself said it, in this place.
    Agreed {
        /// The number of the RFR.
        rfr: u64,
        /// What was asked.
        asked: SignOffAsked,
    },
    /// The speaker deleted an earlier message or reaction.
    TakenBack {
        /// Its id.
        what: IncomingId,
    },
}

/// The key of an effect in the outbox: the commit that caused it, and its place among that commit's effects.
///
/// Matrix transaction ids and mail Message-IDs derive from it, so that a resend is recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OutboxKey {
    /// Sequence number of the commit.
    pub seq: u64,
    /// Index among the commit's effects, from 0.
    pub index: u32,
}

impl fmt::Display for OutboxKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.seq, self.index)
    }
}

/// One message on its way to a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The key in the outbox; `None` for answers to queries, which are not kept.
    pub key: Option<OutboxKey>,
    /// How many of its lines were already confirmed before (after a reconnect or a restart).
    pub lines_done: u32,
    /// The message.
    pub outgoing: Outgoing,
}

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
