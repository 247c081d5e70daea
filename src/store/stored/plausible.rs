//! A record says what was written, not that it is possible: a program of another time wrote it, or a hand.

use crate::calendar::FreezeFact;
use crate::people::Account;
use crate::record::{Commit, Event};
use crate::rfr::RfrEvent;
use chrono::{Datelike, NaiveDate};

/// The highest number that a record may hold: far beyond any history, and far from where counting on overflows.
const MOST: u64 = 1 << 48;

/// The same for the numbers of questions, offers and freeze breaks.
const MOST_IN_AN_RFR: u32 = 1 << 30;

/// Beyond any plan, and far from where adding days overflows.
const LAST_YEAR: i32 = 12_000;

/// What in a commit cannot be, and would be counted on, looked up or shown all the same.
pub(super) fn check(commit: &Commit) -> Result<(), String> {
    low(commit.origin.seq)?;
    day(commit.origin.at.date_naive())?;
    account(&commit.origin.by)?;
    commit.events.iter().try_for_each(event)
}

fn event(event: &Event) -> Result<(), String> {
    match event {
        Event::Rfr { id, event } => low(id.0).and_then(|()| of_rfr(event)),
        Event::FocusChanged { rfr, .. } => rfr.map_or(Ok(()), |id| low(id.0)),
        Event::FreezeBreak { number, .. } => counted(*number),
        Event::Freeze(FreezeFact::Added { span, at, .. }) => {
            day(span.from())?;
            day(span.to())?;
            day(at.date_naive())
        }
        Event::Freeze(
            FreezeFact::Removed { .. }
            | FreezeFact::Started { .. }
            | FreezeFact::Lifted { .. }
            | FreezeFact::WordTakenBack { .. },
        )
        | Event::Absence(_)
        | Event::CalendarRead { .. }
        | Event::AbsencesRead { .. }
        | Event::Reminder(_) => Ok(()),
    }
}

fn of_rfr(event: &RfrEvent) -> Result<(), String> {
    match event {
        RfrEvent::Requested { name: word, .. }
        | RfrEvent::Renamed { to: word }
        | RfrEvent::NameFreed { name: word } => name(word),
        RfrEvent::SponsorAsked { account: who }
        | RfrEvent::Sponsored { account: who }
        | RfrEvent::PersonAdded { account: who, .. }
        | RfrEvent::PersonRemoved { account: who } => account(who),
        RfrEvent::QuestionAsked { number, .. }
        | RfrEvent::QuestionAnswered { number, .. }
        | RfrEvent::QuestionWithdrawn { number } => counted(*number),
        RfrEvent::OfferTaken { offer, question } => counted(*offer).and_then(|()| counted(*question)),
        RfrEvent::Scheduled { date, .. } => day(*date),
        RfrEvent::Undone { seq } => low(*seq),
        RfrEvent::Retitled { .. }
        | RfrEvent::TicketChanged { .. }
        | RfrEvent::SponsorDeclined
        | RfrEvent::Unsponsored { .. }
        | RfrEvent::DiscussionRecorded { .. }
        | RfrEvent::DiscussionsCleared { .. }
        | RfrEvent::TopicDecided { .. }
        | RfrEvent::ItemDone { .. }
        | RfrEvent::ItemUndone { .. }
        | RfrEvent::SopLinked { .. }
        | RfrEvent::SopsCleared { .. }
        | RfrEvent::Unscheduled { .. }
        | RfrEvent::Noted { .. }
        | RfrEvent::Linked { .. }
        | RfrEvent::SignedOff { .. }
        | RfrEvent::SignOffWithdrawn { .. }
        | RfrEvent::SignOffOutdated { .. }
        | RfrEvent::Held { .. }
        | RfrEvent::ReleaseAgreed { .. }
        | RfrEvent::Released { .. }
        | RfrEvent::Advanced { .. }
        | RfrEvent::Reverted { .. }
        | RfrEvent::Ended { .. }
        | RfrEvent::Reopened { .. }
        | RfrEvent::Reported { .. }
        | RfrEvent::Mailed { .. }
        | RfrEvent::MailSent { .. }
        | RfrEvent::MailFailed { .. }
        | RfrEvent::MailHeldBack { .. }
        | RfrEvent::HeldBackTold
        | RfrEvent::ListMailHeard { .. } => Ok(()),
    }
}

fn low(number: u64) -> Result<(), String> {
    if number > MOST {
        return Err(format!("the number {number} is too high to be counted on"));
    }
    Ok(())
}

fn counted(number: u32) -> Result<(), String> {
    if number > MOST_IN_AN_RFR {
        return Err(format!("the number {number} is too high to be counted on"));
    }
    Ok(())
}

fn day(date: NaiveDate) -> Result<(), String> {
    if !(0..=LAST_YEAR).contains(&date.year()) {
        return Err(format!("the day {date} is in no year from 0 to {LAST_YEAR}"));
    }
    Ok(())
}

/// Names were always letters, digits and hyphens.
fn name(word: &str) -> Result<(), String> {
    let is_one = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !is_one {
        return Err(format!(
            "{word:?} is the name of no RFR: names are letters, digits and hyphens"
        ));
    }
    Ok(())
}

fn account(account: &Account) -> Result<(), String> {
    let word = account.as_str();
    if word.is_empty() || word.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(format!("{word:?} is nobody's account: accounts are one word"));
    }
    Ok(())
}
