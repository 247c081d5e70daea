//! From a [`Mail`] to the bytes that a server accepts (RFC 5322), in the form lists expect: plain text, 72 columns, no
//! header made from somebody's words.

use super::prose;
use crate::config::MailingList;
use crate::wire::{Mail, MessageId};
use lettre::message::header::{ContentType, Header, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::{Address, address::AddressError};
use std::time::SystemTime;
use thiserror::Error;

/// Largest mail, in bytes. Lists hold mails over 40 KiB including all headers, and servers on the way add headers.
pub const LARGEST: usize = 36 * 1024;

/// Longest subject, in characters before encoding.
const LONGEST_SUBJECT: usize = 200;

/// Most references listed (RFC 5322, section 3.6.4): the first and the newest.
const MOST_REFERENCES: usize = 12;

/// A mail cannot be composed. With a checked config this is a bug.
#[derive(Debug, Error)]
pub enum ComposeError {
    /// An address in the config is invalid.
    #[error("an address in [mail] cannot be used: {0}")]
    Address(#[from] AddressError),
    /// The mail library refused it.
    #[error("the mail cannot be composed: {0}")]
    Refused(#[from] lettre::error::Error),
}

/// `Auto-Submitted: auto-generated` (RFC 3834, section 5): keeps out-of-office programs from answering.
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

/// The bytes of a mail, with CRLF line ends.
pub fn compose(mail: &Mail, list: &MailingList) -> Result<Vec<u8>, ComposeError> {
    let lines: Vec<String> = prose::lines(&mail.body).into_iter().map(prose::no_command).collect();
    let whole = message(mail, list, &lines)?;
    if whole.len() <= LARGEST {
        return Ok(whole);
    }
    // Encoded size grows evenly enough for bisection: finds the longest beginning that fits.
    let rest = left_out(mail);
    let cut = |kept: usize| -> Result<Vec<u8>, ComposeError> {
        let mut kept: Vec<String> = lines[..kept].to_vec();
        kept.push(String::new());
        kept.extend(rest.iter().cloned());
        message(mail, list, &kept)
    };
    let (mut fits, mut too_many) = (0, lines.len());
    let mut best = cut(0)?;
    while too_many - fits > 1 {
        let middle = fits.midpoint(too_many);
        let candidate = cut(middle)?;
        if candidate.len() <= LARGEST {
            (fits, best) = (middle, candidate);
        } else {
            too_many = middle;
        }
    }
    Ok(best)
}

/// What replaces text that is too long.
fn left_out(mail: &Mail) -> Vec<String> {
    let where_else = match &mail.about {
        Some(name) => format!("ask the bot in the channel for the status or the history of {name}"),
        None => "ask the bot in the channel".to_owned(),
    };
    prose::lines(&format!(
        "[The rest is left out: the list takes mails of up to 40 KB. To see it all, {where_else}.]"
    ))
}

/// `[badges] moved to staging`: the subject before the list adds its own prefix.
pub fn subject(mail: &Mail) -> String {
    let words = prose::one_line(&mail.subject);
    let name = mail.about.as_deref().map(prose::one_line).unwrap_or_default();
    let subject = if name.is_empty() {
        words
    } else {
        format!("[{name}] {words}")
    };
    // A header line is limited to 998 bytes (RFC 5322, section 2.1.1), and a word in it cannot be folded.
    let subject: String = subject.chars().take(LONGEST_SUBJECT).collect();
    // Somebody's words must not be read as an encoded word (RFC 2047), in which anything can hide.
    let subject = subject.replace("=?", "= ?");
    let subject = subject.trim_end();
    if subject.is_empty() || prose::is_command(subject) {
        format!("RFR: {subject}").trim_end().to_owned()
    } else {
        subject.to_owned()
    }
}

fn message(mail: &Mail, list: &MailingList, lines: &[String]) -> Result<Vec<u8>, ComposeError> {
    let from: Address = list.from.parse()?;
    let to: Address = list.list.parse()?;
    let mut builder = Message::builder()
        .from(Mailbox::new(
            Some(prose::one_line(&list.from_name)).filter(|name| !name.is_empty()),
            from,
        ))
        .to(Mailbox::new(None, to))
        .subject(subject(mail))
        .date(SystemTime::from(mail.at))
        .message_id(Some(mail.message_id.to_string()))
        .header(AutoSubmitted)
        .header(ContentType::TEXT_PLAIN);
    if let Some(address) = &list.reply_to {
        builder = builder.reply_to(Mailbox::new(None, address.parse()?));
    }
    if let Some(parent) = mail.references.last() {
        builder = builder.in_reply_to(parent.to_string());
        builder = builder.references(references(&mail.references));
    }
    let mut body = lines.join("\r\n");
    body.push_str("\r\n");
    Ok(builder.body(body)?.formatted())
}

/// The first mail of the thread and the newest ones.
fn references(all: &[MessageId]) -> String {
    let newest = all.len().saturating_sub(MOST_REFERENCES - 1).max(1);
    let named = all.iter().take(1).chain(all.iter().skip(newest));
    named.map(MessageId::to_string).collect::<Vec<_>>().join(" ")
}
