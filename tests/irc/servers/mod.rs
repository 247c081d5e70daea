//! Real IRC servers, services and people for tests: everything on loopback, on its own ports, with config and data in a
//! temporary folder, and every process ended by its id.
//!
//! ```ignore
//! let irc = InspIrcd::start(Profile::Lenient);
//! irc.register_account("alice", "wonderland");
//! let mut alice = irc.person("alice").sasl_plain("alice", "wonderland").connect();
//! let mut bob = irc.person("bob").caps(&["account-tag"]).connect();
//! alice.join("#fedora-admin");
//! bob.join("#fedora-admin");
//! alice.say("#fedora-admin", "hello");
//! let line = bob.expect("alice's hello", |line| line.is_message_from("alice") && line.text() == "hello");
//! assert_eq!(line.tag("account"), Some("alice"));
//! ```

pub(crate) mod certificates;
pub(crate) mod client;
pub(crate) mod inspircd;
pub(crate) mod leaf;
pub(crate) mod line;
pub(crate) mod ngircd;
pub(crate) mod ports;
pub(crate) mod process;
pub(crate) mod proxy;

use std::time::{Duration, Instant};

/// How long a condition may take before a test fails: generous, because it only ends hopeless tests.
pub(crate) const DEADLINE: Duration = Duration::from_secs(30);

/// Waits until a condition holds; false when [`DEADLINE`] passed first.
pub(crate) fn holds_in_time(mut condition: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + DEADLINE;
    while !condition() {
        if Instant::now() > end {
            return false;
        }
        // Only the polling interval; the condition decides.
        std::thread::sleep(Duration::from_millis(10));
    }
    true
}
