//! Who is in sight, by network: who could be asked. Proves nothing.

use super::Desk;
use super::archive::Archive;
use crate::people::{Account, Identity};

impl<A: Archive> Desk<A> {
    /// Somebody came into sight on a network, or went out of it.
    pub fn is_around(&mut self, network: String, identity: Identity, here: bool) {
        if here {
            self.around.insert((network, identity));
        } else {
            self.around.remove(&(network, identity));
        }
    }

    /// Nobody is in sight on that network any more.
    pub fn out_of_sight(&mut self, network: &str) {
        self.around.retain(|(seen_on, _)| seen_on != network);
    }

    /// The people in sight.
    pub(super) fn people_around(&self) -> Vec<Account> {
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
