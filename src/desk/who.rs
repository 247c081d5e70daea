//! Who speaks, and whether they may change anything at all.

use super::Desk;
use super::archive::Archive;
use super::operating::{ENOUGH, is_unlimited};
use super::{Answer, kind, log_denied, log_refusal, refused};
use crate::command;
use crate::people::{Person, Relation, Right, authorise};
use crate::rfr::Daily;
use crate::text::Message;
use crate::wire::Incoming;
use chrono::{DateTime, Utc};

impl<A: Archive> Desk<A> {
    /// A speaker who may not use a verb at all is told so before its arguments are read.
    pub(super) fn may_not_at_all(
        &mut self,
        incoming: &Incoming,
        row: &command::VerbRow,
        now: DateTime<Utc>,
    ) -> Option<Answer> {
        match row.who {
            Right::Look => None,
            Right::MainOrReleng => {
                let by = match self.known(incoming) {
                    Ok(by) => by,
                    Err(said) => return Some(refused(said, None)),
                };
                let denied = authorise(&self.directory, row.who, &by, Relation::default(), ()).err()?;
                if let Some(unsure) = &denied.unsure {
                    return Some(self.refuse_unsure(incoming, (row.verb, "", None), unsure));
                }
                log_denied(incoming, row.verb, "", &denied);
                let said = self.wording.denied_freeze(&denied, &self.circumstances(now));
                self.memory
                    .refused(incoming, self.wording.why_denied_freeze(said.clone()));
                Some(refused(said, None))
            }
            Right::Person
            | Right::Involved
            | Right::Hold
            | Right::Release
            | Right::RequesterOrMain
            | Right::SponsorOrMain
            | Right::Sponsor
            | Right::Member(_)
            | Right::Main
            | Right::Operator => self.known(incoming).err().map(|said| refused(said, None)),
        }
    }

    /// Who spoke, as far as that is proven; else the refusal, which `why` explains.
    pub(super) fn known(&mut self, incoming: &Incoming) -> Result<Person, Message> {
        self.directory.identify(&incoming.identity).map_err(|why| {
            log_refusal(incoming, "a change", "", &kind(&why));
            let said = self.wording.stranger(&why);
            self.memory.refused(incoming, self.wording.why_stranger(said.clone()));
            said
        })
    }

    /// Who wants to change something, and may change something more today; else the answer.
    pub(super) fn may_change(&mut self, incoming: &Incoming, now: DateTime<Utc>) -> Result<Person, Message> {
        let by = self.known(incoming)?;
        if is_unlimited(incoming) {
            return Ok(by);
        }
        self.recall_the_day(now)
            .map_err(|error| self.wording.out_of_order(error.trouble))?;
        match self.limiter.spent(by.account(), Daily::Changes, now) {
            Some(most) => {
                log_refusal(incoming, "a change", "", &format!("{ENOUGH}{}", kind(&Daily::Changes)));
                Err(self.wording.enough_for_today(Daily::Changes, most))
            }
            None => Ok(by),
        }
    }
}
