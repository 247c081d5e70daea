//! From a config to a running bot: creates each room and connects it to the next. Decides nothing.

mod bus_line;
mod mail_line;
mod matrix;
mod settings;
mod tracker_line;

pub use settings::directory;

use crate::accounts;
use crate::board::{self, BoardHandle, FilesError, Written};
use crate::chat::console;
use crate::chat::irc;
use crate::config::{Config, IrcNetwork, MatrixNetwork};
use crate::delivery::Outbox;
use crate::desk::{Archive, ArchiveError, Desk, Handled, newest_seen};
use crate::operations::figures::Figures;
use crate::operations::reload::Reloader;
use crate::operations::{self, OperatorOrder, control, systemd};
use crate::people::Account;
use crate::service::{self, CalendarReader, Core, NewConfig, PATIENCE, Reread, Sight, StoreGone, Wires, Writer};
use crate::sop::Edition;
use crate::store::{self, StoreError};
use crate::text::Message;
use crate::wire::{Delivery, Report};
use bus_line::BusLine;
use chrono::{DateTime, Utc};
use mail_line::MailLine;
use matrix::Matrix;
use settings::{live_groups, matrix_rooms, settings};
use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thiserror::Error;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::{JoinError, JoinSet};
use tracker_line::TrackerLine;

/// Capacity of the queue of reports for the desk. When it is full, the adaptors wait, and in the end their servers do.
const REPORTS: usize = 1024;

/// Capacity of the queue of the operator's commands.
const ORDERS: usize = 8;

/// How many questions wait for the account system.
const QUESTIONS: usize = 128;

/// Capacity of the console's queue.
const CONSOLE_DELIVERIES: usize = 256;

/// Why the bot does not run (any more).
#[derive(Debug, Error)]
pub enum StartupError {
    /// The config names no network.
    #[error(
        "the config names no network, so there is nothing to run: add an [irc.NAME] or a [matrix] section, or try `rfrbot console`"
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
    /// The Matrix side gave up, and it was the only network.
    #[cfg(feature = "matrix")]
    #[error(transparent)]
    Matrix(#[from] crate::chat::matrix::MatrixError),
    /// The config asks for Matrix, and this program was built without it.
    #[cfg(not(feature = "matrix"))]
    #[error(
        "the config has a [matrix] section, but this program was built without Matrix: build it with the default features, or remove the section"
    )]
    NoMatrix,
    /// The control socket cannot be created.
    #[error("the control socket, control.sock in the store's folder ([bot] data), cannot be made: {_0}{fix}", fix = store::remedy(_0))]
    Control(#[source] io::Error),
    /// The HTTP listener cannot be created.
    #[error("[watch] listen = \"{address}\" cannot be listened at ({source}): is the port taken? Name another one")]
    Watch {
        /// Its address.
        address: SocketAddr,
        /// The system's error.
        source: io::Error,
    },
    /// The page cannot be served.
    #[error("[board] listen = \"{address}\" cannot be listened at ({source}): is the port taken? Name another one")]
    Board {
        /// Its address.
        address: SocketAddr,
        /// The system's error.
        source: io::Error,
    },
    /// The page cannot be written as files.
    #[error("the board cannot be written to {folder}: {source}", folder = folder.display())]
    BoardFiles {
        /// Where to.
        folder: PathBuf,
        /// Why.
        source: FilesError,
    },
    /// The tracker's webhook cannot be listened for.
    #[error("listen of [tracker.webhook] cannot be listened at ({source}): is the port taken? Name another one")]
    Webhook {
        /// The system's error.
        source: io::Error,
    },
    /// A thread or a signal handler could not be created.
    #[error("the operating system refused a thread or a signal handler: {0}")]
    System(#[from] io::Error),
}

impl StartupError {
    /// Must a person correct something before a retry makes sense?
    pub fn needs_a_person(&self) -> bool {
        match self {
            Self::NoNetwork => true,
            Self::Store(error) => error.needs_a_person(),
            Self::Control(source)
            | Self::Watch { source, .. }
            | Self::Board { source, .. }
            | Self::Webhook { source } => store::needs_a_person(source),
            #[cfg(feature = "matrix")]
            Self::Matrix(error) => error.needs_a_person(),
            #[cfg(not(feature = "matrix"))]
            Self::NoMatrix => true,
            Self::BoardFiles { .. } => true,
            Self::Unreadable(_) | Self::StoreGone(_) | Self::Console(_) | Self::System(_) => false,
        }
    }
}

/// What is in progress, read without opening the store, so it may run beside the bot.
pub fn digest(config: &Config) -> Result<Message, StartupError> {
    let mut desk = Desk::for_looking(settings(config), directory(config), config.freezes.windows.clone())?;
    store::replay(&config.bot.data, |commit| desk.replay(commit))?;
    Ok(desk.posted_digest(Utc::now())?)
}

/// Writes the page as files, read without opening the store, so it may run beside the bot.
pub fn board(config: &Config, folder: &Path) -> Result<Written, StartupError> {
    let refused = |source| StartupError::BoardFiles {
        folder: folder.to_owned(),
        source,
    };
    board::apart(folder, &config.bot.data).map_err(refused)?;
    let mut desk = Desk::for_looking(settings(config), directory(config), config.freezes.windows.clone())?;
    store::replay(&config.bot.data, |commit| desk.replay(commit))?;
    board::write(folder, config.board.url.as_deref(), &desk, Utc::now()).map_err(refused)
}

/// The open RFRs whose names commands interpret as something else, read without opening the store.
pub fn names_read_otherwise(config: &Config) -> Result<Option<Message>, StartupError> {
    let mut desk = Desk::for_looking(settings(config), directory(config), config.freezes.windows.clone())?;
    store::replay(&config.bot.data, |commit| desk.replay(commit))?;
    let names = desk.names_read_otherwise(Utc::now().date_naive());
    Ok(desk.say_names_read_otherwise(&names))
}

/// The rooms between the networks and the disk.
struct Pipeline {
    core: Core,
    writer: Writer,
}

/// Opens the store and resumes what it owes.
fn open(
    config: &Config,
    outbox: Outbox,
    mut opened: store::Opened,
    settle: fn(&mut Desk<store::Database>, DateTime<Utc>) -> Handled,
) -> Result<Pipeline, StartupError> {
    let database = opened.database.clone();
    let mut desk = Desk::open(
        settings(config),
        directory(config),
        config.freezes.windows.clone(),
        opened.database,
    )?;
    desk.set_operations(config.limits.budget, config.admin.place.clone());
    desk.set_random(Box::new(random));
    service::take_calendars(&mut desk, &mut opened.journal, &config.freezes, Utc::now())?;
    if let Some(settled) = settle(&mut desk, Utc::now()).commit {
        opened.journal.commit(&[settled])?;
        desk.committed();
    }
    // What a calendar makes known is owed as well.
    let owed = database.outbox()?;
    let (mut core, marks) = Core::new(desk, outbox, owed);
    // Nobody is in sight yet to be told; the log has it.
    let _ = core.look_at_names(Utc::now().date_naive());
    let writer = Writer::start(opened.journal)?;
    if !marks.is_empty() {
        writer.mark(marks)?;
    }
    Ok(Pipeline { core, writer })
}

/// Groups and profiles come from the account system, where the config names one.
fn ask_accounts(config: &Config, core: &mut Core, reports: &mpsc::Sender<Report>) {
    if let Some(accounts) = &config.accounts {
        let (asked, questions) = mpsc::channel(QUESTIONS);
        let hosts = config.irc.iter();
        let hosts = hosts
            .map(|network| (network.name.clone(), network.host.clone()))
            .collect();
        accounts::spawn(accounts, hosts, questions, reports.downgrade());
        core.ask_accounts(live_groups(accounts), asked, Utc::now());
    }
}

fn open_store(config: &Config) -> Result<store::Opened, StoreError> {
    let opened = store::open(&config.bot.data)?;
    for said in &opened.said {
        tracing::warn!("{said}");
    }
    Ok(opened)
}

/// For whom each network of IRC is to watch, and where to sit.
fn sights(watches: &[irc::Watch], config: &Config) -> Vec<Sight> {
    let networks = watches.iter().zip(&config.irc);
    let sight = |(watch, network): (&irc::Watch, &IrcNetwork)| Sight {
        network: network.name.clone(),
        watch: watch.clone(),
        channels: network.channels.clone(),
    };
    networks.map(sight).collect()
}

/// Eight bytes from the system's source of secrets; `None` where it gives none.
fn random() -> Option<[u8; 8]> {
    let mut bytes = [0; 8];
    let filled = getrandom::fill(&mut bytes);
    if let Err(error) = &filled {
        tracing::error!(%error, "the system gave no random bytes");
    }
    filled.ok().map(|()| bytes)
}

/// Reloads the config at that path, compared with the running one, for these running IRC networks; `rooms` tells Matrix
/// its rooms.
fn reread(path: &Path, config: &Config, networks: &[irc::IrcHandle], rooms: watch::Sender<Vec<String>>) -> Reread {
    let watches: Vec<irc::Watch> = networks.iter().map(irc::IrcHandle::watch).collect();
    let mut reloader = Reloader::new(path.to_owned(), config.clone());
    Box::new(move || {
        let read = reloader.read()?;
        let said = read.describe();
        let awaits_restart = read.needs_restart.clone();
        let config = read.config;
        let new = NewConfig {
            settings: settings(&config),
            directory: directory(&config),
            calendar: config.freezes.windows.clone(),
            budget: config.limits.budget,
            admin_place: config.admin.place.clone(),
            // The config in use has the networks that the bot was started with, in their order.
            networks: sights(&watches, &config),
            places: config.places(),
            rooms: (rooms.clone(), matrix_rooms(&config)),
            said,
            awaits_restart,
        };
        reloader.taken_over(config);
        Ok(new)
    })
}

/// Reloads on SIGHUP, until nobody receives the orders.
fn reload_on_hangup(orders: mpsc::Sender<OperatorOrder>) -> io::Result<()> {
    let mut hangup = signal(SignalKind::hangup())?;
    tokio::spawn(async move {
        while hangup.recv().await.is_some() {
            let (answer, answered) = oneshot::channel();
            if orders.send(OperatorOrder::Reload(answer)).await.is_err() {
                return;
            }
            // The log has the result.
            let _ = answered.await;
        }
    });
    Ok(())
}

/// Connects to the configured networks and serves them until SIGTERM or SIGINT.
pub async fn run(config: &Config, path: &Path) -> Result<(), StartupError> {
    if config.irc.is_empty() && config.matrix.is_none() {
        return Err(StartupError::NoNetwork);
    }
    #[cfg(not(feature = "matrix"))]
    if config.matrix.is_some() {
        return Err(StartupError::NoMatrix);
    }
    tracing::info!(
        version = env!("CARGO_PKG_VERSION"),
        config = %path.display(),
        store = %config.bot.data.display(),
        sop = config.bot.edition.name(),
        "rfrbot starts"
    );
    let opened = open_store(config)?;
    let (reports, heard) = mpsc::channel(REPORTS);
    let mut outbox = Outbox::new();
    let networks: Vec<irc::IrcHandle> = config
        .irc
        .iter()
        .map(|network| {
            let handle = irc::spawn(network.clone(), reports.clone());
            outbox.connect(&network.name, handle.deliveries.clone());
            handle
        })
        .collect();
    let mut handled = HashMap::new();
    let (people, known) = watch::channel(directory(config));
    let readable = known.clone();
    let (rooms, wanted) = watch::channel(matrix_rooms(config));
    let mut matrix = Matrix::start(config, known, wanted, &reports)?;
    matrix.connect(&mut outbox, &mut handled);
    let mail = MailLine::start(config, &reports);
    mail.connect(&mut outbox, &mut handled);
    let tracker = TrackerLine::start(config, &reports, newest_seen(&opened.database)?).await?;
    tracker.connect(&mut outbox);
    let bus = BusLine::start(config, &reports);
    bus.connect(&mut outbox);
    let Pipeline { mut core, writer } = open(config, outbox, opened, Desk::tracker_settled)?;
    let names = config.irc.iter().map(|network| network.name.clone());
    let matrix_name = config.matrix.iter().map(|_| MatrixNetwork::NAME.to_owned());
    let figures = Arc::new(Figures::new(names.chain(matrix_name)));
    figures.wants(config.places());
    mail.tell(&figures);
    bus.tell(&figures);
    for (kind, source) in config.freezes.sources() {
        figures.has_source((kind.key(), &source.name));
    }
    tracker.begin(&figures, core.desk().tickets_to_read());
    tracker.take_hints(&mut core);
    core.watch(figures.clone(), config.bot.data.clone());
    core.reread_by(reread(path, config, &networks, rooms));
    let watches: Vec<irc::Watch> = networks.iter().map(irc::IrcHandle::watch).collect();
    core.tell_people_by(people, sights(&watches, config));
    ask_accounts(config, &mut core, &reports);
    let (orders, ordered) = mpsc::channel(ORDERS);
    reload_on_hangup(orders.clone())?;
    let _socket = control::listen(&config.bot.data, figures.clone(), orders).map_err(StartupError::Control)?;
    if let Some(address) = config.watch {
        let at = operations::watch::listen(address, figures.clone()).await;
        let at = at.map_err(|source| StartupError::Watch { address, source })?;
        tracing::info!(%at, "answers /healthz, /readyz and /metrics");
    }
    let (order, stop) = watch::channel(false);
    let (board, looks) = serve_board(config, &core, &figures, &stop)?;
    if let Some(settings) = &config.backup {
        let backups = operations::backups::run(config.bot.data.clone(), settings.clone(), figures.clone());
        tokio::spawn(backups);
    }
    let reader = CalendarReader::new(&config.freezes, readable, PATIENCE);
    let again = core.reads_sources_again();
    let calendars = tokio::spawn(service::keep_reading(reader, config.freezes.refresh, again, reports));
    let wires = Wires {
        reports: heard,
        stop,
        console: None,
        handled,
        orders: ordered,
        looks,
    };
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    systemd::ready();
    // In its own task: waking the outermost future would cost a system call for each message.
    let mut serve = tokio::spawn(service::run(core, writer, wires));
    let ended = tokio::select! {
        ended = &mut serve => Some(served(ended)),
        gave_up = matrix.gave_up() => {
            order.send_replace(true);
            served((&mut serve).await)?;
            Some(Err(gave_up))
        }
        _ = terminate.recv() => None,
        _ = interrupt.recv() => None,
    };
    tracing::info!("stopping");
    systemd::stopping();
    calendars.abort();
    order.send_replace(true);
    // The networks finish what is under way, and their confirmations are still recorded, at the same time.
    let leaving: JoinSet<()> = networks.into_iter().map(irc::IrcHandle::shutdown).collect();
    let leave = async {
        tokio::join!(
            leaving.join_all(),
            matrix.shutdown(),
            mail.shutdown(),
            tracker.shutdown(),
            async {
                if let Some(board) = board {
                    board.stopped().await;
                }
            },
            bus.shutdown()
        );
    };
    match ended {
        Some(ended) => {
            leave.await;
            ended
        }
        None => served(tokio::join!(serve, leave).0),
    }
}

/// How those who look are told apart: asks that wait.
type Looks = mpsc::Receiver<oneshot::Sender<board::Look>>;

/// Serves the page, where the config says so.
fn serve_board(
    config: &Config,
    core: &Core,
    figures: &Figures,
    stop: &watch::Receiver<bool>,
) -> Result<(Option<BoardHandle>, Looks), StartupError> {
    let (asks, looks) = mpsc::channel(1);
    let Some(address) = config.board.listen else {
        return Ok((None, looks));
    };
    let url = config.board.url.as_deref();
    let board = board::listen(address, url, (asks, core.changes()), stop.clone());
    let board = board.map_err(|source| StartupError::Board { address, source })?;
    tracing::info!(at = %board.address, "shows the board");
    figures.shows_board(board.address, board.requests.clone());
    Ok((Some(board), looks))
}

/// How the loop ended. Its panic is propagated.
fn served(ended: Result<Result<(), StoreGone>, JoinError>) -> Result<(), StartupError> {
    match ended {
        Ok(ended) => Ok(ended?),
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(error) => Err(StartupError::System(io::Error::other(error))),
        },
    }
}

/// What Tab completes at first: names of RFRs, phases, items and people.
fn words<A: Archive>(desk: &Desk<A>, config: &Config) -> Vec<(console::WordKind, String)> {
    use console::WordKind;
    let edition = config.bot.edition;
    let phases = edition
        .phases()
        .iter()
        .map(|phase| (WordKind::Phase, phase.name.to_owned()));
    let items = edition.rows().iter().map(|row| (WordKind::Item, row.id.to_owned()));
    let topics = edition.topics().map(|topic| (WordKind::Topic, topic.name().to_owned()));
    let people = config
        .groups
        .values()
        .flatten()
        .map(|account| (WordKind::Person, account.to_string()));
    let known = desk
        .directory()
        .accounts()
        .map(|account| (WordKind::Person, account.to_string()));
    let editions = Edition::shipped()
        .iter()
        .map(|edition| (WordKind::Edition, edition.name().to_owned()));
    let names = desk.state().open_names().into_iter().map(|name| (WordKind::Rfr, name));
    let words = names
        .chain(phases)
        .chain(items)
        .chain(topics)
        .chain(people)
        .chain(known)
        .chain(editions);
    words.collect()
}

/// Talks to the bot on this terminal or pipe, without any network.
pub async fn console(config: &Config, speaker: &str, demo: bool) -> Result<(), StartupError> {
    let opened = open_store(config)?;
    let (reports, heard) = mpsc::channel::<Report>(REPORTS);
    let (deliveries, printed) = mpsc::channel::<Delivery>(CONSOLE_DELIVERIES);
    let (told, handled) = mpsc::channel(REPORTS);
    let mut outbox = Outbox::new();
    outbox.connect(console::NETWORK, deliveries);
    // The store may be a bot's, and the config another one, or none.
    outbox.keep_what_is_owed_elsewhere();
    let matrix = config.matrix.iter().map(|_| MatrixNetwork::NAME);
    for network in config.irc.iter().map(|network| network.name.as_str()).chain(matrix) {
        // What is announced here is owed to the networks until `rfrbot run` connects to them.
        let (nowhere, _) = mpsc::channel(1);
        outbox.connect(network, nowhere);
    }
    if config.mail.is_some() {
        let (nowhere, _) = mpsc::channel(1);
        outbox.connect_mail(nowhere);
    }
    if config.tracker.is_some() {
        let (nowhere, _) = mpsc::channel(1);
        outbox.connect_tracker(nowhere);
    }
    if config.bus.is_some() {
        let (nowhere, _) = mpsc::channel(1);
        outbox.connect_bus(nowhere);
    }
    // The store may be a bot's: what its own config asks of tickets is not this one's matter.
    let Pipeline { mut core, writer } = open(config, outbox, opened, |_, _| Handled::default())?;
    core.desk_mut().stop_the_clock();
    ask_accounts(config, &mut core, &reports);
    let (_order, stop) = watch::channel(false);
    let wires = Wires {
        reports: heard,
        stop,
        console: Some(told),
        handled: HashMap::new(),
        orders: mpsc::channel(1).1,
        looks: mpsc::channel(1).1,
    };
    let mut settings = console::ConsoleSettings::new(config, &Account::new(speaker).to_string());
    settings.demo = demo;
    settings.words = words(core.desk_mut(), config);
    let console = console::run(
        settings,
        console::ConsoleWires {
            reports,
            deliveries: printed,
            handled,
        },
    );
    // When the console ends, so do its reports, which ends the loop after its remaining work.
    let (ended, served) = tokio::join!(console, service::run(core, writer, wires));
    served?;
    Ok(ended?)
}
