//! What waits for one person, from the same findings as the gates.

use super::freeze_break::{FreezeBreak, Standing};
use super::gate::{self, Finding, ItemState, Lack};
use super::outlook::{Circumstances, Outlook, Owner, named_in};
use super::{AskedSponsor, Closed, Hold, Question, Rfr};
use crate::people::{Account, Directory, SECURITY_OFFICER, SYSADMIN_MAIN, SYSADMIN_RELENG};
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

/// Something that an RFR waits for, and who can give it. `todo` and the board are made of this, so that both name the
/// same people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting<'a> {
    /// Since when.
    pub since: DateTime<Utc>,
    /// What it is.
    pub what: Waits<'a>,
    /// Who can give it.
    pub by: Vec<Party>,
    /// Those who cannot, though they are in one of these groups.
    but: Vec<Account>,
    /// It is wanted of whoever takes it on, or not yet: nobody finds it in a list of their own.
    at_large: bool,
}

/// Who can give something.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// One person.
    Person(Account),
    /// Any member of a group.
    Group(&'static str),
}

impl Waiting<'_> {
    /// Does it wait for that person, who finds it in a list of their own?
    fn is_for(&self, person: &Account, directory: &Directory) -> bool {
        let holds = |party: &Party| match party {
            Party::Person(account) => account == person,
            Party::Group(group) => directory.is_member(person, group),
        };
        !self.at_large && !self.but.contains(person) && self.by.iter().any(holds)
    }
}

/// Everything that waits for a person in these RFRs, oldest first.
pub fn duties<'a>(rfrs: impl Iterator<Item = &'a Rfr>, person: &Account, around: &Circumstances<'a>) -> Vec<Duty<'a>> {
    let mut all: Vec<Duty<'a>> = rfrs
        .flat_map(|rfr| {
            let waiting = waiting(rfr, around, &Outlook::of(rfr, around)).into_iter();
            let own = waiting.filter(|waiting| waiting.is_for(person, around.directory));
            own.map(move |Waiting { since, what, .. }| Duty { rfr, since, what })
        })
        .collect();
    all.sort_by(|a, b| (a.since, &a.rfr.name).cmp(&(b.since, &b.rfr.name)));
    all
}

/// Everything that an RFR waits for, seen as `outlook` sees it.
pub fn waiting<'a>(rfr: &'a Rfr, around: &Circumstances<'a>, outlook: &Outlook<'_>) -> Vec<Waiting<'a>> {
    let Circumstances {
        now, breaks, directory, ..
    } = around;
    let mut found = FoundWaiting(Vec::new());
    if let Some(asked) = &rfr.asked_sponsor {
        let is_main = directory.is_member(&asked.account, SYSADMIN_MAIN);
        let may_accept = is_main && !(directory.four_eyes() && rfr.requested.by == asked.account);
        let by = vec![Party::Person(asked.account.clone())];
        found.add(asked.mark.at, Waits::Sponsorship { asked, may_accept }, by);
    }
    for wanted in breaks.all().filter(|found| found.rfr == rfr.id) {
        if matches!(wanted.standing(directory), Standing::Waiting { .. } | Standing::Held) {
            let by = vec![Party::Group(SYSADMIN_MAIN), Party::Group(SYSADMIN_RELENG)];
            found.add(wanted.requested.at, Waits::Break(wanted), by);
            let voters = wanted.votes.keys().cloned();
            found.but(voters.chain(wanted.requested.by.person().cloned()));
        }
    }
    if let Some(hold) = &rfr.hold {
        let holder = hold.mark.by.person().cloned();
        found.add(
            hold.mark.at,
            Waits::Hold(hold),
            holder.into_iter().map(Party::Person).collect(),
        );
        if let Some(agreed) = hold.agreed.last() {
            let by = vec![Party::Group(SYSADMIN_MAIN), Party::Group(SECURITY_OFFICER)];
            found.at_large(agreed.at, Waits::Hold(hold), by);
        }
        // It is on hold: nothing else is owed.
        return found.0;
    }
    let workers: Vec<Party> = rfr.workers().into_iter().cloned().map(Party::Person).collect();
    for question in rfr.open_questions() {
        let named = named_in(&question.text, directory).into_iter().map(Party::Person);
        let by = workers.iter().cloned().chain(named).collect();
        found.add(question.asked.at, Waits::Question(question), by);
    }
    let day_is_over = rfr
        .schedule
        .as_ref()
        .is_some_and(|planned| planned.date < around.today());
    for finding in &outlook.blocking {
        if finding.row.id == DEPLOYED && outlook.frozen.is_some() {
            if breaks.open_for(rfr.id).is_none() {
                found.add(rfr.phase_since, Waits::Frozen, workers.clone());
            }
            continue;
        }
        // `its_day` asks whether it is deployed, and how that is said.
        if finding.row.id == DEPLOYED && day_is_over {
            continue;
        }
        found.lacks(rfr, finding, outlook.owner(finding));
    }
    let sponsor = rfr.sponsor.iter().map(|sponsor| Party::Person(sponsor.account.clone()));
    let movers: Vec<Party> = workers.into_iter().chain(sponsor).collect();
    let neglected = neglected(rfr, *now);
    if !neglected.is_empty() {
        found.add(rfr.neglected_since(), Waits::Upkeep(neglected), movers.clone());
    }
    found.its_day(rfr, around, &movers);
    if outlook.blocking.is_empty() && rfr.edition.next(rfr.phase).is_some() {
        if outlook.frozen.is_some() {
            if breaks.open_for(rfr.id).is_none() {
                found.add(ready_since(rfr), Waits::Frozen, movers);
            }
        } else {
            found.ready(rfr, directory, movers);
        }
    }
    found.0
}

/// What is found while somebody looks.
struct FoundWaiting<'a>(Vec<Waiting<'a>>);

impl<'a> FoundWaiting<'a> {
    fn add(&mut self, since: DateTime<Utc>, what: Waits<'a>, by: Vec<Party>) {
        self.0.push(Waiting {
            since,
            what,
            by,
            but: Vec::new(),
            at_large: false,
        });
    }

    fn at_large(&mut self, since: DateTime<Utc>, what: Waits<'a>, by: Vec<Party>) {
        self.add(since, what, by);
        if let Some(last) = self.0.last_mut() {
            last.at_large = true;
        }
    }

    /// Of what was found last these have given their part, or may not give it.
    fn but(&mut self, whom: impl Iterator<Item = Account>) {
        if let Some(last) = self.0.last_mut() {
            last.but = whom.collect();
        }
    }

    /// What a row lacks.
    fn lacks(&mut self, rfr: &'a Rfr, finding: &Finding, owner: Owner) {
        let Finding { row, state } = finding;
        let ItemState::Missing(lacks) = state else { return };
        // Who finds it in a list of their own; a sponsor is asked by name already.
        let (by, is_listed) = match owner {
            Owner::Sponsor(sponsor) => {
                // The sponsor signs when nothing else is missing, and while in the group.
                let is_due = sign_off_due(rfr).is_some_and(|due| due.id == row.id);
                (vec![Party::Person(sponsor)], is_due)
            }
            Owner::People(people) => (
                people.into_iter().map(Party::Person).collect(),
                row.kind != Kind::AcceptedSponsor,
            ),
            Owner::Group(group) => (vec![Party::Group(group)], matches!(row.kind, Kind::Check { .. })),
        };
        for lack in lacks {
            let (since, what) = match lack {
                // Each open question is listed already.
                Lack::OpenQuestion { .. } => continue,
                Lack::Undecided(topic) if rfr.open_questions().any(|asked| asked.topic == Some(*topic)) => continue,
                Lack::NotSigned | Lack::Outdated { .. } => (ready_since(rfr), Waits::SignOff(row)),
                Lack::Undecided(_)
                | Lack::NotRecorded
                | Lack::NotAccepted
                | Lack::NoSponsor
                | Lack::NotAssigned
                | Lack::OnlyOnePerson => (rfr.phase_since, Waits::Missing(row, lack.clone())),
            };
            if is_listed {
                self.add(since, what, by.clone());
            } else {
                self.at_large(since, what, by.clone());
            }
        }
    }

    /// Its day for production is over, or lies in a freeze.
    fn its_day(&mut self, rfr: &'a Rfr, around: &Circumstances<'a>, movers: &[Party]) {
        let Some(schedule) = &rfr.schedule else { return };
        let (date, today) = (schedule.date, around.today());
        if date < today && !rfr.done.contains_key(DEPLOYED) {
            let item = sop::row(rfr.edition, DEPLOYED);
            let can_tick = item.is_some_and(|row| row.phase <= rfr.phase);
            if can_tick || rfr.phase < Phase::Production {
                let since = date.and_time(NaiveTime::MIN).and_utc();
                self.add(since, Waits::DateOver { date, can_tick }, movers.to_vec());
            }
        }
        let (book, breaks) = (around.book, around.breaks);
        let approved = || breaks.approved_for(rfr.id, book, around.directory, around.now);
        if date >= today && rfr.awaits_deployment() && breaks.open_for(rfr.id).is_none() && approved().is_none() {
            let calendar = book.calendar(today);
            if let Some(freeze) = calendar.freeze_on(date) {
                let what = Waits::DateFrozen {
                    date,
                    freeze: freeze.name.clone(),
                    first_free: calendar.first_free_day(date),
                };
                self.add(schedule.mark.at, what, movers.to_vec());
            }
        }
    }

    /// It can move: by everybody who works on it, under four-eyes not by who signed for production.
    fn ready(&mut self, rfr: &'a Rfr, directory: &Directory, mut movers: Vec<Party>) {
        if rfr.enters_production()
            && directory.four_eyes()
            && let Some((_, signed)) = rfr.signed_for_production()
        {
            movers.retain(|party| !matches!(party, Party::Person(account) if signed.mark.by == *account));
        }
        if movers.is_empty() {
            self.at_large(ready_since(rfr), Waits::Ready, vec![Party::Group(SYSADMIN_MAIN)]);
        } else {
            self.add(ready_since(rfr), Waits::Ready, movers);
        }
    }
}

/// The accounts and groups that can give what an RFR waits for, each once.
pub fn waits_for(rfr: &Rfr, outlook: &Outlook<'_>) -> Vec<Party> {
    if rfr.ended.is_some() {
        return Vec::new();
    }
    let waiting = waiting(rfr, outlook.around, outlook).into_iter();
    let directory = outlook.around.directory;
    let mut parties: Vec<Party> = waiting
        .flat_map(|waiting| {
            let Waiting { by, but, .. } = waiting;
            // Of a group whose members have all given their part nobody is left.
            by.into_iter().filter(move |party| match party {
                Party::Person(account) => !but.contains(account),
                Party::Group(group) => {
                    let members = directory.members(group);
                    members.is_empty() || members.iter().any(|member| !but.contains(member))
                }
            })
        })
        .collect();
    parties.sort();
    parties.dedup();
    parties
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
