//! What the checks of several sections share: position in the file, hosts, PEM files, pauses and secrets.

use super::form::Findings;
use super::rows::did_you_mean;
use super::rows::{FilePath, SecretPlace, last};
use super::secret::{self, Secret};
use super::surroundings::Surroundings;
use crate::people::{SECURITY_OFFICER, SYSADMIN_MAIN, SYSADMIN_RELENG};
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tokio_rustls::rustls::RootCertStore;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// The groups that the bot's rules refer to.
pub(super) const KNOWN_GROUPS: [&str; 3] = [SYSADMIN_MAIN, SECURITY_OFFICER, SYSADMIN_RELENG];

/// What helps where a group is named that no rule of the bot asks for.
pub(super) fn unknown_group(group: &str) -> Option<String> {
    (!KNOWN_GROUPS.contains(&group))
        .then(|| did_you_mean(group, KNOWN_GROUPS).map_or_else(String::new, |near| format!("Did you mean {near}?")))
}

/// What every check may need.
pub(super) struct Around<'a> {
    /// The base folder of relative paths.
    pub(super) folder: &'a Path,
    pub(super) surroundings: &'a Surroundings,
}

/// Is it a valid name for a network or the bot: a word that needs no quotes anywhere?
pub(super) fn is_simple_word(word: &str) -> bool {
    !word.is_empty() && word.len() <= 30 && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

/// Does it start like a web address, and contain only characters allowed in one?
pub(super) fn is_web_address(address: &str) -> bool {
    (address.starts_with("https://") || address.starts_with("http://"))
        && !address.contains(|c: char| c.is_whitespace() || c.is_control())
}

pub(super) fn is_matrix_id(id: &str) -> bool {
    id.len() <= 255
        && !id.contains(|c: char| c.is_whitespace() || c.is_control())
        && id
            .strip_prefix('@')
            .and_then(|rest| rest.split_once(':'))
            .is_some_and(|(user, server)| !user.is_empty() && !server.is_empty())
}

/// Is the host of a web address this machine?
pub(super) fn is_loopback(rest: &str) -> bool {
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = match host.strip_prefix('[').and_then(|inner| inner.split_once(']')) {
        Some((address, _)) => address,
        None => host.split(':').next().unwrap_or_default(),
    };
    is_this_machine(name)
}

/// Does a connection to this host stay on this machine?
pub(super) fn is_this_machine(host: &str) -> bool {
    let address: Option<IpAddr> = host.parse().ok();
    address.map_or(host.eq_ignore_ascii_case("localhost"), |address| address.is_loopback())
}

/// What a PEM file must contain.
#[derive(Clone, Copy)]
pub(super) enum Pem {
    /// A certificate.
    Certificate,
    /// Certificate authorities.
    Authority,
    /// A private key.
    Key,
}

/// A section being checked; reports mistakes under its keys.
pub(super) struct Judge<'a, 'f> {
    key: String,
    pub(super) around: &'a Around<'a>,
    pub(super) found: &'a mut Findings<'f>,
}

impl<'a, 'f> Judge<'a, 'f> {
    /// The section under that key.
    pub(super) fn new(key: impl Into<String>, around: &'a Around<'a>, found: &'a mut Findings<'f>) -> Self {
        let key = key.into();
        Self { key, around, found }
    }

    /// A table inside this one.
    pub(super) fn within(&mut self, name: &str) -> Judge<'_, 'f> {
        Judge::new(self.at(name), self.around, self.found)
    }

    /// The full path of a key in it; of the section itself if the name is empty.
    pub(super) fn at(&self, name: &str) -> String {
        if name.is_empty() {
            self.key.clone()
        } else {
            format!("{}.{name}", self.key)
        }
    }

    /// A mistake that stops the bot.
    pub(super) fn problem(&mut self, name: &str, what: impl Into<String>, fix: impl Into<String>) {
        self.found.problem(&self.at(name), what, fix);
    }

    /// A mistake caused by something missing under any of these keys.
    pub(super) fn lacking(&mut self, name: &str, needed: &[&str], what: impl Into<String>, fix: impl Into<String>) {
        let needed: Vec<String> = needed.iter().map(|needed| self.at(needed)).collect();
        self.found.lacking(&self.at(name), &needed, what, fix);
    }

    /// Something the operator should know.
    pub(super) fn note(&mut self, name: &str, what: impl Into<String>, fix: impl Into<String>) {
        self.found.note(&self.at(name), what, fix);
    }

    /// The host name or address under the key host: without scheme, port or path.
    pub(super) fn host(&mut self, host: Option<String>, example: &str) -> String {
        let host = host.unwrap_or_default();
        let name = |host: &str| {
            let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
            !host.is_empty() && host.len() <= 253 && host.chars().all(is_letter)
        };
        if name(&host) || host.parse::<IpAddr>().is_ok() {
            return host;
        }
        let without_scheme = host.split_once("://").map_or(host.as_str(), |(_, behind)| behind);
        let alone = without_scheme.trim_matches(['[', '/']).replacen("]:", ":", 1);
        let port = alone
            .rsplit_once(':')
            .filter(|(server, port)| (name(server) || server.parse::<IpAddr>().is_ok()) && port.parse::<u16>().is_ok());
        let (what, fix) = match port {
            Some((server, port)) => (
                format!("{host:?} holds a port, expected the server's name alone"),
                format!("Write host = {server:?} and port = {port}"),
            ),
            None if host.is_empty() => (
                "it is not said which server".to_owned(),
                format!("Add the server's name, such as host = {example:?}"),
            ),
            None => (
                format!("{host:?} is not a host name"),
                format!(
                    "Give the server's name alone, without irc:// and without the port, such as host = {example:?}"
                ),
            ),
        };
        self.problem("host", what, fix);
        host
    }

    /// The full path of a PEM file, which must contain `what`.
    pub(super) fn pem(&mut self, name: &str, written: Option<FilePath>, what: Pem) -> Option<PathBuf> {
        let (folder, surroundings) = (self.around.folder, self.around.surroundings);
        let (path, credential) = secret::locate(Path::new(&written?.0), folder, surroundings);
        if !surroundings.reads_secrets() {
            return Some(path);
        }
        let text = match secret::regular(&path).and_then(std::fs::read) {
            Ok(text) => text,
            Err(cause) => {
                self.problem(
                    name,
                    format!("the file {} cannot be read ({cause})", path.display()),
                    "Relative names count from the folder of the config file",
                );
                return Some(path);
            }
        };
        let certificates = || {
            let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&text).collect();
            read.ok().filter(|read| !read.is_empty())
        };
        let (is_there, lacks, begin) = match what {
            Pem::Certificate => (certificates().is_some(), "certificate", "CERTIFICATE"),
            Pem::Authority => {
                let mut roots = RootCertStore::empty();
                // Otherwise an invalid certificate would be noticed only when used.
                let good = certificates().is_some_and(|read| read.into_iter().all(|one| roots.add(one).is_ok()));
                (good, "certificate", "CERTIFICATE")
            }
            Pem::Key => {
                let good = PrivateKeyDer::from_pem_slice(&text).is_ok();
                (good, "private key without a passphrase", "PRIVATE KEY")
            }
        };
        if !is_there {
            let what = format!(
                "the file {} holds no {lacks} in PEM form that can be read",
                path.display()
            );
            let fix = format!("Name a file with a part that begins with -----BEGIN {begin}-----");
            self.problem(name, what, fix);
        }
        // Nobody else may read a key.
        if let (Pem::Key, Some(open)) = (what, secret::mode_open_to_others(&path, credential)) {
            self.note_mode(name, &open);
        }
        Some(path)
    }

    /// Running without TLS must be explicit.
    pub(super) fn says_plain(&mut self, tls: Option<bool>, plain: bool) {
        match (tls, plain) {
            (Some(true), true) => self.problem(
                "plain",
                "tls = true and plain = true contradict each other",
                "Remove one of them",
            ),
            (Some(false), false) => self.lacking(
                "tls",
                &["plain"],
                "going without TLS must be said in words",
                "Remove this line, or write plain = true in its place: everything, passwords too, then crosses the network \
                 readable",
            ),
            (Some(false) | None, true) | (Some(true) | None, false) => {}
        }
    }

    /// A file that only TLS needs; reported if there is no TLS, whatever it contains.
    pub(super) fn for_tls(&mut self, name: &str, file: Option<FilePath>, plain: bool) -> Option<FilePath> {
        if plain && file.is_some() {
            self.problem(
                name,
                "without TLS there is nothing to use this for",
                "Remove it, or remove plain = true",
            );
        }
        file.filter(|_| !plain)
    }

    /// First and longest pause before a retry.
    pub(super) fn wait(&mut self, name: &str, written: &[i64]) -> (Duration, Duration) {
        let (first, longest) = match *written {
            [first, longest] if first >= 1 && longest >= first && longest <= 86400 => (first, longest),
            _ => {
                self.problem(
                    name,
                    "expected the first and the longest wait in seconds, the first at least 1 and not longer than the \
                     second",
                    format!("Write, for example: {name} = [1, 300]"),
                );
                (1, 300)
            }
        };
        (
            Duration::from_secs(first.unsigned_abs()),
            Duration::from_secs(longest.unsigned_abs()),
        )
    }

    /// A secret, from the file or the variable that its two keys name.
    pub(super) fn secret(&mut self, name: &str, place: SecretPlace) -> Option<Secret> {
        let (folder, surroundings) = (self.around.folder, self.around.surroundings);
        let (name, read, fix) = match (place.file, place.variable) {
            (None, None) => return None,
            (Some(_), Some(_)) => {
                let what = format!("{}_file gives the same secret", last(name));
                self.problem(&format!("{name}_env"), what, "Keep one of them");
                return None;
            }
            (Some(file), None) => (
                format!("{name}_file"),
                secret::of_file(&file, folder, surroundings),
                "Write the secret alone into that file, readable only by the bot's user (chmod 600)",
            ),
            (None, Some(variable)) => (
                format!("{name}_env"),
                secret::of_variable(&variable, surroundings).map(|secret| (secret, None)),
                "Set the variable where the bot is started, or use a file instead",
            ),
        };
        let (secret, open) = match read {
            Ok(read) => read,
            Err(error) => {
                self.problem(&name, error.to_string(), fix);
                return None;
            }
        };
        if let Some(open) = &open {
            self.note_mode(&name, open);
        }
        if secret.reveal().trim() != secret.reveal() {
            self.note(
                &name,
                "the secret begins or ends with a blank, which counts as a part of it",
                "Remove the blank, unless the secret has it",
            );
        }
        Some(secret)
    }

    /// The password of a login that needs one.
    pub(super) fn password(&mut self, place: SecretPlace) -> Option<Secret> {
        if !place.is_given() {
            self.lacking(
                "",
                &["password", "password_file", "password_env"],
                "the password is missing",
                "Add password_file = \"FILE\" or password_env = \"VARIABLE\"",
            );
        }
        self.secret("password", place)
    }

    pub(super) fn note_mode(&mut self, name: &str, (path, mode): &(PathBuf, u32)) {
        let path = path.display();
        self.note(
            name,
            format!("{path} can be read by others than its owner (mode {mode:o})"),
            format!("Run: chmod 600 {path}"),
        );
    }
}
