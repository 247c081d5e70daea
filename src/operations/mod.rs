//! Running for years: figures for those who watch, orders of the operator, reloading, backups by the clock.
//!
//! ```text
//! rfrbot status|reload|backup ─► control (a socket in the store's folder) ─► Order ─► the loop in `service`
//! SIGHUP, `admin reload`      ─► reload (reads and checks the file, compares) ─► desk
//! scraper, probe              ─► watch (HTTP on loopback)  ─► figures (counted by the loop)
//! ```
//!
//! Nothing here decides about an RFR, and nothing here is needed for one to move.

pub mod backups;
pub mod connect;
pub mod control;
pub mod figures;
pub mod first_config;
pub mod paperwork;
pub mod reload;
pub mod systemd;
pub mod watch;

use tokio::sync::oneshot;

/// Something that the operator wants of the running bot.
#[derive(Debug)]
pub enum Order {
    /// Read the config anew; answered with what changed, or with why nothing did.
    Reload(oneshot::Sender<Result<String, String>>),
}
