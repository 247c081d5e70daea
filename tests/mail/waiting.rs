//! Only the polling interval; the condition decides.

use std::time::{Duration, Instant};

/// How long a condition may take before a test fails: generous, because it only ends tests that are lost.
pub(crate) const DEADLINE: Duration = Duration::from_secs(120);

/// Outgoing mail against a scripted server on a real socket: refusals, cuts, and unreachable servers.
///
/// The clock is simulated: it jumps to the next timer when nothing else is to do, so that days of waiting take no time;
/// while a connection is served it stands still. Well-behaved servers are real ones, in `tests/mail`.
pub(crate) fn holds_in_time(mut condition: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + DEADLINE;
    while !condition() {
        if Instant::now() > end {
            return false;
        }
        // What the server does with one connection.
        std::thread::sleep(Duration::from_millis(20));
    }
    true
}

/// Answers this step with this, and accepts everything else.
pub(crate) fn found_in_time<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let mut found = None;
    holds_in_time(|| {
        found = look();
        found.is_some()
    });
    found
}
