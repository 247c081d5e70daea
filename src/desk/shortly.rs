//! One-line answers, for those who chose them.

use super::archive::{Archive, ArchiveError};
use super::{Answer, Desk, Incoming, Message, Query};
use crate::rfr::outlook::Outlook;
use crate::wire::Beside;
use chrono::{DateTime, Utc};

impl<A: Archive> Desk<A> {
    /// A look as the asker wants it: in full, or in one line, with all of it to come by `more`.
    pub(super) fn as_wanted(
        &self,
        incoming: &Incoming,
        query: &Query,
        (whole, beside): (Message, Option<Beside>),
        now: DateTime<Utc>,
    ) -> Result<Answer, ArchiveError> {
        let by = self.directory.account_of(&incoming.identity);
        let is_short = by.is_some_and(|by| self.state.facts().reminders.is_short(&by));
        let in_full = |whole, beside| match beside {
            Some(beside) => Answer::SayWith(whole, beside),
            None => Answer::Say(whole),
        };
        if !is_short || whole.0.len() < 2 {
            return Ok(in_full(whole, beside));
        }
        let shown = match query {
            Query::Status(which) | Query::Next(which) => self.which_to_show(incoming, which)?.ok(),
            Query::Overview
            | Query::Several(_)
            | Query::Links(_)
            | Query::Sops(_)
            | Query::Url(_)
            | Query::Board(_)
            | Query::Friendly(_)
            | Query::List(_)
            | Query::Todo(_)
            | Query::Since(_)
            | Query::Review(_)
            | Query::History(_)
            | Query::Who(_)
            | Query::Questions(_)
            | Query::Why
            | Query::WhoAmI
            | Query::Prefs
            | Query::Search(_)
            | Query::More
            | Query::Help(_)
            | Query::Version
            | Query::Focus
            | Query::Freeze
            | Query::Freezes
            | Query::Away
            | Query::FreezeBreaks
            | Query::Mail
            | Query::Digest
            | Query::Tickets
            | Query::Reminders(_) => None,
        };
        let around = self.circumstances(now);
        let outlook = shown.as_deref().map(|rfr| Outlook::of(rfr, &around));
        Ok(match self.wording.in_short(query, outlook.as_ref(), &whole) {
            Some(line) => Answer::InShort {
                line: Message::line(line),
                whole,
                beside: beside.unwrap_or_default(),
            },
            None => in_full(whole, beside),
        })
    }
}
