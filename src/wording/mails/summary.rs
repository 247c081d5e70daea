//! The weekly summary: what is where, what it needs and from whom.

use super::{Body, Letter};
use crate::rfr::Rfr;
use crate::rfr::outlook::Outlook;
use crate::text::Paragraph;
use crate::wording::Wording;
use crate::wording::digest::{Digest, how_many, where_it_is_discussed};
use crate::wording::outlook::{oldest_question, state};
use crate::wording::phrases::{cut, since, worded};

/// How much of a question it repeats.
const LONGEST_QUESTION: usize = 100;

impl Wording {
    /// All that is under way.
    pub fn summary_letter(&self, digest: &Digest<'_>) -> Letter {
        let body = Body::new().paragraph("Hello,");
        let body = if digest.rfrs.is_empty() {
            body.paragraph("No Request For Resources is open.")
        } else {
            body.paragraph(format!(
                "This is what is under way among the Requests For Resources. {}",
                how_many(digest).plain()
            ))
        };
        let happened = self.all_that_moved(&digest.moved);
        let happened: Vec<String> = happened.iter().map(Paragraph::plain).collect();
        let heading = format!("What happened {}:", digest.moved.since_when());
        let body = body.list(&heading, &happened);
        let body = digest.by_phase().into_iter().fold(body, |body, (phase, rfrs)| {
            let lines: Vec<String> = rfrs.into_iter().map(|rfr| Self::summary_line(rfr, digest)).collect();
            body.list(&format!("In {phase}:"), &lines)
        });
        let deployments: Vec<String> = digest
            .deployments()
            .into_iter()
            .map(|(rfr, day)| format!("{}.", digest.deployment(rfr, day).plain()))
            .collect();
        let freezes: Vec<String> = digest
            .freezes()
            .iter()
            .map(|line| format!("{}.", capital(&line.plain())))
            .collect();
        let wanted: Vec<String> = [
            ("without a sponsor", digest.unsponsored()),
            ("with one person only", digest.of_one_person()),
        ]
        .into_iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(what, names)| format!("{what}: {}", names.join(", ")))
        .collect();
        let body = body
            .list("Production dates:", &deployments)
            .list("Who could help?", &wanted)
            .list("Freezes:", &freezes)
            .paragraph(format!(
                "“{}” in chat tells what one of them lacks; questions are answered in chat and in their threads here.",
                self.type_this("next RFR")
            ));
        Letter {
            subject: format!(
                "Requests For Resources: weekly summary, {}",
                digest.around.now.date_naive()
            ),
            body: body.end(),
        }
    }

    fn summary_line(rfr: &Rfr, digest: &Digest<'_>) -> String {
        let outlook = Outlook::of(rfr, digest.around);
        let mut line = format!(
            "{} ({}), {}: {}",
            rfr.name,
            rfr.title,
            since(rfr.phase_since, digest.around.now),
            state(&outlook, true).plain()
        );
        line.push('.');
        if let Some(question) = oldest_question(rfr) {
            let question = format!(
                " Oldest open question ({}), {}: “{}” {}",
                question.number,
                since(question.asked.at, digest.around.now),
                cut(&worded(question), LONGEST_QUESTION),
                where_it_is_discussed(rfr)
            );
            line.push_str(&question);
        }
        line
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
