//! A database that has grown to many times its journal is built anew from it at the start: sled gives no room back.
//!
//! The new one is made beside the old one, which goes when the new one is whole and in its place. What a killed start has
//! left is removed by the next one.

use super::changes::catch_up;
use super::error::io_error;
use super::lines::{LineId, Segment};
use super::trees;
use super::whole::read_all;
use super::{StoreError, folder, room};
use std::path::{Path, PathBuf};

/// No database is too large that is smaller than this.
const LARGE: u64 = 64 << 20;

/// Nor one that is smaller than so many times its journal.
const TIMES: u64 = 20;

/// The new database while it is made: a folder like that of a store.
fn new_path(store: &Path) -> PathBuf {
    store.join("database.smaller")
}

/// The old one while it is removed.
fn old_path(store: &Path) -> PathBuf {
    store.join("database.larger")
}

/// How large a database is that is too large for its journal, and the journal, in MiB.
pub(super) fn too_large(store: &Path) -> Result<Option<(u64, u64)>, StoreError> {
    let database = folder::database_path(store);
    let database = room::of(&database).map_err(io_error("cannot measure the database in", &database))?;
    let (journal, _) = room::size(store)?;
    Ok((database > LARGE && database / TIMES > journal).then_some((database >> 20, journal >> 20)))
}

/// Removes what a killed start has left; where it was killed between the two renamings, the old database comes back.
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

/// Builds the database anew and puts it in the place of the old one, which nobody has open. The journal is read as a whole
/// first, and nothing changes where it is damaged.
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
