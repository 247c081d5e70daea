//! From a text in TOML to what it says, or to everything that is wrong with it, each once.

use super::mistake::{Mistake, World};
use super::words::{LONGEST_WORD, is_word};
use super::{Level, Phase, Topic};
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The most bytes of a text: it is kept in the journal as one record.
pub const LONGEST_FILE: usize = 64 * 1024;
/// The most characters of a sentence.
const LONGEST_SENTENCE: usize = 300;
/// The most rows, topics, or questions of one row.
const MOST: usize = 100;

/// What a text says, in its own words.
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
    pub(super) kind: Kind,
    pub(super) short: String,
    pub(super) sentence: String,
    pub(super) source: String,
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
pub(super) const KINDS: [&str; 12] = [
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

/// A mail that a row owes to the list.
struct OwedMail {
    /// Where the row begins.
    row: usize,
    is_report: bool,
    /// The row after which it goes out, and where that is named.
    after: Option<(String, usize)>,
}

/// What a text says, where nothing is wrong with it. Where a world is given, the text must be fit to be used there; what
/// the journal holds was when it was first used, and is read without.
pub(super) fn read(text: &str, world: Option<&World<'_>>) -> Result<Read, Vec<Mistake>> {
    let mut reader = Reader {
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

pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) world: Option<&'t World<'t>>,
    mistakes: Vec<Mistake>,
}

/// One table of the text, with where it begins.
#[derive(Clone, Copy)]
pub(super) struct Entry<'a, 't> {
    table: &'a DeTable<'t>,
    pub(super) at: usize,
    what: &'a str,
}

impl<'a> Entry<'a, '_> {
    /// The text of a key, where it is one.
    pub(super) fn given(self, key: &str) -> Option<&'a str> {
        self.table.get(key)?.get_ref().as_str().map(str::trim)
    }
}

/// A phase as far as it can be read: its name, which may be empty, the line of that, and its kind.
struct SeenPhase {
    name: String,
    line: usize,
    kind: Option<Phase>,
}

/// The names that there are, in their order.
fn each_once<'n>(names: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
    let mut all = Vec::new();
    for name in names.filter(|name| !name.is_empty()) {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

/// The one that somebody may have meant.
pub(super) fn nearest<'k>(known: &[&'k str], word: &str) -> Option<&'k str> {
    let likeness = |known: &str| strsim::jaro_winkler(known, word);
    let near = known.iter().copied().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    near.filter(|near| likeness(near) > 0.8)
}

impl Reader<'_> {
    /// What the text says as far as it can be read.
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

    fn line(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or(self.text);
        1 + before.bytes().filter(|byte| *byte == b'\n').count()
    }

    pub(super) fn wrong(&mut self, at: usize, what: impl Into<String>, fix: impl Into<String>) {
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
            self.name(&name, at);
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
        } else if self.world.is_some_and(|world| !(world.is_shown_whole)(text.trim())) {
            let what = format!("`{key}` has a sign that nobody sees, that turns the line or that piles up");
            self.wrong(at, what, "Write it anew without that sign");
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
        let near = nearest(known, &word);
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
    fn phases(&mut self, edition: Entry<'_, '_>, read: &mut Read) -> Vec<SeenPhase> {
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

    fn rows(&mut self, edition: Entry<'_, '_>, read: &mut Read, phases: &[SeenPhase]) {
        let mut taken = BTreeMap::new();
        let mut gated = Vec::new();
        let mut is_whole = true;
        let mut signed: BTreeMap<Phase, usize> = BTreeMap::new();
        let mut mails = Vec::new();
        let entries = self.entries(edition, "row", "a row");
        let last = phases.last();
        for entry in entries {
            let id = self.word(entry, "id");
            if let Some((id, at)) = &id {
                self.unique(&mut taken, id, *at, "row");
                if phases.iter().any(|phase| phase.name == *id) || Phase::from_word(id).is_some() {
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
            let seen = self.phase_of(entry, phases);
            let phase = seen.and_then(|seen| seen.kind);
            let level = self
                .one_of(entry, "level", &LEVELS)
                .and_then(|(word, _)| Level::from_word(&word));
            let kind = self.kind(entry, read, &mut mails);
            self.done_by(entry, id.as_ref(), level);
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
            match seen {
                // What asks for no level that is known may keep the gate.
                Some(seen) if level != Some(Level::Step) => {
                    gated.push(seen.name.as_str());
                    if last.is_some_and(|last| std::ptr::eq(last, seen)) && level.is_some() {
                        let what = format!(
                            "no gate leads out of `{}`, so that nothing ever asks for this row",
                            seen.name
                        );
                        let fix = "Put it into an earlier phase, or make it level = \"step\"";
                        self.wrong(entry.at, what, fix);
                    }
                }
                Some(_) => {}
                None => is_whole = false,
            }
            if let (Some((id, _)), Some(phase), Some(level), Some(kind), Some(short), Some(sentence), Some(source)) =
                (id, phase, level, kind, short, sentence, source)
            {
                read.rows.push(ReadRow {
                    id,
                    phase,
                    level,
                    kind,
                    short,
                    sentence,
                    source,
                });
            }
        }
        self.mails(&mails, &taken);
        if is_whole {
            self.gates(phases, &gated);
        }
    }

    /// The phase that a row names.
    fn phase_of<'p>(&mut self, entry: Entry<'_, '_>, phases: &'p [SeenPhase]) -> Option<&'p SeenPhase> {
        let word = self.sentence(entry, "phase")?;
        let named = phases.iter().find(|phase| phase.name == word);
        let kind = Phase::from_word(&word);
        let found = named.or_else(|| phases.iter().find(|phase| kind.is_some() && phase.kind == kind));
        if found.is_none() {
            let at = entry.table.get("phase").map_or(entry.at, |value| value.span().start);
            let known = each_once(phases.iter().map(|phase| phase.name.as_str()));
            let fix = format!("It has: {}", known.join(", "));
            self.wrong(at, format!("there is no phase `{word}`"), fix);
        }
        found
    }

    /// Each mail goes out for one row, and after another.
    fn mails(&mut self, mails: &[OwedMail], rows: &BTreeMap<String, usize>) {
        let mut first: BTreeMap<Option<&str>, usize> = BTreeMap::new();
        for mail in mails {
            let line = self.line(mail.row);
            let after = mail.after.as_ref().map(|(after, _)| after.as_str());
            if let Some((after, at)) = &mail.after
                && !rows.contains_key(after)
            {
                let fix = "Name the row after which the mail goes out";
                self.wrong(*at, format!("there is no row `{after}`"), fix);
            }
            if self.world.is_none() || (mail.after.is_none() && !mail.is_report) {
                continue;
            }
            match first.get(&after) {
                Some(first) => {
                    let what = format!("two rows go out as one mail: the first is on line {first}");
                    self.wrong(mail.row, what, "Take one of the two out");
                }
                None => {
                    first.insert(after, line);
                }
            }
        }
    }

    /// A gate that nothing keeps is none.
    fn gates(&mut self, phases: &[SeenPhase], gated: &[&str]) {
        let but_last = phases.len().saturating_sub(1);
        let open = phases.iter().take(but_last);
        for SeenPhase { name, line, .. } in
            open.filter(|phase| !phase.name.is_empty() && !gated.contains(&phase.name.as_str()))
        {
            self.mistakes.push(Mistake {
                line: *line,
                what: format!("the gate out of `{name}` asks for nothing, so there is no way to meet it"),
                fix: format!("Add a [[row]] with phase = \"{name}\" and level = \"must\", or take the phase out"),
            });
        }
    }

    fn kind(&mut self, entry: Entry<'_, '_>, read: &Read, mails: &mut Vec<OwedMail>) -> Option<Kind> {
        const OF_ALL: [&str; 7] = ["id", "phase", "level", "kind", "short", "sentence", "source"];
        let kind = self.one_of(entry, "kind", &KINDS);
        let named = kind.as_ref().map(|(kind, _)| format!("a row of the kind `{kind}`"));
        let own: &[&str] = match kind.as_ref().map(|(word, _)| word.as_str()) {
            Some("planning-questions") => &["questions"],
            Some("questions") => &["topics"],
            Some("check") => &["by"],
            Some("mail") => &["mail", "after"],
            Some(_) => &[],
            // What an unknown kind takes is not known.
            None => &["questions", "topics", "by", "mail", "after"],
        };
        let known = [&OF_ALL, own].concat();
        self.keys(
            Entry {
                what: named.as_deref().unwrap_or(entry.what),
                ..entry
            },
            &known,
        );
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
                let mut taken = BTreeMap::new();
                if self.world.is_some() {
                    for (word, at) in &topics {
                        self.unique(&mut taken, word, *at, "topic");
                    }
                }
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
                let is_report = mail == "report";
                let after = if entry.table.contains_key("after") {
                    let (after, at) = self.word(entry, "after")?;
                    if is_report {
                        self.wrong(
                            at,
                            "the mail `report` goes out when somebody reports, and not after a row",
                            "Take the line out",
                        );
                    } else if self.world.is_some() && entry.given("id") == Some(after.as_str()) {
                        let what = format!("the mail of `{after}` would go out after itself");
                        self.wrong(at, what, "Name another row, after which the mail goes out");
                    }
                    Some((after, at))
                } else {
                    if self.world.is_some() && !is_report {
                        let what = "the mail `staging` never goes out: the row has no `after`";
                        let fix = "Add a line: after = \"ID\", the row after which it goes out";
                        self.wrong(entry.at, what, fix);
                    }
                    None
                };
                mails.push(OwedMail {
                    row: entry.at,
                    is_report,
                    after: after.clone(),
                });
                let after = after.map(|(after, _)| after);
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
            let all = each_once(read.topics.iter().map(|(topic, _)| topic.name()));
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
        let what = "the row opens questions and has none";
        match entry.table.get("questions") {
            None => self.wrong(entry.at, what, "Add a line: questions = [{ text = \"…?\" }]"),
            Some(value) if self.world.is_some() && value.get_ref().as_array().is_some_and(|given| given.is_empty()) => {
                self.wrong(value.span().start, what, "Add one: questions = [{ text = \"…?\" }]");
            }
            Some(_) => {}
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
