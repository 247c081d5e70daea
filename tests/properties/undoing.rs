//! An undo really restores: the RFR is as before, except for traces that something happened to it.

use crate::for_all;
use crate::speech::{Step, steps};
use crate::world::{Speaker, World};
use rfrbot::record::Event;
use rfrbot::rfr::{Before, Rfr, RfrEvent};
use rfrbot::sop::Edition;
use std::cell::Cell;
use std::collections::BTreeSet;

/// The RFR without the mark of its last change.
fn in_substance(rfr: &Rfr, like: &Rfr) -> Rfr {
    Rfr {
        last_seq: like.last_seq,
        last_change: like.last_change.clone(),
        before: like.before.clone(),
        // Sent mails stay sent.
        thread: like.thread.clone(),
        ..rfr.clone()
    }
}

#[test]
fn a_change_and_its_undo_leave_the_rfr_as_it_was() {
    let undone = Cell::new(0);
    let verbs = std::cell::RefCell::new(BTreeSet::new());
    for_all(24, &steps(120), |(edition, steps)| {
        let mut world = World::new(edition);
        for step in &steps {
            let said = match step {
                Step::Say(speaker, words) => Some((speaker, words.clone())),
                Step::About(which, speaker, words) => world.about(*which, words).map(|words| (speaker, words)),
                _ => None,
            };
            let Some((speaker, words)) = said else {
                world.step(step);
                continue;
            };
            let before = world.picture();
            let Some(commit) = world.say(*speaker, &words) else {
                continue;
            };
            let Some(Event::Rfr { id, event }) = commit.events.first() else {
                continue;
            };
            let changed = world.picture();
            let undo = world.say(*speaker, "undo");
            let after = world.picture();
            let at = usize::try_from(id.0 - 1).expect("a small number");
            if let RfrEvent::Undone { .. } = event {
                assert!(undo.is_none(), "an undo was undone");
                assert_eq!(changed, after);
                continue;
            }
            let by = commit.origin.by.person().expect("a person spoke");
            let is_main = world.main.contains(by.as_str());
            let now = changed.rfrs[at].as_ref().expect("it is there");
            // What only sysadmin-main gives, somebody who has left it cannot give back; a signature is the sponsor's
            // alone.
            let may = match event {
                RfrEvent::Unsponsored { .. } => is_main,
                RfrEvent::SignOffWithdrawn { .. } => is_main && now.is_sponsor(by),
                _ => true,
            };
            if !may {
                assert!(undo.is_none(), "{words}: it was given back");
                continue;
            }
            // An undo may need more than the change did: people who removed themselves are no longer involved, a
            // sponsor who left the group cannot be given it back, and nothing moves forward while on hold. Moving back
            // to an earlier phase is up to the sponsor and sysadmin-main.
            let steps_back = matches!(event, RfrEvent::Advanced { .. });
            let is_sure = (is_main || (now.requested.by == *by && !steps_back))
                && now.hold.is_none()
                && !commit.events.iter().any(|event| {
                    matches!(
                        event,
                        Event::Rfr {
                            event: RfrEvent::Sponsored { .. }
                                | RfrEvent::Unsponsored { .. }
                                | RfrEvent::ItemDone { .. }
                                | RfrEvent::ItemUndone { .. }
                                | RfrEvent::SignedOff { .. },
                            ..
                        }
                    )
                });
            if undo.is_none() && !is_sure {
                assert_eq!(changed, after, "{words}: a refused undo leaves a trace");
                continue;
            }
            assert!(undo.is_some(), "{words}: it could not be undone");
            for (other, (was, is)) in before.rfrs.iter().zip(&after.rfrs).enumerate() {
                if other == at {
                    let (Some(was), Some(is)) = (was, is) else {
                        panic!("{words}: it was there before and must be there after");
                    };
                    assert_eq!(&in_substance(was, is), is, "{words}");
                    assert_eq!(is.before, Before::Nothing, "an undo cannot be undone");
                } else {
                    assert_eq!(was, is, "{words}: another RFR changed");
                }
            }
            if let RfrEvent::Requested { .. } = event {
                assert_eq!(after.rfrs[at], None, "{words}: the request is taken back");
            }
            for word in &before.names {
                assert!(after.names.contains(word), "{words}: {word:?} is found otherwise");
            }
            assert_eq!(before.open, after.open, "{words}");
            undone.set(undone.get() + 1);
            verbs
                .borrow_mut()
                .extend(words.split_whitespace().next().map(str::to_owned));
        }
        Ok(())
    });
    let verbs = verbs.into_inner();
    println!("{} changes undone, by these verbs: {verbs:?}", undone.get());
    assert!(verbs.len() >= 20, "too few kinds of change were undone: {verbs:?}");
}

#[test]
fn a_request_that_was_undone_is_no_longer_talked_about() {
    let mut world = World::new(Edition::classic());
    for words in ["new badges #1 Open badges", "focus badges", "undo badges"] {
        assert!(world.say(Speaker::Ralph, words).is_some(), "{words}");
    }
    let live = world.picture();
    assert!(live.focus.iter().all(Option::is_none), "{:?}", live.focus);
    world.stop();
    assert_eq!(live, world.picture(), "opened afresh");
    world.lose_the_database();
    assert_eq!(live, world.picture(), "rebuilt from the journal");
}

#[test]
fn an_undo_takes_no_ticket_away_from_another_rfr() {
    let mut world = World::new(Edition::classic());
    world.say(Speaker::Ralph, "new badges #1 Open badges");
    world.say(Speaker::Ralph, "ticket badges #2");
    world.say(Speaker::Eve, "new mote #1 Meeting logs");
    // The oracle checks that no two RFRs share a ticket.
    assert!(world.say(Speaker::Ralph, "undo badges").is_none());
    world.say(Speaker::Eve, "ticket mote #3");
    assert!(world.say(Speaker::Ralph, "undo badges").is_some(), "it is free again");
}
