//! What people type, and what it is taken for: each row of `tests/data/typed.txt` is played on a desk of its own.

use crate::own_folder;
use crate::world::{Front, World};
use rfrbot::desk::{Desk, Handled, ReplayedArchive};
use rfrbot::people::Account;
use rfrbot::record::{Commit, Effect, Event};
use rfrbot::text::Span;
use rfrbot::wire::{Incoming, Outgoing, Place};
use std::path::Path;

/// Thursday.
const NOW: &str = "2026-11-26T10:00:00Z";

/// What stands between the words and what becomes of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Becomes {
    /// `=>` the same as that line.
    Same,
    /// `?>` nothing, and each of these lines is offered; `;` stands between them.
    Offered,
    /// `!>` nothing, and the answer has these words.
    Refused,
    /// `+>` something is done, and the answer has these words.
    Done,
    /// `->` nothing at all is said or done.
    Silence,
}

struct Row<'a> {
    speaker: &'a str,
    typed: &'a str,
    becomes: Becomes,
    what: &'a str,
}

fn rows(text: &str) -> Vec<Row<'_>> {
    let mut speaker = "kevin";
    let mut rows = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with("# ")) {
        if let Some(name) = line.strip_prefix("as ").and_then(|rest| rest.strip_suffix(':')) {
            speaker = name;
            continue;
        }
        let kinds = [
            (" => ", Becomes::Same),
            (" ?> ", Becomes::Offered),
            (" !> ", Becomes::Refused),
            (" +> ", Becomes::Done),
            (" ->", Becomes::Silence),
        ];
        let (typed, becomes, what) = kinds
            .into_iter()
            .find_map(|(sign, becomes)| line.split_once(sign).map(|(typed, what)| (typed, becomes, what)))
            .unwrap_or_else(|| panic!("no row: {line}"));
        rows.push(Row {
            speaker,
            typed: typed.trim(),
            becomes,
            what: what.trim(),
        });
    }
    rows
}

/// A desk with badges in staging (kevin's), koschei in planning (smooge's), and mote, which kevin is asked to sponsor.
fn desk(world: &World, before: &[Commit]) -> Desk<ReplayedArchive> {
    let calendar = rfrbot::calendar::Calendar::new(Vec::new());
    let mut desk = Desk::for_looking(world.settings(), world.directory(), calendar).expect("a desk");
    for commit in before {
        desk.replay(commit);
    }
    desk.committed();
    desk
}

/// What happened before, line by line.
fn happened(world: &World, setup: &str) -> Vec<Commit> {
    let mut desk = desk(world, &[]);
    let said = |line: &str| {
        let (speaker, words) = line
            .strip_prefix('<')
            .and_then(|rest| rest.split_once("> "))
            .unwrap_or_else(|| panic!("not said: {line}"));
        let handled = hear(world, &mut desk, speaker, words);
        handled.commit.unwrap_or_else(|| panic!("{line}: nothing happened"))
    };
    setup.lines().map(said).collect()
}

fn hear(world: &World, desk: &mut Desk<ReplayedArchive>, speaker: &str, words: &str) -> Handled {
    let now = NOW.parse().expect("a time");
    let incoming = Incoming {
        id: None,
        place: Place::channel("libera", "#fedora-admin"),
        name: speaker.to_owned(),
        identity: world.proof("libera", speaker),
        own_name: "rfrbot".to_owned(),
        text: words.to_owned(),
        at: now,
        quoted: None,
    };
    let handled = desk.hear(&incoming, now);
    desk.committed();
    handled
}

/// What is said and what happened, without the words by which.
fn came_to(handled: &Handled) -> (Vec<Event>, Vec<Outgoing>) {
    let commit = handled.commit.as_ref();
    let said = commit.into_iter().flat_map(|commit| &commit.effects);
    let said = said.filter_map(|effect| match effect {
        Effect::Say(said) => Some(said.clone()),
        Effect::Mail(_) | Effect::Ticket(_) | Effect::Bus(_) => None,
    });
    let events = commit.map(|commit| commit.events.clone()).unwrap_or_default();
    (events, handled.replies.iter().cloned().chain(said).collect())
}

/// The lines that an answer offers to type as they stand.
fn offers(said: &[Outgoing]) -> Vec<String> {
    let spans = said.iter().flat_map(|said| &said.message.0).flat_map(|line| &line.0);
    let codes = spans.filter_map(|span| match span {
        Span::Code(words) => words.strip_prefix("!rfr ").map(str::to_owned),
        Span::Text(_) | Span::Strong(_) | Span::Link(_) | Span::Person(_) => None,
    });
    codes.collect()
}

/// Does a line leave a word to be filled in?
fn is_form(line: &str) -> bool {
    let is_slot = |word: &str| word.len() > 1 && word.bytes().all(|c| c.is_ascii_uppercase());
    line.contains(['…', '|', '[']) || line.split_whitespace().any(is_slot)
}

fn words(said: &[Outgoing]) -> String {
    let lines = said.iter().flat_map(|said| said.message.plain_lines());
    lines.collect::<Vec<_>>().join(" / ")
}

fn setup() -> String {
    let mut said = Vec::new();
    let mut file = "setup/staging.story".to_owned();
    loop {
        let story = std::fs::read_to_string(own_folder().join(&file)).expect("a story");
        let lines: Vec<String> = story
            .lines()
            .filter(|line| line.starts_with('<'))
            .map(str::to_owned)
            .collect();
        said.splice(0..0, lines);
        match story.lines().find_map(|line| line.strip_prefix("-- after ")) {
            Some(before) => before.clone_into(&mut file),
            None => break,
        }
    }
    said.extend(
        [
            "<ralph> !rfr new koschei 4400 Builds of everything",
            "<smooge> !rfr sponsor koschei",
            "<ralph> !rfr advance koschei",
            "<ralph> !rfr new mote 4500 Minutes of meetings",
            "<smooge> !rfr sponsor mote kevin",
        ]
        .map(str::to_owned),
    );
    said.join("\n")
}

fn world() -> World {
    let mut world = World::new(Front::Irc);
    world
        .people
        .extend(["kevin", "smooge", "maja", "ralph", "lmacken", "tomas"].map(Account::new));
    world.groups.insert(
        "sysadmin-main".to_owned(),
        ["kevin", "smooge"].map(Account::new).to_vec(),
    );
    world
}

#[test]
fn what_people_type_is_taken_for_what_they_mean() {
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/typed.txt"));
    let text = text.expect("the rows");
    let world = world();
    let setup = happened(&world, &setup());
    let rows = rows(&text);
    let mut wrong = Vec::new();
    for row in &rows {
        let line = match row.typed {
            line if line.starts_with("!rfr") || line.to_lowercase().contains("rfrbot") => line.to_owned(),
            words => format!("!rfr {words}"),
        };
        let (events, said) = came_to(&hear(&world, &mut desk(&world, &setup), row.speaker, &line));
        let mut complain = |why: String| wrong.push(format!("{}: {why}: {}", row.typed, words(&said)));
        let is_silent = said.is_empty() && events.is_empty();
        match row.becomes {
            Becomes::Same => {
                let meant = format!("!rfr {}", row.what);
                let (same_events, same) = came_to(&hear(&world, &mut desk(&world, &setup), row.speaker, &meant));
                if words(&same).contains("I know no command") || (&same_events, words(&same)) != (&events, words(&said))
                {
                    complain(format!("is not `{}`: {}", row.what, words(&same)));
                }
            }
            Becomes::Offered => {
                let offered = offers(&said);
                for line in row
                    .what
                    .split("; ")
                    .filter(|line| !offered.iter().any(|offer| offer == line))
                {
                    complain(format!("does not offer `{line}`"));
                }
            }
            Becomes::Done if events.is_empty() => complain("nothing was done".to_owned()),
            Becomes::Done | Becomes::Refused if !words(&said).contains(row.what) => {
                complain(format!("does not say “{}”", row.what));
            }
            Becomes::Silence if !is_silent => complain("is not silent".to_owned()),
            Becomes::Done | Becomes::Refused | Becomes::Silence => {}
        }
        if matches!(row.becomes, Becomes::Offered | Becomes::Refused) {
            if !events.is_empty() {
                complain("something was done".to_owned());
            }
            for offer in offers(&said).iter().filter(|line| !is_form(line)) {
                let typed = format!("!rfr {offer}");
                let (_, answer) = came_to(&hear(&world, &mut desk(&world, &setup), row.speaker, &typed));
                let answer = words(&answer);
                if MISREAD.iter().any(|words| answer.contains(words)) {
                    complain(format!("offers `{offer}`, which is not understood ({answer})"));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} rows:\n{}",
        wrong.len(),
        rows.len(),
        wrong.join("\n")
    );
    assert!(rows.len() >= 370, "{} rows", rows.len());
}

/// What is said where a line cannot be read.
const MISREAD: &[&str] = &[
    "I know no ",
    "Did you mean",
    "usage:",
    "was not done",
    "is no phase",
    "is no item",
    "does not say one day",
    "Do you mean",
];
