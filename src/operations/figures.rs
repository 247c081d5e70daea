//! What is counted while the bot runs: written by the loop, read by the listener and by `rfrbot status`.
//!
//! Counters start at zero with the program. Times are seconds. No figure holds words, names or places.

use crate::chat::Lack;
use crate::mail;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
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
    /// What else it lacks there, and why.
    lacks: Mutex<BTreeMap<Lack, String>>,
    connections: AtomicU64,
    panics: AtomicU64,
}

impl Network {
    /// For the operator.
    fn describe(&self) -> String {
        let mut text = self.describe_link();
        if self.up.load(Ordering::Relaxed) {
            for (what, why) in self.lacks.lock().unwrap_or_else(PoisonError::into_inner).iter() {
                let _ = write!(text, ", {what} ({why})");
            }
        }
        text
    }

    fn describe_link(&self) -> String {
        let (state, why) = if self.up.load(Ordering::Relaxed) {
            ("up, NOT LOGGED IN", &self.no_login)
        } else {
            ("DOWN", &self.why_away)
        };
        let why = why.lock().unwrap_or_else(PoisonError::into_inner);
        match why.as_str() {
            "" => state.trim_end_matches(", NOT LOGGED IN").to_owned(),
            why => format!("{state} ({why})"),
        }
    }
}

fn set(words: &Mutex<String>, new: &str) {
    new.clone_into(&mut words.lock().unwrap_or_else(PoisonError::into_inner));
}

/// Everything that is counted.
#[derive(Debug)]
pub struct Figures {
    started: Instant,
    networks: Vec<Network>,
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
    journal_bytes: AtomicU64,
    store_bytes: AtomicU64,
}

impl Figures {
    /// All zero, for these networks.
    pub fn new(networks: impl IntoIterator<Item = String>) -> Self {
        let network = |name| Network {
            name,
            up: AtomicBool::new(false),
            why_away: Mutex::default(),
            no_login: Mutex::default(),
            lacks: Mutex::default(),
            connections: AtomicU64::new(0),
            panics: AtomicU64::new(0),
        };
        Self {
            started: Instant::now(),
            networks: networks.into_iter().map(network).collect(),
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
            journal_bytes: AtomicU64::new(0),
            store_bytes: AtomicU64::new(0),
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
            network.lacks.lock().unwrap_or_else(PoisonError::into_inner).clear();
        }
    }

    /// The bot lacks something on a network, for this reason, or has it again.
    pub fn lacks(&self, name: &str, what: Lack, why: Option<String>) {
        if let Some(network) = self.network(name) {
            let mut lacks = network.lacks.lock().unwrap_or_else(PoisonError::into_inner);
            match why {
                Some(why) => lacks.insert(what, why),
                None => lacks.remove(&what),
            };
        }
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
        self.last_backup.store(at, Ordering::Relaxed);
    }

    /// A backup failed.
    pub fn backup_failed(&self) {
        self.failed_backups.fetch_add(1, Ordering::Relaxed);
    }

    /// The config was read anew.
    pub fn reloaded(&self) {
        self.reloads.fetch_add(1, Ordering::Relaxed);
    }

    /// How large the journal and the whole store are on the disk, in bytes.
    pub fn measured(&self, journal: u64, store: u64) {
        self.journal_bytes.store(journal, Ordering::Relaxed);
        self.store_bytes.store(store, Ordering::Relaxed);
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
        if !self.networks.iter().any(|network| network.up.load(Ordering::Relaxed)) {
            why.push("no network is connected".to_owned());
        }
        if !self.writable.load(Ordering::Relaxed) {
            why.push("the disk takes no changes".to_owned());
        }
        why
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
            write!(text, "network {}: {state}, {again} reconnects", network.name)?;
            match network.panics.load(Ordering::Relaxed) {
                0 => writeln!(text)?,
                panics => writeln!(text, ", {panics} panics")?,
            }
        }
        if let Some(bytes) = resident_bytes() {
            writeln!(text, "memory: {} KiB", bytes / 1024)?;
        }
        let rfrs = self.rfrs_open.load(Ordering::Relaxed);
        let due = self.reminders_due.load(Ordering::Relaxed);
        writeln!(text, "work: {rfrs} RFRs under way, {due} reminders due")?;
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
                "mail: {panics} panics; please report them, the log has the details"
            )?;
        }
        let delayed = self.delayed_mails.load(Ordering::Relaxed);
        if delayed > 0 {
            writeln!(
                text,
                "mails: {delayed} DELAYED; the command `mail` in chat and the log say why"
            )?;
        }
        let store = self.store_bytes.load(Ordering::Relaxed);
        let journal = self.journal_bytes.load(Ordering::Relaxed);
        let state = if self.writable.load(Ordering::Relaxed) {
            "takes changes".to_owned()
        } else {
            let why = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
            format!("TAKES NO CHANGES ({why})")
        };
        writeln!(text, "store: {state}, {store} bytes, of which the journal {journal}")?;
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
        writeln!(text, "commands: {}", counted.join(", "))
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
        let singles: [(&str, &str, &str, f64); 12] = [
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
                float(read(&self.store_bytes)),
            ),
            (
                "rfrbot_journal_bytes",
                "gauge",
                "Size of the journal on the disk.",
                float(read(&self.journal_bytes)),
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
            figures.describe(0).contains("mail: 1 panics"),
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
