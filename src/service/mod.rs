//! The loop: reports in, commits to disk, deliveries out.
//!
//! Reports that wait are taken together, so that their commits share one sync; nothing of a batch is said
//! before that sync. [`Core`] is the loop's body without time and threads, which conversation tests drive too.

mod archive;
mod calendars;
mod operating;
mod writer;

pub use calendars::{read_calendar, take_calendars};
pub use operating::{NewConfig, Reread};
pub use writer::{StoreGone, Writer};

use crate::chat::{Delivery, Incoming, IncomingId, OutboxKey, Outgoing, Report, console};
use crate::delivery::Outbox;
use crate::desk::{ArchiveError, Desk, Handled};
use crate::operations::{Order, systemd};
use crate::rfr::RfrId;
use crate::store::{Commit, Database, DeliveryMark, Effect};
use chrono::{DateTime, Utc};
use operating::Operation;
use std::collections::HashMap;
use std::time::{Duration, Instant};
use tokio::sync::{mpsc, watch};
use tokio::time::timeout;

/// How many reports share one sync at most.
const LARGEST_BATCH: usize = 128;

/// How long a stop waits for what is under way to be confirmed; the rest stays owed.
const LONGEST_FLUSH: Duration = Duration::from_secs(4);

/// The desk and the outbox.
pub struct Core {
    desk: Desk<Database>,
    outbox: Outbox,
    operation: Operation,
}

/// What a batch of reports came to, before anything is on disk.
#[derive(Default)]
pub struct Batch {
    /// With the message that caused it; `None` where nobody spoke.
    handled: Vec<(Option<Incoming>, Handled)>,
    /// Marks of what was delivered.
    pub marks: Vec<DeliveryMark>,
}

impl Batch {
    /// Keeps what a message came to, unless it came to nothing.
    fn push(&mut self, incoming: Incoming, handled: Handled) {
        let answered = handled.commit.is_some() || !handled.replies.is_empty();
        // The console waits for its lines to be handled, even those that get silence.
        if answered || incoming.place.network == console::NETWORK {
            self.handled.push((Some(incoming), handled));
        }
    }

    /// Keeps what came of something that nobody said: a clock that struck, a mail, a calendar.
    pub fn push_unasked(&mut self, handled: Handled) {
        if handled.commit.is_some() {
            self.handled.push((None, handled));
        }
    }

    /// Keeps what the bot says about itself.
    fn push_trouble(&mut self, said: Option<Outgoing>) {
        self.handled.extend(said.map(|outgoing| {
            let replies = vec![outgoing];
            (None, Handled { commit: None, replies })
        }));
    }

    /// What must be on disk before anything of the batch is said.
    pub fn commits(&self) -> Vec<Commit> {
        self.handled
            .iter()
            .filter_map(|(_, handled)| handled.commit.clone())
            .collect()
    }

    /// For each line of the console, in order: what it causes there.
    fn console_lines(&self) -> Vec<console::Handled> {
        let on_console = |outgoing: &Outgoing| outgoing.place.network == console::NETWORK;
        let lines = self.handled.iter().filter(|(incoming, _)| {
            incoming
                .as_ref()
                .is_some_and(|incoming| incoming.place.network == console::NETWORK)
        });
        lines
            .map(|(_, handled)| {
                let mut line = console::Handled {
                    kept: Vec::new(),
                    answers: handled.replies.iter().filter(|outgoing| on_console(outgoing)).count(),
                };
                if let Some(commit) = &handled.commit {
                    for (effect, index) in commit.effects.iter().zip(0..) {
                        let Effect::Say(outgoing) = effect;
                        if on_console(outgoing) {
                            let seq = commit.origin.seq;
                            line.kept.push(OutboxKey { seq, index });
                        }
                    }
                }
                line
            })
            .collect()
    }
}

impl Core {
    /// Goes on with what was owed when the store was closed. Returns marks of what is given up at once.
    pub fn new(desk: Desk<Database>, mut outbox: Outbox, owed: Vec<Delivery>) -> (Self, Vec<DeliveryMark>) {
        let operation = Operation::default();
        operation.owed(&owed);
        let marks = outbox.take(owed);
        (
            Self {
                desk,
                outbox,
                operation,
            },
            marks,
        )
    }

    /// Handles reports in their order.
    pub fn prepare(&mut self, reports: impl IntoIterator<Item = Report>, now: DateTime<Utc>) -> Batch {
        let mut batch = Batch::default();
        self.operation.now = now;
        for report in reports {
            match report {
                Report::Heard(incoming) => {
                    let handled = self.desk.hear(&incoming, now);
                    batch.push(incoming, handled);
                }
                Report::Noticed(incoming, notice) => {
                    let handled = self.desk.notice(&incoming, &notice, now);
                    batch.push(incoming, handled);
                }
                Report::ThreadIsAbout { place, rfr } => self.desk.thread_is_about(place, RfrId(rfr)),
                Report::Up { network } => {
                    tracing::info!(network, "up");
                    self.operation.figures.up(&network);
                    self.outbox.up(&network);
                }
                Report::Down { network, why } => {
                    // The adaptor has told the operator, once for each reason.
                    tracing::debug!(network, why, "down");
                    self.operation.figures.down(&network);
                    self.outbox.down(&network);
                    self.desk.out_of_sight(&network);
                }
                Report::Panicked { network, .. } => batch.push_trouble(self.panicked(&network)),
                Report::Around { network, account, here } => self.desk.is_around(network, account, here),
                Report::Delivered { key, lines, complete } => {
                    batch.marks.extend(self.outbox.delivered(key, lines, complete));
                }
                Report::Undeliverable { key, why } => batch.marks.extend(self.outbox.undeliverable(key, why)),
            }
        }
        batch
    }

    /// The batch is on disk: now it is said. Returns marks of what is given up at once.
    pub fn speak(&mut self, batch: Batch) -> Vec<DeliveryMark> {
        self.desk.committed();
        let mut said = self.written_again(&batch);
        said.extend(batch.handled.into_iter().flat_map(|(_, handled)| deliveries(handled)));
        self.hand_over(said)
    }

    /// The disk did not take the batch: none of it happened, and whoever was to be answered is told.
    pub fn excuse(&mut self, batch: Batch, why: &str) -> Result<Vec<DeliveryMark>, ArchiveError> {
        self.desk.not_committed()?;
        let error = ArchiveError(why.to_owned());
        let mut excuses = Vec::new();
        for (incoming, handled) in batch.handled {
            let Some(incoming) = incoming else { continue };
            if handled.commit.is_none() {
                // It only looked, though perhaps at what is gone now: it looks again.
                let again = self.desk.hear(&incoming, self.operation.now);
                if again.commit.is_none() {
                    excuses.extend(deliveries(again));
                    continue;
                }
                self.desk.not_committed()?;
            }
            if self.operation.first_failure(&incoming.place) {
                excuses.extend(deliveries(self.desk.out_of_order(&incoming, &error)));
            }
        }
        Ok(self.hand_over(excuses))
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

/// Where the loop's inputs come from, and whom it tells that they are handled.
pub struct Wires {
    /// Everything that the adaptors report.
    pub reports: mpsc::Receiver<Report>,
    /// Turns true when it is time to stop.
    pub stop: watch::Receiver<bool>,
    /// The console, where there is one: it waits until each of its lines is handled.
    pub console: Option<mpsc::Sender<console::Handled>>,
    /// Networks, by name, that want to know which messages are handled, to begin behind them after a restart.
    pub handled: HashMap<String, mpsc::Sender<IncomingId>>,
    /// What the operator wants.
    pub orders: mpsc::Receiver<Order>,
}

impl Wires {
    /// The ids of those messages of a batch whose network wants to know that they are handled.
    fn ids(&self, batch: &[Report]) -> Vec<IncomingId> {
        let ids = batch.iter().filter_map(|report| match report {
            Report::Heard(incoming) | Report::Noticed(incoming, _) => incoming.id.as_ref(),
            Report::ThreadIsAbout { .. }
            | Report::Panicked { .. }
            | Report::Around { .. }
            | Report::Up { .. }
            | Report::Down { .. }
            | Report::Delivered { .. }
            | Report::Undeliverable { .. } => None,
        });
        ids.filter(|id| self.handled.contains_key(&id.network))
            .cloned()
            .collect()
    }

    /// These messages are handled, and what they caused is on disk.
    fn confirm(&self, ids: Vec<IncomingId>) {
        for id in ids {
            if let Some(network) = self.handled.get(&id.network) {
                // One that is lost here is handled again after a restart, and recognised by its id.
                let _ = network.try_send(id);
            }
        }
    }
}

/// Runs until every sender of reports is gone or it is time to stop.
pub async fn run(mut core: Core, writer: Writer, mut wires: Wires) -> Result<(), StoreGone> {
    let mut beat = tokio::time::interval(systemd::beat());
    loop {
        let first = tokio::select! {
            biased;
            () = stopped(&mut wires.stop) => return flush(core, writer, wires.reports).await,
            report = wires.reports.recv() => match report {
                Some(report) => report,
                None => return Ok(()),
            },
            Some(Order::Reload(answer)) = wires.orders.recv() => {
                // Whoever asked may be gone.
                let _ = answer.send(core.reload());
                continue;
            }
            _ = beat.tick() => {
                core.beat();
                continue;
            }
        };
        let began = Instant::now();
        let mut waiting = vec![first];
        while waiting.len() < LARGEST_BATCH
            && let Ok(report) = wires.reports.try_recv()
        {
            waiting.push(report);
        }
        let ids = wires.ids(&waiting);
        let batch = core.prepare(waiting, Utc::now());
        let handled = batch.console_lines();
        let commands = core.count(&batch);
        step(&mut core, &writer, batch).await?;
        core.answered(commands, began.elapsed());
        for marks in core.carry_out_reloads() {
            if let Err(error) = writer.mark(marks).await? {
                tracing::warn!(%error, "a mark was not written");
            }
        }
        wires.confirm(ids);
        if let Some(console) = &wires.console {
            for line in handled {
                // A console that has left waits for nothing.
                let _ = console.send(line).await;
            }
        }
    }
}

/// Waits for the order to stop.
pub async fn stopped(stop: &mut watch::Receiver<bool>) {
    if stop.wait_for(|stop| *stop).await.is_err() {
        // Nobody is left who could give the order.
        std::future::pending::<()>().await;
    }
}

/// Hears nothing new, but notes for a moment what the networks still confirm, so that it is not said again.
async fn flush(mut core: Core, writer: Writer, mut reports: mpsc::Receiver<Report>) -> Result<(), StoreGone> {
    let confirmed = async {
        while core.owed() > 0
            && let Some(report) = reports.recv().await
        {
            if let Report::Heard(_) | Report::Noticed(..) = report {
                continue;
            }
            let batch = core.prepare([report], Utc::now());
            step(&mut core, &writer, batch).await?;
        }
        Ok(())
    };
    // What is not confirmed by then stays owed, and is said after the next start.
    timeout(LONGEST_FLUSH, confirmed).await.unwrap_or(Ok(()))
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
            if error.needs_restart() {
                return Err(StoreGone(error.to_string()));
            }
            excused.map_err(|error| StoreGone(error.to_string()))?
        }
    };
    marks.extend(given_up);
    core.settled(&marks);
    if !marks.is_empty()
        && let Err(error) = writer.mark(marks).await?
    {
        tracing::warn!(%error, "a mark was not written: after a restart a message may be said again");
    }
    Ok(())
}
