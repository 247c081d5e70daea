//! Freezes, freeze breaks and absences: what is said of them.

use super::Wording;
use super::phrases::{date, day, group, joined, people};
use super::refusals::last_refusal;
use crate::calendar::{Cause, Expected, ExpectedBy, FreezeBook, InForce, Key, Overdue, Source, Span};
use crate::people::{Account, Denied, Right};
use crate::rfr::freeze_break::{APPROVALS, Standing};
use crate::text::{Message, Paragraph, count};
use chrono::{DateTime, NaiveDate, Utc};

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
    /// Those who should know: the sponsor, the requester and its people.
    pub people: Vec<Account>,
    /// Did a staging sign-off become outdated by it?
    pub signature_lost: bool,
}

/// Why a change of a freeze or a freeze break is not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FreezeRefusal {
    /// Nobody knows a freeze of that name.
    Unknown(Key),
    /// Several freezes could be meant, or none.
    WhichFreeze {
        /// `start` or `lift`.
        verb: &'static str,
        /// Those that could be meant.
        candidates: Vec<Key>,
    },
    /// It is in force; only a lift ends that.
    InForce(Key),
    /// The days are over.
    DaysOver(Span),
    /// No freeze is in force, so there is nothing to break.
    NothingToBreak,
    /// The RFR has ended.
    Ended(String),
    /// There is no such freeze break.
    NoSuchBreak,
    /// The freeze break is done or expired.
    BreakOver(u32, Standing),
    /// The requester's own approval does not count.
    OwnBreak(u32),
}

impl Wording {
    /// A right that somebody lacks for a freeze or a freeze break.
    pub fn denied_freeze(&self, denied: &Denied, around: &[Account]) -> Message {
        let line = Paragraph::new().text(format!("That is for {}; ", denied.needs.holders()));
        let name = match denied.needs {
            Right::MainOrReleng => "these groups",
            _ => crate::people::SYSADMIN_MAIN,
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

    /// A change that is not made, and what helps.
    pub fn freeze_refused(&self, refusal: &FreezeRefusal) -> Message {
        let line = Paragraph::new();
        let line = match refusal {
            FreezeRefusal::Unknown(key) => line
                .text(format!("I know no freeze {key}; say first when it is: "))
                .code(self.type_this(&format!("freeze add {key} FROM TO"))),
            FreezeRefusal::WhichFreeze { verb, candidates } if candidates.is_empty() => line
                .text(match *verb {
                    "lift" => "No freeze is in force; nothing changed. All of them: ",
                    _ => "No freeze is due to start today; name the one that you mean. All of them: ",
                })
                .code(self.type_this("freezes")),
            FreezeRefusal::WhichFreeze { verb, candidates } => {
                let ways = candidates
                    .iter()
                    .map(|key| Paragraph::new().code(self.type_this(&format!("freeze {verb} {key}"))));
                line.text("Which one? ").then(joined(ways.collect(), " or "))
            }
            FreezeRefusal::InForce(key) => line
                .strong(key.to_string())
                .text(" is in force, so it is lifted, not removed: ")
                .code(self.type_this(&format!("freeze lift {key}"))),
            FreezeRefusal::DaysOver(span) => line.text(format!(
                "{} is over; a freeze or an absence is recorded for days to come",
                span.to()
            )),
            FreezeRefusal::NothingToBreak => line
                .text("No freeze is in force, so nothing has to be broken; what the RFR needs: ")
                .code(self.type_this("next RFR")),
            FreezeRefusal::Ended(name) => line
                .strong(name.clone())
                .text(" has ended; first ")
                .code(self.type_this(&format!("reopen {name}"))),
            FreezeRefusal::NoSuchBreak => line
                .text("I know no such freeze break. All of them: ")
                .code(self.type_this("freeze-breaks")),
            FreezeRefusal::BreakOver(number, standing) => line.text(format!(
                "Freeze break {number} is {}; nothing changed",
                match standing {
                    Standing::Done => "done",
                    Standing::Expired => "expired: its freeze is over",
                    Standing::Held => "held: a member of sysadmin-main objects",
                    Standing::Waiting { .. } | Standing::Approved => "not approved yet",
                }
            )),
            FreezeRefusal::OwnBreak(number) => line.text(format!(
                "Freeze break {number} is your own request, and your own +1 does not count; {APPROVALS} others of \
                 sysadmin-main or sysadmin-releng must agree"
            )),
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
    pub fn moved_while_lifted(&self, lifted: &crate::calendar::Mark, moved: &[String]) -> Paragraph {
        Paragraph::new().text(format!(
            " It was lifted at {} UTC, and went into production since then: {}.",
            lifted.at.format("%Y-%m-%d %H:%M"),
            moved.join(", ")
        ))
    }

    /// A freeze is in force now.
    pub fn freeze_started(&self, key: &Key, by: &Cause, expected: Expected) -> Paragraph {
        Paragraph::new()
            .text("The freeze ")
            .strong(key.to_string())
            .text(" is in force now (")
            .then(by_whom(by))
            .text(format!("), {}. Production moves only with ", expected_end(expected)))
            .code(self.type_this("freeze-break request RFR REASON"))
            .text("; staging is not frozen.")
    }

    /// A freeze was in force already.
    pub fn freeze_already_started(&self, key: &Key, by: &Cause, at: DateTime<Utc>) -> Paragraph {
        Paragraph::new().strong(key.to_string()).text(format!(
            " was already started by {} on {}; nothing changed.",
            cause(by),
            day(at)
        ))
    }

    /// A freeze is over.
    pub fn freeze_lifted(&self, freeze: &InForce, by: &Cause, today: NaiveDate, others: bool) -> Paragraph {
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

    /// A freeze is not in force, so there is nothing to lift.
    pub fn freeze_not_in_force(&self, key: &Key) -> Paragraph {
        Paragraph::new()
            .strong(key.to_string())
            .text(" is not in force; nothing changed. If it is not to come at all: ")
            .code(self.type_this(&format!("freeze remove {key}")))
            .text(".")
    }

    /// A person gave a freeze its days.
    pub fn freeze_added(&self, key: &Key, span: Span, was: Option<Span>, by: &Account) -> Paragraph {
        let line = Paragraph::new()
            .text("The freeze ")
            .strong(key.to_string())
            .text(format!(" goes from {} to {} (", date(span.from()), date(span.to())))
            .person(by.as_str())
            .text(")");
        match was {
            Some(was) if was != span => line.text(format!("; it was {}.", days(was))),
            _ => line.text("."),
        }
    }

    /// A freeze has these days by a person's word already.
    pub fn freeze_already_added(&self, key: &Key, span: Span) -> Paragraph {
        Paragraph::new()
            .strong(key.to_string())
            .text(format!(" was already recorded for {}; nothing changed.", days(span)))
    }

    /// There will be no such freeze.
    pub fn freeze_removed(&self, key: &Key, was: Option<Span>, by: &Account) -> Paragraph {
        let line = Paragraph::new()
            .text("There will be no freeze ")
            .strong(key.to_string())
            .text(" (")
            .person(by.as_str())
            .text(")");
        match was {
            Some(was) => line.text(format!("; it was predicted for {}.", days(was))),
            None => line.text("."),
        }
    }

    /// No such freeze is predicted.
    pub fn freeze_not_predicted(&self, key: &Key) -> Paragraph {
        Paragraph::new()
            .text("Nobody predicts a freeze ")
            .strong(key.to_string())
            .text("; nothing changed.")
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
        unread: &[(String, String)],
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
        for (file, why) in unread {
            message.push(self.calendar_unread(file, why));
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
pub(super) fn days(span: Span) -> String {
    format!("{} to {}", span.from(), span.to())
}

pub(super) fn keys(keys: &[Key]) -> String {
    let names: Vec<String> = keys.iter().map(Key::to_string).collect();
    names.join(" and ")
}

fn by_whom(cause: &Cause) -> Paragraph {
    match cause {
        Cause::Person(account) => Paragraph::new().person(account.as_str()),
        Cause::Calendar => Paragraph::new().text("by itself, as predicted"),
    }
}

pub(super) fn cause(cause: &Cause) -> &str {
    match cause {
        Cause::Person(account) => account,
        Cause::Calendar => "the calendar",
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
