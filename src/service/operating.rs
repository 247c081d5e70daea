//! The loop's work for those who run the bot: it counts, notices a disk that accepts nothing, and reloads the config.

use super::{Batch, Core, deliveries};
use crate::calendar::Calendar;
use crate::chat::console;
use crate::chat::irc::Watch;
use crate::config::{Budget, IrcChannel};
use crate::desk::{Handled, Settings, kind};
use crate::operations::figures::{CommandResult, Figures};
use crate::operations::systemd;
use crate::people::Directory;
use crate::record::{Commit, DeliveryMark, Event, Owed, Progress};
use crate::rfr::RfrId;

use crate::wire::{OutboxKey, Outgoing, Place};
use chrono::{DateTime, NaiveDate, Utc};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::{Notify, mpsc, watch};

/// What waited for its network longer than this is not said any more.
const OLD: chrono::TimeDelta = chrono::TimeDelta::hours(1);

/// Number of beats between two measurements of the store's size and of due reminders.
const BEATS_PER_MEASURE: u32 = 12;

/// What the desk and the networks need of a reloaded config.
#[derive(Debug)]
pub struct NewConfig {
    /// For the desk.
    pub settings: Settings,
    /// Who is who.
    pub directory: Directory,
    /// Freezes in the config.
    pub calendar: Calendar,
    /// How much may be asked for.
    pub budget: Budget,
    /// Where the bot reports its own problems.
    pub admin_place: Option<Place>,
    /// Whom each network is to watch, and which channels to join.
    pub networks: Vec<Sight>,
    /// Every place the bot should be in.
    pub places: Vec<Place>,
    /// The Matrix rooms, and how to tell that network.
    pub rooms: (watch::Sender<Vec<String>>, Vec<String>),
    /// What changed, for whoever asked.
    pub said: String,
    /// What of it applies only after a restart.
    pub awaits_restart: Vec<String>,
}

/// For whom an IRC network is to watch, and where to sit.
#[derive(Clone, Debug)]
pub struct Sight {
    /// The network's name in the config.
    pub network: String,
    /// By what it is told.
    pub watch: Watch,
    /// Its channels.
    pub channels: Vec<IrcChannel>,
}

/// Reloads the config: checks it completely, and returns what is wrong if anything is.
pub type Reread = Box<dyn FnMut() -> Result<NewConfig, String> + Send>;

/// State for this work.
pub(super) struct Operation {
    pub(super) figures: Arc<Figures>,
    reread: Option<Reread>,
    /// Sends a changed directory to the adaptors.
    people: watch::Sender<Directory>,
    /// Has the sources of `[freezes]` read at once.
    read_again: Arc<Notify>,
    networks: Vec<Sight>,
    /// Since when each delivery is owed, as far as this process knows.
    owed_since: RefCell<BTreeMap<OutboxKey, Instant>>,
    /// When each of them was to be said, as a calendar time.
    owed_at: RefCell<BTreeMap<OutboxKey, DateTime<Utc>>>,
    /// Since when each network is down.
    away: BTreeMap<String, DateTime<Utc>>,
    /// Places that were told that the disk accepts no changes.
    told: BTreeSet<Place>,
    /// Networks whose panic was reported, or will be.
    panicked: BTreeSet<String>,
    /// Messages for the admin place, for when its network is back.
    untold: Vec<Outgoing>,
    /// Troubles of the tracker that were reported, and when.
    pub(super) tracker_told: BTreeMap<String, DateTime<Utc>>,
    /// Where the tracker's reader takes numbers of tickets to be read soon.
    pub(super) tracker: Option<mpsc::Sender<Vec<u64>>>,
    /// The same of the bus.
    pub(super) bus_told: BTreeMap<String, DateTime<Utc>>,
    /// Networks that are connected.
    up: BTreeSet<String>,
    /// RFRs reported as having a name that now means something else.
    read_otherwise: BTreeSet<String>,
    limited: u64,
    beats: u32,
    /// The time of the current batch.
    pub(super) now: DateTime<Utc>,
}

impl Default for Operation {
    fn default() -> Self {
        Self {
            figures: Arc::new(Figures::new([])),
            reread: None,
            people: watch::channel(Directory::new()).0,
            read_again: Arc::default(),
            networks: Vec::new(),
            owed_since: RefCell::default(),
            owed_at: RefCell::default(),
            away: BTreeMap::new(),
            told: BTreeSet::new(),
            panicked: BTreeSet::new(),
            untold: Vec::new(),
            tracker_told: BTreeMap::new(),
            tracker: None,
            bus_told: BTreeMap::new(),
            up: BTreeSet::new(),
            read_otherwise: BTreeSet::new(),
            limited: 0,
            beats: 0,
            now: DateTime::UNIX_EPOCH,
        }
    }
}

impl Operation {
    /// Records what is owed from now on.
    pub(super) fn owed(&self, owed: &[Owed]) {
        let now = Instant::now();
        let keys = owed.iter().filter_map(|owed| match owed {
            Owed::Say(delivery) => delivery.key,
            Owed::Mail(delivery) => Some(delivery.key),
            Owed::Ticket(delivery) => Some(delivery.key),
            Owed::Bus(delivery) => Some(delivery.key),
        });
        let mut owed_at = self.owed_at.borrow_mut();
        for key in keys {
            self.owed_since.borrow_mut().insert(key, now);
            owed_at.entry(key).or_insert(self.now);
        }
    }

    /// What this says replaces what was too old: it is never itself counted as too old.
    fn never_old(&self, handled: &Handled) {
        let Some(commit) = &handled.commit else {
            return;
        };
        let mut owed_at = self.owed_at.borrow_mut();
        for (index, _) in commit.effects.iter().enumerate() {
            let index = u32::try_from(index).unwrap_or(u32::MAX);
            owed_at.insert(
                OutboxKey {
                    seq: commit.origin.seq,
                    index,
                },
                DateTime::<Utc>::MAX_UTC,
            );
        }
    }

    /// Should this place be told that the disk accepts no changes? Once until it accepts them again; the console
    /// always.
    pub(super) fn first_failure(&mut self, place: &Place, why: &str) -> bool {
        self.figures.unwritable(why);
        self.figures.command(CommandResult::Unwritten);
        let room = Place {
            thread: None,
            ..place.clone()
        };
        self.told.insert(room) || place.network == console::NETWORK
    }
}

impl Operation {
    /// Tells the adaptors who is who now.
    pub(super) fn tell_people(&self, directory: &Directory) {
        self.people
            .send_if_modified(|known| std::mem::replace(known, directory.clone()) != *directory);
        for Sight {
            network,
            watch,
            channels,
        } in &self.networks
        {
            watch.watch_for(directory.services_accounts(network), channels.clone());
        }
    }
}

impl Core {
    /// Counts into `figures`, and measures this store.
    pub fn watch(&mut self, figures: Arc<Figures>, store: PathBuf) {
        figures.keeps_in(store);
        self.operation.figures = figures;
    }

    /// Lets the tracker read tickets of which something else told.
    pub fn hint_tracker_by(&mut self, numbers: mpsc::Sender<Vec<u64>>) {
        self.operation.tracker = Some(numbers);
    }

    /// Sets how to reload the config.
    pub fn reread_by(&mut self, reread: Reread) {
        self.operation.reread = Some(reread);
    }

    /// What has the sources of `[freezes]` read at once, as after a reload.
    pub fn reads_sources_again(&self) -> Arc<Notify> {
        self.operation.read_again.clone()
    }

    /// Tells a changed directory by these, and at once what it is now.
    pub fn tell_people_by(&mut self, people: watch::Sender<Directory>, networks: Vec<Sight>) {
        self.operation.people = people;
        self.operation.networks = networks;
        self.operation.tell_people(self.desk.directory());
    }

    /// Tells the adaptors who is who, where people linked something.
    pub(super) fn tell_links(&mut self, batch: &Batch) {
        let commits = batch.handled.iter().filter_map(|(_, handled)| handled.commit.as_ref());
        let mut events = commits.flat_map(|commit| &commit.events);
        let linked = events.any(|event| matches!(event, Event::Link(_)));
        if self.desk.take_code_made() || linked {
            self.operation.tell_people(self.desk.directory());
        }
    }

    /// Finds and logs RFRs whose names mean something else by now; reports new ones.
    pub fn look_at_names(&mut self, today: NaiveDate) -> Option<Outgoing> {
        let names = self.desk.names_read_otherwise(today);
        let known = std::mem::replace(&mut self.operation.read_otherwise, names.clone());
        let new: BTreeSet<String> = names.difference(&known).cloned().collect();
        for paragraph in self.desk.say_names_read_otherwise(&new)?.plain_lines() {
            tracing::warn!("{paragraph}");
        }
        self.desk.tell_names_read_otherwise(&new)
    }

    /// Reloads the config for the operator, and adds which names now mean something else.
    pub(super) fn reload_by_order(&mut self) -> Result<String, String> {
        let known = self.operation.read_otherwise.clone();
        let mut said = self.reload()?;
        let new = &self.operation.read_otherwise - &known;
        if let Some(names) = self.desk.say_names_read_otherwise(&new) {
            for line in names.plain_lines() {
                said.push_str("\nnote: ");
                said.push_str(&line);
            }
        }
        Ok(said)
    }

    /// Reloads the config and continues with it; returns what changed, or why nothing did.
    pub fn reload(&mut self) -> Result<String, String> {
        let result = self.read_anew();
        if result.is_ok() {
            self.operation.read_again.notify_one();
        }
        if result.is_ok()
            && let Some(said) = self.look_at_names(Utc::now().date_naive())
        {
            if self.operation.up.contains(&said.place.network) {
                let replies = vec![said];
                self.hand_over(deliveries(Handled { commit: None, replies }));
            } else {
                self.operation.untold.push(said);
            }
        }
        result
    }

    fn read_anew(&mut self) -> Result<String, String> {
        let Some(reread) = &mut self.operation.reread else {
            return Err("there is no config file to read anew".to_owned());
        };
        let result = reread().and_then(|new| {
            self.desk
                .reload(new.settings, new.directory, new.calendar)
                .map_err(|error| error.to_string())?;
            self.desk.set_operations(new.budget, new.admin_place);
            self.operation.networks = new.networks;
            self.operation.tell_people(self.desk.directory());
            self.operation.figures.wants(new.places);
            self.operation.figures.awaits_restart(new.awaits_restart);
            let (tell, rooms) = new.rooms;
            tell.send_if_modified(|known| std::mem::replace(known, rooms.clone()) != rooms);
            Ok(new.said)
        });
        match &result {
            Ok(said) => {
                self.operation.figures.reloaded();
                tracing::info!("{said}");
            }
            Err(why) => {
                tracing::error!("the config was not taken over, and nothing has changed");
                for line in why.lines() {
                    tracing::error!("{line}");
                }
            }
        }
        result
    }

    /// Reloads the config for those who asked in chat, and answers them.
    pub(super) fn carry_out_reloads(&mut self) -> Vec<Vec<DeliveryMark>> {
        let wanted = self.desk.take_reloads();
        let mut marks = Vec::new();
        for incoming in wanted {
            let result = self.reload();
            let replies = vec![self.desk.reloaded(&incoming, &result)];
            marks.push(self.hand_over(deliveries(Handled { commit: None, replies })));
        }
        marks.retain(|marks| !marks.is_empty());
        marks
    }

    /// When what was owed before the start was to be said. If history does not tell, it never counts as too old.
    pub(super) fn recall_ages(&mut self, owed: &[Owed]) {
        for owed in owed {
            if let Owed::Say(delivery) = owed
                && let Some(key) = delivery.key
            {
                let at = self.desk.happened_at(delivery.outgoing.beside.rfr, key.seq);
                let at = at.unwrap_or(DateTime::<Utc>::MAX_UTC);
                self.operation.owed_at.borrow_mut().insert(key, at);
            }
        }
    }

    /// A network is back: what is older than an hour is not said there any more. Each of its rooms gets one line
    /// instead.
    pub(super) fn instead_of_what_is_old(&mut self, network: &str, now: DateTime<Utc>) -> (Vec<DeliveryMark>, Handled) {
        let is_old = |at: DateTime<Utc>| now - at > OLD;
        let long_away = self.operation.away.remove(network).is_some_and(is_old);
        let old = {
            let owed_at = self.operation.owed_at.borrow();
            let known = |key: OutboxKey| owed_at.get(&key).is_some_and(|at| is_old(*at));
            self.outbox.take_old(network, long_away, known)
        };
        let mut marks = Vec::new();
        let mut rooms: BTreeMap<Place, (usize, BTreeSet<RfrId>)> = BTreeMap::new();
        for delivery in old {
            marks.extend(delivery.key.map(|key| DeliveryMark {
                key,
                progress: Progress::Complete,
            }));
            let place = delivery.outgoing.place;
            if !place.is_direct() {
                let (count, rfrs) = rooms.entry(Place { thread: None, ..place }).or_default();
                *count += 1;
                rfrs.extend(delivery.outgoing.beside.rfr);
            }
        }
        self.settled(&marks);
        let said = rooms.into_iter().map(|(place, (count, rfrs))| {
            let names = rfrs.into_iter().filter_map(|id| self.desk.name_for_the_log(id));
            (place, count, names.collect())
        });
        let said = said.collect();
        let handled = self.desk.while_away(said, now);
        self.operation.never_old(&handled);
        (marks, handled)
    }

    /// A network is connected: what waited for it is said.
    pub(super) fn network_up(&mut self, network: &str) -> Vec<Outgoing> {
        self.operation.figures.up(network);
        self.operation.up.insert(network.to_owned());
        let untold = std::mem::take(&mut self.operation.untold);
        let (now, later) = untold.into_iter().partition(|said| said.place.network == network);
        self.operation.untold = later;
        now
    }

    /// A network is down.
    pub(super) fn network_down(&mut self, network: &str, why: &str, now: DateTime<Utc>) {
        self.operation.away.entry(network.to_owned()).or_insert(now);
        self.operation.figures.down(network, why);
        self.operation.up.remove(network);
    }

    /// An adaptor panicked: reported once for each network. If it is the admin place's own network, as is common, it is
    /// reported there once that is back.
    pub(super) fn panicked(&mut self, network: &str) -> Option<Outgoing> {
        self.operation.figures.panicked(network);
        let first = self.operation.panicked.insert(network.to_owned());
        let said = first.then(|| self.desk.adaptor_panicked(network)).flatten()?;
        self.now_or_untold(said)
    }

    /// What the admin place is told, if its network is there; else it is kept until that is back.
    pub(super) fn now_or_untold(&mut self, said: Outgoing) -> Option<Outgoing> {
        if self.operation.up.contains(&said.place.network) {
            return Some(said);
        }
        self.operation.untold.push(said);
        None
    }

    /// The disk accepted a change: tells everybody who was told that it does not.
    pub(super) fn written_again(&mut self, batch: &Batch) -> Vec<Owed> {
        if batch.handled.iter().all(|(_, handled)| handled.commit.is_none()) {
            return Vec::new();
        }
        self.operation.figures.writable();
        let told = std::mem::take(&mut self.operation.told);
        let replies = told.into_iter().map(|place| self.desk.in_order_again(place)).collect();
        deliveries(Handled { commit: None, replies })
    }

    pub(super) fn hand_over(&mut self, said: Vec<Owed>) -> Vec<DeliveryMark> {
        self.operation.owed(&said);
        self.outbox.take(said)
    }

    /// These are no longer owed.
    pub(super) fn settled(&self, marks: &[DeliveryMark]) {
        let mut since = self.operation.owed_since.borrow_mut();
        for mark in marks {
            match mark.progress {
                Progress::Lines(_) => {}
                Progress::Complete | Progress::GivenUp(_) => {
                    since.remove(&mark.key);
                    self.operation.owed_at.borrow_mut().remove(&mark.key);
                }
            }
        }
        drop(since);
        self.count_owed();
    }

    /// Counts the results of a batch; returns its number of commands.
    pub(super) fn count(&mut self, batch: &Batch) -> u64 {
        let limited = self.desk.limited();
        for _ in self.operation.limited..limited {
            self.operation.figures.command(CommandResult::Limited);
        }
        self.operation.limited = limited;
        let mut commands = 0;
        for (incoming, handled) in &batch.handled {
            if incoming.is_none() {
                continue;
            }
            let refused = |outgoing: &Outgoing| outgoing.beside.outcome == Some(crate::wire::Outcome::Refused);
            let outcome = match (&handled.commit, handled.replies.iter().any(refused)) {
                (Some(_), _) => CommandResult::Done,
                (None, true) => CommandResult::Refused,
                (None, false) => CommandResult::Answered,
            };
            self.operation.figures.command(outcome);
            commands += 1;
        }
        commands
    }

    /// Logs what is now on disk: who did what to which RFR, without the words. The number finds a change in the
    /// journal, in marks and in the log.
    pub(super) fn log_changes(&self, batch: &Batch) {
        let commits = batch.handled.iter().filter_map(|(_, handled)| handled.commit.as_ref());
        for Commit { origin, events, .. } in commits {
            let mut rfrs: Vec<String> = Vec::new();
            let mut deeds: Vec<String> = Vec::new();
            for event in events {
                let (rfr, deed) = match event {
                    Event::Rfr { id, event } => (self.desk.name_for_the_log(*id), kind(event)),
                    Event::FreezeBreak { .. } => (None, "freeze-break".to_owned()),
                    Event::Freeze(event) => (None, format!("freeze {}", kind(event))),
                    Event::Absence(event) => (None, format!("absence {}", kind(event))),
                    Event::Link(fact) => (None, kind(fact)),
                    Event::Reminder(fact) => (
                        fact.rfr().and_then(|id| self.desk.name_for_the_log(id)),
                        "reminder".to_owned(),
                    ),
                    Event::FocusChanged { rfr, .. } => {
                        (rfr.and_then(|id| self.desk.name_for_the_log(id)), "focus".to_owned())
                    }
                    // It is logged with the first event that follows it.
                    Event::Edition(_) => continue,
                    Event::CalendarRead { .. } | Event::AbsencesRead { .. } => (None, kind(event)),
                };
                rfrs.extend(rfr.filter(|rfr| !rfrs.contains(rfr)));
                if !deeds.contains(&deed) {
                    deeds.push(deed);
                }
            }
            let (rfr, deed) = (rfrs.join(" "), deeds.join(" "));
            tracing::info!(seq = origin.seq, by = %origin.by, place = origin.place, rfr, deed, "a change");
        }
    }

    /// How long the batch took, from the queue to the outbox.
    pub(super) fn answered(&self, commands: u64, took: Duration) {
        self.operation.figures.answered(commands, took);
    }

    /// Counts the reminders that are due.
    pub(super) fn count_reminders(&self, now: DateTime<Utc>) {
        self.operation.figures.reminders_due(self.desk.reminders_due(now));
    }

    /// Counts what is owed, and since when the oldest is: keys grow with time.
    fn count_owed(&self) {
        let oldest = self.operation.owed_since.borrow().values().next().copied();
        self.operation.figures.owes(self.outbox.depth(), oldest);
    }

    /// Records that the loop is alive, and what it owes.
    pub(super) fn beat(&mut self, now: DateTime<Utc>) {
        let figures = &self.operation.figures;
        figures.beat();
        self.count_owed();
        figures.delays(self.desk.mails_delayed());
        figures.rfrs_open(self.desk.rfrs_open());
        if self.operation.beats.is_multiple_of(BEATS_PER_MEASURE) {
            self.count_reminders(now);
        }
        self.operation.beats = self.operation.beats.wrapping_add(1);
        let not_ready = figures.not_ready();
        systemd::alive(&if not_ready.is_empty() {
            "ready".to_owned()
        } else {
            not_ready.join("; ")
        });
    }
}
