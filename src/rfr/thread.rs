//! The RFR on the mailing list: what the bot mailed, what people wrote in its thread, and what their mails ask.
//!
//! Mails are not changes of the RFR: they may come between a change and its undo, and no undo removes them.

use crate::wire::{MailKind, MessageId, OutboxKey};
use chrono::{DateTime, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

/// How many mails by others are remembered by Message-ID. A reply names several of its predecessors, including the
/// thread's first, so forgetting the oldest loses none.
const MOST_HEARD: usize = 200;

/// How many offered questions can still be taken.
const MOST_OFFERS: usize = 30;

/// How many subjects of mails that were held back are remembered.
pub(super) const MOST_HELD_SUBJECTS: usize = 10;

/// Everything of one RFR that went over the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailThread {
    /// The bot's mails, oldest first: the first of them begins the thread.
    pub mailed: Vec<Mailed>,
    /// Mails of others, oldest first.
    pub heard: Vec<Heard>,
    /// Questions in those mails that can be taken as questions about the RFR.
    pub offers: Vec<Offer>,
    /// The number of the last offer.
    pub last_offer: u32,
    /// What was not mailed because it was too much for a day, until the list is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_back: Option<HeldBack>,
}

/// Mails that were not written because the RFR had as many as it may have in a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeldBack {
    /// When the first of them would have been written.
    pub since: DateTime<Utc>,
    /// How many.
    pub count: u32,
    /// The subjects of the first ones.
    pub subjects: Vec<String>,
}

impl HeldBack {
    /// When the list is told of them: as soon as the day is over.
    pub fn due(&self) -> DateTime<Utc> {
        let next = self.since.date_naive().succ_opt();
        next.map_or(self.since, |day| day.and_time(NaiveTime::MIN).and_utc())
    }
}

/// A mail that the bot wrote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mailed {
    /// What it is about.
    pub kind: MailKind,
    /// Its Message-ID.
    pub message_id: MessageId,
    /// Its key in the outbox.
    pub key: OutboxKey,
    /// Where the archive shows it.
    pub url: Option<String>,
    /// The item of the SOP that it meets once it has gone out.
    pub meets: Option<String>,
    /// When it was written.
    pub at: DateTime<Utc>,
    /// Is it known to have gone out?
    pub sent: bool,
    /// Why it never will, in the server's words.
    pub failed: Option<String>,
}

/// A mail that somebody else wrote. Names prove nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heard {
    /// Its Message-ID.
    pub message_id: MessageId,
    /// Who wrote it, as the mail says.
    pub name: String,
    /// Where the archive shows it.
    pub url: Option<String>,
    /// When it was read.
    pub at: DateTime<Utc>,
    /// Does it count as discussion?
    pub counts: bool,
    /// The author's address, if the list sent the mail, by all that is known, and it is not the requester's. Missing in
    /// older stores.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_another: Option<String>,
}

/// A question in a mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Its number in this RFR, from 1; never reused.
    pub number: u32,
    /// The question.
    pub text: String,
    /// Who asked it, as the mail says.
    pub name: String,
    /// Where the archive shows the mail.
    pub url: Option<String>,
    /// The question that it became.
    pub taken: Option<u32>,
}

impl MailThread {
    /// The Message-ID of the thread's first mail.
    pub fn first(&self) -> Option<&MessageId> {
        self.mailed.first().map(|mail| &mail.message_id)
    }

    /// Is this mail one of the thread?
    pub fn knows(&self, id: &MessageId) -> bool {
        self.mailed.iter().any(|mail| mail.message_id == *id) || self.heard.iter().any(|mail| mail.message_id == *id)
    }

    /// The bot's own mail of that key.
    pub fn mailed_as(&self, key: OutboxKey) -> Option<&Mailed> {
        self.mailed.iter().find(|mail| mail.key == key)
    }

    /// The bot's newest mail of a kind.
    pub fn newest(&self, kind: MailKind) -> Option<&Mailed> {
        self.mailed.iter().rev().find(|mail| mail.kind == kind)
    }

    /// Has somebody discussed it in the thread?
    pub fn is_discussed(&self) -> bool {
        self.heard.iter().any(|mail| mail.counts)
    }

    /// Where the archive shows the thread's newest mail of somebody else that counts as discussion.
    pub fn discussed_at(&self) -> Option<&str> {
        let mut counting = self.heard.iter().rev().filter(|mail| mail.counts);
        counting.find_map(|mail| mail.url.as_deref())
    }

    /// The offered question of that number.
    pub fn offer(&self, number: u32) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.number == number)
    }

    /// Somebody asked these questions, which may be taken.
    pub(super) fn offer_all(&mut self, name: &str, url: Option<&String>, offers: &[String]) {
        for text in offers {
            self.last_offer += 1;
            self.offers.push(Offer {
                number: self.last_offer,
                text: text.clone(),
                name: name.to_owned(),
                url: url.cloned(),
                taken: None,
            });
        }
        self.offers.drain(..self.offers.len().saturating_sub(MOST_OFFERS));
    }

    /// Somebody wrote in the thread, and these questions may be taken from it.
    pub(super) fn hear(&mut self, heard: Heard, offers: &[String]) {
        self.offer_all(&heard.name, heard.url.as_ref(), offers);
        self.heard.push(heard);
        self.heard.drain(..self.heard.len().saturating_sub(MOST_HEARD));
    }

    /// The thread after an undo: the mails remain, but what people said about them is as before.
    pub(super) fn after_undo(mut self, before: &Self) -> Self {
        for heard in &mut self.heard {
            if let Some(then) = before.heard.iter().find(|then| then.message_id == heard.message_id) {
                heard.counts = then.counts;
            }
        }
        for offer in &mut self.offers {
            offer.taken = before.offer(offer.number).and_then(|then| then.taken);
        }
        self
    }
}
