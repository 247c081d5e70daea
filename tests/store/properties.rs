//! For any sequence of commits: a restart and a rebuild give the same as was seen live.

use super::samples::{ACCOUNTS, KINDS, RFRS, commit, event, everything, incoming, rfr_event, say};
use proptest::prelude::*;
use rfrbot::record::{Commit, DeliveryMark, Event, Progress};
use rfrbot::rfr::RfrId;
use rfrbot::store::open;
use rfrbot::wire::{OutboxKey, Place};
use tempfile::tempdir;

/// What a commit does to the place's focus.
#[derive(Clone, Debug)]
enum Focus {
    Stays,
    Ends,
    Becomes(u64),
}

#[derive(Clone, Debug)]
enum Step {
    Commit {
        by: usize,
        events: Vec<(u64, u32, u32)>,
        effects: usize,
        message: Option<u32>,
        focus: Focus,
    },
    Mark(u64, u32, u32),
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    let happened = (1..=RFRS, 0..KINDS, 0..250u32);
    prop_oneof![
        8 => (
            0..ACCOUNTS.len(),
            prop::collection::vec(happened, 0..4),
            0..3usize,
            prop::option::of(0..250u32),
            prop_oneof![Just(Focus::Stays), Just(Focus::Ends), (1..=RFRS).prop_map(Focus::Becomes)],
        )
            .prop_map(|(by, events, effects, message, focus)| Step::Commit { by, events, effects, message, focus }),
        2 => (1..30u64, 0..3u32, 0..4u32).prop_map(|(seq, index, progress)| Step::Mark(seq, index, progress)),
        1 => Just(Step::Reopen),
    ]
}

fn carry_out(step: &Step, seq: u64) -> Result<Commit, DeliveryMark> {
    match step {
        Step::Commit {
            by,
            events,
            effects,
            message,
            focus,
        } => {
            let events = events
                .iter()
                .map(|(id, kind, number)| rfr_event(RfrId(*id), event(*kind, *number)));
            let mut commit = commit(seq, ACCOUNTS[*by], events.collect());
            commit.effects = (0..*effects).map(|index| say(&format!("{seq}.{index}"))).collect();
            commit.incoming = message.map(|number| incoming(&format!("message {number}")));
            let rfr = match focus {
                Focus::Stays => return Ok(commit),
                Focus::Ends => None,
                Focus::Becomes(id) => Some(RfrId(*id)),
            };
            let place = Place::channel("libera", "#fedora-admin");
            commit.events.push(Event::FocusChanged { place, rfr });
            Ok(commit)
        }
        Step::Mark(seq, index, progress) => Err(DeliveryMark {
            key: OutboxKey {
                seq: *seq,
                index: *index,
            },
            progress: match progress {
                0 => Progress::Complete,
                1 => Progress::GivenUp("refused".into()),
                lines => Progress::Lines(*lines),
            },
        }),
        Step::Reopen => unreachable!("handled by the caller"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_restart_and_a_rebuild_give_what_was_seen_live(steps in prop::collection::vec(step(), 1..40)) {
        let folder = tempdir().unwrap();
        let mut store = open(folder.path()).unwrap();
        for step in &steps {
            if let Step::Reopen = step {
                drop(store);
                store = open(folder.path()).unwrap();
                prop_assert!(store.said.is_empty(), "{:?}", store.said);
                continue;
            }
            match carry_out(step, store.database.next_seq()) {
                Ok(commit) => store.journal.commit(&[commit]).unwrap(),
                Err(mark) => store.journal.mark(&[mark]).unwrap(),
            }
        }
        let live = everything(&store.database);
        drop(store);
        let store = open(folder.path()).unwrap();
        prop_assert!(store.said.is_empty(), "{:?}", store.said);
        prop_assert_eq!(&everything(&store.database), &live);
        drop(store);
        std::fs::remove_dir_all(folder.path().join("database")).unwrap();
        prop_assert_eq!(&everything(&open(folder.path()).unwrap().database), &live);
    }
}
