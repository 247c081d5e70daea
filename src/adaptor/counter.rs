//! Connections at an endpoint of the bot's own, with an upper bound.

use std::collections::VecDeque;
use std::io;
use std::time::Duration;
use tokio::task::AbortHandle;

/// Connections being served at one endpoint, with an upper bound.
pub(crate) struct Counter {
    name: &'static str,
    at_once: usize,
    served: VecDeque<AbortHandle>,
}

impl Counter {
    pub(crate) fn new(name: &'static str, at_once: usize) -> Self {
        let served = VecDeque::new();
        Self { name, at_once, served }
    }

    /// Serves one more connection. At the bound the oldest is dropped, so that silent clients cannot keep others out.
    pub(crate) async fn serve<S, F>(&mut self, accepted: io::Result<S>, serve: impl FnOnce(S) -> F)
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
