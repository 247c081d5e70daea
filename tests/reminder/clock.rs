//! Whatever the clock and the operator do, each reminder is sent exactly once.

use super::scene::{Scene, at, lines, property};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use rfrbot::reminder::{Cause, Hours, ReminderKey, ReminderKind, ReminderSubject, Zone};
use rfrbot::rfr::RfrEvent;
use std::collections::BTreeSet;

const START: &str = "2026-01-05T10:00";
const ZONES: [&str; 4] = ["UTC", "Europe/Prague", "America/New_York", "Australia/Lord_Howe"];

#[derive(Clone, Debug)]
enum Step {
    /// Time passes, the bot runs.
    Runs { hours: i64 },
    /// Time passes, the bot is down.
    Down { hours: i64 },
    /// The clock is set forward or back while the bot runs.
    Set { minutes: i64 },
    /// The clock is set right, or wrong, by months; a separate step, so that the kept seed stays valid for the others.
    SetFar { days: i64 },
    /// The clock is wrong for one tick.
    Wrong { days: i64 },
    /// The state is rebuilt from the facts.
    Restart,
    /// Somebody asks.
    Ask { rfr: usize },
    /// Somebody answers the oldest open question.
    Answer { rfr: usize },
    /// Somebody leaves a note.
    Note { rfr: usize },
    /// Somebody else's message wakes the bot.
    Wake,
}

fn step() -> impl Strategy<Value = Step> {
    let rfr = 0..3_usize;
    prop_oneof![
        4 => (1..2000_i64).prop_map(|hours| Step::Runs { hours }),
        2 => (1..3000_i64).prop_map(|hours| Step::Down { hours }),
        2 => (-2800..2800_i64).prop_map(|minutes| Step::Set { minutes }),
        1 => (-400..400_i64).prop_map(|days| Step::Wrong { days }),
        3 => Just(Step::Restart),
        2 => rfr.clone().prop_map(|rfr| Step::Ask { rfr }),
        2 => rfr.clone().prop_map(|rfr| Step::Answer { rfr }),
        1 => rfr.prop_map(|rfr| Step::Note { rfr }),
        2 => Just(Step::Wake),
    ]
}

fn scene(zone: &str) -> Scene {
    use chrono::Weekday::{Fri, Mon, Thu, Tue, Wed};
    let mut scene = Scene::new();
    scene.settings.hours =
        Hours::new(Zone::named(zone).expect("a zone"), &[Mon, Tue, Wed, Thu, Fri], 9, 17).expect("good hours");
    for name in ["badges", "hubs", "mote"] {
        scene.in_development(name, at(START));
    }
    scene.freeze("F44 beta", "2026-02-24", "2026-03-18", Some(at("2026-02-24T15:00")));
    scene.freeze("F45 beta", "2026-08-25", "2026-09-16", None);
    scene
}

fn carry_out(scene: &mut Scene, now: DateTime<Utc>, step: &Step) -> DateTime<Utc> {
    match step {
        Step::Runs { hours } => {
            let then = now + TimeDelta::hours(*hours);
            scene.run(now, then);
            return then;
        }
        Step::Down { hours } => {
            scene.restart();
            let then = now + TimeDelta::hours(*hours);
            scene.tick(then);
            return then;
        }
        Step::Set { minutes } => {
            let then = now + TimeDelta::minutes(*minutes);
            scene.tick(then);
            return then;
        }
        Step::SetFar { days } => {
            let then = now + TimeDelta::days(*days);
            scene.tick(then);
            return then;
        }
        Step::Wrong { days } => {
            scene.tick(now + TimeDelta::days(*days));
            scene.tick(now);
        }
        Step::Restart => {
            scene.restart();
            scene.tick(now);
        }
        Step::Ask { rfr } => {
            scene.asks(*rfr, now);
        }
        Step::Answer { rfr } => {
            let open = scene.rfrs[*rfr].open_questions().next().map(|question| question.number);
            if let Some(number) = open {
                scene.answers(*rfr, number, now);
            }
        }
        Step::Note { rfr } => {
            let text = "still at it".to_owned();
            scene.happens(*rfr, "ralph", now, &RfrEvent::Noted { text });
        }
        Step::Wake => {
            scene.tick(now);
        }
    }
    now
}

/// The days from a question to its reminders in the default rhythm, written out.
fn days() -> impl Iterator<Item = i64> {
    [14, 28, 56].into_iter().chain((98..).step_by(42))
}

proptest! {
    #![proptest_config(property(192))]

    /// `tick` and `run` check that no key is sent twice, none before its time or in a quiet hour, that nothing is left
    /// due, and that the scheduler wakes neither needlessly nor late. At the end the clock stays right for long: every
    /// time of an open question that comes then is sent.
    #[test]
    fn each_reminder_is_made_exactly_once_whatever_clock_and_operator_do(
        zone in prop::sample::select(ZONES.to_vec()),
        steps in prop::collection::vec(step(), 1..40),
    ) {
        once_each(zone, &steps)?;
    }

    /// The same when the bot also runs for months by a clock that is wrong by months.
    #[test]
    fn each_reminder_is_made_exactly_once_also_by_a_clock_that_is_wrong_for_months(
        zone in prop::sample::select(ZONES.to_vec()),
        steps in prop::collection::vec(
            prop_oneof![9 => step(), 2 => (-300..300_i64).prop_map(|days| Step::SetFar { days })],
            1..40,
        ),
    ) {
        once_each(zone, &steps)?;
    }

    /// Without clock changes, every time of a question is sent exactly once at the first open hour, and downtime
    /// removes only those overtaken by another.
    #[test]
    fn what_was_missed_becomes_one_reminder(asked in 0_i64..60_000, down in 0_i64..300, length in 1_i64..300) {
        let mut scene = Scene::new();
        let rfr = scene.in_development("badges", at(START));
        let start = at(START) + TimeDelta::minutes(asked);
        scene.asks(rfr, start);
        scene.settings.off = [ReminderKind::Silent].into();
        let (from, to) = (start + TimeDelta::days(down), start + TimeDelta::days(down + length));
        let mut posts = scene.run(start, from);
        scene.restart();
        posts.extend(scene.run(to, start + TimeDelta::days(900)));
        let numbers: Vec<u32> = posts.iter().flat_map(|post| &post.reminders).map(|due| due.key.number).collect();
        prop_assert!(numbers.is_sorted_by(|a, b| a < b), "{numbers:?}");
        let days: Vec<i64> = days().take_while(|day| *day < 900).collect();
        for (number, day) in (1..).zip(&days) {
            let missed = (from - TimeDelta::days(4)..to + TimeDelta::days(22)).contains(&(start + TimeDelta::days(*day)));
            let ahead = start + TimeDelta::days(day + 4) > start + TimeDelta::days(900);
            prop_assert!(numbers.contains(&number) || missed || ahead, "{number} (day {day}) was dropped: {numbers:?}");
        }
        let missed = days.iter().filter(|day| (down..down + length).contains(day)).count();
        if missed > 0 {
            let first = posts.iter().find(|post| post.at >= to).expect("one that catches up");
            prop_assert!(first.at <= to + TimeDelta::days(4), "it catches up late: {} for {to}", first.at);
        }
    }
}

fn once_each(zone: &str, steps: &[Step]) -> TestCaseResult {
    let mut scene = scene(zone);
    let mut now = at(START);
    for step in steps {
        now = carry_out(&mut scene, now, step);
    }
    scene.settings.off = ReminderKind::ALL
        .into_iter()
        .filter(|kind| *kind != ReminderKind::OpenQuestion)
        .collect();
    let end = now + TimeDelta::days(5 * 42);
    let posts = scene.run(now, end);
    let made: BTreeSet<&ReminderKey> = keys(&scene).collect();
    prop_assert_eq!(made.len(), keys(&scene).count(), "a key was made twice");

    // To demand a reminder within a fixed number of days of the right time would be too much: what a wrong clock sent
    // too early was sent, possibly several in a row. But each one not sent comes at its time, however many marks lie
    // ahead of a clock that was set back.
    for rfr in &scene.rfrs {
        for question in rfr.open_questions() {
            let asked = question.asked.at;
            let cause = Cause::new(
                ReminderKind::OpenQuestion,
                ReminderSubject::Question(rfr.id, question.number),
                asked,
            );
            let times: Vec<DateTime<Utc>> = days()
                .map(|day| asked + TimeDelta::days(day))
                .take_while(|time| *time <= end)
                .collect();
            for (number, time) in (1..).zip(times.windows(2)) {
                let key = ReminderKey {
                    cause: cause.clone(),
                    number,
                };
                let told = time[0] < now || made.contains(&key);
                prop_assert!(
                    told,
                    "{key}, of {}, was dropped after {now}: {:?}",
                    time[0],
                    lines(&posts)
                );
            }
        }
    }
    Ok(())
}

fn keys(scene: &Scene) -> impl Iterator<Item = &ReminderKey> {
    scene.facts.iter().filter_map(|fact| match fact {
        rfrbot::reminder::ReminderFact::Made { key, .. } => Some(key),
        _ => None,
    })
}

#[test]
fn a_clock_set_back_by_hours_repeats_nothing_not_even_what_was_skipped() {
    let mut scene = Scene::new();
    let rfr = scene.in_development("badges", at("2025-01-08T10:00"));
    scene.asks(rfr, at("2025-01-08T10:00"));
    // The third was due on 2025-03-05, the fourth on 2025-04-16, a Wednesday; down until then.
    let now = at("2025-04-16T10:05");
    assert_eq!(scene.tick(now).len(), 2);
    for back in [1, 5, 24, 47] {
        assert_eq!(
            lines(&scene.run(now - TimeDelta::hours(back), now)),
            [""; 0],
            "{back} hours back"
        );
    }
}

#[test]
fn a_clock_that_was_years_ahead_silences_nothing() {
    let mut scene = Scene::new();
    let rfr = scene.in_development("badges", at(START));
    scene.asks(rfr, at(START));
    scene.settings.off = [ReminderKind::Silent].into();
    assert_eq!(scene.tick(at("2036-01-07T10:00")).len(), 1);
    scene.restart();
    let said = lines(&scene.run(at("2026-01-06T10:00"), at("2026-03-10T00:00")));
    assert_eq!(
        said,
        [
            "2026-01-19T10:00 badges open-question 1",
            "2026-02-02T10:00 badges open-question 2",
            "2026-03-02T10:00 badges open-question 3",
        ]
    );
}

/// The case of the kept seed: two consecutive ones were sent too early.
#[test]
fn a_clock_that_was_wrong_twice_keeps_silent_about_what_it_said_and_about_nothing_else() {
    let mut scene = Scene::new();
    let rfr = scene.in_development("badges", at(START));
    scene.asks(rfr, at(START));
    scene.settings.off = [ReminderKind::Silent, ReminderKind::OnePerson].into();
    let now = at("2026-01-06T10:00");
    for (wrong, number) in [("2026-05-26T10:00", 5), ("2026-04-15T10:00", 4)] {
        let made = scene.tick(at(wrong));
        assert_eq!(made.iter().map(|due| due.key.number).collect::<Vec<_>>(), [number]);
    }
    let said = lines(&scene.run(now, at("2026-08-18T00:00")));
    assert_eq!(
        said,
        [
            "2026-01-19T10:00 badges open-question 1",
            "2026-02-02T10:00 badges open-question 2",
            "2026-03-02T10:00 badges open-question 3",
            "2026-07-06T10:00 badges open-question 6",
            "2026-08-17T10:00 badges open-question 7",
        ]
    );
}

#[test]
fn a_machine_that_slept_for_a_weekend_wakes_to_one_post() {
    let mut scene = Scene::new();
    for minute in [10, 20, 30] {
        let rfr = scene.in_development(&format!("rfr{minute}"), at(START));
        scene.asks(rfr, at(&format!("2026-01-09T16:{minute}")));
    }
    scene.settings.off = [ReminderKind::Silent].into();
    // Suspended on Friday at noon, woken on Monday.
    let now = at("2026-01-26T08:00");
    assert!(scene.tick(now).is_empty());
    let posts = scene.run(now, at("2026-01-27T00:00"));
    assert_eq!(
        (posts.len(), posts[0].at, posts[0].reminders.len()),
        (1, at("2026-01-26T09:00"), 3)
    );
}
