//! Freeze breaks: asked for, voted on, done.

use super::Desk;
use super::archive::Archive;
use super::facts::Facts;
use super::freezes::{Decided, announced};
use crate::calendar::{FreezeFact, Key};
use crate::people::Account;
use crate::record::Event;
use crate::rfr::freeze_break::{BreakEvent, FreezeBreak, Standing};
use crate::rfr::{Origin, Rfr};
use crate::text::Paragraph;
use crate::wording::FreezeRefusal;
use chrono::{DateTime, Utc};

impl<A: Archive> Desk<A> {
    pub(super) fn request_break(&self, rfr: &Rfr, reason: &str, by: &Account, now: DateTime<Utc>) -> Decided {
        let Facts { book, breaks, .. } = self.state.facts();
        if rfr.ended.is_some() {
            return Decided::Refused(FreezeRefusal::Ended(rfr.name.clone()));
        }
        let freezes: Vec<Key> = book.in_force(now).into_iter().map(|freeze| freeze.key).collect();
        if freezes.is_empty() {
            return Decided::Refused(FreezeRefusal::NothingToBreak);
        }
        if let Some(open) = breaks.open_for(rfr.id)
            && freezes.iter().all(|key| open.lasting.contains(key))
        {
            let standing = self.standing_of(open);
            return Decided::No(self.wording.break_already_requested(open, &rfr.name, standing));
        }
        let number = breaks.next_number();
        let event = BreakEvent::Requested {
            rfr: rfr.id,
            freezes,
            reason: reason.to_owned(),
        };
        let Some(after) = self.break_after(number, &event, by, now) else {
            return Decided::Refused(FreezeRefusal::NoSuchBreak);
        };
        announced(
            Event::FreezeBreak { number, event },
            self.wording.break_requested(&after, &rfr.name),
        )
    }

    pub(super) fn vote_break(
        &self,
        found: &FreezeBreak,
        rfr: Option<&Rfr>,
        (approves, text): (bool, &str),
        by: &Account,
        now: DateTime<Utc>,
    ) -> Decided {
        let number = found.number;
        match self.standing_of(found) {
            standing @ (Standing::Done | Standing::Expired) => {
                return Decided::Refused(FreezeRefusal::BreakOver(number, standing));
            }
            Standing::Held | Standing::Waiting { .. } | Standing::Approved => {}
        }
        if approves && found.requested.by == *by {
            return Decided::Refused(FreezeRefusal::OwnBreak(number));
        }
        if let Some(vote) = found.votes.get(by)
            && vote.approves == approves
            && (text.is_empty() || vote.text == text)
        {
            return Decided::No(self.wording.break_already_voted(number, approves, vote.at));
        }
        let event = BreakEvent::Voted {
            approves,
            text: text.to_owned(),
        };
        let Some(after) = self.break_after(number, &event, by, now) else {
            return Decided::Refused(FreezeRefusal::NoSuchBreak);
        };
        let name = rfr.map(|rfr| rfr.name.clone()).unwrap_or_default();
        let after = after.as_it_counts(&self.directory);
        let standing = self.standing_of(&after);
        announced(
            Event::FreezeBreak { number, event },
            self.wording.break_voted(&after, &name, by, approves, text, standing),
        )
    }

    pub(super) fn break_done(&self, found: &FreezeBreak, rfr: Option<&Rfr>, by: &Account) -> Decided {
        let number = found.number;
        if let Some(done) = &found.done {
            return Decided::No(self.wording.break_already_done(number, &done.by, done.at));
        }
        match self.standing_of(found) {
            Standing::Approved => {}
            standing @ (Standing::Done | Standing::Expired | Standing::Held | Standing::Waiting { .. }) => {
                return Decided::Refused(FreezeRefusal::BreakOver(number, standing));
            }
        }
        let name = rfr.map(|rfr| rfr.name.clone()).unwrap_or_default();
        let event = BreakEvent::Done;
        announced(
            Event::FreezeBreak { number, event },
            self.wording.break_done(number, &name, by),
        )
    }

    /// How far a freeze break has come: an approval counts for as long as who gave it is a member.
    pub(super) fn standing_of(&self, found: &FreezeBreak) -> Standing {
        found.standing(&self.directory)
    }

    /// A freeze break as it will be.
    pub(super) fn break_after(
        &self,
        number: u32,
        event: &BreakEvent,
        by: &Account,
        now: DateTime<Utc>,
    ) -> Option<FreezeBreak> {
        let event = Event::FreezeBreak {
            number,
            event: event.clone(),
        };
        let changed = self.breaks_changed(&[event], by, now);
        let found = changed
            .into_iter()
            .map(|(_, after)| after)
            .find(|after| after.number == number);
        found.or_else(|| self.state.facts().breaks.get(number).cloned())
    }

    /// The freeze breaks that these facts change, as they were and as they will be: a freeze that is lifted ends what
    /// was asked for it.
    pub(super) fn breaks_changed(
        &self,
        events: &[Event],
        by: &Account,
        now: DateTime<Utc>,
    ) -> Vec<(Option<FreezeBreak>, FreezeBreak)> {
        let before = &self.state.facts().breaks;
        let mut after = before.clone();
        let origin = Origin {
            seq: self.state.next_seq(),
            at: now,
            by: by.clone(),
            proof: String::new(),
            place: String::new(),
            words: String::new(),
        };
        for event in events {
            match event {
                Event::FreezeBreak { number, event } => after.apply(*number, &origin, event),
                Event::Freeze(FreezeFact::Lifted { key, .. }) => after.freeze_lifted(key),
                Event::Freeze(
                    FreezeFact::Added { .. }
                    | FreezeFact::Removed { .. }
                    | FreezeFact::Started { .. }
                    | FreezeFact::WordTakenBack { .. },
                )
                | Event::Rfr { .. }
                | Event::FocusChanged { .. }
                | Event::Absence(_)
                | Event::CalendarRead { .. }
                | Event::AbsencesRead { .. }
                | Event::Edition(_)
                | Event::Reminder(_) => {}
            }
        }
        let changed = after.all().filter(|found| before.get(found.number) != Some(found));
        changed
            .map(|found| (before.get(found.number).cloned(), found.clone()))
            .collect()
    }

    /// What is said of freeze breaks that are over, and not done, by these facts; `None` where there are none.
    pub(super) fn breaks_expired(&self, events: &[Event], by: &Account, now: DateTime<Utc>) -> Option<Paragraph> {
        let changed = self.breaks_changed(events, by, now).into_iter();
        let expired: Vec<(u32, String)> = changed
            .filter(|(before, after)| before.as_ref().is_some_and(FreezeBreak::is_open) && !after.is_open())
            .filter(|(_, after)| after.done.is_none())
            .filter_map(|(_, after)| {
                let rfr = self.state.rfr(after.rfr, &self.archive).ok().flatten()?;
                Some((after.number, rfr.name.clone()))
            })
            .collect();
        (!expired.is_empty()).then(|| self.wording.breaks_expired(&expired))
    }
}
