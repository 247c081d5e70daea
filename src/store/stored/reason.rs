//! Why something was withdrawn: somebody's words, or a kind.

use super::names;
use crate::rfr::Reason;
use crate::sop::{Edition, Phase};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The stored form: a bare text is what somebody said.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum StoredReason {
    Words(String),
    Kind { what: ReasonForm },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum ReasonForm {
    WentBack(#[serde(with = "names")] Phase),
    AsksForElse(#[serde(with = "names")] Edition),
}

/// For `#[serde(with = "reason")]`.
pub(super) fn serialize<S: Serializer>(value: &Reason, serializer: S) -> Result<S::Ok, S::Error> {
    let stored = match value {
        Reason::Words(words) => StoredReason::Words(words.clone()),
        Reason::WentBack(phase) => StoredReason::Kind {
            what: ReasonForm::WentBack(*phase),
        },
        Reason::AsksForElse(edition) => StoredReason::Kind {
            what: ReasonForm::AsksForElse(*edition),
        },
    };
    stored.serialize(serializer)
}

/// For `#[serde(with = "reason")]`.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Reason, D::Error> {
    Ok(match StoredReason::deserialize(deserializer)? {
        StoredReason::Words(words) => Reason::Words(words),
        StoredReason::Kind {
            what: ReasonForm::WentBack(phase),
        } => Reason::WentBack(phase),
        StoredReason::Kind {
            what: ReasonForm::AsksForElse(edition),
        } => Reason::AsksForElse(edition),
    })
}
