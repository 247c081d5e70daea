//! What an answer offers to type, beside who reads it: of what is for others it says for whom.

use super::archive::{Archive, ArchiveError};
use super::{Desk, Incoming, Message};
use crate::command::{self, Command, Vocabulary};
use crate::people::{Person, Relation, Right, SYSADMIN_MAIN, authorise};
use crate::rfr::{Change, Rfr};
use crate::text::{Paragraph, Span};
use chrono::{DateTime, Utc};

impl<A: Archive> Desk<A> {
    /// Adds for whom the offered commands are that the asker may not type.
    pub(super) fn say_whose_offers(
        &self,
        incoming: &Incoming,
        message: &mut Message,
        now: DateTime<Utc>,
    ) -> Result<(), ArchiveError> {
        let Ok(by) = self.directory.identify(&incoming.identity) else {
            return Ok(());
        };
        // They may nearly everything, and are refused with a reason where they may not.
        if self.directory.is_member(by.account(), SYSADMIN_MAIN) {
            return Ok(());
        }
        let mut others: Vec<(&'static str, Vec<&'static str>)> = Vec::new();
        for words in message.0.iter().flat_map(offered) {
            let Some((verb, holders)) = self.is_for_others(words, &by, now)? else {
                continue;
            };
            match others.iter_mut().find(|(known, _)| *known == holders) {
                Some((_, verbs)) if verbs.contains(&verb) => {}
                Some((_, verbs)) => verbs.push(verb),
                None => others.push((holders, vec![verb])),
            }
        }
        if !others.is_empty() {
            message.push(self.wording.not_for_the_asker(&others));
        }
        Ok(())
    }

    /// The verb of an offered line, and for whom it is, where it is not for this person.
    fn is_for_others(
        &self,
        words: &str,
        by: &Person,
        now: DateTime<Utc>,
    ) -> Result<Option<(&'static str, &'static str)>, ArchiveError> {
        let line = words
            .strip_prefix(self.settings.prefix.as_str())
            .unwrap_or(words)
            .trim();
        let Some(row) = command::verb_with_arguments(line) else {
            return Ok(None);
        };
        if let Right::Look | Right::Person = row.who {
            return Ok(None);
        }
        let lookup = self.lookup(now);
        let id = command::names_one(line, &lookup).and_then(|name| lookup.rfr(name));
        lookup.finish()?;
        let rfr = match id {
            Some(id) => self.state.rfr(id, &self.archive)?,
            None => None,
        };
        // What the line itself needs where it can be read: a tick may be a group's, and a hold is lifted by whoever holds it.
        let lookup = self.lookup(now);
        let read = command::parse(line, &lookup);
        lookup.finish()?;
        let right = match (read, rfr.as_deref()) {
            (Ok(Command::Change { change, .. }), Some(rfr)) => change.right(Some(rfr), by.account()),
            (_, Some(rfr)) if row.who == Right::Release => releasing(rfr, by),
            (_, _) => row.who,
        };
        let standing = match (rfr.as_deref(), row.who) {
            (Some(rfr), _) => rfr.standing(by.account()),
            (None, Right::MainOrReleng) => Relation::default(),
            (None, _) => return Ok(None),
        };
        let may = authorise(&self.directory, right, by, standing, ()).is_ok();
        Ok((!may).then(|| (row.verb, right.holders())))
    }
}

fn releasing(rfr: &Rfr, by: &Person) -> Right {
    let reason = String::new();
    Change::Release { reason }.right(Some(rfr), by.account())
}

/// The lines that a paragraph offers to whoever reads it: not those that somebody is said to type.
fn offered(line: &Paragraph) -> impl Iterator<Item = &str> {
    let before = std::iter::once(None).chain(line.0.iter().map(Some));
    before.zip(&line.0).filter_map(|(before, span)| {
        let Span::Code(words) = span else { return None };
        let names_whom = before.is_some_and(|before| before.words().ends_with("types "));
        (!names_whom).then_some(words.as_str())
    })
}
