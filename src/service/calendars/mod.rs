//! The configured calendars: read from disk and web, passed to the desk, and stored.

mod fetch;

pub use fetch::{FetchError, Fetched, Fetcher, PATIENCE, Validators};

use super::{Batch, Core};
use crate::calendar::import::{self, Names};
use crate::calendar::{CalendarKind, CalendarReading, Content};
use crate::config::{CalendarSource, Freezes, Location};
use crate::desk::{Desk, Handled};
use crate::people::Directory;
use crate::store::{Database, Journal, StoreError};
use crate::wire::Report;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Notify, mpsc, watch};
use tokio::task::JoinSet;
use tokio::time::timeout;

/// When a source that could not be read is retried, unless the config reads it earlier.
const RETRY: Duration = Duration::from_secs(5 * 60);

/// Of the time that an address may take, the part in which its answer counts as prompt.
const PROMPT: u32 = 20;

/// A calendar's contents, and sentences about oddities in it.
type CalendarContents = (Content, Vec<String>);

/// Reads the configured calendars repeatedly.
#[derive(Debug)]
pub struct CalendarReader {
    sources: Vec<(CalendarKind, CalendarSource)>,
    /// Only made where some calendar has an address: reading the system's authorities takes longer than the rest of a start.
    fetcher: Result<Fetcher, String>,
    /// How long each address may take.
    patience: Duration,
    /// People who may be listed as away.
    people: watch::Receiver<Directory>,
    /// The last result of each address.
    have: BTreeMap<(CalendarKind, String), Have>,
}

/// A result of an address, and the people and year it was read for.
#[derive(Clone, Debug)]
struct Have {
    version: Validators,
    names: Names,
    year: i32,
    said: CalendarContents,
}

/// An address to be read.
struct SourceQuestion {
    kind: CalendarKind,
    address: String,
    names: Names,
    today: NaiveDate,
    have: Option<Have>,
}

/// What became of it.
struct SourceAnswer {
    /// Which source it was.
    index: usize,
    said: Result<CalendarContents, String>,
    /// What is to be remembered of it.
    have: Option<Have>,
}

impl CalendarReader {
    /// A reader that waits up to `patience` for each address. Absences are reported only for known people.
    pub fn new(config: &Freezes, people: watch::Receiver<Directory>, patience: Duration) -> Self {
        let sources: Vec<_> = config.sources().map(|(kind, source)| (kind, source.clone())).collect();
        let fetcher = if sources.iter().any(|(_, source)| source.location.file().is_none()) {
            Fetcher::new(config, patience).map_err(|error| error.to_string())
        } else {
            Err(String::new())
        };
        Self {
            sources,
            fetcher,
            patience,
            people,
            have: BTreeMap::new(),
        }
    }

    /// Reads the files; quick, but blocks on the disk.
    pub fn read_files(&self, today: NaiveDate) -> Vec<CalendarReading> {
        let names = names(&self.people.borrow());
        let files = self.sources.iter().filter_map(|(kind, source)| {
            let path = source.location.file()?;
            Some(reading(*kind, &source.name, read_file(*kind, path, &names, today)))
        });
        files.collect()
    }

    /// Reads the addresses.
    pub async fn read_addresses(&mut self, today: NaiveDate) -> Vec<CalendarReading> {
        let mut asked = self.ask(today);
        let mut answers = Vec::new();
        while let Some(answer) = next(&mut asked).await {
            answers.push((answer.index, self.take(answer)));
        }
        answers.sort_by_key(|(index, _)| *index);
        answers.into_iter().map(|(_, reading)| reading).collect()
    }

    /// Reads everything.
    pub async fn read(&mut self, today: NaiveDate) -> Vec<CalendarReading> {
        let mut readings = self.read_files(today);
        readings.extend(self.read_addresses(today).await);
        readings
    }

    /// Asks all addresses at once, so that a slow one delays no other.
    fn ask(&self, today: NaiveDate) -> JoinSet<SourceAnswer> {
        let names = names(&self.people.borrow());
        let mut asked = JoinSet::new();
        for (index, (kind, source)) in self.sources.iter().enumerate() {
            let Location::Address(address) = &source.location else {
                continue;
            };
            let have = self.have.get(&(*kind, source.name.clone())).cloned();
            let question = SourceQuestion {
                kind: *kind,
                address: address.clone(),
                have: have.filter(|have| have.names == names && have.year == today.year()),
                names: names.clone(),
                today,
            };
            let fetcher = self.fetcher.clone();
            asked.spawn(async move {
                let (said, have) = match fetcher {
                    Ok(fetcher) => question
                        .ask(&fetcher)
                        .await
                        .map_or_else(|why| (Err(why), None), |have| (Ok(have.said.clone()), Some(have))),
                    Err(why) => (Err(why), None),
                };
                SourceAnswer { index, said, have }
            });
        }
        asked
    }

    fn take(&mut self, answer: SourceAnswer) -> CalendarReading {
        let (kind, source) = &self.sources[answer.index];
        if let Some(have) = answer.have {
            self.have.insert((*kind, source.name.clone()), have);
        }
        reading(*kind, &source.name, answer.said)
    }
}

impl SourceQuestion {
    async fn ask(self, fetcher: &Fetcher) -> Result<Have, String> {
        let version = self.have.as_ref().map(|have| have.version.clone());
        match fetcher.fetch(&self.address, &version.unwrap_or_default()).await {
            Ok(Fetched::New { bytes, version }) => {
                let path = self.address.split(['?', '#']).next().unwrap_or_default().to_owned();
                let (kind, names, today) = (self.kind, self.names.clone(), self.today);
                // A calendar can be long, and must not hold up the networks.
                let parsed = tokio::task::spawn_blocking(move || parse(kind, Path::new(&path), &bytes, &names, today));
                Ok(Have {
                    version,
                    names: self.names,
                    year: self.today.year(),
                    said: parsed.await.map_err(|error| error.to_string())??,
                })
            }
            Ok(Fetched::Same) => self
                .have
                .ok_or_else(|| "the server says that nothing changed, but was not asked that".to_owned()),
            Err(error) => Err(error.to_string()),
        }
    }
}

/// The next answer; `None` where all have come.
async fn next(asked: &mut JoinSet<SourceAnswer>) -> Option<SourceAnswer> {
    loop {
        match asked.join_next().await? {
            Ok(answer) => return Some(answer),
            Err(error) => tracing::error!(%error, "a reader of calendars broke"),
        }
    }
}

fn names(people: &Directory) -> Names {
    let accounts = people.accounts().map(crate::people::Account::as_str);
    Names::new(
        accounts,
        people.mails().map(|(address, account)| (address, account.as_str())),
    )
}

fn reading(kind: CalendarKind, name: &str, said: Result<CalendarContents, String>) -> CalendarReading {
    let (read, remarks) = match said {
        Ok((content, remarks)) => (Ok(content), remarks),
        Err(why) => (Err(why), Vec::new()),
    };
    CalendarReading {
        kind,
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
        CalendarKind::Outages => import::outages(bytes).map(|(outages, remarks)| (Content::Outages(outages), remarks)),
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

impl Core {
    /// Calendars were read: counts how that went, and takes in what they say.
    pub(super) fn calendars_read(&mut self, readings: Vec<CalendarReading>, batch: &mut Batch, now: DateTime<Utc>) {
        for CalendarReading { kind, name, read, .. } in &readings {
            let trouble = read.as_ref().err().map(String::as_str);
            self.operation
                .figures
                .source_read((kind.key(), name), now.timestamp(), trouble);
        }
        let read = self.desk.calendars_read(readings, now);
        let due = self.desk.freezes_due(now);
        for commit in [read, due].into_iter().flatten() {
            batch.push_unasked(Handled {
                commit: Some(commit),
                replies: Vec::new(),
            });
        }
    }
}

/// Reads everything now and at the config's interval, until the receiver is gone.
///
/// What answers promptly is reported together; the others one by one, when they answer or their time is over.
/// Whoever asks for it by `again` has them read at once.
pub async fn keep_reading(
    mut reader: CalendarReader,
    every: Duration,
    again: Arc<Notify>,
    reports: mpsc::Sender<Report>,
) {
    if reader.sources.is_empty() {
        return;
    }
    let patience = reader.patience;
    loop {
        let today = Utc::now().date_naive();
        let mut readings = reader.read_files(today);
        let mut asked = reader.ask(today);
        let mut failed = readings.iter().any(|reading| reading.read.is_err());
        let prompt = async {
            while let Some(answer) = next(&mut asked).await {
                failed |= answer.said.is_err();
                readings.push(reader.take(answer));
            }
        };
        let _ = timeout(patience / PROMPT, prompt).await;
        if !readings.is_empty() && reports.send(Report::CalendarsRead(readings)).await.is_err() {
            return;
        }
        let late = async {
            while let Some(answer) = next(&mut asked).await {
                failed |= answer.said.is_err();
                let late = vec![reader.take(answer)];
                if reports.send(Report::CalendarsRead(late)).await.is_err() {
                    return false;
                }
            }
            true
        };
        // Whoever has them read again does not wait for the slow ones.
        tokio::select! {
            goes_on = late => if !goes_on { return },
            () = again.notified() => continue,
        }
        let _ = timeout(if failed { every.min(RETRY) } else { every }, again.notified()).await;
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
