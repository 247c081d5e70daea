//! From a file, or a text, to a config.

use super::check::{self, File};
use super::error::{ConfigError, Problem};
use super::form::{self, Findings};
use super::surroundings::Surroundings;
use super::whole::Config;
use std::io;
use std::path::{Path, PathBuf};

impl Config {
    /// Reads and checks the file at a path.
    pub fn load(path: &Path) -> Result<Self, ConfigError> {
        Self::from_text(&text_of(path)?, path)
    }

    /// The same for commands that connect to nothing: secrets are not read, and are empty.
    pub fn load_without_secrets(path: &Path) -> Result<Self, ConfigError> {
        let surroundings = Surroundings::of_process().without_secrets();
        Self::from_text_in(&text_of(path)?, path, &surroundings)
    }

    /// The store's folder in the config at a path. Works even if the rest of the file is wrong, so that a running bot
    /// can still be asked.
    pub fn place_of_store(path: &Path) -> Result<PathBuf, ConfigError> {
        let text = text_of(path)?;
        let (table, _) = toml::de::DeTable::parse_recoverable(&text);
        let bot = table.get_ref().get("bot").and_then(|bot| bot.get_ref().as_table());
        let folder = path.parent().unwrap_or(Path::new(""));
        match bot.and_then(|bot| bot.get("data")).map(|data| data.get_ref().as_str()) {
            None => Ok(Surroundings::of_process().default_data(folder)),
            Some(Some(data)) if !data.is_empty() => Ok(folder.join(data)),
            // This reports what is wrong there.
            Some(_) => Ok(Self::load_without_secrets(path)?.bot.data),
        }
    }

    /// Checks a config given as text. The path appears in messages, and is the base of relative paths.
    pub fn from_text(text: &str, path: &Path) -> Result<Self, ConfigError> {
        Self::from_text_in(text, path, &Surroundings::of_process())
    }

    /// The same with the caller's environment variables.
    pub fn from_text_in(text: &str, path: &Path, surroundings: &Surroundings) -> Result<Self, ConfigError> {
        let mut findings = Findings::new(path);
        match form::read(text, File::KEYS, &mut findings) {
            Some(table) => check::check(File::of(&table), path, surroundings, findings),
            None => Err(ConfigError::NotToml(findings.problems)),
        }
    }
}

fn text_of(path: &Path) -> Result<String, ConfigError> {
    let bytes = std::fs::read(path).map_err(|cause| {
        let path = path.to_owned();
        if cause.kind() == io::ErrorKind::NotFound {
            ConfigError::Missing(path)
        } else {
            ConfigError::Unreadable { path, cause }
        }
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]);
        ConfigError::NotToml(vec![Problem {
            file: path.to_owned(),
            line: Some(valid.matches('\n').count() + 1),
            key: String::new(),
            what: "a character of another encoding stands here, expected UTF-8".to_owned(),
            fix: "Save the file as UTF-8 (without UTF-16 and without Latin-1)".to_owned(),
        }])
    })
}
