//! Everything in progress: as a post in a channel, and as the weekly mail.

use super::archive::{Archive, ArchiveError, Caused, Closed};
use super::{Desk, Settings};
use crate::calendar::Calendar;
use crate::people::{Account, Directory};
use crate::record::{Commit, Event, Hits};
use crate::rfr::{Origin, Rfr, RfrEvent, RfrId, Sought};
use crate::text::Message;
use crate::wire::{IncomingId, Place};
use crate::wording::Digest;
use chrono::{DateTime, TimeDelta, Utc};

/// An archive that holds nothing: everything that a desk on it knows was told to it by [`Desk::replay`].
#[derive(Clone, Copy, Debug)]
pub struct NoArchive;

impl Desk<NoArchive> {
    /// A read-only desk that knows nothing yet.
    pub fn for_looking(settings: Settings, directory: Directory, calendar: Calendar) -> Result<Self, ArchiveError> {
        Self::open(settings, directory, calendar, NoArchive)
    }

    /// Tells it what was committed, oldest first.
    pub fn replay(&mut self, commit: &Commit) {
        self.state.apply(commit, &self.archive);
    }
}

impl Archive for NoArchive {
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

    fn history(&self, _: RfrId) -> Result<Vec<(Origin, RfrEvent)>, ArchiveError> {
        Ok(Vec::new())
    }

    fn closed_rfrs(&self, _: Closed, _: usize) -> Result<(Vec<Rfr>, usize), ArchiveError> {
        Ok((Vec::new(), 0))
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
        Ok(Vec::new())
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

impl<A: Archive> Desk<A> {
    /// What is under way, for a channel: RFRs by phase, what each needs and from whom, production dates, freezes.
    pub fn digest(&self, now: DateTime<Utc>) -> Message {
        self.with_digest(now, |digest| self.wording.digest(digest))
    }

    /// The same as it is posted: with a heading.
    pub fn posted_digest(&self, now: DateTime<Utc>) -> Message {
        self.with_digest(now, |digest| self.wording.posted_digest(digest))
    }

    /// Makes something of what is under way.
    pub(super) fn with_digest<T>(&self, now: DateTime<Utc>, made: impl FnOnce(&Digest<'_>) -> T) -> T {
        let around = self.circumstances(now);
        let calendar = around.book.calendar(now.date_naive());
        let posted = self.state.facts().reminders.last_posted(now);
        let since = posted.unwrap_or_else(|| now - TimeDelta::days(DAYS_OF_NEWS));
        let breaks = around.breaks.all().filter(|found| found.is_open());
        let breaks = breaks.filter_map(|found| {
            let rfr = self.state.rfr(found.rfr, &self.archive).ok().flatten()?;
            Some((found.number, rfr.name.clone(), self.standing_of(found)))
        });
        let tended = self.tended(now);
        made(&Digest {
            rfrs: self.state.open().collect(),
            tended: tended.iter().map(AsRef::as_ref).collect(),
            closed: self.state.closed_since(since).collect(),
            since,
            breaks: breaks.collect(),
            calendar: &calendar,
            around: &around,
        })
    }
}
