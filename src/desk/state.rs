//! The open work in memory.

use super::Settings;
use super::archive::{Archive, ArchiveError, ClosedRfr};
use super::facts::Facts;
use crate::people::Account;
use crate::record::{Commit, Event};
use crate::reminder::ReminderFact;
use crate::rfr::{Origin, Rfr, RfrEvent, RfrId, apply};
use crate::sop::Edition;
use crate::wire::{IncomingId, Place};
use chrono::{DateTime, Utc};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Most ended or maintained RFRs that are checked for what is still to be said.
pub(super) const MOST_CLOSED_LATELY: usize = 100;

/// Most RFRs in maintenance that are known at the start, those that changed last.
const MOST_MAINTAINED: usize = 500;

/// Open RFRs, and what changed since the last commit reached the disk.
#[derive(Debug, Default)]
pub struct State {
    /// RFRs in maintenance that still want something: a question is open, or they are on hold.
    tended: BTreeMap<RfrId, Arc<Rfr>>,
    /// When each RFR in maintenance was looked after last.
    maintained: BTreeMap<RfrId, DateTime<Utc>>,
    /// Shared with those who look meanwhile: a change copies the one RFR that they have in hand.
    open: BTreeMap<RfrId, Arc<Rfr>>,
    /// Every name of an RFR in memory, in lower case.
    names: HashMap<String, RfrId>,
    tickets: HashMap<String, RfrId>,
    focus: HashMap<Place, RfrId>,
    next_seq: u64,
    next_rfr_id: u64,
    /// Closed RFRs that changed in commits that the archive may not have yet; `None`: the RFR is gone.
    touched: HashMap<RfrId, Option<Rfr>>,
    /// What those who changed something since then changed last.
    authors: HashMap<Account, RfrId>,
    /// What the last of those commits did to each RFR, mails left out.
    last_done: HashMap<RfrId, (u64, Vec<RfrEvent>)>,
    /// The last change of each person, where it was none of an RFR.
    asides: HashMap<Account, Aside>,
    seen: HashSet<IncomingId>,
    /// Freezes, freeze breaks, absences, reminders.
    facts: Facts,
    /// The RFRs of which mails were held back, open or not, and when the list is to be told.
    held_back: BTreeMap<RfrId, DateTime<Utc>>,
    /// When the oldest thing that is known happened.
    oldest: Option<DateTime<Utc>>,
    /// Another number after each change of a closed RFR, and in each state that was read.
    closed_changes: u64,
}

/// A number that no state had before.
fn another_number() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// A change that is none of an RFR.
#[derive(Clone, Debug)]
pub(super) struct Aside {
    /// Sequence number of its commit.
    pub(super) seq: u64,
    /// What happened.
    pub(super) event: Event,
    /// The words that were said.
    pub(super) words: String,
}

impl State {
    /// Reads the open work.
    pub(super) fn load(archive: &impl Archive, mut facts: Facts) -> Result<Self, ArchiveError> {
        let mut oldest = None;
        let mut asides = HashMap::new();
        for (origin, event) in archive.facts()? {
            oldest = older(oldest, origin.at);
            facts.apply(&origin, &event);
            note_aside(&mut asides, &origin, &event);
        }
        let mut state = Self {
            asides,
            next_seq: archive.next_seq(),
            next_rfr_id: archive.next_rfr_id().0,
            focus: archive.focus()?.into_iter().collect(),
            facts,
            oldest,
            closed_changes: another_number(),
            ..Self::default()
        };
        for rfr in archive.open_rfrs()? {
            state.index(&rfr);
            state.oldest = older(state.oldest, rfr.requested.at);
            state.note_held_back(rfr.id, Some(&rfr));
            state.open.insert(rfr.id, Arc::new(rfr));
        }
        let (closed, _) = archive.closed_rfrs(ClosedRfr::All, MOST_CLOSED_LATELY)?;
        for rfr in closed.iter().rev() {
            state.note_held_back(rfr.id, Some(rfr));
            state.note_tended(rfr.id, Some(rfr));
        }
        let (maintained, _) = archive.closed_rfrs(ClosedRfr::Maintained, MOST_MAINTAINED)?;
        for rfr in &maintained {
            state.maintained.insert(rfr.id, rfr.neglected_since());
        }
        // What was reminded of RFRs that have ended costs no memory.
        let (open, maintained) = (&state.open, &state.maintained);
        let is_kept = |id| open.contains_key(&id) || maintained.contains_key(&id);
        state.facts.reminders.keep_only(is_kept);
        Ok(state)
    }

    /// Every RFR in memory, those under way first.
    pub(super) fn in_memory(&self) -> impl Iterator<Item = &Rfr> {
        self.open().chain(self.touched.values().flatten())
    }

    /// The same to look at, while this goes on; its RFRs are found one by one, and not by an index of names. Everything that was applied must be in the archive, or in no archive at all.
    pub(super) fn look(&self) -> Self {
        Self {
            tended: self.tended.clone(),
            maintained: self.maintained.clone(),
            open: self.open.clone(),
            touched: self.touched.clone(),
            facts: self.facts.clone(),
            oldest: self.oldest,
            closed_changes: self.closed_changes,
            ..Self::default()
        }
    }

    /// Carries a commit out.
    pub fn apply(&mut self, commit: &Commit, archive: &impl Archive) {
        self.oldest = older(self.oldest, commit.origin.at);
        self.next_seq = commit.origin.seq + 1;
        self.seen.extend(commit.incoming.iter().flat_map(IncomingId::names));
        if let Some(first) = commit.events.first() {
            note_aside(&mut self.asides, &commit.origin, first);
        }
        for event in &commit.events {
            match event {
                Event::Rfr { id, event } => {
                    let before = self.take(*id, archive);
                    if let Some(before) = &before {
                        self.forget(before);
                    }
                    let was_closed = before.as_ref().is_some_and(|rfr| !rfr.is_open());
                    let after = apply(before, *id, &commit.origin, event);
                    if was_closed || !after.as_ref().is_some_and(Rfr::is_open) {
                        self.closed_changes = another_number();
                    }
                    if was_closed && after.as_ref().is_some_and(Rfr::is_open) {
                        self.recall_reminders(*id, archive);
                    }
                    self.next_rfr_id = self.next_rfr_id.max(id.0 + 1);
                    if let Some(by) = commit.origin.by.person() {
                        self.authors.insert(by.clone(), *id);
                    }
                    if !event.is_of_the_list() {
                        let (seq, done) = self.last_done.entry(*id).or_default();
                        if *seq != commit.origin.seq {
                            (*seq, *done) = (commit.origin.seq, Vec::new());
                        }
                        done.push(event.clone());
                    }
                    self.keep(*id, after);
                }
                Event::FocusChanged { place, rfr } => {
                    match rfr {
                        Some(id) => self.focus.insert(place.clone(), *id),
                        None => self.focus.remove(place),
                    };
                }
                Event::Freeze(_)
                | Event::Absence(_)
                | Event::FreezeBreak { .. }
                | Event::CalendarRead { .. }
                | Event::AbsencesRead { .. }
                | Event::Edition(_)
                | Event::Link(_)
                | Event::Reminder(_) => {
                    self.facts.apply(&commit.origin, event);
                }
            }
        }
    }

    /// Takes an RFR out, to be kept again after the change: what is in memory is not copied.
    fn take(&mut self, id: RfrId, archive: &impl Archive) -> Option<Rfr> {
        if let Some(rfr) = self.open.remove(&id) {
            return Some(Arc::unwrap_or_clone(rfr));
        }
        match self.touched.remove(&id) {
            Some(rfr) => rfr,
            // An archive that cannot be read was noticed before the decision.
            None => archive.rfr(id).ok().flatten(),
        }
    }

    /// An RFR is open again: what it was reminded of must not be said anew.
    fn recall_reminders(&mut self, id: RfrId, archive: &impl Archive) {
        // An archive that cannot be read was noticed before the decision.
        for (_, event) in archive.facts().unwrap_or_default() {
            if let Event::Reminder(fact) = event
                && fact.rfr() == Some(id)
            {
                self.facts.reminders.apply(&fact);
            }
        }
    }

    /// When the oldest thing that is known happened, by the clock of that time.
    pub(super) fn oldest(&self) -> Option<DateTime<Utc>> {
        self.oldest
    }

    /// Everything is in the archive: memory keeps the open work only.
    pub(super) fn committed(&mut self) {
        for (_, rfr) in std::mem::take(&mut self.touched) {
            if let Some(rfr) = rfr {
                self.forget(&rfr);
            }
        }
        self.authors.clear();
        self.last_done.clear();
        self.seen.clear();
    }

    fn keep(&mut self, id: RfrId, rfr: Option<Rfr>) {
        self.open.remove(&id);
        self.touched.remove(&id);
        self.note_held_back(id, rfr.as_ref());
        self.note_tended(id, rfr.as_ref());
        match rfr {
            Some(rfr) => {
                self.index(&rfr);
                if rfr.is_open() {
                    self.open.insert(id, Arc::new(rfr));
                } else {
                    self.touched.insert(id, Some(rfr));
                }
            }
            None => {
                self.touched.insert(id, None);
            }
        }
    }

    fn note_held_back(&mut self, id: RfrId, rfr: Option<&Rfr>) {
        match rfr.and_then(|rfr| rfr.thread.held_back.as_ref()) {
            Some(held) => self.held_back.insert(id, held.due()),
            None => self.held_back.remove(&id),
        };
    }

    fn note_tended(&mut self, id: RfrId, rfr: Option<&Rfr>) {
        match rfr.filter(|rfr| rfr.is_maintained()) {
            Some(rfr) => self.maintained.insert(id, rfr.neglected_since()),
            None => self.maintained.remove(&id),
        };
        let wants = |rfr: &&Rfr| rfr.is_maintained() && (rfr.hold.is_some() || rfr.open_questions().next().is_some());
        match rfr.filter(wants) {
            Some(rfr) => self.tended.insert(id, Arc::new(rfr.clone())),
            None => self.tended.remove(&id),
        };
    }

    /// RFRs in maintenance with an open question or on hold.
    pub(super) fn tended(&self) -> impl Iterator<Item = &Rfr> {
        self.tended.values().map(AsRef::as_ref)
    }

    /// When each RFR in maintenance was looked after last.
    pub(super) fn maintained(&self) -> impl Iterator<Item = (RfrId, DateTime<Utc>)> {
        self.maintained.iter().map(|(id, since)| (*id, *since))
    }

    /// When the list is first to be told of mails that were held back.
    pub(super) fn held_back_due(&self) -> Option<DateTime<Utc>> {
        self.held_back.values().min().copied()
    }

    /// The RFRs of which it is to be told now.
    pub(super) fn held_back_until(&self, now: DateTime<Utc>) -> Vec<RfrId> {
        let due = self.held_back.iter().filter(|(_, due)| **due <= now);
        due.map(|(id, _)| *id).collect()
    }

    fn index(&mut self, rfr: &Rfr) {
        for name in rfr.former_names.iter().chain([&rfr.name]) {
            self.names.insert(name.to_ascii_lowercase(), rfr.id);
        }
        self.tickets.insert(rfr.ticket.url.clone(), rfr.id);
    }

    fn forget(&mut self, rfr: &Rfr) {
        for name in rfr.former_names.iter().chain([&rfr.name]) {
            self.names.remove(&name.to_ascii_lowercase());
        }
        self.tickets.remove(&rfr.ticket.url);
    }

    /// Freezes, freeze breaks and absences.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The editions in use: that of new RFRs first, then what else can be adopted or was ever followed.
    pub(super) fn editions(&self, settings: &Settings) -> impl Iterator<Item = Edition> {
        let new = [Some(settings.edition), settings.own_edition].into_iter().flatten();
        new.chain(Edition::shipped().iter().copied())
            .chain(self.facts.editions.iter().rev().copied())
    }

    /// The open RFRs.
    pub fn open(&self) -> impl Iterator<Item = &Rfr> {
        self.open.values().map(AsRef::as_ref)
    }

    /// The open RFRs, shared.
    pub(super) fn open_shared(&self) -> impl Iterator<Item = &Arc<Rfr>> {
        self.open.values()
    }

    /// The number of what closed RFRs are now.
    pub(super) fn closed_changes(&self) -> u64 {
        self.closed_changes
    }

    /// The names of the open RFRs.
    pub fn open_names(&self) -> Vec<String> {
        self.open.values().map(|rfr| rfr.name.clone()).collect()
    }

    /// An RFR, open or not.
    pub fn rfr(&self, id: RfrId, archive: &impl Archive) -> Result<Option<Cow<'_, Rfr>>, ArchiveError> {
        if let Some(rfr) = self.open.get(&id) {
            return Ok(Some(Cow::Borrowed(rfr)));
        }
        match self.touched.get(&id) {
            Some(rfr) => Ok(rfr.as_ref().map(Cow::Borrowed)),
            None => Ok(archive.rfr(id)?.map(Cow::Owned)),
        }
    }

    /// The RFR of that name, open or not.
    pub fn named(&self, name: &str, archive: &impl Archive) -> Result<Option<RfrId>, ArchiveError> {
        let name = name.to_ascii_lowercase();
        if let Some(id) = self.names.get(&name) {
            return Ok(Some(*id));
        }
        Ok(archive.named(&name)?.filter(|id| self.is_in_archive_only(*id)))
    }

    /// The RFR of that ticket, open or not.
    pub fn with_ticket(&self, url: &str, archive: &impl Archive) -> Result<Option<RfrId>, ArchiveError> {
        if let Some(id) = self.tickets.get(url) {
            return Ok(Some(*id));
        }
        Ok(archive.with_ticket(url)?.filter(|id| self.is_in_archive_only(*id)))
    }

    /// What memory holds is newer than what the archive says of its names.
    fn is_in_archive_only(&self, id: RfrId) -> bool {
        !self.open.contains_key(&id) && !self.touched.contains_key(&id)
    }

    /// What was said that this very place talks about.
    pub(super) fn own_focus(&self, place: &Place) -> Option<RfrId> {
        self.focus.get(place).copied()
    }

    /// What a place talks about: the thread first, then its room.
    pub fn focus(&self, place: &Place) -> Option<RfrId> {
        self.focus.get(place).copied().or_else(|| {
            let room = Place {
                thread: None,
                ..place.clone()
            };
            self.focus.get(&room).copied()
        })
    }

    /// The places that talk about an RFR, in order.
    pub(super) fn places_focused_on(&self, id: RfrId) -> Vec<Place> {
        let focused = self.focus.iter().filter(|(_, focused)| **focused == id);
        let mut places: Vec<Place> = focused.map(|(place, _)| place.clone()).collect();
        places.sort();
        places
    }

    /// The RFR that this account changed last.
    pub(super) fn last_changed_by(
        &self,
        account: &Account,
        archive: &impl Archive,
    ) -> Result<Option<RfrId>, ArchiveError> {
        match self.authors.get(account) {
            Some(id) => Ok(Some(*id)),
            None => archive.last_changed_by(account),
        }
    }

    /// What an RFR's last change did, where the archive may not have it yet.
    pub(super) fn last_done(&self, rfr: &Rfr) -> Option<&[RfrEvent]> {
        let (seq, done) = self.last_done.get(&rfr.id)?;
        (*seq == rfr.last_seq).then_some(done.as_slice())
    }

    /// The RFR around which something happened that was no change of it: a freeze break, a reminder's setting.
    pub(super) fn about(&self, event: &Event) -> Option<RfrId> {
        match event {
            Event::Reminder(fact) => fact.rfr(),
            Event::FreezeBreak { number, .. } => self.facts.breaks.get(*number).map(|found| found.rfr),
            Event::Rfr { .. }
            | Event::FocusChanged { .. }
            | Event::Freeze(_)
            | Event::Absence(_)
            | Event::Link(_)
            | Event::CalendarRead { .. }
            | Event::AbsencesRead { .. }
            | Event::Edition(_) => None,
        }
    }

    /// The last change of a person that was none of an RFR.
    pub(super) fn aside_of(&self, account: &Account) -> Option<&Aside> {
        self.asides.get(account)
    }

    pub(super) fn was_seen(&self, id: &IncomingId) -> bool {
        self.seen.contains(id)
    }

    /// Sequence number of the next commit.
    pub fn next_seq(&self) -> u64 {
        self.next_seq
    }

    /// Number of the next RFR.
    pub fn next_rfr_id(&self) -> RfrId {
        RfrId(self.next_rfr_id)
    }
}

/// Remembers what somebody did last beside RFRs.
fn note_aside(asides: &mut HashMap<Account, Aside>, origin: &Origin, event: &Event) {
    match event {
        Event::Rfr { .. } | Event::CalendarRead { .. } | Event::AbsencesRead { .. } | Event::Edition(_) => {}
        // Made by the clock; nobody can undo it.
        Event::Reminder(ReminderFact::Made { .. } | ReminderFact::Posted { .. }) => {}
        Event::FocusChanged { .. }
        | Event::Freeze(_)
        | Event::Absence(_)
        | Event::FreezeBreak { .. }
        | Event::Link(_)
        | Event::Reminder(
            ReminderFact::Snoozed { .. }
            | ReminderFact::Muted { .. }
            | ReminderFact::Unmuted { .. }
            | ReminderFact::Preference { .. }
            | ReminderFact::Short { .. },
        ) => {
            let aside = Aside {
                seq: origin.seq,
                event: event.clone(),
                words: origin.words.clone(),
            };
            if let Some(by) = origin.by.person() {
                asides.insert(by.clone(), aside);
            }
        }
    }
}

/// The older of two times, not the first known: a clock may be far ahead at first.
fn older(known: Option<DateTime<Utc>>, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
    Some(known.map_or(at, |known| known.min(at)))
}
