//! The one table of commands. A new command is a new row here, and what it asks for in `Change` or `Query`.

mod admin;
mod freeze;
mod look;
mod moving;
mod plan;
mod remind;
mod request;
mod sign;
mod work;

use super::date;
use super::error::ParseError;
use super::phrases;
use super::reader::{BEFORE_A_NAME, Reader, Vocabulary, bare, within};
use super::row::{Group, VerbRow};
use super::since;
use super::{BreakOrder, Command, Filter, Items, LinkOrder, Order, Query, ReminderOrder, Which};
use crate::people::{Account, Right, SYSADMIN_MAIN};
use crate::rfr::{Change, RfrId};
use crate::sop::{self, Edition};
use chrono::NaiveDate;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

/// One verb: what is said of it, and how its arguments are read.
pub(super) struct Verb {
    pub(super) row: VerbRow,
    pub(super) read: fn(&mut Reader<'_>) -> Result<Command, ParseError>,
}

/// The verbs by each of their forms: each line is looked up here, some of them twice.
static BY_WORD: LazyLock<HashMap<&'static str, &'static Verb>> = LazyLock::new(|| {
    let forms = verbs().flat_map(|verb| verb.row.words().map(move |form| (form, verb)));
    forms.collect()
});

/// No form of a verb is longer, in bytes; longer words are not looked up.
const LONGEST_FORM: usize = 40;

/// The row of a verb or one of its other forms.
pub fn row(word: &str) -> Option<&'static VerbRow> {
    verb(word).map(|verb| &verb.row)
}

/// The verbs that words may mean which are none: written with other spaces and dashes, or the beginning of some.
pub fn rows_like(words: &str) -> Vec<&'static VerbRow> {
    let plain = |words: &str| words.to_ascii_lowercase().replace([' ', '-', '_'], "");
    let sought = plain(words);
    if sought.is_empty() {
        return Vec::new();
    }
    let same = rows().filter(|row| row.words().any(|word| plain(word) == sought));
    let same: Vec<&VerbRow> = same.collect();
    if !same.is_empty() || sought.len() < 4 {
        return same;
    }
    rows().filter(|row| plain(row.verb).starts_with(&sought)).collect()
}

/// The verbs that begin with words which name none of them: `freeze break`.
pub fn family(words: &str) -> Vec<&'static VerbRow> {
    let beginning = words
        .split_whitespace()
        .collect::<Vec<_>>()
        .join("-")
        .to_ascii_lowercase();
    let begins = |row: &&VerbRow| row.verb.split_once(' ').is_some_and(|(first, _)| first == beginning);
    if row(&beginning).is_some_and(|row| row.verb == beginning) {
        return Vec::new();
    }
    rows().filter(begins).collect()
}

fn verb(word: &str) -> Option<&'static Verb> {
    let found = |word: &str| {
        let is_short = word.len() <= LONGEST_FORM;
        is_short.then(|| BY_WORD.get(word.to_ascii_lowercase().as_str()).copied())?
    };
    found(word).or_else(|| found(bare(word)))
}

/// The verb (of two words or one) that begins the text, and the rest.
pub(super) fn find(text: &str) -> Option<(&'static Verb, &str)> {
    let text = text.trim_start();
    let first_end = text.find(char::is_whitespace).unwrap_or(text.len());
    let (first, after_first) = text.split_at(first_end);
    if let Some(second) = after_first.split_whitespace().next()
        && first.len() + second.len() < LONGEST_FORM
        && let Some(verb) = verb(&format!("{first} {second}"))
    {
        let rest = after_first.trim_start().get(second.len()..).unwrap_or_default();
        return Some((verb, rest));
    }
    verb(first).map(|verb| (verb, after_first))
}

const LONGEST_TITLE: usize = 200;

fn query(query: Query) -> Result<Command, ParseError> {
    Ok(Command::Query(query))
}

fn change(which: Which, change: Change) -> Result<Command, ParseError> {
    Ok(Reader::change(which, change))
}

fn order(order: Order) -> Result<Command, ParseError> {
    Ok(Command::Order(order))
}

/// The title of an RFR: one line that fits into an announcement.
fn title(reader: &mut Reader<'_>) -> Result<String, ParseError> {
    let title = reader.text("TITLE…")?;
    within("TITLE…", &title, LONGEST_TITLE)?;
    Ok(title)
}

/// The short name of an RFR: no word that a command reads as something else.
fn name(reader: &mut Reader<'_>) -> Result<String, ParseError> {
    let word = reader.word("NAME")?;
    // The readers themselves report these words, and are not consulted while they do.
    if !reader.is_heard() && means_else(word, reader.today(), &reader.editions()) {
        return Err(reader.reserved(word));
    }
    Ok(word.to_owned())
}

/// Does some command read the word as something else than an RFR?
pub fn means_else(word: &str, today: NaiveDate, editions: &[Edition]) -> bool {
    let lower = word.to_ascii_lowercase();
    is_read(&lower, today)
        || SPOKEN.contains(&lower.as_str())
        || phrases::first_words().any(|word| word == lower)
        || sop::means(editions.iter().copied(), &lower)
}

/// Do commands, lists or dates interpret the word, on any day and in any edition?
pub fn is_taken(word: &str) -> bool {
    is_read(word, Examples.today())
}

fn is_read(lower: &str, today: NaiveDate) -> bool {
    TAKEN.contains(lower) || date::is_word(lower, today)
}

/// The words that commands take for something else than a name: of the verbs, of the usages, and those that the readers
/// themselves compare with, on the way through their examples.
static TAKEN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    // Phrases around a command.
    let around = ["rfrbot"].into_iter().chain(BEFORE_A_NAME).map(str::to_owned);
    let compared = RefCell::new(around.collect::<BTreeSet<String>>());
    for Verb { row, read } in verbs() {
        let is_letter = |c: char| c.is_ascii_lowercase() || c == '-';
        let words = row.words().flat_map(str::split_whitespace);
        let words = words.chain(row.usage.split(|c: char| !(is_letter(c) || c.is_ascii_uppercase())));
        let words = words.filter(|word| !word.is_empty() && word.chars().all(is_letter));
        compared.borrow_mut().extend(words.map(str::to_owned));
        let example: Vec<&str> = row
            .example
            .get(row.verb.len()..)
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        for count in 0..=example.len() {
            let words = example.get(..count).unwrap_or_default();
            for rest in [words.join(" "), [words, &["x"]].concat().join(" ")] {
                // The words mean nothing here.
                let _ = read(&mut Reader::new(row, &rest, &Examples).listening(&compared));
            }
        }
    }
    compared.into_inner()
});

/// Words that never name an RFR.
const SPOKEN: [&str; 42] = [
    "cancel",
    "when",
    "it",
    "its",
    "this",
    "that",
    "these",
    "those",
    "them",
    "they",
    "he",
    "she",
    "you",
    "your",
    "us",
    "our",
    "any",
    "both",
    "each",
    "every",
    "everyone",
    "anything",
    "nothing",
    "nobody",
    "somebody",
    "not",
    "only",
    "todo",
    "since",
    "my",
    "please",
    "thanks",
    "yes",
    "no",
    "all",
    "everything",
    "except",
    "because",
    "requester",
    "requestor",
    "sponsors",
    "co-sponsor",
];

/// What the examples speak of: badges is the RFR.
struct Examples;

impl Vocabulary for Examples {
    fn rfr(&self, word: &str) -> Option<RfrId> {
        (word == "badges").then_some(RfrId(0))
    }
    fn names(&self) -> Vec<String> {
        Vec::new()
    }
    fn ticket_url(&self, number: &str) -> Option<String> {
        Some(number.to_owned())
    }
    fn knows_account(&self, _: &Account) -> bool {
        false
    }
    fn today(&self) -> NaiveDate {
        // The examples' dates are dates of that year.
        NaiveDate::from_ymd_opt(2026, 8, 1).unwrap_or_default()
    }
}

const NEW: Which = Which::Omitted { word: None };

/// The rows of all verbs, by group, in the order of help.
pub fn rows() -> impl Iterator<Item = &'static VerbRow> {
    verbs().map(|verb| &verb.row)
}

fn verbs() -> impl Iterator<Item = &'static Verb> {
    [
        look::VERBS,
        request::VERBS,
        plan::VERBS,
        work::VERBS,
        sign::VERBS,
        moving::VERBS,
        freeze::VERBS,
        remind::VERBS,
        admin::VERBS,
    ]
    .into_iter()
    .flatten()
}

const LIST_WORDS: &[&str] = &["open", "mine", "stuck", "hold", "unsponsored", "done", "dropped", "all"];
const ADD_OR_REMOVE: &[&str] = &["add", "remove"];

#[cfg(test)]
mod tests;
