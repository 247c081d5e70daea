//! Verifies a whole store: the journal on its own, and the database against what the journal says it must contain.
//!
//! The database is compared through a temporary copy, because sled writes when it opens, and verifying must not.

use super::changes::catch_up;
use super::lines::Segment;
use super::trees::{self, TreeName};
use super::whole::{Report, Whole, existing_segments, read_all};
use super::witness::{self, Lost, Memory, Scratch};
use super::{StoreError, folder};
use crate::text::count;
use std::path::Path;

/// What verifying a whole store found.
#[derive(Debug)]
pub struct Inspection {
    /// The journal: every record was read, and its checksum, number and sequence fit.
    pub journal: Report,
    /// The database.
    pub database: DatabaseState,
}

/// How the database compares to the journal.
#[derive(Debug)]
pub enum DatabaseState {
    /// It contains exactly what the journal's records amount to.
    Agrees {
        /// How many entries were compared.
        entries: u64,
        /// How many deliveries are owed.
        owed: u64,
        /// Records it lacks; opening the store applies them.
        lacking: u64,
    },
    /// There is none; opening the store builds it.
    Missing,
    /// It cannot be trusted, for this reason; opening the store sets it aside and builds a new one.
    Untrusted(String),
    /// It knows changes that the journal lost.
    KnowsMore(Lost),
    /// A bot has it open: only the journal could be verified.
    InUse,
}

/// Checks a whole store: sequence, checksums, the database against the fold of the journal, the outbox. Changes
/// nothing.
pub fn inspect(store: &Path) -> Result<Inspection, StoreError> {
    let segments = existing_segments(store)?;
    let whole = read_all(&segments)?;
    let journal = whole.report();
    let lock = match folder::lock_now(store) {
        Ok(lock) => lock,
        Err(StoreError::InUse { .. }) => {
            let database = DatabaseState::InUse;
            return Ok(Inspection { journal, database });
        }
        Err(error) => return Err(error),
    };
    let database = compare(store, &segments, &whole)?;
    drop(lock);
    Ok(Inspection { journal, database })
}

fn compare(store: &Path, segments: &[Segment], whole: &Whole) -> Result<DatabaseState, StoreError> {
    let database = folder::database_path(store);
    if !database.exists() {
        return Ok(DatabaseState::Missing);
    }
    let memory = Memory::of(store)?;
    let known = memory.as_ref().map(|memory| memory.known);
    let journal = whole.report();
    if let Err(error) = witness::judge(store, segments, known, whole) {
        let short = !matches!(error, StoreError::OtherHistory { .. });
        return Ok(DatabaseState::KnowsMore(Lost {
            error,
            changes: known
                .filter(|_| short)
                .map(|known| (journal.last_seq + 1, known.last_seq)),
            remembered: memory
                .filter(|_| short)
                .map_or_else(Vec::new, |memory| memory.changes_after(journal.last_seq)),
        }));
    }
    if folder::suspect_path(store).exists() {
        return Ok(DatabaseState::Untrusted(
            "reading it failed while it was in use".to_owned(),
        ));
    }
    let scratch = Scratch::new()?;
    let (copied, built) = (scratch.path().join("copied"), scratch.path().join("built"));
    folder::make_folder(&copied)?;
    folder::make_folder(&built)?;
    witness::copy(&database, &folder::database_path(&copied))?;
    let (found, meta) = match trees::open(&copied)? {
        Ok(opened) => opened,
        Err(no) => return Ok(DatabaseState::Untrusted(no.why.to_string())),
    };
    if meta.applied.line > journal.records {
        let why = format!(
            "it knows {}, the journal has {}: marks of deliveries are missing, so that something may be sent again",
            count(meta.applied.line, "record", "records"),
            journal.records
        );
        return Ok(DatabaseState::Untrusted(why));
    }
    let lacking = journal.records - meta.applied.line;
    let meta = catch_up(&found, meta, segments, journal.records)?;
    let (due, due_meta) = trees::open(&built)?.map_err(|no| StoreError::Database {
        what: no.why.to_string(),
    })?;
    let due_meta = catch_up(&due, due_meta, segments, journal.records)?;
    if meta != due_meta {
        return Ok(DatabaseState::Untrusted(
            "its account of itself differs from the journal's".to_owned(),
        ));
    }
    let mut entries = 0;
    for name in TreeName::ALL {
        let (mut found, mut due) = (found.scan(name, &[]), due.scan(name, &[]));
        loop {
            match (found.next().transpose()?, due.next().transpose()?) {
                (None, None) => break,
                (Some(found), Some(due)) if found == due => entries += 1,
                (Some(_) | None, Some(_) | None) => {
                    return Ok(DatabaseState::Untrusted(format!(
                        "its tree {name:?} differs from what the journal says"
                    )));
                }
            }
        }
    }
    Ok(DatabaseState::Agrees {
        entries,
        owed: due_meta.tallies[TreeName::Outbox as usize].entries,
        lacking,
    })
}
