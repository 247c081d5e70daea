//! Mails to the list: what list readers want to know, in plain sentences, with what they can do about it.
//!
//! Wrapping, addresses and headers are the composer's. A line that begins with four spaces or `- ` is kept by itself.

mod freeze_break;
mod held_back;
mod progress;
mod reminder;
mod report;
mod summary;

pub use progress::MoveReason;

use crate::rfr::Rfr;

/// A mail's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The subject, without the RFR's name in brackets.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// How much of a user's words a subject repeats.
const LONGEST_IN_SUBJECT: usize = 70;

/// Paragraphs and lists, one after the other.
#[derive(Default)]
struct Body(Vec<String>);

impl Body {
    fn new() -> Self {
        Self::default()
    }

    fn paragraph(mut self, words: impl Into<String>) -> Self {
        self.0.push(words.into());
        self
    }

    /// A list under a line of its own; nothing where there is nothing to list.
    fn list(mut self, title: &str, items: &[String]) -> Self {
        if !items.is_empty() {
            let items: Vec<String> = items.iter().map(|item| format!("- {item}")).collect();
            self.0.push(format!("{title}\n\n{}", items.join("\n")));
        }
        self
    }

    fn facts(mut self, facts: &[(&str, String)]) -> Self {
        let widest = facts.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
        let lines: Vec<String> = facts
            .iter()
            .map(|(name, value)| format!("    {:<width$} {value}", format!("{name}:"), width = widest + 1))
            .collect();
        self.0.push(lines.join("\n"));
        self
    }

    fn end(self) -> String {
        let mut body = self.0.join("\n\n");
        body.push('\n');
        body
    }
}

/// `badges (Badges for everyone)`.
fn named(rfr: &Rfr) -> String {
    format!("{} ({})", rfr.name, rfr.title)
}

/// How comments reach the RFR.
fn invitation() -> &'static str {
    "Comments, doubts and questions are welcome, here on the list. A line of yours that begins with “Question:” can be \
     recorded with the request, and one that begins with “Answer N:” as the answer to its question N."
}
