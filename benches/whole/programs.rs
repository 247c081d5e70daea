//! The programs that are measured, each in a folder of its own, each as a process of its own.

use super::stand_in::{Link, Server};
use std::fs::{self, File};
use std::os::unix::fs::chown;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Which program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Floor,
    Eggdrop,
    Rfrbot,
}

/// The user as whom eggdrop runs where the benchmark runs as root, which eggdrop refuses.
const NOBODY: u32 = 65534;

const EGGDROP: &str = "/usr/bin/eggdrop";

/// A program with its server, its folder and its process.
pub(crate) struct Program {
    pub(crate) kind: Kind,
    pub(crate) server: Server,
    folder: PathBuf,
    child: Option<Child>,
    /// What stands before its command line.
    wrapper: Vec<String>,
}

impl Program {
    /// Prepares a program; nothing runs yet.
    pub(crate) fn new(kind: Kind, rfrs: usize, under: &Path) -> Self {
        let server = Server::new();
        let folder = under.join(format!("{kind:?}").to_lowercase());
        fs::create_dir_all(&folder).expect("a folder");
        match kind {
            Kind::Floor => {}
            Kind::Eggdrop => prepare_eggdrop(&folder, server.port(), rfrs),
            Kind::Rfrbot => prepare_rfrbot(&folder, server.port(), rfrs),
        }
        Self {
            kind,
            server,
            folder,
            child: None,
            wrapper: Vec::new(),
        }
    }

    /// From now on it is started by another program.
    pub(crate) fn under(&mut self, wrapper: Vec<String>) {
        self.wrapper = wrapper;
    }

    fn command(&self) -> Command {
        match self.kind {
            Kind::Floor => {
                let mut command = Command::new(std::env::current_exe().expect("our own path"));
                command
                    .args(["floor", &self.server.port().to_string()])
                    .arg(&self.folder);
                command
            }
            Kind::Eggdrop => {
                let mut command = Command::new(EGGDROP);
                command.args(["-n", "-m", "eggdrop.conf"]);
                if we_are_root() {
                    command.uid(NOBODY).gid(NOBODY);
                }
                command
            }
            Kind::Rfrbot => {
                let mut words = self
                    .wrapper
                    .iter()
                    .map(String::as_str)
                    .chain([env!("CARGO_BIN_EXE_rfrbot")]);
                let mut command = Command::new(words.next().expect("a program"));
                command.args(words).args(["run", "--config", "rfrbot.toml"]);
                command
            }
        }
    }

    /// Starts it; returns the moment.
    pub(crate) fn start(&mut self) -> Instant {
        let log = File::create(self.folder.join("log")).expect("a log");
        let mut command = self.command();
        command
            .current_dir(&self.folder)
            .env_remove("RUST_LOG")
            .stdin(Stdio::null())
            .stdout(log.try_clone().expect("a log"))
            .stderr(log);
        let began = Instant::now();
        self.child = Some(command.spawn().expect("the program starts"));
        began
    }

    /// Starts it and waits until it is in the channel and has answered once.
    pub(crate) fn start_and_join(&mut self) -> (Link, Duration) {
        let began = self.start();
        let mut link = self.server.accept();
        let asked = link.said("kevin", "!rfr version");
        link.send(&asked);
        link.answer(1, |words| words.starts_with("kevin: "));
        (link, began.elapsed())
    }

    pub(crate) fn process(&self) -> u32 {
        self.child.as_ref().expect("it runs").id()
    }

    /// Waits for its end.
    pub(crate) fn wait(&mut self, deadline: Duration) {
        let began = Instant::now();
        let mut child = self.child.take().expect("it runs");
        while child.try_wait().expect("our child").is_none() {
            assert!(began.elapsed() < deadline, "{:?} does not end", self.kind);
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Ends it by its id.
    pub(crate) fn end(&mut self) {
        if let Some(mut child) = self.child.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.end();
    }
}

fn we_are_root() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .find_map(|line| line.strip_prefix("Uid:"))
        .is_some_and(|ids| ids.split_whitespace().nth(1) == Some("0"))
}

/// The name of an RFR of the benchmark.
pub(crate) fn name(number: usize) -> String {
    format!("service{number}")
}

fn prepare_rfrbot(folder: &Path, port: u16, rfrs: usize) {
    let config = format!(
        r##"[bot]
data = "store"
[tickets]
base = "https://tickets.example.org/"
[log]
level = "warn"
[limits]
person_commands_per_minute = 1000000000
place_commands_per_minute = 1000000000
requests_per_day = 1000000000
changes_per_day = 1000000000
announcements_per_rfr_per_hour = 1000000000
questions_per_day = 1000000000
notes_per_day = 1000000000
[irc.bench]
host = "127.0.0.1"
port = {port}
plain = true
channels = ["#bench"]
pace = "unlimited"
[announce]
places = []
[people.kevin]
irc = ["bench/kevin"]
[people.ralph]
irc = ["bench/ralph"]
{}
[groups]
sysadmin-main = ["kevin"]
"##,
        (0..50)
            .map(|number| format!("[people.p{number}]\nirc = [\"bench/p{number}\"]\n"))
            .collect::<Vec<_>>()
            .concat()
    );
    fs::write(folder.join("rfrbot.toml"), config).expect("writing the config");
    // The RFRs come in by the console, the way in which an operator would try it.
    let mut lines = String::from("/as kevin\n");
    for number in 0..rfrs {
        let name = name(number);
        let line = format!("new {name} {} A service for everybody\n", 1000 + number);
        lines.push_str(&line);
    }
    let input = folder.join("requests");
    fs::write(&input, lines).expect("writing the requests");
    let done = Command::new(env!("CARGO_BIN_EXE_rfrbot"))
        .args(["console", "--config", "rfrbot.toml", "--as", "kevin"])
        .current_dir(folder)
        .stdin(File::open(&input).expect("the requests"))
        .output()
        .expect("the console runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn prepare_eggdrop(folder: &Path, port: u16, rfrs: usize) {
    assert!(
        Path::new(EGGDROP).exists(),
        "eggdrop is missing: run benches/run, which installs it"
    );
    let mut tables = String::from("db eval {BEGIN}\n");
    for number in 0..rfrs {
        let row = format!(
            "db eval {{INSERT INTO rfrs VALUES ('{}', 'request', 'A service for everybody')}}\n",
            name(number)
        );
        tables.push_str(&row);
    }
    tables.push_str("db eval {COMMIT}\n");
    let config = format!(
        r#"set username "bench"
set admin "bench"
set network "bench"
set net-type 5
set nick "eggdrop"
set altnick "eggdro?"
set realname "bench"
set mod-path "/usr/lib/eggdrop/modules/"
set help-path "help/"
set text-path "/usr/share/eggdrop/text/"
set motd "/usr/share/eggdrop/text/motd"
set temp-path "/tmp"
set userfile "eggdrop.user"
set pidfile "eggdrop.pid"
set chanfile "eggdrop.chan"
set keep-all-logs 0
set flood-msg 0:0
set flood-ctcp 0:0
set ignore-time 0
set max-logs 5
loadmodule blowfish
loadmodule channels
set default-flood-chan 0:0
set default-flood-deop 0:0
set default-flood-kick 0:0
set default-flood-join 0:0
set default-flood-ctcp 0:0
set default-flood-nick 0:0
loadmodule server
set servers {{ 127.0.0.1:{port} }}
set flood-msg 0:0
set flood-ctcp 0:0
set server-timeout 60
set check-stoned 0
set server-cycle-wait 1
loadmodule irc
channel add #bench
channel set #bench flood-chan 0:0 flood-deop 0:0 flood-kick 0:0 flood-join 0:0 flood-ctcp 0:0 flood-nick 0:0
package require sqlite3
sqlite3 db bench.sqlite
db eval {{CREATE TABLE IF NOT EXISTS rfrs (name TEXT PRIMARY KEY, phase TEXT, title TEXT)}}
db eval {{CREATE TABLE IF NOT EXISTS notes (id INTEGER PRIMARY KEY, name TEXT, author TEXT, words TEXT)}}
if {{![db exists {{SELECT 1 FROM rfrs}}]}} {{
{tables}
}}
bind pub - !rfr answer
proc answer {{nick host hand chan words}} {{
  set verb [lindex [split $words] 0]
  set name [lindex [split $words] 1]
  switch -- $verb {{
    status {{
      set row [db eval {{SELECT phase, title FROM rfrs WHERE name = $name}}]
      putnow "PRIVMSG $chan :$nick: $name: $row"
    }}
    note {{
      set text [join [lrange [split $words] 2 end]]
      db eval {{INSERT INTO notes (name, author, words) VALUES ($name, $nick, $text)}}
      putnow "PRIVMSG $chan :$nick: $name: noted."
    }}
    default {{ putnow "PRIVMSG $chan :$nick: eggdrop" }}
  }}
  return 1
}}
"#
    );
    fs::write(folder.join("eggdrop.conf"), config).expect("writing the config");
    if we_are_root() {
        for path in [folder.to_owned(), folder.join("eggdrop.conf")] {
            chown(&path, Some(NOBODY), Some(NOBODY)).expect("a folder for nobody");
        }
    }
}
