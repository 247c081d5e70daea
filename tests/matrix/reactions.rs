//! Sign-off by reaction: by the sponsor, on the very message that asked, while what was asked is still so.

use crate::bot::Bot;
use crate::person::{Person, body, event_id, id};
use crate::synapse::{Limits, Synapse};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Badges in development; only kevin's signature is missing.
fn asked() -> (Synapse, Bot, Person, Person, String) {
    asked_in(false, "")
}

/// Ralph, kevin and the bot in a room, with additional config.
pub(crate) fn together(encrypted: bool, more: &str) -> (Synapse, Bot, Person, Person, String) {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let mut kevin = Person::new(&synapse, "kevin");
    let room = ralph.make_room("admin", encrypted);
    kevin.join(&room);
    let mut bot = Bot::new(&synapse, &["admin"], more);
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    (synapse, bot, ralph, kevin, room)
}

/// The same in an encrypted room or a plain one, with additional config.
pub(crate) fn asked_in(encrypted: bool, more: &str) -> (Synapse, Bot, Person, Person, String) {
    let (synapse, bot, mut ralph, mut kevin, room) = together(encrypted, more);
    ralph.tells(&room, encrypted, "!rfr new badges 4321 Badges", "New RFR badges");
    kevin.tells(&room, encrypted, "!rfr sponsor badges", "sponsored by");
    for command in [
        "advance badges",
        "discussed badges https://lists.example.org/thread/A/",
        "people badges add ralph smooge",
        "advance badges",
        "decide badges caching none",
        "decide badges load-balancing two nodes",
        "decide badges deployment own host",
        "sop badges https://docs.example.org/sop/badges",
    ] {
        ralph.tells(&room, encrypted, &format!("!rfr {command}"), "badges");
    }
    (synapse, bot, ralph, kevin, room)
}

fn asks_for_signature(answer: &Value) -> String {
    assert!(body(answer).contains("a ✅ on this message signs"), "{answer}");
    event_id(answer).to_owned()
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_deleted_command_undoes_nothing_and_says_so() {
    let (_synapse, _bot, mut ralph, mut kevin, room) = asked();
    let command = kevin.say(&room, "!rfr signoff development badges");
    kevin.answer(&command, "signed off");
    kevin.redact(&room, &command);
    kevin.hears("that was deleted, but what it did stands");
    ralph.asks(&room, "!rfr advance badges", "moved from development to staging");
    // Deleting ordinary talk has no effect.
    let idle = ralph.say(&room, "good morning");
    ralph.redact(&room, &idle);
    ralph.asks(&room, "!rfr version", "rfrbot");
    assert_eq!(ralph.count("that was deleted"), 1);
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn in_an_encrypted_room_the_sponsors_reaction_signs_too_where_the_operator_says_so() {
    let (_synapse, mut bot, mut ralph, mut kevin, room) = asked_in(
        true,
        "accept_unverified_devices = true\nsign_by_reaction_in_encrypted_rooms = true",
    );
    let ask = asks_for_signature(&ralph.tells(&room, true, "!rfr next badges", "sign-off"));
    ralph.react(&room, &ask, "✅");
    // The bot can still read its own message after a restart.
    bot.stop();
    bot.start();
    kevin.react(&room, &ask, "✅");
    kevin.hears("development signed off");
    ralph.tells(&room, true, "!rfr advance badges", "moved from development to staging");
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_minute_without_the_server_loses_nothing_and_the_time_for_taking_a_reaction_back_passes() {
    let (mut synapse, mut bot, mut ralph, mut kevin, room) = asked_in(false, "");
    bot.stop();
    // Pauses grow as for an operator, up to ten seconds.
    bot.edit_config(|config| {
        let config = config.replace("retry_seconds = [1, 2]", "retry_seconds = [1, 10]");
        config.replace("[limits]\n", "[limits]\nundo_minutes = 1\n")
    });
    bot.start();
    let ask = asks_for_signature(&ralph.asks(&room, "!rfr next badges", "sign-off"));
    let reaction = kevin.react(&room, &ask, "✅");
    kevin.hears("development signed off");
    // Heard, but perhaps not answered yet.
    let note = ralph.say(&room, "!rfr note badges a word before the outage");
    synapse.stop();
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_secs(61) {
        assert!(bot.is_running(), "it gave up");
        // The minute itself is being tested.
        std::thread::sleep(Duration::from_millis(200));
    }
    synapse.resume();
    ralph.answer(&note, "badges");
    kevin.redact(&room, &reaction);
    kevin.hears("that was deleted, but what it did stands");
    ralph.asks(&room, "!rfr advance badges", "moved from development to staging");
    let answers = |event: &&Value| event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == note.as_str();
    let answers = ralph.seen().iter().filter(answers).count();
    assert_eq!((answers, ralph.count("sign-off taken back")), (1, 0));
}

/// What attackers tried, and what held.
mod attacks {
    use super::*;

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn the_sponsors_reaction_signs_and_anybody_elses_does_nothing() {
        let (synapse, mut bot, mut ralph, mut kevin, room) = asked();
        let mut smooge = Person::new(&synapse, "smooge");
        smooge.join(&room);
        let refusal = ralph.asks(&room, "!rfr advance badges", "stays in development");
        let ask = asks_for_signature(&refusal);
        let before = ralph.count("");

        // The wrong people, the wrong emoji, the wrong message, and a message that only looks like the bot's.
        ralph.react(&room, &ask, "✅");
        smooge.react(&room, &ask, "✅");
        kevin.react(&room, &ask, "👍");
        kevin.react(&room, &ask, "❌");
        let innocent = ralph.say(&room, "it is ready");
        kevin.react(&room, &innocent, "✅");
        let mut forged = refusal["content"].clone();
        forged["m.relates_to"] = json!({});
        let forged = ralph.send(&room, "m.room.message", forged);
        kevin.react(&room, &forged, "✅");
        ralph.asks(&room, "!rfr next badges", "sign-off");
        assert_eq!(ralph.count(""), before + 1, "nobody was answered but the question");

        // The sponsor, also after the bot was killed.
        bot.kill();
        let reaction = kevin.react(&room, &ask, "✅");
        bot.start();
        kevin.hears("development signed off");
        ralph.asks(&room, "!rfr history badges", "development signed off");
        assert_eq!(kevin.count("badges: development signed off"), 1);

        // The first one counts: a variant is no second signature, and a restart replays none.
        kevin.react(&room, &ask, "✅\u{fe0f}");
        bot.stop();
        bot.start();
        ralph.asks(&room, "!rfr history badges", "development signed off");
        assert_eq!(kevin.count("badges: development signed off"), 1);

        // Taken back within the time limit for an undo, it is withdrawn.
        kevin.redact(&room, &reaction);
        kevin.hears("sign-off taken back");
        ralph.asks(&room, "!rfr advance badges", "stays in development");
    }

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn a_reaction_signs_only_what_was_asked() {
        let (_synapse, _bot, mut ralph, mut kevin, room) = asked();
        let ask = asks_for_signature(&ralph.asks(&room, "!rfr next badges", "sign-off"));
        // A question was asked and answered since: that is not what the sponsor saw.
        ralph.asks(&room, "!rfr ask badges Is there a backup?", "badges");
        let number = ralph.asks(&room, "!rfr questions badges", "backup");
        let number = body(&number)
            .split(|c: char| !c.is_ascii_digit())
            .find(|part| !part.is_empty())
            .unwrap_or("1")
            .to_owned();
        assert!(!number.is_empty());
        kevin.react(&room, &ask, "✅");
        kevin.hears("it has changed since I asked");
        assert_eq!(kevin.count("development signed off."), 0);
    }
}
