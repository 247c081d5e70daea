//! Calendars as people and their programs write them: anything with a single sensible reading is read, and a broken
//! part loses only itself.

mod days;
mod disguises;
mod titles;

use crate::{day, told};
use rfrbot::calendar::import::{self, Absent, Names};

const TODAY: &str = "2026-11-27";

fn names() -> Names {
    Names::new(["kevin", "smooge", "humaton", "may"], [("kevin@example.org", "kevin")])
}

fn read(file: &[u8]) -> Absent {
    import::absences(file, &names(), day(TODAY)).expect("a calendar of absences")
}

fn absent(read: &Absent) -> Vec<String> {
    let line = |(account, absence): &(String, rfrbot::calendar::Absence)| {
        let (from, to) = (absence.span.from(), absence.span.to());
        let days = if from == to {
            from.to_string()
        } else {
            format!("{from} to {to}")
        };
        format!("{account} {days}")
    };
    read.absences.iter().map(line).collect()
}

fn remarks(read: &Absent) -> Vec<String> {
    read.remarks.iter().map(ToString::to_string).collect()
}

/// A calendar of these lines; an empty line separates events.
fn calendar(lines: &str) -> String {
    let events = lines.trim().split("\n\n").map(|event| {
        let event: Vec<&str> = event.lines().map(str::trim).collect();
        format!("BEGIN:VEVENT\r\n{}\r\nEND:VEVENT\r\n", event.join("\r\n"))
    });
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}END:VCALENDAR\r\n",
        events.collect::<String>()
    )
}

fn days_of(lines: &str) -> Vec<String> {
    absent(&read(calendar(lines).as_bytes()))
}

macro_rules! case {
    ($name:literal) => {
        include_bytes!(concat!("../../data/calendars/", $name)).as_slice()
    };
}

const GOOD: &str = "smooge 2026-12-10 to 2026-12-11";

#[test]
fn each_absence_that_people_wrote_is_read() {
    let cases: [(&str, &[u8], &[&str]); 20] = [
        (
            "a05",
            case!("a05-duration-hours-48.ics"),
            &["kevin 2026-12-01 to 2026-12-02"],
        ),
        ("a09", case!("a09-no-colon-space.ics"), &["kevin 2026-12-01"]),
        ("a13", case!("a13-title-other-order.ics"), &["kevin 2026-12-01", GOOD]),
        ("a18", case!("a18-one-broken-event.ics"), &[GOOD]),
        ("a20", case!("a20-zero-date.ics"), &[GOOD]),
        ("a23", case!("a23-method-cancel.ics"), &[]),
        (
            "a24",
            case!("a24-rrule-weekly.ics"),
            &[
                "kevin 2026-12-04",
                "kevin 2026-12-11",
                "kevin 2026-12-18",
                "kevin 2026-12-25",
            ],
        ),
        (
            "a25",
            case!("a25-rrule-exdate.ics"),
            &["kevin 2026-12-11", "kevin 2026-12-18"],
        ),
        ("a28", case!("a28-sequence-update.ics"), &["kevin 2026-12-20"]),
        ("a29", case!("a29-rdate.ics"), &["kevin 2026-12-01", "kevin 2026-12-15"]),
        ("a31", case!("a31-fold-mid-utf8.ics"), &["kevin 2026-12-01"]),
        ("a35", case!("a35-cr-only.ics"), &["kevin 2026-12-01"]),
        (
            "a54",
            case!("a54-unquoted-tzid-colon.ics"),
            &["kevin 2026-12-01 to 2026-12-02", GOOD],
        ),
        ("a55", case!("a55-utc-evening.ics"), &["kevin 2026-12-01 to 2026-12-02"]),
        (
            "a56",
            case!("a56-dash-date.ics"),
            &["kevin 2026-12-01 to 2026-12-02", GOOD],
        ),
        ("a57", case!("a57-empty-dtend.ics"), &["kevin 2026-12-01", GOOD]),
        ("a61", case!("a61-after-end-ctrl-z.ics"), &["kevin 2026-12-01"]),
        ("a62", case!("a62-nul-padding.ics"), &["kevin 2026-12-01"]),
        (
            "a77",
            case!("a77-two-names.ics"),
            &["kevin 2026-12-01", "smooge 2026-12-01"],
        ),
        ("a80", case!("a80-holiday-calendar.ics"), &[GOOD]),
    ];
    for (name, file, expected) in cases {
        assert_eq!(absent(&read(file)), expected, "{name}");
    }
    let note = &read(case!("a31-fold-mid-utf8.ics")).absences[0].1.note;
    assert_eq!(note, "Geburtstagsfeier in München");
}

#[test]
fn each_freeze_that_people_wrote_is_read() {
    let beta = "F45 beta: 2026-08-25 to 2026-09-16";
    for (name, file) in [
        ("f03", case!("f03-fold-mid-utf8-elsewhere.ics")),
        ("f04", case!("f04-no-colon-release.ics")),
        ("f06", case!("f06-one-nameless-among-good.ics")),
        ("f24", case!("f24-extra-words.ics")),
    ] {
        assert_eq!(told(&import::ics(file).expect(name).predictions), [beta], "{name}");
    }
    let slip = import::ics(case!("h02-99-days.ics")).expect("the other freeze");
    assert_eq!(told(&slip.predictions), ["F46 beta: 2027-01-01 to 2027-01-15"]);
    let said: Vec<String> = slip.remarks.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 1);
    assert!(
        said[0].starts_with("left out: F45 beta would last 114 days"),
        "{said:?}"
    );
}

#[test]
fn what_is_left_out_is_named_with_the_reason() {
    for (name, file, expected) in [
        (
            "a18",
            case!("a18-one-broken-event.ics"),
            "left out: \"Holidays (line 4)\" has no readable days; expected a DTEND that is not before DTSTART",
        ),
        (
            "a20",
            case!("a20-zero-date.ics"),
            "left out: \"Birthday of somebody (line 4)\" has no readable days; expected a DTSTART with a day that exists, \
             like 20261201",
        ),
        (
            "a80",
            case!("a80-holiday-calendar.ics"),
            "1 event names no account of the config, like \"World AIDS Day\". Begin a title with the account: \"kevin: boat\"",
        ),
    ] {
        assert_eq!(remarks(&read(file)), [expected], "{name}");
    }
    let nameless = import::ics(case!("f06-one-nameless-among-good.ics")).expect("the other freeze");
    let said: Vec<String> = nameless.remarks.iter().map(ToString::to_string).collect();
    assert!(
        said[0].starts_with("left out: \"Final Freeze\" does not say of which release"),
        "{said:?}"
    );
}
