//! Declines invitations of strangers, one after the other, beside everything else: however many they are, nobody waits
//! for it.

use crate::chat::matrix::error::Failure;
use matrix_sdk::Room;
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;
use tracing::{debug, info};

/// So many invitations wait for being declined; those beyond are declined after a restart.
const MOST: usize = 1000;

/// The rest between two, so that the server has time for everybody else.
const SPACING: Duration = Duration::from_millis(100);

/// The way to the task that declines. It ends with this.
pub(super) struct Declining(mpsc::Sender<Room>);

impl Declining {
    pub(super) fn start() -> Self {
        let (to_decline, mut waiting) = mpsc::channel::<Room>(MOST);
        tokio::spawn(async move {
            while let Some(room) = waiting.recv().await {
                if let Err(error) = room.leave().await {
                    let why = Failure::from(&error).words();
                    debug!(room = %room.room_id(), why, "an invitation was not declined");
                }
                sleep(SPACING).await;
            }
        });
        Self(to_decline)
    }

    pub(super) fn decline(&self, room: &Room, inviter: &str) {
        match self.0.try_send(room.clone()) {
            Ok(()) => info!(room = %room.room_id(), inviter, "declined an invitation"),
            Err(_) => debug!(room = %room.room_id(), inviter, "left an invitation alone"),
        }
    }
}
