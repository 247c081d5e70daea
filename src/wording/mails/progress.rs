//! A new RFR, its way through the phases, and its end.

use super::report::recorded_in_development;
use super::{Body, Letter, invitation, named};
use crate::people::Account;
use crate::rfr::outlook::Outlook;
use crate::rfr::{Ended, Ending, Rfr};
use crate::sop::{self, Edition, Phase};
use crate::wording::Wording;
use crate::wording::outlook::{freeze_in_short, needs};
use crate::wording::phrases::{because, date, numbered};
use crate::wording::remedies::to_phase;

/// Why an RFR moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoveReason<'a> {
    /// For this reason, which may be empty.
    Because(&'a str),
    /// The last change was undone.
    ByAnUndo,
}

impl Wording {
    /// Somebody requests a resource: the first mail of its thread.
    pub fn request_letter(&self, outlook: &Outlook<'_>) -> Letter {
        let rfr = outlook.rfr;
        let body = Body::new()
            .paragraph("Hello,")
            .paragraph(if Edition::shipped().contains(&rfr.edition) {
                format!(
                    "{} asks for a new resource in our infrastructure: {}.",
                    rfr.requested.by, rfr.title
                )
            } else {
                format!("{} has a new request: {}.", rfr.requested.by, rfr.title)
            })
            .facts(&facts(rfr))
            .paragraph(self.next_in_a_mail(outlook))
            .paragraph(invitation());
        Letter {
            subject: format!("New request: {}", rfr.title),
            body: body.end(),
        }
    }

    /// It moved, forward or back; out of development, the testing is explained too.
    pub fn phase_letter(&self, before: &Rfr, outlook: &Outlook<'_>, by: &Account, why: MoveReason<'_>) -> Letter {
        let rfr = outlook.rfr;
        let reason = match why {
            MoveReason::Because(reason) => reason,
            MoveReason::ByAnUndo => "the last change was undone",
        };
        let (subject, first) = if before.ended.is_some() {
            (
                format!("Taken up again in {}", rfr.called(rfr.phase)),
                format!(
                    "{by} took {} up again; it is in {}{}.",
                    named(rfr),
                    rfr.called(rfr.phase),
                    because(reason)
                ),
            )
        } else if rfr.phase < before.phase {
            (
                format!("Back from {} to {}", before.called(before.phase), rfr.called(rfr.phase)),
                format!(
                    "{by} took {} back from {} to {}{}.",
                    named(rfr),
                    before.called(before.phase),
                    rfr.called(rfr.phase),
                    because(reason)
                ),
            )
        } else if rfr.phase == Phase::Maintenance {
            let asks_for = |id| sop::row(rfr.edition, id).is_some();
            let is = if asks_for("deployed") && asks_for("monitoring") {
                "deployed and monitored"
            } else {
                "finished"
            };
            (
                format!("In {}", rfr.called(rfr.phase)),
                format!(
                    "{} is {is}, and in {} from now on, says {by}. Thank you to everybody who worked on it.",
                    named(rfr),
                    rfr.called(rfr.phase)
                ),
            )
        } else {
            (
                format!("From {} to {}", before.called(before.phase), rfr.called(rfr.phase)),
                format!(
                    "{by} moved {} from {} to {}.",
                    named(rfr),
                    before.called(before.phase),
                    rfr.called(rfr.phase)
                ),
            )
        };
        let leaves_development = before.phase == Phase::Development && rfr.phase == Phase::Staging;
        let body = Body::new().paragraph("Hello,").paragraph(first).facts(&facts(rfr));
        let body = if leaves_development {
            recorded_in_development(body, before)
        } else {
            body
        };
        let questions: Vec<String> = rfr.open_questions().map(numbered).collect();
        let body = body.list("Open questions:", &questions);
        let body = if rfr.is_open() {
            body.paragraph(self.next_in_a_mail(outlook)).paragraph(invitation())
        } else {
            body
        };
        Letter {
            subject,
            body: body.end(),
        }
    }

    /// It can be tried in staging: that item is done.
    pub fn staging_letter(&self, outlook: &Outlook<'_>, item: &str) -> Letter {
        let rfr = outlook.rfr;
        let staging = rfr.called(Phase::Staging);
        let note = rfr
            .done
            .get(item)
            .map(|done| done.note.as_str())
            .filter(|note| !note.is_empty());
        let links: Vec<String> = rfr
            .links
            .iter()
            .map(|link| {
                if link.label.is_empty() {
                    link.url.clone()
                } else {
                    format!("{}: {}", link.label, link.url)
                }
            })
            .collect();
        let tested = match note {
            Some(note) => format!("It was tested there: {note}"),
            None => "It was tested there.".to_owned(),
        };
        let body = Body::new()
            .paragraph("Hello,")
            .paragraph(format!(
                "{} is {} in {staging}. {tested}",
                named(rfr),
                if Edition::shipped().contains(&rfr.edition) {
                    "deployed and available"
                } else {
                    "available"
                }
            ))
            .facts(&facts(rfr))
            .list("Links:", &links)
            .paragraph(format!(
                "Please try it, and say here what you find before it goes to {}.",
                to_phase(rfr)
            ))
            .paragraph(self.next_in_a_mail(outlook))
            .paragraph(invitation());
        Letter {
            subject: format!("Available in {staging}"),
            body: body.end(),
        }
    }

    /// Only the sponsor's sign-off is missing.
    pub fn sign_off_letter(&self, rfr: &Rfr) -> Letter {
        let sponsor = rfr
            .sponsor
            .as_ref()
            .map_or_else(|| "its sponsor".to_owned(), |sponsor| sponsor.account.to_string());
        let to = to_phase(rfr);
        let body = Body::new()
            .paragraph("Hello,")
            .paragraph(format!(
                "Everything that {} needs for {to} is there, but for the {} sign-off of its sponsor, {sponsor}.",
                named(rfr),
                rfr.called(rfr.phase)
            ))
            .facts(&facts(rfr))
            .paragraph(format!(
                "If something stands in the way, now is the time to say so. The sponsor signs in chat, with “{}”; a mail \
                 does not prove who wrote it.",
                self.type_this(&format!("signoff {} {}", rfr.called(rfr.phase), rfr.name))
            ));
        Letter {
            subject: format!("Ready for the {} sign-off", rfr.called(rfr.phase)),
            body: body.end(),
        }
    }

    /// It was dropped or removed.
    pub fn ended_letter(&self, rfr: &Rfr, ended: &Ended) -> Letter {
        let (subject, what) = match ended.how {
            Ending::Dropped => ("Dropped", "was dropped"),
            Ending::Removed => ("Removed", "was removed"),
        };
        let body = Body::new()
            .paragraph("Hello,")
            .paragraph(format!(
                "{} {what} in {} by {}{}.",
                named(rfr),
                rfr.called(rfr.phase),
                ended.mark.by,
                because(&ended.reason)
            ))
            .facts(&facts(rfr))
            .paragraph(format!(
                "Whoever wants to take it up again can do so in chat, with “{}”.",
                self.type_this(&format!("reopen {}", rfr.name))
            ));
        Letter {
            subject: subject.to_owned(),
            body: body.end(),
        }
    }

    /// The request was undone.
    pub fn taken_back_letter(&self, before: &Rfr, by: &Account) -> Letter {
        Letter {
            subject: "Request taken back".to_owned(),
            body: Body::new()
                .paragraph("Hello,")
                .paragraph(format!(
                    "{by} took the request for {} back. There is nothing to do about it.",
                    named(before)
                ))
                .end(),
        }
    }

    /// What the next phase needs, in a sentence or two.
    pub(super) fn next_in_a_mail(&self, outlook: &Outlook<'_>) -> String {
        let rfr = outlook.rfr;
        if let Some(hold) = &rfr.hold {
            return format!("It is on hold{}.", because(&hold.reason));
        }
        let to = to_phase(rfr);
        let frozen = freeze_in_short(outlook).map_or_else(String::new, |frozen| format!(" It is {}.", frozen.plain()));
        if outlook.blocking.is_empty() {
            return format!("Next is {to}; nothing is missing for that.{frozen}");
        }
        format!(
            "Next is {to}, which needs: {}.{frozen} “{}” in chat tells more.",
            needs(outlook, true).plain(),
            self.type_this(&format!("next {}", rfr.name))
        )
    }
}

/// What every mail about an RFR says of it.
fn facts(rfr: &Rfr) -> Vec<(&'static str, String)> {
    let mut facts = vec![
        ("Ticket", rfr.ticket.url.clone()),
        ("Phase", rfr.called(rfr.phase).to_owned()),
    ];
    facts.push((
        "Sponsor",
        match (&rfr.sponsor, &rfr.asked_sponsor) {
            (Some(sponsor), _) => sponsor.account.to_string(),
            (None, Some(asked)) => format!("none yet; {} was asked", asked.account),
            (None, None) => "none yet".to_owned(),
        },
    ));
    let people: Vec<String> = rfr
        .people
        .iter()
        .map(|person| format!("{} ({})", person.account, person.role))
        .collect();
    if !people.is_empty() {
        facts.push(("People", people.join(", ")));
    }
    if let Some(schedule) = &rfr.schedule {
        let production = match rfr.called(Phase::Production) {
            "production" => "Production",
            own => own,
        };
        facts.push((production, date(schedule.date)));
    }
    facts
}
