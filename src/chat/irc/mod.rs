//! IRC: one supervisor per network keeps a connection up and turns what it receives into reports.
//!
//! Three layers, from the outside in: `connection` (sockets, TLS, the loop), `codec` (bytes to lines and back) and
//! `session` (the protocol's state: pure, fed with messages and the time). Nothing here decides what a line means or
//! who may do what. But this is where the network's proof of a speaker's identity is read; where a server cannot prove
//! anything, [`Unproven::ServerCannotTell`](crate::people::Unproven) says so.
//!
//! Delivery is at least once: a kept line counts as out only when the server is known to have it. When a connection is
//! lost, everything unconfirmed is forgotten here and comes again from the outbox after the next [`Report::Up`]. So a
//! crash or a lost link repeats at most the one line that was in flight.

mod capabilities;
mod casemapping;
mod channels;
mod codec;
mod connection;
mod incoming_text;
mod inquiries;
mod isupport;
mod moves;
mod nick;
mod pace;
mod queue;
mod render;
mod roster;
mod sasl;
mod session;
mod transcript;
pub(crate) mod trial;

use crate::adaptor::backoff::{self, Backoff, Wait};
use crate::adaptor::guard::caught;
use crate::adaptor::tls::{self, Protection};
use crate::config::{IrcChannel, IrcNetwork};
use crate::people::Account;
use crate::wire::{Delivery, Outgoing, Report};
use connection::IrcWires;
use session::{ConnectionEnd, Session};
use std::collections::BTreeMap;
use std::sync::Arc;
use tokio::sync::{mpsc, watch};
use tokio::task::{JoinHandle, spawn_blocking};
use tokio::time::{Instant, sleep};
use tracing::{debug, error, info, warn};

/// Capacity of the queue between the outbox and a network: larger than what one batch of reports can cause, because an
/// answer that finds no room is lost.
const DELIVERIES: usize = 1024;

/// Services accounts, in lower case, whose arrivals and departures are reported, and the person each belongs to.
type Acquaintances = BTreeMap<String, Account>;

/// What a running network is told when the config is reloaded.
#[derive(Clone, Debug)]
struct Wanted {
    /// Whose arrivals and departures to report.
    acquaintances: Acquaintances,
    /// Channels to join.
    channels: Vec<IrcChannel>,
}

/// Updates a running network when the config is reloaded.
#[derive(Clone, Debug)]
pub struct Watch(watch::Sender<Wanted>);

impl Watch {
    /// Watches for these people, and sits in these channels, from now on.
    pub fn watch_for(&self, acquaintances: BTreeMap<String, Account>, channels: Vec<IrcChannel>) {
        self.0.send_replace(Wanted {
            acquaintances,
            channels,
        });
    }
}

/// Handle to a running network.
#[derive(Debug)]
pub struct IrcHandle {
    /// Takes deliveries. While the network is down they are ignored: send them again after [`Report::Up`].
    pub deliveries: mpsc::Sender<Delivery>,
    stop: watch::Sender<bool>,
    watch: Watch,
    task: JoinHandle<()>,
}

impl IrcHandle {
    /// The sender that updates whom and where it watches.
    pub fn watch(&self) -> Watch {
        self.watch.clone()
    }

    /// Waits until the line in flight is confirmed, sends `QUIT` and ends; takes about two seconds at most. Dropping
    /// the handle does the same without waiting.
    pub async fn shutdown(self) {
        self.stop.send_replace(true);
        if let Err(error) = self.task.await {
            error!(%error, "an IRC network ended badly");
        }
    }
}

/// The lines of a message, as they follow `PRIVMSG target :`; `None` if the place's name is so long that no words fit
/// after it.
pub fn lines(outgoing: &Outgoing) -> Option<Vec<String>> {
    render::render(outgoing, 0).ok()
}

/// Starts a network on the current runtime; it connects, and reconnects for ever.
///
/// Everything goes to `reports`. When that queue is full the adaptor stops reading, and so in the end the server waits.
pub fn spawn(network: IrcNetwork, reports: mpsc::Sender<Report>) -> IrcHandle {
    let (deliveries, inbox) = mpsc::channel(DELIVERIES);
    let (stop, stopped) = watch::channel(false);
    let (watch, wanted) = watch::channel(Wanted {
        acquaintances: network.acquaintances.clone(),
        channels: network.channels.clone(),
    });
    let wires = IrcWires {
        deliveries: inbox,
        stop: stopped,
        wanted,
        reports,
    };
    IrcHandle {
        deliveries,
        stop,
        watch: Watch(watch),
        task: tokio::spawn(restart_after_panic(Arc::new(network), wires)),
    }
}

/// Supervises the network: after a panic it starts again, a while later. Other networks are not affected.
async fn restart_after_panic(network: Arc<IrcNetwork>, mut wires: IrcWires) {
    let mut backoff = Backoff::new(network.reconnect_wait);
    while let Err(why) = caught(supervise(network.clone(), &mut wires)).await {
        let pause = backoff.next(Wait::Usual, None, Instant::now(), backoff::chance());
        let seconds = pause.as_secs_f32();
        error!(
            network = network.name,
            why, "the adaptor panicked; it starts again in {seconds:.1} s. Please report this"
        );
        let network = network.name.clone();
        let down = Report::Down {
            network: network.clone(),
            why: why.clone(),
        };
        for report in [down, Report::Panicked { network, why }] {
            if wires.report(report).await.is_none() {
                return;
            }
        }
        if wires.meanwhile(sleep(pause)).await.is_none() {
            return;
        }
    }
}

async fn supervise(network: Arc<IrcNetwork>, wires: &mut IrcWires) {
    let mut backoff = Backoff::new(network.reconnect_wait);
    let mut protection = None;
    let mut last_why = String::new();
    loop {
        let Some((ending, up_since)) = one_connection(&network, &mut protection, wires).await else {
            return;
        };
        let pause = backoff.next(ending.wait, up_since, Instant::now(), backoff::chance());
        let name = network.name.as_str();
        let seconds = pause.as_secs_f32();
        if up_since.is_some() || ending.why != last_why {
            warn!(network = name, "{}; trying again in {seconds:.1} s", ending.why);
        } else {
            // Logged once, not at every attempt while the same reason lasts.
            debug!(network = name, "{}; trying again in {seconds:.1} s", ending.why);
        }
        last_why.clone_from(&ending.why);
        let down = Report::Down {
            network: network.name.clone(),
            why: ending.why,
        };
        if wires.report(down).await.is_none() || wires.meanwhile(sleep(pause)).await.is_none() {
            return;
        }
    }
}

/// One connection from its first byte to its end, and since when it was up. `None` when it is time to stop.
async fn one_connection(
    network: &Arc<IrcNetwork>,
    protection: &mut Option<Protection>,
    wires: &mut IrcWires,
) -> Option<(ConnectionEnd, Option<Instant>)> {
    #[cfg(test)]
    tests::panic_if_asked(network);
    let failed = |why: String| {
        let wait = Wait::Usual;
        Some((ConnectionEnd { why, wait }, None))
    };
    let made = match protection.take() {
        Some(made) => made,
        None => {
            // Reading the system's certificate authorities takes a while; it must not hold up the other networks.
            let settings = network.tls.clone();
            let made = spawn_blocking(move || tls::protection(&settings));
            match wires.meanwhile(made).await? {
                Ok(Ok(made)) => made,
                Ok(Err(error)) => return failed(error.to_string()),
                Err(error) => return failed(error.to_string()),
            }
        }
    };
    let stream = match wires.meanwhile(connection::connect(network, &made)).await? {
        Ok(stream) => stream,
        // The TLS setup is not cached: its files may be at fault, and may have been corrected by the next attempt.
        Err(why) => return failed(why),
    };
    *protection = Some(made);
    info!(network = network.name, host = network.host, "connected");
    let mut session = Session::new(network.clone(), Instant::now());
    let wanted = wires.wanted.borrow_and_update().clone();
    session.sit_in(&wanted.channels, Instant::now());
    session.watch_for(wanted.acquaintances);
    let ending = connection::run(stream, network, &mut session, wires).await?;
    Some((ending, session.up_since()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Login, Pace, Tls};
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::time::Duration;
    use tokio::net::TcpListener;

    static PANICS: AtomicU32 = AtomicU32::new(2);

    /// Test hook: the network of this name panics twice before it connects.
    pub(super) fn panic_if_asked(network: &IrcNetwork) {
        let asked = network.name == "panics-twice";
        let left = |left: u32| left.checked_sub(1);
        assert!(
            !asked || PANICS.fetch_update(Ordering::SeqCst, Ordering::SeqCst, left).is_err(),
            "a mistake in the adaptor"
        );
    }

    #[tokio::test]
    async fn an_adaptor_that_panics_is_started_again_and_ends_in_order() {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let network = IrcNetwork {
            name: "panics-twice".to_owned(),
            host: "127.0.0.1".to_owned(),
            port: listener.local_addr().expect("an address").port(),
            tls: Tls::Plain,
            server_password: None,
            nick: "rfrbot".to_owned(),
            alternative_nicks: Vec::new(),
            username: "rfrbot".to_owned(),
            realname: "rfrbot".to_owned(),
            login: Login::None,
            login_required: false,
            channels: Vec::new(),
            acquaintances: std::collections::BTreeMap::new(),
            prefix: "!rfr".to_owned(),
            pace: Pace::Unlimited,
            connect_timeout: Duration::from_secs(20),
            sasl_timeout: Duration::from_secs(20),
            ping_interval: Duration::from_secs(20),
            reconnect_wait: (Duration::from_millis(1), Duration::from_millis(2)),
        };
        let (reports, mut heard) = mpsc::channel(64);
        let handle = spawn(network, reports);
        for _ in 0..2 {
            assert!(matches!(heard.recv().await, Some(Report::Down { .. })));
            let Some(Report::Panicked { network, why }) = heard.recv().await else {
                panic!("no report of the panic");
            };
            assert_eq!(
                (network.as_str(), why.as_str()),
                ("panics-twice", "a mistake in the adaptor")
            );
        }
        listener.accept().await.expect("it connects after all");
        handle.shutdown().await;
    }
}
