//! What is measured. The three programs take turns within each figure, and the best of several rounds counts: other
//! work on the machine only ever adds.

use super::process::{Together, cpu, memory, own_memory};
use super::programs::{Kind, Program, name};
use super::stand_in::{CHANNEL, DEADLINE, Link};
use std::collections::HashMap;
use std::io::Write;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// How many RFRs each program knows.
const RFRS: usize = 20;

/// How many people write at the same time.
const PEOPLE: usize = 50;

/// Replies to a burst.
const BURST: usize = 500;

/// Values of the floor, eggdrop and rfrbot.
pub(crate) type Row = [f64; 3];

/// How much is measured.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Amount {
    pub(crate) rounds: usize,
    pub(crate) look_ups: usize,
    pub(crate) changes: usize,
    pub(crate) pipelined: usize,
    pub(crate) chat: usize,
    pub(crate) beside: Duration,
    pub(crate) quiet: Duration,
}

/// Everything that one run measures.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    pub(crate) start: Row,
    pub(crate) idle: Row,
    pub(crate) own_idle: Row,
    /// CPU while nothing happens, in microseconds a second.
    pub(crate) quiet: Row,
    /// The middle and the 99th percentile, here and below.
    pub(crate) look_up: [Row; 2],
    pub(crate) status: [Row; 2],
    /// With two CPUs, and with all on one.
    pub(crate) change: [[Row; 2]; 2],
    pub(crate) changes: Row,
    pub(crate) look_ups: Row,
    pub(crate) chat: Row,
    pub(crate) coming: Row,
    pub(crate) growth: Row,
    pub(crate) growth_over_everything: Row,
    pub(crate) own_growth: Row,
    /// With two CPUs, and with all on one.
    pub(crate) beside: [[Row; 2]; 2],
    pub(crate) back: Row,
    pub(crate) wrong: Row,
    pub(crate) unasked: Row,
}

const BEST: Row = [f64::INFINITY; 3];

struct Bot {
    program: Program,
    link: Link,
    /// How many lines its answer to `status NAME` has.
    status_lines: usize,
}

impl Bot {
    fn ask(&mut self, words: &str, lines: usize) -> Duration {
        let line = self.link.said("kevin", &format!("!rfr {words}"));
        let began = Instant::now();
        self.link.send(&line);
        self.link.answer(lines, |words| words.starts_with("kevin: "));
        began.elapsed()
    }

    fn slot(&self) -> usize {
        self.program.kind as usize
    }
}

/// Runs everything.
pub(crate) fn measure(folder: &Path, amount: Amount) -> Figures {
    let mut figures = Figures {
        start: BEST,
        look_up: [BEST; 2],
        status: [BEST; 2],
        change: [[BEST; 2]; 2],
        chat: BEST,
        coming: BEST,
        beside: [[BEST; 2]; 2],
        back: BEST,
        ..Figures::default()
    };
    let mut bots: Vec<Bot> = [Kind::Floor, Kind::Eggdrop, Kind::Rfrbot]
        .into_iter()
        .map(|kind| begin(kind, folder, amount, &mut figures))
        .collect();
    say("at rest");
    std::thread::sleep(Duration::from_secs(2));
    let spent: Vec<Duration> = bots.iter().map(|bot| cpu(bot.program.process())).collect();
    std::thread::sleep(amount.quiet);
    for (bot, spent) in bots.iter().zip(spent) {
        let process = bot.program.process();
        let more = cpu(process).saturating_sub(spent);
        figures.quiet[bot.slot()] = micros(more) / amount.quiet.as_secs_f64();
        figures.idle[bot.slot()] = memory(process);
        figures.own_idle[bot.slot()] = own_memory(process);
    }
    for round in 0..amount.rounds {
        say(&format!("round {} of {}", round + 1, amount.rounds));
        for bot in &mut bots {
            let slot = bot.slot();
            let _together = Together::new(&[std::process::id(), bot.program.process()]);
            let [p50, p99] = spread(amount.look_ups, || bot.ask("version", 1));
            lower(&mut figures.look_up[0][slot], p50);
            lower(&mut figures.look_up[1][slot], p99);
        }
        for bot in &mut bots {
            let slot = bot.slot();
            let lines = bot.status_lines;
            let _together = Together::new(&[std::process::id(), bot.program.process()]);
            let mut number = 0;
            let [p50, p99] = spread(amount.look_ups / 2, || {
                number += 1;
                bot.ask(&format!("status {}", name(number % RFRS)), lines)
            });
            lower(&mut figures.status[0][slot], p50);
            lower(&mut figures.status[1][slot], p99);
        }
        for bot in &mut bots {
            let slot = bot.slot();
            for (on_one_cpu, row) in figures.change.iter_mut().enumerate() {
                let _together = (on_one_cpu == 1).then(|| Together::new(&[std::process::id(), bot.program.process()]));
                let mut number = 0;
                let [p50, p99] = spread(amount.changes, || {
                    number += 1;
                    bot.ask(&format!("note {} round {round} note {number}", name(number % RFRS)), 1)
                });
                lower(&mut row[0][slot], p50);
                lower(&mut row[1][slot], p99);
            }
        }
        for bot in &mut bots {
            let slot = bot.slot();
            higher(&mut figures.changes[slot], many_people(bot, amount.changes * 2));
            higher(&mut figures.look_ups[slot], pipelined(bot, amount.pipelined));
        }
        for bot in &mut bots {
            burst(bot, &mut figures);
        }
    }
    for bot in &mut bots {
        background(bot, amount, &mut figures);
    }
    for round in 0..amount.rounds {
        say(&format!("beside chat, and cut links, round {}", round + 1));
        for bot in &mut bots {
            let slot = bot.slot();
            for (on_one_cpu, row) in figures.beside.iter_mut().enumerate() {
                let _together = (on_one_cpu == 1).then(|| Together::new(&[std::process::id(), bot.program.process()]));
                let [p50, p99] = beside_chat(bot, amount.beside);
                lower(&mut row[0][slot], p50);
                lower(&mut row[1][slot], p99);
            }
        }
    }
    for bot in &bots {
        let slot = bot.slot();
        let process = bot.program.process();
        figures.growth_over_everything[slot] = memory(process) - figures.idle[slot];
        figures.own_growth[slot] = own_memory(process) - figures.own_idle[slot];
    }
    for bot in bots {
        cut(bot, &mut figures);
    }
    figures
}

fn say(what: &str) {
    eprintln!("… {what}");
}

fn lower(best: &mut f64, found: f64) {
    *best = best.min(found);
}

fn higher(best: &mut f64, found: f64) {
    *best = best.max(found);
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

fn begin(kind: Kind, folder: &Path, amount: Amount, figures: &mut Figures) -> Bot {
    say(&format!("{kind:?}: starts"));
    let mut program = Program::new(kind, RFRS, folder);
    // Eggdrop waits for seconds before it connects, so that it is started less often.
    let starts = if kind == Kind::Eggdrop { 2 } else { amount.rounds * 3 };
    let mut link = None;
    for start in 1..=starts {
        let (made, took) = program.start_and_join();
        lower(&mut figures.start[kind as usize], took.as_secs_f64() * 1e3);
        if start < starts {
            stop(&mut program);
        } else {
            link = Some(made);
        }
    }
    let mut bot = Bot {
        program,
        link: link.expect("it started"),
        status_lines: 1,
    };
    let asked = bot.link.said("kevin", &format!("!rfr status {}", name(1)));
    bot.link.send(&asked);
    bot.status_lines = bot.link.lines_until_silence(Duration::from_millis(1500)).len();
    let asked = bot.link.said("kevin", &format!("!rfr note {} a first one", name(1)));
    bot.link.send(&asked);
    let answer = bot.link.lines_until_silence(Duration::from_millis(1500));
    assert!(
        answer.len() == 1 && bot.status_lines > 0,
        "{kind:?} answers a note by {answer:?}"
    );
    bot
}

/// Ends a program as its operator would.
fn stop(program: &mut Program) {
    let process = program.process().to_string();
    let told = Command::new("kill").args(["-TERM", &process]).status();
    assert!(told.is_ok_and(|told| told.success()), "kill works");
    program.wait(DEADLINE);
}

/// The middle and the 99th percentile, in microseconds.
fn spread(count: usize, mut work: impl FnMut() -> Duration) -> [f64; 2] {
    for _ in 0..count / 20 {
        work();
    }
    percentiles((0..count).map(|_| work()).collect())
}

fn percentiles(mut times: Vec<Duration>) -> [f64; 2] {
    times.sort_unstable();
    let count = times.len();
    [micros(times[count / 2]), micros(times[count * 99 / 100])]
}

/// Changes a second, where each of many people sends the next one when the last one is answered.
fn many_people(bot: &mut Bot, count: usize) -> f64 {
    let mut sent = 0;
    let mut answered = 0;
    let note = |link: &mut Link, person: usize, number: usize| {
        let words = format!("!rfr note {} many people, note {number}", name(number % RFRS));
        link.said(&format!("p{person}"), &words)
    };
    let mut first = String::new();
    for person in 0..PEOPLE {
        first.push_str(&note(&mut bot.link, person, sent));
        sent += 1;
    }
    let began = Instant::now();
    bot.link.send(&first);
    while answered < count {
        let (_, words) = bot.link.said_by_bot();
        let Some(person) = person_of(&words, 'p') else { continue };
        answered += 1;
        if sent < count {
            let line = note(&mut bot.link, person, sent);
            bot.link.queue(&line);
            sent += 1;
        }
    }
    rate(count, began.elapsed())
}

/// Whom an answer names: `p7: …`.
fn person_of(words: &str, letter: char) -> Option<usize> {
    words.split_once(':')?.0.strip_prefix(letter)?.parse().ok()
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn rate(count: usize, time: Duration) -> f64 {
    count as f64 / time.as_secs_f64()
}

/// Look-ups a second, where nobody waits for an answer.
fn pipelined(bot: &mut Bot, count: usize) -> f64 {
    let lines: String = (0..count).map(|_| bot.link.said("kevin", "!rfr version")).collect();
    let mut writer = bot.link.writer();
    let began = Instant::now();
    let writing = std::thread::spawn(move || writer.write_all(lines.as_bytes()).expect("the bot reads"));
    for _ in 0..count {
        bot.link.said_by_bot();
    }
    let took = began.elapsed();
    writing.join().expect("the writing thread");
    rate(count, took)
}

/// A burst of many people at once: how many answers are lost or come twice.
fn burst(bot: &mut Bot, figures: &mut Figures) {
    let lines: String = (0..BURST)
        .map(|person| bot.link.said(&format!("b{person}"), "!rfr version"))
        .collect();
    bot.link.send(&lines);
    let mut answers: HashMap<usize, usize> = HashMap::new();
    for words in bot.link.lines_until_silence(Duration::from_secs(2)) {
        if let Some(person) = person_of(&words, 'b') {
            *answers.entry(person).or_default() += 1;
        }
    }
    let right = answers.values().filter(|count| **count == 1).count();
    let twice = answers.values().filter(|count| **count > 1).count();
    let wrong = BURST - right - twice + twice;
    figures.wrong[bot.slot()] += f64::from(u32::try_from(wrong).expect("a small number"));
}

/// What lines that are not for the bot cost it.
fn background(bot: &mut Bot, amount: Amount, figures: &mut Figures) {
    say(&format!("{:?}: chat that is not for it", bot.program.kind));
    let slot = bot.slot();
    let before = memory(bot.program.process());
    let mut unasked = 0;
    for _ in 0..amount.rounds {
        let lines: Vec<String> = (0..amount.chat)
            .map(|number| {
                let words = format!("did anybody look at the proxies of {number}? they are slow since yesterday");
                bot.link.said("ralph", &words)
            })
            .collect();
        let (each, said) = cost_of(bot, &lines.concat(), amount.chat);
        lower(&mut figures.chat[slot], each);
        unasked += said;
        if amount.rounds == 1 || figures.growth[slot] == 0.0 {
            figures.growth[slot] = memory(bot.program.process()) - before;
        }
        let mut lines = String::new();
        for number in 0..amount.chat / 4 {
            let nick = format!("guest{}", number % 2000);
            for what in ["JOIN", "PART", "JOIN", "QUIT"] {
                lines.push_str(&bot.link.did(&nick, what));
            }
        }
        let (each, said) = cost_of(bot, &lines, amount.chat / 4 * 4);
        lower(&mut figures.coming[slot], each);
        unasked += said;
    }
    figures.unasked[slot] = f64::from(u32::try_from(unasked).expect("a small number"));
}

/// CPU time per line in microseconds, and how many lines the bot said although nobody had asked.
fn cost_of(bot: &mut Bot, lines: &str, count: usize) -> (f64, usize) {
    bot.ask("version", 1);
    let fence = bot.link.said("kevin", "!rfr version");
    let before = cpu(bot.program.process());
    bot.link.send(lines);
    bot.link.send(&fence);
    let mut unasked = 0;
    loop {
        let (_, words) = bot.link.said_by_bot();
        if words.starts_with("kevin: ") {
            break;
        }
        unasked += 1;
    }
    let spent = cpu(bot.program.process()).saturating_sub(before);
    (1e6 / rate(count, spent), unasked)
}

/// The middle and the 99th percentile of a look-up beside 200 lines of chat a second, in microseconds.
fn beside_chat(bot: &mut Bot, lasting: Duration) -> [f64; 2] {
    const CHAT_EVERY: Duration = Duration::from_millis(5);
    const ASK_EVERY: Duration = Duration::from_micros(7300);
    let began = Instant::now();
    let (mut next_chat, mut next_ask) = (began, began + CHAT_EVERY / 2);
    let mut times = Vec::new();
    while began.elapsed() < lasting {
        let next = next_chat.min(next_ask);
        std::thread::sleep(next.saturating_duration_since(Instant::now()));
        if next == next_chat {
            next_chat += CHAT_EVERY;
            let line = bot.link.said("ralph", "the usual talk of the morning, not for any bot");
            bot.link.send(&line);
        } else {
            next_ask += ASK_EVERY;
            times.push(bot.ask("version", 1));
        }
    }
    percentiles(times)
}

/// From a link that is cut to the channel again, in seconds.
fn cut(bot: Bot, figures: &mut Figures) {
    say(&format!("{:?}: its link is cut", bot.program.kind));
    let slot = bot.slot();
    let Bot { program, link, .. } = bot;
    let cut = link.cut();
    let link = program.server.accept();
    figures.back[slot] = cut.elapsed().as_secs_f64();
    assert!(link.is_in(CHANNEL), "it is back");
}
