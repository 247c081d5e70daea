//! The operator's config file, read and validated once.
//!
//! A file goes through three steps: its form (`form`, against the table of keys, and `syntax` if it is not TOML), the
//! raw tables (`rows`), and the checks of each section, which produce the typed [`Config`]. Each section has its own
//! file or folder, with its rows, its checks and its effect on a run. All mistakes are collected and reported at once,
//! with file, line, key and fix. Secrets come from files or the environment (`secret`) and are never printed.

mod accounts;
mod board;
mod bot;
mod bus;
mod check;
mod error;
mod form;
mod freezes;
mod irc;
mod judge;
mod limits;
mod loading;
mod log;
mod mail;
mod matrix;
mod operations;
mod people;
mod reminders;
mod rows;
mod secret;
mod sop;
mod spoken;
mod surroundings;
mod syntax;
mod tracker;
mod whole;

pub use accounts::{Accounts, KerberosTicket};
pub use board::BoardSettings;
pub use bot::Bot;
pub use bus::Bus;
pub use check::{example, sections};
pub use error::{ConfigError, Problem};
pub use freezes::{CalendarSource, Freezes, Location};
pub use irc::{IrcChannel, IrcNetwork, Login, Pace, Tls};
pub use limits::{Budget, Limits};
pub use log::{Log, LogFormat, LogLevel};
pub use mail::{ImapMailbox, Inbox, ListProof, MailSource, MailWay, MailingList, SmtpServer, SmtpTls};
pub use matrix::MatrixNetwork;
pub use operations::{Admin, Backups};
pub use people::{ConfiguredPerson, ServicesAccount};
pub use reminders::{PostConfig, ReminderConfig};
pub use rows::Section;
pub use secret::Secret;
pub use surroundings::Surroundings;
pub use tracker::{Comments, Tracker, Webhook};
pub use whole::Config;
