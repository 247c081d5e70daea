//! When people may be reminded: full hours of working days, in the operator's time zone.

use super::Zone;
use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Timelike, Utc, Weekday};
use std::fmt;

/// How many days ahead a working hour is looked for.
const HORIZON: u64 = 370;

/// The hours that are not quiet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hours {
    zone: Zone,
    days: Vec<Weekday>,
    from: u32,
    to: u32,
}

/// Why there would be no time for reminders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HoursError {
    /// No working day.
    #[error("there is no working day; name at least one, for example `[\"mon\", \"tue\"]`")]
    NoDays,
    /// The end is not after the start, or outside the day.
    #[error("the hours {from} to {to} leave no time; give full hours such as 9 to 17, at most 0 to 24")]
    NoHours {
        /// The first hour.
        from: u32,
        /// The hour at which they end.
        to: u32,
    },
}

impl Hours {
    /// Hours on some weekdays, from one full hour to before another.
    pub fn new(zone: Zone, days: &[Weekday], from: u32, to: u32) -> Result<Self, HoursError> {
        if days.is_empty() {
            return Err(HoursError::NoDays);
        }
        if from >= to || to > 24 {
            return Err(HoursError::NoHours { from, to });
        }
        let days = days.to_vec();
        Ok(Self { zone, days, from, to })
    }

    /// The time zone.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The day at a moment, in this zone.
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.zone.day(at)
    }

    /// The moment at which a day starts in this zone.
    pub fn start_of(&self, day: NaiveDate) -> DateTime<Utc> {
        self.zone.first_existing(day.and_time(chrono::NaiveTime::MIN))
    }

    /// May people be reminded at this moment?
    pub fn is_open(&self, at: DateTime<Utc>) -> bool {
        let here = self.zone.local(at);
        self.is_working_day(here.date()) && (self.from..self.to).contains(&here.hour())
    }

    /// The first full hour from a moment on at which people may be reminded.
    pub fn release(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        self.day(at)
            .iter_days()
            .take(usize::try_from(HORIZON).unwrap_or(usize::MAX))
            .filter(|day| self.is_working_day(*day))
            .flat_map(|day| (self.from..self.to).filter_map(move |hour| day.and_hms_opt(hour, 0, 0)))
            // An hour skipped by a clock change does not count; a repeated one counts once.
            .filter_map(|hour| self.zone.moment(hour))
            .find(|hour| *hour >= at)
            .unwrap_or(at)
    }

    /// The first such full hour after a moment.
    pub fn next_release(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        self.release(later(at, TimeDelta::nanoseconds(1)))
    }

    /// This moment if it is open, else the next open full hour.
    pub fn open_from(&self, at: DateTime<Utc>) -> DateTime<Utc> {
        if self.is_open(at) { at } else { self.release(at) }
    }

    /// When to say that an event is that many days away: on that day, or earlier if nobody works between that day and
    /// the event.
    pub fn ahead_of(&self, event: NaiveDate, days: u32) -> DateTime<Utc> {
        let begins = self.start_of(event);
        let mut day = before(event, days);
        for _ in 0..HORIZON {
            if self.release(self.start_of(day)) < begins {
                break;
            }
            day = before(day, 1);
        }
        self.start_of(day)
    }

    fn is_working_day(&self, day: NaiveDate) -> bool {
        self.days.contains(&day.weekday())
    }
}

/// `Mon, Tue from 9:00 to 17:00 Europe/Prague`.
impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days: Vec<String> = self.days.iter().map(ToString::to_string).collect();
        let Self { zone, from, to, .. } = self;
        write!(f, "{} from {from}:00 to {to}:00 {zone}", days.join(", "))
    }
}

/// Working days from 9 to 17 UTC.
impl Default for Hours {
    fn default() -> Self {
        use Weekday::{Fri, Mon, Thu, Tue, Wed};
        Self {
            zone: Zone::UTC,
            days: vec![Mon, Tue, Wed, Thu, Fri],
            from: 9,
            to: 17,
        }
    }
}

/// A later moment, or the last representable one.
pub(super) fn later(at: DateTime<Utc>, by: TimeDelta) -> DateTime<Utc> {
    at.checked_add_signed(by).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

fn before(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(days)))
        .unwrap_or(NaiveDate::MIN)
}
