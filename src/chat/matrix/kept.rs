//! What the Matrix side has to know of rooms for ever, in one small file. All else of their state is in memory only:
//! the first answer of the server after each start brings it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tracing::warn;

/// The file and what stands in it.
pub(super) struct Kept {
    path: PathBuf,
    content: Mutex<Content>,
}

#[derive(Default, Serialize, Deserialize)]
struct Content {
    /// Rooms that were encrypted once. Encryption is never taken back (Matrix specification, "m.room.encryption").
    #[serde(default)]
    encrypted: BTreeSet<String>,
    /// `ROOM NAMED`: the room says that the named one takes its place, and that one does not agree. A room's
    /// beginning never changes.
    #[serde(default)]
    turned_down: BTreeSet<String>,
}

impl Kept {
    /// Reads the file; without it nothing is known.
    pub(super) fn load(folder: &Path) -> Self {
        let path = folder.join("rooms.json");
        let content = match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).unwrap_or_else(|error| {
                warn!(path = %path.display(), %error, "it is not known any more which rooms were encrypted");
                Content::default()
            }),
            Err(error) => {
                if error.kind() != io::ErrorKind::NotFound {
                    warn!(path = %path.display(), %error, "it is not known which rooms were encrypted");
                }
                Content::default()
            }
        };
        let content = Mutex::new(content);
        Self { path, content }
    }

    fn content(&self) -> MutexGuard<'_, Content> {
        self.content.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The room is encrypted.
    pub(super) fn is_encrypted(&self, room: &str) {
        let mut content = self.content();
        if !content.encrypted.contains(room) {
            content.encrypted.insert(room.to_owned());
            self.save(&content);
        }
    }

    /// Was the room encrypted at any time?
    pub(super) fn was_encrypted(&self, room: &str) -> bool {
        self.content().encrypted.contains(room)
    }

    /// Is it known that the named room does not take the place of the other?
    pub(super) fn is_turned_down(&self, room: &str, named: &str) -> bool {
        self.content().turned_down.contains(&format!("{room} {named}"))
    }

    /// The named room does not take the place of the other.
    pub(super) fn turn_down(&self, room: &str, named: &str) {
        let mut content = self.content();
        if content.turned_down.insert(format!("{room} {named}")) {
            self.save(&content);
        }
    }

    fn save(&self, content: &Content) {
        let new = self.path.with_extension("json.new");
        let written = serde_json::to_vec(content)
            .map_err(io::Error::from)
            .and_then(|bytes| fs::write(&new, bytes))
            .and_then(|()| fs::File::open(&new)?.sync_all())
            .and_then(|()| fs::rename(&new, &self.path));
        if let Err(error) = written {
            warn!(path = %self.path.display(), %error, "could not be written");
        }
    }
}
