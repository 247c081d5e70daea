//! Freezes and deployments, as iCalendar (RFC 5545).

use super::layout::escaped;
use super::model::Board;
use super::shown::shown;
use crate::wording::page::label;
use chrono::{DateTime, Days, NaiveDate, Utc};

/// Longest line, in bytes, without its end (section 3.1).
const LONGEST_LINE: usize = 75;

/// A day of a calendar.
struct CalendarEvent {
    uid: String,
    from: NaiveDate,
    /// The last day.
    to: NaiveDate,
    stamp: DateTime<Utc>,
    summary: String,
    description: String,
    url: String,
}

pub(super) fn deployments(board: &Board, url: &str) -> String {
    let events = board.deployments.iter().map(|deployment| CalendarEvent {
        uid: format!("rfr-{}-production@{}", deployment.id, host(url)),
        from: deployment.date,
        to: deployment.date,
        stamp: deployment.recorded,
        // A day that is over is no news of a deployment: nobody said that it was made.
        summary: if deployment.done || deployment.date >= board.today {
            format!("{} {}", deployment.name, label::PRODUCTION_OF)
        } else {
            format!("{} {}", deployment.name, label::PLANNED_FOR)
        },
        description: deployment.title.clone(),
        url: format!("{url}rfr/{}", escaped(&deployment.name)),
    });
    calendar(label::CALENDAR_OF_DEPLOYMENTS, events)
}

pub(super) fn freezes(board: &Board, url: &str) -> String {
    let events = board.freezes.iter().map(|freeze| CalendarEvent {
        uid: format!("freeze-{}-{}@{}", escaped(&freeze.name), freeze.from, host(url)),
        from: freeze.from,
        to: freeze.to,
        // Nobody says when a prediction was made: not later than today, and not later than it begins.
        stamp: freeze
            .lifted
            .unwrap_or(freeze.from.min(board.today))
            .and_time(chrono::NaiveTime::MIN)
            .and_utc(),
        summary: format!("{} {}", freeze.name, label::FREEZE_OF),
        description: match freeze.lifted {
            Some(day) => format!("{} {} {day}", label::LIFTED, label::ON),
            None if freeze.in_force => label::IN_FORCE.to_owned(),
            None => String::new(),
        },
        url: url.to_owned(),
    });
    calendar(label::CALENDAR_OF_FREEZES, events)
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    rest.split(['/', ':']).next().unwrap_or("rfrbot")
}

fn calendar(name: &str, events: impl Iterator<Item = CalendarEvent>) -> String {
    let mut out = String::new();
    let mut line = |name: &str, value: &str| fold(&mut out, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//rfrbot//board//EN");
    line("CALSCALE", "GREGORIAN");
    line("X-WR-CALNAME", &text(name));
    for event in events {
        line("BEGIN", "VEVENT");
        line("UID", &event.uid);
        line("DTSTAMP", &event.stamp.format("%Y%m%dT%H%M%SZ").to_string());
        line("DTSTART;VALUE=DATE", &event.from.format("%Y%m%d").to_string());
        // The first day that does not belong to it (section 3.6.1).
        let after = event.to.checked_add_days(Days::new(1)).unwrap_or(event.to);
        line("DTEND;VALUE=DATE", &after.format("%Y%m%d").to_string());
        line("SUMMARY", &text(&event.summary));
        if !event.description.is_empty() {
            line("DESCRIPTION", &text(&event.description));
        }
        line("URL", &event.url);
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    out
}

/// Text as a value (section 3.3.11).
fn text(words: &str) -> String {
    let mut out = String::new();
    for c in shown(words).chars() {
        if matches!(c, '\\' | ';' | ',') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Adds a line, folded between characters.
fn fold(out: &mut String, line: &str) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LONGEST_LINE {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}
