//! What the page of the board says: its labels, and what of an RFR it shows beside the answers of chat. The sentences
//! about an RFR are those of chat.

use super::Wording;
use super::changes::left_open;
use super::outlook::{freeze_in_short, state, what_is_missing};
use super::phrases::{by_on, held, in_place_of, in_short, joined, outdated, quoted, worded};
use super::refusals::ending;
use super::review::met_by;
use crate::rfr::gate::Finding;
use crate::rfr::outlook::Outlook;
use crate::rfr::{Closed, Ended, Mark, Question, Rfr, SignOff};
use crate::sop::{Kind, Level, Phase, Topic};
use crate::text::{Message, Paragraph, Span, count};
use chrono::{DateTime, NaiveDate, Utc};

impl Wording {
    /// Where the page is.
    pub fn board(&self, rfr: Option<&Rfr>) -> Message {
        let Some(address) = &self.board else {
            return Paragraph::new()
                .text("There is no page to look at: ")
                .code("[board] url")
                .text(" in my config would say where it is. ")
                .code(self.type_this("status"))
                .text(" lists what is open.")
                .into();
        };
        match rfr {
            Some(rfr) => Paragraph::new()
                .strong(rfr.name.clone())
                .text(": ")
                .link(page_of(address, rfr))
                .into(),
            None => Paragraph::new()
                .text("The board of all RFRs: ")
                .link(format!("{address}/"))
                .into(),
        }
    }

    /// The address of an RFR's page, where there is one.
    pub(super) fn page_of(&self, rfr: &Rfr) -> Option<String> {
        self.board.as_ref().map(|address| page_of(address, rfr))
    }

    /// Who met a row, when and how; or what is missing and the command to type, where its phase has come.
    pub fn row_on_page(&self, outlook: &Outlook<'_>, finding: &Finding) -> Paragraph {
        if finding.is_met() {
            return met_by_whom(outlook, finding);
        }
        if finding.row.phase > outlook.rfr.phase || outlook.rfr.ended.is_some() {
            return Paragraph::new();
        }
        let known = format!("{}: ", asked_for(outlook.rfr, finding));
        let missing = self.missing(outlook, finding).into_iter();
        joined(missing.map(|line| without(line, &known)).collect(), "; ")
    }

    /// The answer to a question, and by whom; or the command that answers.
    pub fn answer_on_page(&self, rfr: &Rfr, question: &Question) -> Paragraph {
        let line = Paragraph::new();
        match &question.closed {
            None => line.code(self.type_this(&format!("answer {} {} …", rfr.name, question.number))),
            Some(Closed::Answered {
                text, mark, corrects, ..
            }) => {
                let line = line.text(format!("{text} (")).then(by_on(mark));
                match corrects {
                    Some(correction) => line.text(format!("; corrected: {})", correction.why)),
                    None => line.text(")"),
                }
            }
            Some(Closed::Withdrawn { mark }) => line.text("withdrawn ").then(by_on(mark)),
        }
    }

    /// A decision, who made it and when; or the command that makes it.
    pub fn decision_on_page(&self, rfr: &Rfr, topic: Topic) -> Paragraph {
        let line = Paragraph::new();
        match rfr.decisions.get(&topic) {
            Some(made) => line
                .text(format!("{} (", made.text))
                .then(by_on(&made.mark))
                .text(format!("){}", in_place_of(rfr, topic))),
            None => line.code(self.type_this(&format!("decide {} {topic} …", rfr.name))),
        }
    }
}

/// Who met a row and when, as far as that is recorded.
fn met_by_whom(outlook: &Outlook<'_>, finding: &Finding) -> Paragraph {
    let rfr = outlook.rfr;
    let how = met_by(outlook, finding.row);
    let mark = match finding.row.kind {
        Kind::Ticket => Some(&rfr.requested),
        Kind::Discussion => rfr.discussions.last().map(|link| &link.mark),
        Kind::PlanningQuestions(_) | Kind::QuestionsAndDecisions(_) => last_closed(rfr),
        Kind::AcceptedSponsor
        | Kind::People
        | Kind::SecondPerson
        | Kind::SignOff
        | Kind::Schedule
        | Kind::Sops
        | Kind::Check { .. }
        | Kind::Lost => None,
    };
    match (how, mark) {
        (how, None) => how.unwrap_or_default(),
        (Some(how), Some(mark)) => how.text(", recorded ").then(by_on(mark)),
        (None, Some(mark)) => Paragraph::new().text("the last ").then(by_on(mark)),
    }
}

/// Who gave the last answer or decision, and when.
fn last_closed(rfr: &Rfr) -> Option<&Mark> {
    let closed = rfr.questions.iter().filter_map(|question| match &question.closed {
        Some(Closed::Answered { mark, .. } | Closed::Withdrawn { mark }) => Some(mark),
        None => None,
    });
    let decided = rfr.decisions.values().map(|decision| &decision.mark);
    closed.chain(decided).max_by_key(|mark| mark.at)
}

/// A line without the words that stand beside it already.
fn without(mut line: Paragraph, known: &str) -> Paragraph {
    if let Some(Span::Text(first)) = line.0.first_mut()
        && let Some(rest) = first.strip_prefix(known)
    {
        *first = rest.to_owned();
    }
    line
}

fn page_of(address: &str, rfr: &Rfr) -> String {
    format!("{address}/rfr/{}", rfr.name)
}

/// Who asked a question, and when.
pub fn asked_on_page(question: &Question) -> Paragraph {
    if question.from_sop {
        return Paragraph::new().text("asked by the SOP");
    }
    Paragraph::new().text("asked ").then(by_on(&question.asked))
}

/// A question's words.
pub fn question_on_page(question: &Question) -> String {
    worded(question)
}

/// Who signed, when, what that left open, and why it does not count any more.
pub fn sign_off_on_page(rfr: &Rfr, phase: Phase, signed: &SignOff) -> Paragraph {
    let line = by_on(&signed.mark)
        .text(quoted(&signed.note))
        .text(left_open(rfr, phase));
    match &signed.outdated {
        Some(because) => line.text(format!(
            "; it no longer counts, because {}",
            outdated(rfr.edition, because)
        )),
        None => line,
    }
}

/// What a row asks for, in a few words.
pub fn asked_for(rfr: &Rfr, finding: &Finding) -> String {
    in_short(rfr, finding.row)
}

/// How binding a row is: a step that keeps the gate shut is counted among the MUSTs.
pub const fn level(level: Level, keeps_a_gate: bool) -> &'static str {
    match level {
        Level::Must | Level::Required => "MUST",
        Level::Step if keeps_a_gate => "MUST",
        Level::Step => "step",
    }
}

/// What is missing of a row, in a few words.
pub fn missing_in_short(finding: &Finding) -> String {
    what_is_missing(finding)
}

/// What comes next for an RFR, in one line.
pub fn state_on_page(outlook: &Outlook<'_>) -> Paragraph {
    let rfr = outlook.rfr;
    match &rfr.ended {
        Some(ended) => ended_on_page(ended),
        None if rfr.is_open() => state(outlook, false),
        None => Paragraph::new(),
    }
}

/// `dropped by kevin on 2026-03-02: nobody needs it`
fn ended_on_page(ended: &Ended) -> Paragraph {
    let line = Paragraph::new().text(format!("{} ", ending(ended.how)));
    let line = line.then(by_on(&ended.mark));
    line.text(super::phrases::because(&ended.reason))
}

/// Why it rests.
pub fn hold_on_page(rfr: &Rfr) -> Option<Paragraph> {
    rfr.hold.as_ref().map(held)
}

/// How a freeze keeps it back.
pub fn freeze_on_page(outlook: &Outlook<'_>) -> Option<Paragraph> {
    freeze_in_short(outlook)
}

/// How it ended: one word.
pub fn ended_as(rfr: &Rfr) -> Option<&'static str> {
    rfr.ended.as_ref().map(|ended| ending(ended.how))
}

/// `12 RFRs`
pub fn rfrs(number: usize) -> String {
    count(number, "RFR", "RFRs")
}

/// `here for 3 days`
pub fn here(number: i64) -> String {
    format!("here {}", for_days(number))
}

/// `unchanged for 3 days`
pub fn unchanged(number: i64) -> String {
    format!("unchanged {}", for_days(number))
}

fn for_days(number: i64) -> String {
    if number > 0 {
        format!("for {}", count(number, "day", "days"))
    } else {
        "since today".to_owned()
    }
}

/// `1 of 3 MUSTs`
pub fn musts(met: usize, of: usize) -> String {
    format!("{met} of {}", count(of, "MUST", "MUSTs"))
}

/// `and 7 more in maintenance: !rfr list done`
pub fn more_maintained(more: usize, prefix: &str) -> Paragraph {
    Paragraph::new()
        .text(format!("and {more} more: "))
        .code(format!("{prefix} list done"))
}

/// `and 7 more`
pub fn more_of_todo(more: usize) -> Paragraph {
    Paragraph::new().text(format!("and {more} more."))
}

/// `and 7 more, on the board`
pub fn more_others(more: usize) -> String {
    format!("and {more} more, on the board")
}

/// `away until Wed 2026-12-02`
pub fn away_until(day: NaiveDate) -> String {
    format!("away until {}", day.format("%a %Y-%m-%d"))
}

/// What a filter asks for that the board does not know.
pub fn unknown_phase(name: &str) -> String {
    format!("There is no phase “{name}”.")
}

/// The same of a person.
pub fn unknown_person(name: &str) -> String {
    format!("“{name}” takes part in no RFR on the board, and none waits for them.")
}

/// `with 7 more that have no room above`
pub fn crowded(more: usize) -> String {
    format!("with {more} that have no name above")
}

/// When the page was made.
pub fn made_at(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d %H:%M:%S UTC").to_string()
}

/// The summary above the board.
pub fn summary(shown: usize, stuck: usize, unsponsored: usize, filtered: bool) -> String {
    let of_those = match (stuck, unsponsored) {
        (0, 0) => "none of them is stuck".to_owned(),
        (stuck, 0) => format!("{stuck} stuck"),
        (0, unsponsored) => format!("{unsponsored} without a sponsor"),
        (stuck, unsponsored) => format!("{stuck} stuck, {unsponsored} without a sponsor"),
    };
    let which = if filtered { "shown" } else { "under way" };
    if shown == 0 {
        return format!("No RFR is {which}.");
    }
    format!("{} {which}: {of_those}.", rfrs(shown))
}

/// The alternative text of the strip of freezes.
pub fn strip(freezes: usize, deployments: usize) -> String {
    format!(
        "{} and {} on a line of the year",
        count(freezes, "freeze", "freezes"),
        count(deployments, "deployment", "deployments")
    )
}

/// The words on the page that are no sentence about an RFR.
pub mod label {
    #![expect(missing_docs, reason = "each says what it is")]

    pub const TITLE: &str = "RFR board";
    pub const HEADING: &str = "Requests for resources";
    pub const SKIP: &str = "Skip to the content";
    pub const MAIN_NAVIGATION: &str = "Pages";
    pub const BOARD: &str = "Board";
    pub const COMMANDS: &str = "Commands";
    pub const FEED: &str = "Feed";
    pub const FILTER: &str = "Filter";
    pub const PERSON: &str = "Person";
    pub const EVERYBODY: &str = "everybody";
    pub const PHASE: &str = "Phase";
    pub const EVERY_PHASE: &str = "every phase";
    pub const ONLY_STUCK: &str = "stuck (on hold, or unchanged for two weeks)";
    pub const ONLY_UNSPONSORED: &str = "without a sponsor";
    pub const SHOW: &str = "Show";
    pub const SHOW_ALL: &str = "Show all";
    pub const FREEZES: &str = "Freezes and deployments";
    pub const NO_FREEZES: &str = "No freeze and no deployment lies in these twelve months.";
    pub const FREEZE: &str = "Freeze";
    pub const IN_FORCE: &str = "in force";
    pub const LIFTED: &str = "lifted";
    pub const STRIP: &str = "The year as a line";
    pub const DEPLOYMENT: &str = "Deployment";
    pub const DEPLOYED: &str = "deployed";
    pub const PLANNED: &str = "planned";
    pub const FROM: &str = "from";
    pub const TO: &str = "to";
    pub const DAYS: &str = "Days";
    pub const TODAY: &str = "today";
    pub const AS_A_LIST: &str = "The same as a list";
    pub const PHASES: &str = "By phase";
    pub const NOTHING_HERE: &str = "nothing here";
    pub const WAITS_FOR: &str = "Waits for";
    pub const NEEDS: &str = "Needs";
    pub const READY: &str = "ready";
    pub const STUCK: &str = "stuck";
    pub const ON_HOLD: &str = "on hold";
    pub const FROZEN: &str = "frozen";
    pub const SPONSOR: &str = "Sponsor";
    pub const NO_SPONSOR: &str = "no sponsor";
    pub const IS_ASKED: &str = "is asked";
    pub const IS_OVER: &str = "which is over";
    pub const PRODUCTION: &str = "Production";
    pub const DONE_ON: &str = "Deployed";
    pub const WHO: &str = "Whom RFRs wait for";
    pub const NOBODY_WAITED_FOR: &str = "No RFR waits for anybody.";
    pub const REQUESTED: &str = "Requested";
    pub const BY: &str = "by";
    pub const ON: &str = "on";
    pub const TICKET: &str = "Ticket";
    pub const SOP: &str = "SOP";
    pub const FORMERLY: &str = "Formerly";
    pub const WAY: &str = "The way so far";
    pub const PASSED: &str = "passed";
    pub const HERE_NOW: &str = "here now";
    pub const AHEAD: &str = "ahead";
    pub const NOT_REACHED: &str = "not reached";
    pub const NEXT: &str = "What comes next";
    pub const STATUS: &str = "Where it stands";
    pub const ROWS: &str = "MUSTs and steps";
    pub const MET: &str = "met";
    pub const OPEN: &str = "open";
    pub const QUESTIONS: &str = "Questions";
    pub const NO_QUESTIONS: &str = "Nobody has asked anything.";
    pub const DECISIONS: &str = "Decisions";
    pub const NO_DECISIONS: &str = "The SOP asks for no decision.";
    pub const SIGN_OFFS: &str = "Sign-offs";
    pub const NO_SIGN_OFFS: &str = "Nothing is signed off yet.";
    pub const COUNTS: &str = "counts";
    pub const OUTDATED: &str = "outdated";
    pub const REVIEW: &str = "What a signature rests on: the answer to review";
    pub const PEOPLE: &str = "People";
    pub const REQUESTER: &str = "requester";
    pub const LINKS: &str = "Links";
    pub const DISCUSSION: &str = "discussion";
    pub const SOP_DOCUMENT: &str = "SOP document";
    pub const LINK: &str = "link";
    pub const HISTORY: &str = "History";
    pub const HISTORY_NOTE: &str = "Newest first; times are UTC.";
    pub const MORE_HISTORY: &str = "Earlier changes:";
    pub const FOR_PROGRAMS: &str = "For other programs";
    pub const MADE: &str = "Made at";
    pub const TODO: &str = "What waits for this person";
    pub const OTHERS: &str = "What waits for others";
    pub const NO_OTHERS: &str = "Takes part in nothing that waits for somebody else.";
    pub const HELP_NOTE: &str = "What to type in the room, or to the bot in private. Everybody may look.";
    pub const COMMAND: &str = "Command";
    pub const WHAT_IT_DOES: &str = "What it does";
    pub const WHOSE: &str = "For";
    pub const NOT_THERE: &str = "There is no such page";
    pub const TRY_BOARD: &str = "The board shows every RFR that is under way.";
    pub const MOVED: &str = "This RFR is called otherwise now";
    pub const NOT_READY: &str = "The page cannot be made at the moment; try again soon.\n";
    pub const ONLY_READING: &str = "this page can only be read: GET and HEAD\n";
    pub const CALENDAR_OF_DEPLOYMENTS: &str = "Deployments of RFRs";
    pub const CALENDAR_OF_FREEZES: &str = "Infrastructure freezes";
    pub const PRODUCTION_OF: &str = "in production";
    pub const PLANNED_FOR: &str = "was planned for production";
    pub const FREEZE_OF: &str = "infrastructure freeze";
}
