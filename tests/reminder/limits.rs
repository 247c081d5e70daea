//! Hours, budgets, and one post instead of many.

use super::scene::{Made, Scene, at, day, lines};
use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc, Weekday};
use proptest::prelude::*;
use rfrbot::reminder::{Hours, HoursError, ReminderKind, Zone};
use std::collections::BTreeMap;

const WORKING: [Weekday; 5] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];

#[test]
fn after_a_year_of_downtime_there_is_one_post_and_each_thing_stands_in_it_once() {
    let mut scene = Scene::new();
    for name in ["badges", "hubs", "koschei", "mote", "statscache"] {
        let rfr = scene.in_development(name, at("2025-01-06T10:00"));
        scene.asks(rfr, at("2025-01-07T10:00"));
        scene.asks(rfr, at("2025-01-08T10:00"));
    }
    let back = at("2026-01-03T03:00");
    let posts = scene.run(back, at("2026-01-08T00:00"));
    assert_eq!(posts.len(), 1, "{:?}", lines(&posts));
    assert_eq!(
        posts[0].at,
        at("2026-01-05T09:00"),
        "Monday morning, not Saturday night"
    );
    assert_eq!(posts[0].reminders.len(), 15);
    let names: Vec<&str> = posts[0].reminders.iter().map(|due| due.name.as_str()).collect();
    assert!(names.is_sorted(), "those of one RFR stand together");
}

#[test]
fn what_quiet_hours_and_budgets_hold_back_is_counted_as_due() {
    let mut scene = Scene::new();
    for name in ["badges", "hubs"] {
        let rfr = scene.in_development(name, at("2026-01-05T10:00"));
        scene.asks(rfr, at("2026-01-05T10:00"));
        scene.asks(rfr, at("2026-01-05T11:00"));
    }
    scene.settings.off = [ReminderKind::Silent].into();
    assert_eq!(
        scene.waiting(at("2026-01-16T18:00")),
        0,
        "nobody has waited for so long"
    );
    // The time comes after hours on a Monday; at night they wait, and nothing can be sent.
    let night = at("2026-01-20T03:00");
    assert_eq!((scene.waiting(night), scene.due(night).len()), (4, 0));
    let morning = at("2026-01-20T09:00");
    assert_eq!(scene.tick(morning).len(), 4);
    assert_eq!(scene.waiting(morning), 0, "what is made waits no longer");
    // What the day's budget of mentions holds back waits for the next day.
    let rfr = scene.in_development("mote", at("2026-01-06T10:00"));
    scene.asks(rfr, at("2026-01-06T10:30"));
    scene.asks(rfr, at("2026-01-06T13:30"));
    assert_eq!(scene.tick(at("2026-01-20T11:00")).len(), 1);
    let later = at("2026-01-20T16:00");
    assert_eq!((scene.waiting(later), scene.due(later).len()), (1, 0));
}

#[test]
fn a_day_of_downtime_repeats_and_drops_nothing() {
    let mut scene = Scene::new();
    for hour in 10..16 {
        let rfr = scene.in_development(&format!("rfr{hour}"), at("2026-01-05T09:00"));
        scene.asks(rfr, at(&format!("2026-01-05T{hour}:10")));
    }
    scene.settings.off = [ReminderKind::Silent].into();
    // Down from before the first to the next afternoon.
    let posts = scene.run(at("2026-01-20T14:12"), at("2026-01-30T00:00"));
    assert_eq!(posts.len(), 1);
    assert_eq!((posts[0].at, posts[0].reminders.len()), (at("2026-01-20T14:12"), 6));
}

#[test]
fn the_budgets_of_a_day_hold_and_delay_without_dropping() {
    let mut scene = Scene::new();
    for hour in 9..17 {
        let rfr = scene.in_development(&format!("rfr{hour}"), at("2026-01-05T08:00"));
        scene.asks(rfr, at(&format!("2026-01-05T{hour:02}:00")));
        scene.asks(rfr, at("2026-01-05T12:30"));
    }
    scene.settings.off = [ReminderKind::Silent].into();
    let posts = scene.run(at("2026-01-05T08:00"), at("2026-01-24T00:00"));
    let mut days: BTreeMap<(i32, u32), Vec<&Made>> = BTreeMap::new();
    for post in &posts {
        days.entry((post.at.year(), post.at.ordinal())).or_default().push(post);
    }
    for posts in days.values() {
        let undated = posts
            .iter()
            .filter(|post| post.reminders.iter().any(|due| !due.key.cause.kind.is_dated()));
        assert!(
            undated.count() <= 4,
            "{:?}",
            posts.iter().map(|post| post.at).collect::<Vec<_>>()
        );
        let mut mentions: BTreeMap<&str, usize> = BTreeMap::new();
        for post in posts {
            let mut names: Vec<&str> = post.reminders.iter().map(|due| due.name.as_str()).collect();
            names.dedup();
            for name in names {
                *mentions.entry(name).or_default() += 1;
            }
        }
        assert!(mentions.values().all(|count| *count == 1), "{mentions:?}");
    }
    let questions = posts
        .iter()
        .flat_map(|post| &post.reminders)
        .filter(|due| due.key.cause.kind == ReminderKind::OpenQuestion);
    assert_eq!(questions.count(), 16, "a budget delays and drops nothing");
}

#[test]
fn what_has_a_date_comes_also_when_the_budget_is_spent() {
    let mut scene = Scene::new();
    scene.settings.posts_per_day = 1;
    let badges = scene.in_staging("badges", at("2026-01-05T10:00"));
    scene.asks(badges, at("2026-01-05T12:00"));
    let hubs = scene.in_development("hubs", at("2026-01-05T10:00"));
    scene.asks(hubs, at("2026-01-05T12:30"));
    scene.settings.off = [ReminderKind::Silent].into();
    let posts = scene.run(at("2026-01-05T12:00"), at("2026-01-19T12:10"));
    assert_eq!(lines(&posts), ["2026-01-19T12:00 badges open-question 1"]);
    scene.schedules(badges, at("2026-01-19T12:10"), day("2026-01-20"));
    let posts = scene.run(at("2026-01-19T12:10"), at("2026-01-20T10:00"));
    assert_eq!(
        lines(&posts),
        [
            "2026-01-19T13:00 badges deployment 1",
            "2026-01-20T09:00 badges deployment 0",
            "2026-01-20T09:00 hubs open-question 1",
        ]
    );
}

#[test]
fn an_rfr_is_mentioned_once_a_day() {
    let mut scene = Scene::new();
    scene.settings.off = [ReminderKind::Silent].into();
    let badges = scene.in_development("badges", at("2026-01-05T09:00"));
    for hour in [10, 12, 14] {
        scene.asks(badges, at(&format!("2026-01-05T{hour}:00")));
    }
    let posts = scene.run(at("2026-01-05T15:00"), at("2026-01-24T00:00"));
    let times: Vec<_> = posts.iter().map(|post| (post.at, post.reminders.len())).collect();
    assert_eq!(times, [(at("2026-01-19T10:00"), 1), (at("2026-01-20T09:00"), 2)]);
    scene.settings.mentions_per_rfr_and_day = 2;
    let posts = scene.run(at("2026-01-24T00:00"), at("2026-02-04T00:00"));
    let times: Vec<_> = posts.iter().map(|post| (post.at, post.reminders.len())).collect();
    assert_eq!(
        times,
        [
            (at("2026-02-02T10:00"), 1),
            (at("2026-02-02T12:00"), 1),
            (at("2026-02-03T09:00"), 1)
        ]
    );
}

#[test]
fn what_becomes_due_within_an_hour_comes_in_one_post() {
    let mut scene = Scene::new();
    for minute in 10..40 {
        let rfr = scene.in_development(&format!("rfr{minute}"), at("2026-01-05T09:00"));
        scene.asks(rfr, at(&format!("2026-01-05T10:{minute}")));
    }
    scene.settings.off = [ReminderKind::Silent].into();
    let posts = scene.run(at("2026-01-05T10:00"), at("2026-01-24T00:00"));
    assert_eq!(posts.len(), 1);
    assert_eq!((posts[0].at, posts[0].reminders.len()), (at("2026-01-19T11:00"), 30));
}

#[test]
fn hours_that_leave_no_time_are_refused_with_the_fix() {
    assert_eq!(Hours::new(Zone::UTC, &[], 9, 17), Err(HoursError::NoDays));
    for (from, to) in [(17, 9), (9, 9), (9, 25)] {
        let error = Hours::new(Zone::UTC, &WORKING, from, to)
            .expect_err("no time")
            .to_string();
        assert!(error.contains("such as 9 to 17"), "{error}");
    }
}

/// The first full open hour from a moment on, found by checking every minute.
fn slowly(zone: &Zone, days: &[Weekday], hours: std::ops::Range<u32>, at: DateTime<Utc>) -> DateTime<Utc> {
    let open = |at: &DateTime<Utc>| {
        let here = zone.local(*at);
        let full = (here.minute(), here.second(), here.nanosecond()) == (0, 0, 0);
        // The second of two equal hours does not count.
        let first = zone.moment(here) == Some(*at);
        full && first && days.contains(&here.weekday()) && hours.contains(&here.hour())
    };
    let start = DateTime::from_timestamp((at.timestamp() + 59).div_euclid(60) * 60, 0).expect("a time");
    (0..400 * 24 * 60)
        .map(|minute| start + TimeDelta::minutes(minute))
        .find(open)
        .expect("an hour")
}

proptest! {
    /// Across clock changes, in zones with whole, half and quarter hours and in one that skipped a day.
    #[test]
    fn reminders_come_at_the_first_full_open_hour(
        zone in prop::sample::select(vec![
            "UTC", "Europe/Prague", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Cairo",
            "America/St_Johns", "Pacific/Apia",
        ]),
        // From 2011 to 2037.
        minute in 0_i64..26 * 365 * 24 * 60,
        from in 0_u32..23, length in 1_u32..24, weekend in any::<bool>(),
    ) {
        let days: &[Weekday] = if weekend { &[Weekday::Sat, Weekday::Sun] } else { &WORKING };
        let to = (from + length).min(24);
        let zone = Zone::named(zone).expect("a zone");
        let hours = Hours::new(zone.clone(), days, from, to).expect("good hours");
        let at = DateTime::from_timestamp(1_293_840_000 + minute * 60, 0).expect("a time");
        let release = hours.release(at);
        prop_assert_eq!(release, slowly(&zone, days, from..to, at));
        prop_assert!(hours.is_open(release));
        prop_assert!(hours.next_release(release) > release);
        let open = hours.open_from(at);
        prop_assert!(hours.is_open(open) && open >= at && open <= release);
    }
}

#[test]
fn nine_o_clock_stays_nine_o_clock_when_the_clocks_change() {
    let mut scene = Scene::new();
    scene.settings.hours =
        Hours::new(Zone::named("Europe/Prague").expect("a zone"), &WORKING, 9, 17).expect("good hours");
    let rfr = scene.in_staging("badges", at("2026-03-01T10:00"));
    scene.settings.off = [ReminderKind::Silent, ReminderKind::SignOff].into();
    // The clocks change on March 29 and on October 25.
    for (planned, told) in [
        ("2026-03-27", "2026-03-26T08:00"),
        ("2026-03-30", "2026-03-27T08:00"),
        ("2026-03-31", "2026-03-30T07:00"),
        ("2026-10-26", "2026-10-23T07:00"),
        ("2026-10-27", "2026-10-26T08:00"),
    ] {
        scene.schedules(rfr, at("2026-03-01T10:00"), day(planned));
        let before = at(told) - TimeDelta::days(2);
        assert_eq!(scene.next_due(before), Some(at(told)), "{planned}");
    }
}
