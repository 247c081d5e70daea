//! `[reminders]` and `[[posts]]`: when people are reminded, of what, and where.

mod check;
mod rows;
mod settings;

pub(super) use check::reminders;
pub(super) use rows::{PostRows, ReminderRows};
pub(super) use settings::describe;
pub use settings::{PostConfig, ReminderConfig};
