//! The frame of an iCalendar file (RFC 5545, sections 3.1, 3.4 and 3.6): its lines, its calendars, its events.
//!
//! Files come from many programs, so anything with a single sensible reading is accepted: any line ends, lines folded
//! anywhere (also inside a character), padding, text before and after the calendar, dates with dashes. Each event is
//! extracted by its lines and parsed alone, so that a broken one loses only itself.
//!
//! A truncated file is refused: half a calendar would make half of the freezes vanish.

use super::{ImportError, MAX_BYTES, MAX_EVENTS, is_web_page, shortened};
use calcard::icalendar::{ICalendarComponent, ICalendarComponentType};
use calcard::{Entry, Parser};

const EXPECTED: &str = "an iCalendar file, which begins with BEGIN:VCALENDAR";

/// A calendar contains events, an event contains alarms; nothing real nests more than a few levels.
const MAX_DEPTH: usize = 8;

/// A calendar of a file.
#[derive(Default)]
pub(super) struct IcsCalendar {
    /// Its own properties.
    pub(super) own: ICalendarComponent,
    /// The names of the time zones it defines.
    pub(super) zones: Vec<String>,
    /// Its events in the order of the file.
    pub(super) events: Vec<IcsEvent>,
}

/// An event of a calendar.
pub(super) struct IcsEvent {
    /// Its first line.
    pub(super) line: usize,
    /// Its repeat interval, if that is not a positive number (section 3.3.10). The parser would drop it.
    pub(super) bad_interval: Option<String>,
    /// Its contents; `Err` names the line where its end was expected, and what was found.
    pub(super) said: Result<ICalendarComponent, ImportError>,
}

/// The calendars of a file. Events without an enclosing calendar form one, too.
pub(super) fn calendars(bytes: &[u8]) -> Result<Vec<IcsCalendar>, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooLarge { bytes: bytes.len() });
    }
    let lines = lines(&plain(bytes));
    let Some((first_line, first)) = lines.first() else {
        return Err(ImportError::Empty { expected: EXPECTED });
    };
    if is_web_page(first) {
        return Err(ImportError::WebPage);
    }
    let mut frame = Frame::default();
    for (number, line) in &lines {
        frame.take(*number, line)?;
    }
    if let Some((name, _)) = frame.open.last() {
        let after = lines.last().map_or(1, |(number, _)| number + 1);
        return Err(malformed(after, format!("END:{name}"), "the end of the file"));
    }
    if frame.drafts.is_empty() {
        return Err(malformed(*first_line, EXPECTED.to_owned(), first));
    }
    Ok(frame.drafts.into_iter().map(IcsFile::finished).collect())
}

/// The nesting at a line.
#[derive(Default)]
struct Frame {
    drafts: Vec<IcsFile>,
    /// The open components, and the line of each.
    open: Vec<(String, usize)>,
    /// The lines of the open event.
    event: String,
    begun: usize,
}

#[derive(Default)]
struct IcsFile {
    own: String,
    zones: Vec<String>,
    events: Vec<(usize, Result<String, ImportError>)>,
}

impl Frame {
    fn take(&mut self, number: usize, line: &str) -> Result<(), ImportError> {
        match marker(line) {
            Some((true, name)) => self.begin(number, line, name),
            Some((false, name)) => {
                self.end(number, line, &name);
                Ok(())
            }
            None => {
                self.property(line);
                Ok(())
            }
        }
    }

    fn begin(&mut self, number: usize, line: &str, name: String) -> Result<(), ImportError> {
        self.begun += 1;
        if self.begun > MAX_EVENTS {
            return Err(ImportError::TooManyEvents);
        }
        // Events do not nest: the one before was not ended.
        if let ("VEVENT", Some(at)) = (name.as_str(), self.position("VEVENT")) {
            self.unended(at, number, line);
        }
        if self.open.len() == MAX_DEPTH {
            let expected = format!("at most {MAX_DEPTH} components inside each other");
            return Err(malformed(number, expected, line));
        }
        let is_outside = self.position("VCALENDAR").is_none();
        if name == "VCALENDAR" || (is_outside && name == "VEVENT" && self.drafts.is_empty()) {
            self.drafts.push(IcsFile::default());
        }
        if name == "VEVENT" {
            self.event.clear();
        }
        self.open.push((name, number));
        Ok(())
    }

    fn end(&mut self, number: usize, line: &str, name: &str) {
        // An end without a begin ends nothing; the end of an outer component ends what is in it.
        let Some(at) = self.position(name) else { return };
        match self.position("VEVENT") {
            Some(event) if event > at => self.unended(event, number, line),
            Some(event) if event == at => {
                let begun = self.open.get(at).map_or(number, |(_, line)| *line);
                let lines = std::mem::take(&mut self.event);
                self.push(begun, Ok(lines));
            }
            Some(_) | None => {}
        }
        self.open.truncate(at);
    }

    fn unended(&mut self, at: usize, number: usize, line: &str) {
        let begun = self.open.get(at).map_or(number, |(_, line)| *line);
        self.push(begun, Err(malformed(number, "END:VEVENT".to_owned(), line)));
        self.open.truncate(at);
    }

    fn push(&mut self, begun: usize, event: Result<String, ImportError>) {
        if let Some(draft) = self.drafts.last_mut() {
            draft.events.push((begun, event));
        }
    }

    fn property(&mut self, line: &str) {
        let Some((inside, _)) = self.open.last() else { return };
        let Some((name, rest)) = named(line) else { return };
        match inside.as_str() {
            "VEVENT" => self.event.extend(mended(&name, rest)),
            "VCALENDAR" => {
                if let Some(draft) = self.drafts.last_mut() {
                    draft.own.extend(mended(&name, rest));
                }
            }
            "VTIMEZONE" => {
                if let ("TZID" | "X-LIC-LOCATION", Some(draft)) = (name.as_str(), self.drafts.last_mut()) {
                    draft.zones.push(split_value(rest).1.trim().to_owned());
                }
            }
            // Alarms and the like say nothing about days.
            _ => {}
        }
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.open.iter().rposition(|(open, _)| open == name)
    }
}

impl IcsFile {
    fn finished(self) -> IcsCalendar {
        let events = self.events.into_iter().map(|(line, lines)| IcsEvent {
            line,
            bad_interval: lines.as_ref().ok().and_then(|lines| bad_interval(lines)),
            said: lines.map(|lines| {
                parsed(
                    &ICalendarComponentType::VEvent,
                    &format!("BEGIN:VEVENT\r\n{lines}END:VEVENT\r\n"),
                )
            }),
        });
        IcsCalendar {
            events: events.collect(),
            own: parsed(&ICalendarComponentType::VCalendar, &self.own),
            zones: self.zones,
        }
    }
}

/// The interval in a rule in these lines, if it is not between 1 and the parser's maximum.
fn bad_interval(lines: &str) -> Option<String> {
    let rules = lines.lines().filter_map(|line| line.strip_prefix("RRULE:"));
    let mut intervals = rules.flat_map(|rule| rule.split(';').filter_map(|part| part.trim().strip_prefix("INTERVAL=")));
    let bad = intervals.find(|interval| !interval.parse::<u16>().is_ok_and(|interval| interval > 0))?;
    Some(if bad.is_empty() {
        "nothing".to_owned()
    } else {
        shortened(&bad.to_ascii_lowercase())
    })
}

/// Parses these lines, wrapped in a calendar, into a component of that kind; an empty one if the parser finds none.
fn parsed(kind: &ICalendarComponentType, lines: &str) -> ICalendarComponent {
    let text = format!("BEGIN:VCALENDAR\r\n{lines}END:VCALENDAR\r\n");
    let Entry::ICalendar(calendar) = Parser::new(&text).entry() else {
        return ICalendarComponent::default();
    };
    let mut components = calendar.components.into_iter();
    components
        .find(|component| component.component_type == *kind)
        .unwrap_or_default()
}

/// The text of a file without what no line can contain: padding, a byte order mark, the DOS end-of-file character.
fn plain(bytes: &[u8]) -> Vec<u8> {
    let wide = |from: fn([u8; 2]) -> u16, bytes: &[u8]| {
        let units = bytes.as_chunks::<2>().0.iter().map(|unit| from(*unit));
        let characters = char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER));
        characters.collect::<String>().into_bytes()
    };
    let mut bytes = match bytes {
        [0xff, 0xfe, rest @ ..] => wide(u16::from_le_bytes, rest),
        [0xfe, 0xff, rest @ ..] => wide(u16::from_be_bytes, rest),
        [0xef, 0xbb, 0xbf, rest @ ..] => rest.to_vec(),
        all => all.to_vec(),
    };
    bytes.retain(|&byte| byte >= b' ' || matches!(byte, b'\t' | b'\r' | b'\n'));
    bytes
}

/// The lines that are not blank, with the number of each one's first line. A line that starts with a blank continues
/// the one before (section 3.1). They are joined as bytes, because the fold may be inside a character.
fn lines(bytes: &[u8]) -> Vec<(usize, String)> {
    let mut physical: Vec<&[u8]> = Vec::new();
    for line in bytes.split(|&byte| byte == b'\n') {
        physical.extend(line.strip_suffix(b"\r").unwrap_or(line).split(|&byte| byte == b'\r'));
    }
    // If the whole file is indented, that is not folding.
    let first = physical.iter().find(|line| !line.trim_ascii().is_empty());
    let indent = first.map_or(&[][..], |line| &line[..line.len() - line.trim_ascii_start().len()]);
    let mut joined: Vec<(usize, Vec<u8>)> = Vec::new();
    for (index, line) in physical.into_iter().enumerate() {
        let line = line.strip_prefix(indent).unwrap_or(line);
        match (line.first(), joined.last_mut()) {
            (None, _) => {}
            (Some(b' ' | b'\t'), Some((_, before))) => before.extend_from_slice(&line[1..]),
            (Some(_), Some((_, before))) if goes_on(before, line) => {
                if is_softly_broken(before) {
                    before.pop();
                }
                before.extend_from_slice(line);
            }
            (Some(_), _) if line.trim_ascii().is_empty() => {}
            (Some(_), _) => joined.push((index + 1, line.to_vec())),
        }
    }
    let text = |(number, line): (usize, Vec<u8>)| (number, String::from_utf8_lossy(&line).into_owned());
    joined.into_iter().map(text).collect()
}

/// Does a line belong to the title before it although it does not start with a blank? Yes if it has no name, or follows
/// a quoted-printable line that ends in `=`.
fn goes_on(before: &[u8], line: &[u8]) -> bool {
    let (before_text, text) = (String::from_utf8_lossy(before), String::from_utf8_lossy(line));
    if named(&before_text).is_none_or(|(name, _)| name != "SUMMARY") || text.trim().is_empty() {
        return false;
    }
    match named(&text) {
        // A name with nothing after it says nothing, and is not part of a title.
        None => text.bytes().any(|byte| !byte.is_ascii_uppercase() && byte != b'-'),
        Some((name, rest)) => is_softly_broken(before) && marker(&text).is_none() && mended(&name, rest).is_none(),
    }
}

fn is_softly_broken(line: &[u8]) -> bool {
    line.ends_with(b"=")
        && line
            .to_ascii_uppercase()
            .windows(16)
            .any(|part| part == b"QUOTED-PRINTABLE")
}

/// Whether a line begins (`true`) or ends a component, and which.
fn marker(line: &str) -> Option<(bool, String)> {
    let (word, name) = line.split_once(':')?;
    let name = name.trim().to_ascii_uppercase();
    match word.trim().to_ascii_uppercase().as_str() {
        "BEGIN" => Some((true, name)),
        "END" => Some((false, name)),
        _ => None,
    }
}

/// The name of a line in upper case, and what follows it: parameters and value.
fn named(line: &str) -> Option<(String, &str)> {
    let end = line.find([';', ':'])?;
    let (name, rest) = line.split_at(end);
    let name = name.trim();
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    is_name.then(|| (name.to_ascii_uppercase(), rest))
}

/// The parameters and the value in the rest of a line; a colon inside terminated quotes does not count.
fn split_value(rest: &str) -> (&str, &str) {
    let mut quoted = false;
    let colon = rest.find(|c| {
        quoted ^= c == '"';
        c == ':' && !quoted
    });
    match colon.or_else(|| rest.find(':')) {
        Some(colon) => (&rest[..colon], &rest[colon + 1..]),
        None => (rest, ""),
    }
}

/// The line in the form the parser needs, if it concerns an event's name or days.
fn mended(name: &str, rest: &str) -> Option<String> {
    match name {
        "DTSTART" | "DTEND" | "DTSTAMP" | "LAST-MODIFIED" | "RECURRENCE-ID" | "RDATE" | "EXDATE" => {
            mended_dates(name, rest)
        }
        "ATTENDEE" | "ORGANIZER" => {
            let address = rest.to_ascii_lowercase();
            let (parameters, address) = address.rsplit_once("mailto:")?;
            let declined = parameters.contains("partstat=declined");
            (!declined).then(|| format!("{name}:mailto:{}\r\n", address.trim()))
        }
        "SUMMARY" => {
            let (parameters, value) = split_value(rest);
            let quoted = parameters.to_ascii_uppercase().contains("QUOTED-PRINTABLE");
            let value = if quoted { value.trim_end_matches('=') } else { value };
            let encoding = if quoted { ";ENCODING=QUOTED-PRINTABLE" } else { "" };
            Some(format!("{name}{encoding}:{value}\r\n"))
        }
        "UID" | "STATUS" | "SEQUENCE" | "METHOD" | "X-WR-TIMEZONE" => {
            Some(format!("{name}:{}\r\n", split_value(rest).1.trim()))
        }
        "DURATION" | "RRULE" => {
            let value = split_value(rest).1.trim().to_ascii_uppercase();
            let part = |part: &str| match part.strip_prefix("UNTIL=").and_then(mended_date) {
                Some(until) => format!("UNTIL={until}"),
                None => part.to_owned(),
            };
            let value = value.split(';').map(part).collect::<Vec<_>>().join(";");
            // An empty value means the same as none.
            (!value.is_empty()).then(|| format!("{name}:{value}\r\n"))
        }
        _ => None,
    }
}

/// A line of dates or times. Its value starts at the first colon that such text follows: time zone names may contain
/// unquoted colons.
fn mended_dates(name: &str, rest: &str) -> Option<String> {
    let at_colon = |(at, _): (usize, &str)| {
        let values: Option<Vec<String>> = rest[at + 1..].split(',').map(mended_date).collect();
        Some((&rest[..at], values?))
    };
    let Some((parameters, values)) = rest.match_indices(':').find_map(at_colon) else {
        let value = split_value(rest).1.trim();
        return (!value.is_empty()).then(|| format!("{name}:unreadable\r\n"));
    };
    let upper = parameters.to_ascii_uppercase();
    let zone = upper.find("TZID=").map(|at| {
        let zone = &parameters[at + "TZID=".len()..];
        match zone.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next().unwrap_or_default(),
            None => zone.split(';').next().unwrap_or_default(),
        }
    });
    let range = if upper.contains("THISANDFUTURE") {
        ";RANGE=THISANDFUTURE"
    } else {
        ""
    };
    let zone = zone
        .map(|zone| format!(";TZID=\"{}\"", zone.trim()))
        .unwrap_or_default();
    let days_only = values.iter().all(|value| value.len() == 8);
    let (value, zone) = if days_only {
        (";VALUE=DATE", String::new())
    } else {
        ("", zone)
    };
    Some(format!("{name}{value}{range}{zone}:{}\r\n", values.join(",")))
}

/// A date or time as `20261201`, `20261201T090000` or `20261201T090000Z`, from any notation with the year first. Of a
/// period only the start is used. Whether the day exists is not checked.
fn mended_date(written: &str) -> Option<String> {
    let written = written.trim().split('/').collect::<Vec<_>>();
    let written = match written.as_slice() {
        [year, month, rest] if year.len() == 4 => format!("{year}-{month}-{rest}"),
        [begin, ..] => (*begin).to_owned(),
        [] => return None,
    };
    let (date, time) = match written.split_once(['T', 't', ' ']) {
        Some((date, time)) => (date, Some(time.trim())),
        None => (written.as_str(), None),
    };
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = date.split('-').collect();
    let date = match parts.as_slice() {
        [whole] if whole.len() == 8 && is_digits(whole) => (*whole).to_owned(),
        [year, month, day]
            if year.len() == 4
                && month.len() <= 2
                && day.len() <= 2
                && [year, month, day].into_iter().all(|part| is_digits(part)) =>
        {
            format!("{year}{month:0>2}{day:0>2}")
        }
        _ => return None,
    };
    let Some(time) = time else { return Some(date) };
    let (time, is_utc) = match time.strip_suffix(['Z', 'z']) {
        Some(time) => (time, "Z"),
        None => (time, ""),
    };
    let time = time.split(['.', '+', '-']).next().unwrap_or_default();
    let digits: String = time.chars().filter(|c| *c != ':').collect();
    match digits.len() {
        2 | 4 | 6 if is_digits(&digits) => Some(format!("{date}T{digits:0<6}{is_utc}")),
        _ => None,
    }
}

fn malformed(line: usize, expected: String, found: &str) -> ImportError {
    ImportError::Malformed {
        line,
        expected,
        found: shortened(found),
    }
}
