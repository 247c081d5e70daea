//! The program with a config and a store of its own: written, started, asked, read and ended by its id.
//!
//! Each part of the tests adds to [`Bot`] the config that it is about.

pub(crate) mod process;

use crate::shipped::program;
use process::{Process, tail};
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long a condition may take before a test fails: generous, because it only ends tests that are lost.
const DEADLINE: Duration = Duration::from_secs(120);

/// Waits until a condition holds; false when the deadline passed first.
pub(crate) fn holds_in_time(mut condition: impl FnMut() -> bool) -> bool {
    let end = Instant::now() + DEADLINE;
    while !condition() {
        if Instant::now() > end {
            return false;
        }
        // Only the pace of asking again; the condition decides.
        std::thread::sleep(Duration::from_millis(10));
    }
    true
}

/// The top of a config in which no budget is ever spent.
pub(crate) const UNLIMITED: &str = "[bot]\ndata = \"store\"\n[tickets]\nbase = \"https://tickets.example.org/\"\n\
     [limits]\nperson_commands_per_minute = 100000\nplace_commands_per_minute = 100000\nrequests_per_day = 100000\n\
     changes_per_day = 100000\nnotes_per_day = 100000\nquestions_per_day = 100000\n\
     announcements_per_rfr_per_hour = 100000\n[log]\nlevel = \"debug\"\n";

/// A bot with its config, its store and its secrets in a temporary folder.
pub(crate) struct Bot {
    folder: TempDir,
    process: Option<Process>,
    starts: u32,
}

impl Bot {
    /// A bot with this config, not started yet.
    pub(crate) fn with_config(config: &str) -> Self {
        Self::in_folder(TempDir::with_prefix("rfrbot-bot-").expect("a temporary folder"), config)
    }

    /// The same where something is in the folder already.
    pub(crate) fn in_folder(folder: TempDir, config: &str) -> Self {
        fs::write(folder.path().join("config.toml"), config).expect("writing the config");
        Self {
            folder,
            process: None,
            starts: 0,
        }
    }

    /// A file or folder beside the config.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file beside the config that only the bot's user can read.
    pub(crate) fn write_secret(&self, name: &str, secret: &str) {
        fs::write(self.path(name), format!("{secret}\n")).expect("writing a secret");
        fs::set_permissions(self.path(name), fs::Permissions::from_mode(0o600)).expect("protecting a secret");
    }

    /// Changes the config, which the next start or reload reads.
    pub(crate) fn edit_config(&self, change: impl FnOnce(String) -> String) {
        let path = self.path("config.toml");
        let config = fs::read_to_string(&path).expect("reading the config");
        fs::write(&path, change(config)).expect("writing the config");
    }

    /// A command of the program on this bot's config.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(program());
        command.args(arguments).arg("--config").arg(self.path("config.toml"));
        command.env_remove("RUST_LOG").env_remove("NOTIFY_SOCKET");
        command
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        let mut command = self.command(arguments);
        command.stdin(Stdio::null()).output().expect("the program runs")
    }

    /// What `rfrbot status` says of it, whatever is down.
    pub(crate) fn status(&self) -> String {
        let Output { stdout, stderr, .. } = self.run(&["status"]);
        String::from_utf8_lossy(&[stdout, stderr].concat()).into_owned()
    }

    /// Says these lines on the operator's console, and returns what was answered until its end.
    pub(crate) fn console(&self, speaker: &str, lines: &str) -> String {
        let mut child = self
            .command(&["console", "--as", speaker])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the console starts");
        let mut input = child.stdin.take().expect("a pipe");
        input.write_all(lines.as_bytes()).expect("the console reads");
        drop(input);
        let ended = child.wait_with_output().expect("the console ends");
        let said = String::from_utf8_lossy(&ended.stdout).into_owned();
        // By 1 it says that a line was refused.
        assert!(matches!(ended.status.code(), Some(0 | 1)), "{said}");
        said
    }

    /// Starts `rfrbot run`.
    pub(crate) fn start(&mut self) {
        self.start_with(&[]);
    }

    /// The same with these variables in its environment.
    pub(crate) fn start_with(&mut self, variables: &[(&str, &str)]) {
        assert!(self.process.is_none(), "it runs already");
        self.starts += 1;
        let mut command = self.command(&["run"]);
        command.envs(variables.iter().copied());
        self.process = Some(Process::start(&mut command, self.folder.path(), &self.log_name()));
    }

    /// Waits until it can be asked.
    pub(crate) fn is_ready(&self) {
        let up = holds_in_time(|| self.status().contains(", up for "));
        assert!(up, "it does not start:\n{}", self.log());
    }

    /// Stops it as its operator would (SIGTERM), and waits until it has ended in order.
    pub(crate) fn stop(&mut self) {
        self.running().signal("TERM");
        self.ends();
    }

    /// Waits until it has ended by itself; returns what it logged.
    pub(crate) fn ends(&mut self) -> String {
        let mut process = self.process.take().expect("it runs");
        let ended = holds_in_time(|| !process.is_running());
        assert!(ended, "it still runs:\n{}", tail(&process.output()));
        process.output()
    }

    /// Ends it without any warning (SIGKILL).
    pub(crate) fn kill(&mut self) {
        drop(self.process.take().expect("it runs"));
    }

    /// The same, and gives back its folder.
    pub(crate) fn into_folder(mut self) -> TempDir {
        self.kill();
        self.folder
    }

    /// Sends it a signal.
    pub(crate) fn signal(&self, name: &str) {
        self.running().signal(name);
    }

    /// Its process id.
    pub(crate) fn id(&self) -> u32 {
        self.running().id()
    }

    /// Is it still running?
    pub(crate) fn is_running(&mut self) -> bool {
        self.process.as_mut().is_some_and(Process::is_running)
    }

    /// Everything that it has logged since its last start.
    pub(crate) fn log(&self) -> String {
        fs::read_to_string(self.path(&self.log_name())).unwrap_or_default()
    }

    /// Waits until it has logged these words.
    pub(crate) fn logs(&self, words: &str) {
        let logged = holds_in_time(|| self.log().contains(words));
        assert!(logged, "no {words:?} in its log:\n{}", tail(&self.log()));
    }

    /// The lines of its log that an operator reads (warnings and errors) with these words.
    pub(crate) fn warnings_with(&self, words: &str) -> Vec<String> {
        self.log()
            .lines()
            .filter(|line| (line.contains("WARN") || line.contains("ERROR")) && line.contains(words))
            .map(str::to_owned)
            .collect()
    }

    fn running(&self) -> &Process {
        self.process.as_ref().expect("it runs")
    }

    fn log_name(&self) -> String {
        format!("bot-{}.log", self.starts)
    }
}
