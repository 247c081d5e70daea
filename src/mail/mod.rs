//! The infrastructure mailing list, both ways: what the bot mails to it, and what people answer there.

mod archive;
pub mod compose;
pub mod inbox;
pub mod outgoing;
mod prose;
pub mod send;
pub mod trial;

pub use crate::wire::MAIL_NETWORK as NETWORK;
pub use archive::{Archive, hash};

use std::time::Duration;

/// The first and the longest wait before a task of mail that panicked starts again.
const PANIC_WAIT: (Duration, Duration) = if cfg!(test) {
    (Duration::from_millis(1), Duration::from_millis(2))
} else {
    (Duration::from_secs(5), Duration::from_secs(5 * 60))
};

/// How the Message-IDs of the bot's mails end: by it the inbox knows them.
pub fn own_suffix(domain: &str) -> String {
    format!(".rfrbot@{domain}")
}
