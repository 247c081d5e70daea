//! A database that has grown to many times its journal is rebuilt at the start, because sled never shrinks its files.
//!
//! The new one is built beside the old one, which is removed once the new one is complete and in its place. The next
//! start removes what a killed start has left.

use super::changes::catch_up;
use super::error::io_error;
use super::lines::{LineId, Segment};
use super::trees;
use super::whole::read_all;
use super::{StoreError, folder, room};
use std::path::{Path, PathBuf};

/// A smaller database is never too large.
const LARGE: u64 = 64 << 20;

/// Nor is one smaller than this many times its journal.
const TIMES: u64 = 20;

/// The new database while it is built: a folder like a store's.
fn new_path(store: &Path) -> PathBuf {
    store.join("database.smaller")
}

/// The old one while it is removed.
fn old_path(store: &Path) -> PathBuf {
    store.join("database.larger")
}

/// The sizes in MiB of a database that is too large for its journal, and of the journal.
pub(super) fn too_large(store: &Path) -> Result<Option<(u64, u64)>, StoreError> {
    let database = folder::database_path(store);
    let database = room::of(&database).map_err(io_error("cannot measure the database in", &database))?;
    let (journal, _) = room::size(store)?;
    Ok((database > LARGE && database / TIMES > journal).then_some((database >> 20, journal >> 20)))
}

/// Removes what a killed start has left; if it was killed between the two renames, restores the old database.
pub(super) fn clean_up(store: &Path) -> Result<(), StoreError> {
    let (old, database) = (old_path(store), folder::database_path(store));
    if old.exists() && !database.exists() {
        std::fs::rename(&old, &database).map_err(io_error("cannot rename", &old))?;
    }
    for left in [new_path(store), old_path(store)] {
        match std::fs::remove_dir_all(&left) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(io_error("cannot remove", &left)(error));
            }
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

/// Rebuilds the database and replaces the old one, which nobody has open. The whole journal is read first, and nothing
/// changes if it is damaged.
pub(super) fn rebuild(store: &Path, segments: &[Segment], applied: LineId) -> Result<(), StoreError> {
    let records = read_all(segments)?.report().records;
    let new = new_path(store);
    folder::make_folder(&new)?;
    let (trees, meta) = trees::open(&new)?.map_err(|no| StoreError::Database {
        what: no.why.to_string(),
    })?;
    let built = catch_up(&trees, meta, segments, records)?;
    if built.applied.line < applied.line {
        return Err(StoreError::Database {
            what: format!("the journal has record {} no longer", applied.line),
        });
    }
    trees.flush()?;
    drop(trees);
    let (database, made) = (folder::database_path(store), folder::database_path(&new));
    for path in [&database, &made] {
        if !folder::wait_until_released(path) {
            return Err(StoreError::Database {
                what: format!("{} is still in use", path.display()),
            });
        }
    }
    std::fs::rename(&database, old_path(store)).map_err(io_error("cannot rename", &database))?;
    std::fs::rename(&made, &database).map_err(io_error("cannot rename", &made))?;
    folder::sync_folder(store)?;
    clean_up(store)
}
