//! Texts and notes: what people say in their own words, and where it begins.

use super::{LONGEST_TEXT, Reader, bare};
use crate::command::error::ParseError;
use crate::command::{Which, date};

/// Signs that close the words before a note.
const SIGNS: [char; 5] = [',', ';', ':', '.', '!'];

/// What usages call a text: nobody means it as one.
const SLOTS: [&str; 8] = [
    "ANSWER", "COMMENT", "NOTE", "QUESTION", "REASON", "TEXT", "TITLE", "WHY",
];

impl Reader<'_> {
    /// Everything that is left; must be something.
    pub fn text(&mut self, argument: &'static str) -> Result<String, ParseError> {
        let text = self.optional_text(argument)?;
        if text.is_empty() {
            Err(self.missing(argument))
        } else {
            Ok(text)
        }
    }

    /// Everything that is left; may be nothing.
    pub fn optional_text(&mut self, argument: &'static str) -> Result<String, ParseError> {
        let text = without_please(std::mem::take(&mut self.rest).trim());
        // Dashes at the end begin a reason that nobody gave.
        let text = text.strip_suffix(" --").unwrap_or(text).trim_end();
        within(argument, text, LONGEST_TEXT)?;
        let mut parts = text.split(" -- ").flat_map(|part| part.split(" \u{2014} "));
        if let Some(word) = parts.find_map(slot) {
            return Err(ParseError::Placeholder { row: self.row, word });
        }
        Ok(text.to_owned())
    }

    /// A reason, and whether `-- yes` stands behind it: a change that is shown before it is made.
    pub fn confirmed_reason(&mut self, which: &Which, argument: &'static str) -> Result<(String, bool), ParseError> {
        let is_yes = |word: &str| self.is_one_of(word.trim().trim_end_matches('.'), &["yes"]).is_some();
        if behind_dashes(self.rest).is_some_and(is_yes) {
            return Err(self.missing(argument));
        }
        let reason = self.reason(which, argument)?;
        let said = reason.rsplit_once(char::is_whitespace).and_then(|(before, last)| {
            self.is_one_of(last.trim_end_matches('.'), &["yes"])?;
            let before = before.trim_end();
            let without = before.strip_suffix("--").or_else(|| before.strip_suffix('\u{2014}'));
            without.map(|reason| reason.trim_end().to_owned())
        });
        Ok(said.map_or((reason, false), |reason| (reason, true)))
    }

    /// A note or a reason that may be left out: see [`Self::reason`].
    pub fn optional_reason(&mut self, which: &Which, argument: &'static str) -> Result<String, ParseError> {
        if let Some(behind) = behind_dashes(self.rest) {
            self.rest = behind;
            return self.text(argument);
        }
        if let (Which::Omitted { .. }, Some(word)) = (which, self.peek()) {
            return Err(self.no_guess(argument, word));
        }
        // `drop badges, koschei`: several RFRs, of which one would become a reason.
        if let Which::Named(id) = which {
            self.one_rfr(*id, argument)?;
            self.another_line()?;
        }
        if argument == "REASON…" {
            self.reason_stands()?;
        }
        if let (Which::Named(id), Some(word)) = (which, self.peek())
            && self.rfr(word).is_some_and(|other| other != *id)
        {
            return Err(ParseError::NoteWithoutDashes {
                row: self.row,
                plain: if self.row.usage.contains(&format!("[{argument}]")) {
                    self.typed(&[self.before()])
                } else {
                    self.typed(&[self.before(), argument])
                },
                with_note: self.typed(&[self.before(), "--", self.rest]),
                note: self.rest.to_owned(),
            });
        }
        self.optional_text(argument)
    }

    /// A note or a reason. If no RFR is named it must follow `--`: leftover words of a command never become the reason
    /// of a change to an RFR that is only guessed.
    pub fn reason(&mut self, which: &Which, argument: &'static str) -> Result<String, ParseError> {
        let reason = self.optional_reason(which, argument)?;
        let words: Vec<&str> = reason.split_whitespace().take(date::LONGEST + 2).collect();
        let day = words.strip_prefix(&["until"]).unwrap_or(&words);
        let is_day = date::read_whole(day, self.today()).is_ok_and(|(_, count)| count == day.len());
        if says_nothing(&reason) || is_day {
            Err(self.missing(argument))
        } else {
            Ok(reason)
        }
    }

    /// Why there is none: `none it is static`, `none needed because it is static`; `none needed` alone is all that is said.
    pub fn why_none(&mut self, which: &Which) -> Result<String, ParseError> {
        const FILLERS: [&str; 3] = ["needed", "required", "necessary"];
        const REASONS: [&str; 6] = ["because", "since", "as", "it", "we", "the"];
        let why = self.reason(which, "WHY…")?;
        let mut words = why.split_whitespace();
        let first = words.next().unwrap_or_default();
        if !FILLERS.contains(&bare(first).to_lowercase().as_str()) {
            return Ok(why);
        }
        let rest = why.get(first.len()..).unwrap_or_default().trim_start();
        let begins_a_reason = first.ends_with([',', ':', ';'])
            || words
                .next()
                .is_some_and(|word| REASONS.contains(&word.to_lowercase().as_str()));
        Ok(if begins_a_reason && !rest.is_empty() {
            rest.to_owned()
        } else {
            format!("none {why}")
        })
    }

    /// A note that stands behind `--` in any case.
    pub fn note_behind_dashes(&mut self, which: &Which, argument: &'static str) -> Result<String, ParseError> {
        let Some(word) = self.peek() else {
            return Ok(String::new());
        };
        if let (None, Which::Named(id)) = (behind_dashes(self.rest), which) {
            self.signs_one(*id)?;
        }
        match (behind_dashes(self.rest), which) {
            (None, Which::Omitted { .. }) => Err(self.no_guess(argument, word)),
            (None, Which::Named(_)) => {
                self.note_signs(without_dashes(self.rest))?;
                Err(ParseError::NoteWithoutDashes {
                    row: self.row,
                    plain: self.typed(&[self.before().trim_end_matches(SIGNS)]),
                    with_note: self.typed(&[self.before().trim_end_matches(SIGNS), "--", without_dashes(self.rest)]),
                    note: without_dashes(self.rest).to_owned(),
                })
            }
            (Some(note), _) => {
                self.note_signs(note)?;
                self.optional_reason(which, argument)
            }
        }
    }

    /// What somebody says of an RFR, as a question or an answer. Where none is named it does not begin with one.
    pub fn words_on(&mut self, which: &Which, argument: &'static str) -> Result<String, ParseError> {
        if let Some(behind) = behind_dashes(self.rest) {
            self.rest = behind;
        } else if let Which::Omitted { .. } = which
            && self.names_another().is_some()
            && let Some(word) = self.peek()
        {
            return Err(self.no_guess(argument, word));
        }
        let text = self.text(argument)?;
        if says_nothing(&text) {
            return Err(self.missing(argument));
        }
        Ok(self.with_accounts(&text))
    }

    /// A text in which whoever is mentioned by a Matrix id stands as the account that everybody knows.
    fn with_accounts(&self, text: &str) -> String {
        let account = |word: &str| {
            let id = word.trim_end_matches([':', ',', ';', '.', '?', '!', ')']);
            let account = self
                .vocabulary
                .account(id)
                .filter(|_| id.starts_with('@') && id.contains(':'))?;
            let is_known = self.vocabulary.knows_account(&account);
            is_known.then(|| format!("@{}{}", account.as_str(), &word[id.len()..]))
        };
        let words = text.split(' ');
        let words = words.map(|word| account(word).map_or(std::borrow::Cow::Borrowed(word), std::borrow::Cow::Owned));
        words.collect::<Vec<_>>().join(" ")
    }
}

/// The slot of a usage that stands where a text should: `REASON…`, `WHY...`, `<TITLE>`.
fn slot(text: &str) -> Option<&'static str> {
    let bare = text.trim().trim_matches(['<', '>', '[', ']', '…', '.']);
    SLOTS.into_iter().find(|slot| *slot == bare)
}

/// The text without the last courtesy.
fn without_please(text: &str) -> &str {
    let end = text.trim_end_matches(['.', '!', ' ']);
    let is_courtesy = |word: &str| {
        ["please", "pls", "plz"]
            .iter()
            .any(|said| said.eq_ignore_ascii_case(word))
    };
    match end.rsplit_once(char::is_whitespace) {
        Some((before, last)) if is_courtesy(last) => before.trim_end().trim_end_matches(','),
        None if is_courtesy(end) => "",
        Some(_) | None => text,
    }
}

/// Is it empty, or nothing but signs, such as `?` and `...`?
pub(super) fn says_nothing(text: &str) -> bool {
    text.chars()
        .all(|letter| letter.is_ascii_punctuation() || letter == '\u{2026}' || letter.is_whitespace())
}

/// The words behind dashes that stick to them.
pub(super) fn without_dashes(text: &str) -> &str {
    text.trim_start_matches(['-', '\u{2014}', '\u{2013}', ' '])
}

/// What stands behind `--`, or behind the long dash that some clients make of it. It is a word of its own: dashes that
/// stick to a word may be meant in another way.
pub(super) fn behind_dashes(text: &str) -> Option<&str> {
    let (dashes, behind) = text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()));
    let is_mark = dashes.starts_with("--") && dashes.bytes().all(|byte| byte == b'-') || dashes == "\u{2014}";
    is_mark.then(|| behind.trim_start())
}

/// Refuses a text that is longer than may be kept.
pub(in crate::command) fn within(argument: &'static str, text: &str, limit: usize) -> Result<(), ParseError> {
    let length = text.chars().count();
    if length > limit {
        return Err(ParseError::TooLong {
            argument,
            limit,
            length,
        });
    }
    Ok(())
}
