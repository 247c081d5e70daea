//! Secrets: how they are kept from being printed, and where the config may take them from.

use super::Surroundings;
use std::path::{Path, PathBuf};

/// A secret that is never printed: not in errors, not in logs, not by `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret.
    pub fn new(secret: impl Into<String>) -> Self {
        Self(secret.into())
    }

    /// The secret itself, for the wire only.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("(secret)")
    }
}

/// Where a secret comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SecretSource {
    /// A file that holds nothing else.
    File(PathBuf),
    /// An environment variable.
    Variable(String),
}

/// Why there is no secret.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum SecretError {
    #[error("the file {path} cannot be read ({cause})", path = .path.display())]
    Unreadable { path: PathBuf, cause: String },
    #[error("the environment variable {0} is not set")]
    NotSet(String),
    #[error("the secret is empty")]
    Empty,
    #[error("the secret has more than one line, or a NUL in it")]
    SeveralLines,
}

/// A secret that was read, and what is worth saying about the place where it lies.
pub(super) struct Found {
    pub(super) secret: Secret,
    /// The file and its mode, where others than its owner may read it.
    pub(super) readable_by_others: Option<(PathBuf, u32)>,
}

impl SecretSource {
    /// Reads the secret. A line end after it is not part of it.
    pub(super) fn read(&self, config_folder: &Path, surroundings: &Surroundings) -> Result<Found, SecretError> {
        let mut readable_by_others = None;
        let text = match self {
            Self::Variable(name) => surroundings
                .variable(name)
                .ok_or_else(|| SecretError::NotSet(name.clone()))?,
            Self::File(written) => {
                let (path, credential) = locate(written, config_folder, surroundings);
                let text = std::fs::read_to_string(&path).map_err(|cause| SecretError::Unreadable {
                    path: path.clone(),
                    cause: cause.to_string(),
                })?;
                if !credential {
                    readable_by_others = mode_open_to_others(&path).map(|mode| (path, mode));
                }
                text
            }
        };
        let secret = text.strip_suffix('\n').unwrap_or(&text);
        let secret = secret.strip_suffix('\r').unwrap_or(secret);
        if secret.is_empty() {
            return Err(SecretError::Empty);
        }
        if secret.contains(['\n', '\r', '\0']) {
            return Err(SecretError::SeveralLines);
        }
        Ok(Found {
            secret: Secret::new(secret),
            readable_by_others,
        })
    }
}

/// Where a secret's file lies: a relative path is looked up among systemd's credentials
/// (`LoadCredential=`) first, and counts from the config file otherwise. Says also whether it is a credential,
/// whose mode is systemd's own business.
fn locate(written: &Path, config_folder: &Path, surroundings: &Surroundings) -> (PathBuf, bool) {
    let credential = surroundings
        .folder("CREDENTIALS_DIRECTORY")
        .filter(|_| written.is_relative())
        .map(|credentials| credentials.join(written))
        .filter(|candidate| candidate.exists());
    match credential {
        Some(path) => (path, true),
        None => (config_folder.join(written), false),
    }
}

#[cfg(unix)]
fn mode_open_to_others(path: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path).ok()?.permissions().mode() & 0o777;
    (mode & 0o077 != 0).then_some(mode)
}

#[cfg(not(unix))]
fn mode_open_to_others(_path: &Path) -> Option<u32> {
    None
}
