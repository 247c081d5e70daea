//! A journal of several files.

use super::samples::{Everything, commit, copy_folder, everything, sound};
use rfrbot::store::{DatabaseState, StoreError, export, import, inspect, open, recover, verify};
use std::path::{Path, PathBuf};
use tempfile::{TempDir, tempdir};

/// The first segment is full of long words; the commits of interest are at its start and in the second.
fn long_store() -> (TempDir, Everything) {
    let folder = tempdir().unwrap();
    let mut store = open(folder.path()).unwrap();
    for seq in 1..=60 {
        let mut next = sound(seq);
        if (20..40).contains(&seq) {
            next = commit(seq, "ralph", Vec::new());
            next.origin.words = "long ".repeat(180_000);
        }
        store.journal.commit(&[next]).unwrap();
    }
    let content = everything(&store.database);
    drop(store);
    (folder, content)
}

fn segments(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> = folder
        .join("journal")
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    paths
}

#[test]
fn several_segments_are_one_journal() {
    let (folder, content) = long_store();
    assert_eq!(segments(folder.path()).len(), 2);
    assert_eq!(verify(folder.path()).unwrap().segments, 2);
    let store = open(folder.path()).unwrap();
    assert_eq!(store.said, [""; 0]);
    assert_eq!(everything(&store.database), content);
    drop(store);
    std::fs::remove_dir_all(folder.path().join("database")).unwrap();
    assert_eq!(everything(&open(folder.path()).unwrap().database), content);

    let mut first = Vec::new();
    export(folder.path(), &mut first).unwrap();
    let to = folder.path().join("to");
    import(first.as_slice(), &to).unwrap();
    assert_eq!(segments(&to).len(), 2);
    let mut second = Vec::new();
    export(&to, &mut second).unwrap();
    assert!(first == second, "the exports differ");
    assert_eq!(everything(&open(&to).unwrap().database), content);
}

#[test]
fn a_segment_that_is_missing_cut_or_changed_is_found() {
    let (sound, content) = long_store();
    let copy = || {
        let copy = tempdir().unwrap();
        copy_folder(sound.path(), copy.path());
        let paths = segments(copy.path());
        (copy, paths)
    };
    let damaged = |folder: &Path| {
        let error = open(folder).unwrap_err();
        assert!(matches!(error, StoreError::Damaged { .. }), "{error}");
        assert!(matches!(verify(folder), Err(StoreError::Damaged { .. })));
        assert!(!folder.join("database.damaged-1").exists());
    };
    let (folder, paths) = copy();
    std::fs::remove_file(&paths[0]).unwrap();
    damaged(folder.path());

    let (folder, paths) = copy();
    let whole = std::fs::read(&paths[0]).unwrap();
    std::fs::write(&paths[0], &whole[..whole.len() - 1]).unwrap();
    damaged(folder.path());
    let last_line = whole[..whole.len() - 1]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .unwrap()
        + 1;
    std::fs::write(&paths[0], &whole[..last_line]).unwrap();
    damaged(folder.path());

    // The old segments are not read at every start, but before a rebuild, and when the operator asks.
    let (folder, paths) = copy();
    let mut bytes = whole;
    bytes[1000] ^= 1;
    std::fs::write(&paths[0], bytes).unwrap();
    let store = open(folder.path()).unwrap();
    assert_eq!(everything(&store.database), content, "all of it is in the database");
    drop(store);
    assert_eq!(open(folder.path()).unwrap().said, [""; 0], "no reason for a rebuild");
    assert!(matches!(verify(folder.path()), Err(StoreError::Damaged { .. })));
    std::fs::remove_dir_all(folder.path().join("database")).unwrap();
    damaged(folder.path());

    // The last one is gone: the database knows more, and nothing is given up.
    let (folder, paths) = copy();
    std::fs::remove_file(&paths[1]).unwrap();
    let error = open(folder.path()).unwrap_err();
    assert!(matches!(error, StoreError::LostRecords { torn: false, .. }), "{error}");
    assert!(!folder.path().join("database.damaged-1").exists());
    let inspected = inspect(folder.path()).unwrap().database;
    assert!(matches!(inspected, DatabaseState::KnowsMore(_)), "{inspected:?}");
    // What follows the first segment is recovered if the database has all of it; otherwise nothing is.
    match recover(folder.path()) {
        Ok(taken) => {
            assert!(taken.is_some_and(|taken| taken.records > 0));
            assert_eq!(open(folder.path()).unwrap().database.open_rfrs().unwrap(), content.open);
        }
        Err(error) => assert!(matches!(error, StoreError::NotRemembered { .. }), "{error}"),
    }
}
