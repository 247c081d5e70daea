//! Freezes and absences: consequences of orders about them, and what is shown.

use super::archive::{Archive, ArchiveError, ClosedRfr};
use super::calendars::caught_in;
use super::ordering::{Decided, Orderable};
use super::state::MOST_CLOSED_LATELY;
use super::{Asked, Desk, Happened, Message};
use crate::calendar::{
    AbsenceAlready, AbsenceChange, AbsenceFact, AbsenceRefusal, FreezeAlready, FreezeChange, FreezeFact, FreezeKey,
    FreezeMark, FreezeRefusal, WindowState as FreezeState, decide_absence, decide_freeze,
};
use crate::people::{Authorised, Right};
use crate::record::Event;
use crate::rfr::freeze_break::FreezeBreak;
use crate::rfr::{Origin, Rfr, RfrEvent, RfrId};
use crate::sop::Phase;
use crate::text::Paragraph;
use crate::wire::{Beside, Outcome};
use crate::wording::{Caught, Wording};
use chrono::{DateTime, Utc};

/// How many freeze breaks that are over an answer lists.
const LISTED_BREAKS: usize = 10;

impl<A: Archive> Orderable<A> for FreezeChange {
    type Event = FreezeFact;
    type Already = FreezeAlready;
    type Refusal = FreezeRefusal;

    const REFUSALS_NAME_THE_RFR: bool = false;

    fn kind(&self) -> &'static str {
        match self {
            Self::Start(_) => "start-freeze",
            Self::Lift(_) => "lift-freeze",
            Self::Add { .. } => "add-freeze",
            Self::Remove(_) => "remove-freeze",
        }
    }

    fn right(&self) -> Right {
        self.right()
    }

    fn rfr(&self) -> Option<&Rfr> {
        None
    }

    fn decide(order: &Authorised<Self>, desk: &Desk<A>, now: DateTime<Utc>) -> Decided<A, Self> {
        decide_freeze(order, &desk.state.facts().book, now)
    }

    fn happened(_: &Self, events: Vec<FreezeFact>, desk: &Desk<A>, asked: Asked<'_>) -> Result<Happened, ArchiveError> {
        let mut after = desk.state.facts().book.clone();
        let mut said = Paragraph::new();
        for fact in &events {
            let before = after.clone();
            after.apply(fact);
            let told = desk.wording.freeze_told(fact, &before, &after, asked.now);
            said = told.into_iter().fold(said, Paragraph::then);
            if let FreezeFact::Started { key, .. } = fact
                && let Some((lifted, moved)) = desk.moved_while_lifted(key, asked.now)?
            {
                said = said.then(desk.wording.moved_while_lifted(&lifted, &moved));
            }
        }
        // Where the flag of the infra repository is up, it is no slip.
        let early = (desk.flag_up != Some(true)).then(|| {
            let mut facts = events.iter();
            facts.find_map(|fact| desk.wording.freeze_starts_early(fact, &after))
        });
        let events = events.into_iter().map(Event::Freeze).collect();
        let mut happened = desk.calendar_changed(asked, events, said, true);
        happened.reply.0.extend(early.flatten());
        Ok(happened)
    }

    fn already(&self, already: &FreezeAlready, desk: &Desk<A>) -> Message {
        desk.wording.freeze_already(already).into()
    }

    fn refused(refusal: &FreezeRefusal, wording: &Wording) -> Message {
        wording.freeze_refused(refusal)
    }

    fn why_refused(said: Message, wording: &Wording) -> Message {
        wording.why_freeze_refused(said)
    }

    fn why_denied(said: Message, wording: &Wording) -> Message {
        wording.why_denied_freeze(said)
    }
}

impl<A: Archive> Orderable<A> for AbsenceChange {
    type Event = AbsenceFact;
    type Already = AbsenceAlready;
    type Refusal = AbsenceRefusal;

    const REFUSALS_NAME_THE_RFR: bool = false;

    fn kind(&self) -> &'static str {
        match self {
            Self::Away(_) => "away",
            Self::Back => "back",
            Self::Cancel => "away-cancel",
        }
    }

    fn right(&self) -> Right {
        self.right()
    }

    fn rfr(&self) -> Option<&Rfr> {
        None
    }

    fn decide(order: &Authorised<Self>, desk: &Desk<A>, now: DateTime<Utc>) -> Decided<A, Self> {
        decide_absence(order, &desk.state.facts().absences, now.date_naive())
    }

    fn happened(
        _: &Self,
        events: Vec<AbsenceFact>,
        desk: &Desk<A>,
        asked: Asked<'_>,
    ) -> Result<Happened, ArchiveError> {
        let absences = &desk.state.facts().absences;
        let today = asked.now.date_naive();
        let said = desk.wording.absence_told(&events, absences, today);
        let was_away = absences.away_on(asked.by.account().as_str(), today);
        // A longer absence in place of a running one ends that too, and one that is only planned may be taken back.
        let is_back = !events.is_empty()
            && events
                .iter()
                .all(|fact| matches!(fact, AbsenceFact::Back { day, .. } if *day <= today));
        let events = events.into_iter().map(Event::Absence).collect();
        let mut happened = desk.calendar_changed(asked, events, said, false);
        if let Some(absence) = was_away.filter(|_| is_back) {
            happened.reply.0.extend(desk.moved_from_day(absence.span.from())?.0);
        }
        Ok(happened)
    }

    fn already(&self, already: &AbsenceAlready, desk: &Desk<A>) -> Message {
        desk.wording.absence_already(already).into()
    }

    fn refused(refusal: &AbsenceRefusal, wording: &Wording) -> Message {
        wording.absence_refused(refusal)
    }

    fn why_refused(said: Message, wording: &Wording) -> Message {
        wording.why_freeze_refused(said)
    }

    fn why_denied(said: Message, wording: &Wording) -> Message {
        wording.why_denied_freeze(said)
    }
}

impl<A: Archive> Desk<A> {
    /// What went into production while a freeze was lifted for less than a day, wherever it is now.
    fn moved_while_lifted(
        &self,
        key: &FreezeKey,
        now: DateTime<Utc>,
    ) -> Result<Option<(FreezeMark, Vec<String>)>, ArchiveError> {
        let Some(FreezeState::Lifted { mark }) = self.state.facts().book.state(key) else {
            return Ok(None);
        };
        if now - mark.at >= chrono::TimeDelta::days(1) {
            return Ok(None);
        }
        let moved = self
            .state
            .open()
            .filter(|rfr| rfr.phase == Phase::Production && rfr.phase_since >= mark.at);
        let mut names: Vec<String> = moved.map(|rfr| rfr.name.clone()).collect();
        let (closed, _) = self.archive.closed_rfrs(ClosedRfr::All, MOST_CLOSED_LATELY)?;
        for rfr in closed.iter().filter(|rfr| rfr.last_change.at >= mark.at) {
            let deployed = |(origin, event): &(Origin, RfrEvent)| {
                let to_production = matches!(event, RfrEvent::Advanced { to, .. } if *to == Phase::Production);
                origin.at >= mark.at && to_production
            };
            if self.archive.history(rfr.id)?.iter().any(deployed) {
                names.push(rfr.name.clone());
            }
        }
        Ok((!names.is_empty()).then_some((mark, names)))
    }

    /// The consequences of these facts, and what is said about all of it.
    pub(super) fn calendar_changed(
        &self,
        asked: Asked<'_>,
        mut events: Vec<Event>,
        said: Paragraph,
        announced: bool,
    ) -> Happened {
        let Asked { incoming, by, now, .. } = asked;
        let origin = self.origin(incoming, String::new(), now, &by);
        let mut message = Message::line(said);
        let (more, caught) = self.caught_by(&events, &origin);
        events.extend(more);
        for caught in &caught {
            message.push(self.wording.caught(caught));
        }
        if let Some(expired) = self.breaks_expired(&events, &by.by(), now) {
            message.push(expired);
        }
        let (written, mails) = self.mails_for_breaks(&events, &by.by(), now);
        let link = written.iter().find_map(|event| {
            if let Event::Rfr { event, .. } = event
                && let RfrEvent::Mailed { url, .. } = event
            {
                url.clone()
            } else {
                None
            }
        });
        if let Some(url) = link {
            message.push(Paragraph::new().text("On the list: ").link(url));
        }
        events.extend(written);
        Happened {
            events,
            mails,
            ticket: None,
            announcement: announced.then(|| message.clone()),
            also: Vec::new(),
            calls: Vec::new(),
            reply: message,
            beside: Beside {
                outcome: Some(Outcome::Done),
                ..Beside::default()
            },
            by,
            keeps: None,
        }
    }

    pub(super) fn freeze(&self, now: DateTime<Utc>) -> Message {
        let book = &self.state.facts().book;
        let today = now.date_naive();
        let calendar = book.calendar(today);
        let affected: Vec<Caught> = self
            .scheduled(today)
            .filter_map(|(rfr, date)| {
                let freeze = calendar.freeze_on(date)?;
                Some(caught_in(rfr, date, &freeze.name, &calendar))
            })
            .collect();
        let mut message = self.wording.freeze(book, &affected, &self.unread, now);
        message.0.extend(self.flag_proposes(now));
        message
    }

    pub(super) fn freeze_breaks(&self) -> Result<Message, ArchiveError> {
        let breaks = &self.state.facts().breaks;
        let (open, over): (Vec<&FreezeBreak>, Vec<&FreezeBreak>) =
            breaks.all().rev().partition(|found| found.is_open());
        let mut listed = Vec::new();
        for found in open.into_iter().chain(over.into_iter().take(LISTED_BREAKS)) {
            let counted = found.as_it_counts(&self.directory);
            listed.push((counted, self.name_of(found.rfr)?, self.standing_of(found)));
        }
        Ok(self.wording.freeze_breaks(&listed))
    }

    pub(super) fn name_of(&self, id: RfrId) -> Result<String, ArchiveError> {
        let rfr = self.state.rfr(id, &self.archive)?;
        Ok(rfr.map(|rfr| rfr.name.clone()).unwrap_or_default())
    }
}
