//! Long-term operation: metrics, the operator's commands, reloading, scheduled backups.
//!
//! ```text
//! rfrbot status|reload|backup ─► control (a socket in the store's folder) ─► Order ─► the loop in `service`
//! SIGHUP, `admin reload`      ─► reload (reads and checks the file, compares) ─► desk
//! scraper, probe              ─► watch (HTTP on loopback)  ─► figures (counted by the loop)
//! ```
//!
//! Nothing here decides about an RFR, and no RFR needs anything here to proceed.

pub mod backups;
pub mod connect;
pub mod control;
pub mod figures;
pub mod first_config;
pub mod paperwork;
pub mod reload;
pub mod sop;
pub mod systemd;
pub mod watch;

use tokio::sync::oneshot;

/// A command of the operator to the running bot.
#[derive(Debug)]
pub enum OperatorOrder {
    /// Reload the config; the answer says what changed, or why nothing did.
    Reload(oneshot::Sender<Result<String, String>>),
}
