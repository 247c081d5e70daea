//! The identity of a reminder, so that each is sent exactly once.
//!
//! A [`ReminderKey`] has a stable text form for records: `silent 2 2026-03-02T10:00:00Z rfr 12`.

use crate::rfr::RfrId;
use chrono::{DateTime, SubsecRound, Utc};
use std::fmt;
use std::str::FromStr;

/// What people are reminded of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReminderKind {
    /// A question has been open for long.
    OpenQuestion,
    /// Everything for the gate is met but the sponsor's sign-off.
    SignOff,
    /// Somebody was asked to sponsor and has not answered.
    SponsorAsked,
    /// Nobody sponsors it and nobody was asked.
    NoSponsor,
    /// Nothing has happened for long.
    Silent,
    /// The day of deployment is near or has come.
    Deployment,
    /// The day of deployment has passed.
    DeploymentOverdue,
    /// A freeze is near.
    FreezeSoon,
    /// The predicted start of a freeze has come, and nobody has started it.
    FreezeStart,
    /// The predicted end of a freeze has passed, and nobody has lifted it.
    FreezeOverdue,
    /// The development instance is older than its limit.
    DevInstance,
    /// Only one person works on it.
    OnePerson,
    /// The sponsor is no longer in the group that sponsors.
    SponsorLeft,
    /// It has been on hold for long.
    Hold,
    /// Nobody has looked after it in maintenance for a year.
    Upkeep,
}

impl ReminderKind {
    /// Every kind.
    pub const ALL: [Self; 15] = [
        Self::OpenQuestion,
        Self::SignOff,
        Self::SponsorAsked,
        Self::NoSponsor,
        Self::Silent,
        Self::Deployment,
        Self::DeploymentOverdue,
        Self::FreezeSoon,
        Self::FreezeStart,
        Self::FreezeOverdue,
        Self::DevInstance,
        Self::OnePerson,
        Self::SponsorLeft,
        Self::Hold,
        Self::Upkeep,
    ];

    /// The name in config and records.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OpenQuestion => "open-question",
            Self::SignOff => "sign-off",
            Self::SponsorAsked => "sponsor-asked",
            Self::NoSponsor => "no-sponsor",
            Self::Silent => "silent",
            Self::Deployment => "deployment",
            Self::DeploymentOverdue => "deployment-overdue",
            Self::FreezeSoon => "freeze-soon",
            Self::FreezeStart => "freeze-start",
            Self::FreezeOverdue => "freeze-overdue",
            Self::DevInstance => "dev-instance",
            Self::OnePerson => "one-person",
            Self::SponsorLeft => "sponsor-left",
            Self::Hold => "hold",
            Self::Upkeep => "upkeep",
        }
    }

    /// The kind of that exact name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Is it about a day that will not wait? Then no budget holds it back.
    pub const fn is_dated(self) -> bool {
        match self {
            Self::Deployment | Self::FreezeSoon | Self::FreezeStart => true,
            Self::OpenQuestion
            | Self::SignOff
            | Self::SponsorAsked
            | Self::NoSponsor
            | Self::Silent
            | Self::DeploymentOverdue
            | Self::FreezeOverdue
            | Self::DevInstance
            | Self::OnePerson
            | Self::SponsorLeft
            | Self::Hold
            | Self::Upkeep => false,
        }
    }
}

impl fmt::Display for ReminderKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// What a reminder is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReminderSubject {
    /// An RFR.
    Rfr(RfrId),
    /// A question of an RFR, by its number.
    Question(RfrId, u32),
    /// A freeze, by its name.
    Freeze(String),
}

impl ReminderSubject {
    /// The RFR it belongs to.
    pub fn rfr(&self) -> Option<RfrId> {
        match self {
            Self::Rfr(id) | Self::Question(id, _) => Some(*id),
            Self::Freeze(_) => None,
        }
    }
}

/// `rfr 12`, `question 12 3`, `freeze F45 beta`.
impl fmt::Display for ReminderSubject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rfr(RfrId(id)) => write!(f, "rfr {id}"),
            Self::Question(RfrId(id), number) => write!(f, "question {id} {number}"),
            Self::Freeze(name) => write!(f, "freeze {name}"),
        }
    }
}

/// Why people are reminded: a state of affairs that began at some time. Acting on it ends it; if it begins again later,
/// that is another cause.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cause {
    /// What kind of reminder it brings.
    pub kind: ReminderKind,
    /// What it is about.
    pub subject: ReminderSubject,
    /// When it began, to the second.
    pub since: DateTime<Utc>,
}

impl Cause {
    /// A cause that began at that time. Fractions of a second are cut, because records might not keep them.
    pub fn new(kind: ReminderKind, subject: ReminderSubject, since: DateTime<Utc>) -> Self {
        let since = since.trunc_subsecs(0);
        Self { kind, subject, since }
    }
}

/// One reminder among those of its cause.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReminderKey {
    /// The reason.
    pub cause: Cause,
    /// Its number, from 1; in a countdown, the number of days left.
    pub number: u32,
}

impl fmt::Display for ReminderKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Cause { kind, subject, since } = &self.cause;
        write!(
            f,
            "{kind} {} {} {subject}",
            self.number,
            since.format("%Y-%m-%dT%H:%M:%SZ")
        )
    }
}

/// A text that is not a reminder's key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no reminder's key; one looks like `silent 2 2026-03-02T10:00:00Z rfr 12`")]
pub struct NoKey(pub String);

impl FromStr for ReminderKey {
    type Err = NoKey;

    fn from_str(text: &str) -> Result<Self, NoKey> {
        read(text).ok_or_else(|| NoKey(text.to_owned()))
    }
}

fn read(text: &str) -> Option<ReminderKey> {
    let mut parts = text.splitn(5, ' ');
    let kind = ReminderKind::from_name(parts.next()?)?;
    let number = parts.next()?.parse().ok()?;
    let since = parts.next()?.parse().ok()?;
    let subject = match (parts.next()?, parts.next()?) {
        ("rfr", id) => ReminderSubject::Rfr(RfrId(id.parse().ok()?)),
        ("question", numbers) => {
            let (id, question) = numbers.split_once(' ')?;
            ReminderSubject::Question(RfrId(id.parse().ok()?), question.parse().ok()?)
        }
        ("freeze", name) => ReminderSubject::Freeze(name.to_owned()),
        _ => return None,
    };
    let cause = Cause::new(kind, subject, since);
    Some(ReminderKey { cause, number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_back_from_its_text() {
        let since = "2026-03-02T10:00:00.75Z".parse().expect("a time");
        for kind in ReminderKind::ALL {
            assert_eq!(ReminderKind::from_name(kind.name()), Some(kind));
            for subject in [
                ReminderSubject::Rfr(RfrId(12)),
                ReminderSubject::Question(RfrId(12), 3),
                ReminderSubject::Freeze("F45 beta, moved  twice".to_owned()),
            ] {
                let key = ReminderKey {
                    cause: Cause::new(kind, subject, since),
                    number: 2,
                };
                assert_eq!(key.to_string().parse(), Ok(key.clone()), "{key}");
            }
        }
        let key: ReminderKey = "silent 2 2026-03-02T10:00:00Z rfr 12".parse().expect("a key");
        assert_eq!(key.to_string(), "silent 2 2026-03-02T10:00:00Z rfr 12");
        for text in [
            "",
            "silent",
            "silent 2 yesterday rfr 12",
            "loud 2 2026-03-02T10:00:00Z rfr 12",
        ] {
            assert_eq!(text.parse::<ReminderKey>(), Err(NoKey(text.to_owned())));
        }
    }
}
