//! Sends what is said, with one queue per room, so that a waiting room does not delay the others.
//!
//! Messages about changes are sent in order, one after the other. Answers to queries are sent several at a time: each
//! shows what it answers. Nothing waits for a reaction.

use super::error::Failure;
use super::recent::{RecentMessages, event_of};
use super::render::{self, Answers};
use super::rooms::Rooms;
use super::seals::Seals;
use crate::wire::{Delivery, Place, Report};
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use matrix_sdk::Room;
use matrix_sdk::ruma::{OwnedTransactionId, TransactionId};
use serde_json::Value;
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, watch};
use tokio::task::{AbortHandle, JoinSet};
use tokio::time::sleep;
use tracing::{debug, warn};

/// First pause before a send is retried; doubles.
const FIRST_WAIT: Duration = Duration::from_secs(1);

/// Longest pause before a send is retried, unless the server asks for more.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// Most answers to queries in one room being sent at once.
const AT_ONCE: usize = 8;

/// Takes deliveries and sends them.
pub(super) struct Mouth {
    voice: Arc<Voice>,
    /// Counts connections: after each new one, everything unconfirmed is handed over again.
    connections: watch::Receiver<u64>,
    queues: HashMap<Place, (mpsc::UnboundedSender<QueuedDelivery>, AbortHandle)>,
    tasks: JoinSet<()>,
}

/// A delivery in a room's queue.
struct QueuedDelivery {
    delivery: Delivery,
    /// Number of the connection for which it was handed over.
    connection: u64,
}

struct Voice {
    connections: watch::Receiver<u64>,
    rooms: Arc<Rooms>,
    recent: Arc<RecentMessages>,
    seals: Arc<Seals>,
    reports: mpsc::Sender<Report>,
}

/// A reaction beside an answer: an extra that nothing waits for.
struct Reaction {
    room: Room,
    message: String,
    content: Value,
}

/// What became of one event.
enum Sent {
    Out,
    Refused(String),
}

impl Reaction {
    /// Sends it once: an extra is not worth a retry.
    async fn send(self) {
        let transaction = OwnedTransactionId::from(format!("rfr-at-{}", self.message));
        let sending = self.room.send_raw("m.reaction", self.content);
        if let Err(error) = sending.with_transaction_id(&transaction).await {
            let why = Failure::from(&error).words();
            debug!(room = %self.room.room_id(), why, "no reaction this time");
        }
    }
}

impl Mouth {
    pub(super) fn new(
        rooms: Arc<Rooms>,
        recent: Arc<RecentMessages>,
        seals: Arc<Seals>,
        reports: mpsc::Sender<Report>,
        connections: watch::Receiver<u64>,
    ) -> Self {
        Self {
            voice: Arc::new(Voice {
                connections: connections.clone(),
                rooms,
                recent,
                seals,
                reports,
            }),
            connections,
            queues: HashMap::new(),
            tasks: JoinSet::new(),
        }
    }

    /// Sends until the senders of deliveries are gone.
    pub(super) async fn speak(&mut self, deliveries: &mut mpsc::Receiver<Delivery>) {
        loop {
            tokio::select! {
                biased;
                changed = self.connections.changed() => {
                    if changed.is_err() {
                        return;
                    }
                }
                delivery = deliveries.recv() => match delivery {
                    Some(delivery) => self.enqueue(delivery),
                    None => return,
                },
                // Drops finished queues.
                Some(_) = self.tasks.join_next() => {}
            }
        }
    }

    fn enqueue(&mut self, delivery: Delivery) {
        let room = Place {
            thread: None,
            ..delivery.outgoing.place.clone()
        };
        let queue = self.queues.get(&room).filter(|(_, task)| !task.is_finished());
        let queue = match queue {
            Some((queue, _)) => queue.clone(),
            None => {
                // Bounded by what the outbox owes.
                let (queue, waiting) = mpsc::unbounded_channel();
                let voice = self.voice.clone();
                let task = self.tasks.spawn(async move { voice.say_all(waiting).await });
                self.queues.insert(room, (queue.clone(), task));
                queue
            }
        };
        // The task lives as long as its queue.
        let connection = *self.connections.borrow();
        let _ = queue.send(QueuedDelivery { delivery, connection });
    }
}

impl Voice {
    async fn say_all(&self, mut queue: mpsc::UnboundedReceiver<QueuedDelivery>) {
        let mut under_way = FuturesUnordered::new();
        // On their own, so that they also go out while a message is being sent.
        let mut reactions = JoinSet::new();
        let react = |reactions: &mut JoinSet<()>, reaction: Option<Reaction>| {
            if let Some(reaction) = reaction.filter(|_| reactions.len() < AT_ONCE) {
                reactions.spawn(reaction.send());
            }
        };
        loop {
            let waiting = tokio::select! {
                Some(reaction) = under_way.next() => {
                    react(&mut reactions, reaction);
                    continue;
                }
                Some(_) = reactions.join_next() => continue,
                waiting = queue.recv(), if under_way.len() < AT_ONCE => waiting,
            };
            let Some(QueuedDelivery { delivery, connection }) = waiting else {
                break;
            };
            if answers_a_question(&delivery) {
                under_way.push(async move { self.say(&delivery).await });
                continue;
            }
            while let Some(reaction) = under_way.next().await {
                react(&mut reactions, reaction);
            }
            // A kept delivery is handed over again for a new connection; an unkept one exists only here.
            if delivery.key.is_none() || connection == *self.connections.borrow() {
                let reaction = self.say(&delivery).await;
                react(&mut reactions, reaction);
            }
        }
        while let Some(reaction) = under_way.next().await {
            react(&mut reactions, reaction);
        }
        while reactions.join_next().await.is_some() {}
    }

    /// Says it; the reaction beside it is not sent yet.
    async fn say(&self, delivery: &Delivery) -> Option<Reaction> {
        let room = match self.room_for(delivery).await {
            Ok(room) => room,
            Err(why) => {
                self.undeliverable(delivery, why).await;
                return None;
            }
        };
        let outgoing = &delivery.outgoing;
        let asks = outgoing
            .beside
            .asks
            .as_ref()
            .filter(|_| self.rooms.signs_by_reaction(&room));
        let parts = render::parts(&outgoing.message, asks);
        let parts = render::folded(parts, &outgoing.message, outgoing.beside.folded, asks);
        let asked = outgoing.in_reply_to.as_ref().map(|id| {
            // After a restart nothing is known about it: assume it was a message.
            let known = self.recent.get(id.own());
            (
                known
                    .as_ref()
                    .map_or(Some(event_of(id.own()).to_owned()), |known| known.reply_to.clone()),
                known,
            )
        });
        let (message, known) = asked.unwrap_or((None, None));
        let answers = Answers {
            to: outgoing.to.clone(),
            message,
            thread: outgoing.place.thread.clone(),
            also_for: self.rooms.ids_in(&room, &outgoing.beside.highlights).await,
        };
        let done = usize::try_from(delivery.lines_done).unwrap_or(usize::MAX);
        for (index, part) in parts.iter().enumerate().skip(done) {
            let last = index + 1 == parts.len();
            let about = render::about(&outgoing.beside, asks).filter(|_| last);
            let content = render::content(part, &answers, index == 0, about.as_ref());
            let transaction = render::transaction(delivery, room.room_id(), index, &part.body);
            match self.send(&room, "m.room.message", content, transaction).await {
                Sent::Out => {
                    if let Some(key) = delivery.key.filter(|_| last) {
                        debug!(room = %room.room_id(), %key, "delivered");
                    }
                    self.delivered(delivery, index + 1, last).await;
                }
                Sent::Refused(why) => {
                    self.undeliverable(delivery, why).await;
                    return None;
                }
            }
        }
        if let (Some(id), Some(known)) = (&outgoing.in_reply_to, &known) {
            self.seals.answered(id, &known.sender);
        }
        let may_react = known.is_some_and(|known| known.react);
        let message = answers.message.filter(|_| may_react)?;
        let content = render::reaction(&message, outgoing.beside.outcome?)?;
        Some(Reaction { room, message, content })
    }

    /// The room of a delivery; waits for one that the bot should be in. An error says why there is none.
    async fn room_for(&self, delivery: &Delivery) -> Result<Room, String> {
        let place = &delivery.outgoing.place;
        if let crate::wire::Room::Person(account) = &place.room {
            return self.private_room(account).await;
        }
        loop {
            if let Some(room) = self.rooms.room(place) {
                return Ok(room);
            }
            if !self.rooms.is_wanted(place) {
                return Err("the bot is not in that room".to_owned());
            }
            sleep(FIRST_WAIT).await;
        }
    }

    /// Retries until the room exists or is refused; each time first looks for a room left by a lost answer.
    async fn private_room(&self, account: &str) -> Result<Room, String> {
        let mut wait = FIRST_WAIT;
        let mut connections = self.connections.clone();
        loop {
            connections.mark_unchanged();
            match self.rooms.alone_with(account).await {
                Ok(room) => return Ok(room),
                Err(failure) => rest(failure, account, &mut wait, &mut connections).await?,
            }
        }
    }

    /// Sends one event; retries until it is out or refused.
    async fn send(&self, room: &Room, kind: &str, content: Value, transaction: Option<String>) -> Sent {
        let transaction = transaction.map_or_else(TransactionId::new, Into::into);
        let mut wait = FIRST_WAIT;
        let mut connections = self.connections.clone();
        loop {
            connections.mark_unchanged();
            if !self.rooms.is_as_secret_as_before(room).await {
                return Sent::Refused("the server says that the room is not encrypted any more".to_owned());
            }
            let sending = room
                .send_raw(kind, content.clone())
                .with_transaction_id(&transaction)
                .into_future();
            let sent = tokio::select! {
                biased;
                sent = sending => sent,
                // A new connection: the old request may never be answered. The transaction id keeps it one event.
                Ok(()) = connections.changed() => continue,
            };
            let failure = match sent {
                Ok(_) => return Sent::Out,
                Err(error) => Failure::from(&error),
            };
            if let Err(why) = rest(failure, room.room_id().as_str(), &mut wait, &mut connections).await {
                return Sent::Refused(why);
            }
        }
    }

    async fn delivered(&self, delivery: &Delivery, parts: usize, complete: bool) {
        let Some(key) = delivery.key else { return };
        let lines = u32::try_from(parts).unwrap_or(u32::MAX);
        self.report(Report::Delivered { key, lines, complete }).await;
    }

    async fn undeliverable(&self, delivery: &Delivery, why: String) {
        match delivery.key {
            Some(key) => self.report(Report::Undeliverable { key, why }).await,
            None => warn!(place = %delivery.outgoing.place, why, "an answer was dropped"),
        }
    }

    async fn report(&self, report: Report) {
        // The receiver is gone only if the bot is ending.
        let _ = self.reports.send(report).await;
    }
}

/// Is it the answer to a query, in one event, so that its order among others does not matter?
fn answers_a_question(delivery: &Delivery) -> bool {
    let outgoing = &delivery.outgoing;
    delivery.key.is_none()
        && outgoing.in_reply_to.is_some()
        && render::parts(&outgoing.message, outgoing.beside.asks.as_ref()).len() == 1
}

/// Waits as long as a failure demands; an error means the failure is final.
async fn rest(
    failure: Failure,
    to: &str,
    wait: &mut Duration,
    connections: &mut watch::Receiver<u64>,
) -> Result<(), String> {
    let told_to_wait = matches!(failure, Failure::TooFast(_));
    let pause = match failure {
        Failure::TooFast(pause) => {
            debug!(room = %to, ?pause, "told to wait");
            // A little longer than asked for: clocks differ.
            pause + Duration::from_millis(100)
        }
        Failure::Refused(why) => return Err(why),
        // `ears` ends the session; whatever is owed waits for the next one.
        Failure::TokenRefused(_) | Failure::SoftLogout(_) => std::future::pending().await,
        Failure::Passing(why) => {
            warn!(room = %to, "could not send: {why}");
            let pause = *wait;
            *wait = (*wait * 2).min(LONGEST_WAIT);
            pause
        }
    };
    tokio::select! {
        biased;
        Ok(()) = connections.changed(), if !told_to_wait => {}
        () = sleep(pause) => {}
    }
    Ok(())
}
