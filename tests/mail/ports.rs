//! Free ports on loopback: the same as for the tests of IRC.

#[path = "../irc/servers/ports.rs"]
mod shared;

pub(crate) use shared::{free_port, loopback};
