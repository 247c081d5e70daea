//! Words that may mean several days: each is named when they are asked back.

use super::past::before;
use super::words::{count, is_iso, later, plain, short_span, unit};
use super::{DateError, DateReading, DateWords, LONGEST, LONGEST_CORRECTION, TAKES_BACK, goes_on, read, short};
use chrono::NaiveDate;

/// What was read from the front of some words, unless they go on: then each day that they name.
pub(super) fn with_those_behind(first: DateReading, words: &[&str], today: NaiveDate) -> DateReading {
    let Some((mut readings, mut used)) = days(&first, words) else {
        return first;
    };
    let (mut said, mut named) = (used, 1);
    loop {
        let rest = &words[used..words.len().min(used + LONGEST)];
        let last = plain(words[used - 1]);
        let after_iso = is_iso(words[used - 1]) && (used == 1 || named > 1);
        let Some(more) = goes_on(rest, after_iso, unit(&last) || short_span(&last).is_some()) else {
            break;
        };
        said = used + more + 1;
        let looked_at = match rest.get(more).map(|word| plain(word)).as_deref() {
            // `friday or christmas`
            Some("or") => 2,
            // `dec 4, no wait, dec 5`
            Some(word) if TAKES_BACK.contains(&word) => LONGEST_CORRECTION,
            Some(_) | None => 1,
        };
        let other = (more..rest.len().min(more + looked_at))
            .find_map(|at| Some(at).zip(days(&read(&rest[at..], today), &rest[at..])))
            .or_else(|| Some(0).zip(summed(*readings.last()?, rest)))
            .filter(|(_, (days, _))| days.iter().any(|day| !readings.contains(day)));
        let Some((at, (days, others))) = other else { break };
        for day in days {
            if !readings.contains(&day) {
                readings.push(day);
            }
        }
        used += at + others;
        (said, named) = (used, named + 1);
    }
    // What is unclear by itself is said as it is, unless another day stands behind it.
    if named == 1 && (said == used || first.is_err()) {
        return first;
    }
    // A day that is over is no help.
    if readings.iter().any(|day| *day >= today) {
        readings.retain(|day| *day >= today);
    }
    Err(DateError::Unclear {
        words: words[..said].join(" "),
        readings,
    })
}

/// The days that some words may mean, one or several, and how many words that takes; `None` where they are no day.
fn days(read: &DateReading, words: &[&str]) -> Option<(Vec<NaiveDate>, usize)> {
    let (said, days) = match read {
        Ok((day, used)) => return Some((vec![*day], *used)),
        Err(DateError::Unclear { words, readings }) => (words, readings.clone()),
        Err(DateError::Ambiguous { word, readings }) => (word, readings.to_vec()),
        Err(DateError::NotIso { word, reading }) => (word, vec![*reading]),
        Err(DateError::NoSuchDay(_) | DateError::TooFar(_) | DateError::Ahead(_) | DateError::Unknown(_)) => {
            return None;
        }
    };
    // What was not clear stands there as it is compared.
    let said: Vec<&str> = said.split_whitespace().collect();
    let all: Vec<String> = words.iter().take(LONGEST).map(|word| short(word)).collect();
    let at = all.windows(said.len().max(1)).position(|part| part == said)?;
    Some((days, at + said.len()))
}

/// `plus 2 days`, `minus a week`: the day that the sum is, and how many words say so.
fn summed(day: NaiveDate, rest: &[&str]) -> Option<(Vec<NaiveDate>, usize)> {
    let [sign, many, unit, ..] = rest else { return None };
    let (many, unit) = (count(&plain(many))?, plain(unit));
    let sum = match plain(sign).as_str() {
        "plus" | "+" => later(day, many, &unit),
        "minus" => before(day, many, &unit),
        _ => None,
    };
    Some((vec![sum?], 3))
}

impl DateWords<'_> {
    /// `tomorrow week`: in a week from then, unless the week is something else.
    pub(super) fn day_and_week(&self, at: usize) -> Option<DateReading> {
        let day = match self.at(at) {
            "today" => self.today,
            "tomorrow" => later(self.today, 1, "day")?,
            _ => return None,
        };
        let unit = self.at(at + 1);
        let then = matches!(unit, "week" | "fortnight").then(|| later(day, 1, unit))??;
        Some(Err(self.unclear(at, at + 2, vec![day, then])))
    }
}
