//! Which room is which: the words of the config, the ids of the server, successors after an upgrade, invitations.

mod declining;
mod private;

use declining::Declining;

use super::error::Failure;
use super::kept::Kept;
use crate::config::MatrixNetwork;
use crate::people::{Account, Directory, Identity};
use crate::wire::{Place, Presence, Report};
use matrix_sdk::deserialized_responses::RawAnySyncOrStrippedState;
use matrix_sdk::ruma::api::client::state::get_state_event_for_key;
use matrix_sdk::ruma::events::StateEventType;
use matrix_sdk::ruma::{OwnedRoomId, OwnedServerName, OwnedUserId, RoomAliasId, RoomId, RoomOrAliasId, UserId};
use matrix_sdk::{Client, Room, RoomState};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;
use tracing::{info, warn};

/// The most upgrades that are followed from one room.
const LONGEST_CHAIN: usize = 20;

/// In a room with more members nobody is asked for who is not seen.
const CROWD: u64 = 1000;

/// The rooms of the bot.
pub(super) struct Rooms {
    network: Arc<MatrixNetwork>,
    directory: watch::Receiver<Directory>,
    /// The rooms of the config, as it is in force now.
    wanted: watch::Receiver<Vec<String>>,
    client: Client,
    /// The rooms of the config by its words, as far as they were found.
    found: Mutex<HashMap<String, OwnedRoomId>>,
    /// Rooms in which it is only because another named them as its successor; whether they are is not checked yet.
    on_approval: Mutex<HashSet<OwnedRoomId>>,
    /// Rooms of the config in which it is not, and why.
    refused: Mutex<HashMap<String, String>>,
    kept: Arc<Kept>,
    /// What the aliases of the config led to when they were last looked up.
    resolved: Mutex<HashMap<String, (OwnedRoomId, Vec<OwnedServerName>)>>,
    declining: Declining,
    /// The private rooms that it has made, by account: the event stream tells of them only later.
    made: Mutex<HashMap<String, (OwnedUserId, OwnedRoomId)>>,
}

/// What tells whether something was said in private.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    /// Whose words they are, by Matrix id.
    pub(super) by: &'a str,
    /// When, by the server's word: milliseconds since 1970.
    pub(super) at: i64,
    /// Is it known that others were there?
    pub(super) in_company: bool,
}

/// What came of an upgrade.
pub(super) enum Moved {
    /// The bot is in the room that took the place of another.
    Followed {
        /// The room before.
        from: OwnedRoomId,
        /// The room now.
        to: Room,
    },
    /// An alias of the config leads to another room than before.
    Led {
        /// The alias.
        alias: String,
        /// The room now.
        to: Room,
    },
    /// A room says that another takes its place, but that one does not say so: the bot stays where it is.
    Stayed {
        /// The room in which it stays.
        here: Room,
        /// The other.
        named: OwnedRoomId,
    },
}

impl Rooms {
    pub(super) fn new(
        network: Arc<MatrixNetwork>,
        directory: watch::Receiver<Directory>,
        wanted: watch::Receiver<Vec<String>>,
        client: Client,
        kept: Arc<Kept>,
    ) -> Self {
        Self {
            network,
            directory,
            wanted,
            client,
            found: Mutex::new(HashMap::new()),
            on_approval: Mutex::new(HashSet::new()),
            refused: Mutex::new(HashMap::new()),
            kept,
            resolved: Mutex::new(HashMap::new()),
            declining: Declining::start(),
            made: Mutex::new(HashMap::new()),
        }
    }

    fn found(&self) -> MutexGuard<'_, HashMap<String, OwnedRoomId>> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn on_approval(&self) -> MutexGuard<'_, HashSet<OwnedRoomId>> {
        self.on_approval.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn joined(&self, id: &RoomId) -> Option<Room> {
        self.client
            .get_room(id)
            .filter(|room| room.state() == RoomState::Joined)
    }

    /// What proves who somebody is.
    pub(super) fn identity(&self, mxid: &str) -> Identity {
        if self.network.is_bridge_ghost(mxid) {
            Identity::Unproven(crate::people::Unproven::BridgeGhost)
        } else {
            Identity::Matrix { mxid: mxid.to_owned() }
        }
    }

    /// What a room is called in the rest of the house, as it was when something was said there.
    pub(super) async fn place(&self, room: &Room, thread: Option<String>, said: Said<'_>) -> Place {
        let id = room.room_id();
        let place = match self.name_of(id) {
            Some(name) => Place::channel(MatrixNetwork::NAME, &name),
            None if self.is_private(room, said).await => Place::direct(MatrixNetwork::NAME, id.as_str()),
            None => Place::channel(MatrixNetwork::NAME, id.as_str()),
        };
        Place { thread, ..place }
    }

    /// A room's name in the config.
    fn name_of(&self, id: &RoomId) -> Option<String> {
        let found = self.found();
        let name = found.iter().find(|(_, known)| *known == id);
        name.map(|(name, _)| name.clone())
    }

    /// The room of a place, if the bot is in it.
    pub(super) fn room(&self, place: &Place) -> Option<Room> {
        let name = place.room_name();
        let id = self.found().get(name).cloned().or_else(|| RoomId::parse(name).ok())?;
        self.joined(&id)
    }

    /// Does a reaction sign in that room? Reactions are never encrypted, so that a server can make one up.
    pub(super) fn signs_by_reaction(&self, room: &Room) -> bool {
        self.network.sign_by_reaction_in_encrypted_rooms || !self.is_encrypted(room)
    }

    /// Those in a room whom the directory knows, without the bot itself. Of a crowd only those who have spoken, or came
    /// while the bot was there, are known.
    pub(super) async fn acquaintances_in(&self, room: &Room) -> HashSet<String> {
        if room.joined_members_count() <= CROWD
            && let Err(error) = room.sync_members().await
        {
            let why = Failure::from(&error).words();
            warn!(room = %room.room_id(), why, "it is not known who is there");
        }
        let members = room.joined_user_ids().await.unwrap_or_else(|error| {
            warn!(room = %room.room_id(), %error, "it is not known who is there");
            Vec::new()
        });
        let members = members.into_iter().map(|mxid| mxid.to_string());
        let directory = self.directory.borrow();
        members
            .filter(|mxid| *mxid != self.network.user && directory.identify(&self.identity(mxid)).is_ok())
            .collect()
    }

    /// The Matrix ids by which these accounts are in a room; nobody is called who is not there.
    pub(super) async fn ids_in(&self, room: &Room, accounts: &[String]) -> Vec<String> {
        if accounts.is_empty() {
            return Vec::new();
        }
        let mut here = self.acquaintances_in(room).await;
        if room.joined_members_count() > CROWD {
            let called: Vec<String> = {
                let directory = self.directory.borrow();
                let called = accounts.iter().map(|account| Account::new(account));
                called.flat_map(|account| directory.matrix_ids_of(&account)).collect()
            };
            for mxid in called {
                if !here.contains(&mxid) && self.is_member(room, &mxid).await {
                    here.insert(mxid);
                }
            }
        }
        let directory = self.directory.borrow();
        let is_called = |mxid: &String| {
            let person = directory.identify(&self.identity(mxid));
            person.is_ok_and(|person| {
                accounts
                    .iter()
                    .any(|account| person.account() == &Account::new(account))
            })
        };
        let mut ids: Vec<String> = here.into_iter().filter(is_called).collect();
        ids.sort_unstable();
        ids
    }

    /// Is somebody in a room, by the server's word?
    async fn is_member(&self, room: &Room, mxid: &str) -> bool {
        let content = self.membership_by_server(room, mxid).await;
        content.is_some_and(|content| content["membership"] == "join")
    }

    /// What a room calls somebody. Of whoever was not seen yet the server is asked, and of nobody else: all members of
    /// a crowd are many.
    pub(super) async fn name_in(&self, room: &Room, id: &UserId) -> Option<String> {
        if let Some(member) = room.get_member_no_sync(id).await.ok().flatten() {
            return Some(member.name().to_owned());
        }
        let content = self.membership_by_server(room, id.as_str()).await?;
        Some(content["displayname"].as_str().unwrap_or(id.localpart()).to_owned())
    }

    async fn membership_by_server(&self, room: &Room, mxid: &str) -> Option<serde_json::Value> {
        let id = room.room_id().to_owned();
        let request = get_state_event_for_key::v3::Request::new(id, StateEventType::RoomMember, mxid.to_owned());
        let answer = self.client.send(request).await.ok()?;
        serde_json::from_str(answer.event_or_content.get()).ok()
    }

    /// Is the place one that the bot should be in, so that it is worth waiting for?
    pub(super) fn is_wanted(&self, place: &Place) -> bool {
        self.wanted.borrow().iter().any(|name| name == place.room_name())
    }

    fn refused(&self) -> MutexGuard<'_, HashMap<String, String>> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// How the bot stands with each room of the config.
    pub(super) fn presences(&self) -> Vec<Report> {
        let presence = |name: &String| {
            let place = Place::channel(MatrixNetwork::NAME, name);
            let presence = match (self.room(&place), self.refused().get(name)) {
                (Some(_), _) => Presence::In,
                (None, why) => Presence::Out(why.map_or("not joined yet", String::as_str).to_owned()),
            };
            Report::Place { place, presence }
        };
        self.wanted.borrow().iter().map(presence).collect()
    }

    /// Joins every room of the config that it is not in, and follows upgrades, also of rooms that it was invited to.
    /// Says what came of upgrades just now.
    pub(super) async fn join(&self) -> Vec<Moved> {
        let mut moved = Vec::new();
        let wanted = self.wanted.borrow().clone();
        for name in &wanted {
            let joined = self.join_one(name, &mut moved).await;
            self.refused().remove(name);
            if let Err(why) = joined {
                warn!(network = MatrixNetwork::NAME, room = name, "cannot join: {why}");
                self.refused().insert(name.clone(), why);
            }
        }
        for room in self.client.joined_rooms() {
            if let Err(why) = self.follow(&room, &mut moved).await {
                warn!(network = MatrixNetwork::NAME, room = %room.room_id(), "cannot follow its upgrade: {why}");
            }
        }
        moved
    }

    async fn join_one(&self, name: &str, moved: &mut Vec<Moved>) -> Result<(), String> {
        let known = self.found().get(name).cloned();
        let before = self.resolved().get(name).map(|(id, _)| id.clone());
        let resolved = self.resolve(name).await;
        let Some(known) = known else {
            let (id, via) = resolved?;
            self.enter_chain(name, &id, &via, moved).await?;
            return Ok(());
        };
        let here = self.enter_chain(name, &known, &[], moved).await;
        // An upgrade takes the alias along; where it leads is another room only if that is none of the successors.
        let (now, via) = match resolved {
            Ok((now, via)) if name.starts_with('#') && before.as_ref() != Some(&now) => (now, via),
            Ok(_) | Err(_) => return here.map(|_| ()),
        };
        if here.is_ok_and(|here| here.room_id() == now) {
            return Ok(());
        }
        let to = self.enter_chain(name, &now, &via, moved).await.inspect_err(|_| {
            // It counts as new at the next look, too.
            self.resolved().remove(name);
        })?;
        let alias = name.to_owned();
        moved.push(Moved::Led { alias, to });
        Ok(())
    }

    /// A room of the config, and from there on the rooms that took its place, up to the last.
    async fn enter_chain(
        &self,
        name: &str,
        id: &OwnedRoomId,
        via: &[OwnedServerName],
        moved: &mut Vec<Moved>,
    ) -> Result<Room, String> {
        let mut room = self.enter(id, via).await?;
        self.is_found(name, id);
        for _ in 0..LONGEST_CHAIN {
            let Some(successor) = self.follow(&room, moved).await? else {
                return Ok(room);
            };
            self.is_found(name, successor.room_id());
            room = successor;
        }
        Err("it was upgraded in a circle".to_owned())
    }

    fn is_found(&self, name: &str, id: &RoomId) {
        self.kept.is_named(id.as_str());
        self.found().insert(name.to_owned(), id.to_owned());
    }

    fn resolved(&self) -> MutexGuard<'_, HashMap<String, (OwnedRoomId, Vec<OwnedServerName>)>> {
        self.resolved.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A room by its id; joins it where that is needed.
    async fn enter(&self, id: &OwnedRoomId, via: &[OwnedServerName]) -> Result<Room, String> {
        if let Some(room) = self.joined(id) {
            return Ok(room);
        }
        let target: &RoomOrAliasId = (**id).into();
        let room = self
            .client
            .join_room_by_id_or_alias(target, via)
            .await
            .map_err(|error| Failure::from(&error).words())?;
        info!(network = MatrixNetwork::NAME, %id, "joined");
        Ok(room)
    }

    /// The room that took the place of this one, in which the bot is then. A tombstone alone could lead anywhere:
    /// the successor must name this room as its predecessor (Matrix specification, "Room upgrades"), else the bot
    /// leaves it again and stays.
    async fn follow(&self, room: &Room, moved: &mut Vec<Moved>) -> Result<Option<Room>, String> {
        let Some(id) = room.successor_room().map(|successor| successor.room_id) else {
            return Ok(None);
        };
        if self.is_turned_down(room.room_id(), &id) {
            return Ok(None);
        }
        let here_before = self.joined(&id).filter(|_| !self.on_approval().contains(&id));
        if let Some(successor) = &here_before
            && successor
                .predecessor_room()
                .is_some_and(|before| before.room_id == room.room_id())
        {
            return Ok(here_before);
        }
        if here_before.is_none() {
            // Where anybody may read it, it is known before it is entered.
            let says = self.predecessor_of(&id).await;
            if says.is_ok_and(|before| before.as_deref() != Some(room.room_id())) {
                self.kept.turn_down(room.room_id().as_str(), id.as_str());
                let (here, named) = (room.clone(), id);
                moved.push(Moved::Stayed { here, named });
                return Ok(None);
            }
            self.on_approval().insert(id.clone());
        }
        let successor = self
            .enter(&id, &servers_for_successor(room, &self.network).await)
            .await?;
        let agrees = self.predecessor_of(&id).await? == Some(room.room_id().to_owned());
        let came_for_this = self.on_approval().remove(&id);
        if agrees {
            if came_for_this {
                let from = room.room_id().to_owned();
                let to = successor.clone();
                moved.push(Moved::Followed { from, to });
            }
            return Ok(Some(successor));
        }
        if came_for_this && let Err(error) = successor.leave().await {
            let why = Failure::from(&error).words();
            warn!(network = MatrixNetwork::NAME, room = %id, why, "could not leave it again");
        }
        self.kept.turn_down(room.room_id().as_str(), id.as_str());
        let (here, named) = (room.clone(), id);
        moved.push(Moved::Stayed { here, named });
        Ok(None)
    }

    /// Which room a room names as its predecessor, by its server.
    async fn predecessor_of(&self, id: &OwnedRoomId) -> Result<Option<OwnedRoomId>, String> {
        let request = get_state_event_for_key::v3::Request::new(id.clone(), StateEventType::RoomCreate, String::new());
        let answer = self
            .client
            .send(request)
            .await
            .map_err(|error| Failure::from(&error).words())?;
        let content: serde_json::Value =
            serde_json::from_str(answer.event_or_content.get()).map_err(|error| error.to_string())?;
        let before = content["predecessor"]["room_id"].as_str();
        Ok(before.and_then(|before| RoomId::parse(before).ok()))
    }

    /// May anything be said in a room? Not in the clear where it was encrypted before, whatever the server says now.
    pub(super) async fn is_as_secret_as_before(&self, room: &Room) -> bool {
        match room.latest_encryption_state().await {
            Ok(state) if state.is_encrypted() => {
                self.kept.is_encrypted(room.room_id().as_str());
                true
            }
            Ok(_) => !self.kept.was_encrypted(room.room_id().as_str()),
            // Sending finds the same failure, and knows what to do about it.
            Err(_) => true,
        }
    }

    /// Is the room encrypted, or was it ever?
    pub(super) fn is_encrypted(&self, room: &Room) -> bool {
        let id = room.room_id().as_str();
        if room.encryption_state().is_encrypted() {
            self.kept.is_encrypted(id);
            return true;
        }
        self.kept.was_encrypted(id)
    }

    /// Is the room that this one names known not to take its place?
    fn is_turned_down(&self, room: &RoomId, named: &RoomId) -> bool {
        self.kept.is_turned_down(room.as_str(), named.as_str())
    }

    /// Was a room replaced by one that the bot has not looked at yet?
    pub(super) fn is_newly_replaced(&self, room: &RoomId) -> bool {
        let Some(successor) = self.client.get_room(room).and_then(|room| room.successor_room()) else {
            return false;
        };
        self.joined(&successor.room_id).is_none() && !self.is_turned_down(room, &successor.room_id)
    }

    async fn resolve(&self, name: &str) -> Result<(OwnedRoomId, Vec<OwnedServerName>), String> {
        if let Ok(alias) = RoomAliasId::parse(name) {
            let answer = self
                .client
                .resolve_room_alias(&alias)
                .await
                .map_err(|error| Failure::from(&error).words())?;
            let found = (answer.room_id, answer.servers);
            self.resolved().insert(name.to_owned(), found.clone());
            return Ok(found);
        }
        let id = RoomId::parse(name).map_err(|error| error.to_string())?;
        Ok((id, Vec::new()))
    }

    /// Accepts an invitation to a room of the config, to the successor of one, or by somebody who may invite;
    /// declines any other, without asking the server anything.
    pub(super) async fn consider(&self, room: &Room) {
        let Ok(invite) = room.invite_details().await else {
            return;
        };
        let inviter = invite.inviter_id.as_str();
        let wanted = self.is_expected(room.room_id());
        let trusted = self.may_invite(inviter);
        if !(wanted || trusted) {
            self.declining.decline(room, inviter);
            return;
        }
        let on_approval = !(trusted || self.is_configured(room.room_id()));
        if on_approval {
            self.on_approval().insert(room.room_id().to_owned());
        }
        match room.join().await {
            Ok(()) => info!(room = %room.room_id(), inviter, "accepted an invitation"),
            Err(error) => {
                let why = Failure::from(&error).words();
                warn!(room = %room.room_id(), inviter, why, "an invitation could not be accepted");
            }
        }
    }

    fn may_invite(&self, mxid: &str) -> bool {
        let directory = self.directory.borrow();
        directory.identify(&self.identity(mxid)).is_ok_and(|person| {
            let mut groups = self.network.invites_from_groups.iter();
            groups.any(|group| directory.is_member(person.account(), group))
        })
    }

    /// Is it a room of the config, or does one in which the bot is say that this one takes its place?
    fn is_expected(&self, id: &RoomId) -> bool {
        for room in self.client.joined_rooms() {
            let names_it = room.successor_room().is_some_and(|successor| successor.room_id == id);
            if names_it && !self.is_turned_down(room.room_id(), id) {
                return true;
            }
        }
        self.is_configured(id)
    }

    /// Is it a room of the config, by its id or by what the aliases led to?
    fn is_configured(&self, id: &RoomId) -> bool {
        self.wanted.borrow().iter().any(|name| name == id.as_str())
            || self.resolved().values().any(|(found, _)| found == id)
    }
}

/// Servers that should know the successor of a room: the own one, that of whoever upgraded it, and the room's. The
/// ids of newer rooms name none.
async fn servers_for_successor(room: &Room, network: &MatrixNetwork) -> Vec<OwnedServerName> {
    let server_of = |mxid: &str| mxid.split_once(':').map(|(_, server)| server.to_owned());
    let tombstone = room
        .get_state_event(StateEventType::RoomTombstone, "")
        .await
        .ok()
        .flatten();
    let upgraded_by = tombstone.and_then(|event| {
        let json = match &event {
            RawAnySyncOrStrippedState::Sync(event) => event.json(),
            RawAnySyncOrStrippedState::Stripped(event) => event.json(),
        };
        let json: serde_json::Value = serde_json::from_str(json.get()).ok()?;
        server_of(json["sender"].as_str()?)
    });
    let own = server_of(&network.user);
    let of_room = room.room_id().server_name().map(ToString::to_string);
    own.into_iter()
        .chain(upgraded_by)
        .chain(of_room)
        .filter_map(|name| OwnedServerName::try_from(name).ok())
        .collect()
}
