//! What happened to an RFR, one line per change.

use super::Wording;
use super::phrases::joined;
use super::text::{Message, Paragraph};
use crate::rfr::{Origin, Rfr, RfrEvent};

impl Wording {
    /// The history of an RFR, newest first; `entries` are oldest first.
    pub fn history(&self, rfr: &Rfr, entries: &[(Origin, RfrEvent)]) -> Message {
        let mut message = Message::default();
        let mut changes: Vec<(&Origin, Vec<&RfrEvent>)> = Vec::new();
        for (origin, event) in entries {
            match changes.last_mut() {
                Some((last, events)) if last.seq == origin.seq => events.push(event),
                Some(_) | None => changes.push((origin, vec![event])),
            }
        }
        let many = changes.len();
        message.push(Paragraph::new().strong(rfr.name.clone()).text(format!(
            ": {}, newest first.",
            super::phrases::count(many, "change", "changes")
        )));
        for (origin, events) in changes.into_iter().rev() {
            let today = origin.at.date_naive();
            let what = events
                .into_iter()
                .map(|event| Self::happened(None, event, today))
                .collect();
            message.push(
                Paragraph::new()
                    .text(format!("{} ", origin.at.format("%Y-%m-%d %H:%M")))
                    .person(origin.by.as_str())
                    .text(": ")
                    .then(joined(what, "; "))
                    .text(format!(" [{}]", origin.place)),
            );
        }
        message
    }
}
