//! The checked form of the `[mail]` section: sending to the mailing list.

use crate::config::secret::Secret;
use crate::config::spoken::in_words;
use crate::wire::MailKind;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

/// The mailing list and how mails get there, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailingList {
    /// The name in the From header.
    pub from_name: String,
    /// The address in the From header and the envelope; it must be subscribed to the list.
    pub from: String,
    /// Where replies to the author go; without it, where the list's settings send them.
    pub reply_to: Option<String>,
    /// The list's address.
    pub list: String,
    /// The list's id (RFC 2919), by which its mails are recognised.
    pub list_id: String,
    /// Base URL of the list's archive, without a trailing slash.
    pub archive: String,
    /// How mails leave this machine.
    pub way: MailWay,
    /// How long to wait for a mail's own copy when the server's answer was lost.
    pub own_copy_wait: Duration,
    /// The list's subject prefix, without brackets.
    pub subject_prefix: String,
    /// Kinds of mail that are sent automatically.
    pub send: BTreeSet<MailKind>,
}

/// How mails leave this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailWay {
    /// By SMTP.
    Smtp(SmtpServer),
    /// By a sendmail-compatible program.
    Sendmail(PathBuf),
}

/// A server that takes mails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmtpServer {
    /// Its name; its certificate must match it.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is secured.
    pub tls: SmtpTls,
    /// PEM file of a private certificate authority, in addition to the system's.
    pub ca_file: Option<PathBuf>,
    /// Account and password, if it requires them.
    pub login: Option<(String, Secret)>,
    /// Time limit for each step.
    pub timeout: Duration,
}

/// How an SMTP connection is secured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SmtpTls {
    /// By STARTTLS; nothing is sent without it (RFC 3207).
    #[default]
    StartTls,
    /// By TLS from the first byte (RFC 8314).
    Implicit,
    /// Unencrypted, because the config says so explicitly.
    Plain,
}

impl MailingList {
    /// The section's effect on a run, and what would go unnoticed if it were wrong.
    pub(in crate::config) fn describe(&self) -> Vec<String> {
        let way = match &self.way {
            MailWay::Sendmail(program) => format!("by {}", program.display()),
            MailWay::Smtp(server) => {
                let protection = match server.tls {
                    SmtpTls::StartTls => "with STARTTLS, the certificate is checked",
                    SmtpTls::Implicit => "with TLS, the certificate is checked",
                    SmtpTls::Plain => "WITHOUT TLS: everything crosses the network readable",
                };
                let login = match &server.login {
                    Some((account, _)) => format!("logging in as {account}"),
                    None => "without a login".to_owned(),
                };
                format!("by {}:{} {protection}, {login}", server.host, server.port)
            }
        };
        vec![
            format!(
                "[mail] mails to {} as {} <{}>, {way}; if an answer of the server gets lost, it waits {} for its own copy.",
                self.list,
                self.from_name,
                self.from,
                in_words(self.own_copy_wait)
            ),
            format!(
                "[mail] {} must be a member of {} as written (it is both the envelope's and the header's From): what \
                 somebody else sends is held without a word. `rfrbot mail test` sends one and says what to look for.",
                self.from, self.list
            ),
        ]
    }
}
