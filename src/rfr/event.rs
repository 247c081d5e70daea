//! What happened to an RFR: facts in the past tense, never deleted.

use super::row::{Back, EventRow, News, Signed, announced, beside_the_matter, plain, told};
use super::{Change, Daily, Ending, NewsKind, Outdated, Reason, Ticket, TicketView};
use crate::people::{Account, Right};
use crate::sop::{Document, Edition, Phase, Topic, Upkeep};
use crate::wire::{MailKind, MessageId};
use chrono::{DateTime, NaiveDate, Utc};

/// One fact about one RFR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RfrEvent {
    /// It was requested.
    Requested {
        /// Its short name.
        name: String,
        /// Its ticket.
        ticket: Ticket,
        /// What is requested.
        title: String,
        /// The SOP that it follows from now on.
        edition: Edition,
    },
    /// It got another short name.
    Renamed {
        /// The new name.
        to: String,
    },
    /// A former name no longer finds it: somebody else may use it.
    NameFreed {
        /// The former name.
        name: String,
    },
    /// It got another title.
    Retitled {
        /// The new title.
        to: String,
    },
    /// It got another ticket.
    TicketChanged {
        /// The new ticket.
        to: Ticket,
    },
    /// A sysadmin-main member was asked to sponsor (or to take over).
    SponsorAsked {
        /// Who was asked.
        account: Account,
    },
    /// The member who was asked declined, or the request was withdrawn.
    SponsorDeclined,
    /// A sysadmin-main member accepted the sponsorship, in place of any sponsor before.
    Sponsored {
        /// The new sponsor.
        account: Account,
    },
    /// The sponsor stepped down, or was relieved.
    Unsponsored {
        /// The reason given; may be empty.
        reason: String,
    },
    /// A discussion on the infrastructure list was recorded.
    DiscussionRecorded {
        /// The archive's address.
        url: String,
    },
    /// It was discussed in chat, in the place where that was said.
    DiscussedInChat {
        /// Where a log shows it.
        log: Option<String>,
    },
    /// The recorded discussions were taken back.
    DiscussionsCleared {
        /// The reason given.
        reason: String,
    },
    /// Somebody was recorded as working on it, or in another role.
    PersonAdded {
        /// Who.
        account: Account,
        /// As what.
        role: String,
    },
    /// Somebody no longer works on it.
    PersonRemoved {
        /// Who.
        account: Account,
    },
    /// A question was asked.
    QuestionAsked {
        /// Its number in this RFR.
        number: u32,
        /// The question.
        text: String,
        /// The decision that it asks for.
        topic: Option<Topic>,
        /// Does the SOP ask it of every resource?
        from_sop: bool,
        /// The author of the mail that asked it, as that mail says.
        on_the_list: Option<String>,
    },
    /// A question was answered.
    QuestionAnswered {
        /// Its number.
        number: u32,
        /// The answer.
        text: String,
        /// Whose address the mail came from that gave it: not proven.
        by_mail: Option<Account>,
        /// Why it takes the place of the answer before; empty where it is the first.
        why: String,
    },
    /// A question was taken back.
    QuestionWithdrawn {
        /// Its number.
        number: u32,
    },
    /// One of the SOP's three topics was decided.
    TopicDecided {
        /// Which.
        topic: Topic,
        /// What was decided.
        text: String,
    },
    /// An item is done.
    ItemDone {
        /// The row's id.
        item: String,
        /// A note or an address; may be empty.
        note: String,
    },
    /// An item turned out not to be done.
    ItemUndone {
        /// The row's id.
        item: String,
        /// Why.
        reason: Reason,
    },
    /// A SOP document of the service was linked.
    SopLinked {
        /// Its address.
        url: String,
        /// Of which kind it is, where that was said.
        document: Option<Document>,
    },
    /// A kind of SOP document is not needed.
    SopNotNeeded {
        /// Which.
        document: Document,
        /// Why.
        why: String,
    },
    /// Somebody looked after it in maintenance.
    LookedAfter {
        /// Which side of it.
        what: Upkeep,
        /// What was found.
        text: String,
    },
    /// The linked SOPs were taken back.
    SopsCleared {
        /// The reason given.
        reason: String,
    },
    /// A date for production was set.
    Scheduled {
        /// The day (UTC).
        date: NaiveDate,
        /// A note; may be empty.
        note: String,
    },
    /// The date for production was taken back.
    Unscheduled {
        /// Why.
        reason: Reason,
    },
    /// Somebody left a note.
    Noted {
        /// The note.
        text: String,
    },
    /// The words of the event before it in its commit were said by somebody else, and were taken from there. It proves
    /// nothing of whoever said them.
    Captured {
        /// Who said them, as the room sees it: a nick, a Matrix id.
        author: String,
        /// When, by the network's clock.
        at: DateTime<Utc>,
        /// The address at which they can be read.
        link: Option<String>,
    },
    /// A message whose words were taken was edited afterwards.
    CapturedEdited {
        /// Whose.
        author: String,
        /// When it was said.
        at: DateTime<Utc>,
        /// Its new words.
        text: String,
    },
    /// A message whose words were taken was deleted afterwards.
    CapturedDeleted {
        /// Whose.
        author: String,
        /// When it was said.
        at: DateTime<Utc>,
        /// Who deleted it, where that is known.
        by: Option<String>,
    },
    /// An address was recorded.
    Linked {
        /// The address.
        url: String,
        /// What it is; may be empty.
        label: String,
    },
    /// The sponsor signed off leaving a phase.
    SignedOff {
        /// The phase.
        phase: Phase,
        /// A note; may be empty.
        note: String,
    },
    /// A sign-off was taken back.
    SignOffWithdrawn {
        /// The phase.
        phase: Phase,
        /// The reason given.
        reason: String,
    },
    /// What a sign-off had signed changed: it no longer counts and must be renewed.
    SignOffOutdated {
        /// The phase.
        phase: Phase,
        /// What changed.
        because: Outdated,
    },
    /// It was put on hold.
    Held {
        /// The reason given.
        reason: String,
    },
    /// The first of two agreed that a hold of the security officers be lifted.
    ReleaseAgreed {
        /// The reason given; may be empty.
        reason: String,
    },
    /// Who agreed that a hold be lifted no longer does.
    ReleaseDisagreed,
    /// The hold was lifted.
    Released {
        /// The reason given; may be empty.
        reason: String,
        /// Whose hold beneath it stays, because whoever lifted this one may not lift that one.
        stays: Option<Account>,
    },
    /// It moved to the next phase.
    Advanced {
        /// The phase that it left.
        from: Phase,
        /// The phase that it entered.
        to: Phase,
    },
    /// It went back to an earlier phase.
    Reverted {
        /// The phase that it left.
        from: Phase,
        /// The phase that it entered.
        to: Phase,
        /// The reason given.
        reason: String,
    },
    /// It follows another edition of the SOP.
    Adopted {
        /// The edition that it followed.
        from: Edition,
        /// The edition that it follows from now on.
        to: Edition,
        /// The reason given.
        reason: String,
    },
    /// It was dropped (before production) or removed (after).
    Ended {
        /// Which of the two.
        how: Ending,
        /// The reason given.
        reason: String,
    },
    /// It was taken up again in the phase where it ended.
    Reopened {
        /// The reason given; may be empty.
        reason: String,
    },
    /// Somebody reported on the testing, for the list.
    Reported {
        /// The report.
        text: String,
    },
    /// A mail to the list was written; it is owed from now on.
    Mailed {
        /// What it is about.
        kind: MailKind,
        /// Its Message-ID.
        message_id: MessageId,
        /// Its place among the effects of its commit.
        index: u32,
        /// Where the archive will show it.
        url: Option<String>,
        /// The item of the SOP that it meets once it has gone out.
        meets: Option<String>,
    },
    /// A mail to the list has gone out, and meets what it was to meet.
    MailSent {
        /// Its Message-ID.
        message_id: MessageId,
    },
    /// A mail to the list was refused for good.
    MailFailed {
        /// Its Message-ID.
        message_id: MessageId,
        /// The server's words.
        why: String,
    },
    /// A mail to the list was due, but the RFR already had as many as allowed in a day.
    MailHeldBack {
        /// Its subject.
        subject: String,
    },
    /// One mail told the list how many were held back.
    HeldBackTold,
    /// Somebody wrote to the list about it. Mail proves nobody's identity.
    ListMailHeard {
        /// The mail's Message-ID.
        message_id: MessageId,
        /// The author, as the mail says.
        name: String,
        /// The subject.
        subject: String,
        /// Where the archive shows it.
        url: Option<String>,
        /// Does it count as discussion?
        counts: bool,
        /// The author's address, if the list sent the mail, by all that is known, and it is not the requester's.
        by_another: Option<String>,
        /// The questions in it that somebody may take.
        offers: Vec<String>,
    },
    /// Title and requester are to come from the ticket.
    TitleAwaited,
    /// Title and requester came from the ticket.
    TicketTaken {
        /// The title.
        title: String,
        /// The ticket's author, where the config knows whose login that is.
        requester: Option<Account>,
    },
    /// Its ticket has to be assigned to its sponsor from now on, or need not be any more.
    AssignmentWanted {
        /// Does it have to be?
        wanted: bool,
    },
    /// Its ticket was read, and shows something new.
    TicketSeen {
        /// What it shows.
        view: TicketView,
    },
    /// Somebody commented in its ticket. A login there proves nobody in chat.
    TicketHeard {
        /// The author, by account or login.
        author: String,
        /// Where the comment is.
        url: String,
        /// The questions in it that somebody may take.
        offers: Vec<String>,
    },
    /// An offered question was taken.
    OfferTaken {
        /// The offer's number.
        offer: u32,
        /// The question's number.
        question: u32,
    },
    /// The last change was undone: the RFR is as before it.
    Undone {
        /// Sequence number of the commit that was undone.
        seq: u64,
    },
}

impl RfrEvent {
    /// What is true of its kind: the one place that says so.
    pub(crate) fn row(&self) -> EventRow<'_> {
        let reason = String::new;
        match self {
            Self::Requested { title, .. } => EventRow {
                daily: Some(Daily::Requests),
                ..announced(News::Requested { title }, Back::As(Change::Drop { reason: reason() }))
            },
            Self::Renamed { to } => EventRow {
                daily: Some(Daily::Requests),
                is_beside_the_matter: true,
                ..announced(News::Renamed { to }, Back::ToName)
            },
            Self::NameFreed { .. } => beside_the_matter(Back::As(Change::Rename { to: reason() })),
            Self::Retitled { .. } => beside_the_matter(Back::As(Change::Retitle { to: reason() })),
            Self::TicketChanged { to } => plain(Back::As(Change::SetTicket { to: to.clone() })),
            // Somebody else may have been asked earlier.
            Self::SponsorAsked { .. } | Self::SponsorDeclined => told(NewsKind::Sponsors, plain(Back::ToAskedSponsor)),
            Self::Sponsored { account } => EventRow {
                signed: Some(Signed::Sponsor(Some(account))),
                ..announced(News::Sponsored { account }, Back::ToSponsor)
            },
            Self::Unsponsored { reason } => EventRow {
                signed: Some(Signed::Sponsor(None)),
                ..announced(News::Unsponsored { reason }, Back::As(Change::Sponsor))
            },
            // A MUST rests on it: as `undone RFR list-discussion` would.
            Self::DiscussionRecorded { .. } => plain(Back::With(Right::Involved)),
            Self::DiscussionsCleared { .. } => EventRow {
                signed: Some(Signed::Discussion),
                ..plain(Back::As(Change::RecordDiscussion { url: reason() }))
            },
            Self::PersonAdded { .. } => plain(Back::As(Change::RemovePeople { accounts: Vec::new() })),
            Self::PersonRemoved { .. } => plain(Back::As(Change::AddPeople {
                accounts: Vec::new(),
                role: reason(),
            })),
            Self::QuestionAsked { number, from_sop, .. } => EventRow {
                kind: (!from_sop).then_some(NewsKind::Questions),
                signed: Some(Signed::Question(*number)),
                daily: (!from_sop).then_some(Daily::Questions),
                ..plain(Back::Freely)
            },
            Self::QuestionAnswered { number, why, .. } => EventRow {
                kind: Some(NewsKind::Questions),
                signed: (!why.is_empty()).then_some(Signed::Answer(*number)),
                ..plain(Back::As(Change::Answer {
                    number: *number,
                    text: reason(),
                    by_mail: None,
                }))
            },
            Self::QuestionWithdrawn { .. } => told(
                NewsKind::Questions,
                plain(Back::As(Change::Ask {
                    text: reason(),
                    on_the_list: None,
                })),
            ),
            Self::TopicDecided { topic, .. } => EventRow {
                kind: Some(NewsKind::Questions),
                signed: Some(Signed::Decision(*topic)),
                ..plain(Back::As(Change::DecideTopic {
                    topic: *topic,
                    text: reason(),
                }))
            },
            Self::ItemDone { item, .. } => plain(Back::ToItem(item)),
            Self::ItemUndone { item, .. } => EventRow {
                signed: Some(Signed::Item(item)),
                ..plain(Back::ToItem(item))
            },
            Self::DiscussedInChat { .. } => beside_the_matter(Back::With(Right::Involved)),
            Self::SopLinked { .. } | Self::SopNotNeeded { .. } => plain(Back::With(Right::Involved)),
            Self::SopsCleared { .. } => EventRow {
                signed: Some(Signed::Sops),
                ..plain(Back::With(Right::Involved))
            },
            Self::LookedAfter { .. } => told(NewsKind::Upkeep, beside_the_matter(Back::With(Right::Involved))),
            Self::Scheduled { date, .. } => EventRow {
                kind: Some(NewsKind::Dates),
                signed: Some(Signed::Date(Some(*date))),
                ..plain(Back::ToDate)
            },
            Self::Unscheduled { .. } => EventRow {
                kind: Some(NewsKind::Dates),
                signed: Some(Signed::Date(None)),
                ..plain(Back::ToDate)
            },
            // The speaker's own words, and records that only grow.
            Self::Noted { .. } | Self::Linked { .. } => EventRow {
                daily: Some(Daily::Notes),
                ..beside_the_matter(Back::Freely)
            },
            Self::Reported { .. } | Self::Captured { .. } => beside_the_matter(Back::Freely),
            Self::SignedOff { phase, .. } => told(
                NewsKind::SignOffs,
                plain(Back::As(Change::Unsign {
                    phase: *phase,
                    reason: reason(),
                })),
            ),
            Self::SignOffWithdrawn { phase, .. } => told(
                NewsKind::SignOffs,
                plain(Back::By(Change::SignOff {
                    phase: *phase,
                    note: reason(),
                })),
            ),
            // What a sign-off signed is again as it was signed, once the rest of its commit is taken back.
            Self::SignOffOutdated { phase, because } => {
                let phase = *phase;
                announced(News::SignOffOutdated { phase, because }, Back::Freely)
            }
            Self::Held { reason: why } => announced(
                News::Held { reason: why },
                Back::As(Change::Release { reason: reason() }),
            ),
            Self::ReleaseAgreed { reason: why } => announced(
                News::ReleaseAgreed { reason: why },
                Back::As(Change::Release { reason: reason() }),
            ),
            Self::ReleaseDisagreed => announced(
                News::ReleaseDisagreed,
                Back::As(Change::Release { reason: reason() }),
            ),
            Self::Released { reason: why, stays } => announced(
                News::Released {
                    reason: why,
                    stays: stays.as_ref(),
                },
                Back::As(Change::Hold { reason: reason() }),
            ),
            Self::Advanced { from, to } => announced(
                News::Advanced { from: *from, to: *to },
                Back::By(Change::Revert {
                    to: *from,
                    reason: reason(),
                }),
            ),
            // Its sign-offs come back with it, so that it needs more than a step forward does.
            Self::Reverted { from, to, reason: why } => announced(
                News::Reverted {
                    from: *from,
                    to: *to,
                    reason: why,
                },
                Back::Forward(Change::Revert {
                    to: *to,
                    reason: reason(),
                }),
            ),
            Self::Adopted { from, to, reason: why } => announced(
                News::Adopted {
                    from: *from,
                    to: *to,
                    reason: why,
                },
                Back::As(Change::Adopt {
                    edition: from.name().to_owned(),
                    reason: reason(),
                    confirmed: true,
                }),
            ),
            Self::Ended { how, reason: why } => announced(
                News::Ended { how: *how, reason: why },
                match how {
                    Ending::Dropped => Back::By(Change::Reopen { reason: reason() }),
                    // It is deployed again.
                    Ending::Removed => Back::As(Change::Remove { reason: reason() }),
                },
            ),
            Self::Reopened { reason } => announced(News::Reopened { reason }, Back::ToEnd),
            // A mail stays sent.
            Self::Mailed { .. }
            | Self::MailSent { .. }
            | Self::MailFailed { .. }
            | Self::MailHeldBack { .. }
            | Self::HeldBackTold
            | Self::ListMailHeard { .. }
            // The tracker's word is none of anybody here.
            | Self::TitleAwaited
            | Self::TicketTaken { .. }
            | Self::AssignmentWanted { .. }
            | Self::TicketSeen { .. }
            | Self::TicketHeard { .. }
            // What happened to a message is no change of the RFR.
            | Self::CapturedEdited { .. }
            | Self::CapturedDeleted { .. } => EventRow {
                is_of_the_list: true,
                ..beside_the_matter(Back::Freely)
            },
            Self::OfferTaken { .. } => plain(Back::Freely),
            // Never the last change that can be undone.
            Self::Undone { .. } => announced(News::Undone, Back::Freely),
        }
    }

    /// Is it about a mail, or about what became of a message, and no change of the RFR by anybody?
    pub fn is_of_the_list(&self) -> bool {
        self.row().is_of_the_list
    }

    /// The edition that the RFR follows from here on.
    pub const fn follows(&self) -> Option<Edition> {
        let (Self::Requested { edition, .. } | Self::Adopted { to: edition, .. }) = self else {
            return None;
        };
        Some(*edition)
    }
}
