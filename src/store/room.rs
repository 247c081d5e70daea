//! Room on the disk: changes are refused while there is still enough for the database to write what it must.
//!
//! A database that finds the disk full in the middle of its work must be reopened. So nothing is acknowledged any
//! more a while before, and the bot goes on by itself when there is room again.

use super::StoreError;
use super::error::io_error;
use std::io;
use std::path::Path;

/// Bytes that must be free for a change to be taken. Larger than what sled writes at once (segments of 512 KiB).
const RESERVE: u64 = 4 * 1024 * 1024;

/// Is there room for so many bytes, beside the reserve?
pub(super) fn check(folder: &Path, bytes: u64) -> io::Result<()> {
    let free = fs2::available_space(folder)?;
    if free >= RESERVE + bytes {
        return Ok(());
    }
    Err(io::Error::new(
        io::ErrorKind::StorageFull,
        format!(
            "the disk is full: {} KiB are free, and changes are taken while {} are",
            free / 1024,
            (RESERVE + bytes).div_ceil(1024)
        ),
    ))
}

/// Bytes of a store on the disk: the journal, and everything.
pub fn size(store: &Path) -> Result<(u64, u64), StoreError> {
    let failed = io_error("cannot measure the store in", store);
    let journal = of(&super::folder::journal_path(store));
    journal.and_then(|journal| Ok((journal, of(store)?))).map_err(failed)
}

/// How large a folder is with all that is in it, in bytes.
pub(super) fn of(folder: &Path) -> io::Result<u64> {
    let mut bytes = 0;
    for entry in folder.read_dir()? {
        let entry = entry?;
        // What vanishes meanwhile has no size.
        bytes += match entry.metadata() {
            Ok(metadata) if metadata.is_dir() => of(&entry.path())?,
            Ok(metadata) => metadata.len(),
            Err(_) => 0,
        };
    }
    Ok(bytes)
}
