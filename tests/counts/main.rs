//! Memory and allocations, counted by the allocator itself. One test at a time, because they share it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod instructions;
mod worst;

use chrono::{DateTime, Duration, NaiveDate, TimeDelta};
use rfrbot::board::{Card, Looking};
use rfrbot::calendar::Calendar;
use rfrbot::command::{Vocabulary, parse};
use rfrbot::desk::{Desk, Settings};
use rfrbot::people::{Account, Directory, Identity, Unproven};
use rfrbot::record::{Commit, Event};
use rfrbot::rfr::{Ending, Origin, RfrEvent, RfrId, Ticket};
use rfrbot::sop::Edition;
use rfrbot::store::{Database, Opened, open};
use rfrbot::wire::{Incoming, Place};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};
use std::alloc::System;
use std::cell::Cell;
use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use tempfile::tempdir;
use worst::{hostile_lines, make_fat};

#[global_allocator]
static COUNTING: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Bytes allocated at present.
fn bytes() -> usize {
    let stats = COUNTING.stats();
    stats.bytes_allocated - stats.bytes_deallocated
}

/// A vocabulary that counts its queries.
#[derive(Default)]
struct CountedWords {
    asked: Cell<usize>,
    listed: Cell<usize>,
}

impl Vocabulary for CountedWords {
    fn rfr(&self, word: &str) -> Option<RfrId> {
        self.asked.set(self.asked.get() + 1);
        (word == "badges").then_some(RfrId(1))
    }
    fn names(&self) -> Vec<String> {
        self.listed.set(self.listed.get() + 1);
        (0..200).map(|number| format!("service{number}")).collect()
    }
    fn ticket_url(&self, number: &str) -> Option<String> {
        Some(format!("https://tickets.example.org/{number}"))
    }
    fn knows_account(&self, _: &Account) -> bool {
        self.asked.set(self.asked.get() + 1);
        true
    }
    fn today(&self) -> NaiveDate {
        "2026-11-22".parse().unwrap()
    }
}

/// The work of reading a line: allocations, and queries about the meaning of words.
fn work(line: &str) -> usize {
    let words = CountedWords::default();
    let before = COUNTING.stats().allocations;
    let _ = parse(line, &words);
    let made = COUNTING.stats().allocations - before;
    // Each list of names costs two hundred allocations, independent of the line.
    let listed = words.listed.get();
    assert!(
        words.asked.get() <= 24 && listed <= 4,
        "{} and {listed} questions: {line:.60}",
        words.asked.get()
    );
    made - made.min(listed * 201)
}

#[test]
fn reading_a_line_is_linear_in_its_length_whatever_its_words() {
    let _guard = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let mut worst = (0, String::new());
    for (half, whole) in hostile_lines(900).iter().zip(hostile_lines(1800)) {
        let (made_for_half, made) = (work(half), work(&whole));
        assert!(
            made <= 2 * made_for_half + 200,
            "{made_for_half} allocations for half of it, {made} for all: {whole:.60}"
        );
        if made > worst.0 {
            worst = (made, format!("{whole:.60}…"));
        }
    }
    println!("the worst: {} allocations for “{}”", worst.0, worst.1);
    assert!(worst.0 <= 2_000, "{} allocations for “{}”", worst.0, worst.1);
}

const EVENTS: u64 = 10;

/// Writes RFRs with ten events each: first closed ones, then open ones.
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
                edition: Edition::classic(),
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
                on_the_list: None,
            },
            _ => RfrEvent::Noted {
                text: format!("note {seq}: the proxies were asked, and nobody objects"),
            },
        };
        commits.push(Commit {
            origin: Origin {
                seq,
                at: DateTime::UNIX_EPOCH + TimeDelta::seconds(i64::try_from(seq).unwrap()),
                by: Account::new("kevin").into(),
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
    desk_on(opened.database)
}

fn desk_on(database: Database) -> Desk<Database> {
    let settings = Settings {
        prefix: "!rfr".to_owned(),
        ascii: false,
        board: None,
        edition: Edition::classic(),
        own_edition: None,
        ticket_base: Some("https://tickets.example.org/".to_owned()),
        undo_within: Duration::hours(1),
        announce: Vec::new(),
        told: std::collections::BTreeMap::new(),
        bridged: Vec::new(),
        calendars: Vec::new(),
        absences: Vec::new(),
        automatic: rfrbot::calendar::Automatic::default(),
        reminders: None,
        mail: None,
        reply_lines: HashMap::new(),
        tracker: None,
        bus: None,
        remembered: Duration::minutes(10),
    };
    let mut directory = Directory::new();
    directory.add_identity(&Account::new("kevin"), kevin());
    Desk::open(settings, directory, Calendar::new(Vec::new()), database).unwrap()
}

fn kevin() -> Identity {
    Identity::IrcAccount {
        network: "libera".to_owned(),
        account: "kevin".to_owned(),
    }
}

fn said(text: &str, identity: Identity) -> Incoming {
    Incoming {
        id: None,
        place: Place::channel("libera", "#fedora-admin"),
        name: "kevin".to_owned(),
        identity,
        own_name: "rfrbot".to_owned(),
        text: text.to_owned(),
        at: DateTime::UNIX_EPOCH,
        quoted: None,
    }
}

/// Talk between people.
const CHAT: &str = "did anybody look at the proxies since the outage of last night?";

/// Bytes held by an open store, and by its desk: the median of several runs, because sled's threads keep working.
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
    // One-time allocations of the process are made before counting.
    held(10, 10);
    let (few, many, open) = (held(500, 100), held(5500, 100), held(500, 1100));
    println!("store and desk: {few:?} bytes; with 5000 more closed: {many:?}; with 1000 more open: {open:?}");
    // The desk stores nothing about closed RFRs; in the store, sled keeps some bytes for each of their keys (10,000
    // closed RFRs may take 40 MiB: this is a quarter of it). What sled's own threads hold varies by some 40 KiB;
    // storing 5000 RFRs would be ten times as much.
    assert!(many.1.abs_diff(few.1) < 128 << 10, "the desk grows with closed RFRs");
    let for_closed = many.0.saturating_sub(few.0) / 5000;
    assert!(for_closed < 1024, "{for_closed} bytes for each closed RFR");
    let for_open = open.1.saturating_sub(few.1) / 1000;
    assert!(for_open < 4096, "{for_open} bytes for each open RFR");
}

#[test]
fn a_digest_costs_the_same_for_each_open_rfr_and_reads_only_its_news() {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let made = |still_open: u64| {
        let folder = tempdir().unwrap();
        make(folder.path(), 50, still_open);
        let opened = open(folder.path()).unwrap();
        let database = opened.database.clone();
        let desk = desk(opened);
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(1);
        let (read, before) = (database.entries_read(), COUNTING.stats());
        let digest = desk.digest(now).unwrap();
        let stats = COUNTING.stats() - before;
        assert!(format!("{digest:?}").contains("service51"), "{digest:?}");
        (stats.allocations, stats.bytes_allocated, database.entries_read() - read)
    };
    let (few, many) = (made(100), made(2000));
    // The closed ones that changed last, and what happened to a few that moved.
    assert_eq!(few.2, many.2, "open work is in memory");
    let each = |count: usize| count / 2000;
    println!("a digest: {few:?} allocations and bytes for 100 open RFRs, {many:?} for 2000");
    // Twenty times as many; sled's own threads add a few.
    assert!(
        many.0 < 21 * few.0 + 2000 && many.1 < 21 * few.1 + (1 << 20),
        "{few:?}, {many:?}"
    );
    assert!(each(many.0) < 50, "{} allocations for each RFR", each(many.0));
}

#[test]
fn a_change_costs_the_board_one_card_and_the_desk_next_to_nothing() {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempdir().unwrap();
    make(folder.path(), 50, 1000);
    let mut desk = desk(open(folder.path()).unwrap());
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(1);
    let looked = |desk: &Desk<Database>| {
        let before = COUNTING.stats();
        let look = desk.look();
        let between = COUNTING.stats();
        let board = look.board(now).unwrap();
        let drawn = COUNTING.stats() - between;
        ((between - before).allocations, drawn.allocations, board.cards)
    };
    let (_, first, before) = looked(&desk);
    assert!(before.len() >= 1000, "{}", before.len());
    let handled = desk.hear(&said("!rfr note service60 the logo is drawn", kevin()), now);
    assert!(handled.commit.is_some());
    let (look, second, after) = looked(&desk);
    let is_new = |card: &&Arc<Card>| before.iter().all(|known| !Arc::ptr_eq(known, card));
    let new: Vec<&str> = after.iter().filter(is_new).map(|card| card.name.as_str()).collect();
    println!("a look: {look} allocations; the board: {first} at first, {second} after a change");
    assert_eq!(new, ["service60"]);
    assert!(second * 10 < first, "{first}, then {second}");
    // The tree of shared RFRs, and what surrounds them; sled's own threads add a few.
    assert!(look < 1000, "{look}");
}

#[test]
fn looking_at_a_fat_rfr_costs_little() {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempdir().unwrap();
    make_fat(folder.path());
    let mut desk = desk(open(folder.path()).unwrap());
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(1);
    let mut cost = |text: &str| {
        let before = COUNTING.stats();
        let handled = desk.hear(&said(text, kevin()), now);
        let stats = COUNTING.stats() - before;
        assert!(!handled.replies.is_empty() || handled.commit.is_some(), "{text}");
        println!(
            "{text}: {} allocations, {} bytes",
            stats.allocations, stats.bytes_allocated
        );
        (stats.allocations, stats.bytes_allocated)
    };
    // The cost of the list does not depend on an RFR's lists; a change copies them a few times, for undo.
    for (text, most) in [
        ("!rfr list", (600, 96 << 10)),
        ("!rfr status fat2", (2_000, 256 << 10)),
        ("!rfr note fat2 nobody objects", (12_000, 2 << 20)),
        // A copy of the RFR for each of its two hundred changes would take far more.
        ("!rfr history fat2", (10_000, 2 << 20)),
        ("!rfr since 2 weeks", (12_000, 3 << 20)),
    ] {
        let (allocations, bytes) = cost(text);
        assert!(
            allocations < most.0 && bytes < most.1,
            "{text}: {allocations} allocations, {bytes} bytes"
        );
    }
}

/// How many lines are read.
const LINES: usize = 10_000;

#[test]
fn a_line_that_is_not_for_the_bot_costs_no_allocation() {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = tempdir().unwrap();
    let mut desk = desk(open(folder.path()).unwrap());
    let now = DateTime::UNIX_EPOCH;
    let incoming = said(CHAT, Identity::Unproven(Unproven::NotLoggedIn));
    let mut read_all = || {
        let before = COUNTING.stats().allocations;
        for _ in 0..LINES {
            std::hint::black_box(desk.hear(std::hint::black_box(&incoming), now));
        }
        COUNTING.stats().allocations - before
    };
    // The database's own threads, or those of the test before, may be at work in some of the rounds; what the lines cost
    // is in all.
    let most = LINES / 10;
    let rounds: Vec<usize> = (0..100).map(|_| read_all()).collect();
    let made = rounds.iter().min().copied().unwrap_or(most);
    println!("{made} allocations for {LINES} lines");
    assert!(made < most, "{rounds:?} allocations for {LINES} lines");
}
