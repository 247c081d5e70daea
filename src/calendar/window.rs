//! The name of a freeze, and the days it spans.
//!
//! A window is identified by release and milestone, never by an id from the calendar: published calendars renumber
//! their events with each publication.

use chrono::{Days, NaiveDate};
use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::fmt;
use std::hash::{Hash, Hasher};

/// A release of Fedora Linux: `F45`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Release(u16);

impl Release {
    /// The release of that number; `None` outside 1 to 999, which no calendar means.
    pub fn new(number: u16) -> Option<Self> {
        (1..=999).contains(&number).then_some(Self(number))
    }

    /// Its number.
    pub fn number(self) -> u16 {
        self.0
    }

    /// The release as people and files write it: `F45`, `f-45`, `f_45`, `45`.
    pub fn from_word(word: &str) -> Option<Self> {
        let digits = word.strip_prefix(['f', 'F']).unwrap_or(word);
        let digits = digits.strip_prefix(['-', '_']).unwrap_or(digits);
        let plain = (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten().and_then(Self::new)
    }
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "F{}", self.0)
    }
}

/// The milestone before which the infrastructure freezes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Milestone {
    /// The beta release.
    Beta,
    /// The final release.
    Final,
}

impl Milestone {
    /// Both, in chronological order.
    pub const ALL: [Self; 2] = [Self::Beta, Self::Final];

    /// Its name in lower case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Beta => "beta",
            Self::Final => "final",
        }
    }

    /// The milestone of that name; case does not matter.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name().eq_ignore_ascii_case(name))
    }
}

impl fmt::Display for Milestone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A window's own name; case does not matter for comparison.
#[derive(Clone, Debug)]
pub struct FreeName {
    shown: String,
    folded: String,
}

impl FreeName {
    /// The name as it was first written.
    pub fn as_str(&self) -> &str {
        &self.shown
    }
}

impl PartialEq for FreeName {
    fn eq(&self, other: &Self) -> bool {
        self.folded == other.folded
    }
}

impl Eq for FreeName {}

impl PartialOrd for FreeName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for FreeName {
    fn cmp(&self, other: &Self) -> Ordering {
        self.folded.cmp(&other.folded)
    }
}

impl Hash for FreeName {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.folded.hash(state);
    }
}

/// Identifies a window across sources and across publications of a calendar.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FreezeKey {
    /// The freeze before a milestone of a release: `F45 beta`.
    Release(Release, Milestone),
    /// A freeze for another reason: `a data centre move`.
    Named(FreeName),
}

impl FreezeKey {
    /// The key of a name as people write it in the config or in a command; `None` for an empty one.
    ///
    /// `F45 beta`, `f45-beta`, `Fedora 45 Beta` and `F45 beta freeze` are the same release window; anything else is a
    /// name of its own.
    pub fn from_name(name: &str) -> Option<Self> {
        let words: Vec<&str> = name.split_whitespace().collect();
        if words.is_empty() {
            return None;
        }
        let shown = words.join(" ");
        let folded = shown.to_lowercase();
        Some(release_key(&folded).unwrap_or(Self::Named(FreeName { shown, folded })))
    }
}

fn release_key(folded: &str) -> Option<FreezeKey> {
    let mut words: Vec<&str> = folded
        .split([' ', '-', '_', ':', ','])
        .filter(|word| !word.is_empty())
        .collect();
    // "f-45" was split into "f" and "45" above; together they say no more than "45".
    words.retain(|word| !matches!(*word, "f" | "fedora" | "linux" | "the" | "freeze" | "infrastructure"));
    let (release, kind) = match words.as_slice() {
        [release, kind] => (*release, Milestone::from_name(kind)?),
        _ => return None,
    };
    Some(FreezeKey::Release(Release::from_word(release)?, kind))
}

impl fmt::Display for FreezeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Release(release, kind) => write!(f, "{release} {kind}"),
            Self::Named(name) => f.write_str(name.as_str()),
        }
    }
}

/// Days from a first to a last one, both included; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DaySpan {
    from: NaiveDate,
    to: NaiveDate,
}

impl DaySpan {
    /// The days from `from` to `to`; `None` if the last is before the first.
    pub fn new(from: NaiveDate, to: NaiveDate) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// The days between two days, in either order.
    pub fn of(one: NaiveDate, other: NaiveDate) -> Self {
        Self {
            from: one.min(other),
            to: one.max(other),
        }
    }

    /// The first day.
    pub fn from(self) -> NaiveDate {
        self.from
    }

    /// The last day.
    pub fn to(self) -> NaiveDate {
        self.to
    }

    /// Does this include a day?
    pub fn covers(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// The number of days.
    pub fn length(self) -> i64 {
        self.to.signed_duration_since(self.from).num_days() + 1
    }

    /// The day after the last one.
    pub fn day_after(self) -> NaiveDate {
        self.to.checked_add_days(Days::new(1)).unwrap_or(self.to)
    }
}

/// The days that a source predicts for each window.
pub type Predictions = BTreeMap<FreezeKey, DaySpan>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_to_write_a_release_window_are_one_key() {
        let key = FreezeKey::from_name("F45 beta").expect("a key");
        assert_eq!(key.to_string(), "F45 beta");
        for name in [
            "f45-beta",
            " F45  Beta ",
            "Fedora Linux 45 Beta",
            "F-45 beta freeze",
            "the 45 BETA freeze",
        ] {
            assert_eq!(FreezeKey::from_name(name), Some(key.clone()), "{name}");
        }
        for name in [
            "F45",
            "beta",
            "F45 alpha",
            "F45 beta final",
            "F0 beta",
            "F4567 beta",
            "45 46 beta",
        ] {
            assert!(
                matches!(FreezeKey::from_name(name), Some(FreezeKey::Named(_))),
                "{name}"
            );
        }
        assert_eq!(FreezeKey::from_name(" \t "), None);
    }

    #[test]
    fn a_free_name_keeps_its_writing_and_ignores_case() {
        let written = FreezeKey::from_name("A data  centre move").expect("a key");
        assert_eq!(written.to_string(), "A data centre move");
        assert_eq!(Some(written), FreezeKey::from_name("a DATA centre move"));
    }
}
