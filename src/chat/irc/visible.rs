//! What of a text may leave, and what of foreign words a log may show: signs that hide, turn or overwrite other words
//! go, and those that belong to words stay.

use unicode_width::UnicodeWidthChar;

/// Zero-width non-joiner and joiner: parts of Persian and Indic words, and of emoji.
const JOINERS: [char; 2] = ['\u{200C}', '\u{200D}'];
/// At most so many marks stand on one letter; no living language needs more.
const MARKS: usize = 5;
/// A log shows so many signs of foreign words.
const SHOWN: usize = 400;

/// Is it a sign that a reader does not see (Unicode's `Default_Ignorable_Code_Point`) or that turns the direction?
pub(super) fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// Does it end a line, or command a terminal?
fn is_control(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}

/// Appends what of these words may leave.
pub(super) fn push(line: &mut String, words: &str) {
    let mut marks = 0;
    let mut rest = words.chars().peekable();
    while let Some(c) = rest.next() {
        if is_control(c) {
            line.push(' ');
            continue;
        }
        let before = line.chars().next_back();
        let leaves = if is_hidden(c) {
            belongs(before, c, rest.peek().copied())
        } else if c.width() == Some(0) {
            marks += 1;
            marks <= MARKS
        } else {
            marks = 0;
            true
        };
        if leaves {
            line.push(c);
        }
    }
}

/// Is a hidden sign between these two a part of a word or of an emoji?
fn belongs(before: Option<char>, c: char, after: Option<char>) -> bool {
    let Some(before) = before else { return false };
    let is_letter = |c: char| !c.is_whitespace() && !is_control(c) && !is_hidden(c);
    let is_variant = |c: char| matches!(c, '\u{FE0E}' | '\u{FE0F}');
    // The letters of a region's flag, such as Scotland's.
    let is_tag = |c: char| matches!(c, '\u{E0020}'..='\u{E007F}');
    if JOINERS.contains(&c) {
        (is_letter(before) || is_variant(before)) && after.is_some_and(is_letter)
    } else if is_tag(c) {
        before == '🏴' || is_tag(before)
    } else {
        is_variant(c) && is_letter(before)
    }
}

/// Foreign words as a log may show them: on one line, with nothing hidden, and not without end.
pub(super) fn shown(words: &str) -> String {
    let mut line = String::with_capacity(words.len().min(SHOWN));
    for c in words.chars().take(SHOWN) {
        if is_control(c) || is_hidden(c) && !JOINERS.contains(&c) {
            line.extend(c.escape_unicode());
        } else {
            line.push(c);
        }
    }
    line
}
