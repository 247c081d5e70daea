//! On which days an event repeats (RFC 5545, section 3.3.10).
//!
//! Only days matter, so a rule is walked day by day in the event's own time: clock changes have no effect, and the cost
//! is bounded by the number of days. Hours and minutes in a rule are ignored.

use crate::calendar::window::DaySpan;
use calcard::icalendar::{ICalendarFrequency, ICalendarRecurrenceRule, ICalendarWeekday};
use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Days walked for all events of one file together: enough for a thousand rules over forty years.
pub(super) const MAX_STEPS: u32 = 15_000_000;

/// The first days of an event's occurrences, starting with `first`, up to `until` and the end of the horizon;
/// occurrences that end before the horizon are omitted. `first` always counts as one.
///
/// `None` if the rule needs more than `steps` has left, or repeats within a day.
pub(super) fn days(
    rule: &ICalendarRecurrenceRule,
    first: NaiveDate,
    until: Option<NaiveDate>,
    horizon: DaySpan,
    steps: &mut u32,
) -> Option<Vec<NaiveDate>> {
    let walk = Walk::new(rule, first)?;
    let mut left = rule.count.unwrap_or(u32::MAX).max(1) - 1;
    let mut found = vec![first];
    let mut set: Vec<NaiveDate> = Vec::new();
    let mut period = 0;
    for day in walk.begin.iter_days() {
        *steps = steps.checked_sub(1)?;
        let here = walk.period(day);
        if here != period || day > horizon.to() {
            for day in picked(&set, &rule.bysetpos) {
                if day <= first {
                    continue;
                }
                if left == 0 || until.is_some_and(|until| day > until) {
                    return Some(found);
                }
                left -= 1;
                if horizon.covers(day) {
                    found.push(day);
                }
            }
            set.clear();
            period = here;
        }
        if left == 0 || day > horizon.to() || until.is_some_and(|until| set.is_empty() && day > until) {
            break;
        }
        if here % walk.interval == 0 && walk.matches(day) {
            set.push(day);
        }
    }
    Some(found)
}

/// Of the days of one period, those named by BYSETPOS, or all of them.
fn picked(set: &[NaiveDate], positions: &[i32]) -> Vec<NaiveDate> {
    if positions.is_empty() {
        return set.to_vec();
    }
    let index = |position: &i32| match usize::try_from(position.unsigned_abs()).unwrap_or(usize::MAX) {
        0 => None,
        from_begin if *position > 0 => Some(from_begin - 1),
        from_end => set.len().checked_sub(from_end),
    };
    let mut picked: Vec<NaiveDate> = positions
        .iter()
        .filter_map(index)
        .filter_map(|at| set.get(at).copied())
        .collect();
    picked.sort_unstable();
    picked.dedup();
    picked
}

struct Walk<'a> {
    rule: &'a ICalendarRecurrenceRule,
    first: NaiveDate,
    /// The first day of the period that contains the event's first day.
    begin: NaiveDate,
    interval: i64,
}

impl<'a> Walk<'a> {
    fn new(rule: &'a ICalendarRecurrenceRule, first: NaiveDate) -> Option<Self> {
        let begin = match rule.freq {
            ICalendarFrequency::Yearly => first.with_ordinal(1)?,
            ICalendarFrequency::Monthly => first.with_day(1)?,
            ICalendarFrequency::Weekly => {
                let start = rule.wkst.map_or(Weekday::Mon, weekday);
                first.checked_sub_days(Days::new(u64::from(first.weekday().days_since(start))))?
            }
            ICalendarFrequency::Daily => first,
            ICalendarFrequency::Hourly | ICalendarFrequency::Minutely | ICalendarFrequency::Secondly => return None,
        };
        let interval = i64::from(rule.interval.unwrap_or(1)).max(1);
        Some(Self {
            rule,
            first,
            begin,
            interval,
        })
    }

    /// How many periods a day is after the first one.
    fn period(&self, day: NaiveDate) -> i64 {
        let days = day.signed_duration_since(self.begin).num_days();
        let years = i64::from(day.year()) - i64::from(self.begin.year());
        match self.rule.freq {
            ICalendarFrequency::Yearly => years,
            ICalendarFrequency::Monthly => years * 12 + i64::from(day.month()) - i64::from(self.begin.month()),
            ICalendarFrequency::Weekly => days.div_euclid(7),
            ICalendarFrequency::Daily
            | ICalendarFrequency::Hourly
            | ICalendarFrequency::Minutely
            | ICalendarFrequency::Secondly => days,
        }
    }

    fn matches(&self, day: NaiveDate) -> bool {
        let rule = self.rule;
        let month_length = i64::from(day.num_days_in_month());
        let year_length = if day.leap_year() { 366 } else { 365 };
        let of_month = |wanted: i8| counted(i64::from(wanted), i64::from(day.day()), month_length);
        let of_year = |wanted: i16| counted(i64::from(wanted), i64::from(day.ordinal()), year_length);
        let is_yearly = rule.freq == ICalendarFrequency::Yearly;
        let is_monthly = rule.freq == ICalendarFrequency::Monthly;
        let in_whole_year = is_yearly && rule.bymonth.is_empty() && rule.byweekno.is_empty();
        let in_month = is_monthly || (is_yearly && !rule.bymonth.is_empty());
        let by_day = |wanted: &calcard::icalendar::ICalendarDay| {
            weekday(wanted.weekday) == day.weekday()
                && match wanted.ordwk.map(i64::from) {
                    Some(n) if in_whole_year => nth(n, i64::from(day.ordinal()), year_length),
                    Some(n) if in_month => nth(n, i64::from(day.day()), month_length),
                    Some(_) | None => true,
                }
        };
        let weeks = NaiveDate::from_ymd_opt(day.iso_week().year(), 12, 28).map_or(52, |last| last.iso_week().week());
        let of_week = |wanted: i8| counted(i64::from(wanted), i64::from(day.iso_week().week()), i64::from(weeks));
        let all = |is_empty: bool, is_one: bool| is_empty || is_one;
        let names_no_day = rule.byday.is_empty() && rule.bymonthday.is_empty() && rule.byyearday.is_empty();
        let by_default = match rule.freq {
            _ if !names_no_day => true,
            ICalendarFrequency::Yearly if !rule.byweekno.is_empty() => day.weekday() == self.first.weekday(),
            ICalendarFrequency::Yearly => {
                day.day() == self.first.day() && (!rule.bymonth.is_empty() || day.month() == self.first.month())
            }
            ICalendarFrequency::Monthly => day.day() == self.first.day(),
            ICalendarFrequency::Weekly => day.weekday() == self.first.weekday(),
            ICalendarFrequency::Daily
            | ICalendarFrequency::Hourly
            | ICalendarFrequency::Minutely
            | ICalendarFrequency::Secondly => true,
        };
        by_default
            && all(
                rule.bymonth.is_empty(),
                rule.bymonth.iter().any(|month| u32::from(month.month()) == day.month()),
            )
            && all(
                rule.byweekno.is_empty(),
                rule.byweekno.iter().any(|week| of_week(*week)),
            )
            && all(
                rule.byyearday.is_empty(),
                rule.byyearday.iter().any(|wanted| of_year(*wanted)),
            )
            && all(
                rule.bymonthday.is_empty(),
                rule.bymonthday.iter().any(|wanted| of_month(*wanted)),
            )
            && all(rule.byday.is_empty(), rule.byday.iter().any(by_day))
    }
}

/// Is number `wanted` (counted from the end if negative) number `this` of `length`?
fn counted(wanted: i64, this: i64, length: i64) -> bool {
    wanted == this || (wanted < 0 && wanted + length + 1 == this)
}

/// Is this day, number `this` of `length`, the `n`th of its weekday?
fn nth(n: i64, this: i64, length: i64) -> bool {
    n == 0 || n == (this - 1) / 7 + 1 || -n == (length - this) / 7 + 1
}

fn weekday(day: ICalendarWeekday) -> Weekday {
    match day {
        ICalendarWeekday::Monday => Weekday::Mon,
        ICalendarWeekday::Tuesday => Weekday::Tue,
        ICalendarWeekday::Wednesday => Weekday::Wed,
        ICalendarWeekday::Thursday => Weekday::Thu,
        ICalendarWeekday::Friday => Weekday::Fri,
        ICalendarWeekday::Saturday => Weekday::Sat,
        ICalendarWeekday::Sunday => Weekday::Sun,
    }
}
