//! What a reminder says.

use crate::people::Account;
use chrono::{DateTime, NaiveDate, Utc};

pub use crate::rfr::gate::DEPLOYED;

/// What a reminder says, as facts; wording makes the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A question is open.
    OpenQuestion {
        /// Its number in the RFR.
        number: u32,
        /// The question.
        text: String,
        /// Who asked it in a mail of the list, as that mail says.
        on_the_list: Option<String>,
        /// Since when.
        asked: DateTime<Utc>,
    },
    /// Only the sponsor's sign-off is missing.
    SignOff {
        /// For leaving this phase.
        phase: &'static str,
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
        /// What its gate lacks, short; nothing: it could advance.
        missing: Vec<&'static str>,
    },
    /// It is to be deployed on this day, which is near or here.
    Deployment {
        /// The day.
        date: NaiveDate,
    },
    /// It was to be deployed on this day.
    DeploymentOverdue {
        /// The day.
        date: NaiveDate,
        /// Has its edition the item that says so?
        has_item: bool,
    },
    /// A freeze begins on this day.
    FreezeSoon {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// A freeze was predicted to begin on this day: start it?
    FreezeStart {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// A freeze was expected to end on this day: lift it?
    FreezeOverdue {
        /// Since when it is in force.
        since: DateTime<Utc>,
        /// The last day.
        to: NaiveDate,
    },
    /// The development instance is old.
    DevInstance {
        /// When it was made.
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
    /// It is on hold.
    Hold {
        /// Since when.
        since: DateTime<Utc>,
        /// The reason given.
        reason: String,
    },
}
