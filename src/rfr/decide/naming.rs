//! Requests, names and tickets.

use super::{
    Account, Already, Change, Context, DateTime, Edition, No, Refusal, Rfr, RfrDecision, RfrEvent, RfrId, Ticket, Utc,
    one, sop,
};
use chrono::TimeDelta;

pub(super) fn request(name: &str, ticket: &Ticket, title: &str, context: &Context<'_>) -> Result<RfrDecision, Refusal> {
    check_name(name, None, context)?;
    check_ticket(ticket, None, context)?;
    let mut events = vec![RfrEvent::Requested {
        name: name.to_ascii_lowercase(),
        ticket: ticket.clone(),
        title: title.to_owned(),
        edition: context.edition,
    }];
    // A new RFR has nothing settled yet.
    let asked = context.edition.questions(context.edition.first());
    events.extend(asked.zip(1..).map(|(question, number)| RfrEvent::QuestionAsked {
        number,
        text: question.text.to_owned(),
        topic: question.topic,
        from_sop: true,
        on_the_list: None,
    }));
    Ok(RfrDecision::Events(events))
}

/// Could a new RFR have that name?
pub fn is_free_name(name: &str, context: &Context<'_>) -> bool {
    check_name(name, None, context).is_ok()
}

/// Longest name: `sysadmin-<name>` must fit the 32 characters of a group name.
const LONGEST_NAME: usize = 23;

pub(super) fn check_name(name: &str, own: Option<RfrId>, context: &Context<'_>) -> Result<(), Refusal> {
    let lower = name.to_ascii_lowercase();
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
    if is_reserved(&lower, context.edition) {
        return invalid("the word means something else in commands");
    }
    let account = Account::new(&lower);
    if context.directory.knows(&account) || context.directory.is_nobody(&account) {
        return invalid("somebody's account is called so, and commands must tell the two apart");
    }
    match context.register.named(&lower) {
        Some(other) if Some(other.id) != own && !is_free(&other, &lower, context) => Err(Refusal::NameTaken {
            until: kept_until(&other, &lower, context).map(|end| end.date_naive()),
            name: lower,
            ended: other.ended.is_some(),
            by: other.name,
        }),
        Some(_) | None => Ok(()),
    }
}

/// How long a former name finds its RFR before somebody else may take it.
pub const FORMER_NAMES_KEPT: TimeDelta = TimeDelta::days(90);

/// Until when a former name is kept.
fn kept_until(rfr: &Rfr, name: &str, context: &Context<'_>) -> Option<DateTime<Utc>> {
    let since = context.register.called_until(rfr, name)?;
    (!rfr.name.eq_ignore_ascii_case(name)).then(|| since + FORMER_NAMES_KEPT)
}

fn is_free(rfr: &Rfr, name: &str, context: &Context<'_>) -> bool {
    kept_until(rfr, name, context).is_some_and(|end| end <= context.now)
}

/// The RFR that loses a former name to this change, and the name.
pub fn freed_by(change: &Change, own: Option<RfrId>, context: &Context<'_>) -> Option<(Rfr, String)> {
    let (Change::Request { name, .. } | Change::Rename { to: name }) = change else {
        return None;
    };
    let other = context.register.named(name)?;
    (Some(other.id) != own && !other.name.eq_ignore_ascii_case(name)).then(|| (other, name.to_ascii_lowercase()))
}

pub(super) fn free_name(rfr: &Rfr, name: &str) -> Result<RfrDecision, Refusal> {
    if !rfr.former_names.iter().any(|former| former.eq_ignore_ascii_case(name)) {
        return Err(Refusal::NoFormerName);
    }
    one(RfrEvent::NameFreed {
        name: name.to_ascii_lowercase(),
    })
}

/// Names restored by an undo must still be nobody else's.
pub(super) fn check_former_names(now: &Rfr, before: &Rfr, context: &Context<'_>) -> Result<(), Refusal> {
    let mut back = before.former_names.iter().chain([&before.name]);
    let taken = back.find_map(|name| {
        let other = (!now.is_named(name)).then(|| context.register.named(name)).flatten()?;
        (other.id != now.id).then(|| Refusal::NameTaken {
            name: name.clone(),
            until: None,
            ended: other.ended.is_some(),
            by: other.name,
        })
    });
    taken.map_or(Ok(()), Err)
}

/// Words that commands interpret otherwise, so that an RFR with that name could not be typed.
pub(super) fn is_reserved(name: &str, edition: Edition) -> bool {
    const WORDS: [&str; 9] = ["all", "mine", "stuck", "off", "add", "remove", "as", "on", "me"];
    WORDS.contains(&name) || sop::means(Edition::shipped().iter().copied().chain([edition]), name)
}

pub(super) fn check_ticket(ticket: &Ticket, own: Option<RfrId>, context: &Context<'_>) -> Result<(), Refusal> {
    match context.register.with_ticket(ticket) {
        Some(other) if Some(other.id) != own => Err(Refusal::TicketTaken {
            ticket: ticket.clone(),
            by: other.name,
        }),
        Some(_) | None => Ok(()),
    }
}

pub(super) fn rename(rfr: &Rfr, to: &str, context: &Context<'_>) -> Result<RfrDecision, Refusal> {
    if rfr.name.eq_ignore_ascii_case(to) {
        return Ok(No(Already::Named(rfr.name.clone())));
    }
    check_name(to, Some(rfr.id), context)?;
    let to = to.to_ascii_lowercase();
    // A name that is no longer kept makes room for others.
    let old = rfr
        .former_names
        .iter()
        .filter(|name| **name != to && is_free(rfr, name, context));
    let freed: Vec<RfrEvent> = old.map(|name| RfrEvent::NameFreed { name: name.clone() }).collect();
    let mut events = vec![RfrEvent::Renamed { to }];
    events.extend(freed);
    Ok(RfrDecision::Events(events))
}

pub(super) fn set_ticket(rfr: &Rfr, to: &Ticket, context: &Context<'_>) -> Result<RfrDecision, Refusal> {
    if rfr.ticket == *to {
        return Ok(No(Already::HasTicket(to.clone())));
    }
    check_ticket(to, Some(rfr.id), context)?;
    one(RfrEvent::TicketChanged { to: to.clone() })
}
