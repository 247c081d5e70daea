//! What people may ask for: changes in the imperative, checked in form but not yet allowed.

use super::{Rfr, Ticket};
use crate::people::{Account, Right, SYSADMIN_MAIN, Standing};
use crate::sop::{self, Kind, Phase, Topic};
use chrono::NaiveDate;

/// A change of one RFR, or a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Request a new RFR.
    Request {
        /// Its short name.
        name: String,
        /// Its ticket.
        ticket: Ticket,
        /// What is requested, in one line.
        title: String,
    },
    /// Give it another short name.
    Rename {
        /// The new name.
        to: String,
    },
    /// Let others have a name that it had before.
    FreeName {
        /// The former name.
        name: String,
    },
    /// Give it another title.
    Retitle {
        /// The new title.
        to: String,
    },
    /// Give it another ticket.
    SetTicket {
        /// The new ticket.
        to: Ticket,
    },
    /// Become its sponsor.
    Sponsor,
    /// Ask a sysadmin-main member to sponsor it.
    AskSponsor {
        /// Whom.
        account: Account,
    },
    /// Accept the sponsorship that one was asked for.
    Accept,
    /// Say no to it, or take the asking back.
    Decline,
    /// Give the sponsorship up.
    Unsponsor {
        /// Why; may be empty.
        reason: String,
    },
    /// Ask another member to take the sponsorship over.
    HandOver {
        /// Whom.
        account: Account,
    },
    /// Record a discussion on the infrastructure list.
    RecordDiscussion {
        /// The archive's address.
        url: String,
    },
    /// Record who works on it.
    AddPeople {
        /// Who.
        accounts: Vec<Account>,
        /// As what.
        role: String,
    },
    /// Record who no longer does.
    RemovePeople {
        /// Who.
        accounts: Vec<Account>,
    },
    /// Open a question.
    Ask {
        /// The question.
        text: String,
        /// Who asks it in a mail of the list, as that mail says.
        on_the_list: Option<String>,
    },
    /// Open a question that a mail asks.
    AskOffered {
        /// The offer's number.
        offer: u32,
    },
    /// Report on the testing, to the mailing list.
    Report {
        /// The report.
        text: String,
    },
    /// Answer a question.
    Answer {
        /// Its number.
        number: u32,
        /// The answer.
        text: String,
        /// Whose address the mail comes from that gives it: not proven.
        by_mail: Option<Account>,
    },
    /// Take a question back.
    WithdrawQuestion {
        /// Its number.
        number: u32,
    },
    /// Record a decision.
    DecideTopic {
        /// On what.
        topic: Topic,
        /// What was decided.
        text: String,
    },
    /// Say that an item is done.
    Done {
        /// The id of its row; which row that is, the RFR's edition says.
        item: String,
        /// A note or an address; may be empty.
        note: String,
    },
    /// Say that it is not.
    Undone {
        /// The id of its row.
        item: String,
        /// Why.
        reason: String,
    },
    /// Link a SOP document of the service.
    LinkSop {
        /// Its address.
        url: String,
    },
    /// Set the date for production.
    Schedule {
        /// The day (UTC).
        date: NaiveDate,
        /// A note; may be empty.
        note: String,
    },
    /// Leave a note.
    Note {
        /// The note.
        text: String,
    },
    /// Record an address.
    Link {
        /// The address.
        url: String,
        /// What it is; may be empty.
        label: String,
    },
    /// Sign off leaving a phase.
    SignOff {
        /// The phase.
        phase: Phase,
        /// A note; may be empty.
        note: String,
    },
    /// Take a sign-off back.
    Unsign {
        /// The phase.
        phase: Phase,
        /// Why.
        reason: String,
    },
    /// Put it on hold.
    Hold {
        /// Why.
        reason: String,
    },
    /// Lift the hold.
    Release {
        /// Why; may be empty.
        reason: String,
    },
    /// Open the gate to the next phase.
    Advance,
    /// Go back to an earlier phase.
    Revert {
        /// Which.
        to: Phase,
        /// Why.
        reason: String,
    },
    /// Follow another edition of the SOP.
    Adopt {
        /// The edition's name.
        edition: String,
        /// Why.
        reason: String,
        /// Was it shown what that does, and said yes to?
        confirmed: bool,
    },
    /// Give it up before production.
    Drop {
        /// Why.
        reason: String,
    },
    /// Take a deployed resource away.
    Remove {
        /// Why.
        reason: String,
    },
    /// Take a dropped or removed one up again.
    Reopen {
        /// Why; may be empty.
        reason: String,
    },
    /// Undo one's own last change.
    Undo,
}

impl Change {
    /// What it needs of the person who asks for it.
    pub fn right(&self, rfr: Option<&Rfr>, account: &Account) -> Right {
        match self {
            Self::Request { .. }
            | Self::AskSponsor { .. }
            | Self::Decline
            | Self::RecordDiscussion { .. }
            | Self::Ask { .. }
            | Self::AskOffered { .. }
            | Self::Note { .. }
            | Self::Link { .. }
            | Self::Undo => Right::Person,
            Self::FreeName { .. } | Self::Adopt { .. } => Right::Main,
            Self::Sponsor | Self::Accept => Right::Member(SYSADMIN_MAIN),
            Self::Answer { number, .. } => {
                // The answer to a question of the SOP is a decision, and whoever decides takes part.
                let topic = rfr
                    .and_then(|rfr| rfr.question(*number))
                    .and_then(|question| question.topic);
                if topic.is_some() {
                    Right::Involved
                } else {
                    Right::Person
                }
            }
            Self::WithdrawQuestion { number } => {
                let asked_by = rfr
                    .and_then(|rfr| rfr.question(*number))
                    .and_then(|question| question.asked.by.person());
                if asked_by == Some(account) {
                    Right::Person
                } else {
                    Right::Involved
                }
            }
            Self::Done { item, .. } | Self::Undone { item, .. } => {
                match rfr.and_then(|rfr| sop::row(rfr.edition, item)).map(|row| row.kind) {
                    Some(Kind::Check { by: Some(group), .. }) => Right::Member(group),
                    Some(
                        Kind::Check { by: None, .. }
                        | Kind::Ticket
                        | Kind::AcceptedSponsor
                        | Kind::Discussion
                        | Kind::People
                        | Kind::SecondPerson
                        | Kind::PlanningQuestions(_)
                        | Kind::SignOff
                        | Kind::QuestionsAndDecisions(_)
                        | Kind::Sops
                        | Kind::Lost
                        | Kind::Schedule,
                    )
                    | None => Right::Involved,
                }
            }
            Self::Rename { .. }
            | Self::Retitle { .. }
            | Self::SetTicket { .. }
            | Self::AddPeople { .. }
            | Self::RemovePeople { .. }
            | Self::DecideTopic { .. }
            | Self::LinkSop { .. }
            | Self::Report { .. }
            | Self::Schedule { .. }
            | Self::Advance => Right::Involved,
            Self::Hold { .. } => Right::Hold,
            Self::Release { .. } => match rfr.and_then(|rfr| rfr.hold.as_ref()) {
                Some(hold) if hold.mark.by == *account => Right::Person,
                Some(_) => Right::Release,
                // Nothing to lift: whoever asks is told so.
                None => Right::Hold,
            },
            Self::Drop { .. } | Self::Reopen { .. } => Right::RequesterOrMain,
            Self::Unsponsor { .. }
            | Self::HandOver { .. }
            | Self::Unsign { .. }
            | Self::Revert { .. }
            | Self::Remove { .. } => Right::SponsorOrMain,
            Self::SignOff { .. } => Right::Sponsor,
        }
    }
}

impl Rfr {
    /// How a person stands to it.
    pub fn standing(&self, account: &Account) -> Standing {
        Standing {
            requester: self.requested.by == *account,
            sponsor: self.is_sponsor(account),
            involved: self.involves(account),
        }
    }
}
