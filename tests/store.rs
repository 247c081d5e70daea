//! The store on real files: nothing acknowledged is ever lost, whatever happens to the files.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod store {
    pub(crate) mod costs;
    pub(crate) mod damage;
    pub(crate) mod growth;
    pub(crate) mod processes;
    pub(crate) mod properties;
    pub(crate) mod samples;
    pub(crate) mod segments;
    pub(crate) mod transfers;
}

use rfrbot::people::Account;
use rfrbot::record::{DeliveryMark, Effect, Event, Owed, Progress};
use rfrbot::rfr::{Before, RfrEvent, RfrId};
use rfrbot::sop::Phase;
use rfrbot::store::{StoreError, open, recover};
use rfrbot::wire::{OutboxKey, Place};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use store::samples::{commit, copy_folder, everything, filled, incoming, mail, published, requested, rfr_event, say};
use tempfile::tempdir;

#[test]
fn a_new_store_is_empty_and_says_nothing() {
    let folder = tempdir().unwrap();
    let opened = open(&folder.path().join("deep/store")).unwrap();
    assert_eq!(opened.said, [""; 0]);
    assert_eq!(opened.database.next_seq(), 1);
    assert_eq!(opened.database.next_rfr_id(), RfrId(1));
    assert!(opened.database.open_rfrs().unwrap().is_empty());
}

#[test]
fn everything_is_there_after_reopening() {
    let folder = tempdir().unwrap();
    let before = filled(folder.path(), 60);
    let opened = open(folder.path()).unwrap();
    assert_eq!(opened.said, [""; 0]);
    assert_eq!(everything(&opened.database), before);
    assert_eq!(opened.database.next_seq(), 61);
}

#[test]
fn readers_find_an_rfr_by_what_people_know_of_it() {
    let folder = tempdir().unwrap();
    let mut store = open(folder.path()).unwrap();
    let one = RfrId(1);
    let two = RfrId(2);
    let ticket = "https://example.org/1";
    let ended = RfrEvent::Ended {
        how: rfrbot::rfr::Ending::Dropped,
        reason: "no".into(),
    };
    store
        .journal
        .commit(&[
            commit(
                1,
                "ralph",
                vec![rfr_event(one, store::samples::requested("badges", ticket))],
            ),
            commit(
                2,
                "kevin",
                vec![rfr_event(one, RfrEvent::Renamed { to: "Tahrir".into() })],
            ),
            commit(
                3,
                "ralph",
                vec![rfr_event(
                    two,
                    store::samples::requested("mote", "https://example.org/2"),
                )],
            ),
        ])
        .unwrap();
    let database = &store.database;
    assert_eq!(database.rfr_named("TAHRIR").unwrap(), Some(one));
    assert_eq!(
        database.rfr_named("Badges").unwrap(),
        Some(one),
        "a former name still finds it"
    );
    assert_eq!(database.rfr_named("badge").unwrap(), None);
    assert_eq!(database.rfr_with_ticket(ticket).unwrap(), Some(one));
    assert_eq!(
        database.last_changed_by(&Account::new("ralph")).unwrap(),
        Some((two, 3))
    );
    assert_eq!(
        database.last_changed_by(&Account::new("kevin")).unwrap(),
        Some((one, 2))
    );
    assert_eq!(database.history(one).unwrap().len(), 2);
    assert_eq!(database.open_rfrs().unwrap().len(), 2);

    store
        .journal
        .commit(&[commit(4, "ralph", vec![rfr_event(one, ended)])])
        .unwrap();
    assert_eq!(database.open_rfrs().unwrap().len(), 1);
    let closed: Vec<_> = database.closed_rfrs().map(|rfr| rfr.unwrap().id).collect();
    assert_eq!(closed, [one]);
    assert_eq!(
        database.rfr_named("tahrir").unwrap(),
        Some(one),
        "a closed one keeps its name"
    );

    // The name is free again; the RFR in progress ranks first, though the other still has it.
    let three = database.next_rfr_id();
    assert_eq!(three, RfrId(3));
    let again = store::samples::requested("tahrir", ticket);
    store
        .journal
        .commit(&[commit(5, "ralph", vec![rfr_event(three, again)])])
        .unwrap();
    assert_eq!(database.rfr_named("tahrir").unwrap(), Some(three));
    assert_eq!(database.rfr_with_ticket(ticket).unwrap(), Some(three));

    // Undoing a request removes the RFR, not its history, and never reuses its number.
    store
        .journal
        .commit(&[commit(6, "ralph", vec![rfr_event(three, RfrEvent::Undone { seq: 5 })])])
        .unwrap();
    assert_eq!(database.rfr(three).unwrap(), None);
    assert_eq!(database.rfr_named("tahrir").unwrap(), Some(one));
    assert_eq!(database.rfr_with_ticket(ticket).unwrap(), Some(one));
    assert_eq!(database.history(three).unwrap().len(), 2);
    assert_eq!(database.next_rfr_id(), RfrId(4));
}

#[test]
fn what_an_undo_goes_back_to_survives_a_restart() {
    let folder = tempdir().unwrap();
    let id = RfrId(1);
    let advanced = RfrEvent::Advanced {
        from: Phase::PreSponsorship,
        to: Phase::Planning,
    };
    {
        let mut store = open(folder.path()).unwrap();
        let request = store::samples::requested("badges", "https://example.org/1");
        store
            .journal
            .commit(&[commit(1, "ralph", vec![rfr_event(id, request)])])
            .unwrap();
        store
            .journal
            .commit(&[commit(2, "kevin", vec![rfr_event(id, advanced)])])
            .unwrap();
    }
    let mut store = open(folder.path()).unwrap();
    let rfr = store.database.rfr(id).unwrap().unwrap();
    assert!(matches!(&rfr.before, Before::Was(before) if before.phase == Phase::PreSponsorship));
    store
        .journal
        .commit(&[commit(3, "kevin", vec![rfr_event(id, RfrEvent::Undone { seq: 2 })])])
        .unwrap();
    assert_eq!(store.database.rfr(id).unwrap().unwrap().phase, Phase::PreSponsorship);
}

#[test]
fn the_outbox_keeps_what_is_owed_and_marks_survive() {
    let folder = tempdir().unwrap();
    let mark = |index, progress| DeliveryMark {
        key: OutboxKey { seq: 1, index },
        progress,
    };
    {
        let mut store = open(folder.path()).unwrap();
        let mut first = commit(1, "ralph", Vec::new());
        first.effects = ["one", "two", "three", "four"].map(say).to_vec();
        first.effects.push(mail("badges moved"));
        first.effects.push(published("badges"));
        store.journal.commit(&[first]).unwrap();
        assert_eq!(store.database.outbox().unwrap().len(), 6);
        store
            .journal
            .mark(&[
                mark(0, Progress::Complete),
                mark(1, Progress::Lines(2)),
                mark(2, Progress::GivenUp("no".into())),
            ])
            .unwrap();
        store.journal.mark(&[mark(1, Progress::Lines(1))]).unwrap();
        // Marks use no sequence numbers of commits.
        assert_eq!(store.database.next_seq(), 2);
    }
    let check = |folder: &Path| {
        let owed = open(folder).unwrap().database.outbox().unwrap();
        let owed: Vec<_> = owed
            .iter()
            .map(|owed| match owed {
                Owed::Say(delivery) => (delivery.key.unwrap().index, Some(delivery.lines_done)),
                Owed::Mail(delivery) => {
                    assert_eq!(Effect::Mail(delivery.mail.clone()), mail("badges moved"));
                    (delivery.key.index, None)
                }
                Owed::Ticket(delivery) => (delivery.key.index, None),
                Owed::Bus(delivery) => {
                    assert_eq!(Effect::Bus(delivery.message.clone()), published("badges"));
                    (delivery.key.index, None)
                }
            })
            .collect();
        let expected = [(1, Some(2)), (3, Some(0)), (4, None), (5, None)];
        assert_eq!(owed, expected, "confirmed lines never become fewer");
    };
    check(folder.path());
    std::fs::remove_dir_all(folder.path().join("database")).unwrap();
    check(folder.path());
}

#[test]
fn a_message_is_remembered_and_so_is_the_focus() {
    let folder = tempdir().unwrap();
    let place = Place::channel("libera", "#fedora-admin");
    let focus = |rfr| Event::FocusChanged {
        place: place.clone(),
        rfr,
    };
    {
        let mut store = open(folder.path()).unwrap();
        let mut first = commit(1, "ralph", vec![focus(Some(RfrId(7)))]);
        first.incoming = Some(incoming("a"));
        store.journal.commit(&[first]).unwrap();
    }
    let mut store = open(folder.path()).unwrap();
    assert!(store.database.was_seen(&incoming("a")).unwrap());
    assert!(!store.database.was_seen(&incoming("b")).unwrap());
    assert_eq!(store.database.focus().unwrap(), [(place.clone(), RfrId(7))]);
    store.journal.commit(&[commit(2, "ralph", vec![focus(None)])]).unwrap();
    assert!(store.database.focus().unwrap().is_empty());
}

#[test]
fn a_commit_out_of_turn_is_refused_and_nothing_of_its_batch_is_kept() {
    let folder = tempdir().unwrap();
    let mut store = open(folder.path()).unwrap();
    let refused = store
        .journal
        .commit(&[commit(1, "ralph", Vec::new()), commit(3, "ralph", Vec::new())]);
    assert!(matches!(
        refused,
        Err(StoreError::WrongSequence { expected: 2, found: 3 })
    ));
    assert_eq!(store.database.next_seq(), 1);
    store.journal.commit(&[commit(1, "ralph", Vec::new())]).unwrap();
    store.journal.commit(&[]).unwrap();
    assert_eq!(store.database.next_seq(), 2);
}

#[test]
fn only_the_owner_may_look_into_the_store() {
    let folder = tempdir().unwrap();
    let path = folder.path().join("store");
    filled(&path, 3);
    let mut pending = vec![path];
    let mut files = 0;
    while let Some(path) = pending.pop() {
        let metadata = path.metadata().unwrap();
        let mode = metadata.permissions().mode() & 0o777;
        if metadata.is_dir() {
            assert_eq!(mode, 0o700, "{}", path.display());
            pending.extend(path.read_dir().unwrap().map(|entry| entry.unwrap().path()));
        } else if !path.to_string_lossy().contains("snap.") {
            // sled writes snapshots at any time; the folder around them is closed.
            files += 1;
            assert_eq!(mode, 0o600, "{}", path.display());
        }
    }
    assert!(files >= 4, "lock, segment, sled's files");
}

#[test]
fn a_store_of_version_1_loads() {
    let folder = tempdir().unwrap();
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stores/v1");
    copy_folder(&old, folder.path());
    let store = open(folder.path()).unwrap();
    assert_eq!(store.database.next_seq(), 42);
    assert_eq!(store.database.next_rfr_id(), RfrId(3));
    let rfr = store.database.rfr(RfrId(1)).unwrap().unwrap();
    assert_eq!((rfr.name.as_str(), rfr.phase), ("tahrir", Phase::Production));
    assert_eq!(store.database.history(RfrId(1)).unwrap().len(), 38);
    assert_eq!(store.database.rfr_named("badges").unwrap(), Some(RfrId(1)));
    assert!(store.database.outbox().unwrap().is_empty());
    assert_eq!(store.database.focus().unwrap().len(), 1);
}

#[test]
fn a_database_of_version_5_is_backed_up_and_built_anew_from_its_journal() {
    let folder = tempdir().unwrap();
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stores");
    copy_folder(&old.join("database-5"), folder.path());
    let store = open(folder.path()).unwrap();
    let said = store.said.join("\n");
    assert!(said.contains("is upgraded to version"), "{said}");
    assert!(said.contains("knew nothing that the journal does not hold"), "{said}");
    let journal_alone = tempdir().unwrap();
    copy_folder(&old.join("v1"), journal_alone.path());
    let expected = everything(&open(journal_alone.path()).unwrap().database);
    assert_eq!(everything(&store.database), expected);
    drop(store);
    assert_eq!(open(folder.path()).unwrap().said, [""; 0]);

    // It is a witness against a truncated journal, whatever its version.
    let cut = tempdir().unwrap();
    copy_folder(&old.join("database-5"), cut.path());
    let file = cut.path().join("journal/00000000000000000001.jsonl");
    let journal = std::fs::read_to_string(&file).unwrap();
    let lines: Vec<&str> = journal.split_inclusive('\n').collect();
    std::fs::write(&file, lines[..lines.len() - 4].concat()).unwrap();
    let error = open(cut.path()).unwrap_err();
    assert!(matches!(error, StoreError::LostRecords { .. }), "{error}");
    assert!(recover(cut.path()).unwrap().is_some_and(|taken| taken.records == 4));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), journal);
}

#[test]
fn a_batch_costs_one_sync_and_marks_cost_none() {
    let folder = tempdir().unwrap();
    let mut store = open(folder.path()).unwrap();
    let batch: Vec<_> = (1..=50).map(|seq| commit(seq, "ralph", Vec::new())).collect();
    store.journal.commit(&batch).unwrap();
    assert_eq!(store.journal.syncs(), 1);
    let key = OutboxKey { seq: 1, index: 0 };
    let progress = Progress::Complete;
    store.journal.mark(&[DeliveryMark { key, progress }]).unwrap();
    assert_eq!(store.journal.syncs(), 1);
}

#[test]
fn the_database_follows_later_and_readers_do_not_notice() {
    let folder = tempdir().unwrap();
    let mut store = open(folder.path()).unwrap();
    let request = |number: u64| requested(&format!("name{number}"), &format!("https://example.org/{number}"));
    for seq in 1..=20 {
        let mut commit = commit(seq, "ralph", vec![rfr_event(RfrId(seq), request(seq))]);
        commit.incoming = Some(incoming(&seq.to_string()));
        store.journal.commit(&[commit]).unwrap();
    }
    assert_eq!(store.journal.behind(), 20, "nobody has read yet");
    assert!(store.database.was_seen(&incoming("20")).unwrap());
    assert_eq!(store.journal.behind(), 20, "ids are known without the database");
    assert_eq!(store.database.next_seq(), 21);
    assert_eq!(store.database.next_rfr_id(), RfrId(21));
    assert_eq!(store.database.open_rfrs().unwrap().len(), 20);
    assert_eq!(store.journal.behind(), 0);
    assert!(store.database.was_seen(&incoming("20")).unwrap());
    // However many there are, only a bounded number waits.
    let many: Vec<_> = (21..=3000).map(|seq| commit(seq, "ralph", Vec::new())).collect();
    store.journal.commit(&many).unwrap();
    assert_eq!(store.journal.behind(), 0);
}
