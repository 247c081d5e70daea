//! A message as Matrix events. Pure.

use crate::text::{Message, Paragraph};
use crate::wire::{Beside, Delivery, Outcome, RfrId, SignOffAsked};
use crate::wording::Wording;
use matrix_sdk::ruma::RoomId;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// Most bytes of text in one event. An event may have 65536 in all; with HTML and encryption this stays below.
const MOST_BYTES: usize = 12_000;

/// The key under which the bot's events store what a reaction to them, or a thread on them, needs.
const OWN_KEY: &str = "org.fedoraproject.rfrbot";

/// The text of one event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct EventText {
    /// Plain text, complete by itself.
    pub(super) body: String,
    /// The same as HTML.
    pub(super) html: String,
}

/// What an event answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Answers {
    /// The person to mention.
    pub(super) to: Option<String>,
    /// The message.
    pub(super) message: Option<String>,
    /// The root of that message's thread.
    pub(super) thread: Option<String>,
    /// Others whom it is meant for, by Matrix id.
    pub(super) also_for: Vec<String>,
}

/// The data that an event of the bot carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct About {
    pub(super) rfr: RfrId,
    /// The sign-off it asks for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) asks: Option<SignOffAsked>,
}

/// The events of a message: one, unless it is very long; split between lines if possible.
pub(super) fn parts(message: &Message, asks: Option<&SignOffAsked>) -> Vec<EventText> {
    let asking = asks.map(Wording::sign_by_reaction);
    let mut parts = vec![EventText::default()];
    for paragraph in message.0.iter().chain(asking.as_ref()) {
        for (body, html) in pieces(paragraph) {
            let full = |part: &EventText| {
                part.body.len() + body.len() > MOST_BYTES || part.html.len() + html.len() > MOST_BYTES
            };
            if parts.last().is_some_and(|part| !part.body.is_empty() && full(part)) {
                parts.push(EventText::default());
            }
            if let Some(part) = parts.last_mut() {
                if !part.body.is_empty() {
                    part.body.push('\n');
                    part.html.push_str("<br>");
                }
                part.body.push_str(&body);
                part.html.push_str(&html);
            }
        }
    }
    parts
}

/// The same, with what stands from that paragraph on as a list that the reader opens.
pub(super) fn folded(
    parts: Vec<EventText>,
    message: &Message,
    from: Option<u32>,
    asks: Option<&SignOffAsked>,
) -> Vec<EventText> {
    let from = from.and_then(|from| usize::try_from(from).ok()).unwrap_or(usize::MAX);
    let (shown, hidden) = message.0.split_at(from.min(message.0.len()));
    let [part] = parts.as_slice() else { return parts };
    if hidden.is_empty() {
        return parts;
    }
    let html = |paragraph: &Paragraph| calls_nobody(&paragraph.html());
    let shown: Vec<String> = shown.iter().map(html).collect();
    let hidden: Vec<String> = hidden.iter().map(html).collect();
    let hidden = format!("<li>{}</li>", hidden.join("</li><li>"));
    let asking = asks
        .map(Wording::sign_by_reaction)
        .as_ref()
        .map(html)
        .unwrap_or_default();
    let summary = html(&Wording::folded());
    vec![EventText {
        body: part.body.clone(),
        html: format!(
            "{}<details><summary>{summary}</summary><ul>{hidden}</ul></details>{asking}",
            shown.join("<br>")
        ),
    }]
}

/// One line, split if it is longer than an event may be.
fn pieces(paragraph: &Paragraph) -> Vec<(String, String)> {
    let (body, html) = (calls_nobody(&paragraph.plain()), calls_nobody(&paragraph.html()));
    if body.len() <= MOST_BYTES && html.len() <= MOST_BYTES {
        return vec![(body, html)];
    }
    let mut pieces = Vec::new();
    let mut rest = body.as_str();
    while !rest.is_empty() {
        // A sixth, because HTML escaping can turn one byte into six.
        let most = (MOST_BYTES / 6).min(rest.len());
        let mut end = (0..=most).rfind(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
        if end < rest.len() {
            end = rest[..end].rfind(' ').map_or(end, |blank| blank + 1);
        }
        let (piece, more) = rest.split_at(end);
        let words = Paragraph::new().text(piece);
        pieces.push((words.plain(), words.html()));
        rest = more;
    }
    pieces
}

/// Defuses `@room` in text by others, also for old clients and servers that search the text for it.
fn calls_nobody(words: &str) -> String {
    words.replace("@room", "@\u{2060}room")
}

/// The content of the event for one part.
pub(super) fn content(part: &EventText, answers: &Answers, first: bool, about: Option<&About>) -> Value {
    let mut content = json!({
        "msgtype": "m.notice",
        "body": part.body,
        "format": "org.matrix.custom.html",
        "formatted_body": part.html,
        "m.mentions": mentions(answers, first),
    });
    let message = answers.message.as_ref().filter(|_| first);
    match (&answers.thread, message) {
        (Some(root), Some(message)) => {
            content["m.relates_to"] = json!({
                "rel_type": "m.thread", "event_id": root, "is_falling_back": false,
                "m.in_reply_to": { "event_id": message },
            });
        }
        (Some(root), None) => {
            content["m.relates_to"] = json!({
                "rel_type": "m.thread", "event_id": root, "is_falling_back": true,
                "m.in_reply_to": { "event_id": root },
            });
        }
        (None, Some(message)) => {
            content["m.relates_to"] = json!({ "m.in_reply_to": { "event_id": message } });
        }
        (None, None) => {}
    }
    if let Some(about) = about {
        content[OWN_KEY] = json!(about);
    }
    content
}

/// Whom to mention: in the first part only, so that nobody is notified twice.
fn mentions(answers: &Answers, first: bool) -> Value {
    let mut called: Vec<&String> = Vec::new();
    for id in answers.to.iter().chain(&answers.also_for).filter(|_| first) {
        if !called.contains(&id) {
            called.push(id);
        }
    }
    if called.is_empty() {
        json!({})
    } else {
        json!({ "user_ids": called })
    }
}

/// The data for the last event of a message.
pub(super) fn about(beside: &Beside, asks: Option<&SignOffAsked>) -> Option<About> {
    Some(About {
        rfr: beside.rfr?,
        asks: asks.cloned(),
    })
}

/// The data that an event of the bot carries, and its thread.
pub(super) fn read_about(json: &str) -> Option<(About, Option<String>)> {
    let event: Value = serde_json::from_str(json).ok()?;
    let content = &event["content"];
    let about = serde_json::from_value(content.get(OWN_KEY)?.clone()).ok()?;
    let relation = &content["m.relates_to"];
    let thread = (relation["rel_type"] == "m.thread").then(|| relation["event_id"].as_str().map(str::to_owned));
    Some((about, thread.flatten()))
}

/// The reaction that accompanies an answer.
pub(super) fn reaction(to: &str, outcome: Outcome) -> Option<Value> {
    let key = match outcome {
        Outcome::Done => "✅",
        Outcome::Refused => "❌",
        Outcome::AskedBack => return None,
    };
    Some(json!({ "m.relates_to": { "rel_type": "m.annotation", "event_id": to, "key": key } }))
}

/// The transaction id of one part: the same for each resend, different for anything else.
pub(super) fn transaction(delivery: &Delivery, room: &RoomId, part: usize, body: &str) -> Option<String> {
    match (delivery.key, &delivery.outgoing.in_reply_to) {
        // Keys start again in a new store, and some recur in a restored one. So the id also covers the text and what it
        // answers.
        (Some(key), answered) => {
            let mut checksum = crc32fast::Hasher::new();
            checksum.update(room.as_bytes());
            checksum.update(body.as_bytes());
            if let Some(id) = answered {
                checksum.update(id.id.as_bytes());
            }
            Some(format!("rfr-{key}-{part}-{:08x}", checksum.finalize()))
        }
        // An unkept answer is sent once per question, even if a crash makes the question be read again.
        (None, Some(id)) => Some(format!("rfr-to-{}-{part}", id.own())),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{IncomingId, Manner, OutboxKey, Outgoing, Place};

    #[test]
    fn what_is_folded_stands_in_a_list_that_the_reader_opens_and_in_the_plain_words() {
        let line = |words: &str| Paragraph::new().text(words);
        let message = Message(vec![line("badges"), line("MUST: <all>"), line("Steps")]);
        let plain = parts(&message, None);
        let folded = folded(plain.clone(), &message, Some(1), None);
        assert_eq!(folded[0].body, "badges\nMUST: <all>\nSteps");
        assert_eq!(
            folded[0].html,
            "badges<details><summary>Everything that it rests on</summary>\
             <ul><li>MUST: &lt;all&gt;</li><li>Steps</li></ul></details>"
        );
        assert_eq!(super::folded(plain.clone(), &message, None, None), plain);
        assert_eq!(super::folded(plain.clone(), &message, Some(3), None), plain);
    }

    #[test]
    fn only_the_asker_is_called_and_never_the_room() {
        let message = Message::line(Paragraph::new().text("hello @room, says ").strong("<kevin>"));
        let parts = parts(&message, None);
        assert_eq!(parts.len(), 1);
        assert!(!parts[0].body.contains("@room") && !parts[0].html.contains("@room"));
        let answers = Answers {
            to: Some("@ralph:fedora.im".to_owned()),
            message: Some("$question".to_owned()),
            ..Answers::default()
        };
        let content = content(&parts[0], &answers, true, None);
        assert_eq!(content["m.mentions"], json!({ "user_ids": ["@ralph:fedora.im"] }));
        assert_eq!(content["msgtype"], "m.notice");
        assert_eq!(content["m.relates_to"]["m.in_reply_to"]["event_id"], "$question");
        assert!(
            content["formatted_body"]
                .as_str()
                .is_some_and(|html| html.contains("<strong>&lt;kevin&gt;</strong>"))
        );
        let nobody = super::content(&parts[0], &Answers::default(), true, None);
        assert_eq!(nobody["m.mentions"], json!({}));
    }

    #[test]
    fn those_whom_it_is_for_are_called_once_and_in_the_first_part_only() {
        let part = &parts(&Message::line(Paragraph::new().text("It is time.")), None)[0];
        let kevin = "@kevin:fedora.im".to_owned();
        let answers = Answers {
            to: Some(kevin.clone()),
            also_for: vec![kevin, "@smooge:fedora.im".to_owned()],
            ..Answers::default()
        };
        let called = content(part, &answers, true, None);
        assert_eq!(
            called["m.mentions"],
            json!({ "user_ids": ["@kevin:fedora.im", "@smooge:fedora.im"] })
        );
        assert_eq!(content(part, &answers, false, None)["m.mentions"], json!({}));
    }

    #[test]
    fn a_long_message_is_cut_between_lines_and_a_long_line_between_words() {
        let line = "word ".repeat(1000);
        let message = Message(vec![Paragraph::new().text(line.clone()); 6]);
        let cut = parts(&message, None);
        assert!(cut.len() > 1);
        assert!(cut.iter().all(|part| part.body.len() <= MOST_BYTES));
        assert!(
            cut.iter()
                .all(|part| part.body.starts_with("word") && part.body.ends_with("word "))
        );
        let message = Message::line(Paragraph::new().text("<wört> ".repeat(5000)));
        let cut = parts(&message, None);
        assert!(
            cut.iter()
                .all(|part| part.html.len() <= MOST_BYTES && part.body.starts_with("· <"))
        );
        let words: usize = cut.iter().map(|part| part.body.matches("<wört>").count()).sum();
        assert_eq!(words, 5000, "nothing is lost");
    }
    #[test]
    fn a_resend_is_the_same_event_and_the_same_words_to_another_question_are_not() {
        let room = RoomId::parse("!admin:fedora.im").expect("a room id");
        let mut delivery = Delivery {
            key: Some(OutboxKey { seq: 7, index: 0 }),
            lines_done: 0,
            outgoing: Outgoing {
                place: Place::channel("matrix", "!admin:fedora.im"),
                manner: Manner::Reply,
                to: None,
                in_reply_to: Some(IncomingId {
                    network: "matrix".to_owned(),
                    id: "$question".to_owned(),
                }),
                message: Message::line(Paragraph::new().text("It is done.")),
                beside: Beside::default(),
            },
        };
        let first = transaction(&delivery, &room, 0, "It is done.");
        assert_eq!(first, transaction(&delivery, &room, 0, "It is done."));
        // In a restored store the number recurs, for something else.
        delivery.outgoing.in_reply_to = Some(IncomingId {
            network: "matrix".to_owned(),
            id: "$another".to_owned(),
        });
        assert_ne!(first, transaction(&delivery, &room, 0, "It is done."));
    }
}
