//! What people are reminded of, and what to type about it.

use super::Wording;
use super::phrases::{because, count, cut, date, day, people, since};
use super::text::{Message, Paragraph};
use crate::reminder::{Due, Post, Target, What};
use chrono::{DateTime, Utc};

/// How much of a question a reminder repeats.
const LONGEST_QUESTION: usize = 80;

impl Wording {
    /// A post of reminders: a line each; the open questions of one RFR share a line.
    pub fn reminders(&self, post: &Post<'_>, now: DateTime<Utc>) -> Message {
        let mut said = Message::default();
        let mut rest = post.reminders.as_slice();
        while let [first, ..] = rest {
            let together = rest.iter().take_while(|due| is_question_of(due, first)).count().max(1);
            let (same, after) = rest.split_at(together);
            said.push(match same {
                [one] => self.reminder(one, now),
                several => self.questions_reminder(several, now),
            });
            rest = after;
        }
        // One person alone is told how to be left alone; in the room that would be noise under each post.
        if let Target::Direct(_) = post.target {
            let off = self.type_this("remind me off");
            said.push(Paragraph::new().code(off).text(" stops these private reminders."));
        }
        said
    }

    /// One reminder as a sentence.
    pub fn reminder(&self, due: &Due, now: DateTime<Utc>) -> Paragraph {
        let line = Paragraph::new().strong(due.name.clone());
        let line = match &due.what {
            What::OpenQuestion { number, text, asked } => line
                .text(format!(
                    ": question {number} is open {}: “{}”",
                    since(*asked, now),
                    cut(text, LONGEST_QUESTION)
                ))
                .then(self.to_type(". ", &format!("answer {} {number} …", due.name))),
            What::SignOff { phase, ready } => line
                .text(format!(
                    " has had everything but the {phase} sign-off {}",
                    since(*ready, now)
                ))
                .then(owed(due, "; it is up to "))
                .then(self.to_type(". ", &format!("signoff {phase} {}", due.name))),
            What::SponsorAsked { account, asked } => line
                .text(": ")
                .person(account.as_str())
                .text(format!(
                    " was asked on {} to sponsor it and has not answered",
                    day(*asked)
                ))
                .then(self.to_type(". ", &format!("accept {}", due.name)))
                .then(self.to_type(" or ", &format!("decline {}", due.name))),
            What::NoSponsor { since: began } => line
                .text(format!(" has had no sponsor {}", since(*began, now)))
                .then(self.to_type(". For sysadmin-main: ", &format!("sponsor {}", due.name))),
            What::Silent {
                since: began,
                phase,
                missing,
            } => line
                .text(format!(" ({phase}) has been silent {}", since(*began, now)))
                .text(match missing.as_slice() {
                    [] => "; nothing is missing for the next phase".to_owned(),
                    [one] => format!("; missing: {one}"),
                    [one, other] => format!("; missing: {one}; {other}"),
                    [one, rest @ ..] => format!("; missing: {one}, and {} more things", rest.len()),
                })
                .then(self.to_type(". ", &format!("next {}", due.name))),
            What::Deployment { date: planned } => line.text(match (*planned - now.date_naive()).num_days() {
                ..=0 => " is to be deployed today".to_owned(),
                1 => " is to be deployed tomorrow".to_owned(),
                _ => format!(" is to be deployed on {}", date(*planned)),
            }),
            What::DeploymentOverdue { date: planned } => line
                .text(format!(" was to be deployed on {}: is it done?", date(*planned)))
                .then(self.to_type(" ", &format!("done {} deployed", due.name)))
                .then(self.to_type(" or ", &format!("schedule {} DATE", due.name))),
            What::FreezeSoon { from, to } => {
                let days = (*from - now.date_naive()).num_days();
                let days = usize::try_from(days).unwrap_or(0);
                line.text(format!(
                    " freeze begins in {}, on {}, until {}",
                    count(days, "day", "days"),
                    date(*from),
                    date(*to)
                ))
            }
            What::FreezeStart { from, to } => line
                .text(format!(
                    " freeze was predicted from {} until {}: start it?",
                    date(*from),
                    date(*to)
                ))
                .then(self.to_type(" ", &format!("freeze start {}", due.name))),
            What::FreezeOverdue { since: _, to } => line
                .text(format!(" freeze was expected to end on {}: lift it?", date(*to)))
                .then(self.to_type(" ", &format!("freeze lift {}", due.name))),
            What::DevInstance { made } => line.text(format!(
                "'s development instance has been there {}: is it still needed?",
                since(*made, now)
            )),
            What::OnePerson { account } => line
                .text(": only ")
                .person(account.as_str())
                .text(" works on it; a second person would avoid a single point of failure")
                .then(self.to_type(". ", &format!("people {} add NAME", due.name))),
            What::SponsorLeft { account } => line
                .text(": its sponsor ")
                .person(account.as_str())
                .text(" is no longer in sysadmin-main and cannot sign off")
                .then(self.to_type(". ", &format!("sponsor {}", due.name))),
            What::Hold { since: began, reason } => line
                .text(format!(" has been on hold {}{}", since(*began, now), because(reason)))
                .then(self.to_type(". ", &format!("release {}", due.name))),
        };
        with_ticket(line, due)
    }

    fn questions_reminder(&self, several: &[&Due], now: DateTime<Utc>) -> Paragraph {
        let Some(first) = several.first() else {
            return Paragraph::new();
        };
        let questions = several.iter().filter_map(|due| match &due.what {
            What::OpenQuestion { number, asked, .. } => Some((number.to_string(), *asked)),
            _ => None,
        });
        let (numbers, asked): (Vec<String>, Vec<DateTime<Utc>>) = questions.unzip();
        let oldest = asked.iter().min().copied().unwrap_or(now);
        let line = Paragraph::new()
            .strong(first.name.clone())
            .text(format!(
                ": {} are open, the oldest {}",
                listed(&numbers),
                since(oldest, now)
            ))
            .then(self.to_type(". ", &format!("questions {}", first.name)));
        with_ticket(line, first)
    }

    fn to_type(&self, before: &str, words: &str) -> Paragraph {
        Paragraph::new().text(before).code(self.type_this(words))
    }
}

/// Are these two open questions of the same RFR?
fn is_question_of(due: &Due, other: &Due) -> bool {
    let is_question = |due: &Due| matches!(due.what, What::OpenQuestion { .. });
    is_question(due) && is_question(other) && due.rfr() == other.rfr()
}

fn listed(numbers: &[String]) -> String {
    match numbers.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("questions {} and {last}", rest.join(", ")),
        Some(_) | None => format!("question {}", numbers.join(", ")),
    }
}

fn owed(due: &Due, before: &str) -> Paragraph {
    Paragraph::new().text(before).then(people(&due.owes))
}

fn with_ticket(line: Paragraph, due: &Due) -> Paragraph {
    match &due.ticket {
        Some(url) => line.text(" (").link(url.clone()).text(")"),
        None => line,
    }
}
