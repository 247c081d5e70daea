//! Which RFR is meant: the one that was named, the one that the place talks about, or the speaker's only
//! candidate. Where that is ambiguous, nothing is done and the candidates are listed.

use super::archive::{Archive, ArchiveError};
use super::{Account, Change, Desk, Incoming, Message, Rfr, RfrId, Which};
use crate::rfr::Meant;
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
        if let Some(id) = self.talks_about(&incoming.place) {
            return self.existing(id);
        }
        let meant = change.row().meant;
        let candidates: Vec<&Rfr> = self.state.open().filter(|rfr| is_candidate(rfr, meant, by)).collect();
        let candidates = not_yet_so(candidates, change);
        Ok(match candidates.as_slice() {
            [only] => Ok((*only).clone()),
            [] if let Change::SignOff { phase, .. } = change => {
                let sponsored: Vec<&Rfr> = self.state.open().filter(|rfr| rfr.is_sponsor(by)).collect();
                Err(self.wording.nothing_to_sign(*phase, &sponsored))
            }
            [] if matches!(meant, Meant::AskedFor) && word.is_none() => Err(self.wording.not_asked_at_all()),
            several => Err(self.wording.which_one(word, several, &self.state.open_names())),
        })
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
        let by = self.directory.account_of(&incoming.identity);
        let candidates: Vec<&Rfr> = self
            .state
            .open()
            .filter(|rfr| by.as_ref().is_some_and(|by| rfr.involves(by)))
            .collect();
        Ok(match candidates.as_slice() {
            [only] => Ok(Cow::Borrowed(*only)),
            several => Err(self.wording.which_one(word, several, &self.state.open_names())),
        })
    }

    pub(super) fn existing(&self, id: RfrId) -> Result<Result<Rfr, Message>, ArchiveError> {
        let rfr = self.state.rfr(id, &self.archive)?;
        Ok(rfr
            .map(Cow::into_owned)
            .ok_or_else(|| self.wording.which_one(None, &[], &self.state.open_names())))
    }
}

/// Of several that could be meant by a sign-off, those that are not signed; of several whose sign-off is to be taken back,
/// those that are.
fn not_yet_so<'a>(candidates: Vec<&'a Rfr>, change: &Change) -> Vec<&'a Rfr> {
    let wanted = |rfr: &&&'a Rfr| {
        if let Change::SignOff { phase, .. } = change {
            rfr.signoffs.get(phase).is_none_or(|signoff| signoff.outdated.is_some())
        } else if let Change::Unsign { phase, .. } = change {
            rfr.signoffs.contains_key(phase)
        } else {
            true
        }
    };
    let left: Vec<&Rfr> = candidates.iter().filter(wanted).copied().collect();
    if left.is_empty() { candidates } else { left }
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
