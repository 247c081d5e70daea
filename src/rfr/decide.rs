//! The rules: what a change would cause, or why it is refused.
//!
//! Everything that a decision depends on is an argument; the same arguments give the same answer.

use super::freeze_break::{FreezeBreaks, Standing};
use super::refusal::{Already, Refusal};
use super::{
    Before, Change, Closed, DEFAULT_ROLE, Ending, Mark, Origin, Rfr, RfrEvent, RfrId, SignOff, Ticket, apply, gate,
};
use crate::calendar::{Calendar, FreezeBook};
use crate::people::{Account, Authorised, Directory, SYSADMIN_MAIN};
use crate::sop::{self, Edition, Kind, PLANNING_QUESTIONS, Phase, Row, Topic};
use chrono::{DateTime, Duration, NaiveDate, Utc};

/// Who has a name or a ticket already.
pub trait Register {
    /// The RFR that has this name, now or formerly.
    fn named(&self, name: &str) -> Option<Rfr>;
    /// The RFR that has this ticket.
    fn with_ticket(&self, ticket: &Ticket) -> Option<Rfr>;
}

/// What a decision depends on beside the RFR itself.
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
    /// How long one may undo.
    pub undo_within: Duration,
}

/// What a change comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// These things happen.
    Events(Vec<RfrEvent>),
    /// It is so already: nothing happens, nothing is announced.
    Already(Already),
}

use Decision::{Already as No, Events as Yes};

/// Decides a change of an RFR (`None`: a request for a new one).
///
/// A change of an RFR that does not exist decides to nothing; the desk never asks for one.
pub fn decide(rfr: Option<&Rfr>, change: &Authorised<Change>, context: &Context<'_>) -> Result<Decision, Refusal> {
    let by = change.by().account();
    if let Change::Request { name, ticket, title } = change.what() {
        return request(name, ticket, title, context);
    }
    let Some(rfr) = rfr else { return Ok(Yes(Vec::new())) };
    if let Change::Undo = change.what() {
        return undo(rfr, by, context);
    }
    if let Some(refusal) = forbidden_to_all(rfr, change.what()) {
        return Err(refusal);
    }
    let decision = consider(rfr, change.what(), by, context)?;
    let Yes(mut events) = decision else { return Ok(decision) };
    // A revert says by itself which sign-offs it takes back.
    if let Change::Revert { .. } = change.what() {
        return Ok(Yes(events));
    }
    if let Some(outdated) = outdates_sign_off(rfr, &events) {
        events.push(outdated);
    }
    Ok(Yes(events))
}

/// What nobody may do to this RFR as it is, so that nobody is sent to somebody who may not either.
pub fn forbidden_to_all(rfr: &Rfr, change: &Change) -> Option<Refusal> {
    match change {
        Change::Done { row, .. } | Change::Undone { row, .. } if !row.editions.contains(&rfr.edition) => {
            Some(Refusal::NotInEdition(row))
        }
        Change::Drop { .. } if rfr.ended.is_none() && rfr.phase >= Phase::Production => {
            Some(Refusal::DropAfterStaging(rfr.phase))
        }
        Change::Remove { .. } if rfr.ended.is_none() && rfr.phase < Phase::Production => {
            Some(Refusal::RemoveBeforeProduction(rfr.phase))
        }
        Change::Request { .. }
        | Change::Rename { .. }
        | Change::Retitle { .. }
        | Change::SetTicket { .. }
        | Change::Sponsor
        | Change::AskSponsor { .. }
        | Change::Accept
        | Change::Decline
        | Change::Unsponsor { .. }
        | Change::HandOver { .. }
        | Change::RecordDiscussion { .. }
        | Change::AddPeople { .. }
        | Change::RemovePeople { .. }
        | Change::Ask { .. }
        | Change::Answer { .. }
        | Change::WithdrawQuestion { .. }
        | Change::DecideTopic { .. }
        | Change::Done { .. }
        | Change::Undone { .. }
        | Change::LinkSop { .. }
        | Change::Schedule { .. }
        | Change::Note { .. }
        | Change::Link { .. }
        | Change::SignOff { .. }
        | Change::Unsign { .. }
        | Change::Hold { .. }
        | Change::Release { .. }
        | Change::Advance
        | Change::Revert { .. }
        | Change::Drop { .. }
        | Change::Remove { .. }
        | Change::Reopen { .. }
        | Change::Undo => None,
    }
}

fn consider(rfr: &Rfr, change: &Change, by: &Account, context: &Context<'_>) -> Result<Decision, Refusal> {
    // An ended RFR is history: it can be reopened, noted on and linked from, nothing else.
    if let Some(ended) = &rfr.ended
        && !matches!(
            change,
            Change::Reopen { .. } | Change::Note { .. } | Change::Link { .. }
        )
    {
        return match change {
            Change::Drop { .. } if ended.how == Ending::Dropped => Ok(No(Already::Ended(ended.clone()))),
            Change::Remove { .. } if ended.how == Ending::Removed => Ok(No(Already::Ended(ended.clone()))),
            // Everything else waits for a reopening.
            _ => Err(Refusal::HasEnded(ended.clone())),
        };
    }
    match change {
        // Both were handled before.
        Change::Request { .. } | Change::Undo => Ok(Yes(Vec::new())),
        Change::Rename { to } => rename(rfr, to, context),
        Change::Retitle { to } => {
            if rfr.title == *to {
                return Ok(No(Already::Titled));
            }
            one(RfrEvent::Retitled { to: to.clone() })
        }
        Change::SetTicket { to } => set_ticket(rfr, to, context),
        Change::Sponsor => sponsor(rfr, by),
        Change::AskSponsor { account } => ask_sponsor(rfr, account, by, context),
        Change::Accept => accept(rfr, by),
        Change::Decline => decline(rfr, by, context),
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
            ask(rfr, account, context)
        }
        Change::RecordDiscussion { url } => match rfr.discussions.iter().find(|link| link.url == *url) {
            Some(link) => recorded(&link.url, &link.mark),
            None => one(RfrEvent::DiscussionRecorded { url: url.clone() }),
        },
        Change::AddPeople { accounts, role } => add_people(rfr, accounts, role),
        Change::RemovePeople { accounts } => remove_people(rfr, accounts),
        Change::Ask { text } => one(RfrEvent::QuestionAsked {
            number: next_number(rfr),
            text: text.clone(),
            topic: None,
            from_sop: false,
        }),
        Change::Answer { number, text } => answer(rfr, *number, text),
        Change::WithdrawQuestion { number } => {
            if let Some(closed) = closed_question(rfr, *number)? {
                return Ok(No(closed));
            }
            one(RfrEvent::QuestionWithdrawn { number: *number })
        }
        Change::DecideTopic { topic, text } => decide_topic(rfr, *topic, text),
        Change::Done { row, note } => done(rfr, row, note),
        Change::Undone { row, reason } => undone(rfr, row, reason),
        Change::LinkSop { url } => match rfr.sops.iter().find(|link| link.url == *url) {
            Some(link) => recorded(&link.url, &link.mark),
            None => one(RfrEvent::SopLinked { url: url.clone() }),
        },
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
            Some(hold) => Ok(No(Already::OnHold(hold.clone()))),
            None => one(RfrEvent::Held { reason: reason.clone() }),
        },
        Change::Release { reason } => {
            if rfr.hold.is_none() {
                return Ok(No(Already::NotOnHold));
            }
            one(RfrEvent::Released { reason: reason.clone() })
        }
        Change::Advance => advance(rfr, context),
        Change::Revert { to, reason } => revert(rfr, *to, reason),
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
            Ok(Yes(reopen(rfr, reason)))
        }
    }
}

fn one(event: RfrEvent) -> Result<Decision, Refusal> {
    Ok(Yes(vec![event]))
}

fn recorded(url: &str, mark: &Mark) -> Result<Decision, Refusal> {
    Ok(No(Already::Recorded {
        url: url.to_owned(),
        mark: mark.clone(),
    }))
}

fn next_number(rfr: &Rfr) -> u32 {
    rfr.questions.iter().map(|question| question.number).max().unwrap_or(0) + 1
}

// ---- request, names, tickets ------------------------------------------------------------------------------

fn request(name: &str, ticket: &Ticket, title: &str, context: &Context<'_>) -> Result<Decision, Refusal> {
    check_name(name, None, context)?;
    check_ticket(ticket, None, context)?;
    one(RfrEvent::Requested {
        name: name.to_lowercase(),
        ticket: ticket.clone(),
        title: title.to_owned(),
        edition: context.edition,
    })
}

/// The longest name: `sysadmin-<name>` must fit the 32 characters that a group name may have.
pub const LONGEST_NAME: usize = 23;

fn check_name(name: &str, own: Option<RfrId>, context: &Context<'_>) -> Result<(), Refusal> {
    let lower = name.to_lowercase();
    let invalid = |why| {
        Err(Refusal::NameInvalid {
            name: name.to_owned(),
            why,
        })
    };
    if !lower.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return invalid("it must begin with a letter");
    }
    if !lower.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
        return invalid("only letters, digits and hyphens, because the group sysadmin-NAME is made from it");
    }
    if lower.len() > LONGEST_NAME {
        return invalid("at most 23 characters, because the group sysadmin-NAME is made from it");
    }
    if is_reserved(&lower) {
        return invalid("the word means something else in commands");
    }
    match context.register.named(&lower) {
        Some(other) if Some(other.id) != own => Err(Refusal::NameTaken {
            name: lower,
            ended: other.ended.is_some(),
            by: other.name,
        }),
        Some(_) | None => Ok(()),
    }
}

/// Words that commands read as something else, so that an RFR of that name could not be typed.
fn is_reserved(name: &str) -> bool {
    const WORDS: [&str; 9] = ["all", "mine", "stuck", "off", "add", "remove", "as", "on", "me"];
    Phase::from_word(name).is_some()
        || Topic::from_word(name).is_some()
        || WORDS.contains(&name)
        || sop::TABLE.iter().any(|row| row.id == name)
}

fn check_ticket(ticket: &Ticket, own: Option<RfrId>, context: &Context<'_>) -> Result<(), Refusal> {
    match context.register.with_ticket(ticket) {
        Some(other) if Some(other.id) != own => Err(Refusal::TicketTaken {
            ticket: ticket.clone(),
            by: other.name,
        }),
        Some(_) | None => Ok(()),
    }
}

fn rename(rfr: &Rfr, to: &str, context: &Context<'_>) -> Result<Decision, Refusal> {
    if rfr.name.eq_ignore_ascii_case(to) {
        return Ok(No(Already::Named(rfr.name.clone())));
    }
    check_name(to, Some(rfr.id), context)?;
    one(RfrEvent::Renamed { to: to.to_lowercase() })
}

fn set_ticket(rfr: &Rfr, to: &Ticket, context: &Context<'_>) -> Result<Decision, Refusal> {
    if rfr.ticket == *to {
        return Ok(No(Already::HasTicket(to.clone())));
    }
    check_ticket(to, Some(rfr.id), context)?;
    one(RfrEvent::TicketChanged { to: to.clone() })
}

// ---- sponsors ---------------------------------------------------------------------------------------------

fn sponsor(rfr: &Rfr, by: &Account) -> Result<Decision, Refusal> {
    match &rfr.sponsor {
        Some(sponsor) if sponsor.account == *by => Ok(No(Already::Sponsors {
            account: by.clone(),
            since: sponsor.since,
        })),
        // Whoever was asked to take over does so by the same word.
        Some(_) if rfr.asked_sponsor.as_ref().is_some_and(|asked| asked.account == *by) => accept(rfr, by),
        Some(sponsor) => Err(Refusal::HasSponsor {
            account: sponsor.account.clone(),
            since: sponsor.since,
        }),
        None => one(RfrEvent::Sponsored { account: by.clone() }),
    }
}

fn ask_sponsor(rfr: &Rfr, account: &Account, by: &Account, context: &Context<'_>) -> Result<Decision, Refusal> {
    if let Some(sponsor) = &rfr.sponsor
        && sponsor.account != *account
    {
        return Err(Refusal::HasSponsor {
            account: sponsor.account.clone(),
            since: sponsor.since,
        });
    }
    if account == by && context.directory.is_member(by, SYSADMIN_MAIN) {
        return sponsor(rfr, by);
    }
    ask(rfr, account, context)
}

/// Asks a member; that it counts only once the member accepts is the SOP's "assigned *and accepted*".
fn ask(rfr: &Rfr, account: &Account, context: &Context<'_>) -> Result<Decision, Refusal> {
    if let Some(sponsor) = &rfr.sponsor
        && sponsor.account == *account
    {
        return Ok(No(Already::Sponsors {
            account: account.clone(),
            since: sponsor.since,
        }));
    }
    if !context.directory.is_member(account, SYSADMIN_MAIN) {
        return Err(Refusal::CannotSponsor {
            account: account.clone(),
            members: context.directory.members(SYSADMIN_MAIN),
        });
    }
    match &rfr.asked_sponsor {
        Some(asked) if asked.account == *account => Ok(No(Already::Asked {
            account: account.clone(),
            mark: asked.mark.clone(),
        })),
        Some(_) | None => one(RfrEvent::SponsorAsked {
            account: account.clone(),
        }),
    }
}

fn accept(rfr: &Rfr, by: &Account) -> Result<Decision, Refusal> {
    match &rfr.asked_sponsor {
        Some(asked) if asked.account == *by => one(RfrEvent::Sponsored { account: by.clone() }),
        Some(asked) => Err(Refusal::NotAsked {
            asked: Some(asked.account.clone()),
        }),
        None => match &rfr.sponsor {
            Some(sponsor) if sponsor.account == *by => Ok(No(Already::Sponsors {
                account: by.clone(),
                since: sponsor.since,
            })),
            Some(_) | None => Err(Refusal::NotAsked { asked: None }),
        },
    }
}

fn decline(rfr: &Rfr, by: &Account, context: &Context<'_>) -> Result<Decision, Refusal> {
    let Some(asked) = &rfr.asked_sponsor else {
        return Ok(No(Already::NobodyAsked));
    };
    let may = asked.account == *by || asked.mark.by == *by || context.directory.is_member(by, SYSADMIN_MAIN);
    if !may {
        return Err(Refusal::NotAsked {
            asked: Some(asked.account.clone()),
        });
    }
    one(RfrEvent::SponsorDeclined)
}

// ---- planning ---------------------------------------------------------------------------------------------

fn add_people(rfr: &Rfr, accounts: &[Account], role: &str) -> Result<Decision, Refusal> {
    let role = if role.is_empty() { DEFAULT_ROLE } else { role };
    let new: Vec<&Account> = accounts
        .iter()
        .filter(|account| {
            !rfr.people
                .iter()
                .any(|person| person.account == **account && person.role == role)
        })
        .collect();
    if new.is_empty() {
        return Ok(No(Already::TakePart(accounts.to_vec())));
    }
    let mut events: Vec<RfrEvent> = new
        .into_iter()
        .map(|account| RfrEvent::PersonAdded {
            account: account.clone(),
            role: role.to_owned(),
        })
        .collect();
    // Naming somebody answers the SOP's question of who is involved.
    let who = rfr
        .open_questions()
        .find(|question| question.from_sop && question.topic.is_none());
    if let Some(question) = who {
        let names: Vec<&str> = accounts.iter().map(Account::as_str).collect();
        events.push(RfrEvent::QuestionAnswered {
            number: question.number,
            text: format!("{} ({role})", names.join(", ")),
        });
    }
    Ok(Yes(events))
}

fn remove_people(rfr: &Rfr, accounts: &[Account]) -> Result<Decision, Refusal> {
    if let Some(stranger) = accounts
        .iter()
        .find(|account| !rfr.people.iter().any(|person| person.account == **account))
    {
        return Err(Refusal::NotThere(stranger.clone()));
    }
    Ok(Yes(accounts
        .iter()
        .map(|account| RfrEvent::PersonRemoved {
            account: account.clone(),
        })
        .collect()))
}

/// `Some` where the question is closed; an error where there is none of that number.
fn closed_question(rfr: &Rfr, number: u32) -> Result<Option<Already>, Refusal> {
    let question = rfr.question(number).ok_or_else(|| Refusal::UnknownQuestion {
        number,
        open: rfr.open_questions().map(|question| question.number).collect(),
    })?;
    Ok(question.closed.as_ref().map(|closed| {
        let (mark, answer) = match closed {
            Closed::Answered { text, mark } => (mark.clone(), Some(text.clone())),
            Closed::Withdrawn { mark } => (mark.clone(), None),
        };
        Already::QuestionClosed { number, mark, answer }
    }))
}

fn answer(rfr: &Rfr, number: u32, text: &str) -> Result<Decision, Refusal> {
    if let Some(closed) = closed_question(rfr, number)? {
        return Ok(No(closed));
    }
    let mut events = vec![RfrEvent::QuestionAnswered {
        number,
        text: text.to_owned(),
    }];
    // The answer to one of the SOP's questions is the decision that it asks for.
    let topic = rfr.question(number).and_then(|question| question.topic);
    if let Some(topic) = topic
        && !rfr.decisions.contains_key(&topic)
    {
        events.push(RfrEvent::TopicDecided {
            topic,
            text: text.to_owned(),
        });
    }
    Ok(Yes(events))
}

fn decide_topic(rfr: &Rfr, topic: Topic, text: &str) -> Result<Decision, Refusal> {
    if let Some(decision) = rfr.decisions.get(&topic)
        && decision.text == text
    {
        return Ok(No(Already::Decided {
            topic,
            mark: decision.mark.clone(),
        }));
    }
    let mut events = vec![RfrEvent::TopicDecided {
        topic,
        text: text.to_owned(),
    }];
    // A decision answers the SOP's question that asked for it.
    if let Some(question) = rfr.open_questions().find(|question| question.topic == Some(topic)) {
        events.push(RfrEvent::QuestionAnswered {
            number: question.number,
            text: text.to_owned(),
        });
    }
    Ok(Yes(events))
}

// ---- items, SOPs, schedule --------------------------------------------------------------------------------

fn done(rfr: &Rfr, row: &'static Row, note: &str) -> Result<Decision, Refusal> {
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
        | Kind::PlanningQuestions
        | Kind::SignOff
        | Kind::QuestionsAndDecisions
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

fn undone(rfr: &Rfr, row: &'static Row, reason: &str) -> Result<Decision, Refusal> {
    let reason = reason.to_owned();
    let mut events = Vec::new();
    match row.kind {
        Kind::Check { .. } | Kind::Sops => {
            if rfr.done.contains_key(row.id) {
                events.push(RfrEvent::ItemUndone {
                    item: row.id.to_owned(),
                    reason: reason.clone(),
                });
            }
            if row.kind == Kind::Sops && !rfr.sops.is_empty() {
                events.push(RfrEvent::SopsCleared { reason });
            }
        }
        Kind::Discussion if !rfr.discussions.is_empty() => events.push(RfrEvent::DiscussionsCleared { reason }),
        Kind::Schedule if rfr.schedule.is_some() => events.push(RfrEvent::Unscheduled { reason }),
        Kind::Discussion | Kind::Schedule => {}
        Kind::Ticket
        | Kind::AcceptedSponsor
        | Kind::People
        | Kind::SecondPerson
        | Kind::PlanningQuestions
        | Kind::SignOff
        | Kind::QuestionsAndDecisions => return Err(Refusal::NotACheck(row)),
    }
    if events.is_empty() {
        return Ok(No(Already::NotDone(row)));
    }
    Ok(Yes(events))
}

fn schedule(rfr: &Rfr, date: NaiveDate, note: &str, context: &Context<'_>) -> Result<Decision, Refusal> {
    let today = context.now.date_naive();
    if date < today {
        return Err(Refusal::DateInPast { date, today });
    }
    if let Some(freeze) = context.calendar.freeze_on(date) {
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

// ---- sign-offs --------------------------------------------------------------------------------------------

fn sign_off(rfr: &Rfr, phase: Phase, note: &str) -> Result<Decision, Refusal> {
    if !sop::rows(rfr.edition, phase).any(|row| row.kind == Kind::SignOff) {
        return Err(Refusal::NoSignOffInPhase(phase));
    }
    if phase != rfr.phase {
        return Err(Refusal::OtherPhase {
            named: phase,
            current: rfr.phase,
        });
    }
    if let Some(hold) = &rfr.hold {
        return Err(Refusal::OnHold(hold.clone()));
    }
    match rfr.signoffs.get(&phase) {
        Some(SignOff {
            mark, outdated: None, ..
        }) => Ok(No(Already::SignedOff {
            phase,
            mark: mark.clone(),
        })),
        Some(_) | None => one(RfrEvent::SignedOff {
            phase,
            note: note.to_owned(),
        }),
    }
}

/// A sign-off is bound to what it signed: when that changes, it no longer counts.
fn outdates_sign_off(rfr: &Rfr, events: &[RfrEvent]) -> Option<RfrEvent> {
    let signoff = rfr.signoffs.get(&rfr.phase)?;
    if signoff.outdated.is_some() {
        return None;
    }
    let leaving = events
        .iter()
        .filter(|event| matches!(event, RfrEvent::PersonRemoved { .. }))
        .count();
    let because = if leaving > 0 && leaving == rfr.people.len() {
        "nobody is recorded as maintaining it any more".to_owned()
    } else {
        events.iter().find_map(|event| changes_what_was_signed(rfr, event))?
    };
    Some(RfrEvent::SignOffOutdated {
        phase: rfr.phase,
        because,
    })
}

/// A freeze moved over the production date that was signed: the sign-off no longer counts.
pub fn outdated_by_freeze(rfr: &Rfr, freeze: &str) -> Option<RfrEvent> {
    let date = rfr.schedule.as_ref()?.date;
    let signoff = rfr.signoffs.get(&rfr.phase)?;
    (signoff.outdated.is_none() && demands(rfr, Kind::Schedule)).then(|| RfrEvent::SignOffOutdated {
        phase: rfr.phase,
        because: format!("the production date {date} is in the freeze {freeze}"),
    })
}

/// The gate demands its own rows and those of every phase before it.
fn demands(rfr: &Rfr, kind: Kind) -> bool {
    Phase::ALL
        .into_iter()
        .filter(|phase| *phase <= rfr.phase)
        .any(|phase| sop::rows(rfr.edition, phase).any(|row| row.kind == kind))
}

fn changes_what_was_signed(rfr: &Rfr, event: &RfrEvent) -> Option<String> {
    let demanded = |kind: Kind| demands(rfr, kind);
    let questions = || demanded(Kind::QuestionsAndDecisions);
    let schedule = || demanded(Kind::Schedule);
    match event {
        RfrEvent::QuestionAsked { number, .. } if questions() => Some(format!("question {number} was opened")),
        RfrEvent::TopicDecided { topic, .. } if questions() && rfr.decisions.contains_key(topic) => {
            Some(format!("the decision on {topic} changed"))
        }
        RfrEvent::ItemUndone { item, .. } => {
            let row = sop::row(rfr.edition, item)?;
            (row.phase <= rfr.phase).then(|| format!("{item} is not done after all"))
        }
        RfrEvent::SopsCleared { .. } => demanded(Kind::Sops).then(|| "the SOPs were taken back".to_owned()),
        RfrEvent::Scheduled { date, .. } if schedule() => {
            let before = rfr.schedule.as_ref().filter(|before| before.date != *date)?;
            Some(format!("the production date moved from {} to {date}", before.date))
        }
        RfrEvent::Unscheduled { .. } if schedule() => Some("the production date was taken back".to_owned()),
        RfrEvent::Sponsored { account } => Some(format!("{account} is the sponsor now")),
        RfrEvent::Unsponsored { .. } => Some("it has no sponsor any more".to_owned()),
        RfrEvent::DiscussionsCleared { .. } => Some("the discussion on the list was taken back".to_owned()),
        RfrEvent::Requested { .. }
        | RfrEvent::Renamed { .. }
        | RfrEvent::Retitled { .. }
        | RfrEvent::TicketChanged { .. }
        | RfrEvent::SponsorAsked { .. }
        | RfrEvent::SponsorDeclined
        | RfrEvent::DiscussionRecorded { .. }
        | RfrEvent::PersonAdded { .. }
        | RfrEvent::PersonRemoved { .. }
        | RfrEvent::QuestionAsked { .. }
        | RfrEvent::QuestionAnswered { .. }
        | RfrEvent::QuestionWithdrawn { .. }
        | RfrEvent::TopicDecided { .. }
        | RfrEvent::ItemDone { .. }
        | RfrEvent::SopLinked { .. }
        | RfrEvent::Scheduled { .. }
        | RfrEvent::Unscheduled { .. }
        | RfrEvent::Noted { .. }
        | RfrEvent::Linked { .. }
        | RfrEvent::SignedOff { .. }
        | RfrEvent::SignOffWithdrawn { .. }
        | RfrEvent::SignOffOutdated { .. }
        | RfrEvent::Held { .. }
        | RfrEvent::Released { .. }
        | RfrEvent::Advanced { .. }
        | RfrEvent::Reverted { .. }
        | RfrEvent::Ended { .. }
        | RfrEvent::Reopened { .. }
        | RfrEvent::Undone { .. } => None,
    }
}

// ---- moving -----------------------------------------------------------------------------------------------

fn advance(rfr: &Rfr, context: &Context<'_>) -> Result<Decision, Refusal> {
    if let Some(hold) = &rfr.hold {
        return Err(Refusal::OnHold(hold.clone()));
    }
    let Some(to) = rfr.phase.next() else {
        return Err(Refusal::LastPhase);
    };
    let blocking = gate::blocking(rfr);
    if !blocking.is_empty() {
        return Err(Refusal::GateShut {
            phase: rfr.phase,
            blocking,
        });
    }
    if to == Phase::Production {
        may_change_production(rfr, context)?;
    }
    let mut events = vec![RfrEvent::Advanced { from: rfr.phase, to }];
    if to == Phase::Planning {
        events.extend(planning_questions(rfr));
    }
    Ok(Yes(events))
}

fn may_change_production(rfr: &Rfr, context: &Context<'_>) -> Result<(), Refusal> {
    frozen(rfr, context.book, context.breaks, context.now).map_or(Ok(()), Err)
}

/// What keeps an RFR from production during a freeze: one in force without an approved freeze break that covers it.
pub fn frozen(rfr: &Rfr, book: &FreezeBook, breaks: &FreezeBreaks, now: DateTime<Utc>) -> Option<Refusal> {
    let in_force = book.in_force(now);
    if rfr.phase > Phase::Staging || in_force.is_empty() || breaks.approved_for(rfr.id, book, now).is_some() {
        return None;
    }
    let waiting = breaks.open_for(rfr.id).and_then(|found| match found.standing() {
        Standing::Waiting { more } => Some((found.number, more)),
        Standing::Approved | Standing::Done | Standing::Expired => None,
    });
    Some(Refusal::Frozen {
        freezes: in_force.iter().map(|freeze| freeze.key.to_string()).collect(),
        waiting,
    })
}

/// Opens the SOP's questions; what is settled already is answered at once. A second time in planning asks
/// nothing again.
fn planning_questions(rfr: &Rfr) -> Vec<RfrEvent> {
    let mut events = Vec::new();
    let mut number = next_number(rfr);
    for question in &PLANNING_QUESTIONS {
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
        });
        let settled = match question.topic {
            Some(topic) => rfr.decisions.get(&topic).map(|decision| decision.text.clone()),
            None => {
                let names: Vec<&str> = rfr.people.iter().map(|person| person.account.as_str()).collect();
                (!names.is_empty()).then(|| names.join(", "))
            }
        };
        if let Some(text) = settled {
            events.push(RfrEvent::QuestionAnswered { number, text });
        }
        number += 1;
    }
    events
}

fn revert(rfr: &Rfr, to: Phase, reason: &str) -> Result<Decision, Refusal> {
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
    let because = format!("it went back to {to}");
    // What was signed, done and planned for the phases ahead has to be earned again.
    for (phase, signoff) in rfr.signoffs.range(to..) {
        if signoff.outdated.is_none() {
            events.push(RfrEvent::SignOffOutdated {
                phase: *phase,
                because: because.clone(),
            });
        }
    }
    for item in rfr.done.keys() {
        if sop::row(rfr.edition, item).is_some_and(|row| row.phase > to && matches!(row.kind, Kind::Check { .. })) {
            events.push(RfrEvent::ItemUndone {
                item: item.clone(),
                reason: because.clone(),
            });
        }
    }
    if rfr.schedule.is_some() {
        events.push(RfrEvent::Unscheduled { reason: because });
    }
    Ok(Yes(events))
}

/// What was signed before it ended was signed for another time.
fn reopen(rfr: &Rfr, reason: &str) -> Vec<RfrEvent> {
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
            because: "it had ended and was reopened".to_owned(),
        });
    }
    events
}

fn undo(rfr: &Rfr, by: &Account, context: &Context<'_>) -> Result<Decision, Refusal> {
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
    // The ticket that it had before may have gone to another RFR meanwhile; a former name stays taken.
    if let Before::Was(before) = &rfr.before {
        check_ticket(&before.ticket, Some(rfr.id), context)?;
        check_what_comes_back(rfr, before, by, context)?;
        // Taking a revert back deploys again.
        if rfr.phase < Phase::Production && before.phase >= Phase::Production {
            may_change_production(rfr, context)?;
        }
        // A sign-off that a freeze outdated stays so while the date that it signed is frozen.
        if let Some(schedule) = &before.schedule
            && let Some(freeze) = context.calendar.freeze_on(schedule.date)
            && rfr.signoffs.get(&rfr.phase).is_some_and(|now| now.outdated.is_some())
            && before
                .signoffs
                .get(&rfr.phase)
                .is_some_and(|then| then.outdated.is_none())
        {
            return Err(Refusal::DateInFreeze {
                date: schedule.date,
                freeze: freeze.name.clone(),
                first_free: context.calendar.first_free_day(schedule.date),
            });
        }
    }
    one(RfrEvent::Undone { seq: rfr.last_seq })
}

/// An undo gives nothing back that the person could not give at this moment.
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
    }
    // One that was only outdated is as it was when its cause is gone; one that was withdrawn is given anew.
    let mut signed = before.signoffs.iter().filter(|(_, signoff)| signoff.outdated.is_none());
    let gives_back_a_signature = signed.any(|(phase, _)| !now.signoffs.contains_key(phase));
    if gives_back_a_signature {
        needs(by, SYSADMIN_MAIN)?;
    }
    // A revert undoes items by itself, and goes back with them.
    let taken_back = before
        .done
        .keys()
        .filter(|item| now.phase == before.phase && !now.done.contains_key(*item));
    for item in taken_back {
        if let Some(Kind::Check { by: Some(group) }) = sop::row(before.edition, item).map(|row| row.kind) {
            needs(by, group)?;
        }
    }
    Ok(())
}

/// The RFR after several events of one commit.
pub fn apply_all(mut rfr: Option<Rfr>, id: RfrId, origin: &Origin, events: &[RfrEvent]) -> Option<Rfr> {
    for event in events {
        rfr = apply(rfr, id, origin, event);
    }
    rfr
}
