//! Mails to the list: which changes cause one, its place in the RFR's thread, and the SOP item it meets.

use super::archive::{Archive, ArchiveError};
use super::{Desk, Handled};
use crate::mail;
use crate::people::By;
use crate::record::{Effect, Event};
use crate::reminder::DuePost;
use crate::rfr::freeze_break::Standing;
use crate::rfr::outlook::Outlook;
use crate::rfr::{Rfr, RfrEvent, gate};
use crate::sop::{OwedMail, Phase};
use crate::wire::{Mail, MailKind, MessageId};
use crate::wording::{Letter, MoveReason, Told};
use chrono::{DateTime, Utc};
use std::collections::BTreeSet;

/// What the desk knows of the mailing list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailSettings {
    /// The domain of the bot's address: Message-IDs end with it.
    pub domain: String,
    /// The list's archive, where it has one.
    pub archive: Option<mail::ListArchive>,
    /// What is mailed.
    pub send: BTreeSet<MailKind>,
    /// Does a line `Question:` in a mail open a question at once?
    pub open_questions: bool,
}

/// The mail about staging that ticking an item causes.
fn after(item: &str) -> impl Fn(OwedMail) -> bool {
    move |owed| matches!(owed, OwedMail::Staging { after: Some(after) } if after == item)
}

/// A mail before it has a number.
struct Draft {
    kind: MailKind,
    letter: Letter,
    /// The item that it meets once it has gone out.
    meets: Option<&'static str>,
    /// What it answers; `None`: the thread's first mail.
    follows: Option<Vec<MessageId>>,
    /// Does the subject name the RFR by itself?
    named: bool,
}

impl Draft {
    fn new(kind: MailKind, letter: Letter) -> Self {
        Self {
            kind,
            letter,
            meets: None,
            follows: None,
            named: false,
        }
    }

    /// Says which item of the edition it meets, if that is still to be met.
    fn meeting(self, owed: impl Fn(OwedMail) -> bool, rfr: &Rfr) -> Self {
        let row = rfr.edition.owed(owed).filter(|row| row.phase <= rfr.phase);
        let meets = row.filter(|row| gate::examine(rfr, row) != gate::ItemState::Met);
        Self {
            meets: meets.map(|row| row.id),
            ..self
        }
    }
}

impl<A: Archive> Desk<A> {
    /// Where the archive will show a mail.
    pub(super) fn permalink(&self, id: &MessageId) -> Option<String> {
        let archive = self.settings.mail.as_ref()?.archive.as_ref()?;
        Some(archive.permalink(id))
    }

    /// The Message-ID of the mail at that place of the next commit. Beside the place it holds the moment, so that two
    /// stores (a copy for trying something out, one begun anew) do not give the same to two mails.
    fn message_id(&self, settings: &MailSettings, index: u32, now: DateTime<Utc>) -> Option<MessageId> {
        let seq = self.state.next_seq();
        let moment = now.timestamp_micros();
        MessageId::new(&format!(
            "{seq}.{index}.{moment:x}{}",
            mail::own_suffix(&settings.domain)
        ))
    }

    /// The mails that a change is worth, with the facts that they were written. They come first among the effects of
    /// their commit, so that their links are known before anything is said.
    pub(super) fn mails_for(&self, told: &Told<'_>) -> (Vec<RfrEvent>, Vec<Mail>) {
        let Some(settings) = &self.settings.mail else {
            return (Vec::new(), Vec::new());
        };
        let drafts = self.drafts(told);
        let Some(rfr) = told.after.or(told.before) else {
            return (Vec::new(), Vec::new());
        };
        // An undone request leaves nothing: no later mail about its held-back mails.
        let left = told.after.and_then(|after| self.mails_left(after, told.now));
        self.written(settings, rfr, drafts, (0, left), told.now)
    }

    /// The mails of these drafts; the first one is at that place among the effects of the next commit. What is over
    /// the number that is left for the day is held back.
    fn written(
        &self,
        settings: &MailSettings,
        rfr: &Rfr,
        drafts: Vec<Draft>,
        (from, left): (u32, Option<usize>),
        now: DateTime<Utc>,
    ) -> (Vec<RfrEvent>, Vec<Mail>) {
        let mut first = rfr.thread.first().cloned();
        let mut events = Vec::new();
        let mut mails = Vec::new();
        // A report that somebody asks for is sent even if reports are not mailed automatically.
        let wanted = drafts
            .into_iter()
            .filter(|draft| draft.kind == MailKind::Report || settings.send.contains(&draft.kind));
        for (draft, index) in wanted.zip(from..) {
            if left.is_some_and(|left| mails.len() >= left) {
                let subject = draft.letter.subject;
                events.push(RfrEvent::MailHeldBack { subject });
                continue;
            }
            let Some(message_id) = self.message_id(settings, index, now) else {
                continue;
            };
            let references = draft.follows.unwrap_or_else(|| first.iter().cloned().collect());
            first.get_or_insert_with(|| message_id.clone());
            events.push(RfrEvent::Mailed {
                kind: draft.kind,
                message_id: message_id.clone(),
                index,
                url: self.permalink(&message_id),
                meets: draft.meets.map(str::to_owned),
            });
            mails.push(Mail {
                message_id,
                references,
                about: (!draft.named).then(|| rfr.name.clone()),
                subject: draft.letter.subject,
                body: draft.letter.body,
                at: now,
            });
        }
        (events, mails)
    }

    fn drafts(&self, told: &Told<'_>) -> Vec<Draft> {
        let Some(rfr) = told.after else {
            let gone = told.before.filter(|before| before.thread.first().is_some());
            return gone
                .map(|before| Draft::new(MailKind::Ended, self.wording.taken_back_letter(before, told.by)))
                .into_iter()
                .collect();
        };
        let mut drafts: Vec<Draft> = told
            .events
            .iter()
            .filter_map(|event| self.draft(event, told, rfr))
            .collect();
        let asks = |rfr: &Rfr| Self::beside_after(0, None, rfr).asks.is_some();
        let newly_asked = asks(rfr) && !told.before.is_some_and(asks);
        if newly_asked && drafts.is_empty() {
            drafts.push(Draft::new(MailKind::SignOff, self.wording.sign_off_letter(rfr)));
        }
        drafts
    }

    /// The mail that an event is worth, if any.
    fn draft(&self, event: &RfrEvent, told: &Told<'_>, rfr: &Rfr) -> Option<Draft> {
        let is_report = |owed| owed == OwedMail::Report;
        let moved = |why: MoveReason<'_>| {
            let before = told.before?;
            let letter = self
                .wording
                .phase_letter(before, &Outlook::of(rfr, told.around), told.by, why);
            Some(Draft::new(MailKind::Phase, letter))
        };
        if let RfrEvent::Requested { .. } = event {
            let letter = self.wording.request_letter(&Outlook::of(rfr, told.around));
            return Some(Draft::new(MailKind::Request, letter));
        }
        if let RfrEvent::Advanced { from, .. } = event {
            let draft = moved(MoveReason::Because(""))?;
            let has_report = *from == Phase::Development;
            return Some(if has_report {
                draft.meeting(is_report, rfr)
            } else {
                draft
            });
        }
        if let RfrEvent::Reverted { reason, .. } | RfrEvent::Reopened { reason } = event {
            return moved(MoveReason::Because(reason));
        }
        if let RfrEvent::Undone { .. } = event {
            let before = told.before?;
            return match (&before.ended, &rfr.ended) {
                (None, Some(ended)) => Some(Draft::new(MailKind::Ended, self.wording.ended_letter(rfr, ended))),
                (Some(_), None) => moved(MoveReason::ByAnUndo),
                (Some(_), Some(_)) | (None, None) => {
                    (before.phase != rfr.phase).then(|| moved(MoveReason::ByAnUndo))?
                }
            };
        }
        if let RfrEvent::Ended { .. } = event {
            let ended = rfr.ended.as_ref()?;
            return Some(Draft::new(MailKind::Ended, self.wording.ended_letter(rfr, ended)));
        }
        if let RfrEvent::ItemDone { item, .. } = event
            && rfr.phase == Phase::Staging
            && rfr.edition.owed(after(item)).is_some()
            && !told.before.is_some_and(|before| before.done.contains_key(item))
        {
            let letter = self.wording.staging_letter(&Outlook::of(rfr, told.around), item);
            let draft = Draft::new(MailKind::Staging, letter);
            return Some(draft.meeting(after(item), rfr));
        }
        if let RfrEvent::Reported { text } = event {
            let draft = Draft::new(MailKind::Report, self.wording.report_letter(rfr, told.by, text));
            return Some(draft.meeting(is_report, rfr));
        }
        None
    }

    /// The mails that changes of freeze breaks are worth: the request, and when it is approved, done or over with its freeze.
    pub(super) fn mails_for_breaks(&self, events: &[Event], by: &By, now: DateTime<Utc>) -> (Vec<Event>, Vec<Mail>) {
        let Some(settings) = &self.settings.mail else {
            return (Vec::new(), Vec::new());
        };
        let mut all = Vec::new();
        let mut mails: Vec<Mail> = Vec::new();
        for (before, after) in self.breaks_changed(events, by, now) {
            let before = before.map(|found| self.standing_of(&found));
            let standing = self.standing_of(&after);
            let Ok(Some(rfr)) = self.state.rfr(after.rfr, &self.archive) else {
                continue;
            };
            // The mail that asked was written in the moment when the break was requested.
            let asked = |rfr: &Rfr| {
                let mut mailed = rfr.thread.mailed.iter();
                let mail = mailed.find(|mail| mail.kind == MailKind::FreezeBreak && mail.at == after.requested.at)?;
                Some(mail.message_id.clone())
            };
            let is_news = before != Some(standing)
                && (matches!(
                    standing,
                    Standing::Held | Standing::Approved | Standing::Done | Standing::Withdrawn | Standing::Expired
                ) || before == Some(Standing::Approved));
            let draft = if before.is_none() {
                Some(Draft {
                    // For list readers this is a separate topic, so it begins its own thread.
                    follows: Some(Vec::new()),
                    named: true,
                    ..Draft::new(MailKind::FreezeBreak, self.wording.break_request_letter(&after, &rfr))
                })
            } else {
                is_news.then(|| Draft {
                    follows: Some(asked(&rfr).into_iter().collect()),
                    named: true,
                    ..Draft::new(
                        MailKind::FreezeBreak,
                        self.wording.break_outcome_letter(&after, &rfr, standing),
                    )
                })
            };
            let at = u32::try_from(mails.len()).unwrap_or(u32::MAX);
            // Several breaks of one RFR may change at once.
            let is_of_it =
                |event: &&Event| matches!(event, Event::Rfr { id, event: RfrEvent::Mailed { .. } } if *id == rfr.id);
            let just_written = all.iter().filter(is_of_it).count();
            let left = self.mails_left(&rfr, now).map(|left| left.saturating_sub(just_written));
            let (written, new) = self.written(settings, &rfr, draft.into_iter().collect(), (at, left), now);
            all.extend(written.into_iter().map(|event| Event::Rfr { id: rfr.id, event }));
            mails.extend(new);
        }
        (all, mails)
    }

    /// The days are over on which RFRs had more mails than they may have: one mail for each says what was held back.
    pub fn say_held_back(&mut self, now: DateTime<Utc>) -> Handled {
        let Some(settings) = self.settings.mail.clone() else {
            return Handled::default();
        };
        let mut events = Vec::new();
        let mut effects = Vec::new();
        for (id, index) in self.state.held_back_until(now).into_iter().zip(0..) {
            let Ok(Some(rfr)) = self.state.rfr(id, &self.archive) else {
                continue;
            };
            let (Some(held), Some(message_id)) = (&rfr.thread.held_back, self.message_id(&settings, index, now)) else {
                continue;
            };
            let letter = self.wording.held_back_letter(&rfr, held);
            effects.push(Effect::Mail(Mail {
                message_id,
                references: rfr.thread.first().cloned().into_iter().collect(),
                about: Some(rfr.name.clone()),
                subject: letter.subject,
                body: letter.body,
                at: now,
            }));
            let event = RfrEvent::HeldBackTold;
            events.push(Event::Rfr { id, event });
        }
        self.by_itself(events, effects, now)
    }

    /// When the list is to be told of mails that were held back; `None` where no list is there to be told.
    pub fn held_back_due(&self) -> Option<DateTime<Utc>> {
        self.settings.mail.as_ref()?;
        self.state.held_back_due()
    }

    /// Reminders that nobody acted on in chat, as the mail at that place among the effects of the next commit; `None`
    /// where the config names no list, or does not want it. What is about one RFR goes to its thread.
    pub(super) fn reminder_mail(&self, post: &DuePost<'_>, index: u32, now: DateTime<Utc>) -> Option<Mail> {
        let settings = self.settings.mail.as_ref()?;
        if !settings.send.contains(&MailKind::Reminder) {
            return None;
        }
        let (first, rest) = post.reminders.split_first()?;
        let alone = first.rfr().filter(|rfr| rest.iter().all(|due| due.rfr() == Some(*rfr)));
        let rfr = alone.and_then(|id| self.state.open().find(|rfr| rfr.id == id));
        let letter = self.wording.reminder_letter(post, now);
        Some(Mail {
            message_id: self.message_id(settings, index, now)?,
            references: rfr.and_then(|rfr| rfr.thread.first().cloned()).into_iter().collect(),
            about: rfr.map(|rfr| rfr.name.clone()),
            subject: letter.subject,
            body: letter.body,
            at: now,
        })
    }

    /// The weekly summary, as the mail at that place among the effects of the next commit; `None` where the config
    /// names no list, or does not want it.
    pub fn summary_mail(&self, index: u32, now: DateTime<Utc>) -> Result<Option<Mail>, ArchiveError> {
        let settings = self.settings.mail.as_ref();
        let Some(settings) = settings.filter(|settings| settings.send.contains(&MailKind::Summary)) else {
            return Ok(None);
        };
        let Some(message_id) = self.message_id(settings, index, now) else {
            return Ok(None);
        };
        let letter = self.with_digest(now, self.news(now)?, |digest| self.wording.summary_letter(digest));
        Ok(Some(Mail {
            message_id,
            references: Vec::new(),
            about: None,
            subject: letter.subject,
            body: letter.body,
            at: now,
        }))
    }
}
