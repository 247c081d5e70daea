//! What a message says at which somebody points, by a 📌 or by a reply: it is fetched when somebody does, and not before.

use super::super::reading::{self, QuotedEvent};
use super::looking::is_somebody_elses;
use super::{Ears, Failure};
use crate::config::MatrixNetwork;
use crate::wire::{IncomingId, Place, Quoted, Quoting, Unquotable};
use chrono::{DateTime, Utc};
use matrix_sdk::Room;
use matrix_sdk::deserialized_responses::TimelineEventKind;
use matrix_sdk::ruma::{EventId, OwnedServerName, UserId};
use tracing::debug;

/// A message at which somebody points.
pub(super) struct PointedAt {
    pub(super) quoting: Quoting,
    /// The root of its thread.
    pub(super) thread: Option<String>,
}

impl From<Unquotable> for PointedAt {
    fn from(why: Unquotable) -> Self {
        Self {
            quoting: Err(why),
            thread: None,
        }
    }
}

impl Ears {
    /// The words of a message of this room. Nothing that was said in private is looked at.
    pub(super) async fn pointed_at(&self, room: &Room, place: &Place, id: &str) -> PointedAt {
        if place.is_direct() {
            return Unquotable::Private.into();
        }
        let Ok(id) = EventId::parse(id) else {
            return Unquotable::Gone.into();
        };
        let event = match room.event(&id, None).await {
            Ok(event) => event,
            Err(error) => {
                let failure = Failure::from(&error);
                let is_gone = matches!(failure, Failure::Refused(_));
                let why = failure.words();
                debug!(room = %room.room_id(), %id, why, "the message at which somebody points does not come");
                return if is_gone {
                    Unquotable::Gone
                } else {
                    Unquotable::NoAnswer
                }
                .into();
            }
        };
        // In an encrypted room a server could have made up what is not encrypted.
        let is_plain = matches!(event.kind, TimelineEventKind::PlainText { .. });
        let (
            QuotedEvent {
                sender,
                at,
                thread,
                lines,
            },
            is_own,
        ) = match reading::said(event.raw().json().get()) {
            None => return Unquotable::Gone.into(),
            Some(said) => {
                let is_own = said.sender == self.own;
                (said, is_own)
            }
        };
        let because = |why| PointedAt {
            quoting: Err(why),
            thread: thread.clone(),
        };
        if is_own {
            return because(Unquotable::Own);
        }
        if event.kind.is_utd() || is_somebody_elses(&event) {
            return because(Unquotable::Unreadable);
        }
        let Some(lines) = lines else {
            return because(Unquotable::Gone);
        };
        if lines.is_empty() {
            return because(Unquotable::Wordless);
        }
        if is_plain && self.rooms.is_encrypted(room) {
            return because(Unquotable::InTheClear);
        }
        // Rooms without an address are found by way of servers that are in them.
        let mut via: Vec<OwnedServerName> = Vec::new();
        for user in [&self.own, &sender] {
            let server = UserId::parse(user).map(|user| user.server_name().to_owned());
            via.extend(server.ok().filter(|server| !via.contains(server)));
        }
        let link = room.room_id().matrix_to_event_uri_via(id.clone(), via);
        PointedAt {
            quoting: Ok(Quoted {
                author: sender,
                at: DateTime::from_timestamp_millis(at).unwrap_or_else(Utc::now),
                text: lines.join(" "),
                link: Some(link.to_string()),
                id: Some(IncomingId {
                    network: MatrixNetwork::NAME.to_owned(),
                    id: id.to_string(),
                }),
            }),
            thread,
        }
    }
}
