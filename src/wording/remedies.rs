//! What is missing, who can give it, and the command that does.

use super::Wording;
use super::phrases::{assignees, cut, date, in_short, joined, outdated_by_now, worded};
use crate::people::{Account, Right, SYSADMIN_MAIN};
use crate::rfr::gate::{Finding, ItemState, Lack, comes_first, not_ticked};
use crate::rfr::outlook::Outlook;
use crate::rfr::{Before, Outdated, Rfr};
use crate::sop::{Kind, Phase, Row};
use crate::text::Paragraph;

impl Wording {
    /// Everything that is missing for a row, each with its remedy.
    pub(super) fn missing(&self, outlook: &Outlook<'_>, finding: &Finding) -> Vec<Paragraph> {
        match &finding.state {
            ItemState::Met => Vec::new(),
            ItemState::Missing(lacks) => lacks.iter().map(|lack| self.lack(outlook, finding.row, lack)).collect(),
        }
    }

    /// Everything that is missing for several rows in one line, numbered so that nothing is overlooked.
    pub(super) fn all_missing(&self, outlook: &Outlook<'_>, findings: &[Finding]) -> Paragraph {
        let missing: Vec<Paragraph> = findings
            .iter()
            .flat_map(|finding| self.missing(outlook, finding))
            .collect();
        if missing.len() == 1 {
            return joined(missing, "");
        }
        let numbered = missing
            .into_iter()
            .enumerate()
            .map(|(at, part)| Paragraph::new().text(format!("({}) ", at + 1)).then(part))
            .collect();
        joined(numbered, "; ")
    }

    fn lack(&self, outlook: &Outlook<'_>, row: &Row, lack: &Lack) -> Paragraph {
        let rfr = outlook.rfr;
        let name = &rfr.name;
        let line = Paragraph::new();
        match lack {
            Lack::NoSponsor => line
                .text(format!("{}: a {SYSADMIN_MAIN} member types ", row.short))
                .code(self.type_this(&format!("sponsor {name}"))),
            Lack::NotAssigned => not_assigned(rfr, line),
            Lack::NotAccepted => {
                let line = line.text(format!("{}: ", row.short));
                let Some(asked) = &rfr.asked_sponsor else {
                    return line.code(self.type_this(&format!("sponsor {name}")));
                };
                if !outlook.around.directory.is_member(&asked.account, SYSADMIN_MAIN) {
                    return line
                        .person(asked.account.as_str())
                        .text(format!(
                            " was asked, and is no longer in {SYSADMIN_MAIN}; a member types "
                        ))
                        .code(self.type_this(&format!("sponsor {name}")));
                }
                let line = line
                    .person(asked.account.as_str())
                    .text(" was asked and types ")
                    .code(self.type_this(&format!("accept {name}")));
                self.meanwhile(outlook, &asked.account, line, &format!("sponsor {name}"))
            }
            Lack::OnlyOnePerson => line
                .text(format!("{}: ", row.short))
                .code(self.type_this(&format!("people {name} add NAME"))),
            Lack::NotSigned => self.sign_off_by(outlook, row, line.text(format!("{}: ", row.short))),
            Lack::Outdated { because } => {
                let because = if let Outdated::OtherEdition(other) = because
                    && *other != rfr.edition
                {
                    // It went back, or on to a third.
                    format!("it has followed {} in between", other.name())
                } else {
                    outdated_by_now(rfr.edition, because, outlook.around)
                };
                let again = line.text(format!("{} again, because {because}: ", row.short));
                self.sign_off_by(outlook, row, again)
            }
            Lack::OpenQuestion { number } => {
                let question = rfr
                    .question(*number)
                    .map(|question| cut(&worded(question), 60))
                    .unwrap_or_default();
                line.text(format!("an answer to question {number} (“{question}”): "))
                    .code(self.type_this(&format!("answer {name} {number} …")))
            }
            Lack::Undecided(topic) => line
                .text(format!("a decision on {topic}: "))
                .code(self.type_this(&format!("decide {name} {topic} …"))),
            Lack::NotRecorded => self.not_recorded(rfr, row, line),
        }
    }

    /// What a member of sysadmin-main types to take it over from a sponsor who left the group.
    pub(super) fn to_take_over(&self, name: &str, left: &Account) -> Paragraph {
        let unsponsor = format!("unsponsor {name} {left} left {SYSADMIN_MAIN}");
        Paragraph::new()
            .code(self.type_this(&unsponsor))
            .text(", then ")
            .code(self.type_this(&format!("sponsor {name}")))
    }

    /// An undo needs that right, which whoever asks for it has not: whose it is, and the opposite change where it is a move.
    pub(super) fn undo_needs(&self, line: Paragraph, right: Right, (name, rfr): (&str, Option<&Rfr>)) -> Paragraph {
        let line = line.text(format!(
            ": an undo needs what the opposite change would need now, and that is for {}. ",
            right.holders()
        ));
        let moved = rfr.and_then(|rfr| match &rfr.before {
            Before::Was(before) if before.phase < rfr.phase => Some(rfr.called(before.phase)),
            Before::Was(_) | Before::NotYetThere | Before::Nothing => None,
        });
        match moved {
            Some(phase) => line
                .text("One of them types ")
                .code(self.type_this(&format!("revert {name} {phase} REASON…"))),
            None => line
                .text("Who takes part: ")
                .code(self.type_this(&format!("who {name}"))),
        }
    }

    /// What the sponsor types to sign.
    pub(super) fn to_sign(&self, rfr: &Rfr, row: &Row) -> Paragraph {
        let line = Paragraph::new();
        let line = match not_ticked(rfr, row.phase) {
            Some(item) => line
                .code(self.type_this(&format!("done {} {}", rfr.name, item.id)))
                .text(" if that is so, then "),
            None => line,
        };
        line.code(self.type_this(&format!("signoff {} {}", row.phase_name, rfr.name)))
    }

    pub(super) fn sign_off_by(&self, outlook: &Outlook<'_>, row: &Row, line: Paragraph) -> Paragraph {
        let rfr = outlook.rfr;
        match &rfr.sponsor {
            Some(sponsor) if !outlook.around.directory.is_member(&sponsor.account, SYSADMIN_MAIN) => line
                .person(sponsor.account.as_str())
                .text(format!(" is no longer in {SYSADMIN_MAIN}; a member types "))
                .then(self.to_take_over(&rfr.name, &sponsor.account)),
            Some(sponsor) if !comes_first(rfr).is_empty() || rfr.hold.is_some() => {
                let line = line.text("up to ").person(sponsor.account.as_str());
                let then = if comes_first(rfr).is_empty() {
                    " once it is no longer on hold"
                } else {
                    " once the rest is there"
                };
                away(outlook, &sponsor.account, line).text(then)
            }
            Some(sponsor) => {
                let line = line
                    .person(sponsor.account.as_str())
                    .text(" types ")
                    .then(self.to_sign(rfr, row));
                match outlook.stand_in(&sponsor.account) {
                    Some(other) => self.meanwhile(
                        outlook,
                        &sponsor.account,
                        line,
                        &format!("handover {} {other}", rfr.name),
                    ),
                    None => away(outlook, &sponsor.account, line),
                }
            }
            None => line
                .text("it has no sponsor, so first ")
                .code(self.type_this(&format!("sponsor {}", rfr.name)))
                .text(", then ")
                .then(self.to_sign(rfr, row)),
        }
    }

    /// Somebody who is to act and is away: until when, and who may do what meanwhile.
    fn meanwhile(&self, outlook: &Outlook<'_>, account: &Account, line: Paragraph, instead: &str) -> Paragraph {
        let (Some(day), Some(other)) = (outlook.around.away_until(account), outlook.stand_in(account)) else {
            return away(outlook, account, line);
        };
        line.text(format!(" (away until {}; meanwhile ", date(day)))
            .person(other.as_str())
            .text(" may: ")
            .code(self.type_this(instead))
            .text(")")
    }

    fn not_recorded(&self, rfr: &Rfr, row: &Row, line: Paragraph) -> Paragraph {
        let name = &rfr.name;
        let line = line.text(format!("{}: ", in_short(rfr, row)));
        match row.kind {
            Kind::Sops => line
                .code(self.type_this(&format!("sop {name} URL")))
                .text(" or, where none is needed, ")
                .code(self.type_this(&format!("done {name} {} WHY", row.id))),
            Kind::Check { by: Some(group), .. } => line
                .text(format!("a member of {group} types "))
                .code(self.type_this(&format!("done {name} {}", row.id))),
            Kind::Check { by: None, .. }
            | Kind::Ticket
            | Kind::AcceptedSponsor
            | Kind::Discussion
            | Kind::People
            | Kind::SecondPerson
            | Kind::PlanningQuestions(_)
            | Kind::SignOff
            | Kind::Lost
            | Kind::QuestionsAndDecisions(_)
            | Kind::Schedule => line.code(self.type_this(&way_to_meet(row, name))),
        }
    }
}

/// Until when somebody who is to act is away.
fn away(outlook: &Outlook<'_>, account: &Account, line: Paragraph) -> Paragraph {
    match outlook.around.away_until(account) {
        Some(day) => line.text(format!(" (away until {})", date(day))),
        None => line,
    }
}

/// The command that meets a row, as one types it after the prefix.
pub(super) fn way_to_meet(row: &Row, name: &str) -> String {
    match row.kind {
        Kind::Ticket => format!("ticket {name} URL"),
        Kind::AcceptedSponsor => format!("sponsor {name}"),
        Kind::Discussion => format!("discussed {name} URL"),
        Kind::People | Kind::SecondPerson => format!("people {name} add NAME"),
        Kind::PlanningQuestions(_) => format!("questions {name}"),
        Kind::SignOff => format!("signoff {} {name}", row.phase_name),
        Kind::QuestionsAndDecisions(_) => format!("questions {name}"),
        Kind::Sops => format!("sop {name} URL"),
        Kind::Lost => format!("adopt {name} EDITION REASON"),
        Kind::Schedule => format!("schedule {name} DATE"),
        Kind::Check { .. } => format!("done {name} {}", row.id),
    }
}

/// What its edition calls the phase in which it is deployed.
pub(super) fn deployed_phase(rfr: &Rfr) -> &'static str {
    let mut phases = rfr.edition.phases().iter();
    let deployed = phases.find(|phase| phase.kind >= Phase::Production);
    deployed.map_or(Phase::Production.name(), |phase| phase.name)
}

/// The phase that a gate opens to.
pub(super) fn to_phase(rfr: &Rfr) -> &'static str {
    rfr.called(rfr.edition.next(rfr.phase).unwrap_or(rfr.phase))
}

/// What an assignment in the tracker lacks, and where it is made.
fn not_assigned(rfr: &Rfr, line: Paragraph) -> Paragraph {
    let Some(sponsor) = &rfr.sponsor else { return line };
    let now = match &rfr.tracked.seen {
        Some(seen) => Paragraph::new().text("it is assigned to ").then(assignees(seen)),
        None => Paragraph::new().text("the tracker has not said yet whom it is assigned to"),
    };
    line.text(format!("{} assigned to ", rfr.ticket))
        .person(sponsor.account.as_str())
        .text(" (")
        .then(now)
        .text("): I notice when somebody assigns it, which can be done at ")
        .link(rfr.ticket.url.clone())
}
