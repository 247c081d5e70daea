//! The stored forms, version 1: records as they are on disk, independent of today's core types.
//!
//! Each mirrors a core type, so a change of the core does not compile until it is decided here what becomes of old
//! records. Nothing here is ever renamed: `tests/stored/v1.jsonl` has a line of each kind. A form that must change gets
//! a new version beside this one.

mod event;
mod facts;
mod links;
mod names;
mod outdated;
mod plausible;
mod reason;
mod reminders;

use super::StoreError;
use crate::record::{Commit, DeliveryMark, Effect, Event, Owed, Progress};
use crate::rfr::{Origin, RfrEvent, RfrId};
use crate::wire::{
    BusDelivery, BusMessage, Delivery, IncomingId, Mail, MailDelivery, OutboxKey, Outgoing, Place, TicketDelivery,
    TicketOrder,
};
use event::{StoredEdition, StoredOrigin, StoredRfrEvent};
use facts::{StoredAbsence, StoredAbsent, StoredBreak, StoredFreeze, StoredWindow};
use links::StoredLink;
use reminders::StoredReminder;
use serde::{Deserialize, Serialize};

/// The version of records that this program writes; it reads all versions up to it.
const VERSION: u32 = 1;

/// One record of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Record {
    /// Everything that one input caused.
    Commit(Commit),
    /// Delivery progress of an effect.
    Delivered(DeliveryMark),
}

/// A commit as the bytes of its record.
pub(super) fn commit_bytes(commit: &Commit) -> Result<Vec<u8>, StoreError> {
    encode(&StoredRecord {
        v: VERSION,
        commit: Some(StoredCommit::from(commit)),
        delivered: None,
    })
}

/// A delivery mark as the bytes of its record.
pub(super) fn mark_bytes(mark: &DeliveryMark) -> Result<Vec<u8>, StoreError> {
    encode(&StoredRecord {
        v: VERSION,
        commit: None,
        delivered: Some(StoredMark::from(mark)),
    })
}

/// Parses the record of that journal line.
pub(super) fn record(line: u64, bytes: &[u8]) -> Result<Record, StoreError> {
    let unreadable = |what: String| StoreError::Record { line, what };
    match serde_json::from_slice::<StoredRecord>(bytes) {
        Ok(StoredRecord {
            v: VERSION,
            commit: Some(commit),
            delivered: None,
        }) => Ok(Record::Commit(commit.into())),
        Ok(StoredRecord {
            v: VERSION,
            commit: None,
            delivered: Some(mark),
        }) => Ok(Record::Delivered(mark.into())),
        Ok(StoredRecord { v: VERSION, .. }) => Err(unreadable(
            "it should hold either a commit or a delivery mark".to_owned(),
        )),
        Ok(StoredRecord { v, .. }) => Err(unreadable(format!("version {v}"))),
        Err(error) => Err(unreadable(match serde_json::from_slice::<AnyVersion>(bytes) {
            Ok(AnyVersion { v }) if v != VERSION => format!("version {v}"),
            Ok(AnyVersion { .. }) | Err(_) => error.to_string(),
        })),
    }
}

/// A part of a commit as bytes: what it did to one RFR, or said about everything else.
pub(super) fn part_bytes(origin: &Origin, events: &[&Event]) -> Result<Vec<u8>, StoreError> {
    encode(&StoredCommit {
        origin: origin.clone(),
        incoming: None,
        events: events.iter().copied().map(StoredEvent::from).collect(),
        effects: Vec::new(),
    })
}

/// Parses a part of a commit.
pub(super) fn part(bytes: &[u8]) -> Result<(Origin, Vec<Event>), StoreError> {
    let stored: StoredCommit = decode(bytes)?;
    let events = stored.events.into_iter().map(Event::from);
    Ok((stored.origin, events.collect()))
}

/// A stored form as bytes in the database.
pub(super) fn encode(form: &impl Serialize) -> Result<Vec<u8>, StoreError> {
    serde_json::to_vec(form).map_err(super::error::sled_error)
}

/// Parses a stored form in the database.
pub(super) fn decode<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, StoreError> {
    serde_json::from_slice(bytes).map_err(super::error::sled_error)
}

#[derive(Deserialize)]
struct AnyVersion {
    v: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredRecord {
    v: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    commit: Option<StoredCommit>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    delivered: Option<StoredMark>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredCommit {
    #[serde(with = "StoredOrigin")]
    origin: Origin,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    incoming: Option<IncomingId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    events: Vec<StoredEvent>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    effects: Vec<StoredEffect>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
enum StoredEvent {
    Rfr {
        #[serde(deserialize_with = "plausible::number")]
        id: u64,
        #[serde(with = "StoredRfrEvent")]
        event: RfrEvent,
    },
    FocusChanged {
        place: Place,
        #[serde(default, deserialize_with = "plausible::optional_number")]
        rfr: Option<u64>,
    },
    Freeze(StoredFreeze),
    Absence(StoredAbsence),
    FreezeBreak {
        #[serde(deserialize_with = "plausible::small_number")]
        number: u32,
        event: StoredBreak,
    },
    CalendarRead {
        file: String,
        windows: Vec<StoredWindow>,
    },
    AbsencesRead {
        file: String,
        absences: Vec<StoredAbsent>,
    },
    Edition(StoredEdition),
    Reminder(StoredReminder),
    Link(StoredLink),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum StoredEffect {
    Say(Outgoing),
    Mail(Mail),
    Ticket(TicketOrder),
    Bus(BusMessage),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredMark {
    #[serde(deserialize_with = "plausible::number")]
    seq: u64,
    #[serde(deserialize_with = "plausible::small_number")]
    index: u32,
    progress: StoredProgress,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum StoredProgress {
    Lines(u32),
    Complete,
    GivenUp(String),
}

impl From<&Commit> for StoredCommit {
    fn from(commit: &Commit) -> Self {
        let Commit {
            origin,
            incoming,
            events,
            effects,
        } = commit;
        Self {
            origin: origin.clone(),
            incoming: incoming.clone(),
            events: events.iter().map(StoredEvent::from).collect(),
            effects: effects.iter().map(StoredEffect::from).collect(),
        }
    }
}

impl From<StoredCommit> for Commit {
    fn from(stored: StoredCommit) -> Self {
        Self {
            origin: stored.origin,
            incoming: stored.incoming,
            events: stored.events.into_iter().map(Event::from).collect(),
            effects: stored.effects.into_iter().map(Effect::from).collect(),
        }
    }
}

impl From<&Event> for StoredEvent {
    fn from(event: &Event) -> Self {
        match event {
            Event::Rfr { id, event } => Self::Rfr {
                id: id.0,
                event: event.clone(),
            },
            Event::FocusChanged { place, rfr } => Self::FocusChanged {
                place: place.clone(),
                rfr: rfr.map(|id| id.0),
            },
            Event::Freeze(fact) => Self::Freeze(fact.into()),
            Event::Absence(fact) => Self::Absence(fact.into()),
            Event::FreezeBreak { number, event } => Self::FreezeBreak {
                number: *number,
                event: event.into(),
            },
            Event::CalendarRead { file, windows } => Self::CalendarRead {
                file: file.clone(),
                windows: windows.iter().map(StoredWindow::new).collect(),
            },
            Event::AbsencesRead { file, absences } => Self::AbsencesRead {
                file: file.clone(),
                absences: absences.iter().map(StoredAbsent::new).collect(),
            },
            Event::Edition(edition) => Self::Edition(StoredEdition(*edition)),
            Event::Reminder(fact) => Self::Reminder(fact.into()),
            Event::Link(fact) => Self::Link(fact.into()),
        }
    }
}

impl From<StoredEvent> for Event {
    fn from(stored: StoredEvent) -> Self {
        match stored {
            StoredEvent::Rfr { id, event } => Self::Rfr { id: RfrId(id), event },
            StoredEvent::FocusChanged { place, rfr } => Self::FocusChanged {
                place,
                rfr: rfr.map(RfrId),
            },
            StoredEvent::Freeze(fact) => Self::Freeze(fact.into()),
            StoredEvent::Absence(fact) => Self::Absence(fact.into()),
            StoredEvent::FreezeBreak { number, event } => Self::FreezeBreak {
                number,
                event: event.into(),
            },
            StoredEvent::CalendarRead { file, windows } => Self::CalendarRead {
                file,
                windows: windows.into_iter().map(StoredWindow::into_parts).collect(),
            },
            StoredEvent::AbsencesRead { file, absences } => Self::AbsencesRead {
                file,
                absences: absences.into_iter().map(StoredAbsent::into_parts).collect(),
            },
            StoredEvent::Edition(StoredEdition(edition)) => Self::Edition(edition),
            StoredEvent::Reminder(fact) => Self::Reminder(fact.into()),
            StoredEvent::Link(fact) => Self::Link(fact.into()),
        }
    }
}

impl From<&Effect> for StoredEffect {
    fn from(effect: &Effect) -> Self {
        match effect {
            Effect::Say(outgoing) => Self::Say(outgoing.clone()),
            Effect::Mail(mail) => Self::Mail(mail.clone()),
            Effect::Ticket(order) => Self::Ticket(order.clone()),
            Effect::Bus(message) => Self::Bus(message.clone()),
        }
    }
}

impl From<StoredEffect> for Effect {
    fn from(stored: StoredEffect) -> Self {
        match stored {
            StoredEffect::Say(outgoing) => Self::Say(outgoing),
            StoredEffect::Mail(mail) => Self::Mail(mail),
            StoredEffect::Ticket(order) => Self::Ticket(order),
            StoredEffect::Bus(message) => Self::Bus(message),
        }
    }
}

impl From<&DeliveryMark> for StoredMark {
    fn from(mark: &DeliveryMark) -> Self {
        let DeliveryMark {
            key: OutboxKey { seq, index },
            progress,
        } = mark;
        Self {
            seq: *seq,
            index: *index,
            progress: match progress {
                Progress::Lines(lines) => StoredProgress::Lines(*lines),
                Progress::Complete => StoredProgress::Complete,
                Progress::GivenUp(why) => StoredProgress::GivenUp(why.clone()),
            },
        }
    }
}

impl From<StoredMark> for DeliveryMark {
    fn from(stored: StoredMark) -> Self {
        let StoredMark { seq, index, progress } = stored;
        Self {
            key: OutboxKey { seq, index },
            progress: match progress {
                StoredProgress::Lines(lines) => Progress::Lines(lines),
                StoredProgress::Complete => Progress::Complete,
                StoredProgress::GivenUp(why) => Progress::GivenUp(why),
            },
        }
    }
}

/// An outgoing message or mail, as the outbox stores it.
#[derive(Serialize, Deserialize)]
pub(super) struct StoredDelivery {
    lines_done: u32,
    #[serde(flatten)]
    what: StoredOwed,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum StoredOwed {
    Outgoing(Outgoing),
    Mail(Mail),
    Ticket(TicketOrder),
    Bus(BusMessage),
}

impl StoredDelivery {
    /// Nothing of it is confirmed yet.
    pub(super) fn new(effect: &Effect) -> Self {
        Self {
            lines_done: 0,
            what: match effect {
                Effect::Say(outgoing) => StoredOwed::Outgoing(outgoing.clone()),
                Effect::Mail(mail) => StoredOwed::Mail(mail.clone()),
                Effect::Ticket(order) => StoredOwed::Ticket(order.clone()),
                Effect::Bus(message) => StoredOwed::Bus(message.clone()),
            },
        }
    }

    /// Sets how many lines are confirmed.
    pub(super) fn lines(&mut self, lines: u32) {
        self.lines_done = self.lines_done.max(lines);
    }

    /// What is owed.
    pub(super) fn owed(self, key: OutboxKey) -> Owed {
        match self.what {
            StoredOwed::Outgoing(outgoing) => Owed::Say(Delivery {
                key: Some(key),
                lines_done: self.lines_done,
                outgoing,
            }),
            StoredOwed::Mail(mail) => Owed::Mail(MailDelivery { key, mail }),
            StoredOwed::Ticket(order) => Owed::Ticket(TicketDelivery { key, order }),
            StoredOwed::Bus(message) => Owed::Bus(BusDelivery { key, message }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rfr::Outdated;
    use crate::sop::Edition;
    use std::collections::BTreeSet;

    /// One record of each kind, as version 1 writes them. Lines are added here, never changed.
    const SNAPSHOT: &str = include_str!("../../../tests/stored/v1.jsonl");

    #[test]
    fn every_kind_of_record_is_read_and_written_as_it_always_was() {
        assert!(SNAPSHOT.lines().count() > 30);
        for (line, text) in (1u64..).zip(SNAPSHOT.lines()) {
            let written = match record(line, text.as_bytes()).expect("a record of version 1") {
                Record::Commit(commit) => commit_bytes(&commit).expect("a record of version 1"),
                Record::Delivered(mark) => mark_bytes(&mark).expect("a record of version 1"),
            };
            // Before editions were texts, a shipped edition had no hash; its name alone means the same for ever.
            let named = Edition::shipped().iter().fold(text.to_owned(), |text, edition| {
                let bare = format!(r#""edition":"{}""#, edition.name());
                text.replace(&bare, &format!(r#""edition":"{}""#, edition.key()))
            });
            assert_eq!(String::from_utf8(written).expect("a record of version 1"), named);
        }
    }

    /// serde lists all kinds it knows when it meets an unknown one.
    fn kinds<T: for<'a> Deserialize<'a>>() -> BTreeSet<String> {
        let Err(error) = serde_json::from_str::<T>(r#"{"no-such-kind":{}}"#) else {
            panic!("an unknown kind was read");
        };
        let error = error.to_string();
        let (_, listed) = error.split_once("expected ").expect("a list of kinds");
        listed.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    }

    #[test]
    fn no_kind_is_missing_in_the_snapshot() {
        #[derive(Deserialize)]
        struct AnyRfrEvent(
            #[serde(with = "StoredRfrEvent")]
            #[expect(dead_code, reason = "only read")]
            RfrEvent,
        );
        #[derive(Deserialize)]
        struct AnyOutdated(
            #[serde(with = "outdated::OutdatedForm")]
            #[expect(dead_code, reason = "only read")]
            Outdated,
        );
        for kind in kinds::<reason::ReasonForm>() {
            let there = format!(r#""reason":{{"what":{{"{kind}""#);
            assert!(
                SNAPSHOT.contains(&there),
                "no reason `{kind}` stands in tests/stored/v1.jsonl"
            );
        }
        let expected = kinds::<AnyRfrEvent>();
        assert!(expected.len() > 25 && expected.contains("signed-off"), "{expected:?}");
        for kind in expected {
            let there = SNAPSHOT.contains(&format!(r#""event":{{"{kind}""#))
                || SNAPSHOT.contains(&format!(r#""event":"{kind}""#));
            assert!(there, "no record of an event `{kind}` stands in tests/stored/v1.jsonl");
        }
        for kind in kinds::<AnyOutdated>().into_iter().filter(|kind| kind != "words") {
            let there = SNAPSHOT.contains(&format!(r#""what":{{"{kind}""#))
                || SNAPSHOT.contains(&format!(r#""what":"{kind}""#));
            assert!(
                there,
                "no sign-off outdated by `{kind}` stands in tests/stored/v1.jsonl"
            );
        }
        let facts = kinds::<StoredFreeze>().into_iter().chain(kinds::<StoredAbsence>());
        let facts = facts
            .chain(kinds::<StoredLink>())
            .chain(kinds::<links::StoredIdentity>());
        for kind in facts.chain(kinds::<StoredBreak>()).chain(kinds::<StoredReminder>()) {
            assert!(
                SNAPSHOT.contains(&format!(r#""{kind}""#)),
                "no `{kind}` in tests/stored/v1.jsonl"
            );
        }
        let rest = kinds::<StoredEvent>().into_iter().chain(kinds::<StoredEffect>());
        for kind in rest.chain(kinds::<StoredProgress>()) {
            assert!(
                SNAPSHOT.contains(&format!(r#""{kind}""#)),
                "no `{kind}` in tests/stored/v1.jsonl"
            );
        }
    }

    #[test]
    fn a_number_that_cannot_be_counted_on_is_refused() {
        let first = SNAPSHOT
            .lines()
            .find(|line| line.contains("\"requested\""))
            .expect("a record of version 1");
        let (before, after) = first.split_once("\"id\":").expect("a number");
        let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
        for number in [u64::MAX, u64::MAX - 1, 1 << 63] {
            let bad = format!("{before}\"id\":{number}{rest}");
            let error = record(1, bad.as_bytes()).expect_err("too high").to_string();
            assert!(error.contains(&number.to_string()), "{error}");
        }
    }

    #[test]
    fn what_cannot_be_is_refused_and_named() {
        let line = |kind: &str| {
            let lines = SNAPSHOT.lines();
            lines
                .clone()
                .find(|line| line.contains(kind))
                .expect("a record of version 1")
        };
        let refused = |bad: &str| record(1, bad.as_bytes()).expect_err(bad).to_string();
        for number in ["4294967295", "1073741825"] {
            for kind in ["question-asked", "question-answered", "question-withdrawn"] {
                let (before, after) = line(kind).split_once("\"number\":").expect("a number");
                let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
                let error = refused(&format!("{before}\"number\":{number}{rest}"));
                assert!(error.contains(number), "{error}");
            }
        }
        for name in ["", "al pha", "al\\npha", "аlpha", "status\\u202e"] {
            let good = line("\"requested\"");
            let (before, after) = good.split_once("\"name\":\"").expect("a name");
            let (_, rest) = after.split_once('"').expect("its end");
            let error = refused(&format!("{before}\"name\":\"{name}\"{rest}"));
            assert!(error.contains("the name of no RFR"), "{error}");
        }
        for account in ["", "ra lph", "ralph\\t"] {
            for kind in ["\"sponsored\"", "\"person-added\"", "\"sponsor-asked\""] {
                let good = line(kind);
                let (before, after) = good.split_once("\"account\":\"").expect("an account");
                let (_, rest) = after.split_once('"').expect("its end");
                let error = refused(&format!("{before}\"account\":\"{account}\"{rest}"));
                assert!(error.contains("there is no account"), "{error}");
            }
        }
        for year in ["+262142", "-0001", "+99999"] {
            let good = line("\"scheduled\"");
            let (before, after) = good.split_once("\"date\":\"").expect("a date");
            let (_, rest) = after.split_once('-').expect("a month");
            let error = refused(&format!("{before}\"date\":\"{year}-{rest}"));
            assert!(error.contains("is in no year"), "{error}");
        }
    }

    #[test]
    fn what_is_not_understood_is_refused_and_named() {
        let what = |text: &str| record(7, text.as_bytes()).expect_err("not understood").to_string();
        assert!(what(r#"{"v":2,"promise":{}}"#).contains("version 2"));
        assert!(what(r#"{"v":1}"#).contains("either a commit or a delivery mark"));
        assert!(what(r#"{"v":1,"delivered":{"seq":1,"index":0,"progress":"complete","to":1}}"#).contains("`to`"));
        let phase = SNAPSHOT
            .lines()
            .find(|line| line.contains("signed-off"))
            .expect("a record of version 1");
        assert!(what(&phase.replace("staging", "stagnation")).contains("stagnation"));
    }
}
