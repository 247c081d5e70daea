//! From the bytes of a mail to what the desk may hear of it, or to the reason why it hears nothing.
//!
//! Nothing that a mail says about its author is proven; nothing here trusts it with more than being shown.

use super::mime::{self, Entity};
use super::prose;
use crate::mail::{ListMail, MessageId};
use chrono::{DateTime, Utc};
use mail_parser::{Address, HeaderName, HeaderValue, Message};
use thiserror::Error;

/// The largest mail that is read, in bytes: far above what lists let through (Fedora's: 40 KiB of text).
pub const LARGEST_MAIL: usize = 1024 * 1024;

/// The longest subject and the longest name, in characters; a longer one is cut.
const LONGEST_SUBJECT: usize = 200;
const LONGEST_NAME: usize = 80;

/// How many references are kept: the first, and the nearest.
const MOST_REFERENCES: usize = 100;

/// By what the list's mails are recognised, and the bot's own among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListRules {
    /// The list's id without angle brackets (RFC 2919): `infrastructure.lists.fedoraproject.org`.
    pub list_id: String,
    /// The list's address.
    pub list_address: String,
    /// What the list puts before subjects, without brackets: `Infrastructure`.
    pub subject_prefix: String,
    /// How the Message-IDs of the bot's mails end: a part of the left side, `@` and the domain.
    pub own_suffix: String,
    /// The bot's own address.
    pub own_address: String,
}

/// Why a mail is not heard.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Skipped {
    /// It did not come through the list.
    #[error("it is not of the list (its List-Id is {0})")]
    NotOfTheList(String),
    /// The bot wrote it: the list has delivered it.
    #[error("it is the bot's own {0}")]
    OwnCopy(MessageId),
    /// It has the bot's address, but not one of its Message-IDs.
    #[error("it has the bot's own address")]
    OwnAddress,
    /// A program answered, nobody has read anything.
    #[error("it is an automatic answer ({0})")]
    Automatic(&'static str),
    /// A mail server reports that something was not delivered.
    #[error("it is a report of a mail server ({0})")]
    Bounce(&'static str),
    /// Nothing can be recognised again without a Message-ID.
    #[error("it has no usable Message-ID")]
    NoMessageId,
    /// It is larger than [`LARGEST_MAIL`].
    #[error("it is larger than {} KiB", LARGEST_MAIL / 1024)]
    TooLarge,
    /// It is no mail, or one that breaks the parser.
    #[error("it cannot be read as a mail")]
    Malformed,
    /// There is no part that could be read, such as in an encrypted mail.
    #[error("it has no readable text")]
    NoText,
}

/// Reads one mail. `now` is the time of reading.
pub fn parse(bytes: &[u8], rules: &ListRules, now: DateTime<Utc>) -> Result<ListMail, Skipped> {
    if bytes.len() > LARGEST_MAIL {
        return Err(Skipped::TooLarge);
    }
    // The library promises not to panic, but it reads what anybody in the world may have written: a mistake there
    // must cost one mail, not the inbox.
    std::panic::catch_unwind(|| read(bytes, rules, now)).unwrap_or(Err(Skipped::Malformed))
}

fn read(bytes: &[u8], rules: &ListRules, now: DateTime<Utc>) -> Result<ListMail, Skipped> {
    let entity = Entity::new(bytes);
    let headers = entity.headers().ok_or(Skipped::Malformed)?;
    of_the_list(&headers, rules)?;
    let message_id = ids(headers.header(HeaderName::MessageId)).pop();
    let message_id = message_id.ok_or(Skipped::NoMessageId)?;
    let suffix = rules.own_suffix.to_ascii_lowercase();
    if !suffix.is_empty() && message_id.as_str().to_ascii_lowercase().ends_with(&suffix) {
        return Err(Skipped::OwnCopy(message_id));
    }
    let (name, address) = author(&headers, rules);
    if address.as_deref() == Some(rules.own_address.to_lowercase().as_str()) {
        return Err(Skipped::OwnAddress);
    }
    bounce(&headers)?;
    automatic(&headers)?;
    let texts = entity.texts();
    if texts.iter().all(|part| part.text.trim().is_empty()) {
        return Err(Skipped::NoText);
    }
    let written = headers
        .date()
        .filter(|date| date.is_valid())
        .and_then(|date| DateTime::from_timestamp(date.to_timestamp(), 0));
    Ok(ListMail {
        references: references(&headers, &message_id),
        message_id,
        subject: subject(headers.subject().unwrap_or_default(), &rules.subject_prefix),
        address,
        name,
        // A clock that runs ahead must not make a mail newer than it is.
        at: written.map_or(now, |written| written.min(now)),
        text: prose::said(texts, &rules.list_address),
    })
}

/// RFC 2919, section 3: the id stands in angle brackets at the end; case does not matter.
fn of_the_list(headers: &Message<'_>, rules: &ListRules) -> Result<(), Skipped> {
    let mut seen = None;
    for value in headers.header_values(HeaderName::ListId) {
        let id = match value {
            HeaderValue::Address(address) => address.last().and_then(|last| last.address().map(str::to_owned)),
            HeaderValue::Text(text) => Some(text.to_string()),
            HeaderValue::TextList(_)
            | HeaderValue::DateTime(_)
            | HeaderValue::ContentType(_)
            | HeaderValue::Received(_)
            | HeaderValue::Empty => None,
        };
        let id = id.unwrap_or_default();
        if id.trim().eq_ignore_ascii_case(&rules.list_id) {
            return Ok(());
        }
        seen = Some(one_line(&id, LONGEST_NAME));
    }
    Err(Skipped::NotOfTheList(seen.unwrap_or_else(|| "missing".to_owned())))
}

/// RFC 3834, section 2, and what older programs have instead.
fn automatic(headers: &Message<'_>) -> Result<(), Skipped> {
    let header = |name| mime::plain_header(headers, name).map(|value| value.trim().to_ascii_lowercase());
    if let Some(value) = header("Auto-Submitted")
        && value.split([';', ' ']).next() != Some("no")
    {
        return Err(Skipped::Automatic("Auto-Submitted"));
    }
    for name in [
        "X-Autoreply",
        "X-Auto-Reply",
        "X-Autorespond",
        "X-Autoresponder",
        "X-Autogenerated",
        "X-Mail-Autoreply",
    ] {
        if header(name).is_some_and(|value| value != "no") {
            return Err(Skipped::Automatic(name));
        }
    }
    // The list's own is `list`.
    match header("Precedence").as_deref() {
        Some("bulk" | "junk" | "auto_reply" | "auto-reply") => Err(Skipped::Automatic("Precedence")),
        Some(_) | None => Ok(()),
    }
}

fn bounce(headers: &Message<'_>) -> Result<(), Skipped> {
    use mail_parser::MimeHeaders;
    let is_report = headers.content_type().is_some_and(|kind| {
        let subtype = kind.subtype().unwrap_or_default();
        kind.ctype().eq_ignore_ascii_case("multipart") && subtype.eq_ignore_ascii_case("report")
    });
    if is_report {
        return Err(Skipped::Bounce("multipart/report"));
    }
    let null_path = headers.headers_raw().any(|(name, value)| {
        let path: String = value.chars().filter(|c| !c.is_whitespace()).collect();
        name.eq_ignore_ascii_case("Return-Path") && path == "<>"
    });
    if null_path {
        return Err(Skipped::Bounce("no return path"));
    }
    if mime::plain_header(headers, "X-Failed-Recipients").is_some() {
        return Err(Skipped::Bounce("X-Failed-Recipients"));
    }
    let from = headers.from().and_then(Address::first).and_then(|from| from.address());
    let local = from
        .and_then(|from| from.split('@').next())
        .unwrap_or_default()
        .to_ascii_lowercase();
    if local == "mailer-daemon" {
        return Err(Skipped::Bounce("from a mailer daemon"));
    }
    Ok(())
}

/// The usable ids of a header, in their order.
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

/// RFC 5322, section 3.6.4: References has the nearest parent last. An In-Reply-To that is not among them is nearer
/// only where it is alone: some programs put several ids, or words, into it.
fn references(headers: &Message<'_>, own: &MessageId) -> Vec<MessageId> {
    let mut found: Vec<MessageId> = Vec::new();
    let all = ids(headers.header(HeaderName::References))
        .into_iter()
        .chain(ids(headers.header(HeaderName::InReplyTo)));
    for id in all {
        if id != *own && !found.contains(&id) {
            found.push(id);
        }
    }
    if found.len() > MOST_REFERENCES {
        // The thread's first mail, and those nearest to this one.
        found.drain(1..=found.len() - MOST_REFERENCES);
    }
    found
}

/// Name and address of who wrote it. A list that hides the author's domain (DMARC) writes `NAME via LIST` with its
/// own address, and keeps the author's in Reply-To, or in Cc where Reply-To is the list.
fn author(headers: &Message<'_>, rules: &ListRules) -> (String, Option<String>) {
    let list = rules.list_address.to_lowercase();
    let from = headers.from().and_then(Address::first);
    let address = from
        .and_then(|from| from.address())
        .map(|address| one_line(address, 250).to_lowercase());
    let shown = one_line(from.and_then(|from| from.name()).unwrap_or_default(), LONGEST_NAME);
    if address.as_deref() != Some(list.as_str()) {
        let name = if shown.is_empty() {
            local_part(address.as_deref())
        } else {
            shown
        };
        return (name, address.filter(|address| is_address(address)));
    }
    let name = match shown.to_lowercase().rfind(" via ") {
        // Lower case can be longer or shorter than what it comes from.
        Some(at) => shown.get(..at).unwrap_or(&shown).trim().to_owned(),
        None => shown,
    };
    let others = |given: Option<&Address<'_>>| {
        let given = given.into_iter().flat_map(Address::iter);
        let given = given.filter_map(|other| Some((other.name().unwrap_or_default(), other.address()?.to_lowercase())));
        let others = given.filter(|(_, address)| *address != list && is_address(address));
        others
            .map(|(name, address)| (one_line(name, LONGEST_NAME), address))
            .collect::<Vec<_>>()
    };
    let answered = others(headers.reply_to()).into_iter().next();
    let copied = || {
        others(headers.cc())
            .into_iter()
            .find(|(copied, _)| !name.is_empty() && *copied == name)
    };
    let kept = |header| {
        let written = mime::plain_header(headers, header)?;
        let written = written
            .rsplit(['<', ' '])
            .next()?
            .trim_matches(['<', '>', ' '])
            .to_lowercase();
        (is_address(&written) && written != list).then_some((String::new(), written))
    };
    let address = answered
        .or_else(copied)
        .or_else(|| kept("X-Original-From"))
        .or_else(|| kept("X-MailFrom"))
        .map(|(_, address)| address);
    let name = if name.is_empty() {
        local_part(address.as_deref())
    } else {
        name
    };
    (name, address)
}

fn is_address(address: &str) -> bool {
    address.len() <= 250
        && address
            .split_once('@')
            .is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty())
        && !address.contains(|c: char| {
            c.is_whitespace() || c.is_control() || prose::is_invisible(c) || matches!(c, '<' | '>' | ',' | '"')
        })
}

fn local_part(address: Option<&str>) -> String {
    let local = address.and_then(|address| address.split('@').next());
    let local = local.filter(|local| !local.is_empty()).unwrap_or("somebody");
    one_line(local, LONGEST_NAME)
}

/// Words before a colon that say only that it is an answer, in the languages of common mail programs.
const ANSWERS: [&str; 16] = [
    "re",
    "aw",
    "sv",
    "vs",
    "antw",
    "odp",
    "ref",
    "rif",
    "res",
    "ynt",
    "atb",
    "回复",
    "答复",
    "回覆",
    "отв",
    "ответ",
];

/// The subject without the list's prefix and without `Re:` and its like, however often and in whatever order.
fn subject(written: &str, prefix: &str) -> String {
    let whole = one_line(written, LONGEST_SUBJECT * 4);
    let prefix = format!("[{}]", prefix.trim().trim_matches(['[', ']'])).to_lowercase();
    let mut rest = whole.trim();
    loop {
        let before = rest;
        if prefix.len() > 2
            && let Some(begin) = rest.get(..prefix.len())
            && begin.to_lowercase() == prefix
        {
            rest = rest[prefix.len()..].trim_start();
        }
        if let Some((word, behind)) = rest.split_once([':', '：']) {
            // `Re[2]`, `Re^3` and `RE (4)` count.
            let bare =
                word.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '^' | '(' | ')' | ' '));
            if ANSWERS.contains(&bare.trim().to_lowercase().as_str()) {
                rest = behind.trim_start();
            }
        }
        if rest == before {
            return cut(rest, LONGEST_SUBJECT);
        }
    }
}

/// On one line, without anything that could change how the rest of a line is shown, at most so many characters.
fn one_line(text: &str, longest: usize) -> String {
    let words: String = text
        .chars()
        .map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c })
        .filter(|c| !prose::is_invisible(*c))
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
        }
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
