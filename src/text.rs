//! A small rich text: what is said, without saying how a network marks it up.
//!
//! A [`Message`] is a list of paragraphs; each is one line of chat. Rendering never lets user text become
//! anything else: control characters are gone, and no line begins with a sign that another bot takes for a command
//! (`!`, `#`, `.`, …), as the room's meeting bot does.

use serde::{Deserialize, Serialize};

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Span {
    /// Plain words.
    Text(String),
    /// Words that matter: an RFR's name, a phase.
    Strong(String),
    /// Something to type.
    Code(String),
    /// A web address.
    Link(String),
    /// A person who is named but not called: must not highlight.
    Person(String),
}

impl Span {
    /// Its words, as they were given.
    pub fn words(&self) -> &str {
        match self {
            Self::Text(words) | Self::Strong(words) | Self::Code(words) | Self::Link(words) | Self::Person(words) => {
                words
            }
        }
    }
}

/// One line of chat.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Paragraph(pub Vec<Span>);

/// What is said: paragraphs in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Message(pub Vec<Paragraph>);

impl Paragraph {
    /// An empty line to add spans to.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds plain words.
    #[must_use]
    pub fn text(mut self, words: impl Into<String>) -> Self {
        self.0.push(Span::Text(words.into()));
        self
    }

    /// Adds words that matter.
    #[must_use]
    pub fn strong(mut self, words: impl Into<String>) -> Self {
        self.0.push(Span::Strong(words.into()));
        self
    }

    /// Adds something to type.
    #[must_use]
    pub fn code(mut self, words: impl Into<String>) -> Self {
        self.0.push(Span::Code(words.into()));
        self
    }

    /// Adds a web address.
    #[must_use]
    pub fn link(mut self, url: impl Into<String>) -> Self {
        self.0.push(Span::Link(url.into()));
        self
    }

    /// Names a person without calling.
    #[must_use]
    pub fn person(mut self, name: impl Into<String>) -> Self {
        self.0.push(Span::Person(name.into()));
        self
    }

    /// Ends the sentence, unless it ends already.
    #[must_use]
    pub fn full_stop(self) -> Self {
        if self.plain().ends_with(['.', '?', '!', '…', ':']) {
            self
        } else {
            self.text(".")
        }
    }

    /// Adds all spans of another paragraph.
    #[must_use]
    pub fn then(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    /// The line as plain text: safe to show anywhere, never with a control character, never beginning like a command of
    /// another bot.
    pub fn plain(&self) -> String {
        let mut line = String::new();
        for span in &self.0 {
            match span {
                Span::Text(words) | Span::Strong(words) | Span::Link(words) | Span::Person(words) => {
                    push_clean(&mut line, words);
                }
                Span::Code(words) => {
                    line.push('`');
                    push_clean(&mut line, words);
                    line.push('`');
                }
            }
        }
        guard(line)
    }
}

/// Adds words without their control characters.
fn push_clean(line: &mut String, words: &str) {
    line.extend(words.chars().map(|c| if c.is_control() { ' ' } else { c }));
}

/// Does a line begin with a sign that some bot takes for a command: `!topic`, `#info`, `.weather`, `！topic`? Blanks before
/// it do not help.
pub fn begins_like_a_command(line: &str) -> bool {
    let first = line.trim_start().chars().next();
    // The full-width forms of the signs of ASCII, one by one.
    let narrow = first.and_then(|c| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        '\u{fe57}' => Some('!'),
        '\u{fe5f}' => Some('#'),
        '\u{fe6b}' => Some('@'),
        '\u{203c}' | '\u{2757}' => Some('!'),
        c => Some(c),
    });
    narrow.is_some_and(|c| "!#.,@?$%&~^;:+-=|/\\>".contains(c))
}

/// Keeps a line from being read as a command of another bot.
fn guard(line: String) -> String {
    if begins_like_a_command(&line) {
        format!("· {line}")
    } else {
        line
    }
}

impl Message {
    /// A message of one line.
    pub fn line(paragraph: Paragraph) -> Self {
        Self(vec![paragraph])
    }

    /// Adds a line.
    pub fn push(&mut self, paragraph: Paragraph) {
        self.0.push(paragraph);
    }

    /// All lines as plain text.
    pub fn plain_lines(&self) -> Vec<String> {
        self.0.iter().map(Paragraph::plain).collect()
    }
}

impl From<Paragraph> for Message {
    fn from(paragraph: Paragraph) -> Self {
        Self::line(paragraph)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_begins_like_a_command_of_another_bot() {
        for sign in "!#.,@?$%&~^;:+-=|/\\>\u{ff01}\u{ff03}\u{ff0e}\u{ff20}\u{203c}".chars() {
            for words in [format!("{sign}topic x"), format!("  {sign}topic"), sign.to_string()] {
                let line = Paragraph::new().text(words.clone()).plain();
                assert!(line.starts_with("· "), "{words:?}: {line:?}");
            }
        }
        for words in ["badges: noted: !topic", "“!topic”", "(1) x", "2026-12-03"] {
            assert_eq!(Paragraph::new().text(words).plain(), words);
        }
    }
}
