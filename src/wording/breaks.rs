//! Sentences about freeze breaks.

use super::Wording;
use super::freezes::keys;
use super::phrases::{because, cut, day, people};
use crate::people::{Account, By};
use crate::rfr::freeze_break::{FreezeBreak, Standing};
use crate::text::{Message, Paragraph};
use chrono::{DateTime, Utc};

impl Wording {
    /// A freeze break was asked for.
    pub fn break_requested(&self, found: &FreezeBreak, name: &str) -> Paragraph {
        Paragraph::new()
            .text(format!("Freeze break {} for ", found.number))
            .strong(name.to_owned())
            .text(format!(" ({}) is asked for by ", keys(&found.freezes)))
            .person(found.requested.by.as_str())
            .text(format!(
                ": {}. Two others of sysadmin-main or sysadmin-releng must agree: ",
                found.reason.trim_end_matches('.')
            ))
            .code(self.type_this(&format!("+1 {}", found.number)))
            .text(".")
    }

    /// There is an open freeze break for the RFR already.
    pub fn break_already_requested(&self, found: &FreezeBreak, name: &str, standing: Standing) -> Paragraph {
        Paragraph::new()
            .strong(name.to_owned())
            .text(format!(" already has freeze break {}, asked for by ", found.number))
            .person(found.requested.by.as_str())
            .text(format!(" on {}: ", day(found.requested.at)))
            .then(how_far(found, standing))
            .text("; nothing changed.")
    }

    /// Somebody agreed with a freeze break or objected to it.
    pub fn break_voted(
        &self,
        found: &FreezeBreak,
        name: &str,
        by: &Account,
        approves: bool,
        text: &str,
        standing: Standing,
    ) -> Paragraph {
        let line = Paragraph::new()
            .text(format!("Freeze break {} for ", found.number))
            .strong(name.to_owned());
        let line = line
            .text(if approves { ": +1 by " } else { ": -1 by " })
            .person(by.as_str())
            .text(because(text))
            .text("; ")
            .then(how_far(found, standing));
        match standing {
            Standing::Approved => line
                .text(". It may go ahead: ")
                .code(self.type_this(&format!("advance {name}"))),
            Standing::Held | Standing::Waiting { .. } | Standing::Done | Standing::Expired => line,
        }
        .text(".")
    }

    /// Somebody had said just that.
    pub fn break_already_voted(&self, number: u32, approves: bool, at: DateTime<Utc>) -> Paragraph {
        let vote = if approves { "+1" } else { "-1" };
        Paragraph::new().text(format!(
            "Freeze break {number} already had your {vote} on {}; nothing changed.",
            day(at)
        ))
    }

    /// A freeze break was used.
    pub fn break_done(&self, number: u32, name: &str, by: &Account) -> Paragraph {
        Paragraph::new()
            .text(format!("Freeze break {number} for "))
            .strong(name.to_owned())
            .text(" is done (")
            .person(by.as_str())
            .text(").")
    }

    /// A freeze break was done already.
    pub fn break_already_done(&self, number: u32, by: &By, at: DateTime<Utc>) -> Paragraph {
        Paragraph::new()
            .text(format!("Freeze break {number} was already done by "))
            .person(by.as_str())
            .text(format!(" on {}; nothing changed.", day(at)))
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
        Message(
            breaks
                .iter()
                .map(|(found, name, standing)| {
                    Paragraph::new()
                        .text(format!("{} ", found.number))
                        .strong(name.clone())
                        .text(format!(" ({}), ", keys(&found.freezes)))
                        .then(how_far(found, *standing))
                        .text("; asked for by ")
                        .person(found.requested.by.as_str())
                        .text(format!(" on {}: {}", day(found.requested.at), cut(&found.reason, 120)))
                        .full_stop()
                })
                .collect(),
        )
    }
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
