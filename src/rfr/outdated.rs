//! What makes a sign-off outdated.

use crate::people::Account;
use crate::sop::{Edition, Phase, Topic};
use chrono::NaiveDate;

/// What changed after a sign-off, so that it no longer counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outdated {
    /// A question was opened.
    QuestionOpened(u32),
    /// An answer was corrected.
    AnswerCorrected(u32),
    /// A decision was changed.
    DecisionChanged(Topic),
    /// An item of the SOP is not done after all.
    ItemUndone(String),
    /// The SOPs were taken back.
    SopsTakenBack,
    /// The production date moved.
    DateMoved {
        /// From that day.
        from: NaiveDate,
        /// To that one.
        to: NaiveDate,
    },
    /// The production date was taken back.
    DateTakenBack,
    /// The production date came into a freeze.
    DateFrozen {
        /// That day.
        date: NaiveDate,
        /// The freeze's name.
        freeze: String,
    },
    /// Somebody else sponsors it.
    OtherSponsor(Account),
    /// Nobody sponsors it.
    NoSponsor,
    /// The discussion on the list was taken back.
    DiscussionTakenBack,
    /// Nobody is recorded as maintaining it.
    NobodyMaintains,
    /// It went back to an earlier phase.
    WentBack(Phase),
    /// It follows another edition of the SOP.
    OtherEdition(Edition),
    /// It had ended and was reopened.
    Reopened,
    /// In words, as older records have it.
    Words(String),
}
