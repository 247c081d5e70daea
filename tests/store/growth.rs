//! A growing history never slows a start: how many bytes opening reads does not follow the length of the journal.

use super::samples::{commit, varied};
use rfrbot::store::open;
use std::path::Path;
use tempfile::tempdir;

/// Bytes that this thread has read so far, by the kernel's own account.
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
        // Some fifty MiB of words more; what the database keeps of them is little.
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
    // The last segment is read, of at most 16 MiB and one record; of each other one its last line.
    assert!(opening.iter().all(|(_, read)| *read < 20 << 20), "{opening:?}");
    assert!(opening[opening.len() - 1].0 > 200, "{opening:?}");
}
