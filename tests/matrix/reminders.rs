//! Reminders on Matrix: whom they mention, and where they reach somebody in private. The clock is real: what is to be
//! deployed today is due at once, and the quiet hours are set to exclude the present hour.

use crate::bot::Bot;
use crate::person::{Person, body, id, is_from_bot};
use crate::synapse::{Limits, Synapse};
use serde_json::{Value, json};

/// People may be reminded at any time.
pub(crate) const ALWAYS: &str = "[announce]\nplaces = [\"matrix/#admin:matrix.test\"]\n[reminders]\nhours = [0, 24]\n\
                      working_days = [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\", \"sun\"]\n";

/// A room in which Ralph wants mentions, Kevin wants private reminders, and Smooge wants nothing.
struct Scene {
    bot: Bot,
    ralph: Person,
    kevin: Person,
    _smooge: Person,
    room: String,
    encrypted: bool,
    // Last, so that it is dropped after those who use it.
    _synapse: Synapse,
}

impl Scene {
    fn new(encrypted: bool, more: &str) -> Self {
        let synapse = Synapse::start(Limits::None);
        let [mut ralph, mut kevin, mut smooge] = ["ralph", "kevin", "smooge"].map(|name| Person::new(&synapse, name));
        let room = ralph.make_room("admin", encrypted);
        for person in [&mut kevin, &mut smooge] {
            person.join(&room);
        }
        let more = format!("accept_unverified_devices = true\n{more}{ALWAYS}");
        let mut bot = Bot::new(&synapse, &["admin"], &more);
        bot.start();
        ralph.meets(&room, &id("rfrbot"));
        let mut scene = Self {
            bot,
            ralph,
            kevin,
            _smooge: smooge,
            room,
            encrypted,
            _synapse: synapse,
        };
        scene.begins();
        scene
    }

    fn begins(&mut self) {
        let (room, encrypted) = (self.room.clone(), self.encrypted);
        self.bot.logs("up network=\"matrix\"");
        self.ralph
            .tells(&room, encrypted, "!rfr remind me on", "call you by name");
        self.kevin.tells(&room, encrypted, "!rfr remind me dm", "in private");
    }

    /// The bot is restarted without its record of RFRs, so that nothing was said in this hour; its Matrix account stays
    /// the same.
    fn begins_anew(&mut self) {
        self.bot.stop();
        for entry in std::fs::read_dir(self.bot.path("store")).expect("the store") {
            let path = entry.expect("an entry").path();
            if path.is_dir() && !path.ends_with("matrix") {
                std::fs::remove_dir_all(&path).expect("it can be removed");
            } else if path.is_file() {
                std::fs::remove_file(&path).expect("it can be removed");
            }
        }
        self.bot.start();
        self.begins();
    }

    /// An RFR of which Kevin is the sponsor and Ralph and Smooge the maintainers is to be deployed today.
    fn becomes_due(&mut self, name: &str, ticket: u32) {
        let (room, encrypted) = (self.room.clone(), self.encrypted);
        self.ralph.tells(
            &room,
            encrypted,
            &format!("!rfr new {name} {ticket} A service"),
            "New RFR",
        );
        self.kevin
            .tells(&room, encrypted, &format!("!rfr sponsor {name}"), "sponsored by");
        let add = format!("!rfr people {name} add ralph smooge");
        self.ralph.tells(&room, encrypted, &add, "recorded as maintainer");
        let schedule = format!("!rfr schedule {name} today");
        self.kevin
            .tells(&room, encrypted, &schedule, "production deployment on");
    }

    /// The reminder in the room.
    fn in_room(&mut self, name: &str) -> Value {
        let (room, words) = (self.room.clone(), format!("{name} is to be deployed today"));
        self.ralph.expect_again("the reminder in the room", |event| {
            is_from_bot(event) && event["room"] == room.as_str() && body(event).contains(&words)
        })
    }

    /// The private reminder for Kevin.
    fn alone(&mut self, room: &str, name: &str) -> Value {
        let words = format!("{name} is to be deployed today");
        self.kevin.expect_again("the private reminder", |event| {
            is_from_bot(event) && event["room"] == room && body(event).contains(&words)
        })
    }

    /// In how many rooms, other than the common one, Kevin has heard from the bot.
    fn private_rooms(&self) -> Vec<&str> {
        let seen = self.kevin.seen().iter();
        let mut rooms: Vec<&str> = seen
            .filter(|event| event["sender"] == id("rfrbot"))
            .filter_map(|event| event["room"].as_str())
            .filter(|room| *room != self.room)
            .collect();
        rooms.sort_unstable();
        rooms.dedup();
        rooms
    }
}

fn calls_ralph_alone(reminder: &Value) {
    assert_eq!(reminder["content"]["msgtype"], "m.notice");
    assert_eq!(
        reminder["content"]["m.mentions"],
        json!({ "user_ids": [id("ralph")] }),
        "{reminder}"
    );
    assert!(!body(reminder).contains("stops these private reminders"), "{reminder}");
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_reminder_calls_those_who_want_it_and_a_private_room_that_is_there_is_used() {
    let mut scene = Scene::new(false, "");
    let direct = scene.kevin.http(
        "POST",
        "/_matrix/client/v3/createRoom",
        json!({ "preset": "private_chat", "is_direct": true }),
    );
    let direct = direct["room_id"].as_str().expect("a room id").to_owned();
    scene.kevin.invite(&direct);
    scene.kevin.meets(&direct, &id("rfrbot"));
    scene.kevin.asks(&direct, "whoami", "You are kevin");
    scene.becomes_due("badges", 4321);
    let reminder = scene.in_room("badges");
    calls_ralph_alone(&reminder);
    let alone = scene.alone(&direct, "badges");
    assert!(body(&alone).contains("remind me off"), "{alone}");
    assert_eq!(scene.private_rooms(), [direct.as_str()]);
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn in_an_encrypted_room_the_same_is_called_and_a_private_room_is_made_encrypted_once() {
    let mut scene = Scene::new(true, "");
    scene.becomes_due("badges", 4321);
    let reminder = scene.in_room("badges");
    assert_eq!(reminder["decrypted"], true, "it came in the clear: {reminder}");
    calls_ralph_alone(&reminder);
    let direct = scene.kevin.is_invited();
    scene.bot.logs(&format!("delivered room={direct}"));
    // It is said before the invitation is accepted, and the same room is used for the next, also after a restart.
    scene.begins_anew();
    scene.becomes_due("wiki", 4322);
    calls_ralph_alone(&scene.in_room("wiki"));
    scene.bot.logs(&format!("delivered room={direct}"));
    scene.kevin.join(&direct);
    for name in ["badges", "wiki"] {
        let alone = scene.alone(&direct, name);
        assert_eq!(alone["decrypted"], true, "it came in the clear: {alone}");
    }
    assert_eq!(scene.private_rooms(), [direct.as_str()]);
    // It is a conversation like any other.
    let said = scene.kevin.whisper(&direct, "whoami");
    scene.kevin.answer(&said, "You are kevin");
    // Somebody who has left is invited again when there is something to say.
    let leave = format!("/_matrix/client/v3/rooms/{}/leave", crate::person::escaped(&direct));
    scene.kevin.http("POST", &leave, json!({}));
    scene.begins_anew();
    scene.becomes_due("pads", 4323);
    assert_eq!(scene.kevin.is_invited(), direct);
    scene.kevin.join(&direct);
    scene.alone(&direct, "pads");
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn a_private_room_is_made_without_encryption_where_the_config_says_so() {
    let mut scene = Scene::new(false, "encrypt_private_rooms = false\n");
    scene.becomes_due("badges", 4321);
    let direct = scene.kevin.is_invited();
    scene.kevin.join(&direct);
    let alone = scene.alone(&direct, "badges");
    assert_eq!(alone["decrypted"], false, "{alone}");
    assert_eq!(alone["content"]["m.mentions"], json!({}), "{alone}");
    assert_eq!(scene.private_rooms(), [direct.as_str()]);
    let state = format!("/_matrix/client/v3/rooms/{}/state", crate::person::escaped(&direct));
    let state = scene.kevin.http("GET", &state, Value::Null);
    let has = |kind: &str| {
        state
            .as_array()
            .expect("a state")
            .iter()
            .any(|event| event["type"] == kind)
    };
    assert!(has("m.room.create") && !has("m.room.encryption"));
}
