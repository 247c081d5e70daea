//! Which accounts the account system says are active: whoever is known by the config or a link acts only while it does.

use crate::people::Account;
use chrono::{DateTime, Duration, Utc};
use std::collections::HashMap;

/// So many accounts are remembered; the one that was asked for longest ago is forgotten first.
const MOST: usize = 1000;

/// While the account system is away, whom it called active so long ago still acts, where no group is needed.
pub(super) const OUTLASTS: Duration = Duration::hours(1);

/// What was said of accounts.
#[derive(Clone, Debug, Default)]
pub(super) struct Actives(HashMap<Account, ToldOf>);

/// What was said of one.
#[derive(Clone, Debug, Default)]
struct ToldOf {
    /// Is it active, and when was that said?
    last: Option<(DateTime<Utc>, bool)>,
    /// Why the last question had no answer, and when that was.
    failed: Option<(DateTime<Utc>, String)>,
}

impl ToldOf {
    fn at(&self) -> Option<DateTime<Utc>> {
        let failed = self.failed.as_ref().map(|(at, _)| *at);
        self.last.map(|(at, _)| at).max(failed)
    }
}

impl Actives {
    /// Takes in what was said.
    pub(super) fn say(&mut self, account: &Account, active: Result<bool, String>, now: DateTime<Utc>) {
        if self.0.len() >= MOST && !self.0.contains_key(account) {
            let oldest = self.0.iter().min_by_key(|(_, told)| told.at());
            if let Some(oldest) = oldest.map(|(account, _)| account.clone()) {
                self.0.remove(&oldest);
            }
        }
        let told = self.0.entry(account.clone()).or_default();
        match active {
            Ok(active) => {
                told.last = Some((now, active));
                told.failed = None;
            }
            Err(why) => told.failed = Some((now, why)),
        }
    }

    /// What was said last, and when.
    pub(super) fn last(&self, account: &Account) -> Option<(DateTime<Utc>, bool)> {
        self.0.get(account)?.last
    }

    /// Why the last question had no answer, and when that was; `None` where it had one.
    pub(super) fn failed(&self, account: &Account) -> Option<&(DateTime<Utc>, String)> {
        self.0.get(account)?.failed.as_ref()
    }

    /// Everybody of whom something was said.
    pub(super) fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.0.keys()
    }
}
