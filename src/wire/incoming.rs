//! What comes in: words of somebody, and other things that happen to messages.

use super::{Place, SignOffAsked};
use crate::people::Identity;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

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
