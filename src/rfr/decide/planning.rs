//! People, questions and decisions.

use super::{Account, Already, DEFAULT_ROLE, No, Refusal, Rfr, RfrDecision, RfrEvent, Topic, Yes, next_number};
use crate::rfr::{Closed, maintains};

pub(super) fn add_people(rfr: &Rfr, accounts: &[Account], role: &str) -> Result<RfrDecision, Refusal> {
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
    // Naming somebody answers the SOP's question of who is involved in deploying and maintaining it.
    let who = rfr
        .open_questions()
        .filter(|_| maintains(role))
        .find(|question| question.from_sop && rfr.edition.asks_for_people(&question.text));
    if let Some(question) = who {
        let names: Vec<&str> = accounts.iter().map(Account::as_str).collect();
        events.push(RfrEvent::QuestionAnswered {
            number: question.number,
            text: format!("{} ({role})", names.join(", ")),
            by_mail: None,
            why: String::new(),
        });
    }
    Ok(Yes(events))
}

pub(super) fn remove_people(rfr: &Rfr, accounts: &[Account]) -> Result<RfrDecision, Refusal> {
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
pub(super) fn closed_question(rfr: &Rfr, number: u32) -> Result<Option<Already>, Refusal> {
    let question = rfr.question(number).ok_or_else(|| Refusal::UnknownQuestion {
        number,
        open: rfr.open_questions().map(|question| question.number).collect(),
    })?;
    let closed = question.closed.clone();
    Ok(closed.map(|closed| Already::QuestionClosed { number, closed }))
}

pub(super) fn answer(rfr: &Rfr, number: u32, text: &str, by_mail: Option<&Account>) -> Result<RfrDecision, Refusal> {
    let (text, why) = match closed_question(rfr, number)? {
        None => (text, ""),
        // Correcting an answer needs a reason.
        Some(
            closed @ Already::QuestionClosed {
                closed: Closed::Answered { .. },
                ..
            },
        ) => match corrected(text) {
            Some(corrected) if by_mail.is_none() && !says_the_same(&closed, corrected.0) => corrected,
            Some(_) | None => return Ok(No(closed)),
        },
        Some(closed) => return Ok(No(closed)),
    };
    let mut events = vec![RfrEvent::QuestionAnswered {
        number,
        text: text.to_owned(),
        by_mail: by_mail.cloned(),
        why: why.to_owned(),
    }];
    // The answer to one of the SOP's questions is the decision that it asks for.
    let topic = rfr.question(number).and_then(|question| question.topic);
    let is_decided = |topic| match rfr.decisions.get(topic) {
        Some(decision) => why.is_empty() || decision.text == text,
        None => false,
    };
    if let Some(topic) = topic
        && !is_decided(&topic)
    {
        events.push(RfrEvent::TopicDecided {
            topic,
            text: text.to_owned(),
        });
    }
    Ok(Yes(events))
}

/// An answer and, behind dashes, why it takes the place of another.
fn corrected(text: &str) -> Option<(&str, &str)> {
    let parts = [" -- ", " \u{2014} "]
        .into_iter()
        .find_map(|dashes| text.rsplit_once(dashes));
    let (text, why) = parts.map(|(text, why)| (text.trim(), why.trim()))?;
    (!text.is_empty() && !why.is_empty()).then_some((text, why))
}

fn says_the_same(already: &Already, text: &str) -> bool {
    matches!(already, Already::QuestionClosed { closed: Closed::Answered { text: known, .. }, .. } if known == text)
}

pub(super) fn decide_topic(rfr: &Rfr, topic: Topic, text: &str) -> Result<RfrDecision, Refusal> {
    if let Some(decision) = rfr.decisions.get(&topic)
        && decision.text == text
    {
        return Ok(No(Already::Decided {
            topic,
            mark: decision.mark.clone(),
        }));
    }
    // A topic of another edition is decided only if a question left over from it asks for it.
    let is_asked = rfr.topics().contains(&topic) || rfr.questions.iter().any(|asked| asked.topic == Some(topic));
    if !is_asked {
        return Err(Refusal::NoSuchTopic(topic));
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
            by_mail: None,
            why: String::new(),
        });
    }
    Ok(Yes(events))
}

/// A question offered in a mail becomes one of the RFR.
pub(super) fn ask_offered(rfr: &Rfr, number: u32) -> Result<RfrDecision, Refusal> {
    let offers = &rfr.thread.offers;
    let Some(offer) = rfr.thread.offer(number) else {
        let free = offers.iter().filter(|offer| offer.taken.is_none());
        return Err(Refusal::UnknownOffer {
            number,
            free: free.map(|offer| offer.number).collect(),
        });
    };
    if let Some(question) = offer.taken {
        return Err(Refusal::OfferTaken { number, question });
    }
    let question = next_number(rfr);
    Ok(Yes(vec![
        RfrEvent::QuestionAsked {
            number: question,
            text: offer.text.clone(),
            topic: None,
            from_sop: false,
            on_the_list: Some(offer.name.clone()),
        },
        RfrEvent::OfferTaken {
            offer: number,
            question,
        },
    ]))
}
