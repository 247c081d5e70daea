//! The whole life of an RFR with the program people build, with addresses as people paste them: runs first after the
//! build, so that a program that cannot do its main job is noticed within a minute. Needs no installed server.

#[path = "../shipped/mod.rs"]
mod shipped;

mod held_back;
#[path = "../running/mod.rs"]
#[expect(dead_code, reason = "shared with the other parts")]
mod running;
mod server;

use running::Bot;
use server::Server;
use std::io::Write;
use std::process::{Command, Stdio};

/// Who says what, and what the answer holds.
const LIFE: &[(&str, &str, &str)] = &[
    (
        "nell",
        "new compass https://forge.example.org/infra/tickets/issues/812 Maps for the docs",
        "New RFR compass: Maps for the docs",
    ),
    ("operator", "sponsor compass", "is sponsored by operator"),
    ("operator", "advance compass", "moved from pre-sponsorship to planning"),
    (
        "nell",
        "discussed compass HTTPS://Lists.Example.org/archives/list/infrastructure@lists.example.org/thread/7XQ/",
        "list discussion recorded",
    ),
    ("nell", "people compass add nell omar", "recorded as maintainer"),
    ("nell", "advance compass", "moved from planning to development"),
    ("nell", "link compass http://[::1]/x the wrong one", "is no web address"),
    (
        "nell",
        "link compass https://git.example.org:8443/compass?tab=1#readme source",
        "recorded",
    ),
    (
        "nell",
        "sop compass https://docs.example.org/compass.html#restart",
        "SOP",
    ),
    ("nell", "decide compass caching none", "decided"),
    ("nell", "decide compass load-balancing one node", "decided"),
    ("nell", "decide compass deployment its own host", "decided"),
    ("operator", "signoff development compass", "development signed off"),
    ("operator", "advance compass", "moved from development to staging"),
    ("operator", "schedule compass 03.04.2031", "2031-04-03"),
    ("operator", "schedule compass in 3 weeks", "production deployment on"),
    ("operator", "signoff staging compass", "nobody ticked that off"),
    ("operator", "done compass config-management", "done"),
    ("operator", "signoff staging compass", "already signed off"),
    ("operator", "advance compass", "moved from staging to production"),
    ("operator", "done compass deployed", "done"),
    (
        "operator",
        "done compass monitoring https://monitor.example.org/compass",
        "done",
    ),
    ("operator", "advance compass", "maintenance"),
    ("omar", "status compass", "maintenance"),
    ("omar", "status 812", "maintenance"),
    (
        "omar",
        "status https://forge.example.org/infra/tickets/issues/812",
        "maintenance",
    ),
];

#[test]
fn a_whole_life_with_addresses_over_the_console() {
    let home = tempfile::TempDir::with_prefix("rfrbot-life-").expect("a folder");
    let mut console = Command::new(shipped::program())
        .arg("console")
        .env_clear()
        .env("HOME", home.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the console starts");
    let mut input = console.stdin.take().expect("a pipe");
    for (name, words, _) in LIFE {
        write!(input, "/as {name}\n{words}\n").expect("the console reads");
    }
    drop(input);
    let ended = console.wait_with_output().expect("the console ends");
    let said = String::from_utf8_lossy(&ended.stdout);
    let mut rest = said.as_ref();
    for (_, words, answer) in LIFE {
        let at = rest.find(answer);
        let at = at.unwrap_or_else(|| panic!("`{words}` should be answered with “{answer}”:\n{said}"));
        rest = &rest[at + answer.len()..];
    }
}

#[test]
fn a_whole_life_with_addresses_over_irc() {
    let server = Server::new();
    let mut bot = Bot::with_config(&server.config());
    bot.start();
    let mut link = server.accept();
    link.welcome();
    for (name, words, answer) in LIFE {
        let said = link.ask(name, words);
        assert!(
            said.contains(answer),
            "`{words}` should be answered with “{answer}”: {said}"
        );
    }
}
