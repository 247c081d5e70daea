//! The sled database: its trees, its keys, and a self-check that finds what sled itself does not notice.
//!
//! After its file was truncated or changed, sled can open with entries silently missing. So every transaction also
//! updates a tally of every tree: how many entries it has, and the sum of their checksums. Opening recounts.

use super::StoreError;
use super::error::{io_error, sled_error};
use super::folder;
use super::lines::LineId;
use super::room;
use super::seal;
use super::stored;
use crate::people::Account;
use crate::rfr::RfrId;
use crate::text::count;
use crate::trouble::panic_words;
use crate::wire::{IncomingId, OutboxKey};
use serde::{Deserialize, Serialize};
use sled::transaction::{ConflictableTransactionError, TransactionError, UnabortableTransactionError};
use sled::{IVec, Transactional};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::panic::AssertUnwindSafe;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

/// Increases whenever a key or a stored form in the database changes; other versions are rebuilt.
pub(super) const DATABASE_VERSION: u32 = 6;

/// Memory that sled may use for pages.
const CACHE_BYTES: u64 = 4 * 1024 * 1024;

/// How long sled may take to flush when it is closed.
const FLUSH_TIMEOUT: Duration = Duration::from_secs(60);

/// How long this process's own earlier sled database may take to release its files.
const RELEASE_TIMEOUT: Duration = Duration::from_secs(10);

/// One tree of the database. Numbers in keys are big-endian, so that keys sort numerically.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TreeName {
    /// RFR and sequence number → what that commit did to it. An RFR's state is the fold of these.
    History,
    /// RFRs in progress → nothing.
    Open,
    /// Sequence number of the last change, newest first, and RFR, for those not in progress → nothing.
    Closed,
    /// The same for those in maintenance only.
    Maintained,
    /// Word → the numbers of the closed RFRs that contain it.
    Words,
    /// Lower-case name and RFR → the name's rank: lower wins.
    Names,
    /// Ticket and RFR → the ticket's rank: lower wins.
    Tickets,
    /// Outbox key → what is still owed.
    Outbox,
    /// Message id → sequence number of the commit it caused, and the RFR that changed, or 0.
    Seen,
    /// Place → RFR.
    Focus,
    /// Account → sequence number and RFR of its newest change.
    Authors,
    /// Sequence number → what that commit says about freezes, breaks, calendars, absences and reminders.
    Facts,
}

/// Number of trees, not counting the one for [`Meta`].
pub(super) const TREES: usize = TreeName::ALL.len();

impl TreeName {
    /// Every tree, at the index `self as usize`.
    pub(super) const ALL: [Self; 12] = [
        Self::History,
        Self::Open,
        Self::Closed,
        Self::Maintained,
        Self::Words,
        Self::Names,
        Self::Tickets,
        Self::Outbox,
        Self::Seen,
        Self::Focus,
        Self::Authors,
        Self::Facts,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::History => "history",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Maintained => "maintained",
            Self::Words => "words",
            Self::Names => "names",
            Self::Tickets => "tickets",
            Self::Outbox => "outbox",
            Self::Seen => "seen",
            Self::Focus => "focus",
            Self::Authors => "authors",
            Self::Facts => "facts",
        }
    }
}

/// Changes for each tree: the new value, or `None` to remove the entry.
pub(super) type Writes = [BTreeMap<Vec<u8>, Option<Vec<u8>>>; TREES];

/// An entry of a tree: key and value.
pub(super) type TreeEntry = (IVec, IVec);

pub(super) mod key {
    use super::{Account, IncomingId, OutboxKey, RfrId};

    /// Ends a text in a key: no UTF-8 text contains this byte.
    const END: u8 = 0xff;

    fn text_then(text: &str, rest: &[u8]) -> Vec<u8> {
        [text.as_bytes(), &[END], rest].concat()
    }

    pub(in super::super) fn two_numbers(first: u64, second: u64) -> Vec<u8> {
        [first.to_be_bytes(), second.to_be_bytes()].concat()
    }

    pub(in super::super) fn rfr(id: RfrId) -> Vec<u8> {
        id.0.to_be_bytes().to_vec()
    }

    pub(in super::super) fn closed(last_seq: u64, id: RfrId) -> Vec<u8> {
        two_numbers(u64::MAX - last_seq, id.0)
    }

    /// The prefix of every key of that name or ticket.
    pub(in super::super) fn named(word: &str) -> Vec<u8> {
        text_then(word, &[])
    }

    pub(in super::super) fn name_of(word: &str, id: RfrId) -> Vec<u8> {
        text_then(word, &id.0.to_be_bytes())
    }

    pub(in super::super) fn outbox(key: OutboxKey) -> Vec<u8> {
        [&key.seq.to_be_bytes()[..], &key.index.to_be_bytes()].concat()
    }

    pub(in super::super) fn seen(id: &IncomingId) -> Vec<u8> {
        text_then(&id.network, id.id.as_bytes())
    }

    pub(in super::super) fn seq(seq: u64) -> Vec<u8> {
        seq.to_be_bytes().to_vec()
    }

    pub(in super::super) fn author(account: &Account) -> Vec<u8> {
        account.as_str().as_bytes().to_vec()
    }

    /// The number in the eight bytes of a key or value from `at` on.
    pub(in super::super) fn number(bytes: &[u8], at: usize) -> Option<u64> {
        let bytes = bytes.get(at..at + 8)?;
        Some(u64::from_be_bytes(bytes.try_into().ok()?))
    }
}

/// What a tree must contain.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tally {
    pub(super) entries: u64,
    checksums: u64,
}

impl Tally {
    fn checksum(tree: TreeName, key: &[u8], value: &[u8]) -> u64 {
        let mut hasher = crc32fast::Hasher::new();
        hasher.update(&[tree as u8]);
        hasher.update(&key.len().to_be_bytes());
        hasher.update(key);
        hasher.update(value);
        u64::from(hasher.finalize())
    }

    fn add(&mut self, tree: TreeName, key: &[u8], value: &[u8]) {
        self.entries = self.entries.wrapping_add(1);
        self.checksums = self.checksums.wrapping_add(Self::checksum(tree, key, value));
    }

    fn take(&mut self, tree: TreeName, key: &[u8], value: &[u8]) {
        self.entries = self.entries.wrapping_sub(1);
        self.checksums = self.checksums.wrapping_sub(Self::checksum(tree, key, value));
    }
}

/// How far the database has come, and what it must contain; updated by every transaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Meta {
    version: u32,
    /// The last journal line in the database.
    pub(super) applied: LineId,
    /// Sequence number of the last commit.
    pub(super) last_seq: u64,
    /// The highest number that an RFR ever had.
    pub(super) last_rfr: u64,
    /// One for each tree.
    pub(super) tallies: [Tally; TREES],
}

impl Default for Meta {
    fn default() -> Self {
        Self {
            version: DATABASE_VERSION,
            applied: LineId::default(),
            last_seq: 0,
            last_rfr: 0,
            tallies: [Tally::default(); TREES],
        }
    }
}

/// What a database of any version shows of its journal: read where possible, even if the rest is damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) struct KnownPosition {
    /// The last journal line in it.
    pub(super) applied: LineId,
    /// Sequence number of the last commit.
    pub(super) last_seq: u64,
}

impl From<&Meta> for KnownPosition {
    fn from(meta: &Meta) -> Self {
        Self {
            applied: meta.applied,
            last_seq: meta.last_seq,
        }
    }
}

/// The part of [`Meta`] that every version has.
#[derive(Deserialize)]
struct VersionOnly {
    version: u32,
}

const META: &str = "meta";
const META_KEY: &str = "meta";

/// The open database. Clones share it.
#[derive(Clone, Debug)]
pub(super) struct Trees {
    by_name: Vec<sled::Tree>,
    meta: sled::Tree,
    /// How many entries were read.
    read: Arc<AtomicU64>,
    /// Is a thread flushing what is in memory?
    writing_out: Arc<AtomicBool>,
    /// Dropped last, after the trees.
    sled: sled::Db,
}

impl Trees {
    pub(super) fn get(&self, name: TreeName, key: &[u8]) -> Result<Option<IVec>, StoreError> {
        self.read.fetch_add(1, Relaxed);
        self.by_name[name as usize].get(key).map_err(sled_error)
    }

    /// The entries whose keys start with a prefix, in order; all for an empty prefix.
    pub(super) fn scan(
        &self,
        name: TreeName,
        prefix: &[u8],
    ) -> impl DoubleEndedIterator<Item = Result<TreeEntry, StoreError>> + use<> {
        let read = Arc::clone(&self.read);
        self.by_name[name as usize].scan_prefix(prefix).map(move |entry| {
            read.fetch_add(1, Relaxed);
            entry.map_err(sled_error)
        })
    }

    /// How many entries were read since opening, found or not.
    pub(super) fn entries_read(&self) -> u64 {
        self.read.load(Relaxed)
    }

    /// Applies changes to all trees, completely or not at all; returns how far the database has come then.
    pub(super) fn apply(&self, writes: &Writes, meta: &Meta) -> Result<Meta, StoreError> {
        let trees: Vec<&sled::Tree> = self.by_name.iter().chain([&self.meta]).collect();
        let carried_out = trees.as_slice().transaction(|views| {
            let moved = tallied(writes, meta, |name, key, value| match value {
                Some(value) => views[name as usize].insert(key, value),
                None => views[name as usize].remove(key),
            });
            let moved =
                moved.map_err(|error: UnabortableTransactionError| ConflictableTransactionError::from(error))?;
            let bytes = stored::encode(&moved).map_err(ConflictableTransactionError::Abort)?;
            views[TREES].insert(META_KEY, bytes)?;
            Ok(moved)
        });
        carried_out.map_err(|error| match error {
            TransactionError::Abort(error) => error,
            TransactionError::Storage(error) => sled_error(error),
        })
    }

    /// Applies the same changes much faster, for a rebuild: a crash in between leaves a database whose tallies do not
    /// fit, and which is rebuilt again.
    pub(super) fn fill(&self, writes: &Writes, meta: &Meta) -> Result<Meta, StoreError> {
        let moved = tallied(writes, meta, |name, key, value| match value {
            Some(value) => self.by_name[name as usize].insert(key, value),
            None => self.by_name[name as usize].remove(key),
        });
        let moved = moved.map_err(sled_error)?;
        self.meta
            .insert(META_KEY, stored::encode(&moved)?)
            .map_err(sled_error)?;
        Ok(moved)
    }

    /// Flushes everything, with a time limit: after a full disk sled may wait for ever.
    pub(super) fn flush(&self) -> Result<(), StoreError> {
        let began = Instant::now();
        while self.writing_out.load(Relaxed) && began.elapsed() < FLUSH_TIMEOUT {
            std::thread::sleep(Duration::from_millis(1));
        }
        let (done, waiting) = std::sync::mpsc::channel();
        let sled = self.sled.clone();
        let flushing = std::thread::Builder::new().name("flush".to_owned()).spawn(move || {
            // After a timeout the receiver is gone.
            let _ = done.send(sled.flush().map(|_| ()).map_err(sled_error));
        });
        match flushing {
            Ok(_) => waiting
                .recv_timeout(FLUSH_TIMEOUT)
                .unwrap_or_else(|_| Err(sled_error("it does not end to write"))),
            Err(error) => Err(sled_error(error)),
        }
    }

    /// Starts flushing what is in memory, without waiting. What a crash loses is applied again from the journal.
    pub(super) fn flush_beside(&self) {
        if self.writing_out.swap(true, Relaxed) {
            return;
        }
        let (sled, writing_out) = (self.sled.clone(), self.writing_out.clone());
        let flushing = std::thread::Builder::new().name("flush".to_owned()).spawn(move || {
            if let Err(error) = sled.flush() {
                tracing::warn!(%error, "the database was not written out; the journal has it all");
            }
            drop(sled);
            writing_out.store(false, Relaxed);
        });
        if let Err(error) = flushing {
            self.writing_out.store(false, Relaxed);
            tracing::warn!(%error, "the database was not written out; the journal has it all");
        }
    }

    /// Never closes the database in this process: after a full disk, dropping it would wait for ever.
    pub(super) fn abandon(&self) {
        std::mem::forget(self.clone());
    }

    /// What is wrong with the contents of these trees, if anything; else how far the database has come.
    fn check(&self, trees: &[TreeName], known: &mut Option<KnownPosition>) -> Result<Meta, OpenFailure> {
        let bytes = self.meta.get(META_KEY).map_err(|error| error.to_string())?;
        let Some(bytes) = bytes else {
            if self.by_name.iter().all(sled::Tree::is_empty) {
                return Ok(Meta::default());
            }
            return Err("it does not say how far it has come".to_owned().into());
        };
        *known = serde_json::from_slice(&bytes).ok();
        if let Ok(VersionOnly { version }) = serde_json::from_slice(&bytes) {
            match version.cmp(&DATABASE_VERSION) {
                Ordering::Greater => return Err(OpenFailure::Newer(version)),
                Ordering::Less => return Err(OpenFailure::Unusable(Unusable::Older(version))),
                Ordering::Equal => {}
            }
        }
        let meta: Meta =
            serde_json::from_slice(&bytes).map_err(|error| format!("it does not say what it must hold: {error}"))?;
        for &name in trees {
            let mut tally = Tally::default();
            for entry in &self.by_name[name as usize] {
                let (key, value) = entry.map_err(|why| format!("its tree `{}` cannot be read: {why}", name.name()))?;
                tally.add(name, &key, &value);
            }
            let due = meta.tallies[name as usize];
            if tally != due {
                return Err(format!(
                    "its tree `{}` holds {} and should hold {}, or other ones",
                    name.name(),
                    count(tally.entries, "entry", "entries"),
                    due.entries
                )
                .into());
            }
        }
        Ok(meta)
    }
}

/// Replaces every value and updates the tallies by the old and the new one.
fn tallied<E>(
    writes: &Writes,
    meta: &Meta,
    mut exchange: impl FnMut(TreeName, &[u8], Option<&[u8]>) -> Result<Option<IVec>, E>,
) -> Result<Meta, E> {
    let mut meta = meta.clone();
    for name in TreeName::ALL {
        let tally = &mut meta.tallies[name as usize];
        for (key, value) in &writes[name as usize] {
            if let Some(old) = exchange(name, key, value.as_deref())? {
                tally.take(name, key, &old);
            }
            if let Some(value) = value {
                tally.add(name, key, value);
            }
        }
    }
    Ok(meta)
}

/// Opens the database of a store, creating it if missing, and checks that it is intact.
///
/// The inner error says why it is unusable. sled panics on a damaged file, so panics are caught here.
pub(super) fn open(store: &Path) -> Result<Result<(Trees, Meta), No>, StoreError> {
    let path = folder::database_path(store);
    folder::make_folder(&path)?;
    // What is read at every start is recounted at every start.
    let to_check: &[TreeName] = if seal::fits(store) {
        &[TreeName::Open, TreeName::Outbox, TreeName::Focus, TreeName::Facts]
    } else {
        &TreeName::ALL
    };
    let mut known = None;
    let opened = std::panic::catch_unwind(AssertUnwindSafe(|| {
        let trees = open_sled(&path)?;
        let meta = trees.check(to_check, &mut known)?;
        Ok((trees, meta))
    }));
    let opened = match opened {
        Ok(Err(OpenFailure::Io(source))) => return Err(io_error("cannot open the database in", &path)(source)),
        Ok(Err(OpenFailure::Newer(found))) => {
            return Err(StoreError::Newer {
                folder: store.to_owned(),
                found,
                known: DATABASE_VERSION,
            });
        }
        Ok(Err(OpenFailure::Unusable(why))) => Err(why),
        Ok(Ok(opened)) => Ok(opened),
        Err(panic) => Err(Unusable::Damaged(format!(
            "sled gave it up: {}",
            panic_words(panic.as_ref())
        ))),
    };
    if opened.is_ok() {
        folder::close_to_others(&path)?;
    }
    Ok(opened.map_err(|why| No { why, known }))
}

/// How far a store's database says it has come, whatever else is wrong with it. Writes to it, so use a copy.
pub(super) fn known(store: &Path) -> Option<KnownPosition> {
    let read = || {
        let trees = open_sled(&folder::database_path(store)).ok()?;
        serde_json::from_slice(&trees.meta.get(META_KEY).ok()??).ok()
    };
    std::panic::catch_unwind(AssertUnwindSafe(read)).ok().flatten()
}

/// An unusable database.
#[derive(Debug)]
pub(super) struct No {
    pub(super) why: Unusable,
    /// What it knew, if that can still be read.
    pub(super) known: Option<KnownPosition>,
}

/// Why a database must be rebuilt from the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unusable {
    /// It cannot be trusted, for this reason.
    Damaged(String),
    /// Written by an older program, with this version.
    Older(u32),
}

impl std::fmt::Display for Unusable {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Damaged(why) => out.write_str(why),
            Self::Older(version) => write!(
                out,
                "it has version {version}, and this program keeps version {DATABASE_VERSION}"
            ),
        }
    }
}

enum OpenFailure {
    /// A system error (disk space, permissions): the database may be sound.
    Io(std::io::Error),
    /// It must be rebuilt.
    Unusable(Unusable),
    /// Written by a newer program, with this version.
    Newer(u32),
}

impl From<String> for OpenFailure {
    fn from(what: String) -> Self {
        Self::Unusable(Unusable::Damaged(what))
    }
}

impl From<sled::Error> for OpenFailure {
    fn from(error: sled::Error) -> Self {
        use std::io::ErrorKind::{InvalidData, Other, UnexpectedEof};
        let said = error.to_string();
        if let sled::Error::Io(source) = error
            && !matches!(source.kind(), Other | UnexpectedEof | InvalidData)
        {
            Self::Io(source)
        } else {
            Self::from(said)
        }
    }
}

fn open_sled(path: &Path) -> Result<Trees, OpenFailure> {
    room::check_for_opening(path).map_err(OpenFailure::Io)?;
    let config = sled::Config::new()
        .path(path)
        .cache_capacity(CACHE_BYTES)
        // sled's own flush thread would wake up twice a second for ever; the writer flushes when there is something.
        .flush_every_ms(None);
    // The store's lock keeps other processes out, so a busy file is one that this process has just closed: sled's
    // threads finish a moment later.
    let began = Instant::now();
    let sled = loop {
        match config.open() {
            Err(error) if error.to_string().contains("could not acquire lock") && began.elapsed() < RELEASE_TIMEOUT => {
                std::thread::sleep(Duration::from_millis(10));
            }
            opened => break opened?,
        }
    };
    let mut by_name = Vec::with_capacity(TREES);
    for name in TreeName::ALL {
        by_name.push(sled.open_tree(name.name())?);
    }
    let meta = sled.open_tree(META)?;
    Ok(Trees {
        by_name,
        meta,
        read: Arc::default(),
        writing_out: Arc::default(),
        sled,
    })
}
