//! Files that are not calendars, truncated, hostile or damaged: refused with an explanation, without a panic.

use crate::{KEY_TASKS, SAMPLE_ICS, SAMPLE_JSON, absent, day, people};
use proptest::prelude::*;
use rfrbot::calendar::FreezeBook;
use rfrbot::calendar::import::{self, ImportError, Imported};

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
            "it is a web page, not the file itself",
        ),
        (
            "a wall against robots",
            import::json(html),
            "it is a web page, not the file itself",
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
    // A quoted-printable line that ends in = absorbs the next line, but not an END or BEGIN.
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

/// Whatever a file says, no window is empty or endless, and the book answers every query about it.
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

/// Numbers too large for most programs.
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
