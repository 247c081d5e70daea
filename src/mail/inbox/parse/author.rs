//! The author of a mail, as the mail claims.

use super::{LONGEST_NAME, ListRules, one_line};
use crate::mail::inbox::{charset, mime};
use mail_parser::{Address, Message};

/// Is it an address that the list itself sends from: its own, or one of its system addresses (`LIST-bounces`)?
pub(super) fn is_of_the_lists_own(address: &str, rules: &ListRules) -> bool {
    let list = rules.list_address.to_ascii_lowercase();
    let (Some((local, domain)), Some((list_local, list_domain))) = (address.split_once('@'), list.split_once('@'))
    else {
        return false;
    };
    let behind = local.strip_prefix(list_local);
    domain == list_domain && behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(['-', '+']))
}

/// An author's address that a list has encoded in one of its own domain: `adam=40example.net@dmarc.example.org`,
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

/// A name without ` via LIST` and without enclosing quotation marks.
fn without_list(shown: &str) -> String {
    let name = match shown.to_lowercase().rfind(" via ") {
        // Lower-casing can change the length.
        Some(at) => shown.get(..at).unwrap_or(shown),
        None => shown,
    };
    name.trim().trim_matches(['\'', '"', ' ']).to_owned()
}

/// Name and address of the author. A list that hides the author's domain (DMARC) writes `NAME via LIST` with an address
/// of its own. It keeps the author's in Reply-To, in Cc if Reply-To is the list, or inside its own.
pub(super) fn author(headers: &Message<'_>, rules: &ListRules) -> (String, Option<String>) {
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
