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
