//! The real program, started as its operator would start it.

use crate::servers::client::Client;
use crate::servers::line::Line;
use crate::servers::process::Process;
use std::fmt::Write;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use tempfile::TempDir;

/// The room of all stories.
pub(crate) const ROOM: &str = "#fedora-admin";

/// A bot with its config, its store and its password files in a temporary folder.
pub(crate) struct Bot {
    folder: TempDir,
    process: Option<Process>,
    starts: u32,
}

impl Bot {
    /// A bot with these networks (TOML) and people, not started yet. Everybody's services account on the network
    /// `lab` is spelled like the Fedora account.
    pub(crate) fn new(networks: &str, people: &[&str], sysadmin_main: &[&str]) -> Self {
        let folder = TempDir::with_prefix("rfrbot-bot-").expect("a temporary folder");
        let bot = Self {
            folder,
            process: None,
            starts: 0,
        };
        bot.write_secret("bot.password", "bot-password");
        let mut config = format!(
            "[bot]\ndata = \"store\"\n[tickets]\nbase = \"https://tickets.example.org/\"\n[log]\nlevel = \"debug\"\n{networks}\n"
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

    /// The folder of config and store.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A command of the program on this bot's config.
    pub(crate) fn command(&self, argument: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rfrbot"));
        command
            .arg(argument)
            .arg("--config")
            .arg(self.folder.path().join("config.toml"));
        command.env_remove("RUST_LOG");
        command
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

    /// Ends it without any warning (SIGKILL).
    pub(crate) fn kill(&mut self) {
        drop(self.process.take().expect("it runs"));
    }

    /// Everything that it has logged since its last start.
    pub(crate) fn log(&self) -> String {
        self.process.as_ref().expect("it runs").output()
    }
}

/// The plain network section of the lab with both rooms.
pub(crate) fn lab(port: u16, more: &str) -> String {
    format!(
        "[irc.lab]\nhost = \"127.0.0.1\"\nport = {port}\nplain = true\nnick = \"rfrbot\"\n\
         channels = [\"{ROOM}\", \"#fedora-noc\"]\nreconnect_seconds = [1, 2]\n{more}\n"
    )
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
