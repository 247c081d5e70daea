//! Opening: the journal is checked first and never mended; then the database is brought up to it, or rebuilt.

use super::changes::Changes;
use super::database::{Database, Shared};
use super::error::io_error;
use super::journal::Journal;
use super::lines::{Found, Lines, Position, Segment, Torn, check_end, segments};
use super::recent::{self, Recent};
use super::stored::{self, Record};
use super::trees::{self, DATABASE_VERSION, Known, Meta, No, Trees, Unusable};
use super::{Report, StoreError, backup, folder, smaller, transfer, witness};
use crate::text::count;
use chrono::Utc;
use std::collections::VecDeque;
use std::fs::OpenOptions;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// So many records go into one transaction while the database catches up.
const RECORDS_AT_ONCE: usize = 1000;

/// So many records are gathered while the database is built from nothing: more of them change the same RFRs.
const RECORDS_AT_ONCE_FROM_NOTHING: usize = 20_000;

/// So many records are put beside a database that lacks them.
const LAST_LINES: usize = 64;

/// How often a long rebuild says how far it has come.
const TELL_EVERY: Duration = Duration::from_secs(1);

/// An open store.
#[derive(Debug)]
pub struct Opened {
    /// The writing end.
    pub journal: Journal,
    /// The reading end.
    pub database: Database,
    /// What the operator should know, a sentence each: what was missing, damaged and mended.
    pub said: Vec<String>,
}

/// Opens a store, making it where there is nothing yet.
///
/// Everything that was ever acknowledged is there when this returns `Ok`. A journal that is damaged, or gone while
/// there is a database, is an error, and nothing is changed then.
pub fn open(store: &Path) -> Result<Opened, StoreError> {
    folder::make_folder(store)?;
    folder::closed_to_writers(store)?;
    let lock = folder::lock(store)?;
    let journal_folder = folder::journal_path(store);
    let segments = first_segments(store)?;
    let end = read_last_segment(&segments)?;
    let mut said = Vec::new();
    smaller::clean_up(store)?;

    // The journal is read as a whole at most once before its records are applied.
    let mut checked = None;
    let (trees, meta) = match sound_database(store, &segments, &end)? {
        Sound::Yes(sound) => as_small_as_it_should_be(store, &segments, *sound, &mut said)?,
        Sound::No(No { why, known }) => {
            if end.next_line == 1 {
                return Err(journal_missing(store));
            }
            // The whole journal must be sound before the old database is given up.
            let report = transfer::read_all(&segments)?;
            witness::judge(store, &segments, known, &report)?;
            if let Unusable::Older(version) = why {
                said.push(back_up_first(store, version)?);
            }
            said.push(set_aside(store, &why, known, &report.report())?);
            checked = Some(report.last_seq);
            open_new(store)?
        }
    };
    if meta.applied.line > 0 && end.next_line == 1 {
        return Err(journal_missing(store));
    }
    // Nothing of a damaged journal is applied, not even what comes before the damage.
    let from_nothing = meta.applied.line == 0 && end.next_line > 1;
    let last_seq = match checked {
        _ if !from_nothing => None,
        Some(last_seq) => Some(last_seq),
        None => Some(transfer::read_all(&segments)?.last_seq),
    };
    if let Some(torn) = &end.torn {
        said.push(cut_off(&journal_folder, torn, end.next_line)?);
    }
    // What a killed process wrote may not be on the disk yet; nothing is applied before it is.
    sync_segment(&end.place.0)?;
    let lacking = end.next_line - 1 - meta.applied.line;
    let meta = catch_up(&trees, meta, &segments, last_seq, end.next_line - 1)?;
    if lacking > 0 {
        said.push(format!(
            "the database lacked {} of the journal, which the start applied",
            count(lacking, "record", "records")
        ));
    }
    let last_seq = meta.last_seq;
    let recent = Recent::after(store, &end.last_lines);
    let shared = Arc::new(Shared::new(store, lock, trees, meta, recent));
    let journal = Journal::new(Arc::clone(&shared), last_seq, journal_folder, end.place, end.next_line)?;
    Ok(Opened {
        journal,
        database: Database::new(shared),
        said,
    })
}

/// A database that is too large for its journal is built anew. Where that cannot be done, it serves as it is.
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

/// The journal's segments; the first one is made where there was never a store.
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
    /// The last records of the last segment.
    last_lines: Vec<(u64, Vec<u8>)>,
}

/// Checks the last segment completely and the ends of the others: bounded, however long the history is.
fn read_last_segment(segments: &[Segment]) -> Result<End, StoreError> {
    for pair in segments.windows(2) {
        check_end(&pair[0], &pair[1])?;
    }
    let last = segments.len().saturating_sub(1);
    let Some(mut lines) = Lines::from_segment(segments, last)? else {
        return Err(StoreError::Database {
            what: "a journal without a segment".to_owned(),
        });
    };
    let mut last_lines = VecDeque::new();
    let torn = loop {
        match lines.next()? {
            Found::Line(position, record, _) => {
                if last_lines.len() == LAST_LINES {
                    last_lines.pop_front();
                }
                last_lines.push_back((position.line, record.to_vec()));
            }
            Found::End => break None,
            Found::Torn(torn) => break Some(torn),
        }
    };
    Ok(End {
        place: lines.place(),
        next_line: lines.next_line(),
        torn,
        last_lines: last_lines.into(),
    })
}

enum Sound {
    Yes(Box<(Trees, Meta)>),
    No(No),
}

/// Opens the database and says whether it can be trusted and belongs to this journal.
fn sound_database(store: &Path, segments: &[Segment], end: &End) -> Result<Sound, StoreError> {
    let no = |why: String, known| {
        let why = Unusable::Damaged(why);
        Ok(Sound::No(No { why, known }))
    };
    let was_there = folder::database_path(store).exists();
    // Read before sled may find the folder damaged: the records beside it know, too, how far the journal had come.
    let beside = || recent::known(&recent::read(&folder::database_path(store)));
    let opened = trees::open(store)?.map_err(|no| No {
        known: no.known.or_else(beside),
        ..no
    });
    if folder::suspect_path(store).exists() {
        let known = opened.map_or_else(|no| no.known, |(_, meta)| Some(Known::from(&meta)));
        return no("reading it failed while it was in use".to_owned(), known);
    }
    let (trees, meta) = match opened {
        Ok(opened) => opened,
        Err(no) => return Ok(Sound::No(no)),
    };
    let known = Some(Known::from(&meta));
    let applied = meta.applied;
    if applied.line == 0 {
        if was_there && end.next_line > 1 {
            return no("it was empty".to_owned(), beside());
        }
        return Ok(Sound::Yes(Box::new((trees, meta))));
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
    if !holds(segments, applied) || end.last_lines.iter().any(another) {
        return no("it does not belong to this journal".to_owned(), known);
    }
    Ok(Sound::Yes(Box::new((trees, meta))))
}

/// Has the journal that very line at that very place?
fn holds(segments: &[Segment], applied: Position) -> bool {
    let Ok(Some(mut lines)) = Lines::from_position(segments, applied) else {
        return false;
    };
    matches!(lines.next(), Ok(Found::Line(position, ..)) if position == applied)
}

/// Backs everything up before a newer program begins to write: the old program can be gone back to with that file.
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

/// Puts a database that cannot be used out of the way; nothing of it is deleted.
fn set_aside(store: &Path, why: &Unusable, known: Option<Known>, report: &Report) -> Result<String, StoreError> {
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

/// Cuts a torn line off, and keeps its bytes in a file beside the segments.
pub(super) fn cut_off(journal: &Path, torn: &Torn, line: u64) -> Result<String, StoreError> {
    let kept = folder::free_path(journal, &format!("torn-{line:020}"));
    let path = &torn.segment.path;
    let mut bytes = Vec::new();
    let mut segment = OpenOptions::new()
        .read(true)
        .write(true)
        .open(path)
        .map_err(io_error("cannot open", path))?;
    segment
        .seek(SeekFrom::Start(torn.offset))
        .and_then(|_| segment.read_to_end(&mut bytes))
        .map_err(io_error("cannot read", path))?;
    let mut file = folder::new_file(&kept)?;
    file.write_all(&bytes)
        .and_then(|()| file.sync_all())
        .map_err(io_error("cannot write", &kept))?;
    folder::sync_folder(journal)?;
    segment
        .set_len(torn.offset)
        .and_then(|()| segment.sync_all())
        .map_err(io_error("cannot cut off the torn line of", path))?;
    Ok(format!(
        "cut {} bytes of a record off the journal that was never written completely, and so never acknowledged; they \
         are kept in {}",
        bytes.len(),
        kept.display()
    ))
}

fn sync_segment(segment: &Segment) -> Result<(), StoreError> {
    let file = OpenOptions::new().append(true).open(&segment.path);
    file.and_then(|file| file.sync_data())
        .map_err(io_error("cannot sync", &segment.path))
}

/// Applies what the journal, of so many records, has and the database lacks; the last commit is given where the
/// database is empty.
pub(super) fn catch_up(
    trees: &Trees,
    mut meta: Meta,
    segments: &[Segment],
    from_nothing: Option<u64>,
    records: u64,
) -> Result<Meta, StoreError> {
    let mut told = Instant::now();
    let at_once = from_nothing.map_or(RECORDS_AT_ONCE, |_| RECORDS_AT_ONCE_FROM_NOTHING);
    let lines = if meta.applied.line == 0 {
        Lines::from_segment(segments, 0)?
    } else {
        Lines::from_position(segments, meta.applied)?
    };
    let Some(mut lines) = lines else {
        return Ok(meta);
    };
    loop {
        let mut changes = match from_nothing {
            Some(last_seq) => Changes::towards(trees, meta.clone(), last_seq),
            None => Changes::new(trees, meta.clone()),
        };
        let ended = loop {
            if changes.records() >= at_once {
                break false;
            }
            let Found::Line(position, bytes, _) = lines.next()? else {
                break true;
            };
            if position.line <= changes.meta().applied.line {
                continue;
            }
            let record = stored::record(position.line, bytes)?;
            check_sequence(segments, position, &record, changes.meta().last_seq)?;
            changes.add(position, &record)?;
        };
        if changes.records() > 0 {
            meta = match from_nothing {
                Some(_) => changes.carry_out_unprotected()?,
                None => changes.carry_out()?,
            };
            if told.elapsed() >= TELL_EVERY {
                tracing::info!(applied = meta.applied.line, records, "the database follows the journal");
                told = Instant::now();
            }
        }
        if ended {
            return Ok(meta);
        }
    }
}

/// Commits are numbered without gaps, beside the lines of the journal.
pub(super) fn check_sequence(
    segments: &[Segment],
    position: Position,
    record: &Record,
    last_seq: u64,
) -> Result<(), StoreError> {
    let Record::Commit(commit) = record else {
        return Ok(());
    };
    if commit.origin.seq == last_seq + 1 {
        return Ok(());
    }
    let what = format!("change {} follows change {last_seq}", commit.origin.seq);
    let segment = segments.iter().find(|segment| segment.first == position.segment);
    Err(match segment {
        Some(segment) => segment.damaged(position.line - position.segment + 1, position.offset, what),
        None => StoreError::Database { what },
    })
}
