//! Files that were truncated, changed, emptied or removed.

use super::samples::{Everything, RFRS, commit, copy_folder, everything, filled, requested, rfr_event, varied};
use rfrbot::rfr::{RfrEvent, RfrId};
use rfrbot::sop::Phase;
use rfrbot::store::{StoreError, open, verify};
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};
use tempfile::{TempDir, tempdir};

const COMMITS: u64 = 40;

/// Enough that sled's file has several segments, with old and new versions of pages in all of them.
const MANY_COMMITS: u64 = 1500;

/// A sound store with its contents, and copies of it to damage.
struct Sound {
    folder: TempDir,
    content: Everything,
}

impl Sound {
    fn new() -> Self {
        let folder = tempdir().unwrap();
        let content = filled(folder.path(), COMMITS);
        Self { folder, content }
    }

    /// One of its RFRs is in maintenance, whatever the samples amount to.
    fn with_a_maintained_one() -> Self {
        let sound = Self::new();
        let mut store = open(sound.folder.path()).unwrap();
        let to_maintenance = RfrEvent::Advanced {
            from: Phase::Production,
            to: Phase::Maintenance,
        };
        let events = [requested("kept", "https://example.org/kept"), to_maintenance];
        let events = events.map(|event| rfr_event(RfrId(RFRS + 1), event));
        let last = commit(COMMITS + 1, "kevin", events.to_vec());
        store.journal.commit(&[last]).unwrap();
        let content = everything(&store.database);
        Self { content, ..sound }
    }

    fn of_many() -> Self {
        let sound = Self::new();
        let mut store = open(sound.folder.path()).unwrap();
        for begin in (COMMITS + 1..=MANY_COMMITS).step_by(40) {
            let batch: Vec<_> = (begin..(begin + 40).min(MANY_COMMITS + 1)).map(varied).collect();
            store.journal.commit(&batch).unwrap();
        }
        let content = everything(&store.database);
        Self { content, ..sound }
    }

    fn copy(&self) -> TempDir {
        let copy = tempdir().unwrap();
        copy_folder(self.folder.path(), copy.path());
        copy
    }

    /// Opens a copy, which must contain everything; returns what was said.
    fn opens_whole(&self, folder: &Path, what: &str) -> Vec<String> {
        let store = open(folder).unwrap_or_else(|error| panic!("{what}: {error}"));
        assert_eq!(everything(&store.database), self.content, "{what}");
        store.said
    }
}

fn journal_file(folder: &Path) -> PathBuf {
    folder.join("journal/00000000000000000001.jsonl")
}

fn cut(file: &Path, length: u64) {
    OpenOptions::new()
        .write(true)
        .open(file)
        .unwrap()
        .set_len(length)
        .unwrap();
}

fn flip(file: &Path, at: usize, bit: u8) {
    let mut bytes = std::fs::read(file).unwrap();
    bytes[at] ^= 1 << bit;
    std::fs::write(file, bytes).unwrap();
}

#[test]
fn a_database_that_is_gone_is_rebuilt() {
    let sound = Sound::new();
    let copy = sound.copy();
    std::fs::remove_dir_all(copy.path().join("database")).unwrap();
    let said = sound.opens_whole(copy.path(), "without a database");
    assert!(said.len() == 1 && said[0].contains("40 records"), "{said:?}");
    assert_eq!(sound.opens_whole(copy.path(), "again"), [""; 0]);
}

#[test]
fn a_database_that_was_emptied_is_set_aside_and_rebuilt() {
    let sound = Sound::new();
    let copy = sound.copy();
    cut(&copy.path().join("database/db"), 0);
    let said = sound.opens_whole(copy.path(), "an empty database").join("\n");
    assert!(said.contains("rebuilt the database from 40 records"), "{said}");
    assert!(copy.path().join("database.damaged-1").is_dir());
    let copy = sound.copy();
    for entry in copy.path().join("database").read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            std::fs::remove_file(path).unwrap();
        }
    }
    let said = sound.opens_whole(copy.path(), "no files").join("\n");
    assert!(said.contains("because it was empty"), "{said}");
}

#[test]
fn a_database_cut_anywhere_loses_nothing() {
    let sound = Sound::new();
    let length = sound.folder.path().join("database/db").metadata().unwrap().len();
    for step in 0..40 {
        let copy = sound.copy();
        let at = length * step / 40 + step * 37 % 512;
        cut(&copy.path().join("database/db"), at.min(length - 1));
        sound.opens_whole(copy.path(), &format!("cut at {at} of {length}"));
    }
}

#[test]
fn a_bit_flipped_anywhere_in_the_database_loses_nothing() {
    let sound = Sound::new();
    for name in ["db", "conf"] {
        let bytes = std::fs::read(sound.folder.path().join("database").join(name)).unwrap();
        let used: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] != 0).collect();
        let mut rebuilt = 0;
        for step in 0..60 {
            let copy = sound.copy();
            let at = used[used.len() * step / 60];
            flip(
                &copy.path().join("database").join(name),
                at,
                u8::try_from(step % 8).unwrap(),
            );
            rebuilt += sound.opens_whole(copy.path(), &format!("{name} flipped at {at}")).len();
        }
        assert!(rebuilt > 10, "{name}: only {rebuilt} flips were noticed");
    }
}

#[test]
fn damage_to_a_database_that_was_closed_in_order_is_noticed() {
    let folder = tempdir().unwrap();
    let content = filled(folder.path(), COMMITS);
    let file = folder.path().join("database/db");
    for step in 0..30 {
        assert!(folder.path().join("database.seal").is_file());
        let bytes = std::fs::read(&file).unwrap();
        let used: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at] != 0).collect();
        let at = used[used.len() * step / 30];
        match step % 3 {
            0 => cut(&file, at as u64),
            // In place, and through a new file of the same size.
            1 => flip(&file, at, 3),
            _ => {
                std::fs::remove_file(&file).unwrap();
                std::fs::write(&file, &bytes[..at]).unwrap();
                cut(&file, bytes.len() as u64);
            }
        }
        let store = open(folder.path()).unwrap();
        assert_eq!(everything(&store.database), content, "step {step} at {at}");
    }
    assert!(
        folder.path().join("database.damaged-10").is_dir(),
        "nothing was noticed"
    );
}

#[test]
fn an_entry_that_is_missing_changed_or_too_many_is_noticed() {
    // How sled appears from inside when it came back with an outdated page: readable, and wrong.
    let sound = Sound::with_a_maintained_one();
    let trees = [
        "open",
        "closed",
        "names",
        "tickets",
        "maintained",
        "words",
        "history",
        "facts",
        "outbox",
        "seen",
        "focus",
        "authors",
    ];
    for tree in trees {
        for change in 0..5 {
            let copy = sound.copy();
            let database = sled::open(copy.path().join("database")).unwrap();
            let content = database.open_tree(tree).unwrap();
            let (key, value) = content.first().unwrap().unwrap_or_else(|| panic!("nothing in {tree}"));
            match change {
                0 => content.remove(key).unwrap(),
                1 => content.insert(key, [&value, &b"!"[..]].concat()).unwrap(),
                2 => content.insert([&key, &b"!"[..]].concat(), value).unwrap(),
                3 => content.pop_max().unwrap().map(|(_, value)| value),
                _ => {
                    let mut changed = value.to_vec();
                    match changed.last_mut() {
                        Some(last) => *last ^= 1,
                        None => changed.push(0),
                    }
                    content.insert(key, changed).unwrap()
                }
            };
            database.flush().unwrap();
            drop((content, database));
            let said = sound.opens_whole(copy.path(), &format!("change {change} in {tree}"));
            assert!(said[0].contains(&format!("its tree `{tree}`")), "{said:?}");
        }
    }
}

#[test]
fn damage_in_a_large_database_loses_nothing() {
    let sound = Sound::of_many();
    let file = sound.folder.path().join("database/db");
    let length = std::fs::read(&file).unwrap().len();
    assert!(length > 2_000_000, "{length} bytes are one segment of sled");
    let mut rebuilt = 0;
    for step in 0..16 {
        let copy = sound.copy();
        let at = length * step / 16 + step * 211;
        let what = if step % 2 == 0 {
            cut(&copy.path().join("database/db"), at as u64);
            format!("cut at {at} of {length}")
        } else {
            flip(&copy.path().join("database/db"), at, u8::try_from(step % 8).unwrap());
            format!("flipped at {at} of {length}")
        };
        rebuilt += usize::from(!sound.opens_whole(copy.path(), &what).is_empty());
    }
    assert!(rebuilt >= 8, "only {rebuilt} were noticed");
}

#[test]
fn a_database_from_an_older_copy_catches_up() {
    // As after a crash between the journal and sled: sled lacks what the journal has.
    let folder = tempdir().unwrap();
    let old = tempdir().unwrap();
    filled(folder.path(), 20);
    copy_folder(folder.path(), old.path());
    let mut store = open(folder.path()).unwrap();
    for seq in 21..=30 {
        store.journal.commit(&[varied(seq)]).unwrap();
        let crashed = tempdir().unwrap();
        copy_folder(old.path(), crashed.path());
        std::fs::copy(journal_file(folder.path()), journal_file(crashed.path())).unwrap();
        let opened = open(crashed.path()).unwrap();
        assert_eq!(everything(&opened.database), everything(&store.database));
        assert!(
            opened.said[0].contains(&format!("lacked {} record", seq - 20)),
            "{:?}",
            opened.said
        );
    }
}

#[test]
fn a_database_that_is_ahead_or_of_another_journal_is_not_given_up() {
    let sound = Sound::new();
    let older = tempdir().unwrap();
    filled(older.path(), 30);
    let copy = sound.copy();
    std::fs::copy(journal_file(older.path()), journal_file(copy.path())).unwrap();
    let error = open(copy.path()).unwrap_err();
    assert!(
        matches!(
            error,
            StoreError::LostRecords {
                journal_seq: 30,
                database_seq: 40,
                torn: false,
                ..
            }
        ),
        "{error}"
    );

    // The same number of lines, another content.
    let other = tempdir().unwrap();
    let mut store = open(other.path()).unwrap();
    for seq in 1..=COMMITS + 1 {
        let mut commit = varied(seq);
        commit.origin.words = "other".into();
        store.journal.commit(&[commit]).unwrap();
    }
    drop(store);
    let copy = sound.copy();
    std::fs::copy(journal_file(other.path()), journal_file(copy.path())).unwrap();
    let error = open(copy.path()).unwrap_err();
    assert!(matches!(error, StoreError::OtherHistory { line: 40, .. }), "{error}");
    assert!(!copy.path().join("database.damaged-1").exists());
}

#[test]
fn a_database_that_is_ahead_by_marks_alone_is_rebuilt() {
    // Delivery marks are not synced: a power cut takes them from the journal, while sled may have kept them.
    let folder = tempdir().unwrap();
    filled(folder.path(), 20);
    let length = journal_file(folder.path()).metadata().unwrap().len();
    let mut store = open(folder.path()).unwrap();
    let key = rfrbot::wire::OutboxKey { seq: 20, index: 0 };
    let progress = rfrbot::record::Progress::Complete;
    store
        .journal
        .mark(&[rfrbot::record::DeliveryMark { key, progress }])
        .unwrap();
    drop(store);
    cut(&journal_file(folder.path()), length);
    let store = open(folder.path()).unwrap();
    assert!(
        store.said[0].contains("rebuilt the database from 20 records"),
        "{:?}",
        store.said
    );
    assert!(store.said[0].contains("can be deleted"), "{:?}", store.said);
    assert_eq!(store.database.next_seq(), 21);
}

#[test]
fn the_same_journal_in_other_segments_is_no_other_history() {
    // As after restoring to another folder: the lines are the same, but may be in other files.
    let sound = Sound::new();
    let copy = sound.copy();
    let text = std::fs::read_to_string(journal_file(copy.path())).unwrap();
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    std::fs::write(journal_file(copy.path()), lines[..10].concat()).unwrap();
    std::fs::write(
        copy.path().join("journal/00000000000000000011.jsonl"),
        lines[10..].concat(),
    )
    .unwrap();
    assert_eq!(sound.opens_whole(copy.path(), "other segments"), [""; 0]);
}

#[test]
fn a_journal_that_is_gone_or_empty_is_never_replaced_by_an_empty_one() {
    let sound = Sound::new();
    let refused = |folder: &Path| {
        let before = std::fs::read(folder.join("database/db")).unwrap();
        let error = open(folder).unwrap_err();
        assert!(matches!(error, StoreError::JournalMissing { .. }), "{error}");
        assert!(error.to_string().contains("`rfrbot recover` takes back"), "{error}");
        assert!(folder.join("database").is_dir());
        before
    };
    let copy = sound.copy();
    std::fs::remove_dir_all(copy.path().join("journal")).unwrap();
    let before = refused(copy.path());
    assert_eq!(
        std::fs::read(copy.path().join("database/db")).unwrap(),
        before,
        "sled was not touched"
    );
    let copy = sound.copy();
    std::fs::remove_file(journal_file(copy.path())).unwrap();
    refused(copy.path());
    let copy = sound.copy();
    cut(&journal_file(copy.path()), 0);
    refused(copy.path());
    cut(&copy.path().join("database/db"), 4000);
    refused(copy.path());
}

#[test]
fn a_torn_last_line_is_cut_off_at_every_byte_and_nothing_before_it_is_lost() {
    let folder = tempdir().unwrap();
    let content = filled(folder.path(), 20);
    let old = tempdir().unwrap();
    copy_folder(folder.path(), old.path());
    let good = journal_file(folder.path()).metadata().unwrap().len();
    open(folder.path()).unwrap().journal.commit(&[varied(21)]).unwrap();
    let whole = std::fs::read(journal_file(folder.path())).unwrap();
    let good = usize::try_from(good).unwrap();
    for end in good + 1..whole.len() {
        let crashed = tempdir().unwrap();
        // Half of them must be rebuilt as well.
        let from = if end % 2 == 0 {
            old.path().to_owned()
        } else {
            old.path().join("journal")
        };
        let to = if end % 2 == 0 {
            crashed.path().to_owned()
        } else {
            crashed.path().join("journal")
        };
        copy_folder(&from, &to);
        std::fs::write(journal_file(crashed.path()), &whole[..end]).unwrap();
        assert!(verify(crashed.path()).unwrap().torn);
        let mut store = open(crashed.path()).unwrap();
        assert!(
            store.said.iter().any(|said| said.contains("never written completely")),
            "{:?}",
            store.said
        );
        assert_eq!(everything(&store.database), content, "cut at {end}");
        let kept = std::fs::read(crashed.path().join("journal/torn-00000000000000000021-1")).unwrap();
        assert_eq!(kept, &whole[good..end]);
        store.journal.commit(&[varied(21)]).unwrap();
        drop(store);
        assert_eq!(std::fs::read(journal_file(crashed.path())).unwrap(), whole);
    }
}

#[test]
fn a_torn_line_that_was_acknowledged_is_not_given_up() {
    let sound = Sound::new();
    let copy = sound.copy();
    let length = journal_file(copy.path()).metadata().unwrap().len();
    cut(&journal_file(copy.path()), length - 9);
    let error = open(copy.path()).unwrap_err();
    assert!(
        matches!(
            error,
            StoreError::LostRecords {
                journal_seq: 39,
                database_seq: 40,
                ..
            }
        ),
        "{error}"
    );
    assert_eq!(
        journal_file(copy.path()).metadata().unwrap().len(),
        length - 9,
        "nothing was changed"
    );
    assert!(!copy.path().join("database.damaged-1").exists());
}

#[test]
fn a_bit_flipped_anywhere_in_the_journal_is_found_and_nothing_is_touched() {
    let sound = Sound::new();
    let length = std::fs::read(journal_file(sound.folder.path())).unwrap().len();
    for step in 0..120 {
        let copy = sound.copy();
        // The neighbourhood of the last line, too: the last steps go back from the end byte by byte.
        let at = if step < 90 {
            length * step / 90
        } else {
            length - 1 - (step - 90)
        };
        flip(&journal_file(copy.path()), at, u8::try_from(step % 8).unwrap());
        let damaged = std::fs::read(journal_file(copy.path())).unwrap();
        let database = std::fs::read(copy.path().join("database/db")).unwrap();
        let error = open(copy.path()).unwrap_err();
        match &error {
            StoreError::Damaged { file, line, offset, .. } => {
                assert_eq!(file, &journal_file(copy.path()));
                let offset = usize::try_from(*offset).unwrap();
                let counted = damaged[..offset].split(|byte| *byte == b'\n').count() as u64;
                assert_eq!(*line, counted, "{error}");
                assert!(offset <= at, "flipped at {at}: {error}");
                assert!(error.to_string().contains("`rfrbot restore FILE`"), "{error}");
                assert_eq!(
                    std::fs::read(copy.path().join("database/db")).unwrap(),
                    database,
                    "sled was touched"
                );
            }
            StoreError::LostRecords { journal_seq, .. } => assert_eq!(*journal_seq, COMMITS - 1),
            _ => panic!("flipped at {at}: {error}"),
        }
        assert_eq!(
            std::fs::read(journal_file(copy.path())).unwrap(),
            damaged,
            "the journal was touched"
        );
    }
}

#[test]
fn a_line_that_is_missing_twice_or_out_of_order_is_damage() {
    let sound = Sound::new();
    let whole = std::fs::read_to_string(journal_file(sound.folder.path())).unwrap();
    let lines: Vec<&str> = whole.split_inclusive('\n').collect();
    let without: Vec<&str> = [&lines[..9], &lines[10..]].concat();
    let twice: Vec<&str> = [&lines[..10], &lines[9..]].concat();
    let mut swapped = lines.clone();
    swapped.swap(9, 10);
    for damaged in [without, twice, swapped] {
        let copy = sound.copy();
        std::fs::write(journal_file(copy.path()), damaged.concat()).unwrap();
        let error = open(copy.path()).unwrap_err();
        assert!(matches!(error, StoreError::Damaged { line: 10 | 11, .. }), "{error}");
        assert!(matches!(verify(copy.path()), Err(StoreError::Damaged { .. })));
    }
}

#[test]
fn a_record_of_a_newer_program_is_refused_and_nothing_is_changed() {
    let sound = Sound::new();
    let copy = sound.copy();
    let record = br#"{"v":99,"commit":{"unheard-of":true}}"#;
    let line = std::fs::read_to_string(journal_file(copy.path()))
        .unwrap()
        .lines()
        .count() as u64
        + 1;
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(&line.to_be_bytes());
    hasher.update(record);
    let crc = hasher.finalize();
    let mut bytes = std::fs::read(journal_file(copy.path())).unwrap();
    bytes.extend_from_slice(format!("{{\"line\":{line},\"crc\":\"{crc:08x}\",\"record\":").as_bytes());
    bytes.extend_from_slice(record);
    bytes.extend_from_slice(b"}\n");
    std::fs::write(journal_file(copy.path()), &bytes).unwrap();
    for with_database in [true, false] {
        if !with_database {
            std::fs::remove_dir_all(copy.path().join("database")).unwrap();
        }
        let error = open(copy.path()).unwrap_err();
        assert!(matches!(error, StoreError::Record { .. }), "{error}");
        let said = error.to_string();
        assert!(
            said.contains("version 99") && said.contains("Use that version"),
            "{said}"
        );
        assert_eq!(std::fs::read(journal_file(copy.path())).unwrap(), bytes);
    }
}
