//! Mails of the list in both directions, their ids and kinds. A [`Mail`] is part of the commit that caused it, and is
//! owed until a server accepts it; a [`ListMail`] is what the inbox made of one mail of the list. Mail proves nobody's
//! identity.

use super::OutboxKey;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

/// The name of mail among networks: in outbox and incoming ids.
pub const MAIL_NETWORK: &str = "mail";

/// What a mail to the list is about. The config selects kinds by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MailKind {
    /// A new RFR; starts its thread.
    Request,
    /// It moved to another phase, or back.
    Phase,
    /// What was tested and decided in development; asks for comments.
    Report,
    /// It is available in staging; asks for comments.
    Staging,
    /// Only the sponsor's sign-off is missing.
    SignOff,
    /// A freeze break is asked for, or how that went.
    FreezeBreak,
    /// It was dropped or removed.
    Ended,
    /// Everything in progress.
    Summary,
    /// Something waits for somebody, and reminders in chat had no effect.
    Reminder,
}

impl MailKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Request,
        Self::Phase,
        Self::Report,
        Self::Staging,
        Self::SignOff,
        Self::FreezeBreak,
        Self::Ended,
        Self::Summary,
        Self::Reminder,
    ];

    /// Its name in the config.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Phase => "phase",
            Self::Report => "report",
            Self::Staging => "staging",
            Self::SignOff => "sign-off",
            Self::FreezeBreak => "freeze-break",
            Self::Ended => "ended",
            Self::Summary => "summary",
            Self::Reminder => "reminder",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Does such a mail ask for comments? Then a question in a reply may be about the RFR.
    pub const fn asks_for_comments(self) -> bool {
        match self {
            Self::Request | Self::Phase | Self::Report | Self::Staging | Self::FreezeBreak => true,
            Self::SignOff | Self::Ended | Self::Summary | Self::Reminder => false,
        }
    }
}

/// A Message-ID without its angle brackets (RFC 5322, section 3.6.4): printable ASCII without spaces,
/// at most 250 bytes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MessageId(String);

impl MessageId {
    /// Longest id that is accepted: a header line may have 998 bytes (RFC 5322, section 2.1.1), and real ids are far
    /// shorter.
    const LONGEST: usize = 250;

    /// Parses an id, with or without angle brackets. `None` if no header could contain it.
    pub fn new(id: &str) -> Option<Self> {
        let id = id.trim();
        let id = id.strip_prefix('<').and_then(|id| id.strip_suffix('>')).unwrap_or(id);
        let fits = !id.is_empty() && id.len() <= Self::LONGEST;
        let clean = id
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'<' && byte != b'>');
        (fits && clean).then(|| Self(id.to_owned()))
    }

    /// The id without angle brackets.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `<id>`, as in headers.
impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{}>", self.0)
    }
}

/// A mail to the list, as its commit stores it. Date format, addresses and wrapping are up to the composer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mail {
    /// Its Message-ID: the same at every attempt, so that the archive recognises a repeat.
    pub message_id: MessageId,
    /// The mails it follows, the thread's first one first and its parent last (RFC 5322, section 3.6.4). Empty if it
    /// starts a thread.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<MessageId>,
    /// The short name of the RFR it is about, shown in the subject.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// The subject, without the RFR's name in brackets.
    pub subject: String,
    /// The text: paragraphs and lists, unwrapped; lines that start with four spaces or `>` or `- ` stay separate.
    pub body: String,
    /// When it was written.
    pub at: DateTime<Utc>,
}

/// A mail to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailDelivery {
    /// The key in the outbox.
    pub key: OutboxKey,
    /// The mail.
    pub mail: Mail,
}

/// One mail of the list, after reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListMail {
    /// Its Message-ID; a mail seen twice acts once.
    pub message_id: MessageId,
    /// What it answers: References, then In-Reply-To if that is not among them; nearest parent last.
    pub references: Vec<MessageId>,
    /// Its decoded subject, without the list's prefix and without `Re:`.
    pub subject: String,
    /// The author's address as far as the list left it readable, in lower case. Proves nothing.
    pub address: Option<String>,
    /// The author's name as the mail shows it, without ` via LIST`. Proves nothing.
    pub name: String,
    /// Its own date; the time of reading if it has none.
    pub at: DateTime<Utc>,
    /// Its text: decoded, without quotes, signature, attribution lines and the list's footer; at most 64 KiB.
    pub text: String,
    /// Does the configured proof show that the list sent it? It never proves the author.
    pub from_the_list: bool,
    /// It exceeds the size that is read (1 MiB), so its text is empty here.
    pub too_large: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_id_cannot_break_out_of_its_header() {
        assert_eq!(
            MessageId::new(" <a.b@c> ").map(|id| id.to_string()).as_deref(),
            Some("<a.b@c>")
        );
        assert_eq!(MessageId::new("12345").map(|id| id.0).as_deref(), Some("12345"));
        for bad in ["", "<>", "a b", "a\r\nBcc: x", "a>b", "ä@b"] {
            assert_eq!(MessageId::new(bad), None, "{bad:?}");
        }
        assert_eq!(MessageId::new(&"x".repeat(251)), None);
    }
}
