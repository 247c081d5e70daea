//! Real IRC servers, services and people for tests: everything on loopback, on ports of its own, with
//! configuration and data in a temporary folder that vanishes, and every process ended by its id.
//!
//! ```ignore
//! let irc = InspIrcd::start(Profile::Lenient);
//! irc.register_account("alice", "wonderland");
//! let mut alice = irc.person("alice").sasl_plain("alice", "wonderland").connect();
//! let mut bob = irc.person("bob").caps(&["account-tag"]).connect();
//! alice.join("#fedora-admin");
//! bob.join("#fedora-admin");
//! alice.say("#fedora-admin", "hello");
//! let line = bob.expect("alice's hello", |line| line.is_message_from("alice") && line.text() == "hello");
//! assert_eq!(line.tag("account"), Some("alice"));
//! ```

pub(crate) mod certificates;
pub(crate) mod client;
pub(crate) mod inspircd;
pub(crate) mod leaf;
pub(crate) mod line;
pub(crate) mod ngircd;
pub(crate) mod ports;
pub(crate) mod proxy;

pub(crate) use crate::running::{holds_in_time, process};

use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a server may be silent before a test fails: generous, because it only ends tests that are lost.
pub(crate) const DEADLINE: Duration = Duration::from_secs(100);

/// Finds a program where system servers live, also for users whose PATH lacks the sbin folders.
pub(crate) fn installed(name: &str) -> PathBuf {
    ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"]
        .iter()
        .map(|folder| Path::new(folder).join(name))
        .find(|path| path.exists())
        .unwrap_or_else(|| panic!("{name} is not installed; `tests/run irc` installs it"))
}
