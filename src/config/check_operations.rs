//! `[admin]`, `[backup]`, `[watch]`: what running the bot needs.

use super::check_people::{Nobodys, Places, is_account, not_an_account};
use super::form::Findings;
use super::raw::{RawAdmin, RawBackup, RawWatch};
use super::shared::{Around, within};
use super::{Admin, Backups};
use crate::people::{Account, SYSADMIN_MAIN};
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;

pub(super) fn admin(raw: RawAdmin, places: &Places, nobodys: &Nobodys, found: &mut Findings<'_>) -> Admin {
    let groups = raw.groups.unwrap_or_else(|| vec![SYSADMIN_MAIN.to_owned()]);
    for (index, name) in raw.people.iter().enumerate() {
        let key = format!("admin.people[{index}]");
        if !is_account(name) {
            not_an_account(&key, name, found);
        }
        nobodys.refuse(&key, name, found);
    }
    let people = raw.people.iter().map(|name| Account::new(name)).collect();
    let place = raw.place.and_then(|place| places.one("admin.place", &place, found));
    Admin { groups, people, place }
}

pub(super) fn backup(raw: RawBackup, data: &Path, around: &Around<'_>, found: &mut Findings<'_>) -> Backups {
    let hours = within(found, "backup.every_hours", raw.every_hours, 24, 1, 24 * 31);
    let keep = within(found, "backup.keep", raw.keep, 14, 1, 10_000);
    let folder = match raw.folder {
        Some(folder) if folder.is_empty() => {
            found.problem(
                "backup.folder",
                "the name of the folder is empty",
                "Name a folder, or leave the key out",
            );
            data.join("backups")
        }
        Some(folder) => around.folder.join(folder),
        None => data.join("backups"),
    };
    Backups {
        every: Duration::from_secs(hours * 3600),
        keep: usize::try_from(keep).unwrap_or(usize::MAX),
        folder,
    }
}

pub(super) fn watch(raw: RawWatch, found: &mut Findings<'_>) -> Option<SocketAddr> {
    let written = raw.listen?;
    match written.parse::<SocketAddr>() {
        Ok(address) if address.ip().is_loopback() => Some(address),
        Ok(_) => {
            found.problem(
                "watch.listen",
                format!("{written:?} can be reached from other machines, and the listener asks nobody who they are"),
                "Use 127.0.0.1 or [::1], and let a proxy on this machine decide who may read it",
            );
            None
        }
        Err(_) => {
            found.problem(
                "watch.listen",
                format!("{written:?} is no address with a port"),
                "Write, for example: listen = \"127.0.0.1:7373\"",
            );
            None
        }
    }
}
