//! Where an RFR stands: what its next gate lacks and who can give it, whether a freeze keeps it back, and who of those is
//! away. Whatever is said of that, in whichever answer, is worded from here, so that no two answers differ.

use super::decide::{frozen, frozen_out};
use super::freeze_break::FreezeBreaks;
use super::gate::{self, Finding, ItemState, Lack};
use super::refusal::Refusal;
use super::{Phase, Rfr};
use crate::calendar::{Absences, FreezeBook, Outages};
use crate::people::{Account, Directory, SYSADMIN_MAIN};
use crate::sop::Kind;
use chrono::{DateTime, NaiveDate, Utc};

/// What surrounds every RFR at a moment: the time, freezes, absences, who is in sight.
#[derive(Clone)]
pub struct Circumstances<'a> {
    /// The moment.
    pub now: DateTime<Utc>,
    /// Freezes.
    pub book: &'a FreezeBook,
    /// Freeze breaks.
    pub breaks: &'a FreezeBreaks,
    /// Who is away when.
    pub absences: &'a Absences,
    /// Which outages are planned.
    pub outages: &'a Outages,
    /// Who is in which group now.
    pub directory: &'a Directory,
    /// Who is in sight on some network.
    pub in_sight: Vec<Account>,
}

impl Circumstances<'_> {
    /// Today (UTC).
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// The last day on which somebody is away who is away today.
    pub fn away_until(&self, account: &Account) -> Option<NaiveDate> {
        let absence = self.absences.away_on(account.as_str(), self.today())?;
        Some(absence.span.to())
    }

    /// Is somebody in sight and not recorded as away?
    pub fn is_around(&self, account: &Account) -> bool {
        self.in_sight.contains(account) && self.away_until(account).is_none()
    }

    /// Members of sysadmin-main who are not away, without `but`: those first whom the note of that one's absence names, then
    /// those in sight.
    pub fn main_but(&self, but: &Account) -> Vec<Account> {
        let mut there = self.directory.members(SYSADMIN_MAIN);
        there.retain(|member| member != but && self.away_until(member).is_none());
        let absence = self.absences.away_on(but.as_str(), self.today());
        let note = absence.map(|absence| absence.note).unwrap_or_default();
        let is_named = |member: &Account| {
            let mut words = note.split(|c: char| !(c.is_ascii_alphanumeric() || "-_.".contains(c)));
            words.any(|word| word.trim_matches('.').eq_ignore_ascii_case(member.as_str()))
        };
        there.sort_by_key(|member| (!is_named(member), !self.is_around(member)));
        there
    }
}

/// Who can give what is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Any of these.
    People(Vec<Account>),
    /// The sponsor alone.
    Sponsor(Account),
    /// Any member of the group.
    Group(&'static str),
}

/// Where one RFR stands.
#[derive(Clone)]
pub struct Outlook<'a> {
    /// The RFR.
    pub rfr: &'a Rfr,
    /// What stands around it.
    pub around: &'a Circumstances<'a>,
    /// What keeps its gate shut.
    pub blocking: Vec<Finding>,
    /// How many of the MUSTs of its phase are met, of how many.
    pub progress: (usize, usize),
    /// Why it may not enter production though nothing else were missing, where that is its next step, or why it is not to be
    /// deployed there.
    pub frozen: Option<Refusal>,
    /// The approved freeze break under which it goes there in a freeze.
    pub freeze_break: Option<u32>,
}

impl<'a> Outlook<'a> {
    /// Looks at an RFR.
    pub fn of(rfr: &'a Rfr, around: &'a Circumstances<'a>) -> Self {
        let to_production = rfr.enters_production() && rfr.ended.is_none();
        let Circumstances {
            now,
            book,
            breaks,
            directory,
            ..
        } = around;
        let approved = || breaks.approved_for(rfr.id, book, directory, *now);
        let found = gate::so_far(rfr);
        // What an earlier phase asked for and is lost again counts here, too.
        let is_counted = |finding: &&Finding| finding.row.phase == rfr.phase || rfr.is_open() && !finding.is_met();
        let musts = || found.iter().filter(is_counted).filter(|finding| finding.keeps_a_gate());
        let progress = (musts().filter(|finding| finding.is_met()).count(), musts().count());
        let blocking = if rfr.is_open() {
            gate::what_blocks(found)
        } else {
            Vec::new()
        };
        let is_undeployed = blocking.iter().any(|finding| finding.row.id == gate::DEPLOYED);
        let to_be_deployed = rfr.phase >= Phase::Production && is_undeployed;
        let in_force = (to_production || to_be_deployed) && !book.in_force(*now).is_empty();
        Self {
            rfr,
            around,
            blocking,
            progress,
            frozen: if to_production {
                frozen(rfr, book, breaks, directory, *now)
            } else if to_be_deployed {
                frozen_out(rfr, book, breaks, directory, *now)
            } else {
                None
            },
            freeze_break: in_force.then(approved).flatten().map(|found| found.number),
        }
    }

    /// The steps of its phase that are left open.
    pub fn steps(&self) -> Vec<Finding> {
        gate::open_steps(self.rfr)
    }

    /// Who can give what a row lacks.
    pub fn owner(&self, finding: &Finding) -> Owner {
        let rfr = self.rfr;
        let workers = || Owner::People(rfr.workers().into_iter().cloned().collect());
        if let Some(asked) = self.asked_by_name(finding) {
            return Owner::People(asked);
        }
        match finding.row.kind {
            Kind::AcceptedSponsor => match (&finding.state, &rfr.asked_sponsor) {
                (ItemState::Missing(lacks), _) if lacks.contains(&Lack::NotAssigned) => {
                    Owner::People(rfr.sponsor.iter().map(|sponsor| sponsor.account.clone()).collect())
                }
                (ItemState::Missing(lacks), Some(asked))
                    if lacks.contains(&Lack::NotAccepted)
                        && self.around.directory.is_member(&asked.account, SYSADMIN_MAIN) =>
                {
                    Owner::People(vec![asked.account.clone()])
                }
                (ItemState::Missing(_), Some(_)) | (_, None) | (ItemState::Met, _) => Owner::Group(SYSADMIN_MAIN),
            },
            // Of a sponsor who left the group whoever of it takes over signs.
            Kind::SignOff => match &rfr.sponsor {
                Some(sponsor) if self.around.directory.is_member(&sponsor.account, SYSADMIN_MAIN) => {
                    Owner::Sponsor(sponsor.account.clone())
                }
                Some(_) | None => Owner::Group(SYSADMIN_MAIN),
            },
            Kind::Check { by: Some(group), .. } => Owner::Group(group),
            Kind::Check { by: None, .. }
            | Kind::Ticket
            | Kind::Discussion
            | Kind::People
            | Kind::SecondPerson
            | Kind::PlanningQuestions(_)
            | Kind::QuestionsAndDecisions(_)
            | Kind::Sops
            | Kind::Lost
            | Kind::Schedule => workers(),
        }
    }

    /// Whom the questions name, where nothing but answers is missing, and each question names somebody.
    fn asked_by_name(&self, finding: &Finding) -> Option<Vec<Account>> {
        let ItemState::Missing(lacks) = &finding.state else {
            return None;
        };
        let mut all = Vec::new();
        for lack in lacks {
            let Lack::OpenQuestion { number } = lack else {
                return None;
            };
            let named = named_in(&self.rfr.question(*number)?.text, self.around.directory);
            if named.is_empty() {
                return None;
            }
            all.extend(named);
        }
        all.sort();
        all.dedup();
        Some(all)
    }

    /// Everybody who owes something, with what, in the order of the SOP.
    pub fn owed(&self) -> Vec<(Owner, Vec<&Finding>)> {
        let mut owed: Vec<(Owner, Vec<&Finding>)> = Vec::new();
        for finding in &self.blocking {
            let owner = self.owner(finding);
            match owed.iter_mut().find(|(known, _)| *known == owner) {
                Some((_, findings)) => findings.push(finding),
                None => owed.push((owner, vec![finding])),
            }
        }
        owed
    }

    /// Who of sysadmin-main could act for somebody who is away.
    pub fn stand_in(&self, account: &Account) -> Option<Account> {
        self.around.away_until(account)?;
        let mut others = self.around.main_but(account).into_iter();
        others.find(|other| self.rfr.requested.by != *other)
    }

    /// The day on which it was deployed: when it came into production.
    pub fn deployed_on(&self) -> Option<NaiveDate> {
        deployed_on(self.rfr)
    }
}

/// The day on which an RFR was deployed, as far as that is recorded.
pub fn deployed_on(rfr: &Rfr) -> Option<NaiveDate> {
    if rfr.phase < Phase::Production {
        return None;
    }
    rfr.done.get(gate::DEPLOYED).map(|done| done.mark.at.date_naive())
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
