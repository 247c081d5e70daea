//! The checks of `[mail]`.

use super::inbox::{self, Inbox};
use super::list::{MailWay, MailingList, SmtpServer, SmtpTls};
use super::rows::{MailRows, SmtpRows};
use crate::config::judge::{Judge, Pem, is_web_address};
use crate::config::rows::{Chosen, FilePath, Number};
use crate::wire::MailKind;
use std::path::PathBuf;

/// Sending, and the inbox.
pub(in crate::config) fn section(mut raw: MailRows, judge: &mut Judge<'_, '_>) -> (MailingList, Option<Inbox>) {
    let inbox = raw.inbox.take();
    // The inbox recognises the list's mails by the list settings here.
    let list = list(raw, judge);
    (
        list,
        inbox.and_then(|inbox| inbox::inbox(inbox, &mut judge.within("inbox"))),
    )
}

fn list(raw: MailRows, judge: &mut Judge<'_, '_>) -> MailingList {
    let from = needed_address("from", raw.from, "rfrbot@example.org", judge);
    let list = needed_address("list", raw.list, "infrastructure@lists.example.org", judge);
    let reply_to = raw.reply_to.inspect(|address| {
        if !is_address(address) {
            not_an_address("reply_to", address, judge);
        }
    });
    let from_name = raw.from_name;
    if from_name.len() > 100 || from_name.contains(char::is_control) {
        judge.problem(
            "from_name",
            "expected one line of at most 100 bytes",
            "Use a short name",
        );
    }
    // By default a list's id is its address with a dot for the @ (RFC 2919).
    let is_known = raw.list_id.is_some() || !list.is_empty();
    let list_id = raw.list_id.unwrap_or_else(|| list.replacen('@', ".", 1));
    if is_known && list_id.is_empty()
        || list_id.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>'))
    {
        judge.problem(
            "list_id",
            format!("{list_id:?} is not the id of a list"),
            "Copy what stands in angle brackets behind List-Id: in any mail of the list",
        );
    }
    let archive = raw.archive.unwrap_or_default();
    if !is_web_address(&archive) {
        judge.problem(
            "archive",
            format!("{archive:?} is not a web address"),
            "Give the address of the archive up to /list/, such as \"https://lists.fedoraproject.org/archives\"",
        );
    }
    if let Some((before, _)) = archive.split_once("/list/").filter(|_| archive.contains("://")) {
        judge.problem(
            "archive",
            "the address goes on behind the archive, expected it up to /list/",
            format!("Write archive = {before:?}"),
        );
    }
    // By default Mailman uses the list's name as the prefix.
    let subject_prefix = raw.subject_prefix.unwrap_or_else(|| {
        let name = list.split('@').next().unwrap_or_default();
        name.chars()
            .take(1)
            .flat_map(char::to_uppercase)
            .chain(name.chars().skip(1))
            .collect()
    });
    // All kinds of mail are sent unless the config selects some.
    let send = match raw.send {
        None => MailKind::ALL.into(),
        Some(chosen) => chosen.into_iter().map(|Chosen(kind)| kind).collect(),
    };
    MailingList {
        from_name,
        from,
        reply_to,
        list,
        list_id,
        archive: archive.trim_end_matches('/').to_owned(),
        way: way(raw.smtp, raw.sendmail, judge),
        own_copy_wait: raw.own_copy_wait_minutes.minutes(),
        subject_prefix,
        send,
    }
}

fn way(raw: Option<SmtpRows>, sendmail: Option<FilePath>, judge: &mut Judge<'_, '_>) -> MailWay {
    match (raw, sendmail) {
        (Some(raw), None) => MailWay::Smtp(smtp(raw, &mut judge.within("smtp"))),
        (None, Some(FilePath(program))) => {
            let path = judge.around.folder.join(program);
            if !path.is_file() {
                judge.problem(
                    "sendmail",
                    format!("there is no program {}", path.display()),
                    "Give the full path, such as sendmail = \"/usr/sbin/sendmail\"",
                );
            }
            MailWay::Sendmail(path)
        }
        (Some(_), Some(FilePath(program))) => {
            judge.problem("sendmail", "smtp and sendmail exclude each other", "Keep one of them");
            MailWay::Sendmail(PathBuf::from(program))
        }
        (None, None) => {
            judge.lacking(
                "",
                &["smtp", "sendmail"],
                "it is not said how mails leave this machine",
                "Add smtp = { host = \"SERVER\", account = \"NAME\", password_file = \"FILE\" } or \
                 sendmail = \"/usr/sbin/sendmail\"",
            );
            MailWay::Sendmail(PathBuf::new())
        }
    }
}

fn smtp(raw: SmtpRows, judge: &mut Judge<'_, '_>) -> SmtpServer {
    let host = judge.host(raw.host, "smtp.example.org");
    let tls = match (raw.tls, raw.plain) {
        (None, false) => SmtpTls::StartTls,
        (Some(Chosen(tls)), false) => tls,
        (None, true) => SmtpTls::Plain,
        (Some(_), true) => {
            judge.problem(
                "plain",
                "tls and plain = true contradict each other",
                "Remove one of them",
            );
            SmtpTls::StartTls
        }
    };
    let usual_port = match tls {
        SmtpTls::StartTls => 587,
        SmtpTls::Implicit => 465,
        SmtpTls::Plain => 25,
    };
    let port = raw.port.map_or(usual_port, Number::to);
    let ca_file = judge.for_tls("ca_file", raw.ca_file, tls == SmtpTls::Plain);
    let ca_file = judge.pem("ca_file", ca_file, Pem::Authority);
    let login = match (raw.account, judge.secret("password", raw.password)) {
        (Some(account), Some(password)) => Some((account, password)),
        (Some(_), None) => {
            judge.lacking(
                "account",
                &["password", "password_file", "password_env"],
                "the account's password is missing",
                "Add password_file = \"FILE\" or password_env = \"VARIABLE\"",
            );
            None
        }
        (None, Some(_)) => {
            judge.lacking(
                "",
                &["account"],
                "the password's account is missing",
                "Add account = \"NAME\"",
            );
            None
        }
        (None, None) => None,
    };
    if login.is_some() && tls == SmtpTls::Plain {
        judge.note(
            "",
            "the password crosses the network readable, because the connection has no TLS",
            "Remove plain = true unless the server is on this machine",
        );
    }
    SmtpServer {
        host,
        port,
        tls,
        ca_file,
        login,
        timeout: raw.timeout_seconds.seconds(),
    }
}

fn needed_address(key: &str, written: Option<String>, example: &str, judge: &mut Judge<'_, '_>) -> String {
    let address = written.unwrap_or_default();
    if address.is_empty() {
        judge.problem(
            key,
            "this address is needed",
            format!("Write, for example: {key} = {example:?}"),
        );
    } else if !is_address(&address) {
        not_an_address(key, &address, judge);
    }
    address
}

fn not_an_address(key: &str, written: &str, judge: &mut Judge<'_, '_>) {
    judge.problem(
        key,
        format!("{written:?} is not a mail address"),
        "Write the address alone, without a name and without angle brackets",
    );
}

/// An address that every server accepts: ASCII, one @, no quotes.
fn is_address(address: &str) -> bool {
    address.is_ascii() && address.len() <= 254 && address.parse::<lettre::Address>().is_ok() && !address.contains('"')
}
