//! All settings of the operator, checked.

use super::accounts::Accounts;
use super::board::BoardSettings;
use super::bot::{Bot, BotRows, TicketRows};
use super::bus::Bus;
use super::error::Problem;
use super::freezes::Freezes;
use super::irc::IrcNetwork;
use super::limits::{LimitRows, Limits};
use super::log::{Log, LogFormat, LogLevel};
use super::mail::{Inbox, MailingList};
use super::matrix::MatrixNetwork;
use super::operations::{Admin, Backups};
use super::people::{self, ConfiguredPerson};
use super::reminders::{self, ReminderConfig};
use super::sop;
use super::spoken::places;
use super::tracker::Tracker;
use crate::people::{Account, SECURITY_OFFICER, SYSADMIN_MAIN, SYSADMIN_RELENG};
use crate::rfr::NewsKind;
use crate::sop::Edition;
use crate::wire::Place;
use std::collections::{BTreeMap, BTreeSet};
use std::net::SocketAddr;
use std::path::PathBuf;

/// All settings of the operator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// `[bot]`: the bot itself.
    pub bot: Bot,
    /// `[tickets]`: ticket `#4321` has this address with `4321` appended.
    pub tickets_base: String,
    /// `[limits]`
    pub limits: Limits,
    /// `[log]`
    pub log: Log,
    /// `[admin]`: who administers the bot.
    pub admin: Admin,
    /// `[backup]`: scheduled backups, if there is such a section.
    pub backup: Option<Backups>,
    /// `[watch] listen`: the address that serves `/healthz`, `/readyz` and `/metrics`.
    pub watch: Option<SocketAddr>,
    /// `[board]`: the page to look at.
    pub board: BoardSettings,
    /// `[irc.NETWORK]`, by name.
    pub irc: Vec<IrcNetwork>,
    /// `[matrix]`
    pub matrix: Option<MatrixNetwork>,
    /// `[mail]`: sending to the mailing list.
    pub mail: Option<MailingList>,
    /// `[mail.inbox]`
    pub inbox: Option<Inbox>,
    /// `[tracker]`
    pub tracker: Option<Tracker>,
    /// `[bus]`
    pub bus: Option<Bus>,
    /// `[announce]`: where announcements go.
    pub announce: Vec<Place>,
    /// `[announce] kinds` and `[[announce.rooms]]`: of what kinds of news a place is told, if not of all.
    pub told: BTreeMap<Place, BTreeSet<NewsKind>>,
    /// `[[announce.bridged]]`: sets of places in which a message in one appears in all.
    pub bridged: Vec<Vec<Place>>,
    /// `[people.ACCOUNT]`, by account.
    pub people: Vec<ConfiguredPerson>,
    /// `[groups]`
    pub groups: BTreeMap<String, BTreeSet<Account>>,
    /// `[accounts]`: the account system, where groups come from one.
    pub accounts: Option<Accounts>,
    /// `[freezes]`
    pub freezes: Freezes,
    /// `[reminders]` and `[[posts]]`; `None` if there are no reminders.
    pub reminders: Option<ReminderConfig>,
    /// Oddities in the file that do not stop the bot; `check` and the log mention them.
    pub notes: Vec<Problem>,
}

/// The bot's own names, which cannot be accounts.
pub(super) fn own_names(bot: &Bot, irc: &[IrcNetwork], matrix: Option<&MatrixNetwork>) -> BTreeSet<Account> {
    // `!rfr` is also called `rfr`.
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
    /// The bot's own names, which cannot be accounts.
    pub fn own_names(&self) -> BTreeSet<Account> {
        own_names(&self.bot, &self.irc, self.matrix.as_ref())
    }

    /// Is that nobody's account: a name of the bot, or of what no person does?
    pub fn is_nobody(&self, name: &str) -> bool {
        let account = Account::new(name);
        account.is_nobody() || self.own_names().contains(&account)
    }

    /// Each section's effect on a run. Never contains a secret.
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
        lines.extend(self.board.describe());
        if self.irc.is_empty() && self.matrix.is_none() {
            lines.push("no [irc.NETWORK] and no [matrix]: the bot runs nowhere but in `rfrbot console`.".to_owned());
        }
        lines.extend(self.irc.iter().map(IrcNetwork::describe));
        lines.extend(self.matrix.iter().flat_map(MatrixNetwork::describe));
        lines.extend(self.mail.iter().flat_map(MailingList::describe));
        lines.extend(self.inbox.iter().map(Inbox::describe));
        lines.extend(self.tracker.iter().flat_map(Tracker::describe));
        lines.extend(self.bus.iter().map(Bus::describe));
        lines.push(if self.announce.is_empty() {
            "[announce] nothing is announced anywhere.".to_owned()
        } else {
            format!("[announce] announcements go to {}.", places(&self.announce))
        });
        lines.extend(self.told.iter().map(|(place, kinds)| {
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind.name()).collect();
            let kinds = if kinds.is_empty() {
                "nothing of RFRs".to_owned()
            } else {
                kinds.join(", ")
            };
            format!("[announce] {place} is told of {kinds}.")
        }));
        lines.extend(reminders::describe(self.reminders.as_ref()));
        lines.extend(self.bridged.iter().map(|set| {
            let places: Vec<String> = set.iter().map(ToString::to_string).collect();
            format!(
                "[[announce.bridged]] {} are one place: only the first of them that is announced to is spoken to.",
                places.join(" and ")
            )
        }));
        lines.extend(people::describe(&self.groups, &self.people, self.matrix.as_ref()));
        lines.extend(self.accounts.iter().map(Accounts::describe));
        lines.extend(self.freezes.describe());
        lines
    }

    /// A config for the console without a file: one person with all rights, no network, a store in the given folder.
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
            board: BoardSettings::default(),
            irc: Vec::new(),
            matrix: None,
            mail: None,
            inbox: None,
            tracker: None,
            bus: None,
            bridged: Vec::new(),
            // Whoever types here reads every reply; a second copy would be noise.
            announce: Vec::new(),
            told: BTreeMap::new(),
            people: Vec::new(),
            groups: [SYSADMIN_MAIN, SECURITY_OFFICER]
                .into_iter()
                .map(|group| (group.to_owned(), members.clone()))
                .collect(),
            accounts: None,
            freezes: Freezes::default(),
            reminders: None,
            notes: Vec::new(),
        }
    }

    /// A config for a console to play with: that person, and a small team.
    pub fn for_demo(account: &str, data: PathBuf) -> Self {
        let mut config = Self::for_console(account, data);
        let team = [
            (SYSADMIN_MAIN, ["kevin", "smooge"].as_slice()),
            (SYSADMIN_RELENG, ["tyll"].as_slice()),
            (SECURITY_OFFICER, ["maja"].as_slice()),
        ];
        for (group, members) in team {
            let group = config.groups.entry(group.to_owned()).or_default();
            group.extend(members.iter().map(|member| Account::new(member)));
        }
        config
    }

    /// Every place the bot should be in, by its own networks.
    pub fn places(&self) -> Vec<Place> {
        people::configured(&self.irc, self.matrix.as_ref())
    }

    /// The groups that an account is a member of, by name.
    pub fn groups_of(&self, account: &Account) -> Vec<&str> {
        self.groups
            .iter()
            .filter(|(_, members)| members.contains(account))
            .map(|(group, _)| group.as_str())
            .collect()
    }
}
