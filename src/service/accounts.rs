//! Lines that wait for the account system: the loop sends the questions, and hears what waited when the answer comes.

use super::{Batch, Core};
use crate::desk::LiveGroups;
use crate::wire::{AccountsAsked, AccountsTold, IncomingId};
use chrono::{DateTime, Utc};
use tokio::sync::mpsc;

/// Where the account system is asked.
#[derive(Default)]
pub(super) struct Asking {
    system: Option<mpsc::Sender<AccountsAsked>>,
    /// The ids of messages that were set aside and are heard now.
    late: Vec<IncomingId>,
}

impl Core {
    /// Asks an account system for groups from now on.
    pub fn ask_accounts(&mut self, config: LiveGroups, system: mpsc::Sender<AccountsAsked>, now: DateTime<Utc>) {
        self.desk.set_accounts(config, now);
        self.accounts.system = Some(system);
        self.operation.figures.has_accounts();
        self.send_questions();
    }

    /// The account system answered: whoever waited for it is heard.
    pub(super) fn accounts_told(&mut self, told: AccountsTold, batch: &mut Batch, now: DateTime<Utc>) {
        let why = told.groups.values().find_map(|members| members.as_ref().err());
        let unknown = || told.who.as_ref().and_then(|(_, profile)| profile.as_ref().err());
        let unclear = || told.account.as_ref().and_then(|(_, active)| active.as_ref().err());
        let why = why.or_else(unknown).or_else(unclear).cloned();
        if let Some(why) = &why {
            tracing::warn!(why, "the account system does not say what it is asked");
        }
        self.operation.figures.accounts_told(now.timestamp(), why);
        self.desk.accounts_told(told, now);
        self.hear_those_who_waited(batch, now);
    }

    /// Whoever has waited too long is heard without an answer.
    pub(super) fn give_up_questions(&mut self, batch: &mut Batch, now: DateTime<Utc>) {
        if let Some(why) = self.desk.give_up_questions(now) {
            tracing::warn!(why, "the account system does not say what it is asked");
            self.operation.figures.accounts_told(now.timestamp(), Some(why));
            self.hear_those_who_waited(batch, now);
        }
    }

    fn hear_those_who_waited(&mut self, batch: &mut Batch, now: DateTime<Utc>) {
        while let Some(line) = self.desk.next_admitted(now) {
            self.accounts.late.extend(line.incoming().id.clone());
            self.hear(line, batch, now);
        }
        self.operation.tell_people(self.desk.directory());
    }

    /// Sends the questions that came up. One that cannot be sent is given up when its time is over.
    pub(super) fn send_questions(&mut self) {
        if let Some(system) = &self.accounts.system {
            for question in self.desk.take_questions() {
                let _ = system.try_send(question);
            }
        }
    }

    /// The ids of messages that waited for the account system and are handled now.
    pub(super) fn handled_late(&mut self) -> Vec<IncomingId> {
        std::mem::take(&mut self.accounts.late)
    }
}
