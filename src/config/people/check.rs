//! The checks of `[people.ACCOUNT]` and `[groups]`.

use super::person::{ConfiguredPerson, ServicesAccount};
use super::places::network_and_name;
use super::rows::PersonRows;
use crate::config::form::Findings;
use crate::config::judge::{is_matrix_id, unknown_group};
use crate::config::rows::{did_you_mean, join};
use crate::people::{Account, By, SYSADMIN_MAIN};
use std::collections::{BTreeMap, BTreeSet};

/// Names that cannot be accounts: the bot's own, and history's names for changes that no person made.
pub(in crate::config) struct Nobodys(pub(in crate::config) BTreeSet<Account>);

impl Nobodys {
    /// Checks that a name in the config can be somebody's account.
    pub(in crate::config) fn account(&self, key: &str, name: &str, found: &mut Findings<'_>) -> Option<Account> {
        if !is_account(name) {
            found.problem(
                key,
                format!("{name:?} is not the name of a Fedora account"),
                "Use letters, digits, and . _ - after the first",
            );
            return None;
        }
        let account = Account::new(name);
        let why = if By::from_name(account.as_str()) == By::List {
            "stands for the authors of mails, whom nothing proves"
        } else if account.is_nobody() {
            "stands in history for what no person caused"
        } else if self.0.contains(&account) {
            "is the bot's own name here"
        } else {
            return Some(account);
        };
        let fix = "Give the person's own Fedora account, or remove it here";
        found.problem(key, format!("{name} {why}"), fix);
        None
    }
}

/// Every proof of identity so far: each proves one person, once.
struct Proofs<'a, 'f> {
    owners: BTreeMap<String, Account>,
    found: &'a mut Findings<'f>,
}

impl Proofs<'_, '_> {
    fn claim(&mut self, key: &str, proof: String, account: &Account) {
        let Some(owner) = self.owners.get(&proof) else {
            self.owners.insert(proof, account.clone());
            return;
        };
        if owner == account {
            self.found
                .note(key, format!("{proof} stands here twice"), "Remove one of them");
        } else {
            self.found.problem(
                key,
                format!("{proof} is already {owner}'s, and one login cannot prove two people"),
                format!("Remove it here or from [people.{owner}]"),
            );
        }
    }

    fn irc(&mut self, key: &str, written: &str, account: &Account, networks: &[String]) -> Option<ServicesAccount> {
        let (network, services) = network_and_name((key, written), "libera/kevin", networks, self.found)?;
        if services.starts_with(['#', '@', '*', ':']) || services.contains(char::is_whitespace) {
            self.found.problem(
                key,
                format!("{services:?} is not an account at IRC services"),
                "Give the account with which the person logs in to NickServ, not a nick mask or a channel",
            );
            return None;
        }
        self.claim(key, format!("{network}/{}", services.to_ascii_lowercase()), account);
        Some(ServicesAccount {
            network: network.to_owned(),
            account: services.to_owned(),
        })
    }
}

pub(in crate::config) fn people(
    raw: BTreeMap<String, PersonRows>,
    networks: &[String],
    nobodys: &Nobodys,
    found: &mut Findings<'_>,
) -> Vec<ConfiguredPerson> {
    let mut people: Vec<ConfiguredPerson> = Vec::new();
    let mut accounts: BTreeMap<Account, String> = BTreeMap::new();
    let owners = BTreeMap::new();
    let mut proofs = Proofs { owners, found };
    for (name, person) in raw {
        let section = join("people", &name);
        nobodys.account(&section, &name, proofs.found);
        let account = Account::new(&name);
        if let Some(other) = accounts.insert(account.clone(), name.clone()) {
            proofs.found.problem(
                &section,
                format!("{name} and {other} are the same account, because case does not matter"),
                "Make one section of them",
            );
        }
        if person.irc.is_empty() && person.matrix.is_empty() {
            proofs.found.note(
                &section,
                format!("{name} can be proven by nothing, and so can look but not change"),
                format!("Add irc = [\"NETWORK/{name}\"] with the name of the account at the network's services"),
            );
        }
        let irc = person.irc.iter().enumerate();
        let irc = irc
            .filter_map(|(index, written)| proofs.irc(&format!("{section}.irc[{index}]"), written, &account, networks));
        let irc = irc.collect();
        for (index, written) in person.matrix.iter().enumerate() {
            let key = format!("{section}.matrix[{index}]");
            if is_matrix_id(written) {
                proofs.claim(&key, written.clone(), &account);
                if written.starts_with("@_") {
                    let what = format!("{written} proves nothing: ids that begin with @_ belong to bridges");
                    let fix = "Give the id with which the person logs in to a homeserver";
                    proofs.found.note(&key, what, fix);
                }
            } else {
                let what = format!("{written:?} is not a Matrix id");
                let fix = format!("Write it in full, such as \"@{name}:fedora.im\"");
                proofs.found.problem(&key, what, fix);
            }
        }
        let mail: Vec<String> = person.mail.iter().map(|address| address.to_ascii_lowercase()).collect();
        for (index, written) in mail.iter().enumerate() {
            let key = format!("{section}.mail[{index}]");
            if is_address(written) {
                proofs.claim(&key, written.clone(), &account);
            } else {
                let what = format!("{written:?} is not a mail address");
                let fix = format!("Write the address alone, such as \"{name}@fedoraproject.org\"");
                proofs.found.problem(&key, what, fix);
            }
        }
        people.push(ConfiguredPerson {
            account,
            irc,
            matrix: person.matrix,
            mail,
        });
    }
    people
}

pub(in crate::config) fn groups(
    raw: BTreeMap<String, Vec<String>>,
    live: Option<&BTreeSet<String>>,
    (people, nobodys): (&[ConfiguredPerson], &Nobodys),
    found: &mut Findings<'_>,
) -> BTreeMap<String, BTreeSet<Account>> {
    let mut groups = BTreeMap::new();
    let is_live = |group: &str| live.is_some_and(|live| live.contains(group));
    for (group, written) in raw {
        let section = join("groups", &group);
        if is_live(&group) {
            found.note(
                &section,
                "this list does not count, because the account system knows who is in the group",
                "Remove this line, or take the group out of accounts.groups",
            );
            continue;
        }
        if let Some(fix) = unknown_group(&group) {
            found.note(&section, "no rule of the bot asks for this group", fix);
        }
        let mut members = BTreeSet::new();
        for (index, name) in written.iter().enumerate() {
            let key = format!("{section}[{index}]");
            let Some(account) = nobodys.account(&key, name, found) else {
                continue;
            };
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
    if !is_live(SYSADMIN_MAIN) && groups.get(SYSADMIN_MAIN).is_none_or(BTreeSet::is_empty) {
        found.note(
            "groups",
            "nobody is in sysadmin-main, so that nobody can sponsor",
            "Add sysadmin-main = [\"ACCOUNT\", …] under [groups]",
        );
    }
    groups
}

fn is_account(name: &str) -> bool {
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
