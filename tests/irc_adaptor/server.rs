//! A scripted server on a real socket, with the adaptor on the other end.

use rfrbot::chat::irc::{IrcHandle, spawn};
use rfrbot::config::{IrcChannel, IrcNetwork, Login, Pace, Tls};
use rfrbot::text::{Message, Paragraph};
use rfrbot::wire::{Beside, Delivery, Manner, OutboxKey, Outgoing, Place, Presence, Report};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio::time::timeout;

/// How long anything may take before a test fails.
const DEADLINE: Duration = Duration::from_secs(20);

pub(crate) async fn soon<T>(what: &str, work: impl Future<Output = T>) -> T {
    match timeout(DEADLINE, work).await {
        Ok(done) => done,
        Err(elapsed) => panic!("{what}: not within {DEADLINE:?}: {elapsed}"),
    }
}

/// A server that says what the test tells it to.
pub(crate) struct Server {
    listener: TcpListener,
}

/// One connection of the bot, seen from the server.
pub(crate) struct Link {
    lines: tokio::io::Lines<BufReader<OwnedReadHalf>>,
    pub(crate) wire: OwnedWriteHalf,
}

impl Server {
    pub(crate) async fn new() -> Self {
        Self {
            listener: TcpListener::bind("127.0.0.1:0").await.unwrap(),
        }
    }

    pub(crate) fn network(&self) -> IrcNetwork {
        IrcNetwork {
            name: "test".to_owned(),
            host: "127.0.0.1".to_owned(),
            port: self.listener.local_addr().unwrap().port(),
            tls: Tls::Plain,
            server_password: None,
            nick: "rfrbot".to_owned(),
            alternative_nicks: Vec::new(),
            username: "rfrbot".to_owned(),
            realname: "rfrbot".to_owned(),
            login: Login::None,
            login_required: false,
            channels: vec![IrcChannel {
                name: "#a".to_owned(),
                key: None,
            }],
            pace: Pace::Unlimited,
            connect_timeout: DEADLINE,
            sasl_timeout: Duration::from_millis(100),
            ping_interval: DEADLINE,
            prefix: "!rfr".to_owned(),
            acquaintances: std::collections::BTreeMap::new(),
            reconnect_wait: (Duration::from_millis(10), Duration::from_millis(50)),
        }
    }

    pub(crate) async fn accept(&self) -> Link {
        let (stream, _): (TcpStream, _) = soon("a connection", self.listener.accept()).await.unwrap();
        let (read, wire) = stream.into_split();
        Link {
            lines: BufReader::new(read).lines(),
            wire,
        }
    }

    /// A connection that is up in its channel.
    pub(crate) async fn accept_up(&self, reports: &mut mpsc::Receiver<Report>) -> Link {
        let mut link = self.accept().await;
        link.register("").await;
        link.expect("JOIN #a").await;
        link.say(":rfrbot!r@h JOIN #a\r\n:s 366 rfrbot #a :End\r\n").await;
        let network = "test".to_owned();
        assert_eq!(next(reports).await, Report::Up { network });
        link
    }
}

impl Link {
    pub(crate) async fn say(&mut self, bytes: impl AsRef<[u8]>) {
        self.wire.write_all(bytes.as_ref()).await.unwrap();
    }

    /// The next line of the bot; `None` once it has hung up.
    pub(crate) async fn line(&mut self) -> Option<String> {
        soon("a line", self.lines.next_line()).await.unwrap_or(None)
    }

    /// Reads until this line comes.
    pub(crate) async fn expect(&mut self, wanted: &str) {
        loop {
            match self.line().await {
                Some(line) if line == wanted => return,
                Some(_) => {}
                None => panic!("hung up before {wanted:?}"),
            }
        }
    }

    /// Reads until the bot hangs up; returns all its lines.
    pub(crate) async fn rest(&mut self) -> Vec<String> {
        let mut lines = Vec::new();
        while let Some(line) = self.line().await {
            lines.push(line);
        }
        lines
    }

    pub(crate) async fn register(&mut self, capabilities: &str) {
        self.say(format!(":s CAP * LS :{capabilities}\r\n")).await;
        if !capabilities.is_empty() {
            self.say(format!(":s CAP * ACK :{capabilities}\r\n")).await;
        }
        self.expect("CAP END").await;
        self.say(":s 001 rfrbot :Welcome\r\n:s 422 rfrbot :No MOTD\r\n").await;
    }
}

/// The next report about a place the bot is not in.
pub(crate) async fn next_missing(reports: &mut mpsc::Receiver<Report>) -> (Place, String) {
    loop {
        let report = soon("a report", reports.recv()).await.unwrap();
        match report {
            Report::Place {
                place,
                presence: Presence::Out(why),
            } => return (place, why),
            Report::Place {
                presence: Presence::In, ..
            } => {}
            other => panic!("not of a place: {other:?}"),
        }
    }
}

/// The next report, except those about places.
pub(crate) async fn next(reports: &mut mpsc::Receiver<Report>) -> Report {
    loop {
        let report = soon("a report", reports.recv()).await.unwrap();
        if !matches!(report, Report::Place { .. } | Report::Nick { .. } | Report::Deaf { .. }) {
            return report;
        }
    }
}

/// The reason of the next loss.
pub(crate) async fn down(reports: &mut mpsc::Receiver<Report>) -> String {
    match next(reports).await {
        Report::Down { why, .. } => why,
        other => panic!("not a loss: {other:?}"),
    }
}

pub(crate) fn delivery(seq: u64, lines_done: u32, words: &str) -> Delivery {
    Delivery {
        key: Some(OutboxKey { seq, index: 0 }),
        lines_done,
        outgoing: Outgoing {
            place: Place::channel("test", "#a"),
            manner: Manner::Announcement,
            to: None,
            in_reply_to: None,
            message: Message(words.lines().map(|line| Paragraph::new().text(line)).collect()),
            beside: Beside::default(),
        },
    }
}

pub(crate) fn start(network: IrcNetwork, room: usize) -> (IrcHandle, mpsc::Receiver<Report>) {
    let (sender, reports) = mpsc::channel(room);
    (spawn(network, sender), reports)
}
