//! Moving through the phases, and back.

use super::{
    Account, Context, DateTime, Directory, FourEyes, FreezeBook, FreezeBreaks, Kind, Phase, Refusal, Rfr, RfrDecision,
    RfrEvent, Standing, Utc, Yes, gate, next_number, sop,
};
use crate::rfr::{Outdated, Reason};

pub(super) fn advance(rfr: &Rfr, by: &Account, context: &Context<'_>) -> Result<RfrDecision, Refusal> {
    if let Some(hold) = &rfr.hold {
        return Err(Refusal::OnHold(hold.clone()));
    }
    let Some(to) = rfr.edition.next(rfr.phase) else {
        return Err(Refusal::LastPhase);
    };
    let blocking = gate::blocking(rfr);
    if !blocking.is_empty() {
        return Err(Refusal::GateShut {
            phase: rfr.phase,
            blocking,
        });
    }
    if rfr.enters_production() {
        may_deploy(rfr, by, context)?;
        may_change_production(rfr, context)?;
    }
    let mut events = vec![RfrEvent::Advanced { from: rfr.phase, to }];
    events.extend(planning_questions(rfr, to));
    Ok(Yes(events))
}

/// With four-eyes, whoever gave the last sign-off before production cannot bring it there in any way: not by a step,
/// nor by undoing a revert or a removal.
pub(super) fn may_deploy(rfr: &Rfr, by: &Account, context: &Context<'_>) -> Result<(), Refusal> {
    match rfr.signed_for_production() {
        Some((phase, signoff)) if signoff.mark.by == *by && context.directory.four_eyes() => {
            Err(Refusal::FourEyes(FourEyes::SignedIt(phase)))
        }
        Some(_) | None => Ok(()),
    }
}

pub(super) fn may_change_production(rfr: &Rfr, context: &Context<'_>) -> Result<(), Refusal> {
    frozen(rfr, context.book, context.breaks, context.directory, context.now).map_or(Ok(()), Err)
}

/// May one that was removed from production be there again?
pub(super) fn may_return(rfr: &Rfr, context: &Context<'_>) -> Result<(), Refusal> {
    frozen_out(rfr, context.book, context.breaks, context.directory, context.now).map_or(Ok(()), Err)
}

/// What keeps an RFR out of production during a freeze: one in force without an approved freeze break that covers it.
pub fn frozen(
    rfr: &Rfr,
    book: &FreezeBook,
    breaks: &FreezeBreaks,
    directory: &Directory,
    now: DateTime<Utc>,
) -> Option<Refusal> {
    if rfr.phase >= Phase::Production {
        return None;
    }
    frozen_out(rfr, book, breaks, directory, now)
}

/// What keeps it from coming into production, from being deployed there, or back there, wherever it is.
pub fn frozen_out(
    rfr: &Rfr,
    book: &FreezeBook,
    breaks: &FreezeBreaks,
    directory: &Directory,
    now: DateTime<Utc>,
) -> Option<Refusal> {
    let in_force = book.in_force(now);
    if in_force.is_empty() || breaks.approved_for(rfr.id, book, directory, now).is_some() {
        return None;
    }
    let waiting = breaks
        .open_for(rfr.id)
        .and_then(|found| match found.standing(directory) {
            Standing::Waiting { more } => Some((found.number, more)),
            Standing::Held => Some((found.number, 0)),
            Standing::Approved | Standing::Done | Standing::Withdrawn | Standing::Expired => None,
        });
    Some(Refusal::Frozen {
        freezes: in_force.iter().map(|freeze| freeze.key.to_string()).collect(),
        waiting,
    })
}

/// Opens the questions that the SOP asks in a phase, and answers those already settled. Entering the phase again opens
/// none twice.
pub(super) fn planning_questions(rfr: &Rfr, phase: Phase) -> Vec<RfrEvent> {
    let mut events = Vec::new();
    let mut number = next_number(rfr);
    for question in rfr.edition.questions(phase) {
        if rfr
            .questions
            .iter()
            .any(|asked| asked.from_sop && asked.text == question.text)
        {
            continue;
        }
        events.push(RfrEvent::QuestionAsked {
            number,
            text: question.text.to_owned(),
            topic: question.topic,
            from_sop: true,
            on_the_list: None,
        });
        let settled = if let Some(topic) = question.topic {
            rfr.decisions.get(&topic).map(|decision| decision.text.clone())
        } else if question.people {
            let names: Vec<&str> = rfr.people.iter().map(|person| person.account.as_str()).collect();
            (!names.is_empty()).then(|| names.join(", "))
        } else {
            None
        };
        if let Some(text) = settled {
            events.push(RfrEvent::QuestionAnswered {
                number,
                text,
                by_mail: None,
                why: String::new(),
            });
        }
        number += 1;
    }
    events
}

pub(super) fn revert(rfr: &Rfr, to: Phase, reason: &str) -> Result<RfrDecision, Refusal> {
    if !rfr.edition.has(to) {
        return Err(Refusal::NoSuchPhase(to));
    }
    if to >= rfr.phase {
        return Err(Refusal::NotEarlier {
            named: to,
            current: rfr.phase,
        });
    }
    let mut events = vec![RfrEvent::Reverted {
        from: rfr.phase,
        to,
        reason: reason.to_owned(),
    }];
    // Sign-offs, items and dates of later phases must be given again.
    for (phase, signoff) in rfr.signoffs.range(to..) {
        if signoff.outdated.is_none() {
            events.push(RfrEvent::SignOffOutdated {
                phase: *phase,
                because: Outdated::WentBack(to),
            });
        }
    }
    for item in rfr.done.keys() {
        if sop::row(rfr.edition, item).is_some_and(|row| row.phase > to && matches!(row.kind, Kind::Check { .. })) {
            events.push(RfrEvent::ItemUndone {
                item: item.clone(),
                reason: Reason::WentBack(to),
            });
        }
    }
    if rfr.schedule.is_some() {
        events.push(RfrEvent::Unscheduled {
            reason: Reason::WentBack(to),
        });
    }
    Ok(Yes(events))
}

/// Signatures from before it ended do not count for the new attempt.
pub(super) fn reopen(rfr: &Rfr, reason: &str) -> Vec<RfrEvent> {
    let mut events = vec![RfrEvent::Reopened {
        reason: reason.to_owned(),
    }];
    if rfr
        .signoffs
        .get(&rfr.phase)
        .is_some_and(|signoff| signoff.outdated.is_none())
    {
        events.push(RfrEvent::SignOffOutdated {
            phase: rfr.phase,
            because: Outdated::Reopened,
        });
    }
    events
}
