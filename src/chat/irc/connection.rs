//! One connection: the loop between socket, session, deliveries and reports.

use super::Wanted;
use super::codec::{LineBuffer, decode};
use super::session::{ConnectionEnd, Session};
use super::transcript::{self, Speaker};
use crate::adaptor::connecting::{self, ByteStream};
use crate::adaptor::tls::Protection;
use crate::config::IrcNetwork;
use crate::trouble::{Protocol, Server};
use crate::wire::{Delivery, Report};
use chrono::Utc;
use futures_util::FutureExt;
use std::io;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep_until, timeout};
use tracing::{debug, warn};

/// While this many reports wait to be taken, the socket is not read.
const WAITING_REPORTS: usize = 256;
/// Most deliveries taken over before the socket is looked at again.
const DELIVERIES_AT_ONCE: usize = 64;
/// At shutdown, how long the server may take to confirm the line in flight, and again to close the link.
const FAREWELL: Duration = Duration::from_secs(1);

/// What the rest of the bot sends here: deliveries, whom to watch and where to sit, and the order to stop.
#[derive(Debug)]
pub(super) struct IrcWires {
    pub(super) deliveries: mpsc::Receiver<Delivery>,
    pub(super) stop: watch::Receiver<bool>,
    pub(super) wanted: watch::Receiver<Wanted>,
    pub(super) reports: mpsc::Sender<Report>,
}

impl IrcWires {
    /// Waits for the order to stop; a dropped sender means the same.
    pub(super) async fn stopped(stop: &mut watch::Receiver<bool>) {
        let _ = stop.wait_for(|stop| *stop).await;
    }

    /// Waits for a new list of what is wanted; never returns once the sender is gone.
    async fn wanted_anew(wanted: &mut watch::Receiver<Wanted>) -> Wanted {
        if wanted.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
        wanted.borrow_and_update().clone()
    }

    /// Runs `work` while there is no connection. Deliveries are discarded meanwhile: whatever is owed comes again once
    /// the network is up. `None` when it is time to stop.
    pub(super) async fn meanwhile<T>(&mut self, work: impl Future<Output = T> + Send) -> Option<T> {
        tokio::pin!(work);
        loop {
            tokio::select! {
                done = &mut work => return Some(done),
                () = Self::stopped(&mut self.stop) => return None,
                delivery = self.deliveries.recv() => {
                    let delivery = delivery?;
                    debug!(place = %delivery.outgoing.place, "not connected: delivery left alone");
                }
            }
        }
    }

    /// Sends a report while there is no connection. `None` when it is time to stop.
    pub(super) async fn report(&mut self, report: Report) -> Option<()> {
        let reports = self.reports.clone();
        self.meanwhile(async move { reports.send(report).await }).await?.ok()
    }
}

/// The network's server, as error messages name it.
pub(super) fn server(network: &IrcNetwork) -> Server<'_> {
    Server {
        host: &network.host,
        port: Some(network.port),
        speaks: Protocol::Irc,
    }
}

/// Opens the connection to the network's server.
pub(super) async fn connect(network: &IrcNetwork, protection: &Protection) -> Result<Box<dyn ByteStream>, String> {
    connecting::connect(server(network), network.port, network.connect_timeout, protection).await
}

/// Runs a connection to its end. `None` when it ended because it is time to stop.
pub(super) async fn run(
    stream: Box<dyn ByteStream>,
    network: &IrcNetwork,
    session: &mut Session,
    wires: &mut IrcWires,
) -> Option<ConnectionEnd> {
    let (mut reader, mut writer) = tokio::io::split(stream);
    let mut lines = LineBuffer::default();
    let mut chunk = vec![0_u8; 8 * 1024];
    let mut wire = Vec::new();
    let mut unflushed = false;
    let mut told_skipped = 0;
    let mut leaving: Option<Instant> = None;
    // Since when the server has accepted none of our bytes. A peer that keeps sending is never silent, but such a link
    // is dead all the same.
    let mut stalled: Option<Instant> = None;
    let patience = network.ping_interval * 2;

    loop {
        let now = Instant::now();
        let listening = session.waiting_reports() < WAITING_REPORTS && !session.is_clogged();
        session.set_listening(listening, now);
        session.tick(now);
        if wire.is_empty() {
            session.take_output(now, &mut wire);
            transcript::note(network, Speaker::Bot, &decode(&wire));
        }
        stalled = (!wire.is_empty()).then(|| stalled.unwrap_or(now));
        if stalled.is_some_and(|since| since + patience <= now) {
            let seconds = patience.as_secs_f32();
            session.lost(format!("{} has taken nothing for {seconds:.1} s", network.host));
        }
        if let Some(ending) = session.ending() {
            let ending = ending.clone();
            hand_in_the_rest(session, wires).await?;
            return Some(ending);
        }
        if leaving.is_some_and(|until| until <= now || session.nothing_under_way()) {
            farewell(&mut reader, &mut writer, wire).await;
            hand_in_before_leaving(session, wires).await;
            return None;
        }
        let give_up = stalled.map(|since| since + patience);
        let deadline = [session.next_deadline(now, wire.is_empty()), leaving, give_up]
            .into_iter()
            .flatten()
            .min();
        let reports = wires.reports.clone();

        tokio::select! {
            () = IrcWires::stopped(&mut wires.stop), if leaving.is_none() => {
                session.say_no_more();
                leaving = Some(now + FAREWELL);
            }
            wanted = IrcWires::wanted_anew(&mut wires.wanted) => {
                session.sit_in(&wanted.channels, now);
                session.watch_for(wanted.acquaintances);
            }
            permit = reports.reserve(), if session.waiting_reports() > 0 => {
                let report = session.take_report();
                let Ok(permit) = permit else {
                    // All senders of deliveries are gone.
                    farewell(&mut reader, &mut writer, wire).await;
                    return None;
                };
                permit.send(report?);
                hand_in_what_fits(session, &reports);
            }
            read = reader.read(&mut chunk), if listening => {
                let gone = match read {
                    Ok(0) => Some(format!("{} closed the link", network.host)),
                    Ok(length) => {
                        lines.push(&chunk[..length]);
                        take_lines(&mut lines, session, network);
                        hand_in_what_fits(session, &reports);
                        None
                    }
                    Err(error) => Some(server(network).explain(&error)),
                };
                if lines.skipped() > told_skipped {
                    told_skipped = lines.skipped();
                    warn!(network = network.name, skipped = told_skipped, "lines without end were skipped");
                }
                if let Some(why) = gone {
                    let ending = session.lost(why);
                    hand_in_the_rest(session, wires).await?;
                    return Some(ending);
                }
            }
            written = write_some(&mut writer, &wire), if !wire.is_empty() || unflushed => match written {
                Ok(length) => {
                    stalled = None;
                    wire.drain(..length);
                    // Below us mostly nothing is buffered; what is not flushed at once is waited for above.
                    unflushed = length > 0 && !(wire.is_empty() && is_flushed(&mut writer));
                }
                // What the server said before it closed is still unread, and explains more than this error.
                Err(error) => {
                    let why = server(network).explain(&error);
                    return last_words(&mut reader, lines, session, network, wires, why).await;
                }
            },
            delivery = wires.deliveries.recv(), if leaving.is_none() && session.has_room() => match delivery {
                Some(delivery) => {
                    session.hand_over(delivery);
                    // Everything that is ready goes out in one write.
                    let mut taken = 1;
                    while taken < DELIVERIES_AT_ONCE
                        && session.has_room()
                        && let Ok(delivery) = wires.deliveries.try_recv()
                    {
                        session.hand_over(delivery);
                        taken += 1;
                    }
                }
                None => {
                    session.say_no_more();
                    leaving = Some(now + FAREWELL);
                }
            },
            () = sleep_until(deadline.unwrap_or(now)), if deadline.is_some() => {}
        }
    }
}

fn take_lines(lines: &mut LineBuffer, session: &mut Session, network: &IrcNetwork) {
    let (now, wall) = (Instant::now(), Utc::now());
    while let Some(line) = lines.next_line() {
        transcript::note(network, Speaker::Server, &line);
        session.hear_line(&line, now, wall);
        if session.ending().is_some() {
            return;
        }
    }
}

/// Hands in the reports for which there is room at once.
fn hand_in_what_fits(session: &mut Session, reports: &mpsc::Sender<Report>) {
    while session.waiting_reports() > 0
        && let Ok(permit) = reports.try_reserve()
        && let Some(report) = session.take_report()
    {
        permit.send(report);
    }
}

/// Writes as much as the socket takes; with nothing to write, flushes what is buffered below us.
async fn write_some(writer: &mut (impl AsyncWrite + Unpin), wire: &[u8]) -> io::Result<usize> {
    if wire.is_empty() {
        writer.flush().await?;
        return Ok(0);
    }
    match writer.write(wire).await? {
        0 => Err(io::ErrorKind::WriteZero.into()),
        length => Ok(length),
    }
}

/// Flushes what is buffered below us, if that needs no waiting.
fn is_flushed(writer: &mut (impl AsyncWrite + Unpin)) -> bool {
    writer.flush().now_or_never().is_some_and(|flushed| flushed.is_ok())
}

/// After a failed write: reads what the server said last, to learn why.
async fn last_words(
    reader: &mut (impl AsyncRead + Unpin),
    mut lines: LineBuffer,
    session: &mut Session,
    network: &IrcNetwork,
    wires: &mut IrcWires,
    why: String,
) -> Option<ConnectionEnd> {
    let mut chunk = vec![0_u8; 8 * 1024];
    let listen = async {
        while let Ok(length) = reader.read(&mut chunk).await {
            if length == 0 {
                break;
            }
            lines.push(&chunk[..length]);
            take_lines(&mut lines, session, network);
        }
    };
    let _ = timeout(FAREWELL, listen).await;
    let ending = session.lost(why);
    hand_in_the_rest(session, wires).await?;
    Some(ending)
}

/// Reports what was received and confirmed before the end.
async fn hand_in_the_rest(session: &mut Session, wires: &mut IrcWires) -> Option<()> {
    while let Some(report) = session.take_report() {
        wires.report(report).await?;
    }
    Some(())
}

/// Records what was confirmed up to the end, so that the next start does not say it again.
async fn hand_in_before_leaving(session: &mut Session, wires: &IrcWires) {
    while let Some(report) = session.take_report() {
        let sent = timeout(FAREWELL, wires.reports.send(report)).await;
        if !matches!(sent, Ok(Ok(()))) {
            return;
        }
    }
}

async fn farewell(reader: &mut (impl AsyncRead + Unpin), writer: &mut (impl AsyncWrite + Unpin), mut wire: Vec<u8>) {
    Session::farewell(&mut wire);
    let part = async {
        writer.write_all(&wire).await?;
        writer.flush().await?;
        let mut rest = [0_u8; 1024];
        while reader.read(&mut rest).await? > 0 {}
        writer.shutdown().await
    };
    // Whether or not the peer answers, the connection ends now.
    let _ = timeout(FAREWELL, part).await;
}
