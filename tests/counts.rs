//! Memory and allocations, counted by the allocator itself. One test at a time, because they share it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chrono::{DateTime, Duration, TimeDelta};
use rfrbot::calendar::Calendar;
use rfrbot::chat::{Incoming, Place};
use rfrbot::desk::{Desk, Settings};
use rfrbot::people::{Account, Directory, Identity, Unproven};
use rfrbot::rfr::{Ending, Origin, RfrEvent, RfrId, Ticket};
use rfrbot::sop::Edition;
use rfrbot::store::{Commit, Database, Event, Opened, open};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};
use std::alloc::System;
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use tempfile::tempdir;

#[global_allocator]
static COUNTING: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Bytes that are allocated now.
fn bytes() -> usize {
    let stats = COUNTING.stats();
    stats.bytes_allocated - stats.bytes_deallocated
}

const EVENTS: u64 = 10;

/// Writes RFRs with ten events each: so many that are closed, then so many that are open.
fn make(store: &Path, closed: u64, still_open: u64) {
    let mut opened = open(store).unwrap();
    let mut commits = Vec::new();
    for seq in 1..=(closed + still_open) * EVENTS {
        let (id, step) = ((seq - 1) / EVENTS + 1, (seq - 1) % EVENTS);
        let event = match step {
            0 => RfrEvent::Requested {
                name: format!("service{id}"),
                ticket: Ticket {
                    url: format!("https://tickets.example.org/{id}"),
                },
                title: format!("Service number {id} for everybody"),
                edition: Edition::Classic,
            },
            9 if id <= closed => RfrEvent::Ended {
                how: Ending::Dropped,
                reason: "nobody needs it any more".to_owned(),
            },
            1 => RfrEvent::Sponsored {
                account: Account::new("kevin"),
            },
            2 | 3 => RfrEvent::PersonAdded {
                account: Account::new(&format!("person{step}")),
                role: "maintainer".to_owned(),
            },
            4 => RfrEvent::QuestionAsked {
                number: 1,
                text: "does it need a database of its own?".to_owned(),
                topic: None,
                from_sop: false,
            },
            _ => RfrEvent::Noted {
                text: format!("note {seq}: the proxies were asked, and nobody objects"),
            },
        };
        commits.push(Commit {
            origin: Origin {
                seq,
                at: DateTime::UNIX_EPOCH + TimeDelta::seconds(i64::try_from(seq).unwrap()),
                by: Account::new("kevin"),
                proof: "services account kevin on libera".to_owned(),
                place: "libera/#fedora-admin".to_owned(),
                words: format!("note service{id} the proxies were asked"),
            },
            incoming: None,
            events: vec![Event::Rfr { id: RfrId(id), event }],
            effects: Vec::new(),
        });
    }
    for some in commits.chunks(1000) {
        opened.journal.commit(some).unwrap();
    }
}

fn desk(opened: Opened) -> Desk<Database> {
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
        reply_lines: HashMap::new(),
    };
    Desk::open(settings, Directory::new(), Calendar::new(Vec::new()), opened.database).unwrap()
}

/// Bytes that an open store holds, and its desk beside it: the median of several times, because sled's threads work
/// on beside.
fn held(closed: u64, still_open: u64) -> (usize, usize) {
    let folder = tempdir().unwrap();
    make(folder.path(), closed, still_open);
    let once = || {
        let before = bytes();
        let opened = open(folder.path()).unwrap();
        opened.database.open_rfrs().unwrap();
        let between = bytes();
        let desk = desk(opened);
        let held = (between.saturating_sub(before), bytes().saturating_sub(between));
        drop(desk);
        held
    };
    let (mut stores, mut desks): (Vec<usize>, Vec<usize>) = (0..9).map(|_| once()).unzip();
    stores.sort_unstable();
    desks.sort_unstable();
    (stores[4], desks[4])
}

#[test]
fn memory_after_opening_follows_the_open_work() {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    // What is made once for the process is made before counting.
    held(10, 10);
    let (few, many, open) = (held(500, 100), held(5500, 100), held(500, 1100));
    println!("store and desk: {few:?} bytes; with 5000 more closed: {many:?}; with 1000 more open: {open:?}");
    // The desk knows nothing of closed RFRs; in the store sled's table of pages is what grows.
    assert!(many.1.abs_diff(few.1) < 64 << 10, "the desk grows with closed RFRs");
    let for_closed = many.0.saturating_sub(few.0) / 5000;
    assert!(for_closed < 300, "{for_closed} bytes for each closed RFR");
    let for_open = open.1.saturating_sub(few.1) / 1000;
    assert!(for_open < 4096, "{for_open} bytes for each open RFR");
}

/// How many lines are heard.
const LINES: usize = 10_000;

#[test]
fn a_line_that_is_not_for_the_bot_costs_no_allocation() {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempdir().unwrap();
    let mut desk = desk(open(folder.path()).unwrap());
    let now = DateTime::UNIX_EPOCH;
    let incoming = Incoming {
        id: None,
        place: Place::channel("libera", "#fedora-admin"),
        name: "kevin".to_owned(),
        identity: Identity::Unproven(Unproven::NotLoggedIn),
        own_name: "rfrbot".to_owned(),
        text: "did anybody look at the proxies since the outage of last night?".to_owned(),
        at: now,
    };
    let before = COUNTING.stats().allocations;
    for _ in 0..LINES {
        std::hint::black_box(desk.hear(std::hint::black_box(&incoming), now));
    }
    let made = COUNTING.stats().allocations - before;
    println!("{made} allocations for {LINES} lines");
    // sled's own threads make a few meanwhile.
    assert!(made < LINES / 10, "{made} allocations for {LINES} lines");
}
