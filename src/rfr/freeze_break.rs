//! Freeze breaks: who asked to change production during a freeze, and who agreed.
//!
//! A break belongs to the freezes in force when it was requested, and ends with the last of them. Two members other
//! than the requester must agree; an approval counts as long as its giver is a member. Pure, like the rest of this
//! room.

pub mod decide;

use super::{Mark, Origin, RfrId};
use crate::calendar::{FreezeBook, FreezeKey};
use crate::people::{Account, Directory, SYSADMIN_MAIN, is_main_or_releng};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// How many must agree, the requester not counted.
pub const APPROVALS: usize = 2;

/// Something that happened to a freeze break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BreakEvent {
    /// It was asked for.
    Requested {
        /// For which RFR.
        rfr: RfrId,
        /// The freezes in force at that moment.
        freezes: Vec<FreezeKey>,
        /// The problem, the action, the patch.
        reason: String,
    },
    /// Somebody agreed or objected; the last word of each person counts.
    Voted {
        /// Did the person agree?
        approves: bool,
        /// A comment, or why not.
        text: String,
    },
    /// What it was asked for is done.
    Done,
    /// Who asked for it no longer does.
    Withdrawn {
        /// Why; may be empty.
        reason: String,
    },
}

/// What somebody said to a freeze break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// Does the person agree?
    pub approves: bool,
    /// A comment, or why not.
    pub text: String,
    /// When that was said.
    pub at: DateTime<Utc>,
}

/// One freeze break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreezeBreak {
    /// Its number, from 1; never reused.
    pub number: u32,
    /// The RFR that it is for.
    pub rfr: RfrId,
    /// The freezes that it was asked for.
    pub freezes: Vec<FreezeKey>,
    /// Those not lifted since: a freeze that is started again is another one.
    pub lasting: Vec<FreezeKey>,
    /// The problem, the action, the patch.
    pub reason: String,
    /// Who asked for it, and when.
    pub requested: Mark,
    /// The last word of each person.
    pub votes: BTreeMap<Account, Vote>,
    /// Who said that it is done, and when.
    pub done: Option<Mark>,
    /// When whoever asked for it took that back.
    pub withdrawn: Option<Withdrawal>,
}

/// That a freeze break is no longer asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// When that was said.
    pub at: DateTime<Utc>,
    /// Why; may be empty.
    pub reason: String,
}

/// How far a freeze break has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// So many more must agree.
    Waiting {
        /// How many.
        more: usize,
    },
    /// A member of sysadmin-main objects, and the config says that this holds it.
    Held,
    /// Enough agreed.
    Approved,
    /// It was used.
    Done,
    /// Who asked for it took that back.
    Withdrawn,
    /// Its freeze is over.
    Expired,
}

impl FreezeBreak {
    /// Those who agree, or those who object.
    pub fn voters(&self, approving: bool) -> Vec<Account> {
        self.votes
            .iter()
            .filter(|(account, vote)| vote.approves == approving && **account != self.requested.by)
            .map(|(account, _)| account.clone())
            .collect()
    }

    /// Its state, counting the approvals of those who may give one now.
    pub fn standing(&self, directory: &Directory) -> Standing {
        if self.done.is_some() {
            return Standing::Done;
        }
        if self.withdrawn.is_some() {
            return Standing::Withdrawn;
        }
        if self.lasting.is_empty() {
            return Standing::Expired;
        }
        // An objection holds until it is known that it does not.
        let is_held = |by: &Account| directory.may_be_member(by, SYSADMIN_MAIN);
        if directory.objections_hold() && self.voters(false).iter().any(is_held) {
            return Standing::Held;
        }
        let counts = |by: &Account| is_main_or_releng(directory, by);
        match APPROVALS.saturating_sub(self.voters(true).into_iter().filter(counts).count()) {
            0 => Standing::Approved,
            more => Standing::Waiting { more },
        }
    }

    /// The same, without approvals that do not count now. One that is over keeps them all.
    #[must_use]
    pub fn as_it_counts(&self, directory: &Directory) -> Self {
        let mut counted = self.clone();
        if self.is_open() {
            counted
                .votes
                .retain(|account, vote| !vote.approves || is_main_or_releng(directory, account));
        }
        counted
    }

    /// When something was said or done about it last.
    pub fn last_moved(&self) -> DateTime<Utc> {
        let votes = self.votes.values().map(|vote| vote.at);
        let done = self.done.iter().map(|mark| mark.at);
        let withdrawn = self.withdrawn.iter().map(|withdrawal| withdrawal.at);
        let all = votes.chain(done).chain(withdrawn);
        all.fold(self.requested.at, DateTime::max)
    }

    /// Neither done, withdrawn nor expired.
    pub fn is_open(&self) -> bool {
        self.done.is_none() && self.withdrawn.is_none() && !self.lasting.is_empty()
    }
}

/// Every freeze break that there ever was, by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FreezeBreaks(BTreeMap<u32, FreezeBreak>);

impl FreezeBreaks {
    /// Applies an event. Never fails: an event about an unknown break changes nothing.
    pub fn apply(&mut self, number: u32, origin: &Origin, event: &BreakEvent) {
        let mark = Mark {
            by: origin.by.clone(),
            at: origin.at,
        };
        match event {
            BreakEvent::Requested { rfr, freezes, reason } => {
                self.0.entry(number).or_insert_with(|| FreezeBreak {
                    number,
                    rfr: *rfr,
                    freezes: freezes.clone(),
                    lasting: freezes.clone(),
                    reason: reason.clone(),
                    requested: mark,
                    votes: BTreeMap::new(),
                    done: None,
                    withdrawn: None,
                });
            }
            BreakEvent::Voted { approves, text } => {
                if let Some(found) = self.0.get_mut(&number) {
                    let vote = Vote {
                        approves: *approves,
                        text: text.clone(),
                        at: origin.at,
                    };
                    found.votes.extend(origin.by.person().map(|by| (by.clone(), vote)));
                }
            }
            BreakEvent::Done => {
                if let Some(found) = self.0.get_mut(&number) {
                    found.done.get_or_insert(mark);
                }
            }
            BreakEvent::Withdrawn { reason } => {
                if let Some(found) = self.0.get_mut(&number) {
                    let (at, reason) = (mark.at, reason.clone());
                    found.withdrawn.get_or_insert(Withdrawal { at, reason });
                }
            }
        }
    }

    /// A freeze was lifted: what was asked for it ends with it.
    pub fn freeze_lifted(&mut self, key: &FreezeKey) {
        for found in self.0.values_mut() {
            found.lasting.retain(|lasting| lasting != key);
        }
    }

    /// The number of the next one.
    pub fn next_number(&self) -> u32 {
        self.0.keys().next_back().map_or(1, |last| last + 1)
    }

    /// One of them.
    pub fn get(&self, number: u32) -> Option<&FreezeBreak> {
        self.0.get(&number)
    }

    /// All of them, oldest first.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &FreezeBreak> {
        self.0.values()
    }

    /// The newest one for an RFR that is neither done, withdrawn nor expired.
    pub fn open_for(&self, rfr: RfrId) -> Option<&FreezeBreak> {
        self.all().rev().find(|found| found.rfr == rfr && found.is_open())
    }

    /// The approved one that covers every freeze in force; `None` if nothing is in force.
    pub fn approved_for(
        &self,
        rfr: RfrId,
        book: &FreezeBook,
        directory: &Directory,
        now: DateTime<Utc>,
    ) -> Option<&FreezeBreak> {
        let in_force = book.in_force(now);
        self.all().find(|found| {
            found.rfr == rfr
                && found.standing(directory) == Standing::Approved
                && in_force.iter().all(|freeze| found.lasting.contains(&freeze.key))
        })
    }
}
