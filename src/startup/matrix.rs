//! Matrix in a run, with the feature and without.

use super::StartupError;
#[cfg(feature = "matrix")]
use crate::chat::matrix;
use crate::config::Config;
#[cfg(feature = "matrix")]
use crate::config::MatrixNetwork;
use crate::delivery::Outbox;
use crate::people::Directory;
use crate::wire::{IncomingId, Report};
use std::collections::HashMap;
use tokio::sync::{mpsc, watch};

/// The Matrix side of a run, if configured. Otherwise nothing is opened and no thread is started.
pub(super) struct Matrix {
    #[cfg(feature = "matrix")]
    handle: Option<matrix::MatrixHandle>,
}

#[cfg(feature = "matrix")]
impl Matrix {
    pub(super) fn start(
        config: &Config,
        people: watch::Receiver<Directory>,
        wanted: watch::Receiver<Vec<String>>,
        reports: &mpsc::Sender<Report>,
    ) -> Result<Self, StartupError> {
        let alone = config.irc.is_empty();
        let start = |network: &MatrixNetwork| matrix::spawn(network.clone(), people, wanted, reports.clone(), alone);
        let handle = config.matrix.as_ref().map(start).transpose()?;
        Ok(Self { handle })
    }

    pub(super) fn connect(&self, outbox: &mut Outbox, handled: &mut HashMap<String, mpsc::Sender<IncomingId>>) {
        if let Some(handle) = &self.handle {
            outbox.connect(MatrixNetwork::NAME, handle.deliveries.clone());
            outbox.wait_for(MatrixNetwork::NAME);
            handled.insert(MatrixNetwork::NAME.to_owned(), handle.handled.clone());
        }
    }

    /// Waits until it gives up.
    pub(super) async fn gave_up(&mut self) -> StartupError {
        if let Some(handle) = &mut self.handle
            && let Ok(error) = (&mut handle.gave_up).await
        {
            return StartupError::Matrix(error);
        }
        std::future::pending().await
    }

    pub(super) async fn shutdown(self) {
        if let Some(handle) = self.handle {
            handle.shutdown().await;
        }
    }
}

#[cfg(not(feature = "matrix"))]
#[expect(
    clippy::unused_self,
    clippy::unused_async,
    reason = "the twin with Matrix needs them"
)]
impl Matrix {
    pub(super) fn start(
        _: &Config,
        _: watch::Receiver<Directory>,
        _: watch::Receiver<Vec<String>>,
        _: &mpsc::Sender<Report>,
    ) -> Result<Self, StartupError> {
        Ok(Self {})
    }

    pub(super) fn connect(&self, _: &mut Outbox, _: &mut HashMap<String, mpsc::Sender<IncomingId>>) {}

    pub(super) async fn gave_up(&mut self) -> StartupError {
        std::future::pending().await
    }

    pub(super) async fn shutdown(self) {}
}
