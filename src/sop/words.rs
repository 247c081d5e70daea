//! Words of editions: which can be typed, and where they are stored.

use std::collections::HashSet;
use std::sync::{LazyLock, Mutex, PoisonError};

/// Longest name or id, in characters. Longer typed words are ignored.
pub const LONGEST_WORD: usize = 40;

static WORDS: LazyLock<Mutex<HashSet<&'static str>>> = LazyLock::new(Mutex::default);

/// A word, stored once for as long as the program runs.
pub(super) fn kept(word: &str) -> &'static str {
    let mut words = WORDS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = words.get(word) {
        return known;
    }
    let word: &'static str = Box::leak(word.to_owned().into_boxed_str());
    words.insert(word);
    word
}

/// Can people type it as one word, and do commands read it as such?
pub(super) fn is_word(word: &str) -> bool {
    word.len() <= LONGEST_WORD
        && word.starts_with(|c: char| c.is_ascii_lowercase())
        && !word.ends_with('-')
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}
