//! From a TOML text to its contents, or to everything that is wrong with it, each mistake once.

use super::mistake::{Conditions, Mistake};
use super::reader::{EditionReader, TableEntry};
use super::{Level, Phase, Topic};
use std::collections::BTreeMap;
use toml::de::DeTable;

/// Largest text, in bytes: it is stored in the journal as one record.
pub const LONGEST_FILE: usize = 64 * 1024;

/// The contents of a text.
#[derive(Default)]
pub(super) struct Read {
    pub(super) name: String,
    pub(super) topics: Vec<(Topic, Vec<String>)>,
    pub(super) phases: Vec<ReadPhase>,
    pub(super) rows: Vec<ReadRow>,
}

impl Read {
    pub(super) fn called(&self, kind: Phase) -> String {
        let named = self.phases.iter().find(|phase| phase.kind == kind);
        named.map_or(kind.name(), |named| &named.name).to_owned()
    }
}

pub(super) struct ReadPhase {
    pub(super) kind: Phase,
    pub(super) name: String,
    pub(super) purpose: String,
}

pub(super) struct ReadRow {
    pub(super) id: String,
    pub(super) phase: Phase,
    pub(super) level: Level,
    pub(super) kind: ReadKind,
    pub(super) short: String,
    pub(super) sentence: String,
    pub(super) source: String,
}

pub(super) enum ReadKind {
    Ticket,
    Sponsor,
    Discussion,
    People,
    SecondPerson,
    PlanningQuestions(Vec<ReadQuestion>),
    SignOff,
    Questions(Vec<Topic>),
    Sops,
    Schedule,
    Check { by: Option<String> },
    Report,
    Staging { after: Option<String> },
}

pub(super) struct ReadQuestion {
    pub(super) text: String,
    pub(super) topic: Option<Topic>,
    pub(super) people: bool,
}

/// The contents of a text without mistakes. With a `world`, the text must be usable there; texts in the journal were
/// checked when first used, and are read without.
pub(super) fn read(text: &str, world: Option<&Conditions<'_>>) -> Result<Read, Vec<Mistake>> {
    let mut reader = EditionReader {
        text,
        world,
        mistakes: Vec::new(),
    };
    let read = reader.everything();
    if reader.mistakes.is_empty() {
        return Ok(read);
    }
    reader.mistakes.sort();
    Err(reader.mistakes)
}

impl EditionReader<'_> {
    /// Everything readable in the text.
    fn everything(&mut self) -> Read {
        let text = self.text;
        let mut read = Read::default();
        if text.len() > LONGEST_FILE {
            let what = format!("the file has more than {LONGEST_FILE} bytes, and no more are kept");
            self.wrong(0, what, "Make it shorter");
            return read;
        }
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in &errors {
            let at = error.span().map_or(0, |span| span.start);
            let what = format!("this is not TOML: {}", error.message());
            let fix = "Compare the line with an edition that `rfrbot sop classic --toml` prints";
            self.wrong(at, what, fix);
        }
        if errors.is_empty() {
            self.edition(table.get_ref(), &mut read);
        }
        read
    }

    fn edition(&mut self, table: &DeTable<'_>, read: &mut Read) {
        let entry = TableEntry {
            table,
            at: 0,
            what: "an edition",
        };
        self.keys(entry, &["name", "topic", "phase", "row"]);
        if let Some((name, at)) = self.word(entry, "name") {
            self.name(&name, at);
            read.name = name;
        }
        self.topics(entry, read);
        let names = self.phases(entry, read);
        self.rows(entry, read, &names);
    }

    fn topics(&mut self, edition: TableEntry<'_, '_>, read: &mut Read) {
        let mut taken: BTreeMap<String, usize> = BTreeMap::new();
        for entry in self.entries(edition, "topic", "a topic") {
            self.keys(entry, &["name", "aliases"]);
            let Some((name, at)) = self.word(entry, "name") else {
                continue;
            };
            let mut words = vec![(name.clone(), at)];
            let mut aliases = Vec::new();
            for (alias, at) in self.words(entry, "aliases") {
                aliases.push(alias.clone());
                words.push((alias, at));
            }
            for (word, at) in words {
                self.not_taken(&word, at, "topic");
                if Phase::from_word(&word).is_some() {
                    self.wrong(at, format!("the topic `{word}` is a phase"), "Call it otherwise");
                }
                self.unique(&mut taken, &word, at, "topic");
            }
            if let Some(topic) = Topic::named(&name) {
                read.topics.push((topic, aliases));
            }
        }
    }
}
