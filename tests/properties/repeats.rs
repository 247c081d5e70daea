//! A message that a network repeats acts once: in the same batch, later, and after a restart.

use crate::for_all;
use crate::speech::{Step, steps};
use crate::world::World;
use rfrbot::wire::Report;
use std::cell::Cell;

mod attacks {
    use super::*;

    #[test]
    fn a_repeated_message_acts_once() {
        let repeated = Cell::new(0);
        for_all(24, &steps(80), |(edition, steps)| {
            let mut world = World::new(edition);
            let mut acted = Vec::new();
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
                let incoming = world.incoming(*speaker, &format!("!rfr {words}"), false);
                let commits = world.heard_from(*speaker, vec![incoming.clone(), incoming.clone()]);
                assert!(commits.len() <= 1, "{words}: acted twice in one batch");
                let before = world.picture();
                let again = world.hear(vec![Report::Heard(incoming.clone())]);
                assert!(again.is_empty(), "{words}: acted again");
                let said = world.delivered();
                assert!(commits.is_empty() || said.is_empty(), "{words}: said again {said:?}");
                assert_eq!(before.rfrs, world.picture().rfrs, "{words}");
                if !commits.is_empty() {
                    acted.push(incoming);
                    repeated.set(repeated.get() + 1);
                }
            }
            // The networks repeat everything after a restart, too.
            if steps.len() % 2 == 0 {
                world.picture();
                world.lose_the_database();
            }
            world.stop();
            let before = world.picture();
            world.delivered();
            let again = world.hear(acted.into_iter().map(Report::Heard).collect());
            assert!(again.is_empty(), "acted again after a restart");
            assert_eq!(before.rfrs, world.picture().rfrs);
            Ok(())
        });
        println!("{} changes repeated", repeated.get());
        assert!(repeated.get() >= 100, "too few messages changed anything");
    }
}
