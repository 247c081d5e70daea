//! Mailman 3 from `PyPI`: created, started and stopped.

use crate::postfix::Ports;
use crate::running::process::Process;
use crate::servers::ports::loopback;
use crate::waiting::holds_in_time;
use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a list does with the author of a post.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Authors {
    /// Leaves it unchanged.
    Kept,
    /// Replaces the author by the list, as DMARC forces lists to do.
    Munged,
}

/// The runners that a list does not need to receive and send posts; they would only cost memory.
const NOT_NEEDED: [&str; 7] = ["bounces", "command", "digest", "nntp", "rest", "retry", "task"];

/// A program in Mailman's venv.
fn program(name: &str) -> PathBuf {
    let venv = std::env::var_os("RFRBOT_MAIL_VENV").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("target/mail-venv"),
        PathBuf::from,
    );
    let program = venv.join("bin").join(name);
    assert!(
        program.exists(),
        "{} is missing; `tests/run mail` makes it",
        program.display()
    );
    program
}

fn config_file(folder: &Path) -> PathBuf {
    folder.join("mailman.cfg")
}

/// Creates a fresh one with the list and its members.
pub(crate) fn make(folder: &Path, ports: Ports, authors: Authors) {
    let off = NOT_NEEDED
        .map(|runner| format!("[runner.{runner}]\nstart: no\n"))
        .concat();
    let config = format!(
        "[mailman]\nlayout: rfrbot\nsite_owner: owner@example.org\n[paths.rfrbot]\nvar_dir: {at}/mailman\n\
         [mta]\nincoming: mailman.mta.null.NullMTA\noutgoing: mailman.mta.deliver.deliver\n\
         smtp_host: 127.0.0.1\nsmtp_port: {plain}\nlmtp_host: 127.0.0.1\nlmtp_port: {lmtp}\n{off}",
        at = folder.display(),
        plain = ports.plain,
        lmtp = ports.lmtp,
    );
    fs::write(config_file(folder), config).expect("writing Mailman's config");
    let mut command = Command::new(program("python"));
    command
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mail/make_list.py"))
        .arg(config_file(folder))
        .current_dir(folder);
    if authors == Authors::Munged {
        command.arg("munging");
    }
    let made = command.output().expect("running Mailman's Python");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

/// Starts it, and waits until it accepts mail.
pub(crate) fn start(folder: &Path, ports: Ports, log: &str) -> Process {
    let mut command = Command::new(program("master"));
    command.arg("-C").arg(config_file(folder)).current_dir(folder);
    let mut mailman = Process::start_group(&mut command, folder, log);
    let up = holds_in_time(|| !mailman.is_running() || TcpStream::connect(loopback(ports.lmtp)).is_ok());
    assert!(
        up && mailman.is_running(),
        "Mailman did not start:\n{}{}",
        mailman.output(),
        journal(folder)
    );
    mailman
}

/// What it has logged about the list so far: posts that it passed, held, rejected or dropped.
pub(crate) fn journal(folder: &Path) -> String {
    fs::read_to_string(folder.join("mailman/logs/mailman.log")).unwrap_or_default()
}
