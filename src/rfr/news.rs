//! Kinds of news: a room chooses which of them it is told.

/// What a piece of news about an RFR concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NewsKind {
    /// It was requested, renamed, or follows another edition.
    Requests,
    /// Who was asked to sponsor it, accepts, or gives it up.
    Sponsors,
    /// It moved to another phase.
    Phases,
    /// It was put on hold, or released.
    Holds,
    /// It was dropped, removed or reopened.
    Ends,
    /// A sign-off was given, taken back, or no longer counts.
    SignOffs,
    /// The production date was set, moved or taken back.
    Dates,
    /// A question, an answer or a decision.
    Questions,
    /// Somebody looked after what is in maintenance.
    Upkeep,
    /// The last change was undone.
    Undone,
}

impl NewsKind {
    /// Every kind.
    pub const ALL: [Self; 10] = [
        Self::Requests,
        Self::Sponsors,
        Self::Phases,
        Self::Holds,
        Self::Ends,
        Self::SignOffs,
        Self::Dates,
        Self::Questions,
        Self::Upkeep,
        Self::Undone,
    ];

    /// The word in the config.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Requests => "requests",
            Self::Sponsors => "sponsors",
            Self::Phases => "phases",
            Self::Holds => "holds",
            Self::Ends => "ends",
            Self::SignOffs => "sign-offs",
            Self::Dates => "dates",
            Self::Questions => "questions",
            Self::Upkeep => "upkeep",
            Self::Undone => "undone",
        }
    }
}
