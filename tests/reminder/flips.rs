//! The team's real freezes from 2018 to 2025: which lifts would have been asked for, and when.

use super::scene::{Scene, lines};
use chrono::{DateTime, Days, Utc};
use rfrbot::reminder::FreezeWindow;

/// Without a calendar, a freeze is expected to last a little over three weeks.
const USUAL_DAYS: u64 = 22;

/// When the team's flag was set and cleared, in pairs.
fn freezes() -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
    let text = include_str!("../data/infra-freeze-flips.json");
    let flips: Vec<serde_json::Value> = serde_json::from_str(text).expect("JSON");
    let mut began = None;
    let mut freezes = Vec::new();
    for flip in &flips {
        let at: DateTime<Utc> = flip["date"].as_str().expect("a date").parse().expect("a date");
        // The flag was renamed at some point.
        let flag = flip["state"].get("InfraFrozen").unwrap_or(&flip["state"]["Frozen"]);
        match flag.as_str().map(str::to_lowercase).as_deref() {
            Some("true") => began = began.or(Some(at)),
            Some("false") => freezes.extend(began.take().map(|began| (began, at))),
            Some(_) | None => {}
        }
    }
    freezes
}

#[test]
fn lifts_that_came_late_are_asked_for_rarely_and_those_in_time_never() {
    let freezes = freezes();
    assert!(freezes.len() >= 20, "{}", freezes.len());
    let mut asked_for = Vec::new();
    for (began, lifted) in freezes {
        let mut scene = Scene::new();
        let to = began.date_naive() + Days::new(USUAL_DAYS);
        scene.freezes.push(FreezeWindow {
            name: format!("of {}", began.date_naive()),
            from: began.date_naive(),
            to,
            in_force_since: Some(began),
        });
        let asked = lines(&scene.run(began, lifted));
        let late = (lifted.date_naive() - to).num_days();
        println!(
            "{} to {}: {late} days late, asked {} times",
            began.date_naive(),
            lifted.date_naive(),
            asked.len()
        );
        for line in &asked {
            println!("    {line}");
        }
        assert!(late > 0 || asked.is_empty(), "{asked:?}");
        // A weekend may lie between the end and the first time.
        assert!(late < 4 || !asked.is_empty(), "{late} days late and never asked");
        if !asked.is_empty() {
            asked_for.push((began.date_naive().to_string(), asked.len()));
        }
    }
    // If the flag stayed set over two or more milestones, that is one long freeze here.
    let asked_for: Vec<(&str, usize)> = asked_for
        .iter()
        .map(|(began, times)| (began.as_str(), *times))
        .collect();
    assert_eq!(
        asked_for,
        [
            ("2020-08-25", 5),
            ("2022-02-22", 6),
            ("2022-08-23", 15),
            ("2023-08-22", 2),
            ("2023-10-03", 3),
            ("2024-02-27", 2),
            // Lifted three and a half months late.
            ("2024-10-15", 9),
            ("2025-02-18", 2),
        ]
    );
}
