//! The way of an undo: whose last change → may → decide → what happened.

use super::archive::{Archive, ArchiveError};
use super::speaking::{asked_back, log_denied, refused};
use super::{Account, Answer, Asked, Desk, Message, Rfr, Which};
use crate::people::{Right, authorise};
use crate::rfr::decide::{Undo, undo};
use crate::rfr::{Before, ChangeSubject, RfrEvent};
use crate::wording::LastAside;
use chrono::{DateTime, Utc};
use std::slice;

/// What the log calls it.
const UNDO: &str = "undo";

/// An RFR, what takes its last change back, and what that had done.
type ToUndo = (Rfr, RfrEvent, Vec<RfrEvent>);

impl<A: Archive> Desk<A> {
    /// Takes somebody's own last change back.
    pub(super) fn undo(&mut self, asked: Asked<'_>, which: &Which) -> Result<Answer, ArchiveError> {
        let (rfr, undone, did) = match self.judged_undo(&asked, which)? {
            Ok(judged) => judged,
            Err(answer) => return Ok(answer),
        };
        let now = asked.now;
        let mut happened = self.happened(asked, Some(&rfr), slice::from_ref(&undone), &did);
        self.told_within_limits(&mut happened, &rfr, now)?;
        Ok(Answer::Happened(Box::new(happened)))
    }

    /// What an undo would take back, or what is said because it would not.
    pub(super) fn judged_undo(
        &mut self,
        asked: &Asked<'_>,
        which: &Which,
    ) -> Result<Result<ToUndo, Answer>, ArchiveError> {
        let rfr = match self.which_to_undo(asked, which)? {
            Ok(rfr) => rfr,
            Err(question) => return Ok(Err(asked_back(question))),
        };
        let did = self.last_done(&rfr)?;
        let standing = rfr.standing(asked.by.account());
        let order = match authorise(&self.directory, Right::Person, &asked.by, standing, Undo { did: &did }) {
            Ok(order) => order,
            Err(denied) => {
                log_denied(asked.incoming, UNDO, &rfr.name, &denied);
                let said = self.wording.denied_freeze(&denied, &self.circumstances(asked.now));
                return Ok(Err(refused(said, Some(&rfr))));
            }
        };
        let undone = match self.in_context(asked.now, |context| undo(&rfr, &order, context))? {
            Ok(event) => event,
            Err(refusal) => return Ok(Err(self.refuse(asked, UNDO, &refusal, ChangeSubject::Known(&rfr)))),
        };
        Ok(Ok((rfr, undone, did)))
    }

    /// The RFR that was named, or the one that the speaker changed last. One's own last change is one's own, whatever the
    /// place talks about.
    fn which_to_undo(&self, asked: &Asked<'_>, which: &Which) -> Result<Result<Rfr, Message>, ArchiveError> {
        let word = match which {
            Which::Named(id) => return self.existing(*id),
            Which::Omitted { word } => word.as_deref(),
        };
        let by = asked.by.account();
        let last = match self.state.last_changed_by(by, &self.archive)? {
            Some(id) => Some(self.existing(id)?),
            None => None,
        };
        if let Some(said) = self.undoes_an_aside(by, last.as_ref(), asked.incoming.at)? {
            return Ok(Err(said));
        }
        Ok(last.unwrap_or_else(|| Err(self.wording.which_one(word, &[], &self.state.open_names()))))
    }

    /// What is said where the last change of somebody who undoes was none of an RFR.
    fn undoes_an_aside(
        &self,
        by: &Account,
        last: Option<&Result<Rfr, Message>>,
        now: DateTime<Utc>,
    ) -> Result<Option<Message>, ArchiveError> {
        let Some(aside) = self.state.aside_of(by) else {
            return Ok(None);
        };
        let own = match last {
            Some(Ok(rfr)) if rfr.last_seq > aside.seq => return Ok(None),
            Some(Ok(rfr)) => {
                let is_own = rfr.last_change.by == *by && rfr.last_seq < aside.seq;
                let is_fresh = now - rfr.last_change.at <= self.settings.undo_within;
                (is_own && is_fresh && rfr.before != Before::Nothing).then_some(rfr.name.as_str())
            }
            Some(Err(_)) | None => None,
        };
        let about = self.state.about(&aside.event);
        let name = match about {
            Some(id) => self.name_of(id)?,
            None => String::new(),
        };
        Ok(Some(self.wording.undo_of_an_aside(&LastAside {
            event: &aside.event,
            words: &aside.words,
            name: &name,
            before: own,
            frozen: !self.state.facts().book.in_force(now).is_empty(),
            today: now.date_naive(),
        })))
    }

    /// What the last change of an RFR did.
    fn last_done(&self, rfr: &Rfr) -> Result<Vec<RfrEvent>, ArchiveError> {
        if let Some(events) = self.state.last_done(rfr) {
            return Ok(events.to_vec());
        }
        let history = self.archive.history(rfr.id)?;
        Ok(history
            .into_iter()
            .filter(|(origin, event)| origin.seq == rfr.last_seq && !event.is_of_the_list())
            .map(|(_, event)| event)
            .collect())
    }
}
