//! What the journal's records change in the database. Live commits, catching up and rebuilding all use this code.
//!
//! Changes of several records are collected in memory and applied in one transaction.

use super::StoreError;
use super::lines::{JournalLines, LineId, NextLine, Segment};
use super::stored::{self, Record, StoredDelivery};
use super::trees::{Meta, TreeName, Trees, Writes, key};
use super::whole::follow;
use crate::record::{Commit, DeliveryMark, Event, Progress};
use crate::rfr::{self, Rfr, RfrId, words_of};
use crate::sop::Phase;
use crate::wire::{IncomingId, OutboxKey};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::time::{Duration, Instant};

/// Records per transaction while the database catches up.
const RECORDS_AT_ONCE: usize = 1000;

/// The same while it is built from nothing: larger, because more records then change the same RFRs.
const RECORDS_AT_ONCE_FROM_NOTHING: usize = 4_000;

/// RFRs kept in memory after their changes were applied, so that they need not be read again.
const REMEMBERED: usize = 256;

/// How often a long rebuild logs its progress.
const TELL_EVERY: Duration = Duration::from_secs(1);

/// [`Trees::apply`] or [`Trees::fill`].
type Applying = fn(&Trees, &Writes, &Meta) -> Result<Meta, StoreError>;

/// What the database holds, and the changes collected beyond that.
#[derive(Debug)]
pub(super) struct Changes {
    trees: Trees,
    /// State of the database on disk.
    carried_out: Meta,
    /// Its state once the changes are applied.
    meta: Meta,
    /// RFRs in their latest state.
    rfrs: HashMap<RfrId, Option<Rfr>>,
    /// The changed ones, as the database has them.
    before: BTreeMap<RfrId, Option<Rfr>>,
    /// Word → closed RFRs that contain it, where that changes.
    words: BTreeMap<String, BTreeSet<u64>>,
    writes: Writes,
    records: usize,
}

impl Changes {
    /// No changes yet.
    pub(super) fn new(trees: Trees, meta: Meta) -> Self {
        Self {
            trees,
            carried_out: meta.clone(),
            meta,
            rfrs: HashMap::new(),
            before: BTreeMap::new(),
            words: BTreeMap::new(),
            writes: Default::default(),
            records: 0,
        }
    }

    /// State of the database, without the collected changes.
    pub(super) fn carried_out(&self) -> &Meta {
        &self.carried_out
    }

    /// Adds the record of that journal line.
    pub(super) fn add(&mut self, applied: LineId, record: &Record) -> Result<(), StoreError> {
        match record {
            Record::Commit(commit) => self.commit(commit)?,
            Record::Delivered(mark) => self.delivered(mark)?,
        }
        self.meta.applied = applied;
        self.records += 1;
        Ok(())
    }

    fn commit(&mut self, commit: &Commit) -> Result<(), StoreError> {
        let (origin, seq) = (&commit.origin, commit.origin.seq);
        let mut changed: BTreeMap<RfrId, Vec<&Event>> = BTreeMap::new();
        let mut facts = Vec::new();
        for event in &commit.events {
            match event {
                Event::Rfr { id, event: happened } => {
                    self.know(*id)?;
                    let now = self.rfrs.remove(id).flatten();
                    self.rfrs.insert(*id, rfr::apply(now, *id, origin, happened));
                    changed.entry(*id).or_default().push(event);
                    if let Some(by) = origin.by.person() {
                        self.put(TreeName::Authors, key::author(by), key::two_numbers(seq, id.0));
                    }
                }
                Event::FocusChanged { place, rfr } => {
                    let rfr = rfr.map(key::rfr);
                    self.writes[TreeName::Focus as usize].insert(stored::encode(place)?, rfr);
                }
                Event::Freeze(_)
                | Event::Absence(_)
                | Event::FreezeBreak { .. }
                | Event::CalendarRead { .. }
                | Event::AbsencesRead { .. }
                | Event::Edition(_)
                | Event::Link(_)
                | Event::Reminder(_) => facts.push(event),
            }
        }
        let first = changed.keys().next().map_or(0, |id| id.0);
        for name in commit.incoming.iter().flat_map(IncomingId::names) {
            self.put(TreeName::Seen, key::seen(&name), key::two_numbers(seq, first));
        }
        for (id, events) in changed {
            self.meta.last_rfr = self.meta.last_rfr.max(id.0);
            self.put(
                TreeName::History,
                key::two_numbers(id.0, seq),
                stored::part_bytes(origin, &events)?,
            );
        }
        if !facts.is_empty() {
            self.put(TreeName::Facts, key::seq(seq), stored::part_bytes(origin, &facts)?);
        }
        for (index, effect) in (0u32..).zip(&commit.effects) {
            let delivery = stored::encode(&StoredDelivery::new(effect))?;
            self.put(TreeName::Outbox, key::outbox(OutboxKey { seq, index }), delivery);
        }
        self.meta.last_seq = seq;
        Ok(())
    }

    /// Loads an RFR's latest state and, if it has not changed yet, notes it as the database's.
    fn know(&mut self, id: RfrId) -> Result<(), StoreError> {
        if !self.rfrs.contains_key(&id) {
            // A number above all earlier ones: nothing can be stored under it yet.
            let is_new = id.0 > self.carried_out.last_rfr;
            let rfr = if is_new { None } else { read_rfr(&self.trees, id)? };
            self.rfrs.insert(id, rfr);
        }
        if !self.before.contains_key(&id) {
            self.before.insert(id, self.rfrs[&id].clone());
        }
        Ok(())
    }

    fn delivered(&mut self, mark: &DeliveryMark) -> Result<(), StoreError> {
        let outbox = key::outbox(mark.key);
        match &mark.progress {
            Progress::Lines(lines) => {
                let owed = match self.writes[TreeName::Outbox as usize].get(&outbox) {
                    Some(written) => written.clone(),
                    None => self.trees.get(TreeName::Outbox, &outbox)?.map(|value| value.to_vec()),
                };
                if let Some(bytes) = owed {
                    let mut delivery: StoredDelivery = stored::decode(&bytes)?;
                    delivery.lines(*lines);
                    self.put(TreeName::Outbox, outbox, stored::encode(&delivery)?);
                }
            }
            Progress::Complete | Progress::GivenUp(_) => self.remove(TreeName::Outbox, outbox),
        }
        Ok(())
    }

    fn put(&mut self, tree: TreeName, key: Vec<u8>, value: Vec<u8>) {
        self.writes[tree as usize].insert(key, Some(value));
    }

    fn remove(&mut self, tree: TreeName, key: Vec<u8>) {
        self.writes[tree as usize].insert(key, None);
    }

    /// Applies all of it in one of the two ways of [`Trees`].
    pub(super) fn carry_out(&mut self, way: Applying) -> Result<(), StoreError> {
        self.index()?;
        self.meta = way(&self.trees, &self.writes, &self.meta)?;
        self.carried_out = self.meta.clone();
        self.writes = Writes::default();
        self.records = 0;
        if self.rfrs.len() > REMEMBERED {
            self.rfrs.clear();
        }
        Ok(())
    }

    /// Updates the indexes of the changed RFRs.
    fn index(&mut self) -> Result<(), StoreError> {
        for (id, before) in std::mem::take(&mut self.before) {
            let (old, new) = (index_of(before.as_ref()), index_of(self.rfrs[&id].as_ref()));
            for (tree, key) in old.keys().filter(|key| !new.contains_key(key)) {
                self.remove(*tree, key.clone());
            }
            for ((tree, key), value) in new.iter().filter(|(key, value)| old.get(key) != Some(value)) {
                self.put(*tree, key.clone(), value.clone());
            }
            let (old, new) = (closed_words(before.as_ref()), closed_words(self.rfrs[&id].as_ref()));
            for word in old.symmetric_difference(&new) {
                if !self.words.contains_key(word) {
                    let having = self.trees.get(TreeName::Words, word.as_bytes())?;
                    let having = having.map(|having| stored::decode(&having)).transpose()?;
                    self.words.insert(word.clone(), having.unwrap_or_default());
                }
                let having = self.words.entry(word.clone()).or_default();
                if new.contains(word) {
                    having.insert(id.0);
                } else {
                    having.remove(&id.0);
                }
            }
        }
        for (word, having) in std::mem::take(&mut self.words) {
            if having.is_empty() {
                self.remove(TreeName::Words, word.into_bytes());
            } else {
                self.put(TreeName::Words, word.into_bytes(), stored::encode(&having)?);
            }
        }
        Ok(())
    }
}

/// Closed RFRs are found by their words; open ones are in memory and searched there.
fn closed_words(rfr: Option<&Rfr>) -> BTreeSet<String> {
    rfr.filter(|rfr| !rfr.is_open()).map_or_else(BTreeSet::new, words_of)
}

/// The other index entries of an RFR.
fn index_of(rfr: Option<&Rfr>) -> BTreeMap<(TreeName, Vec<u8>), Vec<u8>> {
    let mut entries = BTreeMap::new();
    let Some(rfr) = rfr else { return entries };
    let open = rfr.is_open();
    // An RFR in progress ranks before one that is not, and a current name before a former one.
    let rank = |former: bool| vec![u8::from(!open), u8::from(former)];
    let name = |name: &str| (TreeName::Names, key::name_of(&name.to_ascii_lowercase(), rfr.id));
    entries.extend(rfr.former_names.iter().map(|former| (name(former), rank(true))));
    entries.insert(name(&rfr.name), rank(false));
    entries.insert((TreeName::Tickets, key::name_of(&rfr.ticket.url, rfr.id)), rank(false));
    let closed = key::closed(rfr.last_seq, rfr.id);
    if open {
        entries.insert((TreeName::Open, key::rfr(rfr.id)), Vec::new());
    } else if rfr.ended.is_none() && rfr.phase == Phase::Maintenance {
        entries.insert((TreeName::Maintained, closed.clone()), Vec::new());
    }
    if !open {
        entries.insert((TreeName::Closed, closed), Vec::new());
    }
    entries
}

/// An RFR as the database holds it: the fold of its events.
pub(super) fn read_rfr(trees: &Trees, id: RfrId) -> Result<Option<Rfr>, StoreError> {
    let mut rfr = None;
    for entry in trees.scan(TreeName::History, &key::rfr(id)) {
        let (origin, events) = stored::part(&entry?.1)?;
        for event in &events {
            if let Event::Rfr { event, .. } = event {
                rfr = rfr::apply(rfr, id, &origin, event);
            }
        }
    }
    Ok(rfr)
}

/// Applies what the journal, of `records` records, has and the database lacks.
pub(super) fn catch_up(trees: &Trees, meta: Meta, segments: &[Segment], records: u64) -> Result<Meta, StoreError> {
    let (at_once, way): (usize, Applying) = match meta.applied.line {
        0 => (RECORDS_AT_ONCE_FROM_NOTHING, Trees::fill),
        1.. => (RECORDS_AT_ONCE, Trees::apply),
    };
    let mut told = Instant::now();
    let mut changes = Changes::new(trees.clone(), meta);
    let Some(mut lines) = JournalLines::from_segment_of(segments, changes.meta.applied.line + 1)? else {
        return Ok(changes.carried_out);
    };
    while let NextLine::Line(id, bytes, _) = lines.next()? {
        if id.line <= changes.meta.applied.line {
            continue;
        }
        let record = stored::record(id.line, bytes)?;
        follow(&record, changes.meta.last_seq).map_err(|what| lines.damaged(what))?;
        changes.add(id, &record)?;
        if changes.records >= at_once {
            changes.carry_out(way)?;
            if told.elapsed() >= TELL_EVERY {
                tracing::info!(applied = id.line, records, "the database follows the journal");
                told = Instant::now();
            }
        }
    }
    if changes.records > 0 {
        changes.carry_out(way)?;
    }
    Ok(changes.carried_out)
}
