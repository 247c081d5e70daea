//! Orders about reminders: what would happen, that it is already so, or why not.

use super::{Hours, How, Mute, ReminderFact, ReminderMemory, Snoozable};
use crate::decision::Decision;
use crate::people::{Account, Authorised, Right};
use crate::rfr::Rfr;
use chrono::NaiveDate;

/// Something somebody says about being reminded.
#[derive(Clone, Copy, Debug)]
pub enum ReminderChange<'a> {
    /// How the speaker wants to be reminded.
    Remind {
        /// How.
        how: How,
        /// The network on which it is said.
        network: &'a str,
    },
    /// Whether the speaker wants one-line answers.
    Short(bool),
    /// When to remind people of an RFR.
    About {
        /// Which.
        rfr: &'a Rfr,
        /// When.
        what: &'a Quiet,
    },
}

/// What somebody says about reminders for one RFR.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Quiet {
    /// No reminders for it, or for one of its questions, until a day.
    Snooze {
        /// Which of its questions; `None`: everything about it.
        question: Option<u32>,
        /// The first day on which reminders resume.
        until: NaiveDate,
    },
    /// No more reminders for it.
    Mute {
        /// Why.
        reason: String,
    },
    /// It is no longer muted.
    Unmute,
}

impl ReminderChange<'_> {
    /// The right that this needs.
    pub fn right(&self) -> Right {
        match self {
            Self::Remind { .. } | Self::Short(_) => Right::Person,
            Self::About { .. } => Right::Involved,
        }
    }

    /// The RFR that it is about.
    pub fn rfr(&self) -> Option<&Rfr> {
        match self {
            Self::Remind { .. } | Self::Short(_) => None,
            Self::About { rfr, .. } => Some(rfr),
        }
    }
}

/// Why a statement about reminders would change nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderAlready {
    /// The speaker is reminded this way already.
    Reminded(How),
    /// The speaker is answered that way already.
    Short(bool),
    /// It is snoozed until that day.
    Snoozed {
        /// Which question; `None`: everything.
        question: Option<u32>,
        /// The first day on which reminders resume.
        until: NaiveDate,
    },
    /// It is muted, for the same reason.
    Muted(Mute),
    /// It is not muted.
    NotMuted,
}

/// Why nothing is changed about reminders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderRefusal {
    /// The config has no reminders.
    Off,
    /// The RFR of that name has ended.
    NotOpen(String),
    /// The RFR of that name has no open question of that number.
    NoOpenQuestion(String, u32),
}

/// Decides what somebody says about being reminded. `hours` are those in which people are reminded, `None` if the
/// config has no reminders.
pub fn decide(
    change: &Authorised<ReminderChange<'_>>,
    memory: &ReminderMemory,
    hours: Option<&Hours>,
) -> Result<Decision<ReminderFact, ReminderAlready>, ReminderRefusal> {
    let by = change.by().account();
    let fact = match *change.what() {
        ReminderChange::Remind { how, network } => remind(how, network, by, memory),
        ReminderChange::Short(on) if memory.is_short(by) == on => Err(ReminderAlready::Short(on)),
        ReminderChange::Short(on) => Ok(ReminderFact::Short {
            account: by.clone(),
            on,
        }),
        ReminderChange::About { rfr, what } => {
            let hours = hours.ok_or(ReminderRefusal::Off)?;
            about(rfr, what, by, memory, hours)?
        }
    };
    Ok(match fact {
        Ok(fact) => Decision::Events(vec![fact]),
        Err(already) => Decision::Already(already),
    })
}

fn remind(how: How, network: &str, by: &Account, memory: &ReminderMemory) -> Result<ReminderFact, ReminderAlready> {
    let same_network = how != How::Dm || memory.reached_on(by) == Some(network);
    if memory.said_preference(by) == Some(how) && same_network {
        return Err(ReminderAlready::Reminded(how));
    }
    Ok(ReminderFact::Preference {
        account: by.clone(),
        how,
        network: network.to_owned(),
    })
}

fn about(
    rfr: &Rfr,
    what: &Quiet,
    by: &Account,
    memory: &ReminderMemory,
    hours: &Hours,
) -> Result<Result<ReminderFact, ReminderAlready>, ReminderRefusal> {
    if !rfr.is_open() && !rfr.is_maintained() {
        return Err(ReminderRefusal::NotOpen(rfr.name.clone()));
    }
    let (id, by) = (rfr.id, by.clone());
    Ok(match what {
        Quiet::Snooze { question, until } => {
            let what = match *question {
                None => Snoozable::Rfr(id),
                Some(number) if rfr.open_questions().any(|open| open.number == number) => {
                    Snoozable::Question(id, number)
                }
                Some(number) => return Err(ReminderRefusal::NoOpenQuestion(rfr.name.clone(), number)),
            };
            let (question, day) = (*question, *until);
            let until = hours.start_of(day);
            if memory.snooze(what).is_some_and(|known| known.until == until) {
                Err(ReminderAlready::Snoozed { question, until: day })
            } else {
                Ok(ReminderFact::Snoozed { what, until, by })
            }
        }
        Quiet::Mute { reason } => match memory.mute(id) {
            Some(mute) if mute.reason == *reason => Err(ReminderAlready::Muted(mute.clone())),
            Some(_) | None => {
                let reason = reason.clone();
                Ok(ReminderFact::Muted { rfr: id, reason, by })
            }
        },
        Quiet::Unmute if memory.mute(id).is_none() => Err(ReminderAlready::NotMuted),
        Quiet::Unmute => Ok(ReminderFact::Unmuted { rfr: id, by }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rfr::tests::{badges, may, members};
    use crate::rfr::{Ending, RfrEvent};

    /// Decides a word of ralph's, and applies the result.
    fn said(
        memory: &mut ReminderMemory,
        change: ReminderChange<'_>,
    ) -> Result<Decision<ReminderFact, ReminderAlready>, ReminderRefusal> {
        let change = may(&members(&[]), "ralph", change.right(), change);
        let decision = decide(&change, memory, Some(&Hours::default()));
        if let Ok(Decision::Events(facts)) = &decision {
            for fact in facts {
                memory.apply(fact);
            }
        }
        decision
    }

    #[test]
    fn what_is_so_already_is_not_recorded_again() {
        let rfr = &badges(&[]);
        let mut memory = ReminderMemory::default();
        let snooze = Quiet::Snooze {
            question: None,
            until: "2026-03-02".parse().expect("a day"),
        };
        let mute = Quiet::Mute {
            reason: "new hardware comes".to_owned(),
        };
        let unmute = Quiet::Unmute;
        let about = |what| ReminderChange::About { rfr, what };
        let network = "libera";
        let dm = ReminderChange::Remind { how: How::Dm, network };
        assert!(matches!(
            said(&mut memory, about(&unmute)),
            Ok(Decision::Already(ReminderAlready::NotMuted))
        ));
        for change in [about(&snooze), about(&mute), dm] {
            assert!(
                matches!(said(&mut memory, change), Ok(Decision::Events(_))),
                "{change:?}"
            );
            assert!(
                matches!(said(&mut memory, change), Ok(Decision::Already(_))),
                "{change:?}"
            );
        }
        assert!(matches!(said(&mut memory, about(&unmute)), Ok(Decision::Events(_))));
        // For private reminders the network matters.
        let network = "oftc";
        let dm = ReminderChange::Remind { how: How::Dm, network };
        assert!(matches!(said(&mut memory, dm), Ok(Decision::Events(_))));
    }

    #[test]
    fn only_open_rfrs_and_open_questions_are_snoozed_and_only_where_there_are_reminders() {
        let asked = RfrEvent::QuestionAsked {
            number: 1,
            text: "how big?".to_owned(),
            from_sop: false,
            topic: None,
            on_the_list: None,
        };
        let answered = RfrEvent::QuestionAnswered {
            number: 1,
            text: "small".to_owned(),
            by_mail: None,
            why: String::new(),
        };
        let ended = RfrEvent::Ended {
            how: Ending::Dropped,
            reason: String::new(),
        };
        let snooze = Quiet::Snooze {
            question: Some(1),
            until: "2026-03-02".parse().expect("a day"),
        };
        let what = &snooze;
        let mut memory = ReminderMemory::default();
        let mut snoozed = |events: &[RfrEvent]| {
            let rfr = &badges(events);
            said(&mut memory, ReminderChange::About { rfr, what })
        };
        let name = || "badges".to_owned();
        assert!(matches!(snoozed(std::slice::from_ref(&asked)), Ok(Decision::Events(_))));
        assert_eq!(
            snoozed(&[asked.clone(), answered]),
            Err(ReminderRefusal::NoOpenQuestion(name(), 1))
        );
        assert_eq!(snoozed(&[]), Err(ReminderRefusal::NoOpenQuestion(name(), 1)));
        assert_eq!(snoozed(&[asked, ended]), Err(ReminderRefusal::NotOpen(name())));
        let network = "libera";
        let change = ReminderChange::Remind { how: How::On, network };
        let change = may(&members(&[]), "ralph", change.right(), change);
        // Who asks for something calls people by it, too.
        assert!(matches!(decide(&change, &memory, None), Ok(Decision::Events(_))));
    }
}
