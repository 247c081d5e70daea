//! The rules behind refusals, for `why`: the SOP's sentences and the bot's own.

use super::Wording;
use super::phrases::listed;
use crate::rfr::refusal::Refusal;
use crate::rfr::{ChangeSubject, Rfr};
use crate::sop::{Edition, Kind, Phase};
use crate::text::{Message, Paragraph};

impl Wording {
    /// The SOP's rules behind a refusal, for `why`; `said` is what was said then.
    pub fn explanation(&self, refusal: &Refusal, about: ChangeSubject<'_>, said: Message) -> Message {
        let rfr = about.rfr();
        let called = |phase: Phase| rfr.map_or(phase.name(), |rfr| rfr.called(phase));
        let line = Paragraph::new().strong(about.name().to_owned());
        let (line, findings) = if let Refusal::GateShut { phase, blocking } = refusal {
            (line.text(format!(" stayed in {}", called(*phase))), blocking)
        } else if let Refusal::SignedTooEarly { phase, first } = refusal {
            (line.text(format!(": {} was not signed off", called(*phase))), first)
        } else {
            let mut message = last_refusal(said);
            message.push(Paragraph::new().text(rule(refusal, rfr)));
            return message;
        };
        let mut message = Message::line(line.text(", because the SOP says:"));
        for finding in findings {
            let row = finding.row;
            message.push(Paragraph::new().text(format!("{} ({}): {}", row.phase_name, row.id, row.sentence)));
        }
        message
    }
}

/// The first line of what was said when something was refused.
pub(super) fn last_refusal(mut said: Message) -> Message {
    let first = if said.0.is_empty() {
        Paragraph::new()
    } else {
        said.0.remove(0)
    };
    Message::line(Paragraph::new().text("Your last refusal: ").then(first))
}

/// The rule behind a refusal that is no shut gate.
fn rule(refusal: &Refusal, rfr: Option<&Rfr>) -> String {
    // Its own edition's words come before those of the SOP that ships.
    let own = rfr.map(|rfr| rfr.edition);
    let own = own.filter(|edition| Edition::from_name(edition.name()) != Some(*edition));
    match refusal {
        Refusal::GateShut { .. } | Refusal::SignedTooEarly { .. } => String::new(),
        Refusal::NoSignOffInPhase(_) | Refusal::OtherPhase { .. } | Refusal::PhaseIsLeft { .. } | Refusal::NotSigned(_)
            if let Some(edition) = own =>
        {
            let rows = edition.rows().iter().filter(|row| row.kind == Kind::SignOff);
            let said = rows.map(|row| format!("{} ({}): {}", row.phase_name, row.id, row.sentence));
            let said: Vec<String> = said.collect();
            if said.is_empty() {
                "SOP: nothing is signed off.".to_owned()
            } else {
                format!("SOP, {}", said.join(" "))
            }
        }
        Refusal::NoSignOffInPhase(_) | Refusal::OtherPhase { .. } | Refusal::PhaseIsLeft { .. } | Refusal::NotSigned(_) => {
            "SOP: the RFR sponsor signs off development (ready for the next step) and staging (fully in configuration \
             management, ready to be deployed), each while the resource is there."
                .to_owned()
        }
        Refusal::CannotSponsor { .. } | Refusal::AnotherIsAsked { .. } | Refusal::NotAsked { .. } | Refusal::HasSponsor { .. } | Refusal::HasNoSponsor => {
            "SOP: the ticket is assigned to, and accepted by, one person in sysadmin-main, who sponsors and helps.".to_owned()
        }
        Refusal::DateInPast { .. } | Refusal::DateInFreeze { .. } => {
            "SOP: the deployment schedule accounts for freezes and for who is available.".to_owned()
        }
        Refusal::Frozen { .. } => "SOP: changes to frozen hosts need a freeze break request with two approvals, not counting the \
                                   requester's own; staging is never frozen."
            .to_owned(),
        Refusal::IsDeployed(_) => {
            "SOP: finally the staging changes are merged over to production and the resource is deployed; what is running is \
             removed or reverted."
                .to_owned()
        }
        Refusal::NotMaintained(_) => {
            "SOP: in maintenance it is updated for issues or security bugs, and adjusted for capacity.".to_owned()
        }
        Refusal::LastPhase
        | Refusal::NotEarlier { .. }
        | Refusal::DropAfterStaging(_)
        | Refusal::RemoveBeforeProduction(_)
        | Refusal::HasEnded(_) => {
            let phases = rfr.map_or(Edition::classic(), |rfr| rfr.edition).phases();
            let names = listed(phases.iter().map(|phase| phase.name));
            format!("SOP: an RFR goes through {names}, and can be dropped, removed or reverted at any time.")
        }
        Refusal::NotACheck(row) | Refusal::LaterPhase { row, .. } | Refusal::NeedsNote(row) => {
            let level = if row.kind == Kind::SignOff {
                "Only the sponsor's own sign-off counts here."
            } else {
                "What counts here is what was recorded."
            };
            format!("SOP, {} ({}): {} {level}", row.phase_name, row.id, row.sentence)
        }
        Refusal::NotInEdition { item, edition } => {
            format!(
                "House rule: an RFR keeps the edition of the SOP that it started under, until somebody in sysadmin-main moves it \
                 over (`adopt`); {edition} has no {item}."
            )
        }
        Refusal::NoSuchEdition { .. }
        | Refusal::PhaseNotInEdition { .. }
        | Refusal::NoSuchPhase(_)
        | Refusal::NoSuchTopic(_) => {
            "House rule: an RFR keeps the edition of the SOP that it started under, until somebody in sysadmin-main moves it \
             over."
                .to_owned()
        }
        Refusal::OnHold(_) => "House rule: what is on hold is neither signed nor moved, to another edition neither; records and questions go on.".to_owned(),
        Refusal::UnknownOffer { .. } | Refusal::OfferTaken { .. } => {
            "House rule: what a mail asks is offered once, and somebody takes it.".to_owned()
        }
        Refusal::UnknownQuestion { .. } => "SOP: every outstanding question is answered before staging.".to_owned(),
        Refusal::NameTaken { .. } | Refusal::NameInvalid { .. } | Refusal::NoFormerName => {
            "SOP: the group sysadmin-RESOURCE is made from the name, so it is short, plain and unique.".to_owned()
        }
        Refusal::TicketTaken { .. } => "SOP: there must be an RFR ticket; one RFR has one ticket.".to_owned(),
        Refusal::NotThere(_) | Refusal::NobodysAccount(_) => {
            "SOP: it must be determined who is involved in deploying and maintaining the resource.".to_owned()
        }
        Refusal::FourEyes(_) => {
            "House rule (four_eyes in the bot's config): who requested a resource does not sponsor it, and who signed it off \
             does not move it into production."
                .to_owned()
        }
        Refusal::HeldByOfficer(_) | Refusal::HeldByOther(_) => {
            "House rule: a hold is lifted by whoever put it or by those who may, not by those whom it stops; one of the \
             security officers by them, or by two members of sysadmin-main."
                .to_owned()
        }
        Refusal::NoLongerMember { group, .. } => format!(
            "House rule: groups count at the moment of the change, and an undo is a change: what it would give back takes \
             somebody who is in {group} now."
        ),
        Refusal::UndoNeeds(right) => format!(
            "House rule: an undo is a change. Whoever undoes must be able to make the opposite change by a command at that \
             moment, with its right, gate and freeze; this one is for {}.",
            right.holders()
        ),
        Refusal::TooMany(list) => format!(
            "House rule: each list of an RFR has a bound ({} here), so that looking stays quick for everybody.",
            list.most()
        ),
        Refusal::NothingToUndo | Refusal::NotYourChange(_) | Refusal::TooOldToUndo { .. } => {
            "House rule: an undo takes back one's own last change while nobody has built on it; everything else has its \
             opposite command, so that history stays readable."
                .to_owned()
        }
    }
}
