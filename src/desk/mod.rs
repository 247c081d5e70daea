//! The pipeline on one screen: a message comes in, and what it causes goes out.
//!
//! One writer: every input is handled here, one at a time, with `now` as an argument. The desk neither
//! sends nor stores. It returns a [`Handled`]: the commit must be on disk before any of its replies goes out.

mod accounts;
mod active;
mod archive;
mod board;
mod breaks;
mod bus;
mod calendars;
mod calling;
mod capture;
mod cards;
mod changing;
mod digest;
mod facts;
mod freezes;
mod hints;
mod limits;
mod line;
mod lines;
mod linking;
mod list;
mod lookup;
mod mailing;
mod memory;
mod needs;
mod notices;
mod offering;
mod offers;
mod operating;
mod ordering;
mod post;
mod queries;
mod reminders;
mod repeats;
mod review;
mod settings;
mod shortly;
mod sight;
mod since;
mod speaking;
mod state;
mod tending;
mod threads;
mod tickets;
mod todo;
mod tracker;
mod undoing;
mod unsure;
mod which;
mod who;

pub use accounts::LiveGroups;
pub use archive::{Archive, ArchiveError, Caused, ClosedRfr};
pub use digest::ReplayedArchive;
pub use facts::Facts;
pub use hints::BusSettings;
pub use limits::{Limiter, Telling, Verdict};
pub use line::Spoken;
pub use linking::Random;
pub use mailing::MailSettings;
pub use reminders::{RecurringPost, Reminders};
pub use settings::Settings;
pub(crate) use speaking::kind;
pub use state::State;
pub use tracker::{TrackerSettings, newest_seen};

use crate::calendar::import::Meetings;
use crate::calendar::{Calendar, CalendarKind, Outages};
use crate::command::{self, Call, Command, ParseError, Query, Said, Vocabulary, Which};
use crate::people::linking::Codes;
use crate::people::{Account, Directory, Identity, Person};
use crate::record::{Commit, Effect, Event};
use crate::rfr::{Change, Rfr, RfrId};
use crate::text::Message;
use crate::wire::{Beside, Incoming, IncomingId, Mail, Manner, Notice, Outcome, Outgoing, Place, Quoted, TicketOrder};
use crate::wording::Wording;
use chrono::{DateTime, Utc};
use memory::DeskMemory;
use queries::HELP_ALL;
use speaking::{asked_back, log_denied, log_refusal, name_of, refused, reply_to};
use std::collections::{BTreeMap, HashSet};

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
    /// What is known of groups from the account system, where there is one.
    accounts: Option<Box<accounts::AccountsDesk>>,
    /// The config's freezes.
    calendar: Calendar,
    archive: A,
    state: State,
    wording: Wording,
    memory: DeskMemory,
    /// The last lines of talk.
    lines: lines::Lines,
    /// Who is in sight, by network: who could be asked. Proves nothing.
    around: HashSet<(String, Identity)>,
    /// The calendars that could not be read when they were read last, and why.
    unread: BTreeMap<(CalendarKind, String), String>,
    /// What the infra repository's flag said when it was read last in this run.
    flag_up: Option<bool>,
    limiter: Limiter,
    /// Where the bot tells its own troubles.
    admin_place: Option<Place>,
    /// Who asked for a reload of the config.
    reloads: Vec<Incoming>,
    /// The bot's own mails that have not gone out.
    post: post::Mailbag,
    /// Mails of others that were not told by a line each.
    unheard: list::Unheard,
    /// Tickets that were offered.
    offered: tickets::Offered,
    /// When to look for due reminders.
    wake: reminders::Wake,
    /// Codes by which people link a second network.
    codes: Codes,
    code_was_made: bool,
    random: Random,
    said_of_bus: hints::SaidOfBus,
    /// What status pages plan.
    outages: Outages,
    /// When meetings begin, by calendar.
    meetings: BTreeMap<String, Meetings>,
    /// What those who look keep.
    cards: cards::KeptCards,
}

/// What the asker is told.
enum Answer {
    /// Nothing is kept.
    Say(Message),
    /// Nothing is kept; the answer has more than words.
    SayWith(Message, Beside),
    /// Nothing is kept; part of the answer goes elsewhere.
    SayAll(Vec<Outgoing>),
    /// Nothing is kept, and one line is said of it.
    InShort {
        /// That line.
        line: Message,
        /// All of it, for `more`.
        whole: Message,
        /// What there is beside the words.
        beside: Beside,
    },
    /// Something happened.
    Happened(Box<Happened>),
}

/// Somebody known asks for something.
struct Asked<'a> {
    incoming: &'a Incoming,
    by: Person,
    now: DateTime<Utc>,
    /// Whose words the change takes, where they are somebody else's.
    captured: Option<&'a Quoted>,
}

impl<'a> Asked<'a> {
    /// In own words.
    fn new(incoming: &'a Incoming, by: Person, now: DateTime<Utc>) -> Self {
        let captured = None;
        Self {
            incoming,
            by,
            now,
            captured,
        }
    }
}

/// What happened, and what is said of it.
struct Happened {
    events: Vec<Event>,
    /// Mails to the list, whose writing is among the events.
    mails: Vec<Mail>,
    /// What its ticket is to show.
    ticket: Option<TicketOrder>,
    reply: Message,
    announcement: Option<Message>,
    /// What is said elsewhere beside it.
    also: Vec<Outgoing>,
    /// Who is asked for something by it.
    calls: Vec<calling::CalledPerson>,
    beside: Beside,
    by: Person,
    /// Another id of the causing message, where it captures what somebody else said.
    keeps: Option<IncomingId>,
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
            ascii: settings.ascii,
            board: settings.board.clone(),
        };
        let mut directory = directory;
        directory.set_links(state.facts().links.clone());
        Ok(Self {
            settings,
            directory,
            accounts: None,
            calendar,
            archive,
            state,
            wording,
            memory: DeskMemory::default(),
            lines: lines::Lines::default(),
            around: HashSet::new(),
            unread: BTreeMap::new(),
            flag_up: None,
            limiter: Limiter::default(),
            admin_place: None,
            reloads: Vec::new(),
            post: post::Mailbag::default(),
            unheard: list::Unheard::default(),
            offered: tickets::Offered::default(),
            wake: reminders::Wake::default(),
            codes: Codes::default(),
            code_was_made: false,
            random: Box::new(|| None),
            said_of_bus: hints::SaidOfBus::new(),
            outages: Outages::default(),
            meetings: BTreeMap::new(),
            cards: cards::KeptCards::default(),
        })
    }

    /// The same to look at, while this goes on: it shares the RFRs, and hears nothing.
    #[must_use]
    pub fn look(&self) -> Self
    where
        A: Clone,
    {
        Self {
            settings: self.settings.clone(),
            directory: self.directory.clone(),
            accounts: None,
            calendar: self.calendar.clone(),
            archive: self.archive.clone(),
            state: self.state.look(),
            wording: self.wording.clone(),
            memory: DeskMemory::default(),
            lines: lines::Lines::default(),
            around: self.around.clone(),
            unread: BTreeMap::new(),
            flag_up: None,
            limiter: Limiter::default(),
            admin_place: None,
            reloads: Vec::new(),
            post: post::Mailbag::default(),
            unheard: list::Unheard::default(),
            offered: tickets::Offered::default(),
            wake: reminders::Wake::default(),
            codes: Codes::default(),
            code_was_made: false,
            random: Box::new(|| None),
            said_of_bus: hints::SaidOfBus::new(),
            outages: self.outages.clone(),
            meetings: BTreeMap::new(),
            cards: self.cards.clone(),
        }
    }

    /// Handles one message.
    pub fn hear(&mut self, incoming: &Incoming, now: DateTime<Utc>) -> Handled {
        let direct = incoming.place.is_direct();
        if let Some(handled) = self.a_code_was_read(incoming) {
            return handled;
        }
        let Some((call, words)) = command::called(&incoming.text, &self.settings.prefix, &incoming.own_name, direct)
        else {
            self.remember_talk(incoming);
            return Handled::default();
        };
        match self.is_talk(incoming, call, words, now) {
            Ok(false) => {}
            Ok(true) => {
                self.remember_talk(incoming);
                return Handled::default();
            }
            Err(error) => return self.out_of_order(incoming, &error),
        }
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
        tracing::debug!(place = %incoming.place, name = incoming.name, words = command::for_the_log(&words), "heard a command");
        let answer = self
            .recall_thread(incoming)
            .and_then(|()| self.answer_to_call(incoming, call, &words, now));
        let handled = self.conclude(incoming, words.clone(), now, answer);
        self.pay_for_lines(incoming, &words, &handled, now);
        handled
    }

    /// Somebody said something to others.
    fn remember_talk(&mut self, incoming: &Incoming) {
        if !self.settings.remembered.is_zero() {
            self.lines.remember(incoming);
        }
    }

    /// Everything that `hear` returned so far is on disk.
    pub fn committed(&mut self) {
        self.state.committed();
    }

    /// The disk failed to store what `hear` returned since the last [`Desk::committed`]: none of it happened.
    pub fn not_committed(&mut self) -> Result<(), ArchiveError> {
        self.state = State::load(&self.archive, Facts::new(&self.calendar, &self.settings))?;
        self.knows_links();
        self.was_refused();
        self.unheard = list::Unheard::default();
        Ok(())
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
        self.rebase(directory);
        self.knows_links();
        self.has_changed();
    }

    /// Does a line that begins with the bot's name talk about it rather than to it?
    fn is_talk(&self, incoming: &Incoming, call: Call, words: &str, now: DateTime<Utc>) -> Result<bool, ArchiveError> {
        if call == Call::Prefix {
            return Ok(false);
        }
        let lookup = self.lookup_for(incoming, now);
        let is_meant = command::is_meant(call, &command::sanitise(words), &lookup);
        lookup.finish()?;
        Ok(!is_meant)
    }

    /// Words to the bot's name that may be talk are not kept with an RFR that they do not name: the command is offered.
    fn answer_to_call(
        &mut self,
        incoming: &Incoming,
        call: Call,
        words: &str,
        now: DateTime<Utc>,
    ) -> Result<Answer, ArchiveError> {
        if call == Call::Name {
            let lookup = self.lookup_for(incoming, now);
            let is_loose = command::is_loose(words, &lookup);
            lookup.finish()?;
            if is_loose {
                return self.offered(incoming, ParseError::Offered(vec![words.to_owned()]), now);
            }
        }
        self.answer(incoming, words, now)
    }

    /// Looks words up for whoever spoke.
    fn lookup_for(&self, incoming: &Incoming, now: DateTime<Utc>) -> lookup::Lookup<'_, A> {
        let speaker = self.directory.account_of(&incoming.identity);
        self.lookup(now).spoken_by(speaker)
    }

    /// Reads the command, and answers it. Where an RFR was named, no line of the answer leaves its name to be filled in.
    fn answer(&mut self, incoming: &Incoming, words: &str, now: DateTime<Utc>) -> Result<Answer, ArchiveError> {
        let mut answer = self.plain_answer(incoming, words, now)?;
        if let Answer::Say(message) | Answer::SayWith(message, _) = &mut answer
            && message.lacks_a_name()
        {
            let lookup = self.lookup_for(incoming, now);
            let named = command::names_one(words, &lookup).map(str::to_owned);
            lookup.finish()?;
            if let Some(name) = named {
                *message = std::mem::take(message).naming(&name);
            }
        }
        // Help says for whom a command is, and a refusal did.
        let mut typed = words.split_whitespace();
        let row = typed.next().and_then(command::row);
        let says_so = match row.map(|row| row.verb) {
            Some("why") => true,
            // Of an RFR help says what comes next.
            Some("help") => {
                let lookup = self.lookup(now);
                let names_one = typed.next().is_some_and(|word| lookup.rfr(word).is_some());
                lookup.finish()?;
                !names_one
            }
            Some(_) | None => false,
        };
        // An example of a line that was not understood is no offer.
        let is_example = matches!(&answer, Answer::SayWith(_, beside) if beside.outcome == Some(Outcome::AskedBack));
        if let Answer::Say(message) | Answer::SayWith(message, _) = &mut answer
            && !says_so
            && !is_example
        {
            self.say_whose_offers(incoming, message, now)?;
        }
        Ok(answer)
    }

    fn plain_answer(&mut self, incoming: &Incoming, words: &str, now: DateTime<Utc>) -> Result<Answer, ArchiveError> {
        let lookup = self.lookup_for(incoming, now);
        let said = command::understand(words, &lookup);
        let row = match &said {
            Said::Line(line) => command::verb_with_arguments(line),
            Said::Offered(_) | Said::Approval(_) | Said::Friendly(_) => None,
        };
        lookup.finish()?;
        if let Some(row) = row
            && let Some(answer) = self.may_not_at_all(incoming, row, now)
        {
            return Ok(answer);
        }
        let lookup = self.lookup_for(incoming, now);
        let mut parsed = command::parse_said(words, said, &lookup);
        let taken = self.with_words_of_others(incoming, words, &parsed, &lookup).transpose();
        let (captured, aside) = match taken {
            Ok(None) => (None, None),
            Ok(Some(taken)) => {
                parsed = command::parse(&taken.command, &lookup);
                (Some(taken.quoted), taken.aside)
            }
            Err(answer) => return Ok(answer),
        };
        lookup.finish()?;
        match parsed {
            Err(error) => {
                if let ParseError::Missing { row, argument: "PHASE" } = &error
                    && row.verb == "signoff"
                    && let Some(due) = self.which_sign_off(incoming, words, now)?
                {
                    return Ok(asked_back(due));
                }
                self.offered(incoming, error, now)
            }
            Ok(Command::Query(Query::Friendly(friendly))) => Ok(Answer::Say(self.friendly(incoming, friendly, now))),
            Ok(Command::Ticks { which, items, note }) => self.ticks(incoming, &which, &items, &note, now),
            Ok(Command::Query(Query::Help(Some(what))))
                if what.eq_ignore_ascii_case(HELP_ALL) && self.helps_in_private(incoming) =>
            {
                Ok(Answer::SayAll(self.help_in_private(incoming)))
            }
            Ok(Command::Query(query)) => {
                let message = self.query(incoming, &query, now)?;
                let beside = self.shown(incoming, &query)?;
                self.as_wanted(incoming, &query, (message, beside), now)
            }
            Ok(Command::Link(order)) => Ok(self.link(incoming, &order, now)),
            Ok(Command::Reload) => Ok(self.wants_reload(incoming)),
            Ok(Command::Focus(rfr)) => self.focus(incoming, rfr),
            Ok(Command::Order(order)) => self.order(incoming, &order, now),
            Ok(Command::Change { which, change }) => {
                let captured = captured.as_ref();
                let mut answer = self.change(incoming, &which, &change, (now, captured))?;
                if let (Answer::Happened(happened), Some(aside)) = (&mut answer, aside) {
                    happened.reply.push(aside);
                }
                Ok(answer)
            }
        }
    }
}
