//! One page to sign from: what is there and by whom, what changed since the last signature, and the line to paste.

use super::Wording;
use super::answers::roles;
use super::digest::where_it_is_discussed;
use super::outlook::is_over;
use super::phrases::{
    LONGEST_WORDS, because, by_on, cut, date, day, held, in_lines, in_place_of, joined, outdated_by_now, people,
    quoted, sponsor,
};
use super::questions::people_now;
use super::upkeep::{instead_of_sops, needless, said_of_sops, talk};
use crate::calendar::{Absence, Calendar};
use crate::people::Account;
use crate::rfr::gate::{self, Finding};
use crate::rfr::outlook::Outlook;
use crate::rfr::{Closed, Mark, Question, Rfr};
use crate::sop::{Kind, Phase, Row};
use crate::text::{Message, Paragraph};
use chrono::{DateTime, Utc};

/// How many of the paragraphs are always shown; where a network can fold, the others are folded.
pub const REVIEW_SHOWN: u32 = 3;

/// Everything that a review is made of.
pub struct Review<'a> {
    /// Where it stands.
    pub outlook: &'a Outlook<'a>,
    /// The row of the sign-off that is due, or was given.
    pub row: Option<&'static Row>,
    /// The RFR as it was when the sponsor signed that row, where that signature no longer counts.
    pub signed: Option<&'a Rfr>,
    /// Who of those involved is away, today or on the production date.
    pub away: Vec<(Account, Absence)>,
    /// Frozen days.
    pub calendar: &'a Calendar,
    /// What is said of freezes.
    pub freezes: Vec<Paragraph>,
}

impl Wording {
    /// One page to sign from.
    pub fn review(&self, review: &Review<'_>) -> Message {
        let rfr = review.outlook.rfr;
        let first = Paragraph::new()
            .strong(rfr.name.clone())
            .text(format!(" ({}): ", rfr.title))
            .then(self.standing(review.outlook))
            .text("; ")
            .then(sponsor(rfr))
            .text("; ")
            .link(rfr.ticket.url.clone())
            .text(".");
        let mut message = Message::line(first);
        message.push(self.to_be_signed(review));
        message.0.extend(expired(review));
        let (musts, steps): (Vec<Finding>, Vec<Finding>) = Phase::ALL
            .into_iter()
            .filter(|phase| *phase <= rfr.phase)
            .flat_map(|phase| gate::findings(rfr, phase))
            .partition(Finding::keeps_a_gate);
        message.0.extend(evidence("MUST", review.outlook, &musts));
        if !steps.is_empty() {
            message.0.extend(evidence("Steps", review.outlook, &steps));
        }
        message.0.extend(self.not_in_the_group(review.outlook));
        message.push(decided(rfr));
        message.0.extend(asked(rfr));
        message.push(around(review));
        message
    }

    /// The line to paste, and by whom.
    fn to_be_signed(&self, review: &Review<'_>) -> Paragraph {
        let rfr = review.outlook.rfr;
        let line = Paragraph::new();
        if let Some(hold) = &rfr.hold {
            let line = line.text("On hold ").then(held(hold));
            let lifted_by = self.lifted_by(&rfr.name, hold);
            return line.text("; nothing is signed until ").then(lifted_by).text(".");
        }
        let Some(row) = review.row else {
            let command = self.type_this(&format!("next {}", rfr.name));
            return line
                .text(format!(
                    "The SOP wants no sign-off in {}. What it needs: ",
                    rfr.called(rfr.phase)
                ))
                .code(command)
                .text(".");
        };
        match rfr.signoffs.get(&row.phase) {
            Some(signoff) if signoff.outdated.is_none() => line
                .text(format!("{} was signed off ", row.phase_name))
                .then(by_on(&signoff.mark))
                .text(format!("{}; to take that back: ", quoted(&signoff.note)))
                .code(self.type_this(&format!("unsign {} {} REASON…", row.phase_name, rfr.name)))
                .text("."),
            Some(_) | None => self
                .sign_off_by(review.outlook, row, line.text(format!("To sign {}: ", row.phase_name)))
                .text("."),
        }
    }
}

/// What a signature that no longer counts had signed, and what it is now.
fn expired(review: &Review<'_>) -> Option<Paragraph> {
    let (rfr, row, then) = (review.outlook.rfr, review.row?, review.signed?);
    let signoff = rfr.signoffs.get(&row.phase)?;
    let because = outdated_by_now(rfr.edition, signoff.outdated.as_ref()?, review.outlook.around);
    let line = Paragraph::new()
        .text(format!("The {} sign-off ", row.phase_name))
        .then(by_on(&signoff.mark))
        .text(format!(" no longer counts, because {because}"));
    let changed = differences(then, rfr);
    if changed.is_empty() {
        return Some(line.text("; otherwise it is as it was signed."));
    }
    Some(line.text(format!("; signed with {}.", changed.join("; "))))
}

/// What is not as it was, each thing with what it was and what it is now.
fn differences(then: &Rfr, now: &Rfr) -> Vec<String> {
    let mut changed = Vec::new();
    for topic in now.topics() {
        let text = |rfr: &Rfr| {
            rfr.decisions
                .get(&topic)
                .map_or("undecided".to_owned(), |made| cut(&made.text, LONGEST_WORDS))
        };
        let (was, is) = (text(then), text(now));
        if was != is {
            changed.push(format!("{topic}: {was}; now: {is}"));
        }
    }
    let planned = |rfr: &Rfr| {
        rfr.schedule
            .as_ref()
            .map_or("no date".to_owned(), |schedule| schedule.date.to_string())
    };
    if planned(then) != planned(now) {
        changed.push(format!("production: {}; now: {}", planned(then), planned(now)));
    }
    let sponsors = |rfr: &Rfr| {
        rfr.sponsor
            .as_ref()
            .map_or("nobody".to_owned(), |sponsor| sponsor.account.to_string())
    };
    if sponsors(then) != sponsors(now) {
        changed.push(format!("sponsor: {}; now: {}", sponsors(then), sponsors(now)));
    }
    for item in then.done.keys().filter(|item| !now.done.contains_key(*item)) {
        changed.push(format!("{item} done; now: not done"));
    }
    for item in now.done.keys().filter(|item| !then.done.contains_key(*item)) {
        changed.push(format!("{item} not done; now: done"));
    }
    if then.sops.len() != now.sops.len() {
        changed.push(format!("{} SOP documents; now: {}", then.sops.len(), now.sops.len()));
    }
    let workers = |rfr: &Rfr| {
        let names: Vec<&str> = rfr.people.iter().map(|person| person.account.as_str()).collect();
        if names.is_empty() {
            "nobody".to_owned()
        } else {
            names.join(", ")
        }
    };
    if workers(then) != workers(now) {
        changed.push(format!("people: {}; now: {}", workers(then), workers(now)));
    }
    let open = |rfr: &Rfr| rfr.open_questions().count();
    if open(then) != open(now) {
        changed.push(format!("{} open questions; now: {}", open(then), open(now)));
    }
    changed
}

/// Rows with who met them and how, the open ones last.
fn evidence(level: &str, outlook: &Outlook<'_>, findings: &[Finding]) -> Vec<Paragraph> {
    let (met, open): (Vec<&Finding>, Vec<&Finding>) = findings.iter().partition(|finding| finding.is_met());
    let mut parts: Vec<Paragraph> = met
        .into_iter()
        .map(|finding| {
            Paragraph::new()
                .text(format!("[x] {}", finding.row.id))
                .then(how_met(outlook, finding.row))
        })
        .collect();
    if !open.is_empty() {
        let ids: Vec<&str> = open.iter().map(|finding| finding.row.id).collect();
        parts.push(Paragraph::new().text(format!("[ ] open: {}", ids.join(", "))));
    }
    in_lines(&format!("{level}: "), parts, "; ")
}

/// Who met a row, when, and the note; in brackets.
fn how_met(outlook: &Outlook<'_>, row: &Row) -> Paragraph {
    match met_by(outlook, row) {
        Some(how) => Paragraph::new().text(" (").then(how).text(")"),
        None => Paragraph::new(),
    }
}

/// Who met a row, when, and the note, where a single mark says so.
pub(super) fn met_by(outlook: &Outlook<'_>, row: &Row) -> Option<Paragraph> {
    let rfr = outlook.rfr;
    let line = Paragraph::new();
    let marked = |mark: &Mark, note: &str| {
        Paragraph::new().person(mark.by.as_str()).text(format!(
            " {}{}",
            day(mark.at),
            quoted(&cut(note, LONGEST_WORDS))
        ))
    };
    Some(match row.kind {
        Kind::Ticket => line.link(rfr.ticket.url.clone()),
        Kind::AcceptedSponsor => match &rfr.sponsor {
            Some(sponsor) => line
                .person(sponsor.account.as_str())
                .text(format!(" {}", day(sponsor.since))),
            None => return None,
        },
        Kind::Discussion => line.link(where_it_is_discussed(rfr)),
        Kind::People | Kind::SecondPerson => {
            let workers: Vec<Account> = rfr.workers().into_iter().cloned().collect();
            line.then(if rfr.people.is_empty() {
                people(&workers)
            } else {
                roles(outlook)
            })
        }
        Kind::SignOff => match rfr.signoffs.get(&row.phase) {
            Some(signoff) => line.then(marked(&signoff.mark, &signoff.note)),
            None => return None,
        },
        Kind::Schedule => match &rfr.schedule {
            Some(schedule) => line
                .text(format!("{} by ", date(schedule.date)))
                .then(marked(&schedule.mark, &schedule.note)),
            None => return None,
        },
        Kind::Sops | Kind::Check { .. } => match (rfr.done.get(row.id), rfr.sops.last()) {
            (Some(done), _) if row.kind == Kind::Sops => line.then(marked(&done.mark, &said_of_sops(&done.note))),
            (Some(done), _) => line.then(marked(&done.mark, &done.note)),
            (None, Some(sop)) if row.kind == Kind::Sops => line.then(marked(&sop.mark, "")),
            (None, Some(_) | None) => return None,
        },
        Kind::PlanningQuestions(_) | Kind::QuestionsAndDecisions(_) | Kind::Lost => return None,
    })
}

/// Decisions, SOP documents and links.
fn decided(rfr: &Rfr) -> Paragraph {
    let line = Paragraph::new().text("Decided: ");
    let decisions: Vec<Paragraph> = rfr
        .topics()
        .into_iter()
        .filter_map(|topic| {
            let decision = rfr.decisions.get(&topic)?;
            let text = cut(&decision.text, LONGEST_WORDS);
            let line = Paragraph::new().text(format!("{topic}: {text} ("));
            Some(line.person(decision.mark.by.as_str()).text(format!(
                " {}){}",
                day(decision.mark.at),
                in_place_of(rfr, topic)
            )))
        })
        .collect();
    let line = if decisions.is_empty() {
        line.text("nothing")
    } else {
        line.then(joined(decisions, "; "))
    };
    let links = |links: &[crate::rfr::Link]| {
        let each = links.iter().map(|link| {
            let label = if link.label.is_empty() {
                String::new()
            } else {
                format!("{} ", link.label)
            };
            Paragraph::new().text(label).link(link.url.clone())
        });
        joined(each.collect(), ", ")
    };
    let documents: Vec<Paragraph> = (!rfr.sops.is_empty())
        .then(|| links(&rfr.sops))
        .into_iter()
        .chain(instead_of_sops(rfr))
        .chain(needless(rfr))
        .collect();
    let line = if documents.is_empty() {
        line.text(". SOP documents: none")
    } else {
        line.text(". SOP documents: ").then(joined(documents, ", "))
    };
    let line = match rfr.extras().talks.last() {
        Some(last) => line.text("; ").then(talk(last)),
        None => line,
    };
    if rfr.links.is_empty() {
        return line.text(".");
    }
    line.text(". Links: ").then(links(&rfr.links)).text(".")
}

/// Questions and answers since the last sign-off, and whatever is open.
fn asked(rfr: &Rfr) -> Vec<Paragraph> {
    let last = rfr.signoffs.values().map(|signoff| signoff.mark.at).max();
    let is_new = |at: DateTime<Utc>| last.is_none_or(|last| at > last);
    let told: Vec<Paragraph> = rfr
        .questions
        .iter()
        .filter_map(|question| {
            let line = Paragraph::new().text(format!("({}) {}", question.number, cut(&question.text, LONGEST_WORDS)));
            match &question.closed {
                None if question.from_sop => Some(line.text(" [open, asked by the SOP]")),
                None => Some(line.text(" [open, asked ").then(by_on(&question.asked)).text("]")),
                Some(Closed::Answered {
                    text, mark, corrects, ..
                }) if is_new(mark.at) => Some(
                    line.text(format!(
                        " {}{} [",
                        cut(text, LONGEST_WORDS),
                        holds_now(rfr, question, text)
                    ))
                    .text(if corrects.is_none() { "" } else { "corrected " })
                    .then(by_on(mark))
                    .text(format!(
                        "{}]",
                        because(&cut(
                            corrects.as_ref().map_or("", |corrects| &corrects.why),
                            LONGEST_WORDS
                        ))
                    )),
                ),
                Some(Closed::Withdrawn { mark }) if is_new(mark.at) => {
                    Some(line.text(" [withdrawn ").then(by_on(mark)).text("]"))
                }
                Some(Closed::Answered { .. } | Closed::Withdrawn { .. }) => None,
            }
        })
        .collect();
    let since = match last {
        Some(at) => format!("Questions since the sign-off of {}", day(at)),
        None => "Questions".to_owned(),
    };
    if told.is_empty() {
        vec![Paragraph::new().text(format!("{since}: none."))]
    } else {
        in_lines(&format!("{since}: "), told, "; ")
    }
}

/// What holds in place of an answer that was given: a later decision, or other people.
fn holds_now(rfr: &Rfr, question: &Question, text: &str) -> String {
    let decided = question.topic.and_then(|topic| rfr.decisions.get(&topic));
    match decided.filter(|decision| decision.text != text) {
        Some(decision) => format!(", then: {}", cut(&decision.text, LONGEST_WORDS)),
        None => people_now(rfr, question, text).unwrap_or_default(),
    }
}

/// The date, freezes, and who is away.
fn around(review: &Review<'_>) -> Paragraph {
    let rfr = review.outlook.rfr;
    let mut parts = Vec::new();
    if let Some(day) = review.outlook.deployed_on() {
        parts.push(Paragraph::new().text(format!("deployed on {}", date(day))));
    } else if let Some(schedule) = &rfr.schedule {
        let line = Paragraph::new().text(format!("production on {}", date(schedule.date)));
        parts.push(match review.calendar.freeze_on(schedule.date) {
            _ if is_over(review.outlook) => line.text(", which is over"),
            Some(freeze) => line.text(format!(", which is in the freeze {}", freeze.name)),
            None => line,
        });
    } else if rfr.phase < Phase::Production {
        parts.push(Paragraph::new().text(format!("no date for {}", rfr.called(Phase::Production))));
    }
    parts.push(
        Paragraph::new()
            .text("freezes: ")
            .then(joined(review.freezes.clone(), ", ")),
    );
    let away: Vec<Paragraph> = review
        .away
        .iter()
        .map(|(account, absence)| {
            let until = format!(" from {} to {}", absence.span.from(), absence.span.to());
            Paragraph::new()
                .person(account.as_str())
                .text(format!("{until}{}", quoted(&absence.note)))
        })
        .collect();
    parts.push(if away.is_empty() {
        Paragraph::new().text("away: nobody of those involved")
    } else {
        Paragraph::new().text("away: ").then(joined(away, ", "))
    });
    Paragraph::new()
        .text("Around it: ")
        .then(joined(parts, "; "))
        .full_stop()
}
