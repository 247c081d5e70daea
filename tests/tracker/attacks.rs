//! The webhook: what is believed, and what is not.

use crate::bot::{Bot, Talk};
use crate::forge::{Forge, token_with};
use crate::{begun, carried_out, holds_in_time};
use hmac::{Hmac, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

/// A bot that is told by the webhook alone, and its address.
pub(crate) fn hooked(forge: &Forge) -> (Bot, Talk, u64, u16) {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let (bot, talk, ticket) = begun(
        forge,
        &format!(
            "poll_seconds = 0\n[tracker.webhook]\nlisten = \"127.0.0.1:{port}\"\nsecret_file = \"webhook.secret\"\n"
        ),
    );
    (bot, talk, ticket, port)
}

pub(crate) fn signed(body: &[u8], secret: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(body);
    data_encoding::HEXLOWER.encode(&mac.finalize().into_bytes())
}

/// Sends a request; returns the status.
pub(crate) fn post(port: u16, headers: &[(&str, &str)], body: &[u8]) -> u16 {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let headers: Vec<String> = headers
        .iter()
        .map(|(name, value)| format!("{name}: {value}\r\n"))
        .collect();
    let headers = headers.concat();
    let head = format!(
        "POST /hook HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\nContent-Length: {}\r\n{headers}\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(body).unwrap();
    let mut said = String::new();
    stream.read_to_string(&mut said).unwrap();
    // Shown where a test fails.
    println!("{}", said.lines().last().unwrap_or_default());
    said.split(' ').nth(1).unwrap().parse().unwrap()
}

/// The payload of a comment, as Forgejo sends it.
fn payload((forge, ticket): (&Forge, u64), sender: &str, text: &str) -> Value {
    let comment = forge.comments(ticket, sender, text);
    json!({"action": "created", "issue": forge.issue(ticket), "comment": comment, "repository": forge.about(),
           "sender": {"login": sender}, "is_pull": false})
}

/// Sends it as Forgejo does, pretty-printed, with its headers.
fn deliver(port: u16, id: &str, payload: &Value, secret: &str) -> u16 {
    let body = serde_json::to_vec_pretty(payload).unwrap();
    let signature = signed(&body, secret);
    let headers = [
        ("X-Forgejo-Event", "issue_comment"),
        ("X-Forgejo-Delivery", id),
        ("X-Forgejo-Signature", signature.as_str()),
    ];
    post(port, &headers, &body)
}

#[test]
fn a_webhook_of_the_tracker_is_believed_by_its_signature_alone_and_once() {
    let forge = Forge::start();
    let (bot, mut talk, ticket, port) = hooked(&forge);
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket} Badges"));
    talk.hears("New RFR");
    assert!(holds_in_time(|| forge.said(ticket).len() == 1));
    let forged = payload((&forge, ticket), "nora", "Question: is this forged?");
    assert_eq!(deliver(port, "1", &forged, "another secret"), 401);
    assert_eq!(deliver(port, "1", &forged, ""), 401);
    let body = serde_json::to_vec(&forged).unwrap();
    let event = ("X-Forgejo-Event", "issue_comment");
    // Without a secret a server sends the header, and leaves it empty.
    for nothing in [
        ("X-Forgejo-Signature", ""),
        ("X-Hub-Signature-256", "sha256="),
        ("X-Other", "1"),
    ] {
        assert_eq!(post(port, &[event, nothing], &body), 401, "{nothing:?}");
    }
    // The signature is of these very bytes.
    let signature = signed(&body, "between us");
    let mut changed = body.clone();
    changed.push(b' ');
    assert_eq!(post(port, &[event, ("X-Forgejo-Signature", &signature)], &changed), 401);
    let mut foreign = payload((&forge, ticket), "nora", "Question: is this foreign?");
    foreign["repository"]["full_name"] = json!("somebody/tickets");
    assert_eq!(deliver(port, "2", &foreign, "between us"), 403);
    let mut foreign = payload((&forge, ticket), "nora", "Question: is its ticket foreign?");
    foreign["issue"]["repository"]["full_name"] = json!("somebody/tickets");
    assert_eq!(deliver(port, "2b", &foreign, "between us"), 403);
    let own = payload((&forge, ticket), "rfrbot", "Question: do I ask myself?");
    assert_eq!(deliver(port, "3", &own, "between us"), 200);
    let good = payload((&forge, ticket), "nora", "Question: is this good?");
    assert_eq!(deliver(port, "4", &good, "between us"), 200);
    // Of all these the room hears the last one first.
    let heard = talk.hears("in the ticket");
    assert!(heard.contains("is this good?"), "{heard}");
    // Replayed under the same id, and under another one.
    assert_eq!(deliver(port, "4", &good, "between us"), 200);
    assert_eq!(deliver(port, "5", &good, "between us"), 200);
    let last = payload((&forge, ticket), "nora", "Question: and this?");
    assert_eq!(deliver(port, "6", &last, "between us"), 200);
    let heard = talk.hears("in the ticket");
    assert!(heard.contains("and this?"), "told once: {heard}");
    // The header of other servers.
    let other = payload((&forge, ticket), "nora", "Question: as GitHub signs?");
    let body = serde_json::to_vec(&other).unwrap();
    let signature = format!("sha256={}", signed(&body, "between us"));
    assert_eq!(post(port, &[event, ("X-Hub-Signature-256", &signature)], &body), 200);
    talk.hears("as GitHub signs?");
    assert!(!bot.log().contains("between us"), "the secret stands in the log");
}

#[test]
fn a_comment_with_the_mark_of_the_bot_is_not_overwritten_by_a_bot_that_does_not_know_its_own() {
    let mut forge = Forge::start();
    forge.token = token_with(&["write:issue"]);
    let (bot, mut talk, ticket) = begun(&forge, "poll_seconds = 1\ncomments = \"one\"\n");
    let words = "mine\n\n<!-- rfrbot status -->";
    forge.comments(ticket, "nora", words);
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket} Badges"));
    talk.hears("New RFR");
    assert!(carried_out(&bot, 1), "{}", bot.log());
    assert_eq!(forge.comment_bodies(ticket)[0], words);
    assert_eq!(forge.said(ticket).len(), 1);
}

#[test]
fn an_old_state_of_a_ticket_sent_again_changes_nothing() {
    let forge = Forge::start();
    let (_bot, mut talk, ticket, port) = hooked(&forge);
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket} Badges"));
    talk.hears("New RFR");
    assert!(holds_in_time(|| forge.said(ticket).len() == 1));
    let state = |action: &str| {
        json!({"action": action, "number": ticket, "issue": forge.issue(ticket), "repository": forge.about(),
               "sender": {"login": "nora"}})
    };
    let send = |id: &str, payload: &Value| {
        let body = serde_json::to_vec_pretty(payload).unwrap();
        let signature = signed(&body, "between us");
        let headers = [
            ("X-Forgejo-Event", "issues"),
            ("X-Forgejo-Delivery", id),
            ("X-Forgejo-Signature", signature.as_str()),
        ];
        post(port, &headers, &body)
    };
    forge.change(ticket, &json!({"state": "closed"}));
    let closed = state("closed");
    assert_eq!(send("a", &closed), 200);
    talk.hears("was closed in the tracker");
    forge.change(ticket, &json!({"state": "open"}));
    assert_eq!(send("b", &state("reopened")), 200);
    talk.hears("was reopened in the tracker");
    assert_eq!(send("c", &closed), 200);
    forge.change(ticket, &json!({"title": "Another title"}));
    assert_eq!(send("d", &state("edited")), 200);
    let heard = talk.hears(&format!("ticket {ticket}"));
    assert!(heard.contains("is called “Another title” now"), "{heard}");
}
