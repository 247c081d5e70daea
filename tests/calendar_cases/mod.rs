//! Calendars as people and their programs write them: whatever has one sensible reading is read, and what is broken
//! loses only itself.

use super::{day, told};
use proptest::prelude::*;
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

/// A calendar of these lines; an empty one parts two events.
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
        include_bytes!(concat!("../data/calendars/", $name)).as_slice()
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

#[test]
fn a_title_names_whom_people_mean_by_it() {
    for (title, expected) in [
        ("kevin: boat", "kevin"),
        ("Kevin:boat", "kevin"),
        ("kevin", "kevin"),
        ("kevin away", "kevin"),
        ("kevin - dentist", "kevin"),
        ("kevin – dentist", "kevin"),
        ("@kevin on vacation", "kevin"),
        ("kevin (out of office)", "kevin"),
        ("(out of office) kevin", "kevin"),
        ("[PTO] kevin", "kevin"),
        ("PTO: kevin", "kevin"),
        ("PTO - kevin", "kevin"),
        ("PTO kevin", "kevin"),
        ("Out of office: kevin until Monday", "kevin"),
        ("OOO kevin", "kevin"),
        ("Vacation (kevin)", "kevin"),
        ("Vacation of kevin", "kevin"),
        ("kevin's vacation", "kevin"),
        ("Kevin’s PTO", "kevin"),
        ("kevin is away", "kevin"),
        ("kevin off on Fridays", "kevin"),
        ("kevin@example.org: boat", "kevin"),
        ("kevin@fedoraproject.org away", "kevin"),
        ("Away: kevin, smooge", "kevin smooge"),
        ("Away: smooge & kevin (FOSDEM)", "smooge kevin"),
        ("kevin, smooge: FOSDEM", "kevin smooge"),
        ("kevin and smooge: FOSDEM", "kevin smooge"),
        ("kevin/smooge - FOSDEM", "kevin smooge"),
        ("kevin+smooge: FOSDEM", "kevin smooge"),
        ("kevin, stranger and smooge: FOSDEM", "kevin smooge"),
        ("stranger, kevin: FOSDEM", "kevin"),
        ("kevin, no laptop", "kevin"),
        // Nobody.
        ("Independence Day", ""),
        ("May Day", ""),
        ("Christmas", ""),
        ("Vacation", ""),
        ("Meeting with kevin", ""),
        ("Birthday: kevin", ""),
        ("kevin's birthday", ""),
        ("kevin is back", ""),
        ("kevin covers for smooge", ""),
        ("kevin stands in for smooge", ""),
        ("kevin back from vacation", ""),
        ("kevin on call", ""),
        ("kevinology: boat", ""),
        ("stranger: boat", ""),
        ("PTO: stranger", ""),
        ("Canceled: kevin: boat", ""),
        ("Office closed", ""),
        ("", ""),
    ] {
        let title_line = title.replace(',', "\\,");
        let read = read(calendar(&format!("SUMMARY:{title_line}\nDTSTART:20261201")).as_bytes());
        let accounts: Vec<&str> = read.absences.iter().map(|(account, _)| account.as_str()).collect();
        assert_eq!(accounts.join(" "), expected, "{title:?}");
        assert_eq!(
            read.remarks.is_empty(),
            !expected.is_empty(),
            "{title:?}: {:?}",
            read.remarks
        );
    }
}

#[test]
fn who_is_out_of_office_without_a_name_in_the_title_is_the_organiser_or_who_is_invited() {
    for (lines, expected) in [
        (
            "SUMMARY:Out of office\nORGANIZER;CN=\"K: F\":mailto:kevin@example.org",
            "kevin",
        ),
        ("SUMMARY:PTO\nORGANIZER:MAILTO:smooge@fedoraproject.org", "smooge"),
        (
            "SUMMARY:Vacation\nATTENDEE;PARTSTAT=ACCEPTED:mailto:Kevin@Example.org",
            "kevin",
        ),
        (
            "SUMMARY:Away\nORGANIZER:mailto:office@example.org\nATTENDEE:mailto:kevin@example.org\n\
             ATTENDEE;PARTSTAT=DECLINED:mailto:smooge@fedoraproject.org",
            "kevin",
        ),
        ("SUMMARY:OOO\nORGANIZER:mailto:stranger@example.org", ""),
        ("SUMMARY:Infrastructure meeting\nATTENDEE:mailto:kevin@example.org", ""),
        ("SUMMARY:smooge: boat\nORGANIZER:mailto:kevin@example.org", "smooge"),
    ] {
        let read = read(calendar(&format!("{lines}\nDTSTART:20261201")).as_bytes());
        let accounts: Vec<&str> = read.absences.iter().map(|(account, _)| account.as_str()).collect();
        assert_eq!(accounts.join(" "), expected, "{lines}");
    }
}

#[test]
fn a_freeze_is_recognised_however_its_title_names_the_release() {
    let file = |title: &str| calendar(&format!("SUMMARY:{title}\nDTSTART:20260825\nDTEND:20260916"));
    for title in [
        "F45: Beta Freeze",
        "F45 Beta Freeze",
        "F45:Beta Freeze",
        "F45 - Beta Freeze",
        "f45 beta freeze",
        "F-45 Beta Freeze",
        "[F45] Beta Freeze",
        "Fedora 45 Beta Freeze",
        "Fedora Linux 45: Beta Freeze",
        "Beta Freeze (F45)",
        "Beta Freeze F45",
        "Beta Freeze for Fedora Linux 45",
        "F45: Beta Freeze - infrastructure",
        "F45 Infrastructure Beta Freeze",
        "F45: Beta Infrastructure Change Freeze",
        "F45: Beta Freeze begins",
        "Start of F45 Beta Freeze (14:00 UTC)",
    ] {
        let read = import::ics(file(title).as_bytes()).expect(title);
        assert_eq!(
            told(&read.predictions),
            ["F45 beta: 2026-08-25 to 2026-09-16"],
            "{title}"
        );
    }
    for title in [
        "F45: Beta Freeze Exceptions",
        "F45: End of Beta Freeze",
        "F45: Beta Freeze lifted",
        "F45: Post-branch Freeze",
        "F45: String Freeze",
        "F45: Beta String Freeze",
        "F45: Beta and Final Freeze",
        "F45: Beta",
    ] {
        assert!(import::ics(file(title).as_bytes()).is_err(), "{title}");
    }
}

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
    // Days that touch are one absence.
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
        // A version that cannot be read replaces nothing.
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

/// The same calendar as other programs and mail servers hand it on.
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

/// An event that is whole but says rubbish.
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
