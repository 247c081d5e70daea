//! Freezes and absences: on which days production must not change, and when people are away.
//!
//! ```text
//! config ─┐
//! import ─┼─► FreezeBook ─► Calendar      the frozen days as decisions read them
//! facts  ─┘       ├──────► in_force, overdue, start_due, …   what reminders and answers read
//!                 └──────► decide_freeze, decide_absence         what people order
//! ```
//!
//! A calendar only predicts. A freeze is in force from the moment somebody starts it until somebody lifts it
//! ([`FreezeFact`]), whatever the calendar says in between. The infrastructure freeze is not the release's own freeze:
//! they start up to a day apart and end days apart.
//!
//! Days are UTC days. This room has no clock and reads no files: `now` and `today` are arguments, files arrive as
//! bytes. Of the other rooms it knows only who may order what.

mod absence;
mod book;
mod changes;
mod decide;
pub mod import;
mod outage;
mod questions;
mod reading;
mod window;

pub use absence::{Absence, AbsenceFact, Absences};
pub use book::{
    Expected, ExpectedBy, FreezeBook, FreezeDays, FreezeFact, FreezeMark, Initiator, Prediction, Source, Window,
    WindowState, Word,
};
pub use changes::{Moved, WindowChange, changes};
pub use decide::{
    AbsenceAlready, AbsenceChange, AbsenceRefusal, FreezeAlready, FreezeChange, FreezeRefusal, StartOrLift,
    decide_absence, decide_freeze,
};
pub use outage::{Outage, Outages};
pub use questions::{Automatic, InForce, Near, Overdue, StartDue};
pub use reading::{CalendarKind, CalendarReading, Content, shown_source};
pub use window::{DaySpan, FreeName, FreezeKey, Milestone, Predictions, Release};

use chrono::{Days, NaiveDate};

/// An infrastructure freeze, from its first to its last day (both included).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Freeze {
    /// Its name among people: `F45 beta`.
    pub name: String,
    /// The first frozen day.
    pub from: NaiveDate,
    /// The last frozen day.
    pub to: NaiveDate,
}

/// The frozen days known at one moment: the basis of decisions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    freezes: Vec<Freeze>,
}

impl Calendar {
    /// A calendar of these freezes, in any order.
    pub fn new(mut freezes: Vec<Freeze>) -> Self {
        freezes.sort_by_key(|freeze| (freeze.from, freeze.to));
        Self { freezes }
    }

    /// Every freeze, earliest first.
    pub fn freezes(&self) -> &[Freeze] {
        &self.freezes
    }

    /// The freeze that covers a day.
    pub fn freeze_on(&self, day: NaiveDate) -> Option<&Freeze> {
        self.freezes
            .iter()
            .find(|freeze| freeze.from <= day && day <= freeze.to)
    }

    /// The first day from `day` on that no freeze covers.
    pub fn first_free_day(&self, mut day: NaiveDate) -> NaiveDate {
        while let Some(freeze) = self.freeze_on(day) {
            let Some(next) = freeze.to.checked_add_days(Days::new(1)) else {
                break;
            };
            day = next;
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn a_freeze_covers_its_first_and_its_last_day() {
        let calendar = Calendar::new(vec![
            Freeze {
                name: "F42 final".into(),
                from: day("2025-04-01"),
                to: day("2025-04-16"),
            },
            Freeze {
                name: "an outage week".into(),
                from: day("2025-04-17"),
                to: day("2025-04-20"),
            },
        ]);
        assert!(calendar.freeze_on(day("2025-03-31")).is_none());
        assert!(calendar.freeze_on(day("2025-04-01")).is_some());
        assert!(calendar.freeze_on(day("2025-04-16")).is_some());
        assert_eq!(calendar.first_free_day(day("2025-04-05")), day("2025-04-21"));
        assert_eq!(calendar.first_free_day(day("2025-04-21")), day("2025-04-21"));
    }
}
