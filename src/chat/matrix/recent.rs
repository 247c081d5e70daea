//! The last events, as far as answering them needs.

use matrix_sdk::ruma::OwnedRoomId;
use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// How many events are remembered.
const MOST: usize = 2000;

/// One reported event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct KnownEvent {
    pub(super) room: OwnedRoomId,
    /// The sender's Matrix id.
    pub(super) sender: String,
    /// The message that an answer replies to; `None` if the event is not a message.
    pub(super) reply_to: Option<String>,
    /// May the bot react to that message? Not to its own.
    pub(super) react: bool,
    /// Once this one is handled, the whole event is.
    pub(super) is_all: bool,
}

/// The event id in a message's own name: if an event has several commands, those after the first are numbered.
pub(super) fn event_of(name: &str) -> &str {
    match name.rsplit_once('#') {
        Some((event, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => event,
        Some(_) | None => name,
    }
}

/// The last events by id.
#[derive(Default)]
pub(super) struct RecentMessages(Mutex<RecentEvents>);

#[derive(Default)]
struct RecentEvents {
    events: HashMap<String, KnownEvent>,
    order: VecDeque<String>,
}

impl RecentMessages {
    fn memory(&self) -> MutexGuard<'_, RecentEvents> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers an event; returns whether it is new.
    pub(super) fn put(&self, event: &str, known: KnownEvent) {
        let mut memory = self.memory();
        if memory.events.insert(event.to_owned(), known).is_none() {
            memory.order.push_back(event.to_owned());
        }
        if memory.order.len() > MOST
            && let Some(oldest) = memory.order.pop_front()
        {
            memory.events.remove(&oldest);
        }
    }

    /// What is known of an event.
    pub(super) fn get(&self, event: &str) -> Option<KnownEvent> {
        self.memory().events.get(event).cloned()
    }
}
