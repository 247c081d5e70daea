//! A second opinion: what the SOP allows, tracked in a separate book from the events and written from the SOP's text,
//! without the program's rules.

mod recording;

use crate::world::{FREEZE, TICKETS};
use chrono::{DateTime, NaiveDate, Utc};
use recording::record;
use rfrbot::record::{Commit, Event};
use rfrbot::rfr::{Ending, Rfr, RfrEvent, RfrId};
use rfrbot::sop::{Edition, Kind, Level, Phase, Row, Topic, row};
use std::collections::{BTreeMap, BTreeSet};

/// What is true at the moment of a commit.
pub(crate) struct Facts {
    pub(crate) main: BTreeSet<&'static str>,
    pub(crate) speaker: Option<&'static str>,
    pub(crate) edition: Edition,
    pub(crate) now: DateTime<Utc>,
}

/// What was recorded about every RFR.
#[derive(Default)]
pub(crate) struct Oracle {
    pub(crate) books: BTreeMap<RfrId, Book>,
    /// Names and tickets that any RFR ever had.
    words: BTreeSet<String>,
    /// How often each gate was opened, by the phase that was left.
    pub(crate) opened: BTreeMap<Phase, usize>,
    pub(crate) events: usize,
}

#[derive(Clone, Debug)]
pub(crate) struct Book {
    pub(crate) name: String,
    former_names: BTreeSet<String>,
    ticket: String,
    pub(crate) edition: Edition,
    pub(crate) requester: String,
    pub(crate) phase: Phase,
    pub(crate) ended: Option<Ending>,
    pub(crate) held: bool,
    /// Who holds it.
    holder: Option<String>,
    /// Who agreed to lift the hold.
    agreed: BTreeSet<String>,
    pub(crate) sponsor: Option<String>,
    asked: Option<(String, String)>,
    pub(crate) discussions: usize,
    pub(crate) people: BTreeSet<String>,
    pub(crate) questions: BTreeMap<u32, Asked>,
    pub(crate) decisions: BTreeMap<Topic, String>,
    pub(crate) items: BTreeSet<String>,
    pub(crate) sops: usize,
    pub(crate) schedule: Option<NaiveDate>,
    pub(crate) signed: BTreeMap<Phase, Signed>,
    last: Last,
}

/// Something that a gate needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    Sponsor,
    Discussion,
    People,
    Answer(u32),
    Decision(Topic),
    SignOff(Phase),
    Sops,
    Schedule,
    Done {
        item: &'static str,
        by: Option<&'static str>,
    },
    /// Nobody can give it.
    Never,
}

#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) by: String,
    pub(crate) open: bool,
    pub(crate) from_sop: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Signed {
    /// By the SOP: something that was signed has changed since.
    pub(crate) stale: bool,
    /// By the bot's statement; it may be stricter than the SOP.
    pub(crate) said_stale: bool,
}

#[derive(Clone, Debug)]
struct Last {
    seq: u64,
    by: String,
    at: DateTime<Utc>,
    /// The state before; `None` if there was nothing, or nothing to go back to.
    before: Option<Box<Book>>,
    can_undo: bool,
}

impl Book {
    fn involves(&self, who: &str) -> bool {
        self.requester == who || self.sponsor.as_deref() == Some(who) || self.people.contains(who)
    }

    /// Everything that keeps the gate shut: each unmet MUST of the phase and of those before it, by the edition's text
    /// and this book alone.
    pub(crate) fn missing(&self) -> Vec<Need> {
        let mut missing = Vec::new();
        let is_deployment = |row: &Row| row.id == "deployed" && row.phase == Phase::Production;
        let gate = self.edition.rows().iter();
        let gate = gate.filter(|row| row.level != Level::Step || is_deployment(row));
        for row in gate.filter(|row| place_of(row.phase) <= place_of(self.phase)) {
            let mut must = |holds: bool, need| {
                if !holds {
                    missing.push(need);
                }
            };
            match row.kind {
                Kind::Ticket => must(self.ticket.starts_with("https://"), Need::Never),
                Kind::AcceptedSponsor => must(self.sponsor.is_some(), Need::Sponsor),
                Kind::Discussion => must(self.discussions > 0, Need::Discussion),
                Kind::People => must(!self.people.is_empty(), Need::People),
                Kind::SecondPerson => must(self.people.iter().any(|who| *who != self.requester), Need::People),
                Kind::PlanningQuestions(_) => {
                    for (number, asked) in &self.questions {
                        must(!(asked.open && asked.from_sop), Need::Answer(*number));
                    }
                }
                Kind::SignOff => {
                    let stands = self.signed.get(&row.phase).is_some_and(|signed| !signed.stale);
                    must(stands, Need::SignOff(row.phase));
                }
                Kind::QuestionsAndDecisions(topics) => {
                    for (number, asked) in &self.questions {
                        must(!asked.open, Need::Answer(*number));
                    }
                    for topic in topics {
                        must(self.decisions.contains_key(topic), Need::Decision(*topic));
                    }
                }
                Kind::Sops => must(self.sops > 0 || self.items.contains(row.id), Need::Sops),
                Kind::Schedule => must(self.schedule.is_some(), Need::Schedule),
                Kind::Lost => must(false, Need::Never),
                Kind::Check { by, .. } => must(self.items.contains(row.id), Need::Done { item: row.id, by }),
            }
        }
        missing
    }

    /// Does a gate up to here depend on such a row?
    fn rests_on(&self, wanted: impl Fn(&Row) -> bool) -> bool {
        let mut rows = self.edition.rows().iter();
        rows.any(|row| row.level != Level::Step && place_of(row.phase) <= place_of(self.phase) && wanted(row))
    }

    /// Something that the present phase's sign-off depends on has changed.
    fn no_longer_as_signed(&mut self) {
        if let Some(signed) = self.signed.get_mut(&self.phase) {
            signed.stale = true;
        }
    }
}

impl Oracle {
    pub(crate) fn every_name_and_ticket(&self) -> Vec<String> {
        self.words.iter().cloned().collect()
    }

    /// Is the name taken, now or formerly?
    pub(crate) fn knows(&self, name: &str) -> bool {
        let mut books = self.books.values();
        books.any(|book| book.name == name || book.former_names.contains(name))
    }

    /// Checks one commit: is it allowed, and what does it change?
    pub(crate) fn observe(&mut self, commit: &Commit, facts: &Facts, said: &str) {
        let by = commit.origin.by.as_str();
        assert_eq!(facts.speaker, Some(by), "{said}: somebody else is made responsible");
        let mut changed = BTreeSet::new();
        for event in &commit.events {
            self.events += 1;
            let Event::Rfr { id, event } = event else { continue };
            let first = changed.insert(*id);
            let before = self.books.get(id).cloned();
            self.happened(*id, before, commit, event, first, facts, said);
        }
        assert!(changed.len() <= 1, "{said}: one command changes one RFR");
        self.names_are_unique(said);
    }

    #[expect(clippy::too_many_arguments, reason = "everything that a judgement rests on")]
    fn happened(
        &mut self,
        id: RfrId,
        before: Option<Book>,
        commit: &Commit,
        event: &RfrEvent,
        first: bool,
        facts: &Facts,
        said: &str,
    ) {
        let by = commit.origin.by.as_str();
        if let RfrEvent::Requested {
            name,
            ticket,
            title,
            edition,
        } = event
        {
            assert!(before.is_none(), "{said}: requested twice");
            assert_eq!(*edition, facts.edition, "{said}: an RFR begins under today's edition");
            assert!(!title.is_empty() && ticket.url.starts_with("https://"), "{said}");
            self.words.extend([name.clone(), ticket.url.clone()]);
            self.books.insert(id, requested(commit, name, &ticket.url, *edition));
            return;
        }
        let mut book = before.unwrap_or_else(|| panic!("{said}: nothing can happen to what is not there: {event:?}"));
        // A mail changes nothing that an undo reverts, and needs no right.
        if event.is_of_the_list() {
            record(&mut book, commit, event);
            self.books.insert(id, book);
            return;
        }
        if let RfrEvent::Undone { seq } = event {
            let of_rfrs = commit
                .events
                .iter()
                .filter(|event| matches!(event, Event::Rfr { event, .. } if !event.is_of_the_list()));
            assert_eq!(of_rfrs.count(), 1, "{said}: an undo is nothing but an undo");
            assert!(book.last.can_undo, "{said}: an undo is not undone");
            assert_eq!(book.last.seq, *seq, "{said}: only the last change");
            assert_eq!(book.last.by, by, "{said}: only one's own");
            assert!(
                facts.now - book.last.at <= chrono::Duration::minutes(60),
                "{said}: too late"
            );
            match book.last.before.take() {
                None => {
                    self.books.remove(&id);
                }
                Some(mut earlier) => {
                    earlier.last = Last {
                        seq: commit.origin.seq,
                        by: by.to_owned(),
                        at: facts.now,
                        before: None,
                        can_undo: false,
                    };
                    self.books.insert(id, *earlier);
                }
            }
            return;
        }
        if first {
            let whole = Box::new(Book {
                last: Last {
                    before: None,
                    can_undo: false,
                    ..book.last.clone()
                },
                ..book.clone()
            });
            book.last = Last {
                seq: commit.origin.seq,
                by: by.to_owned(),
                at: facts.now,
                before: Some(whole),
                can_undo: true,
            };
        }
        // Questions asked by a request itself have nothing before them.
        let as_it_was = book.last.before.clone().unwrap_or_else(|| Box::new(book.clone()));
        judge(&as_it_was, &book, commit, event, facts, said);
        if let RfrEvent::Advanced { from, .. } = event {
            *self.opened.entry(*from).or_default() += 1;
        }
        record(&mut book, commit, event);
        self.words.insert(book.name.clone());
        self.words.insert(book.ticket.clone());
        self.books.insert(id, book);
    }

    fn names_are_unique(&self, said: &str) {
        let mut taken = BTreeMap::new();
        for (id, book) in &self.books {
            for word in book.former_names.iter().chain([&book.name, &book.ticket]) {
                let other = taken.insert(word, id).filter(|other| *other != id);
                assert!(other.is_none(), "{said}: two RFRs are called {word}");
            }
        }
    }

    /// Does the state agree with the book?
    pub(crate) fn agrees(&self, id: RfrId, rfr: Option<&Rfr>) {
        let book = self.books.get(&id);
        assert_eq!(book.is_some(), rfr.is_some(), "{id:?}");
        let (Some(book), Some(rfr)) = (book, rfr) else { return };
        let account = |account: &rfrbot::people::Account| account.as_str().to_owned();
        assert_eq!(book.name, rfr.name);
        assert_eq!(book.ticket, rfr.ticket.url);
        assert_eq!(
            book.edition, rfr.edition,
            "an RFR keeps the edition that it started under"
        );
        assert_eq!(book.phase, rfr.phase);
        assert_eq!(book.ended, rfr.ended.as_ref().map(|ended| ended.how));
        assert_eq!(book.held, rfr.hold.is_some());
        assert_eq!(
            book.sponsor,
            rfr.sponsor.as_ref().map(|sponsor| account(&sponsor.account))
        );
        assert_eq!(
            book.people,
            rfr.people.iter().map(|person| account(&person.account)).collect()
        );
        assert_eq!(book.items, rfr.done.keys().cloned().collect());
        assert_eq!(book.schedule, rfr.schedule.as_ref().map(|schedule| schedule.date));
        let open: Vec<u32> = rfr.open_questions().map(|question| question.number).collect();
        let by_the_book = book.questions.iter().filter(|(_, asked)| asked.open);
        assert_eq!(by_the_book.map(|(number, _)| *number).collect::<Vec<_>>(), open);
        for (phase, signed) in &book.signed {
            let outdated = rfr.signoffs.get(phase).is_none_or(|signoff| signoff.outdated.is_some());
            assert!(
                outdated || !signed.stale,
                "{}: the {phase:?} sign-off still counts",
                book.name
            );
        }
    }
}

fn requested(commit: &Commit, name: &str, ticket: &str, edition: Edition) -> Book {
    Book {
        name: name.to_owned(),
        former_names: BTreeSet::new(),
        ticket: ticket.to_owned(),
        edition,
        requester: commit.origin.by.as_str().to_owned(),
        phase: edition.phases()[0].kind,
        ended: None,
        held: false,
        holder: None,
        agreed: BTreeSet::new(),
        sponsor: None,
        asked: None,
        discussions: 0,
        people: BTreeSet::new(),
        questions: BTreeMap::new(),
        decisions: BTreeMap::new(),
        items: BTreeSet::new(),
        sops: 0,
        schedule: None,
        signed: BTreeMap::new(),
        last: Last {
            seq: commit.origin.seq,
            by: commit.origin.by.as_str().to_owned(),
            at: commit.origin.at,
            before: None,
            can_undo: true,
        },
    }
}

/// The security officer of this world.
const OFFICER: &str = "maja";

const ORDER: [Phase; 6] = [
    Phase::PreSponsorship,
    Phase::Planning,
    Phase::Development,
    Phase::Staging,
    Phase::Production,
    Phase::Maintenance,
];

fn place_of(phase: Phase) -> usize {
    ORDER.iter().position(|other| *other == phase).expect("six phases")
}

/// May this happen, at this moment, because of this person?
fn judge(was: &Book, now: &Book, commit: &Commit, event: &RfrEvent, facts: &Facts, said: &str) {
    let by = commit.origin.by.as_str();
    let main = facts.main.contains(by);
    let is_sponsor = was.sponsor.as_deref() == Some(by);
    let involved = was.involves(by);
    let may = |right: bool| assert!(right, "{said}: {by} may not: {event:?}\n{was:#?}");
    let with = |test: fn(&RfrEvent) -> bool| {
        let mut events = commit.events.iter();
        events.any(|event| matches!(event, Event::Rfr { event, .. } if test(event)))
    };
    let reverting = with(|event| matches!(event, RfrEvent::Reverted { .. }));
    if was.ended.is_some() {
        let still = matches!(
            event,
            RfrEvent::Reopened { .. } | RfrEvent::Noted { .. } | RfrEvent::Linked { .. } | RfrEvent::NameFreed { .. }
        );
        // What was signed before it ended does not count after it was reopened.
        let reopening = with(|event| matches!(event, RfrEvent::Reopened { .. }));
        let still = still || (reopening && matches!(event, RfrEvent::SignOffOutdated { .. }));
        assert!(still, "{said}: it ended, and yet {event:?}");
    }
    match event {
        RfrEvent::Requested { .. } | RfrEvent::Undone { .. } => unreachable!("judged before"),
        // Whoever takes an old name frees it.
        RfrEvent::NameFreed { .. } => {
            may(main || involved || with(|event| matches!(event, RfrEvent::Requested { .. })));
        }
        RfrEvent::Renamed { .. }
        | RfrEvent::Retitled { .. }
        | RfrEvent::PersonAdded { .. }
        | RfrEvent::PersonRemoved { .. }
        | RfrEvent::SopLinked { .. }
        | RfrEvent::SopNotNeeded { .. }
        | RfrEvent::LookedAfter { .. }
        | RfrEvent::SopsCleared { .. }
        | RfrEvent::DiscussionsCleared { .. } => may(involved || main),
        RfrEvent::Held { .. } => may(involved || main || by == OFFICER),
        // Those whom a hold stops cannot lift it; an officer's hold needs the officer, or a second member.
        RfrEvent::Released { .. } => {
            let holder = was.holder.as_deref().unwrap_or_default();
            may(holder == by
                || if holder == OFFICER {
                    main && was
                        .agreed
                        .iter()
                        .any(|other| other != by && facts.main.contains(other.as_str()))
                } else {
                    is_sponsor || main
                });
        }
        RfrEvent::ReleaseAgreed { .. } => may(main && was.holder.as_deref() == Some(OFFICER)),
        RfrEvent::ReleaseDisagreed => may(was.agreed.contains(by)),
        RfrEvent::TicketChanged { to } => {
            may(involved || main);
            assert!(to.url.starts_with(TICKETS) || to.url.starts_with("https://"), "{said}");
        }
        RfrEvent::SponsorAsked { account } => {
            may(was.sponsor.is_none() || is_sponsor || main);
            assert!(
                facts.main.contains(account.as_str()),
                "{said}: {account} cannot sponsor"
            );
        }
        RfrEvent::SponsorDeclined => {
            let (asked, by_whom) = was.asked.as_ref().expect("somebody was asked");
            may(asked == by || by_whom == by || main);
        }
        RfrEvent::Sponsored { account } => {
            may(main && account.as_str() == by);
            let was_asked = was.asked.as_ref().is_some_and(|(asked, _)| asked == by);
            may(was.sponsor.is_none() || was_asked);
        }
        RfrEvent::Unsponsored { .. } => may(is_sponsor || main),
        RfrEvent::QuestionAsked { from_sop, .. } => {
            let entering = with(|event| {
                matches!(
                    event,
                    RfrEvent::Requested { .. } | RfrEvent::Advanced { .. } | RfrEvent::Adopted { .. }
                )
            });
            assert_eq!(*from_sop, entering, "{said}: the SOP asks when a phase begins");
        }
        RfrEvent::QuestionWithdrawn { number } => may(was.questions[number].by == by || involved || main),
        RfrEvent::TopicDecided { .. } => {
            may(involved || main || with(|event| matches!(event, RfrEvent::QuestionAnswered { .. })));
        }
        RfrEvent::ItemDone { item, .. } => may(checks(was.edition, item, by, main).unwrap_or(involved || main)),
        RfrEvent::ItemUndone { item, .. } if !reverting && !with(|event| matches!(event, RfrEvent::Adopted { .. })) => {
            may(checks(was.edition, item, by, main).unwrap_or(involved || main));
        }
        RfrEvent::ItemUndone { .. } | RfrEvent::Unscheduled { .. } => may(involved || main),
        RfrEvent::Adopted { from, to, .. } => {
            may(main);
            assert_eq!(*from, was.edition, "{said}");
            assert!(
                to.phases().iter().any(|phase| phase.kind == was.phase),
                "{said}: no such phase"
            );
        }
        RfrEvent::Scheduled { date, .. } => {
            may(involved || main);
            assert!(*date >= facts.now.date_naive(), "{said}: scheduled in the past");
            let (from, to): (NaiveDate, NaiveDate) =
                (FREEZE.0.parse().expect("a date"), FREEZE.1.parse().expect("a date"));
            assert!(*date < from || to < *date, "{said}: scheduled in a freeze");
        }
        RfrEvent::Reported { .. } => may(involved || main),
        RfrEvent::Mailed { .. }
        | RfrEvent::MailSent { .. }
        | RfrEvent::MailFailed { .. }
        | RfrEvent::MailHeldBack { .. }
        | RfrEvent::HeldBackTold
        | RfrEvent::ListMailHeard { .. }
        | RfrEvent::TitleAwaited
        | RfrEvent::TicketTaken { .. }
        | RfrEvent::AssignmentWanted { .. }
        | RfrEvent::TicketSeen { .. }
        | RfrEvent::TicketHeard { .. }
        | RfrEvent::OfferTaken { .. }
        | RfrEvent::DiscussionRecorded { .. }
        | RfrEvent::DiscussedInChat { .. }
        | RfrEvent::QuestionAnswered { .. }
        | RfrEvent::Noted { .. }
        | RfrEvent::Captured { .. }
        | RfrEvent::CapturedEdited { .. }
        | RfrEvent::CapturedDeleted { .. }
        | RfrEvent::Linked { .. }
        | RfrEvent::SignOffOutdated { .. } => {}
        RfrEvent::SignedOff { phase, .. } => {
            may(is_sponsor && main);
            let is_owed = place_of(*phase) < place_of(was.phase) && !was.signed.contains_key(phase);
            assert!(*phase == was.phase || is_owed, "{said}: only the phase where it stands");
            let mut rows = was.edition.rows().iter();
            assert!(
                rows.any(|row| row.phase == *phase && row.kind == Kind::SignOff),
                "{said}"
            );
            assert!(!was.held, "{said}: nothing is signed while it is on hold");
        }
        RfrEvent::SignOffWithdrawn { phase, .. } => {
            may(is_sponsor || main);
            assert!(was.signed.contains_key(phase), "{said}");
        }
        RfrEvent::Advanced { from, to } => {
            may(involved || main);
            assert_eq!(*from, was.phase, "{said}");
            let mut later = was
                .edition
                .phases()
                .iter()
                .filter(|phase| place_of(phase.kind) > place_of(*from));
            assert_eq!(
                later.next().map(|phase| phase.kind),
                Some(*to),
                "{said}: one phase at a time"
            );
            assert!(!was.held, "{said}: it is on hold");
            let missing = now.missing();
            assert!(
                missing.is_empty(),
                "{said}: a gate opened without {missing:?}\n{was:#?}"
            );
        }
        RfrEvent::Reverted { from, to, .. } => {
            may(is_sponsor || main);
            assert_eq!(*from, was.phase, "{said}");
            assert!(place_of(*to) < place_of(*from), "{said}: a revert goes back");
        }
        RfrEvent::Ended {
            how: Ending::Dropped, ..
        } => {
            may(was.requester == by || is_sponsor || main);
            assert!(
                place_of(was.phase) < place_of(Phase::Production),
                "{said}: too late to drop"
            );
        }
        RfrEvent::Ended {
            how: Ending::Removed, ..
        } => {
            may(is_sponsor || main);
            assert!(
                place_of(was.phase) >= place_of(Phase::Production),
                "{said}: too early to remove"
            );
        }
        RfrEvent::Reopened { .. } => {
            may(was.requester == by || is_sponsor || main);
            assert!(was.ended.is_some(), "{said}");
        }
    }
}

/// May that person report it, if only the members of a group may?
fn checks(edition: Edition, item: &str, by: &str, main: bool) -> Option<bool> {
    match row(edition, item)?.kind {
        Kind::Check {
            by: Some("sysadmin-main"),
            ..
        } => Some(main),
        Kind::Check { by: Some(_), .. } => Some(by == OFFICER),
        _ => None,
    }
}
