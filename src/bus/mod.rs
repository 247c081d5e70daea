//! The message bus, Fedora Messaging: publishes what happens to RFRs and freezes, and hears what others say.
//!
//! ```text
//! outbox ─► publishing ─► schema ─► link ─► AMQP
//! AMQP ─► link ─► hearing                         ─► Report::Bus
//! ```
//!
//! Its task runs beside the loop: a broker that is down, slow or wrong costs what it is for, and nothing else. It decides
//! nothing about an RFR and composes no sentence for people in chat.

mod hearing;
mod link;
mod publishing;
mod schema;
mod trial;

pub use trial::rehearse;

use crate::adaptor::guard::kept_running;
use crate::config::Bus;
use crate::wire::{BUS_NETWORK, BusDelivery, BusReport, Report};
use chrono::Utc;
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// Capacity of the queue between the outbox and here.
const DELIVERIES: usize = 64;

/// How long a stop waits for what is being published.
const LONGEST_STOP: Duration = Duration::from_secs(4);

/// What `rfrbot status` says of a task that panicked, until it works again.
const PANICKED: &str =
    "its task ended by a mistake in my own program, and starts again; please report what the log says";

/// Handle to the running tasks.
pub struct BusHandle {
    /// Takes messages.
    pub deliveries: mpsc::Sender<BusDelivery>,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl BusHandle {
    /// Ends them. What is being published has a moment to get through; the rest stays owed.
    pub async fn shutdown(self) {
        self.stop.send_replace(true);
        for mut task in self.tasks {
            if timeout(LONGEST_STOP, &mut task).await.is_err() {
                task.abort();
            }
        }
    }
}

/// Starts them.
pub fn spawn(config: &Bus, reports: mpsc::Sender<Report>) -> BusHandle {
    let (deliveries, mut orders) = mpsc::channel(DELIVERIES);
    let (stop, mut stopped) = watch::channel(false);
    let teller = BusTeller { reports };
    let mut tasks = Vec::new();
    if let Some(queue) = config.queue.clone() {
        let mut listener = hearing::BusListener::new(config.clone(), queue, teller.clone());
        let (mut told, teller) = (stopped.clone(), teller.clone());
        tasks.push(tokio::spawn(kept_running(
            async move || listener.run(&mut told).await,
            async move |why, pause| teller.panicked("queue", why, pause).await,
        )));
    }
    let mut publisher = publishing::BusPublisher::new(config.clone(), teller.clone());
    tasks.push(tokio::spawn(kept_running(
        async move || publisher.run(&mut orders, &mut stopped).await,
        async move |why, pause| teller.panicked("broker", why, pause).await,
    )));
    BusHandle {
        deliveries,
        stop,
        tasks,
    }
}

/// Tells the loop.
#[derive(Clone)]
struct BusTeller {
    reports: mpsc::Sender<Report>,
}

impl BusTeller {
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

    /// The task of a part panicked, and starts again after the pause.
    async fn panicked(&self, part: &'static str, why: String, pause: Duration) {
        tracing::error!(
            why,
            "the task of the bus panicked; it starts again in {pause:.1?}. Please report this"
        );
        self.state(part, Some(PANICKED.to_owned())).await;
        let network = BUS_NETWORK.to_owned();
        self.report(Report::Panicked { network, why }).await;
    }
}
