//! A second copy of the journal's last records, beside the database: what a journal lost can be restored from here,
//! byte for byte.
//!
//! Two files of the journal's own lines, in the database's folder: one is written to, and when it is long enough it
//! replaces the other. They are not synced: they serve the case that a journal was cut or replaced on a sound disk.
//! Only [`super::recover()`] and [`super::witness`] read them.

use super::StoreError;
use super::error::io_error;
use super::folder;
use super::lines::{LineId, read_line, write_line};
use super::stored::{self, Record};
use super::trees::KnownPosition;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A file with this many records, or of this size, is followed by a new one.
const RECORDS: u64 = 512;
const BYTES: usize = 512 * 1024;

/// Records by line, each with its line's checksum.
pub(super) type Records = BTreeMap<u64, (u32, Vec<u8>)>;

/// The writing side.
#[derive(Debug)]
pub(super) struct RecentFile {
    database: PathBuf,
    file: Option<File>,
    records: u64,
    bytes: usize,
}

fn newer(database: &Path) -> PathBuf {
    database.join("recent.jsonl")
}

fn older(database: &Path) -> PathBuf {
    database.join("recent.older.jsonl")
}

/// The records kept beside a database that follow each other without a gap, up to the last one.
pub(super) fn read(database: &Path) -> Records {
    let mut records = Records::new();
    for path in [older(database), newer(database)] {
        let bytes = std::fs::read(path).unwrap_or_default();
        for line in bytes.split_inclusive(|byte| *byte == b'\n') {
            // Incomplete or damaged lines count as missing.
            let Some(Ok((line, crc, record))) = line.strip_suffix(b"\n").map(read_line) else {
                break;
            };
            if records.last_key_value().is_some_and(|(last, _)| last + 1 != line) {
                records.clear();
            }
            records.insert(line, (crc, record.to_vec()));
        }
    }
    records
}

/// What these records show of the journal.
pub(super) fn known(records: &Records) -> Option<KnownPosition> {
    let (line, (crc, _)) = records.last_key_value()?;
    let last_seq = records
        .iter()
        .rev()
        .find_map(|(line, (_, record))| match stored::record(*line, record) {
            Ok(Record::Commit(commit)) => Some(commit.origin.seq),
            Ok(Record::Delivered(_)) | Err(_) => None,
        })?;
    let applied = LineId { line: *line, crc: *crc };
    Some(KnownPosition { applied, last_seq })
}

impl RecentFile {
    /// For the database of a store whose journal ends with these lines: continues the kept records, or starts again
    /// with them.
    pub(super) fn after(store: &Path, last_lines: &[(u64, Vec<u8>)]) -> Self {
        let database = folder::database_path(store);
        let kept = read(&database);
        let mut recent = Self {
            database,
            file: None,
            records: RECORDS,
            bytes: 0,
        };
        let follows = kept.last_key_value().and_then(|(last, (_, record))| {
            let at = last_lines.iter().position(|(line, _)| line == last)?;
            (*record == last_lines[at].1).then_some(at + 1)
        });
        let lacking = match follows {
            Some(at) if recent.go_on().is_ok() => &last_lines[at..],
            Some(_) | None => {
                recent.forget();
                last_lines
            }
        };
        recent.add(lacking.iter().map(|(line, record)| (*line, record.as_slice())));
        recent
    }

    /// Reopens the file written last, dropping an incomplete last line.
    fn go_on(&mut self) -> std::io::Result<()> {
        let path = newer(&self.database);
        let whole = std::fs::read(&path)?;
        let length = whole.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let file = File::options().append(true).open(&path)?;
        file.set_len(length as u64)?;
        self.records = whole[..length].split_inclusive(|byte| *byte == b'\n').count() as u64;
        self.bytes = length;
        self.file = Some(file);
        Ok(())
    }

    /// Adds records now in the database. A failure costs these copies, and nothing else.
    pub(super) fn add<'a>(&mut self, records: impl Iterator<Item = (u64, &'a [u8])>) {
        let mut text = Vec::new();
        let mut number = 0;
        let mut written = Ok(());
        for (line, record) in records {
            write_line(&mut text, line, record);
            number += 1;
            if written.is_ok() && (number >= RECORDS || text.len() >= BYTES) {
                written = self.write(&text, number);
                text.clear();
                number = 0;
            }
        }
        if written.is_ok() && number > 0 {
            written = self.write(&text, number);
        }
        if let Err(error) = written {
            tracing::warn!(%error, "the last records cannot be kept beside the database");
            self.forget();
        }
    }

    fn write(&mut self, text: &[u8], number: u64) -> Result<(), StoreError> {
        let path = newer(&self.database);
        if self.records >= RECORDS || self.bytes >= BYTES || self.file.is_none() {
            if path.exists() {
                std::fs::rename(&path, older(&self.database)).map_err(io_error("cannot rename", &path))?;
            }
            self.file = Some(folder::new_file(&path)?);
            self.records = 0;
            self.bytes = 0;
        }
        if let Some(file) = &mut self.file {
            file.write_all(text).map_err(io_error("cannot write", &path))?;
        }
        self.records += number;
        self.bytes += text.len();
        Ok(())
    }

    /// Starts again, so that there is never a gap.
    fn forget(&mut self) {
        self.file = None;
        for path in [older(&self.database), newer(&self.database)] {
            // Missing already, or undeletable: reading detects a gap anyway.
            let _ = std::fs::remove_file(path);
        }
    }
}
