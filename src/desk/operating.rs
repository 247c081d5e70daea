//! What operators may ask of the bot, and what it says about itself.

use super::limits::{Telling, Verdict};
use super::memory;
use super::speaking::{kind, log_denied, log_refusal, refused, reply_to};
use super::state::MOST_CLOSED_LATELY;
use super::{Answer, Archive, ArchiveError, ClosedRfr, Desk, Facts, Handled, Settings, State};
use crate::calendar::Calendar;
use crate::command;
use crate::config::Budget;
use crate::people::{Account, By, Directory, Identity, Relation, Right, authorise};
use crate::record::Effect;
use crate::rfr::{Change, Daily, Origin, Rfr, RfrId};
use crate::sop::Edition;
use crate::text::Message;
use crate::wire::{Beside, Incoming, Manner, Outgoing, Place};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::{BTreeMap, BTreeSet};

impl<A: Archive> Desk<A> {
    /// Sets how much may be asked for, and where the bot tells its own troubles. Without this nothing is limited.
    pub fn set_operations(&mut self, budget: Budget, admin_place: Option<Place>) {
        self.limiter.set(budget);
        self.admin_place = admin_place;
    }

    /// Goes on with another config. Everything that was heard must be on disk.
    pub fn reload(&mut self, settings: Settings, directory: Directory, calendar: Calendar) -> Result<(), ArchiveError> {
        // Read first, so that a failure leaves everything as it was.
        let state = State::load(&self.archive, Facts::new(&calendar, &settings))?;
        self.state = state;
        self.wording.prefix.clone_from(&settings.prefix);
        self.wording.board.clone_from(&settings.board);
        self.settings = settings;
        self.rebase(directory);
        self.knows_links();
        self.calendar = calendar;
        self.meetings_are_known();
        self.has_changed();
        Ok(())
    }

    /// The messages, heard since it was asked last, that want the config read anew by somebody who may.
    pub fn take_reloads(&mut self) -> Vec<Incoming> {
        std::mem::take(&mut self.reloads)
    }

    /// How many RFRs are under way: neither ended nor in maintenance.
    pub fn rfrs_open(&self) -> usize {
        self.state.open().count()
    }

    /// The name of an RFR.
    pub fn name_for_the_log(&self, id: RfrId) -> Option<String> {
        let rfr = self.state.rfr(id, &self.archive).ok().flatten()?;
        Some(rfr.name.clone())
    }

    /// The open RFRs whose names commands read as something else by now, because people or words came after them.
    pub fn names_read_otherwise(&self, today: NaiveDate) -> BTreeSet<String> {
        let editions: Vec<Edition> = self.state.editions(&self.settings).collect();
        let is_other = |name: &str| {
            let account = Account::new(name);
            self.directory.knows(&account)
                || self.directory.is_nobody(&account)
                || command::means_else(name, today, &editions)
        };
        let names = self.state.open().map(|rfr| rfr.name.clone());
        names.filter(|name| is_other(name)).collect()
    }

    /// The same in a sentence; `None` where there are none.
    pub fn say_names_read_otherwise(&self, names: &BTreeSet<String>) -> Option<Message> {
        (!names.is_empty()).then(|| self.wording.names_read_otherwise(names))
    }

    /// The same for the admin place.
    pub fn tell_names_read_otherwise(&self, names: &BTreeSet<String>) -> Option<Outgoing> {
        Some(announcement(
            self.admin_place.clone()?,
            self.say_names_read_otherwise(names)?,
        ))
    }

    /// How many commands were over the budget.
    pub fn limited(&self) -> u64 {
        self.limiter.limited()
    }

    /// The result of a reload, for those who asked for it.
    pub fn reloaded(&self, incoming: &Incoming, result: &Result<String, String>) -> Outgoing {
        reply_to(incoming, self.wording.reloaded(result), Beside::default())
    }

    /// An adaptor panicked: said in the admin place, where there is one.
    pub fn adaptor_panicked(&self, network: &str) -> Option<Outgoing> {
        let place = self.admin_place.clone()?;
        Some(announcement(place, self.wording.adaptor_panicked(network)))
    }

    /// When that commit was made, which changed this RFR, or else freezes and what else there is beside RFRs; `None` where
    /// that is not known.
    pub fn happened_at(&self, id: Option<RfrId>, seq: u64) -> Option<DateTime<Utc>> {
        let of_it = |origin: &Origin| origin.seq == seq;
        let found = match id {
            Some(id) => {
                let mut history = self.archive.history(id).ok()?.into_iter();
                history.find_map(|(origin, _)| of_it(&origin).then_some(origin))
            }
            None => {
                let mut facts = self.archive.facts().ok()?.into_iter();
                facts.find_map(|(origin, _)| of_it(&origin).then_some(origin))
            }
        };
        found.map(|origin| origin.at)
    }

    /// The one line for each room whose network was away for long: how many messages are old, about which RFRs. It is
    /// kept like what it stands for, so that a crash loses it no more than that.
    pub fn while_away(&mut self, rooms: Vec<(Place, usize, Vec<String>)>, now: DateTime<Utc>) -> Handled {
        let lines = rooms
            .into_iter()
            .map(|(place, count, names)| Effect::Say(announcement(place, self.wording.while_away(count, &names))));
        let lines = lines.collect();
        self.by_itself(Vec::new(), lines, now)
    }

    /// The disk accepts changes again: told to a place that heard of the failure.
    pub fn in_order_again(&self, place: Place) -> Outgoing {
        announcement(place, self.wording.in_order_again())
    }

    /// The budget of commands: what a command over it comes to; `None` where the command is to be handled.
    pub(super) fn over_budget(&mut self, incoming: &Incoming, words: &str, now: DateTime<Utc>) -> Option<Handled> {
        let known = self.directory.account_of(&incoming.identity).is_some();
        self.limiter.newest_is(self.state.next_seq());
        let said = match self.limiter.command(incoming, words, known, now) {
            Verdict::Go => return None,
            Verdict::SpeakerMustWait => self.wording.speaker_must_wait(),
            Verdict::PlaceMustWait => self.wording.place_must_wait(),
            Verdict::JustAnswered => {
                return Some(self.say(incoming, self.wording.answered_just_now(), Beside::default()));
            }
            Verdict::Silence => return Some(Handled::default()),
        };
        // Said once; what is left alone afterwards is only counted, so that a flood does not fill the log.
        tracing::info!(place = %incoming.place, name = incoming.name, "a command over the budget");
        Some(self.say(incoming, said, Beside::default()))
    }

    /// Whom the directory does not know pays for each line that they are answered.
    pub(super) fn pay_for_lines(&mut self, incoming: &Incoming, words: &str, handled: &Handled, now: DateTime<Utc>) {
        if self.directory.account_of(&incoming.identity).is_none() {
            let lines = handled.replies.iter().map(|reply| memory::lines(&reply.message)).sum();
            self.limiter.answered(incoming, words, lines, now);
        }
    }

    /// The budget of the day: what is said where it is spent.
    pub(super) fn over_day(
        &mut self,
        incoming: &Incoming,
        by: &Account,
        (change, name): (&Change, &str),
        now: DateTime<Utc>,
    ) -> Option<Message> {
        if is_unlimited(incoming) {
            return None;
        }
        let kinds = change.row().daily.into_iter().chain([Daily::Changes]);
        let spent = kinds
            .into_iter()
            .find_map(|what| Some((what, self.limiter.spent(by, what, now)?)));
        let (what, most) = spent?;
        log_refusal(incoming, &kind(change), name, &format!("{ENOUGH}{}", kind(&what)));
        Some(self.wording.enough_for_today(what, most))
    }

    /// The change is made: it counts for the day, beside as a change as what it adds.
    pub(super) fn count_day(&mut self, by: &Account, change: &Change) {
        if let Some(what) = change.row().daily {
            self.limiter.count(by, what);
        }
    }

    /// Counts what was stored on this day before the start, once: of the RFRs that changed today, and of the facts.
    pub(super) fn recall_the_day(&mut self, now: DateTime<Utc>) -> Result<(), ArchiveError> {
        if !self.limiter.is_new() {
            return Ok(());
        }
        let today = now.date_naive();
        let (closed, _) = self.archive.closed_rfrs(ClosedRfr::All, MOST_CLOSED_LATELY)?;
        let touched = self
            .state
            .open()
            .chain(&closed)
            .filter(|rfr| rfr.last_change.at.date_naive() == today);
        let mut changes: BTreeSet<(u64, By)> = BTreeSet::new();
        let mut counted = Vec::new();
        for rfr in touched {
            for (origin, event) in self.archive.history(rfr.id)? {
                if origin.at.date_naive() == today && !event.is_of_the_list() {
                    let by = origin.by.person().cloned();
                    counted.extend(by.zip(event.row().daily));
                    changes.insert((origin.seq, origin.by));
                }
            }
        }
        for (origin, _) in self.archive.facts()? {
            if origin.at.date_naive() == today {
                changes.insert((origin.seq, origin.by));
            }
        }
        let people = changes.iter().filter_map(|(_, by)| by.person());
        counted.extend(people.map(|by| (by.clone(), Daily::Changes)));
        self.limiter.recall(counted, now);
        Ok(())
    }

    /// How a change of this RFR is told where announcements go.
    pub(super) fn telling(&mut self, id: RfrId, now: DateTime<Utc>) -> Result<Telling, ArchiveError> {
        let mut stored = Vec::new();
        if self.limiter.asks_for_announcements(id) {
            stored = self.announced_at(id)?;
        }
        Ok(self.limiter.announce(id, stored, now))
    }

    /// When what was not announced is to be told in one line.
    pub fn unsaid_due(&mut self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        if self.limiter.begins_to_tell() {
            self.recall_unsaid(now);
        }
        self.limiter.unsaid_due()
    }

    /// The hour is over of RFRs of which more happened than was announced: one line for each.
    pub fn say_unsaid(&mut self, now: DateTime<Utc>) -> Handled {
        let mut effects = Vec::new();
        for (id, more) in self.limiter.take_unsaid(now) {
            let Ok(Some(rfr)) = self.state.rfr(id, &self.archive) else {
                continue;
            };
            let beside = Beside {
                rfr: Some(id),
                ..Beside::default()
            };
            let message = self.wording.announced_no_more(&rfr, more);
            effects.extend(self.announcements(None, &message, &beside));
        }
        self.by_itself(Vec::new(), effects, now)
    }

    /// What a process before this one left unannounced within the last hour.
    fn recall_unsaid(&mut self, now: DateTime<Utc>) {
        let lately = |rfr: &&Rfr| (now - rfr.last_change.at).num_seconds() < 3600;
        let closed = self.archive.closed_rfrs(ClosedRfr::All, MOST_CLOSED_LATELY);
        let (closed, _) = closed.unwrap_or_default();
        let ids: Vec<RfrId> = self
            .state
            .open()
            .chain(&closed)
            .filter(lately)
            .map(|rfr| rfr.id)
            .collect();
        for id in ids {
            // A history that cannot be read is told of by whoever needs it.
            let stored = self.announced_at(id).unwrap_or_default();
            self.limiter.recall_unsaid(id, &stored, now);
        }
    }

    /// When the changes of an RFR were announced, by what is stored.
    fn announced_at(&self, id: RfrId) -> Result<Vec<DateTime<Utc>>, ArchiveError> {
        let history = self.archive.history(id)?;
        let told = history.into_iter().filter(|(_, event)| event.row().news.is_some());
        let times: BTreeMap<u64, DateTime<Utc>> = told.map(|(origin, _)| (origin.seq, origin.at)).collect();
        Ok(times.into_values().collect())
    }

    /// How many mails may still be written about an RFR today; `None`: as many as there are.
    pub(super) fn mails_left(&self, rfr: &Rfr, now: DateTime<Utc>) -> Option<usize> {
        let most = usize::try_from(self.limiter.mails_per_rfr()?).unwrap_or(usize::MAX);
        let today = now.date_naive();
        let written = rfr
            .thread
            .mailed
            .iter()
            .filter(|mail| mail.at.date_naive() == today)
            .count();
        Some(most.saturating_sub(written))
    }

    /// Somebody wants the config read anew.
    pub(super) fn wants_reload(&mut self, incoming: &Incoming) -> Answer {
        let by = match self.known(incoming) {
            Ok(by) => by,
            Err(said) => return refused(said, None),
        };
        match authorise(&self.directory, Right::Operator, &by, Relation::default(), ()) {
            Ok(_) => {
                self.reloads.push(incoming.clone());
                // The answer comes when it is done.
                Answer::SayAll(Vec::new())
            }
            Err(denied) => {
                log_denied(incoming, "admin reload", "", &denied);
                refused(self.wording.no_operator(&denied.holders), None)
            }
        }
    }
}

/// Why somebody is refused whose budget of the day is spent, for the log.
pub(super) const ENOUGH: &str = "enough for a day: ";

/// Whoever sits at the machine has no limits; mails are bounded where they come in.
pub(super) fn is_unlimited(incoming: &Incoming) -> bool {
    matches!(incoming.identity, Identity::Console { .. } | Identity::Mail { .. })
}

fn announcement(place: Place, message: Message) -> Outgoing {
    Outgoing {
        place,
        manner: Manner::Announcement,
        to: None,
        in_reply_to: None,
        message,
        beside: Beside::default(),
    }
}
