//! Small pieces of sentences.

use super::Wording;
use crate::calendar::Freeze;
use crate::people::Account;
use crate::rfr::outlook::Circumstances;
use crate::rfr::{Hold, IN_THE_TICKET, Mark, Outdated, Question, Reason, Rfr, RfrEvent, TicketView};
use crate::sop::{Edition, Row, Topic};
use crate::text::Paragraph;
use chrono::{DateTime, Datelike, NaiveDate, Utc};

/// How much of somebody's words is repeated.
pub(super) const LONGEST_WORDS: usize = 80;

impl Wording {
    /// A command to type.
    pub(super) fn type_this(&self, words: &str) -> String {
        format!("{} {words}", self.prefix)
    }
}

/// `2026-03-02`.
pub(super) fn day(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%d").to_string()
}

/// `Thursday 2026-12-03`: the weekday shows a wrong guess at once.
pub(super) fn date(date: NaiveDate) -> String {
    let weekday = match date.weekday() {
        chrono::Weekday::Mon => "Monday",
        chrono::Weekday::Tue => "Tuesday",
        chrono::Weekday::Wed => "Wednesday",
        chrono::Weekday::Thu => "Thursday",
        chrono::Weekday::Fri => "Friday",
        chrono::Weekday::Sat => "Saturday",
        chrono::Weekday::Sun => "Sunday",
    };
    format!("{weekday} {date}")
}

/// `by kevin on 2026-03-02`.
pub(super) fn by_on(mark: &Mark) -> Paragraph {
    Paragraph::new()
        .text("by ")
        .person(mark.by.as_str())
        .text(format!(" on {}", day(mark.at)))
}

/// ` by kevin on 2026-03-02: the rack moves`, and who agreed that it be lifted.
pub(super) fn held(hold: &Hold) -> Paragraph {
    let line = by_on(&hold.mark).text(because(&hold.reason));
    match hold.agreed.last() {
        Some(first) => line
            .text(" (")
            .person(first.by.as_str())
            .text(format!(" agreed on {} that it be lifted)", day(first.at))),
        None => line,
    }
}

impl Wording {
    /// What lifts a hold, for whoever reads it: where one of two has agreed, it is for others to type.
    pub(super) fn lifted_by(&self, name: &str, hold: &Hold) -> Paragraph {
        let line = Paragraph::new();
        let line = if hold.agreed.is_empty() {
            line
        } else {
            line.text("another member of sysadmin-main, or one of security-officer, types ")
        };
        line.code(self.type_this(&format!("release {name}")))
    }
}

/// `today`, `for 1 day`, `for 12 days`.
pub(super) fn since(at: DateTime<Utc>, now: DateTime<Utc>) -> String {
    match (now.date_naive() - at.date_naive()).num_days() {
        ..=0 => "since today".to_owned(),
        1 => "for 1 day".to_owned(),
        days => format!("for {days} days"),
    }
}

/// Words cut to a length at a character, with an ellipsis.
pub fn cut(words: &str, most: usize) -> String {
    if words.chars().count() <= most {
        return words.to_owned();
    }
    let mut short: String = words.chars().take(most.saturating_sub(1)).collect();
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// Names that call nobody: `kevin, smooge and pingou`.
pub(super) fn people(accounts: &[Account]) -> Paragraph {
    let mut list = Paragraph::new();
    for (at, account) in accounts.iter().enumerate() {
        if at > 0 {
            list = list.text(if at + 1 == accounts.len() { " and " } else { ", " });
        }
        list = list.person(account.as_str());
    }
    list
}

/// At most so many names, then how many more.
pub(super) fn some_people(accounts: &[Account], most: usize) -> Paragraph {
    if accounts.len() <= most {
        return people(accounts);
    }
    let mut list = Paragraph::new();
    for account in &accounts[..most] {
        list = list.person(account.as_str()).text(", ");
    }
    list.text(format!("and {} more", accounts.len() - most))
}

/// Paragraphs in one line, with `; ` between them.
pub(super) fn joined(parts: Vec<Paragraph>, between: &str) -> Paragraph {
    let mut line = Paragraph::new();
    for (at, part) in parts.into_iter().enumerate() {
        if at > 0 {
            line = line.text(between);
        }
        line = line.then(part);
    }
    line
}

/// So many bytes leave room for a name, a prefix and IRC's own words in a line of 512 (RFC 1459, section 2.3).
pub(super) const LONGEST_LINE: usize = 420;

/// Parts in as few lines as hold them: the first begins with these words, the others with three dots.
pub(super) fn in_lines(begins: &str, parts: Vec<Paragraph>, between: &str) -> Vec<Paragraph> {
    let mut lines = Vec::new();
    let (mut line, mut length) = (Paragraph::new().text(begins), begins.len());
    let mut is_empty = true;
    for part in parts {
        let more = part.plain().len() + between.len();
        if !is_empty && length + more > LONGEST_LINE {
            lines.push(line.text(between.trim_end()));
            (line, length) = (Paragraph::new().text("… "), 0);
        } else if !is_empty {
            line = line.text(between);
        }
        is_empty = false;
        line = line.then(part);
        length += more;
    }
    lines.push(line.full_stop());
    lines
}

/// ` “note”`, or nothing.
pub(super) fn quoted(note: &str) -> String {
    if note.is_empty() {
        String::new()
    } else {
        format!(" “{note}”")
    }
}

/// What outdated a sign-off, as a clause that stays true whatever comes after it.
pub(super) fn outdated(edition: Edition, because: &Outdated) -> String {
    match because {
        Outdated::QuestionOpened(number) => format!("question {number} was opened"),
        Outdated::AnswerCorrected(number) => format!("the answer to question {number} was corrected"),
        Outdated::DecisionChanged(topic) => format!("the decision on {topic} changed"),
        Outdated::ItemUndone(item) => format!("{item} is not done after all"),
        Outdated::SopsTakenBack => "the SOPs were taken back".to_owned(),
        Outdated::DateMoved { from, to } => format!("the production date moved from {from} to {to}"),
        Outdated::DateTakenBack => "the production date was taken back".to_owned(),
        Outdated::DateFrozen { date, freeze } => format!("the production date {date} came into the freeze {freeze}"),
        Outdated::OtherSponsor(account) => format!("{account} became its sponsor"),
        Outdated::NoSponsor => "it lost its sponsor".to_owned(),
        Outdated::DiscussionTakenBack => "the discussion on the list was taken back".to_owned(),
        Outdated::NobodyMaintains => "nobody was left who maintains it".to_owned(),
        Outdated::WentBack(phase) => format!("it went back to {}", edition.called(*phase)),
        Outdated::OtherEdition(edition) => format!("it went over to {}", edition.name()),
        Outdated::Reopened => "it had ended and was reopened".to_owned(),
        Outdated::Words(words) => words.clone(),
    }
}

/// The same, with what has become of it where that is known.
pub(super) fn outdated_by_now(edition: Edition, because: &Outdated, around: &Circumstances<'_>) -> String {
    let said = outdated(edition, because);
    let Outdated::DateFrozen { date, freeze } = because else {
        return said;
    };
    let calendar = around.book.calendar(around.today());
    let covers = |known: &Freeze| known.name == *freeze && known.from <= *date && *date <= known.to;
    if calendar.freezes().iter().any(covers) {
        said
    } else {
        format!("{said}, which does not cover it any more")
    }
}

/// An edition by its name where that says which it is, as of those that ship, else by its key.
pub(super) fn named(edition: Edition) -> &'static str {
    if Edition::from_name(edition.name()) == Some(edition) {
        edition.name()
    } else {
        edition.key()
    }
}

/// How many assignees are named.
const MOST_ASSIGNEES: usize = 10;

/// The assignees of a ticket, of whom nobody is called by being named.
pub(super) fn assignees(view: &TicketView) -> Paragraph {
    let names: Vec<&String> = view.accounts.iter().chain(&view.others).collect();
    let line = Paragraph::new();
    if names.is_empty() {
        return line.text("nobody");
    }
    let more = names.len().saturating_sub(MOST_ASSIGNEES);
    let last = names.len() - 1;
    let first = names.into_iter().take(MOST_ASSIGNEES).enumerate();
    let line = first.fold(line, |line, (at, name)| {
        let before = match at {
            0 => "",
            _ if at == last => " and ",
            _ => ", ",
        };
        line.text(before).person(name)
    });
    if more > 0 {
        line.text(format!(" and {more} more"))
    } else {
        line
    }
}

/// A question as it was asked, and by whom where a mail asked it.
pub(super) fn question(text: &str, on_the_list: Option<&str>) -> String {
    match on_the_list {
        Some(name) if name.ends_with(IN_THE_TICKET) => format!("{text} (asked by {name})"),
        Some(name) => format!("{text} (asked on the list by {name})"),
        None => text.to_owned(),
    }
}

/// `(2) Where do the backups go?`
pub(super) fn numbered(asked: &Question) -> String {
    format!("({}) {}", asked.number, worded(asked))
}

/// A question of an RFR as it was asked.
pub(super) fn worded(asked: &Question) -> String {
    question(&asked.text, asked.on_the_list.as_deref())
}

/// An answer as it was given, and whose word it is where a mail gave it.
pub(super) fn answer(text: &str, by_mail: Option<&Account>) -> String {
    match by_mail {
        Some(account) => format!("{text} (by mail from {account}, unproven)"),
        None => text.to_owned(),
    }
}

/// A row in a few words, with the name of the RFR's own group.
pub(super) fn in_short(rfr: &Rfr, row: &Row) -> String {
    row.short.replace("sysadmin-RESOURCE", &rfr.group())
}

/// ` (in place of: no, by kevin on 2026-03-02)`, or nothing.
pub(super) fn in_place_of(rfr: &Rfr, topic: Topic) -> String {
    match rfr.extras().decided_before.get(&topic) {
        Some(known) => format!(
            " (in place of: {}, by {} on {})",
            cut(&known.text, 80),
            known.mark.by,
            day(known.mark.at)
        ),
        None => String::new(),
    }
}

/// Why something was taken back: `: reason`, or nothing.
pub(super) fn taken_back(edition: Edition, reason: &Reason) -> String {
    match reason {
        Reason::Words(words) => because(words),
        Reason::AsksForElse(edition) => format!(": {} asks for something else", edition.name()),
        Reason::WentBack(phase) => format!(": it went back to {}", edition.called(*phase)),
    }
}

/// `: reason`, or nothing.
pub(super) fn because(reason: &str) -> String {
    if reason.is_empty() {
        String::new()
    } else {
        format!(": {reason}")
    }
}

/// `sponsor kevin`, `no sponsor (kevin was asked)`, `no sponsor`.
pub(super) fn sponsor(rfr: &Rfr) -> Paragraph {
    match (&rfr.sponsor, &rfr.asked_sponsor) {
        (Some(sponsor), None) => Paragraph::new().text("sponsor ").person(sponsor.account.as_str()),
        (Some(sponsor), Some(asked)) => Paragraph::new()
            .text("sponsor ")
            .person(sponsor.account.as_str())
            .text(" (")
            .person(asked.account.as_str())
            .text(" is asked to take over)"),
        (None, Some(asked)) => Paragraph::new()
            .text("no sponsor (")
            .person(asked.account.as_str())
            .text(" is asked)"),
        (None, None) => Paragraph::new().text("no sponsor"),
    }
}

/// Who is in a group, and who of them is around and can be asked.
pub(super) fn group(name: &str, members: &[Account], around: &Circumstances<'_>) -> Paragraph {
    let line = Paragraph::new();
    if members.is_empty() {
        return line.text(format!("nobody is in {name} in my config"));
    }
    let are = if members.len() == 1 { "is" } else { "are" };
    let line = line.text(format!("in {name} {are} ")).then(some_people(members, 8));
    let here: Vec<Account> = members
        .iter()
        .filter(|member| around.is_around(member))
        .cloned()
        .collect();
    let line = members
        .iter()
        .fold(line, |line, member| match around.away_until(member) {
            Some(day) => line
                .text("; ")
                .person(member.as_str())
                .text(format!(" is away until {}", date(day))),
            None => line,
        });
    match here.len() {
        0 => line,
        _ if here.len() == members.len() => line.text(if here.len() == 1 {
            ", around now"
        } else {
            ", all around now"
        }),
        _ => line.text("; around now: ").then(some_people(&here, 8)),
    }
}

/// `plan, build and ship`.
pub(super) fn listed(names: impl IntoIterator<Item: AsRef<str>>) -> String {
    let names: Vec<_> = names.into_iter().collect();
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
        None => "none".to_owned(),
    }
}

/// What holds again after an undo, where its own words do not say so: completes “the last change was undone (…)”.
pub(super) fn as_before(now: Option<&Rfr>, then: Option<&Rfr>) -> Paragraph {
    let (Some(now), Some(then)) = (now, then) else {
        return Paragraph::new();
    };
    let mut again = Vec::new();
    let planned = |rfr: &Rfr| rfr.schedule.as_ref().map(|schedule| schedule.date);
    if planned(now) != planned(then) {
        again.push(Paragraph::new().text(match planned(then) {
            Some(day) => format!("production is on {} again", date(day)),
            None => "no day for production is named any more".to_owned(),
        }));
    }
    if now.ticket != then.ticket {
        let line = Paragraph::new().text("its ticket is ").link(then.ticket.url.clone());
        again.push(line.text(" again"));
    }
    if now.title != then.title {
        again.push(Paragraph::new().text(format!("its title is “{}” again", then.title)));
    }
    if again.is_empty() {
        return Paragraph::new();
    }
    Paragraph::new().text("; ").then(joined(again, ", "))
}

/// The event with no more of somebody's words than a short line bears.
pub(super) fn in_few_words(event: &RfrEvent) -> RfrEvent {
    let mut short = event.clone();
    if let RfrEvent::QuestionAsked { text, .. }
    | RfrEvent::QuestionAnswered { text, .. }
    | RfrEvent::TopicDecided { text, .. }
    | RfrEvent::Noted { text }
    | RfrEvent::Reported { text }
    | RfrEvent::ItemDone { note: text, .. }
    | RfrEvent::Scheduled { note: text, .. }
    | RfrEvent::SignedOff { note: text, .. }
    | RfrEvent::SignOffWithdrawn { reason: text, .. }
    | RfrEvent::Linked { label: text, .. }
    | RfrEvent::Held { reason: text }
    | RfrEvent::ReleaseAgreed { reason: text }
    | RfrEvent::Released { reason: text, .. }
    | RfrEvent::Reverted { reason: text, .. }
    | RfrEvent::Adopted { reason: text, .. }
    | RfrEvent::Ended { reason: text, .. }
    | RfrEvent::Reopened { reason: text }
    | RfrEvent::Unsponsored { reason: text }
    | RfrEvent::DiscussionsCleared { reason: text }
    | RfrEvent::SopNotNeeded { why: text, .. }
    | RfrEvent::LookedAfter { text, .. }
    | RfrEvent::SopsCleared { reason: text } = &mut short
    {
        *text = cut(text, LONGEST_WORDS);
    }
    short
}
