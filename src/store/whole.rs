//! Reads a whole journal, checking every record.

use super::StoreError;
use super::error::io_error;
use super::folder;
use super::lines::{JournalLines, NextLine, Segment, Torn, segments};
use super::stored::{self, Record};
use crate::text::count;
use std::path::Path;

/// What a store contains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalReport {
    /// Number of journal files.
    pub segments: usize,
    /// Number of all records.
    pub records: u64,
    /// Sequence number of the last commit, and so the number of commits.
    pub last_seq: u64,
    /// Does the journal end in an incompletely written line? Opening the store cuts it off.
    pub torn: bool,
}

impl JournalReport {
    /// `3 changes in 5 records`.
    pub fn in_words(&self) -> String {
        format!(
            "{} in {}",
            count(self.last_seq, "change", "changes"),
            count(self.records, "record", "records")
        )
    }
}

/// Reads the whole journal of a store and checks every record. Changes nothing, and may run beside an open store.
pub fn verify(store: &Path) -> Result<JournalReport, StoreError> {
    Ok(read_all(&existing_segments(store)?)?.report())
}

/// What [`read_all`] found.
pub(super) struct Whole {
    segments: usize,
    records: u64,
    /// Sequence number of the last commit.
    pub(super) last_seq: u64,
    /// The torn line at the end.
    pub(super) torn: Option<Torn>,
    /// Where the next line will be.
    pub(super) place: Option<(Segment, u64)>,
}

impl Whole {
    pub(super) fn report(&self) -> JournalReport {
        JournalReport {
            segments: self.segments,
            records: self.records,
            last_seq: self.last_seq,
            torn: self.torn.is_some(),
        }
    }
}

/// Reads and checks every record of a journal.
pub(super) fn read_all(segments: &[Segment]) -> Result<Whole, StoreError> {
    let mut whole = Whole {
        segments: segments.len(),
        records: 0,
        last_seq: 0,
        torn: None,
        place: None,
    };
    let Some(mut lines) = JournalLines::from_segment(segments, 0)? else {
        return Ok(whole);
    };
    loop {
        match lines.next()? {
            NextLine::Line(id, bytes, _) => {
                let record = stored::record(id.line, bytes)?;
                whole.last_seq = follow(&record, whole.last_seq).map_err(|what| lines.damaged(what))?;
                whole.records = id.line;
            }
            NextLine::End => break,
            NextLine::Torn(torn) => {
                whole.torn = Some(torn);
                break;
            }
        }
    }
    whole.place = Some(lines.place());
    Ok(whole)
}

pub(super) fn existing_segments(store: &Path) -> Result<Vec<Segment>, StoreError> {
    let journal = folder::journal_path(store);
    if !journal.exists() && folder::database_path(store).exists() {
        return Ok(Vec::new());
    }
    // Reports a missing folder.
    journal.metadata().map_err(io_error(
        "there is no store (is `data` in the config the right folder?): cannot read the journal",
        &journal,
    ))?;
    segments(&journal)
}

/// Commits are numbered without gaps, independently of journal lines: the number of the last one after this record.
pub(super) fn follow(record: &Record, last_seq: u64) -> Result<u64, String> {
    match record {
        Record::Commit(commit) if commit.origin.seq == last_seq + 1 => Ok(commit.origin.seq),
        Record::Commit(commit) => Err(format!("change {} follows change {last_seq}", commit.origin.seq)),
        Record::Delivered(_) => Ok(last_seq),
    }
}
