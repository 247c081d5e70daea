//! Instructions of a processor, counted by callgrind in a separate process.

use crate::{CHAT, CountedWords, ONE_AT_A_TIME, desk_on, hostile_lines, kevin, make, said};
use chrono::{DateTime, TimeDelta};
use rfrbot::command::parse;
use rfrbot::people::{Identity, Unproven};
use rfrbot::store::{Opened, open};
use std::path::Path;
use std::process::Command;
use std::sync::{LazyLock, PoisonError};
use tempfile::{TempDir, tempdir};

/// Repetitions while instructions are counted: under callgrind each takes fifty times as long.
const TIMES: u32 = 10;

/// Only the work in here is counted: callgrind selects it by this function's name.
#[inline(never)]
fn only_this_is_counted(work: &mut dyn FnMut()) {
    for _ in 0..TIMES {
        work();
    }
}

/// The counted process, run under callgrind by `instructions_stay_few`: `RFRBOT_COUNTED` selects the work; without it,
/// it does nothing.
#[test]
fn the_counted_process() {
    let Ok(which) = std::env::var("RFRBOT_COUNTED") else {
        return;
    };
    let store = std::env::var_os("RFRBOT_COUNTED_STORE").unwrap();
    let Opened {
        mut journal, database, ..
    } = open(Path::new(&store)).unwrap();
    let mut desk = desk_on(database);
    let line = std::env::var("RFRBOT_COUNTED_LINE").unwrap_or_default();
    let (text, identity) = match which.as_str() {
        "hostile" => (line.as_str(), kevin()),
        "chat" => (CHAT, Identity::Unproven(Unproven::NotLoggedIn)),
        "look-up" => ("!rfr status service150", Identity::Unproven(Unproven::NotLoggedIn)),
        "change" => ("!rfr note service150 nobody objects", kevin()),
        "digest" => ("", kevin()),
        other => panic!("{other}"),
    };
    let incoming = said(text, identity);
    let now = DateTime::UNIX_EPOCH + TimeDelta::days(1);
    let mut work = || {
        if which == "digest" {
            std::hint::black_box(desk.digest(now).unwrap());
            return;
        }
        let handled = desk.hear(&incoming, now);
        if which == "hostile" {
            assert!(!handled.replies.is_empty() || handled.commit.is_some());
            return desk.committed();
        }
        assert_eq!(handled.replies.is_empty(), which != "look-up", "{:?}", handled.replies);
        assert_eq!(handled.commit.is_some(), which == "change");
        if let Some(commit) = handled.commit {
            journal.commit(&[commit]).unwrap();
            desk.committed();
            journal.settle().unwrap();
        }
    };
    // What is done for the first time costs more.
    work();
    only_this_is_counted(&mut work);
}

/// The store that the counted process works on is made once, and outside of callgrind, where it would take 15 seconds.
static STORE: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempdir().unwrap();
    make(folder.path(), 100, 100);
    folder
});

/// Copies a folder and what is in it.
fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// Instructions per repetition, in a separate process; `None` without valgrind.
fn instructions(which: &str, line: &str) -> Option<u64> {
    let output = tempdir().unwrap();
    let store = output.path().join("store");
    copy(STORE.path(), &store);
    let counted = Command::new("valgrind")
        .arg("--tool=callgrind")
        .arg("--toggle-collect=*only_this_is_counted*")
        .arg(format!("--callgrind-out-file={}", output.path().join("out").display()))
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", "instructions::the_counted_process", "--test-threads=1"])
        .env("RFRBOT_COUNTED", which)
        .env("RFRBOT_COUNTED_STORE", store)
        .env("RFRBOT_COUNTED_LINE", line)
        .output();
    let counted = match counted {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
        counted => counted.unwrap(),
    };
    let told = String::from_utf8_lossy(&counted.stderr);
    let done = String::from_utf8_lossy(&counted.stdout);
    assert!(counted.status.success() && done.contains("1 passed"), "{done}{told}");
    let all = told.lines().find_map(|line| line.split_once("Collected : "));
    let (_, all) = all.unwrap_or_else(|| panic!("callgrind says no sum: {told}"));
    Some(all.trim().parse::<u64>().unwrap() / u64::from(TIMES))
}

#[test]
fn instructions_stay_few() {
    // The cost in an unoptimised build, plus half.
    let most = [
        // Of which remembering the line takes two thirds.
        ("chat", 7_000),
        // Of which understanding what people type takes a third.
        ("look-up", 580_000),
        ("change", 5_800_000),
        // Of which reading what moved takes 70 %: here all did, so twenty closed RFRs and eight histories.
        ("digest", 61_000_000),
    ];
    for (which, most) in most {
        let Some(each) = instructions(which, "") else {
            println!("instructions are not counted: valgrind is not installed");
            return;
        };
        println!("{which}: {each} instructions");
        assert!(
            each > 0 && each < most,
            "{which}: {each} instructions, and at most {most} before"
        );
    }
}

/// So many of the slowest lines are timed again.
const LOOKED_AT_AGAIN: usize = 60;

/// Seven milliseconds of a processor with 3 instructions per nanosecond, for this unoptimised build.
const SEVEN_MILLISECONDS: u64 = 21_000_000;

#[test]
fn the_worst_line_of_all_verbs_takes_less_than_seven_milliseconds_unoptimised() {
    let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    // The clock only selects which lines are counted: of all those that took long once, those that always do.
    let took = |line: &str| {
        let begun = std::time::Instant::now();
        let _ = std::hint::black_box(parse(line, &CountedWords::default()));
        begun.elapsed()
    };
    let once = hostile_lines(1_900).into_iter().map(|line| (took(&line), line));
    let mut lines: Vec<(std::time::Duration, String)> = once.collect();
    lines.sort();
    let mut lines = lines.split_off(lines.len() - LOOKED_AT_AGAIN);
    for (shortest, line) in &mut lines {
        *shortest = (0..2).map(|_| took(line)).min().unwrap_or_default().min(*shortest);
    }
    lines.sort();
    for (_, line) in lines.iter().rev().take(3) {
        let Some(each) = instructions("hostile", &format!("!rfr {line}")) else {
            println!("instructions are not counted: valgrind is not installed");
            return;
        };
        println!("{each} instructions: {line:.60}…");
        assert!(
            each > 0 && each < SEVEN_MILLISECONDS,
            "{each} instructions: {line:.60}…"
        );
    }
}
