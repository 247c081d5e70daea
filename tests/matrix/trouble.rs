//! What can go wrong: sessions revoked, servers down, limits, lost keys, crashes at bad moments.

use crate::bot::Bot;
use crate::gateway::{Fault, Gateway};
use crate::person::{Person, body, id, is_from_bot};
use crate::servers::ports::free_port;
use crate::synapse::{Limits, Synapse};
use serde_json::json;
use std::io::Write;
use std::process::Stdio;

fn room_with_bot(limits: Limits, more: &str) -> (Synapse, Bot, Person, String) {
    let synapse = Synapse::start(limits);
    let mut ralph = Person::new(&synapse, "ralph");
    let room = ralph.make_room("admin", false);
    let bot = Bot::new(&synapse, &["admin"], more);
    (synapse, bot, ralph, room)
}

/// Logs every device of the bot out, as the account's owner can.
fn revoke(synapse: &Synapse) {
    let mut owner = Person::log_in(synapse, "rfrbot");
    owner.http("POST", "/_matrix/client/v3/logout/all", json!({}));
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_revoked_session_ends_a_bot_that_has_only_matrix() {
    let (synapse, mut bot, mut ralph, room) = room_with_bot(Limits::None, "");
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    revoke(&synapse);
    let said = bot.ends();
    assert!(said.contains("rfrbot login matrix"), "{said}");
    assert!(said.contains("refuses the stored session"), "{said}");
    // Started again, it says the same, and does not log in.
    let again = bot.run(&["run"]);
    assert!(!again.status.success());
    let words = String::from_utf8_lossy(&again.stderr).into_owned();
    assert!(
        words.contains("refuses the stored session") && !words.contains("for the first time"),
        "{words}"
    );
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_revoked_session_waits_for_a_login_where_other_networks_run() {
    let irc = format!(
        "[irc.lab]\nhost = \"127.0.0.1\"\nport = {}\nplain = true\nchannels = [\"#x\"]\n",
        free_port()
    );
    let (synapse, mut bot, mut ralph, room) = room_with_bot(Limits::None, &irc);
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    revoke(&synapse);
    bot.logs("the other networks go on");
    // What is owed meanwhile is said after the login, which the operator does without stopping the bot.
    bot.edit_config(|config| config.replace("password_file = \"matrix.password\"\n", ""));
    let mut login = bot
        .command(&["login", "matrix"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    login
        .stdin
        .take()
        .expect("a pipe")
        .write_all(b"rfrbot-password\n")
        .expect("it reads the password");
    let done = login.wait_with_output().expect("it ends");
    let words = String::from_utf8_lossy(&done.stdout).into_owned();
    assert!(
        done.status.success() && words.contains("stored the session in"),
        "{words}"
    );
    assert!(!words.contains("rfrbot-password"));
    bot.logs("there is a new session");
    ralph.asks(&room, "!rfr version", "rfrbot");
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_wrong_password_is_tried_once() {
    let (_synapse, mut bot, mut ralph, room) = room_with_bot(Limits::Default, "");
    bot.write_secret("matrix.password", "guessed");
    let said = bot.run(&["login", "matrix"]);
    let words = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(!said.status.success() && words.contains("refuses the login"), "{words}");
    assert!(!words.contains("guessed"), "{words}");
    // If it ended, a supervisor would restart it again and again: it stays, and waits for a login.
    bot.start();
    bot.logs("refuses the login");
    bot.logs("tried again in 15 minutes, or after a login");
    assert!(bot.is_running());
    assert!(!bot.log().contains("guessed"));
    bot.write_secret("matrix.password", "rfrbot-password");
    assert!(bot.run(&["login", "matrix"]).status.success());
    bot.logs("there is a new session");
    ralph.meets(&room, &id("rfrbot"));
    ralph.asks(&room, "!rfr version", "rfrbot");
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn before_the_first_login_it_is_said_that_there_was_none() {
    let (_synapse, bot, _ralph, _room) = room_with_bot(Limits::None, "");
    let check = bot.run(&["check"]);
    assert!(String::from_utf8_lossy(&check.stdout).contains("not logged in yet"));
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_server_that_is_away_costs_delay_and_nothing_else() {
    let (mut synapse, mut bot, mut ralph, room) = room_with_bot(Limits::None, "");
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    ralph.asks(&room, "!rfr new badges 4321 Badges", "New RFR badges");
    synapse.stop();
    bot.logs("down network=\"matrix\"");
    synapse.resume();
    ralph.asks(&room, "!rfr status badges", "badges");
    // Also if the server is down when the bot starts.
    bot.stop();
    synapse.stop();
    bot.start();
    bot.logs("trying again");
    synapse.resume();
    ralph.asks(&room, "!rfr status badges", "badges");
    assert_eq!(ralph.count("New RFR badges"), 1);
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn what_was_said_meanwhile_is_answered_once_and_what_is_old_never() {
    let (_synapse, mut bot, mut ralph, room) = room_with_bot(Limits::None, "");
    // Before the bot ever came.
    ralph.say(&room, "!rfr new early 1 Too early");
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    ralph.asks(&room, "!rfr new badges 4321 Badges", "New RFR badges");
    ralph.asks(&room, "!rfr advance badges", "stays in");
    bot.kill();
    let while_away: Vec<String> = (0..130)
        .map(|number| ralph.say(&room, &format!("!rfr note badges number {number}")))
        .collect();
    let query = ralph.say(&room, "!rfr status badges");
    bot.start();
    ralph.answer(&query, "badges");
    for id in &while_away {
        let answers = ralph
            .seen()
            .iter()
            .filter(|event| {
                is_from_bot(event) && event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == id.as_str()
            })
            .count();
        assert_eq!(answers, 1, "each command is answered once");
    }
    assert_eq!(ralph.count("early"), 0, "nothing from before the first start is run");
    assert_eq!(ralph.count("stays in"), 1, "a refused command is not tried again");
    // With a maximum age of zero, nothing from the time away is answered.
    bot.stop();
    bot.edit_config(|config| config.replacen("[matrix]\n", "[matrix]\ncatch_up_minutes = 0\n", 1));
    let late = ralph.say(&room, "!rfr status badges");
    bot.start();
    bot.logs("too old to be answered");
    bot.stop();
    bot.edit_config(|config| config.replacen("catch_up_minutes = 0\n", "", 1));
    bot.start();
    ralph.asks(&room, "!rfr version", "rfrbot");
    let answered =
        |event: &&serde_json::Value| event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == late.as_str();
    assert!(
        ralph
            .seen()
            .iter()
            .filter(|event| is_from_bot(event))
            .filter(answered)
            .count()
            <= 1
    );
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_gap_that_the_server_leaves_is_walked_and_a_long_answer_waits_for_more() {
    const NOTES: usize = 230;
    let (synapse, mut bot, mut ralph, room) = room_with_bot(Limits::None, "");
    // The gateway before the server fails a few times while the bot fetches what it missed.
    let gateway = Gateway::start(synapse.port());
    bot.edit_config(|config| config.replace(&synapse.address(), &gateway.address()));
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    ralph.asks(&room, "!rfr new badges 4321 Badges", "New RFR badges");
    // More than the server returns at once, while the bot is connected but frozen.
    bot.hold();
    let said: Vec<String> = (0..NOTES)
        .map(|number| ralph.say(&room, &format!("!rfr note badges number {number}.")))
        .collect();
    gateway.refuse("/messages", Fault::BadGateway, 2);
    bot.let_go();
    for id in &said {
        ralph.answer(id, "badges");
    }
    assert!(
        bot.log().contains("the server left a gap"),
        "all came at once after all"
    );
    assert_eq!(gateway.left_to_refuse(), 0, "the gateway was not in the way");
    // A server that does not answer counts as down, whichever request notices, and is back afterwards.
    bot.logs("down network=\"matrix\"");
    crate::servers::holds_in_time(|| bot.log().matches("up network=\"matrix\"").count() == 2);
    assert_eq!(bot.log().matches("up network=\"matrix\"").count(), 2);
    for id in &said {
        let answers = |event: &&serde_json::Value| {
            is_from_bot(event) && event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == id.as_str()
        };
        assert_eq!(ralph.seen().iter().filter(answers).count(), 1, "each is answered once");
    }
    // An answer too long for a room waits for `more`; all of it comes, each line once.
    let mut words = String::new();
    let mut answer = ralph.asks(&room, "!rfr history badges", "newest first");
    while body(&answer).contains("!rfr more") {
        assert!(body(&answer).lines().count() <= 41, "{answer}");
        words.push_str(body(&answer));
        answer = ralph.asks(&room, "!rfr more", "");
    }
    words.push_str(body(&answer));
    for number in 0..NOTES {
        assert_eq!(
            words.matches(&format!("number {number}.")).count(),
            1,
            "{number}: {words}"
        );
    }
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn the_servers_own_limits_are_honoured_and_nothing_is_lost() {
    let (synapse, mut bot, mut ralph, room) = room_with_bot(Limits::Default, "");
    let noc = ralph.make_room("noc", false);
    bot.edit_config(|config| config.replacen("rooms = [", "rooms = [\"#noc:matrix.test\", ", 1));
    let mut kevin = Person::new(&synapse, "kevin");
    kevin.join(&room);
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    // Two people at their own pace ask for more than the bot may say at once.
    let mut asked = Vec::new();
    for number in 0..7 {
        asked.push(ralph.say(&room, &format!("!rfr new name{number} 1{number} Number")));
        if number < 2 {
            kevin.say(&room, "!rfr list");
        }
    }
    for (number, id) in asked.iter().enumerate() {
        ralph.answer(id, &format!("New RFR name{number}"));
    }
    // The burst of announcements in the other room, too: all of them, in order, each once.
    for number in 0..7 {
        let words = format!("New RFR name{number}:");
        let announced = |event: &serde_json::Value| event["room"] == noc.as_str() && body(event).contains(&words);
        ralph.expect_again("the announcement", announced);
    }
    let in_room = |room: &str| -> Vec<String> {
        let said = ralph.seen().iter();
        said.filter(|event| is_from_bot(event) && event["room"] == room && body(event).contains("New RFR name"))
            .map(|event| body(event).split(':').next().unwrap_or_default().to_owned())
            .collect()
    };
    let each_once: Vec<String> = (0..7).map(|number| format!("New RFR name{number}")).collect();
    assert_eq!(in_room(&room), each_once);
    assert_eq!(in_room(&noc), each_once);
    assert!(bot.log().contains("told to wait"), "the server did not limit anything");
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn lost_keys_are_told_and_nothing_is_overwritten() {
    let (_synapse, mut bot, mut ralph, room) = room_with_bot(Limits::None, "");
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    ralph.asks(&room, "!rfr version", "rfrbot");
    bot.stop();
    let store = bot.matrix_folder().join("store");
    std::fs::rename(&store, store.with_extension("lost")).expect("the keys can be moved");
    let said = bot.run(&["run"]);
    let words = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(!said.status.success() && words.contains("its keys are gone"), "{words}");
    // The advice it gives works.
    std::fs::remove_file(bot.matrix_folder().join("session.json")).expect("the session can be removed");
    let login = bot.run(&["login", "matrix"]);
    assert!(login.status.success(), "{}", String::from_utf8_lossy(&login.stderr));
    bot.start();
    bot.logs("up network=\"matrix\"");
    ralph.asks(&room, "!rfr version", "rfrbot");
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_server_that_is_out_of_order_costs_delay_and_says_nothing_twice() {
    let (synapse, mut bot, mut ralph, room) = room_with_bot(Limits::None, "");
    let noc = ralph.make_room("noc", false);
    let gateway = Gateway::start(synapse.port());
    bot.edit_config(|config| {
        let config = config.replace(&synapse.address(), &gateway.address());
        config.replacen("rooms = [", "rooms = [\"#noc:matrix.test\", ", 1)
    });
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    ralph.meets(&noc, &id("rfrbot"));
    ralph.asks(&room, "!rfr version", "rfrbot");
    let faults = [
        (Fault::TooFast(700), "too fast; again in 1 s"),
        (Fault::Broken, "answered 500"),
        (Fault::BadGateway, "answered 502"),
        (Fault::AnswerLost, "answered 502"),
    ];
    let mut names = Vec::new();
    for (fault, words) in faults {
        for path in ["/send/m.room.message/", "/sync"] {
            let name = format!("name{}", names.len());
            gateway.refuse(path, fault, 3);
            let new = format!("!rfr new {name} 1{} Number", names.len());
            ralph.asks(&room, &new, &format!("New RFR {name}"));
            names.push(name);
            // Also what is said while the stream fails.
            let name = format!("name{}", names.len());
            let new = format!("!rfr new {name} 1{} Number", names.len());
            ralph.asks(&room, &new, &format!("New RFR {name}"));
            names.push(name);
            assert!(
                crate::servers::holds_in_time(|| gateway.left_to_refuse() == 0),
                "{fault:?} on {path} met nothing"
            );
        }
        // What the operator reads: the connection is down, and why.
        let log = bot.log();
        let down = log
            .lines()
            .any(|line| line.contains(" WARN ") && line.contains(words) && line.contains("; trying again"));
        assert!(down, "{fault:?}:\n{log}");
    }
    for name in &names {
        ralph.expect_again("the announcement", |event| {
            event["room"] == noc.as_str() && is_from_bot(event) && body(event).contains(&format!("New RFR {name}:"))
        });
    }
    for place in [&room, &noc] {
        ralph.asks(place, "!rfr version", "rfrbot");
        let said = ralph.history(place);
        for name in &names {
            let words = format!("New RFR {name}:");
            let times = said
                .iter()
                .filter(|event| is_from_bot(event) && body(event).contains(&words));
            assert_eq!(times.count(), 1, "{words}");
        }
    }
    let log = bot.log();
    assert!(
        log.contains("told to wait") && log.contains("could not send: "),
        "{log}"
    );
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_soft_logout_without_a_password_is_said() {
    let (synapse, mut bot, mut ralph, room) = room_with_bot(Limits::None, "");
    let gateway = Gateway::start(synapse.port());
    bot.edit_config(|config| config.replace(&synapse.address(), &gateway.address()));
    assert!(bot.run(&["login", "matrix"]).status.success());
    bot.edit_config(|config| config.replace("password_file = \"matrix.password\"\n", ""));
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    gateway.refuse("/sync", Fault::SoftLogout, 1);
    let said = bot.ends();
    assert!(
        said.contains("until it logs in again") && said.contains("rfrbot login matrix"),
        "{said}"
    );
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn what_is_said_now_is_answered_whatever_the_time_is_that_stands_on_it() {
    // By a slow clock, everything is older than allowed.
    let (_synapse, mut bot, mut ralph, room) = room_with_bot(Limits::None, "catch_up_minutes = 0");
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    ralph.asks(&room, "!rfr version", "rfrbot");
    bot.stop();
    let missed = ralph.say(&room, "!rfr new badges 4321 Badges");
    bot.start();
    bot.logs("too old to be answered");
    ralph.asks(&room, "!rfr list", "no RFR open");
    assert!(
        !ralph
            .seen()
            .iter()
            .any(|event| { event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == missed.as_str() })
    );
}

/// What attackers tried, and what held.
mod attacks {
    use super::*;

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn a_server_that_wants_much_is_given_little() {
        let (synapse, mut bot, mut ralph, room) = room_with_bot(Limits::None, "");
        let gateway = Gateway::start(synapse.port());
        bot.edit_config(|config| config.replace(&synapse.address(), &gateway.address()));
        bot.start();
        ralph.meets(&room, &id("rfrbot"));
        ralph.asks(&room, "!rfr new badges 4321 Badges", "New RFR badges");
        let session = |bot: &Bot| {
            let text = std::fs::read_to_string(bot.matrix_folder().join("session.json")).expect("the session");
            serde_json::from_str::<serde_json::Value>(&text).expect("JSON")
        };
        let before = session(&bot);
        for (words, fault, times, logged) in [
            // Told to wait for a day.
            ("/sync", Fault::TooFast(86_400_000), 1, "too fast; again in 30 s"),
            // Its own position is refused each time.
            ("since=", Fault::NoSuchStream, 3, "asking from the beginning"),
            // A new login with the existing device.
            (
                "/sync",
                Fault::SoftLogout,
                1,
                "logged in to Matrix again, with the same device",
            ),
        ] {
            gateway.refuse(words, fault, times);
            let said = ralph.say(&room, "!rfr note badges hello");
            bot.logs(logged);
            ralph.answer(&said, "noted");
            assert_eq!(gateway.left_to_refuse(), 0);
        }
        let after = session(&bot);
        assert_eq!(after["device_id"], before["device_id"]);
        assert_ne!(after["access_token"], before["access_token"]);
        // None of that runs anything old again.
        ralph.asks(&room, "!rfr version", "rfrbot");
        assert_eq!(ralph.count("New RFR badges"), 1);
        assert_eq!(ralph.count("noted: hello"), 3);
        assert!(
            !bot.log().contains("/_matrix/client/"),
            "whole addresses are in the log:\n{}",
            bot.log()
        );
    }
}
