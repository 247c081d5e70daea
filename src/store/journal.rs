//! The one writer: appends to the journal, syncs, then moves the database.

use super::changes::Changes;
use super::database::Shared;
use super::error::io_error;
use super::folder;
use super::lines::{Position, SEGMENT_BYTES, Segment, write_line};
use super::room;
use super::stored::{self, Record};
use super::trees::Meta;
use super::{Commit, DeliveryMark, StoreError};
use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

/// The writing end of the store. There is one for each open store, and it cannot be copied.
#[derive(Debug)]
pub struct Journal {
    shared: Arc<Shared>,
    meta: Meta,
    folder: PathBuf,
    segment: Segment,
    file: File,
    /// How long the segment's good part is; it never holds more, except while it is being written.
    length: u64,
    next_line: u64,
    /// Why nothing more is written, after a failure that left it open what is on the disk.
    stopped: Option<String>,
}

impl Journal {
    /// Goes on after the last good line.
    pub(super) fn new(
        shared: Arc<Shared>,
        meta: Meta,
        folder: PathBuf,
        (segment, length): (Segment, u64),
        next_line: u64,
    ) -> Result<Self, StoreError> {
        let file = OpenOptions::new()
            .append(true)
            .open(&segment.path)
            .map_err(io_error("cannot open", &segment.path))?;
        Ok(Self {
            shared,
            meta,
            folder,
            segment,
            file,
            length,
            next_line,
            stopped: None,
        })
    }

    /// Keeps these commits: when this returns `Ok` they survive a power cut, and readers see them.
    ///
    /// They are written together and synced once. On an error none of them is kept, except after
    /// [`StoreError::Stopped`] (only a restart tells) and [`StoreError::Database`] (the journal has them, and a
    /// restart applies them); from then on nothing more is taken.
    pub fn commit(&mut self, commits: &[Commit]) -> Result<(), StoreError> {
        if commits.is_empty() {
            return Ok(());
        }
        self.may_write()?;
        for (expected, commit) in (self.meta.last_seq + 1..).zip(commits) {
            let found = commit.origin.seq;
            if found != expected {
                return Err(StoreError::WrongSequence { expected, found });
            }
        }
        let mut records = Vec::with_capacity(commits.len());
        for commit in commits {
            records.push((Record::Commit(commit.clone()), stored::commit_bytes(commit)?));
        }
        self.keep(&records, true)
    }

    /// Keeps how far deliveries have come. It survives the end of the program, but it is not synced: after a power
    /// cut something may be sent again.
    pub fn mark(&mut self, marks: &[DeliveryMark]) -> Result<(), StoreError> {
        if marks.is_empty() {
            return Ok(());
        }
        self.may_write()?;
        let mut records = Vec::with_capacity(marks.len());
        for mark in marks {
            records.push((Record::Delivered(mark.clone()), stored::mark_bytes(mark)?));
        }
        self.keep(&records, false)
    }

    fn may_write(&self) -> Result<(), StoreError> {
        match &self.stopped {
            Some(why) => Err(StoreError::Stopped { why: why.clone() }),
            None => Ok(()),
        }
    }

    fn keep(&mut self, records: &[(Record, Vec<u8>)], sync: bool) -> Result<(), StoreError> {
        let bytes = records.iter().map(|(_, record)| record.len() as u64).sum();
        room::check(&self.folder, bytes).map_err(|source| StoreError::NotWritten { source })?;
        if self.length >= SEGMENT_BYTES {
            self.begin_segment()?;
        }
        let mut bytes = Vec::new();
        let mut positions = Vec::with_capacity(records.len());
        for (line, (_, record)) in (self.next_line..).zip(records) {
            let offset = self.length + bytes.len() as u64;
            let crc = write_line(&mut bytes, line, record);
            positions.push(Position {
                line,
                segment: self.segment.first,
                offset,
                crc,
            });
        }
        self.append(&bytes)?;
        if sync && let Err(error) = self.file.sync_data() {
            // After a failed sync the system may have dropped what it could not write, and say so only once.
            return Err(self.stop(format!("the journal could not be synced: {error}")));
        }
        self.length += bytes.len() as u64;
        self.next_line += records.len() as u64;
        // Should the database fail or even panic, what is kept must be read back before anything is added.
        self.stopped = Some("the database did not take a change that the journal holds".to_owned());
        let mut changes = Changes::new(&self.shared.trees, self.meta.clone());
        for (position, (record, _)) in positions.into_iter().zip(records) {
            changes.add(position, record)?;
        }
        self.meta = changes.carry_out()?;
        self.stopped = None;
        self.shared.moved(&self.meta);
        Ok(())
    }

    /// Writes at the end of the segment; on an error the segment is as before.
    fn append(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        let Err(source) = self.file.write_all(bytes) else {
            return Ok(());
        };
        let taken_back = self.file.set_len(self.length).and_then(|()| self.file.sync_all());
        match taken_back {
            Ok(()) => Err(StoreError::NotWritten { source }),
            Err(error) => Err(self.stop(format!(
                "the journal could not be written ({source}), nor what was written of it be taken back: {error}"
            ))),
        }
    }

    fn begin_segment(&mut self) -> Result<(), StoreError> {
        // Delivery marks at the end may not be synced yet, and a torn line may only stand in the last segment.
        if let Err(error) = self.file.sync_all() {
            return Err(self.stop(format!("the journal could not be synced: {error}")));
        }
        let segment = Segment::new(&self.folder, self.next_line);
        let file = folder::new_file(&segment.path).map_err(not_written)?;
        if let Err(error) = folder::sync_folder(&self.folder) {
            return Err(self.stop(error.to_string()));
        }
        self.segment = segment;
        self.file = file;
        self.length = 0;
        Ok(())
    }

    fn stop(&mut self, why: String) -> StoreError {
        self.stopped = Some(why.clone());
        StoreError::Stopped { why }
    }
}

fn not_written(error: StoreError) -> StoreError {
    match error {
        StoreError::Io { source, .. } => StoreError::NotWritten { source },
        other => StoreError::NotWritten {
            source: io::Error::other(other),
        },
    }
}
