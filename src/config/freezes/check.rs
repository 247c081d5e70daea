//! The checks of `[freezes]`.

use super::super::secret::regular;
use super::calendars::{CalendarSource, Freezes, Location};
use super::rows::{FreezeRows, StartMode, WindowRows};
use crate::calendar::{Automatic, Calendar, Freeze, shown_source};
use crate::config::form::not_a_path;
use crate::config::judge::{Judge, Pem, is_loopback};

pub(in crate::config) fn freezes(raw: FreezeRows, judge: &mut Judge<'_, '_>) -> Freezes {
    let by_itself = raw.in_force.0 == StartMode::ByItself;
    Freezes {
        windows: windows(raw.windows, judge),
        imports: sources("import", raw.import, raw.plain, judge),
        absences: sources("absences", raw.absences, raw.plain, judge),
        flag: flag(raw.flag, raw.flag_counts, raw.plain, judge),
        meetings: sources("meetings", raw.meetings, raw.plain, judge),
        outages: sources("outages", raw.outages, raw.plain, judge),
        refresh: raw.refresh_hours.hours(),
        automatic: Automatic {
            start: by_itself,
            lift: by_itself,
            flag: raw.flag_counts,
        },
        ca_file: judge.pem("ca_file", raw.ca_file, Pem::Authority),
        plain: raw.plain,
    }
}

fn flag(name: Option<String>, counts: bool, plain: bool, judge: &mut Judge<'_, '_>) -> Option<CalendarSource> {
    let Some(name) = name else {
        if counts {
            judge.problem(
                "flag_counts",
                "the flag is to count, and it is not said where it is",
                "Add flag = \"FILE OR ADDRESS\", or remove this line",
            );
        }
        return None;
    };
    let location = location("flag", &name, plain, judge)?;
    Some(CalendarSource { name, location })
}

fn sources(key: &str, names: Vec<String>, plain: bool, judge: &mut Judge<'_, '_>) -> Vec<CalendarSource> {
    let mut sources: Vec<CalendarSource> = Vec::new();
    for (index, name) in names.into_iter().enumerate() {
        let key = format!("{key}[{index}]");
        if sources.iter().any(|known| known.name == name) {
            judge.problem(
                &key,
                format!("{:?} stands twice", shown_source(&name)),
                "Name each once",
            );
        } else if let Some(location) = location(&key, &name, plain, judge) {
            sources.push(CalendarSource { name, location });
        }
    }
    sources
}

/// Where a calendar is; `None` if that is wrong.
fn location(key: &str, name: &str, plain: bool, judge: &mut Judge<'_, '_>) -> Option<Location> {
    if name.is_empty() {
        judge.problem(
            key,
            "the name is empty",
            "Name a file beside the config or with its whole path, or an address with https://",
        );
        return None;
    }
    let Some((scheme, rest)) = name.split_once("://") else {
        if let Some((what, fix)) = not_a_path(name) {
            judge.problem(key, what, fix);
            return None;
        }
        let path = judge.around.folder.join(name);
        if let Err(cause) = regular(&path).and_then(std::fs::File::open) {
            judge.note(
                key,
                format!(
                    "the file {} cannot be read ({cause}), so that its last good reading counts",
                    path.display()
                ),
                "Put it there; relative names count from the folder of the config file",
            );
        }
        return Some(Location::File(path));
    };
    if !is_address(rest) {
        judge.problem(
            key,
            // The address is not repeated: it may contain a password.
            "the address is not one of the web",
            "Write it like https://calendar.example.org/f-45-key.ics, without a user's name or blanks",
        );
        return None;
    }
    match scheme.to_ascii_lowercase().as_str() {
        "https" => Some(Location::Address(name.to_owned())),
        "http" if plain || is_loopback(rest) => Some(Location::Address(name.to_owned())),
        "http" => {
            judge.lacking(
                key,
                &["plain"],
                format!(
                    "{:?} goes without TLS, so anybody on the way could move the freezes",
                    shown_source(name)
                ),
                "Use https://, or accept that by plain = true under [freezes]",
            );
            None
        }
        _ => {
            judge.problem(
                key,
                format!("{scheme}:// is not an address that can be fetched"),
                "Use https://, or the name of a file",
            );
            None
        }
    }
}

/// Has it a host, and nothing that does not belong in an address? A user name would be a secret in the config.
fn is_address(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    !host.is_empty() && !host.contains('@') && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
}

fn windows(raw: Vec<WindowRows>, judge: &mut Judge<'_, '_>) -> Calendar {
    let mut freezes = Vec::new();
    for (index, freeze) in raw.into_iter().enumerate() {
        let key = format!("windows[{index}]");
        let name = freeze.name.filter(|name| !name.trim().is_empty());
        let from = freeze.from;
        let to = freeze.to;
        match (name, from, to) {
            (Some(name), Some(from), Some(to)) if from <= to => freezes.push(Freeze { name, from, to }),
            (Some(name), Some(from), Some(to)) => judge.problem(
                &format!("{key}.to"),
                format!("the freeze {name:?} ends on {to}, before it begins on {from}"),
                "Swap the dates or mend the year; from is the first frozen day and to the last",
            ),
            (name, from, to) => {
                let missing: Vec<&str> = [(name.is_none(), "name"), (from.is_none(), "from"), (to.is_none(), "to")]
                    .into_iter()
                    .filter_map(|(is_missing, part)| is_missing.then_some(part))
                    .collect();
                judge.lacking(
                    &key,
                    &["name", "from", "to"]
                        .map(|part| format!("{key}.{part}"))
                        .each_ref()
                        .map(String::as_str),
                    format!("this freeze has no {}", missing.join(" and no ")),
                    "Write, for example: name = \"F45 beta\", from = 2026-08-25, to = 2026-09-16",
                );
            }
        }
    }
    Calendar::new(freezes)
}
