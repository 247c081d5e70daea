//! The message bus in a run, if the config has one. Otherwise none of it is started.

use crate::bus;
use crate::config::Config;
use crate::delivery::Outbox;
use crate::operations::figures::Figures;
use crate::wire::Report;
use tokio::sync::mpsc;

pub(super) struct BusLine {
    handle: Option<bus::BusHandle>,
}

impl BusLine {
    pub(super) fn start(config: &Config, reports: &mpsc::Sender<Report>) -> Self {
        let start = |settings| bus::spawn(settings, reports.clone());
        Self {
            handle: config.bus.as_ref().map(start),
        }
    }

    pub(super) fn connect(&self, outbox: &mut Outbox) {
        if let Some(handle) = &self.handle {
            outbox.connect_bus(handle.deliveries.clone());
        }
    }

    /// Makes the metrics have its lines.
    pub(super) fn tell(&self, figures: &Figures) {
        if self.handle.is_some() {
            figures.has_bus();
        }
    }

    pub(super) async fn shutdown(self) {
        if let Some(handle) = self.handle {
            handle.shutdown().await;
        }
    }
}
