//! Mails of the list: which RFR each is about, what it asks and answers, and how chat is told.
//!
//! A mail proves nobody. It is recorded, offers and perhaps opens questions, and may answer one that anybody may
//! answer; it never signs, sponsors or moves anything.

use super::archive::{Archive, ArchiveError};
use super::changing::Weighed;
use super::{Desk, Handled};
use crate::command::{sanitise, says_undecided};
use crate::mail::NETWORK;
use crate::mail::inbox::questions::{Statement, names_in_subject, said};
use crate::people::{Account, Identity, Person, authorise};
use crate::record::{Commit, Event};
use crate::rfr::Heard;
use crate::rfr::decide::{RfrDecision, apply_all};
use crate::rfr::{Change, Origin, Question, Rfr, RfrEvent};
use crate::sop::Phase;
use crate::text::Message;
use crate::wire::{Beside, IncomingId, ListMail};
use crate::wording::{Arrived, NoDiscussion, Unanswered};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::VecDeque;

/// How many mails of one batch, and how many in an hour, are announced by a line each.
const ANNOUNCED_IN_A_BATCH: usize = 3;
const ANNOUNCED_IN_AN_HOUR: usize = 12;

/// How many are, where mails change RFRs.
const CHANGES_IN_AN_HOUR: usize = 24;

/// The rest is told in one line, and so often at most.
const REST_EVERY: TimeDelta = TimeDelta::minutes(15);

/// Which mails were told, and which are to be told in one line.
#[derive(Debug, Default)]
pub(super) struct Unheard {
    /// By a line each, in the present batch.
    announced: usize,
    /// When each of the last hour's was told.
    told: VecDeque<DateTime<Utc>>,
    more: usize,
    names: Vec<String>,
    rest_told: Option<DateTime<Utc>>,
}

impl Unheard {
    /// Is there room for a line of its own? Then it is taken.
    fn may_tell(&mut self, changes: bool, now: DateTime<Utc>) -> bool {
        // A time ahead of the clock is one from before it was set back.
        self.told
            .retain(|at| *at <= now && now.signed_duration_since(*at) < TimeDelta::hours(1));
        let room = if changes {
            self.told.len() < CHANGES_IN_AN_HOUR
        } else {
            self.told.len() < ANNOUNCED_IN_AN_HOUR && self.announced < ANNOUNCED_IN_A_BATCH
        };
        if room {
            self.announced += 1;
            self.told.push_back(now);
        }
        room
    }

    fn add(&mut self, name: &str) {
        self.more += 1;
        if !self.names.iter().any(|known| known == name) {
            self.names.push(name.to_owned());
        }
    }

    fn due(&self) -> Option<DateTime<Utc>> {
        let told = self.rest_told.filter(|_| self.more > 0)?;
        told.checked_add_signed(REST_EVERY)
    }

    /// The batch is over: how many mails about which RFRs are to be told in one line now.
    fn rest(&mut self, now: DateTime<Utc>) -> Option<(usize, Vec<String>)> {
        self.announced = 0;
        let too_soon = self
            .rest_told
            .is_some_and(|told| told <= now && now.signed_duration_since(told) < REST_EVERY);
        if self.more == 0 || too_soon {
            return None;
        }
        self.rest_told = Some(now);
        Some((std::mem::take(&mut self.more), std::mem::take(&mut self.names)))
    }
}

/// The item that the discussion meets.
const LIST_DISCUSSION: &str = "list-discussion";

/// The longest name and subject that are kept, in characters.
const LONGEST_NAME: usize = 60;
const LONGEST_SUBJECT: usize = 200;

/// The result of a mail so far, while its lines are read in turn.
struct MailReading {
    rfr: Rfr,
    origin: Origin,
    by: Person,
    /// What the author is called.
    author: String,
    /// Whose address it is, where the config knows it.
    known: Option<Account>,
    /// Does it follow a mail that asked for comments?
    invited: bool,
    /// What happens, in order.
    events: Vec<RfrEvent>,
    offers: Vec<String>,
    opened: Vec<u32>,
    answered: Vec<u32>,
    refused: Vec<(u32, Unanswered, String)>,
    /// Open questions whose number stands before what may be another question or the answer.
    unclear: Vec<u32>,
    /// Does it answer without saying which question?
    unnumbered: bool,
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
            tracing::info!(
                id = %mail.message_id,
                "a mail about no open RFR: it is in no thread of one, and its subject names none as [RFR]"
            );
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
        let invited = mail.references.iter().any(|id| {
            let mut mailed = rfr.thread.mailed.iter();
            mailed.any(|mail| mail.message_id == *id && mail.kind.asks_for_comments())
        });
        let edition = rfr.edition;
        let mut reading = MailReading {
            origin: Origin {
                seq: self.state.next_seq(),
                at: now,
                by: by.by(),
                proof: by.proof().to_owned(),
                place: NETWORK.to_owned(),
                words: subject.clone(),
            },
            by,
            author,
            known,
            invited,
            rfr,
            events: Vec::new(),
            offers: Vec::new(),
            opened: Vec::new(),
            answered: Vec::new(),
            refused: Vec::new(),
            unclear: Vec::new(),
            unnumbered: false,
        };
        let name = reading.rfr.name.clone();
        let offered_before = reading.rfr.thread.last_offer;
        let part = part(mail, &reading.author, &reading.rfr, |address| {
            self.directory.by_mail(address).is_some()
        });
        for said in said(&mail.text) {
            self.read(&mut reading, &said, now)?;
        }
        // Below the question its answer may stand.
        let MailReading { answered, refused, .. } = &reading;
        let is_answered = |number: &u32| answered.contains(number) || refused.iter().any(|(other, ..)| other == number);
        let unclear = reading.unclear.iter().filter(|number| !is_answered(number));
        let unclear = unclear
            .map(|number| {
                let question = reading.rfr.question(*number);
                let counts = reading.known.is_some() && question.is_some_and(may_be_answered_by_mail);
                (*number, counts)
            })
            .collect();
        let heard = RfrEvent::ListMailHeard {
            message_id: mail.message_id.clone(),
            name: reading.author.clone(),
            subject: subject.clone(),
            url: url.clone(),
            counts: part.counts,
            by_another: part.by_another.clone(),
            offers: reading.offers.clone(),
        };
        let outdated = reading.events.iter().find_map(|event| {
            if let RfrEvent::SignOffOutdated { phase, .. } = event {
                Some(edition.called(*phase))
            } else {
                None
            }
        });
        let line = self.wording.arrived(&Arrived {
            name: &name,
            author: &reading.author,
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
            refused: reading
                .refused
                .iter()
                .map(|(number, why, words)| (*number, *why, words.as_str()))
                .collect(),
            unclear,
            unnumbered: reading.unnumbered,
            outdated,
            too_large: mail.too_large,
            no_discussion: part.missing,
            meets_discussion: part.meets,
        });
        // What changes an RFR is always told by itself.
        let effects = if self.unheard.may_tell(!reading.events.is_empty(), now) {
            let beside = Beside {
                rfr: Some(reading.rfr.id),
                ..Beside::default()
            };
            self.announcements(None, &Message::line(line), &beside)
        } else {
            self.unheard.add(&name);
            Vec::new()
        };
        let id_of_rfr = reading.rfr.id;
        let events = std::iter::once(heard).chain(reading.events);
        let mut commit = Commit {
            origin: reading.origin,
            incoming: Some(id),
            events: events.map(|event| Event::Rfr { id: id_of_rfr, event }).collect(),
            effects,
        };
        self.carry_out(&mut commit);
        Ok(Handled {
            commit: Some(commit),
            replies: Vec::new(),
        })
    }

    /// When the rest of the mails is to be told, if there is one.
    pub fn unheard_due(&self) -> Option<DateTime<Utc>> {
        self.unheard.due()
    }

    /// More mails came than were told by a line each: the rest in one line.
    pub fn mails_unheard(&mut self, now: DateTime<Utc>) -> Handled {
        let Some((more, names)) = self.unheard.rest(now) else {
            return Handled::default();
        };
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
    fn read(&self, reading: &mut MailReading, said: &Statement, now: DateTime<Utc>) -> Result<(), ArchiveError> {
        match said {
            Statement::Question { explicit: true, text } => self.asked(reading, text, now)?,
            Statement::Question { explicit: false, text } if reading.invited => reading.offer(sanitise(text)),
            Statement::Question { explicit: false, .. } => {}
            Statement::Numbered { number, text, asks } => {
                let is_open = reading.rfr.question(*number).is_some_and(Question::is_open);
                if is_open && !reading.opened.contains(number) {
                    if !reading.unclear.contains(number) {
                        reading.unclear.push(*number);
                    }
                } else if *asks {
                    self.asked(reading, text, now)?;
                }
            }
            Statement::Answer { number, text } => {
                let (number, text) = (*number, sanitise(text));
                let question = reading.rfr.question(number).filter(|question| question.is_open());
                let Some(question) = question else {
                    reading.refused.push((number, Unanswered::NotOpen, text));
                    return Ok(());
                };
                let may_be_answered = may_be_answered_by_mail(question);
                if says_undecided(&text) {
                    reading.refused.push((number, Unanswered::Undecided, text));
                    return Ok(());
                }
                let Some(account) = reading.known.clone() else {
                    reading.refused.push((number, Unanswered::Stranger, text));
                    return Ok(());
                };
                if !may_be_answered {
                    reading.refused.push((number, Unanswered::NeedsProof, text));
                    return Ok(());
                }
                let answer = Change::Answer {
                    number,
                    text: text.clone(),
                    by_mail: Some(account),
                };
                match self.by_mail(reading, answer, now)? {
                    Some(events) => {
                        reading.answered.push(number);
                        reading.take(events);
                    }
                    None => reading.refused.push((number, Unanswered::NotNow, text)),
                }
            }
            Statement::Unnumbered => reading.unnumbered |= reading.rfr.open_questions().next().is_some(),
        }
        Ok(())
    }

    /// A question that is marked as one opens at once where the operator wants that, else it is offered.
    fn asked(&self, reading: &mut MailReading, text: &str, now: DateTime<Utc>) -> Result<(), ArchiveError> {
        let text = sanitise(text);
        let at_once = self.settings.mail.as_ref().is_some_and(|mail| mail.open_questions);
        if at_once && reading.is_new(&text) {
            let (text, on_the_list) = (text.clone(), Some(reading.author.clone()));
            if let Some(events) = self.by_mail(reading, Change::Ask { text, on_the_list }, now)? {
                for event in &events {
                    if let RfrEvent::QuestionAsked { number, .. } = event {
                        reading.opened.push(*number);
                    }
                }
                reading.take(events);
                return Ok(());
            }
        }
        reading.offer(text);
        Ok(())
    }

    /// Authorise → decide, for something that a mail says; `None` where that may not be.
    fn by_mail(
        &self,
        reading: &MailReading,
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
        let Weighed { decision, .. } = self.weigh(Some(rfr), &authorised, now)?;
        Ok(match decision {
            Ok(RfrDecision::Events(events)) => Some(events),
            Ok(RfrDecision::Already(_)) | Err(_) => None,
        })
    }
}

impl MailReading {
    /// Did nobody ask that yet?
    fn is_new(&self, text: &str) -> bool {
        let is_asked = self
            .rfr
            .questions
            .iter()
            .any(|question| question.text.starts_with(text));
        let is_offered = self.rfr.thread.offers.iter().any(|offer| offer.text == text);
        !text.is_empty() && !is_asked && !is_offered && !self.offers.iter().any(|offer| offer == text)
    }

    fn offer(&mut self, text: String) {
        if self.is_new(&text) {
            self.offers.push(text);
        }
    }

    /// Applies these events, so that later lines of the mail see them.
    fn take(&mut self, events: Vec<RfrEvent>) {
        if let Some(after) = apply_all(Some(self.rfr.clone()), self.rfr.id, &self.origin, &events) {
            self.rfr = after;
        }
        self.events.extend(events);
    }
}

/// What a mail is to the discussion that the SOP wants.
struct Part {
    /// The author's address, where the list sent it, by all that is known, and it is not the requester's.
    by_another: Option<String>,
    /// With it, there is a discussion.
    counts: bool,
    /// Does it meet the MUST, which nothing met before?
    meets: bool,
    /// What is to be said where it does not.
    missing: Option<NoDiscussion>,
}

/// By mail nobody proves who they are, so that one person's word is not enough for a discussion, and what may be the
/// requester's is nobody's. Anybody can make up addresses, so that one of the two people must have one that the config
/// knows.
fn part(mail: &ListMail, author: &str, rfr: &Rfr, is_known: impl Fn(&str) -> bool) -> Part {
    let requester = rfr.requested.by.as_str();
    let local = mail
        .address
        .as_deref()
        .and_then(|address| address.split(['@', '+']).next());
    let is_requesters = |name: &str| is_same_name(name, requester);
    let requesters = is_requesters(author) || is_requesters(&mail.name) || local.is_some_and(is_requesters);
    // An author without an address counts as nobody.
    let by_another = mail.address.clone().filter(|_| mail.from_the_list && !requesters);
    // One person is all the names that one address wrote under, and all the addresses of one name.
    let mut names = vec![author, mail.name.as_str()];
    let mut addresses: Vec<&str> = mail.address.as_deref().into_iter().collect();
    let mut others: Vec<&Heard> = rfr.thread.heard.iter().collect();
    loop {
        let (same, left): (Vec<&Heard>, Vec<&Heard>) = others.iter().partition(|heard| {
            let address = heard.by_another.as_deref();
            address.is_some_and(|address| addresses.contains(&address))
                || names.iter().any(|name| is_same_name(name, &heard.name))
        });
        others = left;
        if same.is_empty() {
            break;
        }
        names.extend(same.iter().map(|heard| heard.name.as_str()));
        addresses.extend(same.iter().filter_map(|heard| heard.by_another.as_deref()));
    }
    let is_first = others.len() == rfr.thread.heard.len();
    let has_others = others.iter().any(|heard| heard.by_another.is_some() || heard.counts);
    // What counted before stood its own test then; older stores do not say by whose address.
    let one_is_known = addresses.iter().any(|address| is_known(address))
        || others
            .iter()
            .any(|heard| heard.counts || heard.by_another.as_deref().is_some_and(&is_known));
    let counts = by_another.is_some() && has_others && one_is_known;
    let is_met = rfr.thread.is_discussed() || rfr.done.contains_key(LIST_DISCUSSION) || !rfr.discussions.is_empty();
    let is_wanted = rfr.phase <= Phase::Planning && !counts && !requesters && !is_met;
    let missing = if !mail.from_the_list {
        NoDiscussion::Unproven
    } else if by_another.is_some() && has_others {
        NoDiscussion::Strangers
    } else {
        NoDiscussion::Alone
    };
    Part {
        by_another,
        counts,
        meets: counts && !is_met,
        missing: (is_wanted && is_first).then_some(missing),
    }
}

/// Those involved decide what the SOP asks; a mail does not show who that is.
fn may_be_answered_by_mail(question: &Question) -> bool {
    question.topic.is_none() && !question.from_sop
}

/// The same name, whatever its case, spaces and marks.
fn is_same_name(one: &str, other: &str) -> bool {
    let letters = |name: &str| -> String {
        name.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    };
    letters(one) == letters(other)
}

fn shortened(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    words.chars().take(most - 1).chain(['…']).collect()
}
