//! Disk space: changes are refused while the database still has room to write what it must.
//!
//! A database that finds the disk full in the middle of its work must be reopened. So the bot stops acknowledging a
//! little earlier, and continues by itself once there is room again.

use super::StoreError;
use super::error::io_error;
use std::io;
use std::path::Path;

/// Bytes that must be free for a change to be accepted. More than sled writes at once (segments of 512 KiB).
const RESERVE: u64 = 4 * 1024 * 1024;

/// Bytes that must be free for sled to open a database: it writes while it does, and is damaged where it cannot.
const TO_OPEN: u64 = 1024 * 1024;

/// Is there room to open the database in this folder, which may not be there yet?
pub(super) fn check_for_opening(database: &Path) -> io::Result<()> {
    let there = database.ancestors().find(|folder| folder.is_dir());
    let Some(folder) = there else { return Ok(()) };
    let free = fs2::available_space(folder)?;
    if free >= TO_OPEN {
        return Ok(());
    }
    Err(io::Error::new(
        io::ErrorKind::StorageFull,
        format!(
            "No space left on device: {} KiB are free, and opening it takes {}",
            free / 1024,
            TO_OPEN / 1024
        ),
    ))
}

/// Is there room for this many bytes in addition to the reserve?
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

/// Disk usage of a store in bytes: the journal, and everything.
pub fn size(store: &Path) -> Result<(u64, u64), StoreError> {
    let failed = io_error("cannot measure the store in", store);
    let journal = of(&super::folder::journal_path(store));
    journal.and_then(|journal| Ok((journal, of(store)?))).map_err(failed)
}

/// Disk usage of a folder with all its contents, in bytes.
pub(super) fn of(folder: &Path) -> io::Result<u64> {
    let mut bytes = 0;
    for entry in folder.read_dir()? {
        let entry = entry?;
        // A file that vanishes meanwhile has no size.
        bytes += match entry.metadata() {
            Ok(metadata) if metadata.is_dir() => of(&entry.path())?,
            Ok(metadata) => metadata.len(),
            Err(_) => 0,
        };
    }
    Ok(bytes)
}
