//! The real program, started as its operator would start it.

use crate::person::id;
use crate::servers::holds_in_time;
use crate::servers::process::{Process, tail};
use crate::synapse::{SERVER, Synapse};
use std::fmt::Write;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

/// A bot with its config, its store and its secrets in a temporary folder.
pub(crate) struct Bot {
    folder: TempDir,
    process: Option<Process>,
    starts: u32,
}

impl Bot {
    /// A bot in these rooms (by alias), not started yet. Everybody is known: ralph through the homeserver's account
    /// names, kevin and smooge (of sysadmin-main) through the config.
    pub(crate) fn new(synapse: &Synapse, rooms: &[&str], more: &str) -> Self {
        synapse.register("rfrbot");
        Self::at(&synapse.address(), rooms, more)
    }

    /// The same with another homeserver.
    pub(crate) fn at(homeserver: &str, rooms: &[&str], more: &str) -> Self {
        let folder = TempDir::with_prefix("rfrbot-bot-").expect("a temporary folder");
        let bot = Self {
            folder,
            process: None,
            starts: 0,
        };
        bot.write_secret("matrix.password", "rfrbot-password");
        bot.write_secret("matrix.recovery", "a long passphrase for the recovery");
        let rooms: Vec<String> = rooms.iter().map(|room| alias(room)).collect();
        let mut config = format!(
            "[bot]\ndata = \"store\"\n[tickets]\nbase = \"https://tickets.example.org/\"\n[limits]\nperson_commands_per_minute = 100000\n\
             place_commands_per_minute = 100000\nrequests_per_day = 100000\nchanges_per_day = 100000\nannouncements_per_rfr_per_hour = 100000\nnotes_per_day = 100000\nquestions_per_day = 100000\n[log]\nlevel = \"debug\"\n\
             [matrix]\nhomeserver = \"{homeserver}\"\nuser = \"{}\"\npassword_file = \"matrix.password\"\nrooms = {rooms:?}\n\
             account_servers = [\"{SERVER}\"]\nbridge_ghosts = [\"@irc-*:{SERVER}\"]\n\
             invites_from_groups = [\"sysadmin-main\"]\nretry_seconds = [1, 2]\n{more}\n",
            id("rfrbot")
        );
        for name in ["kevin", "smooge"] {
            writeln!(config, "[people.{name}]\nmatrix = [{:?}]", id(name)).expect("a String takes it");
        }
        config.push_str("[groups]\nsysadmin-main = [\"kevin\", \"smooge\"]\n");
        fs::write(bot.folder.path().join("config.toml"), config).expect("writing the config");
        bot
    }

    /// Gives it the secret for verifying its device, which costs seconds of hashing.
    pub(crate) fn take_recovery_secret(&self) {
        self.change_config(|config| {
            config.replacen("[matrix]\n", "[matrix]\nrecovery_file = \"matrix.recovery\"\n", 1)
        });
    }

    /// A file beside the config that only the bot's user can read.
    pub(crate) fn write_secret(&self, name: &str, secret: &str) {
        let path = self.folder.path().join(name);
        fs::write(&path, format!("{secret}\n")).expect("writing a secret");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).expect("protecting a secret");
    }

    /// The folder of the config.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The folder of the Matrix side.
    pub(crate) fn matrix_folder(&self) -> std::path::PathBuf {
        self.folder.path().join("store/matrix")
    }

    /// The config's text, changed.
    pub(crate) fn change_config(&self, change: impl FnOnce(String) -> String) {
        let path = self.folder.path().join("config.toml");
        let config = fs::read_to_string(&path).expect("the config can be read");
        fs::write(path, change(config)).expect("the config can be written");
    }

    /// A command of the program on this bot's config.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(crate::shipped::program());
        command
            .args(arguments)
            .arg("--config")
            .arg(self.folder.path().join("config.toml"));
        command.env_remove("RUST_LOG");
        command
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("the program runs")
    }

    /// Starts `rfrbot run`.
    pub(crate) fn start(&mut self) {
        assert!(self.process.is_none(), "it runs already");
        self.starts += 1;
        let log = format!("bot-{}.log", self.starts);
        self.process = Some(Process::start(&mut self.command(&["run"]), self.folder.path(), &log));
    }

    /// Waits for words in the log.
    pub(crate) fn logs(&mut self, words: &str) {
        let process = self.process.as_mut().expect("it runs");
        let logged = holds_in_time(|| process.output().contains(words));
        assert!(logged, "{words:?} was not logged:\n{}", process.output());
    }

    /// Stops it as its operator would (SIGTERM), and waits.
    pub(crate) fn stop(&mut self) {
        self.process.take().expect("it runs").end_in_order();
    }

    /// Kills it (SIGKILL).
    pub(crate) fn kill(&mut self) {
        drop(self.process.take().expect("it runs"));
    }

    /// Freezes it (SIGSTOP): it neither reads nor answers.
    pub(crate) fn hold(&self) {
        self.signal("STOP");
    }

    /// Lets it go on.
    pub(crate) fn let_go(&self) {
        self.signal("CONT");
    }

    /// Makes it reload its config (SIGHUP).
    pub(crate) fn hang_up(&self) {
        self.signal("HUP");
    }

    /// Its process id.
    pub(crate) fn id(&self) -> u32 {
        self.process.as_ref().expect("it runs").id()
    }

    fn signal(&self, name: &str) {
        let id = self.id();
        let sent = Command::new("/bin/sh")
            .args(["-c", "kill -s \"$0\" \"$1\"", name, &id.to_string()])
            .status()
            .expect("running kill");
        assert!(sent.success(), "could not signal process {id}");
    }

    /// Is it still running?
    pub(crate) fn is_running(&mut self) -> bool {
        self.process.as_mut().is_some_and(Process::is_running)
    }

    /// Waits until it has ended by itself; returns its output.
    pub(crate) fn ends(&mut self) -> String {
        let mut process = self.process.take().expect("it runs");
        let ended = holds_in_time(|| !process.is_running());
        assert!(ended, "it still runs:\n{}", process.output());
        process.output()
    }

    /// Everything that it has logged since its last start.
    pub(crate) fn log(&self) -> String {
        self.process.as_ref().expect("it runs").output()
    }

    /// The mode of a file of the Matrix side.
    pub(crate) fn mode(&self, name: &str) -> u32 {
        let path: &Path = &self.matrix_folder().join(name);
        fs::metadata(path).expect("the file is there").permissions().mode() & 0o777
    }
}

/// A failed test prints the bot's log.
impl Drop for Bot {
    fn drop(&mut self) {
        if let Some(process) = &self.process
            && std::thread::panicking()
        {
            eprintln!("the end of the bot's log:\n{}", tail(&process.output()));
        }
    }
}

/// The full alias of a local room.
pub(crate) fn alias(name: &str) -> String {
    format!("#{name}:{SERVER}")
}
