//! Which room is which: names in the config, ids on the server, successors after an upgrade, invitations.

mod declining;
mod private;
mod strangers;

use declining::Declining;
use strangers::{Entry, Strangers};

use super::error::Failure;
use super::kept::Kept;
use crate::config::MatrixNetwork;
use crate::people::{Account, Directory, Identity};
use crate::wire::{Place, Presence, Report};
use chrono::Utc;
use matrix_sdk::deserialized_responses::RawAnySyncOrStrippedState;
use matrix_sdk::ruma::api::client::state::get_state_event_for_key;
use matrix_sdk::ruma::events::StateEventType;
use matrix_sdk::ruma::{OwnedRoomId, OwnedServerName, OwnedUserId, RoomAliasId, RoomId, RoomOrAliasId, UserId};
use matrix_sdk::{Client, Room, RoomState};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;
use tracing::{info, warn};

/// Most upgrades that are followed from one room.
const LONGEST_CHAIN: usize = 20;

/// In rooms with more members the full list of members is not loaded.
const CROWD: u64 = 1000;

/// The bot's rooms.
pub(super) struct Rooms {
    network: Arc<MatrixNetwork>,
    directory: watch::Receiver<Directory>,
    /// The rooms of the config, always current.
    wanted: watch::Receiver<Vec<String>>,
    client: Client,
    /// Configured rooms found so far, by their names in the config.
    found: Mutex<HashMap<String, OwnedRoomId>>,
    /// Rooms entered only because another named them as its successor, which is not verified yet.
    on_approval: Mutex<HashSet<OwnedRoomId>>,
    /// Configured rooms that the bot is not in, and why.
    refused: Mutex<HashMap<String, String>>,
    kept: Arc<Kept>,
    /// The last result for each alias of the config.
    resolved: Mutex<HashMap<String, (OwnedRoomId, Vec<OwnedServerName>)>>,
    declining: Declining,
    /// Private rooms of those who are not known.
    strangers: Mutex<Strangers<Room>>,
    /// Private rooms the bot has created, by account: the event stream reports them only later.
    made: Mutex<HashMap<String, (OwnedUserId, OwnedRoomId)>>,
}

/// What decides whether something was said in private.
#[derive(Clone, Copy)]
pub(super) struct Utterance<'a> {
    /// The speaker's Matrix id.
    pub(super) by: &'a str,
    /// When, by the server's clock, in milliseconds since 1970.
    pub(super) at: i64,
    /// Is it known that others were there?
    pub(super) in_company: bool,
}

/// Result of an upgrade.
pub(super) enum Upgrade {
    /// The bot is in the successor of a room.
    Followed {
        /// The old room.
        from: OwnedRoomId,
        /// The new room.
        to: Room,
    },
    /// An alias of the config now leads to another room.
    Led {
        /// The alias.
        alias: String,
        /// The new room.
        to: Room,
    },
    /// A room names a successor that does not name it: the bot stays where it is.
    Stayed {
        /// The room it stays in.
        here: Room,
        /// The alleged successor.
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
            strangers: Mutex::new(Strangers::new()),
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

    /// What a Matrix id proves about its owner.
    pub(super) fn identity(&self, mxid: &str) -> Identity {
        if self.network.is_bridge_ghost(mxid) {
            Identity::Unproven(crate::people::Unproven::BridgeGhost)
        } else {
            Identity::Matrix { mxid: mxid.to_owned() }
        }
    }

    /// A room as a place, at the time when something was said in it.
    pub(super) async fn place(&self, room: &Room, thread: Option<String>, said: Utterance<'_>) -> Place {
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

    /// Does a reaction sign in that room? Reactions are never encrypted, so a server could make one up.
    pub(super) fn signs_by_reaction(&self, room: &Room) -> bool {
        self.network.sign_by_reaction_in_encrypted_rooms || !self.is_encrypted(room)
    }

    /// People of the directory in a room, without the bot itself. In a crowd, only those are known who have spoken, or
    /// who joined while the bot was there.
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

    /// The Matrix ids of these accounts that are in a room; only those present can be mentioned.
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

    /// Is somebody in a room? The server is asked.
    async fn is_member(&self, room: &Room, mxid: &str) -> bool {
        let content = self.membership_by_server(room, mxid).await;
        content.is_some_and(|content| content["membership"] == "join")
    }

    /// Somebody's name in a room. The server is asked about that one person, if not seen yet; loading all members of a
    /// crowd would be too much.
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

    /// Should the bot be in this place, so that waiting for it makes sense?
    pub(super) fn is_wanted(&self, place: &Place) -> bool {
        self.wanted.borrow().iter().any(|name| name == place.room_name())
    }

    fn refused(&self) -> MutexGuard<'_, HashMap<String, String>> {
        self.refused.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The bot's state in each configured room.
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

    /// Joins every configured room that it is not in, and follows upgrades, also of rooms it was invited to. Returns
    /// what became of upgrades in this call.
    pub(super) async fn join(&self) -> Vec<Upgrade> {
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

    async fn join_one(&self, name: &str, moved: &mut Vec<Upgrade>) -> Result<(), String> {
        let known = self.found().get(name).cloned();
        let before = self.resolved().get(name).map(|(id, _)| id.clone());
        let resolved = self.resolve(name).await;
        let Some(known) = known else {
            let (id, via) = resolved?;
            self.enter_chain(name, &id, &via, moved).await?;
            return Ok(());
        };
        let here = self.enter_chain(name, &known, &[], moved).await;
        // An upgrade moves the alias along; its target counts as another room only if it is none of the successors.
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
        moved.push(Upgrade::Led { alias, to });
        Ok(())
    }

    /// A configured room and its successors, up to the last.
    async fn enter_chain(
        &self,
        name: &str,
        id: &OwnedRoomId,
        via: &[OwnedServerName],
        moved: &mut Vec<Upgrade>,
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

    /// A room by its id; joins it if needed.
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

    /// Joins the successor of a room. A tombstone alone could lead anywhere: the successor must name this room as its
    /// predecessor (Matrix specification, "Room upgrades"), or the bot leaves it again and stays.
    async fn follow(&self, room: &Room, moved: &mut Vec<Upgrade>) -> Result<Option<Room>, String> {
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
            // If it is world-readable, this is known before joining.
            let says = self.predecessor_of(&id).await;
            if says.is_ok_and(|before| before.as_deref() != Some(room.room_id())) {
                self.kept.turn_down(room.room_id().as_str(), id.as_str());
                let (here, named) = (room.clone(), id);
                moved.push(Upgrade::Stayed { here, named });
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
                moved.push(Upgrade::Followed { from, to });
            }
            return Ok(Some(successor));
        }
        if came_for_this && let Err(error) = successor.leave().await {
            let why = Failure::from(&error).words();
            warn!(network = MatrixNetwork::NAME, room = %id, why, "could not leave it again");
        }
        self.kept.turn_down(room.room_id().as_str(), id.as_str());
        let (here, named) = (room.clone(), id);
        moved.push(Upgrade::Stayed { here, named });
        Ok(None)
    }

    /// The predecessor that a room names. The server is asked.
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

    /// May anything be said in a room? Never unencrypted if the room was encrypted before, whatever the server says
    /// now.
    pub(super) async fn is_as_secret_as_before(&self, room: &Room) -> bool {
        match room.latest_encryption_state().await {
            Ok(state) if state.is_encrypted() => {
                self.kept.is_encrypted(room.room_id().as_str());
                true
            }
            Ok(_) => !self.kept.was_encrypted(room.room_id().as_str()),
            // Sending meets the same failure, and handles it.
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

    /// Is it known that the successor this room names does not name it?
    fn is_turned_down(&self, room: &RoomId, named: &RoomId) -> bool {
        self.kept.is_turned_down(room.as_str(), named.as_str())
    }

    /// Has a room been replaced by one that the bot has not looked at yet?
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

    /// Accepts an invitation to a configured room, to the successor of one, or from somebody who may invite; declines
    /// all others, without asking the server anything.
    pub(super) async fn consider(&self, room: &Room) {
        let Ok(invite) = room.invite_details().await else {
            return;
        };
        let inviter = invite.inviter_id.as_str();
        let wanted = self.is_expected(room.room_id());
        let trusted = self.may_invite(inviter) || self.may_type_code(room, inviter).await;
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

    /// May somebody who is not known call the bot into a private room? While somebody's code waits to be typed there.
    async fn may_type_code(&self, room: &Room, inviter: &str) -> bool {
        let now = Utc::now();
        let waits = self.directory.borrow().awaits_code(now);
        let proven = matches!(self.identity(inviter), Identity::Matrix { .. });
        if !(waits && proven && room.is_direct().await.unwrap_or_default()) {
            return false;
        }
        let mut strangers = self.strangers.lock().unwrap_or_else(PoisonError::into_inner);
        let directory = self.directory.borrow();
        let is_known = |mxid: &str| directory.identify(&self.identity(mxid)).is_ok();
        match strangers.enter(inviter, room.clone(), is_known, now) {
            Entry::Declined => false,
            Entry::Entered(left) => {
                if let Some(left) = left {
                    self.declining.leave(&left);
                }
                true
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

    /// Is it a configured room, or named as the successor of a room the bot is in?
    fn is_expected(&self, id: &RoomId) -> bool {
        for room in self.client.joined_rooms() {
            let names_it = room.successor_room().is_some_and(|successor| successor.room_id == id);
            if names_it && !self.is_turned_down(room.room_id(), id) {
                return true;
            }
        }
        self.is_configured(id)
    }

    /// Is it a configured room, by its id or as the target of an alias?
    fn is_configured(&self, id: &RoomId) -> bool {
        self.wanted.borrow().iter().any(|name| name == id.as_str())
            || self.resolved().values().any(|(found, _)| found == id)
    }
}

/// Servers that should know the successor of a room: our own, that of whoever upgraded it, and the room's. Ids of newer
/// rooms do not name a server.
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
