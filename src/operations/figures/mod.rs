//! Counters of the running bot: written by the loop, read by the HTTP listener and by `rfrbot status`.
//!
//! Counters start at zero with the program. Times are in seconds. Nothing contains what people said, or who they are.
//! `health` decides whether the bot is well; `status` and `metrics` show that to people and programs.

mod board;
mod bus;
mod health;
mod metrics;
mod published;
mod status;
mod tracker;

use crate::mail;
use crate::store;
use crate::wire::{BUS_NETWORK, OtherNick, Place, Presence, TRACKER_NETWORK};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

/// Upper bounds of the histogram of response times, in seconds; the last bucket is open.
const BUCKETS: [f64; 9] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// What runs beside the networks, and may panic like their adaptors.
const BESIDE: [&str; 3] = [mail::NETWORK, TRACKER_NETWORK, BUS_NETWORK];

/// Result of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommandResult {
    /// Something changed.
    Done,
    /// An answer, and nothing changed.
    Answered,
    /// Refused, with the reason.
    Refused,
    /// Over the budget: refused once, then ignored.
    Limited,
    /// The disk did not accept it.
    Unwritten,
}

impl CommandResult {
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
    /// Why it is down, as far as known.
    why_away: Mutex<String>,
    /// Why the bot has no login there; empty if it has one or needs none.
    no_login: Mutex<String>,
    /// The nick in use instead of the wanted one.
    instead: Mutex<Option<OtherNick>>,
    /// How many seconds its clock is behind, if the bot ignores everything because of that; else 0.
    seconds_behind: AtomicI64,
    connections: AtomicU64,
    panics: AtomicU64,
}

impl Network {
    fn is_up(&self) -> bool {
        self.up.load(Ordering::Relaxed)
    }

    /// The nick in use instead of the wanted one.
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

/// The bot's state in each configured place, by network and room; `None`: not tried yet.
type Presences = BTreeMap<(String, String), Option<Presence>>;

/// State of the inbox.
#[derive(Debug, Default)]
struct InboxFigures {
    is_read: bool,
    /// Seconds since 1970.
    last_read: Option<i64>,
    trouble: Option<String>,
}

/// How the account system is.
#[derive(Debug, Default)]
struct AccountFigures {
    is_asked: bool,
    /// Seconds since the epoch.
    last_told: Option<i64>,
    trouble: Option<String>,
    /// Questions without an answer, since the start.
    failures: u64,
}

/// All counters.
#[derive(Debug)]
pub struct Figures {
    started: Instant,
    networks: Vec<Network>,
    places: Mutex<Presences>,
    inbox: Mutex<InboxFigures>,
    tracker: Mutex<tracker::TrackerFigures>,
    bus: Mutex<bus::BusFigures>,
    sources: Mutex<published::Sources>,
    accounts: Mutex<AccountFigures>,
    /// Mails refused for good.
    refused_mails: AtomicU64,
    /// Did the last scheduled backup fail?
    no_backup: AtomicBool,
    commands: [AtomicU64; CommandResult::ALL.len()],
    answered_within: [AtomicU64; BUCKETS.len() + 1],
    answer_micros: AtomicU64,
    owed: AtomicU64,
    delayed_mails: AtomicU64,
    /// Panics of the tasks that send and read mail.
    /// Of the tasks beside the networks, as [`BESIDE`] names them.
    panics_beside: [AtomicU64; BESIDE.len()],
    rfrs_open: AtomicU64,
    reminders_due: AtomicU64,
    /// Since when the oldest delivery has been owed, in milliseconds after the start; -1: nothing is owed.
    oldest_owed: AtomicI64,
    writable: AtomicBool,
    /// Why the disk last refused a change.
    refused: Mutex<String>,
    /// The loop's last beat, in milliseconds after the start.
    beat: AtomicU64,
    /// Seconds since 1970; 0: none yet.
    last_backup: AtomicI64,
    failed_backups: AtomicU64,
    reloads: AtomicU64,
    /// The folder of the store, once it is open.
    store: OnceLock<PathBuf>,
    board: OnceLock<board::BoardFigures>,
    awaits_restart: Mutex<Vec<String>>,
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
            tracker: Mutex::default(),
            board: OnceLock::new(),
            awaits_restart: Mutex::default(),
            bus: Mutex::default(),
            sources: Mutex::default(),
            accounts: Mutex::default(),
            refused_mails: AtomicU64::new(0),
            no_backup: AtomicBool::new(false),
            commands: Default::default(),
            answered_within: Default::default(),
            answer_micros: AtomicU64::new(0),
            owed: AtomicU64::new(0),
            delayed_mails: AtomicU64::new(0),
            panics_beside: Default::default(),
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

    /// A network is down, for this reason.
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

    fn places(&self) -> MutexGuard<'_, Presences> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn inbox(&self) -> MutexGuard<'_, InboxFigures> {
        self.inbox.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Replaces the list of configured places.
    pub fn wants(&self, places: impl IntoIterator<Item = Place>) {
        let mut known = self.places();
        let before = std::mem::take(&mut *known);
        for place in places {
            let key = (place.network.clone(), place.room_name().to_owned());
            let presence = before.get(&key).cloned().flatten();
            known.insert(key, presence);
        }
    }

    /// The bot's present state in a place.
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

    /// The nick in use instead of the wanted one; `None` if the bot has that.
    pub fn nick(&self, name: &str, instead: Option<OtherNick>) {
        if let Some(network) = self.network(name) {
            network.set_nick(instead);
        }
    }

    /// A network's clock is so far behind that the bot ignores everything, or no longer is.
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

    /// The inbox was read at that time (seconds since 1970), or could not be.
    pub fn inbox_read(&self, at: i64, trouble: Option<String>) {
        let mut inbox = self.inbox();
        inbox.is_read = true;
        if trouble.is_none() {
            inbox.last_read = Some(at);
        }
        inbox.trouble = trouble;
    }

    fn accounts(&self) -> MutexGuard<'_, AccountFigures> {
        self.accounts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The config has an account system.
    pub fn has_accounts(&self) {
        self.accounts().is_asked = true;
    }

    /// The account system answered at that time (seconds since the epoch), or did not, for this reason.
    pub fn accounts_told(&self, at: i64, trouble: Option<String>) {
        let mut accounts = self.accounts();
        match trouble {
            None => accounts.last_told = Some(at),
            Some(_) => accounts.failures += 1,
        }
        accounts.trouble = trouble;
    }

    /// A mail was refused for good.
    pub fn mail_refused(&self) {
        self.refused_mails.fetch_add(1, Ordering::Relaxed);
    }

    /// Why the bot has no login with a network's services; `None` if it has one again.
    pub fn login(&self, name: &str, missing: Option<&str>) {
        if let Some(network) = self.network(name) {
            set(&network.no_login, missing.unwrap_or_default());
        }
    }

    /// A network's adaptor panicked, or a task beside the networks.
    pub fn panicked(&self, name: &str) {
        if let Some(at) = BESIDE.iter().position(|beside| *beside == name) {
            self.panics_beside[at].fetch_add(1, Ordering::Relaxed);
        }
        if let Some(network) = self.network(name) {
            network.panics.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// A command was handled.
    pub fn command(&self, outcome: CommandResult) {
        self.commands[outcome as usize].fetch_add(1, Ordering::Relaxed);
    }

    /// Time from queue to answer, for that many commands.
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

    /// Number of mails that could not be sent yet.
    pub fn delays(&self, mails: usize) {
        self.delayed_mails.store(mails as u64, Ordering::Relaxed);
    }

    /// Number of RFRs in progress.
    pub fn rfrs_open(&self, rfrs: usize) {
        self.rfrs_open.store(rfrs as u64, Ordering::Relaxed);
    }

    /// Number of reminders that are due and not sent yet.
    pub fn reminders_due(&self, reminders: usize) {
        self.reminders_due.store(reminders as u64, Ordering::Relaxed);
    }

    /// How much is owed, and since when the oldest of it.
    pub fn owes(&self, owed: usize, oldest: Option<Instant>) {
        self.owed.store(owed as u64, Ordering::Relaxed);
        let after = oldest.map(|at| at.saturating_duration_since(self.started).as_millis());
        let after = after.map_or(-1, |millis| i64::try_from(millis).unwrap_or(i64::MAX));
        self.oldest_owed.store(after, Ordering::Relaxed);
    }

    /// The disk accepted the last change.
    pub fn writable(&self) {
        self.writable.store(true, Ordering::Relaxed);
    }

    /// The disk refused the last change, for this reason.
    pub fn unwritable(&self, why: &str) {
        set(&self.refused, why);
        self.writable.store(false, Ordering::Relaxed);
    }

    /// The loop is alive.
    pub fn beat(&self) {
        self.beat.store(self.millis(), Ordering::Relaxed);
    }

    /// A backup was made at that time (seconds since 1970).
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

    /// The config was reloaded.
    pub fn reloaded(&self) {
        self.reloads.fetch_add(1, Ordering::Relaxed);
    }

    /// The store to measure on request.
    pub fn keeps_in(&self, store: PathBuf) {
        // A bot has one store.
        let _ = self.store.set(store);
    }

    /// Size on disk of the journal and of the whole store, in bytes.
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
}

/// Resident memory in bytes, as the kernel counts it (`VmRSS` in proc(5)).
fn resident_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u64 = line.trim_end_matches("kB").trim().parse().ok()?;
    Some(kib * 1024)
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
    fn panics_beside_the_networks_are_counted() {
        for name in BESIDE {
            let figures = Figures::new([]);
            assert!(!figures.describe(0).contains("panic"));
            figures.panicked(name);
            let said = format!("{name}: 1 panic;");
            assert!(figures.describe(0).contains(&said), "{}", figures.describe(0));
            let metrics = figures.metrics();
            let counted = format!("rfrbot_adaptor_panics_total{{network=\"{name}\"}} 1\n");
            assert!(metrics.contains(&counted), "{metrics}");
        }
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
