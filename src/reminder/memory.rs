//! Which reminders were sent, and what people said about being reminded: the facts, and the memory built from them.

use super::key::{Cause, ReminderKey};
use crate::people::Account;
use crate::rfr::RfrId;
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// Something that happened to reminders; never deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderFact {
    /// A reminder was sent.
    Made {
        /// Which.
        key: ReminderKey,
        /// When.
        at: DateTime<Utc>,
    },
    /// Somebody paused a reminder. A time in the past ends the pause.
    Snoozed {
        /// Which.
        what: Snoozable,
        /// Until when.
        until: DateTime<Utc>,
        /// Who.
        by: Account,
    },
    /// An RFR's reminders were stopped.
    Muted {
        /// Which.
        rfr: RfrId,
        /// The reason given.
        reason: String,
        /// Who said so.
        by: Account,
    },
    /// An RFR is no longer muted.
    Unmuted {
        /// Which.
        rfr: RfrId,
        /// Who said so.
        by: Account,
    },
    /// Somebody said how they want to be reminded.
    Preference {
        /// Who.
        account: Account,
        /// How.
        how: How,
        /// The network on which it was said: private reminders go there.
        network: String,
    },
    /// Somebody wants one-line answers, or no longer does.
    Short {
        /// Who.
        account: Account,
        /// From now on?
        on: bool,
    },
    /// A recurring post was sent.
    Posted {
        /// Its name in the config.
        recurring: String,
        /// Which of its occurrences.
        occurrence: DateTime<Utc>,
    },
}

impl ReminderFact {
    /// The RFR it is about.
    pub fn rfr(&self) -> Option<RfrId> {
        match self {
            Self::Made { key, .. } => key.cause.subject.rfr(),
            Self::Snoozed { what, .. } => Some(what.rfr()),
            Self::Muted { rfr, .. } | Self::Unmuted { rfr, .. } => Some(*rfr),
            Self::Preference { .. } | Self::Short { .. } | Self::Posted { .. } => None,
        }
    }
}

/// What can be snoozed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Snoozable {
    /// Everything about an RFR.
    Rfr(RfrId),
    /// One question of an RFR.
    Question(RfrId, u32),
}

impl Snoozable {
    /// The RFR it belongs to.
    pub fn rfr(self) -> RfrId {
        match self {
            Self::Rfr(id) | Self::Question(id, _) => id,
        }
    }
}

/// How somebody wants to be reminded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// Named in the room, without a mention.
    #[default]
    Off,
    /// Mentioned in the room.
    On,
    /// In private, in addition to the room.
    Dm,
}

impl How {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Off, Self::On, Self::Dm];

    /// The word that people type.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::On => "on",
            Self::Dm => "dm",
        }
    }

    /// The way of that name; case does not matter.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|how| how.name().eq_ignore_ascii_case(word))
    }
}

/// A snooze.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snooze {
    /// Until when.
    pub until: DateTime<Utc>,
    /// Who wanted it.
    pub by: Account,
}

/// A mute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mute {
    /// The reason given.
    pub reason: String,
    /// Who wanted it.
    pub by: Account,
}

/// Everything that reminders must remember; built only from facts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReminderMemory {
    made: BTreeMap<Cause, BTreeMap<u32, DateTime<Utc>>>,
    snoozes: BTreeMap<Snoozable, Snooze>,
    mutes: BTreeMap<RfrId, Mute>,
    preferences: BTreeMap<Account, (How, String)>,
    short: BTreeSet<Account>,
    posted: BTreeMap<String, BTreeSet<DateTime<Utc>>>,
}

impl ReminderMemory {
    /// Applies a fact. Never decides, never fails.
    pub fn apply(&mut self, fact: &ReminderFact) {
        match fact {
            ReminderFact::Made { key, at } => {
                let numbers = self.made.entry(key.cause.clone()).or_default();
                numbers.entry(key.number).or_insert(*at);
            }
            ReminderFact::Snoozed { what, until, by } => {
                let (until, by) = (*until, by.clone());
                self.snoozes.insert(*what, Snooze { until, by });
            }
            ReminderFact::Muted { rfr, reason, by } => {
                let (reason, by) = (reason.clone(), by.clone());
                self.mutes.insert(*rfr, Mute { reason, by });
            }
            ReminderFact::Unmuted { rfr, by: _ } => {
                self.mutes.remove(rfr);
            }
            ReminderFact::Preference { account, how, network } => {
                self.preferences.insert(account.clone(), (*how, network.clone()));
            }
            ReminderFact::Short { account, on: true } => {
                self.short.insert(account.clone());
            }
            ReminderFact::Short { account, on: false } => {
                self.short.remove(account);
            }
            ReminderFact::Posted { recurring, occurrence } => {
                // All are kept: a clock can be set back by any amount, and ten years of a daily post take 50 kB.
                self.posted.entry(recurring.clone()).or_default().insert(*occurrence);
            }
        }
    }

    /// Forgets reminders, snoozes and mutes of all other RFRs, to bound memory: ended ones bring no reminders. When one
    /// is reopened, its facts must be applied again.
    pub fn keep_only(&mut self, wanted: impl Fn(RfrId) -> bool) {
        self.made.retain(|cause, _| cause.subject.rfr().is_none_or(&wanted));
        self.mutes.retain(|id, _| wanted(*id));
        self.snoozes.retain(|what, _| wanted(what.rfr()));
    }

    /// When that reminder was sent.
    pub fn made(&self, cause: &Cause, number: u32) -> Option<DateTime<Utc>> {
        self.made.get(cause)?.get(&number).copied()
    }

    /// Why the RFR is muted, if it is.
    pub fn mute(&self, rfr: RfrId) -> Option<&Mute> {
        self.mutes.get(&rfr)
    }

    /// The last snooze of something, even if it is over.
    pub fn snooze(&self, what: Snoozable) -> Option<&Snooze> {
        self.snoozes.get(&what)
    }

    /// How somebody wants to be reminded.
    pub fn preference(&self, account: &Account) -> How {
        self.preferences.get(account).map(|(how, _)| *how).unwrap_or_default()
    }

    /// Does somebody want one-line answers?
    pub fn is_short(&self, account: &Account) -> bool {
        self.short.contains(account)
    }

    /// When somebody was reminded of a cause last, up to a moment.
    pub fn reminded_at(&self, cause: &Cause, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.last_made(cause, now)
    }

    /// When the last recurring post was made before a moment.
    pub fn last_posted(&self, before: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let last = |posted: &BTreeSet<DateTime<Utc>>| posted.range(..before).next_back().copied();
        self.posted.values().filter_map(last).max()
    }

    /// How somebody said to be reminded; `None` if they never said so.
    pub fn said_preference(&self, account: &Account) -> Option<How> {
        self.preferences.get(account).map(|(how, _)| *how)
    }

    /// The network on which somebody said how they want to be reminded.
    pub fn reached_on(&self, account: &Account) -> Option<&str> {
        self.preferences.get(account).map(|(_, network)| network.as_str())
    }

    /// The first occurrence of a recurring post, from a given one on, that was sent.
    pub(super) fn first_posted(&self, recurring: &str, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.posted.get(recurring)?.range(from..).next().copied()
    }

    /// When the last reminder of a cause was sent, up to a moment.
    pub(super) fn last_made(&self, cause: &Cause, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.times(cause).filter(|at| *at <= now).max()
    }

    /// Was a reminder of that cause sent shortly after this moment? That happens when a clock was set back.
    pub(super) fn made_just_after(&self, cause: &Cause, now: DateTime<Utc>, within: TimeDelta) -> bool {
        self.times(cause).any(|at| at > now && at - now <= within)
    }

    /// When each RFR was mentioned.
    pub(super) fn mentions(&self) -> impl Iterator<Item = (Option<RfrId>, DateTime<Utc>)> {
        self.made
            .iter()
            .flat_map(|(cause, numbers)| numbers.values().map(|at| (cause.subject.rfr(), *at)))
    }

    fn times(&self, cause: &Cause) -> impl Iterator<Item = DateTime<Utc>> {
        self.made
            .get(cause)
            .into_iter()
            .flat_map(|numbers| numbers.values())
            .copied()
    }
}
