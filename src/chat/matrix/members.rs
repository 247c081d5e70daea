//! Which people of the directory are in the bot's rooms: those a refusal may name, and a message can mention. Presence
//! proves nothing.

use super::rooms::Rooms;
use crate::config::MatrixNetwork;
use crate::wire::Report;
use matrix_sdk::Room;
use matrix_sdk::ruma::{OwnedRoomId, RoomId};
use std::collections::{HashMap, HashSet};

/// Acquaintances by room, and who was reported as present.
#[derive(Default)]
pub(super) struct Members {
    by_room: HashMap<OwnedRoomId, HashSet<String>>,
    told: HashSet<String>,
}

impl Members {
    /// Everybody was forgotten elsewhere, as happens when the network goes down: report all again.
    pub(super) fn tell_anew(&mut self) {
        self.told.clear();
    }

    /// Looks who is in a room now.
    pub(super) async fn look(&mut self, room: &Room, rooms: &Rooms) {
        let here = rooms.acquaintances_in(room).await;
        self.by_room.insert(room.room_id().to_owned(), here);
    }

    /// The bot is no longer in that room.
    pub(super) fn left(&mut self, room: &RoomId) {
        self.by_room.remove(room);
    }

    /// Who came into sight and who went out of it since the last call.
    pub(super) fn news(&mut self, rooms: &Rooms) -> Vec<Report> {
        let here: HashSet<String> = self.by_room.values().flatten().cloned().collect();
        let report = |mxid: &String, here| Report::Around {
            network: MatrixNetwork::NAME.to_owned(),
            identity: rooms.identity(mxid),
            here,
        };
        let gone = self.told.difference(&here).map(|mxid| report(mxid, false));
        let came = here.difference(&self.told).map(|mxid| report(mxid, true));
        let news = gone.chain(came).collect();
        self.told = here;
        news
    }
}
