//! What is heard: who says what, and how far the server vouches for the speaker.

use super::{MessageSource, Session, Stage};
use crate::chat::irc::incoming_text::strip_formatting;
use crate::chat::irc::inquiries::WHO_TOKEN;
use crate::chat::irc::roster::{KnownAccount, LONGEST_NAME, is_account};
use crate::people::{Account, Identity, Unproven};
use crate::visible::shown;
use crate::wire::{Incoming, IncomingId, Place, Presence, Report};
use chrono::{DateTime, TimeDelta, Utc};
use irc::proto::message::Tag;
use irc::proto::{BatchSubCommand, Command};
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::time::Instant;
use tracing::warn;

/// Most batches of history that may be open at once.
const OPEN_BATCHES: usize = 256;
/// Shortest time between two CTCP answers, whoever asks.
const CTCP_REST: Duration = Duration::from_secs(5);

/// Anything said longer ago than this is played-back history, and must not act.
fn oldest() -> TimeDelta {
    TimeDelta::minutes(5)
}

/// The tags of a message that the bot uses.
#[derive(Debug, Default)]
pub(super) struct Tags {
    account: Option<String>,
    id: Option<String>,
    time: Option<String>,
    batch: Option<String>,
}

impl Tags {
    /// Only the server's tags count: a client's own begin with `+` and prove nothing.
    pub(super) fn new(tags: Option<Vec<Tag>>) -> Self {
        let mut used = Self::default();
        for Tag(name, value) in tags.into_iter().flatten() {
            let place = match name.as_str() {
                "account" => &mut used.account,
                "msgid" => &mut used.id,
                "time" => &mut used.time,
                "batch" => &mut used.batch,
                _ => continue,
            };
            *place = value.filter(|value| !value.is_empty());
        }
        used.account = used.account.filter(|account| is_account(account));
        used
    }
}

impl Session {
    /// Is this part of played-back history, or the start or end of it?
    pub(super) fn is_playback(&mut self, tags: &Tags, command: &Command) -> bool {
        // With more open batches than any real server has, it is unknown which are history: treat all as such.
        let lost_count = self.playback.len() >= OPEN_BATCHES;
        let within = |batch: &String| lost_count || self.playback.contains(batch);
        let within = tags.batch.as_ref().is_some_and(within);
        if let Command::BATCH(reference, kind, _) = command {
            if let Some(ended) = reference.strip_prefix('-') {
                self.playback.remove(ended);
            } else if let Some(begun) = reference.strip_prefix('+') {
                let history = match kind {
                    Some(BatchSubCommand::CUSTOM(kind)) => {
                        let kind = kind.to_lowercase();
                        kind.contains("chathistory") || kind.contains("playback")
                    }
                    Some(BatchSubCommand::NETSPLIT | BatchSubCommand::NETJOIN) | None => false,
                };
                if (history || within) && !lost_count && begun.len() <= LONGEST_NAME {
                    self.playback.insert(begun.to_owned());
                }
            }
        }
        within
    }

    /// Which of the capabilities that prove accounts are active.
    pub(super) fn sources_of_trust(&self) -> [bool; 3] {
        ["account-tag", "account-notify", "extended-join"].map(|name| self.capabilities.has(name))
    }

    /// Can this server tell who is logged in? Without account-tag it must both answer "who is this now" and report
    /// every later logout.
    pub(super) fn can_tell_accounts(&self) -> bool {
        let [on_message, notified, _] = self.sources_of_trust();
        on_message || (notified && self.isupport.whox)
    }

    /// Is the table needed? Yes if messages do not carry accounts. Also if the config names people to call: then the
    /// table tells who of them is there, and is filled when there is time.
    fn needs_table(&self) -> bool {
        let is_proof = !self.capabilities.has("account-tag") && self.can_tell_accounts();
        is_proof || (self.stage == Stage::Up && self.looks_for_acquaintances())
    }

    /// The config names people, and the server can tell who of them is there, although each message proves its own
    /// author.
    fn looks_for_acquaintances(&self) -> bool {
        let can_be_kept = self.capabilities.has("account-notify") && self.isupport.whox;
        self.roster.has_acquaintances() && can_be_kept && self.capabilities.has("account-tag")
    }

    /// Reports the arrivals and departures of these from now on, starting with those already there.
    pub(in crate::chat::irc) fn watch_for(&mut self, acquaintances: BTreeMap<String, Account>) {
        let knew_everybody = self.needs_table();
        self.roster.watch_for(acquaintances);
        if self.needs_table() && !knew_everybody {
            self.ask_for_everybody();
        }
        self.tell_who_is_around();
    }

    fn ask_for_everybody(&mut self) {
        for channel in self.roster.own_channels() {
            self.inquiries.about_channel(channel);
        }
    }

    /// The server now reports accounts in another way: forget, and ask about everybody.
    pub(super) fn learn_accounts_anew(&mut self) {
        self.roster.forget_accounts();
        if !self.can_tell_accounts() {
            warn!(
                network = self.config.name,
                "the server can no longer tell who is logged in: nobody can change anything"
            );
        }
        if self.needs_table() {
            self.ask_for_everybody();
        }
    }

    /// Is it still unknown who some of the people in sight are?
    pub(super) fn still_learns(&self) -> bool {
        self.needs_table() && (!self.channels.all_tried() || self.inquiries.is_busy())
    }

    fn identity(&mut self, nick: &str, tags: &Tags) -> Identity {
        let proven = |account: &str| Identity::IrcAccount {
            network: self.config.name.clone(),
            account: account.to_owned(),
        };
        if self.capabilities.has("account-tag") {
            return match &tags.account {
                Some(account) => proven(account),
                None => Identity::Unproven(Unproven::NotLoggedIn),
            };
        }
        if !self.can_tell_accounts() {
            return Identity::Unproven(Unproven::ServerCannotTell);
        }
        match self.roster.account_of(nick) {
            KnownAccount::Account(account) => proven(&account),
            KnownAccount::NotLoggedIn => Identity::Unproven(Unproven::NotLoggedIn),
            KnownAccount::Unknown => Identity::Unproven(match self.roster.seat_of(nick) {
                Some(channel) => {
                    self.inquiries.about_speaker(nick, channel);
                    Unproven::NotKnownYet
                }
                None => Unproven::NotLoggedIn,
            }),
        }
    }

    pub(super) fn hear(
        &mut self,
        source: &MessageSource,
        target: &str,
        text: &str,
        tags: &Tags,
        wall: DateTime<Utc>,
        now: Instant,
    ) {
        if self.is_me(&source.nick) {
            return self.hear_echo(target, text);
        }
        if !source.is_user() || self.stage == Stage::Registering {
            return;
        }
        let network = self.config.name.clone();
        let network = &network;
        let place = if let Some(channel) = self.isupport.channel_of(target) {
            let configured = self.channels.configured_name(channel, self.isupport.casemapping);
            // What is said to a channel's operators alone is answered to them alone.
            let signs = &target[..target.len() - channel.len()];
            Place::channel(network, &format!("{signs}{}", configured.unwrap_or(channel)))
        } else if self.is_me(target) {
            Place::direct(network, &source.nick)
        } else {
            // Sent to everybody on a server; not for us.
            return;
        };
        // `/me waves` is talk, which may be kept, and never a command.
        let action = text.strip_prefix("\u{1}ACTION ").filter(|_| !place.is_direct());
        let action = action.map(|words| format!("* {} {}", source.nick, words.trim_end_matches('\u{1}')));
        let text = action.as_deref().unwrap_or(text);
        if let Some(request) = text.strip_prefix('\u{1}') {
            return self.hear_ctcp(&source.nick, request, now);
        }
        let said_at = tags.time.as_deref().filter(|_| self.capabilities.has("server-time"));
        let at = said_at
            .and_then(|time| DateTime::parse_from_rfc3339(time).ok())
            // A clock that runs fast must not date anything into the future.
            .map_or(wall, |time| time.to_utc().min(wall));
        if wall - at > oldest() {
            if !std::mem::replace(&mut self.told_of_playback, true) {
                warn!(network, %at, "a line from the past was passed over (history, or a server whose clock is slow)");
            }
            if !self.told.deaf {
                // It may be history: the server's own answer shows what its clock says.
                self.urgent.push_back(Command::PING("rfrbot-clock".to_owned(), None));
            }
            return self.tell_deaf(Some((wall - at).num_seconds()));
        }
        self.tell_deaf(None);
        let identity = self.identity(&source.nick, tags);
        let id = tags.id.as_ref().filter(|_| self.capabilities.has("message-tags"));
        self.reports.push_back(Report::Heard(Incoming {
            id: id.map(|id| IncomingId {
                network: network.clone(),
                id: id.clone(),
            }),
            place,
            name: source.nick.clone(),
            identity,
            own_name: self.nick.current().to_owned(),
            text: strip_formatting(text),
            at,
            quoted: None,
        }));
    }

    /// Reads the server's clock, from an answer that the server makes itself.
    pub(super) fn hear_clock(&mut self, tags: &Tags, wall: DateTime<Utc>) {
        let said_at = tags.time.as_deref().filter(|_| self.capabilities.has("server-time"));
        if let Some(at) = said_at.and_then(|time| DateTime::parse_from_rfc3339(time).ok()) {
            let behind = wall - at.to_utc();
            self.tell_deaf((behind > oldest()).then(|| behind.num_seconds()));
        }
    }

    pub(super) fn hear_notice(&mut self, source: &MessageSource, target: &str, text: &str, now: Instant) {
        if self.is_me(&source.nick) {
            self.hear_echo(target, text);
        } else if self.is_me(target) && self.are_services(source) {
            self.hear_nickserv(&strip_formatting(text), now);
        }
    }

    fn hear_ctcp(&mut self, nick: &str, request: &str, now: Instant) {
        let word = request.trim_end_matches('\u{1}').split(' ').next().unwrap_or("");
        if word.eq_ignore_ascii_case("VERSION") && self.next_ctcp <= now {
            self.next_ctcp = now + CTCP_REST;
            let answer = format!("\u{1}VERSION rfrbot {}\u{1}", env!("CARGO_PKG_VERSION"));
            self.order(Command::NOTICE(nick.to_owned(), answer));
        }
    }

    pub(super) fn hear_join(&mut self, nick: &str, channel: &str, account: Option<&str>, now: Instant) {
        if self.is_me(nick) {
            self.roster.enter(channel);
            let mapping = self.isupport.casemapping;
            self.channels.joined(channel, mapping, now);
            if self.channels.configured_name(channel, mapping).is_none() && self.channels.asked_first().is_some() {
                // Forwarded silently: the bot leaves a channel that nobody configured.
                let why = format!("the server sent the bot to {} instead", shown(channel));
                match self.channels.asked_alone() {
                    Some(asked) => self.cannot_join(&asked, &why, now),
                    // Several are possible: only an answer that names one, or a missing answer, will tell which.
                    None => warn!(network = self.config.name, why, "one of the channels cannot be joined"),
                }
                self.order(Command::PART(channel.to_owned(), None));
            }
            return self.tell_place(channel, Presence::In);
        }
        let known = match account.filter(|_| self.capabilities.has("extended-join")) {
            Some(account) => KnownAccount::from_wire(account),
            None => KnownAccount::Unknown,
        };
        let ask = known == KnownAccount::Unknown && self.needs_table();
        self.roster.sees(nick, channel, known);
        if ask && self.roster.is_in(channel) {
            let channel = self.isupport.casemapping.fold(channel);
            self.inquiries.about_person(nick, &channel);
        }
    }

    /// Somebody left a channel, or was removed.
    pub(super) fn hear_departure(&mut self, nick: &str, channel: &str, words: &str, now: Instant) {
        if !self.is_me(nick) {
            return self.roster.gone_from(nick, channel);
        }
        self.roster.leave(channel);
        self.inquiries.forget(&self.isupport.casemapping.fold(channel));
        if let Some(wait) = self.channels.thrown_out(channel, self.isupport.casemapping, now) {
            let network = &self.config.name;
            let seconds = wait.as_secs();
            warn!(
                network,
                channel, words, "thrown out of the channel; back in {seconds} s"
            );
            self.tell_place(channel, Presence::Out(format!("thrown out: {words}")));
        }
    }

    pub(super) fn hear_account(&mut self, nick: &str, account: &str, now: Instant) {
        if self.is_me(nick) {
            match KnownAccount::from_wire(account) {
                KnownAccount::Account(_) => self.login_is_good(now),
                KnownAccount::NotLoggedIn | KnownAccount::Unknown => self.login_is_lost(now),
            }
        } else if self.capabilities.has("account-notify") {
            self.roster.account_is(nick, KnownAccount::from_wire(account));
        }
    }

    /// Answers to `NAMES` and `WHO`.
    pub(super) fn hear_who_is_there(&mut self, number: u16, arguments: &[String]) {
        match (number, arguments) {
            // 353: own nick, the channel's kind, the channel, names with prefixes for rank.
            (353, [_, _, channel, names]) => {
                for name in names.split_ascii_whitespace() {
                    let nick = name.trim_start_matches(|sign: char| "~&@%+!".contains(sign));
                    let nick = nick.split('!').next().unwrap_or(nick);
                    if !self.is_me(nick) {
                        self.roster.sees(nick, channel, KnownAccount::Unknown);
                    }
                }
            }
            // 366: the end of the names.
            (366, [_, channel, ..]) if self.needs_table() && self.roster.is_in(channel) => {
                let channel = self.isupport.casemapping.fold(channel);
                self.inquiries.about_channel(&channel);
            }
            // 354: own nick, our token, nick, account. The short 352 says nothing about accounts and proves nothing.
            (354, [_, token, nick, account]) if token == WHO_TOKEN && self.capabilities.has("account-notify") => {
                let roster = &self.roster;
                if self
                    .inquiries
                    .asked_about(nick, |channel| roster.sits_in(nick, channel))
                {
                    self.roster.account_is(nick, KnownAccount::from_wire(account));
                }
            }
            _ => {}
        }
    }
}
