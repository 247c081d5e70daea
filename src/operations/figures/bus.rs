//! How the message bus is, for `rfrbot status`, the metrics and the problems.

use super::Figures;
use super::metrics::family;
use super::status::{one_line, span};
use crate::wire::BusCounts;
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{MutexGuard, PoisonError};

/// State of the bus.
#[derive(Debug, Default)]
pub(super) struct BusFigures {
    is_on: bool,
    /// Seconds since 1970.
    last: Option<i64>,
    /// What is wrong, by part.
    troubles: BTreeMap<&'static str, String>,
    /// Messages that became too old to be published.
    left: usize,
    /// Messages of others that were heard.
    heard: BusCounts,
}

impl BusFigures {
    /// The parts that have the same trouble, together.
    fn parts_by_trouble(&self) -> BTreeMap<&str, Vec<&'static str>> {
        let mut found: BTreeMap<&str, Vec<&'static str>> = BTreeMap::new();
        for (part, why) in &self.troubles {
            found.entry(why).or_default().push(part);
        }
        found
    }
}

impl Figures {
    fn the_bus(&self) -> MutexGuard<'_, BusFigures> {
        self.bus.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The config has a bus.
    pub fn has_bus(&self) {
        self.the_bus().is_on = true;
    }

    /// One of its tasks worked at that time (seconds since 1970), or has a trouble.
    pub fn bus(&self, part: &'static str, trouble: Option<&str>, at: i64) {
        let mut bus = self.the_bus();
        bus.is_on = true;
        match trouble {
            Some(why) => {
                bus.troubles.insert(part, why.to_owned());
            }
            None => {
                bus.troubles.remove(part);
                bus.last = bus.last.max(Some(at));
            }
        }
    }

    /// So many messages became too old to be published.
    pub fn bus_left(&self, count: usize) {
        self.the_bus().left += count;
    }

    /// So many more messages of others were heard.
    pub fn bus_heard(&self, counts: BusCounts) {
        self.the_bus().heard.add(counts);
    }

    pub(super) fn bus_problems(&self) -> Vec<String> {
        let bus = self.the_bus();
        let parts = bus.parts_by_trouble().into_iter();
        parts
            .map(|(why, parts)| format!("the bus ({}): {why}", parts.join(", ")))
            .collect()
    }

    pub(super) fn bus_json(&self) -> serde_json::Value {
        let bus = self.the_bus();
        if !bus.is_on {
            return serde_json::Value::Null;
        }
        json!({"up": bus.troubles.is_empty() && bus.last.is_some(), "last_answer": bus.last,
               "troubles": bus.troubles, "left": bus.left,
               "heard": {"taken": bus.heard.taken, "repeated": bus.heard.repeated, "invalid": bus.heard.invalid,
                         "other": bus.heard.other}})
    }

    pub(super) fn describe_bus(&self, text: &mut String, now: i64) -> std::fmt::Result {
        let bus = self.the_bus();
        if !bus.is_on {
            return Ok(());
        }
        let last = bus.last.map(|at| span(u64::try_from(now - at).unwrap_or(0)));
        let last = last.map_or("no answer yet".to_owned(), |ago| format!("answered {ago} ago"));
        let BusCounts {
            taken,
            repeated,
            invalid,
            other,
        } = bus.heard;
        let mut heard = String::new();
        if bus.heard != BusCounts::default() {
            heard = format!(
                "; heard {taken}, and passed over {other} of no interest, {repeated} repeated, {invalid} invalid"
            );
        }
        if bus.troubles.is_empty() {
            return writeln!(text, "bus: {last}{heard}");
        }
        for (why, parts) in bus.parts_by_trouble() {
            let parts = parts.join(", ");
            writeln!(text, "bus, {parts}: TROUBLE ({}), {last}{heard}", one_line(why))?;
        }
        Ok(())
    }

    pub(super) fn bus_metrics(&self, text: &mut String) -> std::fmt::Result {
        let bus = self.the_bus();
        if !bus.is_on {
            return Ok(());
        }
        // What others say is another matter: this is about what is published.
        let up = u8::from(bus.troubles.keys().all(|part| *part == "queue") && bus.last.is_some());
        family(
            text,
            "rfrbot_bus_up",
            "gauge",
            "Is the broker connected, and does it take what it is sent?",
        )?;
        writeln!(text, "rfrbot_bus_up {up}")?;
        let name = "rfrbot_bus_last_answer_timestamp_seconds";
        family(text, name, "gauge", "When the broker answered last; 0: never.")?;
        writeln!(text, "{name} {}", bus.last.unwrap_or(0))?;
        let name = "rfrbot_bus_left_total";
        family(text, name, "counter", "Messages that became too old to be published.")?;
        writeln!(text, "{name} {}", bus.left)?;
        let name = "rfrbot_bus_heard_total";
        family(text, name, "counter", "Messages of others, by what became of them.")?;
        for (what, count) in [
            ("taken", bus.heard.taken),
            ("repeated", bus.heard.repeated),
            ("invalid", bus.heard.invalid),
            ("other", bus.heard.other),
        ] {
            writeln!(text, "{name}{{what=\"{what}\"}} {count}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_trouble_of_two_parts_is_one_problem() {
        let figures = Figures::new([]);
        for part in ["broker", "queue"] {
            figures.bus(part, Some("it is away"), 0);
        }
        assert_eq!(figures.bus_problems(), ["the bus (broker, queue): it is away"]);
        let said = figures.describe(0);
        assert!(
            said.contains("bus, broker, queue: TROUBLE (it is away), no answer yet\n"),
            "{said}"
        );
        figures.bus("queue", None, 5);
        assert!(figures.metrics().contains("rfrbot_bus_up 0\n"));
        assert_eq!(figures.bus_problems(), ["the bus (broker): it is away"]);
        // What is published goes on where only the queue is gone.
        figures.bus("broker", None, 6);
        figures.bus("queue", Some("it is gone"), 7);
        assert!(figures.metrics().contains("rfrbot_bus_up 1\n"));
    }
}
