//! The operator's config file, typed and validated once.
//!
//! A file goes through three steps: its form (`form`, against the table of keys in `keys`), the raw form
//! as serde reads it (`raw`), and the checks that make the typed [`Config`] (`check`, `check_irc`,
//! `check_people`). Whatever is wrong is collected and told in one go, with file, line, key and the fix.
//! Secrets come from files or the environment (`secret`) and are never printed.

mod check;
mod check_freezes;
mod check_inbox;
mod check_irc;
mod check_mail;
mod check_matrix;
mod check_operations;
mod check_people;
mod check_reminders;
mod check_sop;
mod describe;
mod error;
mod form;
mod freezes;
mod inbox;
mod irc_network;
mod key;
mod keys;
mod keys_mail;
mod mailing_list;
mod matrix_network;
mod raw;
mod raw_mail;
mod secret;
mod shared;
mod surroundings;
mod syntax;

pub use error::{ConfigError, Problem};
pub use freezes::{CalendarSource, Freezes, Location};
pub use inbox::{ImapMailbox, Inbox, ListProof, MailSource};
pub use irc_network::{IrcChannel, IrcNetwork, Login, Pace, Tls};
pub use keys::{Section, sections};
pub use mailing_list::{MailWay, MailingList, SmtpServer, SmtpTls};
pub use matrix_network::MatrixNetwork;
pub use secret::Secret;
pub use surroundings::Surroundings;

use crate::people::{Account, SECURITY_OFFICER, SYSADMIN_MAIN, SYSADMIN_RELENG};
use crate::reminder;
use crate::reminder::recurring::Recurring;
use crate::sop::Edition;
use crate::wire::Place;
use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The shipped example, which explains every key.
pub const EXAMPLE: &str = include_str!("../../config.example.toml");

/// The groups that some rule of the bot asks for.
const KNOWN_GROUPS: [&str; 3] = [SYSADMIN_MAIN, SECURITY_OFFICER, SYSADMIN_RELENG];

/// The network's name of the console, which no network in the file may take.
const CONSOLE: &str = "console";

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

/// `[reminders]` and `[[posts]]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminders {
    /// When people are reminded, of what, and how often.
    pub settings: reminder::Settings,
    /// Where.
    pub places: Vec<Place>,
    /// Posts that come again and again.
    pub posts: Vec<Post>,
}

/// `[[posts]]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// When.
    pub recurring: Recurring,
    /// Where.
    pub places: Vec<Place>,
    /// To the mailing list too, as the summary?
    pub to_list: bool,
}

/// `[bot]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bot {
    /// The bot's name in logs and in the console.
    pub name: String,
    /// The word before every command in a channel.
    pub prefix: String,
    /// The folder of the store.
    pub data: PathBuf,
    /// The edition of the SOP under which a new RFR starts.
    pub edition: Edition,
    /// The edition of the team's own file.
    pub own_edition: Option<Edition>,
    /// Who requested does not sponsor, and who signed does not move into production.
    pub four_eyes: bool,
    /// Does an objection of sysadmin-main hold a freeze break?
    pub objections_hold: bool,
}

/// `[limits]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long a speaker can undo the own last change.
    pub undo: Duration,
    /// Lines of a reply in an IRC channel before `more` is needed.
    pub reply_lines: usize,
    /// How much one person, and one place, may ask for.
    pub budget: Budget,
}

/// The part of `[limits]` that keeps floods away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Commands of one speaker in a minute.
    pub person_per_minute: u32,
    /// Commands in one place in a minute.
    pub place_per_minute: u32,
    /// New RFRs of one person in a day (UTC).
    pub requests_per_day: u32,
    /// Questions of one person in a day (UTC).
    pub questions_per_day: u32,
    /// Notes and links of one person in a day (UTC).
    pub notes_per_day: u32,
    /// Changes of one person in a day (UTC), of all kinds.
    pub changes_per_day: u32,
    /// Mails to the list about one RFR in a day (UTC).
    pub mails_per_rfr_per_day: u32,
    /// Announced changes of one RFR in an hour.
    pub announcements_per_rfr_per_hour: u32,
}

/// `[admin]`
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Admin {
    /// Members of these groups look after the bot.
    pub groups: Vec<String>,
    /// And these people.
    pub people: Vec<Account>,
    /// Where the bot says what is wrong with itself.
    pub place: Option<Place>,
}

/// `[backup]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backups {
    /// How often.
    pub every: Duration,
    /// How many are kept.
    pub keep: usize,
    /// Where.
    pub folder: PathBuf,
}

/// `[log]`; the command line wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Log {
    /// How much is logged.
    pub level: LogLevel,
    /// In which form.
    pub format: LogFormat,
}

/// How much is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LogLevel {
    /// Only what somebody must look at.
    Error,
    /// That, and what may need a look.
    Warn,
    /// That, and what the bot does.
    Info,
    /// That, and why.
    Debug,
    /// Everything, every line of every network among it.
    Trace,
}

impl LogLevel {
    /// Every level, quietest first.
    pub const ALL: [Self; 5] = [Self::Error, Self::Warn, Self::Info, Self::Debug, Self::Trace];

    /// The word in the config and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warn => "warn",
            Self::Info => "info",
            Self::Debug => "debug",
            Self::Trace => "trace",
        }
    }

    /// The level of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

/// The form of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// Lines for people and the journal.
    Text,
    /// One JSON object a line, for collectors.
    Json,
}

impl LogFormat {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Text, Self::Json];

    /// The word in the config and on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
        }
    }

    /// The format of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// `[people.ACCOUNT]`: by what a person is recognised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfiguredPerson {
    /// The Fedora account.
    pub account: Account,
    /// IRC services accounts.
    pub irc: Vec<ServicesAccount>,
    /// Matrix ids, `@user:server`.
    pub matrix: Vec<String>,
    /// Mail addresses, in lower case: they name the author of a mail, and prove nothing.
    pub mail: Vec<String>,
}

/// An account at an IRC network's services. Not a nick.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServicesAccount {
    /// The network's name in the config.
    pub network: String,
    /// The account, as written in the config; case does not matter.
    pub account: String,
}

/// What the bot itself is called: nobody's account.
fn own_names(bot: &Bot, irc: &[IrcNetwork], matrix: Option<&MatrixNetwork>) -> BTreeSet<Account> {
    // `!rfr` is said as `rfr`, too.
    let prefix = bot.prefix.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let user = matrix.map_or("", |matrix| matrix.user.trim_start_matches('@'));
    let local = user.split(':').next().unwrap_or_default();
    let nicks = irc.iter().map(|network| network.nick.as_str());
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

    /// Reads and checks the file at a path.
    pub fn load(path: &Path) -> Result<Self, ConfigError> {
        Self::from_text(&text_of(path)?, path)
    }

    /// The same for somebody who connects to nothing: no secret is read, and those in it are empty.
    pub fn load_without_secrets(path: &Path) -> Result<Self, ConfigError> {
        let surroundings = Surroundings::of_process().without_secrets();
        Self::from_text_in(&text_of(path)?, path, &surroundings)
    }

    /// Where the store of the config at a path is. Whatever else is wrong in the file, a running bot can be asked.
    pub fn place_of_store(path: &Path) -> Result<PathBuf, ConfigError> {
        let text = text_of(path)?;
        let (table, _) = toml::de::DeTable::parse_recoverable(&text);
        let bot = table.get_ref().get("bot").and_then(|bot| bot.get_ref().as_table());
        let folder = path.parent().unwrap_or(Path::new(""));
        match bot.and_then(|bot| bot.get("data")).map(|data| data.get_ref().as_str()) {
            None => Ok(Surroundings::of_process().default_data(folder)),
            Some(Some(data)) if !data.is_empty() => Ok(folder.join(data)),
            // It says what is wrong there.
            Some(_) => Ok(Self::load_without_secrets(path)?.bot.data),
        }
    }

    /// Checks a config given as text. The path stands in messages, and relative paths count from its folder.
    pub fn from_text(text: &str, path: &Path) -> Result<Self, ConfigError> {
        Self::from_text_in(text, path, &Surroundings::of_process())
    }

    /// The same with environment variables of the caller's choice.
    pub fn from_text_in(text: &str, path: &Path, surroundings: &Surroundings) -> Result<Self, ConfigError> {
        let mut findings = form::Findings::new(path);
        let Some(table) = findings.read_form(text) else {
            return Err(invalid(findings.problems));
        };
        match serde::Deserialize::deserialize(toml::Deserializer::from(table)) {
            Ok(raw) => check::check(raw, path, surroundings, findings),
            Err(_) if !findings.problems.is_empty() => Err(invalid(findings.problems)),
            // The form was found good, so that this cannot happen while both know the same keys. Serde's words
            // may quote a value, so they are left out.
            Err(error) => {
                let line = error.span().map(|span| text[..span.start].matches('\n').count() + 1);
                Err(ConfigError::Invalid(vec![Problem {
                    file: path.to_owned(),
                    line,
                    key: String::new(),
                    what: "this part has a form that the bot does not know".to_owned(),
                    fix: "Compare it with the example, which `rfrbot config` prints".to_owned(),
                }]))
            }
        }
    }

    /// A config for the console without a file: one person who may do everything, no network, a store in the
    /// given folder.
    pub fn for_console(account: &str, data: PathBuf) -> Self {
        let account = Account::new(account);
        let members = BTreeSet::from([account.clone()]);
        Self {
            bot: Bot {
                name: check::DEFAULT_NAME.to_owned(),
                prefix: check::DEFAULT_PREFIX.to_owned(),
                data,
                edition: Edition::classic(),
                own_edition: None,
                four_eyes: false,
                objections_hold: false,
            },
            tickets_base: check::DEFAULT_TICKETS_BASE.to_owned(),
            limits: check::DEFAULT_LIMITS,
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
        let channels = self.irc.iter().flat_map(|network| {
            let channels = network.channels.iter();
            channels.map(|channel| Place::channel(&network.name, &channel.name))
        });
        let rooms = self.matrix.iter().flat_map(|network| &network.rooms);
        let rooms = rooms.map(|room| Place::channel(MatrixNetwork::NAME, room));
        channels.chain(rooms).collect()
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

fn text_of(path: &Path) -> Result<String, ConfigError> {
    let bytes = std::fs::read(path).map_err(|cause| match cause.kind() {
        io::ErrorKind::NotFound => ConfigError::Missing(path.to_owned()),
        _ => ConfigError::Unreadable {
            path: path.to_owned(),
            cause,
        },
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]);
        ConfigError::Invalid(vec![Problem {
            file: path.to_owned(),
            line: Some(valid.matches('\n').count() + 1),
            key: String::new(),
            what: "a character of another encoding stands here, expected UTF-8".to_owned(),
            fix: "Save the file as UTF-8 (without UTF-16 and without Latin-1)".to_owned(),
        }])
    })
}

/// The problems in the order of the file.
fn invalid(mut problems: Vec<Problem>) -> ConfigError {
    problems.sort_by_key(|problem| problem.line);
    ConfigError::Invalid(problems)
}
