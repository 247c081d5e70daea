//! Opening: the journal is checked first and never repaired; then the database is brought up to it, or rebuilt.

use super::changes::catch_up;
use super::database::{Database, Shared};
use super::error::io_error;
use super::journal::{Journal, cut_off};
use super::lines::{JournalLines, NextLine, Segment, Torn, check_end, segments};
use super::recent::{self, RecentFile};
use super::trees::{self, DATABASE_VERSION, KnownPosition, Meta, No, Trees, Unusable};
use super::whole::{JournalReport, read_all};
use super::{StoreError, backup, folder, smaller, witness};
use crate::text::count;
use chrono::Utc;
use std::collections::VecDeque;
use std::fs::OpenOptions;
use std::path::Path;
use std::sync::Arc;

/// Number of records stored beside a database that lacks them.
const LAST_LINES: usize = 64;

/// An open store.
#[derive(Debug)]
pub struct Opened {
    /// Write access.
    pub journal: Journal,
    /// Read access.
    pub database: Database,
    /// What the operator should know, one sentence each: what was missing, damaged and repaired.
    pub said: Vec<String>,
}

/// Opens a store, creating it if there is none.
///
/// When this returns `Ok`, everything ever acknowledged is there. A journal that is damaged, or gone while there is a
/// database, is an error, and then nothing is changed.
pub fn open(store: &Path) -> Result<Opened, StoreError> {
    folder::make_folder(store)?;
    folder::closed_to_writers(store)?;
    let lock = folder::lock(store)?;
    let journal_folder = folder::journal_path(store);
    let segments = first_segments(store)?;
    let end = read_last_segment(&segments)?;
    let mut said = Vec::new();
    smaller::clean_up(store)?;

    // The whole journal is read at most once before its records are applied.
    let mut checked = false;
    let (trees, meta) = match sound_database(store, &segments, &end)? {
        Ok(sound) => as_small_as_it_should_be(store, &segments, sound, &mut said)?,
        Err(No { why, known }) => {
            if end.next_line == 1 {
                return Err(journal_missing(store));
            }
            // The whole journal must be sound before the old database is given up.
            let report = read_all(&segments)?;
            witness::judge(store, &segments, known, &report)?;
            if let Unusable::Older(version) = why {
                said.push(back_up_first(store, version)?);
            }
            said.push(set_aside(store, &why, known, &report.report())?);
            checked = true;
            open_new(store)?
        }
    };
    if meta.applied.line > 0 && end.next_line == 1 {
        return Err(journal_missing(store));
    }
    // Nothing of a damaged journal is applied, not even what precedes the damage.
    if meta.applied.line == 0 && end.next_line > 1 && !checked {
        read_all(&segments)?;
    }
    if let Some(torn) = &end.torn {
        said.push(cut_off(&journal_folder, torn, end.next_line)?);
    }
    // What a killed process wrote may not be on disk yet; nothing is applied before it is.
    sync_segment(&end.place.0)?;
    let lacking = end.next_line - 1 - meta.applied.line;
    let meta = match lacking {
        0 => meta,
        1.. => catch_up(&trees, meta, &segments, end.next_line - 1)?,
    };
    if lacking > 0 {
        said.push(format!(
            "the database lacked {} of the journal, which the start applied",
            count(lacking, "record", "records")
        ));
    }
    let last_seq = meta.last_seq;
    let recent = RecentFile::after(store, &end.last_lines);
    let shared = Arc::new(Shared::new(store, lock, trees, meta, recent));
    let journal = Journal::new(Arc::clone(&shared), last_seq, journal_folder, end.place, end.next_line)?;
    Ok(Opened {
        journal,
        database: Database::new(shared),
        said,
    })
}

/// Rebuilds a database that is too large for its journal. If that fails, the old one is used as it is.
fn as_small_as_it_should_be(
    store: &Path,
    segments: &[Segment],
    sound: (Trees, Meta),
    said: &mut Vec<String>,
) -> Result<(Trees, Meta), StoreError> {
    let Some((database, journal)) = smaller::too_large(store)? else {
        return Ok(sound);
    };
    let (trees, meta) = sound;
    drop(trees);
    said.push(match smaller::rebuild(store, segments, meta.applied) {
        Ok(()) => format!(
            "built the database anew from the journal, because it had {database} MiB, more than twenty times the \
             {journal} MiB of the journal"
        ),
        Err(error) => {
            smaller::clean_up(store)?;
            format!(
                "the database has {database} MiB, more than twenty times the {journal} MiB of the journal, and could not be \
                 built anew ({error}): it serves as it is"
            )
        }
    });
    open_new(store)
}

fn journal_missing(store: &Path) -> StoreError {
    StoreError::JournalMissing {
        folder: store.to_owned(),
        database: folder::database_path(store),
    }
}

/// The journal's segments; creates the first one if there was never a store.
fn first_segments(store: &Path) -> Result<Vec<Segment>, StoreError> {
    let journal = folder::journal_path(store);
    let found = segments(&journal)?;
    if !found.is_empty() {
        return Ok(found);
    }
    let names = folder::names_in(store)?;
    if let Some(left) = names.iter().find(|name| name.starts_with("database")) {
        return Err(StoreError::JournalMissing {
            folder: store.to_owned(),
            database: store.join(left),
        });
    }
    folder::make_folder(&journal)?;
    folder::new_file(&Segment::new(&journal, 1).path)?;
    folder::sync_folder(&journal)?;
    folder::sync_folder(store)?;
    segments(&journal)
}

/// How the journal ends.
struct End {
    place: (Segment, u64),
    next_line: u64,
    torn: Option<Torn>,
    /// The checksums of the lines of the last segment.
    checksums: Vec<u32>,
    /// Its last records.
    last_lines: Vec<(u64, Vec<u8>)>,
}

/// Checks the last segment completely, and the ends of the others: the cost is bounded, however long the history.
fn read_last_segment(segments: &[Segment]) -> Result<End, StoreError> {
    for pair in segments.windows(2) {
        check_end(&pair[0], &pair[1])?;
    }
    let last = segments.len().saturating_sub(1);
    let Some(mut lines) = JournalLines::from_segment(segments, last)? else {
        return Err(StoreError::Database {
            what: "a journal without a segment".to_owned(),
        });
    };
    let mut checksums = Vec::new();
    let mut last_lines = VecDeque::new();
    let torn = loop {
        match lines.next()? {
            NextLine::Line(id, record, _) => {
                checksums.push(id.crc);
                if last_lines.len() == LAST_LINES {
                    last_lines.pop_front();
                }
                last_lines.push_back((id.line, record.to_vec()));
            }
            NextLine::End => break None,
            NextLine::Torn(torn) => break Some(torn),
        }
    };
    Ok(End {
        place: lines.place(),
        next_line: lines.next_line(),
        torn,
        checksums,
        last_lines: last_lines.into(),
    })
}

/// Opens the database; returns whether it can be trusted and belongs to this journal.
fn sound_database(store: &Path, segments: &[Segment], end: &End) -> Result<Result<(Trees, Meta), No>, StoreError> {
    let no = |why: String, known| {
        let why = Unusable::Damaged(why);
        Ok(Err(No { why, known }))
    };
    let was_there = folder::database_path(store).exists();
    // Evaluated before sled may find the folder damaged: the records beside the database also show how far the journal
    // had come.
    let beside = || recent::known(&recent::read(&folder::database_path(store)));
    let opened = trees::open(store)?.map_err(|no| No {
        known: no.known.or_else(beside),
        ..no
    });
    if folder::suspect_path(store).exists() {
        let known = opened.map_or_else(|no| no.known, |(_, meta)| Some(KnownPosition::from(&meta)));
        return no("reading it failed while it was in use".to_owned(), known);
    }
    let (trees, meta) = match opened {
        Ok(opened) => opened,
        Err(no) => return Ok(Err(no)),
    };
    let known = Some(KnownPosition::from(&meta));
    let applied = meta.applied;
    if applied.line == 0 {
        if was_there && end.next_line > 1 {
            return no("it was empty".to_owned(), beside());
        }
        return Ok(Ok((trees, meta)));
    }
    if applied.line >= end.next_line {
        let why = format!(
            "it knows {} and {}, but the journal has only {}",
            count(applied.line, "record", "records"),
            count(meta.last_seq, "change", "changes"),
            count(end.next_line - 1, "record", "records")
        );
        return no(why, known);
    }
    let kept = recent::read(&folder::database_path(store));
    let another = |(line, record): &(u64, Vec<u8>)| kept.get(line).is_some_and(|(_, kept)| kept != record);
    let back = usize::try_from(end.next_line - applied.line).unwrap_or(usize::MAX);
    let found = match end.checksums.len().checked_sub(back) {
        Some(at) => Some(end.checksums[at]),
        None => witness::line_at(segments, applied.line)?.map(|(crc, _)| crc),
    };
    if found != Some(applied.crc) || end.last_lines.iter().any(another) {
        return no("it does not belong to this journal".to_owned(), known);
    }
    Ok(Ok((trees, meta)))
}

/// Backs everything up before a newer program starts to write: with that file, the old program can be used again.
fn back_up_first(store: &Path, version: u32) -> Result<String, StoreError> {
    let name = format!("before-upgrade-from-version-{version}-{}", backup::stamp(Utc::now()));
    let backup = backup::back_up(store, &store.join(name), Utc::now()).map_err(|source| StoreError::NotUpgraded {
        folder: store.to_owned(),
        found: version,
        wanted: DATABASE_VERSION,
        source: Box::new(source),
    })?;
    Ok(format!(
        "the store was of version {version} and is upgraded to version {DATABASE_VERSION}; before that {} \
         backed up to {} and read back: to return to the older rfrbot, `rfrbot restore` that file into another folder",
        count(backup.report.last_seq, "change was", "changes were"),
        backup.path.display()
    ))
}

/// Moves an unusable database aside; nothing of it is deleted.
fn set_aside(
    store: &Path,
    why: &Unusable,
    known: Option<KnownPosition>,
    report: &JournalReport,
) -> Result<String, StoreError> {
    let database = folder::database_path(store);
    let suspect = folder::suspect_path(store);
    let stem = match why {
        Unusable::Damaged(_) => "database.damaged".to_owned(),
        Unusable::Older(version) => format!("database.version-{version}"),
    };
    let aside = folder::free_path(store, &stem);
    folder::wait_until_released(&database);
    std::fs::rename(&database, &aside).map_err(io_error("cannot rename", &database))?;
    if suspect.exists() {
        std::fs::remove_file(&suspect).map_err(io_error("cannot remove", &suspect))?;
    }
    folder::sync_folder(store)?;
    let worth = match known {
        Some(_) => "it knew nothing that the journal does not hold, and can be deleted",
        None => {
            "it could not say any more how far it had come: before you delete it, see that the journal ends with your last \
             change (`rfrbot digest`)"
        }
    };
    Ok(format!(
        "rebuilt the database from {} of the journal, up to change {}, because {why}; the old one is kept in {}; {worth}",
        count(report.records, "record", "records"),
        report.last_seq,
        aside.display()
    ))
}

fn open_new(store: &Path) -> Result<(Trees, Meta), StoreError> {
    trees::open(store)?.map_err(|no| StoreError::Database {
        what: no.why.to_string(),
    })
}

fn sync_segment(segment: &Segment) -> Result<(), StoreError> {
    let file = OpenOptions::new().append(true).open(&segment.path);
    file.and_then(|file| file.sync_data())
        .map_err(io_error("cannot sync", &segment.path))
}
