//! Moving an RFR to another edition: what it would do, and what it did.

use super::Wording;
use super::phrases::named;
use crate::rfr::refusal::Adoption;
use crate::rfr::{ChangeSubject, RfrEvent};
use crate::sop::{Level, Row};
use crate::text::{Message, Paragraph, count};

impl Wording {
    /// What adopting another edition would do, and how to say yes.
    pub(super) fn adoption(&self, adoption: &Adoption, about: ChangeSubject<'_>) -> Message {
        let name = about.name();
        let Adoption {
            from,
            to,
            reason,
            events,
            ..
        } = adoption;
        let mut message = Message::line(Paragraph::new().strong(name.to_owned()).text(format!(
            " would follow {} in place of {}. {}",
            named(*to),
            named(*from),
            difference(adoption)
        )));
        let mut effects = Vec::new();
        for event in events {
            if let RfrEvent::SignOffOutdated { phase, .. } = event {
                effects.push(format!("the {} sign-off no longer counts", from.called(*phase)));
            } else if let RfrEvent::ItemUndone { item, .. } = event {
                effects.push(format!("{item} is to be done again"));
            } else if let RfrEvent::QuestionAsked { number, text, .. } = event {
                let is_answer =
                    |event: &RfrEvent| matches!(event, RfrEvent::QuestionAnswered { number: of, .. } if of == number);
                // What is known already answers it at once.
                if !events.iter().any(is_answer) {
                    effects.push(format!("a question opens, “{text}”"));
                }
            }
        }
        if !effects.is_empty() {
            message.push(Paragraph::new().text(format!("By that: {}.", effects.join("; "))));
        }
        if let Some(rfr) = about.rfr().filter(|rfr| to.called(rfr.phase) != rfr.called(rfr.phase)) {
            message.push(Paragraph::new().text(format!("Its phase is called {} then.", to.called(rfr.phase))));
        }
        message.push(
            Paragraph::new()
                .text("Nothing has changed yet. To do it: ")
                .code(self.type_this(&format!("adopt {name} {} {reason} -- yes", named(*to))))
                .text("."),
        );
        message
    }
}

/// Most rows that are named; beyond it only those that block, and the others are counted.
const MOST_NAMED: usize = 8;

/// What adopting the edition does to the rows of the one before.
pub(super) fn difference(adoption: &Adoption) -> String {
    format!(
        "It adds {}; it drops {}; it changes {}.",
        rows(&adoption.adds),
        rows(&adoption.drops),
        rows(&adoption.changes)
    )
}

fn rows(rows: &[&Row]) -> String {
    let is_named = |row: &&&Row| rows.len() <= MOST_NAMED || row.level != Level::Step;
    let named = rows.iter().filter(is_named);
    let mut named: Vec<String> = named
        .map(|row| format!("{} ({}, {})", row.id, row.phase_name, level(row)))
        .collect();
    if rows.len() > named.len() {
        named.push(count(rows.len() - named.len(), "step", "steps"));
    }
    if named.is_empty() {
        "nothing".to_owned()
    } else {
        named.join(", ")
    }
}

fn level(row: &Row) -> &'static str {
    match row.level {
        Level::Must => "MUST",
        Level::Required => "required",
        Level::Step => "step",
    }
}
