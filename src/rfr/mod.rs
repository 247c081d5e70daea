//! A Request For Resources and everything that can happen to it.
//!
//! Pure: no I/O, no clock. [`decide`](decide::decide) says what a change would cause, [`apply()`] updates the state and
//! never fails, and [`gate`] says whether a phase can be left.

mod apply;
mod change;
mod daily;
pub mod decide;
pub mod duty;
mod event;
pub mod freeze_break;
pub mod gate;
mod lists;
mod news;
mod origin;
mod outdated;
pub mod outlook;
pub mod public;
mod reason;
pub mod refusal;
mod row;
mod search;
#[cfg(test)]
pub(crate) mod tests;
mod thread;
mod tracked;

pub use crate::wire::RfrId;
pub use apply::{apply, retell};
pub use change::{Change, ChangeSubject};
pub(crate) use change::{Meant, Needs};
pub use daily::Daily;
pub use event::RfrEvent;
pub use lists::List;
pub use news::NewsKind;
pub use origin::Origin;
pub use outdated::Outdated;
pub use reason::Reason;
pub(crate) use row::{Back, News, Signed};
pub use search::{Sought, words_of};
pub use thread::{Heard, HeldBack, MailThread, Mailed, Offer};
pub use tracked::{IN_THE_TICKET, TicketView, Tracked};

use crate::people::{Account, By};
use crate::sop::{Document, Edition, Kind, Phase, Topic, Upkeep};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// A ticket in the tracker, by its web address.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket {
    /// The full address.
    pub url: String,
}

impl Ticket {
    /// The ticket's number: the digits at the end of its address.
    pub fn number(&self) -> Option<&str> {
        let tail = self.url.rsplit('/').find(|part| !part.is_empty())?;
        tail.bytes().all(|byte| byte.is_ascii_digit()).then_some(tail)
    }
}

/// `ticket 4321`, or the address where it has no number.
impl fmt::Display for Ticket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.number() {
            Some(number) => write!(f, "ticket {number}"),
            None => f.write_str(&self.url),
        }
    }
}

/// Who did something, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Who or what.
    pub by: By,
    /// The moment.
    pub at: DateTime<Utc>,
}

/// A web address that was recorded, with what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address.
    pub url: String,
    /// What it is, in a few words; may be empty.
    pub label: String,
    /// Who recorded it.
    pub mark: Mark,
}

/// Somebody who works on the resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Involved {
    /// The person's account.
    pub account: Account,
    /// What that person does there: `maintainer`, `developer`, `deployment`, …
    pub role: String,
    /// Since when.
    pub since: DateTime<Utc>,
}

impl Involved {
    /// Is the person responsible, as the SOP's MUST asks: does that role deploy or maintain it?
    pub fn maintains(&self) -> bool {
        maintains(&self.role)
    }
}

/// Does whoever has that role deploy or maintain it? Developers do (they did for most of the RFRs that there were); testers and designers do not.
pub fn maintains(role: &str) -> bool {
    const STEMS: [&str; 10] = [
        "maint",
        "deploy",
        "admin",
        "sysadmin",
        "operat",
        "ops",
        "owner",
        "responsib",
        "dev",
        "engineer",
    ];
    let role = role.to_lowercase();
    let mut words = role.split(|c: char| !c.is_alphanumeric());
    words.any(|word| STEMS.iter().any(|stem| word.starts_with(stem)))
}

/// The role of somebody recorded without saying as what.
pub const DEFAULT_ROLE: &str = "maintainer";

/// A question about the resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its number in this RFR, from 1; never reused.
    pub number: u32,
    /// The question.
    pub text: String,
    /// The decision that it asks for, where it is one of the SOP's.
    pub topic: Option<Topic>,
    /// Does the SOP ask it of every resource?
    pub from_sop: bool,
    /// Who asked it in a mail of the list, by that mail's own account.
    pub on_the_list: Option<String>,
    /// Who asked, and when.
    pub asked: Mark,
    /// How it ended, if it did.
    pub closed: Option<Closed>,
}

impl Question {
    /// Is it still open?
    pub fn is_open(&self) -> bool {
        self.closed.is_none()
    }
}

/// How a question ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closed {
    /// It was answered.
    Answered {
        /// The answer.
        text: String,
        /// Whose address the answering mail came from: not proven.
        by_mail: Option<Account>,
        /// What it corrects, and why. Boxed: few answers are corrected, and every question is in memory.
        corrects: Option<Box<Correction>>,
        /// Who answered.
        mark: Mark,
    },
    /// It was taken back.
    Withdrawn {
        /// Who took it back.
        mark: Mark,
    },
}

/// Why an answer was corrected, and the answers that it takes the place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Why.
    pub why: String,
    /// The answers before it, oldest first; of many only the last.
    pub before: Vec<Closed>,
}

/// What is recorded of an RFR beside its gates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    /// Where and when it was discussed in chat: the address is that of a log, or empty.
    pub talks: Vec<Link>,
    /// Kinds of SOP documents that it does not need, and why.
    pub sops_not_needed: BTreeMap<Document, Done>,
    /// When it was looked after last in maintenance, and what was found.
    pub upkeep: BTreeMap<Upkeep, Done>,
    /// What decisions take the place of.
    pub decided_before: BTreeMap<Topic, TopicDecision>,
}

/// What is recorded beside the gates of most RFRs.
static NO_EXTRAS: Extras = Extras {
    talks: Vec::new(),
    sops_not_needed: BTreeMap::new(),
    upkeep: BTreeMap::new(),
    decided_before: BTreeMap::new(),
};

/// A decision on one of the SOP's topics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicDecision {
    /// What was decided.
    pub text: String,
    /// Who recorded it.
    pub mark: Mark,
}

/// An item that somebody said is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// A note or an address; may be empty.
    pub note: String,
    /// Who said so.
    pub mark: Mark,
}

/// A date for production.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The day (UTC).
    pub date: NaiveDate,
    /// A note; may be empty.
    pub note: String,
    /// Who set it.
    pub mark: Mark,
}

/// The sponsor's sign-off for leaving a phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignOff {
    /// A note; may be empty.
    pub note: String,
    /// Who signed, and when.
    pub mark: Mark,
    /// Why it no longer counts, where what it signed has changed since.
    pub outdated: Option<Outdated>,
    /// The items that it left open: where one is open again, nothing differs from what was signed.
    pub left_open: BTreeSet<String>,
}

/// Why the RFR rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The reason given.
    pub reason: String,
    /// Who holds it.
    pub mark: Mark,
    /// Who agreed to lift it, if that takes two.
    pub agreed: Vec<Mark>,
    /// Lighter holds by others that it overrides, lightest first.
    pub beneath: Vec<Hold>,
}

impl Hold {
    /// Did this person agree that it be lifted?
    pub fn has_agreed(&self, account: &Account) -> bool {
        self.agreed.iter().any(|agreed| agreed.by == *account)
    }
}

/// How an RFR came back to where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reverted {
    /// The phase that it had reached.
    pub from: Phase,
    /// The reason given.
    pub reason: String,
    /// Who took it back.
    pub mark: Mark,
}

/// How an RFR ended before maintenance, or a deployed resource went away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// Dropped or removed.
    pub how: Ending,
    /// The reason given.
    pub reason: String,
    /// Who ended it.
    pub mark: Mark,
}

/// The two ways of ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Given up before production.
    Dropped,
    /// A deployed resource went away.
    Removed,
}

/// The sponsor: the sysadmin-main member who accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sponsor {
    /// The sponsor's account.
    pub account: Account,
    /// When the sponsorship was accepted.
    pub since: DateTime<Utc>,
}

/// A sysadmin-main member who was asked to sponsor and has not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedSponsor {
    /// Who was asked.
    pub account: Account,
    /// Who asked, and when.
    pub mark: Mark,
}

/// The state that an undo goes back to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Before {
    /// Nothing can be undone (the last change was itself an undo).
    #[default]
    Nothing,
    /// The last change created the RFR: undoing it removes it.
    NotYetThere,
    /// The RFR as it was before the last change.
    Was(Box<Rfr>),
}

/// One Request For Resources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rfr {
    /// Its number in the store.
    pub id: RfrId,
    /// Its short name: `badges`.
    pub name: String,
    /// Names that it had before; they still find it.
    pub former_names: Vec<String>,
    /// The title, in one line.
    pub title: String,
    /// Its ticket.
    pub ticket: Ticket,
    /// The SOP that it follows.
    pub edition: Edition,
    /// Who requested it, and when.
    pub requested: Mark,
    /// Where it stands.
    pub phase: Phase,
    /// Since when it stands there.
    pub phase_since: DateTime<Utc>,
    /// How it ended, if it did.
    pub ended: Option<Ended>,
    /// How it came back to where it stands, until it is again where it was.
    pub reverted: Option<Reverted>,
    /// Why it rests, if it does.
    pub hold: Option<Hold>,
    /// The sponsor.
    pub sponsor: Option<Sponsor>,
    /// The member who was asked to sponsor.
    pub asked_sponsor: Option<AskedSponsor>,
    /// Who works on it.
    pub people: Vec<Involved>,
    /// Mails and threads on the infrastructure list.
    pub discussions: Vec<Link>,
    /// What went over the mailing list.
    pub thread: MailThread,
    /// What its ticket showed last.
    pub tracked: Tracked,
    /// SOP documents of the service; the label is their kind, where that was said.
    pub sops: Vec<Link>,
    /// What is recorded beside its gates, where there is any of it: every open RFR is in memory.
    pub extras: Option<Box<Extras>>,
    /// Other addresses.
    pub links: Vec<Link>,
    /// Every question ever asked.
    pub questions: Vec<Question>,
    /// The decisions made.
    pub decisions: BTreeMap<Topic, TopicDecision>,
    /// Items that are done, by the id of their row.
    pub done: BTreeMap<String, Done>,
    /// The date for production.
    pub schedule: Option<Schedule>,
    /// The sponsor's sign-offs, by the phase that they allow to leave.
    pub signoffs: BTreeMap<Phase, SignOff>,
    /// Sequence number of the last change.
    pub last_seq: u64,
    /// Who made the last change, and when.
    pub last_change: Mark,
    /// What an undo of the last change goes back to.
    pub before: Before,
}

impl Rfr {
    /// Is it in progress: neither ended nor in maintenance?
    pub fn is_open(&self) -> bool {
        self.ended.is_none() && self.phase != Phase::Maintenance
    }

    /// Is this person its sponsor?
    pub fn is_sponsor(&self, account: &Account) -> bool {
        self.sponsor.as_ref().is_some_and(|sponsor| sponsor.account == *account)
    }

    /// Is this person involved: as requester, sponsor or one of its people?
    pub fn involves(&self, account: &Account) -> bool {
        self.requested.by == *account
            || self.is_sponsor(account)
            || self.people.iter().any(|person| person.account == *account)
    }

    /// Is this person asked to sponsor it?
    pub fn asks_to_sponsor(&self, account: &Account) -> bool {
        self.asked_sponsor
            .as_ref()
            .is_some_and(|asked| asked.account == *account)
    }

    /// Everybody who works on it, each once: the requester and its people, not the sponsor.
    pub fn workers(&self) -> Vec<&Account> {
        let mut workers: Vec<&Account> = self.requested.by.person().into_iter().collect();
        for person in &self.people {
            if !workers.contains(&&person.account) {
                workers.push(&person.account);
            }
        }
        workers
    }

    /// Was it discussed on the infrastructure list, as far as recorded?
    pub fn is_discussed(&self) -> bool {
        !self.discussions.is_empty() || self.thread.is_discussed()
    }

    /// Where it was discussed: a discussion that somebody recorded, else the RFR's own thread.
    pub fn discussed_at(&self) -> Option<&str> {
        let recorded = self.discussions.last().map(|link| link.url.as_str());
        recorded.or_else(|| self.thread.discussed_at())
    }

    /// What its edition calls a phase.
    pub fn called(&self, phase: Phase) -> &'static str {
        self.edition.called(phase)
    }

    /// Does its next step bring it into production, whatever its edition calls that?
    pub fn enters_production(&self) -> bool {
        self.phase < Phase::Production
            && self
                .edition
                .next(self.phase)
                .is_some_and(|next| next >= Phase::Production)
    }

    /// Is its deployment still to come? In production it is until somebody says that it is deployed.
    pub fn awaits_deployment(&self) -> bool {
        let is_deployed = self.phase == Phase::Production && self.done.contains_key(gate::DEPLOYED);
        self.phase <= Phase::Production && !is_deployed
    }

    /// The last sign-off that its edition requires before production, if given, and its phase.
    pub fn signed_for_production(&self) -> Option<(Phase, &SignOff)> {
        let rows = self.edition.rows().iter();
        let signed = rows.filter(|row| row.kind == Kind::SignOff && row.phase < Phase::Production);
        let phase = signed.map(|row| row.phase).max()?;
        self.signoffs.get(&phase).map(|signoff| (phase, signoff))
    }

    /// The topics its edition wants decided, and others decided under an earlier edition.
    pub fn topics(&self) -> Vec<Topic> {
        let mut topics: Vec<Topic> = self.edition.topics().collect();
        let others = self.decisions.keys().filter(|topic| !topics.contains(topic));
        let others: Vec<Topic> = others.copied().collect();
        topics.extend(others);
        topics
    }

    /// The kinds of SOP documents that nobody has linked or said to be needless.
    pub fn documents_to_consider(&self) -> impl Iterator<Item = Document> {
        let is_linked = |kind: Document| self.sops.iter().any(|link| link.label == kind.name());
        Document::ALL
            .into_iter()
            .filter(move |kind| !is_linked(*kind) && !self.extras().sops_not_needed.contains_key(kind))
    }

    /// What is recorded of it beside its gates.
    pub fn extras(&self) -> &Extras {
        self.extras.as_deref().unwrap_or(&NO_EXTRAS)
    }

    /// The group that the SOP wants for it.
    pub fn group(&self) -> String {
        ["sysadmin-", &self.name].concat()
    }

    /// In maintenance: since when nobody has looked after that.
    pub fn looked_after(&self, what: Upkeep) -> DateTime<Utc> {
        self.extras()
            .upkeep
            .get(&what)
            .map_or(self.phase_since, |done| done.mark.at)
    }

    /// In maintenance, what was looked after longest ago, and when.
    pub fn neglected_since(&self) -> DateTime<Utc> {
        let all = Upkeep::ALL.into_iter().map(|what| self.looked_after(what));
        all.min().unwrap_or(self.phase_since)
    }

    /// Is it maintained: deployed, finished, and not taken away?
    pub fn is_maintained(&self) -> bool {
        self.ended.is_none() && self.phase == Phase::Maintenance
    }

    /// The questions that are still open.
    pub fn open_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| question.is_open())
    }

    /// The question of that number.
    pub fn question(&self, number: u32) -> Option<&Question> {
        self.questions.iter().find(|question| question.number == number)
    }

    /// Does this word name it, now or formerly? Case does not matter.
    pub fn is_named(&self, word: &str) -> bool {
        self.name.eq_ignore_ascii_case(word) || self.former_names.iter().any(|name| name.eq_ignore_ascii_case(word))
    }
}
