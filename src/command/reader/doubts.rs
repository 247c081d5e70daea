//! Words that say the opposite of what a verb would record: not done, not decided, only if.

use super::{Reader, bare, behind_dashes};
use crate::command::Which;
use crate::command::error::ParseError;
use crate::rfr::RfrId;

/// Words of a note that say that something is not done, or not yet.
const NOT_DONE: [&str; 30] = [
    "not",
    "never",
    "failed",
    "fails",
    "failing",
    "rejected",
    "missing",
    "broken",
    "pending",
    "incomplete",
    "unfinished",
    "wip",
    "tbd",
    "tba",
    "todo",
    "tomorrow",
    "soon",
    "later",
    "almost",
    "nearly",
    "partly",
    "half",
    "yet",
    "unknown",
    "blocked",
    "red",
    "rolled",
    "reverted",
    "cannot",
    "only",
];

/// Beginnings of a text that says that nothing is decided or known.
const UNDECIDED: [&str; 22] = [
    "tbd",
    "tba",
    "undecided",
    "not decided",
    "not yet",
    "to be decided",
    "to be done",
    "pending",
    "unknown",
    "later",
    "no idea",
    "don't know",
    "dont know",
    "do not know",
    "i don't know",
    "i dont know",
    "i do not know",
    "i'm not sure",
    "not sure",
    "maybe",
    "perhaps",
    "should it",
];

/// Words of a condition, or against what was said before.
const CONDITIONS: [&str; 12] = [
    "if", "unless", "once", "when", "after", "but", "until", "provided", "assuming", "not", "except", "only",
];

/// In how many words of a note it would say so: a longer one explains.
const FIRST_WORDS: usize = 5;

/// Does a text say that something is not done?
pub(super) fn says_not_done(text: &str) -> bool {
    text.split_whitespace()
        .take(FIRST_WORDS)
        .map(|word| bare(word).to_lowercase())
        .any(|word| NOT_DONE.contains(&word.as_str()) || word.ends_with("n't") || word.ends_with("n\u{2019}t"))
}

/// Does a text put off what it is about?
fn says_later(text: &str) -> bool {
    const LATER: [&str; 8] = ["yet", "soon", "later", "tomorrow", "tbd", "tba", "todo", "next"];
    let mut words = text.split_whitespace().map(|word| bare(word).to_lowercase());
    words.any(|word| LATER.contains(&word.as_str()))
}

/// Does a text begin with one of these, as whole words?
fn begins_with(text: &str, beginnings: &[&str]) -> bool {
    let text = text.trim().to_lowercase().replace('\u{2019}', "'");
    beginnings.iter().any(|begins| {
        let behind = text.strip_prefix(begins);
        behind.is_some_and(|behind| !behind.starts_with(|next: char| next.is_alphanumeric() || next == '-'))
    })
}

impl Reader<'_> {
    /// A decision or an answer that says that there is none is no decision: it is offered as a note.
    pub fn is_decided(&self) -> Result<(), ParseError> {
        if behind_dashes(self.rest).is_some() || !begins_with(self.rest, &UNDECIDED) {
            return Ok(());
        }
        let mut before: Vec<&str> = self.before().split_whitespace().collect();
        let name = before.iter().position(|word| self.rfr(word).is_some());
        let name = name.map_or("RFR", |at| bare(before.remove(at)));
        let line = format!("note {name} {} {}", before.join(" "), self.rest);
        Err(ParseError::Offered(vec![line]))
    }

    /// A reason why something is not needed that only puts it off is none: it is offered as a note.
    pub fn is_needless(&self) -> Result<(), ParseError> {
        if behind_dashes(self.rest).is_some() || !says_later(self.rest) {
            return Ok(());
        }
        let name = self.before().split_whitespace().find(|word| self.rfr(word).is_some());
        let name = name.map_or("RFR", bare);
        Err(ParseError::Offered(vec![format!(
            "note {name} no document: {}",
            self.rest
        )]))
    }

    /// Nothing that is said only under a condition counts: the line without it is offered.
    pub fn unconditional(&self) -> Result<(), ParseError> {
        let words = self.rest.split_whitespace().map(|word| bare(word).to_lowercase());
        let is_condition = |word: &String| CONDITIONS.contains(&word.as_str());
        if behind_dashes(self.rest).is_some() || !words.take(4).any(|word| is_condition(&word)) {
            return Ok(());
        }
        Err(ParseError::Offered(vec![self.typed(&[self.before()])]))
    }

    /// A sign-off signs one RFR, and no condition: what stands behind it is offered in lines of their own, or left out.
    pub(super) fn signs_one(&self, signed: RfrId) -> Result<(), ParseError> {
        let joining = |word: &&str| ["and", "&", "+", ","].contains(word);
        let Some(first) = self.rest.split_whitespace().find(|word| !joining(word)) else {
            return Ok(());
        };
        let before = self.before().trim_end_matches([',', ' ']);
        let line = self.typed(&[before]);
        if self.rfr(first).is_some_and(|other| other != signed) {
            let words = before.split_whitespace();
            let other: Vec<&str> = words
                .map(|word| if self.rfr(word).is_some() { bare(first) } else { word })
                .collect();
            return Err(ParseError::Offered(vec![line, self.typed(&other)]));
        }
        if CONDITIONS.contains(&bare(first).to_lowercase().as_str()) {
            return Err(ParseError::Offered(vec![line]));
        }
        Ok(())
    }

    /// `dec 4 is impossible`: what stands behind a date takes it back.
    pub fn date_stands(&self) -> Result<(), ParseError> {
        const BACK: [&str; 10] = [
            "if", "unless", "is", "isn't", "does", "doesn't", "not", "never", "but", "provided",
        ];
        let first = self.peek().map(|word| bare(word).to_lowercase()).unwrap_or_default();
        if BACK.contains(&first.as_str()) {
            return Err(ParseError::Offered(vec![self.typed(&[self.before()])]));
        }
        Ok(())
    }

    /// A reason that is one word naming a part of the RFR: that part is meant, not the RFR.
    pub fn whole_rfr(&self, which: &Which) -> Result<(), ParseError> {
        let mut words = self
            .rest
            .split_whitespace()
            .filter(|word| !["from", "the", "its", "of"].contains(word));
        let (Some(word), Which::Named(_)) = (words.next(), which) else {
            return Ok(());
        };
        let (word, behind) = (bare(word), words.next());
        let name = self.before().split_whitespace().find(|word| self.rfr(word).is_some());
        let name = name.map(bare).unwrap_or_default();
        let is_alone = behind.is_none();
        let line = match word.to_lowercase().as_str() {
            "hold" if is_alone => format!("release {name}"),
            "link" | "links" => format!("links {name}"),
            "date" if is_alone => format!("undone {name} schedule REASON…"),
            _ if is_alone && self.is_known_account(word) => format!("people {name} remove {word}"),
            lower
                if is_alone
                    && self
                        .vocabulary
                        .editions(None)
                        .iter()
                        .any(|edition| edition.rows().iter().any(|row| row.id == lower)) =>
            {
                format!("undone {name} {lower} REASON…")
            }
            _ => return Ok(()),
        };
        Err(ParseError::Offered(vec![line]))
    }
}
