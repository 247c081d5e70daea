//! Which RFR is meant: the one that was named, the one that the place talks about, or the speaker's only
//! candidate. Where that is ambiguous, nothing is done and the candidates are listed.

use super::archive::{Archive, ArchiveError};
use super::{Account, Change, Desk, Event, Incoming, Message, Rfr, Which};
use crate::rfr::{Before, Meant};
use chrono::{DateTime, Utc};
use std::borrow::Cow;

impl<A: Archive> Desk<A> {
    /// The RFR that a change is about, or the question to ask back.
    pub(super) fn which(
        &self,
        incoming: &Incoming,
        which: &Which,
        change: &Change,
        by: &Account,
    ) -> Result<Result<Rfr, Message>, ArchiveError> {
        let word = match which {
            Which::Named(id) => return self.existing(*id),
            Which::Omitted { word } => word.as_deref(),
        };
        // One's own last change is one's own, whatever the place talks about.
        if let Change::Undo = change {
            let last = match self.state.last_changed_by(by, &self.archive)? {
                Some(id) => Some(self.existing(id)?),
                None => None,
            };
            if let Some(said) = self.undoes_an_aside(by, last.as_ref(), incoming.at)? {
                return Ok(Err(said));
            }
            return match last {
                Some(rfr) => Ok(rfr),
                None => Ok(Err(self.wording.which_one(word, &[], &self.state.open_names()))),
            };
        }
        if let Some(id) = self.talks_about(&incoming.place) {
            return self.existing(id);
        }
        let meant = change.row().meant;
        let candidates: Vec<&Rfr> = self.state.open().filter(|rfr| is_candidate(rfr, meant, by)).collect();
        Ok(match candidates.as_slice() {
            [only] => Ok((*only).clone()),
            [] if let Change::SignOff { phase, .. } = change => {
                let sponsored: Vec<&Rfr> = self.state.open().filter(|rfr| rfr.is_sponsor(by)).collect();
                Err(self.wording.nothing_to_sign(*phase, &sponsored))
            }
            several => Err(self.wording.which_one(word, several, &self.state.open_names())),
        })
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
        let about = match &aside.event {
            Event::Reminder(fact) => fact.rfr(),
            Event::FreezeBreak { number, .. } => self.state.facts().breaks.get(*number).map(|found| found.rfr),
            Event::Rfr { .. }
            | Event::FocusChanged { .. }
            | Event::Freeze(_)
            | Event::Absence(_)
            | Event::CalendarRead { .. }
            | Event::AbsencesRead { .. }
            | Event::Edition(_) => None,
        };
        let name = match about {
            Some(id) => self.name_of(id)?,
            None => String::new(),
        };
        Ok(Some(self.wording.undo_of_an_aside(
            &aside.event,
            &aside.words,
            &name,
            own,
        )))
    }

    /// The RFR that a query is about, or the question to ask back.
    pub(super) fn which_to_show(
        &self,
        incoming: &Incoming,
        which: &Which,
    ) -> Result<Result<Cow<'_, Rfr>, Message>, ArchiveError> {
        let (id, word) = match which {
            Which::Named(id) => (Some(*id), None),
            Which::Omitted { word } => (self.talks_about(&incoming.place), word.as_deref()),
        };
        if let Some(id) = id
            && let Some(rfr) = self.state.rfr(id, &self.archive)?
        {
            return Ok(Ok(rfr));
        }
        let by = self.directory.identify(&incoming.identity).ok();
        let candidates: Vec<&Rfr> = self
            .state
            .open()
            .filter(|rfr| by.as_ref().is_some_and(|by| rfr.involves(by.account())))
            .collect();
        Ok(match candidates.as_slice() {
            [only] => Ok(Cow::Borrowed(*only)),
            several => Err(self.wording.which_one(word, several, &self.state.open_names())),
        })
    }

    fn existing(&self, id: crate::rfr::RfrId) -> Result<Result<Rfr, Message>, ArchiveError> {
        let rfr = self.state.rfr(id, &self.archive)?;
        Ok(rfr
            .map(Cow::into_owned)
            .ok_or_else(|| self.wording.which_one(None, &[], &self.state.open_names())))
    }
}

/// Could the speaker mean this RFR by a change that names none?
fn is_candidate(rfr: &Rfr, meant: Meant, by: &Account) -> bool {
    match meant {
        Meant::Own => rfr.involves(by),
        Meant::Sponsored => rfr.is_sponsor(by),
        Meant::SponsoredIn(phase) => rfr.is_sponsor(by) && rfr.phase == phase,
        Meant::AskedFor => rfr.asked_sponsor.as_ref().is_some_and(|asked| asked.account == *by),
        Meant::Unsponsored => rfr.sponsor.is_none(),
        Meant::Held => rfr.involves(by) && rfr.hold.is_some(),
    }
}
