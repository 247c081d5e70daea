//! The lists of an RFR, and how long each may become.

use super::Rfr;

/// A list of an RFR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The people recorded on it.
    People,
    /// Recorded discussions.
    Discussions,
    /// SOP documents of the service.
    Sops,
    /// Other addresses.
    Links,
    /// Questions that nobody has answered.
    OpenQuestions,
    /// All questions ever asked.
    Questions,
    /// Names that it had before.
    FormerNames,
    /// People named in one command.
    NamesInOneCommand,
}

impl List {
    /// Every list.
    pub const ALL: [Self; 8] = [
        Self::People,
        Self::Discussions,
        Self::Sops,
        Self::Links,
        Self::OpenQuestions,
        Self::Questions,
        Self::FormerNames,
        Self::NamesInOneCommand,
    ];

    /// The most entries.
    pub const fn most(self) -> usize {
        match self {
            Self::People | Self::OpenQuestions => 40,
            Self::Discussions | Self::Sops => 30,
            Self::Links => 50,
            Self::Questions => 200,
            Self::FormerNames => 3,
            Self::NamesInOneCommand => 10,
        }
    }

    pub(super) fn length(self, rfr: &Rfr) -> usize {
        match self {
            Self::People => rfr.people.len(),
            Self::Discussions => rfr.discussions.len() + rfr.talks.len(),
            Self::Sops => rfr.sops.len(),
            Self::Links => rfr.links.len(),
            Self::OpenQuestions => rfr.open_questions().count(),
            Self::Questions => rfr.questions.len(),
            Self::FormerNames => rfr.former_names.len(),
            Self::NamesInOneCommand => 0,
        }
    }
}
