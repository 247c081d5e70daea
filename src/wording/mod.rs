//! Every sentence that a person reads.
//!
//! Each function takes the facts and returns a [`crate::text::Message`] or [`crate::text::Paragraph`]; nobody else writes
//! sentences. A refusal says what was refused, why, and the next command to type.

mod absences;
mod adopting;
mod announcements;
mod answers;
mod asides;
mod breaks;
mod calendars;
mod captures;
mod changes;
mod denials;
mod digest;
mod freezes;
mod help;
mod history;
mod html;
mod list;
mod mails;
mod misunderstandings;
mod notices;
mod operations;
mod phrases;
mod refusals;
mod remedies;
mod reminders;
mod rules;
mod todo;

pub use answers::{Overview, SeenAs};
pub use breaks::BreakTold;
pub use changes::Told;
pub use digest::Digest;
pub use freezes::Caught;
pub use help::table_of_commands;
pub use list::{Arrived, NoDiscussion, Unanswered, Unsent, UnsentState};
pub use mails::{Letter, Moved};
pub use phrases::cut;
pub use reminders::{Upcoming, called};

/// Says things; knows how commands are typed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// What commands begin with: `!rfr`.
    pub prefix: String,
}
