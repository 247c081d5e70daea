//! Nine silent months: koschei's real dates, with the default limits.

use super::scene::{Scene, account};
use chrono::{DateTime, NaiveTime, Utc};
use rfrbot::reminder::{ReminderKind, ReminderSettings, posts};
use rfrbot::rfr::RfrEvent;
use rfrbot::wording::Wording;

/// Rows of a page, and characters in a row.
const PAGE: (usize, usize) = (60, 80);

fn step_of(service: &str, step: &str) -> DateTime<Utc> {
    let text = include_str!("../data/rfr-timelines.json");
    let data: serde_json::Value = serde_json::from_str(text).expect("JSON");
    let steps = data["services"][service].as_array().expect("steps");
    let found = steps.iter().find(|found| found["step"] == step).expect("the step");
    let day: chrono::NaiveDate = found["date"].as_str().expect("a date").parse().expect("a date");
    day.and_time(NaiveTime::from_hms_opt(14, 0, 0).expect("a time"))
        .and_utc()
}

/// What the room would have read: each line with its day.
fn room(scene: &mut Scene, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<String> {
    let wording = Wording {
        prefix: "!rfr".to_owned(),
        ascii: false,
        board: None,
    };
    let made = scene.run(from, to);
    let mut page = Vec::new();
    for post in &made {
        for said in posts(&post.reminders) {
            for line in wording.reminders(&said, post.at).plain_lines() {
                page.push(format!("{} {line}", post.at.format("%Y-%m-%d %H:%M")));
            }
        }
    }
    page
}

fn rows(lines: &[String]) -> usize {
    lines.iter().map(|line| line.chars().count().div_ceil(PAGE.1)).sum()
}

#[test]
fn koschei_s_nine_silent_months_fit_on_a_page() {
    let (from, to) = (step_of("koschei", "development"), step_of("koschei", "staging-host"));
    let mut scene = Scene::new();
    assert_eq!(scene.settings, ReminderSettings::default());
    let koschei = scene.in_development("koschei", from);
    let (item, note) = ("dev-instance".to_owned(), String::new());
    scene.happens(koschei, "kevin", from, &RfrEvent::ItemDone { item, note });
    let page = room(&mut scene, from, to);
    println!("{}", page.join("\n"));
    let silent = page.iter().filter(|line| line.contains("silent")).count();
    assert_eq!((silent, page.len()), (4, 6), "{page:#?}");
    assert!(rows(&page) <= PAGE.0, "{} rows: {page:#?}", rows(&page));
}

#[test]
fn the_same_months_with_questions_and_one_person_alone_fit_on_a_page_too() {
    let (from, to) = (step_of("koschei", "development"), step_of("koschei", "staging-host"));
    let mut scene = Scene::new();
    let koschei = scene.in_development("koschei", from);
    let smooge = account("smooge");
    scene.happens(koschei, "ralph", from, &RfrEvent::PersonRemoved { account: smooge });
    let (item, note) = ("dev-instance".to_owned(), String::new());
    scene.happens(koschei, "kevin", from, &RfrEvent::ItemDone { item, note });
    for _ in 0..3 {
        scene.asks(koschei, from);
    }
    let page = room(&mut scene, from, to);
    println!("{}", page.join("\n"));
    assert!(rows(&page) <= PAGE.0, "{} rows: {page:#?}", rows(&page));
    assert!(
        page.iter().any(|line| line.contains("questions 1, 2 and 3 are open")),
        "{page:#?}"
    );
}

#[test]
fn what_moved_on_in_time_was_never_nagged() {
    let (from, to) = (step_of("mote", "staging"), step_of("mote", "production"));
    let mut scene = Scene::new();
    let mote = scene.in_staging("mote", from);
    scene.schedules(mote, from, to.date_naive());
    let kinds: Vec<ReminderKind> = scene
        .run(from, to)
        .iter()
        .flat_map(|post| &post.reminders)
        .map(|due| due.key.cause.kind)
        .collect();
    assert_eq!(
        kinds,
        [ReminderKind::Deployment, ReminderKind::Deployment],
        "the day before and the day itself"
    );
}
