use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// 2026-11-22 is a Sunday.
fn reads(text: &str) -> DateReading {
    read(&words(text), day("2026-11-22"))
}

/// 2026-11-26 is a Thursday.
fn reads_whole(text: &str) -> DateReading {
    read_whole(&words(text), day("2026-11-26"))
}

#[test]
fn today_and_tomorrow_are_days_from_which_nothing_counts() {
    // It is read in `today`'s week; both days are asked back.
    let today = NaiveDate::from_ymd_opt(2026, 12, 1).expect("a tuesday");
    for words in ["tomorrow friday", "today friday", "tomorrow monday", "friday tomorrow"] {
        let words: Vec<&str> = words.split(' ').collect();
        assert!(
            matches!(read_whole(&words, today), Err(DateError::Unclear { readings, .. }) if readings.len() == 2),
            "{words:?}"
        );
    }
    let own_weekday = ["tomorrow", "wednesday"];
    let day = NaiveDate::from_ymd_opt(2026, 12, 2).expect("a day");
    assert_eq!(read_whole(&own_weekday, today), Ok((day, 2)));
}

#[test]
fn people_say_dates_in_many_ways() {
    for (text, date, used) in [
        ("2026-12-03", "2026-12-03", 1),
        ("2026-12-3 early", "2026-12-03", 1),
        ("2026–12–03", "2026-12-03", 1),
        ("2026-12-03. early", "2026-12-03", 1),
        ("2026-12-03 (Thursday)", "2026-12-03", 2),
        ("today", "2026-11-22", 1),
        ("Tomorrow", "2026-11-23", 1),
        ("the day after tomorrow", "2026-11-24", 4),
        ("next tuesday", "2026-11-24", 2),
        ("next sunday", "2026-11-29", 2),
        ("on Tue", "2026-11-24", 2),
        ("this friday", "2026-11-27", 2),
        ("friday next week", "2026-11-27", 3),
        ("friday of next week", "2026-11-27", 4),
        ("next week friday", "2026-11-27", 3),
        ("friday week", "2026-12-04", 2),
        ("in 2 weeks", "2026-12-06", 3),
        ("2 weeks from now", "2026-12-06", 4),
        ("in four weeks", "2026-12-20", 3),
        ("in twelve days", "2026-12-04", 3),
        ("2w", "2026-12-06", 1),
        ("in 3d", "2026-11-25", 2),
        ("in a month", "2026-12-22", 3),
        ("dec 3", "2026-12-03", 2),
        ("Dec. 3", "2026-12-03", 2),
        ("3 december", "2026-12-03", 2),
        ("3. december", "2026-12-03", 2),
        ("3rd of december", "2026-12-03", 3),
        ("the 3rd of december 2027", "2027-12-03", 5),
        ("december 3rd", "2026-12-03", 2),
        ("December the 3rd, 2026.", "2026-12-03", 4),
        ("march 3", "2027-03-03", 2),
        ("feb 29", "2028-02-29", 2),
        ("nov 22", "2026-11-22", 2),
        ("Thursday, December 17", "2026-12-17", 3),
        ("thursday 2026-12-17", "2026-12-17", 2),
        ("thursday the 17th of december", "2026-12-17", 5),
        ("end of month", "2026-11-30", 3),
        ("end of the month", "2026-11-30", 4),
        ("end of next month", "2026-12-31", 4),
        ("end of january", "2027-01-31", 3),
        ("end of the year", "2026-12-31", 4),
        // What is over is a day all the same.
        ("yesterday", "2026-11-21", 1),
        ("the day before yesterday", "2026-11-20", 4),
        ("3 days ago", "2026-11-19", 3),
        ("a month ago", "2026-10-22", 3),
        ("2w ago", "2026-11-08", 2),
        ("last friday", "2026-11-20", 2),
        ("last sunday", "2026-11-15", 2),
        ("last week", "2026-11-15", 2),
    ] {
        assert_eq!(reads(text), Ok((day(date), used)), "{text}");
    }
}

#[test]
fn no_word_of_a_date_is_left_to_the_note() {
    for (text, date, note) in [
        ("2026-12-03 after the meeting", "2026-12-03", "after the meeting"),
        ("2026-12-03 14:00 UTC", "2026-12-03", "14:00 UTC"),
        ("in 2 weeks: the meeting decides", "2026-12-10", "the meeting decides"),
        ("friday 14:00", "2026-11-27", "14:00"),
        ("2026-12-03 2 hosts", "2026-12-03", "2 hosts"),
        ("tomorrow may slip", "2026-11-27", "may slip"),
        ("friday moved from monday", "2026-11-27", "moved from monday"),
        ("friday next week early", "2026-12-04", "early"),
        ("thursday, december 17 at noon", "2026-12-17", "at noon"),
    ] {
        let (read, used) = reads_whole(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert_eq!(
            (read, words(text)[used..].join(" ").as_str()),
            (day(date), note),
            "{text}"
        );
    }
    for (text, days) in [
        // The weekday contradicts the date, or is ambiguous.
        ("Friday, December 17", &["2026-12-17", "2026-12-18"][..]),
        ("2026-12-03 friday", &["2026-12-03", "2026-11-27"]),
        ("next friday", &["2026-11-27", "2026-12-04"]),
        ("thursday", &["2026-11-26", "2026-12-03"]),
        ("this thursday", &["2026-11-26", "2026-12-03"]),
        // It goes on.
        ("tomorrow or friday", &["2026-11-27"]),
        ("tomorrow or monday", &["2026-11-27", "2026-11-30"]),
        ("friday in two weeks", &["2026-12-11"]),
        ("friday the 5th", &["2026-12-05", "2026-12-04"]),
        ("friday 4", &["2026-11-27"]),
        ("friday next month", &["2026-11-27"]),
        ("tomorrow week", &["2026-11-27", "2026-12-04"]),
        // Each of the days that are named, also where one of them is not clear by itself.
        ("tomorrow or thursday", &["2026-11-27", "2026-11-26", "2026-12-03"]),
        ("thursday or friday", &["2026-11-26", "2026-12-03", "2026-11-27"]),
        ("friday, monday or tuesday", &["2026-11-27", "2026-11-30", "2026-12-01"]),
        ("friday or christmas", &["2026-11-27", "2026-12-25"]),
        ("friday or 04-12-2026", &["2026-11-27", "2026-12-04"]),
        ("yesterday or friday", &["2026-11-27"]),
        ("dec 3 or dec 4", &["2026-12-03", "2026-12-04"]),
        ("2026-12-03 2026-12-04", &["2026-12-03", "2026-12-04"]),
        ("2026-12-03 not friday", &["2026-12-03", "2026-11-27"]),
        ("in 2 weeks 3 days", &["2026-12-10", "2026-11-29"]),
        // The words that follow change it.
        ("in 2 weeks after the meeting", &["2026-12-10"]),
        ("10 days after freeze", &["2026-12-06"]),
        ("in 2 weeks minus a day", &["2026-12-10", "2026-12-09"]),
        ("one day earlier", &["2026-11-27"]),
        ("a week later", &["2026-12-03"]),
        ("2026-12-10 plus 2 days", &["2026-12-10", "2026-12-12"]),
        ("2026-12-10 +2", &["2026-12-10"]),
        ("dec 3 or 4", &["2026-12-03"]),
        ("tomorrow maybe friday", &["2026-11-27"]),
        ("december 3rd was wrong, december 10th", &["2026-12-03", "2026-12-10"]),
        ("december 3rd instead of december 10th", &["2026-12-03", "2026-12-10"]),
    ] {
        let Err(DateError::Unclear { readings, .. }) = reads_whole(text) else {
            panic!("{text}: {:?}", reads_whole(text));
        };
        let days: Vec<NaiveDate> = days.iter().map(|text| day(text)).collect();
        assert_eq!(readings, days, "{text}");
    }
}

#[test]
fn an_ambiguous_date_gets_both_readings() {
    let Err(DateError::Ambiguous { readings, .. }) = reads("04-11-2026") else {
        panic!("not seen as ambiguous: {:?}", reads("04-11-2026"));
    };
    assert_eq!(readings, [day("2026-11-04"), day("2026-04-11")]);
}

#[test]
fn a_date_in_another_form_gets_its_iso_form() {
    for (text, word, iso) in [
        ("25/12/2026", "25/12/2026", "2026-12-25"),
        ("12/25/2026", "12/25/2026", "2026-12-25"),
        ("3.3.2027", "3.3.2027", "2027-03-03"),
        ("2026/12/03", "2026/12/03", "2026-12-03"),
    ] {
        let expected = DateError::NotIso {
            word: word.to_owned(),
            reading: day(iso),
        };
        assert_eq!(reads(text), Err(expected), "{text}");
    }
}

#[test]
fn what_is_no_date_is_said_so() {
    assert_eq!(reads("2026-02-30"), Err(DateError::NoSuchDay("2026-02-30".into())));
    assert_eq!(reads("31/31/2026"), Err(DateError::NoSuchDay("31/31/2026".into())));
    assert_eq!(reads("feb 30"), Err(DateError::NoSuchDay("feb 30".into())));
    assert_eq!(reads("9999-12-03"), Err(DateError::TooFar(day("9999-12-03"))));
    for text in [
        "soon",
        "in 99999 weeks",
        "next",
        "in",
        "on",
        "on on on",
        "1.2",
        "next badger",
        "3",
        "in 4000000000 months",
        "",
    ] {
        assert!(
            matches!(reads(text), Err(DateError::Unknown(_))),
            "{text}: {:?}",
            reads(text)
        );
    }
}

#[test]
fn a_reading_looks_at_a_bounded_number_of_words() {
    let many = vec!["the"; 100_000];
    assert!(matches!(read(&many, day("2026-11-22")), Err(DateError::Unknown(words)) if words == "the the"));
}
