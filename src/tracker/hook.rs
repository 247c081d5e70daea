//! Incoming by the server's webhook. A request is believed by its signature alone: HMAC-SHA256 of the raw bytes with the
//! shared secret, as hexadecimal digits in `X-Forgejo-Signature` or its older names. An empty or missing one is refused;
//! a server without a secret sends an empty one. Nothing is retried by the server, so reading by the clock stays the
//! rule, and a request that comes twice is known by its id and by what it says.

use super::TrackerTeller;
use super::forge::{Comment, Forge, Issue, Repository, User};
use crate::adaptor::counter::Counter;
use crate::adaptor::stopped;
use crate::config::{Secret, Webhook};
use crate::wire::{Report, TrackerReport};
use hmac::{Hmac, Mac};
use serde::Deserialize;
use sha2::Sha256;
use std::collections::VecDeque;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// Slower clients are disconnected.
const PATIENCE: Duration = Duration::from_secs(5);

/// Most requests served at once; a further one replaces the oldest.
const AT_ONCE: usize = 16;

/// Longest head and body of a request, in bytes.
const LONGEST_HEAD: usize = 16 * 1024;
const LONGEST_BODY: usize = 4 * 1024 * 1024;

/// How many ids of requests are remembered.
const REMEMBERED: usize = 1000;

/// What the server sends about a ticket or a comment.
#[derive(Deserialize)]
struct Payload {
    #[serde(default)]
    action: String,
    #[serde(default)]
    issue: Option<Issue>,
    #[serde(default)]
    comment: Option<Comment>,
    #[serde(default)]
    repository: Option<Repository>,
    #[serde(default)]
    sender: Option<User>,
    #[serde(default)]
    is_pull: bool,
}

/// Who listens.
struct Listener {
    secret: Secret,
    forge: Arc<Forge>,
    teller: TrackerTeller,
    /// Ids of requests that were taken, newest last.
    taken: Mutex<VecDeque<String>>,
}

/// An answer: status, and a line for whoever looks into the server's list of deliveries.
type HookAnswer = (&'static str, &'static str);

const TAKEN: HookAnswer = ("200 OK", "taken\n");

/// Listens at the address of the config until the order to stop.
pub(super) async fn listen(
    config: &Webhook,
    forge: Arc<Forge>,
    teller: TrackerTeller,
    mut stop: watch::Receiver<bool>,
) -> io::Result<JoinHandle<()>> {
    let server = TcpListener::bind(config.listen).await?;
    let listener = Arc::new(Listener {
        secret: config.secret.clone(),
        forge,
        teller,
        taken: Mutex::default(),
    });
    tracing::info!(at = %config.listen, "the tracker's webhook is listened for");
    Ok(tokio::spawn(async move {
        let mut counter = Counter::new("tracker's webhook", AT_ONCE);
        loop {
            let accepted = tokio::select! {
                () = stopped(&mut stop) => return,
                accepted = server.accept() => accepted,
            };
            let listener = listener.clone();
            let serve = |(stream, _)| async move {
                // A client that disconnects or is slow is no concern of ours.
                let _ = timeout(PATIENCE, listener.serve(stream)).await;
            };
            counter.serve(accepted, serve).await;
        }
    }))
}

impl Listener {
    async fn serve(&self, mut stream: TcpStream) -> io::Result<()> {
        let (status, words) = match read(&mut stream).await? {
            Ok(request) => self.answer(&request),
            Err(said) => said,
        };
        let answer = format!(
            "HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n{words}",
            words.len()
        );
        stream.write_all(answer.as_bytes()).await?;
        stream.shutdown().await
    }

    fn answer(&self, request: &HookRequest) -> HookAnswer {
        if !is_signed(request, self.secret.current().reveal()) {
            tracing::warn!("a webhook was refused: its signature is not made with the secret of [tracker.webhook]");
            return ("401 Unauthorized", "the signature is missing or wrong\n");
        }
        let id = request
            .header(&["x-forgejo-delivery", "x-gitea-delivery"])
            .unwrap_or_default();
        if !id.is_empty() && self.is_taken(id) {
            return ("200 OK", "taken before\n");
        }
        let event = request
            .header(&["x-forgejo-event", "x-gitea-event"])
            .unwrap_or_default();
        if !matches!(event, "issues" | "issue_comment") {
            return ("200 OK", "not of interest\n");
        }
        let Ok(payload) = serde_json::from_slice::<Payload>(&request.body) else {
            return ("400 Bad Request", "the body is no payload of a ticket\n");
        };
        let named = payload
            .repository
            .as_ref()
            .map_or("", |repository| &repository.full_name);
        if !named.eq_ignore_ascii_case(&self.forge.repository) {
            tracing::warn!("a webhook was refused: it is about another repository");
            return ("403 Forbidden", "another repository than that of [tracker]\n");
        }
        let said = self.take(payload);
        if said == TAKEN && !id.is_empty() {
            let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
            taken.push_back(id.to_owned());
            if taken.len() > REMEMBERED {
                taken.pop_front();
            }
        }
        said
    }

    fn is_taken(&self, id: &str) -> bool {
        let taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        taken.iter().any(|known| known == id)
    }

    fn take(&self, payload: Payload) -> HookAnswer {
        let sender = payload.sender.unwrap_or_default().login;
        let own = self.forge.own();
        if own.is_some_and(|own| own.eq_ignore_ascii_case(&sender)) {
            return ("200 OK", "the bot's own act\n");
        }
        let Some(issue) = payload.issue.filter(|issue| issue.number > 0) else {
            return ("400 Bad Request", "the payload names no ticket\n");
        };
        if payload.is_pull || issue.is_pull() {
            return ("200 OK", "not about a ticket\n");
        }
        if self.forge.is_here(&issue).is_err() {
            return ("403 Forbidden", "another repository than that of [tracker]\n");
        }
        let mut reports = vec![TrackerReport::Ticket(self.forge.read(&issue))];
        if let Some(comment) = payload.comment
            && payload.action != "deleted"
            && !self.forge.is_own(&comment)
        {
            reports.push(TrackerReport::Comment(self.forge.heard(comment, issue.number)));
        }
        for report in reports {
            // The server must not wait for the loop; what finds no room is read by the clock.
            if self.teller.reports.try_send(Report::Tracker(Box::new(report))).is_err() {
                return ("503 Service Unavailable", "too busy\n");
            }
        }
        TAKEN
    }
}

/// A request with its raw body.
struct HookRequest {
    /// Names in lower case.
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl HookRequest {
    /// The first of these headers that is there.
    fn header(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| {
            let mut headers = self.headers.iter();
            headers
                .find(|(known, _)| known == name)
                .map(|(_, value)| value.as_str())
        })
    }
}

/// Is the body signed with the secret? Compared in constant time.
fn is_signed(request: &HookRequest, secret: &str) -> bool {
    let signature = request
        .header(&["x-forgejo-signature", "x-gitea-signature"])
        .or_else(|| request.header(&["x-hub-signature-256"])?.strip_prefix("sha256="));
    let Some(signature) =
        signature.and_then(|digits| data_encoding::HEXLOWER_PERMISSIVE.decode(digits.as_bytes()).ok())
    else {
        return false;
    };
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else {
        return false;
    };
    mac.update(&request.body);
    !secret.is_empty() && mac.verify_slice(&signature).is_ok()
}

/// Reads one request, or says what is wrong with it.
async fn read(stream: &mut TcpStream) -> io::Result<Result<HookRequest, HookAnswer>> {
    let mut bytes = Vec::new();
    let mut chunk = [0_u8; 4096];
    let end = loop {
        if let Some(at) = bytes.windows(4).position(|end| end == b"\r\n\r\n") {
            break at;
        }
        let read = stream.read(&mut chunk).await?;
        if read == 0 || bytes.len() > LONGEST_HEAD {
            return Ok(Err(("400 Bad Request", "no request\n")));
        }
        bytes.extend_from_slice(&chunk[..read]);
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let method = lines.next().and_then(|line| line.split(' ').next()).unwrap_or_default();
    let headers = lines.filter_map(|line| line.split_once(':'));
    let headers = headers.map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()));
    let mut request = HookRequest {
        headers: headers.collect(),
        body: bytes.split_off(end + 4),
    };
    if method != "POST" {
        return Ok(Err(("405 Method Not Allowed", "only POST\n")));
    }
    let Some(length) = request
        .header(&["content-length"])
        .and_then(|length| length.parse::<usize>().ok())
    else {
        return Ok(Err(("411 Length Required", "Content-Length is missing\n")));
    };
    if length > LONGEST_BODY {
        return Ok(Err(("413 Content Too Large", "too large\n")));
    }
    while request.body.len() < length {
        let read = stream.read(&mut chunk).await?;
        if read == 0 {
            return Ok(Err(("400 Bad Request", "the body ends too early\n")));
        }
        request.body.extend_from_slice(&chunk[..read]);
    }
    request.body.truncate(length);
    Ok(Ok(request))
}
