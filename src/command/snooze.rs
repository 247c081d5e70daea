//! Snoozes as people type them: `2 weeks`, `for a month`, `until friday`, `2026-12-03`.

use super::date::{self, DateError};
use chrono::{Days, Months, NaiveDate, Weekday};

/// The longest snooze, in days.
pub const LONGEST: u64 = 366;

/// Words that are no time to snooze for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SnoozeError {
    /// Nothing was said.
    #[error("for how long? Say `2 weeks`, `until friday` or a date such as `2026-12-03`")]
    Missing,
    /// No duration and no date.
    #[error("`{0}` is no time that I know; say `2 weeks`, `until friday` or a date such as `2026-12-03`")]
    Unknown(String),
    /// A date, but not a clear one.
    #[error("write the date as year-month-day")]
    Date(DateError),
    /// A day that has come already.
    #[error("{0} is not after today; say `2 weeks`, `until friday` or a later date")]
    Past(NaiveDate),
    /// Too far ahead.
    #[error("{0} is more than a year ahead; snooze for less, or mute it with a reason")]
    TooLong(NaiveDate),
}

/// Reads the day on which a snooze ends from the front of some words; also says how many words it took.
pub fn read(words: &[&str], today: NaiveDate) -> Result<(NaiveDate, usize), SnoozeError> {
    let first = words.first().ok_or(SnoozeError::Missing)?.to_lowercase();
    let lead = usize::from(matches!(first.as_str(), "for" | "until" | "till" | "til"));
    let rest = &words[lead..];
    if rest.is_empty() {
        return Err(SnoozeError::Missing);
    }
    // `snooze badges next week`: that long, from today on.
    let whole: Vec<String> = rest.iter().take(2).map(|word| word.to_lowercase()).collect();
    let ahead = match whole.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["next", "week"] => today.checked_add_days(Days::new(7)),
        ["next", "month"] => today.checked_add_months(Months::new(1)),
        _ => None,
    };
    let is_weekday = rest.get(2).is_some_and(|word| word.parse::<Weekday>().is_ok());
    if let Some(day) = ahead.filter(|_| !is_weekday) {
        return Ok((day, lead + 2));
    }
    // A duration is a date that is so far ahead.
    let (day, used) = date::read(rest, today).map_err(|error| match error {
        DateError::Unknown(_) => match date::slip(rest, today) {
            Some(slip) => SnoozeError::Date(slip),
            None => SnoozeError::Unknown(words.iter().take(3).copied().collect::<Vec<_>>().join(" ")),
        },
        DateError::TooFar(day) => SnoozeError::TooLong(day),
        error @ (DateError::Ambiguous { .. }
        | DateError::Unclear { .. }
        | DateError::NotIso { .. }
        | DateError::Ahead(_)
        | DateError::NoSuchDay(_)) => SnoozeError::Date(error),
    })?;
    if day <= today {
        return Err(SnoozeError::Past(day));
    }
    if today
        .checked_add_days(Days::new(LONGEST))
        .is_some_and(|last| day > last)
    {
        return Err(SnoozeError::TooLong(day));
    }
    Ok((day, used + lead))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reads(text: &str) -> Result<(NaiveDate, usize), SnoozeError> {
        let words: Vec<&str> = text.split_whitespace().collect();
        // A Sunday.
        read(&words, "2026-11-22".parse().expect("a date"))
    }

    #[test]
    fn people_say_how_long_in_many_ways() {
        for (text, day, used) in [
            ("2 weeks", "2026-12-06", 2),
            ("2 weeks please", "2026-12-06", 2),
            ("for a month", "2026-12-22", 3),
            ("For Two Days", "2026-11-24", 3),
            ("in 3 days", "2026-11-25", 3),
            ("until friday", "2026-11-27", 2),
            ("till next tuesday", "2026-11-24", 3),
            ("tomorrow", "2026-11-23", 1),
            ("until 2026-12-03", "2026-12-03", 2),
            ("next week", "2026-11-29", 2),
        ] {
            assert_eq!(reads(text), Ok((day.parse().expect("a date"), used)), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_answered_with_the_forms() {
        assert_eq!(reads(""), Err(SnoozeError::Missing));
        assert_eq!(reads("until"), Err(SnoozeError::Missing));
        for text in ["2", "a badger", "until later", "99999999999 days"] {
            let error = reads(text).expect_err(text);
            assert!(matches!(error, SnoozeError::Unknown(_)), "{text}: {error:?}");
            assert!(error.to_string().contains("`2 weeks`"), "{error}");
        }
        assert!(matches!(reads("today"), Err(SnoozeError::Past(_))));
        assert!(matches!(reads("2020-01-01"), Err(SnoozeError::Past(_))));
        assert!(reads("5 months").is_ok());
        assert!(matches!(reads("14 months"), Err(SnoozeError::TooLong(_))));
        assert!(matches!(
            reads("until 04-05-2027"),
            Err(SnoozeError::Date(DateError::Ambiguous { .. }))
        ));
    }
}
