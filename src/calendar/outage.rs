//! Outages as a status page plans them. They forbid nothing: they are said beside a date for production.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::collections::BTreeMap;

/// An outage that is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outage {
    /// What the page calls it.
    pub title: String,
    /// Its ticket, if it has one.
    pub url: Option<String>,
    /// When it begins.
    pub from: DateTime<Utc>,
    /// When it is to end, if that is said.
    pub to: Option<DateTime<Utc>>,
}

impl Outage {
    /// Is it on that day (UTC)? Without an end it is on its first day.
    pub fn is_on(&self, day: NaiveDate) -> bool {
        // What ends at midnight is over on that day.
        let last = self
            .to
            .map_or(self.from, |to| (to - TimeDelta::nanoseconds(1)).max(self.from));
        (self.from.date_naive()..=last.date_naive()).contains(&day)
    }
}

/// All that are planned, by the name of the page that says so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outages(BTreeMap<String, Vec<Outage>>);

impl Outages {
    /// What a page says now; is that something new?
    pub fn are_read(&mut self, page: String, outages: Vec<Outage>) -> bool {
        let is_new = self.0.get(&page) != Some(&outages);
        self.0.insert(page, outages);
        is_new
    }

    /// Those of a day, the first ones first.
    pub fn on(&self, day: NaiveDate) -> Vec<&Outage> {
        let mut found: Vec<&Outage> = self.0.values().flatten().filter(|outage| outage.is_on(day)).collect();
        found.sort_by_key(|outage| outage.from);
        found
    }
}
