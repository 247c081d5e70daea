//! The checked form of `[freezes]`.

use super::rows::FreezeRows;
use crate::calendar::{Automatic, Calendar, CalendarKind, shown_source};
use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// `[freezes]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Freezes {
    /// `[[freezes.windows]]`: freezes in the config itself.
    pub windows: Calendar,
    /// `import`: published calendars of freezes.
    pub imports: Vec<CalendarSource>,
    /// `absences`: calendars of who is away when.
    pub absences: Vec<CalendarSource>,
    /// The infra repository's flag.
    pub flag: Option<CalendarSource>,
    /// Status pages with planned outages.
    pub outages: Vec<CalendarSource>,
    /// Calendars of meetings.
    pub meetings: Vec<CalendarSource>,
    /// How often all of them are read.
    pub refresh: Duration,
    /// What happens on a predicted day without a person's command.
    pub automatic: Automatic,
    /// A private certificate authority in addition to the system's, for https addresses.
    pub ca_file: Option<PathBuf>,
    /// May calendars be fetched from other machines by plain http?
    pub plain: bool,
}

impl Freezes {
    /// Everything that is read, with what it is about.
    pub fn sources(&self) -> impl Iterator<Item = (CalendarKind, &CalendarSource)> {
        of(CalendarKind::Freezes, &self.imports)
            .chain(of(CalendarKind::Absences, &self.absences))
            .chain(of(CalendarKind::Flag, self.flag.as_slice()))
            .chain(of(CalendarKind::Outages, &self.outages))
            .chain(of(CalendarKind::Meetings, &self.meetings))
    }

    /// The section's effect on a run.
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
        lines.extend(read("planned outages", &self.outages));
        lines.extend(read("meetings", &self.meetings));
        if let Some(flag) = &self.flag {
            lines.push(format!(
                "[freezes] the flag InfraFrozen is read from {}, at the start and {again}; {}.",
                flag.location,
                if self.automatic.flag {
                    "what it says when it changes is so by itself"
                } else {
                    "what it says is proposed, and people decide"
                }
            ));
        }
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
            flag: None,
            outages: Vec::new(),
            meetings: Vec::new(),
            refresh: FreezeRows::default().refresh_hours.hours(),
            automatic: Automatic::default(),
            ca_file: None,
            plain: false,
        }
    }
}

fn of(kind: CalendarKind, sources: &[CalendarSource]) -> impl Iterator<Item = (CalendarKind, &CalendarSource)> {
    sources.iter().map(move |source| (kind, source))
}

/// A published calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarSource {
    /// Its name in the config, used in history and answers.
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
    /// The path, if it is a file.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Address(_) => None,
        }
    }
}

/// Shows the path, or the address without what may be secret in it.
impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Address(address) => f.write_str(shown_source(address)),
        }
    }
}
