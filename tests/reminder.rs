//! Reminders with a moving clock: over years, clock changes, downtime, restarts and wrong clocks.

mod reminder {
    pub(crate) mod clock;
    pub(crate) mod flips;
    pub(crate) mod kinds;
    pub(crate) mod koschei;
    pub(crate) mod limits;
    pub(crate) mod recurring;
    pub(crate) mod scene;
}
