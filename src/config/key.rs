//! A row of the table of keys; and how keys are written.

/// One key of a table.
pub(super) struct Key {
    /// Its name in the file.
    pub(super) name: &'static str,
    /// What stands behind the `=`, or below the header.
    pub(super) takes: Takes,
    /// What it means, in a sentence.
    pub(super) means: &'static str,
    /// What holds without it: a value, or words. A section has none.
    pub(super) default: &'static str,
}

/// What a key takes.
#[derive(Clone, Copy)]
pub(super) enum Takes {
    /// `"text"`.
    Text,
    /// A file or a folder; relative ones count from the folder of the config.
    Path,
    /// `60`.
    Whole,
    /// `2.0` or `2`.
    Decimal,
    /// `true` or `false`.
    Flag,
    /// `2026-08-25`, without quotes.
    Date,
    /// `["a", "b"]`.
    Texts,
    /// `[1, 300]`.
    Wholes,
    /// A table with these keys.
    Table(&'static [Key]),
    /// Either `"text"` or a table with these keys.
    TextOrTable(&'static [Key]),
    /// A list whose members are either `"text"` or a table with these keys.
    TextsOrTables(&'static [Key]),
    /// `[[header]]`: tables with these keys, as many as wanted.
    Tables(&'static [Key]),
    /// `[header.NAME]`: tables with these keys under names that the operator chooses.
    TablesByName(&'static [Key]),
    /// Lists of texts under names that the operator chooses.
    TextsByName,
    /// Never in the file: a secret, which has a better place.
    Secret,
}

impl Takes {
    /// What a member of such a list is; anything else is its own only member.
    pub(super) fn member(self) -> Self {
        match self {
            Self::Texts => Self::Text,
            Self::Wholes => Self::Whole,
            Self::TextsOrTables(keys) => Self::TextOrTable(keys),
            Self::Tables(keys) => Self::Table(keys),
            Self::Text
            | Self::Path
            | Self::Whole
            | Self::Decimal
            | Self::Flag
            | Self::Date
            | Self::Table(_)
            | Self::TextOrTable(_)
            | Self::TablesByName(_)
            | Self::TextsByName
            | Self::Secret => self,
        }
    }

    /// How such a value is written.
    pub(super) fn shape(self) -> &'static str {
        match self {
            Self::Text | Self::TextOrTable(_) => "\"…\"",
            Self::Path => "\"FILE\"",
            Self::Whole => "10",
            Self::Decimal => "2.5",
            Self::Flag => "true",
            Self::Date => "2026-08-25",
            Self::Texts | Self::TextsOrTables(_) => "[\"…\", \"…\"]",
            Self::Wholes => "[1, 2]",
            Self::Table(_) | Self::TablesByName(_) | Self::TextsByName => "{ … }",
            Self::Tables(_) => "[{ … }]",
            Self::Secret => "\"…\"",
        }
    }

    /// What an error says was expected.
    pub(super) fn expected(self) -> &'static str {
        match self {
            Self::Text => "a text in quotes",
            Self::Path => "a file or folder in quotes",
            Self::Whole => "a whole number",
            Self::Decimal => "a number",
            Self::Flag => "true or false",
            Self::Date => "a date without quotes, such as 2026-08-25",
            Self::Texts => "a list of texts, such as [\"one\", \"two\"]",
            Self::Wholes => "a list of whole numbers",
            Self::Table(_) => "a table",
            Self::TextOrTable(_) => "a text in quotes or a table in braces",
            Self::TextsOrTables(_) => "a list of texts or of tables in braces",
            Self::Tables(_) => "a table under a header in double brackets",
            Self::TablesByName(_) => "a table for each name",
            Self::TextsByName => "a table of lists of texts",
            Self::Secret => "nothing, because secrets do not stand in this file",
        }
    }
}

pub(super) const fn key(name: &'static str, takes: Takes, means: &'static str, default: &'static str) -> Key {
    Key {
        name,
        takes,
        means,
        default,
    }
}

/// The nearest of some words to one that is not among them, where one is near enough.
pub(super) fn did_you_mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase().replace('-', "_");
    known
        .into_iter()
        .map(|candidate| {
            let folded = candidate.to_lowercase().replace('-', "_");
            (strsim::damerau_levenshtein(&word, &folded), candidate)
        })
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count() / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// A key within a table, as it would be written: quoted where TOML wants quotes.
pub(super) fn join(path: &str, name: &str) -> String {
    let bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    let name = if bare { name.to_owned() } else { format!("{name:?}") };
    if path.is_empty() {
        name
    } else {
        format!("{path}.{name}")
    }
}

pub(super) fn last(key: &str) -> &str {
    key.rsplit('.').next().unwrap_or(key)
}
