//! The outbox at work: what must be said is handed to its network, in order, until the network confirms it.
//!
//! At least once: a kept delivery is owed until its adaptor reports it delivered (or refused for good), over
//! reconnects and restarts. Answers to queries are not kept: who asked over a link that broke asks again, except on
//! Matrix, where the question stays in the room and its answer waits for as long as the bot runs.
//! Nothing here blocks: a network that is down or slow costs the others nothing.

use crate::chat::{Delivery, OutboxKey};
use crate::store::{DeliveryMark, Progress};
use std::collections::{HashMap, VecDeque};
use tokio::sync::mpsc;
use tokio::sync::mpsc::error::TrySendError;

/// So many answers that are not kept wait for one network; more are dropped.
const MOST_ANSWERS: usize = 1000;

/// Everything that is owed, by network.
#[derive(Default)]
pub struct Outbox {
    networks: HashMap<String, Line>,
}

/// The way to one network.
struct Line {
    adaptor: mpsc::Sender<Delivery>,
    up: bool,
    /// Do answers wait while the network is away?
    patient: bool,
    /// Owed, in the order in which they came, with answers that are not kept among them until they are handed over;
    /// the first `handed` are with the adaptor.
    owed: VecDeque<Delivery>,
    handed: usize,
    /// How many answers that are not kept wait among what is owed.
    answers: usize,
}

impl Outbox {
    /// An outbox without networks.
    pub fn new() -> Self {
        Self::default()
    }

    /// Connects a network; nothing is handed over before it is up.
    pub fn connect(&mut self, network: &str, adaptor: mpsc::Sender<Delivery>) {
        let line = Line {
            adaptor,
            up: false,
            patient: false,
            owed: VecDeque::new(),
            handed: 0,
            answers: 0,
        };
        self.networks.insert(network.to_owned(), line);
    }

    /// Answers that are not kept wait for this network, too, while it is away.
    pub fn wait_for(&mut self, network: &str) {
        if let Some(line) = self.networks.get_mut(network) {
            line.patient = true;
        }
    }

    /// Do answers wait only because the adaptor had no room for them? Then it is worth trying again soon.
    pub fn is_crowded(&self) -> bool {
        let crowded = |line: &Line| line.up && line.answers > 0;
        self.networks.values().any(crowded)
    }

    /// Hands over what found no room before.
    pub fn try_again(&mut self) {
        for line in self.networks.values_mut() {
            line.hand_over();
        }
    }

    /// Takes deliveries over, in order. What cannot ever be delivered comes back as given up.
    pub fn take(&mut self, deliveries: Vec<Delivery>) -> Vec<DeliveryMark> {
        let mut marks = Vec::new();
        for delivery in deliveries {
            let network = delivery.outgoing.place.network.clone();
            match (self.networks.get_mut(&network), delivery.key) {
                (Some(line), Some(_)) => {
                    line.owed.push_back(delivery);
                    line.hand_over();
                }
                (Some(line), None) => line.say(delivery),
                (None, Some(key)) => {
                    let why = format!("the network {network} is no longer configured");
                    marks.push(give_up(key, &delivery, why));
                }
                (None, None) => tracing::warn!(network, "an answer for a network that is not configured was dropped"),
            }
        }
        marks
    }

    /// The network is connected: everything owed is handed over (again).
    pub fn up(&mut self, network: &str) {
        if let Some(line) = self.networks.get_mut(network) {
            line.up = true;
            line.handed = 0;
            line.hand_over();
        }
    }

    /// The network went away: everything owed stays owed.
    pub fn down(&mut self, network: &str) {
        if let Some(line) = self.networks.get_mut(network) {
            line.up = false;
            line.handed = 0;
            if !line.patient {
                line.owed.retain(|delivery| delivery.key.is_some());
                line.answers = 0;
            }
        }
    }

    /// The network confirmed lines of a kept delivery.
    pub fn delivered(&mut self, key: OutboxKey, lines: u32, complete: bool) -> Option<DeliveryMark> {
        let (line, at) = self.find(key)?;
        let progress = if complete {
            line.settle(at);
            Progress::Complete
        } else {
            line.owed[at].lines_done = lines;
            Progress::Lines(lines)
        };
        Some(DeliveryMark { key, progress })
    }

    /// The network refused a kept delivery for good.
    pub fn undeliverable(&mut self, key: OutboxKey, why: String) -> Option<DeliveryMark> {
        let (line, at) = self.find(key)?;
        let delivery = line.settle(at)?;
        Some(give_up(key, &delivery, why))
    }

    /// How many deliveries are owed.
    pub fn depth(&self) -> usize {
        self.networks.values().map(|line| line.owed.len() - line.answers).sum()
    }

    fn find(&mut self, key: OutboxKey) -> Option<(&mut Line, usize)> {
        self.networks.values_mut().find_map(|line| {
            let at = line.owed.iter().position(|delivery| delivery.key == Some(key))?;
            Some((line, at))
        })
    }
}

fn give_up(key: OutboxKey, delivery: &Delivery, why: String) -> DeliveryMark {
    tracing::error!(%key, place = %delivery.outgoing.place, why, "gave a message up");
    DeliveryMark {
        key,
        progress: Progress::GivenUp(why),
    }
}

impl Line {
    /// Hands over what is owed and not yet with the adaptor, as far as it has room.
    fn hand_over(&mut self) {
        while self.up && self.handed < self.owed.len() {
            match self.adaptor.try_send(self.owed[self.handed].clone()) {
                Ok(()) if self.owed[self.handed].key.is_some() => self.handed += 1,
                // Nobody confirms an answer that is not kept.
                Ok(()) => {
                    self.answers -= 1;
                    self.owed.remove(self.handed);
                }
                // It is tried again when the adaptor confirms something; a closed one comes up anew.
                Err(TrySendError::Full(_) | TrySendError::Closed(_)) => break,
            }
        }
    }

    /// An answer that is not kept goes past what is owed, but not past another answer.
    fn say(&mut self, mut delivery: Delivery) {
        if self.up && self.answers == 0 {
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

    fn settle(&mut self, at: usize) -> Option<Delivery> {
        if at < self.handed {
            self.handed -= 1;
        }
        let delivery = self.owed.remove(at);
        self.hand_over();
        delivery
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chat::{Beside, Manner, Outgoing, Place};
    use crate::wording::text::{Message, Paragraph};

    fn delivery(seq: u64, network: &str) -> Delivery {
        Delivery {
            key: Some(OutboxKey { seq, index: 0 }),
            lines_done: 0,
            outgoing: Outgoing {
                place: Place::channel(network, "#x"),
                manner: Manner::Announcement,
                to: None,
                in_reply_to: None,
                message: Message::line(Paragraph::new().text(format!("message {seq}"))),
                beside: Beside::default(),
            },
        }
    }

    fn received(adaptor: &mut mpsc::Receiver<Delivery>) -> Vec<u64> {
        std::iter::from_fn(|| adaptor.try_recv().ok())
            .filter_map(|delivery| delivery.key.map(|key| key.seq))
            .collect()
    }

    #[test]
    fn what_is_not_confirmed_is_handed_over_again_in_order() {
        let (sender, mut adaptor) = mpsc::channel(2);
        let mut outbox = Outbox::new();
        outbox.connect("libera", sender);
        assert_eq!(outbox.take((1..=4).map(|seq| delivery(seq, "libera")).collect()), []);
        assert_eq!(received(&mut adaptor), Vec::<u64>::new(), "the network is not up yet");
        outbox.up("libera");
        assert_eq!(received(&mut adaptor), [1, 2], "the adaptor takes two at a time");
        let mark = outbox.delivered(OutboxKey { seq: 1, index: 0 }, 1, true);
        assert_eq!(mark.map(|mark| mark.progress), Some(Progress::Complete));
        assert_eq!(received(&mut adaptor), [3, 4]);
        outbox.down("libera");
        outbox.up("libera");
        assert_eq!(
            received(&mut adaptor),
            [2, 3],
            "after a reconnect everything unconfirmed comes again"
        );
        assert_eq!(outbox.depth(), 3);
    }

    fn answer(network: &str) -> Delivery {
        Delivery {
            key: None,
            ..delivery(0, network)
        }
    }

    #[test]
    fn an_answer_waits_for_room_and_where_the_network_is_patient_also_for_the_network() {
        for (patient, kept) in [(false, 0), (true, 1)] {
            let (sender, mut adaptor) = mpsc::channel(2);
            let mut outbox = Outbox::new();
            outbox.connect("lab", sender);
            if patient {
                outbox.wait_for("lab");
            }
            outbox.up("lab");
            outbox.take(vec![
                answer("lab"),
                delivery(1, "lab"),
                answer("lab"),
                delivery(2, "lab"),
            ]);
            let keys = |adaptor: &mut mpsc::Receiver<Delivery>| -> Vec<u64> {
                std::iter::from_fn(|| adaptor.try_recv().ok())
                    .map(|delivery| delivery.key.map_or(0, |key| key.seq))
                    .collect()
            };
            assert_eq!(keys(&mut adaptor), [0, 1], "no room for more");
            assert!(outbox.is_crowded());
            outbox.try_again();
            assert_eq!(keys(&mut adaptor), [0, 2], "in their order");
            assert!(!outbox.is_crowded());
            outbox.down("lab");
            outbox.take(vec![answer("lab")]);
            outbox.up("lab");
            let again = keys(&mut adaptor);
            let mut expected = vec![1, 2];
            outbox.try_again();
            expected.extend(vec![0; kept]);
            let rest = keys(&mut adaptor);
            assert_eq!([again, rest].concat(), expected, "patient: {patient}");
        }
    }

    #[test]
    fn lines_that_are_out_are_not_said_again() {
        let (sender, mut adaptor) = mpsc::channel(8);
        let mut outbox = Outbox::new();
        outbox.connect("libera", sender);
        outbox.up("libera");
        outbox.take(vec![delivery(1, "libera")]);
        outbox.delivered(OutboxKey { seq: 1, index: 0 }, 2, false);
        outbox.up("libera");
        let lines: Vec<u32> = std::iter::from_fn(|| adaptor.try_recv().ok())
            .map(|delivery| delivery.lines_done)
            .collect();
        assert_eq!(lines, [0, 2]);
    }

    #[test]
    fn an_unknown_network_is_given_up_loudly() {
        let mut outbox = Outbox::new();
        let marks = outbox.take(vec![delivery(7, "gone")]);
        assert!(matches!(
            &marks[..],
            [DeliveryMark {
                progress: Progress::GivenUp(_),
                ..
            }]
        ));
        assert_eq!(outbox.delivered(OutboxKey { seq: 7, index: 0 }, 1, true), None);
    }
}
