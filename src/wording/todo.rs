//! What waits for one person: a line for each thing, which ends with the command to paste.

use super::Wording;
use super::denials::not_a_person;
use super::phrases::{LONGEST_WORDS, because, cut, date, day, in_short, joined, listed, since, worded};
use super::remedies::{to_phase, way_to_meet};
use crate::people::{Account, NotAPerson};
use crate::rfr::Rfr;
use crate::rfr::duty::{DEPLOYED, Duty, Waits};
use crate::rfr::gate::{Lack, not_ticked};
use crate::sop::{Phase, Row};
use crate::text::{Message, Paragraph, count};
use chrono::{DateTime, NaiveDate, Utc};

impl Wording {
    /// Everything that waits for a person, oldest first.
    pub fn todo(&self, person: &Account, duties: &[Duty<'_>], now: DateTime<Utc>) -> Message {
        let line = Paragraph::new();
        if duties.is_empty() {
            return line.text("Nothing waits for ").person(person.as_str()).text(".").into();
        }
        let wait = if duties.len() == 1 {
            "thing waits"
        } else {
            "things wait"
        };
        let head = line
            .text(format!("{} {wait} for ", duties.len()))
            .person(person.as_str());
        let mut message = Message::line(head.text(", oldest first:"));
        for duty in duties {
            message.push(self.duty(duty, now));
        }
        message
    }

    /// Whoever asks is nobody whom the bot knows.
    pub fn waits_for_whom(&self, why: &NotAPerson) -> Message {
        Paragraph::new()
            .text("I cannot tell what waits for you: ")
            .then(not_a_person(why))
            .full_stop()
            .text(" Of somebody by name: ")
            .code(self.type_this("todo NAME"))
            .text(".")
            .into()
    }

    /// Nobody of that name is known, and nothing waits for them.
    pub fn knows_nobody(&self, person: &Account) -> Message {
        Paragraph::new()
            .text(format!(
                "I know nobody called {person}, and nothing waits for them. Who takes part in an RFR: "
            ))
            .code(self.type_this("who RFR"))
            .text(".")
            .into()
    }

    /// The person for whom something waits is away.
    pub fn is_away(&self, person: &Account, until: NaiveDate, other: Option<&Account>) -> Paragraph {
        let line = Paragraph::new()
            .person(person.as_str())
            .text(format!(" is away until {}", date(until)));
        match other {
            Some(other) => line
                .text("; of sysadmin-main ")
                .person(other.as_str())
                .text(" is there."),
            None => line.text("."),
        }
    }

    /// Nothing waits for somebody, who takes part in some RFRs.
    pub fn takes_part(&self, person: &Account, in_how_many: usize) -> Paragraph {
        Paragraph::new()
            .person(person.as_str())
            .text(format!(" takes part in {}: ", count(in_how_many, "RFR", "RFRs")))
            .code(self.type_this(&format!("list {person}")))
            .text(".")
    }

    /// The sign-offs that are due, for somebody who did not say which.
    pub fn sign_offs_due(&self, due: &[(&Rfr, &Row)]) -> Message {
        let lines = due.iter().map(|(rfr, row)| self.to_sign(rfr, row));
        Paragraph::new()
            .text("“signoff” needs the phase. What is due: ")
            .then(joined(lines.collect(), " or "))
            .text(".")
            .into()
    }

    /// No sign-off is due from whoever wants to sign.
    pub fn no_sign_off_due(&self, named: Option<&Rfr>) -> Message {
        let line = Paragraph::new().text("“signoff” needs the phase, and no sign-off of yours is due. ");
        let (text, command) = match named {
            Some(rfr) => (format!("Where {} stands: ", rfr.name), format!("next {}", rfr.name)),
            None => ("What waits for you: ".to_owned(), "todo".to_owned()),
        };
        line.text(text).code(self.type_this(&command)).text(".").into()
    }

    fn duty(&self, duty: &Duty<'_>, now: DateTime<Utc>) -> Paragraph {
        let name = &duty.rfr.name;
        let line = Paragraph::new().strong(name.clone()).text(": ");
        let type_it = |words: String| self.type_this(&words);
        let decided_by = |line: Paragraph, words: String| line.text(": ").code(type_it(words));
        match &duty.what {
            Waits::Sponsorship { asked, may_accept } => {
                let to_do = if duty.rfr.sponsor.is_some() {
                    "to take it over"
                } else {
                    "to sponsor it"
                };
                let line = line
                    .person(asked.mark.by.as_str())
                    .text(format!(" asked on {} {to_do}", day(asked.mark.at)));
                if !may_accept {
                    return decided_by(line, format!("decline {name}"));
                }
                let decline = type_it(format!("decline {name}"));
                let line = line.text(" (no: ").code(decline).text(")");
                decided_by(line, format!("accept {name}"))
            }
            Waits::SignOff(row) => {
                let line = line.text(format!(
                    "all but the {} sign-off has been there {}",
                    row.phase_name,
                    since(duty.since, now)
                ));
                match not_ticked(duty.rfr, row.phase) {
                    Some(item) => {
                        let line = line.text(format!("; to sign it, {} first", item.short));
                        decided_by(line, format!("done {name} {}", item.id))
                    }
                    None => decided_by(line, format!("signoff {} {name}", row.phase_name)),
                }
            }
            Waits::Hold(hold) => {
                let reason = because(&cut(&hold.reason, LONGEST_WORDS));
                let line = line.text(format!("on hold {}{reason}; to go on", since(duty.since, now)));
                decided_by(line, format!("release {name}"))
            }
            Waits::Break(found) => {
                let line = line
                    .person(found.requested.by.as_str())
                    .text(format!(
                        " asks for freeze break {}{} (no: ",
                        found.number,
                        because(&cut(&found.reason, LONGEST_WORDS))
                    ))
                    .code(type_it(format!("-1 {} REASON…", found.number)))
                    .text(")");
                decided_by(line, format!("+1 {}", found.number))
            }
            Waits::Question(question) => {
                let line = line.text(format!(
                    "question {}, open {}: “{}”",
                    question.number,
                    since(duty.since, now),
                    cut(&worded(question), LONGEST_WORDS)
                ));
                decided_by(line, format!("answer {name} {} ANSWER…", question.number))
            }
            Waits::Missing(_, Lack::Undecided(topic)) => decided_by(
                line.text(format!("a decision on {topic}")),
                format!("decide {name} {topic} DECISION…"),
            ),
            Waits::Missing(row, _) => decided_by(line.text(in_short(duty.rfr, row)), way_to_meet(row, name)),
            Waits::DateOver {
                date: planned,
                can_tick,
            } => {
                let line = line.text(format!("was to be deployed on {}", date(*planned)));
                if *can_tick {
                    decided_by(line.text("; is it done?"), format!("done {name} {DEPLOYED}"))
                } else {
                    decided_by(line.text("; another date"), format!("schedule {name} DATE"))
                }
            }
            Waits::DateFrozen {
                date: planned,
                freeze,
                first_free,
            } => decided_by(
                line.text(format!(
                    "its day for production, {}, lies in the freeze {freeze}",
                    date(*planned)
                )),
                format!("schedule {name} {first_free}"),
            ),
            Waits::Upkeep(sides) => {
                let names: Vec<&str> = sides.iter().map(|side| side.name()).collect();
                let first = names.first().copied().unwrap_or_default();
                let line = line.text(format!(
                    "nobody has looked after its {} {}",
                    listed(&names),
                    since(duty.since, now)
                ));
                decided_by(line, format!("upkeep {name} {first} WHAT…"))
            }
            Waits::Ready => {
                let line = line.text(format!("ready for {} {}", to_phase(duty.rfr), since(duty.since, now)));
                decided_by(line, format!("advance {name}"))
            }
            Waits::Frozen => {
                let what = if duty.rfr.phase >= Phase::Production {
                    "to be deployed".to_owned()
                } else {
                    format!("ready for {}", to_phase(duty.rfr))
                };
                let line = line.text(format!("{what}, which is frozen; if it cannot wait"));
                decided_by(line, format!("freeze-break request {name} REASON…"))
            }
        }
    }
}
