//! Every sentence that people read.
//!
//! Each function takes facts and returns a [`crate::text::Message`] or [`crate::text::Paragraph`]; sentences are
//! written nowhere else. A refusal says what was refused, why, and the next command to type.

mod absences;
mod adopting;
mod announcements;
mod answers;
mod asides;
mod breaks;
mod bus;
mod calendars;
mod calls;
mod captures;
mod changes;
mod denials;
mod digest;
mod freezes;
mod help;
mod history;
mod html;
mod linking;
mod list;
mod mails;
mod misunderstandings;
mod notices;
mod operations;
mod outlook;
pub mod page;
mod phrases;
mod production_day;
mod questions;
mod refusals;
mod remedies;
mod reminders;
mod review;
mod rules;
mod shortly;
mod since;
mod todo;
mod tracker;
mod upkeep;
mod whoami;

pub use announcements::kinds_of_news;
pub use answers::Overview;
pub use asides::LastAside;
pub use breaks::{BreakTold, Way};
pub use captures::LinesTaken;
pub use changes::Told;
pub use digest::Digest;
pub use freezes::Caught;
pub use help::{May, table_of_commands};
pub use list::{Arrived, NoDiscussion, Unanswered, Unsent, UnsentState};
pub use mails::{Letter, MoveReason};
pub use phrases::cut;
pub use reminders::{Upcoming, called};
pub use review::{REVIEW_SHOWN, Review};
pub use since::HasMoved;
pub use whoami::SeenAs;

/// Makes the sentences; knows the prefix of commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What commands begin with: `!rfr`.
    pub prefix: String,
    /// Bars of progress in plain ASCII?
    pub ascii: bool,
    /// The address of the board, without a slash at its end, where there is one.
    pub board: Option<String>,
}
