//! The path of every order that is not a change of an RFR: who → which → may → decide → events, already so or refused →
//! words. Each room decides for itself, and gets the proof that the person may.

use super::archive::{Archive, ArchiveError};
use super::speaking::asked_back;
use super::{Answer, Asked, Desk, Happened, Incoming, Message, kind, log_denied, log_refusal, name_of, refused};
use crate::command::{BreakOrder, Order, ReminderOrder, WhichBreak};
use crate::decision::Decision;
use crate::people::{Authorised, Denied, Right, SYSADMIN_MAIN, SYSADMIN_RELENG, Unsure, authorise};
use crate::reminder::decide::ReminderChange;
use crate::rfr::Rfr;
use crate::rfr::freeze_break::decide::{BreakChange, BreakRefusal, Known};
use crate::wording::Wording;
use chrono::{DateTime, Utc};
use std::borrow::Cow;
use std::fmt::Debug;

/// What the steps of that way are for the orders of one room.
pub(super) trait Orderable<A: Archive>: Clone + Debug {
    /// What may happen.
    type Event;
    /// Why nothing happens.
    type Already;
    /// Why it must not be.
    type Refusal: Debug;

    /// Is a refusal an answer about the RFR, so that a thread below it is too?
    const REFUSALS_NAME_THE_RFR: bool;

    /// What the log calls it.
    fn kind(&self) -> &'static str;
    /// What somebody needs for it.
    fn right(&self) -> Right;
    /// The RFR that it is for.
    fn rfr(&self) -> Option<&Rfr>;
    /// Asks the room.
    fn decide(order: &Authorised<Self>, desk: &Desk<A>, now: DateTime<Utc>) -> Decided<A, Self>;
    /// What follows from what happened, and what is said of it.
    fn happened(
        order: &Self,
        events: Vec<Self::Event>,
        desk: &Desk<A>,
        asked: Asked<'_>,
    ) -> Result<Happened, ArchiveError>;
    /// It is so already.
    fn already(&self, already: &Self::Already, desk: &Desk<A>) -> Message;
    /// Might it be no refusal, were it known who is in the groups that handle freezes?
    fn depends_on_groups(_: &Self::Refusal) -> bool {
        false
    }
    /// It must not be.
    fn refused(refusal: &Self::Refusal, wording: &Wording) -> Message;
    /// The rule behind a refusal, for `why`.
    fn why_refused(said: Message, wording: &Wording) -> Message;
    /// The rule behind a right that somebody lacks, for `why`.
    fn why_denied(said: Message, wording: &Wording) -> Message;
}

/// What a room decides.
pub(super) type Decided<A, O> =
    Result<Decision<<O as Orderable<A>>::Event, <O as Orderable<A>>::Already>, <O as Orderable<A>>::Refusal>;

impl<A: Archive> Desk<A> {
    /// Who speaks, and what is meant; then what may be.
    pub(super) fn order(
        &mut self,
        incoming: &Incoming,
        order: &Order,
        now: DateTime<Utc>,
    ) -> Result<Answer, ArchiveError> {
        let by = match self.may_change(incoming, now) {
            Ok(by) => by,
            Err(said) => return Ok(refused(said, None)),
        };
        let asked = Asked::new(incoming, by, now);
        match order {
            Order::Freeze(change) => self.ordered(asked, change),
            Order::Absence(change) => self.ordered(asked, change),
            Order::Break(order) => self.order_break(asked, order),
            Order::Reminder(order) => self.order_reminder(asked, order),
            Order::Undo(which) => self.undo(asked, which),
        }
    }

    fn order_break(&mut self, asked: Asked<'_>, order: &BreakOrder) -> Result<Answer, ArchiveError> {
        match order {
            BreakOrder::Request { rfr, reason } => match self.state.rfr(*rfr, &self.archive)?.map(Cow::into_owned) {
                Some(rfr) => self.ordered(asked, &BreakChange::Request { rfr: &rfr, reason }),
                None => Ok(self.no_such_break(&asked, "request-break")),
            },
            BreakOrder::Vote { which, approves, text } => match self.meant_break(which)? {
                Some(which) => {
                    let (which, approves) = (&which, *approves);
                    self.ordered(asked, &BreakChange::Vote { which, approves, text })
                }
                None => Ok(self.no_such_break(&asked, "vote-break")),
            },
            BreakOrder::Done(which) => match self.meant_break(which)? {
                Some(which) => self.ordered(asked, &BreakChange::Done(&which)),
                None => Ok(self.no_such_break(&asked, "break-done")),
            },
            BreakOrder::Withdraw { which, reason } => match self.meant_break(which)? {
                Some(which) => self.ordered(asked, &BreakChange::Withdraw { which: &which, reason }),
                None => Ok(self.no_such_break(&asked, "withdraw-break")),
            },
        }
    }

    fn no_such_break(&mut self, asked: &Asked<'_>, what: &str) -> Answer {
        self.refuse_order::<BreakChange<'_>>(asked, (what, None), &BreakRefusal::NoSuchBreak)
    }

    /// The freeze break that a command is about.
    fn meant_break(&self, which: &WhichBreak) -> Result<Option<Known>, ArchiveError> {
        let breaks = &self.state.facts().breaks;
        let found = match which {
            WhichBreak::Number(number) => breaks.get(*number),
            WhichBreak::For(id) => breaks
                .open_for(*id)
                .or_else(|| breaks.all().rev().find(|found| found.rfr == *id)),
        };
        let Some(found) = found.cloned() else { return Ok(None) };
        let rfr = self.state.rfr(found.rfr, &self.archive)?.map(Cow::into_owned);
        Ok(Some(Known { found, rfr }))
    }

    fn order_reminder(&mut self, asked: Asked<'_>, order: &ReminderOrder) -> Result<Answer, ArchiveError> {
        let (which, what) = match order {
            ReminderOrder::Remind(how) => {
                let (how, network) = (*how, &asked.incoming.place.network);
                return self.ordered(asked, &ReminderChange::Remind { how, network });
            }
            ReminderOrder::Short(on) => return self.ordered(asked, &ReminderChange::Short(*on)),
            ReminderOrder::About { which, what } => (which, what),
        };
        let rfr = match self.which_to_show(asked.incoming, which)? {
            Ok(rfr) => rfr.into_owned(),
            Err(question) => return Ok(asked_back(question)),
        };
        self.ordered(asked, &ReminderChange::About { rfr: &rfr, what })
    }

    /// May → decide → events, already so or refused → words.
    pub(super) fn ordered<O: Orderable<A>>(&mut self, asked: Asked<'_>, order: &O) -> Result<Answer, ArchiveError> {
        let standing = order
            .rfr()
            .map(|rfr| rfr.standing(asked.by.account()))
            .unwrap_or_default();
        let order = match authorise(&self.directory, order.right(), &asked.by, standing, order.clone()) {
            Ok(order) => order,
            Err(Denied {
                unsure: Some(unsure), ..
            }) => {
                let what = (
                    order.kind(),
                    name_of(order.rfr()),
                    order.rfr().filter(|_| O::REFUSALS_NAME_THE_RFR),
                );
                return Ok(self.refuse_unsure(asked.incoming, what, &unsure));
            }
            Err(denied) => {
                log_denied(asked.incoming, order.kind(), name_of(order.rfr()), &denied);
                let said = self.wording.denied_freeze(&denied, &self.circumstances(asked.now));
                let why = O::why_denied(said.clone(), &self.wording);
                self.memory.refused(asked.incoming, why);
                return Ok(refused(said, order.rfr().filter(|_| O::REFUSALS_NAME_THE_RFR)));
            }
        };
        match O::decide(&order, self, asked.now) {
            Err(refusal) => {
                let order = order.what();
                let groups = [SYSADMIN_MAIN, SYSADMIN_RELENG];
                if O::depends_on_groups(&refusal)
                    && let Some(unsure) = Unsure::among(&self.directory, groups)
                {
                    let rfr = order.rfr().filter(|_| O::REFUSALS_NAME_THE_RFR);
                    return Ok(self.refuse_unsure(asked.incoming, (order.kind(), name_of(order.rfr()), rfr), &unsure));
                }
                Ok(self.refuse_order::<O>(&asked, (order.kind(), order.rfr()), &refusal))
            }
            Ok(Decision::Already(already)) => Ok(Answer::Say(order.what().already(&already, self))),
            Ok(Decision::Events(events)) => {
                O::happened(order.what(), events, self, asked).map(|happened| Answer::Happened(Box::new(happened)))
            }
        }
    }

    fn refuse_order<O: Orderable<A>>(
        &mut self,
        asked: &Asked<'_>,
        (what, rfr): (&str, Option<&Rfr>),
        refusal: &O::Refusal,
    ) -> Answer {
        log_refusal(asked.incoming, what, name_of(rfr), &kind(refusal));
        let said = O::refused(refusal, &self.wording);
        let why = O::why_refused(said.clone(), &self.wording);
        self.memory.refused(asked.incoming, why);
        refused(said, rfr.filter(|_| O::REFUSALS_NAME_THE_RFR))
    }
}
