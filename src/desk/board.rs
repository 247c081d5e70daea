//! The page to look at, made of the same findings and sentences as the answers in chat.

use super::archive::{Archive, ArchiveError, ClosedRfr};
use super::queries::is_stuck;
use super::{Account, Desk, Rfr};
use crate::board::{
    Board, BoardPhase, Card, Deployment, FeedEntry, Holder, Looking, PersonPage, PhaseOnWay, RfrPage, ShownChange,
    ShownDecision, ShownFreeze, ShownQuestion, ShownRow, ShownSignOff, When,
};
use crate::command::{alike_tickets, ticket_address};
use crate::rfr::duty::{Party, duties, waits_for};
use crate::rfr::outlook::{Circumstances, Outlook, deployed_on};
use crate::rfr::public::{for_everybody, told_to_everybody};
use crate::rfr::{Origin, RfrEvent, RfrId, gate};
use crate::sop::{Edition, Phase as Kind};
use crate::wording::{Wording, page};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Most lines and cards on the page of a person; the board has all of them, by its filter.
const MOST_TODO: usize = 100;
const MOST_OTHERS: usize = 50;

/// How far back the feed goes, and how much it holds.
const FEED_DAYS: i64 = 60;
const LONGEST_FEED: usize = 60;

impl<A: Archive + Send> Looking for Desk<A> {
    fn board(&self, now: DateTime<Utc>) -> Result<Board, String> {
        self.whole_board(now).map_err(|error| error.words)
    }

    fn rfr(&self, name: &str, now: DateTime<Utc>) -> Result<Option<RfrPage>, String> {
        self.page_of(name, now).map_err(|error| error.words)
    }

    fn person(&self, account: &Account, now: DateTime<Utc>) -> Result<Option<PersonPage>, String> {
        self.page_of_person(account, now).map_err(|error| error.words)
    }

    fn news(&self, now: DateTime<Utc>) -> Result<Vec<FeedEntry>, String> {
        self.feed(now).map_err(|error| error.words)
    }

    fn names(&self) -> Result<Vec<String>, String> {
        let (closed, _) = self
            .archive
            .closed_rfrs(ClosedRfr::All, usize::MAX)
            .map_err(|error| error.words)?;
        let open = self.state.open().map(|rfr| rfr.name.clone());
        Ok(open.chain(closed.into_iter().map(|rfr| rfr.name)).collect())
    }

    fn prefix(&self) -> &str {
        &self.wording.prefix
    }
}

impl<A: Archive> Desk<A> {
    fn whole_board(&self, now: DateTime<Utc>) -> Result<Board, ArchiveError> {
        let around = self.circumstances(now);
        let closed = self.closed(now)?;
        let shown = self.with_cards(&closed, &around, |rfr| card(rfr, &around));
        let mut cards: Vec<Arc<Card>> = shown.into_iter().map(|(_, card)| card).collect();
        cards.sort_by(|a, b| (a.changed, &a.name).cmp(&(b.changed, &b.name)));
        let kinds: Vec<&'static str> = cards.iter().map(|card| card.phase).collect();
        let edition = self.settings.edition;
        let phases = Kind::ALL
            .into_iter()
            .filter(|kind| edition.has(*kind) || kinds.contains(&kind.name()))
            .map(|kind| phase(edition, kind));
        Ok(Board {
            phases: phases.collect(),
            cards,
            more: closed.more,
            freezes: freezes(&around),
            deployments: deployments(self.state.open().chain(&closed.lately)),
            today: now.date_naive(),
            prefix: self.wording.prefix.clone(),
        })
    }

    fn page_of(&self, name: &str, now: DateTime<Utc>) -> Result<Option<RfrPage>, ArchiveError> {
        let Some(id) = self.named_or_numbered(name)? else {
            return Ok(None);
        };
        let Some(rfr) = self.state.rfr(id, &self.archive)? else {
            return Ok(None);
        };
        let rfr = &for_everybody(&rfr);
        let around = self.circumstances(now);
        let outlook = Outlook::of(rfr, &around);
        let history = self.public_history(rfr)?;
        let reminders = &self.state.facts().reminders;
        let editions = rfr.topics().into_iter();
        let mut roles = vec![(rfr.requested.by.to_string(), page::label::REQUESTER.to_owned())];
        roles.retain(|_| rfr.requested.by.person().is_some());
        let people = rfr.people.iter();
        for person in people {
            let account = person.account.to_string();
            match roles.iter_mut().find(|(name, _)| *name == account) {
                Some((_, known)) => *known = format!("{known}, {}", person.role),
                None => roles.push((account, person.role.clone())),
            }
        }
        Ok(Some(RfrPage {
            card: Arc::new(card(rfr, &around)),
            edition: rfr.edition.name().to_owned(),
            requested: rfr.requested.at,
            former_names: rfr.former_names.clone(),
            ticket_number: self.number_of_ticket(rfr),
            way: self.way(&outlook, &history),
            status: self.wording.status(&outlook, reminders),
            next: self.wording.next(&outlook),
            review: self.review(rfr, now)?,
            questions: rfr
                .questions
                .iter()
                .map(|question| ShownQuestion {
                    number: question.number,
                    text: page::question_on_page(question),
                    asked: page::asked_on_page(question),
                    open: question.is_open(),
                    answer: self.wording.answer_on_page(rfr, question),
                })
                .collect(),
            decisions: editions
                .map(|topic| ShownDecision {
                    topic: topic.to_string(),
                    what: self.wording.decision_on_page(rfr, topic),
                    made: rfr.decisions.contains_key(&topic),
                })
                .collect(),
            sign_offs: rfr
                .signoffs
                .iter()
                .map(|(phase, signed)| ShownSignOff {
                    phase: rfr.called(*phase).to_owned(),
                    counts: signed.outdated.is_none(),
                    how: page::sign_off_on_page(rfr, *phase, signed),
                })
                .collect(),
            roles,
            links: links(rfr),
            history: self.shown_history(rfr, &history)?,
        }))
    }

    /// The number of its ticket, where the number alone leads to it.
    fn number_of_ticket(&self, rfr: &Rfr) -> Option<String> {
        let number = rfr.ticket.number()?;
        let url = ticket_address(number, Some(self.settings.ticket_base.as_deref()?))?;
        let is_it = alike_tickets(&url).any(|url| url == rfr.ticket.url);
        is_it.then(|| number.to_owned())
    }

    /// The RFR of that name, or of the ticket of that number.
    fn named_or_numbered(&self, word: &str) -> Result<Option<RfrId>, ArchiveError> {
        let in_memory = || self.state.in_memory();
        let called = |name: &String| name.eq_ignore_ascii_case(word);
        let now = in_memory().find(|rfr| called(&rfr.name));
        let known = now.or_else(|| in_memory().find(|rfr| rfr.former_names.iter().any(called)));
        if let Some(rfr) = known {
            return Ok(Some(rfr.id));
        }
        if let Some(id) = self.state.named(word, &self.archive)? {
            return Ok(Some(id));
        }
        let is_number = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
        let base = self.settings.ticket_base.as_deref();
        let Some(url) = base
            .filter(|_| is_number)
            .and_then(|base| ticket_address(word, Some(base)))
        else {
            return Ok(None);
        };
        for url in alike_tickets(&url) {
            if let Some(rfr) = in_memory().find(|rfr| rfr.ticket.url == url) {
                return Ok(Some(rfr.id));
            }
            if let Some(id) = self.state.with_ticket(&url, &self.archive)? {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// What happened to it, with nobody in it but accounts.
    fn public_history(&self, rfr: &Rfr) -> Result<Vec<(Origin, RfrEvent)>, ArchiveError> {
        let history = self.archive.history(rfr.id)?;
        let public = history
            .iter()
            .map(|(origin, event)| (origin.clone(), told_to_everybody(event)));
        Ok(public.collect())
    }

    fn shown_history(&self, rfr: &Rfr, history: &[(Origin, RfrEvent)]) -> Result<Vec<ShownChange>, ArchiveError> {
        let asides = self.asides_of(rfr.id)?;
        let lines = Wording::history_lines(rfr, history, &asides).into_iter();
        let happened = lines.map(|(origin, what)| ShownChange {
            seq: origin.seq,
            at: origin.at,
            by: origin.by.to_string(),
            what,
        });
        Ok(happened.collect())
    }

    /// The phases of its SOP, with what each asks for.
    fn way(&self, outlook: &Outlook<'_>, history: &[(Origin, RfrEvent)]) -> Vec<PhaseOnWay> {
        let rfr = outlook.rfr;
        let mut entered: BTreeMap<Kind, NaiveDate> = BTreeMap::new();
        entered.insert(rfr.edition.first(), rfr.requested.at.date_naive());
        for (origin, event) in history {
            if let RfrEvent::Advanced { to, .. } | RfrEvent::Reverted { to, .. } = event {
                entered.insert(*to, origin.at.date_naive());
            }
        }
        let steps = rfr.edition.phases().iter().map(|named| {
            let kind = named.kind;
            let rows = gate::findings(rfr, kind);
            PhaseOnWay {
                phase: phase(rfr.edition, kind),
                since: entered.get(&kind).copied().filter(|_| kind <= rfr.phase),
                when: match kind.cmp(&rfr.phase) {
                    std::cmp::Ordering::Equal if rfr.ended.is_some() => When::Ended,
                    std::cmp::Ordering::Less => When::Before,
                    std::cmp::Ordering::Equal => When::Now,
                    std::cmp::Ordering::Greater => When::Ahead,
                },
                rows: rows
                    .iter()
                    .map(|finding| ShownRow {
                        id: finding.row.id.to_owned(),
                        what: page::asked_for(rfr, finding),
                        level: page::level(finding.row.level, finding.keeps_a_gate()),
                        must: finding.keeps_a_gate(),
                        met: finding.is_met(),
                        how: self.wording.row_on_page(outlook, finding),
                    })
                    .collect(),
            }
        });
        steps.collect()
    }

    fn page_of_person(&self, account: &Account, now: DateTime<Utc>) -> Result<Option<PersonPage>, ArchiveError> {
        let around = self.circumstances(now);
        let closed = self.closed(now)?;
        let shown = self.with_cards(&closed, &around, |rfr| card(rfr, &around));
        let own = Holder::Person(account.to_string());
        let is_theirs = |holder: &Holder| match holder {
            Holder::Person(_) => *holder == own,
            Holder::Group(group) => self.directory.is_member(account, group),
        };
        // Whoever finds something in a list of their own is waited for on the card, alone or in a group.
        let waiting = shown.iter().filter(|(_, card)| card.waits_for.iter().any(is_theirs));
        let public: Vec<Rfr> = waiting.map(|(rfr, _)| for_everybody(rfr)).collect();
        let duties = duties(public.iter(), account, &around);
        let takes_part = |card: &Card| card.people.iter().any(|name| name == account.as_str());
        let is_known = self.directory.knows(account) || shown.iter().any(|(_, card)| takes_part(card));
        if duties.is_empty() && !is_known {
            return Ok(None);
        }
        let others = shown
            .iter()
            .filter(|(rfr, card)| rfr.involves(account) && card.waits_for.iter().any(|holder| *holder != own));
        let mut others: Vec<Arc<Card>> = others.map(|(_, card)| card.clone()).collect();
        others.sort_by(|a, b| (a.changed, &a.name).cmp(&(b.changed, &b.name)));
        let more_others = others.len().saturating_sub(MOST_OTHERS);
        others.truncate(MOST_OTHERS);
        let mut todo = self.wording.todo(account, &duties, now);
        if todo.0.len() > MOST_TODO {
            let more = todo.0.len() - MOST_TODO;
            todo.0.truncate(MOST_TODO);
            todo.push(page::more_of_todo(more));
        }
        if let Some(day) = around.away_until(account) {
            todo.push(self.wording.is_away(account, day, around.main_but(account).first()));
        }
        Ok(Some(PersonPage {
            account: account.to_string(),
            todo,
            others,
            more_others,
        }))
    }

    fn feed(&self, now: DateTime<Utc>) -> Result<Vec<FeedEntry>, ArchiveError> {
        let since = now - TimeDelta::days(FEED_DAYS);
        let closed = self.closed(now)?;
        let mut rfrs: Vec<&Rfr> = self.state.open().chain(&closed.lately).collect();
        rfrs.retain(|rfr| rfr.last_change.at >= since);
        rfrs.sort_by_key(|rfr| std::cmp::Reverse(rfr.last_seq));
        // What changed last has the newest news: of the others nothing is among so many.
        rfrs.truncate(LONGEST_FEED);
        let mut news = Vec::new();
        for rfr in rfrs {
            let rfr = for_everybody(rfr);
            let history = self.public_history(&rfr)?;
            let happened = self.shown_history(&rfr, &history)?.into_iter();
            news.extend(
                happened
                    .filter(|happened| happened.at >= since)
                    .map(|happened| FeedEntry {
                        id: rfr.id.0,
                        name: rfr.name.clone(),
                        happened,
                    }),
            );
        }
        news.sort_by_key(|news| std::cmp::Reverse(news.happened.seq));
        news.truncate(LONGEST_FEED);
        Ok(news)
    }
}

fn phase(edition: Edition, kind: Kind) -> BoardPhase {
    BoardPhase {
        kind: kind.name(),
        name: edition.called(kind).to_owned(),
        purpose: edition.purpose(kind).to_owned(),
        is_last: kind == Kind::Maintenance,
    }
}

/// An RFR at a glance.
fn card(rfr: &Rfr, around: &Circumstances<'_>) -> Card {
    let outlook = Outlook::of(rfr, around);
    let is_open = rfr.is_open() && rfr.hold.is_none();
    let parties = waits_for(rfr, &outlook);
    let away = parties.iter().filter_map(|party| match party {
        Party::Person(account) => Some((account.to_string(), around.away_until(account)?)),
        Party::Group(_) => None,
    });
    let away = away.collect();
    let waits_for = parties.into_iter().map(holder).collect();
    let asked = rfr.asked_sponsor.iter().map(|asked| &asked.account);
    let sponsor = rfr.sponsor.iter().map(|sponsor| &sponsor.account);
    let mut people: Vec<String> = rfr
        .workers()
        .into_iter()
        .chain(asked)
        .chain(sponsor)
        .map(ToString::to_string)
        .collect();
    people.sort();
    people.dedup();
    Card {
        id: rfr.id.0,
        name: rfr.name.clone(),
        title: rfr.title.clone(),
        ticket: rfr.ticket.url.clone(),
        phase: rfr.phase.name(),
        phase_name: rfr.called(rfr.phase).to_owned(),
        is_open: rfr.is_open(),
        phase_since: rfr.phase_since,
        progress: outlook.progress,
        blocking: outlook.blocking.iter().map(page::missing_in_short).collect(),
        waits_for,
        away,
        state: page::state_on_page(&outlook),
        ready: is_open && outlook.blocking.is_empty() && outlook.frozen.is_none(),
        sponsor: rfr.sponsor.as_ref().map(|sponsor| sponsor.account.to_string()),
        asked_sponsor: rfr.asked_sponsor.as_ref().map(|asked| asked.account.to_string()),
        requested_by: rfr.requested.by.to_string(),
        people,
        planned: rfr.schedule.as_ref().map(|schedule| schedule.date),
        deployed: outlook.deployed_on(),
        hold: page::hold_on_page(rfr),
        frozen: page::freeze_on_page(&outlook),
        stuck: rfr.is_open() && is_stuck(rfr, around.now),
        ended: page::ended_as(rfr),
        changed: rfr.last_change.at,
        seq: rfr.last_seq,
    }
}

fn holder(party: Party) -> Holder {
    match party {
        Party::Person(account) => Holder::Person(account.to_string()),
        Party::Group(group) => Holder::Group(group.to_owned()),
    }
}

fn freezes(around: &Circumstances<'_>) -> Vec<ShownFreeze> {
    let in_force = around.book.in_force(around.now);
    let known = around
        .book
        .all_days(around.today())
        .into_iter()
        .map(|(key, days)| ShownFreeze {
            in_force: days.lifted.is_none() && in_force.iter().any(|now| now.key == key),
            name: key.to_string(),
            from: days.span.from(),
            to: days.span.to(),
            lifted: days.lifted,
        });
    known.collect()
}

fn deployments<'a>(rfrs: impl Iterator<Item = &'a Rfr>) -> Vec<Deployment> {
    let days = rfrs.filter(|rfr| rfr.ended.is_none()).filter_map(|rfr| {
        let deployed = deployed_on(rfr);
        let planned = rfr.schedule.as_ref();
        let mark = rfr.done.get(gate::DEPLOYED).map(|done| done.mark.at);
        Some(Deployment {
            id: rfr.id.0,
            name: rfr.name.clone(),
            title: rfr.title.clone(),
            date: deployed.or_else(|| planned.map(|schedule| schedule.date))?,
            done: deployed.is_some(),
            recorded: mark
                .filter(|_| deployed.is_some())
                .or_else(|| planned.map(|schedule| schedule.mark.at))?,
        })
    });
    let mut days: Vec<Deployment> = days.collect();
    days.sort_by(|a, b| (a.date, &a.name).cmp(&(b.date, &b.name)));
    days
}

/// The addresses that are recorded of it.
fn links(rfr: &Rfr) -> Vec<(String, String)> {
    let called = |label: &str, else_called: &str| {
        if label.is_empty() {
            else_called.to_owned()
        } else {
            label.to_owned()
        }
    };
    let discussed = rfr.discussed_at().into_iter();
    let discussed = discussed.map(|url| (page::label::DISCUSSION.to_owned(), url.to_owned()));
    let talks = rfr.extras().talks.iter().filter(|talk| !talk.url.is_empty());
    let talks = talks.map(|talk| (page::label::DISCUSSION.to_owned(), talk.url.clone()));
    let sops = rfr.sops.iter();
    let sops = sops.map(|link| (called(&link.label, page::label::SOP_DOCUMENT), link.url.clone()));
    let links = rfr.links.iter();
    let links = links.map(|link| (called(&link.label, page::label::LINK), link.url.clone()));
    discussed.chain(talks).chain(sops).chain(links).collect()
}
