//! Why a change is refused: domain answers, not errors. `wording` says each with its rule and the next command.

use super::List;
use super::gate::Finding;
use super::{Closed, Ended, Hold, Mark, Ticket};
use crate::people::{Account, Right, SECURITY_OFFICER, SYSADMIN_MAIN, SYSADMIN_RELENG};
use crate::rfr::RfrEvent;
use crate::sop::{Document, Edition, Phase, Row, Topic};
use chrono::{DateTime, Duration, NaiveDate, Utc};

/// Why somebody else has to do it, where the config says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FourEyes {
    /// Who requested it does not sponsor it.
    RequestedIt,
    /// Who gave the sign-off of that phase, the last before production, does not move it there.
    SignedIt(Phase),
}

/// A change that a rule forbids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The gate stays shut: everything that is missing.
    GateShut {
        /// The phase that cannot be left.
        phase: Phase,
        /// Every blocking row that is not met.
        blocking: Vec<Finding>,
    },
    /// The bot itself, or what no person causes, is called so.
    NobodysAccount(Account),
    /// It had no such name before, or has it now.
    NoFormerName,
    /// It was dropped or removed.
    HasEnded(Ended),
    /// It rests.
    OnHold(Hold),
    /// It was deployed, on that day as far as it is known.
    IsDeployed(Option<NaiveDate>),
    /// It is not in maintenance, so that there is nothing to look after yet.
    NotMaintained(Phase),
    /// Maintenance is the last phase.
    LastPhase,
    /// The SOP has no sign-off for that phase.
    NoSignOffInPhase(Phase),
    /// Only the phase where it stands can be signed off.
    OtherPhase {
        /// The phase that was named.
        named: Phase,
        /// The phase where it stands.
        current: Phase,
    },
    /// The phase was signed off and left: only a revert takes that back.
    PhaseIsLeft {
        /// The phase that was named.
        named: Phase,
        /// The phase where it stands.
        current: Phase,
    },
    /// No mail offers a question of that number.
    UnknownOffer {
        /// The number.
        number: u32,
        /// The offers that can be taken.
        free: Vec<u32>,
    },
    /// The offered question was taken before.
    OfferTaken {
        /// The offer's number.
        number: u32,
        /// The question that it became.
        question: u32,
    },
    /// There is no sign-off to take back.
    NotSigned(Phase),
    /// What is signed is not decided, answered or written down yet.
    SignedTooEarly {
        /// The phase.
        phase: Phase,
        /// What comes first.
        first: Vec<Finding>,
    },
    /// The account is not in sysadmin-main, so it cannot sponsor.
    CannotSponsor {
        /// The account that was named.
        account: Account,
        /// Who could.
        members: Vec<Account>,
    },
    /// Nobody asked this person to sponsor it.
    NotAsked {
        /// Who was asked instead, if anybody.
        asked: Option<Account>,
    },
    /// By the config it takes a second person.
    FourEyes(FourEyes),
    /// Somebody else is asked to sponsor it, and this person may not replace that request.
    AnotherIsAsked {
        /// Who is asked.
        account: Account,
        /// Who asked, and when.
        mark: Mark,
    },
    /// Somebody else sponsors it.
    HasSponsor {
        /// The sponsor.
        account: Account,
        /// Since when.
        since: DateTime<Utc>,
    },
    /// Nobody sponsors it.
    HasNoSponsor,
    /// There is no question of that number.
    UnknownQuestion {
        /// The number.
        number: u32,
        /// The numbers of the open questions.
        open: Vec<u32>,
    },
    /// The item is not met by `done`, but in another way.
    NotACheck(&'static Row),
    /// The RFR follows an edition of the SOP that does not have the item.
    NotInEdition {
        /// The item's id.
        item: String,
        /// The edition's name.
        edition: &'static str,
    },
    /// The item belongs to a phase that has not come yet.
    LaterPhase {
        /// The item's row.
        row: &'static Row,
        /// The phase where the RFR stands.
        current: Phase,
    },
    /// The item wants a note: what was done, or why nothing is needed.
    NeedsNote(&'static Row),
    /// The day is over.
    DateInPast {
        /// The day.
        date: NaiveDate,
        /// Today (UTC).
        today: NaiveDate,
    },
    /// A freeze covers the day.
    DateInFreeze {
        /// The day.
        date: NaiveDate,
        /// The freeze.
        freeze: String,
        /// The first day that no freeze covers.
        first_free: NaiveDate,
    },
    /// A freeze is in force, and production changes only with an approved freeze break.
    Frozen {
        /// The freezes in force.
        freezes: Vec<String>,
        /// The freeze break that is open for it, and how many must still agree.
        waiting: Option<(u32, usize)>,
    },
    /// There is no edition of that name to move over to.
    NoSuchEdition {
        /// The name.
        name: String,
        /// Those that there are.
        known: Vec<Edition>,
    },
    /// The edition has no phase like the one where the RFR stands.
    PhaseNotInEdition {
        /// The edition.
        edition: Edition,
        /// The last phase before it that both editions have.
        back_to: Option<Phase>,
        /// The first phase after it that both editions have.
        on_to: Option<Phase>,
    },
    /// The RFR's edition has no such phase.
    NoSuchPhase(Phase),
    /// The RFR's edition does not ask for that decision, and none of its questions does.
    NoSuchTopic(Topic),
    /// A revert goes back, not forward.
    NotEarlier {
        /// The phase that was named.
        named: Phase,
        /// The phase where it stands.
        current: Phase,
    },
    /// Something deployed is removed, not dropped.
    DropAfterStaging(Phase),
    /// Something not deployed is dropped, not removed.
    RemoveBeforeProduction(Phase),
    /// Another RFR has that name.
    NameTaken {
        /// The name.
        name: String,
        /// The RFR's name today.
        by: String,
        /// Did that one end?
        ended: bool,
        /// Until when it is kept as a former name.
        until: Option<NaiveDate>,
    },
    /// No RFR can have that name.
    NameInvalid {
        /// The name.
        name: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// Another RFR has that ticket.
    TicketTaken {
        /// The ticket.
        ticket: Ticket,
        /// The RFR's name.
        by: String,
    },
    /// The person is not recorded there.
    NotThere(Account),
    /// The undo would give back what only a member of that group may give.
    NoLongerMember {
        /// Whom it concerns.
        account: Account,
        /// The group.
        group: &'static str,
    },
    /// A list has as many entries as it may have.
    TooMany(List),
    /// The undo needs what the opposite change would need at this moment.
    UndoNeeds(Right),
    /// A security officer holds it: they lift that, or two members of sysadmin-main.
    HeldByOfficer(Hold),
    /// Whoever holds it, the sponsor and sysadmin-main lift that hold.
    HeldByOther(Hold),
    /// There is nothing to undo.
    NothingToUndo,
    /// Somebody else changed it last.
    NotYourChange(Mark),
    /// The speaker's last change is older than the undo time.
    TooOldToUndo {
        /// When it was made.
        at: DateTime<Utc>,
        /// How long an undo is possible.
        within: Duration,
    },
}

impl Refusal {
    /// The groups without whose members it might have been none: where those are unknown, the refusal is no answer.
    pub fn depends_on_groups(&self) -> &'static [&'static str] {
        match self {
            Self::CannotSponsor { .. }
            | Self::NoLongerMember { .. }
            | Self::AnotherIsAsked { .. }
            | Self::NotAsked { .. }
            | Self::HeldByOther(_) => &[SYSADMIN_MAIN],
            Self::HeldByOfficer(_) | Self::UndoNeeds(_) => &[SYSADMIN_MAIN, SECURITY_OFFICER],
            Self::Frozen { .. } | Self::DateInFreeze { .. } => &[SYSADMIN_MAIN, SYSADMIN_RELENG],
            Self::GateShut { .. }
            | Self::NobodysAccount(_)
            | Self::NoFormerName
            | Self::HasEnded(_)
            | Self::OnHold(_)
            | Self::NotMaintained(_)
            | Self::IsDeployed(_)
            | Self::LastPhase
            | Self::NoSignOffInPhase(_)
            | Self::OtherPhase { .. }
            | Self::PhaseIsLeft { .. }
            | Self::UnknownOffer { .. }
            | Self::OfferTaken { .. }
            | Self::NotSigned(_)
            | Self::SignedTooEarly { .. }
            | Self::FourEyes(_)
            | Self::HasSponsor { .. }
            | Self::HasNoSponsor
            | Self::UnknownQuestion { .. }
            | Self::NotACheck(_)
            | Self::NotInEdition { .. }
            | Self::LaterPhase { .. }
            | Self::NeedsNote(_)
            | Self::DateInPast { .. }
            | Self::NoSuchEdition { .. }
            | Self::PhaseNotInEdition { .. }
            | Self::NoSuchPhase(_)
            | Self::NoSuchTopic(_)
            | Self::NotEarlier { .. }
            | Self::DropAfterStaging(_)
            | Self::RemoveBeforeProduction(_)
            | Self::NameTaken { .. }
            | Self::NameInvalid { .. }
            | Self::TicketTaken { .. }
            | Self::NotThere(_)
            | Self::TooMany(_)
            | Self::NothingToUndo
            | Self::NotYourChange(_)
            | Self::TooOldToUndo { .. } => &[],
        }
    }
}

/// What moving an RFR over to another edition does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adoption {
    /// The edition that it follows.
    pub from: Edition,
    /// The other one.
    pub to: Edition,
    /// Why.
    pub reason: String,
    /// Rows that only the other one has.
    pub adds: Vec<&'static Row>,
    /// Rows that only this one has.
    pub drops: Vec<&'static Row>,
    /// Rows of the other one that this one has in another way.
    pub changes: Vec<&'static Row>,
    /// What would happen.
    pub events: Vec<RfrEvent>,
}

/// A change that would change nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Already {
    /// The phase is signed off.
    SignedOff {
        /// The phase.
        phase: Phase,
        /// Who signed, and when.
        mark: Mark,
    },
    /// This account sponsors it.
    Sponsors {
        /// The sponsor.
        account: Account,
        /// Since when.
        since: DateTime<Utc>,
    },
    /// This account was asked to sponsor it.
    Asked {
        /// Who was asked.
        account: Account,
        /// Who asked, and when.
        mark: Mark,
    },
    /// Nobody is asked to sponsor it.
    NobodyAsked,
    /// The address is recorded.
    Recorded {
        /// The address.
        url: String,
        /// Who recorded it, and when.
        mark: Mark,
    },
    /// They are recorded in that role.
    TakePart(Vec<Account>),
    /// The question is closed.
    QuestionClosed {
        /// Its number.
        number: u32,
        /// How, by whom, and when.
        closed: Closed,
    },
    /// That is what was decided.
    Decided {
        /// On what.
        topic: Topic,
        /// Who recorded it, and when.
        mark: Mark,
    },
    /// The item is done.
    Done {
        /// The item's row.
        row: &'static Row,
        /// Who said so, and when.
        mark: Mark,
    },
    /// That kind of SOP document is not needed, for that reason.
    NotNeeded {
        /// Which kind.
        document: Document,
        /// Who said so, and when.
        mark: Mark,
    },
    /// The item is not done.
    NotDone(&'static Row),
    /// That is the date.
    Scheduled {
        /// The day.
        date: NaiveDate,
        /// Who set it, and when.
        mark: Mark,
    },
    /// It is on hold for the same reason.
    OnHold(Hold),
    /// It does not rest.
    NotOnHold,
    /// This person agreed already that the hold be lifted; a second one must.
    ReleaseAgreed {
        /// The hold.
        hold: Hold,
        /// Who agreed, and when.
        mark: Mark,
    },
    /// It follows that edition.
    Follows(Edition),
    /// Nothing yet: this is what adopting another edition would do, if somebody says yes.
    Adoption(Box<Adoption>),
    /// It is open.
    Open,
    /// It ended.
    Ended(Ended),
    /// It has that name.
    Named(String),
    /// It has that title.
    Titled,
    /// It has that ticket.
    HasTicket(Ticket),
}
