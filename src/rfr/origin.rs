//! Where a commit comes from.

use crate::people::By;
use chrono::{DateTime, Utc};

/// Who caused a commit, how that was proven, when, where, and in which words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// Sequence number of the commit, from 1, without gaps.
    pub seq: u64,
    /// When it happened (the network's time of the message).
    pub at: DateTime<Utc>,
    /// Who or what.
    pub by: By,
    /// How the person was proven: `services account ralph on libera`, `console`.
    pub proof: String,
    /// Where it was said: `libera/#fedora-admin`.
    pub place: String,
    /// The words that were said.
    pub words: String,
}
