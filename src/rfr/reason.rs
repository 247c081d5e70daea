//! Why something that was done is not any more.

use crate::sop::{Edition, Phase};

/// Why something was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// In somebody's words; may be empty. Records older than these kinds have the bot's words here, too.
    Words(String),
    /// The RFR went back to an earlier phase.
    WentBack(Phase),
    /// This edition, which it follows from now on, asks for something else.
    AsksForElse(Edition),
}

impl From<String> for Reason {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}
