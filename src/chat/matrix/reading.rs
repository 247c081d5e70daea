//! From an event's JSON to what it means for the bot. Pure.

use serde::Deserialize;
use serde_json::Value;

/// An event that means something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Event {
    /// Its id.
    pub(super) id: String,
    /// Who sent it, by Matrix id.
    pub(super) sender: String,
    /// When its server says that it was sent, in milliseconds.
    pub(super) at: i64,
    /// What it is.
    pub(super) what: What,
}

/// What an event is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// Somebody said something.
    Said {
        /// The words, without quotes and code blocks, in one line; may be empty.
        words: String,
        /// The root of the thread.
        thread: Option<String>,
    },
    /// Somebody changed an earlier message.
    Edited {
        /// The new words.
        words: String,
        /// The earlier message.
        of: String,
    },
    /// Somebody reacted.
    Reacted {
        /// To which message.
        to: String,
        /// With what.
        key: String,
    },
    /// Somebody deleted an event.
    Deleted {
        /// Which.
        what: String,
    },
    /// The room is replaced by another.
    Replaced,
    /// Something in which the bot is not interested.
    Other,
}

#[derive(Deserialize)]
struct Raw {
    event_id: String,
    sender: String,
    #[serde(default)]
    origin_server_ts: i64,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    content: Value,
    #[serde(default)]
    redacts: Option<String>,
    #[serde(default)]
    state_key: Option<String>,
}

/// Reads an event; `None` where it is none.
pub(super) fn read(json: &str) -> Option<Event> {
    let raw: Raw = serde_json::from_str(json).ok()?;
    let what = what(&raw);
    Some(Event {
        id: raw.event_id,
        sender: raw.sender,
        at: raw.origin_server_ts,
        what,
    })
}

fn what(raw: &Raw) -> What {
    let content = &raw.content;
    let relation = &content["m.relates_to"];
    match (raw.kind.as_str(), raw.state_key.is_some()) {
        ("m.room.message", false) if relation["rel_type"] == "m.replace" => {
            let new = &content["m.new_content"];
            match (text(relation, "event_id"), is_text(new)) {
                (Some(of), true) => What::Edited {
                    words: words(new, false),
                    of,
                },
                (Some(_) | None, _) => What::Other,
            }
        }
        ("m.room.message", false) if is_text(content) => What::Said {
            words: words(content, relation["m.in_reply_to"].is_object()),
            thread: (relation["rel_type"] == "m.thread")
                .then(|| text(relation, "event_id"))
                .flatten(),
        },
        ("m.reaction", false) if relation["rel_type"] == "m.annotation" => {
            match (text(relation, "event_id"), text(relation, "key")) {
                (Some(to), Some(key)) => What::Reacted { to, key },
                (_, _) => What::Other,
            }
        }
        // Since room version 11 the id stands in the content.
        ("m.room.redaction", false) => match text(content, "redacts").or_else(|| raw.redacts.clone()) {
            Some(what) => What::Deleted { what },
            None => What::Other,
        },
        ("m.room.tombstone", true) => What::Replaced,
        (_, _) => What::Other,
    }
}

/// Words of a person: notices are what bots say to each other.
fn is_text(content: &Value) -> bool {
    content["msgtype"] == "m.text" && content["body"].is_string()
}

fn text(value: &Value, key: &str) -> Option<String> {
    value[key].as_str().map(str::to_owned)
}

/// What a message's body says by itself: no reply fallback, no quotes, no code blocks; in one line.
fn words(content: &Value, is_reply: bool) -> String {
    let body = content["body"].as_str().unwrap_or_default();
    let html = content["formatted_body"].as_str().unwrap_or_default().trim_start();
    // A client may leave the marks out of the body; what begins as a quote or as code is none of the speaker's words.
    let html = html
        .rsplit_once("</mx-reply>")
        .map_or(html, |(_, rest)| rest.trim_start());
    if ["<pre", "<code", "<blockquote"].iter().any(|tag| html.starts_with(tag)) {
        return String::new();
    }
    let mut lines = body.lines().peekable();
    if is_reply && body.starts_with("> ") {
        while lines.next_if(|line| line.starts_with('>')).is_some() {}
        lines.next_if(|line| line.trim().is_empty());
    }
    let mut said = Vec::new();
    let mut in_code = false;
    let mut after_quote = false;
    for line in lines {
        let line = line.trim();
        if line.starts_with("```") || line.starts_with("~~~") {
            in_code = !in_code;
            continue;
        }
        // A quoted paragraph ends at an empty line (CommonMark's lazy continuation).
        after_quote = line.starts_with('>') || (after_quote && !line.is_empty());
        if !in_code && !after_quote && !line.is_empty() {
            said.push(line);
        }
    }
    said.join(" ")
}

/// Is it the sign of agreement, with or without a variation selector?
pub(super) fn is_agreement(key: &str) -> bool {
    key.trim_end_matches('\u{fe0f}') == "✅"
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn said(content: &Value) -> String {
        let event = json!({"event_id": "$1", "sender": "@a:b", "type": "m.room.message", "content": content});
        match read(&event.to_string()).expect("an event").what {
            What::Said { words, .. } => words,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn only_the_speakers_own_words_are_heard() {
        for (body, heard) in [
            ("!rfr status", "!rfr status"),
            ("!rfr note badges one\ntwo", "!rfr note badges one two"),
            ("look:\n```\n!rfr drop badges\n```", "look:"),
            ("```\n!rfr drop badges\n```", ""),
            ("```sh\n!rfr drop badges", ""),
            ("> !rfr drop badges", ""),
            ("> quoted\n!rfr drop badges", ""),
            ("> quoted\n\n!rfr status", "!rfr status"),
            ("`!rfr drop badges`", "`!rfr drop badges`"),
        ] {
            assert_eq!(said(&json!({"msgtype": "m.text", "body": body})), heard, "{body:?}");
        }
        let fallback = json!({
            "msgtype": "m.text", "body": "> <@b:c> !rfr drop badges\n\n!rfr status",
            "m.relates_to": {"m.in_reply_to": {"event_id": "$0"}}
        });
        assert_eq!(said(&fallback), "!rfr status");
        for html in [
            "<pre><code>!rfr drop badges</code></pre>",
            "<code>!rfr drop badges</code>",
            "<mx-reply>…</mx-reply><blockquote>!rfr drop badges</blockquote>",
        ] {
            let content = json!({"msgtype": "m.text", "body": "!rfr drop badges", "formatted_body": html});
            assert_eq!(said(&content), "", "{html}");
        }
    }

    #[test]
    fn kinds_of_events_are_told_apart() {
        let what = |kind: &str, content: Value| {
            let event = json!({"event_id": "$1", "sender": "@a:b", "type": kind, "content": content});
            read(&event.to_string()).expect("an event").what
        };
        let notice = json!({"msgtype": "m.notice", "body": "!rfr status"});
        assert_eq!(what("m.room.message", notice), What::Other);
        let edit = json!({
            "msgtype": "m.text", "body": "* !rfr next", "m.new_content": {"msgtype": "m.text", "body": "!rfr next"},
            "m.relates_to": {"rel_type": "m.replace", "event_id": "$0"}
        });
        assert_eq!(
            what("m.room.message", edit),
            What::Edited {
                words: "!rfr next".to_owned(),
                of: "$0".to_owned()
            }
        );
        let reaction = json!({"m.relates_to": {"rel_type": "m.annotation", "event_id": "$0", "key": "✅"}});
        assert_eq!(
            what("m.reaction", reaction),
            What::Reacted {
                to: "$0".to_owned(),
                key: "✅".to_owned()
            }
        );
        assert_eq!(
            what("m.room.redaction", json!({"redacts": "$0"})),
            What::Deleted { what: "$0".to_owned() }
        );
        assert_eq!(read("{}"), None);
        assert_eq!(
            what("m.room.tombstone", json!({"replacement_room": "!x"})),
            What::Other,
            "no state event"
        );
    }
}
