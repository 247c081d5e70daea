//! Mistakes in a config file, worded so that they can be corrected without reading the source.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why there is no config.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// There is no such file.
    #[error(
        "{path}: there is no config file there. To make one, answer the questions of \
         `rfrbot init`, or copy config.example.toml (`rfrbot config` prints it) to {path} and edit it, or name another \
         file with --config FILE. To try the bot without any config, run: rfrbot console",
        path = .0.display()
    )]
    Missing(PathBuf),
    /// The file exists but cannot be read.
    #[error(
        "{path}: the config file cannot be read ({cause}). Check that it is a text file in UTF-8 which the user \
         that runs the bot may read",
        path = .path.display()
    )]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's error.
        cause: io::Error,
    },
    /// The file was read, and has these mistakes: all that could be found at once.
    #[error("{}", list(.0))]
    Invalid(Vec<Problem>),
    /// The file is not TOML, for these reasons; keys and values were not checked.
    #[error(
        "{}\nThe rest of the file was not judged yet. Mend this, then run again: rfrbot check --config {}",
        list(.0),
        .0.first().map(|first| typed(&first.file)).unwrap_or_default()
    )]
    NotToml(Vec<Problem>),
}

/// A path quoted for a shell.
fn typed(path: &Path) -> String {
    let path = path.display().to_string();
    if path
        .chars()
        .all(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '+' | '@' | ',' | ':'))
    {
        return path;
    }
    format!("'{}'", path.replace('\'', r"'\''"))
}

/// A mistake in the config file, or something worth knowing about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, as the operator named it.
    pub file: PathBuf,
    /// The line, from 1, if the cause has one.
    pub line: Option<usize>,
    /// The full key: `irc.libera.port`. Empty if the cause is the file as a whole.
    pub key: String,
    /// What is wrong, and what was expected.
    pub what: String,
    /// What to do about it. Empty if `what` already says so.
    pub fix: String,
}

/// `rfrbot.toml:12: irc.libera.port: expected …, found …. Fix.`
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if !self.key.is_empty() {
            write!(f, ": {}", self.key)?;
        }
        write!(f, ": {}", self.what)?;
        if !self.fix.is_empty() {
            write!(f, ". {}", self.fix)?;
        }
        Ok(())
    }
}

fn list(problems: &[Problem]) -> String {
    let mut lines: Vec<String> = problems.iter().map(Problem::to_string).collect();
    if lines.len() > 1 {
        lines.push(format!("{} problems in all; nothing was started.", lines.len()));
    }
    lines.join("\n")
}

/// The problems ordered by file, the config first.
pub(super) fn invalid(config: &Path, mut problems: Vec<Problem>) -> ConfigError {
    problems.sort_by_key(|problem| (problem.file != config, problem.line));
    ConfigError::Invalid(problems)
}
