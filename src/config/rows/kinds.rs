//! What a row's type means: which values the key takes, and how to read them from a file with valid form.

use super::key::Takes;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::time::Duration;
use toml::de::{DeTable, DeValue};

/// What a key of this type contains, present or not.
pub(in crate::config) trait Field: Sized {
    const TAKES: Takes;

    /// The value under a name, or the default.
    fn take(table: &DeTable<'_>, name: &str, default: &[&str]) -> Self;
}

/// A value of this type.
pub(in crate::config) trait Value: Sized {
    /// How it is written.
    const TAKES: Takes;
    /// The same as a reference, for another row.
    const EACH: &'static Takes = &Self::TAKES;

    /// `None` if it has another form, which was reported.
    fn read(value: &DeValue<'_>) -> Option<Self>;
}

impl<T: Value + Default> Field for T {
    const TAKES: Takes = T::TAKES;

    fn take(table: &DeTable<'_>, name: &str, default: &[&str]) -> Self {
        let written = table.get(name).and_then(|value| T::read(value.get_ref()));
        written.or_else(|| of_text(default.first()?)).unwrap_or_default()
    }
}

impl<T: Value> Field for Option<T> {
    const TAKES: Takes = T::TAKES;

    fn take(table: &DeTable<'_>, name: &str, _default: &[&str]) -> Self {
        table.get(name).and_then(|value| T::read(value.get_ref()))
    }
}

/// Parses TOML text, such as a default.
pub(in crate::config) fn of_text<T: Value>(text: &str) -> Option<T> {
    let text = format!("x = {text}");
    let (table, errors) = DeTable::parse_recoverable(&text);
    let value = table.get_ref().get("x").filter(|_| errors.is_empty())?;
    T::read(value.get_ref())
}

/// Where a secret is, since it is not in the file.
#[derive(Debug, Default)]
pub(in crate::config) struct SecretPlace {
    /// `NAME_file`
    pub(in crate::config) file: Option<String>,
    /// `NAME_env`
    pub(in crate::config) variable: Option<String>,
}

impl SecretPlace {
    /// Is it given at all?
    pub(in crate::config) fn is_given(&self) -> bool {
        self.file.is_some() || self.variable.is_some()
    }
}

impl Field for SecretPlace {
    const TAKES: Takes = Takes::Secret;

    fn take(table: &DeTable<'_>, name: &str, default: &[&str]) -> Self {
        Self {
            file: Field::take(table, &format!("{name}_file"), default),
            variable: Field::take(table, &format!("{name}_env"), default),
        }
    }
}

/// A file or a folder.
#[derive(Debug, Default)]
pub(in crate::config) struct FilePath(pub(in crate::config) String);

/// A whole number within a range.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::config) struct Number<const LEAST: u64, const MOST: u64>(pub(in crate::config) u64);

impl<const LEAST: u64, const MOST: u64> Number<LEAST, MOST> {
    pub(in crate::config) fn seconds(self) -> Duration {
        Duration::from_secs(self.0)
    }

    pub(in crate::config) fn minutes(self) -> Duration {
        Duration::from_secs(self.0 * 60)
    }

    pub(in crate::config) fn hours(self) -> Duration {
        Duration::from_secs(self.0 * 60 * 60)
    }

    /// As a smaller type, which must hold the whole range.
    pub(in crate::config) fn to<T: TryFrom<u64> + Default>(self) -> T {
        T::try_from(self.0).unwrap_or_default()
    }
}

/// A value chosen by name.
pub(in crate::config) trait Named: Copy + 'static {
    /// All choices.
    const CHOICES: &'static [Self];

    /// Its name in the file.
    fn called(self) -> &'static str;
}

/// Implements [`Named`] for types that already know their names.
macro_rules! choices {
    ($($named:ident),*) => {
        $(impl $crate::config::rows::Named for $named {
            const CHOICES: &'static [Self] = &Self::ALL;

            fn called(self) -> &'static str {
                self.name()
            }
        })*
    };
}
pub(in crate::config) use choices;

/// One of a few choices.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::config) struct Chosen<T>(pub(in crate::config) T);

fn names<T: Named>() -> Vec<&'static str> {
    T::CHOICES.iter().map(|choice| choice.called()).collect()
}

/// A text, or a table instead.
#[derive(Debug)]
pub(in crate::config) enum TextOr<T> {
    Text(String),
    Table(T),
}

impl Value for String {
    const TAKES: Takes = Takes::Text;

    fn read(value: &DeValue<'_>) -> Option<Self> {
        value.as_str().map(str::to_owned)
    }
}

impl Value for FilePath {
    const TAKES: Takes = Takes::Path;

    fn read(value: &DeValue<'_>) -> Option<Self> {
        String::read(value).map(Self)
    }
}

impl Value for bool {
    const TAKES: Takes = Takes::Flag;

    fn read(value: &DeValue<'_>) -> Option<Self> {
        value.as_bool()
    }
}

impl Value for i64 {
    const TAKES: Takes = Takes::Whole(None);

    fn read(value: &DeValue<'_>) -> Option<Self> {
        let DeValue::Integer(number) = value else { return None };
        Self::from_str_radix(number.as_str(), number.radix()).ok()
    }
}

impl<const LEAST: u64, const MOST: u64> Value for Number<LEAST, MOST> {
    #[expect(clippy::cast_precision_loss, reason = "no range of a row has so many digits")]
    const TAKES: Takes = Takes::Whole(Some((LEAST as f64, MOST as f64)));

    fn read(value: &DeValue<'_>) -> Option<Self> {
        i64::read(value)?.try_into().ok().map(Self)
    }
}

impl Value for f64 {
    const TAKES: Takes = Takes::Decimal((Self::MIN, Self::MAX));

    fn read(value: &DeValue<'_>) -> Option<Self> {
        if let DeValue::Float(number) = value {
            number.as_str().parse().ok()
        } else if let DeValue::Integer(number) = value {
            number.as_str().parse().ok()
        } else {
            None
        }
    }
}

impl Value for NaiveDate {
    const TAKES: Takes = Takes::Date;

    fn read(value: &DeValue<'_>) -> Option<Self> {
        let date = value.as_datetime()?.date?;
        Self::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
    }
}

impl<T: Named> Value for Chosen<T> {
    const TAKES: Takes = Takes::Word(names::<T>);

    fn read(value: &DeValue<'_>) -> Option<Self> {
        let word = value.as_str()?;
        let mut choices = T::CHOICES.iter().copied();
        choices.find(|choice| choice.called() == word).map(Self)
    }
}

impl<T: Value> Value for TextOr<T> {
    const TAKES: Takes = match T::TAKES.keys() {
        Some(keys) => Takes::TextOrTable(keys),
        None => Takes::Text,
    };

    fn read(value: &DeValue<'_>) -> Option<Self> {
        let text = String::read(value).map(Self::Text);
        text.or_else(|| T::read(value).map(Self::Table))
    }
}

impl<T: Value> Value for Vec<T> {
    const TAKES: Takes = Takes::List(T::EACH);

    fn read(value: &DeValue<'_>) -> Option<Self> {
        let members = value.as_array()?.iter();
        Some(members.filter_map(|member| T::read(member.get_ref())).collect())
    }
}

impl<T: Value> Value for BTreeMap<String, T> {
    const TAKES: Takes = Takes::ByName(T::EACH);

    fn read(value: &DeValue<'_>) -> Option<Self> {
        let tables = value.as_table()?.iter();
        let read = tables.filter_map(|(name, each)| Some((name.get_ref().to_string(), T::read(each.get_ref())?)));
        Some(read.collect())
    }
}
