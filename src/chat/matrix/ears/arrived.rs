//! An event as it arrived, with what distinguishes an encrypted one from a copy.
//!
//! A server, or anyone with somebody's token, can send an old ciphertext again as a new event, and matrix-sdk decrypts
//! it again. The Megolm session and the index in it identify the text for ever (Matrix specification,
//! "m.megolm.v1.aes-sha2", replay attacks): each such identity acts once. It is called a *seal* here.

use super::super::rooms::Utterance;
use super::Ears;
use matrix_sdk::deserialized_responses::TimelineEvent;
use matrix_sdk::ruma::api::client::room::get_room_event;
use matrix_sdk::ruma::events::AnySyncTimelineEvent;
use matrix_sdk::ruma::serde::Raw;
use matrix_sdk::{Error, Room};
use matrix_sdk_base::crypto::types::events::room::encrypted::{EncryptedEvent, RoomEventEncryptionScheme};
use tokio::time::sleep;
use tracing::warn;

/// How often to ask the server for an event's ciphertext before the event counts as unreadable.
const TRIES: u32 = 3;

/// An event as it arrived.
pub(super) struct ArrivedEvent {
    pub(super) event: TimelineEvent,
    /// The index of an encrypted event in its session, if known from decrypting it.
    index: Option<u32>,
    /// Were others in the room when it was said, even if they have left since?
    pub(super) in_company: bool,
}

impl From<TimelineEvent> for ArrivedEvent {
    fn from(event: TimelineEvent) -> Self {
        Self {
            event,
            index: None,
            in_company: false,
        }
    }
}

impl ArrivedEvent {
    /// Decrypts an event, and notes its index in the session.
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

    /// The identity of an encrypted text; `None` if the event came unencrypted or the index is unknown.
    pub(super) fn seal(&self) -> Option<String> {
        let session = self.event.encryption_info()?.session_id()?;
        Some(format!("{session}/{}", self.index?))
    }

    /// The session of an encrypted event, readable or not.
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
    /// Encrypted text that others heard, or whose session was used while others were there, never counts as private,
    /// however late or often it arrives.
    pub(super) async fn keep_in_mind(&self, room: &Room, arrived: &mut ArrivedEvent) {
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
        let said = Utterance {
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

    /// The same event with its seal. What the library decrypted by itself lacks the index: the server is asked for the
    /// event once more, and that version counts. `None` if it does not come.
    pub(super) async fn named(&self, room: &Room, arrived: ArrivedEvent) -> Option<ArrivedEvent> {
        if !arrived.is_without_name() {
            return Some(arrived);
        }
        let id = arrived.event.event_id()?;
        for _ in 0..TRIES {
            let request = get_room_event::v3::Request::new(room.room_id().to_owned(), id.clone());
            let why = match self.client.send(request).await {
                Ok(answer) => match ArrivedEvent::decrypt(room, answer.event.cast_ref_unchecked()).await {
                    Ok(again) if !again.is_without_name() && again.event.encryption_info().is_some() => {
                        let in_company = arrived.in_company;
                        return Some(ArrivedEvent { in_company, ..again });
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
