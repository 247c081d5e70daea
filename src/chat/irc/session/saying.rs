//! What is said: deliveries become lines, lines go out at the server's pace, and kept ones are confirmed.

use super::{LINES_PER_QUESTION, Session, Stage};
use crate::adaptor::backoff::Wait;
use crate::chat::irc::codec::encode;
use crate::chat::irc::isupport::Isupport;
use crate::chat::irc::queue::{Added, DeliveryProgress, Job, UNKEPT_LINES};
use crate::chat::irc::render::render;
use crate::chat::irc::roster::{KnownAccount, Roster};
use crate::config::Pace;
use crate::wire::{Delivery, Manner, OutboxKey, Place, Presence, Report, Room};
use crate::wording;
use irc::proto::Command;
use std::time::Duration;
use tokio::time::Instant;
use tracing::{debug, warn};

/// How long to wait for our echo, which may never come (the server changed the words, say); then a marker decides.
const ECHO: Duration = Duration::from_secs(5);
/// A marker unanswered for this long means that the link is dead.
const MARKER: Duration = Duration::from_secs(60);

/// While this many answers to the server's own questions wait for the socket, nothing more is read.
const URGENT: usize = 256;

/// Most deliveries held back until it is known where the person is.
const HELD: usize = 64;

/// How to learn that the kept line in flight has arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Confirming {
    /// By our own echo; the deadline.
    Echo(Instant),
    /// By the answer to a PING sent after the line; its token and the deadline.
    Marker(String, Instant),
}

impl Session {
    /// Takes over a delivery. Before the connection is up it is ignored: whatever is owed comes again after `Up`.
    pub(in crate::chat::irc) fn hand_over(&mut self, delivery: Delivery) {
        let Delivery {
            key,
            lines_done,
            mut outgoing,
        } = delivery;
        if self.stage != Stage::Up {
            debug!(network = self.config.name, place = %outgoing.place, "not up: delivery left alone");
            return;
        }
        if let Some(services) = &outgoing.beside.logged_in_as {
            let name = outgoing.to.as_deref().unwrap_or(outgoing.place.room_name());
            let Some(nick) = self.client_of(services, name) else {
                let why = "whoever has that nick now is not who asked".to_owned();
                return self.undeliverable(key, name, why);
            };
            outgoing.place = Place::direct(&outgoing.place.network, &nick);
        } else if let Room::Person(account) = &outgoing.place.room {
            let nicks = self.roster.nicks_of(std::slice::from_ref(account), None);
            let Some(nick) = nicks.first() else {
                if self.still_learns() && self.held.len() < HELD {
                    return self.held.push(Delivery {
                        key,
                        lines_done,
                        outgoing,
                    });
                }
                let why = "nobody in sight is logged in to that account".to_owned();
                return self.undeliverable(key, outgoing.place.room_name(), why);
            };
            outgoing.place = Place::direct(&outgoing.place.network, nick);
        } else {
            let called = &outgoing.beside.highlights;
            let nicks = self
                .roster
                .nicks_of(called, self.isupport.channel_of(outgoing.place.room_name()));
            if !nicks.is_empty() {
                // At the end: who is there changes, but the lines before must stay the same in case some are already
                // out.
                outgoing.message.push(wording::called(&nicks));
            }
        }
        let target = outgoing.place.room_name();
        let is_channel = !outgoing.place.is_direct();
        if let Err(why) = self.may_say_in(target, is_channel) {
            return self.undeliverable(key, target, why);
        }
        let prefix = self
            .own_address
            .map_or(0, |(user, host)| self.nick.current().len() + user + host + ":!@ ".len());
        let lines = match render(&outgoing, prefix) {
            Ok(lines) => lines,
            Err(no_room) => return self.undeliverable(key, target, no_room.to_string()),
        };
        let job = Job {
            key,
            target: target.to_owned(),
            is_channel,
            manner: outgoing.manner,
            lines,
            done: usize::try_from(lines_done).unwrap_or(usize::MAX),
        };
        match self.queue.add(job, self.isupport.casemapping) {
            Added::Waiting => {}
            Added::Known => return,
            Added::Done(progress) => self.report_progress(progress),
        }
        // Without a pace only the socket holds lines back, and then reading stops too: nothing need be dropped.
        let may_drop = key.is_none() && self.config.pace != Pace::Unlimited;
        let dropped = if may_drop { self.queue.drop_oldest() } else { 0 };
        if dropped > 0 {
            warn!(
                network = self.config.name,
                dropped, "too many answers wait to be sent: the oldest were dropped"
            );
        }
    }

    /// The nick of whoever had this one and this services account: a nick can change hands between a question and its
    /// answer, and its owner can change the nick.
    fn client_of(&self, services: &str, nick: &str) -> Option<String> {
        match self.roster.account_of(nick) {
            KnownAccount::Account(now) if now.eq_ignore_ascii_case(services) => Some(nick.to_owned()),
            // Out of sight, or never asked about: the question itself had the account.
            KnownAccount::Unknown => Some(nick.to_owned()),
            KnownAccount::Account(_) | KnownAccount::NotLoggedIn => self.roster.nick_logged_in_to(services),
        }
    }

    /// Says what was held back until it is known who is in sight.
    pub(super) fn deliver_held(&mut self) {
        for delivery in std::mem::take(&mut self.held) {
            self.hand_over(delivery);
        }
    }

    /// Should reading pause because too many answers wait for the socket? With a limited pace, the server's PINGs are
    /// always answered, and the oldest answers are dropped instead. A server that keeps asking without reading has to
    /// wait.
    pub(in crate::chat::irc) fn is_clogged(&self) -> bool {
        self.urgent.len() > URGENT || self.config.pace == Pace::Unlimited && self.queue.unkept_lines() > UNKEPT_LINES
    }

    pub(in crate::chat::irc) fn has_room(&self) -> bool {
        self.queue.has_room()
    }

    /// Stops sending whatever waits; the line in flight is still confirmed.
    pub(in crate::chat::irc) fn say_no_more(&mut self) {
        self.silent = true;
    }

    /// Is every kept line that was sent confirmed?
    pub(in crate::chat::irc) fn nothing_under_way(&self) -> bool {
        self.queue.in_flight().is_none()
    }

    /// Appends what may be sent now.
    pub(in crate::chat::irc) fn take_output(&mut self, now: Instant, wire: &mut Vec<u8>) {
        for command in self.urgent.drain(..) {
            put(wire, &command);
        }
        while let Some((turn, _)) = self.next_turn(now).filter(|(_, at)| *at <= now) {
            let own = match turn {
                Turn::Order => self.commands.pop_front(),
                Turn::Question => {
                    self.lines_since = 0;
                    self.question.take()
                }
                Turn::Line => None,
            };
            if let Some(command) = own {
                if let Command::JOIN(channel, ..) = &command {
                    self.channels.asked(channel, now);
                }
                self.pacer.spend(cost(&command), now);
                put(wire, &command);
                self.ask_next(now);
                continue;
            }
            self.lines_since = self.lines_since.saturating_add(1);
            let (roster, isupport) = (&self.roster, &self.isupport);
            let Some(taken) = self.queue.take(now, |target| is_open(roster, isupport, target)) else {
                return;
            };
            self.pacer.spend(1, now);
            put(
                wire,
                &match taken.manner {
                    Manner::Reply => Command::PRIVMSG(taken.target, taken.line),
                    Manner::Announcement => Command::NOTICE(taken.target, taken.line),
                },
            );
            if taken.kept {
                if self.capabilities.has("echo-message") {
                    self.confirming = Some(Confirming::Echo(now + ECHO));
                } else {
                    self.pacer.spend(1, now);
                    let marker = self.marker(now);
                    put(wire, &marker);
                }
            }
        }
    }

    /// The line that says farewell.
    pub(in crate::chat::irc) fn farewell(wire: &mut Vec<u8>) {
        put(
            wire,
            &Command::QUIT(Some("rfrbot stops; its notes are kept".to_owned())),
        );
    }

    /// When the next waiting line may go out.
    pub(super) fn next_line_at(&self, now: Instant) -> Option<Instant> {
        self.next_turn(now).map(|(_, at)| at)
    }

    /// What goes out next, and when it may. What people wait for goes ahead of the bot's own questions, which still get
    /// their turn: without their answers it is unknown who those people are.
    fn next_turn(&self, now: Instant) -> Option<(Turn, Instant)> {
        if let Some(command) = self.commands.front() {
            return Some((Turn::Order, self.pacer.ready_at(cost(command), now)));
        }
        if self.stage != Stage::Up {
            return None;
        }
        let question = self.question.as_ref().map(|question| (Turn::Question, cost(question)));
        let line = match self
            .queue
            .peek(now, |target| is_open(&self.roster, &self.isupport, target))
        {
            // A marker follows.
            Some(true) if !self.capabilities.has("echo-message") => Some((Turn::Line, 2)),
            Some(_) => Some((Turn::Line, 1)),
            None => None,
        };
        let line = line.filter(|_| !self.silent);
        let (turn, lines) = if self.lines_since < LINES_PER_QUESTION {
            line.or(question)?
        } else {
            question.or(line)?
        };
        Some((turn, self.pacer.ready_at(lines, now)))
    }

    pub(super) fn confirmation_deadline(&self) -> Option<Instant> {
        match self.confirming.as_ref()? {
            Confirming::Echo(until) | Confirming::Marker(_, until) => Some(*until),
        }
    }

    pub(super) fn watch_confirmation(&mut self, now: Instant) {
        if self.confirmation_deadline().is_none_or(|until| until > now) {
            return;
        }
        if let Some(Confirming::Marker(..)) = self.confirming {
            self.confirming = None;
            self.end(Wait::Usual, "the server did not answer the PING after a line");
        } else {
            let marker = self.marker(now);
            self.order(marker);
        }
    }

    /// A PING whose answer proves that the server has everything sent before it.
    fn marker(&mut self, now: Instant) -> Command {
        self.markers += 1;
        let token = format!("rfrbot-{}", self.markers);
        let patience = MARKER.max(self.config.ping_interval * 2);
        self.confirming = Some(Confirming::Marker(token.clone(), now + patience));
        Command::PING(token, None)
    }

    pub(super) fn hear_pong(&mut self, first: &str, second: Option<&str>) {
        if let Some(Confirming::Marker(token, _)) = &self.confirming
            && (first == token || second == Some(token))
        {
            self.line_is_out();
        }
    }

    /// Our own line came back to us.
    pub(super) fn hear_echo(&mut self, target: &str, text: &str) {
        let mapping = self.isupport.casemapping;
        let is_it = self
            .queue
            .in_flight()
            .is_some_and(|flight| mapping.same(&flight.target, target) && flight.line == text);
        if is_it {
            self.line_is_out();
        }
    }

    fn line_is_out(&mut self) {
        self.confirming = None;
        if let Some(progress) = self.queue.confirmed() {
            self.report_progress(progress);
        }
    }

    fn report_progress(&mut self, DeliveryProgress { key, lines, complete }: DeliveryProgress) {
        self.reports.push_back(Report::Delivered { key, lines, complete });
    }

    /// Numerics that refuse something: a line we said, a channel we asked for, or a question. Servers use many numbers
    /// for it; what matters is what they name.
    pub(super) fn hear_refusal(&mut self, number: u16, arguments: &[String], words: &str, now: Instant) {
        if !matches!(number, 263 | 400..=599 | 609 | 707 | 716 | 910..=999) {
            return;
        }
        let mapping = self.isupport.casemapping;
        let about = arguments.get(1).map_or("", String::as_str);
        let too_soon = matches!(number, 263 | 439 | 707);
        // Some name the command; the rate limit names nothing at all.
        let names_nothing = too_soon && arguments.len() <= 2;
        let is_about = |command: &str| names_nothing || about.eq_ignore_ascii_case(command);
        if is_about("WHO") {
            self.inquiries.put_off(now);
        }
        let named = self
            .channels
            .asked_among(arguments.get(1..).unwrap_or_default(), mapping);
        let asked = named.or_else(|| self.channels.asked_first().filter(|_| is_about("JOIN")));
        if let Some(channel) = &asked {
            self.cannot_join(channel, &format!("{number} {words}"), now);
        }
        let flight = self.queue.in_flight().filter(|flight| {
            let place = |target| self.isupport.channel_of(target).unwrap_or(target).to_owned();
            let is_there = mapping.same(&flight.target, about) || mapping.same(&place(&flight.target), &place(about));
            is_there || is_about("PRIVMSG") || is_about("NOTICE")
        });
        if let Some(flight) = flight {
            let (target, is_channel) = (flight.target.clone(), flight.is_channel);
            self.line_is_refused(&target, is_channel, too_soon, (number, words), now);
        } else if asked.is_none() && self.queue.answered_lately(about, mapping) {
            let network = &self.config.name;
            warn!(network, target = about, number, words, "an answer was not taken");
        }
    }

    /// The kept line in flight was refused.
    fn line_is_refused(
        &mut self,
        target: &str,
        is_channel: bool,
        too_soon: bool,
        (number, words): (u16, &str),
        now: Instant,
    ) {
        self.confirming = None;
        if is_channel && !is_open(&self.roster, &self.isupport, target) {
            // Kicked in the same moment: said again once we are back.
            return self.queue.put_back();
        }
        if number == 404 && self.queue.falls_back() {
            return;
        }
        if let Some(key) = self.queue.refused(too_soon, now) {
            self.undeliverable(Some(key), target, format!("{number} {words}"));
        } else {
            let network = &self.config.name;
            let what = if is_channel {
                "the channel refuses our lines"
            } else {
                "a line was not taken"
            };
            warn!(network, target, number, words, "{what}; it is said again later");
        }
    }

    /// A channel that was requested cannot be joined now.
    pub(super) fn cannot_join(&mut self, channel: &str, why: &str, now: Instant) {
        let mapping = self.isupport.casemapping;
        if let Some(wait) = self.channels.refused(channel, mapping, now) {
            let (network, seconds) = (&self.config.name, wait.as_secs());
            warn!(network, channel, why, "cannot join; trying again in {seconds} s");
            self.tell_place(channel, Presence::Out(why.to_owned()));
        }
    }

    fn undeliverable(&mut self, key: Option<OutboxKey>, target: &str, why: String) {
        let network = &self.config.name;
        warn!(network, target, why, "cannot be delivered");
        if let Some(key) = key {
            self.reports.push_back(Report::Undeliverable { key, why });
        }
    }

    /// Names from the outbox are data: none may turn into two targets or another command.
    fn may_say_in(&self, target: &str, is_channel: bool) -> Result<(), String> {
        let bad_sign = |c: char| c.is_control() || c.is_whitespace() || c == ',';
        if target.is_empty() || target.contains(bad_sign) || target.starts_with([':', '$']) {
            return Err(format!("{target:?} is no name of IRC"));
        }
        let channel = self.isupport.channel_of(target);
        if is_channel != channel.is_some() {
            return Err(format!(
                "{target:?} is not the kind of name that this server gives to such a place"
            ));
        }
        let is_known = |channel: &str| {
            let configured = self.channels.configured_name(channel, self.isupport.casemapping);
            configured.is_some() || self.roster.is_in(channel)
        };
        if channel.is_some_and(|channel| !is_known(channel)) {
            let network = &self.config.name;
            return Err(format!("{target} is not among the channels of {network} in the config"));
        }
        Ok(())
    }
}

/// What goes out next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Turn {
    /// A command of the bot's own that cannot wait.
    Order,
    /// A question of the bot's own.
    Question,
    /// A line for people.
    Line,
}

/// Is the bot in the channel that this target addresses?
fn is_open(roster: &Roster, isupport: &Isupport, target: &str) -> bool {
    isupport.channel_of(target).is_some_and(|channel| roster.is_in(channel))
}

/// What one of our commands costs, in lines. Servers charge more for joining and asking than for speaking (`InspIRCd`
/// twice as much); without this, a bot with many channels would be disconnected for flooding as it starts.
fn cost(command: &Command) -> u32 {
    let asks = |word: &str| word == "WHO";
    let is_dear = matches!(command, Command::JOIN(..)) || matches!(command, Command::Raw(word, _) if asks(word));
    if is_dear { 2 } else { 1 }
}

fn put(wire: &mut Vec<u8>, command: &Command) {
    wire.extend_from_slice(encode(command).as_bytes());
}
