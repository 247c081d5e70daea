//! Days that have names of their own, and words that are about some day: most of them are asked back.

use super::words::{coming, day_of_month, later, month, nth, weekday, working_days, year};
use super::{DateError, DateReading, DateWords, last_of_month, plain};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Words that make a date a guess.
const VAGUE: [&str; 17] = [
    "early",
    "mid",
    "middle",
    "late",
    "beginning",
    "start",
    "around",
    "about",
    "roughly",
    "before",
    "after",
    "by",
    "sometime",
    "mid-",
    "circa",
    "ca",
    "~",
];

/// A month, and no day of it: its first and its last.
pub(super) fn whole_month(words: &[&str], today: NaiveDate) -> Option<DateError> {
    let plain: Vec<String> = words.iter().take(4).map(|word| plain(word)).collect();
    let skipped = plain
        .iter()
        .take_while(|word| matches!(word.as_str(), "in" | "on" | "next" | "this"))
        .count();
    let said = plain.get(skipped..)?;
    // `may` is a verb, too.
    let month = month(said.first()?).filter(|_| said[0] != "may" || said.len() == 1)?;
    let named = said
        .get(1)
        .and_then(|word| year(word))
        .and_then(|year| i32::try_from(year).ok());
    let this = named.unwrap_or(today.year() + i32::from(month < today.month()));
    let first = NaiveDate::from_ymd_opt(this, month, 1)?;
    let readings = working_days(first.max(today), last_of_month(first)?);
    let words = words[..skipped + 1 + usize::from(named.is_some())].join(" ");
    (!readings.is_empty()).then_some(DateError::Unclear { words, readings })
}

/// That weekday of that month: the first, the second …, or the last where it is none of them.
fn weekday_of_month(first: NaiveDate, day: Weekday, number: Option<u32>) -> Option<NaiveDate> {
    match number {
        Some(number) => {
            let number = u8::try_from(number).ok()?;
            NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), day, number)
        }
        None => {
            let last = last_of_month(first)?;
            let back = (7 + last.weekday().num_days_from_monday() - day.num_days_from_monday()) % 7;
            last.checked_sub_days(Days::new(u64::from(back)))
        }
    }
}

impl DateWords<'_> {
    /// The first day of `next month`, `this month`, `the month`, and the place behind it.
    pub(super) fn month_ahead(&self, at: usize) -> Option<(NaiveDate, usize)> {
        let at = at + usize::from(self.at(at) == "the");
        let (ahead, at) = match (self.at(at), self.at(at + 1)) {
            ("next" | "coming" | "following", "month") => (1, at + 2),
            ("this", "month") => (0, at + 2),
            ("month", _) => (0, at + 1),
            _ => return None,
        };
        Some((later(self.today.with_day(1)?, ahead, "month")?, at))
    }

    /// `first monday of december`, `last friday of the month`.
    pub(super) fn counted_weekday(&self, at: usize) -> Option<DateReading> {
        let number = match self.at(at) {
            "last" => None,
            word => Some(nth(word).or_else(|| day_of_month(word).filter(|_| word.len() == 3))?),
        };
        let day = weekday(self.at(at + 1))?;
        if !matches!(self.at(at + 2), "of" | "in") {
            return None;
        }
        let (first, next) = match self.month_ahead(at + 3) {
            Some(found) => found,
            None => {
                let of = at + 3 + usize::from(self.at(at + 3) == "the");
                let month = month(self.at(of))?;
                let named = year(self.at(of + 1)).and_then(|year| i32::try_from(year).ok());
                let this_year = named.unwrap_or(self.today.year());
                let in_year = |year: i32| weekday_of_month(NaiveDate::from_ymd_opt(year, month, 1)?, day, number);
                let is_over = named.is_none() && in_year(this_year).is_none_or(|found| found < self.today);
                let first = NaiveDate::from_ymd_opt(this_year + i32::from(is_over), month, 1)?;
                (first, of + 1 + usize::from(named.is_some()))
            }
        };
        let found = weekday_of_month(first, day, number).filter(|found| *found >= self.today);
        Some(
            found
                .map(|found| (found, next))
                .ok_or_else(|| DateError::NoSuchDay(self.said(at, next))),
        )
    }

    /// `the 3rd`, `3rd`, `the third`: the next day of that number.
    pub(super) fn day_alone(&self, at: usize, the: bool) -> Option<DateReading> {
        let word = self.at(at);
        let in_words = the.then(|| nth(word)).flatten();
        let figures = || day_of_month(word).filter(|_| word.ends_with(|c: char| c.is_ascii_alphabetic()));
        let day = in_words.or_else(figures)?;
        let first = self.today.with_day(1)?;
        let days = (0..3).filter_map(|ahead| later(first, ahead, "month")?.with_day(day));
        let found = days.into_iter().find(|found| *found >= self.today);
        Some(
            found
                .map(|found| (found, at + 1))
                .ok_or_else(|| DateError::NoSuchDay(word.to_owned())),
        )
    }

    /// Days that everybody knows, and too few type: `christmas`, `new year`, `weekend`.
    pub(super) fn feast(&self, at: usize) -> Option<DateReading> {
        let (which, word) = match self.at(at) {
            which @ ("this" | "next" | "coming") => (which, at + 1),
            _ => ("", at),
        };
        let asked = |days: Vec<NaiveDate>, to: usize| Some(Err(self.unclear(at, to, days)));
        let fixed = |month: u32, day: u32, used: usize| {
            let of_next = (self.at(word + used), self.at(word + used + 1)) == ("next", "year");
            if of_next {
                let day = NaiveDate::from_ymd_opt(self.today.year() + 1, month, day)?;
                return asked(vec![day], word + used + 2);
            }
            self.yearly(|year| NaiveDate::from_ymd_opt(year, month, day))
                .and_then(|day| asked(vec![day], word + used))
        };
        let friday = coming(self.today.pred_opt()?, Weekday::Fri);
        match (self.at(word), self.at(word + 1)) {
            ("weekend", _) => {
                let saturday = coming(self.today, Weekday::Sat);
                let readings = match which {
                    "next" => vec![saturday, later(saturday, 1, "week")?],
                    _ => vec![saturday, saturday.succ_opt()?],
                };
                asked(readings, word + 1)
            }
            ("christmas" | "xmas", "eve") => fixed(12, 24, 2),
            ("christmas" | "xmas", "day") => fixed(12, 25, 2),
            ("christmas" | "xmas", _) => fixed(12, 25, 1),
            ("boxing", "day") => fixed(12, 26, 2),
            ("new", "year" | "years" | "year's") if self.at(word + 2) == "eve" => fixed(12, 31, 3),
            ("new", "year" | "years" | "year's") => fixed(1, 1, 2 + usize::from(self.at(word + 2) == "day")),
            ("nye", _) => fixed(12, 31, 1),
            ("halloween", _) => fixed(10, 31, 1),
            ("thanksgiving", _) => {
                let day =
                    self.yearly(|year| weekday_of_month(NaiveDate::from_ymd_opt(year, 11, 1)?, Weekday::Thu, Some(4)))?;
                asked(vec![day], word + 1)
            }
            ("eod" | "tonight" | "now" | "eob" | "cob", _) => asked(vec![self.today], word + 1),
            ("eow", _) => asked(vec![friday], word + 1),
            ("week", "after") if self.at(word + 2) == "next" => {
                let monday = later(self.today.week(Weekday::Mon).first_day(), 2, "week")?;
                asked(vec![monday, monday.checked_add_days(Days::new(4))?], word + 3)
            }
            ("end", "of") => {
                let of = word + 2 + usize::from(matches!(self.at(word + 2), "the" | "this"));
                match (self.at(of), self.at(of + 1)) {
                    ("week", _) => asked(vec![friday], of + 1),
                    ("day", _) => asked(vec![self.today], of + 1),
                    ("next", "week") => {
                        let monday = later(self.today.week(Weekday::Mon).first_day(), 1, "week")?;
                        asked(vec![monday.checked_add_days(Days::new(4))?], of + 2)
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The next such day of the year.
    fn yearly(&self, day: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
        let this_year = self.today.year();
        let mut days = [this_year, this_year + 1].into_iter().filter_map(day);
        days.find(|day| *day >= self.today)
    }

    /// `mid december`, `early next week`: about some day, and none.
    pub(super) fn vague(&self, at: usize) -> Option<DateReading> {
        let at = at + usize::from(self.at(at) == "in");
        let about = self.at(at);
        let of_a_week = about == "week" && self.at(at + 1) == "of";
        let few = about == "a" && matches!(self.at(at + 1), "few" | "couple") || about == "some";
        if !VAGUE.contains(&about) && !of_a_week && !few {
            return None;
        }
        if few {
            let unit = at + 1 + usize::from(about == "a");
            let readings = [3, 4]
                .into_iter()
                .filter_map(|many| later(self.today, many, self.at(unit)));
            let readings: Vec<NaiveDate> = readings.collect();
            return (!readings.is_empty()).then(|| Err(self.unclear(at, unit + 1, readings)));
        }
        let is_between = |at: &usize| matches!(self.at(*at), "of" | "in" | "the" | "on" | "to" | "than");
        let from = (at + 1..at + 8).find(|at| !is_between(at))?;
        let within = |first: NaiveDate| match about {
            "mid" | "middle" => first.with_day(15),
            "late" => last_of_month(first),
            _ => Some(first),
        };
        if let Some((first, next)) = self.month_ahead(from) {
            let day = within(first)?.max(self.today);
            return Some(Err(self.unclear(at, next, vec![day])));
        }
        if let Some(month) = month(self.at(from))
            && self.named(from).is_none()
        {
            let (first, next) = self.in_month(month, 1, from, from + 1).ok()?;
            return Some(Err(self.unclear(at, next, vec![within(first)?])));
        }
        let beside = |day: NaiveDate| match about {
            "before" => day.pred_opt().filter(|day| *day >= self.today),
            "after" => day.succ_opt(),
            _ => Some(day),
        };
        Some(Err(match self.date(from)? {
            Ok((day, next)) if of_a_week => {
                let monday = day.week(Weekday::Mon).first_day().max(self.today);
                self.unclear(at, next, vec![monday])
            }
            Ok((day, next)) => self.unclear(at, next, beside(day).into_iter().collect()),
            Err(DateError::Unclear { readings, .. }) => {
                self.unclear(at, from + 2, readings.into_iter().filter_map(beside).collect())
            }
            Err(error) => error,
        }))
    }

    /// `12/3`, `25.12.`: a day and a month in figures, by either order.
    pub(super) fn two_numbers(&self, at: usize) -> Option<DateReading> {
        let (first, second) = self.at(at).split_once(['/', '.'])?;
        let number = |word: &str| day_of_month(word).filter(|_| word.bytes().all(|byte| byte.is_ascii_digit()));
        let (first, second) = (number(first)?, number(second)?);
        let mut readings = Vec::new();
        for (day, month) in [(first, second), (second, first)] {
            if let Some(found) = self.yearly(|year| NaiveDate::from_ymd_opt(year, month, day))
                && !readings.contains(&found)
            {
                readings.push(found);
            }
        }
        // With a dot, two readings are rather a version or a number.
        let is_date = readings.len() == 1 || (readings.len() == 2 && self.at(at).contains('/'));
        is_date.then(|| Err(self.unclear(at, at + 1, readings)))
    }
}
