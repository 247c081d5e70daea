//! Queries write nothing, and those about open work never read the disk.

use super::archive::{Archive, ArchiveError, ClosedRfr};
use super::{Desk, Incoming, Message, Query, Rfr, reply_to};
use crate::command::{self, Filter, Friendly, Vocabulary, Which};
use crate::people::{
    Account, Identity, Relation, Right, SECURITY_OFFICER, SYSADMIN_MAIN, SYSADMIN_RELENG, Unproven, authorise,
};
use crate::record::{Event, Hits};
use crate::rfr::outlook::Outlook;
use crate::rfr::{Origin, RfrId, Sought};
use crate::sop::{self, Kind, Phase};
use crate::text::Paragraph;
use crate::wire::{Beside, Manner, Outgoing, Place};
use crate::wording::{May, Overview, REVIEW_SHOWN, SeenAs};
use chrono::{DateTime, Duration, Utc};

/// The command that lists every command.
pub(super) const HELP_ALL: &str = "all";

/// How many RFRs the help on a verb names.
const MOST_NAMED: usize = 10;

/// The most RFRs that one answer lists.
const LONGEST_LIST: usize = 50;

/// After how long without a change an RFR counts as stuck: the team's own rule for old tickets is an answer
/// within two weeks.
const STUCK_AFTER_DAYS: i64 = 14;

/// Is it on hold, or unchanged for two weeks?
pub(super) fn is_stuck(rfr: &Rfr, now: DateTime<Utc>) -> bool {
    rfr.hold.is_some() || rfr.last_change.at < now - Duration::days(STUCK_AFTER_DAYS)
}

/// Is a person involved, or asked to sponsor it?
fn takes_part(rfr: &Rfr, account: &Account) -> bool {
    rfr.involves(account) || rfr.asks_to_sponsor(account)
}

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
                let around = self.circumstances(now);
                let status = shown.map_or_else(
                    |question| question,
                    |rfr| {
                        self.wording
                            .status(&Outlook::of(&rfr, &around), &self.state.facts().reminders)
                    },
                );
                Ok(self.with_doubts(incoming, status))
            }
            Query::Several(ids) => {
                let mut message = Message::default();
                let around = self.circumstances(now);
                for id in ids {
                    if let Some(rfr) = self.state.rfr(*id, &self.archive)? {
                        let outlook = Outlook::of(&rfr, &around);
                        let status = self.wording.status(&outlook, &self.state.facts().reminders);
                        message.0.extend(status.0);
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
            Query::Board(None) => Ok(self.wording.board(None)),
            Query::Board(Some(which)) => Ok(self
                .which_to_show(incoming, which)?
                .map_or_else(|question| question, |rfr| self.wording.board(Some(&rfr)))),
            Query::Friendly(friendly) => Ok(self.friendly(incoming, *friendly, now)),
            Query::List(filter) => self.list(incoming, filter, now),
            Query::Next(which) => Ok(self.which_to_show(incoming, which)?.map_or_else(
                |question| question,
                |rfr| self.wording.next(&Outlook::of(&rfr, &self.circumstances(now))),
            )),
            Query::Todo(person) => Ok(self.todo(incoming, person.as_ref(), now)),
            Query::Since(since) => self.since(incoming, *since, now),
            Query::Review(which) => match self.which_to_show(incoming, which)? {
                Err(question) => Ok(question),
                Ok(rfr) => self.review(&rfr, now),
            },
            Query::History(which) => match self.which_to_show(incoming, which)? {
                Err(question) => Ok(question),
                Ok(rfr) => {
                    let events = self.archive.history(rfr.id)?;
                    Ok(self.wording.history(&rfr, &events, &self.asides_of(rfr.id)?))
                }
            },
            Query::Who(which) => Ok(self.which_to_show(incoming, which)?.map_or_else(
                |question| question,
                |rfr| self.wording.who(&Outlook::of(&rfr, &self.circumstances(now))),
            )),
            Query::Questions(which) => self.questions(incoming, which),
            Query::Why => Ok(self
                .memory
                .last_refusal(incoming)
                .cloned()
                .unwrap_or_else(|| self.wording.nothing_refused().into())),
            Query::WhoAmI => Ok(self.whoami(incoming)),
            Query::Prefs => Ok(self.prefs(incoming)),
            Query::Search(text) => self.search(text, now),
            Query::More => Ok(self
                .memory
                .take_rest(incoming)
                .unwrap_or_else(|| self.wording.no_more().into())),
            Query::Help(words) => self.help(incoming, words.as_deref(), now),
            Query::Version => Ok(self.wording.version(self.settings.edition).into()),
            Query::Reminders(which) => self.upcoming(incoming, which, now),
            Query::Freeze => Ok(self.freeze(now)),
            Query::Freezes => Ok(self.wording.freezes(&self.state.facts().book, now)),
            Query::FreezeBreaks => Ok(self.freeze_breaks()?),
            Query::Away => {
                let absences = &self.state.facts().absences;
                Ok(self.wording.absent(absences, now.date_naive()))
            }
            Query::Mail => Ok(self.unsent(now)),
            Query::Tickets => self.tickets(now),
            Query::Digest => self.digest(now),
            Query::Focus => {
                let rfr = match self.talks_about(&incoming.place) {
                    Some(id) => self.state.rfr(id, &self.archive)?,
                    None => None,
                };
                let around = self.circumstances(now);
                let outlook = rfr.as_deref().map(|rfr| Outlook::of(rfr, &around));
                Ok(self.wording.focus(outlook.as_ref()).into())
            }
        }
    }

    /// What goes beside the answer to a query about one RFR.
    pub(super) fn shown(&self, incoming: &Incoming, query: &Query) -> Result<Option<Beside>, ArchiveError> {
        let (Query::Status(which)
        | Query::Next(which)
        | Query::Review(which)
        | Query::History(which)
        | Query::Who(which)
        | Query::Links(which)
        | Query::Sops(which)
        | Query::Url(which)
        | Query::Board(Some(which))
        | Query::Questions(which)) = query
        else {
            return Ok(None);
        };
        let Ok(rfr) = self.which_to_show(incoming, which)? else {
            return Ok(None);
        };
        let mut beside = self.beside(None, &rfr);
        // Only those two show what is missing, and so what a signature would sign.
        if !matches!(query, Query::Status(_) | Query::Next(_) | Query::Review(_)) {
            beside.asks = None;
        }
        if let Query::Review(_) = query {
            beside.folded = Some(REVIEW_SHOWN);
        }
        Ok(Some(beside))
    }

    /// What happened around an RFR beside its own changes, oldest first.
    pub(super) fn asides_of(&self, id: RfrId) -> Result<Vec<(Origin, Event)>, ArchiveError> {
        let mut facts = self.archive.facts()?;
        facts.retain(|(_, event)| self.state.about(event) == Some(id));
        Ok(facts)
    }

    /// Where nobody can be proven to be anybody, whoever looks is told that changes are of no use.
    fn with_doubts(&self, incoming: &Incoming, mut message: Message) -> Message {
        if let Identity::Unproven(Unproven::ServerCannotTell) = incoming.identity {
            message.push(self.wording.no_changes_here());
        }
        message
    }

    /// A friendly answer to thanks or a greeting, once a day for each person.
    pub(super) fn friendly(&mut self, incoming: &Incoming, friendly: Friendly, now: DateTime<Utc>) -> Message {
        let by = self.directory.account_of(&incoming.identity);
        let whom = by.map_or_else(|| incoming.name.to_lowercase(), |by| by.to_string());
        if self.memory.greets(whom, now.date_naive()) {
            self.wording.friendly(friendly, &incoming.name).into()
        } else {
            Message::default()
        }
    }

    fn list(&self, incoming: &Incoming, filter: &Filter, now: DateTime<Utc>) -> Result<Message, ArchiveError> {
        let by = self.directory.account_of(&incoming.identity);
        let wanted = |rfr: &Rfr| match filter {
            Filter::Open | Filter::All => true,
            Filter::Phase(phase) => rfr.phase == *phase && rfr.ended.is_none(),
            Filter::Mine => by.as_ref().is_some_and(|by| takes_part(rfr, by)),
            Filter::Of(account) => takes_part(rfr, account),
            Filter::Held => rfr.hold.is_some(),
            Filter::Ended => false,
            Filter::Stuck => is_stuck(rfr, now),
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
                Some(by) => format!("of {by}"),
                None => "of yours, as far as I can tell who you are".to_owned(),
            },
            Filter::Stuck => "stuck (on hold, or unchanged for two weeks)".to_owned(),
            Filter::Unsponsored => "without a sponsor".to_owned(),
        };
        // What is maintained and needs somebody is looked for like open work, but is none of the open ones.
        let also = match filter {
            Filter::Stuck | Filter::Mine | Filter::Of(_) | Filter::Held => true,
            Filter::Open | Filter::All | Filter::Phase(_) | Filter::Ended | Filter::Unsponsored => false,
        };
        let all_tended = self.tended(now);
        let tended = all_tended
            .iter()
            .map(AsRef::as_ref)
            .filter(|rfr: &&Rfr| also && (*filter == Filter::Stuck || wanted(rfr)));
        let mut open: Vec<&Rfr> = self.state.open().filter(|rfr| wanted(rfr)).chain(tended).collect();
        open.sort_by(|a, b| b.phase.cmp(&a.phase).then_with(|| a.name.cmp(&b.name)));
        let closed = match filter {
            Filter::All => Some(ClosedRfr::All),
            Filter::Phase(Phase::Maintenance) => Some(ClosedRfr::Maintained),
            Filter::Ended => Some(ClosedRfr::Ended),
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
            around: &self.circumstances(now),
        })
    }

    fn questions(&self, incoming: &Incoming, which: &crate::command::Which) -> Result<Message, ArchiveError> {
        let nobody_meant =
            matches!(which, crate::command::Which::Omitted { .. }) && self.talks_about(&incoming.place).is_none();
        if nobody_meant {
            let open: Vec<&Rfr> = self.state.open().chain(self.state.tended()).collect();
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
        let named = |wanted: &dyn Fn(&Rfr, &Account) -> bool| match account {
            Err(_) => Vec::new(),
            Ok(account) => {
                let rfrs = self.state.open().filter(|rfr| wanted(rfr, account));
                rfrs.map(|rfr| rfr.name.as_str()).collect::<Vec<&str>>()
            }
        };
        let may_sign = |rfr: &Rfr, account: &Account| {
            rfr.is_sponsor(account)
                && self.directory.is_member(account, SYSADMIN_MAIN)
                && sop::rows(rfr.edition, rfr.phase).any(|row| row.kind == Kind::SignOff)
        };
        self.wording.whoami(&SeenAs {
            name: &incoming.name,
            identity: &incoming.identity,
            account,
            known_by: self.directory.known_by(&incoming.identity),
            linked: account.map_or_else(
                |_| Vec::new(),
                |account| {
                    let links = self.directory.links().to(account);
                    links
                        .filter(|link| !link.identity.is_same(&incoming.identity))
                        .collect()
                },
            ),
            unsure: self.unsure_groups(),
            groups: account.map_or_else(|_| Vec::new(), |account| self.directory.groups_of(account)),
            sponsors: named(&|rfr, account| rfr.is_sponsor(account)),
            signs: named(&may_sign),
            takes_part: named(&|rfr, account| rfr.involves(account) && !rfr.is_sponsor(account)),
            is_operator: account.is_ok_and(|account| self.directory.is_operator(account)),
            mains: self.directory.members(SYSADMIN_MAIN),
        })
    }

    /// What the speaker chose.
    fn prefs(&self, incoming: &Incoming) -> Message {
        match self.directory.identify(&incoming.identity) {
            Ok(by) => {
                let reminders = &self.state.facts().reminders;
                let account = by.account();
                self.wording
                    .prefs(reminders.is_short(account), reminders.said_preference(account))
            }
            Err(why) => self.wording.stranger(&why),
        }
    }

    fn help(&mut self, incoming: &Incoming, words: Option<&str>, now: DateTime<Utc>) -> Result<Message, ArchiveError> {
        let Some(words) = words else {
            return Ok(self.wording.help());
        };
        if words.eq_ignore_ascii_case(HELP_ALL) {
            return Ok(self.wording.help_all());
        }
        let edition = self.settings.edition;
        let family = command::family(words);
        if !family.is_empty() {
            return Ok(self.wording.help_on_several(&family));
        }
        if let Some(row) = command::row(words) {
            return Ok(self.wording.help_on(row, edition, self.may(incoming, row)));
        }
        if let Some(phase) = edition.phase(words) {
            return Ok(self.wording.help_on_phase(edition, phase));
        }
        if let Some(item) = sop::row(edition, &words.to_lowercase()) {
            return Ok(self.wording.help_on_item(item));
        }
        let lookup = self.lookup(now);
        let named = lookup.rfr(words);
        let parsed = command::parse(words, &lookup);
        lookup.finish()?;
        if let Some(id) = named {
            return self.query(incoming, &Query::Next(Which::Named(id)), now);
        }
        Ok(match (command::rows_like(words).as_slice(), parsed) {
            ([row], _) => self.wording.help_on(row, edition, self.may(incoming, row)),
            ([_, ..], _) => self.wording.help_on_several(&command::rows_like(words)),
            ([], Err(error)) => self.wording.misunderstood(&error, &self.state.open_names()),
            ([], Ok(_)) => self.wording.help(),
        })
    }

    /// Whether the asker may use a verb, and who else may; `None` where everybody may, or nobody knows who asks.
    fn may(&self, incoming: &Incoming, row: &command::VerbRow) -> Option<Paragraph> {
        let by = self.directory.identify(&incoming.identity).ok()?;
        let may = |relation: Relation| authorise(&self.directory, row.who, &by, relation, ()).is_ok();
        let (group, members) = match row.who {
            Right::Look | Right::Person => return None,
            Right::Involved | Right::RequesterOrMain | Right::SponsorOrMain | Right::Sponsor | Right::Main => {
                (SYSADMIN_MAIN.to_owned(), self.directory.members(SYSADMIN_MAIN))
            }
            Right::Hold | Right::Release => (
                format!("{SYSADMIN_MAIN} or {SECURITY_OFFICER}"),
                self.members_of(&[SYSADMIN_MAIN, SECURITY_OFFICER]),
            ),
            Right::MainOrReleng => (
                format!("{SYSADMIN_MAIN} or {SYSADMIN_RELENG}"),
                self.members_of(&[SYSADMIN_MAIN, SYSADMIN_RELENG]),
            ),
            Right::Member(group) => (group.to_owned(), self.directory.members(group)),
            Right::Operator => (String::new(), Vec::new()),
        };
        let members: Vec<Account> = members.into_iter().filter(|member| member != by.account()).collect();
        let for_it = |rfr: &&Rfr| may(rfr.standing(by.account()));
        let rfrs: Vec<&str> = self
            .state
            .open()
            .filter(for_it)
            .map(|rfr| rfr.name.as_str())
            .take(MOST_NAMED)
            .collect();
        // The sponsor alone signs: being a member is not enough.
        let members = if row.who == Right::Sponsor { Vec::new() } else { members };
        Some(self.wording.may(&May {
            always: may(Relation::default()),
            rfrs: &rfrs,
            group: &group,
            members: &members,
        }))
    }

    fn members_of(&self, groups: &[&str]) -> Vec<Account> {
        let mut members: Vec<Account> = groups.iter().flat_map(|group| self.directory.members(group)).collect();
        members.sort();
        members.dedup();
        members
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
            message: self.wording.help_all(),
            beside: Beside::default(),
        };
        vec![
            reply_to(incoming, self.wording.help_is_coming().into(), Beside::default()),
            in_private,
        ]
    }
}
