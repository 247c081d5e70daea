//! Answers to those who look.

use super::Wording;
use super::denials::not_a_person;
use super::phrases::{answer, because, by_on, cut, date, day, joined, numbered, since, sponsor};
use super::refusals::ending;
use super::remedies::{deployed_phase, to_phase, way_to_meet};
use crate::command::Friendly;
use crate::people::{Account, Identity, NotAPerson, Unproven};
use crate::rfr::refusal::Refusal;
use crate::rfr::{Closed, Link, Question, Rfr, Sought, Subject, gate};
use crate::sop::{Edition, Kind, Level, Phase};
use crate::text::{Message, Paragraph, count};
use chrono::{DateTime, Utc};

/// RFRs in a line each, with what they have in common.
pub struct Overview<'a> {
    /// Completes "3 RFRs …"; empty for all open ones.
    pub what: &'a str,
    /// Does the lack of them invite a request?
    pub invites: bool,
    /// The RFRs.
    pub rfrs: Vec<&'a Rfr>,
    /// How many more there are that are not shown.
    pub more: usize,
    /// May there be more beyond those?
    pub cut: bool,
    /// The moment.
    pub now: DateTime<Utc>,
}

/// How the bot sees a speaker.
pub struct SeenAs<'a> {
    /// The name that the room sees.
    pub name: &'a str,
    /// What the network proved.
    pub identity: &'a Identity,
    /// The account, or why there is none.
    pub account: Result<&'a Account, &'a NotAPerson>,
    /// The account's groups.
    pub groups: Vec<&'a str>,
    /// RFRs that the person sponsors.
    pub sponsors: Vec<&'a str>,
    /// RFRs that the person could sign off at this moment.
    pub signs: Vec<&'a str>,
}

impl Wording {
    /// One RFR in full.
    pub fn status(&self, rfr: &Rfr, now: DateTime<Utc>) -> Message {
        let mut message = Message::default();
        let first = Paragraph::new()
            .strong(rfr.name.clone())
            .text(format!(" ({}): ", rfr.title))
            .then(standing(rfr, now))
            .text("; ")
            .then(sponsor(rfr))
            .text("; ")
            .link(rfr.ticket.url.clone());
        message.push(first);
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
            let line = Paragraph::new()
                .text("On hold ")
                .then(by_on(&hold.mark))
                .text(because(&hold.reason));
            message.push(
                line.text(". ")
                    .code(self.type_this(&format!("release {}", rfr.name)))
                    .text(" lifts that."),
            );
        }
        if rfr.is_open() {
            message.push(self.gate_in_short(rfr));
        }
        let open: Vec<String> = rfr
            .open_questions()
            .map(|question| question.number.to_string())
            .collect();
        let mut facts = Vec::new();
        if !open.is_empty() {
            let how_many = count(open.len(), "open question", "open questions");
            facts.push(Paragraph::new().text(format!("{how_many} ({})", open.join(", "))));
        }
        if let Some(schedule) = &rfr.schedule {
            facts.push(Paragraph::new().text(format!("production on {}", date(schedule.date))));
        }
        if !rfr.people.is_empty() {
            facts.push(roles(rfr));
        }
        if let Some(url) = rfr.discussed_at() {
            facts.push(Paragraph::new().text("discussed at ").link(url));
        } else if let Some(url) = rfr.thread.mailed.first().and_then(|mail| mail.url.as_deref()) {
            facts.push(Paragraph::new().text("on the list at ").link(url));
        }
        if Edition::from_name(rfr.edition.name()) != Some(rfr.edition) {
            facts.push(Paragraph::new().text(format!("follows {} of the SOP", rfr.edition.key())));
        }
        if !facts.is_empty() {
            message.push(joined(facts, "; ").text("."));
        }
        message
    }

    fn gate_in_short(&self, rfr: &Rfr) -> Paragraph {
        let to = to_phase(rfr);
        let blocking = gate::blocking(rfr);
        if blocking.is_empty() {
            return Paragraph::new()
                .text(format!("Nothing that {to} needs is missing: "))
                .code(self.type_this(&format!("advance {}", rfr.name)))
                .text(".");
        }
        let missing: Vec<&str> = blocking.iter().map(|finding| finding.row.short).collect();
        Paragraph::new()
            .text(format!("Missing for {to}: {}. ", missing.join("; ")))
            .code(self.type_this(&format!("next {}", rfr.name)))
            .text(" says who can give it.")
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
            message.push(one_line(rfr, overview.now));
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
    pub fn next(&self, rfr: &Rfr, frozen: Option<&Refusal>, four_eyes: bool, around: &[Account]) -> Message {
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
            return line
                .text(format!(
                    " is in {}, the last phase: {}.",
                    rfr.called(rfr.phase),
                    rfr.edition.purpose(Phase::Maintenance)
                ))
                .into();
        }
        let to = to_phase(rfr);
        let blocking = gate::blocking(rfr);
        let mut message = Message::default();
        match &rfr.hold {
            Some(hold) => message.push(
                line.text(format!(" cannot move to {to} today: it was put on hold "))
                    .then(by_on(&hold.mark))
                    .text(because(&hold.reason))
                    .text("; ")
                    .code(self.type_this(&format!("release {}", rfr.name)))
                    .text("."),
            ),
            None if blocking.is_empty() && rfr.enters_production() && frozen.is_some() => {
                if let Some(refusal) = frozen {
                    message.0.extend(self.refusal(refusal, Subject::Known(rfr), around).0);
                }
            }
            None if blocking.is_empty() => message.push(
                line.text(format!(" can move to {to} today: "))
                    .code(self.type_this(&format!("advance {}", rfr.name)))
                    .text("."),
            ),
            None => message.push(line.text(format!(" cannot move from {} to {to} today.", rfr.called(rfr.phase)))),
        }
        if !blocking.is_empty() {
            message.push(
                Paragraph::new()
                    .text("Missing: ")
                    .then(self.all_missing(rfr, &blocking))
                    .text("."),
            );
        }
        if let Some(other) = four_eyes.then(|| somebody_else(rfr)).flatten() {
            message.push(other);
        }
        if let Some(steps) = self.steps_left_open(rfr) {
            message.push(steps);
        }
        message
    }

    /// Steps that the SOP asks for without the word MUST, each with the way to do it.
    fn steps_left_open(&self, rfr: &Rfr) -> Option<Paragraph> {
        let open = gate::open_steps(rfr);
        if open.is_empty() {
            return None;
        }
        let is_check = |finding: &gate::Finding| matches!(finding.row.kind, Kind::Check { .. });
        let steps = open
            .iter()
            .map(|finding| {
                let step = Paragraph::new().text(format!("{} ({})", finding.row.id, finding.row.short));
                if is_check(finding) {
                    return step;
                }
                let command = self.type_this(&way_to_meet(finding.row, &rfr.name));
                step.text(": ").code(command)
            })
            .collect();
        let line = Paragraph::new()
            .text("Steps that are asked for but do not block: ")
            .then(joined(steps, ", "));
        if !open.iter().any(is_check) {
            return Some(line.text("."));
        }
        let command = self.type_this(&format!("done {} ITEM", rfr.name));
        Some(line.text(". Tick off with ").code(command).text("."))
    }

    /// Who takes part.
    pub fn who(&self, rfr: &Rfr) -> Message {
        let line = Paragraph::new()
            .strong(rfr.name.clone())
            .text(": requested ")
            .then(by_on(&rfr.requested))
            .text("; ");
        let line = match &rfr.sponsor {
            Some(sponsor) => line
                .text("sponsor ")
                .person(sponsor.account.as_str())
                .text(format!(" since {}", day(sponsor.since))),
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
        line.text("; ").then(roles(rfr)).text(".").into()
    }

    /// The addresses that are recorded of an RFR.
    pub fn links(&self, rfr: &Rfr) -> Message {
        let mut listed: Vec<Paragraph> = rfr.links.iter().map(with_label).collect();
        listed.extend(
            rfr.discussed_at()
                .map(|url| Paragraph::new().link(url).text(" (discussion)")),
        );
        self.addresses(rfr, "links", listed, "link", "URL")
    }

    /// The SOP documents of an RFR.
    pub fn sops(&self, rfr: &Rfr) -> Message {
        self.addresses(
            rfr,
            "SOP documents",
            rfr.sops.iter().map(with_label).collect(),
            "sop",
            "URL",
        )
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

    /// The questions of one RFR.
    pub fn questions(&self, rfr: &Rfr) -> Message {
        let line = Paragraph::new().strong(rfr.name.clone());
        if rfr.questions.is_empty() {
            return line
                .text(" has no questions. ")
                .code(self.type_this(&format!("ask {} QUESTION…", rfr.name)))
                .text(" opens one.")
                .into();
        }
        let open = rfr.open_questions().count();
        let mut message = Message::line(line.text(format!(
            ": {open} of {} open.",
            count(rfr.questions.len(), "question", "questions")
        )));
        // Open ones first: they are what people ask for.
        let (open, closed): (Vec<&Question>, Vec<&Question>) =
            rfr.questions.iter().partition(|question| question.is_open());
        for question in open.into_iter().chain(closed) {
            message.push(question_line(question));
        }
        let decided: Vec<String> = rfr
            .topics()
            .into_iter()
            .filter_map(|topic| {
                rfr.decisions
                    .get(&topic)
                    .map(|decision| format!("{topic}: {}", cut(&decision.text, 80)))
            })
            .collect();
        if !decided.is_empty() {
            message.push(Paragraph::new().text(format!("Decided: {}.", decided.join("; "))));
        }
        message
    }

    /// Every open question.
    pub fn open_questions(&self, rfrs: &[&Rfr]) -> Message {
        let total: usize = rfrs.iter().map(|rfr| rfr.open_questions().count()).sum();
        if total == 0 {
            return Paragraph::new().text("No RFR has an open question.").into();
        }
        let mut message =
            Message::line(Paragraph::new().text(format!("{}:", count(total, "open question", "open questions"))));
        for rfr in rfrs {
            for question in rfr.open_questions() {
                message.push(
                    Paragraph::new()
                        .strong(rfr.name.clone())
                        .text(" ")
                        .then(question_line(question)),
                );
            }
        }
        message
    }

    /// How the bot sees a speaker.
    pub fn whoami(&self, seen: &SeenAs<'_>) -> Message {
        let account = match seen.account {
            Err(why) => {
                let nick_only = matches!(why, NotAPerson::Unproven(Unproven::NotLoggedIn));
                let seen_as = if nick_only { ", and that is a nick only" } else { "" };
                let line = Paragraph::new().text(format!("You are {} here{seen_as}: ", seen.name));
                let mut message = Message::line(line.then(not_a_person(why)));
                if !matches!(why, NotAPerson::Unproven(Unproven::NotKnownYet)) {
                    message.push(Paragraph::new().text("You may look at everything and change nothing."));
                }
                return message;
            }
            Ok(account) => account,
        };
        let groups = if seen.groups.is_empty() {
            "no group that I know".to_owned()
        } else {
            seen.groups.join(", ")
        };
        let mut message = Message::line(
            Paragraph::new().text(format!("You are {account}, proven by {}; in {groups}.", seen.identity)),
        );
        let mut may = vec!["look at everything, request, ask, answer and note".to_owned()];
        if seen.groups.contains(&crate::people::SYSADMIN_MAIN) {
            may.push("sponsor, and change every RFR".to_owned());
        }
        if seen.groups.contains(&"security-officer") {
            may.push("approve audits".to_owned());
        }
        if !seen.sponsors.is_empty() {
            may.push(format!("act as the sponsor of {}", seen.sponsors.join(", ")));
        }
        if !seen.signs.is_empty() {
            may.push(format!("sign off {}", seen.signs.join(", ")));
        }
        message.push(Paragraph::new().text(format!("You may {}.", may.join("; "))));
        message
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
    pub fn focus(&self, rfr: Option<&Rfr>, now: DateTime<Utc>) -> Paragraph {
        match rfr {
            Some(rfr) => Paragraph::new()
                .text("This place talks about ")
                .then(one_line(rfr, now)),
            None => Paragraph::new()
                .text("This place talks about no RFR in particular; ")
                .code(self.type_this("focus RFR"))
                .text(" changes that."),
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

/// `staging for 12 days`, with what is unusual about it.
fn standing(rfr: &Rfr, now: DateTime<Utc>) -> Paragraph {
    match &rfr.ended {
        Some(ended) => Paragraph::new().text(format!(
            "{} in {} on {}",
            ending(ended.how),
            rfr.called(rfr.phase),
            day(ended.mark.at)
        )),
        None if rfr.hold.is_some() => Paragraph::new().text(format!(
            "{} {}, on hold",
            rfr.called(rfr.phase),
            since(rfr.phase_since, now)
        )),
        None => Paragraph::new().text(format!("{} {}", rfr.called(rfr.phase), since(rfr.phase_since, now))),
    }
}

fn one_line(rfr: &Rfr, now: DateTime<Utc>) -> Paragraph {
    let line = Paragraph::new()
        .strong(rfr.name.clone())
        .text(": ")
        .then(standing(rfr, now))
        .text("; ")
        .then(sponsor(rfr));
    if !rfr.is_open() {
        return line.text(".");
    }
    let blocking = gate::blocking(rfr);
    let missing: Vec<&str> = blocking
        .iter()
        .filter(|finding| finding.row.level != Level::Step)
        .map(|finding| finding.row.id)
        .collect();
    if missing.is_empty() {
        return line.text(format!("; ready for {}.", to_phase(rfr)));
    }
    line.text(format!("; missing: {}.", missing.join(", ")))
}

fn roles(rfr: &Rfr) -> Paragraph {
    let people = rfr
        .people
        .iter()
        .map(|person| {
            Paragraph::new()
                .person(person.account.as_str())
                .text(format!(" ({})", person.role))
        })
        .collect();
    joined(people, ", ")
}

fn question_line(question: &Question) -> Paragraph {
    let line = Paragraph::new().text(numbered(question));
    match &question.closed {
        None if question.from_sop => line.text(" [asked by the SOP]"),
        None => line.text(" [asked ").then(by_on(&question.asked)).text("]"),
        Some(Closed::Answered { text, by_mail, mark }) => line
            .text(format!(" — {} [answered ", answer(text, by_mail.as_ref())))
            .then(by_on(mark))
            .text("]"),
        Some(Closed::Withdrawn { mark }) => line.text(" [withdrawn ").then(by_on(mark)).text("]"),
    }
}

/// Who does not take the next step, where it takes four eyes.
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
fn with_label(link: &Link) -> Paragraph {
    let line = Paragraph::new().link(link.url.clone());
    if link.label.is_empty() {
        line
    } else {
        line.text(format!(" ({})", link.label))
    }
}
