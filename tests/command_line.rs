//! The program as its operator meets it: one process after another on real files, without any server.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A folder with a config and a store, of one operator.
struct Desk {
    folder: TempDir,
}

impl Desk {
    /// With this config, in which the store is the folder `store`.
    fn new(config: &str) -> Self {
        let folder = TempDir::with_prefix("rfrbot-process-").expect("a folder");
        let desk = Self { folder };
        let config = format!("[bot]\ndata = \"store\"\n{config}");
        fs::write(desk.path("config.toml"), config).expect("writing the config");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn journal(&self) -> PathBuf {
        self.path("store/journal/00000000000000000001.jsonl")
    }

    /// The program, without anything of the tester's own surroundings.
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rfrbot"));
        command.args(arguments).env_clear().env("HOME", self.folder.path());
        command.current_dir(self.folder.path());
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let output = self.command(arguments).stdin(Stdio::null()).output();
        Ran::from(output.expect("the program runs"))
    }

    /// A command on the config.
    fn with_config(&self, arguments: &[&str]) -> Ran {
        let mut all = arguments.to_vec();
        all.extend(["--config", "config.toml"]);
        self.run(&all)
    }

    /// The console on the config, with these lines coming through a pipe.
    fn console(&self, lines: &[&str]) -> Ran {
        let mut child = self.open_console(&["--config", "config.toml"]);
        let mut input = child.stdin.take().expect("a pipe");
        // A console that refuses to start may be gone before it has read anything.
        let _ = input.write_all(format!("{}\n", lines.join("\n")).as_bytes());
        drop(input);
        Ran::from(child.wait_with_output().expect("the console ends"))
    }

    fn open_console(&self, more: &[&str]) -> Child {
        let mut command = self.command(&["console", "--as", "kevin"]);
        command.args(more);
        command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the console starts")
    }

    /// Every file of the store with its bytes; the lock is held, not written.
    fn everything(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        fn walk(folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
            for entry in fs::read_dir(folder).expect("a folder of the store") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    walk(&path, found);
                } else {
                    found.insert(path.clone(), fs::read(&path).expect("a file of the store"));
                }
            }
        }
        let mut found = BTreeMap::new();
        walk(&self.path("store"), &mut found);
        found
    }
}

/// What a process left.
#[derive(Debug)]
struct Ran {
    code: Option<i32>,
    out: String,
    err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            err: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Ran {
    #[track_caller]
    fn good(self) -> Self {
        assert_eq!(self.code, Some(0), "{self:#?}");
        self
    }

    /// It failed, with this in its message and nothing on standard output.
    #[track_caller]
    fn refused(self, words: &[&str]) -> Self {
        assert_eq!(self.code, Some(1), "{self:#?}");
        for word in words {
            assert!(self.err.contains(word), "no {word:?} in {self:#?}");
        }
        self
    }

    /// These words stand in the output, in this order.
    #[track_caller]
    fn says(&self, words: &[&str]) {
        let mut rest = self.out.as_str();
        for word in words {
            let Some(at) = rest.find(word) else {
                panic!("no {word:?} (in this order) in {self:#?}");
            };
            rest = &rest[at + word.len()..];
        }
    }
}

/// A config in which kevin may sponsor.
const TEAM: &str = "[people.kevin]\n[groups]\nsysadmin-main = [\"kevin\"]\n";

const SMALL_STORY: &[&str] = &[
    "new badges 4321 Fedora Badges",
    "sponsor badges",
    "advance",
    "discussed badges https://lists.example.org/t/1",
    "people badges add kevin smooge",
    "advance",
];

fn with_story() -> Desk {
    let desk = Desk::new(TEAM);
    desk.console(SMALL_STORY)
        .good()
        .says(&["moved from planning to development"]);
    desk
}

/// Kills what a failed test would leave behind.
struct Guard(Child);

impl Drop for Guard {
    fn drop(&mut self) {
        // Both fail only where it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_console_needs_no_config_and_carries_an_rfr_from_request_to_maintenance_over_a_pipe() {
    let desk = Desk::new("");
    let mut child = desk.open_console(&["--data", "fresh"]);
    let mut story = SMALL_STORY.to_vec();
    story.extend([
        "signoff development",
        "advance",
        "decide caching none needed",
        "decide badges load-balancing two nodes",
        "decide badges deployment own host",
        "sop badges https://docs.example.org/sop",
        "advance",
        "schedule in 2 weeks",
        "signoff",
        "signoff staging",
        "advance",
        "done badges monitoring https://nagios.example.org/badges",
        "advance",
        "status",
        "quit",
    ]);
    let mut input = child.stdin.take().expect("a pipe");
    writeln!(input, "{}", story.join("\n")).expect("the console reads");
    let ran = Ran::from(child.wait_with_output().expect("the console ends")).good();
    ran.says(&[
        "you are kevin",
        "Request a resource: `new badges 4321 Fedora Badges`",
        "New RFR badges: Fedora Badges",
        "is sponsored by kevin",
        "moved from pre-sponsorship to planning",
        "moved from planning to development",
        "development signed off",
        "stays in development",
        "moved from development to staging",
        "production deployment on",
        "staging signed off",
        "moved from staging to production",
        "is finished",
        "There is no RFR open",
    ]);
    assert_eq!(ran.err, "", "nothing is logged onto the screen");
    assert!(desk.path("fresh/journal").is_dir());
}

#[test]
fn what_one_console_did_the_next_one_knows() {
    let desk = with_story();
    desk.console(&["status badges"]).good().says(&["badges", "development"]);
}

#[test]
fn a_mistyped_line_on_the_console_gets_a_suggestion_or_a_usage_with_an_example() {
    let desk = with_story();
    let ran = desk
        .console(&["sttaus badges", "status badgse", "signoff", "schedule badges"])
        .good();
    ran.says(&["status", "badges", "signoff PHASE", "schedule RFR DATE", "for example"]);
    assert_eq!(ran.out.matches("id you mean").count(), 2, "{}", ran.out);
}

#[test]
fn check_says_what_each_section_means_and_connects_nowhere() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let port = listener.local_addr().expect("its address").port();
    let desk = Desk::new(&format!(
        "[irc.lab]\nhost = \"127.0.0.1\"\nport = {port}\nplain = true\nchannels = [\"#fedora-admin\"]\n{TEAM}"
    ));
    desk.with_config(&["check"]).good().says(&[
        "[bot]",
        "connects to 127.0.0.1",
        "WITHOUT TLS",
        "[announce] announcements go to lab/#fedora-admin",
        "sysadmin-main: kevin",
    ]);
    listener.set_nonblocking(true).expect("not to block");
    assert!(listener.accept().is_err(), "nobody came");
    assert!(!desk.path("store").exists(), "nothing was made");
}

#[test]
fn check_names_file_line_key_and_what_was_expected() {
    let desk = Desk::new("[irc.lab]\nhost = \"127.0.0.1\"\nport = \"6697\"\nchanels = [\"#fedora-admin\"]\n");
    let ran = desk.with_config(&["check"]).refused(&[
        "config.toml",
        "5",
        "irc.lab.port",
        "a whole number",
        "6",
        "irc.lab.chanels",
        "channels",
    ]);
    assert_eq!(ran.out, "");
    assert!(ran.err.contains("config.toml:5"), "{}", ran.err);
    assert!(ran.err.contains("config.toml:6"), "{}", ran.err);
}

#[test]
fn a_missing_config_says_how_to_make_one() {
    let desk = Desk::new("");
    for command in ["run", "check", "export", "digest"] {
        desk.run(&[command, "--config", "no-such.toml"]).refused(&[
            "no-such.toml: there is no config file there",
            "config.example.toml",
            "rfrbot console",
        ]);
    }
}

#[test]
fn run_without_a_network_says_what_to_add() {
    Desk::new(TEAM)
        .with_config(&["run"])
        .refused(&["names no network", "[irc.NAME]", "rfrbot console"]);
}

#[test]
fn the_help_shows_the_way_into_the_first_minute() {
    let desk = Desk::new("");
    let ran = desk.run(&["--help"]).good();
    ran.says(&[
        "run",
        "console",
        "check",
        "digest",
        "export",
        "import",
        "version",
        "--config",
        "--log-level",
        "rfrbot console",
    ]);
    let version = format!("rfrbot {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(desk.run(&["version"]).good().out, version);
    assert_eq!(desk.run(&["--version"]).good().out, version);
    assert_eq!(desk.run(&["chek"]).code, Some(2), "an unknown command is an error");
}

#[test]
fn export_and_import_are_exact_inverses() {
    let desk = with_story();
    let first = desk.with_config(&["export"]).good();
    assert!(first.out.lines().count() > SMALL_STORY.len(), "{}", first.out);
    desk.with_config(&["export", "all.jsonl"]).good();
    assert_eq!(
        fs::read_to_string(desk.path("all.jsonl")).expect("the export"),
        first.out
    );
    // A file that is there is not overwritten.
    desk.with_config(&["export", "all.jsonl"])
        .refused(&["all.jsonl", "does not exist yet"]);

    let other = Desk::new(TEAM);
    let file = desk.path("all.jsonl");
    let file = file.to_str().expect("UTF-8");
    let imported = other.with_config(&["import", file]).good();
    assert!(imported.err.contains("imported 6 changes"), "{}", imported.err);
    assert_eq!(other.with_config(&["export"]).good().out, first.out);
    other
        .console(&["status badges"])
        .good()
        .says(&["badges", "development"]);
}

#[test]
fn import_into_a_store_that_holds_something_is_refused_and_changes_nothing() {
    let desk = with_story();
    desk.with_config(&["export", "all.jsonl"]).good();
    let before = desk.everything();
    desk.with_config(&["import", "all.jsonl"])
        .refused(&["already holds something", "empty folder"]);
    assert_eq!(desk.everything(), before);
}

#[test]
fn a_damaged_export_is_refused_with_its_line_and_leaves_nothing_behind() {
    let desk = with_story();
    let export = desk.with_config(&["export"]).good().out;
    let other = Desk::new(TEAM);
    let altered = export.replacen("\"sponsor badges\"", "\"sponsor budges\"", 1);
    let short = &export[..export.len() - 30];
    // Marks of deliveries stand between the commits, as the console happened to confirm them.
    let altered_line = 1 + export
        .lines()
        .take_while(|line| !line.contains("\"sponsor badges\""))
        .count();
    let last_line = export.lines().count();
    for (bad, line) in [(altered.as_str(), altered_line), (short, last_line)] {
        let line = format!("line {line} of the export");
        fs::write(other.path("bad.jsonl"), bad).expect("a damaged export");
        other
            .with_config(&["import", "bad.jsonl"])
            .refused(&[&line, "Nothing was imported"]);
        let left: Vec<_> = fs::read_dir(other.folder.path()).expect("the folder").collect();
        assert_eq!(left.len(), 2, "only the config and the export: {left:?}");
    }
}

#[test]
fn a_store_that_is_not_there_or_cannot_be_made_is_named_once_with_its_cause() {
    let desk = Desk::new(TEAM);
    let ran = desk
        .with_config(&["export"])
        .refused(&["there is no store", "`data` in the config", "store/journal"]);
    assert_eq!(ran.err.matches("No such file").count(), 1, "{}", ran.err);
    fs::write(desk.path("store"), "a file where the folder should be").expect("a file");
    let ran = desk.console(&["status"]).refused(&["cannot make the folder", "store"]);
    assert_eq!(ran.err.matches("File exists").count(), 1, "{}", ran.err);
}

#[test]
fn a_second_process_on_the_same_store_is_told_so_and_the_first_goes_on() {
    let desk = with_story();
    let mut first = Guard(desk.open_console(&["--config", "config.toml"]));
    let mut lines = BufReader::new(first.0.stdout.take().expect("a pipe"));
    let mut greeting = String::new();
    lines.read_line(&mut greeting).expect("the greeting");
    assert!(greeting.contains("you are kevin"), "{greeting}");

    desk.console(&["status"])
        .refused(&["is in use by another process", "stop that one first"]);
    // An export only reads the journal, so that a backup needs no stop.
    let export = desk.with_config(&["export"]).good();
    assert!(export.err.contains("exported 6 changes"), "{}", export.err);
    // Nor does a look at what is under way.
    desk.with_config(&["digest"])
        .good()
        .says(&["1 RFR is open: 1 in ", "badges: ", "Freezes: "]);

    let mut input = first.0.stdin.take().expect("a pipe");
    writeln!(input, "note badges still here").expect("the first reads");
    drop(input);
    let mut rest = String::new();
    lines.read_to_string(&mut rest).expect("the rest");
    assert!(rest.contains("note"), "{rest}");
    assert!(first.0.wait().expect("the end").success());
}

#[test]
fn a_journal_damaged_in_its_middle_is_refused_with_the_place_and_nothing_is_touched() {
    for with_database in [true, false] {
        let desk = with_story();
        let mut bytes = fs::read(desk.journal()).expect("the journal");
        let third = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1);
        let third = third.expect("a third line").0 + 1;
        bytes[third + 40] ^= 1;
        fs::write(desk.journal(), &bytes).expect("damaging the journal");
        if !with_database {
            fs::remove_dir_all(desk.path("store/database")).expect("removing the database");
        }
        let before = desk.everything();
        let file = desk.journal();
        let file = file.strip_prefix(desk.folder.path()).expect("a path below");
        let place = [
            "the journal is damaged",
            file.to_str().expect("UTF-8"),
            "line 3",
            "backup",
        ];
        desk.console(&["status"]).refused(&place);
        desk.with_config(&["export"]).refused(&place);
        let mut after = desk.everything();
        if !with_database {
            // An empty database may have been begun; the journal is what counts.
            after.retain(|path, _| !path.starts_with(desk.path("store/database")));
        }
        assert_eq!(after, before, "with the database: {with_database}");
    }
}

#[test]
fn a_deleted_database_is_rebuilt_and_that_is_said() {
    let desk = with_story();
    let before = desk.with_config(&["export"]).good().out;
    fs::remove_dir_all(desk.path("store/database")).expect("removing the database");
    let ran = desk.console(&["status badges"]).good();
    ran.says(&["badges", "development"]);
    assert!(ran.err.contains("records of the journal"), "{ran:#?}");
    assert_eq!(desk.with_config(&["export"]).good().out, before);
}

#[test]
fn a_damaged_database_is_set_aside_and_rebuilt_and_that_is_said() {
    let desk = with_story();
    let before = desk.with_config(&["export"]).good().out;
    fs::write(desk.path("store/database/db"), b"not a database").expect("damaging the database");
    let ran = desk.console(&["status badges"]).good();
    ran.says(&["badges", "development"]);
    assert!(ran.err.contains("rebuilt the database"), "{ran:#?}");
    assert!(ran.err.contains("is kept in"), "{ran:#?}");
    assert_eq!(desk.with_config(&["export"]).good().out, before);
}

#[test]
fn a_torn_last_line_of_the_journal_is_said_cut_off_and_kept() {
    let desk = with_story();
    let whole = desk.with_config(&["export"]).good().out;
    let mut journal = fs::read(desk.journal()).expect("the journal");
    let last = whole.lines().last().expect("a record").len();
    // What a crash in the middle of a write leaves: half of a line that nobody was told of.
    let half = journal[..last / 2].to_vec();
    journal.extend(&half);
    fs::write(desk.journal(), &journal).expect("tearing the journal");
    let ran = desk.console(&["status badges"]).good();
    ran.says(&["badges", "development"]);
    assert!(ran.err.contains("cut"), "{ran:#?}");
    assert!(ran.err.contains("never acknowledged"), "{ran:#?}");
    assert_eq!(desk.with_config(&["export"]).good().out, whole);
    // And it goes on.
    desk.console(&["note badges after the crash"]).good().says(&["note"]);
}

#[test]
fn a_journal_that_is_gone_is_not_taken_for_a_new_store() {
    let desk = with_story();
    fs::remove_dir_all(desk.path("store/journal")).expect("removing the journal");
    desk.console(&["status"]).refused(&["journal", "missing", "backup"]);
}

#[test]
fn run_goes_on_without_its_server_and_ends_in_order_when_asked() {
    // A server that is not there: the port was free a moment ago.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let port = listener.local_addr().expect("its address").port();
    drop(listener);
    let desk = Desk::new(&format!(
        "[irc.lab]\nhost = \"127.0.0.1\"\nport = {port}\nplain = true\nchannels = [\"#fedora-admin\"]\n\
         reconnect_seconds = [1, 1]\n{TEAM}"
    ));
    for signal in ["TERM", "INT"] {
        let mut command = desk.command(&["run", "--config", "config.toml"]);
        let mut running = Guard(
            command
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::piped())
                .spawn()
                .expect("it starts"),
        );
        let mut log = BufReader::new(running.0.stderr.take().expect("a pipe"));
        let mut said = String::new();
        while !said.contains("cannot connect to") {
            assert!(log.read_line(&mut said).expect("the log") > 0, "it ended: {said}");
        }
        let asked = Instant::now();
        let sent = Command::new("/bin/sh")
            .args(["-c", "kill -s \"$0\" \"$1\"", signal, &running.0.id().to_string()])
            .status();
        assert!(sent.expect("running kill").success());
        log.read_to_string(&mut said).expect("the rest of the log");
        assert!(running.0.wait().expect("its end").success(), "{said}");
        assert!(asked.elapsed() < Duration::from_secs(10), "{:?}", asked.elapsed());
        assert!(said.contains("stopping"), "{said}");
    }
}

#[test]
fn somebody_without_the_right_is_told_which_group_it_takes_and_who_is_in_it() {
    let desk = with_story();
    let mut child = desk
        .command(&["console", "--config", "config.toml", "--as", "ralph"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the console starts");
    let mut input = child.stdin.take().expect("a pipe");
    writeln!(input, "signoff development badges\nhold badges for fun\nwhoami").expect("the console reads");
    drop(input);
    let ran = Ran::from(child.wait_with_output().expect("its end")).good();
    ran.says(&[
        "sponsor",
        "kevin",
        "in sysadmin-main",
        "kevin",
        "You are ralph",
        "in no group",
    ]);
    assert!(!ran.out.contains("development signed off"), "{}", ran.out);
}

#[test]
fn the_config_can_be_named_by_the_environment_and_the_log_be_written_for_collectors() {
    let desk = with_story();
    fs::remove_dir_all(desk.path("store/database")).expect("removing the database");
    let mut command = desk.command(&["console", "--as", "kevin", "--log-format", "json"]);
    let output = command
        .env("RFRBOT_CONFIG", "config.toml")
        .stdin(Stdio::null())
        .output()
        .expect("it runs");
    let ran = Ran::from(output).good();
    let line = ran.err.lines().find(|line| line.contains("records of the journal"));
    let line = line.unwrap_or_else(|| panic!("not said: {ran:#?}"));
    let parsed: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
    assert_eq!(parsed["level"], "WARN");
}

#[test]
fn no_secret_is_ever_printed() {
    let desk = Desk::new(&format!(
        "[irc.lab]\nhost = \"127.0.0.1\"\nport = 1\nplain = true\nchannels = [\"#fedora-admin\"]\n\
         login = {{ sasl = \"plain\", account = \"rfrbot\", password_file = \"password\" }}\n{TEAM}"
    ));
    fs::write(desk.path("password"), "hunter2\n").expect("a secret");
    // Readable by everybody: that is worth a note, which names the fix.
    fs::set_permissions(desk.path("password"), fs::Permissions::from_mode(0o644)).expect("a mode");
    let ran = desk.with_config(&["check"]);
    assert!(ran.out.contains("600") || ran.err.contains("600"), "{ran:#?}");
    assert!(!ran.out.contains("hunter2") && !ran.err.contains("hunter2"), "{ran:#?}");
}

#[test]
fn a_calendar_is_read_at_the_start_and_its_loss_is_said_and_changes_nothing() {
    let desk = Desk::new(&format!("{TEAM}[freezes]\nimport = [\"keytasks.ics\"]\n"));
    let published = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fedora-releases-keytasks.ics");
    fs::copy(published, desk.path("keytasks.ics")).expect("the calendar can be copied");
    desk.with_config(&["check"])
        .good()
        .says(&["keytasks.ics: F48 final from 2027-10-05 to 2027-10-20."]);
    desk.console(&["freeze add F99 beta 2099-01-02 2099-01-09", "freeze start F99 beta"])
        .good()
        .says(&["The freeze F99 beta is in force now"]);
    fs::remove_file(desk.path("keytasks.ics")).expect("the calendar was there");
    let note = "its last good reading counts";
    desk.with_config(&["check"]).good().says(&["keytasks.ics", note]);
    let ran = desk.console(&["freeze"]).good();
    ran.says(&[
        "F99 beta is in force since",
        "The calendar keytasks.ics could not be read",
    ]);
    // What was said of freezes is in an export, and in the store that is made from it.
    let export = desk.with_config(&["export"]).good().out;
    let other = Desk::new(TEAM);
    fs::write(other.path("good.jsonl"), export).expect("an export");
    other.with_config(&["import", "good.jsonl"]).good();
    other.console(&["freeze"]).good().says(&["F99 beta is in force since"]);
}
