//! What the desk reads from the store.

use crate::people::Account;
use crate::record::{Event, Hits, Trouble};
use crate::rfr::{Origin, Rfr, RfrEvent, RfrId, Sought};
use crate::wire::{IncomingId, Place};
use thiserror::Error;

/// The store could not be read or written.
#[derive(Debug, Error)]
#[error("{words}")]
pub struct ArchiveError {
    /// What happened, for the operator.
    pub words: String,
    /// What of that is for everybody.
    pub trouble: Trouble,
}

/// What one commit did to an RFR.
pub type Caused = (RfrId, Vec<(Origin, RfrEvent)>);

/// Which of the RFRs that are not on their way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClosedRfr {
    /// All of them.
    All,
    /// Those in maintenance.
    Maintained,
    /// Those that were dropped or removed.
    Ended,
}

/// The part of the store that the desk reads. Open RFRs are read once, at the start.
pub trait Archive {
    /// Every RFR that is still on its way.
    fn open_rfrs(&self) -> Result<Vec<Rfr>, ArchiveError>;
    /// One RFR, open or not.
    fn rfr(&self, id: RfrId) -> Result<Option<Rfr>, ArchiveError>;
    /// The RFR that has this name, now or formerly.
    fn named(&self, name: &str) -> Result<Option<RfrId>, ArchiveError>;
    /// The RFR that has this ticket.
    fn with_ticket(&self, url: &str) -> Result<Option<RfrId>, ArchiveError>;
    /// What happened to an RFR, oldest first.
    fn history(&self, id: RfrId) -> Result<Vec<(Origin, RfrEvent)>, ArchiveError>;
    /// Up to so many RFRs that have ended or are in maintenance, the one changed last first, and how many more there
    /// are.
    fn closed_rfrs(&self, which: ClosedRfr, most: usize) -> Result<(Vec<Rfr>, usize), ArchiveError>;
    /// Those among them that fit, up to so many.
    fn search_closed(&self, sought: &Sought, most: usize) -> Result<Hits, ArchiveError>;
    /// Did a message with this id cause a commit?
    fn was_seen(&self, id: &IncomingId) -> Result<bool, ArchiveError>;
    /// What the commit that this message caused did to an RFR.
    fn caused_by(&self, id: &IncomingId) -> Result<Option<Caused>, ArchiveError>;
    /// What each place talks about.
    fn focus(&self) -> Result<Vec<(Place, RfrId)>, ArchiveError>;
    /// Every fact about freezes, freeze breaks, calendars, absences and reminders, oldest first.
    fn facts(&self) -> Result<Vec<(Origin, Event)>, ArchiveError>;
    /// The RFR that this account changed last.
    fn last_changed_by(&self, account: &Account) -> Result<Option<RfrId>, ArchiveError>;
    /// Sequence number of the next commit.
    fn next_seq(&self) -> u64;
    /// Number of the next RFR.
    fn next_rfr_id(&self) -> RfrId;
}
