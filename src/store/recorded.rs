//! Reading commits back from the journal, where the database says only at which place they stand.

use super::StoreError;
use super::error::{io_error, sled_error};
use super::lines::{Position, Segment, read_line};
use super::stored::{self, Record};
use super::trees::key;
use crate::record::Commit;
use std::fs::File;
use std::io::{BufRead, BufReader, Seek, SeekFrom};
use std::path::PathBuf;

/// Where a record begins: the first line of its segment, and the byte in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    segment: u64,
    offset: u64,
}

impl Place {
    /// How many bytes a place takes in the database.
    pub(super) const BYTES: usize = 16;

    pub(super) fn to_bytes(self) -> [u8; Self::BYTES] {
        ((u128::from(self.segment) << 64) | u128::from(self.offset)).to_be_bytes()
    }

    /// The place in sixteen bytes of a value, from `at` on.
    pub(super) fn from_bytes(bytes: &[u8], at: usize) -> Result<Self, StoreError> {
        match (key::number(bytes, at), key::number(bytes, at + 8)) {
            (Some(segment), Some(offset)) => Ok(Self { segment, offset }),
            (Some(_) | None, Some(_) | None) => Err(sled_error("a place in the journal is cut short")),
        }
    }
}

impl From<Position> for Place {
    fn from(position: Position) -> Self {
        Self {
            segment: position.segment,
            offset: position.offset,
        }
    }
}

/// Reads commits at places that are mostly near each other.
pub(super) struct Recorded {
    journal: PathBuf,
    /// The segment that was read last.
    open: Option<(Segment, BufReader<File>)>,
    line: Vec<u8>,
}

impl Recorded {
    /// In the journal in that folder.
    pub(super) fn new(journal: PathBuf) -> Self {
        Self {
            journal,
            open: None,
            line: Vec::new(),
        }
    }

    /// The commit at that place.
    pub(super) fn commit(&mut self, place: Place) -> Result<Commit, StoreError> {
        let (segment, mut file) = match self.open.take() {
            Some(open) if open.0.first == place.segment => open,
            Some(_) | None => {
                let segment = Segment::new(&self.journal, place.segment);
                let file = File::open(&segment.path).map_err(io_error("cannot open", &segment.path))?;
                (segment, BufReader::with_capacity(1 << 12, file))
            }
        };
        self.line.clear();
        file.seek(SeekFrom::Start(place.offset))
            .and_then(|_| file.read_until(b'\n', &mut self.line))
            .map_err(io_error("cannot read", &segment.path))?;
        let damaged = |what: &str| segment.damaged(0, place.offset, what);
        let whole = self.line.strip_suffix(b"\n").ok_or_else(|| damaged("it has no end"))?;
        let (line, _, record) = read_line(whole).map_err(damaged)?;
        let record = stored::record(line, record)?;
        let Record::Commit(commit) = record else {
            return Err(damaged("there should be a change"));
        };
        self.open = Some((segment, file));
        Ok(commit)
    }
}
