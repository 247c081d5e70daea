//! Outgoing mail: takes mails from the outbox, retries each until it is sent or given up, and reports.
//!
//! The mails of one thread go out in order, so that a reply never precedes what it answers. An unreachable server stops
//! all of them; a server that refuses one mail for now stops that mail's thread. After a panic sending starts again
//! with the mails that wait, and the mail being sent counts as unclear.

use super::NETWORK;
use super::compose::compose;
use super::send::{SendResult, send};
use crate::adaptor::backoff::{Backoff, Wait, chance};
use crate::adaptor::guard::caught;
use crate::config::MailingList;
use crate::wire::{MailDelivery, MessageId, OutboxKey, Report};
use chrono::{DateTime, Utc};
use std::collections::VecDeque;
use std::hash::{BuildHasher, RandomState};
use std::time::Duration;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep, sleep_until, timeout};
use tracing::error;

/// Capacity of the queue between the outbox and here.
const DELIVERIES: usize = 64;

/// First pause before a retry; doubles up to the longest.
const FIRST_WAIT: Duration = Duration::from_secs(60);
const LONGEST_WAIT: Duration = Duration::from_secs(4 * 60 * 60);

/// Shortest pause after a refused login: frequent attempts would only lock the account.
const LOGIN_WAIT: Duration = Duration::from_secs(30 * 60);

/// A mail this old that no server has accepted is given up (RFC 5321, section 4.5.4.1: four to five days).
const GIVE_UP_AFTER: Duration = Duration::from_secs(5 * 24 * 60 * 60);

/// How many own copies are remembered.
const COPIES: usize = 1000;

/// How long a stop waits for the mail being sent.
const LONGEST_STOP: Duration = Duration::from_secs(4);

/// Handle to the running sender.
pub struct SenderHandle {
    /// Takes mails to send.
    pub deliveries: mpsc::Sender<MailDelivery>,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl SenderHandle {
    /// Ends it. The mail being sent has a moment to get through; the rest stays owed.
    pub async fn shutdown(self) {
        let _ = self.stop.send(());
        let mut task = self.task;
        if timeout(LONGEST_STOP, &mut task).await.is_err() {
            task.abort();
        }
    }
}

/// Starts sending. `own_copies` are the Message-IDs of the bot's own mails that the inbox saw; without an inbox, drop
/// its sender.
pub fn spawn(list: MailingList, reports: mpsc::Sender<Report>, own_copies: mpsc::Receiver<MessageId>) -> SenderHandle {
    let (deliveries, mails) = mpsc::channel(DELIVERIES);
    let (stop, stopped) = oneshot::channel();
    let started = Started {
        instant: Instant::now(),
        time: Utc::now(),
    };
    let way = WayOut {
        list,
        reports,
        started,
        waiting: VecDeque::new(),
        all_wait: None,
        failures: 0,
        under_way: None,
        copies: Some(own_copies),
        copied: VecDeque::new(),
    };
    let task = tokio::spawn(restart_after_panic(way, mails, stopped));
    SenderHandle { deliveries, stop, task }
}

/// Runs; after a panic it starts again, a while later, with the mails that wait.
async fn restart_after_panic(
    mut way: WayOut,
    mut mails: mpsc::Receiver<MailDelivery>,
    mut stopped: oneshot::Receiver<()>,
) {
    let mut restarts = Backoff::new(super::PANIC_WAIT);
    loop {
        let since = Instant::now();
        let Err(why) = Box::pin(caught(way.run(&mut mails, &mut stopped))).await else {
            return;
        };
        let now = Instant::now();
        let pause = restarts.next(Wait::Usual, Some(since), now, chance());
        error!(
            why,
            "sending mail panicked; it starts again in {pause:.1?}. Please report this"
        );
        way.report_panic(why).await;
        tokio::select! {
            _ = &mut stopped => return,
            () = sleep(pause) => {}
        }
    }
}

/// When sending started, by both clocks: time since then is measured, not read from the clock.
#[derive(Clone, Copy)]
struct Started {
    instant: Instant,
    time: DateTime<Utc>,
}

impl Started {
    fn time_at(&self, instant: Instant) -> DateTime<Utc> {
        self.time + instant.duration_since(self.instant)
    }
}

/// A mail that is not sent yet.
struct UnsentMail {
    delivery: MailDelivery,
    attempts: u32,
    /// Not to be tried before this.
    not_before: Option<Instant>,
    /// May have been sent already: if its own copy has not come back by `not_before`, it was not.
    unclear: bool,
}

impl UnsentMail {
    /// The first mail of its thread.
    fn thread(&self) -> &MessageId {
        let mail = &self.delivery.mail;
        mail.references.first().unwrap_or(&mail.message_id)
    }
}

struct WayOut {
    list: MailingList,
    reports: mpsc::Sender<Report>,
    started: Started,
    /// Ordered by key.
    waiting: VecDeque<UnsentMail>,
    /// No server is reachable; nothing is tried before this.
    all_wait: Option<Instant>,
    /// Consecutive attempts that reached no server.
    failures: u32,
    /// The mail being tried.
    under_way: Option<OutboxKey>,
    copies: Option<mpsc::Receiver<MessageId>>,
    /// Own mails that the list delivered, newest last.
    copied: VecDeque<MessageId>,
}

impl WayOut {
    async fn run(&mut self, mails: &mut mpsc::Receiver<MailDelivery>, stopped: &mut oneshot::Receiver<()>) {
        let network = NETWORK.to_owned();
        self.report(Report::Up { network }).await;
        loop {
            self.settle_copied().await;
            if let Some(at) = self.due(Instant::now()) {
                self.attempt(at).await;
                // New mails, copies and the order to stop are checked between attempts.
                while let Ok(mail) = mails.try_recv() {
                    self.take(mail);
                }
                if !matches!(stopped.try_recv(), Err(oneshot::error::TryRecvError::Empty)) {
                    return;
                }
                while let Some(Ok(id)) = self.copies.as_mut().map(mpsc::Receiver::try_recv) {
                    self.remember(id);
                }
                continue;
            }
            let next = self.next_time();
            tokio::select! {
                _ = &mut *stopped => return,
                mail = mails.recv() => match mail {
                    Some(mail) => self.take(mail),
                    None => return,
                },
                copy = next_copy(&mut self.copies) => match copy {
                    Some(id) => self.remember(id),
                    None => self.copies = None,
                },
                () = sleep_until(next.unwrap_or_else(Instant::now)), if next.is_some() => {}
            }
        }
    }

    /// A mail written before this start may have been sent by an earlier run that was killed before it could record
    /// that. If there is an inbox, its copy is waited for first.
    fn take(&mut self, delivery: MailDelivery) {
        if self.waiting.iter().any(|waiting| waiting.delivery.key == delivery.key) {
            return;
        }
        let unclear = self.copies.is_some() && delivery.mail.at < self.started.time;
        let not_before = unclear.then(|| self.started.instant + self.list.own_copy_wait);
        self.waiting.push_back(UnsentMail {
            delivery,
            attempts: 0,
            not_before,
            unclear,
        });
    }

    fn remember(&mut self, id: MessageId) {
        if self.copied.len() == COPIES {
            self.copied.pop_front();
        }
        self.copied.push_back(id);
    }

    /// A mail whose own copy came back is sent, whatever the server said.
    async fn settle_copied(&mut self) {
        while let Some(at) = self
            .waiting
            .iter()
            .position(|waiting| self.copied.contains(&waiting.delivery.mail.message_id))
        {
            if let Some(waiting) = self.waiting.remove(at) {
                tracing::info!(key = %waiting.delivery.key, "the own copy of a mail came: it is out");
                self.out(waiting.delivery.key).await;
            }
        }
    }

    /// The first mail that may be tried now.
    fn due(&self, now: Instant) -> Option<usize> {
        if self.all_wait.is_some_and(|until| until > now) {
            return None;
        }
        self.heads()
            .find(|at| self.waiting[*at].not_before.is_none_or(|time| time <= now))
    }

    /// The first waiting mail of each thread.
    fn heads(&self) -> impl Iterator<Item = usize> {
        (0..self.waiting.len()).filter(|at| {
            let thread = self.waiting[*at].thread();
            self.waiting.range(..*at).all(|earlier| earlier.thread() != thread)
        })
    }

    /// When something becomes due; `None` if nothing waits.
    fn next_time(&self) -> Option<Instant> {
        let first = self.heads().filter_map(|at| self.waiting[at].not_before).min();
        let any = self.heads().any(|at| self.waiting[at].not_before.is_none());
        match (self.all_wait, first) {
            _ if self.waiting.is_empty() => None,
            (Some(all), _) if any => Some(all),
            (Some(all), Some(first)) => Some(all.max(first)),
            (all, first) => all.or(first),
        }
    }

    /// One attempt.
    async fn attempt(&mut self, at: usize) {
        let Some(waiting) = self.waiting.get_mut(at) else {
            return;
        };
        waiting.attempts += 1;
        waiting.unclear = false;
        let (key, attempts) = (waiting.delivery.key, waiting.attempts);
        self.under_way = Some(key);
        #[cfg(test)]
        tests::panic_if_asked(&self.list);
        let outcome = match compose(&waiting.delivery.mail, &self.list) {
            Ok(bytes) => send(&self.list, &bytes, &mut |step| tracing::debug!(?step, "mail")).await,
            Err(error) => SendResult::Never(error.to_string()),
        };
        self.under_way = None;
        if !matches!(outcome, SendResult::Unreachable(_) | SendResult::LoginRefused(_)) {
            self.failures = 0;
            self.all_wait = None;
        }
        match outcome {
            SendResult::Taken(words) => {
                tracing::info!(%key, attempts, words, "a mail is out");
                self.waiting.remove(at);
                self.out(key).await;
            }
            SendResult::Never(why) => {
                self.waiting.remove(at);
                self.report(Report::Undeliverable { key, why }).await;
            }
            SendResult::Later(why) => {
                let wait = backoff(attempts);
                self.delay(at, why, wait, false).await;
            }
            SendResult::Unclear(why) => {
                let wait = self.list.own_copy_wait;
                let why = format!("{why}; it may have been taken");
                self.delay(at, why, wait, true).await;
            }
            SendResult::Unreachable(why) => self.delay_all(at, why, Duration::ZERO).await,
            SendResult::LoginRefused(why) => {
                let why = format!("the mail server refused the login: {why}. Mend account and password under [mail]");
                self.delay_all(at, why, LOGIN_WAIT).await;
            }
        }
    }

    async fn delay_all(&mut self, at: usize, why: String, least: Duration) {
        self.failures += 1;
        let wait = backoff(self.failures).max(least);
        self.all_wait = Some(Instant::now() + wait);
        self.delay(at, why, wait, false).await;
    }

    /// Schedules a retry after the pause, unless the mail has become too old.
    async fn delay(&mut self, at: usize, why: String, wait: Duration, unclear: bool) {
        let now = Instant::now();
        let Some(waiting) = self.waiting.get_mut(at) else {
            return;
        };
        let key = waiting.delivery.key;
        let age = self.started.time_at(now) - waiting.delivery.mail.at;
        if age.to_std().is_ok_and(|age| age >= GIVE_UP_AFTER) {
            self.waiting.remove(at);
            let why = format!("given up after five days: {why}");
            self.report(Report::Undeliverable { key, why }).await;
            return;
        }
        waiting.not_before = Some(now + wait);
        waiting.unclear = unclear;
        let attempts = waiting.attempts;
        let again = self.started.time_at(now + wait);
        self.report(Report::MailDelayed {
            key,
            attempts,
            why,
            again,
        })
        .await;
    }

    /// The mail being sent may be out, and waits for its own copy; all others are unchanged.
    async fn report_panic(&mut self, why: String) {
        let network = NETWORK.to_owned();
        let down = Report::Down {
            network: network.clone(),
            why: why.clone(),
        };
        self.report(down).await;
        self.report(Report::Panicked { network, why }).await;
        let key = self.under_way.take();
        let Some(at) = self
            .waiting
            .iter()
            .position(|waiting| Some(waiting.delivery.key) == key)
        else {
            return;
        };
        let why = "a mistake in the program while it was sent, see the log; it may have been taken".to_owned();
        self.delay(at, why, self.list.own_copy_wait, true).await;
    }

    async fn out(&self, key: OutboxKey) {
        self.report(Report::Delivered {
            key,
            lines: 1,
            complete: true,
        })
        .await;
    }

    async fn report(&self, report: Report) {
        // If the receiver is gone, the bot is stopping.
        let _ = self.reports.send(report).await;
    }
}

/// The next own copy; never returns without an inbox.
async fn next_copy(copies: &mut Option<mpsc::Receiver<MessageId>>) -> Option<MessageId> {
    match copies {
        Some(copies) => copies.recv().await,
        None => std::future::pending().await,
    }
}

/// The pause after this many failures: doubled each time, plus up to a quarter at random, so that several bots do not
/// return at the same moment.
fn backoff(failures: u32) -> Duration {
    let doubled = FIRST_WAIT
        .saturating_mul(1u32 << failures.saturating_sub(1).min(12))
        .min(LONGEST_WAIT);
    let chance = u32::try_from(RandomState::new().hash_one(failures) % 1000).unwrap_or(0);
    doubled + doubled / 4000 * chance
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::MailWay;
    use crate::wire::Mail;
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::sync::atomic::{AtomicU32, Ordering};

    static PANICS: AtomicU32 = AtomicU32::new(2);

    /// Test hook: the first two attempts for the list of this name panic.
    pub(super) fn panic_if_asked(list: &MailingList) {
        let asked = list.from_name == "panics-twice";
        let left = |left: u32| left.checked_sub(1);
        assert!(
            !asked || PANICS.fetch_update(Ordering::SeqCst, Ordering::SeqCst, left).is_err(),
            "a mistake in sending"
        );
    }

    #[tokio::test]
    async fn sending_that_panics_is_started_again_and_loses_no_mail() {
        let folder = tempfile::tempdir().expect("a folder");
        let (program, taken) = (folder.path().join("sendmail"), folder.path().join("taken"));
        let script = format!("#!/bin/sh\nexec cat >>'{}'\n", taken.display());
        fs::write(&program, script).expect("a script");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o700)).expect("a program");
        let list = MailingList {
            from_name: "panics-twice".to_owned(),
            from: "rfrbot@example.org".to_owned(),
            reply_to: None,
            list: "list@example.org".to_owned(),
            list_id: "list.example.org".to_owned(),
            archive: String::new(),
            way: MailWay::Sendmail(program),
            own_copy_wait: Duration::from_millis(1),
            subject_prefix: String::new(),
            send: crate::wire::MailKind::ALL.into(),
        };
        let (reports, mut heard) = mpsc::channel(64);
        let (_, no_copies) = mpsc::channel(1);
        let handle = spawn(list, reports, no_copies);
        for seq in [1, 2] {
            let mail = Mail {
                message_id: MessageId::new(&format!("{seq}@example.org")).expect("a Message-ID"),
                references: Vec::new(),
                about: None,
                subject: format!("mail {seq}"),
                body: "Hello.".to_owned(),
                at: Utc::now(),
            };
            let key = OutboxKey { seq, index: 0 };
            handle
                .deliveries
                .send(MailDelivery { key, mail })
                .await
                .expect("it runs");
        }
        let (mut panics, mut delays, mut out) = (0, 0, Vec::new());
        while out.len() < 2 {
            let heard = timeout(Duration::from_secs(60), heard.recv()).await.expect("a report");
            match heard.expect("it runs") {
                Report::Panicked { network, why } => {
                    assert_eq!((network.as_str(), why.as_str()), (NETWORK, "a mistake in sending"));
                    panics += 1;
                }
                Report::MailDelayed { why, .. } => {
                    assert!(why.contains("it may have been taken"), "{why}");
                    delays += 1;
                }
                Report::Delivered { key, .. } => out.push(key.seq),
                _ => {}
            }
        }
        out.sort_unstable();
        assert_eq!((panics, delays, out), (2, 2, vec![1, 2]));
        let taken = fs::read_to_string(taken).expect("what was taken");
        assert_eq!(taken.matches("Subject: ").count(), 2, "{taken}");
        handle.shutdown().await;
    }

    #[test]
    fn waits_grow_from_a_minute_to_four_hours() {
        for (failures, least) in [(1, 60), (2, 120), (5, 960), (9, 14_400), (4_000_000_000, 14_400)] {
            let wait = backoff(failures).as_secs();
            assert!((least..=least + least / 4).contains(&wait), "{failures}: {wait}");
        }
    }
}
