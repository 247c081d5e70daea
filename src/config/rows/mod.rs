//! The table of keys: one row per key, beside the checks of its section. The rows yield the file's form, errors about
//! kind, range and allowed words, "did you mean", defaults, the manual and the shipped example.

mod key;
mod kinds;
mod manual;
mod table;
mod words;

pub(super) use key::{Key, Keys, Shown, Takes, Without, aside, off, on, three};
pub(super) use kinds::choices;
pub(super) use kinds::{Chosen, Field, FilePath, Named, Number, SecretPlace, TextOr, Value};
pub use manual::Section;
pub(super) use manual::{example, sections};
pub(super) use table::{moved, named, open, row, setting, table, takes};
pub(super) use words::{did_you_mean, join, last, parts};

/// The rows of a table, and the struct they are read into. A row is `NAME: TYPE = DEFAULT, on VALUE: "What it
/// means.";`. The type says which values the key takes, and their range. Instead of `= DEFAULT`, words may say what
/// applies without the key (`=> "needed"`); with neither, it is unset. `on`, `off` and `aside` say how the example
/// shows it, if not with its default. A row may end in further text for the example.
macro_rules! rows {
    ($(#[$doc:meta])* $table:ident {
        $($key:ident: $type:ty $(= $default:tt)? $(=> $words:literal)? $(, $how:ident $shown:tt)?: $means:literal
          $(, $more:expr)?;)*
    }) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(in crate::config) struct $table {
            $(pub(in crate::config) $key: $type,)*
        }

        impl $table {
            pub(in crate::config) const KEYS: $crate::config::rows::Keys = &[$({
                const ROWS: [$crate::config::rows::Key; 3] = $crate::config::rows::three(
                    [stringify!($key), concat!(stringify!($key), "_file"), concat!(stringify!($key), "_env")],
                    <$type as $crate::config::rows::Field>::TAKES,
                    $crate::config::rows::Without::new(&[$(stringify!($default))?], &[$($words)?]),
                    $crate::config::rows::Shown::new(&[$($crate::config::rows::$how(stringify!($shown)))?]),
                    [$means, concat!("" $(, $more)?)],
                );
                // The second and third key name the places of a secret.
                if matches!(ROWS[0].takes, $crate::config::rows::Takes::Secret) {
                    &ROWS
                } else {
                    ROWS.split_at(1).0
                }
            }),*];

            /// Reads a table whose form is valid.
            pub(in crate::config) fn of(table: &toml::de::DeTable<'_>) -> Self {
                Self {
                    $($key: $crate::config::rows::Field::take(table, stringify!($key), &[$(stringify!($default))?]),)*
                }
            }
        }

        impl Default for $table {
            fn default() -> Self {
                Self::of(&toml::de::DeTable::new())
            }
        }

        impl $crate::config::rows::Value for $table {
            const TAKES: $crate::config::rows::Takes = $crate::config::rows::Takes::Table(Self::KEYS);

            fn read(value: &toml::de::DeValue<'_>) -> Option<Self> {
                value.as_table().map(Self::of)
            }
        }
    };
}
pub(super) use rows;
