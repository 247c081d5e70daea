//! What is said: deliveries become lines, lines go out at the server's pace, and kept ones are confirmed.

use super::{Session, Stage};
use crate::chat::irc::backoff::Wait;
use crate::chat::irc::codec::encode;
use crate::chat::irc::queue::{Added, Job, Progress, UNKEPT_LINES};
use crate::chat::irc::render::render;
use crate::chat::{Delivery, Manner, OutboxKey, Place, Presence, Report, Room};
use crate::config::Pace;
use crate::wording;
use irc::proto::Command;
use std::time::Duration;
use tokio::time::Instant;
use tracing::{debug, warn};

/// An echo that does not come (the server changed the words, say) is no longer waited for; a marker decides then.
const ECHO: Duration = Duration::from_secs(5);
/// A marker that gets no answer for so long means that the link does not work.
const MARKER: Duration = Duration::from_secs(60);

/// While so many answers to the server's own questions wait for the socket, nothing more is read.
const URGENT: usize = 256;

/// How the kept line in flight will be known to have arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Confirming {
    /// By our own echo, which is waited for until then.
    Echo(Instant),
    /// By the answer to a PING that went out after the line, which is waited for until then.
    Marker(String, Instant),
}

impl Session {
    /// Takes a delivery over. Before the connection is up it is left alone: what is owed comes again after `Up`.
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
        if let Room::Person(account) = &outgoing.place.room {
            let nicks = self.roster.nicks_of(std::slice::from_ref(account), None);
            let Some(nick) = nicks.first() else {
                let why = "nobody in sight is logged in to that account".to_owned();
                return self.undeliverable(key, outgoing.place.room_name(), why);
            };
            outgoing.place = Place::direct(&outgoing.place.network, nick);
        } else {
            let called = &outgoing.beside.highlights;
            let nicks = self.roster.nicks_of(called, Some(outgoing.place.room_name()));
            if !nicks.is_empty() {
                // At the end: who is there changes, but not what the lines before are when some are out already.
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
        // Without a pace the socket alone holds lines back, and then nothing more is read: nothing need be dropped.
        let may_drop = key.is_none() && self.config.pace != Pace::Unlimited;
        let dropped = if may_drop { self.queue.drop_oldest() } else { 0 };
        if dropped > 0 {
            warn!(
                network = self.config.name,
                dropped, "too many answers wait to be sent: the oldest were dropped"
            );
        }
    }

    /// Do so many answers wait for the socket that nothing more should be read? A server that limits the pace gets
    /// its PINGs answered all the same, and the oldest answers are dropped instead. A server that asks and asks without
    /// taking what it asked for is left to wait.
    pub(in crate::chat::irc) fn is_clogged(&self) -> bool {
        self.urgent.len() > URGENT || self.config.pace == Pace::Unlimited && self.queue.unkept_lines() > UNKEPT_LINES
    }

    /// Is there room for another delivery?
    pub(in crate::chat::irc) fn has_room(&self) -> bool {
        self.queue.has_room()
    }

    /// From now on nothing that waits goes out any more; what is under way is still confirmed.
    pub(in crate::chat::irc) fn say_no_more(&mut self) {
        self.silent = true;
    }

    /// Is every kept line that went out confirmed?
    pub(in crate::chat::irc) fn nothing_under_way(&self) -> bool {
        self.queue.in_flight().is_none()
    }

    /// Appends what may be sent now.
    pub(in crate::chat::irc) fn take_output(&mut self, now: Instant, wire: &mut Vec<u8>) {
        for command in self.urgent.drain(..) {
            put(wire, &command);
        }
        while self.next_line_at(now).is_some_and(|at| at <= now) {
            if let Some(command) = self.commands.pop_front() {
                self.pacer.spend(cost(&command), now);
                put(wire, &command);
                self.ask_next(now);
                continue;
            }
            let roster = &self.roster;
            let Some(taken) = self.queue.take(now, |channel| roster.is_in(channel)) else {
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
        if let Some(command) = self.commands.front() {
            return Some(self.pacer.ready_at(cost(command), now));
        }
        if self.stage != Stage::Up || self.silent {
            return None;
        }
        let kept = self.queue.peek(now, |channel| self.roster.is_in(channel))?;
        let lines = if kept && !self.capabilities.has("echo-message") {
            2
        } else {
            1
        };
        Some(self.pacer.ready_at(lines, now))
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

    /// A PING whose answer will say that the server has everything before it.
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

    fn report_progress(&mut self, Progress { key, lines, complete }: Progress) {
        self.reports.push_back(Report::Delivered { key, lines, complete });
    }

    /// Numerics that refuse something: a line that we said, or a channel that we asked for.
    pub(super) fn hear_refusal(&mut self, number: u16, about: &str, words: &str, now: Instant) {
        let mapping = self.isupport.casemapping;
        let line_refused = matches!(
            number,
            401..=404 | 407 | 408 | 411..=415 | 442 | 477 | 482 | 486 | 489 | 492 | 494 | 531 | 716
        );
        let join_refused = matches!(number, 403 | 405 | 437 | 448 | 470..=477 | 479 | 480 | 489 | 520);
        if line_refused
            && let Some(flight) = self.queue.in_flight()
            && mapping.same(&flight.target, about)
        {
            let target = flight.target.clone();
            self.confirming = None;
            if flight.is_channel && !self.roster.is_in(&target) {
                // Thrown out in the same moment: said again once we are back.
                return self.queue.put_back();
            }
            if let Some(key) = self.queue.refused(now) {
                self.undeliverable(Some(key), &target, format!("{number} {words}"));
            } else {
                let network = &self.config.name;
                warn!(network, target, number, words, "the channel refuses our lines");
            }
        } else if join_refused && let Some(wait) = self.channels.refused(about, mapping, now) {
            let (network, seconds) = (&self.config.name, wait.as_secs());
            warn!(
                network,
                channel = about,
                number,
                words,
                "cannot join; trying again in {seconds} s"
            );
            self.tell_place(about, Presence::Out(format!("{number} {words}")));
        }
    }

    fn undeliverable(&mut self, key: Option<OutboxKey>, target: &str, why: String) {
        let network = &self.config.name;
        warn!(network, target, why, "cannot be delivered");
        if let Some(key) = key {
            self.reports.push_back(Report::Undeliverable { key, why });
        }
    }

    /// Names from the outbox are data too: none may become two targets or another command.
    fn may_say_in(&self, target: &str, is_channel: bool) -> Result<(), String> {
        let bad_sign = |c: char| c.is_control() || c.is_whitespace() || c == ',';
        if target.is_empty() || target.contains(bad_sign) || target.starts_with([':', '$']) {
            return Err(format!("{target:?} is no name of IRC"));
        }
        if is_channel != self.isupport.is_channel(target) {
            return Err(format!(
                "{target:?} is not the kind of name that this server gives to such a place"
            ));
        }
        let known = self
            .channels
            .configured_name(target, self.isupport.casemapping)
            .is_some();
        if is_channel && !known && !self.roster.is_in(target) {
            let network = &self.config.name;
            return Err(format!("{target} is not among the channels of {network} in the config"));
        }
        Ok(())
    }
}

/// How many lines' worth a command of our own is to the server: where joining and asking cost more than speaking
/// (`InspIRCd` counts them double), a bot with many channels would be thrown out for a flood at its start.
fn cost(command: &Command) -> u32 {
    match command {
        Command::JOIN(..) => 2,
        Command::Raw(word, _) if word == "WHO" => 2,
        _ => 1,
    }
}

fn put(wire: &mut Vec<u8>, command: &Command) {
    wire.extend_from_slice(encode(command).as_bytes());
}
