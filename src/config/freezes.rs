//! What the operator decides about freezes and absences: `[freezes]`.

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
    /// Six hours: calendars move a few times in a year.
    pub(super) const DEFAULT_REFRESH_HOURS: u64 = 6;
}

impl Default for Freezes {
    fn default() -> Self {
        Self {
            windows: Calendar::default(),
            imports: Vec::new(),
            absences: Vec::new(),
            refresh: Duration::from_secs(Self::DEFAULT_REFRESH_HOURS * 60 * 60),
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
