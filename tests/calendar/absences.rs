//! Absences read from a calendar.

use crate::{absent, day, people};
use rfrbot::calendar::Absences;
use rfrbot::calendar::import::{self, Absent};

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

#[test]
fn accounts_and_addresses_compare_by_ascii() {
    // U+212A is the kelvin sign: it looks like a K, and Unicode case folding makes it a k.
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
