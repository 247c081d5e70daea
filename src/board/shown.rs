//! Words of people as everybody may read them: nothing hidden in them, and no mail address.

use crate::text::{Paragraph, Span};
use crate::visible;

/// What stands for a mail address.
const ADDRESS: &str = "(address)";

/// Words as everybody may read them.
pub(super) fn shown(words: &str) -> String {
    without_addresses(&visible::clean(words))
}

/// The same without mail addresses: whoever wrote one into a text did not mean everybody on the web.
fn without_addresses(words: &str) -> String {
    let is_local = |c: char| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
    let is_domain = |c: char| c.is_alphanumeric() || c == '.' || c == '-';
    // Other forms of the sign: wide, small, and as web addresses write it.
    let plain = words.replace(['\u{ff20}', '\u{fe6b}'], "@").replace("%40", "@");
    let words = plain.as_str();
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(at) = rest.find('@') {
        let (before, after) = (&rest[..at], &rest[at + 1..]);
        let local: usize = before
            .chars()
            .rev()
            .take_while(|c| is_local(*c))
            .map(char::len_utf8)
            .sum();
        let domain: usize = after.chars().take_while(|c| is_domain(*c)).map(char::len_utf8).sum();
        let named = after[..domain].trim_end_matches(['.', '-']);
        if local > 0 && named.contains('.') && !named.starts_with('.') {
            out.push_str(&before[..before.len() - local]);
            out.push_str(ADDRESS);
            rest = &after[named.len()..];
        } else {
            out.push_str(before);
            out.push('@');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// A paragraph as plain text.
pub(super) fn plain(paragraph: &Paragraph) -> String {
    let words = paragraph.0.iter().map(|span| match span {
        Span::Link(url) => in_parts(url),
        Span::Text(words) | Span::Strong(words) | Span::Code(words) | Span::Person(words) => shown(words),
    });
    words.collect()
}

/// Is it an address that a browser may follow, and in which no mail address is but that of a list whose archive it is?
pub(super) fn is_web(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    let names_somebody = ["@", "%40", "\u{ff20}", "\u{fe6b}"].iter().any(|at| lower.contains(at));
    if names_somebody && !lower.contains("/archives/list/") && !lower.contains("/list/") {
        return false;
    }
    (lower.starts_with("https://") || lower.starts_with("http://")) && !url.chars().any(|c| c.is_control() || c == ' ')
}

/// An address as words: of a mailing list's archive the mail address alone is left out.
pub(super) fn in_parts(url: &str) -> String {
    let parts: Vec<String> = url.split('/').map(shown).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mail_address_is_shown_and_other_words_stay() {
        for (words, expected) in [
            ("write to Vera.Example+x@example.org.", "write to (address)."),
            ("<vera@example.org>, vera@localhost", "<(address)>, vera@localhost"),
            ("@vera:fedora.im and a @ b.c", "@vera:fedora.im and a @ b.c"),
            ("a@b.c@d.e", "(address)@d.e"),
            ("ü@exämple.org!", "(address)!"),
            ("x@.org", "x@.org"),
            (
                "leak\u{ff20}example.org, leak\u{fe6b}example.org",
                "(address), (address)",
            ),
            ("mailto:leak%40example.org", "mailto:(address)"),
            ("", ""),
        ] {
            assert_eq!(shown(words), expected, "{words}");
        }
        let archive = "https://lists.example.org/list/infra@lists.example.org/thread/1/";
        assert_eq!(in_parts(archive), "https://lists.example.org/list/(address)/thread/1/");
    }

    #[test]
    fn links_lead_to_the_web_alone() {
        for url in [
            "https://example.org/",
            "HTTP://example.org",
            "https://lists.example.org/archives/list/infra@lists.example.org/thread/1/",
        ] {
            assert!(is_web(url), "{url}");
        }
        for url in [
            "javascript:alert(1)",
            "https://example.org/?mail=vera@example.org",
            "https://example.org/vera%40example.org",
            "data:text/html,x",
            " https://x",
            "https://x y",
            "//x",
            "mailto:a@b.c",
        ] {
            assert!(!is_web(url), "{url}");
        }
    }
}
