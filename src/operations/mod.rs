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
pub mod sop;
pub mod systemd;
pub mod watch;

use std::collections::VecDeque;
use std::io;
use std::time::Duration;
use tokio::sync::oneshot;
use tokio::task::AbortHandle;

/// Those who are served at a door of this name, so many at once.
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

    /// Serves one more. Who says nothing must not keep the others out: whoever has had the most time goes.
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

/// Something that the operator wants of the running bot.
#[derive(Debug)]
pub enum Order {
    /// Read the config anew; answered with what changed, or with why nothing did.
    Reload(oneshot::Sender<Result<String, String>>),
}
