//! What the Matrix side must remember about rooms for ever, in small files. All other room state is only in memory: the
//! first answer of the server after each start brings it.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tracing::warn;

/// The files and their contents.
pub(super) struct Kept {
    path: PathBuf,
    content: Mutex<KeptRooms>,
    named_path: PathBuf,
    /// Rooms that the config ever named: they are public places, however few people are left in them.
    named: Mutex<BTreeSet<String>>,
}

#[derive(Default, Serialize, Deserialize)]
struct KeptRooms {
    /// Rooms that were ever encrypted. Encryption is never undone (Matrix specification, "m.room.encryption").
    #[serde(default)]
    encrypted: BTreeSet<String>,
    /// `ROOM NAMED`: the room names a successor that does not name it as its predecessor. A room's create event never
    /// changes.
    #[serde(default)]
    turned_down: BTreeSet<String>,
}

impl Kept {
    /// Reads the files; without them nothing is known.
    pub(super) fn load(folder: &Path) -> Self {
        let path = folder.join("rooms.json");
        let named_path = folder.join("named-rooms.json");
        let content = Mutex::new(read(&path, "it is not known any more which rooms were encrypted"));
        let named = Mutex::new(read(
            &named_path,
            "it is not known any more which rooms the config named",
        ));
        Self {
            path,
            content,
            named_path,
            named,
        }
    }

    fn named(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.named.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn content(&self) -> MutexGuard<'_, KeptRooms> {
        self.content.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Records that the room is encrypted.
    pub(super) fn is_encrypted(&self, room: &str) {
        let mut content = self.content();
        if !content.encrypted.contains(room) {
            content.encrypted.insert(room.to_owned());
            self.save(&content);
        }
    }

    /// Was the room ever encrypted?
    pub(super) fn was_encrypted(&self, room: &str) -> bool {
        self.content().encrypted.contains(room)
    }

    /// Records that the config names the room, by its id or by an alias.
    pub(super) fn is_named(&self, room: &str) {
        let mut named = self.named();
        if !named.contains(room) {
            named.insert(room.to_owned());
            write(&self.named_path, &*named);
        }
    }

    /// Did the config ever name the room?
    pub(super) fn was_named(&self, room: &str) -> bool {
        self.named().contains(room)
    }

    /// Is it known that the named room is not the successor of the other?
    pub(super) fn is_turned_down(&self, room: &str, named: &str) -> bool {
        self.content().turned_down.contains(&format!("{room} {named}"))
    }

    /// Records that the named room is not the successor of the other.
    pub(super) fn turn_down(&self, room: &str, named: &str) {
        let mut content = self.content();
        if content.turned_down.insert(format!("{room} {named}")) {
            self.save(&content);
        }
    }

    fn save(&self, content: &KeptRooms) {
        write(&self.path, content);
    }
}

fn read<T: DeserializeOwned + Default>(path: &Path, lost: &str) -> T {
    let error = match fs::read(path) {
        Ok(bytes) => match serde_json::from_slice(&bytes) {
            Ok(content) => return content,
            Err(error) => io::Error::from(error),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => return T::default(),
        Err(error) => error,
    };
    warn!(path = %path.display(), %error, "{lost}");
    T::default()
}

fn write(path: &Path, content: &impl Serialize) {
    let new = path.with_extension("json.new");
    let written = serde_json::to_vec(content)
        .map_err(io::Error::from)
        .and_then(|bytes| fs::write(&new, bytes))
        .and_then(|()| fs::File::open(&new)?.sync_all())
        .and_then(|()| fs::rename(&new, path));
    if let Err(error) = written {
        warn!(path = %path.display(), %error, "could not be written");
    }
}
