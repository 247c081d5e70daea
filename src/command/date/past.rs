//! Days that are over: `yesterday`, `3 days ago`, `last friday`. They are read, so that they are refused as days, not as
//! words.

use super::DateWords;
use super::words::{coming, count, later, short_span, weekday};
use chrono::{Days, Months, NaiveDate};

impl DateWords<'_> {
    /// A day before today, and the place behind it.
    pub(super) fn past(&self, at: usize) -> Option<(NaiveDate, usize)> {
        // The last week of december is ahead.
        let is_part = matches!(self.at(at + 2), "of" | "in");
        match (self.at(at), self.at(at + 1)) {
            ("last", _) if is_part => return None,
            ("yesterday", _) => return Some((self.today.pred_opt()?, at + 1)),
            ("last", "week") => return Some((before(self.today, 1, "week")?, at + 2)),
            ("last", "month") => return Some((before(self.today, 1, "month")?, at + 2)),
            ("last", "year") => return Some((before(self.today, 1, "year")?, at + 2)),
            ("last", day) => {
                let next = coming(self.today, weekday(day)?);
                let last = next.checked_sub_days(Days::new(7)).filter(|day| *day < self.today);
                // On a friday, the last one was a week ago.
                let last = last.or_else(|| next.checked_sub_days(Days::new(14)))?;
                return Some((last, at + 2));
            }
            _ => {}
        }
        let (many, unit, next) = match short_span(self.at(at)) {
            Some((many, unit)) => (many, unit, at + 1),
            None => (count(self.at(at))?, self.at(at + 1), at + 2),
        };
        (self.at(next) == "ago").then_some(())?;
        Some((before(self.today, many, unit)?, next + 1))
    }
}

/// The day so long before another.
pub(super) fn before(day: NaiveDate, many: u32, unit: &str) -> Option<NaiveDate> {
    match unit {
        "month" | "months" => day.checked_sub_months(Months::new(many)),
        "year" | "years" => day.checked_sub_months(Months::new(many.checked_mul(12)?)),
        // Days and weeks are as long in both directions.
        unit => day.checked_sub_signed(later(day, many, unit)? - day),
    }
}
