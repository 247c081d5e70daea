//! Reading: everything that others than the journal's writer may do with the store.

use super::behind::{self, Behind};
use super::changes::read_rfr;
use super::error::sled_error;
use super::recent::RecentFile;
use super::seal::Seal;
use super::stored::{self, Record, StoredDelivery};
use super::trees::{Meta, TreeName, Trees, key};
use super::{StoreError, folder};
use crate::people::Account;
use crate::record::{Event, Owed};
use crate::rfr::{Origin, Rfr, RfrEvent, RfrId};
use crate::wire::{IncomingId, OutboxKey, Place};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Read access to everything stored. Cheap to clone; sees every commit that [`super::Journal::commit`] has returned
/// from.
#[derive(Clone, Debug)]
pub struct Database(Arc<Shared>);

/// What readers and writer share; the store stays locked until the last of them is gone.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) trees: Trees,
    /// Records the trees lack.
    pub(super) behind: Behind,
    store: PathBuf,
    last_seq: AtomicU64,
    last_rfr: AtomicU64,
    /// Dropped after the trees, so that it seals a closed database.
    seal: Seal,
    /// Dropped last: sled must be closed before another process may open it.
    _lock: File,
}

impl Shared {
    pub(super) fn new(store: &Path, lock: File, trees: Trees, meta: Meta, recent: RecentFile) -> Self {
        Self {
            store: store.to_owned(),
            last_seq: AtomicU64::new(meta.last_seq),
            last_rfr: AtomicU64::new(meta.last_rfr),
            behind: Behind::new(trees.clone(), meta, recent),
            trees,
            seal: Seal::new(store),
            _lock: lock,
        }
    }

    /// Adds records that are in the journal: readers see them from now on.
    pub(super) fn follow(&self, records: Vec<behind::JournalRecord>) {
        for (_, record, _) in &records {
            if let Record::Commit(commit) = record {
                self.last_seq.store(commit.origin.seq, Ordering::Release);
                for event in &commit.events {
                    if let Event::Rfr { id, .. } = event {
                        self.last_rfr.fetch_max(id.0, Ordering::AcqRel);
                    }
                }
            }
        }
        self.behind.add(records);
    }

    /// Brings the database up to the journal.
    pub(super) fn settle(&self) -> Result<(), StoreError> {
        self.behind.carry_out()
    }

    /// Makes the next start rebuild the database.
    pub(super) fn suspect(&self) {
        let path = folder::suspect_path(&self.store);
        let marked = if path.exists() {
            Ok(())
        } else {
            folder::new_file(&path).map(|_| ())
        };
        if let Err(error) = marked {
            tracing::warn!(%error, "the database is not marked for a rebuild");
        }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        // Anything not flushed is applied again from the journal at the next start.
        if let Err(error) = self.settle().and_then(|()| self.trees.flush()) {
            self.seal.sound = false;
            self.trees.abandon();
            tracing::warn!(%error, "the database was not written out completely");
        }
    }
}

impl Database {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        Self(shared)
    }

    /// The sequence number that the next commit must have.
    pub fn next_seq(&self) -> u64 {
        self.0.last_seq.load(Ordering::Acquire) + 1
    }

    /// The number of the next RFR; numbers are never reused.
    pub fn next_rfr_id(&self) -> RfrId {
        RfrId(self.0.last_rfr.load(Ordering::Acquire) + 1)
    }

    /// RFRs in progress (neither ended nor in maintenance), by number. The cost does not depend on closed ones.
    pub fn open_rfrs(&self) -> Result<Vec<Rfr>, StoreError> {
        self.reading(|trees| {
            let mut rfrs = Vec::new();
            for entry in trees.scan(TreeName::Open, &[]) {
                rfrs.extend(read_rfr(trees, read_id(&entry?.0, 0)?)?);
            }
            Ok(rfrs)
        })
    }

    /// One RFR, open or closed.
    pub fn rfr(&self, id: RfrId) -> Result<Option<Rfr>, StoreError> {
        self.reading(|trees| read_rfr(trees, id))
    }

    /// The RFR of that name, ignoring case. If several have or had it: one in progress before a closed one, then a
    /// current name before a former one, then the newest.
    pub fn rfr_named(&self, name: &str) -> Result<Option<RfrId>, StoreError> {
        self.reading(|trees| best(trees, TreeName::Names, &name.to_ascii_lowercase()))
    }

    /// The RFR with that ticket; one in progress before a closed one, then the newest.
    pub fn rfr_with_ticket(&self, url: &str) -> Result<Option<RfrId>, StoreError> {
        self.reading(|trees| best(trees, TreeName::Tickets, url))
    }

    /// Everything that happened to an RFR, oldest first, with who, when, where and in which words.
    pub fn history(&self, id: RfrId) -> Result<Vec<(Origin, RfrEvent)>, StoreError> {
        self.reading(|trees| {
            let mut history = Vec::new();
            for entry in trees.scan(TreeName::History, &key::rfr(id)) {
                history.extend(done(stored::part(&entry?.1)?));
            }
            Ok(history)
        })
    }

    /// RFRs that ended or are in maintenance, most recently changed first, read one at a time.
    pub fn closed_rfrs(&self) -> impl Iterator<Item = Result<Rfr, StoreError>> + use<> {
        self.read_one_at_a_time(TreeName::Closed)
    }

    /// How many RFRs ended or are in maintenance; counted without reading them.
    pub fn closed_count(&self) -> Result<u64, StoreError> {
        self.reading(|_| Ok(self.0.behind.entries(TreeName::Closed)))
    }

    /// RFRs in maintenance, most recently changed first, read one at a time.
    pub fn maintained_rfrs(&self) -> impl Iterator<Item = Result<Rfr, StoreError>> + use<> {
        self.read_one_at_a_time(TreeName::Maintained)
    }

    /// How many RFRs are in maintenance; counted without reading them.
    pub fn maintained_count(&self) -> Result<u64, StoreError> {
        self.reading(|_| Ok(self.0.behind.entries(TreeName::Maintained)))
    }

    /// Database entries read since opening, by readers and writer: measures the cost of a query independently of the
    /// machine.
    pub fn entries_read(&self) -> u64 {
        self.0.trees.entries_read()
    }

    fn read_one_at_a_time(&self, tree: TreeName) -> impl Iterator<Item = Result<Rfr, StoreError>> + use<> {
        // A failure recurs, and is reported, when the first of them is read.
        let _ = self.0.settle();
        let database = self.clone();
        // One reopened meanwhile may appear or not: both reflect some moment.
        self.0.trees.scan(tree, &[]).filter_map(move |entry| {
            let read = |trees: &Trees| read_rfr(trees, read_id(&entry?.0, 8)?);
            database.reading(read).transpose()
        })
    }

    /// What is still owed to somebody: neither sent completely nor given up, in order.
    pub fn outbox(&self) -> Result<Vec<Owed>, StoreError> {
        self.reading(|trees| {
            let mut owed = Vec::new();
            for entry in trees.scan(TreeName::Outbox, &[]) {
                let (key, value) = entry?;
                let index = key
                    .get(8..12)
                    .and_then(|bytes| bytes.try_into().ok())
                    .map(u32::from_be_bytes);
                let (Some(seq), Some(index)) = (key::number(&key, 0), index) else {
                    return Err(sled_error("a key of the outbox is no key"));
                };
                let delivery: StoredDelivery = stored::decode(&value)?;
                owed.push(delivery.owed(OutboxKey { seq, index }));
            }
            Ok(owed)
        })
    }

    /// Did this message already cause a commit?
    pub fn was_seen(&self, id: &IncomingId) -> Result<bool, StoreError> {
        let read = || Ok(self.0.trees.get(TreeName::Seen, &key::seen(id))?.is_some());
        // Asked for every command, so records that wait are checked without applying them. They are checked before the
        // database, because they move there.
        Ok(self.0.behind.has_seen(id) || self.suspecting(read)?)
    }

    /// What the commit caused by this message did to an RFR.
    #[expect(clippy::type_complexity, reason = "the same pairs as in a history")]
    pub fn caused_by(&self, id: &IncomingId) -> Result<Option<(RfrId, Vec<(Origin, RfrEvent)>)>, StoreError> {
        self.reading(|trees| {
            let Some(caused) = trees.get(TreeName::Seen, &key::seen(id))? else {
                return Ok(None);
            };
            let rfr = read_id(&caused, 8)?;
            let part = trees.get(TreeName::History, &key::two_numbers(rfr.0, read_id(&caused, 0)?.0))?;
            part.map(|part| Ok((rfr, done(stored::part(&part)?).collect())))
                .transpose()
        })
    }

    /// The RFR each place is talking about.
    pub fn focus(&self) -> Result<Vec<(Place, RfrId)>, StoreError> {
        self.reading(|trees| {
            let mut focus = Vec::new();
            for entry in trees.scan(TreeName::Focus, &[]) {
                let (place, id) = entry?;
                focus.push((stored::decode(&place)?, read_id(&id, 0)?));
            }
            Ok(focus)
        })
    }

    /// Everything ever said about freezes, freeze breaks, calendars, absences and reminders, oldest first, with who,
    /// when and where.
    pub fn facts(&self) -> Result<Vec<(Origin, Event)>, StoreError> {
        self.reading(|trees| {
            let mut facts = Vec::new();
            for entry in trees.scan(TreeName::Facts, &[]) {
                let (origin, events) = stored::part(&entry?.1)?;
                facts.extend(events.into_iter().map(|event| (origin.clone(), event)));
            }
            Ok(facts)
        })
    }

    /// The RFR that this account changed last, and the sequence number of that commit.
    pub fn last_changed_by(&self, account: &Account) -> Result<Option<(RfrId, u64)>, StoreError> {
        self.reading(|trees| {
            let Some(newest) = trees.get(TreeName::Authors, &key::author(account))? else {
                return Ok(None);
            };
            let RfrId(seq) = read_id(&newest, 0)?;
            Ok(Some((read_id(&newest, 8)?, seq)))
        })
    }

    /// Reads the trees once they contain every commit.
    pub(super) fn reading<T>(&self, read: impl FnOnce(&Trees) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.suspecting(|| self.0.settle().and_then(|()| read(&self.0.trees)))
    }

    /// A database that cannot be read is rebuilt at the next start.
    fn suspecting<T>(&self, read: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
        read().inspect_err(|_| self.0.suspect())
    }
}

fn read_id(bytes: &[u8], at: usize) -> Result<RfrId, StoreError> {
    key::number(bytes, at)
        .map(RfrId)
        .ok_or_else(|| sled_error("a number is cut short"))
}

/// The RFR whose entry for that word ranks lowest; among equals the newest.
fn best(trees: &Trees, tree: TreeName, word: &str) -> Result<Option<RfrId>, StoreError> {
    let prefix = key::named(word);
    let mut best: Option<(sled::IVec, RfrId)> = None;
    for entry in trees.scan(tree, &prefix) {
        let (key, rank) = entry?;
        let id = read_id(&key, prefix.len())?;
        if best.as_ref().is_none_or(|(lowest, _)| rank <= *lowest) {
            best = Some((rank, id));
        }
    }
    Ok(best.map(|(_, id)| id))
}

/// The RFR events in one part of a commit.
fn done((origin, events): (Origin, Vec<Event>)) -> impl Iterator<Item = (Origin, RfrEvent)> {
    events.into_iter().filter_map(move |event| match event {
        Event::Rfr { event, .. } => Some((origin.clone(), event)),
        Event::FocusChanged { .. }
        | Event::Freeze(_)
        | Event::Absence(_)
        | Event::FreezeBreak { .. }
        | Event::CalendarRead { .. }
        | Event::AbsencesRead { .. }
        | Event::Edition(_)
        | Event::Link(_)
        | Event::Reminder(_) => None,
    })
}
