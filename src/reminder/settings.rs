//! The operator's settings for reminders, with the defaults.

use super::hours::Hours;
use super::key::ReminderKind;
use crate::sop::Phase;
use chrono::TimeDelta;
use std::collections::{BTreeMap, BTreeSet};

/// How often something is said, in days: first after `first`, then after `again`, twice `again`, three times `again`
/// and so on, but never after more than `longest`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rhythm {
    /// Days until the first time.
    pub first: u32,
    /// Days from the first to the second time.
    pub again: u32,
    /// Most days from one time to the next.
    pub longest: u32,
}

impl Rhythm {
    /// A rhythm in days.
    pub const fn new(first: u32, again: u32, longest: u32) -> Self {
        Self { first, again, longest }
    }

    /// Days between one time and the next.
    pub(super) fn gap(self, number: u32) -> TimeDelta {
        let again = i64::from(self.again.max(1));
        TimeDelta::days((again * i64::from(number)).min(i64::from(self.longest).max(again)))
    }

    /// Days from the beginning to the time of that number, counted from 1.
    pub(super) fn offset(self, number: u32) -> TimeDelta {
        let (again, longest) = (i64::from(self.again.max(1)), self.longest.max(self.again.max(1)));
        let gaps = i64::from(number.saturating_sub(1));
        let growing = gaps.min(i64::from(longest) / again);
        let days = i64::from(self.first) + again * growing * (growing + 1) / 2 + (gaps - growing) * i64::from(longest);
        TimeDelta::try_days(days).unwrap_or(TimeDelta::MAX)
    }

    /// The number of the last time within `passed` after the beginning; `None` before the first.
    pub(super) fn number(self, passed: TimeDelta) -> Option<u32> {
        // By bisection: offsets only grow, and nothing is said a million times.
        let numbers: u32 = 1_000_000;
        let (mut known, mut beyond) = (0, numbers);
        while beyond - known > 1 {
            let middle = known + (beyond - known) / 2;
            if self.offset(middle) <= passed {
                known = middle;
            } else {
                beyond = middle;
            }
        }
        (known > 0).then_some(known)
    }
}

/// A rhythm for each phase of an open RFR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PerPhase {
    /// Without a sponsor yet.
    pub pre_sponsorship: Rhythm,
    /// While it is discussed.
    pub planning: Rhythm,
    /// On the development instance.
    pub development: Rhythm,
    /// In staging.
    pub staging: Rhythm,
    /// From the deployment to the end.
    pub production: Rhythm,
}

impl PerPhase {
    /// The same rhythm in every phase.
    pub const fn always(rhythm: Rhythm) -> Self {
        Self {
            pre_sponsorship: rhythm,
            planning: rhythm,
            development: rhythm,
            staging: rhythm,
            production: rhythm,
        }
    }

    /// The rhythm of a phase. Maintenance uses production's, though such an RFR is not open.
    pub const fn of(&self, phase: Phase) -> Rhythm {
        match phase {
            Phase::PreSponsorship => self.pre_sponsorship,
            Phase::Planning => self.planning,
            Phase::Development => self.development,
            Phase::Staging => self.staging,
            Phase::Production | Phase::Maintenance => self.production,
        }
    }
}

/// When people are reminded, of what, and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderSettings {
    /// When people may be reminded.
    pub hours: Hours,
    /// Kinds that are never sent.
    pub off: BTreeSet<ReminderKind>,
    /// Open questions.
    pub open_question: PerPhase,
    /// RFRs without a change.
    pub silent: PerPhase,
    /// Sign-offs that are the only thing missing.
    pub sign_off: Rhythm,
    /// Sponsors who were asked.
    pub sponsor_asked: Rhythm,
    /// RFRs without a sponsor.
    pub no_sponsor: Rhythm,
    /// Deployments whose day has passed; counted from the day after.
    pub deployment_overdue: Rhythm,
    /// Days before a freeze.
    pub freeze_soon: Vec<u32>,
    /// Freezes whose predicted start has come; counted from that day.
    pub freeze_start: Rhythm,
    /// Freezes whose predicted end has passed; counted from the day after.
    pub freeze_overdue: Rhythm,
    /// Development instances; counted from their creation.
    pub dev_instance: Rhythm,
    /// RFRs with only one person; counted from the beginning of the phase.
    pub one_person: Rhythm,
    /// Sponsors who left the group.
    pub sponsor_left: Rhythm,
    /// RFRs on hold.
    pub hold: Rhythm,
    /// What is in maintenance; counted from when it was looked after last.
    pub upkeep: Rhythm,
    /// Mentions of one RFR per day; anything about a day that will not wait does not count.
    pub mentions_per_rfr_and_day: usize,
    /// Posts per day; anything about a day that will not wait is sent regardless.
    pub posts_per_day: usize,
    /// From which time on a reminder also goes to the list. Kinds missing here never do.
    pub to_list_from: BTreeMap<ReminderKind, u32>,
}

impl Default for ReminderSettings {
    fn default() -> Self {
        let two_weeks = Rhythm::new(14, 14, 42);
        Self {
            hours: Hours::default(),
            off: BTreeSet::new(),
            open_question: PerPhase::always(two_weeks),
            silent: PerPhase {
                // Setting up and testing an instance takes months of silence (koschei: nine).
                development: Rhythm::new(28, 28, 84),
                ..PerPhase::always(two_weeks)
            },
            sign_off: Rhythm::new(7, 7, 28),
            sponsor_asked: Rhythm::new(7, 7, 28),
            no_sponsor: two_weeks,
            deployment_overdue: Rhythm::new(0, 2, 14),
            freeze_soon: vec![7, 3, 1],
            freeze_start: Rhythm::new(0, 2, 7),
            freeze_overdue: Rhythm::new(0, 3, 14),
            dev_instance: Rhythm::new(180, 60, 120),
            one_person: Rhythm::new(28, 56, 112),
            sponsor_left: Rhythm::new(0, 7, 28),
            hold: Rhythm::new(7, 14, 42),
            upkeep: Rhythm::new(365, 30, 90),
            mentions_per_rfr_and_day: 1,
            posts_per_day: 4,
            to_list_from: BTreeMap::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rhythm_slows_down_and_then_keeps_its_pace() {
        let rhythm = Rhythm::new(14, 14, 42);
        let days: Vec<i64> = (1..=7).map(|number| rhythm.offset(number).num_days()).collect();
        assert_eq!(days, [14, 28, 56, 98, 140, 182, 224]);
        assert_eq!(rhythm.number(TimeDelta::days(13)), None);
        for (number, day) in (1..).zip(days) {
            assert_eq!(rhythm.number(TimeDelta::days(day)), Some(number));
            let next = rhythm.offset(number + 1) - rhythm.offset(number);
            assert_eq!(rhythm.gap(number), next);
        }
    }

    #[test]
    fn a_rhythm_of_nonsense_still_has_a_day_between() {
        for rhythm in [Rhythm::new(0, 0, 0), Rhythm::new(0, 1, 0), Rhythm::new(3, 5, 2)] {
            for number in 1..50 {
                assert!(rhythm.gap(number) >= TimeDelta::days(1));
                assert_eq!(rhythm.offset(number + 1) - rhythm.offset(number), rhythm.gap(number));
            }
        }
    }
}
