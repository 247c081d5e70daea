//! What the checks of several sections share: hosts, PEM files, waits, secrets, numbers and words.

use super::form::Findings;
use super::key::did_you_mean;
use super::secret::{self, SecretSource};
use super::{Secret, Surroundings};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio_rustls::rustls::RootCertStore;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// What every check may ask for.
pub(super) struct Around<'a> {
    /// The folder from which relative paths count.
    pub(super) folder: &'a Path,
    pub(super) surroundings: &'a Surroundings,
}

/// Networks and the bot itself are named by words that need no quotes anywhere.
pub(super) fn is_simple_word(word: &str) -> bool {
    !word.is_empty() && word.len() <= 30 && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// The name or address of a server: without a scheme, a port or a path.
pub(super) fn host(key: &str, host: &str, example: &str, found: &mut Findings<'_>) {
    let name = |host: &str| {
        !host.is_empty()
            && host.len() <= 253
            && host
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_'))
    };
    if name(host) || host.parse::<std::net::IpAddr>().is_ok() {
        return;
    }
    let alone = host.trim_start_matches('[').replacen("]:", ":", 1);
    let port = alone
        .rsplit_once(':')
        .filter(|(server, port)| (name(server) || server.contains(':')) && port.parse::<u16>().is_ok());
    match port {
        Some((server, port)) => found.problem(
            key,
            format!("{host:?} holds a port, expected the server's name alone"),
            format!("Write host = {server:?} and port = {port}"),
        ),
        None if host.is_empty() => found.problem(
            key,
            "it is not said which server",
            format!("Add the server's name, such as host = {example:?}"),
        ),
        None => found.problem(
            key,
            format!("{host:?} is not a host name"),
            format!("Give the server's name alone, without irc:// and without the port, such as host = {example:?}"),
        ),
    }
}

/// Makes the whole path of a PEM file, in which something must be found.
pub(super) fn pem(key: &str, written: &str, what: &str, around: &Around<'_>, found: &mut Findings<'_>) -> PathBuf {
    let (path, _) = secret::locate(Path::new(written), around.folder, around.surroundings);
    if !around.surroundings.reads_secrets() {
        return path;
    }
    let text = match std::fs::read(&path) {
        Ok(text) => text,
        Err(cause) => {
            found.problem(
                key,
                format!("the file {} cannot be read ({cause})", path.display()),
                "Relative names count from the folder of the config file",
            );
            return path;
        }
    };
    let is_there = if what == "key" {
        PrivateKeyDer::from_pem_slice(&text).is_ok()
    } else {
        let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&text).collect();
        certificates.is_ok_and(|found| {
            let mut roots = RootCertStore::empty();
            // What is no certificate inside is not found before it is used.
            !found.is_empty() && (what != "authority" || found.into_iter().all(|one| roots.add(one).is_ok()))
        })
    };
    if !is_there {
        let (lacks, begin) = match what {
            "key" => ("private key without a passphrase", "PRIVATE KEY"),
            _ => ("certificate", "CERTIFICATE"),
        };
        found.problem(
            key,
            format!(
                "the file {} holds no {lacks} in PEM form that can be read",
                path.display()
            ),
            format!("Name a file with a part that begins with -----BEGIN {begin}-----"),
        );
    }
    path
}

/// A word that should have been one of a few.
pub(super) fn not_one_of(found: &mut Findings<'_>, key: &str, word: &str, known: &[&str]) {
    let quoted: Vec<String> = known.iter().map(|name| format!("{name:?}")).collect();
    let fix = match did_you_mean(word, known.iter().copied()) {
        Some(near) => format!("Did you mean {near:?}?"),
        None => "Write one of these words, in quotes".to_owned(),
    };
    found.problem(key, format!("expected {}, found {word:?}", quoted.join(" or ")), fix);
}

/// A number between two others, or its default.
pub(super) fn within(
    found: &mut Findings<'_>,
    key: &str,
    written: Option<i64>,
    default: u64,
    least: u64,
    most: u64,
) -> u64 {
    let Some(written) = written else { return default };
    match u64::try_from(written) {
        Ok(number) if (least..=most).contains(&number) => number,
        _ => {
            found.problem(
                key,
                format!("expected a whole number from {least} to {most}, found {written}"),
                format!("Without this key it is {default}"),
            );
            default
        }
    }
}

/// First and longest wait before something is tried again.
pub(super) fn wait(key: &str, written: Option<&[i64]>, found: &mut Findings<'_>) -> (Duration, Duration) {
    let (first, longest) = match written {
        None => (1, 300),
        Some(&[first, longest]) if first >= 1 && longest >= first && longest <= 86400 => (first, longest),
        Some(_) => {
            found.problem(
                key,
                "expected the first and the longest wait in seconds, the first at least 1 and not longer than the \
                 second",
                format!("Write, for example: {} = [1, 300]", last(key)),
            );
            (1, 300)
        }
    };
    (
        Duration::from_secs(first.unsigned_abs()),
        Duration::from_secs(longest.unsigned_abs()),
    )
}

/// A secret of a section, from the file or the variable that its two keys name.
pub(super) fn secret(
    section: &str,
    key: &str,
    file: Option<String>,
    variable: Option<String>,
    around: &Around<'_>,
    found: &mut Findings<'_>,
) -> Option<Secret> {
    let at = |key: &str| format!("{section}.{key}");
    let (key, source) = match (file, variable) {
        (None, None) => return None,
        (Some(_), Some(_)) => {
            found.problem(
                &at(&format!("{key}_env")),
                format!("{} gives the same secret", last(&format!("{key}_file"))),
                "Keep one of them",
            );
            return None;
        }
        (Some(file), None) => (format!("{key}_file"), SecretSource::File(PathBuf::from(file))),
        (None, Some(variable)) => (format!("{key}_env"), SecretSource::Variable(variable)),
    };
    match source.read(around.folder, around.surroundings) {
        Ok(read) => {
            if let Some(open) = &read.readable_by_others {
                note_mode(&at(&key), open, found);
            }
            if read.secret.reveal().trim() != read.secret.reveal() {
                found.note(
                    &at(&key),
                    "the secret begins or ends with a blank, which counts as a part of it",
                    "Remove the blank, unless the secret has it",
                );
            }
            Some(read.secret)
        }
        Err(error) => {
            let fix = match &source {
                SecretSource::File(_) => {
                    "Write the secret alone into that file, readable only by the bot's user (chmod 600)"
                }
                SecretSource::Variable(_) => "Set the variable where the bot is started, or use a file instead",
            };
            found.problem(&at(&key), error.to_string(), fix);
            None
        }
    }
}

pub(super) fn note_mode(key: &str, (path, mode): &(PathBuf, u32), found: &mut Findings<'_>) {
    found.note(
        key,
        format!(
            "{} can be read by others than its owner (mode {mode:o})",
            path.display()
        ),
        format!("Run: chmod 600 {}", path.display()),
    );
}

pub(super) fn last(key: &str) -> &str {
    key.rsplit('.').next().unwrap_or(key)
}
