//! Looks up RFRs, people and editions by words, for reading commands and for deciding.

use super::Settings;
use super::archive::{Archive, ArchiveError};
use super::state::State;
use crate::command::Vocabulary;
use crate::people::{Account, Directory, Identity, SYSADMIN_MAIN, SYSADMIN_RELENG};
use crate::rfr::decide::Register;
use crate::rfr::{Rfr, RfrEvent, RfrId, Ticket};
use crate::sop::{self, Edition, Kind, Phase};
use chrono::{DateTime, NaiveDate, Utc};
use std::borrow::Cow;
use std::cell::RefCell;

/// The most lines that are offered at once.
const MOST_OFFERED: usize = 4;

/// Words looked up in memory and, where memory does not know them, in the archive.
///
/// The rooms that ask know of no disk, so a failure is kept here; [`Lookup::finish`] reports it.
pub(super) struct Lookup<'a, A> {
    state: &'a State,
    archive: &'a A,
    directory: &'a Directory,
    settings: &'a Settings,
    now: DateTime<Utc>,
    /// Who speaks, and what they could agree to.
    speaker: Option<Account>,
    failure: RefCell<Option<ArchiveError>>,
}

impl<'a, A: Archive> Lookup<'a, A> {
    /// The same for somebody who speaks.
    pub(super) fn spoken_by(mut self, speaker: Option<Account>) -> Self {
        self.speaker = speaker;
        self
    }

    pub(super) fn new(
        state: &'a State,
        archive: &'a A,
        directory: &'a Directory,
        settings: &'a Settings,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            state,
            archive,
            directory,
            settings,
            now,
            speaker: None,
            failure: RefCell::new(None),
        }
    }

    /// Did every look succeed?
    pub(super) fn finish(self) -> Result<(), ArchiveError> {
        self.failure.into_inner().map_or(Ok(()), Err)
    }

    fn noted<T>(&self, result: Result<Option<T>, ArchiveError>) -> Option<T> {
        result.unwrap_or_else(|error| {
            self.failure.replace(Some(error));
            None
        })
    }

    /// The RFR of a ticket, in whichever form that was recorded.
    fn ticketed(&self, url: &str) -> Option<RfrId> {
        crate::command::alike_tickets(url).find_map(|url| self.noted(self.state.with_ticket(&url, self.archive)))
    }

    fn whole(&self, id: RfrId) -> Option<Rfr> {
        self.noted(self.state.rfr(id, self.archive)).map(Cow::into_owned)
    }
}

/// No word that names an RFR, or is the address of its ticket, is longer, in bytes.
const LONGEST_NAME: usize = 1000;

impl<A: Archive> Vocabulary for Lookup<'_, A> {
    fn rfr(&self, word: &str) -> Option<RfrId> {
        if word.len() > LONGEST_NAME {
            return None;
        }
        if let Some(id) = self.noted(self.state.named(word, self.archive)) {
            return Some(id);
        }
        let url = crate::command::ticket_address(word, self.settings.ticket_base.as_deref())?;
        self.ticketed(&url)
    }

    fn names(&self) -> Vec<String> {
        self.state.open_names()
    }

    fn ticket_url(&self, number: &str) -> Option<String> {
        let base = self.settings.ticket_base.as_ref()?;
        Some(format!("{base}{number}"))
    }

    fn list_archive(&self) -> Option<String> {
        Some(self.settings.mail.as_ref()?.archive.as_ref()?.base.clone())
    }

    fn phases(&self, rfr: RfrId) -> Option<(Phase, Option<Phase>)> {
        let rfr = self.noted(self.state.rfr(rfr, self.archive))?;
        rfr.ended.is_none().then(|| (rfr.phase, rfr.edition.next(rfr.phase)))
    }

    fn takes_part(&self, account: &Account) -> bool {
        self.state.open().any(|rfr| rfr.involves(account))
    }

    fn is_asked_to_sponsor(&self) -> bool {
        let asks = |rfr: &Rfr| rfr.asked_sponsor.as_ref().map(|asked| &asked.account) == self.speaker.as_ref();
        self.speaker.is_some() && self.state.open().any(asks)
    }

    fn planned(&self, rfr: RfrId) -> Option<NaiveDate> {
        let rfr = self.noted(self.state.rfr(rfr, self.archive))?;
        rfr.schedule.as_ref().map(|schedule| schedule.date)
    }

    fn knows_account(&self, account: &Account) -> bool {
        self.directory.knows(account)
    }

    fn asks_about_names(&self) -> bool {
        self.directory.knows_everybody()
    }

    fn speaker(&self) -> Option<Account> {
        self.speaker.clone()
    }

    fn to_approve(&self, rfr: Option<RfrId>) -> Vec<String> {
        let Some(by) = &self.speaker else { return Vec::new() };
        let is_meant = |id: RfrId| rfr.is_none_or(|meant| meant == id);
        let may_sign = self.directory.is_member(by, SYSADMIN_MAIN);
        let signed = self
            .state
            .open()
            .filter(|rfr| may_sign && is_meant(rfr.id) && rfr.is_sponsor(by));
        let signed = signed.filter(|rfr| sop::rows(rfr.edition, rfr.phase).any(|row| row.kind == Kind::SignOff));
        let is_asked = |rfr: &&Rfr| rfr.asked_sponsor.as_ref().is_some_and(|asked| asked.account == *by);
        let asked = self.state.open().filter(|rfr| is_meant(rfr.id)).filter(is_asked);
        let mut lines: Vec<String> = asked.map(|rfr| format!("accept {}", rfr.name)).collect();
        lines.extend(signed.map(|rfr| format!("signoff {} {}", rfr.called(rfr.phase), rfr.name)));
        if may_sign || self.directory.is_member(by, SYSADMIN_RELENG) {
            let breaks = self.state.facts().breaks.all().filter(|found| {
                is_meant(found.rfr)
                    && found.is_open()
                    && found.requested.by.person() != Some(by)
                    && !found.votes.contains_key(by)
            });
            lines.extend(breaks.map(|found| format!("+1 {}", found.number)));
        }
        lines.truncate(MOST_OFFERED);
        lines
    }

    fn accounts_like(&self, word: &str) -> Vec<String> {
        crate::command::closest(word, self.directory.accounts().map(Account::as_str))
    }

    fn account(&self, word: &str) -> Option<Account> {
        if ["me", "myself", "i"].iter().any(|me| me.eq_ignore_ascii_case(word)) {
            return self.speaker.clone();
        }
        // A link to a person, as some clients write a mention where they show no HTML.
        let linked = word
            .rsplit_once("matrix.to/#/")
            .map(|(_, id)| id.replace("%40", "@").replace("%3A", ":"));
        let word = linked
            .as_deref()
            .map_or(word, |id| id.split(['?', ')']).next().unwrap_or(id));
        if word.starts_with('@') && word.contains(':') {
            let mxid = word.trim_end_matches(':').to_owned();
            return self.directory.account_of(&Identity::Matrix { mxid });
        }
        Account::from_word(word)
    }

    fn editions(&self, rfr: Option<RfrId>) -> Vec<Edition> {
        let own = rfr.and_then(|id| self.noted(self.state.rfr(id, self.archive)));
        let own = own.map(|rfr| rfr.edition);
        each_once(own.into_iter().chain(self.state.editions(self.settings)))
    }

    fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }
}

impl<A: Archive> Register for Lookup<'_, A> {
    fn called_until(&self, rfr: &Rfr, name: &str) -> Option<DateTime<Utc>> {
        let history = self.noted(self.archive.history(rfr.id).map(Some))?;
        let (mut current, mut until) = (String::new(), None);
        let mut before = (0, String::new());
        for (origin, event) in history {
            if let RfrEvent::Requested { name, .. } = event {
                current = name;
            } else if let RfrEvent::Renamed { to } = event {
                if current.eq_ignore_ascii_case(name) {
                    until = Some(origin.at);
                }
                before = (origin.seq, std::mem::replace(&mut current, to));
            } else if matches!(event, RfrEvent::Undone { seq } if seq == before.0) {
                current.clone_from(&before.1);
            }
        }
        until
    }

    fn named(&self, name: &str) -> Option<Rfr> {
        let id = self.noted(self.state.named(name, self.archive))?;
        self.whole(id)
    }

    fn with_ticket(&self, ticket: &Ticket) -> Option<Rfr> {
        self.whole(self.ticketed(&ticket.url)?)
    }
}

fn each_once(editions: impl Iterator<Item = Edition>) -> Vec<Edition> {
    let mut once = Vec::new();
    for edition in editions {
        if !once.contains(&edition) {
            once.push(edition);
        }
    }
    once
}
