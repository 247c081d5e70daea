//! The text of a mail: cleaned of anything harmful, wrapped so that it survives quoting, and cut if it is too long.

use crate::visible;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Widest line: with two or three levels of `> ` before it, it still fits eighty columns.
pub(super) const COLUMNS: usize = 72;

/// What Mailman 3 takes for a command in a subject or among the first lines of a body, with the most arguments of each
/// (its rule `administrivia`); a mail with one is held.
const COMMANDS: [(&str, usize); 11] = [
    ("confirm", 1),
    ("help", 0),
    ("info", 0),
    ("lists", 0),
    ("options", 0),
    ("password", 2),
    ("remove", 0),
    ("set", 3),
    ("subscribe", 3),
    ("unsubscribe", 1),
    ("who", 2),
];

/// One line without anything harmful; whatever separates words becomes one space.
pub(super) fn one_line(text: &str) -> String {
    let spaced = visible::clean(text);
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Would Mailman hold a mail for this line?
pub(super) fn is_command(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let first = words.next().unwrap_or_default().to_lowercase();
    let arguments = words.count();
    COMMANDS.iter().any(|(name, most)| *name == first && arguments <= *most)
}

/// The lines of a body, wrapped.
pub(super) fn lines(body: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in body.split('\n') {
        let line = visible::clean(&line.replace('\t', "    "));
        wrap(line.trim_end(), &mut lines);
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    while lines.first().is_some_and(String::is_empty) {
        lines.remove(0);
    }
    lines
}

/// Wraps one line of the body: a paragraph, list item or quote; indented text stays as it is.
fn wrap(line: &str, lines: &mut Vec<String>) {
    if line.starts_with("    ") {
        lines.push(line.to_owned());
        return;
    }
    let line = line.trim_start();
    let quote: String = line.chars().take_while(|c| *c == '>' || *c == ' ').collect();
    let (first, next) = if quote.is_empty() {
        let bullet = bullet(line);
        (line[..bullet].to_owned(), " ".repeat(bullet))
    } else {
        (quote.clone(), quote)
    };
    let words: Vec<&str> = line[first.len()..].split_whitespace().collect();
    if words.is_empty() {
        lines.push(line.trim_end().to_owned());
        return;
    }
    for (index, filled) in fill(&words, COLUMNS.saturating_sub(first.width()))
        .into_iter()
        .enumerate()
    {
        let before = if index == 0 { &first } else { &next };
        lines.push(format!("{before}{filled}"));
    }
}

/// Length in bytes of a list item's mark: `- `, `* `, `12. `, `3) `; 0 if there is none.
fn bullet(line: &str) -> usize {
    if line.starts_with("- ") || line.starts_with("* ") {
        return 2;
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    if (1..=3).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") ")) {
        digits + 2
    } else {
        0
    }
}

/// Fills lines of at most `columns`; a longer word gets its own line and is never broken. No line but the first looks
/// like a command: if it would, a word of the line before moves down.
fn fill(words: &[&str], columns: usize) -> Vec<String> {
    let mut lines: Vec<Vec<&str>> = Vec::new();
    let mut width = 0;
    for word in words {
        let own = word.chars().map(|c| c.width().unwrap_or(0)).sum::<usize>();
        match lines.last_mut() {
            Some(line) if width + 1 + own <= columns => {
                line.push(word);
                width += 1 + own;
            }
            Some(_) | None => {
                lines.push(vec![word]);
                width = own;
            }
        }
    }
    for index in 1..lines.len() {
        if is_command(&lines[index].join(" "))
            && lines[index - 1].len() > 1
            && let Some(word) = lines[index - 1].pop()
        {
            lines[index].insert(0, word);
        }
    }
    lines.iter().map(|line| line.join(" ")).collect()
}

/// Changes a line that Mailman would take for a command.
pub(super) fn no_command(line: String) -> String {
    if is_command(&line) {
        format!("\"{}\"", line.trim())
    } else {
        line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_lists_quotes_and_blocks_keep_their_shape() {
        let body = "A paragraph that is so long that it needs two lines, which it gets at a place between two words.\n\n\
                    - a member of a list that is so long that it needs two lines, and the second one hangs below the first\n\
                    12. another\n> a quote that is so long that it needs two lines, and the second one is marked as a quote too\n    \
                    a block    that stays as it is, however long it may be, because somebody may want to copy it\n\n\n";
        let expected = "A paragraph that is so long that it needs two lines, which it gets at a\n\
                        place between two words.\n\
                        \n\
                        - a member of a list that is so long that it needs two lines, and the\n  \
                        second one hangs below the first\n\
                        12. another\n\
                        > a quote that is so long that it needs two lines, and the second one is\n\
                        > marked as a quote too\n    \
                        a block    that stays as it is, however long it may be, because somebody may want to copy it";
        assert_eq!(lines(body).join("\n"), expected);
    }

    #[test]
    fn an_address_is_never_broken() {
        let address = format!("https://example.org/{}", "x".repeat(100));
        let body = format!("It can be read at {address} by everybody.");
        assert!(lines(&body).contains(&address), "{:?}", lines(&body));
    }

    #[test]
    fn wide_characters_count_twice() {
        let body = "漢字 ".repeat(40);
        assert!(lines(&body).iter().all(|line| line.width() <= COLUMNS));
    }

    #[test]
    fn what_mailman_takes_for_commands_is_known() {
        for line in [
            "help",
            "HELP",
            " set a b c",
            "subscribe",
            "who owns this",
            "unsubscribe me",
        ] {
            assert!(is_command(line), "{line}");
        }
        for line in ["", "help me", "- help", "who owns this box", "setting a b c"] {
            assert!(!is_command(line), "{line}");
        }
        assert_eq!(no_command("help".to_owned()), "\"help\"");
    }

    #[test]
    fn wrapping_makes_no_command() {
        // Unprotected, the second line would start with `set`.
        let body = format!("{} please set the date", "word ".repeat(13));
        let lines = lines(&body);
        assert_eq!(lines.len(), 2, "{lines:?}");
        assert!(lines.iter().all(|line| !is_command(line)), "{lines:?}");
    }

    #[test]
    fn nothing_harmful_stays() {
        assert_eq!(one_line("a\r\nBcc: x\0\u{202E}b\u{2028}c"), "a Bcc: x b c");
        assert_eq!(lines("a\0b\u{7}\r\nc\u{202E}d"), ["a b", "cd"]);
    }
}
