//! The database as a witness against its journal: it knows how far the journal had come.
//!
//! The database follows the journal. So a database that knows more proves that the journal lost something: it was
//! truncated, emptied, or replaced by an older copy. Then nothing is changed, since the database may hold the only
//! copy.

use super::error::io_error;
use super::lines::{JournalLines, NextLine, Segment};
use super::recent::{self, Records};
use super::stored::{self, Record};
use super::trees::{self, KnownPosition};
use super::whole::Whole;
use super::{StoreError, folder};
use crate::rfr::Origin;
use std::path::{Path, PathBuf};

/// How many records before the end are compared.
const COMPARED: u64 = 64;

/// Changes that a journal lost.
#[derive(Debug)]
pub struct Lost {
    /// What is wrong, and what to do.
    pub error: StoreError,
    /// Numbers of the first and the last lost change; `None` if the journal is of another history.
    pub changes: Option<(u64, u64)>,
    /// Those of them whose records the database still has, oldest first.
    pub remembered: Vec<Origin>,
}

/// What the database of a store knows; read from a copy, so that the store is not touched.
pub(super) struct DatabaseMemory {
    pub(super) known: KnownPosition,
    /// The last records.
    pub(super) records: Records,
}

impl DatabaseMemory {
    /// `None` if there is no database, or it does not say how far it has come.
    pub(super) fn of(store: &Path) -> Result<Option<Self>, StoreError> {
        let database = folder::database_path(store);
        if !database.exists() {
            return Ok(None);
        }
        let scratch = Scratch::new()?;
        copy(&database, &folder::database_path(scratch.path()))?;
        let read = trees::known(scratch.path());
        folder::wait_until_released(&folder::database_path(scratch.path()));
        let records = recent::read(&database);
        let known = read
            .filter(|known| known.last_seq > 0)
            .or_else(|| recent::known(&records));
        Ok(known.map(|known| Self { known, records }))
    }

    /// The changes after that one whose records are still there.
    pub(super) fn changes_after(&self, seq: u64) -> Vec<Origin> {
        let records = self.records.iter();
        let changes = records.filter_map(|(line, (_, bytes))| match stored::record(*line, bytes) {
            Ok(Record::Commit(commit)) => Some(commit.origin),
            Ok(Record::Delivered(_)) | Err(_) => None,
        });
        changes.filter(|origin| origin.seq > seq).collect()
    }
}

/// Does the journal have everything that its database knows? Delivery marks do not count: they are not synced, and a
/// power cut may lose them.
pub(super) fn judge(
    store: &Path,
    segments: &[Segment],
    known: Option<KnownPosition>,
    whole: &Whole,
) -> Result<(), StoreError> {
    let Some(known) = known else { return Ok(()) };
    if known.last_seq == 0 {
        return Ok(());
    }
    let report = whole.report();
    if report.records == 0 {
        return Err(StoreError::JournalMissing {
            folder: store.to_owned(),
            database: folder::database_path(store),
        });
    }
    if known.last_seq > report.last_seq {
        let (segment, offset) = whole.place.clone().unwrap_or((Segment::new(store, 1), 0));
        return Err(StoreError::LostRecords {
            folder: store.to_owned(),
            file: segment.path,
            offset,
            torn: report.torn,
            journal_seq: report.last_seq,
            database_seq: known.last_seq,
        });
    }
    // A delivery mark may be the same in two histories: every record that both have must match.
    let records = recent::read(&folder::database_path(store));
    let applied = known.applied;
    let remembered = |line| match records.get(&line) {
        Some((crc, _)) if line != applied.line => Some(*crc),
        Some(_) | None => (line == applied.line).then_some(applied.crc),
    };
    let last = applied.line.min(report.records);
    let first = last.saturating_sub(COMPARED).max(1);
    let mut differs = None;
    if let Some(mut lines) = JournalLines::from_segment_of(segments, first)? {
        while let NextLine::Line(id, ..) = lines.next()? {
            if id.line > last {
                break;
            }
            if id.line >= first && remembered(id.line).is_some_and(|crc| crc != id.crc) {
                differs = Some(id.line);
            }
        }
    }
    match differs {
        None => Ok(()),
        Some(line) => Err(StoreError::OtherHistory {
            folder: store.to_owned(),
            line,
        }),
    }
}

/// The checksum and the record of that line, if the (sound) journal is that long.
pub(super) fn line_at(segments: &[Segment], line: u64) -> Result<Option<(u32, Vec<u8>)>, StoreError> {
    let Some(mut lines) = JournalLines::from_segment_of(segments, line)? else {
        return Ok(None);
    };
    while let NextLine::Line(id, record, _) = lines.next()? {
        if id.line == line {
            return Ok(Some((id.crc, record.to_vec())));
        }
    }
    Ok(None)
}

/// The same for a store that nobody has open; if a bot has it open, that bot knows.
pub(super) fn ask(store: &Path, segments: &[Segment], whole: &Whole) -> Result<(), StoreError> {
    let Ok(_lock) = folder::lock_now(store) else {
        return Ok(());
    };
    let known = DatabaseMemory::of(store)?.map(|memory| memory.known);
    judge(store, segments, known, whole)
}

/// A folder that is removed when dropped.
pub(super) struct Scratch(PathBuf);

impl Scratch {
    pub(super) fn new() -> Result<Self, StoreError> {
        folder::new_folder(&std::env::temp_dir(), "rfrbot-verify").map(Self)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            tracing::warn!(%error, folder = %self.0.display(), "a copy that served verifying is left behind");
        }
    }
}

/// Copies a folder recursively.
pub(super) fn copy(from: &Path, to: &Path) -> Result<(), StoreError> {
    folder::make_folder(to)?;
    for name in folder::names_in(from)? {
        let (from, to) = (from.join(&name), to.join(&name));
        if from.is_dir() {
            copy(&from, &to)?;
        } else {
            std::fs::copy(&from, &to).map_err(io_error("cannot copy", &from))?;
        }
    }
    Ok(())
}
