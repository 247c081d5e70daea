//! Outgoing messages, and their keys in the outbox.

use super::{IncomingId, Place, RfrId, SignOffAsked};
use crate::text::Message;
use serde::{Deserialize, Serialize};
use std::fmt;

/// How something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Manner {
    /// An answer to one person: on IRC a PRIVMSG, ahead of announcements.
    Reply,
    /// For everybody in the room: on IRC a NOTICE.
    Announcement,
}

/// One message by the bot in one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outgoing {
    /// Where it is said.
    pub place: Place,
    /// How it is said.
    pub manner: Manner,
    /// The person it answers, by the name shown in the room; in an IRC channel this precedes the first line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The message that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_reply_to: Option<IncomingId>,
    /// What is said.
    pub message: Message,
    /// What accompanies the text on networks that can show more.
    #[serde(default, skip_serializing_if = "Beside::is_empty")]
    pub beside: Beside,
}

/// What accompanies a message. Nobody needs it to understand the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// How the command it answers ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Outcome>,
    /// The number of the RFR it is about: a thread that starts here is about that RFR.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rfr: Option<RfrId>,
    /// It asks the RFR's sponsor for the sign-off, who can give it by a reaction to this message.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asks: Option<SignOffAsked>,
    /// The people it is meant for, by account: they are mentioned, as far as the network knows them there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub highlights: Vec<String>,
    /// It is for whoever is logged in to this services account, and is said to nobody else (IRC).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logged_in_as: Option<String>,
    /// From this paragraph on it is folded, where a network can fold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub folded: Option<u32>,
}

impl Beside {
    /// Is there only text?
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
    /// It was not understood, or asked back: nothing was done.
    AskedBack,
}

/// The key of an effect in the outbox: the commit that caused it, and its index among that commit's effects.
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

/// One message to be sent to a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The key in the outbox; `None` for answers to queries, which are not kept.
    pub key: Option<OutboxKey>,
    /// How many of its lines were confirmed before (a reconnect or a restart came in between).
    pub lines_done: u32,
    /// The message.
    pub outgoing: Outgoing,
}
