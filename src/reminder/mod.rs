//! Reminders: the bot remembers so that people need not.
//!
//! Pure: no I/O, no clock. [`due()`] returns what to say now, [`next_due`] when to ask again; both derive it from the
//! state: acting on a thing ends its [`Cause`], and with it the reminder. Only past reminders are remembered
//! ([`ReminderMemory`], from [`ReminderFact`]s), so that each [`ReminderKey`] is sent exactly once.
//!
//! A cause has times (14 days after a question was asked, 28, 56 …). Of those that have passed, only the last is due,
//! and only if it was not sent: everything missed becomes one reminder. A reminder comes at the first full hour after
//! its time that is not quiet; at most one post comes in an hour.
//!
//! When the clock is changed:
//! - back by up to two days: nothing is said again, not even what had been skipped;
//! - back by more: the clock had been wrong. No key is sent twice, and reminders continue from the right time. What the
//!   wrong clock sent too early is not sent again at its time, even if it is several in a row; everything else is;
//! - forward: everything skipped comes in one post.
//!
//! The same applies to [`recurring`] posts: only the last missed one is sent.

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

pub use due::{Due, DuePost, Target, due, next_due, posts, upcoming, waiting};
pub use hours::{Hours, HoursError};
pub use key::{Cause, NoKey, ReminderKey, ReminderKind, ReminderSubject};
pub use memory::{How, Mute, ReminderFact, ReminderMemory, Snoozable, Snooze};
pub use settings::{PerPhase, ReminderSettings, Rhythm};
pub use what::What;
pub use zone::Zone;

use crate::people::Directory;
use crate::rfr::{Rfr, RfrId};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// How far a clock may be set back before its earlier time counts as wrong.
const SET_BACK: TimeDelta = TimeDelta::days(2);

/// When a yearly look at what was looked after last at `since` is to be asked for next, apart from hours and budgets.
pub fn next_look(
    id: RfrId,
    since: DateTime<Utc>,
    settings: &ReminderSettings,
    memory: &ReminderMemory,
    now: DateTime<Utc>,
) -> DateTime<Utc> {
    let Rhythm { first, again, .. } = settings.upkeep;
    let first = since + TimeDelta::days(i64::from(first));
    let last = memory.reminded_at(&causes::upkeep_of(id, since), now);
    last.map_or(first, |last| first.max(last + TimeDelta::days(i64::from(again))))
}

/// Everything that reminders depend on, apart from the time.
#[derive(Clone, Copy, Debug)]
pub struct World<'a> {
    /// The open RFRs, and those in maintenance that may have to be looked after; others are ignored.
    pub rfrs: &'a [&'a Rfr],
    /// Freezes predicted or in force; not lifted ones.
    pub freezes: &'a [FreezeWindow],
    /// The groups at this moment.
    pub directory: &'a Directory,
    /// The operator's settings.
    pub settings: &'a ReminderSettings,
    /// Which reminders were sent, and what people said.
    pub memory: &'a ReminderMemory,
}

/// A freeze as far as reminders care.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreezeWindow {
    /// Its name, always spelled the same way.
    pub name: String,
    /// The predicted first day.
    pub from: NaiveDate,
    /// The last day: predicted, or expected if it is in force.
    pub to: NaiveDate,
    /// Since when it is in force, if it is.
    pub in_force_since: Option<DateTime<Utc>>,
}
