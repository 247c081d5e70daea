//! Did the list send it, as far as the configured proof goes?

use super::{LONGEST_NAME, ListRules, Skipped, one_line};
use crate::config::ListProof;
use crate::mail::inbox::mime::Entity;

/// RFC 2919, section 3: the id is in angle brackets at the end, in any case. Some lists omit the brackets.
pub(super) fn of_the_list(entity: &Entity<'_>, rules: &ListRules) -> Result<(), Skipped> {
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

/// Is everything that the config names as proof true of this mail?
pub(super) fn proven(entity: &Entity<'_>, rules: &ListRules) -> Result<(), Skipped> {
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
        // The first one was added last, by the server nearest to us.
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

/// Did the named server find a valid signature or envelope of the domain (RFC 8601, section 2.2)?
fn passed(results: &str, authserv_id: &str, domain: &str) -> bool {
    // Comments and quoted strings may contain anything; both are removed.
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
