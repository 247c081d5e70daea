//! The single writer: appends to the journal and syncs, which is the acknowledgement. The database follows when there
//! is nothing more urgent to do, or when somebody reads it.

use super::StoreError;
use super::behind::Behind;
use super::database::Shared;
use super::error::io_error;
use super::folder;
use super::lines::{LineId, SEGMENT_BYTES, Segment, Torn, write_line};
use super::room;
use super::stored::{self, Record};
use crate::record::{Commit, DeliveryMark};
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Write access to the store. There is one for each open store, and it cannot be cloned.
#[derive(Debug)]
pub struct Journal {
    shared: Arc<Shared>,
    last_seq: u64,
    folder: PathBuf,
    segment: Segment,
    file: File,
    /// Length of the segment's valid part; the file is never longer, except while it is being written.
    length: u64,
    next_line: u64,
    syncs: u64,
    /// Why nothing more is written, after a failure that left the state of the disk unknown.
    stopped: Option<String>,
}

impl Journal {
    /// Continues after the last valid line.
    pub(super) fn new(
        shared: Arc<Shared>,
        last_seq: u64,
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
            last_seq,
            folder,
            segment,
            file,
            length,
            next_line,
            syncs: 0,
            stopped: None,
        })
    }

    /// Keeps these commits: when this returns `Ok`, they survive a power cut, and readers see them.
    ///
    /// They are written together and synced once. On an error none of them is kept, except after
    /// [`StoreError::Stopped`] (only a restart tells). If the database later fails to follow, nothing more is accepted,
    /// and a restart applies what the journal has.
    pub fn commit(&mut self, commits: &[Commit]) -> Result<(), StoreError> {
        if commits.is_empty() {
            return Ok(());
        }
        self.may_write()?;
        for (expected, commit) in (self.last_seq + 1..).zip(commits) {
            let found = commit.origin.seq;
            if found != expected {
                return Err(StoreError::WrongSequence { expected, found });
            }
        }
        let mut records = Vec::with_capacity(commits.len());
        for commit in commits {
            records.push((Record::Commit(commit.clone()), stored::commit_bytes(commit)?));
        }
        let last_seq = self.last_seq + commits.len() as u64;
        self.keep(records, true)?;
        self.last_seq = last_seq;
        Ok(())
    }

    /// Records delivery progress. It survives the end of the program but is not synced: after a power cut something may
    /// be sent again.
    pub fn mark(&mut self, marks: &[DeliveryMark]) -> Result<(), StoreError> {
        if marks.is_empty() {
            return Ok(());
        }
        self.may_write()?;
        let mut records = Vec::with_capacity(marks.len());
        for mark in marks {
            records.push((Record::Delivered(mark.clone()), stored::mark_bytes(mark)?));
        }
        self.keep(records, false)
    }

    /// How often the journal was synced since opening: the real cost of a change.
    pub fn syncs(&self) -> u64 {
        self.syncs
    }

    /// How many records of the journal the database does not have yet.
    pub fn behind(&self) -> usize {
        self.shared.behind.records()
    }

    /// Brings the database up to the journal. Call it when there is nothing more urgent to do; reading does it, too, so
    /// that readers see every commit.
    pub fn settle(&self) -> Result<(), StoreError> {
        self.shared.settle()
    }

    /// Starts flushing what the database holds in memory, without waiting: after a crash less must be applied again.
    pub fn write_out(&self) {
        self.shared.trees.flush_beside();
    }

    fn may_write(&self) -> Result<(), StoreError> {
        match self.stopped.clone().or_else(|| self.shared.behind.failure()) {
            Some(why) => Err(StoreError::Stopped { why, in_doubt: false }),
            None => Ok(()),
        }
    }

    fn keep(&mut self, records: Vec<(Record, Vec<u8>)>, sync: bool) -> Result<(), StoreError> {
        let bytes = records.iter().map(|(_, record)| record.len() as u64).sum();
        room::check(&self.folder, bytes).map_err(|source| StoreError::NotWritten { source })?;
        if self.length >= SEGMENT_BYTES {
            self.begin_segment()?;
        }
        let mut bytes = Vec::new();
        let mut recorded = Vec::with_capacity(records.len());
        for (line, (record, text)) in (self.next_line..).zip(records) {
            let crc = write_line(&mut bytes, line, &text);
            recorded.push((LineId { line, crc }, record, text));
        }
        self.append(&bytes)?;
        if sync && let Err(error) = self.file.sync_data() {
            // After a failed sync the system may have dropped unwritten data, and reports that only once.
            return Err(self.stop(format!("the journal could not be synced: {error}")));
        }
        self.syncs += u64::from(sync);
        self.length += bytes.len() as u64;
        self.next_line += recorded.len() as u64;
        self.shared.follow(recorded);
        if self.behind() > Behind::MOST {
            // A failure is reported at the next attempt: this commit is kept.
            let _ = self.settle();
        }
        Ok(())
    }

    /// Appends to the segment; on an error the segment is unchanged.
    fn append(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        let Err(source) = self.file.write_all(bytes) else {
            return Ok(());
        };
        // A read-only disk does not allow truncation either; if nothing was written, none is needed.
        if self.file.metadata().is_ok_and(|file| file.len() == self.length) {
            return Err(StoreError::NotWritten { source });
        }
        let taken_back = self.file.set_len(self.length).and_then(|()| self.file.sync_all());
        match taken_back {
            Ok(()) => Err(StoreError::NotWritten { source }),
            Err(error) => {
                let why = format!(
                    "the journal could not be written ({source}), nor what was written of it be taken back: {error}"
                );
                Err(self.stop(why))
            }
        }
    }

    fn begin_segment(&mut self) -> Result<(), StoreError> {
        // Delivery marks at the end may not be synced yet, and only the last segment may have a torn line.
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
        StoreError::Stopped { why, in_doubt: true }
    }
}

/// Cuts off a torn line, and keeps its bytes in a file beside the segments.
pub(super) fn cut_off(journal: &Path, torn: &Torn, line: u64) -> Result<String, StoreError> {
    let kept = folder::free_path(journal, &format!("torn-{line:020}"));
    let path = &torn.segment.path;
    let mut bytes = Vec::new();
    let mut segment = OpenOptions::new()
        .read(true)
        .write(true)
        .open(path)
        .map_err(io_error("cannot open", path))?;
    segment
        .seek(SeekFrom::Start(torn.offset))
        .and_then(|_| segment.read_to_end(&mut bytes))
        .map_err(io_error("cannot read", path))?;
    let mut file = folder::new_file(&kept)?;
    file.write_all(&bytes)
        .and_then(|()| file.sync_all())
        .map_err(io_error("cannot write", &kept))?;
    folder::sync_folder(journal)?;
    segment
        .set_len(torn.offset)
        .and_then(|()| segment.sync_all())
        .map_err(io_error("cannot cut off the torn line of", path))?;
    Ok(format!(
        "cut {} bytes of a record off the journal that was never written completely, and so never acknowledged; they \
         are kept in {}",
        bytes.len(),
        kept.display()
    ))
}

fn not_written(error: StoreError) -> StoreError {
    let source = if let StoreError::Io { source, .. } = error {
        source
    } else {
        io::Error::other(error)
    };
    StoreError::NotWritten { source }
}
