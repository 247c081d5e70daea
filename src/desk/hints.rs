//! What is heard on the message bus. A message is a hint: nothing is signed, moved or proven by it. It makes the bot look
//! anew, or offer somebody the line that says it.

use super::archive::{Archive, ArchiveError};
use super::tracker::or_logged;
use super::{Desk, Handled};
use crate::command::sanitise;
use crate::people::{Account, SYSADMIN_MAIN};
use crate::record::Effect;
use crate::rfr::{Link, Rfr, RfrId};
use crate::sop::Phase;
use crate::text::Message;
use crate::wire::{BUS_NETWORK, Beside, BusNews, IncomingId};
use chrono::{DateTime, TimeDelta, Utc};
use std::collections::{BTreeMap, BTreeSet};

/// What the desk knows of the bus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BusSettings {
    /// The meetings at whose beginning the open RFRs are shown, in lower case.
    pub meetings: BTreeSet<String>,
}

/// The items that a run of a playbook may be evidence for, by phase.
const EVIDENCE: [(Phase, &str); 2] = [(Phase::Staging, "config-management"), (Phase::Production, "deployed")];

/// The same is said again after this time, however often others say it.
const SAID_AGAIN: TimeDelta = TimeDelta::hours(12);

/// What was sent longer ago is no news: who is away for a day comes back to runs of playbooks, and not to meetings.
const NEWS_FOR: TimeDelta = TimeDelta::days(2);
const MEETING_NEWS_FOR: TimeDelta = TimeDelta::minutes(15);

/// What was said because of the bus, and when.
pub(super) type SaidOfBus = BTreeMap<HintSaid, DateTime<Utc>>;

/// Something that is not said twice in a row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum HintSaid {
    /// A run of a playbook may be evidence for that item of an RFR.
    Evidence(RfrId, &'static str),
    /// A sponsor left.
    Left(Account),
    /// A meeting began.
    Meeting(String),
}

/// A run of a playbook.
struct Run<'a> {
    at: DateTime<Utc>,
    by: &'a str,
    playbook: &'a str,
    /// `None`: it is not said on which.
    hosts: Option<&'a [String]>,
}

impl<A: Archive> Desk<A> {
    /// Takes in what was heard, with when it was sent; `id` is that of the message.
    pub fn bus_heard(&mut self, id: Option<&str>, news: (DateTime<Utc>, &BusNews), now: DateTime<Utc>) -> Handled {
        let id = id.map(|id| IncomingId {
            network: BUS_NETWORK.to_owned(),
            id: id.to_owned(),
        });
        let handled = self.take_news(id, news, now);
        or_logged(handled)
    }

    fn take_news(
        &mut self,
        id: Option<IncomingId>,
        (at, news): (DateTime<Utc>, &BusNews),
        now: DateTime<Utc>,
    ) -> Result<Handled, ArchiveError> {
        self.said_of_bus.retain(|_, at| *at <= now && now - *at < SAID_AGAIN);
        let age = now - at;
        if let Some(id) = &id
            && self.was_seen_before(id)?
        {
            return Ok(Handled::default());
        }
        let effects = match news {
            // The tracker is asked.
            BusNews::Ticket { .. } => Vec::new(),
            BusNews::Member { user, group, has_left } => {
                self.group_changed(group, now);
                let left = Account::from_word(user).filter(|_| *has_left && group == SYSADMIN_MAIN);
                left.map_or_else(Vec::new, |account| self.sponsor_left(&account, now))
            }
            BusNews::Playbook { .. } if age > NEWS_FOR => Vec::new(),
            BusNews::Playbook { by, playbook, hosts } => {
                let hosts = hosts.as_deref();
                self.offer_evidence(
                    &Run {
                        at,
                        by,
                        playbook,
                        hosts,
                    },
                    now,
                )?
            }
            BusNews::Meeting { .. } if age > MEETING_NEWS_FOR => Vec::new(),
            BusNews::Meeting { name } => self.meeting_began(name, now)?,
        };
        Ok(self.unasked(("the message bus", BUS_NETWORK), Vec::new(), effects, id, now))
    }

    /// Which tickets are read because of a message about the tracker's repository; `None` if it is about something else.
    ///
    /// Only those of open RFRs are asked for one by one, so that nobody makes the bot ask for any number; a new ticket is
    /// among what changed last, which is read in any case.
    pub fn hinted_tickets(&self, news: &BusNews) -> Option<Vec<u64>> {
        let BusNews::Ticket { repository, number } = news else {
            return None;
        };
        let base = &self.settings.tracker.as_ref()?.base;
        let of = format!("/{repository}/issues/").to_lowercase();
        if !base.to_lowercase().ends_with(&of) {
            return None;
        }
        let url = format!("{base}{number}");
        let is_known = self.state.open().any(|rfr| rfr.ticket.url.eq_ignore_ascii_case(&url));
        Some(is_known.then_some(*number).into_iter().collect())
    }

    fn sponsor_left(&mut self, account: &Account, now: DateTime<Utc>) -> Vec<Effect> {
        let open = self.state.open().filter(|rfr| rfr.is_sponsor(account));
        let names: Vec<&str> = open.map(|rfr| rfr.name.as_str()).collect();
        let said = HintSaid::Left(account.clone());
        if names.is_empty() || self.said_of_bus.contains_key(&said) {
            return Vec::new();
        }
        let still_listed = self.accounts.is_none() && self.directory.is_member(account, SYSADMIN_MAIN);
        let message = self.wording.sponsor_left(account, &names, still_listed);
        self.said_of_bus.insert(said, now);
        self.announcements(None, &message, &Beside::default())
    }

    fn offer_evidence(&mut self, run: &Run<'_>, now: DateTime<Utc>) -> Result<Vec<Effect>, ArchiveError> {
        let named = self.state.open().filter_map(|rfr| Some((rfr, evidence_for(rfr, run)?)));
        let new = named.filter(|(rfr, item)| !self.said_of_bus.contains_key(&HintSaid::Evidence(rfr.id, item)));
        let offers: Vec<(Rfr, &'static str)> = new.map(|(rfr, item)| (rfr.clone(), item)).collect();
        let mut effects = Vec::new();
        for (rfr, item) in offers {
            self.said_of_bus.insert(HintSaid::Evidence(rfr.id, item), now);
            let ran = (sanitise(run.by), sanitise(&tail(run.playbook)));
            let line = self.wording.evidence(&rfr, (&ran.0, &ran.1), item, (run.at, now));
            effects.extend(self.say_of_ticket(&rfr, vec![line], now)?);
        }
        Ok(effects)
    }

    fn meeting_began(&mut self, name: &str, now: DateTime<Utc>) -> Result<Vec<Effect>, ArchiveError> {
        let settings = self.settings.bus.as_ref();
        let meeting = name.trim().to_lowercase();
        let is_ours = settings.is_some_and(|settings| settings.meetings.contains(&meeting));
        let said = HintSaid::Meeting(meeting);
        if !is_ours || self.said_of_bus.contains_key(&said) {
            return Ok(Vec::new());
        }
        self.said_of_bus.insert(said, now);
        let mut message = Message(vec![self.wording.meeting_began(&sanitise(name))]);
        message.0.extend(self.posted_digest(now)?.0);
        Ok(self.announcements(None, &message, &Beside::default()))
    }
}

/// The item for which a run may be evidence, if the RFR names its playbook or one of its hosts.
fn evidence_for(rfr: &Rfr, run: &Run<'_>) -> Option<&'static str> {
    let (phase, item) = EVIDENCE.into_iter().find(|(phase, _)| *phase == rfr.phase)?;
    let is_asked = rfr.edition.rows().iter().any(|row| row.id == item);
    if !is_asked || rfr.done.contains_key(item) {
        return None;
    }
    let fits = |host: &String| (phase == Phase::Staging) == host.contains(".stg");
    let hosts: Option<Vec<&String>> = run.hosts.map(|hosts| hosts.iter().filter(|host| fits(host)).collect());
    if hosts.as_ref().is_some_and(Vec::is_empty) {
        return None;
    }
    let path = run.playbook.trim_end_matches(".yml").trim_end_matches(".yaml");
    let own = path
        .rsplit('/')
        .next()
        .is_some_and(|stem| stem.eq_ignore_ascii_case(&rfr.name));
    let tail = tail(run.playbook);
    let names_playbook = tail.contains('/') && mentions(rfr, &tail);
    let names_host = || {
        hosts
            .into_iter()
            .flatten()
            .any(|host| host.contains('.') && mentions(rfr, host))
    };
    (own || names_playbook || names_host()).then_some(item)
}

/// The last two parts of a path: where it was checked out says nothing.
fn tail(path: &str) -> String {
    let last: Vec<&str> = path.rsplit('/').take(2).collect();
    last.into_iter().rev().collect::<Vec<_>>().join("/")
}

/// Does a link or a note of the RFR hold these words?
fn mentions(rfr: &Rfr, words: &str) -> bool {
    let links = rfr
        .links
        .iter()
        .chain(&rfr.sops)
        .flat_map(|Link { url, label, .. }| [url, label]);
    let notes = rfr.done.values().map(|done| &done.note);
    let decisions = rfr.decisions.values().map(|decision| &decision.text);
    let is_edge = |c: Option<char>| c.is_none_or(|c| !(c.is_alphanumeric() || c == '-' || c == '_'));
    links.chain(notes).chain(decisions).any(|text| {
        text.match_indices(words).any(|(at, found)| {
            is_edge(text[..at].chars().next_back()) && is_edge(text[at + found.len()..].chars().next())
        })
    })
}
