//! One stored record: the facts that one input caused, and what must be said and sent because of them.

use crate::calendar::{Absence, AbsenceFact, FreezeFact, Predictions};
use crate::people::linking::LinkFact;
use crate::reminder::ReminderFact;
use crate::rfr::freeze_break::BreakEvent;
use crate::rfr::{Origin, Rfr, RfrEvent, RfrId};
use crate::sop::Edition;
use crate::wire::{
    BusDelivery, BusMessage, Delivery, IncomingId, Mail, MailDelivery, OutboxKey, Outgoing, Place, TicketDelivery,
    TicketOrder,
};

/// One record of the journal: everything one input caused, stored completely or not at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Who, when, where, and in which words; contains the sequence number.
    pub origin: Origin,
    /// The message that caused it, if the network has message ids: seen again, it does nothing.
    pub incoming: Option<IncomingId>,
    /// The facts.
    pub events: Vec<Event>,
    /// What must be said and sent because of them; an effect's index is part of its [`OutboxKey`].
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
    /// A place now talks about another RFR, or about none.
    FocusChanged {
        /// The place.
        place: Place,
        /// The RFR that commands there mean if they name none.
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
    /// A calendar changed since it was last read; applies until a newer version is read.
    CalendarRead {
        /// The file, as the config names it.
        file: String,
        /// The freezes in it.
        windows: Predictions,
    },
    /// A calendar of absences changed since it was last read.
    AbsencesRead {
        /// The file, as the config names it.
        file: String,
        /// Who is away when, by account.
        absences: Vec<(String, Absence)>,
    },
    /// The text of an SOP edition, stored verbatim when the first RFR follows it.
    Edition(Edition),
    /// A reminder was sent, or somebody said something about being reminded.
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
    /// What a ticket is to show.
    Ticket(TicketOrder),
    /// A message for the bus.
    Bus(BusMessage),
}

/// An effect that is owed, with its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owed {
    /// A message in a place.
    Say(Delivery),
    /// A mail to the list.
    Mail(MailDelivery),
    /// What a ticket is to show.
    Ticket(TicketDelivery),
    /// A message for the bus.
    Bus(BusDelivery),
}

/// Delivery progress of an effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryMark {
    /// Which effect.
    pub key: OutboxKey,
    /// The progress.
    pub progress: Progress,
}

/// Progress of an effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Progress {
    /// That many of its lines are confirmed; more will follow.
    Lines(u32),
    /// All of it is out.
    Complete,
    /// It was given up, for this reason.
    GivenUp(String),
}

/// Results of a search among closed RFRs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hits {
    /// Matching RFRs, most recently requested first.
    pub rfrs: Vec<Rfr>,
    /// How many more are known to match.
    pub more: usize,
    /// Did the search stop early because too many RFRs have words with these beginnings?
    pub cut: bool,
}

/// Why the records could not be used, as far as a room is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no room on the disk.
    DiskFull,
    /// The disk cannot be written.
    DiskReadOnly,
    /// The disk failed in the middle of a change: only a restart shows whether it is stored.
    InDoubt,
    /// Anything else; nothing is stored.
    Other,
}
