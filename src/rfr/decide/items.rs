//! Items, SOPs and the production date.

use super::{Already, Context, Kind, NaiveDate, No, Refusal, Rfr, RfrDecision, RfrEvent, Row, Yes, one, recorded, sop};
use crate::calendar::{Freeze, FreezeKey};
use crate::rfr::gate;
use crate::sop::{Document, Phase, Upkeep};

pub(super) fn done(rfr: &Rfr, item: &str, note: &str) -> Result<RfrDecision, Refusal> {
    let row = row_of(rfr, item)?;
    match row.kind {
        Kind::Check { .. } if row.phase > rfr.phase => {
            return Err(Refusal::LaterPhase {
                row,
                current: rfr.phase,
            });
        }
        Kind::Check { .. } => {}
        Kind::Sops if note.is_empty() => return Err(Refusal::NeedsNote(row)),
        Kind::Sops => {}
        Kind::Ticket
        | Kind::AcceptedSponsor
        | Kind::Discussion
        | Kind::People
        | Kind::SecondPerson
        | Kind::PlanningQuestions(_)
        | Kind::SignOff
        | Kind::Lost
        | Kind::QuestionsAndDecisions(_)
        | Kind::Schedule => return Err(Refusal::NotACheck(row)),
    }
    match rfr.done.get(row.id) {
        Some(done) if note.is_empty() || done.note == note => Ok(No(Already::Done {
            row,
            mark: done.mark.clone(),
        })),
        Some(_) | None => one(RfrEvent::ItemDone {
            item: row.id.to_owned(),
            note: note.to_owned(),
        }),
    }
}

/// The row that the RFR's edition has for an item.
pub(super) fn row_of(rfr: &Rfr, item: &str) -> Result<&'static Row, Refusal> {
    sop::row(rfr.edition, item).ok_or_else(|| Refusal::NotInEdition {
        item: item.to_owned(),
        edition: rfr.edition.name(),
    })
}

pub(super) fn undone(rfr: &Rfr, item: &str, reason: &str) -> Result<RfrDecision, Refusal> {
    let row = row_of(rfr, item)?;
    let reason = reason.to_owned();
    let mut events = Vec::new();
    // A deployment that happened is not undone by taking its tick or its day away.
    let is_undeployed = row.id == gate::DEPLOYED && rfr.phase == Phase::Maintenance;
    if is_undeployed || (row.kind == Kind::Schedule && !rfr.awaits_deployment()) {
        return Err(Refusal::IsDeployed(deployed_on(rfr)));
    }
    match row.kind {
        Kind::Check { .. } | Kind::Sops => {
            if rfr.done.contains_key(row.id) {
                events.push(RfrEvent::ItemUndone {
                    item: row.id.to_owned(),
                    reason: reason.clone().into(),
                });
            }
            if row.kind == Kind::Sops && !(rfr.sops.is_empty() && rfr.extras().sops_not_needed.is_empty()) {
                events.push(RfrEvent::SopsCleared { reason });
            }
        }
        Kind::Discussion if rfr.is_discussed() => events.push(RfrEvent::DiscussionsCleared { reason }),
        Kind::Schedule if rfr.schedule.is_some() => events.push(RfrEvent::Unscheduled { reason: reason.into() }),
        Kind::Discussion | Kind::Schedule => {}
        Kind::Ticket
        | Kind::AcceptedSponsor
        | Kind::People
        | Kind::SecondPerson
        | Kind::PlanningQuestions(_)
        | Kind::SignOff
        | Kind::Lost
        | Kind::QuestionsAndDecisions(_) => return Err(Refusal::NotACheck(row)),
    }
    if events.is_empty() {
        return Ok(No(Already::NotDone(row)));
    }
    Ok(Yes(events))
}

/// Is there an approved freeze break for that freeze, and every other that is in force?
pub(super) fn may_break(rfr: &Rfr, freeze: &Freeze, context: &Context<'_>) -> bool {
    let approved = context
        .breaks
        .approved_for(rfr.id, context.book, context.directory, context.now);
    let is_it = |key: &FreezeKey| key.to_string() == freeze.name;
    approved.is_some_and(|found| found.lasting.iter().any(is_it))
}

pub(super) fn schedule(rfr: &Rfr, date: NaiveDate, note: &str, context: &Context<'_>) -> Result<RfrDecision, Refusal> {
    if !rfr.awaits_deployment() {
        return Err(Refusal::IsDeployed(deployed_on(rfr)));
    }
    let today = context.now.date_naive();
    if date < today {
        return Err(Refusal::DateInPast { date, today });
    }
    if let Some(freeze) = context.calendar.freeze_on(date)
        && !may_break(rfr, freeze, context)
    {
        return Err(Refusal::DateInFreeze {
            date,
            freeze: freeze.name.clone(),
            first_free: context.calendar.first_free_day(date),
        });
    }
    match &rfr.schedule {
        Some(schedule) if schedule.date == date && (note.is_empty() || schedule.note == note) => {
            Ok(No(Already::Scheduled {
                date,
                mark: schedule.mark.clone(),
            }))
        }
        Some(_) | None => one(RfrEvent::Scheduled {
            date,
            note: note.to_owned(),
        }),
    }
}

/// A document that is linked again may get a kind.
pub(super) fn link_sop(rfr: &Rfr, url: &str, document: Option<Document>) -> Result<RfrDecision, Refusal> {
    let kind = document.map(Document::name);
    match rfr.sops.iter().find(|link| link.url == url) {
        Some(link) if kind.is_none_or(|kind| link.label == kind) => recorded(&link.url, &link.mark),
        Some(_) | None => one(RfrEvent::SopLinked {
            url: url.to_owned(),
            document,
        }),
    }
}

pub(super) fn skip_sop(rfr: &Rfr, document: Document, why: &str) -> Result<RfrDecision, Refusal> {
    if let Some(link) = rfr.sops.iter().find(|link| link.label == document.name()) {
        return recorded(&link.url, &link.mark);
    }
    match rfr.extras().sops_not_needed.get(&document) {
        Some(done) if done.note == why => Ok(No(Already::NotNeeded {
            document,
            mark: done.mark.clone(),
        })),
        Some(_) | None => one(RfrEvent::SopNotNeeded {
            document,
            why: why.to_owned(),
        }),
    }
}

pub(super) fn look_after(rfr: &Rfr, what: Upkeep, text: &str) -> Result<RfrDecision, Refusal> {
    if rfr.phase != Phase::Maintenance {
        return Err(Refusal::NotMaintained(rfr.phase));
    }
    one(RfrEvent::LookedAfter {
        what,
        text: text.to_owned(),
    })
}

/// The day on which it was said to be deployed.
fn deployed_on(rfr: &Rfr) -> Option<NaiveDate> {
    rfr.done.get(gate::DEPLOYED).map(|done| done.mark.at.date_naive())
}
