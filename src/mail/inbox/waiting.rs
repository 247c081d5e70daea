//! Mails reported and not yet confirmed.

use crate::wire::MessageId;
use std::collections::HashMap;
use std::time::Duration;
use tokio::time::Instant;

/// Most unconfirmed mails.
const MOST: usize = 32;

/// A mail unconfirmed for this long is reported again: what it caused did not reach the disk.
const PATIENCE: Duration = Duration::from_secs(10 * 60);

/// The unconfirmed mails, each with all its places: a list may deliver the same mail twice.
#[derive(Debug)]
pub(super) struct Unconfirmed<Place> {
    mails: HashMap<MessageId, (Instant, Vec<Place>)>,
}

impl<Place: PartialEq> Unconfirmed<Place> {
    pub(super) fn new() -> Self {
        Self { mails: HashMap::new() }
    }

    pub(super) fn has_room(&self) -> bool {
        self.mails.len() < MOST
    }

    pub(super) fn is_empty(&self) -> bool {
        self.mails.is_empty()
    }

    /// Is the mail at this place waiting?
    pub(super) fn holds(&self, place: &Place) -> bool {
        self.mails.values().any(|(_, places)| places.contains(place))
    }

    /// Adds a mail. False if it is waiting already, from another place.
    pub(super) fn add(&mut self, id: MessageId, place: Place, now: Instant) -> bool {
        let (_, places) = self.mails.entry(id).or_insert_with(|| (now, Vec::new()));
        places.push(place);
        places.len() == 1
    }

    /// A mail is handled; returns its places.
    pub(super) fn confirmed(&mut self, id: &str) -> Vec<Place> {
        let id = MessageId::new(id);
        let mail = id.and_then(|id| self.mails.remove(&id));
        mail.map(|(_, places)| places).unwrap_or_default()
    }

    /// Forgets mails that have waited too long.
    pub(super) fn forget_old(&mut self, now: Instant) {
        self.mails
            .retain(|_, (since, _)| now.saturating_duration_since(*since) < PATIENCE);
    }

    /// Forgets everything: the places are no longer valid.
    pub(super) fn clear(&mut self) {
        self.mails.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_at_two_places_is_reported_once_and_marked_twice() {
        let id = MessageId::new("a@b").expect("an id");
        let now = Instant::now();
        let mut waiting = Unconfirmed::new();
        assert!(waiting.add(id.clone(), 1, now));
        assert!(!waiting.add(id.clone(), 2, now));
        assert!(waiting.holds(&2));
        assert_eq!(waiting.confirmed("a@b"), [1, 2]);
        assert!(waiting.is_empty());
        assert!(waiting.confirmed("a@b").is_empty());
        assert!(waiting.add(id, 1, now));
        waiting.forget_old(now + PATIENCE);
        assert!(!waiting.holds(&1));
    }

    #[test]
    fn there_is_room_for_so_many() {
        let mut waiting = Unconfirmed::new();
        for number in 0..MOST {
            assert!(waiting.has_room());
            let id = MessageId::new(&format!("{number}@b")).expect("an id");
            waiting.add(id, number, Instant::now());
        }
        assert!(!waiting.has_room());
    }
}
