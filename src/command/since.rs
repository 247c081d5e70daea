//! From when on somebody asks what happened: `yesterday`, `monday`, `2 weeks`, `6h`, `90 minutes`, `2026-12-03`, `my last
//! word`.

use super::date::{self, DateError};
use chrono::{Days, Months, NaiveDate, TimeDelta, Weekday};

/// The longest time back, in days.
const LONGEST: i64 = 3660;

/// From when on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// From the speaker's last change on.
    LastWord,
    /// From the beginning of a day on (UTC).
    Day(NaiveDate),
    /// For so long.
    Span(TimeDelta),
}

/// Reads all of some words.
pub fn read(words: &[&str], today: NaiveDate) -> Result<Since, DateError> {
    let plain: Vec<String> = words
        .iter()
        .map(|word| word.trim_matches(['?', '.', ',', '!']).to_ascii_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let plain: Vec<&str> = plain.iter().map(String::as_str).collect();
    let unknown = || DateError::Unknown(words.join(" "));
    let rest = match plain.as_slice() {
        [] | ["my" | "the", "last", "word"] | ["last", "word"] => return Ok(Since::LastWord),
        ["since" | "from" | "in", rest @ ..] => rest,
        all => all,
    };
    let rest = match rest {
        ["the", "last" | "past", rest @ ..] | ["last" | "past" | "for", rest @ ..] => rest,
        all => all,
    };
    let rest = rest.strip_suffix(&["ago"]).unwrap_or(rest);
    if let Some(span) = span(rest) {
        return Ok(Since::Span(span));
    }
    let back = |days: u64| today.checked_sub_days(Days::new(days)).ok_or_else(unknown);
    match rest {
        ["today"] => return Ok(Since::Day(today)),
        ["yesterday"] => return Ok(Since::Day(back(1)?)),
        ["week"] | ["this", "week"] => return Ok(Since::Day(back(7)?)),
        ["month"] | ["this", "month"] => {
            return Ok(Since::Day(
                today.checked_sub_months(Months::new(1)).ok_or_else(unknown)?,
            ));
        }
        [day] => {
            if let Ok(day) = day.parse::<Weekday>() {
                return Ok(Since::Day(back(days_since(today, day))?));
            }
        }
        _ => {}
    }
    let read = date::read(rest, today).map_err(|error| match error {
        DateError::Unknown(_) => date::slip(rest, today).unwrap_or_else(unknown),
        error @ (DateError::Ambiguous { .. }
        | DateError::Unclear { .. }
        | DateError::NotIso { .. }
        | DateError::NoSuchDay(_)
        | DateError::TooFar(_)
        | DateError::Ahead(_)) => looking_back(error, rest, today),
    });
    // `11/30`: of a day that may be meant in only one way, the last such day.
    let (day, used) = match read {
        Err(DateError::Unclear { readings, .. }) if matches!(readings.as_slice(), [day] if *day <= today) => {
            return Ok(Since::Day(readings[0]));
        }
        read => read?,
    };
    if used < rest.len() {
        return Err(unknown());
    }
    // A day of the year without its year is the last such day.
    let names_year = rest.iter().any(|word| word.contains(&day.format("%Y").to_string()));
    let is_of_the_year = rest.iter().any(|word| word.contains(|c: char| c.is_ascii_digit()));
    if day > today && (names_year || !is_of_the_year) {
        return Err(DateError::Ahead(day));
    }
    if day > today {
        return day
            .checked_sub_months(Months::new(12))
            .map(Since::Day)
            .ok_or_else(unknown);
    }
    Ok(Since::Day(day))
}

/// The days that may be meant, each as the last such day where no year is named.
fn looking_back(error: DateError, words: &[&str], today: NaiveDate) -> DateError {
    let names_year = words.iter().any(|word| {
        word.split(|c: char| !c.is_ascii_digit())
            .any(|digits| digits.len() == 4)
    });
    let last = |day: NaiveDate| match day.checked_sub_months(Months::new(12)) {
        Some(before) if day > today && !names_year => before,
        Some(_) | None => day,
    };
    match error {
        DateError::Ambiguous { word, readings } => DateError::Ambiguous {
            word,
            readings: readings.map(last),
        },
        DateError::Unclear { words, readings } => DateError::Unclear {
            words,
            readings: readings.into_iter().map(last).collect(),
        },
        DateError::NotIso { word, reading } => DateError::NotIso {
            word,
            reading: last(reading),
        },
        error @ (DateError::NoSuchDay(_) | DateError::TooFar(_) | DateError::Ahead(_) | DateError::Unknown(_)) => error,
    }
}

/// Days since the last such weekday before today.
fn days_since(today: NaiveDate, day: Weekday) -> u64 {
    use chrono::Datelike;
    let days = (7 + today.weekday().num_days_from_monday() - day.num_days_from_monday()) % 7;
    u64::from(if days == 0 { 7 } else { days })
}

/// `2 weeks`, `3d`, `an hour`, `90 min`. Beside `h` and `d`, `m` is a minute.
fn span(words: &[&str]) -> Option<TimeDelta> {
    const HOUR: i64 = 60;
    const DAY: i64 = 24 * HOUR;
    let (many, unit) = match words {
        ["half", "an", "hour"] => ("30", "minutes"),
        [word] => {
            let digits = word.find(|c: char| !c.is_ascii_digit()).filter(|at| *at > 0)?;
            word.split_at(digits)
        }
        [many, unit] => (*many, *unit),
        _ => return None,
    };
    let many = i64::from(date::count(many)?);
    let minutes = match unit {
        "m" | "min" | "mins" | "minute" | "minutes" => 1,
        "h" | "hr" | "hrs" | "hour" | "hours" => HOUR,
        "d" | "day" | "days" => DAY,
        "w" | "wk" | "wks" | "week" | "weeks" => 7 * DAY,
        "fortnight" | "fortnights" => 14 * DAY,
        "mo" | "month" | "months" => 30 * DAY,
        "y" | "year" | "years" => 365 * DAY,
        _ => return None,
    };
    let minutes = many.checked_mul(minutes)?;
    (minutes <= LONGEST * DAY).then(|| TimeDelta::minutes(minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(text: &str) -> Result<Since, DateError> {
        let words: Vec<&str> = text.split_whitespace().collect();
        // A Sunday.
        read(&words, "2026-11-22".parse().expect("a date"))
    }

    #[test]
    fn people_say_from_when_on_in_many_ways() {
        for text in ["", "my last word", "last word?"] {
            assert_eq!(reads(text), Ok(Since::LastWord), "{text}");
        }
        for (text, day) in [
            ("yesterday", "2026-11-21"),
            ("today", "2026-11-22"),
            ("monday", "2026-11-16"),
            ("Sunday", "2026-11-15"),
            ("last week", "2026-11-15"),
            ("2026-10-03", "2026-10-03"),
            ("october 3rd", "2026-10-03"),
            ("december 3", "2025-12-03"),
        ] {
            assert_eq!(reads(text), Ok(Since::Day(day.parse().expect("a date"))), "{text}");
        }
        for (text, hours) in [
            ("2 weeks", 336),
            ("3d", 72),
            ("the last two days", 48),
            ("an hour", 1),
            ("6h", 6),
        ] {
            assert_eq!(reads(text), Ok(Since::Span(TimeDelta::hours(hours))), "{text}");
        }
        for (text, minutes) in [
            ("5 minutes", 5),
            ("90 min", 90),
            ("the last ten minutes", 10),
            ("a minute ago", 1),
            ("half an hour", 30),
            ("10m", 10),
        ] {
            assert_eq!(reads(text), Ok(Since::Span(TimeDelta::minutes(minutes))), "{text}");
        }
        assert_eq!(reads("2 fortnights"), Ok(Since::Span(TimeDelta::weeks(4))));
        assert_eq!(reads("a fortnight"), Ok(Since::Span(TimeDelta::weeks(2))));
        // Of a day without a year the last one is meant.
        let last: NaiveDate = "2025-11-30".parse().expect("a date");
        assert_eq!(reads("11/30"), Ok(Since::Day(last)));
        let both = ["2026-10-11", "2026-11-10"].map(|day| day.parse::<NaiveDate>().expect("a date"));
        let days = match reads("10/11") {
            Err(DateError::Ambiguous { readings, .. }) => readings.to_vec(),
            Err(DateError::Unclear { readings, .. }) => readings,
            other => panic!("{other:?}"),
        };
        assert!(both.iter().all(|day| days.contains(day)), "{days:?}");
        for text in ["whenever", "99999999 weeks", "badges", "2026-13-01"] {
            assert!(reads(text).is_err(), "{text}");
        }
    }
}
