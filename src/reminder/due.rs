//! What is due now, when to look again, and how reminders are grouped into posts.

use super::World;
use super::causes;
use super::key::ReminderKey;
use super::memory::{How, ReminderFact};
use super::series::{Point, Series};
use super::what::What;
use crate::people::Account;
use crate::rfr::RfrId;
use chrono::{DateTime, Utc};

/// How many full hours ahead are tried when budgets hold back what is ready.
const TRIED_HOURS: usize = 24 * 31;

/// A reminder to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Identifies it; sent once.
    pub key: ReminderKey,
    /// Since when it is due, or when it will be.
    pub at: DateTime<Utc>,
    /// What is to be said.
    pub what: What,
    /// The RFR's or the freeze's name.
    pub name: String,
    /// The RFR's ticket, by its web address.
    pub ticket: Option<String>,
    /// Who could act on it, by name; empty if nobody in particular.
    pub owes: Vec<Account>,
    /// Those of them who want to be mentioned.
    pub call: Vec<Account>,
    /// Where it is said.
    pub targets: Vec<Target>,
}

/// Where a reminder is said.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// In the rooms.
    Room,
    /// On the mailing list.
    List,
    /// To one person in private, who asked for it.
    Direct(Account),
}

/// Reminders that are sent together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuePost<'a> {
    /// Where.
    pub target: Target,
    /// Which; those of one RFR are adjacent.
    pub reminders: Vec<&'a Due>,
    /// Who is mentioned.
    pub call: Vec<Account>,
}

impl Due {
    /// The RFR it is about.
    pub fn rfr(&self) -> Option<RfrId> {
        self.key.cause.subject.rfr()
    }

    /// The fact that it is sent now; store it with the posts.
    pub fn made(&self, now: DateTime<Utc>) -> ReminderFact {
        ReminderFact::Made {
            key: self.key.clone(),
            at: now,
        }
    }
}

/// All reminders to send now, those of one RFR together. Once their facts are applied, nothing more is due now.
pub fn due(world: &World<'_>, now: DateTime<Utc>) -> Vec<Due> {
    due_of(world, &causes::all(world), now)
}

/// The first moment from now on at which something is due, if nothing changes. Until then the scheduler can sleep,
/// unless a change wakes it.
pub fn next_due(world: &World<'_>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let all = causes::all(world);
    let ready = all
        .iter()
        .filter_map(|series| series.ready(world, now))
        .map(|(at, _)| at);
    let mut at = ready.min()?;
    for _ in 0..TRIED_HOURS {
        if !due_of(world, &all, at).is_empty() {
            return Some(at);
        }
        at = world.settings.hours.next_release(at);
    }
    Some(at)
}

/// How many reminders have reached their time and are not sent yet: quiet hours and budgets hold them back.
pub fn waiting(world: &World<'_>, now: DateTime<Utc>) -> usize {
    let all = causes::all(world);
    all.iter().filter(|series| series.is_waiting(world, now)).count()
}

/// What is coming and when, soonest first; for one RFR or for all. Budgets may still delay it.
pub fn upcoming(world: &World<'_>, rfr: Option<RfrId>, now: DateTime<Utc>) -> Vec<Due> {
    let mut coming: Vec<Due> = causes::all(world)
        .iter()
        .filter(|series| rfr.is_none() || series.cause.subject.rfr() == rfr)
        .filter_map(|series| {
            let (at, point) = series.ready(world, now)?;
            Some(made_of(world, series, point, at))
        })
        .collect();
    coming.sort_by(|a, b| (a.at, &a.name, &a.key).cmp(&(b.at, &b.name, &b.key)));
    coming
}

/// The posts for these reminders: one for each target.
pub fn posts(reminders: &[Due]) -> Vec<DuePost<'_>> {
    let mut targets: Vec<&Target> = reminders.iter().flat_map(|due| &due.targets).collect();
    targets.sort();
    targets.dedup();
    targets
        .into_iter()
        .map(|target| {
            let said: Vec<&Due> = reminders.iter().filter(|due| due.targets.contains(target)).collect();
            let mut call = match target {
                Target::Room => said.iter().flat_map(|due| due.call.clone()).collect(),
                Target::List | Target::Direct(_) => Vec::new(),
            };
            call.sort();
            call.dedup();
            DuePost {
                target: target.clone(),
                reminders: said,
                call,
            }
        })
        .collect()
}

fn due_of(world: &World<'_>, all: &[Series<'_>], now: DateTime<Utc>) -> Vec<Due> {
    let spent = Spent::of(world, now);
    if spent.hour {
        return Vec::new();
    }
    let mut due: Vec<Due> = all
        .iter()
        .filter(|series| series.cause.kind.is_dated() || spent.allows(world, series.cause.subject.rfr()))
        .filter_map(|series| {
            let point = series.due(world, now)?;
            let at = series.release(world, point, now);
            Some(made_of(world, series, point, at))
        })
        .collect();
    due.sort_by(|a, b| (a.rfr(), &a.name, &a.key).cmp(&(b.rfr(), &b.name, &b.key)));
    due
}

fn made_of(world: &World<'_>, series: &Series<'_>, point: Point, at: DateTime<Utc>) -> Due {
    let Series {
        cause, what, rfr, owes, ..
    } = series;
    let wanting = |how: How| {
        owes.iter()
            .filter(move |account| world.memory.preference(account) == how)
    };
    let mut targets = vec![Target::Room];
    let escalates = world.settings.to_list_from.get(&cause.kind);
    if escalates.is_some_and(|from| point.nth >= *from) {
        targets.push(Target::List);
    }
    targets.extend(wanting(How::Dm).cloned().map(Target::Direct));
    let name = match &cause.subject {
        super::ReminderSubject::Freeze(name) => name.clone(),
        super::ReminderSubject::Rfr(_) | super::ReminderSubject::Question(..) => {
            rfr.map(|rfr| rfr.name.clone()).unwrap_or_default()
        }
    };
    Due {
        key: ReminderKey {
            cause: cause.clone(),
            number: point.number,
        },
        at,
        what: what.clone(),
        name,
        ticket: rfr.map(|rfr| rfr.ticket.url.clone()),
        call: wanting(How::On).cloned().collect(),
        owes: owes.clone(),
        targets,
    }
}

/// What was sent already: in this hour, and today.
struct Spent {
    hour: bool,
    posts: Vec<DateTime<Utc>>,
    mentions: Vec<(RfrId, DateTime<Utc>)>,
}

impl Spent {
    fn of(world: &World<'_>, now: DateTime<Utc>) -> Self {
        let hours = &world.settings.hours;
        let today = hours.day(now);
        // Only what was sent within a day can fall on this day, whatever the zone.
        let near = chrono::TimeDelta::days(2);
        let mut hour = false;
        let (mut posts, mut mentions) = (Vec::new(), Vec::new());
        for (rfr, at) in world.memory.mentions() {
            if (now - at).abs() > near || hours.day(at) != today {
                continue;
            }
            hour |= at <= now && hours.next_release(at) > now;
            posts.push(at);
            mentions.extend(rfr.map(|rfr| (rfr, at)));
        }
        posts.sort_unstable();
        posts.dedup();
        mentions.sort_unstable();
        mentions.dedup();
        Self { hour, posts, mentions }
    }

    fn allows(&self, world: &World<'_>, rfr: Option<RfrId>) -> bool {
        let mentions = self
            .mentions
            .iter()
            .filter(|(mentioned, _)| Some(*mentioned) == rfr)
            .count();
        self.posts.len() < world.settings.posts_per_day.max(1)
            && mentions < world.settings.mentions_per_rfr_and_day.max(1)
    }
}
