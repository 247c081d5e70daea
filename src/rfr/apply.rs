//! Applies an event to the state. Never decides, never fails; live changes and rebuilds use the same function.

use super::thread::MOST_HELD_SUBJECTS;
use super::tracked::IN_THE_TICKET;
use super::{
    AskedSponsor, Before, Closed, Correction, Done, Ended, Extras, Heard, HeldBack, Hold, Involved, Link, MailThread,
    Mailed, Mark, Origin, Question, Reverted, Rfr, RfrEvent, RfrId, Schedule, SignOff, Sponsor, TopicDecision, Tracked,
};
use crate::sop::{self, Document, Kind, Phase};
use crate::wire::OutboxKey;
use std::collections::BTreeMap;

/// The most corrected answers of a question that are kept beside its history.
const MOST_CORRECTED: usize = 5;

/// The RFR after one event; `None` if there is none (any more).
///
/// The first event of a commit keeps the state before it, for undo.
pub fn apply(rfr: Option<Rfr>, id: RfrId, origin: &Origin, event: &RfrEvent) -> Option<Rfr> {
    retell(true, rfr, id, origin, event)
}

/// The same to tell a history, in which it is known what is undone later: the state before any other commit need not be
/// kept, and is a copy of the whole RFR.
pub fn retell(may_be_undone: bool, rfr: Option<Rfr>, id: RfrId, origin: &Origin, event: &RfrEvent) -> Option<Rfr> {
    let mark = Mark {
        by: origin.by.clone(),
        at: origin.at,
    };
    if let RfrEvent::Undone { .. } = event {
        return undo(rfr?, origin, mark);
    }
    let mut rfr = match (rfr, event) {
        (None, RfrEvent::Requested { .. }) => return requested(id, origin, mark, event),
        (None, _) => return None,
        (Some(rfr), _) => rfr,
    };
    // Mails leave the last change and its undo as they are.
    if !event.is_of_the_list() && rfr.last_seq != origin.seq {
        rfr.before = Before::Nothing;
        if may_be_undone {
            rfr.before = Before::Was(Box::new(rfr.clone()));
        }
        rfr.last_seq = origin.seq;
        rfr.last_change = mark.clone();
    }
    fold(&mut rfr, origin, mark, event);
    Some(rfr)
}

/// Restores the state before the last change; that cannot be undone again.
fn undo(mut rfr: Rfr, origin: &Origin, mark: Mark) -> Option<Rfr> {
    match std::mem::take(&mut rfr.before) {
        Before::NotYetThere => None,
        Before::Nothing => Some(rfr),
        Before::Was(before) => {
            let sent = met_by_mails(&rfr);
            let thread = rfr.thread.after_undo(&before.thread);
            // What the tracker showed is as it was shown, whatever is undone, unless it was of another ticket.
            let tracked = (rfr.ticket == before.ticket).then_some(rfr.tracked);
            let mut rfr = *before;
            rfr.thread = thread;
            if let Some(tracked) = tracked {
                rfr.tracked = tracked;
            }
            // What a sent mail meets stays met, whatever is undone.
            for (item, done) in sent {
                rfr.done.entry(item).or_insert(done);
            }
            rfr.last_seq = origin.seq;
            rfr.last_change = mark;
            rfr.before = Before::Nothing;
            Some(rfr)
        }
    }
}

fn requested(id: RfrId, origin: &Origin, mark: Mark, event: &RfrEvent) -> Option<Rfr> {
    let RfrEvent::Requested {
        name,
        ticket,
        title,
        edition,
    } = event
    else {
        return None;
    };
    Some(Rfr {
        id,
        name: name.clone(),
        former_names: Vec::new(),
        title: title.clone(),
        ticket: ticket.clone(),
        edition: *edition,
        requested: mark.clone(),
        phase: edition.first(),
        phase_since: origin.at,
        ended: None,
        reverted: None,
        hold: None,
        sponsor: None,
        asked_sponsor: None,
        people: Vec::new(),
        discussions: Vec::new(),
        thread: MailThread::default(),
        tracked: Tracked::default(),
        sops: Vec::new(),
        extras: None,
        links: Vec::new(),
        questions: Vec::new(),
        decisions: BTreeMap::new(),
        done: BTreeMap::new(),
        schedule: None,
        signoffs: BTreeMap::new(),
        last_seq: origin.seq,
        last_change: mark,
        before: Before::NotYetThere,
    })
}

fn fold(rfr: &mut Rfr, origin: &Origin, mark: Mark, event: &RfrEvent) {
    match event {
        // Handled before: an RFR is requested once, and an undo replaces the whole state.
        RfrEvent::Requested { .. } | RfrEvent::Undone { .. } => {}
        RfrEvent::Renamed { to } => {
            let former = std::mem::replace(&mut rfr.name, to.clone());
            rfr.former_names.retain(|name| !name.eq_ignore_ascii_case(to));
            if !former.eq_ignore_ascii_case(to) {
                rfr.former_names.push(former);
            }
        }
        RfrEvent::NameFreed { name } => rfr.former_names.retain(|former| !former.eq_ignore_ascii_case(name)),
        RfrEvent::Retitled { to } => {
            rfr.title.clone_from(to);
            // What somebody says counts more than what the ticket says later.
            rfr.tracked.awaits_title = false;
        }
        RfrEvent::TicketChanged { to } => {
            rfr.ticket = to.clone();
            rfr.tracked.seen = None;
        }
        RfrEvent::TitleAwaited => rfr.tracked.awaits_title = true,
        RfrEvent::TicketTaken { title, requester } => {
            rfr.tracked.awaits_title = false;
            rfr.title.clone_from(title);
            if let Some(requester) = requester {
                rfr.requested.by = requester.clone().into();
            }
        }
        RfrEvent::AssignmentWanted { wanted } => rfr.tracked.must_be_assigned = *wanted,
        RfrEvent::TicketSeen { view } => rfr.tracked.seen = Some(Box::new(view.clone())),
        RfrEvent::TicketHeard { author, url, offers } => {
            // What is said later of a question taken from there names the ticket.
            rfr.thread
                .offer_all(&format!("{author}{IN_THE_TICKET}"), Some(url), offers);
        }
        RfrEvent::SponsorAsked { account } => {
            rfr.asked_sponsor = Some(AskedSponsor {
                account: account.clone(),
                mark,
            });
        }
        RfrEvent::SponsorDeclined => rfr.asked_sponsor = None,
        RfrEvent::Sponsored { account } => {
            rfr.asked_sponsor = None;
            rfr.sponsor = Some(Sponsor {
                account: account.clone(),
                since: mark.at,
            });
        }
        RfrEvent::Unsponsored { .. } => rfr.sponsor = None,
        RfrEvent::DiscussionRecorded { url } => rfr.discussions.push(link(url, "", mark)),
        RfrEvent::DiscussedInChat { log } => {
            let log = log.as_deref().unwrap_or_default();
            let talk = link(log, &origin.place, mark);
            extras(rfr).talks.push(talk);
        }
        RfrEvent::DiscussionsCleared { .. } => {
            rfr.discussions.clear();
            for heard in &mut rfr.thread.heard {
                heard.counts = false;
            }
        }
        RfrEvent::PersonAdded { account, role } => {
            rfr.people.retain(|person| person.account != *account);
            rfr.people.push(Involved {
                account: account.clone(),
                role: role.clone(),
                since: mark.at,
            });
        }
        RfrEvent::PersonRemoved { account } => rfr.people.retain(|person| person.account != *account),
        RfrEvent::QuestionAsked {
            number,
            text,
            topic,
            from_sop,
            on_the_list,
        } => rfr.questions.push(Question {
            number: *number,
            text: text.clone(),
            topic: *topic,
            from_sop: *from_sop,
            on_the_list: on_the_list.clone(),
            asked: mark,
            closed: None,
        }),
        RfrEvent::QuestionAnswered {
            number,
            text,
            by_mail,
            why,
        } => {
            let corrects = corrected(rfr, *number, why);
            let answered = Closed::Answered {
                text: text.clone(),
                by_mail: by_mail.clone(),
                corrects,
                mark,
            };
            close(rfr, *number, answered);
        }
        RfrEvent::QuestionWithdrawn { number } => close(rfr, *number, Closed::Withdrawn { mark }),
        RfrEvent::TopicDecided { topic, text } => {
            let text = text.clone();
            let known = rfr.decisions.insert(*topic, TopicDecision { text, mark });
            if let Some(known) = known {
                extras(rfr).decided_before.insert(*topic, known);
            }
        }
        RfrEvent::ItemDone { item, note } => {
            let note = note.clone();
            rfr.done.insert(item.clone(), Done { note, mark });
        }
        RfrEvent::ItemUndone { item, .. } => {
            rfr.done.remove(item);
        }
        RfrEvent::SopLinked { url, document } => {
            rfr.sops.retain(|known| known.url != *url);
            if let Some(extras) = &mut rfr.extras {
                extras.sops_not_needed.retain(|kind, _| Some(*kind) != *document);
            }
            rfr.sops.push(link(url, document.map_or("", Document::name), mark));
        }
        RfrEvent::SopNotNeeded { document, why } => {
            let note = why.clone();
            extras(rfr).sops_not_needed.insert(*document, Done { note, mark });
        }
        RfrEvent::SopsCleared { .. } => {
            rfr.sops.clear();
            if let Some(extras) = &mut rfr.extras {
                extras.sops_not_needed.clear();
            }
        }
        RfrEvent::LookedAfter { what, text } => {
            let note = text.clone();
            extras(rfr).upkeep.insert(*what, Done { note, mark });
        }
        RfrEvent::Scheduled { date, note } => {
            rfr.schedule = Some(Schedule {
                date: *date,
                note: note.clone(),
                mark,
            });
        }
        RfrEvent::Unscheduled { .. } => rfr.schedule = None,
        // Notes live in the history; the state only knows that something happened.
        RfrEvent::Noted { .. }
        | RfrEvent::Captured { .. }
        | RfrEvent::CapturedEdited { .. }
        | RfrEvent::CapturedDeleted { .. }
        | RfrEvent::Reported { .. } => {}
        RfrEvent::OfferTaken { offer, question } => {
            if let Some(offer) = rfr.thread.offers.iter_mut().find(|known| known.number == *offer) {
                offer.taken = Some(*question);
            }
        }
        RfrEvent::Linked { url, label } => rfr.links.push(link(url, label, mark)),
        RfrEvent::SignedOff { phase, note } => {
            let note = note.clone();
            let left_open = Phase::ALL
                .into_iter()
                .filter(|earlier| earlier <= phase)
                .flat_map(|earlier| sop::rows(rfr.edition, earlier))
                .filter(|row| matches!(row.kind, Kind::Check { .. }) && !rfr.done.contains_key(row.id))
                .map(|row| row.id.to_owned())
                .collect();
            let signoff = SignOff {
                note,
                mark,
                outdated: None,
                left_open,
            };
            rfr.signoffs.insert(*phase, signoff);
        }
        RfrEvent::SignOffWithdrawn { phase, .. } => {
            rfr.signoffs.remove(phase);
        }
        RfrEvent::SignOffOutdated { phase, because } => {
            if let Some(signoff) = rfr.signoffs.get_mut(phase) {
                signoff.outdated = Some(because.clone());
            }
        }
        RfrEvent::Held { reason } => {
            let reason = reason.clone();
            let mut beneath = Vec::new();
            if let Some(mut lighter) = rfr.hold.take() {
                beneath.append(&mut lighter.beneath);
                beneath.push(lighter);
                beneath.retain(|hold| hold.mark.by != mark.by);
            }
            rfr.hold = Some(Hold {
                reason,
                mark,
                agreed: Vec::new(),
                beneath,
            });
        }
        RfrEvent::ReleaseAgreed { .. } => {
            if let Some(hold) = &mut rfr.hold {
                hold.agreed.push(mark);
            }
        }
        RfrEvent::ReleaseDisagreed => {
            if let Some(hold) = &mut rfr.hold {
                hold.agreed.retain(|agreed| agreed.by != mark.by);
            }
        }
        RfrEvent::Released { stays, .. } => {
            let mut beneath = rfr.hold.take().map(|hold| hold.beneath).unwrap_or_default();
            if let Some(holder) = stays
                && let Some(at) = beneath.iter().rposition(|hold| hold.mark.by == *holder)
            {
                let mut hold = beneath.remove(at);
                beneath.truncate(at);
                hold.beneath = beneath;
                rfr.hold = Some(hold);
            }
        }
        RfrEvent::Advanced { to, .. } => {
            rfr.phase = *to;
            rfr.phase_since = mark.at;
            if rfr.reverted.as_ref().is_some_and(|reverted| reverted.from <= *to) {
                rfr.reverted = None;
            }
        }
        RfrEvent::Reverted { from, to, reason } => {
            rfr.phase = *to;
            rfr.phase_since = mark.at;
            let reached = rfr.reverted.take().map(|reverted| reverted.from);
            rfr.reverted = Some(Reverted {
                from: reached.map_or(*from, |reached| reached.max(*from)),
                reason: reason.clone(),
                mark,
            });
        }
        RfrEvent::Adopted { to, .. } => rfr.edition = *to,
        RfrEvent::Ended { how, reason } => {
            rfr.ended = Some(Ended {
                how: *how,
                reason: reason.clone(),
                mark,
            });
        }
        RfrEvent::Reopened { .. } => {
            rfr.ended = None;
            rfr.phase_since = mark.at;
        }
        RfrEvent::Mailed {
            kind,
            message_id,
            index,
            url,
            meets,
        } => rfr.thread.mailed.push(Mailed {
            kind: *kind,
            message_id: message_id.clone(),
            key: OutboxKey {
                seq: origin.seq,
                index: *index,
            },
            url: url.clone(),
            meets: meets.clone(),
            at: mark.at,
            sent: false,
            failed: None,
        }),
        RfrEvent::MailSent { message_id } => {
            if let Some(mailed) = rfr.thread.mailed.iter_mut().find(|mail| mail.message_id == *message_id) {
                mailed.sent = true;
                if let Some(item) = &mailed.meets {
                    let note = mailed.url.clone().unwrap_or_default();
                    rfr.done.entry(item.clone()).or_insert(Done { note, mark });
                }
            }
        }
        RfrEvent::MailFailed { message_id, why } => {
            if let Some(mailed) = rfr.thread.mailed.iter_mut().find(|mail| mail.message_id == *message_id) {
                mailed.failed = Some(why.clone());
            }
        }
        RfrEvent::MailHeldBack { subject } => {
            let held = rfr.thread.held_back.get_or_insert_with(|| HeldBack {
                since: mark.at,
                count: 0,
                subjects: Vec::new(),
            });
            held.count = held.count.saturating_add(1);
            if held.subjects.len() < MOST_HELD_SUBJECTS {
                held.subjects.push(subject.clone());
            }
        }
        RfrEvent::HeldBackTold => rfr.thread.held_back = None,
        RfrEvent::ListMailHeard {
            message_id,
            name,
            url,
            counts,
            by_another,
            offers,
            subject: _,
        } => rfr.thread.hear(
            Heard {
                message_id: message_id.clone(),
                name: name.clone(),
                url: url.clone(),
                at: mark.at,
                counts: *counts,
                by_another: by_another.clone(),
            },
            offers,
        ),
    }
}

/// The items that mails met, as they are marked now.
fn met_by_mails(rfr: &Rfr) -> Vec<(String, Done)> {
    let sent = rfr.thread.mailed.iter().filter(|mail| mail.sent);
    sent.filter_map(|mail| mail.meets.as_ref())
        .filter_map(|item| Some((item.clone(), rfr.done.get(item)?.clone())))
        .collect()
}

fn link(url: &str, label: &str, mark: Mark) -> Link {
    Link {
        url: url.to_owned(),
        label: label.to_owned(),
        mark,
    }
}

fn close(rfr: &mut Rfr, number: u32, how: Closed) {
    if let Some(question) = rfr.questions.iter_mut().find(|question| question.number == number) {
        question.closed = Some(how);
    }
}

/// What an answer corrects that says why.
fn corrected(rfr: &mut Rfr, number: u32, why: &str) -> Option<Box<Correction>> {
    if why.is_empty() {
        return None;
    }
    let question = rfr.questions.iter_mut().find(|question| question.number == number)?;
    let mut known = question.closed.take()?;
    let mut before = Vec::new();
    if let Closed::Answered { corrects, .. } = &mut known
        && let Some(earlier) = corrects.take()
    {
        before = earlier.before;
    }
    if before.len() == MOST_CORRECTED {
        before.remove(0);
    }
    before.push(known);
    let why = why.to_owned();
    Some(Box::new(Correction { why, before }))
}

fn extras(rfr: &mut Rfr) -> &mut Extras {
    rfr.extras.get_or_insert_default()
}
