//! A journal that is shorter or older than its database: the loss is reported, the store refused, and the loss
//! recovered if possible.

use crate::{Desk, Ran, SMALL_STORY, TEAM, with_story};
use std::fs;
use std::path::Path;

/// The lines of the journal, each with its line break.
fn lines(desk: &Desk) -> Vec<String> {
    let text = fs::read_to_string(desk.journal()).expect("the journal");
    text.split_inclusive('\n').map(str::to_owned).collect()
}

/// Cuts the last commits off the journal, with what follows each; returns how many records are left.
fn cut_commits(desk: &Desk, commits: usize) -> usize {
    let lines = lines(desk);
    let is_commit = |line: &String| line.contains("\"record\":{\"v\":1,\"commit\"");
    let places: Vec<usize> = (0..lines.len()).filter(|at| is_commit(&lines[*at])).collect();
    let at = places[places.len() - commits];
    fs::write(desk.journal(), lines[..at].concat()).expect("cutting the journal");
    at
}

#[track_caller]
fn lost(ran: &Ran, words: &[&str]) {
    assert_eq!(ran.code, Some(78), "{ran:#?}");
    for word in words {
        assert!(ran.err.contains(word), "no {word:?} in {ran:#?}");
    }
    assert!(
        !ran.err.contains("nothing is lost") && !ran.err.contains("can be deleted"),
        "{ran:#?}"
    );
}

/// Everything except files for locking, sealing, and sled's own opening.
fn content(desk: &Desk) -> Vec<(String, Vec<u8>)> {
    let all = desk.everything().into_iter();
    let all = all.map(|(path, bytes)| (path.to_string_lossy().into_owned(), bytes));
    all.filter(|(path, _)| path.contains("/journal/")).collect()
}

#[test]
fn changes_cut_off_the_journal_are_named_refused_and_taken_back() {
    let desk = with_story();
    let whole = fs::read(desk.journal()).expect("the journal");
    let left = cut_commits(&desk, 2);
    let before = content(&desk);

    let known = [
        "after change 4",
        "the database knows change 6",
        "`rfrbot recover`",
        "`rfrbot restore",
    ];
    let ran = desk.with_config(&["verify"]);
    assert!(ran.out.contains(&format!("{left} records")), "{ran:#?}");
    for words in [
        "lost: change 5 by kevin",
        "people badges add kevin smooge",
        "lost: change 6 by kevin",
        "advance",
    ] {
        assert!(ran.out.contains(words), "no {words:?} in {ran:#?}");
    }
    lost(&ran, &known);
    lost(&desk.console(&["status badges"]), &known);
    // A backup of it must not replace a good one.
    lost(&desk.with_config(&["backup", "short.backup"]), &known);
    assert!(!desk.path("short.backup").exists());
    assert_eq!(content(&desk), before, "nothing was changed");

    let ran = desk.with_config(&["recover"]).good();
    for words in [
        "took back 2 changes",
        "change 5 by kevin",
        "change 6 by kevin",
        "journal.before-recovery-1",
    ] {
        assert!(ran.out.contains(words), "no {words:?} in {ran:#?}");
    }
    assert_eq!(fs::read(desk.journal()).expect("the journal"), whole, "byte for byte");
    let kept = desk.path("store/journal.before-recovery-1/00000000000000000001.jsonl");
    assert_eq!(fs::read(kept).expect("the old journal"), before[0].1);
    let ran = desk.with_config(&["verify"]).good();
    assert!(ran.out.contains("all as the journal says"), "{ran:#?}");
    desk.console(&["status badges"]).good().says(&["development"]);
    // A second time there is nothing to do.
    let ran = desk.with_config(&["recover"]).good();
    assert!(ran.out.contains("nothing to take back"), "{ran:#?}");
}

#[test]
fn a_journal_that_is_empty_gone_torn_or_an_older_copy_is_taken_back_too() {
    let take_away = |desk: &Desk, how: usize, older: &[u8]| match how {
        0 => fs::write(desk.journal(), "").expect("emptied"),
        1 => fs::remove_file(desk.journal()).expect("removed"),
        2 => fs::remove_dir_all(desk.path("store/journal")).expect("removed"),
        3 => fs::write(desk.journal(), older).expect("an older copy"),
        _ => {
            let bytes = fs::read(desk.journal()).expect("the journal");
            let half = lines(desk).iter().rev().map(String::len).take(4).sum::<usize>();
            fs::write(desk.journal(), &bytes[..bytes.len() - half + 20]).expect("torn");
        }
    };
    for how in 0..5 {
        let desk = Desk::new(TEAM);
        desk.console(&SMALL_STORY[..2]).good();
        let older = fs::read(desk.journal()).expect("the journal");
        desk.console(&SMALL_STORY[2..]).good();
        let whole = fs::read(desk.journal()).expect("the journal");
        take_away(&desk, how, &older);
        for arguments in [&["verify"][..], &["backup", "short.backup"], &["export"], &["digest"]] {
            lost(&desk.with_config(arguments), &["`rfrbot recover`"]);
        }
        lost(&desk.console(&["status badges"]), &["`rfrbot recover`"]);
        desk.with_config(&["recover"]).good();
        assert_eq!(fs::read(desk.journal()).expect("the journal"), whole, "way {how}");
        desk.with_config(&["verify"]).good();
        desk.console(&["status badges"]).good().says(&["development"]);
    }
}

#[test]
fn the_witness_counts_though_the_database_is_damaged_elsewhere_or_marked_as_suspect() {
    for suspect in [true, false] {
        let desk = with_story();
        cut_commits(&desk, 2);
        if suspect {
            fs::write(desk.path("store/database.suspect"), "").expect("a mark");
        } else {
            let sled = sled::open(desk.path("store/database")).expect("the database");
            let tree = sled.open_tree("rfrs").expect("a tree");
            tree.clear().expect("damaged");
            tree.flush().expect("written");
        }
        let known = ["the database knows change 6", "`rfrbot recover`"];
        lost(&desk.with_config(&["verify"]), &known);
        lost(&desk.console(&["status badges"]), &known);
        assert!(desk.path("store/database").is_dir());
        desk.with_config(&["recover"]).good();
        desk.console(&["status badges"]).good().says(&["development"]);
    }
}

#[test]
fn a_journal_of_another_history_is_refused_and_not_overwritten() {
    let desk = with_story();
    cut_commits(&desk, 2);
    copy(&desk.path("store/database"), &desk.path("aside"));
    fs::remove_dir_all(desk.path("store/database")).expect("moved away");
    desk.console(&[
        "note badges another history",
        "note badges of three",
        "note badges changes",
    ])
    .good();
    fs::remove_dir_all(desk.path("store/database")).expect("removed");
    copy(&desk.path("aside"), &desk.path("store/database"));
    let before = content(&desk);
    for arguments in [&["verify"][..], &["recover"], &["backup", "other.backup"]] {
        lost(&desk.with_config(arguments), &["another history", "`database`"]);
    }
    lost(&desk.console(&["status badges"]), &["another history", "`database`"]);
    assert_eq!(content(&desk), before);
}

#[test]
fn what_the_database_no_longer_holds_is_said_and_nothing_is_changed() {
    let desk = with_story();
    let notes: Vec<String> = (0..700).map(|number| format!("note badges number {number}")).collect();
    let notes: Vec<&str> = notes.iter().map(String::as_str).collect();
    desk.console(&notes).good();
    let mut short = lines(&desk);
    short.truncate(8);
    fs::write(desk.journal(), short.concat()).expect("cutting the journal");
    let before = content(&desk);
    lost(
        &desk.with_config(&["recover"]),
        &["cannot be taken back", "record 9", "`rfrbot restore"],
    );
    let ran = desk.with_config(&["verify"]);
    assert!(
        ran.out.contains("lost: change 706 by kevin") && ran.out.contains("number 699"),
        "{ran:#?}"
    );
    assert!(ran.out.contains("has their records no longer"), "{ran:#?}");
    lost(&ran, &["the database knows change 706"]);
    assert_eq!(content(&desk), before);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry").path();
        let to = to.join(entry.file_name().expect("a name"));
        if entry.is_dir() {
            copy(&entry, &to);
        } else {
            fs::copy(&entry, &to).expect("a copy");
        }
    }
}
