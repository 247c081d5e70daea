//! Ways to log in: a token from elsewhere, a password typed at a terminal, a homeserver behind a private authority.

use crate::bot::Bot;
use crate::person::{Person, id};
use crate::servers::certificates::Certificates;
use crate::synapse::{Limits, Synapse, python};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

const PASSWORD: &str = "password_file = \"matrix.password\"\n";

/// The result of a login with the password.
fn log_in(who: &mut Person, name: &str) -> Value {
    let login = json!({ "type": "m.login.password", "identifier": { "type": "m.id.user", "user": name },
        "password": format!("{name}-password") });
    who.http("POST", "/_matrix/client/v3/login", login)
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_given_token_is_used_instead_of_a_login_and_only_the_bots_own() {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let room = ralph.make_room("admin", false);
    let mut bot = Bot::new(&synapse, &["admin"], "");
    bot.edit_config(|config| config.replace(PASSWORD, "token_file = \"matrix.token\"\n"));

    // Somebody else's token, and an invalid one: reported, nothing stored. A running bot waits for a login.
    let others = log_in(&mut ralph, "ralph");
    let others = others["access_token"].as_str().expect("a token");
    for (token, expected) in [(others, id("ralph")), ("invented", "refuses the login".to_owned())] {
        bot.write_secret("matrix.token", token);
        bot.start();
        bot.logs(&expected);
        bot.logs("tried again in 15 minutes, or after a login");
        assert!(bot.is_running() && !bot.log().contains(token), "{}", bot.log());
        bot.stop();
        let said = bot.run(&["login", "matrix"]);
        let words = String::from_utf8_lossy(&said.stderr).into_owned();
        assert!(!said.status.success() && words.contains(&expected), "{words}");
        assert!(!words.contains(token), "{words}");
        assert!(!bot.matrix_folder().join("session.json").exists());
    }

    // Its own: the device is the token's, and the session is stored as after a login.
    let own = log_in(&mut ralph, "rfrbot");
    bot.write_secret("matrix.token", own["access_token"].as_str().expect("a token"));
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    ralph.asks(&room, "!rfr version", "rfrbot");
    assert_eq!(bot.mode("session.json"), 0o600);
    let session = std::fs::read_to_string(bot.matrix_folder().join("session.json")).expect("the session is stored");
    let session: Value = serde_json::from_str(&session).expect("JSON");
    assert_eq!(session["device_id"], own["device_id"]);

    // From then on the stored session is used.
    bot.stop();
    bot.write_secret("matrix.token", "forgotten");
    bot.start();
    ralph.asks(&room, "!rfr version", "rfrbot");
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_password_is_asked_for_at_a_terminal_without_being_shown() {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let room = ralph.make_room("admin", false);
    let mut bot = Bot::new(&synapse, &["admin"], "");
    bot.edit_config(|config| config.replace(PASSWORD, ""));
    let at_a_terminal = |bot: &Bot, typed: &str| -> Value {
        let command = bot.command(&["login", "matrix"]);
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/matrix/terminal.py");
        let done = Command::new(python())
            .arg(script)
            .arg(typed)
            .arg(command.get_program())
            .args(command.get_args())
            .output()
            .expect("the terminal runs");
        serde_json::from_slice(&done.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&done.stderr)))
    };
    let shown = |told: &Value| told["shown"].as_str().expect("words").to_owned();

    // Interrupted: nothing is stored, and the terminal echoes again.
    let told = at_a_terminal(&bot, "^C");
    assert_eq!(
        (&told["before"], &told["asking"], &told["after"]),
        (&json!(true), &json!(false), &json!(true))
    );
    assert!(
        told["code"] != 0 && shown(&told).contains("nothing was stored"),
        "{told}"
    );
    assert!(!bot.matrix_folder().join("session.json").exists());

    let told = at_a_terminal(&bot, "guessed");
    assert!(
        told["code"] != 0 && shown(&told).contains("refuses the login"),
        "{told}"
    );

    let told = at_a_terminal(&bot, "rfrbot-password");
    assert_eq!(
        (&told["asking"], &told["after"], &told["code"]),
        (&json!(false), &json!(true), &json!(0))
    );
    let words = shown(&told);
    assert!(!words.contains("rfrbot-password"), "{words}");
    for expected in ["logged in as", "stored the session in", "the keys in"] {
        assert!(words.contains(expected), "{words}");
    }
    assert_eq!(bot.mode("session.json"), 0o600);
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    ralph.asks(&room, "!rfr version", "rfrbot");
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_homeserver_behind_a_private_authority_is_trusted_only_where_the_config_says_so() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let certificates = Certificates::create(folder.path());
    for (certificate, is_right) in [(&certificates.server, true), (&certificates.wrong_name, false)] {
        let synapse = Synapse::start_with_tls(certificate);
        let mut ralph = Person::new(&synapse, "ralph");
        let room = ralph.make_room("admin", false);
        let mut bot = Bot::new(&synapse, &["admin"], "");
        bot.edit_config(|config| config.replace(&synapse.address(), &synapse.tls_address()));
        let refused = |bot: &Bot| {
            let said = bot.run(&["login", "matrix"]);
            let words = String::from_utf8_lossy(&said.stderr).into_owned();
            assert!(
                !said.status.success() && words.contains("cannot be used now") && words.contains("certificate"),
                "{words}"
            );
        };
        refused(&bot);
        std::fs::copy(&certificates.authority, bot.path("ca.pem")).expect("the authority can be copied");
        bot.edit_config(|config| config.replace("[matrix]\n", "[matrix]\nca_file = \"ca.pem\"\n"));
        if is_right {
            bot.start();
            ralph.meets(&room, &id("rfrbot"));
            ralph.asks(&room, "!rfr version", "rfrbot");
        } else {
            refused(&bot);
        }
    }
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_login_that_fails_leaves_the_bot_logged_in_and_one_that_is_not_needed_changes_nothing() {
    let mut synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let room = ralph.make_room("admin", false);
    let mut bot = Bot::new(&synapse, &["admin"], "");
    let files = |bot: &Bot| -> Vec<String> {
        let there = std::fs::read_dir(bot.matrix_folder());
        let names = there
            .into_iter()
            .flatten()
            .map(|entry| entry.expect("an entry").file_name());
        let mut names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
        names.sort_unstable();
        names
    };
    // First logins that fail leave nothing behind.
    bot.write_secret("matrix.password", "guessed");
    for _ in 0..3 {
        assert!(!bot.run(&["login", "matrix"]).status.success());
    }
    assert_eq!(files(&bot), Vec::<String>::new());

    bot.write_secret("matrix.password", "rfrbot-password");
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    ralph.asks(&room, "!rfr version", "rfrbot");
    let session = || std::fs::read_to_string(bot.matrix_folder().join("session.json")).expect("a session");
    let before = session();
    let device = serde_json::from_str::<Value>(&before).expect("JSON")["device_id"].clone();
    let device = device.as_str().expect("a device").to_owned();
    let said = |arguments: &[&str]| {
        let done = bot.run(arguments);
        let words = [done.stdout, done.stderr].concat();
        (done.status.success(), String::from_utf8_lossy(&words).into_owned())
    };
    // Logged in already: reported, and nothing is done.
    let (good, words) = said(&["login", "matrix"]);
    assert!(
        good && words.contains("logged in already as @rfrbot:matrix.test") && words.contains(&device),
        "{words}"
    );
    assert!(words.contains("--again"), "{words}");
    // A wrong password, with a running bot, and a server that is down.
    bot.write_secret("matrix.password", "guessed");
    let (good, words) = said(&["login", "matrix", "--again"]);
    assert!(!good && words.contains("refuses the login"), "{words}");
    synapse.stop();
    for arguments in [&["login", "matrix"][..], &["login", "matrix", "--again"][..]] {
        let (good, words) = said(arguments);
        assert!(!good && words.contains("cannot be used now"), "{words}");
    }
    assert_eq!(session(), before);
    assert!(!files(&bot).iter().any(|name| name.starts_with("given-up")));
    synapse.resume();
    ralph.asks(&room, "!rfr version", "rfrbot");
    bot.stop();
    bot.start();
    ralph.asks(&room, "!rfr version", "rfrbot");
    bot.stop();

    // On request, there is a new device, and the old one's new place is reported.
    bot.write_secret("matrix.password", "rfrbot-password");
    let done = bot.run(&["login", "matrix", "--again"]);
    let words = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(done.status.success() && words.contains("given-up-"), "{words}");
    let after = std::fs::read_to_string(bot.matrix_folder().join("session.json")).expect("a session");
    assert!(!after.contains(&device));
    let aside = files(&bot)
        .into_iter()
        .find(|name| name.starts_with("given-up"))
        .expect("the old device");
    let old = std::fs::read_to_string(bot.matrix_folder().join(aside).join("session.json")).expect("its session");
    assert_eq!(old, before);
    bot.start();
    ralph.asks(&room, "!rfr version", "rfrbot");
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn check_connect_tries_the_homeserver_and_then_the_session_and_makes_no_device() {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let room = ralph.make_room("admin", false);
    let mut bot = Bot::new(&synapse, &["admin"], "");
    let check = |bot: &Bot| {
        let ended = bot.run(&["check", "--connect"]);
        let said = format!(
            "{}{}",
            String::from_utf8_lossy(&ended.stdout),
            String::from_utf8_lossy(&ended.stderr)
        );
        (ended.status.success(), said)
    };
    let (good, said) = check(&bot);
    assert!(good && said.contains("no device was made"), "{said}");
    assert!(!bot.matrix_folder().exists(), "something was stored");

    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    let (good, said) = check(&bot);
    assert!(good, "{said}");
    assert!(
        said.contains(&format!(
            "matrix: ok: the stored session is {}'s (device ",
            id("rfrbot")
        )),
        "{said}"
    );
    assert!(said.contains("matrix: ok: the bot is in #admin:"), "{said}");
    ralph.asks(&room, "!rfr version", "rfrbot");

    bot.edit_config(|config| config.replace("#admin:", "#nowhere:"));
    let (good, said) = check(&bot);
    assert!(
        !good && said.contains("matrix: FAILED: #nowhere:") && said.contains("1 step failed"),
        "{said}"
    );

    bot.stop();
    let session = bot.matrix_folder().join("session.json");
    let text = std::fs::read_to_string(&session).expect("the session is stored");
    let mut stored: Value = serde_json::from_str(&text).expect("JSON");
    stored["access_token"] = json!("revoked");
    std::fs::write(&session, stored.to_string()).expect("the session can be written");
    let (good, said) = check(&bot);
    assert!(
        !good && said.contains("refuses the stored session") && said.contains("rfrbot login matrix"),
        "{said}"
    );
}
