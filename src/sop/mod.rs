//! The Standard Operating Procedure as data: phases, and one row per MUST and per step.
//!
//! This room knows nothing of any other. A change of the SOP is a change of `table`: a new edition,
//! never an edit of an old one, because an RFR keeps the edition that it started under.

mod table;

pub use table::TABLE;

use std::fmt;

/// Where an RFR stands on its way (SOP, "A RFR will go through (at least) the following steps").
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
    /// The normal rules for production apply; the request is finished.
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

    /// The name that people type and read.
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

    /// What happens in this phase, for someone who never read the SOP.
    pub const fn purpose(self) -> &'static str {
        match self {
            Self::PreSponsorship => "finding a sysadmin-main member who sponsors the request",
            Self::Planning => "discussing on the infrastructure list how it should be deployed",
            Self::Development => "setting up one development instance and testing it",
            Self::Staging => "putting it fully into configuration management and testing that",
            Self::Production => "deploying it and adding monitoring that is known to work",
            Self::Maintenance => "running by the normal rules for production: freezes, updates, security, capacity",
        }
    }

    /// The phase after this one; `None` after maintenance.
    pub fn next(self) -> Option<Self> {
        let at = Self::ALL.iter().position(|phase| *phase == self)?;
        Self::ALL.get(at + 1).copied()
    }

    /// Recognises a phase as people type it: any case, common short forms.
    pub fn from_word(word: &str) -> Option<Self> {
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

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Which text of the SOP an RFR follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edition {
    /// The SOP without audit.
    Classic,
    /// The edition of 2017: the security officer audits before production.
    Audit,
}

impl Edition {
    /// Every edition, oldest first.
    pub const ALL: [Self; 2] = [Self::Classic, Self::Audit];

    /// The name in config, records and replies.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Classic => "classic",
            Self::Audit => "audit",
        }
    }

    /// Recognises an edition by its exact name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|edition| edition.name() == name)
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

/// The three decisions that the SOP wants determined before staging.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// Does the resource need caching?
    Caching,
    /// Should the resource be load balanced?
    LoadBalancing,
    /// How is the resource best deployed: on its own instance, apart from critical services?
    Deployment,
}

impl Topic {
    /// Every topic that needs a decision.
    pub const ALL: [Self; 3] = [Self::Caching, Self::LoadBalancing, Self::Deployment];

    /// The name that people type and read.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Caching => "caching",
            Self::LoadBalancing => "load-balancing",
            Self::Deployment => "deployment",
        }
    }

    /// Recognises a topic as people type it.
    pub fn from_word(word: &str) -> Option<Self> {
        match word.to_ascii_lowercase().replace('_', "-").as_str() {
            "caching" | "cache" => Some(Self::Caching),
            "load-balancing" | "loadbalancing" | "load-balanced" | "lb" => Some(Self::LoadBalancing),
            "deployment" | "deploy" => Some(Self::Deployment),
            _ => None,
        }
    }
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
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
    /// The SOP's planning questions are closed.
    PlanningQuestions,
    /// The sponsor signed off leaving this row's phase.
    SignOff,
    /// No question is open and every [`Topic`] is decided.
    QuestionsAndDecisions,
    /// A SOP document is linked, or somebody said why none is needed.
    Sops,
    /// A production date is set.
    Schedule,
    /// Somebody with the right says that it is done; `by` names the group where not everybody involved may.
    Check {
        /// The group whose members alone may say so.
        by: Option<&'static str>,
    },
}

/// One MUST or step: a line of the SOP.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// Stable name; people type it and records keep it.
    pub id: &'static str,
    /// The phase in which it is worked on; a MUST gates the way out of it.
    pub phase: Phase,
    /// Does it block?
    pub level: Level,
    /// How it is met.
    pub kind: Kind,
    /// The editions that have it.
    pub editions: &'static [Edition],
    /// What is missing when it is missing, short: completes "missing: …".
    pub short: &'static str,
    /// The SOP's sentence, shortened in our words.
    pub sentence: &'static str,
}

/// The rows of one phase in one edition, in the order of the SOP.
pub fn rows(edition: Edition, phase: Phase) -> impl Iterator<Item = &'static Row> {
    TABLE
        .iter()
        .filter(move |row| row.phase == phase && row.editions.contains(&edition))
}

/// One row by its id, whatever its phase.
pub fn row(edition: Edition, id: &str) -> Option<&'static Row> {
    TABLE
        .iter()
        .find(|row| row.id.eq_ignore_ascii_case(id) && row.editions.contains(&edition))
}

/// A question that the SOP asks of every resource in planning.
#[derive(Debug, PartialEq, Eq)]
pub struct PlanningQuestion {
    /// The question in one sentence.
    pub text: &'static str,
    /// The decision that answers it; `None` for "who", which naming a maintainer answers.
    pub topic: Option<Topic>,
}

/// The four questions of the planning phase (SOP, "Questions about how the resource could be deployed
/// should be considered").
pub const PLANNING_QUESTIONS: [PlanningQuestion; 4] = [
    PlanningQuestion {
        text: "Should it be load balanced?",
        topic: Some(Topic::LoadBalancing),
    },
    PlanningQuestion {
        text: "Does it need caching?",
        topic: Some(Topic::Caching),
    },
    PlanningQuestion {
        text: "Can it live on its own instance, apart from more critical services?",
        topic: Some(Topic::Deployment),
    },
    PlanningQuestion {
        text: "Who is involved in deploying and maintaining it?",
        topic: None,
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_typeable() {
        for (at, row) in TABLE.iter().enumerate() {
            assert!(
                TABLE[..at].iter().all(|earlier| earlier.id != row.id),
                "{} stands twice",
                row.id
            );
            assert!(
                row.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
                "{} cannot be typed as a word",
                row.id
            );
            assert!(Phase::from_word(row.id).is_none(), "{} is also a phase", row.id);
        }
    }

    #[test]
    fn only_the_last_phase_has_no_gate() {
        for edition in Edition::ALL {
            for phase in Phase::ALL {
                let gated = rows(edition, phase).any(|row| row.level != Level::Step);
                assert_eq!(gated, phase.next().is_some(), "{edition:?} {phase}");
            }
        }
    }

    #[test]
    fn the_audit_edition_adds_exactly_its_two_musts() {
        let added: Vec<&str> = TABLE
            .iter()
            .filter(|row| !row.editions.contains(&Edition::Classic))
            .map(|row| row.id)
            .collect();
        assert_eq!(added, ["audit-requested", "audit-approved"]);
    }

    #[test]
    fn every_phase_is_recognised_by_its_own_name() {
        for phase in Phase::ALL {
            assert_eq!(Phase::from_word(phase.name()), Some(phase));
        }
        for topic in Topic::ALL {
            assert_eq!(Topic::from_word(topic.name()), Some(topic));
        }
    }
}
