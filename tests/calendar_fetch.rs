//! Calendars over the web, from a real server with TLS: good, moved, unchanged, behind a bot blocker, huge, slow,
//! broken, redirecting in circles, gone. What is read then goes through a real desk and store.

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use rfrbot::calendar::{CalendarReading, Content, DaySpan, FreezeKey};
use rfrbot::config::{CalendarSource, Config, Freezes, Location};
use rfrbot::delivery::Outbox;
use rfrbot::desk::{Desk, Settings};
use rfrbot::operations::figures::Figures;
use rfrbot::service::{CalendarReader, Core};
use rfrbot::store::{self, Database, Journal};
use rfrbot::{sop::Edition, wire::Report};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;

/// Long enough for a busy machine; only an answer that never comes takes this long.
const PATIENCE: Duration = Duration::from_secs(60);

/// For a server that never answers, where any timeout gives the same result.
const SHORT: Duration = Duration::from_millis(200);

const HUGE: usize = 64 * 1024 * 1024;

/// What the server answers, and what it was asked.
#[derive(Default)]
struct Web {
    answer: Mutex<Answer>,
    asked: Mutex<Vec<String>>,
    /// How much of a huge body it could send.
    sent: Mutex<usize>,
}

#[derive(Clone, Default)]
enum Answer {
    /// A calendar in which the F45 beta freeze ends on this day, tagged with the day.
    Calendar(&'static str),
    /// The bot blocker in front of the published files.
    Wall(&'static str),
    /// A file of this text.
    Text(&'static str),
    /// A file that comes byte by byte and never ends.
    Trickle,
    /// A status without a body.
    Status(&'static str),
    /// A redirect to that address; `{port}` is this server's.
    Redirect(String),
    /// Far too long, with or without announcing it.
    Huge { says_so: bool },
    /// No answer at all.
    #[default]
    Silence,
    /// A truncated answer.
    Half,
}

fn calendar(last: &str) -> String {
    let day: chrono::NaiveDate = last.parse().expect("a date");
    // The infrastructure freeze ends a day after the release.
    let release = day.pred_opt().expect("a day before");
    let after = |day: chrono::NaiveDate| day.succ_opt().expect("a day after").format("%Y%m%d").to_string();
    let event = |title: &str, from: &str, to: &str| {
        format!(
            "BEGIN:VEVENT\r\nUID:{title}\r\nSUMMARY:{title}\r\nDTSTART;VALUE=DATE:{from}\r\nDTEND;VALUE=DATE:{to}\r\n\
             END:VEVENT\r\n"
        )
    };
    format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{}{}END:VCALENDAR\r\n",
        event("F45: Beta Freeze", "20260825", "20260826"),
        event(
            "F45: Beta Release",
            &release.format("%Y%m%d").to_string(),
            &after(release)
        ),
    )
}

/// A server, its authority, and how a config names it.
struct Server {
    web: Arc<Web>,
    folder: TempDir,
    port: u16,
    task: tokio::task::JoinHandle<()>,
    tls: bool,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    async fn start(tls: bool) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let acceptor = tls.then(|| TlsAcceptor::from(certified(&folder)));
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let web = Arc::new(Web::default());
        let serving = web.clone();
        let task = tokio::spawn(async move {
            loop {
                let (socket, _) = listener.accept().await.expect("somebody comes");
                let (web, acceptor) = (serving.clone(), acceptor.clone());
                tokio::spawn(async move {
                    match acceptor {
                        Some(acceptor) => {
                            if let Ok(stream) = acceptor.accept(socket).await {
                                serve(stream, &web, port).await;
                            }
                        }
                        None => serve(socket, &web, port).await,
                    }
                });
            }
        });
        Self {
            web,
            folder,
            port,
            task,
            tls,
        }
    }

    fn says(&self, answer: Answer) {
        *self.web.answer.lock().expect("nobody panicked") = answer;
    }

    fn source(&self) -> CalendarSource {
        CalendarSource {
            name: self.name(),
            location: Location::Address(self.name()),
        }
    }

    fn name(&self) -> String {
        let scheme = if self.tls { "https" } else { "http" };
        format!("{scheme}://localhost:{}/f-45-key.ics", self.port)
    }

    fn config(&self) -> Freezes {
        Freezes {
            imports: vec![self.source()],
            ca_file: self.tls.then(|| self.folder.path().join("authority.pem")),
            ..Freezes::default()
        }
    }

    fn asked(&self) -> Vec<String> {
        self.web.asked.lock().expect("nobody panicked").clone()
    }
}

fn certified(folder: &TempDir) -> Arc<ServerConfig> {
    let key = KeyPair::generate().expect("a key");
    let mut params = CertificateParams::new(Vec::new()).expect("parameters");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    let authority = params.self_signed(&key).expect("an authority");
    std::fs::write(folder.path().join("authority.pem"), authority.pem()).expect("a file");
    let issuer = Issuer::new(params, key);
    let key = KeyPair::generate().expect("a key");
    let certificate = CertificateParams::new(vec!["localhost".to_owned()])
        .expect("parameters")
        .signed_by(&key, &issuer)
        .expect("a certificate");
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("TLS versions")
        .with_no_client_auth()
        .with_single_cert(
            vec![certificate.der().clone()],
            key.serialize_der().try_into().expect("a private key"),
        )
        .expect("a server's settings");
    Arc::new(config)
}

/// Answers one request, then closes.
async fn serve(stream: impl AsyncRead + AsyncWrite + Unpin, web: &Web, port: u16) {
    let mut stream = BufReader::new(stream);
    let mut request = String::new();
    while !request.ends_with("\r\n\r\n") {
        if stream.read_line(&mut request).await.unwrap_or(0) == 0 {
            return;
        }
    }
    web.asked.lock().expect("nobody panicked").push(request.clone());
    let answer = web.answer.lock().expect("nobody panicked").clone();
    let head = |status: &str, kind: &str, body: &str, more: &str| {
        format!(
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{more}Connection: close\r\n\r\n{body}",
            body.len()
        )
    };
    let text = match answer {
        Answer::Calendar(last)
            if request
                .to_ascii_lowercase()
                .contains(&format!("if-none-match: \"{last}\"")) =>
        {
            "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n".to_owned()
        }
        Answer::Calendar(last) => head(
            "200 OK",
            "text/calendar",
            &calendar(last),
            &format!("ETag: \"{last}\"\r\n"),
        ),
        Answer::Wall(status) => head(status, "text/html; charset=utf-8", "<html>Are you a robot?</html>", ""),
        Answer::Text(text) => head("200 OK", "text/plain", text, ""),
        Answer::Trickle => {
            let head = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n#";
            let mut bytes = head.iter().chain(std::iter::repeat(&b'#'));
            let mut beat = tokio::time::interval(Duration::from_millis(20));
            while let Some(byte) = bytes.next()
                && stream.write_all(&[*byte]).await.is_ok()
                && stream.flush().await.is_ok()
            {
                beat.tick().await;
            }
            return;
        }
        Answer::Status(status) => head(status, "text/plain", "", ""),
        Answer::Redirect(to) => {
            let to = to.replace("{port}", &port.to_string());
            head("302 Found", "text/plain", "", &format!("Location: {to}\r\n"))
        }
        Answer::Silence => {
            // Until the client is gone.
            let _ = stream.read_line(&mut request).await;
            return;
        }
        Answer::Half => {
            let body = calendar("2026-09-16");
            let whole = head("200 OK", "text/calendar", &body, "");
            whole[..whole.len() - body.len() / 2].to_owned()
        }
        Answer::Huge { says_so } => {
            let length = if says_so {
                format!("Content-Length: {HUGE}\r\n")
            } else {
                String::new()
            };
            let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/calendar\r\n{length}Connection: close\r\n\r\n");
            let line = format!("X-COMMENT:{}\r\n", "x".repeat(60)).repeat(100);
            let mut sent = 0;
            if stream.write_all(head.as_bytes()).await.is_ok() {
                while sent < HUGE && stream.write_all(line.as_bytes()).await.is_ok() {
                    sent += line.len();
                }
            }
            *web.sent.lock().expect("nobody panicked") = sent;
            return;
        }
    };
    let _ = stream.write_all(text.as_bytes()).await;
    let _ = stream.shutdown().await;
}

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
    let task = tokio::spawn(rfrbot::service::keep_reading(reader, every, reports));
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
    let task = tokio::spawn(rfrbot::service::keep_reading(reader, Duration::from_hours(1), reports));
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
