//! The server's event stream.
//!
//! Most of it is talk in known rooms: events that change nothing the library knows about rooms, members, devices or
//! keys. Such an answer is processed here, and decrypted with the keys at hand. **Any other answer is discarded, and
//! the library requests it again, from its own last position** (Matrix specification, "Syncing": an earlier `since`
//! brings the same again, including to-device messages, since no answer skipped before contained any). So only the
//! library's own sync changes its state, and it sees every event, if a while later. Only the library receives what the
//! bot itself said.
//!
//! It saves three quarters of the CPU of a command and of a line of chat (`docs/performance.md`). On a new release of the
//! library, compare the fields that `only_talk` and `is_talk` look at with those of `sync_events::v3::Response`: a new
//! one must make the answer go to the library.

use super::arrived::ArrivedEvent;
use matrix_sdk::config::{SyncSettings, SyncToken};
use matrix_sdk::deserialized_responses::TimelineEvent;
use matrix_sdk::ruma::api::client::filter::{
    Filter as EventFilter, FilterDefinition, LazyLoadOptions, RoomEventFilter, RoomFilter,
};
use matrix_sdk::ruma::api::client::sync::sync_events::v3::{Filter, JoinedRoom, Request, Response, State};
use matrix_sdk::ruma::{OneTimeKeyAlgorithm, OwnedRoomId, UInt};
use matrix_sdk::sync::{State as RoomState, SyncResponse};
use matrix_sdk::{Client, Error, Room};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// Most events of a room in one answer of the server.
const TIMELINE: u32 = 100;

/// How much longer than the server's hold time a request may take.
const GRACE: Duration = Duration::from_secs(30);

/// The library syncs at least this often, because that also sends what it has queued, such as keys.
const WHOLE: Duration = Duration::from_secs(60);

/// Requests with mere chat in the answer that go without a pause; new ones are granted at the rate below.
const UNRESTED: u32 = 10;
const GRANT: Duration = Duration::from_millis(200);

/// Result of one request.
pub(super) enum SyncAnswer {
    /// Anything may have changed.
    Whole(Box<SyncResponse>),
    /// Only talk, in known rooms, ordered by room id.
    Talk(Vec<(Room, Vec<ArrivedEvent>)>),
}

/// The bot's position in the stream.
pub(super) struct Stream {
    client: Client,
    /// The server's token for the position after everything received.
    since: Option<String>,
    /// The same for what the library received.
    library_since: Option<String>,
    /// How many of the bot's one-time keys the server holds, as the library was last told.
    keys: Option<KeyCounts>,
    /// When the library next syncs at the latest, whatever the answers are.
    whole_at: Instant,
    /// A room id that does not exist, different after each start.
    no_room: Option<OwnedRoomId>,
    rest: Rest,
}

type KeyCounts = (BTreeMap<OneTimeKeyAlgorithm, UInt>, Option<Vec<OneTimeKeyAlgorithm>>);

impl Stream {
    pub(super) fn new(client: Client, no_room: Option<OwnedRoomId>) -> Self {
        Self {
            client,
            since: None,
            library_since: None,
            keys: None,
            whole_at: Instant::now(),
            no_room,
            rest: Rest::new(),
        }
    }

    /// The server does not accept our position: the next answer is a full one.
    pub(super) fn start_anew(&mut self, no_room: Option<OwnedRoomId>) {
        *self = Self::new(self.client.clone(), no_room);
    }

    /// The last answer was only chat that does not concern the bot.
    pub(super) fn was_chat(&mut self) {
        self.rest.tire();
    }

    /// The bot may have joined a room, which only its own membership shows: the library syncs next.
    pub(super) fn look_whole(&mut self) {
        self.whole_at = Instant::now();
    }

    /// The next answer. Without a time the server answers at once, and the library sees it.
    pub(super) async fn next(&mut self, wait: Option<Duration>) -> Result<SyncAnswer, Error> {
        self.rest.take().await;
        if let (Some(since), Some(wait)) = (self.since.clone(), wait)
            && Instant::now() < self.whole_at
        {
            let mut request = Request::new();
            request.filter = Some(self.filter(true));
            request.since = Some(since);
            request.timeout = Some(wait);
            request.use_state_after = true;
            let config = self.client.request_config().timeout(wait + GRACE);
            let response = self.client.send(request).with_request_config(config).await?;
            let keys = (
                response.device_one_time_keys_count.clone(),
                response.device_unused_fallback_key_types.clone(),
            );
            let same_keys = self.keys.as_ref() == Some(&keys);
            self.keys = Some(keys);
            if same_keys && let Some(rooms) = self.only_talk(&response) {
                let talk = self.read(rooms).await?;
                self.since = Some(response.next_batch);
                if has_unreadable(&talk) {
                    // The library may want to ask for the key.
                    self.whole_at = Instant::now();
                }
                return Ok(SyncAnswer::Talk(talk));
            }
        }
        let mut settings = SyncSettings::new().timeout(Duration::ZERO).filter(self.filter(false));
        settings = settings.token(match &self.library_since {
            Some(since) => SyncToken::Specific(since.clone()),
            None => SyncToken::NoToken,
        });
        let answer = self.client.sync_once(settings).await?;
        // The bot may have joined a room because of this, which only its own membership shows.
        self.whole_at = Instant::now() + if changes_rooms(&answer) { Duration::ZERO } else { WHOLE };
        self.since = Some(answer.next_batch.clone());
        self.library_since = Some(answer.next_batch.clone());
        Ok(SyncAnswer::Whole(Box::new(answer)))
    }

    fn filter(&self, without_own: bool) -> Filter {
        let mut room = RoomFilter::default();
        if without_own {
            room.timeline
                .not_senders
                .extend(self.client.user_id().map(ToOwned::to_owned));
        }
        room.timeline.limit = Some(UInt::from(TIMELINE));
        // Typing notices and read receipts must not wake the bot.
        room.ephemeral = RoomEventFilter::ignore_all();
        let mut filter = FilterDefinition::default();
        filter.presence = EventFilter::ignore_all();
        if self.since.is_none() {
            // Synapse returns a cached first answer, minutes later, to an identical request.
            room.not_rooms.extend(self.no_room.clone());
        }
        if !without_own {
            // The summary has a room's member count; servers send it only with lazy loading. Mere talk says nothing
            // about members.
            room.state.lazy_load_options = LazyLoadOptions::Enabled {
                include_redundant_members: false,
            };
        }
        filter.room = room;
        Filter::FilterDefinition(filter)
    }

    /// The rooms of an answer, if it contains nothing but talk in known rooms.
    fn only_talk<'a>(&self, response: &'a Response) -> Option<Vec<(Room, &'a JoinedRoom)>> {
        let rooms = &response.rooms;
        let nothing_else = rooms.invite.is_empty()
            && rooms.leave.is_empty()
            && rooms.knock.is_empty()
            && response.to_device.is_empty()
            && response.device_lists.is_empty()
            && response.account_data.is_empty();
        if !nothing_else {
            return None;
        }
        let mut known = Vec::with_capacity(rooms.join.len());
        for (id, update) in &rooms.join {
            if !is_talk(update) {
                return None;
            }
            known.push((self.client.get_room(id)?, update));
        }
        Some(known)
    }

    /// The events, decrypted.
    async fn read(&self, rooms: Vec<(Room, &JoinedRoom)>) -> Result<Vec<(Room, Vec<ArrivedEvent>)>, Error> {
        let mut talk = Vec::with_capacity(rooms.len());
        for (room, update) in rooms {
            let mut events = Vec::with_capacity(update.timeline.events.len());
            for event in &update.timeline.events {
                let is_encrypted = kind(event.json().get()).is_some_and(|kind| kind.name == ENCRYPTED);
                events.push(if is_encrypted {
                    ArrivedEvent::decrypt(&room, event).await?
                } else {
                    ArrivedEvent::from(TimelineEvent::from_plaintext(event.clone()))
                });
            }
            talk.push((room, events));
        }
        Ok(talk)
    }
}

/// Does it name rooms to join, or change what they are?
fn changes_rooms(answer: &SyncResponse) -> bool {
    let rooms = &answer.rooms;
    !rooms.invited.is_empty()
        || rooms.joined.values().any(|update| {
            let (RoomState::Before(state) | RoomState::After(state)) = &update.state;
            let mut events = update.timeline.events.iter();
            !state.is_empty()
                || update.timeline.limited
                || events.any(|event| kind(event.raw().json().get()).is_none_or(|kind| kind.state_key.is_some()))
        })
}

fn has_unreadable(talk: &[(Room, Vec<ArrivedEvent>)]) -> bool {
    talk.iter()
        .any(|(_, events)| events.iter().any(|arrived| arrived.event.kind.is_utd()))
}

const ENCRYPTED: &str = "m.room.encrypted";

/// The fields that distinguish talk from everything else.
#[derive(Deserialize)]
struct EventKind<'a> {
    #[serde(rename = "type", borrow)]
    name: std::borrow::Cow<'a, str>,
    #[serde(default, borrow)]
    state_key: Option<&'a serde_json::value::RawValue>,
}

fn kind(json: &str) -> Option<EventKind<'_>> {
    serde_json::from_str(json).ok()
}

/// Does it contain only messages, encrypted or not, and reactions?
fn is_talk(update: &JoinedRoom) -> bool {
    let (State::Before(state) | State::After(state)) = &update.state else {
        return false;
    };
    let is_talk = |json: &str| {
        kind(json).is_some_and(|kind| {
            kind.state_key.is_none() && ["m.room.message", "m.reaction", ENCRYPTED].contains(&kind.name.as_ref())
        })
    };
    state.is_empty()
        && update.account_data.is_empty()
        && update.summary.is_empty()
        && !update.timeline.limited
        && update.timeline.events.iter().all(|event| is_talk(event.json().get()))
}

/// While people chat without a pause, the server is asked less often and returns more at a time, because each answer
/// costs more than its contents. Whoever then addresses the bot waits a moment for the answer. Nobody waits in a quiet
/// room, or where all talk is with the bot.
struct Rest {
    granted: u32,
    at: Instant,
}

impl Rest {
    fn new() -> Self {
        Self {
            granted: UNRESTED,
            at: Instant::now(),
        }
    }

    fn tire(&mut self) {
        let since = self.at.elapsed();
        let grants = u32::try_from(since.as_millis() / GRANT.as_millis()).unwrap_or(UNRESTED);
        if grants > 0 {
            self.granted = self.granted.saturating_add(grants).min(UNRESTED);
            self.at = Instant::now();
        }
        self.granted = self.granted.saturating_sub(1);
    }

    async fn take(&self) {
        if self.granted == 0 {
            sleep(GRANT).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{GRANT, Rest, UNRESTED, is_talk};
    use matrix_sdk::ruma::api::client::sync::sync_events::v3::JoinedRoom;
    use serde_json::{Value, json};
    use std::time::Duration;
    use tokio::time::{Instant, advance};

    fn update(events: &Value, beside: Option<(&str, Value)>) -> JoinedRoom {
        let mut update = json!({ "timeline": { "events": events, "prev_batch": "s1", "limited": false } });
        if let Some((key, value)) = beside {
            update[key] = value;
        }
        serde_json::from_value(update).expect("an update of a room")
    }

    #[test]
    fn only_words_and_reactions_are_talk() {
        let event = |kind: &str| json!({ "type": kind, "event_id": "$1", "sender": "@a:b", "content": {} });
        let talk = json!([event("m.room.message"), event("m.reaction"), event("m.room.encrypted")]);
        assert!(is_talk(&update(&talk, None)));
        assert!(is_talk(&update(&json!([]), None)));
        for kind in ["m.room.redaction", "m.room.member", "org.example.custom"] {
            assert!(!is_talk(&update(&json!([event(kind)]), None)), "{kind}");
        }
        let mut state = event("m.room.message");
        state["state_key"] = json!("");
        assert!(!is_talk(&update(&json!([state]), None)));
        let member = event("m.room.member");
        for (key, value) in [
            ("state", json!({ "events": [member.clone()] })),
            ("state_after", json!({ "events": [member.clone()] })),
            ("account_data", json!({ "events": [member.clone()] })),
            ("summary", json!({ "m.joined_member_count": 3 })),
            ("timeline", json!({ "events": talk, "limited": true })),
        ] {
            assert!(!is_talk(&update(&talk, Some((key, value)))), "{key}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn the_server_is_asked_less_often_only_while_others_talk_without_a_pause() {
        let mut rest = Rest::new();
        let began = Instant::now();
        // A message every three seconds: nobody ever waits.
        for _ in 0..3 * UNRESTED {
            advance(Duration::from_secs(3)).await;
            rest.tire();
            rest.take().await;
        }
        assert_eq!(began.elapsed(), Duration::from_secs(3) * 3 * UNRESTED);
        // Constant talk: five answers a second in the long run.
        let began = Instant::now();
        for _ in 0..UNRESTED + 50 {
            rest.take().await;
            rest.tire();
        }
        let took = began.elapsed();
        assert!(took >= GRANT * 50 && took <= GRANT * 55, "{took:?}");
        // After a silence nobody waits.
        advance(GRANT * (UNRESTED + 1)).await;
        rest.tire();
        let began = Instant::now();
        rest.take().await;
        assert_eq!(began.elapsed(), Duration::ZERO);
    }
}
