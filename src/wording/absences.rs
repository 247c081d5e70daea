//! Sentences about who is away.

use super::Wording;
use super::freezes::{days, days_over};
use super::phrases::{date, quoted};
use crate::calendar::{Absence, AbsenceAlready, AbsenceFact, AbsenceRefusal, Absences, DaySpan};
use crate::people::Account;
use crate::text::{Message, Paragraph};
use chrono::NaiveDate;

/// How many days ahead an absence is listed.
const COMING_ABSENCES: u64 = 60;

impl Wording {
    /// What somebody said about their own absence; `before` is what was known until then.
    pub fn absence_told(&self, facts: &[AbsenceFact], before: &Absences, today: NaiveDate) -> Paragraph {
        let said = facts.iter().rev().find_map(|fact| match fact {
            AbsenceFact::Away { account, absence } => Some((account, absence)),
            AbsenceFact::Back { .. } => None,
        });
        let mut after = before.clone();
        for fact in facts {
            after.apply(fact);
        }
        if let Some((account, absence)) = said {
            let was = replaced(facts, &before.of(account.as_str()), today);
            return self.away((account, absence), &was, &after, today);
        }
        let Some(AbsenceFact::Back { account, day }) = facts.first() else {
            return Paragraph::new();
        };
        let line = match before.away_on(account.as_str(), *day) {
            Some(absence) if *day <= today => Paragraph::new()
                .text("Welcome back, ")
                .person(account.as_str())
                .text(format!(": the absence of {} ends today.", days(absence.span))),
            Some(absence) => Paragraph::new()
                .text("Noted: ")
                .person(account.as_str())
                .text(format!(" is not away for {} after all.", days(absence.span))),
            None => return self.absence_already(&AbsenceAlready::NotAway(None)),
        };
        match after.of(account.as_str()).iter().find(|left| left.span.to() >= today) {
            Some(left) => line.then(self.still_away(left.span, today)),
            None => line,
        }
    }

    /// What is left of somebody's absences, and what ends that, too.
    fn still_away(&self, left: DaySpan, today: NaiveDate) -> Paragraph {
        let (when, command, what) = if left.covers(today) {
            ("You are still away for", "back", " ends that.")
        } else {
            ("You are still to be away for", "away cancel", " takes that back.")
        };
        Paragraph::new()
            .text(format!(" {when} {}: ", days(left)))
            .code(self.type_this(command))
            .text(what)
    }

    fn away(
        &self,
        (account, absence): (&Account, &Absence),
        was: &[String],
        after: &Absences,
        today: NaiveDate,
    ) -> Paragraph {
        let Absence { span, note } = absence;
        let line = Paragraph::new().text("Noted: ").person(account.as_str());
        let line = if span.from() == span.to() {
            line.text(format!(" is away on {}", date(span.from())))
        } else {
            line.text(format!(" is away from {} to {}", date(span.from()), date(span.to())))
        };
        let there = after.first_day_there(&[account.as_str()], span.to());
        let there = there.map(|day| format!(", there again on {}", date(day)));
        let line = line.text(format!("{}{}", there.unwrap_or_default(), quoted(note)));
        let line = if was.is_empty() {
            line
        } else {
            line.text(format!(" (in place of {})", was.join(" and ")))
        };
        let known = after.of(account.as_str());
        let next = known.iter().find(|planned| planned.span.from() > today);
        let line = line.text("; ");
        if span.from() <= today {
            return line.code(self.type_this("back")).text(" ends it.");
        }
        let line = line.code(self.type_this("away cancel"));
        match next.filter(|next| next.span.from() < span.from()) {
            Some(next) => line.text(format!(
                " takes your next one back, {}; said again, the one after it.",
                days(next.span)
            )),
            None => line.text(" takes it back."),
        }
    }

    /// A word about an absence that would change nothing.
    pub fn absence_already(&self, already: &AbsenceAlready) -> Paragraph {
        let line = Paragraph::new();
        match already {
            AbsenceAlready::Away(span) => {
                line.text(format!("You were already away for {}; nothing changed.", days(*span)))
            }
            AbsenceAlready::NotAway(None) => line.text("You are not away as far as I know; nothing changed."),
            AbsenceAlready::NotAway(Some(span)) => line
                .text(format!(
                    "You are not away today; nothing changed. You will be for {}: ",
                    days(*span)
                ))
                .code(self.type_this("away cancel"))
                .text(" takes that back."),
            AbsenceAlready::NothingPlanned(None) => {
                line.text("You have said of no coming day that you are away; nothing changed.")
            }
            AbsenceAlready::NothingPlanned(Some(span)) => line
                .text(format!(
                    "You have no absence planned but are away for {} now: ",
                    days(*span)
                ))
                .code(self.type_this("back"))
                .text(" ends that."),
        }
    }

    /// Who is away now, and who will be within the next weeks.
    pub fn absent(&self, absences: &Absences, today: NaiveDate) -> Message {
        let mut message = Message::default();
        for (account, absence) in absences.from_day(today, COMING_ABSENCES) {
            let line = Paragraph::new().person(account);
            let Absence { span, note } = absence;
            let line = if span.covers(today) {
                line.text(format!(" is away until {}", date(span.to())))
            } else if span.from() == span.to() {
                line.text(format!(" will be away on {}", date(span.from())))
            } else {
                line.text(format!(
                    " will be away from {} to {}",
                    date(span.from()),
                    date(span.to())
                ))
            };
            message.push(line.text(quoted(&note)).full_stop());
        }
        if message.0.is_empty() {
            message.push(Paragraph::new().text("Nobody is away, as far as I know."));
        }
        message.push(
            Paragraph::new()
                .code(self.type_this("away until DATE"))
                .text(" says that you are, ")
                .code(self.type_this("away FROM TO"))
                .text(" that you will be."),
        );
        message
    }

    /// An absence that is not recorded.
    pub fn absence_refused(&self, refusal: &AbsenceRefusal) -> Message {
        match refusal {
            AbsenceRefusal::DaysOver(span) => days_over(*span).full_stop().into(),
        }
    }
}

/// The days of known absences that these facts take away, and how long the person is away all the same.
fn replaced(facts: &[AbsenceFact], known: &[Absence], today: NaiveDate) -> Vec<String> {
    let taken_from = |span: DaySpan| {
        let back = facts.iter().filter_map(|fact| match fact {
            AbsenceFact::Back { day, .. } => span.covers(*day).then_some(*day),
            AbsenceFact::Away { .. } => None,
        });
        back.min()
    };
    let mut replaced = Vec::new();
    for absence in known {
        let span = absence.span;
        let Some(first) = taken_from(span) else { continue };
        let taken = days(DaySpan::of(first, span.to()));
        // What has begun is cut, not replaced.
        let kept = first.pred_opt().filter(|last| span.from() <= *last && *last >= today);
        replaced.push(match kept {
            Some(last) => format!("{taken}; still away until {}", date(last)),
            None => taken,
        });
    }
    replaced
}
