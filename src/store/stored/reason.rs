//! Why something was withdrawn: somebody's words, or a kind.

use super::names;
use crate::rfr::Reason;
use crate::sop::{Edition, Phase};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The stored form: a bare text is what somebody said.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Stored {
    Words(String),
    Kind { what: Kind },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum Kind {
    WentBack(#[serde(with = "names")] Phase),
    AsksForElse(#[serde(with = "names")] Edition),
}

/// For `#[serde(with = "reason")]`.
pub(super) fn serialize<S: Serializer>(value: &Reason, serializer: S) -> Result<S::Ok, S::Error> {
    let stored = match value {
        Reason::Words(words) => Stored::Words(words.clone()),
        Reason::WentBack(phase) => Stored::Kind {
            what: Kind::WentBack(*phase),
        },
        Reason::AsksForElse(edition) => Stored::Kind {
            what: Kind::AsksForElse(*edition),
        },
    };
    stored.serialize(serializer)
}

/// For `#[serde(with = "reason")]`.
pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Reason, D::Error> {
    Ok(match Stored::deserialize(deserializer)? {
        Stored::Words(words) => Reason::Words(words),
        Stored::Kind {
            what: Kind::WentBack(phase),
        } => Reason::WentBack(phase),
        Stored::Kind {
            what: Kind::AsksForElse(edition),
        } => Reason::AsksForElse(edition),
    })
}
