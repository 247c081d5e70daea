//! What the networks, the list, the tracker and the bus were given because of a line.

use crate::world::{NETWORKS, World};
use chrono::Duration;
use rfrbot::wire::{Manner, Outgoing, Report, Room};

impl World {
    /// Everything said because of a line, including by a tick a moment later.
    pub(crate) fn outcome(&mut self) -> Vec<String> {
        let mut said = std::mem::take(&mut self.struck);
        said.extend(self.delivered());
        if self.reminders.is_some() && self.messages > 0 {
            self.pass(self.now + Duration::seconds(12));
            said.append(&mut self.struck);
        }
        said
    }

    /// Everything the networks were given; they confirm each at once.
    pub(crate) fn delivered(&mut self) -> Vec<String> {
        let here = self.spoken_in("");
        let short = self.lines.is_some_and(|lines| lines <= 4);
        let mut said = std::mem::take(&mut self.shown);
        loop {
            if let Ok(mail) = self.running().mailer.try_recv() {
                said.extend(self.mail_out(mail));
                continue;
            }
            let running = self.running();
            let Some(delivery) = NETWORKS
                .iter()
                .find_map(|network| running.adaptors.get_mut(network)?.try_recv().ok())
            else {
                if !self.tracker.is_down
                    && let Ok(order) = self.running().tickets.try_recv()
                {
                    said.extend(self.ticket_out(order));
                    continue;
                }
                if let Ok(message) = self.running().messages.try_recv() {
                    said.extend(self.message_out(message));
                    continue;
                }
                return said;
            };
            let outgoing = &delivery.outgoing;
            let elsewhere = if outgoing.place.network == here.network
                && outgoing.place.is_direct() == here.is_direct()
                && (outgoing.place.is_direct() || outgoing.place == here)
            {
                String::new()
            } else if outgoing.place.is_direct() {
                format!(
                    "[{} in private to {}] ",
                    outgoing.place.network,
                    outgoing.place.room_name()
                )
            } else {
                format!("[{}] ", outgoing.place)
            };
            fits_into_irc(outgoing, short);
            for (at, line) in outgoing.message.plain_lines().into_iter().enumerate() {
                assert!(!line.starts_with(['!', '#']), "a line begins like a command: {line}");
                let to = match (&outgoing.to, outgoing.manner) {
                    (Some(name), _) if at == 0 && !outgoing.place.is_direct() => format!("{name}: "),
                    (_, Manner::Announcement) if at == 0 => "* ".to_owned(),
                    _ => String::new(),
                };
                said.push(format!("| {elsewhere}{to}{line}"));
            }
            if !outgoing.beside.highlights.is_empty() {
                said.push(format!(
                    "| {elsewhere}(calls {})",
                    outgoing.beside.highlights.join(", ")
                ));
            }
            if let Some(key) = delivery.key {
                self.step(Report::Delivered {
                    key,
                    lines: 1,
                    complete: true,
                });
            }
        }
    }
}

/// The most lines of an answer in a channel.
const MOST_LINES: usize = 8;

/// On IRC each line, as the server relays it with the longest prefix, fits into 512 bytes (RFC 2812, section 2.3), and an
/// answer in a channel into eight lines, where the config limits it as it does by itself (`short`).
pub(crate) fn fits_into_irc(said: &Outgoing, short: bool) {
    if matches!(said.place.room, Room::Person(_)) || said.place.network == "matrix" {
        return;
    }
    let longest = format!(":{}!{}@{} ", "n".repeat(30), "u".repeat(11), "h".repeat(63));
    let lines = rfrbot::chat::irc::lines(said).expect("the names leave room for words");
    for line in &lines {
        let relayed = format!("{longest}PRIVMSG {} :{line}\r\n", said.place.room_name());
        assert!(relayed.len() <= 512, "{} bytes: {relayed}", relayed.len());
    }
    if short && said.manner == Manner::Reply && !said.place.is_direct() {
        assert!(lines.len() <= MOST_LINES, "{} lines: {lines:#?}", lines.len());
    }
}
