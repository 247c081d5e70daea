//! `run`, its log, its shutdown, and what it never prints.

use crate::{Desk, Guard, Ran, TEAM, with_story};
use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

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

/// A path longer than a socket's may be, and nobody who reads the log any more.
#[test]
fn a_long_path_and_a_log_that_nobody_reads_end_nothing() {
    let desk = Desk::new("");
    let data = format!("{}/store", "a-long-name/".repeat(12));
    let config = format!(
        "[bot]\ndata = \"{data}\"\n[irc.lab]\nhost = \"127.0.0.1\"\nport = 1\nplain = true\n\
         channels = [\"#fedora-admin\"]\nreconnect_seconds = [1, 1]\n{TEAM}"
    );
    fs::write(desk.path("config.toml"), config).expect("a config");
    let mut command = desk.command(&["run", "--config", "config.toml"]);
    let spawned = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn();
    let mut running = Guard(spawned.expect("it starts"));
    let mut log = BufReader::new(running.0.stderr.take().expect("a pipe"));
    let mut said = String::new();
    while !said.contains("cannot connect to") {
        assert!(log.read_line(&mut said).expect("the log") > 0, "it ended: {said}");
    }
    drop(log);
    // Both are asked over the control socket; a reload is said in the log, too.
    desk.with_config(&["reload"]).good();
    let status = desk.with_config(&["status"]);
    assert!(status.out.contains("lab"), "{status:#?}");
    assert!(running.0.try_wait().expect("its state").is_none(), "it ended");
    let sent = Command::new("/bin/sh")
        .args(["-c", "kill -s TERM \"$0\"", &running.0.id().to_string()])
        .status();
    assert!(sent.expect("running kill").success());
    assert!(running.0.wait().expect("its end").success());
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
    // World-readable: worth a note that names the fix.
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
    desk.console(&["freeze add F99 beta 2034-01-02 2034-01-09", "freeze start F99 beta"])
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
    // Statements about freezes are in an export, and in the store imported from it.
    let export = desk.with_config(&["export"]).good().out;
    let other = Desk::new(TEAM);
    fs::write(other.path("good.jsonl"), export).expect("an export");
    other.with_config(&["import", "good.jsonl"]).good();
    other.console(&["freeze"]).good().says(&["F99 beta is in force since"]);
}

#[test]
fn what_only_a_person_can_mend_ends_with_78_and_what_may_pass_with_1() {
    let desk = with_story();
    let code = |desk: &Desk, arguments: &[&str]| desk.with_config(arguments).code;
    fs::write(desk.path("config.toml"), "[bto]\n").expect("a mistake");
    assert_eq!(code(&desk, &["check"]), Some(78));
    assert_eq!(code(&desk, &["run"]), Some(78));
    assert_eq!(desk.run(&["run", "--config", "missing.toml"]).code, Some(78));

    // A config without a network is a mistake, too.
    fs::write(desk.path("config.toml"), format!("[bot]\ndata = \"store\"\n{TEAM}")).expect("a config");
    assert_eq!(code(&desk, &["run"]), Some(78));
    let network = "[irc.lab]\nhost = \"127.0.0.1\"\nport = 1\nplain = true\nchannels = [\"#fedora-admin\"]\n";
    fs::write(
        desk.path("config.toml"),
        format!("[bot]\ndata = \"store\"\n{network}{TEAM}"),
    )
    .expect("a config");
    let mut bytes = fs::read(desk.journal()).expect("the journal");
    bytes[60] ^= 1;
    fs::write(desk.journal(), bytes).expect("damage");
    assert_eq!(code(&desk, &["run"]), Some(78));
    assert_eq!(code(&desk, &["verify"]), Some(78));

    // A second bot on the same store may just mean that the first one has not ended yet.
    let desk = with_story();
    fs::write(
        desk.path("config.toml"),
        format!("[bot]\ndata = \"store\"\n{network}{TEAM}"),
    )
    .expect("a config");
    let lock = fs::File::open(desk.path("store/lock")).expect("the lock");
    lock.lock().expect("locked");
    assert_eq!(code(&desk, &["run"]), Some(1));
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let watch = format!("[watch]\nlisten = \"{}\"\n", taken.local_addr().expect("its address"));
    drop(lock);
    fs::write(
        desk.path("config.toml"),
        format!("[bot]\ndata = \"store\"\n{network}{watch}{TEAM}"),
    )
    .expect("a config");
    assert_eq!(code(&desk, &["run"]), Some(1));
}
