//! What the adaptor of the bus reports: to the figures, and once to the admin place.

use super::{Batch, Core};
use crate::wire::{BusReport, Outgoing};
use chrono::{DateTime, TimeDelta, Utc};

/// The same trouble is told again after this time.
const TOLD_AGAIN: TimeDelta = TimeDelta::days(1);

/// Troubles of the connection within this time have one cause.
const ONE_OUTAGE: TimeDelta = TimeDelta::seconds(1);

impl Core {
    /// Takes in one report.
    pub(super) fn bus_reported(&mut self, report: BusReport, batch: &mut Batch, now: DateTime<Utc>) {
        match report {
            BusReport::Parked { key, topic, why } => {
                tracing::warn!(%key, topic = topic.name(), why, "the bus does not take a topic; its messages wait");
                let at = now.timestamp();
                self.operation.figures.bus(topic.name(), Some(&why), at);
                let said = self.desk.bus_refuses(topic, &why);
                batch.push_trouble(self.bus_told(&format!("{}: {why}", topic.name()), said, now));
            }
            BusReport::Heard { id, at, news } => {
                if let Some(numbers) = self.desk.hinted_tickets(&news)
                    && let Some(tracker) = &self.operation.tracker
                {
                    // What finds no room is read by the clock.
                    let _ = tracker.try_send(numbers);
                }
                batch.push_unasked(self.desk.bus_heard(id.as_deref(), (at, &news), now));
            }
            BusReport::Counted(counts) => self.operation.figures.bus_heard(counts),
            BusReport::Left { count } => {
                tracing::warn!(count, "messages for the bus are too old to be news, and are left");
                self.operation.figures.bus_left(count);
                let said = self.desk.bus_left(count);
                batch.push_trouble(said.and_then(|said| self.now_or_untold(said)));
            }
            BusReport::State { part, trouble, at } => {
                self.operation.figures.bus(part, trouble.as_deref(), at);
                if let Some(why) = trouble {
                    tracing::warn!(why, "the bus");
                    let said = self.desk.bus_trouble(part, &why);
                    // A connection that ends is told in several words at once; `rfrbot status` has the latest.
                    let just_told = |at: &DateTime<Utc>| now.signed_duration_since(*at) < ONE_OUTAGE;
                    if !self.operation.bus_told.values().any(just_told) {
                        batch.push_trouble(self.bus_told(&why, said, now));
                    }
                }
            }
        }
    }

    /// What the admin place is told of a trouble, once a day.
    fn bus_told(&mut self, why: &str, said: Option<Outgoing>, now: DateTime<Utc>) -> Option<Outgoing> {
        let told = &mut self.operation.bus_told;
        told.retain(|_, at| *at <= now && now.signed_duration_since(*at) < TOLD_AGAIN);
        if told.insert(why.to_owned(), now).is_some() {
            return None;
        }
        self.now_or_untold(said?)
    }
}
