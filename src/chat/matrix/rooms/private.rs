//! Private rooms: where somebody talks with the bot alone, or is told something alone.

use super::{Rooms, Said};
use crate::chat::matrix::error::Failure;
use crate::config::MatrixNetwork;
use matrix_sdk::ruma::api::client::room::create_room;
use matrix_sdk::ruma::events::InitialStateEvent;
use matrix_sdk::ruma::events::room::encryption::RoomEncryptionEventContent;
use matrix_sdk::ruma::events::room::member::MembershipState;
use matrix_sdk::ruma::{OwnedRoomId, OwnedUserId, UserId};
use matrix_sdk::{Error, Room, RoomMemberships};
use std::collections::{BTreeSet, HashMap};
use std::sync::{MutexGuard, PoisonError};
use std::time::Duration;
use tokio::time::{Instant, sleep};
use tracing::info;

/// How long the event stream may take to report an invitation before that counts as a failure.
const STREAM_PATIENCE: Duration = Duration::from_secs(30);

/// How often to look for it meanwhile.
const LOOK_AGAIN: Duration = Duration::from_millis(100);

impl Rooms {
    /// A room where the bot is alone with this person, or will be once an invitation is accepted: an existing one, else
    /// a new one.
    pub(in crate::chat::matrix) async fn alone_with(&self, account: &str) -> Result<Room, Failure> {
        let mut private = Vec::new();
        for room in self.client.joined_rooms() {
            if self.is_for_two(&room).await {
                private.push(room);
            }
        }
        let called = [account.to_owned()];
        for room in &private {
            if !self.ids_in(room, &called).await.is_empty() {
                return Ok(room.clone());
            }
        }
        let ids = self.ids_in_sight(&called).await;
        let made = self.made().get(account).cloned();
        if let Some((id, room)) = made.and_then(|(id, room)| Some((id, self.joined(&room)?)))
            && !has_left(&room, &id).await
        {
            return shows_invitation(room, &id).await;
        }
        for room in &private {
            for id in &ids {
                match membership(room, id).await {
                    Some(MembershipState::Invite) => return Ok(room.clone()),
                    Some(MembershipState::Leave) if room.direct_targets_length() == 1 && is_meant_for(room, id) => {
                        room.invite_user_by_id(id).await.map_err(|error| failure(&error))?;
                        info!(network = MatrixNetwork::NAME, room = %room.room_id(), %id, "invited again into a private room");
                        return shows_invitation(room.clone(), id).await;
                    }
                    Some(_) | None => {}
                }
            }
        }
        let Some(id) = ids.first() else {
            let why = format!("nobody in my rooms is known to be {account}");
            return Err(Failure::Refused(why));
        };
        let room = self.make_private_room(id).await?;
        self.made()
            .insert(account.to_owned(), (id.clone(), room.room_id().to_owned()));
        shows_invitation(room, id).await
    }

    fn made(&self) -> MutexGuard<'_, HashMap<String, (OwnedUserId, OwnedRoomId)>> {
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// At most one other person is there or invited, which must be known, and nobody else can join uninvited.
    async fn is_for_two(&self, room: &Room) -> bool {
        self.may_be_private(room)
            && others_in(room).is_some_and(|others| others <= 1)
            && room.is_public() == Some(false)
            && self.others_known_in(room).await.is_some_and(|others| others.len() <= 1)
    }

    /// Can it be a room for two, now or again? Not if the config ever named it, or if it was upgraded.
    pub(in crate::chat::matrix) fn may_be_private(&self, room: &Room) -> bool {
        !self.kept.was_named(room.room_id().as_str()) && room.successor_room().is_none()
    }

    /// Was it said in private? Yes if exactly one other person is in the room or invited, both by the server's count
    /// and by the members known (a server may fail to count somebody); if that person is the speaker; and if it was
    /// said after everybody else had left.
    pub(in crate::chat::matrix) async fn is_private(&self, room: &Room, said: Said<'_>) -> bool {
        if said.in_company || !self.may_be_private(room) || others_in(room) != Some(1) {
            return false;
        }
        let others = self.others_known_in(room).await;
        if !others.is_some_and(|others| matches!(others.as_slice(), [only] if only.as_str() == said.by)) {
            return false;
        }
        let gone = room
            .members_no_sync(RoomMemberships::LEAVE | RoomMemberships::BAN)
            .await;
        gone.is_ok_and(|gone| {
            let left = gone.iter().filter_map(|member| member.event().timestamp());
            left.map(i64::from).all(|left| left <= said.at)
        })
    }

    /// Who else is in a room or invited, as far as seen; `None` if that cannot be read.
    async fn others_known_in(&self, room: &Room) -> Option<Vec<OwnedUserId>> {
        let store = self.client.state_store();
        let mut known = store.get_user_ids(room.room_id(), RoomMemberships::ACTIVE).await.ok()?;
        known.retain(|id| id.as_str() != self.network.user);
        Some(known)
    }

    /// The Matrix ids of these accounts in any of the bot's rooms, sorted.
    async fn ids_in_sight(&self, accounts: &[String]) -> Vec<OwnedUserId> {
        let mut ids = BTreeSet::new();
        for room in self.client.joined_rooms() {
            ids.extend(self.ids_in(&room, accounts).await);
        }
        ids.iter().filter_map(|id| UserId::parse(id).ok()).collect()
    }

    async fn make_private_room(&self, id: &UserId) -> Result<Room, Failure> {
        let mut request = create_room::v3::Request::new();
        request.invite = vec![id.to_owned()];
        request.is_direct = true;
        request.preset = Some(create_room::v3::RoomPreset::TrustedPrivateChat);
        if self.network.encrypt_private_rooms {
            let encrypted = RoomEncryptionEventContent::with_recommended_defaults();
            request.initial_state = vec![InitialStateEvent::with_empty_state_key(encrypted).to_raw_any()];
        }
        let room = self
            .client
            .create_room(request)
            .await
            .map_err(|error| failure(&error))?;
        info!(network = MatrixNetwork::NAME, room = %room.room_id(), %id, "made a private room");
        Ok(room)
    }
}

/// How many others are in a room or invited; `None` if the server has not said.
fn others_in(room: &Room) -> Option<u64> {
    // The bot itself is one of the members.
    let joined = room.joined_members_count().checked_sub(1)?;
    Some(joined.saturating_add(room.invited_members_count()))
}

async fn membership(room: &Room, id: &UserId) -> Option<MembershipState> {
    let member = room.get_member_no_sync(id).await.ok().flatten()?;
    Some(member.membership().clone())
}

async fn has_left(room: &Room, id: &UserId) -> bool {
    let membership = membership(room, id).await;
    matches!(membership, Some(MembershipState::Leave | MembershipState::Ban))
}

/// Returns the room once the event stream has shown the invitation: before that, an encrypted message would not share
/// its keys with the person.
async fn shows_invitation(room: Room, id: &UserId) -> Result<Room, Failure> {
    let begin = Instant::now();
    while begin.elapsed() < STREAM_PATIENCE {
        let membership = membership(&room, id).await;
        if matches!(membership, Some(MembershipState::Invite | MembershipState::Join)) {
            return Ok(room);
        }
        sleep(LOOK_AGAIN).await;
    }
    let why = format!("the server does not show the invitation of {id}");
    Err(Failure::Passing(why))
}

/// Was it created to be alone with that person?
fn is_meant_for(room: &Room, id: &UserId) -> bool {
    room.direct_targets()
        .iter()
        .any(|target| target.as_str() == id.as_str())
}

/// A refusal by the server is final here, whatever its reason.
fn failure(error: &Error) -> Failure {
    let said_no = error
        .as_client_api_error()
        .is_some_and(|error| matches!(error.status_code.as_u16(), 400 | 403 | 404));
    match Failure::from(error) {
        Failure::Passing(why) if said_no => Failure::Refused(why),
        failure @ (Failure::TokenRefused(_)
        | Failure::SoftLogout(_)
        | Failure::TooFast(_)
        | Failure::Refused(_)
        | Failure::Passing(_)) => failure,
    }
}
