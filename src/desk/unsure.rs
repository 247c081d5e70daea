//! What is refused while nobody can tell who is in a group.

use super::{Answer, Archive, Desk, log_refusal, refused};
use crate::people::Unsure;
use crate::rfr::Rfr;
use crate::rfr::refusal::Refusal;
use crate::wire::Incoming;

impl<A: Archive> Desk<A> {
    /// The groups of which nobody can tell now who is in them.
    pub(super) fn unsure_groups(&self) -> Vec<Unsure> {
        let groups = self.accounts.iter().flat_map(|accounts| accounts.groups());
        groups
            .filter_map(|group| Unsure::among(&self.directory, [group.as_str()]))
            .collect()
    }

    /// Where it is unknown who is in a group on which a refusal depends: which, and why.
    pub(super) fn unsure_of(&self, refusal: &Refusal) -> Option<Unsure> {
        self.accounts.as_ref()?;
        Unsure::among(&self.directory, refusal.depends_on_groups().iter().copied())
    }

    /// Refuses what depends on a group of which nobody can tell who is in it.
    pub(super) fn refuse_unsure(
        &mut self,
        incoming: &Incoming,
        (what, name, rfr): (&str, &str, Option<&Rfr>),
        unsure: &Unsure,
    ) -> Answer {
        log_refusal(
            incoming,
            what,
            name,
            &format!("{} is unknown: {}", unsure.group, unsure.why),
        );
        let said = self.wording.unsure(name, unsure);
        self.memory.refused(incoming, self.wording.why_unsure(said.clone()));
        refused(said, rfr)
    }
}
