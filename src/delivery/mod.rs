//! The outbox: hands what must be said to its network, in order, until the network confirms it.
//!
//! At least once: a kept delivery is owed until its adaptor reports it delivered (or refused for good), across
//! reconnects and restarts. Answers to queries are not kept: people ask again after a broken connection. Matrix is an
//! exception: there the question stays in the room, and its answer waits for as long as the bot runs. Nothing here
//! blocks: a network that is down or slow does not affect the others.

mod queue;

use crate::mail;
use crate::record::{DeliveryMark, Owed, Progress};
use crate::wire::{BUS_NETWORK, BusDelivery, Delivery, MailDelivery, OutboxKey, TRACKER_NETWORK, TicketDelivery};
use queue::NetworkQueue;
use std::collections::{HashMap, VecDeque};
use std::fmt;
use tokio::sync::mpsc;

/// Everything that is owed, by network.
#[derive(Default)]
pub struct Outbox {
    networks: HashMap<String, NetworkQueue<Delivery>>,
    mail: Option<NetworkQueue<MailDelivery>>,
    tracker: Option<NetworkQueue<TicketDelivery>>,
    bus: Option<NetworkQueue<BusDelivery>>,
    /// Does what is owed to others stay owed?
    keeps_others: bool,
}

impl Outbox {
    /// An outbox without networks.
    pub fn new() -> Self {
        Self::default()
    }

    /// Connects a network; nothing is handed over before it is up.
    pub fn connect(&mut self, network: &str, adaptor: mpsc::Sender<Delivery>) {
        self.networks.insert(network.to_owned(), NetworkQueue::new(adaptor));
    }

    /// Lets what is owed to networks that are not connected stay owed, for whoever looks at the store of a bot without its
    /// config.
    pub fn keep_what_is_owed_elsewhere(&mut self) {
        self.keeps_others = true;
    }

    /// Connects the mailing list; nothing is handed over before it is up.
    pub fn connect_mail(&mut self, adaptor: mpsc::Sender<MailDelivery>) {
        self.mail = Some(NetworkQueue::new(adaptor));
    }

    /// Connects the tracker; nothing is handed over before it is up.
    pub fn connect_tracker(&mut self, adaptor: mpsc::Sender<TicketDelivery>) {
        self.tracker = Some(NetworkQueue::new(adaptor));
    }

    /// Connects the message bus; nothing is handed over before it is up.
    pub fn connect_bus(&mut self, adaptor: mpsc::Sender<BusDelivery>) {
        self.bus = Some(NetworkQueue::new(adaptor));
    }

    /// Makes unkept answers wait for this network while it is down.
    pub fn wait_for(&mut self, network: &str) {
        if let Some(line) = self.networks.get_mut(network) {
            line.patient = true;
        }
    }

    /// Do answers wait only because the adaptor had no room for them? Then a retry soon makes sense.
    pub fn is_crowded(&self) -> bool {
        let crowded = |line: &NetworkQueue<Delivery>| line.up && line.answers > 0;
        self.networks.values().any(crowded)
    }

    /// Hands over what found no room before.
    pub fn try_again(&mut self) {
        for line in self.networks.values_mut() {
            line.hand_over();
        }
    }

    /// Queues deliveries, in order. What can never be delivered is returned as given up.
    pub fn take(&mut self, owed: Vec<Owed>) -> Vec<DeliveryMark> {
        owed.into_iter()
            .filter_map(|owed| match owed {
                Owed::Say(delivery) => self.take_message(delivery),
                Owed::Mail(delivery) => self.take_mail(delivery),
                Owed::Ticket(delivery) => self.take_ticket(delivery),
                Owed::Bus(delivery) => self.take_bus(delivery),
            })
            .collect()
    }

    fn take_message(&mut self, delivery: Delivery) -> Option<DeliveryMark> {
        let network = delivery.outgoing.place.network.clone();
        match (self.networks.get_mut(&network), delivery.key) {
            (Some(line), Some(_)) => line.owe(delivery),
            (Some(line), None) => line.say(delivery),
            (None, Some(_)) if self.keeps_others => {}
            (None, Some(key)) => {
                let why = format!("the network {network} is no longer configured");
                return Some(give_up(key, &delivery.outgoing.place, why));
            }
            (None, None) => tracing::warn!(network, "an answer for a network that is not configured was dropped"),
        }
        None
    }

    fn take_mail(&mut self, delivery: MailDelivery) -> Option<DeliveryMark> {
        let Some(line) = &mut self.mail else {
            if self.keeps_others {
                return None;
            }
            let why = "mail is no longer configured".to_owned();
            return Some(give_up(delivery.key, &mail::NETWORK, why));
        };
        line.owe(delivery);
        None
    }

    fn take_ticket(&mut self, delivery: TicketDelivery) -> Option<DeliveryMark> {
        let Some(line) = &mut self.tracker else {
            if self.keeps_others {
                return None;
            }
            let why = "the tracker is no longer configured".to_owned();
            return Some(give_up(delivery.key, &TRACKER_NETWORK, why));
        };
        line.owe(delivery);
        None
    }

    fn take_bus(&mut self, delivery: BusDelivery) -> Option<DeliveryMark> {
        let Some(line) = &mut self.bus else {
            if self.keeps_others {
                return None;
            }
            let why = "the message bus is no longer configured".to_owned();
            return Some(give_up(delivery.key, &BUS_NETWORK, why));
        };
        line.owe(delivery);
        None
    }

    /// The network is connected: everything owed is handed over (again).
    pub fn up(&mut self, network: &str) {
        if let Some(line) = self.networks.get_mut(network) {
            line.up();
        }
        if let Some(line) = self.mail.as_mut().filter(|_| network == mail::NETWORK) {
            line.up();
        }
        if let Some(line) = self.tracker.as_mut().filter(|_| network == TRACKER_NETWORK) {
            line.up();
        }
        if let Some(line) = self.bus.as_mut().filter(|_| network == BUS_NETWORK) {
            line.up();
        }
    }

    /// Removes what waits for a returning network and is too old to be said: kept deliveries by the predicate, unkept
    /// answers all or none. None of it has begun to go out.
    pub fn take_old(&mut self, network: &str, answers: bool, is_old: impl Fn(OutboxKey) -> bool) -> Vec<Delivery> {
        let Some(line) = self.networks.get_mut(network).filter(|line| !line.up) else {
            return Vec::new();
        };
        let old = |delivery: &Delivery| match delivery.key {
            Some(key) => delivery.lines_done == 0 && is_old(key),
            None => answers,
        };
        let (old, rest): (Vec<Delivery>, VecDeque<Delivery>) = {
            let mut rest = VecDeque::new();
            let mut taken = Vec::new();
            for delivery in std::mem::take(&mut line.owed) {
                if old(&delivery) {
                    taken.push(delivery);
                } else {
                    rest.push_back(delivery);
                }
            }
            (taken, rest)
        };
        line.answers = rest.iter().filter(|delivery| delivery.key.is_none()).count();
        line.owed = rest;
        old
    }

    /// The network is down: everything owed stays owed.
    pub fn down(&mut self, network: &str) {
        if let Some(line) = self.networks.get_mut(network) {
            line.down();
        }
        if let Some(line) = self.mail.as_mut().filter(|_| network == mail::NETWORK) {
            line.down();
        }
        if let Some(line) = self.tracker.as_mut().filter(|_| network == TRACKER_NETWORK) {
            line.down();
        }
        if let Some(line) = self.bus.as_mut().filter(|_| network == BUS_NETWORK) {
            line.down();
        }
    }

    /// The network confirmed lines of a kept delivery.
    pub fn delivered(&mut self, key: OutboxKey, lines: u32, complete: bool) -> Option<DeliveryMark> {
        if let Some(mail) = &mut self.mail
            && let Some(at) = mail.position(key)
        {
            mail.settle(at);
            return Some(DeliveryMark {
                key,
                progress: Progress::Complete,
            });
        }
        if let Some(tracker) = &mut self.tracker
            && let Some(at) = tracker.position(key)
        {
            tracker.settle(at);
            return Some(DeliveryMark {
                key,
                progress: Progress::Complete,
            });
        }
        if let Some(bus) = &mut self.bus
            && let Some(at) = bus.position(key)
        {
            bus.settle(at);
            return Some(DeliveryMark {
                key,
                progress: Progress::Complete,
            });
        }
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
        if let Some(mail) = &mut self.mail
            && let Some(at) = mail.position(key)
        {
            mail.settle(at);
            return Some(give_up(key, &mail::NETWORK, why));
        }
        if let Some(tracker) = &mut self.tracker
            && let Some(at) = tracker.position(key)
        {
            tracker.settle(at);
            return Some(give_up(key, &TRACKER_NETWORK, why));
        }
        if let Some(bus) = &mut self.bus
            && let Some(at) = bus.position(key)
        {
            bus.settle(at);
            return Some(give_up(key, &BUS_NETWORK, why));
        }
        let (line, at) = self.find(key)?;
        let delivery = line.settle(at)?;
        Some(give_up(key, &delivery.outgoing.place, why))
    }

    /// How many deliveries are owed.
    pub fn depth(&self) -> usize {
        let mail = self.mail.as_ref().map_or(0, |line| line.owed.len());
        let kept = |line: &NetworkQueue<Delivery>| line.owed.len() - line.answers;
        let tickets = self.tracker.as_ref().map_or(0, |line| line.owed.len());
        let bus = self.bus.as_ref().map_or(0, |line| line.owed.len());
        self.networks.values().map(kept).sum::<usize>() + mail + tickets + bus
    }

    /// The mails that are owed, in order.
    pub fn mails(&self) -> impl Iterator<Item = &MailDelivery> {
        self.mail.iter().flat_map(|line| &line.owed)
    }

    /// The orders for tickets that are owed, in order.
    pub fn tickets(&self) -> impl Iterator<Item = &TicketDelivery> {
        self.tracker.iter().flat_map(|line| &line.owed)
    }

    fn find(&mut self, key: OutboxKey) -> Option<(&mut NetworkQueue<Delivery>, usize)> {
        self.networks.values_mut().find_map(|line| {
            let at = line.position(key)?;
            Some((line, at))
        })
    }
}

fn give_up(key: OutboxKey, place: &dyn fmt::Display, why: String) -> DeliveryMark {
    tracing::error!(%key, %place, why, "gave a message up");
    DeliveryMark {
        key,
        progress: Progress::GivenUp(why),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Message, Paragraph};
    use crate::wire::{Beside, Manner, Outgoing, Place};

    fn delivery(seq: u64, network: &str) -> Owed {
        Owed::Say(Delivery {
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
        })
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

    fn answer(network: &str) -> Owed {
        match delivery(0, network) {
            Owed::Say(delivery) => Owed::Say(Delivery { key: None, ..delivery }),
            Owed::Mail(_) | Owed::Ticket(_) | Owed::Bus(_) => unreachable!("a delivery is a message"),
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
    fn an_answer_does_not_overtake_what_found_no_room_before_it() {
        let (sender, mut adaptor) = mpsc::channel(2);
        let mut outbox = Outbox::new();
        outbox.connect("lab", sender);
        outbox.up("lab");
        outbox.take((1..=4).map(|seq| delivery(seq, "lab")).collect());
        assert_eq!(received(&mut adaptor), [1, 2]);
        // The adaptor has taken two and confirmed none.
        outbox.take(vec![answer("lab")]);
        assert_eq!(received(&mut adaptor), [3, 4]);
        outbox.try_again();
        assert!(adaptor.try_recv().is_ok_and(|delivery| delivery.key.is_none()));
        assert!(!outbox.is_crowded());
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

    #[test]
    fn mails_wait_for_their_server_and_for_nothing_else() {
        let mail = |seq: u64| {
            Owed::Mail(MailDelivery {
                key: OutboxKey { seq, index: 0 },
                mail: crate::wire::Mail {
                    message_id: crate::wire::MessageId::new(&format!("{seq}@example.org")).expect("a Message-ID"),
                    references: Vec::new(),
                    about: None,
                    subject: "mail".to_owned(),
                    body: "text".to_owned(),
                    at: chrono::DateTime::UNIX_EPOCH,
                },
            })
        };
        let (sender, mut sent) = mpsc::channel(1);
        let mut outbox = Outbox::new();
        let given_up = outbox.take(vec![mail(1)]);
        assert!(matches!(&given_up[0].progress, Progress::GivenUp(why) if why.contains("mail")));
        outbox.connect_mail(sender);
        outbox.take(vec![mail(2), mail(3)]);
        assert!(sent.try_recv().is_err(), "mail is not up yet");
        outbox.up(mail::NETWORK);
        assert_eq!(sent.try_recv().map(|mail| mail.key.seq), Ok(2));
        assert_eq!(outbox.mails().count(), 2, "what was not taken by a server is owed");
        let taken = outbox.delivered(OutboxKey { seq: 2, index: 0 }, 1, true);
        assert_eq!(taken.map(|mark| mark.progress), Some(Progress::Complete));
        assert_eq!(sent.try_recv().map(|mail| mail.key.seq), Ok(3));
        let refused = outbox.undeliverable(OutboxKey { seq: 3, index: 0 }, "550 no such list".to_owned());
        assert!(matches!(refused.map(|mark| mark.progress), Some(Progress::GivenUp(_))));
        assert_eq!(outbox.depth(), 0);
    }
}
