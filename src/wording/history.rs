//! What happened to an RFR, in a few words each.

use super::Wording;
use super::captures::said_by;
use super::phrases::{answer, because, cut, date, in_few_words, joined, outdated, question, quoted, taken_back};
use crate::record::Event;
use crate::reminder::{ReminderFact, Snoozable};
use crate::rfr::freeze_break::BreakEvent;
use crate::rfr::{Closed, Ending, Origin, Rfr, RfrEvent, TopicDecision, retell};
use crate::sop::Edition;
use crate::text::{Message, Paragraph};
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::HashSet;

/// What one commit did, and the edition that the RFR followed then.
pub(super) struct Recorded<'a> {
    pub(super) origin: &'a Origin,
    /// Its events, each in a few words where it is told; an undo with what it undid.
    pub(super) events: Vec<(&'a RfrEvent, Option<Paragraph>)>,
    edition: Edition,
}

/// How much of somebody's words is told.
#[derive(Clone, Copy)]
pub(super) enum HowTold {
    /// All of them.
    InFull,
    /// What a short line bears.
    InShort,
}

impl HowTold {
    fn of(self, event: &RfrEvent) -> Cow<'_, RfrEvent> {
        match self {
            Self::InFull => Cow::Borrowed(event),
            Self::InShort => Cow::Owned(in_few_words(event)),
        }
    }
}

impl Wording {
    /// The history of an RFR, newest first; `entries` are oldest first.
    /// `asides` are what happened around it: freeze breaks, snoozes, mutes.
    pub fn history(&self, rfr: &Rfr, entries: &[(Origin, RfrEvent)], asides: &[(Origin, Event)]) -> Message {
        let mut message = Message::default();
        let lines = Self::history_lines(rfr, entries, asides);
        message.push(Paragraph::new().strong(rfr.name.clone()).text(format!(
            ": {}, newest first.",
            crate::text::count(lines.len(), "change", "changes")
        )));
        message
            .0
            .extend(lines.into_iter().map(|(origin, what)| line(origin, what)));
        message
    }

    /// The same, each with its origin.
    pub fn history_lines<'a>(
        rfr: &Rfr,
        entries: &'a [(Origin, RfrEvent)],
        asides: &'a [(Origin, Event)],
    ) -> Vec<(&'a Origin, Paragraph)> {
        let mut lines: Vec<(&'a Origin, Paragraph)> = recorded(rfr, entries, &|_, _| Some(HowTold::InFull))
            .into_iter()
            .map(|change| {
                let what = change.events.into_iter().filter_map(|(_, what)| what).collect();
                (change.origin, joined(what, "; "))
            })
            .collect();
        lines.extend(
            asides
                .iter()
                .filter_map(|(origin, event)| Some((origin, around(event)?))),
        );
        lines.sort_by_key(|(origin, _)| std::cmp::Reverse(origin.seq));
        lines
    }

    /// An undo with what it undid.
    fn undid(change: Option<&Recorded<'_>>, how: HowTold) -> Paragraph {
        let line = Paragraph::new().text("undid");
        match change {
            Some(Recorded { events, edition, .. }) => {
                let events = events.iter().filter(|(event, _)| !event.is_of_the_list());
                let what = events
                    .map(|(event, _)| Self::happened(*edition, None, &how.of(event), None))
                    .collect();
                line.text(" “").then(joined(what, "; ")).text("”")
            }
            None => line.text(" the change before"),
        }
    }

    /// An event in a few words, without its RFR: completes "badges: …".
    /// `before` and `today` tell a date in relation to what was.
    pub(super) fn happened(
        edition: Edition,
        before: Option<&Rfr>,
        event: &RfrEvent,
        today: Option<NaiveDate>,
    ) -> Paragraph {
        let called = |phase| edition.called(phase);
        let line = Paragraph::new();
        match event {
            RfrEvent::Requested { title, .. } => line.text(format!("requested: {title}")),
            RfrEvent::Renamed { to } => line.text("renamed to ").strong(to.clone()),
            RfrEvent::NameFreed { name } => line.text(format!("{name} is no former name of it any more")),
            RfrEvent::Retitled { to } => line.text(format!("retitled to “{to}”")),
            RfrEvent::TicketChanged { to } => line.text("ticket set to ").link(to.url.clone()),
            RfrEvent::SponsorAsked { account } => line.person(account.as_str()).text(" was asked to sponsor it"),
            RfrEvent::SponsorDeclined => line.text("the sponsorship was declined"),
            RfrEvent::Sponsored { account } => {
                let line = line.text("sponsored by ").person(account.as_str());
                match before.and_then(|before| before.sponsor.as_ref()) {
                    Some(former) => line.text(", who takes over from ").person(former.account.as_str()),
                    None => line,
                }
            }
            RfrEvent::Unsponsored { reason } => line.text(format!("the sponsorship was given up{}", because(reason))),
            RfrEvent::DiscussionRecorded { url } => line.text("list discussion recorded, ").link(url.clone()),
            RfrEvent::DiscussionsCleared { reason } => {
                line.text(format!("list discussion taken back{}", because(reason)))
            }
            RfrEvent::PersonAdded { account, role } => {
                let had = before.and_then(|before| before.people.iter().find(|person| person.account == *account));
                let was = had
                    .filter(|had| had.role != *role)
                    .map(|had| format!(" (was {})", had.role));
                let line = line.person(account.as_str()).text(format!(" recorded as {role}"));
                line.text(was.unwrap_or_default())
            }
            RfrEvent::PersonRemoved { account } => line.person(account.as_str()).text(" no longer takes part"),
            RfrEvent::QuestionAsked {
                number,
                text,
                on_the_list,
                ..
            } => line.text(format!(
                "question {number} opened: {}",
                question(text, on_the_list.as_deref())
            )),
            RfrEvent::QuestionAnswered {
                number,
                text,
                by_mail,
                why,
            } if why.is_empty() => line.text(format!(
                "question {number} answered: {}",
                answer(text, by_mail.as_ref())
            )),
            RfrEvent::QuestionAnswered { number, text, why, .. } => {
                // What was decided since the answer is what counted.
                let decided = before.and_then(|before| before.decisions.get(&before.question(*number)?.topic?));
                let known = before.and_then(|before| before.question(*number)?.closed.as_ref());
                let replaced = match (decided, known) {
                    (Some(TopicDecision { text, .. }), _) | (None, Some(Closed::Answered { text, .. })) => {
                        format!(" (in place of: {})", cut(text, 80))
                    }
                    (None, Some(Closed::Withdrawn { .. }) | None) => String::new(),
                };
                line.text(format!(
                    "answer to question {number} corrected: {text}{replaced}{}",
                    because(why)
                ))
            }
            RfrEvent::QuestionWithdrawn { number } => line.text(format!("question {number} withdrawn")),
            RfrEvent::TopicDecided { topic, text } => {
                let replaced = before
                    .and_then(|before| before.decisions.get(topic))
                    .filter(|decision| decision.text != *text)
                    .map(|decision| format!(" (in place of: {})", cut(&decision.text, 80)));
                line.text(format!("{topic} decided: {text}{}", replaced.unwrap_or_default()))
            }
            RfrEvent::ItemDone { item, note } => line.text(format!("{item} done{}", quoted(note))),
            RfrEvent::ItemUndone { item, reason } => {
                line.text(format!("{item} not done after all{}", taken_back(edition, reason)))
            }
            RfrEvent::SopLinked { url, document } => {
                let line = line.text("SOP linked, ").link(url.clone());
                line.text(document.map_or_else(String::new, |kind| format!(" ({})", kind.name())))
            }
            RfrEvent::SopNotNeeded { document, why } => {
                // `none needed` is no reason.
                let why = Some(why.as_str()).filter(|why| *why != "none needed");
                line.text(format!(
                    "no {} is needed{}",
                    document.called(),
                    because(why.unwrap_or_default())
                ))
            }
            RfrEvent::LookedAfter { what, text } => line.text(format!("{} looked after: {text}", what.name())),
            RfrEvent::DiscussedInChat { log } => match log {
                Some(log) => line.text("discussed in chat, ").link(log.clone()),
                None => line.text("discussed in chat"),
            },
            RfrEvent::SopsCleared { reason } => line.text(format!("SOPs taken back{}", because(reason))),
            RfrEvent::Scheduled { date: day, note } => {
                let moved = before
                    .and_then(|before| before.schedule.as_ref())
                    .filter(|schedule| schedule.date != *day)
                    .map(|schedule| format!(" (was {})", schedule.date))
                    .unwrap_or_default();
                let ahead = match today.map(|today| (*day - today).num_days()) {
                    Some(0) => ", today".to_owned(),
                    Some(1) => ", tomorrow".to_owned(),
                    Some(days @ 2..) => format!(", in {days} days"),
                    Some(_) | None => String::new(),
                };
                line.text(format!(
                    "production deployment on {}{ahead}{moved}{}",
                    date(*day),
                    quoted(note)
                ))
            }
            RfrEvent::Unscheduled { reason } => {
                line.text(format!("production date taken back{}", taken_back(edition, reason)))
            }
            RfrEvent::Noted { text } => line.text(format!("noted: {text}")),
            RfrEvent::Captured { author, at, link } => {
                let line = line.text("said by ").then(said_by(author, *at));
                match link {
                    Some(url) => line.text(", ").link(url.clone()),
                    None => line,
                }
            }
            RfrEvent::CapturedEdited { author, at, text } => line
                .text("the message kept from ")
                .then(said_by(author, *at))
                .text(format!(" was edited afterwards: “{text}”")),
            RfrEvent::CapturedDeleted { author, at, by } => {
                let line = line
                    .text("the message kept from ")
                    .then(said_by(author, *at))
                    .text(" was deleted afterwards");
                match by.as_ref().filter(|by| *by != author) {
                    Some(by) => line.text(" by ").person(by),
                    None => line,
                }
            }
            RfrEvent::Linked { url, label } => line.text("link recorded, ").link(url.clone()).text(quoted(label)),
            RfrEvent::SignedOff { phase, note } => line.text(format!("{} signed off{}", called(*phase), quoted(note))),
            RfrEvent::SignOffWithdrawn { phase, reason } => {
                line.text(format!("{} sign-off taken back{}", called(*phase), because(reason)))
            }
            RfrEvent::SignOffOutdated { phase, because } => line.text(format!(
                "{} sign-off outdated: {}",
                called(*phase),
                outdated(edition, because)
            )),
            RfrEvent::Held { reason } => line.text(format!("put on hold{}", because(reason))),
            RfrEvent::ReleaseAgreed { reason } => line.text(format!(
                "agreed that the hold be lifted, the first of two{}",
                because(reason)
            )),
            RfrEvent::ReleaseDisagreed => line.text("took back the agreement that the hold be lifted"),
            RfrEvent::Released {
                reason,
                stays: Some(holder),
            } => line.text(format!(
                "lifted the hold over that of {holder}, which stays{}",
                because(reason)
            )),
            RfrEvent::Released { reason, stays: None } => match before.and_then(|before| before.hold.as_ref()) {
                Some(hold) => line
                    .text("released from the hold of ")
                    .person(hold.mark.by.as_str())
                    .text(format!("{}{}", quoted(&hold.reason), because(reason))),
                None => line.text(format!("released from hold{}", because(reason))),
            },
            RfrEvent::Advanced { from, to } => line.text(format!("moved from {} to {}", called(*from), called(*to))),
            RfrEvent::Reverted { from, to, reason } => line.text(format!(
                "went back from {} to {}{}",
                called(*from),
                called(*to),
                because(reason)
            )),
            RfrEvent::Adopted { from, to, reason } => line.text(format!(
                "follows the edition {} of the SOP in place of {}{}",
                to.key(),
                from.key(),
                because(reason)
            )),
            RfrEvent::Ended {
                how: Ending::Dropped,
                reason,
            } => line.text(format!("dropped{}", because(reason))),
            RfrEvent::Ended {
                how: Ending::Removed,
                reason,
            } => line.text(format!("removed{}", because(reason))),
            RfrEvent::Reopened { reason } => line.text(format!("reopened{}", because(reason))),
            RfrEvent::Reported { text } => line.text(format!("testing reported: {text}")),
            RfrEvent::Mailed { url, .. } => match url {
                Some(url) => line.text("mailed to the list, ").link(url.clone()),
                None => line.text("mailed to the list"),
            },
            RfrEvent::MailSent { .. } => line.text("the mail to the list has gone out"),
            RfrEvent::MailFailed { why, .. } => line.text(format!("the mail to the list was refused: {why}")),
            RfrEvent::MailHeldBack { subject } => line.text(format!(
                "a mail to the list was held back, as there were enough for a day: “{}”",
                cut(subject, 80)
            )),
            RfrEvent::HeldBackTold => line.text("the list was told of the mails that were held back"),
            RfrEvent::ListMailHeard { name, subject, url, .. } => {
                let line = line.text(format!("mail from {name}, unproven: “{}”", cut(subject, 80)));
                match url {
                    Some(url) => line.text(", ").link(url.clone()),
                    None => line,
                }
            }
            RfrEvent::TitleAwaited => line.text("title and requester come from the ticket"),
            RfrEvent::TicketTaken { title, requester } => {
                let line = line.text(format!("title from the ticket: {title}"));
                match requester {
                    Some(account) => line.text(", requested by ").person(account.as_str()),
                    None => line,
                }
            }
            RfrEvent::AssignmentWanted { wanted: true } => line.text("the ticket has to be assigned to the sponsor"),
            RfrEvent::AssignmentWanted { wanted: false } => line.text("the ticket need not be assigned to the sponsor"),
            RfrEvent::TicketSeen { view } => line.then(super::tracker::in_short(view)),
            RfrEvent::TicketHeard { author, url, .. } => line
                .text("comment of ")
                .person(author)
                .text(" in the ticket, ")
                .link(url.clone()),
            RfrEvent::OfferTaken { offer, .. } => line.text(format!("offered as {offer}")),
            RfrEvent::Undone { .. } => line.text("the last change was undone"),
        }
    }
}

/// What each commit did, oldest first; `tells` says how each event is told, or that it is not.
pub(super) fn recorded<'a>(
    rfr: &Rfr,
    entries: &'a [(Origin, RfrEvent)],
    tells: &dyn Fn(&Origin, &RfrEvent) -> Option<HowTold>,
) -> Vec<Recorded<'a>> {
    let mut changes: Vec<Recorded<'_>> = Vec::new();
    // What its phases were called then, and what it was.
    let mut edition = rfr.edition;
    let mut then: Option<Rfr> = None;
    let mut undone_later = HashSet::new();
    for (_, event) in entries {
        if let RfrEvent::Undone { seq } = event {
            undone_later.insert(*seq);
        }
    }
    for commit in entries.chunk_by(|(one, _), (other, _)| one.seq == other.seq) {
        let Some((origin, first)) = commit.first() else {
            continue;
        };
        edition = edition_at(edition, first, &changes);
        let worded = commit.iter().map(|(origin, event)| {
            let what = tells(origin, event).map(|how| {
                if let RfrEvent::Undone { seq } = event {
                    Wording::undid(of_seq(&changes, *seq), how)
                } else {
                    Wording::happened(edition, then.as_ref(), &how.of(event), None)
                }
            });
            (event, what)
        });
        let events = worded.collect();
        changes.push(Recorded {
            origin,
            events,
            edition,
        });
        for (origin, event) in commit {
            edition = edition_at(edition, event, &changes);
            then = retell(undone_later.contains(&origin.seq), then, rfr.id, origin, event);
            if let RfrEvent::Adopted { to, .. } = event {
                edition = *to;
            }
        }
    }
    changes
}

fn of_seq<'c, 'a>(changes: &'c [Recorded<'a>], seq: u64) -> Option<&'c Recorded<'a>> {
    changes.iter().find(|change| change.origin.seq == seq)
}

/// The edition that an RFR follows when that happens to it, after these changes.
fn edition_at(edition: Edition, event: &RfrEvent, changes: &[Recorded<'_>]) -> Edition {
    if let RfrEvent::Requested { edition: first, .. } = event {
        return *first;
    }
    if let RfrEvent::Undone { seq } = event
        && let Some(undone) = of_seq(changes, *seq)
    {
        return undone.edition;
    }
    edition
}

/// When, who, what and where.
fn line(origin: &Origin, what: Paragraph) -> Paragraph {
    Paragraph::new()
        .text(format!("{} ", origin.at.format("%Y-%m-%d %H:%M")))
        .person(origin.by.as_str())
        .text(": ")
        .then(what)
        .text(format!(" [{}]", origin.place))
}

/// What happened around an RFR, in a few words.
fn around(event: &Event) -> Option<Paragraph> {
    let line = Paragraph::new();
    Some(match event {
        Event::FreezeBreak { number, event } => match event {
            BreakEvent::Requested { reason, .. } => {
                line.text(format!("freeze break {number} asked for{}", because(reason)))
            }
            BreakEvent::Voted { approves, text } => line.text(format!(
                "{} to freeze break {number}{}",
                if *approves { "+1" } else { "-1" },
                because(text)
            )),
            BreakEvent::Done => line.text(format!("freeze break {number} done")),
            BreakEvent::Withdrawn { reason } => {
                line.text(format!("freeze break {number} withdrawn{}", because(reason)))
            }
        },
        Event::Reminder(fact) => match fact {
            ReminderFact::Snoozed { what, until, .. } => line.text(match what {
                Snoozable::Rfr(_) => format!("snoozed until {}", date(until.date_naive())),
                Snoozable::Question(_, number) => {
                    format!("question {number} snoozed until {}", date(until.date_naive()))
                }
            }),
            ReminderFact::Muted { reason, .. } => line.text(format!("muted{}", because(reason))),
            ReminderFact::Unmuted { .. } => line.text("unmuted"),
            ReminderFact::Made { .. }
            | ReminderFact::Preference { .. }
            | ReminderFact::Short { .. }
            | ReminderFact::Posted { .. } => return None,
        },
        Event::Rfr { .. }
        | Event::FocusChanged { .. }
        | Event::Freeze(_)
        | Event::Absence(_)
        | Event::Link(_)
        | Event::CalendarRead { .. }
        | Event::AbsencesRead { .. }
        | Event::Edition(_) => return None,
    })
}
