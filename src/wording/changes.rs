//! What is said when something changed: the reply, and the announcement for those who were away.

use super::Wording;
use super::phrases::{because, date, joined, people, quoted, sponsor};
use super::remedies::to_phase;
use super::text::{Message, Paragraph};
use crate::calendar::Calendar;
use crate::people::Account;
use crate::rfr::{Ending, Rfr, RfrEvent, gate};
use crate::sop::{self, Kind, Level, Phase};
use chrono::{DateTime, Days, NaiveDate, Utc};

/// One commit, told.
pub struct Told<'a> {
    /// The RFR before it; `None` for a new one.
    pub before: Option<&'a Rfr>,
    /// The RFR after it; `None` where a request was undone.
    pub after: Option<&'a Rfr>,
    /// What happened.
    pub events: &'a [RfrEvent],
    /// Who caused it.
    pub by: &'a Account,
    /// The moment.
    pub now: DateTime<Utc>,
    /// Freezes, for warnings.
    pub calendar: &'a Calendar,
}

/// How many days before and after a freeze a production date is worth a warning.
const NEAR_A_FREEZE_DAYS: u64 = 3;

impl Wording {
    /// The sentence that goes to every announcing place; `None` where only those present care.
    pub fn announcement(&self, told: &Told<'_>) -> Option<Paragraph> {
        let rfr = told.after.or(told.before)?;
        let who = told.by.as_str();
        let mut parts: Vec<Paragraph> = told
            .events
            .iter()
            .filter_map(|event| Self::announced(told, rfr, event))
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
        let line = joined(parts, " ")
            .text(" (by ")
            .person(who)
            .text("; ")
            .link(rfr.ticket.url.clone())
            .text(")");
        Some(match self.what_comes_next(told) {
            Some(next) => line.text(" ").then(next),
            None => line,
        })
    }

    fn announced(told: &Told<'_>, rfr: &Rfr, event: &RfrEvent) -> Option<Paragraph> {
        let line = Paragraph::new().strong(rfr.name.clone());
        let told_line = match event {
            RfrEvent::Requested { title, .. } => Paragraph::new()
                .text("New RFR ")
                .strong(rfr.name.clone())
                .text(format!(": {title}.")),
            RfrEvent::Sponsored { account } => match told.before.and_then(|before| before.sponsor.as_ref()) {
                Some(former) => line
                    .text(" is now sponsored by ")
                    .person(account.as_str())
                    .text(", who takes over from ")
                    .person(former.account.as_str())
                    .text("."),
                None => line.text(" is sponsored by ").person(account.as_str()).text("."),
            },
            RfrEvent::Unsponsored { reason } => line.text(format!(" has no sponsor any more{}.", because(reason))),
            RfrEvent::SponsorAsked { account } => {
                line.text(": ").person(account.as_str()).text(if rfr.sponsor.is_some() {
                    " is asked to take over as sponsor."
                } else {
                    " is asked to sponsor it."
                })
            }
            RfrEvent::Advanced { from, to } if *to == Phase::Maintenance => {
                line.text(format!(" is finished: it moved from {from} to maintenance."))
            }
            RfrEvent::Advanced { from, to } => line.text(format!(" moved from {from} to {to}.")),
            RfrEvent::Reverted { from, to, reason } => {
                line.text(format!(" went back from {from} to {to}{}.", because(reason)))
            }
            RfrEvent::Held { reason } => line.text(format!(" is on hold{}.", because(reason))),
            RfrEvent::Released { reason } => line.text(format!(" is no longer on hold{}.", because(reason))),
            RfrEvent::Ended {
                how: Ending::Dropped,
                reason,
            } => line.text(format!(" was dropped in {}{}.", rfr.phase, because(reason))),
            RfrEvent::Ended {
                how: Ending::Removed,
                reason,
            } => line.text(format!(" is removed from {}{}.", rfr.phase, because(reason))),
            RfrEvent::Reopened { reason } => line.text(format!(" is open again, in {}{}.", rfr.phase, because(reason))),
            RfrEvent::SignOffOutdated { phase, because } => line.text(format!(
                "'s {phase} sign-off no longer counts: {because}. The sponsor must renew it."
            )),
            RfrEvent::Undone { .. } => return Self::announced_undo(told),
            RfrEvent::Renamed { to } => Paragraph::new()
                .strong(told.before.map_or_else(|| to.clone(), |before| before.name.clone()))
                .text(" is called ")
                .strong(to.clone())
                .text(" now."),
            RfrEvent::Retitled { .. }
            | RfrEvent::TicketChanged { .. }
            | RfrEvent::SponsorDeclined
            | RfrEvent::DiscussionRecorded { .. }
            | RfrEvent::DiscussionsCleared { .. }
            | RfrEvent::PersonAdded { .. }
            | RfrEvent::PersonRemoved { .. }
            | RfrEvent::QuestionAsked { .. }
            | RfrEvent::QuestionAnswered { .. }
            | RfrEvent::QuestionWithdrawn { .. }
            | RfrEvent::TopicDecided { .. }
            | RfrEvent::ItemDone { .. }
            | RfrEvent::ItemUndone { .. }
            | RfrEvent::SopLinked { .. }
            | RfrEvent::SopsCleared { .. }
            | RfrEvent::Scheduled { .. }
            | RfrEvent::Unscheduled { .. }
            | RfrEvent::Noted { .. }
            | RfrEvent::Linked { .. }
            | RfrEvent::SignedOff { .. }
            | RfrEvent::SignOffWithdrawn { .. } => return None,
        };
        Some(told_line)
    }

    /// An undo is announced where what it took back had been.
    fn announced_undo(told: &Told<'_>) -> Option<Paragraph> {
        let before = told.before?;
        let line = Paragraph::new().strong(before.name.clone());
        let Some(after) = told.after else {
            return Some(line.text(": the request was taken back; it is gone."));
        };
        let public = |rfr: &Rfr| {
            let sponsor = rfr.sponsor.as_ref().map(|sponsor| sponsor.account.clone());
            (
                rfr.phase,
                sponsor,
                rfr.hold.clone(),
                rfr.ended.clone(),
                rfr.name.clone(),
            )
        };
        if public(before) == public(after) {
            return None;
        }
        let hold = if after.hold.is_some() { ", on hold" } else { "" };
        let ended = if after.ended.is_some() { ", ended" } else { "" };
        Some(
            line.text(format!(
                ": the last change was undone. It is in {}{hold}{ended}; ",
                after.phase
            ))
            .then(sponsor(after))
            .text("."),
        )
    }

    /// What those who read an announcement can do about it.
    fn what_comes_next(&self, told: &Told<'_>) -> Option<Paragraph> {
        let rfr = told.after?;
        if !rfr.is_open() || rfr.hold.is_some() {
            return None;
        }
        let line = Paragraph::new();
        let blocking = gate::blocking(rfr);
        if blocking.is_empty() {
            let to = to_phase(rfr.phase);
            return Some(
                line.text(format!("Next: {to}, by "))
                    .code(self.type_this(&format!("advance {}", rfr.name)))
                    .text("."),
            );
        }
        let missing: Vec<&str> = blocking.iter().map(|finding| finding.row.short).collect();
        Some(
            line.text(format!(
                "Next: {}, which needs {}. ",
                to_phase(rfr.phase),
                missing.join("; ")
            ))
            .code(self.type_this(&format!("next {}", rfr.name)))
            .text(" tells more."),
        )
    }

    /// The reply to whoever asked for the change; always says which RFR it was about.
    pub fn reply(&self, told: &Told<'_>) -> Message {
        let Some(rfr) = told.after.or(told.before) else {
            return Message::default();
        };
        let mut message = Message::default();
        match self.announcement(told) {
            Some(announcement) => message.push(announcement),
            None => message.push(Self::done(told, rfr)),
        }
        let entered = told.events.iter().find_map(|event| match event {
            RfrEvent::Advanced { to, .. } | RfrEvent::Reverted { to, .. } => Some(*to),
            _ => None,
        });
        if let Some(phase) = entered {
            self.on_entering(rfr, phase, &mut message);
        } else if told.after.is_some_and(Rfr::is_open) {
            self.on_progress(told, rfr, &mut message);
        }
        for warning in self.warnings(told, rfr) {
            message.push(Paragraph::new().text("Mind: ").then(warning));
        }
        message
    }

    /// What was done, where no announcement says it already.
    fn done(told: &Told<'_>, rfr: &Rfr) -> Paragraph {
        let parts: Vec<Paragraph> = told
            .events
            .iter()
            .map(|event| Self::happened(told.before, event, told.now.date_naive()))
            .collect();
        Paragraph::new()
            .strong(rfr.name.clone())
            .text(": ")
            .then(joined(parts, "; "))
            .text(".")
    }

    /// Entering planning shows its questions; entering another phase its checklist.
    fn on_entering(&self, rfr: &Rfr, phase: Phase, message: &mut Message) {
        if phase == Phase::Planning {
            let questions: Vec<Paragraph> = rfr
                .open_questions()
                .map(|question| Paragraph::new().text(format!("({}) {}", question.number, question.text)))
                .collect();
            if !questions.is_empty() {
                message.push(
                    Paragraph::new()
                        .text("To be considered on the list: ")
                        .then(joined(questions, " "))
                        .text(" Answer with ")
                        .code(self.type_this(&format!("answer {} N …", rfr.name)))
                        .text("."),
                );
            }
            return;
        }
        let items: Vec<Paragraph> = gate::findings(rfr, phase)
            .iter()
            .filter(|finding| !finding.is_met() && matches!(finding.row.kind, Kind::Check { .. }))
            .map(|finding| Paragraph::new().text(format!("{} ({})", finding.row.id, finding.row.short)))
            .collect();
        if !items.is_empty() {
            message.push(
                Paragraph::new()
                    .text(format!("Checklist of {phase}: "))
                    .then(joined(items, ", "))
                    .text(". Tick off with ")
                    .code(self.type_this(&format!("done {} ITEM", rfr.name)))
                    .text("."),
            );
        }
    }

    /// After a change that met or failed a MUST: how far the gate is.
    fn on_progress(&self, told: &Told<'_>, rfr: &Rfr, message: &mut Message) {
        let signed = told
            .events
            .iter()
            .any(|event| matches!(event, RfrEvent::SignedOff { .. }));
        let before = told.before.map(gate::blocking).unwrap_or_default();
        let after = gate::blocking(rfr);
        let announced = self.announcement(told).is_some();
        if announced || rfr.hold.is_some() || (!signed && before == after) {
            return;
        }
        let to = to_phase(rfr.phase);
        let line = if after.is_empty() {
            Paragraph::new()
                .text(format!("Every MUST for {to} is met: "))
                .code(self.type_this(&format!("advance {}", rfr.name)))
                .text(".")
        } else {
            Paragraph::new()
                .text(format!("Still missing for {to}: "))
                .then(self.all_missing(rfr, &after))
                .text(".")
        };
        message.push(line);
    }

    fn warnings(&self, told: &Told<'_>, rfr: &Rfr) -> Vec<Paragraph> {
        let mut warnings = Vec::new();
        for event in told.events {
            match event {
                RfrEvent::Advanced { from, .. } => {
                    if let Some(before) = told.before {
                        warnings.extend(Self::left_open(before, *from));
                    }
                    if *from >= Phase::Planning && *from <= Phase::Staging && rfr.people.len() == 1 {
                        warnings.push(
                            Paragraph::new()
                                .text("only ")
                                .person(rfr.people[0].account.as_str())
                                .text(" maintains it; single points of failure are to be avoided: ")
                                .code(self.type_this(&format!("people {} add NAME", rfr.name))),
                        );
                    }
                    if *from == Phase::Staging {
                        warnings.extend(early_or_frozen(rfr, told));
                    }
                }
                RfrEvent::Scheduled { date, .. } => warnings.extend(near_a_freeze(*date, told.calendar)),
                _ => {}
            }
        }
        warnings
    }

    /// Steps that the SOP asks for without the word MUST and that nobody has done.
    fn left_open(before: &Rfr, from: Phase) -> Option<Paragraph> {
        let open: Vec<&str> = gate::findings(before, from)
            .iter()
            .filter(|finding| !finding.is_met() && finding.row.level == Level::Step)
            .map(|finding| finding.row.id)
            .collect();
        (!open.is_empty()).then(|| {
            Paragraph::new().text(format!(
                "the SOP also asks for steps of {from} that are left open: {}.",
                open.join(", ")
            ))
        })
    }

    /// An event in a few words, without its RFR: completes "badges: …".
    pub(super) fn happened(before: Option<&Rfr>, event: &RfrEvent, today: NaiveDate) -> Paragraph {
        let line = Paragraph::new();
        match event {
            RfrEvent::Requested { title, .. } => line.text(format!("requested: {title}")),
            RfrEvent::Renamed { to } => line.text("renamed to ").strong(to.clone()),
            RfrEvent::Retitled { to } => line.text(format!("retitled to “{to}”")),
            RfrEvent::TicketChanged { to } => line.text("ticket set to ").link(to.url.clone()),
            RfrEvent::SponsorAsked { account } => line.person(account.as_str()).text(" asked to sponsor"),
            RfrEvent::SponsorDeclined => line.text("the sponsorship was declined"),
            RfrEvent::Sponsored { account } => line.text("sponsored by ").person(account.as_str()),
            RfrEvent::Unsponsored { reason } => line.text(format!("the sponsorship was given up{}", because(reason))),
            RfrEvent::DiscussionRecorded { url } => line.text("list discussion recorded, ").link(url.clone()),
            RfrEvent::DiscussionsCleared { reason } => {
                line.text(format!("list discussion taken back{}", because(reason)))
            }
            RfrEvent::PersonAdded { account, role } => {
                line.person(account.as_str()).text(format!(" recorded as {role}"))
            }
            RfrEvent::PersonRemoved { account } => line.person(account.as_str()).text(" no longer takes part"),
            RfrEvent::QuestionAsked { number, text, .. } => line.text(format!("question {number} opened: {text}")),
            RfrEvent::QuestionAnswered { number, text } => line.text(format!("question {number} answered: {text}")),
            RfrEvent::QuestionWithdrawn { number } => line.text(format!("question {number} withdrawn")),
            RfrEvent::TopicDecided { topic, text } => line.text(format!("{topic} decided: {text}")),
            RfrEvent::ItemDone { item, note } => line.text(format!("{item} done{}", quoted(note))),
            RfrEvent::ItemUndone { item, reason } => line.text(format!("{item} not done after all{}", because(reason))),
            RfrEvent::SopLinked { url } => line.text("SOP linked, ").link(url.clone()),
            RfrEvent::SopsCleared { reason } => line.text(format!("SOPs taken back{}", because(reason))),
            RfrEvent::Scheduled { date: day, note } => {
                let moved = before
                    .and_then(|before| before.schedule.as_ref())
                    .filter(|schedule| schedule.date != *day)
                    .map(|schedule| format!(" (was {})", schedule.date))
                    .unwrap_or_default();
                let ahead = (*day - today).num_days();
                let ahead = match ahead {
                    0 => ", today".to_owned(),
                    1 => ", tomorrow".to_owned(),
                    2.. => format!(", in {ahead} days"),
                    _ => String::new(),
                };
                line.text(format!(
                    "production deployment on {}{ahead}{moved}{}",
                    date(*day),
                    quoted(note)
                ))
            }
            RfrEvent::Unscheduled { reason } => line.text(format!("production date taken back{}", because(reason))),
            RfrEvent::Noted { text } => line.text(format!("noted: {text}")),
            RfrEvent::Linked { url, label } => line.text("link recorded, ").link(url.clone()).text(quoted(label)),
            RfrEvent::SignedOff { phase, note } => line.text(format!("{phase} signed off{}", quoted(note))),
            RfrEvent::SignOffWithdrawn { phase, reason } => {
                line.text(format!("{phase} sign-off taken back{}", because(reason)))
            }
            RfrEvent::SignOffOutdated { phase, because } => line.text(format!("{phase} sign-off outdated: {because}")),
            RfrEvent::Held { reason } => line.text(format!("put on hold{}", because(reason))),
            RfrEvent::Released { reason } => line.text(format!("released from hold{}", because(reason))),
            RfrEvent::Advanced { from, to } => line.text(format!("moved from {from} to {to}")),
            RfrEvent::Reverted { from, to, reason } => {
                line.text(format!("went back from {from} to {to}{}", because(reason)))
            }
            RfrEvent::Ended {
                how: Ending::Dropped,
                reason,
            } => line.text(format!("dropped{}", because(reason))),
            RfrEvent::Ended {
                how: Ending::Removed,
                reason,
            } => line.text(format!("removed{}", because(reason))),
            RfrEvent::Reopened { reason } => line.text(format!("reopened{}", because(reason))),
            RfrEvent::Undone { .. } => line.text("the last change was undone"),
        }
    }

    /// A place talks about another RFR now.
    pub fn focused(&self, rfr: Option<&Rfr>) -> Paragraph {
        match rfr {
            Some(rfr) => Paragraph::new()
                .text("This place talks about ")
                .strong(rfr.name.clone())
                .text(format!(" ({}) now; ", rfr.phase))
                .code(self.type_this("focus off"))
                .text(" ends that."),
            None => Paragraph::new().text("This place talks about no RFR in particular now."),
        }
    }

    /// Who could sponsor: completes a refusal or an invitation.
    pub(super) fn could_sponsor(members: &[Account]) -> Paragraph {
        if members.is_empty() {
            return Paragraph::new().text("nobody is in sysadmin-main in the bot's config");
        }
        Paragraph::new().text("in sysadmin-main are ").then(people(members))
    }
}

fn early_or_frozen(rfr: &Rfr, told: &Told<'_>) -> Vec<Paragraph> {
    let today = told.now.date_naive();
    let mut warnings = Vec::new();
    if let Some(freeze) = told.calendar.freeze_on(today) {
        warnings.push(Paragraph::new().text(format!(
            "{} is frozen until {}; changes to frozen hosts need a freeze break request on the list.",
            freeze.name, freeze.to
        )));
    }
    if let Some(schedule) = rfr.schedule.as_ref().filter(|schedule| schedule.date > today) {
        warnings.push(Paragraph::new().text(format!("the deployment is scheduled for {} only.", date(schedule.date))));
    }
    warnings
}

fn near_a_freeze(day: NaiveDate, calendar: &Calendar) -> Option<Paragraph> {
    let near = calendar.freezes().iter().find(|freeze| {
        let before = freeze.from.checked_sub_days(Days::new(NEAR_A_FREEZE_DAYS));
        before.is_some_and(|before| before <= day) && day < freeze.from
    })?;
    Some(Paragraph::new().text(format!(
        "the freeze {} begins on {}, which leaves little time to mend things.",
        near.name,
        date(near.from)
    )))
}

/// The rows of a phase that are checked off by `done`.
pub(super) fn items_of(edition: sop::Edition, phase: Phase) -> Vec<&'static str> {
    sop::rows(edition, phase)
        .filter(|row| matches!(row.kind, Kind::Check { .. } | Kind::Sops))
        .map(|row| row.id)
        .collect()
}
