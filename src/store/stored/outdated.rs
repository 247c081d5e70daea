//! What outdated a sign-off: a kind or, in records older than these kinds, words.

use super::names;
use crate::people::Account;
use crate::rfr::Outdated;
use crate::sop::{Edition, Phase, Topic};
use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Serialize, Deserialize)]
#[serde(remote = "Outdated", rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum OutdatedForm {
    QuestionOpened(u32),
    AnswerCorrected(u32),
    DecisionChanged(#[serde(with = "names")] Topic),
    ItemUndone(String),
    SopsTakenBack,
    DateMoved { from: NaiveDate, to: NaiveDate },
    DateTakenBack,
    DateFrozen { date: NaiveDate, freeze: String },
    OtherSponsor(#[serde(with = "names")] Account),
    NoSponsor,
    DiscussionTakenBack,
    NobodyMaintains,
    WentBack(#[serde(with = "names")] Phase),
    OtherEdition(#[serde(with = "names")] Edition),
    Reopened,
    Words(String),
}

/// The stored form. A bare text is an older record.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum StoredOutdated {
    Words(String),
    Kind {
        #[serde(with = "OutdatedForm")]
        what: Outdated,
    },
}

impl From<&Outdated> for StoredOutdated {
    fn from(outdated: &Outdated) -> Self {
        match outdated {
            Outdated::Words(words) => Self::Words(words.clone()),
            Outdated::QuestionOpened(_)
            | Outdated::AnswerCorrected(_)
            | Outdated::DecisionChanged(_)
            | Outdated::ItemUndone(_)
            | Outdated::SopsTakenBack
            | Outdated::DateMoved { .. }
            | Outdated::DateTakenBack
            | Outdated::DateFrozen { .. }
            | Outdated::OtherSponsor(_)
            | Outdated::NoSponsor
            | Outdated::DiscussionTakenBack
            | Outdated::NobodyMaintains
            | Outdated::WentBack(_)
            | Outdated::OtherEdition(_)
            | Outdated::Reopened => Self::Kind { what: outdated.clone() },
        }
    }
}

impl From<StoredOutdated> for Outdated {
    fn from(stored: StoredOutdated) -> Self {
        match stored {
            StoredOutdated::Words(words) => Self::Words(words),
            StoredOutdated::Kind { what } => what,
        }
    }
}

/// For `#[serde(with = "outdated")]`.
pub(super) fn serialize<S: Serializer>(value: &Outdated, serializer: S) -> Result<S::Ok, S::Error> {
    StoredOutdated::from(value).serialize(serializer)
}

/// For `#[serde(with = "outdated")]`.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Outdated, D::Error> {
    StoredOutdated::deserialize(deserializer).map(Outdated::from)
}
