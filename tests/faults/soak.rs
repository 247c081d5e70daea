//! A busy hour in minutes: the bot's memory must not grow with what it hears.

use crate::bot::{Bot, ROOM, ask, comes_back, lab, meets_bot, person_with_account};
use crate::crash::UNLIMITED;
use crate::servers::inspircd::{InspIrcd, Profile};
use crate::servers::proxy::{Cut, Proxy};

const LINES: u32 = 100_000;
const STEPS: u32 = 10;

/// The bot's memory, as it says itself.
fn memory_kib(bot: &Bot) -> u64 {
    let status = bot.command("status").output().expect("status runs");
    let status = String::from_utf8_lossy(&status.stdout).into_owned();
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("memory: "))
        .expect("its memory");
    line.trim_end_matches(" KiB").parse().expect("a number")
}

#[test]
#[ignore = "needs InspIRCd and Atheme: tests/run faults"]
fn memory_stays_where_it_was_after_the_first_tenth() {
    let irc = InspIrcd::start(Profile::Lenient);
    let proxy = Proxy::start(irc.address());
    let mut bot = Bot::new(&lab(proxy.address().port(), UNLIMITED), &["ralph"], &[]);
    let mut ralph = person_with_account(&irc, "ralph");
    bot.start();
    meets_bot(&mut ralph, ROOM);
    ask(&mut ralph, "!rfr new badges 1 Badges for everyone", "New RFR badges");
    let mut figures = Vec::new();
    let mut talker = irc.person("talker").connect();
    talker.join(ROOM);
    for step in 1..=STEPS {
        for number in 0..LINES / STEPS {
            talker.say(
                ROOM,
                &format!("step {step}: chatter number {number} about nothing that a bot should mind"),
            );
            if number % 100 == 0 {
                talker.raw(&format!("PART {ROOM}"));
                talker.raw(&format!("JOIN {ROOM}"));
                ralph.say(ROOM, "!rfr status badges");
            }
            if number % 1000 == 999 {
                // The server has taken everything so far before more is sent.
                talker.silence_until_pong(|_| false);
            }
        }
        proxy.cut(Cut::Reset);
        comes_back(&mut talker, ROOM);
        ask(&mut ralph, &format!("!rfr note badges step {step} is over"), "note");
        figures.push(memory_kib(&bot));
    }
    println!("{LINES} lines, memory in KiB after each tenth: {figures:?}");
    let (first, last) = (figures[0], figures[figures.len() - 1]);
    // A page more or less is the allocator's affair; growth with the lines would be tens of megabytes.
    assert!(last <= first + first / 10, "{figures:?}");
}
