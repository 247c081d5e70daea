//! Everything in progress on one page: for a meeting, and for the weekly mail.

use super::Wording;
use super::freezes::days;
use super::outlook::{objected, oldest_question, state};
use super::phrases::{cut, date, joined, listed, since, worded};
use super::since::HasMoved;
use crate::calendar::Calendar;
use crate::rfr::duty::neglected;
use crate::rfr::freeze_break::Standing;
use crate::rfr::outlook::{Circumstances, Outlook};
use crate::rfr::{Rfr, gate};
use crate::sop::Phase;
use crate::text::{Message, Paragraph, count};
use chrono::NaiveDate;

/// How much of a question is repeated.
const LONGEST_QUESTION: usize = 80;

/// Everything that a digest is made of.
pub struct Digest<'a> {
    /// The open RFRs, in any order.
    pub rfrs: Vec<&'a Rfr>,
    /// Those in maintenance with an open question or on hold.
    pub tended: Vec<&'a Rfr>,
    /// What happened since the last one.
    pub moved: HasMoved<'a>,
    /// The freeze breaks that are asked for: number, RFR, and how far each has come.
    pub breaks: Vec<(u32, String, Standing)>,
    /// Frozen days as they are known today.
    pub calendar: &'a Calendar,
    /// What stands around them.
    pub around: &'a Circumstances<'a>,
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

    /// Days until the production date of each RFR that has one and is not deployed yet, the nearest first.
    pub(super) fn deployments(&self) -> Vec<(&'a Rfr, NaiveDate)> {
        let ahead = self.rfrs.iter().copied().filter(|rfr| rfr.awaits_deployment());
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
            None => match self.around.outages.on(day).first() {
                Some(outage) => line.text(format!(", when an outage is planned ({})", outage.title)),
                None => line,
            },
        }
    }

    /// What is to be said of freezes: those in force and whether they should be over, and the next one.
    pub fn freezes(&self) -> Vec<Paragraph> {
        let today = self.around.now.date_naive();
        let overdue = self.around.book.overdue(self.around.now);
        let mut lines: Vec<Paragraph> = self
            .around
            .book
            .in_force(self.around.now)
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
        lines.extend(self.around.book.start_due(self.around.now).iter().map(|due| {
            Paragraph::new().strong(due.key.to_string()).text(format!(
                " was predicted from {} (time to start it?)",
                date(due.prediction.span.from())
            ))
        }));
        lines.push(match self.around.book.next_after(today) {
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
        let mut message = Message::default();
        let tended = digest.tended.len();
        let maintained = format!(
            "{} in maintenance {} somebody",
            count(tended, "RFR", "RFRs"),
            if tended == 1 { "needs" } else { "need" }
        );
        if digest.rfrs.is_empty() && tended > 0 {
            message.push(Paragraph::new().text(format!("{maintained}; no other is open.")));
        } else if digest.rfrs.is_empty() {
            message.push(
                Paragraph::new()
                    .text("No RFR is open. ")
                    .code(self.type_this("new NAME TICKET TITLE…"))
                    .text(" requests one."),
            );
        } else {
            let line = how_many(digest);
            message.push(match tended {
                0 => line,
                _ => line.text(format!(" {maintained}.")),
            });
        }
        if !digest.moved.is_nothing() {
            message.0.extend(self.since(&digest.moved).0);
        }
        for rfr in digest.by_phase().into_iter().flat_map(|(_, rfrs)| rfrs) {
            message.push(self.line_of(rfr, digest));
        }
        for rfr in &digest.tended {
            message.push(self.tended_line(rfr, digest));
        }
        message.0.extend(digest.decisions_wanted());
        let (over, ahead): (Vec<_>, Vec<_>) = digest
            .deployments()
            .into_iter()
            .partition(|(_, day)| *day < digest.around.today());
        for (what, dates) in [("Dates that passed: ", over), ("Production dates: ", ahead)] {
            let dates: Vec<Paragraph> = dates
                .into_iter()
                .map(|(rfr, day)| digest.deployment(rfr, day))
                .collect();
            if !dates.is_empty() {
                message.push(Paragraph::new().text(what).then(joined(dates, "; ")).text("."));
            }
        }
        let wants: Vec<Paragraph> = [
            ("without a sponsor: ", digest.unsponsored()),
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
        message.0.extend(digest.away());
        message.0.extend(self.breaks_wanted(digest));
        message.push(freeze_line(digest));
        message
    }

    /// The digest as it is posted: under a heading.
    pub fn posted_digest(&self, digest: &Digest<'_>) -> Message {
        let heading = format!("RFRs on {}", date(digest.around.today()));
        let mut message = Message::line(Paragraph::new().strong(heading));
        message.0.extend(self.digest(digest).0);
        message
    }

    fn tended_line(&self, rfr: &Rfr, digest: &Digest<'_>) -> Paragraph {
        let outlook = Outlook::of(rfr, digest.around);
        let line = Paragraph::new()
            .strong(rfr.name.clone())
            .text(": ")
            .then(self.at_a_glance(&outlook));
        let line = match &rfr.hold {
            Some(_) => line.text("; ").then(state(&outlook, true)),
            None => line,
        };
        let neglected = neglected(rfr, digest.around.now);
        let line = if neglected.is_empty() {
            line
        } else {
            let names: Vec<&str> = neglected.iter().map(|side| side.name()).collect();
            line.text(format!(
                "; nobody has looked after its {} {}",
                listed(&names),
                since(rfr.neglected_since(), digest.around.now)
            ))
        };
        with_question(line, rfr, digest)
    }

    fn breaks_wanted(&self, digest: &Digest<'_>) -> Option<Paragraph> {
        let waiting: Vec<Paragraph> = digest
            .breaks
            .iter()
            .filter_map(|(number, name, standing)| {
                let line = Paragraph::new().text(format!("{number} for ")).strong(name.clone());
                match standing {
                    Standing::Waiting { more } => Some(
                        line.text(format!(" lacks {}", count(*more, "approval", "approvals")))
                            .then(objected(digest.around, *number))
                            .text(": ")
                            .code(self.type_this(&format!("+1 {number}"))),
                    ),
                    Standing::Held => Some(line.text(" is objected to").then(objected(digest.around, *number))),
                    Standing::Approved => Some(line.text(" is approved").then(objected(digest.around, *number))),
                    Standing::Done | Standing::Withdrawn | Standing::Expired => None,
                }
            })
            .collect();
        (!waiting.is_empty()).then(|| {
            Paragraph::new()
                .text("Freeze breaks: ")
                .then(joined(waiting, "; "))
                .text(".")
        })
    }
}

impl Digest<'_> {
    /// The decisions that the SOP asks for and nobody has made.
    fn decisions_wanted(&self) -> Option<Paragraph> {
        let wanted = |rfr: &&Rfr| {
            let asked = rfr.open_questions().filter_map(|question| question.topic);
            let blocking = gate::blocking(rfr);
            let demanded = blocking.iter().flat_map(|finding| match &finding.state {
                gate::ItemState::Met => [].iter(),
                gate::ItemState::Missing(lacks) => lacks.iter(),
            });
            let demanded = demanded.filter_map(|lack| {
                if let gate::Lack::Undecided(topic) = lack {
                    Some(*topic)
                } else {
                    None
                }
            });
            let mut topics: Vec<&str> = Vec::new();
            for topic in asked.chain(demanded) {
                if !topics.contains(&topic.name()) {
                    topics.push(topic.name());
                }
            }
            let line = Paragraph::new().strong(rfr.name.clone());
            (!topics.is_empty()).then(|| line.text(format!(" on {}", listed(&topics))))
        };
        let wanted: Vec<Paragraph> = self.rfrs.iter().filter_map(wanted).collect();
        (!wanted.is_empty()).then(|| {
            Paragraph::new()
                .text("Decisions wanted: ")
                .then(joined(wanted, "; "))
                .text(".")
        })
    }

    /// Who is away, or will be within two weeks.
    fn away(&self) -> Option<Paragraph> {
        let today = self.around.today();
        let parts: Vec<Paragraph> = self
            .around
            .absences
            .from_day(today, 14)
            .into_iter()
            .map(|(account, absence)| {
                let line = Paragraph::new().person(account);
                if absence.span.covers(today) {
                    line.text(format!(" until {}", date(absence.span.to())))
                } else if absence.span.from() == absence.span.to() {
                    line.text(format!(" on {}", date(absence.span.from())))
                } else {
                    line.text(format!(" {}", days(absence.span)))
                }
            })
            .collect();
        (!parts.is_empty()).then(|| Paragraph::new().text("Away: ").then(joined(parts, "; ")).text("."))
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

impl Wording {
    fn line_of(&self, rfr: &Rfr, digest: &Digest<'_>) -> Paragraph {
        let outlook = Outlook::of(rfr, digest.around);
        let line = Paragraph::new()
            .strong(rfr.name.clone())
            .text(": ")
            .then(self.at_a_glance(&outlook))
            .text("; ")
            .then(state(&outlook, true));
        with_question(line, rfr, digest)
    }
}

/// The line of an RFR with its oldest open question.
fn with_question(line: Paragraph, rfr: &Rfr, digest: &Digest<'_>) -> Paragraph {
    match oldest_question(rfr) {
        Some(question) => line
            .text(format!(
                "; oldest question ({}) “{}” {}, ",
                question.number,
                cut(&worded(question), LONGEST_QUESTION),
                since(question.asked.at, digest.around.now)
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

/// Where somebody can read on: the newest discussion, else the ticket.
pub(super) fn where_it_is_discussed(rfr: &Rfr) -> &str {
    rfr.discussed_at().unwrap_or(rfr.ticket.url.as_str())
}
