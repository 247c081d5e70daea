//! The lines waiting to be said: kept ones before others, answers and announcements in turn, all places in turn.
//!
//! Changes and their announcements are kept; answers to questions are not. While anything kept waits, somebody who
//! keeps asking gets one line in four, and so delays nothing.
//!
//! Kept deliveries (those with a key) go out one line at a time: the next waits until the server is known to have the
//! last. So a broken link repeats at most that line, and a crash only those whose confirmation had not reached the
//! journal. Answers to queries are not kept and do not wait.

mod flight;

use flight::InFlight;

use super::casemapping::Casemapping;
use crate::wire::{Manner, OutboxKey};
use std::collections::{HashSet, VecDeque};
use tokio::time::Instant;

/// Most lines of unkept answers that may wait; beyond it the oldest answer is dropped, and logged.
pub(super) const UNKEPT_LINES: usize = 256;
/// Most kept deliveries taken over; further ones wait outside.
pub(super) const KEPT_DELIVERIES: usize = 512;
/// Completed deliveries that are remembered, to recognise one that is handed over twice.
const REMEMBERED: usize = 1024;
/// Lines of unkept answers that are remembered, to recognise refusals of them.
const LATELY: usize = 32;
/// Most lines of unkept answers that go out before kept ones because their commands came first. Beyond it somebody is
/// flooding, and kept lines go first.
const IN_ORDER: usize = 16;

/// One message, split into lines.
#[derive(Debug)]
pub(super) struct Job {
    /// Its outbox key, if it is kept.
    pub(super) key: Option<OutboxKey>,
    /// Channel or nick.
    pub(super) target: String,
    pub(super) is_channel: bool,
    /// Reply or notice.
    pub(super) manner: Manner,
    pub(super) lines: Vec<String>,
    /// How many of them are out.
    pub(super) done: usize,
}

#[derive(Debug)]
struct QueuedJob {
    job: Job,
    number: u64,
    refusals: u32,
    /// Sent by PRIVMSG because a NOTICE was not accepted?
    as_reply: bool,
}

#[derive(Debug)]
struct PlaceQueue {
    folded: String,
    is_channel: bool,
    jobs: VecDeque<QueuedJob>,
    blocked_until: Option<Instant>,
    /// Only the first line rests here because it came too soon; the others need not wait for it.
    is_alone: bool,
}

impl PlaceQueue {
    /// Where to insert a kept message, if more lines of unkept answers wait than may go before it.
    fn before_a_flood(&self) -> Option<usize> {
        let unkept = |waiting: &&QueuedJob| waiting.job.key.is_none();
        let left = |waiting: &QueuedJob| waiting.job.lines.len() - waiting.job.done;
        let lines: usize = self.jobs.iter().filter(unkept).map(left).sum();
        // Never in the middle of an answer.
        let begins = |other: &QueuedJob| other.job.key.is_none() && other.job.done == 0;
        self.jobs.iter().position(begins).filter(|_| lines > IN_ORDER)
    }
}

/// One line to send now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Taken {
    /// Reply or notice.
    pub(super) manner: Manner,
    pub(super) target: String,
    pub(super) line: String,
    /// Must it be confirmed before the next kept line?
    pub(super) kept: bool,
}

/// How far a kept delivery has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DeliveryProgress {
    pub(super) key: OutboxKey,
    pub(super) lines: u32,
    pub(super) complete: bool,
}

/// What became of a delivery that was handed over.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Added {
    /// It is queued.
    Waiting,
    /// It was here already.
    Known,
    /// It is out in full already.
    Done(DeliveryProgress),
}

/// The lines that wait on one connection.
#[derive(Debug, Default)]
pub(super) struct Queue {
    /// Answers, then announcements.
    lanes: [VecDeque<PlaceQueue>; 2],
    /// Counts lines sent: decides whose turn it is.
    turn: usize,
    in_flight: Option<InFlight>,
    finished: VecDeque<DeliveryProgress>,
    numbered: u64,
    /// Channels that accept no NOTICE, folded.
    no_notices: HashSet<String>,
    /// Targets of the last unkept lines, oldest first.
    answered_lately: VecDeque<String>,
    /// Number of unkept lines that wait.
    unkept_lines: usize,
    /// Number of kept deliveries that wait.
    kept: usize,
}

impl Queue {
    /// Queues a message.
    pub(super) fn add(&mut self, job: Job, mapping: Casemapping) -> Added {
        if let Some(key) = job.key {
            if let Some(progress) = self.finished.iter().find(|progress| progress.key == key) {
                return Added::Done(*progress);
            }
            if self.waiting().any(|waiting| waiting.job.key == Some(key)) {
                return Added::Known;
            }
        }
        if job.done >= job.lines.len() {
            return job
                .key
                .map_or(Added::Known, |key| Added::Done(self.finish(key, job.lines.len())));
        }
        let lane = &mut self.lanes[match job.manner {
            Manner::Reply => 0,
            Manner::Announcement => 1,
        }];
        if job.key.is_some() {
            self.kept += 1;
        } else {
            self.unkept_lines += job.lines.len() - job.done;
        }
        let folded = mapping.fold(&job.target);
        let is_channel = job.is_channel;
        self.numbered += 1;
        let waiting = QueuedJob {
            job,
            number: self.numbered,
            refusals: 0,
            as_reply: is_channel && self.no_notices.contains(&folded),
        };
        if let Some(place) = lane.iter_mut().find(|place| place.folded == folded && !place.is_alone) {
            let behind = match waiting.job.key {
                Some(_) => place.before_a_flood(),
                None => None,
            };
            place.jobs.insert(behind.unwrap_or(place.jobs.len()), waiting);
        } else {
            lane.push_back(PlaceQueue {
                folded,
                is_channel,
                jobs: VecDeque::from([waiting]),
                blocked_until: None,
                is_alone: false,
            });
        }
        Added::Waiting
    }

    /// Drops the oldest unkept answers until the rest is within its bound; returns how many were dropped.
    pub(super) fn drop_oldest(&mut self) -> usize {
        let mut dropped = 0;
        loop {
            if self.unkept_lines <= UNKEPT_LINES {
                return dropped;
            }
            let unkept = self.waiting().filter(|waiting| waiting.job.key.is_none());
            let Some(oldest) = unkept.map(|waiting| waiting.number).min() else {
                return dropped;
            };
            let unkept_lines = &mut self.unkept_lines;
            for place in self.lanes.iter_mut().flatten() {
                place.jobs.retain(|waiting| {
                    let stays = waiting.number != oldest;
                    if !stays {
                        *unkept_lines -= waiting.job.lines.len() - waiting.job.done;
                    }
                    stays
                });
            }
            self.forget_empty_places();
            dropped += 1;
        }
    }

    /// Is there room for another kept delivery?
    pub(super) fn has_room(&self) -> bool {
        self.kept < KEPT_DELIVERIES
    }

    /// Number of unkept lines that wait.
    pub(super) fn unkept_lines(&self) -> usize {
        self.unkept_lines
    }

    /// Could a line go out now? `Some(true)` for one that must be confirmed.
    pub(super) fn peek(&self, now: Instant, is_open: impl Fn(&str) -> bool) -> Option<bool> {
        let (lane, place) = self.pick(now, is_open)?;
        Some(self.lanes[lane][place].jobs.front()?.job.key.is_some())
    }

    /// The next line; its place moves to the end of its lane.
    pub(super) fn take(&mut self, now: Instant, is_open: impl Fn(&str) -> bool) -> Option<Taken> {
        let (lane, at) = self.pick(now, is_open)?;
        self.turn = self.turn.wrapping_add(1);
        let mut place = self.lanes[lane].remove(at)?;
        let waiting = place.jobs.front_mut()?;
        let manner = if waiting.as_reply {
            Manner::Reply
        } else {
            waiting.job.manner
        };
        let job = &mut waiting.job;
        let taken = Taken {
            manner,
            target: job.target.clone(),
            // An unkept line is never needed again.
            line: match job.key {
                Some(_) => job.lines[job.done].clone(),
                None => std::mem::take(&mut job.lines[job.done]),
            },
            kept: job.key.is_some(),
        };
        if let Some(key) = job.key {
            self.in_flight = Some(InFlight {
                key,
                target: job.target.clone(),
                is_channel: job.is_channel,
                line: taken.line.clone(),
                manner,
                lane,
            });
        } else {
            self.answered_lately.push_back(job.target.clone());
            if self.answered_lately.len() > LATELY {
                self.answered_lately.pop_front();
            }
            job.done += 1;
            self.unkept_lines -= 1;
            if job.done == job.lines.len() {
                place.jobs.pop_front();
            }
        }
        if !place.jobs.is_empty() {
            self.lanes[lane].push_back(place);
        }
        Some(taken)
    }

    /// Did an unkept line go to this target lately? Answers yes once per line.
    pub(super) fn answered_lately(&mut self, target: &str, mapping: Casemapping) -> bool {
        let found = self
            .answered_lately
            .iter()
            .position(|other| mapping.same(other, target));
        found.and_then(|at| self.answered_lately.remove(at)).is_some()
    }

    /// When a resting place may be tried again.
    pub(super) fn next_unblocked(&self, now: Instant) -> Option<Instant> {
        let resting = self.lanes.iter().flatten().filter_map(|place| place.blocked_until);
        resting.filter(|until| *until > now).min()
    }

    /// The lane and place whose turn it is: kept answers and kept announcements alternate, and every fourth line is an
    /// unkept one. A turn with nothing to say passes to the others.
    fn pick(&self, now: Instant, is_open: impl Fn(&str) -> bool) -> Option<(usize, usize)> {
        let find = |kept: bool, number: usize| {
            let at = self.lanes[number].iter().position(|place| {
                let may_go =
                    |waiting: &QueuedJob| waiting.job.key.is_some() == kept && (!kept || self.in_flight.is_none());
                place.jobs.front().is_some_and(may_go)
                    && place.blocked_until.is_none_or(|until| until <= now)
                    && (!place.is_channel || is_open(&place.folded))
            })?;
            Some((number, at))
        };
        let unkept = || find(false, 0).or_else(|| find(false, 1));
        let first = self.turn % 2;
        let kept = || find(true, first).or_else(|| find(true, 1 - first));
        if self.turn % 4 == 3 {
            unkept().or_else(kept)
        } else {
            kept().or_else(unkept)
        }
    }

    fn waiting(&self) -> impl Iterator<Item = &QueuedJob> {
        self.lanes.iter().flatten().flat_map(|place| place.jobs.iter())
    }

    fn remove(&mut self, key: OutboxKey) {
        for place in self.lanes.iter_mut().flatten() {
            let before = place.jobs.len();
            place.jobs.retain(|waiting| waiting.job.key != Some(key));
            self.kept -= before - place.jobs.len();
        }
        self.forget_empty_places();
    }

    fn forget_empty_places(&mut self) {
        for lane in &mut self.lanes {
            lane.retain(|place| !place.jobs.is_empty());
        }
    }

    fn finish(&mut self, key: OutboxKey, lines: usize) -> DeliveryProgress {
        let progress = DeliveryProgress {
            key,
            lines: count(lines),
            complete: true,
        };
        self.finished.push_back(progress);
        if self.finished.len() > REMEMBERED {
            self.finished.pop_front();
        }
        progress
    }
}

fn count(lines: usize) -> u32 {
    u32::try_from(lines).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    const MAPPING: Casemapping = Casemapping::Rfc1459;

    fn job(key: Option<u64>, target: &str, manner: Manner, lines: &[&str]) -> Job {
        Job {
            key: key.map(|seq| OutboxKey { seq, index: 0 }),
            target: target.to_owned(),
            is_channel: target.starts_with('#'),
            manner,
            lines: lines.iter().map(|line| (*line).to_owned()).collect(),
            done: 0,
        }
    }

    fn drain(queue: &mut Queue, now: Instant) -> Vec<String> {
        std::iter::from_fn(|| queue.take(now, |_| true))
            .map(|taken| taken.line)
            .collect()
    }

    #[test]
    fn answers_come_before_announcements_and_one_flood_does_not_starve_another_person() {
        let now = Instant::now();
        let mut queue = Queue::default();
        queue.add(job(None, "#a", Manner::Announcement, &["news"]), MAPPING);
        queue.add(job(None, "eve", Manner::Reply, &["e1", "e2", "e3"]), MAPPING);
        queue.add(job(None, "EVE", Manner::Reply, &["e4"]), MAPPING);
        queue.add(job(None, "kevin", Manner::Reply, &["k1"]), MAPPING);
        assert_eq!(drain(&mut queue, now), ["e1", "k1", "e2", "e3", "e4", "news"]);
    }

    #[test]
    fn whoever_asks_on_and_on_holds_back_nothing_that_is_kept() {
        let now = Instant::now();
        let mut queue = Queue::default();
        for _ in 0..20 {
            queue.add(job(None, "eve", Manner::Reply, &["help"; 8]), MAPPING);
            queue.add(job(None, "#a", Manner::Reply, &["status"; 4]), MAPPING);
        }
        queue.add(job(Some(1), "#a", Manner::Reply, &["done"]), MAPPING);
        queue.add(job(Some(2), "#b", Manner::Announcement, &["held"]), MAPPING);
        let mut said = Vec::new();
        while !said.contains(&"held".to_owned()) || !said.contains(&"done".to_owned()) {
            said.push(queue.take(now, |_| true).unwrap().line);
            queue.confirmed();
        }
        assert!(said.len() <= 4, "{said:?}");
        // Kept lines do not starve an answer either.
        let mut queue = Queue::default();
        for seq in 0..40 {
            queue.add(job(Some(seq), "#b", Manner::Announcement, &["news"]), MAPPING);
        }
        queue.add(job(None, "kevin", Manner::Reply, &["answer"]), MAPPING);
        let mut lines = std::iter::from_fn(|| {
            let line = queue.take(now, |_| true)?.line;
            queue.confirmed();
            Some(line)
        });
        assert!(lines.position(|line| line == "answer").unwrap() < 4);
    }

    #[test]
    fn a_kept_line_waits_for_the_last_one_and_answers_to_queries_do_not() {
        let now = Instant::now();
        let mut queue = Queue::default();
        queue.add(job(Some(1), "#a", Manner::Reply, &["one", "two"]), MAPPING);
        queue.add(job(Some(2), "#b", Manner::Reply, &["three"]), MAPPING);
        queue.add(job(None, "#b", Manner::Announcement, &["aside"]), MAPPING);
        assert_eq!(drain(&mut queue, now), ["one", "aside"]);
        let progress = queue.confirmed().unwrap();
        assert_eq!((progress.key.seq, progress.lines, progress.complete), (1, 1, false));
        assert_eq!(drain(&mut queue, now), ["three"], "the other place is next");
        queue.confirmed().unwrap();
        assert_eq!(drain(&mut queue, now), ["two"]);
        let progress = queue.confirmed().unwrap();
        assert_eq!((progress.lines, progress.complete), (2, true));
        assert_eq!(queue.confirmed(), None);
    }

    #[test]
    fn what_is_handed_over_twice_is_said_once() {
        let now = Instant::now();
        let mut queue = Queue::default();
        let again = || job(Some(1), "#a", Manner::Reply, &["one"]);
        assert_eq!(queue.add(again(), MAPPING), Added::Waiting);
        assert_eq!(queue.add(again(), MAPPING), Added::Known);
        assert_eq!(drain(&mut queue, now), ["one"]);
        assert_eq!(queue.add(again(), MAPPING), Added::Known);
        let done = queue.confirmed().unwrap();
        assert_eq!(queue.add(again(), MAPPING), Added::Done(done));
        assert_eq!(drain(&mut queue, now), [""; 0]);
    }

    #[test]
    fn lines_that_are_out_already_are_not_said_again() {
        let now = Instant::now();
        let mut queue = Queue::default();
        let mut half = job(Some(1), "#a", Manner::Reply, &["one", "two"]);
        half.done = 1;
        queue.add(half, MAPPING);
        assert_eq!(drain(&mut queue, now), ["two"]);
        let mut whole = job(Some(2), "#a", Manner::Reply, &["one", "two"]);
        whole.done = 2;
        assert!(matches!(queue.add(whole, MAPPING), Added::Done(progress) if progress.complete));
    }

    #[test]
    fn a_channel_that_is_not_open_waits_and_holds_nobody_back() {
        let now = Instant::now();
        let mut queue = Queue::default();
        queue.add(job(Some(1), "#closed", Manner::Reply, &["later"]), MAPPING);
        queue.add(job(Some(2), "kevin", Manner::Reply, &["now"]), MAPPING);
        assert_eq!(queue.take(now, |_| false).unwrap().line, "now");
        queue.confirmed();
        assert_eq!(queue.take(now, |_| false), None);
        assert_eq!(queue.take(now, |_| true).unwrap().line, "later");
    }

    #[test]
    fn a_channel_that_refuses_is_tried_with_patience_and_given_up_in_the_end() {
        let mut now = Instant::now();
        let mut queue = Queue::default();
        queue.add(job(Some(1), "#muted", Manner::Reply, &["x"]), MAPPING);
        let mut waits = Vec::new();
        let given_up = loop {
            assert_eq!(drain(&mut queue, now), ["x"]);
            if let Some(key) = queue.refused(false, now) {
                break key;
            }
            assert_eq!(drain(&mut queue, now), [""; 0]);
            let next = queue.next_unblocked(now).unwrap();
            waits.push((next - now).as_millis());
            now = next;
        };
        assert_eq!(given_up.seq, 1);
        assert_eq!(
            waits,
            [
                500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 300_000
            ]
        );
        queue.add(job(Some(2), "nobody", Manner::Reply, &["x"]), MAPPING);
        drain(&mut queue, now);
        assert!(
            queue.refused(false, now).is_some(),
            "a person who is away is not waited for"
        );
    }

    #[test]
    fn a_line_that_came_too_soon_waits_alone() {
        let now = Instant::now();
        let mut queue = Queue::default();
        queue.add(job(Some(1), "#a", Manner::Reply, &["noted"]), MAPPING);
        queue.add(job(None, "#a", Manner::Reply, &["version"]), MAPPING);
        queue.add(job(Some(2), "#a", Manner::Reply, &["held"]), MAPPING);
        assert_eq!(queue.take(now, |_| true).unwrap().line, "noted");
        assert_eq!(queue.refused(true, now), None);
        queue.add(job(None, "#a", Manner::Reply, &["status"]), MAPPING);
        let mut said = drain(&mut queue, now);
        while queue.confirmed().is_some() {
            said.extend(drain(&mut queue, now));
        }
        said.sort();
        assert_eq!(said, ["held", "status", "version"]);
        let later = queue.next_unblocked(now).unwrap();
        assert_eq!(drain(&mut queue, later), ["noted"]);
        assert!(queue.confirmed().unwrap().complete);
    }

    #[test]
    fn the_answers_of_one_place_come_in_the_order_of_its_commands() {
        let now = Instant::now();
        let mut queue = Queue::default();
        for (key, line) in [
            (Some(1), "held"),
            (None, "not you"),
            (Some(2), "released"),
            (None, "nor you"),
        ] {
            queue.add(job(key, "#a", Manner::Reply, &[line]), MAPPING);
        }
        let mut said = Vec::new();
        while let Some(taken) = queue.take(now, |_| true) {
            said.push(taken.line);
            queue.confirmed();
        }
        assert_eq!(said, ["held", "not you", "released", "nor you"]);
    }

    #[test]
    fn answers_that_nobody_can_read_any_more_are_dropped_oldest_first_and_kept_ones_never() {
        let now = Instant::now();
        let mut queue = Queue::default();
        queue.add(job(Some(1), "#a", Manner::Reply, &["kept"; 400]), MAPPING);
        for number in 0..UNKEPT_LINES + 3 {
            queue.add(job(None, "#b", Manner::Reply, &[&number.to_string()]), MAPPING);
        }
        assert_eq!(queue.drop_oldest(), 3);
        let lines = drain(&mut queue, now);
        assert_eq!(lines.len(), UNKEPT_LINES + 1);
        assert_eq!(lines[..2], ["kept", "3"]);
    }
}
