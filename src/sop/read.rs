//! From a text in TOML to what it says, or to everything that is wrong with it, each once.

use super::mistake::Mistake;
use super::words::{LONGEST_WORD, is_word};
use super::{Level, Phase, Topic};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The most bytes of a text: it is kept in the journal as one record.
const LONGEST_FILE: usize = 64 * 1024;
/// The most characters of a sentence.
const LONGEST_SENTENCE: usize = 300;
/// The most rows, topics, or questions of one row.
const MOST: usize = 100;

/// What a text says, in its own words.
#[derive(Default)]
pub(super) struct Read {
    pub(super) text: String,
    pub(super) name: String,
    pub(super) name_line: usize,
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
    pub(super) line: usize,
}

pub(super) struct ReadRow {
    pub(super) id: String,
    pub(super) phase: Phase,
    pub(super) level: Level,
    pub(super) kind: Kind,
    pub(super) short: String,
    pub(super) sentence: String,
    pub(super) source: String,
    pub(super) line: usize,
}

pub(super) enum Kind {
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

/// The kinds of rows, by the word for each.
const KINDS: [&str; 12] = [
    "ticket",
    "sponsor",
    "discussion",
    "people",
    "second-person",
    "planning-questions",
    "sign-off",
    "questions",
    "sops",
    "schedule",
    "check",
    "mail",
];
const LEVELS: [&str; 3] = ["must", "required", "step"];
const MAILS: [&str; 2] = ["report", "staging"];

/// What a text says, where nothing is wrong with it.
pub(super) fn read(text: &str) -> Result<Read, Vec<Mistake>> {
    let (read, mut mistakes) = everything(text);
    if mistakes.is_empty() {
        Ok(read)
    } else {
        mistakes.sort();
        Err(mistakes)
    }
}

/// What a text says as far as it can be read, and everything that is wrong with it.
pub(super) fn everything(text: &str) -> (Read, Vec<Mistake>) {
    let mut reader = Reader {
        text,
        mistakes: Vec::new(),
    };
    let mut read = Read {
        text: text.to_owned(),
        ..Read::default()
    };
    if text.len() > LONGEST_FILE {
        let what = format!("the file has {} bytes, and at most {LONGEST_FILE} are kept", text.len());
        reader.wrong(0, what, "Make it shorter");
        return (read, reader.mistakes);
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let at = error.span().map_or(0, |span| span.start);
        let what = format!("this is not TOML: {}", error.message());
        reader.wrong(
            at,
            what,
            "Compare the line with an edition that `rfrbot sop classic --toml` prints",
        );
    }
    if errors.is_empty() {
        reader.edition(table.get_ref(), &mut read);
    }
    (read, reader.mistakes)
}

struct Reader<'t> {
    text: &'t str,
    mistakes: Vec<Mistake>,
}

/// One table of the text, with where it begins.
#[derive(Clone, Copy)]
struct Entry<'a, 't> {
    table: &'a DeTable<'t>,
    at: usize,
    what: &'static str,
}

impl Reader<'_> {
    fn line(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or(self.text);
        1 + before.bytes().filter(|byte| *byte == b'\n').count()
    }

    fn wrong(&mut self, at: usize, what: impl Into<String>, fix: impl Into<String>) {
        let mistake = Mistake {
            line: self.line(at),
            what: what.into(),
            fix: fix.into(),
        };
        if !self.mistakes.contains(&mistake) {
            self.mistakes.push(mistake);
        }
    }

    fn edition(&mut self, table: &DeTable<'_>, read: &mut Read) {
        let entry = Entry {
            table,
            at: 0,
            what: "an edition",
        };
        self.keys(entry, &["name", "topic", "phase", "row"]);
        if let Some((name, at)) = self.word(entry, "name") {
            read.name_line = self.line(at);
            read.name = name;
        }
        self.topics(entry, read);
        let names = self.phases(entry, read);
        self.rows(entry, read, &names);
    }

    /// No key but these.
    fn keys(&mut self, entry: Entry<'_, '_>, known: &[&str]) {
        for key in entry.table.keys() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let what = format!("{} has no `{name}`", entry.what);
                self.wrong(key.span().start, what, format!("It has: {}", known.join(", ")));
            }
        }
    }

    fn value<'a, 't>(&mut self, entry: Entry<'a, 't>, key: &str) -> Option<&'a Spanned<DeValue<'t>>> {
        let value = entry.table.get(key);
        if value.is_none() {
            let what = format!("{} has no `{key}`", entry.what);
            self.wrong(entry.at, what, format!("Add a line: {key} = \"…\""));
        }
        value
    }

    /// One line of words.
    fn text(&mut self, value: &Spanned<DeValue<'_>>, key: &str) -> Option<String> {
        let at = value.span().start;
        let Some(text) = value.get_ref().as_str() else {
            let what = format!("`{key}` is no text in quotes");
            self.wrong(at, what, format!("Write it in quotes: {key} = \"…\""));
            return None;
        };
        let length = text.chars().count();
        if text.trim().is_empty() {
            self.wrong(at, format!("`{key}` is empty"), "Write what people are to read there");
        } else if text.chars().any(char::is_control) {
            let what = format!("`{key}` is not one line");
            self.wrong(
                at,
                what,
                "Write it in one line, without tabs and other signs that nobody sees",
            );
        } else if length > LONGEST_SENTENCE {
            let what = format!("`{key}` has {length} characters, and at most {LONGEST_SENTENCE} are shown");
            self.wrong(at, what, "Shorten it");
        } else {
            return Some(text.trim().to_owned());
        }
        None
    }

    fn sentence(&mut self, entry: Entry<'_, '_>, key: &str) -> Option<String> {
        let value = self.value(entry, key)?;
        self.text(value, key)
    }

    /// A word that people type, and where it stands.
    fn word(&mut self, entry: Entry<'_, '_>, key: &str) -> Option<(String, usize)> {
        let value = self.value(entry, key)?;
        let word = self.text(value, key)?;
        self.typed(word, value.span().start)
    }

    fn typed(&mut self, word: String, at: usize) -> Option<(String, usize)> {
        if is_word(&word) {
            return Some((word, at));
        }
        let what = format!("`{word}` cannot be typed as one word");
        let fix = format!("Begin with a letter; small letters, digits and hyphens, at most {LONGEST_WORD} of them");
        self.wrong(at, what, fix);
        None
    }

    /// One of a few words.
    fn one_of(&mut self, entry: Entry<'_, '_>, key: &str, known: &[&str]) -> Option<(String, usize)> {
        let value = self.value(entry, key)?;
        let at = value.span().start;
        let word = self.text(value, key)?;
        if known.contains(&word.as_str()) {
            return Some((word, at));
        }
        let near = known.iter().max_by(|a, b| {
            let likeness = |known: &str| strsim::jaro_winkler(known, &word);
            likeness(a).total_cmp(&likeness(b))
        });
        let near = near.filter(|near| strsim::jaro_winkler(near, &word) > 0.8);
        let meant = near
            .map(|near| format!("Did you mean \"{near}\"? "))
            .unwrap_or_default();
        let what = format!("there is no {key} `{word}`");
        self.wrong(at, what, format!("{meant}It is one of: {}", known.join(", ")));
        None
    }

    /// The tables of `[[key]]`.
    fn entries<'a, 't>(&mut self, entry: Entry<'a, 't>, key: &'static str, what: &'static str) -> Vec<Entry<'a, 't>> {
        let Some(value) = entry.table.get(key) else {
            return Vec::new();
        };
        let mut entries = Vec::new();
        let listed = value.get_ref().as_array();
        for one in listed.into_iter().flat_map(|array| array.iter()) {
            if let Some(table) = one.get_ref().as_table() {
                let at = one.span().start;
                entries.push(Entry { table, at, what });
            } else {
                self.wrong(
                    one.span().start,
                    format!("`{key}` is no table"),
                    "Take it out, or give it keys",
                );
            }
        }
        if listed.is_none() {
            let fix = format!("Write it in two brackets: [[{key}]]");
            self.wrong(value.span().start, format!("`{key}` is no list of tables"), fix);
        }
        if entries.len() > MOST {
            self.wrong(
                value.span().start,
                format!("there are more than {MOST} of `{key}`"),
                "Leave some out",
            );
        }
        entries
    }

    fn topics(&mut self, edition: Entry<'_, '_>, read: &mut Read) {
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

    /// A list of words, with where each stands.
    fn words(&mut self, entry: Entry<'_, '_>, key: &'static str) -> Vec<(String, usize)> {
        let Some(value) = entry.table.get(key) else {
            return Vec::new();
        };
        let Some(array) = value.get_ref().as_array() else {
            let what = format!("`{key}` is no list");
            self.wrong(
                value.span().start,
                what,
                format!("Write it in brackets: {key} = [\"…\"]"),
            );
            return Vec::new();
        };
        let mut words = Vec::new();
        for one in array {
            let word = self.text(one, key);
            words.extend(word.and_then(|word| self.typed(word, one.span().start)));
        }
        words
    }

    fn unique(&mut self, taken: &mut BTreeMap<String, usize>, word: &str, at: usize, what: &str) -> bool {
        let line = self.line(at);
        match taken.get(word) {
            Some(first) => {
                let what = format!("`{word}` stands twice: there is a {what} of that name on line {first}");
                self.wrong(at, what, "Rename one of the two, or take it out");
                false
            }
            None => {
                taken.insert(word.to_owned(), line);
                true
            }
        }
    }

    /// Reads the phases; the answer is what rows may name, with the kind where that is known.
    fn phases(&mut self, edition: Entry<'_, '_>, read: &mut Read) -> BTreeMap<String, Option<Phase>> {
        let mut names = BTreeMap::new();
        let mut taken = BTreeMap::new();
        let entries = self.entries(edition, "phase", "a phase");
        let kinds = Phase::ALL.map(Phase::name);
        let mut before: Option<(Phase, usize)> = None;
        let mut is_whole = true;
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
                if self.unique(&mut taken, name, *at, "phase") {
                    names.insert(name.clone(), kind.map(|(kind, _)| kind));
                }
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
            let Some((kind, at)) = kind else {
                is_whole = false;
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
            if let (Some((name, at)), Some(purpose)) = (name, purpose) {
                let line = self.line(at);
                read.phases.push(ReadPhase {
                    kind,
                    name,
                    purpose,
                    line,
                });
            }
        }
        if entries.is_empty() {
            self.wrong(
                0,
                "there is no phase",
                "Add a table [[phase]] with a kind and a purpose for each",
            );
        } else if is_whole && before.is_some_and(|(last, _)| last != Phase::Maintenance) {
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
        names
    }

    fn rows(&mut self, edition: Entry<'_, '_>, read: &mut Read, phases: &BTreeMap<String, Option<Phase>>) {
        let mut taken = BTreeMap::new();
        let mut gated = Vec::new();
        let mut is_whole = true;
        let mut signed: BTreeMap<Phase, usize> = BTreeMap::new();
        let mut afters = Vec::new();
        let entries = self.entries(edition, "row", "a row");
        let last = read.phases.last().map(|phase| phase.kind);
        for entry in entries {
            let id = self.word(entry, "id");
            if let Some((id, at)) = &id {
                self.unique(&mut taken, id, *at, "row");
                if phases.contains_key(id) || Phase::from_word(id).is_some() {
                    self.wrong(*at, format!("the id `{id}` is a phase"), "Choose another id");
                }
                if read
                    .topics
                    .iter()
                    .any(|(topic, aliases)| topic.name() == id || aliases.contains(id))
                {
                    self.wrong(*at, format!("the id `{id}` is a topic"), "Choose another id");
                }
            }
            let phase = self.sentence(entry, "phase").and_then(|word| {
                let named = phases.get(&word).copied();
                let by_kind = || {
                    let kind = Phase::from_word(&word)?;
                    phases.values().any(|known| *known == Some(kind)).then_some(Some(kind))
                };
                named.or_else(by_kind).unwrap_or_else(|| {
                    let at = entry.table.get("phase").map_or(entry.at, |value| value.span().start);
                    let known: Vec<&str> = phases.keys().map(String::as_str).collect();
                    self.wrong(
                        at,
                        format!("there is no phase `{word}`"),
                        format!("It has: {}", known.join(", ")),
                    );
                    None
                })
            });
            let level = self
                .one_of(entry, "level", &LEVELS)
                .and_then(|(word, _)| Level::from_word(&word));
            let kind = self.kind(entry, read, &mut afters);
            let short = self.sentence(entry, "short");
            let sentence = self.sentence(entry, "sentence");
            let source = self.sentence(entry, "source");
            if let (Some(Kind::SignOff), Some(phase)) = (&kind, phase) {
                let line = self.line(entry.at);
                if let Some(first) = signed.insert(phase, line) {
                    let what = format!("two rows are signed off in one phase: the first is on line {first}");
                    self.wrong(entry.at, what, "One signature leaves a phase: take one of the two out");
                }
            }
            if let (Some(phase), Some(level)) = (phase, level) {
                if level != Level::Step {
                    gated.push(phase);
                    if Some(phase) == last {
                        let name = read.phases.last().map_or("", |last| last.name.as_str());
                        let what = format!("no gate leads out of `{name}`, so that nothing ever asks for this row");
                        self.wrong(
                            entry.at,
                            what,
                            "Put it into an earlier phase, or make it level = \"step\"",
                        );
                    }
                }
            } else {
                is_whole = false;
            }
            if let (Some((id, _)), Some(phase), Some(level), Some(kind), Some(short), Some(sentence), Some(source)) =
                (id, phase, level, kind, short, sentence, source)
            {
                let line = self.line(entry.at);
                read.rows.push(ReadRow {
                    id,
                    phase,
                    level,
                    kind,
                    short,
                    sentence,
                    source,
                    line,
                });
            }
        }
        for (after, at) in afters {
            if !taken.contains_key(&after) {
                self.wrong(
                    at,
                    format!("there is no row `{after}`"),
                    "Name the row after which the mail goes out",
                );
            }
        }
        if is_whole {
            self.gates(read, &gated);
        }
    }

    /// A gate that nothing keeps is none.
    fn gates(&mut self, read: &Read, gated: &[Phase]) {
        let but_last = read.phases.len().saturating_sub(1);
        let open: Vec<(usize, String)> = read.phases[..but_last]
            .iter()
            .filter(|phase| !gated.contains(&phase.kind))
            .map(|phase| (phase.line, phase.name.clone()))
            .collect();
        for (line, name) in open {
            let mistake = Mistake {
                line,
                what: format!("the gate out of `{name}` asks for nothing, so there is no way to meet it"),
                fix: format!("Add a [[row]] with phase = \"{name}\" and level = \"must\", or take the phase out"),
            };
            self.mistakes.push(mistake);
        }
    }

    fn kind(&mut self, entry: Entry<'_, '_>, read: &Read, afters: &mut Vec<(String, usize)>) -> Option<Kind> {
        const OF_ALL: [&str; 7] = ["id", "phase", "level", "kind", "short", "sentence", "source"];
        let kind = self.one_of(entry, "kind", &KINDS);
        let own: &[&str] = match kind.as_ref().map(|(word, _)| word.as_str()) {
            Some("planning-questions") => &["questions"],
            Some("questions") => &["topics"],
            Some("check") => &["by"],
            Some("mail") => &["mail", "after"],
            Some(_) => &[],
            // What an unknown kind takes is not known.
            None => &["questions", "topics", "by", "mail", "after"],
        };
        self.keys(entry, &[&OF_ALL, own].concat());
        let (kind, _) = kind?;
        match kind.as_str() {
            "ticket" => Some(Kind::Ticket),
            "sponsor" => Some(Kind::Sponsor),
            "discussion" => Some(Kind::Discussion),
            "people" => Some(Kind::People),
            "second-person" => Some(Kind::SecondPerson),
            "sign-off" => Some(Kind::SignOff),
            "sops" => Some(Kind::Sops),
            "schedule" => Some(Kind::Schedule),
            "planning-questions" => Some(Kind::PlanningQuestions(self.questions(entry, read))),
            "questions" => {
                let topics = self.words(entry, "topics");
                let topics = topics.into_iter().filter_map(|(word, at)| self.topic(&word, at, read));
                Some(Kind::Questions(topics.collect()))
            }
            "check" => {
                if !entry.table.contains_key("by") {
                    return Some(Kind::Check { by: None });
                }
                let (group, _) = self.word(entry, "by")?;
                Some(Kind::Check { by: Some(group) })
            }
            "mail" => {
                let (mail, _) = self.one_of(entry, "mail", &MAILS)?;
                let after = if entry.table.contains_key("after") {
                    let (after, at) = self.word(entry, "after")?;
                    afters.push((after.clone(), at));
                    if mail == "report" {
                        self.wrong(
                            at,
                            "the mail `report` goes out when somebody reports, and not after a row",
                            "Take the line out",
                        );
                    }
                    Some(after)
                } else {
                    None
                };
                Some(if mail == "report" {
                    Kind::Report
                } else {
                    Kind::Staging { after }
                })
            }
            _ => None,
        }
    }

    fn topic(&mut self, word: &str, at: usize, read: &Read) -> Option<Topic> {
        let known = read.topics.iter().find(|(topic, _)| topic.name() == word);
        if known.is_none() {
            let all: Vec<&str> = read.topics.iter().map(|(topic, _)| topic.name()).collect();
            let fix = if all.is_empty() {
                format!("Add a table [[topic]] with name = \"{word}\"")
            } else {
                format!(
                    "Add a table [[topic]] with name = \"{word}\", or take one of: {}",
                    all.join(", ")
                )
            };
            self.wrong(at, format!("there is no topic `{word}`"), fix);
        }
        known.map(|(topic, _)| *topic)
    }

    fn questions(&mut self, entry: Entry<'_, '_>, read: &Read) -> Vec<ReadQuestion> {
        let mut questions: Vec<ReadQuestion> = Vec::new();
        let mut taken = BTreeMap::new();
        let listed = self.entries(entry, "questions", "a question");
        if listed.is_empty() && !entry.table.contains_key("questions") {
            let fix = "Add a line: questions = [{ text = \"…?\" }]";
            self.wrong(entry.at, "the row opens questions and has none", fix);
        }
        for question in listed {
            self.keys(question, &["text", "topic", "people"]);
            let topic = if question.table.contains_key("topic") {
                let word = self.word(question, "topic");
                word.and_then(|(word, at)| self.topic(&word, at, read))
            } else {
                None
            };
            let people = question
                .table
                .get("people")
                .is_some_and(|value| match value.get_ref().as_bool() {
                    Some(people) => people,
                    None => {
                        self.wrong(
                            value.span().start,
                            "`people` is neither true nor false",
                            "Write people = true, or take it out",
                        );
                        false
                    }
                });
            let Some(text) = self.sentence(question, "text") else {
                continue;
            };
            self.unique(&mut taken, &text, question.at, "question");
            questions.push(ReadQuestion { text, topic, people });
        }
        questions
    }
}
