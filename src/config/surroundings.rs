//! What the config takes from around the file: environment variables. Handed in rather than read at the
//! place of use, so that a test can give its own.

use std::collections::BTreeMap;
use std::path::PathBuf;

/// The environment variables that a config may draw on.
#[derive(Clone, Debug)]
pub struct Surroundings(Source);

#[derive(Clone)]
enum Source {
    Process,
    Given(BTreeMap<String, String>),
}

/// Names only: values may be secrets.
impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Process => f.write_str("Process"),
            Self::Given(variables) => f.debug_set().entries(variables.keys()).finish(),
        }
    }
}

impl Surroundings {
    /// The environment of this process.
    pub fn of_process() -> Self {
        Self(Source::Process)
    }

    /// These variables and no others.
    pub fn given<'a>(variables: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let variables = variables
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        Self(Source::Given(variables.collect()))
    }

    /// A variable that is set and not empty.
    pub fn variable(&self, name: &str) -> Option<String> {
        let value = match &self.0 {
            Source::Process => std::env::var(name).ok(),
            Source::Given(variables) => variables.get(name).cloned(),
        };
        value.filter(|value| !value.is_empty())
    }

    /// A variable that holds a folder.
    pub(super) fn folder(&self, name: &str) -> Option<PathBuf> {
        self.variable(name).map(PathBuf::from)
    }

    /// Where this user's programs keep their data (XDG base directories), where that is known.
    fn user_data(&self) -> Option<PathBuf> {
        self.folder("XDG_DATA_HOME")
            .filter(|folder| folder.is_absolute())
            .or_else(|| Some(self.folder("HOME")?.join(".local/share")))
    }

    /// The folder of a store for which the config names none: `$STATE_DIRECTORY` under systemd, else in the
    /// user's data folder, else `rfrbot-data` beside the config.
    pub(super) fn default_data(&self, beside: &std::path::Path) -> PathBuf {
        self.folder("STATE_DIRECTORY")
            .or_else(|| Some(self.user_data()?.join("rfrbot")))
            .unwrap_or_else(|| beside.join("rfrbot-data"))
    }

    /// The folder of the console's own store, apart from the one of a running bot.
    pub fn default_console_data(&self) -> PathBuf {
        self.user_data().map_or_else(
            || PathBuf::from("rfrbot-console"),
            |folder| folder.join("rfrbot-console"),
        )
    }
}
