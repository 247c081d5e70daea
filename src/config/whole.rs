//! Everything that the operator decides, checked.

use super::bot::{Bot, BotRows, TicketRows};
use super::error::Problem;
use super::freezes::Freezes;
use super::irc::IrcNetwork;
use super::limits::{LimitRows, Limits};
use super::log::{Log, LogFormat, LogLevel};
use super::mail::{Inbox, MailingList};
use super::matrix::MatrixNetwork;
use super::operations::{Admin, Backups};
use super::people::{self, ConfiguredPerson};
use super::reminders::{self, Reminders};
use super::sop;
use super::spoken::places;
use crate::people::{Account, SECURITY_OFFICER, SYSADMIN_MAIN};
use crate::sop::Edition;
use crate::wire::Place;
use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::path::PathBuf;

/// Everything that the operator decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// `[bot]`: the bot itself.
    pub bot: Bot,
    /// `[tickets]`: a ticket `#4321` is at this address with `4321` added.
    pub tickets_base: String,
    /// `[limits]`
    pub limits: Limits,
    /// `[log]`
    pub log: Log,
    /// `[admin]`: who looks after the bot.
    pub admin: Admin,
    /// `[backup]`: backups by the clock, where there is such a section.
    pub backup: Option<Backups>,
    /// `[watch] listen`: where `/healthz`, `/readyz` and `/metrics` are answered.
    pub watch: Option<SocketAddr>,
    /// `[irc.NETWORK]`, by name.
    pub irc: Vec<IrcNetwork>,
    /// `[matrix]`
    pub matrix: Option<MatrixNetwork>,
    /// `[mail]`: the way out to the mailing list.
    pub mail: Option<MailingList>,
    /// `[mail.inbox]`
    pub inbox: Option<Inbox>,
    /// `[announce]`: where announcements go.
    pub announce: Vec<Place>,
    /// `[[announce.bridged]]`: sets of places in which what is said in one is read in all.
    pub bridged: Vec<Vec<Place>>,
    /// `[people.ACCOUNT]`, by account.
    pub people: Vec<ConfiguredPerson>,
    /// `[groups]`
    pub groups: BTreeMap<String, BTreeSet<Account>>,
    /// `[freezes]`
    pub freezes: Freezes,
    /// `[reminders]` and `[[posts]]`; `None` where nobody is reminded of anything.
    pub reminders: Option<Reminders>,
    /// What is odd about the file but does not stop the bot; `check` and the log say it.
    pub notes: Vec<Problem>,
}

/// What the bot itself is called: nobody's account.
pub(super) fn own_names(bot: &Bot, irc: &[IrcNetwork], matrix: Option<&MatrixNetwork>) -> BTreeSet<Account> {
    // `!rfr` is said as `rfr`, too.
    let prefix = bot.prefix.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let user = matrix.map_or("", |matrix| matrix.user.trim_start_matches('@'));
    let local = user.split(':').next().unwrap_or_default();
    let nicks = irc.iter().flat_map(IrcNetwork::nicks);
    nicks
        .chain([bot.name.as_str(), prefix, local])
        .filter(|name| !name.is_empty())
        .map(Account::new)
        .collect()
}

impl Config {
    /// What the bot itself is called: nobody's account.
    pub fn own_names(&self) -> BTreeSet<Account> {
        own_names(&self.bot, &self.irc, self.matrix.as_ref())
    }

    /// What each section means for a run. Never holds a secret.
    pub fn describe(&self) -> Vec<String> {
        let mut lines = vec![
            self.bot.describe(),
            format!("[tickets] ticket #4321 is {}4321.", self.tickets_base),
            self.limits.describe(),
            self.log.describe(),
        ];
        lines.extend(self.bot.own_edition.map(sop::describe));
        lines.extend(self.limits.budget.describe());
        lines.push(self.admin.describe());
        lines.extend(self.backup.iter().map(Backups::describe));
        lines.extend(
            self.watch
                .map(|address| format!("[watch] answers /healthz, /readyz and /metrics at http://{address}.")),
        );
        if self.irc.is_empty() && self.matrix.is_none() {
            lines.push("no [irc.NETWORK] and no [matrix]: the bot runs nowhere but in `rfrbot console`.".to_owned());
        }
        lines.extend(self.irc.iter().map(IrcNetwork::describe));
        lines.extend(self.matrix.iter().flat_map(MatrixNetwork::describe));
        lines.extend(self.mail.iter().flat_map(MailingList::describe));
        lines.extend(self.inbox.iter().map(Inbox::describe));
        lines.push(if self.announce.is_empty() {
            "[announce] nothing is announced anywhere.".to_owned()
        } else {
            format!("[announce] announcements go to {}.", places(&self.announce))
        });
        lines.extend(reminders::describe(self.reminders.as_ref()));
        lines.extend(self.bridged.iter().map(|set| {
            let places: Vec<String> = set.iter().map(ToString::to_string).collect();
            format!(
                "[[announce.bridged]] {} are one place: only the first of them that is announced to is spoken to.",
                places.join(" and ")
            )
        }));
        lines.extend(people::describe(&self.groups, &self.people, self.matrix.as_ref()));
        lines.extend(self.freezes.describe());
        lines
    }

    /// A config for the console without a file: one person who may do everything, no network, a store in the
    /// given folder.
    pub fn for_console(account: &str, data: PathBuf) -> Self {
        let bot = BotRows::default();
        let account = Account::new(account);
        let members = BTreeSet::from([account.clone()]);
        Self {
            bot: Bot {
                name: bot.name,
                prefix: bot.prefix,
                data,
                edition: Edition::classic(),
                own_edition: None,
                four_eyes: false,
                ascii: false,
                objections_hold: false,
            },
            tickets_base: TicketRows::default().base,
            limits: Limits::from(&LimitRows::default()),
            log: Log {
                level: LogLevel::Warn,
                format: LogFormat::Text,
            },
            admin: Admin {
                people: vec![account.clone()],
                ..Admin::default()
            },
            backup: None,
            watch: None,
            irc: Vec::new(),
            matrix: None,
            mail: None,
            inbox: None,
            bridged: Vec::new(),
            // Whoever types here reads every reply; a second copy of it would be noise.
            announce: Vec::new(),
            people: Vec::new(),
            groups: [SYSADMIN_MAIN, SECURITY_OFFICER]
                .into_iter()
                .map(|group| (group.to_owned(), members.clone()))
                .collect(),
            freezes: Freezes::default(),
            reminders: None,
            notes: Vec::new(),
        }
    }

    /// Every place where the bot is to be, by its own networks.
    pub fn places(&self) -> Vec<Place> {
        people::configured(&self.irc, self.matrix.as_ref())
    }

    /// The groups of which an account is a member, by name.
    pub fn groups_of(&self, account: &Account) -> Vec<&str> {
        self.groups
            .iter()
            .filter(|(_, members)| members.contains(account))
            .map(|(group, _)| group.as_str())
            .collect()
    }
}
