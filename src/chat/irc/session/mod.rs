//! The state of one connection, from the first line to the last, without socket or clock.
//!
//! [`Session`] is fed with messages and the time. It says what to send ([`Session::take_output`]), what to report
//! ([`Session::take_report`]), when to wake it ([`Session::next_deadline`]) and when the connection is over
//! ([`Session::ending`]). Its parts: logging in (`registering`), hearing (`hearing`) and saying (`saying`).

mod hearing;
mod registering;
mod saying;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
pub(super) mod tests;

use super::capabilities::Capabilities;
use super::channels::DesiredChannels;
use super::inquiries::Inquiries;
use super::isupport::Isupport;
use super::moves::{Move, single_spaced};
use super::nick::OwnNick;
use super::pace::Pacer;
use super::queue::Queue;
use super::roster::Roster;
use super::sasl::SaslExchange;
use crate::adaptor::backoff::Wait;
use crate::config::{IrcChannel, IrcNetwork, Login};
use crate::people::Identity;
use crate::wire::{Delivery, OtherNick, Place, Presence, Report};
use chrono::{DateTime, Utc};
use irc::proto::{Command, Message, Prefix};
use std::collections::{BTreeMap, HashSet, VecDeque};
use std::sync::Arc;
use std::time::Duration;
use tokio::time::Instant;
use tracing::debug;

/// How far the connection has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    /// Capabilities, SASL, nick; until the server's welcome (001).
    Registering,
    /// The server describes itself, until the end of its message of the day.
    Greeting,
    /// Waiting for `NickServ` to answer `IDENTIFY`.
    Identifying,
    /// Reported as up. Channels are still being joined: the bot speaks in each as soon as it is in.
    Up,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ConnectionEnd {
    /// The reason, in words, for the log.
    pub(super) why: String,
    /// How long to wait before the next connection.
    pub(super) wait: Wait,
}

/// How long to wait for a server that neither sends a message of the day nor says that it has none.
const GREETING: Duration = Duration::from_secs(10);

/// Upper bound on our own queued commands; only a misbehaving server could exceed it.
const ORDERS: usize = 64;

/// How many lines for people go out between two of the bot's own questions.
const LINES_PER_QUESTION: u32 = 3;

/// One connection. It has no `Debug`, because its queued commands contain passwords.
pub(super) struct Session {
    config: Arc<IrcNetwork>,
    stage: Stage,
    stage_deadline: Option<Instant>,
    up_since: Option<Instant>,
    ending: Option<ConnectionEnd>,

    capabilities: Capabilities,
    capabilities_ended: bool,
    login: LoginState,

    nick: OwnNick,
    /// Lengths of our `user` and `host` as others see them.
    own_address: Option<(usize, usize)>,
    isupport: Isupport,
    channels: DesiredChannels,
    /// What was last reported about channels, nick and clock.
    told: LastReported,
    roster: Roster,
    inquiries: Inquiries,
    /// Open batches of played-back history.
    playback: HashSet<String>,
    told_of_playback: bool,
    next_ctcp: Instant,

    /// Lines that go out at once, whatever the pace.
    urgent: VecDeque<Command>,
    /// The bot's own commands, ahead of what it says.
    commands: VecDeque<Command>,
    /// The bot's next question to the server (`JOIN`, `WHO`), which yields to what people wait for.
    question: Option<Command>,
    /// Lines sent since the last such question.
    lines_since: u32,
    queue: Queue,
    /// Deliveries for people who may come into sight any moment.
    held: Vec<Delivery>,
    pacer: Pacer,
    confirming: Option<saying::Confirming>,
    /// The server's words for a ban; the server closes the link itself, with a reason.
    banned: Option<String>,
    /// The bot is about to leave, and says nothing more.
    silent: bool,
    markers: u64,
    reports: VecDeque<Report>,

    silence: Silence,
}

/// State of the login to services.
#[derive(Default)]
struct LoginState {
    /// The SASL exchange in progress.
    sasl: Option<SaslExchange>,
    sasl_deadline: Option<Instant>,
    /// When to try again.
    retry: Option<Instant>,
    failures: u32,
    logged_in: bool,
    /// Has the refused login been logged?
    refusal_told: bool,
    /// Has the missing login been reported?
    missing_told: bool,
}

/// What was last reported, so that each thing is said once.
#[derive(Default)]
struct LastReported {
    /// Keyed by the names in the config.
    channels: BTreeMap<String, Presence>,
    /// The nick in use instead of the wanted one.
    instead: Option<OtherNick>,
    deaf: bool,
}

/// How long the server has been silent.
struct Silence {
    last_input: Instant,
    pinged: bool,
    listening: bool,
}

impl Session {
    /// A connection just made; its first lines are ready to be sent.
    pub(super) fn new(config: Arc<IrcNetwork>, now: Instant) -> Self {
        let mut session = Self {
            stage: Stage::Registering,
            stage_deadline: Some(now + config.connect_timeout),
            up_since: None,
            ending: None,
            capabilities: Capabilities::new(matches!(config.login, Login::SaslPlain { .. } | Login::SaslExternal)),
            capabilities_ended: false,
            login: LoginState::default(),
            nick: OwnNick::new(&config.nick, &config.alternative_nicks),
            own_address: None,
            isupport: Isupport::default(),
            channels: DesiredChannels::new(&config.channels, now),
            told: LastReported::default(),
            roster: Roster::default(),
            inquiries: Inquiries::default(),
            playback: HashSet::new(),
            told_of_playback: false,
            next_ctcp: now,
            urgent: VecDeque::new(),
            commands: VecDeque::new(),
            question: None,
            lines_since: 0,
            queue: Queue::default(),
            held: Vec::new(),
            pacer: Pacer::new(&config.pace, now),
            confirming: None,
            banned: None,
            silent: false,
            markers: 0,
            reports: VecDeque::new(),
            silence: Silence {
                last_input: now,
                pinged: false,
                listening: true,
            },
            config,
        };
        session.begin();
        session
    }

    /// Takes one line from the server. `wall` is the time of day.
    pub(super) fn hear_line(&mut self, line: &str, now: Instant, wall: DateTime<Utc>) {
        let line = &*single_spaced(line);
        if self.has_moved(line, now) {
            self.silence.last_input = now;
            self.silence.pinged = false;
            return;
        }
        match line.parse() {
            Ok(message) => self.receive(message, now, wall),
            Err(error) => debug!(network = self.config.name, %error, "a line that is no message was passed over"),
        }
    }

    /// Notes somebody else's arrival or departure, if the line is one.
    fn has_moved(&mut self, line: &str, now: Instant) -> bool {
        let Some((nick, moved)) = Move::new(line).filter(|(nick, _)| !self.is_me(nick)) else {
            return false;
        };
        match moved {
            Move::Came { channel, account } => self.hear_join(nick, channel, account, now),
            Move::Left { channel } => self.hear_departure(nick, channel, "", now),
            Move::Gone => {
                self.roster.quit(nick);
                self.nick_left(nick, now);
            }
        }
        self.tell_who_is_around();
        true
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the library's commands: the bot hears some of them"
    )]
    fn receive(&mut self, message: Message, now: Instant, wall: DateTime<Utc>) {
        self.silence.last_input = now;
        self.silence.pinged = false;
        let Message { tags, prefix, command } = message;
        let tags = hearing::Tags::new(tags);
        if self.is_playback(&tags, &command) {
            return;
        }
        let source = MessageSource::new(prefix);
        if self.is_me(&source.nick) && !source.host.is_empty() {
            self.own_address = Some((source.user.len(), source.host.len()));
        }
        match command {
            Command::PRIVMSG(target, text) => self.hear(&source, &target, &text, &tags, wall, now),
            Command::NOTICE(target, text) => self.hear_notice(&source, &target, &text, now),
            Command::PING(token, _) => self.urgent.push_back(Command::PONG(token, None)),
            Command::PONG(first, second) => {
                self.hear_clock(&tags, wall);
                self.hear_pong(&first, second.as_deref());
            }
            Command::JOIN(channel, account, _) => self.hear_join(&source.nick, &channel, account.as_deref(), now),
            Command::PART(channel, why) => {
                self.hear_departure(
                    &source.nick,
                    &channel,
                    &format!("left, {}", why.unwrap_or_default()),
                    now,
                );
            }
            Command::INVITE(nick, channel) if self.is_me(&nick) => {
                self.channels.invited(&channel, self.isupport.casemapping, now);
            }
            Command::KICK(channel, nick, why) => {
                let words = format!("by {}, {}", source.nick, why.unwrap_or_default());
                self.hear_departure(&nick, &channel, &words, now);
            }
            Command::QUIT(_) => {
                self.roster.quit(&source.nick);
                self.nick_left(&source.nick, now);
            }
            Command::NICK(new) => self.hear_nick(&source.nick, &new, now),
            Command::ACCOUNT(account) => self.hear_account(&source.nick, &account, now),
            Command::CHGHOST(user, host) if self.is_me(&source.nick) => {
                self.own_address = Some((user.len(), host.len()));
            }
            Command::CAP(_, sub, first, second) => self.hear_cap(sub, first.as_deref(), second.as_deref(), now),
            Command::AUTHENTICATE(challenge) => self.hear_challenge(&challenge),
            Command::ERROR(why) => self.hear_error(&why),
            Command::Response(response, arguments) => self.hear_numeric(response as u16, &arguments, now),
            Command::Raw(word, arguments) => {
                if let Some(number) = word.parse().ok().filter(|_| word.len() == 3) {
                    self.hear_numeric(number, &arguments, now);
                }
            }
            _ => {}
        }
        self.tell_who_is_around();
    }

    fn tell_who_is_around(&mut self) {
        for (account, here) in self.roster.take_news() {
            let network = self.config.name.clone();
            let identity = Identity::IrcAccount {
                network: network.clone(),
                account,
            };
            self.reports.push_back(Report::Around {
                network,
                identity,
                here,
            });
        }
    }

    /// Does what has become due.
    pub(super) fn tick(&mut self, now: Instant) {
        if self.silence.listening {
            self.watch_silence(now);
        }
        self.watch_login(now);
        self.tell_own_nick();
        if self.stage == Stage::Up {
            if let Some(nick) = self.nick.regain(now) {
                self.order(Command::NICK(nick));
            }
            while let Some(channel) = self.channels.unanswered(now) {
                self.cannot_join(&channel, "no answer of the server", now);
            }
            self.ask_next(now);
            self.watch_confirmation(now);
            self.deliver_held();
        }
    }

    /// Replaces the list of channels: joins new ones, leaves those no longer wanted.
    pub(in crate::chat::irc) fn sit_in(&mut self, channels: &[IrcChannel], now: Instant) {
        for (name, is_in) in self.channels.want(channels, self.isupport.casemapping, now) {
            if is_in {
                self.order(Command::PART(name.clone(), None));
            }
            self.told.channels.remove(&name);
            self.reports.push_back(Report::Place {
                place: Place::channel(&self.config.name, &name),
                presence: Presence::NotWanted,
            });
        }
        if let Some(Command::JOIN(name, ..)) = &self.question
            && !self.channels.is_waiting(name)
        {
            // No longer wanted, or with another key.
            self.question = None;
        }
    }

    /// Reports the state of a configured channel, if it changed.
    fn tell_place(&mut self, channel: &str, presence: Presence) {
        let configured = self.channels.configured_name(channel, self.isupport.casemapping);
        let Some(name) = configured.map(str::to_owned) else {
            return;
        };
        if self.told.channels.get(&name) != Some(&presence) {
            self.reports.push_back(Report::Place {
                place: Place::channel(&self.config.name, &name),
                presence: presence.clone(),
            });
            self.told.channels.insert(name, presence);
        }
    }

    /// Reports the nick in use instead of the wanted one, if that changed.
    fn tell_own_nick(&mut self) {
        if self.stage <= Stage::Registering {
            return;
        }
        let instead = (!self.is_me(&self.config.nick)).then(|| OtherNick {
            nick: self.nick.current().to_owned(),
            why: self.why_another_nick(),
        });
        if self.told.instead != instead {
            self.told.instead.clone_from(&instead);
            self.reports.push_back(Report::Nick {
                network: self.config.name.clone(),
                instead,
            });
        }
    }

    /// Reports, if it changed, whether the server's clock makes everything said now count as old.
    fn tell_deaf(&mut self, seconds_behind: Option<i64>) {
        if self.told.deaf != seconds_behind.is_some() {
            self.told.deaf = seconds_behind.is_some();
            let network = self.config.name.clone();
            self.reports.push_back(Report::Deaf {
                network,
                seconds_behind,
            });
        }
    }

    /// The bot is now available; its channels follow one by one.
    fn go_up(&mut self, now: Instant) {
        self.stage = Stage::Up;
        self.stage_deadline = None;
        self.up_since = Some(now);
        self.reports.push_back(Report::Up {
            network: self.config.name.clone(),
        });
    }

    /// Picks the next channel to join, or the next question about who is there.
    fn ask_next(&mut self, now: Instant) {
        if self.question.is_none() && self.stage == Stage::Up {
            self.question = self.channels.due(now).or_else(|| self.inquiries.next(now));
        }
    }

    /// Queues a command of the bot's own. Duplicates are dropped, and the bound keeps a server from growing the queue.
    fn order(&mut self, command: Command) {
        if self.commands.len() < ORDERS && !self.commands.contains(&command) {
            self.commands.push_back(command);
        }
    }

    /// When [`Session::tick`] or [`Session::take_output`] next has something to do.
    pub(super) fn next_deadline(&self, now: Instant, wire_is_free: bool) -> Option<Instant> {
        let watched = self.silence.listening && self.stage > Stage::Registering;
        let silence = watched.then(|| self.silence_deadline());
        let up = self.stage == Stage::Up;
        [
            silence,
            self.stage_deadline,
            self.login.sasl_deadline,
            self.login.retry.filter(|_| up),
            self.nick.next_try().filter(|_| up),
            // While one question waits for its turn, so does the next.
            self.channels.next_due().filter(|_| up && self.question.is_none()),
            self.inquiries.next_due(now).filter(|_| up && self.question.is_none()),
            self.confirmation_deadline(),
            self.queue.next_unblocked(now),
            self.next_line_at(now).filter(|_| wire_is_free),
        ]
        .into_iter()
        .flatten()
        .min()
    }

    /// The next thing to report.
    pub(super) fn take_report(&mut self) -> Option<Report> {
        self.reports.pop_front()
    }

    /// How many reports wait.
    pub(super) fn waiting_reports(&self) -> usize {
        self.reports.len()
    }

    /// Why to close the connection, once that is so.
    pub(super) fn ending(&self) -> Option<&ConnectionEnd> {
        self.ending.as_ref()
    }

    /// Since when it has been reported as up.
    pub(super) fn up_since(&self) -> Option<Instant> {
        self.up_since
    }

    /// Is the socket being read? While it is not, because our queue is full, silence is not the server's fault.
    pub(super) fn set_listening(&mut self, listening: bool, now: Instant) {
        if listening && !self.silence.listening {
            self.silence.last_input = now;
        }
        self.silence.listening = listening;
    }

    /// The link is gone. What the server said before that explains more than the socket's error.
    pub(super) fn lost(&mut self, why: String) -> ConnectionEnd {
        self.end(Wait::Usual, why.clone());
        self.ending.clone().unwrap_or(ConnectionEnd { why, wait: Wait::Usual })
    }

    fn end(&mut self, wait: Wait, why: impl Into<String>) {
        let why = why.into();
        let ending = match &self.banned {
            Some(words) => ConnectionEnd {
                why: format!("{why}; banned from this server ({words}): {}", registering::LIFT),
                wait: Wait::Long,
            },
            None => ConnectionEnd { why, wait },
        };
        self.ending.get_or_insert(ending);
    }

    fn is_me(&self, nick: &str) -> bool {
        self.isupport.casemapping.same(nick, self.nick.current())
    }

    fn silence_deadline(&self) -> Instant {
        let intervals = if self.silence.pinged { 2 } else { 1 };
        self.silence.last_input + self.config.ping_interval * intervals
    }

    fn watch_silence(&mut self, now: Instant) {
        if self.stage == Stage::Registering || self.silence_deadline() > now {
            return;
        }
        if self.silence.pinged {
            let quiet = now.duration_since(self.silence.last_input).as_secs_f32();
            self.end(
                Wait::Usual,
                format!("ping timeout: nothing heard from the server for {quiet:.1} s"),
            );
        } else {
            self.silence.pinged = true;
            self.urgent.push_back(Command::PING("rfrbot-alive".to_owned(), None));
        }
    }
}

/// Who sent a message, as the parts of `nick!user@host`; a server has only a name.
#[derive(Debug)]
struct MessageSource {
    nick: String,
    user: String,
    host: String,
}

impl MessageSource {
    fn new(prefix: Option<Prefix>) -> Self {
        match prefix {
            Some(Prefix::Nickname(nick, user, host)) => Self { nick, user, host },
            Some(Prefix::ServerName(name)) => Self {
                nick: name,
                user: String::new(),
                host: String::new(),
            },
            None => Self {
                nick: String::new(),
                user: String::new(),
                host: String::new(),
            },
        }
    }

    /// Is this a person or program, not a server?
    fn is_user(&self) -> bool {
        !self.host.is_empty()
    }
}
