//! Queries by people and reminders: what is in force, what is due, what is near.

use super::book::{Expected, FreezeBook, FreezeFact, FreezeMark, Initiator, Prediction, WindowState};
use super::window::{DaySpan, FreezeKey};
use chrono::{DateTime, Days, NaiveDate, Utc};

/// A freeze in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    /// Which window.
    pub key: FreezeKey,
    /// Since when, and who said so.
    pub since: FreezeMark,
    /// Its expected last day.
    pub expected: Expected,
}

/// A freeze in force past its expected last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// The freeze.
    pub freeze: InForce,
    /// The first day on which it should have been lifted.
    pub since: NaiveDate,
    /// Days since then; 0 on that day itself.
    pub days: i64,
}

/// A predicted freeze whose days have come, but that nobody has started.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartDue {
    /// Which window.
    pub key: FreezeKey,
    /// Its predicted days, and their source.
    pub prediction: Prediction,
    /// Days since its predicted first day; 0 on that day itself.
    pub days: i64,
}

/// A predicted freeze in the near future.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    /// Which window.
    pub key: FreezeKey,
    /// Its predicted days.
    pub span: DaySpan,
    /// Days until its first day, at least 1.
    pub days: i64,
}

/// What the config lets happen without a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Automatic {
    /// A freeze starts on its predicted day.
    pub start: bool,
    /// A freeze that started automatically is lifted after its expected last day.
    pub lift: bool,
    /// What the infra repository's flag says is so, without a person.
    pub flag: bool,
}

impl FreezeBook {
    /// The freezes in force at a moment, oldest first.
    pub fn in_force(&self, now: DateTime<Utc>) -> Vec<InForce> {
        let mut freezes: Vec<InForce> = self
            .keys()
            .flat_map(|key| self.episodes(key).iter().map(move |episode| (key, episode)))
            .filter(|(_, episode)| {
                let is_lifted = episode.lifted.as_ref().is_some_and(|lifted| lifted.at <= now);
                episode.started.at <= now && !is_lifted
            })
            .map(|(key, episode)| InForce {
                key: key.clone(),
                since: episode.started.clone(),
                expected: self.expected(key, episode.started.day()),
            })
            .collect();
        freezes.sort_by_key(|freeze| freeze.since.at);
        freezes
    }

    /// The windows predicted for a day that nobody has started or lifted.
    pub fn predicted_on(&self, day: NaiveDate) -> Vec<(FreezeKey, Prediction)> {
        self.only_predicted()
            .filter(|(_, prediction)| prediction.span.covers(day))
            .collect()
    }

    /// Is a day frozen as far as known today: predicted or in force?
    pub fn covers(&self, day: NaiveDate, today: NaiveDate) -> bool {
        self.calendar(today).freeze_on(day).is_some()
    }

    /// The first day from `day` on that is not frozen as far as known today.
    pub fn first_free_day(&self, day: NaiveDate, today: NaiveDate) -> NaiveDate {
        self.calendar(today).first_free_day(day)
    }

    /// The next predicted freeze that starts after a day.
    pub fn next_after(&self, day: NaiveDate) -> Option<(FreezeKey, Prediction)> {
        self.only_predicted()
            .filter(|(_, prediction)| prediction.span.from() > day)
            .min_by_key(|(key, prediction)| (prediction.span, key.clone()))
    }

    /// The predicted freezes that start within that many days after a day, nearest first.
    pub fn near(&self, day: NaiveDate, within: Days) -> Vec<Near> {
        let horizon = day.checked_add_days(within).unwrap_or(NaiveDate::MAX);
        let mut near: Vec<Near> = self
            .only_predicted()
            .filter(|(_, prediction)| day < prediction.span.from() && prediction.span.from() <= horizon)
            .map(|(key, prediction)| Near {
                key,
                span: prediction.span,
                days: days_between(day, prediction.span.from()),
            })
            .collect();
        near.sort_by_key(|near| (near.days, near.key.clone()));
        near
    }

    /// Days until the expected last day of a window in force or predicted: 0 on that day, negative after it; `None` for
    /// a window that is over or unknown.
    pub fn days_left(&self, key: &FreezeKey, today: NaiveDate) -> Option<i64> {
        let last = match self.state(key)? {
            WindowState::Predicted => self.predicted(key)?.span.to(),
            WindowState::InForce { since } => self.expected(key, since.day()).to,
            WindowState::Lifted { .. } => return None,
        };
        Some(days_between(today, last))
    }

    /// Freezes in force past their expected last day, longest overdue first: is it time to lift them?
    pub fn overdue(&self, now: DateTime<Utc>) -> Vec<Overdue> {
        let today = now.date_naive();
        let mut overdue: Vec<Overdue> = self
            .in_force(now)
            .into_iter()
            .filter(|freeze| freeze.expected.to < today)
            .map(|freeze| {
                let since = freeze.expected.to.succ_opt().unwrap_or(NaiveDate::MAX);
                Overdue {
                    since,
                    days: days_between(since, today),
                    freeze,
                }
            })
            .collect();
        overdue.sort_by_key(|overdue| overdue.since);
        overdue
    }

    /// Predicted freezes whose days have come and not passed, and that nobody has started: is it time?
    pub fn start_due(&self, now: DateTime<Utc>) -> Vec<StartDue> {
        let today = now.date_naive();
        self.predicted_on(today)
            .into_iter()
            .map(|(key, prediction)| StartDue {
                key,
                prediction,
                days: days_between(prediction.span.from(), today),
            })
            .collect()
    }

    /// The automatic changes that the config allows and that are due. The calendar starts a window once, and lifts only
    /// what it started itself: it never reverses what a person set.
    pub fn due_by_itself(&self, now: DateTime<Utc>, automatic: Automatic) -> Vec<FreezeFact> {
        let starts = self
            .start_due(now)
            .into_iter()
            .filter(|due| automatic.start && self.episodes(&due.key).is_empty())
            .map(|due| FreezeFact::Started {
                key: due.key,
                at: now,
                by: Initiator::Calendar,
            });
        let lifts = self
            .overdue(now)
            .into_iter()
            .filter(|overdue| automatic.lift && overdue.freeze.since.by == Initiator::Calendar)
            .map(|overdue| FreezeFact::Lifted {
                key: overdue.freeze.key,
                at: now,
                by: Initiator::Calendar,
            });
        starts.chain(lifts).collect()
    }

    /// The first moment from `now` on when [`due_by_itself`](Self::due_by_itself) returns something, if nothing else
    /// happens before. Days start at midnight UTC.
    pub fn next_by_itself(&self, now: DateTime<Utc>, automatic: Automatic) -> Option<DateTime<Utc>> {
        if !self.due_by_itself(now, automatic).is_empty() {
            return Some(now);
        }
        let starts = self
            .only_predicted()
            .filter(|(key, _)| automatic.start && self.episodes(key).is_empty())
            .map(|(_, prediction)| prediction.span.from());
        let lifts = self
            .in_force(now)
            .into_iter()
            .filter(|freeze| automatic.lift && freeze.since.by == Initiator::Calendar)
            .filter_map(|freeze| freeze.expected.to.succ_opt());
        starts
            .chain(lifts)
            .filter_map(|day| Some(day.and_hms_opt(0, 0, 0)?.and_utc()))
            .filter(|due| *due > now)
            .min()
    }

    fn only_predicted(&self) -> impl Iterator<Item = (FreezeKey, Prediction)> {
        self.keys()
            .filter(|key| self.state(key) == Some(WindowState::Predicted))
            .filter_map(|key| Some((key.clone(), self.predicted(key)?)))
    }
}

fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}

#[cfg(test)]
mod tests {
    use super::super::book::{ExpectedBy, Source};
    use super::super::window::Predictions;
    use super::super::{Calendar, Freeze};
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}:00Z").parse().expect("a time")
    }

    fn key(name: &str) -> FreezeKey {
        FreezeKey::from_name(name).expect("a key")
    }

    fn span(from: &str, to: &str) -> DaySpan {
        DaySpan::new(day(from), day(to)).expect("a span")
    }

    fn person() -> Initiator {
        Initiator::Person(crate::people::Account::new("kevin"))
    }

    fn started(name: &str, when: &str) -> FreezeFact {
        FreezeFact::Started {
            key: key(name),
            at: at(when),
            by: person(),
        }
    }

    fn lifted(name: &str, when: &str) -> FreezeFact {
        FreezeFact::Lifted {
            key: key(name),
            at: at(when),
            by: person(),
        }
    }

    fn added(name: &str, from: &str, to: &str, when: &str) -> FreezeFact {
        FreezeFact::Added {
            key: key(name),
            span: span(from, to),
            at: at(when),
            by: person(),
        }
    }

    fn book() -> FreezeBook {
        let mut book = FreezeBook::default();
        book.set_imported(Predictions::from([
            (key("F45 beta"), span("2026-08-25", "2026-09-16")),
            (key("F45 final"), span("2026-10-06", "2026-10-21")),
        ]));
        book
    }

    #[test]
    fn a_predicted_freeze_is_not_in_force_until_somebody_says_so() {
        let mut book = book();
        assert!(book.start_due(at("2026-08-24T23:59")).is_empty());
        let due = book.start_due(at("2026-08-26T09:00"));
        assert_eq!((due.len(), due[0].days), (1, 1));
        assert!(book.in_force(at("2026-08-26T09:00")).is_empty());
        assert!(book.covers(day("2026-08-26"), day("2026-08-26")));

        book.apply(&started("f45-beta", "2026-08-26T15:00"));
        assert!(book.start_due(at("2026-08-26T16:00")).is_empty());
        assert!(book.in_force(at("2026-08-26T14:59")).is_empty());
        let in_force = book.in_force(at("2026-08-26T15:00"));
        assert_eq!(in_force[0].expected.to, day("2026-09-16"));
        assert_eq!(in_force[0].expected.by, ExpectedBy::Predicted(Source::Import));
        assert_eq!(book.days_left(&key("F45 beta"), day("2026-09-14")), Some(2));
    }

    #[test]
    fn an_overdue_freeze_still_covers_today_and_a_lift_frees_its_day() {
        let mut book = book();
        book.apply(&started("F45 beta", "2026-08-25T15:00"));
        assert!(book.overdue(at("2026-09-16T23:59")).is_empty());
        let overdue = book.overdue(at("2026-09-19T08:00"));
        assert_eq!((overdue[0].since, overdue[0].days), (day("2026-09-17"), 2));
        let today = day("2026-09-19");
        assert!(book.covers(today, today));
        assert_eq!(book.first_free_day(day("2026-09-01"), today), day("2026-09-20"));
        assert_eq!(book.days_left(&key("F45 beta"), today), Some(-3));

        book.apply(&lifted("F45 beta", "2026-09-19T09:00"));
        assert!(book.overdue(at("2026-09-19T10:00")).is_empty());
        assert!(!book.covers(today, today));
        assert!(book.covers(day("2026-09-18"), today));
        assert_eq!(book.days_left(&key("F45 beta"), today), None);
        assert_eq!(book.next_after(today).map(|(key, _)| key), Some(key("F45 final")));
    }

    #[test]
    fn a_calendar_that_moves_or_vanishes_flips_nothing_that_a_person_set() {
        let mut book = book();
        book.apply(&started("F45 beta", "2026-08-25T15:00"));
        let now = at("2026-08-27T12:00");
        for imported in [
            Predictions::new(),
            Predictions::from([(key("F45 beta"), span("2026-09-08", "2026-09-30"))]),
            Predictions::from([(key("F45 beta"), span("2026-07-01", "2026-07-20"))]),
        ] {
            book.set_imported(imported);
            assert_eq!(book.in_force(now).len(), 1);
            assert!(book.covers(day("2026-08-27"), day("2026-08-27")));
            let both = Automatic {
                start: true,
                lift: true,
                flag: false,
            };
            assert!(book.due_by_itself(at("2027-01-01T00:00"), both).is_empty());
        }
        book.apply(&lifted("F45 beta", "2026-09-16T17:00"));
        book.set_imported(Predictions::from([(key("F45 beta"), span("2026-09-01", "2026-09-23"))]));
        assert!(book.in_force(at("2026-09-18T12:00")).is_empty());
        assert!(!book.covers(day("2026-09-18"), day("2026-09-18")));
        assert!(book.start_due(at("2026-09-18T12:00")).is_empty());
    }

    #[test]
    fn a_freeze_lifted_before_its_days_begin_is_asked_about_again_and_never_starts_by_itself() {
        let mut book = book();
        book.apply(&started("F45 beta", "2026-08-20T15:00"));
        book.apply(&lifted("F45 beta", "2026-08-20T16:00"));
        assert!(book.covers(day("2026-08-25"), day("2026-08-20")));
        let now = at("2026-08-25T14:00");
        assert_eq!(book.start_due(now).len(), 1);
        assert!(
            book.due_by_itself(
                now,
                Automatic {
                    start: true,
                    lift: true,
                    flag: false
                }
            )
            .is_empty()
        );
        book.apply(&started("F45 beta", "2026-08-25T15:00"));
        assert_eq!(book.in_force(at("2026-08-25T15:00")).len(), 1);
    }

    #[test]
    fn a_persons_word_beats_the_config_which_beats_the_calendar_and_all_stay_visible() {
        let freeze = |name: &str, from: &str, to: &str| Freeze {
            name: name.to_owned(),
            from: day(from),
            to: day(to),
        };
        let config = Calendar::new(vec![
            freeze("f45 BETA", "2026-08-26", "2026-09-17"),
            freeze("A data centre move", "2026-11-02", "2026-11-06"),
        ]);
        let mut book = FreezeBook::new(&config);
        let beta = key("F45 beta");
        book.set_imported(Predictions::from([(beta.clone(), span("2026-08-25", "2026-09-16"))]));
        let said = |book: &FreezeBook| book.predicted(&beta).map(|found| (found.source, found.span));
        assert_eq!(said(&book), Some((Source::Config, span("2026-08-26", "2026-09-17"))));

        book.apply(&added("F45 beta", "2026-08-27", "2026-09-18", "2026-08-01T00:00"));
        assert_eq!(said(&book), Some((Source::Human, span("2026-08-27", "2026-09-18"))));
        let windows = book.windows();
        assert_eq!(windows.len(), 2);
        assert_eq!(windows[0].config, Some(span("2026-08-26", "2026-09-17")));
        assert_eq!(windows[0].imported, Some(span("2026-08-25", "2026-09-16")));
        assert!(windows[0].human.is_some());

        let mark = |at| (beta.clone(), at, person());
        let (key, at, by) = mark(at("2026-08-02T00:00"));
        book.apply(&FreezeFact::Removed { key, at, by });
        assert_eq!((said(&book), book.state(&beta)), (None, None));
        assert!(!book.covers(day("2026-09-01"), day("2026-08-02")));
        let (key, at, by) = mark(at);
        book.apply(&FreezeFact::WordTakenBack { key, at, by });
        assert_eq!(said(&book), Some((Source::Config, span("2026-08-26", "2026-09-17"))));
        assert!(book.covers(day("2026-11-02"), day("2026-08-02")));
    }

    #[test]
    fn a_freeze_that_no_source_covers_is_expected_to_last_as_usual() {
        let mut book = FreezeBook::default();
        book.apply(&started("F60 beta", "2033-08-23T15:00"));
        book.apply(&started("a fire", "2033-08-24T15:00"));
        let in_force = book.in_force(at("2033-08-25T00:00"));
        let expected: Vec<_> = in_force.iter().map(|freeze| freeze.expected).collect();
        assert_eq!(
            (expected[0].to, expected[0].by),
            (day("2033-09-14"), ExpectedBy::UsualLength)
        );
        assert_eq!(expected[1].to, day("2033-09-08"));
    }

    #[test]
    fn two_freezes_of_one_name_in_the_config_are_both_kept() {
        let freeze = |from: &str| Freeze {
            name: "maintenance".to_owned(),
            from: day(from),
            to: day(from),
        };
        let book = FreezeBook::new(&Calendar::new(vec![freeze("2026-03-01"), freeze("2026-05-01")]));
        let names: Vec<String> = book.windows().iter().map(|window| window.key.to_string()).collect();
        assert_eq!(names, ["maintenance", "maintenance 2026-05-01"]);
    }

    #[test]
    fn the_calendar_starts_and_lifts_by_itself_only_where_the_config_lets_it_and_only_its_own() {
        let mut book = book();
        let both = Automatic {
            start: true,
            lift: true,
            flag: false,
        };
        let now = at("2026-08-25T00:00");
        assert!(book.due_by_itself(now, Automatic::default()).is_empty());
        assert_eq!(book.next_by_itself(now, Automatic::default()), None);
        assert_eq!(book.next_by_itself(at("2026-08-24T12:00"), both), Some(now));
        assert_eq!(
            book.next_by_itself(at("2026-08-26T12:00"), both),
            Some(at("2026-08-26T12:00"))
        );
        for fact in book.due_by_itself(now, both) {
            book.apply(&fact);
        }
        assert_eq!(book.in_force(now)[0].since.by, Initiator::Calendar);
        assert!(book.due_by_itself(now, both).is_empty());
        assert!(book.due_by_itself(at("2026-09-16T23:00"), both).is_empty());
        let end = at("2026-09-17T00:00");
        assert_eq!(book.next_by_itself(at("2026-08-26T12:00"), both), Some(end));
        assert!(matches!(
            book.due_by_itself(end, both).as_slice(),
            [FreezeFact::Lifted { .. }]
        ));
    }

    #[test]
    fn near_is_before_a_freeze_and_neither_in_it_nor_after_it() {
        let book = book();
        assert!(book.near(day("2026-08-21"), Days::new(3)).is_empty());
        let near = book.near(day("2026-08-22"), Days::new(3));
        assert_eq!((near.len(), near[0].days), (1, 3));
        assert!(book.near(day("2026-08-25"), Days::new(3)).is_empty());
        assert!(book.near(day("2026-09-17"), Days::new(3)).is_empty());
        assert_eq!(book.near(day("2026-08-01"), Days::new(100)).len(), 2);
    }
}
