//! The whole life of an RFR, in a plain room and in an encrypted one, with a restart and a kill in the middle.

use crate::bot::Bot;
use crate::person::{Person, body, id, is_from_bot};
use crate::synapse::{Limits, Synapse};
use serde_json::Value;

/// How somebody says something, and waits for the answer.
type Asks = fn(&mut Person, &str, &str, &str) -> Value;

fn in_plain(who: &mut Person, room: &str, words: &str, expected: &str) -> Value {
    who.asks(room, words, expected)
}

fn encrypted(who: &mut Person, room: &str, words: &str, expected: &str) -> Value {
    let said = who.whisper(room, words);
    let answer = who.answer(&said, expected);
    assert_eq!(answer["decrypted"], true, "it came in the clear: {answer}");
    answer
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn an_rfr_lives_from_request_to_maintenance_in_a_plain_room() {
    live(false, in_plain);
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn an_rfr_lives_from_request_to_maintenance_in_an_encrypted_room() {
    live(true, encrypted);
}

fn live(is_encrypted: bool, ask: Asks) {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let mut kevin = Person::new(&synapse, "kevin");
    let room = ralph.make_room("admin", is_encrypted);
    let noc = ralph.make_room("noc", is_encrypted);
    kevin.join(&room);
    let mut bot = Bot::new(&synapse, &["admin", "noc"], "accept_unverified_devices = true");
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    ralph.meets(&noc, &id("rfrbot"));
    bot.logs("up network=\"matrix\"");
    assert_eq!(bot.mode("session.json"), 0o600);

    // Request and sponsor.
    ask(
        &mut ralph,
        &room,
        "!rfr new badges #4321 Badges for everyone",
        "New RFR badges",
    );
    ask(&mut ralph, &room, "!rfr advance badges", "stays in pre-sponsorship");
    ask(&mut ralph, &room, "!rfr sponsor badges", "sysadmin-main");
    ask(&mut kevin, &room, "!rfr sponsor badges", "sponsored by");
    ask(
        &mut ralph,
        &room,
        "rfrbot: advance badges",
        "moved from pre-sponsorship to planning",
    );

    // A restart: nothing is said twice, and the session is the same.
    bot.stop();
    bot.start();
    bot.logs("up network=\"matrix\"");
    assert!(!bot.log().contains("logged in to Matrix for the first time"));
    ask(
        &mut ralph,
        &room,
        "!rfr discussed badges https://lists.example.org/thread/A/",
        "list discussion recorded",
    );
    ask(
        &mut ralph,
        &room,
        "!rfr people badges add ralph smooge",
        "recorded as maintainer",
    );

    // Killed; what is said meanwhile is answered afterwards, once.
    bot.kill();
    let meanwhile = if is_encrypted {
        ralph.whisper(&room, "!rfr advance badges")
    } else {
        ralph.say(&room, "!rfr advance badges")
    };
    bot.start();
    ralph.answer(&meanwhile, "moved from planning to development");

    // Development.
    ask(&mut kevin, &room, "!rfr signoff development", "first it needs");
    ask(&mut ralph, &room, "!rfr advance badges", "stays in development");
    for decision in [
        "caching none needed",
        "load-balancing two nodes",
        "deployment own virtual host",
    ] {
        ask(&mut ralph, &room, &format!("!rfr decide badges {decision}"), "decided");
    }
    ask(
        &mut ralph,
        &room,
        "!rfr sop badges https://docs.example.org/sop/badges",
        "the sponsor's development sign-off",
    );
    ask(&mut kevin, &room, "!rfr signoff development", "development signed off");
    ask(
        &mut ralph,
        &room,
        "!rfr advance badges",
        "moved from development to staging",
    );

    // Staging, production, maintenance: whatever is missing is done until the gates open.
    ask(
        &mut ralph,
        &room,
        "!rfr schedule badges in 2 weeks",
        "production deployment on",
    );
    for _ in 0..20 {
        let said = if is_encrypted {
            kevin.whisper(&room, "!rfr next badges")
        } else {
            kevin.say(&room, "!rfr next badges")
        };
        let answer = kevin.answer(&said, "badges");
        let words = body(&answer).to_owned();
        if words.contains("maintenance") && words.contains("!rfr advance badges") && !words.contains("Missing") {
            break;
        }
        let Some(command) = first_command(&words) else { break };
        let who = &mut kevin;
        ask(who, &room, &command, "badges");
    }
    ask(&mut kevin, &room, "!rfr advance badges", "is finished: it moved from");

    // Each announcement came to the other room once, over all starts.
    ralph.expect("the last announcement", |event| {
        event["room"] == noc.as_str() && is_from_bot(event) && body(event).contains("is finished")
    });
    for sentence in [
        "New RFR badges",
        "sponsored by",
        "moved from pre-sponsorship to planning",
        "moved from planning to development",
        "moved from development to staging",
        "is finished",
    ] {
        let announced = ralph
            .seen()
            .iter()
            .filter(|event| event["room"] == noc.as_str() && is_from_bot(event) && body(event).contains(sentence))
            .count();
        assert_eq!(announced, 1, "{sentence:?} in the other room");
    }
    // The server's own record agrees: the bot has as many events as were seen, each with a different transaction.
    let mut transactions: Vec<String> = Vec::new();
    for event in ralph.history(&noc) {
        if event["sender"] == id("rfrbot") && event["type"] != "m.room.member" {
            transactions.push(event["event_id"].to_string());
        }
    }
    let count = transactions.len();
    transactions.sort();
    transactions.dedup();
    assert_eq!(transactions.len(), count);
    assert_eq!(
        count,
        ralph
            .seen()
            .iter()
            .filter(|event| event["room"] == noc.as_str() && is_from_bot(event))
            .count()
    );
    bot.stop();
}

/// The first command that an answer suggests.
fn first_command(words: &str) -> Option<String> {
    words
        .split('`')
        .skip(1)
        .step_by(2)
        .find(|command| command.starts_with("!rfr ") && !command.contains("help"))
        .map(|command| {
            command
                .replace("URL", "https://docs.example.org/x")
                .replace("WHY", "because")
                .replace("DATE", "in 2 weeks")
                .replace("NAME", "smooge")
                .replace('…', "yes")
        })
}
