//! Freeze break requests: the problem, the action, the patch (SOP of freezes), and how it went.

use super::{Body, LONGEST_IN_SUBJECT, Letter, named};
use crate::rfr::Rfr;
use crate::rfr::freeze_break::{APPROVALS, FreezeBreak, Standing};
use crate::wording::Wording;
use crate::wording::freezes::keys;
use crate::wording::phrases::{because, cut};

/// The parts of a reason that people may name themselves.
const PARTS: [(&str, &str); 3] = [("problem:", "Problem"), ("action:", "Action"), ("patch:", "Patch")];

impl Wording {
    /// Somebody asks to change production during a freeze.
    pub fn break_request_letter(&self, found: &FreezeBreak, rfr: &Rfr) -> Letter {
        let body = Body::new()
            .paragraph("Hello,")
            .paragraph(format!(
                "{} asks to change production for {} during the freeze {}.",
                found.requested.by,
                named(rfr),
                keys(&found.freezes)
            ))
            .facts(&parts(&found.reason))
            .paragraph(format!("The ticket: {}", rfr.ticket.url))
            .paragraph(format!(
                "It needs the approval of {APPROVALS} members of sysadmin-main or sysadmin-releng other than {}, before \
                 it is applied. Please discuss it here. Approvals are given in chat, with “{}”: a mail does not prove \
                 who wrote it.",
                found.requested.by,
                self.type_this(&format!("+1 {}", found.number))
            ));
        Letter {
            subject: subject(found, rfr),
            body: body.end(),
        }
    }

    /// It was approved, done, or neither before its freeze was over.
    pub fn break_outcome_letter(&self, found: &FreezeBreak, rfr: &Rfr, standing: Standing) -> Letter {
        let voices = |approving: bool| {
            let names: Vec<String> = found.voters(approving).iter().map(ToString::to_string).collect();
            names.join(" and ")
        };
        let number = found.number;
        let said = match standing {
            Standing::Approved => format!(
                "Freeze break {number} for {} is approved by {}: it may go ahead.",
                named(rfr),
                voices(true)
            ),
            Standing::Done => format!("Freeze break {number} for {} is done.", named(rfr)),
            Standing::Withdrawn => format!(
                "Freeze break {number} for {} is withdrawn by {}{}. Nothing may go ahead under it.",
                named(rfr),
                found.requested.by,
                found
                    .withdrawn
                    .as_ref()
                    .map_or_else(String::new, |withdrawn| because(&withdrawn.reason))
            ),
            Standing::Expired => format!(
                "Freeze break {number} for {} has expired: its freeze is over, and nobody said that it was done.",
                named(rfr)
            ),
            Standing::Held => format!(
                "Freeze break {number} for {} is held: a member of sysadmin-main objects.",
                named(rfr)
            ),
            Standing::Waiting { more } => format!(
                "Freeze break {number} for {} lacks {more} more approval{} again.",
                named(rfr),
                if more == 1 { "" } else { "s" }
            ),
        };
        let against = found.voters(false);
        let body = Body::new().paragraph("Hello,").paragraph(said);
        let body = if against.is_empty() {
            body
        } else {
            body.paragraph(format!("Against it: {}.", voices(false)))
        };
        Letter {
            subject: format!("{} ({})", subject(found, rfr), outcome(standing)),
            body: body.facts(&parts(&found.reason)).end(),
        }
    }
}

fn outcome(standing: Standing) -> &'static str {
    match standing {
        Standing::Approved => "approved",
        Standing::Done => "done",
        Standing::Withdrawn => "withdrawn",
        Standing::Expired => "expired",
        Standing::Held => "held",
        Standing::Waiting { .. } => "no longer approved",
    }
}

/// List custom: such mails begin with these words. The name in brackets lets replies be recognised.
fn subject(found: &FreezeBreak, rfr: &Rfr) -> String {
    let first = parts(&found.reason)
        .into_iter()
        .next()
        .map(|(_, words)| words)
        .unwrap_or_default();
    format!(
        "Freeze break request: [{}] {}",
        rfr.name,
        cut(&first, LONGEST_IN_SUBJECT)
    )
}

/// The reason by its parts: as somebody named them, else the whole as the problem, with its links as the patch.
fn parts(reason: &str) -> Vec<(&'static str, String)> {
    let lower = reason.to_ascii_lowercase();
    let mut begins: Vec<(usize, usize, &'static str)> = PARTS
        .iter()
        .filter_map(|(mark, name)| lower.find(mark).map(|at| (at, at + mark.len(), *name)))
        .collect();
    begins.sort_unstable();
    let tidy = |words: &str| words.trim().trim_end_matches([';', ',']).trim().to_owned();
    let mut found: Vec<(&'static str, String)> = Vec::new();
    let before = begins.first().map_or(reason.len(), |(at, _, _)| *at);
    let problem = tidy(reason.get(..before).unwrap_or(reason));
    if !problem.is_empty() {
        found.push(("Problem", problem));
    }
    for (index, (_, from, name)) in begins.iter().enumerate() {
        let to = begins.get(index + 1).map_or(reason.len(), |(at, _, _)| *at);
        let words = tidy(reason.get(*from..to).unwrap_or_default());
        if !words.is_empty() {
            found.push((name, words));
        }
    }
    if !found.iter().any(|(name, _)| *name == "Patch") {
        let is_link = |word: &&str| word.starts_with("https://") || word.starts_with("http://");
        let links: Vec<&str> = reason.split_whitespace().filter(is_link).collect();
        if !links.is_empty() {
            found.push(("Patch", links.join(" ")));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_reason_is_told_by_its_parts() {
        let told = |reason: &str| {
            let parts = parts(reason).into_iter();
            parts
                .map(|(name, words)| format!("{name}={words}"))
                .collect::<Vec<_>>()
                .join("|")
        };
        assert_eq!(told("the disk is full"), "Problem=the disk is full");
        assert_eq!(
            told("the disk is full; Action: a second disk; patch: https://example.org/p"),
            "Problem=the disk is full|Action=a second disk|Patch=https://example.org/p"
        );
        assert_eq!(
            told("Patch: https://example.org/p Problem: no İ disk"),
            "Patch=https://example.org/p|Problem=no İ disk"
        );
        assert_eq!(
            told("see https://example.org/p"),
            "Problem=see https://example.org/p|Patch=https://example.org/p"
        );
    }
}
