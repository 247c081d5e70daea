//! Lines that are offered in place of what somebody said. Each is tried out first: a line that would be refused is no
//! help. Where none would be accepted, what is said against the first is the answer.

use super::archive::{Archive, ArchiveError};
use super::ordering::Orderable;
use super::speaking::{asked_back, refused};
use super::{Answer, Asked, Desk};
use crate::command::date::DateError;
use crate::command::{self, Command, Items, Order, ParseError, ReminderOrder, Which};
use crate::people::authorise;
use crate::reminder::decide::{Quiet, ReminderChange};
use crate::rfr::{Change, ChangeSubject};
use crate::wire::Incoming;
use chrono::{DateTime, Utc};

impl<A: Archive> Desk<A> {
    /// The answer to words that cannot be carried out as they are.
    pub(super) fn offered(
        &mut self,
        incoming: &Incoming,
        mut error: ParseError,
        now: DateTime<Utc>,
    ) -> Result<Answer, ArchiveError> {
        if let ParseError::Offered(lines) | ParseError::Approval(lines) = &mut error {
            match self.accepted(incoming, std::mem::take(lines), now)? {
                Ok(accepted) => *lines = accepted,
                Err(answer) => return Ok(answer),
            }
        }
        // Of the days that may be meant, those in a freeze are no help either.
        if let ParseError::BadDate {
            error: wrong, before, ..
        } = &mut error
            && let DateError::Unclear { readings, .. } = wrong
        {
            let calendar = self.state.facts().book.calendar(now.date_naive());
            let (mut good, mut against) = (Vec::new(), None);
            for day in readings.iter() {
                match self.said_against(incoming, &format!("{before} {day}"), now)? {
                    Some(answer) if calendar.freeze_on(*day).is_some() => against = against.or(Some(answer)),
                    Some(_) | None => good.push(*day),
                }
            }
            match against {
                Some(answer) if good.is_empty() => return Ok(answer),
                Some(_) | None => *readings = good,
            }
        }
        Ok(asked_back(self.wording.misunderstood(&error, &self.state.open_names())))
    }

    /// Those of the lines that would be accepted from the speaker at this moment.
    fn accepted(
        &mut self,
        incoming: &Incoming,
        lines: Vec<String>,
        now: DateTime<Utc>,
    ) -> Result<Result<Vec<String>, Answer>, ArchiveError> {
        let (mut accepted, mut against) = (Vec::new(), None);
        for line in lines {
            match self.said_against(incoming, &line, now)? {
                None => accepted.push(line),
                Some(answer) => against = against.or(Some(answer)),
            }
        }
        Ok(match against {
            Some(answer) if accepted.is_empty() => Err(answer),
            Some(_) | None => Ok(accepted),
        })
    }

    /// What the speaker would be told by whom that line is not accepted.
    fn said_against(
        &mut self,
        incoming: &Incoming,
        line: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<Answer>, ArchiveError> {
        let lookup = self.lookup_for(incoming, now);
        let parsed = command::parse(&command::filled_in(line), &lookup);
        lookup.finish()?;
        // No change is an undo.
        let (which, changes) = match parsed {
            Ok(Command::Change { which, change }) => (which, vec![change]),
            Ok(Command::Ticks {
                which,
                items: Items::These(items),
                note,
            }) => {
                let note = || note.clone();
                let each = items.into_iter().map(|item| Change::Done { item, note: note() });
                (which, each.collect())
            }
            Ok(Command::Order(Order::Undo(which))) => (which, Vec::new()),
            Ok(Command::Order(Order::Reminder(ReminderOrder::About { which, what }))) => {
                return self.quiet_denied(incoming, &which, &what, now);
            }
            // A form is filled in by whoever types it; any other line is to be understood.
            Err(error) if !command::is_form(line) => {
                return Ok(Some(asked_back(
                    self.wording.misunderstood(&error, &self.state.open_names()),
                )));
            }
            Ok(_) | Err(_) => return Ok(None),
        };
        let by = match self.known(incoming) {
            Ok(by) => by,
            Err(said) => return Ok(Some(refused(said, None))),
        };
        if changes.is_empty() {
            let asked = Asked::new(incoming, by, now);
            return Ok(self.judged_undo(&asked, &which)?.err());
        }
        for change in &changes {
            let rfr = match self.which(incoming, &which, change, by.account())? {
                Ok(rfr) => rfr,
                Err(question) => return Ok(Some(asked_back(question))),
            };
            let asked = Asked::new(incoming, by.clone(), now);
            if let Err(answer) = self.judged(&asked, ChangeSubject::Known(&rfr), change)? {
                return Ok(Some(answer));
            }
        }
        Ok(None)
    }

    /// What the speaker would be told who may not keep reminders of an RFR quiet.
    fn quiet_denied(
        &mut self,
        incoming: &Incoming,
        which: &Which,
        what: &Quiet,
        now: DateTime<Utc>,
    ) -> Result<Option<Answer>, ArchiveError> {
        let by = match self.known(incoming) {
            Ok(by) => by,
            Err(said) => return Ok(Some(refused(said, None))),
        };
        let rfr = match self.which_to_show(incoming, which)? {
            Ok(rfr) => rfr.into_owned(),
            Err(question) => return Ok(Some(asked_back(question))),
        };
        let right = Orderable::<A>::right(&ReminderChange::About { rfr: &rfr, what });
        let allowed = authorise(&self.directory, right, &by, rfr.standing(by.account()), ());
        let denied = |denied| self.wording.denied_freeze(&denied, &self.circumstances(now));
        Ok(allowed.err().map(|lacks| refused(denied(lacks), None)))
    }
}
