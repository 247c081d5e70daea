//! What is said about tickets, and what tickets are told.

use super::Wording;
use super::announcements::lapsed;
use super::changes::Told;
use super::outlook::needs;
use super::phrases::{assignees, because, cut};
use super::remedies::to_phase;
use crate::command::sanitise;
use crate::people::Account;
use crate::rfr::outlook::Outlook;
use crate::rfr::{Outdated, Rfr, Ticket, TicketView};
use crate::sop::Phase;
use crate::text::{Message, Paragraph};
use crate::wire::TicketRead;

/// How much of a title or a question is repeated.
const LONGEST: usize = 80;

/// What a ticket shows, for the history.
pub(super) fn in_short(view: &TicketView) -> Paragraph {
    let state = if view.closed { "closed" } else { "open" };
    Paragraph::new()
        .text(format!(
            "the ticket: “{}”, {state}, assigned to ",
            cut(&view.title, LONGEST)
        ))
        .then(assignees(view))
}

/// What ends an RFR in its phase.
fn ends(rfr: &Rfr) -> String {
    let verb = if rfr.phase < Phase::Production {
        "drop"
    } else {
        "remove"
    };
    format!("{verb} {} REASON", rfr.name)
}

/// Another assignee than before, other than the sponsor who accepted.
fn reassigned(rfr: &Rfr, before: Option<&TicketView>, now: &TicketView) -> Option<Paragraph> {
    let same = |before: &TicketView| (&before.accounts, &before.others) == (&now.accounts, &now.others);
    if before.is_some_and(same) {
        return None;
    }
    let line = Paragraph::new()
        .text("is assigned to ")
        .then(assignees(now))
        .text(" now");
    let Some(sponsor) = &rfr.sponsor else {
        return before.map(|_| line);
    };
    let has = |view: &TicketView| view.accounts.iter().any(|account| account == sponsor.account.as_str());
    match (before.is_some_and(has), has(now)) {
        (false, true) => rfr.tracked.must_be_assigned.then(|| {
            Paragraph::new()
                .text("is assigned to its sponsor ")
                .person(sponsor.account.as_str())
                .text(", as the SOP asks")
        }),
        (false, false) if before.is_none() => None,
        (true, false) => Some(
            line.text(", and no more to its sponsor ")
                .person(sponsor.account.as_str())
                .text(if rfr.tracked.must_be_assigned {
                    ": the next phase stays shut until it is"
                } else {
                    ""
                }),
        ),
        (true, true) | (false, false) => Some(line),
    }
}

impl Wording {
    /// A request without a title.
    pub fn title_awaited(&self) -> Paragraph {
        Paragraph::new().text("Title and requester come from the ticket as soon as the tracker answers; I say so then.")
    }

    /// The tracker's login of a sponsor is not known.
    pub fn no_login(&self, rfr: &Rfr, account: &Account) -> Paragraph {
        Paragraph::new()
            .text("I cannot assign ")
            .text(rfr.ticket.to_string())
            .text(" to ")
            .person(account.as_str())
            .text(
                ": the config names no login of theirs in the tracker. An operator adds it to logins of [tracker]; until \
                 the ticket is assigned to its sponsor, the next phase stays shut.",
            )
    }

    /// Title and requester came.
    pub fn ticket_taken(&self, rfr: &Rfr, title: &str, author: &str, requester: Option<&Account>) -> Paragraph {
        let line = Paragraph::new()
            .strong(rfr.name.clone())
            .text(format!(" is called “{}” by its ticket", cut(title, LONGEST)));
        match requester {
            Some(account) => {
                let line = line.text(", and ").person(account.as_str()).text(" requested it");
                match rfr.requested.by.person() {
                    Some(asked) if asked != account => line
                        .text(": the requester is ")
                        .person(account.as_str())
                        .text(" now, in place of ")
                        .person(asked.as_str()),
                    Some(_) | None => line,
                }
            }
            None => line
                .text(", which was written by ")
                .person(author)
                .text(", a login that the config maps to no account: ")
                .person(rfr.requested.by.as_str())
                .text(" stays the requester"),
        }
        .text(" (")
        .link(rfr.ticket.url.clone())
        .text(").")
    }

    /// What changed in a ticket from outside, in one line; `None` if nothing of it is news.
    pub fn ticket_changed(&self, rfr: &Rfr, before: Option<&TicketView>, now: &TicketView) -> Option<Paragraph> {
        let mut parts = Vec::new();
        match (before.is_some_and(|before| before.closed), now.closed, rfr.is_open()) {
            (false, true, true) => parts.push(
                Paragraph::new()
                    .text("was closed in the tracker, though the RFR is open: ")
                    .code(self.type_this(&ends(rfr)))
                    .text(" ends it, or somebody reopens the ticket"),
            ),
            (true, false, false) => parts.push(
                Paragraph::new()
                    .text("was reopened in the tracker: ")
                    .code(self.type_this(&format!("reopen {}", rfr.name)))
                    .text(" takes the RFR up again"),
            ),
            (true, false, true) => parts.push(Paragraph::new().text("was reopened in the tracker")),
            (false, true, false) | (true, true, _) | (false, false, _) => {}
        }
        if before.is_some_and(|before| before.title != now.title) && now.title != rfr.title {
            // A command to paste is whole: of a long title somebody makes a short one.
            let short = now.title.chars().count() <= LONGEST;
            let title = if short { now.title.as_str() } else { "TITLE" };
            parts.push(
                Paragraph::new()
                    .text(format!("is called “{}” now: ", cut(&now.title, LONGEST)))
                    .code(self.type_this(&format!("title {} {title}", rfr.name)))
                    .text(if short {
                        " takes that over"
                    } else {
                        " takes it over, shorter"
                    }),
            );
        }
        parts.extend(reassigned(rfr, before, now));
        let mut line = Paragraph::new()
            .strong(rfr.name.clone())
            .text(format!(": {} ", rfr.ticket));
        if parts.is_empty() {
            return None;
        }
        for (at, part) in parts.into_iter().enumerate() {
            line = line.text(if at > 0 { "; it " } else { "" }).then(part);
        }
        Some(line.text(" (").link(rfr.ticket.url.clone()).text(")."))
    }

    /// A ticket that could become an RFR.
    pub fn ticket_offered(&self, (number, title, author, url): (u64, &str, &str, &str), name: &str) -> Paragraph {
        Paragraph::new()
            .text(format!("Ticket {number} (“{}”, by ", cut(title, LONGEST)))
            .person(author)
            .text("; ")
            .link(url)
            .text(") asks for resources: ")
            .code(self.type_this(&format!("new {name} {number}")))
            .text(" takes it up.")
    }

    /// An open RFR whose ticket is closed.
    pub(super) fn closed_outside(&self, rfr: &Rfr) -> Option<Paragraph> {
        rfr.has_closed_ticket().then(|| {
            Paragraph::new()
                .text("Its ticket was closed in the tracker, though the RFR is open: ")
                .code(self.type_this(&ends(rfr)))
                .text(" ends it, or somebody reopens the ticket.")
        })
    }

    /// The tickets that could become RFRs, each with a name for it; `None`: none is looked for.
    pub fn tickets(&self, found: Option<&[(TicketRead, String)]>, more: usize) -> Message {
        let Some(found) = found else {
            let line = Paragraph::new().text(
                "I look for no tickets that ask for resources: the config names no label of theirs (label under [tracker]).",
            );
            return line.into();
        };
        if found.is_empty() {
            return Paragraph::new()
                .text("Of the tickets that I have read since my start, none waits to be taken up.")
                .into();
        }
        let count = match found.len() + more {
            1 => "1 ticket waits".to_owned(),
            count => format!("{count} tickets wait"),
        };
        let mut message = Message::line(Paragraph::new().text(format!("{count} to be taken up:")));
        for (ticket, name) in found {
            let number = ticket.number;
            let line = Paragraph::new()
                .text(format!("{number} (“{}”, by ", cut(&sanitise(&ticket.title), LONGEST)))
                .person(sanitise(&ticket.author))
                .text("; ")
                .link(ticket.url.clone())
                .text("): ");
            message.push(line.code(self.type_this(&format!("new {name} {number}"))));
        }
        if more > 0 {
            message.push(Paragraph::new().text(format!("… and {more} more.")));
        }
        message
    }

    /// More tickets than are offered in an hour, for the admin place.
    pub fn tickets_wait(&self, numbers: &[u64], in_an_hour: usize) -> Message {
        const NAMED: usize = 20;
        let named: Vec<String> = numbers.iter().take(NAMED).map(u64::to_string).collect();
        let more = match numbers.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let (tickets, ask) = if numbers.len() == 1 {
            ("ticket", "asks")
        } else {
            ("tickets", "ask")
        };
        Paragraph::new()
            .text(format!(
                "{} more {tickets} {ask} for resources than the {in_an_hour} that I offer in an hour: {}{more}. I offer \
                 them as the hours pass; ",
                numbers.len(),
                named.join(", ")
            ))
            .code(self.type_this("tickets"))
            .text(" lists all, and ")
            .code(self.type_this("new NAME TICKET"))
            .text(" takes one up before.")
            .into()
    }

    /// Questions in a comment, by their numbers.
    pub fn ticket_asks(&self, name: &str, author: &str, url: &str, offers: &[(u32, &str)]) -> Paragraph {
        let mut line = Paragraph::new()
            .strong(name)
            .text(": in the ticket ")
            .person(author)
            .text(" asks ");
        for (at, (number, text)) in offers.iter().enumerate() {
            line = line
                .text(if at > 0 { "; and " } else { "" })
                .text(format!("“{}”: ", cut(text, LONGEST)))
                .code(self.type_this(&format!("ask {name} from {number}")))
                .text(" takes that as a question");
        }
        line.text(" (").link(url).text(").")
    }

    /// What was to be shown in a ticket was given up.
    pub fn ticket_refused(&self, name: &str, ticket: &Ticket, why: &str) -> Paragraph {
        Paragraph::new()
            .strong(name)
            .text(format!(
                ": {ticket} could not be kept up to date, and I gave up{}. ",
                because(why)
            ))
            .code(self.type_this(&format!("ticket {name} NUMBER")))
            .text(" names another.")
    }

    /// The tracker did not assign a ticket.
    pub fn assignment_refused(&self, rfr: &Rfr, account: &str, why: &str) -> Paragraph {
        let line = Paragraph::new()
            .strong(rfr.name.clone())
            .text(format!(": I may not assign {} to ", rfr.ticket))
            .person(account)
            .text(because(why))
            .text(". Somebody who may does that at ")
            .link(rfr.ticket.url.clone());
        line.text(if rfr.tracked.must_be_assigned {
            "; until then the next phase stays shut."
        } else {
            "."
        })
    }

    /// What stands in the way of the tracker, for the admin place.
    pub fn tracker_trouble(&self, why: &str) -> Message {
        Paragraph::new()
            .text(format!(
                "The tracker: {why}. Chat goes on without it; `rfrbot status` shows when it is well again."
            ))
            .into()
    }

    /// What a ticket is told of a change, in Markdown.
    pub fn ticket_comment(&self, told: &Told<'_>, outlook: &Outlook<'_>) -> String {
        let rfr = outlook.rfr;
        let is_new = told.before.is_none_or(|before| before.ticket != rfr.ticket);
        let happened = if is_new {
            // The ticket knows its own title and author.
            Some(
                Paragraph::new()
                    .text("The RFR ")
                    .strong(rfr.name.clone())
                    .text(" follows this ticket from now on, says ")
                    .person(told.by.as_str())
                    .text(" in chat."),
            )
        } else {
            self.announcement(told).or_else(|| self.brief(told, false))
        };
        comment(happened.as_ref(), outlook)
    }

    /// What a ticket is told of a sign-off that a freeze, a calendar or a mail outdated.
    pub fn ticket_lapse(&self, outlook: &Outlook<'_>, phase: Phase, because: &Outdated) -> String {
        comment(Some(&lapsed(outlook.rfr, phase, because).text(".")), outlook)
    }
}

/// What happened, and where the RFR stands.
fn comment(happened: Option<&Paragraph>, outlook: &Outlook<'_>) -> String {
    let rfr = outlook.rfr;
    let mut paragraphs: Vec<String> = happened.into_iter().map(Paragraph::markdown).collect();
    let sponsor = match (&rfr.sponsor, &rfr.asked_sponsor) {
        (Some(sponsor), _) => Paragraph::new().person(sponsor.account.as_str()),
        (None, Some(asked)) => Paragraph::new()
            .text("none yet; ")
            .person(asked.account.as_str())
            .text(" was asked"),
        (None, None) => Paragraph::new().text("none yet"),
    };
    let stands = match (&rfr.ended, &rfr.hold) {
        (Some(_), _) => "ended".to_owned(),
        (None, Some(hold)) => format!("on hold{}", because(&hold.reason)),
        (None, None) => String::new(),
    };
    let mut list = vec![
        Paragraph::new()
            .text("Phase: ")
            .strong(rfr.called(rfr.phase))
            .text(if stands.is_empty() { "" } else { ", " })
            .text(stands),
        Paragraph::new().text("Sponsor: ").then(sponsor),
    ];
    if rfr.is_open() {
        let to = to_phase(rfr);
        list.push(if outlook.blocking.is_empty() {
            Paragraph::new().text(format!("Nothing is missing for {to}."))
        } else {
            Paragraph::new()
                .text(format!("Missing for {to}, and who can give it: "))
                .then(needs(outlook, true))
                .text(".")
        });
    }
    let list: Vec<String> = list.iter().map(|line| format!("- {}", line.markdown())).collect();
    paragraphs.push(list.join("\n"));
    unmentioned(&paragraphs.join("\n\n"))
}

/// Nobody is mentioned by it, and no other ticket: a zero-width space parts the sign from its word.
fn unmentioned(markdown: &str) -> String {
    markdown.replace("\\@", "@\u{200b}").replace("\\#", "#\u{200b}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comment_mentions_nobody_and_nothing() {
        let line = Paragraph::new().text("@otto, see #1 and <b>this</b>").markdown();
        assert_eq!(
            unmentioned(&line),
            "@\u{200b}otto, see #\u{200b}1 and \\<b\\>this\\</b\\>"
        );
    }
}
