//! The rules: what a change would cause, or why it is refused.
//!
//! A decision depends only on its arguments: the same arguments give the same result.

mod adopting;
mod bounds;
mod items;
mod moving;
mod naming;
mod planning;
mod signing;
mod sponsors;
mod undoing;

pub use moving::{frozen, frozen_out};
pub use naming::{FORMER_NAMES_KEPT, freed_by, is_free_name};
pub use signing::outdated_by_freeze;
pub use undoing::{Undo, undo};

use crate::calendar::{Calendar, FreezeBook};
use crate::people::{Account, Authorised, Directory, SECURITY_OFFICER, SYSADMIN_MAIN};
use crate::rfr::freeze_break::{FreezeBreaks, Standing};
use crate::rfr::refusal::{Already, FourEyes, Refusal};
use crate::rfr::{
    Before, Change, DEFAULT_ROLE, Done, Ending, Hold, Mark, Needs, Origin, Rfr, RfrEvent, RfrId, Schedule, SignOff,
    Ticket, apply, gate,
};
use crate::sop::{self, Edition, Kind, Phase, Row, Topic};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use items::{done, link_sop, look_after, row_of, schedule, skip_sop, undone};
use moving::{advance, may_deploy, reopen, revert};
use naming::{check_former_names, check_ticket, free_name, rename, request, set_ticket};
use planning::{add_people, answer, ask_offered, closed_question, decide_topic, remove_people};
use signing::{outdates_sign_off, release, sign_off};
use sponsors::{accept, ask, ask_sponsor, decline, sponsor};

/// Looks up who already has a name or a ticket.
pub trait Register {
    /// The RFR that has this name, now or formerly.
    fn named(&self, name: &str) -> Option<Rfr>;
    /// Since when an RFR no longer has a former name; `None` if unknown.
    fn called_until(&self, rfr: &Rfr, name: &str) -> Option<DateTime<Utc>>;
    /// The RFR that has this ticket.
    fn with_ticket(&self, ticket: &Ticket) -> Option<Rfr>;
}

/// What a decision depends on, apart from the RFR itself.
pub struct Context<'a> {
    /// The moment.
    pub now: DateTime<Utc>,
    /// Frozen days.
    pub calendar: &'a Calendar,
    /// Freezes in force.
    pub book: &'a FreezeBook,
    /// Freeze breaks.
    pub breaks: &'a FreezeBreaks,
    /// Groups as they are at this moment.
    pub directory: &'a Directory,
    /// Names and tickets in use.
    pub register: &'a dyn Register,
    /// The SOP that a new RFR follows.
    pub edition: Edition,
    /// The editions that an RFR can be moved over to.
    pub editions: &'a [Edition],
    /// How long one may undo.
    pub undo_within: Duration,
}

/// What a change comes to.
pub type RfrDecision = crate::decision::Decision<RfrEvent, Already>;

use crate::decision::Decision::{Already as No, Events as Yes};

/// Decides a change of an RFR (`None`: a request for a new one).
///
/// A change of an RFR that does not exist decides to nothing; the desk never asks for one.
pub fn decide(rfr: Option<&Rfr>, change: &Authorised<Change>, context: &Context<'_>) -> Result<RfrDecision, Refusal> {
    let by = change.by().account();
    if let Change::Request { name, ticket, title } = change.what() {
        return request(name, ticket, title, context);
    }
    let Some(rfr) = rfr else { return Ok(Yes(Vec::new())) };
    if let Some(refusal) = forbidden_to_all(rfr, change.what()) {
        return Err(refusal);
    }
    if let Some(refusal) = bounds::too_many_names(change.what()) {
        return Err(refusal);
    }
    let decision = consider(rfr, change.what(), by, context)?;
    let Yes(mut events) = decision else { return Ok(decision) };
    if let Some(refusal) = bounds::too_long(rfr, &events) {
        return Err(refusal);
    }
    // These events name the sign-offs that they take back.
    if let Change::Revert { .. } | Change::Adopt { .. } = change.what() {
        return Ok(Yes(events));
    }
    if let Some(outdated) = outdates_sign_off(rfr, &events) {
        events.push(outdated);
    }
    Ok(Yes(events))
}

/// Changes that nobody may make in the RFR's present state: nobody is sent to somebody who may not either.
pub fn forbidden_to_all(rfr: &Rfr, change: &Change) -> Option<Refusal> {
    let row = change.row();
    if let Needs::Item(item) = row.needs
        && let Err(refusal) = row_of(rfr, item)
    {
        return Some(refusal);
    }
    let ends = row.ends.filter(|_| rfr.ended.is_none())?;
    match ends {
        Ending::Dropped if rfr.phase >= Phase::Production => Some(Refusal::DropAfterStaging(rfr.phase)),
        Ending::Removed if rfr.phase < Phase::Production => Some(Refusal::RemoveBeforeProduction(rfr.phase)),
        Ending::Dropped | Ending::Removed => None,
    }
}

fn consider(rfr: &Rfr, change: &Change, by: &Account, context: &Context<'_>) -> Result<RfrDecision, Refusal> {
    // An ended RFR is history: everything else waits for a reopening.
    if let Some(ended) = &rfr.ended
        && !change.row().after_the_end
    {
        return if change.row().ends == Some(ended.how) {
            Ok(No(Already::Ended(ended.clone())))
        } else {
            Err(Refusal::HasEnded(ended.clone()))
        };
    }
    match change {
        // Handled before: an RFR that is there is not requested.
        Change::Request { .. } => Ok(Yes(Vec::new())),
        Change::Rename { to } => rename(rfr, to, context),
        Change::FreeName { name } => free_name(rfr, name),
        Change::Retitle { to } => {
            if rfr.title == *to {
                return Ok(No(Already::Titled));
            }
            one(RfrEvent::Retitled { to: to.clone() })
        }
        Change::SetTicket { to } => set_ticket(rfr, to, context),
        Change::Sponsor => sponsor(rfr, by, context),
        Change::AskSponsor { account } => ask_sponsor(rfr, account, by, context),
        Change::Accept => accept(rfr, by, context),
        Change::Decline { reason } => decline(rfr, reason, by),
        Change::Unsponsor { reason } => {
            if rfr.sponsor.is_none() {
                return Err(Refusal::HasNoSponsor);
            }
            one(RfrEvent::Unsponsored { reason: reason.clone() })
        }
        Change::HandOver { account } => {
            if rfr.sponsor.is_none() {
                return Err(Refusal::HasNoSponsor);
            }
            ask(rfr, account, by, context)
        }
        Change::RecordDiscussion { url } => match rfr.discussions.iter().find(|link| link.url == *url) {
            Some(link) => recorded(&link.url, &link.mark),
            None => one(RfrEvent::DiscussionRecorded { url: url.clone() }),
        },
        Change::AddPeople { accounts, role } => {
            match accounts.iter().find(|account| context.directory.is_nobody(account)) {
                Some(nobody) => Err(Refusal::NobodysAccount(nobody.clone())),
                None => add_people(rfr, accounts, role),
            }
        }
        Change::RemovePeople { accounts } => remove_people(rfr, accounts),
        Change::Ask { text, on_the_list } => one(RfrEvent::QuestionAsked {
            number: next_number(rfr),
            text: text.clone(),
            topic: None,
            from_sop: false,
            on_the_list: on_the_list.clone(),
        }),
        Change::AskOffered { offer } => ask_offered(rfr, *offer),
        Change::Report { text } => one(RfrEvent::Reported { text: text.clone() }),
        Change::Answer { number, text, by_mail } => answer(rfr, *number, text, by_mail.as_ref()),
        Change::WithdrawQuestion { number } => {
            if let Some(closed) = closed_question(rfr, *number)? {
                return Ok(No(closed));
            }
            one(RfrEvent::QuestionWithdrawn { number: *number })
        }
        Change::DecideTopic { topic, text } => decide_topic(rfr, *topic, text),
        Change::Done { item, note } => done(rfr, item, note),
        Change::Undone { item, reason } => undone(rfr, item, reason),
        Change::LinkSop { url, document } => link_sop(rfr, url, *document),
        Change::SkipSop { document, why } => skip_sop(rfr, *document, why),
        Change::DiscussInChat { log } => one(RfrEvent::DiscussedInChat { log: log.clone() }),
        Change::LookAfter { what, text } => look_after(rfr, *what, text),
        Change::Schedule { date, note } => schedule(rfr, *date, note, context),
        Change::Note { text } => one(RfrEvent::Noted { text: text.clone() }),
        Change::Link { url, label } => match rfr.links.iter().find(|link| link.url == *url && link.label == *label) {
            Some(link) => recorded(&link.url, &link.mark),
            None => one(RfrEvent::Linked {
                url: url.clone(),
                label: label.clone(),
            }),
        },
        Change::SignOff { phase, note } => sign_off(rfr, *phase, note),
        Change::Unsign { phase, reason } => {
            if *phase < rfr.phase && rfr.signoffs.contains_key(phase) {
                return Err(Refusal::PhaseIsLeft {
                    named: *phase,
                    current: rfr.phase,
                });
            }
            if !rfr.signoffs.contains_key(phase) {
                return Err(Refusal::NotSigned(*phase));
            }
            one(RfrEvent::SignOffWithdrawn {
                phase: *phase,
                reason: reason.clone(),
            })
        }
        Change::Hold { reason } => match &rfr.hold {
            // Otherwise somebody who is about to be stopped could place a hold first and lift it again.
            Some(hold) if signing::weight(rfr, by, context) <= signing::weight_of(rfr, hold, context) => {
                Ok(No(Already::OnHold(hold.clone())))
            }
            Some(_) | None => one(RfrEvent::Held { reason: reason.clone() }),
        },
        Change::Release { reason } => release(rfr, reason, by, context),
        Change::Advance => advance(rfr, by, context),
        Change::Revert { to, reason } => revert(rfr, *to, reason),
        Change::Adopt {
            edition,
            reason,
            confirmed,
        } => adopting::adopt(rfr, edition, reason, *confirmed, context),
        Change::Drop { reason } => one(RfrEvent::Ended {
            how: Ending::Dropped,
            reason: reason.clone(),
        }),
        Change::Remove { reason } => one(RfrEvent::Ended {
            how: Ending::Removed,
            reason: reason.clone(),
        }),
        Change::Reopen { reason } => {
            if rfr.ended.is_none() {
                return Ok(No(Already::Open));
            }
            if rfr.phase >= Phase::Production {
                may_deploy(rfr, by, context)?;
                moving::may_return(rfr, context)?;
            }
            Ok(Yes(reopen(rfr, reason)))
        }
    }
}

fn one(event: RfrEvent) -> Result<RfrDecision, Refusal> {
    Ok(Yes(vec![event]))
}

fn recorded(url: &str, mark: &Mark) -> Result<RfrDecision, Refusal> {
    Ok(No(Already::Recorded {
        url: url.to_owned(),
        mark: mark.clone(),
    }))
}

fn next_number(rfr: &Rfr) -> u32 {
    rfr.questions.iter().map(|question| question.number).max().unwrap_or(0) + 1
}

/// The RFR after several events of one commit.
pub fn apply_all(mut rfr: Option<Rfr>, id: RfrId, origin: &Origin, events: &[RfrEvent]) -> Option<Rfr> {
    for event in events {
        rfr = apply(rfr, id, origin, event);
    }
    rfr
}
