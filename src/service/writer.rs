//! The thread that writes: the disk may be slow, and the networks must not wait for it.
//!
//! What is in the journal is acknowledged at once. The database follows when the thread has had nothing to do for a
//! moment, or when too much has gathered: one transaction for many changes, outside of everybody's waiting.

use crate::record::{Commit, DeliveryMark};
use crate::store::{Journal, StoreError};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::time::{Duration, Instant};
use thiserror::Error;
use tokio::sync::oneshot;

/// The writing thread ended, or the store cannot be read any more: the bot must stop.
#[derive(Debug, Error)]
#[error("the store cannot be used any more: {0}")]
pub struct StoreGone(pub String);

/// After so long without work the database follows the journal.
const IDLE: Duration = Duration::from_millis(50);

/// After so long without work the database is written out, and then the thread sleeps until there is work again.
const REST: Duration = Duration::from_secs(1);

/// Where there is always work, it is written out so often.
const LONGEST_UNWRITTEN: Duration = Duration::from_secs(10);

/// When so many records have gathered, it follows without waiting for that.
const MOST_BEHIND: usize = 512;

type Answer = oneshot::Sender<Result<(), StoreError>>;

enum Job {
    Commit(Vec<Commit>, Answer),
    Mark(Vec<DeliveryMark>),
}

/// The way to the writing thread. Dropping it ends the thread after what it was given, and closes the store.
pub struct Writer {
    jobs: Option<mpsc::Sender<Job>>,
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
                    // Nobody waits for the answer only where the loop has ended; then it is of no use.
                    Job::Commit(commits, answer) => drop(answer.send(journal.commit(&commits))),
                    Job::Mark(marks) => {
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
        self.give(Job::Commit(commits, answer))?;
        written.await.map_err(|_| gone())
    }

    /// Marks what was delivered, without waiting: should it fail, something may be said again after a restart.
    pub fn mark(&self, marks: Vec<DeliveryMark>) -> Result<(), StoreGone> {
        self.give(Job::Mark(marks))
    }

    fn give(&self, job: Job) -> Result<(), StoreGone> {
        let jobs = self.jobs.as_ref().ok_or_else(gone)?;
        jobs.send(job).map_err(|_| gone())
    }
}

fn gone() -> StoreGone {
    StoreGone("the writing thread has ended".to_owned())
}

/// The next job, after the database has followed and was written out where that is due; `None` at the end of all jobs.
/// `unwritten` says since when there is something to write out.
fn next(todo: &mpsc::Receiver<Job>, journal: &Journal, unwritten: &mut Option<Instant>) -> Option<Job> {
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
    // The journal refuses the next commit then, and the bot stops: what was acknowledged is in the journal.
    if let Err(error) = journal.settle() {
        tracing::error!(%error, "the database does not follow the journal");
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.jobs.take());
        if let Some(thread) = self.thread.take() {
            // A panic there was reported as StoreGone before.
            let _ = thread.join();
        }
    }
}
