//! Calendars just read, and production dates caught by a freeze.

use super::archive::Archive;
use super::{Desk, Message};
use crate::calendar::import::FLAG;
use crate::calendar::{
    Calendar, CalendarReading, Content, DaySpan, FreezeBook, FreezeFact, FreezeKey, InForce, Initiator, Outage,
    changes, shown_source,
};
use crate::command::sanitise;
use crate::people::{Account, By};
use crate::record::{Commit, Effect, Event};
use crate::reminder::recurring::Times;
use crate::rfr::decide::outdated_by_freeze;
use crate::rfr::{Origin, Rfr};
use crate::text::Paragraph;
use crate::wire::Beside;
use crate::wording::Caught;
use chrono::{DateTime, Days, NaiveDate, Utc};
use std::collections::BTreeSet;

/// Before the name of the infra repository's flag, under which what it said is stored: no calendar of freezes is called so.
const FLAG_FILE: &str = "[freezes] flag: ";

/// A freeze that is predicted to begin within these days may be the one that the flag means.
const FLAG_EARLY: u64 = 14;

/// The name under which the config's own freezes are stored; no calendar can have it.
const CONFIG_FILE: &str = "[[freezes.windows]]";

/// The flag says something new.
#[derive(Clone, Copy)]
struct FlagChange {
    is_up: bool,
    /// What it said before; `None`: it was never read.
    was_up: Option<bool>,
}

impl<A: Archive> Desk<A> {
    /// Which production dates these events bring into a freeze, and the sign-offs that become outdated by it.
    pub(super) fn caught_by(&self, events: &[Event], origin: &Origin) -> (Vec<Event>, Vec<Caught>) {
        let today = origin.at.date_naive();
        let facts = self.state.facts();
        let mut after = facts.clone();
        for event in events {
            after.apply(origin, event);
        }
        self.caught_between(&facts.book, &after.book, today)
    }

    /// Which production dates come into a freeze where one book follows another.
    fn caught_between(&self, before: &FreezeBook, after: &FreezeBook, today: NaiveDate) -> (Vec<Event>, Vec<Caught>) {
        let (before, after) = (before.calendar(today), after.calendar(today));
        let mut outdated = Vec::new();
        let mut caught = Vec::new();
        for (rfr, date) in self.scheduled(today) {
            let Some(freeze) = after.freeze_on(date) else { continue };
            if before.freeze_on(date).is_some() {
                continue;
            }
            let event = outdated_by_freeze(rfr, &freeze.name);
            caught.push(Caught {
                signature_lost: event.is_some(),
                ..caught_in(rfr, date, &freeze.name, &after)
            });
            outdated.extend(event.map(|event| Event::Rfr { id: rfr.id, event }));
        }
        (outdated, caught)
    }

    /// The RFRs that are not deployed yet and have a production date to come.
    pub(super) fn scheduled(&self, today: NaiveDate) -> impl Iterator<Item = (&Rfr, NaiveDate)> {
        self.state
            .open()
            .filter(|rfr| rfr.awaits_deployment())
            .filter_map(|rfr| Some((rfr, rfr.schedule.as_ref()?.date)))
            .filter(move |(_, date)| *date >= today)
    }

    /// Takes in what the config itself says of freezes; `None` where it says what it said at the last start.
    ///
    /// Its freezes count from the moment when the desk opens; this tells whom they concern, once.
    pub fn config_read(&mut self, now: DateTime<Utc>) -> Option<Commit> {
        let facts = self.state.facts();
        let windows = facts.book.config().clone();
        let known = facts.last_good(CONFIG_FILE);
        if known.map_or(windows.is_empty(), |known| *known == windows) {
            return None;
        }
        let mut before = facts.book.clone();
        before.set_config(known.cloned().unwrap_or_default());
        let today = now.date_naive();
        // At the first start nobody has seen other days.
        let moved = match known {
            Some(_) => changes(&before.predictions(), &facts.book.predictions()),
            None => Vec::new(),
        };
        let (more, caught) = self.caught_between(&before, &facts.book, today);
        let mut events = vec![Event::CalendarRead {
            file: CONFIG_FILE.to_owned(),
            windows,
        }];
        events.extend(more);
        let message = self.wording.calendar_moved(&[], &moved, today);
        let origin = self.nobodys_origin(By::Config, "the config".to_owned(), now);
        Some(self.told_everywhere(origin, events, message, &caught))
    }

    /// Takes in calendars of the config as they were just read; `None` where they say nothing new.
    ///
    /// A calendar that cannot be read changes nothing but what is said of it: its last good reading goes on counting.
    pub fn calendars_read(&mut self, readings: Vec<CalendarReading>, now: DateTime<Utc>) -> Option<Commit> {
        let facts = self.state.facts();
        let mut events = Vec::new();
        let mut names = Vec::new();
        let mut flags = Vec::new();
        for CalendarReading {
            kind,
            name,
            read,
            remarks,
        } in readings
        {
            let source = (kind, name.clone());
            let content = match read {
                Ok(content) => content,
                Err(why) => {
                    // The same trouble is in the log already.
                    if self.unread.get(&source) != Some(&why) {
                        let (key, name, counts) = (kind.key(), shown_source(&name), kind.what_counts());
                        tracing::warn!(key, name, why, counts, "this cannot be read");
                        self.unread.insert(source, why);
                    }
                    continue;
                }
            };
            if self.unread.remove(&source).is_some() {
                let name = shown_source(&name);
                tracing::info!(key = kind.key(), name, "this can be read again");
            }
            let said = events.len();
            let mut is_new = false;
            match content {
                Content::Freezes(windows) if facts.last_good(&name) != Some(&windows) => {
                    names.push(name.clone());
                    let file = name.clone();
                    events.push(Event::CalendarRead { file, windows });
                }
                Content::Absences(absences) if facts.last_good_absences(&name) != Some(&absences) => {
                    let file = name.clone();
                    events.push(Event::AbsencesRead { file, absences });
                }
                Content::Flag(is_up) => {
                    self.flag_up = Some(is_up);
                    let file = format!("{FLAG_FILE}{name}");
                    let was_up = facts.last_good(&file).map(|windows| !windows.is_empty());
                    if was_up != Some(is_up) {
                        let today = now.date_naive();
                        let raised = FreezeKey::from_name(FLAG).filter(|_| is_up);
                        let windows = raised.map(|key| (key, DaySpan::of(today, today))).into_iter().collect();
                        events.push(Event::CalendarRead { file, windows });
                        flags.push(FlagChange { is_up, was_up });
                    }
                }
                Content::Meetings(meetings) => {
                    is_new = self.meetings.get(&name) != Some(&meetings);
                    self.meetings.insert(name.clone(), meetings);
                }
                Content::Outages(outages) => {
                    let plain = outages.into_iter().map(|outage| Outage {
                        title: sanitise(&outage.title),
                        ..outage
                    });
                    is_new = self.outages.are_read(name.clone(), plain.collect());
                }
                Content::Freezes(_) | Content::Absences(_) => {}
            }
            // Said once, when the calendar says something new; `check` says it whenever it is asked.
            for remark in remarks.iter().filter(|_| is_new || events.len() > said) {
                tracing::warn!(name = shown_source(&name), "{remark}");
            }
        }
        self.meetings_are_known();
        if events.is_empty() {
            return None;
        }
        let proof = match names.as_slice() {
            [] if !flags.is_empty() => "the infra repository's flag".to_owned(),
            names => {
                let names: Vec<&str> = names.iter().map(|name| shown_source(name)).collect();
                format!("the calendar {}", names.join(" and "))
            }
        };
        let facts = self.state.facts();
        let origin = self.nobodys_origin(By::Calendar, proof, now);
        let mut after = facts.clone();
        for event in &events {
            after.apply(&origin, event);
        }
        let moved = changes(&facts.book.predictions(), &after.book.predictions());
        let mut message = self.wording.calendar_moved(&names, &moved, now.date_naive());
        for flag in flags {
            let (facts, said) = self.flag_says(flag, &after.book, now);
            message.0.extend(said);
            events.extend(facts.into_iter().map(Event::Freeze));
        }
        let (more, caught) = self.caught_by(&events, &origin);
        events.extend(more);
        Some(self.told_everywhere(origin, events, message, &caught))
    }

    /// Posts of meetings come when the calendars have them.
    pub(super) fn meetings_are_known(&mut self) {
        let Some(reminders) = &mut self.settings.reminders else {
            return;
        };
        let mut are_new = false;
        for post in &mut reminders.posts {
            if let Times::Listed { title, times } = &mut post.recurring.times {
                let known = self.meetings.values().filter_map(|meetings| meetings.get(title));
                let known: BTreeSet<DateTime<Utc>> = known.flatten().copied().collect();
                are_new |= *times != known;
                *times = known;
            }
        }
        if are_new {
            self.has_changed();
        }
    }

    /// What the flag proposes, as long as the book says something else.
    pub(super) fn flag_proposes(&self, now: DateTime<Utc>) -> Option<Paragraph> {
        let book = &self.state.facts().book;
        let in_force = book.in_force(now);
        let is_up = self.flag_up?;
        if is_up != in_force.is_empty() {
            return None;
        }
        if is_up {
            let meant = meant_by_flag(book, now);
            return Some(self.wording.flag_up(meant.as_ref(), now.date_naive()));
        }
        let keys: Vec<FreezeKey> = in_force.into_iter().map(|freeze| freeze.key).collect();
        Some(self.wording.flag_down(&keys))
    }

    /// What is proposed, or so by itself, where the flag says something new and the book says something else.
    fn flag_says(&self, flag: FlagChange, book: &FreezeBook, now: DateTime<Utc>) -> (Vec<FreezeFact>, Vec<Paragraph>) {
        let in_force = book.in_force(now);
        let by_itself = self.settings.automatic.flag;
        let by = || Initiator::Flag;
        let facts: Vec<FreezeFact> = if flag.is_up {
            if !in_force.is_empty() {
                return (Vec::new(), Vec::new());
            }
            let meant = meant_by_flag(book, now);
            if !by_itself {
                return (Vec::new(), vec![self.wording.flag_up(meant.as_ref(), now.date_naive())]);
            }
            let key = meant.or_else(|| FreezeKey::from_name(FLAG));
            key.map(|key| FreezeFact::Started { key, at: now, by: by() })
                .into_iter()
                .collect()
        } else {
            // What people started they lift themselves; and a flag that was never seen raised says nothing of the past.
            let own = |freeze: &InForce| by_itself && flag.was_up == Some(true) && freeze.since.by == Initiator::Flag;
            let (own, others): (Vec<InForce>, Vec<InForce>) = in_force.into_iter().partition(own);
            if own.is_empty() {
                let others: Vec<FreezeKey> = others.into_iter().map(|freeze| freeze.key).collect();
                let said = (!others.is_empty()).then(|| self.wording.flag_down(&others));
                return (Vec::new(), said.into_iter().collect());
            }
            let lifted = |freeze: InForce| FreezeFact::Lifted {
                key: freeze.key,
                at: now,
                by: by(),
            };
            own.into_iter().map(lifted).collect()
        };
        let mut after = book.clone();
        let mut said = Vec::new();
        for fact in &facts {
            let before = after.clone();
            after.apply(fact);
            said.extend(self.wording.freeze_told(fact, &before, &after, now));
        }
        (facts, said)
    }

    /// Starts and lifts what the config lets happen by itself, as far as it is due; `None` where nothing is.
    ///
    /// Asking again changes nothing. What a person started or lifted is left alone.
    pub fn freezes_due(&mut self, now: DateTime<Utc>) -> Option<Commit> {
        let book = &self.state.facts().book;
        let due = book.due_by_itself(now, self.settings.automatic);
        if due.is_empty() {
            return None;
        }
        let origin = self.nobodys_origin(By::Calendar, "the predicted day".to_owned(), now);
        let mut after = book.clone();
        let mut message = Message::default();
        for fact in &due {
            let before = after.clone();
            after.apply(fact);
            message.0.extend(self.wording.freeze_told(fact, &before, &after, now));
        }
        let mut events: Vec<Event> = due.into_iter().map(Event::Freeze).collect();
        let (more, caught) = self.caught_by(&events, &origin);
        events.extend(more);
        Some(self.told_everywhere(origin, events, message, &caught))
    }

    /// When [`Desk::freezes_due`] has something to do next, as far as is known now; `None` where people do it all.
    pub fn next_freeze_due(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.state.facts().book.next_by_itself(now, self.settings.automatic)
    }

    fn nobodys_origin(&self, by: By, proof: String, now: DateTime<Utc>) -> Origin {
        Origin {
            seq: self.state.next_seq(),
            at: now,
            by,
            proof,
            place: "config".to_owned(),
            words: String::new(),
        }
    }

    /// Makes the record of something that no person caused, and applies it.
    fn told_everywhere(
        &mut self,
        origin: Origin,
        mut events: Vec<Event>,
        mut message: Message,
        caught: &[Caught],
    ) -> Commit {
        for caught in caught {
            message.push(self.wording.caught(caught));
        }
        if let Some(expired) = self.breaks_expired(&events, &origin.by, origin.at) {
            message.push(expired);
        }
        let (written, mails) = self.mails_for_breaks(&events, &origin.by, origin.at);
        events.extend(written);
        let mut effects: Vec<Effect> = mails.into_iter().map(Effect::Mail).collect();
        if !message.0.is_empty() {
            effects.extend(self.announcements(None, &message, &Beside::default()));
        }
        let mut commit = Commit {
            origin,
            incoming: None,
            events,
            effects,
        };
        self.carry_out(&mut commit);
        self.has_changed();
        commit
    }
}

pub(super) fn caught_in(rfr: &Rfr, date: NaiveDate, freeze: &str, calendar: &Calendar) -> Caught {
    let mut people: Vec<Account> = rfr.sponsor.iter().map(|sponsor| sponsor.account.clone()).collect();
    people.extend(rfr.requested.by.person().cloned());
    people.extend(rfr.people.iter().map(|person| person.account.clone()));
    let mut seen = std::collections::BTreeSet::new();
    people.retain(|account| seen.insert(account.clone()));
    Caught {
        name: rfr.name.clone(),
        date,
        freeze: freeze.to_owned(),
        first_free: calendar.first_free_day(date),
        people,
        signature_lost: false,
    }
}

/// The freeze that a raised flag may be about: one that is due, or comes within days.
fn meant_by_flag(book: &FreezeBook, now: DateTime<Utc>) -> Option<FreezeKey> {
    let today = now.date_naive();
    let due = book.start_due(now).into_iter().next().map(|due| due.key);
    let soon = || {
        book.next_after(today)
            .filter(|(_, next)| next.span.from() <= today + Days::new(FLAG_EARLY))
    };
    due.or_else(|| soon().map(|(key, _)| key))
}
