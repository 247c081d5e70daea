//! What others made: clients of Forgejo's API that must be content with our double, and payloads that Forgejo sent.

use crate::attacks::{hooked, post, signed};
use crate::forge::{Forge, server, token_with};
use crate::holds_in_time;
use std::process::Command;

/// The Python that has the foreign packages.
fn python() -> String {
    let venv = std::env::var("RFRBOT_TRACKER_VENV").expect("tests/run tracker makes the folder and names it");
    format!("{venv}/bin/python")
}

fn script(arguments: &[&str]) -> String {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tracker/foreign.py");
    let ended = Command::new(python()).arg(script).args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&ended.stdout).into_owned();
    assert!(
        ended.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&ended.stderr)
    );
    said
}

#[test]
#[ignore = "needs pyforgejo from PyPI: tests/run tracker"]
fn a_client_made_from_the_published_api_is_content_with_the_double() {
    let forge = Forge::with_labels(&["RFR"]);
    let ticket = forge.ticket("nora", "Badges for everyone");
    let said = script(&["client", server(), &token_with(&["all"]), &forge.repository]);
    assert!(said.contains("content"), "{said}");
    assert_eq!(forge.assignees(ticket), ["kevin_f"]);
    assert_eq!(forge.issue(ticket)["state"], "closed");
    assert_eq!(forge.labels(ticket), ["RFR"]);
}

#[test]
#[ignore = "needs gitea-js from npm: tests/run tracker"]
fn a_client_in_another_language_is_content_with_the_double() {
    let packages = std::env::var("RFRBOT_TRACKER_NPM").expect("tests/run tracker makes the folder and names it");
    let forge = Forge::with_labels(&["RFR"]);
    let ticket = forge.ticket("nora", "Badges for everyone");
    let token = token_with(&["all"]);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/tracker/foreign.mjs");
    let arguments = [script, &packages, server(), &token, &forge.repository];
    let ended = Command::new("node").args(arguments).output().unwrap();
    let said = String::from_utf8_lossy(&ended.stdout).into_owned();
    assert!(
        said.contains("content"),
        "{said}\n{}",
        String::from_utf8_lossy(&ended.stderr)
    );
    assert_eq!(forge.assignees(ticket), ["kevin_f"]);
}

#[test]
#[ignore = "needs the tests of webhook-to-fedora-messaging-messages: tests/run tracker"]
fn payloads_that_a_real_forgejo_sent_are_taken() {
    // They are in no package, only in its repository; where that is not to be had, `tests/run` skips this by name.
    let folder =
        std::env::var("RFRBOT_FORGEJO_PAYLOADS").expect("RFRBOT_FORGEJO_PAYLOADS names the folder of the payloads");
    let forge = Forge::start();
    let (bot, mut talk, ticket, port) = hooked(&forge);
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket} Badges"));
    talk.hears("New RFR");
    assert!(holds_in_time(|| forge.said(ticket).len() == 1));
    // One JSON object a line: the event and the payload, as the schema package's own tests have them.
    let payloads = script(&["payloads", &folder]);
    let (mut tickets, mut comments) = (0, 0);
    for line in payloads.lines() {
        let mut one: serde_json::Value = serde_json::from_str(line).unwrap();
        let event = one["event"].as_str().unwrap().to_owned();
        let foreign = serde_json::to_vec_pretty(&one["body"]).unwrap();
        let headers = |signature: &str| {
            [
                ("X-Forgejo-Event", event.clone()),
                ("X-Forgejo-Signature", signature.to_owned()),
            ]
        };
        let send = |body: &[u8]| {
            let headers = headers(&signed(body, "between us"));
            let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
            post(port, &headers, body)
        };
        // It is about a repository on Codeberg.
        assert_eq!(send(&foreign), 403, "{line}");
        // The same, as if it were about ours.
        let body = &mut one["body"];
        body["repository"]["full_name"] = forge.repository.clone().into();
        body["issue"]["repository"]["full_name"] = forge.repository.clone().into();
        body["issue"]["number"] = ticket.into();
        if body["comment"].is_object() {
            body["comment"]["body"] = "Question: where does it run?".into();
        }
        assert_eq!(send(&serde_json::to_vec_pretty(body).unwrap()), 200, "{line}");
        if body["comment"].is_object() && body["action"] != "deleted" {
            comments += 1;
        } else {
            tickets += 1;
        }
    }
    assert!(
        tickets > 0 && comments > 0,
        "{tickets} of tickets, {comments} of comments"
    );
    talk.hears("in the ticket");
    assert!(!bot.log().contains("panicked"), "{}", bot.log());
}
