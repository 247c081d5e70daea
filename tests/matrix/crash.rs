//! The bot is killed at random points while somebody sends it commands over a real homeserver.

use crate::bot::Bot;
use crate::person::{Person, body, id, is_from_bot};
use crate::synapse::{Limits, Synapse};
use std::collections::BTreeMap;
use std::time::Duration;

/// Random numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    /// A number below this one.
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) % end
    }
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn killed_dozens_of_times_it_does_and_says_everything_once() {
    crash(false, 36);
}

#[test]
#[ignore = "needs Synapse: tests/run matrix"]
fn killed_dozens_of_times_in_encrypted_rooms_it_does_and_says_everything_once() {
    crash(true, 24);
}

/// How often each of the bot's messages about a new RFR was seen in a room.
fn told(who: &Person, room: &str, numbers: u64) -> BTreeMap<u64, usize> {
    let mut told = BTreeMap::new();
    for event in who
        .seen()
        .iter()
        .filter(|event| event["room"] == room && is_from_bot(event))
    {
        let said = body(event).split_once("New RFR r").map(|(_, rest)| rest);
        let number = said.map(|rest| rest.chars().take_while(char::is_ascii_digit).collect::<String>());
        if let Some(number) = number.and_then(|number| number.parse().ok()) {
            assert!((1..=numbers).contains(&number), "nobody asked for that: {event}");
            *told.entry(number).or_default() += 1;
        }
    }
    told
}

fn crash(encrypted: bool, rounds: u64) {
    let rounds = std::env::var("RFRBOT_CRASHES")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or(rounds);
    let synapse = Synapse::start(Limits::None);
    let mut ralph = Person::new(&synapse, "ralph");
    let room = ralph.make_room("admin", encrypted);
    let noc = ralph.make_room("noc", encrypted);
    let mut bot = Bot::new(&synapse, &["admin", "noc"], "accept_unverified_devices = true");
    bot.start();
    ralph.meets(&room, &id("rfrbot"));
    ralph.meets(&noc, &id("rfrbot"));
    ralph.tells(&room, encrypted, "!rfr version", "rfrbot");
    let mut dice = Dice(2026);
    let mut commands = Vec::new();
    let say = |ralph: &mut Person, commands: &mut Vec<String>| {
        let number = commands.len() + 1;
        let words = format!("!rfr new r{number} {number} The service of number {number}");
        commands.push(if encrypted {
            ralph.whisper(&room, &words)
        } else {
            ralph.say(&room, &words)
        });
    };
    for _ in 0..rounds {
        let burst = 1 + dice.below(4);
        let before = commands.len();
        for _ in 0..burst {
            say(&mut ralph, &mut commands);
        }
        // The point at which the bot is killed is random: after some answers, and a moment. Sometimes it has not even
        // come up.
        let answers = usize::try_from(dice.below(burst + 1)).expect("a small number");
        for command in &commands[before..before + answers] {
            ralph.answer(command, "New RFR");
        }
        std::thread::sleep(Duration::from_millis(dice.below(400)));
        bot.kill();
        bot.start();
    }
    say(&mut ralph, &mut commands);
    // Answers and announcements keep their order in each room: after the last ones nothing more comes.
    for command in &commands {
        ralph.answer(command, "New RFR");
    }
    let final_words = format!("New RFR r{}:", commands.len());
    ralph.expect_again("the last announcement", |event| {
        event["room"] == noc.as_str() && is_from_bot(event) && body(event).starts_with(&final_words)
    });
    ralph.tells(&noc, encrypted, "!rfr version", "rfrbot");
    bot.stop();

    let export = bot.run(&["export"]);
    let export = String::from_utf8_lossy(&export.stdout);
    let sent = commands.len() as u64;
    let stored: Vec<u64> = (1..=sent)
        .filter(|number| export.contains(&format!("\"name\":\"r{number}\"")))
        .collect();
    let (answered, announced) = (told(&ralph, &room, sent), told(&ralph, &noc, sent));
    let is_stored = |number: &&u64| stored.contains(number);
    let lost = answered
        .keys()
        .chain(announced.keys())
        .filter(|number| !is_stored(number))
        .count();
    let missing = |told: &BTreeMap<u64, usize>| stored.iter().filter(|number| !told.contains_key(number)).count();
    let again = |told: &BTreeMap<u64, usize>| told.values().map(|count| count - 1).sum::<usize>();
    let history = |ralph: &mut Person, room: &str| {
        let said = ralph.history(room).into_iter();
        said.filter(|event| event["sender"] == id("rfrbot")).count()
    };
    println!(
        "{rounds} crashes{}: {sent} commands sent, {} stored, {} acknowledged, {} announced, {lost} lost, \
         {} without an answer, {} without an announcement, {} answers and {} announcements twice; the server has {} \
         events of the bot in the one room and {} in the other",
        if encrypted { " in encrypted rooms" } else { "" },
        stored.len(),
        answered.len(),
        announced.len(),
        missing(&answered),
        missing(&announced),
        again(&answered),
        again(&announced),
        history(&mut ralph, &room),
        history(&mut ralph, &noc),
    );
    assert_eq!(stored.len() as u64, sent, "a command was lost");
    assert_eq!(lost, 0, "acknowledged, and not there");
    assert_eq!((missing(&answered), missing(&announced)), (0, 0));
    assert_eq!((again(&answered), again(&announced)), (0, 0));
}
