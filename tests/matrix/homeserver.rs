//! A minimal homeserver, for things no real one would say: it tells the bot whatever the test wants about rooms that do
//! not exist, and counts the requests.

use crate::servers::holds_in_time;
use crate::synapse::SERVER;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

/// What it has told and heard.
#[derive(Default)]
struct World {
    /// What the first answer says about each room.
    rooms: BTreeMap<String, Value>,
    /// Everything after that: a room and its part of an answer. A position in the stream is an index into this.
    stream: Vec<(String, Value)>,
    /// Who is in a room, for requests for all members.
    members: BTreeMap<String, Vec<Value>>,
    /// What the bot said: the room and the words.
    said: Vec<(String, Value)>,
    /// The path of each request.
    asked: Vec<String>,
}

struct Shared {
    world: Mutex<World>,
    news: Condvar,
}

impl Shared {
    fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().expect("no thread panics with it")
    }
}

/// The running server; its threads end with the connections.
pub(crate) struct Homeserver {
    address: SocketAddr,
    shared: Arc<Shared>,
}

/// A membership event.
pub(crate) fn membership(who: &str, membership: &str, at: i64) -> Value {
    let name = who.trim_start_matches('@').split(':').next();
    json!({
        "type": "m.room.member", "state_key": who, "sender": who, "event_id": format!("$member-{membership}-{at}-{who}"),
        "origin_server_ts": at, "content": { "membership": membership, "displayname": name },
    })
}

/// The time in milliseconds, as servers write it.
pub(crate) fn now() -> i64 {
    let since = std::time::SystemTime::UNIX_EPOCH.elapsed().expect("after 1970");
    i64::try_from(since.as_millis()).expect("before the year 292 million")
}

impl Homeserver {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("a bound socket has an address");
        let shared = Arc::new(Shared {
            world: Mutex::default(),
            news: Condvar::new(),
        });
        let to_serve = shared.clone();
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let shared = to_serve.clone();
                thread::spawn(move || serve(&client, &shared));
            }
        });
        Self { address, shared }
    }

    /// Its address, for the bot's config.
    pub(crate) fn address(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A room that exists when the bot comes, with these people in it; the alias of that name leads to it.
    pub(crate) fn has_room(&self, name: &str, people: &[String]) -> String {
        let room = format!("!{name}:{SERVER}");
        let mut state = vec![json!({
            "type": "m.room.create", "state_key": "", "sender": people[0], "event_id": format!("$create-{name}"),
            "origin_server_ts": 1, "content": { "creator": people[0], "room_version": "10" },
        })];
        let members: Vec<Value> = people.iter().map(|who| membership(who, "join", 1)).collect();
        state.extend(members.iter().cloned());
        let update = json!({
            "state": { "events": state }, "timeline": { "events": [], "limited": false, "prev_batch": "s0" },
            "summary": { "m.joined_member_count": people.len(), "m.invited_member_count": 0 },
        });
        let mut world = self.shared.world();
        world.members.insert(room.clone(), members);
        world.rooms.insert(room.clone(), update);
        room
    }

    /// Adds members that the server does not mention unasked: requests for all members get them.
    pub(crate) fn is_crowded(&self, room: &str, people: &[String]) {
        let mut world = self.shared.world();
        let members = world.members.get_mut(room).expect("the room is there");
        members.extend(people.iter().map(|who| membership(who, "join", 1)));
        let joined = members.len();
        let update = world.rooms.get_mut(room).expect("the room is there");
        update["summary"]["m.joined_member_count"] = json!(joined);
    }

    /// Somebody is no longer in the room, for requests for its members or for a first sync.
    pub(crate) fn has_left(&self, room: &str, who: &str) {
        let mut world = self.shared.world();
        let gone = membership(who, "leave", now());
        let members = world.members.get_mut(room).expect("the room is there");
        members.retain(|event| event["state_key"] != who);
        members.push(gone);
        let update = world.rooms.get_mut(room).expect("the room is there");
        let state = update["state"]["events"].as_array_mut().expect("it has a state");
        state.retain(|event| event["state_key"] != who);
        let joined = state
            .iter()
            .filter(|event| event["content"]["membership"] == "join")
            .count();
        update["summary"]["m.joined_member_count"] = json!(joined);
    }

    /// Reports something about a room: its part of an answer, with whatever the test omitted or made up.
    pub(crate) fn tells(&self, room: &str, update: Value) {
        self.shared.world().stream.push((room.to_owned(), update));
        self.shared.news.notify_all();
    }

    /// Reports these events in a room, and nothing else there.
    pub(crate) fn happens(&self, room: &str, events: &[Value]) {
        self.tells(
            room,
            json!({ "timeline": { "events": events, "limited": false, "prev_batch": "s0" } }),
        );
    }

    /// Somebody says something, at that time by the server's clock.
    pub(crate) fn says_at(&self, room: &str, who: &str, content: &Value, at: i64) -> String {
        let id = format!("$said-{}", self.shared.world().stream.len());
        let event = json!({
            "type": "m.room.message", "sender": who, "event_id": id, "origin_server_ts": at, "content": content,
        });
        self.happens(room, &[event]);
        id
    }

    /// Somebody says these words now.
    pub(crate) fn says(&self, room: &str, who: &str, words: &str) -> String {
        self.says_at(room, who, &json!({ "msgtype": "m.text", "body": words }), now())
    }

    /// The bot's answers to an event; complete once it has answered a later question.
    pub(crate) fn answers_to(&self, event: &str) -> Vec<String> {
        let world = self.shared.world();
        let said = world.said.iter().map(|(_, content)| content);
        said.filter(|content| content["m.relates_to"]["m.in_reply_to"]["event_id"] == event)
            .map(|content| content["body"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// Waits for an answer to an event.
    pub(crate) fn answer_to(&self, event: &str) -> String {
        let answered = holds_in_time(|| !self.answers_to(event).is_empty());
        assert!(answered, "{event} was not answered");
        self.answers_to(event).remove(0)
    }

    /// Asks a question that anybody may ask by prefix; when it is answered, everything before it has been handled.
    pub(crate) fn is_answered(&self, room: &str, who: &str, words: &str, expected: &str) {
        let asked = self.says(room, who, words);
        let answer = self.answer_to(&asked);
        assert!(answer.contains(expected), "{words}: {answer}");
    }

    /// How many requests had these words in their path.
    pub(crate) fn asked(&self, words: &str) -> usize {
        self.shared
            .world()
            .asked
            .iter()
            .filter(|path| path.contains(words))
            .count()
    }
}

fn serve(client: &TcpStream, shared: &Shared) {
    let mut reader = BufReader::new(client);
    let mut line = String::new();
    while reader.read_line(&mut line).is_ok_and(|read| read > 0) {
        let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
        let method = line.split(' ').next().unwrap_or_default().to_owned();
        let mut length = 0;
        loop {
            line.clear();
            if reader.read_line(&mut line).is_ok_and(|read| read <= 2) {
                break;
            }
            if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = value.trim().parse().unwrap_or_default();
            }
        }
        let mut body = vec![0; length];
        if reader.read_exact(&mut body).is_err() {
            return;
        }
        let body: Value = serde_json::from_slice(&body).unwrap_or_default();
        let (status, answer) = answer(shared, &method, &unescaped(&path), body);
        let answer = answer.to_string();
        let head = format!(
            "HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            answer.len()
        );
        let mut wire = client;
        if wire.write_all(format!("{head}{answer}").as_bytes()).is_err() {
            return;
        }
        line.clear();
    }
}

fn unescaped(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let escaped = (byte == b'%').then(|| [rest.next(), rest.next()].map(Option::unwrap_or_default));
        let code = escaped.and_then(|digits| u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok());
        bytes.push(code.unwrap_or(byte));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

const OK: &str = "200 OK";

fn answer(shared: &Shared, method: &str, path: &str, body: Value) -> (&'static str, Value) {
    shared.world().asked.push(format!("{method} {path}"));
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
    let user = json!({ "user_id": format!("@rfrbot:{SERVER}"), "device_id": "DEVICE", "access_token": "token" });
    let nothing = (
        "404 Not Found",
        json!({ "errcode": "M_NOT_FOUND", "error": "there is none" }),
    );
    match parts.as_slice() {
        [.., "versions"] => (OK, json!({ "versions": ["v1.1", "v1.5", "v1.11"] })),
        [.., "login"] if method == "GET" => (OK, json!({ "flows": [{ "type": "m.login.password" }] })),
        [.., "login" | "whoami"] => (OK, user),
        [.., "keys", "upload"] => (OK, json!({ "one_time_key_counts": { "signed_curve25519": 50 } })),
        [.., "keys", "query"] => (OK, json!({ "device_keys": {}, "failures": {} })),
        [.., "filter"] => (OK, json!({ "filter_id": "1" })),
        [.., "directory", "room", alias] => {
            let name = alias.trim_start_matches('#');
            (OK, json!({ "room_id": format!("!{name}"), "servers": [SERVER] }))
        }
        [.., "sync"] => (OK, news(shared, query)),
        [.., "rooms", room, "send", _, _] => {
            let mut world = shared.world();
            world.said.push(((*room).to_owned(), body));
            (OK, json!({ "event_id": format!("$of-the-bot-{}", world.said.len()) }))
        }
        [.., "rooms", room, "members"] => {
            let world = shared.world();
            (
                OK,
                json!({ "chunk": world.members.get(*room).cloned().unwrap_or_default() }),
            )
        }
        [.., "rooms", room, "state", "m.room.member", who] => {
            let world = shared.world();
            let members = world.members.get(*room).map(Vec::as_slice).unwrap_or_default();
            let member = members.iter().find(|event| event["state_key"] == *who);
            member.map_or(nothing, |event| (OK, event["content"].clone()))
        }
        [.., "rooms", _, "messages"] => (OK, json!({ "chunk": [], "start": "s0" })),
        [.., "join", room] => (OK, json!({ "room_id": room })),
        [.., "rooms", _, "state", _] | [.., "rooms", _, "state", _, _] | [.., "room_keys", "version"] => nothing,
        parts if parts.contains(&"account_data") => nothing,
        _ => (OK, json!({})),
    }
}

/// An answer to `/sync`: what has come since, or what comes.
fn news(shared: &Shared, query: &str) -> Value {
    let value = |name: &str| {
        query
            .split('&')
            .find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    };
    let since: Option<usize> = value("since").and_then(|since| since.strip_prefix('s')?.parse().ok());
    let wait = value("timeout").and_then(|wait| wait.parse().ok()).unwrap_or_default();
    let end = Instant::now() + Duration::from_millis(wait);
    let mut world = shared.world();
    while since.is_some_and(|since| since >= world.stream.len()) {
        let Some(left) = end
            .checked_duration_since(Instant::now())
            .filter(|left| !left.is_zero())
        else {
            break;
        };
        let woken = shared.news.wait_timeout(world, left);
        world = woken.expect("no thread panics with it").0;
    }
    let mut rooms = Map::new();
    if since.is_none() {
        rooms.extend(world.rooms.clone());
    }
    for (room, update) in &world.stream[since.unwrap_or_default().min(world.stream.len())..] {
        match rooms.get_mut(room) {
            Some(before) => merge(before, update),
            None => drop(rooms.insert(room.clone(), update.clone())),
        }
    }
    json!({
        "next_batch": format!("s{}", world.stream.len()), "rooms": { "join": rooms },
        "device_one_time_keys_count": { "signed_curve25519": 50 },
    })
}

/// Later parts are appended to earlier ones, or replace them.
fn merge(before: &mut Value, later: &Value) {
    match (before, later) {
        (Value::Object(before), Value::Object(later)) => {
            for (key, value) in later {
                merge(before.entry(key).or_insert(Value::Null), value);
            }
        }
        (Value::Array(before), Value::Array(later)) => before.extend(later.iter().cloned()),
        (before, later) => *before = later.clone(),
    }
}
