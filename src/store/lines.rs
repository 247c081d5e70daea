//! The journal's lines and segments: how a line is written, read back and checked.
//!
//! A line is `{"line":N,"crc":"8 hex digits","record":{…}}`. Lines are numbered from 1 without gaps over all segments;
//! the checksum covers the number and the record's bytes. A segment is a file named after its first line. Reading
//! changes nothing.

use super::StoreError;
use super::error::io_error;
use super::folder;
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// Once a segment has this size, a new one is started.
pub(super) const SEGMENT_BYTES: u64 = 16 * 1024 * 1024;

const NUMBER: &str = r#"{"line":"#;
const CHECKSUM: &str = r#","crc":""#;
const RECORD: &str = r#"","record":"#;

/// The checksum of a line: over its number and its record.
fn checksum(line: u64, record: &[u8]) -> u32 {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&line.to_be_bytes());
    hasher.update(record);
    hasher.finalize()
}

/// Appends a line to the buffer; returns its checksum.
pub(super) fn write_line(to: &mut Vec<u8>, line: u64, record: &[u8]) -> u32 {
    let crc = checksum(line, record);
    to.extend_from_slice(format!("{NUMBER}{line}{CHECKSUM}{crc:08x}{RECORD}").as_bytes());
    to.extend_from_slice(record);
    to.extend_from_slice(b"}\n");
    crc
}

/// A line without its line break, split into its number, its verified checksum, and its record.
///
/// Accepts only exactly what [`write_line`] writes, so that no changed byte goes unnoticed.
pub(super) fn read_line(bytes: &[u8]) -> Result<(u64, u32, &[u8]), &'static str> {
    let rest = bytes
        .strip_prefix(NUMBER.as_bytes())
        .ok_or("it does not begin with its number")?;
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (number, rest) = rest.split_at(digits);
    let line = std::str::from_utf8(number)
        .ok()
        .and_then(|number| number.parse::<u64>().ok());
    let line = line.filter(|_| number[0] != b'0').ok_or("its number is not a number")?;
    let rest = rest
        .strip_prefix(CHECKSUM.as_bytes())
        .ok_or("its checksum is missing")?;
    let (crc, rest) = rest.split_at_checked(8).ok_or("its checksum is cut short")?;
    let record = rest
        .strip_prefix(RECORD.as_bytes())
        .and_then(|rest| rest.strip_suffix(b"}"))
        .ok_or("its record is not whole")?;
    let right = checksum(line, record);
    if crc != format!("{right:08x}").as_bytes() {
        return Err("its checksum does not fit");
    }
    Ok((line, right, record))
}

/// One file of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// The number of its first line, which is also its name.
    pub(super) first: u64,
    /// Its path.
    pub(super) path: PathBuf,
}

impl Segment {
    /// The segment of a journal that starts with that line.
    pub(super) fn new(journal: &Path, first: u64) -> Self {
        Self {
            first,
            path: journal.join(format!("{first:020}.jsonl")),
        }
    }

    /// The error for damage in this segment.
    pub(super) fn damaged(&self, line: u64, offset: u64, what: impl Into<String>) -> StoreError {
        StoreError::Damaged {
            file: self.path.clone(),
            line,
            offset,
            what: what.into(),
        }
    }
}

/// The segments of a journal in order; empty if the folder is missing or empty.
pub(super) fn segments(journal: &Path) -> Result<Vec<Segment>, StoreError> {
    let mut segments = Vec::new();
    for name in folder::names_in(journal)? {
        let Some(stem) = name.strip_suffix(".jsonl") else {
            continue;
        };
        match stem.parse::<u64>() {
            Ok(first) if first > 0 && name == format!("{first:020}.jsonl") => {
                segments.push(Segment::new(journal, first));
            }
            Ok(_) | Err(_) => {
                return Err(StoreError::Damaged {
                    file: journal.join(name),
                    line: 0,
                    offset: 0,
                    what: "no segment has such a name".to_owned(),
                });
            }
        }
    }
    if let Some(oldest) = segments.first().filter(|oldest| oldest.first != 1) {
        return Err(oldest.damaged(0, 0, "the segments before this one are missing"));
    }
    Ok(segments)
}

/// A journal line's number and checksum: enough to recognise it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(super) struct LineId {
    /// The number of the line; 0 before the first.
    pub(super) line: u64,
    pub(super) crc: u32,
}

/// An incompletely written line: the last one, with nothing valid after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Torn {
    /// The last segment.
    pub(super) segment: Segment,
    /// Where the torn line starts.
    pub(super) offset: u64,
}

/// Reads lines in order, from any line on, over all segments.
pub(super) struct JournalLines {
    segments: Vec<Segment>,
    /// Index of the current segment.
    at: usize,
    reader: BufReader<File>,
    offset: u64,
    /// Where the last line read started.
    began: u64,
    line_in_file: u64,
    next: u64,
    buffer: Vec<u8>,
}

/// What [`Lines::next`] found.
pub(super) enum NextLine<'a> {
    /// A complete line: its id, its record, and all of its bytes with the line break.
    Line(LineId, &'a [u8], &'a [u8]),
    /// The end, after a complete line.
    End,
    /// The end, inside a torn line.
    Torn(Torn),
}

impl JournalLines {
    /// Starts at the first line of the segment at that index.
    pub(super) fn from_segment(segments: &[Segment], at: usize) -> Result<Option<Self>, StoreError> {
        let Some(segment) = segments.get(at) else {
            return Ok(None);
        };
        let file = File::open(&segment.path).map_err(io_error("cannot open", &segment.path))?;
        Ok(Some(Self {
            segments: segments.to_vec(),
            at,
            reader: BufReader::with_capacity(1 << 16, file),
            offset: 0,
            began: 0,
            line_in_file: 0,
            next: segment.first,
            buffer: Vec::new(),
        }))
    }

    /// Starts at the first line of the segment that has that line, or would have it.
    pub(super) fn from_segment_of(segments: &[Segment], line: u64) -> Result<Option<Self>, StoreError> {
        let at = segments.iter().rposition(|segment| segment.first <= line);
        at.map_or(Ok(None), |at| Self::from_segment(segments, at))
    }

    /// The next line.
    pub(super) fn next(&mut self) -> Result<NextLine<'_>, StoreError> {
        loop {
            let segment = &self.segments[self.at];
            self.buffer.clear();
            let read = self
                .reader
                .read_until(b'\n', &mut self.buffer)
                .map_err(io_error("cannot read", &segment.path))?;
            if read > 0 {
                break;
            }
            let Some(following) = self.segments.get(self.at + 1) else {
                return Ok(NextLine::End);
            };
            if following.first != self.next {
                let what = format!("it should begin with line {} of the journal", self.next);
                return Err(following.damaged(0, 0, what));
            }
            let file = File::open(&following.path).map_err(io_error("cannot open", &following.path))?;
            self.reader = BufReader::with_capacity(1 << 16, file);
            self.offset = 0;
            self.line_in_file = 0;
            self.at += 1;
        }
        self.line_in_file += 1;
        let checked = match self.buffer.strip_suffix(b"\n") {
            Some(bytes) => read_line(bytes).map(|(line, crc, record)| (line, crc, bytes.len() - 1 - record.len())),
            None => Err("it has no end"),
        };
        let segment = &self.segments[self.at];
        let (line, crc, record_at) = match checked {
            Ok(checked) => checked,
            Err(what) => {
                let damaged = segment.damaged(self.line_in_file, self.offset, what);
                return self.judge_end(damaged);
            }
        };
        if line != self.next {
            let what = format!(
                "it says that it is line {line} of the journal, and should be {}",
                self.next
            );
            return Err(segment.damaged(self.line_in_file, self.offset, what));
        }
        self.next += 1;
        self.began = self.offset;
        self.offset += self.buffer.len() as u64;
        // The record is between the head and the closing brace, which the line break follows.
        let record = &self.buffer[record_at..self.buffer.len() - 2];
        Ok(NextLine::Line(LineId { line, crc }, record, &self.buffer))
    }

    /// A bad line is torn if nothing valid follows it; otherwise it is damage.
    fn judge_end(&mut self, damaged: StoreError) -> Result<NextLine<'_>, StoreError> {
        if self.at + 1 < self.segments.len() {
            return Err(damaged);
        }
        let segment = self.segments[self.at].clone();
        let mut rest = Vec::new();
        self.reader
            .read_to_end(&mut rest)
            .map_err(io_error("cannot read", &segment.path))?;
        if rest.split(|byte| *byte == b'\n').any(|line| read_line(line).is_ok()) {
            return Err(damaged);
        }
        Ok(NextLine::Torn(Torn {
            segment,
            offset: self.offset,
        }))
    }

    /// The error for damage in the last line read.
    pub(super) fn damaged(&self, what: String) -> StoreError {
        self.segments[self.at].damaged(self.line_in_file, self.began, what)
    }

    /// Where the next line will be: the segment and the byte.
    pub(super) fn place(&self) -> (Segment, u64) {
        (self.segments[self.at].clone(), self.offset)
    }

    /// The number of the next line.
    pub(super) fn next_line(&self) -> u64 {
        self.next
    }
}

/// Checks that a segment ends with the line before the next segment: cheap, and detects a missing or shortened segment.
pub(super) fn check_end(segment: &Segment, following: &Segment) -> Result<(), StoreError> {
    let read = || {
        let mut file = File::open(&segment.path)?;
        let length = file.seek(SeekFrom::End(0))?;
        let mut wanted = 1u64 << 12;
        loop {
            let begin = length.saturating_sub(wanted);
            file.seek(SeekFrom::Start(begin))?;
            let mut tail = Vec::new();
            (&mut file).take(length - begin).read_to_end(&mut tail)?;
            let Some(lines) = tail.strip_suffix(b"\n") else {
                return Ok((length, None));
            };
            if let Some(before) = lines.iter().rposition(|byte| *byte == b'\n') {
                return Ok((length, read_line(&lines[before + 1..]).ok().map(|(line, _, _)| line)));
            }
            if begin == 0 {
                return Ok((length, read_line(lines).ok().map(|(line, _, _)| line)));
            }
            wanted *= 8;
        }
    };
    let (length, last) = read().map_err(io_error("cannot read", &segment.path))?;
    if last.is_some_and(|last| last + 1 == following.first) {
        return Ok(());
    }
    let what = format!(
        "it should end with line {} of the journal, and does not",
        following.first - 1
    );
    Err(segment.damaged(0, length, what))
}
