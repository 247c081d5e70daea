//! What somebody typed, without their client's formatting.

use crate::visible::{is_hidden, plain_bytes};

/// The text without colours, styles, control characters and invisible spaces.
pub(super) fn strip_formatting(text: &str) -> String {
    if plain_bytes(text) == text.len() {
        return text.to_owned();
    }
    let mut words = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            // Colour: up to two digits, then optionally a comma and up to two more.
            '\u{03}' => {
                if skip_while(&mut rest, 2, |c| c.is_ascii_digit()) > 0 {
                    let mut ahead = rest.clone();
                    if ahead.next() == Some(',') && skip_while(&mut ahead, 2, |c| c.is_ascii_digit()) > 0 {
                        rest = ahead;
                    }
                }
            }
            // Colour in six hexadecimal digits, then optionally a comma and six more.
            '\u{04}' => {
                let mut ahead = rest.clone();
                if skip_while(&mut ahead, 6, |c| c.is_ascii_hexdigit()) == 6 {
                    rest = ahead.clone();
                    if ahead.next() == Some(',') && skip_while(&mut ahead, 6, |c| c.is_ascii_hexdigit()) == 6 {
                        rest = ahead;
                    }
                }
            }
            '\t' | '\u{2028}' | '\u{2029}' => words.push(' '),
            '\u{200B}' | '\u{2060}' | '\u{FEFF}' => {}
            // Some clients put a mark for the direction of writing before the first word.
            c if is_hidden(c) && words.trim_start().is_empty() => {}
            c if c.is_control() => {}
            c => words.push(c),
        }
    }
    words
}

fn skip_while(
    rest: &mut std::iter::Peekable<std::str::Chars<'_>>,
    at_most: usize,
    wanted: impl Fn(char) -> bool,
) -> usize {
    let mut count = 0;
    while count < at_most && rest.next_if(|c| wanted(*c)).is_some() {
        count += 1;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::strip_formatting;

    #[test]
    fn formatting_goes_and_the_words_stay() {
        for (typed, read) in [
            ("\u{03}04,12!rfr\u{03} status", "!rfr status"),
            ("\u{03}4!rfr 12", "!rfr 12"),
            ("\u{03},5", ",5"),
            ("\u{03}123", "3"),
            ("\u{03}1,x", ",x"),
            ("\u{04}FF0000,00ff00!rfr", "!rfr"),
            ("\u{04}FF00!rfr", "FF00!rfr"),
            (
                "\u{02}!rfr\u{0F} \u{1D}next\u{1F}\u{16}\u{11}\u{1E} badges",
                "!rfr next badges",
            ),
            ("!rfr\tstatus\u{7}\u{85}\u{0}", "!rfr status"),
            ("k\u{200B}ev\u{2060}in\u{FEFF}", "kevin"),
            ("one\u{2028}two", "one two"),
            ("\u{200E}!rfr next", "!rfr next"),
            ("\u{200F}\u{FEFF} \u{2067}!rfr next", " !rfr next"),
            ("نمی\u{200C}خواهم", "نمی\u{200C}خواهم"),
            ("a\u{200E}b", "a\u{200E}b"),
            ("naïve 👩\u{200D}💻", "naïve 👩\u{200D}💻"),
        ] {
            assert_eq!(strip_formatting(typed), read, "{typed:?}");
        }
    }
}
