//! What the operator decides about freezes and absences: `[freezes]`.

use super::rows::FreezeRows;
use crate::calendar::{Automatic, Calendar};
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// `[freezes]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Freezes {
    /// `[[freezes.windows]]`: the config's own freezes.
    pub windows: Calendar,
    /// `import`: published calendars of freezes.
    pub imports: Vec<CalendarSource>,
    /// `absences`: calendars of who is away when.
    pub absences: Vec<CalendarSource>,
    /// How often they are all read again.
    pub refresh: Duration,
    /// What happens on a predicted day without a person.
    pub automatic: Automatic,
    /// A private authority in addition to the system's, for addresses with https.
    pub ca_file: Option<PathBuf>,
    /// May calendars come over plain http from other machines?
    pub plain: bool,
}

impl Freezes {
    /// What the section means for a run.
    pub(in crate::config) fn describe(&self) -> Vec<String> {
        let hours = self.refresh.as_secs() / 3600;
        let again = match hours {
            1 => "every hour".to_owned(),
            hours => format!("every {hours} hours"),
        };
        let windows = self.windows.freezes().iter().map(|freeze| {
            format!(
                "[[freezes.windows]] {} from {} to {}, both days included.",
                freeze.name, freeze.from, freeze.to
            )
        });
        let read = |what: &'static str, sources: &[CalendarSource]| -> Vec<String> {
            let sources = sources.iter();
            sources
                .map(|source| {
                    format!(
                        "[freezes] {what} are read from {}, at the start and {again}.",
                        source.location
                    )
                })
                .collect()
        };
        let mut lines: Vec<String> = windows.collect();
        lines.extend(read("freezes", &self.imports));
        lines.extend(read("absences", &self.absences));
        if self.automatic.start {
            lines.push(
                "[freezes] a freeze is in force by itself on its predicted days, unless somebody started or lifted it."
                    .to_owned(),
            );
        }
        lines
    }
}

impl Default for Freezes {
    fn default() -> Self {
        Self {
            windows: Calendar::default(),
            imports: Vec::new(),
            absences: Vec::new(),
            refresh: FreezeRows::default().refresh_hours.hours(),
            automatic: Automatic::default(),
            ca_file: None,
            plain: false,
        }
    }
}

/// A published calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarSource {
    /// As the config names it: history and answers call it so.
    pub name: String,
    /// Where it is.
    pub location: Location,
}

/// Where a calendar is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Location {
    /// On this machine.
    File(PathBuf),
    /// On a web server.
    Address(String),
}

impl Location {
    /// The file, where it is one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Address(_) => None,
        }
    }
}

/// The path, or the address.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Address(address) => f.write_str(address),
        }
    }
}
