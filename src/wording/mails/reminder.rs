//! Reminders that nobody acted on in chat, for the list.

use super::{Body, Letter};
use crate::reminder::DuePost;
use crate::wording::Wording;
use chrono::{DateTime, Utc};

impl Wording {
    /// What waits for somebody.
    pub fn reminder_letter(&self, post: &DuePost<'_>, now: DateTime<Utc>) -> Letter {
        let waiting: Vec<String> = post
            .reminders
            .iter()
            .map(|due| self.reminder(due, now).plain())
            .collect();
        let mut names: Vec<&str> = post.reminders.iter().map(|due| due.name.as_str()).collect();
        names.dedup();
        let subject = match names.as_slice() {
            [_] => "Waiting for somebody".to_owned(),
            several => format!("Waiting for somebody: {}", several.join(", ")),
        };
        let body = Body::new()
            .paragraph("Hello,")
            .list(
                "This waits for somebody. It was said in chat before, and nobody has acted on it:",
                &waiting,
            )
            .paragraph(format!(
                "The commands are for chat; “{}” there keeps an RFR quiet until a day, and “{}” for good.",
                self.type_this("snooze RFR 2 weeks"),
                self.type_this("mute RFR REASON")
            ));
        Letter {
            subject,
            body: body.end(),
        }
    }
}
