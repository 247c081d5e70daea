//! A busy hour in minutes: the bot's memory must not grow with what it hears.
//!
//! The causes of growth were measured separately: chat, joins, parts and reconnects cost nothing; the first few hundred
//! questions fill the bounded memory of answers; a stored change costs some KiB until sled's cache (32 MiB) is full. So
//! everything is done once before the first measurement, no change is stored between measurements, and they must agree.

use crate::bot::{Bot, ROOM, ask, comes_back, lab, meets_bot, person_with_account};
use crate::crash::UNLIMITED;
use crate::servers::inspircd::{InspIrcd, Profile};
use crate::servers::proxy::{Cut, Proxy};

const LINES: u32 = 100_000;
const STEPS: u32 = 10;

/// In how many of the nine steps, and by how much in all, the allocator may use more for the same work, and pages of the
/// program may be touched for the first time: three steps on a busy machine. Anything kept per line, even one byte, would
/// take more pages in every step.
const ALLOWED_RISES: usize = 4;
const ALLOWED_KIB: u64 = 512;

/// Questions before the first measurement: more than the number of answers the bot remembers.
const QUESTIONS_AT_FIRST: u32 = 500;

/// The bot's memory, by its own metrics.
fn memory_kib(bot: &Bot) -> u64 {
    let status = bot.run(&["status"]);
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
    proxy.cut(Cut::Reset);
    comes_back(&mut talker, ROOM);
    ask(&mut ralph, "!rfr note badges it begins", "noted");
    for _ in 0..QUESTIONS_AT_FIRST {
        ask(&mut ralph, "!rfr status badges", "badges");
    }
    memory_kib(&bot);
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
                // The server has accepted everything so far before more is sent.
                talker.silence_until_pong(|_| false);
            }
        }
        proxy.cut(Cut::Reset);
        comes_back(&mut talker, ROOM);
        ask(&mut ralph, "!rfr questions badges", "question");
        figures.push(memory_kib(&bot));
    }
    println!("{LINES} lines, memory in KiB after each tenth: {figures:?}");
    let (first, last) = (figures[0], figures[figures.len() - 1]);
    assert!(last <= first + ALLOWED_KIB, "{figures:?}");
    let rises = figures.windows(2).filter(|pair| pair[0] < pair[1]).count();
    assert!(rises <= ALLOWED_RISES, "{figures:?}");
    ask(&mut ralph, "!rfr note badges it is over", "noted");
}
