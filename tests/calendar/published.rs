//! What the published key tasks of Fedora releases and the output of schedules-tools say.

use crate::{KEY_TASKS, SAMPLE_ICS, SAMPLE_JSON, absent, day, key, key_tasks, told};
use chrono::Days;
use rfrbot::calendar::import::{self, Remark};
use rfrbot::calendar::{FreezeBook, changes};
use std::fmt::Write as _;

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
    // F45's beta slips by a week: both its freeze's end and its release move.
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
