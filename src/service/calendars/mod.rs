//! The configured calendars: read from disk and web, passed to the desk, and stored.

mod fetch;

pub use fetch::{FetchError, Fetched, Fetcher, PATIENCE, Validators};

use crate::calendar::import::{self, Names};
use crate::calendar::{CalendarReading, Content};
use crate::config::{CalendarSource, Freezes, Location};
use crate::desk::Desk;
use crate::people::Directory;
use crate::store::{Database, Journal, StoreError};
use crate::wire::Report;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;
use tokio::sync::{mpsc, watch};

/// When a failed address is retried, unless the config reads it earlier.
const RETRY: Duration = Duration::from_secs(30 * 60);

/// What a calendar is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarKind {
    /// When freezes are.
    Freezes,
    /// Who is away when.
    Absences,
    /// The infra repository's flag.
    Flag,
    /// Which outages are planned.
    Outages,
    /// When meetings begin.
    Meetings,
}

/// A calendar's contents, and sentences about oddities in it.
type CalendarContents = (Content, Vec<String>);

/// Reads the configured calendars repeatedly.
#[derive(Debug)]
pub struct CalendarReader {
    sources: Vec<(CalendarKind, CalendarSource)>,
    /// Only made where some calendar has an address: reading the system's authorities takes longer than the rest of a start.
    fetcher: Result<Fetcher, String>,
    /// People who may be listed as away.
    people: watch::Receiver<Directory>,
    /// The last result of each address.
    have: HashMap<String, Have>,
}

/// A result of an address, and the people and year it was read for.
#[derive(Debug)]
struct Have {
    version: Validators,
    names: Names,
    year: i32,
    said: CalendarContents,
}

impl CalendarReader {
    /// A reader that waits up to `patience` for each address. Absences are reported only for known people.
    pub fn new(config: &Freezes, people: watch::Receiver<Directory>, patience: Duration) -> Self {
        let of = |about: CalendarKind, sources: &[CalendarSource]| -> Vec<(CalendarKind, CalendarSource)> {
            sources.iter().cloned().map(|source| (about, source)).collect()
        };
        let mut sources = of(CalendarKind::Freezes, &config.imports);
        sources.extend(of(CalendarKind::Absences, &config.absences));
        sources.extend(of(CalendarKind::Flag, config.flag.as_slice()));
        sources.extend(of(CalendarKind::Outages, &config.outages));
        sources.extend(of(CalendarKind::Meetings, &config.meetings));
        let fetcher = if sources.iter().any(|(_, source)| source.location.file().is_none()) {
            Fetcher::new(config, patience).map_err(|error| error.to_string())
        } else {
            Err(String::new())
        };
        Self {
            sources,
            fetcher,
            people,
            have: HashMap::new(),
        }
    }

    /// Reads the files; quick, but blocks on the disk.
    pub fn read_files(&self, today: NaiveDate) -> Vec<CalendarReading> {
        let names = names(&self.people.borrow());
        let files = self.sources.iter().filter_map(|(about, source)| {
            let path = source.location.file()?;
            Some(reading(&source.name, read_file(*about, path, &names, today)))
        });
        files.collect()
    }

    /// Reads the addresses, one after another.
    pub async fn read_addresses(&mut self, today: NaiveDate) -> Vec<CalendarReading> {
        let names = names(&self.people.borrow());
        let mut readings = Vec::new();
        for (about, source) in self.sources.clone() {
            if let Location::Address(address) = &source.location {
                let said = self.read_address(about, &source.name, address, &names, today).await;
                readings.push(reading(&source.name, said));
            }
        }
        readings
    }

    /// Reads everything.
    pub async fn read(&mut self, today: NaiveDate) -> Vec<CalendarReading> {
        let mut readings = self.read_files(today);
        readings.extend(self.read_addresses(today).await);
        readings
    }

    async fn read_address(
        &mut self,
        about: CalendarKind,
        name: &str,
        address: &str,
        names: &Names,
        today: NaiveDate,
    ) -> Result<CalendarContents, String> {
        let fetcher = self.fetcher.clone()?;
        let year = today.year();
        let have = self
            .have
            .get(name)
            .filter(|have| have.names == *names && have.year == year);
        let version = have.map(|have| have.version.clone()).unwrap_or_default();
        match fetcher.fetch(address, &version).await {
            Ok(Fetched::New { bytes, version }) => {
                let path = address.split(['?', '#']).next().unwrap_or(address).to_owned();
                let known = names.clone();
                // A calendar can be long, and must not hold up the networks.
                let parsed = tokio::task::spawn_blocking(move || parse(about, Path::new(&path), &bytes, &known, today));
                let said = parsed.await.map_err(|error| error.to_string())??;
                let have = Have {
                    version,
                    names: names.clone(),
                    year,
                    said: said.clone(),
                };
                self.have.insert(name.to_owned(), have);
                Ok(said)
            }
            Ok(Fetched::Same) => match have {
                Some(have) => Ok(have.said.clone()),
                None => Err("the server says that nothing changed, but was not asked that".to_owned()),
            },
            Err(error) => Err(error.to_string()),
        }
    }

    fn has_addresses(&self) -> bool {
        self.sources.iter().any(|(_, source)| source.location.file().is_none())
    }
}

fn names(people: &Directory) -> Names {
    let accounts = people.accounts().map(crate::people::Account::as_str);
    Names::new(
        accounts,
        people.mails().map(|(address, account)| (address, account.as_str())),
    )
}

fn reading(name: &str, said: Result<CalendarContents, String>) -> CalendarReading {
    let (read, remarks) = match said {
        Ok((content, remarks)) => (Ok(content), remarks),
        Err(why) => (Err(why), Vec::new()),
    };
    CalendarReading {
        name: name.to_owned(),
        read,
        remarks,
    }
}

/// Reads a calendar file: JSON if its name or first character says so, else iCalendar.
///
/// The error says why it cannot be read.
fn read_file(about: CalendarKind, path: &Path, names: &Names, today: NaiveDate) -> Result<CalendarContents, String> {
    let size = std::fs::metadata(path).map_err(|error| error.to_string())?;
    if !size.is_file() {
        return Err("it is no file".to_owned());
    }
    // Checked before reading, so that a huge file is never loaded.
    if size.len() > import::MAX_BYTES as u64 {
        let bytes = usize::try_from(size.len()).unwrap_or(usize::MAX);
        return Err(import::ImportError::TooLarge { bytes }.to_string());
    }
    let bytes = std::fs::read(path).map_err(|error| error.to_string())?;
    parse(about, path, &bytes, names, today)
}

fn parse(
    about: CalendarKind,
    path: &Path,
    bytes: &[u8],
    names: &Names,
    today: NaiveDate,
) -> Result<CalendarContents, String> {
    let is_json = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
        || bytes.trim_ascii_start().starts_with(b"{");
    let read = match about {
        CalendarKind::Absences => {
            let absent = import::absences(bytes, names, today);
            absent.map(|absent| (Content::Absences(absent.absences), absent.remarks))
        }
        CalendarKind::Flag => import::flag(bytes).map(|is_up| (Content::Flag(is_up), Vec::new())),
        CalendarKind::Meetings => {
            import::meetings(bytes, today).map(|(meetings, remarks)| (Content::Meetings(meetings), remarks))
        }
        CalendarKind::Outages => import::outages(bytes).map(|outages| (Content::Outages(outages), Vec::new())),
        CalendarKind::Freezes => {
            let imported = if is_json {
                import::json(bytes)
            } else {
                import::ics(bytes)
            };
            let imported = imported.map(|imported| imported.in_sight(today));
            imported.map(|imported| (Content::Freezes(imported.predictions), imported.remarks))
        }
    };
    let (content, remarks) = read.map_err(|error| error.to_string())?;
    Ok((content, remarks.iter().map(ToString::to_string).collect()))
}

/// Reads the configured calendar files and stores what is new in them, before any message is handled. Also the config's
/// own freezes, and what is due by them. Addresses follow later, in [`keep_reading`].
pub fn take_calendars(
    desk: &mut Desk<Database>,
    journal: &mut Journal,
    config: &Freezes,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let people = watch::channel(desk.directory().clone()).1;
    let readings = CalendarReader::new(config, people, PATIENCE).read_files(now.date_naive());
    let commits = [
        desk.config_read(now),
        desk.calendars_read(readings, now),
        desk.freezes_due(now),
    ];
    let commits: Vec<_> = commits.into_iter().flatten().collect();
    if !commits.is_empty() {
        journal.commit(&commits)?;
        desk.committed();
    }
    Ok(())
}

/// Reads the addresses now, then everything at the config's interval, until the receiver is gone.
pub async fn keep_reading(mut reader: CalendarReader, every: Duration, reports: mpsc::Sender<Report>) {
    if reader.sources.is_empty() {
        return;
    }
    let today = || Utc::now().date_naive();
    let mut readings = reader.read_addresses(today()).await;
    loop {
        let failed = reader.has_addresses() && readings.iter().any(|reading| reading.read.is_err());
        if !readings.is_empty() && reports.send(Report::CalendarsRead(readings)).await.is_err() {
            return;
        }
        tokio::time::sleep(if failed { every.min(RETRY) } else { every }).await;
        readings = reader.read(today()).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs::{self, File};

    fn freezes(path: &Path) -> Result<CalendarContents, String> {
        read_file(
            CalendarKind::Freezes,
            path,
            &Names::default(),
            NaiveDate::from_ymd_opt(2026, 11, 27).unwrap_or_default(),
        )
    }

    #[test]
    fn a_calendar_that_is_missing_empty_malformed_or_huge_says_so() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = |name: &str| folder.path().join(name);
        let why = |name: &str| freezes(&path(name)).expect_err("no calendar");
        assert!(why("missing.ics").contains("No such file"), "{}", why("missing.ics"));
        assert_eq!(freezes(folder.path()), Err("it is no file".to_owned()));
        fs::write(path("empty.ics"), " \n").expect("a file can be written");
        assert!(why("empty.ics").contains("empty"), "{}", why("empty.ics"));
        fs::write(path("broken.json"), "{\"tasks\": [").expect("a file can be written");
        assert!(why("broken.json").contains("line 1"), "{}", why("broken.json"));
        fs::write(path("wall.ics"), "<!DOCTYPE html>\n<html><body>Are you a robot?").expect("a file can be written");
        assert!(why("wall.ics").contains("a web page"), "{}", why("wall.ics"));
        let huge = File::create(path("huge.ics")).expect("a file can be made");
        huge.set_len(import::MAX_BYTES as u64 + 1).expect("a file can be long");
        assert!(why("huge.ics").contains("at most"), "{}", why("huge.ics"));
    }

    #[test]
    fn both_formats_are_told_apart_by_what_they_are() {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
        for name in ["fedora-releases-keytasks.ics", "schedules-tools-sample.json"] {
            let Ok((Content::Freezes(windows), _)) = freezes(&data.join(name)) else {
                panic!("{name} is no calendar");
            };
            assert!(!windows.is_empty(), "{name}");
        }
    }
}
