//! Time zones by their names in the IANA time zone database.
//!
//! The machine's own database takes precedence (`/usr/share/zoneinfo`, which the distribution keeps current); if there
//! is none, a built-in copy is used. A zone is read only when somebody names it.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Timelike, Utc};
use jiff::civil;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use std::fmt;

/// A time zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// Coordinated Universal Time.
    pub const UTC: Self = Self(TimeZone::UTC);

    /// The zone of that name, such as `Europe/Prague`; case does not matter.
    pub fn named(name: &str) -> Option<Self> {
        TimeZone::get(name).ok().map(Self)
    }

    /// The names of all zones.
    pub fn names() -> Vec<String> {
        jiff::tz::db().available().map(|name| name.to_string()).collect()
    }

    /// Its name.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// Local time there at a moment.
    pub fn local(&self, at: DateTime<Utc>) -> NaiveDateTime {
        let there = at.naive_utc();
        let Some(at) = timestamp(at) else { return there };
        there + behind_utc(self.0.to_offset(at))
    }

    /// The abbreviation there at a moment: `CET`, or `CEST` in summer.
    pub fn abbreviation(&self, at: DateTime<Utc>) -> String {
        match timestamp(at) {
            Some(at) => self.0.to_offset_info(at).abbreviation().to_owned(),
            None => self.name().to_owned(),
        }
    }

    /// The moment of a local time there: the first if it occurs twice, `None` if a clock change skips it.
    pub fn moment(&self, local: NaiveDateTime) -> Option<DateTime<Utc>> {
        let Some(civil) = civil(local) else {
            return Some(local.and_utc());
        };
        match self.0.to_ambiguous_timestamp(civil).offset() {
            AmbiguousOffset::Unambiguous { offset } | AmbiguousOffset::Fold { before: offset, .. } => {
                local.checked_sub_signed(behind_utc(offset)).map(|utc| utc.and_utc())
            }
            AmbiguousOffset::Gap { .. } => None,
        }
    }

    /// The moment of a local time: the first if it occurs twice, the next existing one if it is skipped.
    pub(super) fn first_existing(&self, local: NaiveDateTime) -> DateTime<Utc> {
        // No zone has ever skipped more than a day.
        let mut minutes = (0..=26 * 60).filter_map(|minute| local.checked_add_signed(TimeDelta::minutes(minute)));
        minutes
            .find_map(|local| self.moment(local))
            .unwrap_or_else(|| local.and_utc())
    }

    /// The day there at a moment.
    pub(super) fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.local(at).date()
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The zone's offset: added to UTC it gives local time.
fn behind_utc(offset: Offset) -> TimeDelta {
    TimeDelta::seconds(i64::from(offset.seconds()))
}

/// `None` outside the years -9999 to 9999, in which no zone is known to differ from UTC.
fn timestamp(at: DateTime<Utc>) -> Option<jiff::Timestamp> {
    jiff::Timestamp::from_second(at.timestamp()).ok()
}

fn civil(local: NaiveDateTime) -> Option<civil::DateTime> {
    use chrono::Datelike;
    let year = i16::try_from(local.year()).ok()?;
    let part = |part: u32| i8::try_from(part).ok();
    let (month, day) = (part(local.month())?, part(local.day())?);
    let (hour, minute, second) = (part(local.hour())?, part(local.minute())?, part(local.second())?);
    // chrono represents a leap second by nanoseconds above 1,000,000,000.
    let nanosecond = i32::try_from(local.nanosecond().min(999_999_999)).ok()?;
    civil::DateTime::new(year, month, day, hour, minute, second, nanosecond).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("a moment")
    }

    fn local(text: &str) -> NaiveDateTime {
        text.parse().expect("a local time")
    }

    #[test]
    fn a_zone_has_its_name_whatever_the_case() {
        for (name, expected) in [
            ("europe/prague", "Europe/Prague"),
            ("UTC", "UTC"),
            ("utc", "UTC"),
            ("AMERICA/NEW_YORK", "America/New_York"),
        ] {
            assert_eq!(Zone::named(name).expect(name).to_string(), expected);
        }
        for name in ["", "Europe", "Mars/Base", "../UTC", "CEST"] {
            assert_eq!(Zone::named(name), None, "{name}");
        }
        assert!(Zone::names().len() > 400);
        assert!(Zone::names().iter().all(|name| Zone::named(name).is_some()));
    }

    #[test]
    fn clocks_are_put_forward_and_back() {
        let prague = Zone::named("Europe/Prague").expect("it exists");
        assert_eq!(prague.local(at("2026-03-29T00:59:59Z")), local("2026-03-29T01:59:59"));
        assert_eq!(prague.local(at("2026-03-29T01:00:00Z")), local("2026-03-29T03:00:00"));
        assert_eq!(prague.abbreviation(at("2026-03-29T00:59:59Z")), "CET");
        assert_eq!(prague.abbreviation(at("2026-03-29T01:00:00Z")), "CEST");
        assert_eq!(prague.moment(local("2026-03-29T02:30:00")), None, "left out");
        assert_eq!(
            prague.first_existing(local("2026-03-29T02:30:00")),
            at("2026-03-29T01:00:00Z")
        );
        assert_eq!(
            prague.moment(local("2026-10-25T02:30:00")),
            Some(at("2026-10-25T00:30:00Z")),
            "it comes twice"
        );
        // Long after the last change in any table.
        assert_eq!(prague.local(at("2150-07-01T12:00:00Z")), local("2150-07-01T14:00:00"));
        assert_eq!(prague.moment(NaiveDateTime::MAX), Some(NaiveDateTime::MAX.and_utc()));
        assert_eq!(prague.local(DateTime::<Utc>::MIN_UTC), NaiveDateTime::MIN);
    }
}
