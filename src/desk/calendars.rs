//! Calendars just read, and production dates caught by a freeze.

use super::archive::Archive;
use super::{Desk, Message};
use crate::calendar::{Calendar, CalendarReading, Content, FreezeBook, changes};
use crate::people::{Account, By};
use crate::record::{Commit, Effect, Event};
use crate::rfr::decide::outdated_by_freeze;
use crate::rfr::{Origin, Rfr};
use crate::sop::Phase;
use crate::wire::Beside;
use crate::wording::Caught;
use chrono::{DateTime, NaiveDate, Utc};

/// The name under which the config's own freezes are stored; no calendar can have it.
const CONFIG_FILE: &str = "[[freezes.windows]]";

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

    /// The RFRs that are not in production yet and have a production date to come.
    pub(super) fn scheduled(&self, today: NaiveDate) -> impl Iterator<Item = (&Rfr, NaiveDate)> {
        self.state
            .open()
            .filter(|rfr| rfr.phase < Phase::Production)
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
        for CalendarReading { name, read, remarks } in readings {
            let content = match read {
                Ok(content) => content,
                Err(why) => {
                    // The same trouble is in the log already.
                    if self.unread.get(&name) != Some(&why) {
                        tracing::warn!(name, why, "a calendar is not read; its last good reading counts");
                        self.unread.insert(name, why);
                    }
                    continue;
                }
            };
            if self.unread.remove(&name).is_some() {
                tracing::info!(name, "a calendar can be read again");
            }
            let said = events.len();
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
                Content::Freezes(_) | Content::Absences(_) => {}
            }
            // Said once, when the calendar says something new; `check` says it whenever it is asked.
            for remark in remarks.iter().filter(|_| events.len() > said) {
                tracing::warn!(name, "{remark}");
            }
        }
        if events.is_empty() {
            return None;
        }
        let origin = self.nobodys_origin(By::Calendar, format!("the calendar {}", names.join(" and ")), now);
        let mut after = facts.clone();
        for event in &events {
            after.apply(&origin, event);
        }
        let moved = changes(&facts.book.predictions(), &after.book.predictions());
        let (more, caught) = self.caught_by(&events, &origin);
        events.extend(more);
        let message = self.wording.calendar_moved(&names, &moved, now.date_naive());
        Some(self.told_everywhere(origin, events, message, &caught))
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
