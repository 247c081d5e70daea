//! Everything in progress on one page: for a meeting, and for the weekly mail.

use super::Wording;
use super::freezes::days;
use super::phrases::{cut, date, joined, listed, people, since, worded};
use super::remedies::to_phase;
use crate::calendar::{Calendar, FreezeBook};
use crate::people::{Account, SYSADMIN_MAIN};
use crate::rfr::gate::{self, Finding, Lack, State};
use crate::rfr::{Question, Rfr};
use crate::sop::{Kind, Phase};
use crate::text::{Message, Paragraph, count};
use chrono::{DateTime, NaiveDate, Utc};

/// How much of a question is repeated.
const LONGEST_QUESTION: usize = 80;

/// Everything that a digest is made of.
pub struct Digest<'a> {
    /// The open RFRs, in any order.
    pub rfrs: Vec<&'a Rfr>,
    /// Frozen days as they are known today.
    pub calendar: &'a Calendar,
    /// The freezes.
    pub book: &'a FreezeBook,
    /// The moment.
    pub now: DateTime<Utc>,
}

/// Something that the next gate lacks, and who can give it.
pub(super) struct Owed {
    pub(super) what: String,
    pub(super) by: Paragraph,
}

impl<'a> Digest<'a> {
    /// The RFRs of a phase, the one that has been there longest first.
    pub(super) fn in_phase(&self, phase: Phase) -> Vec<&'a Rfr> {
        let mut rfrs: Vec<&Rfr> = self.rfrs.iter().copied().filter(|rfr| rfr.phase == phase).collect();
        rfrs.sort_by(|a, b| a.phase_since.cmp(&b.phase_since).then_with(|| a.name.cmp(&b.name)));
        rfrs
    }

    /// The RFRs by what their editions call the phase that they are in, in the order of the phases.
    pub(super) fn by_phase(&self) -> Vec<(&'static str, Vec<&'a Rfr>)> {
        let mut phases: Vec<(Phase, &'static str, Vec<&Rfr>)> = Vec::new();
        for rfr in Phase::ALL.into_iter().flat_map(|phase| self.in_phase(phase)) {
            let name = rfr.called(rfr.phase);
            match phases
                .iter_mut()
                .find(|(kind, known, _)| *kind == rfr.phase && *known == name)
            {
                Some((_, _, rfrs)) => rfrs.push(rfr),
                None => phases.push((rfr.phase, name, vec![rfr])),
            }
        }
        phases.into_iter().map(|(_, name, rfrs)| (name, rfrs)).collect()
    }

    /// Days until the production date of each RFR that has one and is not in production yet, the nearest first.
    pub(super) fn deployments(&self) -> Vec<(&'a Rfr, NaiveDate)> {
        let ahead = self.rfrs.iter().copied().filter(|rfr| rfr.phase < Phase::Production);
        let mut dates: Vec<(&Rfr, NaiveDate)> = ahead
            .filter_map(|rfr| Some((rfr, rfr.schedule.as_ref()?.date)))
            .collect();
        dates.sort_by(|a, b| a.1.cmp(&b.1).then_with(|| a.0.name.cmp(&b.0.name)));
        dates
    }

    /// The names of RFRs without a sponsor.
    pub(super) fn unsponsored(&self) -> Vec<&'a str> {
        self.names(|rfr| rfr.sponsor.is_none())
    }

    /// The names of RFRs on which only one person works.
    pub(super) fn of_one_person(&self) -> Vec<&'a str> {
        self.names(|rfr| rfr.workers().len() < 2)
    }

    fn names(&self, wanted: impl Fn(&Rfr) -> bool) -> Vec<&'a str> {
        let rfrs = Phase::ALL.into_iter().flat_map(|phase| self.in_phase(phase));
        rfrs.filter(|rfr| wanted(rfr)).map(|rfr| rfr.name.as_str()).collect()
    }

    /// A production date, and what is wrong with it.
    pub(super) fn deployment(&self, rfr: &Rfr, day: NaiveDate) -> Paragraph {
        let line = Paragraph::new()
            .strong(rfr.name.clone())
            .text(format!(" on {}", date(day)));
        match self.calendar.freeze_on(day) {
            Some(freeze) => line.text(format!(
                ", which is in the freeze {} (first free day {})",
                freeze.name,
                date(self.calendar.first_free_day(day))
            )),
            None if day < self.now.date_naive() => line.text(", which is over"),
            None => line,
        }
    }

    /// What is to be said of freezes: those in force and whether they should be over, and the next one.
    pub fn freezes(&self) -> Vec<Paragraph> {
        let today = self.now.date_naive();
        let overdue = self.book.overdue(self.now);
        let mut lines: Vec<Paragraph> = self
            .book
            .in_force(self.now)
            .iter()
            .map(|freeze| {
                let line = Paragraph::new()
                    .strong(freeze.key.to_string())
                    .text(format!(" has been in force since {}", date(freeze.since.day())));
                match overdue.iter().find(|late| late.freeze.key == freeze.key) {
                    Some(late) => line.text(format!(
                        " and is {} overdue (time to lift it?)",
                        count(usize::try_from(late.days + 1).unwrap_or(1), "day", "days")
                    )),
                    None => line.text(format!(", expected to end after {}", date(freeze.expected.to))),
                }
            })
            .collect();
        lines.extend(self.book.start_due(self.now).iter().map(|due| {
            Paragraph::new().strong(due.key.to_string()).text(format!(
                " was predicted from {} (time to start it?)",
                date(due.prediction.span.from())
            ))
        }));
        lines.push(match self.book.next_after(today) {
            Some((key, next)) => Paragraph::new()
                .text("the next one, ")
                .strong(key.to_string())
                .text(format!(
                    ", begins in {} ({})",
                    count(
                        usize::try_from((next.span.from() - today).num_days()).unwrap_or(0),
                        "day",
                        "days"
                    ),
                    days(next.span)
                )),
            None if lines.is_empty() => Paragraph::new().text("none is in force, and none is predicted"),
            None => Paragraph::new().text("no other is predicted"),
        });
        lines
    }
}

impl Wording {
    /// The digest for a channel: a line for each RFR, then what they have in common.
    pub fn digest(&self, digest: &Digest<'_>) -> Message {
        if digest.rfrs.is_empty() {
            let mut message = Message::line(
                Paragraph::new()
                    .text("No RFR is open. ")
                    .code(self.type_this("new NAME TICKET TITLE…"))
                    .text(" requests one."),
            );
            message.push(freeze_line(digest));
            return message;
        }
        let mut message = Message::line(how_many(digest));
        for rfr in digest.by_phase().into_iter().flat_map(|(_, rfrs)| rfrs) {
            message.push(line_of(rfr, digest.now));
        }
        let deployments: Vec<Paragraph> = digest
            .deployments()
            .into_iter()
            .map(|(rfr, day)| digest.deployment(rfr, day))
            .collect();
        if !deployments.is_empty() {
            message.push(
                Paragraph::new()
                    .text("Production dates: ")
                    .then(joined(deployments, "; "))
                    .text("."),
            );
        }
        let wants: Vec<Paragraph> = [
            ("Without a sponsor: ", digest.unsponsored()),
            ("with one person only: ", digest.of_one_person()),
        ]
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(what, names)| Paragraph::new().text(what).strong(names.join(", ")))
        .collect();
        if !wants.is_empty() {
            message.push(
                Paragraph::new()
                    .text("Wanted: people; ")
                    .then(joined(wants, "; "))
                    .text("."),
            );
        }
        message.push(freeze_line(digest));
        message
    }
}

/// `3 RFRs are open: 1 in planning, 2 in staging.`
pub(super) fn how_many(digest: &Digest<'_>) -> Paragraph {
    let phases: Vec<String> = digest
        .by_phase()
        .into_iter()
        .map(|(phase, rfrs)| format!("{} in {phase}", rfrs.len()))
        .collect();
    let are = if digest.rfrs.len() == 1 { "is" } else { "are" };
    let questions: usize = digest.rfrs.iter().map(|rfr| rfr.open_questions().count()).sum();
    let questions = if questions == 0 {
        String::new()
    } else {
        format!("; {}", count(questions, "open question", "open questions"))
    };
    Paragraph::new().text(format!(
        "{} {are} open: {}{questions}.",
        count(digest.rfrs.len(), "RFR", "RFRs"),
        phases.join(", ")
    ))
}

fn line_of(rfr: &Rfr, now: DateTime<Utc>) -> Paragraph {
    let line = Paragraph::new().strong(rfr.name.clone()).text(format!(
        ": {} {}",
        rfr.called(rfr.phase),
        since(rfr.phase_since, now)
    ));
    if rfr.hold.is_some() {
        return line.text(", on hold.");
    }
    let line = match next_owed(rfr) {
        Some(owed) => line.text(format!("; needs {} (", owed.what)).then(owed.by).text(")"),
        None => line.text(format!("; ready for {}", to_phase(rfr))),
    };
    match oldest_question(rfr) {
        Some(question) => line
            .text(format!(
                "; oldest question ({}) “{}” {}, ",
                question.number,
                cut(&worded(question), LONGEST_QUESTION),
                since(question.asked.at, now)
            ))
            .link(where_it_is_discussed(rfr)),
        None => line,
    }
    .text(".")
}

fn freeze_line(digest: &Digest<'_>) -> Paragraph {
    Paragraph::new()
        .text("Freezes: ")
        .then(joined(digest.freezes(), "; "))
        .full_stop()
}

/// The open question that has waited longest.
pub(super) fn oldest_question(rfr: &Rfr) -> Option<&Question> {
    rfr.open_questions()
        .min_by_key(|question| (question.asked.at, question.number))
}

/// Where somebody can read on: the newest discussion, else the ticket.
pub(super) fn where_it_is_discussed(rfr: &Rfr) -> &str {
    rfr.discussed_at().unwrap_or(rfr.ticket.url.as_str())
}

/// The first thing that keeps the gate shut, and who can give it; `None` where nothing does.
pub(super) fn next_owed(rfr: &Rfr) -> Option<Owed> {
    let blocking = gate::blocking(rfr);
    let finding = blocking.first()?;
    Some(Owed {
        what: what_is_missing(finding),
        by: who_owes(rfr, finding),
    })
}

/// A row in a few words; of questions and decisions, which ones.
fn what_is_missing(finding: &Finding) -> String {
    let State::Missing(lacks) = &finding.state else {
        return finding.row.short.to_owned();
    };
    if !matches!(finding.row.kind, Kind::QuestionsAndDecisions(_)) {
        return finding.row.short.to_owned();
    }
    let (mut questions, mut topics) = (Vec::new(), Vec::new());
    for lack in lacks {
        match lack {
            Lack::OpenQuestion { number } => questions.push(number.to_string()),
            Lack::Undecided(topic) => topics.push(topic.name()),
            Lack::NotRecorded
            | Lack::NotAccepted
            | Lack::NoSponsor
            | Lack::OnlyOnePerson
            | Lack::NotSigned
            | Lack::Outdated { .. } => {}
        }
    }
    let mut parts = Vec::new();
    if !questions.is_empty() {
        parts.push(format!("an answer to {}", of_numbers("question", &questions)));
    }
    if !topics.is_empty() {
        parts.push(format!("a decision on {}", topics.join(", ")));
    }
    parts.join(" and ")
}

/// `question 5`, `questions 1, 2 and 5`.
fn of_numbers(what: &str, numbers: &[String]) -> String {
    let plural = if numbers.len() == 1 { "" } else { "s" };
    format!("{what}{plural} {}", listed(numbers))
}

fn who_owes(rfr: &Rfr, finding: &Finding) -> Paragraph {
    let some = |accounts: &[Account]| people(accounts);
    match finding.row.kind {
        Kind::AcceptedSponsor => match (&finding.state, &rfr.asked_sponsor) {
            (State::Missing(lacks), Some(asked)) if lacks.contains(&Lack::NotAccepted) => {
                some(std::slice::from_ref(&asked.account))
            }
            (State::Missing(_), Some(_)) | (_, None) | (State::Met, _) => Paragraph::new().text(SYSADMIN_MAIN),
        },
        Kind::SignOff => match &rfr.sponsor {
            Some(sponsor) => some(std::slice::from_ref(&sponsor.account)),
            None => Paragraph::new().text(SYSADMIN_MAIN),
        },
        Kind::Check { by: Some(group), .. } => Paragraph::new().text(group),
        Kind::Check { by: None, .. }
        | Kind::Ticket
        | Kind::Discussion
        | Kind::People
        | Kind::SecondPerson
        | Kind::PlanningQuestions(_)
        | Kind::QuestionsAndDecisions(_)
        | Kind::Sops
        | Kind::Lost
        | Kind::Schedule => {
            let workers: Vec<Account> = rfr.workers().into_iter().cloned().collect();
            some(&workers)
        }
    }
}
