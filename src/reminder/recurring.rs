//! Recurring posts: the weekly digest, the digest before the meeting.
//!
//! ```
//! use rfrbot::reminder::recurring::Timetable;
//! let weekly = Timetable::parse("mon 14:00 UTC", &rfrbot::reminder::Zone::UTC)?;
//! let now = "2026-11-22T12:00:00Z".parse().unwrap();
//! assert_eq!(weekly.next_after(now).unwrap().to_string(), "2026-11-23 14:00:00 UTC");
//! # Ok::<(), rfrbot::reminder::recurring::TimetableError>(())
//! ```

use super::hours::later;
use super::memory::{ReminderFact, ReminderMemory};
use super::{SET_BACK, Zone};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Bound::{Excluded, Unbounded};

/// How late a post may be that is sent when a meeting begins.
const AT_ITS_BEGINNING: TimeDelta = TimeDelta::minutes(15);

/// Most weeks between two occurrences.
const MOST_WEEKS: u32 = 12;

/// Days and a time of day in a zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timetable {
    days: Vec<Weekday>,
    /// Only every n-th week.
    weeks: u32,
    /// A day of a week that counts.
    from: NaiveDate,
    time: NaiveTime,
    zone: Zone,
}

/// Why a text is not a timetable.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TimetableError {
    /// No day, or an unknown word for one.
    #[error(
        "`{0}` is no day: expected `daily`, `weekdays`, `mon` or `every second thursday`, then a time such as `14:00`"
    )]
    Day(String),
    /// No time of day.
    #[error("`{0}` is no time of day: expected hours and minutes, such as `14:00` or `09:30`")]
    Time(String),
    /// No zone of that name.
    #[error("`{0}` is no time zone: expected `UTC` or a name such as `Europe/Prague`")]
    Zone(String),
    /// No date after `from`.
    #[error("`{0}` is no date: expected `from 2026-12-03` at the end, on a day that counts")]
    From(String),
    /// `every second day` and the like.
    #[error("`{0}` counts weeks, so that it wants a weekday: expected for example `every second thursday 15:00`")]
    Weeks(String),
    /// More words than expected.
    #[error(
        "`{0}` is too much: expected for example `mon 14:00 UTC`, `daily 09:00` or `every second thursday 15:00 Europe/Prague`"
    )]
    Rest(String),
}

impl Timetable {
    /// Parses `mon 14:00 UTC`, `tue, thu 09:30`, `every second thursday 15:00 Europe/Prague from 2026-12-03`, `weekdays
    /// 16:00`, `daily 09:00`. `zone` is the default. Without `from`, every second week counts from the first week of
    /// 1970.
    pub fn parse(text: &str, zone: &Zone) -> Result<Self, TimetableError> {
        let lower = text.to_lowercase().replace(',', " ");
        let mut words = lower.split_whitespace().peekable();
        words.next_if_eq(&"every");
        let weeks = words.peek().and_then(|word| ordinal(word));
        let counted = weeks.and_then(|_| words.next());
        let mut days = Vec::new();
        while let Some(word) = words.peek().copied() {
            if word.starts_with(|c: char| c.is_ascii_digit()) {
                break;
            }
            words.next();
            match days_of(word) {
                Some(more) => days.extend(more),
                None if word == "and" || word == "at" => {}
                None => return Err(TimetableError::Day(word.to_owned())),
            }
        }
        if days.is_empty() {
            return Err(TimetableError::Day(words.next().unwrap_or_default().to_owned()));
        }
        days.sort_by_key(Weekday::num_days_from_monday);
        days.dedup();
        if let Some(counted) = counted
            && days.len() > 1
        {
            return Err(TimetableError::Weeks(counted.to_owned()));
        }
        let word = words.next().unwrap_or_default();
        let time = time(word).ok_or_else(|| TimetableError::Time(word.to_owned()))?;
        let zone = match words.next_if(|word| *word != "from") {
            Some(name) => Zone::named(name).ok_or_else(|| TimetableError::Zone(name.to_owned()))?,
            None => zone.clone(),
        };
        let from = match words.next_if_eq(&"from") {
            Some(_) => {
                let word = words.next().unwrap_or_default();
                let day: Option<NaiveDate> = word.parse().ok();
                day.filter(|day| days.contains(&day.weekday()))
                    .ok_or_else(|| TimetableError::From(word.to_owned()))?
            }
            None => NaiveDate::default(),
        };
        if let Some(rest) = words.next() {
            return Err(TimetableError::Rest(rest.to_owned()));
        }
        let weeks = weeks.unwrap_or(1);
        Ok(Self {
            days,
            weeks,
            from,
            time,
            zone,
        })
    }

    /// The first occurrence after a moment.
    pub fn next_after(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        // A day early: if a clock change skips a time, the day before can reach into this one.
        let first = self.here(at).checked_sub_days(Days::new(1))?;
        self.times(first.iter_days()).find(|time| *time > at)
    }

    /// The last occurrence up to a moment.
    pub fn latest(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let last = self.here(at).checked_add_days(Days::new(1))?;
        let days = std::iter::successors(Some(last), NaiveDate::pred_opt);
        self.times(days).find(|time| *time <= at)
    }

    fn here(&self, at: DateTime<Utc>) -> NaiveDate {
        self.zone.day(at)
    }

    fn times(&self, days: impl Iterator<Item = NaiveDate>) -> impl Iterator<Item = DateTime<Utc>> {
        days.take(usize::try_from(MOST_WEEKS * 7 + 9).unwrap_or(usize::MAX))
            .filter(|day| self.counts(*day))
            .map(|day| self.zone.first_existing(day.and_time(self.time)))
    }

    fn counts(&self, day: NaiveDate) -> bool {
        let monday = |day: NaiveDate| {
            let back = Days::new(u64::from(day.weekday().num_days_from_monday()));
            day.checked_sub_days(back).unwrap_or(day)
        };
        let weeks = monday(day).signed_duration_since(monday(self.from)).num_weeks();
        self.days.contains(&day.weekday()) && weeks.rem_euclid(i64::from(self.weeks)) == 0
    }
}

/// `Mon 14:00 UTC`, `Thu 15:00 Europe/Prague every 2 weeks`.
impl fmt::Display for Timetable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let days: Vec<String> = self.days.iter().map(ToString::to_string).collect();
        write!(f, "{} {} {}", days.join(", "), self.time.format("%H:%M"), self.zone)?;
        match self.weeks {
            1 => Ok(()),
            weeks => write!(f, " every {weeks} weeks"),
        }
    }
}

fn ordinal(word: &str) -> Option<u32> {
    match word {
        "second" | "other" | "2nd" => Some(2),
        "third" | "3rd" => Some(3),
        "fourth" | "4th" => Some(4),
        _ => None,
    }
}

fn days_of(word: &str) -> Option<Vec<Weekday>> {
    use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
    match word {
        "daily" | "day" => Some(vec![Mon, Tue, Wed, Thu, Fri, Sat, Sun]),
        "weekdays" | "weekday" => Some(vec![Mon, Tue, Wed, Thu, Fri]),
        word => {
            let one: Option<Weekday> = word.parse().ok();
            one.or_else(|| word.strip_suffix('s')?.parse().ok())
                .map(|day| vec![day])
        }
    }
}

fn time(word: &str) -> Option<NaiveTime> {
    let (hour, minute) = word.split_once(':')?;
    let digits = |part: &str, most: usize| {
        let plain = (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse().ok()).flatten()
    };
    (minute.len() == 2).then_some(())?;
    NaiveTime::from_hms_opt(digits(hour, 2)?, digits(minute, 2)?, 0)
}

/// When something takes place again and again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Times {
    /// By a rule of the config.
    Ruled(Timetable),
    /// As a calendar of meetings has it, under this title, in lower case.
    Listed {
        /// What it is called there.
        title: String,
        /// All times that are known.
        times: BTreeSet<DateTime<Utc>>,
    },
}

impl Times {
    /// The first one after a moment.
    pub fn next_after(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self {
            Self::Ruled(timetable) => timetable.next_after(at),
            Self::Listed { times, .. } => times.range((Excluded(at), Unbounded)).next().copied(),
        }
    }

    /// The last one up to a moment.
    pub fn latest(&self, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match self {
            Self::Ruled(timetable) => timetable.latest(at),
            Self::Listed { times, .. } => times.range(..=at).next_back().copied(),
        }
    }
}

/// The timetable, or the title of the meeting.
impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ruled(timetable) => timetable.fmt(f),
            Self::Listed { title, .. } => write!(f, "when calendars have the meeting {title:?}"),
        }
    }
}

/// A recurring post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurring {
    /// Its name in the config; records keep it.
    pub name: String,
    /// When it, or the event it prepares, takes place.
    pub times: Times,
    /// How long before that it is sent: an hour before a meeting, say.
    pub ahead: TimeDelta,
    /// How late it may still be sent after downtime. If it prepares a meeting: at most `ahead`.
    pub late: TimeDelta,
}

/// A recurring post to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostDue {
    /// Which.
    pub name: String,
    /// The occurrence it is for.
    pub occurrence: DateTime<Utc>,
}

impl PostDue {
    /// The fact that it is sent; store it with the post.
    pub fn posted(&self) -> ReminderFact {
        ReminderFact::Posted {
            recurring: self.name.clone(),
            occurrence: self.occurrence,
        }
    }
}

impl Recurring {
    /// A digest at the times of a timetable; it may be sent up to two days late.
    pub fn digest(name: &str, timetable: Timetable) -> Self {
        Self {
            name: name.to_owned(),
            times: Times::Ruled(timetable),
            ahead: TimeDelta::zero(),
            late: TimeDelta::days(2),
        }
    }

    /// A digest that long before a meeting; not sent once the meeting has begun.
    pub fn before_meeting(name: &str, meeting: Timetable, ahead: TimeDelta) -> Self {
        Self {
            name: name.to_owned(),
            times: Times::Ruled(meeting),
            ahead,
            late: ahead,
        }
    }

    /// A digest that long before a meeting of calendars; not sent once it has begun, or soon after where it is sent at
    /// its beginning.
    pub fn before_listed(name: &str, title: &str, ahead: TimeDelta) -> Self {
        let (title, times) = (title.trim().to_lowercase(), BTreeSet::new());
        Self {
            name: name.to_owned(),
            times: Times::Listed { title, times },
            ahead,
            late: if ahead.is_zero() { AT_ITS_BEGINNING } else { ahead },
        }
    }

    /// The title of the meetings of calendars before which it comes, in lower case.
    pub fn meeting(&self) -> Option<&str> {
        match &self.times {
            Times::Listed { title, .. } => Some(title),
            Times::Ruled(_) => None,
        }
    }

    /// The post to send now: the last one whose time has come, if it was not sent and is not too late. Occurrences
    /// before `born` (the store's first start) do not count.
    pub fn due(&self, memory: &ReminderMemory, born: DateTime<Utc>, now: DateTime<Utc>) -> Option<PostDue> {
        let occurrence = self.times.latest(later(now, self.ahead))?;
        let at = later(occurrence, -self.ahead);
        let in_time = at >= born && now <= later(at, self.late);
        // A later one, just ahead, was sent before the clock was set back.
        let said = |posted: DateTime<Utc>| posted == occurrence || later(posted, -self.ahead) <= later(now, SET_BACK);
        let made = memory.first_posted(&self.name, occurrence).is_some_and(said);
        (in_time && !made).then(|| PostDue {
            name: self.name.clone(),
            occurrence,
        })
    }

    /// The first moment from now on at which it is due.
    pub fn next_due(&self, memory: &ReminderMemory, born: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let mut at = now;
        // More in a row can only have been sent if the clock was wrong by weeks; that costs one needless wake-up.
        for _ in 0..40 {
            if self.due(memory, born, at).is_some() {
                return Some(at);
            }
            let occurrence = self.times.next_after(later(at, self.ahead))?;
            at = later(occurrence, -self.ahead);
        }
        Some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}:00Z").parse().expect("a time")
    }

    fn table(text: &str) -> Timetable {
        Timetable::parse(text, &Zone::UTC).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    fn next(text: &str, after: &str, count: usize) -> Vec<String> {
        let table = table(text);
        std::iter::successors(table.next_after(at(after)), |at| table.next_after(*at))
            .take(count)
            .map(|at| at.format("%a %Y-%m-%dT%H:%M").to_string())
            .collect()
    }

    #[test]
    fn timetables_are_read_as_people_write_them() {
        for (text, expected) in [
            ("mon 14:00 UTC", ["Mon 2026-11-23T14:00", "Mon 2026-11-30T14:00"]),
            (
                "Every Monday at 14:00",
                ["Mon 2026-11-23T14:00", "Mon 2026-11-30T14:00"],
            ),
            ("daily 09:00", ["Mon 2026-11-23T09:00", "Tue 2026-11-24T09:00"]),
            (
                "every day 9:00 europe/prague",
                ["Mon 2026-11-23T08:00", "Tue 2026-11-24T08:00"],
            ),
            ("tue and thu 09:30", ["Tue 2026-11-24T09:30", "Thu 2026-11-26T09:30"]),
            (
                "weekdays 16:00 America/New_York",
                ["Mon 2026-11-23T21:00", "Tue 2026-11-24T21:00"],
            ),
            (
                "every second thursday 15:00 Europe/Prague from 2026-12-03",
                ["Thu 2026-12-03T14:00", "Thu 2026-12-17T14:00"],
            ),
            (
                "every second thursday 15:00 Europe/Prague from 2027-01-07",
                ["Thu 2026-11-26T14:00", "Thu 2026-12-10T14:00"],
            ),
        ] {
            assert_eq!(next(text, "2026-11-22T12:00", 2), expected, "{text}");
        }
    }

    #[test]
    fn a_wrong_timetable_is_answered_with_the_form() {
        for (text, expected) in [
            ("", "is no day"),
            ("someday 14:00", "`someday` is no day"),
            ("14:00", "is no day"),
            ("mon", "`` is no time of day"),
            ("mon 25:00", "`25:00` is no time"),
            ("mon 14:0", "is no time"),
            ("mon 14", "is no time"),
            ("mon 14:00 Mars/Olympus", "is no time zone"),
            ("every second day 14:00", "counts weeks"),
            ("mon 14:00 UTC from 2026-12-03", "no date"),
            ("mon 14:00 UTC from soon", "no date"),
            ("mon 14:00 UTC please", "too much"),
        ] {
            let error = Timetable::parse(text, &Zone::UTC).expect_err(text).to_string();
            assert!(
                error.contains(expected) && error.contains("expected"),
                "{text}: {error}"
            );
        }
    }

    #[test]
    fn a_time_that_the_clocks_leave_out_moves_and_one_that_comes_twice_is_taken_once() {
        // Prague: 02:00 to 03:00 is skipped on 2026-03-29, and repeats on 2026-10-25.
        let spring = next("daily 02:30 Europe/Prague", "2026-03-28T00:00", 3);
        assert_eq!(
            spring,
            ["Sat 2026-03-28T01:30", "Sun 2026-03-29T01:00", "Mon 2026-03-30T00:30"]
        );
        let autumn = next("daily 02:30 Europe/Prague", "2026-10-24T12:00", 2);
        assert_eq!(autumn, ["Sun 2026-10-25T00:30", "Mon 2026-10-26T01:30"]);
        // Samoa had no 30th of December 2011.
        let samoa = next("daily 09:00 Pacific/Apia", "2011-12-29T12:00", 3);
        assert_eq!(
            samoa,
            ["Thu 2011-12-29T19:00", "Fri 2011-12-30T10:00", "Fri 2011-12-30T19:00"]
        );
    }

    #[test]
    fn the_latest_and_the_next_agree_in_every_zone_of_a_few() {
        for text in [
            "daily 02:30 Europe/Prague",
            "sun 01:59 America/New_York",
            "every fourth sun 00:00 Africa/Cairo",
            "weekdays 02:15 Australia/Lord_Howe",
        ] {
            let table = table(text);
            let mut last = table.next_after(at("2024-01-01T00:00")).expect("a time");
            for _ in 0..400 {
                let next = table.next_after(last).expect("a time");
                assert!(next > last, "{text}");
                assert_eq!(table.latest(next), Some(next), "{text}");
                assert_eq!(
                    table.latest(later(next, TimeDelta::seconds(-1))),
                    Some(last),
                    "{text} {next}"
                );
                last = next;
            }
        }
    }

    #[test]
    fn a_digest_comes_once_also_after_downtime_and_never_for_the_time_before_the_store() {
        let digest = Recurring::digest("weekly", table("mon 14:00"));
        let mut memory = ReminderMemory::default();
        let born = at("2026-11-24T00:00");
        assert_eq!(digest.due(&memory, born, at("2026-11-24T10:00")), None);
        assert_eq!(digest.next_due(&memory, born, born), Some(at("2026-11-30T14:00")));
        // A day of downtime: it is sent a day late, once.
        let now = at("2026-12-01T15:00");
        let due = digest.due(&memory, born, now).expect("due");
        assert_eq!(due.occurrence, at("2026-11-30T14:00"));
        memory.apply(&due.posted());
        assert_eq!(digest.due(&memory, born, now), None);
        // Set back by more than a day, to before its time: not again.
        assert_eq!(digest.due(&memory, born, at("2026-11-30T13:00")), None);
        // A week of downtime: last week's is no longer news.
        assert_eq!(digest.due(&memory, born, at("2026-12-10T15:00")), None);
        assert_eq!(
            digest.next_due(&memory, born, at("2026-12-10T15:00")),
            Some(at("2026-12-14T14:00"))
        );
    }

    #[test]
    fn what_prepares_a_meeting_comes_before_it_or_not_at_all() {
        let digest = Recurring::before_meeting("meeting", table("thu 15:00"), TimeDelta::hours(1));
        let memory = ReminderMemory::default();
        let born = at("2026-11-01T00:00");
        assert_eq!(
            digest.next_due(&memory, born, at("2026-11-23T00:00")),
            Some(at("2026-11-26T14:00"))
        );
        assert!(digest.due(&memory, born, at("2026-11-26T14:00")).is_some());
        assert!(digest.due(&memory, born, at("2026-11-26T14:59")).is_some());
        assert!(digest.due(&memory, born, at("2026-11-26T15:01")).is_none());
    }
}
