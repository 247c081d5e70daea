//! Dates as people type them: ISO (`2026-12-03`), `today`, `tomorrow`, `next tuesday`, `in 2 weeks`.
//!
//! A date that can be read in two ways is refused with the ISO form of both, because a deployment on the
//! wrong day is worse than a question.

use super::patterns::PATTERNS;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// Words that are no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Two readings.
    Ambiguous {
        /// The word.
        word: String,
        /// Day first, then month first.
        readings: [NaiveDate; 2],
    },
    /// One reading, but not in ISO form.
    NotIso {
        /// The word.
        word: String,
        /// The reading.
        reading: NaiveDate,
    },
    /// A date that no calendar has.
    NoSuchDay(String),
    /// No date at all.
    Unknown(String),
}

/// Reads a date from the front of some words; also says how many words it took.
pub fn read(words: &[&str], today: NaiveDate) -> Result<(NaiveDate, usize), DateError> {
    let lower: Vec<String> = words
        .iter()
        .map(|word| word.to_lowercase().trim_end_matches(',').to_owned())
        .collect();
    let lower: Vec<&str> = lower.iter().map(String::as_str).collect();
    let first = lower.first().copied().unwrap_or_default();
    let nowhere = || DateError::Unknown(words.iter().take(2).copied().collect::<Vec<_>>().join(" "));
    match lower.as_slice() {
        ["on", rest @ ..] if !rest.is_empty() => read(&words[1..], today).map(|(date, used)| (date, used + 1)),
        ["today", ..] => Ok((today, 1)),
        ["tomorrow", ..] => later(today, 1, "day").map(|date| (date, 1)).ok_or_else(nowhere),
        ["in", count, unit, ..] => {
            let count = match *count {
                "a" | "an" | "one" => Some(1),
                "two" => Some(2),
                "three" => Some(3),
                digits => digits.parse::<u32>().ok(),
            };
            count
                .and_then(|count| later(today, count, unit))
                .map(|date| (date, 3))
                .ok_or_else(nowhere)
        }
        ["next", "week", ..] => later(today, 1, "week").map(|date| (date, 2)).ok_or_else(nowhere),
        ["next", "month", ..] => later(today, 1, "month").map(|date| (date, 2)).ok_or_else(nowhere),
        ["next", day, ..] => weekday(day).map(|day| (next(today, day), 2)).ok_or_else(nowhere),
        [word, ..] => match weekday(word) {
            Some(day) => Ok((next(today, day), 1)),
            None => numeric(first).map(|date| (date, 1)),
        },
        [] => Err(nowhere()),
    }
}

/// The first such weekday after today.
fn next(today: NaiveDate, day: Weekday) -> NaiveDate {
    let ahead = (day.num_days_from_monday() + 7 - today.weekday().num_days_from_monday()) % 7;
    let ahead = if ahead == 0 { 7 } else { ahead };
    today.checked_add_days(Days::new(u64::from(ahead))).unwrap_or(today)
}

fn weekday(word: &str) -> Option<Weekday> {
    word.parse().ok()
}

fn later(today: NaiveDate, count: u32, unit: &str) -> Option<NaiveDate> {
    // Ten years ahead is no plan but a slip.
    let within = |date: NaiveDate| (date.year() - today.year() <= 10).then_some(date);
    let days = |days: u64| today.checked_add_days(Days::new(days)).and_then(within);
    match unit {
        "day" | "days" => days(u64::from(count)),
        "week" | "weeks" => days(u64::from(count) * 7),
        "month" | "months" => today.checked_add_months(Months::new(count)).and_then(within),
        _ => None,
    }
}

fn numeric(word: &str) -> Result<NaiveDate, DateError> {
    let unknown = || DateError::Unknown(word.to_owned());
    let no_such_day = || DateError::NoSuchDay(word.to_owned());
    if let Some(parts) = PATTERNS.iso_date.captures(word) {
        let [year, month, day] = numbers(&parts).ok_or_else(unknown)?;
        let date = date(year, month, day).ok_or_else(no_such_day)?;
        return Ok(date);
    }
    let parts = PATTERNS.numbers.captures(word).ok_or_else(unknown)?;
    let [a, b, c] = numbers(&parts).ok_or_else(unknown)?;
    if parts[1].len() == 4 {
        let reading = date(a, b, c).ok_or_else(no_such_day)?;
        return Err(DateError::NotIso {
            word: word.to_owned(),
            reading,
        });
    }
    let year = match parts[3].len() {
        2 => 2000 + c,
        4 => c,
        _ => return Err(unknown()),
    };
    let word = word.to_owned();
    match (date(year, b, a), date(year, a, b)) {
        (Some(day_first), Some(month_first)) if day_first != month_first => Err(DateError::Ambiguous {
            word,
            readings: [day_first, month_first],
        }),
        (Some(reading), _) | (None, Some(reading)) => Err(DateError::NotIso { word, reading }),
        (None, None) => Err(DateError::NoSuchDay(word)),
    }
}

fn numbers(parts: &regex::Captures<'_>) -> Option<[u32; 3]> {
    Some([parts[1].parse().ok()?, parts[2].parse().ok()?, parts[3].parse().ok()?])
}

fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    /// 2026-11-22 is a Sunday.
    fn reads(text: &str) -> Result<(NaiveDate, usize), DateError> {
        let words: Vec<&str> = text.split_whitespace().collect();
        read(&words, day("2026-11-22"))
    }

    #[test]
    fn people_say_dates_in_many_ways() {
        for (text, date, used) in [
            ("2026-12-03", "2026-12-03", 1),
            ("2026-12-3 early", "2026-12-03", 1),
            ("today", "2026-11-22", 1),
            ("Tomorrow", "2026-11-23", 1),
            ("next tuesday", "2026-11-24", 2),
            ("next sunday", "2026-11-29", 2),
            ("on Tue", "2026-11-24", 2),
            ("in 2 weeks", "2026-12-06", 3),
            ("in a month", "2026-12-22", 3),
            ("next week", "2026-11-29", 2),
        ] {
            assert_eq!(reads(text), Ok((day(date), used)), "{text}");
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
        for (text, iso) in [
            ("25/12/2026", "2026-12-25"),
            ("12/25/2026", "2026-12-25"),
            ("3.3.2027", "2027-03-03"),
            ("2026/12/03", "2026-12-03"),
        ] {
            let expected = DateError::NotIso {
                word: text.to_owned(),
                reading: day(iso),
            };
            assert_eq!(reads(text), Err(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_said_so() {
        assert_eq!(reads("2026-02-30"), Err(DateError::NoSuchDay("2026-02-30".into())));
        assert_eq!(reads("31/31/2026"), Err(DateError::NoSuchDay("31/31/2026".into())));
        for text in [
            "soon",
            "in 3 fortnights",
            "in 99999 weeks",
            "next",
            "in",
            "1.2",
            "next badger",
            "in 4000000000 months",
        ] {
            assert!(
                matches!(reads(text), Err(DateError::Unknown(_))),
                "{text}: {:?}",
                reads(text)
            );
        }
    }
}
