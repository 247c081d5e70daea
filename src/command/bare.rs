//! A single word, and the number or address that it may be.

use super::patterns::PATTERNS;

/// A word without what people and programs put around it: `“badges”`, `(#4321)`, `badges?`, `name:`.
pub(crate) fn bare(word: &str) -> &str {
    const AROUND: &[char] = &[
        '(', ')', '[', ']', '{', '}', '<', '>', '"', '\'', '`', '*', '“', '”', '„', '‘', '’', '‚', '«', '»', '‹', '›',
        ',', ';', ':', '.', '!', '?', '…', '：', '，', '。', '、',
    ];
    let bare = word.trim_matches(AROUND);
    if bare.is_empty() { word } else { bare }
}

/// `1`, `#1`, `(1)`, `Q1`.
pub(crate) fn number(word: &str) -> Option<u32> {
    let bare = bare(word);
    bare.trim_start_matches(['#', 'q', 'Q']).parse().ok()
}

/// The digits of `4321` or `#4321`.
pub(crate) fn ticket_number(word: &str) -> Option<&str> {
    let digits = PATTERNS.ticket_number.captures(bare(word))?;
    digits.get(1).map(|digits| digits.as_str())
}

/// The address without what people and programs put around it; `None` where it is none.
pub(crate) fn web_address(word: &str) -> Option<String> {
    let mut bare = word.trim_start_matches(['<', '(', '[', '"', '\'', '“', '‹', '«']);
    loop {
        let opened = bare.matches('(').count() >= bare.matches(')').count();
        let last = bare.chars().next_back()?;
        let is_around = match last {
            // `https://example.org/Badge_(thing)` has its own.
            ')' => !opened,
            last => ">,;.:!?]\"'”›»".contains(last),
        };
        if !is_around {
            break;
        }
        bare = &bare[..bare.len() - last.len_utf8()];
    }
    PATTERNS.web_address.is_match(bare).then(|| bare.to_owned())
}
