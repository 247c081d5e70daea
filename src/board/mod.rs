//! The page to look at: the board of all RFRs, a page for each, feeds and calendars.
//!
//! ```text
//! service ─► a desk that only looks (Looking) ─► model ─► pages, json, feeds, picture ─► routes ─► listener ─► a browser
//!                                                                                          └─► files (rfrbot board --out)
//! ```
//!
//! Read-only, without login, cookies and scripts. It runs in a thread of its own, and takes a new look only where somebody
//! asks for a page and something has changed: nothing is made for nobody, and no commit waits for a reader.

mod calendar;
mod drawn;
mod feeds;
mod files;
mod json;
mod layout;
mod listener;
mod model;
mod pages;
mod picture;
mod rfr_page;
mod routes;
mod shown;
mod words;

pub use files::{FilesError, Written, apart, write};
pub use listener::{Asks, BoardHandle, listen};
pub use model::{
    Board, BoardPhase, Card, Deployment, FeedEntry, Holder, PersonPage, PhaseOnWay, RfrPage, ShownChange,
    ShownDecision, ShownFreeze, ShownQuestion, ShownRow, ShownSignOff, When,
};

use crate::people::Account;
use chrono::{DateTime, Utc};

/// A desk that only looks. It says what is so at a moment; an error is the store's, in words for the operator.
pub trait Looking: Send {
    /// All that is under way.
    fn board(&self, now: DateTime<Utc>) -> Result<Board, String>;
    /// The RFR that has this name, or had it.
    fn rfr(&self, name: &str, now: DateTime<Utc>) -> Result<Option<RfrPage>, String>;
    /// A person, where anybody knows one of that account.
    fn person(&self, account: &Account, now: DateTime<Utc>) -> Result<Option<PersonPage>, String>;
    /// What happened lately, newest first.
    fn news(&self, now: DateTime<Utc>) -> Result<Vec<FeedEntry>, String>;
    /// The name of every RFR, also of those that ended.
    fn names(&self) -> Result<Vec<String>, String>;
    /// What commands begin with.
    fn prefix(&self) -> &str;
}

/// One of them, handed over.
pub type Look = Box<dyn Looking>;
