//! A reloaded config reaches the Matrix side, too: who may invite, who is around, who is mentioned.

use crate::bot::Bot;
use crate::person::{Person, body, id, is_from_bot};
use crate::reminders::ALWAYS;
use crate::synapse::{Limits, Synapse};
use serde_json::json;

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn new_people_may_invite_are_seen_and_are_called_without_a_restart() {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let mut nils = Person::new(&synapse, "nb");
    let mut kevin = Person::new(&synapse, "kevin");
    let room = ralph.make_room("admin", false);
    nils.join(&room);
    kevin.join(&room);
    let mut bot = Bot::new(
        &synapse,
        &["admin"],
        &format!("{ALWAYS}[admin]\npeople = [\"kevin\"]\n"),
    );
    bot.edit_config(|config| {
        let config = config.replace("account_servers = [\"matrix.test\"]\n", "");
        format!("{config}[people.ralph]\nmatrix = [{:?}]\n", id("ralph"))
    });
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    ralph.asks(&room, "!rfr new badges 4321 Badges", "New RFR badges");
    let around = |ralph: &mut Person| {
        let refusal = ralph.asks(&room, "!rfr sponsor badges", "sysadmin-main");
        body(&refusal).contains("nils")
    };
    assert!(!around(&mut ralph), "nobody knows nils yet");
    nils.asks(&room, "!rfr remind me on", "belongs to no Fedora account");
    // Somebody who may not invite is declined, but not for ever.
    let theirs = nils.http(
        "POST",
        "/_matrix/client/v3/createRoom",
        json!({ "preset": "private_chat" }),
    );
    let theirs = theirs["room_id"].as_str().expect("a room id").to_owned();
    nils.invite(&theirs);
    bot.logs("declined an invitation");

    bot.edit_config(|config| {
        let config = config.replace("sysadmin-main = [\"kevin\"", "sysadmin-main = [\"nils\", \"kevin\"");
        format!("{config}[people.nils]\nmatrix = [{:?}]\n", id("nb"))
    });
    bot.hang_up();
    // All of it is adopted.
    bot.logs("read the config anew; changed: [people], [groups]\n");
    nils.invite(&theirs);
    nils.meets(&theirs, &id("rfrbot"));
    nils.asks(&theirs, "whoami", "You are nils");
    assert!(around(&mut ralph), "nils is in the room");
    nils.asks(&room, "!rfr remind me on", "call you by name");
    nils.asks(&room, "!rfr sponsor badges", "sponsored by");
    nils.asks(&room, "!rfr schedule badges today", "production deployment on");
    let reminder = ralph.expect("the reminder", |event| {
        is_from_bot(event) && body(event).contains("badges is to be deployed today")
    });
    assert_eq!(
        reminder["content"]["m.mentions"],
        json!({ "user_ids": [id("nb")] }),
        "{reminder}"
    );

    // Somebody who is removed is unknown from then on; the network's own settings need a restart, and the bot says so.
    bot.edit_config(|config| {
        let nobody = config.replace(&format!("[people.nils]\nmatrix = [{:?}]\n", id("nb")), "");
        let nobody = nobody.replace("sysadmin-main = [\"nils\", \"kevin\"", "sysadmin-main = [\"kevin\"");
        nobody.replace("invites_from_groups = [\"sysadmin-main\"]\n", "")
    });
    let said = kevin.asks(&room, "!rfr admin reload", "I read the config anew");
    assert!(
        body(&said).ends_with("changed: [people], [groups]; needs a restart: [matrix]."),
        "{said}"
    );
    nils.asks(&room, "!rfr advance badges", "belongs to no Fedora account");
    let another = nils.http(
        "POST",
        "/_matrix/client/v3/createRoom",
        json!({ "preset": "private_chat" }),
    );
    let another = another["room_id"].as_str().expect("a room id").to_owned();
    let before = bot.log().matches("declined an invitation").count();
    nils.invite(&another);
    let left_alone = crate::servers::holds_in_time(|| bot.log().matches("declined an invitation").count() > before);
    assert!(left_alone, "it was taken from somebody who is nobody any more");
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn rooms_that_are_added_are_entered_without_a_restart() {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let room = ralph.make_room("admin", false);
    let noc = ralph.make_room("noc", false);
    ralph.say(&noc, "!rfr new early 1 Before it came");
    let mut bot = Bot::new(&synapse, &["admin"], "");
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    ralph.asks(&room, "!rfr version", "rfrbot");
    bot.edit_config(|config| config.replacen("rooms = [", "rooms = [\"#noc:matrix.test\", ", 1));
    bot.hang_up();
    bot.logs("read the config anew; changed: the rooms of [matrix], [announce]");
    ralph.meets(&noc, &id("rfrbot"));
    ralph.asks(&noc, "!rfr list", "no RFR open");
    // It is a place like the others, by its name in the config.
    ralph.asks(&room, "!rfr new badges 4321 Badges", "New RFR badges");
    ralph.expect_again("the announcement", |event| {
        event["room"] == noc.as_str() && is_from_bot(event) && body(event).contains("New RFR badges")
    });
    // A removed one needs a restart, and the bot says so.
    bot.edit_config(|config| config.replacen("rooms = [\"#noc:matrix.test\", ", "rooms = [", 1));
    bot.hang_up();
    bot.logs("needs a restart: [matrix]");
}
