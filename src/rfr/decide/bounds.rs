//! Limits for each list of an RFR: all of it is in memory, written with each change and read by everybody, so nobody
//! may make it grow without end.

use crate::people::Account;
use crate::rfr::List;
use crate::rfr::refusal::Refusal;
use crate::rfr::{Change, Rfr, RfrEvent};

/// Does the change name too many people at once? Checked before anything reads them.
pub(super) fn too_many_names(change: &Change) -> Option<Refusal> {
    let names: &[Account] = if let Change::AddPeople { accounts, .. } | Change::RemovePeople { accounts } = change {
        accounts
    } else {
        return None;
    };
    let list = List::NamesInOneCommand;
    (names.len() > list.most()).then_some(Refusal::TooMany(list))
}

/// Would these events make a list too long?
pub(super) fn too_long(rfr: &Rfr, events: &[RfrEvent]) -> Option<Refusal> {
    List::ALL.into_iter().find_map(|list| {
        let added = events.iter().filter(|event| adds_to(list, rfr, event)).count();
        let freed = |event: &&RfrEvent| list == List::FormerNames && matches!(event, RfrEvent::NameFreed { .. });
        let left = list.length(rfr).saturating_sub(events.iter().filter(freed).count());
        (added > 0 && left + added > list.most()).then_some(Refusal::TooMany(list))
    })
}

fn adds_to(list: List, rfr: &Rfr, event: &RfrEvent) -> bool {
    match list {
        List::People => {
            let RfrEvent::PersonAdded { account, .. } = event else {
                return false;
            };
            rfr.people.iter().all(|person| person.account != *account)
        }
        List::Discussions => matches!(
            event,
            RfrEvent::DiscussionRecorded { .. } | RfrEvent::DiscussedInChat { .. }
        ),
        List::Sops => matches!(event, RfrEvent::SopLinked { .. }),
        List::Links => matches!(event, RfrEvent::Linked { .. }),
        // The SOP's questions come with a phase, which must not depend on how much people asked.
        List::OpenQuestions | List::Questions => matches!(event, RfrEvent::QuestionAsked { from_sop: false, .. }),
        List::FormerNames => {
            let RfrEvent::Renamed { to } = event else { return false };
            rfr.former_names.iter().all(|name| !name.eq_ignore_ascii_case(to))
        }
        List::NamesInOneCommand => false,
    }
}
