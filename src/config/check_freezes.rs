//! From the raw form to the checked one: `[freezes]`.

use super::form::{Findings, not_a_path};
use super::raw::{RawFreezes, RawWindow};
use super::shared::{self, Around, not_one_of, within};
use super::{CalendarSource, Freezes, Location};
use crate::calendar::{Automatic, Calendar, Freeze};
use chrono::NaiveDate;
use std::net::IpAddr;
use std::time::Duration;
use toml::value::Datetime;

const IN_FORCE: [&str; 2] = ["by-hand", "by-itself"];

pub(super) fn freezes(raw: RawFreezes, around: &Around<'_>, found: &mut Findings<'_>) -> Freezes {
    let plain = raw.plain.unwrap_or(false);
    let hours = within(
        found,
        "freezes.refresh_hours",
        raw.refresh_hours,
        Freezes::DEFAULT_REFRESH_HOURS,
        1,
        7 * 24,
    );
    let by_itself = match raw.in_force.as_deref() {
        None | Some("by-hand") => false,
        Some("by-itself") => true,
        Some(word) => {
            not_one_of(found, "freezes.in_force", word, &IN_FORCE);
            false
        }
    };
    Freezes {
        windows: windows(raw.windows, found),
        imports: sources("freezes.import", raw.import, plain, around, found),
        absences: sources("freezes.absences", raw.absences, plain, around, found),
        refresh: Duration::from_secs(hours * 60 * 60),
        automatic: Automatic {
            start: by_itself,
            lift: by_itself,
        },
        ca_file: raw
            .ca_file
            .map(|file| shared::pem("freezes.ca_file", &file, "authority", around, found)),
        plain,
    }
}

fn sources(
    key: &str,
    names: Vec<String>,
    plain: bool,
    around: &Around<'_>,
    found: &mut Findings<'_>,
) -> Vec<CalendarSource> {
    let mut sources: Vec<CalendarSource> = Vec::new();
    for (index, name) in names.into_iter().enumerate() {
        let here = format!("{key}[{index}]");
        if sources.iter().any(|known| known.name == name) {
            found.problem(&here, format!("{name:?} stands twice"), "Name each calendar once");
            continue;
        }
        let location = match name.split_once("://") {
            _ if name.is_empty() => {
                found.problem(
                    &here,
                    "the name is empty",
                    "Name a file beside the config or with its whole path, or an address with https://",
                );
                continue;
            }
            None => {
                if let Some((what, fix)) = not_a_path(&name) {
                    found.problem(&here, what, fix);
                    continue;
                }
                let path = around.folder.join(&name);
                if let Err(cause) = std::fs::File::open(&path) {
                    found.note(
                        &here,
                        format!(
                            "the file {} cannot be read ({cause}), so that its last good reading counts",
                            path.display()
                        ),
                        "Put the calendar there; relative names count from the folder of the config file",
                    );
                }
                Location::File(path)
            }
            Some((scheme, rest)) => {
                if !is_address(rest) {
                    found.problem(
                        &here,
                        // It is not repeated: it may hold a password.
                        "the address is not one of the web",
                        "Write it like https://calendar.example.org/f-45-key.ics, without a user's name or blanks",
                    );
                    continue;
                }
                match scheme.to_ascii_lowercase().as_str() {
                    "https" => {}
                    "http" if plain || is_loopback(rest) => {}
                    "http" => {
                        found.lacking(
                            &here,
                            &["freezes.plain"],
                            format!("{name:?} goes without TLS, so anybody on the way could move the freezes"),
                            "Use https://, or accept that by plain = true under [freezes]",
                        );
                        continue;
                    }
                    _ => {
                        found.problem(
                            &here,
                            format!("{scheme}:// is not an address that can be fetched"),
                            "Use https://, or the name of a file",
                        );
                        continue;
                    }
                }
                Location::Address(name.clone())
            }
        };
        sources.push(CalendarSource { name, location });
    }
    sources
}

/// Has it a host, and nothing that does not belong into an address? A user's name would be a secret in the config.
fn is_address(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    !host.is_empty() && !host.contains('@') && !rest.contains(|c: char| c.is_whitespace() || c.is_control())
}

pub(super) fn is_loopback(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = match host.strip_prefix('[').and_then(|inner| inner.split_once(']')) {
        Some((address, _)) => address,
        None => host.split(':').next().unwrap_or_default(),
    };
    name.eq_ignore_ascii_case("localhost") || name.parse().is_ok_and(|address: IpAddr| address.is_loopback())
}

fn windows(raw: Vec<RawWindow>, found: &mut Findings<'_>) -> Calendar {
    let mut freezes = Vec::new();
    for (index, freeze) in raw.into_iter().enumerate() {
        let key = format!("freezes.windows[{index}]");
        let name = freeze.name.filter(|name| !name.trim().is_empty());
        let from = freeze.from.and_then(day);
        let to = freeze.to.and_then(day);
        match (name, from, to) {
            (Some(name), Some(from), Some(to)) if from <= to => freezes.push(Freeze { name, from, to }),
            (Some(name), Some(from), Some(to)) => found.problem(
                &format!("{key}.to"),
                format!("the freeze {name:?} ends on {to}, before it begins on {from}"),
                "Swap the dates or mend the year; from is the first frozen day and to the last",
            ),
            (name, from, to) => {
                let missing: Vec<&str> = [(name.is_none(), "name"), (from.is_none(), "from"), (to.is_none(), "to")]
                    .into_iter()
                    .filter_map(|(is_missing, part)| is_missing.then_some(part))
                    .collect();
                found.lacking(
                    &key,
                    &["name", "from", "to"].map(|part| format!("{key}.{part}")),
                    format!("this freeze has no {}", missing.join(" and no ")),
                    "Write, for example: name = \"F45 beta\", from = 2026-08-25, to = 2026-09-16",
                );
            }
        }
    }
    Calendar::new(freezes)
}

fn day(written: Datetime) -> Option<NaiveDate> {
    let date = written.date?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}
