//! What Tab completes: verbs, and the names, phases, items and people that were said.

use crate::command;
use rustyline::completion::Completer;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::Validator;
use rustyline::{Context, Helper};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// What a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordKind {
    /// The name of an RFR.
    Rfr,
    /// A phase.
    Phase,
    /// An item of the SOP.
    Item,
    /// What is decided.
    Topic,
    /// An account.
    Person,
    /// An edition of the SOP.
    Edition,
}

/// Words that can be completed, which grow with what is printed.
#[derive(Clone, Debug, Default)]
pub(super) struct Completions(Arc<Mutex<BTreeSet<(WordKind, String)>>>);

impl Completions {
    pub(super) fn new(words: impl IntoIterator<Item = (WordKind, String)>) -> Self {
        Self(Arc::new(Mutex::new(words.into_iter().collect())))
    }

    /// One more, where it is one word.
    pub(super) fn learn(&self, kind: WordKind, word: &str) {
        if !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c)) {
            let mut words = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            words.insert((kind, word.to_owned()));
        }
    }

    fn beginning_with(&self, kind: WordKind, start: &str) -> Vec<String> {
        let words = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let of_kind = words.iter().filter(|(other, _)| *other == kind);
        of_kind
            .filter(|(_, word)| word.starts_with(start))
            .map(|(_, word)| word.clone())
            .collect()
    }

    fn is(&self, kind: WordKind, word: &str) -> bool {
        let words = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        words.contains(&(kind, word.to_ascii_lowercase()))
    }
}

/// What may stand in one place of a verb's usage.
struct UsagePlace {
    kinds: Vec<WordKind>,
    words: Vec<&'static str>,
    /// Several may follow each other.
    goes_on: bool,
}

impl UsagePlace {
    /// Each place of a usage, in its order: `RFR`, `add|remove`, `NAME…`.
    fn all(row: &command::VerbRow) -> Vec<Self> {
        row.usage.split_whitespace().map(|word| Self::new(word, row)).collect()
    }

    fn new(word: &'static str, row: &command::VerbRow) -> Self {
        // Whoever is called so is new, or it is the name of a freeze.
        let names_people = !matches!(row.verb, "new" | "rename" | "free") && !row.verb.starts_with("freeze");
        let bare = word.trim_matches(['[', ']']);
        let mut place = Self {
            kinds: Vec::new(),
            words: Vec::new(),
            goes_on: bare.ends_with('…'),
        };
        for part in bare.split('|') {
            match part.trim_matches(['[', ']', '…']) {
                "RFR" => place.kinds.push(WordKind::Rfr),
                "PHASE" => place.kinds.push(WordKind::Phase),
                "ITEM" => place.kinds.push(WordKind::Item),
                "TOPIC" => place.kinds.push(WordKind::Topic),
                "EDITION" => place.kinds.push(WordKind::Edition),
                "NAME" if names_people => place.kinds.push(WordKind::Person),
                word if word.starts_with(|c: char| c.is_ascii_lowercase()) => place.words.push(word),
                _ => {}
            }
        }
        place
    }

    fn fits(&self, word: &str, words: &Completions) -> bool {
        self.words.contains(&word) || self.kinds.iter().any(|kind| words.is(*kind, word))
    }
}

/// Completes in the editor.
pub(super) struct Completing {
    words: Completions,
}

impl Completing {
    pub(super) fn new(words: Completions) -> Self {
        Self { words }
    }

    /// Where the completed words begin, and what they can be: a verb at the beginning of a line; behind it what its usage
    /// has in that place, where an RFR and what it is about may change places.
    pub(super) fn candidates(&self, line: &str) -> (usize, Vec<String>) {
        let typed = line.to_ascii_lowercase();
        let begins = |verb: &&str| typed.is_empty() || verb.starts_with(typed.as_str()) && verb.len() > typed.len();
        let spaced = |word: String| format!("{word} ");
        let verbs: Vec<String> = command::rows()
            .map(|row| row.verb)
            .filter(begins)
            .map(|verb| spaced(verb.to_owned()))
            .collect();
        if !verbs.is_empty() {
            return (0, verbs);
        }
        let start = line.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let word = line.get(start..).unwrap_or_default();
        let mut before: Vec<&str> = line.get(..start).unwrap_or_default().split_whitespace().collect();
        let two = before.get(..2).and_then(|two| command::row(&two.join(" ")));
        let row = match (two, before.first().and_then(|first| command::row(first))) {
            (Some(row), _) => {
                before.drain(..2);
                row
            }
            (None, Some(row)) => {
                before.remove(0);
                row
            }
            // What is wanted of an RFR may stand behind it.
            (None, None) => {
                let is_rfr = before.len() == 1 && before.iter().all(|word| self.words.is(WordKind::Rfr, word));
                let about = command::rows().filter(|row| is_rfr && row.usage.contains("RFR"));
                let verbs = about.map(|row| row.verb).filter(|verb| verb.starts_with(word));
                return (start, verbs.map(|verb| spaced(verb.to_owned())).collect());
            }
        };
        if row.verb == "help" && before.is_empty() {
            let words = command::rows()
                .map(|row| row.verb)
                .filter(|verb| verb.starts_with(word));
            let mut words: Vec<String> = words.map(str::to_owned).collect();
            words.extend(self.of_place(&UsagePlace::new("[all|PHASE|RFR]", row), word));
            return (start, words.into_iter().map(spaced).collect());
        }
        let mut places = UsagePlace::all(row);
        for word in before {
            let taken = places
                .iter()
                .position(|place| place.fits(word, &self.words))
                .unwrap_or(0);
            if places.get(taken).is_some_and(|place| !place.goes_on) {
                places.remove(taken);
            }
        }
        let found = places
            .first()
            .map(|place| self.of_place(place, word))
            .unwrap_or_default();
        (start, found.into_iter().map(spaced).collect())
    }

    fn of_place(&self, place: &UsagePlace, start: &str) -> Vec<String> {
        let words = place.words.iter().filter(|word| word.starts_with(start));
        let mut found: Vec<String> = words.map(|word| (*word).to_owned()).collect();
        found.extend(
            place
                .kinds
                .iter()
                .flat_map(|kind| self.words.beginning_with(*kind, start)),
        );
        found
    }
}

impl Completer for Completing {
    type Candidate = String;

    fn complete(&self, line: &str, at: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<String>)> {
        Ok(self.candidates(line.get(..at).unwrap_or_default()))
    }
}

impl Hinter for Completing {
    type Hint = String;
}

impl Highlighter for Completing {}

impl Validator for Completing {}

impl Helper for Completing {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tab_completes_what_may_stand_in_that_place() {
        let words = [
            (WordKind::Rfr, "badges"),
            (WordKind::Rfr, "staging-mirror"),
            (WordKind::Phase, "staging"),
            (WordKind::Phase, "planning"),
            (WordKind::Item, "staging-mail"),
            (WordKind::Item, "testing"),
            (WordKind::Topic, "caching"),
            (WordKind::Person, "stefan"),
            (WordKind::Edition, "classic"),
        ];
        let words = Completions::new(words.map(|(kind, word)| (kind, word.to_owned())));
        words.learn(WordKind::Person, "kevin");
        words.learn(WordKind::Person, "two words");
        let completing = Completing::new(words);
        for (line, at, found) in [
            ("sch", 0, &["schedule "][..]),
            ("freeze st", 0, &["freeze start "]),
            ("next ba", 5, &["badges "]),
            ("next st", 5, &["staging-mirror "]),
            ("status st", 7, &["staging-mirror "]),
            ("signoff st", 8, &["staging "]),
            ("signoff staging st", 16, &["staging-mirror "]),
            ("signoff badges st", 15, &["staging "]),
            ("sign off st", 9, &["staging "]),
            ("revert badges p", 14, &["planning "]),
            ("done badges st", 12, &["staging-mail "]),
            ("done badges testing, st", 21, &["staging-mail "]),
            ("done st", 5, &["staging-mirror "]),
            ("sponsor badges ke", 15, &["kevin "]),
            ("handover badges st", 16, &["stefan "]),
            ("people badges ", 14, &["add ", "remove "]),
            ("people badges add ke", 18, &["kevin "]),
            ("people badges add stefan ke", 25, &["kevin "]),
            ("decide badges ca", 14, &["caching "]),
            ("list st", 5, &["stuck ", "staging ", "stefan "]),
            ("todo ke", 5, &["kevin "]),
            ("adopt badges c", 13, &["classic "]),
            ("help sta", 5, &["status ", "staging ", "staging-mirror "]),
            ("badges sch", 7, &["schedule "]),
            ("schedule badges st", 16, &[]),
            ("note badges st", 12, &[]),
            ("new st", 4, &[]),
            ("rename badges st", 14, &[]),
            ("freeze lift st", 12, &[]),
        ] {
            let found: Vec<String> = found.iter().map(|word| (*word).to_owned()).collect();
            assert_eq!(completing.candidates(line), (at, found), "{line}");
        }
    }
}
