//! Mails of the list: which RFR each is about, what it asks and answers, and how that is told in chat.
//!
//! A mail proves nobody. It is recorded, offers and perhaps opens questions, and may answer one that anybody may
//! answer; it signs, sponsors and moves nothing, whatever it says.

use super::archive::{Archive, ArchiveError};
use super::{Desk, Handled, Unheard};
use crate::chat::{Beside, IncomingId};
use crate::command::sanitise;
use crate::mail::inbox::questions::{Said, names_in_subject, said};
use crate::mail::{ListMail, NETWORK};
use crate::people::{Account, Identity, Person, authorise};
use crate::rfr::decide::{Context, Decision, apply_all, decide};
use crate::rfr::{Change, Origin, Rfr, RfrEvent};
use crate::store::{Commit, Event};
use crate::wording::text::Message;
use crate::wording::{Arrived, Unanswered};
use chrono::{DateTime, Utc};

/// How many mails of one batch are announced by a line each.
const ANNOUNCED_IN_A_BATCH: usize = 3;

/// The longest name and subject that are kept, in characters.
const LONGEST_NAME: usize = 60;
const LONGEST_SUBJECT: usize = 200;

/// What a mail comes to, while its lines are read one after the other.
struct Reading {
    rfr: Rfr,
    origin: Origin,
    by: Person,
    /// What happens, in order.
    events: Vec<RfrEvent>,
    offers: Vec<String>,
    opened: Vec<u32>,
    answered: Vec<u32>,
    refused: Vec<(u32, Unanswered)>,
}

impl<A: Archive> Desk<A> {
    /// Handles one mail of the list.
    pub fn mailed(&mut self, mail: &ListMail, now: DateTime<Utc>) -> Handled {
        match self.take_mail(mail, now) {
            Ok(handled) => handled,
            Err(error) => {
                tracing::error!(id = %mail.message_id, %error, "the store cannot be used");
                Handled::default()
            }
        }
    }

    fn take_mail(&mut self, mail: &ListMail, now: DateTime<Utc>) -> Result<Handled, ArchiveError> {
        let id = IncomingId {
            network: NETWORK.to_owned(),
            id: mail.message_id.as_str().to_owned(),
        };
        if self.state.was_seen(&id) || self.archive.was_seen(&id)? {
            return Ok(Handled::default());
        }
        let Some(rfr) = self.about(mail)?.filter(|rfr| !rfr.thread.knows(&mail.message_id)) else {
            tracing::debug!(id = %mail.message_id, "a mail about no open RFR");
            return Ok(Handled::default());
        };
        let known = mail
            .address
            .as_deref()
            .and_then(|address| self.directory.by_mail(address))
            .cloned();
        let author = match &known {
            Some(account) => account.to_string(),
            None => shortened(&sanitise(&mail.name), LONGEST_NAME),
        };
        let subject = sanitise(&mail.subject);
        let brackets = format!("[{}] ", rfr.name);
        let subject = shortened(subject.strip_prefix(&brackets).unwrap_or(&subject), LONGEST_SUBJECT);
        let url = self.permalink(&mail.message_id);
        let wrote = mail.address.clone().unwrap_or_else(|| "no address".to_owned());
        let identity = Identity::Mail {
            author: sanitise(&format!("{author} <{wrote}>")),
        };
        let Ok(by) = self.directory.identify(&identity) else {
            return Ok(Handled::default());
        };
        let mut reading = Reading {
            origin: Origin {
                seq: self.state.next_seq(),
                at: now,
                by: by.account().clone(),
                proof: by.proof().to_owned(),
                place: NETWORK.to_owned(),
                words: subject.clone(),
            },
            by,
            rfr,
            events: Vec::new(),
            offers: Vec::new(),
            opened: Vec::new(),
            answered: Vec::new(),
            refused: Vec::new(),
        };
        let name = reading.rfr.name.clone();
        let offered_before = reading.rfr.thread.last_offer;
        let counts = known.as_ref() != Some(&reading.rfr.requested.by);
        let invited = mail.references.iter().any(|id| {
            let mut mailed = reading.rfr.thread.mailed.iter();
            mailed.any(|mail| mail.message_id == *id && mail.kind.asks_for_comments())
        });
        for said in said(&mail.text) {
            self.read(&mut reading, &said, &author, known.as_ref(), invited, now)?;
        }
        let heard = RfrEvent::ListMailHeard {
            message_id: mail.message_id.clone(),
            name: author.clone(),
            subject: subject.clone(),
            url: url.clone(),
            counts,
            offers: reading.offers.clone(),
        };
        let outdated = reading.events.iter().find_map(|event| match event {
            RfrEvent::SignOffOutdated { phase, .. } => Some(phase.to_string()),
            _ => None,
        });
        let line = self.wording.arrived(&Arrived {
            name: &name,
            author: &author,
            subject: &subject,
            url: url.as_deref(),
            offers: reading
                .offers
                .iter()
                .zip(offered_before + 1..)
                .map(|(text, number)| (number, text.as_str()))
                .collect(),
            opened: reading.opened,
            answered: reading.answered,
            refused: reading.refused,
            outdated,
        });
        // What changes an RFR is always told by itself.
        let effects = if self.unheard.announced < ANNOUNCED_IN_A_BATCH || !reading.events.is_empty() {
            self.unheard.announced += 1;
            let beside = Beside {
                rfr: Some(reading.rfr.id.0),
                ..Beside::default()
            };
            self.announcements(None, &Message::line(line), &beside)
        } else {
            self.unheard.add(&name);
            Vec::new()
        };
        let id_of_rfr = reading.rfr.id;
        let events = std::iter::once(heard).chain(reading.events);
        let commit = Commit {
            origin: reading.origin,
            incoming: Some(id),
            events: events.map(|event| Event::Rfr { id: id_of_rfr, event }).collect(),
            effects,
        };
        self.state.apply(&commit, &self.archive);
        Ok(Handled {
            commit: Some(commit),
            replies: Vec::new(),
        })
    }

    /// More mails came in a batch than were told by a line each: the rest in one line.
    pub fn mails_unheard(&mut self, now: DateTime<Utc>) -> Handled {
        let Unheard { more, names, .. } = std::mem::take(&mut self.unheard);
        if more == 0 {
            return Handled::default();
        }
        let message = Message::line(self.wording.more_arrived(more, &names));
        let effects = self.announcements(None, &message, &Beside::default());
        self.by_itself(Vec::new(), effects, now)
    }

    /// The open RFR that a mail is about: by its thread, else by a name in brackets in its subject.
    fn about(&self, mail: &ListMail) -> Result<Option<Rfr>, ArchiveError> {
        let in_thread = mail
            .references
            .iter()
            .rev()
            .find_map(|id| self.state.open().find(|rfr| rfr.thread.knows(id)));
        if let Some(rfr) = in_thread {
            return Ok(Some(rfr.clone()));
        }
        for name in names_in_subject(&mail.subject) {
            if let Some(id) = self.state.named(&name, &self.archive)?
                && let Some(rfr) = self.state.rfr(id, &self.archive)?
                && rfr.is_open()
            {
                return Ok(Some(rfr.into_owned()));
            }
        }
        Ok(None)
    }

    /// One question or answer of a mail.
    fn read(
        &self,
        reading: &mut Reading,
        said: &Said,
        author: &str,
        known: Option<&Account>,
        invited: bool,
        now: DateTime<Utc>,
    ) -> Result<(), ArchiveError> {
        match said {
            Said::Question { explicit, text } => {
                let text = sanitise(text);
                let asked = reading
                    .rfr
                    .questions
                    .iter()
                    .any(|question| question.text.starts_with(&text));
                let offered = reading.rfr.thread.offers.iter().any(|offer| offer.text == text);
                if text.is_empty() || asked || offered || reading.offers.contains(&text) {
                    return Ok(());
                }
                let at_once = self.settings.mail.as_ref().is_some_and(|mail| mail.open_questions);
                if *explicit && at_once {
                    let text = format!("{text} (asked on the list by {author})");
                    if let Some(events) = self.by_mail(reading, Change::Ask { text }, now)? {
                        let opened = events.iter().filter_map(|event| match event {
                            RfrEvent::QuestionAsked { number, .. } => Some(*number),
                            _ => None,
                        });
                        reading.opened.extend(opened);
                        reading.take(events);
                        return Ok(());
                    }
                }
                if *explicit || invited {
                    reading.offers.push(text);
                }
            }
            Said::Answer { number, text } => {
                let number = *number;
                let question = reading.rfr.question(number).filter(|question| question.is_open());
                let Some(question) = question else {
                    reading.refused.push((number, Unanswered::NotOpen));
                    return Ok(());
                };
                let needs_proof = question.topic.is_some() || question.from_sop;
                let Some(account) = known else {
                    reading.refused.push((number, Unanswered::Stranger));
                    return Ok(());
                };
                let text = format!("{} (by mail from {account}, unproven)", sanitise(text));
                let answered = if needs_proof {
                    None
                } else {
                    self.by_mail(reading, Change::Answer { number, text }, now)?
                };
                match answered {
                    Some(events) => {
                        reading.answered.push(number);
                        reading.take(events);
                    }
                    None => reading.refused.push((number, Unanswered::NeedsProof)),
                }
            }
        }
        Ok(())
    }

    /// Authorise → decide, for something that a mail says; `None` where that may not be.
    fn by_mail(
        &self,
        reading: &Reading,
        change: Change,
        now: DateTime<Utc>,
    ) -> Result<Option<Vec<RfrEvent>>, ArchiveError> {
        let rfr = &reading.rfr;
        let account = reading.by.account();
        let needs = change.right(Some(rfr), account);
        let standing = rfr.standing(account);
        let Ok(authorised) = authorise(&self.directory, needs, &reading.by, standing, change) else {
            return Ok(None);
        };
        let lookup = self.lookup(now);
        let facts = self.state.facts();
        let calendar = facts.book.calendar(now.date_naive());
        let context = Context {
            now,
            calendar: &calendar,
            book: &facts.book,
            breaks: &facts.breaks,
            directory: &self.directory,
            register: &lookup,
            edition: self.settings.edition,
            undo_within: self.settings.undo_within,
            undoing: &[],
        };
        let decision = decide(Some(rfr), &authorised, &context);
        lookup.finish()?;
        Ok(match decision {
            Ok(Decision::Events(events)) => Some(events),
            Ok(Decision::Already(_)) | Err(_) => None,
        })
    }
}

impl Reading {
    /// These happen: what comes after them in the mail is read in their light.
    fn take(&mut self, events: Vec<RfrEvent>) {
        if let Some(after) = apply_all(Some(self.rfr.clone()), self.rfr.id, &self.origin, &events) {
            self.rfr = after;
        }
        self.events.extend(events);
    }
}

fn shortened(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    words.chars().take(most - 1).chain(['…']).collect()
}
