//! From the bytes of a part to its text, whatever charset it claims.

use mail_parser::decoders::charsets::map::charset_decoder;

/// The text of bytes in the charset that a mail names. If the name is missing, unknown, or wrongly UTF-8, the text is
/// read as UTF-8 if valid, otherwise as windows-1252, which old European programs use.
pub(super) fn decoded(bytes: &[u8], named: &str) -> String {
    let name = known_as(named);
    let says_nothing = matches!(
        name.as_str(),
        "" | "utf-8" | "us-ascii" | "ascii" | "ansi-x3.4-1968" | "unknown-8bit" | "x-unknown" | "unknown" | "default"
    );
    if says_nothing {
        return guessed(bytes);
    }
    match charset_decoder(name.as_bytes()) {
        // Many programs name an old charset but write UTF-8.
        Some(_) if is_european(&name) && is_utf8_beyond_ascii(bytes) => guessed(bytes),
        Some(decode) => decode(bytes),
        None => guessed(bytes),
    }
}

fn guessed(bytes: &[u8]) -> String {
    match str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(error) => match charset_decoder(b"windows-1252") {
            // Text truncated inside a character is still UTF-8.
            Some(_) if error.error_len().is_none() && error.valid_up_to() > 0 => {
                String::from_utf8_lossy(bytes).into_owned()
            }
            Some(decode) => decode(bytes),
            None => String::from_utf8_lossy(bytes).into_owned(),
        },
    }
}

fn is_european(name: &str) -> bool {
    name.starts_with("iso-8859-") || name.starts_with("windows-125")
}

/// Text in an old European charset that happens to be valid UTF-8 is rarer than a wrong name: each non-ASCII character
/// would have to be two or three letters of it, such as `Ã¼`.
fn is_utf8_beyond_ascii(bytes: &[u8]) -> bool {
    !bytes.is_ascii() && str::from_utf8(bytes).is_ok()
}

/// The library's name for a charset.
fn known_as(named: &str) -> String {
    let name = named.trim().trim_matches(['"', '\'']).to_ascii_lowercase();
    let name = name
        .strip_prefix("x-")
        .filter(|name| !name.is_empty() && *name != "unknown")
        .unwrap_or(&name);
    let name = name.replacen("cp-", "cp", 1).replace('_', "-");
    let same = match name.as_str() {
        "cp932" | "ms-cp932" | "ms932" | "windows-932" | "windows932" | "win-31j" | "windows-31j" | "mskanji"
        | "ms-kanji" | "shift-jis" | "shiftjis" | "sjis" => "shift_jis",
        "cp51932" | "eucjp" | "euc-jp" | "eucjp-ms" | "cp20932" => "euc-jp",
        "cp50220" | "cp50221" | "cp50222" | "iso-2022-jp-ms" | "iso-2022-jp-1" | "iso-2022-jp-2" => "iso-2022-jp",
        "cp949" | "ms949" | "uhc" | "ks-c-5601-1987" | "euckr" => "euc-kr",
        "cp950" | "ms950" | "cp951" => "big5",
        "cp936" | "ms936" | "gb2312" | "euc-cn" | "gb-2312" => "gbk",
        "cp54936" => "gb18030",
        "utf8" | "cp65001" | "utf-8-mac" | "unicode-1-1-utf-8" | "utf8mb4" => "utf-8",
        "latin1" | "latin-1" | "iso8859-1" | "8859-1" | "iso-8859-1-unicode" | "ansi" | "iso-latin-1" => "iso-8859-1",
        "cp1250" | "win-1250" | "windows1250" => "windows-1250",
        "cp1251" | "win-1251" | "windows1251" | "ansi-1251" => "windows-1251",
        "cp1252" | "win-1252" | "windows1252" => "windows-1252",
        "koi8" => "koi8-r",
        "iso-8859-8-i" | "iso-8859-8-e" => "iso-8859-8",
        "mac" | "mac-roman" | "macroman" => "macintosh",
        other => {
            return match other.strip_prefix("iso8859-").or_else(|| other.strip_prefix("latin-")) {
                Some(part) if other.starts_with("iso8859-") => format!("iso-8859-{part}"),
                Some(_) | None => other.to_owned(),
            };
        }
    };
    same.to_owned()
}

/// Invisible characters that change how a line is shown: direction, joining and filler characters.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_charset_is_known_by_its_many_names() {
        for (bytes, name, text) in [
            (&b"f\xfcr"[..], "", "f\u{fc}r"),
            (b"f\xc3\xbcr", "", "f\u{fc}r"),
            (b"f\xfcr", "utf-8", "f\u{fc}r"),
            (b"f\xfcr", "us-ascii", "f\u{fc}r"),
            (b"f\xfcr", "no-such-charset", "f\u{fc}r"),
            (b"f\xc3\xbcr", "iso-8859-1", "f\u{fc}r"),
            (b"f\xfcr", "iso8859-1", "f\u{fc}r"),
            (b"\x93so\x94", "iso-8859-1", "\u{201c}so\u{201d}"),
            (b"\x82\xa0", "cp932", "\u{3042}"),
            (b"\x82\xa0", "CP-932", "\u{3042}"),
            (b"\x82\xa0", "x-sjis", "\u{3042}"),
            (b"\xb0\xa1", "cp949", "\u{ac00}"),
            (b"\xf0\xd2", "koi8-r", "\u{41f}\u{440}"),
            (b"\xcf\xf0", "win-1251", "\u{41f}\u{440}"),
            (b"f\xc3", "", "f\u{fffd}"),
        ] {
            assert_eq!(decoded(bytes, name), text, "{name}");
        }
    }
}
