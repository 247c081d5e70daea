//! `[admin]`, `[backup]`, `[watch]`: what running the bot needs.

use super::form::Findings;
use super::judge::Judge;
use super::people::{Nobodys, Places};
use super::rows::{FilePath, Number, rows};
use super::spoken::in_words;
use crate::people::Account;
use crate::wire::Place;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

rows! {
    /// `[admin]`
    AdminRows {
        groups: Vec<String> = ["sysadmin-main"]: "Members of these groups look after the bot.";
        people: Vec<String> = []: "Accounts that look after the bot as well.";
        place: Option<String> => "only in the log", off "libera/#fedora-admin":
            "Where the bot reports its own problems. One of the configured channels or rooms.";
    }
}

rows! {
    /// `[backup]`
    BackupRows {
        every_hours: Number<1, 744> = 24: "Hours between two backups; 744 are a month.";
        keep: Number<1, 10000> = 14: "How many backups are kept. The bot removes older ones that it made itself.";
        folder: Option<FilePath> => "backups in the store's folder", off "/srv/backups/rfrbot":
            "Where they go. Another disk is better; then `rfrbot unit --config FILE` prints a unit that may write there.";
    }
}

rows! {
    /// `[watch]`
    WatchRows {
        listen: Option<String> => "no listener", off "127.0.0.1:7373":
            "Address and port. Loopback only, since there is no login. Any free port will do; 9100 is \
             node_exporter's.";
    }
}

/// `[admin]`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Admin {
    /// Members of these groups administer the bot.
    pub groups: Vec<String>,
    /// So do these people.
    pub people: Vec<Account>,
    /// Where the bot reports its own problems.
    pub place: Option<Place>,
}

/// `[backup]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backups {
    /// Time between two backups.
    pub every: Duration,
    /// How many are kept.
    pub keep: usize,
    /// The folder for backups.
    pub folder: PathBuf,
}

impl Admin {
    /// The section's effect on a run.
    pub(super) fn describe(&self) -> String {
        let groups = self.groups.iter().map(|group| format!("members of {group}"));
        let who: Vec<String> = groups.chain(self.people.iter().map(ToString::to_string)).collect();
        let who = if who.is_empty() {
            "nobody".to_owned()
        } else {
            who.join(", ")
        };
        let told = self
            .place
            .as_ref()
            .map(|place| format!("; my own troubles are told in {place}"));
        format!(
            "[admin] {who} may reload the config from chat{}.",
            told.unwrap_or_default()
        )
    }
}

impl Backups {
    /// The section's effect on a run.
    pub(super) fn describe(&self) -> String {
        format!(
            "[backup] makes a backup every {} in {}, and keeps the newest {}.",
            in_words(self.every),
            self.folder.display(),
            self.keep
        )
    }
}

pub(super) fn admin(raw: AdminRows, places: &Places, nobodys: &Nobodys, judge: &mut Judge<'_, '_>) -> Admin {
    for (index, name) in raw.people.iter().enumerate() {
        nobodys.account(&judge.at(&format!("people[{index}]")), name, judge.found);
    }
    let people = raw.people.iter().map(|name| Account::new(name)).collect();
    let place = raw
        .place
        .and_then(|place| places.one("admin.place", &place, judge.found));
    Admin {
        groups: raw.groups,
        people,
        place,
    }
}

pub(super) fn backup(raw: BackupRows, data: &Path, judge: &mut Judge<'_, '_>) -> Backups {
    let folder = match raw.folder {
        Some(FilePath(folder)) if folder.is_empty() => {
            judge.problem(
                "folder",
                "the name of the folder is empty",
                "Name a folder, or leave the key out",
            );
            data.join("backups")
        }
        Some(FilePath(folder)) => {
            let folder = judge.around.folder.join(folder);
            if folder.is_file() {
                judge.problem(
                    "folder",
                    format!("{} is a file", folder.display()),
                    "Name a folder; it is made where it is missing",
                );
            }
            folder
        }
        None => data.join("backups"),
    };
    Backups {
        every: raw.every_hours.hours(),
        keep: raw.keep.to(),
        folder,
    }
}

/// No two listeners take one port.
pub(super) fn ports(listeners: [(&str, Option<SocketAddr>); 3], found: &mut Findings<'_>) {
    let listeners: Vec<(&str, SocketAddr)> = listeners
        .into_iter()
        .filter_map(|(section, address)| Some((section, address.filter(|address| address.port() != 0)?)))
        .collect();
    for (at, (section, address)) in listeners.iter().enumerate() {
        let same = |other: &SocketAddr| {
            let everywhere = other.ip().is_unspecified() || address.ip().is_unspecified();
            other.port() == address.port() && (everywhere || other.ip() == address.ip())
        };
        if let Some((other, _)) = listeners[..at].iter().find(|(_, other)| same(other)) {
            found.problem(
                &format!("{section}.listen"),
                format!("port {} is that of [{other}] listen already", address.port()),
                "Give each its own port",
            );
        }
    }
}

pub(super) fn watch(raw: WatchRows, judge: &mut Judge<'_, '_>) -> Option<SocketAddr> {
    let written = raw.listen?;
    match written.parse::<SocketAddr>() {
        Ok(address) if address.ip().is_loopback() => Some(address),
        Ok(_) => {
            judge.problem(
                "listen",
                format!("{written:?} can be reached from other machines, and the listener asks nobody who they are"),
                "Use 127.0.0.1 or [::1], and let a proxy on this machine decide who may read it",
            );
            None
        }
        Err(_) => {
            judge.problem(
                "listen",
                format!("{written:?} is no address with a port"),
                "Write, for example: listen = \"127.0.0.1:7373\"",
            );
            None
        }
    }
}
