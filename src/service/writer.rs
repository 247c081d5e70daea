//! The writing thread: the disk may be slow, and the networks must not wait for it.
//!
//! What is in the journal is acknowledged at once. The database follows when the thread has been idle for a moment, or
//! when too much has accumulated: one transaction for many changes, while nobody waits.

use crate::record::{Commit, DeliveryMark};
use crate::store::{Journal, StoreError};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};
use thiserror::Error;
use tokio::sync::oneshot;

/// The writing thread ended, or the store can no longer be read: the bot must stop.
#[derive(Debug, Error)]
#[error("the store cannot be used any more: {0}")]
pub struct StoreGone(pub String);

/// Idle time after which the database follows the journal.
const IDLE: Duration = Duration::from_millis(50);

/// Idle time after which the database is flushed; then the thread sleeps until there is work again.
const REST: Duration = Duration::from_secs(1);

/// Longest time between two flushes under constant work.
const LONGEST_UNWRITTEN: Duration = Duration::from_secs(10);

/// Number of records that makes the database follow without waiting for idle time.
const MOST_BEHIND: usize = 512;

type Acknowledgement = oneshot::Sender<Result<(), StoreError>>;

enum WriterJob {
    Commit(Vec<Commit>, Acknowledgement),
    Mark(Vec<DeliveryMark>),
}

/// Handle to the writing thread. Dropping it ends the thread after the work it has, and closes the store.
pub struct Writer {
    jobs: Option<mpsc::Sender<WriterJob>>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread, which owns the journal from now on.
    pub fn start(mut journal: Journal) -> std::io::Result<Self> {
        let (jobs, todo) = mpsc::channel();
        let thread = std::thread::Builder::new().name("store".to_owned()).spawn(move || {
            let mut unwritten = None;
            while let Some(job) = next(&todo, &journal, &mut unwritten) {
                unwritten.get_or_insert_with(Instant::now);
                match job {
                    // The receiver is gone only if the loop has ended; then nobody needs the answer.
                    WriterJob::Commit(commits, answer) => drop(answer.send(journal.commit(&commits))),
                    WriterJob::Mark(marks) => {
                        if let Err(error) = journal.mark(&marks) {
                            tracing::warn!(%error, "a mark was not written: after a restart a message may be said again");
                        }
                    }
                }
            }
            settle(&journal);
        })?;
        Ok(Self {
            jobs: Some(jobs),
            thread: Some(thread),
        })
    }

    /// Commits, and waits for the sync.
    pub async fn commit(&self, commits: Vec<Commit>) -> Result<Result<(), StoreError>, StoreGone> {
        let (answer, written) = oneshot::channel();
        self.give(WriterJob::Commit(commits, answer))?;
        written.await.map_err(|_| gone())
    }

    /// Records delivery progress without waiting: if that fails, something may be said again after a restart.
    pub fn mark(&self, marks: Vec<DeliveryMark>) -> Result<(), StoreGone> {
        self.give(WriterJob::Mark(marks))
    }

    fn give(&self, job: WriterJob) -> Result<(), StoreGone> {
        let jobs = self.jobs.as_ref().ok_or_else(gone)?;
        jobs.send(job).map_err(|_| gone())
    }
}

fn gone() -> StoreGone {
    StoreGone("the writing thread has ended".to_owned())
}

/// The next job, after updating and flushing the database if due; `None` when there are no more jobs. `unwritten` is
/// the time since which something needs flushing.
fn next(todo: &mpsc::Receiver<WriterJob>, journal: &Journal, unwritten: &mut Option<Instant>) -> Option<WriterJob> {
    if journal.behind() >= MOST_BEHIND {
        settle(journal);
    }
    if journal.behind() > 0 {
        match todo.recv_timeout(IDLE) {
            Ok(job) => return Some(job),
            Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => settle(journal),
        }
    }
    if let Some(since) = *unwritten {
        let wait = REST.min(LONGEST_UNWRITTEN.saturating_sub(since.elapsed()));
        match todo.recv_timeout(wait) {
            Ok(job) => return Some(job),
            Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => {}
        }
        journal.write_out();
        *unwritten = None;
    }
    todo.recv().ok()
}

fn settle(journal: &Journal) {
    // Then the journal refuses the next commit, and the bot stops: what was acknowledged is in the journal.
    if let Err(error) = journal.settle() {
        tracing::error!(%error, "the database does not follow the journal");
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            // A panic there was already reported as StoreGone.
            let _ = thread.join();
        }
    }
}
