//! The real program, started as its operator would start it.

use crate::servers::client::Client;
use crate::servers::holds_in_time;
use crate::servers::inspircd::InspIrcd;
use crate::servers::line::Line;
use crate::servers::process::{Process, tail};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// The main room of the tests.
pub(crate) const ROOM: &str = "#fedora-admin";

/// A bot with its config, its store and its password files in a temporary folder.
pub(crate) struct Bot {
    folder: TempDir,
    process: Option<Process>,
    starts: u32,
}

impl Bot {
    /// A bot with these networks (TOML) and people, not started yet. On the network `lab` everybody's services account
    /// is spelled like the Fedora account.
    pub(crate) fn new(networks: &str, people: &[&str], sysadmin_main: &[&str]) -> Self {
        let folder = TempDir::with_prefix("rfrbot-bot-").expect("a temporary folder");
        let bot = Self {
            folder,
            process: None,
            starts: 0,
        };
        bot.write_secret("bot.password", "bot-password");
        let mut config = format!(
            "[bot]\ndata = \"store\"\n[tickets]\nbase = \"https://tickets.example.org/\"\n[limits]\nperson_commands_per_minute = 100000\n\
             place_commands_per_minute = 100000\nrequests_per_day = 100000\nchanges_per_day = 100000\nannouncements_per_rfr_per_hour = 100000\n[log]\nlevel = \"debug\"\n{networks}\n"
        );
        for name in people {
            writeln!(config, "[people.{name}]\nirc = [\"lab/{name}\"]").expect("a String takes it");
        }
        writeln!(config, "[groups]\nsysadmin-main = {sysadmin_main:?}").expect("a String takes it");
        fs::write(bot.folder.path().join("config.toml"), config).expect("writing the config");
        bot
    }

    /// A file beside the config that only the bot's user can read.
    pub(crate) fn write_secret(&self, name: &str, secret: &str) {
        let path = self.folder.path().join(name);
        fs::write(&path, format!("{secret}\n")).expect("writing a secret");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("protecting a secret");
    }

    /// The folder of its store.
    pub(crate) fn store(&self) -> std::path::PathBuf {
        self.folder.path().join("store")
    }

    /// A command of the program with this bot's config.
    pub(crate) fn command(&self, argument: &str) -> Command {
        let mut command = Command::new(crate::shipped::program());
        command
            .arg(argument)
            .arg("--config")
            .arg(self.folder.path().join("config.toml"));
        command.env_remove("RUST_LOG");
        command
    }

    /// Types these lines at the operator's console, and waits for its end.
    pub(crate) fn console(&self, speaker: &str, lines: &str) {
        let mut child = self
            .command("console")
            .args(["--as", speaker])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the console starts");
        let mut input = child.stdin.take().expect("a pipe");
        input.write_all(lines.as_bytes()).expect("the console reads");
        drop(input);
        let ended = child.wait_with_output().expect("the console ends");
        assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stdout));
    }

    /// Starts `rfrbot run`.
    pub(crate) fn start(&mut self) {
        assert!(self.process.is_none(), "it runs already");
        self.starts += 1;
        let log = format!("bot-{}.log", self.starts);
        self.process = Some(Process::start(&mut self.command("run"), self.folder.path(), &log));
    }

    /// Stops it as its operator would (SIGTERM), and waits.
    pub(crate) fn stop(&mut self) {
        self.process.take().expect("it runs").end_in_order();
    }

    /// Kills it (SIGKILL).
    pub(crate) fn kill(&mut self) {
        drop(self.process.take().expect("it runs"));
    }

    /// Changes the config before the next start.
    pub(crate) fn edit_config(&self, change: impl FnOnce(String) -> String) {
        let path = self.folder.path().join("config.toml");
        let config = fs::read_to_string(&path).expect("reading the config");
        fs::write(&path, change(config)).expect("writing the config");
    }

    /// Its log since the last start.
    pub(crate) fn log(&self) -> String {
        self.process.as_ref().expect("it runs").output()
    }

    /// The output of `rfrbot status`.
    pub(crate) fn status(&self) -> String {
        let output = self.command("status").output().expect("status runs");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Waits until it has logged these words.
    pub(crate) fn logs(&self, words: &str) {
        assert!(
            holds_in_time(|| self.log().contains(words)),
            "no {words:?} in its log:\n{}",
            tail(&self.log())
        );
    }

    /// The warnings and errors in its log with these words.
    pub(crate) fn warnings_with(&self, words: &str) -> Vec<String> {
        self.log()
            .lines()
            .filter(|line| (line.contains("WARN") || line.contains("ERROR")) && line.contains(words))
            .map(str::to_owned)
            .collect()
    }
}

/// A simple section for the lab's network with both rooms.
pub(crate) fn lab(port: u16, more: &str) -> String {
    format!(
        "[irc.lab]\nhost = \"127.0.0.1\"\nport = {port}\nplain = true\nnick = \"rfrbot\"\n\
         channels = [\"{ROOM}\", \"#fedora-noc\"]\nreconnect_seconds = [1, 2]\n{more}\n"
    )
}

/// Somebody with an account of that name, in the room but not in any room with the bot yet.
pub(crate) fn person_with_account(irc: &InspIrcd, name: &str) -> Client {
    irc.register_account(name, &format!("{name}-password"));
    let mut client = irc.person(name).sasl_plain(name, &format!("{name}-password")).connect();
    client.join(ROOM);
    client
}

/// Waits until the bot joins a room in which this person is, after what was expected last.
pub(crate) fn comes_back(who: &mut Client, room: &str) -> Line {
    who.expect(&format!("the bot entering {room}"), |line| {
        line.command == "JOIN" && line.nick().starts_with("rfrbot") && line.param(0).eq_ignore_ascii_case(room)
    })
}

/// What this person has heard from the bot so far, oldest first.
pub(crate) fn said_by_bot(who: &Client) -> Vec<String> {
    who.lines()
        .iter()
        .filter(|line| line.nick().starts_with("rfrbot") && matches!(line.command.as_str(), "PRIVMSG" | "NOTICE"))
        .map(|line| line.text().to_owned())
        .collect()
}

/// Says something in the room, and waits for the bot's reply to it that contains these words.
pub(crate) fn ask(who: &mut Client, text: &str, expected: &str) -> Line {
    who.say(ROOM, text);
    hears(who, expected)
}

/// Waits for a line of the bot that contains these words; every line of the bot fits into 512 bytes.
pub(crate) fn hears(who: &mut Client, expected: &str) -> Line {
    let line = who.expect(&format!("the bot saying {expected:?}"), |line| {
        line.nick().starts_with("rfrbot")
            && matches!(line.command.as_str(), "PRIVMSG" | "NOTICE")
            && line.text().contains(expected)
    });
    assert!(line.length <= 512, "a line of {} bytes: {}", line.length, line.raw);
    assert!(
        !line.text().starts_with(['!', '#']),
        "it looks like a command: {}",
        line.raw
    );
    line
}

/// Waits until the bot sits in a room in which this person is.
pub(crate) fn meets_bot(who: &mut Client, room: &str) {
    who.raw(&format!("NAMES {room}"));
    loop {
        let names = who.expect("the names of the room or the bot's JOIN", |line| {
            (line.command == "366" && line.param(1).eq_ignore_ascii_case(room))
                || (line.command == "353" && line.raw.contains("rfrbot"))
                || (line.command == "JOIN" && line.nick().starts_with("rfrbot") && line.raw.contains(room))
        });
        if names.command != "366" {
            return;
        }
    }
}
