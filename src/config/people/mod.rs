//! `[announce]`, `[people.ACCOUNT]` and `[groups]`: where things are said, and who is who.

mod check;
mod person;
mod places;
mod rows;

pub(super) use check::{Nobodys, groups, people};
pub(super) use person::describe;
pub use person::{ConfiguredPerson, ServicesAccount};
pub(super) use places::{Places, configured};
pub(super) use rows::{AnnounceRows, PersonRows};
