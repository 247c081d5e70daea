//! The freeze book: what each source predicts, and what people said and did.
//!
//! **Which source wins** for a window's days (always for the whole window, not for single days): a person's word, then
//! the config, then the imported calendar ([`Source`]). The others stay visible ([`Window`]). None of them starts or
//! lifts anything; only facts do.

use super::window::{DaySpan, FreezeKey, Milestone, Predictions};
use super::{Calendar, Freeze};
use crate::people::Account;
use chrono::{DateTime, Days, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// Where a window's days come from, weakest first.
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
pub enum Initiator {
    /// A person.
    Person(Account),
    /// No person: the calendar's day had come, and the config accepts that.
    Calendar,
    /// No person: the infra repository's flag said so, and the config lets it count.
    Flag,
}

/// When something was done, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreezeMark {
    /// When.
    pub at: DateTime<Utc>,
    /// Who caused it.
    pub by: Initiator,
}

impl FreezeMark {
    /// Its day (UTC).
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
        key: FreezeKey,
        /// When.
        at: DateTime<Utc>,
        /// Who said so.
        by: Initiator,
    },
    /// The freeze is over.
    Lifted {
        /// Which window.
        key: FreezeKey,
        /// When.
        at: DateTime<Utc>,
        /// Who said so.
        by: Initiator,
    },
    /// A person set the window's days.
    Added {
        /// Which window.
        key: FreezeKey,
        /// Its days.
        span: DaySpan,
        /// When that was said.
        at: DateTime<Utc>,
        /// Who said so.
        by: Initiator,
    },
    /// A person said that there will be no such freeze, whatever the calendar says.
    Removed {
        /// Which window.
        key: FreezeKey,
        /// When that was said.
        at: DateTime<Utc>,
        /// Who said so.
        by: Initiator,
    },
    /// A person withdrew an addition or removal: config and calendar apply again.
    WordTakenBack {
        /// Which window.
        key: FreezeKey,
        /// When that was said.
        at: DateTime<Utc>,
        /// Who said so.
        by: Initiator,
    },
}

/// What people said about a window's days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Word {
    /// It has these days.
    Added {
        /// The days.
        span: DaySpan,
        /// Who said so, and when.
        mark: FreezeMark,
    },
    /// There is no such freeze.
    Removed {
        /// Who said so, and when.
        mark: FreezeMark,
    },
}

/// A window's predicted days, and their source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Prediction {
    /// The days.
    pub span: DaySpan,
    /// The source that won.
    pub source: Source,
}

/// The day on which a freeze in force is expected to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The last day, itself frozen.
    pub to: NaiveDate,
    /// The basis of that.
    pub by: ExpectedBy,
}

/// The basis of a freeze's expected end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedBy {
    /// A source predicts it.
    Predicted(Source),
    /// No source covers it; freezes of its kind usually last this long.
    UsualLength,
}

/// State of a window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WindowState {
    /// A source says that it will come (or, once its days have passed, that it should have come).
    Predicted,
    /// It is in force.
    InForce {
        /// Since when, and who said so.
        since: FreezeMark,
    },
    /// It was lifted.
    Lifted {
        /// When, and who said so.
        mark: FreezeMark,
    },
}

/// Everything known about one window, source by source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// Which window.
    pub key: FreezeKey,
    /// What the config says.
    pub config: Option<DaySpan>,
    /// What the imported calendar says.
    pub imported: Option<DaySpan>,
    /// What people say.
    pub human: Option<Word>,
    /// The resulting prediction.
    pub predicted: Option<Prediction>,
    /// Its state; `None` if it was removed before it ever started.
    pub state: Option<WindowState>,
}

/// The days of a freeze.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FreezeDays {
    /// All of them are frozen.
    pub span: DaySpan,
    /// The day on which it was lifted.
    pub lifted: Option<NaiveDate>,
}

/// One period in which a window was in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Episode {
    pub(super) started: FreezeMark,
    pub(super) lifted: Option<FreezeMark>,
}

/// Every window, from every source, with its history.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FreezeBook {
    config: Predictions,
    imported: Predictions,
    words: BTreeMap<FreezeKey, Word>,
    episodes: BTreeMap<FreezeKey, Vec<Episode>>,
}

impl FreezeBook {
    /// A book without any events, with the config's freezes.
    pub fn new(config: &Calendar) -> Self {
        let mut book = Self::default();
        for freeze in config.freezes() {
            let Some(span) = DaySpan::new(freeze.from, freeze.to) else {
                continue;
            };
            // Two freezes of one name are both meant; the later one gets its first day added to its name.
            let names = [freeze.name.clone(), format!("{} {}", freeze.name, freeze.from)];
            let mut keys = names.iter().filter_map(|name| FreezeKey::from_name(name));
            if let Some(key) = keys.find(|key| !book.config.contains_key(key)) {
                book.config.insert(key, span);
            }
        }
        book
    }

    /// The config's predictions.
    pub fn config(&self) -> &Predictions {
        &self.config
    }

    /// Replaces the config's predictions.
    pub fn set_config(&mut self, config: Predictions) {
        self.config = config;
    }

    /// Replaces the imported calendar's predictions. Anything a person set stays.
    pub fn set_imported(&mut self, imported: Predictions) {
        self.imported = imported;
    }

    /// The imported calendar's predictions.
    pub fn imported(&self) -> &Predictions {
        &self.imported
    }

    /// Applies a fact. Never fails: starting a freeze in force keeps the first start, and lifting one that nobody
    /// started means that it is not to come.
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

    /// What people said about a window's days.
    pub fn word(&self, key: &FreezeKey) -> Option<&Word> {
        self.words.get(key)
    }

    /// A window's predicted days, by the rule at the top of this module.
    pub fn predicted(&self, key: &FreezeKey) -> Option<Prediction> {
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

    /// All windows' predicted days, for comparing before and after a change.
    pub fn predictions(&self) -> Predictions {
        self.keys()
            .filter_map(|key| self.predicted(key).map(|prediction| (key.clone(), prediction.span)))
            .collect()
    }

    /// State of a window; `None` if nobody predicts it and nothing happened to it.
    pub fn state(&self, key: &FreezeKey) -> Option<WindowState> {
        let predicted = self.predicted(key);
        let Some(last) = self.episodes(key).last() else {
            return predicted.map(|_| WindowState::Predicted);
        };
        let Some(lifted) = &last.lifted else {
            return Some(WindowState::InForce {
                since: last.started.clone(),
            });
        };
        // A lift ends the past freeze. Days that start later, or that a person named later, are a new prediction:
        // dropping them would leave those days unprotected.
        let is_ahead = predicted.is_some_and(|prediction| lifted.day() < prediction.span.from());
        let is_named_again = matches!(self.words.get(key), Some(Word::Added { mark, .. }) if mark.at > lifted.at);
        Some(if is_ahead || is_named_again {
            WindowState::Predicted
        } else {
            WindowState::Lifted { mark: lifted.clone() }
        })
    }

    /// Every window, ordered by its days.
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

    /// The frozen days as decisions see them today: predicted ones, those in force (including today, however overdue),
    /// and past ones up to their lift. The day of a lift is not frozen.
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

    /// The days of every freeze as people remember and expect them: those of [`FreezeBook::calendar`], and those that
    /// were lifted as soon as they began, each with the day of its lift. In order of their days.
    pub fn all_days(&self, today: NaiveDate) -> Vec<(FreezeKey, FreezeDays)> {
        let mut all: Vec<(FreezeKey, FreezeDays)> = Vec::new();
        for key in self.keys() {
            let lifted = self.episodes(key).iter().filter_map(|episode| {
                let lifted = episode.lifted.as_ref()?.day();
                let predicted = self.predicted(key).map(|prediction| prediction.span);
                // Who lifts what nobody had started ends the days that were predicted.
                let began = predicted
                    .filter(|span| {
                        episode.started.at == episode.lifted.as_ref().map_or(episode.started.at, |mark| mark.at)
                            && span.from() < lifted
                            && lifted <= span.to()
                    })
                    .map_or(episode.started.day(), DaySpan::from);
                let last = lifted.pred_opt().unwrap_or(lifted).max(began);
                Some((DaySpan::new(began, last)?, lifted))
            });
            let ended: Vec<(DaySpan, NaiveDate)> = lifted.collect();
            let others = self.frozen(key, today).into_iter();
            let others = others.filter(|span| ended.iter().all(|(known, _)| known != span));
            all.extend(others.map(|span| (key.clone(), FreezeDays { span, lifted: None })));
            let ended = ended.iter().map(|(span, lifted)| FreezeDays {
                span: *span,
                lifted: Some(*lifted),
            });
            all.extend(ended.map(|days| (key.clone(), days)));
        }
        all.sort_by(|(a, a_days), (b, b_days)| (a_days.span.from(), a).cmp(&(b_days.span.from(), b)));
        all
    }

    /// When a freeze that started on a day should end. A prediction that ended before the start is about something
    /// else; then the usual length applies.
    pub(super) fn expected(&self, key: &FreezeKey, began: NaiveDate) -> Expected {
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

    pub(super) fn episodes(&self, key: &FreezeKey) -> &[Episode] {
        self.episodes.get(key).map_or(&[], Vec::as_slice)
    }

    pub(super) fn keys(&self) -> impl Iterator<Item = &FreezeKey> {
        let keys: BTreeSet<&FreezeKey> = self
            .config
            .keys()
            .chain(self.imported.keys())
            .chain(self.words.keys())
            .chain(self.episodes.keys())
            .collect();
        keys.into_iter()
    }

    fn frozen(&self, key: &FreezeKey, today: NaiveDate) -> Vec<DaySpan> {
        let mut spans: Vec<DaySpan> = self
            .episodes(key)
            .iter()
            .filter_map(|episode| {
                let began = episode.started.day();
                let last = match &episode.lifted {
                    Some(lifted) => lifted.day().pred_opt()?,
                    None => self.expected(key, began).to.max(today),
                };
                DaySpan::new(began, last)
            })
            .collect();
        if let (Some(prediction), Some(WindowState::Predicted)) = (self.predicted(key), self.state(key)) {
            spans.push(prediction.span);
        }
        spans
    }
}

/// From the first day to the day of the lift, as in the published calendars for F43 to F48: three weeks and a day
/// before a beta, two weeks and a day before a final release. Freezes for other reasons count as the shorter one, so
/// that people are asked early rather than late.
fn usual_length(key: &FreezeKey) -> Days {
    match key {
        FreezeKey::Release(_, Milestone::Beta) => Days::new(22),
        FreezeKey::Release(_, Milestone::Final) | FreezeKey::Named(_) => Days::new(15),
    }
}

fn mark(at: DateTime<Utc>, by: &Initiator) -> FreezeMark {
    FreezeMark { at, by: by.clone() }
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

    fn span(from: u64, length: u64) -> DaySpan {
        let first = DateTime::UNIX_EPOCH.date_naive() + Days::new(from);
        DaySpan::new(first, first + Days::new(length)).expect("a span")
    }

    fn fact(kind: u8, key: FreezeKey, span: DaySpan, at: DateTime<Utc>) -> FreezeFact {
        let by = Initiator::Person(Account::new("kevin"));
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

        /// Whatever calendars and people say about days: in force is what people started and have not lifted, and it
        /// covers today.
        #[test]
        fn only_a_start_starts_and_only_a_lift_lifts(steps in prop::collection::vec(step(), 0..40)) {
            let mut book = FreezeBook::default();
            let mut in_force: BTreeSet<FreezeKey> = BTreeSet::new();
            let mut now = DateTime::UNIX_EPOCH;
            for step in steps {
                now += TimeDelta::hours(31);
                match step {
                    Step::Fact { kind, name, from, length } => {
                        let key = FreezeKey::from_name(NAMES[name]).expect("a key");
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
                            .map(|(name, from, length)| (FreezeKey::from_name(NAMES[name]).expect("a key"), span(from, length)))
                            .collect(),
                    ),
                }
                let today = now.date_naive();
                let said: BTreeSet<FreezeKey> = book.in_force(now).into_iter().map(|freeze| freeze.key).collect();
                prop_assert_eq!(&said, &in_force);
                let states: BTreeSet<FreezeKey> = book
                    .windows()
                    .into_iter()
                    .filter(|window| matches!(window.state, Some(WindowState::InForce { .. })))
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
