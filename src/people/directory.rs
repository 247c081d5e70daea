//! The directory: which proven identity is which person, and who is in which group.

use super::links::{IdentityLink, Links};
use super::profiles::{Profile, Profiles};
use super::{Account, By, Identity, Unproven};
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A person recognised by a proven identity. Only [`Directory::identify`] creates one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    account: Account,
    proof: String,
    /// Did a network prove it?
    proven: bool,
}

impl Person {
    /// The person's Fedora account.
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// The originator of this person's actions: the person, or the list.
    pub fn by(&self) -> By {
        By::from_name(self.account.as_str())
    }

    /// Is the person's identity proven? A mail proves nobody.
    pub fn is_proven(&self) -> bool {
        self.proven
    }

    /// How it was proven, for the record.
    pub fn proof(&self) -> &str {
        &self.proof
    }
}

/// Why a speaker is not a known person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAPerson {
    /// The network proved nothing.
    Unproven(Unproven),
    /// The network proved an identity, but it belongs to no account in the directory.
    Unmapped(Identity),
    /// Nor does a profile of the account system name it that can be read.
    InNoProfile(Identity),
    /// More than one profile of the account system names it.
    InSeveralProfiles(Identity),
    /// The account system cannot say whose it is now, and why.
    Unsure(Identity, String),
    /// It is this account's, which the account system does not have, or has disabled.
    Inactive(Account),
    /// It is this account's, of which the account system cannot say now whether it is active, and why.
    MayBeInactive(Account, String),
}

/// By what an identity of a network is somebody's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KnownBy<'d> {
    /// The config, as it was read then.
    Config(Option<DateTime<Utc>>),
    /// The config, as it was read then, says that the names on this homeserver are accounts.
    Homeserver(&'d str, Option<DateTime<Utc>>),
    /// It was linked.
    IdentityLink(&'d IdentityLink),
    /// A profile, as it was asked for then.
    Profile(DateTime<Utc>),
}

/// People, their identities and their groups at this moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directory {
    accounts: BTreeSet<Account>,
    /// By network, then by services account in lower case.
    irc: HashMap<String, HashMap<String, Account>>,
    matrix: HashMap<String, Account>,
    /// Homeservers on which the local part of a Matrix id is the account.
    account_servers: BTreeSet<String>,
    groups: BTreeMap<String, BTreeSet<Account>>,
    /// Groups whose members are unknown at this moment, and why.
    unsure: BTreeMap<String, String>,
    /// Accounts of which the account system says that they are not active.
    inactive: BTreeSet<Account>,
    /// An account of which nobody can tell now whether it is active, and why.
    may_be_inactive: Option<(Account, String)>,
    operators: BTreeSet<Account>,
    operator_groups: BTreeSet<String>,
    /// Mail addresses in lower case, and whose they are said to be.
    mail: HashMap<String, Account>,
    /// What people linked themselves; the config wins.
    links: Links,
    /// What profiles of the account system say, where it is asked for them; the config and links win.
    profiles: Option<Profiles>,
    /// When the config was read.
    read_at: Option<DateTime<Utc>>,
    /// Until when a code waits to be typed somewhere.
    code_until: Option<DateTime<Utc>>,
    /// The bot's own names.
    own_names: BTreeSet<Account>,
    four_eyes: bool,
    objections_hold: bool,
}

impl Directory {
    /// An empty directory.
    pub fn new() -> Self {
        Self::default()
    }

    /// Records that an identity proves an account. Case does not matter in services accounts.
    pub fn add_identity(&mut self, account: &Account, identity: Identity) {
        self.accounts.insert(account.clone());
        match identity {
            Identity::IrcAccount { network, account: name } => {
                let on_it = self.irc.entry(network).or_default();
                on_it.insert(name.to_ascii_lowercase(), account.clone());
            }
            Identity::Matrix { mxid } => {
                self.matrix.insert(mxid, account.clone());
            }
            // The console names the account itself, and mail and unproven identities prove nobody.
            Identity::Console { .. } | Identity::Mail { .. } | Identity::Unproven(_) => {}
        }
    }

    /// Records whose address this is. It names the author of a mail, and proves nothing.
    pub fn add_mail(&mut self, account: &Account, address: &str) {
        self.accounts.insert(account.clone());
        self.mail.insert(address.to_ascii_lowercase(), account.clone());
    }

    /// Whose address this is said to be.
    pub fn by_mail(&self, address: &str) -> Option<&Account> {
        let whose = self.mail.get(&address.to_ascii_lowercase());
        whose.filter(|account| !self.is_nobody(account))
    }

    /// Every mail address with its account.
    pub fn mails(&self) -> impl Iterator<Item = (&str, &Account)> {
        self.mail.iter().map(|(address, account)| (address.as_str(), account))
    }

    /// Records that a homeserver's user names are accounts: `@kevin:SERVER` is kevin.
    pub fn add_account_server(&mut self, server: &str) {
        self.account_servers.insert(server.to_ascii_lowercase());
    }

    /// Says what people linked.
    pub fn set_links(&mut self, links: Links) {
        self.links = links;
    }

    /// What people linked.
    pub fn links(&self) -> &Links {
        &self.links
    }

    /// Says what profiles of the account system say.
    pub fn set_profiles(&mut self, profiles: Profiles) {
        self.accounts
            .extend(profiles.known().map(|(_, account)| account.clone()));
        self.profiles = Some(profiles);
    }

    /// Says when the config was read.
    pub fn set_read_at(&mut self, at: DateTime<Utc>) {
        self.read_at = Some(at);
    }

    /// Says until when a code waits to be typed.
    pub fn set_code_until(&mut self, until: DateTime<Utc>) {
        self.code_until = Some(until);
    }

    /// Does a code wait to be typed by somebody who is not known yet?
    pub fn awaits_code(&self, now: DateTime<Utc>) -> bool {
        self.code_until.is_some_and(|until| now < until)
    }

    /// Could a profile of the account system alone say whose that is?
    pub fn needs_profile(&self, identity: &Identity) -> bool {
        let of_a_network = matches!(identity, Identity::IrcAccount { .. } | Identity::Matrix { .. });
        of_a_network
            && self.profiles.is_some()
            && self.by_config(identity).is_none()
            && self.links.of(identity).is_none()
    }

    /// By what an identity is somebody's; `None` where no network proves it, or it is nobody's.
    pub fn known_by(&self, identity: &Identity) -> Option<KnownBy<'_>> {
        if self.by_config(identity).is_some() {
            let server = match identity {
                Identity::Matrix { mxid } if !self.matrix.contains_key(mxid) => mxid.split_once(':'),
                Identity::Matrix { .. }
                | Identity::IrcAccount { .. }
                | Identity::Console { .. }
                | Identity::Mail { .. }
                | Identity::Unproven(_) => None,
            };
            let server = server.and_then(|(_, server)| self.account_servers.get(server));
            return Some(match server {
                Some(server) => KnownBy::Homeserver(server, self.read_at),
                None => KnownBy::Config(self.read_at),
            });
        }
        if let Some(link) = self.links.of(identity) {
            return Some(KnownBy::IdentityLink(link));
        }
        let said = self.profiles.as_ref()?.of(identity)?;
        matches!(said.profile, Ok(Profile::Of(_))).then_some(KnownBy::Profile(said.at))
    }

    /// Whose it is by the one profile that names it.
    fn by_profile(&self, identity: &Identity) -> Result<Account, NotAPerson> {
        let said = self.profiles.as_ref().and_then(|profiles| profiles.of(identity));
        Err(match said.map(|said| &said.profile) {
            Some(Ok(Profile::Of(account))) => return Ok(account.clone()),
            Some(Ok(Profile::Nobodys)) => NotAPerson::InNoProfile(identity.clone()),
            Some(Ok(Profile::Several)) => NotAPerson::InSeveralProfiles(identity.clone()),
            Some(Err(why)) => NotAPerson::Unsure(identity.clone(), why.clone()),
            None => NotAPerson::Unmapped(identity.clone()),
        })
    }

    /// What profiles name and nothing else does, with whose it is.
    fn profiled(&self) -> impl Iterator<Item = (&Identity, &Account)> {
        let known = self.profiles.iter().flat_map(Profiles::known);
        known.filter(|(identity, _)| self.needs_profile(identity))
    }

    /// The services accounts on a network that prove somebody, in lower case.
    pub fn services_accounts(&self, network: &str) -> BTreeMap<String, Account> {
        let linked = self.links.all().filter_map(|link| match &link.identity {
            Identity::IrcAccount { network: on, account } if on == network => {
                Some((account.to_ascii_lowercase(), link.account.clone()))
            }
            Identity::IrcAccount { .. }
            | Identity::Matrix { .. }
            | Identity::Console { .. }
            | Identity::Mail { .. }
            | Identity::Unproven(_) => None,
        });
        let profiled = self.profiled().filter_map(|(identity, whose)| match identity {
            Identity::IrcAccount { network: on, account } if on == network => {
                Some((account.to_ascii_lowercase(), whose.clone()))
            }
            Identity::IrcAccount { .. }
            | Identity::Matrix { .. }
            | Identity::Console { .. }
            | Identity::Mail { .. }
            | Identity::Unproven(_) => None,
        });
        let configured = self.irc.get(network).into_iter().flatten();
        let configured = configured.map(|(name, account)| (name.clone(), account.clone()));
        profiled.chain(linked).chain(configured).collect()
    }

    /// The account that the config, or a homeserver of accounts, says of an identity of a network.
    fn by_config(&self, identity: &Identity) -> Option<Account> {
        match identity {
            Identity::IrcAccount { network, account } => {
                self.irc.get(network)?.get(&account.to_ascii_lowercase()).cloned()
            }
            Identity::Matrix { mxid } => self.matrix.get(mxid).cloned().or_else(|| self.by_local_part(mxid)),
            Identity::Console { .. } | Identity::Mail { .. } | Identity::Unproven(_) => None,
        }
    }

    /// The account named by an id on such a homeserver.
    fn by_local_part(&self, mxid: &str) -> Option<Account> {
        let (local, server) = mxid.strip_prefix('@')?.split_once(':')?;
        // Old ids could contain capitals; those belong to other people.
        let lower = !local.contains(|c: char| c.is_ascii_uppercase());
        (lower && self.account_servers.contains(server))
            .then(|| Account::from_word(local))
            .flatten()
            .filter(|account| account.as_str() == local)
    }

    /// The Matrix ids that prove the account, sorted.
    pub fn matrix_ids_of(&self, account: &Account) -> Vec<String> {
        let given = self
            .matrix
            .iter()
            .filter(|(_, whose)| *whose == account)
            .map(|(mxid, _)| mxid.clone());
        let linked = self.links.to(account).filter_map(|link| match &link.identity {
            Identity::Matrix { mxid } => Some(mxid.clone()),
            Identity::IrcAccount { .. } | Identity::Console { .. } | Identity::Mail { .. } | Identity::Unproven(_) => {
                None
            }
        });
        let profiled = self.profiled().filter(|(_, whose)| *whose == account);
        let profiled = profiled.filter_map(|(identity, _)| match identity {
            Identity::Matrix { mxid } => Some(mxid.clone()),
            Identity::IrcAccount { .. } | Identity::Console { .. } | Identity::Mail { .. } | Identity::Unproven(_) => {
                None
            }
        });
        let by_server = self.account_servers.iter().map(|server| format!("@{account}:{server}"));
        let proves = |mxid: &String| {
            let mxid = mxid.clone();
            self.account_of(&Identity::Matrix { mxid }).as_ref() == Some(account)
        };
        let ids: BTreeSet<String> = given
            .chain(linked)
            .chain(profiled)
            .chain(by_server)
            .filter(proves)
            .collect();
        ids.into_iter().collect()
    }

    /// Makes an account known although no network can prove it yet.
    pub fn add_account(&mut self, account: &Account) {
        self.accounts.insert(account.clone());
    }

    /// Puts an account into a group.
    pub fn add_member(&mut self, group: &str, account: &Account) {
        self.accounts.insert(account.clone());
        self.groups.entry(group.to_owned()).or_default().insert(account.clone());
    }

    /// Says that nobody can tell at this moment who is in a group, and why.
    pub fn set_unsure(&mut self, group: &str, why: &str) {
        self.unsure.insert(group.to_owned(), why.to_owned());
    }

    /// Says that the account system has no such account, or has disabled it: it is nobody, however it is known.
    pub fn set_inactive(&mut self, account: &Account) {
        self.inactive.insert(account.clone());
    }

    /// Says that nobody can tell at this moment whether that account is active, and why.
    pub fn set_may_be_inactive(&mut self, account: &Account, why: &str) {
        self.may_be_inactive = Some((account.clone(), why.to_owned()));
    }

    /// Why it is unknown at this moment who is in the group; `None` where it is known.
    pub fn unsure(&self, group: &str) -> Option<&str> {
        self.unsure.get(group).map(String::as_str)
    }

    /// Is the account in the group, or unknown whether it is? For what protects people from others.
    pub fn may_be_member(&self, account: &Account, group: &str) -> bool {
        self.unsure(group).is_some() || self.is_member(account, group)
    }

    /// Records a name of the bot itself, which is nobody's account, whatever an account system says.
    pub fn add_own_name(&mut self, name: &str) {
        self.own_names.insert(Account::new(name));
    }

    /// Sets whether sponsoring a request needs somebody other than the requester, and deploying somebody other than the
    /// signer.
    pub fn set_four_eyes(&mut self, four_eyes: bool) {
        self.four_eyes = four_eyes;
    }

    /// Do these need two people?
    pub fn four_eyes(&self) -> bool {
        self.four_eyes
    }

    /// Sets whether an objection by sysadmin-main holds a freeze break.
    pub fn set_objections_hold(&mut self, hold: bool) {
        self.objections_hold = hold;
    }

    /// Does an objection by sysadmin-main hold a freeze break?
    pub fn objections_hold(&self) -> bool {
        self.objections_hold
    }

    /// Is that nobody's account: a name of the bot, or of a cause that is not a person?
    pub fn is_nobody(&self, account: &Account) -> bool {
        account.is_nobody() || self.own_names.contains(account)
    }

    /// Records that somebody administers the bot.
    pub fn add_operator(&mut self, account: &Account) {
        self.operators.insert(account.clone());
    }

    /// Says that the members of a group look after the bot.
    pub fn add_operator_group(&mut self, group: &str) {
        self.operator_groups.insert(group.to_owned());
    }

    /// The groups whose members look after the bot.
    pub fn operator_groups(&self) -> impl Iterator<Item = &str> {
        self.operator_groups.iter().map(String::as_str)
    }

    /// Does this account administer the bot at this moment?
    pub fn is_operator(&self, account: &Account) -> bool {
        let by_group = self.operator_groups().any(|group| self.is_member(account, group));
        (by_group || self.operators.contains(account)) && !self.is_nobody(account)
    }

    /// Those who administer the bot.
    pub fn operators(&self) -> Vec<Account> {
        let members = self
            .operator_groups()
            .filter_map(|group| self.groups.get(group))
            .flatten();
        let operators: BTreeSet<&Account> = self.operators.iter().chain(members).collect();
        let operators = operators.into_iter().filter(|account| !self.is_nobody(account));
        operators.cloned().collect()
    }

    /// The person behind a proven identity.
    pub fn identify(&self, identity: &Identity) -> Result<Person, NotAPerson> {
        let (account, named_by_profile) = self.found(identity)?;
        // How it was proven, for the record: of a profile no more than that it names what spoke.
        let proof = if named_by_profile {
            format!("{identity}, which the profile of {account} names")
        } else {
            identity.to_string()
        };
        Ok(Person {
            account,
            proof,
            // A mail's author is unproven, and is reported as such.
            proven: !matches!(identity, Identity::Mail { .. }),
        })
    }

    /// Whose identity it is, for what needs no proof.
    pub fn account_of(&self, identity: &Identity) -> Option<Account> {
        self.found(identity).ok().map(|(account, _)| account)
    }

    /// Whose identity it is, and whether nothing but a profile says so.
    fn found(&self, identity: &Identity) -> Result<(Account, bool), NotAPerson> {
        let mut named_by_profile = false;
        let account = match identity {
            Identity::IrcAccount { .. } | Identity::Matrix { .. } => {
                let linked = || self.links.of(identity).map(|link| link.account.clone());
                match self.by_config(identity).or_else(linked) {
                    Some(account) => account,
                    None => {
                        named_by_profile = true;
                        self.by_profile(identity)?
                    }
                }
            }
            // Anybody who can start a process on the store's machine can read and write the store itself.
            Identity::Console { account } => Account::new(account),
            Identity::Mail { .. } => Account::new(By::List.as_str()),
            Identity::Unproven(why) => return Err(NotAPerson::Unproven(*why)),
        };
        let is_mail = matches!(identity, Identity::Mail { .. });
        if !is_mail && self.is_nobody(&account) {
            return Err(NotAPerson::Unmapped(identity.clone()));
        }
        if self.inactive.contains(&account) {
            return Err(NotAPerson::Inactive(account));
        }
        if let Some((_, why)) = self.may_be_inactive.as_ref().filter(|(doubted, _)| *doubted == account) {
            return Err(NotAPerson::MayBeInactive(account, why.clone()));
        }
        Ok((account, named_by_profile))
    }

    /// Is the account in the group at this moment?
    pub fn is_member(&self, account: &Account, group: &str) -> bool {
        let there = self.groups.get(group).is_some_and(|members| members.contains(account));
        there && !self.is_nobody(account)
    }

    /// The members of a group, sorted.
    pub fn members(&self, group: &str) -> Vec<Account> {
        let members = self.groups.get(group).into_iter().flatten();
        members.filter(|account| !self.is_nobody(account)).cloned().collect()
    }

    /// The groups of an account, sorted.
    pub fn groups_of(&self, account: &Account) -> Vec<&str> {
        self.groups
            .iter()
            .filter(|(group, _)| self.is_member(account, group))
            .map(|(group, _)| group.as_str())
            .collect()
    }

    /// Are the accounts that it knows all that there are? Not where a homeserver or an account system knows others, or where
    /// no network proves anybody, as in a console: a name that is not known is no slip there.
    pub fn knows_everybody(&self) -> bool {
        self.account_servers.is_empty() && self.profiles.is_none() && !(self.irc.is_empty() && self.matrix.is_empty())
    }

    /// Is there such an account?
    pub fn knows(&self, account: &Account) -> bool {
        self.accounts.contains(account)
    }

    /// Every account that is known.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        self.accounts.iter()
    }
}

#[cfg(test)]
mod tests;
