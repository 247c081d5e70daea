//! Orders about freezes and absences: what would happen, that it is already so, or why not.

use super::absence::{Absence, AbsenceFact, Absences};
use super::book::{FreezeBook, FreezeFact, FreezeMark, Initiator, Word};
use super::window::{DaySpan, FreezeKey};
use crate::decision::Decision;
use crate::people::{Authorised, Right};
use chrono::{DateTime, NaiveDate, Utc};

/// A change to a freeze.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FreezeChange {
    /// Start it; `None`: the only possible one.
    Start(Option<FreezeKey>),
    /// Lift it; `None`: the only one in force.
    Lift(Option<FreezeKey>),
    /// Announce one.
    Add {
        /// Its name.
        key: FreezeKey,
        /// Its days.
        span: DaySpan,
    },
    /// There will be no freeze of that name.
    Remove(FreezeKey),
}

impl FreezeChange {
    /// The right that this needs.
    pub fn right(&self) -> Right {
        match self {
            Self::Start(_) | Self::Lift(_) | Self::Add { .. } | Self::Remove(_) => Right::MainOrReleng,
        }
    }
}

/// Why a change to a freeze would change nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FreezeAlready {
    /// It is in force.
    Started {
        /// Which.
        key: FreezeKey,
        /// Since when, and who said so.
        since: FreezeMark,
    },
    /// It is not in force.
    NotInForce(FreezeKey),
    /// A person set these days before.
    Added {
        /// Which.
        key: FreezeKey,
        /// Its days.
        span: DaySpan,
    },
    /// Nobody predicts it.
    NotPredicted(FreezeKey),
}

/// Why a change to a freeze is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FreezeRefusal {
    /// Nobody knows a freeze of that name.
    Unknown(FreezeKey),
    /// Several freezes are possible, or none.
    WhichFreeze {
        /// The change to it.
        to: StartOrLift,
        /// The possible ones.
        candidates: Vec<FreezeKey>,
    },
    /// It is in force; only a lift ends that.
    InForce(FreezeKey),
    /// The days are in the past.
    DaysOver(DaySpan),
}

/// A change to a freeze that need not be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StartOrLift {
    /// It starts.
    Start,
    /// It is lifted.
    Lift,
}

/// Decides a change to a freeze.
pub fn decide_freeze(
    change: &Authorised<FreezeChange>,
    book: &FreezeBook,
    now: DateTime<Utc>,
) -> Result<Decision<FreezeFact, FreezeAlready>, FreezeRefusal> {
    let by = Initiator::Person(change.by().account().clone());
    let decision = match change.what() {
        FreezeChange::Start(key) => start(key.as_ref(), by, book, now)?,
        FreezeChange::Lift(key) => lift(key.as_ref(), by, book, now)?,
        FreezeChange::Add { key, span } => add(key, *span, by, book, now)?,
        FreezeChange::Remove(key) => remove(key, by, book, now)?,
    };
    Ok(match decision {
        Ok(fact) => Decision::Events(vec![fact]),
        Err(already) => Decision::Already(already),
    })
}

/// The fact, or that it is already so.
type OneFact = Result<Result<FreezeFact, FreezeAlready>, FreezeRefusal>;

fn start(key: Option<&FreezeKey>, by: Initiator, book: &FreezeBook, now: DateTime<Utc>) -> OneFact {
    let in_force = book.in_force(now);
    let key = if let Some(key) = key {
        key.clone()
    } else {
        let due: Vec<FreezeKey> = book.start_due(now).into_iter().map(|due| due.key).collect();
        match (due.as_slice(), in_force.as_slice()) {
            ([key], _) => key.clone(),
            ([], [freeze]) => freeze.key.clone(),
            (_, _) => {
                return Err(FreezeRefusal::WhichFreeze {
                    to: StartOrLift::Start,
                    candidates: due,
                });
            }
        }
    };
    if let Some(freeze) = in_force.into_iter().find(|freeze| freeze.key == key) {
        let since = freeze.since;
        return Ok(Err(FreezeAlready::Started { key, since }));
    }
    if book.state(&key).is_none() {
        let coming = book.windows().into_iter().filter(|window| {
            window
                .predicted
                .is_some_and(|prediction| prediction.span.to() >= now.date_naive())
        });
        let candidates = begins_with(&key, coming.map(|window| window.key));
        return Err(if candidates.is_empty() {
            FreezeRefusal::Unknown(key)
        } else {
            FreezeRefusal::WhichFreeze {
                to: StartOrLift::Start,
                candidates,
            }
        });
    }
    Ok(Ok(FreezeFact::Started { key, at: now, by }))
}

fn lift(key: Option<&FreezeKey>, by: Initiator, book: &FreezeBook, now: DateTime<Utc>) -> OneFact {
    let in_force: Vec<FreezeKey> = book.in_force(now).into_iter().map(|freeze| freeze.key).collect();
    let key = match (key, in_force.as_slice()) {
        (Some(key), in_force) if !in_force.contains(key) => {
            let candidates = begins_with(key, in_force.iter().cloned());
            if candidates.is_empty() {
                return Ok(Err(match book.predicted(key) {
                    Some(_) => FreezeAlready::NotInForce(key.clone()),
                    None => FreezeAlready::NotPredicted(key.clone()),
                }));
            }
            return Err(FreezeRefusal::WhichFreeze {
                to: StartOrLift::Lift,
                candidates,
            });
        }
        (Some(key), _) | (None, [key]) => key.clone(),
        (None, _) => {
            return Err(FreezeRefusal::WhichFreeze {
                to: StartOrLift::Lift,
                candidates: in_force,
            });
        }
    };
    Ok(Ok(FreezeFact::Lifted { key, at: now, by }))
}

/// Those that may be meant by the beginning of their name: `F45` by `F45 beta`.
fn begins_with(key: &FreezeKey, all: impl Iterator<Item = FreezeKey>) -> Vec<FreezeKey> {
    let beginning = format!("{key} ");
    all.filter(|other| other.to_string().starts_with(&beginning)).collect()
}

fn add(key: &FreezeKey, span: DaySpan, by: Initiator, book: &FreezeBook, now: DateTime<Utc>) -> OneFact {
    if span.to() < now.date_naive() {
        return Err(FreezeRefusal::DaysOver(span));
    }
    let key = key.clone();
    if matches!(book.word(&key), Some(Word::Added { span: said, .. }) if *said == span) {
        return Ok(Err(FreezeAlready::Added { key, span }));
    }
    Ok(Ok(FreezeFact::Added { key, span, at: now, by }))
}

fn remove(key: &FreezeKey, by: Initiator, book: &FreezeBook, now: DateTime<Utc>) -> OneFact {
    let key = key.clone();
    if book.in_force(now).iter().any(|freeze| freeze.key == key) {
        return Err(FreezeRefusal::InForce(key));
    }
    if book.predicted(&key).is_none() {
        return Ok(Err(FreezeAlready::NotPredicted(key)));
    }
    Ok(Ok(FreezeFact::Removed { key, at: now, by }))
}

/// Something somebody says about their presence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AbsenceChange {
    /// The speaker will be away.
    Away(Absence),
    /// The speaker is back.
    Back,
    /// The speaker will not be away after all: takes the next absence back that has not begun.
    Cancel,
}

impl AbsenceChange {
    /// The right that this needs.
    pub fn right(&self) -> Right {
        match self {
            Self::Away(_) | Self::Back | Self::Cancel => Right::Person,
        }
    }
}

/// Why a statement about an absence would change nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbsenceAlready {
    /// The absence on these days is already known.
    Away(DaySpan),
    /// The speaker is not away; what is planned, if anything.
    NotAway(Option<DaySpan>),
    /// The speaker has no absence planned; the one that runs, if any.
    NothingPlanned(Option<DaySpan>),
}

/// Why an absence is not recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbsenceRefusal {
    /// The days are in the past.
    DaysOver(DaySpan),
}

/// Decides what somebody says about their own absence.
pub fn decide_absence(
    change: &Authorised<AbsenceChange>,
    absences: &Absences,
    today: NaiveDate,
) -> Result<Decision<AbsenceFact, AbsenceAlready>, AbsenceRefusal> {
    let account = change.by().account().clone();
    let known = absences.of(account.as_str());
    let running = known.iter().find(|absence| absence.span.covers(today));
    let planned = known.iter().find(|absence| absence.span.from() > today);
    let back = |day: NaiveDate| AbsenceFact::Back {
        account: account.clone(),
        day,
    };
    Ok(Decision::Events(match change.what() {
        AbsenceChange::Away(absence) => {
            let span = absence.span;
            if span.to() < today {
                return Err(AbsenceRefusal::DaysOver(span));
            }
            let is_said =
                |known: &Absence| known.span == span && (absence.note.is_empty() || known.note == absence.note);
            if known.iter().any(is_said) {
                return Ok(Decision::Already(AbsenceAlready::Away(span)));
            }
            // It replaces what it overlaps, but for the days before it of an absence that has begun.
            let overlapping = known
                .iter()
                .filter(|known| known.span.from() <= span.to() && span.from() <= known.span.to());
            let mut facts: Vec<AbsenceFact> = overlapping
                .map(|known| {
                    if known.span.from() > today {
                        back(known.span.from())
                    } else {
                        back(known.span.from().max(span.from()))
                    }
                })
                .collect();
            facts.dedup();
            facts.push(AbsenceFact::Away {
                account: account.clone(),
                absence: absence.clone(),
            });
            facts
        }
        AbsenceChange::Back => match running {
            Some(_) => vec![back(today)],
            None => {
                let planned = planned.map(|absence| absence.span);
                return Ok(Decision::Already(AbsenceAlready::NotAway(planned)));
            }
        },
        AbsenceChange::Cancel => match planned {
            Some(absence) => vec![back(absence.span.from())],
            None => {
                let running = running.map(|absence| absence.span);
                return Ok(Decision::Already(AbsenceAlready::NothingPlanned(running)));
            }
        },
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{Account, Directory, Identity, Relation, SYSADMIN_RELENG, authorise};

    fn may<T>(what: T, right: Right) -> Authorised<T> {
        let mut directory = Directory::new();
        directory.add_member(SYSADMIN_RELENG, &Account::new("kevin"));
        let console = Identity::Console {
            account: "kevin".to_owned(),
        };
        let kevin = directory.identify(&console).expect("the console names its person");
        authorise(&directory, right, &kevin, Relation::default(), what).expect("kevin is in releng")
    }

    fn at(text: &str) -> DateTime<Utc> {
        format!("{text}T12:00:00Z").parse().expect("a time")
    }

    fn key(name: &str) -> FreezeKey {
        FreezeKey::from_name(name).expect("a key")
    }

    fn span(from: &str, to: &str) -> DaySpan {
        let day = |text: &str| text.parse().expect("a date");
        DaySpan::new(day(from), day(to)).expect("a span")
    }

    /// Decides a change to a freeze, and applies the result.
    fn ordered(
        book: &mut FreezeBook,
        change: FreezeChange,
        day: &str,
    ) -> Result<Decision<FreezeFact, FreezeAlready>, FreezeRefusal> {
        let right = change.right();
        let decision = decide_freeze(&may(change, right), book, at(day));
        if let Ok(Decision::Events(facts)) = &decision {
            for fact in facts {
                book.apply(fact);
            }
        }
        decision
    }

    #[test]
    fn a_freeze_starts_once_and_is_lifted_once() {
        let beta = key("F45 beta");
        let mut book = FreezeBook::default();
        let start = FreezeChange::Start(Some(beta.clone()));
        assert_eq!(
            ordered(&mut book, start.clone(), "2026-08-25"),
            Err(FreezeRefusal::Unknown(beta.clone()))
        );
        let add = FreezeChange::Add {
            key: beta.clone(),
            span: span("2026-08-25", "2026-09-16"),
        };
        assert!(matches!(
            ordered(&mut book, add.clone(), "2026-08-01"),
            Ok(Decision::Events(_))
        ));
        assert!(matches!(
            ordered(&mut book, add, "2026-08-02"),
            Ok(Decision::Already(FreezeAlready::Added { .. }))
        ));
        // Without a name, it is the one whose day has come.
        let Ok(Decision::Events(facts)) = ordered(&mut book, FreezeChange::Start(None), "2026-08-25") else {
            panic!("it starts");
        };
        let by = Initiator::Person(Account::new("kevin"));
        let (now, is_beta) = (at("2026-08-25"), beta.clone());
        assert_eq!(
            facts,
            [FreezeFact::Started {
                key: is_beta,
                at: now,
                by
            }]
        );
        assert!(matches!(
            ordered(&mut book, start, "2026-08-26"),
            Ok(Decision::Already(FreezeAlready::Started { .. }))
        ));
        assert_eq!(
            ordered(&mut book, FreezeChange::Remove(beta.clone()), "2026-08-26"),
            Err(FreezeRefusal::InForce(beta.clone()))
        );
        assert!(matches!(
            ordered(&mut book, FreezeChange::Lift(None), "2026-09-16"),
            Ok(Decision::Events(_))
        ));
        assert_eq!(
            ordered(&mut book, FreezeChange::Lift(Some(beta.clone())), "2026-09-17"),
            Ok(Decision::Already(FreezeAlready::NotInForce(beta)))
        );
    }

    #[test]
    fn a_freeze_that_is_not_named_must_be_the_only_one() {
        let mut book = FreezeBook::default();
        let nothing = |to| FreezeRefusal::WhichFreeze {
            to,
            candidates: Vec::new(),
        };
        assert_eq!(
            ordered(&mut book, FreezeChange::Start(None), "2026-08-25"),
            Err(nothing(StartOrLift::Start))
        );
        assert_eq!(
            ordered(&mut book, FreezeChange::Lift(None), "2026-08-25"),
            Err(nothing(StartOrLift::Lift))
        );
        for name in ["F45 beta", "a fire"] {
            let add = FreezeChange::Add {
                key: key(name),
                span: span("2026-08-25", "2026-09-16"),
            };
            ordered(&mut book, add, "2026-08-01").expect("it is added");
        }
        let Err(FreezeRefusal::WhichFreeze { candidates, .. }) =
            ordered(&mut book, FreezeChange::Start(None), "2026-08-25")
        else {
            panic!("two could be meant");
        };
        assert_eq!(candidates, [key("F45 beta"), key("a fire")]);
    }

    #[test]
    fn days_that_are_over_are_not_recorded_and_what_nobody_predicts_is_not_removed() {
        let mut book = FreezeBook::default();
        let over = span("2026-08-01", "2026-08-02");
        let add = FreezeChange::Add {
            key: key("a fire"),
            span: over,
        };
        assert_eq!(
            ordered(&mut book, add, "2026-08-03"),
            Err(FreezeRefusal::DaysOver(over))
        );
        assert_eq!(
            ordered(&mut book, FreezeChange::Remove(key("a fire")), "2026-08-03"),
            Ok(Decision::Already(FreezeAlready::NotPredicted(key("a fire"))))
        );
        let away = AbsenceChange::Away(Absence {
            span: over,
            note: String::new(),
        });
        let today = at("2026-08-03").date_naive();
        assert_eq!(
            decide_absence(&may(away, Right::Person), &Absences::default(), today),
            Err(AbsenceRefusal::DaysOver(over))
        );
    }

    #[test]
    fn who_is_back_ends_the_absence_of_today_or_takes_the_next_one_back() {
        let mut absences = Absences::default();
        let said = |absences: &mut Absences, change: AbsenceChange, day: &str| {
            let decision = decide_absence(&may(change, Right::Person), absences, at(day).date_naive());
            if let Ok(Decision::Events(facts)) = &decision {
                for fact in facts {
                    absences.apply(fact);
                }
            }
            decision.expect("nothing here is refused")
        };
        let away = |note: &str| {
            AbsenceChange::Away(Absence {
                span: span("2026-12-20", "2027-01-03"),
                note: note.to_owned(),
            })
        };
        let not_away = |planned| Decision::Already(AbsenceAlready::NotAway(planned));
        assert_eq!(said(&mut absences, AbsenceChange::Back, "2026-12-01"), not_away(None));
        assert!(matches!(
            said(&mut absences, away("skiing"), "2026-12-01"),
            Decision::Events(_)
        ));
        assert!(matches!(
            said(&mut absences, away(""), "2026-12-01"),
            Decision::Already(_)
        ));
        assert!(matches!(
            said(&mut absences, away("sailing"), "2026-12-01"),
            Decision::Events(_)
        ));
        let planned = Some(span("2026-12-20", "2027-01-03"));
        assert_eq!(
            said(&mut absences, AbsenceChange::Back, "2026-12-10"),
            not_away(planned)
        );
        let Decision::Events(facts) = said(&mut absences, AbsenceChange::Cancel, "2026-12-10") else {
            panic!("the coming absence is taken back");
        };
        let (account, day) = (Account::new("kevin"), at("2026-12-20").date_naive());
        assert_eq!(facts, [AbsenceFact::Back { account, day }]);
        assert_eq!(said(&mut absences, AbsenceChange::Back, "2026-12-20"), not_away(None));
    }
}
