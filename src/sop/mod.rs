//! The Standard Operating Procedure as data: editions, each with its phases and one row per MUST and per step.
//!
//! This room knows nothing of any other. An edition is a text in TOML: two ship as `classic.toml` and `audit.toml`, and
//! a team can add its own. [`Edition::read`] turns a text into an edition, or into everything that is wrong with it.

mod document;
mod edition;
mod kinds;
mod mistake;
mod mistakes;
mod phases;
mod read;
mod reader;
mod rows;
#[cfg(test)]
mod tests;
mod topic;
mod words;

pub use document::{Document, Upkeep};
pub use edition::{Edition, NamedPhase};
pub use mistake::{Conditions, Mistake};
pub use read::LONGEST_FILE;
pub use topic::Topic;
pub use words::LONGEST_WORD;

/// The kinds of phases that rfrbot knows (SOP, "A RFR will go through (at least) the following steps"). Each edition
/// defines which of them it has, and their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// No sysadmin-main member has accepted the request yet.
    PreSponsorship,
    /// The list discusses how the resource could be deployed.
    Planning,
    /// One virtual host, set up and tested by `sysadmin-<resource>`.
    Development,
    /// Fully in configuration management, tested there.
    Staging,
    /// Merged, deployed, monitored.
    Production,
    /// The normal rules for production apply; the request is complete.
    Maintenance,
}

impl Phase {
    /// All phases in the order of the SOP.
    pub const ALL: [Self; 6] = [
        Self::PreSponsorship,
        Self::Planning,
        Self::Development,
        Self::Staging,
        Self::Production,
        Self::Maintenance,
    ];

    /// The name of the kind: records store it, and people may type it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::PreSponsorship => "pre-sponsorship",
            Self::Planning => "planning",
            Self::Development => "development",
            Self::Staging => "staging",
            Self::Production => "production",
            Self::Maintenance => "maintenance",
        }
    }

    /// Parses a phase as people type it: any case, common short forms.
    pub fn from_word(word: &str) -> Option<Self> {
        if word.len() > LONGEST_WORD {
            return None;
        }
        match word.to_ascii_lowercase().replace('_', "-").as_str() {
            "pre-sponsorship" | "presponsorship" | "pre-sponsor" | "presponsor" | "unsponsored" => {
                Some(Self::PreSponsorship)
            }
            "planning" | "plan" => Some(Self::Planning),
            "development" | "devel" | "dev" => Some(Self::Development),
            "staging" | "stage" | "stg" => Some(Self::Staging),
            "production" | "prod" => Some(Self::Production),
            "maintenance" | "maint" => Some(Self::Maintenance),
            _ => None,
        }
    }
}

/// What a row demands before its phase can be left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A MUST of the SOP: the gate stays shut without it.
    Must,
    /// A step without the word MUST that blocks all the same (monitoring, before maintenance).
    Required,
    /// A step that the SOP asks for: shown and warned about, never blocking.
    Step,
}

impl Level {
    fn from_word(word: &str) -> Option<Self> {
        match word {
            "must" => Some(Self::Must),
            "required" => Some(Self::Required),
            "step" => Some(Self::Step),
            _ => None,
        }
    }
}

/// How a row is met. `rfr::gate` has one arm for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A ticket is recorded.
    Ticket,
    /// A sysadmin-main member accepted the sponsorship.
    AcceptedSponsor,
    /// A mail or thread on the infrastructure list is recorded.
    Discussion,
    /// At least one person who deploys or maintains is recorded.
    People,
    /// More than one person works on it.
    SecondPerson,
    /// The questions that this row's phase opens are closed.
    PlanningQuestions(&'static [PlanningQuestion]),
    /// The sponsor signed off leaving this row's phase.
    SignOff,
    /// No question is open and each of these topics is decided.
    QuestionsAndDecisions(&'static [Topic]),
    /// A SOP document is linked, or somebody said why none is needed.
    Sops,
    /// A production date is set.
    Schedule,
    /// The edition's text is lost: only another edition can meet this.
    Lost,
    /// Somebody with the right to it reports it done.
    Check {
        /// The group whose members alone may report it; `None`: everybody involved.
        by: Option<&'static str>,
        /// The mail to the list that reports it by being sent.
        mail: Option<OwedMail>,
    },
}

/// A mail that a row owes to the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwedMail {
    /// The report on the testing: sent when somebody reports, or when development is left.
    Report,
    /// The announcement that it is available in staging: sent when the item with that id is done.
    Staging {
        /// The item; `None`: somebody writes the mail by hand.
        after: Option<&'static str>,
    },
}

/// One MUST or step: a line of the SOP.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// Stable name; people type it and records store it.
    pub id: &'static str,
    /// The phase in which it is worked on; a MUST gates the way out of it.
    pub phase: Phase,
    /// The edition's name for that phase.
    pub phase_name: &'static str,
    /// Does it block?
    pub level: Level,
    /// How it is met.
    pub kind: Kind,
    /// Short form for when it is missing: completes "missing: …".
    pub short: &'static str,
    /// The SOP's sentence, shortened in our words.
    pub sentence: &'static str,
    /// Its place in the SOP.
    pub source: &'static str,
}

/// A question that an edition asks about every resource when a phase is entered.
#[derive(Debug, PartialEq, Eq)]
pub struct PlanningQuestion {
    /// The question in one sentence.
    pub text: &'static str,
    /// The decision that answers it.
    pub topic: Option<Topic>,
    /// Is it answered by naming somebody who works on it?
    pub people: bool,
}

/// The rows of one phase in one edition, in the order of the SOP.
pub fn rows(edition: Edition, phase: Phase) -> impl Iterator<Item = &'static Row> {
    edition.rows().iter().filter(move |row| row.phase == phase)
}

/// One row by its id, whatever its phase.
pub fn row(edition: Edition, id: &str) -> Option<&'static Row> {
    edition.rows().iter().find(|row| row.id.eq_ignore_ascii_case(id))
}

/// Is the word a phase, a topic or an item in one of these editions?
pub fn means(editions: impl IntoIterator<Item = Edition>, word: &str) -> bool {
    Phase::from_word(word).is_some()
        || editions.into_iter().any(|edition| {
            edition.phase(word).is_some() || edition.topic(word).is_some() || row(edition, word).is_some()
        })
}
