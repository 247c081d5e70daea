//! From the bytes of a mail to what the desk may hear of it, or to the reason why it hears nothing.
//!
//! Nothing that a mail says about its author is proven; nothing here trusts it with more than being shown.

use super::charset;
use super::header;
use super::mime::{self, Entity, TextPart};
use super::prose;
use crate::config::ListProof;
use crate::wire::{ListMail, MessageId};
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
    /// What proves that the list sent a mail.
    pub proof: ListProof,
}

/// Why a mail is not heard.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Skipped {
    /// It did not come through the list.
    #[error("it is not of the list (its List-Id is {0})")]
    NotOfTheList(String),
    /// It says that it came through the list, and what the config names does not prove it.
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
    // The library promises not to panic, but it reads what anybody in the world may have written: a mistake there
    // must cost one mail, not the inbox.
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
    // Before this there was no mail: the clock of who wrote it is wrong.
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
        // A clock that runs ahead must not make a mail newer than it is.
        at: written.map_or(now, |written| written.min(now)),
        text: prose::said(texts, &rules.list_address),
        from_the_list: !rules.proof.is_empty(),
        too_large,
    })
}

/// RFC 2919, section 3: the id stands in angle brackets at the end; case does not matter. Some lists leave them out.
fn of_the_list(entity: &Entity<'_>, rules: &ListRules) -> Result<(), Skipped> {
    let mut seen = None;
    for value in entity.all_raw("List-Id") {
        let id = match value.rsplit_once('<') {
            Some((_, id)) => id.split('>').next().unwrap_or_default(),
            None => value.split('(').next().unwrap_or_default().trim().trim_matches('"'),
        };
        if id.trim().eq_ignore_ascii_case(&rules.list_id) {
            return Ok(());
        }
        seen = Some(one_line(id, LONGEST_NAME));
    }
    Err(Skipped::NotOfTheList(
        seen.filter(|id| !id.is_empty()).unwrap_or_else(|| "missing".to_owned()),
    ))
}

/// Holds all that the config names as proof?
fn proven(entity: &Entity<'_>, rules: &ListRules) -> Result<(), Skipped> {
    let ListProof {
        return_path,
        delivered_to,
        authserv_id,
    } = &rules.proof;
    let shown = |words: &str| one_line(words, LONGEST_NAME);
    if let Some(domain) = return_path {
        let path = entity.raw("Return-Path").unwrap_or_default();
        let path = path.trim().trim_matches(['<', '>']);
        if !path.rsplit_once('@').is_some_and(|(_, of)| is_within(of, domain)) {
            return Err(Skipped::Unproven(format!("its Return-Path is <{}>", shown(path))));
        }
    }
    if let Some(address) = delivered_to {
        let is_it = |name: &str| {
            let given = entity.raw(name).unwrap_or_default();
            given
                .trim()
                .trim_matches(['<', '>'])
                .eq_ignore_ascii_case(address.reveal())
        };
        if !is_it("Delivered-To") && !is_it("X-Original-To") {
            return Err(Skipped::Unproven(
                "it was not delivered to the address with which the bot is a member".to_owned(),
            ));
        }
    }
    if let Some(id) = authserv_id {
        // The first is the one that was written last, by the server nearest to us.
        let results = entity.raw("Authentication-Results").unwrap_or_default();
        let domain = rules.list_address.rsplit_once('@').map_or("", |(_, domain)| domain);
        if !passed(&results, id, domain) {
            let words = if results.trim().is_empty() { "missing" } else { &results };
            return Err(Skipped::Unproven(format!(
                "its Authentication-Results are {}",
                shown(words)
            )));
        }
    }
    Ok(())
}

fn is_within(domain: &str, wanted: &str) -> bool {
    let (domain, wanted) = (domain.trim().to_ascii_lowercase(), wanted.trim().to_ascii_lowercase());
    domain == wanted || domain.strip_suffix(&wanted).is_some_and(|sub| sub.ends_with('.'))
}

/// Did the server of that name find a signature or an envelope of the domain to be good (RFC 8601, section 2.2)?
fn passed(results: &str, authserv_id: &str, domain: &str) -> bool {
    // Comments may hold anything, quoted strings as well; both are taken out.
    let mut plain = String::new();
    let (mut depth, mut quoted) = (0_usize, false);
    for c in results.chars() {
        match c {
            '"' if depth == 0 => quoted = !quoted,
            '(' if !quoted => depth += 1,
            ')' if !quoted => depth = depth.saturating_sub(1),
            _ if depth > 0 || quoted => {}
            c if c.is_whitespace() => plain.push(' '),
            c => plain.push(c),
        }
    }
    let mut parts = plain.split(';');
    let server = parts.next().and_then(|head| head.split_whitespace().next());
    if !server.is_some_and(|server| server.eq_ignore_ascii_case(authserv_id)) {
        return false;
    }
    parts.any(|part| {
        let mut words = part.split_whitespace();
        let method = words.next().unwrap_or_default().to_ascii_lowercase();
        let properties = match method.as_str() {
            "dkim=pass" => ["header.d=", "header.i="],
            "spf=pass" => ["smtp.mailfrom=", "smtp.mail="],
            _ => return false,
        };
        words.any(|word| {
            let word = word.to_ascii_lowercase();
            let value = properties.iter().find_map(|property| word.strip_prefix(property));
            value.is_some_and(|value| is_within(value.rsplit_once('@').map_or(value, |(_, of)| of), domain))
        })
    })
}

/// How subjects of answers begin that nobody has written, in lower case.
const AWAY: [&str; 45] = [
    "abwesenheitsnotiz",
    "abwesenheitsnachricht",
    "abwesenheitsmeldung",
    "abwesenheitsassistent",
    "abwesend:",
    "automatische antwort",
    "automatische abwesenheit",
    "automatic reply",
    "automatic response",
    "auto reply",
    "auto-reply",
    "autoreply",
    "autoreply:",
    "auto response",
    "auto-response",
    "autoresponse",
    "autoresponder",
    "out of office:",
    "out of office reply",
    "out of office autoreply",
    "out of the office:",
    "out-of-office",
    "ooo:",
    "vacation reply",
    "vacation message",
    "away from my mail",
    "réponse automatique",
    "absence du bureau",
    "absent du bureau",
    "message d'absence",
    "respuesta automática",
    "fuera de la oficina",
    "fuera de oficina",
    "resposta automática",
    "fora do escritório",
    "risposta automatica",
    "fuori sede",
    "automatisch antwoord",
    "afwezigheidsbericht",
    "autosvar",
    "automatisk svar",
    "automaattinen vastaus",
    "odpowiedź automatyczna",
    "automatická odpověď",
    "автоматический ответ",
];

/// The same in scripts that have no small letters, and what may stand anywhere in such a subject.
const AWAY_ANYWHERE: [&str; 10] = [
    "is out of the office",
    "is out of office",
    "i am out of the office",
    "i'm out of the office",
    "ist nicht im büro",
    "ist außer haus",
    "自动答复",
    "自動応答",
    "不在通知",
    "автоответ",
];

/// RFC 3834, section 2, and what older programs have instead.
fn automatic(headers: &Message<'_>, subject: &str) -> Result<(), Skipped> {
    let header = |name| mime::plain_header(headers, name).map(|value| value.trim().to_ascii_lowercase());
    if let Some(value) = header("Auto-Submitted")
        && value.split([';', ' ']).next() != Some("no")
    {
        return Err(Skipped::Automatic("Auto-Submitted"));
    }
    for name in [
        "X-Autoreply",
        "X-Auto-Reply",
        "X-Autoreply-From",
        "X-Autorespond",
        "X-Autoresponder",
        "X-Autogenerated",
        "X-Mail-Autoreply",
        "X-Amazon-Auto-Reply",
        "X-FC-MachineGenerated",
        "X-MS-Exchange-Inbox-Rules-Loop",
        "X-MS-Exchange-Generated-Message-Source",
    ] {
        if header(name).is_some_and(|value| value != "no" && value != "false") {
            return Err(Skipped::Automatic(name));
        }
    }
    for (name, says) in [
        ("X-Responder", "auto"),
        ("X-POST-MessageClass", "autoresponder"),
        ("Delivered-To", "autoresponder"),
        ("Preference", "auto"),
    ] {
        if header(name).is_some_and(|value| value.contains(says)) {
            return Err(Skipped::Automatic(name));
        }
    }
    // What wants no automatic answer of any kind is one itself.
    if header("X-Auto-Response-Suppress").is_some_and(|value| value == "all" || value.contains("oof")) {
        return Err(Skipped::Automatic("X-Auto-Response-Suppress"));
    }
    let low = subject.to_lowercase();
    let begins = AWAY
        .iter()
        .any(|words| low.trim_start_matches(['[', '(', '*', ' ']).starts_with(words));
    if begins || AWAY_ANYWHERE.iter().any(|words| low.contains(words)) {
        return Err(Skipped::Automatic("Subject"));
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
        // The thread's first mail, and those nearest to this one.
        found.drain(1..=found.len() - MOST_REFERENCES);
    }
    found
}

/// Is it an address that the list itself writes from: its own, or one of its machinery (`LIST-bounces`)?
fn is_of_the_lists_own(address: &str, rules: &ListRules) -> bool {
    let list = rules.list_address.to_ascii_lowercase();
    let (Some((local, domain)), Some((list_local, list_domain))) = (address.split_once('@'), list.split_once('@'))
    else {
        return false;
    };
    let behind = local.strip_prefix(list_local);
    domain == list_domain && behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(['-', '+']))
}

/// An author's address that a list has written into one of its own domain: `adam=40example.net@dmarc.example.org`,
/// `adam=example.net@example.org`.
fn written_within(address: &str) -> Option<String> {
    let (local, _) = address.rsplit_once('@')?;
    let inner = if local.contains("=40") {
        local.replacen("=40", "@", 1)
    } else {
        let (who, domain) = local.rsplit_once('=')?;
        format!("{who}@{domain}")
    };
    (is_address(&inner) && inner.contains('.')).then_some(inner)
}

/// A name without ` via LIST` and without quotation marks around it.
fn without_list(shown: &str) -> String {
    let name = match shown.to_lowercase().rfind(" via ") {
        // Lower case can be longer or shorter than what it comes from.
        Some(at) => shown.get(..at).unwrap_or(shown),
        None => shown,
    };
    name.trim().trim_matches(['\'', '"', ' ']).to_owned()
}

/// Name and address of who wrote it. A list that hides the author's domain (DMARC) writes `NAME via LIST` with an
/// address of its own, and keeps the author's in Reply-To, in Cc where Reply-To is the list, or within its own.
fn author(headers: &Message<'_>, rules: &ListRules) -> (String, Option<String>) {
    let from = headers.from().and_then(Address::first);
    let address = from
        .and_then(|from| from.address())
        .map(|address| one_line(address, 250).to_ascii_lowercase());
    let shown = one_line(from.and_then(|from| from.name()).unwrap_or_default(), LONGEST_NAME);
    let is_own = |address: &str| is_of_the_lists_own(address, rules);
    let within = address.as_deref().and_then(written_within);
    let is_munged = address.as_deref().is_some_and(is_own)
        || within.is_some() && (shown.to_lowercase().contains(" via ") || address.iter().any(|a| a.contains("dmarc")));
    if !is_munged {
        let name = if shown.is_empty() {
            local_part(address.as_deref())
        } else {
            shown
        };
        return (name, address.filter(|address| is_address(address)));
    }
    let name = without_list(&shown);
    let others = |given: Option<&Address<'_>>| {
        let given = given.into_iter().flat_map(Address::iter);
        let given =
            given.filter_map(|other| Some((other.name().unwrap_or_default(), other.address()?.to_ascii_lowercase())));
        let others = given.filter(|(_, address)| !is_own(address) && is_address(address));
        others
            .map(|(name, address)| (without_list(&one_line(name, LONGEST_NAME)), address))
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
            .to_ascii_lowercase();
        (is_address(&written) && !is_own(&written)).then_some((String::new(), written))
    };
    let address = answered
        .or_else(copied)
        .or_else(|| kept("X-Original-From"))
        .or_else(|| kept("X-MailFrom"))
        .map(|(_, address)| address)
        .or(within);
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
            c.is_whitespace() || c.is_control() || charset::is_invisible(c) || matches!(c, '<' | '>' | ',' | '"')
        })
}

fn local_part(address: Option<&str>) -> String {
    let local = address.and_then(|address| address.split('@').next());
    let local = local.filter(|local| !local.is_empty()).unwrap_or("somebody");
    one_line(local, LONGEST_NAME)
}

/// Words before a colon that say only that it is an answer, in the languages of common mail programs.
const ANSWERS: [&str; 45] = [
    "re",
    "antwort",
    "antworten",
    "betr",
    "réf",
    "réponse",
    "rép",
    "resp",
    "respuesta",
    "resposta",
    "risposta",
    "r",
    "svar",
    "vá",
    "válasz",
    "odpověď",
    "odpoveď",
    "odpowiedź",
    "hsr",
    "απ",
    "απαντ",
    "σχετ",
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
    "答",
    "返信",
    "返",
    "답장",
    "답변",
    "回應",
    "yan",
    "yanıt",
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
            let bare = word
                .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '^' | '(' | ')' | ' ' | '.'));
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
