//! Where to go on after a restart: for each room, the last message that the bot has fully handled.
//!
//! The file records what was handled, never what was only received: after a crash, a message that was received but not
//! handled is reported again, and recognised by its id if it was handled after all. It is written at most once a
//! second. A crash may lose the last second: those messages are received again, and to the server each answer is still
//! the same event.

use super::recent::{RecentMessages, event_of};
use super::seals::Seals;
use crate::wire::IncomingId;
use chrono::Utc;
use matrix_sdk::ruma::{OwnedRoomId, RoomId};
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, mpsc};
use tokio::time::{Instant, sleep_until};
use tracing::warn;

/// Least time between two writes of the file.
const SPACING: Duration = Duration::from_secs(1);

/// The last handled event of each room.
pub(super) struct Position {
    path: PathBuf,
    content: Mutex<Positions>,
    /// Signals that there is something to write.
    moved: Notify,
}

#[derive(Default)]
struct Positions {
    rooms: BTreeMap<OwnedRoomId, String>,
    under_way: HashMap<OwnedRoomId, UnderWay>,
    unsaved: bool,
}

/// Events of a room that were reported and are not handled yet, oldest first.
#[derive(Default)]
struct UnderWay {
    reported: VecDeque<String>,
    /// The last event after all of these that needs no handling.
    passed_over: Option<String>,
}

impl Positions {
    fn put(&mut self, room: &RoomId, event: String) {
        self.rooms.insert(room.to_owned(), event);
        self.unsaved = true;
    }

    fn handled(&mut self, room: &RoomId, event: String) {
        let event = match self.under_way.get_mut(room) {
            Some(under_way) => {
                let at = under_way.reported.iter().position(|reported| *reported == event);
                under_way.reported.drain(..at.map_or(0, |at| at + 1));
                let nothing_left = under_way.reported.is_empty();
                let further = nothing_left.then(|| under_way.passed_over.take()).flatten();
                further.unwrap_or(event)
            }
            None => event,
        };
        self.put(room, event);
    }
}

impl Position {
    /// Reads the file; if it is missing or unreadable, nothing old is answered.
    pub(super) fn load(folder: &Path) -> Self {
        let path = folder.join("position.json");
        let rooms = match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_else(|error| {
                warn!(path = %path.display(), %error, "what was said while the bot was away is not answered");
                BTreeMap::new()
            }),
            Err(error) => {
                if error.kind() != io::ErrorKind::NotFound {
                    warn!(path = %path.display(), %error, "what was said while the bot was away is not answered");
                }
                BTreeMap::new()
            }
        };
        let content = Positions {
            rooms,
            ..Positions::default()
        };
        Self {
            path,
            content: Mutex::new(content),
            moved: Notify::new(),
        }
    }

    fn content(&self) -> MutexGuard<'_, Positions> {
        self.content.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The last handled event of a room.
    pub(super) fn of(&self, room: &RoomId) -> Option<String> {
        self.content().rooms.get(room).cloned()
    }

    /// Nothing up to this event is answered any more.
    pub(super) fn begin_behind(&self, room: &RoomId, event: &str) {
        self.content().put(room, event.to_owned());
        self.save();
    }

    /// The event was reported: nothing after it counts until it is handled.
    pub(super) fn is_reported(&self, room: &RoomId, event: &str) {
        let mut content = self.content();
        let under_way = content.under_way.entry(room.to_owned()).or_default();
        under_way.reported.push_back(event.to_owned());
        under_way.passed_over = None;
    }

    /// The event needs no handling.
    pub(super) fn passed_over(&self, room: &RoomId, event: &str) {
        let mut content = self.content();
        match content.under_way.get_mut(room) {
            Some(under_way) if !under_way.reported.is_empty() => under_way.passed_over = Some(event.to_owned()),
            Some(_) | None => {
                content.put(room, event.to_owned());
                self.moved.notify_one();
            }
        }
    }

    /// Records what is handled, until the sender is gone.
    pub(super) async fn note(&self, handled: &mut mpsc::Receiver<IncomingId>, recent: &RecentMessages, seals: &Seals) {
        let mut next_save = Instant::now();
        loop {
            let unsaved = self.content().unsaved;
            tokio::select! {
                biased;
                id = handled.recv() => {
                    let Some(id) = id else { return };
                    if let Some(known) = recent.get(id.own()).filter(|known| known.is_all) {
                        seals.handled(&id, &known.sender, Utc::now().timestamp());
                        self.content().handled(&known.room, event_of(id.own()).to_owned());
                    }
                }
                () = sleep_until(next_save), if unsaved => {
                    self.save();
                    next_save = Instant::now() + SPACING;
                }
                () = self.moved.notified(), if !unsaved => {}
            }
        }
    }

    fn save(&self) {
        let mut content = self.content();
        content.unsaved = false;
        let new = self.path.with_extension("json.new");
        let written = serde_json::to_vec(&content.rooms)
            .map_err(io::Error::from)
            .and_then(|bytes| fs::write(&new, bytes))
            .and_then(|()| fs::rename(&new, &self.path));
        if let Err(error) = written {
            warn!(path = %self.path.display(), %error, "the position was not written: a query may be answered again");
        }
    }
}

impl Drop for Position {
    fn drop(&mut self) {
        if self.content().unsaved {
            self.save();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Position;
    use matrix_sdk::ruma::{RoomId, room_id};

    fn room() -> &'static RoomId {
        room_id!("!room:example.org")
    }

    fn handled(position: &Position, event: &str) {
        position.content().handled(room(), event.to_owned());
    }

    #[test]
    fn what_needs_no_handling_never_overtakes_what_does() {
        let folder = tempfile::tempdir().expect("a folder");
        let position = Position::load(folder.path());
        let at = || position.of(room());
        position.passed_over(room(), "$chat-1");
        assert_eq!(at().as_deref(), Some("$chat-1"));
        position.is_reported(room(), "$command-1");
        position.passed_over(room(), "$chat-2");
        position.is_reported(room(), "$command-2");
        position.passed_over(room(), "$chat-3");
        assert_eq!(at().as_deref(), Some("$chat-1"));
        handled(&position, "$command-1");
        assert_eq!(at().as_deref(), Some("$command-1"));
        handled(&position, "$command-2");
        assert_eq!(at().as_deref(), Some("$chat-3"));
        position.passed_over(room(), "$chat-4");
        assert_eq!(at().as_deref(), Some("$chat-4"));
    }

    #[test]
    fn it_is_written_at_the_end() {
        let folder = tempfile::tempdir().expect("a folder");
        let position = Position::load(folder.path());
        position.is_reported(room(), "$command-1");
        position.is_reported(room(), "$command-2");
        // The confirmation of the first did not come.
        handled(&position, "$command-2");
        drop(position);
        let again = Position::load(folder.path());
        assert_eq!(again.of(room()).as_deref(), Some("$command-2"));
    }
}
