//! The phases in an edition's text.

use super::Phase;
use super::read::{Read, ReadPhase};
use super::reader::{EditionReader, TableEntry};
use std::collections::BTreeMap;

/// A phase as far as readable: its name (may be empty), the name's line, and its kind.
pub(super) struct SeenPhase {
    pub(super) name: String,
    pub(super) line: usize,
    pub(super) kind: Option<Phase>,
}

impl EditionReader<'_> {
    /// Reads the phases; returns what rows may name, with the kind if known.
    pub(super) fn phases(&mut self, edition: TableEntry<'_, '_>, read: &mut Read) -> Vec<SeenPhase> {
        let mut seen: Vec<SeenPhase> = Vec::new();
        let mut taken = BTreeMap::new();
        let entries = self.entries(edition, "phase", "a phase");
        let kinds = Phase::ALL.map(Phase::name);
        let mut before: Option<(Phase, usize)> = None;
        let mut last = None;
        for entry in &entries {
            self.keys(*entry, &["kind", "name", "purpose"]);
            let kind = self.one_of(*entry, "kind", &kinds);
            let kind = kind.and_then(|(word, at)| Some((Phase::from_word(&word)?, at)));
            let purpose = self.sentence(*entry, "purpose");
            let name = if entry.table.contains_key("name") {
                self.word(*entry, "name")
            } else {
                kind.map(|(kind, at)| (kind.name().to_owned(), at))
            };
            if let Some((name, at)) = &name {
                self.not_taken(name, *at, "phase");
                self.unique(&mut taken, name, *at, "phase");
                if let Some(other) = Phase::from_word(name)
                    && let Some((kind, _)) = kind
                    && other != kind
                {
                    let what = format!(
                        "the phase of kind {} is called `{name}`, which is the kind {}",
                        kind.name(),
                        other.name()
                    );
                    self.wrong(*at, what, "Call it otherwise");
                }
                if read.topics.iter().any(|(topic, _)| topic.name() == name) {
                    self.wrong(
                        *at,
                        format!("the phase `{name}` is also a topic"),
                        "Rename one of the two",
                    );
                }
            }
            let (named, at) = name.clone().unwrap_or((String::new(), entry.at));
            seen.push(SeenPhase {
                name: named,
                line: self.line(at),
                kind: kind.map(|(kind, _)| kind),
            });
            last = kind.map(|(kind, _)| kind);
            let Some((kind, at)) = kind else {
                continue;
            };
            match before {
                Some((last, line)) if last == kind => {
                    let what = format!(
                        "there are two phases of the kind {}: the first is on line {line}",
                        kind.name()
                    );
                    self.wrong(at, what, "Each kind can be used once: choose another, or take one out");
                }
                Some((last, _)) if last > kind => {
                    let what = format!("{} cannot come after {}", kind.name(), last.name());
                    let fix = format!("Kinds come in this order: {}", kinds.join(", "));
                    self.wrong(at, what, fix);
                }
                Some(_) | None => {}
            }
            before = Some((kind, self.line(at)));
            if let (Some((name, _)), Some(purpose)) = (name, purpose) {
                read.phases.push(ReadPhase { kind, name, purpose });
            }
        }
        if entries.is_empty() {
            self.wrong(
                0,
                "there is no phase",
                "Add a table [[phase]] with a kind and a purpose for each",
            );
        } else if last.is_some_and(|last| last != Phase::Maintenance) {
            let at = entries.last().map_or(0, |entry| entry.at);
            let what = "the last phase is not of the kind maintenance, in which a request is finished";
            self.wrong(
                at,
                what,
                "Add a last [[phase]] with kind = \"maintenance\" and a name of your own",
            );
        } else if entries.len() == 1 {
            self.wrong(
                0,
                "there is only one phase, and so no gate",
                "Add a [[phase]] before it",
            );
        }
        seen
    }
}
