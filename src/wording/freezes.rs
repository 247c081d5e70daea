//! What is said about freezes, freeze breaks and absences.

use super::Wording;
use super::phrases::{date, day, group, joined, people};
use super::rules::last_refusal;
use crate::calendar::{
    CalendarKind, DaySpan, Expected, ExpectedBy, FreezeAlready, FreezeBook, FreezeFact, FreezeKey, FreezeRefusal,
    InForce, Initiator, Overdue, Source, StartOrLift,
};
use crate::people::{Account, Denied, Right, SYSADMIN_MAIN};
use crate::rfr::outlook::Circumstances;
use crate::text::{Message, Paragraph, count};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeMap;

/// An RFR whose production date lies in a freeze.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caught {
    /// Its name.
    pub name: String,
    /// Its production date.
    pub date: NaiveDate,
    /// The freeze.
    pub freeze: String,
    /// The first day that no freeze covers.
    pub first_free: NaiveDate,
    /// Who should know: the sponsor, the requester and the RFR's people.
    pub people: Vec<Account>,
    /// Did a staging sign-off become outdated by it?
    pub signature_lost: bool,
}

impl Wording {
    /// A right that somebody lacks for a freeze or a freeze break.
    pub fn denied_freeze(&self, denied: &Denied, around: &Circumstances<'_>) -> Message {
        let line = Paragraph::new().text(format!("That is for {}; ", denied.needs.holders()));
        let name = if denied.needs == Right::MainOrReleng {
            "these groups"
        } else {
            SYSADMIN_MAIN
        };
        line.then(group(name, &denied.holders, around))
            .text(". Ask one of them")
            .full_stop()
            .into()
    }

    /// The rule behind that, for `why`.
    pub fn why_denied_freeze(&self, said: Message) -> Message {
        let mut message = last_refusal(said);
        message.push(Paragraph::new().text(
            "House rule: freezes are started and lifted, and freeze breaks approved, by members of sysadmin-main and \
             sysadmin-releng; a break is asked for by those involved in the RFR.",
        ));
        message
    }

    /// A change of a freeze that is not made, and what helps.
    pub fn freeze_refused(&self, refusal: &FreezeRefusal) -> Message {
        let line = Paragraph::new();
        let line = match refusal {
            FreezeRefusal::Unknown(key) => line
                .text(format!("I know no freeze {key}; say first when it is: "))
                .code(self.type_this(&format!("freeze add {key} FROM TO"))),
            FreezeRefusal::WhichFreeze { to, candidates } if candidates.is_empty() => line
                .text(match to {
                    StartOrLift::Lift => "No freeze is in force; nothing changed. All of them: ",
                    StartOrLift::Start => "No freeze is due to start today; name the one that you mean. All of them: ",
                })
                .code(self.type_this("freezes")),
            FreezeRefusal::WhichFreeze { to, candidates } => {
                let verb = match to {
                    StartOrLift::Start => "start",
                    StartOrLift::Lift => "lift",
                };
                let ways = candidates
                    .iter()
                    .map(|key| Paragraph::new().code(self.type_this(&format!("freeze {verb} {key}"))));
                line.text("Which one? ").then(joined(ways.collect(), " or "))
            }
            FreezeRefusal::InForce(key) => line
                .strong(key.to_string())
                .text(" is in force, so it is lifted, not removed: ")
                .code(self.type_this(&format!("freeze lift {key}"))),
            FreezeRefusal::DaysOver(span) => days_over(*span),
        };
        line.full_stop().into()
    }

    /// The rule behind such a refusal, for `why`.
    pub fn why_freeze_refused(&self, said: Message) -> Message {
        let mut message = last_refusal(said);
        message.push(Paragraph::new().text(
            "SOP: changes to frozen hosts need a freeze break request with two approvals, not counting the requester's \
             own; staging is never frozen.",
        ));
        message
    }

    /// It was lifted a moment ago, and these went into production meanwhile.
    pub fn moved_while_lifted(&self, lifted: &crate::calendar::FreezeMark, moved: &[String]) -> Paragraph {
        Paragraph::new().text(format!(
            " It was lifted at {} UTC, and went into production since then: {}.",
            lifted.at.format("%Y-%m-%d %H:%M"),
            moved.join(", ")
        ))
    }

    /// What happened to a freeze, from the book before and after; `None` where that is said of something else already.
    pub fn freeze_told(
        &self,
        fact: &FreezeFact,
        before: &FreezeBook,
        after: &FreezeBook,
        now: DateTime<Utc>,
    ) -> Option<Paragraph> {
        match fact {
            FreezeFact::Started { key, by, .. } => {
                let started = after.in_force(now).into_iter().find(|freeze| freeze.key == *key)?;
                Some(self.freeze_started(key, by, started.expected))
            }
            FreezeFact::Lifted { key, by, .. } => {
                let in_force = before.in_force(now);
                let lifted = in_force.iter().find(|freeze| freeze.key == *key)?;
                Some(Self::freeze_lifted(lifted, by, now.date_naive(), in_force.len() > 1))
            }
            FreezeFact::Added { key, span, by, .. } => {
                let line = Paragraph::new()
                    .text("The freeze ")
                    .strong(key.to_string())
                    .text(format!(" goes from {} to {} (", date(span.from()), date(span.to())))
                    .then(by_whom(by))
                    .text(")");
                Some(match before.predicted(key).map(|predicted| predicted.span) {
                    Some(was) if was != *span => line.text(format!("; it was {}.", days(was))),
                    Some(_) | None => line.text("."),
                })
            }
            FreezeFact::Removed { key, by, .. } => {
                let line = Paragraph::new()
                    .text("There will be no freeze ")
                    .strong(key.to_string())
                    .text(" (")
                    .then(by_whom(by))
                    .text(")");
                Some(match before.predicted(key) {
                    Some(was) => line.text(format!("; it was predicted for {}.", days(was.span))),
                    None => line.text("."),
                })
            }
            FreezeFact::WordTakenBack { .. } => None,
        }
    }

    /// A change of a freeze that would change nothing.
    pub fn freeze_already(&self, already: &FreezeAlready) -> Paragraph {
        match already {
            FreezeAlready::Started { key, since } => Paragraph::new().strong(key.to_string()).text(format!(
                " was already started by {} on {}; nothing changed.",
                cause(&since.by),
                day(since.at)
            )),
            FreezeAlready::NotInForce(key) => Paragraph::new()
                .strong(key.to_string())
                .text(" is not in force; nothing changed. If it is not to come at all: ")
                .code(self.type_this(&format!("freeze remove {key}")))
                .text("."),
            FreezeAlready::Added { key, span } => Paragraph::new()
                .strong(key.to_string())
                .text(format!(" was already recorded for {}; nothing changed.", days(*span))),
            FreezeAlready::NotPredicted(key) => Paragraph::new()
                .text("Nobody predicts a freeze ")
                .strong(key.to_string())
                .text("; nothing changed. All of them: ")
                .code(self.type_this("freezes"))
                .text("."),
        }
    }

    /// A freeze is in force now.
    fn freeze_started(&self, key: &FreezeKey, by: &Initiator, expected: Expected) -> Paragraph {
        Paragraph::new()
            .text("The freeze ")
            .strong(key.to_string())
            .text(" is in force now (")
            .then(by_whom(by))
            .text(format!("), {}. Production moves only with ", expected_end(expected)))
            .code(self.type_this("freeze-break request RFR REASON"))
            .text("; staging is not frozen.")
    }

    /// A freeze was started days before its first day, which may be a slip. It may begin a day early: that is usual.
    pub fn freeze_starts_early(&self, fact: &FreezeFact, book: &FreezeBook) -> Option<Paragraph> {
        let FreezeFact::Started { key, at, .. } = fact else {
            return None;
        };
        let predicted = book.predicted(key)?;
        let first = predicted.span.from();
        let ahead = usize::try_from((first - at.date_naive()).num_days()).ok();
        let ahead = ahead.filter(|days| *days > 1)?;
        Some(
            Paragraph::new()
                .text(format!(
                    "Mind: its first day is {} ({}), in {}, and it is in force from today on. If that was a slip: ",
                    date(first),
                    source(predicted.source),
                    count(ahead, "day", "days")
                ))
                .code(self.type_this(&format!("freeze lift {key}")))
                .text("."),
        )
    }

    /// A freeze is over.
    fn freeze_lifted(freeze: &InForce, by: &Initiator, today: NaiveDate, others: bool) -> Paragraph {
        let days = usize::try_from((today - freeze.since.day()).num_days() + 1).unwrap_or(1);
        Paragraph::new()
            .text("The freeze ")
            .strong(freeze.key.to_string())
            .text(" is lifted (")
            .then(by_whom(by))
            .text(format!(
                ") after {}; {}.",
                count(days, "day", "days"),
                if others {
                    "another one is still in force"
                } else {
                    "production may change again"
                }
            ))
    }

    /// Freeze breaks that are not done end with their freeze: number and RFR of each.
    pub fn breaks_expired(&self, expired: &[(u32, String)]) -> Paragraph {
        let named: Vec<String> = expired
            .iter()
            .map(|(number, rfr)| format!("{number} ({rfr})"))
            .collect();
        let (what, verb) = if let [_] = named.as_slice() {
            ("Freeze break", "expires with it: nobody said that it was done.")
        } else {
            ("Freeze breaks", "expire with it: nobody said that they were done.")
        };
        Paragraph::new().text(format!("{what} {} {verb}", named.join(", ")))
    }

    /// An RFR whose production date is inside a freeze since just now.
    pub fn caught(&self, caught: &Caught) -> Paragraph {
        let line = Paragraph::new()
            .strong(caught.name.clone())
            .text(format!(
                ": its production date, {}, is in the freeze {} now",
                date(caught.date),
                caught.freeze
            ))
            .text(if caught.signature_lost {
                ", so its staging sign-off is outdated"
            } else {
                ""
            })
            .text(". It concerns ")
            .then(people(&caught.people))
            .text(format!("; the first free day is {}: ", date(caught.first_free)));
        line.code(self.type_this(&format!("schedule {} {}", caught.name, caught.first_free)))
            .text(".")
    }

    /// What is frozen now and next, whose dates it touches, and which calendars could not be read.
    pub fn freeze(
        &self,
        book: &FreezeBook,
        affected: &[Caught],
        unread: &BTreeMap<(CalendarKind, String), String>,
        now: DateTime<Utc>,
    ) -> Message {
        let today = now.date_naive();
        let mut message = Message::default();
        let overdue = book.overdue(now);
        for freeze in book.in_force(now) {
            let late = overdue.iter().find(|late| late.freeze.key == freeze.key);
            let line = Paragraph::new().strong(freeze.key.to_string()).text(format!(
                " is in force since {} (started by {}), ",
                date(freeze.since.day()),
                cause(&freeze.since.by)
            ));
            message.push(match late {
                Some(late) => line.then(self.lift_it(late)),
                None => line.text(format!(
                    "{}; {}.",
                    expected_end(freeze.expected),
                    left((freeze.expected.to - today).num_days())
                )),
            });
        }
        if message.0.is_empty() {
            message.push(Paragraph::new().text("No freeze is in force."));
        }
        for due in book.start_due(now) {
            message.push(
                Paragraph::new()
                    .strong(due.key.to_string())
                    .text(format!(
                        " is predicted for {} ({}; {}), and nobody has started it. Is it time? ",
                        days(due.prediction.span),
                        source(due.prediction.source),
                        left((due.prediction.span.to() - today).num_days())
                    ))
                    .code(self.type_this(&format!("freeze start {}", due.key)))
                    .text("."),
            );
        }
        message.push(match book.next_after(today) {
            Some((key, next)) => Paragraph::new().text("Next: ").strong(key.to_string()).text(format!(
                " from {} to {} ({}), in {}.",
                date(next.span.from()),
                date(next.span.to()),
                source(next.source),
                count(
                    usize::try_from((next.span.from() - today).num_days()).unwrap_or(0),
                    "day",
                    "days"
                )
            )),
            None => Paragraph::new().text("No other freeze is predicted."),
        });
        if !affected.is_empty() {
            let inside = affected.iter().map(|caught| {
                Paragraph::new().strong(caught.name.clone()).text(format!(
                    " ({}, {})",
                    date(caught.date),
                    caught.freeze
                ))
            });
            message.push(
                Paragraph::new()
                    .text("Production dates in a freeze: ")
                    .then(joined(inside.collect(), ", "))
                    .text("."),
            );
        }
        for ((kind, file), why) in unread {
            message.push(self.calendar_unread(*kind, file, why));
        }
        message
    }

    fn lift_it(&self, late: &Overdue) -> Paragraph {
        Paragraph::new()
            .text(format!(
                "and its predicted end was {}: lift it? ",
                date(late.freeze.expected.to)
            ))
            .code(self.type_this(&format!("freeze lift {}", late.freeze.key)))
            .text(".")
    }
}

/// `2026-08-25 to 2026-09-16`.
pub(super) fn days(span: DaySpan) -> String {
    if span.from() == span.to() {
        span.from().to_string()
    } else {
        format!("{} to {}", span.from(), span.to())
    }
}

/// Days that are over cannot be recorded.
pub(super) fn days_over(span: DaySpan) -> Paragraph {
    Paragraph::new().text(format!(
        "{} is over; a freeze or an absence is recorded for days to come",
        span.to()
    ))
}

pub(super) fn keys(keys: &[FreezeKey]) -> String {
    let names: Vec<String> = keys.iter().map(FreezeKey::to_string).collect();
    names.join(" and ")
}

fn by_whom(cause: &Initiator) -> Paragraph {
    match cause {
        Initiator::Person(account) => Paragraph::new().person(account.as_str()),
        Initiator::Calendar => Paragraph::new().text("by itself, as predicted"),
        Initiator::Flag => Paragraph::new().text("by the infra repository's flag"),
    }
}

pub(super) fn cause(cause: &Initiator) -> &str {
    match cause {
        Initiator::Person(account) => account.as_str(),
        Initiator::Calendar => "the calendar",
        Initiator::Flag => "the infra repository's flag",
    }
}

pub(super) fn source(source: Source) -> &'static str {
    match source {
        Source::Import => "by the calendar",
        Source::Config => "by the config",
        Source::Human => "by command",
    }
}

pub(super) fn left(days: i64) -> String {
    match usize::try_from(days) {
        Ok(0) => "today is its last day".to_owned(),
        Ok(days) => format!("{} left", count(days, "day", "days")),
        Err(_) => "it should be over".to_owned(),
    }
}

fn expected_end(expected: Expected) -> String {
    match expected.by {
        ExpectedBy::Predicted(by) => format!("expected to end after {} ({})", date(expected.to), source(by)),
        ExpectedBy::UsualLength => {
            format!(
                "expected to end after {} (the usual length; no source says)",
                date(expected.to)
            )
        }
    }
}
