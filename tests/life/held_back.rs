//! Mails that an earlier day held back, on the program that people build: the list is told of them, once.

use crate::running::{Bot, holds_in_time};
use crate::server::Server;
use chrono::{DateTime, Days, Utc};
use rfrbot::people::Account;
use rfrbot::record::{Commit, Event};
use rfrbot::rfr::{Origin, RfrEvent, RfrId, Ticket};
use rfrbot::sop::Edition;
use rfrbot::store;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use tempfile::TempDir;

/// A store in which an RFR had too many mails at that time.
fn happened(store: &Path, at: DateTime<Utc>, subjects: &[&str]) {
    let requested = RfrEvent::Requested {
        name: "compass".to_owned(),
        ticket: Ticket {
            url: "https://forge.example.org/infra/tickets/issues/812".to_owned(),
        },
        title: "Maps for the docs".to_owned(),
        edition: Edition::audit(),
    };
    let held = subjects.iter().map(|subject| RfrEvent::MailHeldBack {
        subject: (*subject).to_owned(),
    });
    let commit = Commit {
        origin: Origin {
            seq: 1,
            at,
            by: Account::new("nell").into(),
            proof: "services account nell on lab".to_owned(),
            place: "lab/#lab".to_owned(),
            words: String::new(),
        },
        incoming: None,
        events: std::iter::once(requested)
            .chain(held)
            .map(|event| Event::Rfr { id: RfrId(1), event })
            .collect(),
        effects: Vec::new(),
    };
    let mut opened = store::open(store).expect("a new store");
    opened.journal.commit(&[commit]).expect("the disk takes it");
}

#[test]
fn the_list_is_told_once_what_a_day_held_back() {
    let folder = TempDir::with_prefix("rfrbot-life-").expect("a folder");
    let yesterday = Utc::now() - Days::new(1);
    happened(
        &folder.path().join("store"),
        yesterday,
        &["From planning to development", "Dropped"],
    );
    let sent = folder.path().join("sent");
    let sendmail = folder.path().join("sendmail");
    fs::write(&sendmail, format!("#!/bin/sh\ncat >> '{}'\n", sent.display())).expect("a script");
    fs::set_permissions(&sendmail, fs::Permissions::from_mode(0o755)).expect("a program");
    let server = Server::new();
    let config = format!(
        "{}[mail]\nfrom = \"rfrbot@example.org\"\nlist = \"infra@lists.example.org\"\n\
         archive = \"https://lists.example.org/archives\"\nsendmail = \"{}\"\n",
        server.config(),
        sendmail.display()
    );
    let mut bot = Bot::in_folder(folder, &config);
    bot.start();
    let subject = format!("[compass] 2 mails held back on {}", yesterday.date_naive());
    let is_sent = || fs::read_to_string(&sent).is_ok_and(|mails| mails.contains("Dropped"));
    assert!(holds_in_time(is_sent), "no mail: {}", bot.log());
    let mails = fs::read_to_string(&sent).expect("it was just read");
    assert!(mails.contains(&format!("Subject: {subject}")), "{mails}");
    assert_eq!(mails.matches("Subject: ").count(), 1, "{mails}");
    let folder = bot.into_folder();
    // A restart knows that it is said.
    let opened = store::open(&folder.path().join("store")).expect("the store opens");
    let rfr = opened.database.rfr(RfrId(1)).expect("it is read").expect("it is there");
    assert_eq!(rfr.thread.held_back, None);
}
