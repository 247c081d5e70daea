//! Two processes, and one that is killed: the test program starts itself again.

use super::samples::{everything, varied};
use rfrbot::store::{StoreError, open};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use tempfile::tempdir;

const FOLDER: &str = "RFRBOT_TEST_STORE";
const TASK: &str = "RFRBOT_TEST_TASK";

/// Starts this test program again to do a task on a store.
fn start(task: &str, folder: &Path) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "store::processes::the_other_process", "--nocapture"])
        .env(FOLDER, folder)
        .env(TASK, task)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// What the other process does; without a task (when the tests run as usual) nothing.
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
    // In the same process too; and a reader that is still there holds the store.
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
        // What it had said before it died counts too.
        for line in lines.filter(|line| line.starts_with("kept ")) {
            acknowledged = line["kept ".len()..].parse().unwrap_or(acknowledged);
        }
        let there = open(folder.path()).unwrap();
        assert!(there.database.next_seq() > acknowledged, "round {round}");
        assert!(acknowledged > 0);
    }
    // What came through all the crashes is what the journal says.
    let through = {
        let store = open(folder.path()).unwrap();
        everything(&store.database)
    };
    std::fs::remove_dir_all(folder.path().join("database")).unwrap();
    assert_eq!(everything(&open(folder.path()).unwrap().database), through);
}
