//! Certificates of a private authority: the same as for the tests of IRC.

#[path = "../irc/servers/certificates.rs"]
#[expect(dead_code, reason = "the tests of IRC need all of it")]
mod shared;

pub(crate) use shared::Certificates;
