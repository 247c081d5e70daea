//! Sentences about who is away.

use super::Wording;
use super::freezes::{days, days_over};
use super::phrases::{date, quoted};
use crate::calendar::{Absence, AbsenceAlready, AbsenceFact, AbsenceRefusal, Absences};
use crate::text::{Message, Paragraph};
use chrono::NaiveDate;

impl Wording {
    /// What somebody said about the own absence; `before` is what was known until then.
    pub fn absence_told(&self, fact: &AbsenceFact, before: &Absences, today: NaiveDate) -> Paragraph {
        match fact {
            AbsenceFact::Away { account, absence } => {
                let Absence { span, note } = absence;
                Paragraph::new()
                    .text("Noted: ")
                    .person(account.as_str())
                    .text(format!(
                        " is away from {} to {}{}; ",
                        date(span.from()),
                        date(span.to()),
                        quoted(note)
                    ))
                    .code(self.type_this("back"))
                    .text(" ends it.")
            }
            AbsenceFact::Back { account, .. } => match before.now_or_next(account.as_str(), today) {
                Some(absence) if absence.span.from() <= today => Paragraph::new()
                    .text("Welcome back, ")
                    .person(account.as_str())
                    .text(format!(": the absence of {} ends today.", days(absence.span))),
                Some(absence) => Paragraph::new()
                    .text("Noted: ")
                    .person(account.as_str())
                    .text(format!(" is not away for {} after all.", days(absence.span))),
                None => self.absence_already(&AbsenceAlready::NotAway),
            },
        }
    }

    /// A word about an absence that would change nothing.
    pub fn absence_already(&self, already: &AbsenceAlready) -> Paragraph {
        Paragraph::new().text(match already {
            AbsenceAlready::Away(span) => format!("You were already away for {}; nothing changed.", days(*span)),
            AbsenceAlready::NotAway => "You are not away as far as I know; nothing changed.".to_owned(),
        })
    }

    /// An absence that is not recorded.
    pub fn absence_refused(&self, refusal: &AbsenceRefusal) -> Message {
        match refusal {
            AbsenceRefusal::DaysOver(span) => days_over(*span).full_stop().into(),
        }
    }
}
