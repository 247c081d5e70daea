//! What is counted while the bot runs: written by the loop, read by the listener and by `rfrbot status`.
//!
//! Counters start at zero with the program. Times are seconds. No figure holds words, names or places.

use crate::mail;
use crate::store;
use crate::text::count;
use crate::visible;
use crate::wire::{OtherNick, Place, Presence};
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

/// Upper ends of the histogram of answers, in seconds; the last one is open.
const BUCKETS: [f64; 9] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// After so long without a beat the loop counts as stuck. It beats every few seconds.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// What a command came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Something changed.
    Done,
    /// An answer, and nothing changed.
    Answered,
    /// Refused, with the reason.
    Refused,
    /// More than the budget: refused once, then left alone.
    Limited,
    /// The disk did not take it.
    Unwritten,
}

impl Outcome {
    const ALL: [Self; 5] = [
        Self::Done,
        Self::Answered,
        Self::Refused,
        Self::Limited,
        Self::Unwritten,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Answered => "answered",
            Self::Refused => "refused",
            Self::Limited => "limited",
            Self::Unwritten => "unwritten",
        }
    }
}

/// One network.
#[derive(Debug)]
struct Network {
    name: String,
    up: AtomicBool,
    /// Why it is away, as far as that is known.
    why_away: Mutex<String>,
    /// Why the bot has no login there; empty where it has one or needs none.
    no_login: Mutex<String>,
    /// The nick that it has in place of the one wanted.
    instead: Mutex<Option<OtherNick>>,
    /// How many seconds its clock is behind, where the bot is deaf for that; else 0.
    seconds_behind: AtomicI64,
    connections: AtomicU64,
    panics: AtomicU64,
}

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

    fn is_up(&self) -> bool {
        self.up.load(Ordering::Relaxed)
    }

    /// The nick that the bot has there in place of the one wanted.
    fn instead(&self) -> Option<OtherNick> {
        self.instead.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set_nick(&self, instead: Option<OtherNick>) {
        *self.instead.lock().unwrap_or_else(PoisonError::into_inner) = instead;
    }
}

fn set(words: &Mutex<String>, new: &str) {
    new.clone_into(&mut words.lock().unwrap_or_else(PoisonError::into_inner));
}

fn read(words: &Mutex<String>) -> String {
    words.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// How the bot stands with each place of the config, by network and room; `None`: it has not tried yet.
type Places = BTreeMap<(String, String), Option<Presence>>;

/// How the inbox is.
#[derive(Debug, Default)]
struct Inbox {
    is_read: bool,
    /// Seconds since the epoch.
    last_read: Option<i64>,
    trouble: Option<String>,
}

/// Everything that is counted.
#[derive(Debug)]
pub struct Figures {
    started: Instant,
    networks: Vec<Network>,
    places: Mutex<Places>,
    inbox: Mutex<Inbox>,
    /// Mails that were refused for good.
    refused_mails: AtomicU64,
    /// Did the last backup by the clock fail?
    no_backup: AtomicBool,
    commands: [AtomicU64; Outcome::ALL.len()],
    answered_within: [AtomicU64; BUCKETS.len() + 1],
    answer_micros: AtomicU64,
    owed: AtomicU64,
    delayed_mails: AtomicU64,
    /// Panics of the tasks that send and read mail.
    mail_panics: AtomicU64,
    rfrs_open: AtomicU64,
    reminders_due: AtomicU64,
    /// Milliseconds after the start at which the oldest delivery was owed; -1: nothing is owed.
    oldest_owed: AtomicI64,
    writable: AtomicBool,
    /// Why the disk took no change the last time.
    refused: Mutex<String>,
    /// Milliseconds after the start of the loop's last beat.
    beat: AtomicU64,
    /// Seconds since the epoch; 0: none yet.
    last_backup: AtomicI64,
    failed_backups: AtomicU64,
    reloads: AtomicU64,
    /// The folder of the store, once it is open.
    store: OnceLock<PathBuf>,
}

impl Figures {
    /// All zero, for these networks.
    pub fn new(networks: impl IntoIterator<Item = String>) -> Self {
        let network = |name| Network {
            name,
            up: AtomicBool::new(false),
            why_away: Mutex::default(),
            no_login: Mutex::default(),
            instead: Mutex::default(),
            seconds_behind: AtomicI64::new(0),
            connections: AtomicU64::new(0),
            panics: AtomicU64::new(0),
        };
        Self {
            started: Instant::now(),
            networks: networks.into_iter().map(network).collect(),
            places: Mutex::default(),
            inbox: Mutex::default(),
            refused_mails: AtomicU64::new(0),
            no_backup: AtomicBool::new(false),
            commands: Default::default(),
            answered_within: Default::default(),
            answer_micros: AtomicU64::new(0),
            owed: AtomicU64::new(0),
            delayed_mails: AtomicU64::new(0),
            mail_panics: AtomicU64::new(0),
            rfrs_open: AtomicU64::new(0),
            reminders_due: AtomicU64::new(0),
            oldest_owed: AtomicI64::new(-1),
            writable: AtomicBool::new(true),
            refused: Mutex::default(),
            beat: AtomicU64::new(0),
            last_backup: AtomicI64::new(0),
            failed_backups: AtomicU64::new(0),
            reloads: AtomicU64::new(0),
            store: OnceLock::new(),
        }
    }

    fn network(&self, name: &str) -> Option<&Network> {
        self.networks.iter().find(|network| network.name == name)
    }

    /// A network is connected.
    pub fn up(&self, name: &str) {
        if let Some(network) = self.network(name) {
            network.up.store(true, Ordering::Relaxed);
            network.connections.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// A network is away, for this reason.
    pub fn down(&self, name: &str, why: &str) {
        if let Some(network) = self.network(name) {
            network.up.store(false, Ordering::Relaxed);
            set(&network.why_away, why);
            set(&network.no_login, "");
            network.set_nick(None);
            network.seconds_behind.store(0, Ordering::Relaxed);
            for ((of, _), presence) in self.places().iter_mut() {
                if of == name {
                    *presence = None;
                }
            }
        }
    }

    fn places(&self) -> MutexGuard<'_, Places> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn inbox(&self) -> MutexGuard<'_, Inbox> {
        self.inbox.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The config wants the bot in these places, and in no others.
    pub fn wants(&self, places: impl IntoIterator<Item = Place>) {
        let mut known = self.places();
        let before = std::mem::take(&mut *known);
        for place in places {
            let key = (place.network.clone(), place.room_name().to_owned());
            let presence = before.get(&key).cloned().flatten();
            known.insert(key, presence);
        }
    }

    /// So the bot stands with a place now.
    pub fn stands(&self, place: &Place, presence: Presence) {
        let key = (place.network.clone(), place.room_name().to_owned());
        let mut places = self.places();
        match presence {
            Presence::NotWanted => {
                places.remove(&key);
            }
            Presence::In | Presence::Out(_) => {
                places.insert(key, Some(presence));
            }
        }
    }

    /// The nick that the bot has in place of the one wanted, or that it has that.
    pub fn nick(&self, name: &str, instead: Option<OtherNick>) {
        if let Some(network) = self.network(name) {
            network.set_nick(instead);
        }
    }

    /// A network's clock makes the bot deaf, or no more.
    pub fn deaf(&self, name: &str, seconds_behind: Option<i64>) {
        if let Some(network) = self.network(name) {
            let seconds = seconds_behind.unwrap_or(0);
            network.seconds_behind.store(seconds, Ordering::Relaxed);
        }
    }

    /// The config has an inbox.
    pub fn has_inbox(&self) {
        self.inbox().is_read = true;
    }

    /// The inbox was read at that time (seconds since the epoch), or could not be.
    pub fn inbox_read(&self, at: i64, trouble: Option<String>) {
        let mut inbox = self.inbox();
        inbox.is_read = true;
        if trouble.is_none() {
            inbox.last_read = Some(at);
        }
        inbox.trouble = trouble;
    }

    /// A mail was refused for good.
    pub fn mail_refused(&self) {
        self.refused_mails.fetch_add(1, Ordering::Relaxed);
    }

    /// The bot has no login at a network's services, for this reason, or has it again.
    pub fn login(&self, name: &str, missing: Option<&str>) {
        if let Some(network) = self.network(name) {
            set(&network.no_login, missing.unwrap_or_default());
        }
    }

    /// A network's adaptor panicked, or one of the tasks of mail.
    pub fn panicked(&self, name: &str) {
        if name == mail::NETWORK {
            self.mail_panics.fetch_add(1, Ordering::Relaxed);
        }
        if let Some(network) = self.network(name) {
            network.panics.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// A command was handled.
    pub fn command(&self, outcome: Outcome) {
        self.commands[outcome as usize].fetch_add(1, Ordering::Relaxed);
    }

    /// So long it took from the queue to the answer, for that many commands.
    pub fn answered(&self, commands: u64, took: Duration) {
        if commands == 0 {
            return;
        }
        let seconds = took.as_secs_f64();
        let bucket = BUCKETS.iter().position(|end| seconds <= *end).unwrap_or(BUCKETS.len());
        self.answered_within[bucket].fetch_add(commands, Ordering::Relaxed);
        let micros = u64::try_from(took.as_micros())
            .unwrap_or(u64::MAX)
            .saturating_mul(commands);
        self.answer_micros.fetch_add(micros, Ordering::Relaxed);
    }

    /// So many mails could not be sent yet.
    pub fn delays(&self, mails: usize) {
        self.delayed_mails.store(mails as u64, Ordering::Relaxed);
    }

    /// So many RFRs are under way.
    pub fn rfrs_open(&self, rfrs: usize) {
        self.rfrs_open.store(rfrs as u64, Ordering::Relaxed);
    }

    /// So many reminders have reached their time and are not made yet.
    pub fn reminders_due(&self, reminders: usize) {
        self.reminders_due.store(reminders as u64, Ordering::Relaxed);
    }

    /// How much is owed, and since when the oldest of it is.
    pub fn owes(&self, owed: usize, oldest: Option<Instant>) {
        self.owed.store(owed as u64, Ordering::Relaxed);
        let after = oldest.map(|at| at.saturating_duration_since(self.started).as_millis());
        let after = after.map_or(-1, |millis| i64::try_from(millis).unwrap_or(i64::MAX));
        self.oldest_owed.store(after, Ordering::Relaxed);
    }

    /// The disk took the last change.
    pub fn writable(&self) {
        self.writable.store(true, Ordering::Relaxed);
    }

    /// The disk did not take the last change, for this reason.
    pub fn unwritable(&self, why: &str) {
        set(&self.refused, why);
        self.writable.store(false, Ordering::Relaxed);
    }

    /// The loop is alive.
    pub fn beat(&self) {
        self.beat.store(self.millis(), Ordering::Relaxed);
    }

    /// A backup was made, at that time (seconds since the epoch).
    pub fn backed_up(&self, at: i64) {
        if self.last_backup.swap(at, Ordering::Relaxed) < at {
            self.no_backup.store(false, Ordering::Relaxed);
        }
    }

    /// A backup failed.
    pub fn backup_failed(&self) {
        self.failed_backups.fetch_add(1, Ordering::Relaxed);
        self.no_backup.store(true, Ordering::Relaxed);
    }

    /// The config was read anew.
    pub fn reloaded(&self) {
        self.reloads.fetch_add(1, Ordering::Relaxed);
    }

    /// Where the store is that is measured when somebody asks.
    pub fn keeps_in(&self, store: PathBuf) {
        // A bot has one store.
        let _ = self.store.set(store);
    }

    /// How large the journal and the whole store are on the disk, in bytes.
    fn size(&self) -> (u64, u64) {
        self.store
            .get()
            .and_then(|folder| store::size(folder).ok())
            .unwrap_or_default()
    }

    fn millis(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn oldest_owed_seconds(&self) -> f64 {
        match u64::try_from(self.oldest_owed.load(Ordering::Relaxed)) {
            Ok(after) => Duration::from_millis(self.millis().saturating_sub(after)).as_secs_f64(),
            Err(_) => 0.0,
        }
    }

    /// Does the loop turn?
    pub fn is_alive(&self) -> bool {
        let since = self.millis().saturating_sub(self.beat.load(Ordering::Relaxed));
        Duration::from_millis(since) < LONGEST_PAUSE
    }

    /// Why the bot is of no use at the moment; empty where it is: it hears somebody, and can keep what they say.
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

    /// Does the bot hear anybody on this network? Where the config names no place, those who write in private.
    fn hears(&self, network: &Network) -> bool {
        let places = self.places();
        let mut here = places.iter().filter(|((of, _), _)| *of == network.name).peekable();
        let is_in = here.peek().is_none() || here.any(|(_, presence)| *presence == Some(Presence::In));
        is_in && network.seconds_behind.load(Ordering::Relaxed) == 0
    }

    /// Everything that is down or not as the config wants it, in words; empty where all is well.
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
        let delayed = self.delayed_mails.load(Ordering::Relaxed);
        if delayed > 0 {
            all.push(format!(
                "{delayed} mails are delayed: the command `mail` in chat and the log say why"
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
        let commands = Outcome::ALL.map(|outcome| {
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

    /// For the operator, a line each.
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
        let panics = self.mail_panics.load(Ordering::Relaxed);
        if panics > 0 {
            writeln!(
                text,
                "mail: {}; please report this, the log has the details",
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
        let counted = Outcome::ALL.map(|outcome| {
            let count = self.commands[outcome as usize].load(Ordering::Relaxed);
            format!("{count} {}", outcome.name())
        });
        writeln!(text, "commands: {}", counted.join(", "))?;
        for problem in self.problems() {
            writeln!(text, "PROBLEM: {}", one_line(&problem))?;
        }
        Ok(())
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

    /// In Prometheus' text format, version 0.0.4.
    pub fn metrics(&self) -> String {
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = self.metrics_into(&mut text);
        text
    }

    fn metrics_into(&self, text: &mut String) -> std::fmt::Result {
        let read = |figure: &AtomicU64| figure.load(Ordering::Relaxed);
        family(text, "rfrbot_network_up", "gauge", "Is the network connected?")?;
        for network in &self.networks {
            let up = u8::from(network.up.load(Ordering::Relaxed));
            writeln!(text, "rfrbot_network_up{{network=\"{}\"}} {up}", network.name)?;
        }
        family(
            text,
            "rfrbot_place_joined",
            "gauge",
            "Is the bot in the place of the config?",
        )?;
        for ((network, room), presence) in self.places().iter() {
            let joined = u8::from(*presence == Some(Presence::In));
            let room = label(room);
            writeln!(
                text,
                "rfrbot_place_joined{{network=\"{network}\",place=\"{room}\"}} {joined}"
            )?;
        }
        family(
            text,
            "rfrbot_nick_wanted",
            "gauge",
            "Has the bot the nick that it wants?",
        )?;
        for network in &self.networks {
            let wanted = u8::from(network.is_up() && network.instead().is_none());
            writeln!(text, "rfrbot_nick_wanted{{network=\"{}\"}} {wanted}", network.name)?;
        }
        family(
            text,
            "rfrbot_clock_behind_seconds",
            "gauge",
            "How far the network's clock is behind, where that makes the bot deaf there; else 0.",
        )?;
        for network in &self.networks {
            let behind = network.seconds_behind.load(Ordering::Relaxed);
            writeln!(
                text,
                "rfrbot_clock_behind_seconds{{network=\"{}\"}} {behind}",
                network.name
            )?;
        }
        {
            let inbox = self.inbox();
            if inbox.is_read {
                family(text, "rfrbot_inbox_up", "gauge", "Can the inbox be read?")?;
                writeln!(text, "rfrbot_inbox_up {}", u8::from(inbox.trouble.is_none()))?;
                let at = inbox.last_read.unwrap_or(0);
                family(
                    text,
                    "rfrbot_inbox_last_read_timestamp_seconds",
                    "gauge",
                    "When the inbox was read last; 0: never.",
                )?;
                writeln!(text, "rfrbot_inbox_last_read_timestamp_seconds {at}")?;
            }
        }
        family(
            text,
            "rfrbot_reconnects_total",
            "counter",
            "Connections after the first.",
        )?;
        for network in &self.networks {
            let again = read(&network.connections).saturating_sub(1);
            writeln!(text, "rfrbot_reconnects_total{{network=\"{}\"}} {again}", network.name)?;
        }
        family(
            text,
            "rfrbot_adaptor_panics_total",
            "counter",
            "Panics that ended an adaptor for a moment.",
        )?;
        for network in &self.networks {
            let panics = read(&network.panics);
            writeln!(
                text,
                "rfrbot_adaptor_panics_total{{network=\"{}\"}} {panics}",
                network.name
            )?;
        }
        let panics = read(&self.mail_panics);
        writeln!(text, "rfrbot_adaptor_panics_total{{network=\"mail\"}} {panics}")?;
        family(
            text,
            "rfrbot_commands_total",
            "counter",
            "Commands by what they came to.",
        )?;
        for outcome in Outcome::ALL {
            let count = read(&self.commands[outcome as usize]);
            writeln!(text, "rfrbot_commands_total{{result=\"{}\"}} {count}", outcome.name())?;
        }
        let name = "rfrbot_command_seconds";
        family(
            text,
            name,
            "histogram",
            "From the bot's queue to the answer, the sync of the disk included.",
        )?;
        let mut count = 0;
        for (bucket, end) in self.answered_within.iter().zip(BUCKETS) {
            count += read(bucket);
            writeln!(text, "{name}_bucket{{le=\"{end}\"}} {count}")?;
        }
        count += read(&self.answered_within[BUCKETS.len()]);
        writeln!(text, "{name}_bucket{{le=\"+Inf\"}} {count}")?;
        let sum = Duration::from_micros(read(&self.answer_micros)).as_secs_f64();
        writeln!(text, "{name}_sum {sum}\n{name}_count {count}")?;
        let problems = u32::try_from(self.problems().len()).unwrap_or(u32::MAX);
        let singles: [(&str, &str, &str, f64); 14] = [
            (
                "rfrbot_problems",
                "gauge",
                "How many things are down or not as the config wants them, as `rfrbot status` lists them.",
                f64::from(problems),
            ),
            (
                "rfrbot_mails_refused_total",
                "counter",
                "Mails that were refused for good.",
                float(read(&self.refused_mails)),
            ),
            (
                "rfrbot_rfrs_open",
                "gauge",
                "RFRs under way: neither ended nor in maintenance.",
                float(read(&self.rfrs_open)),
            ),
            (
                "rfrbot_reminders_due",
                "gauge",
                "Reminders whose time has come and which hours or budgets still hold back.",
                float(read(&self.reminders_due)),
            ),
            (
                "rfrbot_outbox_depth",
                "gauge",
                "Deliveries that are owed.",
                float(read(&self.owed)),
            ),
            (
                "rfrbot_mails_delayed",
                "gauge",
                "Mails that could not be sent yet.",
                float(read(&self.delayed_mails)),
            ),
            (
                "rfrbot_outbox_oldest_seconds",
                "gauge",
                "Since when the oldest delivery is owed, at most since the start.",
                self.oldest_owed_seconds(),
            ),
            (
                "rfrbot_store_writable",
                "gauge",
                "Did the disk take the last change?",
                f64::from(u8::from(self.writable.load(Ordering::Relaxed))),
            ),
            (
                "rfrbot_store_bytes",
                "gauge",
                "Size of the store on the disk.",
                float(self.size().1),
            ),
            (
                "rfrbot_journal_bytes",
                "gauge",
                "Size of the journal on the disk.",
                float(self.size().0),
            ),
            (
                "rfrbot_last_backup_timestamp_seconds",
                "gauge",
                "When the last backup was made; 0: never.",
                float(u64::try_from(self.last_backup.load(Ordering::Relaxed)).unwrap_or(0)),
            ),
            (
                "rfrbot_failed_backups_total",
                "counter",
                "Scheduled backups that failed.",
                float(read(&self.failed_backups)),
            ),
            (
                "rfrbot_reloads_total",
                "counter",
                "Times that the config was read anew.",
                float(read(&self.reloads)),
            ),
            (
                "rfrbot_uptime_seconds",
                "gauge",
                "Since the start of the program.",
                self.started.elapsed().as_secs_f64(),
            ),
        ];
        if let Some(bytes) = resident_bytes() {
            family(text, "process_resident_memory_bytes", "gauge", "Memory in use.")?;
            writeln!(text, "process_resident_memory_bytes {bytes}")?;
        }
        for (name, kind, help, value) in singles {
            family(text, name, kind, help)?;
            writeln!(text, "{name} {value}")?;
        }
        Ok(())
    }
}

/// Foreign words on one line: nothing in them begins another, and no control character reaches a terminal.
fn one_line(words: &str) -> String {
    visible::escaped(words)
}

/// A label's value (Prometheus' text format: backslash, quote and line feed are escaped).
fn label(words: &str) -> String {
    let words = words.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    visible::clean(&words)
}

/// Memory in use, as the kernel counts it (`VmRSS` in proc(5)).
fn resident_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim_end_matches("kB").trim().parse().ok()?;
    Some(kib * 1024)
}

fn family(text: &mut String, name: &str, kind: &str, help: &str) -> std::fmt::Result {
    writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}")
}

#[expect(clippy::cast_precision_loss, reason = "Prometheus knows only floating point")]
fn float(number: u64) -> f64 {
    number as f64
}

/// `3 d 4 h`, `4 h 5 min`, `5 min`, `6 s`.
fn span(seconds: u64) -> String {
    let (days, hours, minutes) = (seconds / 86400, seconds / 3600 % 24, seconds / 60 % 60);
    match (days, hours, minutes) {
        (0, 0, 0) => format!("{seconds} s"),
        (0, 0, minutes) => format!("{minutes} min"),
        (0, hours, minutes) => format!("{hours} h {minutes} min"),
        (days, hours, _) => format!("{days} d {hours} h"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_histogram_counts_upwards() {
        let figures = Figures::new(["libera".to_owned()]);
        figures.answered(2, Duration::from_millis(7));
        figures.answered(1, Duration::from_secs(60));
        let text = figures.metrics();
        assert!(
            text.contains("rfrbot_command_seconds_bucket{le=\"0.005\"} 0\n"),
            "{text}"
        );
        assert!(
            text.contains("rfrbot_command_seconds_bucket{le=\"0.01\"} 2\n"),
            "{text}"
        );
        assert!(
            text.contains("rfrbot_command_seconds_bucket{le=\"+Inf\"} 3\n"),
            "{text}"
        );
        assert!(text.contains("rfrbot_command_seconds_sum 60.014\n"), "{text}");
    }

    #[test]
    fn panics_of_mail_are_counted() {
        let figures = Figures::new([]);
        assert!(!figures.describe(0).contains("mail:"));
        figures.panicked(mail::NETWORK);
        assert!(
            figures.describe(0).contains("mail: 1 panic;"),
            "{}",
            figures.describe(0)
        );
        let metrics = figures.metrics();
        assert!(
            metrics.contains("rfrbot_adaptor_panics_total{network=\"mail\"} 1\n"),
            "{metrics}"
        );
    }

    #[test]
    fn delayed_mails_are_shown_while_there_are_some() {
        let figures = Figures::new([]);
        assert!(!figures.describe(0).contains("mails:"));
        figures.delays(2);
        assert!(
            figures.describe(0).contains("mails: 2 DELAYED"),
            "{}",
            figures.describe(0)
        );
        assert!(figures.metrics().contains("rfrbot_mails_delayed 2"));
    }

    #[test]
    fn the_work_is_counted() {
        let figures = Figures::new([]);
        figures.rfrs_open(3);
        figures.reminders_due(2);
        assert!(
            figures
                .describe(0)
                .contains("work: 3 RFRs under way, 2 reminders due\n")
        );
        let text = figures.metrics();
        assert!(
            text.contains("\nrfrbot_rfrs_open 3\n") && text.contains("\nrfrbot_reminders_due 2\n"),
            "{text}"
        );
    }

    #[test]
    fn ready_means_heard_and_kept() {
        let figures = Figures::new(["libera".to_owned()]);
        figures.beat();
        assert_eq!(figures.not_ready(), ["no network is connected"]);
        figures.up("libera");
        assert_eq!(figures.not_ready(), [""; 0]);
        figures.unwritable("it is full");
        assert_eq!(figures.not_ready(), ["the disk takes no changes"]);
        assert!(figures.describe(0).contains("TAKES NO CHANGES (it is full)"));
        figures.writable();
        assert_eq!(figures.not_ready(), [""; 0]);
    }
}
