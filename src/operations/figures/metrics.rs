//! The metrics in Prometheus' text format.

use super::{BESIDE, BUCKETS, CommandResult, Figures, resident_bytes};
use crate::visible;
use crate::wire::Presence;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

impl Figures {
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
        self.tracker_metrics(text)?;
        self.bus_metrics(text)?;
        self.source_metrics(text)?;
        self.board_metrics(text)?;
        {
            let accounts = self.accounts();
            if accounts.is_asked {
                let up = u8::from(accounts.trouble.is_none());
                family(text, "rfrbot_accounts_up", "gauge", "Can the account system be asked?")?;
                writeln!(text, "rfrbot_accounts_up {up}")?;
                let name = "rfrbot_accounts_failures_total";
                family(
                    text,
                    name,
                    "counter",
                    "Questions to the account system without an answer.",
                )?;
                writeln!(text, "{name} {}", accounts.failures)?;
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
        for (name, panics) in BESIDE.iter().zip(&self.panics_beside) {
            writeln!(
                text,
                "rfrbot_adaptor_panics_total{{network=\"{name}\"}} {}",
                read(panics)
            )?;
        }
        family(
            text,
            "rfrbot_commands_total",
            "counter",
            "Commands by what they came to.",
        )?;
        for outcome in CommandResult::ALL {
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

/// A label's value (Prometheus' text format escapes backslash, quote and line feed).
fn label(words: &str) -> String {
    let words = words.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
    visible::clean(&words)
}

pub(super) fn family(text: &mut String, name: &str, kind: &str, help: &str) -> std::fmt::Result {
    writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}")
}

#[expect(clippy::cast_precision_loss, reason = "Prometheus knows only floating point")]
fn float(number: u64) -> f64 {
    number as f64
}
