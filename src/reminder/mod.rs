//! Reminders: the bot remembers so that people need not.
//!
//! Pure: no I/O, no clock. [`due()`] says what is to be said now, [`next_due`] when to ask again, and both derive it
//! from the state: acting on a thing ends its [`Cause`], and with it the reminder. The only thing remembered is what
//! was made ([`Memory`], from [`ReminderFact`]s), so that each [`Key`] is made exactly once.
//!
//! A cause has times (14 days after a question was asked, 28, 56 …). Of those that have passed, only the last one is
//! due, and only if it was not made: whatever was missed becomes one reminder. A reminder comes at the first full hour
//! after its time that is not quiet; at most one post comes in an hour.
//!
//! After a step of the clock:
//! - backwards by up to two days, nothing is said again, not even what had been skipped;
//! - backwards by more, the clock had been wrong: no key is made twice, and reminders go on from the right time. What
//!   the wrong clock told too early is not told again at its time, be it several in a row; every other one is;
//! - forwards, all that the step passed over comes in one post.
//!
//! The same holds for the times of [`recurring`] posts, of which only the last one is made up for.

mod causes;
pub mod decide;
mod due;
mod hours;
mod key;
mod memory;
pub mod recurring;
mod series;
mod settings;
mod what;
mod zone;

pub use due::{Due, Post, Target, due, next_due, posts, upcoming, waiting};
pub use hours::{Hours, HoursError};
pub use key::{Cause, Key, Kind, NoKey, Subject};
pub use memory::{How, Memory, Mute, ReminderFact, Snoozable, Snooze};
pub use settings::{PerPhase, Rhythm, Settings};
pub use what::What;
pub use zone::Zone;

use crate::people::Directory;
use crate::rfr::Rfr;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// How far a clock may be set back before what it showed is taken for wrong.
const SET_BACK: TimeDelta = TimeDelta::days(2);

/// Everything that reminders depend on, beside the moment.
#[derive(Clone, Copy, Debug)]
pub struct World<'a> {
    /// The open RFRs; others are passed over.
    pub rfrs: &'a [&'a Rfr],
    /// The freezes that are predicted or in force; not those that are lifted.
    pub freezes: &'a [FreezeWindow],
    /// Groups as they are at this moment.
    pub directory: &'a Directory,
    /// What the operator decided.
    pub settings: &'a Settings,
    /// What was made, and what people said.
    pub memory: &'a Memory,
}

/// A freeze as far as reminders care.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreezeWindow {
    /// What people call it; always written the same way.
    pub name: String,
    /// The first day: predicted.
    pub from: NaiveDate,
    /// The last day: predicted, or expected where it is in force.
    pub to: NaiveDate,
    /// Since when it is in force, if it is.
    pub in_force_since: Option<DateTime<Utc>>,
}
