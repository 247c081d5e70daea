//! The result of an order, whichever room decides it. Refusals are each room's own.

/// The result of something that somebody may order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision<Event, Already> {
    /// These things happen.
    Events(Vec<Event>),
    /// It is already so: nothing happens, nothing is announced.
    Already(Already),
}
