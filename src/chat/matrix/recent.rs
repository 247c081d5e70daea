//! What is remembered of the last events, for answers to them.

use matrix_sdk::ruma::OwnedRoomId;
use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// So many events are remembered.
const MOST: usize = 2000;

/// One event that was reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// The room in which it happened.
    pub(super) room: OwnedRoomId,
    /// Who caused it, by Matrix id.
    pub(super) sender: String,
    /// The message to which an answer belongs; none where it is no message.
    pub(super) reply_to: Option<String>,
    /// May the bot react to that message? Not to one of its own.
    pub(super) react: bool,
    /// With this one everything is handled that the event said.
    pub(super) is_all: bool,
}

/// The event of a message by its own name: of several commands in one, those behind the first are numbered.
pub(super) fn event_of(name: &str) -> &str {
    match name.rsplit_once('#') {
        Some((event, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => event,
        Some(_) | None => name,
    }
}

/// The last events by id.
#[derive(Default)]
pub(super) struct Recent(Mutex<Memory>);

#[derive(Default)]
struct Memory {
    events: HashMap<String, Known>,
    order: VecDeque<String>,
}

impl Recent {
    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Remembers an event; says whether it is new.
    pub(super) fn put(&self, event: &str, known: Known) {
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
    pub(super) fn get(&self, event: &str) -> Option<Known> {
        self.memory().events.get(event).cloned()
    }
}
