//! What can go wrong with a store, in sentences that name the fix.

use crate::text::count;
use std::io;
use std::path::{Path, PathBuf};

/// Why the store could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Another process has the store open.
    #[error(
        "the store in {} is in use by another process: stop that one first, or give this one another folder",
        folder.display()
    )]
    InUse {
        /// The store's folder.
        folder: PathBuf,
    },
    /// Others could replace its contents.
    #[error(
        "{} can be written by others than its owner (mode {mode:o}), who could change what the bot knows. Nothing was \
         changed: make it the bot's alone (chmod 700 {}), and start again",
        folder.display(), folder.display()
    )]
    OpenToOthers {
        /// The folder.
        folder: PathBuf,
        /// Its mode.
        mode: u32,
    },
    /// The journal is gone, but there is a database.
    #[error(
        "the journal of the store in {} is missing or empty, but {} is there, and nothing was changed. `rfrbot recover` \
         takes back what the database still has. Or {}. Only if this store is meant to begin anew, move {} away",
        folder.display(), database.display(), go_back(folder), database.display()
    )]
    JournalMissing {
        /// The store's folder.
        folder: PathBuf,
        /// The database, which proves that there was more.
        database: PathBuf,
    },
    /// The journal is damaged in a place that no crash can have damaged.
    #[error(
        "the journal is damaged: {}, line {line} of the file, byte {offset}: {what}. Nothing was changed: {}",
        file.display(), go_back(store_of(file))
    )]
    Damaged {
        /// The segment.
        file: PathBuf,
        /// The line in that file, from 1 (0 for the file as a whole).
        line: u64,
        /// The byte in that file at which the line starts.
        offset: u64,
        /// What is wrong there.
        what: String,
    },
    /// The journal ends too early: the database proves that more was acknowledged.
    #[error(
        "the journal lost acknowledged changes: {} ends {}at byte {offset} after change {journal_seq}, but the database \
         knows change {database_seq}. Nothing was changed, and the database may be the only copy: keep it. `rfrbot verify` \
         lists what is lost, and `rfrbot recover` takes it back from the database. Or {}. Only to go on without what is \
         lost, move the folder `database` away",
        file.display(), if *torn { "in a damaged line " } else { "" }, go_back(folder)
    )]
    LostRecords {
        /// The store's folder.
        folder: PathBuf,
        /// The segment.
        file: PathBuf,
        /// Where it ends, or where its damaged line starts.
        offset: u64,
        /// Does it end in a damaged line?
        torn: bool,
        /// Last commit in the journal.
        journal_seq: u64,
        /// Last commit known to the database.
        database_seq: u64,
    },
    /// The database was made from another journal.
    #[error(
        "the journal of the store in {} is of another history than the database: record {line} is another one in each. \
         Nothing was changed. If the journal was replaced by mistake, {}. Only if the journal is the right one, move the \
         folder `database` away, and keep it: it may be the only copy of what it knows",
        folder.display(), go_back(folder)
    )]
    OtherHistory {
        /// The store's folder.
        folder: PathBuf,
        /// The record that differs.
        line: u64,
    },
    /// There is no database to recover from.
    #[error(
        "the store in {} has no database that can be read, so that nothing can be taken back from it. Nothing was changed: \
         if the journal lost something, {}",
        folder.display(), go_back(folder)
    )]
    NothingRemembered {
        /// The store's folder.
        folder: PathBuf,
    },
    /// The database keeps only the last records, and the journal ends before them.
    #[error(
        "what the journal in {} lost cannot be taken back: record {line} comes next, and of the records up to {last} the \
         database keeps {}. Nothing was changed: {}. `rfrbot verify` lists the changes that it still knows",
        folder.display(), first.map_or("none".to_owned(), |first| format!("only those from {first} on")), go_back(folder)
    )]
    NotRemembered {
        /// The store's folder.
        folder: PathBuf,
        /// The record that must follow the journal's last one.
        line: u64,
        /// The first record after it that the database keeps.
        first: Option<u64>,
        /// The last record it knows.
        last: u64,
    },
    /// A record is intact, but this program does not understand it.
    #[error(
        "record {line} of the journal is whole, but this version of rfrbot cannot read it ({what}): was it written by \
         a newer one? Use that version"
    )]
    Record {
        /// The record's number.
        line: u64,
        /// What was not understood.
        what: String,
    },
    /// A commit does not follow the one before it: a bug of the caller; nothing was written.
    #[error("the commit has number {found}, but the next one is {expected}: nothing was written")]
    WrongSequence {
        /// The number that must come next.
        expected: u64,
        /// The number that came.
        found: u64,
    },
    /// The journal could not be written; nothing of this commit is kept.
    #[error("the journal could not be written ({source}): nothing of this change is kept")]
    NotWritten {
        /// The system's error.
        source: io::Error,
    },
    /// After an earlier failure the state of the disk is unknown.
    #[error("the store takes no more changes ({why}): restart rfrbot, which reads back what is really kept")]
    Stopped {
        /// The earlier failure.
        why: String,
        /// Is it unknown whether the present commit is kept, too?
        in_doubt: bool,
    },
    /// The database failed, or contains something impossible.
    #[error("the database failed ({what}): restart rfrbot, which rebuilds it from the journal if it must")]
    Database {
        /// What failed.
        what: String,
    },
    /// A file or folder could not be read or written.
    #[error("{action} {}: {source}{}", path.display(), remedy(source))]
    Io {
        /// What was tried, as in "cannot read".
        action: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// The system's error.
        source: io::Error,
    },
    /// An export cannot be read.
    #[error(
        "line {line} of the export: expected {expected}, found {found}. Nothing was imported: export it anew, with `rfrbot export`, and change nothing in it"
    )]
    Export {
        /// The line, from 1.
        line: u64,
        /// What was expected there.
        expected: String,
        /// What was found.
        found: String,
    },
    /// The target folder of the import is not empty.
    #[error(
        "{} already holds something ({found}): import or restore into an empty folder, or one that does not exist yet, or \
         move `journal` and `database` (and what else is not the bot's) out of it; its folders `matrix` and `backups` may stay",
        folder.display()
    )]
    NotEmpty {
        /// The folder.
        folder: PathBuf,
        /// One of the things in it.
        found: String,
    },
    /// The target file of the backup exists already.
    #[error("{} is there already: name a file that does not exist yet, or a folder", path.display())]
    BackupExists {
        /// The file.
        path: PathBuf,
    },
    /// The backup was written, but reading it back gives something else.
    #[error(
        "the backup in {} holds {} when it is read back, and {written} were written: the disk there \
         cannot be trusted, use another one",
        path.display(),
        count(*found, "record", "records")
    )]
    BackupDiffers {
        /// The file.
        path: PathBuf,
        /// Records written.
        written: u64,
        /// Records found.
        found: u64,
    },
    /// The database was written by a newer program.
    #[error(
        "the database in {} has version {found}, and this program knows versions up to {known}: use the newer rfrbot \
         that wrote it. Nothing was changed. Only to go back for good, move the folder `database` away: it is built \
         anew from the journal",
        folder.display()
    )]
    Newer {
        /// The store's folder.
        folder: PathBuf,
        /// Its version.
        found: u32,
        /// The newest known version.
        known: u32,
    },
    /// The store needs an upgrade, and the backup before it failed.
    #[error(
        "the store in {} is of version {found}, and is not upgraded to version {wanted} without a backup, which failed: \
         {source}. Nothing was changed: make room for a copy of the journal there, and start again",
        folder.display()
    )]
    NotUpgraded {
        /// The store's folder.
        folder: PathBuf,
        /// Its version.
        found: u32,
        /// The version of this program.
        wanted: u32,
        /// Why there is no backup.
        source: Box<StoreError>,
    },
    /// The export could not be written.
    #[error("the export could not be written: {0}")]
    ExportNotWritten(io::Error),
    /// The export could not be read.
    #[error("the export could not be read: {0}. Nothing was imported")]
    ExportNotRead(io::Error),
}

impl StoreError {
    /// The system's kind of error, if the journal could not be written.
    pub fn system(&self) -> Option<io::ErrorKind> {
        let (Self::NotWritten { source } | Self::Io { source, .. }) = self else {
            return None;
        };
        Some(source.kind())
    }

    /// Must a person correct something before a retry makes sense?
    pub fn needs_a_person(&self) -> bool {
        match self {
            Self::OpenToOthers { .. }
            | Self::JournalMissing { .. }
            | Self::Damaged { .. }
            | Self::LostRecords { .. }
            | Self::OtherHistory { .. }
            | Self::NothingRemembered { .. }
            | Self::NotRemembered { .. }
            | Self::Record { .. }
            | Self::Newer { .. } => true,
            Self::NotUpgraded { source, .. } => source.needs_a_person(),
            Self::Io { source, .. } | Self::NotWritten { source } => needs_a_person(source),
            Self::InUse { .. }
            | Self::WrongSequence { .. }
            | Self::Stopped { .. }
            | Self::Database { .. }
            | Self::Export { .. }
            | Self::NotEmpty { .. }
            | Self::BackupExists { .. }
            | Self::BackupDiffers { .. }
            | Self::ExportNotWritten(_)
            | Self::ExportNotRead(_) => false,
        }
    }

    /// Can only a restart tell what is kept?
    pub fn needs_restart(&self) -> bool {
        matches!(self, Self::Stopped { .. } | Self::Database { .. })
    }
}

/// Is it about permissions or names, which a retry cannot change?
pub fn needs_a_person(source: &io::Error) -> bool {
    use io::ErrorKind::{AlreadyExists, NotADirectory, PermissionDenied, ReadOnlyFilesystem};
    matches!(
        source.kind(),
        PermissionDenied | ReadOnlyFilesystem | NotADirectory | AlreadyExists
    )
}

/// How to go back to a backup; followed by another sentence.
fn go_back(store: &Path) -> String {
    format!(
        "go back to a backup, which is one file: move `journal` and `database` out of {}, and run `rfrbot restore FILE`",
        store.display()
    )
}

/// The store that a segment belongs to.
fn store_of(segment: &Path) -> &Path {
    segment.parent().and_then(Path::parent).unwrap_or(segment)
}

/// What to do about a system error, if known; starts the next sentence.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the system's kinds of errors; most are too rare to know a remedy"
)]
pub fn remedy(source: &io::Error) -> &'static str {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            ". Make room on that disk, at least 4 MiB, and start again: what was acknowledged is in the journal"
        }
        io::ErrorKind::PermissionDenied => {
            ". Give the store's folder, with all that is in it, to the user that runs rfrbot (chown -R), or run rfrbot as \
             the user that owns it"
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            ". That disk is mounted read-only, often because it fails: the system's log says why. Mount it writable and \
             start again"
        }
        // All others are too rare for known advice.
        _ => "",
    }
}

/// For `map_err`: names the action and the path.
pub(super) fn io_error(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> StoreError {
    move |source| StoreError::Io {
        action,
        path: path.to_owned(),
        source,
    }
}

/// For `map_err`: an error of sled.
pub(super) fn sled_error(error: impl std::fmt::Display) -> StoreError {
    StoreError::Database {
        what: error.to_string(),
    }
}
