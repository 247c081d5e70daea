//! A growing history never slows a start: the bytes read when opening do not depend on the journal's length.

use super::samples::{commit, copy_folder, everything, filled, varied};
use rfrbot::store::{DatabaseState, inspect, open};
use std::path::Path;
use tempfile::tempdir;

/// Bytes this thread has read so far, by the kernel's count.
fn read_so_far() -> u64 {
    let io = std::fs::read_to_string("/proc/thread-self/io").unwrap();
    let line = io.lines().find_map(|line| line.strip_prefix("rchar: ")).unwrap();
    line.parse().unwrap()
}

fn journal_bytes(store: &Path) -> u64 {
    let files = store.join("journal").read_dir().unwrap();
    files.map(|file| file.unwrap().metadata().unwrap().len()).sum()
}

#[test]
fn opening_reads_no_more_of_a_journal_of_many_segments() {
    let folder = tempdir().unwrap();
    let mut opening = Vec::new();
    for _ in 0..4 {
        // Some fifty MiB of additional words; the database keeps little of them.
        let mut store = open(folder.path()).unwrap();
        for _ in 0..65 {
            let seq = store.database.next_seq();
            let batch = (seq..seq + 100).map(|seq| {
                let mut next = commit(seq, "ralph", Vec::new());
                next.origin.words = "long ".repeat(1600);
                next
            });
            store.journal.commit(&batch.collect::<Vec<_>>()).unwrap();
        }
        let seq = store.database.next_seq();
        store.journal.commit(&[varied(seq)]).unwrap();
        drop(store);
        let before = read_so_far();
        drop(open(folder.path()).unwrap());
        opening.push((journal_bytes(folder.path()) >> 20, read_so_far() - before));
    }
    println!("journal in MiB, bytes read to open it: {opening:?}");
    // The last segment is read, of at most 16 MiB and one record; of each other one only its last line.
    assert!(opening.iter().all(|(_, read)| *read < 20 << 20), "{opening:?}");
    assert!(opening[opening.len() - 1].0 > 200, "{opening:?}");
}

fn bytes(folder: &Path) -> u64 {
    let entries = folder.read_dir().unwrap().map(Result::unwrap);
    entries
        .map(|entry| match entry.metadata().unwrap() {
            metadata if metadata.is_dir() => bytes(&entry.path()),
            metadata => metadata.len(),
        })
        .sum()
}

/// Makes sled allocate space and release its contents: the space stays allocated.
fn blow_up(store: &Path) {
    let sled = sled::open(store.join("database")).unwrap();
    let passing = sled.open_tree("passing").unwrap();
    for round in 0..900_u32 {
        // Unrepetitive, so that it cannot be compressed.
        let mut value = Vec::with_capacity(100_000);
        let mut next = u64::from(round) + 1;
        while value.len() < 100_000 {
            next = next.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            value.extend_from_slice(&next.to_be_bytes());
        }
        passing.insert(round.to_be_bytes(), value).unwrap();
    }
    sled.flush().unwrap();
    drop(passing);
    sled.drop_tree("passing").unwrap();
    sled.flush().unwrap();
}

#[test]
fn a_database_of_many_times_its_journal_is_built_anew_and_a_kill_on_the_way_loses_nothing() {
    let folder = tempdir().unwrap();
    let store = folder.path().join("store");
    std::fs::create_dir(&store).unwrap();
    let before = filled(&store, 60);
    blow_up(&store);
    let database = store.join("database");
    assert!(bytes(&database) > 64 << 20, "{}", bytes(&database));
    let large = |name: &str| {
        let copy = folder.path().join(name);
        copy_folder(&store, &copy);
        copy
    };
    let is_small_and_whole = |store: &Path| {
        let opened = open(store).unwrap();
        assert!(
            opened
                .said
                .iter()
                .any(|said| said.starts_with("built the database anew")),
            "{:?}",
            opened.said
        );
        assert_eq!(everything(&opened.database), before);
        drop(opened);
        assert!(bytes(&store.join("database")) < 8 << 20);
        let names = store.read_dir().unwrap().map(|entry| entry.unwrap().file_name());
        let left: Vec<_> = names
            .filter(|name| name.to_string_lossy().contains("database."))
            .collect();
        assert!(left.iter().all(|name| *name == "database.seal"), "{left:?}");
        assert!(matches!(inspect(store).unwrap().database, DatabaseState::Agrees { .. }));
        assert_eq!(open(store).unwrap().said, [""; 0]);
    };
    // Killed while the new one is built, and between the two renames.
    let half = large("half");
    std::fs::create_dir_all(half.join("database.smaller/database")).unwrap();
    std::fs::write(half.join("database.smaller/database/db"), "half").unwrap();
    is_small_and_whole(&half);
    let between = large("between");
    std::fs::create_dir_all(between.join("database.smaller/database")).unwrap();
    std::fs::rename(between.join("database"), between.join("database.larger")).unwrap();
    is_small_and_whole(&between);
    // Killed before the old one was gone.
    let after = large("after");
    copy_folder(&after.join("database"), &after.join("database.larger"));
    is_small_and_whole(&after);
    is_small_and_whole(&store);
}
