//! Shared by the tests of all networks: processes that end with their owner, and free ports.

#[path = "../irc/servers/certificates.rs"]
#[expect(dead_code, reason = "the servers of IRC need all of it")]
pub(crate) mod certificates;
#[path = "../irc/servers/ports.rs"]
pub(crate) mod ports;
#[path = "../irc/servers/process.rs"]
#[expect(dead_code, reason = "the servers of IRC need all of it")]
pub(crate) mod process;

use std::time::{Duration, Instant};

/// How long a condition may take before a test fails: generous, because it only ends hopeless tests.
pub(crate) const DEADLINE: Duration = Duration::from_secs(90);

/// Waits until a condition holds; false when [`DEADLINE`] passed first.
pub(crate) fn holds_in_time(mut condition: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + DEADLINE;
    while !condition() {
        if Instant::now() > end {
            return false;
        }
        // Only the polling interval; the condition decides.
        std::thread::sleep(Duration::from_millis(20));
    }
    true
}
