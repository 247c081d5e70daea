//! The tracker, Forgejo: keeps tickets up to date, and reports what happens in them.
//!
//! ```text
//! outbox ─► writing ─► forge ─► door ─► HTTP
//! clock, reading orders ─► reading ─► forge          ─► Report::Tracker
//! server ─► hook (signed)                            ─► Report::Tracker
//! ```
//!
//! Its tasks run beside the loop: a tracker that is down, slow or wrong costs what it is for, and nothing else. It decides
//! nothing about an RFR and composes no sentence for people in chat.

mod door;
mod forge;
mod hook;
mod reading;
mod trial;
mod writing;

pub use trial::rehearse;

use crate::adaptor::guard::kept_running;
use crate::config::Tracker;
use crate::wire::{Report, TRACKER_NETWORK, TicketDelivery, TrackerReport};
use chrono::{DateTime, Utc};
use forge::Forge;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// Capacity of the queue between the outbox and here.
const DELIVERIES: usize = 64;

/// How long a stop waits for what is being written.
const LONGEST_STOP: Duration = Duration::from_secs(4);

/// Handle to the running tasks.
pub struct TrackerHandle {
    /// Takes orders for tickets.
    pub deliveries: mpsc::Sender<TicketDelivery>,
    /// Takes numbers of tickets to be read soon.
    pub numbers: mpsc::Sender<Vec<u64>>,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl TrackerHandle {
    /// Ends them. What is being written has a moment to get through; the rest stays owed.
    pub async fn shutdown(self) {
        self.stop.send_replace(true);
        for mut task in self.tasks {
            if timeout(LONGEST_STOP, &mut task).await.is_err() {
                task.abort();
            }
        }
    }
}

/// Starts them; `seen` is the newest change that was taken in before. Fails only if the webhook's address cannot be
/// listened at.
pub async fn spawn(
    config: Tracker,
    reports: mpsc::Sender<Report>,
    seen: Option<DateTime<Utc>>,
) -> io::Result<TrackerHandle> {
    let (deliveries, orders) = mpsc::channel(DELIVERIES);
    let (numbers, wanted) = mpsc::channel(DELIVERIES);
    let (stop, stopped) = watch::channel(false);
    let teller = TrackerTeller { reports };
    let forge = Arc::new(Forge::new(config.clone()));
    let mut tasks = Vec::new();
    if let Some(webhook) = &config.webhook {
        tasks.push(hook::listen(webhook, forge.clone(), teller.clone(), stopped.clone()).await?);
    }
    let mut writer = writing::TicketWriter::new(config.clone(), forge.clone(), teller.clone());
    let (mut orders, mut told) = (orders, stopped.clone());
    let panicked = teller.clone();
    tasks.push(tokio::spawn(kept_running(
        async move || writer.run(&mut orders, &mut told).await,
        async move |why, pause| panicked.panicked(why, pause).await,
    )));
    let mut reader = reading::TicketReader::new(&config, forge, teller.clone(), seen);
    let (mut wanted, mut told) = (wanted, stopped);
    tasks.push(tokio::spawn(kept_running(
        async move || reader.run(&mut wanted, &mut told).await,
        async move |why, pause| teller.panicked(why, pause).await,
    )));
    Ok(TrackerHandle {
        deliveries,
        numbers,
        stop,
        tasks,
    })
}

/// Tells the loop.
#[derive(Clone)]
struct TrackerTeller {
    reports: mpsc::Sender<Report>,
}

impl TrackerTeller {
    async fn report(&self, report: Report) {
        // Without the loop the bot is ending.
        let _ = self.reports.send(report).await;
    }

    async fn tell(&self, report: TrackerReport) {
        self.report(Report::Tracker(Box::new(report))).await;
    }

    /// How a part is getting on.
    async fn state(&self, part: &'static str, trouble: Option<String>) {
        let at = Utc::now().timestamp();
        self.tell(TrackerReport::State { part, trouble, at }).await;
    }

    /// A task panicked, and starts again after the pause.
    async fn panicked(&self, why: String, pause: Duration) {
        tracing::error!(
            why,
            "the tracker's task panicked; it starts again in {pause:.1?}. Please report this"
        );
        let network = TRACKER_NETWORK.to_owned();
        self.report(Report::Panicked { network, why }).await;
    }
}
