//! `[tracker]`: the tickets of RFRs, read and written.

mod check;
mod forge;
mod rows;

pub(super) use check::section;
pub use forge::{Comments, Tracker, Webhook};
pub(super) use rows::TrackerRows;
