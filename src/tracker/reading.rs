//! Incoming by asking: tickets and comments that changed, a call for all of them, each poll over a window that overlaps
//! the one before. Times are the server's. What was reported as it is now is not reported again; what gets through is
//! recognised by the desk.

use super::TrackerTeller;
use super::door::ForgeRefusal;
use super::forge::{Forge, number_at_end};
use crate::adaptor::backoff::{chance, doubled};
use crate::adaptor::stopped;
use crate::config::Tracker;
use crate::wire::{CLOCKS_DIFFER, TicketRead, TrackerReport};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep_until};

/// How far back is read at the start at least; further where nothing was seen for longer.
const AT_THE_START: TimeDelta = TimeDelta::days(14);

/// How far windows overlap: as long as a change may need to become visible.
const OVERLAP: TimeDelta = TimeDelta::minutes(2);

/// Most tickets, and comments, that are remembered as reported.
const MOST_REMEMBERED: usize = 10_000;

/// So soon tickets are read that are wanted, with others that are wanted until then.
const SOON: Duration = Duration::from_secs(1);

/// Pauses after a failure.
const FIRST_WAIT: Duration = Duration::from_secs(2);
const LONGEST_WAIT: Duration = Duration::from_secs(10 * 60);

/// The task.
pub(super) struct TicketReader {
    forge: Arc<Forge>,
    teller: TrackerTeller,
    every: Option<Duration>,
    /// Were more tickets found than are looked at?
    is_cut: bool,
    /// Tickets to be read, whatever changed.
    numbers: BTreeSet<u64>,
    issues: PollWindow,
    comments: PollWindow,
    /// What was reported of each ticket.
    reported: HashMap<u64, TicketRead>,
    /// When each comment was changed that was looked at.
    looked_at: HashMap<u64, DateTime<Utc>>,
    failures: u32,
    /// Is the next reading the first one?
    is_first: bool,
}

/// From when on is read.
struct PollWindow {
    since: DateTime<Utc>,
}

impl PollWindow {
    /// The newest change that was seen moves it on.
    fn saw(&mut self, newest: Option<DateTime<Utc>>) {
        if let Some(newest) = newest {
            self.since = self.since.max(newest - OVERLAP);
        }
    }
}

impl TicketReader {
    /// `seen`: the newest change that the bot took in before, by the server's clock.
    pub(super) fn new(config: &Tracker, forge: Arc<Forge>, teller: TrackerTeller, seen: Option<DateTime<Utc>>) -> Self {
        let start = Utc::now() - AT_THE_START;
        let since = seen.map_or(start, |seen| start.min(seen - OVERLAP));
        Self {
            forge,
            teller,
            every: config.poll,
            is_cut: false,
            numbers: BTreeSet::new(),
            issues: PollWindow { since },
            comments: PollWindow { since },
            reported: HashMap::new(),
            looked_at: HashMap::new(),
            failures: 0,
            is_first: true,
        }
    }

    pub(super) async fn run(&mut self, wanted: &mut mpsc::Receiver<Vec<u64>>, stop: &mut watch::Receiver<bool>) {
        let mut next = Some(Instant::now());
        loop {
            tokio::select! {
                () = stopped(stop) => return,
                numbers = wanted.recv() => match numbers {
                    Some(numbers) => {
                        self.numbers.extend(numbers);
                        if self.failures == 0 {
                            // Many may come at once.
                            let soon = Instant::now() + SOON;
                            next = Some(next.map_or(soon, |next| next.min(soon)));
                        }
                    }
                    None => return,
                },
                () = sleep_until(next.unwrap_or_else(Instant::now)), if next.is_some() => {
                    let read = tokio::select! {
                        () = stopped(stop) => return,
                        read = self.read() => read,
                    };
                    next = self.after(read).await;
                }
            }
        }
    }

    /// Reports how it went; returns when to read again.
    async fn after(&mut self, read: Result<(), ForgeRefusal>) -> Option<Instant> {
        let wait = match read {
            Ok(()) => {
                self.failures = 0;
                self.is_first = false;
                self.teller.state("reading", None).await;
                self.every?
            }
            Err(refusal) => {
                self.failures += 1;
                let why = refusal.words().to_owned();
                tracing::warn!(why, failures = self.failures, "the tracker cannot be read");
                self.teller.state("reading", Some(why)).await;
                let usual = doubled(FIRST_WAIT, self.failures - 1, LONGEST_WAIT).mul_f64(0.75 + chance() / 4.0);
                if let ForgeRefusal::Away(_, Some(asked)) = refusal {
                    usual.max(asked)
                } else {
                    usual
                }
            }
        };
        Some(Instant::now() + wait)
    }

    async fn read(&mut self) -> Result<(), ForgeRefusal> {
        if self.forge.own().is_none() {
            match self.forge.user().await {
                Ok(_) => self.teller.state("account", None).await,
                Err(ForgeRefusal::Forbidden(why)) => {
                    let why = format!("who the bot is there cannot be read: {why}; the scope read:user allows it");
                    self.teller.state("account", Some(why)).await;
                }
                Err(other) => return Err(other),
            }
        }
        while let Some(number) = self.numbers.first().copied() {
            match self.forge.issue(number).await {
                Ok(issue) => self.report(self.forge.read(&issue)).await,
                // It is told to whoever writes in it.
                Err(ForgeRefusal::NotThere(why)) => tracing::warn!(number, why, "a ticket cannot be read"),
                Err(other) => return Err(other),
            }
            self.numbers.remove(&number);
        }
        if self.every.is_none() && !self.is_first {
            return Ok(());
        }
        let issues = self.forge.issues_since(self.issues.since).await?;
        self.are_all(issues.found.len(), issues.is_all).await;
        // A server may say any time; one to come would keep out what is true.
        let latest = Utc::now() + CLOCKS_DIFFER;
        let is_past = |at: &DateTime<Utc>| *at <= latest;
        let changed = issues.found.iter().filter_map(|issue| issue.updated_at);
        let newest = changed.filter(is_past).max();
        for issue in &issues.found {
            self.report(self.forge.read(issue)).await;
        }
        self.issues.saw(newest);
        let comments = self.forge.comments_since(self.comments.since).await?;
        // The oldest come first: what found no room comes with the next reading, whatever was edited meanwhile.
        let newest = if comments.is_all {
            let changed = comments.found.iter().filter_map(|comment| comment.updated_at);
            changed.filter(is_past).max()
        } else {
            let last = comments.found.last().and_then(|comment| comment.created_at);
            last.filter(is_past)
        };
        for comment in comments.found {
            let changed = comment.updated_at.unwrap_or_default();
            let is_known = self.looked_at.insert(comment.id, changed) == Some(changed);
            let address = if comment.issue_url.is_empty() {
                &comment.html_url
            } else {
                &comment.issue_url
            };
            let Some(number) = number_at_end(address).filter(|_| !is_known && !self.forge.is_own(&comment)) else {
                continue;
            };
            let heard = self.forge.heard(comment, number);
            self.teller.tell(TrackerReport::Comment(heard)).await;
        }
        self.comments.saw(newest);
        let (issues, comments) = (self.issues.since, self.comments.since);
        // Nothing older is read again.
        self.reported.retain(|_, read| read.updated >= issues);
        self.looked_at.retain(|_, changed| *changed >= comments);
        // Unless a server says that it changes in times to come. What is forgotten the desk knows again.
        if self.reported.len() > MOST_REMEMBERED {
            self.reported.clear();
        }
        if self.looked_at.len() > MOST_REMEMBERED {
            self.looked_at.clear();
        }
        Ok(())
    }

    /// Says it where more tickets changed than are looked at.
    async fn are_all(&mut self, number: usize, is_all: bool) {
        if self.is_cut == is_all {
            self.is_cut = !is_all;
            let since = self.issues.since.date_naive();
            let why =
                format!("more than {number} tickets changed since {since}, and only the newest of them were looked at");
            self.teller.state("tickets", self.is_cut.then_some(why)).await;
        }
    }

    /// Reports a ticket, unless it is as it was reported.
    async fn report(&mut self, read: TicketRead) {
        let before = self.reported.insert(read.number, read.clone());
        if before.as_ref() != Some(&read) {
            self.teller.tell(TrackerReport::Ticket(read)).await;
        }
    }
}
