//! What becomes of the bot's own mails: out, delayed, or refused for good.

use super::archive::Archive;
use super::{Desk, Handled};
use crate::mail::NETWORK;
use crate::people::By;
use crate::record::{Commit, Effect, Event};
use crate::rfr::{Mailed, Origin, Rfr, RfrEvent};
use crate::text::Message;
use crate::wire::{Beside, IncomingId, Mail, MailDelivery, OutboxKey};
use crate::wording::{Unsent, UnsentState};
use chrono::{DateTime, Utc};
use std::collections::{BTreeMap, VecDeque};

/// How many refused mails are remembered beside those of open RFRs.
const MOST_REFUSED: usize = 10;

/// The mails that are owed, and what was heard of them; remembered until the bot restarts.
#[derive(Debug, Default)]
pub(super) struct Mailbag {
    owed: BTreeMap<OutboxKey, Unsent>,
    refused: VecDeque<Unsent>,
}

impl Mailbag {
    pub(super) fn owes(&mut self, key: OutboxKey, mail: &Mail) {
        let subject = match &mail.about {
            Some(name) => format!("[{name}] {}", mail.subject),
            None => mail.subject.clone(),
        };
        let unsent = Unsent {
            subject,
            at: mail.at,
            state: UnsentState::Waiting,
        };
        self.owed.insert(key, unsent);
    }
}

impl<A: Archive> Desk<A> {
    /// How many mails could not be sent yet, though it was tried.
    pub fn mails_delayed(&self) -> usize {
        let delayed = |unsent: &&Unsent| matches!(unsent.state, UnsentState::Delayed { .. });
        self.post.owed.values().filter(delayed).count()
    }

    /// A mail is on its way to the server.
    pub fn mail_is_owed(&mut self, delivery: &MailDelivery) {
        self.post.owes(delivery.key, &delivery.mail);
    }

    /// A server took a mail: what it was to meet is met. Said twice, it happens once.
    pub fn mail_went_out(&mut self, key: OutboxKey, now: DateTime<Utc>) -> Handled {
        self.post.owed.remove(&key);
        let Some((rfr, mailed)) = self.mailed_as(key) else {
            return Handled::default();
        };
        if mailed.sent || mailed.meets.is_none() {
            return Handled::default();
        }
        let event = RfrEvent::MailSent {
            message_id: mailed.message_id.clone(),
        };
        let events = vec![Event::Rfr { id: rfr.id, event }];
        self.by_itself(events, Vec::new(), now)
    }

    /// A mail could not be sent yet.
    pub fn mail_is_delayed(&mut self, key: OutboxKey, attempts: u32, why: String, again: DateTime<Utc>) {
        if let Some(unsent) = self.post.owed.get_mut(&key) {
            unsent.state = UnsentState::Delayed { attempts, why, again };
        }
    }

    /// A mail was refused for good: the announcing places hear it, once.
    pub fn mail_was_refused(&mut self, key: OutboxKey, why: &str, now: DateTime<Utc>) -> Handled {
        let why = crate::command::sanitise(why);
        let Some(mut unsent) = self.post.owed.remove(&key) else {
            return Handled::default();
        };
        let message: Message = self.wording.mail_refused(&unsent.subject, &why).into();
        unsent.state = UnsentState::Refused { why: why.clone() };
        let mut beside = Beside::default();
        let mut events = Vec::new();
        if let Some((rfr, mailed)) = self.mailed_as(key) {
            if mailed.failed.is_some() {
                return Handled::default();
            }
            beside.rfr = Some(rfr.id);
            let message_id = mailed.message_id.clone();
            let event = RfrEvent::MailFailed { message_id, why };
            events.push(Event::Rfr { id: rfr.id, event });
        } else {
            self.post.refused.push_back(unsent);
            if self.post.refused.len() > MOST_REFUSED {
                self.post.refused.pop_front();
            }
        }
        let effects = self.announcements(None, &message, &beside);
        self.by_itself(events, effects, now)
    }

    /// The mails that have not gone out.
    pub(super) fn unsent(&self, now: DateTime<Utc>) -> Message {
        let of_open = self.state.open().flat_map(|rfr| {
            let failed = rfr.thread.mailed.iter().filter_map(move |mail| {
                Some(Unsent {
                    subject: format!("[{}] {}", rfr.name, mail.kind.name()),
                    at: mail.at,
                    state: UnsentState::Refused {
                        why: mail.failed.clone()?,
                    },
                })
            });
            failed.collect::<Vec<_>>()
        });
        let owed = self.post.owed.values().cloned();
        let unsent: Vec<Unsent> = owed.chain(of_open).chain(self.post.refused.iter().cloned()).collect();
        self.wording.mails(&unsent, self.settings.mail.is_some(), now)
    }

    /// The mail of that key in the thread of an open RFR.
    fn mailed_as(&self, key: OutboxKey) -> Option<(&Rfr, &Mailed)> {
        self.state
            .open()
            .find_map(|rfr| Some((rfr, rfr.thread.mailed_as(key)?)))
    }

    /// A commit that nobody asked for.
    pub(super) fn by_itself(&mut self, events: Vec<Event>, effects: Vec<Effect>, now: DateTime<Utc>) -> Handled {
        self.unasked(("the bot itself", NETWORK), events, effects, None, now)
    }

    /// The same by another cause, given as how it is known and where it came from; `incoming` where it must act once.
    pub(super) fn unasked(
        &mut self,
        (proof, place): (&str, &str),
        events: Vec<Event>,
        effects: Vec<Effect>,
        incoming: Option<IncomingId>,
        now: DateTime<Utc>,
    ) -> Handled {
        if events.is_empty() && effects.is_empty() {
            return Handled::default();
        }
        let mut commit = Commit {
            origin: Origin {
                seq: self.state.next_seq(),
                at: now,
                by: By::Bot,
                proof: proof.to_owned(),
                place: place.to_owned(),
                words: String::new(),
            },
            incoming,
            events,
            effects,
        };
        self.carry_out(&mut commit);
        self.has_changed();
        Handled {
            commit: Some(commit),
            replies: Vec::new(),
        }
    }
}
