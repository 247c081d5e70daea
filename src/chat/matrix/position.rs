//! Where to go on after a restart: in each room, the last message that the rest of the house has handled.
//!
//! The file follows the handling, never the hearing: what was heard but not handled is reported again after a crash,
//! and recognised by its id where it was handled after all.

use super::recent::Recent;
use crate::chat::IncomingId;
use matrix_sdk::ruma::{OwnedRoomId, RoomId};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::mpsc;
use tracing::warn;

/// The last handled event of each room.
pub(super) struct Position {
    path: PathBuf,
    rooms: Mutex<BTreeMap<OwnedRoomId, String>>,
}

impl Position {
    /// Reads the file; a missing or unreadable one means that nothing old is answered.
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
        Self {
            path,
            rooms: Mutex::new(rooms),
        }
    }

    fn rooms(&self) -> MutexGuard<'_, BTreeMap<OwnedRoomId, String>> {
        self.rooms.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The last handled event of a room.
    pub(super) fn of(&self, room: &RoomId) -> Option<String> {
        self.rooms().get(room).cloned()
    }

    /// Nothing up to this event is answered any more.
    pub(super) fn begin_behind(&self, room: &RoomId, event: &str) {
        self.rooms().insert(room.to_owned(), event.to_owned());
        self.save();
    }

    /// Notes what is handled, for ever.
    pub(super) async fn note(&self, handled: &mut mpsc::Receiver<IncomingId>, recent: &Recent) {
        while let Some(first) = handled.recv().await {
            let mut next = Some(first);
            while let Some(id) = next {
                if let Some(known) = recent.get(&id.id) {
                    self.rooms().insert(known.room, id.id);
                }
                next = handled.try_recv().ok();
            }
            self.save();
        }
    }

    fn save(&self) {
        let new = self.path.with_extension("json.new");
        let written = serde_json::to_vec(&*self.rooms())
            .map_err(io::Error::from)
            .and_then(|bytes| fs::write(&new, bytes))
            .and_then(|()| fs::rename(&new, &self.path));
        if let Err(error) = written {
            warn!(path = %self.path.display(), %error, "the position was not written: a query may be answered again");
        }
    }
}
