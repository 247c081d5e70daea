//! Dates as people type them: ISO (`2026-12-03`), `today`, `next tuesday`, `in two weeks`, `Thursday, December 3rd`.
//!
//! Every word of a date must be understood: a deployment on the wrong day is worse than a question. So ambiguous words
//! are refused with each meaning in ISO form, and [`read_whole`] leaves no word of a date to the note that may follow.
//! Each attempt reads at most [`LONGEST`] words.

mod feasts;
mod others;
mod past;
mod ranges;
mod slips;
mod words;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
pub(super) use ranges::spread;
pub(super) use slips::asked as slip;
use words::{
    BETWEEN, coming, date, date_in_figures, day_of_month, in_next_week, is_iso, is_ordinal, later, month, nth, numeric,
    parts, plain, short_span, unit, weekday, working_days,
};
pub(super) use words::{count, year};

/// The most words that a date has: `on thursday the 3rd of december 2026`, and what says that it goes on.
pub const LONGEST: usize = 10;

/// A day without a year that was so many days ago is over, and not that of next year.
const JUST_PASSED: u64 = 31;

/// How many years ahead a date may be; anything later is a typing error.
const YEARS_AHEAD: i32 = 10;

/// Why words are not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateError {
    /// Two readings.
    Ambiguous {
        /// The word.
        word: String,
        /// Day first, then month first.
        readings: [NaiveDate; 2],
    },
    /// Ambiguous words, with each day that they may mean.
    Unclear {
        /// The words.
        words: String,
        /// The days, at least one.
        readings: Vec<NaiveDate>,
    },
    /// One reading, but not in ISO form.
    NotIso {
        /// The word.
        word: String,
        /// The reading.
        reading: NaiveDate,
    },
    /// A date that no calendar has.
    NoSuchDay(String),
    /// A date too far ahead.
    TooFar(NaiveDate),
    /// A day in the future where a past one is wanted.
    Ahead(NaiveDate),
    /// No date at all.
    Unknown(String),
}

/// Words among which the other day is looked for where one is taken back.
const LONGEST_CORRECTION: usize = 4;

/// No word of a day has so many bytes.
const LONGEST_WORD: usize = 40;

/// A date, and how many words it took.
type DateReading = Result<(NaiveDate, usize), DateError>;

/// Reads a date from the front of some words; also says how many words it took.
pub fn read(words: &[&str], today: NaiveDate) -> DateReading {
    let words = &words[..words.len().min(LONGEST)];
    let plain: Vec<String> = words.iter().map(|word| short(word)).collect();
    let plain: Vec<&str> = plain.iter().map(String::as_str).collect();
    let lead = usize::from(matches!(plain.first(), Some(&("on" | "at"))));
    let (date, used) = DateWords { today, words: &plain }.date(lead).unwrap_or_else(|| {
        let unknown = words.iter().take(2).copied().collect::<Vec<_>>().join(" ");
        Err(DateError::Unknown(unknown))
    })?;
    if date.year() - today.year() > YEARS_AHEAD {
        return Err(DateError::TooFar(date));
    }
    Ok((date, used))
}

/// Reads a date where a note may follow, which begins with no word of a date.
pub fn read_whole(words: &[&str], today: NaiveDate) -> DateReading {
    let first = read(words, today);
    if let Err(DateError::Unknown(unknown)) = first {
        let asked = feasts::whole_month(words, today).or_else(|| slips::asked(words, today));
        return Err(asked.unwrap_or(DateError::Unknown(unknown)));
    }
    others::with_those_behind(first, words, today)
}

/// Do these words begin with a day, or with a month?
pub(super) fn begins_as_a_day(words: &[&str], today: NaiveDate) -> bool {
    let is_month = words.first().is_some_and(|word| month(&short(word)).is_some());
    is_month || !matches!(read(words, today), Err(DateError::Unknown(_)))
}

/// Does a word belong to dates, so that nothing else can be called so?
pub fn is_word(word: &str, today: NaiveDate) -> bool {
    let plain = plain(word);
    let plain = plain.as_str();
    !matches!(read(&[word], today), Err(DateError::Unknown(_)))
        || BETWEEN.contains(&plain)
        || month(plain).is_some()
        || count(plain).is_some()
        || unit(plain)
        || matches!(plain, "end" | "coming" | "tonight" | "now" | "for" | "til")
}

/// Signs that stand for `to`.
const TO: [&str; 7] = ["-", "–", "—", "->", "→", "=>", "…"];

/// Words that change the date before them, whatever follows.
const CORRECTS: [&str; 14] = [
    "or", "plus", "minus", "earlier", "later", "sooner", "instead", "rather", "was", "maybe", "perhaps", "actually",
    "ish", "no",
];

/// Those of them that take it back.
const TAKES_BACK: [&str; 6] = ["no", "actually", "rather", "was", "instead", "maybe"];

/// Words by which a span says another day: `10 days after the freeze`.
const SHIFTS: [&str; 5] = ["after", "before", "from", "past", "since"];

/// Where in the words after a date the date goes on; words like `or` and `the` may stand between.
fn goes_on(rest: &[&str], after_iso: bool, after_span: bool) -> Option<usize> {
    let plain = |word: &&str| {
        if TO.contains(word) {
            "to".to_owned()
        } else if *word == "&" {
            "and".to_owned()
        } else {
            plain(word)
        }
    };
    let plain: Vec<String> = rest.iter().map(plain).collect();
    let between = plain.iter().take_while(|word| BETWEEN.contains(&word.as_str())).count();
    let at = |at: usize| plain.get(at).map_or("", String::as_str);
    let first = at(0);
    let is_sum = first == "+"
        || first
            .strip_prefix(['+', '-'])
            .is_some_and(|more| more.starts_with(|c: char| c.is_ascii_digit()));
    let is_span = first == "for" && count(at(1)).is_some() && unit(at(2));
    let is_shifted = first == "after" && !after_iso || after_span && SHIFTS.contains(&first);
    let changed = CORRECTS.contains(&first) || is_shifted || is_span || is_sum;
    let changed = changed.then_some(0);
    if first == "after" && at(1) == "next" {
        return Some(1);
    }
    let Some(word) = plain.get(between) else { return changed };
    let (word, following) = (word.as_str(), at(between + 1));
    let is_named = |index: usize| {
        let (word, following) = (at(index), at(index + 1));
        weekday(word).is_some()
            || month(word).is_some_and(|_| word != "may" || day_of_month(following).is_some())
            || matches!(word, "today" | "tomorrow" | "tonight" | "yesterday" | "now" | "eom")
            || is_ordinal(word)
            || nth(word).is_some() && (following.is_empty() || following == "of" || month(following).is_some())
            || date_in_figures(word)
            || short_span(word).is_some()
    };
    // Behind words that say no day by themselves one may follow that does: `may friday`, `a week monday`.
    let figures = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let may_lead = |word: &String| {
        let word = word.as_str();
        BETWEEN.contains(&word)
            || word == "may"
            || word == "end"
            || count(word).is_some()
            || unit(word)
            || figures(word)
    };
    let leading = plain.iter().take_while(|word| may_lead(word)).count();
    let named = (between..=leading).any(is_named);
    let counted = count(word).is_some() && (unit(following) || month(following).is_some());
    let unit_of_next = between > 0 && unit(word);
    let number = !after_iso && between == 0 && word.parse::<u32>().is_ok();
    let unit_alone = !after_iso && unit(word);
    let end = word == "end" && following == "of";
    (named || counted || unit_of_next || number || unit_alone || end)
        .then_some(between)
        .or(changed)
}

/// The word without what stands around it; nothing of one that is too long for a day.
fn short(word: &str) -> String {
    if word.len() > LONGEST_WORD {
        String::new()
    } else {
        plain(word)
    }
}

/// The words that are read, and the day on which.
struct DateWords<'a> {
    today: NaiveDate,
    words: &'a [&'a str],
}

impl DateWords<'_> {
    fn at(&self, at: usize) -> &str {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// `Some` if the words at that place are a date, or nearly one.
    fn date(&self, at: usize) -> Option<DateReading> {
        let the = self.at(at) == "the";
        let at = at + usize::from(the);
        if let Some(day) = weekday(self.at(at)) {
            return Some(self.weekday_of(day, at));
        }
        if let Some(named) = self.named(at) {
            return Some(named.and_then(|(date, next)| self.with_weekday(date, next)));
        }
        if let Some(joined) = self.joined(at) {
            return Some(joined);
        }
        if let Some(counted) = self.counted_weekday(at).or_else(|| self.day_alone(at, the)) {
            return Some(counted);
        }
        // A length of time may count from a day behind it; today and tomorrow are days.
        let of_now = || {
            self.relative(at).map(|(date, next)| match self.at(at) {
                "today" | "tomorrow" => self.with_weekday(date, next),
                _ => self.shifted(at, date, next),
            })
        };
        self.past(at)
            .map(Ok)
            .or_else(|| self.day_and_week(at))
            .or_else(|| self.whole_span(at))
            .or_else(of_now)
            .or_else(|| self.next(at))
            .or_else(|| self.feast(at))
            .or_else(|| self.vague(at))
            .or_else(|| self.two_numbers(at))
            .or_else(|| {
                let word = self.at(at);
                let figures = date_in_figures(word).then(|| numeric(word, self.today));
                figures.map(|date| date.and_then(|date| self.with_weekday(date, at + 1)))
            })
    }

    /// `3-dec-2026`, `dec3`: the words of a date in one.
    fn joined(&self, at: usize) -> Option<DateReading> {
        let parts = parts(self.at(at));
        if !(2..=3).contains(&parts.len()) {
            return None;
        }
        let words = DateWords {
            today: self.today,
            words: &parts,
        };
        let read = words.named(0)?;
        Some(read.and_then(|(date, used)| {
            let whole = used == parts.len();
            whole
                .then_some((date, at + 1))
                .ok_or_else(|| DateError::Unknown(self.at(at).to_owned()))
        }))
    }

    /// A span of days, and the day from which it counts: today, or `from monday`, `before 2026-12-03`.
    fn shifted(&self, at: usize, date: NaiveDate, next: usize) -> DateReading {
        // `two weeks today`, `in two weeks' time`.
        if matches!(self.at(next), "today" | "time") {
            return Ok((date, next + 1));
        }
        let ahead = match self.at(next) {
            "from" | "after" => 1,
            "before" => -1,
            // `a week tomorrow`, `a week on monday`.
            "tomorrow" => return self.counted_from(at, date, next, 1),
            "on" if weekday(self.at(next + 1)).is_some() => return self.counted_from(at, date, next, 1),
            word if weekday(word).is_some() => return self.counted_from(at, date, next, 1),
            _ => return Ok((date, next)),
        };
        if matches!(self.at(next + 1), "now" | "today") {
            return Ok((date, self.without_from_now(next)));
        }
        self.counted_from(at, date, next + 1, ahead)
    }

    /// The day that is as far from the date at `next` as that date is from today.
    fn counted_from(&self, at: usize, date: NaiveDate, next: usize, ahead: i32) -> DateReading {
        let next = next + usize::from(self.at(next) == "on");
        let Some(base) = self.date(next) else {
            return Ok((date, next.saturating_sub(1)));
        };
        // A month before or after is of another length than one from now.
        let span = (date - self.today) * ahead;
        let by_days = !matches!(
            self.at(at + 1 + usize::from(self.at(at) == "in")),
            "month" | "months" | "year" | "years"
        );
        let moved = |day: NaiveDate| day.checked_add_signed(span);
        match base {
            Ok((day, used)) if by_days => moved(day).map(|day| (day, used)).ok_or(DateError::TooFar(day)),
            Ok((day, used)) => Err(self.unclear(at, used, moved(day).into_iter().collect())),
            Err(DateError::Unclear { readings, .. }) => {
                let readings = readings.into_iter().filter_map(moved).collect();
                Err(self.unclear(at, next + 2, readings))
            }
            Err(error) => Err(error),
        }
    }

    /// A weekday: of this week, of the next, or of the date that follows.
    fn weekday_of(&self, day: Weekday, at: usize) -> DateReading {
        let mut next = at + 1;
        let coming = coming(self.today, day);
        if (self.at(next), self.at(next + 1)) == ("of", "next") {
            next += 1;
        }
        match (self.at(next), self.at(next + 1)) {
            ("next", "week") => return Ok((in_next_week(self.today, day), next + 2)),
            ("week", _) => return Ok((later(coming, 1, "week").unwrap_or(coming), next + 1)),
            ("fortnight", _) => return Ok((later(coming, 2, "week").unwrap_or(coming), next + 1)),
            ("after", "next") => {
                let readings = vec![later(coming, 1, "week").unwrap_or(coming)];
                return Err(self.unclear(at, next + 2, readings));
            }
            _ => {}
        }
        let the = next + usize::from(matches!(self.at(next), "the" | "on"));
        let date = self.named(the).or_else(|| {
            let word = self.at(the);
            date_in_figures(word).then(|| numeric(word, self.today).map(|date| (date, the + 1)))
        });
        let date = date.or_else(|| is_ordinal(self.at(the)).then(|| self.day_alone(the, true))?);
        // `friday in two weeks`: of that week, or two weeks after the next one.
        if date.is_none()
            && self.at(next) == "in"
            && let Some(many) = count(self.at(next + 1))
            && matches!(self.at(next + 2), "week" | "weeks")
        {
            let week = later(self.today, many, "week").map(|day| day.week(Weekday::Mon).first_day());
            let of_week = week.map(|monday| monday + Days::new(u64::from(day.num_days_from_monday())));
            let mut readings: Vec<NaiveDate> = of_week.into_iter().chain(later(coming, many, "week")).collect();
            readings.dedup();
            return Err(self.unclear(at, next + 3, readings));
        }
        let Some(date) = date else {
            // On a friday, friday is today or in a week.
            if self.today.weekday() == day {
                return Err(self.unclear(at, next, vec![self.today, coming]));
            }
            return Ok((coming, next));
        };
        let (date, after) = date?;
        if date.weekday() != day {
            // The weekday may be right, and the number wrong.
            let monday = date.week(Weekday::Mon).first_day();
            let of_week = monday.checked_add_days(Days::new(u64::from(day.num_days_from_monday())));
            let of_week = of_week.filter(|day| *day >= self.today);
            return Err(self.unclear(at, after, std::iter::once(date).chain(of_week).collect()));
        }
        Ok((date, after))
    }

    /// A date that is followed by its own weekday, in whatever brackets.
    fn with_weekday(&self, date: NaiveDate, next: usize) -> DateReading {
        let agrees = weekday(self.at(next)) == Some(date.weekday());
        Ok((date, next + usize::from(agrees)))
    }

    fn unclear(&self, from: usize, to: usize, readings: Vec<NaiveDate>) -> DateError {
        let words = self.said(from, to);
        DateError::Unclear { words, readings }
    }

    fn said(&self, from: usize, to: usize) -> String {
        self.words[from..to.min(self.words.len())].join(" ")
    }

    /// `dec 3`, `3 december 2026`, `3rd of december`, `end of the month`.
    fn named(&self, at: usize) -> Option<DateReading> {
        if let Some(month) = month(self.at(at)) {
            let the = at + 1 + usize::from(self.at(at + 1) == "the");
            let day = day_of_month(self.at(the)).or_else(|| nth(self.at(the)))?;
            return Some(self.in_month(month, day, at, the + 1));
        }
        if let Some(day) = day_of_month(self.at(at)).or_else(|| nth(self.at(at))) {
            let of = at + 1 + usize::from(self.at(at + 1) == "of");
            if let Some((first, next)) = self.month_ahead(of) {
                let named = first.with_day(day).filter(|day| *day >= self.today);
                return Some(
                    named
                        .map(|day| (day, next))
                        .ok_or_else(|| DateError::NoSuchDay(self.said(at, next))),
                );
            }
            let month = month(self.at(of))?;
            return Some(self.in_month(month, day, at, of + 1));
        }
        if matches!(self.at(at), "next" | "this" | "coming") && month(self.at(at + 1)).is_some() {
            return self.named(at + 1);
        }
        self.end_of(at).map(Ok)
    }

    fn in_month(&self, month: u32, day: u32, from: usize, next: usize) -> DateReading {
        let words = || self.said(from, next);
        if let Some(year) = year(self.at(next)) {
            let words = format!("{} {year}", words());
            return Ok((date(year, month, day).ok_or(DateError::NoSuchDay(words))?, next + 1));
        }
        // Without a year it is the next such day, but for one that has just passed; the 29th of February may be years ahead.
        let this_year = u32::try_from(self.today.year()).unwrap_or_default();
        let named = match (self.at(next), self.at(next + 1)) {
            ("next", "year") => Some(this_year + 1),
            ("this", "year") => Some(this_year),
            _ => None,
        };
        if let Some(year) = named {
            let day = date(year, month, day).filter(|day| *day >= self.today);
            let words = self.said(from, next + 2);
            return day.map(|day| (day, next + 2)).ok_or(DateError::NoSuchDay(words));
        }
        (this_year..this_year + 5)
            .filter_map(|year| date(year, month, day))
            .find(|date| *date >= self.today - Days::new(JUST_PASSED))
            .map(|date| (date, next))
            .ok_or_else(|| DateError::NoSuchDay(words()))
    }

    fn end_of(&self, at: usize) -> Option<(NaiveDate, usize)> {
        if self.at(at) == "eom" {
            return Some((last_of_month(self.today)?, at + 1));
        }
        if (self.at(at), self.at(at + 1)) != ("end", "of") {
            return None;
        }
        let of = at + 2 + usize::from(matches!(self.at(at + 2), "the" | "this"));
        match (self.at(of), self.at(of + 1)) {
            ("month", _) => Some((last_of_month(self.today)?, of + 1)),
            ("next", "month") => Some((last_of_month(later(self.today, 1, "month")?)?, of + 2)),
            ("year", _) => Some((NaiveDate::from_ymd_opt(self.today.year(), 12, 31)?, of + 1)),
            (name, _) => {
                let (first, next) = self.in_month(month(name)?, 1, of, of + 1).ok()?;
                // Within that month it is this year's.
                let this = NaiveDate::from_ymd_opt(self.today.year(), first.month(), 1)?;
                let first = if self.today.month() == first.month() {
                    this
                } else {
                    first
                };
                Some((last_of_month(first)?, next))
            }
        }
    }

    /// `today`, `in 2 weeks`, `3d`, `next month`.
    fn relative(&self, at: usize) -> Option<(NaiveDate, usize)> {
        match (self.at(at), self.at(at + 1), self.at(at + 2)) {
            ("today", ..) => return Some((self.today, at + 1)),
            ("tomorrow", ..) => return Some((later(self.today, 1, "day")?, at + 1)),
            ("day", "after", "tomorrow") => return Some((later(self.today, 2, "day")?, at + 3)),
            _ => {}
        }
        let at = at + usize::from(self.at(at) == "in");
        let figures = self.at(at).trim_start_matches('+');
        if let Some((many, unit)) = short_span(figures) {
            return Some((later(self.today, many, unit)?, at + 1));
        }
        match (self.at(at), self.at(at + 1), self.at(at + 2)) {
            ("fortnight", ..) => return Some((later(self.today, 2, "week")?, at + 1)),
            ("half", "a", "year") => return Some((later(self.today, 6, "month")?, at + 3)),
            ("a", "couple", "of") => return Some((later(self.today, 2, self.at(at + 3))?, at + 4)),
            ("a", "couple", unit) => return Some((later(self.today, 2, unit)?, at + 3)),
            // `the day before christmas`.
            ("day" | "week", "before" | "after" | "from", next) => {
                if matches!(next, "now" | "today") || self.date(at + 2).is_none() {
                    return None;
                }
                return Some((later(self.today, 1, self.at(at))?, at + 1));
            }
            _ => {}
        }
        let many = count(figures)?;
        Some((later(self.today, many, self.at(at + 1))?, at + 2))
    }

    /// `next week`, `this month`: no day of it is meant more than another, so its first and last working days are shown.
    fn whole_span(&self, at: usize) -> Option<DateReading> {
        let at = at + usize::from(self.at(at) == "in");
        let (ahead, unit) = match (self.at(at), self.at(at + 1)) {
            ("next" | "coming" | "following", unit) => (1, unit),
            ("this", unit) => (0, unit),
            _ => return None,
        };
        if weekday_after(self, at + 2).is_some() {
            return None;
        }
        let (first, last) = match unit {
            "week" => {
                let monday = self.today.week(Weekday::Mon).first_day() + Days::new(7 * ahead);
                (monday, monday + Days::new(4))
            }
            "month" => {
                let first = self
                    .today
                    .with_day(1)?
                    .checked_add_months(Months::new(u32::try_from(ahead).ok()?))?;
                (first, last_of_month(first)?)
            }
            "year" => {
                let year = self.today.year() + i32::try_from(ahead).ok()?;
                (
                    NaiveDate::from_ymd_opt(year, 1, 1)?,
                    NaiveDate::from_ymd_opt(year, 12, 31)?,
                )
            }
            _ => return None,
        };
        Some(Err(self.unclear(at, at + 2, working_days(first.max(self.today), last))))
    }

    /// `from now` and `from today` add nothing.
    fn without_from_now(&self, next: usize) -> usize {
        let says_nothing = self.at(next) == "from" && matches!(self.at(next + 1), "now" | "today");
        next + if says_nothing { 2 } else { 0 }
    }

    /// `next friday`, `this friday`, `next week friday`.
    fn next(&self, at: usize) -> Option<DateReading> {
        match (self.at(at), self.at(at + 1)) {
            ("next", "week") => {
                let (day, next) = weekday_after(self, at + 2)?;
                Some(Ok((in_next_week(self.today, day), next)))
            }
            ("this", "week") => {
                let (day, next) = weekday_after(self, at + 2)?;
                let day = self.today.week(Weekday::Mon).first_day() + Days::new(u64::from(day.num_days_from_monday()));
                let ahead = Some(day).filter(|day| *day >= self.today);
                Some(
                    ahead
                        .map(|day| (day, next))
                        .ok_or_else(|| DateError::NoSuchDay(self.said(at, next))),
                )
            }
            ("next", word) => {
                let day = weekday(word)?;
                let (coming, next_week) = (coming(self.today, day), in_next_week(self.today, day));
                Some(if coming == next_week {
                    Ok((coming, at + 2))
                } else {
                    Err(self.unclear(at, at + 2, vec![coming, next_week]))
                })
            }
            ("this" | "coming", word) => Some(self.weekday_of(weekday(word)?, at + 1)),
            _ => None,
        }
    }
}

/// The weekday at that place, where `on` may stand before it, and the place after it.
fn weekday_after(words: &DateWords<'_>, at: usize) -> Option<(Weekday, usize)> {
    let at = at + usize::from(words.at(at) == "on");
    Some((weekday(words.at(at))?, at + 1))
}

fn last_of_month(day: NaiveDate) -> Option<NaiveDate> {
    day.with_day(1)?.checked_add_months(Months::new(1))?.pred_opt()
}

#[cfg(test)]
mod tests;
