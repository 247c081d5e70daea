//! The single words of a date: names, counts, figures.

use super::{DateError, YEARS_AHEAD};
use crate::command::patterns::PATTERNS;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// A word as dates are compared: in lower case, without what sets it off, with one kind of hyphen.
pub(super) fn plain(word: &str) -> String {
    let dashed: String = word
        .chars()
        .map(|c| {
            if matches!(
                c,
                '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}'
            ) {
                '-'
            } else if c == '\u{2019}' {
                '\''
            } else {
                c
            }
        })
        .collect();
    let bare = dashed.trim_matches(['(', ')', ',', ';', ':', '"', '“', '”', '\'', '!', '?']);
    bare.trim_end_matches(['.', ',']).to_ascii_lowercase()
}

pub(super) fn is_iso(word: &str) -> bool {
    PATTERNS.iso_date.is_match(&plain(word))
}

pub(super) fn date_in_figures(word: &str) -> bool {
    PATTERNS.iso_date.is_match(word) || PATTERNS.numbers.is_match(word) || PATTERNS.compact_date.is_match(word)
}

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

/// `first`, `twenty-first`.
pub(super) fn nth(word: &str) -> Option<u32> {
    const WORDS: [&str; 31] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
        "twenty-first",
        "twenty-second",
        "twenty-third",
        "twenty-fourth",
        "twenty-fifth",
        "twenty-sixth",
        "twenty-seventh",
        "twenty-eighth",
        "twenty-ninth",
        "thirtieth",
        "thirty-first",
    ];
    WORDS
        .iter()
        .zip(1..)
        .find(|(name, _)| **name == word)
        .map(|(_, number)| number)
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

/// A year in four figures.
pub(in crate::command) fn year(word: &str) -> Option<u32> {
    (word.len() == 4).then(|| word.parse().ok()).flatten()
}

/// `4`, `four`, `a`.
pub(in crate::command) fn count(word: &str) -> Option<u32> {
    const WORDS: [&str; 20] = [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
        "twenty",
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
        "day"
            | "days"
            | "w"
            | "wk"
            | "wks"
            | "week"
            | "weeks"
            | "month"
            | "months"
            | "year"
            | "years"
            | "fortnight"
            | "fortnights"
            | "week's"
            | "month's"
    )
}

/// `2w`, `3d`, `2wks`.
pub(super) fn short_span(word: &str) -> Option<(u32, &'static str)> {
    let digits = word.find(|c: char| !c.is_ascii_digit()).filter(|at| *at > 0)?;
    let (many, unit) = word.split_at(digits);
    let unit = match unit {
        "d" | "day" | "days" => "day",
        "w" | "wk" | "wks" | "week" | "weeks" => "week",
        _ => return None,
    };
    Some((many.parse().ok()?, unit))
}

/// The figures and letters of a word that has both: `3-dec-2026`.
pub(super) fn parts(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for piece in word.split(['-', '.', '/', '\'']) {
        let mut rest = piece;
        while let Some(first) = rest.chars().next() {
            let same = |c: char| c.is_ascii_digit() == first.is_ascii_digit();
            let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
            // `3rd` is one.
            let end = if is_ordinal(rest) { rest.len() } else { end };
            let (part, behind) = rest.split_at(end);
            parts.push(part);
            rest = behind;
        }
        if parts.len() > 3 {
            break;
        }
    }
    parts
}

pub(super) fn later(today: NaiveDate, count: u32, unit: &str) -> Option<NaiveDate> {
    let within = |date: NaiveDate| (date.year() - today.year() <= YEARS_AHEAD).then_some(date);
    let days = |days: u64| today.checked_add_days(Days::new(days)).and_then(within);
    let months = |months: u32| today.checked_add_months(Months::new(months)).and_then(within);
    match unit {
        "day" | "days" | "day's" => days(u64::from(count)),
        "w" | "wk" | "wks" | "week" | "weeks" | "week's" => days(u64::from(count) * 7),
        "fortnight" | "fortnights" => days(u64::from(count) * 14),
        "month" | "months" | "month's" => months(count),
        "year" | "years" => months(count.checked_mul(12)?),
        _ => None,
    }
}

pub(super) fn numeric(word: &str, today: NaiveDate) -> Result<NaiveDate, DateError> {
    let unknown = || DateError::Unknown(word.to_owned());
    let no_such_day = || DateError::NoSuchDay(word.to_owned());
    let not_iso = |reading: NaiveDate| DateError::NotIso {
        word: word.to_owned(),
        reading,
    };
    if let Some(parts) = PATTERNS.iso_date.captures(word) {
        let [year, month, day] = numbers(&parts).ok_or_else(unknown)?;
        return date(year, month, day).ok_or_else(no_such_day);
    }
    if let Some(parts) = PATTERNS.compact_date.captures(word) {
        let figures: Vec<u32> = parts
            .iter()
            .skip(1)
            .flatten()
            .filter_map(|part| part.as_str().parse().ok())
            .collect();
        let [year, month, day] = <[u32; 3]>::try_from(figures).map_err(|_| unknown())?;
        return Err(date(year, month, day).map_or_else(no_such_day, not_iso));
    }
    let parts = PATTERNS.numbers.captures(word).ok_or_else(unknown)?;
    let [a, b, c] = numbers(&parts).ok_or_else(unknown)?;
    if parts[1].len() == 4 {
        return Err(date(a, b, c).map_or_else(no_such_day, not_iso));
    }
    let year = match parts[3].len() {
        2 => 2000 + c,
        4 => c,
        _ => return Err(unknown()),
    };
    // With two figures the year may stand first, too; nobody plans for a year that is over.
    let year_first = date(2000 + a, b, c).filter(|_| parts[1].len() == 2 && parts[3].len() == 2);
    let year_first = year_first.filter(|day| *day >= today && day.year() - today.year() <= YEARS_AHEAD);
    let is_over = |day: &NaiveDate| year_first.is_some() && day.year() < today.year();
    let (day_first, month_first) = (date(year, b, a), date(year, a, b));
    let day_first = day_first.filter(|day| !is_over(day));
    let month_first = month_first.filter(|day| !is_over(day) && Some(*day) != day_first);
    let readings: Vec<NaiveDate> = day_first.into_iter().chain(month_first).chain(year_first).collect();
    Err(match (readings.as_slice(), day_first, month_first) {
        ([], ..) => no_such_day(),
        ([reading], ..) => not_iso(*reading),
        ([_, _], Some(day_first), Some(month_first)) => DateError::Ambiguous {
            word: word.to_owned(),
            readings: [day_first, month_first],
        },
        ([_, _], None | Some(_), None | Some(_)) | ([_, _, _, ..], ..) => DateError::Unclear {
            words: word.to_owned(),
            readings,
        },
    })
}

fn numbers(parts: &regex::Captures<'_>) -> Option<[u32; 3]> {
    Some([parts[1].parse().ok()?, parts[2].parse().ok()?, parts[3].parse().ok()?])
}

pub(super) fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The first and the last working day between two days.
pub(super) fn working_days(first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    let works = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let first = first.iter_days().take(7).find(|day| works(day) && *day <= last);
    let last = first.and_then(|first| {
        (0..7)
            .filter_map(|back| last.checked_sub_days(Days::new(back)))
            .find(|day| works(day) && *day > first)
    });
    let days: Vec<NaiveDate> = first.into_iter().chain(last).collect();
    days
}

/// Words that may stand between two parts of a date.
pub(super) const BETWEEN: [&str; 18] = [
    "of",
    "on",
    "at",
    "in",
    "the",
    "or",
    "and",
    "to",
    "until",
    "till",
    "not",
    "next",
    "this",
    "following",
    "after",
    "from",
    "through",
    "thru",
];
