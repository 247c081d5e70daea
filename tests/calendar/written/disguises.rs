//! Calendars as altered by programs and mail servers on the way, and with broken events in them.

use super::{GOOD, TODAY, absent, calendar, names, read, remarks};
use crate::{day, told};
use proptest::prelude::*;
use rfrbot::calendar::import;

/// The same calendar as other programs and mail servers pass it on.
fn disguises(file: &str) -> Vec<(&'static str, Vec<u8>)> {
    let fold = |at: usize, with: &str| -> Vec<u8> {
        let lines = file.split("\r\n").map(|line| {
            line.as_bytes()
                .chunks(at)
                .map(<[u8]>::to_vec)
                .collect::<Vec<_>>()
                .join(with.as_bytes())
        });
        lines.collect::<Vec<_>>().join(&b"\r\n"[..])
    };
    let wide = |unit: fn(u16) -> [u8; 2]| file.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let inner = file
        .replace("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", "")
        .replace("END:VCALENDAR\r\n", "");
    let words = |text: String| text.into_bytes();
    vec![
        ("LF", words(file.replace("\r\n", "\n"))),
        ("CR", words(file.replace("\r\n", "\r"))),
        ("CR CR LF", words(file.replace("\r\n", "\r\r\n"))),
        ("blank lines", words(file.replace("\r\n", "\r\n\r\n"))),
        ("trailing blanks", words(file.replace("\r\n", " \r\n"))),
        ("fold after each byte", fold(1, "\r\n ")),
        ("fold after three", fold(3, "\r\n\t")),
        (
            "fold in CR",
            words(String::from_utf8_lossy(&fold(10, "\r\n ")).replace("\r\n", "\r")),
        ),
        (
            "fold in CR CR LF",
            words(String::from_utf8_lossy(&fold(10, "\r\n ")).replace("\r\n", "\r\r\n")),
        ),
        (
            "indented",
            words(file.replace("\r\n", "\r\n    ").replacen("BEGIN", "    BEGIN", 1)),
        ),
        ("NUL", words(format!("{file}{}", "\0".repeat(300)))),
        ("NUL between", words(file.replace("\r\n", "\0\r\n"))),
        ("Ctrl-Z", words(format!("{file}\u{1a}"))),
        ("signature", words(format!("{file}-- \r\nSent from my phone: bye\r\n"))),
        (
            "mail header",
            words(format!("Content-Type: text/calendar\r\nX: y\r\n\r\n{file}")),
        ),
        ("byte order mark", words(format!("\u{feff}{file}"))),
        ("UTF-16 LE", [vec![0xff, 0xfe], wide(u16::to_le_bytes)].concat()),
        ("UTF-16 BE", [vec![0xfe, 0xff], wide(u16::to_be_bytes)].concat()),
        ("no wrapper", words(inner)),
        (
            "lower case",
            words(
                file.replace("BEGIN", "begin")
                    .replace("END:VEVENT", "end:vevent")
                    .replace("SUMMARY", "Summary"),
            ),
        ),
        (
            "an alarm without its end",
            words(file.replacen("END:VEVENT", "BEGIN:VALARM\r\nSUMMARY:smooge: alarm\r\nEND:VEVENT", 1)),
        ),
        (
            "an end too many",
            words(file.replacen("END:VEVENT", "END:VEVENT\r\nEND:VEVENT", 1)),
        ),
        (
            "a line cut without a blank",
            words(
                file.replacen("boat in", "boat \r\nin", 1)
                    .replacen("DTSTART", "DESCRIPTION:a\r\nb c\r\nDTSTART", 1),
            ),
        ),
        (
            "Latin 1 elsewhere",
            file.replacen("UID:2", "UID:\u{1}", 1)
                .bytes()
                .map(|byte| if byte == 1 { 0xe9 } else { byte })
                .collect(),
        ),
    ]
}

#[test]
fn a_calendar_is_read_in_whatever_disguise_it_comes() {
    let absences = calendar(
        "UID:1\nSUMMARY:kevin: boat in München\nDTSTART:20261201\n\nUID:2\nSUMMARY:smooge: moving\nDTSTART:20261210\nDTEND:20261212",
    );
    let freezes = calendar(
        "UID:1\nSUMMARY:F45: Beta Freeze\nDTSTART:20260825\nDTEND:20260916\n\nUID:2\nSUMMARY:F45: Übersetzungen\nDTSTART:20260801",
    );
    for (name, file) in disguises(&absences) {
        let read = import::absences(&file, &names(), day(TODAY)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(absent(&read), ["kevin 2026-12-01", GOOD], "{name}");
        assert_eq!(read.absences[0].1.note, "boat in München", "{name}");
        assert!(read.remarks.is_empty(), "{name}: {:?}", read.remarks);
    }
    for (name, file) in disguises(&freezes) {
        let read = import::ics(&file).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(
            told(&read.predictions),
            ["F45 beta: 2026-08-25 to 2026-09-16"],
            "{name}"
        );
    }
}

#[test]
fn an_event_without_its_end_loses_only_itself() {
    let whole = calendar("SUMMARY:kevin: boat\nDTSTART:20261201\n\nSUMMARY:smooge\nDTSTART:20261210\nDTEND:20261212");
    let first = read(whole.replacen("END:VEVENT\r\n", "", 1).as_bytes());
    assert_eq!(absent(&first), [GOOD]);
    assert_eq!(
        remarks(&first),
        ["left out: line 6: expected END:VEVENT, found BEGIN:VEVENT"]
    );
    let (before, after) = whole.rsplit_once("END:VEVENT\r\n").expect("an end");
    let last = read(format!("{before}{after}").as_bytes());
    assert_eq!(absent(&last), ["kevin 2026-12-01"]);
}

/// A well-formed event with meaningless contents.
fn rubbish() -> impl Strategy<Value = Vec<u8>> {
    let names = prop::sample::select(vec![
        "SUMMARY",
        "DTSTART",
        "DTEND",
        "DURATION",
        "RRULE",
        "RDATE",
        "EXDATE",
        "RECURRENCE-ID",
        "DESCRIPTION",
        "SEQUENCE",
        "STATUS",
        "UID",
        "DTSTART;TZID=\"",
        "SUMMARY;ENCODING=QUOTED-PRINTABLE",
        "ATTENDEE",
        "",
    ]);
    let value = prop::collection::vec(
        any::<u8>().prop_filter("one line", |byte| !matches!(byte, b'\r' | b'\n')),
        0..40,
    );
    let line = (names, value).prop_map(|(name, value)| [name.as_bytes(), b":", &value, b"\r\n"].concat());
    prop::collection::vec(line, 0..8).prop_map(|lines| lines.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_no_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = import::absences(&bytes, &names(), day(TODAY));
        let framed = [b"BEGIN:VEVENT\nSUMMARY:kevin\n".as_slice(), &bytes, b"\nEND:VEVENT\n"].concat();
        let _ = import::absences(&framed, &names(), day(TODAY));
        let _ = import::ics(&framed);
    }

    #[test]
    fn an_event_that_is_readable_alone_is_read_beside_any_broken_one(broken in rubbish(), is_first in any::<bool>()) {
        let good = b"BEGIN:VEVENT\r\nUID:good\r\nSUMMARY:smooge: off\r\nDTSTART:20261210\r\nDTEND:20261212\r\nEND:VEVENT\r\n".to_vec();
        let freeze = b"BEGIN:VEVENT\r\nSUMMARY:F45: Beta Freeze\r\nDTSTART:20260825\r\nDTEND:20260916\r\nEND:VEVENT\r\n".to_vec();
        let broken = [b"BEGIN:VEVENT\r\n".as_slice(), &broken, b"END:VEVENT\r\n"].concat();
        let events = if is_first { [broken, good, freeze] } else { [good, freeze, broken] }.concat();
        let file = [b"BEGIN:VCALENDAR\r\n".as_slice(), &events, b"END:VCALENDAR\r\n"].concat();
        prop_assert!(absent(&read(&file)).contains(&GOOD.to_owned()));
        prop_assert_eq!(told(&import::ics(&file).expect("a freeze").predictions), ["F45 beta: 2026-08-25 to 2026-09-16"]);
    }
}
