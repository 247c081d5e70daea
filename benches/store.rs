//! The store with a long history: opening it sound, rebuilding the database from the journal, and the memory that it
//! then needs. Each opening is a process of its own.

use chrono::{DateTime, TimeDelta};
use rfrbot::people::Account;
use rfrbot::record::{Commit, Event};
use rfrbot::rfr::{Ending, Origin, RfrEvent, RfrId, Ticket};
use rfrbot::sop::Edition;
use rfrbot::store::open;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

#[path = "whole/callgrind.rs"]
mod callgrind;
#[path = "whole/steering.rs"]
#[expect(dead_code, reason = "a rebuild is counted whole")]
mod steering;

/// Events of one RFR: it is requested, discussed in notes, and dropped.
const EVENTS: u64 = 10;

/// So many RFRs stay open, whatever the length of the history.
const OPEN: u64 = 100;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [mode, folder] = &arguments[..]
        && mode == "open"
    {
        return open_and_tell(Path::new(folder));
    }
    let quick = arguments.iter().any(|argument| argument == "--quick");
    if arguments.iter().any(|argument| argument == "--counts") {
        return count_rebuild(if quick { 2_000 } else { 100_000 });
    }
    let sizes: &[u64] = if quick { &[10_000] } else { &[10_000, 100_000] };
    let empty = new_folder();
    make(empty.path(), 0);
    let (_, at_rest) = open_elsewhere(empty.path());
    println!(
        "| events | open, sound, s | memory beyond an empty store, MiB | rebuild, s | memory then, MiB | to reach |"
    );
    println!("|--:|--:|--:|--:|--:|---|");
    for &events in sizes {
        let folder = new_folder();
        let store = folder.path().join("store");
        make(&store, events);
        let sound: Vec<(f64, f64)> = (0..3).map(|_| open_elsewhere(&store)).collect();
        let seconds = sound.iter().map(|opened| opened.0).fold(f64::INFINITY, f64::min);
        let memory = sound.iter().map(|opened| opened.1).fold(f64::INFINITY, f64::min) - at_rest;
        fs::remove_dir_all(store.join("database")).expect("the database goes");
        let (rebuilt, after) = open_elsewhere(&store);
        let after = after - at_rest;
        let goal = match events {
            100_000 => "open ≤ 0.2 s, rebuild ≤ 3 s, memory ≤ 40 MiB",
            _ => "–",
        };
        println!("| {events} | {seconds:.3} | {memory:.1} | {rebuilt:.2} | {after:.1} | {goal} |");
    }
}

fn new_folder() -> tempfile::TempDir {
    let under = std::env::var_os("RFRBOT_BENCH_FOLDER");
    let under = under.map_or_else(|| env!("CARGO_TARGET_TMPDIR").into(), PathBuf::from);
    tempfile::tempdir_in(under).expect("a folder")
}

/// What dominates a rebuild of so many events, in instructions.
fn count_rebuild(events: u64) {
    let folder = new_folder();
    let store = folder.path().join("store");
    make(&store, events);
    fs::remove_dir_all(store.join("database")).expect("the database goes");
    let counted_in = folder.path().join("callgrind");
    let wrapper = steering::wrapper(&counted_in);
    let program = std::env::current_exe().expect("our own path");
    let done = Command::new(&wrapper[0])
        .args(&wrapper[1..])
        .arg(program)
        .arg("open")
        .arg(&store)
        .output()
        .expect("valgrind runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    callgrind::print(&counted_in, &format!("a rebuild, for each of {events} events"), events);
}

/// Writes a history of so many events.
fn make(store: &Path, events: u64) {
    let mut opened = open(store).expect("a new store");
    let mut commits = Vec::new();
    let rfrs = events / EVENTS;
    for seq in 1..=events {
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
            step if step == EVENTS - 1 && id + OPEN <= rfrs => RfrEvent::Ended {
                how: Ending::Dropped,
                reason: "nobody needs it any more".to_owned(),
            },
            _ => RfrEvent::Noted {
                text: format!("note {seq}: the proxies were asked, and nobody objects"),
            },
        };
        let at = DateTime::UNIX_EPOCH + TimeDelta::seconds(i64::try_from(seq).expect("a small number"));
        commits.push(Commit {
            origin: Origin {
                seq,
                at,
                by: Account::new("kevin").into(),
                proof: "services account kevin on libera".to_owned(),
                place: "libera/#fedora-admin".to_owned(),
                words: format!("note service{id} the proxies were asked"),
            },
            incoming: None,
            events: vec![Event::Rfr { id: RfrId(id), event }],
            effects: Vec::new(),
        });
        if commits.len() == 1000 || seq == events {
            opened.journal.commit(&commits).expect("the disk takes it");
            commits.clear();
        }
    }
}

/// Opens the store in a process of its own: seconds, and resident memory in MiB.
fn open_elsewhere(store: &Path) -> (f64, f64) {
    let program = std::env::current_exe().expect("our own path");
    let told = Command::new(program)
        .arg("open")
        .arg(store)
        .output()
        .expect("it starts");
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    let mut numbers = told.split_whitespace().map(|number| number.parse().expect("a number"));
    (numbers.next().expect("seconds"), numbers.next().expect("memory"))
}

fn open_and_tell(store: &Path) {
    let began = Instant::now();
    let opened = open(store).expect("the store opens");
    let open_rfrs = opened.database.open_rfrs().expect("the store reads");
    let seconds = began.elapsed().as_secs_f64();
    let status = fs::read_to_string("/proc/self/status").expect("our own memory");
    let memory = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|line| line.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok())
        .expect("our own memory");
    let some = opened.database.next_seq() > 1;
    assert!(some != open_rfrs.is_empty(), "some are open where anything is");
    println!("{seconds} {}", memory / 1024.0);
}
