//! Shared by the tests of several rooms: a person, and an RFR of theirs.

use super::{Origin, Rfr, RfrEvent, RfrId, Ticket, apply};
use crate::people::{Account, Authorised, Directory, Identity, Relation, Right, SYSADMIN_MAIN, authorise};
use crate::sop::Edition;
use chrono::{DateTime, Utc};

/// Noon of that day.
pub(crate) fn noon(day: &str) -> DateTime<Utc> {
    format!("{day}T12:00:00Z").parse().expect("a day")
}

/// Who did something at noon of that day.
pub(crate) fn origin(by: &str, day: &str) -> Origin {
    Origin {
        seq: 1,
        at: noon(day),
        by: Account::new(by).into(),
        proof: String::new(),
        place: String::new(),
        words: String::new(),
    }
}

/// These people are in sysadmin-main.
pub(crate) fn members(names: &[&str]) -> Directory {
    let mut directory = Directory::new();
    for name in names {
        directory.add_member(SYSADMIN_MAIN, &Account::new(name));
    }
    directory
}

/// An order that somebody may give.
pub(crate) fn may<T>(directory: &Directory, by: &str, right: Right, what: T) -> Authorised<T> {
    let account = by.to_owned();
    let person = directory.identify(&Identity::Console { account });
    let person = person.expect("the console names its person");
    let involved = Relation {
        involved: true,
        ..Relation::default()
    };
    authorise(directory, right, &person, involved, what).expect("it is for this person")
}

/// The RFR badges, which ralph requested, after these events.
pub(crate) fn badges(events: &[RfrEvent]) -> Rfr {
    let requested = RfrEvent::Requested {
        name: "badges".to_owned(),
        ticket: Ticket {
            url: "https://example.org/4321".to_owned(),
        },
        title: "a badges server".to_owned(),
        edition: Edition::classic(),
    };
    let rfr = std::iter::once(&requested).chain(events).fold(None, |rfr, event| {
        apply(rfr, RfrId(1), &origin("ralph", "2026-01-01"), event)
    });
    rfr.expect("it was requested")
}
