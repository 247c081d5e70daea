//! The database as the desk sees it.

use crate::desk::{Archive, ArchiveError, Caused, ClosedRfr};
use crate::people::Account;
use crate::record::{Event, Hits, Trouble};
use crate::rfr::{Origin, Rfr, RfrEvent, RfrId, Sought};
use crate::store::{Database, StoreError};
use crate::wire::{IncomingId, Place};
use std::io::ErrorKind;

#[expect(clippy::needless_pass_by_value, reason = "map_err hands the error over")]
fn failed(error: StoreError) -> ArchiveError {
    for_the_desk(&error)
}

/// An error of the store in the desk's terms.
pub(super) fn for_the_desk(error: &StoreError) -> ArchiveError {
    ArchiveError {
        words: error.to_string(),
        trouble: match (error, error.system()) {
            (StoreError::Stopped { in_doubt: true, .. }, _) => Trouble::InDoubt,
            (_, Some(ErrorKind::StorageFull | ErrorKind::QuotaExceeded)) => Trouble::DiskFull,
            (_, Some(ErrorKind::ReadOnlyFilesystem)) => Trouble::DiskReadOnly,
            (_, Some(_) | None) => Trouble::Other,
        },
    }
}

impl Archive for Database {
    fn open_rfrs(&self) -> Result<Vec<Rfr>, ArchiveError> {
        Self::open_rfrs(self).map_err(failed)
    }

    fn rfr(&self, id: RfrId) -> Result<Option<Rfr>, ArchiveError> {
        Self::rfr(self, id).map_err(failed)
    }

    fn named(&self, name: &str) -> Result<Option<RfrId>, ArchiveError> {
        self.rfr_named(name).map_err(failed)
    }

    fn with_ticket(&self, url: &str) -> Result<Option<RfrId>, ArchiveError> {
        self.rfr_with_ticket(url).map_err(failed)
    }

    fn history(&self, id: RfrId) -> Result<Vec<(Origin, RfrEvent)>, ArchiveError> {
        Self::history(self, id).map_err(failed)
    }

    fn closed_rfrs(&self, which: ClosedRfr, most: usize) -> Result<(Vec<Rfr>, usize), ArchiveError> {
        let (found, count): (Result<Vec<Rfr>, StoreError>, _) = match which {
            ClosedRfr::All => (Self::closed_rfrs(self).take(most).collect(), self.closed_count()),
            ClosedRfr::Maintained => (self.maintained_rfrs().take(most).collect(), self.maintained_count()),
            ClosedRfr::Ended => {
                let ended = Self::closed_rfrs(self).filter(|rfr| !rfr.as_ref().is_ok_and(|rfr| rfr.ended.is_none()));
                let maintained = self.maintained_count().map_err(failed)?;
                let count = self.closed_count().map(|all| all.saturating_sub(maintained));
                (ended.take(most).collect(), count)
            }
        };
        let found = found.map_err(failed)?;
        let count = usize::try_from(count.map_err(failed)?).unwrap_or(usize::MAX);
        let more = count.saturating_sub(found.len());
        Ok((found, more))
    }

    fn search_closed(&self, sought: &Sought, most: usize) -> Result<Hits, ArchiveError> {
        Self::search_closed(self, sought, most).map_err(failed)
    }

    fn was_seen(&self, id: &IncomingId) -> Result<bool, ArchiveError> {
        Self::was_seen(self, id).map_err(failed)
    }

    fn caused_by(&self, id: &IncomingId) -> Result<Option<Caused>, ArchiveError> {
        Self::caused_by(self, id).map_err(failed)
    }

    fn focus(&self) -> Result<Vec<(Place, RfrId)>, ArchiveError> {
        Self::focus(self).map_err(failed)
    }

    fn facts(&self) -> Result<Vec<(Origin, Event)>, ArchiveError> {
        Self::facts(self).map_err(failed)
    }

    fn last_changed_by(&self, account: &Account) -> Result<Option<RfrId>, ArchiveError> {
        let last = Self::last_changed_by(self, account).map_err(failed)?;
        Ok(last.map(|(id, _)| id))
    }

    fn next_seq(&self) -> u64 {
        Self::next_seq(self)
    }

    fn next_rfr_id(&self) -> RfrId {
        Self::next_rfr_id(self)
    }
}
