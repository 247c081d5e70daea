//! What goes out, and the key by which the outbox knows it.

use super::{IncomingId, Place, SignOffAsked};
use crate::text::Message;
use serde::{Deserialize, Serialize};
use std::fmt;

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
