//! Events of an iCalendar file: as tasks of a release's schedule, and as absences.
//!
//! Of a freeze's times only the day counts, as written: schedules-tools writes wall-clock times followed by a `Z`, so
//! the hour means nothing and the day is right. Absences come from programs that mean the `Z`: their days are days in
//! the calendar's time zone.

use super::ics::{self, IcsCalendar};
use super::names::{self, Names};
use super::tasks::{Remark, Task, is_in_sight};
use super::{ImportError, MAX_EVENTS, repeats, shortened};
use crate::calendar::absence::Absence;
use crate::calendar::window::{DaySpan, Release};
use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarComponent, ICalendarDuration, ICalendarEntry, ICalendarMethod, ICalendarParameterName, ICalendarProperty,
    ICalendarStatus, ICalendarValue,
};
use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};

/// The absences in a calendar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Absent {
    /// Each absence, by account.
    pub absences: Vec<(String, Absence)>,
    /// What could not be read, or names nobody.
    pub remarks: Vec<Remark>,
}

/// The events of all calendars in a file as tasks, and errors for those that cannot be read.
pub(super) fn tasks(calendars: &[IcsCalendar]) -> (Vec<Task>, Vec<ImportError>) {
    let mut broken = Vec::new();
    let entries = entries(calendars, false, &mut broken);
    let of_calendars: Vec<Option<Release>> = calendars
        .iter()
        .enumerate()
        .map(|(index, calendar)| release_of_calendar(calendar, index, &entries))
        .collect();
    let tasks = entries.iter().filter(|entry| !entry.is_cancelled).map(|entry| {
        let (release, title) = release_of_title(&entry.title);
        Task {
            release: release.or(of_calendars.get(entry.calendar).copied().flatten()),
            title,
            span: entry.span.map_err(|expected| entry.no_days(expected)),
        }
    });
    (tasks.collect(), broken)
}

/// Reads the absences of an iCalendar file: its titles name the accounts ([`Names`]), its days are the days of absence.
/// Repeating events are followed from the start of last year to the end of next year.
///
/// A file without any absence is fine: nobody is away.
pub fn absences(bytes: &[u8], names: &Names, today: NaiveDate) -> Result<Absent, ImportError> {
    let calendars = ics::calendars(bytes)?;
    let mut broken = Vec::new();
    let entries = entries(&calendars, true, &mut broken);
    let mut absent = Absent {
        remarks: broken.into_iter().map(Remark::Lost).collect(),
        ..Absent::default()
    };
    let mut steps = repeats::MAX_STEPS;
    let mut nameless = Vec::new();
    let singles = Singles::of(&entries);
    for entry in &entries {
        let span = match entry.span {
            _ if entry.is_cancelled => continue,
            Ok(span) => span,
            Err(expected) => {
                absent.remarks.push(Remark::Lost(entry.no_days(expected)));
                continue;
            }
        };
        if let Some(interval) = entry.bad_interval {
            absent.remarks.push(Remark::Lost(ImportError::Interval {
                title: entry.shown(),
                interval: interval.to_owned(),
            }));
            continue;
        }
        let (accounts, note) = entry.accounts(names);
        if accounts.is_empty() {
            nameless.push(shortened(&entry.title));
            continue;
        }
        let (spans, followed) = entry.spans(span, singles.of_series(entry), horizon(today), &mut steps);
        let mut spans = joined(spans);
        spans.retain(|span| {
            let near = is_in_sight(*span, today);
            if !near {
                let (what, until) = (entry.shown(), span.to());
                absent.remarks.push(Remark::TooFar { what, until });
            }
            near
        });
        if !followed {
            absent.remarks.push(Remark::NotFollowed { title: entry.shown() });
        }
        if absent.absences.len() + spans.len() * accounts.len() > MAX_EVENTS {
            return Err(ImportError::TooManyEvents);
        }
        for account in accounts {
            let absence = |span: &DaySpan| {
                (
                    account.clone(),
                    Absence {
                        span: *span,
                        note: note.clone(),
                    },
                )
            };
            absent.absences.extend(spans.iter().map(absence));
        }
    }
    if let Some(example) = nameless.first() {
        absent.remarks.push(Remark::NamesNobody {
            count: nameless.len(),
            example: example.clone(),
        });
    }
    Ok(absent)
}

/// The days for which repeating events are followed: whole years, so that they change once a year and not every day.
pub(super) fn horizon(today: NaiveDate) -> DaySpan {
    let begin = NaiveDate::from_ymd_opt(today.year() - 1, 1, 1).unwrap_or(today);
    let end = NaiveDate::from_ymd_opt(today.year() + 1, 12, 31).unwrap_or(today);
    DaySpan::of(begin, end)
}

/// An event, with what decides whether it counts.
pub(super) struct EventEntry<'a> {
    calendar: usize,
    line: usize,
    event: &'a ICalendarComponent,
    /// Its repeat interval, if impossible.
    pub(super) bad_interval: Option<&'a str>,
    zone: Option<TimeZone>,
    pub(super) title: String,
    pub(super) span: Result<DaySpan, &'static str>,
    pub(super) is_cancelled: bool,
    uid: Option<&'a str>,
    /// The day of the occurrence it replaces in a series.
    instead_of: Option<NaiveDate>,
}

/// The events of a file that count: among versions of one event, the one with the highest SEQUENCE, then the latest
/// stamp (RFC 5546, section 2.1.5). Unreadable versions replace nothing.
pub(super) fn entries<'a>(
    calendars: &'a [IcsCalendar],
    by_zone: bool,
    broken: &mut Vec<ImportError>,
) -> Vec<EventEntry<'a>> {
    let mut entries: Vec<EventEntry<'_>> = Vec::new();
    for (index, calendar) in calendars.iter().enumerate() {
        let zone = calendar_zone(calendar).filter(|_| by_zone);
        let is_cancelled = matches!(
            calendar
                .own
                .property(&ICalendarProperty::Method)
                .and_then(|entry| entry.values.first()),
            Some(ICalendarValue::Method(ICalendarMethod::Cancel))
        );
        for event in &calendar.events {
            match &event.said {
                Ok(said) => entries.push(EventEntry {
                    calendar: index,
                    line: event.line,
                    bad_interval: event.bad_interval.as_deref(),
                    is_cancelled: is_cancelled || said.status() == Some(&ICalendarStatus::Cancelled),
                    ..EventEntry::new(said, zone.as_ref(), by_zone)
                }),
                Err(why) => broken.push(why.clone()),
            }
        }
    }
    let mut latest: BTreeMap<(&str, Option<NaiveDate>), (i64, i64)> = BTreeMap::new();
    let mut cancelled: BTreeSet<(&str, Option<NaiveDate>)> = BTreeSet::new();
    for entry in entries.iter().filter(|entry| entry.is_cancelled || entry.span.is_ok()) {
        let Some(uid) = entry.uid else { continue };
        let version = latest.entry((uid, entry.instead_of)).or_insert((i64::MIN, i64::MIN));
        *version = (*version).max(entry.version());
    }
    let is_latest = |entry: &EventEntry<'_>| match entry.uid {
        Some(uid) => latest
            .get(&(uid, entry.instead_of))
            .is_none_or(|version| *version <= entry.version()),
        None => true,
    };
    for entry in entries.iter().filter(|entry| entry.is_cancelled && is_latest(entry)) {
        cancelled.extend(entry.uid.map(|uid| (uid, entry.instead_of)));
    }
    let is_gone = |entry: &EventEntry<'_>| {
        entry
            .uid
            .is_some_and(|uid| cancelled.contains(&(uid, entry.instead_of)) || cancelled.contains(&(uid, None)))
    };
    let counts: Vec<bool> = entries
        .iter()
        .map(|entry| {
            // A broken one is reported, whichever version it is; a cancelled one still removes a day from its series.
            (entry.span.is_err() && !entry.is_cancelled)
                || (is_latest(entry) && (entry.is_cancelled || !is_gone(entry)))
        })
        .collect();
    let mut counts = counts.into_iter();
    entries.retain(|_| counts.next().unwrap_or(true));
    entries
}

impl<'a> EventEntry<'a> {
    fn new(event: &'a ICalendarComponent, calendar_zone: Option<&TimeZone>, by_zone: bool) -> Self {
        let own_zone = event
            .property(&ICalendarProperty::Dtstart)
            .and_then(zone_of)
            .filter(|_| by_zone);
        let zone = own_zone.or_else(|| calendar_zone.cloned());
        let instead = event.property(&ICalendarProperty::RecurrenceId);
        let instead_of = instead.and_then(dates).and_then(|mut dates| dates.next());
        let instead_of = instead_of.and_then(|date| Some(local(date, zone.as_ref())?.date()));
        let span = match (instead, instead_of) {
            (Some(_), None) => Err("a RECURRENCE-ID with a day that exists, like 20261201"),
            (Some(_) | None, _) => span(event, zone.as_ref()),
        };
        Self {
            calendar: 0,
            line: 0,
            event,
            title: words(event, &ICalendarProperty::Summary).unwrap_or_default(),
            span,
            bad_interval: None,
            is_cancelled: false,
            uid: event.uid().filter(|uid| !uid.is_empty()),
            instead_of,
            zone,
        }
    }

    fn version(&self) -> (i64, i64) {
        let sequence = self.event.property(&ICalendarProperty::Sequence);
        let sequence = sequence
            .and_then(|entry| entry.values.first()?.as_integer())
            .unwrap_or(0);
        let stamp = self.event.property(&ICalendarProperty::Dtstamp);
        let stamp = stamp.and_then(|entry| local(dates(entry)?.next()?, None));
        (sequence, stamp.map_or(i64::MIN, |stamp| stamp.and_utc().timestamp()))
    }

    /// The title, so that an operator can find it.
    pub(super) fn shown(&self) -> String {
        format!("{} (line {})", shortened(&self.title), self.line)
    }

    pub(super) fn no_days(&self, expected: &'static str) -> ImportError {
        ImportError::NoDays {
            title: self.shown(),
            expected,
        }
    }

    /// Who is away by this event, and the rest of its title.
    fn accounts<'n>(&self, names: &'n Names) -> (Vec<String>, String) {
        let (accounts, note) = names.of_title(&self.title);
        let mut accounts: Vec<String> = accounts.into_iter().map(ToOwned::to_owned).collect();
        // A bare "Out of office" is about the organizer; without one, about the attendees.
        for property in [ICalendarProperty::Organizer, ICalendarProperty::Attendee] {
            if accounts.is_empty() && names::is_only_away(&self.title) {
                let addresses = self
                    .event
                    .properties(&property)
                    .filter_map(|entry| entry.calendar_address());
                let found: BTreeSet<&'n str> = addresses.filter_map(|address| names.of_address(address)).collect();
                accounts.extend(found.into_iter().map(ToOwned::to_owned));
            }
        }
        (accounts, note)
    }

    /// The days of each occurrence of this event, and whether its repetitions could be followed.
    pub(super) fn spans(
        &self,
        span: DaySpan,
        singles: &[&Self],
        horizon: DaySpan,
        steps: &mut u32,
    ) -> (Vec<DaySpan>, bool) {
        let rule = self.event.property(&ICalendarProperty::Rrule);
        let more = self.days_of(&ICalendarProperty::Rdate);
        if self.instead_of.is_some() || (rule.is_none() && more.is_empty()) {
            return (vec![span], true);
        }
        let mut followed = true;
        let mut firsts: BTreeSet<NaiveDate> = BTreeSet::from([span.from()]);
        if let Some(rule) = rule {
            let days = match rule.values.first() {
                Some(ICalendarValue::RecurrenceRule(rule)) => {
                    // An event that reaches into the horizon belongs to it.
                    let early = horizon
                        .from()
                        .checked_sub_days(Days::new(u64::try_from(span.length()).unwrap_or(0)));
                    let wide = DaySpan::of(early.unwrap_or(horizon.from()), horizon.to());
                    repeats::days(rule, span.from(), self.until(rule.until.as_ref()), wide, steps)
                }
                Some(_) | None => None,
            };
            followed = days.is_some();
            firsts.extend(days.into_iter().flatten());
        }
        firsts.extend(more.into_iter().filter(|day| *day <= horizon.to()));
        for day in self.days_of(&ICalendarProperty::Exdate) {
            firsts.remove(&day);
        }
        let mut from_then_on: Vec<(&Self, NaiveDate)> = Vec::new();
        for other in singles {
            let Some(day) = other.instead_of else { continue };
            firsts.remove(&day);
            if other.is_for_all_after() {
                from_then_on.push((other, day));
            }
        }
        from_then_on.sort_by_key(|(_, day)| *day);
        let mut spans = Vec::new();
        for first in firsts {
            let change = from_then_on.iter().rev().find(|(_, day)| *day <= first);
            let (moved_by, length) = match change {
                Some((other, _)) if other.is_cancelled => continue,
                Some((Self { span: Ok(other), .. }, day)) => (other.from().signed_duration_since(*day), other.length()),
                Some(_) | None => (chrono::TimeDelta::zero(), span.length()),
            };
            let from = first.checked_add_signed(moved_by);
            let to = from.and_then(|from| from.checked_add_days(Days::new(u64::try_from(length - 1).unwrap_or(0))));
            spans.extend(from.zip(to).and_then(|(from, to)| DaySpan::new(from, to)));
        }
        (spans, followed)
    }

    /// When an occurrence on that day begins; `None` if the event has no time of day, or a zone that is not known.
    pub(super) fn begins(&self, day: NaiveDate) -> Option<DateTime<Utc>> {
        let start = self.event.property(&ICalendarProperty::Dtstart)?;
        let written = dates(start)?.next()?;
        let is_known = start.tz_id().is_none_or(|name| zone_named(name).is_some());
        let time = local(written, self.zone.as_ref())?.time();
        (is_known && written.has_time()).then(|| moment(day.and_time(time), self.zone.as_ref()))?
    }

    fn is_for_all_after(&self) -> bool {
        let property = self.event.property(&ICalendarProperty::RecurrenceId);
        property.is_some_and(|entry| entry.has_parameter(&ICalendarParameterName::Range))
    }

    fn days_of(&self, property: &ICalendarProperty) -> Vec<NaiveDate> {
        let dates = self.event.properties(property).filter_map(dates).flatten();
        dates
            .filter_map(|date| Some(local(date, self.zone.as_ref())?.date()))
            .collect()
    }

    /// The last day on which an occurrence may start.
    fn until(&self, until: Option<&PartialDateTime>) -> Option<NaiveDate> {
        let until = until?;
        let last = local(until, self.zone.as_ref())?;
        let start = self.event.property(&ICalendarProperty::Dtstart).and_then(dates);
        let start = start
            .and_then(|mut dates| dates.next())
            .filter(|start| start.has_time());
        let start = start.and_then(|start| local(start, self.zone.as_ref()));
        match start {
            Some(start) if until.has_time() && start.time() > last.time() => last.date().pred_opt(),
            Some(_) | None => Some(last.date()),
        }
    }
}

/// Changes to single occurrences, by series.
pub(super) struct Singles<'e>(BTreeMap<&'e str, Vec<&'e EventEntry<'e>>>);

impl<'e> Singles<'e> {
    pub(super) fn of(entries: &'e [EventEntry<'e>]) -> Self {
        let mut singles: BTreeMap<&str, Vec<&EventEntry<'_>>> = BTreeMap::new();
        for entry in entries.iter().filter(|entry| entry.is_cancelled || entry.span.is_ok()) {
            if let (Some(uid), Some(_)) = (entry.uid, entry.instead_of) {
                singles.entry(uid).or_default().push(entry);
            }
        }
        Self(singles)
    }

    pub(super) fn of_series(&self, entry: &EventEntry<'_>) -> &[&'e EventEntry<'e>] {
        let of = entry.uid.and_then(|uid| self.0.get(uid));
        of.map_or(&[][..], Vec::as_slice)
    }
}

/// Merges adjacent spans.
fn joined(mut spans: Vec<DaySpan>) -> Vec<DaySpan> {
    spans.sort_unstable();
    let mut joined: Vec<DaySpan> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.from() <= last.day_after() => *last = DaySpan::of(last.from(), last.to().max(span.to())),
            Some(_) | None => joined.push(span),
        }
    }
    joined
}

fn words(component: &ICalendarComponent, property: &ICalendarProperty) -> Option<String> {
    let entry = component.property(property)?;
    let texts: Vec<&str> = entry.values.iter().filter_map(ICalendarValue::as_text).collect();
    let words: Vec<&str> = texts.iter().flat_map(|text| text.split_whitespace()).collect();
    Some(words.join(" "))
}

/// The release named anywhere in a title (`F45: Beta Freeze`, `Beta Freeze (F45)`, `Fedora Linux 45 Beta Freeze`), and
/// the title without it.
fn release_of_title(title: &str) -> (Option<Release>, String) {
    let is_word = |c: char| c.is_ascii_alphanumeric();
    let mut begin = 0;
    let mut named_from = None;
    while let Some(at) = title[begin..].find(is_word).map(|at| begin + at) {
        let end = title[at..]
            .find(|c: char| !is_word(c))
            .map_or(title.len(), |length| at + length);
        let word = &title[at..end];
        let release = word
            .strip_prefix(['F', 'f'])
            .or(named_from.map(|_| word))
            .and_then(Release::from_word);
        if let Some(release) = release {
            let from = named_from.unwrap_or(at);
            let before = title[..from].trim_end_matches([' ', '(', '[']);
            let after = title[end..].trim_start_matches([' ', ')', ']', ':', '-', '–', ',']);
            return (Some(release), format!("{before} {after}").trim().to_owned());
        }
        named_from = match word.to_ascii_lowercase().as_str() {
            "f" | "fedora" => Some(at),
            "linux" => named_from,
            _ => None,
        };
        begin = end;
    }
    (None, title.to_owned())
}

/// The release that a whole calendar is about: from its own title (`f-45`), else from an event `Fedora Linux 45
/// release`.
fn release_of_calendar(calendar: &IcsCalendar, index: usize, entries: &[EventEntry<'_>]) -> Option<Release> {
    let own = words(&calendar.own, &ICalendarProperty::Summary).and_then(|title| Release::from_word(&title));
    let mut events = entries
        .iter()
        .filter(|entry| entry.calendar == index && !entry.is_cancelled);
    own.or_else(|| events.find_map(|entry| release_of_whole(&entry.title)))
}

/// The release of a title like `Fedora Linux 45 release`.
pub(super) fn release_of_whole(title: &str) -> Option<Release> {
    let number = title.strip_prefix("Fedora Linux ")?.strip_suffix(" release")?;
    Release::from_word(number)
}

/// The time zone in which a calendar shows its times: the one it names, or the only one it defines.
fn calendar_zone(calendar: &IcsCalendar) -> Option<TimeZone> {
    let named = words(&calendar.own, &ICalendarProperty::Other("X-WR-TIMEZONE".to_owned()));
    let described: BTreeSet<&str> = calendar.zones.iter().map(String::as_str).collect();
    let mut described = described.into_iter().filter_map(zone_named);
    let named = named.and_then(|name| zone_named(&name));
    named.or_else(|| described.next().filter(|_| described.next().is_none()))
}

fn zone_of(entry: &ICalendarEntry) -> Option<TimeZone> {
    zone_named(entry.tz_id()?)
}

/// The zone of that name, which Fedora's calendar begins with `fedocal_`.
fn zone_named(name: &str) -> Option<TimeZone> {
    TimeZone::get(name.strip_prefix("fedocal_").unwrap_or(name)).ok()
}

/// A time of day in a zone, or else in UTC. One that a clock change skips is the first after it.
fn moment(at: NaiveDateTime, zone: Option<&TimeZone>) -> Option<DateTime<Utc>> {
    let Some(zone) = zone else {
        return Some(at.and_utc());
    };
    let written = at.format("%Y-%m-%dT%H:%M:%S").to_string();
    let civil: jiff::civil::DateTime = written.parse().ok()?;
    DateTime::from_timestamp(zone.to_timestamp(civil).ok()?.as_second(), 0)
}

/// The days of an event, or what was expected instead. The end is exclusive if it is a date, or midnight (RFC 5545,
/// section 3.6.1); without end or duration the event is its first day.
fn span(event: &ICalendarComponent, zone: Option<&TimeZone>) -> Result<DaySpan, &'static str> {
    const START: &str = "a DTSTART with a day that exists, like 20261201";
    const END: &str = "a DTEND with a day that exists, like 20261203";
    const ORDER: &str = "a DTEND that is not before DTSTART";
    const DURATION: &str = "a DURATION like P2D or PT48H";
    let moment = |property: &ICalendarProperty| {
        let written = dates(event.property(property)?)?.next()?;
        Some((local(written, zone)?, written.has_time()))
    };
    let (start, _) = moment(&ICalendarProperty::Dtstart).ok_or(START)?;
    let first = start.date();
    if event.property(&ICalendarProperty::Dtend).is_some() {
        let (end, has_time) = moment(&ICalendarProperty::Dtend).ok_or(END)?;
        let last = end.date();
        let is_exclusive = !has_time || end.time() == NaiveTime::MIN;
        // An end equal to the start means an event without length: its first day.
        let last = if is_exclusive && last > first {
            last.pred_opt().ok_or(END)?
        } else {
            last
        };
        return DaySpan::new(first, last).ok_or(ORDER);
    }
    let last = match event
        .property(&ICalendarProperty::Duration)
        .and_then(|entry| entry.values.first())
    {
        Some(ICalendarValue::Duration(duration)) => last_day(start, duration).ok_or(DURATION)?,
        Some(_) => return Err(DURATION),
        None => first,
    };
    DaySpan::new(first, last).ok_or(DURATION)
}

/// The last day of an event with this start and duration. Whole days count as days, whatever the hour of the start.
fn last_day(start: NaiveDateTime, duration: &ICalendarDuration) -> Option<NaiveDate> {
    let days = u64::from(duration.weeks) * 7 + u64::from(duration.days);
    let seconds = u64::from(duration.hours) * 3600 + u64::from(duration.minutes) * 60 + u64::from(duration.seconds);
    if duration.neg {
        return None;
    }
    let begun = if seconds == 0 {
        0
    } else {
        start
            .signed_duration_since(start.date().and_time(NaiveTime::MIN))
            .num_seconds()
    };
    let total = u64::try_from(begun).ok()? + seconds;
    // An event that ends at midnight ends with the day before.
    let more = (days + total.div_ceil(24 * 3600)).saturating_sub(1);
    start.date().checked_add_days(Days::new(more))
}

fn dates(entry: &ICalendarEntry) -> Option<impl Iterator<Item = &PartialDateTime>> {
    entry.values.first()?.as_partial_date_time()?;
    Some(entry.values.iter().filter_map(ICalendarValue::as_partial_date_time))
}

/// A written time on a zone's clock: only UTC times are converted, all others are local already.
fn local(written: &PartialDateTime, zone: Option<&TimeZone>) -> Option<NaiveDateTime> {
    let (year, month, day) = (written.year?, written.month?, written.day?);
    let date = NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))?;
    let part = |part: Option<u8>| part.unwrap_or(0);
    let (hour, minute, second) = (part(written.hour), part(written.minute), part(written.second));
    // A leap second, or 24:00: only the day counts.
    let time = NaiveTime::from_hms_opt(u32::from(hour), u32::from(minute), u32::from(second));
    let as_written = date.and_time(time.or(NaiveTime::from_hms_opt(23, 59, 59))?);
    let in_zone = zone
        .filter(|_| written.has_zone() && written.has_time())
        .and_then(|zone| {
            let at = jiff::Timestamp::from_second(as_written.and_utc().timestamp()).ok()?;
            let shifted = i64::from(zone.to_offset(at).seconds());
            as_written.checked_add_signed(chrono::TimeDelta::try_seconds(shifted)?)
        });
    Some(in_zone.unwrap_or(as_written))
}
