//! The checks of `[announce]`, `[people.ACCOUNT]` and `[groups]`: who is who, and where things are said.

use super::form::Findings;
use super::key::{did_you_mean, join};
use super::raw::{RawBridged, RawPerson};
use super::{ConfiguredPerson, IrcNetwork, KNOWN_GROUPS, MatrixNetwork, ServicesAccount};
use crate::people::{Account, By, SYSADMIN_MAIN};
use crate::wire::Place;
use std::collections::{BTreeMap, BTreeSet};

/// Every place that the bot sits in.
pub(super) struct Places {
    configured: Vec<Place>,
    networks: Vec<String>,
}

impl Places {
    pub(super) fn new(irc: &[IrcNetwork], matrix: Option<&MatrixNetwork>) -> Self {
        let mut configured: Vec<Place> = irc
            .iter()
            .flat_map(|network| {
                network
                    .channels
                    .iter()
                    .map(|channel| Place::channel(&network.name, &channel.name))
            })
            .collect();
        let mut networks: Vec<String> = irc.iter().map(|network| network.name.clone()).collect();
        if let Some(matrix) = matrix {
            let rooms = matrix.rooms.iter();
            configured.extend(rooms.map(|room| Place::channel(MatrixNetwork::NAME, room)));
            networks.push(MatrixNetwork::NAME.to_owned());
        }
        Self { configured, networks }
    }

    /// Where announcements go: everywhere, unless places are named.
    pub(super) fn announce(&self, written: Option<Vec<String>>, found: &mut Findings<'_>) -> Vec<Place> {
        let Some(written) = written else {
            return self.configured.clone();
        };
        if written.is_empty() {
            found.note(
                "announce.places",
                "the list is empty, so that nothing is announced anywhere",
                "Leave the key out to announce in every configured channel",
            );
        }
        self.list("announce.places", &written, found)
    }

    /// One place, which must be configured.
    pub(super) fn one(&self, key: &str, written: &str, found: &mut Findings<'_>) -> Option<Place> {
        let (network, room) = network_and_name(written, key, "libera/#fedora-admin", &self.networks, found)?;
        let here = |place: &&Place| place.network == network;
        let matching = self
            .configured
            .iter()
            .find(|place| here(place) && place.room_name().eq_ignore_ascii_case(room));
        if matching.is_none() {
            let known = self.configured.iter().filter(here);
            let fix = match did_you_mean(room, known.map(Place::room_name)) {
                Some(near) => format!("Did you mean \"{network}/{near}\"?"),
                None if network == MatrixNetwork::NAME => format!("Add {room:?} to the rooms of [matrix]"),
                None => format!("Add {room:?} to the channels of [irc.{network}]"),
            };
            let places = if network == MatrixNetwork::NAME {
                "matrix.rooms".to_owned()
            } else {
                format!("irc.{network}.channels")
            };
            found.lacking(key, &[places], format!("the bot does not sit in {written}"), fix);
        }
        matching.cloned()
    }

    /// Sets of places that a bridge makes one.
    pub(super) fn bridged(&self, raw: Vec<RawBridged>, found: &mut Findings<'_>) -> Vec<Vec<Place>> {
        let mut sets = Vec::new();
        for (index, set) in raw.into_iter().enumerate() {
            let key = format!("announce.bridged[{index}]");
            if set.places.len() < 2 {
                found.lacking(
                    &key,
                    &[format!("{key}.places")],
                    "a bridge joins at least two places",
                    "Write, for example: places = [\"libera/#fedora-admin\", \"matrix/#admin:fedoraproject.org\"]",
                );
            }
            sets.push(self.list(&format!("{key}.places"), &set.places, found));
        }
        sets
    }

    pub(super) fn list(&self, key: &str, written: &[String], found: &mut Findings<'_>) -> Vec<Place> {
        let mut places: Vec<Place> = Vec::new();
        for (index, place) in written.iter().enumerate() {
            let key = format!("{key}[{index}]");
            match self.one(&key, place, found) {
                Some(place) if places.contains(&place) => {
                    found.problem(&key, format!("{place} stands in the list twice"), "Remove one of them");
                }
                Some(place) => places.push(place),
                None => {}
            }
        }
        places
    }
}

/// Names that are nobody's account: the bot's own, and what history calls what no person caused.
pub(super) struct Nobodys(pub(super) BTreeSet<Account>);

impl Nobodys {
    pub(super) fn refuse(&self, key: &str, name: &str, found: &mut Findings<'_>) {
        let account = Account::new(name);
        let why = if By::from_name(account.as_str()) == By::List {
            "stands for the authors of mails, whom nothing proves"
        } else if account.is_nobody() {
            "stands in history for what no person caused"
        } else if self.0.contains(&account) {
            "is the bot's own name here"
        } else {
            return;
        };
        let fix = "Give the person's own Fedora account, or remove it here";
        found.problem(key, format!("{name} {why}"), fix);
    }
}

pub(super) fn people(
    raw: BTreeMap<String, RawPerson>,
    names: &[String],
    nobodys: &Nobodys,
    found: &mut Findings<'_>,
) -> Vec<ConfiguredPerson> {
    let mut people: Vec<ConfiguredPerson> = Vec::new();
    let mut accounts: BTreeMap<Account, String> = BTreeMap::new();
    let mut proofs: BTreeMap<String, Account> = BTreeMap::new();
    for (name, person) in raw {
        let section = join("people", &name);
        if !is_account(&name) {
            not_an_account(&section, &name, found);
        }
        let account = Account::new(&name);
        nobodys.refuse(&section, &name, found);
        if let Some(other) = accounts.insert(account.clone(), name.clone()) {
            found.problem(
                &section,
                format!("{name} and {other} are the same account, because case does not matter"),
                "Make one section of them",
            );
        }
        if person.irc.is_empty() && person.matrix.is_empty() {
            found.note(
                &section,
                format!("{name} can be proven by nothing, and so can look but not change"),
                format!("Add irc = [\"NETWORK/{name}\"] with the name of the account at the network's services"),
            );
        }
        let mut irc = Vec::new();
        for (index, written) in person.irc.iter().enumerate() {
            let key = format!("{section}.irc[{index}]");
            let Some((network, services)) = network_and_name(written, &key, "libera/kevin", names, found) else {
                continue;
            };
            if services.starts_with(['#', '@', '*', ':']) || services.contains(char::is_whitespace) {
                found.problem(
                    &key,
                    format!("{services:?} is not an account at IRC services"),
                    "Give the account with which the person logs in to NickServ, not a nick mask or a channel",
                );
                continue;
            }
            claim(
                &mut proofs,
                &key,
                format!("{network}/{}", services.to_ascii_lowercase()),
                &account,
                found,
            );
            irc.push(ServicesAccount {
                network: network.to_owned(),
                account: services.to_owned(),
            });
        }
        let mut matrix = Vec::new();
        for (index, written) in person.matrix.into_iter().enumerate() {
            let key = format!("{section}.matrix[{index}]");
            if is_matrix_id(&written) {
                claim(&mut proofs, &key, written.clone(), &account, found);
                matrix.push(written);
            } else {
                found.problem(
                    &key,
                    format!("{written:?} is not a Matrix id"),
                    format!("Write it in full, such as \"@{name}:fedora.im\""),
                );
            }
        }
        let mut mail = Vec::new();
        for (index, written) in person.mail.into_iter().enumerate() {
            let key = format!("{section}.mail[{index}]");
            let written = written.to_ascii_lowercase();
            if is_address(&written) {
                claim(&mut proofs, &key, written.clone(), &account, found);
                mail.push(written);
            } else {
                found.problem(
                    &key,
                    format!("{written:?} is not a mail address"),
                    format!("Write the address alone, such as \"{name}@fedoraproject.org\""),
                );
            }
        }
        people.push(ConfiguredPerson {
            account,
            irc,
            matrix,
            mail,
        });
    }
    people
}

/// One proof proves one person, once.
fn claim(
    proofs: &mut BTreeMap<String, Account>,
    key: &str,
    proof: String,
    account: &Account,
    found: &mut Findings<'_>,
) {
    if let Some(owner) = proofs.get(&proof) {
        if owner == account {
            found.note(key, format!("{proof} stands here twice"), "Remove one of them");
        } else {
            found.problem(
                key,
                format!("{proof} is already {owner}'s, and one login cannot prove two people"),
                format!("Remove it here or from [people.{owner}]"),
            );
        }
        return;
    }
    proofs.insert(proof, account.clone());
}

pub(super) fn groups(
    raw: BTreeMap<String, Vec<String>>,
    people: &[ConfiguredPerson],
    nobodys: &Nobodys,
    found: &mut Findings<'_>,
) -> BTreeMap<String, BTreeSet<Account>> {
    let mut groups = BTreeMap::new();
    for (group, written) in raw {
        let section = join("groups", &group);
        if !KNOWN_GROUPS.contains(&group.as_str()) {
            let fix =
                did_you_mean(&group, KNOWN_GROUPS).map_or_else(String::new, |near| format!("Did you mean {near}?"));
            found.note(&section, "no rule of the bot asks for this group", fix);
        }
        let mut members = BTreeSet::new();
        for (index, name) in written.iter().enumerate() {
            let key = format!("{section}[{index}]");
            if !is_account(name) {
                not_an_account(&key, name, found);
                continue;
            }
            nobodys.refuse(&key, name, found);
            let account = Account::new(name);
            if !people.iter().any(|person| person.account == account) {
                let fix = did_you_mean(name, people.iter().map(|person| person.account.as_str())).map_or_else(
                    || format!("Add [people.{account}]"),
                    |near| format!("Did you mean {near}?"),
                );
                found.note(
                    &key,
                    format!("{account} has no [people.{account}] section, so that nothing proves this member yet"),
                    fix,
                );
            }
            if !members.insert(account) {
                found.problem(&key, format!("{name} stands in the list twice"), "Remove one of them");
            }
        }
        groups.insert(group, members);
    }
    if groups.get(SYSADMIN_MAIN).is_none_or(BTreeSet::is_empty) {
        found.note(
            "groups",
            "nobody is in sysadmin-main, so that nobody can sponsor",
            "Add sysadmin-main = [\"ACCOUNT\", …] under [groups]",
        );
    }
    groups
}

/// `NETWORK/NAME` with a known network.
fn network_and_name<'a>(
    written: &'a str,
    key: &str,
    example: &str,
    names: &[String],
    found: &mut Findings<'_>,
) -> Option<(&'a str, &'a str)> {
    let parts = written
        .split_once('/')
        .filter(|(network, name)| !network.is_empty() && !name.is_empty());
    let Some((network, name)) = parts else {
        found.problem(
            key,
            format!("{written:?} names no network"),
            format!("Write NETWORK/NAME, such as {example:?}"),
        );
        return None;
    };
    if names.iter().any(|known| known == network) {
        return Some((network, name));
    }
    let fix = match did_you_mean(network, names.iter().map(String::as_str)) {
        Some(near) => format!("Did you mean \"{near}/{name}\"?"),
        None => format!("Add [irc.{network}], or use a network that is there"),
    };
    let section = if network == MatrixNetwork::NAME {
        network.to_owned()
    } else {
        join("irc", network)
    };
    found.lacking(key, &[section], format!("there is no network {network:?}"), fix);
    None
}

pub(super) fn not_an_account(key: &str, name: &str, found: &mut Findings<'_>) {
    found.problem(
        key,
        format!("{name:?} is not the name of a Fedora account"),
        "Use letters, digits, and . _ - after the first",
    );
}

pub(super) fn is_account(name: &str) -> bool {
    name.len() <= 64
        && name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
}

fn is_address(address: &str) -> bool {
    address.len() <= 254
        && !address.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ','))
        && address
            .split_once('@')
            .is_some_and(|(user, domain)| !user.is_empty() && !domain.is_empty() && !domain.contains('@'))
}

pub(super) fn is_matrix_id(id: &str) -> bool {
    id.len() <= 255
        && !id.contains(|c: char| c.is_whitespace() || c.is_control())
        && id
            .strip_prefix('@')
            .and_then(|rest| rest.split_once(':'))
            .is_some_and(|(user, server)| !user.is_empty() && !server.is_empty())
}
