//! The message bus: what a commit means for those who follow it there.
//!
//! A message says how things stand after the commit. What it is about is found by comparing the RFR before and after, so
//! that an undo, a mail or a calendar tells the bus the same as a command does.

use super::Desk;
use super::archive::Archive;
use crate::calendar::{FreezeFact, FreezeKey};
use crate::command::sanitise;
use crate::people::Account;
use crate::record::{Commit, Effect, Event};
use crate::rfr::freeze_break::{BreakEvent, Standing};
use crate::rfr::{Ending, Rfr, RfrEvent, RfrId};
use crate::sop::Phase;
use crate::wire::{BusMessage, BusTopic, Outgoing};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// The RFRs of a commit as they were before it.
type RfrsBefore = BTreeMap<RfrId, Option<Rfr>>;

impl<A: Archive> Desk<A> {
    /// Carries a commit out, and adds what tickets and the bus are told of it.
    pub(super) fn carry_out(&mut self, commit: &mut Commit) {
        let before = self.before(commit);
        self.state.apply(commit, &self.archive);
        self.tell_lapses(commit);
        if let Some(before) = before {
            self.tell_the_bus(commit, &before);
        }
    }

    /// `None` where nobody is told.
    fn before(&self, commit: &Commit) -> Option<RfrsBefore> {
        self.settings.bus.as_ref()?;
        let ids = commit.events.iter().filter_map(|event| match event {
            Event::Rfr { id, .. } => Some(*id),
            Event::FocusChanged { .. }
            | Event::Freeze(_)
            | Event::Absence(_)
            | Event::FreezeBreak { .. }
            | Event::CalendarRead { .. }
            | Event::AbsencesRead { .. }
            | Event::Edition(_)
            | Event::Reminder(_)
            | Event::Link(_) => None,
        });
        let ids: BTreeSet<RfrId> = ids.collect();
        Some(ids.into_iter().map(|id| (id, self.rfr_now(id))).collect())
    }

    fn rfr_now(&self, id: RfrId) -> Option<Rfr> {
        let found = self.state.rfr(id, &self.archive).unwrap_or_else(|error| {
            tracing::error!(%error, "the store cannot be used");
            None
        });
        found.map(std::borrow::Cow::into_owned)
    }

    fn tell_the_bus(&mut self, commit: &mut Commit, before: &RfrsBefore) {
        let agent = commit.origin.by.person().cloned();
        let mut told: Vec<(BusTopic, Map<String, Value>)> = Vec::new();
        for (id, before) in before {
            let events = commit.events.iter().filter_map(|event| match event {
                Event::Rfr { id: of, event } if of == id => Some(event),
                Event::Rfr { .. }
                | Event::FocusChanged { .. }
                | Event::Freeze(_)
                | Event::Absence(_)
                | Event::FreezeBreak { .. }
                | Event::CalendarRead { .. }
                | Event::AbsencesRead { .. }
                | Event::Edition(_)
                | Event::Reminder(_)
                | Event::Link(_) => None,
            });
            let events: Vec<&RfrEvent> = events.collect();
            told.extend(of_an_rfr(before.as_ref(), self.rfr_now(*id).as_ref(), &events));
        }
        for event in &commit.events {
            match event {
                Event::Freeze(FreezeFact::Started { key, .. }) => {
                    told.push((BusTopic::FreezeStart, self.of_a_freeze(key)));
                }
                Event::Freeze(FreezeFact::Lifted { key, .. }) => {
                    told.push((BusTopic::FreezeLift, self.of_a_freeze(key)));
                }
                Event::FreezeBreak { number, event } => told.extend(self.of_a_break(*number, event)),
                Event::Freeze(
                    FreezeFact::Added { .. } | FreezeFact::Removed { .. } | FreezeFact::WordTakenBack { .. },
                )
                | Event::Rfr { .. }
                | Event::FocusChanged { .. }
                | Event::Absence(_)
                | Event::CalendarRead { .. }
                | Event::AbsencesRead { .. }
                | Event::Edition(_)
                | Event::Reminder(_)
                | Event::Link(_) => {}
            }
        }
        for (topic, mut body) in told {
            // Without random bytes there is no id; the source of them has logged why.
            let Some(id) = self.uuid() else { return };
            body.insert("agent".to_owned(), json!(agent.as_ref().map(Account::as_str)));
            commit.effects.push(Effect::Bus(BusMessage {
                id,
                at: commit.origin.at,
                topic,
                body: Value::Object(body),
            }));
        }
    }

    /// A UUID of version 4.
    fn uuid(&mut self) -> Option<String> {
        let (high, low) = ((self.random)()?, (self.random)()?);
        let bits = (u128::from(u64::from_be_bytes(high)) << 64) | u128::from(u64::from_be_bytes(low));
        let bits = (bits & !(0xf << 76) & !(0x3 << 62)) | (0x4 << 76) | (0x2 << 62);
        let hex = format!("{bits:032x}");
        Some(format!(
            "{}-{}-{}-{}-{}",
            &hex[..8],
            &hex[8..12],
            &hex[12..16],
            &hex[16..20],
            &hex[20..]
        ))
    }

    /// What stands in the way of the bus, for the admin place.
    pub fn bus_trouble(&self, part: &str, why: &str) -> Option<Outgoing> {
        self.for_the_admins(self.wording.bus_trouble(part, &sanitise(why)))
    }

    /// The broker refuses a topic: for the admin place.
    pub fn bus_refuses(&self, topic: BusTopic, why: &str) -> Option<Outgoing> {
        self.for_the_admins(self.wording.bus_refuses(topic, &sanitise(why)))
    }

    /// Messages are too old to be published: for the admin place.
    pub fn bus_left(&self, count: usize) -> Option<Outgoing> {
        self.for_the_admins(self.wording.bus_left(count))
    }

    fn of_a_freeze(&self, key: &FreezeKey) -> Map<String, Value> {
        let days = self.state.facts().book.predicted(key).map(|predicted| predicted.span);
        let freeze = json!({
            "name": key.to_string(),
            "from": days.map(|days| days.from().to_string()),
            "to": days.map(|days| days.to().to_string()),
        });
        object(json!({"freeze": freeze, "people": []}))
    }

    fn of_a_break(&self, number: u32, event: &BreakEvent) -> Option<(BusTopic, Map<String, Value>)> {
        let (topic, reason) = match event {
            BreakEvent::Requested { reason, .. } => (BusTopic::BreakRequested, reason.as_str()),
            BreakEvent::Voted { approves: true, text } => (BusTopic::BreakApproved, text.as_str()),
            BreakEvent::Voted { approves: false, text } => (BusTopic::BreakRefused, text.as_str()),
            BreakEvent::Done => (BusTopic::BreakDone, ""),
            BreakEvent::Withdrawn { .. } => return None,
        };
        let found = self.state.facts().breaks.get(number)?.as_it_counts(&self.directory);
        let rfr = self.rfr_now(found.rfr)?;
        let names = |accounts: Vec<Account>| accounts.iter().map(Account::to_string).collect::<Vec<String>>();
        let still_needed = match self.standing_of(&found) {
            Standing::Waiting { more } => more,
            Standing::Held | Standing::Approved | Standing::Done | Standing::Withdrawn | Standing::Expired => 0,
        };
        let mut people = people(&rfr);
        people.extend(found.requested.by.person().map(Account::to_string));
        people.extend(found.votes.keys().map(Account::to_string));
        let mut body = object(json!({
            "rfr": about(&rfr),
            "people": people,
            "freeze_break": {
                "number": number,
                "freezes": found.freezes.iter().map(FreezeKey::to_string).collect::<Vec<String>>(),
                "reason": found.reason,
                "approvers": names(found.voters(true)),
                "objectors": names(found.voters(false)),
                "still_needed": still_needed,
                "is_held": self.standing_of(&found) == Standing::Held,
            },
        }));
        if matches!(event, BreakEvent::Voted { .. }) {
            body.insert("text".to_owned(), json!(reason));
        }
        Some((topic, body))
    }
}

/// What an RFR's change means: each message with what it says beside the agent.
fn of_an_rfr(before: Option<&Rfr>, after: Option<&Rfr>, events: &[&RfrEvent]) -> Vec<(BusTopic, Map<String, Value>)> {
    let (Some(shown), before, after) = (after.or(before), before, after) else {
        return Vec::new();
    };
    let mut told = Vec::new();
    let mut tell = |topic: BusTopic, more: Value| {
        let mut body = object(json!({"rfr": about(shown), "people": people(shown)}));
        body.extend(object(more));
        told.push((topic, body));
    };
    let Some(after) = after else {
        tell(BusTopic::RfrEnded, json!({"how": "undone", "reason": null}));
        return told;
    };
    let Some(before) = before else {
        tell(BusTopic::RfrNew, json!({}));
        return told;
    };
    let ended = |rfr: &Rfr| rfr.ended.as_ref().map(|ended| ending(ended.how));
    match (ended(before), ended(after)) {
        (None, Some(how)) => {
            let reason = after.ended.as_ref().map(|ended| ended.reason.as_str());
            tell(BusTopic::RfrEnded, json!({"how": how, "reason": said(reason)}));
        }
        (Some(how), None) => {
            tell(
                BusTopic::RfrPhase,
                json!({"from": how, "to": after.phase.name(), "reason": said(words_of(events))}),
            );
        }
        (None, None) | (Some(_), Some(_)) if before.phase != after.phase => tell(
            BusTopic::RfrPhase,
            json!({"from": before.phase.name(), "to": after.phase.name(), "reason": said(words_of(events))}),
        ),
        (None, None) | (Some(_), Some(_)) => {}
    }
    for phase in Phase::ALL {
        let signed = |rfr: &Rfr| {
            rfr.signoffs
                .get(&phase)
                .filter(|signed| signed.outdated.is_none())
                .cloned()
        };
        match (signed(before), signed(after)) {
            (was, Some(is)) if was.as_ref().map(|was| &was.mark) != Some(&is.mark) => {
                tell(
                    BusTopic::RfrSignoff,
                    json!({"phase": phase.name(), "note": said(Some(&is.note))}),
                );
            }
            // Going back takes the sign-offs along: that the phase says.
            (Some(_), None) if before.phase == after.phase => {
                let (cause, reason) = taken_back(phase, events);
                tell(
                    BusTopic::RfrWithdrawn,
                    json!({"phase": phase.name(), "cause": cause, "reason": said(reason)}),
                );
            }
            (None | Some(_), Some(_) | None) => {}
        }
    }
    match (&before.hold, &after.hold) {
        (before, Some(hold)) if before.as_ref().map(|before| &before.mark) != Some(&hold.mark) && before.is_none() => {
            tell(BusTopic::RfrHold, json!({"reason": said(Some(&hold.reason))}));
        }
        (Some(_), None) => tell(BusTopic::RfrReleased, json!({"reason": said(words_of(events))})),
        (None | Some(_), Some(_) | None) => {}
    }
    told
}

/// Why a sign-off no longer counts.
fn taken_back<'a>(phase: Phase, events: &[&'a RfrEvent]) -> (&'static str, Option<&'a str>) {
    let mut causes = events.iter().filter_map(|event| {
        if let RfrEvent::SignOffWithdrawn { phase: of, reason } = event
            && *of == phase
        {
            return Some(("withdrawn", Some(reason.as_str())));
        }
        if let RfrEvent::SignOffOutdated { phase: of, .. } = event
            && *of == phase
        {
            return Some(("outdated", None));
        }
        None
    });
    causes.next().unwrap_or(("undone", None))
}

/// The reason that was given for a change.
fn words_of<'a>(events: &[&'a RfrEvent]) -> Option<&'a str> {
    events.iter().find_map(|event| {
        if let RfrEvent::Reverted { reason, .. } | RfrEvent::Reopened { reason } | RfrEvent::Released { reason, .. } =
            event
        {
            Some(reason.as_str())
        } else {
            None
        }
    })
}

/// Words that may be missing or empty.
fn said(words: Option<&str>) -> Option<&str> {
    words.filter(|words| !words.is_empty())
}

fn ending(how: Ending) -> &'static str {
    match how {
        Ending::Dropped => "dropped",
        Ending::Removed => "removed",
    }
}

/// Which RFR it is.
fn about(rfr: &Rfr) -> Value {
    json!({
        "name": rfr.name,
        "title": rfr.title,
        "phase": rfr.phase.name(),
        "ticket": rfr.ticket.number(),
        "url": rfr.ticket.url,
    })
}

/// The accounts of those whom it concerns.
fn people(rfr: &Rfr) -> BTreeSet<String> {
    let sponsor = rfr.sponsor.iter().map(|sponsor| &sponsor.account);
    let asked = rfr.asked_sponsor.iter().map(|asked| &asked.account);
    let involved = rfr.people.iter().map(|person| &person.account);
    let all = rfr
        .requested
        .by
        .person()
        .into_iter()
        .chain(sponsor)
        .chain(asked)
        .chain(involved);
    all.map(Account::to_string).collect()
}

fn object(value: Value) -> Map<String, Value> {
    if let Value::Object(map) = value {
        map
    } else {
        Map::new()
    }
}
