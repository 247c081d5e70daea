//! The server's event stream.
//!
//! Most of it is talk in rooms that are known already: events that change nothing of what the library knows of rooms,
//! members, devices and keys. Such an answer of the server is looked at here, and decrypted with the keys that are
//! there. **Any other answer is left alone, and the library asks for it again, from where it asked last** (Matrix
//! specification, "Syncing": an earlier `since` brings the same again, to-device messages included, since nothing of
//! what was passed over held any): nothing but the library's own sync changes its state, and it gets to see every
//! event, if a while later. What the bot itself says only the library hears.

use super::arrived::Arrived;
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

/// The most events of a room in one answer of the server.
const TIMELINE: u32 = 100;

/// How much longer than the server may wait its answer may take.
const GRACE: Duration = Duration::from_secs(30);

/// How often the library syncs at the least: it sends out then what waits for being sent, such as keys.
const WHOLE: Duration = Duration::from_secs(60);

/// So many answers of mere chat are asked for without a rest; they are granted anew at this rate.
const UNRESTED: u32 = 10;
const GRANT: Duration = Duration::from_millis(200);

/// What came of asking.
pub(super) enum Answer {
    /// Anything may have changed.
    Whole(Box<SyncResponse>),
    /// Only talk, in rooms that are known, in the order of the rooms' ids.
    Talk(Vec<(Room, Vec<Arrived>)>),
}

/// Where in the stream the bot is.
pub(super) struct Stream {
    client: Client,
    /// The server's word for the place behind everything that came.
    since: Option<String>,
    /// The same for what came to the library.
    library_since: Option<String>,
    /// How many of its keys the server holds, as the library was last told.
    keys: Option<Keys>,
    /// When the library syncs at the latest, whatever the answers are.
    whole_at: Instant,
    /// The id of no room, another one after each start.
    no_room: Option<OwnedRoomId>,
    rest: Rest,
}

type Keys = (BTreeMap<OneTimeKeyAlgorithm, UInt>, Option<Vec<OneTimeKeyAlgorithm>>);

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

    /// The server does not go on from here: the next answer tells everything anew.
    pub(super) fn start_anew(&mut self, no_room: Option<OwnedRoomId>) {
        *self = Self::new(self.client.clone(), no_room);
    }

    /// The last answer was only chat that does not concern the bot.
    pub(super) fn was_chat(&mut self) {
        self.rest.tire();
    }

    /// The bot may have entered a room, of which only its own coming tells: the library looks next.
    pub(super) fn look_whole(&mut self) {
        self.whole_at = Instant::now();
    }

    /// What is new. Without a time the server answers at once, and the library gets to see it.
    pub(super) async fn next(&mut self, wait: Option<Duration>) -> Result<Answer, Error> {
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
                return Ok(Answer::Talk(talk));
            }
        }
        let mut settings = SyncSettings::new().timeout(Duration::ZERO).filter(self.filter(false));
        settings = settings.token(match &self.library_since {
            Some(since) => SyncToken::Specific(since.clone()),
            None => SyncToken::NoToken,
        });
        let answer = self.client.sync_once(settings).await?;
        // It may have entered a room because of that, of which only its own coming tells.
        self.whole_at = Instant::now() + if changes_rooms(&answer) { Duration::ZERO } else { WHOLE };
        self.since = Some(answer.next_batch.clone());
        self.library_since = Some(answer.next_batch.clone());
        Ok(Answer::Whole(Box::new(answer)))
    }

    fn filter(&self, without_own: bool) -> Filter {
        let mut room = RoomFilter::default();
        if without_own {
            room.timeline
                .not_senders
                .extend(self.client.user_id().map(ToOwned::to_owned));
        }
        room.timeline.limit = Some(UInt::from(TIMELINE));
        // Nobody's typing and reading wakes the bot.
        room.ephemeral = RoomEventFilter::ignore_all();
        let mut filter = FilterDefinition::default();
        filter.presence = EventFilter::ignore_all();
        if self.since.is_none() {
            // Synapse hands out a first answer a second time, minutes later, to whoever asks in the same words.
            room.not_rooms.extend(self.no_room.clone());
        }
        if !without_own {
            // How many are in a room stands in its summary, which servers give only to whoever loads members as they
            // speak. What is only talk tells nothing of members.
            room.state.lazy_load_options = LazyLoadOptions::Enabled {
                include_redundant_members: false,
            };
        }
        filter.room = room;
        Filter::FilterDefinition(filter)
    }

    /// The rooms of an answer in which nothing is but talk in rooms that are known.
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

    /// The events as they are to be read.
    async fn read(&self, rooms: Vec<(Room, &JoinedRoom)>) -> Result<Vec<(Room, Vec<Arrived>)>, Error> {
        let mut talk = Vec::with_capacity(rooms.len());
        for (room, update) in rooms {
            let mut events = Vec::with_capacity(update.timeline.events.len());
            for event in &update.timeline.events {
                let is_encrypted = kind(event.json().get()).is_some_and(|kind| kind.name == ENCRYPTED);
                events.push(if is_encrypted {
                    Arrived::decrypt(&room, event).await?
                } else {
                    Arrived::from(TimelineEvent::from_plaintext(event.clone()))
                });
            }
            talk.push((room, events));
        }
        Ok(talk)
    }
}

/// Does it tell of rooms to enter, or of what they are?
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

fn has_unreadable(talk: &[(Room, Vec<Arrived>)]) -> bool {
    talk.iter()
        .any(|(_, events)| events.iter().any(|arrived| arrived.event.kind.is_utd()))
}

const ENCRYPTED: &str = "m.room.encrypted";

/// What tells talk from everything else.
#[derive(Deserialize)]
struct Kind<'a> {
    #[serde(rename = "type", borrow)]
    name: std::borrow::Cow<'a, str>,
    #[serde(default, borrow)]
    state_key: Option<&'a serde_json::value::RawValue>,
}

fn kind(json: &str) -> Option<Kind<'_>> {
    serde_json::from_str(json).ok()
}

/// Is nothing in it but words, encrypted or not, and reactions?
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

/// Where people talk without a pause, the server is asked less often and answers with more at a time: each answer
/// costs more than what is in it. Whoever then says something to the bot waits a moment for its answer; where nobody
/// talks, or everybody with the bot, nobody waits.
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
        // Every three seconds somebody says something: nobody ever waits.
        for _ in 0..3 * UNRESTED {
            advance(Duration::from_secs(3)).await;
            rest.tire();
            rest.take().await;
        }
        assert_eq!(began.elapsed(), Duration::from_secs(3) * 3 * UNRESTED);
        // Everybody talks at once: in the long run five answers a second.
        let began = Instant::now();
        for _ in 0..UNRESTED + 50 {
            rest.take().await;
            rest.tire();
        }
        let took = began.elapsed();
        assert!(took >= GRANT * 50 && took <= GRANT * 55, "{took:?}");
        // After a silence nobody waits again.
        advance(GRANT * (UNRESTED + 1)).await;
        rest.tire();
        let began = Instant::now();
        rest.take().await;
        assert_eq!(began.elapsed(), Duration::ZERO);
    }
}
