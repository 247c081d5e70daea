//! A person with another client: matrix-nio, in its own process.

use crate::servers::DEADLINE;
use crate::synapse::{SERVER, Synapse, python};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc;
use std::time::Instant;

/// A person who is logged in.
pub(crate) struct Person {
    name: String,
    child: Child,
    input: ChildStdin,
    lines: mpsc::Receiver<Value>,
    /// Everything seen, in order; `heard` is how far the test has read.
    events: Vec<Value>,
    heard: usize,
    requests: u64,
    said: u64,
}

/// The full id of a local person.
pub(crate) fn id(name: &str) -> String {
    format!("@{name}:{SERVER}")
}

impl Person {
    /// Registers and logs in.
    pub(crate) fn new(synapse: &Synapse, name: &str) -> Self {
        synapse.register(name);
        Self::log_in(synapse, name)
    }

    /// Logs in somebody who is registered.
    pub(crate) fn log_in(synapse: &Synapse, name: &str) -> Self {
        let store = synapse.folder().join(format!("store-{name}"));
        std::fs::create_dir_all(&store).expect("a folder for a person's keys");
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/matrix/client.py");
        let mut child = Command::new(python())
            .arg(script)
            .args([&synapse.address(), &id(name)])
            .arg(&store)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("starting a client");
        let input = child.stdin.take().expect("a pipe");
        let output = BufReader::new(child.stdout.take().expect("a pipe"));
        let (sender, lines) = mpsc::channel();
        std::thread::spawn(move || {
            for line in output.lines().map_while(Result::ok) {
                let Ok(value) = serde_json::from_str(&line) else {
                    continue;
                };
                if sender.send(value).is_err() {
                    return;
                }
            }
        });
        let mut person = Self {
            name: name.to_owned(),
            child,
            input,
            lines,
            events: Vec::new(),
            heard: 0,
            requests: 0,
            said: 0,
        };
        person.ask(json!({ "do": "login", "password": format!("{name}-password") }));
        person
    }

    fn receive(&mut self, end: Instant) -> Option<Value> {
        let left = end.saturating_duration_since(Instant::now());
        let line = self.lines.recv_timeout(left).ok()?;
        if let Some(event) = line.get("event") {
            self.events.push(event.clone());
        }
        Some(line)
    }

    fn try_ask(&mut self, mut request: Value) -> Result<Value, String> {
        self.requests += 1;
        request["id"] = json!(self.requests);
        writeln!(self.input, "{request}").expect("the client takes requests");
        let end = Instant::now() + DEADLINE;
        loop {
            let line = self
                .receive(end)
                .unwrap_or_else(|| panic!("{}: no answer to {request}", self.name));
            if line["id"] == request["id"] {
                return match line.get("ok") {
                    Some(answer) => Ok(answer.clone()),
                    None => Err(line["error"].to_string()),
                };
            }
        }
    }

    fn ask(&mut self, request: Value) -> Value {
        let shown = request.to_string();
        self.try_ask(request)
            .unwrap_or_else(|error| panic!("{}: {shown}: {error}", self.name))
    }

    /// Creates a new identity (cross-signing) for this person, which signs the device.
    pub(crate) fn cross_sign(&mut self) {
        let password = format!("{}-password", self.name);
        self.ask(json!({ "do": "cross_sign", "password": password }));
    }

    /// One request to the server, as this person.
    pub(crate) fn http(&mut self, method: &str, path: &str, body: impl Into<Value>) -> Value {
        let answer = self.ask(json!({ "do": "http", "method": method, "path": path, "body": body.into() }));
        assert_eq!(answer["status"], 200, "{method} {path}: {answer}");
        answer["body"].clone()
    }

    /// Makes a public room with this alias; returns its id.
    pub(crate) fn make_room(&mut self, alias: &str, encrypted: bool) -> String {
        let mut body = json!({ "preset": "public_chat", "room_alias_name": alias });
        if encrypted {
            body["initial_state"] = json!([{
                "type": "m.room.encryption", "state_key": "", "content": { "algorithm": "m.megolm.v1.aes-sha2" }
            }]);
        }
        let made = self.http("POST", "/_matrix/client/v3/createRoom", body);
        made["room_id"].as_str().expect("a room id").to_owned()
    }

    /// Waits for the bot's invitation; returns the room.
    pub(crate) fn is_invited(&mut self) -> String {
        let invitation = self.expect("an invitation by the bot", |event| {
            event["type"] == "invite" && event["sender"] == id("rfrbot")
        });
        invitation["room"].as_str().expect("a room id").to_owned()
    }

    /// Invites the bot.
    pub(crate) fn invite(&mut self, room: &str) {
        let path = format!("/_matrix/client/v3/rooms/{}/invite", escaped(room));
        self.http("POST", &path, json!({ "user_id": id("rfrbot") }));
    }

    /// Joins a room.
    pub(crate) fn join(&mut self, room: &str) {
        self.http("POST", &format!("/_matrix/client/v3/join/{}", escaped(room)), json!({}));
    }

    /// Waits until somebody is in a room.
    pub(crate) fn meets(&mut self, room: &str, who: &str) {
        let path = format!("/_matrix/client/v3/rooms/{}/joined_members", escaped(room));
        let there = crate::servers::holds_in_time(|| !self.http("GET", &path, Value::Null)["joined"][who].is_null());
        assert!(there, "{who} did not come into {room}");
    }

    /// Sends an event; returns its id.
    pub(crate) fn send(&mut self, room: &str, kind: &str, content: Value) -> String {
        self.said += 1;
        let path = format!(
            "/_matrix/client/v3/rooms/{}/send/{kind}/{}-{}",
            escaped(room),
            self.name,
            self.said
        );
        let sent = self.http("PUT", &path, content);
        sent["event_id"].as_str().expect("an event id").to_owned()
    }

    /// Says something in a room without encryption.
    pub(crate) fn say(&mut self, room: &str, words: &str) -> String {
        self.send(room, "m.room.message", json!({ "msgtype": "m.text", "body": words }))
    }

    /// Says something in an encrypted room.
    pub(crate) fn whisper(&mut self, room: &str, words: &str) -> String {
        self.posts(room, true, json!({ "msgtype": "m.text", "body": words }))
    }

    /// Sends a message of this content into a room of either kind; returns its id.
    pub(crate) fn posts(&mut self, room: &str, encrypted: bool, content: Value) -> String {
        if !encrypted {
            return self.send(room, "m.room.message", content);
        }
        let sent = self.ask(json!({
            "do": "send", "room": room, "type": "m.room.message", "content": content, "encrypted": true
        }));
        sent.as_str().expect("an event id").to_owned()
    }

    /// Says something in a room of either kind, and waits for the bot's answer to it that contains these words.
    pub(crate) fn tells(&mut self, room: &str, encrypted: bool, words: &str, expected: &str) -> Value {
        let said = if encrypted {
            self.whisper(room, words)
        } else {
            self.say(room, words)
        };
        self.answer(&said, expected)
    }

    /// Reacts to an event.
    pub(crate) fn react(&mut self, room: &str, to: &str, key: &str) -> String {
        let relation = json!({ "rel_type": "m.annotation", "event_id": to, "key": key });
        self.send(room, "m.reaction", json!({ "m.relates_to": relation }))
    }

    /// Deletes an event.
    pub(crate) fn redact(&mut self, room: &str, event: &str) {
        self.said += 1;
        let path = format!(
            "/_matrix/client/v3/rooms/{}/redact/{}/{}-{}",
            escaped(room),
            escaped(event),
            self.name,
            self.said
        );
        self.http("PUT", &path, json!({}));
    }

    /// Waits for a later event that passes the test.
    pub(crate) fn expect(&mut self, what: &str, test: impl Fn(&Value) -> bool) -> Value {
        let end = Instant::now() + DEADLINE;
        loop {
            while self.heard < self.events.len() {
                self.heard += 1;
                let event = &self.events[self.heard - 1];
                if test(event) {
                    return event.clone();
                }
            }
            if self.receive(end).is_none() {
                let last: Vec<String> = self.events.iter().rev().take(8).map(Value::to_string).collect();
                panic!(
                    "{}: waited in vain for {what}; the last events, newest first:\n{}",
                    self.name,
                    last.join("\n")
                );
            }
        }
    }

    /// Waits for an event that passes the test, among those already seen or later ones.
    pub(crate) fn expect_again(&mut self, what: &str, test: impl Fn(&Value) -> bool) -> Value {
        let heard = std::mem::take(&mut self.heard);
        let event = self.expect(what, test);
        self.heard = self.heard.max(heard);
        event
    }

    /// Waits for a message of the bot that contains these words.
    pub(crate) fn hears(&mut self, words: &str) -> Value {
        self.expect(&format!("the bot saying {words:?}"), |event| {
            is_from_bot(event) && body(event).contains(words)
        })
    }

    /// Says something, and waits for the bot's answer to it that contains these words.
    pub(crate) fn asks(&mut self, room: &str, words: &str, expected: &str) -> Value {
        let said = self.say(room, words);
        self.answer(&said, expected)
    }

    /// Waits for the answer to an event; it may have been seen already while waiting for something else.
    pub(crate) fn answer(&mut self, to: &str, expected: &str) -> Value {
        let asked = self.events.iter().position(|event| event["event_id"] == to);
        self.heard = asked.unwrap_or(0).min(self.heard);
        let answer = self.expect(&format!("an answer with {expected:?}"), |event| {
            is_from_bot(event) && event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"] == to
        });
        assert!(body(&answer).contains(expected), "expected {expected:?}: {answer}");
        answer
    }

    /// Everything that was seen so far.
    pub(crate) fn seen(&self) -> &[Value] {
        &self.events
    }

    /// How many messages of the bot with these words were seen so far.
    pub(crate) fn count(&self, words: &str) -> usize {
        let with_words = |event: &&Value| is_from_bot(event) && body(event).contains(words);
        self.events.iter().filter(with_words).count()
    }

    /// The server's whole history of a room, newest first, as it is (encrypted events stay encrypted).
    pub(crate) fn history(&mut self, room: &str) -> Vec<Value> {
        let path = format!("/_matrix/client/v3/rooms/{}/messages?dir=b&limit=500", escaped(room));
        let page = self.http("GET", &path, Value::Null);
        page["chunk"].as_array().expect("events").clone()
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        // Both fail only if it has ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Did the bot say it?
pub(crate) fn is_from_bot(event: &Value) -> bool {
    event["sender"] == id("rfrbot") && event["type"] == "m.room.message"
}

/// The words of a message.
pub(crate) fn body(event: &Value) -> &str {
    event["content"]["body"].as_str().unwrap_or_default()
}

/// The id of an event.
pub(crate) fn event_id(event: &Value) -> &str {
    event["event_id"].as_str().expect("an event has an id")
}

/// As part of a path.
pub(crate) fn escaped(part: &str) -> String {
    part.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}
