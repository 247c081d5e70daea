//! What a line is: a header, or a setting.

use super::reader::{Scanned, TomlScanner, path, with_number};
use crate::config::rows::{self, Keys, Takes, did_you_mean};

impl TomlScanner<'_> {
    pub(super) fn statement(&mut self) -> Scanned<()> {
        self.foreign("")?;
        match self.peek() {
            Some('[') => self.header(),
            Some(_) | None => self.setting(),
        }
    }

    fn header(&mut self) -> Scanned<()> {
        let line = self.line();
        let mut opened = 0;
        while self.take('[') {
            opened += 1;
        }
        self.skip_blanks();
        if self.peek() == Some(']') {
            return self.mistake(line, "", "the header has no name", "Write one, such as [bot]");
        }
        let Ok(parts) = self.name() else {
            self.foreign("")?;
            return self.mistake(
                line,
                "",
                "this is not a header, expected a name in brackets",
                "Write one, such as [bot] or [irc.libera]; a name with anything but letters, digits, - and _ stands in \
                 quotes: [people.\"…\"]",
            );
        };
        let key = path(&parts);
        // What follows belongs to it, whatever is wrong with it.
        self.section.clone_from(&parts);
        let is_list = matches!(rows::takes(self.file, &parts), Some(Takes::List(Takes::Table(_))));
        let is_list = is_list || opened > 1 && rows::takes(self.file, &parts).is_none();
        let right = if is_list {
            format!("[[{key}]]")
        } else {
            format!("[{key}]")
        };
        self.skip_blanks();
        let mut closed = 0;
        while self.take(']') {
            closed += 1;
        }
        if closed == 0 {
            self.foreign("")?;
            if !self.is_at_end_of_line() && self.peek() != Some('#') {
                return self.mistake(
                    line,
                    "",
                    "the name of this header goes on with something else, expected ] or a dot",
                    "Join the parts of a name by dots, and put one with anything but letters, digits, - and _ in quotes: \
                     [people.\"…\"]",
                );
            }
        }
        if closed != opened || opened > 2 {
            let missing = if closed < opened {
                "]".repeat(opened - closed)
            } else {
                "[".repeat(closed - opened)
            };
            let what = if missing.is_empty() {
                "this header has too many brackets".to_owned()
            } else {
                format!("the header is not closed on both sides, expected {missing}")
            };
            return self.mistake(line, &key, what, format!("Write {right}"));
        }
        self.skip_blanks();
        if !self.is_at_end_of_line() && self.peek() != Some('#') {
            return self.mistake(
                line,
                &key,
                "something stands after the header, expected the end of the line",
                "Begin a new line after the ]",
            );
        }
        self.skip_comment();
        if opened == 2 {
            let number = self.lists.entry(key.clone()).or_default();
            let parts_here = with_number(&parts, *number);
            *number += 1;
            if *number == 1 {
                self.once(&key, line, &right)?;
            }
            self.section = parts_here;
            return Ok(());
        }
        self.once(&key, line, &right)
    }

    /// Each key and each header may occur once.
    fn once(&mut self, key: &str, line: usize, written: &str) -> Scanned<()> {
        if let Some(first) = self.stands.get(key) {
            let first = *first;
            let fix = if written.starts_with("[[") {
                format!("Write {written} each time")
            } else if written.starts_with('[') {
                "Make one section of both".to_owned()
            } else {
                "Remove one of them".to_owned()
            };
            return self.mistake(
                line,
                key,
                format!("{written} stands here a second time; the first is on line {first}"),
                fix,
            );
        }
        self.stands.insert(key.to_owned(), line);
        Ok(())
    }

    fn setting(&mut self) -> Scanned<()> {
        let line = self.line();
        let start = self.rest_of_line();
        if ["//", ";", "--", "/*", "<!--", "%"]
            .iter()
            .any(|sign| start.starts_with(sign))
        {
            return self.mistake(
                line,
                "",
                "this is no setting, expected a comment or NAME = VALUE",
                "Begin a comment with #",
            );
        }
        let Ok(parts) = self.name() else {
            self.foreign("")?;
            let (what, fix) = match self.peek() {
                Some('=') => ("the name before the = is missing", "Write NAME = VALUE"),
                Some(']' | '}' | ',' | '"' | '\'') => (
                    "this belongs to no setting, expected NAME = VALUE or a header in brackets",
                    "Look at the line before: a list is closed by ], a table in braces by }, and each text stands between \
                     two \"",
                ),
                Some(_) | None => (
                    "this is no setting, expected NAME = VALUE or a header in brackets",
                    "Write NAME = VALUE, or begin the line with # if it explains something; a name with anything but \
                     letters, digits, - and _ stands in quotes",
                ),
            };
            return self.mistake(line, "", what, fix);
        };
        self.assigned(&self.section.clone(), &parts, line)?;
        self.skip_blanks();
        if self.is_at_end_of_line() || self.peek() == Some('#') {
            self.skip_comment();
            return Ok(());
        }
        let mut whole = self.section.clone();
        whole.extend(parts);
        self.left_over(&whole)
    }

    /// `= VALUE` after a name.
    pub(super) fn assigned(&mut self, table: &[String], parts: &[String], line: usize) -> Scanned<()> {
        let mut whole = table.to_vec();
        whole.extend(parts.iter().cloned());
        let key = path(&whole);
        let name = path(parts);
        let wanted = rows::takes(self.file, &whole);
        // A word that is not a known setting may be part of a secret.
        let told = if wanted.is_some() { key.as_str() } else { "" };
        let example = rows::setting(self.file, &whole);
        self.skip_blanks();
        match self.peek() {
            Some('=') => {}
            Some(':') => {
                return self.mistake(line, &key, "expected =, found :", format!("Write {example}"));
            }
            Some(']') if self.depth == 0 => {
                self.section = parts.to_vec();
                return self.mistake(
                    line,
                    "",
                    "this is neither a header nor a setting, expected [ before the name",
                    "Write a header as [NAME], and a setting as NAME = VALUE",
                );
            }
            Some(c)
                if c.is_ascii_alphanumeric()
                    && self
                        .rest_of_line()
                        .split(['"', '\''])
                        .next()
                        .is_some_and(|head| head.contains('=')) =>
            {
                return self.mistake(
                    line,
                    "",
                    "a name with a blank stands here, expected one word before the =",
                    near(
                        self.rest_of_line(),
                        &name,
                        rows::table(self.file, table).unwrap_or_default(),
                    ),
                );
            }
            Some(_) | None => {
                if wanted.is_none() && self.is_at_end_of_line() {
                    return self.mistake(
                        line,
                        "",
                        "these are words without a =, expected NAME = VALUE or a header in brackets",
                        "Write NAME = VALUE, or begin the line with # if it explains something",
                    );
                }
                self.foreign(told)?;
                return self.mistake(
                    line,
                    told,
                    "the = between name and value is missing",
                    match wanted {
                        Some(_) => format!("Write {example}"),
                        None => "Write NAME = VALUE, or begin the line with # if it explains something".to_owned(),
                    },
                );
            }
        }
        self.take('=');
        self.once(&key, line, &name)?;
        self.value(&whole, wanted)
    }
}

/// The setting probably meant by a name with a space.
fn near(rest: &str, first: &str, keys: Keys) -> String {
    let second = rest.split('=').next().unwrap_or_default().trim();
    let meant = format!("{first}_{}", second.replace([' ', '\t'], "_"));
    match did_you_mean(&meant, rows::open(keys).map(|key| key.name)) {
        Some(near) => format!("Did you mean {near}?"),
        None => "Write each setting in a line of its own; names of settings have _ where words have blanks".to_owned(),
    }
}
