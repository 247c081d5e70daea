//! A published calendar just read: its contents, or why it could not be read.

use super::absence::Absence;
use super::import::Meetings;
use super::outage::Outage;
use super::window::Predictions;

/// What a calendar is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CalendarKind {
    /// When freezes are.
    Freezes,
    /// Who is away when.
    Absences,
    /// The infra repository's flag.
    Flag,
    /// Which outages are planned.
    Outages,
    /// When meetings begin.
    Meetings,
}

impl CalendarKind {
    /// The key under `[freezes]` that names such calendars.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Freezes => "import",
            Self::Absences => "absences",
            Self::Flag => "flag",
            Self::Outages => "outages",
            Self::Meetings => "meetings",
        }
    }

    /// What counts while it cannot be read.
    pub const fn what_counts(self) -> &'static str {
        match self {
            Self::Freezes | Self::Absences | Self::Flag => "its last good reading, if there is one,",
            Self::Outages | Self::Meetings => "only what it said since the bot started",
        }
    }

    /// What it is called before its name.
    pub const fn noun(self) -> &'static str {
        match self {
            Self::Freezes | Self::Absences | Self::Meetings => "calendar",
            Self::Flag => "flag's file",
            Self::Outages => "status page",
        }
    }
}

/// What is shown of a source's name: an address without its query, where private calendars have their secret.
pub fn shown_source(name: &str) -> &str {
    if name.contains("://") {
        name.split(['?', '#']).next().unwrap_or_default()
    } else {
        name
    }
}

/// One reading of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarReading {
    /// What it is about.
    pub kind: CalendarKind,
    /// Its name in the config.
    pub name: String,
    /// Its contents, or why it could not be read.
    pub read: Result<Content, String>,
    /// Oddities and omissions, in sentences for the operator.
    pub remarks: Vec<String>,
}

/// What a calendar says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// When freezes are.
    Freezes(Predictions),
    /// Who is away when, by account.
    Absences(Vec<(String, Absence)>),
    /// Does the infra repository's flag say that a freeze is in force?
    Flag(bool),
    /// Which outages are planned.
    Outages(Vec<Outage>),
    /// When meetings begin.
    Meetings(Meetings),
}

#[cfg(test)]
mod tests {
    use super::shown_source;

    #[test]
    fn the_secret_in_the_query_of_an_address_is_not_shown() {
        for (name, shown) in [
            (
                "https://cal.example.org/a.ics?token=SECRET",
                "https://cal.example.org/a.ics",
            ),
            ("https://cal.example.org/a/#SECRET", "https://cal.example.org/a/"),
            ("https://cal.example.org/a.ics", "https://cal.example.org/a.ics"),
            ("what?.ics", "what?.ics"),
        ] {
            assert_eq!(shown_source(name), shown);
        }
    }
}
