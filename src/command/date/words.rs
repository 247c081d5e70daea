//! The single words of a date: names, counts, figures.

use super::{DateError, YEARS_AHEAD};
use crate::command::patterns::PATTERNS;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The first such weekday after today.
pub(super) fn coming(today: NaiveDate, day: Weekday) -> NaiveDate {
    let ahead = (day.num_days_from_monday() + 7 - today.weekday().num_days_from_monday()) % 7;
    let ahead = if ahead == 0 { 7 } else { ahead };
    today.checked_add_days(Days::new(u64::from(ahead))).unwrap_or(today)
}

/// That day of the week that begins next monday.
pub(super) fn in_next_week(today: NaiveDate, day: Weekday) -> NaiveDate {
    let ahead = 7 - today.weekday().num_days_from_monday() + day.num_days_from_monday();
    today.checked_add_days(Days::new(u64::from(ahead))).unwrap_or(today)
}

/// A weekday's name, also cut short.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    match word {
        "tues" => Some(Weekday::Tue),
        "weds" => Some(Weekday::Wed),
        "thur" | "thurs" => Some(Weekday::Thu),
        word => word.parse().ok(),
    }
}

/// A month's name, also cut short, as its number.
pub(super) fn month(word: &str) -> Option<u32> {
    match word {
        "sept" => Some(9),
        word => word
            .parse::<chrono::Month>()
            .ok()
            .map(|month| month.number_from_month()),
    }
}

pub(super) fn is_ordinal(word: &str) -> bool {
    word.ends_with(|c: char| c.is_ascii_alphabetic()) && day_of_month(word).is_some()
}

/// `3`, `3rd`.
pub(super) fn day_of_month(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word);
    let plausible = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    plausible.then(|| digits.parse().ok()).flatten()
}

pub(super) fn year(word: &str) -> Option<u32> {
    (word.len() == 4).then(|| word.parse().ok()).flatten()
}

/// `4`, `four`, `a`.
pub(super) fn count(word: &str) -> Option<u32> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ];
    if matches!(word, "a" | "an") {
        return Some(1);
    }
    let named = WORDS
        .iter()
        .zip(1..)
        .find(|(name, _)| **name == word)
        .map(|(_, number)| number);
    named.or_else(|| {
        let digits = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| word.parse().ok()).flatten()
    })
}

pub(super) fn unit(word: &str) -> bool {
    matches!(
        word,
        "day" | "days" | "week" | "weeks" | "month" | "months" | "year" | "years" | "fortnight" | "fortnights"
    )
}

/// `2w`, `3d`.
pub(super) fn short_span(word: &str) -> Option<(u32, &'static str)> {
    let unit = match word.chars().last()? {
        'd' => "day",
        'w' => "week",
        _ => return None,
    };
    count(&word[..word.len() - 1])
        .filter(|_| word.starts_with(|c: char| c.is_ascii_digit()))
        .map(|many| (many, unit))
}

pub(super) fn later(today: NaiveDate, count: u32, unit: &str) -> Option<NaiveDate> {
    let within = |date: NaiveDate| (date.year() - today.year() <= YEARS_AHEAD).then_some(date);
    let days = |days: u64| today.checked_add_days(Days::new(days)).and_then(within);
    let months = |months: u32| today.checked_add_months(Months::new(months)).and_then(within);
    match unit {
        "day" | "days" => days(u64::from(count)),
        "week" | "weeks" => days(u64::from(count) * 7),
        "month" | "months" => months(count),
        "year" | "years" => months(count.checked_mul(12)?),
        _ => None,
    }
}

pub(super) fn numeric(word: &str) -> Result<NaiveDate, DateError> {
    let unknown = || DateError::Unknown(word.to_owned());
    let no_such_day = || DateError::NoSuchDay(word.to_owned());
    if let Some(parts) = PATTERNS.iso_date.captures(word) {
        let [year, month, day] = numbers(&parts).ok_or_else(unknown)?;
        return date(year, month, day).ok_or_else(no_such_day);
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

pub(super) fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}
