//! A separate homeserver: Synapse from `PyPI` with `SQLite`, in a temporary folder.

use crate::servers::certificates::Identity;
use crate::servers::holds_in_time;
use crate::servers::ports::{free_port, loopback};
use crate::servers::process::{Process, tail};
use serde_json::json;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use tempfile::TempDir;

/// The name of the homeserver.
pub(crate) const SERVER: &str = "matrix.test";

/// Who is registered on every server from the start.
const REGISTERED: [&str; 3] = ["rfrbot", "ralph", "kevin"];

/// What every server begins with: its signing key, and its database with the tables and those who are registered.
/// Made once, since making keys and tables costs as much as all else that a server does for a test.
struct Beginning {
    key: Vec<u8>,
    database: Vec<u8>,
}

static BEGINNING: OnceLock<Beginning> = OnceLock::new();

/// The server's rate limits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limits {
    /// As on a real server: Synapse's own limits.
    Default,
    /// None, for tests about something else.
    None,
}

/// A running homeserver.
pub(crate) struct Synapse {
    folder: TempDir,
    port: u16,
    tls_port: u16,
    process: Option<Process>,
    starts: u32,
}

/// The Python with Synapse and matrix-nio.
pub(crate) fn python() -> PathBuf {
    let venv = std::env::var_os("RFRBOT_MATRIX_VENV").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("target/matrix-venv"),
        PathBuf::from,
    );
    let python = venv.join("bin/python");
    assert!(
        python.exists(),
        "{} is missing; `tests/run matrix` makes it",
        python.display()
    );
    python
}

impl Synapse {
    /// Starts a fresh one.
    pub(crate) fn start(limits: Limits) -> Self {
        Self::start_with(limits, None)
    }

    /// Starts a fresh one that listens with TLS too, with this certificate.
    pub(crate) fn start_with_tls(identity: &Identity) -> Self {
        Self::start_with(Limits::None, Some(identity))
    }

    fn start_with(limits: Limits, identity: Option<&Identity>) -> Self {
        let beginning = BEGINNING.get_or_init(Self::begin);
        let mut synapse = Self::prepare(limits, identity);
        fs::write(synapse.key(), &beginning.key).expect("writing the server's key");
        fs::write(synapse.database(), &beginning.database).expect("writing the server's database");
        synapse.resume();
        synapse
    }

    fn begin() -> Beginning {
        let mut synapse = Self::prepare(Limits::None, None);
        let keys = synapse
            .command()
            .arg("--generate-keys")
            .output()
            .expect("running Synapse");
        assert!(keys.status.success(), "{}", String::from_utf8_lossy(&keys.stderr));
        synapse.resume();
        for name in REGISTERED {
            synapse.make_account(name);
        }
        synapse.stop();
        Beginning {
            key: fs::read(synapse.key()).expect("the server has a key"),
            database: fs::read(synapse.database()).expect("the server has a database"),
        }
    }

    fn key(&self) -> PathBuf {
        self.folder.path().join("signing.key")
    }

    fn database(&self) -> PathBuf {
        self.folder.path().join("homeserver.db")
    }

    /// A server that has its config and nothing else.
    fn prepare(limits: Limits, identity: Option<&Identity>) -> Self {
        let folder = TempDir::with_prefix("rfrbot-synapse-").expect("a temporary folder");
        let port = free_port();
        let tls_port = free_port();
        let (tls_listener, tls_files) = identity.map_or_else(Default::default, |identity| {
            let listener = format!(
                "  - {{ port: {tls_port}, tls: true, bind_addresses: ['127.0.0.1'], type: http, resources: [{{ names: [client] }}] }}\n"
            );
            let files = format!(
                "tls_certificate_path: '{}'\ntls_private_key_path: '{}'\n",
                identity.certificate.display(),
                identity.key.display()
            );
            (listener, files)
        });
        let at = folder.path().display();
        let lax = "{ per_second: 10000, burst_count: 10000 }";
        let limits = match limits {
            Limits::Default => String::new(),
            Limits::None => format!(
                "rc_message: {lax}\nrc_login: {{ address: {lax}, account: {lax}, \
                 failed_attempts: {lax} }}\nrc_joins: {{ local: {lax}, remote: {lax} }}\n\
                 rc_invites: {{ per_room: {lax}, per_user: {lax}, per_issuer: {lax} }}\nrc_room_creation: {lax}\n"
            ),
        };
        let config = format!(
            "server_name: {SERVER}\nrc_registration: {lax}\nenable_registration: true\n\
             enable_registration_without_verification: true\nreport_stats: false\nsuppress_key_server_warning: true\ntrusted_key_servers: []\n\
             listeners:\n  - {{ port: {port}, bind_addresses: ['127.0.0.1'], type: http, resources: [{{ names: [client] }}] }}\n\
             {tls_listener}{tls_files}database: {{ name: sqlite3, args: {{ database: '{at}/homeserver.db' }} }}\n\
             media_store_path: '{at}/media'\nsigning_key_path: '{at}/signing.key'\npid_file: '{at}/pid'\n\
             macaroon_secret_key: test\nform_secret: test\nbcrypt_rounds: 4\n\
             presence: {{ enabled: false }}\n{limits}"
        );
        fs::write(folder.path().join("homeserver.yaml"), config).expect("writing the server's config");
        Self {
            folder,
            port,
            tls_port,
            process: None,
            starts: 0,
        }
    }

    fn command(&self) -> Command {
        let mut command = Command::new(python());
        command
            .args(["-m", "synapse.app.homeserver", "-c"])
            .arg(self.folder.path().join("homeserver.yaml"))
            .current_dir(self.folder.path());
        command
    }

    /// Starts it (again), and waits until it answers.
    pub(crate) fn resume(&mut self) {
        self.starts += 1;
        let log = format!("synapse-{}.log", self.starts);
        let mut process = Process::start(&mut self.command(), self.folder.path(), &log);
        let answers = holds_in_time(|| TcpStream::connect(loopback(self.port)).is_ok() || !process.is_running());
        assert!(
            answers && process.is_running(),
            "Synapse did not start:\n{}",
            tail(&process.output())
        );
        self.process = Some(process);
    }

    /// Stops it as its operator would.
    pub(crate) fn stop(&mut self) {
        self.process.take().expect("it runs").end_in_order();
    }

    /// Its address.
    pub(crate) fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Its address with TLS.
    pub(crate) fn tls_address(&self) -> String {
        format!("https://localhost:{}", self.tls_port)
    }

    /// Its port without TLS.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The folder, also for what belongs to its people.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Makes an account, unless every server has it; the password is `NAME-password`.
    pub(crate) fn register(&self, name: &str) {
        if !REGISTERED.contains(&name) {
            self.make_account(name);
        }
    }

    fn make_account(&self, name: &str) {
        let body = json!({
            "username": name,
            "password": format!("{name}-password"),
            "auth": { "type": "m.login.dummy" },
            "inhibit_login": true,
        })
        .to_string();
        let mut server = TcpStream::connect(loopback(self.port)).expect("Synapse answers");
        write!(
            server,
            "POST /_matrix/client/v3/register HTTP/1.1\r\nHost: {SERVER}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .expect("Synapse listens");
        let mut answer = String::new();
        server.read_to_string(&mut answer).expect("Synapse answers");
        assert!(answer.starts_with("HTTP/1.1 200"), "registering {name}: {answer}");
    }
}
