//! From what happened to the record that is kept, and to what is said where.

use super::{
    Answer, Archive, ArchiveError, Beside, Commit, DateTime, Desk, Effect, Event, Handled, Happened, Identity,
    Incoming, Manner, Message, Outcome, Outgoing, Place, Rfr, Utc, memory,
};
use crate::people::Denied;
use crate::rfr::{Daily, RfrEvent};
use crate::wording::kinds_of_news;

impl<A: Archive> Desk<A> {
    /// Turns an answer into what must be stored and what is said.
    pub(super) fn conclude(
        &mut self,
        incoming: &Incoming,
        words: String,
        now: DateTime<Utc>,
        answer: Result<Answer, ArchiveError>,
    ) -> Handled {
        let beside = match &answer {
            Ok(Answer::SayWith(_, beside) | Answer::InShort { beside, .. }) => Some(beside),
            Ok(Answer::Happened(happened)) => Some(&happened.beside),
            Ok(Answer::Say(_) | Answer::SayAll(_)) | Err(_) => None,
        };
        if let Some(beside) = beside {
            self.remember_thread(incoming, beside);
        }
        match answer {
            Ok(Answer::Say(message)) => self.say(incoming, message, Beside::default()),
            Ok(Answer::SayWith(message, beside)) => self.say(incoming, message, beside),
            Ok(Answer::InShort { line, whole, beside }) => {
                let handled = self.say(incoming, line, beside);
                self.memory.keep_rest(incoming, whole);
                handled
            }
            Ok(Answer::SayAll(replies)) => Handled { commit: None, replies },
            Ok(Answer::Happened(happened)) => self.commit(incoming, words, now, *happened),
            Err(error) => self.out_of_order(incoming, &error),
        }
    }

    /// The answer to a message whose change could not be stored.
    pub fn out_of_order(&self, incoming: &Incoming, error: &ArchiveError) -> Handled {
        tracing::error!(place = %incoming.place, %error, "the store cannot be used");
        Handled {
            commit: None,
            replies: vec![reply_to(
                incoming,
                self.wording.out_of_order(error.trouble),
                Beside::default(),
            )],
        }
    }

    /// Makes the one record of a change and carries it out on the state.
    pub(super) fn commit(
        &mut self,
        incoming: &Incoming,
        words: String,
        now: DateTime<Utc>,
        happened: Happened,
    ) -> Handled {
        let Happened {
            events,
            mails,
            ticket,
            reply,
            announcement,
            also,
            calls,
            beside,
            by,
            keeps,
        } = happened;
        let called = self.called(incoming, calls, &beside);
        // Who hears the call hears what was asked.
        let asks_only = events.iter().all(|event| {
            matches!(
                event,
                Event::Rfr {
                    event: RfrEvent::SponsorAsked { .. },
                    ..
                }
            )
        });
        let has_heard = |place: &Place| {
            let here = |effect: &Effect| matches!(effect, Effect::Say(said) if said.place == *place);
            asks_only && called.iter().any(here)
        };
        let origin = self.origin(incoming, words, now, &by);
        let shown = if reply.0.len() > 1 && self.state.facts().reminders.is_short(by.account()) {
            let line = self.wording.change_in_short(&reply);
            self.memory.keep_rest(incoming, reply);
            line.into()
        } else {
            self.page(incoming, reply, false)
        };
        let reply = reply_to(incoming, shown, beside.clone());
        // Mails come first: their numbers were settled before anything was worded.
        let mut effects: Vec<Effect> = mails.into_iter().map(Effect::Mail).collect();
        effects.push(Effect::Say(reply));
        if let Some(message) = announcement {
            let places: Vec<Place> = self
                .told_of(&events)
                .filter(|place| !has_heard(place))
                .cloned()
                .collect();
            effects.extend(self.announcements_in(&places, Some(&incoming.place), &message, &beside));
        }
        effects.extend(also.into_iter().map(Effect::Say));
        effects.extend(called);
        effects.extend(ticket.map(Effect::Ticket));
        let mut commit = Commit {
            origin,
            incoming: keeps.or_else(|| incoming.id.clone()),
            events,
            effects,
        };
        self.carry_out(&mut commit);
        if commit.events.iter().any(|event| matches!(event, Event::Link(_))) {
            self.knows_links();
        }
        self.limiter.count(by.account(), Daily::Changes);
        self.has_changed();
        Handled {
            commit: Some(commit),
            replies: Vec::new(),
        }
    }

    /// The announcing places that want to hear of what happened.
    fn told_of(&self, events: &[Event]) -> impl Iterator<Item = &Place> {
        let of_rfrs = |event: &Event| {
            matches!(
                event,
                Event::Rfr { .. } | Event::Edition(_) | Event::FocusChanged { .. }
            )
        };
        let rfr_events = events.iter().filter_map(|event| {
            if let Event::Rfr { event, .. } = event {
                Some(event.clone())
            } else {
                None
            }
        });
        let kinds = kinds_of_news(&rfr_events.collect::<Vec<_>>());
        // What is said of freezes and the like is for everybody.
        let is_for_all = kinds.is_empty() || !events.iter().all(of_rfrs);
        self.settings.announce.iter().filter(move |place| {
            let wanted = self.settings.told.get(*place);
            is_for_all || wanted.is_none_or(|wanted| kinds.iter().any(|kind| wanted.contains(kind)))
        })
    }

    /// Every announcing place hears it once; the room where it was asked, if any, heard it as the reply. Of places that a
    /// bridge makes one, only the first is spoken to.
    pub(super) fn announcements(&self, asked_in: Option<&Place>, message: &Message, beside: &Beside) -> Vec<Effect> {
        self.announcements_in(&self.settings.announce, asked_in, message, beside)
    }

    /// The same for places of the caller's choice.
    pub(super) fn announcements_in(
        &self,
        places: &[Place],
        asked_in: Option<&Place>,
        message: &Message,
        beside: &Beside,
    ) -> Vec<Effect> {
        let same = |a: &Place, b: &Place| a.network == b.network && a.room == b.room;
        let bridged = |a: &Place, b: &Place| {
            let both = |set: &&Vec<Place>| set.iter().any(|c| same(a, c)) && set.iter().any(|c| same(b, c));
            self.settings.bridged.iter().find(both).is_some()
        };
        let mut spoken: Vec<&Place> = Vec::new();
        for place in places {
            let heard =
                asked_in.is_some_and(|asked| asked.thread.is_none() && (same(place, asked) || bridged(place, asked)));
            if !heard && !spoken.iter().any(|other| bridged(place, other)) {
                spoken.push(place);
            }
        }
        let say = |place: &Place| {
            Effect::Say(Outgoing {
                place: place.clone(),
                manner: Manner::Announcement,
                to: None,
                in_reply_to: None,
                message: message.clone(),
                beside: Beside {
                    outcome: None,
                    ..beside.clone()
                },
            })
        };
        spoken.into_iter().map(say).collect()
    }

    pub(super) fn say(&mut self, incoming: &Incoming, message: Message, beside: Beside) -> Handled {
        if message.0.is_empty() {
            return Handled::default();
        }
        let message = self.page(incoming, message, beside.folded.is_some());
        Handled {
            commit: None,
            replies: vec![reply_to(incoming, message, beside)],
        }
    }

    /// The first lines of a long answer; the rest waits for `more`.
    pub(super) fn page(&mut self, incoming: &Incoming, message: Message, is_folded: bool) -> Message {
        let Some(limit) = self.settings.reply_lines.get(&incoming.place.network) else {
            return message;
        };
        let limit = if incoming.place.is_direct() {
            // Nobody else has to read it. What other networks fold is at most twice as long, with the line on how to go on.
            if is_folded { limit * 2 - 1 } else { limit * 5 }
        } else {
            *limit
        };
        let (mut shown, rest) = memory::page(message, limit);
        if !rest.0.is_empty() {
            shown.push(self.wording.there_is_more(rest.0.len()));
        }
        self.memory.keep_rest(incoming, rest);
        shown
    }
}

/// What kind of thing a value of one of our enums is, without what is in it: `sign-off`.
pub(crate) fn kind(value: &impl std::fmt::Debug) -> String {
    let all = format!("{value:?}");
    let name = all
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default();
    let mut kind = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !kind.is_empty() {
            kind.push('-');
        }
        kind.push(c.to_ascii_lowercase());
    }
    kind
}

/// Tells the log that somebody was refused: who, what, which RFR and why, without their words.
pub(super) fn log_refusal(incoming: &Incoming, what: &str, rfr: &str, why: &str) {
    let by = match &incoming.identity {
        Identity::IrcAccount { account, .. } | Identity::Console { account } => account.as_str(),
        Identity::Matrix { mxid } => mxid,
        Identity::Mail { .. } => "a mail",
        Identity::Unproven(_) => "nobody known",
    };
    tracing::info!(place = %incoming.place, name = incoming.name, by, what, rfr, why, "refused");
}

/// The same of somebody who lacks a right.
pub(super) fn log_denied(incoming: &Incoming, what: &str, rfr: &str, denied: &Denied) {
    log_refusal(incoming, what, rfr, &format!("it is for {}", denied.needs.holders()));
}

/// What the log calls an RFR, or that it is about none.
pub(super) fn name_of(rfr: Option<&Rfr>) -> &str {
    rfr.map_or("", |rfr| rfr.name.as_str())
}

/// An answer to somebody who was refused.
pub(super) fn refused(message: Message, rfr: Option<&Rfr>) -> Answer {
    let beside = Beside {
        outcome: Some(Outcome::Refused),
        rfr: rfr.map(|rfr| rfr.id),
        ..Beside::default()
    };
    Answer::SayWith(message, beside)
}

/// An answer to somebody who was not understood, or has to say what is meant.
pub(super) fn asked_back(message: Message) -> Answer {
    let beside = Beside {
        outcome: Some(Outcome::AskedBack),
        ..Beside::default()
    };
    Answer::SayWith(message, beside)
}

/// An answer to whoever said something, in the same place.
pub(super) fn reply_to(incoming: &Incoming, message: Message, beside: Beside) -> Outgoing {
    Outgoing {
        place: incoming.place.clone(),
        manner: Manner::Reply,
        to: Some(incoming.name.clone()),
        in_reply_to: incoming.id.clone(),
        message,
        beside,
    }
}
