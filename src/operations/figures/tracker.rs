//! How the tracker is, for `rfrbot status`, the metrics and the problems.

use super::Figures;
use super::metrics::family;
use super::status::{one_line, span};
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{MutexGuard, PoisonError};

/// State of the tracker.
#[derive(Debug, Default)]
pub(super) struct TrackerFigures {
    is_on: bool,
    /// Seconds since 1970.
    last: Option<i64>,
    /// What is wrong, by part.
    troubles: BTreeMap<&'static str, String>,
    /// Attempts to write in a ticket that failed.
    delays: u64,
}

impl Figures {
    fn the_tracker(&self) -> MutexGuard<'_, TrackerFigures> {
        self.tracker.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The config has a tracker.
    pub fn has_tracker(&self) {
        self.the_tracker().is_on = true;
    }

    /// One of its tasks worked at that time (seconds since 1970), or has a trouble.
    pub fn tracker(&self, part: &'static str, trouble: Option<&str>, at: i64) {
        let mut tracker = self.the_tracker();
        tracker.is_on = true;
        match trouble {
            Some(why) => {
                tracker.troubles.insert(part, why.to_owned());
            }
            None => {
                tracker.troubles.remove(part);
                tracker.last = tracker.last.max(Some(at));
            }
        }
    }

    /// A ticket could not be kept up to date yet.
    pub fn ticket_delayed(&self) {
        self.the_tracker().delays += 1;
    }

    pub(super) fn tracker_problems(&self) -> Vec<String> {
        let tracker = self.the_tracker();
        tracker
            .troubles
            .values()
            .map(|why| format!("the tracker: {why}"))
            .collect()
    }

    pub(super) fn tracker_json(&self) -> serde_json::Value {
        let tracker = self.the_tracker();
        if !tracker.is_on {
            return serde_json::Value::Null;
        }
        json!({"up": tracker.troubles.is_empty() && tracker.last.is_some(), "last_answer": tracker.last,
               "troubles": tracker.troubles, "delays": tracker.delays})
    }

    pub(super) fn describe_tracker(&self, text: &mut String, now: i64) -> std::fmt::Result {
        let tracker = self.the_tracker();
        if !tracker.is_on {
            return Ok(());
        }
        let last = tracker.last.map(|at| span(u64::try_from(now - at).unwrap_or(0)));
        let last = last.map_or("no answer yet".to_owned(), |ago| format!("answered {ago} ago"));
        if tracker.troubles.is_empty() {
            return writeln!(text, "tracker: {last}");
        }
        for (part, why) in &tracker.troubles {
            writeln!(text, "tracker, {part}: TROUBLE ({}), {last}", one_line(why))?;
        }
        Ok(())
    }

    pub(super) fn tracker_metrics(&self, text: &mut String) -> std::fmt::Result {
        let tracker = self.the_tracker();
        if !tracker.is_on {
            return Ok(());
        }
        let up = u8::from(tracker.troubles.is_empty() && tracker.last.is_some());
        family(
            text,
            "rfrbot_tracker_up",
            "gauge",
            "Does the tracker answer and take what it is sent?",
        )?;
        writeln!(text, "rfrbot_tracker_up {up}")?;
        let name = "rfrbot_tracker_last_answer_timestamp_seconds";
        family(text, name, "gauge", "When the tracker answered last; 0: never.")?;
        writeln!(text, "{name} {}", tracker.last.unwrap_or(0))?;
        let name = "rfrbot_tracker_delays_total";
        family(
            text,
            name,
            "counter",
            "Attempts to write in a ticket that failed and are repeated.",
        )?;
        writeln!(text, "{name} {}", tracker.delays)
    }
}
