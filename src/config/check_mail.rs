//! The raw form and the checks of `[mail]`.

use super::check_inbox;
use super::form::Findings;
use super::key::did_you_mean;
use super::raw_mail::{RawMail, RawSmtp};
use super::shared::{self, Around, not_one_of, within};
use super::{Inbox, MailWay, MailingList, SmtpServer, SmtpTls};
use crate::wire::MailKind;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

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
    let is_known = raw.list_id.is_some() || !list.is_empty();
    let list_id = raw.list_id.unwrap_or_else(|| list.replacen('@', ".", 1));
    if is_known && list_id.is_empty()
        || list_id.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>'))
    {
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
            found.lacking(
                "mail",
                &["mail.smtp", "mail.sendmail"],
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
    shared::host("mail.smtp.host", &host, "smtp.example.org", found);
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
        .map(|written| shared::pem("mail.smtp.ca_file", &written, "authority", around, found));
    if ca_file.is_some() && tls == SmtpTls::Plain {
        found.problem(
            "mail.smtp.ca_file",
            "without TLS there is nothing to use this for",
            "Remove it, or remove plain = true",
        );
    }
    let password = shared::secret(
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
            found.lacking(
                "mail.smtp.account",
                &["password", "password_file", "password_env"].map(|key| format!("mail.smtp.{key}")),
                "the account's password is missing",
                "Add password_file = \"FILE\" or password_env = \"VARIABLE\"",
            );
            None
        }
        (None, Some(_)) => {
            found.lacking(
                "mail.smtp",
                &["mail.smtp.account"],
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
