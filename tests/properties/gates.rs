//! No gate opens while a MUST is missing, for any sequence of commands; and if none is missing, it opens.

use crate::for_all;
use crate::speech::{known, steps};
use crate::world::World;
use rfrbot::sop::Phase;
use std::cell::RefCell;
use std::collections::BTreeMap;

#[derive(Default)]
struct Reached {
    runs: usize,
    steps: usize,
    commits: usize,
    events: usize,
    /// Runs in which a gate opened, by the phase that was left.
    opened: BTreeMap<Phase, usize>,
}

mod attacks {
    use super::*;

    #[test]
    fn no_gate_opens_with_a_must_missing() {
        let reached = RefCell::new(Reached::default());
        for_all(64, &steps(140), |(edition, steps)| {
            let mut world = World::new(edition);
            for step in &steps {
                if world.step(step).is_some() {
                    for id in known(&world) {
                        let running = world.running();
                        let rfr = running.core.desk().state().rfr(id, &running.database);
                        let rfr = rfr.expect("the database can be read").map(std::borrow::Cow::into_owned);
                        world.oracle.agrees(id, rfr.as_ref());
                    }
                }
            }
            let mut reached = reached.borrow_mut();
            reached.runs += 1;
            reached.steps += steps.len();
            reached.commits += world.commits.len();
            reached.events += world.oracle.events;
            for phase in world.oracle.opened.keys() {
                *reached.opened.entry(*phase).or_default() += 1;
            }
            Ok(())
        });
        let Reached {
            runs,
            steps,
            commits,
            events,
            opened,
        } = reached.into_inner();
        println!("{runs} runs, {steps} steps, {commits} commits, {events} events; runs that left a phase: {opened:?}");
        // Otherwise the property would hold vacuously.
        let share = |phase| opened.get(&phase).copied().unwrap_or(0) * 100 / runs;
        assert!(share(Phase::Planning) >= 80, "too few runs reach development");
        assert!(share(Phase::Development) >= 60, "too few runs reach staging");
        assert!(share(Phase::Staging) >= 40, "too few runs reach production");
        assert!(share(Phase::Production) >= 20, "too few runs reach maintenance");
    }
}
