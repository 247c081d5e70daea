//! The freeze book: what each source predicts, and what people said and did.
//!
//! **Which source wins** for a window's days, and it is the whole window that wins, not single days:
//! a person's word, else the config, else the imported calendar ([`Source`]). The others stay visible
//! ([`Window`]). None of them starts or lifts anything; only facts do.

use super::window::{Key, Kind, Predictions, Span};
use super::{Calendar, Freeze};
use crate::people::Account;
use chrono::{DateTime, Days, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// Where the days of a window come from, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Source {
    /// An imported calendar.
    Import,
    /// The config.
    Config,
    /// A person, by command.
    Human,
}

/// Who caused a fact.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Cause {
    /// A person.
    Person(Account),
    /// Nobody: the calendar's day had come, and the config lets that suffice.
    Calendar,
}

/// When something was done, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// When.
    pub at: DateTime<Utc>,
    /// Who caused it.
    pub by: Cause,
}

impl Mark {
    /// The day of it (UTC).
    pub fn day(&self) -> NaiveDate {
        self.at.date_naive()
    }
}

/// Something that happened to a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FreezeFact {
    /// The freeze is in force from now on.
    Started {
        /// Which window.
        key: Key,
        /// When.
        at: DateTime<Utc>,
        /// Who said so.
        by: Cause,
    },
    /// The freeze is over.
    Lifted {
        /// Which window.
        key: Key,
        /// When.
        at: DateTime<Utc>,
        /// Who said so.
        by: Cause,
    },
    /// A person gave the window these days.
    Added {
        /// Which window.
        key: Key,
        /// Its days.
        span: Span,
        /// When that was said.
        at: DateTime<Utc>,
        /// Who said so.
        by: Cause,
    },
    /// A person said that there will be no such freeze, whatever the calendar says.
    Removed {
        /// Which window.
        key: Key,
        /// When that was said.
        at: DateTime<Utc>,
        /// Who said so.
        by: Cause,
    },
    /// A person took back what was added or removed: config and calendar count again.
    WordTakenBack {
        /// Which window.
        key: Key,
        /// When that was said.
        at: DateTime<Utc>,
        /// Who said so.
        by: Cause,
    },
}

/// What people said about the days of a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// It has these days.
    Added {
        /// The days.
        span: Span,
        /// Who said so, and when.
        mark: Mark,
    },
    /// There is no such freeze.
    Removed {
        /// Who said so, and when.
        mark: Mark,
    },
}

/// The predicted days of a window, and whose word that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prediction {
    /// The days.
    pub span: Span,
    /// The source that won.
    pub source: Source,
}

/// The last day that a freeze in force is expected to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The day, frozen itself.
    pub to: NaiveDate,
    /// How that is known.
    pub by: ExpectedBy,
}

/// How the end of a freeze is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedBy {
    /// A source predicts it.
    Predicted(Source),
    /// No source covers it; freezes of its kind usually last this long.
    UsualLength,
}

/// How far a window has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// A source says that it will be (or, once its days are past, that it should have been).
    Predicted,
    /// It is in force.
    InForce {
        /// Since when, and who said so.
        since: Mark,
    },
    /// It was lifted.
    Lifted {
        /// When, and who said so.
        mark: Mark,
    },
}

/// All that is known about one window, with the sources apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// Which window.
    pub key: Key,
    /// What the config says.
    pub config: Option<Span>,
    /// What the imported calendar says.
    pub imported: Option<Span>,
    /// What people say.
    pub human: Option<Word>,
    /// What follows from these.
    pub predicted: Option<Prediction>,
    /// How far it has come; `None` where it was removed before it ever began.
    pub state: Option<State>,
}

/// One time that a window was in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Episode {
    pub(super) started: Mark,
    pub(super) lifted: Option<Mark>,
}

/// Every window, from every source, with its history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FreezeBook {
    config: Predictions,
    imported: Predictions,
    words: BTreeMap<Key, Word>,
    episodes: BTreeMap<Key, Vec<Episode>>,
}

impl FreezeBook {
    /// A book in which nothing has happened yet, with the config's freezes.
    pub fn new(config: &Calendar) -> Self {
        let mut book = Self::default();
        for freeze in config.freezes() {
            let Some(span) = Span::new(freeze.from, freeze.to) else {
                continue;
            };
            // Two freezes of one name are both meant; the later one is told apart by its first day.
            let names = [freeze.name.clone(), format!("{} {}", freeze.name, freeze.from)];
            let mut keys = names.iter().filter_map(|name| Key::from_name(name));
            if let Some(key) = keys.find(|key| !book.config.contains_key(key)) {
                book.config.insert(key, span);
            }
        }
        book
    }

    /// What the config says.
    pub fn config(&self) -> &Predictions {
        &self.config
    }

    /// Replaces what the config says: to compare with what it said before.
    pub fn set_config(&mut self, config: Predictions) {
        self.config = config;
    }

    /// Replaces what the imported calendar says. Nothing that a person set changes by it.
    pub fn set_imported(&mut self, imported: Predictions) {
        self.imported = imported;
    }

    /// What the imported calendar says: to compare a new one with.
    pub fn imported(&self) -> &Predictions {
        &self.imported
    }

    /// Takes in a fact. Never fails: starting what is in force keeps the first start, and lifting what nobody
    /// started says that it is not to be.
    pub fn apply(&mut self, fact: &FreezeFact) {
        match fact {
            FreezeFact::Started { key, at, by } => {
                let episodes = self.episodes.entry(key.clone()).or_default();
                if episodes.last().is_none_or(|last| last.lifted.is_some()) {
                    episodes.push(Episode {
                        started: mark(*at, by),
                        lifted: None,
                    });
                }
            }
            FreezeFact::Lifted { key, at, by } => {
                let episodes = self.episodes.entry(key.clone()).or_default();
                match episodes.last_mut() {
                    Some(last) if last.lifted.is_none() => last.lifted = Some(mark(*at, by)),
                    Some(_) | None => episodes.push(Episode {
                        started: mark(*at, by),
                        lifted: Some(mark(*at, by)),
                    }),
                }
            }
            FreezeFact::Added { key, span, at, by } => {
                let word = Word::Added {
                    span: *span,
                    mark: mark(*at, by),
                };
                self.words.insert(key.clone(), word);
            }
            FreezeFact::Removed { key, at, by } => {
                self.words.insert(key.clone(), Word::Removed { mark: mark(*at, by) });
            }
            FreezeFact::WordTakenBack { key, .. } => {
                self.words.remove(key);
            }
        }
    }

    /// What people said of the days of a window.
    pub fn word(&self, key: &Key) -> Option<&Word> {
        self.words.get(key)
    }

    /// The predicted days of a window, by the rule at the top of this module.
    pub fn predicted(&self, key: &Key) -> Option<Prediction> {
        match self.words.get(key) {
            Some(Word::Added { span, .. }) => Some(Prediction {
                span: *span,
                source: Source::Human,
            }),
            Some(Word::Removed { .. }) => None,
            None => [(&self.config, Source::Config), (&self.imported, Source::Import)]
                .into_iter()
                .find_map(|(spans, source)| spans.get(key).map(|&span| Prediction { span, source })),
        }
    }

    /// Every window's predicted days: to compare with those after a change.
    pub fn predictions(&self) -> Predictions {
        self.keys()
            .filter_map(|key| self.predicted(key).map(|prediction| (key.clone(), prediction.span)))
            .collect()
    }

    /// How far a window has come; `None` where nobody predicts it and nothing happened to it.
    pub fn state(&self, key: &Key) -> Option<State> {
        let predicted = self.predicted(key);
        let Some(last) = self.episodes(key).last() else {
            return predicted.map(|_| State::Predicted);
        };
        let Some(lifted) = &last.lifted else {
            return Some(State::InForce {
                since: last.started.clone(),
            });
        };
        // A lift ends the freeze that was. Days that begin only later, or that a person named later, are a new
        // prediction: forgetting them would leave those days unprotected.
        let is_ahead = predicted.is_some_and(|prediction| lifted.day() < prediction.span.from());
        let is_named_again = matches!(self.words.get(key), Some(Word::Added { mark, .. }) if mark.at > lifted.at);
        Some(if is_ahead || is_named_again {
            State::Predicted
        } else {
            State::Lifted { mark: lifted.clone() }
        })
    }

    /// Every window, in the order of its days.
    pub fn windows(&self) -> Vec<Window> {
        let mut windows: Vec<Window> = self
            .keys()
            .map(|key| Window {
                key: key.clone(),
                config: self.config.get(key).copied(),
                imported: self.imported.get(key).copied(),
                human: self.words.get(key).cloned(),
                predicted: self.predicted(key),
                state: self.state(key),
            })
            .collect();
        windows.sort_by_cached_key(|window| {
            let begun = || self.episodes(&window.key).last().map(|last| last.started.day());
            let begins = window.predicted.map(|prediction| prediction.span.from());
            (begins.or_else(begun), window.key.clone())
        });
        windows
    }

    /// The frozen days as decisions read them today: predicted ones, those in force (today included, however
    /// overdue) and those that were until they were lifted. A lifted freeze frees the day of its lift.
    pub fn calendar(&self, today: NaiveDate) -> Calendar {
        let freezes = self
            .keys()
            .flat_map(|key| self.frozen(key, today).into_iter().map(move |span| (key, span)))
            .map(|(key, span)| Freeze {
                name: key.to_string(),
                from: span.from(),
                to: span.to(),
            });
        Calendar::new(freezes.collect())
    }

    /// When a freeze that began on a day should end. A prediction that ended before it began is about something
    /// else, so the usual length counts then.
    pub(super) fn expected(&self, key: &Key, began: NaiveDate) -> Expected {
        match self.predicted(key) {
            Some(Prediction { span, source }) if span.to() >= began => Expected {
                to: span.to(),
                by: ExpectedBy::Predicted(source),
            },
            Some(_) | None => Expected {
                to: began.checked_add_days(usual_length(key)).unwrap_or(NaiveDate::MAX),
                by: ExpectedBy::UsualLength,
            },
        }
    }

    pub(super) fn episodes(&self, key: &Key) -> &[Episode] {
        self.episodes.get(key).map_or(&[], Vec::as_slice)
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &Key> {
        let keys: BTreeSet<&Key> = self
            .config
            .keys()
            .chain(self.imported.keys())
            .chain(self.words.keys())
            .chain(self.episodes.keys())
            .collect();
        keys.into_iter()
    }

    fn frozen(&self, key: &Key, today: NaiveDate) -> Vec<Span> {
        let mut spans: Vec<Span> = self
            .episodes(key)
            .iter()
            .filter_map(|episode| {
                let began = episode.started.day();
                let last = match &episode.lifted {
                    Some(lifted) => lifted.day().pred_opt()?,
                    None => self.expected(key, began).to.max(today),
                };
                Span::new(began, last)
            })
            .collect();
        if let (Some(prediction), Some(State::Predicted)) = (self.predicted(key), self.state(key)) {
            spans.push(prediction.span);
        }
        spans
    }
}

/// From the first day to the day of the lift, as the published calendars have it for F43 to F48: three weeks and a
/// day before a beta, two weeks and a day before a final release. Freezes of any other reason count like the
/// shorter one, so that somebody is asked early rather than late.
fn usual_length(key: &Key) -> Days {
    match key {
        Key::Release(_, Kind::Beta) => Days::new(22),
        Key::Release(_, Kind::Final) | Key::Named(_) => Days::new(15),
    }
}

fn mark(at: DateTime<Utc>, by: &Cause) -> Mark {
    Mark { at, by: by.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use proptest::prelude::*;

    const NAMES: [&str; 3] = ["F45 beta", "F45 final", "a data centre move"];

    #[derive(Clone, Debug)]
    enum Step {
        Fact {
            kind: u8,
            name: usize,
            from: u64,
            length: u64,
        },
        Imported(Vec<(usize, u64, u64)>),
    }

    fn step() -> impl Strategy<Value = Step> {
        let window = || (0..NAMES.len(), 0..60_u64, 0..30_u64);
        prop_oneof![
            (0..5_u8, window()).prop_map(|(kind, (name, from, length))| Step::Fact {
                kind,
                name,
                from,
                length
            }),
            prop::collection::vec(window(), 0..4).prop_map(Step::Imported),
        ]
    }

    fn span(from: u64, length: u64) -> Span {
        let first = DateTime::UNIX_EPOCH.date_naive() + Days::new(from);
        Span::new(first, first + Days::new(length)).expect("a span")
    }

    fn fact(kind: u8, key: Key, span: Span, at: DateTime<Utc>) -> FreezeFact {
        let by = Cause::Person(Account::new("kevin"));
        match kind {
            0 => FreezeFact::Started { key, at, by },
            1 => FreezeFact::Lifted { key, at, by },
            2 => FreezeFact::Added { key, span, at, by },
            3 => FreezeFact::Removed { key, at, by },
            _ => FreezeFact::WordTakenBack { key, at, by },
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// Whatever calendars come and go and whatever is said about days: what is in force is what people started
        /// and have not lifted, and it covers today.
        #[test]
        fn only_a_start_starts_and_only_a_lift_lifts(steps in prop::collection::vec(step(), 0..40)) {
            let mut book = FreezeBook::default();
            let mut in_force: BTreeSet<Key> = BTreeSet::new();
            let mut now = DateTime::UNIX_EPOCH;
            for step in steps {
                now += TimeDelta::hours(31);
                match step {
                    Step::Fact { kind, name, from, length } => {
                        let key = Key::from_name(NAMES[name]).expect("a key");
                        match kind {
                            0 => drop(in_force.insert(key.clone())),
                            1 => drop(in_force.remove(&key)),
                            _ => {}
                        }
                        book.apply(&fact(kind, key, span(from, length), now));
                    }
                    Step::Imported(windows) => book.set_imported(
                        windows
                            .into_iter()
                            .map(|(name, from, length)| (Key::from_name(NAMES[name]).expect("a key"), span(from, length)))
                            .collect(),
                    ),
                }
                let today = now.date_naive();
                let said: BTreeSet<Key> = book.in_force(now).into_iter().map(|freeze| freeze.key).collect();
                prop_assert_eq!(&said, &in_force);
                let states: BTreeSet<Key> = book
                    .windows()
                    .into_iter()
                    .filter(|window| matches!(window.state, Some(State::InForce { .. })))
                    .map(|window| window.key)
                    .collect();
                prop_assert_eq!(&states, &in_force);
                let is_frozen = !in_force.is_empty() || !book.predicted_on(today).is_empty();
                prop_assert_eq!(book.covers(today, today), is_frozen);
                prop_assert!(!book.covers(book.first_free_day(today, today), today));
                for due in book.start_due(now) {
                    prop_assert!(!in_force.contains(&due.key));
                }
            }
        }
    }
}
