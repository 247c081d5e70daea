//! Answers to queries.

use super::Wording;
use super::changes::MIND;
use super::outlook::{its_day, needs, state};
use super::phrases::{because, by_on, cut, date, day, held, joined, listed, numbered, sponsor};
use super::refusals::ending;
use super::remedies::{deployed_phase, to_phase, way_to_meet};
use super::upkeep::{instead_of_sops, needless, talk};
use crate::command::Friendly;
use crate::people::{Account, SECURITY_OFFICER};
use crate::reminder::{ReminderMemory, Snoozable};
use crate::rfr::duty::neglected;
use crate::rfr::outlook::{Circumstances, Outlook};
use crate::rfr::{Hold, Link, Rfr, Sought, gate};
use crate::sop::{Edition, Kind, Phase};
use crate::text::{Message, Paragraph, count};

/// RFRs in a line each, with what they have in common.
pub struct Overview<'a> {
    /// Completes "3 RFRs …"; empty for all open ones.
    pub what: &'a str,
    /// If there are none, does the answer invite a request?
    pub invites: bool,
    /// The RFRs.
    pub rfrs: Vec<&'a Rfr>,
    /// How many more there are that are not shown.
    pub more: usize,
    /// May there be more beyond those?
    pub cut: bool,
    /// What stands around them.
    pub around: &'a Circumstances<'a>,
}

impl Wording {
    /// One RFR in full.
    pub fn status(&self, outlook: &Outlook<'_>, reminders: &ReminderMemory) -> Message {
        let rfr = outlook.rfr;
        let first = Paragraph::new()
            .strong(rfr.name.clone())
            .text(format!(" ({}): ", rfr.title))
            .then(self.standing(outlook))
            .text("; ")
            .then(sponsor(rfr))
            .text("; ")
            .link(rfr.ticket.url.clone());
        let mut message = Message::line(first);
        if let Some(ended) = &rfr.ended {
            let line = Paragraph::new()
                .text("Ended ")
                .then(by_on(&ended.mark))
                .text(because(&ended.reason));
            message.push(
                line.text(". ")
                    .code(self.type_this(&format!("reopen {}", rfr.name)))
                    .text(" takes it up again."),
            );
            return message;
        }
        if let Some(hold) = &rfr.hold {
            message.push(self.on_hold(outlook, hold));
        }
        if rfr.is_open() {
            message.0.extend(self.gate_in_short(outlook));
            message.0.extend(self.freeze_line(outlook));
        }
        message.0.extend(self.closed_outside(rfr));
        message.0.extend(self.looked_after(outlook));
        if let Some(reverted) = &rfr.reverted {
            let line = Paragraph::new()
                .text(format!("Went back from {} ", rfr.called(reverted.from)))
                .then(by_on(&reverted.mark))
                .text(because(&reverted.reason));
            message.push(line.full_stop());
        }
        message.0.extend(self.quiet(outlook, reminders));
        let facts = facts(outlook);
        if !facts.is_empty() {
            message.push(joined(facts, "; ").text("."));
        }
        message
    }

    fn on_hold(&self, outlook: &Outlook<'_>, hold: &Hold) -> Paragraph {
        let line = Paragraph::new().text("On hold ").then(held(hold)).text(". ");
        let lifted_by = self.lifted_by(&outlook.rfr.name, hold);
        let directory = outlook.around.directory;
        let is_officer = |account: &Account| directory.may_be_member(account, SECURITY_OFFICER);
        if hold.agreed.is_empty() {
            let by_whom = if hold.mark.by.person().is_some_and(is_officer) {
                ", said by one of security-officer or by two of sysadmin-main"
            } else {
                ""
            };
            line.then(lifted_by).text(format!(" lifts that{by_whom}."))
        } else {
            line.text("To lift it, ").then(lifted_by).text(".")
        }
    }

    /// Open questions, with what answers them.
    fn open_ones(&self, rfr: &Rfr) -> Option<Paragraph> {
        let open: Vec<Paragraph> = rfr
            .open_questions()
            .map(|question| {
                let command = format!("answer {} {} …", rfr.name, question.number);
                let line = Paragraph::new().text(format!("{}: ", cut(&numbered(question), 80)));
                line.code(self.type_this(&command))
            })
            .collect();
        (!open.is_empty()).then(|| Paragraph::new().text("Open: ").then(joined(open, "; ")).text("."))
    }

    /// Its reminders are muted or snoozed, or those of one of its questions.
    fn quiet(&self, outlook: &Outlook<'_>, reminders: &ReminderMemory) -> Option<Paragraph> {
        let (rfr, now) = (outlook.rfr, outlook.around.now);
        if let Some(mute) = reminders.mute(rfr.id) {
            let line = Paragraph::new()
                .text("No reminders; muted by ")
                .person(mute.by.as_str())
                .text(because(&mute.reason));
            let line = line.text(". ").code(self.type_this(&format!("unmute {}", rfr.name)));
            return Some(line.text(" ends that."));
        }
        let snoozes = std::iter::once((None, Snoozable::Rfr(rfr.id))).chain(
            rfr.open_questions()
                .map(|question| (Some(question.number), Snoozable::Question(rfr.id, question.number))),
        );
        let parts: Vec<Paragraph> = snoozes
            .filter_map(|(number, what)| {
                let snooze = reminders.snooze(what).filter(|snooze| snooze.until > now)?;
                let what = number.map_or_else(|| rfr.name.clone(), |number| format!("question {number}"));
                Some(
                    Paragraph::new()
                        .text(format!("{what} until {} (", date(snooze.until.date_naive())))
                        .person(snooze.by.as_str())
                        .text(")"),
                )
            })
            .collect();
        (!parts.is_empty()).then(|| Paragraph::new().text("Snoozed: ").then(joined(parts, ", ")).text("."))
    }

    /// What is missing and from whom; nothing where only a freeze is in the way.
    fn gate_in_short(&self, outlook: &Outlook<'_>) -> Option<Paragraph> {
        let rfr = outlook.rfr;
        let to = to_phase(rfr);
        if !outlook.blocking.is_empty() {
            return Some(
                Paragraph::new()
                    .text(format!("Missing for {to}: "))
                    .then(needs(outlook, true))
                    .text(". ")
                    .code(self.type_this(&format!("next {}", rfr.name)))
                    .text(" says what to type."),
            );
        }
        let line = Paragraph::new().text(format!("Nothing that {to} needs is missing"));
        if outlook.frozen.is_some() || rfr.hold.is_some() {
            return Some(line.text("."));
        }
        Some(
            line.text(": ")
                .code(self.type_this(&format!("advance {}", rfr.name)))
                .text("."),
        )
    }

    /// RFRs in a line each.
    pub fn overview(&self, overview: &Overview<'_>) -> Message {
        let total = overview.rfrs.len() + overview.more;
        let what = if overview.what.is_empty() {
            String::new()
        } else {
            format!(" {}", overview.what)
        };
        let cut_off = Paragraph::new().text(
            "So many words begin like that that I stopped looking, and there may be more: longer ones narrow it down.",
        );
        if total == 0 && overview.cut {
            return cut_off.into();
        }
        if total == 0 {
            let line = Paragraph::new().text(format!("There is no RFR{what}."));
            return if overview.invites {
                line.text(" ")
                    .code(self.type_this("new NAME TICKET TITLE…"))
                    .text(" requests one.")
                    .into()
            } else {
                line.into()
            };
        }
        let mut message = Message::line(Paragraph::new().text(format!("{}{what}:", count(total, "RFR", "RFRs"))));
        for rfr in &overview.rfrs {
            message.push(self.one_line(&Outlook::of(rfr, overview.around)));
        }
        if overview.more > 0 {
            message.push(
                Paragraph::new()
                    .text(format!("{} more; narrow it down with ", overview.more))
                    .code(self.type_this("search TEXT…"))
                    .text("."),
            );
        }
        if overview.cut {
            message.push(cut_off);
        }
        message
    }

    /// What a search covers; completes "3 RFRs …".
    pub fn sought(&self, text: &str, sought: &Sought) -> String {
        match sought.words().count() {
            0 => format!("with “{text}”: I look for words, and that is none"),
            1 => format!("with a word that begins with “{text}”"),
            _ => format!("with words that begin with those of “{text}”"),
        }
    }

    /// Can it move, and what is missing?
    pub fn next(&self, outlook: &Outlook<'_>) -> Message {
        let rfr = outlook.rfr;
        let line = Paragraph::new().strong(rfr.name.clone());
        if let Some(ended) = &rfr.ended {
            let command = self.type_this(&format!("reopen {}", rfr.name));
            return line
                .text(format!(" was {} ", ending(ended.how)))
                .then(by_on(&ended.mark))
                .text(because(&ended.reason))
                .text("; to go on with it: ")
                .code(command)
                .text(".")
                .into();
        }
        if rfr.phase == Phase::Maintenance {
            let mut message = Message::line(line.text(format!(
                " is in {}, the last phase: {}.",
                rfr.called(rfr.phase),
                rfr.edition.purpose(Phase::Maintenance)
            )));
            if let Some(hold) = &rfr.hold {
                message.push(self.on_hold(outlook, hold));
            }
            message.0.extend(self.open_ones(rfr));
            message.0.extend(self.looked_after(outlook));
            return message;
        }
        let to = to_phase(rfr);
        let mut message = Message::default();
        match &rfr.hold {
            Some(hold) => message.push(
                line.text(format!(" cannot move to {to} today: it was put on hold "))
                    .then(held(hold))
                    .text("; ")
                    .then(self.lifted_by(&rfr.name, hold))
                    .text("."),
            ),
            None if outlook.blocking.is_empty() && outlook.frozen.is_none() => message.push(
                line.text(format!(" can move to {to} today: "))
                    .code(self.type_this(&format!("advance {}", rfr.name)))
                    .text("."),
            ),
            None => message.push(line.text(format!(" cannot move from {} to {to} today.", rfr.called(rfr.phase)))),
        }
        if !outlook.blocking.is_empty() {
            message.push(
                Paragraph::new()
                    .text("Missing: ")
                    .then(self.all_missing(outlook, &outlook.blocking))
                    .text("."),
            );
        }
        message.0.extend(self.freeze_line(outlook));
        message.0.extend(self.day_is_over(outlook));
        let calendar = outlook.around.book.calendar(outlook.around.today());
        let in_a_freeze = self.day_in_a_freeze(rfr, outlook.around, &calendar);
        message
            .0
            .extend(in_a_freeze.map(|line| Paragraph::new().text(MIND).then(line)));
        let four_eyes = outlook.around.directory.four_eyes();
        if let Some(other) = four_eyes.then(|| somebody_else(rfr)).flatten() {
            message.push(other);
        }
        if let Some(steps) = self.steps_left_open(outlook) {
            message.push(steps);
        }
        message
    }

    /// Steps that the SOP asks for without the word MUST, by their short names; those that are not ticked off with their
    /// command.
    fn steps_left_open(&self, outlook: &Outlook<'_>) -> Option<Paragraph> {
        let rfr = outlook.rfr;
        let (checks, others): (Vec<gate::Finding>, Vec<gate::Finding>) = outlook
            .steps()
            .into_iter()
            .partition(|finding| matches!(finding.row.kind, Kind::Check { .. }));
        let mut parts = Vec::new();
        if !checks.is_empty() {
            let ids: Vec<&str> = checks.iter().map(|finding| finding.row.id).collect();
            parts.push(
                Paragraph::new()
                    .text(format!("{} (", ids.join(", ")))
                    .code(self.type_this(&format!("done {} ITEM", rfr.name)))
                    .text(" ticks one off)"),
            );
        }
        parts.extend(others.iter().map(|finding| {
            Paragraph::new()
                .text(format!("{} (", finding.row.id))
                .code(self.type_this(&way_to_meet(finding.row, &rfr.name)))
                .text(")")
        }));
        parts.extend(self.beside_the_rows(rfr));
        if parts.is_empty() {
            return None;
        }
        Some(
            Paragraph::new()
                .text("Open, and blocking nothing: ")
                .then(joined(parts, ", "))
                .text("."),
        )
    }

    /// Who takes part.
    pub fn who(&self, outlook: &Outlook<'_>) -> Message {
        let rfr = outlook.rfr;
        let line = Paragraph::new()
            .strong(rfr.name.clone())
            .text(": requested ")
            .then(by_on(&rfr.requested))
            .text("; ");
        let line = match &rfr.sponsor {
            Some(sponsor) => {
                let line = line
                    .text("sponsor ")
                    .person(sponsor.account.as_str())
                    .text(format!(" since {}", day(sponsor.since)));
                match outlook.around.away_until(&sponsor.account) {
                    Some(day) => line.text(format!(", away until {}", date(day))),
                    None => line,
                }
            }
            None => line.text("no sponsor"),
        };
        let line = match &rfr.asked_sponsor {
            Some(asked) => line
                .text("; ")
                .person(asked.account.as_str())
                .text(" is asked to sponsor it"),
            None => line,
        };
        if rfr.people.is_empty() {
            return line
                .text("; nobody is recorded as maintaining it: ")
                .code(self.type_this(&format!("people {} add NAME", rfr.name)))
                .text(".")
                .into();
        }
        let line = line.text("; ").then(roles(outlook)).text(".");
        match self.not_in_the_group(outlook) {
            Some(missing) => line.text(" ").then(missing).into(),
            None => line.into(),
        }
    }

    /// The addresses that are recorded of an RFR.
    pub fn links(&self, rfr: &Rfr) -> Message {
        let mut listed: Vec<Paragraph> = rfr.links.iter().map(with_label).collect();
        listed.extend(
            rfr.discussed_at()
                .map(|url| Paragraph::new().link(url).text(" (discussion)")),
        );
        listed.extend(rfr.extras().talks.iter().map(talk));
        self.addresses(rfr, "links", listed, "link", "URL")
    }

    /// The SOP documents of an RFR.
    pub fn sops(&self, rfr: &Rfr) -> Message {
        let mut listed: Vec<Paragraph> = rfr.sops.iter().map(with_label).collect();
        listed.extend(instead_of_sops(rfr));
        listed.extend(needless(rfr));
        let mut message = self.addresses(rfr, "SOP documents", listed, "sop", "URL");
        if let Some(open) = self.documents_to_consider(rfr) {
            message.push(Paragraph::new().text("To be considered: ").then(open).text("."));
        }
        message
    }

    /// The ticket of an RFR.
    pub fn url(&self, rfr: &Rfr) -> Message {
        let line = Paragraph::new().strong(rfr.name.clone()).text(": ");
        line.link(rfr.ticket.url.clone()).into()
    }

    fn addresses(&self, rfr: &Rfr, what: &str, listed: Vec<Paragraph>, verb: &str, argument: &str) -> Message {
        let line = Paragraph::new().strong(rfr.name.clone());
        if listed.is_empty() {
            return line
                .text(format!(": no {what} are recorded: "))
                .code(self.type_this(&format!("{verb} {} {argument}", rfr.name)))
                .text(".")
                .into();
        }
        line.text(format!(": {what}: "))
            .then(joined(listed, "; "))
            .text(".")
            .into()
    }

    /// A kind word for kind words.
    pub fn friendly(&self, friendly: Friendly, name: &str) -> Paragraph {
        let line = Paragraph::new();
        match friendly {
            Friendly::Hello => line
                .text("Hello ")
                .person(name)
                .text("! ")
                .code(self.type_this("status"))
                .text(" shows where the RFRs stand."),
            Friendly::Thanks => line.text("You are welcome, ").person(name).text("."),
        }
    }

    /// Which rfrbot this is.
    pub fn version(&self, edition: Edition) -> Paragraph {
        Paragraph::new().text(format!(
            "rfrbot {}; new RFRs follow the {} edition of the SOP.",
            env!("CARGO_PKG_VERSION"),
            edition.name()
        ))
    }

    /// What this place talks about.
    pub fn focus(&self, outlook: Option<&Outlook<'_>>) -> Paragraph {
        match outlook {
            Some(outlook) => Paragraph::new()
                .text("This place talks about ")
                .then(self.one_line(outlook)),
            None => Paragraph::new()
                .text("This place talks about no RFR in particular; ")
                .code(self.type_this("focus RFR"))
                .text(" changes that."),
        }
    }

    /// `staging 1 of 2 for 12 days`, with what is unusual about it.
    pub(super) fn standing(&self, outlook: &Outlook<'_>) -> Paragraph {
        let rfr = outlook.rfr;
        match &rfr.ended {
            Some(ended) => Paragraph::new().text(format!(
                "{} in {} on {}",
                ending(ended.how),
                rfr.called(rfr.phase),
                day(ended.mark.at)
            )),
            None if rfr.hold.is_some() => self.at_a_glance(outlook).text(", on hold"),
            None => self.at_a_glance(outlook),
        }
    }

    /// One RFR in a line.
    pub(super) fn one_line(&self, outlook: &Outlook<'_>) -> Paragraph {
        let rfr = outlook.rfr;
        let line = Paragraph::new().strong(rfr.name.clone()).text(": ");
        if rfr.ended.is_some() {
            return line
                .then(self.standing(outlook))
                .text("; ")
                .then(sponsor(rfr))
                .text(".");
        }
        let line = line.then(self.at_a_glance(outlook)).text("; ").then(sponsor(rfr));
        let line = if rfr.is_open() {
            line.text("; ").then(state(outlook, false))
        } else if rfr.hold.is_some() {
            line.text("; on hold")
        } else {
            line
        };
        let neglected: Vec<&str> = neglected(rfr, outlook.around.now)
            .iter()
            .map(|side| side.name())
            .collect();
        let line = if neglected.is_empty() {
            line
        } else {
            line.text(format!(
                "; nobody has looked after its {} for a year",
                listed(&neglected)
            ))
        };
        match its_day(outlook) {
            Some(day) => line.text(format!("; {day}.")),
            None => line.text("."),
        }
    }

    /// The last line of a page.
    pub fn there_is_more(&self, lines: usize) -> Paragraph {
        Paragraph::new()
            .text(format!("… {}: ", count(lines, "more line", "more lines")))
            .code(self.type_this("more"))
    }

    /// There is nothing left to show.
    pub fn no_more(&self) -> Paragraph {
        Paragraph::new().text("There is no more to show.")
    }

    /// Nothing was refused.
    pub fn nothing_refused(&self) -> Paragraph {
        Paragraph::new().text("I have refused you nothing here since I was started.")
    }
}

/// What else is known of an RFR: open questions, the day, people, discussions.
fn facts(outlook: &Outlook<'_>) -> Vec<Paragraph> {
    let rfr = outlook.rfr;
    let mut facts = Vec::new();
    let open: Vec<String> = rfr
        .open_questions()
        .map(|question| question.number.to_string())
        .collect();
    if !open.is_empty() {
        let how_many = count(open.len(), "open question", "open questions");
        facts.push(Paragraph::new().text(format!("{how_many} ({})", open.join(", "))));
    }
    facts.extend(its_day(outlook).map(|day| Paragraph::new().text(day)));
    if !rfr.people.is_empty() {
        facts.push(roles(outlook));
    }
    if let Some(url) = rfr.discussed_at() {
        facts.push(Paragraph::new().text("discussed at ").link(url));
    } else if let Some(url) = rfr.thread.mailed.first().and_then(|mail| mail.url.as_deref()) {
        facts.push(Paragraph::new().text("on the list at ").link(url));
    }
    facts.extend(rfr.extras().talks.last().map(talk));
    if Edition::from_name(rfr.edition.name()) != Some(rfr.edition) {
        facts.push(Paragraph::new().text(format!("follows {} of the SOP", rfr.edition.key())));
    }
    facts
}

pub(super) fn roles(outlook: &Outlook<'_>) -> Paragraph {
    let people = outlook
        .rfr
        .people
        .iter()
        .map(|person| {
            let line = Paragraph::new()
                .person(person.account.as_str())
                .text(format!(" ({}", person.role));
            match outlook.around.away_until(&person.account) {
                Some(day) => line.text(format!(", away until {})", date(day))),
                None => line.text(")"),
            }
        })
        .collect();
    joined(people, ", ")
}

/// Who cannot take the next step because of four eyes.
fn somebody_else(rfr: &Rfr) -> Option<Paragraph> {
    let line = Paragraph::new().text("Four eyes: ");
    if rfr.sponsor.is_none() {
        let line = line.person(rfr.requested.by.as_str());
        return Some(line.text(" requested it, so somebody else sponsors it."));
    }
    let (phase, signed) = rfr.signed_for_production().filter(|_| rfr.enters_production())?;
    let line = line.person(signed.mark.by.as_str());
    Some(line.text(format!(
        " signed {}, so somebody else moves it into {}.",
        rfr.called(phase),
        deployed_phase(rfr)
    )))
}

/// An address, with what it is.
fn with_label(address: &Link) -> Paragraph {
    let line = Paragraph::new().link(address.url.clone());
    if address.label.is_empty() {
        line
    } else {
        line.text(format!(" ({})", address.label))
    }
}
