//! Accounts, groups and identities: who a speaker is, and what that person may do.
//!
//! Knows nothing of any chat protocol. A nick is not an account: only what a network *proved* counts ([`Identity`]);
//! everything else is [`Identity::Unproven`], and may look but not change.
//!
//! The entry points for all other rooms are [`Directory::identify`] and [`authorise`]: only they create a [`Person`]
//! and an [`Authorised`]. Where the directory's contents come from (the config, what people linked, an account
//! system) concerns nobody else.

mod by;
mod directory;
pub mod linking;
mod links;
pub mod profiles;
mod rights;

pub use by::By;
pub use directory::{Directory, KnownBy, NotAPerson, Person};
pub use rights::{Authorised, Denied, Relation, Right, Unsure, authorise, is_main_or_releng};

use std::fmt;

/// The group whose members sponsor (SOP, "Pre sponsorship").
pub const SYSADMIN_MAIN: &str = "sysadmin-main";

/// The group whose members audit, and may stop what they audit.
pub const SECURITY_OFFICER: &str = "security-officer";

/// The group whose members handle freezes, together with sysadmin-main.
pub const SYSADMIN_RELENG: &str = "sysadmin-releng";

/// A Fedora account name, in lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Account(String);

impl Account {
    /// The account of that name. Only the case of ASCII letters is ignored: no other letter equals one of them.
    pub fn new(name: &str) -> Self {
        Self(name.to_ascii_lowercase())
    }

    /// Is it one of history's names for changes that no person made?
    pub fn is_nobody(&self) -> bool {
        By::nobody(&self.0).is_some()
    }

    /// The account of a name as people type it: `@name` and a trailing comma are accepted; `None` if no Fedora account
    /// can have that name.
    pub fn from_word(word: &str) -> Option<Self> {
        let name = word.trim_start_matches('@').trim_end_matches([',', ';']);
        let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let plausible = (1..=64).contains(&name.len())
            && name.chars().all(letters)
            && name.starts_with(|c: char| c.is_ascii_alphanumeric());
        plausible
            .then(|| Self::new(name))
            .filter(|account| !account.is_nobody())
    }

    /// The name in lower case.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Account {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a network proved about a speaker.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Identity {
    /// Logged in to an IRC network's services (`IRCv3` `account-tag`, `extended-join`, `account-notify` or WHOX).
    IrcAccount {
        /// The network's name in the config.
        network: String,
        /// The services account.
        account: String,
    },
    /// A Matrix user, proven by its homeserver.
    Matrix {
        /// The full Matrix id, `@user:server`.
        mxid: String,
    },
    /// The operator at the console, speaking as this account.
    Console {
        /// The account given by `--as`.
        account: String,
    },
    /// Claimed by a mail of the list. Proves nobody: the author speaks as [`By::List`], and may say things but not move
    /// anything.
    Mail {
        /// The author's name and address, for the record.
        author: String,
    },
    /// Nothing is proven.
    Unproven(Unproven),
}

/// Why nothing is proven about a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unproven {
    /// The speaker is not logged in to the network's services.
    NotLoggedIn,
    /// The network can tell, but has not said yet who the speaker is: the answer is on its way.
    NotKnownYet,
    /// The server offers neither account-tag nor WHOX, so nobody there can be identified.
    ServerCannotTell,
    /// A bridged user: the server vouches for the bridge, not for the person.
    BridgeGhost,
}

impl Identity {
    /// Is it the same one? Services accounts do not distinguish case.
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::IrcAccount { network, account },
                Self::IrcAccount {
                    network: other_network,
                    account: other_account,
                },
            ) => network == other_network && account.eq_ignore_ascii_case(other_account),
            (
                Self::IrcAccount { .. }
                | Self::Matrix { .. }
                | Self::Console { .. }
                | Self::Mail { .. }
                | Self::Unproven(_),
                _,
            ) => self == other,
        }
    }

    /// The identity that these words name: `@kevin:example.org`, or `libera/kevin`.
    pub fn from_words(words: &str) -> Option<Self> {
        if words.starts_with('@') && words.contains(':') {
            return Some(Self::Matrix { mxid: words.to_owned() });
        }
        let (network, account) = words.split_once('/')?;
        Some(Self::IrcAccount {
            network: network.to_owned(),
            account: account.to_owned(),
        })
    }

    /// The words that name it: what [`Identity::from_words`] reads, where a network proves it.
    pub fn words(&self) -> String {
        match self {
            Self::IrcAccount { network, account } => format!("{network}/{account}"),
            Self::Matrix { mxid } => mxid.clone(),
            Self::Console { .. } | Self::Mail { .. } | Self::Unproven(_) => self.to_string(),
        }
    }
}

/// How it was proven, as history keeps it: `services account ralph on libera`.
impl fmt::Display for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::IrcAccount { network, account } => write!(f, "services account {account} on {network}"),
            Self::Matrix { mxid } => write!(f, "Matrix id {mxid}"),
            Self::Console { account } => write!(f, "console as {account}"),
            Self::Mail { author } => write!(f, "nothing: a mail from {author}"),
            Self::Unproven(Unproven::NotLoggedIn) => f.write_str("nothing: not logged in"),
            Self::Unproven(Unproven::NotKnownYet) => f.write_str("nothing: the server has not said yet"),
            Self::Unproven(Unproven::ServerCannotTell) => f.write_str("nothing: the server cannot tell accounts"),
            Self::Unproven(Unproven::BridgeGhost) => f.write_str("nothing: a bridge speaks"),
        }
    }
}
