//! The contents of a reminder.

use crate::people::Account;
use crate::rfr::gate::Finding;
use crate::sop::Upkeep;
use chrono::{DateTime, NaiveDate, Utc};

/// The contents of a reminder, as facts; `wording` makes the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A question is open.
    OpenQuestion {
        /// Its number in the RFR.
        number: u32,
        /// The question.
        text: String,
        /// Who asked it in a mail of the list, by that mail's own account.
        on_the_list: Option<String>,
        /// Since when.
        asked: DateTime<Utc>,
    },
    /// Only the sponsor's sign-off is missing.
    SignOff {
        /// For leaving this phase.
        phase: &'static str,
        /// The item to tick off first, if nobody has.
        first: Option<&'static str>,
        /// Since when nothing else is missing.
        ready: DateTime<Utc>,
    },
    /// Somebody was asked to sponsor.
    SponsorAsked {
        /// Who.
        account: Account,
        /// When.
        asked: DateTime<Utc>,
    },
    /// Nobody sponsors it.
    NoSponsor {
        /// Since when.
        since: DateTime<Utc>,
    },
    /// Nothing has happened.
    Silent {
        /// Since when.
        since: DateTime<Utc>,
        /// Its phase.
        phase: &'static str,
        /// What its gate lacks; empty: it could advance.
        missing: Vec<Finding>,
    },
    /// It is to be deployed on this day, which is near or today.
    Deployment {
        /// The day.
        date: NaiveDate,
    },
    /// It was to be deployed on this day.
    DeploymentOverdue {
        /// The day.
        date: NaiveDate,
        /// Can the item that reports it be ticked off in its phase?
        has_item: bool,
    },
    /// A freeze begins on this day.
    FreezeSoon {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// A freeze was predicted to start on this day: start it?
    FreezeStart {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// A freeze was expected to end on this day: lift it?
    FreezeOverdue {
        /// Since when it has been in force.
        since: DateTime<Utc>,
        /// The last day.
        to: NaiveDate,
    },
    /// The development instance is old.
    DevInstance {
        /// When it was created.
        made: DateTime<Utc>,
    },
    /// Only one person works on it.
    OnePerson {
        /// Who.
        account: Account,
    },
    /// The sponsor is no longer in sysadmin-main.
    SponsorLeft {
        /// Who.
        account: Account,
    },
    /// It is in maintenance, and was not looked after for long.
    Upkeep {
        /// Since when.
        since: DateTime<Utc>,
        /// Which sides of it.
        sides: Vec<Upkeep>,
    },
    /// It is on hold.
    Hold {
        /// Since when.
        since: DateTime<Utc>,
        /// The reason given.
        reason: String,
    },
}
