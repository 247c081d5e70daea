//! What the oracle's book says after an event.

use super::*;

/// Records what happened, and which sign-offs no longer hold by the SOP.
pub(super) fn record(book: &mut Book, commit: &Commit, event: &RfrEvent) {
    let by = commit.origin.by.as_str().to_owned();
    match event {
        RfrEvent::Requested { .. }
        | RfrEvent::Undone { .. }
        | RfrEvent::Retitled { .. }
        | RfrEvent::Noted { .. }
        | RfrEvent::DiscussedInChat { .. }
        | RfrEvent::SopNotNeeded { .. }
        | RfrEvent::LookedAfter { .. }
        | RfrEvent::Captured { .. }
        | RfrEvent::CapturedEdited { .. }
        | RfrEvent::CapturedDeleted { .. }
        | RfrEvent::Reported { .. }
        | RfrEvent::Mailed { .. }
        | RfrEvent::MailFailed { .. }
        | RfrEvent::MailHeldBack { .. }
        | RfrEvent::HeldBackTold
        | RfrEvent::TitleAwaited
        | RfrEvent::TicketTaken { .. }
        | RfrEvent::AssignmentWanted { .. }
        | RfrEvent::TicketSeen { .. }
        | RfrEvent::TicketHeard { .. }
        | RfrEvent::OfferTaken { .. }
        | RfrEvent::Linked { .. } => {}
        RfrEvent::ListMailHeard { counts, .. } => book.discussions += usize::from(*counts),
        RfrEvent::MailSent { .. } => {}
        RfrEvent::Renamed { to } => {
            let former = std::mem::replace(&mut book.name, to.clone());
            book.former_names.insert(former);
            book.former_names.remove(to);
        }
        RfrEvent::NameFreed { name } => {
            book.former_names.remove(name);
        }
        RfrEvent::TicketChanged { to } => book.ticket.clone_from(&to.url),
        RfrEvent::SponsorAsked { account } => book.asked = Some((account.as_str().to_owned(), by)),
        RfrEvent::SponsorDeclined => book.asked = None,
        RfrEvent::Sponsored { .. } => {
            book.asked = None;
            book.sponsor = Some(by);
            book.no_longer_as_signed();
        }
        RfrEvent::Unsponsored { .. } => {
            book.sponsor = None;
            book.no_longer_as_signed();
        }
        RfrEvent::DiscussionRecorded { .. } => book.discussions += 1,
        RfrEvent::DiscussionsCleared { .. } => {
            book.discussions = 0;
            book.no_longer_as_signed();
        }
        RfrEvent::PersonAdded { account, .. } => {
            book.people.insert(account.as_str().to_owned());
        }
        RfrEvent::PersonRemoved { account } => {
            book.people.remove(account.as_str());
            if book.people.is_empty() {
                book.no_longer_as_signed();
            }
        }
        RfrEvent::QuestionAsked { number, from_sop, .. } => {
            let from_sop = *from_sop;
            let open = true;
            book.questions.insert(*number, Asked { by, open, from_sop });
            if book.rests_on(|row| matches!(row.kind, Kind::QuestionsAndDecisions(_))) {
                book.no_longer_as_signed();
            }
        }
        RfrEvent::QuestionAnswered { number, why, .. } if !why.is_empty() => {
            assert!(
                !book.questions[number].open,
                "an answer is corrected where there is one"
            );
            if book.rests_on(|row| matches!(row.kind, Kind::QuestionsAndDecisions(_))) {
                book.no_longer_as_signed();
            }
        }
        RfrEvent::QuestionAnswered { number, .. } | RfrEvent::QuestionWithdrawn { number } => {
            if let Some(question) = book.questions.get_mut(number) {
                question.open = false;
            }
        }
        RfrEvent::TopicDecided { topic, text } => {
            let before = book.decisions.insert(*topic, text.clone());
            let counts = book.rests_on(|row| matches!(row.kind, Kind::QuestionsAndDecisions(_)));
            if counts && before.is_some_and(|before| before != *text) {
                book.no_longer_as_signed();
            }
        }
        RfrEvent::ItemDone { item, .. } => {
            book.items.insert(item.clone());
        }
        RfrEvent::ItemUndone { item, .. } => {
            book.items.remove(item);
            if book.rests_on(|row| row.id == item) {
                book.no_longer_as_signed();
            }
        }
        RfrEvent::SopLinked { .. } => book.sops += 1,
        RfrEvent::SopsCleared { .. } => {
            book.sops = 0;
            if book.rests_on(|row| row.kind == Kind::Sops) {
                book.no_longer_as_signed();
            }
        }
        RfrEvent::Scheduled { date, .. } => {
            let moved = book.schedule.replace(*date).is_some_and(|before| before != *date);
            // Before it is a MUST, it is a plan that nobody signs.
            if moved && book.rests_on(|row| row.kind == Kind::Schedule) {
                book.no_longer_as_signed();
            }
        }
        RfrEvent::Unscheduled { .. } => {
            book.schedule = None;
            if book.rests_on(|row| row.kind == Kind::Schedule) {
                book.no_longer_as_signed();
            }
        }
        RfrEvent::SignedOff { phase, .. } => {
            let signed = Signed {
                stale: false,
                said_stale: false,
            };
            book.signed.insert(*phase, signed);
        }
        RfrEvent::SignOffWithdrawn { phase, .. } => {
            book.signed.remove(phase);
        }
        RfrEvent::SignOffOutdated { phase, .. } => {
            if let Some(signed) = book.signed.get_mut(phase) {
                signed.said_stale = true;
            }
        }
        RfrEvent::Held { .. } => {
            book.held = true;
            book.holder = Some(commit.origin.by.as_str().to_owned());
            book.agreed.clear();
        }
        RfrEvent::ReleaseAgreed { .. } => {
            book.agreed.insert(commit.origin.by.as_str().to_owned());
        }
        RfrEvent::ReleaseDisagreed => {
            book.agreed.remove(commit.origin.by.as_str());
        }
        RfrEvent::Released { stays, .. } => {
            // A lighter hold beneath it may stay.
            book.holder = stays.as_ref().map(|holder| holder.as_str().to_owned());
            book.held = book.holder.is_some();
        }
        RfrEvent::Advanced { to, .. } => book.phase = *to,
        RfrEvent::Adopted { from, to, .. } => {
            let asked = |edition: &Edition| {
                let rows = edition.rows().iter().filter(|row| row.level != Level::Step);
                let rows = rows.filter(|row| place_of(row.phase) <= place_of(book.phase));
                rows.map(|row| (row.id, row.sentence)).collect::<BTreeSet<_>>()
            };
            let is_touched = asked(from) != asked(to);
            book.edition = *to;
            if is_touched {
                book.no_longer_as_signed();
            }
        }
        RfrEvent::Reverted { to, .. } => {
            book.phase = *to;
            for (phase, signed) in &mut book.signed {
                signed.stale |= place_of(*phase) >= place_of(*to);
            }
        }
        RfrEvent::Ended { how, .. } => book.ended = Some(*how),
        RfrEvent::Reopened { .. } => book.ended = None,
    }
}
