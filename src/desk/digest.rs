//! Everything in progress: as a post in a channel, and as the weekly mail.

use super::archive::{Archive, ArchiveError, Caused, ClosedRfr};
use super::{Desk, Settings};
use crate::calendar::Calendar;
use crate::people::{Account, Directory};
use crate::record::{Commit, Event, Hits};
use crate::rfr::{Origin, Rfr, RfrEvent, RfrId, Sought, apply};
use crate::text::Message;
use crate::wire::{IncomingId, Place};
use crate::wording::{Digest, HasMoved};
use chrono::{DateTime, TimeDelta, Utc};
use std::cmp::Reverse;
use std::collections::HashMap;

/// An archive of nothing but what happened: all else that a desk on it knows was told to it by [`Desk::replay`].
#[derive(Clone, Debug, Default)]
pub struct ReplayedArchive {
    happened: HashMap<RfrId, Vec<(Origin, RfrEvent)>>,
    /// What is no change of an RFR.
    facts: Vec<(Origin, Event)>,
}

impl Desk<ReplayedArchive> {
    /// A read-only desk that knows nothing yet.
    pub fn for_looking(settings: Settings, directory: Directory, calendar: Calendar) -> Result<Self, ArchiveError> {
        Self::open(settings, directory, calendar, ReplayedArchive::default())
    }

    /// Tells it what was committed, oldest first.
    pub fn replay(&mut self, commit: &Commit) {
        self.state.apply(commit, &self.archive);
        for event in &commit.events {
            if let Event::Rfr { id, event } = event {
                let happened = self.archive.happened.entry(*id).or_default();
                happened.push((commit.origin.clone(), event.clone()));
            } else {
                self.archive.facts.push((commit.origin.clone(), event.clone()));
            }
        }
    }
}

impl Archive for ReplayedArchive {
    fn open_rfrs(&self) -> Result<Vec<Rfr>, ArchiveError> {
        Ok(Vec::new())
    }

    fn rfr(&self, _: RfrId) -> Result<Option<Rfr>, ArchiveError> {
        Ok(None)
    }

    fn named(&self, _: &str) -> Result<Option<RfrId>, ArchiveError> {
        Ok(None)
    }

    fn with_ticket(&self, _: &str) -> Result<Option<RfrId>, ArchiveError> {
        Ok(None)
    }

    fn history(&self, id: RfrId) -> Result<Vec<(Origin, RfrEvent)>, ArchiveError> {
        Ok(self.happened.get(&id).cloned().unwrap_or_default())
    }

    fn closed_rfrs(&self, which: ClosedRfr, most: usize) -> Result<(Vec<Rfr>, usize), ArchiveError> {
        let now = |(id, happened): (&RfrId, &Vec<(Origin, RfrEvent)>)| {
            let steps = happened.iter();
            steps.fold(None, |rfr, (origin, event)| apply(rfr, *id, origin, event))
        };
        let mut closed: Vec<Rfr> = self.happened.iter().filter_map(now).collect();
        closed.retain(|rfr| match which {
            ClosedRfr::All => !rfr.is_open(),
            ClosedRfr::Maintained => rfr.is_maintained(),
            ClosedRfr::Ended => rfr.ended.is_some(),
        });
        closed.sort_by_key(|rfr| Reverse(rfr.last_seq));
        let more = closed.len().saturating_sub(most);
        closed.truncate(most);
        Ok((closed, more))
    }

    fn search_closed(&self, _: &Sought, _: usize) -> Result<Hits, ArchiveError> {
        Ok(Hits::default())
    }

    fn was_seen(&self, _: &IncomingId) -> Result<bool, ArchiveError> {
        Ok(false)
    }

    fn caused_by(&self, _: &IncomingId) -> Result<Option<Caused>, ArchiveError> {
        Ok(None)
    }

    fn focus(&self) -> Result<Vec<(Place, RfrId)>, ArchiveError> {
        Ok(Vec::new())
    }

    fn facts(&self) -> Result<Vec<(Origin, Event)>, ArchiveError> {
        Ok(self.facts.clone())
    }

    fn last_changed_by(&self, _: &Account) -> Result<Option<RfrId>, ArchiveError> {
        Ok(None)
    }

    fn next_seq(&self) -> u64 {
        1
    }

    fn next_rfr_id(&self) -> RfrId {
        RfrId(1)
    }
}

/// Over how many days a digest looks back where none was posted before.
const DAYS_OF_NEWS: i64 = 7;

/// Of how many RFRs a digest says what happened to them.
const MOST_MOVED: usize = 8;

/// How many closed RFRs it looks at, those that changed last.
const MOST_CLOSED_TOLD: usize = 20;

impl<A: Archive> Desk<A> {
    /// What is under way, for a channel: what happened, RFRs by phase, what each needs and from whom, production dates,
    /// freezes.
    pub fn digest(&self, now: DateTime<Utc>) -> Result<Message, ArchiveError> {
        let moved = self.news(now)?;
        Ok(self.with_digest(now, moved, |digest| self.wording.digest(digest)))
    }

    /// The same as it is posted: with a heading.
    pub fn posted_digest(&self, now: DateTime<Utc>) -> Result<Message, ArchiveError> {
        let moved = self.news(now)?;
        Ok(self.with_digest(now, moved, |digest| self.wording.posted_digest(digest)))
    }

    /// What happened since the last one was posted.
    pub(super) fn news(&self, now: DateTime<Utc>) -> Result<HasMoved<'_>, ArchiveError> {
        let posted = self.state.facts().reminders.last_posted(now);
        let since = posted.unwrap_or_else(|| now - TimeDelta::days(DAYS_OF_NEWS));
        let mut moved = self.what_moved(since, MOST_MOVED, MOST_CLOSED_TOLD)?;
        // Those that are open stand among what is wanted.
        moved.breaks.retain(|(found, ..)| !found.is_open());
        Ok(moved)
    }

    /// Makes something of what is under way.
    pub(super) fn with_digest<T>(
        &self,
        now: DateTime<Utc>,
        moved: HasMoved<'_>,
        made: impl FnOnce(&Digest<'_>) -> T,
    ) -> T {
        let around = self.circumstances(now);
        let calendar = around.book.calendar(now.date_naive());
        let breaks = around.breaks.all().filter(|found| found.is_open());
        let breaks = breaks.filter_map(|found| {
            let rfr = self.state.rfr(found.rfr, &self.archive).ok().flatten()?;
            Some((found.number, rfr.name.clone(), self.standing_of(found)))
        });
        let tended = self.tended(now);
        made(&Digest {
            rfrs: self.state.open().collect(),
            tended: tended.iter().map(AsRef::as_ref).collect(),
            moved,
            breaks: breaks.collect(),
            calendar: &calendar,
            around: &around,
        })
    }
}
