//! Which room is which: the words of the config, the ids of the server, successors after an upgrade, invitations.

use super::error::Failure;
use crate::chat::Place;
use crate::config::MatrixNetwork;
use crate::people::{Directory, Identity};
use matrix_sdk::ruma::{OwnedRoomId, OwnedServerName, RoomAliasId, RoomId, RoomOrAliasId};
use matrix_sdk::{Client, Room, RoomState};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tracing::{debug, info, warn};

/// The most upgrades that are followed from one room.
const LONGEST_CHAIN: usize = 20;

/// The rooms of the bot.
pub(super) struct Rooms {
    network: Arc<MatrixNetwork>,
    directory: Directory,
    client: Client,
    /// The rooms of the config by its words, as far as they were found.
    found: Mutex<HashMap<String, OwnedRoomId>>,
}

/// A room that took the place of another, in which the bot is now.
pub(super) struct Followed {
    /// The room before.
    pub(super) from: OwnedRoomId,
    /// The room now.
    pub(super) to: Room,
}

impl Rooms {
    pub(super) fn new(network: Arc<MatrixNetwork>, directory: Directory, client: Client) -> Self {
        Self {
            network,
            directory,
            client,
            found: Mutex::new(HashMap::new()),
        }
    }

    fn found(&self) -> MutexGuard<'_, HashMap<String, OwnedRoomId>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What proves who somebody is.
    pub(super) fn identity(&self, mxid: &str) -> Identity {
        if self.network.is_bridge_ghost(mxid) {
            Identity::Unproven(crate::people::Unproven::BridgeGhost)
        } else {
            Identity::Matrix { mxid: mxid.to_owned() }
        }
    }

    /// What a room is called in the rest of the house.
    pub(super) fn place(&self, room: &Room, thread: Option<String>) -> Place {
        let id = room.room_id();
        let name = {
            let found = self.found();
            found
                .iter()
                .find(|(_, known)| *known == id)
                .map(|(name, _)| name.clone())
        };
        let place = match name {
            Some(name) => Place::channel(MatrixNetwork::NAME, &name),
            None if room.active_members_count() <= 2 => Place::direct(MatrixNetwork::NAME, id.as_str()),
            None => Place::channel(MatrixNetwork::NAME, id.as_str()),
        };
        Place { thread, ..place }
    }

    /// The room of a place, if the bot is in it.
    pub(super) fn room(&self, place: &Place) -> Option<Room> {
        let name = place.room_name();
        let id = self.found().get(name).cloned().or_else(|| RoomId::parse(name).ok())?;
        self.client
            .get_room(&id)
            .filter(|room| room.state() == RoomState::Joined)
    }

    /// Is the place one that the bot should be in, so that it is worth waiting for?
    pub(super) fn is_wanted(&self, place: &Place) -> bool {
        self.network.rooms.iter().any(|name| name == place.room_name())
    }

    /// Joins every room of the config that it is not in, and follows upgrades. Says which rooms took the place of
    /// others just now.
    pub(super) async fn join(&self) -> Vec<Followed> {
        let mut followed = Vec::new();
        for name in &self.network.rooms {
            if let Err(why) = self.join_one(name, &mut followed).await {
                warn!(network = MatrixNetwork::NAME, room = name, "cannot join: {why}");
            }
        }
        followed
    }

    async fn join_one(&self, name: &str, followed: &mut Vec<Followed>) -> Result<(), String> {
        let known = self.found().get(name).cloned();
        let (mut id, mut via) = match known {
            Some(id) => (id, Vec::new()),
            None => self.resolve(name).await?,
        };
        let mut before: Option<OwnedRoomId> = None;
        for _ in 0..LONGEST_CHAIN {
            let joined = self
                .client
                .get_room(&id)
                .filter(|room| room.state() == RoomState::Joined);
            let room = match joined {
                Some(room) => room,
                None => {
                    let target: &RoomOrAliasId = (*id).into();
                    let room = self
                        .client
                        .join_room_by_id_or_alias(target, &via)
                        .await
                        .map_err(|error| Failure::from(&error).words())?;
                    info!(network = MatrixNetwork::NAME, room = name, %id, "joined");
                    if let Some(from) = before.take() {
                        followed.push(Followed { from, to: room.clone() });
                    }
                    room
                }
            };
            self.found().insert(name.to_owned(), id.clone());
            let Some(successor) = room.successor_room() else {
                return Ok(());
            };
            via = servers_of(&room, &self.network);
            before = Some(id);
            id = successor.room_id;
        }
        Err("it was upgraded in a circle".to_owned())
    }

    async fn resolve(&self, name: &str) -> Result<(OwnedRoomId, Vec<OwnedServerName>), String> {
        if let Ok(alias) = RoomAliasId::parse(name) {
            let answer = self
                .client
                .resolve_room_alias(&alias)
                .await
                .map_err(|error| Failure::from(&error).words())?;
            return Ok((answer.room_id, answer.servers));
        }
        let id = RoomId::parse(name).map_err(|error| error.to_string())?;
        Ok((id, Vec::new()))
    }

    /// Accepts an invitation to a room of the config, to the successor of one, or by somebody who may invite;
    /// leaves any other alone.
    pub(super) async fn consider(&self, room: &Room) {
        let Ok(invite) = room.invite_details().await else {
            return;
        };
        let inviter = invite.inviter_id.as_str();
        let wanted = self.is_expected(room.room_id()).await;
        let trusted = self.directory.identify(&self.identity(inviter)).is_ok_and(|person| {
            let groups = self.network.invites_from_groups.iter();
            groups
                .into_iter()
                .any(|group| self.directory.is_member(person.account(), group))
        });
        if !(wanted || trusted) {
            debug!(room = %room.room_id(), inviter, "left an invitation alone");
            return;
        }
        match room.join().await {
            Ok(()) => info!(room = %room.room_id(), inviter, "accepted an invitation"),
            Err(error) => warn!(room = %room.room_id(), inviter, %error, "an invitation could not be accepted"),
        }
    }

    /// Is it a room of the config, or does one of those say that this one takes its place?
    async fn is_expected(&self, id: &RoomId) -> bool {
        let successor = self
            .found()
            .values()
            .filter_map(|known| self.client.get_room(known)?.successor_room())
            .any(|successor| successor.room_id == id);
        if successor {
            return true;
        }
        for name in &self.network.rooms {
            if self.resolve(name).await.is_ok_and(|(found, _)| found == id) {
                return true;
            }
        }
        false
    }
}

/// Servers that should know the successor of a room.
fn servers_of(room: &Room, network: &MatrixNetwork) -> Vec<OwnedServerName> {
    let own = network.user.split_once(':').map(|(_, server)| server.to_owned());
    let of_room = room.room_id().server_name().map(ToString::to_string);
    own.into_iter()
        .chain(of_room)
        .filter_map(|name| OwnedServerName::try_from(name).ok())
        .collect()
}
