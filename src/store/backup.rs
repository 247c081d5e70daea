//! Backups: one complete file each, written while a bot may be running, and read back before it gets its final name.
//!
//! A backup is an export (see [`super::export`]): its header states the number of records, and each record has a
//! checksum. It holds the records the journal had when the backup began, so it reflects a single moment.

use super::StoreError;
use super::error::io_error;
use super::folder;
use super::transfer::{self, export, read_export};
use super::whole::Report;
use chrono::{DateTime, Utc};
use std::fs::File;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};

const PREFIX: &str = "rfrbot-";
const SUFFIX: &str = ".backup.jsonl";

/// A backup, written and read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Path of the file.
    pub path: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// What it contains.
    pub report: Report,
}

/// Backs a store up into a new file, or into a new file in an existing folder. May run beside an open store.
///
/// Under its final name the file is always complete, synced, and read back record for record.
pub fn back_up(store: &Path, to: &Path, now: DateTime<Utc>) -> Result<Backup, StoreError> {
    let path = if to.is_dir() { to.join(name(now)) } else { to.to_owned() };
    if path.symlink_metadata().is_ok() {
        return Err(StoreError::BackupExists { path });
    }
    let parent = match path.parent() {
        Some(parent) if parent != Path::new("") => parent,
        Some(_) | None => Path::new("."),
    };
    let stem = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let partial = folder::free_path(parent, &format!(".{stem}.partial"));
    let made = make(store, &partial).and_then(|made| {
        // Linked rather than renamed, since renaming would replace a file that appeared there meanwhile.
        std::fs::hard_link(&partial, &path)
            .or_else(|_| std::fs::rename(&partial, &path))
            .map_err(io_error("cannot name the backup", &path))?;
        Ok(made)
    });
    match std::fs::remove_file(&partial) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            tracing::warn!(%error, file = %partial.display(), "a part of a backup is left behind");
        }
        Ok(()) | Err(_) => {}
    }
    let (report, bytes) = made?;
    folder::sync_folder(parent)?;
    Ok(Backup { path, bytes, report })
}

fn make(store: &Path, partial: &Path) -> Result<(Report, u64), StoreError> {
    let mut file = folder::new_file(partial)?;
    let written = export(store, &mut file)?;
    file.flush()
        .and_then(|()| file.sync_all())
        .map_err(io_error("cannot write the backup", partial))?;
    let read_back = verify_backup(partial)?;
    if (read_back.records, read_back.last_seq) != (written.records, written.last_seq) {
        return Err(StoreError::BackupDiffers {
            path: partial.to_owned(),
            written: written.records,
            found: read_back.records,
        });
    }
    let bytes = file.metadata().map_err(io_error("cannot read", partial))?.len();
    Ok((read_back, bytes))
}

/// Reads a backup and checks every record of it.
pub fn verify_backup(path: &Path) -> Result<Report, StoreError> {
    let file = File::open(path).map_err(io_error("cannot open the backup", path))?;
    read_export(BufReader::new(file), |_, _, _| Ok(()))
}

/// Creates a store from a backup, in a folder that is empty or does not exist yet: completely, or not at all.
pub fn restore(backup: &Path, store: &Path) -> Result<Report, StoreError> {
    let file = File::open(backup).map_err(io_error("cannot open the backup", backup))?;
    transfer::import(BufReader::new(file), store)
}

/// Removes the oldest backups in a folder until `keep` are left; only files named by [`back_up`] count. Returns what it
/// removed.
pub fn retain(folder: &Path, keep: usize) -> Result<Vec<PathBuf>, StoreError> {
    let names = folder::names_in(folder)?;
    let ours: Vec<&String> = names
        .iter()
        .filter(|name| name.starts_with(PREFIX) && name.ends_with(SUFFIX))
        .collect();
    let mut removed = Vec::new();
    for name in ours.iter().take(ours.len().saturating_sub(keep)) {
        let path = folder.join(name);
        std::fs::remove_file(&path).map_err(io_error("cannot remove the old backup", &path))?;
        removed.push(path);
    }
    Ok(removed)
}

/// When the newest backup in a folder was made, by its name.
pub fn newest(folder: &Path) -> Result<Option<DateTime<Utc>>, StoreError> {
    let names = folder::names_in(folder)?;
    Ok(names.iter().rev().find_map(|name| made_at(name)))
}

fn name(now: DateTime<Utc>) -> String {
    format!("{PREFIX}{}", stamp(now))
}

/// The end of a backup's name, with the time.
pub(super) fn stamp(now: DateTime<Utc>) -> String {
    format!("{}{SUFFIX}", now.format("%Y%m%dT%H%M%S%3fZ"))
}

fn made_at(name: &str) -> Option<DateTime<Utc>> {
    let stamp = name.strip_prefix(PREFIX)?.strip_suffix(SUFFIX)?;
    let made = chrono::NaiveDateTime::parse_from_str(stamp, "%Y%m%dT%H%M%S%3fZ").ok()?;
    Some(made.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_says_in_its_name_when_it_was_made() {
        let now: DateTime<Utc> = "2026-03-02T14:00:01.250Z".parse().expect("a time");
        assert_eq!(name(now), "rfrbot-20260302T140001250Z.backup.jsonl");
        assert_eq!(made_at(&name(now)), Some(now));
        assert_eq!(made_at("notes.txt"), None);
    }
}
