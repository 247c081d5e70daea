//! What the config takes from outside the file: environment variables. Passed in, so that a test can provide its own.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The environment variables that a config may use.
#[derive(Clone, Debug)]
pub struct Surroundings {
    source: VariableSource,
    /// Are secrets read?
    secrets: bool,
    /// The running service's credentials folder; root may read it.
    unit_credentials: PathBuf,
}

/// The folder of system configs: a config in it belongs to the service that `rfrbot unit` describes.
const SYSTEM_CONFIGS: &str = "/etc";

/// Created by the unit's `StateDirectory=`.
const SERVICE_DATA: &str = "/var/lib/rfrbot";

/// Where systemd puts what the unit's `LoadCredential=` loads.
const SERVICE_CREDENTIALS: &str = "/run/credentials/rfrbot.service";

#[derive(Clone)]
enum VariableSource {
    Process,
    Given(BTreeMap<String, String>),
}

/// Names only: values may be secrets.
impl std::fmt::Debug for VariableSource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Process => f.write_str("Process"),
            Self::Given(variables) => f.debug_set().entries(variables.keys()).finish(),
        }
    }
}

impl Surroundings {
    /// This process's environment.
    pub fn of_process() -> Self {
        Self::new(VariableSource::Process)
    }

    fn new(source: VariableSource) -> Self {
        Self {
            source,
            secrets: true,
            unit_credentials: PathBuf::from(SERVICE_CREDENTIALS),
        }
    }

    /// The same without reading secrets, for read-only commands.
    #[must_use]
    pub fn without_secrets(self) -> Self {
        Self { secrets: false, ..self }
    }

    /// Are secrets read?
    pub(super) fn reads_secrets(&self) -> bool {
        self.secrets
    }

    /// The running service's credentials folder, if the config is the service's.
    pub(super) fn unit_credentials(&self, config_folder: &Path) -> Option<&Path> {
        is_the_services(config_folder).then_some(self.unit_credentials.as_path())
    }

    /// These variables and no others.
    pub fn given<'a>(variables: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let variables = variables
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()));
        Self::new(VariableSource::Given(variables.collect()))
    }

    /// A variable that is set and not empty.
    pub fn variable(&self, name: &str) -> Option<String> {
        let value = match &self.source {
            VariableSource::Process => std::env::var(name).ok(),
            VariableSource::Given(variables) => variables.get(name).cloned(),
        };
        value.filter(|value| !value.is_empty())
    }

    /// A variable that names a folder.
    pub(super) fn folder(&self, name: &str) -> Option<PathBuf> {
        self.variable(name).map(PathBuf::from)
    }

    /// This user's data folder (XDG base directories), if known.
    fn user_data(&self) -> Option<PathBuf> {
        self.folder("XDG_DATA_HOME")
            .filter(|folder| folder.is_absolute())
            .or_else(|| Some(self.folder("HOME")?.join(".local/share")))
    }

    /// The default folder of the store: `$STATE_DIRECTORY` under systemd, and the same folder for a config under
    /// `/etc`, so that the operator's commands find the service's store; otherwise in the user's data folder, or
    /// `rfrbot-data` beside the config.
    pub(super) fn default_data(&self, beside: &Path) -> PathBuf {
        let first = |folders: String| folders.split(':').next().map(PathBuf::from);
        self.variable("STATE_DIRECTORY")
            .and_then(first)
            .or_else(|| is_the_services(beside).then(|| PathBuf::from(SERVICE_DATA)))
            .or_else(|| Some(self.user_data()?.join("rfrbot")))
            .unwrap_or_else(|| beside.join("rfrbot-data"))
    }

    /// The folder of the console's own store, apart from a running bot's.
    pub fn default_console_data(&self) -> PathBuf {
        self.user_data().map_or_else(
            || PathBuf::from("rfrbot-console"),
            |folder| folder.join("rfrbot-console"),
        )
    }
}

fn is_the_services(config_folder: &Path) -> bool {
    std::path::absolute(config_folder).is_ok_and(|folder| folder.starts_with(SYSTEM_CONFIGS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_store_of_the_services_config_is_the_services() {
        let around = Surroundings::given([("HOME", "/home/kevin")]);
        assert_eq!(
            around.default_data(Path::new("/etc/rfrbot")),
            Path::new("/var/lib/rfrbot")
        );
        let at_home = around.default_data(Path::new("/home/kevin/rfrbot"));
        assert_eq!(at_home, Path::new("/home/kevin/.local/share/rfrbot"));
        let service = Surroundings::given([("STATE_DIRECTORY", "/var/lib/other:/var/lib/second")]);
        assert_eq!(
            service.default_data(Path::new("/etc/rfrbot")),
            Path::new("/var/lib/other")
        );
    }
}
