//! Declines invitations by strangers, one after the other, in the background: however many there are, nothing else
//! waits.

use crate::chat::matrix::error::Failure;
use matrix_sdk::{Room, RoomState};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;
use tracing::{debug, info};

/// Most invitations that wait to be declined; further ones are declined after a restart.
const MOST: usize = 1000;

/// Pause between two, so that the server has time for everybody else.
const SPACING: Duration = Duration::from_millis(100);

/// Queue of the task that declines. The task ends when this is dropped.
///
/// A room is left while it is in the state in which it was to be left: whose invitation was accepted since is stayed in.
pub(super) struct Declining(mpsc::Sender<(Room, RoomState)>);

impl Declining {
    pub(super) fn start() -> Self {
        let (to_decline, mut waiting) = mpsc::channel::<(Room, RoomState)>(MOST);
        tokio::spawn(async move {
            while let Some((room, state)) = waiting.recv().await {
                if room.state() != state {
                    continue;
                }
                if let Err(error) = room.leave().await {
                    let why = Failure::from(&error).words();
                    debug!(room = %room.room_id(), why, "a room was not left");
                }
                sleep(SPACING).await;
            }
        });
        Self(to_decline)
    }

    /// Leaves a room in which somebody unknown could have typed a code.
    pub(super) fn leave(&self, room: &Room) {
        match self.0.try_send((room.clone(), RoomState::Joined)) {
            Ok(()) => info!(room = %room.room_id(), "left a private room of somebody unknown for another one"),
            Err(_) => debug!(room = %room.room_id(), "stayed in a private room of somebody unknown"),
        }
    }

    pub(super) fn decline(&self, room: &Room, inviter: &str) {
        match self.0.try_send((room.clone(), RoomState::Invited)) {
            Ok(()) => info!(room = %room.room_id(), inviter, "declined an invitation"),
            Err(_) => debug!(room = %room.room_id(), inviter, "left an invitation alone"),
        }
    }
}
