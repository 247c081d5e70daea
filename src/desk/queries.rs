//! Looking: queries write nothing, and those about open work never touch the disk.

use super::archive::{Archive, ArchiveError, Closed};
use super::{Desk, Incoming, Message, Query, Rfr, reply_to};
use crate::command::{self, Filter, Friendly};
use crate::people::{Account, Identity, SYSADMIN_MAIN, Unproven};
use crate::record::Hits;
use crate::rfr::Sought;
use crate::rfr::decide::frozen;
use crate::sop::{self, Kind, Phase};
use crate::wire::{Beside, Manner, Outgoing, Place};
use crate::wording::{Overview, SeenAs};
use chrono::{DateTime, Duration, Utc};

/// The most RFRs that one answer lists.
const LONGEST_LIST: usize = 50;

/// After how long without a change an RFR counts as stuck: the team's own rule for old tickets is an answer
/// within two weeks.
const STUCK_AFTER_DAYS: i64 = 14;

impl<A: Archive> Desk<A> {
    pub(super) fn query(
        &mut self,
        incoming: &Incoming,
        query: &Query,
        now: DateTime<Utc>,
    ) -> Result<Message, ArchiveError> {
        match query {
            Query::Overview => Ok(self.with_doubts(incoming, self.list(incoming, &Filter::Open, now)?)),
            Query::Status(which) => {
                let shown = self.which_to_show(incoming, which)?;
                let status = shown.map_or_else(|question| question, |rfr| self.wording.status(&rfr, now));
                Ok(self.with_doubts(incoming, status))
            }
            Query::Several(ids) => {
                let mut message = Message::default();
                for id in ids {
                    if let Some(rfr) = self.state.rfr(*id, &self.archive)? {
                        message.0.extend(self.wording.status(&rfr, now).0);
                    }
                }
                Ok(self.with_doubts(incoming, message))
            }
            Query::Links(which) => Ok(self
                .which_to_show(incoming, which)?
                .map_or_else(|question| question, |rfr| self.wording.links(&rfr))),
            Query::Sops(which) => Ok(self
                .which_to_show(incoming, which)?
                .map_or_else(|question| question, |rfr| self.wording.sops(&rfr))),
            Query::Url(which) => Ok(self
                .which_to_show(incoming, which)?
                .map_or_else(|question| question, |rfr| self.wording.url(&rfr))),
            Query::Friendly(friendly) => Ok(self.friendly(incoming, *friendly, now)),
            Query::List(filter) => self.list(incoming, filter, now),
            Query::Next(which) => Ok(self.which_to_show(incoming, which)?.map_or_else(
                |question| question,
                |rfr| {
                    let facts = self.state.facts();
                    let frozen = frozen(&rfr, &facts.book, &facts.breaks, &self.directory, now);
                    self.wording
                        .next(&rfr, frozen.as_ref(), self.directory.four_eyes(), &self.people_around())
                },
            )),
            Query::Todo(person) => Ok(self.todo(incoming, person.as_ref(), now)),
            Query::History(which) => match self.which_to_show(incoming, which)? {
                Err(question) => Ok(question),
                Ok(rfr) => Ok(self.wording.history(&rfr, &self.archive.history(rfr.id)?)),
            },
            Query::Who(which) => Ok(self
                .which_to_show(incoming, which)?
                .map_or_else(|question| question, |rfr| self.wording.who(&rfr))),
            Query::Questions(which) => self.questions(incoming, which),
            Query::Why => Ok(self
                .memory
                .last_refusal(incoming)
                .cloned()
                .unwrap_or_else(|| self.wording.nothing_refused().into())),
            Query::WhoAmI => Ok(self.whoami(incoming)),
            Query::Search(text) => self.search(text, now),
            Query::More => Ok(self
                .memory
                .take_rest(incoming)
                .unwrap_or_else(|| self.wording.no_more().into())),
            Query::Help(verb) => Ok(self.help(verb.as_deref())),
            Query::Version => Ok(self.wording.version(self.settings.edition).into()),
            Query::Reminders(which) => self.upcoming(incoming, which, now),
            Query::Freeze => Ok(self.freeze(now)),
            Query::Freezes => Ok(self.wording.freezes(&self.state.facts().book, now)),
            Query::FreezeBreaks => Ok(self.freeze_breaks()?),
            Query::Mail => Ok(self.unsent(now)),
            Query::Digest => Ok(self.digest(now)),
            Query::Focus => {
                let rfr = match self.talks_about(&incoming.place) {
                    Some(id) => self.state.rfr(id, &self.archive)?,
                    None => None,
                };
                Ok(self.wording.focus(rfr.as_deref(), now).into())
            }
        }
    }

    /// What goes beside the answer to a query about one RFR.
    pub(super) fn shown(&self, incoming: &Incoming, query: &Query) -> Result<Option<Beside>, ArchiveError> {
        let (Query::Status(which)
        | Query::Next(which)
        | Query::History(which)
        | Query::Who(which)
        | Query::Links(which)
        | Query::Sops(which)
        | Query::Url(which)
        | Query::Questions(which)) = query
        else {
            return Ok(None);
        };
        let Ok(rfr) = self.which_to_show(incoming, which)? else {
            return Ok(None);
        };
        let mut beside = self.beside(None, &rfr);
        // Only those two show what is missing, and so what a signature would sign.
        if !matches!(query, Query::Status(_) | Query::Next(_)) {
            beside.asks = None;
        }
        Ok(Some(beside))
    }

    /// Where nobody can be proven to be anybody, whoever looks is told that changes are of no use.
    fn with_doubts(&self, incoming: &Incoming, mut message: Message) -> Message {
        if let Identity::Unproven(Unproven::ServerCannotTell) = incoming.identity {
            message.push(self.wording.no_changes_here());
        }
        message
    }

    /// A kind word for kind words, once a day for each person.
    pub(super) fn friendly(&mut self, incoming: &Incoming, friendly: Friendly, now: DateTime<Utc>) -> Message {
        let by = self.directory.identify(&incoming.identity).ok();
        let whom = by.map_or_else(|| incoming.name.to_lowercase(), |by| by.account().to_string());
        if self.memory.greets(whom, now.date_naive()) {
            self.wording.friendly(friendly, &incoming.name).into()
        } else {
            Message::default()
        }
    }

    fn list(&self, incoming: &Incoming, filter: &Filter, now: DateTime<Utc>) -> Result<Message, ArchiveError> {
        let by = self.directory.identify(&incoming.identity).ok();
        let stuck_since = now - Duration::days(STUCK_AFTER_DAYS);
        let takes_part = |rfr: &Rfr, account: &Account| rfr.involves(account) || rfr.asks_to_sponsor(account);
        let wanted = |rfr: &Rfr| match filter {
            Filter::Open | Filter::All => true,
            Filter::Phase(phase) => rfr.phase == *phase && rfr.ended.is_none(),
            Filter::Mine => by.as_ref().is_some_and(|by| takes_part(rfr, by.account())),
            Filter::Of(account) => takes_part(rfr, account),
            Filter::Held => rfr.hold.is_some(),
            Filter::Ended => false,
            Filter::Stuck => rfr.hold.is_some() || rfr.last_change.at < stuck_since,
            Filter::Unsponsored => rfr.sponsor.is_none(),
        };
        let what = match filter {
            Filter::Open => "open".to_owned(),
            Filter::All => String::new(),
            Filter::Phase(phase) => format!("in {}", self.settings.edition.called(*phase)),
            Filter::Of(account) => format!("of {account}"),
            Filter::Held => "on hold".to_owned(),
            Filter::Ended => "that was dropped or removed".to_owned(),
            Filter::Mine => match &by {
                Some(by) => format!("of {}", by.account()),
                None => "of yours, as far as I can tell who you are".to_owned(),
            },
            Filter::Stuck => "stuck (on hold, or unchanged for two weeks)".to_owned(),
            Filter::Unsponsored => "without a sponsor".to_owned(),
        };
        let mut open: Vec<&Rfr> = self.state.open().filter(|rfr| wanted(rfr)).collect();
        open.sort_by(|a, b| b.phase.cmp(&a.phase).then_with(|| a.name.cmp(&b.name)));
        let closed = match filter {
            Filter::All => Some(Closed::All),
            Filter::Phase(Phase::Maintenance) => Some(Closed::Maintained),
            Filter::Ended => Some(Closed::Ended),
            Filter::Open
            | Filter::Phase(_)
            | Filter::Mine
            | Filter::Of(_)
            | Filter::Held
            | Filter::Stuck
            | Filter::Unsponsored => None,
        };
        let (rfrs, more) = match closed {
            Some(which) => self.archive.closed_rfrs(which, LONGEST_LIST)?,
            None => (Vec::new(), 0),
        };
        let closed = Hits { rfrs, more, cut: false };
        let invites = matches!(filter, Filter::Open | Filter::All);
        Ok(self.overview(&what, invites, open, &closed, now))
    }

    fn overview(&self, what: &str, invites: bool, open: Vec<&Rfr>, closed: &Hits, now: DateTime<Utc>) -> Message {
        let mut rfrs = open;
        rfrs.extend(&closed.rfrs);
        let cut = rfrs.len().saturating_sub(LONGEST_LIST);
        rfrs.truncate(LONGEST_LIST);
        self.wording.overview(&Overview {
            what,
            invites,
            rfrs,
            more: closed.more + cut,
            cut: closed.cut,
            now,
        })
    }

    fn questions(&self, incoming: &Incoming, which: &crate::command::Which) -> Result<Message, ArchiveError> {
        let nobody_meant =
            matches!(which, crate::command::Which::Omitted { .. }) && self.talks_about(&incoming.place).is_none();
        if nobody_meant {
            let open: Vec<&Rfr> = self.state.open().collect();
            return Ok(self.wording.open_questions(&open));
        }
        Ok(self
            .which_to_show(incoming, which)?
            .map_or_else(|question| question, |rfr| self.wording.questions(&rfr)))
    }

    fn search(&self, text: &str, now: DateTime<Utc>) -> Result<Message, ArchiveError> {
        if text.contains("://") {
            let found = self.state.with_ticket(text.trim(), &self.archive)?;
            let rfr = match found {
                Some(id) => self.state.rfr(id, &self.archive)?,
                None => None,
            };
            let found = rfr.iter().map(AsRef::as_ref).collect();
            return Ok(self.overview(
                &format!("with the ticket “{text}”"),
                false,
                found,
                &Hits::default(),
                now,
            ));
        }
        let sought = Sought::new(text);
        let open: Vec<&Rfr> = self.state.open().filter(|rfr| sought.fits(rfr)).collect();
        let closed = self.archive.search_closed(&sought, LONGEST_LIST)?;
        Ok(self.overview(&self.wording.sought(text, &sought), false, open, &closed, now))
    }

    fn whoami(&self, incoming: &Incoming) -> Message {
        let person = self.directory.identify(&incoming.identity);
        let account = person.as_ref().map(crate::people::Person::account);
        let (groups, sponsors, signs) = match account {
            Err(_) => (Vec::new(), Vec::new(), Vec::new()),
            Ok(account) => {
                let sponsored: Vec<&Rfr> = self.state.open().filter(|rfr| rfr.is_sponsor(account)).collect();
                let may_sign = self.directory.is_member(account, SYSADMIN_MAIN);
                let signable =
                    |rfr: &&&Rfr| may_sign && sop::rows(rfr.edition, rfr.phase).any(|row| row.kind == Kind::SignOff);
                (
                    self.directory.groups_of(account),
                    sponsored.iter().map(|rfr| rfr.name.as_str()).collect(),
                    sponsored.iter().filter(signable).map(|rfr| rfr.name.as_str()).collect(),
                )
            }
        };
        self.wording.whoami(&SeenAs {
            name: &incoming.name,
            identity: &incoming.identity,
            account,
            groups,
            sponsors,
            signs,
        })
    }

    fn help(&self, verb: Option<&str>) -> Message {
        let Some(verb) = verb else { return self.wording.help() };
        match command::row(verb) {
            Some(row) => self.wording.help_on(row, self.settings.edition),
            None => {
                let lookup = self.lookup(DateTime::UNIX_EPOCH);
                match command::parse(verb, &lookup) {
                    Err(error) => self.wording.misunderstood(&error, &self.state.open_names()),
                    Ok(_) => self.wording.help(),
                }
            }
        }
    }

    /// The long help goes out in private, so that a channel with limited answers stays readable.
    pub(super) fn helps_in_private(&self, incoming: &Incoming) -> bool {
        !incoming.place.is_direct() && self.settings.reply_lines.contains_key(&incoming.place.network)
    }

    pub(super) fn help_in_private(&self, incoming: &Incoming) -> Vec<Outgoing> {
        let in_private = Outgoing {
            place: Place::direct(&incoming.place.network, &incoming.name),
            manner: Manner::Reply,
            to: None,
            in_reply_to: None,
            message: self.wording.help(),
            beside: Beside::default(),
        };
        vec![
            reply_to(incoming, self.wording.help_is_coming().into(), Beside::default()),
            in_private,
        ]
    }
}
