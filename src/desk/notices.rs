//! What can happen to a message: edits, deletions, reactions, and failed decryption.
//!
//! Only one of these changes anything: the sponsor's agreement to a message that asked for the sign-off.

use super::archive::{Archive, ArchiveError};
use super::{Answer, Asked, Beside, Desk, Handled, Incoming, Outcome, Rfr, RfrId};
use crate::command;
use crate::people::{Account, By};
use crate::rfr::gate::not_ticked;
use crate::rfr::{Change, ChangeSubject, Origin, RfrEvent, gate};
use crate::sop::{Kind, Phase};
use crate::text::Message;
use crate::wire::{IncomingId, Notice, SignOffAsked};
use crate::wording::Wording;
use chrono::{DateTime, Utc};

/// The words that history keeps for a reaction that agreed.
const AGREED: &str = "✅ (reaction)";

/// The words that history keeps for a reaction that was taken back.
const TOOK_BACK: &str = "✅ taken back (reaction)";

impl<A: Archive> Desk<A> {
    /// Handles something other than words.
    pub fn notice(&mut self, incoming: &Incoming, notice: &Notice, now: DateTime<Utc>) -> Handled {
        match self.is_repeated(incoming) {
            Ok(false) => {}
            Ok(true) => return Handled::default(),
            Err(error) => return self.out_of_order(incoming, &error),
        }
        let (words, answer) = match notice {
            Notice::Edited { what, words } => {
                match self.kept_has_changed(incoming, what, Some(words), now) {
                    Ok(Some(handled)) => return handled,
                    Ok(None) if incoming.text.is_empty() => return Handled::default(),
                    Ok(None) => {}
                    Err(error) => return self.out_of_order(incoming, &error),
                }
                (String::new(), Ok(self.where_addressed(incoming, Wording::edit_ignored)))
            }
            Notice::Unreadable => (String::new(), Ok(Some(Answer::Say(self.wording.unreadable())))),
            Notice::InTheClear => (String::new(), Ok(self.where_addressed(incoming, Wording::in_the_clear))),
            Notice::TwoFaced => (String::new(), Ok(self.where_addressed(incoming, Wording::two_faced))),
            Notice::OtherIdentity => {
                let said = self.wording.other_identity(&incoming.name);
                (String::new(), Ok(Some(Answer::Say(said))))
            }
            Notice::Copied => {
                tracing::warn!(place = %incoming.place, name = incoming.name, "encrypted words came again under another id; they are not run");
                (String::new(), Ok(self.where_addressed(incoming, Wording::copied)))
            }
            Notice::TooManyCommands { most } => (
                String::new(),
                Ok(Some(Answer::Say(self.wording.too_many_commands(*most)))),
            ),
            Notice::UnverifiedDevice => (String::new(), Ok(Some(Answer::Say(self.wording.unverified_device())))),
            Notice::Agreed { rfr, asked } => (AGREED.to_owned(), self.agreed(incoming, *rfr, asked, now)),
            Notice::TakenBack { what, proven } => {
                match self.kept_has_changed(incoming, what, None, now) {
                    Ok(Some(handled)) => return handled,
                    Ok(None) => {}
                    Err(error) => return self.out_of_order(incoming, &error),
                }
                (TOOK_BACK.to_owned(), self.taken_back(incoming, what, *proven, now))
            }
            Notice::DeletedLongAgo { what } => {
                return match self.kept_has_changed(incoming, what, None, now) {
                    Ok(handled) => handled.unwrap_or_default(),
                    Err(error) => self.out_of_order(incoming, &error),
                };
            }
            Notice::Pinned => (Self::words_of_a_pin(), self.pinned(incoming, now)),
        };
        match answer {
            Ok(None) => Handled::default(),
            // Nothing of it has happened yet: who has spent the budget is not answered here either. It is another
            // question than the same words as a command.
            Ok(Some(answer)) => match self.over_budget(incoming, &format!("{notice:?} {}", incoming.text), now) {
                Some(handled) => handled,
                None => self.conclude(incoming, words, now, Ok(answer)),
            },
            Err(error) => self.conclude(incoming, words, now, Err(error)),
        }
    }

    /// What goes beside an answer about this RFR.
    pub(super) fn beside(&self, outcome: Option<Outcome>, rfr: &Rfr) -> Beside {
        Self::beside_after(self.state.next_seq() - 1, outcome, rfr)
    }

    /// What goes beside an answer about an RFR as that commit leaves it.
    pub(super) fn beside_after(seq: u64, outcome: Option<Outcome>, rfr: &Rfr) -> Beside {
        let blocking = gate::blocking(rfr);
        let only_signature = rfr.hold.is_none()
            && matches!(blocking.as_slice(), [finding] if finding.row.kind == Kind::SignOff && finding.row.phase == rfr.phase);
        let asks = match &rfr.sponsor {
            Some(sponsor) if only_signature && rfr.is_open() && not_ticked(rfr, rfr.phase).is_none() => {
                Some(SignOffAsked {
                    phase: rfr.phase.name().to_owned(),
                    sponsor: sponsor.account.to_string(),
                    seq,
                })
            }
            Some(_) | None => None,
        };
        Beside {
            outcome,
            rfr: Some(rfr.id),
            asks,
            ..Beside::default()
        }
    }

    /// What is not run is answered where it would have been a command. An edit is not: others may have answered to the
    /// first words already.
    fn where_addressed(&self, incoming: &Incoming, say: fn(&Wording) -> Message) -> Option<Answer> {
        let direct = incoming.place.is_direct();
        command::addressed(&incoming.text, &self.settings.prefix, &incoming.own_name, direct)
            .map(|_| Answer::Say(say(&self.wording)))
    }

    /// The sponsor, and nobody else, signs by agreeing to the message that asked.
    fn agreed(
        &mut self,
        incoming: &Incoming,
        id: RfrId,
        asked: &SignOffAsked,
        now: DateTime<Utc>,
    ) -> Result<Option<Answer>, ArchiveError> {
        let Ok(by) = self.directory.identify(&incoming.identity) else {
            return Ok(None);
        };
        let phase = Phase::ALL.into_iter().find(|phase| phase.name() == asked.phase);
        let rfr = self.state.rfr(id, &self.archive)?.map(std::borrow::Cow::into_owned);
        let (Some(phase), Some(rfr)) = (phase, rfr) else {
            return Ok(None);
        };
        if *by.account() != Account::new(&asked.sponsor) || !rfr.is_sponsor(by.account()) {
            return Ok(None);
        }
        // The first agreement counted; what is signed and has moved on needs no other.
        let signed = rfr
            .signoffs
            .get(&phase)
            .is_some_and(|signoff| signoff.outdated.is_none());
        if signed {
            return Ok(None);
        }
        if rfr.phase != phase || !self.is_unchanged_since(&rfr, asked.seq)? {
            return Ok(Some(Answer::SayWith(
                self.wording.asked_too_long_ago(&rfr),
                self.beside(Some(Outcome::Refused), &rfr),
            )));
        }
        let signoff = Change::SignOff {
            phase,
            note: String::new(),
        };
        self.decided(Asked::new(incoming, by, now), ChangeSubject::Known(&rfr), &signoff)
            .map(Some)
    }

    /// Has nothing changed in the RFR since that commit, apart from notes and the like?
    fn is_unchanged_since(&self, rfr: &Rfr, seq: u64) -> Result<bool, ArchiveError> {
        let history = self.archive.history(rfr.id)?;
        // A change that waits for the disk is not in the history yet.
        let complete = history
            .iter()
            .rfind(|(_, event)| !event.is_of_the_list())
            .is_some_and(|(origin, _)| origin.at == rfr.last_change.at && origin.by == rfr.last_change.by);
        let mut since = history.iter().filter(|(origin, _)| origin.seq > seq);
        Ok(complete && since.all(|(_, event)| event.row().is_beside_the_matter))
    }

    /// Deleting a message undoes nothing. Taking the agreeing reaction back does, for as long as an undo would.
    fn taken_back(
        &mut self,
        incoming: &Incoming,
        what: &IncomingId,
        proven: bool,
        now: DateTime<Utc>,
    ) -> Result<Option<Answer>, ArchiveError> {
        let Some((id, entries)) = self.archive.caused_by(what)? else {
            // One that waits for the disk, or one that caused nothing.
            let caused = self.state.was_seen(what);
            return Ok((caused && proven).then(|| Answer::Say(self.wording.deleting_undoes_nothing(None))));
        };
        let rfr = self.state.rfr(id, &self.archive)?.map(std::borrow::Cow::into_owned);
        let Some(rfr) = rfr else {
            return Ok(None);
        };
        if let Some(answer) = self.pin_taken_away(incoming, &rfr, &entries, now)? {
            return Ok(Some(answer));
        }
        if !proven {
            return Ok(None);
        }
        let stands = Answer::SayWith(
            self.wording.deleting_undoes_nothing(Some(&rfr)),
            self.beside(Some(Outcome::Refused), &rfr),
        );
        let signed = entries.iter().find_map(|(origin, event)| {
            if let RfrEvent::SignedOff { phase, .. } = event
                && origin.words == AGREED
            {
                Some((origin, *phase))
            } else {
                None
            }
        });
        let Some((origin, phase)) = signed else {
            return Ok(Some(stands));
        };
        let Ok(by) = self.directory.identify(&incoming.identity) else {
            return Ok(Some(stands));
        };
        let in_time = now - origin.at <= self.settings.undo_within;
        if *by.account() != origin.by || !in_time || !still_counts(&rfr, phase, origin) {
            return Ok(Some(stands));
        }
        let reason = "the reaction was taken back".to_owned();
        let unsign = Change::Unsign { phase, reason };
        self.decided(Asked::new(incoming, by, now), ChangeSubject::Known(&rfr), &unsign)
            .map(Some)
    }
}

/// Is the RFR still in the phase that this sign-off was given for, and is it that sign-off?
fn still_counts(rfr: &Rfr, phase: Phase, origin: &Origin) -> bool {
    let same = |at: DateTime<Utc>, by: &By| at == origin.at && *by == origin.by;
    rfr.phase == phase
        && rfr
            .signoffs
            .get(&phase)
            .is_some_and(|signoff| signoff.outdated.is_none() && same(signoff.mark.at, &signoff.mark.by))
}
