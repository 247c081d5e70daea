//! Tickets that ask for resources and are no RFR's: offered as they come, a few in an hour, and listed when somebody asks.

use super::archive::{Archive, ArchiveError};
use super::tracker::{TrackerSettings, or_logged};
use super::{Desk, Handled};
use crate::command::sanitise;
use crate::record::Effect;
use crate::rfr::decide::is_free_name;
use crate::text::Message;
use crate::wire::{Beside, IncomingId, TRACKER_NETWORK, TicketRead};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{BTreeMap, VecDeque};

/// How many tickets are offered in an hour; the others wait.
const OFFERED_IN_AN_HOUR: usize = 6;

/// How many wait at most, and are remembered; what comes then takes the place of the one with the highest number.
const MOST_WAITING: usize = 500;

/// They are counted once the first reading is over.
const COUNTED_AFTER: TimeDelta = TimeDelta::minutes(1);

/// How many are listed.
const LISTED: usize = 50;

/// Tickets that ask for resources.
#[derive(Default)]
pub(super) struct Offered {
    /// When some were offered, in the last hour.
    at: VecDeque<DateTime<Utc>>,
    /// All that were read with the label, whether they wait for something or not.
    labelled: BTreeMap<u64, TicketRead>,
    /// Those that wait for the next hour.
    waiting: BTreeMap<u64, TicketRead>,
    /// When those that wait are counted for the admin place.
    count_at: Option<DateTime<Utc>>,
}

/// Is it open, with the label of those that ask?
fn asks(settings: &TrackerSettings, read: &TicketRead) -> bool {
    let is_label = |label: &String| {
        let mut labels = read.labels.iter();
        labels.any(|known| known.eq_ignore_ascii_case(label))
    };
    !read.closed && settings.label.as_ref().is_some_and(is_label)
}

impl<A: Archive> Desk<A> {
    /// A ticket was read: what was known of it is old.
    pub(super) fn is_looked_at(&mut self, settings: &TrackerSettings, read: &TicketRead) {
        let Offered { labelled, waiting, .. } = &mut self.offered;
        waiting.remove(&read.number);
        let before = labelled.get(&read.number);
        if before.is_some_and(|before| before.updated > read.updated) {
            return;
        }
        if before.is_some() || asks(settings, read) {
            labelled.insert(read.number, read.clone());
        }
        if labelled.len() > MOST_WAITING {
            labelled.pop_last();
        }
    }

    /// Those that wait to be taken up.
    pub(super) fn tickets(&self, now: DateTime<Utc>) -> Result<Message, ArchiveError> {
        let Some(settings) = self
            .settings
            .tracker
            .as_ref()
            .filter(|settings| settings.label.is_some())
        else {
            return Ok(self.wording.tickets(None, 0));
        };
        let (mut found, mut more) = (Vec::new(), 0);
        for read in self.offered.labelled.values().filter(|read| asks(settings, read)) {
            if self.with_this_ticket(&read.url)?.is_some() {
                continue;
            }
            if found.len() < LISTED {
                found.push((read.clone(), self.name_for(&read.title, read.number, now)?));
            } else {
                more += 1;
            }
        }
        Ok(self.wording.tickets(Some(&found), more))
    }

    /// When more tickets are to be offered, or those that wait counted.
    pub fn offers_due(&self) -> Option<DateTime<Utc>> {
        let Offered {
            at, waiting, count_at, ..
        } = &self.offered;
        if waiting.is_empty() {
            return None;
        }
        let free = if at.len() < OFFERED_IN_AN_HOUR {
            Some(DateTime::UNIX_EPOCH)
        } else {
            at.front().map(|first| *first + TimeDelta::hours(1))
        };
        free.into_iter().chain(*count_at).min()
    }

    /// Tells the admin place once how many tickets wait, and offers the next as the hours pass.
    pub fn offer_more(&mut self, now: DateTime<Utc>) -> Handled {
        if self.offered.count_at.is_some_and(|at| at <= now) && !self.offered.waiting.is_empty() {
            self.offered.count_at = None;
            let numbers: Vec<u64> = self.offered.waiting.keys().copied().collect();
            tracing::warn!(
                number = numbers.len(),
                "more tickets ask for resources than are offered in an hour"
            );
            let message = self.wording.tickets_wait(&numbers, OFFERED_IN_AN_HOUR);
            let said = self.for_the_admins(message);
            let effects = said.map(Effect::Say).into_iter().collect();
            return self.by_the_tracker(Vec::new(), effects, None, now);
        }
        let passed = |at: &DateTime<Utc>| now.signed_duration_since(*at) >= TimeDelta::hours(1);
        if self.offered.at.len() >= OFFERED_IN_AN_HOUR && !self.offered.at.front().is_some_and(passed) {
            return Handled::default();
        }
        let Some((_, read)) = self.offered.waiting.pop_first() else {
            return Handled::default();
        };
        or_logged(self.take_ticket(&read, false, now))
    }

    /// A ticket that is no RFR's, and may become one.
    pub(super) fn offer(
        &mut self,
        settings: &TrackerSettings,
        read: &TicketRead,
        now: DateTime<Utc>,
    ) -> Result<Handled, ArchiveError> {
        let id = IncomingId {
            network: TRACKER_NETWORK.to_owned(),
            id: format!("ticket {}", read.number),
        };
        if !asks(settings, read) || self.was_seen_before(&id)? {
            return Ok(Handled::default());
        }
        let told = &mut self.offered.at;
        told.retain(|at| *at <= now && now.signed_duration_since(*at) < TimeDelta::hours(1));
        if told.len() >= OFFERED_IN_AN_HOUR {
            if self.offered.waiting.is_empty() {
                self.offered.count_at = Some(now + COUNTED_AFTER);
            }
            self.offered.waiting.insert(read.number, read.clone());
            if self.offered.waiting.len() > MOST_WAITING {
                self.offered.waiting.pop_last();
            }
            return Ok(Handled::default());
        }
        told.push_back(now);
        let name = self.name_for(&read.title, read.number, now)?;
        let line = self.wording.ticket_offered(
            (read.number, &sanitise(&read.title), &sanitise(&read.author), &read.url),
            &name,
        );
        let effects = self.announcements(None, &Message::line(line), &Beside::default());
        Ok(self.by_the_tracker(Vec::new(), effects, Some(id), now))
    }

    /// A short name for what a title is about: its first word that could be one.
    fn name_for(&self, title: &str, number: u64, now: DateTime<Utc>) -> Result<String, ArchiveError> {
        const NO_NAMES: [&str; 14] = [
            "rfr",
            "request",
            "for",
            "resources",
            "resource",
            "new",
            "the",
            "please",
            "need",
            "and",
            "our",
            "we",
            "an",
            "add",
        ];
        let title = title.to_ascii_lowercase();
        let words = title.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        let words = words.map(|word| word.trim_matches('-')).filter(|word| {
            word.len() > 2 && !NO_NAMES.contains(word) && !crate::command::means_else(word, now.date_naive(), &[])
        });
        let words: Vec<&str> = words.collect();
        self.in_context(now, |context| {
            let free = words.iter().find(|word| is_free_name(word, context));
            free.map_or_else(|| format!("ticket-{number}"), |word| (*word).to_owned())
        })
    }
}
