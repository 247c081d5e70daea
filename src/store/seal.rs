//! The seal on a closed database: its files as the file system knew them.
//!
//! Counting a large database takes seconds. A database that was properly closed, and whose files have not been touched
//! since (not even replaced by a copy), needs no counting: the seal proves it. After a crash it does not fit.

use super::folder;
use super::folder::wait_until_released;
use std::fs::File;
use std::io::{self, Write};
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

/// Seals the database when dropped; must be dropped after the database and before the lock.
#[derive(Debug)]
pub(super) struct Seal {
    store: PathBuf,
    /// Was everything flushed?
    pub(super) sound: bool,
}

impl Seal {
    pub(super) fn new(store: &Path) -> Self {
        Self {
            store: store.to_owned(),
            sound: true,
        }
    }
}

impl Drop for Seal {
    fn drop(&mut self) {
        if !self.sound || !wait_until_released(&folder::database_path(&self.store)) {
            return;
        }
        if let Err(error) = write(&self.store) {
            tracing::warn!(%error, "the database could not be sealed; the next start counts it");
        }
    }
}

/// Is the database of that store as it was sealed? Ask before opening it.
pub(super) fn fits(store: &Path) -> bool {
    let sealed = std::fs::read_to_string(folder::seal_path(store));
    let found = files(&folder::database_path(store), false);
    matches!((sealed, found), (Ok(sealed), Ok(found)) if sealed == found)
}

fn write(store: &Path) -> io::Result<()> {
    // Synced first: after a power cut no seal may cover content that never reached the disk.
    let found = files(&folder::database_path(store), true)?;
    let path = folder::seal_path(store);
    match std::fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        Ok(()) | Err(_) => {}
    }
    let mut file = folder::new_file(&path).map_err(io::Error::other)?;
    file.write_all(found.as_bytes())
}

/// A line for each file in a folder and below: name, inode, size, and the time of the last change of any kind.
fn files(folder: &Path, sync: bool) -> io::Result<String> {
    let mut pending = vec![folder.to_owned()];
    let mut lines = Vec::new();
    while let Some(path) = pending.pop() {
        if sync {
            File::open(&path)?.sync_all()?;
        }
        let metadata = path.symlink_metadata()?;
        if metadata.is_dir() {
            for entry in path.read_dir()? {
                pending.push(entry?.path());
            }
        } else {
            lines.push(format!(
                "{} {} {} {}.{:09}\n",
                path.strip_prefix(folder).unwrap_or(&path).display(),
                metadata.ino(),
                metadata.size(),
                metadata.ctime(),
                metadata.ctime_nsec()
            ));
        }
    }
    lines.sort();
    Ok(lines.concat())
}
