//! An event as it came, with what tells an encrypted one from a copy of itself.
//!
//! A server, or whoever holds somebody's token, can send somebody's old ciphertext again as a new event, and
//! matrix-sdk decrypts it again. The session and the place in it name the words for ever (Matrix specification,
//! "m.megolm.v1.aes-sha2", replay attacks): whatever has that name acts once.

use super::super::rooms::Said;
use super::Ears;
use matrix_sdk::deserialized_responses::TimelineEvent;
use matrix_sdk::ruma::api::client::room::get_room_event;
use matrix_sdk::ruma::events::AnySyncTimelineEvent;
use matrix_sdk::ruma::serde::Raw;
use matrix_sdk::{Error, Room};
use matrix_sdk_base::crypto::types::events::room::encrypted::{EncryptedEvent, RoomEventEncryptionScheme};
use tokio::time::sleep;
use tracing::warn;

/// How often the server is asked for an event's ciphertext before it counts as unreadable.
const TRIES: u32 = 3;

/// An event as it came.
pub(super) struct Arrived {
    pub(super) event: TimelineEvent,
    /// The place of an encrypted one in its session, as far as it was read from what was decrypted.
    index: Option<u32>,
    /// Were others in the room when it was said, though they are not any more?
    pub(super) in_company: bool,
}

impl From<TimelineEvent> for Arrived {
    fn from(event: TimelineEvent) -> Self {
        Self {
            event,
            index: None,
            in_company: false,
        }
    }
}

impl Arrived {
    /// Decrypts an event, and keeps in mind where in its session it stands.
    pub(super) async fn decrypt(room: &Room, raw: &Raw<AnySyncTimelineEvent>) -> Result<Self, Error> {
        let encrypted: Option<EncryptedEvent> = serde_json::from_str(raw.json().get()).ok();
        let index = encrypted.and_then(|encrypted| match encrypted.content.scheme {
            RoomEventEncryptionScheme::MegolmV1AesSha2(megolm) => Some(megolm.ciphertext.message_index()),
            RoomEventEncryptionScheme::Unknown(_) => None,
        });
        let event = room.decrypt_event(raw.cast_ref_unchecked(), None).await?;
        Ok(Self {
            index,
            ..Self::from(event)
        })
    }

    /// The name of encrypted words; none where they came in the clear, or where it is not known.
    pub(super) fn seal(&self) -> Option<String> {
        let session = self.event.encryption_info()?.session_id()?;
        Some(format!("{session}/{}", self.index?))
    }

    /// The session of an encrypted event, whether it can be read or not.
    fn session(&self) -> Option<String> {
        if let Some(info) = self.event.encryption_info() {
            return info.session_id().map(ToOwned::to_owned);
        }
        let encrypted: EncryptedEvent = serde_json::from_str(self.event.raw().json().get()).ok()?;
        match encrypted.content.scheme {
            RoomEventEncryptionScheme::MegolmV1AesSha2(megolm) => Some(megolm.session_id),
            RoomEventEncryptionScheme::Unknown(_) => None,
        }
    }

    fn is_without_name(&self) -> bool {
        self.event.encryption_info().is_some() && self.seal().is_none()
    }
}

impl Ears {
    /// Encrypted words that others heard, or whose session was used where others were, are not said in private, however
    /// late and however often they come.
    pub(super) async fn keep_in_mind(&self, room: &Room, arrived: &mut Arrived) {
        let Some(by) = arrived.event.sender().filter(|sender| sender.as_str() != self.own) else {
            return;
        };
        if !self.rooms.may_be_private(room) {
            return;
        }
        let Some(session) = arrived.session() else { return };
        if self.seals.was_in_company(&session) {
            arrived.in_company = true;
            return;
        }
        let said = Said {
            by: by.as_str(),
            at: arrived.event.timestamp_raw().map_or(0, |at| i64::from(at.get())),
            in_company: arrived.in_company,
        };
        if !self.rooms.is_private(room, said).await {
            arrived.in_company = true;
            self.seals
                .said_in_company(&session, room.room_id().as_str(), by.as_str());
        }
    }

    /// The same event with the name of its words. What the library decrypted by itself has lost it: the server is asked
    /// for it once more, and what comes then counts. `None` where it does not come.
    pub(super) async fn named(&self, room: &Room, arrived: Arrived) -> Option<Arrived> {
        if !arrived.is_without_name() {
            return Some(arrived);
        }
        let id = arrived.event.event_id()?;
        for _ in 0..TRIES {
            let request = get_room_event::v3::Request::new(room.room_id().to_owned(), id.clone());
            let why = match self.client.send(request).await {
                Ok(answer) => match Arrived::decrypt(room, answer.event.cast_ref_unchecked()).await {
                    Ok(again) if !again.is_without_name() && again.event.encryption_info().is_some() => {
                        let in_company = arrived.in_company;
                        return Some(Arrived { in_company, ..again });
                    }
                    Ok(_) => "it cannot be decrypted".to_owned(),
                    Err(error) => error.to_string(),
                },
                Err(error) => super::Failure::from(&error).words(),
            };
            warn!(room = %room.room_id(), %id, "could not look at an encrypted message once more: {why}");
            sleep(self.network.retry_wait.0).await;
        }
        None
    }
}
