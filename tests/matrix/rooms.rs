//! Rooms by alias and by id, invitations, private conversations, upgrades.

use crate::bot::Bot;
use crate::person::{Person, escaped, id, is_from_bot};
use crate::synapse::{Limits, Synapse};
use serde_json::json;

fn invite(who: &mut Person, room: &str) {
    let path = format!("/_matrix/client/v3/rooms/{}/invite", escaped(room));
    who.http("POST", &path, json!({ "user_id": id("rfrbot") }));
}

fn make_private(who: &mut Person) -> String {
    let made = who.http(
        "POST",
        "/_matrix/client/v3/createRoom",
        json!({ "preset": "private_chat" }),
    );
    made["room_id"].as_str().expect("a room id").to_owned()
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn invitations_are_accepted_from_the_group_and_to_rooms_of_the_config_only() {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let mut kevin = Person::new(&synapse, "kevin");
    let open = ralph.make_room("admin", false);
    // A room without an alias, by its id, which has no server part in room version 12; it needs an invitation.
    let by_id = make_private(&mut ralph);
    let mut bot = Bot::new(&synapse, &["admin"], "");
    bot.change_config(|config| config.replacen("rooms = [", &format!("rooms = [{by_id:?}, "), 1));
    bot.start();
    ralph.meets(&open, &id("rfrbot"));
    let strange = make_private(&mut ralph);
    invite(&mut ralph, &strange);
    invite(&mut ralph, &by_id);
    ralph.meets(&by_id, &id("rfrbot"));
    ralph.asks(&by_id, "!rfr version", "rfrbot");
    // A private conversation, in which the prefix may be left out.
    let direct = make_private(&mut kevin);
    invite(&mut kevin, &direct);
    kevin.meets(&direct, &id("rfrbot"));
    kevin.asks(&direct, "whoami", "You are kevin");
    kevin.asks(&direct, "new badges 4321 Badges", "New RFR badges");
    ralph.expect("the announcement in the open room", |event| {
        is_from_bot(event) && event["room"] == open.as_str() && crate::person::body(event).contains("New RFR badges")
    });
    let path = format!("/_matrix/client/v3/rooms/{}/joined_members", escaped(&strange));
    let members = ralph.http("GET", &path, json!(null));
    assert!(
        members["joined"][id("rfrbot")].is_null(),
        "it went where it was not meant to go"
    );
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn an_upgraded_room_is_followed_and_keeps_its_focus() {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let room = ralph.make_room("admin", false);
    let mut bot = Bot::new(&synapse, &["admin"], "");
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    ralph.asks(&room, "!rfr new badges 4321 Badges", "New RFR badges");
    ralph.asks(&room, "!rfr new wiki 4322 Wiki", "New RFR wiki");
    ralph.asks(&room, "!rfr focus badges", "badges");
    let path = format!("/_matrix/client/v3/rooms/{}/upgrade", escaped(&room));
    let upgraded = ralph.http("POST", &path, json!({ "new_version": "11" }));
    let new = upgraded["replacement_room"].as_str().expect("a room id").to_owned();
    ralph.meets(&new, &id("rfrbot"));
    ralph.expect("the bot saying so", |event| {
        is_from_bot(event) && event["room"] == new.as_str() && crate::person::body(event).contains("takes the place")
    });
    ralph.asks(&new, "!rfr status", "badges");
    bot.stop();
    bot.start();
    ralph.asks(&new, "!rfr status", "badges");
    assert_eq!(ralph.count("takes the place"), 1);
}
