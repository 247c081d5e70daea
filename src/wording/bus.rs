//! What is said of the message bus, to the admins.

use super::Wording;
use crate::people::Account;
use crate::rfr::Rfr;
use crate::text::{Message, Paragraph, count};
use crate::wire::BusTopic;
use chrono::{DateTime, Utc};

/// Most RFRs of a sponsor that are named.
const MOST_SHOWN: usize = 5;

impl Wording {
    /// A sponsor left sysadmin-main, as the bus says; `still_listed`: the config says something else.
    pub fn sponsor_left(&self, account: &Account, names: &[&str], still_listed: bool) -> Message {
        let lines = names.iter().take(MOST_SHOWN).map(|name| {
            Paragraph::new()
                .strong(*name)
                .text(": its sponsor ")
                .person(account.as_str())
                .text(" left sysadmin-main, says the message bus; who is not in it cannot sign off. To take it over: ")
                .then(self.to_take_over(name, account))
                .text(".")
        });
        let mut lines: Vec<Paragraph> = lines.collect();
        if let Some(more) = names.len().checked_sub(MOST_SHOWN).filter(|more| *more > 0) {
            lines.push(Paragraph::new().text(format!("And {more} more of the same sponsor.")));
        }
        if still_listed {
            lines.push(
                Paragraph::new()
                    .text("My config still lists ")
                    .person(account.as_str())
                    .text(" in sysadmin-main: until an operator changes that, it counts."),
            );
        }
        Message(lines)
    }

    /// A playbook was run that an RFR names, by whom and which.
    pub fn evidence(
        &self,
        rfr: &Rfr,
        (by, playbook): (&str, &str),
        item: &str,
        (at, now): (DateTime<Utc>, DateTime<Utc>),
    ) -> Paragraph {
        let is_today = at.date_naive() == now.date_naive();
        let when = at.format(if is_today { "%H:%M UTC" } else { "%H:%M UTC on %Y-%m-%d" });
        Paragraph::new()
            .strong(rfr.name.clone())
            .text(format!(
                ": deployed to {} at {when} by {by} ({playbook}), says the message bus. If that is so: ",
                rfr.phase.name()
            ))
            .code(self.type_this(&format!("done {} {item}", rfr.name)))
            .text(".")
    }

    /// The meeting of the config began.
    pub fn meeting_began(&self, name: &str) -> Paragraph {
        Paragraph::new().text(format!("The meeting {name} began."))
    }

    /// Something stands in the way of the bus.
    pub fn bus_trouble(&self, part: &str, why: &str) -> Message {
        let costs = if part == "queue" {
            "What others say there is not heard; what is published goes on"
        } else {
            "What is to be published waits, for two days"
        };
        Paragraph::new()
            .text(format!(
                "The message bus: {why}. {costs}; `rfrbot status` shows when it is well again."
            ))
            .into()
    }

    /// The broker refuses a topic.
    pub fn bus_refuses(&self, topic: BusTopic, why: &str) -> Message {
        Paragraph::new()
            .text(format!(
                "The message bus does not take messages about {}: {why}. They wait, for two days, and the others go on. Its \
                 admins give the bot's user the right to that topic.",
                topic.name()
            ))
            .into()
    }

    /// Messages are too old.
    pub fn bus_left(&self, left: usize) -> Message {
        Paragraph::new()
            .text(format!(
                "The message bus: {} never published, written more than two days ago. They would not be news any more.",
                count(left, "message was", "messages were")
            ))
            .into()
    }
}
