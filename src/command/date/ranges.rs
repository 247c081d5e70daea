//! Several days in few words: `dec 3-5`, `3 or 4 december`, `2026-12-03..2026-12-05`. Each day is written out before it
//! is read, so that no part of it is taken for a note.

use super::words::{day_of_month, month, weekday};
use super::{is_iso, short};

/// Words between two days.
const JOINS: [&str; 11] = [
    "or", "and", "to", "until", "till", "through", "thru", "-", "&", "/", "+",
];

/// No day stands behind so many words: what follows is left as it is.
const MOST_WORDS: usize = 16;

/// The words with each day written out.
pub(in crate::command) fn spread(text: &str) -> String {
    let mut words = text.split_whitespace();
    let mut spread = spread_days(&words.by_ref().take(MOST_WORDS).collect::<Vec<_>>());
    for word in words {
        spread.push(' ');
        spread.push_str(word);
    }
    spread
}

fn spread_days(said: &[&str]) -> String {
    let is_month = |at: usize| said.get(at).is_some_and(|word| month(&short(word)).is_some());
    let mut words: Vec<String> = Vec::new();
    for (at, word) in said.iter().enumerate() {
        let behind = at + 1 + usize::from(said.get(at + 1) == Some(&"of"));
        split(word, (at > 0 && is_month(at - 1)) || is_month(behind), &mut words);
    }
    let plain: Vec<String> = words.iter().map(|word| short(word)).collect();
    let at = |at: usize| plain.get(at).map_or("", String::as_str);
    let is_day = |at_: usize| day_of_month(at(at_)).is_some();
    let mut spread: Vec<String> = Vec::new();
    let mut last_month: Option<String> = None;
    for (index, word) in words.iter().enumerate() {
        if month(at(index)).is_some() {
            last_month = Some(word.trim_end_matches(['.', ',']).to_owned());
        }
        let joined_before = index >= 2 && JOINS.contains(&at(index - 1)) && is_day(index);
        // `dec 3 or 4`
        let day_of_month_before = joined_before
            && is_day(index - 2)
            && index >= 3
            && month(at(index - 3)).is_some()
            && month(at(index + 1)).is_none()
            && at(index + 1) != "of";
        // `2026-12-03 or 04`
        let iso_before = joined_before && is_iso(at(index - 2)) && matches!(at(index - 1), "or" | "-" | "to");
        if day_of_month_before && let Some(month) = &last_month {
            spread.push(month.clone());
            spread.push(word.clone());
            continue;
        }
        if iso_before && let Some((rest, _)) = at(index - 2).rsplit_once('-') {
            spread.push(format!("{rest}-{:0>2}", at(index)));
            continue;
        }
        spread.push(word.clone());
        // `3 or 4 december`
        let of = index + 3 + usize::from(at(index + 3) == "of");
        if is_day(index)
            && JOINS.contains(&at(index + 1))
            && is_day(index + 2)
            && month(at(of)).is_some()
            && (index == 0 || month(at(index - 1)).is_none())
        {
            spread.push(at(of).to_owned());
        }
    }
    spread.join(" ")
}

/// `dec3..dec5`, and `3-5` of a month, as three words.
fn split(word: &str, of_a_month: bool, words: &mut Vec<String>) {
    let is_day = |part: &str| {
        let word = short(part);
        weekday(&word).is_some() || month(&word).is_some() || part.contains(|c: char| c.is_ascii_digit())
    };
    let parts = word.split_once("..").or_else(|| word.split_once('\u{2026}'));
    if let Some((first, second)) = parts
        && is_day(first)
        && is_day(second)
        && !word.contains("://")
    {
        words.extend([first.to_owned(), "to".to_owned(), second.to_owned()]);
        return;
    }
    let dashed = short(word);
    if let Some((first, second)) = dashed.split_once('-')
        && of_a_month
        && day_of_month(first).is_some()
        && day_of_month(second).is_some()
    {
        words.extend([first.to_owned(), "to".to_owned(), second.to_owned()]);
        return;
    }
    words.push(word.to_owned());
}
