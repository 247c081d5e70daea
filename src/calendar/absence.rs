//! Who is away when.
//!
//! People say so by command, or an imported calendar does. Somebody who says "I am back" is back, whatever the calendar
//! says about the rest of that absence.

use super::window::DaySpan;
use crate::people::Account;
use chrono::{Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Days on which somebody is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The days.
    pub span: DaySpan,
    /// The reason, or who stands in; may be empty.
    pub note: String,
}

/// Something a person said about their own absence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AbsenceFact {
    /// The person will be away.
    Away {
        /// Whose absence.
        account: Account,
        /// Its days and note.
        absence: Absence,
    },
    /// The person is present from that day on, until the next absence starts.
    Back {
        /// Whose absence ends.
        account: Account,
        /// The first day back.
        day: NaiveDate,
    },
}

/// All known absences, by account (case does not matter).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Absences {
    said: BTreeMap<String, Vec<Absence>>,
    imported: BTreeMap<String, Vec<Absence>>,
    back: BTreeMap<String, Vec<NaiveDate>>,
}

impl Absences {
    /// Applies a fact. Never fails: coming back without having been away changes nothing.
    pub fn apply(&mut self, fact: &AbsenceFact) {
        match fact {
            AbsenceFact::Away { account, absence } => {
                self.said
                    .entry(account.as_str().to_owned())
                    .or_default()
                    .push(absence.clone());
            }
            AbsenceFact::Back { account, day } => {
                let account = account.as_str().to_owned();
                if let Some(said) = self.said.get_mut(&account) {
                    *said = said
                        .drain(..)
                        .filter_map(|absence| cut(&absence, std::slice::from_ref(day)))
                        .collect();
                }
                // The calendar is read repeatedly, so its absences are cut when queried, not here.
                self.back.entry(account).or_default().push(*day);
            }
        }
    }

    /// Replaces the absences from the imported calendar (see [`absences`](super::import::absences)).
    pub fn set_imported(&mut self, absences: Vec<(String, Absence)>) {
        self.imported.clear();
        for (account, absence) in absences {
            self.imported
                .entry(account.to_ascii_lowercase())
                .or_default()
                .push(absence);
        }
    }

    /// Every absence of an account, earliest first.
    pub fn of(&self, account: &str) -> Vec<Absence> {
        let account = account.to_ascii_lowercase();
        let back = self.back.get(&account).map_or(&[][..], Vec::as_slice);
        let imported = self.imported.get(&account).into_iter().flatten();
        let said = self.said.get(&account).into_iter().flatten().cloned();
        let mut absences: Vec<Absence> = imported.filter_map(|absence| cut(absence, back)).chain(said).collect();
        absences.sort_by_key(|absence| absence.span);
        absences
    }

    /// An account's absence on a day; the one that lasts longest if there are several.
    pub fn away_on(&self, account: &str, day: NaiveDate) -> Option<Absence> {
        self.of(account)
            .into_iter()
            .filter(|absence| absence.span.covers(day))
            .max_by_key(|absence| absence.span.to())
    }

    /// Every absence that is not over on a day and begins at most so many days later, the earliest first.
    pub fn from_day(&self, day: NaiveDate, ahead: u64) -> Vec<(&str, Absence)> {
        let last = day.checked_add_days(Days::new(ahead)).unwrap_or(day);
        let accounts: BTreeSet<&str> = self
            .said
            .keys()
            .chain(self.imported.keys())
            .map(String::as_str)
            .collect();
        let of = |account| self.of(account).into_iter().map(move |absence| (account, absence));
        let mut absences: Vec<(&str, Absence)> = accounts
            .into_iter()
            .flat_map(of)
            .filter(|(_, absence)| absence.span.to() >= day && absence.span.from() <= last)
            .collect();
        absences.sort_by_key(|(account, absence)| (absence.span, *account));
        absences
    }

    /// The first day from `day` on when at least one of these accounts is present; `None` if there is nobody to wait
    /// for, or nobody ever comes back.
    pub fn first_day_there(&self, accounts: &[&str], day: NaiveDate) -> Option<NaiveDate> {
        accounts
            .iter()
            .filter_map(|account| self.first_day_back(account, day))
            .min()
    }

    /// The first day from `day` on when each of these groups has somebody present, for example the sponsor and one of
    /// the maintainers. A group without accounts is ignored.
    pub fn first_day_with_each(&self, groups: &[&[&str]], mut day: NaiveDate) -> Option<NaiveDate> {
        let groups: Vec<&[&str]> = groups.iter().copied().filter(|group| !group.is_empty()).collect();
        loop {
            let mut latest = day;
            for group in &groups {
                latest = latest.max(self.first_day_there(group, day)?);
            }
            if latest == day {
                return Some(day);
            }
            day = latest;
        }
    }

    fn first_day_back(&self, account: &str, mut day: NaiveDate) -> Option<NaiveDate> {
        // Absences are sorted, so each can only move the day later.
        for absence in self.of(account) {
            if absence.span.covers(day) {
                day = absence.span.to().succ_opt()?;
            }
        }
        Some(day)
    }
}

/// What remains of an absence for somebody who came back on these days.
fn cut(absence: &Absence, back: &[NaiveDate]) -> Option<Absence> {
    let first_back = back.iter().filter(|&&day| absence.span.covers(day)).min();
    let span = match first_back {
        Some(day) => DaySpan::new(absence.span.from(), day.pred_opt()?)?,
        None => absence.span,
    };
    Some(Absence {
        span,
        note: absence.note.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn absence(from: &str, to: &str, note: &str) -> Absence {
        Absence {
            span: DaySpan::new(day(from), day(to)).expect("a span"),
            note: note.to_owned(),
        }
    }

    fn away(account: &str, from: &str, to: &str) -> AbsenceFact {
        AbsenceFact::Away {
            account: Account::new(account),
            absence: absence(from, to, "said"),
        }
    }

    #[test]
    fn somebody_is_away_on_the_first_and_on_the_last_day() {
        let mut absences = Absences::default();
        absences.apply(&away("Kevin", "2026-12-20", "2027-01-03"));
        assert!(absences.away_on("kevin", day("2026-12-19")).is_none());
        assert!(absences.away_on("KEVIN", day("2026-12-20")).is_some());
        assert!(absences.away_on("kevin", day("2027-01-03")).is_some());
        assert_eq!(
            absences.first_day_there(&["kevin"], day("2026-12-24")),
            Some(day("2027-01-04"))
        );
        assert_eq!(
            absences.first_day_there(&["kevin", "smooge"], day("2026-12-24")),
            Some(day("2026-12-24"))
        );
        assert_eq!(absences.first_day_there(&[], day("2026-12-24")), None);
    }

    #[test]
    fn who_is_back_is_back_also_from_an_imported_absence_that_is_read_again() {
        let mut absences = Absences::default();
        let calendar = vec![("kevin".to_owned(), absence("2026-12-20", "2027-01-03", "holidays"))];
        absences.set_imported(calendar.clone());
        absences.apply(&away("kevin", "2026-12-27", "2027-01-10"));
        absences.apply(&AbsenceFact::Back {
            account: Account::new("kevin"),
            day: day("2026-12-29"),
        });
        absences.set_imported(calendar);
        assert!(absences.away_on("kevin", day("2026-12-28")).is_some());
        assert!(absences.away_on("kevin", day("2026-12-29")).is_none());
        absences.apply(&away("kevin", "2026-12-29", "2026-12-30"));
        assert!(absences.away_on("kevin", day("2026-12-29")).is_some());
    }

    #[test]
    fn the_sponsor_and_one_of_the_maintainers_must_be_there_on_the_same_day() {
        let mut absences = Absences::default();
        absences.apply(&away("sponsor", "2026-12-01", "2026-12-04"));
        absences.apply(&away("first", "2026-12-03", "2026-12-08"));
        absences.apply(&away("second", "2026-12-01", "2026-12-06"));
        let groups: [&[&str]; 3] = [&["sponsor"], &["first", "second"], &[]];
        assert_eq!(
            absences.first_day_with_each(&groups, day("2026-12-01")),
            Some(day("2026-12-07"))
        );
        assert_eq!(
            absences.first_day_with_each(&[], day("2026-12-01")),
            Some(day("2026-12-01"))
        );
    }

    #[test]
    fn absences_that_touch_push_the_first_day_further() {
        let mut absences = Absences::default();
        absences.apply(&away("kevin", "2026-12-05", "2026-12-09"));
        absences.apply(&away("kevin", "2026-12-01", "2026-12-04"));
        absences.apply(&away("kevin", "2026-12-02", "2026-12-03"));
        assert_eq!(
            absences.first_day_there(&["kevin"], day("2026-12-02")),
            Some(day("2026-12-10"))
        );
    }
}
