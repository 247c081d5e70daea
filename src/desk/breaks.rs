//! Freeze breaks: consequences of orders about them, and what happens to them when their freezes end.

use super::archive::{Archive, ArchiveError};
use super::facts::Facts;
use super::ordering::{Decided, Orderable};
use super::{Asked, Desk, Happened, Message, name_of};
use crate::calendar::FreezeFact;
use crate::people::{Account, Authorised, By, Right};
use crate::record::Event;
use crate::rfr::freeze_break::decide::{BreakAlready, BreakChange, BreakContext, BreakRefusal, decide};
use crate::rfr::freeze_break::{BreakEvent, FreezeBreak, Standing};
use crate::rfr::{Origin, Rfr};
use crate::text::Paragraph;
use crate::wording::{BreakTold, Way, Wording};
use chrono::{DateTime, Utc};

impl<A: Archive> Orderable<A> for BreakChange<'_> {
    type Event = (u32, BreakEvent);
    type Already = BreakAlready;
    type Refusal = BreakRefusal;

    const REFUSALS_NAME_THE_RFR: bool = false;

    fn kind(&self) -> &'static str {
        match self {
            Self::Request { .. } => "request-break",
            Self::Vote { .. } => "vote-break",
            Self::Done(_) => "break-done",
            Self::Withdraw { .. } => "withdraw-break",
        }
    }

    fn depends_on_groups(refusal: &BreakRefusal) -> bool {
        matches!(
            refusal,
            BreakRefusal::BreakOver(_, Standing::Waiting { .. } | Standing::Held)
        )
    }

    fn right(&self) -> Right {
        self.right()
    }

    fn rfr(&self) -> Option<&Rfr> {
        self.rfr()
    }

    fn decide(order: &Authorised<Self>, desk: &Desk<A>, now: DateTime<Utc>) -> Decided<A, Self> {
        let Facts { book, breaks, .. } = desk.state.facts();
        let directory = &desk.directory;
        let context = BreakContext {
            breaks,
            book,
            directory,
            now,
        };
        decide(order, context)
    }

    fn happened(
        order: &Self,
        events: Vec<(u32, BreakEvent)>,
        desk: &Desk<A>,
        asked: Asked<'_>,
    ) -> Result<Happened, ArchiveError> {
        let by = asked.by.account();
        let name = name_of(order.rfr());
        let mut said = Paragraph::new();
        let mut calls = Vec::new();
        for (number, event) in &events {
            if let Some(after) = desk.break_after(*number, event, by, asked.now) {
                let after = after.as_it_counts(&desk.directory);
                if let BreakEvent::Requested { .. } = event {
                    calls = desk.calls_for_break(&after, name, by);
                }
                let standing = desk.standing_of(&after);
                let found = &after;
                said = said.then(desk.wording.break_told(
                    event,
                    &BreakTold {
                        found,
                        name,
                        by,
                        standing,
                        way: Way::of(order.rfr()),
                    },
                ));
            }
        }
        let events = events
            .into_iter()
            .map(|(number, event)| Event::FreezeBreak { number, event });
        Ok(Happened {
            calls,
            ..desk.calendar_changed(asked, events.collect(), said, true)
        })
    }

    fn already(&self, already: &BreakAlready, desk: &Desk<A>) -> Message {
        let name = name_of(self.rfr());
        desk.wording.break_already(already, name, &desk.directory).into()
    }

    fn refused(refusal: &BreakRefusal, wording: &Wording) -> Message {
        wording.break_refused(refusal)
    }

    fn why_refused(said: Message, wording: &Wording) -> Message {
        wording.why_freeze_refused(said)
    }

    fn why_denied(said: Message, wording: &Wording) -> Message {
        wording.why_denied_freeze(said)
    }
}

impl<A: Archive> Desk<A> {
    /// How far a freeze break has come: an approval counts for as long as who gave it is a member.
    pub(super) fn standing_of(&self, found: &FreezeBreak) -> Standing {
        found.standing(&self.directory)
    }

    /// A freeze break as it will be.
    fn break_after(&self, number: u32, event: &BreakEvent, by: &Account, now: DateTime<Utc>) -> Option<FreezeBreak> {
        let event = Event::FreezeBreak {
            number,
            event: event.clone(),
        };
        let changed = self.breaks_changed(&[event], &by.clone().into(), now);
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
        by: &By,
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
                | Event::Link(_)
                | Event::Reminder(_) => {}
            }
        }
        let changed = after.all().filter(|found| before.get(found.number) != Some(found));
        changed
            .map(|found| (before.get(found.number).cloned(), found.clone()))
            .collect()
    }

    /// What is said of freeze breaks that are over, and not done, by these facts; `None` where there are none.
    pub(super) fn breaks_expired(&self, events: &[Event], by: &By, now: DateTime<Utc>) -> Option<Paragraph> {
        let changed = self.breaks_changed(events, by, now).into_iter();
        let expired: Vec<(u32, String)> = changed
            .filter(|(before, after)| before.as_ref().is_some_and(FreezeBreak::is_open) && !after.is_open())
            .filter(|(_, after)| after.done.is_none() && after.withdrawn.is_none())
            .filter_map(|(_, after)| {
                let rfr = self.state.rfr(after.rfr, &self.archive).ok().flatten()?;
                Some((after.number, rfr.name.clone()))
            })
            .collect();
        (!expired.is_empty()).then(|| self.wording.breaks_expired(&expired))
    }
}
