//! What waits for somebody over all RFRs.

use super::archive::Archive;
use super::{Account, Desk, Incoming, Message};
use crate::rfr::duty::{Around, Duty, duties};
use chrono::{DateTime, Utc};

impl<A: Archive> Desk<A> {
    /// What waits for the speaker, or for somebody else.
    pub(super) fn todo(&self, incoming: &Incoming, person: Option<&Account>, now: DateTime<Utc>) -> Message {
        let own = self.directory.identify(&incoming.identity);
        let person = match (person, &own) {
            (Some(person), _) => person,
            (None, Ok(own)) => own.account(),
            (None, Err(why)) => return self.wording.waits_for_whom(why),
        };
        let duties = self.duties_of(person, now);
        if duties.is_empty() && !self.directory.knows(person) {
            return self.wording.knows_nobody(person);
        }
        self.wording.todo(person, &duties, now)
    }

    /// Everything that waits for a person, oldest first.
    pub(super) fn duties_of(&self, person: &Account, now: DateTime<Utc>) -> Vec<Duty<'_>> {
        duties(self.state.open(), person, self.around_at(now))
    }

    pub(super) fn around_at(&self, now: DateTime<Utc>) -> Around<'_> {
        let facts = self.state.facts();
        Around {
            book: &facts.book,
            breaks: &facts.breaks,
            directory: &self.directory,
            now,
        }
    }
}
