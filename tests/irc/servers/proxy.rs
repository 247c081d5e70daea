//! A bad network between a client and a server: a TCP proxy on loopback that holds, delays, slices, swallows and cuts.

use super::ports::loopback;
use socket2::SockRef;
use std::collections::{HashMap, VecDeque};
use std::io::{ErrorKind, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// What happens to bytes on their way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// They pass.
    Pass,
    /// They wait until the mode changes, and then pass in order.
    Hold,
    /// They pass this much later, in order.
    Delay(Duration),
    /// They vanish, while the connection seems to live.
    Swallow,
    /// They pass one by one, each in a packet of its own.
    Slice,
}

/// How a connection is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// Normally (FIN): both sides read the end of the stream.
    Finish,
    /// Abruptly (RST): both sides get an error.
    Reset,
}

/// The direction in which bytes travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Direction {
    /// From the client to the server.
    ToServer,
    /// From the server to the client.
    ToClient,
}

struct State {
    to_server: Mode,
    to_client: Mode,
    accepting: bool,
    accepted: usize,
    swallowed: usize,
    /// Bytes on their way in each live connection.
    waiting: HashMap<usize, usize>,
    /// Connections with a lower number end this way.
    cut: (usize, Cut),
    stopping: bool,
    pumps: Vec<JoinHandle<()>>,
}

impl State {
    fn mode(&self, direction: Direction) -> Mode {
        match direction {
            Direction::ToServer => self.to_server,
            Direction::ToClient => self.to_client,
        }
    }
}

/// A running proxy. Dropping it cuts its connections.
pub(crate) struct Proxy {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    acceptor: Option<JoinHandle<()>>,
}

/// How often the threads check for changes.
const TICK: Duration = Duration::from_millis(5);

impl Proxy {
    /// Starts a proxy in front of a server; at first everything passes.
    pub(crate) fn start(server: SocketAddr) -> Self {
        let listener = TcpListener::bind(loopback(0)).expect("binding the proxy");
        listener.set_nonblocking(true).expect("a listener that does not block");
        let address = listener.local_addr().expect("the proxy's address");
        let state = Arc::new(Mutex::new(State {
            to_server: Mode::Pass,
            to_client: Mode::Pass,
            accepting: true,
            accepted: 0,
            swallowed: 0,
            waiting: HashMap::new(),
            cut: (0, Cut::Finish),
            stopping: false,
            pumps: Vec::new(),
        }));
        let shared = Arc::clone(&state);
        let acceptor = thread::spawn(move || accept(&listener, server, &shared));
        Self {
            address,
            state,
            acceptor: Some(acceptor),
        }
    }

    /// Where clients connect.
    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Sets what happens to bytes in both directions.
    pub(crate) fn set(&self, mode: Mode) {
        let mut state = lock(&self.state);
        state.to_server = mode;
        state.to_client = mode;
    }

    /// Sets what happens to bytes in one direction.
    pub(crate) fn set_only(&self, direction: Direction, mode: Mode) {
        let mut state = lock(&self.state);
        match direction {
            Direction::ToServer => state.to_server = mode,
            Direction::ToClient => state.to_client = mode,
        }
    }

    /// Cuts every connection that exists now, and waits until that is done.
    pub(crate) fn cut(&self, cut: Cut) {
        let pumps = {
            let mut state = lock(&self.state);
            state.cut = (state.accepted, cut);
            std::mem::take(&mut state.pumps)
        };
        for pump in pumps {
            pump.join().expect("a connection of the proxy");
        }
    }

    /// Whether new connections get through; if not they are closed at once.
    pub(crate) fn let_in(&self, accepting: bool) {
        lock(&self.state).accepting = accepting;
    }

    /// How many connections have got through to the server since the start.
    pub(crate) fn accepted(&self) -> usize {
        lock(&self.state).accepted
    }

    /// How many bytes are held or delayed now.
    pub(crate) fn held(&self) -> usize {
        lock(&self.state).waiting.values().sum()
    }

    /// How many bytes have been swallowed since the start.
    pub(crate) fn swallowed(&self) -> usize {
        lock(&self.state).swallowed
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        lock(&self.state).stopping = true;
        if let Some(acceptor) = self.acceptor.take() {
            // A thread that panicked has already printed why.
            let _ = acceptor.join();
        }
        let pumps = std::mem::take(&mut lock(&self.state).pumps);
        for pump in pumps {
            let _ = pump.join();
        }
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state
        .lock()
        .expect("no thread of the proxy panics while it holds the lock")
}

fn accept(listener: &TcpListener, server: SocketAddr, shared: &Arc<Mutex<State>>) {
    loop {
        let accepted = listener.accept();
        let mut state = lock(shared);
        if state.stopping {
            return;
        }
        let Ok((client, _)) = accepted else {
            drop(state);
            thread::sleep(TICK);
            continue;
        };
        if !state.accepting {
            continue;
        }
        // A server that is down looks like one that closes at once.
        let Ok(upstream) = TcpStream::connect(server) else {
            continue;
        };
        let number = state.accepted;
        state.accepted += 1;
        let shared = Arc::clone(shared);
        state.pumps.push(thread::spawn(move || {
            pump(&client, &upstream, number, &shared);
            lock(&shared).waiting.remove(&number);
        }));
    }
}

/// One direction of one connection.
struct Lane {
    direction: Direction,
    /// Bytes on their way, with the time when they came.
    waiting: VecDeque<(Instant, Vec<u8>)>,
    /// The sender has finished.
    ended: bool,
    /// The end has been passed on.
    closed: bool,
    /// How many bytes were swallowed in the last step.
    swallowed: usize,
}

impl Lane {
    fn new(direction: Direction) -> Self {
        Self {
            direction,
            waiting: VecDeque::new(),
            ended: false,
            closed: false,
            swallowed: 0,
        }
    }

    /// How many bytes are on their way.
    fn held(&self) -> usize {
        self.waiting.iter().map(|(_, bytes)| bytes.len()).sum()
    }

    /// Moves what can be moved now; returns whether the connection broke, and whether anything moved.
    fn step(&mut self, mut from: &TcpStream, mut to: &TcpStream, mode: Mode) -> std::io::Result<bool> {
        let mut moved = false;
        self.swallowed = 0;
        let mut buffer = [0; 16 * 1024];
        if !self.ended {
            match from.read(&mut buffer) {
                Ok(0) => self.ended = true,
                Ok(count) => {
                    moved = true;
                    self.waiting.push_back((Instant::now(), buffer[..count].to_vec()));
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => {}
                Err(error) => return Err(error),
            }
        }
        while let Some((came, bytes)) = self.waiting.front_mut() {
            let portion = match mode {
                Mode::Hold => break,
                Mode::Delay(delay) if came.elapsed() < delay => break,
                Mode::Swallow => {
                    self.swallowed = self.waiting.drain(..).map(|(_, bytes)| bytes.len()).sum();
                    break;
                }
                Mode::Slice => 1,
                Mode::Pass | Mode::Delay(_) => bytes.len(),
            };
            match to.write(&bytes[..portion]) {
                Ok(count) => {
                    moved = true;
                    bytes.drain(..count);
                    if bytes.is_empty() {
                        self.waiting.pop_front();
                    }
                }
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(error) => return Err(error),
            }
        }
        // A swallowed end is as silent as swallowed bytes.
        if self.ended && !self.closed && self.waiting.is_empty() && !matches!(mode, Mode::Hold | Mode::Swallow) {
            self.closed = true;
            to.shutdown(Shutdown::Write)?;
        }
        Ok(moved)
    }
}

/// Carries one connection until both sides have ended or it is cut. The caller then drops both sockets, and no other
/// handle exists, so that they are really closed.
fn pump(client: &TcpStream, server: &TcpStream, number: usize, shared: &Mutex<State>) {
    for stream in [client, server] {
        stream.set_nonblocking(true).expect("a stream that does not block");
        stream.set_nodelay(true).expect("packets that leave at once");
    }
    let mut to_server = Lane::new(Direction::ToServer);
    let mut to_client = Lane::new(Direction::ToClient);
    loop {
        let (first, second) = {
            let state = lock(shared);
            if state.stopping || number < state.cut.0 {
                let cut = if state.stopping { Cut::Finish } else { state.cut.1 };
                drop(state);
                for stream in [client, server] {
                    end(stream, cut);
                }
                return;
            }
            (state.mode(to_server.direction), state.mode(to_client.direction))
        };
        let steps = to_server
            .step(client, server, first)
            .and_then(|one| Ok(to_client.step(server, client, second)? || one));
        {
            let mut state = lock(shared);
            state.swallowed += to_server.swallowed + to_client.swallowed;
            state.waiting.insert(number, to_server.held() + to_client.held());
        }
        match steps {
            Ok(true) => {}
            Ok(false) if to_server.closed && to_client.closed => return,
            Ok(false) => thread::sleep(TICK),
            // One side is gone; closing both tells the other.
            Err(_) => return,
        }
    }
}

/// Prepares a socket for this way of closing.
fn end(mut stream: &TcpStream, cut: Cut) {
    match cut {
        // Closing a socket that does not linger sends RST.
        Cut::Reset => SockRef::from(stream)
            .set_linger(Some(Duration::ZERO))
            .expect("a socket that does not linger"),
        Cut::Finish => {
            // Fails only if the other side is gone already.
            let _ = stream.shutdown(Shutdown::Write);
            // Closing a socket with unread bytes would send RST.
            let mut buffer = [0; 16 * 1024];
            while matches!(stream.read(&mut buffer), Ok(count) if count > 0) {}
        }
    }
}
