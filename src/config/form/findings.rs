//! The findings so far: problems, notes, and the line of each key.

use crate::config::error::Problem;
use std::collections::BTreeMap;
use std::path::Path;

/// The line of each key, and the mistakes found so far.
pub(in crate::config) struct Findings<'a> {
    file: &'a Path,
    lines: BTreeMap<String, usize>,
    /// Mistakes that stop the bot.
    pub(in crate::config) problems: Vec<Problem>,
    /// Things the operator should know, but may have intended.
    pub(in crate::config) notes: Vec<Problem>,
    /// Keys of empty texts.
    pub(super) empty: Vec<String>,
    /// Keys already reported, and the intended ones behind unknown keys: nothing more is said about them, or about
    /// consequences.
    pub(super) mistaken: Vec<String>,
}

impl<'a> Findings<'a> {
    pub(in crate::config) fn new(file: &'a Path) -> Self {
        Self {
            file,
            lines: BTreeMap::new(),
            problems: Vec::new(),
            notes: Vec::new(),
            empty: Vec::new(),
            mistaken: Vec::new(),
        }
    }

    /// Records the line of a key.
    pub(super) fn stands(&mut self, key: &str, line: usize) {
        self.lines.insert(key.to_owned(), line);
    }

    /// A mistake without a key, or found before keys were read.
    pub(super) fn add(&mut self, line: Option<usize>, key: &str, what: impl Into<String>, fix: impl Into<String>) {
        let problem = self.finding(line, key, what, fix);
        self.problems.push(problem);
    }

    /// A mistake that stops the bot.
    pub(in crate::config) fn problem(&mut self, key: &str, what: impl Into<String>, fix: impl Into<String>) {
        let of_members = format!("{key}[");
        let is_told = |mistaken: &String| covers(mistaken, key) || mistaken.starts_with(&of_members);
        if !self.mistaken.iter().any(is_told) {
            let problem = self.finding(self.line(key), key, what, fix);
            self.problems.push(problem);
        }
    }

    /// A mistake caused by something missing under any of the keys `needed`. Not reported if one of those has a
    /// reported mistake.
    pub(in crate::config) fn lacking(
        &mut self,
        key: &str,
        needed: &[impl AsRef<str>],
        what: impl Into<String>,
        fix: impl Into<String>,
    ) {
        let is_one = |mistaken: &String| {
            let mut needed = needed.iter().map(AsRef::as_ref);
            needed.any(|needed| covers(mistaken, needed) || covers(needed, mistaken))
        };
        if !self.mistaken.iter().any(is_one) {
            self.problem(key, what, fix);
        }
    }

    /// Something the operator should know.
    pub(in crate::config) fn note(&mut self, key: &str, what: impl Into<String>, fix: impl Into<String>) {
        let note = self.finding(self.line(key), key, what, fix);
        self.notes.push(note);
    }

    fn finding(&self, line: Option<usize>, key: &str, what: impl Into<String>, fix: impl Into<String>) -> Problem {
        Problem {
            file: self.file.to_owned(),
            line,
            key: key.to_owned(),
            what: what.into(),
            fix: fix.into(),
        }
    }

    /// The line of a key, or of the nearest table around it.
    fn line(&self, key: &str) -> Option<usize> {
        let mut key = key;
        loop {
            if let Some(line) = self.lines.get(key) {
                return Some(*line);
            }
            key = &key[..key.rfind(['.', '['])?];
        }
    }
}

/// Is `key` equal to `outer`, or inside it?
fn covers(outer: &str, key: &str) -> bool {
    key.strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}
