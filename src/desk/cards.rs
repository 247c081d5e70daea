//! What of the board stays as it is while an RFR does not change, so that a change costs one card and not all of them.
//! All looks at one desk share it, and they alone: the desk itself never waits for it.

use super::archive::{Archive, ArchiveError, ClosedRfr};
use super::queries::is_stuck;
use super::{Account, Desk, Rfr};
use crate::board::Card;
use crate::calendar::{Absences, FreezeBook, InForce};
use crate::people::Directory;
use crate::rfr::RfrId;
use crate::rfr::duty::neglected;
use crate::rfr::freeze_break::FreezeBreaks;
use crate::rfr::outlook::Circumstances;
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// How many RFRs in maintenance the board shows, those that changed last.
const MOST_MAINTAINED_SHOWN: usize = 25;

/// How many RFRs that ended or are finished are looked at for deployments and news, those that changed last.
pub(super) const MOST_CLOSED_LOOKED_AT: usize = 100;

/// What is kept.
#[derive(Clone, Debug, Default)]
pub(super) struct KeptCards(Arc<Mutex<KeptParts>>);

#[derive(Debug, Default)]
struct KeptParts {
    around: Option<CardSurroundings>,
    cards: HashMap<RfrId, KeptCard>,
    closed: Option<(KeyOfClosed, Arc<ClosedShown>)>,
}

#[derive(Debug)]
struct KeptCard {
    /// Held, so that no other RFR comes to lie at its address.
    of: Arc<Rfr>,
    stuck: bool,
    neglected: usize,
    card: Arc<Card>,
}

/// What cards depend on beside their RFRs and the moment.
#[derive(Debug, PartialEq)]
struct CardSurroundings {
    today: NaiveDate,
    in_force: Vec<InForce>,
    book: FreezeBook,
    breaks: FreezeBreaks,
    absences: Absences,
    directory: Directory,
    /// Who could stand in for those who are away.
    in_sight: Vec<Account>,
}

impl CardSurroundings {
    fn is(&self, around: &Circumstances<'_>, in_sight: &[Account]) -> bool {
        self.today == around.today()
            && self.in_force == around.book.in_force(around.now)
            && self.book == *around.book
            && self.breaks == *around.breaks
            && self.absences == *around.absences
            && self.in_sight == in_sight
            && self.directory == *around.directory
    }
}

/// Which closed RFRs there are: what changed of them, and which were not looked after for a year.
type KeyOfClosed = (u64, Vec<RfrId>);

/// Those that are not under way.
#[derive(Debug)]
pub(super) struct ClosedShown {
    /// Those that changed last.
    pub(super) lately: Vec<Rfr>,
    /// Those in maintenance that the board shows: that changed last, or want somebody.
    pub(super) maintained: Vec<Arc<Rfr>>,
    /// How many more there are.
    pub(super) more: usize,
}

/// An RFR with its card.
pub(super) type ShownRfr = (Arc<Rfr>, Arc<Card>);

impl<A: Archive> Desk<A> {
    /// Those that are not under way, as the board shows them.
    pub(super) fn closed(&self, now: DateTime<Utc>) -> Result<Arc<ClosedShown>, ArchiveError> {
        let key = (self.state.closed_changes(), self.late(now));
        let mut kept = self.cards.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, closed)) = &kept.closed
            && *known == key
        {
            return Ok(closed.clone());
        }
        let (lately, _) = self.archive.closed_rfrs(ClosedRfr::All, MOST_CLOSED_LOOKED_AT)?;
        let (mut maintained, more) = self.archive.closed_rfrs(ClosedRfr::Maintained, MOST_MAINTAINED_SHOWN)?;
        // Those that want somebody are shown, however long ago they changed.
        let tended = self.tended(now);
        let is_new = |rfr: &&std::borrow::Cow<'_, Rfr>| maintained.iter().all(|known| known.id != rfr.id);
        let others: Vec<Rfr> = tended
            .iter()
            .filter(is_new)
            .map(|rfr| rfr.clone().into_owned())
            .collect();
        let more = more.saturating_sub(others.len());
        maintained.extend(others);
        let maintained = maintained.into_iter().map(Arc::new).collect();
        let closed = Arc::new(ClosedShown {
            lately,
            maintained,
            more,
        });
        kept.closed = Some((key, closed.clone()));
        Ok(closed)
    }

    /// Every card of the board, in no order; those that are as they were are not made anew.
    pub(super) fn with_cards(
        &self,
        closed: &ClosedShown,
        around: &Circumstances<'_>,
        make: impl Fn(&Rfr) -> Card,
    ) -> Vec<ShownRfr> {
        let mut kept = self.cards.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Who is in sight matters where somebody is away.
        let in_sight: &[Account] = if *around.absences == Absences::default() {
            &[]
        } else {
            &around.in_sight
        };
        let same = kept.around.as_ref().is_some_and(|known| known.is(around, in_sight));
        let mut before = std::mem::take(&mut kept.cards);
        if !same {
            before.clear();
            kept.around = Some(CardSurroundings {
                today: around.today(),
                in_force: around.book.in_force(around.now),
                book: around.book.clone(),
                breaks: around.breaks.clone(),
                absences: around.absences.clone(),
                directory: around.directory.clone(),
                in_sight: in_sight.to_vec(),
            });
        }
        let all = self.state.open_shared().chain(&closed.maintained);
        let mut cards = HashMap::new();
        let mut shown = Vec::new();
        for rfr in all {
            let (stuck, neglected) = (is_stuck(rfr, around.now), neglected(rfr, around.now).len());
            let known = before
                .remove(&rfr.id)
                .filter(|known| Arc::ptr_eq(&known.of, rfr) && known.stuck == stuck && known.neglected == neglected);
            let of_it = known.unwrap_or_else(|| KeptCard {
                of: rfr.clone(),
                stuck,
                neglected,
                card: Arc::new(make(rfr)),
            });
            shown.push((rfr.clone(), of_it.card.clone()));
            cards.insert(rfr.id, of_it);
        }
        kept.cards = cards;
        shown
    }
}
