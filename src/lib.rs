//! rfrbot keeps Fedora Infrastructure's Requests For Resources (RFRs) moving from idea to production.
//!
//! ARCHITECTURE.md shows the rooms, and what each may know.

// matrix-sdk's futures are nested more deeply than the default limit allows.
#![cfg_attr(feature = "matrix", recursion_limit = "256")]
// A new kind of event, change or order must be handled everywhere; tests may look only at what they are about.
#![cfg_attr(not(test), warn(clippy::wildcard_enum_match_arm))]

pub mod accounts;
pub mod adaptor;
pub mod board;
pub mod bus;
pub mod calendar;
pub mod chat;
pub mod command;
pub mod command_line;
pub mod config;
pub mod decision;
pub mod delivery;
pub mod desk;
pub mod logging;
pub mod mail;
pub mod operations;
pub mod people;
pub mod record;
pub mod reminder;
pub mod rfr;
pub mod service;
pub mod sop;
pub mod startup;
pub mod store;
pub mod text;
pub mod tracker;
mod trouble;
pub mod visible;
pub mod wire;
pub mod wording;
