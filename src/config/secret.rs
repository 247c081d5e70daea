//! Secrets: kept from being printed, and where the config may take them from.

use super::Surroundings;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A secret that is never printed: not in errors, not in logs, not by `Debug`.
///
/// A secret in a file is read again at each login ([`Secret::current`]), so that it can be changed without a restart.
/// Two secrets from the same file are therefore equal.
#[derive(Clone)]
pub struct Secret {
    text: Box<str>,
    file: Option<Arc<PathBuf>>,
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        match (&self.file, &other.file) {
            (Some(ours), Some(theirs)) => ours == theirs,
            (None, None) => self.text == other.text,
            (Some(_), None) | (None, Some(_)) => false,
        }
    }
}

impl Eq for Secret {}

impl Secret {
    /// Wraps a secret.
    pub fn new(secret: impl Into<String>) -> Self {
        Self {
            text: secret.into().into(),
            file: None,
        }
    }

    /// The secret that its file holds now, or the earlier value if the file cannot be read.
    #[must_use]
    pub fn current(&self) -> Self {
        let Some(file) = &self.file else { return self.clone() };
        match read_file(file) {
            Ok(text) => Self {
                text: text.into(),
                file: Some(file.clone()),
            },
            Err(error) => {
                tracing::warn!(%error, "a secret cannot be read anew: the one that was read before is used");
                self.clone()
            }
        }
    }

    /// The secret itself, only for sending.
    pub fn reveal(&self) -> &str {
        &self.text
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("(secret)")
    }
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

/// Reads the secret in an environment variable.
pub(super) fn of_variable(name: &str, surroundings: &Surroundings) -> Result<Secret, SecretError> {
    if !surroundings.reads_secrets() {
        return Ok(Secret::new(""));
    }
    let text = surroundings.variable(name);
    let text = text.ok_or_else(|| SecretError::NotSet(name.to_owned()))?;
    Ok(Secret::new(alone(&text)?))
}

/// Reads the secret in a file. Also returns the file and its mode if others than its owner may read it.
pub(super) fn of_file(
    written: &str,
    config_folder: &Path,
    surroundings: &Surroundings,
) -> Result<(Secret, Option<(PathBuf, u32)>), SecretError> {
    if !surroundings.reads_secrets() {
        return Ok((Secret::new(""), None));
    }
    let (path, credential) = locate(Path::new(written), config_folder, surroundings);
    let text = read_file(&path)?.into();
    let open = mode_open_to_others(&path, credential);
    let file = Some(Arc::new(path));
    Ok((Secret { text, file }, open))
}

/// The path of a file that can be read without waiting for anybody: a FIFO would hold up the start for ever.
pub(super) fn regular(path: &Path) -> std::io::Result<&Path> {
    if std::fs::metadata(path)?.is_file() {
        Ok(path)
    } else {
        Err(std::io::Error::other("it is no file"))
    }
}

fn read_file(path: &Path) -> Result<String, SecretError> {
    let text = regular(path)
        .and_then(std::fs::read_to_string)
        .map_err(|cause| SecretError::Unreadable {
            path: path.to_owned(),
            cause: cause.to_string(),
        })?;
    alone(&text)
}

/// Removes a line end after a secret.
fn alone(text: &str) -> Result<String, SecretError> {
    let secret = text.strip_suffix('\n').unwrap_or(text);
    let secret = secret.strip_suffix('\r').unwrap_or(secret);
    if secret.is_empty() {
        return Err(SecretError::Empty);
    }
    if secret.contains(['\n', '\r', '\0']) {
        return Err(SecretError::SeveralLines);
    }
    Ok(secret.to_owned())
}

/// Where a secret's file is. A relative path is looked up among systemd's credentials (`LoadCredential=`) first, and
/// otherwise in the config's folder. For the service's config, the operator's commands look among the running service's
/// credentials, then where the unit loads them from: `secrets_NAME` from `secrets/NAME` beside the config. Also returns
/// whether it is a systemd credential, whose mode systemd is responsible for.
pub(super) fn locate(written: &Path, config_folder: &Path, surroundings: &Surroundings) -> (PathBuf, bool) {
    let own = surroundings.folder("CREDENTIALS_DIRECTORY");
    let running = surroundings.unit_credentials(config_folder).map(Path::to_owned);
    let credentials = own.into_iter().chain(running).filter(|_| written.is_relative());
    // systemd includes the folder in a credential's name: secrets/x becomes secrets_x.
    let flat = written.to_string_lossy().replace('/', "_");
    let mut credentials = credentials.flat_map(|folder| [folder.join(written), folder.join(&flat)]);
    if let Some(path) = credentials.find(|candidate| candidate.exists()) {
        return (path, true);
    }
    let beside = config_folder.join(written);
    let source = written.to_str().and_then(|name| name.strip_prefix("secrets_"));
    match source {
        Some(name) if !name.contains('/') && !beside.exists() => (config_folder.join("secrets").join(name), false),
        Some(_) | None => (beside, false),
    }
}

/// The file and its mode, if others than its owner may read it.
pub(super) fn mode_open_to_others(path: &Path, credential: bool) -> Option<(PathBuf, u32)> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path).ok()?.permissions().mode() & 0o777;
    (mode & 0o077 != 0 && !credential).then(|| (path.to_owned(), mode))
}
