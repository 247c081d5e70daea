//! Encrypted events that cannot be read yet, or ever.

use super::super::reading;
use super::arrived::ArrivedEvent;
use super::{COMPLAINT_PAUSE, Ears, Gone, KEY_PATIENCE, MOST_COMPLAINTS};
use crate::wire::Notice;
use matrix_sdk::Room;
use matrix_sdk::deserialized_responses::{TimelineEvent, TimelineEventKind, UnableToDecryptReason};
use tokio::time::Instant;
use tracing::warn;

impl Ears {
    /// Retries encrypted events whose keys were missing; complains about those that stay unreadable.
    pub(super) async fn unlock(&mut self) -> Result<(), Gone> {
        for locked in std::mem::take(&mut self.locked) {
            let Some(room) = self.client.get_room(&locked.room) else {
                continue;
            };
            let again = ArrivedEvent::decrypt(&room, locked.event.raw().cast_ref_unchecked()).await;
            match again {
                Ok(mut arrived) if !arrived.event.kind.is_utd() => {
                    arrived.in_company = locked.in_company;
                    self.look_at(&room, arrived).await?;
                }
                Ok(_) | Err(_) if locked.since.elapsed() < KEY_PATIENCE => self.locked.push(locked),
                Ok(arrived) => self.complain(&room, &arrived.event, locked.in_company).await?,
                Err(_) => self.complain(&room, &locked.event, locked.in_company).await?,
            }
        }
        Ok(())
    }

    /// Says that something could not be read, but not often.
    async fn complain(&mut self, room: &Room, event: &TimelineEvent, in_company: bool) -> Result<(), Gone> {
        let Some(read) = reading::read(event.raw().json().get()) else {
            return Ok(());
        };
        let notice = match &event.kind {
            TimelineEventKind::UnableToDecrypt { utd_info, .. }
                if matches!(utd_info.reason, UnableToDecryptReason::SenderIdentityNotTrusted(_)) =>
            {
                Notice::UnverifiedDevice
            }
            TimelineEventKind::UnableToDecrypt { .. }
            | TimelineEventKind::Decrypted(_)
            | TimelineEventKind::PlainText { .. } => Notice::Unreadable,
        };
        let why = if matches!(notice, Notice::UnverifiedDevice) {
            "its owner has not verified the device that sent it (UnverifiedDevice)"
        } else {
            "there is no key for it"
        };
        warn!(room = %room.room_id(), sender = read.sender, why, "could not read a message");
        let complaints = self.complaints.entry(room.room_id().to_owned()).or_default();
        complaints.retain(|(_, at)| at.elapsed() < COMPLAINT_PAUSE);
        if complaints.len() >= MOST_COMPLAINTS || complaints.iter().any(|(who, _)| *who == read.sender) {
            return Ok(());
        }
        complaints.push((read.sender.clone(), Instant::now()));
        self.cannot_read(room, read, in_company, notice).await
    }
}
