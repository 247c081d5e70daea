//! A long answer in one line.

use super::Wording;
use super::changes::MIND;
use super::outlook::state;
use crate::command::Query;
use crate::rfr::outlook::Outlook;
use crate::text::{Message, Paragraph, Span};

/// How many names a line lists.
const NAMED: usize = 12;

impl Wording {
    /// What a change did in one line, with what its author should mind.
    pub fn change_in_short(&self, whole: &Message) -> Paragraph {
        let is_warning = |line: &&Paragraph| matches!(line.0.first(), Some(Span::Text(text)) if text.starts_with(MIND));
        let first = whole.0.first().cloned().unwrap_or_default();
        let warnings = whole.0.iter().skip(1).filter(is_warning);
        let line = warnings.fold(first, |line, warning| line.text(" ").then(warning.clone()));
        line.text(" … ").code(self.type_this("more"))
    }

    /// An answer in one line; `None` where it was asked for in full.
    pub fn in_short(&self, query: &Query, outlook: Option<&Outlook<'_>>, whole: &Message) -> Option<Paragraph> {
        let mut lines = whole.0.iter();
        let (first, second) = (lines.next()?.clone(), lines.next());
        let line = match query {
            Query::Status(_) => self.one_line(outlook?),
            Query::Next(_) => {
                let outlook = outlook.filter(|outlook| outlook.rfr.is_open())?;
                let name = Paragraph::new().strong(outlook.rfr.name.clone()).text(": ");
                name.then(state(outlook, true)).text(".")
            }
            Query::Overview | Query::List(_) | Query::Several(_) | Query::Search(_) | Query::Since(_) => {
                named(first, whole)
            }
            // What waits longest, and the line to sign with.
            Query::Todo(_) | Query::Review(_) | Query::History(_) | Query::FreezeBreaks | Query::Reminders(_) => {
                let begins = if let Query::Review(_) = query {
                    let name = first.0.iter().find(|span| matches!(span, Span::Strong(_)));
                    Paragraph(name.cloned().into_iter().collect()).text(": ")
                } else {
                    first.text(" ")
                };
                begins.then(second.cloned().unwrap_or_default())
            }
            Query::Links(_)
            | Query::Sops(_)
            | Query::Url(_)
            | Query::Board(_)
            | Query::Who(_)
            | Query::Questions(_)
            | Query::Focus
            | Query::Freeze
            | Query::Freezes
            | Query::Away
            | Query::Mail
            | Query::Tickets
            | Query::Digest => first,
            // These explain something, or are what was asked for at length.
            Query::Friendly(_)
            | Query::Why
            | Query::WhoAmI
            | Query::Prefs
            | Query::More
            | Query::Help(_)
            | Query::Version => return None,
        };
        Some(line.text(" … ").code(self.type_this("more")))
    }
}

/// The first line with the names that begin the others.
fn named(first: Paragraph, whole: &Message) -> Paragraph {
    let names: Vec<&str> = whole
        .0
        .iter()
        .skip(1)
        .filter_map(|line| match line.0.first() {
            Some(Span::Strong(name)) => Some(name.as_str()),
            Some(Span::Text(_) | Span::Code(_) | Span::Link(_) | Span::Person(_)) | None => None,
        })
        .collect();
    if names.is_empty() {
        return first;
    }
    let more = names.len().saturating_sub(NAMED);
    let listed = names.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    let line = first.text(" ").strong(listed);
    match more {
        0 => line.text("."),
        more => line.text(format!(" and {more} more.")),
    }
}
