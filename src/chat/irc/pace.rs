//! How fast lines may go out without the server closing the link for flooding.
//!
//! This keeps the same account as servers do: each line moves a clock forward by its cost, and lines may go out while
//! that clock is not too far ahead of real time.

use crate::config::Pace;
use std::time::Duration;
use tokio::time::Instant;

/// The penalty clock of one connection.
#[derive(Debug)]
pub(super) struct Pacer {
    limit: Option<(u32, Duration)>,
    paid_until: Instant,
}

impl Pacer {
    /// A connection that has sent nothing lately.
    pub(super) fn new(pace: &Pace, now: Instant) -> Self {
        Self {
            limit: match pace {
                Pace::Limited { burst, interval } => Some(((*burst).max(1), *interval)),
                Pace::Unlimited => None,
            },
            paid_until: now,
        }
    }

    /// When that many lines may go out together; any time up to `now` means at once.
    pub(super) fn ready_at(&self, lines: u32, now: Instant) -> Instant {
        let Some((burst, interval)) = self.limit else {
            return now;
        };
        let ahead = interval * burst.saturating_sub(lines);
        let due = self.paid_until.max(now);
        due.checked_sub(ahead).map_or(now, |at| at.max(now))
    }

    /// Counts lines that are sent now.
    pub(super) fn spend(&mut self, lines: u32, now: Instant) {
        if let Some((_, interval)) = self.limit {
            self.paid_until = self.paid_until.max(now) + interval * lines;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_then_a_steady_trickle_then_rest_restores_the_burst() {
        let start = Instant::now();
        let half = Duration::from_millis(500);
        let mut pacer = Pacer::new(
            &Pace::Limited {
                burst: 4,
                interval: half,
            },
            start,
        );
        let mut now = start;
        let mut sent = Vec::new();
        for _ in 0..8 {
            now = pacer.ready_at(1, now);
            pacer.spend(1, now);
            sent.push((now - start).as_millis());
        }
        assert_eq!(sent, [0, 0, 0, 0, 500, 1000, 1500, 2000]);
        now += half * 2;
        assert_eq!(pacer.ready_at(2, now), now, "two lines' worth of rest");
        assert_eq!(pacer.ready_at(3, now), now + half);
    }

    #[test]
    fn a_pair_goes_out_even_where_the_burst_is_one() {
        let now = Instant::now();
        let mut pacer = Pacer::new(
            &Pace::Limited {
                burst: 1,
                interval: Duration::from_secs(1),
            },
            now,
        );
        assert_eq!(pacer.ready_at(2, now), now);
        pacer.spend(2, now);
        assert_eq!(pacer.ready_at(2, now), now + Duration::from_secs(2));
    }
}
