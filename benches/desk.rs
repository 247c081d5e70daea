//! The pure parts, and the desk on a real store: what a command costs beside ten thousand open RFRs, and whether it
//! matters how many are closed. Then the worst: the worst line that anybody may send, and the fattest RFR.

#[path = "../tests/counts/worst.rs"]
mod worst;

use chrono::{DateTime, Duration, TimeDelta, Utc};
use rfrbot::calendar::Calendar;
use rfrbot::desk::{Desk, Settings};
use rfrbot::people::{Account, Directory, Identity};
use rfrbot::record::{Commit, Event};
use rfrbot::rfr::{Ending, Origin, RfrEvent, RfrId, Ticket};
use rfrbot::sop::Edition;
use rfrbot::store::{Database, open};
use rfrbot::wire::{Incoming, Place};
use std::collections::HashMap;
use std::hint::black_box;
use std::time::Instant;
use tempfile::TempDir;

const OPEN: u64 = 10_000;
const CLOSED: [u64; 3] = [0, 1_000, 10_000];

fn main() {
    let only: Vec<String> = std::env::args()
        .skip(1)
        .filter(|argument| !argument.starts_with('-'))
        .collect();
    let quick = std::env::args().any(|argument| argument == "--quick");
    println!("| what | closed RFRs | median, µs | fastest, µs |");
    println!("|---|--:|--:|--:|");
    for (what, words) in FIGURES {
        if !only.is_empty() && !only.iter().any(|part| what.contains(part.as_str())) {
            continue;
        }
        let beside = if *words == Words::Chat {
            &CLOSED[..1]
        } else {
            &CLOSED[..]
        };
        for &closed in beside {
            let (median, fastest) = measure(closed, *words);
            println!("| {what} | {closed} | {median:.2} | {fastest:.2} |");
        }
    }
    if only.is_empty() || only.iter().any(|part| part == "worst") {
        the_worst(quick);
    }
}

/// So many letters follow the verb: more than any network carries in a line.
const HOSTILE: usize = 2_000;

/// The slowest of all hostile lines, and of all commands that only look at the fattest RFR or at
/// everything, each the fastest of some rounds.
fn the_worst(quick: bool) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let store = folder.path().join("store");
    worst::make_fat(&store);
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
    let database = open(&store).expect("the store").database;
    let mut desk = Desk::open(settings(), directory(), Calendar::new(Vec::new()), database).expect("the desk opens");
    let lines = worst::hostile_lines(HOSTILE);
    let step = if quick { 10 } else { 1 };
    let lines: Vec<String> = lines.into_iter().step_by(step).collect();
    let verbs = rfrbot::command::rows().flat_map(rfrbot::command::VerbRow::words);
    let looks = verbs.flat_map(|verb| [verb.to_owned(), format!("{verb} fat")]);
    let looks = looks.filter(|words| desk.hear(&heard(format!("!rfr {words}"), now), now).commit.is_none());
    let looks: Vec<String> = looks.collect();
    println!("\n| the worst | which | ms | to reach |\n|---|---|--:|--:|");
    for (what, words, most) in [
        ("line of 2,000 characters", &lines, 5),
        ("look at the fattest RFR", &looks, 2),
    ] {
        let mut times: Vec<(f64, &str)> = words
            .iter()
            .map(String::as_str)
            .map(|words| (milliseconds(&mut desk, words, now), words))
            .collect();
        times.sort_by(|(one, _), (other, _)| other.total_cmp(one));
        let (slowest, which) = times.first().expect("there are lines");
        println!("| {what} | `{which:.24}` | {slowest:.2} | ≤ {most} |");
    }
}

/// The fastest of some rounds: other work on the machine only ever adds.
fn milliseconds(desk: &mut Desk<Database>, words: &str, now: DateTime<Utc>) -> f64 {
    let incoming = heard(format!("!rfr {words}"), now);
    let rounds = (0..5).map(|_| {
        let began = Instant::now();
        let handled = black_box(desk.hear(black_box(&incoming), now));
        let took = began.elapsed();
        assert!(
            !handled.replies.is_empty() || handled.commit.is_some(),
            "no answer to {words:.60}"
        );
        // What it would have stored is forgotten again.
        desk.committed();
        took.as_secs_f64() * 1e3
    });
    rounds.fold(f64::INFINITY, f64::min)
}

/// What is measured, and how it is asked for.
const FIGURES: &[(&str, Words)] = &[
    ("a line that is not for the bot", Words::Chat),
    ("version", Words::Said("version")),
    ("status", Words::OfAnOpenOne("status")),
    ("next", Words::OfAnOpenOne("next")),
    // Every open RFR is looked at and sorted, as for a digest.
    ("list", Words::Said("list")),
    ("search", Words::OfAnOpenOne("search")),
    ("search of closed ones", Words::Said("search old7")),
    ("list all", Words::Said("list all")),
    ("unknown name", Words::Said("status servise7")),
    // Ten thousand open RFRs in one post: below 50 ms.
    ("digest", Words::Digest),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Words {
    Chat,
    Said(&'static str),
    OfAnOpenOne(&'static str),
    Digest,
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
            edition: Edition::classic(),
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
            by: Account::new("kevin").into(),
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
    let calendar = Calendar::new(Vec::new());
    let desk = Desk::open(settings(), directory(), calendar, opened.database).expect("the desk opens");
    Room {
        desk,
        now,
        _folder: folder,
    }
}

/// The settings of every desk here.
fn settings() -> Settings {
    Settings {
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
        reply_lines: HashMap::from([("bench".to_owned(), 4)]),
        tracker: None,
        bus: None,
        remembered: Duration::minutes(10),
    }
}

/// Who says everything; nothing is refused for a lack of proof.
fn kevin() -> Identity {
    Identity::IrcAccount {
        network: "bench".to_owned(),
        account: "kevin".to_owned(),
    }
}

fn directory() -> Directory {
    let mut directory = Directory::new();
    directory.add_identity(&Account::new("kevin"), kevin());
    directory
}

/// Kevin says that in a channel.
fn heard(text: String, now: DateTime<Utc>) -> Incoming {
    Incoming {
        id: None,
        place: Place::channel("bench", "#bench"),
        name: "kevin".to_owned(),
        identity: kevin(),
        own_name: "rfrbot".to_owned(),
        text,
        at: now,
        quoted: None,
    }
}

/// Median and fastest of some rounds, in microseconds for each call.
fn measure(closed: u64, words: Words) -> (f64, f64) {
    let mut room = room(closed);
    let now = room.now;
    let text = match words {
        Words::Chat => "did anybody look at it?".to_owned(),
        Words::Said(words) => format!("!rfr {words}"),
        Words::OfAnOpenOne(verb) => format!("!rfr {verb} service{}", OPEN + closed),
        Words::Digest => String::new(),
    };
    let incoming = heard(text, now);
    let mut once = || match words {
        Words::Digest => {
            let _ = black_box(room.desk.digest(now));
        }
        Words::Chat | Words::Said(_) | Words::OfAnOpenOne(_) => {
            black_box(room.desk.hear(black_box(&incoming), now));
        }
    };
    once();
    let began = Instant::now();
    once();
    // Each round takes some milliseconds.
    let calls =
        u32::try_from(5_000_000 / began.elapsed().as_nanos().max(1)).map_or(100_000, |calls| calls.clamp(1, 100_000));
    let mut rounds: Vec<f64> = (0..21)
        .map(|_| {
            let began = Instant::now();
            for _ in 0..calls {
                once();
            }
            began.elapsed().as_secs_f64() * 1e6 / f64::from(calls)
        })
        .collect();
    rounds.sort_by(f64::total_cmp);
    (rounds[rounds.len() / 2], rounds[0])
}
