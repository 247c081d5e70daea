//! Sentences about who is away.

use super::Wording;
use super::freezes::days;
use super::phrases::{date, quoted};
use crate::calendar::{Absence, Span};
use crate::people::Account;
use crate::text::Paragraph;
use chrono::NaiveDate;

impl Wording {
    /// Somebody will be away.
    pub fn away(&self, by: &Account, span: Span, note: &str) -> Paragraph {
        Paragraph::new()
            .text("Noted: ")
            .person(by.as_str())
            .text(format!(
                " is away from {} to {}{}; ",
                date(span.from()),
                date(span.to()),
                quoted(note)
            ))
            .code(self.type_this("back"))
            .text(" ends it.")
    }

    /// That absence is known.
    pub fn already_away(&self, span: Span) -> Paragraph {
        Paragraph::new().text(format!("You were already away for {}; nothing changed.", days(span)))
    }

    /// Somebody is back.
    pub fn back(&self, by: &Account, absence: &Absence, today: NaiveDate) -> Paragraph {
        if absence.span.from() > today {
            return Paragraph::new()
                .text("Noted: ")
                .person(by.as_str())
                .text(format!(" is not away for {} after all.", days(absence.span)));
        }
        Paragraph::new()
            .text("Welcome back, ")
            .person(by.as_str())
            .text(format!(": the absence of {} ends today.", days(absence.span)))
    }

    /// Nobody thought that this person was away.
    pub fn not_away(&self) -> Paragraph {
        Paragraph::new().text("You are not away as far as I know; nothing changed.")
    }
}
