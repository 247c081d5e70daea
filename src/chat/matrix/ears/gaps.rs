//! What the stream does not deliver: after a start, and where the server left a gap, the room is read backward to the
//! last handled event. On a device's first sync, nothing old is run.

use super::super::error::Failure;
use super::{ArrivedEvent, Ears, Stopped, with_jitter};
use chrono::Utc;
use matrix_sdk::Room;
use matrix_sdk::deserialized_responses::TimelineEvent;
use matrix_sdk::room::{Messages, MessagesOptions};
use matrix_sdk::ruma::UInt;
use tokio::time::sleep;
use tracing::warn;

/// Most pages that a room is read backward.
const PAGES: usize = 20;
const PAGE: u32 = 100;

impl Ears {
    /// Nothing already in the room is run; in a room just joined, nothing from before the join.
    pub(super) async fn begin_here(&mut self, room: &Room, events: Option<&[TimelineEvent]>, just_came: bool) {
        let mut newest = events
            .unwrap_or_default()
            .iter()
            .filter_map(TimelineEvent::event_id)
            .next_back();
        if newest.is_none() {
            let mut options = MessagesOptions::backward();
            options.limit = UInt::from(PAGE);
            let chunk = room.messages(options).await.map(|page| page.chunk).unwrap_or_default();
            let joined = chunk.iter().find(|event| just_came && self.is_own_join(event));
            newest = joined.or(chunk.first()).and_then(TimelineEvent::event_id);
        }
        for event in events.unwrap_or_default() {
            if let Some(id) = event.event_id() {
                self.remember(event, id.as_str());
            }
            if !just_came {
                self.keep_in_mind(room, &mut ArrivedEvent::from(event.clone())).await;
            }
        }
        if let Some(newest) = newest {
            self.position.begin_behind(room.room_id(), newest.as_str());
        }
    }

    fn is_own_join(&self, event: &TimelineEvent) -> bool {
        let json: Option<serde_json::Value> = serde_json::from_str(event.raw().json().get()).ok();
        json.is_some_and(|json| {
            json["type"] == "m.room.member"
                && json["state_key"] == self.own.as_str()
                && json["content"]["membership"] == "join"
        })
    }

    /// In a room just joined, only what came after that.
    pub(super) fn since_joining(&mut self, room: &Room, mut events: Vec<ArrivedEvent>) -> Vec<ArrivedEvent> {
        let joined = events.iter().rposition(|arrived| self.is_own_join(&arrived.event));
        let new = events.split_off(joined.map_or(0, |at| at + 1));
        for ArrivedEvent { event, .. } in &events {
            if let Some(id) = event.event_id() {
                self.remember(event, id.as_str());
            }
        }
        let begin = events.last().or(new.first());
        if let Some(id) = begin.and_then(|arrived| arrived.event.event_id()) {
            self.position.begin_behind(room.room_id(), id.as_str());
        }
        new
    }

    /// Does it say that somebody else left or was removed?
    pub(super) fn is_anothers_leaving(&self, event: &TimelineEvent) -> bool {
        let json = event.raw().json().get();
        if !json.contains("\"m.room.member\"") {
            return false;
        }
        let json: Option<serde_json::Value> = serde_json::from_str(json).ok();
        json.is_some_and(|json| {
            let membership = &json["content"]["membership"];
            json["type"] == "m.room.member"
                && json["state_key"] != self.own.as_str()
                && (*membership == "leave" || *membership == "ban")
        })
    }

    /// The events of a room since a given one, oldest first, if young enough to be answered. Live events are young
    /// whatever their timestamps say.
    pub(super) async fn walk(
        &mut self,
        room: &Room,
        back_to: Option<&str>,
        live: bool,
    ) -> Result<Vec<TimelineEvent>, Stopped> {
        let mut newest_first = Vec::new();
        let mut from: Option<String> = None;
        for _ in 0..PAGES {
            let Some(page) = self.page(room, from.as_deref()).await? else {
                break;
            };
            let mut young = live;
            for event in page.chunk {
                if back_to.is_some() && event.event_id().as_ref().map(|id| id.as_str()) == back_to {
                    newest_first.reverse();
                    return Ok(newest_first);
                }
                young |= self.is_young(&event);
                newest_first.push(event);
            }
            from = page.end;
            // One event with a wrong time does not end the walk; a page of old ones does.
            if from.is_none() || !young {
                break;
            }
        }
        newest_first.reverse();
        Ok(newest_first)
    }

    /// One page of a room, backward. Retried until it comes: handling later events first would lose the rest. `None` if
    /// the server refuses.
    async fn page(&mut self, room: &Room, from: Option<&str>) -> Result<Option<Messages>, Stopped> {
        let mut wait = self.network.retry_wait.0;
        loop {
            let mut options = MessagesOptions::backward().from(from);
            options.limit = UInt::from(PAGE);
            let failure = match room.messages(options).await {
                Ok(page) => return Ok(Some(page)),
                Err(error) => Failure::from(&error),
            };
            let pause = failure.retry_after().unwrap_or(wait).max(wait);
            match failure {
                failure @ (Failure::TokenRefused(_) | Failure::SoftLogout(_)) => return Err(Stopped::Refused(failure)),
                Failure::Refused(why) => {
                    warn!(room = %room.room_id(), why, "could not look at what was said meanwhile");
                    return Ok(None);
                }
                failure @ Failure::TooFast(_) => {
                    let why = failure.words();
                    warn!(room = %room.room_id(), "could not look at what was said meanwhile: {why}; trying again");
                }
                // The server is unreachable, whichever request notices. The next answer of the stream ends that.
                failure @ Failure::Passing(_) => self.lost(failure.words()).await?,
            }
            wait = (wait * 2).min(self.network.retry_wait.1);
            sleep(with_jitter(pause)).await;
        }
    }

    pub(super) fn is_young(&self, event: &TimelineEvent) -> bool {
        let Some(at) = event.timestamp_raw() else { return false };
        let age = Utc::now().timestamp_millis() - i64::from(at.get());
        age <= i64::try_from(self.network.catch_up.as_millis()).unwrap_or(i64::MAX)
    }
}
