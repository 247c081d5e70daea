//! What happened since a moment, over all RFRs.

use super::archive::{Archive, ArchiveError, ClosedRfr};
use super::state::MOST_CLOSED_LATELY;
use super::{Account, Desk, Incoming, Message, Rfr};
use crate::command::since::Since;
use crate::wording::HasMoved;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use std::borrow::Cow;

/// How many freeze breaks are told of; `freeze-breaks` lists more.
const MOST_BREAKS: usize = 5;

impl<A: Archive> Desk<A> {
    /// A line for each RFR that moved.
    pub(super) fn since(&self, incoming: &Incoming, since: Since, now: DateTime<Utc>) -> Result<Message, ArchiveError> {
        let from = match since {
            Since::Day(day) => beginning_of(day),
            Since::Span(span) => now.checked_sub_signed(span).unwrap_or(now),
            Since::LastWord => {
                let own = self.directory.identify(&incoming.identity).ok();
                let last = own.map(|own| self.last_word(own.account())).transpose()?;
                match last.flatten() {
                    // The speaker knows what was said in that commit.
                    Some(at) => at.checked_add_signed(TimeDelta::milliseconds(1)).unwrap_or(at),
                    None => return Ok(self.wording.no_last_word()),
                }
            }
        };
        self.moved_since(from)
    }

    /// What moved from a day on, for somebody who was away.
    pub(super) fn moved_from_day(&self, day: NaiveDate) -> Result<Message, ArchiveError> {
        self.moved_since(beginning_of(day))
    }

    fn moved_since(&self, from: DateTime<Utc>) -> Result<Message, ArchiveError> {
        let moved = self.what_moved(from, usize::MAX, MOST_CLOSED_LATELY)?;
        Ok(self.wording.since(&moved))
    }

    /// What happened to the RFRs that moved since then, the one that changed last first: of so many all of it, of others
    /// only their names. So many closed ones are looked at.
    pub(super) fn what_moved(
        &self,
        from: DateTime<Utc>,
        most: usize,
        closed: usize,
    ) -> Result<HasMoved<'_>, ArchiveError> {
        let (closed, _) = self.archive.closed_rfrs(ClosedRfr::All, closed)?;
        let open = self.state.open().map(Cow::Borrowed);
        let mut rfrs: Vec<Cow<'_, Rfr>> = open.chain(closed.into_iter().map(Cow::Owned)).collect();
        rfrs.retain(|rfr| rfr.last_change.at >= from);
        rfrs.sort_by(|a, b| {
            b.last_change
                .at
                .cmp(&a.last_change.at)
                .then_with(|| a.name.cmp(&b.name))
        });
        let mut moved = HasMoved::since(from);
        for rfr in rfrs {
            if moved.rfrs.len() == most {
                moved.others.push(rfr.name.clone());
                continue;
            }
            let happened = self.archive.history(rfr.id)?;
            let tells = moved.telling(&happened);
            if happened.iter().any(|(origin, event)| tells(origin, event)) {
                moved.rfrs.push((rfr, happened));
            }
        }
        let breaks = self.state.facts().breaks.all().rev();
        for found in breaks.filter(|found| found.last_moved() >= from).take(MOST_BREAKS) {
            let counted = found.as_it_counts(&self.directory);
            moved
                .breaks
                .push((counted, self.name_of(found.rfr)?, self.standing_of(found)));
        }
        Ok(moved)
    }

    /// When this person changed an RFR last.
    fn last_word(&self, by: &Account) -> Result<Option<DateTime<Utc>>, ArchiveError> {
        let Some(id) = self.state.last_changed_by(by, &self.archive)? else {
            return Ok(None);
        };
        let history = self.archive.history(id)?;
        let own = history.iter().filter(|(origin, _)| origin.by == *by);
        Ok(own.map(|(origin, _)| origin.at).max())
    }
}

fn beginning_of(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}
