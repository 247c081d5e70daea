//! Moving an RFR to another edition of the SOP: what that adds and drops, and what it outdates.

use super::moving::planning_questions;
use super::{Already, Context, No, Phase, Refusal, Rfr, RfrDecision, RfrEvent, Yes, sop};
use crate::rfr::refusal::Adoption;
use crate::rfr::{Outdated, Reason};
use crate::sop::{Edition, Row};

pub(super) fn adopt(
    rfr: &Rfr,
    name: &str,
    reason: &str,
    confirmed: bool,
    context: &Context<'_>,
) -> Result<RfrDecision, Refusal> {
    let adoptable = context.editions;
    let by_name = adoptable.iter().find(|edition| edition.name() == name);
    let Some(to) = by_name.or_else(|| adoptable.iter().find(|edition| edition.key() == name)) else {
        return Err(Refusal::NoSuchEdition {
            name: name.to_owned(),
            known: adoptable.to_vec(),
        });
    };
    let to = *to;
    if to == rfr.edition {
        return Ok(No(Already::Follows(to)));
    }
    // A hold also protects what the edition asks for.
    if let Some(hold) = &rfr.hold {
        return Err(Refusal::OnHold(hold.clone()));
    }
    if !to.has(rfr.phase) {
        let shared = || {
            let phases = Phase::ALL.into_iter();
            phases.filter(|phase| to.has(*phase) && rfr.edition.has(*phase))
        };
        return Err(Refusal::PhaseNotInEdition {
            edition: to,
            back_to: shared().rfind(|phase| *phase < rfr.phase),
            on_to: shared().find(|phase| *phase > rfr.phase),
        });
    }
    let mut events = vec![RfrEvent::Adopted {
        from: rfr.edition,
        to,
        reason: reason.to_owned(),
    }];
    // A ticked item counts only for a row with exactly the same text.
    for item in rfr.done.keys() {
        if let Some(new) = sop::row(to, item)
            && sop::row(rfr.edition, item).is_none_or(|old| !asks_the_same(old, new))
        {
            events.push(RfrEvent::ItemUndone {
                item: item.clone(),
                reason: Reason::AsksForElse(to),
            });
        }
    }
    // Questions of phases that the RFR has passed are opened now.
    let mut over = Rfr {
        edition: to,
        ..rfr.clone()
    };
    for phase in Phase::ALL
        .into_iter()
        .filter(|phase| *phase <= rfr.phase && *phase != Phase::Maintenance)
    {
        let asked = planning_questions(&over, phase);
        for event in &asked {
            if let RfrEvent::QuestionAsked { number, text, .. } = event {
                over.questions.push(crate::rfr::Question {
                    number: *number,
                    text: text.clone(),
                    topic: None,
                    from_sop: true,
                    on_the_list: None,
                    asked: rfr.requested.clone(),
                    closed: None,
                });
            }
        }
        events.extend(asked);
    }
    let touched = |row: &&Row| row.phase <= rfr.phase;
    let compared = Adoption::new(rfr.edition, to);
    let is_touched =
        compared.adds.iter().any(touched) || compared.drops.iter().any(touched) || compared.changes.iter().any(touched);
    let counts = rfr
        .signoffs
        .get(&rfr.phase)
        .is_some_and(|signoff| signoff.outdated.is_none());
    if counts && is_touched {
        events.push(RfrEvent::SignOffOutdated {
            phase: rfr.phase,
            because: Outdated::OtherEdition(to),
        });
    }
    if confirmed {
        return Ok(Yes(events));
    }
    Ok(No(Already::Adoption(Box::new(Adoption {
        reason: reason.to_owned(),
        events,
        ..compared
    }))))
}

/// Is a row met in the same way and for the same words?
fn asks_the_same(old: &Row, new: &Row) -> bool {
    old.kind == new.kind && old.sentence == new.sentence
}

impl Adoption {
    /// What differs between two editions.
    pub fn new(from: Edition, to: Edition) -> Self {
        let lacking = |edition: Edition, other: Edition| {
            let rows = edition.rows().iter();
            rows.filter(|row| sop::row(other, row.id).is_none()).collect()
        };
        let changes = to.rows().iter().filter(|new| {
            let old = sop::row(from, new.id);
            // The name of a phase is not compared.
            let says = |row: &Row| (row.level, row.phase, row.short, row.source);
            old.is_some_and(|old| !asks_the_same(old, new) || says(old) != says(new))
        });
        Self {
            from,
            to,
            reason: String::new(),
            adds: lacking(to, from),
            drops: lacking(from, to),
            changes: changes.collect(),
            events: Vec::new(),
        }
    }
}
