//! What is kept: a write-ahead journal, which is the truth, and the sled database, which everything reads.
//!
//! ```text
//! Journal::commit ─► one line per commit in journal/*.jsonl, one fdatasync   (this is the acknowledgement)
//! Journal::settle ─► a moment later, or when somebody reads: one sled transaction with all that was committed
//!                    since, and how far sled has come
//! open            ─► checks both; what the journal has and sled lacks is applied,
//!                    a sled that cannot be trusted is set aside and rebuilt
//! ```
//!
//! A backup is an export in one file (a copy of the folder `journal` serves as well). A damaged journal is never mended nor opened: only the last line,
//! torn by a crash before it was acknowledged, is cut off (and kept in a file beside it). A journal that lost what the
//! database knows is not opened either ([`recover()`] takes it back, where somebody says so).

mod backup;
mod behind;
mod changes;
mod database;
mod error;
mod folder;
mod inspect;
mod journal;
mod lines;
mod open;
mod pages;
mod recent;
mod recorded;
mod recover;
mod room;
mod seal;
mod search;
mod stored;
mod transfer;
mod trees;
mod witness;

pub use backup::{Backup, back_up, newest, restore, retain, verify_backup};
pub use database::{ClosedRfrs, Database, Entry};
pub use error::{StoreError, needs_a_person, remedy};
pub use folder::{belong_to_the_owner, make_folder};
pub use inspect::{DatabaseState, Inspection, inspect};
pub use journal::Journal;
pub use open::{Opened, open};
pub use recover::{Recovered, recover};
pub use room::{RESERVE, size};
pub use search::Hits;
pub use transfer::{Report, export, import, replay, verify};
pub use witness::Lost;

use crate::calendar::{Absence, AbsenceFact, FreezeFact, Predictions};
use crate::chat::{Delivery, IncomingId, OutboxKey, Outgoing, Place};
use crate::mail::{Mail, MailDelivery};
use crate::reminder::ReminderFact;
use crate::rfr::freeze_break::BreakEvent;
use crate::rfr::{Origin, RfrEvent, RfrId};

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
    /// A reminder was made, or somebody said something about being reminded.
    Reminder(ReminderFact),
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
