//! The tracker of a story: what tickets are told, and what happens in them.

use crate::world::World;
use chrono::Duration;
use rfrbot::desk::TrackerSettings;
use rfrbot::wire::{Report, TicketComment, TicketDelivery, TicketRead, TrackerReport};
use std::collections::BTreeMap;

/// The tracker's state.
#[derive(Clone, Default)]
pub(crate) struct Tracker {
    tickets: BTreeMap<u64, TicketRead>,
    pub(crate) is_down: bool,
    assigns_nobody: bool,
    comments: u64,
    last_comment: Option<TicketComment>,
}

const BASE: &str = "https://forge.example.org/infra/tickets/issues/";

/// What the config says of it.
pub(crate) fn settings() -> TrackerSettings {
    TrackerSettings {
        base: BASE.to_owned(),
        label: Some("RFR".to_owned()),
        assign: true,
        comment: true,
        close: true,
        logins: BTreeMap::new(),
        logins_are_accounts: true,
    }
}

impl World {
    /// An order reached the tracker.
    pub(crate) fn ticket_out(&mut self, delivery: TicketDelivery) -> Vec<String> {
        let TicketDelivery { key, order } = delivery;
        let number: u64 = order
            .url
            .strip_prefix(BASE)
            .expect("a ticket")
            .parse()
            .expect("its number");
        let now = self.now;
        let Some(ticket) = self.tracker.tickets.get_mut(&number) else {
            let why = format!("there is no ticket {number} in infra/tickets");
            self.step(Report::Undeliverable { key, why });
            return Vec::new();
        };
        let mut said = Vec::new();
        let mut refused = None;
        if let Some(assign) = &order.assign
            && !ticket.assignees.contains(&assign.login)
        {
            if self.tracker.assigns_nobody {
                refused = Some(assign.login.clone());
            } else {
                ticket
                    .assignees
                    .retain(|login| Some(login) != assign.instead_of.as_ref());
                ticket.assignees.push(assign.login.clone());
                said.push(format!(
                    "| ticket {number} is assigned to {}",
                    ticket.assignees.join(", ")
                ));
            }
        }
        if let Some(phase) = &order.phase {
            said.push(format!("| ticket {number} has the label of {phase}"));
        }
        for line in order.comment.iter().flat_map(|comment| comment.lines()) {
            said.push(format!("| ticket {number}: {line}").trim_end().to_owned());
        }
        if let Some(closed) = order.closed.filter(|closed| *closed != ticket.closed) {
            ticket.closed = closed;
            said.push(format!(
                "| ticket {number} is {}",
                if closed { "closed" } else { "open" }
            ));
        }
        ticket.updated = now;
        let read = ticket.clone();
        if let Some(login) = refused {
            let why = "the server took the call and assigned nobody: the token's account needs write access to \
                       infra/tickets";
            self.report(TrackerReport::NotAssigned {
                ticket: order.url,
                login,
                why: why.to_owned(),
            });
        }
        self.report(TrackerReport::Shown(read));
        let (lines, complete) = (1, true);
        self.step(Report::Delivered { key, lines, complete });
        said
    }

    fn report(&mut self, report: TrackerReport) {
        self.step(Report::Tracker(Box::new(report)));
    }

    /// What happens in the tracker, from the words of a story.
    pub(crate) fn in_the_tracker(&mut self, words: &str) {
        let parts: Vec<&str> = words.split_whitespace().collect();
        match parts.as_slice() {
            ["tracker"] => self.before_start(|world| world.tracked = Some(settings())),
            ["tracker", "knows", "no", "logins"] => self.before_start(|world| {
                world.tracked.get_or_insert_with(settings).logins_are_accounts = false;
            }),
            ["tracker", "down"] => self.tracker.is_down = true,
            ["tracker", "up"] => self.tracker.is_down = false,
            ["tracker", "assigns", "nobody"] => self.tracker.assigns_nobody = true,
            ["tracker", "assigns"] => self.tracker.assigns_nobody = false,
            ["tracker", "gone"] => {
                self.running = None;
                self.tracked = None;
                let now = self.now;
                let running = self.running();
                let settled = running.core.desk_mut().tracker_settled(now).commit;
                running.journal.commit(settled.as_slice()).expect("the disk takes it");
                running.core.desk_mut().committed();
            }
            ["ticket", number, "as", "in", "a", "year", "to", "come"] => {
                // A server says any time.
                let number: u64 = number.parse().expect("a number");
                let mut wrong = self.tracker.tickets[&number].clone();
                wrong.title = format!("{} in a year to come", wrong.title);
                wrong.updated = self.now + Duration::days(365);
                self.report(TrackerReport::Ticket(wrong));
            }
            ["ticket", number, "by", author, title @ ..] => {
                let number = number.parse().expect("a number");
                let read = TicketRead {
                    url: format!("{BASE}{number}"),
                    number,
                    title: title.join(" "),
                    author: author.trim_end_matches(':').to_owned(),
                    closed: false,
                    assignees: Vec::new(),
                    labels: Vec::new(),
                    created: self.now,
                    updated: self.now,
                };
                self.tracker.tickets.insert(number, read);
            }
            ["ticket", number, change @ ..] => {
                let number: u64 = number.parse().expect("a number");
                let now = self.now + Duration::seconds(1);
                let ticket = self.tracker.tickets.get_mut(&number).expect("the ticket is there");
                match change {
                    ["is", "read"] => {}
                    ["closed"] => ticket.closed = true,
                    ["reopened"] => ticket.closed = false,
                    ["called", title @ ..] => ticket.title = title.join(" "),
                    ["labelled", label] => ticket.labels.push((*label).to_owned()),
                    ["assigned", logins @ ..] => {
                        ticket.assignees = logins.iter().map(|login| (*login).to_owned()).collect();
                    }
                    ["as", "an", "hour", "ago"] => {
                        // What was sent an hour ago comes once more.
                        let mut old = ticket.clone();
                        old.closed = !old.closed;
                        old.updated = self.now - Duration::hours(1);
                        return self.report(TrackerReport::Ticket(old));
                    }
                    other => panic!("nothing happens in a ticket by {other:?}"),
                }
                if !matches!(change, ["is", "read"]) {
                    ticket.updated = now;
                }
                let read = ticket.clone();
                self.report(TrackerReport::Ticket(read));
            }
            ["comment", "edited:", text @ ..] => {
                let last = self.tracker.last_comment.as_mut().expect("there was one");
                last.text = text.join(" ").replace(" //// ", "\n\n").replace(" // ", "\n");
                last.is_edited = true;
                let comment = last.clone();
                self.report(TrackerReport::Comment(comment));
            }
            ["comment", "again"] => {
                let comment = self.tracker.last_comment.clone().expect("there was one");
                self.report(TrackerReport::Comment(comment));
            }
            ["comment", "by", author, "in", number, text @ ..] => {
                self.tracker.comments += 1;
                let id = self.tracker.comments;
                let ticket = format!("{BASE}{}", number.trim_end_matches(':'));
                let comment = TicketComment {
                    id,
                    url: format!("{ticket}#issuecomment-{id}"),
                    ticket,
                    author: (*author).to_owned(),
                    text: text.join(" ").replace(" //// ", "\n\n").replace(" // ", "\n"),
                    is_edited: false,
                };
                self.tracker.last_comment = Some(comment.clone());
                self.report(TrackerReport::Comment(comment));
            }
            other => panic!("the tracker of stories does not know {other:?}"),
        }
    }
}
