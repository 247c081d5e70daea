//! How the sources of `[freezes]` are: calendars, the flag, status pages.

use super::Figures;
use super::metrics::family;
use super::status::{one_line, span};
use crate::calendar::shown_source;
use chrono::DateTime;
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::{MutexGuard, PoisonError};

/// The sources by their key under `[freezes]` and their name there.
pub(super) type Sources = BTreeMap<(&'static str, String), SourceState>;

/// State of one source.
#[derive(Debug, Default)]
pub(super) struct SourceState {
    /// Seconds since 1970.
    last_read: Option<i64>,
    trouble: Option<SourceTrouble>,
}

#[derive(Debug)]
struct SourceTrouble {
    /// Seconds since 1970.
    since: i64,
    why: String,
}

impl Figures {
    fn the_sources(&self) -> MutexGuard<'_, Sources> {
        self.sources.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The config has this source, under this key.
    pub fn has_source(&self, (key, name): (&'static str, &str)) {
        self.the_sources().entry((key, name.to_owned())).or_default();
    }

    /// A source was read at that time (seconds since 1970), or could not be.
    pub fn source_read(&self, (key, name): (&'static str, &str), at: i64, trouble: Option<&str>) {
        let mut sources = self.the_sources();
        let source = sources.entry((key, name.to_owned())).or_default();
        match trouble {
            Some(why) => {
                let since = source.trouble.as_ref().map_or(at, |known| known.since);
                let why = why.to_owned();
                source.trouble = Some(SourceTrouble { since, why });
            }
            None => {
                source.last_read = Some(at);
                source.trouble = None;
            }
        }
    }

    pub(super) fn source_problems(&self) -> Vec<String> {
        let sources = self.the_sources();
        let problems = sources.iter().filter_map(|((key, name), source)| {
            let SourceTrouble { since, why } = source.trouble.as_ref()?;
            Some(format!(
                "[freezes] {key}: {} cannot be read since {}: {why}. What was read of it before counts. Mend it there, \
                 and it is read within five minutes, or mend `{key}` under [freezes] and start the bot again; \
                 `rfrbot check` tries it",
                shown_source(name),
                moment(*since)
            ))
        });
        problems.collect()
    }

    pub(super) fn sources_json(&self) -> serde_json::Value {
        let sources = self.the_sources();
        let each = sources.iter().map(|((key, name), source)| {
            let trouble = source.trouble.as_ref();
            json!({"source": key, "name": shown_source(name), "last_read": source.last_read,
                   "trouble": trouble.map(|trouble| &trouble.why), "since": trouble.map(|trouble| trouble.since)})
        });
        each.collect()
    }

    pub(super) fn describe_sources(&self, text: &mut String, now: i64) -> std::fmt::Result {
        for ((key, name), source) in self.the_sources().iter() {
            let last = source.last_read.map(|at| span(u64::try_from(now - at).unwrap_or(0)));
            let last = last.map_or("not read yet".to_owned(), |ago| format!("read {ago} ago"));
            write!(text, "freezes, {key} {}: ", one_line(shown_source(name)))?;
            match &source.trouble {
                Some(SourceTrouble { since, why }) => {
                    writeln!(text, "TROUBLE since {} ({}), {last}", moment(*since), one_line(why))?;
                }
                None => writeln!(text, "{last}")?,
            }
        }
        Ok(())
    }

    pub(super) fn source_metrics(&self, text: &mut String) -> std::fmt::Result {
        let sources = self.the_sources();
        if sources.is_empty() {
            return Ok(());
        }
        let keys: BTreeSet<&str> = sources.keys().map(|(key, _)| *key).collect();
        let of = |key: &str| {
            let named = sources.iter().filter(move |((of, _), _)| *of == key);
            named.map(|(_, source)| source).collect::<Vec<_>>()
        };
        let name = "rfrbot_source_up";
        family(
            text,
            name,
            "gauge",
            "Could all sources of this key of [freezes] be read?",
        )?;
        for key in &keys {
            let up = of(key)
                .iter()
                .all(|source| source.trouble.is_none() && source.last_read.is_some());
            writeln!(text, "{name}{{source=\"{key}\"}} {}", u8::from(up))?;
        }
        let name = "rfrbot_source_last_read_timestamp_seconds";
        family(
            text,
            name,
            "gauge",
            "When that one of them was read which was not read for the longest; 0: never.",
        )?;
        for key in &keys {
            let at = of(key).iter().map(|source| source.last_read.unwrap_or(0)).min();
            writeln!(text, "{name}{{source=\"{key}\"}} {}", at.unwrap_or(0))?;
        }
        Ok(())
    }
}

/// `2026-11-28 20:15 UTC`.
fn moment(at: i64) -> String {
    DateTime::from_timestamp(at, 0).map_or_else(String::new, |at| at.format("%Y-%m-%d %H:%M UTC").to_string())
}
