//! ngIRCd alone: a server without accounts, to see how the bot copes with less.

use super::client::Person;
use super::ports::{free_port, loopback};
use super::process::{Process, tail};
use super::{holds_in_time, installed};
use std::fs;
use std::net::{SocketAddr, TcpStream};
use std::process::Command;
use tempfile::TempDir;

/// A running ngIRCd.
pub(crate) struct NgIrcd {
    // Declared before the folder, so that the server ends first.
    _server: Process,
    _folder: TempDir,
    port: u16,
}

impl NgIrcd {
    /// Starts it and waits until it accepts connections.
    pub(crate) fn start() -> Self {
        let folder = TempDir::with_prefix("rfrbot-ngircd-").expect("a temporary folder");
        let configuration = folder.path().join("ngircd.conf");
        let mut log = String::new();
        // Somebody else can take the port between choosing and starting.
        for attempt in 0..5 {
            let port = free_port();
            let text = format!(
                "[Global]\nName = ng.test.invalid\nInfo = A server for tests\nNetwork = PlainNet\nListen = 127.0.0.1\n\
                 Ports = {port}\nMotdPhrase = For tests\n\
                 [Limits]\nMaxConnectionsIP = 0\nMaxJoins = 50\nMaxNickLength = 16\n\
                 [Options]\nDNS = no\nIdent = no\nPAM = no\n"
            );
            fs::write(&configuration, text).expect("writing ngIRCd's configuration");
            let mut server = Process::start(
                Command::new(installed("ngircd"))
                    .arg("--nodaemon")
                    .arg("--config")
                    .arg(&configuration),
                folder.path(),
                &format!("ngircd.{attempt}.log"),
            );
            let up = holds_in_time(|| {
                !server.is_running() || server.output().contains("ready.") && TcpStream::connect(loopback(port)).is_ok()
            });
            log = server.output();
            if up && server.is_running() && log.contains("Now listening on") {
                return Self {
                    _server: server,
                    _folder: folder,
                    port,
                };
            }
        }
        panic!("ngIRCd did not start; it printed:\n{}", tail(&log));
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> SocketAddr {
        loopback(self.port)
    }

    /// Somebody who can connect to it.
    pub(crate) fn person(&self, nick: &str) -> Person {
        Person::new(self.address(), nick)
    }
}
