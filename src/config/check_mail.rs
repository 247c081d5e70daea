//! The raw form and the checks of `[mail]`.

use super::check::{self, Around, not_one_of, within};
use super::check_inbox::{self, RawInbox};
use super::check_irc;
use super::form::{Findings, did_you_mean};
use super::keys::{Key, Takes, key};
use super::{Inbox, MailWay, MailingList, SmtpServer, SmtpTls};
use crate::wire::MailKind;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

/// Its keys.
pub(super) const KEYS: &[Key] = &[
    key(
        "from",
        Takes::Text,
        "The bot's address, which must be a member of the list.",
        "needed",
    ),
    key("from_name", Takes::Text, "The name beside it.", "\"rfrbot\""),
    key(
        "reply_to",
        Takes::Text,
        "Where answers to the author alone go.",
        "where the list sends them",
    ),
    key("list", Takes::Text, "The list's address.", "needed"),
    key(
        "list_id",
        Takes::Text,
        "The list's id, as List-Id: shows it.",
        "the address with a dot for the @",
    ),
    key(
        "archive",
        Takes::Text,
        "The address of the list's archive up to /list/.",
        "needed",
    ),
    key(
        "smtp",
        Takes::Table(SMTP),
        "The server that takes the bot's mails.",
        "needed without sendmail",
    ),
    key(
        "sendmail",
        Takes::Path,
        "A local program that takes them, in place of smtp.",
        "none",
    ),
    key(
        "own_copy_wait_minutes",
        Takes::Whole,
        "Minutes to wait for the own copy of a mail of which nobody knows whether the server took it.",
        "15",
    ),
    key(
        "subject_prefix",
        Takes::Text,
        "What the list puts before subjects, without brackets; it may be empty.",
        "the list's name with a capital",
    ),
    key(
        "send",
        Takes::Texts,
        "Which mails are sent by themselves.",
        "all of them",
    ),
    key(
        "inbox",
        Takes::Table(check_inbox::KEYS),
        "Where the bot reads the list's mails.",
        "nowhere",
    ),
];

const SMTP: &[Key] = &[
    key("host", Takes::Text, "The server's name.", "needed"),
    key("port", Takes::Whole, "The server's port.", "587, 465 or 25, by tls"),
    key(
        "tls",
        Takes::Text,
        "\"starttls\", or \"tls\" from the first byte.",
        "\"starttls\"",
    ),
    key("plain", Takes::Flag, "true goes without TLS.", "false"),
    key(
        "ca_file",
        Takes::Path,
        "PEM file of a private authority, in addition to the system's.",
        "none",
    ),
    key(
        "account",
        Takes::Text,
        "The account, where the server wants a login.",
        "none",
    ),
    key("password_file", Takes::Path, "File with its password.", "none"),
    key("password_env", Takes::Text, "Environment variable with it.", "none"),
    key("password", Takes::Secret, "", ""),
    key(
        "timeout_seconds",
        Takes::Whole,
        "Seconds that each step may take.",
        "60",
    ),
];

/// `[mail]`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct RawMail {
    from: Option<String>,
    from_name: Option<String>,
    reply_to: Option<String>,
    list: Option<String>,
    list_id: Option<String>,
    archive: Option<String>,
    smtp: Option<RawSmtp>,
    sendmail: Option<String>,
    own_copy_wait_minutes: Option<i64>,
    subject_prefix: Option<String>,
    send: Option<Vec<String>>,
    pub(super) inbox: Option<RawInbox>,
}

/// `smtp = { … }`
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct RawSmtp {
    host: Option<String>,
    port: Option<i64>,
    tls: Option<String>,
    plain: Option<bool>,
    ca_file: Option<String>,
    account: Option<String>,
    password_file: Option<String>,
    password_env: Option<String>,
    timeout_seconds: Option<i64>,
}

/// The way out, and the inbox: what the section speaks of.
pub(super) fn section(
    mut raw: RawMail,
    around: &Around<'_>,
    found: &mut Findings<'_>,
) -> (Option<MailingList>, Option<Inbox>) {
    let inbox = raw.inbox.take();
    // The inbox recognises the list's mails by what is said of the list here.
    let list = list(raw, around, found);
    (
        Some(list),
        inbox.and_then(|inbox| check_inbox::inbox(inbox, around, found)),
    )
}

fn list(raw: RawMail, around: &Around<'_>, found: &mut Findings<'_>) -> MailingList {
    let from = needed_address("mail.from", raw.from, "rfrbot@example.org", found);
    let list = needed_address("mail.list", raw.list, "infrastructure@lists.example.org", found);
    let reply_to = raw.reply_to.inspect(|address| {
        if !is_address(address) {
            not_an_address("mail.reply_to", address, found);
        }
    });
    let from_name = raw.from_name.unwrap_or_else(|| "rfrbot".to_owned());
    if from_name.len() > 100 || from_name.contains(char::is_control) {
        found.problem(
            "mail.from_name",
            "expected one line of at most 100 bytes",
            "Use a short name",
        );
    }
    // What lists take for their id is their address with a dot for the @ (RFC 2919).
    let list_id = raw.list_id.unwrap_or_else(|| list.replacen('@', ".", 1));
    if list_id.is_empty() || list_id.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>')) {
        found.problem(
            "mail.list_id",
            format!("{list_id:?} is not the id of a list"),
            "Copy what stands in angle brackets behind List-Id: in any mail of the list",
        );
    }
    let archive = raw.archive.unwrap_or_default();
    if !(archive.starts_with("https://") || archive.starts_with("http://"))
        || archive.contains(|c: char| c.is_whitespace() || c.is_control())
    {
        found.problem(
            "mail.archive",
            format!("{archive:?} is not a web address"),
            "Give the address of the archive up to /list/, such as \"https://lists.fedoraproject.org/archives\"",
        );
    }
    if let Some((before, _)) = archive.split_once("/list/").filter(|_| archive.contains("://")) {
        found.problem(
            "mail.archive",
            "the address goes on behind the archive, expected it up to /list/",
            format!("Write archive = {before:?}"),
        );
    }
    let way = way(raw.smtp, raw.sendmail, around, found);
    // Mailman puts the name of the list there until somebody changes it.
    let subject_prefix = raw.subject_prefix.unwrap_or_else(|| {
        let name = list.split('@').next().unwrap_or_default();
        name.chars()
            .take(1)
            .flat_map(char::to_uppercase)
            .chain(name.chars().skip(1))
            .collect()
    });
    let send = kinds(raw.send, found);
    let minutes = within(
        found,
        "mail.own_copy_wait_minutes",
        raw.own_copy_wait_minutes,
        15,
        1,
        24 * 60,
    );
    MailingList {
        from_name,
        from,
        reply_to,
        list,
        list_id,
        archive: archive.trim_end_matches('/').to_owned(),
        way,
        own_copy_wait: Duration::from_secs(minutes * 60),
        subject_prefix,
        send,
    }
}

/// What is mailed: everything, unless the config chooses.
fn kinds(written: Option<Vec<String>>, found: &mut Findings<'_>) -> BTreeSet<MailKind> {
    let Some(written) = written else {
        return MailKind::ALL.into();
    };
    let mut kinds = BTreeSet::new();
    for (index, name) in written.iter().enumerate() {
        if let Some(kind) = MailKind::from_name(name) {
            kinds.insert(kind);
            continue;
        }
        let names = MailKind::ALL.map(MailKind::name);
        let fix = did_you_mean(name, names).map_or_else(
            || format!("Use any of {}", names.join(", ")),
            |near| format!("Did you mean {near}?"),
        );
        found.problem(
            &format!("mail.send[{index}]"),
            format!("there is no mail of the kind {name:?}"),
            fix,
        );
    }
    kinds
}

fn way(raw: Option<RawSmtp>, sendmail: Option<String>, around: &Around<'_>, found: &mut Findings<'_>) -> MailWay {
    match (raw, sendmail) {
        (Some(raw), None) => MailWay::Smtp(smtp(raw, around, found)),
        (None, Some(program)) => {
            let path = around.folder.join(program);
            if !path.is_file() {
                found.problem(
                    "mail.sendmail",
                    format!("there is no program {}", path.display()),
                    "Give the full path, such as sendmail = \"/usr/sbin/sendmail\"",
                );
            }
            MailWay::Sendmail(path)
        }
        (Some(_), Some(program)) => {
            found.problem(
                "mail.sendmail",
                "smtp and sendmail exclude each other",
                "Keep one of them",
            );
            MailWay::Sendmail(PathBuf::from(program))
        }
        (None, None) => {
            found.problem(
                "mail",
                "it is not said how mails leave this machine",
                "Add smtp = { host = \"SERVER\", account = \"NAME\", password_file = \"FILE\" } or \
                 sendmail = \"/usr/sbin/sendmail\"",
            );
            MailWay::Sendmail(PathBuf::new())
        }
    }
}

fn smtp(raw: RawSmtp, around: &Around<'_>, found: &mut Findings<'_>) -> SmtpServer {
    let host = raw.host.unwrap_or_default();
    check::host("mail.smtp.host", &host, "smtp.example.org", found);
    let tls = match (raw.tls.as_deref(), raw.plain.unwrap_or(false)) {
        (None | Some("starttls"), false) => SmtpTls::StartTls,
        (Some("tls"), false) => SmtpTls::Implicit,
        (None, true) => SmtpTls::Plain,
        (Some(_), true) => {
            found.problem(
                "mail.smtp.plain",
                "tls and plain = true contradict each other",
                "Remove one of them",
            );
            SmtpTls::StartTls
        }
        (Some(word), false) => {
            not_one_of(found, "mail.smtp.tls", word, &["starttls", "tls"]);
            SmtpTls::StartTls
        }
    };
    let default_port = match tls {
        SmtpTls::StartTls => 587,
        SmtpTls::Implicit => 465,
        SmtpTls::Plain => 25,
    };
    let port = within(found, "mail.smtp.port", raw.port, default_port, 1, u16::MAX.into());
    let ca_file = raw
        .ca_file
        .map(|written| check::pem("mail.smtp.ca_file", &written, "authority", around, found));
    if ca_file.is_some() && tls == SmtpTls::Plain {
        found.problem(
            "mail.smtp.ca_file",
            "without TLS there is nothing to use this for",
            "Remove it, or remove plain = true",
        );
    }
    let password = check_irc::secret(
        "mail.smtp",
        "password",
        raw.password_file,
        raw.password_env,
        around,
        found,
    );
    let login = match (raw.account, password) {
        (Some(account), Some(password)) => Some((account, password)),
        (Some(_), None) => {
            found.problem(
                "mail.smtp.account",
                "the account's password is missing",
                "Add password_file = \"FILE\" or password_env = \"VARIABLE\"",
            );
            None
        }
        (None, Some(_)) => {
            found.problem(
                "mail.smtp",
                "the password's account is missing",
                "Add account = \"NAME\"",
            );
            None
        }
        (None, None) => None,
    };
    if login.is_some() && tls == SmtpTls::Plain {
        found.note(
            "mail.smtp",
            "the password crosses the network readable, because the connection has no TLS",
            "Remove plain = true unless the server is on this machine",
        );
    }
    SmtpServer {
        host,
        port: u16::try_from(port).unwrap_or(25),
        tls,
        ca_file,
        login,
        timeout: Duration::from_secs(within(
            found,
            "mail.smtp.timeout_seconds",
            raw.timeout_seconds,
            60,
            1,
            3600,
        )),
    }
}

fn needed_address(key: &str, written: Option<String>, example: &str, found: &mut Findings<'_>) -> String {
    let address = written.unwrap_or_default();
    if address.is_empty() {
        let name = key.rsplit('.').next().unwrap_or(key);
        found.problem(
            key,
            "this address is needed",
            format!("Write, for example: {name} = {example:?}"),
        );
    } else if !is_address(&address) {
        not_an_address(key, &address, found);
    }
    address
}

fn not_an_address(key: &str, written: &str, found: &mut Findings<'_>) {
    found.problem(
        key,
        format!("{written:?} is not a mail address"),
        "Write the address alone, without a name and without angle brackets",
    );
}

/// An address that every server takes: ASCII, one @, no quotes.
fn is_address(address: &str) -> bool {
    address.is_ascii() && address.len() <= 254 && address.parse::<lettre::Address>().is_ok() && !address.contains('"')
}
