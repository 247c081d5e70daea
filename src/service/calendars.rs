//! Calendar files of the config: read from the disk, handed to the desk, and kept.

use crate::calendar::Predictions;
use crate::calendar::import;
use crate::config::CalendarSource;
use crate::desk::{CalendarFile, Desk};
use crate::store::{Database, Journal, StoreError};
use chrono::{DateTime, Utc};
use std::path::Path;

/// Reads a calendar file: JSON where its name or its first letter says so, else iCalendar.
///
/// The error says why it cannot be read; remarks go to the log.
pub fn read_calendar(path: &Path) -> Result<Predictions, String> {
    let size = std::fs::metadata(path).map_err(|error| error.to_string())?;
    if !size.is_file() {
        return Err("it is no file".to_owned());
    }
    // Looked at before it is read, so that a huge file never comes into memory.
    if size.len() > import::MAX_BYTES as u64 {
        let bytes = usize::try_from(size.len()).unwrap_or(usize::MAX);
        return Err(import::ImportError::TooLarge { bytes }.to_string());
    }
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    let is_json = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
        || bytes.trim_ascii_start().starts_with(b"{");
    let read = if is_json {
        import::json(&bytes)
    } else {
        import::ics(&bytes)
    };
    let imported = read.map_err(|error| error.to_string())?;
    for remark in &imported.remarks {
        tracing::debug!(file = %path.display(), ?remark, "read a calendar");
    }
    Ok(imported.predictions)
}

/// Reads the calendars of the config and keeps what they say that is new, before anything is heard.
pub fn take_calendars(
    desk: &mut Desk<Database>,
    journal: &mut Journal,
    sources: &[CalendarSource],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let files = sources.iter().map(|source| CalendarFile {
        name: source.name.clone(),
        read: read_calendar(&source.path),
    });
    if let Some(commit) = desk.calendars_read(files.collect(), now) {
        journal.commit(&[commit])?;
        desk.committed();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{self, File};

    #[test]
    fn a_calendar_that_is_missing_empty_malformed_or_huge_says_so() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = |name: &str| folder.path().join(name);
        let why = |name: &str| read_calendar(&path(name)).expect_err("no calendar");
        assert!(why("missing.ics").contains("No such file"), "{}", why("missing.ics"));
        assert_eq!(read_calendar(folder.path()), Err("it is no file".to_owned()));
        fs::write(path("empty.ics"), " \n").expect("a file can be written");
        assert!(why("empty.ics").contains("empty"), "{}", why("empty.ics"));
        fs::write(path("broken.json"), "{\"tasks\": [").expect("a file can be written");
        assert!(why("broken.json").contains("line 1"), "{}", why("broken.json"));
        let huge = File::create(path("huge.ics")).expect("a file can be made");
        huge.set_len(import::MAX_BYTES as u64 + 1).expect("a file can be long");
        assert!(why("huge.ics").contains("at most"), "{}", why("huge.ics"));
    }

    #[test]
    fn both_formats_are_told_apart_by_what_they_are() {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
        for name in ["fedora-releases-keytasks.ics", "schedules-tools-sample.json"] {
            assert!(
                !read_calendar(&data.join(name)).expect("a calendar").is_empty(),
                "{name}"
            );
        }
    }
}
