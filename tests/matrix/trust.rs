//! Whom the bot believes: copies, forged signatures, texts that differ between clients, rooms that are not private.

use crate::bot::Bot;
use crate::person::{Person, body, escaped, event_id, id, is_from_bot};
use crate::reactions::asked_in;
use crate::synapse::{Limits, Synapse};
use serde_json::{Value, json};

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn an_alias_that_leads_to_another_room_is_followed() {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let before = ralph.make_room("admin", false);
    let after = ralph.make_room("elsewhere", false);
    let gateway = crate::gateway::Gateway::start(synapse.port());
    let mut bot = Bot::new(&synapse, &["admin"], "");
    bot.edit_config(|config| config.replace(&synapse.address(), &gateway.address()));
    bot.start();
    ralph.meets(&before, &id("rfrbot"));
    ralph.asks(&before, "!rfr new badges 4321 Badges", "New RFR badges");
    ralph.asks(&before, "!rfr new wiki 4322 Wiki", "New RFR wiki");
    ralph.asks(&before, "!rfr focus badges", "badges");
    let path = format!("/_matrix/client/v3/directory/room/{}", escaped("#admin:matrix.test"));
    ralph.http("DELETE", &path, json!({}));
    ralph.http("PUT", &path, json!({ "room_id": after }));
    // It checks every five minutes, and when the server is back.
    gateway.refuse("/sync", crate::gateway::Fault::BadGateway, 1);
    ralph.meets(&after, &id("rfrbot"));
    let said = ralph.hears("leads to this room now");
    assert_eq!(said["room"], after.as_str());
    ralph.asks(&after, "!rfr status", "badges");
    // The old room is not a room for two, however few are left.
    let unheard = ralph.say(&before, "hold badges please, it breaks");
    ralph.asks(&before, "!rfr version", "rfrbot");
    bot.stop();
    bot.start();
    let unheard_again = ralph.say(&before, "hold badges please, it breaks");
    ralph.asks(&before, "!rfr version", "rfrbot");
    ralph.asks(&after, "!rfr status", "badges");
    let is_answer = |event: &&Value| {
        let to = &event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"];
        is_from_bot(event) && (*to == unheard.as_str() || *to == unheard_again.as_str())
    };
    assert_eq!(ralph.seen().iter().filter(is_answer).count(), 0);
    assert_eq!(ralph.count("leads to this room now"), 1);
}

/// What attackers tried, and what held.
mod attacks {
    use super::*;

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn encrypted_words_act_once_however_often_a_server_sends_them() {
        let synapse = Synapse::start(Limits::None);
        let mut ralph = Person::new(&synapse, "ralph");
        let room = ralph.make_room("admin", true);
        let mut bot = Bot::new(&synapse, &["admin"], "accept_unverified_devices = true");
        bot.start();
        ralph.meets(&room, &id("rfrbot"));
        ralph.tells(&room, true, "!rfr new badges 4321 Badges", "New RFR badges");
        let said = ralph.whisper(&room, "!rfr note badges once");
        ralph.answer(&said, "noted");
        let mut history = ralph.history(&room).into_iter();
        let whispered = history.find(|event| event["event_id"] == said.as_str());
        let copy = whispered.expect("what ralph said")["content"].clone();
        let answer_to = |ralph: &mut Person, to: &str| {
            ralph.expect_again("an answer to the copy", |event| {
                is_from_bot(event) && event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == to
            })
        };
        // While it runs, after a stop, and after a kill.
        for restart in [|_: &mut Bot| {}, |bot: &mut Bot| bot.stop(), |bot: &mut Bot| bot.kill()] {
            restart(&mut bot);
            if !bot.is_running() {
                bot.start();
                bot.logs("up network=\"matrix\"");
            }
            // With the token of ralph's device, or by a server: a new event with the old text.
            let again = ralph.send(&room, "m.room.encrypted", copy.clone());
            let answer = answer_to(&mut ralph, &again);
            assert!(body(&answer).contains("a copy of an encrypted message"), "{answer}");
        }
        bot.logs("encrypted words came again under another id");
        bot.stop();
        let list = bot.run(&["export"]);
        let times = String::from_utf8_lossy(&list.stdout)
            .matches("note badges once")
            .count();
        assert_eq!(times, 1);
        assert!(bot.run(&["verify"]).status.success());
    }

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn encrypted_words_that_were_refused_do_nothing_when_a_server_sends_them_after_their_speaker_gained_the_right() {
        let synapse = Synapse::start(Limits::None);
        let mut ralph = Person::new(&synapse, "ralph");
        let room = ralph.make_room("admin", true);
        let mut bot = Bot::new(&synapse, &["admin"], "accept_unverified_devices = true");
        bot.start();
        ralph.meets(&room, &id("rfrbot"));
        ralph.tells(&room, true, "!rfr new badges 4321 Badges", "New RFR badges");
        let said = ralph.whisper(&room, "!rfr sponsor badges");
        ralph.answer(&said, "sysadmin-main");
        let mut history = ralph.history(&room).into_iter();
        let whispered = history.find(|event| event["event_id"] == said.as_str());
        let copy = whispered.expect("what ralph said")["content"].clone();
        ralph.tells(&room, true, "!rfr version", "rfrbot");
        // The same event comes again, too, since a kill leaves the recorded position behind.
        bot.kill();
        bot.edit_config(|config| config.replace("[\"kevin\", \"smooge\"]", "[\"kevin\", \"smooge\", \"ralph\"]"));
        bot.start();
        bot.logs("up network=\"matrix\"");
        let again = ralph.send(&room, "m.room.encrypted", copy);
        let answer = ralph.expect_again("an answer to the copy", |event| {
            is_from_bot(event) && event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == again.as_str()
        });
        assert!(body(&answer).contains("a copy of an encrypted message"), "{answer}");
        // Said anew, it is done: the right exists now.
        ralph.tells(&room, true, "!rfr sponsor badges", "is sponsored by");
    }

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn in_an_encrypted_room_no_reaction_signs_unless_the_operator_says_so() {
        let (_synapse, mut bot, mut ralph, mut kevin, room) = asked_in(true, "accept_unverified_devices = true");
        let ask = ralph.tells(&room, true, "!rfr next badges", "sign-off");
        assert!(!body(&ask).contains("✅"), "it is offered: {ask}");
        kevin.react(&room, event_id(&ask), "✅");
        ralph.tells(&room, true, "!rfr advance badges", "stays in development");
        assert_eq!(kevin.count("development signed off"), 0);
        bot.stop();
        let check = bot.run(&["check"]);
        let words = String::from_utf8_lossy(&check.stdout).into_owned();
        assert!(words.contains("no ✅ signs off"), "{words}");
    }

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn words_that_are_shown_as_others_are_not_run() {
        let synapse = Synapse::start(Limits::None);
        let mut ralph = Person::new(&synapse, "ralph");
        let room = ralph.make_room("admin", false);
        let mut bot = Bot::new(&synapse, &["admin"], "");
        bot.start();
        ralph.meets(&room, &id("rfrbot"));
        ralph.asks(&room, "!rfr new badges 4321 Badges", "New RFR badges");
        let message = |body: &str, html: &str| json!({ "msgtype": "m.text", "body": body, "format": "org.matrix.custom.html", "formatted_body": html });
        for (plain, html) in [
            ("!rfr note badges one", "!rfr note badges two"),
            ("Good morning", "!rfr note badges three"),
            ("!rfr note badges four", "!rfr note <s>badges four"),
        ] {
            let said = ralph.send(&room, "m.room.message", message(plain, html));
            ralph.answer(&said, "shows other words with formatting");
        }
        // A command that is not visible as one does not count, whatever element it is in.
        for html in [
            "Good morning",
            "<p><del>!rfr note badges five</del></p>",
            "<b><span data-mx-spoiler>!rfr note badges five</span></b>",
            "<div><blockquote>!rfr note badges five</blockquote></div>",
            "<p></p><pre>!rfr note badges five</pre>",
        ] {
            ralph.send(&room, "m.room.message", message("!rfr note badges five", html));
        }
        let history = ralph.asks(&room, "!rfr history badges", "badges");
        assert!(!body(&history).contains("noted"), "{history}");
    }

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn private_is_where_exactly_one_other_is_and_nowhere_else() {
        let synapse = Synapse::start(Limits::None);
        let names = ["kevin", "ralph", "smooge", "mallory", "alice", "bob"];
        let [mut kevin, mut ralph, mut smooge, mut mallory, mut alice, mut bob] =
            names.map(|name| Person::new(&synapse, name));
        let mut bot = Bot::new(&synapse, &[], "");
        bot.start();
        bot.logs("up network=\"matrix\"");
        let create = |kevin: &mut Person| {
            let made = kevin.http(
                "POST",
                "/_matrix/client/v3/createRoom",
                json!({ "preset": "private_chat" }),
            );
            made["room_id"].as_str().expect("a room id").to_owned()
        };
        let invite = |kevin: &mut Person, room: &str, who: &str| {
            let path = format!("/_matrix/client/v3/rooms/{}/invite", escaped(room));
            kevin.http("POST", &path, json!({ "user_id": id(who) }));
        };
        // Seven people are there when the bot joins.
        let crowd = create(&mut kevin);
        for (name, person) in names[1..]
            .iter()
            .zip([&mut ralph, &mut smooge, &mut mallory, &mut alice, &mut bob])
        {
            invite(&mut kevin, &crowd, name);
            person.join(&crowd);
        }
        kevin.invite(&crowd);
        kevin.meets(&crowd, &id("rfrbot"));
        // And two, where a third is invited, joins, and leaves.
        let two = create(&mut kevin);
        kevin.invite(&two);
        kevin.meets(&two, &id("rfrbot"));
        kevin.asks(&two, "new badges 4321 Badges", "New RFR badges");

        let unheard = |who: &mut Person, room: &str, words: &str| {
            let said = who.say(room, words);
            who.asks(room, "!rfr version", "rfrbot");
            let is_answer = |event: &&Value| {
                is_from_bot(event) && event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == said.as_str()
            };
            assert_eq!(who.seen().iter().filter(is_answer).count(), 0, "{words}");
        };
        unheard(&mut alice, &crowd, "Good morning everybody, who is on call?");
        unheard(&mut ralph, &crowd, "hold badges please, it breaks");
        invite(&mut kevin, &two, "ralph");
        unheard(&mut kevin, &two, "hold badges please, it breaks");
        ralph.join(&two);
        unheard(&mut ralph, &two, "hold badges please, it breaks");
        for restart in [false, true] {
            if restart {
                bot.stop();
                bot.start();
            }
            unheard(&mut alice, &crowd, "Good morning everybody, who is on call?");
            unheard(&mut ralph, &two, "whoami");
        }
        let path = format!("/_matrix/client/v3/rooms/{}/leave", escaped(&two));
        ralph.http("POST", &path, json!({}));
        kevin.asks(&two, "status badges", "badges");
        bot.stop();
        bot.start();
        kevin.asks(&two, "whoami", "You are kevin");
        // Nor is the old room after an upgrade: nobody continues there.
        let path = format!("/_matrix/client/v3/rooms/{}/upgrade", escaped(&two));
        let upgraded = kevin.http("POST", &path, json!({ "new_version": "11" }));
        let new = upgraded["replacement_room"].as_str().expect("a room id").to_owned();
        kevin.invite(&new);
        kevin.meets(&new, &id("rfrbot"));
        kevin.asks(&new, "whoami", "You are kevin");
    }

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn encrypted_talk_in_company_is_no_command_when_a_server_sends_it_again_in_private() {
        let synapse = Synapse::start(Limits::None);
        let [mut kevin, mut ralph] = ["kevin", "ralph"].map(|name| Person::new(&synapse, name));
        let mut bot = Bot::new(&synapse, &[], "accept_unverified_devices = true");
        bot.start();
        bot.logs("up network=\"matrix\"");
        let encryption = json!([{
            "type": "m.room.encryption", "state_key": "", "content": { "algorithm": "m.megolm.v1.aes-sha2" }
        }]);
        let body_of_room = json!({ "preset": "private_chat", "initial_state": encryption });
        let made = kevin.http("POST", "/_matrix/client/v3/createRoom", body_of_room);
        let room = made["room_id"].as_str().expect("a room id").to_owned();
        kevin.invite(&room);
        kevin.meets(&room, &id("rfrbot"));
        kevin.tells(&room, true, "new badges 4321 Badges", "New RFR badges");
        let path = format!("/_matrix/client/v3/rooms/{}/invite", escaped(&room));
        kevin.http("POST", &path, json!({ "user_id": id("ralph") }));
        ralph.join(&room);
        kevin.meets(&room, &id("ralph"));
        // Once while it listens, and once while it is down and finds it later.
        let heard = kevin.whisper(&room, "hold badges please, it breaks");
        kevin.tells(&room, true, "!rfr version", "rfrbot");
        bot.stop();
        let missed = kevin.whisper(&room, "hold badges please, it breaks");
        bot.start();
        kevin.tells(&room, true, "!rfr version", "rfrbot");
        let history = kevin.history(&room);
        let copies = [&heard, &missed].map(|said| {
            let whispered = history.iter().find(|event| event["event_id"] == said.as_str());
            whispered.expect("what kevin said")["content"].clone()
        });
        ralph.http(
            "POST",
            &format!("/_matrix/client/v3/rooms/{}/leave", escaped(&room)),
            json!({}),
        );
        kevin.expect("ralph leaving", |event| {
            event["type"] == "m.room.member" && event["content"]["membership"] == "leave"
        });
        kevin.tells(&room, true, "status badges", "badges");
        for restart in [|_: &mut Bot| {}, |bot: &mut Bot| bot.stop(), |bot: &mut Bot| bot.kill()] {
            restart(&mut bot);
            if !bot.is_running() {
                bot.start();
                bot.logs("up network=\"matrix\"");
            }
            for copy in &copies {
                let again = kevin.send(&room, "m.room.encrypted", copy.clone());
                let status = kevin.tells(&room, true, "status badges", "badges");
                assert!(!body(&status).contains("hold"), "{status}");
                let is_answer = |event: &&Value| {
                    is_from_bot(event)
                        && event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == again.as_str()
                };
                assert_eq!(kevin.seen().iter().filter(is_answer).count(), 0);
            }
        }
    }

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn edits_and_deletions_pay_from_the_same_budget_as_commands() {
        let synapse = Synapse::start(Limits::None);
        let mut ralph = Person::new(&synapse, "ralph");
        let mut mallory = Person::new(&synapse, "mallory");
        let room = ralph.make_room("admin", false);
        mallory.join(&room);
        let mut bot = Bot::new(&synapse, &["admin"], "");
        bot.edit_config(|config| {
            config.replace("person_commands_per_minute = 100000", "person_commands_per_minute = 5")
        });
        bot.start();
        ralph.meets(&room, &id("rfrbot"));
        let first = ralph.say(&room, "good morning");
        let edit = json!({ "msgtype": "m.text", "body": "* !rfr list",
            "m.new_content": { "msgtype": "m.text", "body": "!rfr list" },
            "m.relates_to": { "rel_type": "m.replace", "event_id": first } });
        // An edit by somebody else does not count.
        for _ in 0..3 {
            mallory.send(&room, "m.room.message", edit.clone());
        }
        mallory.asks(&room, "!rfr version", "rfrbot");
        assert_eq!(mallory.count("Edit ignored"), 0);
        for _ in 0..60 {
            ralph.send(&room, "m.room.message", edit.clone());
        }
        mallory.asks(&room, "!rfr version", "rfrbot");
        let told = mallory.count("Edit ignored");
        assert!((1..=8).contains(&told), "{told} of 60 edits were answered");
    }

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn invitations_of_strangers_are_declined_and_make_nobody_wait() {
        let synapse = Synapse::start(Limits::None);
        let mut ralph = Person::new(&synapse, "ralph");
        let mut mallory = Person::new(&synapse, "mallory");
        let room = ralph.make_room("admin", false);
        let mut bot = Bot::new(&synapse, &["admin"], "");
        bot.start();
        ralph.meets(&room, &id("rfrbot"));
        ralph.asks(&room, "!rfr version", "rfrbot");
        let rooms: Vec<String> = (0..30)
            .map(|_| {
                let made = mallory.http(
                    "POST",
                    "/_matrix/client/v3/createRoom",
                    json!({ "preset": "private_chat", "invite": [id("rfrbot")] }),
                );
                made["room_id"].as_str().expect("a room id").to_owned()
            })
            .collect();
        ralph.asks(&room, "!rfr version", "rfrbot");
        for room in rooms {
            let path = format!(
                "/_matrix/client/v3/rooms/{}/state/m.room.member/{}",
                escaped(&room),
                escaped(&id("rfrbot"))
            );
            let declined =
                crate::servers::holds_in_time(|| mallory.http("GET", &path, Value::Null)["membership"] == "leave");
            assert!(declined, "it keeps a stranger's invitation");
        }
    }

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn another_identity_is_said_and_not_taken_until_the_operator_confirms_it() {
        let synapse = Synapse::start(Limits::None);
        let mut ralph = Person::new(&synapse, "ralph");
        let room = ralph.make_room("admin", true);
        let mut bot = Bot::new(&synapse, &["admin"], "");
        bot.take_recovery_secret();
        assert!(bot.run(&["matrix", "verify"]).status.success());
        ralph.cross_sign();
        bot.start();
        ralph.meets(&room, &id("rfrbot"));
        ralph.tells(&room, true, "!rfr new badges 4321 Badges", "New RFR badges");
        // As a server can do, by adding its own device.
        ralph.cross_sign();
        for _ in 0..2 {
            ralph.tells(&room, true, "!rfr note badges forged", "another identity");
            bot.stop();
            bot.start();
            bot.logs("up network=\"matrix\"");
        }
        let trusted = bot.run(&["matrix", "trust", &id("ralph")]);
        let words = String::from_utf8_lossy(&trusted.stdout).into_owned();
        assert!(trusted.status.success() && words.contains("is taken"), "{words}");
        ralph.tells(&room, true, "!rfr note badges mine", "noted");
        let history = ralph.tells(&room, true, "!rfr history badges", "badges");
        assert!(!body(&history).contains("forged"), "{history}");
        // A new device of the bot, which has not seen anybody's identity, does not consider anybody changed.
        bot.stop();
        assert!(bot.run(&["login", "matrix", "--again"]).status.success());
        bot.start();
        bot.logs("recovered the account's keys");
        ralph.tells(&room, true, "!rfr note badges again", "noted");
    }
}
