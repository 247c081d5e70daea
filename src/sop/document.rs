//! What the SOP asks for by name beside its rows: kinds of SOP documents, and what is looked after in maintenance.

/// A kind of SOP document (SOP, "Development Instance": "Should there be an Update SOP? A troubleshooting SOP? Any other
/// tasks that might need to be done to the instance when those who know it well are not available?").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Document {
    /// How it is updated.
    Update,
    /// What to do when it does not work.
    Troubleshooting,
    /// Other tasks for when those who know it are away.
    Other,
}

impl Document {
    /// Every kind, in the order of the SOP.
    pub const ALL: [Self; 3] = [Self::Update, Self::Troubleshooting, Self::Other];

    /// The word that people type and records store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Update => "update",
            Self::Troubleshooting => "troubleshooting",
            Self::Other => "other",
        }
    }

    /// What it is called: completes "no … is needed".
    pub const fn called(self) -> &'static str {
        match self {
            Self::Update => "update SOP",
            Self::Troubleshooting => "troubleshooting SOP",
            Self::Other => "SOP for other tasks",
        }
    }

    /// What it is about: completes "a document on …".
    pub const fn about(self) -> &'static str {
        match self {
            Self::Update => "updating it",
            Self::Troubleshooting => "troubleshooting",
            Self::Other => "other tasks for when those who know it are away",
        }
    }

    /// The kind of that name; case does not matter.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name().eq_ignore_ascii_case(word))
    }
}

/// What is looked after in maintenance (SOP, "Maintenance": "updating for issues or security bugs, adjusting for
/// capacity").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Upkeep {
    /// Is there room enough?
    Capacity,
    /// Is it up to date?
    Updates,
    /// Is it secure?
    Security,
}

impl Upkeep {
    /// Everything that is looked after.
    pub const ALL: [Self; 3] = [Self::Capacity, Self::Updates, Self::Security];

    /// The word that people type and records store.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Capacity => "capacity",
            Self::Updates => "updates",
            Self::Security => "security",
        }
    }

    /// The one of that name; case does not matter.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|what| what.name().eq_ignore_ascii_case(word))
    }
}
