//! The HTTP listener for monitoring: `/healthz`, `/readyz` and `/metrics`, on loopback, by plain HTTP/1.0.
//!
//! Three read-only addresses need no web framework (and hyper is only in builds with Matrix): a request is one line, an
//! answer is one text, then the connection ends. Requests are bounded in size, time and number.

use super::figures::Figures;
use crate::adaptor::counter::Counter;
use crate::visible;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;

/// Slower clients are disconnected.
const PATIENCE: Duration = Duration::from_secs(5);

/// Most connections served at once; a further one replaces the oldest.
const AT_ONCE: usize = 16;

/// Longest request that is read, in bytes.
const LONGEST_REQUEST: usize = 8 * 1024;

/// Listens at that address; serves until the runtime ends.
pub async fn listen(address: SocketAddr, figures: Arc<Figures>) -> io::Result<SocketAddr> {
    let listener = TcpListener::bind(address).await?;
    let address = listener.local_addr()?;
    tokio::spawn(async move {
        let mut door = Counter::new("watch listener", AT_ONCE);
        loop {
            let figures = figures.clone();
            let serve = |(stream, _)| async move {
                // A client that disconnects or is slow is no concern of ours.
                let _ = timeout(PATIENCE, answer(stream, &figures)).await;
            };
            door.serve(listener.accept().await, serve).await;
        }
    });
    Ok(address)
}

async fn answer(mut stream: TcpStream, figures: &Figures) -> io::Result<()> {
    let mut request = Vec::new();
    let mut chunk = [0_u8; 1024];
    // Reads the request's head to its end: closing earlier would reset the connection.
    while !request.windows(4).any(|end| end == b"\r\n\r\n") && !request.windows(2).any(|end| end == b"\n\n") {
        let read = stream.read(&mut chunk).await?;
        if read == 0 || request.len() > LONGEST_REQUEST {
            break;
        }
        request.extend_from_slice(&chunk[..read]);
    }
    let (status, kind, body) = respond(&request, figures);
    let head = format!(
        "HTTP/1.0 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body.as_bytes()).await?;
    stream.shutdown().await
}

fn respond(request: &[u8], figures: &Figures) -> (&'static str, &'static str, String) {
    const PLAIN: &str = "text/plain; charset=utf-8";
    let text = String::from_utf8_lossy(request);
    let mut words = text.lines().next().unwrap_or_default().split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let path = target.split('?').next().unwrap_or_default();
    if method != "GET" {
        return ("405 Method Not Allowed", PLAIN, "only GET\n".to_owned());
    }
    if !text.lines().skip(1).filter_map(host).all(is_here) || text.lines().skip(1).filter_map(host).count() > 1 {
        let only = "this listener is asked as localhost, 127.0.0.1 or [::1]\n";
        return ("421 Misdirected Request", PLAIN, only.to_owned());
    }
    match path {
        "/healthz" if figures.is_alive() => ("200 OK", PLAIN, "alive\n".to_owned()),
        "/healthz" => ("503 Service Unavailable", PLAIN, "the loop does not turn\n".to_owned()),
        "/readyz" => {
            let why = figures.not_ready();
            if why.is_empty() {
                let problems = figures.problems();
                let but = problems
                    .iter()
                    .map(|problem| format!("but: {}\n", visible::escaped(problem)));
                let but: String = but.collect();
                ("200 OK", PLAIN, format!("ready\n{but}"))
            } else {
                let all = [why, figures.problems()].concat();
                let all: Vec<String> = all.iter().map(|why| visible::escaped(why)).collect();
                ("503 Service Unavailable", PLAIN, format!("{}\n", all.join("\n")))
            }
        }
        "/metrics" => ("200 OK", "text/plain; version=0.0.4; charset=utf-8", figures.metrics()),
        _ => ("404 Not Found", PLAIN, "/healthz, /readyz or /metrics\n".to_owned()),
    }
}

/// The value of a `Host` line.
fn host(line: &str) -> Option<&str> {
    let (name, value) = line.split_once(':')?;
    name.trim().eq_ignore_ascii_case("host").then(|| value.trim())
}

/// Is it a name of this machine's loopback? A page in somebody's browser sends its own server's name, whatever address
/// that resolves to (DNS rebinding).
fn is_here(host: &str) -> bool {
    let (name, port) = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((name, rest)) => (name, rest.strip_prefix(':').or(rest.is_empty().then_some(""))),
        None => host
            .split_once(':')
            .map_or((host, Some("")), |(name, port)| (name, Some(port))),
    };
    if !port.is_some_and(|port| port.bytes().all(|byte| byte.is_ascii_digit())) {
        return false;
    }
    name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn get(address: SocketAddr, request: &str) -> String {
        let mut stream = TcpStream::connect(address).await.expect("a connection");
        stream.write_all(request.as_bytes()).await.expect("written");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.expect("an answer");
        answer
    }

    #[test]
    fn only_names_of_this_machine_are_asked_for() {
        for here in ["localhost", "LOCALHOST:80", "127.0.0.1:9102", "[::1]", "[::1]:80"] {
            assert!(is_here(here), "{here}");
        }
        for elsewhere in [
            "example.org",
            "localhost:80@evil.example",
            "localhost:80:80",
            "[::1]evil.example",
            "[::1",
            "localhost.evil.example",
            "",
        ] {
            assert!(!is_here(elsewhere), "{elsewhere}");
        }
    }

    #[tokio::test]
    async fn the_three_addresses_answer_and_nothing_else_does() {
        let figures = Arc::new(Figures::new(["libera".to_owned()]));
        figures.beat();
        let address = listen(([127, 0, 0, 1], 0).into(), figures.clone())
            .await
            .expect("a listener");
        let said = get(address, "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n").await;
        assert!(
            said.starts_with("HTTP/1.0 200 ") && said.ends_with("\r\n\r\nalive\n"),
            "{said}"
        );
        let said = get(address, "GET /readyz HTTP/1.0\r\n\r\n").await;
        assert!(
            said.starts_with("HTTP/1.0 503 ") && said.contains("no network is connected"),
            "{said}"
        );
        figures.up("libera");
        assert!(
            get(address, "GET /readyz HTTP/1.0\n\n")
                .await
                .starts_with("HTTP/1.0 200 ")
        );
        let said = get(address, "GET /metrics HTTP/1.0\r\n\r\n").await;
        assert!(said.contains("rfrbot_network_up{network=\"libera\"} 1\n"), "{said}");
        assert!(
            get(address, "GET /../etc/passwd HTTP/1.0\r\n\r\n")
                .await
                .starts_with("HTTP/1.0 404 ")
        );
        assert!(
            get(address, "POST /metrics HTTP/1.0\r\n\r\n")
                .await
                .starts_with("HTTP/1.0 405 ")
        );
    }
}
