//! What the bot offers to type is accepted when it is typed by whom it is offered to, after whatever history.

use crate::for_all;
use crate::speech::steps;
use crate::world::{Speaker, World};
use chrono::Duration;
use rfrbot::text::{Message, Span};
use rfrbot::wire::{Outcome, Report};
use std::cell::RefCell;
use std::collections::BTreeMap;

const PEOPLE: [Speaker; 8] = [
    Speaker::Kevin,
    Speaker::Smooge,
    Speaker::Nb,
    Speaker::Ralph,
    Speaker::Toshio,
    Speaker::Tyll,
    Speaker::Maja,
    Speaker::Eve,
];

/// A command as somebody types it who fills in what stands for a real word; at the end `None` where nothing does.
fn filled(command: &str, world: &World) -> (String, bool) {
    let day = (world.today() + Duration::days(40)).to_string();
    let filled: Vec<String> = command
        .split_whitespace()
        .map(|word| match word {
            "DATE" => day.clone(),
            "URL" => "https://lists.example.org/offered".to_owned(),
            "NAME" => "toshio".to_owned(),
            "ANSWER…" | "DECISION…" | "REASON…" | "WHY" | "…" => "as it was offered".to_owned(),
            other => other.to_owned(),
        })
        .collect();
    let filled = filled.join(" ");
    let has_slot = filled != command;
    (filled, has_slot)
}

/// The last thing to type of each line.
fn commands(message: &Message) -> Vec<String> {
    let last = message.0.iter().filter_map(|line| {
        let Some(Span::Code(command)) = line.0.last() else {
            return None;
        };
        Some(
            command
                .strip_prefix("!rfr ")
                .expect("it begins like a command")
                .to_owned(),
        )
    });
    last.collect()
}

impl World {
    /// The answer to a question that somebody puts.
    pub(crate) fn answered(&mut self, speaker: Speaker, words: &str) -> Message {
        let incoming = self.incoming(speaker, &format!("!rfr {words}"), true);
        self.hear(vec![Report::Heard(incoming)]);
        let mut said = self.delivered();
        said.pop().expect("a question is answered").outgoing.message
    }

    /// Was it done?
    fn takes(&mut self, speaker: Speaker, words: &str) -> (bool, Vec<String>) {
        let incoming = self.incoming(speaker, &format!("!rfr {words}"), true);
        let done = !self.hear(vec![Report::Heard(incoming)]).is_empty();
        let said = self.delivered();
        let refused = said
            .iter()
            .any(|said| said.outgoing.beside.outcome == Some(Outcome::Refused));
        let lines = said.iter().flat_map(|said| said.outgoing.message.plain_lines());
        (done && !refused, lines.collect())
    }
}

/// How often lines of each kind were offered, and accepted.
type Seen = BTreeMap<String, usize>;

/// Looks at worlds of any history now and then.
fn offered_and_accepted(look: impl Fn(&mut World, &mut Seen)) -> Seen {
    let seen: RefCell<Seen> = RefCell::default();
    for_all(10, &steps(60), |(edition, steps)| {
        let mut world = World::new(edition);
        for (at, step) in steps.iter().enumerate() {
            world.step(step);
            if at % 19 == 18 {
                look(&mut world, &mut seen.borrow_mut());
            }
        }
        Ok(())
    });
    let seen = seen.into_inner();
    println!("offered and accepted: {seen:?}");
    seen
}

#[test]
fn each_line_of_todo_ends_with_a_command_that_is_accepted() {
    let seen = offered_and_accepted(|world, seen| {
        for person in PEOPLE {
            let todo = world.answered(person, "todo");
            let offered = commands(&todo);
            let about_nothing = todo.plain_lines()[0].starts_with("Nothing waits");
            assert_eq!(
                offered.len() + 1,
                if about_nothing { 1 } else { todo.0.len() },
                "{:?}",
                todo.plain_lines()
            );
            let name = person.account().expect("they have accounts");
            let mut of_another = world.answered(Speaker::Eve, &format!("todo {name}"));
            // Who asks for somebody else is told which lines are not theirs.
            let not_theirs = |line: &rfrbot::text::Paragraph| line.plain().starts_with("Not for you to type");
            if of_another.0.last().is_some_and(not_theirs) && !todo.0.last().is_some_and(not_theirs) {
                of_another.0.pop();
            }
            assert_eq!(of_another, todo, "it is the same whoever asks");
            for command in offered {
                let (words, has_slot) = filled(&command, world);
                let commits = world.commits.len();
                let mut fork = world.fork(commits);
                let (accepted, said) = fork.takes(person, &words);
                assert!(accepted, "{person:?} is offered {command} and may not say it: {said:?}");
                let kind = command.split(' ').next().unwrap_or_default().to_owned();
                let kind = if has_slot { format!("{kind} …") } else { kind };
                *seen.entry(kind).or_default() += 1;
            }
        }
    });
    assert!(seen.len() >= 9, "too few kinds of command were offered: {seen:?}");
}

#[test]
fn the_line_to_sign_with_is_accepted_from_the_sponsor() {
    let seen = offered_and_accepted(|world, seen| {
        let state = world.running().core.desk().state();
        let sponsored = state.open().filter(|rfr| rfr.hold.is_none());
        let sponsored: Vec<(String, String)> = sponsored
            .filter_map(|rfr| Some((rfr.name.clone(), rfr.sponsor.as_ref()?.account.to_string())))
            .collect();
        for (name, sponsor) in sponsored {
            if !world.main.contains(sponsor.as_str()) {
                continue;
            }
            let review = world.answered(Speaker::Eve, &format!("review {name}"));
            let line = review.0.get(1).expect("the second line says what to type");
            let first = line.0.iter().find_map(|span| match span {
                Span::Code(command) => Some(command.clone()),
                _ => None,
            });
            let Some(command) = first else { continue };
            let command = command.strip_prefix("!rfr ").expect("it begins like a command");
            if command.starts_with("next") {
                continue;
            }
            let (words, _) = filled(command, world);
            let commits = world.commits.len();
            let mut fork = world.fork(commits);
            let (accepted, said) = fork.takes(Speaker::of(&sponsor), &words);
            assert!(accepted, "{sponsor} is offered {command} and may not say it: {said:?}");
            let kind = command.split(' ').next().unwrap_or_default().to_owned();
            *seen.entry(kind).or_default() += 1;
        }
    });
    assert!(seen.contains_key("signoff"), "no sign-off was offered: {seen:?}");
}

/// The words of the table of what people type, but those that are tried out elsewhere.
fn typed() -> Vec<String> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/typed.txt");
    let text = std::fs::read_to_string(path).expect("the rows");
    let rows = text.lines().filter(|line| !line.starts_with(['#', '!']));
    let signs = [" => ", " ?> ", " !> ", " +> "];
    rows.filter_map(|row| signs.iter().find_map(|sign| row.split_once(sign)))
        .map(|(typed, _)| typed.to_owned())
        .collect()
}

/// The lines that are offered in place of what was said.
fn offered_instead(answer: &Message) -> Vec<String> {
    let Some(line) = answer.0.first() else {
        return Vec::new();
    };
    let plain = line.plain();
    let offers = ["Nothing was done. Do you mean", "Nothing was signed: a signature"];
    if !offers.iter().any(|begin| plain.starts_with(begin)) {
        return Vec::new();
    }
    let codes = line.0.iter().filter_map(|span| match span {
        Span::Code(command) => command.strip_prefix("!rfr ").map(str::to_owned),
        Span::Text(_) | Span::Strong(_) | Span::Link(_) | Span::Person(_) => None,
    });
    codes.collect()
}

/// The distance between two rows that are typed one after the other: a prime that is larger than their number, so that
/// each has its turn.
const STRIDE: usize = 7_919;

#[test]
fn what_is_offered_for_other_words_is_accepted() {
    let rows = typed();
    let next = std::cell::Cell::new(0_usize);
    let seen = offered_and_accepted(|world, seen| {
        let commits = world.commits.len();
        let mut fork = world.fork(commits);
        for _ in 0..90 {
            let number = next.replace(next.get() + 1);
            // Each row by each person, in the end.
            let typed = &rows[(number * STRIDE) % rows.len()];
            let person = PEOPLE[(number / 3) % PEOPLE.len()];
            let incoming = fork.incoming(person, &format!("!rfr {typed}"), true);
            let changed = !fork.hear(vec![Report::Heard(incoming)]).is_empty();
            let said = fork.delivered();
            let answer = said
                .last()
                .map(|said| said.outgoing.message.clone())
                .unwrap_or_default();
            if changed {
                fork = world.fork(commits);
                continue;
            }
            // Which RFR is meant only whoever types it knows.
            let whole = |command: &String| !command.split(' ').any(|word| word == "RFR");
            for command in offered_instead(&answer).into_iter().filter(whole) {
                let (words, has_slot) = filled(&command, world);
                let words = words.replace("PHASE", "pre-sponsorship");
                let (accepted, said) = fork.takes(person, &words);
                let is_look = rfrbot::command::row(words.split(' ').next().unwrap_or_default())
                    .is_some_and(|row| row.who == rfrbot::people::Right::Look);
                assert!(
                    accepted || is_look,
                    "{person:?} types {typed}, is offered {command} and may not say it: {said:?}"
                );
                fork = world.fork(commits);
                let kind = words.split(' ').next().unwrap_or_default().to_owned();
                let kind = if has_slot { format!("{kind} …") } else { kind };
                *seen.entry(kind).or_default() += 1;
            }
        }
    });
    assert!(seen.len() >= 4, "too few kinds of command were offered: {seen:?}");
}
