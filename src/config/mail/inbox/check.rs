//! The checks of `[mail.inbox]`.

use super::mailbox::{ImapMailbox, Inbox, ListProof, MailSource};
use super::rows::{ImapRows, InboxRows, ProofRows};
use crate::config::irc::Tls;
use crate::config::judge::{Judge, Pem, is_this_machine};
use crate::config::rows::Number;
use std::path::PathBuf;

const TLS_PORT: u16 = 993;
const PLAIN_PORT: u16 = 143;

/// `None` only if a problem was reported.
pub(in crate::config) fn inbox(raw: InboxRows, judge: &mut Judge<'_, '_>) -> Option<Inbox> {
    let source = match (raw.maildir, raw.imap) {
        (Some(maildir), None) => MailSource::Maildir(maildir_folder(&maildir.0, judge)),
        (None, Some(mailbox)) => MailSource::Imap(imap(mailbox, &mut judge.within("imap"))?),
        (Some(_), Some(_)) => {
            judge.problem(
                "maildir",
                "maildir and imap are given, and mails are read from one place only",
                "Keep one of them",
            );
            return None;
        }
        (None, None) => {
            judge.lacking(
                "",
                &["maildir", "imap"],
                "it is not said where the list's mails are read",
                "Add maildir = \"FOLDER\" or imap = { host = \"…\", account = \"…\", password_file = \"FILE\" }, or \
                 remove the section",
            );
            return None;
        }
    };
    Some(Inbox {
        proof: raw
            .proof
            .map(|raw| proof(raw, &mut judge.within("proof")))
            .unwrap_or_default(),
        source,
        open_questions: raw.open_questions,
    })
}

fn proof(raw: ProofRows, judge: &mut Judge<'_, '_>) -> ListProof {
    let hosts = [
        ("return_path", &raw.return_path, "lists.example.org"),
        ("authserv_id", &raw.authserv_id, "mx.example.org"),
    ];
    for (key, written, example) in hosts {
        let Some(written) = written else { continue };
        let is_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
        if written.is_empty() || !written.chars().all(is_host) {
            judge.problem(
                key,
                format!("{written:?} is not the name of a host or a domain"),
                format!("Give the name alone, such as {key} = {example:?}"),
            );
        }
    }
    let proof = ListProof {
        return_path: raw.return_path,
        delivered_to: judge.secret("delivered_to", raw.delivered_to),
        authserv_id: raw.authserv_id,
    };
    if proof.is_empty() {
        judge.lacking(
            "",
            &["return_path", "delivered_to_file", "delivered_to_env", "authserv_id"],
            "it names nothing that proves anything",
            "Add return_path = \"DOMAIN\", delivered_to_file = \"FILE\" or authserv_id = \"HOST\", or remove the key",
        );
    }
    proof
}

fn maildir_folder(written: &str, judge: &mut Judge<'_, '_>) -> PathBuf {
    let folder = judge.around.folder.join(written);
    for sub in ["new", "cur"] {
        if let Err(cause) = std::fs::read_dir(folder.join(sub)) {
            judge.problem(
                "maildir",
                format!("{} is no Maildir that can be read: {sub} ({cause})", folder.display()),
                "Name the folder that holds new, cur and tmp, and let the bot's user read and write it. Relative names \
                 count from the folder of the config file",
            );
            break;
        }
    }
    folder
}

fn imap(raw: ImapRows, judge: &mut Judge<'_, '_>) -> Option<ImapMailbox> {
    let host = judge.host(raw.host, "imap.example.org");
    judge.says_plain(raw.tls, raw.plain);
    let ca_file = judge.for_tls("ca_file", raw.ca_file, raw.plain);
    let tls = if raw.plain {
        Tls::Plain
    } else {
        Tls::Checked {
            ca_file: judge.pem("ca_file", ca_file, Pem::Authority),
            client_cert: None,
        }
    };
    let port = raw
        .port
        .map_or(if raw.plain { PLAIN_PORT } else { TLS_PORT }, Number::to);
    if port == PLAIN_PORT && tls != Tls::Plain {
        judge.note(
            "port",
            "143 is the port for STARTTLS, which is not used here: TLS begins with the first byte",
            "Use port = 993",
        );
    }
    let account = raw.account.unwrap_or_default();
    one_line(
        "account",
        &account,
        "Write the name with which the mailbox's owner logs in",
        judge,
    );
    let as_it_is = "Write the folder's name as the server has it; without this key it is \"INBOX\"";
    one_line("folder", &raw.folder, as_it_is, judge);
    let reconnect_wait = judge.wait("reconnect_seconds", &raw.reconnect_seconds);
    let password = judge.password(raw.password);
    if tls == Tls::Plain && !is_this_machine(&host) {
        judge.note(
            "",
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
        folder: raw.folder,
        connect_timeout: raw.connect_timeout_seconds.seconds(),
        reconnect_wait,
    })
}

fn one_line(name: &str, written: &str, fix: &str, judge: &mut Judge<'_, '_>) {
    if written.is_empty() || written.len() > 200 || written.contains(char::is_control) {
        judge.problem(
            name,
            format!("expected one line that is not empty, found {written:?}"),
            fix,
        );
    }
}
