//! Whether the bot is usable, and what is down or differs from the config.

use super::{Figures, Network, read};
use crate::text::count;
use crate::wire::{OtherNick, Presence};
use std::sync::atomic::Ordering;
use std::time::Duration;

/// Without a beat for this long, the loop counts as stuck. It beats every few seconds.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

impl Figures {
    /// Is the loop running?
    pub fn is_alive(&self) -> bool {
        let since = self.millis().saturating_sub(self.beat.load(Ordering::Relaxed));
        Duration::from_millis(since) < LONGEST_PAUSE
    }

    /// Why the bot is not usable at the moment. Empty if it is: it hears somebody, and can store what they say.
    pub fn not_ready(&self) -> Vec<String> {
        let mut why = Vec::new();
        if !self.is_alive() {
            why.push("the loop does not turn".to_owned());
        }
        let up: Vec<&Network> = self.networks.iter().filter(|network| network.is_up()).collect();
        if up.is_empty() {
            why.push("no network is connected".to_owned());
        } else if !up.iter().any(|network| self.hears(network)) {
            why.push("no place can be heard".to_owned());
        }
        if !self.writable.load(Ordering::Relaxed) {
            why.push("the disk takes no changes".to_owned());
        }
        why
    }

    /// Does the bot hear anybody on this network? If the config names no place, private messages count.
    fn hears(&self, network: &Network) -> bool {
        let places = self.places();
        let mut here = places.iter().filter(|((of, _), _)| *of == network.name).peekable();
        let is_in = here.peek().is_none() || here.any(|(_, presence)| *presence == Some(Presence::In));
        is_in && network.seconds_behind.load(Ordering::Relaxed) == 0
    }

    /// Everything that is down or differs from the config, in words; empty if all is well.
    pub fn problems(&self) -> Vec<String> {
        let mut all = Vec::new();
        if !self.is_alive() {
            all.push("the loop does not turn".to_owned());
        }
        for network in &self.networks {
            let name = &network.name;
            if !network.is_up() {
                let why = read(&network.why_away);
                let why = if why.is_empty() { "not connected yet" } else { &why };
                all.push(format!("network {name} is down: {why}"));
                continue;
            }
            let no_login = read(&network.no_login);
            if !no_login.is_empty() {
                all.push(format!("network {name}: not logged in: {no_login}"));
            }
            if let Some(OtherNick { nick, why }) = network.instead() {
                all.push(format!("network {name}: the bot is called {nick}: {why}"));
            }
            let behind = network.seconds_behind.load(Ordering::Relaxed);
            if behind != 0 {
                all.push(format!(
                    "network {name}: its clock is {behind} s behind this machine's, so what is said there is passed over: \
                     set the clocks right"
                ));
            }
            for ((of, room), presence) in self.places().iter().filter(|((of, _), _)| of == name) {
                match presence {
                    Some(Presence::In | Presence::NotWanted) => {}
                    Some(Presence::Out(why)) => all.push(format!("not in {of}/{room}: {why}")),
                    None => all.push(format!("not in {of}/{room} yet")),
                }
            }
        }
        if let Some(trouble) = &self.inbox().trouble {
            all.push(format!("the inbox cannot be read: {trouble}"));
        }
        all.extend(self.tracker_problems());
        all.extend(self.bus_problems());
        all.extend(self.source_problems());
        if let Some(trouble) = &self.accounts().trouble {
            all.push(format!("the account system cannot be asked: {trouble}"));
        }
        let delayed = self.delayed_mails.load(Ordering::Relaxed);
        if delayed > 0 {
            all.push(format!(
                "{}: the command `mail` in chat and the log say why",
                count(delayed, "mail is delayed", "mails are delayed")
            ));
        }
        if !self.writable.load(Ordering::Relaxed) {
            all.push(format!("the disk takes no changes: {}", read(&self.refused)));
        }
        if self.no_backup.load(Ordering::Relaxed) {
            all.push("the last backup by the clock failed: the log says why".to_owned());
        }
        all
    }
}
