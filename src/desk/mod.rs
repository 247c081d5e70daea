//! The pipeline on one screen: a message comes in, and what it causes goes out.
//!
//! One writer: every input is handled here, one at a time, with `now` as an argument. The desk neither
//! sends nor stores. It returns a [`Handled`]: the commit must be on disk before any of its replies goes out.

mod archive;
mod breaks;
mod calendars;
mod digest;
mod facts;
mod freezes;
mod limits;
mod list;
mod mailing;
mod memory;
mod notices;
mod operating;
mod post;
mod queries;
mod reminders;
mod speaking;
mod state;
mod which;

pub use archive::{Archive, ArchiveError, Caused, Closed};
pub use digest::NoArchive;
pub use facts::Facts;
pub use limits::{Limiter, Telling, Verdict};
pub use mailing::MailSettings;
pub use reminders::{RecurringPost, Reminders};
pub(crate) use speaking::kind;
pub use state::State;

use crate::calendar::{Automatic, Calendar};
use crate::command::{self, Command, Query, Which};
use crate::people::{Account, Directory, Identity, Person, Right, Standing, authorise};
use crate::record::{Commit, Effect, Event};
use crate::rfr::decide::{Context, Decision, decide, forbidden_to_all, freed_by};
use crate::rfr::refusal::Refusal;
use crate::rfr::{Change, Origin, Rfr, RfrEvent, RfrId};
use crate::sop::Edition;
use crate::text::Message;
use crate::wire::{Beside, Incoming, IncomingId, Mail, Manner, Notice, Outcome, Outgoing, Place};
use crate::wording::{Told, Wording};
use chrono::{DateTime, Duration, Utc};
use memory::Memory;
use speaking::{log_denied, log_refusal, name_of, refused, reply_to};
use state::Lookup;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What the operator chose.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What commands begin with.
    pub prefix: String,
    /// The SOP that new RFRs follow.
    pub edition: Edition,
    /// What a ticket's number is appended to.
    pub ticket_base: Option<String>,
    /// How long one may undo.
    pub undo_within: Duration,
    /// Where announcements go.
    pub announce: Vec<Place>,
    /// Places that a bridge makes one: what is said in one of a set is read in all of it.
    pub bridged: Vec<Vec<Place>>,
    /// The calendar files whose freezes count, as the config names them.
    pub calendars: Vec<String>,
    /// The mailing list, where there is one.
    pub mail: Option<MailSettings>,
    /// The calendars of absences that count, as the config names them.
    pub absences: Vec<String>,
    /// What happens on a freeze's predicted days without a person.
    pub automatic: Automatic,
    /// Reminders and recurring posts; without them the clock does nothing.
    pub reminders: Option<Reminders>,
    /// Lines of an answer before `more`, by network; a network without an entry has no limit.
    pub reply_lines: HashMap<String, usize>,
}

/// What one message came to.
#[derive(Debug, Default)]
pub struct Handled {
    /// What must be on disk before anything is said.
    pub commit: Option<Commit>,
    /// Answers that are not kept: to queries, and refusals.
    pub replies: Vec<Outgoing>,
}

/// Where everything is decided.
pub struct Desk<A> {
    settings: Settings,
    directory: Directory,
    /// The config's freezes.
    calendar: Calendar,
    archive: A,
    state: State,
    wording: Wording,
    memory: Memory,
    /// Who is in sight, by network: who could be asked. Proves nothing.
    around: HashSet<(String, Identity)>,
    /// The calendars that could not be read when they were read last, and why.
    unread: BTreeMap<String, String>,
    limiter: Limiter,
    /// Where the bot tells its own troubles.
    admin_place: Option<Place>,
    /// Who wants the config read anew.
    reloads: Vec<Incoming>,
    /// The bot's own mails that have not gone out.
    post: post::Post,
    /// Mails of others that were not told by a line each.
    unheard: list::Unheard,
    /// When to look for what is due.
    wake: reminders::Wake,
}

/// What the asker is told.
enum Answer {
    /// Nothing is kept.
    Say(Message),
    /// Nothing is kept, and there is more to it than words.
    SayWith(Message, Beside),
    /// Nothing is kept, and some of it is said elsewhere.
    SayAll(Vec<Outgoing>),
    /// Something happened.
    Happened {
        events: Vec<Event>,
        /// Mails to the list, whose writing is among the events.
        mails: Vec<Mail>,
        reply: Message,
        announcement: Option<Message>,
        beside: Beside,
        by: Person,
    },
}

impl<A: Archive> Desk<A> {
    /// A desk that goes on where the archive ends.
    pub fn open(
        settings: Settings,
        directory: Directory,
        calendar: Calendar,
        archive: A,
    ) -> Result<Self, ArchiveError> {
        let state = State::load(&archive, Facts::new(&calendar, &settings))?;
        let wording = Wording {
            prefix: settings.prefix.clone(),
        };
        Ok(Self {
            settings,
            directory,
            calendar,
            archive,
            state,
            wording,
            memory: Memory::default(),
            around: HashSet::new(),
            unread: BTreeMap::new(),
            limiter: Limiter::default(),
            admin_place: None,
            reloads: Vec::new(),
            post: post::Post::default(),
            unheard: list::Unheard::default(),
            wake: reminders::Wake::default(),
        })
    }

    /// Handles one message.
    pub fn hear(&mut self, incoming: &Incoming, now: DateTime<Utc>) -> Handled {
        let direct = incoming.place.is_direct();
        let Some(words) = command::addressed(&incoming.text, &self.settings.prefix, &incoming.own_name, direct) else {
            return Handled::default();
        };
        match self.is_repeated(incoming) {
            Ok(false) => {}
            Ok(true) => return Handled::default(),
            Err(error) => return self.out_of_order(incoming, &error),
        }
        match self.is_copy(incoming) {
            Ok(false) => {}
            Ok(true) => return self.notice(incoming, &Notice::Copied, now),
            Err(error) => return self.out_of_order(incoming, &error),
        }
        if let Some(handled) = self.over_budget(incoming, words, now) {
            return handled;
        }
        let words = command::sanitise(words);
        tracing::debug!(place = %incoming.place, name = incoming.name, words, "heard a command");
        let answer = self
            .recall_thread(incoming)
            .and_then(|()| self.answer(incoming, &words, now));
        let handled = self.conclude(incoming, words.clone(), now, answer);
        self.pay_for_lines(incoming, &words, &handled, now);
        handled
    }

    /// From an answer to what must be on disk and what is said.
    fn conclude(
        &mut self,
        incoming: &Incoming,
        words: String,
        now: DateTime<Utc>,
        answer: Result<Answer, ArchiveError>,
    ) -> Handled {
        if let Ok(Answer::SayWith(_, beside) | Answer::Happened { beside, .. }) = &answer {
            self.remember_thread(incoming, beside);
        }
        match answer {
            Ok(Answer::Say(message)) => self.say(incoming, message, Beside::default()),
            Ok(Answer::SayWith(message, beside)) => self.say(incoming, message, beside),
            Ok(Answer::SayAll(replies)) => Handled { commit: None, replies },
            Ok(Answer::Happened {
                events,
                mails,
                reply,
                announcement,
                beside,
                by,
            }) => self.commit(incoming, words, now, events, mails, &reply, announcement, &beside, &by),
            Err(error) => self.out_of_order(incoming, &error),
        }
    }

    /// Everything that `hear` returned so far is on disk.
    pub fn committed(&mut self) {
        self.state.committed();
    }

    /// The disk did not take what `hear` returned since the last [`Desk::committed`]: none of it happened.
    pub fn not_committed(&mut self) -> Result<(), ArchiveError> {
        self.state = State::load(&self.archive, Facts::new(&self.calendar, &self.settings))?;
        self.was_refused();
        self.unheard = list::Unheard::default();
        Ok(())
    }

    /// The answer to a message whose change could not be stored.
    pub fn out_of_order(&self, incoming: &Incoming, error: &ArchiveError) -> Handled {
        tracing::error!(place = %incoming.place, %error, "the store cannot be used");
        Handled {
            commit: None,
            replies: vec![reply_to(
                incoming,
                self.wording.out_of_order(error.trouble),
                Beside::default(),
            )],
        }
    }

    /// The RFRs that are open, for tests and reports.
    pub fn state(&self) -> &State {
        &self.state
    }

    /// Who is who at this moment.
    pub fn directory(&self) -> &Directory {
        &self.directory
    }

    /// Replaces people and groups; what was proven before is checked anew at the next command.
    pub fn set_directory(&mut self, directory: Directory) {
        self.directory = directory;
        self.has_changed();
    }

    /// Somebody came into sight on a network, or went out of it.
    pub fn is_around(&mut self, network: String, identity: Identity, here: bool) {
        if here {
            self.around.insert((network, identity));
        } else {
            self.around.remove(&(network, identity));
        }
    }

    /// Nobody is in sight on that network any more.
    pub fn out_of_sight(&mut self, network: &str) {
        self.around.retain(|(seen_on, _)| seen_on != network);
    }

    /// The people in sight.
    fn people_around(&self) -> Vec<Account> {
        let seen = self.around.iter();
        seen.filter_map(|(_, identity)| self.directory.identify(identity).ok())
            .map(|person| person.account().clone())
            .collect()
    }

    /// A thread hangs on a message that was about this RFR: commands there mean it, unless the thread has a focus of
    /// its own.
    pub fn thread_is_about(&mut self, thread: Place, rfr: RfrId) {
        self.memory.thread_is_about(thread, rfr);
    }

    /// A thread on this message will go on about the RFR that it was about.
    fn remember_thread(&mut self, incoming: &Incoming, beside: &Beside) {
        if let (Some(rfr), Some(id), None) = (beside.rfr, &incoming.id, &incoming.place.thread) {
            let thread = Place {
                thread: Some(id.own().to_owned()),
                ..incoming.place.clone()
            };
            self.memory.thread_is_about(thread, RfrId(rfr));
        }
    }

    /// What a thread began with that memory has forgotten: a message that changed an RFR is known for long.
    fn recall_thread(&mut self, incoming: &Incoming) -> Result<(), ArchiveError> {
        let place = &incoming.place;
        let Some(root) = &place.thread else { return Ok(()) };
        if self.state.own_focus(place).is_some() || self.memory.thread(place).is_some() {
            return Ok(());
        }
        let root = IncomingId {
            network: place.network.clone(),
            id: root.clone(),
        };
        if let Some((rfr, _)) = self.archive.caused_by(&root)? {
            self.memory.thread_is_about(place.clone(), rfr);
        }
        Ok(())
    }

    /// What the place talks about.
    fn talks_about(&self, place: &Place) -> Option<RfrId> {
        // A thread that somebody gave a focus has that; else the one of its first message; else the room's.
        self.state
            .own_focus(place)
            .or_else(|| self.memory.thread(place))
            .or_else(|| self.state.focus(place))
    }

    fn is_repeated(&self, incoming: &Incoming) -> Result<bool, ArchiveError> {
        match incoming.id.as_ref().and_then(|id| id.names().next()) {
            Some(id) => Ok(self.state.was_seen(&id) || self.archive.was_seen(&id)?),
            None => Ok(false),
        }
    }

    /// Did the same words, by another of their names, cause something before, under an id of the network's own that
    /// is new now?
    fn is_copy(&self, incoming: &Incoming) -> Result<bool, ArchiveError> {
        for name in incoming.id.iter().flat_map(IncomingId::names).skip(1) {
            if self.state.was_seen(&name) || self.archive.was_seen(&name)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn lookup(&self, now: DateTime<Utc>) -> Lookup<'_, A> {
        Lookup::new(
            &self.state,
            &self.archive,
            &self.directory,
            self.settings.ticket_base.as_deref(),
            now,
        )
    }

    /// Reads the command, and answers it.
    fn answer(&mut self, incoming: &Incoming, words: &str, now: DateTime<Utc>) -> Result<Answer, ArchiveError> {
        if let Some(row) = command::verb_with_arguments(words)
            && let Some(answer) = self.may_not_at_all(incoming, row)
        {
            return Ok(answer);
        }
        let lookup = self.lookup(now);
        let parsed = command::parse(words, &lookup);
        lookup.finish()?;
        match parsed {
            Err(error) => Ok(Answer::Say(
                self.wording.misunderstood(&error, &self.state.open_names()),
            )),
            Ok(Command::Query(Query::Help(None))) if self.helps_in_private(incoming) => {
                Ok(Answer::SayAll(self.help_in_private(incoming)))
            }
            Ok(Command::Query(query)) => {
                let message = self.query(incoming, &query, now)?;
                Ok(match self.shown(incoming, &query)? {
                    Some(beside) => Answer::SayWith(message, beside),
                    None => Answer::Say(message),
                })
            }
            Ok(Command::Reload) => Ok(self.wants_reload(incoming)),
            Ok(Command::Focus(rfr)) => self.focus(incoming, rfr),
            Ok(Command::Reminder(change)) => self.change_reminders(incoming, &change, now),
            Ok(Command::Calendar(change)) => self.change_calendar(incoming, &change, now),
            Ok(Command::Change { which, change }) => self.change(incoming, &which, &change, now),
        }
    }

    /// Whoever may not use a verb at all is told so before its arguments are read: reading is for those who may.
    fn may_not_at_all(&mut self, incoming: &Incoming, row: &command::Row) -> Option<Answer> {
        match row.who {
            Right::Look => None,
            Right::MainOrReleng => {
                let by = match self.known(incoming) {
                    Ok(by) => by,
                    Err(said) => return Some(refused(said, None)),
                };
                let denied = authorise(&self.directory, row.who, &by, Standing::default(), ()).err()?;
                log_denied(incoming, row.verb, "", &denied);
                let said = self.wording.denied_freeze(&denied, &self.people_around());
                self.memory
                    .refused(incoming, self.wording.why_denied_freeze(said.clone()));
                Some(refused(said, None))
            }
            Right::Person
            | Right::Involved
            | Right::Hold
            | Right::Release
            | Right::RequesterOrMain
            | Right::SponsorOrMain
            | Right::Sponsor
            | Right::Member(_)
            | Right::Main
            | Right::Operator => self.known(incoming).err().map(|said| refused(said, None)),
        }
    }

    fn focus(&mut self, incoming: &Incoming, id: Option<RfrId>) -> Result<Answer, ArchiveError> {
        let by = match self.may_change(incoming, incoming.at) {
            Ok(by) => by,
            Err(said) => return Ok(refused(said, None)),
        };
        let rfr = match id {
            Some(id) => self.state.rfr(id, &self.archive)?,
            None => None,
        };
        let reply = Message::line(self.wording.focused(rfr.as_deref()));
        if self.talks_about(&incoming.place) == id {
            return Ok(Answer::Say(reply));
        }
        let place = incoming.place.clone();
        Ok(Answer::Happened {
            events: vec![Event::FocusChanged { place, rfr: id }],
            mails: Vec::new(),
            reply,
            announcement: None,
            beside: Beside {
                outcome: Some(Outcome::Done),
                rfr: id.map(|id| id.0),
                ..Beside::default()
            },
            by,
        })
    }

    /// People → authorise → decide, for one change.
    fn change(
        &mut self,
        incoming: &Incoming,
        which: &Which,
        change: &Change,
        now: DateTime<Utc>,
    ) -> Result<Answer, ArchiveError> {
        let by = match self.known(incoming) {
            Ok(by) => by,
            Err(said) => return Ok(refused(said, None)),
        };
        let requested = if let Change::Request { name, .. } = change {
            Some(name.clone())
        } else {
            None
        };
        let rfr = match requested {
            Some(_) => None,
            None => match self.which(incoming, which, change, by.account())? {
                Ok(rfr) => Some(rfr),
                Err(question) => return Ok(Answer::Say(question)),
            },
        };
        let name = rfr
            .as_ref()
            .map(|rfr| rfr.name.clone())
            .or(requested)
            .unwrap_or_default();
        self.decided(incoming, rfr.as_ref(), &name, change, by, now)
    }

    /// Authorise → decide, for one change of a known person to a known RFR (or to none yet).
    fn decided(
        &mut self,
        incoming: &Incoming,
        rfr: Option<&Rfr>,
        name: &str,
        change: &Change,
        by: Person,
        now: DateTime<Utc>,
    ) -> Result<Answer, ArchiveError> {
        let standing = rfr.map(|rfr| rfr.standing(by.account())).unwrap_or_default();
        let needs = change.right(rfr, by.account());
        // Nobody is sent to somebody who may not either.
        let forbidden = rfr.and_then(|rfr| forbidden_to_all(rfr, change));
        if let Some(refusal) = forbidden {
            return Ok(self.refuse(incoming, change, &refusal, name, rfr));
        }
        if let (Change::Report { .. }, None) = (change, &self.settings.mail) {
            log_refusal(incoming, &kind(change), name, "no-list");
            return Ok(refused(self.wording.no_list().into(), rfr));
        }
        let authorised = match authorise(&self.directory, needs, &by, standing, change.clone()) {
            Ok(authorised) => authorised,
            Err(denied) => {
                log_denied(incoming, &kind(change), name, &denied);
                let message = self.wording.denied(&denied, change, name, rfr, &self.people_around());
                self.memory
                    .refused(incoming, self.wording.why_denied(&denied, message.clone()));
                return Ok(refused(message, rfr));
            }
        };
        let undoing = match (change, rfr) {
            (Change::Undo, Some(rfr)) => self.last_done(rfr)?,
            _ => Vec::new(),
        };
        let lookup = self.lookup(now);
        let facts = self.state.facts();
        let calendar = facts.book.calendar(now.date_naive());
        let context = Context {
            now,
            calendar: &calendar,
            book: &facts.book,
            breaks: &facts.breaks,
            directory: &self.directory,
            register: &lookup,
            edition: self.settings.edition,
            undo_within: self.settings.undo_within,
            undoing: &undoing,
        };
        let decision = decide(rfr, &authorised, &context);
        let freed = freed_by(change, rfr.map(|rfr| rfr.id), &context);
        lookup.finish()?;
        match decision {
            Err(refusal) => Ok(self.refuse(incoming, change, &refusal, name, rfr)),
            Ok(Decision::Already(already)) => Ok(Answer::Say(self.wording.already(&already, name))),
            Ok(Decision::Events(events)) => {
                self.recall_the_day(now)?;
                if let Some(enough) = self.over_day(incoming, by.account(), (change, name), now) {
                    return Ok(refused(enough, rfr));
                }
                if let (Change::Report { .. }, Some(rfr)) = (change, rfr)
                    && self.mails_left(rfr, now) == Some(0)
                {
                    log_refusal(incoming, &kind(change), name, "enough for a day: mails of one RFR");
                    let most = self.limiter.mails_per_rfr().unwrap_or_default();
                    return Ok(refused(self.wording.enough_mails(&rfr.name, most).into(), Some(rfr)));
                }
                self.count_day(by.account(), change);
                let mut happened = self.happened(rfr, events, &undoing, by, now, incoming);
                if let (Answer::Happened { events, .. }, Some((other, name))) = (&mut happened, freed) {
                    let (id, event) = (other.id, RfrEvent::NameFreed { name });
                    events.insert(0, Event::Rfr { id, event });
                }
                self.told_within_limits(happened, rfr, now)
            }
        }
    }

    /// Of one RFR so much is announced in an hour, and no more.
    fn told_within_limits(
        &mut self,
        mut answer: Answer,
        rfr: Option<&Rfr>,
        now: DateTime<Utc>,
    ) -> Result<Answer, ArchiveError> {
        if let (
            Answer::Happened {
                announcement: announcement @ Some(_),
                ..
            },
            Some(rfr),
        ) = (&mut answer, rfr)
        {
            match self.telling(rfr.id, now)? {
                Telling::Announced => {}
                Telling::LastLine(most) => *announcement = Some(self.wording.no_more_announcements(&rfr.name, most)),
                Telling::NotAnnounced => *announcement = None,
            }
        }
        Ok(answer)
    }

    /// What the last change of an RFR did.
    fn last_done(&self, rfr: &Rfr) -> Result<Vec<RfrEvent>, ArchiveError> {
        if let Some(events) = self.state.last_done(rfr) {
            return Ok(events.to_vec());
        }
        let history = self.archive.history(rfr.id)?;
        Ok(history
            .into_iter()
            .filter(|(origin, event)| origin.seq == rfr.last_seq && !event.is_of_the_list())
            .map(|(_, event)| event)
            .collect())
    }

    fn refuse(
        &mut self,
        incoming: &Incoming,
        change: &Change,
        refusal: &Refusal,
        name: &str,
        rfr: Option<&Rfr>,
    ) -> Answer {
        log_refusal(incoming, &kind(change), name, &kind(refusal));
        let said = self.wording.refusal(refusal, name, rfr, &self.people_around());
        let why = self.wording.explanation(refusal, name, said.clone());
        self.memory.refused(incoming, why);
        match rfr {
            Some(rfr) => Answer::SayWith(said, self.beside(Some(Outcome::Refused), rfr)),
            None => refused(said, None),
        }
    }

    /// What a decision means for those who read: computed on a copy, so that nothing changes before the commit.
    fn happened(
        &self,
        before: Option<&Rfr>,
        mut events: Vec<RfrEvent>,
        undone: &[RfrEvent],
        by: Person,
        now: DateTime<Utc>,
        incoming: &Incoming,
    ) -> Answer {
        let id = before.map_or(self.state.next_rfr_id(), |rfr| rfr.id);
        let origin = self.origin(incoming, String::new(), now, &by);
        let mut after = crate::rfr::decide::apply_all(before.cloned(), id, &origin, &events);
        let facts = self.state.facts();
        let calendar = facts.book.calendar(now.date_naive());
        let told = Told {
            before,
            after: after.as_ref(),
            events: &events,
            undone,
            by: by.account(),
            now,
            calendar: &calendar,
            book: &facts.book,
            breaks: &facts.breaks,
            absences: &facts.absences,
            directory: &self.directory,
        };
        let (written, mails) = self.mails_for(&told);
        if after.is_some() {
            after = crate::rfr::decide::apply_all(after, id, &origin, &written);
            events.extend(written);
        }
        let told = Told {
            before,
            after: after.as_ref(),
            events: &events,
            undone,
            by: by.account(),
            now,
            calendar: &calendar,
            book: &facts.book,
            breaks: &facts.breaks,
            absences: &facts.absences,
            directory: &self.directory,
        };
        let reply = self.wording.reply(&told);
        let announcement = self.wording.announcement(&told).map(Message::line);
        let mut events: Vec<Event> = events.into_iter().map(|event| Event::Rfr { id, event }).collect();
        if after.is_none() {
            // A request was undone: no place can talk about it any more.
            let places = self.state.places_focused_on(id).into_iter();
            events.extend(places.map(|place| Event::FocusChanged { place, rfr: None }));
        }
        Answer::Happened {
            events,
            mails,
            reply,
            announcement,
            beside: after.as_ref().map_or_else(
                || Beside {
                    outcome: Some(Outcome::Done),
                    ..Beside::default()
                },
                |after| Self::beside_after(self.state.next_seq(), Some(Outcome::Done), after),
            ),
            by,
        }
    }

    /// Who spoke, as far as that is proven; else the refusal, which `why` explains.
    fn known(&mut self, incoming: &Incoming) -> Result<Person, Message> {
        self.directory.identify(&incoming.identity).map_err(|why| {
            log_refusal(incoming, "a change", "", &kind(&why));
            let said = self.wording.stranger(&why);
            self.memory.refused(incoming, self.wording.why_stranger(said.clone()));
            said
        })
    }

    fn origin(&self, incoming: &Incoming, words: String, now: DateTime<Utc>, by: &Person) -> Origin {
        Origin {
            seq: self.state.next_seq(),
            at: now,
            by: by.account().clone(),
            proof: by.proof().to_owned(),
            place: incoming.place.to_string(),
            words,
        }
    }
}
