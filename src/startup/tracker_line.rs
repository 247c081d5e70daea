//! The tracker in a run, if the config has one. Otherwise none of it is started.

use super::StartupError;
use crate::config::Config;
use crate::delivery::Outbox;
use crate::operations::figures::Figures;
use crate::service::Core;
use crate::tracker;
use crate::wire::Report;
use chrono::{DateTime, Utc};
use tokio::sync::mpsc;

pub(super) struct TrackerLine {
    handle: Option<tracker::TrackerHandle>,
}

impl TrackerLine {
    /// `seen`: the newest change of a ticket that was taken in before.
    pub(super) async fn start(
        config: &Config,
        reports: &mpsc::Sender<Report>,
        seen: Option<DateTime<Utc>>,
    ) -> Result<Self, StartupError> {
        let Some(settings) = &config.tracker else {
            return Ok(Self { handle: None });
        };
        let started = tracker::spawn(settings.clone(), reports.clone(), seen).await;
        let handle = started.map_err(|source| StartupError::Webhook { source })?;
        Ok(Self { handle: Some(handle) })
    }

    pub(super) fn connect(&self, outbox: &mut Outbox) {
        if let Some(handle) = &self.handle {
            outbox.connect_tracker(handle.deliveries.clone());
        }
    }

    /// Makes the metrics have its lines, and reads the tickets of these numbers.
    pub(super) fn begin(&self, figures: &Figures, numbers: Vec<u64>) {
        if let Some(handle) = &self.handle {
            figures.has_tracker();
            // Its queue is empty yet.
            let _ = handle.numbers.try_send(numbers);
        }
    }

    /// What others tell of tickets makes them read.
    pub(super) fn take_hints(&self, core: &mut Core) {
        if let Some(handle) = &self.handle {
            core.hint_tracker_by(handle.numbers.clone());
        }
    }

    pub(super) async fn shutdown(self) {
        if let Some(handle) = self.handle {
            handle.shutdown().await;
        }
    }
}
