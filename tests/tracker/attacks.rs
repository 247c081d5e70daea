//! A tracker that lies, and the webhook: what is believed, and what is not.

use crate::bot::{Bot, Talk};
use crate::forge::{Forge, token_with};
use crate::line::Fault;
use crate::{QUICK, begun, carried_out, holds_in_time};
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

#[test]
fn a_tracker_whose_answers_never_end_costs_nothing_but_itself() {
    let forge = Forge::start();
    let (bot, mut talk, ticket) = begun(&forge, "poll_seconds = 1\ntimeout_seconds = 2\n");
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket} Badges"));
    talk.hears("New RFR");
    assert!(holds_in_time(|| bot.status().contains("tracker: answered")));
    for (fault, words) in [
        (Fault::Endless, "an answer has more than 16 MiB"),
        (Fault::Drips, "the server takes longer than 2 seconds"),
        // The same page again and again.
        (
            Fault::Says(
                200,
                "Content-Type: application/json",
                "[{\"number\": 1, \"updated_at\": \"9999-01-01T00:00:00Z\"}]",
            ),
            "only the newest of them were looked at",
        ),
    ] {
        forge.fails(fault.clone());
        assert!(
            holds_in_time(|| bot.status().contains(words)),
            "{fault:?}: {}",
            bot.status()
        );
        talk.says("kevin", "#fedora-admin", "!rfr url badges");
        talk.hears(&format!("/issues/{ticket}"));
    }
    // What was said of times to come keeps nothing out.
    forge.works();
    forge.change(ticket, &json!({"title": "Badges after all"}));
    talk.hears("Badges after all");
    assert!(
        holds_in_time(|| bot.status().contains("tracker: answered")),
        "{}",
        bot.status()
    );
}

#[test]
fn the_token_goes_nowhere_else_whatever_the_tracker_says() {
    let forge = Forge::start();
    let (bot, _talk, _) = begun(&forge, QUICK);
    let elsewhere = TcpListener::bind("127.0.0.1:0").unwrap();
    elsewhere.set_nonblocking(true).unwrap();
    let location = format!("Location: http://{}/api/v1/user", elsewhere.local_addr().unwrap());
    for status in [301, 302, 303, 307, 308] {
        let words = format!("moved to http://{} ({status})", elsewhere.local_addr().unwrap());
        let words = words.replace(" (", "/api/v1/user (");
        forge.fails(Fault::Says(status, location.clone().leak(), ""));
        assert!(
            holds_in_time(|| bot.status().contains(&words)),
            "{words}: {}",
            bot.status()
        );
    }
    assert!(elsewhere.accept().is_err(), "somebody came");
}

#[test]
fn a_webhook_of_any_size_and_speed_keeps_no_other_out() {
    let forge = Forge::start();
    let (bot, mut talk, ticket, port) = hooked(&forge);
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket} Badges"));
    talk.hears("New RFR");
    assert!(holds_in_time(|| forge.said(ticket).len() == 1));
    // Too large, by what it says of itself.
    let mut large = TcpStream::connect(("127.0.0.1", port)).unwrap();
    large
        .write_all(b"POST /hook HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n")
        .unwrap();
    let mut said = String::new();
    large.read_to_string(&mut said).unwrap();
    assert!(said.contains(" 413 "), "{said}");
    // A head without an end.
    let mut endless = TcpStream::connect(("127.0.0.1", port)).unwrap();
    while endless.write_all(&[b'x'; 4096]).is_ok() {}
    // Many that send nothing, or not all.
    let slow: Vec<TcpStream> = (0..40)
        .map(|at| {
            let mut one = TcpStream::connect(("127.0.0.1", port)).unwrap();
            if at % 2 == 0 {
                one.write_all(b"POST /hook HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n{")
                    .unwrap();
            }
            one
        })
        .collect();
    let good = payload((&forge, ticket), "nora", "Question: is this good?");
    assert_eq!(deliver(port, "1", &good, "between us"), 200);
    talk.hears("is this good?");
    // They are hung up on.
    for mut one in slow {
        one.set_read_timeout(Some(std::time::Duration::from_secs(30))).unwrap();
        if let Err(error) = one.read_to_end(&mut Vec::new()) {
            assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset, "{error}");
        }
    }
    assert!(!bot.log().contains("panicked"), "{}", bot.log());
}
