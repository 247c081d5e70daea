//! Filters everything that leaves the bot: chat, mails, the console, the control socket, the HTTP listener, logs.
//!
//! Characters that hide, reverse or overwrite other text are removed ([`clean`]), or shown by number if nothing may be
//! lost ([`escaped`], [`json`]); those that belong to words stay. No line of chat starts with a character that another
//! bot takes for a command ([`guarded`]), as the room's meeting bot does.

use std::fmt::Write as _;
use std::io::{self, Write};
use unicode_width::UnicodeWidthChar;

/// Zero-width non-joiner and joiner: parts of Persian and Indic words, and of emoji.
const JOINERS: [char; 2] = ['\u{200C}', '\u{200D}'];
/// Most combining marks on one letter; no living language needs more.
const MARKS: usize = 5;
/// How many characters of others' text a log shows.
const SHOWN: usize = 400;

/// Is it invisible (Unicode's `Default_Ignorable_Code_Point`), or does it change the direction?
pub fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Does it end a line, or control a terminal?
fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// The safe part of a text, on one line.
pub fn clean(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    push(&mut line, words);
    line
}

/// How many bytes at its beginning are letters, digits, punctuation and spaces of ASCII: most of what anybody says is
/// nothing else, and then needs no closer look.
pub fn plain_bytes(words: &str) -> usize {
    words.bytes().take_while(|byte| matches!(byte, b' '..=b'~')).count()
}

/// Appends the safe part of a text.
pub fn push(line: &mut String, words: &str) {
    let mut marks = 0;
    let mut rest = words;
    loop {
        let (plain, others) = rest.split_at(plain_bytes(rest));
        if !plain.is_empty() {
            marks = 0;
            line.push_str(plain);
        }
        let mut signs = others.chars();
        let Some(c) = signs.next() else { return };
        rest = signs.as_str();
        if is_control(c) {
            line.push(' ');
            continue;
        }
        let before = line.chars().next_back();
        let leaves = if is_hidden(c) {
            belongs(before, c, rest.chars().next())
        } else if c.width() == Some(0) {
            marks += 1;
            // Without a letter before it, it would attach to whatever a client puts before the line.
            marks <= MARKS && before.is_some()
        } else {
            marks = 0;
            true
        };
        if leaves {
            line.push(c);
        }
    }
}

/// Is an invisible character between these two part of a word or of an emoji?
fn belongs(before: Option<char>, c: char, after: Option<char>) -> bool {
    let Some(before) = before else { return false };
    let is_letter = |c: char| !c.is_whitespace() && !is_control(c) && !is_hidden(c);
    let is_variant = |c: char| matches!(c, '\u{FE0E}' | '\u{FE0F}');
    // The letters in a regional flag, such as Scotland's.
    let is_tag = |c: char| matches!(c, '\u{E0020}'..='\u{E007F}');
    if JOINERS.contains(&c) {
        (is_letter(before) || is_variant(before)) && after.is_some_and(is_letter)
    } else if is_tag(c) {
        before == '🏴' || is_tag(before)
    } else {
        is_variant(c) && is_letter(before)
    }
}

/// Punctuation with which no other bot's command starts.
const HARMLESS: [char; 21] = [
    '(', '[', '{', '"', '\'', '_', '“', '”', '„', '‘', '’', '‚', '«', '»', '‹', '›', '·', '•', '…', '–', '—',
];

/// Does a line start with a character that some bot may take for a command: `!topic`, `.weather`, `！topic`, `¡topic`?
/// Spaces and marks before it make no difference.
pub fn begins_like_a_command(line: &str) -> bool {
    let mut signs = line.chars();
    let first = signs.find(|c| !c.is_whitespace() && !is_control(*c) && !is_hidden(*c) && c.width() != Some(0));
    first.is_some_and(|c| {
        let is_punctuation = c.is_ascii_punctuation()
            || matches!(c,
                '\u{A1}'..='\u{BF}' | '\u{37E}' | '\u{387}' | '\u{55A}'..='\u{55F}' | '\u{589}' | '\u{60C}' | '\u{61B}'
                | '\u{61F}' | '\u{66A}'..='\u{66D}' | '\u{6D4}' | '\u{964}' | '\u{965}' | '\u{1360}'..='\u{1368}'
                | '\u{1802}'..='\u{180A}' | '\u{2010}'..='\u{205E}' | '\u{20A0}'..='\u{20C0}' | '\u{2190}'..='\u{22FF}'
                | '\u{2753}'..='\u{2757}' | '\u{2762}' | '\u{2795}'..='\u{2797}' | '\u{27E8}'..='\u{27EF}'
                | '\u{2980}'..='\u{2E7F}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{301F}' | '\u{30FB}'
                | '\u{A4FE}' | '\u{A4FF}' | '\u{A60D}'..='\u{A60F}' | '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE6F}'
                | '\u{FF01}'..='\u{FF0F}' | '\u{FF1A}'..='\u{FF20}' | '\u{FF3B}'..='\u{FF40}' | '\u{FF5B}'..='\u{FF65}'
                | '\u{FFE0}'..='\u{FFEE}');
        is_punctuation && !HARMLESS.contains(&c)
    })
}

/// Changes a line so that it is not another bot's command.
pub fn guarded(line: &str) -> String {
    if begins_like_a_command(line) {
        format!("· {line}")
    } else {
        line.to_owned()
    }
}

/// Is it shown by number if nothing may be lost?
fn is_numbered(c: char) -> bool {
    is_control(c) || is_hidden(c)
}

/// Text by others as a log or the metrics may show it: on one line, with nothing hidden.
pub fn escaped(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    let mut marks = 0;
    for c in words.chars() {
        marks = if c.width() == Some(0) { marks + 1 } else { 0 };
        match c {
            '\n' => line.push_str("\\n"),
            '\r' => line.push_str("\\r"),
            '\t' => line.push_str("\\t"),
            c if is_numbered(c) || marks > MARKS => line.extend(c.escape_unicode()),
            c => line.push(c),
        }
    }
    line
}

/// The same, with a length limit.
pub fn shown(words: &str) -> String {
    escaped(&words.chars().take(SHOWN).collect::<String>())
}

/// Several lines of our own that may contain text by others: line ends stay, everything else as in [`escaped`].
pub fn escaped_lines(text: &str) -> String {
    text.split('\n').map(escaped).collect::<Vec<_>>().join("\n")
}

/// The same JSON with nothing hidden in its strings: outside of strings JSON has no such characters.
pub fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut marks = 0;
    for c in text.chars() {
        marks = if c.width() == Some(0) { marks + 1 } else { 0 };
        if is_numbered(c) && !matches!(c, '\n' | '\r' | '\t') || marks > MARKS {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string does not fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// Passes JSON on with nothing hidden in it; must be given whole lines.
#[derive(Debug)]
pub struct JsonWriter<W>(pub W);

impl<W: Write> Write for JsonWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write_all(json(&String::from_utf8_lossy(bytes)).as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_hides_turns_or_overwrites_words_does_not_leave() {
        for (words, leaves) in [
            ("a\u{202E}b\u{2066}c\u{200B}d\u{AD}e\u{E0041}f\u{3164}g", "abcdefg"),
            ("a\u{1b}[31mb\u{2028}c\rd\u{9b}e", "a [31mb c d e"),
            ("\u{301}!topic", "!topic"),
            (
                "نمی\u{200C}خواهم 👩\u{200D}💻 ❤\u{FE0F}",
                "نمی\u{200C}خواهم 👩\u{200D}💻 ❤\u{FE0F}",
            ),
        ] {
            assert_eq!(clean(words), leaves, "{words:?}");
        }
        assert_eq!(clean(&format!("a{}b", "\u{301}".repeat(80))).chars().count(), 2 + MARKS);
    }

    #[test]
    fn no_line_begins_like_a_command_of_another_bot() {
        for sign in "!#.,@?$%&~^;:+-=|/\\<>*`！＃．，＠？＄＆～；－＋＞¡¿‼❗❓。､؟՜→€".chars()
        {
            for words in [
                format!("{sign}topic x"),
                format!("  {sign}topic"),
                format!("\u{200B}\u{301}{sign}topic"),
                sign.to_string(),
            ] {
                assert!(guarded(&words).starts_with("· "), "{words:?}");
            }
        }
        for words in [
            "badges: noted: !topic",
            "“!topic”",
            "(1) x",
            "2026-12-03",
            "✅ done",
            "été",
            "… 9 more lines",
            "日本",
            "👍 yes",
        ] {
            assert_eq!(guarded(words), words);
        }
    }

    #[test]
    fn where_nothing_may_be_lost_hidden_signs_are_shown_by_their_numbers() {
        assert_eq!(
            escaped("a\r\nb\u{202e}c\u{85}d\u{AD}"),
            "a\\r\\nb\\u{202e}c\\u{85}d\\u{ad}"
        );
        assert_eq!(escaped_lines("a\u{1b}\nb"), "a\\u{1b}\nb");
        let value = serde_json::json!({"why": "a\u{202e}b\u{9b}\u{E0041}c\nd"});
        let text = json(&value.to_string());
        assert!(text.is_ascii(), "{text}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).expect("JSON"), value);
    }
}
