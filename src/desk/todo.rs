//! What waits for somebody over all RFRs.

use super::archive::Archive;
use super::{Account, Desk, Incoming, Message};
use crate::rfr::duty::duties;
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
        let tended = self.tended(now);
        let under_way = || self.state.open().chain(tended.iter().map(AsRef::as_ref));
        let duties = duties(under_way(), person, &self.circumstances(now));
        let is_known = self.directory.knows(person)
            || own.as_ref().is_ok_and(|own| own.account() == person)
            || under_way().any(|rfr| rfr.involves(person));
        if duties.is_empty() && !is_known {
            return self.wording.knows_nobody(person);
        }
        let takes_part = under_way().filter(|rfr| rfr.involves(person)).count();
        let mut said = self.wording.todo(person, &duties, now);
        if duties.is_empty() && takes_part > 0 {
            said.push(self.wording.takes_part(person, takes_part));
        }
        let around = self.circumstances(now);
        if let Some(day) = around.away_until(person) {
            let others = around.main_but(person);
            said.push(self.wording.is_away(person, day, others.first()));
        }
        said
    }
}
