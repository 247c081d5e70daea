//! Reads the tables of a TOML text key by key, and collects what is wrong with them, each mistake once.

use super::mistake::{Conditions, Mistake};
use super::words::{LONGEST_WORD, is_word};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Longest sentence, in characters.
const LONGEST_SENTENCE: usize = 300;

/// Most rows, topics, or questions in one row.
const MOST: usize = 100;

pub(super) struct EditionReader<'t> {
    pub(super) text: &'t str,
    pub(super) world: Option<&'t Conditions<'t>>,
    pub(super) mistakes: Vec<Mistake>,
}

/// One table of the text, with its position.
#[derive(Clone, Copy)]
pub(super) struct TableEntry<'a, 't> {
    pub(super) table: &'a DeTable<'t>,
    pub(super) at: usize,
    pub(super) what: &'a str,
}

impl<'a> TableEntry<'a, '_> {
    /// The value of a key, if it is a text.
    pub(super) fn given(self, key: &str) -> Option<&'a str> {
        self.table.get(key)?.get_ref().as_str().map(str::trim)
    }
}

/// The distinct names, in order.
pub(super) fn each_once<'n>(names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let mut all = Vec::new();
    for name in names.filter(|name| !name.is_empty()) {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

/// The one that was probably meant.
pub(super) fn nearest<'k>(known: &[&'k str], word: &str) -> Option<&'k str> {
    let likeness = |known: &str| strsim::jaro_winkler(known, word);
    let near = known.iter().copied().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    near.filter(|near| likeness(near) > 0.8)
}

impl EditionReader<'_> {
    pub(super) fn line(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or(self.text);
        1 + before.bytes().filter(|byte| *byte == b'\n').count()
    }

    pub(super) fn wrong(&mut self, at: usize, what: impl Into<String>, fix: impl Into<String>) {
        let mistake = Mistake {
            line: self.line(at),
            what: what.into(),
            fix: fix.into(),
        };
        if !self.mistakes.contains(&mistake) {
            self.mistakes.push(mistake);
        }
    }

    /// Reports keys other than these.
    pub(super) fn keys(&mut self, entry: TableEntry<'_, '_>, known: &[&str]) {
        for key in entry.table.keys() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let what = format!("{} has no `{name}`", entry.what);
                self.wrong(key.span().start, what, format!("It has: {}", known.join(", ")));
            }
        }
    }

    pub(super) fn value<'a, 't>(&mut self, entry: TableEntry<'a, 't>, key: &str) -> Option<&'a Spanned<DeValue<'t>>> {
        let value = entry.table.get(key);
        if value.is_none() {
            let what = format!("{} has no `{key}`", entry.what);
            self.wrong(entry.at, what, format!("Add a line: {key} = \"…\""));
        }
        value
    }

    /// One line of text.
    pub(super) fn text(&mut self, value: &Spanned<DeValue<'_>>, key: &str) -> Option<String> {
        let at = value.span().start;
        let Some(text) = value.get_ref().as_str() else {
            let what = format!("`{key}` is no text in quotes");
            self.wrong(at, what, format!("Write it in quotes: {key} = \"…\""));
            return None;
        };
        let length = text.chars().count();
        if text.trim().is_empty() {
            self.wrong(at, format!("`{key}` is empty"), "Write what people are to read there");
        } else if text.chars().any(char::is_control) {
            let what = format!("`{key}` is not one line");
            self.wrong(
                at,
                what,
                "Write it in one line, without tabs and other signs that nobody sees",
            );
        } else if length > LONGEST_SENTENCE {
            let what = format!("`{key}` has {length} characters, and at most {LONGEST_SENTENCE} are shown");
            self.wrong(at, what, "Shorten it");
        } else if self.world.is_some_and(|world| !(world.is_shown_whole)(text.trim())) {
            let what = format!("`{key}` has a sign that nobody sees, that turns the line or that piles up");
            self.wrong(at, what, "Write it anew without that sign");
        } else {
            return Some(text.trim().to_owned());
        }
        None
    }

    pub(super) fn sentence(&mut self, entry: TableEntry<'_, '_>, key: &str) -> Option<String> {
        let value = self.value(entry, key)?;
        self.text(value, key)
    }

    /// A word that people type, and its position.
    pub(super) fn word(&mut self, entry: TableEntry<'_, '_>, key: &str) -> Option<(String, usize)> {
        let value = self.value(entry, key)?;
        let word = self.text(value, key)?;
        self.typed(word, value.span().start)
    }

    pub(super) fn typed(&mut self, word: String, at: usize) -> Option<(String, usize)> {
        if is_word(&word) {
            return Some((word, at));
        }
        let what = format!("`{word}` cannot be typed as one word");
        let fix = format!("Begin with a letter; small letters, digits and hyphens, at most {LONGEST_WORD} of them");
        self.wrong(at, what, fix);
        None
    }

    /// One of a few words.
    pub(super) fn one_of(&mut self, entry: TableEntry<'_, '_>, key: &str, known: &[&str]) -> Option<(String, usize)> {
        let value = self.value(entry, key)?;
        let at = value.span().start;
        let word = self.text(value, key)?;
        if known.contains(&word.as_str()) {
            return Some((word, at));
        }
        let near = nearest(known, &word);
        let meant = near
            .map(|near| format!("Did you mean \"{near}\"? "))
            .unwrap_or_default();
        let what = format!("there is no {key} `{word}`");
        self.wrong(at, what, format!("{meant}It is one of: {}", known.join(", ")));
        None
    }

    /// The tables of `[[key]]`.
    pub(super) fn entries<'a, 't>(
        &mut self,
        entry: TableEntry<'a, 't>,
        key: &'static str,
        what: &'static str,
    ) -> Vec<TableEntry<'a, 't>> {
        let Some(value) = entry.table.get(key) else {
            return Vec::new();
        };
        let mut entries = Vec::new();
        let listed = value.get_ref().as_array();
        for one in listed.into_iter().flat_map(|array| array.iter()) {
            if let Some(table) = one.get_ref().as_table() {
                let at = one.span().start;
                entries.push(TableEntry { table, at, what });
            } else {
                self.wrong(
                    one.span().start,
                    format!("`{key}` is no table"),
                    "Take it out, or give it keys",
                );
            }
        }
        if listed.is_none() {
            let fix = format!("Write it in two brackets: [[{key}]]");
            self.wrong(value.span().start, format!("`{key}` is no list of tables"), fix);
        }
        if entries.len() > MOST {
            self.wrong(
                value.span().start,
                format!("there are more than {MOST} of `{key}`"),
                "Leave some out",
            );
        }
        entries
    }

    /// A list of words, with their positions.
    pub(super) fn words(&mut self, entry: TableEntry<'_, '_>, key: &'static str) -> Vec<(String, usize)> {
        let Some(value) = entry.table.get(key) else {
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            let what = format!("`{key}` is no list");
            self.wrong(
                value.span().start,
                what,
                format!("Write it in brackets: {key} = [\"…\"]"),
            );
            return Vec::new();
        };
        let mut words = Vec::new();
        for one in array {
            let word = self.text(one, key);
            words.extend(word.and_then(|word| self.typed(word, one.span().start)));
        }
        words
    }

    pub(super) fn unique(&mut self, taken: &mut BTreeMap<String, usize>, word: &str, at: usize, what: &str) -> bool {
        let line = self.line(at);
        match taken.get(word) {
            Some(first) => {
                let what = format!("`{word}` stands twice: there is a {what} of that name on line {first}");
                self.wrong(at, what, "Rename one of the two, or take it out");
                false
            }
            None => {
                taken.insert(word.to_owned(), line);
                true
            }
        }
    }
}
