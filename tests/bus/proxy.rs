//! What stands between the bot and its broker when something goes wrong there.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::{ServerConfig, ServerConnection, StreamOwned};

/// What becomes of the connections.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Manner {
    /// Both sides hear each other.
    Passes,
    /// The broker hears, and nothing that it says comes back.
    LosesAnswers,
    /// What answers speaks no TLS.
    SpeaksNoTls,
    /// What answers has the broker's certificate, and speaks of something else.
    Lies,
}

const MANNERS: [Manner; 4] = [Manner::Passes, Manner::LosesAnswers, Manner::SpeaksNoTls, Manner::Lies];

/// A proxy in front of a broker.
pub(crate) struct Proxy {
    pub(crate) port: u16,
    manner: Arc<AtomicU8>,
}

impl Proxy {
    /// In front of the broker at that port, whose certificate is `server.pem` in this folder.
    pub(crate) fn start(broker: u16, folder: &Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let manner = Arc::new(AtomicU8::new(Manner::Passes as u8));
        let (now, tls) = (manner.clone(), tls(folder));
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (now, tls) = (now.clone(), tls.clone());
                std::thread::spawn(move || serve(stream, broker, &now, tls));
            }
        });
        Self { port, manner }
    }

    pub(crate) fn becomes(&self, manner: Manner) {
        self.manner.store(manner as u8, Ordering::SeqCst);
    }
}

fn tls(folder: &Path) -> Arc<ServerConfig> {
    let chain = CertificateDer::pem_file_iter(folder.join("server.pem")).unwrap();
    let key = PrivateKeyDer::from_pem_file(folder.join("server.key")).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain.map(Result::unwrap).collect(), key);
    Arc::new(config.unwrap())
}

fn current(manner: &AtomicU8) -> Manner {
    MANNERS[usize::from(manner.load(Ordering::SeqCst))]
}

/// Serves a connection until one of its ends closes it; that it ends early is what these tests are about.
fn serve(mut bot: TcpStream, broker: u16, manner: &Arc<AtomicU8>, tls: Arc<ServerConfig>) {
    match current(manner) {
        Manner::SpeaksNoTls => {
            let _ = bot.write_all(b"220 mail.example.org ESMTP\r\n");
        }
        Manner::Lies => {
            let mut stream = StreamOwned::new(ServerConnection::new(tls).unwrap(), bot);
            let _ = stream.write_all(&b"HTTP/1.1 200 OK\r\n\r\nno broker\r\n".repeat(100));
            let _ = stream.read(&mut [0; 64]);
        }
        Manner::Passes | Manner::LosesAnswers => {
            let Ok(server) = TcpStream::connect(("127.0.0.1", broker)) else {
                return;
            };
            let (from, to) = (server.try_clone().unwrap(), bot.try_clone().unwrap());
            let back = manner.clone();
            let answers = std::thread::spawn(move || pass(from, to, || current(&back) == Manner::Passes));
            pass(bot, server, || true);
            let _ = answers.join();
        }
    }
}

fn pass(mut from: TcpStream, mut to: TcpStream, passes: impl Fn() -> bool) {
    let mut bytes = [0; 4096];
    while let Ok(count @ 1..) = from.read(&mut bytes) {
        if passes() && to.write_all(&bytes[..count]).is_err() {
            break;
        }
    }
    let _ = from.shutdown(Shutdown::Both);
    let _ = to.shutdown(Shutdown::Both);
}
