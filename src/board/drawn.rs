//! Parts of the board as text, kept until what they show changes: a page is put together from them.

use super::layout::Site;
use super::model::{Board, Card, Deployment, ShownFreeze};
use super::{json, pages, picture};
use chrono::{DateTime, NaiveDate, Utc};
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::Arc;

/// What is kept of the last look, for the next.
#[derive(Default)]
pub(super) struct Drawn {
    cards: RefCell<HashMap<u64, DrawnCard>>,
    year: RefCell<Option<DrawnYear>>,
}

/// A card as it was drawn.
struct DrawnCard {
    /// Held, so that no other card comes to lie at its address.
    of: Arc<Card>,
    day: NaiveDate,
    html: Arc<str>,
    json: Arc<str>,
}

/// Freezes and deployments as they were drawn.
struct DrawnYear {
    today: NaiveDate,
    freezes: Vec<ShownFreeze>,
    deployments: Vec<Deployment>,
    html: Arc<str>,
    json: Arc<str>,
}

impl Drawn {
    /// A card on the board.
    pub(super) fn card(&self, card: &Arc<Card>, now: DateTime<Utc>, url: &str) -> Arc<str> {
        self.with(card, now, url, |drawn| drawn.html.clone())
    }

    /// The same for programs.
    pub(super) fn json(&self, card: &Arc<Card>, now: DateTime<Utc>, url: &str) -> Arc<str> {
        self.with(card, now, url, |drawn| drawn.json.clone())
    }

    fn with(&self, card: &Arc<Card>, now: DateTime<Utc>, url: &str, take: impl Fn(&DrawnCard) -> Arc<str>) -> Arc<str> {
        let mut cards = self.cards.borrow_mut();
        let day = now.date_naive();
        if let Some(drawn) = cards.get(&card.id)
            && Arc::ptr_eq(&drawn.of, card)
            && drawn.day == day
        {
            return take(drawn);
        }
        let site = Site { root: "", files: false };
        let drawn = DrawnCard {
            of: card.clone(),
            day,
            html: pages::card(card, &site, now).into_string().into(),
            json: json::card(card, url).to_string().into(),
        };
        let text = take(&drawn);
        cards.insert(card.id, drawn);
        text
    }

    /// The strip of the year, as the board shows it.
    pub(super) fn strip(&self, board: &Board) -> Arc<str> {
        self.with_year(board, |year| year.html.clone())
    }

    /// Freezes and deployments for programs.
    pub(super) fn year_json(&self, board: &Board) -> Arc<str> {
        self.with_year(board, |year| year.json.clone())
    }

    fn with_year(&self, board: &Board, take: impl Fn(&DrawnYear) -> Arc<str>) -> Arc<str> {
        let mut kept = self.year.borrow_mut();
        if let Some(year) = &*kept
            && year.today == board.today
            && year.freezes == board.freezes
            && year.deployments == board.deployments
        {
            return take(year);
        }
        let site = Site { root: "", files: false };
        let year = DrawnYear {
            today: board.today,
            freezes: board.freezes.clone(),
            deployments: board.deployments.clone(),
            html: picture::strip(board, &site).into_string().into(),
            json: json::year(board).into(),
        };
        let text = take(&year);
        *kept = Some(year);
        text
    }

    /// Forgets the cards that are not on the board any more.
    pub(super) fn keep_only(&self, board: &Board) {
        let mut cards = self.cards.borrow_mut();
        if cards.len() > board.cards.len() + 100 {
            cards.retain(|id, _| board.cards.iter().any(|card| card.id == *id));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    fn card(id: u64) -> Arc<Card> {
        Arc::new(Card {
            id,
            name: format!("service{id}"),
            ..Card::default()
        })
    }

    #[test]
    fn what_has_not_changed_is_not_drawn_anew() {
        let (drawn, now) = (Drawn::default(), DateTime::<Utc>::UNIX_EPOCH);
        let (one, other) = (card(1), card(2));
        let first = drawn.card(&one, now, "https://rfr.example.org/");
        drawn.card(&other, now, "https://rfr.example.org/");
        assert!(first.contains("href=\"rfr/service1\""), "{first}");
        let again = |card, now| drawn.card(card, now, "https://rfr.example.org/");
        assert!(Arc::ptr_eq(&first, &again(&one, now)));
        // It says for how many days.
        assert!(!Arc::ptr_eq(&first, &again(&one, now + TimeDelta::days(1))));
        // Another card of that RFR is drawn, though it says the same.
        assert!(!Arc::ptr_eq(&again(&one, now), &again(&card(1), now)));
        let json = drawn.json(&one, now, "https://rfr.example.org/");
        assert!(
            json.contains("\"url\":\"https://rfr.example.org/rfr/service1\""),
            "{json}"
        );
    }
}
