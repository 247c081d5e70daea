//! A sign-off requested in a message, and given by a reaction to it.

use serde::{Deserialize, Serialize};

/// A sign-off that the bot asked for: only the signature was missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOffAsked {
    /// The name of the phase.
    pub phase: String,
    /// The sponsor who was asked, by account.
    pub sponsor: String,
    /// The newest commit that the bot knew when it asked: later changes were not shown to the sponsor.
    pub seq: u64,
}
