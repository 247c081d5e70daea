//! Freezes, freeze breaks and absences: their commands, and calendars that were read.

use super::archive::{Archive, ArchiveError, Closed};
use super::calendars::caught_in;
use super::state::MOST_CLOSED_LATELY;
use super::{Answer, Asked, Desk, Happened, Incoming, Message, kind, log_denied, log_refusal, name_of, refused};
use crate::calendar::{Absence, AbsenceFact, Cause, FreezeFact, Key, Mark, Span, State as FreezeState, Word};
use crate::command::{CalendarChange, WhichBreak};
use crate::people::{Account, Authorised, authorise};
use crate::record::Event;
use crate::rfr::freeze_break::FreezeBreak;
use crate::rfr::{Origin, Rfr, RfrEvent, RfrId};
use crate::sop::Phase;
use crate::text::Paragraph;
use crate::wire::{Beside, Outcome};
use crate::wording::{Caught, FreezeRefusal};
use chrono::{DateTime, Utc};

/// How many freeze breaks that are over an answer lists.
const LISTED_BREAKS: usize = 10;

/// What a change of the calendar comes to.
pub(super) enum Decided {
    /// It happens.
    Yes {
        events: Vec<Event>,
        said: Paragraph,
        announced: bool,
    },
    /// It is so already.
    No(Paragraph),
    /// It must not be.
    Refused(FreezeRefusal),
}

impl<A: Archive> Desk<A> {
    /// People → authorise → decide, for a change that is not one of an RFR.
    pub(super) fn change_calendar(
        &mut self,
        incoming: &Incoming,
        change: &CalendarChange,
        now: DateTime<Utc>,
    ) -> Result<Answer, ArchiveError> {
        let by = match self.may_change(incoming, now) {
            Ok(by) => by,
            Err(said) => return Ok(refused(said, None)),
        };
        let found = self.meant_break(change);
        let about = match change {
            CalendarChange::RequestBreak { rfr, .. } => Some(*rfr),
            _ => found.as_ref().map(|found| found.rfr),
        };
        let rfr = match about {
            Some(id) => self.state.rfr(id, &self.archive)?.map(std::borrow::Cow::into_owned),
            None => None,
        };
        let is_of_a_break = matches!(change, CalendarChange::VoteBreak { .. } | CalendarChange::BreakDone(_));
        if is_of_a_break && found.is_none() {
            return Ok(self.refuse_freeze(incoming, change, rfr.as_ref(), &FreezeRefusal::NoSuchBreak));
        }
        let standing = rfr.as_ref().map(|rfr| rfr.standing(by.account())).unwrap_or_default();
        let authorised = match authorise(&self.directory, change.right(), &by, standing, change.clone()) {
            Ok(authorised) => authorised,
            Err(denied) => {
                log_denied(incoming, &kind(change), name_of(rfr.as_ref()), &denied);
                let said = self.wording.denied_freeze(&denied, &self.people_around());
                self.memory
                    .refused(incoming, self.wording.why_denied_freeze(said.clone()));
                return Ok(refused(said, None));
            }
        };
        match self.decide_calendar(&authorised, rfr.as_ref(), found.as_ref(), now)? {
            Decided::Refused(refusal) => Ok(self.refuse_freeze(incoming, change, rfr.as_ref(), &refusal)),
            Decided::No(said) => Ok(Answer::Say(said.into())),
            Decided::Yes {
                events,
                said,
                announced,
            } => Ok(self.calendar_changed(Asked { incoming, by, now }, events, said, announced)),
        }
    }

    fn refuse_freeze(
        &mut self,
        incoming: &Incoming,
        change: &CalendarChange,
        rfr: Option<&Rfr>,
        refusal: &FreezeRefusal,
    ) -> Answer {
        log_refusal(incoming, &kind(change), name_of(rfr), &kind(refusal));
        let said = self.wording.freeze_refused(refusal);
        self.memory
            .refused(incoming, self.wording.why_freeze_refused(said.clone()));
        refused(said, None)
    }

    /// The freeze break that a command is about.
    fn meant_break(&self, change: &CalendarChange) -> Option<FreezeBreak> {
        let (CalendarChange::VoteBreak { which, .. } | CalendarChange::BreakDone(which)) = change else {
            return None;
        };
        let breaks = &self.state.facts().breaks;
        match which {
            WhichBreak::Number(number) => breaks.get(*number),
            WhichBreak::For(id) => breaks
                .open_for(*id)
                .or_else(|| breaks.all().rev().find(|found| found.rfr == *id)),
        }
        .cloned()
    }

    fn decide_calendar(
        &self,
        change: &Authorised<CalendarChange>,
        rfr: Option<&Rfr>,
        found: Option<&FreezeBreak>,
        now: DateTime<Utc>,
    ) -> Result<Decided, ArchiveError> {
        let by = change.by().account();
        Ok(match change.what() {
            CalendarChange::StartFreeze(key) => return self.start_freeze(key.as_ref(), by, now),
            CalendarChange::LiftFreeze(key) => self.lift_freeze(key.as_ref(), by, now),
            CalendarChange::AddFreeze { key, span } => self.add_freeze(key, *span, by, now),
            CalendarChange::RemoveFreeze(key) => self.remove_freeze(key, by, now),
            CalendarChange::RequestBreak { reason, .. } => match rfr {
                Some(rfr) => self.request_break(rfr, reason, by, now),
                None => Decided::Refused(FreezeRefusal::NoSuchBreak),
            },
            CalendarChange::VoteBreak { approves, text, .. } => match found {
                Some(found) => self.vote_break(found, rfr, (*approves, text), by, now),
                None => Decided::Refused(FreezeRefusal::NoSuchBreak),
            },
            CalendarChange::BreakDone(_) => match found {
                Some(found) => self.break_done(found, rfr, by),
                None => Decided::Refused(FreezeRefusal::NoSuchBreak),
            },
            CalendarChange::Away { span, note } => self.away(*span, note, by, now),
            CalendarChange::Back => self.back(by, now),
        })
    }

    // ---- freezes ------------------------------------------------------------------------------------------

    fn start_freeze(&self, key: Option<&Key>, by: &Account, now: DateTime<Utc>) -> Result<Decided, ArchiveError> {
        let book = &self.state.facts().book;
        let in_force = book.in_force(now);
        let key = if let Some(key) = key {
            key.clone()
        } else {
            let due: Vec<Key> = book.start_due(now).into_iter().map(|due| due.key).collect();
            match (due.as_slice(), in_force.as_slice()) {
                ([key], _) => key.clone(),
                ([], [freeze]) => freeze.key.clone(),
                _ => {
                    return Ok(Decided::Refused(FreezeRefusal::WhichFreeze {
                        verb: "start",
                        candidates: due,
                    }));
                }
            }
        };
        if let Some(freeze) = in_force.iter().find(|freeze| freeze.key == key) {
            let said = self
                .wording
                .freeze_already_started(&key, &freeze.since.by, freeze.since.at);
            return Ok(Decided::No(said));
        }
        if book.state(&key).is_none() {
            return Ok(Decided::Refused(FreezeRefusal::Unknown(key)));
        }
        let fact = FreezeFact::Started {
            key: key.clone(),
            at: now,
            by: person(by),
        };
        let mut after = book.clone();
        after.apply(&fact);
        let expected = after.in_force(now).into_iter().find(|freeze| freeze.key == key);
        let said = match expected {
            Some(freeze) => self.wording.freeze_started(&key, &person(by), freeze.expected),
            None => Paragraph::new(),
        };
        let said = match self.moved_while_lifted(&key, now)? {
            Some((lifted, moved)) => said.then(self.wording.moved_while_lifted(&lifted, &moved)),
            None => said,
        };
        Ok(announced(Event::Freeze(fact), said))
    }

    /// What went into production while a freeze was lifted for less than a day, wherever it is now.
    fn moved_while_lifted(&self, key: &Key, now: DateTime<Utc>) -> Result<Option<(Mark, Vec<String>)>, ArchiveError> {
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
        let (closed, _) = self.archive.closed_rfrs(Closed::All, MOST_CLOSED_LATELY)?;
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

    fn lift_freeze(&self, key: Option<&Key>, by: &Account, now: DateTime<Utc>) -> Decided {
        let in_force = self.state.facts().book.in_force(now);
        let freeze = match (key, in_force.as_slice()) {
            (Some(key), _) => match in_force.iter().find(|freeze| freeze.key == *key) {
                Some(freeze) => freeze,
                None => return Decided::No(self.wording.freeze_not_in_force(key)),
            },
            (None, [freeze]) => freeze,
            (None, _) => {
                return Decided::Refused(FreezeRefusal::WhichFreeze {
                    verb: "lift",
                    candidates: in_force.into_iter().map(|freeze| freeze.key).collect(),
                });
            }
        };
        let said = self
            .wording
            .freeze_lifted(freeze, &person(by), now.date_naive(), in_force.len() > 1);
        let fact = FreezeFact::Lifted {
            key: freeze.key.clone(),
            at: now,
            by: person(by),
        };
        announced(Event::Freeze(fact), said)
    }

    fn add_freeze(&self, key: &Key, span: Span, by: &Account, now: DateTime<Utc>) -> Decided {
        if span.to() < now.date_naive() {
            return Decided::Refused(FreezeRefusal::DaysOver(span));
        }
        let book = &self.state.facts().book;
        let window = book.windows().into_iter().find(|window| window.key == *key);
        let word = window.and_then(|window| window.human);
        if matches!(word, Some(Word::Added { span: said, .. }) if said == span) {
            return Decided::No(self.wording.freeze_already_added(key, span));
        }
        let was = book.predicted(key).map(|predicted| predicted.span);
        let fact = FreezeFact::Added {
            key: key.clone(),
            span,
            at: now,
            by: person(by),
        };
        announced(Event::Freeze(fact), self.wording.freeze_added(key, span, was, by))
    }

    fn remove_freeze(&self, key: &Key, by: &Account, now: DateTime<Utc>) -> Decided {
        let book = &self.state.facts().book;
        if book.in_force(now).iter().any(|freeze| freeze.key == *key) {
            return Decided::Refused(FreezeRefusal::InForce(key.clone()));
        }
        let Some(was) = book.predicted(key) else {
            return Decided::No(self.wording.freeze_not_predicted(key));
        };
        let fact = FreezeFact::Removed {
            key: key.clone(),
            at: now,
            by: person(by),
        };
        announced(
            Event::Freeze(fact),
            self.wording.freeze_removed(key, Some(was.span), by),
        )
    }

    // ---- absences -----------------------------------------------------------------------------------------

    fn away(&self, span: Span, note: &str, by: &Account, now: DateTime<Utc>) -> Decided {
        if span.to() < now.date_naive() {
            return Decided::Refused(FreezeRefusal::DaysOver(span));
        }
        let absence = Absence {
            span,
            note: note.to_owned(),
        };
        let known = self.state.facts().absences.of(by.as_str());
        if known
            .iter()
            .any(|known| known.span == span && (note.is_empty() || known.note == note))
        {
            return Decided::No(self.wording.already_away(span));
        }
        Decided::Yes {
            events: vec![Event::Absence(AbsenceFact::Away {
                account: by.as_str().to_owned(),
                absence,
            })],
            said: self.wording.away(by, span, note),
            announced: false,
        }
    }

    fn back(&self, by: &Account, now: DateTime<Utc>) -> Decided {
        let day = now.date_naive();
        let absences = &self.state.facts().absences;
        let coming = || {
            let all = absences.of(by.as_str());
            all.into_iter().find(|absence| absence.span.from() > day)
        };
        let Some(absence) = absences.away_on(by.as_str(), day).or_else(coming) else {
            return Decided::No(self.wording.not_away());
        };
        // Who is not away yet takes the next absence back.
        let day = day.max(absence.span.from());
        Decided::Yes {
            events: vec![Event::Absence(AbsenceFact::Back {
                account: by.as_str().to_owned(),
                day,
            })],
            said: self.wording.back(by, &absence, now.date_naive()),
            announced: false,
        }
    }

    // ---- what follows -------------------------------------------------------------------------------------

    fn calendar_changed(&self, asked: Asked<'_>, mut events: Vec<Event>, said: Paragraph, announced: bool) -> Answer {
        let Asked { incoming, by, now } = asked;
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
        let link = written.iter().find_map(|event| match event {
            Event::Rfr {
                event: RfrEvent::Mailed { url, .. },
                ..
            } => url.clone(),
            _ => None,
        });
        if let Some(url) = link {
            message.push(Paragraph::new().text("On the list: ").link(url));
        }
        events.extend(written);
        Answer::Happened(Happened {
            events,
            mails,
            announcement: announced.then(|| message.clone()),
            reply: message,
            beside: Beside {
                outcome: Some(Outcome::Done),
                ..Beside::default()
            },
            by,
        })
    }

    // ---- looking ------------------------------------------------------------------------------------------

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
        let unread: Vec<(String, String)> = self
            .unread
            .iter()
            .map(|(file, why)| (file.clone(), why.clone()))
            .collect();
        self.wording.freeze(book, &affected, &unread, now)
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

pub(super) fn person(by: &Account) -> Cause {
    Cause::Person(by.as_str().to_owned())
}

pub(super) fn announced(event: Event, said: Paragraph) -> Decided {
    Decided::Yes {
        events: vec![event],
        said,
        announced: true,
    }
}
