//! The reading position in a text.

use crate::config::rows::{Keys, join};
use std::collections::BTreeMap;

/// One mistake.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::config) struct SyntaxMistake {
    /// The line, from 1.
    pub(in crate::config) line: usize,
    /// The full key; empty if the line has none.
    pub(in crate::config) key: String,
    /// What is wrong, and what was expected.
    pub(in crate::config) what: String,
    /// What to write.
    pub(in crate::config) fix: String,
}

pub(super) type Scanned<T> = Result<T, SyntaxMistake>;

/// The text and the position in it.
pub(super) struct TomlScanner<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    /// The keys that the file may have.
    pub(super) file: Keys,
    /// Where each line starts.
    pub(super) lines: Vec<usize>,
    /// The current header, split into parts.
    pub(super) section: Vec<String>,
    /// Number of open lists and inline tables.
    pub(super) depth: usize,
    /// The line of each key and header.
    pub(super) stands: BTreeMap<String, usize>,
    /// How many tables each `[[header]]` has so far.
    pub(super) lists: BTreeMap<String, usize>,
}

impl<'a> TomlScanner<'a> {
    /// At the start of a text.
    pub(super) fn new(text: &'a str, file: Keys) -> Self {
        Self {
            text,
            at: 0,
            file,
            lines: std::iter::once(0)
                .chain(text.match_indices('\n').map(|(at, _)| at + 1))
                .collect(),
            section: Vec::new(),
            depth: 0,
            stands: BTreeMap::new(),
            lists: BTreeMap::new(),
        }
    }

    /// Starts a new statement; returns its position.
    pub(super) fn begin(&mut self) -> usize {
        self.depth = 0;
        self.at
    }

    pub(super) fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn take(&mut self, wanted: char) -> bool {
        let is_there = self.peek() == Some(wanted);
        if is_there {
            self.at += wanted.len_utf8();
        }
        is_there
    }

    pub(super) fn line(&self) -> usize {
        self.lines.partition_point(|begin| *begin <= self.at)
    }

    /// The rest of the line.
    pub(super) fn rest_of_line(&self) -> &'a str {
        self.rest().lines().next().unwrap_or_default()
    }

    pub(super) fn whole_line(&self, number: usize) -> &'a str {
        let begin = self.lines.get(number - 1).copied().unwrap_or(self.text.len());
        self.text[begin..].lines().next().unwrap_or_default()
    }

    pub(super) fn skip_blanks(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t']).len();
    }

    pub(super) fn is_at_end_of_line(&self) -> bool {
        matches!(self.peek(), None | Some('\n' | '\r'))
    }

    pub(super) fn skip_comment(&mut self) {
        if self.peek() == Some('#') {
            self.at += self.rest_of_line().len();
        }
    }

    /// Skips blanks, line ends and comments. Returns whether it passed a line end.
    pub(super) fn skip_lines(&mut self) -> bool {
        let before = self.line();
        loop {
            let start = self.at;
            self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\t', '\n', '\r']).len();
            self.skip_comment();
            if self.at == start {
                return self.line() != before;
            }
        }
    }

    pub(super) fn skip_to_statement(&mut self) -> bool {
        self.skip_lines();
        self.at < self.text.len()
    }

    /// After a mistake: skips to the next line; inside a list or inline table, to the next line that starts a
    /// statement.
    pub(super) fn recover(&mut self) {
        // A mistake found at the start of a line was made before it.
        let begins_here = self.text[..self.at].ends_with('\n') && self.depth > 0;
        if !begins_here {
            self.skip_line();
        }
        while self.depth > 0 && self.at < self.text.len() && !begins_statement(self.rest_of_line()) {
            self.skip_line();
        }
    }

    pub(super) fn skip_line(&mut self) {
        self.at += self.rest().find('\n').map_or(self.rest().len(), |end| end + 1);
    }

    pub(super) fn mistake<T>(
        &self,
        line: usize,
        key: &str,
        what: impl Into<String>,
        fix: impl Into<String>,
    ) -> Scanned<T> {
        let _ = self;
        Err(SyntaxMistake {
            line,
            key: key.to_owned(),
            what: what.into(),
            fix: fix.into(),
        })
    }

    /// Unpaired quotes explain any other mistake in a line.
    pub(super) fn pair_quotes(&self, mistake: SyntaxMistake) -> SyntaxMistake {
        let line = self.whole_line(mistake.line);
        if line.contains("\"\"\"") || mistake.what.contains("quot") || quotes(line).is_multiple_of(2) {
            return mistake;
        }
        SyntaxMistake {
            what: "a quote is missing: the quotes in this line do not pair".to_owned(),
            fix: "Put one \" before each text and one after it".to_owned(),
            ..mistake
        }
    }

    /// Characters that TOML never allows outside quotes.
    pub(super) fn foreign(&self, key: &str) -> Scanned<()> {
        let line = self.line();
        match self.peek() {
            Some(c) if is_smart_quote(c) => self.mistake(
                line,
                key,
                format!("{c} is a typographic quote, expected a straight one"),
                "Write \" in its place, before and after the text",
            ),
            Some('`') => self.mistake(
                line,
                key,
                "` is no quote, expected \"",
                "Write \" before and after the text",
            ),
            Some(c) if c.is_control() && !matches!(c, '\n' | '\r' | '\t') || is_invisible(c) => self.mistake(
                line,
                key,
                format!("an invisible character stands here (U+{:04X})", u32::from(c)),
                "Remove it, or type a blank in its place",
            ),
            Some(_) | None => Ok(()),
        }
    }

    /// Back to the start of this line, of which nothing was read yet; not at the end of the text.
    pub(super) fn back_to_line(&mut self) {
        if self.peek().is_some() {
            self.at = self.text[..self.at].rfind('\n').map_or(0, |end| end + 1);
        }
    }

    /// A name, in parts: bare or quoted words joined by dots. On failure the position is that of the mistake.
    pub(super) fn name(&mut self) -> Result<Vec<String>, ()> {
        let mut parts = Vec::new();
        loop {
            self.skip_blanks();
            parts.push(self.part()?);
            let before = self.at;
            self.skip_blanks();
            if !self.take('.') {
                self.at = before;
                return Ok(parts);
            }
        }
    }

    pub(super) fn part(&mut self) -> Result<String, ()> {
        let rest = self.rest_of_line();
        if let Some(quote @ ('"' | '\'')) = self.peek() {
            let inner = &rest[1..];
            let end = inner.find(quote).ok_or(())?;
            self.at += end + 2;
            return Ok(inner[..end].to_owned());
        }
        let end = rest
            .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-')))
            .unwrap_or(rest.len());
        self.at += end;
        if end == 0 { Err(()) } else { Ok(rest[..end].to_owned()) }
    }
}

/// Does a line start with a header or a setting?
pub(super) fn begins_statement(line: &str) -> bool {
    let line = line.trim_start();
    if let Some(inner) = line.strip_prefix('[') {
        return inner
            .trim_start_matches('[')
            .starts_with(|c: char| c.is_ascii_alphanumeric());
    }
    let end = line
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.')))
        .unwrap_or(line.len());
    end > 0 && line[end..].trim_start().starts_with(['=', ':'])
}

/// The quotes in a line, up to its comment.
pub(super) fn quotes(line: &str) -> usize {
    let mut number: usize = 0;
    let mut before = ' ';
    for c in line.chars() {
        match c {
            '"' if before != '\\' => number += 1,
            '#' if before.is_whitespace() && number.is_multiple_of(2) => break,
            _ => {}
        }
        before = c;
    }
    number
}

pub(super) fn is_smart_quote(c: char) -> bool {
    matches!(c, '\u{2018}'..='\u{201f}' | '«' | '»' | '‹' | '›' | '″' | '＂')
}

pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{205f}'..='\u{2064}' | '\u{3000}' | '\u{feff}')
}

pub(super) fn path(parts: &[String]) -> String {
    parts.iter().fold(String::new(), |path, part| {
        // A list index was added here, and is not part of the name.
        match part.rsplit_once('[') {
            Some((name, number)) if number.ends_with(']') => format!("{}[{number}", join(&path, name)),
            Some(_) | None => join(&path, part),
        }
    })
}

pub(super) fn with_number(parts: &[String], number: usize) -> Vec<String> {
    let mut parts = parts.to_vec();
    if let Some(last) = parts.last_mut() {
        *last = format!("{last}[{number}]");
    }
    parts
}
