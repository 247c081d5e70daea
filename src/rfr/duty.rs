//! What waits for one person, from the same findings as the gates.

use super::freeze_break::{FreezeBreak, Standing};
use super::gate::{self, Finding, ItemState, Lack};
use super::outlook::{Circumstances, Outlook, Owner};
use super::{AskedSponsor, Closed, Hold, Question, Rfr};
use crate::people::{Account, Directory, SYSADMIN_MAIN, is_main_or_releng};
use crate::sop::{self, Kind, Phase, Row, Upkeep};
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

/// The item that says that it is deployed, where the edition has it.
pub use super::gate::DEPLOYED;

/// After how many days what is in maintenance is to be looked after again.
pub const UPKEEP_DAYS: i64 = 365;

/// The sides of what is maintained that nobody has looked after for that long.
pub fn neglected(rfr: &Rfr, now: DateTime<Utc>) -> Vec<Upkeep> {
    let is_late = |side: &Upkeep| now - rfr.looked_after(*side) >= TimeDelta::days(UPKEEP_DAYS);
    let sides = Upkeep::ALL.into_iter().filter(|_| rfr.is_maintained());
    sides.filter(is_late).collect()
}

/// Something that waits for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty<'a> {
    /// The RFR that it is about.
    pub rfr: &'a Rfr,
    /// Since when.
    pub since: DateTime<Utc>,
    /// What it is.
    pub what: Waits<'a>,
}

/// What waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Waits<'a> {
    /// The person was asked to sponsor it.
    Sponsorship {
        /// By whom, and when.
        asked: &'a AskedSponsor,
        /// Could the person accept at this moment?
        may_accept: bool,
    },
    /// The sponsor's sign-off is all that a gate lacks.
    SignOff(&'static Row),
    /// The person holds it.
    Hold(&'a Hold),
    /// A freeze break wants approvals.
    Break(&'a FreezeBreak),
    /// A question is open.
    Question(&'a Question),
    /// The gate lacks something else.
    Missing(&'static Row, Lack),
    /// The production date is over, and nobody said that it is deployed.
    DateOver {
        /// The day.
        date: NaiveDate,
        /// Can the deployment be ticked off in its phase?
        can_tick: bool,
    },
    /// The production date lies in a freeze.
    DateFrozen {
        /// The day.
        date: NaiveDate,
        /// The freeze.
        freeze: String,
        /// The first day after it that no freeze covers.
        first_free: NaiveDate,
    },
    /// Nobody has looked after these sides of it for a year.
    Upkeep(Vec<Upkeep>),
    /// Nothing is missing: it can move.
    Ready,
    /// Nothing is missing, but production is frozen, and nobody has asked for a freeze break.
    Frozen,
}

/// Everything that waits for a person in these RFRs, oldest first.
pub fn duties<'a>(rfrs: impl Iterator<Item = &'a Rfr>, person: &Account, around: &Circumstances<'a>) -> Vec<Duty<'a>> {
    let mut all: Vec<Duty<'a>> = rfrs
        .flat_map(|rfr| {
            let of_one = of_rfr(rfr, person, around).into_iter();
            of_one.map(move |(since, what)| Duty { rfr, since, what })
        })
        .collect();
    all.sort_by(|a, b| (a.since, &a.rfr.name).cmp(&(b.since, &b.rfr.name)));
    all
}

fn of_rfr<'a>(rfr: &'a Rfr, person: &Account, around: &Circumstances<'a>) -> Vec<(DateTime<Utc>, Waits<'a>)> {
    let Circumstances {
        now, breaks, directory, ..
    } = around;
    let is_main = directory.is_member(person, SYSADMIN_MAIN);
    let mut waits = Vec::new();
    if let Some(asked) = rfr.asked_sponsor.as_ref().filter(|asked| asked.account == *person) {
        let may_accept = is_main && !(directory.four_eyes() && rfr.requested.by == *person);
        waits.push((asked.mark.at, Waits::Sponsorship { asked, may_accept }));
    }
    if is_main_or_releng(directory, person) {
        let undecided = breaks.all().filter(|found| {
            found.rfr == rfr.id
                && matches!(found.standing(directory), Standing::Waiting { .. } | Standing::Held)
                && found.requested.by != *person
                && !found.votes.contains_key(person)
        });
        waits.extend(undecided.map(|found| (found.requested.at, Waits::Break(found))));
    }
    if let Some(hold) = &rfr.hold {
        if hold.mark.by == *person {
            waits.push((hold.mark.at, Waits::Hold(hold)));
        }
        // It is on hold: nothing else is owed.
        return waits;
    }
    let works = rfr.workers().contains(&person);
    let sponsors = rfr.is_sponsor(person);
    let outlook = Outlook::of(rfr, around);
    let asks = |question: &&Question| works || named_in(&question.text, directory).contains(person);
    let open = rfr.open_questions().filter(asks);
    waits.extend(open.map(|question| (question.asked.at, Waits::Question(question))));
    for finding in &outlook.blocking {
        let Finding { row, state } = finding;
        let is_theirs = match outlook.owner(finding) {
            // The sponsor signs when nothing else is missing, and while in the group.
            Owner::Sponsor(sponsor) => {
                sponsor == *person && is_main && sign_off_due(rfr).is_some_and(|due| due.id == row.id)
            }
            Owner::People(people) => people.contains(person) && row.kind != Kind::AcceptedSponsor,
            Owner::Group(group) => directory.is_member(person, group) && matches!(row.kind, Kind::Check { .. }),
        };
        let ItemState::Missing(lacks) = state else { continue };
        for lack in lacks.iter().filter(|_| is_theirs) {
            match lack {
                // Each open question is listed already.
                Lack::OpenQuestion { .. } => {}
                Lack::Undecided(topic) if rfr.open_questions().any(|asked| asked.topic == Some(*topic)) => {}
                Lack::NotSigned | Lack::Outdated { .. } => waits.push((ready_since(rfr), Waits::SignOff(row))),
                Lack::Undecided(_)
                | Lack::NotRecorded
                | Lack::NotAccepted
                | Lack::NoSponsor
                | Lack::NotAssigned
                | Lack::OnlyOnePerson => {
                    let waits_for = if row.id == DEPLOYED && outlook.frozen.is_some() {
                        if breaks.open_for(rfr.id).is_some() {
                            continue;
                        }
                        Waits::Frozen
                    } else {
                        Waits::Missing(row, lack.clone())
                    };
                    waits.push((rfr.phase_since, waits_for));
                }
            }
        }
    }
    if !works && !sponsors {
        return waits;
    }
    let neglected = neglected(rfr, *now);
    if !neglected.is_empty() {
        waits.push((rfr.neglected_since(), Waits::Upkeep(neglected)));
    }
    if let Some(schedule) = &rfr.schedule
        && schedule.date < now.date_naive()
        && !rfr.done.contains_key(DEPLOYED)
    {
        let date = schedule.date;
        let item = sop::row(rfr.edition, DEPLOYED);
        let can_tick = item.is_some_and(|row| row.phase <= rfr.phase);
        if can_tick || rfr.phase < Phase::Production {
            waits.push((
                date.and_time(NaiveTime::MIN).and_utc(),
                Waits::DateOver { date, can_tick },
            ));
        }
    }
    if let Some(schedule) = &rfr.schedule
        && schedule.date >= now.date_naive()
        && rfr.phase < Phase::Production
        && breaks.open_for(rfr.id).is_none()
        && breaks.approved_for(rfr.id, around.book, directory, *now).is_none()
    {
        let date = schedule.date;
        let calendar = around.book.calendar(now.date_naive());
        if let Some(freeze) = calendar.freeze_on(date) {
            let (freeze, first_free) = (freeze.name.clone(), calendar.first_free_day(date));
            waits.push((
                schedule.mark.at,
                Waits::DateFrozen {
                    date,
                    freeze,
                    first_free,
                },
            ));
        }
    }
    if outlook.blocking.is_empty() && rfr.edition.next(rfr.phase).is_some() {
        let enters = rfr.enters_production();
        let signed_it = enters
            && directory.four_eyes()
            && rfr
                .signed_for_production()
                .is_some_and(|(_, signoff)| signoff.mark.by == *person);
        if outlook.frozen.is_some() {
            if breaks.open_for(rfr.id).is_none() {
                waits.push((ready_since(rfr), Waits::Frozen));
            }
        } else if !signed_it {
            waits.push((ready_since(rfr), Waits::Ready));
        }
    }
    waits
}

/// The people whom a question names: `@vera`, or `vera:` at its beginning.
pub fn named_in(text: &str, directory: &Directory) -> Vec<Account> {
    let words = text.split_whitespace().enumerate().filter(|(at, word)| {
        let is_address = *at == 0 && word.ends_with([':', ',']);
        is_address || word.starts_with('@')
    });
    let bare = words.map(|(_, word)| word.trim_end_matches([':', ',', '?', '.', '!', ';', ')']));
    let mut named: Vec<Account> = bare.filter_map(Account::from_word).collect();
    named.retain(|account| directory.knows(account));
    named.sort();
    named.dedup();
    named
}

/// The sign-off that is due: all that the gate lacks is the sponsor's signature.
pub fn sign_off_due(rfr: &Rfr) -> Option<&'static Row> {
    let blocking = gate::blocking(rfr);
    let is_signature = |finding: &Finding| finding.row.kind == Kind::SignOff;
    let due = rfr.sponsor.is_some() && rfr.hold.is_none() && rfr.is_open() && blocking.iter().all(is_signature);
    blocking.first().filter(|_| due).map(|finding| finding.row)
}

/// Since when everything but a sign-off is met: the last mark on what a gate asks for. Notes do not count.
pub fn ready_since(rfr: &Rfr) -> DateTime<Utc> {
    let questions = rfr.questions.iter().map(|question| match &question.closed {
        Some(Closed::Answered { mark, .. } | Closed::Withdrawn { mark }) => mark.at,
        None => question.asked.at,
    });
    questions
        .chain(rfr.decisions.values().map(|decision| decision.mark.at))
        .chain(rfr.sops.iter().map(|link| link.mark.at))
        .chain(rfr.discussions.iter().map(|link| link.mark.at))
        .chain(rfr.done.values().map(|done| done.mark.at))
        .chain(rfr.schedule.iter().map(|schedule| schedule.mark.at))
        .chain(rfr.sponsor.iter().map(|sponsor| sponsor.since))
        .fold(rfr.phase_since, DateTime::max)
}
