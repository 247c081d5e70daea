//! The times of one cause: which is due, and when the next will be.

use super::hours::later;
use super::key::Cause;
use super::settings::Rhythm;
use super::what::What;
use super::{SET_BACK, World};
use crate::people::Account;
use crate::rfr::Rfr;
use chrono::{DateTime, TimeDelta, Utc};

/// A cause, its times, and what is to be said.
pub(super) struct Series<'a> {
    pub(super) cause: Cause,
    pub(super) times: SeriesTimes,
    /// When it stops making sense.
    pub(super) until: Option<DateTime<Utc>>,
    pub(super) what: What,
    pub(super) rfr: Option<&'a Rfr>,
    pub(super) owes: Vec<Account>,
}

pub(super) enum SeriesTimes {
    /// Repeatedly from a moment on.
    Rhythm { base: DateTime<Utc>, rhythm: Rhythm },
    /// At certain times, earliest first, each with its number.
    Stages(Vec<(u32, DateTime<Utc>)>),
}

/// One time of a series.
#[derive(Clone, Copy)]
pub(super) struct Point {
    /// Its number in the key.
    pub(super) number: u32,
    /// Its position in the series, from 1.
    pub(super) nth: u32,
    at: DateTime<Utc>,
    /// Least time after the previous one, so that a late one is not followed at once.
    apart: TimeDelta,
}

impl Series<'_> {
    /// The last time that has passed.
    pub(super) fn latest(&self, now: DateTime<Utc>) -> Option<Point> {
        match &self.times {
            SeriesTimes::Rhythm { base, rhythm } => {
                let number = rhythm.number(now.signed_duration_since(*base))?;
                Some(rhythm_point(*base, *rhythm, number))
            }
            SeriesTimes::Stages(stages) => {
                let passed = stages.iter().take_while(|(_, at)| *at <= now).count();
                stage_point(stages, passed.checked_sub(1)?)
            }
        }
    }

    fn nth(&self, nth: u32) -> Option<Point> {
        match &self.times {
            SeriesTimes::Rhythm { base, rhythm } => Some(rhythm_point(*base, *rhythm, nth)),
            SeriesTimes::Stages(stages) => stage_point(stages, usize::try_from(nth).ok()?.checked_sub(1)?),
        }
    }

    /// The reminder that this series must send at this moment, apart from what others send.
    pub(super) fn due(&self, world: &World<'_>, now: DateTime<Utc>) -> Option<Point> {
        let point = self.latest(now)?;
        let released = world.settings.hours.is_open(now) && self.release(world, point, now) <= now;
        (released && self.is_open(world, point, now)).then_some(point)
    }

    /// Has its time come, whatever hours and budgets say, and is it not sent yet?
    pub(super) fn is_waiting(&self, world: &World<'_>, now: DateTime<Utc>) -> bool {
        self.latest(now)
            .is_some_and(|point| self.spaced(world, point, now) <= now && self.is_open(world, point, now))
    }

    /// Does it still make sense, and was it not sent?
    fn is_open(&self, world: &World<'_>, point: Point, now: DateTime<Utc>) -> bool {
        let in_time = self.until.is_none_or(|until| now < until);
        let made = world.memory.made(&self.cause, point.number).is_some()
            || world.memory.made_just_after(&self.cause, now, SET_BACK);
        in_time && !made
    }

    /// When that reminder may be sent.
    pub(super) fn release(&self, world: &World<'_>, point: Point, now: DateTime<Utc>) -> DateTime<Utc> {
        world.settings.hours.release(self.spaced(world, point, now))
    }

    /// Its time, unless the previous one was late.
    fn spaced(&self, world: &World<'_>, point: Point, now: DateTime<Utc>) -> DateTime<Utc> {
        let made = world.memory.last_made(&self.cause, now);
        made.map_or(point.at, |made| point.at.max(later(made, point.apart)))
    }

    /// The first moment from now on at which it has a reminder to send, if nothing changes.
    pub(super) fn ready(&self, world: &World<'_>, now: DateTime<Utc>) -> Option<(DateTime<Utc>, Point)> {
        let opening = world.settings.hours.open_from(now);
        let mut candidate = opening;
        let first = self.latest(now).map_or(1, |point| point.nth);
        // More in a row can only have been sent if the clock was wrong by years; that costs one needless wake-up.
        for nth in first..first.saturating_add(100) {
            if let Some(point) = self.due(world, candidate) {
                return Some((candidate, point));
            }
            let point = self.nth(nth)?;
            candidate = self.release(world, point, candidate.max(point.at)).max(opening);
            if self.until.is_some_and(|until| candidate >= until) {
                return None;
            }
        }
        self.latest(candidate).map(|point| (candidate, point))
    }
}

fn rhythm_point(base: DateTime<Utc>, rhythm: Rhythm, number: u32) -> Point {
    Point {
        number,
        nth: number,
        at: later(base, rhythm.offset(number)),
        apart: rhythm.gap(number.saturating_sub(1)) / 2,
    }
}

fn stage_point(stages: &[(u32, DateTime<Utc>)], index: usize) -> Option<Point> {
    let (number, at) = *stages.get(index)?;
    let nth = u32::try_from(index).ok()?.saturating_add(1);
    let apart = TimeDelta::zero();
    Some(Point { number, nth, at, apart })
}
