//! The questions about RFRs, and their answers.

use super::Wording;
use super::phrases::{answer, because, by_on, cut, in_place_of, numbered};
use crate::rfr::{Closed, Mark, Question, Rfr, TopicDecision, maintains};
use crate::text::{Message, Paragraph, count};
use std::collections::BTreeSet;

impl Wording {
    /// The questions of one RFR.
    pub fn questions(&self, rfr: &Rfr) -> Message {
        let line = Paragraph::new().strong(rfr.name.clone());
        if rfr.questions.is_empty() {
            return line
                .text(" has no questions. ")
                .code(self.type_this(&format!("ask {} QUESTION…", rfr.name)))
                .text(" opens one.")
                .into();
        }
        let open = rfr.open_questions().count();
        let mut message = Message::line(line.text(format!(
            ": {open} of {} open.",
            count(rfr.questions.len(), "question", "questions")
        )));
        // Open ones first: they are what people ask for.
        let (open, closed): (Vec<&Question>, Vec<&Question>) =
            rfr.questions.iter().partition(|question| question.is_open());
        for question in open.into_iter().chain(closed) {
            message.push(question_line(rfr, question));
        }
        let decided: Vec<String> = rfr
            .topics()
            .into_iter()
            .filter_map(|topic| {
                let decision = rfr.decisions.get(&topic)?;
                let text = cut(&decision.text, 80);
                Some(format!("{topic}: {text}{}", in_place_of(rfr, topic)))
            })
            .collect();
        if !decided.is_empty() {
            message.push(Paragraph::new().text(format!("Decided: {}.", decided.join("; "))));
        }
        message
    }

    /// Every open question.
    pub fn open_questions(&self, rfrs: &[&Rfr]) -> Message {
        let total: usize = rfrs.iter().map(|rfr| rfr.open_questions().count()).sum();
        if total == 0 {
            return Paragraph::new().text("No RFR has an open question.").into();
        }
        let mut message =
            Message::line(Paragraph::new().text(format!("{}:", count(total, "open question", "open questions"))));
        for rfr in rfrs {
            for question in rfr.open_questions() {
                message.push(
                    Paragraph::new()
                        .strong(rfr.name.clone())
                        .text(" ")
                        .then(question_line(rfr, question)),
                );
            }
        }
        message
    }
}

fn question_line(rfr: &Rfr, question: &Question) -> Paragraph {
    let line = Paragraph::new().text(numbered(question));
    match &question.closed {
        None if question.from_sop => line.text(" [asked by the SOP]"),
        None => line.text(" [asked ").then(by_on(&question.asked)).text("]"),
        Some(Closed::Answered {
            text,
            by_mail,
            corrects,
            mark,
        }) => {
            let (before, why) = match corrects {
                Some(corrects) => (corrects.before.as_slice(), corrects.why.as_str()),
                None => (&[][..], ""),
            };
            let corrected = before.iter().filter_map(answered);
            let line = corrected.fold(line.text(" — "), |line, (text, mark)| {
                line.text(format!("{text} (")).then(by_on(mark)).text("), then: ")
            });
            // What was decided between the answers.
            let between = question.topic.and_then(|topic| rfr.extras().decided_before.get(&topic));
            let between = between.filter(|decision| {
                before.last().and_then(answered).is_some_and(|(known, known_by)| {
                    decision.text != known
                        && decision.text != *text
                        && known_by.at <= decision.mark.at
                        && decision.mark.at <= mark.at
                })
            });
            let line = match between {
                Some(TopicDecision { text, mark }) => line
                    .text(format!("{text} (decided "))
                    .then(by_on(mark))
                    .text("), then: "),
                None => line,
            };
            let line = line.text(answer(text, by_mail.as_ref()));
            let line = match people_now(rfr, question, text) {
                Some(now) => line.text(now),
                None => line,
            };
            let verb = if before.is_empty() { "answered" } else { "corrected" };
            // What was decided since counts.
            let decided = question.topic.and_then(|topic| rfr.decisions.get(&topic));
            match decided.filter(|decision| decision.text != *text) {
                Some(decision) => line
                    .text(format!(", then: {} [decided ", decision.text))
                    .then(by_on(&decision.mark))
                    .text(format!("; {verb} "))
                    .then(by_on(mark)),
                None => line.text(format!(" [{verb} ")).then(by_on(mark)),
            }
            .text(format!("{}]", because(why)))
        }
        Some(Closed::Withdrawn { mark }) => line.text(" [withdrawn ").then(by_on(mark)).text("]"),
    }
}

/// Who is involved now, where the answer names those who were when it was given.
pub(super) fn people_now(rfr: &Rfr, question: &Question, text: &str) -> Option<String> {
    if !question.from_sop || !rfr.edition.asks_for_people(&question.text) {
        return None;
    }
    let (names, _) = text.strip_suffix(')')?.rsplit_once(" (")?;
    let said: BTreeSet<&str> = names.split(", ").collect();
    let maintaining = rfr.people.iter().filter(|person| maintains(&person.role));
    let now: BTreeSet<&str> = maintaining.map(|person| person.account.as_str()).collect();
    if now.is_empty() {
        return Some("; nobody now".to_owned());
    }
    let names: Vec<&str> = now.iter().copied().collect();
    (said != now).then(|| format!("; now: {}", names.join(", ")))
}

fn answered(closed: &Closed) -> Option<(&str, &Mark)> {
    if let Closed::Answered { text, mark, .. } = closed {
        Some((text, mark))
    } else {
        None
    }
}
