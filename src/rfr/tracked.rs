//! What an RFR's ticket showed when the tracker was read last.

use super::{Rfr, Ticket};
use chrono::{DateTime, Utc};

/// What follows the name of whoever asked something in a ticket.
pub const IN_THE_TICKET: &str = " in the ticket";

/// What is known of the ticket, and what is asked of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tracked {
    /// Title and requester come from the ticket, once it is read.
    pub awaits_title: bool,
    /// The SOP's "assigned to": does the ticket have to be assigned to the sponsor?
    pub must_be_assigned: bool,
    /// The ticket as it was read last.
    pub seen: Option<Box<TicketView>>,
}

/// A ticket at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketView {
    /// Its title.
    pub title: String,
    /// Is it closed?
    pub closed: bool,
    /// The accounts of its assignees, as far as the config knows their logins.
    pub accounts: Vec<String>,
    /// The other assignees, by their logins.
    pub others: Vec<String>,
    /// When it was changed last, by the tracker's clock.
    pub at: DateTime<Utc>,
}

impl TicketView {
    /// Does it show the same, whenever that was?
    pub fn shows_the_same(&self, other: &Self) -> bool {
        let Self {
            title,
            closed,
            accounts,
            others,
            at: _,
        } = self;
        (title, closed, accounts, others) == (&other.title, &other.closed, &other.accounts, &other.others)
    }
}

impl Rfr {
    /// Is its ticket assigned to its sponsor, as far as that is asked for?
    pub fn is_assigned(&self) -> bool {
        let Some(sponsor) = &self.sponsor else { return false };
        let is_theirs = |seen: &TicketView| seen.accounts.iter().any(|account| account == sponsor.account.as_str());
        !self.tracked.must_be_assigned || self.tracked.seen.as_deref().is_some_and(is_theirs)
    }

    /// Is it open though its ticket was closed when it was read last?
    pub fn has_closed_ticket(&self) -> bool {
        self.is_open() && self.tracked.seen.as_ref().is_some_and(|seen| seen.closed)
    }

    /// What it is called until its ticket is read.
    pub fn title_of(ticket: &Ticket) -> String {
        ticket.to_string()
    }
}
