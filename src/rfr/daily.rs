//! What of all that people change is counted by the day.

use super::{Change, RfrEvent};

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

impl Daily {
    /// What a change counts as, if it is counted.
    pub fn of(change: &Change) -> Option<Self> {
        // A former name stays taken for a while, so that a renaming takes a name like a request.
        if let Change::Request { .. } | Change::Rename { .. } = change {
            return Some(Self::Requests);
        }
        if let Change::Ask { .. } = change {
            return Some(Self::Questions);
        }
        matches!(change, Change::Note { .. } | Change::Link { .. }).then_some(Self::Notes)
    }

    /// What a stored event counted as beside a change, if it did.
    pub fn of_event(event: &RfrEvent) -> Option<Self> {
        if let RfrEvent::Requested { .. } | RfrEvent::Renamed { .. } = event {
            return Some(Self::Requests);
        }
        if let RfrEvent::QuestionAsked { from_sop: false, .. } = event {
            return Some(Self::Questions);
        }
        matches!(event, RfrEvent::Noted { .. } | RfrEvent::Linked { .. }).then_some(Self::Notes)
    }
}
