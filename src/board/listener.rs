//! Answers browsers, in a thread of its own with a loop of its own.
//!
//! **What a stranger can make it cost.** [`BOUNDS`]: at most 32 connections at once, 20 seconds each, heads of 8 KiB; a
//! further connection ends the oldest. Answers are made one at a time, by this thread alone: a flood takes one core and
//! never the chat's. Each address is answered from [`MOST_KEPT`] of memory until something changes or a minute is over.
//! For a new look the bot is asked, which copies what is shared, not the RFRs; who does not answer within [`PATIENCE`]
//! is not waited for, and the page from before is shown, which says when it was made.

use super::layout::made_at;
use super::routes::{FoundPage, HTML, Seen, find};
use super::{Look, routes};
use crate::adaptor::http::{Bounds, HttpAnswer, HttpRequest, refused, serve};
use crate::adaptor::stopped;
use crate::wording::page::label;
use chrono::{DateTime, NaiveTime, Utc};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;
use tokio::sync::{Mutex, mpsc, oneshot, watch};
use tokio::time::timeout;

const BOUNDS: Bounds = Bounds {
    name: "board",
    at_once: 32,
    head: Duration::from_secs(5),
    whole: Duration::from_secs(20),
    longest_head: 8 * 1024,
};

/// How long a new look is waited for; and the first one, while the bot starts.
const PATIENCE: Duration = Duration::from_millis(500);
const PATIENCE_AT_FIRST: Duration = Duration::from_secs(8);

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Most bytes of answers that are kept.
const MOST_KEPT: usize = 8 * 1024 * 1024;

/// Without scripts, forms to elsewhere, frames, or anything from another server.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; \
                      frame-ancestors 'none'";

/// How the bot is asked for a look.
pub type Asks = mpsc::Sender<oneshot::Sender<Look>>;

/// The running listener.
#[derive(Debug)]
pub struct BoardHandle {
    thread: JoinHandle<()>,
    /// Where it listens.
    pub address: SocketAddr,
    /// How many requests it has answered.
    pub requests: Arc<AtomicU64>,
}

impl BoardHandle {
    /// Waits until it has stopped, and let go of the store; the order to stop was given.
    pub async fn stopped(self) {
        // A panic was told by its thread already.
        let _ = tokio::task::spawn_blocking(|| self.thread.join()).await;
    }
}

/// Listens until the order to stop. `changes` counts what happened; `url` is the address for readers elsewhere, without a
/// slash at its end.
pub fn listen(
    address: SocketAddr,
    url: Option<&str>,
    (asks, changes): (Asks, Arc<AtomicU64>),
    stop: watch::Receiver<bool>,
) -> io::Result<BoardHandle> {
    let listener = TcpListener::bind(address)?;
    listener.set_nonblocking(true)?;
    let address = listener.local_addr()?;
    let url = url.map_or_else(|| format!("http://{address}/"), |url| format!("{url}/"));
    let requests = Arc::<AtomicU64>::default();
    let counted = requests.clone();
    let desk = Arc::new(Front {
        url,
        asks,
        changes,
        kept: Mutex::default(),
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let thread = std::thread::Builder::new().name("board".to_owned()).spawn(move || {
        runtime.block_on(async move {
            let mut stop = stop;
            let listener = match tokio::net::TcpListener::from_std(listener) {
                Ok(listener) => listener,
                Err(error) => {
                    tracing::error!(%error, "the board cannot be listened for");
                    return;
                }
            };
            let told = stop.clone();
            tokio::spawn(desk.clone().drawn_before_anybody_asks());
            let answer = move |request| {
                let desk = desk.clone();
                counted.fetch_add(1, Ordering::Relaxed);
                async move { desk.answer(&request).await }
            };
            tokio::select! {
                () = stopped(&mut stop) => {}
                () = serve(listener, BOUNDS, answer, told) => {}
            }
        });
    })?;
    Ok(BoardHandle {
        thread,
        address,
        requests,
    })
}

/// Where answers are made.
struct Front {
    url: String,
    asks: Asks,
    changes: Arc<AtomicU64>,
    kept: Mutex<KeptAnswers>,
}

/// The last look, and what was answered from it.
#[derive(Default)]
struct KeptAnswers {
    seen: Option<Seen>,
    /// What had happened before it.
    changes: u64,
    answers: HashMap<String, Made>,
    bytes: usize,
}

/// An answer that is made.
#[derive(Clone)]
struct Made {
    status: &'static str,
    kind: &'static str,
    /// Where it moved to, seen from here.
    location: Option<String>,
    tag: String,
    body: Arc<[u8]>,
}

impl Front {
    /// Draws the whole board at the start and when a day begins, which makes every card anew.
    async fn drawn_before_anybody_asks(self: Arc<Self>) {
        loop {
            {
                let mut kept = self.kept.lock().await;
                self.renew(&mut kept).await;
                // What cannot be made now is told to whoever asks.
                let _ = kept.answer("/", &self.url);
            }
            let now = Utc::now();
            let tomorrow = now
                .date_naive()
                .succ_opt()
                .map(|day| day.and_time(NaiveTime::MIN).and_utc());
            let left = tomorrow.and_then(|tomorrow| (tomorrow - now).to_std().ok());
            tokio::time::sleep(left.unwrap_or(DAY) + Duration::from_secs(1)).await;
        }
    }

    async fn answer(&self, request: &HttpRequest) -> HttpAnswer {
        if request.method != "GET" && request.method != "HEAD" {
            let mut answer = refused("405 Method Not Allowed", label::ONLY_READING);
            answer.headers.push(("Allow", "GET, HEAD".to_owned()));
            return answer;
        }
        let mut kept = self.kept.lock().await;
        self.renew(&mut kept).await;
        match kept.answer(&request.target, &self.url) {
            Ok(made) => made.answer(request.header("if-none-match").as_deref()),
            Err(error) => {
                tracing::warn!(error, "a page of the board cannot be made");
                let mut answer = refused("503 Service Unavailable", label::NOT_READY);
                answer.headers.push(("Retry-After", "5".to_owned()));
                answer
            }
        }
    }

    /// Takes a new look where something happened since the last one, or its minute is over: days pass, and so do those
    /// who are around.
    async fn renew(&self, kept: &mut KeptAnswers) {
        let (changes, now) = (self.changes.load(Ordering::Acquire), Utc::now());
        let minute = |at: DateTime<Utc>| at.timestamp().div_euclid(60);
        let is_of_this_minute = kept.seen.as_ref().is_some_and(|seen| minute(seen.at) == minute(now));
        if is_of_this_minute && kept.changes == changes {
            return;
        }
        let (answer, answered) = oneshot::channel();
        let patience = if kept.seen.is_some() {
            PATIENCE
        } else {
            PATIENCE_AT_FIRST
        };
        let asked = timeout(patience, async {
            self.asks.send(answer).await.ok()?;
            answered.await.ok()
        });
        if let Ok(Some(look)) = asked.await {
            let before = kept.seen.take();
            *kept = KeptAnswers {
                seen: Some(Seen::new(look, now, before)),
                changes,
                ..KeptAnswers::default()
            };
        }
    }
}

impl KeptAnswers {
    fn answer(&mut self, target: &str, url: &str) -> Result<Made, String> {
        if let Some(made) = self.answers.get(target) {
            return Ok(made.clone());
        }
        let seen = self.seen.as_ref().ok_or("the bot shows nothing yet")?;
        let made = match find(target, url, seen)? {
            FoundPage::Document(kind, text) => Made::new("200 OK", kind, &text, seen.at),
            FoundPage::Nothing(text) => Made::new("404 Not Found", HTML, &text, seen.at),
            FoundPage::Moved(to) => Made {
                location: Some(to),
                ..Made::new("308 Permanent Redirect", routes::HTML, "", seen.at)
            },
        };
        let bytes = made.body.len() + target.len();
        if made.status == "200 OK" && self.bytes + bytes <= MOST_KEPT {
            self.bytes += bytes;
            self.answers.insert(target.to_owned(), made.clone());
        }
        Ok(made)
    }
}

impl Made {
    /// The tag leaves out when it was made, and is weak for that reason (RFC 9110, section 8.8.1).
    fn new(status: &'static str, kind: &'static str, text: &str, at: DateTime<Utc>) -> Self {
        let hash = Sha256::digest(text.as_bytes());
        let tag = format!("W/\"{}\"", data_encoding::HEXLOWER.encode(&hash[..12]));
        let body = made_at(text, at);
        Self {
            status,
            kind,
            location: None,
            tag,
            body: body.into_bytes().into(),
        }
    }

    /// The answer to somebody who has these already.
    fn answer(self, known: Option<&str>) -> HttpAnswer {
        let mut headers = vec![
            ("Content-Security-Policy", POLICY.to_owned()),
            ("X-Content-Type-Options", "nosniff".to_owned()),
            ("Referrer-Policy", "no-referrer".to_owned()),
            ("Cache-Control", "no-cache".to_owned()),
        ];
        headers.extend(self.location.map(|to| ("Location", to)));
        if self.status == "200 OK" {
            headers.push(("ETag", self.tag.clone()));
            if known.is_some_and(|known| is_among(&self.tag, known)) {
                return HttpAnswer {
                    status: "304 Not Modified",
                    headers,
                    body: Arc::new([]),
                };
            }
        }
        headers.push(("Content-Type", self.kind.to_owned()));
        HttpAnswer {
            status: self.status,
            headers,
            body: self.body,
        }
    }
}

/// Is it one of those (RFC 9110, section 13.1.2)? Compared weakly.
fn is_among(tag: &str, known: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    known.trim() == "*" || known.split(',').any(|one| bare(one) == bare(tag))
}
