//! Calendars over the web, from a real server with TLS: good, moved, unchanged, behind a bot blocker, huge, slow,
//! broken, redirecting in circles, gone. What is read then goes through a real desk and store.

mod web;

use rfrbot::calendar::{CalendarReading, Content, DaySpan, FreezeKey};
use rfrbot::config::{Config, Freezes};
use rfrbot::delivery::Outbox;
use rfrbot::desk::{Desk, Settings};
use rfrbot::operations::figures::Figures;
use rfrbot::service::{CalendarReader, Core};
use rfrbot::store::{self, Database, Journal};
use rfrbot::{sop::Edition, wire::Report};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::mpsc;
use web::{Answer, HUGE, Server};

/// Long enough for a busy machine; only an answer that never comes takes this long.
const PATIENCE: Duration = Duration::from_secs(60);

/// For a server that never answers, where any timeout gives the same result.
const SHORT: Duration = Duration::from_millis(200);

/// The day on which calendars are read; irrelevant for freezes.
const TODAY: chrono::NaiveDate = chrono::NaiveDate::from_ymd_opt(2026, 3, 2).unwrap();

fn nobody() -> tokio::sync::watch::Receiver<rfrbot::people::Directory> {
    tokio::sync::watch::channel(rfrbot::people::Directory::new()).1
}

async fn read(reader: &mut CalendarReader) -> Result<Content, String> {
    let mut readings = reader.read_addresses(TODAY).await;
    assert_eq!(readings.len(), 1);
    readings.remove(0).read
}

fn end_of_beta(content: &Content) -> String {
    let Content::Freezes(windows) = content else {
        panic!("not of freezes: {content:?}");
    };
    let key = FreezeKey::from_name("F45 beta").expect("a key");
    windows
        .get(&key)
        .map(|span: &DaySpan| span.to().to_string())
        .expect("a beta freeze")
}

#[tokio::test]
async fn a_calendar_is_fetched_and_fetched_again_only_when_it_changed() {
    let server = Server::start(true).await;
    let mut reader = CalendarReader::new(&server.config(), nobody(), PATIENCE);
    server.says(Answer::Calendar("2026-09-16"));
    let first = read(&mut reader).await.expect("a calendar");
    assert_eq!(end_of_beta(&first), "2026-09-16");
    assert_eq!(read(&mut reader).await, Ok(first), "unchanged is as good as fetched");
    let asked = server.asked();
    assert!(!asked[0].to_ascii_lowercase().contains("if-none-match"), "{}", asked[0]);
    assert!(
        asked[1].to_ascii_lowercase().contains("if-none-match: \"2026-09-16\""),
        "{}",
        asked[1]
    );
    assert!(
        asked[1].contains(concat!("rfrbot/", env!("CARGO_PKG_VERSION"))),
        "{}",
        asked[1]
    );
    server.says(Answer::Calendar("2026-09-23"));
    let moved = read(&mut reader).await.expect("a calendar");
    assert_eq!(end_of_beta(&moved), "2026-09-23");
}

#[tokio::test]
async fn whatever_a_server_does_is_said_and_ends() {
    let server = Server::start(true).await;
    let mut reader = CalendarReader::new(&server.config(), nobody(), PATIENCE);
    for (answer, said) in [
        (Answer::Wall("200 OK"), "it is a web page, not the file itself"),
        (Answer::Wall("403 Forbidden"), "name the file"),
        (Answer::Wall("404 Not Found"), "404 Not Found"),
        (Answer::Status("500 Internal Server Error"), "500 Internal Server Error"),
        (Answer::Status("410 Gone"), "410 Gone"),
        (Answer::Status("200 OK"), "empty"),
        (Answer::Huge { says_so: true }, "more than 4194304 bytes"),
        (Answer::Huge { says_so: false }, "more than 4194304 bytes"),
        (
            Answer::Redirect("/f-45-key.ics".to_owned()),
            "redirects more than 5 times",
        ),
        (Answer::Redirect("http://127.0.0.1:{port}/".to_owned()), "without TLS"),
        (Answer::Half, "localhost closed the link"),
    ] {
        server.says(answer);
        let why = read(&mut reader).await.expect_err("no calendar");
        assert!(why.contains(said), "{why:?} does not say {said:?}");
    }
    let sent = *server.web.sent.lock().expect("nobody panicked");
    assert!(sent < HUGE, "the body was taken to its end");
    assert!(server.asked().len() < 30, "redirects end");
    // The silent server gets a short timeout, because the result is the same for any.
    server.says(Answer::Silence);
    let mut hasty = CalendarReader::new(&server.config(), nobody(), SHORT);
    let why = read(&mut hasty).await.expect_err("no calendar");
    assert!(why.contains("took longer than 0.2 seconds"), "{why}");
    // After all that, a good answer is accepted.
    server.says(Answer::Calendar("2026-09-16"));
    assert!(read(&mut reader).await.is_ok());
}

#[tokio::test]
async fn who_is_not_vouched_for_is_not_believed_and_who_is_gone_is_gone() {
    let server = Server::start(true).await;
    server.says(Answer::Calendar("2026-09-16"));
    let other = Server::start(true).await;
    let mut config = server.config();
    config.ca_file = other.config().ca_file;
    let why = read(&mut CalendarReader::new(&config, nobody(), PATIENCE))
        .await
        .expect_err("no calendar");
    assert!(why.contains("certificate of localhost is not signed by"), "{why}");
    assert!(server.asked().is_empty(), "nothing is asked over such a connection");
    config.ca_file = Some(PathBuf::from("/nonexistent/authority.pem"));
    let why = read(&mut CalendarReader::new(&config, nobody(), PATIENCE))
        .await
        .expect_err("no calendar");
    assert!(
        why.contains("authority (`ca_file`) /nonexistent/authority.pem"),
        "{why}"
    );
    let config = server.config();
    server.task.abort();
    // Its port closes when its task is dropped.
    let mut reader = CalendarReader::new(&config, nobody(), PATIENCE);
    while read(&mut reader).await.is_ok() {}
    let why = read(&mut reader).await.expect_err("no calendar");
    assert!(
        why.contains("localhost") && why.contains("nothing listens there"),
        "{why}"
    );
}

#[tokio::test]
async fn plain_http_serves_on_this_machine() {
    let server = Server::start(false).await;
    let text = format!("[freezes]\nimport = [\"{}\"]", server.name());
    let config = Config::from_text_in(
        &text,
        std::path::Path::new("rfrbot.toml"),
        &rfrbot::config::Surroundings::given([("HOME", "/home/bot")]),
    )
    .expect("a good config");
    server.says(Answer::Calendar("2026-09-16"));
    let mut reader = CalendarReader::new(&config.freezes, nobody(), PATIENCE);
    assert_eq!(end_of_beta(&read(&mut reader).await.expect("a calendar")), "2026-09-16");
}

/// A desk with its store.
struct House {
    core: Core,
    journal: Journal,
    folder: TempDir,
}

impl House {
    fn open(config: &Freezes) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let opened = store::open(folder.path()).expect("a store");
        let settings = Settings {
            prefix: "!rfr".to_owned(),
            ascii: false,
            board: None,
            edition: Edition::classic(),
            own_edition: None,
            ticket_base: None,
            undo_within: chrono::Duration::minutes(60),
            announce: Vec::new(),
            mail: None,
            told: std::collections::BTreeMap::new(),
            bridged: Vec::new(),
            calendars: config.imports.iter().map(|source| source.name.clone()).collect(),
            absences: Vec::new(),
            automatic: config.automatic,
            reminders: None,
            reply_lines: HashMap::new(),
            tracker: None,
            bus: None,
            remembered: chrono::Duration::zero(),
        };
        let directory = rfrbot::people::Directory::new();
        let desk: Desk<Database> =
            Desk::open(settings, directory, config.windows.clone(), opened.database).expect("a desk");
        let (core, _) = Core::new(desk, Outbox::new(), Vec::new());
        Self {
            core,
            journal: opened.journal,
            folder,
        }
    }

    /// How many commits these readings caused.
    fn take(&mut self, readings: Vec<CalendarReading>) -> usize {
        self.take_at(readings, "2026-08-01T12:00:00Z".parse().expect("a time"))
    }

    fn take_at(&mut self, readings: Vec<CalendarReading>, now: chrono::DateTime<chrono::Utc>) -> usize {
        let batch = self.core.prepare([Report::CalendarsRead(readings)], now);
        let commits = batch.commits();
        self.journal.commit(&commits).expect("the disk takes it");
        self.core.speak(batch);
        commits.len()
    }

    fn frozen_until(&self) -> Option<String> {
        let key = FreezeKey::from_name("F45 beta").expect("a key");
        let predicted = self.core.desk().state().facts().book.predicted(&key);
        predicted.map(|predicted| predicted.span.to().to_string())
    }
}

#[tokio::test]
async fn the_last_good_calendar_counts_until_there_is_a_better_one() {
    let server = Server::start(true).await;
    let mut reader = CalendarReader::new(&server.config(), nobody(), PATIENCE);
    let mut house = House::open(&server.config());
    server.says(Answer::Calendar("2026-09-16"));
    assert_eq!(house.take(reader.read(TODAY).await), 1);
    assert_eq!(house.frozen_until().as_deref(), Some("2026-09-16"));
    assert_eq!(house.take(reader.read(TODAY).await), 0, "nothing new writes nothing");
    for answer in [
        Answer::Wall("200 OK"),
        Answer::Status("404 Not Found"),
        Answer::Status("200 OK"),
        Answer::Huge { says_so: false },
        Answer::Half,
    ] {
        server.says(answer);
        assert_eq!(house.take(reader.read(TODAY).await), 0);
        assert_eq!(house.frozen_until().as_deref(), Some("2026-09-16"));
    }
    server.says(Answer::Calendar("2026-09-23"));
    assert_eq!(house.take(reader.read(TODAY).await), 1);
    assert_eq!(house.frozen_until().as_deref(), Some("2026-09-23"));
}

#[tokio::test]
async fn the_task_in_the_background_reads_at_once_and_ends_with_the_loop() {
    let server = Server::start(true).await;
    server.says(Answer::Calendar("2026-09-16"));
    let (reports, mut heard) = mpsc::channel(1);
    let reader = CalendarReader::new(&server.config(), nobody(), PATIENCE);
    let every = Duration::from_millis(1);
    let task = tokio::spawn(rfrbot::service::keep_reading(reader, every, Arc::default(), reports));
    for _ in 0..3 {
        let Some(Report::CalendarsRead(readings)) = heard.recv().await else {
            panic!("it reads again and again");
        };
        assert!(readings[0].read.is_ok(), "{readings:?}");
    }
    drop(heard);
    task.await.expect("it ends by itself");
}

#[tokio::test]
async fn a_reload_has_the_sources_read_at_once() {
    let server = Server::start(true).await;
    server.says(Answer::Calendar("2026-09-16"));
    let (reports, mut heard) = mpsc::channel(1);
    let reader = CalendarReader::new(&server.config(), nobody(), PATIENCE);
    let again = Arc::new(tokio::sync::Notify::new());
    let every = Duration::from_hours(1);
    let task = tokio::spawn(rfrbot::service::keep_reading(reader, every, again.clone(), reports));
    for _ in 0..2 {
        let read = heard.recv().await;
        assert!(matches!(read, Some(Report::CalendarsRead(_))), "{read:?}");
        again.notify_one();
    }
    drop(heard);
    task.abort();
}

#[tokio::test]
async fn whoever_reloads_does_not_wait_for_a_source_that_hangs() {
    let (silent, prompt) = (Server::start(false).await, Server::start(false).await);
    prompt.says(Answer::Calendar("2026-09-16"));
    let mut config = prompt.config();
    config.imports.push(silent.source());
    let (reports, mut heard) = mpsc::channel(1);
    let reader = CalendarReader::new(&config, nobody(), Duration::from_secs(10));
    let again = Arc::new(tokio::sync::Notify::new());
    let every = Duration::from_hours(1);
    let task = tokio::spawn(rfrbot::service::keep_reading(reader, every, again.clone(), reports));
    for _ in 0..2 {
        let Some(Report::CalendarsRead(readings)) = heard.recv().await else {
            panic!("it reads");
        };
        let [reading] = readings.as_slice() else {
            panic!("{readings:?}")
        };
        assert!(reading.read.is_ok(), "what hangs was waited for: {reading:?}");
        again.notify_one();
    }
    task.abort();
}

#[tokio::test]
async fn the_server_that_fails_behind_a_redirect_is_named() {
    let server = Server::start(false).await;
    // Nobody listens at a port that was just given back.
    let gone = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = gone.local_addr().expect("an address").port();
    drop(gone);
    server.says(Answer::Redirect(format!("http://127.0.0.1:{port}/x")));
    let mut reader = CalendarReader::new(&server.config(), nobody(), PATIENCE);
    let readings = reader.read(TODAY).await;
    let why = readings[0].read.as_ref().expect_err("nothing is there");
    assert!(why.contains(&format!("127.0.0.1:{port}")), "{why}");
}

#[tokio::test]
async fn a_slow_source_costs_only_itself() {
    let (silent, trickling, prompt) = (
        Server::start(false).await,
        Server::start(false).await,
        Server::start(false).await,
    );
    trickling.says(Answer::Trickle);
    prompt.says(Answer::Calendar("2026-09-16"));
    let mut config = prompt.config();
    config.imports.splice(0..0, [silent.source(), trickling.source()]);
    config.flag = Some(silent.source());
    config.outages = vec![trickling.source()];
    config.meetings = vec![prompt.source()];
    let (reports, mut heard) = mpsc::channel(1);
    // Each of them is waited for as long, and all at the same time.
    let reader = CalendarReader::new(&config, nobody(), Duration::from_secs(4));
    let task = tokio::spawn(rfrbot::service::keep_reading(
        reader,
        Duration::from_hours(1),
        Arc::default(),
        reports,
    ));
    let mut came = Vec::new();
    while came.len() < 6 {
        let Some(Report::CalendarsRead(readings)) = heard.recv().await else {
            panic!("it reads them all");
        };
        let one_time = came.is_empty() || readings.len() == 1;
        assert!(one_time, "what is late is reported by itself: {readings:?}");
        came.extend(readings);
    }
    let well: Vec<bool> = came.iter().map(|reading| reading.read.is_ok()).collect();
    assert_eq!(well, [true, true, false, false, false, false], "{came:#?}");
    for reading in &came[2..] {
        let why = reading.read.as_ref().expect_err("it is slow");
        assert_eq!(why, "the server took longer than 4 seconds");
    }
    drop(heard);
    task.abort();
}

#[tokio::test]
async fn one_address_may_be_a_calendar_of_freezes_and_of_meetings() {
    let server = Server::start(true).await;
    server.says(Answer::Calendar("2026-09-16"));
    let mut config = server.config();
    config.meetings = vec![server.source()];
    let mut reader = CalendarReader::new(&config, nobody(), PATIENCE);
    for round in ["fetched", "unchanged"] {
        let readings = reader.read(TODAY).await;
        let [freezes, meetings] = readings.as_slice() else {
            panic!("{readings:?}");
        };
        assert!(matches!(freezes.read, Ok(Content::Freezes(_))), "{round}: {freezes:?}");
        assert!(
            matches!(meetings.read, Ok(Content::Meetings(_))),
            "{round}: {meetings:?}"
        );
    }
}

#[tokio::test]
async fn a_source_that_cannot_be_read_is_in_status_and_metrics_until_it_can() {
    let server = Server::start(true).await;
    let mut config = server.config();
    config.flag = Some(server.source());
    config.imports = Vec::new();
    let mut house = House::open(&config);
    let figures = Arc::new(Figures::new([]));
    house.core.watch(figures.clone(), house.folder.path().to_owned());
    for (kind, source) in config.sources() {
        figures.has_source((kind.key(), &source.name));
    }
    let name = server.name();
    let at = |time: &str| time.parse::<chrono::DateTime<chrono::Utc>>().expect("a time");
    let now = at("2026-08-01T13:00:00Z").timestamp();
    let line = |words: &str| format!("\nfreezes, flag {name}: {words}\n");
    let shows = |words: &str, up: &str| {
        let (status, metrics) = (figures.describe(now), figures.metrics());
        assert!(status.contains(&line(words)), "{words}: {status}");
        let up = format!("\nrfrbot_source_up{{source=\"flag\"}} {up}\n");
        assert!(metrics.contains(&up), "{up}: {metrics}");
    };
    shows("not read yet", "0");
    let mut reader = CalendarReader::new(&config, nobody(), PATIENCE);
    server.says(Answer::Text("InfraFrozen: false\n"));
    house.take_at(reader.read(TODAY).await, at("2026-08-01T10:00:00Z"));
    shows("read 3 h 0 min ago", "1");
    for (answer, time) in [
        (Answer::Status("404 Not Found"), "2026-08-01T11:00:00Z"),
        (Answer::Wall("503 Service Unavailable"), "2026-08-01T12:00:00Z"),
        (Answer::Text("InfraFrozen: {{ Frozen }}\n"), "2026-08-01T12:30:00Z"),
    ] {
        server.says(answer);
        house.take_at(reader.read(TODAY).await, at(time));
    }
    shows(
        "TROUBLE since 2026-08-01 11:00 UTC (InfraFrozen is \"{{ Frozen }}\"; expected true or false), read 3 h 0 min ago",
        "0",
    );
    let problem = figures.describe(now);
    for words in [
        format!("PROBLEM: [freezes] flag: {name} cannot be read since 2026-08-01 11:00 UTC"),
        "it is read within five minutes, or mend `flag` under [freezes] and start the bot again; `rfrbot check` tries it".to_owned(),
    ] {
        assert!(problem.contains(&words), "{words}: {problem}");
    }
    let read_at = at("2026-08-01T10:00:00Z").timestamp();
    let metric = format!("rfrbot_source_last_read_timestamp_seconds{{source=\"flag\"}} {read_at}\n");
    assert!(figures.metrics().contains(&metric), "{}", figures.metrics());
    server.says(Answer::Text("InfraFrozen: false\n"));
    house.take_at(reader.read(TODAY).await, at("2026-08-01T12:55:00Z"));
    shows("read 5 min ago", "1");
    assert!(
        !figures.describe(now).contains("[freezes]"),
        "{}",
        figures.describe(now)
    );
}
