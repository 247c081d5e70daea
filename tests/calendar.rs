//! The calendar over real files: the published key tasks of Fedora releases, the raw output of schedules-tools, and
//! seven years of the team's own freeze flag.

#[path = "calendar_cases/mod.rs"]
mod cases;

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;
use rfrbot::calendar::import::{self, Absent, ImportError, Imported, Names, Remark};
use rfrbot::calendar::{Absences, Cause, ExpectedBy, FreezeBook, FreezeFact, Key, Predictions, changes};
use rfrbot::people::Account;
use std::fmt::Write as _;

const KEY_TASKS: &[u8] = include_bytes!("data/fedora-releases-keytasks.ics");
const SAMPLE_ICS: &[u8] = include_bytes!("data/schedules-tools-sample.ics");
const SAMPLE_JSON: &[u8] = include_bytes!("data/schedules-tools-sample.json");
const FLIPS: &str = include_str!("data/infra-freeze-flips.json");

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn key(name: &str) -> Key {
    Key::from_name(name).expect("a key")
}

fn people() -> Names {
    Names::new(["kevin", "smooge", "humaton"], [])
}

fn told(predictions: &Predictions) -> Vec<String> {
    predictions
        .iter()
        .map(|(key, span)| format!("{key}: {} to {}", span.from(), span.to()))
        .collect()
}

fn key_tasks() -> Imported {
    import::ics(KEY_TASKS).expect("the published calendar is read")
}

#[test]
fn the_published_calendar_gives_the_windows_of_f42_to_f46() {
    let imported = key_tasks();
    assert_eq!(
        told(&imported.predictions),
        [
            "F42 beta: 2025-02-18 to 2025-03-19",
            "F42 final: 2025-04-01 to 2025-04-16",
            "F43 beta: 2025-08-26 to 2025-09-17",
            "F43 final: 2025-10-14 to 2025-10-29",
            "F44 beta: 2026-02-17 to 2026-03-11",
            "F44 final: 2026-03-31 to 2026-04-15",
            "F45 beta: 2026-08-25 to 2026-09-16",
            "F45 final: 2026-10-06 to 2026-10-21",
            "F46 beta: 2027-02-23 to 2027-03-17",
            "F46 final: 2027-04-06 to 2027-04-21",
            "F48 beta: 2027-08-24 to 2027-09-15",
            "F48 final: 2027-10-05 to 2027-10-20",
        ]
    );
}

#[test]
fn f47_is_a_copied_draft_of_f46_in_the_published_calendar_and_is_told() {
    let copied = |name: &str, of: &str| Remark::CopiedDraft {
        key: key(name),
        of: key(of),
    };
    assert_eq!(
        key_tasks().remarks,
        [copied("F47 beta", "F46 beta"), copied("F47 final", "F46 final")]
    );
}

#[test]
fn what_is_more_than_ten_years_ahead_is_left_out_and_told() {
    let text = String::from_utf8(KEY_TASKS.to_vec()).expect("it is text");
    let far = text.replace(":2027", ":9027");
    let imported = import::ics(far.as_bytes())
        .expect("it is read")
        .in_sight(day("2026-11-27"));
    let near = key_tasks().in_sight(day("2026-11-27"));
    assert_eq!(near, key_tasks());
    assert_eq!(
        told(&imported.predictions),
        told(&near.predictions)
            .into_iter()
            .filter(|line| !line.contains("2027"))
            .collect::<Vec<_>>()
    );
    let said: Vec<String> = imported.remarks.iter().map(ToString::to_string).collect();
    let slip = "left out: F48 final lasts until 9027-10-20, more than ten years ahead, which looks like a slip";
    assert!(said.iter().any(|line| line == slip), "{said:#?}");
    let away = absent("SUMMARY:kevin: boat\r\nDTSTART;VALUE=DATE:90270301\r\nDTEND;VALUE=DATE:90270303\r\n")
        .expect("it is read");
    assert_eq!(away.absences, []);
    let said: Vec<String> = away.remarks.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        ["left out: kevin: boat (line 3) lasts until 9027-03-02, more than ten years ahead, which looks like a slip"]
    );
}

#[test]
fn no_post_branch_freeze_freezes_the_infrastructure() {
    let calendar = {
        let mut book = FreezeBook::default();
        book.set_imported(key_tasks().predictions);
        book.calendar(day("2026-01-01"))
    };
    for first in ["2025-02-04", "2025-08-12", "2026-02-03", "2026-08-11", "2027-02-09"] {
        assert_eq!(calendar.freeze_on(day(first)), None, "Post-branch Freeze of {first}");
    }
}

#[test]
fn both_forms_of_schedules_tools_and_the_published_calendar_agree_on_the_days() {
    let ics = import::ics(SAMPLE_ICS).expect("the ICS sample is read");
    let json = import::json(SAMPLE_JSON).expect("the JSON sample is read");
    assert_eq!(ics, json);
    assert_eq!(
        told(&ics.predictions),
        [
            "F45 beta: 2026-08-25 to 2026-09-16",
            "F45 final: 2026-10-06 to 2026-10-21"
        ]
    );
    let published = key_tasks().predictions;
    for (key, span) in &ics.predictions {
        assert_eq!(published.get(key), Some(span), "{key}");
    }
    let merged = key_tasks().merged(json);
    assert_eq!(merged, key_tasks());
}

#[test]
fn identifiers_that_are_numbered_anew_and_another_order_change_nothing() {
    let text = String::from_utf8(KEY_TASKS.to_vec()).expect("text");
    let (head, events) = text.split_once("BEGIN:VEVENT").expect("events");
    let events = events
        .strip_suffix("END:VCALENDAR\r\n")
        .or(events.strip_suffix("END:VCALENDAR"));
    let events = events.expect("an end");
    let mut again = head.to_owned();
    for (number, event) in events
        .split("BEGIN:VEVENT")
        .collect::<Vec<_>>()
        .iter()
        .rev()
        .enumerate()
    {
        let uid = event.find("UID:").expect("an identifier") + "UID:".len();
        write!(again, "BEGIN:VEVENT{}{number}-{}", &event[..uid], &event[uid..]).expect("written");
    }
    again.push_str("END:VCALENDAR\r\n");
    assert_ne!(again, text);
    let again = import::ics(again.as_bytes()).expect("the calendar is read");
    assert!(changes(&key_tasks().predictions, &again.predictions).is_empty());
}

#[test]
fn folded_lines_line_ends_and_a_byte_order_mark_change_nothing() {
    let text = String::from_utf8(KEY_TASKS.to_vec()).expect("text");
    let unix = text.replace("\r\n", "\n");
    let folded: String = text
        .split("\r\n")
        .map(|line| {
            let mut folded = String::new();
            for (index, character) in line.chars().enumerate() {
                if index > 0 && index % 20 == 0 {
                    folded.push_str("\r\n ");
                }
                folded.push(character);
            }
            folded + "\r\n"
        })
        .collect();
    let marked = format!("\u{feff}{text}");
    for again in [unix, folded, marked] {
        assert_eq!(import::ics(again.as_bytes()).as_ref(), Ok(&key_tasks()));
    }
}

#[test]
fn a_release_that_slips_moves_the_window_and_not_the_start() {
    let text = String::from_utf8(KEY_TASKS.to_vec()).expect("text");
    // F45's beta is released a week later: its freeze ends and its release stands a week later.
    let slipped = text
        .replace("20260916", "20260923")
        .replace("DTSTART;VALUE=DATE:20260915", "DTSTART;VALUE=DATE:20260922");
    let slipped = import::ics(slipped.as_bytes()).expect("the calendar is read");
    let moved = changes(&key_tasks().predictions, &slipped.predictions);
    assert_eq!(moved.len(), 1);
    assert_eq!(moved[0].key, key("F45 beta"));
    assert_eq!((moved[0].start_moved_by(), moved[0].end_moved_by()), (0, 7));
    assert!(moved[0].newly_covers(day("2026-09-18")));
    assert!(!moved[0].newly_covers(day("2026-09-16")));
}

#[test]
fn what_is_no_calendar_is_refused_with_what_was_expected() {
    let html = b"<!doctype html>\n<html><head><title>Making sure you're not a bot!</title>".as_slice();
    let cases: Vec<(&str, Result<Imported, ImportError>, &str)> = vec![
        (
            "empty",
            import::ics(b""),
            "the file is empty; expected an iCalendar file",
        ),
        (
            "blank",
            import::json(b" \r\n"),
            "the file is empty; expected the JSON of schedules-tools",
        ),
        (
            "a wall against robots",
            import::ics(html),
            "it is a web page, not a calendar",
        ),
        (
            "a wall against robots",
            import::json(html),
            "it is a web page, not a calendar",
        ),
        (
            "JSON as ICS",
            import::ics(SAMPLE_JSON),
            "line 1: expected an iCalendar file",
        ),
        (
            "ICS as JSON",
            import::json(SAMPLE_ICS),
            "line 1: expected the JSON of schedules-tools",
        ),
        (
            "JSON of something else",
            import::json(b"{\"tasks\": 3}"),
            "line 1: expected the JSON",
        ),
        (
            "bytes",
            import::ics(b"BEGIN:VCALENDAR\r\nSUMMARY:\xff\r\n"),
            "line 3: expected END:VCALENDAR",
        ),
        (
            "no freeze",
            import::ics(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
            "no freeze is in it",
        ),
        (
            "no freeze",
            import::json(b"{\"name\": \"f-45\", \"tasks\": []}"),
            "no freeze is in it",
        ),
    ];
    for (what, result, expected) in cases {
        let error = result.expect_err(what).to_string();
        assert!(error.starts_with(expected), "{what}: {error}");
    }
}

#[test]
fn a_calendar_that_breaks_off_is_refused_wherever_it_breaks() {
    let end = KEY_TASKS.trim_ascii_end().len();
    for length in (0..end).step_by(97).chain([end - 1]) {
        assert!(import::ics(&KEY_TASKS[..length]).is_err(), "cut after {length} bytes");
    }
    for length in 0..SAMPLE_JSON.trim_ascii_end().len() {
        assert!(
            import::json(&SAMPLE_JSON[..length]).is_err(),
            "cut after {length} bytes"
        );
    }
    let error = import::ics(&KEY_TASKS[..end - "END:VCALENDAR".len()]).expect_err("its end is missing");
    assert_eq!(
        error.to_string(),
        "line 1498: expected END:VCALENDAR, found the end of the file"
    );
}

#[test]
fn hostile_sizes_and_nesting_are_refused() {
    let huge = vec![b'x'; import::MAX_BYTES + 1];
    assert_eq!(import::ics(&huge), Err(ImportError::TooLarge { bytes: huge.len() }));
    assert_eq!(import::json(&huge), Err(ImportError::TooLarge { bytes: huge.len() }));

    let many = "BEGIN:VEVENT\nEND:VEVENT\n".repeat(import::MAX_EVENTS + 1);
    let many = format!("BEGIN:VCALENDAR\n{many}END:VCALENDAR\n");
    assert_eq!(import::ics(many.as_bytes()), Err(ImportError::TooManyEvents));
    let many = "{\"name\": \"x\"},".repeat(import::MAX_EVENTS);
    let many = format!("{{\"tasks\": [{many}{{\"name\": \"x\"}}]}}");
    assert_eq!(import::json(many.as_bytes()), Err(ImportError::TooManyEvents));

    let deep = format!("BEGIN:VCALENDAR\n{}", "BEGIN:VALARM\n".repeat(10_000));
    let error = import::ics(deep.as_bytes()).expect_err("too deep").to_string();
    assert!(error.contains("at most 8 components inside each other"), "{error}");
    let deep = format!(
        "{}{}",
        "{\"name\": \"x\", \"tasks\": [".repeat(100_000),
        "]}".repeat(100_000)
    );
    assert!(import::json(deep.as_bytes()).is_err());

    let endless = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:F45: Beta Freeze\nDTSTART;VALUE=DATE:20260825\n\
                   DTEND;VALUE=DATE:99991231\nEND:VEVENT\nEND:VCALENDAR\n";
    let error = import::ics(endless.as_bytes()).expect_err("too long").to_string();
    assert!(error.starts_with("F45 beta would last"), "{error}");
    let impossible = endless.replace("20260825", "20260231");
    let error = import::ics(impossible.as_bytes()).expect_err("no such day").to_string();
    assert!(
        error.starts_with("\"F45: Beta Freeze (line 2)\" has no readable days"),
        "{error}"
    );
    let nameless = endless.replace("F45: ", "");
    let error = import::ics(nameless.as_bytes()).expect_err("no release").to_string();
    assert!(
        error.starts_with("\"Beta Freeze\" does not say of which release"),
        "{error}"
    );
}

#[test]
fn what_an_event_says_elsewhere_never_makes_another_freeze_vanish() {
    let file = |description: &str| {
        format!(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:F45: Beta Freeze\r\nDTSTART;VALUE=DATE:20260825\r\n\
             DTEND;VALUE=DATE:20260916\r\nDESCRIPTION{description}\r\nEND:VEVENT\r\n\
             BEGIN:VEVENT\r\nSUMMARY;LANGUAGE=\"en\":F45: Final Freeze\r\nDTSTART;VALUE=DATE:20261006\r\n\
             DTEND;VALUE=DATE:20261021\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    };
    let whole = import::ics(file(":words").as_bytes()).expect("the calendar is read");
    assert_eq!(whole.predictions.len(), 2);
    for harmless in [
        ";ALTREP=\"cid:a\":words",
        ";ALTREP=\"cid:a:words",
        "",
        ":",
        ";",
        ":BEGIN:VEVENT",
        ":\\",
    ] {
        assert_eq!(
            import::ics(file(harmless).as_bytes()).as_ref(),
            Ok(&whole),
            "{harmless}"
        );
    }
    // A quoted-printable line that ends in = takes the next line into itself, but no end and no begin.
    let unended = import::ics(file(";ENCODING=QUOTED-PRINTABLE:words=").as_bytes());
    assert_eq!(unended.as_ref(), Ok(&whole));
    let begin = "BEGIN:VCALENDAR\r\n";
    let unbegun = file(":words").replacen(
        begin,
        &format!("{begin}COMMENT;ENCODING=QUOTED-PRINTABLE:words=\r\n"),
        1,
    );
    assert_eq!(import::ics(unbegun.as_bytes()).as_ref(), Ok(&whole));
}

fn mutated(original: &'static [u8]) -> impl Strategy<Value = Vec<u8>> {
    let interesting = prop::sample::select(b"\r\n \t:;=\"\\,{}[]0129-PTZBE\x00\xff\xe2".to_vec());
    let byte = prop_oneof![interesting, any::<u8>()];
    let edit = (
        any::<prop::sample::Index>(),
        0..40_usize,
        prop::collection::vec(byte, 0..6),
    );
    prop::collection::vec(edit, 1..4).prop_map(move |edits| {
        let mut bytes = original.to_vec();
        for (position, removed, inserted) in edits {
            let start = position.index(bytes.len() + 1);
            let end = bytes.len().min(start + removed);
            bytes.splice(start..end, inserted);
        }
        bytes
    })
}

/// Whatever a file says: no window is empty or endless, and the book answers every question about it.
fn holds_together(result: Result<Imported, ImportError>) {
    let imported = match result {
        Ok(imported) => imported,
        Err(error) => {
            assert!(error.to_string().chars().count() < 300, "{error}");
            return;
        }
    };
    assert!(!imported.predictions.is_empty());
    let mut book = FreezeBook::default();
    book.set_imported(imported.predictions.clone());
    for span in imported.predictions.values() {
        assert!((1..=92).contains(&span.length()));
        let free = book.first_free_day(span.from(), span.from());
        assert!(!book.covers(free, span.from()) && free > span.to());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_calendars_never_panic(
        small in mutated(SAMPLE_ICS),
        json in mutated(SAMPLE_JSON),
    ) {
        holds_together(import::ics(&small));
        holds_together(import::json(&json));
        let _ = import::absences(&small, &people(), day("2026-11-27"));
    }

    #[test]
    fn any_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        holds_together(import::ics(&bytes));
        holds_together(import::json(&bytes));
        let framed = [b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n".as_slice(), &bytes, b"\nEND:VEVENT\nEND:VCALENDAR\n"].concat();
        holds_together(import::ics(&framed));
    }
}

proptest! {
    // The published calendar is sixty times larger than the sample.
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_damaged_published_calendar_never_panics(bytes in mutated(KEY_TASKS)) {
        holds_together(import::ics(&bytes));
    }
}

#[test]
fn absences_come_from_a_calendar_whose_titles_begin_with_the_account() {
    let calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n\
        BEGIN:VEVENT\r\nSUMMARY:Kevin: at a conference\\, no laptop\r\nDTSTART;VALUE=DATE:20261201\r\n\
        DTEND;VALUE=DATE:20261205\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nSUMMARY:smooge\r\nDTSTART:20261202T090000Z\r\nDURATION:P3D\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nSUMMARY:humaton - dentist\r\nDTSTART;TZID=Europe/Prague:20261203T090000\r\n\
        DTEND;TZID=Europe/Prague:20261203T110000\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nSUMMARY:called off\r\nSTATUS:CANCELLED\r\nDTSTART;VALUE=DATE:20261201\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nSUMMARY:(everybody rests)\r\nDTSTART;VALUE=DATE:20261225\r\nEND:VEVENT\r\n\
        END:VCALENDAR\r\n";
    let mut absences = Absences::default();
    let read = |bytes: &[u8]| import::absences(bytes, &people(), day("2026-11-27"));
    absences.set_imported(read(calendar.as_bytes()).expect("absences").absences);
    let days = |account: &str| -> Vec<String> {
        let absences = absences.of(account);
        absences
            .iter()
            .map(|absence| format!("{} to {}: {}", absence.span.from(), absence.span.to(), absence.note))
            .collect()
    };
    assert_eq!(days("kevin"), ["2026-12-01 to 2026-12-04: at a conference, no laptop"]);
    assert_eq!(days("smooge"), ["2026-12-02 to 2026-12-04: "]);
    assert_eq!(days("humaton"), ["2026-12-03 to 2026-12-03: dentist"]);
    assert!(days("called").is_empty());
    assert_eq!(
        absences.first_day_there(&["kevin", "smooge"], day("2026-12-02")),
        Some(day("2026-12-05"))
    );
    assert!(read(b"").is_err());
    assert_eq!(read(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n"), Ok(Absent::default()));
}

/// A flip of the team's flag as a fact. The flag does not say which freeze it means; the season and the month do:
/// betas freeze in February, March, August and September, final releases in the other months.
fn facts_of_flips() -> Vec<FreezeFact> {
    let flips: serde_json::Value = serde_json::from_str(FLIPS).expect("the flips are JSON");
    let mut facts = Vec::new();
    let mut in_force: Option<Key> = None;
    for flip in flips.as_array().expect("a list") {
        let at = flip["date"].as_str().expect("a date");
        let at: DateTime<Utc> = DateTime::parse_from_rfc3339(at).expect("a time").to_utc();
        let state = &flip["state"];
        // Since 2025 `Frozen` only refers to `InfraFrozen`.
        let flag = state["InfraFrozen"]
            .as_str()
            .or(state["Frozen"].as_str())
            .expect("a flag");
        let by = Cause::Person(Account::new("somebody"));
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

fn window_of(start: NaiveDate) -> Key {
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
                        // What the question says on the first day is what it says before the lift.
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
    // F29 to F41 are older than the published calendar, so the usual length stands in: a release that slipped by a
    // week shows as a question six days before the lift, which a calendar would have moved. Where the flag stayed up
    // between a beta and its final release (F33, F36), or was forgotten (F37, F41), people would have been asked
    // weeks and months before. F42, which the calendar covers, was lifted on the predicted day both times.
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

#[test]
fn the_book_predicts_the_year_2026_as_a_person_would_read_it() {
    let mut book = FreezeBook::default();
    book.set_imported(key_tasks().predictions);
    let today = day("2026-08-20");
    let (next, prediction) = book.next_after(today).expect("a freeze comes");
    assert_eq!((next, prediction.span.from()), (key("F45 beta"), day("2026-08-25")));
    assert_eq!(book.near(today, Days::new(7)).len(), 1);
    assert_eq!(book.first_free_day(day("2026-09-01"), today), day("2026-09-17"));
    assert_eq!(book.first_free_day(day("2026-10-21"), today), day("2026-10-22"));
}

/// An absence of an event of these lines, read in November 2026.
fn absent(event: &str) -> Result<Absent, import::ImportError> {
    let calendar =
        format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
    let names = Names::new(["kevin", "smooge"], [("kevin@example.org", "kevin")]);
    import::absences(calendar.as_bytes(), &names, day("2026-11-27"))
}

#[test]
fn accounts_and_addresses_compare_by_ascii() {
    // U+212A is a sign for a unit that looks like a K, and becomes a k where letters are folded by Unicode.
    for title in ["\u{212A}evin: boat", "PTO: \u{212A}evin", "\u{212A}evin+smooge away"] {
        let read = absent(&format!("SUMMARY:{title}\r\nDTSTART;VALUE=DATE:20261201")).expect("a calendar");
        assert!(
            read.absences.iter().all(|(account, _)| account != "kevin"),
            "{title}: {read:?}"
        );
    }
    for address in ["\u{212A}evin@example.org", "\u{212A}evin@fedoraproject.org"] {
        let event = format!("SUMMARY:Out of office\r\nORGANIZER:mailto:{address}\r\nDTSTART;VALUE=DATE:20261201");
        let read = absent(&event).expect("a calendar");
        assert_eq!(read.absences, [], "{address}");
    }
    let read = absent("SUMMARY:KEVIN: boat\r\nDTSTART;VALUE=DATE:20261201").expect("a calendar");
    assert_eq!(read.absences.len(), 1);
}

#[test]
fn an_interval_that_is_no_positive_number_is_told_and_its_event_left_out() {
    for interval in ["0", "00", "-1", "18446744073709551616", "x", ""] {
        let event =
            format!("SUMMARY:kevin: yoga\r\nDTSTART;VALUE=DATE:20261201\r\nRRULE:FREQ=WEEKLY;INTERVAL={interval}");
        let read = absent(&event).expect("a calendar");
        assert_eq!(read.absences, [], "{interval}");
        let told: Vec<String> = read.remarks.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), 1, "{interval}: {told:?}");
        assert!(told[0].contains("kevin: yoga"), "{told:?}");
        assert!(
            told[0].contains(&format!(
                "an interval of {}",
                if interval.is_empty() { "nothing" } else { interval }
            )),
            "{told:?}"
        );
    }
    for interval in ["1", "2", "99"] {
        let event =
            format!("SUMMARY:kevin: yoga\r\nDTSTART;VALUE=DATE:20261201\r\nRRULE:FREQ=WEEKLY;INTERVAL={interval}");
        assert_eq!(absent(&event).expect("a calendar").remarks, [], "{interval}");
    }
}

/// Numbers that do not fit where most programs keep them.
fn large() -> impl Strategy<Value = String> {
    let edges: Vec<String> = [
        0_u128,
        1,
        1 << 15,
        1 << 16,
        1 << 31,
        1 << 32,
        1 << 63,
        1 << 64,
        u128::MAX,
    ]
    .iter()
    .flat_map(|edge| [edge.saturating_sub(1), *edge, edge.saturating_add(1)])
    .flat_map(|number| [number.to_string(), format!("-{number}")])
    .collect();
    prop::sample::select(edges)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_number_in_a_calendar_panics_or_wraps(
        numbers in prop::collection::vec(large(), 6),
        year in prop::sample::select(vec!["0000", "0001", "1000", "2016", "2026", "2036", "2037", "9998", "9999"]),
        freq in prop::sample::select(vec!["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    ) {
        let [length, interval, count, by, sequence, release] = [0, 1, 2, 3, 4, 5].map(|at| numbers[at].as_str());
        let times = format!("DTSTART;VALUE=DATE:{year}1231\r\nSEQUENCE:{sequence}\r\nDURATION:P{length}D");
        let rule = format!("RRULE:FREQ={freq};INTERVAL={interval};COUNT={count};BYMONTHDAY={by};BYSETPOS={by};BYYEARDAY={by}");
        for event in [&times, &format!("{times}\r\n{rule}")] {
            if let Ok(read) = absent(&format!("SUMMARY:kevin: boat\r\n{event}")) {
                for (_, absence) in read.absences {
                    prop_assert!(absence.span.from() <= absence.span.to() && absence.span.length() >= 1);
                }
            }
        }
        let frozen = format!(
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:F{release}: Beta Freeze\r\n{times}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        holds_together(import::ics(frozen.as_bytes()));
        let json = format!(
            r#"{{"name": "f-{release}", "tasks": [{{"name": "Beta Freeze", "start": {length}, "end": {interval}}}, {{"name": "Final Freeze", "start": "{sequence}", "end": "{count}"}}]}}"#
        );
        holds_together(import::json(json.as_bytes()));
    }
}
