//! What the page shows, as plain data: made by the desk from the functions that answer `next`, `review`, `history` and
//! `todo`, so that page and chat never disagree.
//!
//! Names in it are accounts and groups; the place of what was said in private is not in it.

use crate::text::{Message, Paragraph};
use chrono::{DateTime, NaiveDate, Utc};
use std::sync::Arc;

/// All that is under way.
#[derive(Clone, Debug, Default)]
pub struct Board {
    /// The phases, in order.
    pub phases: Vec<BoardPhase>,
    /// Every RFR in progress, and those in maintenance that changed last; those silent longest first.
    pub cards: Vec<Arc<Card>>,
    /// How many more are in maintenance.
    pub more: usize,
    /// Every freeze that is known of.
    pub freezes: Vec<ShownFreeze>,
    /// Every deployment that is planned or was made.
    pub deployments: Vec<Deployment>,
    /// The day on which this holds (UTC).
    pub today: NaiveDate,
    /// What commands begin with.
    pub prefix: String,
}

/// A column of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardPhase {
    /// Its kind, whatever the edition calls it: a stable word.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Is it the last one, in which an RFR is under way no more?
    pub is_last: bool,
}

/// An RFR at a glance.
#[derive(Clone, Debug, Default)]
pub struct Card {
    /// Its number in the store: stable, whatever it is called.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Its ticket's address.
    pub ticket: String,
    /// The kind of its phase.
    pub phase: &'static str,
    /// What its edition calls that.
    pub phase_name: String,
    /// Is it under way: neither ended nor in the last phase?
    pub is_open: bool,
    /// Since when it stands there.
    pub phase_since: DateTime<Utc>,
    /// How many of the MUSTs of its phase are met, of how many.
    pub progress: (usize, usize),
    /// What keeps its gate shut, in a few words each.
    pub blocking: Vec<String>,
    /// The accounts and groups that can give that.
    pub waits_for: Vec<Holder>,
    /// Those of these accounts who are away, and their last day.
    pub away: Vec<(String, NaiveDate)>,
    /// What comes next, in one line.
    pub state: Paragraph,
    /// Can it move today?
    pub ready: bool,
    /// The sponsor's account.
    pub sponsor: Option<String>,
    /// Who is asked to sponsor it.
    pub asked_sponsor: Option<String>,
    /// Who requested it.
    pub requested_by: String,
    /// Everybody who takes part in it, or is asked to.
    pub people: Vec<String>,
    /// The day that is planned for production.
    pub planned: Option<NaiveDate>,
    /// The day on which it came there.
    pub deployed: Option<NaiveDate>,
    /// Why it rests, if it does.
    pub hold: Option<Paragraph>,
    /// What of a freeze keeps it back, if anything does.
    pub frozen: Option<Paragraph>,
    /// On hold, or unchanged for two weeks.
    pub stuck: bool,
    /// How it ended, if it did.
    pub ended: Option<&'static str>,
    /// When it changed last.
    pub changed: DateTime<Utc>,
    /// Sequence number of that change.
    pub seq: u64,
}

/// Who can act.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Holder {
    /// One person.
    Person(String),
    /// Any member of a group.
    Group(String),
}

/// A freeze's days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownFreeze {
    /// Its name: `F45 beta`.
    pub name: String,
    /// Its first day.
    pub from: NaiveDate,
    /// Its last day, itself frozen.
    pub to: NaiveDate,
    /// Is it in force now?
    pub in_force: bool,
    /// The day on which it was lifted.
    pub lifted: Option<NaiveDate>,
}

/// A day in production.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deployment {
    /// The RFR's number in the store.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The day.
    pub date: NaiveDate,
    /// Is it made?
    pub done: bool,
    /// When that was recorded.
    pub recorded: DateTime<Utc>,
}

/// One RFR in full.
#[derive(Clone, Debug)]
pub struct RfrPage {
    /// The same as on the board.
    pub card: Arc<Card>,
    /// The edition of the SOP that it follows.
    pub edition: String,
    /// When it was requested.
    pub requested: DateTime<Utc>,
    /// Names that it had before.
    pub former_names: Vec<String>,
    /// The number of its ticket, where it has one: it leads here, too.
    pub ticket_number: Option<String>,
    /// Its way.
    pub way: Vec<PhaseOnWay>,
    /// The answer to `status`.
    pub status: Message,
    /// The answer to `next`.
    pub next: Message,
    /// The answer to `review`.
    pub review: Message,
    /// Its questions.
    pub questions: Vec<ShownQuestion>,
    /// Its decisions.
    pub decisions: Vec<ShownDecision>,
    /// Its sign-offs.
    pub sign_offs: Vec<ShownSignOff>,
    /// Who takes part, and as what.
    pub roles: Vec<(String, String)>,
    /// Addresses: what it is, and where.
    pub links: Vec<(String, String)>,
    /// What happened, newest first.
    pub history: Vec<ShownChange>,
}

/// A phase on an RFR's way, with what it asks for.
#[derive(Clone, Debug)]
pub struct PhaseOnWay {
    /// The phase.
    pub phase: BoardPhase,
    /// The day on which the RFR came there last.
    pub since: Option<NaiveDate>,
    /// Where it is compared with the RFR.
    pub when: When,
    /// Its MUSTs and steps.
    pub rows: Vec<ShownRow>,
}

/// Where a phase is, compared with the RFR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// It lies behind it.
    Before,
    /// It is there.
    Now,
    /// It was there when it ended.
    Ended,
    /// It lies ahead, or was never reached.
    Ahead,
}

/// A MUST or a step.
#[derive(Clone, Debug)]
pub struct ShownRow {
    /// Its id: what `done` takes.
    pub id: String,
    /// What it asks for.
    pub what: String,
    /// `MUST`, `required`, or a step.
    pub level: &'static str,
    /// Does it keep a gate shut while it is not met?
    pub must: bool,
    /// Is it met?
    pub met: bool,
    /// Who met it, when and how; or what is missing, and the command to type.
    pub how: Paragraph,
}

/// A question.
#[derive(Clone, Debug)]
pub struct ShownQuestion {
    /// Its number.
    pub number: u32,
    /// The question.
    pub text: String,
    /// Who asked, and when.
    pub asked: Paragraph,
    /// Is it open?
    pub open: bool,
    /// The answer, and by whom; or the command that answers.
    pub answer: Paragraph,
}

/// A decision.
#[derive(Clone, Debug)]
pub struct ShownDecision {
    /// On what.
    pub topic: String,
    /// What, who, and when; or that it is open, and the command.
    pub what: Paragraph,
    /// Is it made?
    pub made: bool,
}

/// A sign-off.
#[derive(Clone, Debug)]
pub struct ShownSignOff {
    /// Of which phase.
    pub phase: String,
    /// Does it count?
    pub counts: bool,
    /// Who, when, with what open; and why it does not count any more.
    pub how: Paragraph,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub struct ShownChange {
    /// Sequence number.
    pub seq: u64,
    /// When.
    pub at: DateTime<Utc>,
    /// Who: an account, or what else caused it.
    pub by: String,
    /// What.
    pub what: Paragraph,
}

/// Something that happened to an RFR, for a feed.
#[derive(Clone, Debug)]
pub struct FeedEntry {
    /// The RFR's number in the store.
    pub id: u64,
    /// Its name.
    pub name: String,
    /// What happened.
    pub happened: ShownChange,
}

/// One person.
#[derive(Clone, Debug)]
pub struct PersonPage {
    /// The account.
    pub account: String,
    /// The answer to `todo NAME`.
    pub todo: Message,
    /// What the person takes part in and waits for others, those silent longest.
    pub others: Vec<Arc<Card>>,
    /// How many more there are of these.
    pub more_others: usize,
}
