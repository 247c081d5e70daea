//! `[freezes]`: the operator's settings for freezes and absences.

mod calendars;
mod check;
mod rows;

pub use calendars::{CalendarSource, Freezes, Location};
pub(super) use check::freezes;
pub(super) use rows::FreezeRows;
