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

use std::collections::VecDeque;
use std::io;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::task::AbortHandle;

/// Connections being served at one endpoint, with an upper bound.
struct Door {
    name: &'static str,
    at_once: usize,
    served: VecDeque<AbortHandle>,
}

impl Door {
    fn new(name: &'static str, at_once: usize) -> Self {
        let served = VecDeque::new();
        Self { name, at_once, served }
    }

    /// Serves one more connection. At the bound the oldest is dropped, so that silent clients cannot keep others out.
    async fn serve<S, F>(&mut self, accepted: io::Result<S>, serve: impl FnOnce(S) -> F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        match accepted {
            Ok(stream) => {
                self.served.retain(|task| !task.is_finished());
                if self.served.len() >= self.at_once
                    && let Some(oldest) = self.served.pop_front()
                {
                    oldest.abort();
                }
                self.served.push_back(tokio::spawn(serve(stream)).abort_handle());
            }
            Err(error) => {
                tracing::warn!(%error, "the {} cannot accept", self.name);
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
    }
}

/// A command of the operator to the running bot.
#[derive(Debug)]
pub enum Order {
    /// Reload the config; the answer says what changed, or why nothing did.
    Reload(oneshot::Sender<Result<String, String>>),
}
