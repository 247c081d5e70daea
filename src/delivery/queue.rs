//! What is owed to one network, in order, and how much of that is with its adaptor.

use crate::wire::{BusDelivery, Delivery, MailDelivery, OutboxKey, TicketDelivery};
use std::collections::VecDeque;
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TrySendError;

/// Most unkept answers that wait for one network; further ones are dropped.
const MOST_ANSWERS: usize = 1000;

/// The queue of one network.
pub(super) struct NetworkQueue<T> {
    pub(super) adaptor: mpsc::Sender<T>,
    pub(super) up: bool,
    /// Do unkept answers wait while the network is down?
    pub(super) patient: bool,
    /// Deliveries in order of arrival, with unkept answers among them until they are handed over; the first `handed`
    /// are with the adaptor.
    pub(super) owed: VecDeque<T>,
    pub(super) handed: usize,
    /// Number of unkept answers in `owed`.
    pub(super) answers: usize,
}

/// Something that may be owed.
pub(super) trait Keyed: Clone {
    /// Its key, if it is kept.
    fn key(&self) -> Option<OutboxKey>;
}

impl Keyed for Delivery {
    fn key(&self) -> Option<OutboxKey> {
        self.key
    }
}

impl Keyed for MailDelivery {
    fn key(&self) -> Option<OutboxKey> {
        Some(self.key)
    }
}

impl Keyed for TicketDelivery {
    fn key(&self) -> Option<OutboxKey> {
        Some(self.key)
    }
}

impl Keyed for BusDelivery {
    fn key(&self) -> Option<OutboxKey> {
        Some(self.key)
    }
}

impl<T: Keyed> NetworkQueue<T> {
    pub(super) fn new(adaptor: mpsc::Sender<T>) -> Self {
        Self {
            adaptor,
            up: false,
            patient: false,
            owed: VecDeque::new(),
            handed: 0,
            answers: 0,
        }
    }

    pub(super) fn owe(&mut self, delivery: T) {
        self.owed.push_back(delivery);
        self.hand_over();
    }

    pub(super) fn up(&mut self) {
        self.up = true;
        self.handed = 0;
        self.hand_over();
    }

    pub(super) fn down(&mut self) {
        self.up = false;
        self.handed = 0;
        if !self.patient {
            self.owed.retain(|delivery| delivery.key().is_some());
            self.answers = 0;
        }
    }

    pub(super) fn position(&self, key: OutboxKey) -> Option<usize> {
        self.owed.iter().position(|delivery| delivery.key() == Some(key))
    }

    /// Hands over what is owed and not yet with the adaptor, as far as it has room.
    pub(super) fn hand_over(&mut self) {
        while self.up && self.handed < self.owed.len() {
            match self.adaptor.try_send(self.owed[self.handed].clone()) {
                Ok(()) if self.owed[self.handed].key().is_some() => self.handed += 1,
                // Unkept answers are not confirmed.
                Ok(()) => {
                    self.answers -= 1;
                    self.owed.remove(self.handed);
                }
                // Retried when the adaptor confirms something; a closed one comes up again.
                Err(TrySendError::Full(_) | TrySendError::Closed(_)) => break,
            }
        }
    }

    pub(super) fn settle(&mut self, at: usize) -> Option<T> {
        if at < self.handed {
            self.handed -= 1;
        }
        let delivery = self.owed.remove(at);
        self.hand_over();
        delivery
    }
}

impl NetworkQueue<Delivery> {
    /// An unkept answer follows what was owed before it, as far as the adaptor keeps that order.
    pub(super) fn say(&mut self, mut delivery: Delivery) {
        // The adaptor may have gained room since it last took something.
        self.hand_over();
        if self.up && self.handed == self.owed.len() {
            delivery = match self.adaptor.try_send(delivery) {
                Ok(()) => return,
                Err(TrySendError::Full(delivery) | TrySendError::Closed(delivery)) => delivery,
            };
        }
        if !(self.up || self.patient) || self.answers >= MOST_ANSWERS {
            let place = &delivery.outgoing.place;
            tracing::warn!(%place, "an answer was dropped: the network is away or too busy");
            return;
        }
        self.answers += 1;
        self.owed.push_back(delivery);
    }
}
