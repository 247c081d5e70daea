//! Sign-offs, and what makes them outdated.

use super::{
    Account, Already, Context, Hold, Kind, No, Phase, Refusal, Rfr, RfrDecision, RfrEvent, SECURITY_OFFICER,
    SYSADMIN_MAIN, SignOff, one, sop,
};
use crate::rfr::gate::{comes_first, not_ticked};
use crate::rfr::{Outdated, Signed};

pub(super) fn sign_off(rfr: &Rfr, phase: Phase, note: &str) -> Result<RfrDecision, Refusal> {
    if !sop::rows(rfr.edition, phase).any(|row| row.kind == Kind::SignOff) {
        return Err(Refusal::NoSignOffInPhase(phase));
    }
    // An edition that was adopted may ask for the signature of a phase that was left without one.
    let is_owed = phase < rfr.phase && !rfr.signoffs.contains_key(&phase);
    if phase != rfr.phase && !is_owed {
        return Err(Refusal::OtherPhase {
            named: phase,
            current: rfr.phase,
        });
    }
    if let Some(hold) = &rfr.hold {
        return Err(Refusal::OnHold(hold.clone()));
    }
    match rfr.signoffs.get(&phase) {
        // Who signed although the SOP's condition is not ticked off may say why afterwards.
        Some(SignOff {
            mark,
            note: said,
            outdated: None,
            ..
        }) if !said.is_empty() || note.is_empty() || not_ticked(rfr, phase).is_none() => Ok(No(Already::SignedOff {
            phase,
            mark: mark.clone(),
        })),
        Some(_) | None => {
            let first = comes_first(rfr);
            if !first.is_empty() {
                return Err(Refusal::SignedTooEarly { phase, first });
            }
            let note = note.to_owned();
            one(RfrEvent::SignedOff { phase, note })
        }
    }
}

/// How much it takes to lift this person's hold: a heavier hold replaces a lighter one.
pub(super) fn weight(rfr: &Rfr, by: &Account, context: &Context<'_>) -> u8 {
    if context.directory.is_member(by, SECURITY_OFFICER) {
        2
    } else {
        u8::from(rfr.is_sponsor(by) || context.directory.is_member(by, SYSADMIN_MAIN))
    }
}

/// The weight of a hold: that of the person who placed it.
pub(super) fn weight_of(rfr: &Rfr, hold: &Hold, context: &Context<'_>) -> u8 {
    hold.mark.by.person().map_or(0, |by| {
        // Until its owner's groups are known, a hold has the greatest weight that it could have.
        if context.directory.may_be_member(by, SECURITY_OFFICER) {
            2
        } else {
            u8::from(rfr.is_sponsor(by) || context.directory.may_be_member(by, SYSADMIN_MAIN))
        }
    })
}

/// Lifts a hold. One of the security officers' is lifted by them, or by two members of sysadmin-main. A lighter one that it
/// was put over stays where the same person may not lift that.
pub(super) fn release(rfr: &Rfr, reason: &str, by: &Account, context: &Context<'_>) -> Result<RfrDecision, Refusal> {
    let Some(hold) = &rfr.hold else {
        return Ok(No(Already::NotOnHold));
    };
    let reason = reason.to_owned();
    let is_officer = |account: &Account| context.directory.is_member(account, SECURITY_OFFICER);
    let may_be_officer = |account: &Account| context.directory.may_be_member(account, SECURITY_OFFICER);
    let is_main = |account: &Account| context.directory.is_member(account, SYSADMIN_MAIN);
    let lifts_alone = |hold: &Hold| {
        hold.mark.by == *by
            || if hold.mark.by.person().is_some_and(may_be_officer) {
                is_officer(by)
            } else {
                rfr.is_sponsor(by) || is_main(by)
            }
    };
    let released = |reason| {
        let stays = hold.beneath.iter().rfind(|lighter| !lifts_alone(lighter));
        one(RfrEvent::Released {
            reason,
            stays: stays.and_then(|hold| hold.mark.by.person().cloned()),
        })
    };
    if lifts_alone(hold) {
        return released(reason);
    }
    if !hold.mark.by.person().is_some_and(may_be_officer) {
        return Err(Refusal::HeldByOther(hold.clone()));
    }
    if !is_main(by) {
        return Err(Refusal::HeldByOfficer(hold.clone()));
    }
    match hold.agreed.iter().find(|mark| mark.by.person().is_some_and(is_main)) {
        Some(first) if first.by != *by => released(reason),
        Some(first) => Ok(No(Already::ReleaseAgreed {
            hold: hold.clone(),
            mark: first.clone(),
        })),
        None => one(RfrEvent::ReleaseAgreed { reason }),
    }
}

/// A sign-off is bound to what it covers: when that changes, it no longer counts.
pub(super) fn outdates_sign_off(rfr: &Rfr, events: &[RfrEvent]) -> Option<RfrEvent> {
    let signoff = rfr.signoffs.get(&rfr.phase)?;
    if signoff.outdated.is_some() {
        return None;
    }
    let leaving = events
        .iter()
        .filter(|event| matches!(event, RfrEvent::PersonRemoved { .. }))
        .count();
    let because = if leaving > 0 && leaving == rfr.people.len() {
        Outdated::NobodyMaintains
    } else {
        events.iter().find_map(|event| changes_what_was_signed(rfr, event))?
    };
    Some(RfrEvent::SignOffOutdated {
        phase: rfr.phase,
        because,
    })
}

/// A freeze moved over the signed production date: the sign-off no longer counts.
pub fn outdated_by_freeze(rfr: &Rfr, freeze: &str) -> Option<RfrEvent> {
    let date = rfr.schedule.as_ref()?.date;
    let signoff = rfr.signoffs.get(&rfr.phase)?;
    (rfr.phase < Phase::Production && signoff.outdated.is_none() && demands(rfr, |kind| kind == Kind::Schedule)).then(
        || RfrEvent::SignOffOutdated {
            phase: rfr.phase,
            because: Outdated::DateFrozen {
                date,
                freeze: freeze.to_owned(),
            },
        },
    )
}

/// The gate requires its own rows and those of every earlier phase.
pub(super) fn demands(rfr: &Rfr, wanted: impl Fn(Kind) -> bool) -> bool {
    Phase::ALL
        .into_iter()
        .filter(|phase| *phase <= rfr.phase)
        .any(|phase| sop::rows(rfr.edition, phase).any(|row| wanted(row.kind)))
}

pub(super) fn changes_what_was_signed(rfr: &Rfr, event: &RfrEvent) -> Option<Outdated> {
    let demanded = |wanted: Kind| demands(rfr, |kind| kind == wanted);
    let questions = || demands(rfr, |kind| matches!(kind, Kind::QuestionsAndDecisions(_)));
    match event.row().signed? {
        Signed::Question(number) => questions().then_some(Outdated::QuestionOpened(number)),
        Signed::Answer(number) => questions().then_some(Outdated::AnswerCorrected(number)),
        Signed::Decision(topic) => {
            (questions() && rfr.decisions.contains_key(&topic)).then_some(Outdated::DecisionChanged(topic))
        }
        Signed::Item(item) => {
            let row = sop::row(rfr.edition, item)?;
            let was_open = |signed: &SignOff| signed.left_open.contains(item);
            let is_as_signed = rfr.signoffs.get(&rfr.phase).is_some_and(was_open);
            (row.phase <= rfr.phase && !is_as_signed).then(|| Outdated::ItemUndone(item.to_owned()))
        }
        Signed::Sops => demanded(Kind::Sops).then_some(Outdated::SopsTakenBack),
        Signed::Date(_) if !demanded(Kind::Schedule) => None,
        Signed::Date(Some(date)) => {
            let before = rfr.schedule.as_ref().filter(|before| before.date != date)?;
            Some(Outdated::DateMoved {
                from: before.date,
                to: date,
            })
        }
        Signed::Date(None) => Some(Outdated::DateTakenBack),
        Signed::Sponsor(Some(account)) => Some(Outdated::OtherSponsor(account.clone())),
        Signed::Sponsor(None) => Some(Outdated::NoSponsor),
        Signed::Discussion => Some(Outdated::DiscussionTakenBack),
    }
}
