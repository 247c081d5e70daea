//! Who is in sight, by network: who could be asked. Proves nothing.

use super::Desk;
use super::archive::Archive;
use crate::people::{Account, Identity};
use crate::rfr::outlook::Circumstances;
use chrono::{DateTime, Utc};

impl<A: Archive> Desk<A> {
    /// Somebody came into sight on a network, or went out of it.
    pub fn is_around(&mut self, network: String, identity: Identity, here: bool) {
        if here {
            self.around.insert((network, identity));
        } else {
            self.around.remove(&(network, identity));
        }
    }

    /// The network is down: nobody is in sight there.
    pub fn out_of_sight(&mut self, network: &str) {
        self.around.retain(|(seen_on, _)| seen_on != network);
    }

    /// What stands around every RFR at this moment.
    pub(super) fn circumstances(&self, now: DateTime<Utc>) -> Circumstances<'_> {
        let facts = self.state.facts();
        Circumstances {
            now,
            book: &facts.book,
            breaks: &facts.breaks,
            absences: &facts.absences,
            outages: &self.outages,
            directory: &self.directory,
            in_sight: self.people_in_sight(),
        }
    }

    /// The people in sight.
    fn people_in_sight(&self) -> Vec<Account> {
        let seen = self.around.iter();
        seen.filter_map(|(_, identity)| self.directory.identify(identity).ok())
            .map(|person| person.account().clone())
            .collect()
    }

    /// Is that person in sight on that network?
    pub(super) fn is_in_sight(&self, network: &str, account: &Account) -> bool {
        self.around.iter().any(|(seen_on, identity)| {
            let person = self.directory.identify(identity);
            seen_on == network && person.is_ok_and(|person| person.account() == account)
        })
    }
}
