//! Words of people as everybody may read them: nothing hidden in them, no mail address, and no account elsewhere.
//!
//! In plain words whatever names somebody at a place goes: `vera@example.org`, `vera@localhost`, `@vera:example.org`. Web
//! addresses stay readable: only what names a login before their host goes, and parts that are mail addresses or accounts
//! on Matrix; `https://forge.example.org/@team/tool@4.10` is none of these.

use crate::text::{Paragraph, Span};
use crate::visible;
use std::borrow::Cow;

/// What stands for a mail address, or somebody's account elsewhere.
const ADDRESS: &str = "(address)";

/// What separates the parts of a web address.
const BETWEEN_PARTS: [char; 7] = ['/', '?', '#', '&', '=', ';', ','];

/// Words as everybody may read them.
pub(super) fn shown(words: &str) -> String {
    let clean = visible::clean(words);
    if has_sign(&clean) {
        without_addresses(&clean)
    } else {
        clean
    }
}

/// Other forms of the sign: wide, small, and as web addresses write it.
const SIGNS: [&str; 5] = ["@", "\u{ff20}", "\u{fe6b}", "%40", "%2540"];

fn has_sign(words: &str) -> bool {
    SIGNS.iter().any(|sign| words.contains(sign))
}

fn with_plain_signs(words: &str) -> String {
    let words = words.replace(['\u{ff20}', '\u{fe6b}'], "@");
    words.replace("%2540", "@").replace("%40", "@")
}

/// The same without addresses: whoever wrote one into a text did not mean everybody on the web.
fn without_addresses(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find("://") {
        let in_scheme = |c: &char| c.is_ascii_alphanumeric() || "+-.".contains(*c);
        let scheme: usize = rest[..at].chars().rev().take_while(in_scheme).map(char::len_utf8).sum();
        // Quotation marks and signs that are no part of an address end it (RFC 3987, section 2.2 has letters only).
        let ends = |c: char| c.is_whitespace() || "<>\"`".contains(c) || !c.is_ascii() && !c.is_alphanumeric();
        let end = rest[at..].find(ends).map_or(rest.len(), |end| at + end);
        out.push_str(&in_words(&rest[..at - scheme]));
        out.push_str(&in_web_address(&rest[at - scheme..end]));
        rest = &rest[end..];
    }
    out.push_str(&in_words(rest));
    out
}

/// Words that are no web address.
fn in_words(words: &str) -> Cow<'_, str> {
    if !has_sign(words) {
        return Cow::Borrowed(words);
    }
    let is_local = |c: &char| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(*c);
    let is_domain = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let in_brackets = |c: &char| c.is_ascii_hexdigit() || ".:IPv6".contains(*c);
    let plain = with_plain_signs(words);
    let mut out = String::with_capacity(plain.len());
    let mut rest = plain.as_str();
    while let Some(at) = rest.find('@') {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        // `"Vera B"@example.org` and `vera@[192.0.2.1]` are addresses, too (RFC 5322, section 3.4.1).
        let quoted = before
            .strip_suffix('"')
            .and_then(|inner| Some(before.len() - inner.rfind('"')?));
        let plain_local = || before.chars().rev().take_while(is_local).map(char::len_utf8).sum();
        let local: usize = quoted.unwrap_or_else(plain_local);
        let literal = after.strip_prefix('[').and_then(|inner| {
            let length: usize = inner.chars().take_while(in_brackets).map(char::len_utf8).sum();
            inner[length..].starts_with(']').then(|| &after[..length + 2])
        });
        let domain: usize = after.chars().take_while(is_domain).map(char::len_utf8).sum();
        let named = literal.unwrap_or_else(|| after[..domain].trim_end_matches(['.', '-']));
        if local > 0 && !named.is_empty() && !named.starts_with('.') {
            out.push_str(&before[..before.len() - local]);
            out.push_str(ADDRESS);
            rest = &after[named.len()..];
        } else if let Some(length) = on_matrix(after).filter(|_| local == 0) {
            out.push_str(before);
            out.push_str(ADDRESS);
            rest = &after[length..];
        } else {
            out.push_str(before);
            out.push('@');
            rest = after;
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// How much of these words, which follow a sign, is the rest of an account on Matrix: `vera:example.org:8448`.
fn on_matrix(words: &str) -> Option<usize> {
    let (name, server) = words.split_once(':')?;
    let is_name = |c: char| c.is_alphanumeric() || "._=/+-".contains(c);
    if name.is_empty() || !name.chars().all(is_name) {
        return None;
    }
    let in_server = |c: &char| c.is_alphanumeric() || ".-:[]".contains(*c);
    let length: usize = server.chars().take_while(in_server).map(char::len_utf8).sum();
    let server = server[..length].trim_end_matches(['.', '-', ':', ']']);
    (!server.is_empty()).then_some(name.len() + 1 + server.len())
}

/// A web address, in which only names of people go.
fn in_web_address(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else {
        return url.to_owned();
    };
    let host_ends = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(host_ends);
    // What stands before the host is a login, and makes people take it for the host.
    let host = SIGNS
        .iter()
        .filter_map(|sign| host.rfind(sign).map(|at| at + sign.len()))
        .max()
        .map_or(host, |at| &host[at..]);
    let mut out = format!("{scheme}://{host}");
    let (mut in_query, mut of_a_list) = (false, false);
    for part in path.split_inclusive(BETWEEN_PARTS) {
        let words = part.trim_end_matches(BETWEEN_PARTS);
        let is_the_list = of_a_list && !in_query && is_at(words, host);
        if is_the_list {
            out.push_str(words);
        } else {
            out.push_str(&in_part(words, in_query));
        }
        out.push_str(&part[words.len()..]);
        in_query |= part.ends_with('?');
        of_a_list = part.eq_ignore_ascii_case("list/");
    }
    out
}

/// Is it an address at that very host? After `/list/` it is a mailing list's own, in its archive.
fn is_at(words: &str, host: &str) -> bool {
    let plain = with_plain_signs(words);
    let at = plain.split_once('@').map(|(_, domain)| domain);
    at.is_some_and(|domain| domain.eq_ignore_ascii_case(host))
}

/// A part of a web address without mail addresses and accounts on Matrix. In a query what is at a host without a dot is an
/// address, too; in a path it is somebody's version or folder.
fn in_part(part: &str, in_query: bool) -> Cow<'_, str> {
    if !has_sign(part) {
        return Cow::Borrowed(part);
    }
    let plain = with_plain_signs(part)
        .replace("%3A", ":")
        .replace("%3a", ":")
        .replace("%2E", ".")
        .replace("%2e", ".");
    let is_local = |c: &char| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(*c);
    let is_domain = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let is_word = |label: &str| label.chars().take_while(|c| c.is_alphabetic()).count() >= 2;
    let (mut out, mut rest, mut is_masked) = (String::new(), plain.as_str(), false);
    while let Some(at) = rest.find('@') {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        let local: usize = before.chars().rev().take_while(is_local).map(char::len_utf8).sum();
        let domain: usize = after.chars().take_while(is_domain).map(char::len_utf8).sum();
        let labels: Vec<&str> = after[..domain].split('.').collect();
        // `tool@4.10` is a version, `tree@main` a branch.
        let is_host = labels.iter().skip(1).any(|label| is_word(label)) || in_query && is_word(labels[0]);
        let (from, length) = if local > 0 && after.starts_with('[') {
            (local, after.find(']').map_or(after.len(), |end| end + 1))
        } else if local > 0 && is_host {
            (local, domain)
        } else if let Some(length) = on_matrix(after).filter(|_| local == 0) {
            (0, length)
        } else {
            out.push_str(before);
            out.push('@');
            rest = after;
            continue;
        };
        is_masked = true;
        out.push_str(&before[..before.len() - from]);
        out.push_str(ADDRESS);
        rest = &after[length..];
    }
    out.push_str(rest);
    // What names nobody stays as it was written.
    if is_masked {
        Cow::Owned(out)
    } else {
        Cow::Borrowed(part)
    }
}

/// A paragraph as plain text.
pub(super) fn plain(paragraph: &Paragraph) -> String {
    let words = paragraph.0.iter().map(|span| match span {
        Span::Link(url) => in_parts(url),
        Span::Text(words) | Span::Strong(words) | Span::Code(words) | Span::Person(words) => shown(words),
    });
    words.collect()
}

/// The address to which a browser may follow a link: on the web, without a login, and naming nobody.
pub(super) fn web(url: &str) -> Option<String> {
    let lower = url.to_ascii_lowercase();
    let is_web = lower.starts_with("https://") || lower.starts_with("http://");
    if !is_web || url.chars().any(|c| c.is_control() || c == ' ') {
        return None;
    }
    if !has_sign(url) {
        return Some(url.to_owned());
    }
    Some(in_web_address(url)).filter(|shown| !shown.contains(ADDRESS))
}

/// An address as words.
pub(super) fn in_parts(url: &str) -> String {
    shown(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_of_anybody_is_shown_and_other_words_stay() {
        for (words, expected) in [
            ("write to Vera.Example+x@example.org.", "write to (address)."),
            ("<vera@example.org>, vera@localhost", "<(address)>, (address)"),
            ("vera!~v@gateway/web, nick@host: hi", "(address)/web, (address): hi"),
            ("@vera:fedora.im and a @ b.c", "(address) and a @ b.c"),
            (
                "(@vera:example.org:8448), @Vera_1:localhost.",
                "((address)), (address).",
            ),
            ("@vera: is it so? @otto, and @ida:", "@vera: is it so? @otto, and @ida:"),
            ("a@b.c@d.e", "(address)@d.e"),
            ("ü@exämple.org!", "(address)!"),
            ("x@.org", "x@.org"),
            (
                "leak\u{ff20}example.org, leak\u{fe6b}example.org",
                "(address), (address)",
            ),
            ("mailto:leak%40example.org", "mailto:(address)"),
            ("", ""),
            // Web addresses keep what names nobody.
            (
                "see https://vera@example.org/a, then",
                "see https://example.org/a, then",
            ),
            ("https://vera:pass%40word@example.org", "https://example.org"),
            (
                "https://forge.example.org/@team/tool@4.10?x=1",
                "https://forge.example.org/@team/tool@4.10?x=1",
            ),
            (
                "https://example.org/a%40b/tree@main",
                "https://example.org/a%40b/tree@main",
            ),
            ("https://matrix.to/#/@vera:example.org", "https://matrix.to/#/(address)"),
            (
                "https://matrix.to/#/%40vera%3Aexample.org",
                "https://matrix.to/#/(address)",
            ),
            (
                "https://example.org/?mail=vera@example.org&a=b",
                "https://example.org/?mail=(address)&a=b",
            ),
            ("https://example.org/?u=vera@host", "https://example.org/?u=(address)"),
            ("https://example.org vera@example.org", "https://example.org (address)"),
            (
                "“https://example.org/u/vera@example.org”",
                "“https://example.org/u/(address)”",
            ),
            (
                "«https://example.org/?m=vera@example.org».",
                "«https://example.org/?m=(address)».",
            ),
            (
                "(https://example.org/u/vera@example.org)",
                "(https://example.org/u/(address))",
            ),
            (
                "https://example.org/u/vera@example.org… or",
                "https://example.org/u/(address)… or",
            ),
            (
                "https://example.org/u/vera@example.org。",
                "https://example.org/u/(address)。",
            ),
            (
                "https://example.org/u/vera@example.org!",
                "https://example.org/u/(address)!",
            ),
            ("\"Vera B\"@example.org, vera@[192.0.2.1].", "(address), (address)."),
        ] {
            assert_eq!(shown(words), expected, "{words}");
        }
        let archive = "https://lists.example.org/list/infra@lists.example.org/thread/1/";
        assert_eq!(in_parts(archive), archive);
        let person = "https://lists.example.org/list/vera@example.org/thread/1/";
        assert_eq!(in_parts(person), "https://lists.example.org/list/(address)/thread/1/");
    }

    #[test]
    fn links_lead_to_the_web_alone() {
        for (url, to) in [
            ("https://example.org/", None),
            ("HTTP://example.org", None),
            (
                "https://lists.example.org/archives/list/infra@lists.example.org/thread/1/",
                None,
            ),
            ("https://forge.example.org/@team/tool@4.10", None),
            ("https://vera:secret@example.org/a", Some("https://example.org/a")),
            ("https://github.com%40evil.example/", Some("https://evil.example/")),
        ] {
            assert_eq!(web(url).as_deref(), Some(to.unwrap_or(url)), "{url}");
        }
        for url in [
            "javascript:alert(1)",
            "https://example.org/?mail=vera@example.org",
            "https://example.org/vera%40example.org",
            "https://lists.example.org/archives/list/vera@example.org/",
            "https://matrix.to/#/@vera:example.org",
            "data:text/html,x",
            " https://x",
            "https://x y",
            "//x",
            "mailto:a@b.c",
        ] {
            assert_eq!(web(url), None, "{url}");
        }
    }
}
