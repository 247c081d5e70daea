//! The infrastructure mailing list in both directions: what the bot mails to it, and what people write there.

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

/// First and longest pause before a mail task restarts after a panic.
const PANIC_WAIT: (Duration, Duration) = if cfg!(test) {
    (Duration::from_millis(1), Duration::from_millis(2))
} else {
    (Duration::from_secs(5), Duration::from_secs(5 * 60))
};

/// The end of every Message-ID of the bot: the inbox recognises its mails by it.
pub fn own_suffix(domain: &str) -> String {
    format!(".rfrbot@{domain}")
}
