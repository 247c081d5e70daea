//! Events of an iCalendar file: as tasks of a release's schedule, and as absences.
//!
//! Of a time only the day is taken, as it is written: schedules-tools writes wall-clock times and puts a `Z` behind
//! them, so the hour means nothing and the day is right.

use super::tasks::Task;
use super::{ImportError, ics, shortened};
use crate::calendar::absence::Absence;
use crate::calendar::window::{Release, Span};
use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarComponent, ICalendarComponentType, ICalendarDuration, ICalendarProperty, ICalendarStatus, ICalendarValue,
};
use chrono::{Days, NaiveDate};

/// The events of every calendar in a file as tasks.
pub(super) fn tasks(calendars: &[Vec<ICalendarComponent>]) -> Vec<Task> {
    let mut tasks = Vec::new();
    for components in calendars {
        let of_calendar = release_of_calendar(components);
        for event in events(components) {
            let title = title(event);
            let (release, title) = release_of_title(&title);
            tasks.push(Task {
                release: release.or(of_calendar),
                title: title.to_owned(),
                span: span(event),
            });
        }
    }
    tasks
}

/// Reads the absences of an iCalendar file: each event's title begins with the account's name
/// (`kevin: at a conference`, `kevin away`), its days are the days of absence. Repetitions are not followed: such
/// an event counts for its first time only.
///
/// A file without any absence is fine: nobody is away.
pub fn absences(bytes: &[u8]) -> Result<Vec<(String, Absence)>, ImportError> {
    let mut absences = Vec::new();
    for components in &ics::components(bytes)? {
        for event in events(components) {
            let title = title(event);
            let (account, note) = title.split_once(char::is_whitespace).unwrap_or((&title, ""));
            let account = account.trim_end_matches([':', ',']).to_lowercase();
            let is_account = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
            if account.is_empty() || !account.chars().all(is_account) {
                continue;
            }
            let span = span(event).ok_or_else(|| ImportError::NoDays {
                title: shortened(&title),
                expected: "DTSTART and DTEND with days that exist, in this order",
            })?;
            let note = note.trim_start_matches(['-', '–', ' ']).trim().to_owned();
            absences.push((account, Absence { span, note }));
        }
    }
    Ok(absences)
}

fn events(components: &[ICalendarComponent]) -> impl Iterator<Item = &ICalendarComponent> {
    components
        .iter()
        .filter(|component| component.component_type == ICalendarComponentType::VEvent)
        .filter(|event| event.status() != Some(&ICalendarStatus::Cancelled))
}

fn title(event: &ICalendarComponent) -> String {
    words(event, &ICalendarProperty::Summary).unwrap_or_default()
}

fn words(component: &ICalendarComponent, property: &ICalendarProperty) -> Option<String> {
    let entry = component.property(property)?;
    let texts: Vec<&str> = entry.values.iter().filter_map(ICalendarValue::as_text).collect();
    let words: Vec<&str> = texts.iter().flat_map(|text| text.split_whitespace()).collect();
    Some(words.join(" "))
}

/// The release of a title like `F45: Beta Freeze`, and the title without it.
fn release_of_title(title: &str) -> (Option<Release>, &str) {
    let split = title.split_once(':').and_then(|(prefix, rest)| {
        let release = prefix.strip_prefix('F').and_then(Release::from_word)?;
        Some((Some(release), rest.trim_start()))
    });
    split.unwrap_or((None, title))
}

/// The release that a whole calendar is about: its own title (`f-45`), else an event `Fedora Linux 45 release`.
fn release_of_calendar(components: &[ICalendarComponent]) -> Option<Release> {
    let calendar = components
        .iter()
        .find(|component| component.component_type == ICalendarComponentType::VCalendar)
        .or(components.first())?;
    let own = words(calendar, &ICalendarProperty::Summary).and_then(|title| Release::from_word(&title));
    own.or_else(|| events(components).find_map(|event| release_of_whole(&title(event))))
}

/// The release of a title like `Fedora Linux 45 release`.
pub(super) fn release_of_whole(title: &str) -> Option<Release> {
    let number = title.strip_prefix("Fedora Linux ")?.strip_suffix(" release")?;
    Release::from_word(number)
}

/// The days of an event. The end is exclusive where it is a day, or midnight (RFC 5545, section 3.6.1); without an
/// end or a duration the event is its first day.
fn span(event: &ICalendarComponent) -> Option<Span> {
    let start = date_of(event, &ICalendarProperty::Dtstart)?;
    let first = day(start)?;
    if event.property(&ICalendarProperty::Dtend).is_some() {
        let end = date_of(event, &ICalendarProperty::Dtend)?;
        let last = day(end)?;
        let is_exclusive = end.hour.is_none() || (end.hour == Some(0) && is_zero(end.minute) && is_zero(end.second));
        // An end that equals the start is an event without length: its first day.
        return if is_exclusive && last > first {
            Span::new(first, last.pred_opt()?)
        } else {
            Span::new(first, last)
        };
    }
    let duration = event.property(&ICalendarProperty::Duration);
    match duration.and_then(|entry| entry.values.first()) {
        Some(ICalendarValue::Duration(duration)) => {
            let days = whole_days(duration)?.saturating_sub(1);
            Span::new(first, first.checked_add_days(Days::new(days))?)
        }
        Some(_) => None,
        None => Span::new(first, first),
    }
}

fn is_zero(part: Option<u8>) -> bool {
    part.is_none_or(|part| part == 0)
}

fn whole_days(duration: &ICalendarDuration) -> Option<u64> {
    let days = u64::from(duration.weeks) * 7 + u64::from(duration.days);
    (!duration.neg).then_some(days)
}

fn date_of<'a>(event: &'a ICalendarComponent, property: &ICalendarProperty) -> Option<&'a PartialDateTime> {
    event.property(property)?.values.first()?.as_partial_date_time()
}

fn day(written: &PartialDateTime) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(
        i32::from(written.year?),
        u32::from(written.month?),
        u32::from(written.day?),
    )
}
