//! The reply to whoever changed something.

use super::Wording;
use super::adopting::difference;
use super::captures::shortened;
use super::phrases::{as_before, date, in_short, joined, numbered};
use super::production_day::{about_the_day, day_is_over, early_or_frozen};
use super::remedies::to_phase;
use crate::calendar::Calendar;
use crate::people::Account;
use crate::rfr::duty::{DEPLOYED, neglected};
use crate::rfr::outlook::{Circumstances, Outlook};
use crate::rfr::refusal::Adoption;
use crate::rfr::{ChangeSubject, Rfr, RfrEvent, gate};
use crate::sop::{self, Kind, Level, Phase};
use crate::text::{Message, Paragraph};
use chrono::{DateTime, Utc};

/// One commit, told.
pub struct Told<'a> {
    /// The RFR before it; `None` for a new one.
    pub before: Option<&'a Rfr>,
    /// The RFR after it; `None` where a request was undone.
    pub after: Option<&'a Rfr>,
    /// What happened.
    pub events: &'a [RfrEvent],
    /// Where it is an undo: what was undone.
    pub undone: &'a [RfrEvent],
    /// Who caused it.
    pub by: &'a Account,
    /// The moment.
    pub now: DateTime<Utc>,
    /// Frozen days, for warnings.
    pub calendar: &'a Calendar,
    /// What stands around it.
    pub around: &'a Circumstances<'a>,
}

/// The rows of a phase beside its sign-off that are met, or are not.
fn rows_of(rfr: &Rfr, phase: Phase, met: bool) -> String {
    let findings = gate::findings(rfr, phase);
    // A MUST of an earlier phase that is missing again is left open, too.
    let earlier = gate::blocking(rfr);
    let earlier = earlier.iter().filter(|finding| !met && finding.row.phase < phase);
    let rows = earlier.chain(findings.iter().filter(|finding| finding.is_met() == met));
    let rows = rows.filter(|finding| finding.row.kind != Kind::SignOff);
    rows.map(|finding| finding.row.id).collect::<Vec<_>>().join(", ")
}

/// What of its phase a sign-off signed, completing "staging signed off".
fn signed_with(rfr: &Rfr, phase: Phase) -> String {
    let met = rows_of(rfr, phase, true);
    let with = if met.is_empty() {
        String::new()
    } else {
        format!(" with {met}")
    };
    format!("{with}{}", left_open(rfr, phase))
}

/// What of its phase a sign-off left open.
pub(super) fn left_open(rfr: &Rfr, phase: Phase) -> String {
    match rows_of(rfr, phase, false).as_str() {
        "" => format!(", nothing of {} left open", rfr.called(phase)),
        open => format!(", still open: {open}"),
    }
}

/// Begins a warning.
pub(super) const MIND: &str = "Mind: ";

/// How many items of a checklist are explained; a longer one only names them.
const EXPLAINED_ITEMS: usize = 5;

/// Where the archive shows the mail that this caused.
pub(super) fn mailed(events: &[RfrEvent]) -> Option<&str> {
    events.iter().find_map(|event| {
        if let RfrEvent::Mailed { url, .. } = event {
            url.as_deref()
        } else {
            None
        }
    })
}

impl Wording {
    /// The reply to whoever asked for the change; always says which RFR it was about.
    pub fn reply(&self, told: &Told<'_>) -> Message {
        let Some(rfr) = told.after.or(told.before) else {
            return Message::default();
        };
        let mut message = Message::default();
        let announcement = self.announcement(told);
        // An announcement may tell only a part of it: that a sign-off is outdated, and not by what.
        let only_outdated = announcement.is_some()
            && told
                .events
                .iter()
                .all(|event| matches!(event, RfrEvent::SignOffOutdated { .. }) || event.row().news.is_none());
        if announcement.is_none() || only_outdated {
            message.push(self.done(told, rfr));
        }
        let says_link = announcement.is_some();
        if let Some(announcement) = announcement {
            message.push(announcement);
        }
        for event in told.events {
            if let RfrEvent::Adopted { from, to, .. } = event {
                message.push(Paragraph::new().text(difference(&Adoption::new(*from, *to))));
            }
        }
        if let Some(url) = mailed(told.events).filter(|_| !says_link) {
            message.push(Paragraph::new().text("On the list: ").link(url));
        }
        let entered = told.events.iter().find_map(|event| {
            if let RfrEvent::Advanced { to, .. } | RfrEvent::Reverted { to, .. } = event {
                Some(*to)
            } else {
                None
            }
        });
        if told
            .events
            .iter()
            .any(|event| matches!(event, RfrEvent::Reverted { .. }))
        {
            message.0.extend(Self::taken_back(told, rfr));
        }
        if let Some(phase) = entered {
            self.on_entering(rfr, phase, &mut message);
        } else if told.after.is_some_and(Rfr::is_open) {
            self.on_progress(told, rfr, &mut message);
        }
        if told.after.is_some() {
            message.0.extend(self.asked_next(told, rfr));
        }
        for warning in self.warnings(told, rfr) {
            message.push(Paragraph::new().text(MIND).then(warning));
        }
        message
    }

    /// What the SOP asks for beside what was just said: the next kind of document, the next side of maintenance.
    fn asked_next(&self, told: &Told<'_>, rfr: &Rfr) -> Option<Paragraph> {
        let line = Paragraph::new();
        let is = |wanted: fn(&RfrEvent) -> bool| told.events.iter().any(wanted);
        if is(|event| matches!(event, RfrEvent::SopLinked { .. } | RfrEvent::SopNotNeeded { .. })) {
            let next = rfr.documents_to_consider().next().filter(|_| !gate::none_needed(rfr))?;
            let command = |rest: &str| self.type_this(&format!("sop {} {} {rest}", rfr.name, next.name()));
            return Some(
                line.text(format!("Should there be a document on {}? ", next.about()))
                    .code(command("URL"))
                    .text(", or ")
                    .code(command("none WHY…"))
                    .text("."),
            );
        }
        if is(|event| matches!(event, RfrEvent::LookedAfter { .. })) {
            let side = neglected(rfr, told.now).into_iter().next()?;
            let command = format!("upkeep {} {} WHAT…", rfr.name, side.name());
            let line = line.text(format!("Nobody has looked after its {} for a year: ", side.name()));
            return Some(line.code(self.type_this(&command)).text("."));
        }
        let is_of_the_group = |event: &RfrEvent| {
            if let RfrEvent::ItemDone { item, .. } = event {
                item == gate::GROUP
            } else {
                matches!(event, RfrEvent::PersonAdded { .. })
            }
        };
        if told.events.iter().any(is_of_the_group) {
            return self.not_in_the_group(&Outlook::of(rfr, told.around));
        }
        None
    }

    /// What was done, where no announcement says it already.
    fn done(&self, told: &Told<'_>, rfr: &Rfr) -> Paragraph {
        let is_captured = told
            .events
            .iter()
            .any(|event| matches!(event, RfrEvent::Captured { .. }));
        let parts: Vec<Paragraph> = told
            .events
            .iter()
            .filter(|event| !matches!(event, RfrEvent::SignOffOutdated { .. } | RfrEvent::Mailed { .. }))
            .map(|event| {
                let short = is_captured.then(|| shortened(event));
                let event = short.as_ref().unwrap_or(event);
                let line = Self::happened(rfr.edition, told.before, event, Some(told.now.date_naive()));
                if let RfrEvent::SignedOff { phase, .. } = event {
                    line.text(signed_with(rfr, *phase))
                } else {
                    line
                }
            })
            .collect();
        let line = Paragraph::new()
            .strong(rfr.name.clone())
            .text(": ")
            .then(joined(parts, "; "));
        let line = match told.undone {
            [] => line,
            undone => {
                let what = undone
                    .iter()
                    .map(|event| Self::happened(rfr.edition, None, event, None))
                    .collect();
                line.text(" (")
                    .then(joined(what, "; "))
                    .text(")")
                    .then(as_before(told.before, told.after))
            }
        };
        let line = if let (Some(asked), Some(sponsor), [RfrEvent::SponsorAsked { .. }]) =
            (&rfr.asked_sponsor, &rfr.sponsor, told.events)
        {
            line.text(" and types ")
                .code(self.type_this(&format!("accept {}", rfr.name)))
                .text("; until then ")
                .person(sponsor.account.as_str())
                .text(format!(
                    " stays the sponsor{}",
                    if asked.account == sponsor.account {
                        " anyway"
                    } else {
                        ""
                    }
                ))
        } else {
            line
        };
        line.full_stop()
    }

    /// What a revert took back beside the phase.
    fn taken_back(told: &Told<'_>, rfr: &Rfr) -> Option<Paragraph> {
        let mut parts = Vec::new();
        for event in told.events {
            if let RfrEvent::SignOffOutdated { phase, .. } = event {
                parts.push(format!("the {} sign-off", rfr.called(*phase)));
            } else if let RfrEvent::ItemUndone { item, .. } = event {
                parts.push(item.clone());
            } else if let RfrEvent::Unscheduled { .. } = event {
                parts.push("the production date".to_owned());
            }
        }
        (!parts.is_empty()).then(|| Paragraph::new().text(format!("To be earned again: {}.", parts.join(", "))))
    }

    /// Entering planning shows its questions; entering another phase its checklist.
    fn on_entering(&self, rfr: &Rfr, phase: Phase, message: &mut Message) {
        if phase == Phase::Planning {
            let questions: Vec<Paragraph> = rfr
                .open_questions()
                .map(|question| Paragraph::new().text(numbered(question)))
                .collect();
            if !questions.is_empty() {
                message.push(
                    Paragraph::new()
                        .text("To be considered on the list: ")
                        .then(joined(questions, " "))
                        .full_stop()
                        .text(" Answer with ")
                        .code(self.type_this(&format!("answer {} N …", rfr.name)))
                        .text("."),
                );
            }
            return;
        }
        let open: Vec<&sop::Row> = gate::findings(rfr, phase)
            .iter()
            .filter(|finding| !finding.is_met() && matches!(finding.row.kind, Kind::Check { .. }))
            .map(|finding| finding.row)
            .collect();
        let explained = open.len() <= EXPLAINED_ITEMS;
        let items: Vec<Paragraph> = open
            .iter()
            .map(|row| {
                Paragraph::new().text(if explained {
                    format!("{} ({})", row.id, in_short(rfr, row))
                } else {
                    row.id.to_owned()
                })
            })
            .collect();
        if !items.is_empty() {
            message.push(
                Paragraph::new()
                    .text(format!("Checklist of {}: ", rfr.called(phase)))
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
        let to = to_phase(rfr);
        let outlook = Outlook::of(rfr, told.around);
        if let Some(refusal) = outlook.frozen.as_ref().filter(|_| after.is_empty()) {
            message
                .0
                .extend(self.refusal(refusal, ChangeSubject::Known(rfr), told.around).0);
            return;
        }
        let line = if after.is_empty() {
            Paragraph::new()
                .text(format!("Every MUST for {to} is met: "))
                .code(self.type_this(&format!("advance {}", rfr.name)))
                .text(".")
        } else {
            Paragraph::new()
                .text(format!("Still missing for {to}: "))
                .then(self.all_missing(&outlook, &after))
                .text(".")
        };
        message.push(line);
    }

    fn warnings(&self, told: &Told<'_>, rfr: &Rfr) -> Vec<Paragraph> {
        let mut warnings = Vec::new();
        for event in told.events {
            if let RfrEvent::ItemDone { item, .. } = event
                && item == DEPLOYED
                && let Some(freeze) = told.around.book.in_force(told.now).first()
            {
                let around = told.around;
                let approved = around
                    .breaks
                    .approved_for(rfr.id, around.book, around.directory, told.now);
                if approved.is_none() {
                    let (who, request) = match around.breaks.open_for(rfr.id) {
                        Some(asked) => ("two others agree by ", format!("+1 {}", asked.number)),
                        None => ("", format!("freeze-break request {} REASON", rfr.name)),
                    };
                    warnings.push(
                        Paragraph::new()
                            .text(format!(
                                "{} is in force, and no freeze break for it is approved: {who}",
                                freeze.key
                            ))
                            .code(self.type_this(&request))
                            .text("."),
                    );
                }
            }
            if let RfrEvent::Held { reason } = event
                && reason.to_lowercase().starts_with("until ")
            {
                warnings.push(
                    Paragraph::new()
                        .text("a hold does not end by itself; this ends it: ")
                        .code(self.type_this(&format!("release {}", rfr.name)))
                        .text("."),
                );
            }
            if let RfrEvent::SignedOff { phase, note } = event
                && note.is_empty()
                && let Some(row) = gate::not_ticked(rfr, *phase)
            {
                let signoff = format!("signoff {} {}", rfr.called(*phase), rfr.name);
                warnings.push(
                    Paragraph::new()
                        .text(format!(
                            "by the SOP that sign-off says “{}”, and nobody ticked that off. If it is so: ",
                            row.short
                        ))
                        .code(self.type_this(&format!("done {} {}", rfr.name, row.id)))
                        .text("; else say why you sign all the same: ")
                        .code(self.type_this(&format!("{signoff} -- WHY…")))
                        .text("."),
                );
            }
            if let RfrEvent::Advanced { from, to } = event {
                if let Some(before) = told.before {
                    warnings.extend(Self::open_steps_of(before, *from, told.events));
                }
                if *from >= Phase::Planning && *from <= Phase::Staging && rfr.people.len() == 1 {
                    warnings.push(
                        Paragraph::new()
                            .text("only ")
                            .person(rfr.people[0].account.as_str())
                            .text(" maintains it; single points of failure are to be avoided: ")
                            .code(self.type_this(&format!("people {} add NAME", rfr.name)))
                            .text("."),
                    );
                }
                if *from < Phase::Production && *to >= Phase::Production {
                    warnings.extend(early_or_frozen(rfr, told.around, told.calendar));
                }
            }
            if let RfrEvent::SignedOff { .. } | RfrEvent::Advanced { .. } = event {
                warnings.extend(self.day_in_a_freeze(rfr, told.around, told.calendar));
            }
            if let RfrEvent::SignedOff { .. } = event
                && let Some(day) = day_is_over(rfr, told.around)
            {
                warnings.push(
                    Paragraph::new()
                        .text(format!(
                            "the day for production, {}, is over; another one needs another sign-off: ",
                            date(day)
                        ))
                        .code(self.type_this(&format!("schedule {} DATE", rfr.name)))
                        .text("."),
                );
            }
            if let RfrEvent::Scheduled { date, .. } = event {
                warnings.extend(about_the_day(rfr, *date, told.around, told.calendar));
            }
        }
        warnings
    }

    /// Steps that the SOP asks for without the word MUST and that nobody has done.
    fn open_steps_of(before: &Rfr, from: Phase, events: &[RfrEvent]) -> Option<Paragraph> {
        // The mail about this very move is one of the steps.
        let met_by_a_mail = |id: &str| {
            let mut events = events.iter();
            events.any(|event| matches!(event, RfrEvent::Mailed { meets: Some(item), .. } if item == id))
        };
        let open: Vec<&str> = gate::findings(before, from)
            .iter()
            .filter(|finding| !finding.is_met() && finding.row.level == Level::Step)
            .map(|finding| finding.row.id)
            .filter(|id| !met_by_a_mail(id))
            .collect();
        // The whole list was said on entering, and by the sign-off.
        let more = match open.len().saturating_sub(EXPLAINED_ITEMS) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let named = open
            .iter()
            .take(EXPLAINED_ITEMS)
            .copied()
            .collect::<Vec<_>>()
            .join(", ");
        (!open.is_empty()).then(|| {
            Paragraph::new().text(format!(
                "the SOP also asks for steps of {} that are left open: {named}{more}.",
                before.called(from),
            ))
        })
    }

    /// A place talks about another RFR now.
    pub fn focused(&self, rfr: Option<&Rfr>) -> Paragraph {
        match rfr {
            Some(rfr) => Paragraph::new()
                .text("This place talks about ")
                .strong(rfr.name.clone())
                .text(format!(" ({}) now; ", rfr.called(rfr.phase)))
                .code(self.type_this("focus off"))
                .text(" ends that."),
            None => Paragraph::new().text("This place talks about no RFR in particular now."),
        }
    }
}
