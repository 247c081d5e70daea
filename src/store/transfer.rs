//! Exports a whole store, and imports an export.
//!
//! An export is a header line with its version and the number of records, then every line of the journal unchanged.

use super::course::{self, Course};
use super::error::io_error;
use super::folder;
use super::lines::{JournalLines, NextLine, SEGMENT_BYTES, Segment, read_line};
use super::stored::{self, Record};
use super::whole::{JournalReport, existing_segments, follow, read_all, verify};
use super::{StoreError, witness};
use crate::record::Commit;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufRead, BufWriter, Write};
use std::path::Path;

const EXPORT_VERSION: u32 = 1;

/// The journal of a store, read completely and consistent with the database, unless somebody has that open.
fn whole(store: &Path) -> Result<(Vec<Segment>, JournalReport), StoreError> {
    let segments = existing_segments(store)?;
    let whole = read_all(&segments)?;
    witness::ask(store, &segments, &whole)?;
    Ok((segments, whole.report()))
}

/// Writes out everything in a store. Changes nothing, and may run beside an open store.
pub fn export(store: &Path, to: impl Write) -> Result<JournalReport, StoreError> {
    let (segments, report) = whole(store)?;
    let mut to = BufWriter::new(to);
    let header = stored::encode(&Header {
        version: EXPORT_VERSION,
        records: report.records,
    })?;
    to.write_all(&header)
        .and_then(|()| to.write_all(b"\n"))
        .map_err(StoreError::ExportNotWritten)?;
    if let Some(mut lines) = JournalLines::from_segment(&segments, 0)? {
        for _ in 0..report.records {
            let NextLine::Line(_, _, line) = lines.next()? else {
                break;
            };
            to.write_all(line).map_err(StoreError::ExportNotWritten)?;
        }
    }
    to.flush().map_err(StoreError::ExportNotWritten)?;
    Ok(report)
}

/// Passes on every commit of a store, oldest first. Changes nothing, and may run beside an open store.
pub fn replay(store: &Path, mut each: impl FnMut(&Commit)) -> Result<JournalReport, StoreError> {
    let (segments, report) = whole(store)?;
    if let Some(mut lines) = JournalLines::from_segment(&segments, 0)? {
        for _ in 0..report.records {
            let NextLine::Line(id, bytes, _) = lines.next()? else {
                break;
            };
            if let Record::Commit(commit) = stored::record(id.line, bytes)? {
                each(&commit);
            }
        }
    }
    Ok(report)
}

/// Creates a store from an export, in a folder that is empty or does not exist yet: completely, or not at all.
pub fn import(from: impl BufRead, store: &Path) -> Result<JournalReport, StoreError> {
    let found = folder::names_in(store)?;
    let is_there = store.exists();
    if let Some(found) = found.into_iter().find(|name| !may_stay(name)) {
        return Err(StoreError::NotEmpty {
            folder: store.to_owned(),
            found,
        });
    }
    let parent = match store.parent() {
        Some(parent) if parent != Path::new("") => parent,
        Some(_) | None => Path::new("."),
    };
    let name = store
        .file_name()
        .map_or_else(|| "store".into(), |name| name.to_string_lossy());
    folder::make_folder(parent)?;
    // Inside an existing folder: the caller may not have permission to create one beside it.
    let unfinished = if is_there {
        folder::free_path(store, "journal.importing")
    } else {
        folder::free_path(parent, &format!("{name}.importing"))
    };
    folder::make_folder(&unfinished)?;
    let imported = import_into(from, &unfinished).and_then(|()| {
        let report = verify(&unfinished)?;
        if is_there {
            let (from, to) = (folder::journal_path(&unfinished), folder::journal_path(store));
            std::fs::rename(&from, &to).map_err(io_error("cannot rename the imported journal to", &to))?;
            std::fs::remove_dir(&unfinished).map_err(io_error("cannot remove", &unfinished))?;
            folder::sync_folder(store)?;
        } else {
            std::fs::rename(&unfinished, store).map_err(io_error("cannot rename the imported store to", store))?;
            folder::sync_folder(parent)?;
        }
        Ok(report)
    });
    if imported.is_err()
        && let Err(error) = std::fs::remove_dir_all(&unfinished)
    {
        tracing::warn!(%error, folder = %unfinished.display(), "an unfinished import is left behind");
    }
    imported
}

/// What may stay in a store's folder when another journal is put there: whatever is not part of the journal or its
/// database, and what was set aside.
fn may_stay(name: &str) -> bool {
    matches!(
        name,
        "matrix" | "backups" | "lock" | "control.sock" | "database.seal" | "lost+found"
    ) || name.starts_with("journal.before-")
        || name.starts_with("database.damaged-")
        || name.starts_with("database.version-")
        || name.ends_with(".backup.jsonl")
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    #[serde(rename = "rfrbot-export")]
    version: u32,
    records: u64,
}

fn import_into(from: impl BufRead, store: &Path) -> Result<(), StoreError> {
    let journal = folder::journal_path(store);
    folder::make_folder(&journal)?;
    let mut segment = Segment::new(&journal, 1);
    let mut file = BufWriter::new(folder::new_file(&segment.path)?);
    let mut length = 0u64;
    let mut course = Course::default();
    read_export(from, |line, record, text| {
        if let Record::Commit(commit) = record {
            course
                .follow(commit)
                .and_then(|()| course::texts(text))
                .map_err(|why| StoreError::Export {
                    line: line + 1,
                    expected: "what can have happened".to_owned(),
                    found: why,
                })?;
        }
        if length >= SEGMENT_BYTES {
            let next = Segment::new(&journal, line);
            let following = BufWriter::new(folder::new_file(&next.path)?);
            finish(std::mem::replace(&mut file, following), &segment)?;
            segment = next;
            length = 0;
        }
        length += text.len() as u64;
        file.write_all(text).map_err(io_error("cannot write", &segment.path))
    })?;
    finish(file, &segment)?;
    folder::sync_folder(&journal)?;
    folder::sync_folder(store)
}

/// Reads an export and checks every record of it; each line is passed on with its number and its line break.
pub(super) fn read_export(
    mut from: impl BufRead,
    mut each: impl FnMut(u64, &Record, &[u8]) -> Result<(), StoreError>,
) -> Result<JournalReport, StoreError> {
    let refused = |line: u64, expected: String, found: &[u8]| {
        let found = if found.is_empty() {
            "the end".to_owned()
        } else {
            let text = String::from_utf8_lossy(found);
            format!("`{}`", text.trim_end().chars().take(80).collect::<String>())
        };
        StoreError::Export { line, expected, found }
    };
    let mut text = Vec::new();
    from.read_until(b'\n', &mut text).map_err(StoreError::ExportNotRead)?;
    let header = serde_json::from_slice::<Header>(&text).ok();
    let Some(Header { records, .. }) = header.filter(|header| header.version == EXPORT_VERSION) else {
        let expected = format!(r#"the header {{"rfrbot-export":{EXPORT_VERSION},"records":N}}"#);
        return Err(refused(1, expected, &text));
    };
    let mut last_seq = 0;
    for line in 1..=records {
        text.clear();
        from.read_until(b'\n', &mut text).map_err(StoreError::ExportNotRead)?;
        let expected = |what: &str| format!("record {line} of {records}{what}");
        let whole = text.strip_suffix(b"\n").unwrap_or(&text);
        let (found, _, record) = match read_line(whole) {
            Ok(read) => read,
            Err(_) if text.is_empty() => return Err(refused(line + 1, expected(""), &text)),
            Err(why) => return Err(refused(line + 1, expected(&format!(" ({why})")), &text)),
        };
        if found != line || !text.ends_with(b"\n") {
            return Err(refused(line + 1, expected(", whole and in order"), &text));
        }
        let record =
            stored::record(line, record).map_err(|error| refused(line + 1, expected(&format!(" ({error})")), &text))?;
        last_seq =
            follow(&record, last_seq).map_err(|_| refused(line + 1, format!("change {}", last_seq + 1), &text))?;
        each(line, &record, &text)?;
    }
    text.clear();
    from.read_until(b'\n', &mut text).map_err(StoreError::ExportNotRead)?;
    if !text.is_empty() {
        return Err(refused(records + 2, "the end".to_owned(), &text));
    }
    Ok(JournalReport {
        segments: 1,
        records,
        last_seq,
        torn: false,
    })
}

fn finish(file: BufWriter<File>, segment: &Segment) -> Result<(), StoreError> {
    let synced = file
        .into_inner()
        .map_err(std::io::IntoInnerError::into_error)
        .and_then(|file| file.sync_all());
    synced.map_err(io_error("cannot write", &segment.path))
}
