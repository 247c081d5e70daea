//! Feeds, calendars and JSON, read by parsers that others made.

use crate::Board;
use crate::attacks::hostile_board;
use std::process::Command;

fn read_by_others(board: &Board, expected: &[&str]) {
    let venv = std::env::var("RFRBOT_BOARD_VENV").expect("tests/run board makes the folder and names it");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/board/foreign.py");
    let mut command = Command::new(format!("{venv}/bin/python"));
    let ended = command.arg(script).arg(board.url("")).args(expected).output().unwrap();
    let said = String::from_utf8_lossy(&ended.stdout).into_owned();
    assert!(
        ended.status.success() && said.contains("content"),
        "{said}\n{}",
        String::from_utf8_lossy(&ended.stderr)
    );
}

#[test]
#[ignore = "needs feedparser and icalendar from PyPI: tests/run board"]
fn feeds_and_calendars_are_read_by_others() {
    read_by_others(&Board::with_work(), &["badges", "OpenShift"]);
    read_by_others(&hostile_board(), &["evil", "<script>alert(1)</script>"]);
}
