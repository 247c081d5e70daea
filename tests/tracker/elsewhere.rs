//! The same tests where `RFRBOT_FORGEJO` names a server: here our double, in a process of its own, so that the way by
//! HTTP alone is shown where no Forgejo can be had.

use crate::double;
use crate::line::{Request, ask};
use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

/// What the double says once it is there.
const READY: &str = "a Forgejo of a few calls is at ";

#[test]
#[ignore = "the double for others: it serves until its standard input ends"]
fn the_double_alone() {
    let at = std::env::var("RFRBOT_DOUBLE_AT").unwrap_or_else(|_| "127.0.0.1:0".to_owned());
    println!(
        "{READY}{}, its administrator's token is {}",
        double::start(&at),
        double::ADMIN_TOKEN
    );
    // The tests' own run has none.
    if std::env::var_os("RFRBOT_DOUBLE_AT").is_some() {
        std::io::stdin().read_to_end(&mut Vec::new()).unwrap();
    }
}

#[test]
#[ignore = "plays the other tests again: tests/run tracker"]
fn the_same_tests_pass_against_a_server_in_another_process() {
    let program = std::env::current_exe().unwrap();
    let mut server = Command::new(&program)
        .args(["--ignored", "--exact", "elsewhere::the_double_alone", "--nocapture"])
        .env("RFRBOT_DOUBLE_AT", "127.0.0.1:0")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(server.stdout.take().unwrap()).lines();
    let mut said = lines
        .map_while(Result::ok)
        .filter_map(|line| Some(line.split_once(READY)?.1.to_owned()));
    let address = said.next().unwrap().split(',').next().unwrap().to_owned();
    let token = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(&token, double::ADMIN_TOKEN).unwrap();
    let ended = Command::new(&program)
        .args(["--test-threads=4"])
        .env("RFRBOT_FORGEJO", &address)
        .env("RFRBOT_FORGEJO_TOKEN_FILE", token.path())
        .output()
        .unwrap();
    // It was that server: what the tests need is there.
    let again = Request {
        method: "POST".to_owned(),
        target: "/api/v1/orgs".to_owned(),
        headers: vec![("authorization".to_owned(), format!("token {}", double::ADMIN_TOKEN))],
        body: br#"{"username": "rfrbot-tests"}"#.to_vec(),
    };
    let answer = String::from_utf8(ask(&address, &again).unwrap()).unwrap();
    assert!(answer.contains(" 422 "), "{answer}");
    // Its standard input ends, and so does it.
    drop(server.stdin.take());
    assert!(server.wait().unwrap().success());
    let said = String::from_utf8_lossy(&ended.stdout);
    assert!(
        ended.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&ended.stderr)
    );
    assert!(
        said.contains("test a_ticket_and_its_rfr_know_of_each_other_from_the_label_to_the_end ... ok"),
        "{said}"
    );
}
