//! The loop: reports in, commits to disk, deliveries out.
//!
//! Reports that wait are taken together, so that their commits share one sync; nothing of a batch is said
//! before that sync. [`Core`] is the loop's body without time and threads, which conversation tests drive too.

mod archive;
mod writer;

pub use writer::{StoreGone, Writer};

use crate::chat::{Delivery, Incoming, OutboxKey, Report};
use crate::delivery::Outbox;
use crate::desk::{ArchiveError, Desk, Handled};
use crate::store::{Commit, Database, DeliveryMark, Effect};
use chrono::{DateTime, Utc};
use tokio::sync::{mpsc, watch};

/// How many reports share one sync at most.
const LARGEST_BATCH: usize = 128;

/// The desk and the outbox.
pub struct Core {
    desk: Desk<Database>,
    outbox: Outbox,
}

/// What a batch of reports came to, before anything is on disk.
#[derive(Default)]
pub struct Batch {
    handled: Vec<(Incoming, Handled)>,
    /// Marks of what was delivered.
    pub marks: Vec<DeliveryMark>,
}

impl Batch {
    /// What must be on disk before anything of the batch is said.
    pub fn commits(&self) -> Vec<Commit> {
        self.handled
            .iter()
            .filter_map(|(_, handled)| handled.commit.clone())
            .collect()
    }
}

impl Core {
    /// Goes on with what was owed when the store was closed. Returns marks of what is given up at once.
    pub fn new(desk: Desk<Database>, mut outbox: Outbox, owed: Vec<Delivery>) -> (Self, Vec<DeliveryMark>) {
        let marks = outbox.take(owed);
        (Self { desk, outbox }, marks)
    }

    /// Handles reports in their order.
    pub fn prepare(&mut self, reports: impl IntoIterator<Item = Report>, now: DateTime<Utc>) -> Batch {
        let mut batch = Batch::default();
        for report in reports {
            match report {
                Report::Heard(incoming) => {
                    let handled = self.desk.hear(&incoming, now);
                    batch.handled.push((incoming, handled));
                }
                Report::Up { network } => {
                    tracing::info!(network, "up");
                    self.outbox.up(&network);
                }
                Report::Down { network, why } => {
                    tracing::warn!(network, why, "down");
                    self.outbox.down(&network);
                }
                Report::Delivered { key, lines, complete } => {
                    batch.marks.extend(self.outbox.delivered(key, lines, complete))
                }
                Report::Undeliverable { key, why } => batch.marks.extend(self.outbox.undeliverable(key, why)),
            }
        }
        batch
    }

    /// The batch is on disk: now it is said. Returns marks of what is given up at once.
    pub fn speak(&mut self, batch: Batch) -> Vec<DeliveryMark> {
        self.desk.committed();
        self.outbox.take(
            batch
                .handled
                .into_iter()
                .flat_map(|(_, handled)| deliveries(handled))
                .collect(),
        )
    }

    /// The disk did not take the batch: none of it happened, and whoever was to be answered is told.
    pub fn excuse(&mut self, batch: Batch, why: &str) -> Result<Vec<DeliveryMark>, ArchiveError> {
        self.desk.not_committed()?;
        let error = ArchiveError(why.to_owned());
        let mut excuses = Vec::new();
        for (incoming, handled) in batch.handled {
            if handled.commit.is_some() || !handled.replies.is_empty() {
                excuses.extend(deliveries(self.desk.out_of_order(&incoming, &error)));
            }
        }
        Ok(self.outbox.take(excuses))
    }

    /// The desk.
    pub fn desk(&self) -> &Desk<Database> {
        &self.desk
    }

    /// The desk, to change who is known.
    pub fn desk_mut(&mut self) -> &mut Desk<Database> {
        &mut self.desk
    }

    /// How many deliveries are owed.
    pub fn owed(&self) -> usize {
        self.outbox.depth()
    }
}

/// What is said because of one message: kept effects with their keys, then answers that are not kept.
fn deliveries(handled: Handled) -> Vec<Delivery> {
    let kept = handled.commit.into_iter().flat_map(|commit| {
        let seq = commit.origin.seq;
        commit.effects.into_iter().zip(0..).map(move |(effect, index)| {
            let Effect::Say(outgoing) = effect;
            Delivery {
                key: Some(OutboxKey { seq, index }),
                lines_done: 0,
                outgoing,
            }
        })
    });
    let passing = handled.replies.into_iter().map(|outgoing| Delivery {
        key: None,
        lines_done: 0,
        outgoing,
    });
    kept.chain(passing).collect()
}

/// Runs until every sender of reports is gone or `stop` turns true.
pub async fn run(
    mut core: Core,
    writer: Writer,
    mut reports: mpsc::Receiver<Report>,
    mut stop: watch::Receiver<bool>,
) -> Result<(), StoreGone> {
    loop {
        let first = tokio::select! {
            biased;
            () = stopped(&mut stop) => return Ok(()),
            report = reports.recv() => match report {
                Some(report) => report,
                None => return Ok(()),
            },
        };
        let mut waiting = vec![first];
        while waiting.len() < LARGEST_BATCH
            && let Ok(report) = reports.try_recv()
        {
            waiting.push(report);
        }
        let batch = core.prepare(waiting, Utc::now());
        step(&mut core, &writer, batch).await?;
    }
}

/// Waits for the order to stop.
pub async fn stopped(stop: &mut watch::Receiver<bool>) {
    // A sender that is gone can order nothing more; whoever held it is stopping too.
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Brings one batch to disk and then to the networks.
async fn step(core: &mut Core, writer: &Writer, mut batch: Batch) -> Result<(), StoreGone> {
    let commits = batch.commits();
    let mut marks = std::mem::take(&mut batch.marks);
    let stored = if commits.is_empty() {
        Ok(())
    } else {
        writer.commit(commits).await?
    };
    let given_up = match stored {
        Ok(()) => core.speak(batch),
        Err(error) => {
            let excused = core.excuse(batch, &error.to_string());
            excused.map_err(|error| StoreGone(error.to_string()))?
        }
    };
    marks.extend(given_up);
    if !marks.is_empty()
        && let Err(error) = writer.mark(marks).await?
    {
        tracing::warn!(%error, "a mark was not written: after a restart a message may be said again");
    }
    Ok(())
}
