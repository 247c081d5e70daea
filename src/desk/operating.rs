//! What those who look after the bot may ask of it, and what it says about itself.

use super::limits::{Daily, Verdict};
use super::memory;
use super::speaking::{refused, reply_to};
use super::{Answer, Archive, ArchiveError, Desk, Facts, Handled, Settings, State};
use crate::calendar::Calendar;
use crate::chat::{Beside, Incoming, Manner, Outgoing, Place};
use crate::config::Budget;
use crate::people::{Account, Directory, Identity, Right, Standing, authorise};
use crate::rfr::{Change, RfrId};
use crate::wording::text::Message;
use chrono::{DateTime, Utc};

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
        self.settings = settings;
        self.directory = directory;
        self.calendar = calendar;
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

    /// How many commands were over the budget.
    pub fn limited(&self) -> u64 {
        self.limiter.limited()
    }

    /// What came of reading the config anew, for whoever wanted it.
    pub fn reloaded(&self, incoming: &Incoming, result: &Result<String, String>) -> Outgoing {
        reply_to(incoming, self.wording.reloaded(result), Beside::default())
    }

    /// An adaptor panicked: said in the admin place, where there is one.
    pub fn adaptor_panicked(&self, network: &str) -> Option<Outgoing> {
        let place = self.admin_place.clone()?;
        Some(announcement(place, self.wording.adaptor_panicked(network)))
    }

    /// The disk takes changes again, for a place that was told that it does not.
    pub fn in_order_again(&self, place: Place) -> Outgoing {
        announcement(place, self.wording.in_order_again())
    }

    /// The budget of commands: what a command over it comes to; `None` where the command is to be handled.
    pub(super) fn over_budget(&mut self, incoming: &Incoming, words: &str, now: DateTime<Utc>) -> Option<Handled> {
        let known = self.directory.identify(&incoming.identity).is_ok();
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
    pub(super) fn pay_for_lines(&mut self, incoming: &Incoming, handled: &Handled) {
        if self.directory.identify(&incoming.identity).is_err() {
            let lines = handled.replies.iter().map(|reply| memory::lines(&reply.message)).sum();
            self.limiter.answered(incoming, lines);
        }
    }

    /// The budget of the day: what is said where it is spent.
    pub(super) fn over_day(
        &mut self,
        incoming: &Incoming,
        by: &Account,
        change: &Change,
        now: DateTime<Utc>,
    ) -> Option<Message> {
        // Whoever sits at the machine has no limits.
        if let Identity::Console { .. } = incoming.identity {
            return None;
        }
        let most = self.limiter.spent(by, Daily::of(change)?, now)?;
        Some(self.wording.enough_for_today(Daily::of(change)?, most))
    }

    /// The change is made: it counts for the day.
    pub(super) fn count_day(&mut self, by: &Account, change: &Change) {
        if let Some(what) = Daily::of(change) {
            self.limiter.count(by, what);
        }
    }

    /// Somebody wants the config read anew.
    pub(super) fn wants_reload(&mut self, incoming: &Incoming) -> Answer {
        let by = match self.known(incoming) {
            Ok(by) => by,
            Err(said) => return refused(said, None),
        };
        match authorise(&self.directory, Right::Operator, &by, Standing::default(), ()) {
            Ok(_) => {
                self.reloads.push(incoming.clone());
                // The answer comes when it is done.
                Answer::SayAll(Vec::new())
            }
            Err(denied) => refused(self.wording.no_operator(&denied.holders), None),
        }
    }
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
