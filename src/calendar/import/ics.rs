//! The frame of an iCalendar file (RFC 5545, section 3.4 and 3.6): is it whole, and not too much?
//!
//! The parser behind it forgives everything, also a file that breaks off in the middle. A calendar of which half is
//! missing would make half of the freezes vanish, so the nesting is checked first, line by line.

use super::{ImportError, MAX_EVENTS, shortened, text};
use calcard::icalendar::ICalendarComponent;
use calcard::{Entry, Parser};

const EXPECTED: &str = "an iCalendar file, which begins with BEGIN:VCALENDAR";

/// A calendar holds events, an event holds alarms; nothing real nests deeper than a few steps.
const MAX_DEPTH: usize = 8;

/// The components of each calendar in a file, the calendar itself first.
pub(super) fn components(bytes: &[u8]) -> Result<Vec<Vec<ICalendarComponent>>, ImportError> {
    let text = text(bytes, EXPECTED)?;
    let begun = check_frame(text)?;
    let mut parser = Parser::new(text);
    let mut calendars = Vec::new();
    let mut is_understood = true;
    loop {
        match parser.entry() {
            Entry::ICalendar(calendar) => calendars.push(calendar.components),
            Entry::Eof => break,
            _ => {
                is_understood = false;
                break;
            }
        }
    }
    // Some values take the line after them into themselves, and with it perhaps the begin of a freeze.
    let read = calendars.iter().map(Vec::len).sum::<usize>();
    if is_understood && read == begun {
        return Ok(calendars);
    }
    let expected = format!("{begun} components, as many as there are BEGIN lines");
    let found = format!("{read} that can be understood; look for a quoted-printable value that ends in =");
    Err(malformed(1, expected, &found))
}

/// How many components a file has, where each is closed and none is outside of a calendar.
fn check_frame(text: &str) -> Result<usize, ImportError> {
    let mut open: Vec<String> = Vec::new();
    let mut begun = 0;
    for (number, line) in unfolded(text) {
        let line = line.as_str();
        let (word, name) = line.split_once(':').unwrap_or((line, ""));
        let name = name.trim().to_ascii_uppercase();
        if word.eq_ignore_ascii_case("BEGIN") {
            if open.is_empty() && name != "VCALENDAR" {
                return Err(malformed(number, "BEGIN:VCALENDAR".to_owned(), line));
            }
            begun += 1;
            if begun > MAX_EVENTS {
                return Err(ImportError::TooManyEvents);
            }
            if open.len() == MAX_DEPTH {
                let expected = format!("at most {MAX_DEPTH} components inside each other");
                return Err(malformed(number, expected, line));
            }
            open.push(name);
        } else if word.eq_ignore_ascii_case("END") {
            match open.pop() {
                Some(expected) if expected == name => {}
                Some(expected) => return Err(malformed(number, format!("END:{expected}"), line)),
                None => return Err(malformed(number, "BEGIN:VCALENDAR".to_owned(), line)),
            }
        } else if open.is_empty() {
            return Err(malformed(number, EXPECTED.to_owned(), line));
        }
    }
    match open.pop() {
        Some(name) => Err(malformed(
            text.trim_end().lines().count() + 1,
            format!("END:{name}"),
            "the end of the file",
        )),
        None => Ok(begun),
    }
}

/// The lines that are not blank, with the number of the first of each; a line that begins with a blank goes on where
/// the one before it ended (section 3.1).
fn unfolded(text: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        match (line.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(rest), Some((_, before))) => before.push_str(rest),
            (None, _) | (_, None) if line.trim().is_empty() => {}
            (None, _) | (_, None) => lines.push((index + 1, line.to_owned())),
        }
    }
    lines
}

fn malformed(line: usize, expected: String, found: &str) -> ImportError {
    ImportError::Malformed {
        line,
        expected,
        found: shortened(found),
    }
}
