//! The checked form of `[mail.inbox]`.

use crate::config::irc::Tls;
use crate::config::secret::Secret;
use std::path::PathBuf;
use std::time::Duration;

/// Where the list's mails are read, and what they may do on their own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbox {
    /// Where they come from.
    pub source: MailSource,
    /// Does a line that starts with `Question:` open a question at once? Otherwise it is only offered in the channel.
    pub open_questions: bool,
    /// What proves that the list sent a mail.
    pub proof: ListProof,
}

/// Where the list's mails come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MailSource {
    /// A folder into which this machine's mail system delivers.
    Maildir(PathBuf),
    /// A mailbox on a server.
    Imap(ImapMailbox),
}

/// A mailbox on an IMAP server (RFC 9051, and RFC 3501 before it).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImapMailbox {
    /// Host name of the server.
    pub host: String,
    /// TCP port.
    pub port: u16,
    /// How the connection is secured, from its first byte.
    pub tls: Tls,
    /// The account there.
    pub account: String,
    /// Its password.
    pub password: Secret,
    /// The folder into which the list's mails are sorted.
    pub folder: String,
    /// Time limit for the connection, and again for TLS.
    pub connect_timeout: Duration,
    /// First and longest pause before reconnecting.
    pub reconnect_wait: (Duration, Duration),
}

/// What the config accepts as proof that a mail came from the list, since anybody can write a List-Id. All that are set
/// must hold; if none is set, nothing is proven.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListProof {
    /// The domain of the envelope sender, which the delivering machine writes to Return-Path.
    pub return_path: Option<String>,
    /// The secret address under which the bot is subscribed to the list.
    pub delivered_to: Option<Secret>,
    /// The name that our mail server puts into the Authentication-Results it writes (RFC 8601, section 2.5).
    pub authserv_id: Option<String>,
}

impl ListProof {
    /// Is no proof configured?
    pub fn is_empty(&self) -> bool {
        let Self {
            return_path,
            delivered_to,
            authserv_id,
        } = self;
        return_path.is_none() && delivered_to.is_none() && authserv_id.is_none()
    }
}

impl Inbox {
    /// The section's effect on a run.
    pub(in crate::config) fn describe(&self) -> String {
        let place = match &self.source {
            MailSource::Maildir(folder) => format!("the Maildir {}", folder.display()),
            MailSource::Imap(mailbox) => {
                let protection = match &mailbox.tls {
                    Tls::Checked { ca_file: None, .. } => "with TLS".to_owned(),
                    Tls::Checked {
                        ca_file: Some(path), ..
                    } => format!("with TLS (authorities: the system's and {})", path.display()),
                    Tls::Plain => "WITHOUT TLS".to_owned(),
                };
                format!(
                    "the folder {:?} of {} at {}:{} {protection}",
                    mailbox.folder, mailbox.account, mailbox.host, mailbox.port
                )
            }
        };
        let questions = if self.open_questions {
            "open a question at once"
        } else {
            "are offered as questions in the channel"
        };
        let ListProof {
            return_path,
            delivered_to,
            authserv_id,
        } = &self.proof;
        let mut proofs = Vec::new();
        proofs.extend(return_path.iter().map(|domain| format!("a Return-Path at {domain}")));
        proofs.extend(
            delivered_to
                .iter()
                .map(|_| "the address that it was delivered to".to_owned()),
        );
        proofs.extend(
            authserv_id
                .iter()
                .map(|id| format!("the Authentication-Results of {id}")),
        );
        let proof = if proofs.is_empty() {
            "NOTHING proves that the list sent a mail (proof = { … }), so that none counts as its discussion".to_owned()
        } else {
            format!("that the list sent a mail is proven by {}", proofs.join(" and "))
        };
        format!(
            "[mail.inbox] reads the list's mails from {place}; lines that begin with `Question:` {questions}; {proof}."
        )
    }
}
