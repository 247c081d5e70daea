//! What counts as a command, who said it, and how an answer looks.

use crate::bot::Bot;
use crate::person::{Person, body, escaped, event_id, id, is_from_bot};
use crate::synapse::{Limits, Synapse};
use serde_json::json;

fn in_a_room() -> (Synapse, Bot, Person, String) {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let room = ralph.make_room("admin", false);
    let mut bot = Bot::new(&synapse, &["admin"], "");
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    (synapse, bot, ralph, room)
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn an_edit_is_not_run_and_says_so() {
    let (_synapse, _bot, mut ralph, room) = in_a_room();
    let first = ralph.say(&room, "good morning");
    let edit = |words: &str| {
        json!({ "msgtype": "m.text", "body": format!("* {words}"),
            "m.new_content": { "msgtype": "m.text", "body": words },
            "m.relates_to": { "rel_type": "m.replace", "event_id": first } })
    };
    ralph.send(&room, "m.room.message", edit("good evening"));
    ralph.send(&room, "m.room.message", edit("!rfr new badges 4321 Badges"));
    ralph.answer(&first, "Edit ignored");
    ralph.asks(&room, "!rfr list", "no RFR open");
    assert_eq!(ralph.count("Edit ignored"), 1);
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn an_answer_is_a_notice_that_calls_the_asker_and_nobody_else() {
    let (_synapse, _bot, mut ralph, room) = in_a_room();
    let answer = ralph.asks(
        &room,
        "!rfr new badges 4321 <b>Badges</b> for @room & all",
        "New RFR badges",
    );
    let content = &answer["content"];
    assert_eq!(content["msgtype"], "m.notice");
    assert_eq!(content["m.mentions"], json!({ "user_ids": [id("ralph")] }));
    let html = content["formatted_body"].as_str().expect("HTML");
    assert!(
        html.contains("<strong>badges</strong>") && html.contains("&lt;b&gt;Badges&lt;/b&gt;"),
        "{html}"
    );
    assert!(html.contains("<a href=\"https://tickets.example.org/4321\">"), "{html}");
    assert!(!html.contains("@room") && !body(&answer).contains("@room"));
    assert!(
        body(&answer).contains("<b>Badges</b>"),
        "the fallback reads well: {answer}"
    );
    // Done and refused are also shown by a reaction.
    ralph.expect("✅", |event| event["content"]["m.relates_to"]["key"] == "✅");
    let refused = ralph.say(&room, "!rfr advance badges");
    ralph.answer(&refused, "stays in");
    ralph.expect("❌", |event| {
        let relation = &event["content"]["m.relates_to"];
        relation["key"] == "❌" && relation["event_id"] == refused.as_str()
    });
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_thread_keeps_its_rfr_and_is_answered_in_place() {
    let (_synapse, mut bot, mut ralph, room) = in_a_room();
    ralph.asks(&room, "!rfr new badges 4321 Badges", "New RFR badges");
    ralph.asks(&room, "!rfr new wiki 4322 Wiki", "New RFR wiki");
    ralph.asks(&room, "!rfr focus wiki", "wiki");
    let in_thread = |began_with: &str, words: &str| {
        json!({ "msgtype": "m.text", "body": words,
            "m.relates_to": { "rel_type": "m.thread", "event_id": began_with, "is_falling_back": true,
                "m.in_reply_to": { "event_id": began_with } } })
    };
    let beginning = ralph.say(&room, "!rfr status badges");
    let answer = ralph.answer(&beginning, "badges");
    let said = ralph.send(&room, "m.room.message", in_thread(&beginning, "!rfr next"));
    let in_place = ralph.answer(&said, "badges");
    assert!(!body(&in_place).contains("wiki"), "{in_place}");
    let relation = &in_place["content"]["m.relates_to"];
    assert_eq!(
        (&relation["rel_type"], &relation["event_id"]),
        (&json!("m.thread"), &json!(beginning))
    );
    // The room itself is talking about the other one; a thread at the bot's message stays about that message's RFR,
    // also after a restart.
    ralph.asks(&room, "!rfr next", "wiki");
    let note = ralph.asks(&room, "!rfr note badges hello", "badges");
    bot.stop();
    bot.start();
    for message in [event_id(&answer), event_id(&note)] {
        let said = ralph.send(&room, "m.room.message", in_thread(message, "!rfr next"));
        let answer = ralph.answer(&said, "badges");
        assert!(!body(&answer).contains("wiki"), "{answer}");
    }
    assert!(ralph.seen().iter().filter(|event| is_from_bot(event)).count() > 5);
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_name_that_the_bot_is_given_elsewhere_is_a_call() {
    let (synapse, _bot, mut ralph, room) = in_a_room();
    ralph.asks(&room, "rfrbot: version", "rfrbot");
    let mut operator = Person::log_in(&synapse, "rfrbot");
    let path = format!("/_matrix/client/v3/profile/{}/displayname", escaped(&id("rfrbot")));
    operator.http("PUT", &path, json!({ "displayname": "Clerk" }));
    // The bot receives its own events a minute later at most, and before others join or leave.
    let mut alice = Person::new(&synapse, "alice");
    alice.join(&room);
    alice.asks(&room, "Clerk: version", "rfrbot");
    let no_call = alice.say(&room, "rfrbot: version");
    alice.asks(&room, "!rfr version", "rfrbot");
    let is_answer = |event: &&serde_json::Value| {
        is_from_bot(event) && event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == no_call.as_str()
    };
    assert_eq!(alice.seen().iter().filter(is_answer).count(), 0);
}

/// What attackers tried, and what held.
mod attacks {
    use super::*;

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn an_id_on_the_server_of_accounts_is_the_account_and_a_bridges_ghost_is_nobody() {
        let (synapse, _bot, mut ralph, room) = in_a_room();
        let mut ghost = Person::new(&synapse, "irc-kevin");
        ghost.join(&room);
        let who = ralph.asks(&room, "!rfr whoami", "You are ralph");
        assert!(body(&who).contains(&id("ralph")), "how it was proven: {who}");
        ghost.asks(&room, "!rfr whoami", "bridge");
        ghost.asks(&room, "!rfr new badges 4321 Badges", "bridge");
        ralph.asks(&room, "!rfr list", "no RFR open");
    }

    #[test]
    #[ignore = "needs Synapse: tests/run matrix"]
    fn only_new_words_of_people_are_commands() {
        let (_synapse, _bot, mut ralph, room) = in_a_room();
        ralph.asks(&room, "!rfr new badges 4321 Badges", "New RFR badges");
        let before = ralph.count("");
        for (kind, words) in [
            ("m.notice", "!rfr status badges"),
            ("m.emote", "!rfr status badges"),
            ("m.text", "```\n!rfr drop badges because\n```"),
            ("m.text", "> !rfr drop badges because"),
            ("m.text", "`!rfr drop badges because`"),
            ("m.text", "I would say !rfr drop badges"),
        ] {
            ralph.send(&room, "m.room.message", json!({ "msgtype": kind, "body": words }));
        }
        let html = "<blockquote>!rfr drop badges because</blockquote>";
        let content = json!({ "msgtype": "m.text", "body": "!rfr drop badges because",
            "format": "org.matrix.custom.html", "formatted_body": html });
        ralph.send(&room, "m.room.message", content);
        // A reply whose fallback quotes a command runs only the new text.
        let quoted = ralph.say(&room, "what about it?");
        let reply = json!({ "msgtype": "m.text", "body": "> <@x:y> !rfr drop badges because\n\n!rfr version",
            "m.relates_to": { "m.in_reply_to": { "event_id": quoted } } });
        let reply = ralph.send(&room, "m.room.message", reply);
        ralph.answer(&reply, "rfrbot");
        assert_eq!(ralph.count(""), before + 1, "only the last was answered");
    }
}
