//! Outgoing: takes messages from the outbox and publishes each until the broker confirms it, in order.
//!
//! A topic that the broker refuses waits, and the others go on. A broker that is away stops all of them. What was written
//! too long ago is left: nobody wants to hear of it as news.

use super::BusTeller;
use super::link::{BusLink, BusRefusal};
use super::schema;
use crate::adaptor::backoff::{Backoff, Wait, chance, doubled};
use crate::adaptor::stopped;
use crate::config::Bus;
use crate::wire::{BUS_NETWORK, BusDelivery, BusMessage, BusReport, BusTopic, OutboxKey, Report};
use chrono::{TimeDelta, Utc};
use lapin::BasicProperties;
use lapin::types::{AMQPValue, FieldTable, LongString, ShortString};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep_until};

/// First and longest pause before a new connection.
const RECONNECT: (Duration, Duration) = (Duration::from_secs(2), Duration::from_secs(5 * 60));

/// First and longest pause before a message that was not taken is sent again.
const FIRST_WAIT: Duration = Duration::from_secs(2);
const LONGEST_WAIT: Duration = Duration::from_secs(15 * 60);

/// Pause before a refused topic is tried again.
const PARKED: Duration = Duration::from_secs(60 * 60);

/// What was written longer ago is left.
const NEWS_FOR: TimeDelta = TimeDelta::days(2);

/// The name of the package with the schemas, for consumers.
const PACKAGE: &str = "rfrbot-messages";

/// Consumers sort by it: 20 is information.
const SEVERITY: i32 = 20;

/// A message that waits.
struct WaitingMessage {
    delivery: BusDelivery,
    attempts: u32,
    /// Not to be tried before this.
    not_before: Option<Instant>,
}

/// The task.
pub(super) struct BusPublisher {
    config: Bus,
    teller: BusTeller,
    link: Option<BusLink>,
    backoff: Backoff,
    /// Since when the connection is there, or was.
    up_since: Option<Instant>,
    /// No connection is tried before this.
    connect_at: Option<Instant>,
    /// Ordered by key.
    waiting: VecDeque<WaitingMessage>,
    /// Topics that the broker refuses, and when each is tried again.
    parked: BTreeMap<BusTopic, Instant>,
    /// What was reported last.
    trouble: Option<String>,
}

impl BusPublisher {
    pub(super) fn new(config: Bus, teller: BusTeller) -> Self {
        Self {
            config,
            teller,
            link: None,
            backoff: Backoff::new(RECONNECT),
            up_since: None,
            connect_at: None,
            waiting: VecDeque::new(),
            parked: BTreeMap::new(),
            trouble: None,
        }
    }

    pub(super) async fn run(&mut self, orders: &mut mpsc::Receiver<BusDelivery>, stop: &mut watch::Receiver<bool>) {
        // What there was before a panic is given again.
        self.waiting.clear();
        self.link = None;
        let network = BUS_NETWORK.to_owned();
        self.teller.report(Report::Up { network }).await;
        loop {
            if *stop.borrow() {
                if let Some(link) = self.link.take() {
                    link.close().await;
                }
                return;
            }
            self.leave_what_is_old().await;
            let now = Instant::now();
            if self.link.is_none() && self.connect_at.is_none_or(|at| at <= now) {
                tokio::select! {
                    () = stopped(stop) => continue,
                    opened = BusLink::open(&self.config) => match opened {
                        Ok(link) => self.connected(link).await,
                        Err(refusal) => self.disconnected(refusal.words()).await,
                    },
                }
                continue;
            }
            if self.link.is_some()
                && let Some(at) = self.due(now)
            {
                self.attempt(at).await;
                while let Ok(order) = orders.try_recv() {
                    self.take(order);
                }
                continue;
            }
            let next = self.next_time();
            tokio::select! {
                () = stopped(stop) => {}
                order = orders.recv() => match order {
                    Some(order) => self.take(order),
                    None => return,
                },
                () = sleep_until(next.unwrap_or_else(Instant::now)), if next.is_some() => {}
                why = lost(self.link.as_mut()) => self.disconnected(&why).await,
            }
        }
    }

    fn take(&mut self, delivery: BusDelivery) {
        if self.waiting.iter().any(|waiting| waiting.delivery.key == delivery.key) {
            return;
        }
        self.waiting.push_back(WaitingMessage {
            delivery,
            attempts: 0,
            not_before: None,
        });
    }

    /// When a message may be tried.
    fn not_before(&self, waiting: &WaitingMessage) -> Option<Instant> {
        waiting
            .not_before
            .max(self.parked.get(&waiting.delivery.message.topic).copied())
    }

    fn due(&self, now: Instant) -> Option<usize> {
        let mut all = self.waiting.iter();
        all.position(|waiting| self.not_before(waiting).is_none_or(|at| at <= now))
    }

    /// When something becomes due; `None` if nothing waits for a time.
    fn next_time(&self) -> Option<Instant> {
        if self.link.is_none() {
            return self.connect_at;
        }
        self.waiting.iter().filter_map(|waiting| self.not_before(waiting)).min()
    }

    async fn connected(&mut self, link: BusLink) {
        tracing::info!(host = self.config.host, "the bus: connected");
        self.link = Some(link);
        self.up_since = Some(Instant::now());
        self.connect_at = None;
        self.trouble = None;
        // Its admins may have changed what it refuses.
        self.parked.values_mut().for_each(|again| *again = Instant::now());
        self.teller.state("broker", None).await;
    }

    async fn disconnected(&mut self, why: &str) {
        self.link = None;
        let wait = self
            .backoff
            .next(Wait::Usual, self.up_since.take(), Instant::now(), chance());
        self.connect_at = Some(Instant::now() + wait);
        tracing::debug!(why, "the bus: not connected; tried again in {wait:.1?}");
        if self.trouble.as_deref() != Some(why) {
            self.trouble = Some(why.to_owned());
            self.teller.state("broker", Some(why.to_owned())).await;
        }
    }

    async fn leave_what_is_old(&mut self) {
        let now = Utc::now();
        let is_old = |waiting: &WaitingMessage| now - waiting.delivery.message.at > NEWS_FOR;
        if !self.waiting.iter().any(is_old) {
            return;
        }
        let all = std::mem::take(&mut self.waiting);
        let (old, rest): (VecDeque<_>, VecDeque<_>) = all.into_iter().partition(is_old);
        self.waiting = rest;
        let count = old.len();
        for waiting in old {
            let why = "it was written more than two days ago".to_owned();
            let key = waiting.delivery.key;
            self.teller.report(Report::Undeliverable { key, why }).await;
        }
        self.teller.tell(BusReport::Left { count }).await;
    }

    async fn attempt(&mut self, at: usize) {
        let (Some(link), Some(waiting)) = (&mut self.link, self.waiting.get_mut(at)) else {
            return;
        };
        waiting.attempts += 1;
        let attempts = waiting.attempts;
        let BusDelivery { key, message } = waiting.delivery.clone();
        if let Err(why) = schema::check(message.topic, &message.body) {
            self.waiting.remove(at);
            let why = format!("a mistake in the bot, please report it: {why}");
            return self.teller.report(Report::Undeliverable { key, why }).await;
        }
        let topic = self.config.topic(message.topic);
        let body = message.body.to_string();
        let published = link
            .publish(&self.config.exchange, &topic, properties(&message), body.as_bytes())
            .await;
        match published {
            Ok(()) => {
                tracing::debug!(%key, topic, id = message.id, "the bus: published");
                self.waiting.remove(at);
                if self.parked.remove(&message.topic).is_some() {
                    self.teller.state(message.topic.name(), None).await;
                }
                self.teller.state("broker", None).await;
                self.confirmed(key).await;
            }
            Err(BusRefusal::Refused(why)) => {
                let is_new = self.parked.insert(message.topic, Instant::now() + PARKED).is_none();
                if is_new {
                    let topic = message.topic;
                    self.teller.tell(BusReport::Parked { key, topic, why }).await;
                }
            }
            Err(BusRefusal::NotNow(why)) => {
                if let Some(waiting) = self.waiting.get_mut(at) {
                    waiting.not_before = Some(Instant::now() + doubled(FIRST_WAIT, attempts - 1, LONGEST_WAIT));
                }
                self.teller.state("broker", Some(why)).await;
            }
            Err(BusRefusal::Away(why)) => self.disconnected(&why).await,
        }
    }

    async fn confirmed(&mut self, key: OutboxKey) {
        let (lines, complete) = (1, true);
        self.teller.report(Report::Delivered { key, lines, complete }).await;
    }
}

/// Waits until the connection is lost; for ever where there is none.
async fn lost(link: Option<&mut BusLink>) -> String {
    match link {
        Some(link) => link.lost().await,
        None => std::future::pending().await,
    }
}

/// What consumers read beside the body.
fn properties(message: &BusMessage) -> BasicProperties {
    let text = |words: &str| AMQPValue::LongString(LongString::from(words));
    let mut headers: BTreeMap<ShortString, AMQPValue> = BTreeMap::new();
    headers.insert("fedora_messaging_schema".into(), text(&schema::name_of(message.topic)));
    headers.insert("fedora_messaging_schema_package".into(), text(PACKAGE));
    headers.insert("fedora_messaging_severity".into(), AMQPValue::LongInt(SEVERITY));
    headers.insert("priority".into(), AMQPValue::LongInt(0));
    let sent_at = message.at.format("%Y-%m-%dT%H:%M:%S+00:00").to_string();
    headers.insert("sent-at".into(), text(&sent_at));
    let agent = message.body.get("agent").and_then(Value::as_str);
    let people = message
        .body
        .get("people")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    let users: BTreeSet<&str> = people.filter_map(Value::as_str).chain(agent).collect();
    for user in users {
        mark(&mut headers, "fedora_messaging_user_", user);
    }
    if let Some(name) = message.body.pointer("/rfr/name").and_then(Value::as_str) {
        mark(&mut headers, "fedora_messaging_group_sysadmin-", name);
    }
    BasicProperties::default()
        .with_content_type("application/json".into())
        .with_content_encoding("utf-8".into())
        .with_delivery_mode(2)
        .with_priority(0)
        .with_message_id(message.id.as_str().into())
        .with_headers(FieldTable::from(headers))
}

/// A header whose name says it all; names of headers have at most 255 bytes.
fn mark(headers: &mut BTreeMap<ShortString, AMQPValue>, kind: &str, name: &str) {
    let header = format!("{kind}{name}");
    if header.len() <= 255 {
        headers.insert(header.into(), AMQPValue::Boolean(true));
    }
}
