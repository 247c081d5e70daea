//! Restores what a journal lost from the last records that the database keeps: byte for byte, or not at all.

use super::error::io_error;
use super::journal::cut_off;
use super::lines::{SEGMENT_BYTES, Segment, segments, write_line};
use super::stored;
use super::whole::{follow, read_all};
use super::witness::{self, Memory};
use super::{StoreError, folder};
use crate::rfr::Origin;
use crate::text::count;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// What was restored.
#[derive(Debug)]
pub struct Recovered {
    /// How many records, including delivery marks.
    pub records: u64,
    /// The changes, oldest first.
    pub changes: Vec<Origin>,
    /// Where a copy of the previous journal is, if there was one.
    pub kept: Option<PathBuf>,
    /// What was cut off its end, if it was torn.
    pub torn: Option<String>,
}

/// Writes the records that the journal lost, and the database still has, back into the journal. Keeps a copy of the
/// journal beside it. `None` if the journal has everything that the database knows.
pub fn recover(store: &Path) -> Result<Option<Recovered>, StoreError> {
    let lock = folder::lock(store)?;
    let journal = folder::journal_path(store);
    let found = segments(&journal)?;
    let whole = read_all(&found)?;
    let Some(memory) = Memory::of(store)? else {
        return Err(StoreError::NothingRemembered {
            folder: store.to_owned(),
        });
    };
    match witness::judge(store, &found, Some(memory.known), &whole) {
        Ok(()) => return Ok(None),
        Err(StoreError::LostRecords { .. } | StoreError::JournalMissing { .. }) => {}
        Err(other) => return Err(other),
    }
    let missing = missing(store, &found, whole.report().records, whole.last_seq, &memory)?;
    let kept = if journal.exists() {
        let kept = folder::new_folder(store, "journal.before-recovery")?;
        witness::copy(&journal, &kept)?;
        for name in folder::names_in(&kept)? {
            let path = kept.join(name);
            File::open(&path)
                .and_then(|file| file.sync_all())
                .map_err(io_error("cannot sync", &path))?;
        }
        folder::sync_folder(&kept)?;
        Some(kept)
    } else {
        None
    };
    folder::make_folder(&journal)?;
    let torn = match &whole.torn {
        Some(torn) => Some(cut_off(&journal, torn, whole.report().records + 1)?),
        None => None,
    };
    write_back(&journal, whole.place.clone(), &missing)?;
    folder::sync_folder(store)?;
    folder::belong_to_the_owner(store)?;
    let after = read_all(&segments(&journal)?)?.report();
    let due = memory.known;
    if (after.records, after.last_seq) != (due.applied.line, due.last_seq) {
        return Err(StoreError::Database {
            what: format!(
                "{} there after writing back, and {} should be",
                count(after.records, "record is", "records are"),
                due.applied.line
            ),
        });
    }
    drop(lock);
    Ok(Some(Recovered {
        records: missing.len() as u64,
        changes: memory.changes_after(whole.last_seq),
        kept,
        torn,
    }))
}

/// The records after the journal's last one, each with its line: all of them, intact and in order, or an error.
fn missing<'a>(
    store: &Path,
    found: &[Segment],
    records: u64,
    mut last_seq: u64,
    memory: &'a Memory,
) -> Result<Vec<(u64, &'a [u8])>, StoreError> {
    let other_history = |line| StoreError::OtherHistory {
        folder: store.to_owned(),
        line,
    };
    if let (Some(remembered), Some((_, record))) = (memory.records.get(&records), witness::line_at(found, records)?)
        && remembered.1 != record
    {
        return Err(other_history(records));
    }
    let mut missing = Vec::new();
    for line in records + 1..=memory.known.applied.line {
        let Some((_, bytes)) = memory.records.get(&line) else {
            return Err(StoreError::NotRemembered {
                folder: store.to_owned(),
                line,
                first: memory.records.keys().find(|kept| **kept > line).copied(),
                last: memory.known.applied.line,
            });
        };
        let record = stored::record(line, bytes)?;
        last_seq = follow(&record, last_seq).map_err(|_| other_history(line))?;
        missing.push((line, bytes.as_slice()));
    }
    let last = missing
        .last()
        .map(|(line, bytes)| write_line(&mut Vec::new(), *line, bytes));
    if last.is_some_and(|crc| crc != memory.known.applied.crc) {
        return Err(other_history(memory.known.applied.line));
    }
    Ok(missing)
}

/// Appends the records.
fn write_back(journal: &Path, place: Option<(Segment, u64)>, missing: &[(u64, &[u8])]) -> Result<(), StoreError> {
    let mut at = place;
    let mut text = Vec::new();
    for (line, record) in missing {
        let is_full = |(_, length): &(Segment, u64)| length + text.len() as u64 >= SEGMENT_BYTES;
        if at.as_ref().is_none_or(is_full) {
            append(at.take(), &mut text)?;
            let segment = Segment::new(journal, *line);
            folder::new_file(&segment.path)?;
            at = Some((segment, 0));
        }
        write_line(&mut text, *line, record);
    }
    append(at, &mut text)?;
    folder::sync_folder(journal)
}

fn append(at: Option<(Segment, u64)>, text: &mut Vec<u8>) -> Result<(), StoreError> {
    if let Some((Segment { path, .. }, _)) = at {
        let file = OpenOptions::new().append(true).open(&path);
        file.and_then(|mut file| file.write_all(text).and_then(|()| file.sync_all()))
            .map_err(io_error("cannot write", &path))?;
    }
    text.clear();
    Ok(())
}
