//! A gateway before the homeserver that fails for some requests, as gateways do.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;

/// What a request gets instead of the server's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// 429 by the homeserver: retry after this many milliseconds.
    TooFast(u32),
    /// 500 with a body that is not Matrix.
    Broken,
    /// 502 without a body.
    BadGateway,
    /// 401 by the homeserver: the token is no longer valid, the device is.
    SoftLogout,
    /// 400 by the homeserver: it does not know this position in the stream.
    NoSuchStream,
    /// The server receives the request, and its answer is lost on the way back.
    AnswerLost,
}

impl Fault {
    fn answer(self) -> Vec<u8> {
        let (status, body) = match self {
            Self::TooFast(wait) => (
                "429 Too Many Requests",
                format!(r#"{{"errcode":"M_LIMIT_EXCEEDED","error":"Too Many Requests","retry_after_ms":{wait}}}"#),
            ),
            Self::SoftLogout => (
                "401 Unauthorized",
                r#"{"errcode":"M_UNKNOWN_TOKEN","error":"Access token has expired","soft_logout":true}"#.to_owned(),
            ),
            Self::NoSuchStream => (
                "400 Bad Request",
                r#"{"errcode":"M_UNKNOWN","error":"Invalid stream token"}"#.to_owned(),
            ),
            Self::Broken => ("500 Internal Server Error", "<h1>Sorry</h1>".to_owned()),
            Self::BadGateway | Self::AnswerLost => ("502 Bad Gateway", String::new()),
        };
        let length = body.len();
        format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}").into_bytes()
    }
}

/// That many requests with these words in their path.
struct Order {
    words: &'static str,
    fault: Fault,
    left: u32,
}

/// A gateway; its threads end with the connections.
pub(crate) struct Gateway {
    address: SocketAddr,
    orders: Arc<Mutex<Vec<Order>>>,
}

fn lock(orders: &Mutex<Vec<Order>>) -> MutexGuard<'_, Vec<Order>> {
    orders.lock().expect("no thread panics with it")
}

impl Gateway {
    /// Lets everything through until it is told otherwise.
    pub(crate) fn start(server_port: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("a bound socket has an address");
        let orders: Arc<Mutex<Vec<Order>>> = Arc::default();
        let to_follow = orders.clone();
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let orders = to_follow.clone();
                thread::spawn(move || {
                    let fault = |request: &[u8]| {
                        let request = String::from_utf8_lossy(request);
                        let path = request.lines().next().and_then(|line| line.split(' ').nth(1))?;
                        let mut orders = lock(&orders);
                        let order = orders
                            .iter_mut()
                            .find(|order| order.left > 0 && path.contains(order.words))?;
                        order.left -= 1;
                        Some(order.fault)
                    };
                    carry(client, server_port, fault);
                });
            }
        });
        Self { address, orders }
    }

    /// Its address, for the bot's config.
    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The next requests whose path contains these words get this fault.
    pub(crate) fn refuse(&self, words: &'static str, fault: Fault, requests: u32) {
        lock(&self.orders).push(Order {
            words,
            fault,
            left: requests,
        });
    }

    /// How many it still has to refuse.
    pub(crate) fn left_to_refuse(&self) -> u32 {
        lock(&self.orders).iter().map(|order| order.left).sum()
    }
}

/// Carries one connection; each of these small requests arrives in one piece.
fn carry(mut client: TcpStream, server_port: u16, fault: impl Fn(&[u8]) -> Option<Fault>) {
    let Ok(mut server) = TcpStream::connect(("127.0.0.1", server_port)) else {
        return;
    };
    let (Ok(mut answers), Ok(mut back)) = (server.try_clone(), client.try_clone()) else {
        return;
    };
    let lose = Arc::new(AtomicBool::new(false));
    let to_lose = lose.clone();
    thread::spawn(move || {
        let mut buffer = vec![0; 1 << 16];
        while let Ok(read @ 1..) = answers.read(&mut buffer) {
            let is_lost = to_lose.load(Ordering::SeqCst);
            let fault = Fault::AnswerLost.answer();
            let sent = back.write_all(if is_lost { &fault } else { &buffer[..read] });
            if is_lost || sent.is_err() {
                break;
            }
        }
        let _ = back.shutdown(Shutdown::Both);
    });
    let mut buffer = vec![0; 1 << 16];
    while let Ok(read @ 1..) = client.read(&mut buffer) {
        match fault(&buffer[..read]) {
            Some(Fault::AnswerLost) => lose.store(true, Ordering::SeqCst),
            Some(fault) => {
                let _ = client.write_all(&fault.answer());
                break;
            }
            None => {}
        }
        if server.write_all(&buffer[..read]).is_err() {
            break;
        }
    }
    let _ = client.shutdown(Shutdown::Both);
    let _ = server.shutdown(Shutdown::Both);
}
