//! The raw form and the checks of `[mail.inbox]`.

use super::ListProof;
use super::form::Findings;
use super::raw_mail::{RawImap, RawInbox, RawProof};
use super::shared::{self, Around, within};
use super::{ImapMailbox, Inbox, MailSource, Secret, Tls};
use std::path::PathBuf;
use std::time::Duration;

const TLS_PORT: u16 = 993;
const PLAIN_PORT: u16 = 143;

/// The section's name in messages.
const INBOX: &str = "mail.inbox";
const IMAP: &str = "mail.inbox.imap";
const PROOF: &str = "mail.inbox.proof";

/// `None` only where a problem was found.
pub(super) fn inbox(raw: RawInbox, around: &Around<'_>, found: &mut Findings<'_>) -> Option<Inbox> {
    let source = match (raw.maildir, raw.imap) {
        (Some(maildir), None) => MailSource::Maildir(maildir_folder(&maildir, around, found)),
        (None, Some(mailbox)) => MailSource::Imap(imap(mailbox, around, found)?),
        (Some(_), Some(_)) => {
            found.problem(
                &format!("{INBOX}.maildir"),
                "maildir and imap are given, and mails are read from one place only",
                "Keep one of them",
            );
            return None;
        }
        (None, None) => {
            found.lacking(
                INBOX,
                &[format!("{INBOX}.maildir"), format!("{INBOX}.imap")],
                "it is not said where the list's mails are read",
                "Add maildir = \"FOLDER\" or imap = { host = \"…\", account = \"…\", password_file = \"FILE\" }, or \
                 remove the section",
            );
            return None;
        }
    };
    Some(Inbox {
        proof: raw.proof.map(|raw| proof(raw, around, found)).unwrap_or_default(),
        source,
        open_questions: raw.open_questions.unwrap_or(false),
    })
}

fn proof(raw: RawProof, around: &Around<'_>, found: &mut Findings<'_>) -> ListProof {
    let mut host = |key: &str, written: Option<String>, example: &str| {
        let written = written?;
        let is_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
        if written.is_empty() || !written.chars().all(is_host) {
            found.problem(
                &format!("{PROOF}.{key}"),
                format!("{written:?} is not the name of a host or a domain"),
                format!("Give the name alone, such as {key} = {example:?}"),
            );
        }
        Some(written)
    };
    let return_path = host("return_path", raw.return_path, "lists.example.org");
    let authserv_id = host("authserv_id", raw.authserv_id, "mx.example.org");
    let delivered_to = shared::secret(
        PROOF,
        "delivered_to",
        raw.delivered_to_file,
        raw.delivered_to_env,
        around,
        found,
    );
    let proof = ListProof {
        return_path,
        delivered_to,
        authserv_id,
    };
    if proof.is_empty() {
        found.lacking(
            PROOF,
            &["return_path", "delivered_to_file", "delivered_to_env", "authserv_id"]
                .map(|key| format!("{PROOF}.{key}")),
            "it names nothing that proves anything",
            "Add return_path = \"DOMAIN\", delivered_to_file = \"FILE\" or authserv_id = \"HOST\", or remove the key",
        );
    }
    proof
}

fn maildir_folder(written: &str, around: &Around<'_>, found: &mut Findings<'_>) -> PathBuf {
    let folder = around.folder.join(written);
    for sub in ["new", "cur"] {
        if let Err(cause) = std::fs::read_dir(folder.join(sub)) {
            found.problem(
                &format!("{INBOX}.maildir"),
                format!("{} is no Maildir that can be read: {sub} ({cause})", folder.display()),
                "Name the folder that holds new, cur and tmp, and let the bot's user read and write it. Relative names \
                 count from the folder of the config file",
            );
            break;
        }
    }
    folder
}

fn imap(raw: RawImap, around: &Around<'_>, found: &mut Findings<'_>) -> Option<ImapMailbox> {
    let at = |key: &str| format!("{IMAP}.{key}");
    let host = raw.host.unwrap_or_default();
    shared::host(&at("host"), &host, "imap.example.org", found);
    let tls = protection(raw.tls, raw.plain, raw.ca_file, around, found);
    let default_port = if tls == Tls::Plain { PLAIN_PORT } else { TLS_PORT };
    let port = within(found, &at("port"), raw.port, default_port.into(), 1, u16::MAX.into());
    let port = u16::try_from(port).unwrap_or(default_port);
    if port == PLAIN_PORT && tls != Tls::Plain {
        found.note(
            &at("port"),
            "143 is the port for STARTTLS, which is not used here: TLS begins with the first byte",
            "Use port = 993",
        );
    }
    let account = one_line("account", raw.account, found);
    let folder = one_line("folder", Some(raw.folder.unwrap_or_else(|| "INBOX".to_owned())), found);
    let seconds = within(
        found,
        &at("connect_timeout_seconds"),
        raw.connect_timeout_seconds,
        30,
        1,
        3600,
    );
    let reconnect_wait = shared::wait(&at("reconnect_seconds"), raw.reconnect_seconds.as_deref(), found);
    if raw.password_file.is_none() && raw.password_env.is_none() {
        found.lacking(
            IMAP,
            &["password", "password_file", "password_env"].map(at),
            "the password is missing",
            "Add password_file = \"FILE\" or password_env = \"VARIABLE\"",
        );
    }
    let password: Option<Secret> = shared::secret(IMAP, "password", raw.password_file, raw.password_env, around, found);
    let local = matches!(host.as_str(), "localhost" | "127.0.0.1" | "::1");
    if tls == Tls::Plain && !local {
        found.note(
            IMAP,
            "the password crosses the network readable, because the connection has no TLS",
            "Remove plain = true",
        );
    }
    Some(ImapMailbox {
        host,
        port,
        tls,
        account,
        password: password?,
        folder,
        connect_timeout: Duration::from_secs(seconds),
        reconnect_wait,
    })
}

fn protection(
    tls: Option<bool>,
    plain: Option<bool>,
    ca_file: Option<String>,
    around: &Around<'_>,
    found: &mut Findings<'_>,
) -> Tls {
    let at = |key: &str| format!("{IMAP}.{key}");
    let plain = plain.unwrap_or(false);
    match (tls, plain) {
        (Some(true), true) => found.problem(
            &at("plain"),
            "tls = true and plain = true contradict each other",
            "Remove one of them",
        ),
        (Some(false), false) => found.lacking(
            &at("tls"),
            &[at("plain")],
            "going without TLS must be said in words",
            "Remove this key, or write plain = true in its place: everything, the password too, then crosses the \
             network readable",
        ),
        (Some(false) | None, true) | (Some(true) | None, false) => {}
    }
    if plain {
        if ca_file.is_some() {
            found.problem(
                &at("ca_file"),
                "without TLS there is nothing to use this for",
                "Remove it, or remove plain = true",
            );
        }
        return Tls::Plain;
    }
    let ca_file = ca_file.map(|written| shared::pem(&at("ca_file"), &written, "authority", around, found));
    Tls::Checked {
        ca_file,
        client_cert: None,
    }
}

fn one_line(name: &str, written: Option<String>, found: &mut Findings<'_>) -> String {
    let written = written.unwrap_or_default();
    if written.is_empty() || written.len() > 200 || written.contains(char::is_control) {
        found.problem(
            &format!("{IMAP}.{name}"),
            format!("expected one line that is not empty, found {written:?}"),
            match name {
                "account" => "Write the name with which the mailbox's owner logs in",
                _ => "Write the folder's name as the server has it; without this key it is \"INBOX\"",
            },
        );
    }
    written
}
