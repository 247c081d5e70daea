//! The path of one change to an RFR: which → who → may → decide → what happened, and what is said about it.

use super::archive::{Archive, ArchiveError};
use super::limits::Telling;
use super::lookup::Lookup;
use super::speaking::{asked_back, kind, log_denied, log_refusal, refused};
use super::{Answer, Asked, Desk, Happened};
use crate::command::{self, Items, LONGEST_TEXT, ParseError, Vocabulary, Which};
use crate::people::{Authorised, Denied, Person, authorise};
use crate::record::Event;
use crate::rfr::decide::{Context, RfrDecision, apply_all, decide, forbidden_to_all, freed_by};
use crate::rfr::refusal::Refusal;
use crate::rfr::{Change, ChangeSubject, Origin, Rfr, RfrEvent, RfrId};
use crate::sop::{self, Edition, Kind};
use crate::text::Message;
use crate::wire::{Beside, Incoming, Outcome, Quoted};
use crate::wording::Told;
use chrono::{DateTime, Utc};

/// The result of a change before it is applied.
pub(super) struct Weighed {
    pub decision: Result<RfrDecision, Refusal>,
    /// The RFR whose former name it takes, and that name.
    freed: Option<(RfrId, String)>,
}

/// What would happen, and the former name of another that it would take.
pub(super) type Judged = (Vec<RfrEvent>, Option<(RfrId, String)>);

impl<A: Archive> Desk<A> {
    /// Who speaks, and which RFR is meant; then what may be.
    pub(super) fn change(
        &mut self,
        incoming: &Incoming,
        which: &Which,
        change: &Change,
        (now, captured): (DateTime<Utc>, Option<&Quoted>),
    ) -> Result<Answer, ArchiveError> {
        let by = match self.known(incoming) {
            Ok(by) => by,
            Err(said) => return Ok(refused(said, None)),
        };
        let asked = |by| Asked {
            captured,
            ..Asked::new(incoming, by, now)
        };
        if let Change::Request { name, ticket, title } = change {
            if !title.is_empty() {
                return self.decided(asked(by), ChangeSubject::New(name), change);
            }
            if let (false, Some(row)) = (self.is_tracked(ticket), command::row("new")) {
                let argument = "TITLE…";
                let error = ParseError::Missing { row, argument };
                return Ok(asked_back(self.wording.misunderstood(&error, &self.state.open_names())));
            }
            let change = Change::Request {
                name: name.clone(),
                ticket: ticket.clone(),
                title: Rfr::title_of(ticket),
            };
            return self.decided(asked(by), ChangeSubject::New(name), &change);
        }
        match self.which(incoming, which, change, by.account())? {
            Ok(rfr) => {
                if let (Which::Omitted { .. }, Change::SignOff { phase, note }) = (which, change)
                    && let Some(other) = self.names_another(&rfr, note, now)?
                {
                    let said = self
                        .wording
                        .note_names_another(&rfr.name, rfr.called(*phase), &other, note);
                    log_refusal(incoming, &kind(change), &rfr.name, "the note names another RFR");
                    return Ok(refused(said.into(), Some(&rfr)));
                }
                self.decided(asked(by), ChangeSubject::Known(&rfr), change)
            }
            Err(question) => Ok(asked_back(question)),
        }
    }

    /// Several items are done: all that somebody names, or none.
    pub(super) fn ticks(
        &mut self,
        incoming: &Incoming,
        which: &Which,
        items: &Items,
        note: &str,
        now: DateTime<Utc>,
    ) -> Result<Answer, ArchiveError> {
        let by = match self.known(incoming) {
            Ok(by) => by,
            Err(said) => return Ok(refused(said, None)),
        };
        let (named, of_each) = match items {
            Items::These(named) => (named, note),
            // Behind the exception stands why that is left open.
            Items::AllBut(named) => (named, ""),
        };
        let done = |item: &String| Change::Done {
            item: item.clone(),
            note: of_each.to_owned(),
        };
        let Some(first) = named.first().map(done) else {
            return Ok(Answer::Say(Message::default()));
        };
        let rfr = match self.which(incoming, which, &first, by.account())? {
            Ok(rfr) => rfr,
            Err(question) => return Ok(Answer::Say(question)),
        };
        let named = match items {
            Items::These(named) => named.clone(),
            Items::AllBut(but) => {
                let open = self.open_checks(&rfr, &by, but);
                let is_elsewhere = |item: &String| sop::row(rfr.edition, item).is_none_or(|row| row.phase != rfr.phase);
                if !open.is_empty() && but.iter().any(is_elsewhere) {
                    let line = format!("done {} {}", rfr.name, open.join(", "));
                    return self.offered(incoming, ParseError::Offered(vec![line]), now);
                }
                open
            }
        };
        if named.is_empty() {
            return Ok(refused(self.wording.nothing_to_tick(&rfr).into(), Some(&rfr)));
        }
        let asked = Asked {
            incoming,
            by,
            now,
            captured: None,
        };
        let mut events: Vec<RfrEvent> = Vec::new();
        for change in named.iter().map(done) {
            if let Some(refusal) = forbidden_to_all(&rfr, &change) {
                return Ok(self.refuse(&asked, &kind(&change), &refusal, ChangeSubject::Known(&rfr)));
            }
            let needs = change.right(Some(&rfr), asked.by.account());
            let standing = rfr.standing(asked.by.account());
            let authorised = match authorise(&self.directory, needs, &asked.by, standing, change.clone()) {
                Ok(authorised) => authorised,
                Err(denied) => return Ok(self.deny(&asked, &change, ChangeSubject::Known(&rfr), &denied)),
            };
            match self.weigh(Some(&rfr), &authorised, now)?.decision {
                Err(refusal) => return Ok(self.refuse(&asked, &kind(&change), &refusal, ChangeSubject::Known(&rfr))),
                Ok(RfrDecision::Already(_)) => {}
                Ok(RfrDecision::Events(more)) => events.extend(more),
            }
        }
        if events.is_empty() {
            return Ok(Answer::Say(self.wording.all_ticked(&rfr, &named).into()));
        }
        if let Items::AllBut(but) = items
            && !note.is_empty()
        {
            let text = format!("{} left open: {note}", but.join(", "));
            events.push(RfrEvent::Noted {
                text: text.chars().take(LONGEST_TEXT).collect(),
            });
        }
        if let Some(enough) = self.enough_for_today(&asked, ChangeSubject::Known(&rfr), &first)? {
            return Ok(enough);
        }
        self.count_day(asked.by.account(), &first);
        let mut happened = self.happened(asked, Some(&rfr), &events, &[]);
        self.told_within_limits(&mut happened, &rfr, now)?;
        Ok(Answer::Happened(Box::new(happened)))
    }

    /// The items of its phase that are open and that this person may tick, but those.
    fn open_checks(&self, rfr: &Rfr, by: &Person, but: &[String]) -> Vec<String> {
        let is_open = |row: &&sop::Row| match row.kind {
            Kind::Check { by: None, .. } => !rfr.done.contains_key(row.id),
            Kind::Check { by: Some(group), .. } => {
                !rfr.done.contains_key(row.id) && self.directory.is_member(by.account(), group)
            }
            Kind::Ticket
            | Kind::AcceptedSponsor
            | Kind::Discussion
            | Kind::People
            | Kind::SecondPerson
            | Kind::PlanningQuestions(_)
            | Kind::SignOff
            | Kind::QuestionsAndDecisions(_)
            | Kind::Sops
            | Kind::Lost
            | Kind::Schedule => false,
        };
        let rows = sop::rows(rfr.edition, rfr.phase).filter(is_open);
        rows.map(|row| row.id.to_owned())
            .filter(|id| !but.contains(id))
            .collect()
    }

    /// The other RFR that a note is about, where none was named and this one is meant.
    fn names_another(&self, meant: &Rfr, note: &str, now: DateTime<Utc>) -> Result<Option<String>, ArchiveError> {
        let lookup = self.lookup(now);
        let words = note
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '#')
            .filter(|word| word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '#'));
        let other = words.filter_map(|word| lookup.rfr(word)).find(|id| *id != meant.id);
        lookup.finish()?;
        other.map(|id| self.name_of(id)).transpose()
    }

    /// What would happen by a change of a known person, or what is said because nothing would.
    pub(super) fn judged(
        &mut self,
        asked: &Asked<'_>,
        about: ChangeSubject<'_>,
        change: &Change,
    ) -> Result<Result<Judged, Answer>, ArchiveError> {
        let rfr = about.rfr();
        // Nobody is sent to somebody who may not either.
        if let Some(refusal) = rfr.and_then(|rfr| forbidden_to_all(rfr, change)) {
            return Ok(Err(self.refuse(asked, &kind(change), &refusal, about)));
        }
        if let Change::DiscussInChat { .. } = change
            && asked.incoming.place.is_direct()
        {
            log_refusal(asked.incoming, &kind(change), about.name(), "in-private");
            return Ok(Err(refused(self.wording.here_is_private(about.name()).into(), rfr)));
        }
        if let (Change::Report { .. }, None) = (change, &self.settings.mail) {
            log_refusal(asked.incoming, &kind(change), about.name(), "no-list");
            return Ok(Err(refused(self.wording.no_list(rfr).into(), rfr)));
        }
        let needs = change.right(rfr, asked.by.account());
        let standing = rfr.map(|rfr| rfr.standing(asked.by.account())).unwrap_or_default();
        let authorised = match authorise(&self.directory, needs, &asked.by, standing, change.clone()) {
            Ok(authorised) => authorised,
            Err(denied) => return Ok(Err(self.deny(asked, change, about, &denied))),
        };
        let Weighed { decision, freed } = self.weigh(rfr, &authorised, asked.now)?;
        Ok(match decision {
            Err(refusal) => Err(self.refuse(asked, &kind(change), &refusal, about)),
            Ok(RfrDecision::Already(already)) => Err(Answer::Say(self.wording.already(&already, about))),
            Ok(RfrDecision::Events(events)) => Ok((events, freed)),
        })
    }

    /// Authorise → decide, for one change of a known person.
    pub(super) fn decided(
        &mut self,
        asked: Asked<'_>,
        about: ChangeSubject<'_>,
        change: &Change,
    ) -> Result<Answer, ArchiveError> {
        let rfr = about.rfr();
        let (mut events, freed) = match self.judged(&asked, about, change)? {
            Ok(judged) => judged,
            Err(answer) => return Ok(answer),
        };
        events.extend(asked.captured.map(|quoted| RfrEvent::Captured {
            author: quoted.author.clone(),
            at: quoted.at,
            link: quoted.link.clone(),
        }));
        if let Some(enough) = self.enough_for_today(&asked, about, change)? {
            return Ok(enough);
        }
        self.count_day(asked.by.account(), change);
        let now = asked.now;
        let keeps = match (asked.captured, rfr) {
            (Some(quoted), Some(rfr)) => self.id_of_keeping(asked.incoming, quoted, rfr.id)?,
            (Some(_) | None, _) => None,
        };
        let mut happened = self.happened(asked, rfr, &events, &[]);
        // What it follows is kept to the letter, before anything follows it.
        let followed = events.iter().filter_map(RfrEvent::follows);
        let new: Vec<Edition> = followed
            .filter(|edition| !self.state.facts().editions.contains(edition))
            .collect();
        happened.events.splice(0..0, new.into_iter().map(Event::Edition));
        if let Some((id, name)) = freed {
            let event = RfrEvent::NameFreed { name };
            happened.events.insert(0, Event::Rfr { id, event });
        }
        happened.keeps = keeps;
        if let Some(rfr) = rfr {
            self.told_within_limits(&mut happened, rfr, now)?;
        }
        Ok(Answer::Happened(Box::new(happened)))
    }

    /// What a change that somebody may make comes to at this moment.
    pub(super) fn weigh(
        &self,
        rfr: Option<&Rfr>,
        change: &Authorised<Change>,
        now: DateTime<Utc>,
    ) -> Result<Weighed, ArchiveError> {
        self.in_context(now, |context| Weighed {
            decision: decide(rfr, change, context),
            freed: freed_by(change.what(), rfr.map(|rfr| rfr.id), context).map(|(other, name)| (other.id, name)),
        })
    }

    /// Decides with everything that a decision depends on at this moment.
    pub(super) fn in_context<T>(
        &self,
        now: DateTime<Utc>,
        decide: impl FnOnce(&Context<'_>) -> T,
    ) -> Result<T, ArchiveError> {
        let lookup = self.lookup(now);
        let facts = self.state.facts();
        let calendar = facts.book.calendar(now.date_naive());
        let editions: Vec<Edition> = self.state.editions(&self.settings).collect();
        let decided = decide(&Context {
            now,
            editions: &editions,
            calendar: &calendar,
            book: &facts.book,
            breaks: &facts.breaks,
            directory: &self.directory,
            register: &lookup,
            edition: self.settings.edition,
            undo_within: self.settings.undo_within,
        });
        lookup.finish()?;
        Ok(decided)
    }

    pub(super) fn lookup(&self, now: DateTime<Utc>) -> Lookup<'_, A> {
        Lookup::new(&self.state, &self.archive, &self.directory, &self.settings, now)
    }

    /// The answer when a daily limit is reached.
    fn enough_for_today(
        &mut self,
        asked: &Asked<'_>,
        about: ChangeSubject<'_>,
        change: &Change,
    ) -> Result<Option<Answer>, ArchiveError> {
        self.recall_the_day(asked.now)?;
        let by = asked.by.account();
        if let Some(enough) = self.over_day(asked.incoming, by, (change, about.name()), asked.now) {
            return Ok(Some(refused(enough, about.rfr())));
        }
        if let (Change::Report { .. }, ChangeSubject::Known(rfr)) = (change, about)
            && self.mails_left(rfr, asked.now) == Some(0)
        {
            let why = "enough for a day: mails of one RFR";
            log_refusal(asked.incoming, &kind(change), &rfr.name, why);
            let most = self.limiter.mails_per_rfr().unwrap_or_default();
            let enough = self.wording.enough_mails(&rfr.name, most);
            return Ok(Some(refused(enough.into(), Some(rfr))));
        }
        Ok(None)
    }

    /// The hourly limit on an RFR's announcements.
    pub(super) fn told_within_limits(
        &mut self,
        happened: &mut Happened,
        rfr: &Rfr,
        now: DateTime<Utc>,
    ) -> Result<(), ArchiveError> {
        if happened.announcement.is_some() {
            match self.telling(rfr.id, now)? {
                Telling::Announced => {}
                Telling::LastLine(most) => {
                    happened.announcement = Some(self.wording.no_more_announcements(&rfr.name, most));
                }
                Telling::NotAnnounced => happened.announcement = None,
            }
        }
        Ok(())
    }

    fn deny(&mut self, asked: &Asked<'_>, change: &Change, about: ChangeSubject<'_>, denied: &Denied) -> Answer {
        let incoming = asked.incoming;
        if let Some(unsure) = &denied.unsure {
            return self.refuse_unsure(incoming, (&kind(change), about.name(), about.rfr()), unsure);
        }
        log_denied(incoming, &kind(change), about.name(), denied);
        let message = self
            .wording
            .denied(denied, change, about, &self.circumstances(asked.now));
        let why = self.wording.why_denied(denied, change, about.rfr(), message.clone());
        self.memory.refused(incoming, why);
        refused(message, about.rfr())
    }

    pub(super) fn refuse(
        &mut self,
        asked: &Asked<'_>,
        what: &str,
        refusal: &Refusal,
        about: ChangeSubject<'_>,
    ) -> Answer {
        let incoming = asked.incoming;
        if let Some(unsure) = self.unsure_of(refusal) {
            return self.refuse_unsure(incoming, (what, about.name(), about.rfr()), &unsure);
        }
        log_refusal(incoming, what, about.name(), &kind(refusal));
        let said = self.wording.refusal(refusal, about, &self.circumstances(asked.now));
        let why = self.wording.explanation(refusal, about, said.clone());
        self.memory.refused(incoming, why);
        match about {
            ChangeSubject::Known(rfr) => Answer::SayWith(said, self.beside(Some(Outcome::Refused), rfr)),
            ChangeSubject::New(_) => refused(said, None),
        }
    }

    /// What a decision means for readers: computed on a copy, so nothing changes before the commit.
    pub(super) fn happened(
        &self,
        asked: Asked<'_>,
        before: Option<&Rfr>,
        events: &[RfrEvent],
        undone: &[RfrEvent],
    ) -> Happened {
        let Asked { incoming, by, now, .. } = asked;
        let id = before.map_or(self.state.next_rfr_id(), |rfr| rfr.id);
        let origin = self.origin(incoming, String::new(), now, &by);
        let after = apply_all(before.cloned(), id, &origin, events);
        let facts = self.state.facts();
        let calendar = facts.book.calendar(now.date_naive());
        let told = Told {
            before,
            after: after.as_ref(),
            events,
            undone,
            by: by.account(),
            now,
            calendar: &calendar,
            around: &self.circumstances(now),
        };
        let for_ticket = self.for_the_ticket(&told);
        let all;
        let mut tracked = None;
        let events = if for_ticket.events.is_empty() {
            events
        } else {
            tracked = after
                .clone()
                .and_then(|after| apply_all(Some(after), id, &origin, &for_ticket.events));
            all = [events, &for_ticket.events].concat();
            &all
        };
        let after = tracked.as_ref().or(after.as_ref());
        let told = Told { after, events, ..told };
        let (written, mails) = self.mails_for(&told);
        let mailed = after
            .cloned()
            .and_then(|after| apply_all(Some(after), id, &origin, &written));
        let events = if after.is_some() {
            [events, &written].concat()
        } else {
            events.to_vec()
        };
        let told = Told {
            after: mailed.as_ref(),
            events: &events,
            ..told
        };
        let mut reply = self.wording.reply(&told);
        reply.0.extend(for_ticket.reply);
        let in_private = incoming.place.is_direct();
        let announcement = self.wording.announcement(&told);
        let announcement = announcement
            .or_else(|| self.wording.brief(&told, in_private))
            .map(Message::line);
        let calls = self.calls(&told);
        let beside = match &mailed {
            Some(after) => Self::beside_after(self.state.next_seq(), Some(Outcome::Done), after),
            None => Beside {
                outcome: Some(Outcome::Done),
                ..Beside::default()
            },
        };
        // A request was undone: no place can talk about it any more.
        let unfocused = if mailed.is_none() {
            self.state.places_focused_on(id)
        } else {
            Vec::new()
        };
        let unfocused = unfocused
            .into_iter()
            .map(|place| Event::FocusChanged { place, rfr: None });
        Happened {
            events: events
                .into_iter()
                .map(|event| Event::Rfr { id, event })
                .chain(unfocused)
                .collect(),
            mails,
            ticket: for_ticket.order,
            reply,
            announcement,
            also: Vec::new(),
            calls,
            beside,
            by,
            keeps: None,
        }
    }

    /// Who, when, where, by which proof and in which words.
    pub(super) fn origin(&self, incoming: &Incoming, words: String, now: DateTime<Utc>, by: &Person) -> Origin {
        Origin {
            seq: self.state.next_seq(),
            at: now,
            by: by.by(),
            proof: by.proof().to_owned(),
            place: incoming.place.to_string(),
            words,
        }
    }
}
