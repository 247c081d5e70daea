//! Conversation memory until the next restart: the rest of an answer, the last refusal.

use super::{Incoming, Message, Place, RfrId};
use chrono::NaiveDate;
use std::collections::VecDeque;

/// How many conversations are remembered; the oldest is forgotten first.
const MOST: usize = 200;

/// How many bytes of an answer fit into one line of chat, roughly; what is longer counts as several lines.
const BYTES_A_LINE: usize = 400;

/// Short memory, by place and speaker.
#[derive(Default)]
pub(super) struct DeskMemory {
    rests: Recent,
    refusals: Recent,
    threads: VecDeque<(Place, RfrId)>,
    greeted: VecDeque<(String, NaiveDate)>,
}

#[derive(Default)]
struct Recent(VecDeque<((Place, String), Message)>);

impl Recent {
    fn put(&mut self, incoming: &Incoming, message: Message) {
        self.take(incoming);
        if message.0.is_empty() {
            return;
        }
        if self.0.len() >= MOST {
            self.0.pop_front();
        }
        self.0.push_back((key(incoming), message));
    }

    fn get(&self, incoming: &Incoming) -> Option<&Message> {
        let key = key(incoming);
        self.0.iter().find(|(kept, _)| *kept == key).map(|(_, message)| message)
    }

    fn take(&mut self, incoming: &Incoming) -> Option<Message> {
        let key = key(incoming);
        let at = self.0.iter().position(|(kept, _)| *kept == key)?;
        self.0.remove(at).map(|(_, message)| message)
    }
}

fn key(incoming: &Incoming) -> (Place, String) {
    (incoming.place.clone(), incoming.name.to_ascii_lowercase())
}

impl DeskMemory {
    /// Keeps the rest of an answer; an empty one forgets any before.
    pub(super) fn keep_rest(&mut self, incoming: &Incoming, rest: Message) {
        self.rests.put(incoming, rest);
    }

    /// The rest of the last answer, once.
    pub(super) fn take_rest(&mut self, incoming: &Incoming) -> Option<Message> {
        self.rests.take(incoming)
    }

    /// Remembers which RFR a thread began with. What is known twice is looked up as it was said last.
    pub(super) fn thread_is_about(&mut self, thread: Place, rfr: RfrId) {
        if self.threads.len() >= MOST {
            self.threads.pop_front();
        }
        self.threads.push_back((thread, rfr));
    }

    /// The RFR that a thread began with.
    pub(super) fn thread(&self, thread: &Place) -> Option<RfrId> {
        self.threads
            .iter()
            .rev()
            .find(|(known, _)| known == thread)
            .map(|(_, rfr)| *rfr)
    }

    /// Does somebody get a friendly word? Only the first time on a day.
    pub(super) fn greets(&mut self, whom: String, today: NaiveDate) -> bool {
        let today = (whom, today);
        if self.greeted.contains(&today) {
            return false;
        }
        if self.greeted.len() >= MOST {
            self.greeted.pop_front();
        }
        self.greeted.push_back(today);
        true
    }

    /// Remembers why somebody was refused.
    pub(super) fn refused(&mut self, incoming: &Incoming, why: Message) {
        self.refusals.put(incoming, why);
    }

    /// Why the speaker was refused last.
    pub(super) fn last_refusal(&self, incoming: &Incoming) -> Option<&Message> {
        self.refusals.get(incoming)
    }
}

/// How many lines of chat a message takes, roughly.
pub(super) fn lines(message: &Message) -> usize {
    message.0.iter().map(lines_of).sum()
}

fn lines_of(paragraph: &crate::text::Paragraph) -> usize {
    let bytes: usize = paragraph.0.iter().map(|span| span.words().len()).sum();
    bytes.div_ceil(BYTES_A_LINE).max(1)
}

/// Cuts a message at so many lines of chat; a single line more is not worth a page.
pub(super) fn page(message: Message, limit: usize) -> (Message, Message) {
    if lines(&message) <= limit + 1 {
        return (message, Message::default());
    }
    let mut shown = Message::default();
    let mut rest = Message::default();
    let mut used = 0;
    for paragraph in message.0 {
        used += lines_of(&paragraph);
        // The first paragraph always goes out: a refusal lists everything in one reply.
        if rest.0.is_empty() && (used <= limit || shown.0.is_empty()) {
            shown.push(paragraph);
        } else {
            rest.push(paragraph);
        }
    }
    (shown, rest)
}
