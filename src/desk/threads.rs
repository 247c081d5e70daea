//! What a place is talking about: a thread continues about the RFR of its first message; people set a focus.

use super::archive::{Archive, ArchiveError};
use super::{Answer, Desk, Happened, refused};
use crate::record::Event;
use crate::rfr::RfrId;
use crate::text::Message;
use crate::wire::{Beside, Incoming, IncomingId, Outcome, Place};

impl<A: Archive> Desk<A> {
    /// A thread hangs on a message that was about this RFR: commands there mean it, unless the thread has a focus of
    /// its own.
    pub fn thread_is_about(&mut self, thread: Place, rfr: RfrId) {
        self.memory.thread_is_about(thread, rfr);
    }

    /// A thread on this message will go on about the RFR that it was about.
    pub(super) fn remember_thread(&mut self, incoming: &Incoming, beside: &Beside) {
        if let (Some(rfr), Some(id), None) = (beside.rfr, &incoming.id, &incoming.place.thread) {
            let thread = Place {
                thread: Some(id.own().to_owned()),
                ..incoming.place.clone()
            };
            self.memory.thread_is_about(thread, rfr);
        }
    }

    /// What a thread began with that memory has forgotten: a message that changed an RFR is known for long.
    pub(super) fn recall_thread(&mut self, incoming: &Incoming) -> Result<(), ArchiveError> {
        let place = &incoming.place;
        let Some(root) = &place.thread else { return Ok(()) };
        if self.state.own_focus(place).is_some() || self.memory.thread(place).is_some() {
            return Ok(());
        }
        let root = IncomingId {
            network: place.network.clone(),
            id: root.clone(),
        };
        if let Some((rfr, _)) = self.archive.caused_by(&root)? {
            self.memory.thread_is_about(place.clone(), rfr);
        }
        Ok(())
    }

    /// What the place talks about.
    pub(super) fn talks_about(&self, place: &Place) -> Option<RfrId> {
        // A thread that somebody gave a focus has that; else the one of its first message; else the room's.
        self.state
            .own_focus(place)
            .or_else(|| self.memory.thread(place))
            .or_else(|| self.state.focus(place))
    }

    /// Sets what the place talks about, or that it talks about nothing.
    pub(super) fn focus(&mut self, incoming: &Incoming, id: Option<RfrId>) -> Result<Answer, ArchiveError> {
        let by = match self.may_change(incoming, incoming.at) {
            Ok(by) => by,
            Err(said) => return Ok(refused(said, None)),
        };
        let rfr = match id {
            Some(id) => self.state.rfr(id, &self.archive)?,
            None => None,
        };
        let reply = Message::line(self.wording.focused(rfr.as_deref()));
        if self.talks_about(&incoming.place) == id {
            return Ok(Answer::Say(reply));
        }
        let place = incoming.place.clone();
        Ok(Answer::Happened(Box::new(Happened {
            events: vec![Event::FocusChanged { place, rfr: id }],
            mails: Vec::new(),
            ticket: None,
            reply,
            announcement: None,
            also: Vec::new(),
            calls: Vec::new(),
            beside: Beside {
                outcome: Some(Outcome::Done),
                rfr: id,
                ..Beside::default()
            },
            by,
            keeps: None,
        })))
    }
}
