//! Undoing: taking a change back needs, at that moment, what the opposite change would need: its right, its gates and
//! its freezes.
//!
//! The event's row says how ([`RfrEvent::row`]); [`inverse`] looks at the state before.

use super::items::may_break;
use super::moving::{may_change_production, may_deploy, may_return};
use super::{
    Account, Before, Change, Context, Done, FourEyes, Kind, Phase, Refusal, Rfr, RfrEvent, SYSADMIN_MAIN, Schedule,
    check_former_names, check_ticket, consider, gate, sop,
};
use crate::people::{Authorised, Person, Right, authorise};
use crate::rfr::Back;
use chrono::NaiveDate;

/// The order to undo one's own last change.
#[derive(Clone, Copy, Debug)]
pub struct Undo<'a> {
    /// What that change did.
    pub did: &'a [RfrEvent],
}

/// Decides an undo of an RFR's last change. Where that is none of the speaker's, what a speaker agreed to is taken back
/// for as long as it stands: others count on it, and may change the RFR meanwhile.
pub fn undo(rfr: &Rfr, order: &Authorised<Undo<'_>>, context: &Context<'_>) -> Result<RfrEvent, Refusal> {
    let decided = undo_last(rfr, order, context);
    let by = order.by().account();
    let has_agreed = rfr.hold.as_ref().is_some_and(|hold| hold.has_agreed(by));
    if has_agreed
        && let Err(Refusal::NothingToUndo | Refusal::NotYourChange(_) | Refusal::TooOldToUndo { .. }) = decided
    {
        return Ok(RfrEvent::ReleaseDisagreed);
    }
    decided
}

fn undo_last(rfr: &Rfr, order: &Authorised<Undo<'_>>, context: &Context<'_>) -> Result<RfrEvent, Refusal> {
    let person = order.by();
    let by = person.account();
    let did = order.what().did;
    if rfr.before == Before::Nothing {
        return Err(Refusal::NothingToUndo);
    }
    if rfr.last_change.by != *by {
        return Err(Refusal::NotYourChange(rfr.last_change.clone()));
    }
    if context.now - rfr.last_change.at > context.undo_within {
        return Err(Refusal::TooOldToUndo {
            at: rfr.last_change.at,
            within: context.undo_within,
        });
    }
    if did.is_empty() {
        return Err(Refusal::NothingToUndo);
    }
    let before = match &rfr.before {
        Before::Was(before) => Some(&**before),
        Before::NotYetThere | Before::Nothing => None,
    };
    if let Some(before) = before {
        // The ticket that it had before may have gone to another RFR meanwhile, and so may a name that was freed.
        check_ticket(&before.ticket, Some(rfr.id), context)?;
        check_former_names(rfr, before, context)?;
        check_what_comes_back(rfr, before, by, context)?;
    }
    for event in did {
        match inverse(event, by, rfr, before, context.now.date_naive()) {
            Inverse::Free => {}
            Inverse::Needs(needs) => allowed(needs, rfr, person, context)?,
            Inverse::By(change) => {
                allowed(change.right(Some(rfr), by), rfr, person, context)?;
                consider(rfr, &change, by, context)?;
            }
            Inverse::Forward(needs) => {
                allowed(needs, rfr, person, context)?;
                if let Some(before) = before {
                    check_gates(rfr, before, context)?;
                }
            }
        }
    }
    if let Some(before) = before {
        check_dates(rfr, before, context)?;
    }
    Ok(RfrEvent::Undone { seq: rfr.last_seq })
}

/// What undoing an event amounts to.
enum Inverse {
    /// Only one's own note or question is withdrawn, or another event of the same commit decides for this one.
    Free,
    /// That right.
    Needs(Right),
    /// That change: its right, and that nothing refuses it.
    By(Change),
    /// It moves forward: that right, and every gate on the way open.
    Forward(Right),
}

/// What takes an event back, for the person `by` who caused it; `now` is the RFR after it, `before` the one before its commit.
fn inverse(event: &RfrEvent, by: &Account, now: &Rfr, before: Option<&Rfr>, today: NaiveDate) -> Inverse {
    let needs = |change: &Change| Inverse::Needs(change.right(Some(now), by));
    let reason = String::new;
    // A revert undoes items and takes the date back by itself, and all goes back with it.
    let by_a_revert = before.is_some_and(|before| before.phase != now.phase);
    let asks = |account: &Account| match now.sponsor {
        Some(_) => Inverse::By(Change::HandOver {
            account: account.clone(),
        }),
        None => Inverse::By(Change::AskSponsor {
            account: account.clone(),
        }),
    };
    match event.row().back {
        Back::Freely => Inverse::Free,
        Back::With(right) => Inverse::Needs(right),
        Back::As(change) => needs(&change),
        Back::By(change) => Inverse::By(change),
        Back::Forward(change) => Inverse::Forward(change.right(Some(now), by)),
        Back::ToName => Inverse::By(Change::Rename {
            to: before.unwrap_or(now).name.clone(),
        }),
        Back::ToAskedSponsor => match before.and_then(|before| before.asked_sponsor.as_ref()) {
            Some(asked) => asks(&asked.account),
            None => Inverse::By(Change::Decline { reason: reason() }),
        },
        Back::ToSponsor => match before.and_then(|before| before.sponsor.as_ref()) {
            Some(sponsor) => asks(&sponsor.account),
            None => needs(&Change::Unsponsor { reason: reason() }),
        },
        Back::ToItem(item) => match sop::row(now.edition, item) {
            Some(row) if !by_a_revert => Inverse::By(match before.and_then(|before| before.done.get(item)) {
                Some(Done { note, .. }) => Change::Done {
                    item: row.id.to_owned(),
                    note: note.clone(),
                },
                None => Change::Undone {
                    item: row.id.to_owned(),
                    reason: reason(),
                },
            }),
            Some(_) | None => Inverse::Needs(Right::Involved),
        },
        Back::ToDate => match before.and_then(|before| before.schedule.as_ref()) {
            // A day that has passed could not be named now, but it is what stood there.
            Some(Schedule { date, note, .. }) if !by_a_revert && *date >= today => Inverse::By(Change::Schedule {
                date: *date,
                note: note.clone(),
            }),
            Some(_) | None => Inverse::Needs(Right::Involved),
        },
        Back::ToEnd if now.phase < Phase::Production => needs(&Change::Drop { reason: reason() }),
        Back::ToEnd => needs(&Change::Remove { reason: reason() }),
    }
}

fn allowed(needs: Right, rfr: &Rfr, person: &Person, context: &Context<'_>) -> Result<(), Refusal> {
    authorise(context.directory, needs, person, rfr.standing(person.account()), ())
        .map(|_| ())
        .map_err(|_| Refusal::UndoNeeds(needs))
}

/// The gates of the phases that an undo passes going forward, as if passing them now.
fn check_gates(now: &Rfr, before: &Rfr, context: &Context<'_>) -> Result<(), Refusal> {
    if let Some(hold) = &now.hold {
        return Err(Refusal::OnHold(hold.clone()));
    }
    for phase in Phase::ALL
        .into_iter()
        .filter(|phase| (now.phase..before.phase).contains(phase))
    {
        let there = Rfr {
            phase,
            ..before.clone()
        };
        let blocking = gate::blocking(&there);
        if !blocking.is_empty() {
            return Err(Refusal::GateShut {
                phase: now.phase,
                blocking,
            });
        }
    }
    if now.phase < Phase::Production && before.phase >= Phase::Production {
        may_change_production(now, context)?;
    }
    Ok(())
}

/// A date that comes back is one that could be set now. A sign-off that a freeze outdated stays so while the date that it
/// signed is frozen.
fn check_dates(now: &Rfr, before: &Rfr, context: &Context<'_>) -> Result<(), Refusal> {
    let Some(schedule) = &before.schedule else {
        return Ok(());
    };
    let Some(freeze) = context.calendar.freeze_on(schedule.date) else {
        return Ok(());
    };
    let comes_back = now.schedule.as_ref().is_none_or(|now| now.date != schedule.date);
    let is_planned = before.phase < Phase::Production;
    let signed_again = now.signoffs.get(&now.phase).is_some_and(|now| now.outdated.is_some())
        && before
            .signoffs
            .get(&now.phase)
            .is_some_and(|then| then.outdated.is_none());
    // A freeze break lets it be deployed; it does not give the sponsor's word again.
    if signed_again || comes_back && is_planned && !may_break(now, freeze, context) {
        return Err(Refusal::DateInFreeze {
            date: schedule.date,
            freeze: freeze.name.clone(),
            first_free: context.calendar.first_free_day(schedule.date),
        });
    }
    Ok(())
}

/// An undo restores nothing that the person could not give at this moment.
fn check_what_comes_back(now: &Rfr, before: &Rfr, by: &Account, context: &Context<'_>) -> Result<(), Refusal> {
    let needs = |account: &Account, group: &'static str| {
        if context.directory.is_member(account, group) {
            return Ok(());
        }
        let account = account.clone();
        Err(Refusal::NoLongerMember { account, group })
    };
    if let Some(sponsor) = &before.sponsor
        && now.sponsor.as_ref() != Some(sponsor)
    {
        needs(by, SYSADMIN_MAIN)?;
        needs(&sponsor.account, SYSADMIN_MAIN)?;
        if context.directory.four_eyes() && before.requested.by == sponsor.account {
            return Err(Refusal::FourEyes(FourEyes::RequestedIt));
        }
    }
    let is_deployed = |rfr: &Rfr| rfr.ended.is_none() && rfr.phase >= Phase::Production;
    if is_deployed(before) && !is_deployed(now) {
        may_deploy(before, by, context)?;
        may_return(before, context)?;
    }
    // An outdated sign-off counts again once its cause is gone; a withdrawn one must be given anew.
    let mut signed = before.signoffs.iter().filter(|(_, signoff)| signoff.outdated.is_none());
    let gives_back_a_signature = signed.any(|(phase, _)| !now.signoffs.contains_key(phase));
    if gives_back_a_signature {
        needs(by, SYSADMIN_MAIN)?;
    }
    // The signer could not sign any more.
    let counts = |rfr: &Rfr, phase: &Phase| {
        rfr.signoffs
            .get(phase)
            .is_some_and(|signoff| signoff.outdated.is_none())
    };
    let counts_again = before
        .signoffs
        .iter()
        .filter(|(phase, _)| counts(before, phase) && !counts(now, phase));
    for signer in counts_again.filter_map(|(_, signoff)| signoff.mark.by.person()) {
        needs(signer, SYSADMIN_MAIN)?;
    }
    for (item, done) in before.done.iter().filter(|(item, _)| !now.done.contains_key(*item)) {
        if let Some(Kind::Check { by: Some(group), .. }) = sop::row(before.edition, item).map(|row| row.kind) {
            // A revert unticks items. Undoing it ticks them again, in the names of those who ticked them.
            let whose = if now.phase == before.phase {
                Some(by)
            } else {
                done.mark.by.person()
            };
            whose.map_or(Ok(()), |whose| needs(whose, group))?;
        }
    }
    Ok(())
}
