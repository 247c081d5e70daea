//! What is said of the message bus, to the admins.

use super::Wording;
use crate::text::{Message, Paragraph, count};
use crate::wire::BusTopic;

impl Wording {
    /// Something stands in the way of the bus.
    pub fn bus_trouble(&self, why: &str) -> Message {
        Paragraph::new()
            .text(format!(
                "The message bus: {why}. What is to be published waits, for two days; `rfrbot status` shows when it is \
                 well again."
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
