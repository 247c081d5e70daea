//! What Tab completes: verbs, and the names, phases, items and people that were said.

use crate::command;
use rustyline::completion::Completer;
use rustyline::highlight::Highlighter;
use rustyline::hint::Hinter;
use rustyline::validate::Validator;
use rustyline::{Context, Helper};
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

/// Words that can be completed, which grow with what is printed.
#[derive(Clone, Debug, Default)]
pub(super) struct Words(Arc<Mutex<BTreeSet<String>>>);

impl Words {
    pub(super) fn new(words: impl IntoIterator<Item = String>) -> Self {
        Self(Arc::new(Mutex::new(words.into_iter().collect())))
    }

    /// One more, where it is one word.
    pub(super) fn learn(&self, word: &str) {
        if !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c)) {
            let mut words = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            words.insert(word.to_owned());
        }
    }

    fn beginning_with(&self, start: &str) -> Vec<String> {
        let words = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        words.iter().filter(|word| word.starts_with(start)).cloned().collect()
    }
}

/// Completes in the editor.
pub(super) struct Completing {
    words: Words,
}

impl Completing {
    pub(super) fn new(words: Words) -> Self {
        Self { words }
    }

    /// Where the completed words begin, and what they can be: a verb at the beginning of a line, another word elsewhere.
    pub(super) fn candidates(&self, line: &str) -> (usize, Vec<String>) {
        let typed = line.to_ascii_lowercase();
        let begins = |verb: &&str| typed.is_empty() || verb.starts_with(typed.as_str()) && verb.len() > typed.len();
        let verbs: Vec<String> = command::rows()
            .map(|row| row.verb)
            .filter(begins)
            .map(|verb| format!("{verb} "))
            .collect();
        if !verbs.is_empty() {
            return (0, verbs);
        }
        let start = line.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let word = line.get(start..).unwrap_or_default();
        let found = self.words.beginning_with(word);
        (start, found.into_iter().map(|word| format!("{word} ")).collect())
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
    fn tab_completes_verbs_names_phases_items_and_people() {
        let words = Words::new(["badges", "staging", "testing"].map(str::to_owned));
        words.learn("kevin");
        words.learn("two words");
        let completing = Completing::new(words);
        let found = |line: &str| completing.candidates(line);
        assert_eq!(found("sch"), (0, vec!["schedule ".to_owned()]));
        assert_eq!(found("freeze st"), (0, vec!["freeze start ".to_owned()]));
        assert_eq!(found("next ba"), (5, vec!["badges ".to_owned()]));
        assert_eq!(found("signoff st"), (8, vec!["staging ".to_owned()]));
        assert_eq!(found("done badges te"), (12, vec!["testing ".to_owned()]));
        assert_eq!(found("sponsor badges ke"), (15, vec!["kevin ".to_owned()]));
        assert_eq!(found("note badges two"), (12, Vec::new()));
    }
}
