//! `[freezes]`: what the operator decides about freezes and absences.

mod calendars;
mod check;
mod rows;

pub use calendars::{CalendarSource, Freezes, Location};
pub(super) use check::freezes;
pub(super) use rows::FreezeRows;
