//! Export and import, damage, a second process: what happens to the store.

use crate::{Desk, Guard, SMALL_STORY, TEAM, with_story};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};

#[test]
fn export_and_import_are_exact_inverses() {
    let desk = with_story();
    let first = desk.with_config(&["export"]).good();
    assert!(first.out.lines().count() > SMALL_STORY.len(), "{}", first.out);
    desk.with_config(&["export", "all.jsonl"]).good();
    assert_eq!(
        fs::read_to_string(desk.path("all.jsonl")).expect("the export"),
        first.out
    );
    // An existing file is not overwritten.
    desk.with_config(&["export", "all.jsonl"])
        .refused(&["all.jsonl", "does not exist yet"]);

    let other = Desk::new(TEAM);
    let file = desk.path("all.jsonl");
    let file = file.to_str().expect("UTF-8");
    let imported = other.with_config(&["import", file]).good();
    assert!(imported.err.contains("imported 6 changes"), "{}", imported.err);
    assert_eq!(other.with_config(&["export"]).good().out, first.out);
    other
        .console(&["status badges"])
        .good()
        .says(&["badges", "development"]);
}

#[test]
fn import_into_a_store_that_holds_something_is_refused_and_changes_nothing() {
    let desk = with_story();
    desk.with_config(&["export", "all.jsonl"]).good();
    let before = desk.everything();
    desk.with_config(&["import", "all.jsonl"])
        .refused(&["already holds something", "empty folder"]);
    assert_eq!(desk.everything(), before);
}

#[test]
fn a_damaged_export_is_refused_with_its_line_and_leaves_nothing_behind() {
    let desk = with_story();
    let export = desk.with_config(&["export"]).good().out;
    let other = Desk::new(TEAM);
    let altered = export.replacen("\"sponsor badges\"", "\"sponsor budges\"", 1);
    let short = &export[..export.len() - 30];
    // Delivery marks are between the commits, in the order in which the console happened to confirm.
    let altered_line = 1 + export
        .lines()
        .take_while(|line| !line.contains("\"sponsor badges\""))
        .count();
    let last_line = export.lines().count();
    for (bad, line) in [(altered.as_str(), altered_line), (short, last_line)] {
        let line = format!("line {line} of the export");
        fs::write(other.path("bad.jsonl"), bad).expect("a damaged export");
        other
            .with_config(&["import", "bad.jsonl"])
            .refused(&[&line, "Nothing was imported"]);
        let left: Vec<_> = fs::read_dir(other.folder.path()).expect("the folder").collect();
        assert_eq!(left.len(), 2, "only the config and the export: {left:?}");
    }
}

#[test]
fn a_store_that_is_not_there_or_cannot_be_made_is_named_once_with_its_cause() {
    let desk = Desk::new(TEAM);
    let ran = desk
        .with_config(&["export"])
        .refused(&["there is no store", "`data` in the config", "store/journal"]);
    assert_eq!(ran.err.matches("No such file").count(), 1, "{}", ran.err);
    fs::write(desk.path("store"), "a file where the folder should be").expect("a file");
    let ran = desk.console(&["status"]).refused(&["cannot make the folder", "store"]);
    assert_eq!(ran.err.matches("File exists").count(), 1, "{}", ran.err);
}

#[test]
fn a_second_process_on_the_same_store_is_told_so_and_the_first_goes_on() {
    let desk = with_story();
    let mut first = Guard(desk.open_console(&["--config", "config.toml"]));
    let mut lines = BufReader::new(first.0.stdout.take().expect("a pipe"));
    let mut greeting = String::new();
    lines.read_line(&mut greeting).expect("the greeting");
    assert!(greeting.contains("you are kevin"), "{greeting}");

    desk.console(&["status"])
        .refused(&["is in use by another process", "stop that one first"]);
    // An export only reads the journal, so a backup needs no stop.
    let export = desk.with_config(&["export"]).good();
    assert!(export.err.contains("exported 6 changes"), "{}", export.err);
    // Nor does `digest`.
    desk.with_config(&["digest"])
        .good()
        .says(&["1 RFR is open: 1 in ", "badges: ", "Freezes: "]);

    let mut input = first.0.stdin.take().expect("a pipe");
    writeln!(input, "note badges still here").expect("the first reads");
    drop(input);
    let mut rest = String::new();
    lines.read_to_string(&mut rest).expect("the rest");
    assert!(rest.contains("note"), "{rest}");
    assert!(first.0.wait().expect("the end").success());
}

#[test]
fn a_journal_damaged_in_its_middle_is_refused_with_the_place_and_nothing_is_touched() {
    for with_database in [true, false] {
        let desk = with_story();
        let mut bytes = fs::read(desk.journal()).expect("the journal");
        let third = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1);
        let third = third.expect("a third line").0 + 1;
        bytes[third + 40] ^= 1;
        fs::write(desk.journal(), &bytes).expect("damaging the journal");
        if !with_database {
            fs::remove_dir_all(desk.path("store/database")).expect("removing the database");
        }
        let before = desk.everything();
        let file = desk.journal();
        let file = file.strip_prefix(desk.folder.path()).expect("a path below");
        let place = [
            "the journal is damaged",
            file.to_str().expect("UTF-8"),
            "line 3",
            "backup",
        ];
        desk.console(&["status"]).refused(&place);
        desk.with_config(&["export"]).refused(&place);
        let mut after = desk.everything();
        if !with_database {
            // An empty database may have been created; the journal is what counts.
            after.retain(|path, _| !path.starts_with(desk.path("store/database")));
        }
        assert_eq!(after, before, "with the database: {with_database}");
    }
}

#[test]
fn a_deleted_database_is_rebuilt_and_that_is_said() {
    let desk = with_story();
    let before = desk.with_config(&["export"]).good().out;
    fs::remove_dir_all(desk.path("store/database")).expect("removing the database");
    let ran = desk.console(&["status badges"]).good();
    ran.says(&["badges", "development"]);
    assert!(ran.err.contains("records of the journal"), "{ran:#?}");
    assert_eq!(desk.with_config(&["export"]).good().out, before);
}

#[test]
fn a_damaged_database_is_set_aside_and_rebuilt_and_that_is_said() {
    let desk = with_story();
    let before = desk.with_config(&["export"]).good().out;
    fs::write(desk.path("store/database/db"), b"not a database").expect("damaging the database");
    let ran = desk.console(&["status badges"]).good();
    ran.says(&["badges", "development"]);
    assert!(ran.err.contains("rebuilt the database"), "{ran:#?}");
    assert!(ran.err.contains("is kept in"), "{ran:#?}");
    assert_eq!(desk.with_config(&["export"]).good().out, before);
}

#[test]
fn a_torn_last_line_of_the_journal_is_said_cut_off_and_kept() {
    let desk = with_story();
    let whole = desk.with_config(&["export"]).good().out;
    let mut journal = fs::read(desk.journal()).expect("the journal");
    let last = whole.lines().last().expect("a record").len();
    // What a crash in the middle of a write leaves: half of an unacknowledged line.
    let half = journal[..last / 2].to_vec();
    journal.extend(&half);
    fs::write(desk.journal(), &journal).expect("tearing the journal");
    let ran = desk.console(&["status badges"]).good();
    ran.says(&["badges", "development"]);
    assert!(ran.err.contains("cut"), "{ran:#?}");
    assert!(ran.err.contains("never acknowledged"), "{ran:#?}");
    assert_eq!(desk.with_config(&["export"]).good().out, whole);
    // And it continues.
    desk.console(&["note badges after the crash"]).good().says(&["note"]);
}

#[test]
fn a_journal_that_is_gone_is_not_taken_for_a_new_store() {
    let desk = with_story();
    fs::remove_dir_all(desk.path("store/journal")).expect("removing the journal");
    desk.console(&["status"]).refused(&["journal", "missing", "backup"]);
}
