//! The first config: the shipped example, the questions of `init`, and the manual.

use crate::{Desk, Ran};
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};

fn init(desk: &Desk, answers: &[&str]) -> Ran {
    let mut child = desk
        .command(&["init", "--config", "new/rfrbot.toml"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut input = child.stdin.take().expect("a pipe");
    // If it refuses to ask, it may have ended already.
    let lines: String = answers.iter().flat_map(|answer| [*answer, "\n"]).collect();
    let _ = input.write_all(lines.as_bytes());
    drop(input);
    Ran::from(child.wait_with_output().expect("its end"))
}

#[test]
fn the_program_carries_the_example() {
    let desk = Desk::new("");
    assert_eq!(
        desk.run(&["config"]).good().out,
        include_str!("../../config.example.toml")
    );
}

#[test]
fn five_answers_make_a_config_that_check_passes() {
    for (answers, words) in [
        (
            [
                "irc.libera.chat",
                "fedora-admin",
                "rfrbot",
                "hunter2",
                "kevin nirik",
                "",
            ]
            .as_slice(),
            [
                "irc.libera.chat:6697 with TLS",
                "SASL PLAIN as rfrbot",
                "the services account nirik on libera",
            ],
        ),
        (
            &[
                "",
                "",
                "",
                "",
                "kevin",
                "infra@lists.example.org",
                "",
                "",
                "smtp.example.org",
            ],
            [
                "irc.libera.chat:6697",
                "mails to infra@lists.example.org",
                "sysadmin-main: kevin",
            ],
        ),
        (
            &["none", "kevin", "@rfrbot:fedora.im", "", "#admin:fedoraproject.org"],
            ["[matrix]", "@rfrbot:fedora.im", "#admin:fedoraproject.org"],
        ),
    ] {
        let desk = Desk::new("");
        let ran = init(&desk, answers).good();
        ran.says(&["wrote new/rfrbot.toml", "next: rfrbot check --config new/rfrbot.toml"]);
        let checked = desk.run(&["check", "--config", "new/rfrbot.toml"]).good();
        for word in words {
            assert!(checked.out.contains(word), "no {word:?} in {checked:#?}");
        }
        let text = fs::read_to_string(desk.path("new/rfrbot.toml")).expect("a config");
        assert!(
            !text.contains("hunter2") && !ran.out.contains("hunter2"),
            "{text}{ran:?}"
        );
        let secret = desk.path("new/secrets/libera.password");
        assert_eq!(secret.exists(), answers.contains(&"hunter2"));
        if secret.exists() {
            assert_eq!(
                fs::metadata(&secret).expect("there").permissions().mode() & 0o777,
                0o600
            );
            assert_eq!(fs::read_to_string(&secret).expect("a secret"), "hunter2\n");
        }
    }
}

/// Nothing is asked of a network that is not to be there, and the line to type next works.
#[test]
fn without_a_network_three_answers_are_enough_and_the_console_is_next() {
    let desk = Desk::new("");
    let ran = init(&desk, &["none", "kevin", ""]).good();
    ran.says(&["wrote new/rfrbot.toml", "then: rfrbot console --config new/rfrbot.toml"]);
    assert!(!ran.out.contains("rfrbot run"), "{ran:?}");
    for question in ["channel", "nick", "password", "services"] {
        assert!(!ran.err.contains(question), "it asked for the {question}: {ran:?}");
    }
    let last = ran.out.lines().last().expect("a line");
    let arguments: Vec<&str> = last.split_whitespace().skip(2).collect();
    desk.run(&arguments).good();
}

/// A server is often written with its port.
#[test]
fn a_port_behind_a_server_is_written_as_one() {
    let desk = Desk::new("");
    let list = "infra@lists.example.org";
    let answers = [
        "irc.libera.chat:7000",
        "",
        "",
        "",
        "kevin",
        list,
        "",
        "",
        "smtp.example.org:465",
    ];
    init(&desk, &answers).good();
    let text = fs::read_to_string(desk.path("new/rfrbot.toml")).expect("a config");
    assert!(
        text.contains("[irc.libera]\nhost = \"irc.libera.chat\"\nport = 7000\n"),
        "{text}"
    );
    assert!(
        text.contains("smtp = { host = \"smtp.example.org\", port = 465 }"),
        "{text}"
    );
    desk.run(&["check", "--config", "new/rfrbot.toml"])
        .good()
        .says(&["irc.libera.chat:7000 with TLS"]);
}

#[test]
fn a_config_that_is_there_is_never_touched_and_a_wrong_answer_writes_nothing() {
    let desk = Desk::new("");
    for (answers, words) in [
        (["irc.libera.chat:0"].as_slice(), "65535"),
        (&["irc://irc.libera.chat"], "is not a host name"),
        (&["", "#a b"], "is not a channel"),
        (&["", "", "1bot"], "is not a nick"),
        (&["", "", "", "", "#kevin"], "not the name of a Fedora account"),
        (&["", "", "", "", "kevin", "infra"], "is not a mail address"),
        (&["", "", "", "", ""], "the answer to “4. Your Fedora account"),
        (&["", "", "", "hunter2"], "not answered to the end"),
    ] {
        let ran = init(&desk, answers).refused(&[words, "nothing was written"]);
        assert!(!ran.err.contains("hunter2"), "{ran:?}");
        // There is no file yet, so line numbers and keys would mean nothing.
        assert!(!ran.err.contains("line ") && !ran.err.contains("people."), "{ran:?}");
        assert!(!desk.path("new").exists(), "{ran:?}");
    }
    fs::create_dir(desk.path("new")).expect("a folder");
    fs::write(desk.path("new/rfrbot.toml"), "mine").expect("a file");
    init(&desk, &["", "", "", "", "kevin", ""]).refused(&["there is a config already"]);
    assert_eq!(fs::read_to_string(desk.path("new/rfrbot.toml")).expect("there"), "mine");
}

/// Both manuals have the expected sections, refer only to things that exist, and are valid roff.
#[test]
fn the_manuals_are_whole() {
    let desk = Desk::new("");
    let program = desk.run(&["man"]).good().out;
    for heading in [
        "COMMANDS",
        "FILES",
        "ENVIRONMENT",
        "SIGNALS",
        "EXIT STATUS",
        "EXAMPLES",
        "SEE ALSO",
    ] {
        assert!(
            program.contains(&format!(".SH {heading}\n")) || program.contains(&format!(".SH \"{heading}\"\n")),
            "{heading}\n{program}"
        );
    }
    let refers = |page: &str| program.contains(&format!("rfrbot\\-{page}"));
    assert!(
        !program.contains("(1)") && !refers("run"),
        "it names pages that are not there\n{program}"
    );
    let config = desk.run(&["man", "config"]).good().out;
    for word in [
        ".TH rfrbot.toml 5",
        "[irc.NETWORK]",
        ".B reconnect_seconds",
        "Default: [1, 300]",
    ] {
        assert!(config.contains(word), "{word}\n{config}");
    }
    for (name, page) in [("rfrbot.1", &program), ("rfrbot.toml.5", &config)] {
        let path = desk.path(name);
        fs::write(&path, page).expect("a file");
        for (tool, arguments) in [
            ("groff", ["-man", "-Tutf8", "-ww", "-z"].as_slice()),
            ("mandoc", &["-T", "lint", "-W", "error"]),
        ] {
            // If the tool is not installed, the other one checks, or the next machine.
            let Ok(ran) = Command::new(tool).args(arguments).arg(&path).output() else {
                continue;
            };
            let said = String::from_utf8_lossy(&[ran.stdout, ran.stderr].concat()).into_owned();
            assert!(ran.status.success() && said.is_empty(), "{tool} {name}: {said}");
        }
    }
}

/// A missing bracket is one problem of the real program, with its line and the correction, then the command to run
/// again.
#[test]
fn a_slip_of_the_pen_is_one_line() {
    let desk = Desk::new("[people.ralph\nirc = [\"libera/ralph\"]\n");
    let ran = desk
        .with_config(&["check"])
        .refused(&["config.toml:3: people.ralph: ", "Write [people.ralph]"]);
    let lines: Vec<&str> = ran.err.lines().collect();
    assert!(
        matches!(lines.as_slice(), [_, last] if last.ends_with("then run again: rfrbot check --config config.toml")),
        "{ran:?}"
    );
}

#[test]
fn another_encoding_is_named_with_its_line() {
    let desk = Desk::new("");
    fs::write(desk.path("config.toml"), b"[bot]\nname = \"caf\xe9\"\n").expect("a file");
    desk.with_config(&["check"])
        .refused(&["config.toml:2: ", "expected UTF-8", "Save the file as UTF-8"]);
}
