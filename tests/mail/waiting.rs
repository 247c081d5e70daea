//! Waiting for conditions.

pub(crate) use crate::running::holds_in_time;

use std::time::Duration;

/// How long a condition may take before a test fails: generous, because it only ends tests that are lost.
pub(crate) const DEADLINE: Duration = Duration::from_secs(120);

/// Waits until there is something.
pub(crate) fn found_in_time<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let mut found = None;
    holds_in_time(|| {
        found = look();
        found.is_some()
    });
    found
}
