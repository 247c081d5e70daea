//! What the tracker's adaptor reports: to the desk, to the figures, and once to the admin place.

use super::{Batch, Core};
use crate::wire::TrackerReport;
use chrono::{DateTime, TimeDelta, Utc};

/// The same trouble is told again after this time.
const TOLD_AGAIN: TimeDelta = TimeDelta::days(1);

impl Core {
    /// Takes in one report.
    pub(super) fn tracker_reported(&mut self, report: TrackerReport, batch: &mut Batch, now: DateTime<Utc>) {
        match report {
            TrackerReport::Ticket(ticket) => {
                // It may be read between the bot's own closing or reopening and the report of it.
                let mut owed = self.outbox.tickets().map(|owed| &owed.order);
                let by_us = owed.any(|order| order.url == ticket.url && order.closed == Some(ticket.closed));
                batch.push_unasked(self.desk.ticket_read(&ticket, by_us, now));
            }
            TrackerReport::Shown(ticket) => batch.push_unasked(self.desk.ticket_read(&ticket, true, now)),
            TrackerReport::Comment(comment) => batch.push_unasked(self.desk.ticket_commented(&comment, now)),
            TrackerReport::NotAssigned { ticket, login, why } => {
                batch.push_unasked(self.desk.ticket_not_assigned(&ticket, &login, &why, now));
            }
            TrackerReport::Delayed { key, why } => {
                tracing::warn!(%key, why, "a ticket cannot be kept up to date yet");
                self.operation.figures.ticket_delayed();
            }
            TrackerReport::State { part, trouble, at } => {
                self.operation.figures.tracker(part, trouble.as_deref(), at);
                batch.push_trouble(trouble.and_then(|why| self.tracker_trouble(&why, now)));
            }
        }
    }

    /// What the admin place is told of a trouble, once a day.
    fn tracker_trouble(&mut self, why: &str, now: DateTime<Utc>) -> Option<crate::wire::Outgoing> {
        let told = &mut self.operation.tracker_told;
        told.retain(|_, at| *at <= now && now.signed_duration_since(*at) < TOLD_AGAIN);
        if told.insert(why.to_owned(), now).is_some() {
            return None;
        }
        tracing::warn!(why, "the tracker");
        let said = self.desk.tracker_trouble(why)?;
        self.now_or_untold(said)
    }
}
