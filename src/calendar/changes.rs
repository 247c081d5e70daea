//! Differences between two sets of predictions: a newly imported calendar and the last good one.

use super::window::{DaySpan, FreezeKey, Predictions};
use chrono::NaiveDate;

/// A window whose predicted days changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Which window.
    pub key: FreezeKey,
    /// How it changed.
    pub change: WindowChange,
}

/// How a window's days changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowChange {
    /// There was none before.
    Appeared {
        /// Its days.
        now: DaySpan,
    },
    /// There is none any more.
    Vanished {
        /// Its former days.
        was: DaySpan,
    },
    /// It has other days.
    Moved {
        /// Its former days.
        was: DaySpan,
        /// Its days.
        now: DaySpan,
    },
}

impl Moved {
    /// The days before the change.
    pub fn was(&self) -> Option<DaySpan> {
        match self.change {
            WindowChange::Appeared { .. } => None,
            WindowChange::Vanished { was } | WindowChange::Moved { was, .. } => Some(was),
        }
    }

    /// The days after the change.
    pub fn now(&self) -> Option<DaySpan> {
        match self.change {
            WindowChange::Vanished { .. } => None,
            WindowChange::Appeared { now } | WindowChange::Moved { now, .. } => Some(now),
        }
    }

    /// By how many days the start moved (later is positive); 0 if the window appeared or vanished.
    pub fn start_moved_by(&self) -> i64 {
        self.shift(DaySpan::from)
    }

    /// By how many days the end moved (later is positive); 0 if the window appeared or vanished.
    pub fn end_moved_by(&self) -> i64 {
        self.shift(DaySpan::to)
    }

    /// Is a day frozen now that was not before? Then an RFR scheduled for it has a problem.
    pub fn newly_covers(&self, day: NaiveDate) -> bool {
        let covers = |span: Option<DaySpan>| span.is_some_and(|span| span.covers(day));
        covers(self.now()) && !covers(self.was())
    }

    /// Is the change about today or later? Calendars also correct, or drop, the past.
    pub fn matters(&self, today: NaiveDate) -> bool {
        [self.was(), self.now()]
            .into_iter()
            .flatten()
            .any(|span| span.to() >= today)
    }

    fn shift(&self, end: fn(DaySpan) -> NaiveDate) -> i64 {
        match (self.was(), self.now()) {
            (Some(was), Some(now)) => end(now).signed_duration_since(end(was)).num_days(),
            (None, _) | (_, None) => 0,
        }
    }
}

/// The differences between two sets of predictions, ordered by the present (or former) days.
pub fn changes(old: &Predictions, new: &Predictions) -> Vec<Moved> {
    let mut moved: Vec<Moved> = new
        .iter()
        .filter_map(|(key, &now)| {
            let change = match old.get(key) {
                None => WindowChange::Appeared { now },
                Some(&was) if was != now => WindowChange::Moved { was, now },
                Some(_) => return None,
            };
            Some(Moved {
                key: key.clone(),
                change,
            })
        })
        .chain(
            old.iter()
                .filter(|(key, _)| !new.contains_key(*key))
                .map(|(key, &was)| Moved {
                    key: key.clone(),
                    change: WindowChange::Vanished { was },
                }),
        )
        .collect();
    moved.sort_by_key(|moved| (moved.now().or(moved.was()), moved.key.clone()));
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn predictions(windows: &[(&str, &str, &str)]) -> Predictions {
        let window = |&(name, from, to): &(&str, &str, &str)| {
            let span = DaySpan::new(day(from), day(to)).expect("a span");
            (FreezeKey::from_name(name).expect("a key"), span)
        };
        windows.iter().map(window).collect()
    }

    #[test]
    fn a_slip_an_appearance_and_a_vanishing_are_told_apart() {
        let old = predictions(&[
            ("F45 beta", "2026-08-25", "2026-09-16"),
            ("F45 final", "2026-10-06", "2026-10-21"),
            ("F46 beta", "2027-02-23", "2027-03-17"),
        ]);
        let new = predictions(&[
            ("F45 beta", "2026-08-25", "2026-09-23"),
            ("F45 final", "2026-10-06", "2026-10-21"),
            ("F46 final", "2027-04-06", "2027-04-21"),
        ]);
        let found = changes(&old, &new);
        let keys: Vec<String> = found.iter().map(|moved| moved.key.to_string()).collect();
        assert_eq!(keys, ["F45 beta", "F46 beta", "F46 final"]);
        assert_eq!((found[0].start_moved_by(), found[0].end_moved_by()), (0, 7));
        assert!(found[0].newly_covers(day("2026-09-20")));
        assert!(!found[0].newly_covers(day("2026-09-16")));
        assert!(matches!(found[1].change, WindowChange::Vanished { .. }));
        assert!(matches!(found[2].change, WindowChange::Appeared { .. }));
        assert!(found[0].matters(day("2026-09-23")));
        assert!(!found[0].matters(day("2026-09-24")));
        assert!(changes(&new, &new).is_empty());
    }
}
