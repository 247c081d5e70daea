//! The counters as `rfrbot status` shows them: lines for the operator, JSON for programs.

use super::{BESIDE, CommandResult, Figures, Network, read, resident_bytes};
use crate::text::count;
use crate::visible;
use crate::wire::{OtherNick, Presence};
use serde_json::json;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

impl Network {
    /// For the operator.
    fn describe(&self) -> String {
        let bracketed = |words: &Mutex<String>, before: &str| match read(words).as_str() {
            "" => String::new(),
            words => format!("{before} ({})", one_line(words)),
        };
        if !self.is_up() {
            return format!("DOWN{}", bracketed(&self.why_away, ""));
        }
        let mut state = format!("up{}", bracketed(&self.no_login, ", NOT LOGGED IN"));
        if let Some(OtherNick { nick, .. }) = self.instead() {
            let _ = write!(state, ", ANOTHER NICK ({})", one_line(&nick));
        }
        match self.seconds_behind.load(Ordering::Relaxed) {
            0 => {}
            behind => {
                let _ = write!(state, ", DEAF (its clock is {behind} s behind)");
            }
        }
        state
    }
}

impl Figures {
    /// For programs: one JSON object, whose keys `docs/operating.md` explains.
    pub fn json(&self) -> String {
        let number = |figure: &AtomicU64| figure.load(Ordering::Relaxed);
        let some = |words: &Mutex<String>| Some(read(words)).filter(|words| !words.is_empty());
        let places = self.places();
        let networks = self.networks.iter().map(|network| {
            let here = places.iter().filter(|((of, _), _)| *of == network.name);
            let here = here.map(|((_, room), presence)| {
                let why = match presence {
                    Some(Presence::Out(why)) => Some(why),
                    Some(Presence::In | Presence::NotWanted) | None => None,
                };
                json!({"name": room, "joined": *presence == Some(Presence::In), "why": why})
            });
            let behind = network.seconds_behind.load(Ordering::Relaxed);
            json!({
                "name": network.name,
                "up": network.is_up(),
                "why_away": some(&network.why_away).filter(|_| !network.is_up()),
                "login_missing": some(&network.no_login),
                "nick_instead": network.instead().map(|instead| instead.nick),
                "clock_behind_seconds": (behind != 0).then_some(behind),
                "reconnects": number(&network.connections).saturating_sub(1),
                "panics": number(&network.panics),
                "places": here.collect::<Vec<_>>(),
            })
        });
        let networks: Vec<_> = networks.collect();
        drop(places);
        let inbox = {
            let inbox = self.inbox();
            inbox.is_read.then(|| {
                json!({"reading": inbox.trouble.is_none() && inbox.last_read.is_some(),
                       "last_read": inbox.last_read, "trouble": inbox.trouble})
            })
        };
        let accounts = {
            let accounts = self.accounts();
            accounts.is_asked.then(|| {
                json!({"answers": accounts.trouble.is_none() && accounts.last_told.is_some(),
                       "last_answer": accounts.last_told, "failures": accounts.failures, "trouble": accounts.trouble})
            })
        };
        let commands = CommandResult::ALL.map(|outcome| {
            (
                outcome.name().to_owned(),
                json!(number(&self.commands[outcome as usize])),
            )
        });
        let commands: serde_json::Map<_, _> = commands.into_iter().collect();
        let last_backup = self.last_backup.load(Ordering::Relaxed);
        let whole = json!({
            "running": true,
            "version": env!("CARGO_PKG_VERSION"),
            "uptime_seconds": self.started.elapsed().as_secs(),
            "ready": self.not_ready().is_empty(),
            "problems": self.problems(),
            "networks": networks,
            "inbox": inbox,
            "tracker": self.tracker_json(),
            "bus": self.bus_json(),
            "sources": self.sources_json(),
            "accounts": accounts,
            "board": self.board_json(),
            "config": self.config_json(),
            "mails": {"delayed": number(&self.delayed_mails), "refused": number(&self.refused_mails)},
            "outbox": {"owed": number(&self.owed), "oldest_seconds": self.oldest_owed_seconds()},
            "store": {
                "writable": self.writable.load(Ordering::Relaxed),
                "bytes": self.size().1,
                "journal_bytes": self.size().0,
            },
            "backup": {"last": (last_backup != 0).then_some(last_backup), "failed": number(&self.failed_backups)},
            "work": {"rfrs_open": number(&self.rfrs_open), "reminders_due": number(&self.reminders_due)},
            "commands": commands,
            "memory_bytes": resident_bytes(),
        });
        format!("{whole}\n")
    }

    /// For the operator, one line each.
    pub fn describe(&self, now: i64) -> String {
        let mut text = format!(
            "rfrbot {}, up for {}\n",
            env!("CARGO_PKG_VERSION"),
            span(self.started.elapsed().as_secs())
        );
        let _ = self.describe_into(&mut text, now);
        text
    }

    fn describe_into(&self, text: &mut String, now: i64) -> std::fmt::Result {
        for network in &self.networks {
            let state = network.describe();
            let again = network.connections.load(Ordering::Relaxed).saturating_sub(1);
            let again = count(again, "reconnect", "reconnects");
            write!(text, "network {}: {state}, {again}", network.name)?;
            match network.panics.load(Ordering::Relaxed) {
                0 => writeln!(text)?,
                panics => writeln!(text, ", {}", count(panics, "panic", "panics"))?,
            }
            for ((of, room), presence) in self.places().iter().filter(|((of, _), _)| *of == network.name) {
                match presence {
                    Some(Presence::In | Presence::NotWanted) => writeln!(text, "  {of}/{room}: joined")?,
                    Some(Presence::Out(why)) => writeln!(text, "  {of}/{room}: NOT JOINED ({})", one_line(why))?,
                    None => writeln!(text, "  {of}/{room}: not joined yet")?,
                }
            }
        }
        self.describe_inbox(text, now)?;
        self.describe_tracker(text, now)?;
        self.describe_bus(text, now)?;
        self.describe_sources(text, now)?;
        self.describe_accounts(text, now)?;
        self.describe_board(text)?;
        if let Some(bytes) = resident_bytes() {
            writeln!(text, "memory: {} KiB", bytes / 1024)?;
        }
        let rfrs = self.rfrs_open.load(Ordering::Relaxed);
        let due = self.reminders_due.load(Ordering::Relaxed);
        writeln!(
            text,
            "work: {} under way, {} due",
            count(rfrs, "RFR", "RFRs"),
            count(due, "reminder", "reminders")
        )?;
        let owed = self.owed.load(Ordering::Relaxed);
        if owed == 0 {
            writeln!(text, "outbox: nothing is owed")?;
        } else {
            writeln!(
                text,
                "outbox: {owed} owed, the oldest for {:.0} s",
                self.oldest_owed_seconds()
            )?;
        }
        for (name, panics) in BESIDE.iter().zip(&self.panics_beside) {
            let panics = panics.load(Ordering::Relaxed);
            if panics == 0 {
                continue;
            }
            writeln!(
                text,
                "{name}: {}; please report this, the log has the details",
                count(panics, "panic", "panics")
            )?;
        }
        let delayed = self.delayed_mails.load(Ordering::Relaxed);
        if delayed > 0 {
            writeln!(
                text,
                "mails: {delayed} DELAYED; the command `mail` in chat and the log say why"
            )?;
        }
        let refused = self.refused_mails.load(Ordering::Relaxed);
        if refused > 0 {
            writeln!(
                text,
                "mails: {refused} REFUSED for good since the start; the log says why"
            )?;
        }
        let (journal, store) = self.size();
        let journal = match journal {
            0 => "the journal is empty".to_owned(),
            bytes => format!("of which the journal {bytes}"),
        };
        let state = if self.writable.load(Ordering::Relaxed) {
            "takes changes".to_owned()
        } else {
            let why = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
            format!("TAKES NO CHANGES ({why})")
        };
        writeln!(text, "store: {state}, {store} bytes, {journal}")?;
        match self.last_backup.load(Ordering::Relaxed) {
            0 => writeln!(text, "last backup: none that I know of")?,
            at => {
                let ago = u64::try_from(now - at).unwrap_or(0);
                writeln!(text, "last backup: {} ago", span(ago))?;
            }
        }
        let failed = self.failed_backups.load(Ordering::Relaxed);
        if failed > 0 {
            writeln!(text, "FAILED backups: {failed}; the log says why")?;
        }
        let counted = CommandResult::ALL.map(|outcome| {
            let count = self.commands[outcome as usize].load(Ordering::Relaxed);
            format!("{count} {}", outcome.name())
        });
        writeln!(text, "commands: {}", counted.join(", "))?;
        for problem in self.problems() {
            writeln!(text, "PROBLEM: {}", one_line(&problem))?;
        }
        Ok(())
    }

    fn describe_accounts(&self, text: &mut String, now: i64) -> std::fmt::Result {
        let accounts = self.accounts();
        if !accounts.is_asked {
            return Ok(());
        }
        let last = accounts.last_told.map(|at| span(u64::try_from(now - at).unwrap_or(0)));
        let last = last.map_or("no answer yet".to_owned(), |ago| format!("last answer {ago} ago"));
        match &accounts.trouble {
            Some(why) => writeln!(text, "account system: DOWN ({}), {last}", one_line(why)),
            None => writeln!(text, "account system: {last}"),
        }
    }

    fn describe_inbox(&self, text: &mut String, now: i64) -> std::fmt::Result {
        let inbox = self.inbox();
        if !inbox.is_read {
            return Ok(());
        }
        let last = inbox.last_read.map(|at| span(u64::try_from(now - at).unwrap_or(0)));
        let last = last.map_or("never read".to_owned(), |ago| format!("read {ago} ago"));
        match &inbox.trouble {
            Some(why) => writeln!(text, "inbox: DOWN ({}), {last}", one_line(why)),
            None => writeln!(text, "inbox: {last}"),
        }
    }
}

/// Text by others on one line: nothing in it starts another line, and no control character reaches a terminal.
pub(super) fn one_line(words: &str) -> String {
    visible::escaped(words)
}

/// `3 d 4 h`, `4 h 5 min`, `5 min`, `6 s`.
pub(super) fn span(seconds: u64) -> String {
    let (days, hours, minutes) = (seconds / 86400, seconds / 3600 % 24, seconds / 60 % 60);
    match (days, hours, minutes) {
        (0, 0, 0) => format!("{seconds} s"),
        (0, 0, minutes) => format!("{minutes} min"),
        (0, hours, minutes) => format!("{hours} h {minutes} min"),
        (days, hours, _) => format!("{days} d {hours} h"),
    }
}
