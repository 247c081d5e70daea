//! Meetings of an iCalendar file, as Fedora's calendar has them: when each begins.

use super::events::{EventEntry, Singles, entries, horizon};
use super::tasks::Remark;
use super::{ImportError, MAX_EVENTS, ics, repeats};
use crate::calendar::window::DaySpan;
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// When meetings begin, by title in lower case.
pub type Meetings = BTreeMap<String, BTreeSet<DateTime<Utc>>>;

/// Reads the meetings of an iCalendar file, from the start of last year to the end of next year, and what could not be
/// read. A file without any is fine.
pub fn meetings(bytes: &[u8], today: NaiveDate) -> Result<(Meetings, Vec<Remark>), ImportError> {
    let calendars = ics::calendars(bytes)?;
    let mut broken = Vec::new();
    let entries = entries(&calendars, true, &mut broken);
    let mut remarks: Vec<Remark> = broken.into_iter().map(Remark::Lost).collect();
    let singles = Singles::of(&entries);
    let mut steps = repeats::MAX_STEPS;
    let mut meetings = Meetings::new();
    let mut count = 0;
    for entry in entries.iter().filter(|entry| !entry.is_cancelled) {
        let days = match days(entry, &singles, today, &mut steps) {
            Ok(days) => days,
            Err(remark) => {
                remarks.push(remark);
                continue;
            }
        };
        let begins: Option<Vec<DateTime<Utc>>> = days.into_iter().map(|day| entry.begins(day)).collect();
        let Some(begins) = begins else {
            let expected = "a DTSTART with a time of day and a known zone, like TZID=Europe/Prague:20261201T150000";
            remarks.push(Remark::Lost(entry.no_days(expected)));
            continue;
        };
        count += begins.len();
        if count > MAX_EVENTS {
            return Err(ImportError::TooManyEvents);
        }
        meetings.entry(entry.title.to_lowercase()).or_default().extend(begins);
    }
    Ok((meetings, remarks))
}

/// The days on which it takes place.
fn days(
    entry: &EventEntry<'_>,
    singles: &Singles<'_>,
    today: NaiveDate,
    steps: &mut u32,
) -> Result<Vec<NaiveDate>, Remark> {
    let span = entry.span.map_err(|expected| Remark::Lost(entry.no_days(expected)))?;
    if let Some(interval) = entry.bad_interval {
        let (title, interval) = (entry.shown(), interval.to_owned());
        return Err(Remark::Lost(ImportError::Interval { title, interval }));
    }
    let (spans, followed) = entry.spans(span, singles.of_series(entry), horizon(today), steps);
    if !followed {
        return Err(Remark::NotFollowed { title: entry.shown() });
    }
    Ok(spans.into_iter().map(DaySpan::from).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Infrastructure meeting\r\n\
        DTSTART;TZID=fedocal_Europe/Prague:20261001T170000\r\nDTEND;TZID=fedocal_Europe/Prague:20261001T180000\r\n\
        RRULE:FREQ=WEEKLY;COUNT=5\r\nEXDATE;TZID=fedocal_Europe/Prague:20261015T170000\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Another\r\nDTSTART;TZID=fedocal_UTC:20261003T090000\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nUID:3\r\nSUMMARY:Nowhere\r\nDTSTART;TZID=fedocal_Nowhere:20261003T090000\r\nEND:VEVENT\r\n\
        END:VCALENDAR\r\n";

    #[test]
    fn zones_with_fedocals_prefix_are_known_and_clock_changes_count() {
        let today = NaiveDate::from_ymd_opt(2026, 10, 1).expect("a day");
        let (read, remarks) = meetings(CALENDAR.as_bytes(), today).expect("meetings");
        let times = |title: &str| -> Vec<String> {
            let times = read.get(title).into_iter().flatten();
            times.map(|at| at.format("%m-%d %H:%M").to_string()).collect()
        };
        assert_eq!(
            times("infrastructure meeting"),
            ["10-01 15:00", "10-08 15:00", "10-22 15:00", "10-29 16:00"]
        );
        assert_eq!(times("another"), ["10-03 09:00"]);
        assert_eq!(times("nowhere").len(), 0);
        assert_eq!(remarks.len(), 1, "{remarks:?}");
        assert!(meetings(b"<!doctype html>", today).is_err());
    }
}
