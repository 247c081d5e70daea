//! Outgoing: takes orders from the outbox and carries each out until the ticket shows what it says.
//!
//! Every step looks first and acts only if something is missing, so that an order can be repeated after a crash: a
//! comment ends in a mark made from the order's key, and is not written where that mark stands already. The orders of
//! one ticket are carried out one after the other. A server that is away stops all of them.

use super::TrackerTeller;
use super::door::ForgeRefusal;
use super::forge::{Comment, Forge, Issue, Label, MARK};
use crate::adaptor::backoff::{chance, doubled};
use crate::adaptor::stopped;
use crate::config::{Comments, Tracker};
use crate::wire::{Assign, OutboxKey, Report, TRACKER_NETWORK, TicketDelivery, TicketOrder, TrackerReport};
use chrono::{TimeDelta, Utc};
use serde_json::json;
use std::collections::{HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep_until};

/// First pause before a retry; doubles up to the longest.
const FIRST_WAIT: Duration = Duration::from_secs(2);
const LONGEST_WAIT: Duration = Duration::from_secs(15 * 60);

/// An order this old that could not be carried out is given up.
const GIVE_UP_AFTER: TimeDelta = TimeDelta::days(14);

/// An order that waits.
struct WaitingOrder {
    delivery: TicketDelivery,
    attempts: u32,
    /// Not to be tried before this.
    not_before: Option<Instant>,
    /// Was it reported that the assignment was not taken?
    told: bool,
}

/// How an attempt ended, if not well.
enum Stop {
    /// Nothing can be written now.
    All(ForgeRefusal),
    /// This one cannot be carried out now.
    This(ForgeRefusal),
    /// It never can.
    Never(String),
}

impl From<ForgeRefusal> for Stop {
    fn from(refusal: ForgeRefusal) -> Self {
        match refusal {
            ForgeRefusal::Away(..) | ForgeRefusal::Token(_) | ForgeRefusal::Moved(_) => Self::All(refusal),
            ForgeRefusal::Broken(_)
            | ForgeRefusal::Forbidden(_)
            | ForgeRefusal::NotThere(_)
            | ForgeRefusal::Refused(_) => Self::This(refusal),
        }
    }
}

/// The task.
pub(super) struct TicketWriter {
    config: Tracker,
    forge: Arc<Forge>,
    teller: TrackerTeller,
    /// Ordered by key.
    waiting: VecDeque<WaitingOrder>,
    /// Nothing is tried before this.
    all_wait: Option<Instant>,
    failures: u32,
    /// The comment that is edited, by ticket.
    edited: HashMap<u64, u64>,
    /// What was reported of each part.
    troubles: HashMap<&'static str, String>,
}

impl TicketWriter {
    pub(super) fn new(config: Tracker, forge: Arc<Forge>, teller: TrackerTeller) -> Self {
        Self {
            config,
            forge,
            teller,
            waiting: VecDeque::new(),
            all_wait: None,
            failures: 0,
            edited: HashMap::new(),
            troubles: HashMap::new(),
        }
    }

    pub(super) async fn run(&mut self, orders: &mut mpsc::Receiver<TicketDelivery>, stop: &mut watch::Receiver<bool>) {
        let network = TRACKER_NETWORK.to_owned();
        self.teller.report(Report::Up { network }).await;
        loop {
            if *stop.borrow() {
                return;
            }
            if let Some(at) = self.due(Instant::now()) {
                self.attempt(at).await;
                while let Ok(order) = orders.try_recv() {
                    self.take(order);
                }
                continue;
            }
            let next = self.next_time();
            tokio::select! {
                () = stopped(stop) => return,
                order = orders.recv() => match order {
                    Some(order) => self.take(order),
                    None => return,
                },
                () = sleep_until(next.unwrap_or_else(Instant::now)), if next.is_some() => {}
            }
        }
    }

    fn take(&mut self, delivery: TicketDelivery) {
        if self.waiting.iter().any(|waiting| waiting.delivery.key == delivery.key) {
            return;
        }
        self.waiting.push_back(WaitingOrder {
            delivery,
            attempts: 0,
            not_before: None,
            told: false,
        });
    }

    /// The first waiting order of each ticket.
    fn heads(&self) -> impl Iterator<Item = usize> {
        let ticket = |at: usize| &self.waiting[at].delivery.order.url;
        (0..self.waiting.len()).filter(move |at| (0..*at).all(|earlier| ticket(earlier) != ticket(*at)))
    }

    fn due(&self, now: Instant) -> Option<usize> {
        if self.all_wait.is_some_and(|until| until > now) {
            return None;
        }
        self.heads()
            .find(|at| self.waiting[*at].not_before.is_none_or(|time| time <= now))
    }

    /// When something becomes due; `None` if nothing waits.
    fn next_time(&self) -> Option<Instant> {
        let first = self.heads().map(|at| self.waiting[at].not_before).min()?;
        first.max(self.all_wait).or_else(|| Some(Instant::now()))
    }

    async fn attempt(&mut self, at: usize) {
        let Some(waiting) = self.waiting.get_mut(at) else {
            return;
        };
        waiting.attempts += 1;
        let TicketDelivery { key, order } = waiting.delivery.clone();
        let (attempts, told) = (waiting.attempts, waiting.told);
        let mut told = told;
        let outcome = self.carry_out(key, &order, &mut told).await;
        if let Some(waiting) = self.waiting.get_mut(at) {
            waiting.told = told;
        }
        if !matches!(outcome, Err(Stop::All(_))) {
            self.failures = 0;
            self.all_wait = None;
        }
        let is_old = Utc::now() - order.at > GIVE_UP_AFTER;
        match outcome {
            Ok(issue) => {
                tracing::info!(%key, attempts, ticket = issue.number, "a ticket is up to date");
                self.waiting.remove(at);
                self.is_well("writing").await;
                let read = self.forge.read(&issue);
                self.teller.tell(TrackerReport::Shown(read)).await;
                let (lines, complete) = (1, true);
                self.teller.report(Report::Delivered { key, lines, complete }).await;
            }
            Err(Stop::Never(why)) => {
                self.waiting.remove(at);
                self.teller.report(Report::Undeliverable { key, why }).await;
            }
            Err(Stop::All(refusal) | Stop::This(refusal)) if is_old => {
                self.waiting.remove(at);
                let why = format!("given up after two weeks: {}", refusal.words());
                self.teller.report(Report::Undeliverable { key, why }).await;
            }
            Err(Stop::All(refusal)) => {
                self.failures += 1;
                let wait = pause(self.failures, &refusal);
                self.all_wait = Some(Instant::now() + wait);
                self.delay(key, at, wait, &refusal).await;
            }
            Err(Stop::This(refusal)) => {
                let wait = pause(attempts, &refusal);
                self.delay(key, at, wait, &refusal).await;
            }
        }
    }

    async fn delay(&mut self, key: OutboxKey, at: usize, wait: Duration, refusal: &ForgeRefusal) {
        if let Some(waiting) = self.waiting.get_mut(at) {
            waiting.not_before = Some(Instant::now() + wait);
        }
        let why = refusal.words().to_owned();
        self.trouble("writing", &why).await;
        self.teller.tell(TrackerReport::Delayed { key, why }).await;
    }

    /// Reports a trouble, once until it is another one.
    async fn trouble(&mut self, part: &'static str, why: &str) {
        if self.troubles.get(part).is_none_or(|known| known != why) {
            self.troubles.insert(part, why.to_owned());
            self.teller.state(part, Some(why.to_owned())).await;
        }
    }

    /// Reports that a part works.
    async fn is_well(&mut self, part: &'static str) {
        self.troubles.remove(part);
        self.teller.state(part, None).await;
    }

    /// What somebody else did is no trouble any more.
    async fn is_over(&mut self, part: &'static str) {
        if self.troubles.contains_key(part) {
            self.is_well(part).await;
        }
    }

    /// Makes a ticket show what an order says. Returns the ticket as it is then.
    async fn carry_out(&mut self, key: OutboxKey, order: &TicketOrder, told: &mut bool) -> Result<Issue, Stop> {
        let Some(number) = self.forge.number(&order.url) else {
            return Err(Stop::Never(format!(
                "{} is no ticket of {}",
                order.url, self.config.repository
            )));
        };
        let mut issue = match self.forge.issue(number).await {
            Ok(issue) => issue,
            Err(ForgeRefusal::NotThere(why)) => return Err(self.not_there(number, why).await),
            Err(other) => return Err(other.into()),
        };
        if issue.is_pull() {
            return Err(Stop::Never(format!("{number} is a pull request and no ticket")));
        }
        if let Some(assign) = &order.assign {
            issue = self.assign(issue, assign, order, told).await?;
        }
        if let Some(phase) = &order.phase {
            self.label(&mut issue, phase).await?;
        }
        if let Some(comment) = &order.comment {
            match self.config.comments {
                Comments::Each => self.comment(number, comment, key, order).await?,
                Comments::One => self.edit_the_one(number, comment).await?,
                Comments::None => {}
            }
        }
        if let Some(closed) = order.closed {
            issue = self.close(issue, closed).await?;
        }
        Ok(issue)
    }

    /// A ticket that is not there is given up, unless no ticket is seen.
    async fn not_there(&self, number: u64, why: String) -> Stop {
        match self.forge.issues_since(Utc::now()).await {
            Ok(_) => Stop::Never(format!("there is no ticket {number} in {}", self.config.repository)),
            Err(ForgeRefusal::NotThere(_)) => Stop::This(ForgeRefusal::NotThere(format!(
                "{} is not there, or hidden from the token: {why}",
                self.config.repository
            ))),
            Err(other) => other.into(),
        }
    }

    async fn assign(
        &mut self,
        issue: Issue,
        assign: &Assign,
        order: &TicketOrder,
        told: &mut bool,
    ) -> Result<Issue, Stop> {
        let Assign { login, instead_of } = assign;
        if issue.is_assigned_to(login) {
            self.is_over("assigning").await;
            return Ok(issue);
        }
        if *told {
            return Ok(issue);
        }
        let mut logins = issue.logins();
        logins.retain(|known| {
            instead_of
                .as_ref()
                .is_none_or(|former| !known.eq_ignore_ascii_case(former))
        });
        logins.push(login.clone());
        let why = match self.forge.edit(issue.number, &json!({"assignees": logins})).await {
            // A ticket's author without write access gets 201, and nothing happened.
            Ok(edited) if edited.is_assigned_to(login) => {
                self.is_well("assigning").await;
                return Ok(edited);
            }
            Ok(_) => format!(
                "the server took the call and assigned nobody: the token's account needs write access to {}",
                self.config.repository
            ),
            Err(ForgeRefusal::Broken(why) | ForgeRefusal::Refused(why) | ForgeRefusal::NotThere(why)) => {
                format!("{why}; has the server a login {login}?")
            }
            Err(ForgeRefusal::Forbidden(why)) => why,
            Err(other @ (ForgeRefusal::Away(..) | ForgeRefusal::Token(_) | ForgeRefusal::Moved(_))) => {
                return Err(other.into());
            }
        };
        *told = true;
        self.trouble("assigning", &why).await;
        let (ticket, login) = (order.url.clone(), login.clone());
        self.teller
            .tell(TrackerReport::NotAssigned { ticket, login, why })
            .await;
        Ok(issue)
    }

    /// Gives the ticket the label of its phase, and takes those of the others away.
    async fn label(&mut self, issue: &mut Issue, phase: &str) -> Result<(), Stop> {
        let labels = self.config.phase_labels.clone();
        if labels.is_empty() {
            return Ok(());
        }
        match self.labelled(issue, labels.get(phase), &labels).await {
            Ok(None) => self.is_well("labels").await,
            Ok(Some(why)) => self.trouble("labels", &why).await,
            Err(
                ForgeRefusal::Forbidden(why)
                | ForgeRefusal::Refused(why)
                | ForgeRefusal::NotThere(why)
                | ForgeRefusal::Broken(why),
            ) => {
                self.trouble("labels", &why).await;
            }
            Err(other @ (ForgeRefusal::Away(..) | ForgeRefusal::Token(_) | ForgeRefusal::Moved(_))) => {
                return Err(other.into());
            }
        }
        Ok(())
    }

    async fn labelled(
        &self,
        issue: &mut Issue,
        wanted: Option<&String>,
        of_phases: &std::collections::BTreeMap<String, String>,
    ) -> Result<Option<String>, ForgeRefusal> {
        let same = |label: &Label, name: &String| label.name.eq_ignore_ascii_case(name);
        let is_over = |label: &Label| {
            of_phases.values().any(|name| same(label, name)) && !wanted.is_some_and(|name| same(label, name))
        };
        for label in issue.labels.clone().iter().filter(|label| is_over(label)) {
            self.forge.remove_label(issue.number, label.id).await?;
            issue.labels.retain(|known| known.id != label.id);
        }
        let Some(wanted) = wanted else { return Ok(None) };
        if issue.labels.iter().any(|label| same(label, wanted)) {
            return Ok(None);
        }
        // Names are looked up in the repository alone; labels of the organisation are added by their ids.
        let known = self.forge.labels().await?;
        let Some(label) = known.found.iter().find(|label| same(label, wanted)) else {
            return Ok(Some(format!(
                "{}, or take it out of phase_labels of [tracker]",
                known.without(wanted, &self.config.repository)
            )));
        };
        let labels = self.forge.add_label(issue.number, label.id).await?;
        let is_there = labels.iter().any(|label| same(label, wanted));
        issue.labels = labels;
        Ok((!is_there).then(|| format!("the server took the label {wanted:?} and the ticket does not have it")))
    }

    /// Writes a comment, unless it stands there already.
    async fn comment(&self, number: u64, text: &str, key: OutboxKey, order: &TicketOrder) -> Result<(), ForgeRefusal> {
        // Beside the key it holds the moment, so that two stores never give the same mark.
        let mark = format!("{MARK}{key} {:x} -->", order.at.timestamp_micros());
        self.forge.learn_own().await?;
        let comments = self.forge.comments_of(number).await?;
        // Where something on the way takes marks out, the same words are it.
        let stands = |comment: &Comment| {
            let body = &comment.body;
            body.contains(&mark) || (!body.contains(MARK) && body.trim() == text.trim())
        };
        if comments
            .iter()
            .any(|comment| self.forge.is_own(comment) && stands(comment))
        {
            tracing::info!(%key, number, "the comment of an order stands there already");
            return Ok(());
        }
        let written = self.forge.comment(number, &format!("{text}\n\n{mark}")).await?;
        self.is_kept(number, &written, &mark)
    }

    /// Writes the one comment of a ticket, or edits it.
    async fn edit_the_one(&mut self, number: u64, text: &str) -> Result<(), ForgeRefusal> {
        let mark = format!("{MARK}status -->");
        let body = format!("{text}\n\n{mark}");
        self.forge.learn_own().await?;
        // Anybody can write that mark: only of an account that is known it is the bot's.
        let is_known = self.forge.own().is_some();
        let is_it = |comment: &&Comment| is_known && self.forge.is_own(comment) && comment.body.contains(&mark);
        let id = match self.edited.get(&number) {
            Some(id) => Some(*id),
            None => {
                let comments = self.forge.comments_of(number).await?;
                comments.iter().find(is_it).map(|comment| comment.id)
            }
        };
        if let Some(id) = id {
            match self.forge.edit_comment(id, &body).await {
                Ok(()) => {
                    self.edited.insert(number, id);
                    return Ok(());
                }
                // Somebody deleted it: a new one is written.
                Err(ForgeRefusal::NotThere(_)) => {
                    self.edited.remove(&number);
                }
                Err(other) => return Err(other),
            }
        }
        let comment = self.forge.comment(number, &body).await?;
        self.is_kept(number, &comment, &mark)?;
        self.edited.insert(number, comment.id);
        Ok(())
    }

    /// A server may say yes and do nothing.
    fn is_kept(&self, number: u64, written: &Comment, mark: &str) -> Result<(), ForgeRefusal> {
        if written.body.contains(mark) {
            return Ok(());
        }
        Err(ForgeRefusal::Refused(format!(
            "the server took a comment for ticket {number} and did not keep it: the token's account needs write access to {}",
            self.config.repository
        )))
    }

    async fn close(&mut self, issue: Issue, closed: bool) -> Result<Issue, Stop> {
        if issue.is_closed() == closed {
            self.is_over("closing").await;
            return Ok(issue);
        }
        let state = if closed { "closed" } else { "open" };
        let why = match self.forge.edit(issue.number, &json!({"state": state})).await {
            Ok(edited) if edited.is_closed() == closed => {
                self.is_well("closing").await;
                return Ok(edited);
            }
            Ok(_) => format!(
                "the server took the call, and ticket {} is not {state}: the token's account needs write access to {}",
                issue.number, self.config.repository
            ),
            // Such as 412: the ticket depends on open ones.
            Err(ForgeRefusal::Refused(why) | ForgeRefusal::Forbidden(why)) => {
                let verb = if closed { "closed" } else { "reopened" };
                format!("ticket {} cannot be {verb}: {why}", issue.number)
            }
            Err(
                other @ (ForgeRefusal::Away(..)
                | ForgeRefusal::Broken(_)
                | ForgeRefusal::Token(_)
                | ForgeRefusal::NotThere(_)
                | ForgeRefusal::Moved(_)),
            ) => return Err(other.into()),
        };
        self.trouble("closing", &why).await;
        Ok(issue)
    }
}

/// The pause before a retry.
fn pause(failures: u32, refusal: &ForgeRefusal) -> Duration {
    let usual = doubled(FIRST_WAIT, failures.saturating_sub(1), LONGEST_WAIT).mul_f64(0.75 + chance() / 4.0);
    if let ForgeRefusal::Away(_, Some(asked)) = refusal {
        usual.max(*asked)
    } else {
        usual
    }
}
