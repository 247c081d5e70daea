//! Keeping what was said: by a 📌 and by replies, in rooms of both kinds, and what becomes of it later.

use crate::bot::Bot;
use crate::person::{Person, body, event_id, id};
use crate::reactions::together;
use crate::synapse::Synapse;
use serde_json::{Value, json};

/// Badges is requested by ralph; kevin and the bot are there. The last is the id of the request.
fn scene(encrypted: bool, more: &str) -> (Synapse, Bot, Person, Person, String, String) {
    let (synapse, bot, mut ralph, kevin, room) = together(encrypted, more);
    let request = ralph.posts(&room, encrypted, words("!rfr new badges 4321 Badges"));
    ralph.answer(&request, "New RFR badges");
    (synapse, bot, ralph, kevin, room, request)
}

fn words(body: &str) -> Value {
    json!({ "msgtype": "m.text", "body": body })
}

fn reply(body: &str, to: &str) -> Value {
    json!({ "msgtype": "m.text", "body": body, "m.relates_to": { "m.in_reply_to": { "event_id": to } } })
}

fn in_thread(body: &str, root: &str) -> Value {
    let relation = json!({
        "rel_type": "m.thread", "event_id": root, "is_falling_back": true, "m.in_reply_to": { "event_id": root }
    });
    json!({ "msgtype": "m.text", "body": body, "m.relates_to": relation })
}

fn edit(body: &str, of: &str) -> Value {
    json!({
        "msgtype": "m.text", "body": format!("* {body}"), "m.new_content": words(body),
        "m.relates_to": { "rel_type": "m.replace", "event_id": of }
    })
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_pin_keeps_what_was_said_and_what_becomes_of_the_message_is_marked() {
    let (_synapse, mut bot, mut ralph, mut kevin, room, request) = scene(false, "");

    // In a thread that is about badges.
    let said = kevin.posts(
        &room,
        false,
        in_thread("two nodes are enough\n\nwe measured it", &request),
    );
    let pin = ralph.react(&room, &said, "📌");
    let answer = ralph.answer(&said, "badges: noted: two nodes are enough we measured it; said by ");
    assert_eq!(
        answer["content"]["m.relates_to"]["event_id"],
        request.as_str(),
        "{answer}"
    );
    let history = ralph.asks(
        &room,
        "!rfr history badges",
        "noted: two nodes are enough we measured it",
    );
    assert!(
        body(&history).contains(&format!("said by {} on 20", id("kevin"))),
        "{history}"
    );
    let link = history["content"]["formatted_body"].as_str().unwrap_or_default();
    assert!(
        link.contains("https://matrix.to/#/") && link.contains("?via="),
        "{history}"
    );

    // Once is enough, whoever does it.
    kevin.react(&room, &said, "📌\u{fe0f}");
    kevin.hears("kept already by ralph");

    // Where nothing is talked about, the bot asks.
    let elsewhere = kevin.say(&room, "the proxies are ours");
    ralph.react(&room, &elsewhere, "📌");
    let which = ralph.answer(&elsewhere, "for which RFR?");
    assert!(body(&which).contains("!rfr note badges"), "{which}");

    // Also of what was said before a restart, and only by its author.
    bot.stop();
    bot.start();
    ralph.asks(&room, "!rfr whoami", "You are ralph");
    ralph.posts(&room, false, edit("a hundred nodes", &said));
    kevin.posts(&room, false, edit("three nodes", &said));
    let history = ralph.asks(&room, "!rfr history badges", "was edited afterwards: “three nodes”");
    assert!(!body(&history).contains("a hundred nodes"), "{history}");
    assert!(body(&history).contains("noted: two nodes are enough"), "{history}");
    kevin.redact(&room, &said);
    ralph.asks(&room, "!rfr history badges", "was deleted afterwards");

    // Taking the 📌 away leaves the note, and says so once.
    ralph.redact(&room, &pin);
    ralph.hears("the note stays without the 📌");

    // What cannot be taken is answered in words.
    ralph.react(&room, &said, "📌");
    ralph.hears("that message is not there any more");
    ralph.react(&room, event_id(&which), "📌");
    ralph.hears("those are my own words");
    let image = json!({ "msgtype": "m.image", "body": "cat.png", "url": "mxc://test/cat" });
    let image = kevin.posts(&room, false, image);
    ralph.react(&room, &image, "📌");
    ralph.answer(&image, "there are no words in that message");
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_reply_takes_the_words_that_it_answers_as_they_were_edited_last() {
    let (_synapse, _bot, mut ralph, mut kevin, room, _) = scene(false, "");
    let question = kevin.say(&room, "is ther a backup?");
    kevin.posts(&room, false, edit("is there a backup of the awards?", &question));
    let ask = ralph.posts(&room, false, reply("!rfr ask badges", &question));
    ralph.answer(&ask, "question 1 opened: is there a backup of the awards?; said by");
    let said = kevin.say(&room, "every night");
    // Clients of old repeat what they answer.
    let answer = ralph.posts(
        &room,
        false,
        reply(
            &format!("> <{}> every night\n\n!rfr answer badges 1", id("kevin")),
            &said,
        ),
    );
    ralph.answer(&answer, "question 1 answered: every night; said by");
    let own = ralph.posts(&room, false, reply("!rfr note badges own words", &said));
    let own = ralph.answer(&own, "noted: own words");
    assert!(!body(&own).contains("said by"), "{own}");
    let gone = ralph.posts(&room, false, reply("!rfr note badges", "$nothing-of-this-name"));
    ralph.answer(&gone, "that message is not there any more");
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn in_an_encrypted_room_a_reply_keeps_and_a_pin_does_where_the_operator_says_so() {
    let accept = "accept_unverified_devices = true";
    let (_synapse, mut bot, mut ralph, mut kevin, room, request) = scene(true, accept);
    let said = kevin.posts(&room, true, in_thread("two nodes are enough", &request));
    // A server could have made it up, and would learn the words elsewhere.
    ralph.react(&room, &said, "📌");
    ralph.answer(&said, "Reply to the message with");
    let note = ralph.posts(&room, true, reply("!rfr note badges", &said));
    ralph.answer(&note, "noted: two nodes are enough; said by");

    // A server that makes up words puts them into nobody's mouth.
    let made_up = kevin.say(&room, "I agree to everything");
    let note = ralph.posts(&room, true, reply("!rfr note badges", &made_up));
    ralph.answer(&note, "came without encryption into an encrypted room");

    kevin.posts(&room, true, edit("three nodes", &said));
    ralph.tells(
        &room,
        true,
        "!rfr history badges",
        "was edited afterwards: “three nodes”",
    );
    kevin.redact(&room, &said);
    ralph.tells(&room, true, "!rfr history badges", "was deleted afterwards");

    bot.stop();
    bot.edit_config(|config| config.replace(accept, &format!("{accept}\nsign_by_reaction_in_encrypted_rooms = true")));
    bot.start();
    let said = kevin.posts(&room, true, in_thread("the proxies are ours", &request));
    ralph.react(&room, &said, "📌");
    ralph.answer(&said, "badges: noted: the proxies are ours; said by");
}
