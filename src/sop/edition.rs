//! An edition: what one text of the SOP says.
//!
//! Editions are kept as long as the program runs, each once under its key. So an [`Edition`] is a small value that
//! RFRs, events and decoders of records pass on, in any order, without knowing where the text is. There are only a few:
//! the shipped ones, the config's, and those named in the journal. A key contains a hash of the text, so every source
//! of the text supplies the same one.
//!
//! If the text never arrives (a damaged journal lost it), every row of the edition is [`Kind::Lost`]: its gates stay
//! shut.

use super::mistake::Mistake;
use super::read::{self, Read};
use super::words::{LONGEST_WORD, is_word, kept};
use super::{Kind, Level, OwedMail, Phase, PlanningQuestion, Row, Topic};
use sha1::{Digest, Sha1};
use std::fmt;
use std::sync::{LazyLock, Mutex, OnceLock, PoisonError};

/// Which text of the SOP an RFR follows, to the letter.
#[derive(Clone, Copy)]
pub struct Edition(&'static KeyedEdition);

/// A phase in an edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NamedPhase {
    /// Its kind: freezes, questions, sign-offs and deployment depend on it.
    pub kind: Phase,
    /// The name that people type and read.
    pub name: &'static str,
    /// What happens in it, for someone who never read the SOP.
    pub purpose: &'static str,
}

/// An edition by its key, and its contents once its text was read.
struct KeyedEdition {
    key: &'static str,
    name: &'static str,
    said: OnceLock<EditionContents>,
}

/// The contents of an edition.
struct EditionContents {
    hash: &'static str,
    text: &'static str,
    phases: &'static [NamedPhase],
    topics: &'static [(Topic, &'static [&'static str])],
    rows: &'static [Row],
}

/// The shipped texts, oldest first, by name.
const SHIPPED: [(&str, &str); 2] = [
    ("classic", include_str!("classic.toml")),
    ("audit", include_str!("audit.toml")),
];

static KEPT: Mutex<Vec<&'static KeyedEdition>> = Mutex::new(Vec::new());
/// Digits of a text's hash that distinguish it from others of its name.
const DIGITS: usize = 12;
/// An unreadable shipped text is a bug, which its test finds.
static SHIPPED_READ: LazyLock<Vec<Edition>> = LazyLock::new(|| {
    let read = SHIPPED.iter().map(|(name, text)| match Edition::read(text) {
        Ok(edition) => edition,
        Err(mistakes) => panic!("the edition {name} that ships cannot be read: {mistakes:?}"),
    });
    read.collect()
});

impl Edition {
    /// The edition of a text, or everything that is wrong with it.
    pub fn read(text: &str) -> Result<Self, Vec<Mistake>> {
        // A journal may contain it several times, and each start reads it.
        if let Some(known) = kept_with(text) {
            return Ok(known);
        }
        let hash = hash_of(text);
        let read = read::read(text, None)?;
        let edition = Self(keyed(&read.name, &hash[..DIGITS]));
        edition.0.said.get_or_init(|| keep(&read, &hash, text));
        Ok(edition)
    }

    /// The shipped editions, oldest first.
    pub fn shipped() -> &'static [Self] {
        &SHIPPED_READ
    }

    /// The shipped edition of exactly that name. Records that name an edition without a hash mean this one.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::shipped().iter().copied().find(|edition| edition.name() == name)
    }

    /// The SOP without audit.
    pub fn classic() -> Self {
        Self::of_the_program(0)
    }

    /// The edition of 2017: the security officer audits before production.
    pub fn audit() -> Self {
        Self::of_the_program(1)
    }

    fn of_the_program(at: usize) -> Self {
        #[expect(clippy::indexing_slicing, reason = "the shipped texts are read by a test")]
        Self::shipped()[at]
    }

    /// The edition with that key; `None` if it is not a key. A shipped edition's bare name is the key in records older
    /// than editions as texts.
    pub fn from_key(key: &str) -> Option<Self> {
        let Some((name, hash)) = key.split_once('@') else {
            return Self::from_name(key);
        };
        let is_digit = |c: char| c.is_ascii_digit() || ('a'..='f').contains(&c);
        let is_key = is_word(name) && hash.len() == DIGITS && hash.chars().all(is_digit);
        // Read first, so that shipped editions are known by their keys.
        let _ = Self::shipped();
        is_key.then(|| Self(keyed(name, hash)))
    }

    /// Was its text read? If not, only its key is known.
    pub fn is_known(self) -> bool {
        self.0.said.get().is_some()
    }

    fn said(self) -> &'static EditionContents {
        self.0.said.get().unwrap_or_else(|| &LOST)
    }

    /// `NAME@HASH`: one edition for ever, even if other texts use its name.
    pub const fn key(self) -> &'static str {
        self.0.key
    }

    /// The name in config and replies.
    pub const fn name(self) -> &'static str {
        self.0.name
    }

    /// The hash of the text: 40 hexadecimal digits.
    pub fn hash(self) -> &'static str {
        self.said().hash
    }

    /// The text.
    pub fn text(self) -> &'static str {
        self.said().text
    }

    /// Its phases in order.
    pub fn phases(self) -> &'static [NamedPhase] {
        self.said().phases
    }

    /// Its rows in the order of its text.
    pub fn rows(self) -> &'static [Row] {
        self.said().rows
    }

    /// The topics it wants decided, in the order of its text.
    pub fn topics(self) -> impl Iterator<Item = Topic> {
        self.said().topics.iter().map(|(topic, _)| *topic)
    }

    /// The other names of a topic.
    pub fn aliases(self, topic: Topic) -> &'static [&'static str] {
        let known = self.said().topics.iter().find(|(known, _)| *known == topic);
        known.map_or(&[], |(_, aliases)| aliases)
    }

    /// The phase in which an RFR starts.
    pub fn first(self) -> Phase {
        self.said()
            .phases
            .first()
            .map_or(Phase::Maintenance, |phase| phase.kind)
    }

    /// The phase after that one; `None` after the last.
    pub fn next(self, phase: Phase) -> Option<Phase> {
        let mut later = self.said().phases.iter().filter(|named| named.kind > phase);
        later.next().map(|named| named.kind)
    }

    /// Does it have that phase?
    pub fn has(self, phase: Phase) -> bool {
        self.said().phases.iter().any(|named| named.kind == phase)
    }

    /// Its name for a phase; the kind's own name if it has no such phase.
    pub fn called(self, phase: Phase) -> &'static str {
        self.named(phase).map_or(phase.name(), |named| named.name)
    }

    /// Its statement of what a phase is for.
    pub fn purpose(self, phase: Phase) -> &'static str {
        self.named(phase).map_or("", |named| named.purpose)
    }

    fn named(self, phase: Phase) -> Option<&'static NamedPhase> {
        self.said().phases.iter().find(|named| named.kind == phase)
    }

    /// Parses a phase as people type it: by the edition's name for it, else by its kind's.
    pub fn phase(self, word: &str) -> Option<Phase> {
        if word.len() > LONGEST_WORD {
            return None;
        }
        let lower = word.to_ascii_lowercase().replace('_', "-");
        let own = self.said().phases.iter().find(|named| named.name == lower);
        own.map(|named| named.kind)
            .or_else(|| Phase::from_word(&lower).filter(|phase| self.has(*phase)))
    }

    /// Parses a topic as people type it.
    pub fn topic(self, word: &str) -> Option<Topic> {
        if word.len() > LONGEST_WORD {
            return None;
        }
        let lower = word.to_ascii_lowercase().replace('_', "-");
        let mut topics = self.said().topics.iter();
        let found = topics.find(|(topic, aliases)| topic.name() == lower || aliases.contains(&lower.as_str()));
        found.map(|(topic, _)| *topic)
    }

    /// The questions that entering a phase opens.
    pub fn questions(self, phase: Phase) -> impl Iterator<Item = &'static PlanningQuestion> {
        let rows = self.said().rows.iter().filter(move |row| row.phase == phase);
        rows.flat_map(|row| match row.kind {
            Kind::PlanningQuestions(questions) => questions,
            Kind::Ticket
            | Kind::AcceptedSponsor
            | Kind::Discussion
            | Kind::People
            | Kind::SecondPerson
            | Kind::SignOff
            | Kind::QuestionsAndDecisions(_)
            | Kind::Sops
            | Kind::Schedule
            | Kind::Lost
            | Kind::Check { .. } => &[],
        })
    }

    /// Is that one of its questions, answered by naming somebody who works on it?
    pub fn asks_for_people(self, text: &str) -> bool {
        let mut phases = self.said().phases.iter();
        phases.any(|phase| {
            self.questions(phase.kind)
                .any(|question| question.people && question.text == text)
        })
    }

    /// The row that a mail to the list meets.
    pub fn owed(self, mail: impl Fn(OwedMail) -> bool) -> Option<&'static Row> {
        self.said()
            .rows
            .iter()
            .find(|row| matches!(row.kind, Kind::Check { mail: Some(owed), .. } if mail(owed)))
    }
}

impl PartialEq for Edition {
    fn eq(&self, other: &Self) -> bool {
        self.0.key == other.0.key
    }
}

impl Eq for Edition {}

impl fmt::Debug for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.key)
    }
}

fn hash_of(text: &str) -> String {
    let digest = Sha1::digest(text);
    data_encoding::HEXLOWER.encode(&digest)
}

/// The single entry for that name and hash.
fn keyed(name: &str, hash: &str) -> &'static KeyedEdition {
    let key = kept(&format!("{name}@{hash}"));
    let mut all = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = all.iter().find(|known| known.key == key) {
        return known;
    }
    let keyed: &'static KeyedEdition = Box::leak(Box::new(KeyedEdition {
        key,
        name: kept(name),
        said: OnceLock::new(),
    }));
    all.push(keyed);
    keyed
}

/// The contents of an edition whose text is lost.
static LOST: LazyLock<EditionContents> = LazyLock::new(|| EditionContents {
    hash: "",
    text: "",
    topics: &[],
    phases: list(Phase::ALL.map(|kind| NamedPhase {
        kind,
        name: kind.name(),
        purpose: "what the edition says of it is lost",
    })),
    rows: list(
        Phase::ALL
            .into_iter()
            .filter(|kind| *kind != Phase::Maintenance)
            .map(|kind| Row {
                id: "the-edition",
                phase: kind,
                phase_name: kind.name(),
                level: Level::Must,
                kind: Kind::Lost,
                short: "another edition of the SOP, because the text of its own is lost",
                sentence: "What the edition asks for is not known, because its text is lost.",
                source: "none",
            }),
    ),
});

/// The edition of exactly that text, if it was read before.
fn kept_with(text: &str) -> Option<Edition> {
    let kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let is_it = |keyed: &&&KeyedEdition| keyed.said.get().is_some_and(|said| said.text == text);
    kept.iter().find(is_it).map(|keyed| Edition(keyed))
}

fn list<T>(items: impl IntoIterator<Item = T>) -> &'static [T] {
    Box::leak(items.into_iter().collect())
}

fn keep(read: &Read, hash: &str, text: &str) -> EditionContents {
    let phases = read.phases.iter().map(|phase| NamedPhase {
        kind: phase.kind,
        name: kept(&phase.name),
        purpose: kept(&phase.purpose),
    });
    let topics = read.topics.iter().map(|(topic, aliases)| {
        let aliases: &'static [&'static str] = list(aliases.iter().map(|alias| kept(alias)));
        (*topic, aliases)
    });
    let rows = read.rows.iter().map(|row| Row {
        id: kept(&row.id),
        phase: row.phase,
        phase_name: kept(&read.called(row.phase)),
        level: row.level,
        kind: keep_kind(&row.kind),
        short: kept(&row.short),
        sentence: kept(&row.sentence),
        source: kept(&row.source),
    });
    EditionContents {
        hash: kept(hash),
        text: kept(text),
        phases: list(phases),
        topics: list(topics),
        rows: list(rows),
    }
}

fn keep_kind(kind: &read::ReadKind) -> Kind {
    match kind {
        read::ReadKind::Ticket => Kind::Ticket,
        read::ReadKind::Sponsor => Kind::AcceptedSponsor,
        read::ReadKind::Discussion => Kind::Discussion,
        read::ReadKind::People => Kind::People,
        read::ReadKind::SecondPerson => Kind::SecondPerson,
        read::ReadKind::SignOff => Kind::SignOff,
        read::ReadKind::Sops => Kind::Sops,
        read::ReadKind::Schedule => Kind::Schedule,
        read::ReadKind::PlanningQuestions(questions) => {
            Kind::PlanningQuestions(list(questions.iter().map(|question| PlanningQuestion {
                text: kept(&question.text),
                topic: question.topic,
                people: question.people,
            })))
        }
        read::ReadKind::Questions(topics) => Kind::QuestionsAndDecisions(list(topics.iter().copied())),
        read::ReadKind::Check { by } => Kind::Check {
            by: by.as_deref().map(kept),
            mail: None,
        },
        read::ReadKind::Report => Kind::Check {
            by: None,
            mail: Some(OwedMail::Report),
        },
        read::ReadKind::Staging { after } => Kind::Check {
            by: None,
            mail: Some(OwedMail::Staging {
                after: after.as_deref().map(kept),
            }),
        },
    }
}
