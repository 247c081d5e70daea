//! Range checks. A record shows what was written, not that it is possible: it may come from a program of another time,
//! or be handmade. Values that are counted on, looked up or shown are checked as they are read; fields name these
//! functions in `deserialize_with`.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// Highest number of a record or an RFR: far beyond any history, and far from overflow.
const MOST: u64 = 1 << 48;

/// The same for the numbers of questions, offers and freeze breaks.
const MOST_SMALL: u32 = 1 << 30;

/// Beyond any plan, and far from where adding days overflows.
const LAST_YEAR: i32 = 12_000;

/// The number of a record or an RFR.
pub(super) fn number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u64, D::Error> {
    let number = u64::deserialize(deserializer)?;
    if number > MOST { too_high(number) } else { Ok(number) }
}

/// The same, optional.
pub(super) fn optional_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u64>, D::Error> {
    match Option::<u64>::deserialize(deserializer)? {
        Some(number) if number > MOST => too_high(number),
        number => Ok(number),
    }
}

/// The number of a question, an offer or a freeze break.
pub(super) fn small_number<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    let number = u32::deserialize(deserializer)?;
    if number > MOST_SMALL {
        too_high(number)
    } else {
        Ok(number)
    }
}

fn too_high<T, E: Error>(number: impl std::fmt::Display) -> Result<T, E> {
    Err(E::custom(format!("the number {number} is too high to be counted on")))
}

pub(super) fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    in_time(NaiveDate::deserialize(deserializer)?)
}

pub(super) fn moment<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<Utc>, D::Error> {
    let moment = DateTime::<Utc>::deserialize(deserializer)?;
    in_time(moment.date_naive()).map(|_| moment)
}

pub(super) fn in_time<E: Error>(day: NaiveDate) -> Result<NaiveDate, E> {
    if (0..=LAST_YEAR).contains(&day.year()) {
        return Ok(day);
    }
    Err(E::custom(format!("the day {day} is in no year from 0 to {LAST_YEAR}")))
}

/// The name of an RFR: always letters, digits and hyphens.
pub(super) fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = String::deserialize(deserializer)?;
    if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return Ok(name);
    }
    Err(D::Error::custom(format!(
        "{name:?} is the name of no RFR: names are letters, digits and hyphens"
    )))
}

/// Could this be an account? Accounts are one word.
pub(super) fn is_account(word: &str) -> bool {
    !word.is_empty() && !word.contains(|c: char| c.is_whitespace() || c.is_control())
}
