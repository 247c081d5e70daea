//! The stored forms of facts about freezes, freeze breaks, calendars and absences.

use super::names::{self, StoredName};
use super::plausible;
use crate::calendar::{Absence, AbsenceFact, DaySpan, FreezeFact, FreezeKey, Initiator};
use crate::people::Account;
use crate::rfr::RfrId;
use crate::rfr::freeze_break::BreakEvent;
use chrono::{DateTime, NaiveDate, Utc};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// Days from a first to a last one; the reverse order is refused.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct StoredSpan([NaiveDate; 2]);

impl<'de> Deserialize<'de> for StoredSpan {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let [from, to] = <[NaiveDate; 2]>::deserialize(deserializer)?.map(plausible::in_time);
        let (from, to) = (from?, to?);
        if from <= to {
            Ok(Self([from, to]))
        } else {
            Err(D::Error::custom(format!("{from} comes after {to}")))
        }
    }
}

impl From<DaySpan> for StoredSpan {
    fn from(span: DaySpan) -> Self {
        Self([span.from(), span.to()])
    }
}

impl From<StoredSpan> for DaySpan {
    fn from(StoredSpan([from, to]): StoredSpan) -> Self {
        Self::of(from, to)
    }
}

/// A window of an imported calendar.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredWindow {
    #[serde(with = "names")]
    name: FreezeKey,
    days: StoredSpan,
}

impl StoredWindow {
    pub(super) fn new((key, span): (&FreezeKey, &DaySpan)) -> Self {
        Self {
            name: key.clone(),
            days: (*span).into(),
        }
    }

    pub(super) fn into_parts(self) -> (FreezeKey, DaySpan) {
        (self.name, self.days.into())
    }
}

/// Somebody's absence in an imported calendar.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredAbsent {
    account: String,
    days: StoredSpan,
    note: String,
}

impl StoredAbsent {
    pub(super) fn new((account, absence): &(String, Absence)) -> Self {
        Self {
            account: account.clone(),
            days: absence.span.into(),
            note: absence.note.clone(),
        }
    }

    pub(super) fn into_parts(self) -> (String, Absence) {
        let absence = Absence {
            span: self.days.into(),
            note: self.note,
        };
        (self.account, absence)
    }
}

/// Who caused a fact: a person's account, or nobody.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Initiator", rename_all = "kebab-case")]
enum StoredCause {
    Person(#[serde(with = "names")] Account),
    Calendar,
    Flag,
}

/// Which window, when, and who said so.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WindowSaid {
    #[serde(with = "names")]
    name: FreezeKey,
    #[serde(deserialize_with = "plausible::moment")]
    at: DateTime<Utc>,
    #[serde(with = "StoredCause")]
    by: Initiator,
}

/// Mirrors [`FreezeFact`].
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(
    clippy::enum_variant_names,
    reason = "each kind of fact has a name of its own in the journal"
)]
pub(super) enum StoredFreeze {
    FreezeStarted(WindowSaid),
    FreezeLifted(WindowSaid),
    FreezeAdded { said: WindowSaid, days: StoredSpan },
    FreezeRemoved(WindowSaid),
    FreezeWordTakenBack(WindowSaid),
}

impl From<&FreezeFact> for StoredFreeze {
    fn from(fact: &FreezeFact) -> Self {
        let said = |name: &FreezeKey, at: &DateTime<Utc>, by: &Initiator| WindowSaid {
            name: name.clone(),
            at: *at,
            by: by.clone(),
        };
        match fact {
            FreezeFact::Started { key, at, by } => Self::FreezeStarted(said(key, at, by)),
            FreezeFact::Lifted { key, at, by } => Self::FreezeLifted(said(key, at, by)),
            FreezeFact::Added { key, span, at, by } => Self::FreezeAdded {
                said: said(key, at, by),
                days: (*span).into(),
            },
            FreezeFact::Removed { key, at, by } => Self::FreezeRemoved(said(key, at, by)),
            FreezeFact::WordTakenBack { key, at, by } => Self::FreezeWordTakenBack(said(key, at, by)),
        }
    }
}

impl From<StoredFreeze> for FreezeFact {
    fn from(stored: StoredFreeze) -> Self {
        match stored {
            StoredFreeze::FreezeStarted(WindowSaid { name: key, at, by }) => Self::Started { key, at, by },
            StoredFreeze::FreezeLifted(WindowSaid { name: key, at, by }) => Self::Lifted { key, at, by },
            StoredFreeze::FreezeAdded { said, days } => {
                let (WindowSaid { name: key, at, by }, span) = (said, days.into());
                Self::Added { key, span, at, by }
            }
            StoredFreeze::FreezeRemoved(WindowSaid { name: key, at, by }) => Self::Removed { key, at, by },
            StoredFreeze::FreezeWordTakenBack(WindowSaid { name: key, at, by }) => Self::WordTakenBack { key, at, by },
        }
    }
}

/// Mirrors [`AbsenceFact`].
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) enum StoredAbsence {
    Away {
        account: String,
        days: StoredSpan,
        note: String,
    },
    Back {
        account: String,
        day: NaiveDate,
    },
}

impl From<&AbsenceFact> for StoredAbsence {
    fn from(fact: &AbsenceFact) -> Self {
        match fact {
            AbsenceFact::Away { account, absence } => Self::Away {
                account: account.as_str().to_owned(),
                days: absence.span.into(),
                note: absence.note.clone(),
            },
            AbsenceFact::Back { account, day } => Self::Back {
                account: account.as_str().to_owned(),
                day: *day,
            },
        }
    }
}

impl From<StoredAbsence> for AbsenceFact {
    fn from(stored: StoredAbsence) -> Self {
        match stored {
            StoredAbsence::Away { account, days, note } => Self::Away {
                account: Account::new(&account),
                absence: Absence {
                    span: days.into(),
                    note,
                },
            },
            StoredAbsence::Back { account, day } => Self::Back {
                account: Account::new(&account),
                day,
            },
        }
    }
}

/// Mirrors [`BreakEvent`].
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[expect(
    clippy::enum_variant_names,
    reason = "each kind of fact has a name of its own in the journal"
)]
pub(super) enum StoredBreak {
    BreakRequested {
        rfr: u64,
        freezes: Vec<StoredName<FreezeKey>>,
        reason: String,
    },
    BreakVoted {
        approves: bool,
        text: String,
    },
    BreakDone,
    BreakWithdrawn {
        reason: String,
    },
}

impl From<&BreakEvent> for StoredBreak {
    fn from(event: &BreakEvent) -> Self {
        match event {
            BreakEvent::Requested { rfr, freezes, reason } => Self::BreakRequested {
                rfr: rfr.0,
                freezes: freezes.iter().cloned().map(StoredName).collect(),
                reason: reason.clone(),
            },
            BreakEvent::Voted { approves, text } => Self::BreakVoted {
                approves: *approves,
                text: text.clone(),
            },
            BreakEvent::Done => Self::BreakDone,
            BreakEvent::Withdrawn { reason } => Self::BreakWithdrawn { reason: reason.clone() },
        }
    }
}

impl From<StoredBreak> for BreakEvent {
    fn from(stored: StoredBreak) -> Self {
        match stored {
            StoredBreak::BreakRequested { rfr, freezes, reason } => Self::Requested {
                rfr: RfrId(rfr),
                freezes: freezes.into_iter().map(|StoredName(key)| key).collect(),
                reason,
            },
            StoredBreak::BreakVoted { approves, text } => Self::Voted { approves, text },
            StoredBreak::BreakDone => Self::Done,
            StoredBreak::BreakWithdrawn { reason } => Self::Withdrawn { reason },
        }
    }
}
