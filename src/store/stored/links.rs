//! The stored forms of what people linked.

use super::names;
use super::plausible;
use crate::people::linking::{IdentityLink, LinkFact};
use crate::people::{Account, Identity};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// An identity that a network, or the console, proves.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum StoredIdentity {
    IrcAccount { network: String, account: String },
    Matrix { mxid: String },
    Console { account: String },
}

impl From<&Identity> for StoredIdentity {
    fn from(identity: &Identity) -> Self {
        match identity {
            Identity::IrcAccount { network, account } => Self::IrcAccount {
                network: network.clone(),
                account: account.clone(),
            },
            Identity::Matrix { mxid } => Self::Matrix { mxid: mxid.clone() },
            Identity::Console { account } => Self::Console {
                account: account.clone(),
            },
            // Nothing of these is ever linked; read back, the words are no account of the console.
            Identity::Mail { .. } | Identity::Unproven(_) => Self::Console {
                account: identity.to_string(),
            },
        }
    }
}

impl From<StoredIdentity> for Identity {
    fn from(stored: StoredIdentity) -> Self {
        match stored {
            StoredIdentity::IrcAccount { network, account } => Self::IrcAccount { network, account },
            StoredIdentity::Matrix { mxid } => Self::Matrix { mxid },
            StoredIdentity::Console { account } => Self::Console { account },
        }
    }
}

/// Mirrors [`LinkFact`].
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum StoredLink {
    Linked {
        #[serde(with = "names")]
        account: Account,
        identity: StoredIdentity,
        beside: StoredIdentity,
        #[serde(deserialize_with = "plausible::moment")]
        at: DateTime<Utc>,
    },
    Unlinked {
        #[serde(with = "names")]
        account: Account,
        identity: StoredIdentity,
    },
}

impl From<&LinkFact> for StoredLink {
    fn from(fact: &LinkFact) -> Self {
        match fact {
            LinkFact::Linked(IdentityLink {
                account,
                identity,
                beside,
                at,
            }) => Self::Linked {
                account: account.clone(),
                identity: identity.into(),
                beside: beside.into(),
                at: *at,
            },
            LinkFact::Unlinked { account, identity } => Self::Unlinked {
                account: account.clone(),
                identity: identity.into(),
            },
        }
    }
}

impl From<StoredLink> for LinkFact {
    fn from(stored: StoredLink) -> Self {
        match stored {
            StoredLink::Linked {
                account,
                identity,
                beside,
                at,
            } => Self::Linked(IdentityLink {
                account,
                identity: identity.into(),
                beside: beside.into(),
                at,
            }),
            StoredLink::Unlinked { account, identity } => Self::Unlinked {
                account,
                identity: identity.into(),
            },
        }
    }
}
