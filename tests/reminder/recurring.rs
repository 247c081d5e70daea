//! Recurring posts: each occurrence once, whatever the clock does.

use super::scene::{at, property};
use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use rfrbot::reminder::recurring::{PostDue, Recurring, Timetable};
use rfrbot::reminder::{ReminderFact, ReminderMemory, Zone};
use std::collections::BTreeSet;

const START: &str = "2026-01-05T10:00";

/// How far back a clock may be set without repetition: what was posted lies ahead of it by no more.
const SET_BACK: TimeDelta = TimeDelta::days(2);

#[derive(Clone, Debug)]
enum Step {
    /// Time passes, the bot runs.
    Runs { hours: i64 },
    /// Time passes, the bot is down.
    Down { hours: i64 },
    /// The clock is set forward or back while the bot runs.
    Set { minutes: i64 },
    /// The clock is corrected after being wrong for long.
    SetFar { days: i64 },
    /// The clock is wrong for one tick.
    Wrong { days: i64 },
    /// The memory is rebuilt from the facts.
    Restart,
    /// Something else wakes the bot.
    Wake,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (1..2000_i64).prop_map(|hours| Step::Runs { hours }),
        2 => (1..3000_i64).prop_map(|hours| Step::Down { hours }),
        3 => (-2900..2900_i64).prop_map(|minutes| Step::Set { minutes }),
        1 => (-200..200_i64).prop_map(|days| Step::SetFar { days }),
        1 => (-400..400_i64).prop_map(|days| Step::Wrong { days }),
        2 => Just(Step::Restart),
        2 => Just(Step::Wake),
    ]
}

fn recurring() -> Vec<Recurring> {
    let table = |text| Timetable::parse(text, &Zone::UTC).expect("a timetable");
    vec![
        Recurring::digest("weekly", table("mon 14:00 UTC")),
        // In the hour that a clock change skips or repeats.
        Recurring::digest("daily", table("daily 02:15 Australia/Lord_Howe")),
        Recurring::before_meeting(
            "meeting",
            table("every second thursday 15:00 Europe/Prague from 2026-01-08"),
            TimeDelta::hours(1),
        ),
    ]
}

/// A bot that sends one recurring post.
struct Poster {
    recurring: Recurring,
    born: DateTime<Utc>,
    memory: ReminderMemory,
    posted: BTreeSet<DateTime<Utc>>,
    facts: Vec<ReminderFact>,
}

impl Poster {
    fn new(recurring: Recurring, born: DateTime<Utc>) -> Self {
        Self {
            recurring,
            born,
            memory: ReminderMemory::default(),
            posted: BTreeSet::new(),
            facts: Vec::new(),
        }
    }

    fn due(&self, now: DateTime<Utc>) -> Option<PostDue> {
        self.recurring.due(&self.memory, self.born, now)
    }

    fn next_due(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.recurring.next_due(&self.memory, self.born, now)
    }

    fn restart(&mut self) -> TestCaseResult {
        let mut memory = ReminderMemory::default();
        self.facts.iter().for_each(|fact| memory.apply(fact));
        prop_assert_eq!(&memory, &self.memory, "a restart forgot something");
        self.memory = memory;
        Ok(())
    }

    /// Sends what is due. Afterwards nothing is, and the last occurrence was posted, unless it is too late.
    fn tick(&mut self, now: DateTime<Utc>) -> TestCaseResult {
        if let Some(due) = self.due(now) {
            let comes = due.occurrence - self.recurring.ahead;
            prop_assert!(comes <= now, "{} came at {now}, before its time", due.occurrence);
            prop_assert!(comes >= self.born, "{} is older than the store", due.occurrence);
            prop_assert!(
                now - comes <= self.recurring.late,
                "{} came late, at {now}",
                due.occurrence
            );
            prop_assert!(self.posted.insert(due.occurrence), "{} came twice", due.occurrence);
            self.memory.apply(&due.posted());
            self.facts.push(due.posted());
        }
        prop_assert_eq!(self.due(now), None, "more is due at once");
        let next = self.next_due(now).expect("there is always a next one");
        prop_assert!(next > now, "the scheduler would not sleep at {now}");
        let latest = self.recurring.times.latest(now + self.recurring.ahead).expect("one");
        let comes = latest - self.recurring.ahead;
        if comes >= self.born && now - comes <= self.recurring.late {
            self.is_posted(latest, now)?;
        }
        Ok(())
    }

    /// Runs like the scheduler. Every occurrence in the meantime is posted.
    fn run(&mut self, from: DateTime<Utc>, to: DateTime<Utc>) -> TestCaseResult {
        let mut now = from;
        self.tick(now)?;
        while let Some(next) = self.next_due(now).filter(|next| *next < to) {
            prop_assert!(self.due(now + (next - now) / 2).is_none(), "it woke up late, at {next}");
            now = next;
            self.tick(now)?;
        }
        let (ahead, table) = (self.recurring.ahead, &self.recurring.times);
        let first = table.next_after(from + ahead);
        let times = std::iter::successors(first, |time| table.next_after(*time));
        for time in times.take_while(|time| *time - ahead < to) {
            if time - ahead >= self.born {
                self.is_posted(time, time - ahead)?;
            }
        }
        Ok(())
    }

    /// It was posted, or a later one was by a clock slightly ahead.
    fn is_posted(&self, time: DateTime<Utc>, now: DateTime<Utc>) -> TestCaseResult {
        let until = now + SET_BACK + self.recurring.ahead;
        let said = self.posted.range(time..=until.max(time)).next().is_some();
        prop_assert!(said, "{} of {time} was dropped at {now}", self.recurring.name);
        Ok(())
    }

    fn carry_out(&mut self, now: DateTime<Utc>, step: &Step) -> Result<DateTime<Utc>, TestCaseError> {
        let mut then = now;
        match step {
            Step::Runs { hours } => {
                then += TimeDelta::hours(*hours);
                self.run(now, then)?;
            }
            Step::Down { hours } => {
                self.restart()?;
                then += TimeDelta::hours(*hours);
                self.tick(then)?;
            }
            Step::Set { minutes } => {
                then += TimeDelta::minutes(*minutes);
                self.tick(then)?;
            }
            Step::SetFar { days } => {
                then += TimeDelta::days(*days);
                self.tick(then)?;
            }
            Step::Wrong { days } => {
                self.tick(now + TimeDelta::days(*days))?;
                self.tick(now)?;
            }
            Step::Restart => {
                self.restart()?;
                self.tick(now)?;
            }
            Step::Wake => self.tick(now)?,
        }
        Ok(then)
    }
}

proptest! {
    #![proptest_config(property(192))]

    /// `tick` and `run` check that no occurrence is posted twice, early or too late, and that none is dropped.
    #[test]
    fn each_time_is_posted_exactly_once_whatever_the_clock_does(
        recurring in prop::sample::select(recurring()),
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let mut now = at(START);
        let mut poster = Poster::new(recurring, now);
        for step in &steps {
            now = poster.carry_out(now, step)?;
        }
        poster.run(now, now + TimeDelta::days(100))?;
    }
}

#[test]
fn a_clock_that_ran_ahead_for_months_makes_no_daily_post_come_again_and_again() {
    let daily = Recurring::digest(
        "daily",
        Timetable::parse("daily 09:00", &Zone::UTC).expect("a timetable"),
    );
    let mut poster = Poster::new(daily, at("2026-01-01T00:00"));
    let check = |result: TestCaseResult| result.expect("once each");
    // A machine whose clock is a year ahead runs for 90 days before somebody sets it right.
    check(poster.run(at("2027-01-01T09:00"), at("2027-04-01T00:00")));
    assert_eq!(poster.posted.len(), 90);
    check(poster.run(at("2026-04-01T09:00"), at("2026-04-11T00:00")));
    assert_eq!(poster.posted.len(), 90 + 10);
    // When those times really come they have been posted, like the two just before them; the ten from December 20 to 29
    // have not, nor have the four in April.
    check(poster.run(at("2026-12-20T09:00"), at("2027-04-05T00:00")));
    assert_eq!(poster.posted.len(), 90 + 10 + 10 + 4);
}
