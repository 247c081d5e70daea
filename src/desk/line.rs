//! One thing that somebody said or did in chat, as it comes to the desk.

use crate::wire::{Incoming, Notice};

/// What somebody said, or did to a message.
#[derive(Clone, Debug)]
pub enum Spoken {
    /// Words.
    Heard(Incoming),
    /// Something else.
    Noticed(Incoming, Notice),
}

impl Spoken {
    /// Whose it is, and where.
    pub fn incoming(&self) -> &Incoming {
        match self {
            Self::Heard(incoming) | Self::Noticed(incoming, _) => incoming,
        }
    }
}
