//! The stored events are the truth: whatever is opened, rebuilt, replayed or imported from them equals the live state.

use crate::for_all;
use crate::speech::steps;
use crate::world::{Picture, World};
use rfrbot::record::{Commit, Event};
use rfrbot::rfr::{Rfr, RfrId, apply};
use rfrbot::store;
use std::collections::BTreeMap;
use std::path::Path;

/// The RFRs from the recorded commits alone.
fn replayed(commits: &[Commit]) -> BTreeMap<RfrId, Option<Rfr>> {
    let mut rfrs = BTreeMap::new();
    for commit in commits {
        for event in &commit.events {
            if let Event::Rfr { id, event } = event {
                let before = rfrs.remove(id).flatten();
                rfrs.insert(*id, apply(before, *id, &commit.origin, event));
            }
        }
    }
    rfrs
}

/// Reports the first difference, so that a failure is readable.
fn same(live: &Picture, other: &Picture, what: &str) {
    for (live, other) in live.rfrs.iter().zip(&other.rfrs) {
        assert_eq!(live, other, "{what}");
    }
    for (live, other) in live.names.iter().zip(&other.names) {
        assert_eq!(live, other, "{what}");
    }
    assert_eq!(live.focus, other.focus, "{what}: the focus");
    assert_eq!(live.owed, other.owed, "{what}: what is owed");
    assert_eq!(live, other, "{what}");
}

fn exported(store: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    store::export(store, &mut bytes).expect("a store can be exported");
    bytes
}

#[test]
fn replaying_the_stored_events_gives_the_live_state() {
    for_all(24, &steps(120), |(edition, steps)| {
        let mut world = World::new(edition);
        for step in &steps {
            world.step(step);
        }
        let live = world.picture();
        assert_eq!(live.owed, world.owed, "what is owed is what was not confirmed");
        assert_eq!(live.owed_in_memory, world.owed.len());
        let by_events: Vec<Option<Rfr>> = replayed(&world.commits).into_values().collect();
        assert_eq!(by_events, live.rfrs, "the commits, applied one after the other");

        world.stop();
        same(&live, &world.picture(), "opened afresh");
        world.lose_the_database();
        same(&live, &world.picture(), "rebuilt from the journal");
        Ok(())
    });
}

#[test]
fn export_import_export_is_identical() {
    for_all(16, &steps(100), |(edition, steps)| {
        let mut world = World::new(edition);
        for step in &steps {
            world.step(step);
        }
        let live = world.picture();
        let first = exported(&world.store());
        world.stop();
        assert_eq!(first, exported(&world.store()), "open or closed, an export is the same");
        let copy = world.folder().join("copy");
        let report = store::import(first.as_slice(), &copy).expect("an export can be imported");
        assert_eq!(report.last_seq, live.next_seq - 1);
        assert!(first == exported(&copy), "the second export differs");
        world.move_to(&copy);
        same(&live, &world.picture(), "imported");
        assert!(first == exported(&copy), "opening an imported store changed it");
        Ok(())
    });
}
