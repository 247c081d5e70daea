//! The checked form of the `[matrix]` section.

use crate::config::secret::Secret;
use crate::config::spoken::in_words;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The bot's Matrix account and where it is used, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MatrixNetwork {
    /// URL of the homeserver's client API: `https://fedora.ems.host`.
    pub homeserver: String,
    /// PEM file of a private certificate authority, in addition to the system's.
    pub ca_file: Option<PathBuf>,
    /// The bot's full Matrix id.
    pub user: String,
    /// Password for the first login.
    pub password: Option<Secret>,
    /// Access token to use instead of a login.
    pub token: Option<Secret>,
    /// The name under which the bot's device is listed.
    pub device_name: String,
    /// Rooms to join, by alias or id, as written in the config; places are called by these names.
    pub rooms: Vec<String>,
    /// Groups whose members may invite the bot.
    pub invites_from_groups: Vec<String>,
    /// Homeservers on which the local part of a Matrix id is the Fedora account.
    pub account_servers: Vec<String>,
    /// Patterns of Matrix ids that belong to bridges; `*` matches any characters.
    pub bridge_ghosts: Vec<String>,
    /// How old a command may be that was sent while the bot was away and is still answered.
    pub catch_up: Duration,
    /// Are encrypted messages accepted from, and sent to, devices that their owner has not verified?
    pub accept_unverified_devices: bool,
    /// Are private rooms created by the bot encrypted?
    pub encrypt_private_rooms: bool,
    /// Does a reaction also sign off in encrypted rooms, where a server could have made it up?
    pub sign_by_reaction_in_encrypted_rooms: bool,
    /// Recovery key or passphrase of the account's secret storage.
    pub recovery: Option<Secret>,
    /// First and longest pause before a lost connection is retried; doubles, with jitter.
    pub retry_wait: (Duration, Duration),
    /// The word before every command. In rooms, a message that starts with neither this nor the bot's name is ignored.
    pub prefix: String,
    /// The folder of session, keys and position.
    pub folder: PathBuf,
}

impl MatrixNetwork {
    /// The network's name in places, logs and history.
    pub const NAME: &'static str = "matrix";

    /// The file of the first login's session.
    pub fn session_file(&self) -> PathBuf {
        self.folder.join("session.json")
    }

    /// The folder of the keys and the state of rooms.
    pub fn store_folder(&self) -> PathBuf {
        self.folder.join("store")
    }

    /// Is there a session of an earlier login?
    pub fn has_session(&self) -> bool {
        self.session_file().exists()
    }

    /// Does the id belong to a bridged user? Names that begin with `_` are those of bridges on every homeserver.
    pub fn is_bridge_ghost(&self, mxid: &str) -> bool {
        mxid.starts_with("@_") || self.bridge_ghosts.iter().any(|pattern| matches(pattern, mxid))
    }

    /// The section's effect on a run, and what it still lacks.
    pub(in crate::config) fn describe(&self) -> Vec<String> {
        let mut parts = vec![format!("is {} at {}", self.user, self.homeserver)];
        parts.push(if self.rooms.is_empty() {
            "sits in no room".to_owned()
        } else {
            format!("sits in {}", self.rooms.join(", "))
        });
        if !self.invites_from_groups.is_empty() {
            parts.push(format!(
                "accepts invitations from members of {}",
                self.invites_from_groups.join(", ")
            ));
        }
        if !self.account_servers.is_empty() {
            parts.push(format!(
                "takes the local part of an id on {} for the account",
                self.account_servers.join(", ")
            ));
        }
        if !self.bridge_ghosts.is_empty() {
            parts.push(format!("believes nobody called {}", self.bridge_ghosts.join(" or ")));
        }
        parts.push(format!(
            "answers commands that were sent while it was away if they are younger than {}",
            in_words(self.catch_up)
        ));
        parts.push(if self.accept_unverified_devices {
            "in encrypted rooms, reads every device".to_owned()
        } else {
            "in encrypted rooms, reads only devices that their owner has verified".to_owned()
        });
        parts.push(if self.sign_by_reaction_in_encrypted_rooms {
            "there, a ✅ signs off, too, though reactions are never encrypted and a homeserver can make one up"
                .to_owned()
        } else {
            "there, no ✅ signs off, as reactions are never encrypted".to_owned()
        });
        if !self.encrypt_private_rooms {
            parts.push("makes private rooms without encryption".to_owned());
        }
        let mut lines = vec![format!("[matrix] {}.", parts.join("; "))];
        let session = self.session_file();
        lines.push(match (self.has_session(), &self.token, &self.password) {
            (true, _, _) => format!("[matrix] it is logged in: the session lies in {}.", session.display()),
            (false, Some(_), _) => {
                "[matrix] it is not logged in yet; `rfrbot run` begins with the access token.".to_owned()
            }
            (false, None, Some(_)) => {
                "[matrix] it is not logged in yet; `rfrbot run` logs in with the password.".to_owned()
            }
            (false, None, None) => {
                "[matrix] it is not logged in, and there is no password: run `rfrbot login matrix`.".to_owned()
            }
        });
        lines.push(match &self.recovery {
            Some(_) => format!(
                "[matrix] with the recovery secret, `rfrbot matrix verify` makes its device a verified one{}.",
                if self.accept_unverified_devices {
                    ""
                } else {
                    "; before that it says nothing in encrypted rooms"
                }
            ),
            None => {
                "[matrix] there is no recovery secret: others see its device as unverified, and lost keys are lost. \
                     Add recovery_file, then run `rfrbot matrix verify`."
                    .to_owned()
            }
        });
        lines
    }

    /// The Matrix folder beside a store.
    pub(in crate::config) fn folder_in(data: &Path) -> PathBuf {
        data.join("matrix")
    }
}

/// Does the pattern, in which `*` matches any characters, match the whole text?
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
