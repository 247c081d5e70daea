//! What is in maintenance and wants somebody: a question is open, it is on hold, or nobody has looked after it for a year.

use super::archive::Archive;
use super::{Desk, Rfr, RfrId};
use crate::reminder::{self, next_look};
use crate::rfr::duty::UPKEEP_DAYS;
use chrono::{DateTime, TimeDelta, Utc};
use std::borrow::Cow;

/// How many of those to be looked after next are read for reminders.
const LOOKED_AT: usize = 10;

impl<A: Archive> Desk<A> {
    /// Those that want somebody now.
    pub(super) fn tended(&self, now: DateTime<Utc>) -> Vec<Cow<'_, Rfr>> {
        let mut tended: Vec<Cow<'_, Rfr>> = self.state.tended().map(Cow::Borrowed).collect();
        for id in self.late(now) {
            if tended.iter().all(|rfr| rfr.id != id) {
                tended.extend(self.maintained(id));
            }
        }
        tended.sort_by(|a, b| a.name.cmp(&b.name));
        tended
    }

    /// Those in maintenance that nobody has looked after for a year.
    pub(super) fn late(&self, now: DateTime<Utc>) -> Vec<RfrId> {
        let is_late = |since: DateTime<Utc>| now - since >= TimeDelta::days(UPKEEP_DAYS);
        let late = self.state.maintained().filter(|(_, since)| is_late(*since));
        late.map(|(id, _)| id).collect()
    }

    /// Those that are to be looked after next.
    pub(super) fn to_look_after(&self, settings: &reminder::ReminderSettings, now: DateTime<Utc>) -> Vec<Cow<'_, Rfr>> {
        let memory = &self.state.facts().reminders;
        let mut next: Vec<(DateTime<Utc>, RfrId)> = self
            .state
            .maintained()
            .filter(|(id, _)| memory.mute(*id).is_none())
            .map(|(id, since)| (next_look(id, since, settings, memory, now), id))
            .collect();
        next.sort_unstable();
        next.truncate(LOOKED_AT);
        next.into_iter().filter_map(|(_, id)| self.maintained(id)).collect()
    }

    /// One in maintenance; an archive that cannot be read is told of by whoever asks for one RFR.
    fn maintained(&self, id: RfrId) -> Option<Cow<'_, Rfr>> {
        self.state.rfr(id, &self.archive).ok().flatten()
    }
}
