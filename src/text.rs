//! A small rich text: what is said, independent of a network's markup.
//!
//! A [`Message`] is a list of paragraphs; each is one line of chat. Rendering never lets user text become anything else
//! (see [`crate::visible`]).

use crate::visible;
use serde::{Deserialize, Serialize};
use std::fmt;

/// `1 day`, `3 days`.
pub fn count<N: fmt::Display + Copy + PartialEq + From<u8>>(number: N, one: &str, many: &str) -> String {
    let word = if number == N::from(1) { one } else { many };
    format!("{number} {word}")
}

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Span {
    /// Plain text.
    Text(String),
    /// Important text: an RFR's name, a phase.
    Strong(String),
    /// Something to type.
    Code(String),
    /// A web address.
    Link(String),
    /// A person who is named but must not be highlighted.
    Person(String),
}

impl Span {
    /// Its text, as given.
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

/// A message: paragraphs in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Message(pub Vec<Paragraph>);

impl Paragraph {
    /// An empty line to add spans to.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds plain text.
    #[must_use]
    pub fn text(mut self, words: impl Into<String>) -> Self {
        self.0.push(Span::Text(words.into()));
        self
    }

    /// Adds important text.
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

    /// Names a person without a highlight.
    #[must_use]
    pub fn person(mut self, name: impl Into<String>) -> Self {
        self.0.push(Span::Person(name.into()));
        self
    }

    /// Ends the sentence, unless it has ended.
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

    /// The line as plain text: safe anywhere, with nothing hidden, and never starting like another bot's command.
    pub fn plain(&self) -> String {
        let mut line = String::new();
        for span in &self.0 {
            match span {
                Span::Text(words) | Span::Strong(words) | Span::Link(words) | Span::Person(words) => {
                    visible::push(&mut line, words);
                }
                Span::Code(words) => {
                    line.push('`');
                    visible::push(&mut line, words);
                    line.push('`');
                }
            }
        }
        if self.begins_like_a_command() {
            format!("· {line}")
        } else {
            line
        }
    }

    /// Could another bot read it as a command? Code starts with its own mark.
    pub(super) fn begins_like_a_command(&self) -> bool {
        let first = self
            .0
            .iter()
            .find(|span| !visible::clean(span.words()).trim().is_empty());
        first.is_some_and(|span| !matches!(span, Span::Code(_)) && visible::begins_like_a_command(span.words()))
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

impl Paragraph {
    /// The line as Markdown. User text stays text.
    pub fn markdown(&self) -> String {
        let mut line = String::new();
        for span in &self.0 {
            let words = visible::clean(span.words());
            match span {
                Span::Strong(_) => line.extend(["**", &literal(&words), "**"]),
                Span::Code(_) => line.extend(["`", &words.replace('`', "'"), "`"]),
                Span::Link(_) if words.starts_with("https://") || words.starts_with("http://") => {
                    line.extend(["<", &words.replace(['<', '>', ' '], ""), ">"]);
                }
                Span::Link(_) | Span::Text(_) | Span::Person(_) => line.push_str(&literal(&words)),
            }
        }
        line
    }
}

/// Words in which nothing is Markdown.
fn literal(words: &str) -> String {
    let mut text = String::new();
    for c in words.chars() {
        if "\\`*_{}[]<>#|~!@".contains(c) {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

impl Message {
    /// All lines as Markdown: the first is a heading, the others are a list.
    pub fn markdown(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for (at, paragraph) in self.0.iter().enumerate() {
            if at == 0 {
                let heading = paragraph.0.iter().map(|span| literal(&visible::clean(span.words())));
                lines.extend([format!("## {}", heading.collect::<String>()), String::new()]);
            } else {
                lines.push(format!("- {}", paragraph.markdown()));
            }
        }
        lines
    }

    /// All lines as items for the minutes of a meeting, whose bot takes lines that begin with `!` or `#` for commands.
    pub fn minutes(&self) -> Vec<String> {
        let item = |(at, line): (usize, String)| if at == 0 { line } else { format!("* {line}") };
        self.plain_lines().into_iter().enumerate().map(item).collect()
    }

    /// Does a line to type leave the name of an RFR to be filled in?
    pub fn lacks_a_name(&self) -> bool {
        let mut spans = self.0.iter().flat_map(|line| &line.0);
        spans.any(|span| matches!(span, Span::Code(words) if words.contains("RFR")))
    }

    /// The same with that RFR's name in each line to type that leaves it to be filled in.
    #[must_use]
    pub fn naming(mut self, name: &str) -> Self {
        for span in self.0.iter_mut().flat_map(|line| &mut line.0) {
            if let Span::Code(words) = span
                && !words.split(' ').any(|word| word == name)
            {
                let named = words.split(' ').map(|word| match word {
                    "RFR" | "[RFR]" | "[RFR…]" => name,
                    word => word,
                });
                *words = named.collect::<Vec<_>>().join(" ");
            }
        }
        self
    }
}

impl From<Paragraph> for Message {
    fn from(paragraph: Paragraph) -> Self {
        Self::line(paragraph)
    }
}
