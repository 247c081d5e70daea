//! Rejects impossible histories: an export made by hand is followed change by change before it is accepted.
//!
//! The bot's own journal never contains one, whichever version wrote it: only what no version ever allowed is refused.

use crate::calendar::{AbsenceFact, FreezeFact};
use crate::record::{Commit, Event};
use crate::reminder::ReminderFact;
use crate::rfr::{Origin, Rfr, RfrEvent, RfrId, apply};
use crate::sop::Phase;
use chrono::{DateTime, Days, NaiveDate, Utc};
use serde_json::Value;
use std::collections::HashMap;

/// Longest text of a change, in characters; ten times the limit in chat.
const LONGEST_TEXT: usize = 10_000;

/// How far ahead of its change a date may be: a year more than the limit in chat.
const AHEAD: Days = Days::new(11 * 366);

/// What happened so far.
#[derive(Default)]
pub(super) struct Course {
    rfrs: HashMap<RfrId, Rfr>,
    /// Names of open RFRs.
    names: HashMap<String, RfrId>,
}

impl Course {
    /// Adds the next commit; an error says what in it is impossible.
    pub(super) fn follow(&mut self, commit: &Commit) -> Result<(), String> {
        let at = commit.origin.at;
        for event in &commit.events {
            match event {
                Event::Rfr { id, event } => self.rfr(*id, &commit.origin, event)?,
                Event::Freeze(FreezeFact::Added { span, .. }) => in_sight(span.to(), at)?,
                Event::Absence(AbsenceFact::Away { absence, .. }) => in_sight(absence.span.to(), at)?,
                Event::Freeze(
                    FreezeFact::Started { .. }
                    | FreezeFact::Lifted { .. }
                    | FreezeFact::Removed { .. }
                    | FreezeFact::WordTakenBack { .. },
                )
                | Event::Absence(AbsenceFact::Back { .. })
                | Event::FocusChanged { .. }
                | Event::Link(_)
                | Event::FreezeBreak { .. }
                | Event::Edition(_)
                | Event::CalendarRead { .. }
                | Event::AbsencesRead { .. }
                | Event::Reminder(
                    ReminderFact::Made { .. }
                    | ReminderFact::Muted { .. }
                    | ReminderFact::Unmuted { .. }
                    | ReminderFact::Preference { .. }
                    | ReminderFact::Short { .. }
                    | ReminderFact::Posted { .. },
                ) => {}
                Event::Reminder(ReminderFact::Snoozed { until, .. }) => in_sight(until.date_naive(), at)?,
            }
        }
        Ok(())
    }

    fn rfr(&mut self, id: RfrId, origin: &Origin, event: &RfrEvent) -> Result<(), String> {
        let before = self.rfrs.remove(&id);
        possible(id, before.as_ref(), origin, event)?;
        if let Some(before) = &before {
            let name = before.name.to_ascii_lowercase();
            if self.names.get(&name) == Some(&id) {
                self.names.remove(&name);
            }
        }
        if let Some(after) = apply(before, id, origin, event) {
            if after.is_open() {
                let name = after.name.to_ascii_lowercase();
                if let Some(RfrId(other)) = self.names.insert(name, id) {
                    return Err(format!("RFR {other} is called {}, too, and both are open", after.name));
                }
            }
            self.rfrs.insert(id, after);
        }
        Ok(())
    }
}

/// Is this event possible for this RFR?
fn possible(RfrId(id): RfrId, before: Option<&Rfr>, origin: &Origin, event: &RfrEvent) -> Result<(), String> {
    // A mail may be sent or received after its subject was withdrawn.
    if event.is_of_the_list() {
        return Ok(());
    }
    if let Some(edition) = event.follows() {
        check(edition.is_known(), || {
            format!("RFR {id} follows {}, whose text is not there", edition.key())
        })?;
    }
    let Some(before) = before else {
        return check(matches!(event, RfrEvent::Requested { .. }), || {
            format!("RFR {id} was not requested before")
        });
    };
    let phase = before.phase;
    if let RfrEvent::SignedOff { .. } = event {
        let signs = origin.by.person().is_some_and(|by| before.is_sponsor(by));
        check(signs, || {
            format!("{} signs off RFR {id}, and is not its sponsor", origin.by)
        })?;
    }
    if let RfrEvent::Sponsored { account } | RfrEvent::PersonAdded { account, .. } = event {
        check(!account.is_nobody(), || format!("{account} is nobody's account"))?;
    }
    if let RfrEvent::Adopted { from, .. } = event {
        check(*from == before.edition, || {
            format!("RFR {id} follows {}, and not {}", before.edition.key(), from.key())
        })?;
    }
    if let RfrEvent::Undone { seq } = event {
        check(*seq == before.last_seq, || {
            format!("change {seq} is not the last one of RFR {id}, which an undo takes back")
        })?;
    }
    if let RfrEvent::Requested { .. } = event {
        return Err(format!("RFR {id} was requested before"));
    }
    if let RfrEvent::Scheduled { date, .. } = event {
        in_sight(*date, origin.at)?;
    }
    if let RfrEvent::Advanced { from, to } = event {
        check(*from == phase && before.edition.next(*from) == Some(*to), || {
            let [phase, from, to] = [phase, *from, *to].map(Phase::name);
            format!("RFR {id} is in {phase}, and goes no step from {from} to {to}")
        })?;
    }
    if let RfrEvent::Reverted { from, to, .. } = event {
        check(*from == phase && to < from, || {
            let [phase, from, to] = [phase, *from, *to].map(Phase::name);
            format!("RFR {id} is in {phase}, and does not go back from {from} to {to}")
        })?;
    }
    if let RfrEvent::Reopened { .. } = event {
        check(!before.is_open(), || format!("RFR {id} did not end"))?;
    }
    if let RfrEvent::QuestionAnswered { number, .. } | RfrEvent::QuestionWithdrawn { number } = event {
        check(before.question(*number).is_some(), || {
            format!("RFR {id} has no question {number}")
        })?;
    }
    Ok(())
}

fn check(holds: bool, otherwise: impl Fn() -> String) -> Result<(), String> {
    if holds { Ok(()) } else { Err(otherwise()) }
}

fn in_sight(day: NaiveDate, said: DateTime<Utc>) -> Result<(), String> {
    match said.date_naive().checked_add_days(AHEAD) {
        Some(last) if day > last => Err(format!("{day} is more than ten years ahead of {}", said.date_naive())),
        Some(_) | None => Ok(()),
    }
}

/// Are the texts about RFRs in this commit of a length that somebody could have typed? Its line is JSON.
pub(super) fn texts(line: &[u8]) -> Result<(), String> {
    let record = serde_json::from_slice::<Value>(line).unwrap_or_default();
    let events = record.pointer("/record/commit/events").and_then(Value::as_array);
    let of_rfrs = events.into_iter().flatten().filter_map(|event| event.get("rfr"));
    match of_rfrs.filter_map(longest).max() {
        Some(text) if text > LONGEST_TEXT => Err(format!(
            "a text of {text} characters, where none has more than {LONGEST_TEXT}"
        )),
        Some(_) | None => Ok(()),
    }
}

/// Length of the longest text.
fn longest(value: &Value) -> Option<usize> {
    match value {
        Value::String(text) => Some(text.chars().count()),
        Value::Array(values) => values.iter().filter_map(longest).max(),
        Value::Object(fields) => fields.values().filter_map(longest).max(),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}
