//! Seven years of the team's own freeze flag.

use crate::{key, key_tasks};
use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc};
use rfrbot::calendar::{ExpectedBy, FreezeBook, FreezeFact, FreezeKey, Initiator};
use rfrbot::people::Account;

const FLIPS: &str = include_str!("../data/infra-freeze-flips.json");

/// A change of the team's freeze flag as a fact. The flag does not say which freeze it means; the season and the month
/// do: betas freeze in February, March, August and September, final releases in the other months.
fn facts_of_flips() -> Vec<FreezeFact> {
    let flips: serde_json::Value = serde_json::from_str(FLIPS).expect("the flips are JSON");
    let mut facts = Vec::new();
    let mut in_force: Option<FreezeKey> = None;
    for flip in flips.as_array().expect("a list") {
        let at = flip["date"].as_str().expect("a date");
        let at: DateTime<Utc> = DateTime::parse_from_rfc3339(at).expect("a time").to_utc();
        let state = &flip["state"];
        // Since 2025 `Frozen` only refers to `InfraFrozen`.
        let flag = state["InfraFrozen"]
            .as_str()
            .or(state["Frozen"].as_str())
            .expect("a flag");
        let by = Initiator::Person(Account::new("somebody"));
        match (flag.eq_ignore_ascii_case("true"), in_force.take()) {
            (true, None) => {
                let key = window_of(at.date_naive());
                facts.push(FreezeFact::Started {
                    key: key.clone(),
                    at,
                    by,
                });
                in_force = Some(key);
            }
            (false, Some(key)) => facts.push(FreezeFact::Lifted { key, at, by }),
            (true, Some(key)) => in_force = Some(key),
            (false, None) => {}
        }
    }
    assert_eq!(in_force, None, "the history ends with a lift");
    facts
}

fn window_of(start: NaiveDate) -> FreezeKey {
    let is_autumn = start.month() >= 7;
    let release = (start.year() - 2018) * 2 + 28 + i32::from(is_autumn);
    let kind = if matches!(start.month(), 2 | 3 | 8 | 9) {
        "beta"
    } else {
        "final"
    };
    key(&format!("F{release} {kind}"))
}

#[test]
fn seven_years_of_real_freezes_replayed_show_which_lifts_people_would_have_been_asked_about() {
    let mut book = FreezeBook::default();
    book.set_imported(key_tasks().predictions);
    let mut report = Vec::new();
    for fact in facts_of_flips() {
        match &fact {
            FreezeFact::Started { .. } => book.apply(&fact),
            FreezeFact::Lifted { key, at, .. } => {
                let just_before = *at - TimeDelta::seconds(1);
                let in_force = book.in_force(just_before);
                assert_eq!(in_force.len(), 1);
                let started = in_force[0].since.day();
                let known = match in_force[0].expected.by {
                    ExpectedBy::Predicted(_) => "calendar",
                    ExpectedBy::UsualLength => "usual length",
                };
                let lifted = at.date_naive();
                let asked = match book.overdue(just_before).as_slice() {
                    [] => "in time".to_owned(),
                    [overdue] => {
                        // Whether asked on the first day or just before the lift, the answer is the same.
                        let first = overdue.since.and_hms_opt(0, 0, 0).expect("midnight").and_utc();
                        assert_eq!(book.overdue(first).len(), 1);
                        assert!(book.overdue(first - TimeDelta::seconds(1)).is_empty());
                        assert!(book.covers(lifted, lifted));
                        format!("asked since {} ({} days)", overdue.since, overdue.days)
                    }
                    more => panic!("one freeze at a time: {more:?}"),
                };
                report.push(format!("{key}: {started} to {lifted}, by {known}: {asked}"));
                book.apply(&fact);
                assert!(book.in_force(*at).is_empty());
                assert!(!book.covers(lifted, lifted), "the lift of {key} frees its day");
            }
            FreezeFact::Added { .. } | FreezeFact::Removed { .. } | FreezeFact::WordTakenBack { .. } => {}
        }
    }
    // F29 to F41 are older than the published calendar, so the usual length is used: a release that slipped by a week
    // appears as a question six days before the lift, which a calendar would have moved. Where the flag stayed set
    // between a beta and its final release (F33, F36), or was forgotten (F37, F41), people would have been asked weeks
    // and months earlier. F42, which the calendar covers, was lifted on the predicted day both times.
    assert_eq!(
        report,
        [
            "F29 final: 2018-10-09 to 2018-10-31, by usual length: asked since 2018-10-25 (6 days)",
            "F30 beta: 2019-03-25 to 2019-04-11, by usual length: in time",
            "F30 final: 2019-04-16 to 2019-05-01, by usual length: in time",
            "F31 beta: 2019-08-28 to 2019-09-18, by usual length: in time",
            "F31 final: 2019-10-08 to 2019-10-24, by usual length: asked since 2019-10-24 (0 days)",
            "F32 beta: 2020-02-25 to 2020-03-18, by usual length: in time",
            "F32 final: 2020-04-09 to 2020-04-29, by usual length: asked since 2020-04-25 (4 days)",
            "F33 beta: 2020-08-25 to 2020-10-28, by usual length: asked since 2020-09-17 (41 days)",
            "F35 final: 2021-10-12 to 2021-11-03, by usual length: asked since 2021-10-28 (6 days)",
            "F36 beta: 2022-02-22 to 2022-05-11, by usual length: asked since 2022-03-17 (55 days)",
            "F37 beta: 2022-08-23 to 2023-03-15, by usual length: asked since 2022-09-15 (181 days)",
            "F38 final: 2023-04-04 to 2023-04-19, by usual length: in time",
            "F39 beta: 2023-08-22 to 2023-09-20, by usual length: asked since 2023-09-14 (6 days)",
            "F39 final: 2023-10-03 to 2023-11-08, by usual length: asked since 2023-10-19 (20 days)",
            "F40 beta: 2024-02-27 to 2024-03-27, by usual length: asked since 2024-03-21 (6 days)",
            "F40 final: 2024-04-02 to 2024-04-24, by usual length: asked since 2024-04-18 (6 days)",
            "F41 beta: 2024-08-28 to 2024-09-18, by usual length: in time",
            "F41 final: 2024-10-15 to 2025-02-13, by usual length: asked since 2024-10-31 (105 days)",
            "F42 beta: 2025-02-18 to 2025-03-19, by calendar: in time",
            "F42 final: 2025-04-01 to 2025-04-16, by calendar: in time",
        ]
    );
}
