//! From an event's JSON to what it means for the bot. Pure.

use super::markup::{self, folded};
use serde::Deserialize;
use serde_json::Value;
use std::collections::{HashMap, VecDeque};

/// An event that matters here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RoomEvent {
    pub(super) id: String,
    /// The sender's Matrix id.
    pub(super) sender: String,
    /// When it was sent, by the sending server's clock, in milliseconds since 1970.
    pub(super) at: i64,
    pub(super) what: EventBody,
}

/// What an event is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum EventBody {
    /// Somebody said something.
    Said {
        words: SpokenWords,
        /// The root of the thread.
        thread: Option<String>,
        /// The message that it answers.
        reply_to: Option<String>,
    },
    /// Somebody changed an earlier message.
    Edited {
        /// The new words.
        words: SpokenWords,
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
    /// Anything else.
    Other,
}

/// A speaker's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct SpokenWords {
    /// By line, without quotes, deleted text, spoilers, and code blocks with no line before them. A person's pill is
    /// the Matrix id.
    pub(super) lines: Vec<String>,
    /// Whom the message mentions, by Matrix id.
    pub(super) calls: Vec<String>,
    /// Pills whose label is not their target's Matrix id: target and label.
    pub(super) labels: Vec<(String, String)>,
    /// The label of each link, and the address that follows it in brackets.
    pub(super) links: Vec<(String, String)>,
    /// Clients differ in what they show, so nobody knows what was meant.
    pub(super) two_faced: bool,
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

/// Reads an event; `None` if this is not one.
pub(super) fn read(json: &str) -> Option<RoomEvent> {
    let raw: Raw = serde_json::from_str(json).ok()?;
    let what = what(&raw);
    Some(RoomEvent {
        id: raw.event_id,
        sender: raw.sender,
        at: raw.origin_server_ts,
        what,
    })
}

fn what(raw: &Raw) -> EventBody {
    let content = &raw.content;
    let relation = &content["m.relates_to"];
    match (raw.kind.as_str(), raw.state_key.is_some()) {
        ("m.room.message", false) if relation["rel_type"] == "m.replace" => {
            let new = &content["m.new_content"];
            match (text(relation, "event_id"), is_text(new)) {
                (Some(of), true) => EventBody::Edited {
                    words: words(new, false),
                    of,
                },
                (Some(_) | None, _) => EventBody::Other,
            }
        }
        ("m.room.message", false) if is_text(content) => EventBody::Said {
            words: words(content, relation["m.in_reply_to"].is_object()),
            thread: (relation["rel_type"] == "m.thread")
                .then(|| text(relation, "event_id"))
                .flatten(),
            // For clients without threads a message of a thread seems to answer the one before it.
            reply_to: (relation["is_falling_back"] != true)
                .then(|| text(&relation["m.in_reply_to"], "event_id"))
                .flatten(),
        },
        ("m.reaction", false) if relation["rel_type"] == "m.annotation" => {
            match (text(relation, "event_id"), text(relation, "key")) {
                (Some(to), Some(key)) => EventBody::Reacted { to, key },
                (_, _) => EventBody::Other,
            }
        }
        // Since room version 11 the id is in the content.
        ("m.room.redaction", false) => match text(content, "redacts").or_else(|| raw.redacts.clone()) {
            Some(what) => EventBody::Deleted { what },
            None => EventBody::Other,
        },
        ("m.room.tombstone", true) => EventBody::Replaced,
        (_, _) => EventBody::Other,
    }
}

/// What an event says to whoever points at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QuotedEvent {
    /// Who sent it, by Matrix id.
    pub(super) sender: String,
    /// When its server says that it was sent, in milliseconds.
    pub(super) at: i64,
    /// The root of its thread.
    pub(super) thread: Option<String>,
    /// Its own words line by line, as it was edited last; empty where it has none, `None` where it was deleted.
    pub(super) lines: Option<Vec<String>>,
}

/// Reads an event at which somebody points; `None` where it is none. Notices of other bots have words, too.
pub(super) fn said(json: &str) -> Option<QuotedEvent> {
    let whole: Value = serde_json::from_str(json).ok()?;
    let raw: Raw = serde_json::from_value(whole.clone()).ok()?;
    let unsigned = &whole["unsigned"];
    let is_deleted =
        unsigned["redacted_because"].is_object() || raw.content.as_object().is_none_or(serde_json::Map::is_empty);
    let relation = &raw.content["m.relates_to"];
    let thread = (relation["rel_type"] == "m.thread").then(|| text(relation, "event_id"));
    // Servers give the last edit along with what it edits; only the author's is one.
    let edit = &unsigned["m.relations"]["m.replace"];
    let new = &edit["content"]["m.new_content"];
    let is_edited = edit["sender"] == raw.sender.as_str() && new.is_object();
    let content = if is_edited { new } else { &raw.content };
    let kinds = ["m.text", "m.notice", "m.emote"];
    let is_words = raw.kind == "m.room.message" && raw.state_key.is_none() && content["body"].is_string();
    let lines = if is_words && kinds.iter().any(|kind| content["msgtype"] == *kind) {
        words(content, relation["m.in_reply_to"].is_object()).lines
    } else {
        Vec::new()
    };
    Some(QuotedEvent {
        sender: raw.sender,
        at: raw.origin_server_ts,
        thread: thread.flatten(),
        lines: (!is_deleted).then_some(lines),
    })
}

/// Words of a person: notices are what bots say to each other.
fn is_text(content: &Value) -> bool {
    content["msgtype"] == "m.text" && content["body"].is_string()
}

fn text(value: &Value, key: &str) -> Option<String> {
    value[key].as_str().map(str::to_owned)
}

/// A message's own words: no reply fallback, no quotes.
fn words(content: &Value, is_reply: bool) -> SpokenWords {
    let whole = content["body"].as_str().unwrap_or_default();
    let body = if is_reply { without_fallback(whole) } else { whole };
    let calls = content["m.mentions"]["user_ids"].as_array();
    let calls = calls.into_iter().flatten().filter_map(Value::as_str);
    let mut words = SpokenWords {
        calls: calls.map(str::to_owned).collect(),
        ..SpokenWords::default()
    };
    let html = content["formatted_body"].as_str().unwrap_or_default();
    let is_html = content["format"].is_null() || content["format"] == "org.matrix.custom.html";
    if html.trim().is_empty() || !is_html {
        words.lines = lines(body);
    } else {
        let shown = markup::read(html);
        let faces = [bare_text(&shown.shown), bare_text(&shown.shown_by_id)];
        // A reply may quote what it answers only if there is no formatting; and whoever writes Markdown may write HTML.
        let same = |said: Vec<String>| faces.contains(&said);
        let one_face = same(bare(body)) || same(bare(whole)) || same(bare_text(&markup::read(body).shown));
        words.two_faced = shown.broken || shown.unsure || !one_face;
        words.lines = shown.lines;
        restore_signs(&mut words.lines, body);
        words.labels = shown.pills;
        words.labels.retain(|(id, label)| !is_id(id, label));
        words.links = shown.links;
    }
    for line in &mut words.lines {
        *line = line.trim_matches(is_invisible).trim().to_owned();
    }
    words.lines.retain(|line| !line.is_empty());
    words
}

/// Is this the Matrix id of a person, or its local part?
fn is_id(id: &str, label: &str) -> bool {
    let local = id.trim_start_matches('@').split(':').next().unwrap_or_default();
    let label = label.trim().trim_end_matches([':', ',']);
    label.eq_ignore_ascii_case(id) || label.trim_start_matches('@').eq_ignore_ascii_case(local)
}

/// Characters that mark emphasis in Markdown.
const SIGNS: [char; 3] = ['*', '_', '~'];

/// If a client took characters inside a word, such as an address, for emphasis, uses the word from the plain body.
fn restore_signs(lines: &mut [String], body: &str) {
    if !body.contains(SIGNS) {
        return;
    }
    let mut written: HashMap<String, VecDeque<&str>> = HashMap::new();
    for word in body.split_whitespace() {
        written.entry(word.replace(SIGNS, "")).or_default().push_back(word);
    }
    for line in lines {
        let words = line.split(' ').map(|shown| {
            let same = written.get_mut(&shown.replace(SIGNS, ""));
            match same.and_then(VecDeque::pop_front) {
                Some(word) if !is_emphasised(word, shown) => unwrapped(word),
                Some(_) | None => shown,
            }
        });
        *line = words.collect::<Vec<_>>().join(" ");
    }
}

/// Do the two differ only in emphasis characters around the word?
fn is_emphasised(word: &str, shown: &str) -> bool {
    shown.trim_matches(SIGNS).is_empty()
        || word.split_once(shown).is_some_and(|(before, behind)| {
            before.trim_matches(SIGNS).is_empty() && behind.trim_matches(SIGNS).is_empty()
        })
}

/// A word without the characters before it that recur, mirrored, after it.
fn unwrapped(word: &str) -> &str {
    let inner = word.trim_start_matches(SIGNS);
    let signs = word.get(..word.len() - inner.len()).unwrap_or_default();
    let turned: String = signs.chars().rev().collect();
    inner.strip_suffix(turned.as_str()).unwrap_or(word)
}

/// Direction marks and zero-width spaces, which some keyboards put before everything.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The body of a reply without the quoted message.
fn without_fallback(body: &str) -> &str {
    if !body.starts_with("> ") {
        return body;
    }
    let mut rest = body;
    while rest.starts_with('>') {
        rest = rest.split_once('\n').map_or("", |(_, behind)| behind);
    }
    rest
}

fn is_fence(line: &str) -> bool {
    line.starts_with("```") || line.starts_with("~~~")
}

/// The author's own words in a body without HTML: Markdown quotes and code blocks are interpreted as a client would
/// show them.
fn lines(body: &str) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    let mut block: Option<Vec<&str>> = None;
    let mut after_quote = false;
    for line in body.lines() {
        let line = line.trim();
        if is_fence(line) {
            block = match block.take() {
                None => Some(Vec::new()),
                Some(code) => {
                    let code = folded(&code.join(" ")).replace('`', "'");
                    // It belongs to the line before it; without one it is dropped.
                    if let Some(before) = said.last_mut().filter(|_| !code.is_empty()) {
                        *before = format!("{before} `{code}`");
                    }
                    None
                }
            };
            continue;
        }
        if let Some(code) = &mut block {
            code.push(line);
            continue;
        }
        // A quoted paragraph ends at an empty line (CommonMark's lazy continuation).
        after_quote = line.starts_with('>') || (after_quote && !line.is_empty());
        if !after_quote && !line.is_empty() {
            said.push(line.to_owned());
        }
    }
    said
}

/// The words of a body in the form for comparison, without what Markdown hides: addresses of links, languages of code.
fn bare(body: &str) -> Vec<String> {
    let mut shown = String::with_capacity(body.len());
    for line in body.lines() {
        if is_fence(line.trim()) {
            continue;
        }
        let mut rest = line;
        while let Some((before, link)) = rest.split_once("](") {
            shown.push_str(before);
            let mut depth = 0_u32;
            let end = link.find(|c| {
                match c {
                    '(' => depth += 1,
                    ')' if depth == 0 => return true,
                    ')' => depth -= 1,
                    _ => {}
                }
                false
            });
            rest = end.map_or("", |end| &link[end..]);
        }
        shown.push_str(rest);
        shown.push('\n');
    }
    bare_text(&shown.replace("![", "["))
}

/// Word by word, without characters that Markdown replaces.
fn bare_text(text: &str) -> Vec<String> {
    let is_compared = |c: &char| c.is_alphanumeric() || "!@:/?=%$".contains(*c);
    let words = text.split_whitespace();
    let words = words.map(|word| word.chars().filter(is_compared).collect::<String>());
    words.filter(|word| !word.is_empty()).collect()
}

/// Is it ✅, with or without a variation selector?
pub(super) fn is_agreement(key: &str) -> bool {
    key.trim_end_matches('\u{fe0f}') == "✅"
}

/// Is it the sign of who keeps a message?
pub(super) fn is_pin(key: &str) -> bool {
    key.trim_end_matches('\u{fe0f}') == "📌"
}

#[cfg(test)]
mod tests;
