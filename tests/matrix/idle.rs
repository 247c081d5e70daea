//! A bot in silent rooms of a real homeserver is idle, too.

use crate::bot::Bot;
use crate::idleness::{Sleeper, all_are_idle};
use crate::person::{Person, id};
use crate::synapse::{Limits, Synapse};

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_bot_in_silent_rooms_is_idle() {
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let plain = ralph.make_room("admin", false);
    let encrypted = ralph.make_room("secret", true);
    let mut bot = Bot::new(&synapse, &["admin", "secret"], "");
    // Logging costs, too; people do not log at debug.
    bot.edit_config(|config| config.replace("level = \"debug\"", "level = \"info\""));
    bot.start();
    for room in [&plain, &encrypted] {
        ralph.meets(room, &id("rfrbot"));
    }
    ralph.asks(&plain, "!rfr whoami", "You are ralph");
    all_are_idle(&[Sleeper {
        name: "Matrix, a plain and an encrypted room",
        id: bot.id(),
    }]);
}
