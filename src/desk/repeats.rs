//! A message acts once, whatever a network repeats.

use super::Desk;
use super::archive::{Archive, ArchiveError};
use crate::wire::{Incoming, IncomingId};

impl<A: Archive> Desk<A> {
    /// Was this message handled before?
    pub(super) fn is_repeated(&self, incoming: &Incoming) -> Result<bool, ArchiveError> {
        match incoming.id.as_ref().and_then(|id| id.names().next()) {
            Some(id) => Ok(self.state.was_seen(&id) || self.archive.was_seen(&id)?),
            None => Ok(false),
        }
    }

    /// Did the same words, by another of their names, cause something before, under an id of the network's own that
    /// is new now?
    pub(super) fn is_copy(&self, incoming: &Incoming) -> Result<bool, ArchiveError> {
        for name in incoming.id.iter().flat_map(IncomingId::names).skip(1) {
            if self.state.was_seen(&name) || self.archive.was_seen(&name)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
