//! The report on the testing at the end of development (SOP, "Development Instance").

use super::{Body, Letter, invitation, named};
use crate::people::Account;
use crate::rfr::Rfr;
use crate::rfr::gate;
use crate::sop::{Kind, OwedMail, Phase, rows};
use crate::wording::Wording;
use crate::wording::phrases::numbered;

impl Wording {
    /// What somebody reports, with everything that was recorded.
    pub fn report_letter(&self, rfr: &Rfr, by: &Account, text: &str) -> Letter {
        let body = Body::new()
            .paragraph("Hello,")
            .paragraph(format!("{by} reports on the testing of {}:", named(rfr)))
            .paragraph(text);
        let body = recorded_in_development(body, rfr);
        let questions: Vec<String> = rfr.open_questions().map(numbered).collect();
        let body = body
            .list("Open questions:", &questions)
            .paragraph(format!("The ticket: {}", rfr.ticket.url))
            .paragraph("What did we overlook? Please comment before it moves on.")
            .paragraph(invitation());
        Letter {
            subject: "Testing report".to_owned(),
            body: body.end(),
        }
    }
}

/// The phase whose testing a report is on: that of the row that the report meets, else development.
fn tested_in(rfr: &Rfr) -> Phase {
    let row = rfr.edition.owed(|owed| owed == OwedMail::Report);
    row.map_or(Phase::Development, |row| row.phase)
}

/// Items done and left open, decisions, SOPs.
pub(super) fn recorded_in_development(body: Body, rfr: &Rfr) -> Body {
    let phase = tested_in(rfr);
    let checks = rows(rfr.edition, phase).filter(|row| matches!(row.kind, Kind::Check { mail: None, .. }));
    let (done, open): (Vec<_>, Vec<_>) = checks.partition(|row| gate::examine(rfr, row) == gate::ItemState::Met);
    let done: Vec<String> = done
        .iter()
        .map(|row| match rfr.done.get(row.id).map(|done| done.note.as_str()) {
            Some(note) if !note.is_empty() => format!("{}: {note}", row.short),
            Some(_) | None => row.short.to_owned(),
        })
        .collect();
    let open: Vec<String> = open.iter().map(|row| row.short.to_owned()).collect();
    let decisions: Vec<String> = rfr
        .topics()
        .into_iter()
        .filter_map(|topic| Some(format!("{topic}: {}", rfr.decisions.get(&topic)?.text)))
        .collect();
    let sops: Vec<String> = rfr.sops.iter().map(|link| link.url.clone()).collect();
    body.list(&format!("Done in {}:", rfr.called(phase)), &done)
        .list("Decisions:", &decisions)
        .list("SOPs of the service:", &sops)
        .list("Not recorded as done:", &open)
}
