//! The report on the testing at the end of development (SOP, "Development Instance").

use super::{Body, Letter, invitation, named};
use crate::people::Account;
use crate::rfr::Rfr;
use crate::rfr::gate;
use crate::sop::{Kind, Phase, rows};
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

/// Items done and left open, decisions, SOPs.
pub(super) fn recorded_in_development(body: Body, rfr: &Rfr) -> Body {
    let checks = rows(rfr.edition, Phase::Development).filter(|row| matches!(row.kind, Kind::Check { mail: None, .. }));
    let (done, open): (Vec<_>, Vec<_>) = checks.partition(|row| gate::examine(rfr, row) == gate::State::Met);
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
    body.list("Done in development:", &done)
        .list("Decisions:", &decisions)
        .list("SOPs of the service:", &sops)
        .list("Not recorded as done:", &open)
}
