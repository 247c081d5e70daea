//! The mail about what was not mailed on a day with too many mails about one RFR.

use super::{Body, LONGEST_IN_SUBJECT, Letter, named};
use crate::rfr::{HeldBack, Rfr};
use crate::text::count;
use crate::wording::Wording;
use crate::wording::phrases::cut;

impl Wording {
    /// The day is over: how many mails it held back, and of which subjects.
    pub fn held_back_letter(&self, rfr: &Rfr, held: &HeldBack) -> Letter {
        let day = held.since.date_naive();
        let number = usize::try_from(held.count).unwrap_or(usize::MAX);
        let (mails, were) = (count(number, "mail", "mails"), if number == 1 { "was" } else { "were" });
        let mut subjects: Vec<String> = held
            .subjects
            .iter()
            .map(|subject| format!("“{}”", cut(subject, LONGEST_IN_SUBJECT)))
            .collect();
        let more = number.saturating_sub(subjects.len());
        if more > 0 {
            subjects.push(format!("and {more} more"));
        }
        let now = rfr.ended.as_ref().map_or_else(
            || format!("It is in {} now", rfr.called(rfr.phase)),
            |_| "It has ended".to_owned(),
        );
        let body = Body::new()
            .paragraph(format!(
                "{mails} about {} {were} held back on {day}, as the list had enough about it for a day: {}.",
                named(rfr),
                subjects.join(", ")
            ))
            .paragraph(format!(
                "{now}; in chat “{}” shows what happened.",
                self.type_this(&format!("history {}", rfr.name))
            ));
        Letter {
            subject: format!("{mails} held back on {day}"),
            body: body.end(),
        }
    }
}
