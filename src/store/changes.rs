//! What records of the journal change in the database. Live commits and a rebuild go through the same lines.
//!
//! Changes of several records are gathered in memory and carried out in one transaction.

use super::StoreError;
use super::lines::Position;
use super::recorded::Place;
use super::stored::{self, Record, StoredDelivery, StoredFact, StoredRfr};
use super::trees::{Meta, PLACES_AT_ONCE, TREES, TreeName, Trees, Writes, key};
use crate::record::{Commit, DeliveryMark, Event, Progress};
use crate::rfr::{self, Origin, Rfr, RfrEvent, RfrId, words_of};
use crate::sop::Phase;
use crate::wire::OutboxKey;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A message id is remembered for that many commits. By sequence number and not by time, so that a rebuild
/// forgets the same ones.
pub(super) const SEEN_COMMITS: u64 = 50_000;

/// Changes that are not in the database yet.
pub(super) struct Changes<'a> {
    trees: &'a Trees,
    meta: Meta,
    /// RFRs that were touched: as in the database, and as they are now.
    rfrs: HashMap<RfrId, Touched>,
    writes: [BTreeMap<Vec<u8>, Option<Vec<u8>>>; TREES],
    records: usize,
    /// The last commit, and the highest number of an RFR, that the database holds: it has nothing about later ones.
    held: (u64, u64),
    /// Message ids of commits before this one are not remembered: it is known that they will be forgotten.
    seen_from: u64,
}

struct Touched {
    stored: Option<Rfr>,
    now: Option<Rfr>,
    /// The last part of its history that has room, and all places from there on.
    part: u64,
    places: Vec<u8>,
}

impl<'a> Changes<'a> {
    /// No changes yet.
    pub(super) fn new(trees: &'a Trees, meta: Meta) -> Self {
        Self {
            trees,
            held: (meta.last_seq, meta.last_rfr),
            meta,
            rfrs: HashMap::new(),
            writes: Default::default(),
            records: 0,
            seen_from: 0,
        }
    }

    /// Changes on the way to a known last commit: what would be forgotten before it is not even written.
    pub(super) fn towards(trees: &'a Trees, meta: Meta, last_seq: u64) -> Self {
        Self {
            seen_from: (last_seq + 1).saturating_sub(SEEN_COMMITS),
            ..Self::new(trees, meta)
        }
    }

    /// How many records are gathered.
    pub(super) fn records(&self) -> usize {
        self.records
    }

    /// How far the database will have come.
    pub(super) fn meta(&self) -> &Meta {
        &self.meta
    }

    /// Adds the record at that place of the journal.
    pub(super) fn add(&mut self, position: Position, record: &Record) -> Result<(), StoreError> {
        match record {
            Record::Commit(commit) => self.commit(position, commit)?,
            Record::Delivered(mark) => self.delivered(mark)?,
        }
        self.meta.applied = position;
        self.records += 1;
        Ok(())
    }

    fn commit(&mut self, position: Position, commit: &Commit) -> Result<(), StoreError> {
        let place = Place::from(position).to_bytes();
        let Commit {
            origin,
            incoming,
            events,
            effects,
        } = commit;
        let mut facts = 0u32;
        let mut changed = BTreeSet::new();
        for event in events {
            match event {
                Event::Rfr { id, event } => {
                    self.happened(*id, origin, event)?;
                    changed.insert(*id);
                    let newest = [origin.seq.to_be_bytes(), id.0.to_be_bytes()].concat();
                    self.put(TreeName::Authors, key::author(&origin.by), newest);
                }
                Event::FocusChanged { place, rfr } => {
                    let place = stored::encode(place)?;
                    match rfr {
                        Some(id) => self.put(TreeName::Focus, place, key::rfr(*id)),
                        None => self.remove(TreeName::Focus, place),
                    }
                }
                Event::Freeze(_)
                | Event::Absence(_)
                | Event::FreezeBreak { .. }
                | Event::CalendarRead { .. }
                | Event::AbsencesRead { .. }
                | Event::Edition(_)
                | Event::Reminder(_) => {
                    let fact = stored::encode(&StoredFact::new(origin, event))?;
                    self.put(TreeName::Facts, key::fact(origin.seq, facts), fact);
                    facts += 1;
                }
            }
        }
        for id in changed {
            if let Some(touched) = self.rfrs.get_mut(&id) {
                touched.places.extend_from_slice(&place);
            }
        }
        for (index, effect) in (0u32..).zip(effects) {
            let delivery = stored::encode(&StoredDelivery::new(effect))?;
            let seq = origin.seq;
            self.put(TreeName::Outbox, key::outbox(OutboxKey { seq, index }), delivery);
        }
        if let Some(id) = incoming
            && origin.seq >= self.seen_from
        {
            let caused = [key::seq(origin.seq).as_slice(), &place].concat();
            for name in id.names() {
                self.put(TreeName::Seen, key::seen(&name), caused.clone());
            }
            self.put(TreeName::SeenBySeq, key::seq(origin.seq), key::seen(id));
        }
        if let Some(old) = origin.seq.checked_sub(SEEN_COMMITS) {
            self.forget_seen(old)?;
        }
        self.meta.last_seq = origin.seq;
        Ok(())
    }

    fn happened(&mut self, id: RfrId, origin: &Origin, event: &RfrEvent) -> Result<(), StoreError> {
        if !self.rfrs.contains_key(&id) {
            let touched = self.read(id)?;
            self.rfrs.insert(id, touched);
        }
        if let Some(touched) = self.rfrs.get_mut(&id) {
            touched.now = rfr::apply(touched.now.take(), id, origin, event);
        }
        self.meta.last_rfr = self.meta.last_rfr.max(id.0);
        Ok(())
    }

    /// An RFR as the database holds it.
    fn read(&self, id: RfrId) -> Result<Touched, StoreError> {
        let mut touched = Touched {
            stored: None,
            now: None,
            part: 0,
            places: Vec::new(),
        };
        if id.0 > self.held.1 {
            return Ok(touched);
        }
        if let Some(bytes) = self.trees.get(TreeName::Rfrs, &key::rfr(id))? {
            touched.stored = Some(Rfr::from(stored::decode::<StoredRfr>(&bytes)?));
            touched.now.clone_from(&touched.stored);
        }
        if let Some(last) = self.trees.scan(TreeName::History, &key::rfr(id)).next_back() {
            let (key, places) = last?;
            touched.part = key::number(&key, 8).unwrap_or_default();
            touched.places = places.to_vec();
        }
        Ok(touched)
    }

    fn forget_seen(&mut self, seq: u64) -> Result<(), StoreError> {
        let by_seq = key::seq(seq);
        let Some(id) = self.get(TreeName::SeenBySeq, &by_seq)? else {
            return Ok(());
        };
        for name in key::seen_names(&id) {
            // It may have been remembered again for a later commit.
            if self
                .get(TreeName::Seen, &name)?
                .is_some_and(|caused| caused.starts_with(&by_seq))
            {
                self.remove(TreeName::Seen, name);
            }
        }
        self.remove(TreeName::SeenBySeq, by_seq);
        Ok(())
    }

    fn delivered(&mut self, mark: &DeliveryMark) -> Result<(), StoreError> {
        let outbox = key::outbox(mark.key);
        match &mark.progress {
            Progress::Lines(lines) => {
                if let Some(bytes) = self.get(TreeName::Outbox, &outbox)? {
                    let mut delivery: StoredDelivery = stored::decode(&bytes)?;
                    delivery.lines(*lines);
                    self.put(TreeName::Outbox, outbox, stored::encode(&delivery)?);
                }
            }
            Progress::Complete | Progress::GivenUp(_) => self.remove(TreeName::Outbox, outbox),
        }
        Ok(())
    }

    fn get(&self, tree: TreeName, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        match self.writes[tree as usize].get(key) {
            Some(written) => Ok(written.clone()),
            None if is_new(tree, key, self.held) => Ok(None),
            None => Ok(self.trees.get(tree, key)?.map(|value| value.to_vec())),
        }
    }

    fn put(&mut self, tree: TreeName, key: Vec<u8>, value: Vec<u8>) {
        self.writes[tree as usize].insert(key, Some(value));
    }

    fn remove(&mut self, tree: TreeName, key: Vec<u8>) {
        self.writes[tree as usize].insert(key, None);
    }

    /// Carries all of it out in one transaction; says how far the database has come now.
    pub(super) fn carry_out(self) -> Result<Meta, StoreError> {
        let trees = self.trees;
        let (writes, meta) = self.settle()?;
        trees.apply(&writes, &meta)?;
        Ok(meta)
    }

    /// Carries all of it out much faster, for a rebuild: a crash in between leaves a database whose tallies do not
    /// fit, which is rebuilt again.
    pub(super) fn carry_out_unprotected(self) -> Result<Meta, StoreError> {
        let trees = self.trees;
        let (writes, meta) = self.settle()?;
        trees.fill(&writes, &meta)?;
        Ok(meta)
    }

    /// What must be written to the trees, with the tallies that fit it.
    fn settle(mut self) -> Result<(Writes, Meta), StoreError> {
        for (id, touched) in std::mem::take(&mut self.rfrs) {
            let Touched {
                stored,
                now,
                part,
                places,
            } = touched;
            for (part, places) in (part..).zip(places.chunks(PLACES_AT_ONCE * Place::BYTES)) {
                self.put(TreeName::History, key::history(id, part), places.to_vec());
            }
            self.index_words(id, stored.as_ref(), now.as_ref())?;
            // Old entries go first: a new one with the same key then takes their place.
            for (tree, key, _) in stored.iter().flat_map(index_entries) {
                self.remove(tree, key);
            }
            for (tree, key, value) in now.iter().flat_map(index_entries) {
                self.put(tree, key, value);
            }
            match now {
                Some(rfr) => self.put(TreeName::Rfrs, key::rfr(id), stored::encode(&StoredRfr::from(rfr))?),
                None => self.remove(TreeName::Rfrs, key::rfr(id)),
            }
        }
        let mut settled = Writes::default();
        for name in TreeName::ALL {
            let tally = &mut self.meta.tallies[name as usize];
            let settled = &mut settled[name as usize];
            for (key, value) in std::mem::take(&mut self.writes[name as usize]) {
                let old = if is_new(name, &key, self.held) {
                    None
                } else {
                    self.trees.get(name, &key)?
                };
                if old.as_deref() == value.as_deref() {
                    continue;
                }
                if let Some(old) = old {
                    tally.take(name, &key, &old);
                }
                if let Some(value) = &value {
                    tally.add(name, &key, value);
                }
                settled.push((key, value));
            }
        }
        Ok((settled, self.meta))
    }

    /// Closed RFRs are found by their words; open ones are in memory, where they are looked through.
    fn index_words(&mut self, id: RfrId, stored: Option<&Rfr>, now: Option<&Rfr>) -> Result<(), StoreError> {
        let words = |rfr: Option<&Rfr>| rfr.filter(|rfr| !rfr.is_open()).map_or_else(BTreeSet::new, words_of);
        let (before, after) = (words(stored), words(now));
        let low = id.0.to_be_bytes()[7];
        for word in before.symmetric_difference(&after) {
            let key = key::word_bucket(word, id);
            let mut having = self.get(TreeName::Words, &key)?.unwrap_or_default();
            match (having.binary_search(&low), after.contains(word)) {
                (Err(at), true) => having.insert(at, low),
                (Ok(at), false) => {
                    having.remove(at);
                }
                (Ok(_), true) | (Err(_), false) => {}
            }
            if having.is_empty() {
                self.remove(TreeName::Words, key);
            } else {
                self.put(TreeName::Words, key, having);
            }
        }
        Ok(())
    }
}

/// Can the database not hold that key, because it has come to a certain commit and RFR only?
fn is_new(name: TreeName, key: &[u8], (last_seq, last_rfr): (u64, u64)) -> bool {
    let later = |number: Option<u64>, held: u64| number.is_some_and(|number| number > held);
    let end = key.len().wrapping_sub(8);
    match name {
        TreeName::Rfrs | TreeName::Open | TreeName::History => later(key::number(key, 0), last_rfr),
        TreeName::Closed | TreeName::Maintained | TreeName::Names | TreeName::Tickets => {
            later(key::number(key, end), last_rfr)
        }
        TreeName::Outbox | TreeName::SeenBySeq | TreeName::Facts => later(key::number(key, 0), last_seq),
        // The lowest number of those that share the entry.
        TreeName::Words => later(key::number(key, end).map(|upper| upper << 8), last_rfr),
        TreeName::Seen | TreeName::Focus | TreeName::Authors => false,
    }
}

/// Everything by which an RFR is found.
fn index_entries(rfr: &Rfr) -> Vec<(TreeName, Vec<u8>, Vec<u8>)> {
    let open = rfr.is_open();
    // One that is on its way comes before one that is not, and a current name before a former one.
    let rank = |former: bool| vec![u8::from(!open), u8::from(former)];
    let ticket = key::word_of(&rfr.ticket.url, rfr.id);
    let mut entries = vec![(TreeName::Tickets, ticket, rank(false))];
    if open {
        entries.push((TreeName::Open, key::rfr(rfr.id), Vec::new()));
    } else {
        let key = key::closed(rfr.last_seq, rfr.id);
        if rfr.ended.is_none() && rfr.phase == Phase::Maintenance {
            entries.push((TreeName::Maintained, key.clone(), Vec::new()));
        }
        entries.push((TreeName::Closed, key, Vec::new()));
    }
    for former in &rfr.former_names {
        let key = key::word_of(&former.to_ascii_lowercase(), rfr.id);
        entries.push((TreeName::Names, key, rank(true)));
    }
    let key = key::word_of(&rfr.name.to_ascii_lowercase(), rfr.id);
    entries.push((TreeName::Names, key, rank(false)));
    entries
}
