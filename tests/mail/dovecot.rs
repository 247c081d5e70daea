//! A Dovecot for one test: one account, one Maildir, loopback only, every process ended by its id.

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use std::fs::{self, File, Permissions};
use std::io::Write;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// The password of the account `rfrbot`.
pub(crate) const PASSWORD: &str = "pässword \"with\" spaces";

/// How the server is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// TLS from the first byte, with a certificate of a private authority for `localhost`.
    Tls,
    /// Without TLS.
    Plain,
    /// Without TLS, and without IDLE.
    PlainWithoutIdle,
}

/// A running server.
pub(crate) struct Dovecot {
    process: Option<Process>,
    folder: TempDir,
    port: u16,
    way: Way,
}

/// The server's main process, and a guard that ends it if the test program is killed.
struct Process {
    child: Child,
    guard: Child,
}

const GUARD: &str = r#"trap '' INT TERM HUP; read -r ended || { kill -TERM "$0"; sleep 1; rm -rf -- "$1"; }"#;

const DEADLINE: Duration = Duration::from_secs(30);

impl Dovecot {
    /// Starts it and waits until it greets.
    pub(crate) fn start(way: Way) -> Self {
        let folder = TempDir::with_prefix("rfrbot-dovecot-").expect("a temporary folder");
        // The server's processes have their own users.
        fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).expect("opening the folder");
        for sub in ["mail", "mail/new", "mail/cur", "mail/tmp"] {
            let path = folder.path().join(sub);
            fs::create_dir(&path).expect("making the Maildir");
            fs::set_permissions(&path, Permissions::from_mode(0o777)).expect("opening the Maildir");
        }
        certificates(folder.path());
        let mut server = Self {
            process: None,
            folder,
            port: 0,
            way,
        };
        // Somebody else can take the port between choosing and starting.
        for _ in 0..5 {
            server.port = free_port();
            server.configure();
            if server.run() {
                return server;
            }
        }
        panic!("Dovecot did not start; it wrote:\n{}", server.log());
    }

    /// Where it listens on loopback.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// The private authority, if there is TLS.
    pub(crate) fn authority(&self) -> Option<PathBuf> {
        match self.way {
            Way::Tls => Some(self.folder.path().join("authority.pem")),
            Way::Plain | Way::PlainWithoutIdle => None,
        }
    }

    /// A mail arrives, as from a mail system on the same machine.
    pub(crate) fn deliver(&self, name: &str, mail: &str) {
        let maildir = self.folder.path().join("mail");
        let temporary = maildir.join("tmp").join(name);
        fs::write(&temporary, mail).expect("writing a mail");
        fs::set_permissions(&temporary, Permissions::from_mode(0o666)).expect("opening a mail");
        fs::rename(temporary, maildir.join("new").join(name)).expect("delivering a mail");
    }

    /// How many mails have the flag Seen.
    pub(crate) fn seen(&self) -> usize {
        let entries = fs::read_dir(self.folder.path().join("mail/cur")).expect("looking into the Maildir");
        let names = entries.map(|entry| entry.expect("an entry of the Maildir").file_name());
        let flags = |name: &str| name.split_once(":2,").is_some_and(|(_, flags)| flags.contains('S'));
        names.filter(|name| flags(&name.to_string_lossy())).count()
    }

    /// Ends it; its mails stay.
    pub(crate) fn stop(&mut self) {
        self.process = None;
    }

    /// Forgets its numbering of mails, as after a move to another machine. Only while it is stopped.
    pub(crate) fn forget_numbers(&self) {
        let index = self.folder.path().join("index");
        fs::remove_dir_all(&index).expect("removing the index");
        fs::create_dir(&index).expect("making the index");
        fs::set_permissions(index, Permissions::from_mode(0o777)).expect("opening the index");
    }

    /// Starts it again on the same port.
    pub(crate) fn start_again(&mut self) {
        assert!(self.run(), "Dovecot did not start again; it wrote:\n{}", self.log());
    }

    fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    fn run(&mut self) -> bool {
        let output = File::create(self.folder.path().join("output")).expect("a file for the server's output");
        let mut child = Command::new(program())
            .arg("-F")
            .arg("-c")
            .arg(self.folder.path().join("dovecot.conf"))
            .stdin(Stdio::null())
            .stdout(output.try_clone().expect("a second handle"))
            .stderr(output)
            .spawn()
            .expect("starting Dovecot");
        let end = Instant::now() + DEADLINE;
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            let ended = child.try_wait().expect("asking for the server's end");
            if ended.is_some() || Instant::now() > end {
                // Fails only if the process has ended already.
                let _ = child.kill();
                let _ = child.wait();
                return false;
            }
            // Only the polling interval; the condition decides.
            std::thread::sleep(Duration::from_millis(10));
        }
        let guard = Command::new("/bin/sh")
            .args(["-c", GUARD, &child.id().to_string()])
            .arg(self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("starting the guard of a server");
        self.process = Some(Process { child, guard });
        true
    }

    fn configure(&self) {
        let folder = self.folder.path().display();
        let is_root = fs::metadata("/proc/self").expect("asking who runs this").uid() == 0;
        // As root it uses its package's users; otherwise everything runs as the tester.
        let me = || {
            let name = Command::new("id")
                .arg("-un")
                .output()
                .expect("asking for the user's name");
            String::from_utf8(name.stdout).expect("a user's name").trim().to_owned()
        };
        let (internal, login, mail, chroot) = if is_root {
            let own = |name: &str| name.to_owned();
            (own("dovecot"), own("dovenull"), own("mail"), "")
        } else {
            (
                me(),
                me(),
                me(),
                "service imap-login {\n chroot =\n}\nservice anvil {\n chroot =\n}\n",
            )
        };
        let (plain, tls) = match self.way {
            Way::Tls => (0, self.port),
            Way::Plain | Way::PlainWithoutIdle => (self.port, 0),
        };
        let capability = match self.way {
            Way::Tls | Way::Plain => "",
            Way::PlainWithoutIdle => "imap_capability = IMAP4rev1 LITERAL+ UIDPLUS\n",
        };
        let text = format!(
            "base_dir = {folder}/run\nstate_dir = {folder}/state\nlog_path = {folder}/log\nprotocols = imap\n\
             listen = 127.0.0.1\nssl = yes\nssl_cert = <{folder}/server.pem\nssl_key = <{folder}/server.key\n\
             disable_plaintext_auth = no\nauth_mechanisms = plain\nauth_failure_delay = 0\n\
             mail_location = maildir:{folder}/mail:INDEX={folder}/index:CONTROL={folder}/index\nfirst_valid_uid = 1\n\
             default_internal_user = {internal}\ndefault_login_user = {login}\n{chroot}{capability}\
             mail_max_userip_connections = 100\n\
             service imap-login {{\n inet_listener imap {{\n port = {plain}\n }}\n\
             inet_listener imaps {{\n port = {tls}\n ssl = yes\n }}\n}}\n\
             passdb {{\n driver = passwd-file\n args = scheme=PLAIN username_format=%u {folder}/users\n}}\n\
             userdb {{\n driver = static\n args = uid={mail} gid={mail} home={folder}/mail\n}}\n"
        );
        for sub in ["run", "state", "index"] {
            let path = self.folder.path().join(sub);
            fs::create_dir_all(&path).expect("making the server's folders");
        }
        let index = self.folder.path().join("index");
        fs::set_permissions(index, Permissions::from_mode(0o777)).expect("opening the index");
        fs::write(
            self.folder.path().join("users"),
            format!("rfrbot:{{PLAIN}}{PASSWORD}\n"),
        )
        .expect("the account");
        fs::write(self.folder.path().join("dovecot.conf"), text).expect("the configuration");
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Asked to end, it also ends its own processes.
        let asked = Command::new("/bin/sh")
            .args(["-c", "kill -TERM \"$0\"", &self.child.id().to_string()])
            .status();
        if !asked.is_ok_and(|status| status.success()) {
            let _ = self.child.kill();
        }
        let _ = self.child.wait();
        if let Some(mut input) = self.guard.stdin.take() {
            let _ = input.write_all(b"ended\n");
        }
        let _ = self.guard.wait();
    }
}

/// A private authority and a certificate for `localhost`.
fn certificates(folder: &Path) {
    let key = KeyPair::generate().expect("making the authority's key");
    let mut params = CertificateParams::new(Vec::new()).expect("the authority's parameters");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority = params.self_signed(&key).expect("signing the authority");
    fs::write(folder.join("authority.pem"), authority.pem()).expect("writing the authority");
    let issuer = Issuer::new(params, key);
    let key = KeyPair::generate().expect("making the server's key");
    let server = CertificateParams::new(vec!["localhost".to_owned()])
        .expect("the server's parameters")
        .signed_by(&key, &issuer)
        .expect("signing the server");
    fs::write(folder.join("server.pem"), server.pem()).expect("writing the certificate");
    fs::write(folder.join("server.key"), key.serialize_pem()).expect("writing the key");
}

fn program() -> PathBuf {
    ["/usr/sbin/dovecot", "/usr/bin/dovecot", "/usr/local/sbin/dovecot"]
        .iter()
        .map(PathBuf::from)
        .find(|path| path.exists())
        .expect("Dovecot is not installed; `tests/run mail` installs it")
}

/// A port below the range of outgoing connections, so that the server can come back to it.
fn free_port() -> u16 {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let begin = std::process::id().wrapping_mul(97);
    for _ in 0..12_000 {
        let offset = begin.wrapping_add(NEXT.fetch_add(1, Ordering::Relaxed)) % 12_000;
        let port = u16::try_from(20_000 + offset).expect("the range ends below 65536");
        if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return port;
        }
    }
    panic!("no free port");
}
