//! Small values under their stable names: accounts, tickets, phases, editions, topics, endings, freezes, reminders.

use super::plausible;
use crate::calendar;
use crate::people::{Account, By};
use crate::reminder::{self, How};
use crate::rfr::{Ending, Ticket};
use crate::sop::{Document, Edition, Phase, Topic, Upkeep};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;

/// A value that is stored as a word.
pub(super) trait StoredWord: Sized {
    /// Its name in an error.
    const WHAT: &'static str;
    fn word(&self) -> Cow<'_, str>;
    fn from_word(word: &str) -> Option<Self>;
}

impl StoredWord for Account {
    const WHAT: &'static str = "account";
    fn word(&self) -> Cow<'_, str> {
        self.as_str().into()
    }
    fn from_word(word: &str) -> Option<Self> {
        plausible::is_account(word).then(|| Self::new(word))
    }
}

impl StoredWord for By {
    const WHAT: &'static str = "account";
    fn word(&self) -> Cow<'_, str> {
        self.as_str().into()
    }
    fn from_word(word: &str) -> Option<Self> {
        plausible::is_account(word).then(|| Self::from_name(word))
    }
}

impl StoredWord for Ticket {
    const WHAT: &'static str = "ticket";
    fn word(&self) -> Cow<'_, str> {
        self.url.as_str().into()
    }
    fn from_word(word: &str) -> Option<Self> {
        Some(Self { url: word.to_owned() })
    }
}

impl StoredWord for Phase {
    const WHAT: &'static str = "phase";
    fn word(&self) -> Cow<'_, str> {
        self.name().into()
    }
    fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.name() == word)
    }
}

impl StoredWord for Edition {
    const WHAT: &'static str = "edition";
    fn word(&self) -> Cow<'_, str> {
        self.key().into()
    }
    fn from_word(word: &str) -> Option<Self> {
        Self::from_key(word)
    }
}

impl StoredWord for Topic {
    const WHAT: &'static str = "topic";
    fn word(&self) -> Cow<'_, str> {
        self.name().into()
    }
    fn from_word(word: &str) -> Option<Self> {
        Self::named(word)
    }
}

impl StoredWord for Document {
    const WHAT: &'static str = "kind of SOP document";
    fn word(&self) -> Cow<'_, str> {
        self.name().into()
    }
    fn from_word(word: &str) -> Option<Self> {
        Self::from_word(word)
    }
}

impl StoredWord for Upkeep {
    const WHAT: &'static str = "side of maintenance";
    fn word(&self) -> Cow<'_, str> {
        self.name().into()
    }
    fn from_word(word: &str) -> Option<Self> {
        Self::from_word(word)
    }
}

impl StoredWord for Ending {
    const WHAT: &'static str = "ending";
    fn word(&self) -> Cow<'_, str> {
        match self {
            Self::Dropped => "dropped".into(),
            Self::Removed => "removed".into(),
        }
    }
    fn from_word(word: &str) -> Option<Self> {
        [Self::Dropped, Self::Removed]
            .into_iter()
            .find(|ending| ending.word() == word)
    }
}

impl StoredWord for calendar::FreezeKey {
    const WHAT: &'static str = "freeze";
    fn word(&self) -> Cow<'_, str> {
        self.to_string().into()
    }
    fn from_word(word: &str) -> Option<Self> {
        Self::from_name(word)
    }
}

impl StoredWord for reminder::ReminderKey {
    const WHAT: &'static str = "reminder";
    fn word(&self) -> Cow<'_, str> {
        self.to_string().into()
    }
    fn from_word(word: &str) -> Option<Self> {
        word.parse().ok()
    }
}

impl StoredWord for How {
    const WHAT: &'static str = "way of reminding";
    fn word(&self) -> Cow<'_, str> {
        self.name().into()
    }
    fn from_word(word: &str) -> Option<Self> {
        Self::from_word(word)
    }
}

/// For `#[serde(with = "names")]`: a value as its word.
pub(super) fn serialize<T: StoredWord, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&value.word())
}

/// For `#[serde(with = "names")]`: a value from its word.
pub(super) fn deserialize<'de, T: StoredWord, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let word = String::deserialize(deserializer)?;
    T::from_word(&word).ok_or_else(|| D::Error::custom(format!("there is no {} `{word}`", T::WHAT)))
}

/// A value where `with` cannot be used: in an option, in a list, or as a key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct StoredName<T>(pub(super) T);

impl<T: StoredWord> Serialize for StoredName<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(&self.0, serializer)
    }
}

impl<'de, T: StoredWord> Deserialize<'de> for StoredName<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer).map(StoredName)
    }
}

/// For `deserialize_with`: an optional value from its word.
pub(super) fn optional<'de, T: StoredWord, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    Ok(Option::<StoredName<T>>::deserialize(deserializer)?.map(|named| named.0))
}
