//! What those who were away are told: one sentence, the ticket, and what comes next.

use super::Wording;
use super::changes::{Told, left_open, mailed};
use super::outlook::{all_in_short, freeze_in_short};
use super::phrases::{because, cut, in_few_words, joined, named, outdated, sponsor};
use super::remedies::to_phase;
use crate::people::{SECURITY_OFFICER, SYSADMIN_MAIN};
use crate::rfr::outlook::Outlook;
use crate::rfr::{Ending, News, NewsKind, Outdated, Rfr, RfrEvent};
use crate::sop::Phase;
use crate::text::Paragraph;

/// How much of a title an announcement repeats.
const LONGEST_TITLE: usize = 60;

impl Wording {
    /// The sentence that goes to every announcing place; `None` where only those present care.
    pub fn announcement(&self, told: &Told<'_>) -> Option<Paragraph> {
        let rfr = told.after.or(told.before)?;
        let mut parts: Vec<Paragraph> = told
            .events
            .iter()
            .filter_map(|event| announced(told, rfr, event))
            .collect();
        // A revert outdates and undoes by itself; its own sentence says so.
        if told
            .events
            .iter()
            .any(|event| matches!(event, RfrEvent::Reverted { .. }))
        {
            parts.truncate(1);
        }
        if parts.is_empty() {
            return None;
        }
        // The event about the sponsor says so already.
        let says_who = matches!(told.events, [RfrEvent::Sponsored { account }, ..] if account == told.by);
        // A reason may end like a sentence.
        let last = parts.pop()?;
        let before = parts.into_iter().map(Paragraph::full_stop);
        let line = joined(before.chain([last]).collect(), " ").text(" (");
        let line = if says_who {
            line
        } else {
            line.text("by ").person(told.by.as_str()).text("; ")
        };
        let line = line.link(rfr.ticket.url.clone());
        let line = match mailed(told.events) {
            Some(url) => line.text("; on the list: ").link(url),
            None => line,
        };
        // What was undone into nothing has no page.
        let line = match told.after.and_then(|rfr| self.page_of(rfr)) {
            Some(page) => line.text("; ").link(page),
            None => line,
        };
        let line = line.text(").");
        Some(match self.what_comes_next(told) {
            Some(next) => line.text(" ").then(next),
            None => line,
        })
    }

    /// News in one short line, where no announcement is due.
    pub fn brief(&self, told: &Told<'_>, in_private: bool) -> Option<Paragraph> {
        let rfr = told.after?;
        let undoes = told.events.iter().any(|event| matches!(event, RfrEvent::Undone { .. }));
        let events = if undoes { told.undone } else { told.events };
        let brief: Vec<Paragraph> = events
            .iter()
            .filter(|event| is_brief(event, in_private))
            .map(|event| {
                let before = told.before.filter(|_| !undoes);
                let line = Self::happened(rfr.edition, before, &in_few_words(event), None);
                if let RfrEvent::SignedOff { phase, .. } = event
                    && !undoes
                {
                    line.text(left_open(rfr, *phase))
                } else if *event == RfrEvent::SponsorDeclined
                    && let Some(why) = events.iter().find_map(noted)
                {
                    line.text(because(why))
                } else {
                    line
                }
            })
            .collect();
        if brief.is_empty() {
            return None;
        }
        let line = Paragraph::new().strong(rfr.name.clone()).text(": ");
        let line = if undoes { line.text("undone: ") } else { line };
        let line = line.then(joined(brief, "; ")).text(" (by ").person(told.by.as_str());
        Some(line.text(")."))
    }

    /// What readers of an announcement can do about it.
    fn what_comes_next(&self, told: &Told<'_>) -> Option<Paragraph> {
        let rfr = told.after?;
        let line = Paragraph::new();
        if !rfr.is_open() || matches!(told.events, [RfrEvent::Renamed { .. }]) {
            return None;
        }
        if let Some(hold) = &rfr.hold {
            let line = line.text("Nothing is signed or moved until ");
            return Some(line.then(self.lifted_by(&rfr.name, hold)).text("."));
        }
        let to = to_phase(rfr);
        let outlook = Outlook::of(rfr, told.around);
        let frozen = freeze_in_short(&outlook).map(|frozen| Paragraph::new().text(" It is ").then(frozen).text("."));
        if outlook.blocking.is_empty() && outlook.frozen.is_some() {
            let frozen = self.freeze_line(&outlook).unwrap_or_default();
            return Some(line.text(format!("Next: {to}. ")).then(frozen));
        }
        if outlook.blocking.is_empty() {
            let command = self.type_this(&format!("advance {}", rfr.name));
            return Some(line.text(format!("Next: {to}, by ")).code(command).text("."));
        }
        let missing = all_in_short(&outlook.blocking);
        Some(
            line.text(format!("Next: {to}, which needs {missing}."))
                .then(frozen.unwrap_or_default())
                .text(" ")
                .code(self.type_this(&format!("next {}", rfr.name)))
                .text(" tells more."),
        )
    }
}

/// One event as a sentence without its full stop; `None` where it is not announced.
fn announced(told: &Told<'_>, rfr: &Rfr, event: &RfrEvent) -> Option<Paragraph> {
    let line = Paragraph::new()
        .strong(rfr.name.clone())
        .text(format!(" ({})", cut(&rfr.title, LONGEST_TITLE)));
    Some(match event.row().news? {
        News::Requested { title, .. } => Paragraph::new()
            .text("New RFR ")
            .strong(rfr.name.clone())
            .text(format!(": {title}")),
        News::Sponsored { account } => match told.before.and_then(|before| before.sponsor.as_ref()) {
            Some(former) => line
                .text(" is now sponsored by ")
                .person(account.as_str())
                .text(", who takes over from ")
                .person(former.account.as_str()),
            None => line.text(" is sponsored by ").person(account.as_str()),
        },
        News::Unsponsored { reason } => line.text(format!(" has no sponsor any more{}", because(reason))),
        News::Advanced { from, to } if to == Phase::Maintenance => {
            line.text(format!(
                " is finished: it moved from {} to {}",
                rfr.called(from),
                rfr.called(to)
            ))
        }
        News::Advanced { from, to } => {
            line.text(format!(" moved from {} to {}", rfr.called(from), rfr.called(to)))
        }
        News::Reverted { from, to, reason } => {
            line.text(format!(
                " went back from {} to {}{}",
                rfr.called(from),
                rfr.called(to),
                because(reason)
            ))
        }
        News::Adopted { from, to, reason } => line.text(format!(
            " follows {} of the SOP from now on, no longer {}{}",
            named(to),
            named(from),
            because(reason)
        )),
        News::Held { reason } => line.text(format!(" is on hold{}", because(reason))),
        News::ReleaseAgreed { reason } => line.text(format!(
            " stays on hold until a second member of {SYSADMIN_MAIN} or a member of {SECURITY_OFFICER} agrees, too, that it be \
             lifted{}",
            because(reason)
        )),
        News::ReleaseDisagreed => line.text(" stays on hold: the agreement that it be lifted is taken back"),
        News::Released {
            reason,
            stays: Some(holder),
        } => line
            .text(" stays on hold: what was put over the hold of ")
            .person(holder.as_str())
            .text(format!(" is lifted, and that one is not{}", because(reason))),
        News::Released { reason, stays: None } => line.text(format!(" is no longer on hold{}", because(reason))),
        News::Ended {
            how: Ending::Dropped,
            reason,
        } => line.text(format!(" was dropped in {}{}", rfr.called(rfr.phase), because(reason))),
        News::Ended {
            how: Ending::Removed,
            reason,
        } => line.text(format!(" was removed (it was in {}){}", rfr.called(rfr.phase), because(reason))),
        News::Reopened { reason } => line.text(format!(" is open again, in {}{}", rfr.called(rfr.phase), because(reason))),
        News::SignOffOutdated { phase, because } => lapsed(rfr, phase, because),
        News::Renamed { to } => Paragraph::new()
            .strong(told.before.map_or(to, |before| &before.name))
            .text(" is called ")
            .strong(to)
            .text(" now"),
        News::Undone { .. } => return announced_undo(told),
    })
}

/// A sign-off no longer counts.
pub(super) fn lapsed(rfr: &Rfr, phase: Phase, because: &Outdated) -> Paragraph {
    Paragraph::new()
        .text(format!("The {} sign-off of ", rfr.called(phase)))
        .strong(rfr.name.clone())
        .text(format!(
            " no longer counts, because {}; the sponsor must renew it",
            outdated(rfr.edition, because)
        ))
}

/// An undo is announced where what it took back had been.
fn announced_undo(told: &Told<'_>) -> Option<Paragraph> {
    let before = told.before?;
    let line = Paragraph::new().strong(before.name.clone());
    let Some(after) = told.after else {
        return Some(line.text(": the request was taken back; it is gone"));
    };
    let public = |rfr: &Rfr| {
        let sponsor = rfr.sponsor.as_ref().map(|sponsor| sponsor.account.clone());
        let lapsed = rfr.signoffs.iter().filter(|(_, signoff)| signoff.outdated.is_some());
        let lapsed: Vec<Phase> = lapsed.map(|(phase, _)| *phase).collect();
        (
            rfr.phase,
            sponsor,
            rfr.hold.clone(),
            rfr.ended.clone(),
            rfr.name.clone(),
            lapsed,
        )
    };
    if public(before) == public(after) {
        return None;
    }
    let name = if before.name == after.name {
        String::new()
    } else {
        format!(" It is called {} again.", after.name)
    };
    let hold = if after.hold.is_some() { ", on hold" } else { "" };
    let ended = if after.ended.is_some() { ", ended" } else { "" };
    let line = line.text(": undone: ").then(what_happened(before, told.undone));
    Some(
        line.text(format!(".{name} It is in {}{hold}{ended}; ", after.called(after.phase)))
            .then(sponsor(after)),
    )
}

/// What happened, in short words.
fn what_happened(rfr: &Rfr, events: &[RfrEvent]) -> Paragraph {
    let told = events.iter().filter(|event| !event.is_of_the_list());
    let told = told.map(|event| Wording::happened(rfr.edition, None, &in_few_words(event), None));
    joined(told.collect(), "; ")
}

/// The words of a note.
fn noted(event: &RfrEvent) -> Option<&str> {
    if let RfrEvent::Noted { text } = event {
        Some(text)
    } else {
        None
    }
}

/// Is it told in a short line? Questions and answers are, where nobody else has heard them.
fn is_brief(event: &RfrEvent, in_private: bool) -> bool {
    let row = event.row();
    let is_heard = row.kind == Some(NewsKind::Questions) && !in_private;
    row.news.is_none() && row.kind.is_some() && !is_heard
}

/// Of what kinds these events are, for those who choose what they are told.
pub fn kinds_of_news(events: &[RfrEvent]) -> Vec<NewsKind> {
    events.iter().filter_map(|event| event.row().kind).collect()
}
