//! A published calendar just read: its contents, or why it could not be read.

use super::absence::Absence;
use super::import::Meetings;
use super::outage::Outage;
use super::window::Predictions;

/// One reading of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarReading {
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
