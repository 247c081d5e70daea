//! A web server that answers as it is told.

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use rfrbot::config::{CalendarSource, Freezes, Location};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tempfile::TempDir;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;

pub(crate) const HUGE: usize = 64 * 1024 * 1024;

/// What the server answers, and what it was asked.
#[derive(Default)]
pub(crate) struct Web {
    answer: Mutex<Answer>,
    asked: Mutex<Vec<String>>,
    /// How much of a huge body it could send.
    pub(crate) sent: Mutex<usize>,
}

#[derive(Clone, Default)]
pub(crate) enum Answer {
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
pub(crate) struct Server {
    pub(crate) web: Arc<Web>,
    folder: TempDir,
    port: u16,
    pub(crate) task: tokio::task::JoinHandle<()>,
    tls: bool,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Server {
    pub(crate) async fn start(tls: bool) -> Self {
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

    pub(crate) fn says(&self, answer: Answer) {
        *self.web.answer.lock().expect("nobody panicked") = answer;
    }

    pub(crate) fn source(&self) -> CalendarSource {
        CalendarSource {
            name: self.name(),
            location: Location::Address(self.name()),
        }
    }

    pub(crate) fn name(&self) -> String {
        let scheme = if self.tls { "https" } else { "http" };
        format!("{scheme}://localhost:{}/f-45-key.ics", self.port)
    }

    pub(crate) fn config(&self) -> Freezes {
        Freezes {
            imports: vec![self.source()],
            ca_file: self.tls.then(|| self.folder.path().join("authority.pem")),
            ..Freezes::default()
        }
    }

    pub(crate) fn asked(&self) -> Vec<String> {
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
