//! Export and import are exact inverses.

use super::samples::{commit, everything, filled_soundly, requested, rfr_event, sound};
use chrono::NaiveDate;
use rfrbot::people::Account;
use rfrbot::record::{DeliveryMark, Event, Progress};
use rfrbot::rfr::{RfrEvent, RfrId};
use rfrbot::sop::{Edition, Phase};
use rfrbot::store::{StoreError, export, import, open, verify};
use rfrbot::wire::OutboxKey;
use std::path::Path;
use tempfile::tempdir;

fn exported(folder: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    export(folder, &mut bytes).unwrap();
    bytes
}

#[test]
fn export_import_export_is_the_same_to_the_byte() {
    let folder = tempdir().unwrap();
    let (from, to) = (folder.path().join("from"), folder.path().join("to"));
    filled_soundly(&from, 50);
    let mut store = open(&from).unwrap();
    store
        .journal
        .mark(&[DeliveryMark {
            key: OutboxKey { seq: 3, index: 0 },
            progress: Progress::Complete,
        }])
        .unwrap();
    store.journal.commit(&[sound(51)]).unwrap();
    // While the store is open, as a backup would be made.
    let first = exported(&from);
    let before = everything(&store.database);
    assert_eq!(String::from_utf8_lossy(&first).lines().count(), 53);
    let report = import(first.as_slice(), &to).unwrap();
    assert_eq!((report.records, report.last_seq, report.torn), (52, 51, false));
    assert_eq!(exported(&to), first);
    assert_eq!(everything(&open(&to).unwrap().database), before);
    assert_eq!(exported(&to), first, "opening changes nothing");
    assert_eq!(verify(&to).unwrap().records, 52);

    let empty = folder.path().join("empty");
    drop(open(&empty).unwrap());
    let nothing = exported(&empty);
    import(nothing.as_slice(), &folder.path().join("second")).unwrap();
    assert_eq!(exported(&folder.path().join("second")), nothing);
}

#[test]
fn an_import_never_touches_what_is_there() {
    let folder = tempdir().unwrap();
    let (from, to) = (folder.path().join("from"), folder.path().join("to"));
    filled_soundly(&from, 5);
    filled_soundly(&to, 3);
    let before = exported(&to);
    let error = import(exported(&from).as_slice(), &to).unwrap_err();
    assert!(matches!(error, StoreError::NotEmpty { .. }), "{error}");
    assert_eq!(exported(&to), before);
    let empty = folder.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    import(exported(&from).as_slice(), &empty).unwrap();
    assert_eq!(exported(&empty), exported(&from));
}

#[test]
fn a_bad_export_leaves_nothing_behind_and_the_error_names_the_line() {
    let folder = tempdir().unwrap();
    let from = folder.path().join("from");
    filled_soundly(&from, 8);
    let good = String::from_utf8(exported(&from)).unwrap();
    let lines: Vec<&str> = good.split_inclusive('\n').collect();
    let without_fourth = [&lines[..3], &lines[4..]].concat().concat();
    let doubled_end = format!("{good}{}", lines[8]);
    let cases = [
        (String::new(), 1, "header"),
        (good.replacen("rfrbot-export\":1", "rfrbot-export\":9", 1), 1, "header"),
        (lines[1..].concat(), 1, "header"),
        (lines[..8].concat(), 9, "the end"),
        (good[..good.len() - 1].to_owned(), 9, "record 8 of 8"),
        (without_fourth, 4, "record 3 of 8"),
        (good.replacen("word 5", "word 6", 1), 6, "checksum"),
        (doubled_end, 10, "expected the end"),
    ];
    for (bad, wanted, words) in cases {
        let to = folder.path().join("to");
        let error = import(bad.as_bytes(), &to).unwrap_err();
        assert!(
            matches!(error, StoreError::Export { line, .. } if line == wanted),
            "{error}"
        );
        assert!(error.to_string().contains(words), "{error}");
        let left: Vec<_> = folder
            .path()
            .read_dir()
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(left, ["from"], "after: {error}");
    }
}

#[test]
fn a_long_edition_of_a_teams_own_can_be_moved() {
    let folder = tempdir().unwrap();
    let (from, to) = (folder.path().join("from"), folder.path().join("to"));
    let text = Edition::audit()
        .text()
        .replacen("name = \"audit\"", "name = \"ours\"", 1);
    let text = format!("{text}{}", "# It is long.\n".repeat(2_000));
    let ours = Edition::read(&text).unwrap();
    assert_eq!(ours.name(), "ours");
    let requested = RfrEvent::Requested {
        name: "badges".to_owned(),
        ticket: rfrbot::rfr::Ticket {
            url: "https://example.org/1".to_owned(),
        },
        title: "Badges".to_owned(),
        edition: ours,
    };
    let events = vec![Event::Edition(ours), rfr_event(RfrId(1), requested)];
    open(&from)
        .unwrap()
        .journal
        .commit(&[commit(1, "ralph", events)])
        .unwrap();
    let exported_once = exported(&from);
    import(exported_once.as_slice(), &to).unwrap();
    assert_eq!(exported(&to), exported_once);
}

#[test]
fn what_cannot_have_happened_is_not_imported() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let (badges, koschei) = (
        requested("badges", "https://example.org/1"),
        requested("koschei", "https://example.org/2"),
    );
    let named = |to: &str| RfrEvent::Renamed { to: to.to_owned() };
    let step = |from, to| RfrEvent::Advanced { from, to };
    let cases = [
        (vec![(1, named("tahrir"))], "RFR 1 was not requested before"),
        (
            vec![(1, badges.clone()), (1, koschei.clone())],
            "RFR 1 was requested before",
        ),
        (
            vec![(1, badges.clone()), (2, badges.clone())],
            "RFR 1 is called badges, too",
        ),
        (
            vec![(1, badges.clone()), (2, koschei), (2, named("Badges"))],
            "RFR 1 is called Badges, too",
        ),
        (
            vec![(1, badges.clone()), (1, step(Phase::PreSponsorship, Phase::Production))],
            "goes no step from pre-sponsorship to production",
        ),
        (
            vec![(1, badges.clone()), (1, step(Phase::Planning, Phase::Development))],
            "RFR 1 is in pre-sponsorship",
        ),
        (
            vec![
                (1, badges.clone()),
                (
                    1,
                    RfrEvent::Reverted {
                        from: Phase::PreSponsorship,
                        to: Phase::Staging,
                        reason: String::new(),
                    },
                ),
            ],
            "does not go back",
        ),
        (
            vec![(1, badges.clone()), (1, RfrEvent::Reopened { reason: String::new() })],
            "RFR 1 did not end",
        ),
        (
            vec![
                (1, badges.clone()),
                (
                    1,
                    RfrEvent::QuestionAnswered {
                        number: 3,
                        text: "yes".to_owned(),
                        by_mail: None,
                        why: String::new(),
                    },
                ),
            ],
            "RFR 1 has no question 3",
        ),
        (
            vec![
                (1, badges.clone()),
                (
                    1,
                    RfrEvent::Scheduled {
                        date: day("9999-12-03"),
                        note: String::new(),
                    },
                ),
            ],
            "more than ten years ahead",
        ),
        (
            vec![
                (1, badges.clone()),
                (
                    1,
                    RfrEvent::SignedOff {
                        phase: Phase::Development,
                        note: String::new(),
                    },
                ),
            ],
            "ralph signs off RFR 1, and is not its sponsor",
        ),
        (
            vec![
                (1, badges.clone()),
                (
                    1,
                    RfrEvent::Sponsored {
                        account: Account::new("clock"),
                    },
                ),
            ],
            "clock is nobody's account",
        ),
        (
            vec![(1, badges.clone()), (1, RfrEvent::Undone { seq: 7 })],
            "change 7 is not the last one",
        ),
        (
            vec![
                (1, badges),
                (
                    1,
                    RfrEvent::Retitled {
                        to: "b".repeat(200_000),
                    },
                ),
            ],
            "a text of 200000 characters",
        ),
    ];
    for (events, words) in cases {
        let folder = tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        let mut store = open(&from).unwrap();
        let last = events.len();
        for (seq, (id, event)) in (1..).zip(events) {
            let commit = commit(seq, "ralph", vec![rfr_event(RfrId(id), event)]);
            store.journal.commit(&[commit]).unwrap();
        }
        let error = import(exported(&from).as_slice(), &to).unwrap_err();
        assert!(
            matches!(error, StoreError::Export { line, .. } if line == last as u64 + 1),
            "{error}"
        );
        assert!(error.to_string().contains(words), "{error}");
        assert!(!to.exists(), "{error}");
    }
}

#[test]
fn there_is_nothing_to_export_where_there_is_no_store() {
    let folder = tempdir().unwrap();
    let error = export(&folder.path().join("none"), Vec::new()).unwrap_err();
    assert!(error.to_string().contains("cannot read the journal"), "{error}");
    assert!(!folder.path().join("none").exists());
}
