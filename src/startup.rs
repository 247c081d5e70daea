//! From a config to a running bot: makes each room and connects it to the next. Decides nothing.

use crate::chat::console;
use crate::chat::irc;
#[cfg(feature = "matrix")]
use crate::chat::matrix;
use crate::config::{self, CalendarSource, Config, Inbox, MailingList, MatrixNetwork};
use crate::delivery::Outbox;
use crate::desk::{ArchiveError, Desk, MailSettings, RecurringPost, Reminders, Settings};
use crate::mail::inbox::{self, InboxSettings, InboxState, ListRules};
use crate::mail::{self, outgoing};
use crate::operations::figures::Figures;
use crate::operations::reload::Reloader;
use crate::operations::{self, Order, control, systemd};
use crate::people::{Account, Directory, Identity};
use crate::service::{self, Core, NewConfig, PATIENCE, Reader, Reread, StoreGone, Wires, Writer};
use crate::store::{self, StoreError};
use crate::text::Message;
use crate::wire::{Delivery, IncomingId, Report};
use chrono::{Duration, Utc};
use std::collections::HashMap;
use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use thiserror::Error;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::{mpsc, oneshot, watch};
use tokio::task::{JoinError, JoinSet};

/// How many reports wait for the desk; when they are full, the adaptors wait, and in the end their servers do.
const REPORTS: usize = 1024;

/// How many orders of the operator wait.
const ORDERS: usize = 8;

/// Own copies of mails that the way out has not looked at yet.
const OWN_COPIES: usize = 64;

/// How many deliveries wait for the console.
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
    Matrix(#[from] matrix::MatrixError),
    /// The config asks for Matrix, and this program was built without it.
    #[cfg(not(feature = "matrix"))]
    #[error(
        "the config has a [matrix] section, but this program was built without Matrix: build it with the default features, or remove the section"
    )]
    NoMatrix,
    /// The control socket cannot be made.
    #[error("the control socket in the store's folder cannot be made: {_0}{fix}", fix = store::remedy(_0))]
    Control(#[source] io::Error),
    /// The listener for those who watch cannot be made.
    #[error("[watch] listen = \"{address}\" cannot be listened at ({source}): is the port taken? Name another one")]
    Watch {
        /// Where.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// A thread or a signal handler could not be made.
    #[error("the operating system refused a thread or a signal handler: {0}")]
    System(#[from] io::Error),
}

impl StartupError {
    /// Must a person mend something before it is worth another try?
    pub fn needs_a_person(&self) -> bool {
        match self {
            Self::NoNetwork => true,
            Self::Store(error) => error.needs_a_person(),
            Self::Control(source) | Self::Watch { source, .. } => store::needs_a_person(source),
            #[cfg(feature = "matrix")]
            Self::Matrix(error) => error.needs_a_person(),
            #[cfg(not(feature = "matrix"))]
            Self::NoMatrix => true,
            Self::Unreadable(_) | Self::StoreGone(_) | Self::Console(_) | Self::System(_) => false,
        }
    }
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
        for address in &person.mail {
            directory.add_mail(&person.account, address);
        }
        for mxid in &person.matrix {
            directory.add_identity(&person.account, Identity::Matrix { mxid: mxid.clone() });
        }
    }
    for server in config.matrix.iter().flat_map(|matrix| &matrix.account_servers) {
        directory.add_account_server(server);
    }
    directory.set_four_eyes(config.bot.four_eyes);
    directory.set_objections_hold(config.bot.objections_hold);
    for name in config.own_names() {
        directory.add_own_name(name.as_str());
    }
    for account in &config.admin.people {
        directory.add_operator(account);
    }
    for (group, members) in &config.groups {
        for account in members {
            if config.admin.groups.contains(group) {
                directory.add_operator(account);
            }
            directory.add_member(group, account);
        }
    }
    directory
}

/// The most lines of an answer in a Matrix room; the rest waits for `more`.
const MATRIX_LINES: usize = 40;

/// What the desk has to know of the config.
fn settings(config: &Config) -> Settings {
    let lines = |network: &str| (network.to_owned(), config.limits.reply_lines);
    let names = |sources: &[CalendarSource]| sources.iter().map(|source| source.name.clone()).collect();
    let on_irc = config.irc.iter().map(|network| lines(&network.name));
    let on_matrix = config
        .matrix
        .iter()
        .map(|_| (MatrixNetwork::NAME.to_owned(), MATRIX_LINES));
    let reply_lines: HashMap<String, usize> = on_irc.chain(on_matrix).collect();
    Settings {
        prefix: config.bot.prefix.clone(),
        edition: config.bot.edition,
        own_edition: config.bot.own_edition,
        ticket_base: Some(config.tickets_base.clone()),
        undo_within: Duration::from_std(config.limits.undo).unwrap_or(Duration::MAX),
        announce: config.announce.clone(),
        bridged: config.bridged.clone(),
        mail: config
            .mail
            .as_ref()
            .map(|list| mail_settings(list, config.inbox.as_ref())),
        calendars: names(&config.freezes.imports),
        absences: names(&config.freezes.absences),
        automatic: config.freezes.automatic,
        reminders: config.reminders.as_ref().map(reminders),
        reply_lines,
    }
}

/// What is under way, read from the store without opening it: it may run beside the bot.
pub fn digest(config: &Config) -> Result<Message, StartupError> {
    let mut desk = Desk::for_looking(settings(config), directory(config), config.freezes.windows.clone())?;
    store::replay(&config.bot.data, |commit| desk.replay(commit))?;
    Ok(desk.digest(Utc::now()))
}

/// The open RFRs whose names commands read as something else, read from the store without opening it.
pub fn names_read_otherwise(config: &Config) -> Result<Option<Message>, StartupError> {
    let mut desk = Desk::for_looking(settings(config), directory(config), config.freezes.windows.clone())?;
    store::replay(&config.bot.data, |commit| desk.replay(commit))?;
    let names = desk.names_read_otherwise(Utc::now().date_naive());
    Ok(desk.say_names_read_otherwise(&names))
}

fn mail_settings(list: &MailingList, inbox: Option<&Inbox>) -> MailSettings {
    MailSettings {
        domain: domain(&list.from).to_owned(),
        archive: Some(mail::Archive {
            base: list.archive.clone(),
            list: list.list.clone(),
        }),
        send: list.send.clone(),
        open_questions: inbox.is_some_and(|inbox| inbox.open_questions),
    }
}

fn domain(address: &str) -> &str {
    address.rsplit_once('@').map_or(address, |(_, domain)| domain)
}

fn reminders(config: &config::Reminders) -> Reminders {
    let posts = config.posts.iter().map(|post| RecurringPost {
        recurring: post.recurring.clone(),
        places: post.places.clone(),
        to_list: post.to_list,
    });
    Reminders {
        settings: config.settings.clone(),
        places: config.places.clone(),
        posts: posts.collect(),
    }
}

/// The rooms between the networks and the disk.
struct House {
    core: Core,
    writer: Writer,
}

/// Opens the store and takes up what it owes.
fn open(config: &Config, outbox: Outbox, mut opened: store::Opened) -> Result<House, StartupError> {
    let database = opened.database.clone();
    let mut desk = Desk::open(
        settings(config),
        directory(config),
        config.freezes.windows.clone(),
        opened.database,
    )?;
    desk.set_operations(config.limits.budget, config.admin.place.clone());
    service::take_calendars(&mut desk, &mut opened.journal, &config.freezes, Utc::now())?;
    // What a calendar makes known is owed as well.
    let owed = database.outbox()?;
    let (mut core, marks) = Core::new(desk, outbox, owed);
    // Nobody is in sight yet: the log has it.
    let _ = core.look_at_names(Utc::now().date_naive());
    let writer = Writer::start(opened.journal)?;
    if !marks.is_empty() {
        writer.mark(marks)?;
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

/// Reads the config at that path anew, compared with the one that runs, for which these networks of IRC were started;
/// the rooms of Matrix are told by this.
fn reread(path: &Path, config: &Config, networks: &[irc::Handle], rooms: watch::Sender<Vec<String>>) -> Reread {
    let watches: Vec<irc::Watch> = networks.iter().map(irc::Handle::watch).collect();
    let mut reloader = Reloader::new(path.to_owned(), config.clone());
    Box::new(move || {
        let read = reloader.read()?;
        let said = read.describe();
        let config = read.config;
        let new = NewConfig {
            settings: settings(&config),
            directory: directory(&config),
            calendar: config.freezes.windows.clone(),
            budget: config.limits.budget,
            admin_place: config.admin.place.clone(),
            // The config that goes on has the networks with which the bot was started, in their order.
            networks: watches
                .iter()
                .zip(&config.irc)
                .map(|(watch, network)| (watch.clone(), network.acquaintances.clone(), network.channels.clone()))
                .collect(),
            places: config.places(),
            rooms: (rooms.clone(), matrix_rooms(&config)),
            said,
        };
        reloader.taken_over(config);
        Ok(new)
    })
}

/// The rooms of Matrix in which the bot should be.
fn matrix_rooms(config: &Config) -> Vec<String> {
    let network = config.matrix.as_ref();
    network.map_or_else(Vec::new, |network| network.rooms.clone())
}

/// Orders by SIGHUP, until nobody takes them.
fn reload_on_hangup(orders: mpsc::Sender<Order>) -> io::Result<()> {
    let mut hangup = signal(SignalKind::hangup())?;
    tokio::spawn(async move {
        while hangup.recv().await.is_some() {
            let (answer, answered) = oneshot::channel();
            if orders.send(Order::Reload(answer)).await.is_err() {
                return;
            }
            // The log has the result.
            let _ = answered.await;
        }
    });
    Ok(())
}

/// Connects to the networks of the config and serves them until SIGTERM or SIGINT.
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
    let networks: Vec<irc::Handle> = config
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
    let House { mut core, writer } = open(config, outbox, opened)?;
    let names = config.irc.iter().map(|network| network.name.clone());
    let matrix_name = config.matrix.iter().map(|_| MatrixNetwork::NAME.to_owned());
    let figures = Arc::new(Figures::new(names.chain(matrix_name)));
    figures.wants(config.places());
    mail.tell(&figures);
    core.watch(figures.clone(), config.bot.data.clone());
    core.reread_by(reread(path, config, &networks, rooms));
    core.tell_people_by(people);
    let (orders, ordered) = mpsc::channel(ORDERS);
    reload_on_hangup(orders.clone())?;
    let _socket = control::listen(&config.bot.data, figures.clone(), orders).map_err(StartupError::Control)?;
    if let Some(address) = config.watch {
        let at = operations::watch::listen(address, figures.clone()).await;
        let at = at.map_err(|source| StartupError::Watch { address, source })?;
        tracing::info!(%at, "answers /healthz, /readyz and /metrics");
    }
    if let Some(settings) = &config.backup {
        let backups = operations::backups::run(config.bot.data.clone(), settings.clone(), figures.clone());
        tokio::spawn(backups);
    }
    let reader = Reader::new(&config.freezes, readable, PATIENCE);
    let calendars = tokio::spawn(service::keep_reading(reader, config.freezes.refresh, reports));
    let (order, stop) = watch::channel(false);
    let wires = Wires {
        reports: heard,
        stop,
        console: None,
        handled,
        orders: ordered,
    };
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    systemd::ready();
    // A task of its own: to wake the outermost future costs a call of the system for each message.
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
    // The networks end what is under way, and what they confirm until then is still noted: both at the same time.
    let leaving: JoinSet<()> = networks.into_iter().map(irc::Handle::shutdown).collect();
    let leave = async {
        tokio::join!(leaving.join_all(), matrix.shutdown(), mail.shutdown());
    };
    match ended {
        Some(ended) => {
            leave.await;
            ended
        }
        None => served(tokio::join!(serve, leave).0),
    }
}

/// How the loop ended. Its panic is ours.
fn served(ended: Result<Result<(), StoreGone>, JoinError>) -> Result<(), StartupError> {
    match ended {
        Ok(ended) => Ok(ended?),
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(error) => Err(StartupError::System(io::Error::other(error))),
        },
    }
}

/// Both ways of the mailing list, where the config has one. Without it nothing of them is started.
struct MailLine {
    out: Option<outgoing::Handle>,
    inbox: Option<inbox::Handle>,
}

impl MailLine {
    fn start(config: &Config, reports: &mpsc::Sender<Report>) -> Self {
        let Some(list) = &config.mail else {
            return Self { out: None, inbox: None };
        };
        let (copied, own_copies) = mpsc::channel(OWN_COPIES);
        let inbox = config.inbox.as_ref().map(|from| {
            let settings = InboxSettings {
                list: ListRules {
                    list_id: list.list_id.clone(),
                    list_address: list.list.clone(),
                    subject_prefix: list.subject_prefix.clone(),
                    own_suffix: mail::own_suffix(domain(&list.from)),
                    own_address: list.from.clone(),
                    proof: from.proof.clone(),
                },
                source: from.source.clone(),
            };
            // Without an inbox the sender goes, and nobody waits for own copies.
            inbox::spawn(settings, reports.clone(), copied)
        });
        let out = outgoing::spawn(list.clone(), reports.clone(), own_copies);
        Self { out: Some(out), inbox }
    }

    fn connect(&self, outbox: &mut Outbox, handled: &mut HashMap<String, mpsc::Sender<IncomingId>>) {
        if let Some(out) = &self.out {
            outbox.connect_mail(out.deliveries.clone());
        }
        if let Some(inbox) = &self.inbox {
            handled.insert(mail::NETWORK.to_owned(), inbox.handled.clone());
        }
    }

    /// Has the figures follow how the inbox is.
    fn tell(&self, figures: &Arc<Figures>) {
        let Some(inbox) = &self.inbox else { return };
        figures.has_inbox();
        let (mut state, figures) = (inbox.state.clone(), figures.clone());
        state.mark_changed();
        tokio::spawn(async move {
            while state.changed().await.is_ok() {
                let trouble = match &*state.borrow_and_update() {
                    InboxState::Starting => continue,
                    InboxState::Reading => None,
                    InboxState::Down(why) => Some(why.clone()),
                };
                figures.inbox_read(Utc::now().timestamp(), trouble);
            }
        });
    }

    async fn shutdown(self) {
        if let Some(inbox) = self.inbox {
            inbox.shutdown().await;
        }
        if let Some(out) = self.out {
            out.shutdown().await;
        }
    }
}

/// The Matrix side of a run, where the config has one. Without it nothing is opened and no thread is started.
struct Matrix {
    #[cfg(feature = "matrix")]
    handle: Option<matrix::Handle>,
}

#[cfg(feature = "matrix")]
impl Matrix {
    fn start(
        config: &Config,
        people: watch::Receiver<Directory>,
        wanted: watch::Receiver<Vec<String>>,
        reports: &mpsc::Sender<Report>,
    ) -> Result<Self, StartupError> {
        let alone = config.irc.is_empty();
        let start = |network: &MatrixNetwork| matrix::spawn(network.clone(), people, wanted, reports.clone(), alone);
        let handle = config.matrix.as_ref().map(start).transpose()?;
        Ok(Self { handle })
    }

    fn connect(&self, outbox: &mut Outbox, handled: &mut HashMap<String, mpsc::Sender<IncomingId>>) {
        if let Some(handle) = &self.handle {
            outbox.connect(MatrixNetwork::NAME, handle.deliveries.clone());
            outbox.wait_for(MatrixNetwork::NAME);
            handled.insert(MatrixNetwork::NAME.to_owned(), handle.handled.clone());
        }
    }

    /// Waits until it gives up.
    async fn gave_up(&mut self) -> StartupError {
        if let Some(handle) = &mut self.handle
            && let Ok(error) = (&mut handle.gave_up).await
        {
            return StartupError::Matrix(error);
        }
        std::future::pending().await
    }

    async fn shutdown(self) {
        if let Some(handle) = self.handle {
            handle.shutdown().await;
        }
    }
}

#[cfg(not(feature = "matrix"))]
#[expect(
    clippy::unused_self,
    clippy::unused_async,
    reason = "the twin with Matrix needs them"
)]
impl Matrix {
    fn start(
        _: &Config,
        _: watch::Receiver<Directory>,
        _: watch::Receiver<Vec<String>>,
        _: &mpsc::Sender<Report>,
    ) -> Result<Self, StartupError> {
        Ok(Self {})
    }

    fn connect(&self, _: &mut Outbox, _: &mut HashMap<String, mpsc::Sender<IncomingId>>) {}

    async fn gave_up(&mut self) -> StartupError {
        std::future::pending().await
    }

    async fn shutdown(self) {}
}

/// Talks to the bot on this terminal or pipe, without any network.
pub async fn console(config: &Config, speaker: &str) -> Result<(), StartupError> {
    let opened = open_store(config)?;
    let (reports, heard) = mpsc::channel::<Report>(REPORTS);
    let (deliveries, printed) = mpsc::channel::<Delivery>(CONSOLE_DELIVERIES);
    let (told, handled) = mpsc::channel(REPORTS);
    let mut outbox = Outbox::new();
    outbox.connect(console::NETWORK, deliveries);
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
    let House { mut core, writer } = open(config, outbox, opened)?;
    core.desk_mut().stop_the_clock();
    let (_order, stop) = watch::channel(false);
    let wires = Wires {
        reports: heard,
        stop,
        console: Some(told),
        handled: HashMap::new(),
        orders: mpsc::channel(1).1,
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
