//! The line between the bot and the tracker. It passes on what both say, writes down the calls, and does what goes wrong:
//! so every test is the same, whichever tracker is at its end.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What goes wrong.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// Every connection is closed at once.
    Down,
    /// Every call gets this status, header and body, in which the caller's token stands for `TOKEN`.
    Says(u16, &'static str, &'static str),
    /// An answer never ends.
    Endless,
    /// An answer comes sign by sign, and never ends.
    Drips,
    /// A comment is written, and its answer never comes.
    SilentAfterAComment,
    /// A comment is taken with 201, and nothing is kept of it.
    KeepsNoComment,
    /// What is hidden in a comment does not get through.
    TakesMarksOut,
    /// An assignment is taken with 201, and nothing happens.
    AssignsNobody,
    /// Nobody may change a ticket: 403 with an empty body.
    Forbids,
}

/// How an answer begins of which the end never comes.
const BEGIN: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n[";

/// One request.
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) target: String,
    /// Names in lower case.
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Request {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        headers
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }
}

/// The request of a connection; `None` if there is none.
pub(crate) fn read_request(stream: &mut TcpStream) -> Option<Request> {
    let mut lines = BufReader::new(stream);
    let mut first = String::new();
    lines.read_line(&mut first).ok()?;
    let mut words = first.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        if lines.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let Some((name, value)) = line.trim_end().split_once(':') else {
            break;
        };
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut request = Request {
        method,
        target,
        headers,
        body: Vec::new(),
    };
    let length = request
        .header("content-length")
        .map_or(0, |length| length.parse().unwrap());
    request.body.resize(length, 0);
    lines.read_exact(&mut request.body).ok()?;
    Some(request)
}

/// Sends a request to a server and returns the whole answer. HTTP/1.0: the answer ends with its connection, and comes in
/// one piece.
pub(crate) fn ask(server: &str, request: &Request) -> std::io::Result<Vec<u8>> {
    let mut stream = TcpStream::connect(server.strip_prefix("http://").unwrap_or(server))?;
    let mut head = format!("{} {} HTTP/1.0\r\n", request.method, request.target);
    let left_out = ["connection", "content-length", "accept-encoding"];
    for (name, value) in request
        .headers
        .iter()
        .filter(|(name, _)| !left_out.contains(&name.as_str()))
    {
        head.extend([name, ": ", value, "\r\n"]);
    }
    write!(stream, "{head}content-length: {}\r\n\r\n", request.body.len())?;
    stream.write_all(&request.body)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    Ok(answer)
}

/// A line to a server.
pub(crate) struct Line {
    /// Its near end.
    pub(crate) address: String,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    fault: Option<Fault>,
    calls: Vec<String>,
}

impl Line {
    pub(crate) fn to(server: &str) -> Self {
        let near = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", near.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State::default()));
        let (shared, server) = (state.clone(), server.to_owned());
        std::thread::spawn(move || {
            for stream in near.incoming().flatten() {
                let (state, server) = (shared.clone(), server.clone());
                std::thread::spawn(move || pass_on(stream, &state, &server));
            }
        });
        Self { address, state }
    }

    pub(crate) fn fails(&self, fault: Option<Fault>) {
        self.state.lock().unwrap().fault = fault;
    }

    /// Method and path of each call that came over it.
    pub(crate) fn calls(&self) -> Vec<String> {
        self.state.lock().unwrap().calls.clone()
    }
}

fn pass_on(mut stream: TcpStream, state: &Mutex<State>, server: &str) {
    if matches!(state.lock().unwrap().fault, Some(Fault::Down)) {
        return;
    }
    let Some(mut request) = read_request(&mut stream) else {
        return;
    };
    let fault = {
        let mut state = state.lock().unwrap();
        state.calls.push(format!("{} {}", request.method, request.target));
        state.fault.clone()
    };
    let is_comment = request.method == "POST" && request.target.ends_with("/comments");
    let mut changes = request.target.rsplit('/');
    let is_change = request.method == "PATCH"
        && changes.next().is_some_and(|number| number.parse::<u64>().is_ok())
        && changes.next() == Some("issues");
    let says = |status: u16, header: &str, body: &str| {
        let length = body.len();
        format!("HTTP/1.1 {status} Status\r\n{header}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}")
    };
    if matches!(fault, Some(Fault::Endless)) {
        let _ = stream.write_all(BEGIN.as_bytes());
        while stream.write_all(&[b' '; 4096]).is_ok() {}
        return;
    }
    if matches!(fault, Some(Fault::Drips)) {
        let _ = stream.write_all(BEGIN.as_bytes());
        stream.set_read_timeout(Some(Duration::from_millis(100))).unwrap();
        // Until whoever reads it is gone.
        while stream.read(&mut [0]).is_err() && stream.write_all(b" ").is_ok() {}
        return;
    }
    let json = "Content-Type: application/json;charset=utf-8";
    let answer = match fault {
        Some(Fault::Says(status, header, body)) => {
            let token = request.header("authorization").unwrap_or_default();
            let token = token.strip_prefix("token ").unwrap_or_default();
            says(status, header, &body.replace("TOKEN", token)).into_bytes()
        }
        Some(Fault::KeepsNoComment) if is_comment => says(201, json, "{\"id\": 1, \"body\": \"\"}").into_bytes(),
        Some(Fault::Forbids) if is_change => says(403, json, "").into_bytes(),
        fault => {
            if matches!(fault, Some(Fault::AssignsNobody)) && is_change {
                request.body = b"{}".to_vec();
            }
            if matches!(fault, Some(Fault::TakesMarksOut)) && is_comment {
                let body = String::from_utf8(request.body).unwrap();
                let (before, behind) = body.split_once("<!--").unwrap();
                let (_, behind) = behind.split_once("-->").unwrap();
                request.body = format!("{before}{behind}").into_bytes();
            }
            let Ok(answer) = ask(server, &request) else {
                return;
            };
            if matches!(fault, Some(Fault::SilentAfterAComment)) && is_comment {
                // Until whoever waits for it is gone.
                let _ = stream.read(&mut [0]);
                return;
            }
            answer
        }
    };
    let _ = stream.write_all(&answer);
}
