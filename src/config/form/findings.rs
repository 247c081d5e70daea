//! What was found in a file so far: problems, notes, and on which line each key stands.

use crate::config::error::Problem;
use std::collections::BTreeMap;
use std::path::Path;

/// On which line each key stands, and what was found wrong so far.
pub(in crate::config) struct Findings<'a> {
    file: &'a Path,
    lines: BTreeMap<String, usize>,
    /// What stops the bot.
    pub(in crate::config) problems: Vec<Problem>,
    /// What the operator should know, but may want.
    pub(in crate::config) notes: Vec<Problem>,
    /// Keys of empty texts.
    pub(super) empty: Vec<String>,
    /// Keys of which it was said that something is wrong, and those that were probably meant by unknown ones: of
    /// what stands there, and of what follows from it, nothing more is said.
    pub(super) mistaken: Vec<String>,
}

impl<'a> Findings<'a> {
    /// Nothing found yet.
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

    /// On which line a key stands.
    pub(super) fn stands(&mut self, key: &str, line: usize) {
        self.lines.insert(key.to_owned(), line);
    }

    /// Something that stops the bot, which has no key or was found before any key was read.
    pub(super) fn add(&mut self, line: Option<usize>, key: &str, what: impl Into<String>, fix: impl Into<String>) {
        let problem = self.finding(line, key, what, fix);
        self.problems.push(problem);
    }

    /// Something that stops the bot.
    pub(in crate::config) fn problem(&mut self, key: &str, what: impl Into<String>, fix: impl Into<String>) {
        let of_members = format!("{key}[");
        let is_told = |mistaken: &String| covers(mistaken, key) || mistaken.starts_with(&of_members);
        if !self.mistaken.iter().any(is_told) {
            let problem = self.finding(self.line(key), key, what, fix);
            self.problems.push(problem);
        }
    }

    /// Something that stops the bot because something else is not there, under any of these keys. Where it stands there
    /// with a mistake, that was said.
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

    /// Something that the operator should know.
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

/// Is the second key the first one, or within it?
fn covers(outer: &str, key: &str) -> bool {
    key.strip_prefix(outer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}
