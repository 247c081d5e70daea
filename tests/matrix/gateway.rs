//! A gateway before the homeserver that is out of order for some requests, as gateways are.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

const OUT_OF_ORDER: &[u8] = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// A gateway; its threads end with the connections.
pub(crate) struct Gateway {
    address: SocketAddr,
    to_refuse: Arc<AtomicU32>,
}

impl Gateway {
    /// Lets everything through; can be told to refuse GET requests whose path contains these words.
    pub(crate) fn start(server_port: u16, words: &'static str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("a bound socket has an address");
        let to_refuse = Arc::new(AtomicU32::new(0));
        let left = to_refuse.clone();
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let left = left.clone();
                thread::spawn(move || {
                    let refuse = |request: &[u8]| {
                        let request = String::from_utf8_lossy(request);
                        let path = request.strip_prefix("GET ").and_then(|rest| rest.split(' ').next());
                        path.is_some_and(|path| path.contains(words))
                            && left
                                .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1))
                                .is_ok()
                    };
                    carry(client, server_port, refuse);
                });
            }
        });
        Self { address, to_refuse }
    }

    /// Its address, for the bot's config.
    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The next so many of those requests are answered with 502.
    pub(crate) fn refuse(&self, requests: u32) {
        self.to_refuse.store(requests, Ordering::SeqCst);
    }

    /// How many it still has to refuse.
    pub(crate) fn left_to_refuse(&self) -> u32 {
        self.to_refuse.load(Ordering::SeqCst)
    }
}

/// Carries one connection; each request of these small ones comes in one piece.
fn carry(mut client: TcpStream, server_port: u16, refuse: impl Fn(&[u8]) -> bool) {
    let Ok(mut server) = TcpStream::connect(("127.0.0.1", server_port)) else {
        return;
    };
    let (Ok(mut answers), Ok(mut back)) = (server.try_clone(), client.try_clone()) else {
        return;
    };
    thread::spawn(move || {
        // An error here is a connection that has ended.
        let _ = std::io::copy(&mut answers, &mut back);
        let _ = back.shutdown(Shutdown::Both);
    });
    let mut buffer = vec![0; 1 << 16];
    while let Ok(read @ 1..) = client.read(&mut buffer) {
        if refuse(&buffer[..read]) {
            let _ = client.write_all(OUT_OF_ORDER);
            break;
        }
        if server.write_all(&buffer[..read]).is_err() {
            break;
        }
    }
    let _ = client.shutdown(Shutdown::Both);
    let _ = server.shutdown(Shutdown::Both);
}
