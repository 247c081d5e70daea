//! The pure parts, and the desk on a real store: what a command costs beside ten thousand open RFRs, and whether it
//! matters how many are closed.

use chrono::{DateTime, Duration, TimeDelta, Utc};
use divan::{Bencher, black_box};
use rfrbot::calendar::Calendar;
use rfrbot::chat::{Incoming, Place};
use rfrbot::desk::{Desk, Settings};
use rfrbot::people::{Account, Directory, Identity, Unproven};
use rfrbot::rfr::{Ending, Origin, RfrEvent, RfrId, Ticket};
use rfrbot::sop::Edition;
use rfrbot::store::{Commit, Database, Event, open};
use std::collections::HashMap;
use tempfile::TempDir;

const OPEN: u64 = 10_000;
const CLOSED: [u64; 3] = [0, 1_000, 10_000];

fn main() {
    divan::main();
}

/// A desk with that many closed RFRs beside the open ones.
struct Room {
    desk: Desk<Database>,
    now: DateTime<Utc>,
    _folder: TempDir,
}

fn room(closed: u64) -> Room {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let mut opened = open(&folder.path().join("store")).expect("a new store");
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let mut commits = Vec::new();
    for id in 1..=OPEN + closed {
        let kind = if id <= closed { "old" } else { "service" };
        let mut happened = vec![RfrEvent::Requested {
            name: format!("{kind}{id}"),
            ticket: Ticket {
                url: format!("https://tickets.example.org/{id}"),
            },
            title: format!("Service number {id} for everybody"),
            edition: Edition::Classic,
        }];
        if id <= closed {
            happened.push(RfrEvent::Ended {
                how: Ending::Dropped,
                reason: "nobody needs it any more".to_owned(),
            });
        }
        let events = happened
            .into_iter()
            .map(|event| Event::Rfr { id: RfrId(id), event })
            .collect();
        let origin = Origin {
            seq: id,
            at: now - TimeDelta::days(1),
            by: Account::new("kevin"),
            proof: "services account kevin on bench".to_owned(),
            place: "bench/#bench".to_owned(),
            words: "new".to_owned(),
        };
        commits.push(Commit {
            origin,
            incoming: None,
            events,
            effects: Vec::new(),
        });
    }
    opened.journal.commit(&commits).expect("the disk takes it");
    let settings = Settings {
        prefix: "!rfr".to_owned(),
        edition: Edition::Classic,
        ticket_base: Some("https://tickets.example.org/".to_owned()),
        undo_within: Duration::hours(1),
        announce: Vec::new(),
        bridged: Vec::new(),
        calendars: Vec::new(),
        absences: Vec::new(),
        automatic: rfrbot::calendar::Automatic::default(),
        reminders: None,
        mail: None,
        reply_lines: HashMap::from([("bench".to_owned(), 4)]),
    };
    let calendar = Calendar::new(Vec::new());
    let desk = Desk::open(settings, Directory::new(), calendar, opened.database).expect("the desk opens");
    Room {
        desk,
        now,
        _folder: folder,
    }
}

fn ask(bencher: Bencher, closed: u64, words: &str) {
    let mut room = room(closed);
    let incoming = Incoming {
        id: None,
        place: Place::channel("bench", "#bench"),
        name: "kevin".to_owned(),
        identity: Identity::Unproven(Unproven::NotLoggedIn),
        own_name: "rfrbot".to_owned(),
        text: format!("!rfr {words}"),
        at: room.now,
    };
    let now = room.now;
    bencher.bench_local(|| black_box(room.desk.hear(black_box(&incoming), now)));
}

#[divan::bench]
fn addressed(bencher: Bencher) {
    bencher.bench(|| rfrbot::command::addressed(black_box("did anybody look at it?"), "!rfr", "rfrbot", false));
}

#[divan::bench]
fn version(bencher: Bencher) {
    ask(bencher, 0, "version");
}

#[divan::bench(args = CLOSED)]
fn status(bencher: Bencher, closed: u64) {
    ask(bencher, closed, &format!("status service{}", OPEN + closed));
}

#[divan::bench(args = CLOSED)]
fn next(bencher: Bencher, closed: u64) {
    ask(bencher, closed, &format!("next service{}", OPEN + closed));
}

/// Every open RFR is looked at and sorted, as for a digest.
#[divan::bench(args = CLOSED)]
fn list(bencher: Bencher, closed: u64) {
    ask(bencher, closed, "list");
}

#[divan::bench(args = CLOSED)]
fn search(bencher: Bencher, closed: u64) {
    ask(bencher, closed, &format!("search service{}", OPEN + closed));
}

/// Ten thousand open RFRs in one post: below 50 ms.
#[divan::bench(args = CLOSED)]
fn digest(bencher: Bencher, closed: u64) {
    let room = room(closed);
    bencher.bench_local(|| black_box(room.desk.digest(room.now)));
}

#[divan::bench(args = CLOSED)]
fn search_closed(bencher: Bencher, closed: u64) {
    ask(bencher, closed, "search old7");
}

#[divan::bench(args = CLOSED)]
fn list_all(bencher: Bencher, closed: u64) {
    ask(bencher, closed, "list all");
}

#[divan::bench(args = CLOSED)]
fn unknown(bencher: Bencher, closed: u64) {
    ask(bencher, closed, "status servise7");
}
