//! From the bytes of a mail to what the desk receives, or to the reason why it receives nothing.
//!
//! Nothing a mail says about its author is proven; it is trusted only enough to be shown.

mod author;
mod automatic;
mod proof;
mod subject;

use super::charset;
use super::header;
use super::mime::{Entity, TextPart};
use super::prose;
use crate::config::ListProof;
use crate::wire::{ListMail, MessageId};
use author::{author, is_of_the_lists_own};
use automatic::{automatic, bounce};
use chrono::{DateTime, Utc};
use mail_parser::{Address, HeaderName, HeaderValue};
use proof::{of_the_list, proven};
use subject::subject;
use thiserror::Error;

/// Largest mail that is read, in bytes: far above what lists accept (Fedora's: 40 KiB of text).
pub const LARGEST_MAIL: usize = 1024 * 1024;

/// Longest subject and name, in characters; longer ones are cut.
const LONGEST_SUBJECT: usize = 200;
const LONGEST_NAME: usize = 80;

/// How many references are kept: the first, and the nearest.
const MOST_REFERENCES: usize = 100;

/// How to recognise the list's mails, and the bot's own among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRules {
    /// The list's id without angle brackets (RFC 2919): `infrastructure.lists.fedoraproject.org`.
    pub list_id: String,
    /// The list's address.
    pub list_address: String,
    /// The list's prefix for subjects, without brackets: `Infrastructure`.
    pub subject_prefix: String,
    /// The end of the bot's Message-IDs: the end of the local part, `@` and the domain.
    pub own_suffix: String,
    /// The bot's own address.
    pub own_address: String,
    /// What proves that the list sent a mail.
    pub proof: ListProof,
}

/// Why a mail is ignored.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Skipped {
    /// It did not come through the list.
    #[error("it is not of the list (its List-Id is {0})")]
    NotOfTheList(String),
    /// It claims to come through the list, but lacks the proof that the config demands.
    #[error(
        "nothing proves that the list sent it: {0}. If the list did, put `proof` of [mail.inbox] right, and mark the mail \
         as unread"
    )]
    Unproven(String),
    /// The bot wrote it: the list has delivered it.
    #[error("it is the bot's own {0}")]
    OwnCopy(MessageId),
    /// It has the bot's address, but not one of its Message-IDs.
    #[error("it has the bot's own address")]
    OwnAddress,
    /// An automatic answer: nobody has read anything.
    #[error("it is an automatic answer ({0})")]
    Automatic(&'static str),
    /// A delivery failure report.
    #[error("it is a report of a mail server ({0})")]
    Bounce(&'static str),
    /// It has no Message-ID, so it could not be recognised again.
    #[error("it has no usable Message-ID")]
    NoMessageId,
    /// It is larger than [`LARGEST_MAIL`].
    #[error("it is larger than {} KiB", LARGEST_MAIL / 1024)]
    TooLarge,
    /// It is not a mail, or one that breaks the parser.
    #[error("it cannot be read as a mail")]
    Malformed,
    /// It has no readable part, for example because it is encrypted.
    #[error("it has no readable text")]
    NoText,
}

/// Reads one mail. `now` is the time of reading.
pub fn parse(bytes: &[u8], rules: &ListRules, now: DateTime<Utc>) -> Result<ListMail, Skipped> {
    // The library promises not to panic, but its input may come from anybody: a bug there must cost one mail, not the
    // inbox.
    let read = std::panic::catch_unwind(|| read(bytes, rules, now)).unwrap_or(Err(Skipped::Malformed));
    match read {
        Err(Skipped::NotOfTheList(_) | Skipped::Malformed) if bytes.len() > LARGEST_MAIL => Err(Skipped::TooLarge),
        read => read,
    }
}

fn read(bytes: &[u8], rules: &ListRules, now: DateTime<Utc>) -> Result<ListMail, Skipped> {
    let entity = Entity::new(bytes);
    let headers = entity.headers().ok_or(Skipped::Malformed)?;
    of_the_list(&entity, rules)?;
    proven(&entity, rules)?;
    let message_id = ids(headers.header(HeaderName::MessageId)).pop();
    let message_id = message_id.ok_or(Skipped::NoMessageId)?;
    let suffix = rules.own_suffix.to_ascii_lowercase();
    if !suffix.is_empty() && message_id.as_str().to_ascii_lowercase().ends_with(&suffix) {
        return Err(Skipped::OwnCopy(message_id));
    }
    let (mut name, mut address) = author(&headers, rules);
    if address.as_deref() == Some(rules.own_address.to_ascii_lowercase().as_str()) {
        return Err(Skipped::OwnAddress);
    }
    let subject = subject(headers.subject().unwrap_or_default(), &rules.subject_prefix);
    bounce(&headers)?;
    automatic(&headers, &subject)?;
    // A list that hides the author's domain may do so by wrapping the whole mail.
    let is_munged = headers
        .from()
        .and_then(Address::first)
        .and_then(|from| from.address())
        .is_some_and(|from| is_of_the_lists_own(&from.to_ascii_lowercase(), rules));
    let wrapped = if is_munged { entity.wrapped() } else { None };
    let mut parents = references(&entity, &message_id);
    if let Some(inner) = &wrapped
        && let Some(headers) = inner.headers()
    {
        bounce(&headers)?;
        automatic(&headers, &subject)?;
        let inner_author = author(&headers, rules);
        if inner_author.1.is_some() {
            (name, address) = inner_author;
        }
        for id in references(inner, &message_id) {
            if !parents.contains(&id) {
                parents.push(id);
            }
        }
    }
    let too_large = bytes.len() > LARGEST_MAIL;
    let texts = if too_large {
        Vec::new()
    } else {
        wrapped.as_ref().unwrap_or(&entity).texts()
    };
    if !too_large && !texts.iter().any(TextPart::says_something) {
        return Err(Skipped::NoText);
    }
    // Before this there was no email: the sender's clock is wrong.
    let earliest = DateTime::from_timestamp(10 * 365 * 86_400, 0).unwrap_or(now);
    let written = headers
        .date()
        .filter(|date| date.is_valid())
        .and_then(|date| DateTime::from_timestamp(date.to_timestamp(), 0))
        .filter(|written| *written >= earliest);
    Ok(ListMail {
        references: parents,
        message_id,
        subject,
        address,
        name,
        // A fast clock must not make a mail newer than it is.
        at: written.map_or(now, |written| written.min(now)),
        text: prose::said(texts, &rules.list_address),
        from_the_list: !rules.proof.is_empty(),
        too_large,
    })
}

/// The valid ids of a header, in order.
fn ids(value: Option<&HeaderValue<'_>>) -> Vec<MessageId> {
    match value {
        Some(HeaderValue::Text(id)) => MessageId::new(id).into_iter().collect(),
        Some(HeaderValue::TextList(ids)) => ids.iter().filter_map(|id| MessageId::new(id)).collect(),
        Some(
            HeaderValue::Address(_)
            | HeaderValue::DateTime(_)
            | HeaderValue::ContentType(_)
            | HeaderValue::Received(_)
            | HeaderValue::Empty,
        )
        | None => Vec::new(),
    }
}

/// RFC 5322, section 3.6.4: in References the nearest parent is last. An In-Reply-To that is not among them counts as
/// nearer only if it is a single id: some programs put several ids, or words, into it.
fn references(entity: &Entity<'_>, own: &MessageId) -> Vec<MessageId> {
    let mut found: Vec<MessageId> = Vec::new();
    let mut known = std::collections::HashSet::new();
    let raw = |name| entity.raw(name).map(|value| header::ids(&value)).unwrap_or_default();
    for id in raw("References").into_iter().chain(raw("In-Reply-To")) {
        if let Some(id) = MessageId::new(&id)
            && id != *own
            && known.insert(id.clone())
        {
            found.push(id);
        }
    }
    if found.len() > MOST_REFERENCES {
        // Keeps the thread's first mail, and those nearest to this one.
        found.drain(1..=found.len() - MOST_REFERENCES);
    }
    found
}

/// One line without anything that changes how the rest of a line is shown, at most `longest` characters.
fn one_line(text: &str, longest: usize) -> String {
    let words: String = text
        .chars()
        .map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c })
        .filter(|c| !charset::is_invisible(*c))
        .collect();
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    cut(&words.join(" "), longest)
}

fn cut(text: &str, longest: usize) -> String {
    match text.char_indices().nth(longest) {
        None => text.to_owned(),
        Some(_) => {
            let mut short: String = text.chars().take(longest - 1).collect();
            short.truncate(short.trim_end().len());
            short.push('…');
            short
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> ListRules {
        ListRules {
            list_id: "list.example.org".to_owned(),
            list_address: "list@example.org".to_owned(),
            subject_prefix: "Infrastructure".to_owned(),
            own_suffix: ".bot@example.org".to_owned(),
            own_address: "bot@example.org".to_owned(),
            proof: ListProof::default(),
        }
    }

    #[test]
    fn what_the_config_names_proves_that_the_list_sent_a_mail() {
        let mail = |headers: &str| {
            format!("{headers}Message-ID: <a@b>\nFrom: a@b.example\nList-Id: <list.example.org>\n\nhello\n")
                .into_bytes()
        };
        let read = |proof: &ListProof, headers: &str| {
            let rules = ListRules {
                proof: proof.clone(),
                ..rules()
            };
            match parse(&mail(headers), &rules, DateTime::UNIX_EPOCH) {
                Ok(mail) => Some(mail.from_the_list),
                Err(Skipped::Unproven(_)) => None,
                Err(other) => panic!("{other}"),
            }
        };
        assert_eq!(read(&ListProof::default(), ""), Some(false));
        let path = ListProof {
            return_path: Some("example.org".to_owned()),
            ..ListProof::default()
        };
        assert_eq!(
            read(&path, "Return-Path: <list-bounces@lists.example.org>\n"),
            Some(true)
        );
        for forged in [
            "",
            "Return-Path: <eve@evil.example>\n",
            "Return-Path: <eve@evilexample.org>\n",
            "Return-Path: <eve@evil.example>\nReturn-Path: <list-bounces@example.org>\n",
        ] {
            assert_eq!(read(&path, forged), None, "{forged}");
        }
        let secret = ListProof {
            delivered_to: Some(crate::config::Secret::new("bot+x7q@example.org".to_owned())),
            ..path.clone()
        };
        let both = "Return-Path: <x@example.org>\nDelivered-To: bot+x7q@example.org\n";
        assert_eq!(read(&secret, both), Some(true));
        assert_eq!(
            read(&secret, "Return-Path: <x@example.org>\nDelivered-To: bot@example.org\n"),
            None
        );
        let signed = ListProof {
            authserv_id: Some("mx.home.example".to_owned()),
            ..ListProof::default()
        };
        let results = |words: &str| format!("Authentication-Results: {words}\n");
        for good in [
            "mx.home.example; dkim=pass header.d=example.org",
            "MX.home.example 1; dkim=fail header.d=x.example;\n spf=pass (ok) smtp.mailfrom=list-bounces@example.org",
            "mx.home.example; dkim=pass header.i=@lists.example.org header.s=a",
        ] {
            assert_eq!(read(&signed, &results(good)), Some(true), "{good}");
        }
        for bad in [
            "",
            "mx.evil.example; dkim=pass header.d=example.org",
            "mx.home.example; dkim=fail header.d=example.org",
            "mx.home.example; dkim=pass header.d=evil.example",
            "mx.home.example; dkim=fail (dkim=pass header.d=example.org)",
            "mx.home.example; dkim=fail reason=\"; dkim=pass header.d=example.org\"",
            "mx.evil.example\nAuthentication-Results: mx.home.example; dkim=pass header.d=example.org",
        ] {
            assert_eq!(read(&signed, &results(bad)), None, "{bad}");
        }
    }

    #[test]
    fn of_a_mail_that_is_too_large_the_head_is_read() {
        let head = "Message-ID: <a@b>\nFrom: a@b.example\nList-Id: <list.example.org>\nSubject: [badges] all\n\n";
        let mail = parse(
            format!("{head}{}", "Who? ".repeat(300_000)).as_bytes(),
            &rules(),
            DateTime::UNIX_EPOCH,
        );
        let mail = mail.expect("a mail");
        assert!(mail.too_large && mail.text.is_empty());
        assert_eq!(mail.subject, "[badges] all");
    }

    fn read(headers: &str) -> Result<ListMail, Skipped> {
        let mail = format!("Message-ID: <a@b>\nList-Id: List <LIST.example.org>\n{headers}\n\nhello\n");
        parse(mail.as_bytes(), &rules(), DateTime::UNIX_EPOCH)
    }

    #[test]
    fn subjects_lose_what_says_nothing() {
        for (written, read) in [
            ("[Infrastructure] Re: [badges] Hello", "[badges] Hello"),
            ("Re: [infrastructure] RE: AW: Sv: hello: world", "hello: world"),
            ("RE[2]: Antw: Ответ: 回复：Hello", "Hello"),
            ("Re: ", ""),
            ("Regarding: this", "Regarding: this"),
            ("Fwd: Hello", "Fwd: Hello"),
            ("[Infrastructure]", ""),
        ] {
            assert_eq!(subject(written, "Infrastructure"), read, "{written}");
            assert_eq!(subject(written, "[Infrastructure] "), read, "{written}");
        }
        assert_eq!(subject("[] Re: x", ""), "[] Re: x");
    }

    #[test]
    fn the_author_is_found_behind_the_lists_own_address() {
        for from in [
            "Adam Example via Infrastructure <list@example.org>",
            "Adam Example via infra <list-bounces@example.org>",
            "\"Adam Example via infra\" <list-bounces+adam=example.net@example.org>",
            "\"'Adam Example' via infra\" <list@example.org>",
            "Adam Example via infra <list-owner@example.org>",
        ] {
            let mail = read(&format!("From: {from}\nReply-To: A. E. <adam@example.net>")).expect("a mail");
            assert_eq!(
                (mail.name.as_str(), mail.address.as_deref()),
                ("Adam Example", Some("adam@example.net")),
                "{from}"
            );
        }
        for from in [
            "Adam <adam=40example.net@dmarc.example.org>",
            "Adam via groups.example <adam=example.net@groups.example>",
            "Adam via list <list+adam=example.net@example.org>",
        ] {
            let mail = read(&format!("From: {from}")).expect("a mail");
            assert!(
                mail.address
                    .is_some_and(|address| address.ends_with("adam@example.net")),
                "{from}"
            );
        }
    }

    #[test]
    fn what_a_program_answered_is_known_by_old_marks_too() {
        for automatic in [
            "Subject: Automatic reply: [badges] x",
            "Subject: Re: Abwesenheitsnotiz: x",
            "Subject: AUTO: Adam is out of the office (returning 30.11.2026)",
            "Subject: Out of Office: x",
            "Subject: R\u{e9}ponse automatique : x",
            "Subject: x\nX-Auto-Response-Suppress: All",
            "Subject: x\nX-Auto-Response-Suppress: OOF, AutoReply",
            "Subject: x\nX-FC-MachineGenerated: true",
            "Subject: x\nX-POST-MessageClass: 9; Autoresponder",
        ] {
            assert!(matches!(read(automatic), Err(Skipped::Automatic(_))), "{automatic}");
        }
        for written in [
            "Subject: Out of office hours deployment",
            "Subject: x\nX-Auto-Response-Suppress: DR, RN",
            "Subject: auto: deployments without hands",
        ] {
            assert!(read(written).is_ok(), "{written}");
        }
    }

    #[test]
    fn a_list_is_known_with_and_without_brackets_and_dates_far_away_are_none() {
        for id in [
            "list.example.org",
            "\"L\" <list.example.org",
            "List <LIST.example.org> (a comment)",
            "list.example.org (L)",
        ] {
            let mail = format!("Message-ID: <a@b>\nList-Id: {id}\n\nhello\n");
            assert!(parse(mail.as_bytes(), &rules(), DateTime::UNIX_EPOCH).is_ok(), "{id}");
        }
        let now = DateTime::from_timestamp(1_800_000_000, 0).expect("a time");
        for date in [
            "Thu, 26 Nov 99999 10:12:37 +0100",
            "Mon, 1 Jan 0001 00:00:00 +9999",
            "Thu, 26 Nov 18446744073709551616 10:12:37 -2400",
            "31 Feb 2026 25:61:61 +0000",
            "Thu, 1 Jan 1970 00:00:00 +0000",
        ] {
            let mail = format!("Message-ID: <a@b>\nList-Id: <list.example.org>\nDate: {date}\n\nhello\n");
            let read = parse(mail.as_bytes(), &rules(), now).expect("a mail");
            assert!(
                read.at <= now && read.at.timestamp() >= 300_000_000,
                "{date}: {}",
                read.at
            );
        }
    }

    #[test]
    fn an_address_that_would_be_shown_otherwise_than_it_is_is_none() {
        let munged = "From: Eve via list <list@example.org>\nReply-To: <e\u{202e}ve@example.org>";
        assert_eq!(read(munged).expect("a mail").address, None);
        let plain = read("From: <EVE@example.org>").expect("a mail");
        assert_eq!(
            (plain.name.as_str(), plain.address.as_deref()),
            ("eve", Some("eve@example.org"))
        );
        assert_eq!(read("Subject: x").expect("a mail").name, "somebody");
    }

    #[test]
    fn parents_are_in_their_order_and_never_the_mail_itself() {
        let ids = |headers: &str| {
            let mail = read(headers).expect("a mail");
            mail.references.iter().map(ToString::to_string).collect::<String>()
        };
        assert_eq!(ids("References: <1@x> <2@x>\nIn-Reply-To: <2@x>"), "<1@x><2@x>");
        assert_eq!(ids("References: <1@x>\n <2@x>\nIn-Reply-To: <3@x>"), "<1@x><2@x><3@x>");
        assert_eq!(ids("In-Reply-To: <a@b> <1@x>"), "<1@x>");
        let many: Vec<String> = (0..300).map(|n| format!("<{n}@x>")).collect();
        let kept = ids(&format!("References: {}", many.join(" ")));
        assert!(kept.starts_with("<0@x><201@x>") && kept.ends_with("<299@x>"), "{kept}");
    }

    #[test]
    fn own_mails_are_known_by_their_ids_first() {
        let own = "Message-ID: <7.1.BOT@example.org>\nList-Id: <list.example.org>\nAuto-Submitted: auto-generated\n\nx";
        let id = MessageId::new("7.1.BOT@example.org").expect("an id");
        let skipped = parse(own.as_bytes(), &rules(), DateTime::UNIX_EPOCH);
        assert_eq!(skipped, Err(Skipped::OwnCopy(id)));
        assert_eq!(read("From: Bot <BOT@example.org>"), Err(Skipped::OwnAddress));
    }
}
