//! What people linked to their accounts.

use super::{Account, Identity};
use chrono::{DateTime, Utc};

/// An identity that proves an account because it was linked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityLink {
    /// Whose it is.
    pub account: Account,
    /// The identity that typed the code.
    pub identity: Identity,
    /// The identity that was given the code.
    pub beside: Identity,
    /// When.
    pub at: DateTime<Utc>,
}

/// What happened to a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkFact {
    /// An identity proves an account from now on.
    Linked(IdentityLink),
    /// It no longer does.
    Unlinked {
        /// Whose it was.
        account: Account,
        /// The identity.
        identity: Identity,
    },
}

/// The links that count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links(Vec<IdentityLink>);

impl Links {
    /// Takes in what happened.
    pub fn apply(&mut self, fact: &LinkFact) {
        let (LinkFact::Linked(IdentityLink { identity, .. }) | LinkFact::Unlinked { identity, .. }) = fact;
        self.0.retain(|link| !link.identity.is_same(identity));
        if let LinkFact::Linked(link) = fact {
            self.0.push(link.clone());
        }
    }

    /// The link of an identity.
    pub fn of(&self, identity: &Identity) -> Option<&IdentityLink> {
        self.0.iter().find(|link| link.identity.is_same(identity))
    }

    /// What is linked to an account, oldest first.
    pub fn to(&self, account: &Account) -> impl Iterator<Item = &IdentityLink> {
        self.0.iter().filter(move |link| link.account == *account)
    }

    /// Every link, oldest first.
    pub fn all(&self) -> impl Iterator<Item = &IdentityLink> {
        self.0.iter()
    }
}
