//! Two processes, and one that is killed: the test program starts itself again.

use super::samples::{commit, everything, varied};
use rfrbot::store::{StoreError, open};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tempfile::tempdir;

const FOLDER: &str = "RFRBOT_TEST_STORE";
const TASK: &str = "RFRBOT_TEST_TASK";

/// Starts this test program again to do a task on a store.
fn start(task: &str, folder: &Path) -> Child {
    begin(Command::new(std::env::current_exe().unwrap()), task, folder)
}

fn begin(mut command: Command, task: &str, folder: &Path) -> Child {
    command
        .args(["--exact", "store::processes::the_other_process", "--nocapture"])
        .env(FOLDER, folder)
        .env(TASK, task)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// What the other process does; nothing without a task (when the tests run as usual).
#[test]
fn the_other_process() {
    let (Some(folder), Ok(task)) = (std::env::var_os(FOLDER), std::env::var(TASK)) else {
        return;
    };
    let mut store = open(Path::new(&folder)).unwrap();
    let mut out = std::io::stdout();
    writeln!(out, "\nopen").unwrap();
    out.flush().unwrap();
    if task == "hold" {
        // Until the parent closes it, or is gone.
        let mut rest = Vec::new();
        std::io::stdin().read_to_end(&mut rest).unwrap();
        return;
    }
    if task == "fill" {
        let mut commit = commit(1, "ralph", Vec::new());
        commit.origin.words = "long ".repeat(20_000);
        let error = loop {
            commit.origin.seq = store.database.next_seq();
            if let Err(error) = store.journal.commit(std::slice::from_ref(&commit)) {
                break error;
            }
        };
        assert!(matches!(error, StoreError::NotWritten { .. }), "{error}");
        // Nothing of the long one is kept, and a short one still fits.
        commit.origin.words.clear();
        store.journal.commit(&[commit]).unwrap();
        writeln!(out, "kept {}", store.database.next_seq() - 1).unwrap();
        return;
    }
    for seq in store.database.next_seq().. {
        store.journal.commit(&[varied(seq)]).unwrap();
        writeln!(out, "kept {seq}").unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn a_second_process_gets_a_clear_message() {
    let folder = tempdir().unwrap();
    let mut child = start("hold", folder.path());
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap() == "open"));
    let error = open(folder.path()).unwrap_err();
    assert!(matches!(error, StoreError::InUse { .. }), "{error}");
    assert!(
        error.to_string().contains(&folder.path().display().to_string()),
        "{error}"
    );
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
    // In the same process, too; and a remaining reader holds the store.
    let store = open(folder.path()).unwrap();
    assert!(matches!(open(folder.path()), Err(StoreError::InUse { .. })));
    let database = store.database.clone();
    drop(store);
    assert!(matches!(open(folder.path()), Err(StoreError::InUse { .. })));
    drop(database);
    open(folder.path()).unwrap();
}

#[test]
fn nothing_acknowledged_is_lost_when_the_process_is_killed() {
    let folder = tempdir().unwrap();
    for round in 1..=5 {
        let mut child = start("commit", folder.path());
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map(Result::unwrap);
        let wanted = 37 * round;
        let mut acknowledged = 0;
        for line in lines.by_ref().filter(|line| line.starts_with("kept ")).take(wanted) {
            acknowledged = line["kept ".len()..].parse().unwrap();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        // What it had reported before it died counts, too.
        for line in lines.filter(|line| line.starts_with("kept ")) {
            acknowledged = line["kept ".len()..].parse().unwrap_or(acknowledged);
        }
        let there = open(folder.path()).unwrap();
        assert!(there.database.next_seq() > acknowledged, "round {round}");
        assert!(acknowledged > 0);
    }
    // What survived all the crashes is what the journal says.
    let through = {
        let store = open(folder.path()).unwrap();
        everything(&store.database)
    };
    std::fs::remove_dir_all(folder.path().join("database")).unwrap();
    assert_eq!(everything(&open(folder.path()).unwrap().database), through);
}

#[test]
fn a_rebuild_that_is_killed_is_made_again() {
    let folder = tempdir().unwrap();
    let content = {
        let mut store = open(folder.path()).unwrap();
        let commits: Vec<_> = (1..=3000).map(varied).collect();
        for some in commits.chunks(100) {
            store.journal.commit(some).unwrap();
        }
        everything(&store.database)
    };
    let file = folder.path().join("database/db");
    let mut interrupted = 0;
    for written in [1, 100_000, 600_000, 1_100_000] {
        // Left over from the previous round; nothing in the first one.
        if interrupted == 0 {
            std::fs::remove_dir_all(folder.path().join("database")).unwrap();
        }
        let mut child = start("hold", folder.path());
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let rebuilt = std::thread::spawn(move || lines.any(|line| line.is_ok_and(|line| line == "open")));
        while !rebuilt.is_finished() && file.metadata().map_or(0, |file| file.len()) < written {
            std::thread::yield_now();
        }
        interrupted += u32::from(!rebuilt.is_finished());
        child.kill().unwrap();
        child.wait().unwrap();
        rebuilt.join().unwrap();
    }
    assert!(interrupted > 0, "every rebuild was over before it could be killed");
    println!("{interrupted} of 4 rebuilds were interrupted");
    assert_eq!(everything(&open(folder.path()).unwrap().database), content);
}

#[test]
fn a_disk_that_is_full_loses_nothing_and_spoils_nothing() {
    let folder = tempdir().unwrap();
    // A limit on file size, with its signal ignored, makes writing fail as a full disk does.
    let mut shell = Command::new("sh");
    let exe = std::env::current_exe().unwrap();
    shell
        .args(["-c", "trap '' XFSZ; ulimit -f 6000; exec \"$0\" \"$@\""])
        .arg(exe);
    let mut child = begin(shell, "fill", folder.path());
    let lines: Vec<String> = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .map(Result::unwrap)
        .collect();
    assert!(child.wait().unwrap().success(), "{lines:?}");
    let kept = lines.iter().find_map(|line| line.strip_prefix("kept ")).unwrap();
    let kept: u64 = kept.parse().unwrap();
    assert!(kept > 20, "the limit was met too early: {kept}");
    let store = open(folder.path()).unwrap();
    assert_eq!(store.said, [""; 0]);
    assert_eq!(store.database.next_seq(), kept + 1);
}
