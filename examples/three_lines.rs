//! The way of a message, by hand: a store in a temporary folder, three lines, and what is answered.
//!
//! `cargo run --example three_lines`
//!
//! The loop in `src/service` does the same for whole batches, and the outbox keeps trying until a network took what is
//! said. The desk decides, the journal makes it last, and only then is anything said.

use chrono::{Duration, Utc};
use rfrbot::calendar::{Automatic, Calendar};
use rfrbot::desk::{Desk, Settings};
use rfrbot::people::{Account, Directory, Identity};
use rfrbot::record::Effect;
use rfrbot::sop::Edition;
use rfrbot::store;
use rfrbot::wire::{Incoming, Place};
use std::error::Error;

const LINES: [(&str, &str); 3] = [
    ("vera", "!rfr new badges 4321 Badges for everyone"),
    ("otto", "!rfr sponsor badges"),
    ("vera", "!rfr next badges"),
];

fn main() -> Result<(), Box<dyn Error>> {
    for line in conversation()? {
        println!("{line}");
    }
    Ok(())
}

/// What people say in a channel, and what is said to them.
pub(crate) fn conversation() -> Result<Vec<String>, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let mut opened = store::open(folder.path())?;
    let mut desk = Desk::open(settings(), directory(), Calendar::default(), opened.database)?;
    let mut said = Vec::new();
    for (nick, text) in LINES {
        said.push(format!("<{nick}> {text}"));
        let now = Utc::now();
        let incoming = Incoming {
            // Networks that number their messages say here which one it is, so that it acts once.
            id: None,
            identity: proof(nick),
            place: Place::channel("libera", "#fedora-admin"),
            name: nick.to_owned(),
            own_name: "rfrbot".to_owned(),
            text: text.to_owned(),
            at: now,
            quoted: None,
        };
        let handled = desk.hear(&incoming, now);
        let mut outgoing = handled.replies;
        if let Some(commit) = handled.commit {
            // One write and one fdatasync: what was acknowledged is on disk.
            opened.journal.commit(std::slice::from_ref(&commit))?;
            desk.committed();
            outgoing.extend(commit.effects.into_iter().filter_map(|effect| match effect {
                Effect::Say(outgoing) => Some(outgoing),
                Effect::Mail(_) | Effect::Ticket(_) | Effect::Bus(_) => None,
            }));
        }
        let lines = outgoing.iter().flat_map(|outgoing| outgoing.message.plain_lines());
        said.extend(lines.map(|line| format!("<rfrbot> {line}")));
    }
    Ok(said)
}

/// What the network proved: the account that somebody is logged in to. A nick alone proves nothing.
fn proof(account: &str) -> Identity {
    Identity::IrcAccount {
        network: "libera".to_owned(),
        account: account.to_owned(),
    }
}

/// Who is who: two accounts, of which one may sponsor.
fn directory() -> Directory {
    let mut directory = Directory::new();
    for name in ["vera", "otto"] {
        directory.add_identity(&Account::new(name), proof(name));
    }
    directory.add_member("sysadmin-main", &Account::new("otto"));
    directory
}

fn settings() -> Settings {
    Settings {
        prefix: "!rfr".to_owned(),
        ascii: false,
        board: None,
        edition: Edition::classic(),
        own_edition: None,
        ticket_base: Some("https://forge.example.org/infra/tickets/issues/".to_owned()),
        undo_within: Duration::minutes(60),
        announce: Vec::new(),
        told: std::collections::BTreeMap::new(),
        bridged: Vec::new(),
        calendars: Vec::new(),
        mail: None,
        absences: Vec::new(),
        automatic: Automatic::default(),
        reminders: None,
        reply_lines: std::collections::HashMap::new(),
        tracker: None,
        bus: None,
        remembered: Duration::minutes(10),
    }
}
