//! The thread that writes: the disk may be slow, and the networks must not wait for it.

use crate::store::{Commit, DeliveryMark, Journal, StoreError};
use std::sync::mpsc;
use thiserror::Error;
use tokio::sync::oneshot;

/// The writing thread ended, or the store cannot be read any more: the bot must stop.
#[derive(Debug, Error)]
#[error("the store cannot be used any more: {0}")]
pub struct StoreGone(pub String);

type Answer = oneshot::Sender<Result<(), StoreError>>;

enum Job {
    Commit(Vec<Commit>, Answer),
    Mark(Vec<DeliveryMark>, Answer),
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
            for job in todo {
                // Nobody waits for the answer only where the loop has ended; then it is of no use.
                let _ = match job {
                    Job::Commit(commits, answer) => answer.send(journal.commit(&commits)),
                    Job::Mark(marks, answer) => answer.send(journal.mark(&marks)),
                };
            }
        })?;
        Ok(Self {
            jobs: Some(jobs),
            thread: Some(thread),
        })
    }

    /// Commits, and waits for the sync.
    pub async fn commit(&self, commits: Vec<Commit>) -> Result<Result<(), StoreError>, StoreGone> {
        self.ask(|answer| Job::Commit(commits, answer)).await
    }

    /// Marks what was delivered.
    pub async fn mark(&self, marks: Vec<DeliveryMark>) -> Result<Result<(), StoreError>, StoreGone> {
        self.ask(|answer| Job::Mark(marks, answer)).await
    }

    async fn ask(&self, job: impl FnOnce(Answer) -> Job) -> Result<Result<(), StoreError>, StoreGone> {
        let gone = || StoreGone("the writing thread has ended".to_owned());
        let (answer, written) = oneshot::channel();
        self.jobs
            .as_ref()
            .ok_or_else(gone)?
            .send(job(answer))
            .map_err(|_| gone())?;
        written.await.map_err(|_| gone())
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
