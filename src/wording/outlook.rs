//! Where an RFR stands, in the same words wherever that is said.

use super::Wording;
use super::phrases::{date, held, listed, people, since};
use super::remedies::to_phase;
use crate::people::Account;
use crate::rfr::gate::{Finding, ItemState, Lack};
use crate::rfr::outlook::{Circumstances, Outlook, Owner};
use crate::rfr::refusal::Refusal;
use crate::rfr::{Question, Rfr};
use crate::sop::{Kind, Phase};
use crate::text::Paragraph;

/// How many open questions are named.
const NAMED_QUESTIONS: usize = 5;

/// How many names of those who could act are said.
const NAMED_OWNERS: usize = 4;

impl Wording {
    /// `▰▰▰▰▱▱ staging 1 of 2 for 12 days`: how far it is on its way, how much of its phase is there, and since when.
    pub(super) fn at_a_glance(&self, outlook: &Outlook<'_>) -> Paragraph {
        let rfr = outlook.rfr;
        let stands = format!("{} {}", self.bar(rfr), rfr.called(rfr.phase));
        let counted = match outlook.progress {
            (_, 0) => stands,
            (met, of) => format!("{stands} {met} of {of}"),
        };
        Paragraph::new().text(format!("{counted} {}", since(rfr.phase_since, outlook.around.now)))
    }

    /// A bar of the phases of its SOP, filled up to the one where it stands.
    fn bar(&self, rfr: &Rfr) -> String {
        let (full, empty) = if self.ascii { ('#', '-') } else { ('▰', '▱') };
        let phases = rfr.edition.phases().iter();
        phases
            .map(|phase| if phase.kind <= rfr.phase { full } else { empty })
            .collect()
    }

    /// The day for production is over: it may go ahead, or another one is named.
    pub(super) fn day_is_over(&self, outlook: &Outlook<'_>) -> Option<Paragraph> {
        let rfr = outlook.rfr;
        let is_ahead = rfr.phase < Phase::Production;
        let planned = rfr.schedule.as_ref().filter(|_| is_ahead && is_over(outlook))?.date;
        let line = Paragraph::new().text(format!(
            "The day for production, {}, is over; another one",
            date(planned)
        ));
        let line = if rfr.signoffs.contains_key(&rfr.phase) {
            line.text(" needs another sign-off")
        } else {
            line
        };
        let command = self.type_this(&format!("schedule {} DATE", rfr.name));
        Some(line.text(": ").code(command).text("."))
    }

    /// The line with which a freeze keeps it from production, and what ends that.
    pub(super) fn freeze_line(&self, outlook: &Outlook<'_>) -> Option<Paragraph> {
        let name = &outlook.rfr.name;
        let line = Paragraph::new();
        if let Some(number) = outlook.freeze_break {
            return Some(
                line.text(format!(
                    "A freeze is in force; freeze break {number} for it is approved"
                ))
                .then(objected(outlook.around, number))
                .text("."),
            );
        }
        let Some(Refusal::Frozen { freezes, waiting }) = &outlook.frozen else {
            return None;
        };
        let line = line.text(format!("Frozen by {}, and ", freezes.join(" and ")));
        let line = match waiting {
            Some((number, 0)) => line
                .text(format!("freeze break {number} is objected to"))
                .then(objected(outlook.around, *number))
                .text(": ")
                .code(self.type_this("freeze-breaks")),
            Some((number, more)) => line
                .text(format!("freeze break {number} lacks {}", approvals(*more)))
                .then(supported(outlook.around, *number))
                .then(objected(outlook.around, *number))
                .text(": ")
                .code(self.type_this(&format!("+1 {number}"))),
            None => line
                .text("no freeze break is asked for: ")
                .code(self.type_this(&format!("freeze-break request {name} REASON"))),
        };
        Some(line.text("."))
    }
}

/// The same in a few words.
pub(super) fn freeze_in_short(outlook: &Outlook<'_>) -> Option<Paragraph> {
    let line = Paragraph::new();
    if let Some(number) = outlook.freeze_break {
        return Some(
            line.text(format!("under freeze break {number}"))
                .then(objected(outlook.around, number)),
        );
    }
    let Some(Refusal::Frozen { freezes, waiting }) = &outlook.frozen else {
        return None;
    };
    let line = line.text(format!("frozen by {}, ", freezes.join(" and ")));
    Some(match waiting {
        Some((number, 0)) => line
            .text(format!("freeze break {number} is objected to"))
            .then(objected(outlook.around, *number)),
        Some((number, more)) => line
            .text(format!("freeze break {number} lacks {}", approvals(*more)))
            .then(supported(outlook.around, *number))
            .then(objected(outlook.around, *number)),
        None => line.text("no freeze break asked for"),
    })
}

/// ` (-1 tyll)`: who objects to a freeze break, or nothing.
pub(super) fn objected(around: &Circumstances<'_>, number: u32) -> Paragraph {
    voted(around, number, false)
}

/// ` (+1 kevin)`: whose approval a freeze break has, so that somebody else gives the next one; or nothing.
fn supported(around: &Circumstances<'_>, number: u32) -> Paragraph {
    voted(around, number, true)
}

fn voted(around: &Circumstances<'_>, number: u32, approves: bool) -> Paragraph {
    let voters = around.breaks.get(number).map(|found| found.voters(approves));
    match voters.filter(|voters| !voters.is_empty()) {
        Some(voters) => Paragraph::new()
            .text(if approves { " (+1 " } else { " (-1 " })
            .then(people(&voters))
            .text(")"),
        None => Paragraph::new(),
    }
}

fn approvals(more: usize) -> String {
    format!("{more} approval{}", if more == 1 { "" } else { "s" })
}

/// Did the day for production pass without the deployment?
pub(super) fn is_over(outlook: &Outlook<'_>) -> bool {
    let planned = outlook.rfr.schedule.as_ref();
    outlook.deployed_on().is_none() && planned.is_some_and(|schedule| schedule.date < outlook.around.today())
}

/// The day that matters: of the deployment that is planned, or that was.
pub(super) fn its_day(outlook: &Outlook<'_>) -> Option<String> {
    let rfr = outlook.rfr;
    if let Some(day) = outlook.deployed_on() {
        return Some(format!("deployed on {}", date(day)));
    }
    let planned = rfr.schedule.as_ref()?.date;
    let over = if is_over(outlook) { ", which is over" } else { "" };
    let outages = outlook.around.outages.on(planned);
    let outage = outages.first().map_or(String::new(), |outage| {
        format!(", when an outage is planned ({})", outage.title)
    });
    Some(format!("production on {}{over}{outage}", date(planned)))
}

/// What is missing and who can give it: all of it, or the first and how much more.
pub(super) fn needs(outlook: &Outlook<'_>, all: bool) -> Paragraph {
    let owed = if all {
        outlook.owed()
    } else {
        let first = outlook.blocking.first().into_iter();
        first.map(|finding| (outlook.owner(finding), vec![finding])).collect()
    };
    let mut line = Paragraph::new();
    for (at, (owner, findings)) in owed.iter().enumerate() {
        let what: Vec<String> = findings.iter().map(|finding| what_is_missing(finding)).collect();
        line = line
            .text(if at > 0 { "; " } else { "" })
            .text(listed(&what))
            .text(" (")
            .then(who(outlook, owner))
            .text(")");
    }
    match outlook.blocking.len() {
        more @ 2.. if !all => line.text(format!(" and {} more", more - 1)),
        _ => line,
    }
}

/// Its state after the phase: on hold, what it needs, or that it may go on; and whether it is frozen.
pub(super) fn state(outlook: &Outlook<'_>, all: bool) -> Paragraph {
    let rfr = outlook.rfr;
    let frozen = freeze_in_short(outlook);
    let line = Paragraph::new();
    let line = if let Some(hold) = &rfr.hold {
        let line = line.text("on hold");
        match hold.agreed.last() {
            _ if !all => line,
            None => line.text(" ").then(held(hold)),
            Some(_) => line
                .text(" ")
                .then(held(hold))
                .text(", which another member of sysadmin-main must, too"),
        }
    } else if !outlook.blocking.is_empty() {
        line.text("needs ").then(needs(outlook, all))
    } else if outlook.frozen.is_some() {
        line.text(format!("every MUST for {} is met", to_phase(rfr)))
    } else {
        line.text(format!("ready for {}", to_phase(rfr)))
    };
    match frozen {
        Some(frozen) => line.text("; ").then(frozen),
        None => line,
    }
}

/// A row in a few words; of questions and decisions, which ones.
pub(super) fn what_is_missing(finding: &Finding) -> String {
    let ItemState::Missing(lacks) = &finding.state else {
        return finding.row.short.to_owned();
    };
    if let [Lack::Outdated { .. }] = lacks.as_slice() {
        return format!("{} again", finding.row.short);
    }
    if let [Lack::NotAssigned] = lacks.as_slice() {
        return "a ticket assigned to its sponsor".to_owned();
    }
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
            | Lack::NotAssigned
            | Lack::OnlyOnePerson
            | Lack::NotSigned
            | Lack::Outdated { .. } => {}
        }
    }
    let mut parts = Vec::new();
    if !questions.is_empty() {
        let plural = if questions.len() == 1 { "" } else { "s" };
        let more = questions.len().saturating_sub(NAMED_QUESTIONS);
        if more > 0 {
            questions.truncate(NAMED_QUESTIONS);
            questions.push(format!("{more} more"));
        }
        parts.push(format!("an answer to question{plural} {}", listed(&questions)));
    }
    if !topics.is_empty() {
        parts.push(format!("a decision on {}", listed(&topics)));
    }
    parts.join(" and ")
}

/// Everything that is missing, in a few words each.
pub(super) fn all_in_short(findings: &[Finding]) -> String {
    let missing: Vec<String> = findings.iter().map(what_is_missing).collect();
    missing.join("; ")
}

/// Who can act; and where none of them is there, who may too.
pub(super) fn who(outlook: &Outlook<'_>, owner: &Owner) -> Paragraph {
    let around = outlook.around;
    let line = Paragraph::new();
    match owner {
        Owner::Group(group) => line.text(*group),
        Owner::Sponsor(sponsor) => {
            let line = line.then(person(around, sponsor));
            match outlook.stand_in(sponsor) {
                Some(other) => line.text("; ").person(other.as_str()).text(" may take over"),
                None => line,
            }
        }
        Owner::People(accounts) => {
            let (there, away): (Vec<Account>, Vec<Account>) = accounts
                .iter()
                .cloned()
                .partition(|account| around.away_until(account).is_none());
            if there.is_empty() {
                let gone = away.iter().map(|account| person(around, account)).collect();
                let line = line.then(or(gone));
                return match away.first().and_then(|account| outlook.stand_in(account)) {
                    Some(other) => line.text("; ").person(other.as_str()).text(" may too"),
                    None => line,
                };
            }
            let more = there.len().saturating_sub(NAMED_OWNERS);
            let first = there.iter().take(NAMED_OWNERS);
            let mut names: Vec<Paragraph> = first.map(|account| Paragraph::new().person(account.as_str())).collect();
            if more > 0 {
                names.push(Paragraph::new().text(format!("{more} more")));
            }
            line.then(or(names))
        }
    }
}

/// A name; of somebody who is away, until when.
pub(super) fn person(around: &Circumstances<'_>, account: &Account) -> Paragraph {
    let line = Paragraph::new().person(account.as_str());
    match around.away_until(account) {
        Some(day) => line.text(format!(", away until {}", date(day))),
        None => line,
    }
}

fn or(names: Vec<Paragraph>) -> Paragraph {
    let last = names.len().saturating_sub(1);
    let mut line = Paragraph::new();
    for (at, name) in names.into_iter().enumerate() {
        let between = match at {
            0 => "",
            _ if at == last => " or ",
            _ => ", ",
        };
        line = line.text(between).then(name);
    }
    line
}

/// The open question that has waited longest.
pub(super) fn oldest_question(rfr: &Rfr) -> Option<&Question> {
    rfr.open_questions()
        .min_by_key(|question| (question.asked.at, question.number))
}
