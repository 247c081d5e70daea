//! What a text says of what it stands for: that it is not done, only in part, only if, or later.

use super::undecided::{begins_with, is_short_for_not};
use super::words::{JOINTS, NOT_DONE};
use crate::command::bare::bare;

/// In how many words of a note it would say so: a longer one explains.
pub(super) const FIRST_WORDS: usize = 5;

/// Does a text say that something is not done?
pub(in crate::command::reader) fn says_not_done(text: &str) -> bool {
    const BEGINNINGS: [&str; 12] = [
        "wrong item",
        "wrong one",
        "wrong rfr",
        "no wait",
        "no sorry",
        "ask",
        "we will see",
        "we'll see",
        "is it",
        "is that",
        "was it",
        "are they",
    ];
    let mut words = text.split_whitespace().take(FIRST_WORDS);
    let says_so = words.any(|word| {
        let word = bare(word).to_lowercase();
        NOT_DONE.contains(&word.as_str()) || is_short_for_not(&word)
    });
    says_so || begins_with(text, &BEGINNINGS)
}

/// Might a text say that something is not done, anywhere near its beginning?
pub(in crate::command::reader) fn may_deny(text: &str) -> bool {
    const BEGINNINGS: [&str; 21] = [
        "i",
        "let me",
        "to be",
        "to do",
        "to follow",
        "in review",
        "in progress",
        "no one",
        "under",
        "has to",
        "have to",
        "working",
        "open",
        "is open",
        "after",
        "subject",
        "apart",
        "waits",
        "we",
        "someone",
        "somebody",
    ];
    let words = text.split_whitespace().take(2 * FIRST_WORDS);
    let mut words = words.map(|word| bare(word).to_lowercase());
    begins_with(text, &BEGINNINGS) || words.any(|word| NOT_DONE.contains(&word.as_str()) || is_short_for_not(&word))
}

/// Does a text put off what it is about?
pub(super) fn says_later(text: &str) -> bool {
    const LATER: [&str; 25] = [
        "write", "until", "till", "after", "finished", "yet", "soon", "later", "tomorrow", "tbd", "tba", "todo",
        "next", "writing", "writes", "drafting", "working", "coming", "progress", "will", "far", "now", "written",
        "exist", "exists",
    ];
    let mut words = text.split_whitespace().map(|word| bare(word).to_lowercase());
    words.any(|word| LATER.contains(&word.as_str()))
}

/// Does what is said with a signature or a vote begin with a negation, or with a condition?
pub(super) fn denies(text: &str) -> bool {
    const NEGATIONS: [&str; 7] = [
        "not",
        "never",
        "nope",
        "against",
        "object",
        "reservations",
        "reservation",
    ];
    const IFS: [&str; 6] = ["if", "unless", "once", "when", "provided", "assuming"];
    let text = text.to_lowercase().replace('\u{2019}', "'");
    let mut words = text.split_whitespace().map(bare).enumerate().take(FIRST_WORDS + 1);
    words.any(|(at, word)| {
        let is_negated = NEGATIONS.contains(&word) || is_short_for_not(word);
        at < FIRST_WORDS - 1 && is_negated || IFS.contains(&word)
    })
}

/// What stands behind the words that join it to what was said before; `None` where none do.
pub(super) fn without_joint(text: &str) -> Option<&str> {
    let mut rest = text;
    while let Some(word) = rest.split_whitespace().next().filter(|word| JOINTS.contains(word)) {
        rest = rest[word.len()..].trim_start();
    }
    (rest.len() < text.len()).then_some(rest)
}

/// Does what is said with a signature ask for more, or put it off?
pub(super) fn has_second_thoughts(note: &str) -> bool {
    const BEGINNINGS: [&str; 10] = [
        "please",
        "fix",
        "wait",
        "need",
        "needs",
        "will do",
        "i will",
        "i'll",
        "to be",
        "subject to",
    ];
    const WORDS: [&str; 11] = [
        "rather",
        "missing",
        "pending",
        "tentatively",
        "tentative",
        "provisionally",
        "condition",
        "conditional",
        "conditionally",
        "behalf",
        "hopefully",
    ];
    const LOOKED_AT: usize = 8;
    begins_with(note, &BEGINNINGS) || says_one_of(note, &WORDS, LOOKED_AT)
}

/// Might a note say that something is done in part, or was only begun? Both are offered.
pub(in crate::command::reader) fn may_be_in_part(note: &str) -> bool {
    const WORDS: [&str; 17] = [
        "but",
        "disabled",
        "flapping",
        "silent",
        "bounced",
        "unclear",
        "drafted",
        "ordered",
        "requested",
        "being",
        "errors",
        "error",
        "problems",
        "problem",
        "left",
        "paused",
        "offline",
    ];
    const PAIRS: [[&str; 2]; 4] = [["one", "of"], ["some", "of"], ["in", "review"], ["under", "review"]];
    let words: Vec<String> = first_words(note, FIRST_WORDS).collect();
    let is_in_part = words.windows(2).any(|pair| PAIRS.iter().any(|part| pair == part));
    is_in_part || says_one_of(note, &WORDS, FIRST_WORDS)
}

fn first_words(text: &str, most: usize) -> impl Iterator<Item = String> {
    text.split_whitespace().take(most).map(|word| bare(word).to_lowercase())
}

/// Do the first words have one of these, without one shortly before it that denies it: `no errors left`, `as requested`?
fn says_one_of(text: &str, wanted: &[&str], most: usize) -> bool {
    const DENY: [&str; 7] = ["no", "without", "zero", "nothing", "none", "any", "as"];
    let words: Vec<String> = first_words(text, most).collect();
    let is_said = |(at, word): (usize, &String)| {
        let before = &words[at.saturating_sub(2)..at];
        wanted.contains(&word.as_str()) && !before.iter().any(|word| DENY.contains(&word.as_str()))
    };
    words.iter().enumerate().any(is_said)
}

/// Does a reason take back what it is given for, or put it off: `not yet`, `if hugo agrees`, `from monday`?
pub(super) fn takes_itself_back(reason: &str) -> bool {
    const ALONE: [&str; 16] = [
        "no", "not", "never", "nothing", "off", "maybe", "nope", "really", "lol", "haha", "test", "kidding", "jk",
        "joking", "oops", "hmm",
    ];
    const FIRST: [&str; 18] = [
        "after",
        "before",
        "tentatively",
        "when",
        "once",
        "don't",
        "dont",
        "if",
        "unless",
        "provided",
        "assuming",
        "later",
        "soon",
        "tomorrow",
        "next",
        "from",
        "question",
        "yet",
    ];
    const PAIRS: [(&str, &str); 16] = [
        ("in", "case"),
        ("no", "wait"),
        ("no", "sorry"),
        ("haha", "no"),
        ("lol", "no"),
        ("as", "soon"),
        ("as", "long"),
        ("do", "not"),
        ("just", "kidding"),
        ("not", "yet"),
        ("not", "really"),
        ("not", "now"),
        ("not", "today"),
        ("not", "sure"),
        ("for", "now"),
        ("only", "if"),
    ];
    let mut words = reason.split_whitespace().map(|word| bare(word).to_lowercase());
    let Some(first) = words.next() else { return false };
    let second = words.next();
    let is = |words: &[&str]| words.contains(&first.as_str());
    // `once more` is a reason, `once they agree` is none.
    let is_again = second.as_deref().is_some_and(|word| ["more", "again"].contains(&word));
    is(&FIRST) && !is_again
        || begins_with(reason, &["i am not sure", "i'm not sure", "im not sure"])
        || second.is_none() && is(&ALONE)
        || second.is_some_and(|second| PAIRS.contains(&(first.as_str(), second.as_str())))
}
