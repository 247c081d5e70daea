//! Slips in the words of a date: `tomorow`, `next wensday`. The day is asked back, never taken.

use super::{DateError, LONGEST, read, short};
use chrono::NaiveDate;

/// The words in which a slip is looked for; shorter ones are too much alike.
const WORDS: [&str; 28] = [
    "today",
    "tomorrow",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "weeks",
    "months",
    "week",
    "month",
    "christmas",
    "fortnight",
    "weekend",
    "next",
];

/// The days that words may mean, where they are no date, and would be one without a slip.
pub(in crate::command) fn asked(words: &[&str], today: NaiveDate) -> Option<DateError> {
    let words = words.get(..words.len().min(LONGEST))?;
    let plain: Vec<String> = words.iter().map(|word| short(word)).collect();
    let mut slipped = false;
    let mended: Vec<&str> = plain
        .iter()
        .map(|word| {
            let meant = meant(word);
            slipped |= meant.is_some();
            meant.unwrap_or(word)
        })
        .collect();
    if !slipped {
        return None;
    }
    let said = |used: usize| words.get(..used.min(words.len())).unwrap_or_default().join(" ");
    match read(&mended, today) {
        Ok((day, used)) => Some(DateError::Unclear {
            words: said(used),
            readings: vec![day],
        }),
        Err(DateError::Unclear { readings, .. }) => Some(DateError::Unclear {
            words: said(3),
            readings,
        }),
        Err(
            DateError::Ambiguous { .. }
            | DateError::NotIso { .. }
            | DateError::NoSuchDay(_)
            | DateError::TooFar(_)
            | DateError::Ahead(_)
            | DateError::Unknown(_),
        ) => None,
    }
}

/// The word of a date that this one may be: two letters are wrong at most, and the first is right.
fn meant(word: &str) -> Option<&'static str> {
    const LONGEST_SLIP: usize = 12;
    if !(3..=LONGEST_SLIP).contains(&word.len()) || WORDS.contains(&word) {
        return None;
    }
    let allowed = if word.len() >= 7 { 2 } else { 1 };
    let alike = |other: &&&str| other.chars().next() == word.chars().next();
    let near = WORDS.iter().filter(alike);
    let near = near.map(|other| (strsim::osa_distance(word, other), *other));
    near.filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, other)| other)
}
