//! The worst that anybody may send, and the fattest RFR that the bounds allow. The bench of the desk times both.

use chrono::DateTime;
use rfrbot::command::rows;
use rfrbot::people::Account;
use rfrbot::record::{Commit, Event};
use rfrbot::rfr::{List, Origin, RfrEvent, RfrId, Ticket};
use rfrbot::sop::Edition;
use rfrbot::store::open;
use std::path::Path;

/// Meaningless words, repeated after a verb.
const FILLERS: [&str; 26] = [
    "on ",
    "in ",
    "a ",
    "the ",
    "2 ",
    "next ",
    "x,",
    "and ",
    "as ",
    "for ",
    "-- ",
    "2026-12-03 ",
    "friday ",
    "may ",
    "end of ",
    "question ",
    "#1 ",
    "badges ",
    "add ",
    "x add ",
    "staging ",
    "badges add x ",
    "é",
    "x",
    "-",
    "–",
];

/// Each verb followed by each filler, up to that length.
pub(crate) fn hostile_lines(length: usize) -> Vec<String> {
    let verbs: Vec<&str> = rows().flat_map(rfrbot::command::VerbRow::words).collect();
    let line = |verb: &str, filler: &str| {
        let rest: String = filler.chars().cycle().take(length).collect();
        format!("{verb} {rest}")
    };
    verbs
        .iter()
        .flat_map(|verb| FILLERS.iter().map(move |filler| line(verb, filler)))
        .collect()
}

/// An RFR whose lists have their maximum length.
pub(crate) fn make_fat(store: &Path) {
    let mut opened = open(store).expect("it works");
    let mark = |number: usize| format!("https://example.org/a/rather/long/address/{number}");
    let mut events = vec![RfrEvent::Requested {
        name: "fat".to_owned(),
        ticket: Ticket { url: mark(0) },
        title: "A service that everybody adds something to".to_owned(),
        edition: Edition::classic(),
    }];
    for list in List::ALL {
        events.extend((0..list.most()).filter_map(|number| {
            Some(match list {
                List::People => RfrEvent::PersonAdded {
                    account: Account::new(&format!("person{number}")),
                    role: "maintainer".to_owned(),
                },
                List::Discussions => RfrEvent::DiscussionRecorded { url: mark(number) },
                List::Sops => RfrEvent::SopLinked {
                    url: mark(number),
                    document: None,
                },
                List::Links => RfrEvent::Linked {
                    url: mark(number),
                    label: "x".repeat(200),
                },
                List::OpenQuestions => RfrEvent::QuestionAsked {
                    number: u32::try_from(number).expect("it works") + 1,
                    text: "why? ".repeat(100),
                    topic: None,
                    from_sop: false,
                    on_the_list: None,
                },
                List::FormerNames => RfrEvent::Renamed {
                    to: format!("fat{number}"),
                },
                List::Questions | List::NamesInOneCommand => return None,
            })
        }));
    }
    let commits: Vec<Commit> = (1..)
        .zip(events)
        .map(|(seq, event)| Commit {
            origin: Origin {
                seq,
                at: DateTime::UNIX_EPOCH,
                by: Account::new("kevin").into(),
                proof: "services account kevin on libera".to_owned(),
                place: "libera/#fedora-admin".to_owned(),
                words: String::new(),
            },
            incoming: None,
            events: vec![Event::Rfr { id: RfrId(1), event }],
            effects: Vec::new(),
        })
        .collect();
    opened.journal.commit(&commits).expect("it works");
}
