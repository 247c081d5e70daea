//! What says that nothing is decided, or that nobody looked.

use super::words::{UNDECIDED, UNDECIDED_IN_SHORT, WITHOUT_APOSTROPHE};
use crate::command::bare::bare;

/// So many words are counted.
const LONGEST_IN_SHORT: usize = 4;

/// Is a word short for one with `not`: `isn't`, `isnt`?
pub(super) fn is_short_for_not(word: &str) -> bool {
    word.ends_with("n't") || word.ends_with("n\u{2019}t") || WITHOUT_APOSTROPHE.contains(&word)
}

/// Does a text begin with one of these, as whole words?
pub(super) fn begins_with(text: &str, beginnings: &[&str]) -> bool {
    let text = text.trim().to_lowercase().replace('\u{2019}', "'");
    beginnings.iter().any(|begins| {
        let behind = text.strip_prefix(begins);
        behind.is_some_and(|behind| !behind.starts_with(|next: char| next.is_alphanumeric() || next == '-'))
    })
}

/// Does a text say that nothing is decided or known: `tbd`, `none yet`, `we have not decided`?
pub(crate) fn says_undecided(text: &str) -> bool {
    const BEFORE: [&str; 14] = [
        "we", "i", "they", "it", "that", "this", "is", "are", "was", "have", "has", "it's", "that's", "we've",
    ];
    const NONE: [&str; 6] = ["not", "none", "nothing", "nobody", "no", "never"];
    const SETTLED: [&str; 7] = [
        "decided",
        "decide",
        "discussed",
        "answered",
        "determined",
        "agreed",
        "settled",
    ];
    // These end what is short: `none yet`, `not known`. In a longer text they may stand beside a decision.
    const LAST: [&str; 3] = ["known", "clear", "sure"];
    const LOOKED_AT: usize = 4;
    if begins_with(text, &UNDECIDED) || begins_in_short(text) {
        return true;
    }
    let text = text.trim().to_lowercase().replace('\u{2019}', "'");
    let words: Vec<&str> = text.split_whitespace().map(bare).collect();
    let subject = words.iter().take_while(|word| BEFORE.contains(word)).count();
    let said = &words[subject..];
    let Some((first, behind)) = said.split_first() else {
        return false;
    };
    // `otto will decide`
    let decides_later = words.len() <= 2 * LOOKED_AT
        && words
            .windows(2)
            .take(LOOKED_AT)
            .any(|pair| pair == ["will", "decide"] || pair == ["will", "tell"]);
    if decides_later {
        return true;
    }
    let is_none = NONE.contains(first) || is_short_for_not(first);
    let is_short = said.len() < LOOKED_AT && !behind.iter().any(|word| word.starts_with("need"));
    let is_not = *first == "not" || is_short_for_not(first);
    let ends_so = is_short
        && behind.last().is_some_and(|word| {
            LAST.contains(word) && is_not || *word == "yet" && behind.len() < 2 + usize::from(is_not)
        });
    let is_settled = behind.iter().take(LOOKED_AT - 1).any(|word| SETTLED.contains(word));
    let said = said.join(" ");
    is_none && (is_settled || ends_so) || subject > 0 && (begins_with(&said, &UNDECIDED) || begins_in_short(&said))
}

/// Does it begin like something undecided, and is it so short that nothing else can follow: `pending`, `ask otto`? What a
/// comma or another sign closes stands by itself.
fn begins_in_short(text: &str) -> bool {
    const CLOSES: [char; 5] = [',', ';', ':', '.', '!'];
    let words = text.split_whitespace().take(LONGEST_IN_SHORT + 1).count();
    let text = text.trim().to_lowercase().replace('\u{2019}', "'");
    UNDECIDED_IN_SHORT.iter().any(|(begins, most)| {
        let behind = text.strip_prefix(begins);
        behind.is_some_and(|behind| {
            let is_whole = !behind.starts_with(|next: char| next.is_alphanumeric() || next == '-');
            is_whole && (words <= *most || behind.starts_with(CLOSES))
        })
    })
}

/// Does it say that nobody looked, where somebody says what was found?
pub(super) fn says_not_looked(text: &str) -> bool {
    const NOTHING_SAID: [&str; 10] = [
        "not yet",
        "no",
        "nope",
        "todo",
        "to do",
        "tbd",
        "later",
        "soon",
        "next week",
        "next month",
    ];
    const LOOKED: [&str; 7] = ["looked", "look", "done", "checked", "updated", "reviewed", "audited"];
    let text = text.trim().to_lowercase().replace('\u{2019}', "'");
    let words: Vec<&str> = text.split_whitespace().map(bare).collect();
    let is_none = |word: &&str| matches!(*word, "not" | "nobody" | "never" | "nothing") || is_short_for_not(word);
    let none = words.iter().take(3).position(is_none);
    let not_looked = none.is_some_and(|at| words.iter().skip(at + 1).take(2).any(|word| LOOKED.contains(word)));
    NOTHING_SAID.contains(&words.join(" ").as_str()) || not_looked
}

#[cfg(test)]
mod tests {
    use super::{says_not_looked, says_undecided};

    #[test]
    fn nobody_has_looked_after_it_who_says_so() {
        for text in [
            "we have not looked",
            "not looked at yet",
            "not done",
            "nobody looked",
            "todo",
            "no",
        ] {
            assert!(says_not_looked(text), "{text}");
        }
        for text in [
            "no known issues",
            "none known",
            "nothing found yet, two packages are old",
            "pending updates installed",
            "later versions fix it",
            "two nodes are enough",
        ] {
            assert!(!says_not_looked(text), "{text}");
        }
    }

    #[test]
    fn what_is_not_decided_is_told_from_a_decision() {
        for text in [
            "none yet",
            "we have not decided",
            "we need to decide",
            "decide later",
            "to be discussed",
            "pending",
            "pending, ask otto",
            "i'll check",
            "in progress",
            "still waiting for otto",
            "idk",
            "it isn't clear",
            "nothing was decided",
            "that is tbd",
        ] {
            assert!(says_undecided(text), "{text}");
        }
        for text in [
            "none",
            "no known issues",
            "none known",
            "unknown users are refused",
            "pending requests stay in the queue",
            "not yet deployed hosts are skipped",
            "it depends on postgres and redis",
            "ask the proxy, it knows",
            "undecided hosts go to the open pool",
            "not needed yet",
            "nothing is known to be open in the packages",
            "no, two virtual hosts of its own",
            "we have two nodes",
            "it is small",
            "",
        ] {
            assert!(!says_undecided(text), "{text}");
        }
    }
}
