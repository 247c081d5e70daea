//! Verified devices, and unreadable messages.

use crate::bot::Bot;
use crate::person::{Person, id, is_from_bot};
use crate::synapse::{Limits, Synapse};
use serde_json::json;
use std::fs;

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn verify_makes_the_device_a_verified_one_and_a_new_device_too() {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let room = ralph.make_room("admin", true);
    let mut bot = Bot::new(&synapse, &["admin"], "accept_unverified_devices = true");
    bot.take_recovery_secret();
    let verify = |bot: &Bot, expected: &str| {
        let done = bot.run(&["matrix", "verify"]);
        let (said, errors) = (
            String::from_utf8_lossy(&done.stdout),
            String::from_utf8_lossy(&done.stderr),
        );
        assert!(done.status.success() && said.contains(expected), "{said}{errors}");
    };
    verify(&bot, "set up cross-signing");
    verify(&bot, "verified already");
    // Seen by others: the self-signing key has signed the device.
    let signed_devices = |ralph: &mut Person| {
        let query = json!({ "device_keys": { id("rfrbot"): [] } });
        let keys = ralph.http("POST", "/_matrix/client/v3/keys/query", query);
        let signing = keys["self_signing_keys"][id("rfrbot")]["keys"]
            .as_object()
            .expect("a key")
            .clone();
        let key_id = signing.keys().next().expect("a key").clone();
        let devices = keys["device_keys"][id("rfrbot")].as_object().expect("devices").clone();
        devices
            .values()
            .filter(|device| !device["signatures"][id("rfrbot")][&key_id].is_null())
            .count()
    };
    assert_eq!(signed_devices(&mut ralph), 1);
    // A new device recovers with the same secret; with another secret it says what is wrong.
    let login = bot.run(&["login", "matrix", "--again"]);
    assert!(login.status.success());
    bot.write_secret("matrix.recovery", "something else");
    let wrong = bot.run(&["matrix", "verify"]);
    assert!(!wrong.status.success());
    assert!(String::from_utf8_lossy(&wrong.stderr).contains("recovery_file must hold that one"));
    bot.write_secret("matrix.recovery", "a long passphrase for the recovery");
    verify(&bot, "recovered");
    assert_eq!(signed_devices(&mut ralph), 2);
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    let said = ralph.whisper(&room, "!rfr version");
    ralph.answer(&said, "rfrbot");
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn with_a_recovery_secret_the_device_verifies_itself_at_the_start() {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let room = ralph.make_room("admin", true);
    ralph.cross_sign();
    let mut bot = Bot::new(&synapse, &["admin"], "");
    bot.take_recovery_secret();
    bot.start();
    bot.logs("set up cross-signing, key backup and recovery by the configured secret");
    ralph.meets(&room, &id("rfrbot"));
    ralph.tells(&room, true, "!rfr version", "rfrbot");
    bot.stop();
    bot.start();
    ralph.tells(&room, true, "!rfr version", "rfrbot");
    assert!(!bot.log().contains("verified now"), "{}", bot.log());
    bot.stop();
    // A new device, with another secret: it says what is wrong, and rooms without encryption still work.
    assert!(bot.run(&["login", "matrix", "--again"]).status.success());
    bot.write_secret("matrix.recovery", "something else");
    let plain = ralph.make_room("plain", false);
    bot.edit_config(|config| config.replacen("rooms = [", "rooms = [\"#plain:matrix.test\", ", 1));
    bot.start();
    bot.logs("recovery_file must hold that one");
    ralph.meets(&plain, &id("rfrbot"));
    ralph.asks(&plain, "!rfr version", "rfrbot");
    bot.stop();
    bot.write_secret("matrix.recovery", "a long passphrase for the recovery");
    bot.start();
    bot.logs("recovered the account's keys");
    ralph.tells(&room, true, "!rfr version", "rfrbot");
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn what_cannot_be_read_is_said_once() {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let room = ralph.make_room("admin", true);
    let mut bot = Bot::new(&synapse, &["admin"], "accept_unverified_devices = true");
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    let said = ralph.whisper(&room, "!rfr version");
    ralph.answer(&said, "rfrbot");
    let garbage = json!({ "algorithm": "m.megolm.v1.aes-sha2", "sender_key": "x", "device_id": "X",
        "session_id": "unknown", "ciphertext": "AwgAEnACgAkLmt6qF84IK++J7UDH2Za1YVchHyprqTqsg" });
    let first = ralph.send(&room, "m.room.encrypted", garbage.clone());
    for _ in 0..4 {
        ralph.send(&room, "m.room.encrypted", garbage.clone());
    }
    ralph.answer(&first, "I could not read that");
    let said = ralph.whisper(&room, "!rfr version");
    ralph.answer(&said, "rfrbot");
    assert_eq!(ralph.count("I could not read that"), 1);
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_device_that_came_while_the_bot_was_away_gets_the_keys_too() {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let room = ralph.make_room("admin", true);
    let mut bot = Bot::new(&synapse, &["admin"], "accept_unverified_devices = true");
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    let said = ralph.whisper(&room, "!rfr version");
    ralph.answer(&said, "rfrbot");
    let kept = bot.matrix_folder().join("rooms.json");
    // Unchanged, and damaged.
    for damage in [None, Some("{")] {
        bot.kill();
        if let Some(damage) = damage {
            fs::write(&kept, damage).expect("the file can be written");
        }
        let mut another_device = Person::log_in(&synapse, "ralph");
        bot.start();
        let said = ralph.whisper(&room, "!rfr version");
        ralph.answer(&said, "rfrbot");
        another_device.expect("the answer, readable", |event| {
            is_from_bot(event)
                && event["decrypted"] == true
                && event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == said.as_str()
        });
    }
    // And one that comes while the bot runs.
    let mut another_device = Person::log_in(&synapse, "ralph");
    let said = ralph.whisper(&room, "!rfr version");
    ralph.answer(&said, "rfrbot");
    another_device.expect("the answer, readable", |event| {
        is_from_bot(event)
            && event["decrypted"] == true
            && event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == said.as_str()
    });
    bot.stop();
}

/// What attackers tried, and what held.
mod attacks {
    use super::*;

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn by_default_a_device_that_its_owner_has_not_verified_is_not_listened_to() {
        let synapse = Synapse::start(Limits::None);
        let mut ralph = Person::new(&synapse, "ralph");
        let room = ralph.make_room("admin", true);
        let mut bot = Bot::new(&synapse, &["admin"], "");
        // Before its own device is verified it can say nothing in encrypted rooms; its operator reads what to do.
        bot.start();
        ralph.meets(&room, &id("rfrbot"));
        ralph.say(&room, "!rfr status");
        bot.logs("run `rfrbot matrix verify`");
        bot.stop();
        bot.take_recovery_secret();
        assert!(bot.run(&["matrix", "verify"]).status.success());
        bot.start();
        ralph.whisper(&room, "!rfr new badges 4321 Badges");
        // It answers, but ralph's device gets no key for the answer either.
        bot.logs("UnverifiedDevice");
        // Nor does it believe unencrypted messages, which a server could have made up.
        let said = ralph.say(&room, "!rfr new wiki 4322 Wiki");
        // The reply relation of an encrypted event is outside the encrypted part.
        let answered = crate::servers::holds_in_time(|| {
            ralph.history(&room).iter().any(|event| {
                event["sender"] == id("rfrbot")
                    && event["type"] == "m.room.encrypted"
                    && event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == said.as_str()
            })
        });
        assert!(answered, "nothing was said to a command in the clear:\n{}", bot.log());
        bot.stop();
        let list = bot.run(&["export"]);
        let list = String::from_utf8_lossy(&list.stdout);
        assert!(!list.contains("badges") && !list.contains("wiki"), "{list}");
    }

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn a_copy_of_somebodys_encrypted_words_is_nobodys() {
        let synapse = Synapse::start(Limits::None);
        let mut ralph = Person::new(&synapse, "ralph");
        let mut mallory = Person::new(&synapse, "mallory");
        let room = ralph.make_room("admin", true);
        mallory.join(&room);
        let mut bot = Bot::new(&synapse, &["admin"], "accept_unverified_devices = true");
        bot.start();
        ralph.meets(&room, &id("rfrbot"));
        let said = ralph.whisper(&room, "!rfr new badges 4321 Badges");
        ralph.answer(&said, "New RFR badges");
        let said = ralph.whisper(&room, "!rfr note badges once");
        ralph.answer(&said, "badges");
        let mut history = ralph.history(&room).into_iter();
        let whispered = history.find(|event| event["event_id"] == said.as_str());
        let copied = whispered.expect("what ralph said")["content"].clone();
        // Sent by somebody else, with the keys of ralph's device in it.
        let copy = mallory.send(&room, "m.room.encrypted", copied);
        bot.logs("not from their sender");
        let said = ralph.whisper(&room, "!rfr history badges");
        ralph.answer(&said, "badges");
        let answered =
            |event: &serde_json::Value| event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == copy.as_str();
        assert!(!ralph.seen().iter().any(answered), "the copy was taken for words");
        bot.stop();
        let list = bot.run(&["export"]);
        let times = String::from_utf8_lossy(&list.stdout)
            .matches("note badges once")
            .count();
        assert_eq!(times, 1);
    }

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn a_room_that_was_encrypted_once_is_never_answered_in_the_clear() {
        let synapse = Synapse::start(Limits::None);
        let mut ralph = Person::new(&synapse, "ralph");
        let (secret, plain) = (ralph.make_room("secret", true), ralph.make_room("plain", false));
        let mut bot = Bot::new(&synapse, &["secret", "plain"], "accept_unverified_devices = true");
        bot.start();
        for room in [&secret, &plain] {
            ralph.meets(room, &id("rfrbot"));
        }
        let said = ralph.whisper(&secret, "!rfr version");
        ralph.answer(&said, "rfrbot");
        ralph.asks(&plain, "!rfr version", "rfrbot");
        bot.stop();
        // The encrypted room is remembered. A server that hides the other room's encryption looks like this:
        let kept = bot.matrix_folder().join("rooms.json");
        let remembered = fs::read_to_string(&kept).expect("the file is there");
        assert!(remembered.contains(secret.as_str()) && !remembered.contains(plain.as_str()));
        fs::write(&kept, remembered.replace(&secret, &plain)).expect("the file can be written");
        bot.start();
        ralph.say(&plain, "!rfr version");
        bot.logs("the room is not encrypted any more");
        let said = ralph.whisper(&secret, "!rfr version");
        ralph.answer(&said, "rfrbot");
        assert_eq!(bot.log().matches("an answer was dropped").count(), 1);
        bot.stop();
    }
}
