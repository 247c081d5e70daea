//! What an undo does not take back: a last change that does not concern an RFR, and the command that reverses it.

use super::Wording;
use super::phrases::cut;
use crate::calendar::{AbsenceFact, FreezeFact};
use crate::people::linking::LinkFact;
use crate::record::Event;
use crate::reminder::{How, ReminderFact};
use crate::rfr::freeze_break::BreakEvent;
use crate::text::{Message, Paragraph};
use chrono::NaiveDate;

/// How much of what somebody said is repeated.
const LONGEST_ECHO: usize = 60;

/// The last change of somebody who wants to undo.
#[derive(Debug)]
pub struct LastAside<'a> {
    /// What it was.
    pub event: &'a Event,
    /// How it was said.
    pub words: &'a str,
    /// The name of the RFR that it is about.
    pub name: &'a str,
    /// The RFR that the person changed before, and may undo.
    pub before: Option<&'a str>,
    /// Is a freeze in force?
    pub frozen: bool,
    /// The day on which it is asked for.
    pub today: NaiveDate,
}

impl Wording {
    /// An undo takes back no such change.
    pub fn undo_of_an_aside(&self, aside: &LastAside<'_>) -> Message {
        let LastAside { event, words, .. } = *aside;
        let line = Paragraph::new().text("An undo takes back a change of an RFR, and your last change was ");
        let line = if words.is_empty() {
            line.text("none")
        } else {
            line.text(format!("“{}”", cut(words, LONGEST_ECHO)))
        };
        let snoozed = matches!(event, Event::Reminder(ReminderFact::Snoozed { .. }));
        let line = match what_ends(aside) {
            Some(command) if snoozed => line
                .text("; that ends by itself. To be reminded from tomorrow on: ")
                .code(self.type_this(&command)),
            Some(command) => line.text("; what ends that: ").code(self.type_this(&command)),
            None if matches!(event, Event::FreezeBreak { .. }) => line.text("; the break opens nothing any more"),
            None => line.text("; that ends by itself"),
        };
        let line = match aside.before {
            Some(name) => line
                .text(format!(". For your last change of {name}: "))
                .code(self.type_this(&format!("undo {name}"))),
            None => line,
        };
        line.full_stop().into()
    }
}

/// The command that takes a change back which is none of an RFR.
fn what_ends(aside: &LastAside<'_>) -> Option<String> {
    let name = aside.name;
    match aside.event {
        Event::Absence(AbsenceFact::Away { absence, .. }) if absence.span.from() > aside.today => {
            Some("away cancel".to_owned())
        }
        Event::Absence(AbsenceFact::Away { .. }) => Some("back".to_owned()),
        Event::Link(LinkFact::Linked(link)) => Some(format!("unlink {}", link.identity.words())),
        Event::Link(LinkFact::Unlinked { .. }) => Some("link".to_owned()),
        Event::Absence(AbsenceFact::Back { .. }) => Some("away FROM TO".to_owned()),
        Event::Freeze(fact) => Some(match fact {
            FreezeFact::Started { key, .. } => format!("freeze lift {key}"),
            FreezeFact::Lifted { key, .. } => format!("freeze start {key}"),
            FreezeFact::Added { key, .. } => format!("freeze remove {key}"),
            FreezeFact::WordTakenBack { .. } => return None,
            FreezeFact::Removed { key, .. } => format!("freeze add {key} FROM TO"),
        }),
        Event::FreezeBreak { number, event } => match event {
            BreakEvent::Requested { .. } => Some(format!("freeze-break withdraw {number}")),
            BreakEvent::Voted { approves: true, .. } => Some(format!("-1 {number} REASON…")),
            BreakEvent::Voted { approves: false, .. } => Some(format!("+1 {number}")),
            BreakEvent::Done | BreakEvent::Withdrawn { .. } => {
                aside.frozen.then(|| format!("freeze-break request {name} REASON…"))
            }
        },
        Event::FocusChanged { rfr: Some(_), .. } => Some("focus off".to_owned()),
        Event::FocusChanged { rfr: None, .. } => Some("focus RFR".to_owned()),
        Event::Reminder(fact) => match fact {
            ReminderFact::Snoozed { .. } => Some(format!("snooze {name} 1 day")),
            ReminderFact::Muted { .. } => Some(format!("unmute {name}")),
            ReminderFact::Unmuted { .. } => Some(format!("mute {name} REASON…")),
            ReminderFact::Preference { how: How::Off, .. } => Some("remind me on".to_owned()),
            ReminderFact::Preference {
                how: How::On | How::Dm, ..
            } => Some("remind me off".to_owned()),
            ReminderFact::Short { on: true, .. } => Some("prefs short off".to_owned()),
            ReminderFact::Short { on: false, .. } => Some("prefs short on".to_owned()),
            ReminderFact::Made { .. } | ReminderFact::Posted { .. } => None,
        },
        Event::Rfr { .. } | Event::CalendarRead { .. } | Event::AbsencesRead { .. } | Event::Edition(_) => None,
    }
}
