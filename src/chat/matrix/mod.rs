//! Matrix: one account in encrypted and plain rooms, on a thread of its own.
//!
//! - `login` logs in once; `session` keeps the session.
//! - `ears` follows the server's event stream and reports what is said; `ears::gaps` fetches what the stream left out.
//! - `reading` turns an event's JSON into its meaning (pure).
//! - `rooms` knows which room is which, upgrades and invitations; `kept` stores what must be remembered of them, and
//!   `rooms::private` finds the room for telling one person something alone.
//! - `members` knows who is there, `position` where to go on after a restart.
//! - `keys` stores the device's keys.
//! - `mouth` sends, with one queue per room; `render` makes events of a message (pure).
//! - `verification` verifies the bot's device; `identities` knows the identities of people.
//!
//! Nothing here decides what words mean or who may do what. A homeserver proves a speaker's Matrix id; ids of bridged
//! users prove nothing.
//!
//! **Each message is one event.** Its transaction id derives from its key in the outbox or, for an answer that is not
//! kept, from the event it answers. So the server recognises a resend, even after a crash.

mod calling;
mod ears;
mod error;
mod identities;
mod kept;
mod keys;
mod login;
mod markup;
mod members;
mod mouth;
mod position;
mod reading;
mod recent;
mod render;
mod rooms;
mod seals;
mod session;
mod trial;
mod verification;

pub use error::MatrixError;

use crate::adaptor::guard::caught;
use crate::adaptor::trial::Tell;
use crate::config::{MatrixNetwork, Secret};
use crate::people::Directory;
use crate::wire::{Delivery, IncomingId, Report};
use ears::{Ears, Remembered, SessionEnd};
use error::Failure;
use identities::Identities;
use kept::Kept;
use mouth::Mouth;
use position::Position;
use recent::RecentMessages;
use rooms::Rooms;
use std::io;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::sleep;
use tracing::{error, info, warn};

/// Capacity of the queue between the outbox and the network.
const DELIVERIES: usize = 64;

/// Capacity of the queue of confirmations that a message was handled.
const HANDLED: usize = 1024;

/// Threads for blocking work (the key store, DNS lookups). More would only cost memory while idle.
const BLOCKING_THREADS: usize = 4;

/// With other networks running: how long to wait after a refused session before looking again.
const REFUSED_PAUSE: Duration = Duration::from_secs(15 * 60);

/// How long to wait after a panic.
const PANIC_PAUSE: Duration = Duration::from_secs(30);

/// With a refused session: how often to look for a new login by the operator.
const LOOK_FOR_LOGIN: Duration = Duration::from_secs(5);

/// Handle to the running network.
#[derive(Debug)]
pub struct MatrixHandle {
    /// Takes deliveries; send them again after each [`Report::Up`].
    pub deliveries: mpsc::Sender<Delivery>,
    /// Takes the ids of handled messages: they are not reported again after a restart.
    pub handled: mpsc::Sender<IncomingId>,
    /// Why the network cannot go on, when retrying is pointless; sent only if it is the bot's only network.
    pub gave_up: oneshot::Receiver<MatrixError>,
    stop: watch::Sender<bool>,
    thread: std::thread::JoinHandle<()>,
    /// Keeps the queue of reports open after giving up, so that the bot ends for that reason and says so.
    _reports: mpsc::Sender<Report>,
}

impl MatrixHandle {
    /// Finishes what is under way, then ends.
    pub async fn shutdown(self) {
        self.stop.send_replace(true);
        let ended = tokio::task::spawn_blocking(move || self.thread.join()).await;
        if !matches!(ended, Ok(Ok(()))) {
            error!("the Matrix thread ended badly");
        }
    }
}

/// What the thread works with.
struct MatrixWires {
    network: Arc<MatrixNetwork>,
    /// Who is who, always current.
    directory: watch::Receiver<Directory>,
    /// The rooms of the config, always current.
    wanted: watch::Receiver<Vec<String>>,
    reports: mpsc::Sender<Report>,
    stop: watch::Receiver<bool>,
    /// Is this the only network, so that giving up ends the bot?
    alone: bool,
}

/// Starts the network on its own thread. The directory and the wanted rooms may change while it runs.
pub fn spawn(
    network: MatrixNetwork,
    directory: watch::Receiver<Directory>,
    wanted: watch::Receiver<Vec<String>>,
    reports: mpsc::Sender<Report>,
    alone: bool,
) -> io::Result<MatrixHandle> {
    let (deliveries, inbox) = mpsc::channel(DELIVERIES);
    let (handled, to_note) = mpsc::channel(HANDLED);
    let (stop, order) = watch::channel(false);
    let (why, gave_up) = oneshot::channel();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .max_blocking_threads(BLOCKING_THREADS)
        .build()?;
    let open_end = reports.clone();
    let wires = MatrixWires {
        network: Arc::new(network),
        directory,
        wanted,
        reports,
        stop: order,
        alone,
    };
    let thread = std::thread::Builder::new().name("matrix".to_owned()).spawn(move || {
        if let Some(error) = runtime.block_on(restart_after_panic(wires, inbox, to_note)) {
            // The receiver is gone only if the bot is ending.
            let _ = why.send(error);
        }
    })?;
    Ok(MatrixHandle {
        deliveries,
        handled,
        gave_up,
        stop,
        thread,
        _reports: open_end,
    })
}

/// Supervises the network: after a panic it starts again, a while later. Other networks are not affected.
async fn restart_after_panic(
    wires: MatrixWires,
    mut deliveries: mpsc::Receiver<Delivery>,
    mut handled: mpsc::Receiver<IncomingId>,
) -> Option<MatrixError> {
    let mut stop = wires.stop.clone();
    loop {
        let why = match Box::pin(caught(supervise(&wires, &mut deliveries, &mut handled))).await {
            Ok(ended) => return ended,
            Err(why) => why,
        };
        let network = MatrixNetwork::NAME.to_owned();
        error!(
            network,
            why, "the adaptor panicked; it starts again. Please report this"
        );
        let down = Report::Down {
            network: network.clone(),
            why: why.clone(),
        };
        for report in [down, Report::Panicked { network, why }] {
            wires.reports.send(report).await.ok()?;
        }
        tokio::select! {
            biased;
            () = crate::adaptor::stopped(&mut stop) => return None,
            () = sleep(wires.network.retry_wait.1.min(PANIC_PAUSE)) => {}
        }
    }
}

/// Connects and reconnects for ever; returns only when retrying is pointless, with the reason.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "whatever does not pass by itself is fatal"
)]
async fn supervise(
    wires: &MatrixWires,
    deliveries: &mut mpsc::Receiver<Delivery>,
    handled: &mut mpsc::Receiver<IncomingId>,
) -> Option<MatrixError> {
    let mut stop = wires.stop.clone();
    let mut wait = wires.network.retry_wait.0;
    loop {
        let ended = tokio::select! {
            biased;
            () = crate::adaptor::stopped(&mut stop) => return None,
            ended = one_session(wires, deliveries, handled) => ended,
        };
        let Err(ended) = ended else {
            // Logged in again. Rest first all the same, whatever the server says.
            sleep(wires.network.retry_wait.0).await;
            continue;
        };
        let pause = match ended {
            MatrixError::Unreachable { why, retry_after } => {
                warn!(network = MatrixNetwork::NAME, "{why}; trying again");
                let pause = retry_after.unwrap_or(wait).max(wait);
                wait = (wait * 2).min(wires.network.retry_wait.1);
                sleep(pause)
            }
            // A refused login is never retried by restarting: servers answer repeated failures by locking the account.
            fatal if wires.alone && !matches!(fatal, MatrixError::LoginRefused { .. }) => return Some(fatal),
            fatal => {
                let minutes = REFUSED_PAUSE.as_secs() / 60;
                let others = if wires.alone { "" } else { "; the other networks go on" };
                error!(
                    network = MatrixNetwork::NAME,
                    "{fatal}{others}; tried again in {minutes} minutes, or after a login"
                );
                let why = fatal.to_string();
                let network = MatrixNetwork::NAME.to_owned();
                if wires.reports.send(Report::Down { network, why }).await.is_err() {
                    return None;
                }
                let pause = sleep(REFUSED_PAUSE);
                tokio::select! {
                    biased;
                    () = crate::adaptor::stopped(&mut stop) => return None,
                    () = session::logged_in_anew(&wires.network, LOOK_FOR_LOGIN) => info!("there is a new session"),
                    () = pause => {}
                }
                continue;
            }
        };
        tokio::select! {
            biased;
            () = crate::adaptor::stopped(&mut stop) => return None,
            () = pause => {}
        }
    }
}

/// From the login to the end of the session; `Ok` if another may begin.
async fn one_session(
    wires: &MatrixWires,
    deliveries: &mut mpsc::Receiver<Delivery>,
    handled: &mut mpsc::Receiver<IncomingId>,
) -> Result<(), MatrixError> {
    let client = session::begin(&wires.network).await?;
    let recent = Arc::new(RecentMessages::default());
    let kept = Arc::new(Kept::load(&wires.network.folder));
    let rooms = Arc::new(Rooms::new(
        wires.network.clone(),
        wires.directory.clone(),
        wires.wanted.clone(),
        client.clone(),
        kept,
    ));
    let position = Arc::new(Position::load(&wires.network.folder));
    let identities = Identities::load(&wires.network.folder)?;
    let seals = Arc::new(seals::Seals::load(&wires.network.folder));
    let (connected, connections) = watch::channel(0_u64);
    let mut mouth = Mouth::new(
        rooms.clone(),
        recent.clone(),
        seals.clone(),
        wires.reports.clone(),
        connections,
    );
    let mut ears = Ears::new(
        wires,
        client,
        rooms,
        recent.clone(),
        position.clone(),
        Remembered {
            identities,
            seals: seals.clone(),
        },
        connected,
    );
    let ending = tokio::select! {
        ending = ears.follow() => ending,
        () = mouth.speak(deliveries) => SessionEnd::Over,
        () = position.note(handled, &recent, &seals) => SessionEnd::Over,
    };
    match ending {
        SessionEnd::Refused(Failure::SoftLogout(why)) => login::renew(&wires.network, why).await,
        SessionEnd::Refused(failure) => Err(MatrixError::TokenRefused {
            session: wires.network.session_file(),
            why: failure.words(),
        }),
        // The rest of the bot is gone; the order to stop has come or will come.
        SessionEnd::Over => std::future::pending().await,
    }
}

/// Whose session is stored and still valid, if any: another login would only create a second device.
pub fn logged_in_already(network: &MatrixNetwork) -> Result<Option<String>, MatrixError> {
    runtime()?.block_on(login::logged_in_already(network))
}

/// Logs in as a new device; returns what it stored, in words. A failure changes nothing.
pub fn log_in(network: &MatrixNetwork, password: Option<&Secret>) -> Result<String, MatrixError> {
    runtime()?.block_on(login::by_command(network, password))
}

/// Sets up cross-signing and recovery, or restores them, so that the bot's device is verified.
pub fn verify(network: &MatrixNetwork) -> Result<String, MatrixError> {
    runtime()?.block_on(verification::verify(network))
}

/// Tries the homeserver, the session and the rooms, for `rfrbot check --connect`.
pub(crate) async fn try_out(network: &MatrixNetwork, tell: &mut Tell<'_>) {
    trial::visit(network, tell).await;
}

/// Accepts somebody's changed identity. A running bot notices.
pub fn trust(network: &MatrixNetwork, mxid: &str) -> Result<String, MatrixError> {
    identities::forget(network, mxid)
}

fn runtime() -> Result<tokio::runtime::Runtime, MatrixError> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| MatrixError::System(error.to_string()))
}
