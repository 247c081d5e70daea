//! The page to sign from, and which sign-off somebody may mean.

use super::archive::{Archive, ArchiveError};
use super::{Desk, Incoming, Message, Rfr};
use crate::calendar::Absence;
use crate::command::Vocabulary;
use crate::people::Account;
use crate::rfr::duty::sign_off_due;
use crate::rfr::outlook::Outlook;
use crate::rfr::{RfrEvent, apply, gate};
use crate::sop::{self, Kind, Phase, Row};
use crate::wording::{Digest, HasMoved, Review};
use chrono::{DateTime, Utc};

impl<A: Archive> Desk<A> {
    /// Everything that a signature rests on.
    pub(super) fn review(&self, rfr: &Rfr, now: DateTime<Utc>) -> Result<Message, ArchiveError> {
        let row = sign_off_of(rfr);
        let signed = match row {
            Some(row) => self.as_it_was_signed(rfr, row.phase)?,
            None => None,
        };
        let facts = self.state.facts();
        let today = now.date_naive();
        let calendar = facts.book.calendar(today);
        let mut people: Vec<&Account> = rfr.sponsor.iter().map(|sponsor| &sponsor.account).collect();
        people.extend(rfr.workers());
        let planned = rfr.schedule.as_ref().map(|schedule| schedule.date);
        let mut away: Vec<(Account, Absence)> = Vec::new();
        for person in people {
            let mut days = [Some(today), planned].into_iter().flatten();
            let found = days.find_map(|day| facts.absences.away_on(person.as_str(), day));
            if let Some(absence) = found.filter(|_| away.iter().all(|(known, _)| known != person)) {
                away.push((person.clone(), absence));
            }
        }
        let around = self.circumstances(now);
        Ok(self.wording.review(&Review {
            outlook: &Outlook::of(rfr, &around),
            row,
            signed: signed.as_ref(),
            away,
            calendar: &calendar,
            freezes: self.with_digest(now, HasMoved::since(now), |digest: &Digest<'_>| digest.freezes()),
        }))
    }

    /// The RFR as the sponsor saw it who signed that phase last, where that does not count any more.
    fn as_it_was_signed(&self, rfr: &Rfr, phase: Phase) -> Result<Option<Rfr>, ArchiveError> {
        let Some(signoff) = rfr.signoffs.get(&phase).filter(|signoff| signoff.outdated.is_some()) else {
            return Ok(None);
        };
        let mut then: Option<Rfr> = None;
        for (origin, event) in self.archive.history(rfr.id)? {
            let signs = matches!(&event, RfrEvent::SignedOff { phase: signed, .. } if *signed == phase);
            then = apply(then, rfr.id, &origin, &event);
            if signs && origin.at == signoff.mark.at && origin.by == signoff.mark.by {
                return Ok(then);
            }
        }
        Ok(None)
    }

    /// The sign-offs that somebody may mean who named no phase: those that are due, of the RFR that the words name.
    pub(super) fn which_sign_off(
        &self,
        incoming: &Incoming,
        words: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<Message>, ArchiveError> {
        let Ok(by) = self.directory.identify(&incoming.identity) else {
            return Ok(None);
        };
        let lookup = self.lookup(now);
        let named = words.split_whitespace().skip(1).find_map(|word| lookup.rfr(word));
        lookup.finish()?;
        let own = self.state.open().filter(|rfr| rfr.is_sponsor(by.account()));
        let meant = own.filter(|rfr| named.is_none_or(|named| named == rfr.id));
        let meant: Vec<&Rfr> = meant.collect();
        let mut due: Vec<(&Rfr, &Row)> = meant
            .iter()
            .filter_map(|rfr| Some((*rfr, sign_off_due(rfr)?)))
            .collect();
        if due.is_empty() {
            // Something else is missing for the gate, but not for the signature.
            let signable = meant
                .iter()
                .filter(|rfr| rfr.hold.is_none() && gate::comes_first(rfr).is_empty());
            due = signable.filter_map(|rfr| Some((*rfr, unsigned(rfr)?))).collect();
        }
        if due.is_empty() {
            let named = named.map(|id| self.existing(id)).transpose()?;
            let named = named.and_then(Result::ok);
            return Ok(Some(self.wording.no_sign_off_due(named.as_ref())));
        }
        Ok(Some(self.wording.sign_offs_due(&due)))
    }
}

/// The sign-off of its phase, where it is missing.
fn unsigned(rfr: &Rfr) -> Option<&'static Row> {
    let missing = |row: &&Row| row.kind == Kind::SignOff && gate::examine(rfr, row) != gate::ItemState::Met;
    sop::rows(rfr.edition, rfr.phase).find(missing)
}

/// The sign-off that is missing, else the one of its phase.
fn sign_off_of(rfr: &Rfr) -> Option<&'static Row> {
    let blocking = gate::blocking(rfr);
    let missing = blocking
        .iter()
        .map(|finding| finding.row)
        .find(|row| row.kind == Kind::SignOff);
    missing.or_else(|| sop::rows(rfr.edition, rfr.phase).find(|row| row.kind == Kind::SignOff))
}
