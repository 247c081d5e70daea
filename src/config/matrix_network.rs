//! The checked form of the `[matrix]` section.

use super::Secret;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The Matrix account of the bot and where it is used, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixNetwork {
    /// Address of the homeserver's client API: `https://fedora.ems.host`.
    pub homeserver: String,
    /// PEM file of a private authority, in addition to the system's.
    pub ca_file: Option<PathBuf>,
    /// The bot's full Matrix id.
    pub user: String,
    /// Password for the first login.
    pub password: Option<Secret>,
    /// Access token to use instead of a login.
    pub token: Option<Secret>,
    /// The name under which the bot's device is listed.
    pub device_name: String,
    /// Rooms that it sits in, by alias or id, as written; places are called by these words.
    pub rooms: Vec<String>,
    /// Groups whose members may invite it.
    pub invites_from_groups: Vec<String>,
    /// Homeservers on which the local part of a Matrix id is the Fedora account.
    pub account_servers: Vec<String>,
    /// Patterns of Matrix ids that belong to bridges; `*` stands for any characters.
    pub bridge_ghosts: Vec<String>,
    /// How old a command may be that was sent while the bot was away, and is answered still.
    pub catch_up: Duration,
    /// Are encrypted messages taken from devices that their owner has not verified, and sent to those?
    pub accept_unverified_devices: bool,
    /// Are private rooms that the bot makes encrypted?
    pub encrypt_private_rooms: bool,
    /// Does a reaction sign off in encrypted rooms, too, where a server could have made it up?
    pub sign_by_reaction_in_encrypted_rooms: bool,
    /// Recovery key or passphrase of the account's secret storage.
    pub recovery: Option<Secret>,
    /// First and longest wait before a lost connection is tried again; grows by doubling, with jitter.
    pub retry_wait: (Duration, Duration),
    /// The word before every command. In rooms, what begins neither with it nor with the bot's name goes no further.
    pub prefix: String,
    /// The folder of session, keys and position.
    pub folder: PathBuf,
}

impl MatrixNetwork {
    /// The network's name, by which places, logs and history call it.
    pub const NAME: &'static str = "matrix";

    /// Where the session of the first login is kept.
    pub fn session_file(&self) -> PathBuf {
        self.folder.join("session.json")
    }

    /// Where the keys and what is known of the rooms are kept.
    pub fn store_folder(&self) -> PathBuf {
        self.folder.join("store")
    }

    /// Is there a session of an earlier login?
    pub fn has_session(&self) -> bool {
        self.session_file().exists()
    }

    /// Does the id belong to a bridge's ghost?
    pub fn is_bridge_ghost(&self, mxid: &str) -> bool {
        self.bridge_ghosts.iter().any(|pattern| matches(pattern, mxid))
    }

    /// The folder of the Matrix side beside a store.
    pub(super) fn folder_in(data: &Path) -> PathBuf {
        data.join("matrix")
    }
}

/// Does the pattern, in which `*` stands for any characters, match the whole text?
fn matches(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = text.strip_prefix(first) else {
        return false;
    };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else {
        return rest.is_empty();
    };
    for part in parts {
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = &rest[at + part.len()..];
    }
    rest.len() >= last.len() && rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_any_characters_and_nothing_else_does() {
        for (pattern, text, expected) in [
            ("@_irc_*:libera.chat", "@_irc_kevin:libera.chat", true),
            ("@_irc_*:libera.chat", "@_irc_kevin:libera.chat.evil.org", false),
            ("@_irc_*:libera.chat", "@kevin:libera.chat", false),
            ("*:bridge.example", "@anybody:bridge.example", true),
            ("@a*b*c", "@a-b-c", true),
            ("@a*b*c", "@a-c", false),
            ("@a*a", "@a", false),
            ("@exact:server", "@exact:server", true),
            ("@exact:server", "@exact:server2", false),
        ] {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }
}
