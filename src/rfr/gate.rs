//! What a phase still lacks: one arm for each [`Kind`] of row in the SOP's table.

use super::{Involved, Outdated, Rfr};
use crate::people::Account;
use crate::sop::{self, Document, Kind, Level, Phase, Row, Topic};

/// A row of the SOP's table and whether this RFR meets it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The row.
    pub row: &'static Row,
    /// Met, or what is missing.
    pub state: ItemState,
}

/// Whether a row is met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// It is met.
    Met,
    /// It is not met: all that is missing for it.
    Missing(Vec<Lack>),
}

/// One thing that is missing. `wording` says it, and which command helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nobody has recorded it yet.
    NotRecorded,
    /// A member was asked to sponsor and has not accepted.
    NotAccepted,
    /// Nobody sponsors it.
    NoSponsor,
    /// Its ticket is not assigned to its sponsor.
    NotAssigned,
    /// Only one person works on it.
    OnlyOnePerson,
    /// The sponsor has not signed.
    NotSigned,
    /// The sponsor signed, and what was signed has changed since.
    Outdated {
        /// What changed.
        because: Outdated,
    },
    /// A question is open.
    OpenQuestion {
        /// Its number.
        number: u32,
    },
    /// A topic is not decided.
    Undecided(Topic),
}

/// The item of the SOP that says that it is deployed.
pub const DEPLOYED: &str = "deployed";

/// The item of the SOP that says that its group is made, with every responsible person in it.
pub const GROUP: &str = "group";

/// Who is responsible for it and not said to be in its group, once that is made. `members` are those whom the directory
/// knows; else those count who are named in the note, or were recorded when it was made.
pub fn not_in_the_group(rfr: &Rfr, members: &[Account]) -> Vec<Account> {
    let Some(made) = rfr.done.get(GROUP) else {
        return Vec::new();
    };
    let note = made.note.to_lowercase();
    let words: Vec<&str> = note
        .split(|c: char| c.is_whitespace() || c == ',' || c == ';')
        .collect();
    let is_named = |account: &Account| words.contains(&account.as_str());
    let names_some = rfr.people.iter().any(|person| is_named(&person.account));
    let is_in = |person: &&Involved| {
        if !members.is_empty() {
            members.contains(&person.account)
        } else if names_some {
            is_named(&person.account)
        } else {
            person.since <= made.mark.at
        }
    };
    let responsible = rfr.people.iter().filter(|person| person.maintains());
    let missing = responsible.filter(|person| !is_in(person));
    missing.map(|person| person.account.clone()).collect()
}

/// Does a row keep a gate shut while it is not met?
pub fn keeps_a_gate(row: &Row) -> bool {
    row.level != Level::Step || is_deployment(row)
}

/// Is it the deployment itself? The SOP has it as a step, but nothing is finished that was never deployed.
fn is_deployment(row: &Row) -> bool {
    row.id == DEPLOYED && row.phase == Phase::Production
}

impl Finding {
    /// Is the row met?
    pub fn is_met(&self) -> bool {
        self.state == ItemState::Met
    }

    /// Does its row keep a gate shut while it is not met?
    pub fn keeps_a_gate(&self) -> bool {
        keeps_a_gate(self.row)
    }

    /// Does it keep the gate shut?
    pub fn blocks(&self) -> bool {
        !self.is_met() && self.keeps_a_gate()
    }
}

/// Every row of a phase with its finding, in the order of the SOP.
pub fn findings(rfr: &Rfr, phase: Phase) -> Vec<Finding> {
    sop::rows(rfr.edition, phase)
        .map(|row| Finding {
            row,
            state: examine(rfr, row),
        })
        .collect()
}

/// What keeps the gate out of the RFR's phase shut; empty if it may open.
///
/// Requirements of earlier phases must still hold: an RFR that lost its sponsor in staging cannot move.
pub fn blocking(rfr: &Rfr) -> Vec<Finding> {
    what_blocks(so_far(rfr))
}

/// Of these findings what keeps the gate shut, in the order in which it can be given: what is signed before who signs.
pub(super) fn what_blocks(mut found: Vec<Finding>) -> Vec<Finding> {
    found.retain(Finding::blocks);
    found.sort_by_key(|finding| finding.row.kind == Kind::SignOff);
    found
}

/// What the rows of its phase, and of each phase before it, ask for.
pub fn so_far(rfr: &Rfr) -> Vec<Finding> {
    let phases = Phase::ALL.into_iter().filter(|phase| *phase <= rfr.phase);
    phases.flat_map(|phase| findings(rfr, phase)).collect()
}

/// The steps of the RFR's phase that are left open: warned about, never blocking.
pub fn open_steps(rfr: &Rfr) -> Vec<Finding> {
    findings(rfr, rfr.phase)
        .into_iter()
        .filter(|finding| !finding.is_met() && !finding.blocks())
        .collect()
}

/// The item for which the sponsor vouches by the sign-off of its phase, where the edition has it.
pub const CONFIG_MANAGEMENT: &str = "config-management";

/// What comes before a signature: “ready for the next step” cannot be signed before it is decided, answered and written down.
pub fn comes_first(rfr: &Rfr) -> Vec<Finding> {
    let mut first = blocking(rfr);
    first.retain(|finding| {
        matches!(
            finding.row.kind,
            Kind::QuestionsAndDecisions(_) | Kind::PlanningQuestions(_) | Kind::Sops
        )
    });
    first
}

/// The SOP's own condition for the sign-off of a phase, where nobody has ticked it off.
pub fn not_ticked(rfr: &Rfr, phase: Phase) -> Option<&'static Row> {
    let row = sop::row(rfr.edition, CONFIG_MANAGEMENT)?;
    let is_condition = row.phase == phase && matches!(row.kind, Kind::Check { .. });
    (is_condition && !rfr.done.contains_key(row.id)).then_some(row)
}

/// Was it said that it needs no SOP document at all?
pub fn none_needed(rfr: &Rfr) -> bool {
    let mut rows = rfr.edition.rows().iter();
    rows.any(|row| row.kind == Kind::Sops && rfr.done.contains_key(row.id))
}

/// Does the RFR meet this row?
pub fn examine(rfr: &Rfr, row: &Row) -> ItemState {
    let lacks = match row.kind {
        // An RFR cannot exist without its ticket: the type says so.
        Kind::Ticket => Vec::new(),
        Kind::AcceptedSponsor => match (&rfr.sponsor, &rfr.asked_sponsor) {
            (Some(_), _) => missing_if(!rfr.is_assigned(), Lack::NotAssigned),
            (None, Some(_)) => vec![Lack::NotAccepted],
            (None, None) => vec![Lack::NoSponsor],
        },
        Kind::Discussion => missing_if(!rfr.is_discussed(), Lack::NotRecorded),
        // Who only tests it does not say who deploys and maintains it.
        Kind::People => missing_if(!rfr.people.iter().any(Involved::maintains), Lack::NotRecorded),
        Kind::SecondPerson => missing_if(rfr.workers().len() < 2, Lack::OnlyOnePerson),
        Kind::PlanningQuestions(_) => rfr
            .open_questions()
            .filter(|question| question.from_sop)
            .map(|question| Lack::OpenQuestion {
                number: question.number,
            })
            .collect(),
        Kind::SignOff => match rfr.signoffs.get(&row.phase) {
            None => vec![Lack::NotSigned],
            Some(signoff) => signoff
                .outdated
                .iter()
                .map(|because| Lack::Outdated {
                    because: because.clone(),
                })
                .collect(),
        },
        Kind::QuestionsAndDecisions(topics) => rfr
            .open_questions()
            // A decision required below answers its question: that is one thing to do, not two.
            .filter(|question| {
                let is_demanded = |topic: Topic| topics.contains(&topic) && !rfr.decisions.contains_key(&topic);
                !question.topic.is_some_and(is_demanded)
            })
            .map(|question| Lack::OpenQuestion {
                number: question.number,
            })
            .chain(
                topics
                    .iter()
                    .copied()
                    .filter(|topic| !rfr.decisions.contains_key(topic))
                    .map(Lack::Undecided),
            )
            .collect(),
        Kind::Sops => {
            let none_needed =
                rfr.done.contains_key(row.id) || rfr.extras().sops_not_needed.len() == Document::ALL.len();
            missing_if(rfr.sops.is_empty() && !none_needed, Lack::NotRecorded)
        }
        Kind::Lost => vec![Lack::NotRecorded],
        Kind::Schedule => missing_if(rfr.schedule.is_none(), Lack::NotRecorded),
        Kind::Check { .. } => missing_if(!rfr.done.contains_key(row.id), Lack::NotRecorded),
    };
    if lacks.is_empty() {
        ItemState::Met
    } else {
        ItemState::Missing(lacks)
    }
}

fn missing_if(missing: bool, lack: Lack) -> Vec<Lack> {
    if missing { vec![lack] } else { Vec::new() }
}
