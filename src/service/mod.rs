//! The loop: reports in, commits to disk, deliveries out.
//!
//! Waiting reports are processed together, so that their commits share one sync; nothing of a batch is said before that
//! sync. [`Core`] is the loop's body without time and threads, which conversation tests use, too.

mod accounts;
mod archive;
mod bus;
mod calendars;
mod operating;
mod together;
mod tracker;
mod writer;

pub use calendars::take_calendars;
pub use calendars::{CalendarReader, FetchError, Fetched, Fetcher, PATIENCE, Validators, keep_reading};
pub use operating::{NewConfig, Reread, Sight};
pub use writer::{StoreGone, Writer};

use crate::adaptor::stopped;
use crate::board::Look;
use crate::chat::console;
use crate::delivery::Outbox;
use crate::desk::{ArchiveError, Desk, Handled, Spoken};
use crate::mail;
use crate::operations::{OperatorOrder, systemd};
use crate::record::{Commit, DeliveryMark, Effect, Owed};
use crate::store::{Database, StoreError};
use crate::wire::{
    BusDelivery, Delivery, Incoming, IncomingId, MailDelivery, OutboxKey, Outgoing, Report, TicketDelivery,
};
use chrono::{DateTime, Utc};
use operating::Operation;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::{sleep, timeout};

/// Most reports that share one sync.
const LARGEST_BATCH: usize = 128;

/// Pause before answers are handed over again after an adaptor had no room.
const CROWDED_PAUSE: Duration = Duration::from_millis(5);
/// Longest sleep until something is due. A sleep counts running time, but due times are calendar times: after a suspend
/// or a clock change, the calendar is checked again within this time. That check only compares two times.
const LONGEST_SLEEP: Duration = Duration::from_secs(5 * 60);

/// How long a stop waits for confirmations of what is being sent; the rest stays owed.
const LONGEST_FLUSH: Duration = Duration::from_secs(4);

/// The desk and the outbox.
pub struct Core {
    desk: Desk<Database>,
    outbox: Outbox,
    operation: Operation,
    /// Where the account system is asked, and the ids of messages that were heard after its answer.
    accounts: accounts::Asking,
    /// Counts what happened, for those who look.
    changes: Arc<AtomicU64>,
}

/// The results of a batch of reports, before anything is on disk.
#[derive(Default)]
pub struct Batch {
    /// With the message that caused it; `None` if no message did.
    handled: Vec<(Option<Incoming>, Handled)>,
    /// Progress of deliveries.
    pub marks: Vec<DeliveryMark>,
}

impl Batch {
    /// Keeps a message's result, unless it had none.
    fn push(&mut self, incoming: Incoming, handled: Handled) {
        let answered = handled.commit.is_some() || !handled.replies.is_empty();
        // The console waits for its lines to be handled, even if the answer is silence.
        if answered || incoming.place.network == console::NETWORK {
            self.handled.push((Some(incoming), handled));
        }
    }

    /// Keeps the result of something other than a message: the clock, a mail, a calendar.
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
    fn console_lines(&self) -> Vec<console::LineHandled> {
        let on_console = |outgoing: &Outgoing| outgoing.place.network == console::NETWORK;
        let lines = self.handled.iter().filter(|(incoming, _)| {
            incoming
                .as_ref()
                .is_some_and(|incoming| incoming.place.network == console::NETWORK)
        });
        lines
            .map(|(_, handled)| {
                let mut line = console::LineHandled {
                    kept: Vec::new(),
                    answers: handled.replies.iter().filter(|outgoing| on_console(outgoing)).count(),
                };
                if let Some(commit) = &handled.commit {
                    for (effect, index) in commit.effects.iter().zip(0..) {
                        if let Effect::Say(outgoing) = effect
                            && on_console(outgoing)
                        {
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
    /// Continues with what was owed when the store was closed. Returns marks for what is given up at once.
    pub fn new(desk: Desk<Database>, outbox: Outbox, owed: Vec<Owed>) -> (Self, Vec<DeliveryMark>) {
        let mut core = Self {
            desk,
            outbox,
            operation: Operation::default(),
            accounts: accounts::Asking::default(),
            changes: Arc::default(),
        };
        core.note_mails(&owed);
        core.recall_ages(&owed);
        let marks = core.hand_over(owed);
        (core, marks)
    }

    /// Lets the desk say which mails have not been sent.
    fn note_mails(&mut self, owed: &[Owed]) {
        for owed in owed {
            if let Owed::Mail(delivery) = owed {
                self.desk.mail_is_owed(delivery);
            }
        }
    }

    /// Counts what happened: who has looked before the last of it may look again.
    pub fn changes(&self) -> Arc<AtomicU64> {
        self.changes.clone()
    }

    /// Something happened that those who look may see.
    fn has_happened(&self) {
        self.changes.fetch_add(1, Ordering::Release);
    }

    /// Handles reports in order.
    pub fn prepare(&mut self, reports: impl IntoIterator<Item = Report>, now: DateTime<Utc>) -> Batch {
        let mut batch = Batch::default();
        self.operation.now = now;
        for report in reports {
            match report {
                Report::Heard(incoming) => self.take(Spoken::Heard(incoming), &mut batch, now),
                Report::HeardTogether(several) => {
                    let ids: Vec<_> = several.iter().map(|incoming| incoming.id.clone()).collect();
                    let before = batch.handled.len();
                    for incoming in several {
                        self.take(Spoken::Heard(incoming), &mut batch, now);
                    }
                    together::answer(&mut batch.handled[before..], &ids);
                }
                Report::Noticed(incoming, notice) => self.take(Spoken::Noticed(incoming, notice), &mut batch, now),
                Report::Accounts(told) => self.accounts_told(told, &mut batch, now),
                Report::Mailed(mail) => batch.push_unasked(self.desk.mailed(&mail, now)),
                Report::ThreadIsAbout { place, rfr } => self.desk.thread_is_about(place, rfr),
                Report::Up { network } => {
                    tracing::info!(network, "up");
                    let (marks, said) = self.instead_of_what_is_old(&network, now);
                    batch.marks.extend(marks);
                    self.outbox.up(&network);
                    batch.push_unasked(said);
                    for said in self.network_up(&network) {
                        batch.push_trouble(Some(said));
                    }
                }
                Report::Down { network, why } => {
                    // The adaptor has logged it already, once for each reason.
                    tracing::debug!(network, why, "down");
                    self.network_down(&network, &why, now);
                    self.outbox.down(&network);
                    self.desk.out_of_sight(&network);
                }
                Report::Login { network, missing } => self.operation.figures.login(&network, missing.as_deref()),
                Report::Place { place, presence } => self.operation.figures.stands(&place, presence),
                Report::Nick { network, instead } => self.operation.figures.nick(&network, instead),
                Report::Deaf {
                    network,
                    seconds_behind,
                } => self.operation.figures.deaf(&network, seconds_behind),
                Report::Panicked { network, .. } => batch.push_trouble(self.panicked(&network)),
                Report::Around {
                    network,
                    identity,
                    here,
                } => self.desk.is_around(network, identity, here),
                Report::Delivered { key, lines, complete } => {
                    if complete {
                        batch.push_unasked(self.desk.mail_went_out(key, now));
                    }
                    batch.marks.extend(self.outbox.delivered(key, lines, complete));
                }
                Report::CalendarsRead(readings) => self.calendars_read(readings, &mut batch, now),
                Report::Undeliverable { key, why } => {
                    batch.push_unasked(self.desk.mail_was_refused(key, &why, now));
                    let ticket = self.outbox.tickets().find(|ticket| ticket.key == key).cloned();
                    if let Some(ticket) = ticket {
                        batch.push_unasked(self.desk.ticket_was_refused(&ticket.order, &why, now));
                    }
                    if self.outbox.mails().any(|mail| mail.key == key) {
                        self.operation.figures.mail_refused();
                    }
                    batch.marks.extend(self.outbox.undeliverable(key, why));
                }
                Report::MailDelayed {
                    key,
                    attempts,
                    why,
                    again,
                } => {
                    tracing::warn!(%key, attempts, why, %again, "a mail cannot be sent yet");
                    self.desk.mail_is_delayed(key, attempts, why, again);
                }
                Report::Tracker(report) => self.tracker_reported(*report, &mut batch, now),
                Report::Bus(report) => self.bus_reported(*report, &mut batch, now),
            }
        }
        batch.push_unasked(self.desk.mails_unheard(now));
        batch.push_unasked(self.desk.offer_more(now));
        self.send_questions();
        batch
    }

    /// Hears a line at once, or sets it aside until the account system has answered.
    fn take(&mut self, line: Spoken, batch: &mut Batch, now: DateTime<Utc>) {
        if let Some(line) = self.desk.admit(line, now) {
            self.hear(line, batch, now);
            self.desk.settle(now);
        }
    }

    fn hear(&mut self, line: Spoken, batch: &mut Batch, now: DateTime<Utc>) {
        let handled = match &line {
            Spoken::Heard(incoming) => self.desk.hear(incoming, now),
            Spoken::Noticed(incoming, notice) => self.desk.notice(incoming, notice, now),
        };
        let (Spoken::Heard(incoming) | Spoken::Noticed(incoming, _)) = line;
        batch.push(incoming, handled);
    }

    /// When the next tick is due, if nothing happens before.
    pub fn next_tick(&mut self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let rest_of_mails = self.desk.unheard_due();
        let unsaid = self.desk.unsaid_due(now);
        let held_back = self.desk.held_back_due();
        let question = self.desk.question_due();
        let tickets = self.desk.offers_due();
        let others = rest_of_mails
            .into_iter()
            .chain(tickets)
            .chain(unsaid)
            .chain(held_back)
            .chain(question);
        self.desk.next_tick(now).into_iter().chain(others).min()
    }

    /// Handles what is due by the clock.
    pub fn tick(&mut self, now: DateTime<Utc>) -> Batch {
        let mut batch = Batch::default();
        self.operation.now = now;
        // A freeze that starts automatically must apply before anybody is reminded of it.
        batch.push_unasked(Handled {
            commit: self.desk.freezes_due(now),
            replies: Vec::new(),
        });
        batch.push_unasked(self.desk.tick(now));
        batch.push_unasked(self.desk.mails_unheard(now));
        batch.push_unasked(self.desk.offer_more(now));
        batch.push_unasked(self.desk.say_unsaid(now));
        batch.push_unasked(self.desk.say_held_back(now));
        self.give_up_questions(&mut batch, now);
        self.send_questions();
        batch
    }

    /// The batch is on disk: now it is said. Returns marks for what is given up at once.
    pub fn speak(&mut self, batch: Batch) -> Vec<DeliveryMark> {
        self.log_changes(&batch);
        self.tell_links(&batch);
        self.desk.committed();
        let mut said = self.written_again(&batch);
        said.extend(batch.handled.into_iter().flat_map(|(_, handled)| deliveries(handled)));
        self.note_mails(&said);
        self.hand_over(said)
    }

    /// The disk refused the batch: none of it happened, and whoever expects an answer is told.
    pub fn excuse(&mut self, batch: Batch, why: &StoreError) -> Result<Vec<DeliveryMark>, ArchiveError> {
        self.desk.not_committed()?;
        let error = archive::for_the_desk(why);
        let mut excuses = Vec::new();
        for (incoming, handled) in batch.handled {
            let Some(incoming) = incoming else { continue };
            if handled.commit.is_none() {
                // It was only a query, though perhaps about something now undone: ask again.
                let again = self.desk.hear(&incoming, self.operation.now);
                if again.commit.is_none() {
                    excuses.extend(deliveries(again));
                    continue;
                }
                self.desk.not_committed()?;
            }
            if self.operation.first_failure(&incoming.place, &error.words) {
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

/// What is said because of one message: kept effects with their keys, then unkept answers.
fn deliveries(handled: Handled) -> Vec<Owed> {
    let kept = handled.commit.into_iter().flat_map(|commit| {
        let seq = commit.origin.seq;
        commit.effects.into_iter().zip(0..).map(move |(effect, index)| {
            let key = OutboxKey { seq, index };
            match effect {
                Effect::Say(outgoing) => Owed::Say(Delivery {
                    key: Some(key),
                    lines_done: 0,
                    outgoing,
                }),
                Effect::Mail(mail) => Owed::Mail(MailDelivery { key, mail }),
                Effect::Ticket(order) => Owed::Ticket(TicketDelivery { key, order }),
                Effect::Bus(message) => Owed::Bus(BusDelivery { key, message }),
            }
        })
    });
    let passing = handled.replies.into_iter().map(|outgoing| {
        Owed::Say(Delivery {
            key: None,
            lines_done: 0,
            outgoing,
        })
    });
    kept.chain(passing).collect()
}

/// The loop's inputs, and who is told that they are handled.
pub struct Wires {
    /// Everything the adaptors report.
    pub reports: mpsc::Receiver<Report>,
    /// Becomes true when it is time to stop.
    pub stop: watch::Receiver<bool>,
    /// The console, if there is one: it waits until each of its lines is handled.
    pub console: Option<mpsc::Sender<console::LineHandled>>,
    /// Networks, by name, that need to know which messages are handled, to continue after them at the next start.
    pub handled: HashMap<String, mpsc::Sender<IncomingId>>,
    /// The operator's commands.
    pub orders: mpsc::Receiver<OperatorOrder>,
    /// Who asks to look at what is under way.
    pub looks: mpsc::Receiver<oneshot::Sender<Look>>,
}

impl Wires {
    /// The ids of those messages of a batch whose network needs to know that they are handled.
    fn ids(&self, batch: &[Report]) -> Vec<IncomingId> {
        let ids = batch.iter().flat_map(|report| match report {
            Report::Heard(incoming) | Report::Noticed(incoming, _) => incoming.id.iter().cloned().collect(),
            Report::HeardTogether(several) => several.iter().filter_map(|incoming| incoming.id.clone()).collect(),
            Report::Mailed(mail) => vec![IncomingId {
                network: mail::NETWORK.to_owned(),
                id: mail.message_id.as_str().to_owned(),
            }],
            Report::ThreadIsAbout { .. }
            | Report::Panicked { .. }
            | Report::Around { .. }
            | Report::Up { .. }
            | Report::Down { .. }
            | Report::Login { .. }
            | Report::Place { .. }
            | Report::Nick { .. }
            | Report::Deaf { .. }
            | Report::Delivered { .. }
            | Report::Accounts(_)
            | Report::CalendarsRead(_)
            | Report::Undeliverable { .. }
            | Report::MailDelayed { .. }
            | Report::Tracker(_)
            | Report::Bus(_) => Vec::new(),
        });
        ids.filter(|id| self.handled.contains_key(&id.network)).collect()
    }

    /// The console's lines are handled.
    async fn tell_console(&self, lines: Vec<console::LineHandled>) {
        if let Some(console) = &self.console {
            for line in lines {
                // A console that has left waits for nothing.
                let _ = console.send(line).await;
            }
        }
    }

    /// Marks messages as handled; what they caused is on disk, unless the disk refused it.
    fn confirm(&self, ids: Vec<IncomingId>, stored: bool) {
        for id in ids {
            // In chat the speaker was told and can repeat it. The author of a mail is not told: it stays unread, and
            // the inbox reports it again.
            if !stored && id.network == mail::NETWORK {
                continue;
            }
            if let Some(network) = self.handled.get(&id.network) {
                // If one is lost here, the message is handled again after a restart, and recognised by its id.
                let _ = network.try_send(id);
            }
        }
    }
}

/// Runs until all senders of reports are gone or it is time to stop.
pub async fn run(mut core: Core, writer: Writer, mut wires: Wires) -> Result<(), StoreGone> {
    let mut beat = tokio::time::interval(systemd::beat());
    loop {
        let due = core.next_tick(Utc::now());
        let first = tokio::select! {
            biased;
            () = stopped(&mut wires.stop) => return flush(core, writer, wires.reports).await,
            () = tokio::time::sleep(CROWDED_PAUSE), if core.outbox.is_crowded() => {
                core.outbox.try_again();
                continue;
            }
            () = nearly(due) => {
                let now = Utc::now();
                if core.next_tick(now).is_some_and(|at| at <= now) {
                    tracing::debug!(%now, "the clock strikes");
                    let batch = core.tick(now);
                    let lines = batch.console_lines();
                    let stored = step(&mut core, &writer, batch).await?;
                    core.count_reminders(now);
                    // Lines that waited for the account system in vain are among it.
                    wires.confirm(core.handled_late(), stored);
                    wires.tell_console(lines).await;
                }
                continue;
            }
            report = wires.reports.recv() => match report {
                Some(report) => report,
                None => return Ok(()),
            },
            Some(OperatorOrder::Reload(answer)) = wires.orders.recv() => {
                // Whoever asked may be gone.
                let _ = answer.send(core.reload_by_order());
                core.has_happened();
                continue;
            }
            Some(asked) = wires.looks.recv() => {
                // Between two batches, so that everything it shows is on disk.
                let _ = asked.send(Box::new(core.desk.look()));
                continue;
            }
            _ = beat.tick() => {
                core.beat(Utc::now());
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
        let mut ids = wires.ids(&waiting);
        let batch = core.prepare(waiting, Utc::now());
        ids.retain(|id| !core.desk.is_set_aside(id));
        ids.extend(core.handled_late());
        let handled = batch.console_lines();
        let commands = core.count(&batch);
        let stored = step(&mut core, &writer, batch).await?;
        core.answered(commands, began.elapsed());
        for marks in core.carry_out_reloads() {
            core.has_happened();
            writer.mark(marks)?;
        }
        wires.confirm(ids, stored);
        wires.tell_console(handled).await;
    }
}

/// Sleeps until a calendar time, or until it is time to check the calendar again.
async fn nearly(due: Option<DateTime<Utc>>) {
    match due {
        Some(due) => {
            let left = (due - Utc::now()).to_std().unwrap_or_default();
            sleep(left.min(LONGEST_SLEEP)).await;
        }
        None => std::future::pending().await,
    }
}

/// Accepts no new messages, but waits a moment for confirmations by the networks, so that nothing is said twice.
async fn flush(mut core: Core, writer: Writer, mut reports: mpsc::Receiver<Report>) -> Result<(), StoreGone> {
    let confirmed = async {
        while core.owed() > 0
            && let Some(report) = reports.recv().await
        {
            if let Report::Heard(_) | Report::HeardTogether(_) | Report::Noticed(..) | Report::Mailed(_) = report {
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

/// Writes one batch to disk, then sends it to the networks. Returns whether the disk accepted it.
async fn step(core: &mut Core, writer: &Writer, mut batch: Batch) -> Result<bool, StoreGone> {
    let commits = batch.commits();
    let mut marks = std::mem::take(&mut batch.marks);
    let has_commits = !commits.is_empty();
    let stored = if commits.is_empty() {
        Ok(())
    } else {
        writer.commit(commits).await?
    };
    let is_stored = stored.is_ok();
    let given_up = match stored {
        Ok(()) => {
            if has_commits {
                core.has_happened();
            }
            core.speak(batch)
        }
        Err(error) => {
            let excused = core.excuse(batch, &error);
            if error.needs_restart() {
                return Err(StoreGone(error.to_string()));
            }
            excused.map_err(|error| StoreGone(error.to_string()))?
        }
    };
    marks.extend(given_up);
    core.settled(&marks);
    if !marks.is_empty() {
        writer.mark(marks)?;
    }
    Ok(is_stored)
}
