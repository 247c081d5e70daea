//! The IRC adaptor against a scripted server on a real socket.
//!
//! Well-behaved servers are real ones, in `tests/irc`. Here the configured pauses are milliseconds; nothing sleeps to
//! wait, and every expectation has a generous deadline.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod crowds;
mod links;
mod places;
mod server;
