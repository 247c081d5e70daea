//! What the account system's profiles say of identities: whose they are, as their owner wrote.
//!
//! That alone proves nobody: a profile counts for an identity that speaks, proven by its network, and only where exactly
//! one profile names it.

use super::{Account, Identity};
use chrono::{DateTime, Utc};
use std::collections::HashMap;

/// So many identities are remembered; the one that was asked for longest ago is forgotten first.
const MOST: usize = 1000;

/// Whose an identity is, by the profiles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Profile {
    /// The profile of this account names it, and no other one.
    Of(Account),
    /// No profile that can be read names it.
    Nobodys,
    /// More than one names it.
    Several,
}

/// What was said of an identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeardProfile {
    /// Whose it is; or why nobody can tell.
    pub profile: Result<Profile, String>,
    /// When that was.
    pub at: DateTime<Utc>,
    /// Where nobody can tell: whose it was when that could be told last, and when that was.
    pub before: Option<(DateTime<Utc>, Account)>,
}

impl HeardProfile {
    /// What is said at this moment.
    pub const fn new(profile: Result<Profile, String>, at: DateTime<Utc>) -> Self {
        Self {
            profile,
            at,
            before: None,
        }
    }
}

/// What was said of those who spoke.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profiles(HashMap<Identity, HeardProfile>);

impl Profiles {
    /// Takes in what was said of an identity.
    pub fn say(&mut self, identity: &Identity, mut said: HeardProfile) {
        let key = key(identity);
        if let (Err(_), Some(known)) = (&said.profile, self.0.get(&key)) {
            said.before = match &known.profile {
                Ok(Profile::Of(account)) => Some((known.at, account.clone())),
                Ok(Profile::Nobodys | Profile::Several) => None,
                Err(_) => known.before.clone(),
            };
        }
        if self.0.len() >= MOST && !self.0.contains_key(&key) {
            let oldest = self.0.iter().min_by_key(|(_, said)| said.at);
            if let Some(oldest) = oldest.map(|(identity, _)| identity.clone()) {
                self.0.remove(&oldest);
            }
        }
        self.0.insert(key, said);
    }

    /// The same, where whoever was known since that moment is known still, although nobody can tell now.
    #[must_use]
    pub fn lasting(&self, since: DateTime<Utc>) -> Self {
        let mut lasting = self.clone();
        for said in lasting.0.values_mut() {
            if let Some((at, account)) = said.before.take_if(|(at, _)| *at >= since) {
                *said = HeardProfile::new(Ok(Profile::Of(account)), at);
            }
        }
        lasting
    }

    /// What was said of it last.
    pub fn of(&self, identity: &Identity) -> Option<&HeardProfile> {
        self.0.get(&key(identity))
    }

    /// The identities that exactly one profile names, and whose they are.
    pub fn known(&self) -> impl Iterator<Item = (&Identity, &Account)> {
        self.0.iter().filter_map(|(identity, said)| match &said.profile {
            Ok(Profile::Of(account)) => Some((identity, account)),
            Ok(Profile::Nobodys | Profile::Several) | Err(_) => None,
        })
    }
}

/// Services accounts do not distinguish case.
fn key(identity: &Identity) -> Identity {
    match identity {
        Identity::IrcAccount { network, account } => Identity::IrcAccount {
            network: network.clone(),
            account: account.to_ascii_lowercase(),
        },
        Identity::Matrix { .. } | Identity::Console { .. } | Identity::Mail { .. } | Identity::Unproven(_) => {
            identity.clone()
        }
    }
}
