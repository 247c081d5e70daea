//! A code of one network typed on Matrix: who is not known yet calls the bot into a private room for it.

use crate::bot::Bot;
use crate::person::{Person, body, id};
use crate::synapse::{Limits, Synapse};
use serde_json::json;

/// The code in a line that offers one.
fn code_in(text: &str) -> String {
    let (_, rest) = text.split_once("private: ").expect("a code is offered");
    let (_, rest) = rest.split_once("link ").expect("a code is offered");
    rest.chars()
        .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect()
}

/// Calls the bot into a private room.
fn calls_the_bot(who: &mut Person) -> String {
    let invite = json!({ "preset": "trusted_private_chat", "is_direct": true, "invite": [id("rfrbot")] });
    let room = who.http("POST", "/_matrix/client/v3/createRoom", invite);
    room["room_id"].as_str().expect("a room id").to_owned()
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_code_makes_a_matrix_id_known_and_a_bridges_ghost_stays_nobody() {
    let synapse = Synapse::start(Limits::None);
    let mut kevin = Person::new(&synapse, "kevin");
    let mut nirik = Person::new(&synapse, "nirik");
    let mut ghost = Person::new(&synapse, "irc-kevin");
    let room = kevin.make_room("admin", false);
    nirik.join(&room);
    ghost.join(&room);
    let mut bot = Bot::new(&synapse, &["admin"], "");
    bot.edit_config(|config| config.replace("account_servers = [\"matrix.test\"]\n", ""));
    bot.start();
    kevin.meets(&room, &id("rfrbot"));
    nirik.asks(&room, "!rfr new badges 4321 Badges", "belongs to no Fedora account");
    // Nobody has a code: strangers call in vain.
    calls_the_bot(&mut nirik);
    bot.logs("declined an invitation");

    let alone = calls_the_bot(&mut kevin);
    kevin.meets(&alone, &id("rfrbot"));
    let offered = kevin.asks(&alone, "link", "On the other network");
    let code = code_in(body(&offered));
    // Who is in the room reads it there: a bridge vouches for nobody, whoever types it over one.
    ghost.asks(&room, "!rfr whoami", "bridge");
    let theirs = calls_the_bot(&mut nirik);
    nirik.meets(&theirs, &id("rfrbot"));
    nirik.asks(&theirs, "link 00000-00000", "does not count");
    nirik.asks(&theirs, &format!("link {code}"), "You are kevin here from now on");
    kevin.hears("is linked to your account by your code");
    nirik.asks(&theirs, &format!("link {code}"), "does not count");
    nirik.asks(&room, "!rfr new badges 4321 Badges", "New RFR badges");
    assert!(!bot.log().contains(&code), "a code stands in the log");
    bot.stop();
    bot.start();
    nirik.asks(&room, "!rfr sponsor badges", "sponsored by kevin");
}
