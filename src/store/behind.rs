//! What the journal has and the database lacks so far. It is acknowledged, and applied a little later, many records in
//! one transaction. A crash in between costs nothing: opening applies it from the journal.

use super::StoreError;
use super::changes::Changes;
use super::lines::LineId;
use super::recent::RecentFile;
use super::stored::Record;
use super::trees::{Meta, TreeName, Trees};
use crate::wire::IncomingId;
use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Why nothing more is applied.
const NOT_TAKEN: &str = "the database did not take a change that the journal holds";

/// Records that wait for the database.
#[derive(Debug)]
pub(super) struct Behind {
    /// Locked while records are applied.
    waiting: Mutex<Backlog>,
    /// How many wait; readable without the lock.
    records: AtomicUsize,
    /// Their message ids: checked for every command, without waiting for the database.
    seen: Mutex<HashSet<IncomingId>>,
}

/// A record with its journal line and the line's bytes.
pub(super) type JournalRecord = (LineId, Record, Vec<u8>);

#[derive(Debug)]
struct Backlog {
    changes: Changes,
    records: Vec<JournalRecord>,
    /// The records applied last.
    recent: RecentFile,
    /// Why the database cannot follow any further.
    failed: Option<String>,
}

impl Behind {
    /// Most records that may wait: bounds memory, and how long a reader may have to wait.
    pub(super) const MOST: usize = 1024;

    /// Nothing waits; the database is at `meta`.
    pub(super) fn new(trees: Trees, meta: Meta, recent: RecentFile) -> Self {
        Self {
            waiting: Mutex::new(Backlog {
                changes: Changes::new(trees, meta),
                records: Vec::new(),
                recent,
                failed: None,
            }),
            records: AtomicUsize::new(0),
            seen: Mutex::default(),
        }
    }

    /// How many records wait.
    pub(super) fn records(&self) -> usize {
        self.records.load(Ordering::Acquire)
    }

    /// How many entries a tree of the database has.
    pub(super) fn entries(&self, tree: TreeName) -> u64 {
        self.waiting().changes.carried_out().tallies[tree as usize].entries
    }

    /// Why the database cannot follow any further, if so.
    pub(super) fn failure(&self) -> Option<String> {
        if self.records() == 0 {
            return None;
        }
        self.waiting().failed.clone()
    }

    /// Is this the id of a message whose commit waits?
    pub(super) fn has_seen(&self, id: &IncomingId) -> bool {
        self.records() > 0 && locked(&self.seen).contains(id)
    }

    /// Adds records that are in the journal.
    pub(super) fn add(&self, records: Vec<JournalRecord>) {
        let mut waiting = self.waiting();
        let mut seen = locked(&self.seen);
        for recorded in records {
            if let Record::Commit(commit) = &recorded.1 {
                seen.extend(commit.incoming.iter().flat_map(IncomingId::names));
            }
            waiting.records.push(recorded);
        }
        self.records.store(waiting.records.len(), Ordering::Release);
    }

    /// Applies everything that waits. After a failure, or a panic of sled, nothing more is applied.
    pub(super) fn carry_out(&self) -> Result<(), StoreError> {
        if self.records() == 0 {
            return Ok(());
        }
        let mut waiting = self.waiting();
        if let Some(why) = &waiting.failed {
            return Err(StoreError::Stopped {
                why: why.clone(),
                in_doubt: false,
            });
        }
        waiting.failed = Some(NOT_TAKEN.to_owned());
        let Backlog { changes, records, .. } = &mut *waiting;
        let added = records
            .iter()
            .try_for_each(|(line, record, _)| changes.add(*line, record));
        if let Err(error) = added.and_then(|()| changes.carry_out(Trees::apply)) {
            waiting.failed = Some(if let StoreError::Database { what } = &error {
                format!("{NOT_TAKEN}: {what}")
            } else {
                format!("{NOT_TAKEN}: {error}")
            });
            return Err(error);
        }
        waiting.failed = None;
        let records = std::mem::take(&mut waiting.records);
        let lines = records
            .iter()
            .map(|(applied, _, bytes)| (applied.line, bytes.as_slice()));
        waiting.recent.add(lines);
        locked(&self.seen).clear();
        self.records.store(0, Ordering::Release);
        Ok(())
    }

    fn waiting(&self) -> MutexGuard<'_, Backlog> {
        locked(&self.waiting)
    }
}

/// A panic while the lock was held has left its reason in `failed`.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
