//! Whoever is asked is told, once, at that moment: in the room or alone, as each chose by `remind me`.

use super::Desk;
use super::archive::Archive;
use crate::people::{Account, SYSADMIN_MAIN, SYSADMIN_RELENG};
use crate::record::Effect;
use crate::reminder::How;
use crate::rfr::duty::sign_off_due;
use crate::rfr::freeze_break::FreezeBreak;
use crate::rfr::outlook::{Outlook, named_in};
use crate::rfr::{Rfr, RfrEvent};
use crate::text::{Message, Paragraph};
use crate::wire::{Beside, Incoming, Manner, Outgoing, Place};
use crate::wording::Told;

/// Somebody who is asked for something.
pub(super) struct CalledPerson {
    /// Who.
    account: Account,
    /// Was this person asked by name? Others are called only if they want to be.
    by_name: bool,
    /// Asked to sign off what the answer asks to be signed.
    signs: bool,
    /// What is said.
    words: Paragraph,
}

impl<A: Archive> Desk<A> {
    /// Who is asked for what by a change.
    pub(super) fn calls(&self, told: &Told<'_>) -> Vec<CalledPerson> {
        let Some(rfr) = told.after else { return Vec::new() };
        let mut calls = Vec::new();
        for event in told.events {
            if let RfrEvent::SponsorAsked { account } = event {
                calls.push(CalledPerson {
                    account: account.clone(),
                    by_name: true,
                    signs: false,
                    words: self.wording.asks_to_sponsor(rfr, told.by),
                });
            }
            if let RfrEvent::PersonAdded { account, role } = event
                && self.directory.knows(account)
            {
                calls.push(CalledPerson {
                    account: account.clone(),
                    by_name: true,
                    signs: false,
                    words: self.wording.recorded_you(rfr, account, role, told.by),
                });
            }
            if let RfrEvent::QuestionAsked {
                number,
                text,
                from_sop: false,
                ..
            } = event
            {
                let named = named_in(text, &self.directory);
                let by_name = !named.is_empty();
                let asked = if by_name {
                    named
                } else {
                    rfr.workers().into_iter().cloned().collect()
                };
                calls.extend(asked.into_iter().map(|account| CalledPerson {
                    account,
                    by_name,
                    signs: false,
                    words: self.wording.asks_to_answer(rfr, *number, text, told.by),
                }));
            }
        }
        let was_due = |rfr: &Rfr| sign_off_due(rfr).is_some();
        if let (Some(row), Some(sponsor)) = (sign_off_due(rfr), &rfr.sponsor)
            && !told.before.is_some_and(was_due)
        {
            calls.push(CalledPerson {
                account: sponsor.account.clone(),
                by_name: true,
                signs: true,
                words: self
                    .wording
                    .asks_to_sign(&Outlook::of(rfr, &self.circumstances(told.now)), row),
            });
        }
        calls.retain(|call| call.account != *told.by);
        calls
    }

    /// Those who may agree to a freeze break.
    pub(super) fn calls_for_break(&self, found: &FreezeBreak, name: &str, by: &Account) -> Vec<CalledPerson> {
        let mut members = self.directory.members(SYSADMIN_MAIN);
        members.extend(self.directory.members(SYSADMIN_RELENG));
        members.sort();
        members.dedup();
        let others = members.into_iter().filter(|member| member != by);
        let call = |account| CalledPerson {
            account,
            by_name: false,
            signs: false,
            words: self.wording.asks_to_agree(found, name, by),
        };
        others.map(call).collect()
    }

    /// The calls as each person wants them. One in the room is made where the asking was heard, else in the first place
    /// that hears announcements.
    pub(super) fn called(&self, incoming: &Incoming, calls: Vec<CalledPerson>, beside: &Beside) -> Vec<Effect> {
        let reminders = &self.state.facts().reminders;
        let room = || {
            let heard = (!incoming.place.is_direct()).then_some(&incoming.place);
            heard.or_else(|| self.settings.announce.first()).cloned()
        };
        let said = calls.into_iter().filter_map(|call| {
            let CalledPerson {
                account,
                by_name,
                signs,
                words,
            } = call;
            let alone = reminders
                .reached_on(&account)
                .filter(|network| self.is_in_sight(network, &account))
                .map(|network| Place::person(network, account.as_str()));
            let (place, highlights) = match reminders.said_preference(&account) {
                None if !by_name => return None,
                Some(How::Off) => return None,
                Some(How::Dm) if alone.is_some() => (alone?, Vec::new()),
                None | Some(How::On | How::Dm) => (room()?, vec![account.as_str().to_owned()]),
            };
            let manner = if highlights.is_empty() {
                Manner::Reply
            } else {
                Manner::Announcement
            };
            Some(Effect::Say(Outgoing {
                place,
                manner,
                to: None,
                in_reply_to: None,
                message: Message::line(words),
                beside: Beside {
                    rfr: beside.rfr,
                    highlights,
                    // The message that calls the sponsor is the one that a tick signs.
                    asks: beside.asks.clone().filter(|_| signs),
                    ..Beside::default()
                },
            }))
        });
        said.collect()
    }
}
