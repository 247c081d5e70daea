//! The store's folder: its layout, its permissions, and the lock that keeps a second process out.

use super::StoreError;
use super::error::io_error;
use std::fs::{DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt, lchown};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The folder of the journal.
pub(super) fn journal_path(store: &Path) -> PathBuf {
    store.join("journal")
}

/// The folder of the sled database.
pub(super) fn database_path(store: &Path) -> PathBuf {
    store.join("database")
}

/// If this file exists, the database must be rebuilt: reading it failed while it was in use.
pub(super) fn suspect_path(store: &Path) -> PathBuf {
    store.join("database.suspect")
}

/// The file that describes the database as it was properly closed.
pub(super) fn seal_path(store: &Path) -> PathBuf {
    store.join("database.seal")
}

/// A file that serves only as a lock.
pub(super) const LOCK: &str = "lock";

/// Creates a folder and its parents, accessible to the owner only; existing ones are unchanged.
pub fn make_folder(path: &Path) -> Result<(), StoreError> {
    DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .map_err(io_error("cannot make the folder", path))
}

/// Refuses a store that others can write to: they could replace the journal.
pub(super) fn closed_to_writers(store: &Path) -> Result<(), StoreError> {
    for folder in [store.to_owned(), journal_path(store)] {
        match folder.metadata() {
            Ok(metadata) if metadata.mode() & 0o022 != 0 => {
                return Err(StoreError::OpenToOthers {
                    mode: metadata.mode() & 0o7777,
                    folder,
                });
            }
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(io_error("cannot look at", &folder)(error)),
        }
    }
    Ok(())
}

/// Creates a file that only its owner may read; it must not exist yet.
pub(super) fn new_file(path: &Path) -> Result<File, StoreError> {
    OpenOptions::new()
        .create_new(true)
        .append(true)
        .mode(0o600)
        .open(path)
        .map_err(io_error("cannot make the file", path))
}

/// Gives files that root created in a store to the store's owner, so that the bot can read them.
pub fn belong_to_the_owner(store: &Path) -> Result<(), StoreError> {
    fn hand_over(path: &Path, owner: (u32, u32)) -> std::io::Result<()> {
        let metadata = path.symlink_metadata()?;
        if (metadata.uid(), metadata.gid()) != owner {
            lchown(path, Some(owner.0), Some(owner.1))?;
        }
        if metadata.is_dir() {
            for entry in path.read_dir()? {
                hand_over(&entry?.path(), owner)?;
            }
        }
        Ok(())
    }
    let process = Path::new("/proc/self").metadata().map(|process| process.uid());
    if !matches!(process, Ok(0)) || !store.exists() {
        return Ok(());
    }
    store
        .metadata()
        .and_then(|folder| hand_over(&store.canonicalize()?, (folder.uid(), folder.gid())))
        .map_err(io_error("cannot hand over to its owner what was made in", store))
}

/// Makes the names in a folder survive a power cut.
pub(super) fn sync_folder(path: &Path) -> Result<(), StoreError> {
    File::open(path)
        .and_then(|folder| folder.sync_all())
        .map_err(io_error("cannot sync the folder", path))
}

/// Restricts the files directly in a folder to their owner.
pub(super) fn close_to_others(path: &Path) -> Result<(), StoreError> {
    let restrict = || {
        std::fs::set_permissions(path, Permissions::from_mode(0o700))?;
        for entry in path.read_dir()? {
            let entry = entry?;
            let mode = if entry.file_type()?.is_dir() { 0o700 } else { 0o600 };
            std::fs::set_permissions(entry.path(), Permissions::from_mode(mode))?;
        }
        Ok(())
    };
    restrict().map_err(io_error("cannot set the permissions in", path))
}

/// The names of everything in a folder, sorted; empty if the folder does not exist.
pub(super) fn names_in(path: &Path) -> Result<Vec<String>, StoreError> {
    let read = || {
        let mut names = Vec::new();
        match path.read_dir() {
            Ok(entries) => {
                for entry in entries {
                    names.push(entry?.file_name().to_string_lossy().into_owned());
                }
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        names.sort();
        Ok(names)
    };
    read().map_err(io_error("cannot read the folder", path))
}

/// A free name: `stem`, `-`, and the first unused number.
pub(super) fn free_path(folder: &Path, stem: &str) -> PathBuf {
    let mut number = 1u64;
    loop {
        let path = folder.join(format!("{stem}-{number}"));
        if path.symlink_metadata().is_err() {
            return path;
        }
        number += 1;
    }
}

/// Creates a folder under a name that nobody else has taken: `stem`, `-`, and the first free number.
pub(super) fn new_folder(parent: &Path, stem: &str) -> Result<PathBuf, StoreError> {
    loop {
        let path = free_path(parent, stem);
        match DirBuilder::new().mode(0o700).create(&path) {
            Ok(()) => return Ok(path),
            // Somebody else took it first.
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(io_error("cannot make the folder", &path)(error)),
        }
    }
}

/// How long to wait for a lock: read-only commands hold it for a moment.
const LOCK_WAIT: Duration = Duration::from_secs(1);

/// Locks the store for this process until the file is dropped. Waits for a read-only command to finish.
pub(super) fn lock(store: &Path) -> Result<File, StoreError> {
    let began = Instant::now();
    loop {
        match lock_now(store) {
            Err(StoreError::InUse { .. }) if began.elapsed() < LOCK_WAIT => {
                std::thread::sleep(Duration::from_millis(10));
            }
            locked => return locked,
        }
    }
}

/// Locks the store unless another process has it.
pub(super) fn lock_now(store: &Path) -> Result<File, StoreError> {
    let path = store.join(LOCK);
    let file = OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .mode(0o600)
        .open(&path)
        .map_err(io_error("cannot open the lock", &path))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreError::InUse {
            folder: store.to_owned(),
        }),
        Err(TryLockError::Error(error)) => Err(io_error("cannot lock", &path)(error)),
    }
}

/// How long sled's threads may take to release a database.
const RELEASE_WAIT: Duration = Duration::from_secs(2);

/// Waits, up to a limit, until sled's threads have released a dropped database: they write by path, and a new one is
/// about to be created there. Returns whether they have.
pub(super) fn wait_until_released(database: &Path) -> bool {
    let began = Instant::now();
    while began.elapsed() < RELEASE_WAIT {
        match std::fs::File::open(database.join("db")).map(|file| file.try_lock()) {
            Ok(Err(std::fs::TryLockError::WouldBlock)) => std::thread::sleep(Duration::from_millis(10)),
            Ok(Ok(()) | Err(std::fs::TryLockError::Error(_))) | Err(_) => return true,
        }
    }
    false
}
