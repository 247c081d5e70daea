//! How long to wait before the next connection.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;
use tokio::time::Instant;

/// The kind of loss, as far as the pause depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wait {
    /// The normal case: doubles from the first to the longest pause.
    Usual,
    /// The server disconnected us on purpose (flood, ban, too many connections): the longest pause at once.
    Long,
    /// Login refused: frequent attempts would only lock the account.
    Password,
}

/// First pause after a refused login; doubles up to [`PASSWORD_LONGEST`].
const PASSWORD_FIRST: Duration = Duration::from_secs(5 * 60);
const PASSWORD_LONGEST: Duration = Duration::from_secs(60 * 60);

/// A connection up for this long counts as good: the pauses start again.
const GOOD: Duration = Duration::from_secs(60);

/// Longest pause before the first reconnect of a good connection.
const QUICK: Duration = Duration::from_millis(400);

/// The pauses of one network.
#[derive(Debug)]
pub(crate) struct Backoff {
    first: Duration,
    longest: Duration,
    failures: u32,
    refusals: u32,
    quick_used: Option<Instant>,
}

impl Backoff {
    /// With the pauses in the config.
    pub(crate) fn new((first, longest): (Duration, Duration)) -> Self {
        Self {
            first,
            longest: longest.max(first),
            failures: 0,
            refusals: 0,
            quick_used: None,
        }
    }

    /// The pause after a connection ended; `up_since` if it had come up. `chance` is between 0 and 1.
    ///
    /// A connection that was up is retried almost at once, but not twice within a minute: a server that accepts us and
    /// disconnects us again must not be hammered.
    pub(crate) fn next(&mut self, wait: Wait, up_since: Option<Instant>, now: Instant, chance: f64) -> Duration {
        if let Some(since) = up_since {
            self.refusals = 0;
            if now.duration_since(since) >= GOOD {
                self.failures = 0;
            }
        }
        match wait {
            Wait::Usual => {
                let may_be_quick = self.quick_used.is_none_or(|used| now.duration_since(used) >= GOOD);
                if up_since.is_some() && may_be_quick {
                    self.quick_used = Some(now);
                    return QUICK.min(self.longest).mul_f64(chance);
                }
                let wait = doubled(self.first, self.failures, self.longest);
                self.failures += 1;
                wait.mul_f64(0.5 + chance / 2.0)
            }
            Wait::Long => {
                self.failures += 1;
                self.longest.mul_f64(0.75 + chance / 4.0)
            }
            Wait::Password => {
                let wait = doubled(PASSWORD_FIRST, self.refusals, PASSWORD_LONGEST);
                self.refusals += 1;
                wait.mul_f64(1.0 + chance / 10.0)
            }
        }
    }
}

/// `first` doubled `times` times, at most `longest`.
pub(crate) fn doubled(first: Duration, times: u32, longest: Duration) -> Duration {
    first.saturating_mul(2_u32.saturating_pow(times)).min(longest)
}

/// A number between 0 and 1 that differs between calls and between processes; good enough for jitter.
pub(crate) fn chance() -> f64 {
    let bits = RandomState::new().hash_one(0_u8) >> 32;
    f64::from(u32::try_from(bits).unwrap_or(0)) / f64::from(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_cut_link_is_tried_again_at_once_but_only_once() {
        let start = Instant::now();
        let mut backoff = Backoff::new((2 * SECOND, 60 * SECOND));
        let quick = backoff.next(Wait::Usual, Some(start), start + SECOND, 1.0);
        assert!(quick <= Duration::from_millis(500));
        let waits: Vec<_> = (0..7)
            .map(|_| backoff.next(Wait::Usual, None, start + SECOND, 1.0).as_secs())
            .collect();
        assert_eq!(waits, [2, 4, 8, 16, 32, 60, 60]);
        assert_eq!(
            backoff.next(Wait::Usual, Some(start), start + SECOND, 1.0).as_secs(),
            60
        );
        let later = start + 120 * SECOND;
        assert!(backoff.next(Wait::Usual, Some(start + SECOND), later, 1.0) < SECOND);
        assert_eq!(backoff.next(Wait::Usual, None, later, 1.0).as_secs(), 2);
    }

    #[test]
    fn a_refused_login_and_a_ban_wait_long() {
        let now = Instant::now();
        let mut backoff = Backoff::new((SECOND, 60 * SECOND));
        let waits: Vec<_> = (0..5)
            .map(|_| backoff.next(Wait::Password, None, now, 0.0).as_secs() / 60)
            .collect();
        assert_eq!(waits, [5, 10, 20, 40, 60]);
        assert!(backoff.next(Wait::Long, Some(now), now, 0.0) >= 45 * SECOND);
    }

    #[test]
    fn jitter_stays_in_its_bounds_and_moves() {
        let drawn: Vec<_> = (0..100).map(|_| chance()).collect();
        assert!(drawn.iter().all(|c| (0.0..=1.0).contains(c)));
        assert!(drawn.iter().any(|c| (c - drawn[0]).abs() > 0.01));
    }
}
