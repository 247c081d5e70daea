//! Pages: many entries of a tree as one value of sled.
//!
//! sled keeps some two hundred bytes in memory for every eight to sixteen of its keys, whether they are ever read or
//! not. With a key for each entry a start would cost memory for every RFR that was ever closed. So a key of sled
//! holds a page: entries in the order of their keys, up to [`PAGE_BYTES`]. The key is the lowest that an entry of the
//! page may have; the first page of a tree has the empty key.
//!
//! An entry is the length of its key, the length of its value (each in bytes of seven bits, the lowest first, the last
//! one below 128), the key, and the value.

use super::StoreError;
use super::error::sled_error;
use sled::IVec;
use std::cmp::Ordering;
use std::ops::Bound;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::vec::IntoIter;

/// A page that would be longer is cut, unless it is a single entry.
const PAGE_BYTES: usize = 4096;

const DAMAGED: &str = "a page is damaged";
const ELSEWHERE: &str = "an entry stands in a page to which it does not belong";

/// A key and its value.
pub(super) type Entry = (IVec, IVec);

/// What becomes of a key: its new value, or that there is none any more.
pub(super) type Write = (Vec<u8>, Option<Vec<u8>>);

/// One value.
pub(super) fn get(tree: &sled::Tree, key: &[u8]) -> Result<Option<IVec>, StoreError> {
    let Some((_, page)) = page_of(tree, key)? else {
        return Ok(None);
    };
    let mut read = Reading::of(&page);
    while let Some(entry) = read.next().map_err(sled_error)? {
        match entry.key(&page).cmp(key) {
            Ordering::Less => {}
            Ordering::Equal => return Ok(Some(entry.value_of(&page))),
            Ordering::Greater => break,
        }
    }
    Ok(None)
}

/// The page to which a key belongs, with the lowest key of that page.
fn page_of(tree: &sled::Tree, key: &[u8]) -> Result<Option<Entry>, StoreError> {
    tree.range(..=key).next_back().transpose().map_err(sled_error)
}

/// The entries whose keys begin so, in order; what is read is counted.
pub(super) fn scan(tree: &sled::Tree, prefix: &[u8], read: &Arc<AtomicU64>) -> Scan {
    let (first, failed) = match page_of(tree, prefix) {
        Ok(Some((lowest, _))) => (lowest, None),
        Ok(None) => (IVec::from(prefix), None),
        Err(error) => (IVec::from(prefix), Some(error)),
    };
    let end = beyond(prefix).map_or(Bound::Unbounded, Bound::Excluded);
    Scan {
        pages: tree.range::<IVec, _>((Bound::Included(first), end)),
        prefix: prefix.to_vec(),
        front: Vec::new().into_iter(),
        back: Vec::new().into_iter(),
        last: None,
        failed,
        read: Arc::clone(read),
    }
}

/// The lowest key that is greater than every key that begins so, where there is one.
fn beyond(prefix: &[u8]) -> Option<IVec> {
    let raised = prefix.iter().rposition(|byte| *byte < u8::MAX)?;
    let mut key = prefix[..=raised].to_vec();
    key[raised] += 1;
    Some(key.into())
}

/// Entries of a tree in order, from both ends. A page that is cut while this goes forward is not told twice.
pub(super) struct Scan {
    pages: sled::Iter,
    prefix: Vec<u8>,
    front: IntoIter<Entry>,
    back: IntoIter<Entry>,
    /// The key that came last from the front.
    last: Option<IVec>,
    failed: Option<StoreError>,
    read: Arc<AtomicU64>,
}

impl Scan {
    /// The entries of that page that are asked for.
    fn entries(&self, page: sled::Result<Entry>) -> Result<IntoIter<Entry>, StoreError> {
        let (lowest, page) = page.map_err(sled_error)?;
        let mut entries = Vec::new();
        let mut read = Reading::of(&page);
        while let Some(entry) = read.next().map_err(sled_error)? {
            let key = entry.key(&page);
            if key < lowest.as_ref() {
                return Err(sled_error(ELSEWHERE));
            }
            if key.starts_with(&self.prefix) {
                entries.push((entry.key_of(&page), entry.value_of(&page)));
            }
        }
        Ok(entries.into_iter())
    }
}

impl Iterator for Scan {
    type Item = Result<Entry, StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.failed.take() {
            return Some(Err(error));
        }
        loop {
            let Some(entry) = self.front.next() else {
                match self.pages.next().map(|page| self.entries(page)) {
                    Some(Ok(entries)) => self.front = entries,
                    Some(Err(error)) => return Some(Err(error)),
                    None if self.back.len() > 0 => self.front = std::mem::take(&mut self.back),
                    None => return None,
                }
                continue;
            };
            if self.last.as_ref().is_none_or(|last| *last < entry.0) {
                self.last = Some(entry.0.clone());
                self.read.fetch_add(1, Relaxed);
                return Some(Ok(entry));
            }
        }
    }
}

impl DoubleEndedIterator for Scan {
    fn next_back(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.failed.take() {
            return Some(Err(error));
        }
        loop {
            if let Some(entry) = self.back.next_back() {
                self.read.fetch_add(1, Relaxed);
                return Some(Ok(entry));
            }
            match self.pages.next_back().map(|page| self.entries(page)) {
                Some(Ok(entries)) => self.back = entries,
                Some(Err(error)) => return Some(Err(error)),
                None if self.front.len() > 0 => self.back = std::mem::take(&mut self.front),
                None => return None,
            }
        }
    }
}

/// Goes through a whole tree that nobody changes meanwhile; the error says what is wrong with it.
pub(super) fn check(tree: &sled::Tree, mut each: impl FnMut(&[u8], &[u8])) -> Result<(), String> {
    let mut last: Option<Vec<u8>> = None;
    for page in tree {
        let (lowest, page) = page.map_err(|error| error.to_string())?;
        let mut read = Reading::of(&page);
        let mut before = None;
        while let Some(entry) = read.next()? {
            let key = entry.key(&page);
            // All that comes before is lower than the first of a page, and each entry lower than the next.
            if key < lowest.as_ref() || before.or(last.as_deref()).is_some_and(|before| before >= key) {
                return Err(ELSEWHERE.to_owned());
            }
            each(key, entry.value(&page));
            before = Some(key);
        }
        last = before.map(<[u8]>::to_vec).or(last);
    }
    Ok(())
}

/// Which pages of a tree change by these writes, which are in the order of their keys: the lowest key of each, and
/// what becomes of it. The tree must not change before they are carried out.
pub(super) fn rewritten(
    tree: &sled::Tree,
    mut writes: &[Write],
    mut each: impl FnMut(IVec, Option<Vec<u8>>) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    while let Some((key, _)) = writes.first() {
        let (lowest, page) = page_of(tree, key)?.unwrap_or_default();
        let following = tree.get_gt(&lowest).map_err(sled_error)?;
        // An entry lower than every page belongs to the first one, whose key is empty.
        let here = match &following {
            Some((following, _)) => writes.partition_point(|(key, _)| key.as_slice() < following.as_ref()),
            None => writes.len(),
        };
        let (these, rest) = writes.split_at(here);
        let merged = Merged::of(&page, these)?;
        if merged.entries.is_empty() && !page.is_empty() {
            each(lowest, None)?;
        } else {
            let mut lowest = Some(lowest);
            for piece in merged.pieces() {
                let bytes = bytes_of(piece);
                each(lowest.take().unwrap_or_else(|| IVec::from(piece[0].0)), Some(bytes))?;
            }
        }
        writes = rest;
    }
    Ok(())
}

/// Where an entry stands in its page.
struct Place {
    key: usize,
    value: usize,
    end: usize,
}

impl Place {
    fn key<'p>(&self, page: &'p [u8]) -> &'p [u8] {
        &page[self.key..self.value]
    }

    fn value<'p>(&self, page: &'p [u8]) -> &'p [u8] {
        &page[self.value..self.end]
    }

    fn key_of(&self, page: &IVec) -> IVec {
        page.subslice(self.key, self.value - self.key)
    }

    fn value_of(&self, page: &IVec) -> IVec {
        page.subslice(self.value, self.end - self.value)
    }
}

/// Goes through a page.
struct Reading<'p> {
    page: &'p [u8],
    at: usize,
}

impl<'p> Reading<'p> {
    fn of(page: &'p [u8]) -> Self {
        Self { page, at: 0 }
    }

    fn next(&mut self) -> Result<Option<Place>, &'static str> {
        if self.at == self.page.len() {
            return Ok(None);
        }
        let key_bytes = self.length().ok_or(DAMAGED)?;
        let value_bytes = self.length().ok_or(DAMAGED)?;
        let key = self.at;
        let value = key.checked_add(key_bytes).ok_or(DAMAGED)?;
        let end = value.checked_add(value_bytes).ok_or(DAMAGED)?;
        if end > self.page.len() {
            return Err(DAMAGED);
        }
        self.at = end;
        Ok(Some(Place { key, value, end }))
    }

    fn length(&mut self) -> Option<usize> {
        let mut length = 0usize;
        for shift in (0..usize::BITS).step_by(7) {
            let byte = *self.page.get(self.at)?;
            self.at += 1;
            length |= usize::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(length);
            }
        }
        None
    }
}

fn write_length(to: &mut Vec<u8>, mut length: usize) {
    while length >= 0x80 {
        to.push(0x80 | (length & 0x7f).to_le_bytes()[0]);
        length >>= 7;
    }
    to.push(length.to_le_bytes()[0]);
}

/// The bytes of an entry, or a little more.
fn size((key, value): &(&[u8], &[u8])) -> usize {
    key.len() + value.len() + 4
}

fn bytes_of(entries: &[(&[u8], &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(entries.iter().map(size).sum());
    for (key, value) in entries {
        write_length(&mut bytes, key.len());
        write_length(&mut bytes, value.len());
        bytes.extend_from_slice(key);
        bytes.extend_from_slice(value);
    }
    bytes
}

/// How a page that has become too long is cut.
#[derive(Clone, Copy)]
enum Cut {
    /// What is new comes after everything old, and so will what comes next: full pages stay behind.
    FullFirst,
    /// The same the other way round.
    FullLast,
    /// Into equal parts, which have room for more anywhere.
    Equal,
}

/// The entries of a page with what was written.
struct Merged<'a> {
    entries: Vec<(&'a [u8], &'a [u8])>,
    cut: Cut,
}

impl<'a> Merged<'a> {
    fn of(page: &'a [u8], writes: &'a [Write]) -> Result<Self, StoreError> {
        let mut entries = Vec::with_capacity(writes.len());
        let mut writes = writes.iter().peekable();
        let first_written = writes.peek().map(|(key, _)| key.as_slice());
        let mut first_old = None;
        let mut read = Reading::of(page);
        while let Some(place) = read.next().map_err(sled_error)? {
            let (key, value) = (place.key(page), place.value(page));
            first_old.get_or_insert(key);
            let mut replaced = false;
            while let Some((written, value)) = writes.next_if(|(written, _)| written.as_slice() <= key) {
                replaced |= written == key;
                entries.extend(value.as_ref().map(|value| (written.as_slice(), value.as_slice())));
            }
            if !replaced {
                entries.push((key, value));
            }
        }
        let cut = if writes.peek().is_some() {
            Cut::FullFirst
        } else if first_written < first_old {
            Cut::FullLast
        } else {
            Cut::Equal
        };
        entries.extend(writes.filter_map(|(key, value)| Some((key.as_slice(), value.as_ref()?.as_slice()))));
        Ok(Self { entries, cut })
    }

    /// Cut into pages, in order.
    fn pieces(&self) -> Vec<&[(&'a [u8], &'a [u8])]> {
        let all: usize = self.entries.iter().map(size).sum();
        let most = match self.cut {
            Cut::FullFirst | Cut::FullLast => PAGE_BYTES,
            Cut::Equal => all.div_ceil(all.div_ceil(PAGE_BYTES).max(1)),
        };
        let mut pieces = Vec::new();
        let mut rest = self.entries.as_slice();
        while !rest.is_empty() {
            let mut bytes = 0;
            let mut fits = |entry: &&(&[u8], &[u8])| {
                let before = bytes;
                bytes += size(entry);
                match self.cut {
                    Cut::FullFirst | Cut::FullLast => bytes <= most,
                    // Or a little more: never one page more than needed, with what is left over.
                    Cut::Equal => before < most,
                }
            };
            let piece = match self.cut {
                Cut::FullFirst | Cut::Equal => {
                    let entries = rest.iter().take_while(&mut fits).count().max(1);
                    let (piece, others) = rest.split_at(entries);
                    rest = others;
                    piece
                }
                Cut::FullLast => {
                    let entries = rest.iter().rev().take_while(&mut fits).count().max(1);
                    let (others, piece) = rest.split_at(rest.len() - entries);
                    rest = others;
                    piece
                }
            };
            pieces.push(piece);
        }
        if matches!(self.cut, Cut::FullLast) {
            pieces.reverse();
        }
        pieces
    }
}

#[cfg(test)]
mod tests;
