//! The costs of queries and changes, in counts: entries read, syncs, bytes. No clock decides.

use super::samples::{SOUGHT, commit, everything, requested, rfr_event, varied};
use rfrbot::desk::{Archive, ClosedRfr};
use rfrbot::record::{Commit, Hits};
use rfrbot::rfr::{Ending, Rfr, RfrEvent, RfrId, Sought};
use rfrbot::sop::Phase;
use rfrbot::store::{Database, DatabaseState, Opened, inspect, open};
use std::path::Path;
use tempfile::tempdir;

/// As many as one answer lists.
const LISTED: usize = 50;

/// The history of a closed RFR: in maintenance, or dropped.
fn closed(seq: u64) -> Commit {
    let id = RfrId(seq);
    let end = if seq.is_multiple_of(2) {
        RfrEvent::Advanced {
            from: Phase::Production,
            to: Phase::Maintenance,
        }
    } else {
        RfrEvent::Ended {
            how: Ending::Dropped,
            reason: "nobody needs it".into(),
        }
    };
    let ticket = format!("https://example.org/issues/{}", 1_000_000 + seq);
    let request = requested(&format!("host{seq:06}"), &ticket);
    commit(seq, "ralph", vec![rfr_event(id, request), rfr_event(id, end)])
}

fn with_closed(folder: &Path, number: u64) -> Opened {
    let mut store = open(folder).unwrap();
    let commits: Vec<Commit> = (1..=number).map(closed).collect();
    for some in commits.chunks(1000) {
        store.journal.commit(some).unwrap();
    }
    store.journal.settle().unwrap();
    store
}

/// How many entries a query reads.
fn read<T>(database: &Database, ask: impl FnOnce(&Database) -> T) -> (T, u64) {
    let before = database.entries_read();
    let answer = ask(database);
    (answer, database.entries_read() - before)
}

#[test]
fn lists_and_searches_read_no_more_of_a_long_history() {
    let folder = tempdir().unwrap();
    let few = with_closed(&folder.path().join("few"), 100);
    let many = with_closed(&folder.path().join("many"), 10_000);
    let list = |which| {
        let ask = |database: &Database| Archive::closed_rfrs(database, which, LISTED).unwrap();
        let ((some, more_of_few), of_few) = read(&few.database, ask);
        let ((listed, more_of_many), of_many) = read(&many.database, ask);
        assert_eq!((some.len(), listed.len()), (LISTED, LISTED));
        assert_eq!(of_few, of_many, "{which:?}");
        assert!(of_many <= 2 * LISTED as u64, "{which:?}: {of_many}");
        assert!(listed.windows(2).all(|pair| pair[0].last_seq > pair[1].last_seq));
        (more_of_few, more_of_many)
    };
    assert_eq!(list(ClosedRfr::All), (50, 9950));
    assert_eq!(list(ClosedRfr::Maintained), (0, 4950));

    let search = |text: &str| {
        let sought = Sought::new(text);
        let ask = |database: &Database| database.search_closed(&sought, LISTED).unwrap();
        let ((_, of_few), (hits, of_many)) = (read(&few.database, ask), read(&many.database, ask));
        println!("{text:?}: {of_few} entries of 100 closed RFRs, {of_many} of 10,000");
        (hits, of_few, of_many)
    };
    for rare in ["host000042", "1000042", "service host000042", "nobody000"] {
        let (hits, of_few, of_many) = search(rare);
        assert!(hits.rfrs.len() <= 1 && !hits.cut, "{rare}: {hits:?}");
        // The word that all have adds one entry per 256 RFRs; it narrows nothing down.
        assert!(
            of_few <= 4 && of_many <= 4 + 10_000 / 256,
            "{rare}: {of_few}, {of_many}"
        );
    }
    // Words in all of them are counted in the index; a search with too many matches is cut, and says so.
    let (hits, _, of_many) = search("service");
    assert_eq!((hits.rfrs.len(), hits.more, hits.cut), (LISTED, 9950, false));
    assert_eq!(hits.rfrs[0].id, RfrId(10_000), "the newest first");
    assert!(of_many < 50 + 50, "{of_many}");
    let (hits, _, of_many) = search("host");
    assert!(hits.cut && hits.rfrs.len() == LISTED, "{hits:?}");
    assert!(of_many < 2048 + 2 + 500, "{of_many}");
    let (hits, _, of_many) = search("host host009999 ralph service the");
    assert_eq!(
        (hits.rfrs.len(), hits.cut),
        (1, false),
        "one word is enough to narrow it down"
    );
    assert!(of_many < 2048 + 150, "{of_many}");
}

/// The same by checking each.
fn looked_through(database: &Database, text: &str) -> Vec<Rfr> {
    let sought = Sought::new(text);
    let closed = database.closed_rfrs().map(Result::unwrap);
    let mut fitting: Vec<Rfr> = closed.filter(|rfr| sought.fits(rfr)).collect();
    fitting.sort_by_key(|rfr| std::cmp::Reverse(rfr.id));
    fitting
}

#[test]
fn the_index_finds_what_looking_through_finds_whatever_happened() {
    let folder = tempdir().unwrap();
    let mut store = open(folder.path()).unwrap();
    let mut found = 0;
    for seq in 1..=400 {
        store.journal.commit(&[varied(seq)]).unwrap();
        // Sometimes one commit at a time reaches the database, sometimes many together.
        if !seq.is_multiple_of(7) && seq % 100 > 30 {
            continue;
        }
        let database = &store.database;
        for text in SOUGHT {
            let hits = database.search_closed(&Sought::new(text), 100).unwrap();
            let expected = looked_through(database, text);
            found += expected.len();
            let expected = Hits {
                rfrs: expected,
                more: 0,
                cut: false,
            };
            assert_eq!(hits, expected, "{text:?} after {seq}");
        }
        let closed: Vec<Rfr> = database.closed_rfrs().map(Result::unwrap).collect();
        assert_eq!(database.closed_count().unwrap(), closed.len() as u64);
        let maintained: Vec<Rfr> = database.maintained_rfrs().map(Result::unwrap).collect();
        let expected = closed.into_iter();
        let expected: Vec<Rfr> = expected
            .filter(|rfr| rfr.ended.is_none() && rfr.phase == Phase::Maintenance)
            .collect();
        assert_eq!(database.maintained_count().unwrap(), expected.len() as u64);
        assert_eq!(maintained, expected);
    }
    assert!(found > 100, "{found}: the samples close too few to show anything");
    let before = everything(&store.database);
    drop(store);
    let inspected = inspect(folder.path()).unwrap().database;
    assert!(matches!(inspected, DatabaseState::Agrees { .. }), "{inspected:?}");
    std::fs::remove_dir_all(folder.path().join("database")).unwrap();
    assert_eq!(everything(&open(folder.path()).unwrap().database), before, "rebuilt");
}

#[test]
fn a_long_history_is_read_back_in_order() {
    let folder = tempdir().unwrap();
    let mut store = open(folder.path()).unwrap();
    let id = RfrId(1);
    let note = |seq: u64| RfrEvent::Noted {
        text: format!("note {seq}"),
    };
    let ask = requested("badges", "https://example.org/1");
    store
        .journal
        .commit(&[commit(1, "ralph", vec![rfr_event(id, ask)])])
        .unwrap();
    for seq in 2..=300 {
        let events = vec![rfr_event(id, note(seq)), rfr_event(id, note(seq + 1000))];
        store.journal.commit(&[commit(seq, "ralph", events)]).unwrap();
        if seq.is_multiple_of(11) {
            store.journal.settle().unwrap();
        }
    }
    let history = store.database.history(id).unwrap();
    assert_eq!(history.len(), 1 + 2 * 299);
    let words: Vec<u64> = history.iter().map(|(origin, _)| origin.seq).collect();
    assert!(words.is_sorted() && words[0] == 1 && words[598] == 300);
    assert_eq!(history[598].1, note(1300));
}

#[test]
fn a_note_costs_one_sync_and_little_more_than_its_words() {
    let folder = tempdir().unwrap();
    let mut store = with_closed(folder.path(), 10);
    let journal = || -> u64 {
        let files = folder.path().join("journal").read_dir().unwrap();
        files.map(|file| file.unwrap().metadata().unwrap().len()).sum()
    };
    let (syncs, bytes) = (store.journal.syncs(), journal());
    let note = |seq| {
        let text = "the proxies were asked".to_owned();
        commit(seq, "ralph", vec![rfr_event(RfrId(3), RfrEvent::Noted { text })])
    };
    for seq in 11..=20 {
        store.journal.commit(&[note(seq)]).unwrap();
    }
    assert_eq!(store.journal.syncs() - syncs, 10, "one each");
    let each = (journal() - bytes) / 10;
    println!("{each} bytes for a note of 22");
    assert!(each < 22 + 320, "{each}");
    // What arrives together is synced together.
    let syncs = store.journal.syncs();
    let together: Vec<Commit> = (21..=70).map(note).collect();
    store.journal.commit(&together).unwrap();
    assert_eq!(store.journal.syncs() - syncs, 1);
}
