//! Common defects of headers: encoded words that were split, and ids that were folded.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use std::fmt::Write as _;

/// An encoded word (RFC 2047, section 2), decoded to bytes in its charset.
struct EncodedWord<'a> {
    charset: &'a str,
    bytes: Vec<u8>,
}

/// Reads the encoded word at the start of a text; returns it with the rest.
fn word(text: &str) -> Option<(EncodedWord<'_>, &str)> {
    let inner = text.strip_prefix("=?")?;
    let (charset, rest) = inner.split_once('?')?;
    let (encoding, rest) = rest.split_once('?')?;
    let (words, behind) = rest.split_once("?=")?;
    let fits = charset.len() <= 60 && !charset.contains(char::is_whitespace) && words.len() <= 2000;
    if !fits {
        return None;
    }
    let bytes = if encoding.eq_ignore_ascii_case("b") {
        base64_decode(words.trim().as_bytes())?
    } else if encoding.eq_ignore_ascii_case("q") {
        quoted_printable_decode(words.replace(['_', ' '], "=20").as_bytes())?
    } else {
        return None;
    };
    Some((EncodedWord { charset, bytes }, behind))
}

/// The header with adjacent encoded words of one charset merged: some programs split them inside a character, although
/// RFC 2047, section 5 forbids it.
pub(super) fn joined_words(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut open: Option<EncodedWord<'_>> = None;
    let mut rest = value;
    while let Some(at) = rest.find("=?") {
        let (between, from) = rest.split_at(at);
        let apart = open.is_none() || !between.trim().is_empty();
        if apart {
            close(&mut out, open.take());
            out.push_str(between);
        }
        match word(from) {
            Some((word, behind)) => {
                match &mut open {
                    Some(last) if last.charset.eq_ignore_ascii_case(word.charset) => last.bytes.extend(word.bytes),
                    Some(_) => {
                        close(&mut out, open.take());
                        out.push(' ');
                        open = Some(word);
                    }
                    None => open = Some(word),
                }
                rest = behind;
            }
            None => {
                close(&mut out, open.take());
                if !apart {
                    out.push_str(between);
                }
                out.push_str("=?");
                rest = &from[2..];
            }
        }
    }
    close(&mut out, open);
    out.push_str(rest);
    out
}

fn close(out: &mut String, word: Option<EncodedWord<'_>>) {
    let Some(EncodedWord { charset, bytes }) = word else {
        return;
    };
    let _ = write!(out, "=?{charset}?Q?");
    for byte in bytes {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "={byte:02X}");
        }
    }
    out.push_str("?=");
}

/// The ids of a header, in order and without brackets: some programs encode them, or fold inside one.
pub(super) fn ids(value: &str) -> Vec<String> {
    let mut plain = String::with_capacity(value.len());
    let whole = joined_words(value);
    let mut rest = whole.as_str();
    while let Some(at) = rest.find("=?") {
        plain.push_str(&rest[..at]);
        match word(&rest[at..]) {
            Some((word, behind)) => {
                plain.push_str(&String::from_utf8_lossy(&word.bytes));
                rest = behind;
            }
            None => {
                plain.push_str("=?");
                rest = &rest[at + 2..];
            }
        }
    }
    plain.push_str(rest);
    if !plain.contains('<') {
        let words = plain.split([' ', '\t', '\r', '\n', ',', ';', '(', ')', '"', '>']);
        let ids = words.filter(|word| word.contains('@'));
        return ids.map(str::to_owned).collect();
    }
    let mut found = Vec::new();
    for begun in plain.split('<').skip(1) {
        let id = begun.split('>').next().unwrap_or_default();
        let id: String = id.chars().filter(|c| !c.is_whitespace()).collect();
        if id.contains('@') {
            found.push(id);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_were_split_within_a_character_are_put_together() {
        for (written, read) in [
            ("=?utf-8?B?ZsM=?= =?utf-8?B?vHI=?=", "=?utf-8?Q?f=C3=BCr?="),
            (
                "=?utf-8?Q?f=C3?= \n\t=?UTF-8?Q?=BCr_alle?=",
                "=?utf-8?Q?f=C3=BCr=20alle?=",
            ),
            ("a =?utf-8?q?b?= c =?utf-8?q?d?=", "a =?utf-8?Q?b?= c =?utf-8?Q?d?="),
            ("=?utf-8?q?b?= =?koi8-r?q?d?=", "=?utf-8?Q?b?= =?koi8-r?Q?d?="),
            ("plain", "plain"),
            ("=?utf-8?x?b?= =?", "=?utf-8?x?b?= =?"),
        ] {
            assert_eq!(joined_words(written), read, "{written}");
        }
    }

    #[test]
    fn ids_are_found_however_they_are_written() {
        for written in [
            "<1@x> <2.y@z>",
            "<1@x><2.y@z>",
            "<1@x>,\n <2.y@z> (a comment)",
            "<1@x> <2.y\n @z>",
            "<1@x <2.y@z",
            "=?utf-8?q?=3C1=40x=3E?= =?utf-8?q?=3C2=2Ey=40z=3E?=",
            "=?utf-8?q?=3C1=40x=3E_=3C2=2Ey=40?=\n =?utf-8?q?z=3E?=",
            "=?us-ascii?B?PDFAeD4gPDIueUB6Pg==?=",
            "1@x 2.y@z",
        ] {
            assert_eq!(ids(written), ["1@x", "2.y@z"], "{written}");
        }
        assert!(ids("Your message of \"Monday\"").is_empty());
    }
}
