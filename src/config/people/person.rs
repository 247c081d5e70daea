//! How a person is recognised.

use crate::config::judge::KNOWN_GROUPS;
use crate::config::matrix::MatrixNetwork;
use crate::people::Account;
use std::collections::{BTreeMap, BTreeSet};

/// `[people.ACCOUNT]`: how a person is recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfiguredPerson {
    /// The Fedora account.
    pub account: Account,
    /// IRC services accounts.
    pub irc: Vec<ServicesAccount>,
    /// Matrix ids, `@user:server`.
    pub matrix: Vec<String>,
    /// Mail addresses, in lower case: they name the author of a mail, and prove nothing.
    pub mail: Vec<String>,
}

/// An account with an IRC network's services. Not a nick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServicesAccount {
    /// The network's name in the config.
    pub network: String,
    /// The account as written in the config; case does not matter.
    pub account: String,
}

impl ConfiguredPerson {
    fn proofs(&self, network: Option<&MatrixNetwork>) -> String {
        let irc = self.irc.iter();
        let irc = irc.map(|proof| format!("the services account {} on {}", proof.account, proof.network));
        let later = match network {
            Some(_) => "",
            None => ", once a Matrix network is configured",
        };
        let listed = self.matrix.iter().map(|mxid| format!("the Matrix id {mxid}{later}"));
        let servers = network.into_iter().flat_map(|matrix| &matrix.account_servers);
        let by_name = servers.map(|server| format!("the Matrix id @{}:{server}", self.account));
        let proofs: Vec<String> = irc.chain(listed).chain(by_name).collect();
        if proofs.is_empty() {
            "proven by nothing".to_owned()
        } else {
            format!("proven by {}", proofs.join(" or "))
        }
    }
}

/// The effect of `[groups]` and `[people]` on a run.
pub(in crate::config) fn describe(
    groups: &BTreeMap<String, BTreeSet<Account>>,
    people: &[ConfiguredPerson],
    network: Option<&MatrixNetwork>,
) -> Vec<String> {
    let member = |account: &Account| match people.iter().find(|person| person.account == *account) {
        Some(person) => format!("{account} ({})", person.proofs(network)),
        None => format!("{account} (proven by nothing: there is no [people.{account}])"),
    };
    let of_groups = groups.iter().map(|(group, members)| {
        let rule = if KNOWN_GROUPS.contains(&group.as_str()) {
            ""
        } else {
            " (no rule asks for this group)"
        };
        let members: Vec<String> = members.iter().map(member).collect();
        if members.is_empty() {
            format!("[groups] {group}{rule} has no members.")
        } else {
            format!("[groups] {group}{rule}: {}.", members.join("; "))
        }
    });
    let is_in_one = |person: &&ConfiguredPerson| groups.values().any(|members| members.contains(&person.account));
    let alone = people.iter().filter(|person| !is_in_one(person));
    let alone = alone.map(|person| {
        format!(
            "[people] {} ({}) is in no group.",
            person.account,
            person.proofs(network)
        )
    });
    of_groups.chain(alone).collect()
}
