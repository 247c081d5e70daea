//! Waiting for conditions.

use std::time::{Duration, Instant};

/// How long a condition may take before a test fails: generous, because it only ends hopeless tests.
pub(crate) const DEADLINE: Duration = Duration::from_secs(120);

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

/// Waits until there is something.
pub(crate) fn found_in_time<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let mut found = None;
    holds_in_time(|| {
        found = look();
        found.is_some()
    });
    found
}
