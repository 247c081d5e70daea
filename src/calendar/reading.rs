//! A published calendar as it was just read: what it says, or why it could not be read.

use super::absence::Absence;
use super::window::Predictions;

/// One reading of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The calendar, as the config names it.
    pub name: String,
    /// What it says, or why it could not be read.
    pub read: Result<Content, String>,
    /// What is odd about it, or was left out, in sentences for the operator.
    pub remarks: Vec<String>,
}

/// What a calendar says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// When freezes are.
    Freezes(Predictions),
    /// Who is away when, by account.
    Absences(Vec<(String, Absence)>),
}
