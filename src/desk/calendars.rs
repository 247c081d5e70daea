//! Calendars that were read, and production dates that a freeze catches.

use super::Desk;
use super::archive::Archive;
use crate::calendar::{Calendar, Predictions, changes};
use crate::chat::Beside;
use crate::people::Account;
use crate::rfr::decide::outdated_by_freeze;
use crate::rfr::{Origin, Rfr};
use crate::sop::Phase;
use crate::store::{Commit, Event};
use crate::wording::Caught;
use chrono::{DateTime, NaiveDate, Utc};

/// Whose word an imported calendar is, in history.
const CALENDAR_ACCOUNT: &str = "calendar";

/// A calendar file of the config, as it was read.
#[derive(Clone, Debug)]
pub struct CalendarFile {
    /// The file, as the config names it.
    pub name: String,
    /// The freezes in it, or why it could not be read.
    pub read: Result<Predictions, String>,
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
        let (before, after) = (facts.book.calendar(today), after.book.calendar(today));
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

    /// Takes in the calendars of the config as they were just read; `None` where they say nothing new.
    ///
    /// A file that cannot be read changes nothing but what is said of it: its last good reading goes on counting.
    pub fn calendars_read(&mut self, files: Vec<CalendarFile>, now: DateTime<Utc>) -> Option<Commit> {
        let today = now.date_naive();
        let facts = self.state.facts();
        let mut events = Vec::new();
        let mut names = Vec::new();
        let mut unread = Vec::new();
        for CalendarFile { name, read } in files {
            match read {
                Ok(windows) => {
                    if facts.last_good(&name) != Some(&windows) {
                        names.push(name.clone());
                        events.push(Event::CalendarRead { file: name, windows });
                    }
                }
                Err(why) => {
                    tracing::warn!(file = name, why, "a calendar is not read; its last good reading counts");
                    unread.push((name, why));
                }
            }
        }
        let origin = Origin {
            seq: self.state.next_seq(),
            at: now,
            by: Account::new(CALENDAR_ACCOUNT),
            proof: format!("the calendar {}", names.join(" and ")),
            place: "config".to_owned(),
            words: String::new(),
        };
        let mut after = facts.clone();
        for event in &events {
            after.apply(&origin, event);
        }
        let moved = changes(&facts.book.predictions(), &after.book.predictions());
        let (more, caught) = self.caught_by(&events, &origin);
        self.unread = unread.into_iter().collect();
        if events.is_empty() {
            return None;
        }
        events.extend(more);
        let mut message = self.wording.calendar_moved(&names, &moved, today);
        for caught in &caught {
            message.push(self.wording.caught(caught));
        }
        let effects = if message.0.is_empty() {
            Vec::new()
        } else {
            self.announcements(None, &message, &Beside::default())
        };
        let commit = Commit {
            origin,
            incoming: None,
            events,
            effects,
        };
        self.state.apply(&commit, &self.archive);
        self.has_changed();
        Some(commit)
    }
}

pub(super) fn caught_in(rfr: &Rfr, date: NaiveDate, freeze: &str, calendar: &Calendar) -> Caught {
    let mut people: Vec<Account> = rfr.sponsor.iter().map(|sponsor| sponsor.account.clone()).collect();
    people.push(rfr.requested.by.clone());
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
