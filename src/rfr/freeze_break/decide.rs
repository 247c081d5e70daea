//! Orders about freeze breaks: what would happen, that it is already so, or why not.

use super::{BreakEvent, FreezeBreak, FreezeBreaks, Standing, Withdrawal};
use crate::calendar::{FreezeBook, FreezeKey};
use crate::decision::Decision;
use crate::people::{Authorised, Directory, Right};
use crate::rfr::{Mark, Rfr};
use crate::sop::Phase;
use chrono::{DateTime, Utc};

/// An order about a freeze break.
#[derive(Clone, Copy, Debug)]
pub enum BreakChange<'a> {
    /// Production must change during the freeze.
    Request {
        /// For which RFR.
        rfr: &'a Rfr,
        /// The problem, the action, the patch.
        reason: &'a str,
    },
    /// Agrees with it, or objects to it.
    Vote {
        /// Which, and for which RFR.
        which: &'a Known,
        /// Agrees?
        approves: bool,
        /// A comment, or why not.
        text: &'a str,
    },
    /// What it was for is done.
    Done(&'a Known),
    /// It is no longer asked for.
    Withdraw {
        /// Which, and for which RFR.
        which: &'a Known,
        /// Why; may be empty.
        reason: &'a str,
    },
}

/// A freeze break that was asked for.
#[derive(Clone, Debug)]
pub struct Known {
    /// What is known of it.
    pub found: FreezeBreak,
    /// The RFR that it is for; `None` where the request of that was undone.
    pub rfr: Option<Rfr>,
}

impl BreakChange<'_> {
    /// What somebody needs for it.
    pub fn right(&self) -> Right {
        match self {
            Self::Vote { .. } => Right::MainOrReleng,
            Self::Request { .. } | Self::Done(_) => Right::Involved,
            // Whoever asked may take that back, also one who no longer takes part.
            Self::Withdraw { .. } => Right::Person,
        }
    }

    /// The RFR that it is for.
    pub fn rfr(&self) -> Option<&Rfr> {
        match self {
            Self::Request { rfr, .. } => Some(rfr),
            Self::Vote { which, .. } | Self::Done(which) | Self::Withdraw { which, .. } => which.rfr.as_ref(),
        }
    }
}

/// Why a change of a freeze break would change nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BreakAlready {
    /// One is open for that RFR and covers every freeze in force.
    Requested(FreezeBreak),
    /// The speaker said so before.
    Voted {
        /// Which break.
        number: u32,
        /// Agreed?
        approves: bool,
        /// When.
        at: DateTime<Utc>,
    },
    /// It is done.
    Done {
        /// Which break.
        number: u32,
        /// Who said so, and when.
        mark: Mark,
    },
    /// It is withdrawn.
    Withdrawn {
        /// Which break.
        number: u32,
        /// When.
        at: DateTime<Utc>,
    },
}

/// Why a change of a freeze break is not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BreakRefusal {
    /// No freeze is in force, so there is nothing to break.
    NothingToBreak,
    /// The RFR of that name has ended.
    Ended(String),
    /// There is no such freeze break.
    NoSuchBreak,
    /// It is done or expired, or not approved yet.
    BreakOver(u32, Standing),
    /// The requester's own approval does not count.
    OwnBreak(u32),
    /// Only who asked for it withdraws it.
    NotYourBreak(u32, Mark),
}

/// What a decision depends on.
#[derive(Clone, Copy, Debug)]
pub struct BreakContext<'a> {
    /// Every freeze break that there is.
    pub breaks: &'a FreezeBreaks,
    /// Freezes in force.
    pub book: &'a FreezeBook,
    /// Groups as they are at this moment.
    pub directory: &'a Directory,
    /// The moment.
    pub now: DateTime<Utc>,
}

/// Decides a change of a freeze break; what happens has the number of its break.
pub fn decide(
    change: &Authorised<BreakChange<'_>>,
    context: BreakContext<'_>,
) -> Result<Decision<(u32, BreakEvent), BreakAlready>, BreakRefusal> {
    let by = change.by().account();
    let happened = match *change.what() {
        BreakChange::Request { rfr, reason } => {
            // One that was removed from production comes back there.
            if rfr.ended.is_some() && rfr.phase < Phase::Production {
                return Err(BreakRefusal::Ended(rfr.name.clone()));
            }
            let in_force = context.book.in_force(context.now);
            let freezes: Vec<FreezeKey> = in_force.into_iter().map(|freeze| freeze.key).collect();
            if freezes.is_empty() {
                return Err(BreakRefusal::NothingToBreak);
            }
            if let Some(open) = context.breaks.open_for(rfr.id)
                && freezes.iter().all(|key| open.lasting.contains(key))
            {
                return Ok(Decision::Already(BreakAlready::Requested(open.clone())));
            }
            let event = BreakEvent::Requested {
                rfr: rfr.id,
                freezes,
                reason: reason.to_owned(),
            };
            (context.breaks.next_number(), event)
        }
        BreakChange::Vote { which, approves, text } => {
            let found = &which.found;
            let number = found.number;
            match found.standing(context.directory) {
                over @ (Standing::Done | Standing::Withdrawn | Standing::Expired) => {
                    return Err(BreakRefusal::BreakOver(number, over));
                }
                Standing::Held | Standing::Waiting { .. } | Standing::Approved => {}
            }
            if approves && found.requested.by == *by {
                return Err(BreakRefusal::OwnBreak(number));
            }
            if let Some(vote) = found.votes.get(by)
                && vote.approves == approves
                && (text.is_empty() || vote.text == text)
            {
                let at = vote.at;
                return Ok(Decision::Already(BreakAlready::Voted { number, approves, at }));
            }
            let text = text.to_owned();
            (number, BreakEvent::Voted { approves, text })
        }
        BreakChange::Done(Known { found, .. }) => {
            let number = found.number;
            if let Some(mark) = found.done.clone() {
                return Ok(Decision::Already(BreakAlready::Done { number, mark }));
            }
            match found.standing(context.directory) {
                Standing::Approved => (number, BreakEvent::Done),
                not_yet @ (Standing::Done
                | Standing::Withdrawn
                | Standing::Expired
                | Standing::Held
                | Standing::Waiting { .. }) => {
                    return Err(BreakRefusal::BreakOver(number, not_yet));
                }
            }
        }
        BreakChange::Withdraw { which, reason } => {
            let found = &which.found;
            let number = found.number;
            if found.requested.by != *by {
                return Err(BreakRefusal::NotYourBreak(number, found.requested.clone()));
            }
            if let Some(Withdrawal { at, .. }) = found.withdrawn {
                return Ok(Decision::Already(BreakAlready::Withdrawn { number, at }));
            }
            match found.standing(context.directory) {
                over @ (Standing::Done | Standing::Withdrawn | Standing::Expired) => {
                    return Err(BreakRefusal::BreakOver(number, over));
                }
                Standing::Held | Standing::Waiting { .. } | Standing::Approved => {}
            }
            let reason = reason.to_owned();
            (number, BreakEvent::Withdrawn { reason })
        }
    };
    Ok(Decision::Events(vec![happened]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::{FreezeFact, Initiator};
    use crate::rfr::tests::{badges, may, members, noon, origin};
    use crate::rfr::{Ending, RfrEvent};

    /// A freeze in force since 2026-02-01, and the breaks that were asked for in it.
    struct Scene {
        book: FreezeBook,
        breaks: FreezeBreaks,
        directory: Directory,
        rfr: Rfr,
    }

    impl Scene {
        fn new() -> Self {
            let mut book = FreezeBook::default();
            book.apply(&FreezeFact::Started {
                key: FreezeKey::from_name("F45 beta").expect("a key"),
                at: noon("2026-02-01"),
                by: Initiator::Calendar,
            });
            Self {
                book,
                breaks: FreezeBreaks::default(),
                directory: members(&["maja", "otto"]),
                rfr: badges(&[]),
            }
        }

        fn known(&self, number: u32) -> Known {
            Known {
                found: self.breaks.get(number).expect("it was asked for").clone(),
                rfr: Some(self.rfr.clone()),
            }
        }

        /// The result of a change; its events are applied.
        fn ordered(
            &mut self,
            by: &str,
            change: BreakChange<'_>,
        ) -> Result<Decision<(u32, BreakEvent), BreakAlready>, BreakRefusal> {
            let context = BreakContext {
                breaks: &self.breaks,
                book: &self.book,
                directory: &self.directory,
                now: noon("2026-02-02"),
            };
            let decision = decide(&may(&self.directory, by, change.right(), change), context);
            if let Ok(Decision::Events(events)) = &decision {
                for (number, event) in events {
                    self.breaks.apply(*number, &origin(by, "2026-02-02"), event);
                }
            }
            decision
        }

        fn requested(&mut self, by: &str) -> Result<Decision<(u32, BreakEvent), BreakAlready>, BreakRefusal> {
            let rfr = self.rfr.clone();
            let reason = "its disk is full";
            self.ordered(by, BreakChange::Request { rfr: &rfr, reason })
        }

        fn voted(
            &mut self,
            by: &str,
            approves: bool,
            text: &str,
        ) -> Result<Decision<(u32, BreakEvent), BreakAlready>, BreakRefusal> {
            let which = &self.known(1);
            self.ordered(by, BreakChange::Vote { which, approves, text })
        }
    }

    #[test]
    fn two_others_must_agree_before_it_can_be_done_and_it_is_done_once() {
        let mut scene = Scene::new();
        assert!(matches!(scene.requested("maja"), Ok(Decision::Events(_))));
        assert_eq!(scene.voted("maja", true, ""), Err(BreakRefusal::OwnBreak(1)));
        assert!(matches!(scene.voted("otto", true, ""), Ok(Decision::Events(_))));
        let known = scene.known(1);
        assert_eq!(
            scene.ordered("otto", BreakChange::Done(&known)),
            Err(BreakRefusal::BreakOver(1, Standing::Waiting { more: 1 }))
        );
        scene
            .directory
            .add_member(crate::people::SYSADMIN_RELENG, &crate::people::Account::new("nils"));
        assert!(matches!(scene.voted("nils", true, ""), Ok(Decision::Events(_))));
        let known = scene.known(1);
        assert!(matches!(
            scene.ordered("otto", BreakChange::Done(&known)),
            Ok(Decision::Events(_))
        ));
        let known = scene.known(1);
        assert!(matches!(
            scene.ordered("otto", BreakChange::Done(&known)),
            Ok(Decision::Already(BreakAlready::Done { number: 1, .. }))
        ));
        assert_eq!(
            scene.voted("nils", false, "too late"),
            Err(BreakRefusal::BreakOver(1, Standing::Done))
        );
    }

    #[test]
    fn a_word_that_was_said_is_not_said_again_and_another_one_counts() {
        let mut scene = Scene::new();
        scene.requested("ralph").expect("a freeze is in force");
        assert!(matches!(scene.voted("otto", true, "safe"), Ok(Decision::Events(_))));
        for text in ["", "safe"] {
            assert!(matches!(
                scene.voted("otto", true, text),
                Ok(Decision::Already(BreakAlready::Voted { approves: true, .. }))
            ));
        }
        assert!(matches!(
            scene.voted("otto", false, "not so safe"),
            Ok(Decision::Events(_))
        ));
    }

    #[test]
    fn it_is_asked_for_once_in_a_freeze_and_only_in_one() {
        let mut scene = Scene::new();
        assert!(matches!(scene.requested("ralph"), Ok(Decision::Events(_))));
        assert!(matches!(
            scene.requested("ralph"),
            Ok(Decision::Already(BreakAlready::Requested(found))) if found.number == 1
        ));
        scene.rfr = badges(&[RfrEvent::Ended {
            how: Ending::Dropped,
            reason: String::new(),
        }]);
        assert_eq!(scene.requested("ralph"), Err(BreakRefusal::Ended("badges".to_owned())));
        scene.rfr = badges(&[]);
        scene.book = FreezeBook::default();
        assert_eq!(scene.requested("ralph"), Err(BreakRefusal::NothingToBreak));
    }
}
