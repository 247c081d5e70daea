//! From a config to a running bot: makes each room and connects it to the next. Decides nothing.

use crate::chat::console;
use crate::chat::irc;
use crate::chat::{Delivery, Report};
use crate::config::Config;
use crate::delivery::Outbox;
use crate::desk::{ArchiveError, Desk, Settings};
use crate::people::{Account, Directory, Identity};
use crate::service::{self, Core, StoreGone, Wires, Writer};
use crate::store::{self, StoreError};
use chrono::{Duration, Utc};
use std::collections::HashMap;
use std::io;
use thiserror::Error;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::{mpsc, watch};
use tokio::task::JoinSet;

/// How many reports wait for the desk; when they are full, the adaptors wait, and in the end their servers do.
const REPORTS: usize = 1024;

/// How many deliveries wait for the console.
const CONSOLE_DELIVERIES: usize = 256;

/// Why the bot does not run (any more).
#[derive(Debug, Error)]
pub enum StartupError {
    /// The config names no network.
    #[error(
        "the config names no network, so there is nothing to run: add an [irc.NAME] section, or try `rfrbot console`"
    )]
    NoNetwork,
    /// The store does not open, or stopped working.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The store opened but cannot be read.
    #[error("the store opened but cannot be read: {0}")]
    Unreadable(#[from] ArchiveError),
    /// The store stopped working while the bot ran.
    #[error(transparent)]
    StoreGone(#[from] StoreGone),
    /// The console ended badly.
    #[error(transparent)]
    Console(#[from] console::ConsoleError),
    /// A thread or a signal handler could not be made.
    #[error("the operating system refused a thread or a signal handler: {0}")]
    System(#[from] io::Error),
}

/// Who is who, by the config.
pub fn directory(config: &Config) -> Directory {
    let mut directory = Directory::new();
    for person in &config.people {
        directory.add_account(&person.account);
        for services in &person.irc {
            let identity = Identity::IrcAccount {
                network: services.network.clone(),
                account: services.account.clone(),
            };
            directory.add_identity(&person.account, identity);
        }
        for mxid in &person.matrix {
            directory.add_identity(&person.account, Identity::Matrix { mxid: mxid.clone() });
        }
    }
    for (group, members) in &config.groups {
        for account in members {
            directory.add_member(group, account);
        }
    }
    directory
}

/// What the desk has to know of the config.
fn settings(config: &Config) -> Settings {
    let lines = |network: &str| (network.to_owned(), config.limits.reply_lines);
    let reply_lines: HashMap<String, usize> = config.irc.iter().map(|network| lines(&network.name)).collect();
    Settings {
        prefix: config.bot.prefix.clone(),
        edition: config.bot.edition,
        ticket_base: Some(config.tickets_base.clone()),
        undo_within: Duration::from_std(config.limits.undo).unwrap_or(Duration::MAX),
        announce: config.announce.clone(),
        calendars: config.calendars.iter().map(|source| source.name.clone()).collect(),
        reply_lines,
    }
}

/// The rooms between the networks and the disk.
struct House {
    core: Core,
    writer: Writer,
}

/// Opens the store and takes up what it owes.
async fn open(config: &Config, outbox: Outbox, mut opened: store::Opened) -> Result<House, StartupError> {
    let database = opened.database.clone();
    let mut desk = Desk::open(
        settings(config),
        directory(config),
        config.calendar.clone(),
        opened.database,
    )?;
    service::take_calendars(&mut desk, &mut opened.journal, &config.calendars, Utc::now())?;
    // What a calendar makes known is owed as well.
    let owed = database.outbox()?;
    let (core, marks) = Core::new(desk, outbox, owed);
    let writer = Writer::start(opened.journal)?;
    if !marks.is_empty() {
        writer.mark(marks).await??;
    }
    Ok(House { core, writer })
}

fn open_store(config: &Config) -> Result<store::Opened, StoreError> {
    let opened = store::open(&config.bot.data)?;
    for said in &opened.said {
        tracing::warn!("{said}");
    }
    Ok(opened)
}

/// Connects to the networks of the config and serves them until SIGTERM or SIGINT.
pub async fn run(config: &Config) -> Result<(), StartupError> {
    if config.irc.is_empty() {
        return Err(StartupError::NoNetwork);
    }
    let opened = open_store(config)?;
    let (reports, heard) = mpsc::channel(REPORTS);
    let mut outbox = Outbox::new();
    let networks: Vec<irc::Handle> = config
        .irc
        .iter()
        .map(|network| {
            let handle = irc::spawn(network.clone(), reports.clone());
            outbox.connect(&network.name, handle.deliveries.clone());
            handle
        })
        .collect();
    drop(reports);
    let House { core, writer } = open(config, outbox, opened).await?;
    let (order, stop) = watch::channel(false);
    let wires = Wires {
        reports: heard,
        stop,
        console: None,
    };
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let serve = service::run(core, writer, wires);
    tokio::pin!(serve);
    let ended = tokio::select! {
        ended = &mut serve => Some(ended),
        _ = terminate.recv() => None,
        _ = interrupt.recv() => None,
    };
    tracing::info!("stopping");
    order.send_replace(true);
    // The networks end what is under way, and what they confirm until then is still noted: both at the same time.
    let leaving: JoinSet<()> = networks.into_iter().map(irc::Handle::shutdown).collect();
    let ended = match ended {
        Some(ended) => {
            leaving.join_all().await;
            ended
        }
        None => tokio::join!(serve, leaving.join_all()).0,
    };
    Ok(ended?)
}

/// Talks to the bot on this terminal or pipe, without any network.
pub async fn console(config: &Config, speaker: &str) -> Result<(), StartupError> {
    let opened = open_store(config)?;
    let (reports, heard) = mpsc::channel::<Report>(REPORTS);
    let (deliveries, printed) = mpsc::channel::<Delivery>(CONSOLE_DELIVERIES);
    let (told, handled) = mpsc::channel(REPORTS);
    let mut outbox = Outbox::new();
    outbox.connect(console::NETWORK, deliveries);
    for network in &config.irc {
        // What is announced here is owed to the networks until `rfrbot run` connects to them.
        let (nowhere, _) = mpsc::channel(1);
        outbox.connect(&network.name, nowhere);
    }
    let House { core, writer } = open(config, outbox, opened).await?;
    let (_order, stop) = watch::channel(false);
    let wires = Wires {
        reports: heard,
        stop,
        console: Some(told),
    };
    let console = console::run(
        console::Settings::new(config, &Account::new(speaker).to_string()),
        console::Wires {
            reports,
            deliveries: printed,
            handled,
        },
    );
    // The console's end ends its reports, which ends the loop after what it still has to note.
    let (ended, served) = tokio::join!(console, service::run(core, writer, wires));
    served?;
    Ok(ended?)
}
