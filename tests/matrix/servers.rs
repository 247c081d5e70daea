//! What tests of all networks share: processes that end with their owner, and free ports.

#[path = "../irc/servers/certificates.rs"]
#[expect(dead_code, reason = "the servers of IRC need all of it")]
pub(crate) mod certificates;
#[path = "../irc/servers/ports.rs"]
pub(crate) mod ports;

pub(crate) use crate::running::{holds_in_time, process};

use std::time::Duration;

/// How long a client may be silent before a test fails: generous, because it only ends tests that are lost.
pub(crate) const DEADLINE: Duration = Duration::from_secs(90);
