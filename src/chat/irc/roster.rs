//! Who is in the bot's channels, and the services account each is logged in to, by the server's word.
//!
//! The table holds only people who share a channel with the bot, because only about them does the server report logins,
//! logouts and nick changes. Whoever is out of sight is forgotten at once: the same nick later may be somebody else.

use super::casemapping::Casemapping;
use crate::people::Account;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Most places kept, one for each person in each channel. No real server exceeds it. Nothing is known about people
/// beyond it, and somebody unknown may change nothing.
const SEATS: usize = 32_768;
/// Most channels the bot can be made to sit in.
const CHANNELS: usize = 1024;
/// No name is longer than a line (RFC 1459, section 2.3).
pub(super) const LONGEST_NAME: usize = 512;

/// What the server said about somebody's account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum KnownAccount {
    /// Nothing yet.
    Unknown,
    /// Not logged in.
    NotLoggedIn,
    /// Logged in to this account.
    Account(String),
}

impl KnownAccount {
    /// From a word on the wire; `*` and `0` stand for none.
    pub(super) fn from_wire(account: &str) -> Self {
        match account {
            "*" | "0" | "" => Self::NotLoggedIn,
            noise if !is_account(noise) => Self::NotLoggedIn,
            account => Self::Account(account.to_owned()),
        }
    }
}

/// Can this be the name of an account? A word garbled on its way should identify nobody.
pub(super) fn is_account(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= LONGEST_NAME
        && !name.contains(|sign: char| sign.is_whitespace() || sign.is_control())
}

#[derive(Debug)]
struct Member {
    channels: HashSet<String>,
    known: KnownAccount,
}

/// The people in the bot's channels on one connection.
#[derive(Debug, Default)]
pub(super) struct Roster {
    mapping: Casemapping,
    /// Channels the bot is in.
    own: HashSet<String>,
    members: HashMap<String, Member>,
    /// Number of places: members counted once per channel.
    seats: usize,
    /// Services accounts, in lower case, whose arrivals and departures are reported, and the person each belongs to.
    acquaintances: BTreeMap<String, Account>,
    /// How many people in sight are logged in to each of them.
    in_sight: HashMap<String, usize>,
    news: Vec<(String, bool)>,
}

impl Roster {
    /// Reports from now on when these services accounts come into sight or go out of it, starting with those already
    /// there.
    pub(super) fn watch_for(&mut self, acquaintances: BTreeMap<String, Account>) {
        self.acquaintances = acquaintances;
        let mut in_sight: HashMap<String, usize> = HashMap::new();
        for member in self.members.values() {
            if let KnownAccount::Account(account) = &member.known {
                let account = account.to_ascii_lowercase();
                if self.acquaintances.contains_key(&account) {
                    *in_sight.entry(account).or_default() += 1;
                }
            }
        }
        let before = std::mem::replace(&mut self.in_sight, in_sight);
        let is_here =
            |counts: &HashMap<String, usize>, account: &str| counts.get(account).is_some_and(|seen| *seen > 0);
        let came = self.in_sight.keys().filter(|account| !is_here(&before, account));
        let went = before
            .keys()
            .filter(|account| is_here(&before, account) && !is_here(&self.in_sight, account));
        let came = came.map(|account| (account.clone(), true));
        self.news
            .extend(came.chain(went.map(|account| (account.clone(), false))));
    }

    /// Is there anybody to report on?
    pub(super) fn has_acquaintances(&self) -> bool {
        !self.acquaintances.is_empty()
    }

    /// Acquaintances that came (`true`) or went since the last call, in lower case.
    pub(super) fn take_news(&mut self) -> Vec<(String, bool)> {
        std::mem::take(&mut self.news)
    }

    /// The single place through which every change of knowledge about somebody in sight passes.
    fn learn(&mut self, before: &KnownAccount, after: &KnownAccount) {
        if before == after {
            return;
        }
        if let KnownAccount::Account(account) = before {
            self.count(account, false);
        }
        if let KnownAccount::Account(account) = after {
            self.count(account, true);
        }
    }

    fn count(&mut self, account: &str, here: bool) {
        let account = account.to_ascii_lowercase();
        if !self.acquaintances.contains_key(&account) {
            return;
        }
        let seen = self.in_sight.entry(account.clone()).or_default();
        let before = *seen;
        *seen = if here { before + 1 } else { before.saturating_sub(1) };
        let turned = if here { before == 0 } else { before == 1 };
        if turned {
            self.news.push((account, here));
        }
    }

    /// Removes somebody who is out of sight.
    fn lose(&mut self, folded: &str) -> Option<Member> {
        let member = self.members.remove(folded)?;
        self.seats -= member.channels.len();
        self.learn(&member.known, &KnownAccount::Unknown);
        Some(member)
    }

    /// Sets the rule for comparing names; what was stored under another rule is forgotten.
    pub(super) fn use_mapping(&mut self, mapping: Casemapping) {
        if self.mapping != mapping {
            self.mapping = mapping;
            let everybody: Vec<String> = self.members.keys().cloned().collect();
            for nick in everybody {
                self.lose(&nick);
            }
            self.own = self.own.drain().map(|name| mapping.fold(&name)).collect();
        }
    }

    /// The bot joined a channel.
    pub(super) fn enter(&mut self, channel: &str) {
        self.leave(channel);
        let no_name = |sign: char| sign.is_whitespace() || sign.is_control() || sign == ',';
        if self.own.len() < CHANNELS && channel.len() <= LONGEST_NAME && !channel.contains(no_name) {
            self.own.insert(self.mapping.fold(channel));
        }
    }

    /// The bot left a channel: people seen only there are out of sight.
    pub(super) fn leave(&mut self, channel: &str) {
        let channel = self.mapping.fold(channel);
        self.own.remove(&channel);
        let mut out_of_sight = Vec::new();
        for (nick, member) in &mut self.members {
            self.seats -= usize::from(member.channels.remove(&channel));
            if member.channels.is_empty() {
                out_of_sight.push(nick.clone());
            }
        }
        for nick in out_of_sight {
            self.lose(&nick);
        }
    }

    pub(super) fn is_in(&self, channel: &str) -> bool {
        self.own.contains(&self.mapping.fold(channel))
    }

    /// Somebody is in one of the bot's channels; `known` if the server told their account with it.
    pub(super) fn sees(&mut self, nick: &str, channel: &str, known: KnownAccount) {
        let channel = self.mapping.fold(channel);
        let nick = self.mapping.fold(nick);
        if !self.own.contains(&channel) || nick.len() > LONGEST_NAME {
            return;
        }
        let sat_here = |member: &Member| member.channels.contains(&channel);
        if self.seats >= SEATS && !self.members.get(&nick).is_some_and(sat_here) {
            return;
        }
        let member = self.members.entry(nick).or_insert_with(|| Member {
            channels: HashSet::new(),
            known: KnownAccount::Unknown,
        });
        self.seats += usize::from(member.channels.insert(channel));
        if known != KnownAccount::Unknown {
            let before = std::mem::replace(&mut member.known, known);
            let after = member.known.clone();
            self.learn(&before, &after);
        }
    }

    pub(super) fn sits_in(&self, nick: &str, channel: &str) -> bool {
        let member = self.members.get(&self.mapping.fold(nick));
        member.is_some_and(|member| member.channels.contains(&self.mapping.fold(channel)))
    }

    /// A channel in which the bot sees this nick, folded.
    pub(super) fn seat_of(&self, nick: &str) -> Option<&str> {
        let member = self.members.get(&self.mapping.fold(nick))?;
        member.channels.iter().next().map(String::as_str)
    }

    /// Somebody left a channel.
    pub(super) fn gone_from(&mut self, nick: &str, channel: &str) {
        let nick = self.mapping.fold(nick);
        if let Some(member) = self.members.get_mut(&nick) {
            self.seats -= usize::from(member.channels.remove(&self.mapping.fold(channel)));
            if member.channels.is_empty() {
                self.lose(&nick);
            }
        }
    }

    /// Somebody left the network.
    pub(super) fn quit(&mut self, nick: &str) {
        let nick = self.mapping.fold(nick);
        self.lose(&nick);
    }

    /// Somebody changed nick.
    pub(super) fn renamed(&mut self, old: &str, new: &str) {
        let (old, new) = (self.mapping.fold(old), self.mapping.fold(new));
        if old == new {
            return;
        }
        if new.len() > LONGEST_NAME {
            self.lose(&old);
            return;
        }
        // An older entry under the new nick is out of date.
        self.lose(&new);
        if let Some(member) = self.members.remove(&old) {
            self.members.insert(new, member);
        }
    }

    /// The server tells somebody's account; ignored for people out of sight.
    pub(super) fn account_is(&mut self, nick: &str, known: KnownAccount) {
        if let Some(member) = self.members.get_mut(&self.mapping.fold(nick)) {
            let before = std::mem::replace(&mut member.known, known);
            let after = member.known.clone();
            self.learn(&before, &after);
        }
    }

    pub(super) fn account_of(&self, nick: &str) -> KnownAccount {
        self.members
            .get(&self.mapping.fold(nick))
            .map_or(KnownAccount::Unknown, |member| member.known.clone())
    }

    /// A nick in sight that is logged in to this services account: of several the first.
    pub(super) fn nick_logged_in_to(&self, services: &str) -> Option<String> {
        let is_so =
            |member: &Member| matches!(&member.known, KnownAccount::Account(now) if now.eq_ignore_ascii_case(services));
        let nicks = self.members.iter().filter(|(_, member)| is_so(member));
        nicks.map(|(nick, _)| nick.clone()).min()
    }

    /// The nicks of these people that are in sight, sorted; in one channel, or in any.
    pub(super) fn nicks_of(&self, people: &[String], channel: Option<&str>) -> Vec<String> {
        if people.is_empty() {
            // The shortcut for nearly every message: a channel may have thousands of members.
            return Vec::new();
        }
        let channel = channel.map(|name| self.mapping.fold(name));
        let is_meant = |member: &Member| {
            let KnownAccount::Account(services) = &member.known else {
                return false;
            };
            let person = self.acquaintances.get(&services.to_ascii_lowercase());
            person.is_some_and(|person| people.iter().any(|name| Account::new(name) == *person))
        };
        let is_there = |member: &Member| channel.as_ref().is_none_or(|channel| member.channels.contains(channel));
        let here = self
            .members
            .iter()
            .filter(|(_, member)| is_there(member) && is_meant(member));
        let mut nicks: Vec<String> = here.map(|(nick, _)| nick.clone()).collect();
        nicks.sort_unstable();
        nicks
    }

    /// Knowledge about accounts is no longer reliable.
    pub(super) fn forget_accounts(&mut self) {
        for member in self.members.values_mut() {
            member.known = KnownAccount::Unknown;
        }
        let gone = std::mem::take(&mut self.in_sight).into_iter();
        self.news
            .extend(gone.filter(|(_, seen)| *seen > 0).map(|(account, _)| (account, false)));
    }

    /// Number of places kept.
    #[cfg(test)]
    pub(super) fn seats(&self) -> usize {
        let counted: usize = self.members.values().map(|member| member.channels.len()).sum();
        assert_eq!(self.seats, counted, "the count is wrong");
        self.seats
    }

    /// The channels the bot is in, folded.
    pub(super) fn own_channels(&self) -> impl Iterator<Item = &str> {
        self.own.iter().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kevin() -> KnownAccount {
        KnownAccount::Account("kevin".to_owned())
    }

    fn room() -> Roster {
        let mut roster = Roster::default();
        roster.enter("#a");
        roster.enter("#b");
        roster.sees("Kevin", "#a", kevin());
        roster
    }

    #[test]
    fn an_account_follows_its_owner_through_a_change_of_nick_and_nobody_else() {
        let mut roster = room();
        roster.renamed("kevin", "nirik");
        assert_eq!(roster.account_of("NIRIK"), kevin());
        assert_eq!(roster.account_of("kevin"), KnownAccount::Unknown);
        roster.sees("kevin", "#a", KnownAccount::NotLoggedIn);
        assert_eq!(
            roster.account_of("kevin"),
            KnownAccount::NotLoggedIn,
            "the one who takes the nick takes no account"
        );
        // Somebody out of sight takes a nick that we believed to know.
        roster.renamed("stranger", "nirik");
        assert_eq!(roster.account_of("nirik"), KnownAccount::Unknown);
    }

    #[test]
    fn an_account_is_forgotten_on_logout_quit_and_leaving_the_last_channel() {
        let mut roster = room();
        roster.account_is("kevin", KnownAccount::from_wire("*"));
        assert_eq!(roster.account_of("kevin"), KnownAccount::NotLoggedIn);
        let mut roster = room();
        roster.quit("kevin");
        assert_eq!(roster.account_of("kevin"), KnownAccount::Unknown);
        let mut roster = room();
        roster.sees("kevin", "#b", KnownAccount::Unknown);
        roster.gone_from("kevin", "#a");
        assert_eq!(roster.account_of("kevin"), kevin(), "still in #b");
        roster.gone_from("kevin", "#b");
        assert_eq!(roster.account_of("kevin"), KnownAccount::Unknown);
        let mut roster = room();
        roster.leave("#a");
        assert_eq!(roster.account_of("kevin"), KnownAccount::Unknown, "out of our sight");
    }

    #[test]
    fn acquaintances_are_around_while_any_of_their_nicks_is() {
        let mut roster = Roster::default();
        roster.watch_for(BTreeMap::from([("kevin".to_owned(), Account::new("kevin"))]));
        roster.enter("#a");
        roster.sees("Kevin", "#a", KnownAccount::Account("Kevin".to_owned()));
        roster.sees("stranger", "#a", KnownAccount::Account("stranger".to_owned()));
        assert_eq!(roster.take_news(), [("kevin".to_owned(), true)]);
        roster.sees("kevin_phone", "#a", kevin());
        roster.renamed("kevin", "nirik");
        roster.quit("nirik");
        assert_eq!(roster.take_news(), [], "the phone is still there");
        roster.account_is("kevin_phone", KnownAccount::NotLoggedIn);
        assert_eq!(roster.take_news(), [("kevin".to_owned(), false)]);
        roster.account_is("kevin_phone", kevin());
        roster.leave("#a");
        assert_eq!(
            roster.take_news(),
            [("kevin".to_owned(), true), ("kevin".to_owned(), false)]
        );
    }

    #[test]
    fn new_acquaintances_are_told_of_at_once_and_old_ones_forgotten() {
        let watch_for = |names: &[&str]| -> BTreeMap<String, Account> {
            names
                .iter()
                .map(|name| ((*name).to_owned(), Account::new(name)))
                .collect()
        };
        let mut roster = room();
        roster.sees("smooge", "#a", KnownAccount::Account("Smooge".to_owned()));
        roster.watch_for(watch_for(&["kevin", "ralph"]));
        assert_eq!(roster.take_news(), [("kevin".to_owned(), true)]);
        roster.watch_for(watch_for(&["smooge", "ralph"]));
        let (came, went) = (("smooge".to_owned(), true), ("kevin".to_owned(), false));
        assert_eq!(roster.take_news(), [came, went]);
        assert_eq!(roster.nicks_of(&["smooge".to_owned()], Some("#a")), ["smooge"]);
        roster.watch_for(watch_for(&["smooge"]));
        roster.quit("kevin");
        assert_eq!(roster.take_news(), [], "nothing changed for those who are watched for");
        roster.quit("smooge");
        assert_eq!(roster.take_news(), [("smooge".to_owned(), false)]);
    }

    #[test]
    fn a_crowd_without_end_is_bounded_and_proves_nothing() {
        let mut roster = room();
        for number in 0..SEATS + 9 {
            roster.sees(&format!("n{number}"), "#a", kevin());
        }
        assert_eq!(roster.seats(), SEATS);
        assert_eq!(roster.account_of(&format!("n{}", SEATS + 8)), KnownAccount::Unknown);
        roster.sees("kevin", "#a", KnownAccount::NotLoggedIn);
        assert_eq!(
            roster.account_of("kevin"),
            KnownAccount::NotLoggedIn,
            "who is kept is followed"
        );
        roster.sees("kevin", "#b", KnownAccount::Unknown);
        roster.renamed("n1", "n2");
        roster.quit("n3");
        roster.sees("late", "#b", kevin());
        assert_eq!(roster.account_of("late"), kevin(), "there is room again");
        roster.leave("#a");
        roster.leave("#b");
        assert_eq!(roster.seats(), 0);
        for number in 0..2 * CHANNELS {
            roster.enter(&format!("#c{number}"));
        }
        assert_eq!(roster.own.len(), CHANNELS);
        roster.leave("#c0");
        roster.enter("#c0 #c1");
        assert!(!roster.is_in("#c0 #c1"), "that is no channel");
        roster.renamed("kevin", &"x".repeat(LONGEST_NAME + 1));
        for noise in [
            "x".repeat(LONGEST_NAME + 1),
            "kevin :smooge".to_owned(),
            "kevin\u{1}".to_owned(),
        ] {
            assert_eq!(KnownAccount::from_wire(&noise), KnownAccount::NotLoggedIn);
        }
    }

    #[test]
    fn about_strangers_nothing_is_kept() {
        let mut roster = room();
        roster.account_is("stranger", kevin());
        roster.sees("stranger", "#elsewhere", kevin());
        assert_eq!(roster.account_of("stranger"), KnownAccount::Unknown);
    }

    #[test]
    fn the_servers_rule_for_names_decides_who_is_who() {
        let mut roster = Roster::default();
        roster.use_mapping(Casemapping::Ascii);
        roster.enter("#a");
        roster.sees("kevin[m]", "#a", kevin());
        assert_eq!(roster.account_of("kevin{m}"), KnownAccount::Unknown);
        roster.use_mapping(Casemapping::Rfc1459);
        assert_eq!(roster.account_of("kevin[m]"), KnownAccount::Unknown, "learnt anew");
        roster.sees("kevin[m]", "#a", kevin());
        assert_eq!(roster.account_of("KEVIN{M}"), kevin());
    }
}
