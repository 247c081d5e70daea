//! What goes wrong, and what the operator reads.

use crate::forge::Forge;
use crate::line::Fault;
use crate::{QUICK, begun, carried_out, holds_in_time};

/// Each has its words in the status, and ends with its cause.
fn are_said(faults: &[(Fault, &str)]) {
    let forge = Forge::start();
    let (bot, mut talk, ticket) = begun(&forge, QUICK);
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket} Badges"));
    talk.hears("New RFR");
    assert!(
        holds_in_time(|| bot.status().contains("tracker: answered")),
        "{}",
        bot.status()
    );
    for (fault, words) in faults {
        forge.fails(fault.clone());
        assert!(
            holds_in_time(|| bot.status().contains(*words)),
            "{fault:?}: {}",
            bot.status()
        );
        // Chat does not mind.
        talk.says("kevin", "#fedora-admin", "!rfr url badges");
        talk.hears(&format!("/issues/{ticket}"));
        forge.works();
        assert!(
            holds_in_time(|| bot.status().contains("tracker: answered")),
            "{fault:?}: {}",
            bot.status()
        );
    }
    assert!(!bot.log().contains(&forge.token) && !bot.status().contains(&forge.token));
}

#[test]
fn what_a_server_refuses_has_its_words_in_the_status_and_ends_with_its_cause() {
    are_said(&[
        (
            Fault::Says(401, "X-A: b", "{\"message\":\"no\"}"),
            "does not take the token (401)",
        ),
        (Fault::Says(403, "X-A: b", ""), "the token may not do that (403)"),
        (Fault::Says(429, "Retry-After: 1", ""), "asks for fewer calls (429)"),
        (
            Fault::Says(200, "Content-Type: text/html", "<!DOCTYPE html><p>Are you a robot?"),
            "a web page came",
        ),
    ]);
}

#[test]
fn a_server_that_is_broken_or_lies_has_its_words_in_the_status_and_ends_with_its_cause() {
    are_said(&[
        (
            Fault::Says(503, "Content-Type: text/html", "<p>back soon"),
            "does not work at the moment (503)",
        ),
        (
            Fault::Says(301, "Location: https://forge.example.org/api/v1/repos/other/name", ""),
            "moved to https://forge.example.org/api/v1/repos/other/name",
        ),
        (
            Fault::Says(200, "Content-Type: application/json", "{\"nonsense\": "),
            "cannot be understood",
        ),
        // It repeats the token, which stands nowhere afterwards.
        (
            Fault::Says(
                500,
                "Content-Type: application/json",
                "{\"message\": \"who is TOKEN?\"}",
            ),
            "the server failed at it (500 “who is …?”)",
        ),
        (
            Fault::Says(200, "Content-Type: application/json", "[{\"number\": \"TOKEN\"}]"),
            "cannot be understood (line 1, column",
        ),
        (Fault::Down, "tracker, reading: TROUBLE"),
    ]);
}

#[test]
fn an_assignment_that_silently_did_nothing_is_found_out() {
    let forge = Forge::start();
    let (bot, mut talk, ticket) = begun(&forge, QUICK);
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket} Badges"));
    talk.hears("New RFR");
    forge.fails(Fault::AssignsNobody);
    talk.says("kevin", "#fedora-admin", "!rfr sponsor badges");
    talk.hears(&format!("I may not assign ticket {ticket}"));
    talk.says("kevin", "#fedora-admin", "!rfr advance badges");
    talk.hears(&format!("planning needs: ticket {ticket} assigned to"));
    assert!(
        holds_in_time(|| bot.status().contains("tracker, assigning: TROUBLE")),
        "{}",
        bot.status()
    );
    forge.works();
    forge.change(ticket, &serde_json::json!({"assignees": ["kevin_f"]}));
    talk.hears("is assigned to its sponsor");
    talk.says("kevin", "#fedora-admin", "!rfr advance badges");
    talk.hears("moved from pre-sponsorship to planning");
}

#[test]
fn a_comment_that_silently_was_not_kept_is_found_out_and_written_later() {
    let forge = Forge::start();
    let (bot, mut talk, ticket) = begun(&forge, QUICK);
    forge.fails(Fault::KeepsNoComment);
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket} Badges"));
    talk.hears("New RFR");
    let words = "did not keep it";
    assert!(holds_in_time(|| bot.status().contains(words)), "{}", bot.status());
    forge.works();
    assert!(holds_in_time(|| forge.said(ticket).len() == 1), "{}", bot.log());
    assert!(holds_in_time(|| !bot.status().contains(words)), "{}", bot.status());
}

#[test]
fn a_comment_whose_mark_was_taken_out_on_the_way_is_written_once() {
    let forge = Forge::start();
    let (bot, mut talk, ticket) = begun(&forge, QUICK);
    forge.fails(Fault::TakesMarksOut);
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket} Badges"));
    talk.hears("New RFR");
    assert!(carried_out(&bot, 1), "{}", bot.log());
    assert_eq!(forge.said(ticket).len(), 1, "{:?}", forge.said(ticket));
}

#[test]
fn rights_and_labels_that_are_missing_are_said_and_the_rest_goes_on() {
    let forge = Forge::with_labels(&[]);
    let (bot, mut talk, ticket) = begun(&forge, QUICK);
    talk.says("kevin", "#fedora-admin", &format!("!rfr new badges {ticket} Badges"));
    talk.hears("New RFR");
    let words = "the label \"rfr/new\" does not exist in";
    assert!(holds_in_time(|| bot.status().contains(words)), "{}", bot.status());
    assert!(
        holds_in_time(|| forge.said(ticket).len() == 1),
        "the comment is written all the same"
    );
    forge.fails(Fault::Forbids);
    talk.says("kevin", "#fedora-admin", "!rfr sponsor badges");
    talk.hears(&format!("I may not assign ticket {ticket}"));
    talk.says("kevin", "#fedora-admin", "!rfr new other 9999");
    talk.hears("there is no ticket 9999 in");
}
