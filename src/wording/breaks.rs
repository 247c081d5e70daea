//! Sentences about freeze breaks.

use super::Wording;
use super::freezes::keys;
use super::phrases::{because, by_on, cut, day, people};
use crate::people::{Account, Directory};
use crate::rfr::freeze_break::decide::{BreakAlready, BreakRefusal};
use crate::rfr::freeze_break::{APPROVALS, BreakEvent, FreezeBreak, Standing};
use crate::rfr::{Rfr, gate};
use crate::text::{Message, Paragraph};

/// A freeze break that changed.
#[derive(Clone, Copy, Debug)]
pub struct BreakTold<'a> {
    /// As it is after that, with the approvals that count now.
    pub found: &'a FreezeBreak,
    /// The name of its RFR.
    pub name: &'a str,
    /// Who caused it.
    pub by: &'a Account,
    /// How far it has come by it.
    pub standing: Standing,
    /// What can be done under it, once it is approved.
    pub way: Way,
}

/// What can be done under an approved freeze break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The RFR moves into production.
    Advance,
    /// Something else is missing for that.
    Next,
    /// It was removed, and comes back.
    Reopen,
    /// It is in production already: what is asked for is done there.
    Change,
}

impl Way {
    /// Of this RFR.
    pub fn of(rfr: Option<&Rfr>) -> Self {
        match rfr {
            Some(rfr) if rfr.ended.is_some() => Self::Reopen,
            Some(rfr) if !rfr.enters_production() => Self::Change,
            Some(rfr) if gate::blocking(rfr).is_empty() => Self::Advance,
            Some(_) | None => Self::Next,
        }
    }
}

impl Wording {
    /// What happened to a freeze break.
    pub fn break_told(&self, event: &BreakEvent, told: &BreakTold<'_>) -> Paragraph {
        let BreakTold {
            found,
            name,
            by,
            standing,
            way,
        } = *told;
        let line = Paragraph::new()
            .text(format!("Freeze break {} for ", found.number))
            .strong(name.to_owned());
        match event {
            BreakEvent::Requested { .. } => line
                .text(format!(" ({}) is asked for by ", keys(&found.freezes)))
                .person(found.requested.by.as_str())
                .text(format!(
                    ": {}. Two others of sysadmin-main or sysadmin-releng must agree: ",
                    found.reason.trim_end_matches('.')
                ))
                .code(self.type_this(&format!("+1 {}", found.number))),
            BreakEvent::Voted { approves, text } => {
                let line = line
                    .text(if *approves { ": +1 by " } else { ": -1 by " })
                    .person(by.as_str())
                    .text(because(text))
                    .text("; ")
                    .then(how_far(found, standing));
                match standing {
                    Standing::Approved => {
                        let line = line.text(match way {
                            Way::Advance | Way::Reopen | Way::Change => ". It may go ahead: ",
                            Way::Next => ". What it needs beside that: ",
                        });
                        line.code(self.type_this(&match way {
                            Way::Advance => format!("advance {name}"),
                            Way::Next => format!("next {name}"),
                            Way::Reopen => format!("reopen {name} REASON"),
                            Way::Change => format!("freeze-break done {}", found.number),
                        }))
                        .text(match way {
                            Way::Change => " when it is done",
                            Way::Advance | Way::Next | Way::Reopen => "",
                        })
                    }
                    Standing::Held
                    | Standing::Waiting { .. }
                    | Standing::Done
                    | Standing::Withdrawn
                    | Standing::Expired => line,
                }
            }
            BreakEvent::Done => line.text(" is done (").person(by.as_str()).text(")"),
            BreakEvent::Withdrawn { reason } => line
                .text(" is withdrawn by ")
                .person(by.as_str())
                .text(format!("{}; nothing may go ahead under it", because(reason))),
        }
        .text(".")
    }

    /// A change of a freeze break that would change nothing; `name` is its RFR's.
    pub fn break_already(&self, already: &BreakAlready, name: &str, directory: &Directory) -> Paragraph {
        match already {
            BreakAlready::Requested(found) => Paragraph::new()
                .strong(name.to_owned())
                .text(format!(" already has freeze break {}, asked for by ", found.number))
                .person(found.requested.by.as_str())
                .text(format!(" on {}: ", day(found.requested.at)))
                .then(how_far(found, found.standing(directory)))
                .text("; nothing changed."),
            BreakAlready::Voted { number, approves, at } => {
                let vote = if *approves { "+1" } else { "-1" };
                Paragraph::new().text(format!(
                    "Freeze break {number} already had your {vote} on {}; nothing changed.",
                    day(*at)
                ))
            }
            BreakAlready::Done { number, mark } => Paragraph::new()
                .text(format!("Freeze break {number} was already done by "))
                .person(mark.by.as_str())
                .text(format!(" on {}; nothing changed.", day(mark.at))),
            BreakAlready::Withdrawn { number, at } => Paragraph::new().text(format!(
                "Freeze break {number} was already withdrawn on {}; nothing changed.",
                day(*at)
            )),
        }
    }

    /// A change of a freeze break that is not made, and what helps.
    pub fn break_refused(&self, refusal: &BreakRefusal) -> Message {
        let line = Paragraph::new();
        let line = match refusal {
            BreakRefusal::NothingToBreak => line
                .text("No freeze is in force, so nothing has to be broken; what the RFR needs: ")
                .code(self.type_this("next RFR")),
            BreakRefusal::Ended(name) => line
                .strong(name.clone())
                .text(" has ended; first ")
                .code(self.type_this(&format!("reopen {name}"))),
            BreakRefusal::NoSuchBreak => line
                .text("I know no such freeze break. All of them: ")
                .code(self.type_this("freeze-breaks")),
            BreakRefusal::BreakOver(number, standing) => line.text(format!(
                "Freeze break {number} is {}; nothing changed",
                match standing {
                    Standing::Done => "done",
                    Standing::Withdrawn => "withdrawn",
                    Standing::Expired => "expired: its freeze is over",
                    Standing::Held => "held: a member of sysadmin-main objects",
                    Standing::Waiting { .. } | Standing::Approved => "not approved yet",
                }
            )),
            BreakRefusal::OwnBreak(number) => line.text(format!(
                "Freeze break {number} is your own request, and your own +1 does not count; {APPROVALS} others of \
                 sysadmin-main or sysadmin-releng must agree"
            )),
            BreakRefusal::NotYourBreak(number, mark) => line
                .text(format!("Freeze break {number} was asked for "))
                .then(by_on(mark))
                .text(", who alone withdraws it; whoever may approve objects by ")
                .code(self.type_this(&format!("-1 {number} REASON"))),
        };
        line.full_stop().into()
    }

    /// The freeze breaks, each with the name of its RFR and how far it has come.
    pub fn freeze_breaks(&self, breaks: &[(FreezeBreak, String, Standing)]) -> Message {
        if breaks.is_empty() {
            return Paragraph::new()
                .text("Nobody has asked for a freeze break. During a freeze: ")
                .code(self.type_this("freeze-break request RFR REASON"))
                .text(".")
                .into();
        }
        let lines = breaks.iter();
        Message(
            lines
                .map(|(found, name, standing)| freeze_break(found, name, *standing))
                .collect(),
        )
    }
}

/// One break, with the name of its RFR, and how far it has come.
pub(super) fn freeze_break(found: &FreezeBreak, name: &str, standing: Standing) -> Paragraph {
    Paragraph::new()
        .text(format!("{} ", found.number))
        .strong(name)
        .text(format!(" ({}), ", keys(&found.freezes)))
        .then(how_far(found, standing))
        .text("; asked for by ")
        .person(found.requested.by.as_str())
        .text(format!(" on {}: {}", day(found.requested.at), cut(&found.reason, 120)))
        .full_stop()
}

fn how_far(found: &FreezeBreak, standing: Standing) -> Paragraph {
    let agree = found.voters(true);
    let object = found.voters(false);
    let line = match standing {
        Standing::Waiting { more } => Paragraph::new().text(format!(
            "{more} more approval{} needed",
            if more == 1 { "" } else { "s" }
        )),
        Standing::Held => Paragraph::new().text("held, because a member of sysadmin-main objects"),
        Standing::Approved => Paragraph::new().text("approved"),
        Standing::Done => Paragraph::new().text("done"),
        Standing::Withdrawn => Paragraph::new().text("withdrawn"),
        Standing::Expired => Paragraph::new().text("expired with its freeze"),
    };
    let line = if agree.is_empty() {
        line
    } else {
        line.text(" (+1 ").then(people(&agree)).text(")")
    };
    if object.is_empty() {
        line
    } else {
        line.text(" (-1 ").then(people(&object)).text(")")
    }
}
