//! A row of the table, and its contents.

/// The rows of a table, grouped by setting: a secret has three keys, any other one.
pub(in crate::config) type Keys = &'static [&'static [Key]];

/// One key of a table.
pub(in crate::config) struct Key {
    /// Its name in the file.
    pub(in crate::config) name: &'static str,
    /// What follows the `=`, or the header.
    pub(in crate::config) takes: Takes,
    /// What applies without it.
    pub(in crate::config) default: Without,
    /// How the shipped example shows it.
    pub(in crate::config) shown: Shown,
    /// What it means, and its consequences.
    pub(in crate::config) means: &'static str,
    /// Further text for the shipped example.
    pub(in crate::config) more: &'static str,
}

/// What applies without a key.
#[derive(Clone, Copy)]
pub(in crate::config) enum Without {
    /// This value, as TOML.
    Value(&'static str),
    /// What these words say; empty for a section.
    Words(&'static str),
}

impl Without {
    /// From a row: at most one of the two.
    pub(in crate::config) const fn new(value: &[&'static str], words: &[&'static str]) -> Self {
        match (value, words) {
            ([value], _) => Self::Value(value),
            (_, [words]) => Self::Words(words),
            (_, _) => Self::Words(""),
        }
    }

    /// The value or the words.
    pub(in crate::config) fn text(self) -> &'static str {
        match self {
            Self::Value(text) | Self::Words(text) => text,
        }
    }
}

/// How the shipped example shows a key.
#[derive(Clone, Copy)]
pub(in crate::config) enum Shown {
    /// Commented out, with its default.
    Default,
    /// Active, with this value; a section under this name.
    On(&'static str),
    /// Commented out, with this value.
    Off(&'static str),
    /// In words, because it excludes another key.
    Aside(&'static str),
}

/// The notations of a row for how it is shown.
pub(in crate::config) const fn on(value: &'static str) -> Shown {
    Shown::On(value)
}
pub(in crate::config) const fn off(value: &'static str) -> Shown {
    Shown::Off(value)
}
pub(in crate::config) const fn aside(value: &'static str) -> Shown {
    Shown::Aside(value)
}

impl Shown {
    /// From a row, if it says so.
    pub(in crate::config) const fn new(said: &[Self]) -> Self {
        match said {
            [shown] => *shown,
            _ => Self::Default,
        }
    }
}

/// The values a key takes.
#[derive(Clone, Copy)]
pub(in crate::config) enum Takes {
    /// `"text"`.
    Text,
    /// A file or a folder; relative to the config's folder.
    Path,
    /// One of a few texts.
    Word(fn() -> Vec<&'static str>),
    /// `60`, within the range if there is one.
    Whole(Option<(f64, f64)>),
    /// `2.0` or `2`, within the range.
    Decimal((f64, f64)),
    /// `true` or `false`.
    Flag,
    /// `2026-08-25`, without quotes.
    Date,
    /// `["a", "b"]`, or tables under headers in double brackets.
    List(&'static Takes),
    /// A table with these keys.
    Table(Keys),
    /// Either `"text"` or a table with these keys.
    TextOrTable(Keys),
    /// The same under names that the operator chooses.
    ByName(&'static Takes),
    /// Never in the file: a secret, which has a better place.
    Secret,
}

impl Takes {
    /// The keys of such a table, or of such a list's members.
    pub(in crate::config) const fn keys(self) -> Option<Keys> {
        match self {
            Self::Table(keys) | Self::TextOrTable(keys) => Some(keys),
            Self::List(each) => each.keys(),
            Self::Text
            | Self::Path
            | Self::Word(_)
            | Self::Whole(_)
            | Self::Decimal(_)
            | Self::Flag
            | Self::Date
            | Self::ByName(_)
            | Self::Secret => None,
        }
    }

    /// The range of such a number, or of each in such a list.
    pub(in crate::config) fn range(self) -> Option<(f64, f64)> {
        match self.member() {
            Self::Whole(range) => range,
            Self::Decimal(range) => Some(range),
            Self::Text
            | Self::Path
            | Self::Word(_)
            | Self::Flag
            | Self::Date
            | Self::List(_)
            | Self::Table(_)
            | Self::TextOrTable(_)
            | Self::ByName(_)
            | Self::Secret => None,
        }
    }

    /// The member type of such a list; anything else is its own only member.
    pub(in crate::config) fn member(self) -> Self {
        if let Self::List(each) = self { *each } else { self }
    }

    /// How such a value is written.
    pub(in crate::config) fn shape(self) -> &'static str {
        match self {
            Self::Text | Self::TextOrTable(_) | Self::Word(_) | Self::Secret => "\"…\"",
            Self::Path => "\"FILE\"",
            Self::Whole(_) => "10",
            Self::Decimal(_) => "2.5",
            Self::Flag => "true",
            Self::Date => "2026-08-25",
            Self::List(Self::Whole(_)) => "[1, 2]",
            Self::List(Self::Table(_)) => "[{ … }]",
            Self::List(_) => "[\"…\", \"…\"]",
            Self::Table(_) | Self::ByName(_) => "{ … }",
        }
    }

    /// The word for it in an error.
    pub(in crate::config) fn expected(self) -> &'static str {
        match self {
            Self::Text | Self::Word(_) => "a text in quotes",
            Self::Path => "a file or folder in quotes",
            Self::Whole(_) => "a whole number",
            Self::Decimal(_) => "a number",
            Self::Flag => "true or false",
            Self::Date => "a date without quotes, such as 2026-08-25",
            Self::List(Self::Whole(_)) => "a list of whole numbers",
            Self::List(Self::TextOrTable(_)) => "a list of texts or of tables in braces",
            Self::List(Self::Table(_)) => "a table under a header in double brackets",
            Self::List(_) => "a list of texts, such as [\"one\", \"two\"]",
            Self::Table(_) => "a table",
            Self::TextOrTable(_) => "a text in quotes or a table in braces",
            Self::ByName(Self::Table(_)) => "a table for each name",
            Self::ByName(_) => "a table of lists of texts",
            Self::Secret => "nothing, because secrets do not stand in this file",
        }
    }
}

/// The row of a key; for a secret, also the rows of the file and variable that hold it.
pub(in crate::config) const fn three(
    [name, file, variable]: [&'static str; 3],
    takes: Takes,
    default: Without,
    shown: Shown,
    [means, more]: [&'static str; 2],
) -> [Key; 3] {
    let secret = Key {
        name,
        takes,
        default,
        shown,
        means,
        more,
    };
    let file = Key {
        name: file,
        takes: Takes::Path,
        ..secret
    };
    let variable = Key {
        name: variable,
        takes: Takes::Text,
        default: Without::Words("none"),
        shown: Shown::Aside("\"VARIABLE\""),
        means: "In its place the environment variable that holds it.",
        more: "",
    };
    [secret, file, variable]
}
