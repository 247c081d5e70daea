//! A power cut: the block device's image is copied under a live file system, and its contents must suffice.

use crate::{Dice, Mount, new_image};
use rfrbot::people::By;
use rfrbot::record::Commit;
use rfrbot::rfr::Origin;
use rfrbot::store::{DatabaseState, inspect, open};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

const FOLDER: &str = "RFRBOT_TEST_POWER";

fn commit(seq: u64) -> Commit {
    Commit {
        origin: Origin {
            seq,
            at: chrono::DateTime::UNIX_EPOCH,
            by: By::from_name("ralph"),
            proof: "test".to_owned(),
            place: "libera/#fedora-admin".to_owned(),
            words: "x".repeat(300),
        },
        incoming: None,
        events: Vec::new(),
        effects: Vec::new(),
    }
}

/// What the process on the live file system does; nothing without a folder.
#[test]
fn the_writing_process() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let mut store = open(Path::new(&folder)).expect("the store opens");
    let mut out = std::io::stdout();
    for seq in store.database.next_seq().. {
        store.journal.commit(&[commit(seq)]).expect("a commit");
        writeln!(out, "\nkept {seq}").expect("a pipe");
        out.flush().expect("a pipe");
    }
}

#[test]
#[ignore = "needs root: tests/run faults"]
fn what_was_acknowledged_survives_a_power_cut() {
    const ROUNDS: u32 = 15;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let image = folder.path().join("disk");
    new_image(&image, 64);
    let live = Mount::image(&image);
    let mut dice = Dice::new(7);
    let (mut checked, mut rebuilt, mut more) = (0, 0, 0);
    for round in 0..ROUNDS {
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "power::the_writing_process", "--nocapture"])
            .env(FOLDER, live.path().join("store"))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("it starts");
        let acknowledged = Arc::new(AtomicU64::new(0));
        let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let (enough, reached) = std::sync::mpsc::channel();
        let reader = {
            let acknowledged = acknowledged.clone();
            let wanted = 20 + dice.below(300);
            std::thread::spawn(move || {
                let kept = |line: String| line.strip_prefix("kept ")?.parse::<u64>().ok();
                for (count, seq) in (1..).zip(lines.map_while(Result::ok).filter_map(kept)) {
                    acknowledged.store(seq, Ordering::SeqCst);
                    if count == wanted {
                        let _ = enough.send(());
                    }
                }
            })
        };
        reached.recv_timeout(Duration::from_secs(120)).expect("commits");
        let signal = |name: &str| {
            let sent = Command::new("kill").args([name, &child.id().to_string()]).status();
            assert!(sent.expect("kill runs").success());
        };
        // Nothing may be written while the image is copied: that would not be a state of any real disk.
        signal("-STOP");
        let due = acknowledged.load(Ordering::SeqCst);
        let copy = folder.path().join(format!("copy-{round}"));
        fs::copy(&image, &copy).expect("copying the image");
        child.kill().expect("it can be killed");
        child.wait().expect("it ends");
        reader.join().expect("the reader ends");

        let after = Mount::image(&copy);
        let store = open(&after.path().join("store")).expect("the store opens after the power cut");
        let found = store.database.next_seq() - 1;
        assert!(
            found >= due,
            "round {round}: {due} were acknowledged, {found} are there"
        );
        rebuilt += u32::from(store.said.iter().any(|said| said.contains("rebuilt")));
        more += found - due;
        drop(store);
        let inspected = inspect(&after.path().join("store")).expect("it can be verified");
        assert!(
            matches!(inspected.database, DatabaseState::Agrees { .. }),
            "{:?}",
            inspected.database
        );
        checked += due;
        drop(after);
        fs::remove_file(&copy).expect("removing the copy");
    }
    println!(
        "{ROUNDS} power cuts: {checked} acknowledged in all, 0 lost; {more} were on the disk before they were acknowledged; \
         the database was rebuilt {rebuilt} times"
    );
}
