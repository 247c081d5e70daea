//! What people may ask for: changes in the imperative, checked in form but not yet allowed.

use super::{Closed, Daily, Ending, Question, Rfr, Ticket};
use crate::people::{Account, Relation, Right, SYSADMIN_MAIN};
use crate::sop::{self, Document, Kind, Phase, Topic, Upkeep};
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
        /// The title, in one line.
        title: String,
    },
    /// Give it another short name.
    Rename {
        /// The new name.
        to: String,
    },
    /// Free a former name for others.
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
    /// Decline the request, or withdraw it.
    Decline {
        /// Why, noted in the history; often empty.
        reason: String,
    },
    /// Give the sponsorship up.
    Unsponsor {
        /// Why; may be empty.
        reason: String,
    },
    /// Ask another member to take over the sponsorship.
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
        /// The author of the mail that asks it, as that mail says.
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
        /// Whose address the answering mail comes from: not proven.
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
        /// Of which kind it is.
        document: Option<Document>,
    },
    /// Say that a kind of SOP document is not needed.
    SkipSop {
        /// Which.
        document: Document,
        /// Why.
        why: String,
    },
    /// Record that it was discussed in chat, here.
    DiscussInChat {
        /// Where a log shows it.
        log: Option<String>,
    },
    /// Say what was found when somebody looked after it in maintenance.
    LookAfter {
        /// Which side of it.
        what: Upkeep,
        /// What was found.
        text: String,
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
        /// Did the speaker confirm it after seeing its effects?
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
    /// Reopen a dropped or removed one.
    Reopen {
        /// Why; may be empty.
        reason: String,
    },
}

/// What a change is about.
#[derive(Clone, Copy, Debug)]
pub enum ChangeSubject<'a> {
    /// An RFR of this name, which is not there yet.
    New(&'a str),
    /// One that is there.
    Known(&'a Rfr),
}

impl<'a> ChangeSubject<'a> {
    /// The RFR, if it is there.
    pub fn rfr(self) -> Option<&'a Rfr> {
        match self {
            Self::New(_) => None,
            Self::Known(rfr) => Some(rfr),
        }
    }

    /// What it is called.
    pub fn name(self) -> &'a str {
        match self {
            Self::New(name) => name,
            Self::Known(rfr) => &rfr.name,
        }
    }
}

/// What is true of a kind of change.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ChangeRow<'a> {
    /// The right that it requires of the speaker.
    pub(crate) needs: Needs<'a>,
    /// Which RFR the speaker means who names none.
    pub(crate) meant: Meant,
    /// Which daily limit it counts towards, besides that for changes.
    pub(crate) daily: Option<Daily>,
    /// How it ends the RFR, if it does.
    pub(crate) ends: Option<Ending>,
    /// May it be made to an RFR that has ended?
    pub(crate) after_the_end: bool,
    /// Does it depend on who is in a group at this very moment (a sign-off, a sponsorship, an approval)?
    pub(crate) live: bool,
}

/// The right that a change requires.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Needs<'a> {
    /// That right, whatever state the RFR is in.
    Right(Right),
    /// What answering that question takes.
    Answering(u32),
    /// What withdrawing that question takes.
    Withdrawing(u32),
    /// What that row of the SOP demands.
    Item(&'a str),
    /// What lifting the hold takes.
    Lifting,
}

/// The RFR that a speaker means who names none: the only one that …
#[derive(Clone, Copy, Debug)]
pub(crate) enum Meant {
    /// … the speaker takes part in.
    Own,
    /// … the speaker sponsors.
    Sponsored,
    /// … the speaker sponsors, in that phase.
    SponsoredIn(Phase),
    /// … the speaker was asked to sponsor.
    AskedFor,
    /// … nobody sponsors.
    Unsponsored,
    /// … the speaker takes part in, and that is on hold.
    Held,
}

/// The row of a change that has nothing particular but what it needs.
const fn needing(needs: Needs<'_>) -> ChangeRow<'_> {
    ChangeRow {
        needs,
        meant: Meant::Own,
        daily: None,
        ends: None,
        after_the_end: false,
        live: false,
    }
}

impl Change {
    /// What is true of its kind: the one place that says so.
    pub(crate) fn row(&self) -> ChangeRow<'_> {
        const ANYBODY: ChangeRow<'_> = needing(Needs::Right(Right::Person));
        const INVOLVED: ChangeRow<'_> = needing(Needs::Right(Right::Involved));
        const REQUESTER: ChangeRow<'_> = needing(Needs::Right(Right::RequesterOrMain));
        const SPONSOR: ChangeRow<'_> = needing(Needs::Right(Right::SponsorOrMain));
        const MAIN: ChangeRow<'_> = needing(Needs::Right(Right::Main));
        const MEMBER: ChangeRow<'_> = needing(Needs::Right(Right::Member(SYSADMIN_MAIN)));
        match self {
            Self::Request { .. } => ChangeRow {
                daily: Some(Daily::Requests),
                ..ANYBODY
            },
            // A former name stays taken for a while, so that a renaming takes a name like a request.
            Self::Rename { .. } => ChangeRow {
                daily: Some(Daily::Requests),
                ..INVOLVED
            },
            Self::FreeName { .. } => ChangeRow {
                after_the_end: true,
                ..MAIN
            },
            Self::Sponsor => ChangeRow {
                live: true,
                meant: Meant::Unsponsored,
                ..MEMBER
            },
            Self::AskSponsor { .. } => ChangeRow {
                live: true,
                meant: Meant::Unsponsored,
                ..ANYBODY
            },
            Self::Accept => ChangeRow {
                live: true,
                meant: Meant::AskedFor,
                ..MEMBER
            },
            Self::Decline { .. } => ChangeRow {
                meant: Meant::AskedFor,
                ..ANYBODY
            },
            Self::Unsponsor { .. } => ChangeRow {
                meant: Meant::Sponsored,
                ..SPONSOR
            },
            Self::HandOver { .. } => ChangeRow {
                live: true,
                meant: Meant::Sponsored,
                ..SPONSOR
            },
            Self::Ask { .. } => ChangeRow {
                daily: Some(Daily::Questions),
                ..ANYBODY
            },
            Self::Note { .. } | Self::Link { .. } => ChangeRow {
                daily: Some(Daily::Notes),
                after_the_end: true,
                ..ANYBODY
            },
            Self::Answer { number, .. } => needing(Needs::Answering(*number)),
            Self::WithdrawQuestion { number } => needing(Needs::Withdrawing(*number)),
            Self::Done { item, .. } => ChangeRow {
                live: true,
                ..needing(Needs::Item(item))
            },
            Self::Undone { item, .. } => needing(Needs::Item(item)),
            Self::SignOff { phase, .. } => ChangeRow {
                live: true,
                meant: Meant::SponsoredIn(*phase),
                ..needing(Needs::Right(Right::Sponsor))
            },
            Self::Unsign { phase, .. } => ChangeRow {
                meant: Meant::SponsoredIn(*phase),
                ..SPONSOR
            },
            Self::Hold { .. } => ChangeRow {
                live: true,
                ..needing(Needs::Right(Right::Hold))
            },
            Self::Release { .. } => ChangeRow {
                live: true,
                meant: Meant::Held,
                ..needing(Needs::Lifting)
            },
            Self::Drop { .. } => ChangeRow {
                ends: Some(Ending::Dropped),
                ..REQUESTER
            },
            Self::Remove { .. } => ChangeRow {
                ends: Some(Ending::Removed),
                ..SPONSOR
            },
            Self::Reopen { .. } => ChangeRow {
                after_the_end: true,
                ..REQUESTER
            },
            Self::RecordDiscussion { .. } | Self::DiscussInChat { .. } | Self::AskOffered { .. } => ANYBODY,
            Self::Retitle { .. }
            | Self::SetTicket { .. }
            | Self::AddPeople { .. }
            | Self::RemovePeople { .. }
            | Self::DecideTopic { .. }
            | Self::LinkSop { .. }
            | Self::SkipSop { .. }
            | Self::LookAfter { .. }
            | Self::Report { .. }
            | Self::Schedule { .. }
            | Self::Advance => INVOLVED,
            Self::Revert { .. } => SPONSOR,
            Self::Adopt { .. } => MAIN,
        }
    }

    /// The right that it requires of the speaker.
    pub fn right(&self, rfr: Option<&Rfr>, account: &Account) -> Right {
        let question = |number| rfr.and_then(|rfr| rfr.question(number));
        match self.row().needs {
            Needs::Right(right) => right,
            // The answer to a question of the SOP is a decision, and whoever decides takes part.
            Needs::Answering(number) => match question(number) {
                Some(asked) if asked.topic.is_some() => Right::Involved,
                // An answer of somebody else is corrected.
                Some(Question {
                    closed: Some(Closed::Answered { mark, .. }),
                    ..
                }) if mark.by != *account => Right::Involved,
                Some(_) | None => Right::Person,
            },
            Needs::Withdrawing(number) => match question(number).and_then(|question| question.asked.by.person()) {
                Some(asked_by) if asked_by == account => Right::Person,
                Some(_) | None => Right::Involved,
            },
            Needs::Item(item) => {
                let row = rfr.and_then(|rfr| sop::row(rfr.edition, item));
                if let Some(Kind::Check { by: Some(group), .. }) = row.map(|row| row.kind) {
                    Right::Member(group)
                } else {
                    Right::Involved
                }
            }
            Needs::Lifting => match rfr.and_then(|rfr| rfr.hold.as_ref()) {
                Some(hold) if hold.mark.by == *account => Right::Person,
                Some(_) => Right::Release,
                // There is no hold: the speaker is told so.
                None => Right::Hold,
            },
        }
    }
}

impl Rfr {
    /// How a person stands to it.
    pub fn standing(&self, account: &Account) -> Relation {
        Relation {
            requester: self.requested.by == *account,
            sponsor: self.is_sponsor(account),
            involved: self.involves(account),
        }
    }
}
