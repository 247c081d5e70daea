//! The config as an operator sees it: the shipped example, secrets in real files, and every error word for word.

mod accounts;
mod bus;
mod example;
mod keys;
mod mail;
mod matrix;
mod mistakes;
mod noted;
mod reminders;
mod secrets;
mod sections;
mod sop;
mod syntax;
mod tracker;

use rfrbot::config::{Config, ConfigError, Surroundings};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

pub(crate) const EXAMPLE: &str = include_str!("../../config.example.toml");

/// What the example needs around it: its secrets and certificates.
pub(crate) fn around_the_example() -> (TempDir, Surroundings) {
    let folder = TempDir::new().expect("a folder");
    for file in [
        "list.address",
        "imap.password",
        "libera.password",
        "oftc.password",
        "lab.key",
        "matrix.password",
        "matrix.recovery",
        "smtp.password",
        "tracker.token",
        "webhook.secret",
    ] {
        write_private(&folder.path().join(file), &format!("content of {file}\n"));
    }
    // The text of any edition works here.
    let edition = rfrbot::sop::Edition::classic()
        .text()
        .replace("name = \"classic\"", "name = \"rfr-2027\"");
    fs::write(folder.path().join("rfr-2027.toml"), edition).expect("a file");
    let made = rcgen::generate_simple_self_signed(["lab".to_owned()]).expect("a certificate");
    for file in ["private-ca.pem", "rfrbot.crt", "bus-ca.pem", "rfrbot.bus.crt"] {
        write_private(&folder.path().join(file), &made.cert.pem());
    }
    for file in ["rfrbot.key", "rfrbot.bus.key"] {
        write_private(&folder.path().join(file), &made.signing_key.serialize_pem());
    }
    let surroundings = Surroundings::given([
        ("LAB_SERVER_PASSWORD", "lab server secret"),
        ("LAB_PASSWORD", "lab secret"),
        ("LAB_KEY", "lab-key"),
    ]);
    (folder, surroundings)
}

pub(crate) fn write_private(path: &Path, text: &str) {
    use std::os::unix::fs::PermissionsExt;
    fs::write(path, text).expect("a file");
    fs::set_permissions(path, fs::Permissions::from_mode(0o600)).expect("a mode");
}

pub(crate) fn load(text: &str) -> Result<Config, ConfigError> {
    Config::from_text_in(
        text,
        Path::new("rfrbot.toml"),
        &Surroundings::given([("HOME", "/home/bot")]),
    )
}

/// The whole message of a config that is refused.
pub(crate) fn refused(text: &str) -> String {
    load(text).expect_err("this config is refused").to_string()
}

pub(crate) fn notes(text: &str) -> Vec<String> {
    let config = load(text).expect("this config is good");
    config.notes.iter().map(ToString::to_string).collect()
}
