//! From a Maildir through the running loop to the flag on the file: the mail is flagged because the loop has handled
//! it.

use super::rules;
use rfrbot::calendar::Calendar;
use rfrbot::config::MailSource;
use rfrbot::delivery::Outbox;
use rfrbot::desk::{Desk, Settings};
use rfrbot::mail::NETWORK;
use rfrbot::mail::inbox::{InboxSettings, spawn};
use rfrbot::people::Directory;
use rfrbot::service::{self, Core, Wires, Writer};
use rfrbot::sop::Edition;
use rfrbot::store;
use std::collections::HashMap;
use std::fs;
use std::time::Duration;
use tempfile::TempDir;
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep};

#[tokio::test]
async fn a_mail_that_the_loop_has_handled_is_marked() {
    let folder = TempDir::with_prefix("rfrbot-inbox-").unwrap();
    let maildir = folder.path().join("mails");
    for sub in ["new", "cur", "tmp"] {
        fs::create_dir_all(maildir.join(sub)).unwrap();
    }
    fs::copy("tests/data/mails/reply.eml", maildir.join("new/1.reply")).unwrap();
    let (reports, heard) = mpsc::channel(10);
    let (own_copies, _) = mpsc::channel(1);
    let settings = InboxSettings {
        list: rules(),
        source: MailSource::Maildir(maildir.clone()),
    };
    let inbox = spawn(settings, reports, own_copies);
    let opened = store::open(&folder.path().join("store")).unwrap();
    let settings = Settings {
        prefix: "!rfr".to_owned(),
        ascii: false,
        board: None,
        edition: Edition::classic(),
        own_edition: None,
        ticket_base: None,
        undo_within: chrono::Duration::hours(1),
        announce: Vec::new(),
        told: std::collections::BTreeMap::new(),
        bridged: Vec::new(),
        mail: None,
        calendars: Vec::new(),
        absences: Vec::new(),
        automatic: rfrbot::calendar::Automatic::default(),
        reminders: None,
        reply_lines: HashMap::new(),
        tracker: None,
        bus: None,
        remembered: chrono::Duration::zero(),
    };
    let desk = Desk::open(settings, Directory::new(), Calendar::default(), opened.database).unwrap();
    let (core, _) = Core::new(desk, Outbox::new(), Vec::new());
    let (order, stop) = watch::channel(false);
    let wires = Wires {
        reports: heard,
        stop,
        console: None,
        handled: HashMap::from([(NETWORK.to_owned(), inbox.handled.clone())]),
        orders: mpsc::channel(1).1,
        looks: mpsc::channel(1).1,
    };
    let running = tokio::spawn(service::run(core, Writer::start(opened.journal).unwrap(), wires));
    let end = Instant::now() + Duration::from_secs(60);
    while !maildir.join("cur/1.reply:2,S").exists() {
        assert!(Instant::now() < end, "the mail was not marked");
        sleep(Duration::from_millis(5)).await;
    }
    order.send_replace(true);
    running.await.unwrap().unwrap();
    inbox.shutdown().await;
}
