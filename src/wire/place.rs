//! Where something is said.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Where something is said: a room on one network, perhaps a thread in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The network's name in the config, for example `libera`.
    pub network: String,
    /// The room on that network.
    pub room: Room,
    /// The thread in that room, if the network has threads (Matrix: the root event's id).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thread: Option<String>,
}

/// A room of a network.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Room {
    /// An IRC channel or a Matrix room with several people, by the network's name or id for it.
    Channel(String),
    /// A private conversation, by the nick or the Matrix room id.
    Direct(String),
    /// A private conversation with whoever is proven to have this Fedora account; the adaptor knows where.
    Person(String),
}

impl Place {
    /// A channel of a network.
    pub fn channel(network: &str, name: &str) -> Self {
        Self {
            network: network.to_owned(),
            room: Room::Channel(name.to_owned()),
            thread: None,
        }
    }

    /// A private conversation on a network.
    pub fn direct(network: &str, name: &str) -> Self {
        Self {
            network: network.to_owned(),
            room: Room::Direct(name.to_owned()),
            thread: None,
        }
    }

    /// A private conversation with a person of a network, by account.
    pub fn person(network: &str, account: &str) -> Self {
        Self {
            network: network.to_owned(),
            room: Room::Person(account.to_owned()),
            thread: None,
        }
    }

    /// Is this a private conversation?
    pub fn is_direct(&self) -> bool {
        matches!(self.room, Room::Direct(_) | Room::Person(_))
    }

    /// The name or id of the room on its network.
    pub fn room_name(&self) -> &str {
        match &self.room {
            Room::Channel(name) | Room::Direct(name) | Room::Person(name) => name,
        }
    }
}

/// `libera/#fedora-admin`, as in logs and history.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.network, self.room_name())
    }
}
