//! HTTP for an endpoint of the bot's own that is only read: one request for each connection, one answer, then the end.
//!
//! No framework: what is asked is a line and some headers, and everything that a stranger can make it cost has a bound
//! in [`Bounds`]. The body of a request is never read for its meaning.

use super::counter::Counter;
use super::stopped;
use chrono::Utc;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::time::timeout;

/// Most bytes of a body that are thrown away, so that a client reads the answer before the connection ends.
const MOST_THROWN_AWAY: usize = 64 * 1024;

/// How long they are waited for.
const LINGER: Duration = Duration::from_secs(1);

/// What strangers can make an endpoint cost.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bounds {
    /// Its name in the log.
    pub(crate) name: &'static str,
    /// Most connections served at once; a further one replaces the oldest.
    pub(crate) at_once: usize,
    /// How long a client may take for the head of its request.
    pub(crate) head: Duration,
    /// How long it may take for all of it, the answer included.
    pub(crate) whole: Duration,
    /// Longest head, in bytes.
    pub(crate) longest_head: usize,
}

/// What is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct HttpRequest {
    /// `GET`, `HEAD`, or anything else.
    pub(crate) method: String,
    /// The path and the query, as they came.
    pub(crate) target: String,
    /// Names in lower case, with their values.
    pub(crate) headers: Vec<(String, String)>,
}

impl HttpRequest {
    /// The values of a header, joined as RFC 9110, section 5.3, allows; `None` where it is missing.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        let values = self.headers.iter().filter(|(known, _)| known == name);
        let values: Vec<&str> = values.map(|(_, value)| value.as_str()).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }
}

/// An answer.
#[derive(Clone, Debug)]
pub(crate) struct HttpAnswer {
    /// `200 OK`
    pub(crate) status: &'static str,
    /// Beside those that every answer has: length, date, the end of the connection.
    pub(crate) headers: Vec<(&'static str, String)>,
    /// Shared, since many may be reading it.
    pub(crate) body: Arc<[u8]>,
}

/// Serves until the order to stop.
pub(crate) async fn serve<F>(
    listener: TcpListener,
    bounds: Bounds,
    answer: impl Fn(HttpRequest) -> F + Clone + Send + 'static,
    mut stop: watch::Receiver<bool>,
) where
    F: Future<Output = HttpAnswer> + Send + 'static,
{
    let mut door = Counter::new(bounds.name, bounds.at_once);
    loop {
        let accepted = tokio::select! {
            () = stopped(&mut stop) => return,
            accepted = listener.accept() => accepted,
        };
        let answer = answer.clone();
        let serve = |(stream, _)| async move {
            // A client that disconnects or is slow is no concern of ours.
            let _ = timeout(bounds.whole, one(stream, bounds, answer)).await;
        };
        door.serve(accepted, serve).await;
    }
}

async fn one<F: Future<Output = HttpAnswer>>(
    mut stream: TcpStream,
    bounds: Bounds,
    answer: impl Fn(HttpRequest) -> F,
) -> io::Result<()> {
    let read = timeout(bounds.head, read(&mut stream, bounds.longest_head)).await;
    let (request, answered) = match read {
        Ok(Ok(Some(request))) => {
            let answered = answer(request.clone()).await;
            (request, answered)
        }
        Ok(Ok(None)) => (HttpRequest::default(), refused("400 Bad Request", "no request\n")),
        Ok(Err(error)) => return Err(error),
        Err(_) => (HttpRequest::default(), refused("408 HttpRequest Timeout", "too slow\n")),
    };
    let mut head = format!(
        "HTTP/1.1 {}\r\nDate: {}\r\nContent-Length: {}\r\nConnection: close\r\n",
        answered.status,
        Utc::now().format("%a, %d %b %Y %H:%M:%S GMT"),
        answered.body.len()
    );
    for (name, value) in &answered.headers {
        // What is a header's value ends with its line.
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        head.extend([name, ": ", &value, "\r\n"]);
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes()).await?;
    if request.method != "HEAD" {
        stream.write_all(&answered.body).await?;
    }
    stream.shutdown().await?;
    // Closing while something is unread would take the answer away from its reader.
    let _ = timeout(LINGER, throw_away(&mut stream)).await;
    Ok(())
}

/// A plain answer of one line.
pub(crate) fn refused(status: &'static str, words: &str) -> HttpAnswer {
    HttpAnswer {
        status,
        headers: vec![("Content-Type", "text/plain; charset=utf-8".to_owned())],
        body: words.as_bytes().into(),
    }
}

async fn throw_away(stream: &mut TcpStream) -> io::Result<()> {
    let mut chunk = [0_u8; 4096];
    let mut thrown = 0;
    while thrown < MOST_THROWN_AWAY {
        match stream.read(&mut chunk).await? {
            0 => return Ok(()),
            read => thrown += read,
        }
    }
    Ok(())
}

/// Reads a request's head; `None` where it is none.
async fn read(stream: &mut TcpStream, longest: usize) -> io::Result<Option<HttpRequest>> {
    let mut bytes = Vec::new();
    let mut chunk = [0_u8; 1024];
    let end = loop {
        if let Some(at) = end_of_head(&bytes) {
            break at;
        }
        if bytes.len() > longest {
            return Ok(None);
        }
        match stream.read(&mut chunk).await? {
            0 => return Ok(None),
            read => bytes.extend_from_slice(&chunk[..read]),
        }
    };
    Ok(head(&String::from_utf8_lossy(&bytes[..end])))
}

fn end_of_head(bytes: &[u8]) -> Option<usize> {
    let crlf = bytes.windows(4).position(|end| end == b"\r\n\r\n");
    crlf.or_else(|| bytes.windows(2).position(|end| end == b"\n\n"))
}

/// RFC 9112, section 3.
fn head(text: &str) -> Option<HttpRequest> {
    let mut lines = text.lines();
    let mut words = lines.next()?.split(' ');
    let (method, target, version) = (words.next()?, words.next()?, words.next()?);
    if words.next().is_some() || !version.starts_with("HTTP/1.") || method.is_empty() {
        return None;
    }
    let headers = lines.filter_map(|line| line.split_once(':'));
    let headers = headers.map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_owned()));
    Some(HttpRequest {
        method: method.to_owned(),
        target: target.to_owned(),
        headers: headers.collect(),
    })
}
