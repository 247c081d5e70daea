//! On which days an event takes place: rules, exceptions, versions, zones, and every notation for a day.

use super::{GOOD, absent, calendar, days_of, read, remarks};
use crate::told;
use proptest::prelude::*;
use rfrbot::calendar::import;

#[test]
fn an_event_repeats_as_its_rule_says() {
    for (rule, expected) in [
        ("DTSTART:20261204\nRRULE:FREQ=WEEKLY;COUNT=3", "04 11 18"),
        ("DTSTART:20261204\nRRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261231", "04 18"),
        ("DTSTART:20261204\nRRULE:FREQ=WEEKLY;UNTIL=20261218", "04 11 18"),
        ("DTSTART:20261204\nRRULE:FREQ=WEEKLY;UNTIL=2026-12-18", "04 11 18"),
        (
            "DTSTART:20261204T090000\nRRULE:FREQ=WEEKLY;UNTIL=20261218T080000",
            "04 11",
        ),
        ("DTSTART:20261201\nRRULE:FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", "01 03 08 10"),
        ("DTSTART:20261202\nRRULE:FREQ=DAILY;INTERVAL=10;COUNT=3", "02 12 22"),
        ("DTSTART:20261204\nRRULE:FREQ=MONTHLY;BYDAY=1FR,-1FR;COUNT=2", "04 25"),
        (
            "DTSTART:20261204\nRRULE:FREQ=MONTHLY;BYDAY=FR;BYSETPOS=1,-1;COUNT=2",
            "04 25",
        ),
        (
            "DTSTART:20261201\nRRULE:FREQ=MONTHLY;BYMONTHDAY=1,15,-1;COUNT=3",
            "01 15 31",
        ),
        ("DTSTART:20261224\nRRULE:FREQ=YEARLY;COUNT=1", "24"),
        ("DTSTART:20161224\nRRULE:FREQ=YEARLY;UNTIL=20270101", "24"),
        ("DTSTART:20261201\nRDATE:20261203,20261205", "01 03 05"),
        (
            "DTSTART:20261201\nRDATE:20261203\nRDATE;VALUE=PERIOD:20261205T000000/P1D",
            "01 03 05",
        ),
        (
            "DTSTART:20261204\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20261211,20261218",
            "04",
        ),
        (
            "DTSTART:20261204T090000\nRRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20261211T090000",
            "04 18",
        ),
        (
            "DTSTART:20261204\nRRULE:FREQ=WEEKLY;COUNT=2\nRDATE:20261209\nEXDATE:20261204",
            "09 11",
        ),
        ("DTSTART:20261204\nRRULE:FREQ=HOURLY;COUNT=3", "04"),
        ("DTSTART:20261204\nRRULE:rubbish", "04"),
        ("DTSTART:20261204\nRRULE:", "04"),
    ] {
        let days: Vec<String> = days_of(&format!("SUMMARY:kevin: off\n{rule}"))
            .iter()
            .filter_map(|line| line.strip_prefix("kevin 2026-12-").map(str::to_owned))
            .collect();
        assert_eq!(days.join(" "), expected, "{rule}");
    }
}

#[test]
fn a_series_over_a_change_of_the_clock_keeps_its_days() {
    let weekly =
        "SUMMARY:kevin: off\nDTSTART;TZID=Europe/Prague:20261023T000000\nDTEND;TZID=Europe/Prague:20261024T000000\n";
    let all = ["kevin 2026-10-23", "kevin 2026-10-30", "kevin 2026-11-06"];
    assert_eq!(days_of(&format!("{weekly}RRULE:FREQ=WEEKLY;COUNT=3")), all);
    // The last one begins at 23:00 UTC of the day before, since it is winter.
    assert_eq!(
        days_of(&format!("{weekly}RRULE:FREQ=WEEKLY;UNTIL=20261105T230000Z")),
        all
    );
    assert_eq!(
        days_of(&format!("{weekly}RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE:20261029T230000Z")),
        [all[0], all[2]]
    );
}

#[test]
fn a_series_without_end_is_followed_to_the_end_of_next_year_and_no_further() {
    let days = days_of("SUMMARY:kevin: off\nDTSTART:20100101\nRRULE:FREQ=WEEKLY;BYDAY=FR");
    assert_eq!(days.iter().filter(|line| line.contains("2026-12")).count(), 4);
    assert_eq!(days.last().map(String::as_str), Some("kevin 2027-12-31"));
    assert!(days.len() < 170, "{}", days.len());
    // Adjacent days are one absence.
    let days = days_of("SUMMARY:kevin: off\nDTSTART:20260101\nRRULE:FREQ=DAILY");
    assert_eq!(days, ["kevin 2026-01-01 to 2027-12-31"]);
    let hostile = "SUMMARY:kevin: off\nDTSTART:00010101\nRRULE:FREQ=DAILY;INTERVAL=65535\n\n".repeat(200);
    let hostile = read(calendar(&hostile).as_bytes());
    assert!(
        remarks(&hostile)
            .iter()
            .any(|remark| remark.contains("counts for its first time only"))
    );
}

#[test]
fn one_time_of_a_series_moves_or_is_called_off_alone() {
    let series = "UID:1\nSUMMARY:kevin: off\nDTSTART:20261204\nRRULE:FREQ=WEEKLY;COUNT=3\n\n";
    for (more, expected) in [
        (
            "UID:1\nRECURRENCE-ID:20261211\nDTSTART:20261214\nSUMMARY:kevin: off",
            "04 18 14",
        ),
        (
            "UID:1\nRECURRENCE-ID:20261211\nSEQUENCE:4\nDTSTART:20261214\nSUMMARY:kevin: off",
            "04 18 14",
        ),
        (
            "UID:1\nRECURRENCE-ID:20261211\nSTATUS:CANCELLED\nSUMMARY:kevin: off",
            "04 18",
        ),
        (
            "UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261211\nDTSTART:20261210\nSUMMARY:kevin: off",
            "04 17 10",
        ),
        (
            "UID:1\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261211\nSTATUS:CANCELLED\nSUMMARY:kevin: off",
            "04",
        ),
        (
            "UID:2\nRECURRENCE-ID:20261211\nSTATUS:CANCELLED\nSUMMARY:kevin: off",
            "04 11 18",
        ),
        (
            "UID:1\nRECURRENCE-ID:20261211\nDTSTART:rubbish\nSUMMARY:kevin: off",
            "04 11 18",
        ),
        ("UID:1\nSTATUS:CANCELLED\nSUMMARY:kevin: off", ""),
    ] {
        let days = days_of(&format!("{series}{more}"));
        let days: Vec<&str> = days
            .iter()
            .filter_map(|line| line.strip_prefix("kevin 2026-12-"))
            .collect();
        assert_eq!(days.join(" "), expected, "{more}");
    }
}

#[test]
fn the_latest_version_of_an_event_counts_in_whatever_order_they_stand() {
    let version = |sequence: &str, stamp: &str, more: &str| {
        format!("UID:7\n{sequence}\nDTSTAMP:{stamp}T000000Z\nSUMMARY:kevin: boat\n{more}\n\n")
    };
    let old = version("SEQUENCE:0", "20261101", "DTSTART:20261201");
    for (new, expected) in [
        (
            version("SEQUENCE:1", "20261102", "DTSTART:20261220"),
            vec!["kevin 2026-12-20"],
        ),
        (
            version("SEQUENCE:1", "20261030", "DTSTART:20261220"),
            vec!["kevin 2026-12-20"],
        ),
        (
            version("X-NONE:", "20261102", "DTSTART:20261220"),
            vec!["kevin 2026-12-20"],
        ),
        (
            version("SEQUENCE:2", "20261102", "STATUS:CANCELLED\nDTSTART:20261201"),
            vec![],
        ),
        (version("SEQUENCE:2", "20261102", "STATUS:CANCELLED"), vec![]),
        (
            version("SEQUENCE:0", "20261101", "STATUS:CANCELLED\nDTSTART:20261201"),
            vec![],
        ),
        // An unreadable version replaces nothing.
        (
            version("SEQUENCE:3", "20261102", "DTSTART:rubbish"),
            vec!["kevin 2026-12-01"],
        ),
    ] {
        assert_eq!(days_of(&format!("{old}{new}")), expected, "{new}");
        assert_eq!(days_of(&format!("{new}{old}")), expected, "{new}");
    }
    let called_off = calendar(&old).replace("VERSION:2.0", "METHOD:CANCEL");
    assert!(absent(&read(format!("{}{called_off}", calendar(&old)).as_bytes())).is_empty());
    assert!(absent(&read(format!("{called_off}{}", calendar(&old)).as_bytes())).is_empty());
    let freeze = |sequence: u8, end: u8| {
        format!("UID:1\nSEQUENCE:{sequence}\nSUMMARY:F45: Beta Freeze\nDTSTART:20260825\nDTEND:202609{end}\n\n")
    };
    let read = import::ics(calendar(&format!("{}{}", freeze(1, 16), freeze(0, 23))).as_bytes()).expect("a freeze");
    assert_eq!(told(&read.predictions), ["F45 beta: 2026-08-25 to 2026-09-16"]);
}

#[test]
fn days_are_read_however_they_are_written() {
    for (lines, expected) in [
        ("DTSTART:20261201\nDURATION:PT48H", "2026-12-01 to 2026-12-02"),
        ("DTSTART:20261201T000000\nDURATION:PT24H", "2026-12-01"),
        ("DTSTART:20261201T000000\nDURATION:P1DT12H", "2026-12-01 to 2026-12-02"),
        ("DTSTART:20261201T090000\nDURATION:PT48H", "2026-12-01 to 2026-12-03"),
        ("DTSTART:20261201T220000\nDURATION:PT90M", "2026-12-01"),
        ("DTSTART:20261201T090000\nDURATION:P3D", "2026-12-01 to 2026-12-03"),
        ("DTSTART:20261201\nDURATION:P1W", "2026-12-01 to 2026-12-07"),
        ("DTSTART:20261201\nDURATION:", "2026-12-01"),
        ("DTSTART:20261201\nDTEND:", "2026-12-01"),
        ("DTSTART:20261201\nDTEND;VALUE=DATE:", "2026-12-01"),
        ("DTSTART:2026-12-01\nDTEND:2026-12-03", "2026-12-01 to 2026-12-02"),
        ("DTSTART:2026/12/01\nDTEND:2026/12/03", "2026-12-01 to 2026-12-02"),
        (
            "DTSTART:2026-12-01T00:00:00\nDTEND:2026-12-03T00:00:00",
            "2026-12-01 to 2026-12-02",
        ),
        (
            "DTSTART:2026-12-01 09:00\nDTEND:2026-12-03 17:00",
            "2026-12-01 to 2026-12-03",
        ),
        (
            "DTSTART;TZID=(UTC+01:00) Prague, Paris:20261201T090000\nDTEND;TZID=(UTC+01:00) Prague, Paris:20261202T000000",
            "2026-12-01",
        ),
        (
            "DTSTART;TZID=\"(GMT-05:00) Eastern\":20261201T000000\nDURATION:P1D",
            "2026-12-01",
        ),
        ("DTSTART;VALUE=DATE;X-A=b:c:20261201", "2026-12-01"),
        (
            "DTSTART;TZID=Europe/Prague:20261201T000000\nDTEND:20261202T230000Z",
            "2026-12-01 to 2026-12-02",
        ),
        (
            "DTSTART:20261201T230000Z\nDTEND:20261202T230000Z",
            "2026-12-01 to 2026-12-02",
        ),
        ("dtstart;value=date: 20261201 ", "2026-12-01"),
    ] {
        assert_eq!(
            days_of(&format!("SUMMARY:kevin: off\n{lines}")),
            [format!("kevin {expected}")],
            "{lines}"
        );
    }
    for broken in [
        "DTSTART:00000000",
        "DTSTART:20261301",
        "DTSTART:20260230",
        "DTSTART:",
        "DTSTART:tomorrow",
        "DTSTART:01.12.2026",
        "DTSTART:20261203\nDTEND:20261201",
        "DTSTART:20261203\nDTEND:rubbish",
        "DTSTART:20261203\nDURATION:-P1D",
        "DTSTART:20261203\nDURATION:rubbish",
        "DESCRIPTION:no day at all",
    ] {
        let file = calendar(&format!(
            "SUMMARY:kevin: off\n{broken}\n\nSUMMARY:smooge\nDTSTART:20261210\nDTEND:20261212"
        ));
        let read = read(file.as_bytes());
        assert_eq!(absent(&read), [GOOD], "{broken}");
        let remarks = remarks(&read);
        assert!(
            remarks[0].starts_with("left out: \"kevin: off (line 3)\" has no readable days"),
            "{broken}: {remarks:?}"
        );
    }
}

#[test]
fn a_time_in_utc_is_a_day_of_the_zone_that_the_calendar_names() {
    let evening = |zone: &str| {
        calendar("SUMMARY:kevin: boat\nDTSTART:20261130T230000Z\nDTEND:20261202T230000Z")
            .replace("VERSION:2.0\r\n", zone)
    };
    let prague = "kevin 2026-12-01 to 2026-12-02";
    let described = "BEGIN:VTIMEZONE\r\nTZID:Europe/Prague\r\nEND:VTIMEZONE\r\n";
    let outlook = "BEGIN:VTIMEZONE\r\nTZID:Central\r\nX-LIC-LOCATION:Europe/Prague\r\nEND:VTIMEZONE\r\n";
    for (zone, expected) in [
        ("X-WR-TIMEZONE:Europe/Prague\r\n", prague),
        (described, prague),
        (outlook, prague),
        ("X-WR-TIMEZONE:America/New_York\r\n", "kevin 2026-11-30 to 2026-12-02"),
        ("X-WR-TIMEZONE:Nowhere/Land\r\n", "kevin 2026-11-30 to 2026-12-02"),
        ("", "kevin 2026-11-30 to 2026-12-02"),
    ] {
        assert_eq!(absent(&read(evening(zone).as_bytes())), [expected], "{zone}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_rule_ends_and_gives_days_in_order(
        rule in "FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;INTERVAL=[1-9][0-9]{0,3})?(;COUNT=[0-9]{1,9})?(;BYDAY=(-?[0-9]{0,2}(MO|FR|SU),?){1,3})?(;BYMONTHDAY=-?[0-9]{1,3})?(;BYMONTH=[0-9]{1,2})?(;BYSETPOS=-?[0-9]{1,3})?(;BYWEEKNO=-?[0-9]{1,2})?(;BYYEARDAY=-?[0-9]{1,3})?(;UNTIL=[0-9]{8})?",
        start in "(19[0-9]{2}|20[0-2][0-9]|203[0-6])(0[1-9]|1[0-2])(0[1-9]|[12][0-8])",
    ) {
        let read = read(calendar(&format!("SUMMARY:kevin\nDTSTART:{start}\nRRULE:{rule}")).as_bytes());
        let first = format!("{}-{}-{}", &start[..4], &start[4..6], &start[6..]);
        prop_assert_eq!(read.absences[0].1.span.from().to_string(), first);
        prop_assert!(read.absences.windows(2).all(|pair| pair[0].1.span.to() < pair[1].1.span.from()));
    }
}
