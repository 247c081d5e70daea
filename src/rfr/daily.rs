//! Which changes count towards a daily limit.

/// What is counted by the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Daily {
    /// New RFRs.
    Requests,
    /// Questions.
    Questions,
    /// Notes and links.
    Notes,
    /// Changes of every kind.
    Changes,
}
