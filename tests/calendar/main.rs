//! The calendar over real files: the published key tasks of Fedora releases, the raw output of schedules-tools, and
//! seven years of the team's own freeze flag.

mod absences;
mod broken;
mod flips;
mod published;
mod written;

use chrono::NaiveDate;
use rfrbot::calendar::import::{self, Absent, Imported, Names};
use rfrbot::calendar::{FreezeKey, Predictions};

pub(crate) const KEY_TASKS: &[u8] = include_bytes!("../data/fedora-releases-keytasks.ics");
pub(crate) const SAMPLE_ICS: &[u8] = include_bytes!("../data/schedules-tools-sample.ics");
pub(crate) const SAMPLE_JSON: &[u8] = include_bytes!("../data/schedules-tools-sample.json");

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(crate) fn key(name: &str) -> FreezeKey {
    FreezeKey::from_name(name).expect("a key")
}

pub(crate) fn people() -> Names {
    Names::new(["kevin", "smooge", "humaton"], [])
}

pub(crate) fn told(predictions: &Predictions) -> Vec<String> {
    predictions
        .iter()
        .map(|(key, span)| format!("{key}: {} to {}", span.from(), span.to()))
        .collect()
}

pub(crate) fn key_tasks() -> Imported {
    import::ics(KEY_TASKS).expect("the published calendar is read")
}

/// The absence in an event with these lines, read in November 2026.
pub(crate) fn absent(event: &str) -> Result<Absent, import::ImportError> {
    let calendar =
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    let names = Names::new(["kevin", "smooge"], [("kevin@example.org", "kevin")]);
    import::absences(calendar.as_bytes(), &names, day("2026-11-27"))
}
