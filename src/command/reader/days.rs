//! Days, and the freezes and absences that have them.

use super::{Reader, bare, behind_dashes, within};
use crate::calendar::{DaySpan, FreezeKey};
use crate::command::Which;
use crate::command::date;
use crate::command::error::ParseError;
use crate::command::snooze::{self, SnoozeError};
use chrono::{Datelike, Days, NaiveDate, TimeDelta, Weekday};

/// The longest name that a freeze may have.
const LONGEST_FREEZE_NAME: usize = 60;

/// A last day without a year that lies further behind the first is none of the next year.
const LONGEST_OVER_NEW_YEAR: i64 = 183;

fn freeze_key(name: &str) -> Result<Option<FreezeKey>, ParseError> {
    // What stands around a name is not part of it.
    let name = name.trim_matches(['"', '\'', '“', '”', '„', '‘', '’', '`', ':', ',', '(', ')', ' ']);
    within("NAME", name, LONGEST_FREEZE_NAME)?;
    Ok(FreezeKey::from_name(name))
}

/// A day that counts from today whatever stands before it.
fn is_of_now(word: &str) -> bool {
    ["today", "tomorrow"].contains(&bare(word).to_lowercase().as_str())
}

/// Is it a length of time, which begins today: `1 week`, `two days`, `3d`?
fn is_duration(words: &[&str]) -> bool {
    let counts = |word: &str| {
        let word = word.to_ascii_lowercase();
        word.bytes().all(|byte| byte.is_ascii_digit())
            || ["a", "an", "one", "two", "three", "four", "five", "six"].contains(&word.as_str())
    };
    let is_unit = |word: &str| {
        let word = word.trim_end_matches(['.', ',']).to_ascii_lowercase();
        ["day", "week", "month", "year"].contains(&word.trim_end_matches('s'))
    };
    let short = words.first().is_some_and(|word| {
        let figures = word.trim_end_matches(['d', 'w']);
        figures.len() + 1 == word.len() && !figures.is_empty() && figures.bytes().all(|byte| byte.is_ascii_digit())
    });
    short || matches!(words, [first, second, ..] if counts(first) && is_unit(second))
}

impl<'a> Reader<'a> {
    /// A time to snooze for: the first day after it.
    pub fn snooze(&mut self) -> Result<NaiveDate, ParseError> {
        let (day, used) = snooze::read(&self.words(), self.vocabulary.today()).map_err(|error| match error {
            SnoozeError::Missing => self.missing("DURATION"),
            error @ (SnoozeError::Unknown(_)
            | SnoozeError::Date(_)
            | SnoozeError::Past(_)
            | SnoozeError::TooLong(_)) => ParseError::BadSnooze(error),
        })?;
        for _ in 0..used {
            self.take();
        }
        Ok(day)
    }

    /// `mute badges for a week` is a snooze: a mute has no end.
    pub fn mutes_for_good(&self) -> Result<(), ParseError> {
        let words = self.words();
        let lead = words.first().map(|word| bare(word).to_lowercase()).unwrap_or_default();
        let lead = usize::from(["for", "until", "till"].contains(&lead.as_str()));
        let Ok((_, used)) = snooze::read(&words[lead..], self.vocabulary.today()) else {
            return Ok(());
        };
        if lead + used < words.len() || behind_dashes(self.rest).is_some() {
            return Ok(());
        }
        Err(ParseError::Offered(vec![
            format!("snooze {} {}", self.before(), words[lead..].join(" ")),
            self.typed(&[self.before(), "--", self.rest]),
        ]))
    }

    /// The next words, as many as a date may have and some more.
    pub(super) fn words(&self) -> Vec<&'a str> {
        self.rest.split_whitespace().take(2 * date::LONGEST).collect()
    }

    /// A date, and nothing that belongs to a date behind it.
    pub fn date(&mut self) -> Result<NaiveDate, ParseError> {
        self.date_by(date::read_whole)
    }

    fn date_by(
        &mut self,
        read: impl Fn(&[&str], NaiveDate) -> Result<(NaiveDate, usize), date::DateError>,
    ) -> Result<NaiveDate, ParseError> {
        let words = self.words();
        if words.is_empty() {
            return Err(self.missing("DATE"));
        }
        let (date, used) = read(&words, self.vocabulary.today()).map_err(|error| self.bad_date(error))?;
        for _ in 0..used {
            self.take();
        }
        Ok(date)
    }

    /// What is wrong with a date, between the words that stand around it.
    fn bad_date(&self, error: date::DateError) -> ParseError {
        // Where one word has the wrong form, the rest is not part of the date.
        let behind = match &error {
            date::DateError::Ambiguous { .. } | date::DateError::NotIso { .. } => {
                self.rest.split_once(char::is_whitespace)
            }
            date::DateError::Unclear { .. }
            | date::DateError::NoSuchDay(_)
            | date::DateError::TooFar(_)
            | date::DateError::Ahead(_)
            | date::DateError::Unknown(_) => None,
        };
        ParseError::BadDate {
            error,
            before: self.typed(&[self.before()]),
            behind: behind.map(|(_, rest)| rest.trim().to_owned()).unwrap_or_default(),
        }
    }

    /// `by 2 days`: how much a day is put off counts from the planned day, not from today. It is offered as a day.
    pub fn put_off(&self, which: &Which) -> Result<(), ParseError> {
        let words = self.words();
        if !is_duration(&words) {
            return Ok(());
        }
        let planned = match which {
            Which::Named(rfr) => self.vocabulary.planned(*rfr),
            Which::Omitted { .. } => None,
        };
        let today = self.vocabulary.today();
        let from = planned.map_or(today, |day| day.max(today));
        let (mut day, mut used) = date::read(&words, from).map_err(|error| self.bad_date(error))?;
        match words.get(used).map(|word| bare(word).to_lowercase()).as_deref() {
            Some("later") => used += 1,
            Some("earlier" | "sooner") => {
                used += 1;
                day = from - (day - from);
            }
            Some(_) | None => {}
        }
        let name = self.before().split_whitespace().find(|word| self.rfr(word).is_some());
        let note = self.rest.split_whitespace().skip(used).collect::<Vec<_>>().join(" ");
        let line = self.typed(&[name.map_or("RFR", bare), &day.to_string(), &note]);
        Err(ParseError::Offered(vec![line]))
    }

    /// `2 days later`: does it count from the planned day?
    pub fn says_by_how_much(&self) -> bool {
        let words = self.words();
        let shifts = |word: &&str| ["later", "earlier", "sooner"].contains(&bare(word).to_lowercase().as_str());
        is_duration(&words) && words.iter().take(3).any(shifts)
    }

    /// The name of a freeze and its first and last day: `F45 beta 2026-08-25 2026-09-16`.
    pub fn key_and_days(&mut self) -> Result<(FreezeKey, DaySpan), ParseError> {
        let today = self.vocabulary.today();
        // A name ends before its longest length, so no more words need be looked at.
        let words: Vec<&str> = self
            .rest
            .split_whitespace()
            .take(LONGEST_FREEZE_NAME + date::LONGEST)
            .collect();
        if words.is_empty() {
            return Err(self.missing("NAME"));
        }
        // The first word that looks like a day ends the name; `in` and `on` belong to names as well.
        let is_day = |at: &usize| match date::read(&words[*at..], today) {
            // `Ansible 2.9` is a name.
            _ if words[*at].parse::<f64>().is_ok() => false,
            Ok(_) => true,
            Err(date::DateError::Unknown(_)) => false,
            Err(_) => true,
        };
        let Some(at) = (1..words.len()).find(is_day) else {
            freeze_key(&words.join(" "))?;
            return Err(self.missing("FROM"));
        };
        let named = match &words[..at] {
            [
                named @ ..,
                "from" | "From" | "on" | "is" | "-" | "for" | "starting" | "beginning",
            ] => named,
            named => named,
        };
        let key = freeze_key(&named.join(" "))?.ok_or_else(|| self.missing("NAME"))?;
        for _ in 0..at {
            self.take();
        }
        Ok((key, self.days()?))
    }

    /// A first and a last day.
    pub fn days(&mut self) -> Result<DaySpan, ParseError> {
        if self.peek().is_none() {
            return Err(self.missing("FROM"));
        }
        self.take_if("from");
        let first = self.rest;
        let from = self.day(date::read)?;
        let first = &first[..first.len() - self.rest.len()];
        let _ = ["to", "until", "till", "through", "-", "\u{2013}", "\u{2014}"]
            .into_iter()
            .any(|word| self.take_if(word));
        if self.peek().is_none() {
            return Err(self.missing("TO"));
        }
        let last = self.rest;
        let to = self.last_day(from)?;
        let from = Self::first_of(from, to, [first, &last[..last.len() - self.rest.len()]]);
        DaySpan::new(from, to).ok_or(ParseError::DaysBackwards { from, to })
    }

    /// A last day, which is counted from the first where counted from today it is none.
    fn last_day(&mut self, from: NaiveDate) -> Result<NaiveDate, ParseError> {
        // `jan 30 jan 20` is no year: the days stand the wrong way round.
        let goes_round = |to: NaiveDate| to - from > TimeDelta::days(LONGEST_OVER_NEW_YEAR);
        self.day(|words, today| match date::read_whole(words, today) {
            Ok((to, used)) if to >= from => Ok((to, used)),
            read if words.first().is_some_and(|word| is_of_now(word)) => read,
            read => match date::read_whole(words, from) {
                Ok((to, _)) if read.is_ok() && goes_round(to) => read,
                Ok(counted) => Ok(counted),
                Err(_) => read,
            },
        })
    }

    /// `may 20 june 5 2028`: a year behind the last day is that of the first as well, where that is a day of any year.
    fn first_of(from: NaiveDate, to: NaiveDate, said: [&str; 2]) -> NaiveDate {
        let names_a_year = |said: &str| {
            said.split([' ', '-', '/', '.'])
                .any(|part| date::year(bare(part)).is_some())
        };
        let [first, last] = said;
        if names_a_year(first) || !names_a_year(last) || to - from <= TimeDelta::days(LONGEST_OVER_NEW_YEAR) {
            return from;
        }
        let words: Vec<&str> = first.split_whitespace().collect();
        let in_year = |year: i32| {
            let (day, _) = date::read(&words, NaiveDate::from_ymd_opt(year, 1, 1)?).ok()?;
            let is_same = (day.month(), day.day()) == (from.month(), from.day());
            Some(day).filter(|day| is_same && *day <= to)
        };
        in_year(to.year()).or_else(|| in_year(to.year() - 1)).unwrap_or(from)
    }

    /// The days of an absence: `until monday`, `for 2 weeks`, `tomorrow`, or a first and a last day.
    pub fn absence(&mut self) -> Result<DaySpan, ParseError> {
        let today = self.today();
        if self.take_if("until") || self.take_if("till") {
            if self.peek().is_none() {
                return Err(self.missing("DATE"));
            }
            let to = self.day(date::read_whole)?;
            return DaySpan::new(today, to).ok_or(ParseError::DaysBackwards { from: today, to });
        }
        let words = self.words();
        if let Some(span) = self.duration_from(&words) {
            return Ok(span);
        }
        if self.take_if("for") || is_duration(&words) {
            let end = self.snooze().map_err(|error| {
                if let ParseError::BadSnooze(SnoozeError::TooLong(day)) = error {
                    ParseError::BadDay(date::DateError::TooFar(day))
                } else {
                    error
                }
            })?;
            let to = end.pred_opt().unwrap_or(end);
            self.no_other_day(to)?;
            return DaySpan::new(today, to).ok_or(ParseError::DaysBackwards { from: today, to });
        }
        if let Some(span) = self.working_week() {
            self.no_other_day(span.to())?;
            return Ok(span);
        }
        self.take_if("from");
        let words = self.words();
        let (from, used) = date::read(&words, today).map_err(|error| match error {
            date::DateError::Unknown(_) => ParseError::BadDay(date::slip(&words, today).unwrap_or(error)),
            error @ (date::DateError::Ambiguous { .. }
            | date::DateError::Unclear { .. }
            | date::DateError::NotIso { .. }
            | date::DateError::NoSuchDay(_)
            | date::DateError::TooFar(_)
            | date::DateError::Ahead(_)) => ParseError::BadDay(error),
        })?;
        // `monday for 2 weeks`
        if let Some(span) = self.for_a_while(from, &words, used) {
            return Ok(span);
        }
        // `dec 5, dec 7` are two days, and not all of those between them.
        if words[used - 1].ends_with(',')
            && let Ok((other, more)) = date::read(&words[used..], today)
        {
            return Err(ParseError::BadDay(date::DateError::Unclear {
                words: words[..used + more].join(" "),
                readings: vec![from, other],
            }));
        }
        let goes_on = words.get(used).is_some_and(|next| {
            ["to", "until", "till", "through", "-", "\u{2013}", "\u{2014}"].contains(next)
                || !matches!(date::read(&words[used..], today), Err(date::DateError::Unknown(_)))
        });
        if goes_on {
            return self.days();
        }
        let day = self.day(date::read_whole)?;
        debug_assert_eq!(from, day);
        Ok(DaySpan::of(day, day))
    }

    /// `2 weeks from monday`: that long from that day on, where nothing follows that is a date.
    fn duration_from(&mut self, words: &[&str]) -> Option<DaySpan> {
        let lead = usize::from(words.first().is_some_and(|word| word.eq_ignore_ascii_case("for")));
        let words = words.get(lead..)?;
        if !is_duration(words) {
            return None;
        }
        let from = ["from", "starting", "beginning", "as"];
        let at = (1..4).find(|at| words.get(*at).is_some_and(|word| from.contains(word)))?;
        let behind = words.get(at + 1..)?;
        let of = usize::from(behind.first().is_some_and(|word| matches!(*word, "on" | "of" | "from")));
        let (first, used) = date::read_whole(behind.get(of..)?, self.today()).ok()?;
        let (end, all) = date::read(words.get(..at)?, first).ok()?;
        let span = DaySpan::new(first, end.pred_opt()?).filter(|_| all == at)?;
        for _ in 0..lead + at + 1 + of + used {
            self.take();
        }
        Some(span)
    }

    /// From that day on for as long as the words behind it say.
    fn for_a_while(&mut self, from: NaiveDate, words: &[&str], used: usize) -> Option<DaySpan> {
        let behind = words.get(used..)?;
        let said = behind.first().filter(|word| word.eq_ignore_ascii_case("for"));
        let span = behind.get(1..).filter(|span| said.is_some() && is_duration(span))?;
        let (end, more) = date::read(span, from).ok()?;
        let span = DaySpan::new(from, end.pred_opt()?)?;
        for _ in 0..used + 1 + more {
            self.take();
        }
        Some(span)
    }

    /// Nobody is away in the place of somebody.
    pub fn is_in_place_of_nobody(&self) -> Result<(), ParseError> {
        const SAID: [&str; 3] = ["in place of ", "instead of ", "on behalf of "];
        let lower = self.rest.to_lowercase();
        let Some(said) = SAID.into_iter().find(|said| lower.starts_with(said)) else {
            return Ok(());
        };
        let name = self.rest.get(said.len()..).unwrap_or_default();
        let name = super::bare(name.split_whitespace().next().unwrap_or_default()).to_owned();
        let line = self.typed(&[self.before(), &name, "stands in"]);
        Err(ParseError::InPlaceOf { name, line })
    }

    /// `this week`, `next week`: the working days that are left of it.
    fn working_week(&mut self) -> Option<DaySpan> {
        let words = self.words();
        let [which, week, ..] = words.as_slice() else {
            return None;
        };
        let ahead = ["this", "next"]
            .iter()
            .position(|word| which.eq_ignore_ascii_case(word))?;
        let is_day = |word: &&str| word.parse::<Weekday>().is_ok();
        if !week.eq_ignore_ascii_case("week") || words.get(2).is_some_and(is_day) {
            return None;
        }
        let today = self.today();
        let monday = today.week(Weekday::Mon).first_day() + Days::new(if ahead == 1 { 7 } else { 0 });
        let span = DaySpan::new(monday.max(today), monday + Days::new(4))?;
        self.take();
        self.take();
        Some(span)
    }

    /// No word of a day is left for the note, behind this day.
    fn no_other_day(&self, day: NaiveDate) -> Result<(), ParseError> {
        let words = self.words();
        let says = |words: &[&str]| match date::read(words, self.today()) {
            // No absence ends on a day that is over.
            Ok((day, _)) => day >= self.today(),
            Err(error) => !matches!(error, date::DateError::Unknown(_)),
        };
        // What may is a verb as well.
        let is_month = |word: &str| !["may", "march"].contains(&word) && says(&[word, "1"]);
        let is_day = |word: &&str| says(&[*word]) || is_month(&word.to_ascii_lowercase());
        // `next week`, `this friday`
        let ahead = |pair: &[&str]| matches!(pair[0], "next" | "this" | "last") && says(pair);
        let is_ahead = words.windows(2).position(ahead).map(|at| at + 1);
        match words.iter().position(is_day).into_iter().chain(is_ahead).min() {
            Some(at) => Err(ParseError::BadDay(date::DateError::Unclear {
                words: words[..=at].join(" "),
                readings: vec![day],
            })),
            None => Ok(()),
        }
    }

    fn day(
        &mut self,
        read: impl Fn(&[&str], NaiveDate) -> Result<(NaiveDate, usize), date::DateError>,
    ) -> Result<NaiveDate, ParseError> {
        self.date_by(read).map_err(|error| {
            if let ParseError::BadDate { error, .. } = error {
                ParseError::BadDay(error)
            } else {
                error
            }
        })
    }

    /// The name of a freeze: everything that is left.
    pub fn key(&mut self) -> Result<FreezeKey, ParseError> {
        self.optional_key()?.ok_or_else(|| self.missing("NAME"))
    }

    /// The name of a freeze, if anything is left.
    pub fn optional_key(&mut self) -> Result<Option<FreezeKey>, ParseError> {
        freeze_key(&self.optional_text("NAME")?)
    }
}
