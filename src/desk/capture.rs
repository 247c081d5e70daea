//! Keeping what was said: who puts a 📌 on a message, replies to it or names whose last lines they mean need not type
//! its words again.
//!
//! What is kept proves nothing of whoever said it: it is a note, a question, an answer or a decision of whoever kept it.
//! What was said in private is never taken. A message that is edited or deleted later is marked so, and what was kept
//! stays.

use super::archive::{Archive, ArchiveError, Caused};
use super::{Answer, Asked, Commit, Desk, Event, Handled, Incoming, Rfr, refused};
use crate::command::{self, Command, LONGEST_TEXT, LastLines, MOST_LINES, ParseError, Vocabulary};
use crate::people::By;
use crate::rfr::ChangeSubject;
use crate::rfr::{Change, Origin, RfrEvent, RfrId};
use crate::text::{Message, Paragraph};
use crate::wire::{Beside, IncomingId, Quoted, Unquotable};
use crate::wording::LinesTaken;
use chrono::{DateTime, Utc};

/// The words that history shows for a 📌.
const PINNED: &str = "📌 (reaction)";

/// Upper bound on the RFRs in which one message is looked for when it changes.
const MOST_RFRS: u32 = 8;

/// Upper bound on the edits of one message that an RFR's history tells.
const MOST_EDITS: usize = 5;

/// The separator of lines that are kept together.
const BETWEEN: &str = " / ";

/// A command with the words that it takes from elsewhere.
pub(super) struct TakenWords {
    pub(super) command: String,
    pub(super) quoted: Quoted,
    /// What is said of it beside the answer.
    pub(super) aside: Option<Paragraph>,
}

impl<A: Archive> Desk<A> {
    /// The words that a command takes from elsewhere, and the whole command with them; `None` where it takes none.
    pub(super) fn with_words_of_others(
        &self,
        incoming: &Incoming,
        words: &str,
        parsed: &Result<Command, ParseError>,
        vocabulary: &dyn Vocabulary,
    ) -> Option<Result<TakenWords, Answer>> {
        let lacks = |parsed: &Result<Command, ParseError>| parsed.as_ref().is_err_and(command::lacks_words);
        let mut range = None;
        let (command, taken) = if lacks(parsed) {
            (words, (**incoming.quoted.as_ref()?).clone())
        } else {
            let asked = command::last_lines(words)?;
            if !lacks(&command::parse(asked.command, vocabulary)) {
                return None;
            }
            match self.last_lines(incoming, asked) {
                Ok((quoted, found)) => {
                    range = Some(found);
                    (asked.command, Ok(quoted))
                }
                Err(said) => return Some(Err(refused(said, None))),
            }
        };
        let whole = taken
            .as_ref()
            .map_or(0, |quoted| command::sanitise(&quoted.text).chars().count());
        Some(match Self::taken(incoming, taken) {
            Ok(quoted) => Ok(TakenWords {
                command: command::with_words(command, &quoted.text),
                aside: self.wording.range_taken(range.as_ref(), whole, LONGEST_TEXT),
                quoted,
            }),
            Err(why) => Err(refused(self.wording.cannot_take(why, command), None)),
        })
    }

    /// The words as they are kept, if they may be.
    fn taken(incoming: &Incoming, quoted: Result<Quoted, Unquotable>) -> Result<Quoted, Unquotable> {
        let quoted = quoted?;
        if incoming.place.is_direct() {
            return Err(Unquotable::Private);
        }
        let text = command::sanitise(&quoted.text);
        let text = text.trim();
        if text.is_empty() {
            return Err(Unquotable::Wordless);
        }
        Ok(Quoted {
            author: command::sanitise(&quoted.author),
            // Clocks of other servers cannot be trusted.
            at: quoted
                .at
                .clamp(DateTime::UNIX_EPOCH, incoming.at.max(DateTime::UNIX_EPOCH)),
            text: crate::wording::cut(text, LONGEST_TEXT),
            ..quoted
        })
    }

    /// The last lines of somebody in this place.
    fn last_lines(&self, incoming: &Incoming, asked: LastLines<'_>) -> Result<(Quoted, LinesTaken), Message> {
        let remembered = self.settings.remembered;
        if incoming.place.is_direct() {
            return Err(self.wording.cannot_take(Unquotable::Private, asked.command));
        }
        if remembered.is_zero() {
            return Err(self.wording.nothing_is_remembered(asked.command));
        }
        let Some(count) = asked.count else {
            return Err(self.wording.lines_or_words(asked.command, asked.of, asked.behind));
        };
        if count == 0 || count > MOST_LINES {
            return Err(self.wording.so_many_lines(MOST_LINES, asked.command, asked.of));
        }
        let of = if asked.of.eq_ignore_ascii_case("me") {
            incoming.name.as_str()
        } else {
            asked.of
        };
        let since = incoming.at - remembered;
        let lines = self.lines.last(&incoming.place, of, count, since);
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            return Err(self.wording.no_lines_of(of, remembered, asked.command));
        };
        let texts: Vec<&str> = lines.iter().map(|line| line.text).collect();
        let range = LinesTaken {
            asked: count,
            lines: lines.len(),
            from: first.at,
            to: last.at,
        };
        let quoted = Quoted {
            author: if last.account.is_empty() {
                format!("{} (a nick, not logged in)", last.by)
            } else {
                last.by.to_owned()
            },
            at: first.at,
            text: texts.join(BETWEEN),
            link: None,
            id: None,
        };
        Ok((quoted, range))
    }

    /// Somebody put a 📌 on a message. Who is not known is not answered: it may be meant for others.
    pub(super) fn pinned(&mut self, incoming: &Incoming, now: DateTime<Utc>) -> Result<Option<Answer>, ArchiveError> {
        let Ok(by) = self.directory.identify(&incoming.identity) else {
            return Ok(None);
        };
        let Some(quoted) = incoming.quoted.as_deref() else {
            return Ok(None);
        };
        self.recall_thread(incoming)?;
        let rfr = match self.talks_about(&incoming.place) {
            Some(id) => self.state.rfr(id, &self.archive)?.map(std::borrow::Cow::into_owned),
            None => None,
        };
        let open = self.state.open_names();
        let quoted = match Self::taken(incoming, quoted.clone()) {
            Ok(quoted) => quoted,
            Err(why) => {
                let name = rfr.as_ref().map(|rfr| &rfr.name).or(open.first());
                let command = format!("note {}", name.map_or("RFR", String::as_str));
                return Ok(Some(refused(self.wording.cannot_take(why, &command), rfr.as_ref())));
            }
        };
        let Some(rfr) = rfr else {
            return Ok(Some(refused(self.wording.pinned_for_which(&open), None)));
        };
        if let Some((_, origin)) = self
            .kept(&quoted)?
            .into_iter()
            .find(|(kept_for, _)| *kept_for == rfr.id)
        {
            return Ok(Some(Answer::SayWith(
                self.wording.kept_already(&rfr, &origin),
                self.beside(None, &rfr),
            )));
        }
        let note = Change::Note {
            text: quoted.text.clone(),
        };
        let asked = Asked {
            captured: Some(&quoted),
            ..Asked::new(incoming, by, now)
        };
        self.decided(asked, ChangeSubject::Known(&rfr), &note).map(Some)
    }

    /// The words that history keeps for it.
    pub(super) fn words_of_a_pin() -> String {
        PINNED.to_owned()
    }

    /// The RFRs for which a message was kept, and how; not what was undone.
    fn kept(&self, quoted: &Quoted) -> Result<Vec<(RfrId, Origin)>, ArchiveError> {
        let Some(id) = &quoted.id else { return Ok(Vec::new()) };
        let mut kept = Vec::new();
        for (rfr, entries) in self.causes(id)? {
            if let Some((origin, _)) = entries.into_iter().find(is_capture)
                && !self.was_undone(rfr, origin.seq)?
            {
                kept.push((rfr, origin));
            }
        }
        Ok(kept)
    }

    fn was_undone(&self, rfr: RfrId, seq: u64) -> Result<bool, ArchiveError> {
        let history = self.archive.history(rfr)?;
        let undoes = |event: &RfrEvent| matches!(event, RfrEvent::Undone { seq: undone } if *undone == seq);
        Ok(history.iter().any(|(_, event)| undoes(event)))
    }

    /// What a message was kept for, newest for each RFR.
    fn causes(&self, message: &IncomingId) -> Result<Vec<Caused>, ArchiveError> {
        let mut found = Vec::new();
        for number in 1..=MOST_RFRS {
            let name = kept_name(message, number);
            if !self.state.was_seen(&name) && !self.archive.was_seen(&name)? {
                break;
            }
            found.extend(self.archive.caused_by(&name)?);
        }
        Ok(found)
    }

    /// The id of a commit that keeps a message: by the name beside its own the message is found when it changes.
    pub(super) fn id_of_keeping(
        &self,
        incoming: &Incoming,
        quoted: &Quoted,
        rfr: RfrId,
    ) -> Result<Option<IncomingId>, ArchiveError> {
        let (Some(own), Some(message)) = (&incoming.id, &quoted.id) else {
            return Ok(None);
        };
        for number in 1..=MOST_RFRS {
            let name = kept_name(message, number);
            let is_free = !self.state.was_seen(&name) && !self.archive.was_seen(&name)?;
            if is_free
                || self
                    .archive
                    .caused_by(&name)?
                    .is_some_and(|(kept_for, _)| kept_for == rfr)
            {
                return Ok(Some(own.clone().also(&name.id)));
            }
        }
        Ok(None)
    }

    /// A message was edited (with its new words) or deleted: where it was kept, its RFRs' histories say so.
    pub(super) fn kept_has_changed(
        &mut self,
        incoming: &Incoming,
        message: &IncomingId,
        words: Option<&str>,
        now: DateTime<Utc>,
    ) -> Result<Option<Handled>, ArchiveError> {
        let mut events = Vec::new();
        for (id, entries) in self.causes(message)? {
            let captured = entries.into_iter().find(is_capture);
            let Some((origin, RfrEvent::Captured { author, at, .. })) = captured else {
                continue;
            };
            // Only the author's edit is one (Matrix specification, "Validity of replacement events").
            if words.is_some() && author != command::sanitise(&incoming.name) || self.was_undone(id, origin.seq)? {
                continue;
            }
            let history = self.archive.history(id)?;
            let (mut edits, mut is_deleted) = (0, false);
            for (_, event) in &history {
                if let RfrEvent::CapturedEdited {
                    author: of, at: said, ..
                } = event
                {
                    edits += usize::from(*of == author && *said == at);
                } else if let RfrEvent::CapturedDeleted {
                    author: of, at: said, ..
                } = event
                {
                    is_deleted |= *of == author && *said == at;
                }
            }
            let event = match words {
                Some(words) if edits < MOST_EDITS => RfrEvent::CapturedEdited {
                    author,
                    at,
                    text: crate::wording::cut(&command::sanitise(words), LONGEST_TEXT),
                },
                None if !is_deleted => RfrEvent::CapturedDeleted {
                    author,
                    at,
                    by: Some(command::sanitise(&incoming.name)),
                },
                Some(_) | None => continue,
            };
            events.push(Event::Rfr { id, event });
        }
        if events.is_empty() {
            return Ok(None);
        }
        let commit = Commit {
            origin: Origin {
                seq: self.state.next_seq(),
                at: now,
                by: By::Bot,
                proof: String::new(),
                place: incoming.place.to_string(),
                words: String::new(),
            },
            incoming: incoming.id.clone(),
            events,
            effects: Vec::new(),
        };
        self.state.apply(&commit, &self.archive);
        Ok(Some(Handled {
            commit: Some(commit),
            replies: Vec::new(),
        }))
    }

    /// What is said where a 📌 or a command that kept something was taken away; `None` where it kept nothing.
    pub(super) fn pin_taken_away(
        &self,
        incoming: &Incoming,
        rfr: &Rfr,
        entries: &[(Origin, RfrEvent)],
        now: DateTime<Utc>,
    ) -> Result<Option<Answer>, ArchiveError> {
        let Some((origin, _)) = entries
            .iter()
            .find(|(origin, event)| origin.words == PINNED && matches!(event, RfrEvent::Captured { .. }))
        else {
            return Ok(None);
        };
        if self.was_undone(rfr.id, origin.seq)? {
            return Ok(Some(Answer::SayAll(Vec::new())));
        }
        let by = self.directory.account_of(&incoming.identity);
        let is_own = by.is_some_and(|by| origin.by == by);
        let is_last = rfr.last_seq == origin.seq && now - origin.at <= self.settings.undo_within;
        let beside = Beside {
            outcome: None,
            rfr: Some(rfr.id),
            ..Beside::default()
        };
        let said = self.wording.note_stays(rfr, is_own && is_last);
        Ok(Some(Answer::SayWith(said, beside)))
    }

    /// Forgets the lines of talk that are old.
    pub(super) fn forget_lines(&mut self, now: DateTime<Utc>) {
        self.lines.forget(now - self.settings.remembered);
    }
}

/// By what a message is known that was kept, beside its own name: in several RFRs by several.
fn kept_name(message: &IncomingId, number: u32) -> IncomingId {
    IncomingId {
        network: message.network.clone(),
        id: format!("kept-{number}:{}", message.own()),
    }
}

fn is_capture((_, event): &(Origin, RfrEvent)) -> bool {
    matches!(event, RfrEvent::Captured { .. })
}
