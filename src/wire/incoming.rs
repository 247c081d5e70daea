//! Incoming: what somebody says, and other things that happen to messages.

use super::{Place, RfrId, SignOffAsked};
use crate::people::Identity;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The network's own id of a message: an IRC `msgid` tag, a Matrix event id. Unique within its network.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct IncomingId {
    /// The network's name in the config.
    pub network: String,
    /// The id on that network, followed by other names of the same message, if it has any: see [`IncomingId::also`].
    pub id: String,
}

impl IncomingId {
    /// Separates the names of a message: no network uses it in ids.
    pub(crate) const JOINT: char = '\u{1f}';

    /// Adds another name by which the message is known: a message with a known name acts only once.
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

/// One message that the bot can hear.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// The network's id of this message, if it has one: a message seen twice acts once.
    pub id: Option<IncomingId>,
    /// Where it was said, and where a reply belongs.
    pub place: Place,
    /// The name shown in the room: nick or display name. Proves nothing.
    pub name: String,
    /// What the network proved about the speaker.
    pub identity: Identity,
    /// The bot's own name in that place, so that `rfrbot: status` is recognised.
    pub own_name: String,
    /// The text, decoded, without colours and control codes; never contains a line break.
    pub text: String,
    /// When it was said, by the network's clock.
    pub at: DateTime<Utc>,
    /// What somebody else said, at which this points.
    pub quoted: Option<Box<Quoting>>,
}

/// Something other than text that happened to a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It is an edit of an earlier message. A command in it is in [`Incoming::text`], and is not run.
    Edited {
        /// The earlier message.
        what: IncomingId,
        /// All of its new words.
        words: String,
    },
    /// It is encrypted, and the bot has no key for it. It has no words.
    Unreadable,
    /// It is encrypted by a device that the speaker's own identity has not verified. It has no text.
    UnverifiedDevice,
    /// It came unencrypted where everything is encrypted, and the bot trusts only verified devices. Its text is in
    /// [`Incoming::text`], and is not run.
    InTheClear,
    /// Clients differ in the text they show. It is in [`Incoming::text`], and is not run.
    TwoFaced,
    /// The speaker's cryptographic identity has changed, and the operator has not confirmed it. The text is in
    /// [`Incoming::text`], and is not run.
    OtherIdentity,
    /// It is a copy of an earlier message, under another id. Its text is in [`Incoming::text`], and is not run again.
    Copied,
    /// It contains more commands than one message may. The first is in [`Incoming::text`]; none is run.
    TooManyCommands {
        /// The maximum.
        most: usize,
    },
    /// The speaker agreed, by reaction, to a message of the bot that asked for a sign-off. The adaptor has checked that
    /// the bot sent it, in this place.
    Agreed {
        /// The number of the RFR.
        rfr: RfrId,
        /// What was asked for.
        asked: SignOffAsked,
    },
    /// The speaker deleted an earlier message or reaction.
    TakenBack {
        /// Its id.
        what: IncomingId,
        /// Is it known who did? Not in an encrypted room.
        proven: bool,
    },
    /// Somebody deleted a message so long ago that nothing is taken back by it.
    DeletedLongAgo {
        /// Its id.
        what: IncomingId,
    },
    /// The speaker put a 📌 on the message in [`Incoming::quoted`].
    Pinned,
}

/// Words that were said, for a record. They prove nothing about who may what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// Who said them, as the room sees it: a nick, a Matrix id.
    pub author: String,
    /// When they were said, by the network's clock.
    pub at: DateTime<Utc>,
    /// The words in one line, as they came.
    pub text: String,
    /// The address at which they can be read.
    pub link: Option<String>,
    /// Their message, by which a later edit or deletion is recognised; `None` where the network has no such thing.
    pub id: Option<IncomingId>,
}

/// Why the words of a message cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unquotable {
    /// The bot said them itself.
    Own,
    /// They were said in private.
    Private,
    /// The message is not there any more, or was never there for the bot.
    Gone,
    /// It has none: a picture, a file, somebody who came.
    Wordless,
    /// The bot has no key for it, or it is not from whom it says.
    Unreadable,
    /// It came without encryption into an encrypted room, where a server could have made it up.
    InTheClear,
    /// The 📌 itself came without encryption into an encrypted room: reactions are never encrypted.
    ForgeablePin,
    /// The server did not say what it is.
    NoAnswer,
}

/// The words at which somebody points, or why they cannot be taken.
pub type Quoting = Result<Quoted, Unquotable>;
