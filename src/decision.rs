//! What an order comes to, whichever room decides it. Why it must not be is a refusal of that room.

/// What something that somebody may order comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision<Event, Already> {
    /// These things happen.
    Events(Vec<Event>),
    /// It is so already: nothing happens, nothing is announced.
    Already(Already),
}
