//! Reads published calendars: which days they predict for which freeze.
//!
//! Two formats are read. One is iCalendar ([`ics()`]): either the key tasks of several releases (titles like `F45: Beta
//! Freeze …`), or the raw output of schedules-tools for one release. The other is that tool's JSON ([`json()`]). Both
//! give the same days. Absences are read by [`absences()`].
//!
//! An invalid file gives an error and nothing else, so that the caller keeps the last good calendar. That includes a
//! file without a single freeze, and a truncated one. In a complete file a broken event loses only itself, and a
//! [`Remark`] says so.

mod events;
mod ics;
mod meetings;
mod names;
mod repeats;
mod status;
mod tasks;
mod tree;

pub use events::{Absent, absences};
pub use meetings::{Meetings, meetings};
pub use names::Names;
pub use status::{FLAG, flag, outages};
pub use tasks::{Imported, Remark};

use thiserror::Error;

/// Largest file that is read, in bytes; published ones are far below 1 MiB.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// Most events or tasks in one file; published ones have a few hundred.
pub const MAX_EVENTS: usize = 20_000;

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportError {
    /// It is empty.
    #[error("the file is empty; expected {expected}")]
    Empty {
        /// What was expected.
        expected: &'static str,
    },
    /// It is a web page, as bot blockers show it.
    #[error(
        "it is a web page, not the file itself; its server may keep robots out. Name the address of the file itself, or \
         download it with a browser and name the file"
    )]
    WebPage,
    /// It is larger than any real calendar.
    #[error(
        "the file has {bytes} bytes; at most {MAX_BYTES} are read. Name a smaller one; of calendars, one of key tasks only"
    )]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// It has more entries than any real calendar.
    #[error(
        "the file has more than {MAX_EVENTS} events or tasks. Name a smaller one; of calendars, one of key tasks only"
    )]
    TooManyEvents,
    /// It is not text.
    #[error("byte {position} is not UTF-8 text; expected {expected}")]
    NotText {
        /// How many bytes before the error are text.
        position: usize,
        /// What should be there.
        expected: &'static str,
    },
    /// A line is invalid in this format.
    #[error("line {line}: expected {expected}, found {found}")]
    Malformed {
        /// The line, from 1.
        line: usize,
        /// What was expected.
        expected: String,
        /// What was found, shortened.
        found: String,
    },
    /// It names no release.
    #[error("{title:?} does not say of which release; expected a title like \"F45: …\", or a calendar named f-45")]
    NoRelease {
        /// The freeze's title, shortened.
        title: String,
    },
    /// The days of a freeze cannot be read.
    #[error("{title:?} has no readable days; expected {expected}")]
    NoDays {
        /// The freeze's title, shortened.
        title: String,
        /// What was expected.
        expected: &'static str,
    },
    /// An event has an impossible repeat interval.
    #[error(
        "{title:?} repeats with an interval of {interval}; expected a whole number from 1 to 65535, as in RFC 5545, section 3.3.10"
    )]
    Interval {
        /// The event's title, shortened.
        title: String,
        /// The interval found.
        interval: String,
    },
    /// A freeze is impossibly long.
    #[error(
        "{window} would last {days} days; a freeze of more than {} days is a mistake in the file",
        tasks::MAX_DAYS
    )]
    TooLong {
        /// Which one.
        window: String,
        /// Its length.
        days: i64,
    },
    /// An entry of a status page is no outage.
    #[error(
        "{title}: its {field} is {found}; expected a title, a startdate and perhaps an enddate such as 2026-05-12T11:00:00+0000"
    )]
    Outage {
        /// Its title, shortened.
        title: String,
        /// What of it is wrong.
        field: &'static str,
        /// What stands there, shortened.
        found: String,
    },
    /// The flag is missing, or stands there more than once.
    #[error("{count} lines in it begin with InfraFrozen; expected one, InfraFrozen: true or false")]
    NoFlag {
        /// How many lines name it.
        count: usize,
    },
    /// The flag has no plain value.
    #[error("InfraFrozen is {found:?}; expected true or false")]
    Flag {
        /// What it is, shortened.
        found: String,
    },
    /// It is a calendar, but not of freezes.
    #[error(
        "no freeze is in it; expected tasks named \"Beta Freeze\", \"Final Freeze\" or \"… Infrastructure Change Freeze\""
    )]
    NoFreezes,
}

/// Reads the freezes of an iCalendar file.
pub fn ics(bytes: &[u8]) -> Result<Imported, ImportError> {
    let (tasks, broken) = events::tasks(&ics::calendars(bytes)?);
    tasks::freezes(&tasks, broken)
}

/// Reads the freezes of a JSON file of schedules-tools.
pub fn json(bytes: &[u8]) -> Result<Imported, ImportError> {
    tasks::freezes(&tree::tasks(bytes)?, Vec::new())
}

fn text<'a>(bytes: &'a [u8], expected: &'static str) -> Result<&'a str, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| ImportError::NotText {
        position: error.valid_up_to(),
        expected,
    })?;
    // A byte order mark belongs to neither format, but some editors write one.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(ImportError::Empty { expected });
    }
    if is_web_page(text) {
        return Err(ImportError::WebPage);
    }
    Ok(text)
}

fn is_web_page(text: &str) -> bool {
    let begins = |tag: &str| {
        text.trim_start()
            .get(..tag.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(tag))
    };
    ["<!doctype html", "<html", "<head", "<body"].into_iter().any(begins)
}

/// Text from a file, short and plain enough for an error message.
fn shortened(words: &str) -> String {
    const LONGEST: usize = 100;
    let mut plain: String = words.chars().filter(|c| !c.is_control()).take(LONGEST + 1).collect();
    if plain.chars().count() > LONGEST {
        plain.pop();
        plain.push('…');
    }
    plain
}
