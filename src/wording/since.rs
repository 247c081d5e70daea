//! What happened since a moment: a line for each RFR that moved.

use super::Wording;
use super::phrases::{cut, date, joined};
use crate::rfr::{Origin, Rfr, RfrEvent};
use crate::text::{Message, Paragraph, count};
use chrono::{DateTime, Utc};

/// How much of somebody's words is repeated.
pub(super) const LONGEST_WORDS: usize = 80;

/// How many things of one RFR are told; `history` has the others.
const TOLD: usize = 6;

/// An RFR that moved, and what happened to it, oldest first.
pub(super) type HasMoved<'a> = (&'a Rfr, &'a [(Origin, RfrEvent)]);

impl Wording {
    /// A line for each RFR that moved, the one that changed last first.
    pub fn since(&self, from: DateTime<Utc>, moved: &[HasMoved<'_>]) -> Message {
        let clock = from.format("%H:%M").to_string();
        let clock = if clock == "00:00" {
            String::new()
        } else {
            format!(" {clock} UTC")
        };
        let since = format!("since {}{clock}", date(from.date_naive()));
        if moved.is_empty() {
            return Paragraph::new().text(format!("No RFR moved {since}.")).into();
        }
        let many = count(moved.len(), "RFR", "RFRs");
        let mut message = Message::line(Paragraph::new().text(format!("{many} moved {since}:")));
        for (rfr, happened) in moved {
            message.push(self.moved(rfr, happened));
        }
        message
    }

    /// Nothing that the speaker changed is known.
    pub fn no_last_word(&self) -> Message {
        Paragraph::new()
            .text("I know no change of yours to begin with. Say from when on: ")
            .code(self.type_this("since yesterday"))
            .text(" or ")
            .code(self.type_this("since 2 weeks"))
            .text(".")
            .into()
    }

    fn moved(&self, rfr: &Rfr, happened: &[(Origin, RfrEvent)]) -> Paragraph {
        let line = Paragraph::new().strong(rfr.name.clone()).text(": ");
        let left_out = happened.len().saturating_sub(TOLD);
        let mut people: Vec<(&str, Vec<Paragraph>)> = Vec::new();
        for (origin, event) in happened.iter().skip(left_out) {
            let what = Self::happened(rfr.edition, None, &shortened(event), None);
            match people.last_mut() {
                Some((by, all)) if *by == origin.by.as_str() => all.push(what),
                Some(_) | None => people.push((origin.by.as_str(), vec![what])),
            }
        }
        let told = people.into_iter().map(|(by, all)| {
            let what = joined(all, ", ");
            Paragraph::new().person(by).text(": ").then(what)
        });
        let line = line.then(joined(told.collect(), "; "));
        if left_out == 0 {
            return line.full_stop();
        }
        line.text(format!(
            "; and {} before: ",
            count(left_out, "more thing", "more things")
        ))
        .code(self.type_this(&format!("history {}", rfr.name)))
        .text(".")
    }
}

/// The event with no more of somebody's words than a short line bears.
pub(super) fn shortened(event: &RfrEvent) -> RfrEvent {
    let mut short = event.clone();
    if let RfrEvent::QuestionAsked { text, .. }
    | RfrEvent::QuestionAnswered { text, .. }
    | RfrEvent::TopicDecided { text, .. }
    | RfrEvent::Noted { text }
    | RfrEvent::Reported { text }
    | RfrEvent::ItemDone { note: text, .. }
    | RfrEvent::Scheduled { note: text, .. }
    | RfrEvent::SignedOff { note: text, .. }
    | RfrEvent::SignOffWithdrawn { reason: text, .. }
    | RfrEvent::Linked { label: text, .. }
    | RfrEvent::Held { reason: text }
    | RfrEvent::ReleaseAgreed { reason: text }
    | RfrEvent::Released { reason: text, .. }
    | RfrEvent::Reverted { reason: text, .. }
    | RfrEvent::Adopted { reason: text, .. }
    | RfrEvent::Ended { reason: text, .. }
    | RfrEvent::Reopened { reason: text }
    | RfrEvent::Unsponsored { reason: text }
    | RfrEvent::DiscussionsCleared { reason: text }
    | RfrEvent::SopNotNeeded { why: text, .. }
    | RfrEvent::LookedAfter { text, .. }
    | RfrEvent::SopsCleared { reason: text } = &mut short
    {
        *text = cut(text, LONGEST_WORDS);
    }
    short
}
