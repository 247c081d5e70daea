//! One record of what is kept: the facts that one input caused, and what must be said and sent because of them.

use crate::calendar::{Absence, AbsenceFact, FreezeFact, Predictions};
use crate::people::linking::LinkFact;
use crate::reminder::ReminderFact;
use crate::rfr::freeze_break::BreakEvent;
use crate::rfr::{Origin, Rfr, RfrEvent, RfrId};
use crate::sop::Edition;
use crate::wire::{Delivery, IncomingId, Mail, MailDelivery, OutboxKey, Outgoing, Place};

/// One record of the journal: everything that one input caused, kept together or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Who, when, where, and in which words; holds the sequence number.
    pub origin: Origin,
    /// The message that caused it, where the network gives messages an id: seen again, it does nothing.
    pub incoming: Option<IncomingId>,
    /// The facts.
    pub events: Vec<Event>,
    /// What must be said and sent because of them; the index is the effect's place in its [`OutboxKey`].
    pub effects: Vec<Effect>,
}

/// One fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Something happened to an RFR.
    Rfr {
        /// Which.
        id: RfrId,
        /// What.
        event: RfrEvent,
    },
    /// A place talks about another RFR now, or about none.
    FocusChanged {
        /// The place.
        place: Place,
        /// The RFR that commands there mean when they name none.
        rfr: Option<RfrId>,
    },
    /// Something happened to a freeze.
    Freeze(FreezeFact),
    /// Somebody will be away, or is back.
    Absence(AbsenceFact),
    /// Something happened to a freeze break.
    FreezeBreak {
        /// Which.
        number: u32,
        /// What.
        event: BreakEvent,
    },
    /// A calendar was read that says something else than it did before: it counts until a newer one is read.
    CalendarRead {
        /// The file, as the config names it.
        file: String,
        /// The freezes in it.
        windows: Predictions,
    },
    /// A calendar of absences was read that says something else than it did before.
    AbsencesRead {
        /// The file, as the config names it.
        file: String,
        /// Who is away when, by account.
        absences: Vec<(String, Absence)>,
    },
    /// What an edition of the SOP says, once an RFR begins to follow it: kept to the letter.
    Edition(Edition),
    /// A reminder was made, or somebody said something about being reminded.
    Reminder(ReminderFact),
    /// Somebody linked an identity to an account, or took that back.
    Link(LinkFact),
}

/// Something that must be said or sent, at least once, whatever happens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// A message in a place.
    Say(Outgoing),
    /// A mail to the list.
    Mail(Mail),
}

/// An effect that is owed, with its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owed {
    /// A message in a place.
    Say(Delivery),
    /// A mail to the list.
    Mail(MailDelivery),
}

/// How far an effect has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryMark {
    /// Which effect.
    pub key: OutboxKey,
    /// What became of it.
    pub progress: Progress,
}

/// What became of an effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// That many of its lines are confirmed; more are to come.
    Lines(u32),
    /// It is out completely.
    Complete,
    /// It was given up, for this reason.
    GivenUp(String),
}

/// What a search among the closed RFRs found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// RFRs that fit, the one requested last first.
    pub rfrs: Vec<Rfr>,
    /// How many more are known to fit.
    pub more: usize,
    /// Did it end before everything was looked at, because so many RFRs have words that begin so?
    pub cut: bool,
}

/// Why the records could not be used, as far as it is said in a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no room on the disk.
    DiskFull,
    /// The disk cannot be written.
    DiskReadOnly,
    /// The disk failed in the middle of a change: only a restart tells whether it is kept.
    InDoubt,
    /// Anything else; nothing is kept.
    Other,
}
