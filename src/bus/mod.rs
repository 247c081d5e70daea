//! The message bus, Fedora Messaging: publishes what happens to RFRs and freezes.
//!
//! ```text
//! outbox ─► publishing ─► schema ─► link ─► AMQP
//! ```
//!
//! Its task runs beside the loop: a broker that is down, slow or wrong costs what it is for, and nothing else. It decides
//! nothing about an RFR and composes no sentence for people in chat.

mod link;
mod publishing;
mod schema;
mod trial;

pub use trial::rehearse;

use crate::adaptor::backoff::{Backoff, Wait, chance};
use crate::adaptor::guard::caught;
use crate::config::Bus;
use crate::wire::{BUS_NETWORK, BusDelivery, BusReport, Report};
use chrono::Utc;
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::{Instant, timeout};

/// Capacity of the queue between the outbox and here.
const DELIVERIES: usize = 64;

/// Pauses before a task starts again after a panic.
const PANIC_WAIT: (Duration, Duration) = (Duration::from_secs(5), Duration::from_secs(10 * 60));

/// How long a stop waits for what is being published.
const LONGEST_STOP: Duration = Duration::from_secs(4);

/// Handle to the running task.
pub struct BusHandle {
    /// Takes messages.
    pub deliveries: mpsc::Sender<BusDelivery>,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl BusHandle {
    /// Ends it. What is being published has a moment to get through; the rest stays owed.
    pub async fn shutdown(mut self) {
        self.stop.send_replace(true);
        if timeout(LONGEST_STOP, &mut self.task).await.is_err() {
            self.task.abort();
        }
    }
}

/// Starts it.
pub fn spawn(config: &Bus, reports: mpsc::Sender<Report>) -> BusHandle {
    let (deliveries, mut orders) = mpsc::channel(DELIVERIES);
    let (stop, mut stopped) = watch::channel(false);
    let teller = Teller { reports };
    let mut publisher = publishing::BusPublisher::new(config.clone(), teller.clone());
    let task = tokio::spawn(async move {
        let mut restarts = Backoff::new(PANIC_WAIT);
        loop {
            let since = Instant::now();
            let Err(why) = Box::pin(caught(publisher.run(&mut orders, &mut stopped))).await else {
                return;
            };
            let pause = restarts.next(Wait::Usual, Some(since), Instant::now(), chance());
            teller.panicked(why, pause).await;
        }
    });
    BusHandle { deliveries, stop, task }
}

/// Tells the loop.
#[derive(Clone)]
struct Teller {
    reports: mpsc::Sender<Report>,
}

impl Teller {
    async fn report(&self, report: Report) {
        // Without the loop the bot is ending.
        let _ = self.reports.send(report).await;
    }

    async fn tell(&self, report: BusReport) {
        self.report(Report::Bus(Box::new(report))).await;
    }

    /// How a part is getting on.
    async fn state(&self, part: &'static str, trouble: Option<String>) {
        let at = Utc::now().timestamp();
        self.tell(BusReport::State { part, trouble, at }).await;
    }

    /// A task panicked; returns after the pause.
    async fn panicked(&self, why: String, pause: Duration) {
        tracing::error!(
            why,
            "the task of the bus panicked; it starts again in {pause:.1?}. Please report this"
        );
        let network = BUS_NETWORK.to_owned();
        self.report(Report::Panicked { network, why }).await;
        tokio::time::sleep(pause).await;
    }
}
