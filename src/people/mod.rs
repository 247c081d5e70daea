//! Accounts, groups and identities: who a speaker is, and what that person may do.
//!
//! Knows nothing of any chat protocol. A nick is not an account: only what a network *proved* counts
//! ([`Identity`]); everything else is [`Identity::Unproven`], and may look but not change.

use std::fmt;

/// The group whose members sponsor (SOP, "Pre sponsorship").
pub const SYSADMIN_MAIN: &str = "sysadmin-main";

/// A Fedora account name, in lower case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Account(String);

impl Account {
    /// The account of that name; case does not matter.
    pub fn new(name: &str) -> Self {
        Self(name.to_lowercase())
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
    /// Logged in to the services of an IRC network (IRCv3 `account-tag`, `extended-join`,
    /// `account-notify` or WHOX).
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
    /// Nothing is proven.
    Unproven(Unproven),
}

/// Why nothing is proven about a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unproven {
    /// The speaker is not logged in to the network's services.
    NotLoggedIn,
    /// The server offers neither account-tag nor WHOX, so nobody there can be told apart.
    ServerCannotTell,
    /// A ghost of a bridge: its server vouches for the bridge, not for the person.
    BridgeGhost,
}
