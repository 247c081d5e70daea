//! Searching: the words of an RFR's names, title, ticket and people.
//!
//! A search word matches every word that starts with it, so that a sorted index can answer.

use super::Rfr;
use std::collections::BTreeSet;

/// Of a longer word only that many characters count.
const LONGEST_WORD: usize = 40;

/// The words of a text: letters and digits; everything else separates them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

/// The letters of a word that count, in lower case.
fn letters(word: &str) -> impl Iterator<Item = char> + '_ {
    word.chars().flat_map(char::to_lowercase).take(LONGEST_WORD)
}

/// All searched text of an RFR. Of its ticket only the last part of the address: the rest is the same for all.
fn texts(rfr: &Rfr) -> impl Iterator<Item = &str> {
    let names = rfr.former_names.iter().chain([&rfr.name, &rfr.title]);
    let ticket = rfr.ticket.url.rsplit('/').find(|part| !part.is_empty());
    let people = rfr.people.iter().map(|person| &person.account);
    let people = people.chain(rfr.sponsor.iter().map(|sponsor| &sponsor.account));
    let people = people
        .map(crate::people::Account::as_str)
        .chain([rfr.requested.by.as_str()]);
    names.map(String::as_str).chain(ticket).chain(people)
}

/// The words by which an RFR is found, as an index holds them.
pub fn words_of(rfr: &Rfr) -> BTreeSet<String> {
    texts(rfr).flat_map(words).map(|word| letters(word).collect()).collect()
}

/// What somebody looks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought(BTreeSet<String>);

impl Sought {
    /// The words of a text.
    pub fn new(text: &str) -> Self {
        Self(words(text).map(|word| letters(word).collect()).collect())
    }

    /// Beginnings of words, in lower case; an RFR fits that has one for each.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Does each of the words begin a word of that RFR? Nothing fits a text without words.
    pub fn fits(&self, rfr: &Rfr) -> bool {
        let begins = |word: &str, sought: &str| {
            let mut letters = letters(word);
            sought.chars().all(|letter| letters.next() == Some(letter))
        };
        let is_there = |sought: &String| texts(rfr).flat_map(words).any(|word| begins(word, sought));
        !self.0.is_empty() && self.0.iter().all(is_there)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_and_digits_of_any_script_in_any_case() {
        let sought: Vec<String> = Sought::new("  #4803, Größe-ΣΑΣ  größe ")
            .words()
            .map(str::to_owned)
            .collect();
        assert_eq!(sought, ["4803", "größe", "σασ"]);
        assert_eq!(Sought::new("!?… —").words().count(), 0);
        let long = "x".repeat(500);
        assert_eq!(Sought::new(&long).words().next().map(str::len), Some(LONGEST_WORD));
    }
}
