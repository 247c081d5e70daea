//! The tracker: what a change means for its ticket, and what tickets mean for RFRs.
//!
//! A login in the tracker is an account by the config alone. It never signs, and what it says is offered, not done. What
//! a ticket shows counts for one thing: whether it is assigned to the sponsor.

use super::archive::{Archive, ArchiveError};
use super::limits::Telling;
use super::{Desk, Handled};
use crate::command::sanitise;
use crate::mail::inbox::questions::{Statement, said};
use crate::people::Account;
use crate::record::{Commit, Effect, Event};
use crate::rfr::outlook::Outlook;
use crate::rfr::{Rfr, RfrEvent, Ticket, TicketView};
use crate::text::{Message, Paragraph};
use crate::wire::{
    Assign, Beside, CLOCKS_DIFFER, IncomingId, Manner, Outgoing, TRACKER_NETWORK, TicketComment, TicketOrder,
    TicketRead,
};
use crate::wording::{Told, cut};
use chrono::{DateTime, Utc};
use std::collections::BTreeMap;

/// The longest title that is taken, in characters.
const LONGEST_TITLE: usize = 200;

/// What the desk knows of the tracker.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a key of the config that is yes or no"
)]
pub struct TrackerSettings {
    /// A ticket's address up to its number.
    pub base: String,
    /// Tickets with this label are offered.
    pub label: Option<String>,
    /// Are tickets assigned to sponsors, and is that what the SOP's MUST asks for?
    pub assign: bool,
    /// Are tickets commented?
    pub comment: bool,
    /// Are tickets closed when an RFR is finished?
    pub close: bool,
    /// The accounts of logins, which are in lower case.
    pub logins: BTreeMap<String, Account>,
    /// Is any other login the account of that name?
    pub logins_are_accounts: bool,
}

impl TrackerSettings {
    /// The number of a ticket of this tracker.
    pub fn number(&self, url: &str) -> Option<u64> {
        let rest = url.strip_prefix(&self.base)?;
        let digits = rest.split(['#', '?', '/']).next()?;
        digits.parse().ok()
    }

    /// The account of a login.
    pub fn account(&self, login: &str) -> Option<Account> {
        let lower = login.to_ascii_lowercase();
        let by_name = || self.logins_are_accounts.then(|| Account::from_word(&lower)).flatten();
        let account = self.logins.get(&lower).cloned().or_else(by_name)?;
        (!account.is_nobody()).then_some(account)
    }

    /// The login of an account.
    pub fn login(&self, account: &Account) -> Option<String> {
        let mut logins = self.logins.iter();
        let named = logins
            .find(|(_, known)| *known == account)
            .map(|(login, _)| login.clone());
        named.or_else(|| self.logins_are_accounts.then(|| account.as_str().to_owned()))
    }
}

/// What a change means for a ticket.
#[derive(Default)]
pub(super) struct ForTicket {
    /// What is recorded of it.
    pub(super) events: Vec<RfrEvent>,
    /// What the ticket is to show.
    pub(super) order: Option<TicketOrder>,
    /// What is said beside the reply.
    pub(super) reply: Vec<Paragraph>,
}

/// Is it what tickets are told of?
fn is_told_to_tickets(event: &RfrEvent) -> bool {
    matches!(
        event,
        RfrEvent::Requested { .. }
            | RfrEvent::Advanced { .. }
            | RfrEvent::Reverted { .. }
            | RfrEvent::Ended { .. }
            | RfrEvent::Reopened { .. }
            | RfrEvent::SignedOff { .. }
            | RfrEvent::SignOffWithdrawn { .. }
            | RfrEvent::SignOffOutdated { .. }
            | RfrEvent::Held { .. }
            | RfrEvent::Released { .. }
            | RfrEvent::Undone { .. }
    )
}

impl<A: Archive> Desk<A> {
    /// Is it a ticket of the tracker?
    pub(super) fn is_tracked(&self, ticket: &Ticket) -> bool {
        let settings = self.settings.tracker.as_ref();
        settings.is_some_and(|settings| settings.number(&ticket.url).is_some())
    }

    /// What a change means for its ticket, where that is the tracker's.
    pub(super) fn for_the_ticket(&self, told: &Told<'_>) -> ForTicket {
        let mut found = ForTicket::default();
        let (Some(settings), Some(rfr)) = (&self.settings.tracker, told.after) else {
            return found;
        };
        if !self.is_tracked(&rfr.ticket) {
            if rfr.tracked.must_be_assigned {
                found.events.push(RfrEvent::AssignmentWanted { wanted: false });
            }
            return found;
        }
        let is_new = told.before.is_none_or(|before| before.ticket != rfr.ticket);
        if told.before.is_none() && rfr.title == Rfr::title_of(&rfr.ticket) {
            found.events.push(RfrEvent::TitleAwaited);
            found.reply.push(self.wording.title_awaited());
        }
        let sponsor = |rfr: &Rfr| rfr.sponsor.as_ref().map(|sponsor| sponsor.account.clone());
        let former = told.before.and_then(sponsor);
        let mut assign = None;
        if settings.assign
            && let Some(account) = sponsor(rfr)
            && (is_new || former.as_ref() != Some(&account))
        {
            if !rfr.tracked.must_be_assigned {
                found.events.push(RfrEvent::AssignmentWanted { wanted: true });
            }
            let instead_of = former.filter(|former| *former != account);
            match settings.login(&account) {
                Some(login) => {
                    assign = Some(Assign {
                        login,
                        instead_of: instead_of.and_then(|former| settings.login(&former)),
                    });
                }
                None => found.reply.push(self.wording.no_login(rfr, &account)),
            }
        }
        let phase_is_new = is_new || told.before.is_some_and(|before| before.phase != rfr.phase);
        let was_open = told.before.is_none_or(Rfr::is_open);
        let turned = was_open != rfr.is_open();
        let comment = settings.comment && (is_new || told.events.iter().any(is_told_to_tickets));
        if is_new || phase_is_new || turned || comment || assign.is_some() {
            let outlook = Outlook::of(rfr, told.around);
            found.order = Some(TicketOrder {
                url: rfr.ticket.url.clone(),
                at: told.now,
                comment: comment.then(|| self.wording.ticket_comment(told, &outlook)),
                phase: phase_is_new.then(|| rfr.phase.name().to_owned()),
                assign,
                closed: (settings.close && turned).then(|| !rfr.is_open()),
            });
        }
        found
    }

    /// Adds to a commit that was applied what tickets are told of sign-offs that a freeze, a calendar or a mail outdated.
    /// Where the ticket is told of the change itself, that says it.
    pub(super) fn tell_lapses(&self, commit: &mut Commit) {
        if !self.settings.tracker.as_ref().is_some_and(|settings| settings.comment) {
            return;
        }
        let now = commit.origin.at;
        let around = self.circumstances(now);
        let told = |url: &str| {
            let mut effects = commit.effects.iter();
            effects.any(|effect| matches!(effect, Effect::Ticket(order) if order.url == url && order.comment.is_some()))
        };
        let lapses = commit.events.iter().filter_map(|event| {
            let Event::Rfr {
                id,
                event: RfrEvent::SignOffOutdated { phase, because },
            } = event
            else {
                return None;
            };
            let rfr = self.state.open().find(|rfr| rfr.id == *id)?;
            let is_told = !self.is_tracked(&rfr.ticket) || told(&rfr.ticket.url);
            let outlook = Outlook::of(rfr, &around);
            (!is_told).then(|| TicketOrder {
                url: rfr.ticket.url.clone(),
                at: now,
                comment: Some(self.wording.ticket_lapse(&outlook, *phase, because)),
                phase: None,
                assign: None,
                closed: None,
            })
        });
        let orders: Vec<Effect> = lapses.map(Effect::Ticket).collect();
        commit.effects.extend(orders);
    }

    /// The numbers of the tickets of open RFRs, to be read at the start.
    pub fn tickets_to_read(&self) -> Vec<u64> {
        let Some(settings) = &self.settings.tracker else {
            return Vec::new();
        };
        let open = self.state.open();
        open.filter_map(|rfr| settings.number(&rfr.ticket.url)).collect()
    }

    /// The config may say less of the tracker than before: what is not asked for any more keeps no gate shut.
    pub fn tracker_settled(&mut self, now: DateTime<Utc>) -> Handled {
        let assigns = self.settings.tracker.as_ref().is_some_and(|settings| settings.assign);
        let freed = self
            .state
            .open()
            .filter(|rfr| rfr.tracked.must_be_assigned && !(assigns && self.is_tracked(&rfr.ticket)));
        let freed = freed.map(|rfr| Event::Rfr {
            id: rfr.id,
            event: RfrEvent::AssignmentWanted { wanted: false },
        });
        let events = freed.collect();
        self.by_the_tracker(events, Vec::new(), None, now)
    }

    /// A ticket was read; `by_us`: after the bot changed it.
    pub fn ticket_read(&mut self, ticket: &TicketRead, by_us: bool, now: DateTime<Utc>) -> Handled {
        let handled = self.take_ticket(ticket, by_us, now);
        or_logged(handled)
    }

    pub(super) fn take_ticket(
        &mut self,
        read: &TicketRead,
        by_us: bool,
        now: DateTime<Utc>,
    ) -> Result<Handled, ArchiveError> {
        let Some(settings) = self.settings.tracker.clone() else {
            return Ok(Handled::default());
        };
        self.is_looked_at(&settings, read);
        let Some(rfr) = self.with_this_ticket(&read.url)? else {
            return self.offer(&settings, read, now);
        };
        let before = rfr.tracked.seen.as_deref().cloned();
        // What was sent again, or overtaken. A time to come proves no order: a server may have said any.
        let is_past = |at: DateTime<Utc>| at <= now + CLOCKS_DIFFER;
        if before
            .as_ref()
            .is_some_and(|before| before.at > read.updated && is_past(before.at))
        {
            return Ok(Handled::default());
        }
        let title = cut(&sanitise(&read.title), LONGEST_TITLE);
        let (mut accounts, mut others) = (Vec::new(), Vec::new());
        for login in &read.assignees {
            match settings.account(login) {
                Some(account) => accounts.push(account.to_string()),
                None => others.push(sanitise(login)),
            }
        }
        let view = TicketView {
            title: title.clone(),
            closed: read.closed,
            accounts,
            others,
            at: read.updated,
        };
        let mut events = Vec::new();
        let mut lines = Vec::new();
        let mut rfr = rfr;
        if rfr.tracked.awaits_title {
            let requester = settings.account(&read.author);
            lines.push(
                self.wording
                    .ticket_taken(&rfr, &title, &sanitise(&read.author), requester.as_ref()),
            );
            rfr.title.clone_from(&title);
            events.push(RfrEvent::TicketTaken { title, requester });
        }
        if before.as_ref().is_none_or(|before| !before.shows_the_same(&view)) {
            // What the bot did itself is no news.
            let before = before.map(|before| TicketView {
                closed: if by_us { view.closed } else { before.closed },
                ..before
            });
            lines.extend(self.wording.ticket_changed(&rfr, before.as_ref(), &view));
            events.push(RfrEvent::TicketSeen { view });
        }
        if events.is_empty() {
            return Ok(Handled::default());
        }
        let effects = self.say_of_ticket(&rfr, lines, now)?;
        let events = events.into_iter().map(|event| Event::Rfr { id: rfr.id, event });
        Ok(self.by_the_tracker(events.collect(), effects, None, now))
    }

    /// Somebody commented in a ticket.
    pub fn ticket_commented(&mut self, comment: &TicketComment, now: DateTime<Utc>) -> Handled {
        let handled = self.take_comment(comment, now);
        or_logged(handled)
    }

    fn take_comment(&mut self, comment: &TicketComment, now: DateTime<Utc>) -> Result<Handled, ArchiveError> {
        let Some(settings) = self.settings.tracker.clone() else {
            return Ok(Handled::default());
        };
        let id = IncomingId {
            network: TRACKER_NETWORK.to_owned(),
            id: format!("comment {}", comment.id),
        };
        let Some(rfr) = self.with_this_ticket(&comment.ticket)?.filter(Rfr::is_open) else {
            return Ok(Handled::default());
        };
        // What is quoted was said by somebody else.
        let own: Vec<&str> = comment
            .text
            .lines()
            .filter(|line| !line.trim_start().starts_with('>'))
            .collect();
        let asked = said(&own.join("\n")).into_iter().filter_map(|said| match said {
            Statement::Question { explicit: true, text } => Some(sanitise(&text)),
            Statement::Question { explicit: false, .. }
            | Statement::Answer { .. }
            | Statement::Numbered { .. }
            | Statement::Unnumbered => None,
        });
        let mut offers: Vec<String> = asked.collect();
        let mut id = id;
        if comment.is_edited && self.was_seen_before(&id)? {
            let known = |text: &String| {
                let mut offers = rfr.thread.offers.iter();
                offers.any(|offer| offer.url.as_ref() == Some(&comment.url) && bare(&offer.text) == bare(text))
            };
            offers.retain(|text| !known(text));
            id.id = format!("{}: {}", id.id, offers.join("\n"));
        }
        if offers.is_empty() || self.was_seen_before(&id)? {
            return Ok(Handled::default());
        }
        let author = match settings.account(&comment.author) {
            Some(account) => account.to_string(),
            None => sanitise(&comment.author),
        };
        let numbered: Vec<(u32, &str)> = (rfr.thread.last_offer + 1..)
            .zip(offers.iter().map(String::as_str))
            .collect();
        let line = self.wording.ticket_asks(&rfr.name, &author, &comment.url, &numbered);
        let effects = self.say_of_ticket(&rfr, vec![line], now)?;
        let event = RfrEvent::TicketHeard {
            author,
            url: comment.url.clone(),
            offers,
        };
        Ok(self.by_the_tracker(vec![Event::Rfr { id: rfr.id, event }], effects, Some(id), now))
    }

    /// The tracker did not assign a ticket.
    pub fn ticket_not_assigned(&mut self, ticket: &str, login: &str, why: &str, now: DateTime<Utc>) -> Handled {
        let handled = self.with_this_ticket(ticket).and_then(|found| {
            let Some(rfr) = found.filter(Rfr::is_open) else {
                return Ok(Handled::default());
            };
            let settings = self.settings.tracker.as_ref();
            let account = settings.and_then(|settings| settings.account(login));
            let account = account.map_or_else(|| login.to_owned(), |account| account.to_string());
            let line = self.wording.assignment_refused(&rfr, &account, &sanitise(why));
            let effects = self.say_of_ticket(&rfr, vec![line], now)?;
            Ok(self.by_the_tracker(Vec::new(), effects, None, now))
        });
        or_logged(handled)
    }

    /// What a ticket was to show was given up.
    pub fn ticket_was_refused(&mut self, order: &TicketOrder, why: &str, now: DateTime<Utc>) -> Handled {
        let handled = self.with_this_ticket(&order.url).and_then(|found| {
            let Some(rfr) = found else {
                return Ok(Handled::default());
            };
            let line = self.wording.ticket_refused(&rfr.name, &rfr.ticket, &sanitise(why));
            let effects = self.say_of_ticket(&rfr, vec![line], now)?;
            Ok(self.by_the_tracker(Vec::new(), effects, None, now))
        });
        or_logged(handled)
    }

    /// What stands in the way of the tracker, for the admin place.
    pub fn tracker_trouble(&self, why: &str) -> Option<Outgoing> {
        self.for_the_admins(self.wording.tracker_trouble(&sanitise(why)))
    }

    pub(super) fn for_the_admins(&self, message: Message) -> Option<Outgoing> {
        Some(Outgoing {
            place: self.admin_place.clone()?,
            manner: Manner::Announcement,
            to: None,
            in_reply_to: None,
            message,
            beside: Beside::default(),
        })
    }

    /// The RFR of that ticket, whatever stands behind its number.
    pub(super) fn with_this_ticket(&self, url: &str) -> Result<Option<Rfr>, ArchiveError> {
        let Some(id) = self.state.with_ticket(url, &self.archive)? else {
            return Ok(None);
        };
        Ok(self.state.rfr(id, &self.archive)?.map(std::borrow::Cow::into_owned))
    }

    pub(super) fn was_seen_before(&self, id: &IncomingId) -> Result<bool, ArchiveError> {
        Ok(self.state.was_seen(id) || self.archive.was_seen(id)?)
    }

    /// The announcements of these lines about an RFR, as far as its limit allows.
    pub(super) fn say_of_ticket(
        &mut self,
        rfr: &Rfr,
        lines: Vec<Paragraph>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Effect>, ArchiveError> {
        if lines.is_empty() {
            return Ok(Vec::new());
        }
        let message = match self.telling(rfr.id, now)? {
            Telling::Announced => Message(lines),
            Telling::LastLine(most) => self.wording.no_more_announcements(&rfr.name, most),
            Telling::NotAnnounced => return Ok(Vec::new()),
        };
        let beside = Beside {
            rfr: Some(rfr.id),
            ..Beside::default()
        };
        Ok(self.announcements(None, &message, &beside))
    }

    /// A commit that the tracker caused.
    pub(super) fn by_the_tracker(
        &mut self,
        events: Vec<Event>,
        effects: Vec<Effect>,
        incoming: Option<IncomingId>,
        now: DateTime<Utc>,
    ) -> Handled {
        self.unasked(("the tracker", TRACKER_NETWORK), events, effects, incoming, now)
    }
}

/// A question without what was written behind it.
fn bare(text: &str) -> &str {
    text.split_once('?').map_or(text, |(question, _)| question).trim()
}

/// The newest change of an open RFR's ticket that was taken in, by the tracker's clock.
pub fn newest_seen(archive: &impl Archive) -> Result<Option<DateTime<Utc>>, ArchiveError> {
    let open = archive.open_rfrs()?;
    Ok(open.iter().filter_map(|rfr| Some(rfr.tracked.seen.as_ref()?.at)).max())
}

pub(super) fn or_logged(handled: Result<Handled, ArchiveError>) -> Handled {
    handled.unwrap_or_else(|error| {
        tracing::error!(%error, "the store cannot be used");
        Handled::default()
    })
}
