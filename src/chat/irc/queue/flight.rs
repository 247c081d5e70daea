//! The kept line in flight: the server may or may not have it, and confirms or refuses it.

use super::{DeliveryProgress, KEPT_DELIVERIES, PlaceQueue, Queue, QueuedJob, count};
use crate::adaptor::backoff::doubled;
use crate::wire::{Manner, OutboxKey};
use std::time::Duration;
use tokio::time::Instant;

/// How often a refused line is tried before it is given up, and the pause in between.
const REFUSALS: u32 = 12;
const REFUSED: (Duration, Duration) = (Duration::from_millis(500), Duration::from_secs(300));

/// A kept line that the server may or may not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::chat::irc) struct InFlight {
    pub(in crate::chat::irc) key: OutboxKey,
    pub(in crate::chat::irc) target: String,
    pub(in crate::chat::irc) is_channel: bool,
    pub(in crate::chat::irc) line: String,
    pub(super) manner: Manner,
    pub(super) lane: usize,
}

impl Queue {
    /// The kept line that is not confirmed yet.
    pub(in crate::chat::irc) fn in_flight(&self) -> Option<&InFlight> {
        self.in_flight.as_ref()
    }

    /// The server has the line in flight.
    pub(in crate::chat::irc) fn confirmed(&mut self) -> Option<DeliveryProgress> {
        let flight = self.in_flight.take()?;
        if flight.is_channel
            && let Some(place) = self.place_of(&flight)
        {
            let folded = place.folded.clone();
            let as_reply = place.jobs.front().is_some_and(|waiting| waiting.as_reply);
            if as_reply && self.no_notices.len() < KEPT_DELIVERIES {
                self.no_notices.insert(folded);
            }
        }
        let waiting = self.front_of(&flight)?;
        waiting.job.done += 1;
        waiting.refusals = 0;
        let (done, all) = (waiting.job.done, waiting.job.lines.len());
        if done < all {
            return Some(DeliveryProgress {
                key: flight.key,
                lines: count(done),
                complete: false,
            });
        }
        self.remove(flight.key);
        Some(self.finish(flight.key, all))
    }

    /// The channel accepted no NOTICE: the line is said again at once, by PRIVMSG. `false` if it was no NOTICE.
    pub(in crate::chat::irc) fn falls_back(&mut self) -> bool {
        let Some(flight) = self
            .in_flight
            .take_if(|flight| flight.is_channel && flight.manner == Manner::Announcement)
        else {
            return false;
        };
        let waiting = self.front_of(&flight);
        waiting.map(|waiting| waiting.as_reply = true).is_some()
    }

    /// The server refused the line in flight. `Some` if the whole delivery is given up; otherwise the place rests and
    /// the line is tried again. A refusal by a person is final, unless the line only came too soon: then it rests alone
    /// while the other lines to that place go on.
    pub(in crate::chat::irc) fn refused(&mut self, too_soon: bool, now: Instant) -> Option<OutboxKey> {
        let flight = self.in_flight.take()?;
        let waiting = self.front_of(&flight)?;
        waiting.refusals += 1;
        // A channel in which nobody may speak accepts a NOTICE again once somebody may.
        waiting.as_reply = false;
        let refusals = waiting.refusals;
        if !(flight.is_channel || too_soon) || refusals >= REFUSALS {
            self.remove(flight.key);
            return Some(flight.key);
        }
        let rest = doubled(REFUSED.0, refusals - 1, REFUSED.1);
        let until = Some(now + rest);
        let place = self.place_of(&flight)?;
        if too_soon && !place.is_alone {
            let alone = PlaceQueue {
                folded: place.folded.clone(),
                is_channel: place.is_channel,
                jobs: place.jobs.pop_front().into_iter().collect(),
                blocked_until: until,
                is_alone: true,
            };
            self.lanes[flight.lane].push_back(alone);
            self.forget_empty_places();
        } else {
            place.blocked_until = until;
        }
        None
    }

    /// The line in flight did not arrive, and nobody refused it: it is next in its place again.
    pub(in crate::chat::irc) fn put_back(&mut self) {
        self.in_flight = None;
    }

    fn place_of(&mut self, flight: &InFlight) -> Option<&mut PlaceQueue> {
        self.lanes[flight.lane].iter_mut().find(|place| {
            let front = place.jobs.front();
            front.is_some_and(|waiting| waiting.job.key == Some(flight.key))
        })
    }

    fn front_of(&mut self, flight: &InFlight) -> Option<&mut QueuedJob> {
        self.place_of(flight)?.jobs.front_mut()
    }
}
