//! Whom an RFR waits for is the same on the board and in chat, after whatever history.

use crate::for_all;
use crate::speech::steps;
use crate::world::{FREEZE, Speaker, World};
use chrono::Duration;
use rfrbot::board::{Card, Holder, Looking};
use rfrbot::sop::Edition;
use rfrbot::text::{Message, Span};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// The RFRs that a list of what waits for somebody names.
fn named(todo: &Message) -> BTreeSet<String> {
    let first = todo.0.iter().skip(1).filter_map(|line| line.0.first());
    let names = first.filter_map(|span| match span {
        Span::Strong(name) => Some(name.clone()),
        Span::Text(_) | Span::Code(_) | Span::Link(_) | Span::Person(_) => None,
    });
    names.collect()
}

fn person(span: &Span) -> Option<&String> {
    match span {
        Span::Person(name) => Some(name),
        Span::Text(_) | Span::Strong(_) | Span::Code(_) | Span::Link(_) => None,
    }
}

impl World {
    /// Those for whom a card says that it waits, group by group.
    fn waited_for(&self, card: &Card) -> BTreeSet<String> {
        let members = |group: &str| -> Vec<&str> {
            match group {
                "sysadmin-main" => self.main.iter().copied().collect(),
                "sysadmin-releng" => vec!["tyll"],
                "security-officer" => self.officers.iter().copied().collect(),
                other => panic!("nobody is in {other}"),
            }
        };
        let people = card.waits_for.iter().flat_map(|holder| match holder {
            Holder::Person(name) => vec![name.as_str()],
            Holder::Group(group) => members(group),
        });
        people.map(str::to_owned).collect()
    }

    /// Compares the board with what chat says, and counts what is seen of each kind.
    fn board_and_chat_agree(&mut self, seen: &mut BTreeMap<&str, usize>) {
        let mut todo: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for account in Speaker::ALL.into_iter().filter_map(Speaker::account) {
            let said = self.answered(Speaker::Eve, &format!("todo {account}"));
            todo.insert(account, named(&said));
        }
        let now = self.now;
        let board = self.running().core.desk().board(now).expect("a board");
        for card in &board.cards {
            let waited = self.waited_for(card);
            let listed = |account: &str| todo.get(account).is_some_and(|names| names.contains(&card.name));
            // Whoever finds it in a list of their own is named on the board.
            for (account, names) in &todo {
                assert!(
                    !names.contains(&card.name) || waited.contains(*account),
                    "{} is in the list of {account}, and the board says {:?}",
                    card.name,
                    card.waits_for
                );
            }
            // Whomever the board names finds it in a list, or is named by what the RFR lacks.
            let next = self.answered(Speaker::Eve, &format!("next {}", card.name));
            let next: BTreeSet<&String> = next.0.iter().flat_map(|line| &line.0).filter_map(person).collect();
            for holder in &card.waits_for {
                let Holder::Person(account) = holder else { continue };
                assert!(
                    listed(account) || next.contains(account),
                    "the board says that {} waits for {account}; next: {next:?}, {todo:?}",
                    card.name
                );
            }
            // Whom its state names, the board names.
            let named = card.state.0.iter().filter_map(person);
            if card.frozen.is_none() && card.hold.is_none() && card.is_open {
                for account in named {
                    assert!(waited.contains(account), "{}: {}", card.name, card.state.plain());
                }
            }
            // Nothing under way waits for nobody.
            if card.is_open {
                assert!(
                    !waited.is_empty(),
                    "{} waits for nobody: {}",
                    card.name,
                    card.state.plain()
                );
            }
            let kind = match (&card.hold, &card.frozen) {
                (Some(_), _) => "on hold",
                (None, Some(_)) => "frozen",
                (None, None) if card.ready => "ready",
                (None, None) if card.is_open => "lacks something",
                (None, None) => "over",
            };
            *seen.entry(kind).or_default() += 1;
        }
    }
}

#[test]
fn the_board_and_chat_name_the_same_people() {
    let seen: RefCell<BTreeMap<&str, usize>> = RefCell::default();
    for_all(12, &steps(60), |(edition, steps)| {
        let mut world = World::new(edition);
        for (at, step) in steps.iter().enumerate() {
            world.step(step);
            if at % 15 == 14 {
                world.board_and_chat_agree(&mut seen.borrow_mut());
            }
        }
        Ok(())
    });
    let seen = seen.into_inner();
    println!("seen: {seen:?}");
    for kind in ["on hold", "ready", "lacks something"] {
        assert!(seen.contains_key(kind), "{seen:?}");
    }
}

/// From the request to the gate of production, and there with a freeze break asked for and agreed to.
#[test]
fn the_board_and_chat_name_the_same_people_in_a_freeze() {
    for edition in Edition::shipped() {
        let mut seen = BTreeMap::new();
        let mut world = World::new(*edition);
        world.now = format!("{}T14:00:00Z", FREEZE.0).parse().expect("a time");
        world.say(Speaker::Kevin, "freeze start F45 beta").expect("it starts");
        // The first gate that stays shut is that of production.
        while let Some((speaker, words)) = world.useful(0) {
            world.now += Duration::minutes(1);
            let is_done = world.say(speaker, &words).is_some();
            world.board_and_chat_agree(&mut seen);
            if !is_done {
                assert_eq!(words, "advance badges");
                break;
            }
        }
        let request = "freeze-break request badges it cannot wait";
        world.say(Speaker::Toshio, request).expect("it is asked for");
        for (speaker, words) in [
            (Speaker::Tyll, "+1 1"),
            (Speaker::Smooge, "+1 1"),
            (Speaker::Kevin, "advance badges"),
        ] {
            world.board_and_chat_agree(&mut seen);
            world.say(speaker, words).expect("it counts");
        }
        world.board_and_chat_agree(&mut seen);
        println!("seen: {seen:?}");
        assert!(seen.contains_key("frozen") && seen.contains_key("ready"), "{seen:?}");
    }
}
